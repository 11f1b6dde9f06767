package script

import "testing"

// A price is headed by what it is the price of, not by the sentence that it stands in.
func TestPricesAreHeadedByWhatTheyAreOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"You pay for what you use, plus a fixed charge of £18 a month.": {"£18", "Fixed charge", "a month"},
		"Pay starts at £14.20 an hour, and nights at weekends pay £16.": {"£14.20", "Pay", "an hour"},
		"Preorders start on 3 October at €129.":                         {"€129", "Preorders start on 3 October", ""},
	} {
		s := sceneOf(t, "Make a video about Lumo, a lamp company. "+text+" Everyone here likes the light in the morning.", text[:8])
		if s.Figure == nil || s.Label != want[1] || s.Subtitle != want[2] {
			t.Errorf("%q: %s %+v %q %q", text, s.Kind, s.Figure, s.Label, s.Subtitle)
		}
	}
}
