package script

import (
	"context"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/scene"
)

func boardOfText(t *testing.T, text string) *scene.Storyboard {
	t.Helper()
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text}})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	if err := board.Check(b); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return b
}

// The people of a conversation have voices and faces of their own, and are never
// joined in one scene.
func TestConversations(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		prompt string
		names  []string
		says   map[string]string // words, and who says them
	}{
		{"Interview-style video, 45 seconds, two presenters.\n\nAnna: What made you switch to heat pumps at the bakery?\nBen: Our gas bill. It went from £3,100 to £1,240 a month.\nAnna: Was the installation difficult?\nBen: It took four days, and the ovens never stopped.",
			[]string{"Anna", "Ben"}, map[string]string{"What made you switch": "Anna", "Our gas bill": "Ben", "Was the installation": "Anna", "It took four days": "Ben"}},
		{"Two hosts banter, 30 seconds, for our podcast trailer \"Dirt Road\".\nMIRA: Did you really drive to Alaska in a fire truck?\nTOM: Eleven days. It has no heating.\nMIRA: And you'd do it again?\nTOM: Already booked.\nNARRATOR: Dirt Road. New episodes every Thursday.",
			[]string{"Mira", "Tom"}, map[string]string{"Did you really": "Mira", "Eleven days": "Tom", "Already booked": "Tom", "New episodes": ""}},
		{"Make a 30 second dialogue video about our night bus. Lena: How do I get home after the show? / Max: Take the N7. It runs until four. / Lena: And what does it cost? / Max: Nothing with a ticket of the show.",
			[]string{"Lena", "Max"}, map[string]string{"How do I get home": "Lena", "It runs until four": "Max"}},
		{"Scene 1: Presenter\nANNA: \"Did you hear about the new bike lane?\"\nScene 2: Presenter\nBEN: \"I rode it this morning.\"\nScene 3: Outro\nVO: \"Open from Monday.\"",
			[]string{"Anna", "Ben"}, map[string]string{"Did you hear": "Anna", "I rode it": "Ben", "Open from Monday": ""}},
	} {
		b := boardOfText(t, tt.prompt)
		var names, faces []string
		for _, s := range b.Speakers {
			names, faces = append(names, s.Name), append(faces, s.Presenter)
		}
		if !slices.Equal(names, tt.names) || slices.Contains(faces, "") || len(faces) > 1 && (faces[0] == faces[1] || b.Speakers[0].Voice == b.Speakers[1].Voice) {
			t.Errorf("%.40q: the speakers are %+v", tt.prompt, b.Speakers)
		}
		for words, who := range tt.says {
			i := slices.IndexFunc(b.Scenes, func(s scene.Scene) bool { return strings.Contains(s.Say, words) })
			if i < 0 || b.Scenes[i].Speaker != who {
				t.Errorf("%.40q: %q is not said by %q: %+v", tt.prompt, words, who, b.Scenes)
			}
		}
		named := map[string]bool{}
		for i, s := range b.Scenes {
			if l := s.LowerThird; l != nil && s.Speaker != "" {
				named[s.Speaker] = l.Name == s.Speaker
			}
			if i > 1 && s.Kind == b.Scenes[i-1].Kind && s.Kind == b.Scenes[i-2].Kind {
				t.Errorf("%.40q: scenes %d to %d are all %s", tt.prompt, i-1, i+1, s.Kind)
			}
		}
		for _, n := range tt.names {
			if !named[n] {
				t.Errorf("%.40q: %s is never named on screen", tt.prompt, n)
			}
		}
	}
	// Somebody alone with a name in front is no conversation.
	if b := boardOfText(t, "Make a 20 second video about our bakery. Note: we are closed on Monday. Anna: \"The bread is the best in town.\" Come by."); len(b.Speakers) > 0 {
		t.Errorf("speakers are %+v", b.Speakers)
	}
}

// A question of an FAQ stands over its answer.
func TestQuestionsHaveCards(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"# Parking permit FAQ\n\nMake a 50-second video for residents of Elm Ward.\n\nQ: Who needs a permit?\nA: Everyone who parks on the street by day.\nQ: What does it cost?\nA: £45 a year for the first car, £90 for the second.\nQ: Where do I apply?\nA: Online at elmward.example/permits, or at the library.",
		"Make a 50-second FAQ video for residents of Elm Ward.\n\nWho needs a permit?\nEveryone who parks on the street by day.\n\nWhat does it cost?\n£45 a year for the first car, £90 for the second.\n\nWhere do I apply?\nOnline at elmward.example/permits, or at the library.",
		"Make a 50-second FAQ video for residents of Elm Ward.\n\n1. **Who needs a permit?** Everyone who parks on the street by day.\n2. **What does it cost?** £45 a year for the first car, £90 for the second.\n3. **Where do I apply?** Online at elmward.example/permits, or at the library.",
	} {
		b := boardOfText(t, text)
		for q, a := range map[string]string{"Who needs a permit?": "Everyone who parks", "What does it cost?": "£45", "Where do I apply?": "Online at"} {
			i := slices.IndexFunc(b.Scenes, func(s scene.Scene) bool { return strings.Contains(s.Say, q) })
			if i < 0 || !strings.Contains(b.Scenes[i].Say, q+" "+a) {
				t.Errorf("%q is not answered in its scene: %+v", q, b.Scenes)
				continue
			}
			s := b.Scenes[i]
			if s.Kind == scene.End {
				continue
			}
			if s.Headline != q && s.Label != q && !slices.Contains(s.Overlay, q) {
				t.Errorf("%q is not shown: %+v", q, s)
			}
		}
		if s := b.Scenes[0]; s.Kind != scene.Title || strings.Contains(s.Say, "?") {
			t.Errorf("the video begins with %+v", s)
		}
	}
}

// However many people of a gender talk, in whichever language, each has a voice of
// their own, as long as there are some.
func TestSpeakersVoices(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		prompt, own string
		notes       bool
	}{
		{"Interview-Video, 40 Sekunden.\nHans: Wer hat den Kuchen gebacken?\nPeter: Das war ich, gestern Abend.\nKlaus: Und er schmeckt sehr gut.\nHans: Dann nehme ich noch ein Stück.\nPeter: Gern.", "", false},
		{"Interview-Video, 40 Sekunden.\nHans: Wer hat den Kuchen gebacken?\nPeter: Das war ich, gestern Abend.\nKlaus: Und er schmeckt sehr gut.\nHans: Dann nehme ich noch ein Stück.\nPeter: Gern.", "male-2", false},
		{"Interview-style video, 40 seconds.\nAnna: Who made the cake?\nMary: I did, last night.\nEmma: And it tastes great.\nAnna: Then I take one more.\nMary: Help yourself.", "", false},
		{"Interview-style video, 40 seconds.\nBen: Who made the cake?\nTom: I did, last night.\nJohn: And it tastes great.\nBen: Then I take one more.\nTom: Help yourself.", "jenny-lighter", false},
		{"Interview-style video, 40 seconds.\nAnna: Who made the cake?\nMary: I did, last night.\nEmma: And it tastes great.\nSarah: Is there more?\nAnna: One piece is left.\nMary: Take it.", "", true},
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: c.prompt, Voice: &manifest.Voice{Name: c.own}}})
		if err != nil {
			t.Fatal(err)
		}
		var voices []string
		for i, s := range b.Scenes {
			if v := b.VoiceOf(i); s.Speaker != "" && !slices.Contains(voices, v.Gender+" "+v.Name) {
				voices = append(voices, v.Gender+" "+v.Name)
			}
		}
		if len(voices) != 3 {
			t.Errorf("%.60q: the voices are %q", c.prompt, voices)
		}
		if noted := slices.ContainsFunc(b.Notes, func(n scene.Note) bool { return strings.Contains(n.Text, "share one") }); noted != c.notes {
			t.Errorf("%.60q: notes %+v", c.prompt, b.Notes)
		}
	}
}
