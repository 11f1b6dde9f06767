package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestWhatComesAfterWhat: the parts of one sentence that have a day, a year or a place in an
// order each are drawn one by one; the sentence is said as it is.
func TestWhatComesAfterWhat(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"First week: Monday you get your laptop and badge at reception at 9:00, Tuesday you meet your studio, Wednesday is site visit day (bring boots), Friday lunch with the partners at 12:30.": "points First week: Monday You get your laptop and badge at reception at 9:00|Tuesday You meet your studio|Wednesday Site visit day (bring boots)|Friday Lunch with the partners at 12:30",
		"On day one you get your pass, on day two you learn the scanner, on day three you start your own box.":                                                                                     "timeline What happens when: Day one You get your pass|Day two You learn the scanner|Day three You start your own box",
		"Friday 6 pm welcome drinks, Saturday 10 am campus tour, Sunday 11 am farewell brunch.":                                                                                                    "timeline What happens when: Friday 6 pm Welcome drinks|Saturday 10 am Campus tour|Sunday 11 am Farewell brunch",
		"First a member introduces it, then a committee studies it, then both chambers vote, and finally the president signs it.":                                                                  "process Step by step: 1 A member introduces it|2 A committee studies it|3 Both chambers vote|4 The president signs it",
		"Founded in a garage in 1998, first shop in 2003, online since 2010.":                                                                                                                      "timeline The timeline: 1998 Founded in a garage|2003 First shop|2010 Online",
		"Then we pack it, then we ship it, and finally you open it.":                                                                                                                               " : ",
		"On Monday we met the team and on Friday we left.":                                                                                                                                         " : ",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{Words: []string{s}}
		_ = w.inTurn(b, s) || w.inOrder(b, s)
		var items []string
		for _, it := range b.Items {
			items = append(items, strings.TrimSpace(it.Label+" "+it.Title+" "+it.Body))
		}
		if got := string(b.Kind) + " " + b.Headline + ": " + strings.Join(items, "|"); got != want {
			t.Errorf("%q is drawn as\n%q, want\n%q", s, got, want)
		}
		w.Clause(b, &brief.Point{Text: s, Verbatim: true})
		if b.Words[0] != s {
			t.Errorf("%q is said as %q", s, b.Words[0])
		}
	}
}
