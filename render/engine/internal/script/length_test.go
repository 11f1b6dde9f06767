package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// Where no length is given the words decide: short facts are not waited for, and long ones
// are not left out.
func TestUnaskedLength(t *testing.T) {
	for text, limits := range map[string][2]float64{
		"Make a product video for Lumo, a lamp that wakes you with light. It runs 40 days on a charge and costs $59. Order at lumo.com.": {10, 16},
		"Make a video for new members of our rowing club. The club has 14 boats and 3 coaches. Training is on Monday and Thursday at 6 in the evening. Beginners start in the wide boats. Life jackets hang in the shed behind the ramp. The ramp is slippery when it is wet. Keys are in the box next to the door. The code of the box changes on the first of each month. Whoever comes last locks the shed. Boats are washed with fresh water after every trip. Damage goes into the red book on the desk. Guests may row twice for free. The season ends with a party on the last Saturday in October.": {40, 75},
	} {
		b := write(t, Request{Spec: manifest.Spec{PositivePrompt: text}})
		if b.Seconds < limits[0] || b.Seconds > limits[1] {
			t.Errorf("%.40q: lasts %g s, want %g to %g", text, b.Seconds, limits[0], limits[1])
		}
		if n := notesOf(b); strings.Contains(n, "left out") || strings.Contains(n, "carry the rest") || !strings.Contains(n, "no length is given") {
			t.Errorf("%.40q: notes %s", text, n)
		}
	}
	if b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Video about why bees matter."}}); b.Seconds != unasked {
		t.Errorf("a topic without facts lasts %g s, want %d", b.Seconds, unasked)
	}
}

// TestNamesStayNames: what the prompt writes with a capital inside its sentences keeps it,
// and a sentence that announces its picture is not announced.
func TestNamesStayNames(t *testing.T) {
	t.Parallel()
	text := "Make a 100 second product update about Tidewatch 3. Timeline: 2021 founded, 2023 first 100 customers, 2026 Tidewatch 3. How to set it up: open the app, scan the code, choose a name, and press start. " +
		"Before: every alert was read by hand at night. After: the app sorts them and calls whoever is on duty."
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: text}})
	said := ""
	for _, s := range b.Scenes {
		said += s.Say + "\n"
		if s.Kind == scene.Compare && s.Columns[1].Rows[0].Value != "The app sorts them and calls whoever is on duty" {
			t.Errorf("after: %q", s.Columns[1].Rows[0].Value)
		}
	}
	if strings.Contains(said, "tidewatch 3") || strings.Contains(said, "goes. Here's how to") {
		t.Errorf("%s", said)
	}
}

// TestColumnsThatDoNotFitAreNoted: six columns are shown, and more are no silence.
func TestColumnsThatDoNotFitAreNoted(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Make a video about our plans.\n\n| Plan | Seats | Storage | Alerts | Support | Price | Trial |\n|---|---|---|---|---|---|---|\n| Basic | 1 | 5 GB | 100 | Mail | €9 | 7 days |\n| Pro | 10 | 50 GB | 5,000 | Chat | €29 | 30 days |\n"}})
	for _, s := range b.Scenes {
		if s.Kind == scene.Table && len(s.Rows[0]) == 6 && strings.Contains(notesOf(b), "six columns") {
			return
		}
	}
	t.Errorf("no table of six columns, or no note: %s", notesOf(b))
}

// TestFiguresNeedALabel: a figure whose label does not say what it counts is no picture.
func TestFiguresNeedALabel(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Video announcing the merger of two libraries. From 1 May the Elm Street branch closes and everything moves to the Harbour branch. Your card still works."}})
	for _, s := range b.Scenes {
		if s.Kind == scene.Number {
			t.Errorf("%q is drawn as %s %q", s.Say, s.Figure.Text, s.Label)
		}
	}
	if s := b.Scenes[0]; s.Say != "Let's talk about the merger of two libraries." {
		t.Errorf("opens with %q", s.Say)
	}
}

// TestThePresenterTakesNoFigure: where the length is free the presenter says what a title
// says, and the only figure of a video keeps its picture.
func TestThePresenterTakesNoFigure(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Show how our charger works. It weighs 1.2 kg and works in the rain."}})
	if s := b.Scenes[1]; s.Kind != scene.Presenter || !strings.HasPrefix(s.Say, "Here's how") || b.Scenes[2].Kind != scene.Number {
		t.Errorf("%s %q, then %s", s.Kind, s.Say, b.Scenes[2].Kind)
	}
	if s := write(t, Request{Spec: manifest.Spec{PositivePrompt: "3 reasons to visit Lisbon: mild weather, fewer tourists, and jacaranda trees."}}).Scenes[1]; s.Say != "Mild weather, fewer tourists, and jacaranda trees." {
		t.Errorf("reasons are told as %q", s.Say)
	}
	if s := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Promote our market to families. Open 8 to 1 on Mill Street, 40 stalls, free parking."}}).Scenes[1]; s.Kind != scene.Points || len(s.Items) != 3 {
		t.Errorf("hours are drawn as %s %+v", s.Kind, s.Figure)
	}
}
