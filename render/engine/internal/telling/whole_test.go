package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestEnglishLabelsStandAlone: what stands over a figure is no piece that was torn off its sentence.
func TestEnglishLabelsStandAlone(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"On Tuesday our checkout was down for 3 hours and 20 minutes and about 1,900 orders failed.": "Our checkout was down|3 h 20 min|",
		"Yearly billing saves 20%.":                                                         "Yearly billing saves|20 %|",
		"Headcount is 186.":                                                                 "Headcount|186|",
		"Setup takes 2 minutes.":                                                            "Setup|2 min|",
		"About 12,400 units are affected.":                                                  "|about 12,400|units are affected",
		"Wind above 45 km/h means stop work.":                                               "Wind above|45 km/h|means stop work",
		"You can take it in up to three blocks within the first 18 months.":                 "Take it in up to three blocks within the first 18 months|18 months|",
		"All parents get 20 weeks of full pay, up from 12.":                                 "All parents get 20 weeks of full pay|20 weeks|Up from 12",
		"Return it to any shop for a full refund of €24.90, no receipt needed.":             "Return it to any shop for a full refund of €24.90|€24.90|No receipt needed",
		"Rated 4.8/5 by more than 2,300 listeners.":                                         "Rated|4.8 /5|by more than 2,300 listeners",
		"Employees may accept gifts worth up to 50 euros per year from one partner.":        "Employees may accept gifts worth|up to €50|per year from one partner",
		"It's free, seats are limited to 300.":                                              "Seats are limited to|300|",
		"The battery lasts 40 hours, and 10 minutes of charging give another 5 hours.":      "Battery|40 h|",
		"Small groups, and 9 out of 10 beginners ski their first run by day three.":         "|9 out of 10|beginners ski their first run by day three",
		"Parking costs €4 a day.":                                                           "Parking|€4|a day",
		"Trains run every 10 minutes between 7 am and 9 am, and every 20 minutes at night.": "||",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{}
		w.Shape(b, s)
		got := "||"
		if b.Figure != nil {
			got = strings.Join([]string{b.Label, FigureText(b.Figure), b.Subtitle}, "|")
		}
		if strings.ReplaceAll(got, " %", "%") != strings.ReplaceAll(want, " %", "%") && strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%q is drawn as %q, want %q", s, got, want)
		}
	}
}

// TestHeadlinesKeepTheirConditions: what is cut off a headline does not change what it says.
func TestHeadlinesKeepTheirConditions(t *testing.T) {
	t.Parallel()
	w := &Writer{Wording: tongue.English, Lang: "en"}
	for s, never := range map[string]string{
		"The day before: only clear liquids after 1 pm.":                         "The day before: only clear liquids",
		"Served from 12:00 to 14:30 and from 18:30 to 22:00, closed Mondays.":    "Served from 12:00 to 14:30",
		"Fridges, mattresses and furniture are taken.":                           "Mattresses and furniture are taken",
		"Students and customers under 27 still pay nothing.":                     "27 still pay nothing",
		"Falls are the No. 1 cause of deaths on the building sites of our city.": "Falls are the No",
	} {
		if got := w.Finding(s, 34); got == never {
			t.Errorf("%q is headed %q", s, got)
		}
		if got := w.Headline(s, 34); got == never {
			t.Errorf("%q is headed %q", s, got)
		}
	}
	if got, want := w.Headline("From 14 December the line 7 timetable changes for everybody who lives north of the river.", 34), "14 December the line 7"; strings.HasPrefix(got, want) {
		t.Errorf("it is headed %q", got)
	}
}

// TestHoursAndTimes: opening hours are cards, what happens when on one day is a timeline.
func TestHoursAndTimes(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]struct {
		kind  scene.Kind
		items string
	}{
		"The gym has new opening hours: Monday to Friday 06:00–22:30, Saturday 8 am to 6 pm, closed on Sunday.": {scene.Points, "Monday to Friday 06:00–22:30|Saturday 8 am–6 pm|Sunday Closed"},
		"Doors open at 18:00, the first act plays at 19:30, and the headliner at 21:00.":                        {scene.Timeline, "18:00 Doors open|19:30 The first act plays|21:00 The headliner"},
		"The coach leaves at 8:15 am sharp and we will be back by about 4:30 pm.":                               {scene.Timeline, "8:15 am The coach leaves|About 4:30 pm We will be back"},
		"The shop opens at 9:00.": {"", ""},
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{Words: []string{s}}
		w.Clause(b, &brief.Point{Text: s})
		var items []string
		for _, it := range b.Items {
			if it.Label != "" {
				items = append(items, it.Label+" "+it.Title)
			} else {
				items = append(items, it.Title+" "+it.Body)
			}
		}
		if b.Kind != want.kind || strings.Join(items, "|") != want.items {
			t.Errorf("%q is %s %q", s, b.Kind, items)
		}
	}
}

// TestRangesAndRatings: a range of money is one figure, a change between two amounts is
// none, and a rating is out of its best.
func TestRangesAndRatings(t *testing.T) {
	t.Parallel()
	w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
	for s, want := range map[string]string{
		"Rewards from $200 to $15,000 depending on severity.": "Rewards|$200–15,000|depending on severity",
		"The fee rises from €4.90 to €5.90.":                  "The fee|€5.90|Up from €4.90",
		"Overall satisfaction is 4.2 out of 5.":               "Overall satisfaction|4.2/5|",
	} {
		b := &Beat{}
		w.Shape(b, s)
		got := ""
		if b.Figure != nil {
			got = strings.Join([]string{b.Label, strings.ReplaceAll(FigureText(b.Figure), " ", ""), b.Subtitle}, "|")
		}
		if got != want {
			t.Errorf("%q is drawn as %q, want %q", s, got, want)
		}
	}
}

// TestWholesAreDrawnAsParts: shares that come to 100 percent are one chart, others are not.
func TestWholesAreDrawnAsParts(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{
		"Schools 34%, roads and transport 21%, social services 19%, culture 8%, administration 12%, debt 6%.": 6,
		"Income: €412,000, of which 71% donations, 22% grants, 7% events.":                                    3,
		"Churn 4%, margin 61%, growth 18%.":                                                                   0,
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{}
		if got := w.wholeOf(b, s); got != (want > 0) || got && len(b.Series.Values) != want {
			t.Errorf("%q is drawn as %+v", s, b.Series)
		}
	}
}
