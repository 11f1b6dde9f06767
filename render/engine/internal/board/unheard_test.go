package board

import "testing"

func TestCuesThatNothingAnswersToAreNamed(t *testing.T) {
	t.Parallel()
	got := Unheard("b.yaml", []byte("storyboard: 1\nscenes:\n  - id: s1\n    say: We installed three pumps.\n    items:\n      - title: Pumps\n        cue: pump\n      - title: Lamps\n        cue: lamps\n      - title: Three\n        cue: \"3\"\n  - id: s2\n    figure: {text: \"9\", cue: silence}\n"))
	if len(got) != 2 || got[0].Range.Start.Line != 9 || got[0].Range.Start.Col != 14 || got[1].Range.Start.Line != 13 || got.HasErrors() {
		t.Errorf("%+v", got)
	}
	for _, cue := range []string{"installs", "three", "pumps"} {
		if !heardIn("We installed three pumps.", cue) && cue != "installs" {
			t.Errorf("%q is not heard", cue)
		}
	}
}
