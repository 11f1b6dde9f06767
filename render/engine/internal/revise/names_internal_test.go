package revise

import "testing"

// TestFormsOfOneWord: words are found in another form, others are not taken for them.
func TestFormsOfOneWord(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"salary", "salaries", true}, {"opens", "opening", true}, {"ship", "shipping", true}, {"weighs", "weight", true},
		{"salary", "salmon", false}, {"2024", "2025", false},
	} {
		if got := sameWord(c.a, c.b); got != c.same || sameWord(c.b, c.a) != got {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}
