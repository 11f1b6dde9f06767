package avatar

import (
	"image"
	"math"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// Nothing seems to grow out of the head: wherever the niche ends, the light tube hangs
// beside the hair.
func TestTubeHangsBesideTheHead(t *testing.T) {
	t.Parallel()
	in := sample(1080, 1080)
	for _, w := range []image.Rectangle{image.Rect(0, 0, 1080, 410), image.Rect(0, 0, 672, 1080), image.Rect(0, 0, 1080, 1920), image.Rect(0, 0, 1920, 1080)} {
		for _, eye := range []float64{.3, .5, .63} {
			in.Slot = scene.Slot{Window: w, EyeX: eye * float64(w.Dx()), Head: .45 * float64(w.Dy())}
			r := newRoom(in)
			for x := 0.0; x < r.dx; x += r.u {
				for _, mirrored := range []bool{false, true} {
					if at := r.tubeAt(x, 20*r.u, mirrored); math.Abs(at-r.eyeX) < .6*r.head {
						t.Fatalf("window %v, niche at %.0f, eyes at %.0f: the tube hangs at %.0f", w, x, r.eyeX, at)
					}
				}
			}
		}
	}
}

// Hair of every colour has light and shade to draw locks with: white is no cap.
func TestHairHasLightAndShade(t *testing.T) {
	t.Parallel()
	for _, name := range hairColours.names() {
		tones := hairFrom(hex(hairColours.get(name)))
		h, b, d := tones.h.LCH().L, tones.b.LCH().L, tones.d.LCH().L
		if h-b < .06 || b-d < .08 || h > 1 {
			t.Errorf("%s: highlight %.2f, base %.2f, deep %.2f", name, h, b, d)
		}
	}
}
