package script

import (
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// TestBrandAlone: who asks for a logo sting, and tells nothing, gets the brand in motion.
func TestBrandAlone(t *testing.T) {
	t.Parallel()
	for text, name := range map[string]string{
		"A five second logo sting for Acme. No voice-over.":                          "Acme",
		"Create a 5-second logo reveal for Acme Robotics.":                           "Acme Robotics",
		"Logo animation for Acme, 5 seconds":                                         "Acme",
		"A 10 second intro for our podcast Night Shift. No voice-over.":              "Night Shift",
		"A 20-second intro for Acme. Our valves close within a second.":              "",
		"A 20-second intro video for Acme. Script: Acme valves close by themselves.": "",
	} {
		b, err := Write(t.Context(), Request{Spec: manifest.Spec{PositivePrompt: text}})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		alone := len(b.Scenes) == 1 && b.Scenes[0].Kind == scene.Logo && b.Scenes[0].Say == ""
		if alone != (name != "") || alone && b.Scenes[0].Headline != name {
			t.Errorf("%s: %+v", text, b.Scenes)
		}
	}
}

// TestThingsAreNoPresenter: a shot of a thing that no asset shows is replaced, and said to be.
func TestThingsAreNoPresenter(t *testing.T) {
	t.Parallel()
	for visual, presenter := range map[string]bool{
		"close-up of a dripping tap": false, "aerial shot of the bay": false,
		"close-up of the presenter": true, "close-up of Maya": true,
	} {
		b, err := Write(t.Context(), Request{Spec: manifest.Spec{PositivePrompt: "Scene 1: Hook (5s)\nVisual: " + visual + "\nVO: \"Every drip costs you money.\"\nScene 2: End (4s)\nVO: \"Start today at drip.example.\""}})
		if err != nil {
			t.Fatal(err)
		}
		noted := slices.ContainsFunc(b.Notes, func(n scene.Note) bool {
			return strings.Contains(n.Text, visual) && strings.Contains(n.Text, "replaced")
		})
		if got := b.Scenes[0].Kind == scene.Presenter; got != presenter || noted == presenter {
			t.Errorf("%s: %s, noted %v", visual, b.Scenes[0].Kind, noted)
		}
	}
}

// TestOrderBehindThePresenter: whom a line names does not swallow what it goes on with.
func TestOrderBehindThePresenter(t *testing.T) {
	t.Parallel()
	b, err := Write(t.Context(), Request{Spec: manifest.Spec{PositivePrompt: "Presenter: Thomas. Introduce Kiln Coffee, a roastery in Leeds that delivers within two days. Order at kiln.example."}})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, s := range b.Scenes {
		said = append(said, s.Say)
	}
	if all := strings.Join(said, " "); !strings.Contains(all, "Kiln Coffee, a roastery in Leeds. It delivers within two days.") || strings.Contains(all, "Thomas") {
		t.Errorf("said: %s", all)
	}
}

// TestOrderBehindASetting: neither do colours or a tone.
func TestOrderBehindASetting(t *testing.T) {
	t.Parallel()
	for _, line := range []string{`Brand colors: #1B4332 and #FFB703. End with "Order at lumen.example".`, `Tone: warm. Mention that it ships in May. Finish with "Order at lumen.example".`} {
		b, err := Write(t.Context(), Request{Spec: manifest.Spec{PositivePrompt: "Introduce Lumen, a desk lamp that follows your day. It costs $89.\n" + line}})
		if err != nil {
			t.Fatal(err)
		}
		if end := b.Scenes[len(b.Scenes)-1]; end.Say != "Order at lumen.example." {
			t.Errorf("%s: ends with %q; %v", line, end.Say, b.Notes)
		}
	}
}
