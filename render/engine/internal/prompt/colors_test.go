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
