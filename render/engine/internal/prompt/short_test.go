package prompt

import "testing"

// TestShortThen: "a short, clear video" is a video.
func TestShortThen(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Make a short, clear video about the laptop policy for all employees.":     "the laptop policy",
		"Create a short, friendly explainer about bike lights. Lights save lives.": "bike lights",
		"Make a short, punchy and honest clip about our tea. It is hot.":           "our tea",
	} {
		if b := Parse(s + " Every employee gets one."); b.Subject != want {
			t.Errorf("%q: subject %q, title %q", s, b.Subject, b.Title)
		}
	}
}
