package prompt

import (
	"slices"
	"testing"
)

// What is to be read stands on the list without what is said of it, under whatever heading.
func TestExactTexts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"CRITICAL ON-SCREEN TEXT (display literally):\n- \"50% OFF – today™ only\"\n- \"$847M\" — AI market size\n- Quote: \"It just works.\" — Priya N., Leeds": {"50% OFF – today™ only", "$847M", "\"It just works.\" — Priya N., Leeds"},
		"CRITICAL ON-SCREEN TEXT\n• \"accounts@paypa1.com\"\n• \"Report. Don’t forward.\"":                                                                       {"accounts@paypa1.com", "Report. Don’t forward."},
		"On-screen text, exactly: \"25 = 1\", \"Yellow bin = right bin!\"":                                                                                       {"25 = 1", "Yellow bin = right bin!"},
		"## Must appear on screen exactly\n- \"1.5 bar\"":                                                                                                        {"1.5 bar"},
		"PFLICHTTEXTE:\n- „Ab 39,90 € – 412 Kurse“":                                                                                                              {"Ab 39,90 € – 412 Kurse"},
	} {
		var got []string
		for _, l := range Parse("Make a video about bees.\n\n" + text).Screen {
			got = append(got, l.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A scene's fields hold what they name, without how it is to look.
func TestFieldsOfScenesHoldOneThing(t *testing.T) {
	t.Parallel()
	b := Parse(`Scene 1 — A-ROLL (8s)
VOICEOVER: "Hello there."
Lower-third: "Mara Okafor · Founder" white on green bar.
Scene 2: Step 1 (B-roll, 10 seconds)
- **VO:** "First, unplug it."
- **Layers:**
  - L1: deep blue gradient #0B1F3A
  - L2: "Unplug it" 96pt white
  - L4: label "Step 1 of 3"
Scene 3: [A-ROLL] presenter with overlay on the right (Language: French)
VO: "Bonjour."

Transitions: push between scenes, iris wipe into the last scene`)
	if got := b.Scenes[0].LowerThird; got != "Mara Okafor · Founder" {
		t.Errorf("lower third %q", got)
	}
	var layers []int
	for _, l := range b.Scenes[1].Layers {
		layers = append(layers, l.N)
	}
	if !slices.Equal(layers, []int{1, 2, 4}) || b.Scenes[1].Seconds != 10 {
		t.Errorf("layers %v, %g s", layers, b.Scenes[1].Seconds)
	}
	if s := b.Scenes[2]; s.Side != "left" || s.Language != "fr" {
		t.Errorf("presenter on the %q, language %q", s.Side, s.Language)
	}
	if b.Scenes[1].Transition != "iris" || b.Transition != "push" {
		t.Errorf("transitions %q into the last scene, %q elsewhere", b.Scenes[1].Transition, b.Transition)
	}
}
