package prompt

import (
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// scenesOf are the scenes of a plan, by their place.
func scenesOf(t *testing.T, text string, n int) []brief.Scene {
	t.Helper()
	b := Parse(text)
	if len(b.Scenes) != n {
		t.Fatalf("%d scenes, want %d: %+v", len(b.Scenes), n, b.Scenes)
	}
	return b.Scenes
}

// What lays a scene out, or is said to the maker, is not spoken.
func TestOnlyTheWordsAreSpoken(t *testing.T) {
	const head = "Scene 1 (6s): A-roll\nVO: \"We start here.\"\n\n"
	for body, want := range map[string]string{
		"**Narration:** *\"A tap drips all night.\"*":                                            "A tap drips all night.",
		"VO: none\nText on screen: \"Stop\"":                                                     "",
		"Script: We ship daily.\nBullets: Fast / Cheap / Near\nButton: \"Book it\"":              "We ship daily.",
		"VO: \"A gift is a kindness.\"\nGesture: open palms on \"kindness\"":                     "A gift is a kindness.",
		"- avatar, full body, by a bookshelf\n- L3: Nia Brandt | Host\n- she says: \"I'm Nia.\"": "I'm Nia.",
		"VO \"I'm obsessed, literally\" caption in speech bubble":                                "I'm obsessed, literally",
		"VO: \"Carbon fell.\"\nSource: NEJM 2020":                                                "Carbon fell.",
		"VO: We have three rules.\nFirst: wear a helmet.":                                        "We have three rules. First: wear a helmet.",
	} {
		sc := scenesOf(t, head+"Scene 2 (6s)\n"+body, 2)[1]
		if sc.Say != want {
			t.Errorf("%q: spoken %q, want %q", body, sc.Say, want)
		}
	}
}

func TestHeadsOfScenes(t *testing.T) {
	sc := scenesOf(t, "[Scene 1 | A-roll | 9s | hard cut]\nVO: We open.\n\n[Scene 2 | B-roll | 5s | iris wipe]\nVO: We close.\nVisual: the shop\n\nScene 3 — TITLE CARD (5s) — no VO\nText: \"Thanks\"", 3)
	if sc[0].Transition != "cut" || sc[1].Transition != "iris" || sc[0].Seconds != 9 {
		t.Errorf("transitions %q and %q, %g s", sc[0].Transition, sc[1].Transition, sc[0].Seconds)
	}
	if sc[2].Say != "" || !slices.Equal(sc[2].Screen, []string{"Thanks"}) {
		t.Errorf("a card without words says %q and shows %q", sc[2].Say, sc[2].Screen)
	}
}

func TestTransitionBehindATextOfTheScreen(t *testing.T) {
	sc := scenesOf(t, "SCENE 1 — A-ROLL (8s)\nVO: \"It knows.\"\nOn-screen text: \"IT KNOWS.\"\nHard cut.\n\nSCENE 2 — B-ROLL (5s)\nVO: \"We end.\"", 2)
	if !slices.Equal(sc[0].Screen, []string{"IT KNOWS."}) || sc[0].Transition != "cut" {
		t.Errorf("shown %q, transition %q", sc[0].Screen, sc[0].Transition)
	}
}

func TestLowerThirdsByOtherNames(t *testing.T) {
	for body, want := range map[string]string{
		"L3: Nia Brandt | Host\nVO: \"Hello there.\"":                                                                  "Nia Brandt | Host",
		"Presenter waves. A lower third slides in from the left reading \"Theo Marsh, setter\".\nVO: \"Hello there.\"": "Theo Marsh, setter",
	} {
		if sc := scenesOf(t, "Scene 1 (4s)\n"+body+"\n\nScene 2 (4s)\nVO: \"Bye.\"", 2)[0]; sc.LowerThird != want {
			t.Errorf("%q: lower third %q, want %q", body, sc.LowerThird, want)
		}
	}
}

func TestFramingAndSideInAPicture(t *testing.T) {
	sc := scenesOf(t, "1. 00:00-00:04 | Title card, white text \"Last bus.\" | VO: none\n2. 00:04-00:10 | Presenter (driver uniform) medium close-up, left third | VO: \"I drive the N7.\" | L3rd: \"Sam Ortiz, driver\"", 2)
	if sc[1].Framing != "medium" || sc[1].Side != "left" || sc[1].LowerThird != "Sam Ortiz, driver" || sc[1].Say != "I drive the N7." || sc[1].Seconds != 6 {
		t.Errorf("%+v", sc[1])
	}
}

func TestFullScreenPresenterIsNoBRoll(t *testing.T) {
	sc := scenesOf(t, "Scene 1 (4s)\nVisual: a chart\nVO: \"Up.\"\n\nScene 2 (4s)\nThe presenter is back, full screen.\nVO: \"Bye now.\"", 2)
	if sc[1].Type != "a-roll" {
		t.Errorf("type %q", sc[1].Type)
	}
}

func TestSmallPrint(t *testing.T) {
	b := Parse("Scene 1 (4s)\nVisual: a chart\nVO: \"Up.\"\nSource line: NEJM 2020\nDisclaimer (small): \"No advice.\"\n\nScene 2 (4s)\nVO: \"Bye now.\"\n\nLegal line on every scene, bottom, 18pt: \"Run by CityMove Ltd.\"")
	if got := b.Scenes[0].Small; !slices.Equal(got, []string{"NEJM 2020", "No advice."}) {
		t.Errorf("small print %q", got)
	}
	if len(b.Always) != 1 || b.Always[0].Text != "Run by CityMove Ltd." || b.Scenes[1].Say != "Bye now." {
		t.Errorf("on every scene: %+v; said %q", b.Always, b.Scenes[1].Say)
	}
	if !slices.ContainsFunc(b.Notes, func(n brief.Note) bool { return strings.Contains(n.Text, "18pt") && n.Line > 0 }) {
		t.Errorf("the size that is asked for goes unsaid: %+v", b.Notes)
	}
}

// Settings of a plan in its own layouts.
func TestSettingsOfPlans(t *testing.T) {
	const plan = "\n\nScene 1 (4s): A-roll\nVO: \"Up.\"\n\nScene 2 (4s): A-roll\nVO: \"Bye now.\""
	font := func(b *brief.Brief) string { return b.Look.Font }
	for _, x := range []struct {
		text string
		get  func(*brief.Brief) string
		want string
	}{
		{"Font: Bebas Neue ALL CAPS" + plan, font, "Bebas Neue"},
		{"Make a 30 second video. Big round font like Fredoka." + plan, font, "Fredoka"},
		{"Headlines Space Grotesk." + plan, font, "Space Grotesk"},
		{"Crea un vídeo de 30 segundos, tipografía Poppins." + plan, font, "Poppins"},
		{"Settings: 16:9 | style Flat | avatar Daniel | captions on" + plan, func(b *brief.Brief) string { return b.Presenter.Name }, "Daniel"},
		{"A cheerful woman should talk but only in the first and the last scene." + plan, func(b *brief.Brief) string { return b.Presenter.Gender }, "female"},
		{"Presenter Amara (use any woman), framing medium, always on the RIGHT side." + plan, func(b *brief.Brief) string { return b.Presenter.Name + b.Presenter.Side + b.Presenter.Framing }, "Amararightmedium"},
		{"VO: male, calm" + plan, func(b *brief.Brief) string { return b.Voice }, "male"},
		{"English with one line in Swahili." + plan, func(b *brief.Brief) string { return b.Language }, "en"},
	} {
		if got := x.get(Parse(x.text)); got != x.want {
			t.Errorf("%.40q: %q, want %q", x.text, got, x.want)
		}
	}
	if b := Parse(plan[2:] + "\n\nGeneral: no music. Never use red text on green."); !b.Music.Off || len(b.Look.Colors) > 0 {
		t.Errorf("music %+v, colours %+v", b.Music, b.Look.Colors)
	}
	if b := Parse("BACKGROUND NOTE: extend the backdrop to fill 16:9, never black bars" + plan); b.Look.Dark || len(b.Look.Motion) > 0 {
		t.Errorf("a frame check is taken for a look: %+v", b.Look)
	}
	b := Parse(`{"title": "Q3", "duration_seconds": 55, "captions": false, "voice": {"gender": "male", "pace": "slow"}, "avatar": {"position": "left", "outfit": "dark suit"},
"scenes": [{"type": "A-ROLL", "voiceover": "Good morning."}, {"type": "B-ROLL", "voiceover": "We grew.", "visual": {"kind": "bar chart", "data": {"Q1": 41, "Q2": 44}, "highlight": "Q2", "animation": "bars GROW staggered 0.2s"}}]}`)
	if b.Seconds != 55 || b.Captions != "off" || b.Voice != "male" || b.Pace != .92 || b.Presenter.Side != "left" {
		t.Errorf("%g s, captions %q, voice %q at %g, presenter %q", b.Seconds, b.Captions, b.Voice, b.Pace, b.Presenter.Side)
	}
	if m := b.Scenes[1].Moves; len(m) != 1 || m[0].Target != "chart" || m[0].Stagger != .2 {
		t.Errorf("moves %+v", m)
	}
}

func TestFilmsToldInProse(t *testing.T) {
	b := Parse(`A 40 second film for our gym. We open on black: the words "You're stuck." fade in. Then we hard cut to a presenter who says "Everybody gets stuck." After that we go full screen to a big number, 64, and the narrator says "We set sixty-four new routes." We finish on the logo. The narrator says "Find another way."`)
	if len(b.Scenes) != 4 || b.Scenes[0].Say != "" || b.Scenes[1].Say != "Everybody gets stuck." {
		t.Errorf("%d scenes: %+v", len(b.Scenes), b.Scenes)
	}
	b = Parse("THE LONG WAY HOME\nA brand film for Halden Boots — 60 sec\n\nFADE IN:\n\nEXT. RIDGE — DAWN\n\nA lone hiker.\n\nNARRATOR (V.O.)\nNobody remembers it.\n\nCUT TO:\n\nINT. WORKSHOP — DAY\n\nHands at work.\n\nNARRATOR (V.O.)\nBy hand.")
	if len(b.Scenes) != 2 || b.Title != "THE LONG WAY HOME" || b.Seconds != 60 {
		t.Errorf("%d scenes, title %q, %g s", len(b.Scenes), b.Title, b.Seconds)
	}
}
