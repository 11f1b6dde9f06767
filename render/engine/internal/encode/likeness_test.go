package encode

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// card fills a frame with what our videos are made of: a gradient, a card that slides
// in, lines of small print, and a circle.
func card(buf []byte, size image.Point, n int) {
	w, h := size.X, size.Y
	left := w/2 - min(w/2-w/10, 3*n)
	for y := range h {
		for x := range w {
			v := 40 + 60*x/w + 30*y/h
			switch dx, dy := x-left, y-h/5; {
			case (x-w*3/4)*(x-w*3/4)+(y-h*2/3)*(y-h*2/3) < h*h/64:
				v = 150 + (x+y)%5
			case dx >= 0 && dx < w/2 && dy >= 0 && dy < h/2:
				v = 225
				if dy%16 > 4 && dy%16 < 12 && (dx*7919/(3+dy/16)+dx*dx/50)%5 < 2 {
					v = 30
				}
			}
			buf[y*w+x] = uint8(v)
		}
	}
	for i := w * h; i < len(buf); i++ {
		buf[i] = uint8(118 + 12*((i/40)&1))
	}
}

// TestFormatsLookAlike: at the same outputQuality a WEBM is no further from what was
// drawn than an MP4 is, and both come nearer with each step. Flat drawings like these
// suit VP9; the steps themselves were found on frames of real videos.
func TestFormatsLookAlike(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("encodes a lot")
	}
	size, frames := image.Pt(640, 360), 45
	dir := t.TempDir()
	raw, buf := []byte{}, make([]byte, size.X*size.Y*3/2)
	for n := range frames {
		card(buf, size, n)
		raw = append(raw, buf...)
	}
	drawn := filepath.Join(dir, "drawn.yuv")
	if err := os.WriteFile(drawn, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	likeness := regexp.MustCompile(`SSIM Y:([\d.]+)`)
	measure := func(f Format, q int) float64 {
		s := Settings{Format: f, Size: size, FPS: 30, Quality: q}
		path := filepath.Join(dir, s.SegmentName(fmt.Sprint(f, q)))
		enc := NewEncoder(s)
		defer enc.Close()
		if err := enc.Segment(t.Context(), path, 0, frames, func(n int) Frame { return Frame{Pix: raw[n*len(buf):][:len(buf)]} }); err != nil {
			t.Fatal(err)
		}
		args := append([]string{"-i", path}, s.InputArgs()...)
		out, err := exec.CommandContext(t.Context(), "ffmpeg", append(args, "-i", drawn, "-lavfi", "[0:v]settb=1/30,setpts=N[a];[1:v]settb=1/30,setpts=N[b];[a][b]ssim", "-f", "null", "-")...).CombinedOutput()
		m := likeness.FindSubmatch(out)
		if err != nil || m == nil {
			t.Fatalf("%v: %s", err, out[max(0, len(out)-500):])
		}
		v, _ := strconv.ParseFloat(string(bytes.TrimSpace(m[1])), 64)
		return -10 * math.Log10(1-v)
	}
	lastH, lastV := 0.0, 0.0
	for _, q := range []int{20, 50, 70, 85, 95, 99} {
		h, v := measure(MP4, q), measure(WEBM, q)
		t.Logf("at %d: H.264 %.2f dB, VP9 %.2f dB", q, h, v)
		if v < h-.75 {
			t.Errorf("at %d VP9 comes as near as %.2f dB, H.264 %.2f dB", q, v, h)
		}
		if h <= lastH || v <= lastV {
			t.Errorf("at %d: %.2f and %.2f dB, after %.2f and %.2f", q, h, v, lastH, lastV)
		}
		lastH, lastV = h, v
	}
}
