package prompt

import (
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// TestSettings reads what people write above a plan.
func TestSettings(t *testing.T) {
	t.Parallel()
	plan := "\n\nScene 1: Title\nVO: One.\nScene 2: Title\nVO: Two."
	b := Parse("RUN TIME: 90\"\nPresenter: none, female voice-over, Irish accent\nPace: brisk\nFonts: Sora for headings, Work Sans for body" + plan)
	if b.Seconds != 90 || !b.Presenter.None || b.Voice != "female" || b.Pace != 1.08 || b.Look.Font != "Sora" || b.Look.Body != "Work Sans" {
		t.Errorf("%g s, presenter %+v, voice %q, pace %g, fonts %q %q", b.Seconds, b.Presenter, b.Voice, b.Pace, b.Look.Font, b.Look.Body)
	}
	if !slices.ContainsFunc(b.Notes, func(n brief.Note) bool { return strings.Contains(n.Text, "Irish accent") }) {
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

func TestSettingsRowAboveAPlan(t *testing.T) {
	t.Parallel()
	b := Parse("Shot list – \"Opening the Varga Library\" – 50 sec – square for LinkedIn – navy #14213D + gold #FCA311, Playfair Display – music: classical, light\n\n00:00-00:05 Title card \"Varga\", VO: \"Open again.\"\n00:05-00:13 Use hours.png, slow zoom, VO: \"Ten to eight.\"")
	if b.Title != "Opening the Varga Library" || b.Seconds != 50 || b.Orientation != "square" || len(b.Look.Colors) != 2 || b.Look.Font != "Playfair Display" || b.Music.Mood != "cinematic" || len(b.Scenes) != 2 {
		t.Errorf("%+v", b)
	}
	if s := b.Scenes[1]; strings.Contains(s.Header, "VO") || s.Say != "Ten to eight." {
		t.Errorf("%+v", s)
	}
}

func TestColoursOfCaptionsAreTheirs(t *testing.T) {
	t.Parallel()
	if b := Parse("- Captions: burned-in, red highlight\n- Length 30 s\n\nScene 1: Title\nVO: One."); len(b.Look.Colors) != 0 {
		t.Errorf("%+v", b.Look.Colors)
	}
}

func TestFieldsOfScenes(t *testing.T) {
	t.Parallel()
	b := Parse("Scene 1\nOn screen: \"0.4 s\"\nHow: slams, centred, 200 pt\nVO: Wait. MUSIC OUT\nScene 2\nSUPER: \"Trust.\" and the Vaultline logo.\nMotion: fade\nVO: \"Trust.\"\nScene 3\nVisual: phone, camera icon pulses\nVO: \"Snap it.\"")
	s := b.Scenes[0]
	if s.Say != "Wait." || len(s.Moves) != 1 || s.Moves[0].Verb != "slams" || s.Moves[0].Size == 0 {
		t.Errorf("%+v", s)
	}
	s = b.Scenes[1]
	if len(s.Screen) != 1 || !strings.Contains(s.Visual, "Vaultline logo") || len(s.Moves) != 1 || s.Moves[0].Verb != "fades in" {
		t.Errorf("%+v", s)
	}
	for _, n := range b.Notes {
		if strings.Contains(n.Text, "camera icon") {
			t.Errorf("an icon is no camera: %s", n.Text)
		}
	}
}
