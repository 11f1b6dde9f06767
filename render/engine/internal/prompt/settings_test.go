package prompt

import (
	"slices"
	"strings"
	"testing"
)

// TestSettings reads what people write above a plan.
func TestSettings(t *testing.T) {
	t.Parallel()
	plan := "\n\nScene 1: Title\nVO: One.\nScene 2: Title\nVO: Two."
	b := Parse("RUN TIME: 90\"\nPresenter: none, female voice-over, Irish accent\nPace: brisk\nFonts: Sora for headings, Work Sans for body" + plan)
	if b.Seconds != 90 || !b.Presenter.None || b.Voice != "female" || b.Pace != 1.08 || b.Look.Font != "Sora" || b.Look.Body != "Work Sans" {
		t.Errorf("%g s, presenter %+v, voice %q, pace %g, fonts %q %q", b.Seconds, b.Presenter, b.Voice, b.Pace, b.Look.Font, b.Look.Body)
	}
	if !slices.ContainsFunc(b.Notes, func(n Note) bool { return strings.Contains(n.Text, "Irish accent") }) {
		t.Errorf("the accent goes unsaid: %+v", b.Notes)
	}
	if b := Parse("STYLE — Tide (House): #0B2B40 background. Archivo Narrow headlines, Inter body." + plan); b.Look.Font != "Archivo Narrow" || b.Look.Body != "Inter" {
		t.Errorf("fonts %q %q", b.Look.Font, b.Look.Body)
	}
	if b := Parse("Style: dark, no music until the number appears." + plan); b.Music.Off {
		t.Error("music that comes later is not off")
	}
	for s, want := range map[string][2]string{
		"Headings in Playfair Display, body in Source Sans Pro": {"Playfair Display", "Source Sans Pro"},
		"Inter Bold for titles and Roboto for everything else":  {"Inter", "Roboto"},
		"headline font: Space Grotesk; body font: IBM Plex":     {"Space Grotesk", "IBM Plex"},
		"big white text on dark":                                {},
	} {
		if h, x := fontsOf(s); h != want[0] || x != want[1] {
			t.Errorf("%q: %q %q", s, h, x)
		}
	}
}
