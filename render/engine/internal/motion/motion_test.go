package motion

import (
	"image"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

func BenchmarkBackdrop1080(b *testing.B) {
	sc := scene.Scene{ID: "s", Kind: scene.Number, Figure: &scene.Figure{Text: "318"}}
	st := stageFor(b, sc, scene.Look{}, image.Pt(1920, 1080), 8)
	dst := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	for b.Loop() {
		st.Backdrop.Draw(dst, 3)
	}
}

func BenchmarkAt(b *testing.B) {
	st := stageFor(b, samples()[3], scene.Look{}, image.Pt(1920, 1080), 8)
	t := 0.0
	for b.Loop() {
		for _, l := range st.Layers {
			l.At(t)
		}
		t += 1.0 / 30
		if t > 8 {
			t = 0
		}
	}
}

func BenchmarkBuild1080(b *testing.B) {
	for b.Loop() {
		stageFor(b, samples()[3], scene.Look{}, image.Pt(1920, 1080), 8)
	}
}

// Soft light never bands: in every look that has gradients, the backdrop's pixels
// are dithered by about a step of brightness, and their local means change smoothly.
func TestBackdropsDoNotBand(t *testing.T) {
	t.Parallel()
	size := image.Pt(640, 360)
	for _, style := range []string{"", "minimal", "gradient", "cinematic"} {
		for _, kind := range []scene.Kind{scene.Statement, scene.Table, scene.Code} { // brand, paper, ink
			st := stageFor(t, scene.Scene{ID: "s", Kind: kind}, scene.Look{Style: style, Motif: "none"}, size, 6)
			img := image.NewRGBA(image.Rectangle{Max: size})
			st.Backdrop.Draw(img, 1)
			// Bands are runs of one value along a gradient: count how often a pixel
			// equals both its neighbours in a row and the row above.
			flat, all := 0, 0
			for y := 100; y < 260; y++ {
				for x := 20; x < 300; x++ {
					i := img.PixOffset(x, y)
					v := img.Pix[i+2]
					all++
					if v == img.Pix[i-4+2] && v == img.Pix[i+4+2] && v == img.Pix[i-img.Stride+2] {
						flat++
					}
				}
			}
			if share := float64(flat) / float64(all); share > .3 {
				t.Errorf("%s %q: %.0f %% of the pixels lie in flat runs", kind, style, 100*share)
			}
		}
	}
}
