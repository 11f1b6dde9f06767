package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestSoberNewsIsNotTeased: an apology counts nothing off, asks nothing back and cheers at
// nothing.
func TestSoberNewsIsNotTeased(t *testing.T) {
	t.Parallel()
	b := minuteOf(t, "Write an apology video. Yesterday our checkout was down. 4.3% of orders failed. The cause was an expired certificate. We are sorry.")
	for _, s := range b.Scenes {
		if strings.Contains(s.Say, "number to remember") || strings.Contains(s.Say, "?") || strings.Contains(s.Say, "things to know") || strings.Contains(s.Say, "Once more") {
			t.Errorf("it says %q", s.Say)
		}
	}
	if b.Music.Mood != "serious" {
		t.Errorf("the music is %s", b.Music.Mood)
	}
}

// TestDaysAreNoAmounts: days of months are no values that rise and fall, and what stands
// under this week came after what stands under last week.
func TestDaysAreNoAmounts(t *testing.T) {
	t.Parallel()
	w := &telling.Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
	for s, want := range map[string]bool{"Departures: May 4, June 1, Sept 7.": false, "Orders: Jan 4, Mar 9, Apr 7.": false, "Orders: Jan 412, Feb 430, Mar 510.": true} {
		if got := w.Series(&telling.Beat{}, s); got != want {
			t.Errorf("%q is a series: %v", s, got)
		}
	}
	b := minuteOf(t, "Weekly numbers.\n\n| Metric | This week | Last week |\n|---|---|---|\n| Tickets | 1,204 | 1,377 |\n| CSAT | 92% | 89% |\n\nIt went well.")
	said := ""
	for _, s := range b.Scenes {
		said += s.Say + " "
	}
	if !strings.Contains(said, "from 1,377 to 1,204") {
		t.Errorf("it says %q", said)
	}
}

// TestNumberedStages: sentences that each tell a numbered stage are one timeline.
func TestNumberedStages(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Onboarding video for new hires at Fennimore Logistics, 30 seconds. Day 1: badge and laptop at 8:30. Week 1: safety training, and meet your buddy. Month 3: first talk with your manager.", "Day 1")
	if s.Kind != scene.Timeline || len(s.Items) != 3 || s.Items[2].Label != "Month 3" {
		t.Errorf("it is %s %+v", s.Kind, s.Items)
	}
}
