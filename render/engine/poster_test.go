package engine

import (
	"bytes"
	"image"
	"os"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
)

// A poster shows its scene whole: it does not depend on when words are spoken, no
// caption stands in it, and whoever presents has no word on the lips.
func TestPostersAreSettled(t *testing.T) {
	t.Parallel()
	for _, first := range []string{
		`{id: a, kind: statement, presenter: none, headline: Care should come to you, say: Care should come to you today}`,
		`{id: a, kind: presenter, say: Care should come to you today, lowerThird: {name: Maya Okafor, role: Nurse}}`,
		`{id: a, kind: grid, presenter: none, headline: Care, say: Care should come to you today, items: [{title: Care}, {title: Come}, {title: Today}]}`,
	} {
		text := "storyboard: 1\ntitle: T\nlanguage: en\nwidth: 320\nheight: 180\nfps: 30\nseconds: 8\nlook: {style: default}\nvoice: {}\npresenter: {id: maya}\nmusic: {off: true}\ncaptions: word\nscenes:\n  - " + first + "\n  - {id: b, kind: end, headline: Bye}\n"
		poster := func(from, per float64) *image.RGBA {
			b, err := board.Decode("b.yaml", []byte(text), os.DirFS(t.TempDir()))
			if err != nil {
				t.Fatal(err)
			}
			l := scene.Line{Text: b.Scenes[0].Say, Start: from}
			for _, w := range bytes.Fields([]byte(l.Text)) {
				l.Words = append(l.Words, scene.Word{Text: string(w), Start: from, End: from + per})
				l.Phones = append(l.Phones, scene.Phone{IPA: "a", Viseme: "D", Start: from, End: from + per, Loud: 1})
				from += per
			}
			l.End = from
			e := open(t, t.TempDir())
			j := render.Job{Dir: t.TempDir(), Spec: manifest.Spec{}}
			set, err := settings(j, b)
			if err != nil {
				t.Fatal(err)
			}
			s, err := e.layout(t.Context(), j, b, &talk{cuts: []timeline.Cut{{Count: 180, Own: 180, Lines: []scene.Line{l}}, {First: 180, Count: 60, Own: 60}}}, set)
			if err != nil {
				t.Fatal(err)
			}
			s, n := s.settled()
			img, err := s.frame(t.Context(), n)
			if err != nil {
				t.Fatal(err)
			}
			return img
		}
		early, late := poster(.3, .3), poster(1, .8) // the last word runs to the scene's end
		if !bytes.Equal(early.Pix, late.Pix) {
			t.Errorf("%.40s: the poster depends on when its words are spoken", first)
		}
	}
}
