package motion

import (
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// TestSceneOnAGroundOfItsOwn: it is drawn on that colour in every style that
// has no world of its own, and its words
// are read there; the other scenes stay as they are.
func TestSceneOnAGroundOfItsOwn(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"default", "minimal", "bold", "flat", "cartoon"} {
		for _, hex := range []string{"#2563EB", "#16A34A", "#FBF3E2", "#7C3AED", "#FACC15", "#6B1D2E"} {
			b := &scene.Storyboard{Look: scene.Look{Style: style}, Scenes: []scene.Scene{
				{ID: "a", Kind: scene.Grid, Stage: hex, Headline: "What you get", Items: []scene.Item{{Title: "Towels"}, {Title: "Passes"}}},
				{ID: "b", Kind: scene.Grid, Headline: "What you get", Items: []scene.Item{{Title: "Towels"}, {Title: "Passes"}}},
			}}
			in := Input{Board: b, Theme: theme(t, b.Look), Fonts: sharedFonts, Size: wide1080, Seconds: 5}
			c, err := compose(in)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.st.Base; got != look.MustHex(hex) {
				t.Errorf("%s on %s stands on %s", style, hex, got)
			}
			if r := look.Contrast(c.st.Text, c.st.Base); r < 4.5 {
				t.Errorf("%s on %s: words read at %.1f", style, hex, r)
			}
			in.Index = 1
			if o, _ := compose(in); o.st != theme(t, b.Look).Stage("paper") && o.st.Base == look.MustHex(hex) {
				t.Errorf("%s on %s: the next scene changed", style, hex)
			}
		}
	}
}
