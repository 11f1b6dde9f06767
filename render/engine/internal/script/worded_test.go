package script

import (
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

func TestNotedFactsAreSaid(t *testing.T) {
	t.Parallel()
	w := &writer{Writer: telling.Writer{Wording: tongue.English, Lang: "en", Brief: &brief.Brief{Purpose: brief.Update}}}
	for s, want := range map[string]string{
		"Signups: 2,310 (prev 2,045).":                        "Signups are at 2,310, up from 2,045.",
		"Activation: 38% (prev 41%).":                         "Activation is at 38%, down from 41%.",
		"CAC: $212.":                                          "CAC is at $212.",
		"Hotels: up to $180/night (was $150).":                "Hotels: up to $180/night, up from $150.",
		"Why: energy costs rose 40% in two years.":            "Why? Energy costs rose 40% in two years.",
		"What happened: a bug cost us activation.":            "What happened? A bug cost us activation.",
		"Takes 5 minutes.":                                    "It takes 5 minutes.",
		"Works down to minus 20 degrees.":                     "It works down to minus 20 degrees.",
		"Typical house saves 900 euros a year.":               "A typical house saves 900 euros a year.",
		"Typical costs are low.":                              "Typical costs are low.",
		"Churn: 2.1%, was 2.8% in September.":                 "Churn is at 2.1%, down from 2.8% in September.",
		"Weighs just 900g.":                                   "It weighs just 900g.",
		"$69.":                                                "It costs $69.",
		"$149, or free with a hospital licence.":              "It's $149, or free with a hospital licence.",
		"Example: you save $100 a month.":                     "For example, you save $100 a month.",
		"Start: 9:30 am at City Park.":                        "It starts at 9:30 am at City Park.",
		"Guest is Prof. Elin from Chalmers.":                  "The guest is Prof. Elin from Chalmers.",
		"Out Thursday wherever you listen.":                   "It's out Thursday wherever you listen.",
		"Who can join: Anyone over 16 with an email address.": "Who can join? Anyone over 16 with an email address.",
		"The prize is $500.":                                  "The prize is $500.",
		"Shows start at 8 pm.":                                "Shows start at 8 pm.",
		"Works councils were informed.":                       "Works councils were informed.",
		"Why not both?":                                       "Why not both?",
		"$5 of every ticket goes to the air ambulance.":       "$5 of every ticket goes to the air ambulance.",
		"Root cause: a database migration locked the table.":  "Root cause: a database migration locked the table.",
	} {
		if got := w.Worded(s); got != want {
			t.Errorf("%q is said as %q, want %q", s, got, want)
		}
	}
}
