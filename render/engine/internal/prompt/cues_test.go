package prompt

import (
	"fmt"
	"strings"
	"testing"
)

// cuesOf are the cues of a plan of six scenes, "2:calm 5:off", and the video's own mood.
func cuesOf(text string) string {
	b := Parse(text)
	out := []string{b.Music.Mood}
	for _, s := range b.Scenes {
		if c := s.Music; c != nil {
			out = append(out, fmt.Sprintf("%d:%s", s.Number, strings.ReplaceAll(cueTold(*c), ", ", "+")))
		}
	}
	return strings.Join(out, " ")
}

func TestMusicOfSomeScenes(t *testing.T) {
	t.Parallel()
	plan := ""
	for i := range 6 {
		plan += fmt.Sprintf("Scene %d (6s)\nVisual: text \"Number %d\"\nVO: \"Here we go.\"\n\n", i+1, i+1)
	}
	for music, want := range map[string]string{
		"solo piano throughout, out in scene 5, back in scene 6 softly.": "warm 5:off 6:6 dB lower",
		"none until 4, then light percussion":                            " 1:off 4:as usual",
		"dark electronic, -14 dB under voice, silence in scene 5":        "tech 5:off 6:as usual",
		"chilled lo-fi, louder in intro and outro":                       "calm 1:4 dB louder 2:as usual 6:4 dB louder",
		"sparse piano from shot 2, swells in 5, out under the logo":      "warm 1:off 2:warm 5:4 dB louder 6:off",
		"French café, cheerful. Fades out on the last shot.":             "playful",
		"upbeat, 120 bpm": "uplifting",
	} {
		if got := cuesOf(plan + "MUSIC: " + music); got != want {
			t.Errorf("%q:\n got %q\nwant %q", music, got, want)
		}
	}
	scenes := "Scene 1\nVO: \"One thing.\"\nMusic: tense\n\nScene 2\nVisual: text \"Two\". Music gets louder here.\nVO: \"Two things.\"\n\nScene 3\nVO: \"Three things.\"\nSound: coin drop, then music out\n\nScene 4\nVO: \"Four things.\"\nMusic: back softly, upbeat"
	if got, want := cuesOf(scenes), "serious 2:4 dB louder 3:off 4:uplifting+6 dB lower"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHalfUnderstoodMusicSaysWhichHalf(t *testing.T) {
	t.Parallel()
	b := Parse("Scene 1\nVO: \"One thing.\"\n\nScene 2\nVO: \"Two things.\"\nMusic: drops to a heartbeat")
	found := false
	for _, n := range b.Notes {
		found = found || strings.Contains(n.Text, `of "drops to a heartbeat" nothing follows from "heartbeat"`) && n.Line == 6
	}
	if !found || b.Scenes[1].Music == nil || b.Scenes[1].Music.Level >= 0 {
		t.Errorf("%+v, notes %v", b.Scenes[1].Music, b.Notes)
	}
}
