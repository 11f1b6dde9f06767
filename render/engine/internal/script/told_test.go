package script

import (
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// TestSeriesInASentence: values of consecutive periods are a chart, whose words stay.
func TestSeriesInASentence(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"In 2022 we sold 1,200 kits, in 2023 4,800 and in 2024 11,300.":              "Kits sold: 2022 2023 2024",
		"Sales were €1.2M in 2022, €2.4M in 2023 and €3.9M in 2024.":                 "Sales were: 2022 2023 2024",
		"Tickets fell from 4,000 in Q1 to 2,900 in Q2 and 1,200 in Q3.":              "Tickets fell: Q1 Q2 Q3",
		"Im Jahr 2022 waren es 1.200 Kunden, 2023 4.800 und 2024 11.300.":            "",
		"In 2022 we had 12 shops, 3 vans and 40 people.":                             "",
		"It opened in 2022, won 3 prizes in 2023 and closed 2 branches in May 2024.": "",
	} {
		b := boardFor(t, manifest.Spec{Duration: 20, PositivePrompt: "Create a 20 second video about our kits. " + s + " Visit kits.example."})
		i := slices.IndexFunc(b.Scenes, func(c scene.Scene) bool { return c.Kind == scene.Chart })
		if want == "" {
			if i >= 0 && !strings.HasPrefix(s, "Im Jahr") {
				t.Errorf("%q is drawn as a chart %+v", s, b.Scenes[i].Series)
			}
			continue
		}
		if i < 0 {
			t.Errorf("%q is no chart", s)
			continue
		}
		c := b.Scenes[i]
		if got := c.Headline + ": " + strings.Join(c.Series.Labels, " "); got != want || !strings.Contains(c.Say, s) {
			t.Errorf("%q: %q, says %q", s, got, c.Say)
		}
	}
}
