package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestClausesAreAList: a sentence of several clauses is drawn clause by clause, and no other
// sentence is.
func TestClausesAreAList(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"People pick from 24 recipes a week, we deliver on Monday before 7 am, and cooking takes under 25 minutes.":     "At a glance: People pick from 24 recipes a week|We deliver on Monday before 7 am|Cooking takes under 25 minutes",
		"On day one you pick up your badge at 7:30, meet your buddy on ward 4B, and get your login from IT.":            "Day one: Pick up your badge at 7:30|Meet your buddy on ward 4B|Get your login from IT",
		"You'll learn why 1 in 5 orders comes back, what a return really costs, and three ways to halve the rate.":      "What you'll learn: Why 1 in 5 orders comes back|What a return really costs|Three ways to halve the rate",
		"When the alarm goes off, leave the room, and meet at the gate.":                                                "",
		"The Trail 30 pack weighs 690 grams, holds 24 litres and comes in three colours.":                               "The Trail 30 pack: Weighs 690 grams|Holds 24 litres|Comes in three colours",
		"Get your badge at gate 2, watch the safety film, meet your shift lead, and lunch is at 12:30.":                 "At a glance: Get your badge at gate 2|Watch the safety film|Meet your shift lead|Lunch is at 12:30",
		"From 1 September the gym opens at 5:30 am, showers on floor 2 are being renovated, and towels are free again.": "At a glance: From 1 September the gym opens at 5:30 am|Showers on floor 2 are being renovated|Towels are free again",
		"Classes last 2 hours, cost 65 euros and include clay and firing.":                                              "Classes: Last 2 hours|Cost 65 euros|Include clay and firing",
		"The caretaker, Mr. Novak, is in from 8 to 12.":                                                                 "",
		"Plant lavender, avoid pesticides, leave some dead wood.":                                                       "Good to know: Plant lavender|Avoid pesticides|Leave some dead wood",
		"Hand-pulled noodles, 12 broths, open till 2am.":                                                                "At a glance: Hand-pulled noodles|12 broths|Open till 2am",
		"Open daily 10 to 6, closed Mondays, free for under-18s.":                                                       "Good to know: Daily|Mondays|Free for under-18s",
		"After lunch, in the yard, we meet at two.":                                                                     "",
		"GraphQL endpoint, webhooks with retries, SDKs for Go, Rust and Kotlin.":                                        "At a glance: GraphQL endpoint|Webhooks with retries|SDKs for Go, Rust and Kotlin",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{Words: []string{s}}
		w.Clause(b, &brief.Point{Text: s})
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
	w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
	for s, want := range map[string]string{
		"800 lumens, visible from 1.2 km, weighs 140 g, waterproof to IP67.": "It has 800 lumens, is visible from 1.2 km, weighs 140 g, and is waterproof to IP67.",
		"800 lumens, 140 g, 40 hours.":                                       "800 lumens, 140 g, 40 hours.",
		"Runs daily, syncs at night.":                                        "Runs daily, syncs at night.",
	} {
		if got := w.fragmentSaid(s); got != want {
			t.Errorf("%q is said %q", s, got)
		}
	}
	b := &Beat{Words: []string{"After 10 years it's 163 euros, after 30 years 432, after 50 years 1,147."}}
	w.Clause(b, &brief.Point{Text: b.Words[0]})
	if b.Series == nil || len(b.Series.Values) != 3 || b.Series.Unit != "€" {
		t.Errorf("values after 10, 30 and 50 years are %s %+v", b.Kind, b.Series)
	}
}
