package engine

import (
	"encoding/json"
	"errors"
	"image"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/avatar"
	"gitops.video/render/render/engine/internal/safety"
)

// TestOwnPresentersPass: a drawn person in close-up is nothing to be alarmed about.
func TestOwnPresentersPass(t *testing.T) {
	t.Parallel()
	var all []image.Image
	for _, id := range []string{"maya", "daniel", "amara", "kenji", "grace", "malik", "p0042", "p0777"} {
		img, err := avatar.Portrait(id, image.Pt(270, 320))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, img, img.SubImage(image.Rect(70, 60, 200, 220)))
	}
	verdicts, err := safety.Skin{}.Pictures(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range verdicts {
		if v.Flagged {
			t.Errorf("portrait %d: %s", i, v.Why)
		}
	}
}

// TestContentIsChecked drives the check of words, assets and every frame of the result
// by a classifier that counts.
func TestContentIsChecked(t *testing.T) {
	whole(t)
	t.Parallel()
	var pictures, words atomic.Int32
	var flag, broken atomic.Bool
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var q struct {
			Kind     string
			Pictures []string
		}
		_ = json.NewDecoder(r.Body).Decode(&q)
		if broken.Load() {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		type result struct {
			Flagged  bool   `json:"flagged"`
			Category string `json:"category"`
		}
		out := []result{{}}
		if q.Kind == "words" {
			words.Add(1)
		} else {
			pictures.Add(int32(len(q.Pictures)))
			out = make([]result, len(q.Pictures))
			out[0] = result{flag.Load(), "test"}
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"results": out})
	}))
	defer srv.Close()
	e := open(t, t.TempDir())
	e.opts.ClassifierURL = srv.URL
	j := footageJob(t)
	if r, _ := make1(t, e, j); r.NSFW || pictures.Load()+words.Load() != 0 {
		t.Errorf("without a wish for a check %d pictures were looked at", pictures.Load())
	}
	j.Spec.Safety = &manifest.Safety{Mode: "fast"}
	if r, _ := make1(t, e, j); r.NSFW || words.Load() != 1 {
		t.Errorf("flagged %v, words looked at %d times", r.NSFW, words.Load())
	}
	fast := pictures.Swap(0)
	j.Spec.Safety.Mode = "full"
	make1(t, e, j)
	if full := pictures.Load(); fast < 4 || full < 4*fast {
		t.Errorf("fast looked at %d pictures, full at %d", fast, full)
	}
	flag.Store(true)
	r, out := make1(t, e, j)
	if notes := strings.Join(out.Notes, "\n"); !r.NSFW || !strings.Contains(notes, "content check: broll/red.mp4 (scene 2): test") || !strings.Contains(notes, "content check: the finished video: test") {
		t.Errorf("flagged %v, notes:\n%s", r.NSFW, notes)
	}
	broken.Store(true)
	_, err := e.Await(t.Context(), j, func(string, float64) {})
	var f *render.Failure
	if !errors.As(err, &f) || f.Code != "contentCheckFailed" || f.Class != render.ClassSafety {
		t.Errorf("a classifier that fails: %v", err)
	}
}
