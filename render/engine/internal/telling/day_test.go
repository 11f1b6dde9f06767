package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/tongue"
)

// Which number is the measure, which the period that it is counted over.
func TestMeasureAndPeriod(t *testing.T) {
	t.Parallel()
	w := &Writer{Wording: tongue.English, Lang: "en"}
	for s, want := range map[string]string{
		"Do not use more than 8 puffs in 24 hours.": "8",
		"We handle 400 orders within 8 hours.":      "400",
		"Ready in 90 seconds.":                      "90",
		"Compost is ready in 3 to 6 months.":        "3–6",
		"We are open from 9 to 18 hours.":           "",
		"Takes 5-10 minutes.":                       "5–10",
		"Two visits a year save 40% of the cost.":   "40",
		"12 litres every 5 minutes.":                "12",
	} {
		b := &Beat{}
		w.Shape(b, s)
		got := ""
		if b.Figure != nil {
			got = b.Figure.Text
		}
		if got != want {
			t.Errorf("%q: the figure is %q, want %q", s, got, want)
		}
		if b.Figure != nil && strings.Contains(s, "not use more") && (b.Figure.Suffix == "+" || !strings.HasPrefix(b.Label+" "+b.Figure.Prefix, "Do not use more than")) {
			t.Errorf("%q is drawn as %q %+v", s, b.Label, b.Figure)
		}
	}
}
