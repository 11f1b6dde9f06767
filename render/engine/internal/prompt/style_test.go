package prompt

import (
	"slices"
	"testing"
)

// TestStyleBlocks: a block is read for what it says, and by its name where it says nothing.
func TestStyleBlocks(t *testing.T) {
	t.Parallel()
	for block, want := range map[string]struct{ style, font, verbs, colors string }{
		"STYLE — Swiss Pulse (A. B.): black #1A1A1A, white #FFFFFF, electric blue #0066FF. Helvetica Bold for headlines. Numbers COUNT UP, text SLAMS.": {"minimal", "Helvetica", "counts up:figure slams:headline", "#1A1A1A #FFFFFF #0066FF"},
		"STYLE — Digital Grid (A. B.): #000000, #00FF41 on black. Elements type on.":                                                                    {"minimal", "", "types on:headline", "#000000 #00FF41"},
		"STYLE — Red Wire: #CC0000. Condensed bold caps. STAMPS and CASCADE.":                                                                           {"bold", "", "stamps:headline cascade:items", "#CC0000"},
		"STYLE — Harbour (A. B.): mist #DDE5EA background. Bold & vibrant.":                                                                             {"bold", "", "", "#DDE5EA"},
		"STYLE: minimal, blue/black/white, motion graphics as B-roll and overlays":                                                                      {"minimal", "", "", "#2563EB #0A0A0A #FFFFFF"},
	} {
		b := Parse("Create a 20 second video about washing hands. It removes 90% of germs.\n\n" + block)
		verbs, colors := "", ""
		for _, m := range b.Look.Motion {
			verbs += " " + m.Verb + ":" + m.Target
		}
		for _, c := range b.Look.Colors {
			colors += " " + c.Hex
		}
		if b.Look.Style != want.style || b.Look.Font != want.font || !slices.Equal([]string{verbs, colors}, []string{pad(want.verbs), pad(want.colors)}) || len(b.Screen) > 0 {
			t.Errorf("%s\nstyle %q, font %q, verbs%s, colours%s, text %v", block, b.Look.Style, b.Look.Font, verbs, colors, b.Screen)
		}
	}
}

func pad(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

func TestSmallDirections(t *testing.T) {
	t.Parallel()
	b := Parse("Create a 20 second video about our club. We meet on Tuesdays. Font: Roboto Condensed. Add a laser show. Sync it to the beat. Use the facts in the context file. Base it on the attached documents. Nobody on camera, please.")
	for _, p := range b.Points {
		if p.Text != "We meet on Tuesdays." && p.Text != "We meet on Tuesdays" {
			t.Errorf("a direction is spoken: %q", p.Text)
		}
	}
	if b.Look.Font != "Roboto Condensed" || !b.Presenter.None {
		t.Errorf("font %q, no presenter %v", b.Look.Font, b.Presenter.None)
	}
	b = Parse("Scene 1: A-ROLL\nVO: \"Welcome to our new office.\"\nScene 2: B-ROLL\nVO (in German): \"Wir haben im März eröffnet.\"\nScene 3: END\nVO: \"Apply today.\"")
	if b.Language != "en" || b.Scenes[1].Language != "de" {
		t.Errorf("the video is in %s, scene 2 in %s", b.Language, b.Scenes[1].Language)
	}
}
