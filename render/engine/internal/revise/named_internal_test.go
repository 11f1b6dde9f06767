package revise

import (
	"testing"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/scene"
)

// TestFigureFollowsItsSpelling: a figure shows its unit in another way than it is said.
func TestFigureFollowsItsSpelling(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Language: "es", Scenes: []scene.Scene{{ID: "s1", Kind: scene.Number, Say: "La entrada cuesta 4 euros.", Figure: &scene.Figure{Text: "4", Suffix: "€", Cue: "4"}}}}
	e := &editor{b: b, seen: sceneIDs(b)}
	_, err := e.valueOf(edit.Edit{Op: edit.ValueOf, Text: "entrada", With: "5 euros"})
	if s := b.Scenes[0]; err != nil || s.Figure.Text != "5" || s.Say != "La entrada cuesta 5 euros." {
		t.Errorf("%v: %q %+v", err, s.Say, s.Figure)
	}
}

// readOne is the one intent of an instruction.
func readOne(t *testing.T, s string) edit.Edit {
	t.Helper()
	out, err := edit.Read(s, "en")
	if err != nil || len(out) != 1 {
		t.Fatalf("%s: %v %v", s, out, err)
	}
	return out[0]
}
