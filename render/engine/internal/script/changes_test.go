package script

import (
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
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
				got = s.Label + " " + telling.FigureText(s.Figure) + " " + s.Subtitle
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
