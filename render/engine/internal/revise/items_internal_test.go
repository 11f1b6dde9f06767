package revise

import (
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestCountsOfAnyLength: lists become as short and as long as anybody likes; a count that
// has no word is a figure.
func TestCountsOfAnyLength(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, said string
		n          int
		want       string
	}{
		{"pt", "Três vantagens para si.", 1, "1 vantagens para si."},
		{"pt", "Três vantagens para si.", 2, "Duas vantagens para si."},
		{"pt", "Três passos.", 2, "Dois passos."},
		{"pt", "Três vantagens para si.", 12, "12 vantagens para si."},
		{"ar", "ثلاث مزايا.", 11, "11 مزايا."},
		{"en", "Three reasons.", 12, "12 reasons."},
		{"en", "Three reasons.", 0, "0 reasons."},
	} {
		e := &editor{b: &scene.Storyboard{Language: c.lang}}
		if got := e.recount(c.said, 3, c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.lang, c.n, got, c.want)
		}
	}
}
