package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestOrdersThatRunOnToTheirFact: what stands behind an order in one breath is told, and
// no topic to ask viewers about.
func TestOrdersThatRunOnToTheirFact(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"hey can you do a vid for our slack, we moved the retro to thursdays 3pm. keep it under 20 sec":  {"We moved the retro", "We moved the retro to Thursdays 3pm."},
		"I need a video for our tenants - we are replacing the lifts in March.":                          {"Replacing the lifts", "We are replacing the lifts in March."},
		"Make a video about Fennel, it plans your meals in 4 minutes.":                                   {"Fennel", "It plans your meals in 4 minutes."},
		"quick video about the new badge system, they activate on monday":                                {"The new badge system", "They activate on Monday."},
		"can u make smth for my salon? we do balayage now from 80 quid":                                  {"My salon", "We do balayage now from 80 quid."},
		"Make a 30 second video for our bakery's Instagram. We bake at 5. Tagline: Worth waking up for.": {"Our bakery", "Worth waking up for."},
		"Welcome new employees to Acme. We build bikes.":                                                 {"Acme", "We build bikes."},
		"Welcome new volunteers to the food bank. Shifts are 3 hours.":                                   {"Food bank", "Welcome to the food bank."},
	} {
		b := minuteOf(t, text)
		if said := saidIn(b); !strings.HasPrefix(b.Title, want[0]) || !strings.Contains(said, want[1]) || strings.Contains(said, "comes to mind") {
			t.Errorf("%q is %q and says %s", text, b.Title, said)
		}
		if b.Seconds > 60 {
			t.Errorf("%q lasts %g s", text, b.Seconds)
		}
	}
}

// TestUnlikeThingsAreNotCompared: a share and a number of hours are two facts.
func TestUnlikeThingsAreNotCompared(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]scene.Kind{
		"Accountants using Ledgerly save 12 hours a month, and errors dropped by 80%.": scene.Presenter,
		"Zap exports in 2 seconds, Bolt in 6.":                                         scene.Compare,
	} {
		first, _, _ := strings.Cut(text, ",")
		if s := sceneOf(t, "Make a video about Ledgerly. "+text, first[:10]); s.Kind != want {
			t.Errorf("%q is drawn as %s", text, s.Kind)
		}
	}
}
