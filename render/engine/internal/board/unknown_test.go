package board

import (
	"errors"
	"strings"
	"testing"
)

func TestNamesThatNobodyHasAreWarnedOf(t *testing.T) {
	t.Parallel()
	no := func(kind string) func(string) error {
		return func(name string) error {
			if strings.HasPrefix(name, "no") {
				return errors.New(kind + " " + name)
			}
			return nil
		}
	}
	const text = `storyboard: 1
language: nolang
voice: {name: novoice}
look: {heading: nofont, body: Inter}
music: {mood: nomood}
speakers:
  - {name: A, voice: {name: novoice2}}
  - {name: B, voice: {name: none, sample: b.wav}}
scenes:
  - {id: s1, language: nolang2, music: {mood: nomood2}}
  - {id: s2, language: en, music: {mood: none}}
  - {id: s3, music: {mood: calm}}
`
	got := Unknown("b.yaml", []byte(text), Names{Voice: no("voice"), Language: no("language"), Mood: no("mood"), Font: no("font")})
	var said []string
	for _, d := range got {
		said = append(said, strings.TrimPrefix(d.Range.String(), "b.yaml:")+" "+d.Summary)
	}
	if s := strings.Join(said, "; "); s != "2:11 language nolang; 5:15 mood nomood; 3:15 voice novoice; 4:17 font nofont; 7:29 voice novoice2; 10:24 language nolang2; 10:47 mood nomood2" || got.HasErrors() {
		t.Error(s)
	}
	if got := Unknown("b.yaml", []byte(text), Names{}); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}
