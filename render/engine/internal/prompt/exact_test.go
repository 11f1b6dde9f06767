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

// Directions in the wordings of the guide are carried out.
func TestDirectionsOfTheGuide(t *testing.T) {
	t.Parallel()
	b := Parse(`Make a 40s ad for our app Dozy, portrait. Use avatar amara. Fonts: Lobster (headline), Nunito (text). Transitions: slow morph dissolves — NEVER hard cuts.

Scene 1. B-roll, three cards FLOAT in: Rain, Waves, Stories. Stagger 0.6s. "Rain, waves, or a story told slowly." Duration 9 seconds. Name tag: Joy Adams, shift lead.
Scene 2. A-roll. "Thank you for your time." End with the text "dozy.example". Duration 6 seconds.
Scene 3 (10s): B-roll. "Forty engineers ship every day." "40 engineers" COUNTS UP`)
	if b.Presenter.ID != "amara" || b.Look.Font != "Lobster" || b.Look.Body != "Nunito" || b.Transition != "dissolve" {
		t.Errorf("presenter %q, fonts %q and %q, transition %q", b.Presenter.ID, b.Look.Font, b.Look.Body, b.Transition)
	}
	s := b.Scenes[0]
	if s.Seconds != 9 || s.LowerThird != "Joy Adams, shift lead." && s.LowerThird != "Joy Adams, shift lead" || len(s.Moves) != 1 || s.Moves[0].Stagger != .6 {
		t.Errorf("scene 1: %g s, %q, %+v", s.Seconds, s.LowerThird, s.Moves)
	}
	if s := b.Scenes[2]; s.Say != "Forty engineers ship every day." || len(s.Moves) != 1 {
		t.Errorf("scene 3: %q, %+v", s.Say, s.Moves)
	}
	if s := b.Scenes[1]; s.Seconds != 6 || s.Say != "Thank you for your time." {
		t.Errorf("scene 2: %g s, %q", s.Seconds, s.Say)
	}
}

// What is seen may stand before the words on their line, and behind them.
func TestSeenBesideWords(t *testing.T) {
	t.Parallel()
	b := Parse(`Create a 50-second video for Frostline. Presenter: Kenji.

Scene 1: Problem (A-roll, 8s)
Kenji, waist-up, in a hall. VO: "Every tenth truck is late."
Scene 2: CTA (A-roll, 8s)
VO: "Book a pilot today." Button "Book", URL a.example.`)
	if s := b.Scenes[0]; s.Say != "Every tenth truck is late." || len(b.Scenes) != 2 {
		t.Errorf("scene 1: %q of %d scenes", s.Say, len(b.Scenes))
	}
	if s := b.Scenes[1]; s.Say != "Book a pilot today." {
		t.Errorf("scene 2: %q", s.Say)
	}
}
