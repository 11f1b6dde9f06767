package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestUnlikeThingsAreNotCompared: a share and a number of hours are two facts.
func TestUnlikeThingsAreNotCompared(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]scene.Kind{
		"Accountants using Ledgerly save 12 hours a month, and errors dropped by 80%.": scene.Number,
		"Zap exports in 2 seconds, Bolt in 6.":                                         scene.Compare,
	} {
		first, _, _ := strings.Cut(text, ",")
		if s := sceneOf(t, "Make a video about Ledgerly. "+text, first[:10]); s.Kind != want {
			t.Errorf("%q is drawn as %s", text, s.Kind)
		}
	}
}

// TestBothSidesOfOneSentence: several sentences about both things are the rows of one
// comparison.
func TestBothSidesOfOneSentence(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Compare electric vs petrol vans for our fleet managers: electric costs 4p a mile, petrol 16p; electric range 180 miles, petrol 450.": "Electric Price=4p a mile Range=180 mi | Petrol Price=16p Range=450 mi",
		"Video comparing Basic and Pro: Basic costs 9 euros, Pro costs 29 euros. Basic has 1 seat, Pro has 10 seats.":                         "Basic Price=€9 Seats=1 | Pro Price=€29 Seats=10",
		"Compare Zap and Bolt. Zap weighs 2 kg and Bolt weighs 3 kg. Zap lasts 5 hours, Bolt 8.":                                              "Zap Weight=2 kg Lasts=5 h | Bolt Weight=3 kg Lasts=8 h",
	} {
		var got []string
		for _, s := range minuteOf(t, text).Scenes {
			for _, c := range s.Columns {
				col := c.Title
				for _, r := range c.Rows {
					col += " " + r.Label + "=" + r.Value
				}
				got = append(got, col)
			}
		}
		if strings.Join(got, " | ") != want {
			t.Errorf("%q is compared as %s", text, strings.Join(got, " | "))
		}
	}
}
