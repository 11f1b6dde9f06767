package prose

import "testing"

func TestMillionsAreNoMinutes(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]float64{"2023 (0.9M) vs 2024 (3.1M)": 0, "€2m a year": 0, "2m": 120, "1.5 min": 90, "3.1M raised, 2 min": 120, "45 s": 45} {
		if got := Duration(s); got != want {
			t.Errorf("%q: %g s, want %g", s, got, want)
		}
	}
}
