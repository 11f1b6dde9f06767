package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
)

// Marks for the voice reach the narration as they are meant and are shown nowhere.
func TestMarksForTheVoice(t *testing.T) {
	t.Parallel()
	b, err := Write(t.Context(), Request{Width: 1280, Height: 720, Seconds: 20, Spec: manifest.Spec{PositivePrompt: `SCENE 1
Narration: *Hello* there. [pause 1.5s] This is <emphasis level="strong">really</emphasis> good. (beat)
SCENE 2
VO: "We save <break time='700ms'/> 24 hours, [long pause] and 30% of the cost<break strength="weak"/>."
`}})
	if err != nil {
		t.Fatal(err)
	}
	yaml, err := board.Encode(b)
	if err != nil {
		t.Fatal(err)
	}
	var say []string
	for _, s := range b.Scenes {
		if s.Say != "" {
			say = append(say, s.Say)
		}
	}
	want := []string{
		`*Hello* there. <break time="1500ms"/> This is *really* good. <break time="500ms"/>`,
		`We save <break time="700ms"/> 24 hours, <break time="1000ms"/> and 30% of the cost <break time="150ms"/> .`,
	}
	if strings.Join(say, "\n") != strings.Join(want, "\n") {
		t.Errorf("said\n%s\nwant\n%s", strings.Join(say, "\n"), strings.Join(want, "\n"))
	}
	for line := range strings.Lines(string(yaml)) {
		if !strings.Contains(line, "say:") && strings.ContainsAny(line, "<*") || strings.Contains(line, "pause") || strings.ContainsFunc(line, func(r rune) bool { return r >= 0xF0000 }) {
			t.Errorf("shown: %s", line)
		}
	}
}
