package telling

import (
	"testing"

	"gitops.video/render/render/engine/internal/tongue"
)

func TestHeadlinesEndWithAThought(t *testing.T) {
	t.Parallel()
	w := &Writer{Wording: tongue.English, Lang: "en"}
	for s, want := range map[string]string{
		"The Starter plan goes from $12 to $15 per month on 1 September.":      "The Starter plan goes from $12 to $15 per month",
		"Uniform can be bought second-hand every first Saturday of the month.": "Uniform can be bought second-hand every first Saturday of the month",
	} {
		if got := w.Headline(s, 40); got != want {
			t.Errorf("%q is headed %q, want %q", s, got, want)
		}
	}
}
