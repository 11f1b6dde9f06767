package phrase

import (
	"strings"
	"testing"
)

func TestLowerMovesNothing(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"": "", "Tea": "tea", "ÄPFEL im Öl": "äpfel im öl", "İstanbul GO": "İstanbul go", "\u212aelvin": "\u212aelvin", "ȺB": "Ⱥb", "A\xff\xfeB": "a\xff\xfeb", "ΩΣ": "ωσ", "日本 X": "日本 x",
	} {
		if got := Lower(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzLower(f *testing.F) {
	f.Add("İ A\xff")
	f.Fuzz(func(t *testing.T, s string) {
		low := Lower(s)
		if len(low) != len(s) {
			t.Fatalf("%q became %q", s, low)
		}
		if strings.ToLower(s) == s && low != s {
			t.Errorf("%q is small already and became %q", s, low)
		}
	})
}
