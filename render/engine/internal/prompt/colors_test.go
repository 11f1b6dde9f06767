package prompt

import (
	"slices"
	"testing"
)

// Colours that are named in words are colours, where nothing else is spoken of.
func TestNamedColors(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]Color{
		"Make a video about bees. Brand colors: teal and white. Bees dance.":                  {{"#0D9488", "primary"}, {"#FFFFFF", ""}},
		"Make a video about bees.\nSTYLE: Swiss Pulse. Black, white and #E30613. Hard cuts.":  {{"#E30613", ""}, {"#0A0A0A", ""}, {"#FFFFFF", ""}},
		"Make a video about bees. Use #0F766E teal and #FBF3E2 cream. Bees dance.":            {{"#0F766E", ""}, {"#FBF3E2", ""}},
		"Make a video about bees. STYLE: navy background, gold accents.":                      {{"#14213D", "background"}, {"#D4A017", "accent"}},
		"Make a video about bees. The presenter wears a navy blazer. Red flowers come first.": nil,
		"Make a video about our blue bottle. Green tea stays hot.":                            nil,
	} {
		if got := Parse(text).Look.Colors; !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
