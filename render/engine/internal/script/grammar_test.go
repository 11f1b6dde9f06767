package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// The grammar that people write prompts in, item by item: what is not carried out is
// answered by a note, never by silence.
func TestGrammarIsAnswered(t *testing.T) {
	t.Parallel()
	const text = `FORMAT: Portrait 9:16, 45 seconds
TONE: urgent but hopeful
AVATAR: none
STYLE — NEON NIGHT (Someone): background #0A0A12, accent #FF2D95. Space Grotesk. Elements POP. Snap cuts.
STRUCTURE: hook-problem-solution-CTA
CRITICAL ON-SCREEN TEXT (display literally):
- "37 % less"
SCENE 1: [B-ROLL — STOCK FOOTAGE of a busy street] (8s)
Visual: stock footage of a busy street. L1: rain-soaked street. L2: "37 % less" STAMPS in the centre, fills 40% of frame. L5: film grain.
VO: "Thirty-seven percent less noise."
Flash frame.
SCENE 2: [AI-GENERATED abstract waves] (8s)
Visual: abstract waves. Text "QUIET" SHATTERS at 12 degrees.
VOICEOVER: "That is what one new surface did."
Liquid dissolve.
SCENE 3: [MOTION GRAPHICS] (10s)
Visual: bar chart FILLS: before 71 dB, after 45 dB. Camera: slow push-in.
VO: "From seventy-one decibels to forty-five."
Grid wipe.
SCENE 4: OVERLAY (10s)
[Avatar LEFT 35%. Content RIGHT 65%.]
Visual: use the attached dashboard screenshot as B-roll. "3 streets" COUNTS UP.
VO: "Three streets are done."
SCENE 5: OUTRO (9s)
Visual: logo DROPS from top. Fade-through.
VO: "Ask for yours at hush.example."
MUSIC: tense, 90 bpm
FRAMING NOTE: extend the background
CAPTIONS: line by line`
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text}})
	if err != nil {
		t.Fatal(err)
	}
	if b.Width != 1080 || b.Seconds != 45 || !b.Presenter.None || b.Look.Background != "#0A0A12" || b.Look.Accent != "#FF2D95" || b.Captions != "line" || b.Music.Mood != "serious" {
		t.Errorf("the sections gave %+v", b)
	}
	for i, want := range []struct{ kind, transition, verb string }{{"title", "cut", "stamps"}, {"statement", "flash", "shatters"}, {"chart", "liquid", "fills"}, {"number", "gridwipe", "counts up"}, {"end", "cut", "drops"}} {
		s := b.Scenes[i]
		verb := ""
		if len(s.Moves) > 0 {
			verb = s.Moves[0].Verb
		}
		if string(s.Kind) != want.kind || s.Transition.Kind != want.transition || verb != want.verb {
			t.Errorf("scene %d is %s, comes by %s and moves by %s; want %v", i+1, s.Kind, s.Transition.Kind, verb, want)
		}
	}
	notes := ""
	for _, n := range b.Notes {
		notes += n.Text + "\n"
	}
	for _, want := range []string{"NEON NIGHT", "hook-problem-solution-CTA", "STOCK FOOTAGE", "rain-soaked street", "film grain", "AI-GENERATED", "slow push-in", "avatar on the left",
		"dashboard screenshot", "transition \"fade\"", "90 bpm", "extend the background", "words take about"} {
		if !strings.Contains(notes, want) {
			t.Errorf("no note answers %q:\n%s", want, notes)
		}
	}
	b, err = Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: "Create a 60-second explainer on bees. Captions line by line. Words: about 165 per minute. Don't show real people. Lower thirds in orange. End on a quote by a beekeeper. Bees dance to tell where flowers are. They see blue better than red."}})
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, s := range b.Scenes {
		all += s.Say + " "
	}
	notes = ""
	for _, n := range b.Notes {
		notes += n.Text + "\n"
	}
	if b.Captions != "line" || b.Voice.Pace != 1.1 || strings.Contains(all, "minute") || strings.Contains(all, "real people") || strings.Contains(all, "beekeeper") {
		t.Errorf("captions %s, pace %g, says %q", b.Captions, b.Voice.Pace, all)
	}
	for _, want := range []string{"Lower thirds in orange", "a quote by a beekeeper", "165 words a minute", "real people"} {
		if !strings.Contains(notes, want) {
			t.Errorf("no note answers %q:\n%s", want, notes)
		}
	}
}
