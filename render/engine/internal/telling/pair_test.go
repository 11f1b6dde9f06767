package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestFiguresUnderTheirTimes: two figures of one thing stand beside each other under their times.
func TestFiguresUnderTheirTimes(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"If you invest $10,000 at 7 percent, after 10 years you have $19,672 and after 20 years $38,697.": "After 10 years $19,672|After 20 years $38,697",
		"In 2020 a litre of milk cost 79 cents, today 1.15 euros.":                                        "2020 79 cents|Today €1.15",
		"Tickets cost 60 euros until 1 July, then 75.":                                                    "Until 1 July €60|Then €75",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{Words: []string{s}}
		w.Clause(b, &brief.Point{Text: s})
		var got []string
		for _, c := range b.Columns {
			got = append(got, c.Title+" "+c.Rows[0].Value)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// TestWhatWasDoneBeforeItsClause: a sentence that begins with what was done to its subject is whole.
func TestWhatWasDoneBeforeItsClause(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Built in 1911, it stood idle for 34 years.": "Built in 1911, it stood idle for 34 years.",
		"Built in 1911.": "It was built in 1911.",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about our crane. It is tall.")}
		if got := w.fragmentSaid(s); got != want {
			t.Errorf("%q is said as %q", s, got)
		}
	}
}
