package script

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// blueprint asks for many things that a scene shows, each in the way people write them.
const blueprint = `AVATAR: no avatar on scenes 2 and 5–6
TONE: dry, like a lighthouse keeper
FRAMING NOTE: keep head and shoulders

SCENE 1 — A-ROLL (8s)
VOICEOVER: "Every third crate arrives too warm."
[Transition: flash frame]
SCENE 2 — FULL SCREEN B-ROLL (12s)
Visual: L2: hero number 2.4 °C SLAMS in from left at -5 degrees, 120pt, fills 40% of frame. L3: three cards CASCADE staggered 0.3s: "Sensor", "Gel", "Alarm". L4: ticker "Source: trial 7 • Lagos • 2025"
VO: "The average was two point four degrees."
SCENE 3 — A-ROLL + OVERLAY (12s)
[Avatar LEFT 35%. Content RIGHT 65%.]
Visual: right side: list DROPS in: Sensor in the lid; Gel, cold for two days; Alarm by text
VO: "A sensor sits in the lid. The gel is cold for two days. An alarm goes out by text."
SCENE 4 — MOTION GRAPHICS
Visual: bar chart FILLS: 2022 41, 2023 58, 2024 77 percent of crates
VO: "It was forty-one percent, then fifty-eight, then seventy-seven."
SCENE 5 — Before vs After
Visual: split-screen comparison: Before: 6 days, on paper. After: 4 hours.
VO: "It took six days. It takes four hours."
SCENE 6 — MOTION GRAPHICS
Visual: table: Site | Crates; Lagos | 140; Accra | 35
VO: "Lagos has most of them."
SCENE 7 — MOTION GRAPHICS
Visual: "11 hours" PUNCHES in. Below, "per month" FADES IN, with three cards: Calls, Mails, Forms
VO: "Eleven hours a month go to calls, mails and forms."
SCENE 8 — MOTION GRAPHICS
Visual: line chart DRAWS: Jan 14, Feb 11, Apr 2 (errors per run)
VO: "Errors fell from fourteen to two."
SCENE 9 — CTA
Visual: logo sting, then website coldly.example
VO: "Coldly. Never warm."
Music: calm

No avatar in scene 4.
`

func TestBlueprint(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Seconds: 90, Spec: manifest.Spec{PositivePrompt: blueprint}})
	n := notesOf(b)
	titles := func(s scene.Scene) (out []string) {
		for _, it := range s.Items {
			out = append(out, it.Title)
		}
		return out
	}
	check := func(ok bool, what string, got any) {
		t.Helper()
		if !ok {
			t.Errorf("%s: %v", what, got)
		}
	}
	check(!b.Presenter.None && b.Scenes[0].Kind == scene.Presenter && b.Scenes[0].Framing == "close", "scene 1 shows the presenter, close", fmt.Sprint(b.Presenter, b.Scenes[0].Kind, b.Scenes[0].Framing))
	check(strings.Contains(n, "no presenter in scenes 2, 5 and 6") && strings.Contains(n, "lighthouse keeper"), "what was understood and what was not is noted", n)
	check(b.Scenes[1].Transition.Kind == "flash" && b.Scenes[3].Transition.Kind != "flash", "a transition in brackets is of one scene", b.Scenes[3].Transition.Kind)

	s := b.Scenes[1]
	check(s.Figure != nil && s.Figure.Text == "2.4" && s.Subtitle == "", "directions are no data", fmt.Sprint(s.Figure, s.Subtitle))
	check(slices.Equal(titles(s), []string{"Sensor", "Gel", "Alarm"}) && slices.Equal(s.Ticker, []string{"Source: trial 7 • Lagos • 2025"}), "cards and ticker", fmt.Sprint(titles(s), s.Ticker))
	check(slices.Contains(s.Moves, scene.Move{Verb: "slams", Target: "figure", From: "left", Angle: -5, Size: .4}), "how it comes on", s.Moves)

	s = b.Scenes[2]
	check(s.Kind == scene.Points && s.Presenter == "left" && slices.Equal(titles(s), []string{"Sensor in the lid", "Gel, cold for two days", "Alarm by text"}), "a list of semicolons", fmt.Sprint(s.Kind, s.Presenter, titles(s)))

	s = b.Scenes[3]
	check(s.Series != nil && slices.Equal(s.Series.Values, []float64{41, 58, 77}) && s.Series.Unit == "%", "every value of a chart", s.Series)

	s = b.Scenes[4]
	check(s.Kind == scene.Compare && len(s.Columns) == 2 && s.Columns[0].Title == "Before" && len(s.Columns[0].Rows) == 2 && s.Columns[1].Rows[0].Value == "4 hours", "a comparison by labels", fmt.Sprint(s.Kind, s.Columns))

	s = b.Scenes[5]
	check(s.Kind == scene.Table && len(s.Rows) == 3 && s.Rows[2][1] == "35", "a table on one line", fmt.Sprint(s.Kind, s.Rows))

	s = b.Scenes[6]
	check(s.Figure != nil && telling.FigureText(s.Figure) == "11 hours" && s.Label == "per month" && slices.Equal(titles(s), []string{"Calls", "Mails", "Forms"}), "cards beside a figure as written", fmt.Sprint(s.Figure, s.Label, titles(s)))
	check(slices.ContainsFunc(s.Moves, func(m scene.Move) bool { return m.Verb == "fades in" && m.Target == "subtitle" }), "what stands in quotation marks moves", s.Moves)

	s = b.Scenes[7]
	check(s.Series != nil && slices.Equal(s.Series.Values, []float64{14, 11, 2}) && s.Subtitle == "Errors per run", "a unit in brackets", fmt.Sprint(s.Series, s.Subtitle))
	s = b.Scenes[8]
	check(s.Kind == scene.Logo && s.Subtitle == "coldly.example", "the address under the logo", fmt.Sprint(s.Kind, s.Subtitle))
}

func TestBareLineBelowTheLastScene(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Seconds: 20, Spec: manifest.Spec{PositivePrompt: "Szene 1: [Titel]\nBild: Titelkarte \"Strom vom Dach\"\nSprecher: \"Vierzehn Dächer.\"\nSzene 2: Abspann\nSprecher: \"Mehr auf quartier.example.\"\nMusik: ruhig\nkein Avatar"}})
	if n := notesOf(b); !b.Presenter.None || b.Music.Mood != "calm" || strings.Contains(n, "music of one scene") {
		t.Errorf("presenter %+v, music %+v, notes %s", b.Presenter, b.Music, n)
	}
}

func TestDirectionsBeforeAVerbatimScript(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Record this script verbatim, male presenter, captions off, no music:\n\nGood morning. From Monday the south gate is closed. Please use the north gate, and bring your badge."}})
	if b.Voice.Gender != "male" || b.Captions != "off" || !b.Music.Off {
		t.Errorf("voice %+v, captions %+v, music %+v", b.Voice, b.Captions, b.Music)
	}
}
