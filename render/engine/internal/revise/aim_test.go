package revise_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/revise"
	"gitops.video/render/render/engine/internal/scene"
)

// shown is a video as somebody sees it who wants it changed.
var shown = scene.Storyboard{
	Version: 1, Title: "Deliveries", Language: "en", Width: 1920, Height: 1080, FPS: 30, Seconds: 40, Presenter: scene.Person{ID: "maya"},
	Scenes: []scene.Scene{
		{ID: "a", Kind: scene.Title, Say: "This is how to take in a delivery.", Headline: "How to take in a delivery"},
		{ID: "b", Kind: scene.Points, Say: "Step 1: Check the note. Step 2: Count the pallets. Step 3: Scan every pallet.", Headline: "Three steps",
			Items: []scene.Item{{Title: "Check the note"}, {Title: "Count the pallets"}, {Title: "Scan every pallet"}}},
		{ID: "c", Kind: scene.Presenter, Say: "Report damage to Ingrid Solberg within 24 hours. We opened a dock in Lund in May and hired 14 people."},
		{ID: "d", Kind: scene.Chart, Say: "Wednesdays are the quietest.", Headline: "Waiting times",
			Series: &scene.Series{Type: "bar", Unit: "minutes", Labels: []string{"Monday", "Tuesday", "Friday"}, Values: []float64{22, 14, 18}}},
		{ID: "e", Kind: scene.Statement, Say: "Our three best markets are Spain, Portugal and Croatia.", Headline: "Our best markets"},
		{ID: "f", Kind: scene.End, Say: "Put the pallets in zone B.", Headline: "Zone B"},
	},
}

// TestPointedAt: what reviewers point at by a moment, by what is said meanwhile and by "it",
// and what they ask of values, places in a list, and of how words are spoken.
func TestPointedAt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ edit, want string }{
		{"nobody can read scene 2, split it up", "Step 1: Check the note. Step 2: Count the pallets. | Step 3: Scan every pallet. | Report"},
		{"split the scene where she talks about damage", "within 24 hours. | We opened"},
		{`at 0:02 it says "take in a delivery", should say "receive a delivery"`, "how to receive a delivery. |"},
		{"Ingrid left, it's Tomas Reyes now", "damage to Tomas Reyes within"},
		{`remove "opened a dock in Lund in May"`, "hours. We hired 14 people. |"},
		{"zone B is zone D now", "in zone D."},
		{"our best markets are Spain, Portugal and Greece", "Our three best markets are Spain, Portugal and Greece. |"},
		{"put Croatia second", "are Spain, Croatia and Portugal. |"},
		{"put step 3 before step 2", "Step 2: Scan every pallet. Step 3: Count the pallets. |"},
		{"add a step between 2 and 3: Photograph the load", "Step 3: Photograph the load. Step 4: Scan every pallet. |"},
		{"steps 1 and 2 are the wrong way round", "Step 1: Count the pallets. Step 2: Check the note."},
		{"can she talk a bit slower when she mentions Ingrid Solberg", `<prosody rate="88%">Report damage to Ingrid Solberg within 24 hours</prosody>. We`},
		{"stress the words every pallet", "Scan *every pallet*."},
		{"The voice sounds tired, use a male one", "male"},
		{"Tuesday is 16, not 14", "[22 16 18]"},
		{"add Thursday with 13 minutes to the chart", "[22 14 18 13]"},
		{"remove Friday from the chart", "[22 14]"},
		{"make the steps faster and the chart twice as long", "s2 "},
		// Nothing is done where it would be something else.
		{"scene 2 and 4 say the same, keep only scene 2", "not honoured"},
		{"the presenter only at the end", "not honoured"},
		{`remove "Report damage to Ingrid Solberg within"`, "not honoured"},
	} {
		var b scene.Storyboard
		data, err := json.Marshal(shown)
		if err == nil {
			err = json.Unmarshal(data, &b)
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := (revise.Entry{Spec: manifest.Spec{Edits: []string{c.edit}}}).Edit(context.Background(), &b); err != nil {
			t.Errorf("%s: %v", c.edit, err)
			continue
		}
		if got := gistOf(&b); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", c.edit, got)
		}
	}
}

// gistOf is what a video says, what its chart draws, who speaks, how long its scenes are asked
// to last, and the answer.
func gistOf(b *scene.Storyboard) string {
	var out strings.Builder
	for i, s := range b.Scenes {
		if i > 0 {
			out.WriteString(" | ")
		}
		out.WriteString(s.Say)
		if s.Series != nil {
			data, _ := json.Marshal(s.Series.Values)
			out.WriteString(" " + strings.ReplaceAll(string(data), ",", " "))
		}
		if s.Seconds > 0 && s.ID == "b" {
			out.WriteString(" s2 ")
		}
	}
	out.WriteString(" | " + b.Voice.Gender)
	for _, n := range b.Notes {
		out.WriteString("\n" + n.Text)
	}
	return out.String()
}
