package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// Type words of a style block are honoured where a built-in face fits, and noted where
// none does.
func TestTypeWords(t *testing.T) {
	t.Parallel()
	for block, want := range map[string]struct{ heading, note string }{
		"Monospace type. Hard cut.":     {"JetBrains Mono", "type: monospace"},
		"Elegant serif type. Slow.":     {"", `"elegant serif" type is not built in`},
		"Condensed caps. Hard cut.":     {"", `"condensed" type is not built in`},
		"Clean sans-serif. Soft fades.": {"", ""},
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: "Introduce Lumen, a desk lamp. It dims to 1% and folds flat.\nSTYLE — LINES: #101010, #00E5FF. " + block}, Seconds: 20})
		if err != nil {
			t.Fatal(err)
		}
		var notes strings.Builder
		for _, n := range b.Notes {
			notes.WriteString(n.Text + "\n")
		}
		if b.Look.Heading != want.heading || !strings.Contains(notes.String(), want.note) {
			t.Errorf("%s: heading %q, notes:\n%s", block, b.Look.Heading, notes.String())
		}
		if want.note == "" && strings.Contains(notes.String(), "not built in") {
			t.Errorf("%s: notes:\n%s", block, notes.String())
		}
	}
}
