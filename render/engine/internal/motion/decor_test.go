package motion

import (
	"fmt"
	"image"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// No light that is out of focus lies behind words: the ground of every text is as even with
// it as without.
func TestBokehKeepsAwayFromWords(t *testing.T) {
	t.Parallel()
	for _, s := range samples() {
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			for _, presenter := range []string{"none", "left"} {
				s := s
				s.Presenter = presenter
				t.Run(fmt.Sprintf("%s-%dx%d-%s", s.ID, size.X, size.Y, presenter), func(t *testing.T) {
					t.Parallel()
					b := &scene.Storyboard{Language: "en", Look: scene.Look{Style: "cinematic"}, Seed: 7, Width: size.X, Height: size.Y, Scenes: []scene.Scene{s}}
					in := Input{Board: b, Theme: theme(t, b.Look), Fonts: sharedFonts, Size: size, Seconds: 8, Assets: testAssets}
					c, by := (*comp)(nil), image.Point{}
					if beside, _ := Beside(b, 0, size); beside && size.X > size.Y {
						var outer *comp
						outer, c = composeBeside(in, layouts[s.Kind])
						for _, l := range outer.stage.Layers {
							if l, ok := l.(*shifted); ok {
								by = l.by
							}
						}
						c.back = outer.back
					} else {
						var err error
						if c, err = compose(in); err != nil {
							t.Fatal(err)
						}
					}
					lights := image.NewRGBA(image.Rectangle{Max: size})
					c.back.ink(lights)
					for i, w := range c.words() {
						w = w.Add(by)
						for y := w.Min.Y; y < w.Max.Y; y++ {
							for x := w.Min.X; x < w.Max.X; x++ {
								if p := lights.RGBAAt(x, y); float64(p.R)-float64(p.B) > 14 { // the accent's is warm, the shafts' is not
									t.Fatalf("light on %q at %v: %v", c.set[i].block.Spec.Text, image.Pt(x, y), p)
								}
							}
						}
					}
				})
			}
		}
	}
}

// The large circle of poster titles lies behind no word: white on yellow is not read.
func TestPosterCirclesKeepAwayFromTitles(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"bold", "flat", "cartoon"} {
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			for _, s := range samples()[:2] {
				c := composeFor(t, s, scene.Look{Style: style, Primary: "#2457F5", Accent: "#FFB224"}, size, 8)
				art := image.NewRGBA(image.Rectangle{Max: size})
				c.back.ink(art)
				circle := c.th.Flats[2].NRGBA(1)
				for _, w := range visible(c, 7) {
					for y := w.at.Min.Y; y < w.at.Max.Y; y++ {
						for x := w.at.Min.X; x < w.at.Max.X; x++ {
							if p := art.RGBAAt(x, y); p.R == circle.R && p.G == circle.G && p.B == circle.B {
								t.Fatalf("%s %v: the circle lies behind %q", style, size, w.block.Spec.Text)
							}
						}
					}
				}
			}
		}
	}
}
