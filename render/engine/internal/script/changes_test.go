package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"

	"gitops.video/render/render/engine/internal/scene"
)

// TestSeveralChangesAreDrawn: each new value has its name and the one that it was.
func TestSeveralChangesAreDrawn(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Video for members about the price change. The monthly membership goes from £29 to £32 and the off-peak membership from £19 to £21. Annual members pay nothing more.": "Monthly membership £32 Up from £29|Off-peak membership £21 Up from £19",
		"Announce our new pricing. Starter goes from $10 to $12 a month, and Team goes from $40 to $45 a month. Enterprise stays the same.":                                   "Starter $12 Up from $10|Team $45 Up from $40",
		"Announcement for customers about prices. Fiber 500 now costs $45 instead of $60 a month, Fiber 1000 costs $65 instead of $85. No contract is needed.":                "Fiber 500 $45 Instead of $60|Fiber 1000 $65 Instead of $85",
		"Customer update from Kiln Coffee: from 1 March our 250 g bags cost £8.50 instead of £7.90, and our 1 kg bags £29 instead of £27. The beans are better.":              "250 g bags £8.50 Instead of £7.90|1 kg bags £29 Instead of £27",
		"Update for the team about support. Wait times fell from 9 minutes to 4 minutes and refunds from 31 to 12. We hired two people.":                                      "Wait times 4 min Down from 9 min|Refunds 12 Down from 31",
	} {
		got := ""
		for _, s := range minuteOf(t, text).Scenes {
			if s.Kind == scene.Number && len(s.Items) > 0 {
				got = s.Label + " " + figureText(s.Figure) + " " + s.Subtitle
				for _, it := range s.Items {
					got += "|" + it.Label + " " + it.Value + " " + it.Body
				}
			}
		}
		if got != want {
			t.Errorf("%q draws %q, want %q", text, got, want)
		}
	}
}

// TestFiguresOfSentences: the figure that a sentence is about, with what it counts.
func TestFiguresOfSentences(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"1,200 customers were affected, 3% of all.":                                           "1,200|Customers were affected|3% of all",
		"Between 9:12 and 10:47, 1,200 customers, 3% of all, could not log in.":               "1,200|Customers could not log in|3% of all",
		"If you can't connect on Monday, call 4411.":                                          "4411|Call|If you can't connect on Monday",
		"Install the new client before that (takes ~5 min, link in chat).":                    "5 min|Install the new client before that|link in chat",
		"Revenue is $1.24M, 6% over plan.":                                                    "$1.24M|Revenue|6% over plan",
		"Bella, a 9 year old lurcher, waited 14 months.":                                      "14 months|Bella waited|",
		"It starts 1 July: 20 weeks at full pay for everyone (before: 12 weeks for mothers).": "20 weeks|It starts 1 July|at full pay for everyone",
		"We're at 412 Mission St.":                                                            "",
		"Our office is at 18 Orchard Lane, Bristol.":                                          "",
		"Signups are at 2,310, up from 2,045.":                                                "2,310|Signups|Up from 2,045",
		"The repairs cost £6.3 million.":                                                      "£6.3M|The repairs cost|",
		"Taco Tuesday: 3 tacos and a drink for $9.99, every Tuesday.":                         "$9.99|3 tacos and a drink|",
		"The budget is £42 million, £16m of it for care.":                                     "£42M|Budget|",
		"Revenue is growing 14% month over month.":                                            "14%|Revenue is growing|month over month",
		"It holds in winds of 90 kilometres an hour.":                                         "90 km/h|It holds in winds of|",
		"Call us on 555-0148.":                                                                "",
		"Our roof leaks and the repair costs $27,000.":                                        "$27,000|Our roof leaks and the repair costs $27,000|",
		"It costs $69.":                "$69|Price|",
		"The salary is €75k–€95k.":     "€75–95k|Salary|",
		"It has 1,140 sq ft of space.": "1,140 sq ft|Space|",
	} {
		w := &writer{w: english, lang: "en", b: prompt.Parse("Video about tea. It is hot.")}
		b := &beat{words: []string{s}}
		w.shape(b, s)
		got := ""
		if b.Figure != nil {
			got = strings.Join([]string{figureText(b.Figure), b.Label, b.Subtitle}, "|")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
