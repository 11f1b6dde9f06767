package phrase

import (
	"strings"
	"testing"
)

func TestSyllable(t *testing.T) {
	t.Parallel()
	for _, want := range []string{
		"Kraft·fahr·zeug·haft·pflicht·ver·si·che·rung", "Donau·dampf·schiff·fahrts·ge·sell·schaft", "inter·na·tio·na·li·za·tion", "Rechts·schutz·ver·si·che·rung",
		"Elek·tri·zi·tät", "strength", "Stadt", "carac·tè·res", "res·pon·sa·bi·li·dad",
	} {
		word := []rune(strings.ReplaceAll(want, "·", ""))
		var got strings.Builder
		for i, r := range word {
			if Syllable(word, i) {
				got.WriteRune('·')
			}
			got.WriteRune(r)
		}
		if got.String() != want {
			t.Errorf("%s, want %s", got.String(), want)
		}
	}
}
