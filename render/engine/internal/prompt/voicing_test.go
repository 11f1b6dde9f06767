package prompt

import (
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// TestVoiceQualitiesAreAnswered: what a voice cannot be told is noted, and no more.
func TestVoiceQualitiesAreAnswered(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"About our new pump. It runs quietly. Voice: deep male voice with a Scottish accent.": `"deep", "Scottish accent"`,
		"About our new pump. It runs quietly. Use a husky female voice.":                      `"husky"`,
		"About our new pump. It runs quietly. Use a warm female voice.":                       "",
		"About deep learning. It finds patterns in data. Use a female voice.":                 "",
	} {
		b := Parse(text)
		i := slices.IndexFunc(b.Notes, func(n brief.Note) bool { return strings.Contains(n.Text, "cannot be asked of the voices") })
		if (i < 0) != (want == "") || i >= 0 && !strings.Contains(b.Notes[i].Text, want) {
			t.Errorf("%q: notes %v, want %s", text, b.Notes, want)
		}
	}
}
