package tongue

import (
	"testing"
)

func TestGermanNominative(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"den neuen Fahrradverleih in Bremen": "der neue Fahrradverleih in Bremen", "einen kleinen, leisen Motor": "ein kleiner, leiser Motor",
		"unseren Versand": "unser Versand", "die neue App": "die neue App", "Datenschutz": "Datenschutz",
	} {
		if got := germanNominative(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
