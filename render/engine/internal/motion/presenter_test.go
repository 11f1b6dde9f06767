package motion

import (
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/avatar"
	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// What stands on the presenter's set, in every room and brand, can be read on the
// pixels that are really drawn there.
func TestWordsOnSetsAreReadable(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, set := range avatar.Sets {
		for _, primary := range []string{"#2457F5", "#FFD400"} {
			for _, size := range []image.Point{{640, 360}, {360, 640}} {
				for _, kind := range []scene.Kind{scene.Presenter, scene.Points} {
					sc := scene.Scene{ID: "p", Kind: kind, Note: "Source: a pilot", Say: sampleSay, Headline: "Three moves", Items: []scene.Item{{Title: "One"}}}
					b := &scene.Storyboard{Language: "en", Look: scene.Look{LogoText: "Commonwatt", Primary: primary}, Seed: 7, Presenter: scene.Person{ID: "maya", Set: set}, Scenes: []scene.Scene{
						{ID: "a", Kind: scene.Title, Chapter: "Who pays"}, sc, {ID: "e", Kind: scene.Title, Chapter: "Your next step"}}}
					th := theme(t, b.Look)
					c, err := compose(Input{Board: b, Index: 1, Theme: th, Fonts: sharedFonts, Size: size, Seconds: 6, Lines: say(.3, .3, sampleSay), Captions: true})
					if err != nil {
						t.Fatal(err)
					}
					texts := visible(c, 5)
					slot := c.stage.Slot
					who, err := avatar.Build(avatar.Input{Person: b.Presenter, Slot: *slot, Seconds: 6, Seed: 9, Size: size, Primary: th.P, Accent: th.A})
					if err != nil {
						t.Fatal(err)
					}
					c.stage.Layers = append(c.stage.Layers[:c.stage.SlotAt:c.stage.SlotAt], append(who, c.stage.Layers[c.stage.SlotAt:]...)...)
					img := composite.New(c.stage, 30).RGBA(150)
					found := 0
					for _, v := range texts {
						if len(v.block.Spec.Text) < 3 || !v.at.Overlaps(slot.Window) || v.color == (look.RGB{}) {
							continue
						}
						found++
						if k := ground(img, v.at, v.color); k < 3.6 {
							t.Errorf("%s %s %v %s: %q has a contrast of %.2f", set, primary, size, kind, v.block.Spec.Text, k)
						}
					}
					if found == 0 && !strings.Contains(set, "?") {
						t.Errorf("%s %v %s: nothing stands on the set", set, size, kind)
					}
				}
			}
		}
	}
}

// Whoever stands beside something is named in their own panel, below the face; over the foot
// of an upright frame and over films the name is in a line. No caption stands on it.
func TestWhoIsNamedIsSeen(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{landscape, portrait, square} {
		for _, style := range []string{"", "bold", "cinematic"} {
			for _, s := range []scene.Scene{
				{ID: "p", Kind: scene.Points, Say: sampleSay, Items: []scene.Item{{Title: "One"}, {Title: "Two"}, {Title: "Three"}, {Title: "Four"}}},
				{ID: "n", Kind: scene.Number, Presenter: "left", Say: sampleSay, Figure: &scene.Figure{Text: "42"}},
				{ID: "s", Kind: scene.Statement, Presenter: "none", Say: sampleSay, Headline: "Water goes where nobody looks"},
			} {
				s.LowerThird = &scene.LowerThird{Name: "Ruth Adeyemi", Role: "Head baker"}
				c := composeFor(t, s, scene.Look{Style: style}, size, 8)
				found := false
				for _, v := range visible(c, 3) {
					if !strings.Contains(v.block.Spec.Text, "Ruth Adeyemi") {
						continue
					}
					found = true
					if v.at.Overlaps(c.stage.Captions) {
						t.Errorf("%s %v %q: captions stand on the name", s.ID, size, style)
					}
					if p := c.stage.Slot; p != nil && v.at.Overlaps(p.Window) {
						h := p.Head
						if face := image.Rect(int(p.EyeX-.34*h), int(p.EyeY-.22*h), int(p.EyeX+.34*h), int(p.EyeY+.5*h)); face.Overlaps(v.at) || !v.at.In(p.Window) {
							t.Errorf("%s %v %q: the name at %v, the face at %v", s.ID, size, style, v.at, face)
						}
					}
				}
				if !found {
					t.Errorf("%s %v %q: nobody is named", s.ID, size, style)
				}
			}
		}
	}
}
