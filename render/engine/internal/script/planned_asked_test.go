package script

import (
	"fmt"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// drawnAs is what a planned scene is drawn as, in one line.
func drawnAs(s scene.Scene) string {
	out := string(s.Kind)
	add := func(name, v string) {
		if v != "" {
			out += " " + name + "=" + v
		}
	}
	if s.Figure != nil {
		add("figure", s.Figure.Prefix+s.Figure.Text+s.Figure.Suffix)
		add("label", s.Label)
	}
	add("code", s.Code)
	if s.Kind == scene.Location || s.Kind == scene.End {
		add("head", s.Headline)
	}
	add("name", s.Name)
	for _, it := range s.Items {
		add("item", strings.TrimSpace(it.Value+" "+it.Title+it.Label))
	}
	for _, c := range s.Columns {
		add("column", c.Title+":"+c.Rows[0].Value)
	}
	if s.Series != nil {
		focus := -1
		if s.Series.Focus != nil {
			focus = *s.Series.Focus
		}
		add(s.Series.Type, fmt.Sprint(s.Series.Labels, s.Series.Values, focus))
	}
	if len(s.Rows) > 0 {
		add("rows", fmt.Sprint(s.Rows))
	}
	add("note", s.Note)
	return out
}

// TestPicturesAsAsked plans a scene for each way in which people ask for a picture.
func TestPicturesAsAsked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, body, say, want string }{
		{"a head is a title", "Visual: full screen table with three rows: Normal | below 120; Raised | 120–139; High | 140 or more", "Below one-twenty is normal.", "table rows=[[Normal below 120] [Raised 120–139] [High 140 or more]]"},
		{"code typing on", "Visual: Code block typing on: `db.Put(ctx)`", "Writes are one call.", "code code=db.Put(ctx)"},
		{"a command", "Visual: Terminal: $ go get tidekv.example/v2 ; cursor blinks", "Go and get it.", "code code=go get tidekv.example/v2"},
		{"the figure leads", `Visual: star rating 4.9 of 5 big number count up, under it small text "612 reviews"`, "Six hundred twelve people gave us four point nine stars.", "number figure=4.9of 5 label=612 reviews"},
		{"a unit apart", "Visual: number 6 h in the centre with a ring that fills 75%", "Teams lose about six hours a week to planning.", "number figure=6h"},
		{"no piece of a direction", `Visual: price "€ 845,000" counts up, then agent card`, "Call Lucia Ferrante about the keys today.", "number figure=€845,000"},
		{"a list and how it comes", "Visual: icons right: lock, phone, key; icons pop staggered 0.2s", "Keep three things safe.", "grid item=Lock item=Phone item=Key"},
		{"a list behind a dash", "Visual: Infographic: 3 icons with labels - Sit near the driver / Share your stop / Phone charged", "Three rules for the night.", "grid item=Sit near the driver item=Share your stop item=Phone charged"},
		{"answers with letters", "Visual: question card. Three answers: A) To the sea B) Into space C) Nowhere. Answer A lights up", "Where does it go?", "grid item=A) To the sea item=B) Into space item=C) Nowhere"},
		{"two values", "Visual: a split screen compares day pass and membership: day pass 16 euros, membership 49 euros a month", "Come once or every day.", "compare column=Day pass:16 euros column=Membership:49 euros a month"},
		{"halves", "Visual: Split screen: left – a full bathtub (150 L), right – a 5-minute shower (45 L). Numbers count up.", "A bath takes more.", "compare column=Full bathtub:150 L column=5-minute shower:45 L"},
		{"what is stressed", "Visual: Bar chart: Cards 2.9, Wallets 2.4, Orbit Pay 0.9. Highlight Orbit Pay.", "We take less.", "chart bar=[Cards Wallets Orbit Pay] [2.9 2.4 0.9] 2"},
		{"the place of a map", `Visual: map of Elmsford, pin drops, dotted line to the station "7 min walk"`, "The station is near.", "location head=Elmsford note=7 min walk"},
		{"whose words", "Visual: quote on screen: «I got my coffee in Dublin», Marta, 34 years. Big marks.", "Marta did it.", "quote name=Marta"},
		{"small print", "Visual: big number 71%\nFootnote: \"In-app survey, 2026\"", "Seventy-one percent slept better.", "number figure=71% label=Seventy-one percent slept better note=In-app survey, 2026"},
		{"stock in quotation marks", `Visual: checklist: "Idle lanes", "Dead stock"`, "Two blind spots.", "grid item=Idle lanes item=Dead stock"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := write(t, Request{Seconds: 30, Spec: manifest.Spec{PositivePrompt: "No avatar.\n\nScene 1: Opening (5s)\nVisual: title card \"Hello\"\nVO: \"Hello.\"\n\nScene 2: NUMBERS (9s)\n" + c.body + "\nVO: \"" + c.say + "\"\n\nScene 3 (5s)\nVisual: text \"Bye\"\nVO: \"Goodbye to all of you.\"\n"}})
			got := strings.TrimSpace(drawnAs(b.Scenes[1]))
			if got != c.want {
				t.Errorf("drawn as\n %s, want\n %s", got, c.want)
			}
		})
	}
}

func TestTextsOfEveryScene(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Seconds: 20, Spec: manifest.Spec{PositivePrompt: "Scene 1 (5s)\nVisual: Bar chart: Cards 2.9, Wallets 2.4\nOn-screen text: \"Fees compared\"\nVO: \"We take less than the others do.\"\nSource: Own figures\n\nScene 2 (5s)\nVisual: end card, hotline 0800 555 017\nVO: \"Goodbye to all of you.\"\n\nLegal line on every scene: \"Run by CityMove Ltd.\""}})
	if s := b.Scenes[0]; s.Headline != "Fees compared" || s.Note != "Source: Own figures · Run by CityMove Ltd." {
		t.Errorf("headline %q, note %q", s.Headline, s.Note)
	}
	if s := b.Scenes[1]; !strings.Contains(s.Note, "0800 555 017") || !strings.Contains(s.Note, "Run by CityMove Ltd.") {
		t.Errorf("note %q", s.Note)
	}
}

// A note that quotes the beginning of a picture leaves nothing behind it in silence.
func TestLongPicturesAreAccountedToTheEnd(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Seconds: 20, Spec: manifest.Spec{PositivePrompt: "No avatar.\n\nScene 1 (8s)\nVisual: A workshop at dusk with long benches and rows of chisels on the wall, dust in the last light of the day, a dog asleep under the bench beside a stove that has gone cold, and at the very end a lighthouse blinks twice\nVO: \"It takes two hundred hours to make one.\"\n\nScene 2 (5s)\nVisual: text \"Bye\"\nVO: \"Goodbye to all of you.\"\n"}})
	if notes := notesOf(b); !strings.Contains(notes, "lighthouse") {
		t.Errorf("the end of a long picture goes unsaid:\n%s", notes)
	}
}
