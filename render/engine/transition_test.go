package engine

import (
	"fmt"
	"os"
	"testing"

	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/transition"
)

// Every transition that can be drawn can be written in a storyboard.
func TestTransitionsOfStoryboards(t *testing.T) {
	t.Parallel()
	for _, kind := range append(transition.Kinds(), "cut") {
		text := fmt.Sprintf("storyboard: 1\nlanguage: en\nwidth: 320\nheight: 180\nfps: 30\nseconds: 4\nscenes:\n  - {id: a, kind: title, headline: One, transition: {kind: %s}}\n", kind)
		if _, err := board.Decode("b.yaml", []byte(text), os.DirFS(t.TempDir())); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}
