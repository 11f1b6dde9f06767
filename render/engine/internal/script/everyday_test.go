package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// TestStepsOfClauses: what follows "Steps:" is a process, though each step has a subject.
func TestStepsOfClauses(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "An explainer on how heat pumps work. A heat pump moves heat.\nSteps: the outdoor unit takes heat from the air, a compressor raises its temperature, the heat goes into radiators, the cooled refrigerant flows back.\nIt is quiet.", "compressor")
	if s.Kind != scene.Process || len(s.Items) != 4 || !strings.HasPrefix(s.Say, "First, the outdoor unit") {
		t.Errorf("the steps are %s %q with %d items", s.Kind, s.Say, len(s.Items))
	}
}

// TestHowManyOfHowMany: what there is is drawn as a part of what is needed.
func TestHowManyOfHowMany(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"We need 600 volunteers, we have 412.":         "412|Volunteers|of 600 needed",
		"We need £20,000 and so far we have £14,500.":  "£14,500|Tea|of £20,000 needed",
		"We need 20 chairs, we have 45.":               "",
		"We need 600 volunteers, we have two offices.": "",
	} {
		w := &writer{w: english, lang: "en", b: prompt.Parse("Video about tea. It is hot.")}
		b := &beat{}
		got := ""
		if w.goal(b, s) {
			got = strings.Join([]string{figureText(b.Figure), b.Label, b.Subtitle}, "|")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestOpenersOfNotices: an article stands before no owner, and a notice names its readers.
func TestOpenersOfNotices(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Explain yesterday's outage to our customers. It lasted an hour. Nobody lost data.":                            "Let's look at yesterday's outage.",
		"Customer update from Kiln Coffee: from 1 March a bag costs £8.50. Subscribers keep the old price.":            "Here's the customer update from Kiln Coffee.",
		"quick heads up for everyone at Norra: the old vpn gets switched off on friday. no data is lost.":              "Here's a heads up for everyone at Norra.",
		"Recruitment video for volunteers at the Bergen City Marathon on 25 April 2027. Shifts are 4 hours. Have fun.": "The Bergen City Marathon is looking for volunteers.",
	} {
		sceneOf(t, text, want)
	}
}

// TestOrdersKeepTheirVerbs: what an order asks for is not told of a subject that it lacks.
func TestOrdersKeepTheirVerbs(t *testing.T) {
	t.Parallel()
	w := &writer{w: english, lang: "en"}
	for s, want := range map[string]int{"Join by the 31st and pay 20 euros a month.": 0, "It boils in 90 seconds, keeps tea warm, and costs 89 euros.": 3} {
		if got := w.predicates(s); len(got) != want {
			t.Errorf("%q has the parts %q, want %d", s, got, want)
		}
	}
}

// TestHeadlinesDoNotEndOnAPronoun: the subject of a verb that is cut off goes with it.
func TestHeadlinesDoNotEndOnAPronoun(t *testing.T) {
	t.Parallel()
	w := &writer{w: english, lang: "en"}
	for s, want := range map[string]string{
		"So far we have 5 helpers.": "So far we have 5 helpers",
		"The Eastgate pool is closed from 3 to 14 March for new changing rooms and some painting.":           "The Eastgate pool is closed",
		"Deliveries are a day late in the whole north (Thursday, not Wednesday) until the end of the month.": "Deliveries are a day late in the whole north",
		"The winter fair is on Saturday 6 December, 11 am to 3 pm in the main hall.":                         "The winter fair is on Saturday 6 December",
	} {
		if got := w.headline(s, 40); got != want {
			t.Errorf("%q is headed %q, want %q", s, got, want)
		}
	}
	if got, want := w.headline("For every kilowatt hour of electricity it delivers three to four kilowatt hours of heat.", 40), "Delivers three to four kilowatt hours of heat"; got != want {
		t.Errorf("it is headed %q, want %q", got, want)
	}
}
