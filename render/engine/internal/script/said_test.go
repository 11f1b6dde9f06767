package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// sceneOf is the first scene of a prompt's storyboard that says the given words.
func sceneOf(t *testing.T, text, words string) scene.Scene {
	t.Helper()
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text}})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	var all []string
	for _, s := range b.Scenes {
		if strings.Contains(s.Say, words) {
			return s
		}
		all = append(all, s.Say)
	}
	t.Errorf("%q: no scene says %q: %q", text, words, all)
	return scene.Scene{}
}

func TestFiguresAreTheRightOnes(t *testing.T) {
	t.Parallel()
	b := sceneOf(t, "Explain how our electricity mix changed. Wind: 18% in 2019, 24% in 2021, 31% in 2023, 37% in 2025. Audience: public. 30 seconds.", "Wind")
	if b.Series == nil || b.Series.Values[0] != 18 || b.Series.Labels[0] != "2019" || b.Series.Unit != "%" {
		t.Errorf("the years and the shares have changed places: %+v", b.Series)
	}
	if s := sceneOf(t, "Video for parents of Fernhill School. School starts at 8:40. Phones stay in lockers. Absence? Call 020 7946 0112 before 8:30. Uniform is sold on Saturdays.", "Absence? Call 020"); s.Figure != nil {
		t.Errorf("a telephone number is drawn as a figure: %+v", s.Figure)
	}
	s := sceneOf(t, "Create a 45 second video for the charity Warm Homes Trust. Many families asked us for help. £20 pays for one heater, £55 insulates a window, £140 repairs a boiler. Every pound counts.", "£55")
	if s.Kind != scene.Number || len(s.Items) != 2 || s.Items[1].Value != "£140" {
		t.Errorf("three amounts are drawn as %s %+v", s.Kind, s.Items)
	}
	s = sceneOf(t, "Weekly metrics video for the growth team, 30s:\nSignups 1,284 (+12%)\nActivation 41% (-2pp)\nMRR $86.4k (+3.1%)\nChurn 1.9% (flat)\nNext week: the pricing test goes live Tuesday.", "churn")
	if s.Kind != scene.Number || s.Figure == nil || s.Figure.Text != "1,284" || len(s.Items) != 3 || s.Items[1].Label != "MRR" {
		t.Errorf("the metrics are drawn as %s %+v %+v", s.Kind, s.Figure, s.Items)
	}
	s = sceneOf(t, "Scene 1: presenter\nVO: \"Hello.\"\nScene 2: graphic\nVO: \"Badges take under a minute. It used to be four.\"\nVisual: counter 4 min -> 1 min\nScene 3: outro\nVO: \"See you.\"", "Badges")
	if s.Kind != scene.Number || s.Figure == nil || s.Figure.Text != "1" || s.Subtitle != "Down from 4 min" {
		t.Errorf("4 min -> 1 min is drawn as %s %+v %q", s.Kind, s.Figure, s.Subtitle)
	}
	if s := sceneOf(t, "Maak een video voor inwoners van Zandwijk over de nieuwe afvalkalender. Papier blijft op dinsdag. Zet de container voor 7.00 uur aan de straat. Meer info op a.example.", "7.00"); s.Figure != nil {
		t.Errorf("a time of day is drawn as a figure: %+v", s.Figure)
	}
}

func TestListsSoundNatural(t *testing.T) {
	t.Parallel()
	sceneOf(t, "Real estate listing video, 30 seconds.\n- Price: £465,000\n- 112 m² over two floors\n- South-facing garden\nCall Priya today.", "Price £465,000")
	sceneOf(t, "Make a changelog video from this:\n\n## 4.2.0\n### Changed\n- Search is 3x faster\n- The sidebar remembers its width\n### Removed\n- Support for Node 16", "Search is 3x faster. The sidebar remembers its width.")
	sceneOf(t, "Onboarding video for new engineers joining Trellis. Welcome them, then their first week: Monday laptop and accounts, Tuesday pair with your buddy, Wednesday first fix. The dog is called Biscuit.", "Your first week: laptop and accounts on Monday, pair with your buddy on Tuesday")
	sceneOf(t, "Personalised sales video to Marta Silva, CFO at Vento Foods. She posted about late invoices last week. We (Clearpay) chase invoices automatically. Ask her for 20 minutes next week.", "You posted about late invoices last week.")
}
