package motion

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// What a layout cannot show is said, and what it does not say is shown: every title of
// a list that is not left out comes up on the stage.
func TestNothingIsLeftOutInSilence(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, kind := range []scene.Kind{scene.Points, scene.Process, scene.Timeline, scene.Grid, scene.Number, scene.Table} {
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			for n := 1; n <= 14; n++ {
				s := scene.Scene{ID: "s", Kind: kind, Headline: "Everything", Label: "All", Figure: &scene.Figure{Text: "7"}}
				s.Rows = [][]string{{"Name", "Size"}}
				for i := range n {
					name := fmt.Sprintf("Title%02d", i)
					s.Items = append(s.Items, scene.Item{Title: name, Label: name, Value: name, Body: "A line"})
					s.Rows = append(s.Rows, []string{name, "9"})
				}
				c := composeFor(t, s, scene.Look{}, size, 12)
				seen := map[string]bool{}
				for at := .25; at < 12; at += .25 {
					for _, v := range visible(c, at) {
						for _, w := range strings.Fields(v.block.Spec.Text) {
							seen[w] = true
						}
					}
				}
				missing := 0
				for i := range n {
					if !seen[fmt.Sprintf("Title%02d", i)] {
						missing++
					}
				}
				if left := LeftOut(&s, size); (left != "") != (missing > 0) {
					t.Errorf("%s of %d in %v: %d are missing, said %q", kind, n, size, missing, left)
				}
			}
		}
	}
	wide := scene.Scene{Kind: scene.Table, Rows: [][]string{{"a", "b", "c", "d", "e"}}}
	if LeftOut(&wide, portrait) == "" || LeftOut(&wide, landscape) != "" {
		t.Error("a wide table")
	}
}

// In portrait each step's and each event's line is read at least while it is spoken of.
func TestBodiesAreReadInPortrait(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, kind := range []scene.Kind{scene.Process, scene.Timeline} {
		for _, spoken := range []string{"", sampleSay} {
			for n := 2; n <= 6; n++ {
				s := scene.Scene{ID: "s", Kind: kind, Headline: "Everything", Say: spoken}
				for i := range n {
					s.Items = append(s.Items, scene.Item{Title: "Step", Label: "2020", Body: fmt.Sprintf("Body%d", i)})
				}
				c := composeFor(t, s, scene.Look{}, portrait, 12)
				seen := map[string]bool{}
				for at := .25; at < 12; at += .25 {
					for _, v := range visible(c, at) {
						seen[v.block.Spec.Text] = true
					}
				}
				for i := range n {
					if !seen[fmt.Sprintf("Body%d", i)] {
						t.Errorf("%s of %d, spoken %v: body %d is never read", kind, n, spoken != "", i)
					}
				}
			}
		}
	}
}
