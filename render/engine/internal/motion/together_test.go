package motion

import (
	"bytes"
	"image"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestVerbsMoveEveryPart: whatever a verb can be said of, it moves, and puts it where it
// stands without one.
func TestVerbsMoveEveryPart(t *testing.T) {
	t.Parallel()
	items := []scene.Item{{Title: "One", Label: "2021"}, {Title: "Two", Label: "2022"}, {Title: "Three", Label: "2023"}}
	column := func(s string) scene.Column {
		return scene.Column{Title: s, Rows: []scene.Item{{Label: "Cost", Value: s + "1"}}}
	}
	for target, s := range map[string]scene.Scene{
		"chart":      {Kind: scene.Chart, Series: &scene.Series{Type: "bar", Labels: []string{"a", "b", "c"}, Values: []float64{1, 2, 3}}},
		"logo":       {Kind: scene.End},
		"action":     {Kind: scene.End, URL: "acme.example"},
		"asset":      {Kind: scene.Device},
		"items/comp": {Kind: scene.Compare, Columns: []scene.Column{column("A"), column("B")}},
		"items/tab":  {Kind: scene.Table, Rows: [][]string{{"a", "b"}, {"1", "2"}}},
		"items/time": {Kind: scene.Timeline, Items: items},
		"items/grid": {Kind: scene.Grid, Items: items},
		"items/proc": {Kind: scene.Process, Items: items},
		"items/pts":  {Kind: scene.Points, Items: items},
		"figure":     {Kind: scene.Number, Figure: &scene.Figure{Text: "42"}, Label: "users"},
		"headline":   {Kind: scene.Title},
	} {
		t.Run(target, func(t *testing.T) {
			t.Parallel()
			name, _, _ := bytes.Cut([]byte(target), []byte("/"))
			build := func(m []scene.Move) *scene.Stage {
				s := s
				s.ID, s.Headline, s.Moves = "s", "Power", m
				b := &scene.Storyboard{Language: "en", Scenes: []scene.Scene{s}, Look: scene.Look{LogoText: "Acme"}, Presenter: scene.Person{None: true}}
				st, err := Build(Input{Board: b, Theme: theme(t, scene.Look{Style: "minimal", LogoText: "Acme"}), Fonts: sharedFonts, Size: image.Pt(320, 180), Seconds: 9, Ends: 9})
				if err != nil {
					t.Fatal(err)
				}
				return st
			}
			plain := build(nil)
			for _, verb := range []string{"slams", "slides"} {
				moved := build([]scene.Move{{Verb: verb, Target: string(name), From: "right"}})
				differ := false
				for _, at := range []float64{.2, .35, .5, .7, .9, 1.2, 1.8, 2.2} {
					differ = differ || !bytes.Equal(paint(plain, at).Pix, paint(moved, at).Pix)
				}
				if !differ {
					t.Errorf("%s does not move the %s", verb, target)
				}
				if a, b := paint(plain, 7), paint(moved, 7); name[0] != 'i' && !bytes.Equal(a.Pix, b.Pix) {
					t.Errorf("%s leaves the %s where it does not belong", verb, target)
				}
			}
		})
	}
}
