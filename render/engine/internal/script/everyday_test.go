package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestStepsOfClauses: what follows "Steps:" is a process, though each step has a subject.
func TestStepsOfClauses(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "An explainer on how heat pumps work. A heat pump moves heat.\nSteps: the outdoor unit takes heat from the air, a compressor raises its temperature, the heat goes into radiators, the cooled refrigerant flows back.\nIt is quiet.", "compressor")
	if s.Kind != scene.Process || len(s.Items) != 4 || !strings.HasPrefix(s.Say, "First, the outdoor unit") {
		t.Errorf("the steps are %s %q with %d items", s.Kind, s.Say, len(s.Items))
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
	w := &writer{Writer: telling.Writer{Wording: tongue.English, Lang: "en"}}
	for s, want := range map[string]int{"Join by the 31st and pay 20 euros a month.": 0, "It boils in 90 seconds, keeps tea warm, and costs 89 euros.": 3} {
		if got := w.predicates(s); len(got) != want {
			t.Errorf("%q has the parts %q, want %d", s, got, want)
		}
	}
}
