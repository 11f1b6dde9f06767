package engine

import (
	"context"
	"os"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/avatar"
	"gitops.video/render/render/engine/internal/casting"
	"gitops.video/render/render/engine/internal/script"
)

// TestDescribedPresentersCanBeDrawn: whomever an edit describes, the catalogue draws.
func TestDescribedPresentersCanBeDrawn(t *testing.T) {
	t.Parallel()
	faces := func() []casting.Face {
		var out []casting.Face
		for _, a := range avatar.List() {
			out = append(out, casting.Face{ID: a.ID, Gender: a.Gender, Looks: a.Looks})
		}
		return out
	}
	for _, looks := range []string{"glasses", "no glasses", "older", "younger", "a hijab", "a turban", "short hair", "long hair", "curly hair", "an afro", "a bob", "a bun", "a ponytail", "braids", "a shaved head", "blond hair", "grey hair", "black hair", "brown hair", "red hair",
		"a beard", "no beard", "stubble", "a moustache", "a goatee", "a navy suit", "a shirt", "a sweater", "a t-shirt", "a green hoodie", "a turtleneck", "a dress", "a sari", "a kurta", "a lab coat", "scrubs", "a safety vest", "dark skin", "fair skin"} {
		for _, who := range []string{"woman", "man"} {
			edit := "use a " + who + " with " + looks
			b, err := script.Write(context.Background(), script.Request{Spec: manifest.Spec{PositivePrompt: "Introduce Fennel, a meal planner. It plans a week in 4 minutes.", Edits: []string{edit}}, Faces: faces})
			if err != nil {
				t.Fatal(err)
			}
			answer := b.Notes[len(b.Notes)-1].Text
			p, err := avatar.Lookup(b.Presenter.ID)
			switch {
			case err != nil:
				t.Errorf("%s: %v", edit, err)
			case strings.Contains(answer, "not honoured") && !strings.Contains(answer, "no face of that gender") && !strings.Contains(answer, "presenters wear what the catalogue shows"):
				t.Errorf("%s: %s", edit, answer)
			case !strings.Contains(answer, "not honoured") && p.Fem != (who == "woman"):
				t.Errorf("%s: %s", edit, b.Presenter.ID)
			}
		}
	}
}

// TestAColouredSceneCanBePinned: what an edit makes of a storyboard is one that may be pinned.
func TestAColouredSceneCanBePinned(t *testing.T) {
	t.Parallel()
	board := func(stage string) []byte {
		return []byte("storyboard: 1\ntitle: T\nlanguage: en\nwidth: 320\nheight: 180\nfps: 30\nseconds: 3\nscenes:\n  - id: a\n    kind: statement\n    headline: Hello\n    stage: \"" + stage + "\"\n")
	}
	for _, stage := range []string{"#7C2D12", "#ab12ef", "ink", "paper", "brand", ""} {
		if d := CheckStoryboard("b.yaml", board(stage), os.DirFS(t.TempDir()), false); len(d) > 0 {
			t.Errorf("%q: %v", stage, d)
		}
	}
	d := CheckStoryboard("b.yaml", board("#7C2"), os.DirFS(t.TempDir()), false)
	if len(d) != 1 || d[0].Range.Start.Line != 12 {
		t.Errorf("a short colour: %v", d)
	}
}
