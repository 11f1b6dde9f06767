package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestThingsAreEnumerated: what a sentence names one after the other stands on cards of its
// own, whole, whether it has a figure or not.
func TestThingsAreEnumerated(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Benefits are 25% night bonus, free parking, 32 days off and a four-week induction.":                                                     "Benefits: 25% night bonus | Free parking | 32 days off | A four-week induction",
		"We keep 120 cows, 300 hens and a very old donkey.":                                                                                      "We keep: 120 cows | 300 hens | A very old donkey",
		"The kit contains a pump, two hoses, four clamps and a manual.":                                                                          "Kit: A pump | Two hoses | Four clamps | A manual",
		"You'll find a pool, two saunas and a cafe with 40 seats.":                                                                               "You'll find: A pool | Two saunas | A cafe with 40 seats",
		"You build harbours, trade spices and outwit pirates.":                                                                                   "",
		"We never close, but the lift, the ramp and the stairs are being mended.":                                                                "",
		"The bag is light, strong and cheap.":                                                                                                    "",
		"On your first day, clock in at gate B before 6:45, pick up your badge from Ines at reception and meet your mentor in the canteen at 7.": "On your first day: Clock in at gate B before 6:45 | Pick up your badge from Ines at reception | Meet your mentor in the canteen at 7",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := w.BeatOf(&brief.Point{Form: brief.Clause, Text: s}, 0)
		var titles []string
		for _, it := range b.Items {
			titles = append(titles, it.Title)
		}
		got := ""
		if len(titles) > 0 && (b.Kind == scene.Points || b.Kind == scene.Grid || b.Kind == scene.Process) {
			got = b.Headline + ": " + strings.Join(titles, " | ")
		}
		if got != want {
			t.Errorf("%q is drawn as %q, want %q", s, got, want)
		}
	}
}
