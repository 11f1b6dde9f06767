package motion

import (
	"image"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// Left is the viewer's left in any direction of reading, where somebody wrote it; what
// nobody wrote is on the side where reading begins or ends.
func TestWrittenSidesAreTheViewers(t *testing.T) {
	t.Parallel()
	size := image.Pt(640, 360)
	eyes := func(s scene.Scene, lang string) string {
		s.ID, s.Language, s.Headline = "s", lang, "One battery"
		slot := stageFor(t, s, scene.Look{}, size, 6).Slot
		if slot == nil {
			t.Fatalf("%s: nobody stands there", s.Kind)
		}
		if slot.EyeX < float64(size.X)/2 {
			return "left"
		}
		return "right"
	}
	for _, kind := range []scene.Kind{scene.Presenter, scene.Points, scene.Statement} {
		for _, lang := range []string{"en", "ar", "he"} {
			for _, side := range []string{"left", "right"} {
				if got := eyes(scene.Scene{Kind: kind, Presenter: side, Items: []scene.Item{{Title: "One"}}}, lang); got != side {
					t.Errorf("%s in %s, presenter: %s stands on the %s", kind, lang, side, got)
				}
			}
		}
		if kind != scene.Statement && eyes(scene.Scene{Kind: kind}, "en") == eyes(scene.Scene{Kind: kind}, "ar") {
			t.Errorf("%s: the usual side is the same in Arabic", kind)
		}
	}
}

// A thing that comes from the left comes from the left.
func TestWrittenDirectionsAreTheViewers(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "ar"} {
		for from, sign := range map[string]float64{"left": -1, "the RIGHT": 1} {
			s := scene.Scene{ID: "s", Kind: scene.Title, Language: lang, Headline: "One", Subtitle: "Two and three", Moves: []scene.Move{{Verb: "slides", Target: "subtitle", From: from}}}
			c := composeFor(t, s, scene.Look{}, image.Pt(640, 360), 6)
			found := false
			for _, v := range c.set {
				if v.block.Spec.Text != s.Subtitle {
					continue
				}
				seen := scene.Layer(v.layer)
				if c.rtl {
					seen = &turned{Layer: v.layer, width: 640}
				}
				for at := 0.0; at < 3; at += .05 {
					if p, q := seen.At(at), seen.At(5); p.Sprite != nil && p.Alpha > 0 && p.X != q.X {
						if found = true; (p.X-q.X)*sign < 0 {
							t.Errorf("%s: from %s it comes from %+.0f px", lang, from, p.X-q.X)
						}
						break
					}
				}
			}
			if !found {
				t.Errorf("%s, %s: nothing moves", lang, from)
			}
		}
	}
}
