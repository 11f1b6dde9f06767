package script

import (
	"testing"

	"gitops.video/render/manifest"
)

// The background that a plan asks for is the scene's ground, in whatever words and layout.
func TestGroundsOfPlans(t *testing.T) {
	t.Parallel()
	head := "Scene 1: [TITLE] (4s)\nVisual: title card \"Hello\"\nVO: \"Hello.\"\n\nScene 2 (8s)\n"
	tail := "\nVO: \"Call, pack and go.\"\n\nScene 3 (4s)\nVisual: title card \"Bye\"\nVO: \"Goodbye to all of you.\"\n"
	for picture, want := range map[string]string{
		"Visual: three cards: Call, Pack, Go, on a yellow background":               "#FACC15",
		"Visual: three cards: Call, Pack, Go, solid navy background":                "#14213D",
		"Visual: three cards: Call, Pack, Go. #2ca58d background":                   "#2CA58D",
		"Visual: three cards: Call, Pack, Go\nBackground: dark green":               "#14532D",
		"Visual: three cards: Call, Pack, Go on black":                              "#0A0A0A",
		"Visual: three cards: Call, Pack, Go, light background":                     "paper",
		"Visual: dark slate background with three cards: Call, Pack, Go":            "#1E293B",
		"Visual: on dark slate (#334155) three cards: Call, Pack, Go":               "#334155",
		"Visual: presenter left 35%, on a plum background the list: Call, Pack, Go": "#6D2E5B",
		"Visual: three cards: Call, Pack, Go on the brand background":               "brand",
		"Visual: three cards about a yellow bus: Call, Pack, Go":                    "",
		"Visual: three cards: \"Call\", \"Pack\", \"On a red background\"":          "",
	} {
		if got := write(t, Request{Spec: manifest.Spec{PositivePrompt: head + picture + tail}}).Scenes[1].Stage; got != want && !(want == "" && got[:1] != "#") {
			t.Errorf("%s: stands on %q, want %q", picture, got, want)
		}
	}
	for text, want := range map[string]string{
		"Escena 1 (5s)\nVisual: tarjeta de título \"Hola\"\nLocución: \"Hola a todos.\"\n\nEscena 2 (8s)\nVisual: tres tarjetas: Llama, Paga, Sal\nFondo: rojo\nLocución: \"Llama, paga y sal de aquí.\"\n\nEscena 3 (4s)\nVisual: cierre con logo\nLocución: \"Hasta la próxima.\"": "#DC2626",
		"Szene 1 (5 s)\nBild: Titelkarte \"Hallo\"\nSprecher: \"Hallo zusammen.\"\n\nSzene 2 (8 s)\nBild: drei Karten: Rufen, Packen, Gehen\nHintergrund: gelb\nSprecher: \"Rufen, packen und gehen.\"\n\nSzene 3 (4 s)\nBild: Logo\nSprecher: \"Bis zum nächsten Mal.\"":            "#FACC15",
		`{"scenes": [{"type": "title", "headline": "Hi", "vo": "Hi there."}, {"type": "list", "items": ["Call", "Pack", "Go"], "background": "#FFB400", "vo": "Call, pack and go."}, {"type": "cta", "headline": "Bye", "vo": "Goodbye to all of you."}]}`:                           "#FFB400",
	} {
		if got := write(t, Request{Spec: manifest.Spec{PositivePrompt: text}}).Scenes[1].Stage; got != want {
			t.Errorf("%.40s: stands on %q, want %q", text, got, want)
		}
	}
}

// A palette's own red is the red that a scene of its plan asks for.
func TestGroundsAreOfThePalette(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Colours: #B3001B and #F4F1DE\n\nScene 1: [TITLE] (4s)\nVisual: title card \"Hello\" on a red background\nVO: \"Hello.\"\n\nScene 2 (4s)\nVisual: title card \"Bye\" on a green background\nVO: \"Goodbye to all of you.\"\n"}})
	if b.Scenes[0].Stage != "#B3001B" || b.Scenes[1].Stage != "#16A34A" {
		t.Errorf("grounds %q and %q", b.Scenes[0].Stage, b.Scenes[1].Stage)
	}
}

// Transitions last as long as the plan says, and no longer than they can.
func TestTransitionsLastAsPlanned(t *testing.T) {
	t.Parallel()
	plan := func(cut, global string) string {
		return global + "Scene 1: [TITLE] (5s)\nVisual: title card \"Hello\"\nVO: \"Hello.\"\n" + cut + "\nScene 2 (8s)\nVisual: three cards: Call, Pack, Go\nVO: \"Call, pack and go.\"\n\nScene 3 (4s)\nVisual: title card \"Bye\"\nVO: \"Goodbye to all of you.\"\n"
	}
	for _, c := range []struct {
		cut, global string
		want        float64
	}{
		{"Transition: soft dissolve, 0.8 s\n", "", .8},
		{"Iris wipe (0.5s).\n", "", .5},
		{"Transition: half-second crossfade\n", "", .5},
		{"Transition: dissolve over 300 ms\n", "", .3},
		{"Transition: fade through black, 3 s\n", "", 1.2},
		{"Hard cut.\n", "", 0},
		{"", "Transitions: cross-dissolve of 0.4 seconds.\n\n", .4},
	} {
		if got := write(t, Request{Spec: manifest.Spec{PositivePrompt: plan(c.cut, c.global)}}).Scenes[1].Transition.Seconds; got != c.want {
			t.Errorf("%q: %g s, want %g", c.cut+c.global, got, c.want)
		}
	}
}

// Two sides of data are two columns.
func TestSidesOfData(t *testing.T) {
	t.Parallel()
	for _, sides := range []string{
		`"left": {"title": "By car", "points": ["34 minutes", "6 €"]}, "right": {"title": "By bike", "points": ["22 minutes", "0 €"]}`,
		`"left": {"label": "By car", "time": "34 minutes", "cost": "6 €"}, "right": {"label": "By bike", "time": "22 minutes", "cost": "0 €"}`,
		`"before": ["34 minutes", "6 €"], "after": ["22 minutes", "0 €"]`,
	} {
		b := write(t, Request{Spec: manifest.Spec{PositivePrompt: `{"scenes": [{"type": "title", "headline": "Hi", "subheadline": "8 June", "vo": "Hi there."}, {"type": "comparison", ` + sides + `, "vo": "It is faster and costs less."}, {"type": "cta", "headline": "Bye", "vo": "Goodbye to all of you."}]}`}})
		s := b.Scenes[1]
		if len(s.Columns) != 2 || len(s.Columns[0].Rows) != 2 || s.Columns[0].Title == "" || s.Columns[1].Rows[0].Value != "22 minutes" || b.Scenes[0].Subtitle != "8 June" {
			t.Errorf("%s: %+v, subtitle %q", sides, s.Columns, b.Scenes[0].Subtitle)
		}
	}
}
