package safety

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// scene paints what f gives for each place (0–1) with the grain of a photo.
func painted(f func(x, y float64) [3]float64) image.Image {
	const w, h = 400, 300
	r := rand.New(rand.NewPCG(1, 2))
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c, n := f(float64(x)/w, float64(y)/h), 8*r.Float64()-4
			px := func(v float64) uint8 { return uint8(max(0, min(255, v+n))) }
			img.SetRGBA(x, y, color.RGBA{px(c[0]), px(c[1]), px(c[2]), 255})
		}
	}
	return img
}

// body is a shaded shape with the hue of skin over most of the picture.
func body(tone [3]float64) func(x, y float64) [3]float64 {
	return func(x, y float64) [3]float64 {
		d := math.Hypot((x-.5)/.48, (y-.5)/.62)
		if d > 1 {
			return [3]float64{70, 90, 120}
		}
		k := 1 - .35*d*d + .06*math.Sin(9*x)*math.Cos(7*y)
		return [3]float64{tone[0] * k, tone[1] * k, tone[2] * k}
	}
}

func TestBareSkin(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		paint func(x, y float64) [3]float64
		want  bool
	}{
		"light skin":  {body([3]float64{226, 178, 150}), true},
		"olive skin":  {body([3]float64{196, 146, 112}), true},
		"dark skin":   {body([3]float64{120, 78, 56}), true},
		"a blue body": {body([3]float64{120, 140, 200}), false},
		"a leaf":      {body([3]float64{90, 140, 60}), false},
		"sky":         {func(_, y float64) [3]float64 { return [3]float64{120 + 60*y, 160 + 40*y, 220} }, false},
		"planks": {func(x, y float64) [3]float64 {
			k := .8 + .25*math.Sin(90*y+3*math.Sin(40*x))
			return [3]float64{200 * k, 150 * k, 110 * k}
		}, false},
		"a small figure": {func(x, y float64) [3]float64 { return body([3]float64{226, 178, 150})((x-.5)*3+.5, (y-.5)*3+.5) }, false},
	} {
		v, err := Skin{}.Pictures(t.Context(), []image.Image{painted(c.paint)})
		if err != nil || v[0].Flagged != c.want {
			t.Errorf("%s: %+v, %v; want flagged %v", name, v, err, c.want)
		}
	}
	// Drawn in the same colour, flat, it is no skin.
	flat := image.NewRGBA(image.Rect(0, 0, 400, 300))
	for i := 0; i < len(flat.Pix); i += 4 {
		copy(flat.Pix[i:], []uint8{226, 178, 150, 255})
	}
	if v, _ := (Skin{}).Pictures(t.Context(), []image.Image{flat}); v[0].Flagged {
		t.Error("a flat colour is taken for skin")
	}
}

// classifier answers as its documentation says: it flags pictures that are mostly red.
func classifier(t *testing.T, mangle func(w http.ResponseWriter) bool) *httptest.Server {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if mangle != nil && mangle(w) {
			return
		}
		var q struct {
			Version  int
			Kind     string
			Pictures []string
			Text     string
		}
		b, _ := io.ReadAll(r.Body)
		if err := json.Unmarshal(b, &q); err != nil || q.Version != 1 || r.Header.Get("Authorization") != "Bearer the-key" {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		var out []map[string]any
		if q.Kind == "words" {
			out = append(out, map[string]any{"flagged": strings.Contains(q.Text, "forbidden"), "category": "words"})
		}
		for _, p := range q.Pictures {
			img, err := jpeg.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(p)))
			if err != nil {
				w.WriteHeader(http.StatusBadRequest)
				return
			}
			c, _, blue, _ := img.At(img.Bounds().Dx()/2, img.Bounds().Dy()/2).RGBA()
			out = append(out, map[string]any{"flagged": c > 2*blue, "category": "red", "score": .9})
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"results": out})
	}))
	t.Cleanup(srv.Close)
	return srv
}

func TestClassifierOverHTTP(t *testing.T) {
	t.Parallel()
	srv := classifier(t, nil)
	c := &HTTP{URL: srv.URL, Key: "the-key", Client: srv.Client()}
	red := painted(func(_, _ float64) [3]float64 { return [3]float64{200, 30, 30} })
	blue := painted(func(_, _ float64) [3]float64 { return [3]float64{30, 30, 200} })
	v, err := c.Pictures(t.Context(), []image.Image{blue, red})
	if err != nil || v[0].Flagged || !v[1].Flagged || v[1].Why != "red (0.90)" {
		t.Errorf("%+v, %v", v, err)
	}
	if v, err := c.Words(t.Context(), "a forbidden thing"); err != nil || !v.Flagged {
		t.Errorf("words: %+v, %v", v, err)
	}
}

// TestWhatCannotBeLookedAtDoesNotPass: every failure is an error, and none tells the key.
func TestWhatCannotBeLookedAtDoesNotPass(t *testing.T) {
	t.Parallel()
	pic := []image.Image{image.NewGray(image.Rect(0, 0, 32, 32))}
	for name, mangle := range map[string]func(http.ResponseWriter) bool{
		"500":       func(w http.ResponseWriter) bool { w.WriteHeader(500); return true },
		"no JSON":   func(w http.ResponseWriter) bool { fmt.Fprint(w, "ok"); return true },
		"too few":   func(w http.ResponseWriter) bool { fmt.Fprint(w, `{"results":[]}`); return true },
		"undecided": func(w http.ResponseWriter) bool { fmt.Fprint(w, `{"results":[{"category":"x"}]}`); return true },
		"too long": func(w http.ResponseWriter) bool {
			fmt.Fprint(w, `{"results":[{"flagged":false}],"x":"`, strings.Repeat("y", maxReply), `"}`)
			return true
		},
		"elsewhere": func(w http.ResponseWriter) bool {
			w.Header().Set("Location", "http://127.0.0.1:1/")
			w.WriteHeader(307)
			return true
		},
	} {
		srv := classifier(t, mangle)
		_, err := (&HTTP{URL: srv.URL + "/?token=hidden", Key: "the-key", Client: srv.Client()}).Pictures(t.Context(), pic)
		if err == nil || strings.Contains(err.Error(), "hidden") || strings.Contains(err.Error(), "the-key") {
			t.Errorf("%s: %v", name, err)
		}
	}
	slow := classifier(t, func(w http.ResponseWriter) bool {
		w.WriteHeader(200)
		w.(http.Flusher).Flush()
		time.Sleep(60 * time.Millisecond)
		return true
	})
	if _, err := (&HTTP{URL: slow.URL, Client: slow.Client(), Wait: 20 * time.Millisecond}).Pictures(t.Context(), pic); err == nil || !strings.Contains(err.Error(), "answer within 20ms") {
		t.Errorf("a slow one: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := (Skin{}).Pictures(ctx, pic); err == nil {
		t.Error("a cancelled look passed")
	}
}
