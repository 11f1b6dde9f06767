package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// TestClausesAreAList: a sentence of several clauses is drawn clause by clause, and no other
// sentence is.
func TestClausesAreAList(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"People pick from 24 recipes a week, we deliver on Monday before 7 am, and cooking takes under 25 minutes.": "At a glance: People pick from 24 recipes a week|We deliver on Monday before 7 am|Cooking takes under 25 minutes",
		"On day one you pick up your badge at 7:30, meet your buddy on ward 4B, and get your login from IT.":        "Day one: Pick up your badge at 7:30|Meet your buddy on ward 4B|Get your login from IT",
		"You'll learn why 1 in 5 orders comes back, what a return really costs, and three ways to halve the rate.":  "What you'll learn: Why 1 in 5 orders comes back|What a return really costs|Three ways to halve the rate",
		"When the alarm goes off, leave the room, and meet at the gate.":                                            "",
		"After lunch, in the yard, we meet at two.":                                                                 "",
		"GraphQL endpoint, webhooks with retries, SDKs for Go, Rust and Kotlin.":                                    "At a glance: GraphQL endpoint|Webhooks with retries|SDKs for Go, Rust and Kotlin",
	} {
		w := &writer{w: english, lang: "en", b: prompt.Parse("Video about tea. It is hot.")}
		b := &beat{words: []string{s}}
		w.clause(b, &prompt.Point{Text: s})
		var titles []string
		for _, it := range b.Items {
			titles = append(titles, it.Title)
		}
		got := strings.TrimPrefix(b.Headline+": "+strings.Join(titles, "|"), ": ")
		if got != want || want != "" && b.Kind != scene.Points {
			t.Errorf("%q is %s %q", s, b.Kind, got)
		}
	}
}

// TestRowsHaveTheirVerbs: a row of values, states and verbs becomes one sentence with a verb
// for each.
func TestRowsHaveTheirVerbs(t *testing.T) {
	t.Parallel()
	w := &writer{w: english, lang: "en", b: prompt.Parse("Video about tea. It is hot.")}
	for s, want := range map[string]string{
		"800 lumens, visible from 1.2 km, weighs 140 g, waterproof to IP67.": "It has 800 lumens, is visible from 1.2 km, weighs 140 g, and is waterproof to IP67.",
		"800 lumens, 140 g, 40 hours.":                                       "800 lumens, 140 g, 40 hours.",
		"Runs daily, syncs at night.":                                        "Runs daily, syncs at night.",
	} {
		if got := w.fragmentSaid(s); got != want {
			t.Errorf("%q is said %q", s, got)
		}
	}
	b := &beat{words: []string{"After 10 years it's 163 euros, after 30 years 432, after 50 years 1,147."}}
	w.clause(b, &prompt.Point{Text: b.words[0]})
	if b.Series == nil || len(b.Series.Values) != 3 || b.Series.Unit != "€" {
		t.Errorf("values after 10, 30 and 50 years are %s %+v", b.Kind, b.Series)
	}
}

// TestPartsKeepTheirSubject: the parts of a sentence about several things are about them
// still, the number of a house is no amount, and what is forbidden is shown whole.
func TestPartsKeepTheirSubject(t *testing.T) {
	t.Parallel()
	w := &writer{w: english, lang: "en", b: prompt.Parse("Video about tea. It is hot.")}
	if got := strings.Join(w.predicates("The ear cushions come off and go in the washing machine."), " "); got != "The ear cushions come off. They go in the washing machine." {
		t.Errorf("%q", got)
	}
	if f := w.figures("The office moves to Speicherstrasse 14 on March 2."); len(f) > 0 {
		t.Errorf("%+v", f)
	}
	if got := w.entry("Don't export customer lists to your private devices at home", 40); got != "Don't export customer lists to your private devices at home" {
		t.Errorf("%q", got)
	}
	b := &beat{words: []string{"Syncing 10,000 files (4.2 GB) takes 1.3 seconds on a laptop."}}
	w.clause(b, &prompt.Point{Text: b.words[0]})
	if b.Figure != nil && b.Figure.Text == "4.2" {
		t.Errorf("the aside is the figure: %q", b.Label)
	}
}

// TestAPhraseIsNoClause: what only says where something was counted stays with it.
func TestAPhraseIsNoClause(t *testing.T) {
	t.Parallel()
	const said = "In a trial with 1,200 users, 87% said they slept better and eye strain fell from 6.2 to 3.1 points."
	for _, s := range minuteOf(t, "Introduce Lumen, a desk lamp. It costs $89. "+said+" It ships in May.").Scenes {
		if strings.Contains(s.Say, "1,200 users.") {
			t.Errorf("said: %q", s.Say)
		}
	}
}
