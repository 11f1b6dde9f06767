package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/tongue"
)

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
		"You're home every night, earn £17.20 an hour and get your licence paid for by us.":   "",
		"A 100 metre bridge gets about 4 centimetres longer between winter and summer.":       "",
		"Today it's 47 minutes.":                                                              "47 min|Today it's 47 minutes|",
		"It pays 1,450 a month.":                                                              "1,450|It pays|a month",
		"The repairs cost £6.3 million.":                                                      "£6.3M|The repairs cost|",
		"Taco Tuesday: 3 tacos and a drink for $9.99, every Tuesday.":                         "$9.99|3 tacos and a drink|",
		"The budget is £42 million, £16m of it for care.":                                     "£42M|Budget|",
		"Revenue is growing 14% month over month.":                                            "14%|Revenue is growing|month over month",
		"It holds in winds of 90 kilometres an hour.":                                         "90 km/h|It holds in winds of|",
		"Call us on 555-0148.":                                                                "",
		"Our roof leaks and the repair costs $27,000.":                                        "$27,000|Our roof leaks and the repair costs|",
		"91% of cyberattacks begin with a phishing email.":                                    "91%||of cyberattacks begin with a phishing email",
		"By 2030, 40 million jobs will need new skills.":                                      "40M||jobs will need new skills",
		"More than 60 percent of accidents happen at home.":                                   "more than 60%||of accidents happen at home",
		"Our app has been downloaded 2.3 million times in 41 countries.":                      "2.3M|Our app has been downloaded|times in 41 countries",
		"We raised €2.4 million from 1,100 donors.":                                           "€2.4M|We raised|from 1,100 donors",
		"Our team of 24 nurses looks after 600 patients.":                                     "600|Our team of 24 nurses looks after|patients",
		"The lake is 254 metres deep and holds 48 cubic kilometres of water.":                 "254 metres|The lake is|deep",
		"A cyber incident costs small firms an average of £4,200.":                            "£4,200|A cyber incident costs small firms an average of|",
		"Response times dropped by half, from 12 to 6 minutes.":                               "6 min|Response times|Down from 12 min",
		"Between 2020 and 2024 complaints fell from 310 to 120.":                              "120|Complaints|Between 2020 and 2024, down from 310",
		"It costs $69.":                "$69|Price|",
		"The salary is €75k–€95k.":     "€75–95k|Salary|",
		"It has 1,140 sq ft of space.": "1,140 sq ft|Space|",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{Words: []string{s}}
		w.Shape(b, s)
		got := ""
		if b.Figure != nil {
			got = strings.Join([]string{FigureText(b.Figure), b.Label, b.Subtitle}, "|")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestOneThingAtTwoTimes: what a thing cost and costs stands side by side, under the thing.
func TestOneThingAtTwoTimes(t *testing.T) {
	t.Parallel()
	w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
	b := &Beat{}
	if s := "A burger that cost $4 in 2015 costs $6.50 today."; !w.pair(b, s) || b.Headline != "A burger" || len(b.Columns) != 2 || b.Columns[0].Rows[0].Value != "$4" || b.Columns[1].Rows[0].Value != "$6.50" {
		t.Errorf("%q: %q %+v", s, b.Headline, b.Columns)
	}
}
