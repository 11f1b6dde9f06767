package prompt

import (
	"slices"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// Colours that are named in words are colours, where nothing else is spoken of.
func TestNamedColors(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]brief.Color{
		"Make a video about bees. Brand colors: teal and white. Bees dance.":                  {{Hex: "#0D9488", Role: "primary"}, {Hex: "#FFFFFF", Role: ""}},
		"Make a video about bees.\nSTYLE: Swiss Pulse. Black, white and #E30613. Hard cuts.":  {{Hex: "#E30613", Role: ""}, {Hex: "#0A0A0A", Role: ""}, {Hex: "#FFFFFF", Role: ""}},
		"Make a video about bees. Use #0F766E teal and #FBF3E2 cream. Bees dance.":            {{Hex: "#0F766E", Role: ""}, {Hex: "#FBF3E2", Role: ""}},
		"Make a video about bees. STYLE: navy background, gold accents.":                      {{Hex: "#14213D", Role: "background"}, {Hex: "#D4A017", Role: "accent"}},
		"Make a video about bees. The presenter wears a navy blazer. Red flowers come first.": nil,
		"Make a video about our blue bottle. Green tea stays hot.":                            nil,
	} {
		if got := Parse(text).Look.Colors; !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// The colours of a style block are those it names, whatever it calls their family.
func TestColorsOfStyleBlocks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"STYLE — PLAY MODE (Ahn Sang-soo): Electric blue, hot pink, lime green.\nPop cuts.":               {"#1F51FF", "#EC1E79", "#84CC16"},
		"STYLE — WARM GRAIN (Eksell): Earth tones — ochre, forest green, terracotta, cream.":              {"#C98A2B", "#166534", "#C4623F", "#FBF3E2"},
		"STYLE — SOFT SIGNAL (Sagmeister): Warm amber/cream, dusty rose, sage green.\nSlow drifts.":       {"#F59E0B", "#FBF3E2", "#C9929D", "#8FA68A"},
		"STYLE — SHADOW CUT (Hillmann): Deep blacks, cold greys + blood red accent.\nHard cuts to black.": {"#0A0A0A", "#8A94A3", "#9B1C1C"},
		"Style: Velvet Standard — black, white, one accent: gold #c9a84c. Thin ALL CAPS.":                 {"#C9A84C", "#0A0A0A", "#FFFFFF"},
	} {
		var got []string
		for _, c := range Parse("Make a video about bees.\n" + text).Look.Colors {
			got = append(got, c.Hex)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
