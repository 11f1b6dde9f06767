package composite

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

type plain struct{ c color.RGBA }

func (p plain) Draw(dst *image.RGBA, _ float64) {
	draw.Draw(dst, dst.Rect, image.NewUniform(p.c), image.Point{}, draw.Src)
}
func (plain) Every() int { return 0 }

func box(w, h int, c color.RGBA) *scene.Sprite {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	return &scene.Sprite{Img: img, Opaque: c.A == 255}
}

func stage() *scene.Stage {
	red, glass := box(40, 30, color.RGBA{200, 0, 0, 255}), box(50, 50, color.RGBA{0, 60, 0, 128})
	return &scene.Stage{
		Size: image.Pt(160, 90), Backdrop: plain{color.RGBA{10, 20, 30, 255}},
		Layers: []scene.Layer{
			scene.Func(func(t float64) scene.Pose { return scene.Pose{Sprite: red, X: math.Round(60 * t), Y: 10, Alpha: 1} }),
			scene.Func(func(t float64) scene.Pose {
				return scene.Pose{Sprite: glass, X: 30.25, Y: 20 + 7*t, Scale: 1 + t/5, Rotate: 20 * t, PivotX: 25, PivotY: 25, Alpha: .5 + t/4}
			}),
			scene.Func(func(t float64) scene.Pose {
				if t < .5 {
					return scene.Pose{}
				}
				return scene.Pose{Sprite: red, X: 100, Y: 50, Alpha: 1, Clip: image.Rect(110, 55, 130, 70)}
			}),
		},
	}
}

// TestFramesDoNotDependOnHistory is what makes a frame a function of scene and time.
func TestFramesDoNotDependOnHistory(t *testing.T) {
	t.Parallel()
	c := New(stage(), 30)
	for n := range 45 {
		if n%7 != 0 {
			c.RGBA(n) // must not leave the planes behind
			continue
		}
		got := c.YUV(n)
		if want := New(stage(), 30).YUV(n); !bytes.Equal(got, want) {
			t.Fatalf("frame %d drawn in sequence differs from the same frame drawn alone", n)
		}
	}
}

// TestAreasDoNotShow: a sprite that is scaled or turned looks the same wherever what
// moves before it has it drawn again in parts.
func TestAreasDoNotShow(t *testing.T) {
	t.Parallel()
	grain := box(600, 40, color.RGBA{A: 255})
	for i := range grain.Img.Pix {
		if i%4 < 3 {
			grain.Img.Pix[i] = uint8(i*7919>>3 + i/2400*31)
		}
	}
	dot := box(9, 9, color.RGBA{200, 0, 0, 255})
	moving := func() *scene.Stage {
		return &scene.Stage{Size: image.Pt(640, 64), Backdrop: plain{color.RGBA{10, 20, 30, 255}}, Layers: []scene.Layer{
			scene.Func(func(float64) scene.Pose {
				return scene.Pose{Sprite: grain, X: 11.3, Y: 9.7, Scale: 1.0137, Rotate: .4, PivotX: 300, PivotY: 20, Alpha: 1}
			}),
			scene.Func(func(t float64) scene.Pose { return scene.Pose{Sprite: dot, X: math.Round(400 * t), Y: 25, Alpha: 1} }),
		}}
	}
	c := New(moving(), 30)
	for n := range 45 {
		if got, want := c.YUV(n), New(moving(), 30).YUV(n); !bytes.Equal(got, want) {
			t.Fatalf("frame %d drawn in sequence differs from the same frame drawn alone", n)
		}
	}
}

func TestClipAndVisibility(t *testing.T) {
	t.Parallel()
	img := New(stage(), 30).RGBA(44)
	if got := img.RGBAAt(120, 60).R; got != 200 {
		t.Errorf("inside the clip R = %d, want 200", got)
	}
	if got := img.RGBAAt(105, 52).R; got == 200 {
		t.Error("drawn outside the clip")
	}
}

func TestYUVIsBT709Limited(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rgb  color.RGBA
		want [3]uint8
	}{
		{color.RGBA{0, 0, 0, 255}, [3]uint8{16, 128, 128}},
		{color.RGBA{255, 255, 255, 255}, [3]uint8{235, 128, 128}},
		{color.RGBA{255, 0, 0, 255}, [3]uint8{63, 102, 240}},
		{color.RGBA{0, 0, 255, 255}, [3]uint8{32, 240, 118}},
	} {
		st := &scene.Stage{Size: image.Pt(32, 32), Backdrop: plain{c.rgb}}
		y := New(st, 30).YUV(0)
		got := [3]uint8{y[0], y[32*32], y[32*32+16*16]}
		if got != c.want {
			t.Errorf("%v → %v, want %v", c.rgb, got, c.want)
		}
	}
}

func BenchmarkFullFrame1080p(b *testing.B) {
	bg := plain{color.RGBA{10, 20, 30, 255}}
	over := box(1920, 1080, color.RGBA{10, 10, 10, 100})
	st := &scene.Stage{Size: image.Pt(1920, 1080), Backdrop: bg, Layers: []scene.Layer{scene.Func(func(t float64) scene.Pose {
		return scene.Pose{Sprite: over, X: math.Mod(math.Round(t*30), 2), Alpha: 1}
	})}}
	c := New(st, 30)
	n := 0
	for b.Loop() {
		c.YUV(n)
		n++
	}
}

func BenchmarkConvert1080p(b *testing.B) {
	img := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	yuv := make([]uint8, FrameBytes(image.Pt(1920, 1080)))
	for b.Loop() {
		ToYUV(yuv, img)
	}
}

// TestSubPixelMovesShiftTheCentre checks the fast path for fractions of a pixel
// against what it means: the centre of mass moves by exactly that fraction.
func TestSubPixelMovesShiftTheCentre(t *testing.T) {
	t.Parallel()
	white := box(20, 10, color.RGBA{255, 255, 255, 255})
	for _, at := range [][2]float64{{30, 20}, {30.25, 20}, {30, 20.5}, {30.75, 20.125}, {-5.5, 3.25}, {150.5, 84.25}} {
		st := &scene.Stage{Size: image.Pt(160, 90), Backdrop: plain{color.RGBA{0, 0, 0, 255}}, Layers: []scene.Layer{
			scene.Func(func(float64) scene.Pose { return scene.Pose{Sprite: white, X: at[0], Y: at[1], Alpha: 1} }),
		}}
		img := New(st, 30).RGBA(0)
		var sum, mx, my float64
		for y := range 90 {
			for x := range 160 {
				v := float64(img.RGBAAt(x, y).R)
				sum, mx, my = sum+v, mx+v*float64(x), my+v*float64(y)
			}
		}
		if at[0] < 0 || at[0] > 140 {
			if sum == 0 {
				t.Errorf("at %v: nothing drawn at the frame's edge", at)
			}
			continue
		}
		if dx, dy := mx/sum-9.5-at[0], my/sum-4.5-at[1]; math.Abs(dx) > .03 || math.Abs(dy) > .03 {
			t.Errorf("at %v: centre off by %.3f, %.3f px", at, dx, dy)
		}
	}
}
