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

// Nobody hangs in the air: in every set, framing and shape of frame the body goes on to
// the window's edge or to a desk in front of it.
func TestBodiesEndBehindSomething(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{{640, 360}, {360, 640}, {400, 400}} {
		for _, set := range Sets {
			for _, share := range []float64{.22, .3, .42} { // of the frame's short side
				in := sample(size.X, size.Y)
				in.Slot.EyeX, in.Slot.EyeY, in.Slot.Head = float64(size.X)/2, .42*float64(size.Y), share*float64(min(size.X, size.Y))
				_, front, covered, err := drawSet(set, in, newCorners(in.Slot))
				if err != nil {
					t.Fatal(err)
				}
				end, edge := in.Slot.EyeY+2.4*in.Slot.Head, size.Y
				if front != nil {
					edge = covered
				}
				if end < float64(edge) {
					t.Errorf("%s, %v, head %.0f: the body ends at %.0f, what hides its end begins at %d", set, size, in.Slot.Head, end, edge)
				}
			}
		}
	}
}

// The front of a deep desk is upright slats: below the worktop no edge runs across it, and
// both of its ends are alike.
func TestDeskFrontsAreCalm(t *testing.T) {
	t.Parallel()
	for _, set := range Sets {
		in := sample(360, 640)
		in.Slot.EyeX, in.Slot.EyeY, in.Slot.Head = 180, 220, 130
		_, front, _, err := drawSet(set, in, newCorners(in.Slot))
		if err != nil || front == nil {
			t.Fatal(set, err)
		}
		b := front.Rect
		first := b.Min.Y + 44 // below the worktop's shade
		for y := first; y < b.Max.Y-1; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				p, q, m := front.RGBAAt(x, y), front.RGBAAt(x, y+1), front.RGBAAt(b.Max.X-1-x+b.Min.X, y)
				if d := int(p.G) - int(q.G); d > 6 || d < -6 {
					t.Fatalf("%s: an edge runs across the front at %d, %d", set, x, y)
				}
				if d := int(p.G) - int(m.G); d > 40 || d < -40 {
					t.Fatalf("%s: the front's ends differ at %d, %d", set, x, y)
				}
			}
		}
	}
}

// In upright frames the desk is low: what stands above it is the person, not furniture.
func TestUprightDesksAreLow(t *testing.T) {
	t.Parallel()
	for _, set := range Sets {
		in := sample(360, 640)
		in.Slot.EyeX, in.Slot.EyeY, in.Slot.Head = 180, 227, 158
		_, front, _, err := drawSet(set, in, newCorners(in.Slot))
		if err != nil {
			t.Fatal(err)
		}
		if front != nil && front.Rect.Dy() > 640*18/100 {
			t.Errorf("%s: what stands before the person is %d of 640 pixels high", set, front.Rect.Dy())
		}
	}
}
