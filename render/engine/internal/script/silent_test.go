package script

import (
	"context"
	"math"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// A prompt that wants no voice gets none: nobody is seen to speak, the facts are read, and
// the scenes fill the time.
func TestNoVoice(t *testing.T) {
	t.Parallel()
	for _, wish := range []string{"No voice-over, only music.", "No narration.", "Without narration, please.", "Ohne Sprechertext.", "Sans voix off.", "Sin locución.", "Sem narração.", "Senza voce fuori campo.", "Zonder voice-over."} {
		b, err := Write(context.Background(), Request{Seconds: 20, Spec: manifest.Spec{
			PositivePrompt: wish + " Introduce Acme Bottle, a steel bottle that keeps water cold for 24 hours. It weighs 310 grams. It costs €29.",
		}})
		if err != nil {
			t.Fatal(err)
		}
		seen, total := b.Title, 0.0
		for _, s := range b.Scenes {
			if s.Say != "" || s.Kind == scene.Presenter || s.Presenter != "" {
				t.Errorf("%s: scene %s speaks: %s", wish, s.ID, s.Say)
			}
			seen += " " + s.Headline + " " + s.Subtitle + " " + s.Label
			for _, it := range s.Items {
				seen += " " + it.Title + " " + it.Body
			}
			if s.Figure != nil {
				seen += " " + s.Figure.Prefix + s.Figure.Text + s.Figure.Suffix
			}
			total += s.Seconds
		}
		for _, fact := range []string{"24", "310", "29"} {
			if !strings.Contains(seen, fact) {
				t.Errorf("%s: %q is nowhere to be read: %s", wish, fact, seen)
			}
		}
		if !b.Presenter.None || b.Captions != "off" || math.Abs(total-20) > 1 {
			t.Errorf("%s: presenter %+v, captions %s, %.1f s", wish, b.Presenter, b.Captions, total)
		}
	}
	for _, fine := range []string{"It has no voice control.", "The narrator speaks calmly.", "No avatar, voice-over only."} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: "Introduce Acme Lamp, a lamp of oak that dims by touch. It costs €29. " + fine}})
		if err != nil || b.Scenes[0].Say == "" {
			t.Errorf("%s: the video is silent (%v)", fine, err)
		}
	}
}

// No video is shorter than five seconds: nobody is told to ask for that who has.
func TestAdviceOnLength(t *testing.T) {
	t.Parallel()
	for seconds, want := range map[float64]bool{5: false, 20: true} {
		b, err := Write(context.Background(), Request{Seconds: seconds, Spec: manifest.Spec{PositivePrompt: "Script: Hello. We are open."}})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range b.Notes {
			if strings.Contains(n.Text, "ask for") != want {
				t.Errorf("%g s: %s", seconds, n.Text)
			}
		}
	}
}
