package revise_test

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/script"
)

// amended is the storyboard of a prompt after one instruction, with the answer to it.
func amended(t *testing.T, text, edit string) (*scene.Storyboard, string) {
	t.Helper()
	b, err := script.Write(context.Background(), script.Request{Spec: manifest.Spec{PositivePrompt: text, Edits: []string{edit}}})
	if err != nil {
		t.Fatalf("%s: %v", edit, err)
	}
	return b, b.Notes[len(b.Notes)-1].Text
}

// saidIn is all that a storyboard says, scene by scene.
func wordsOf(b *scene.Storyboard) string {
	var s []string
	for _, sc := range b.Scenes {
		s = append(s, sc.Say)
	}
	return strings.Join(s, " | ")
}

const growthPrompt = `Scene 1: Growth
VO: "We grew from 120 members in 2020 to 860 members in 2024."
Visual: bar chart 2020: 120, 2022: 410, 2024: 860
Scene 2: Way in
VO: "Sign in at gate 4. Seventeen trucks come, 17 of them ours. Parking is on deck B. Breaks are 30 minutes."
Scene 3: Plans
VO: "The basic plan is $29 a month and the full plan is $49 a month."
`

// TestValuesAreCorrected: a value takes its unit along, stands in the chart, too, and may
// be told by what it belongs to.
func TestValuesAreCorrected(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"it should be 870 members, not 860":   "to 870 members in 2024",
		"870 members instead of 860":          "to 870 members in 2024",
		"870 instead of 860 members":          "to 870 members in 2024",
		"870 instead of 860":                  "to 870 members in 2024",
		"gate 5, not gate 4":                  "at gate 5.",
		"deck C, not deck B":                  "on deck C.",
		"the basic plan is $25 now":           "basic plan is $25 a month and the full plan is $49",
		"the breaks are 45 minutes":           "Breaks are 45 minutes.",
		"the full plan costs $45":             "plan is $29 a month and the full plan is $45",
		"rename \"Full plan\" to \"Premium\"": "the Premium is $49",
	} {
		b, answer := amended(t, growthPrompt, edit)
		if said := wordsOf(b); !strings.Contains(said, want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, said, answer)
		}
		if v := b.Scenes[0].Series.Values[2]; strings.Contains(edit, "860") && v != 870 {
			t.Errorf("%s: the chart draws %g", edit, v)
		}
	}
	for edit, want := range map[string]string{
		"the gold plan is $25 now": "gold plan",
		"the full plan is 3 weeks": "full plan",
	} {
		if b, answer := amended(t, growthPrompt, edit); !strings.Contains(answer, "not honoured") || !strings.Contains(answer, want) || strings.Contains(wordsOf(b), "25") {
			t.Errorf("%s: %s", edit, answer)
		}
	}
}

// TestQuestionsAreNoOrders: what asks or weighs something is not carried out.
func TestQuestionsAreNoOrders(t *testing.T) {
	t.Parallel()
	for _, edit := range []string{"maybe remove scene 2?", "perhaps drop scene 2", "should we drop scene 2?", "drop scene 2?", "¿quitamos la escena 2?", "Szene 2 vielleicht löschen?", "on supprime la scène 2 ?", "tiramos a cena 2?", "togliamo la scena 2?", "what about removing scene 2?", "I'm not sure about scene 2, maybe delete it"} {
		if b, answer := amended(t, growthPrompt, edit); len(b.Scenes) != 3 || !strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %d scenes, %s", edit, len(b.Scenes), answer)
		}
	}
	for _, edit := range []string{"can you remove scene 2?", "could you please remove scene 2?", "Kannst du Szene 2 löschen?", "¿puedes quitar la escena 2?", "peux-tu supprimer la scène 2 ?", "Great. Would you remove scene 2?"} {
		if b, answer := amended(t, growthPrompt, edit); len(b.Scenes) != 2 {
			t.Errorf("%s: %s", edit, answer)
		}
	}
}
