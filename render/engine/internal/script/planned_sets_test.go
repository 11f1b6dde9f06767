package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
)

// TestSetsOfScenes: the first set that scenes name is the video's, another one that scene's.
func TestSetsOfScenes(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Seconds: 30, Spec: manifest.Spec{PositivePrompt: "Scene 1: A-ROLL\nVisual: presenter in the office\nVO: \"Good morning to all of you.\"\nScene 2: A-ROLL\nVisual: presenter in the library, close-up\nVO: \"This is where we read.\"\nScene 3: A-ROLL\nVisual: presenter smiles\nVO: \"Goodbye to all of you.\""}})
	for i, want := range []string{"office", "library", "office"} {
		if got := b.PersonOf(i).Set; got != want {
			t.Errorf("scene %d stands in %q, want %q", i+1, got, want)
		}
	}
	if n := notesOf(b); !strings.Contains(n, "understood: set of scene 2: library") || strings.Contains(n, `nothing is drawn of "library"`) {
		t.Error(n)
	}
	b = write(t, Request{Seconds: 30, Spec: manifest.Spec{PositivePrompt: "Scene 1: A-ROLL\nVO: \"Good morning to all of you.\"\nScene 2: A-ROLL\nVO: \"Goodbye to all of you.\"", Edits: []string{"in scene 2 put the presenter in the library"}}})
	if b.PersonOf(0).Set == "library" || b.PersonOf(1).Set != "library" {
		t.Errorf("the edit is of scene 2: %q %q\n%s", b.PersonOf(0).Set, b.PersonOf(1).Set, notesOf(b))
	}
	b.Scenes[0].Set = "moon"
	if text, err := board.Encode(b); err != nil {
		t.Error(err)
	} else if _, err := board.Decode("b.yaml", text, nil); err == nil || !strings.Contains(err.Error(), "moon") {
		t.Errorf("a set that there is not: %v", err)
	}
}
