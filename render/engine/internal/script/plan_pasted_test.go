package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestDataOfPlans: tables, counters, charts and answers of plans are drawn as they are written.
func TestDataOfPlans(t *testing.T) {
	t.Parallel()
	b := boardOfText(t, `Scene 1: number counts up from 2 to 900. VO: "Today it is nine hundred."
Scene 2: before/after: search 2.4 s -> 0.3 s. VO: "Search is quick now."
Scene 3: Chart: bars of the average deposit. 2022 £31,000; 2023 £27,500. VO: "You need less up front."
Scene 4: Question: What do you do? A) Click B) Report. VO: "What do you do? You report it."
Scene 5: "48 min" by car – "19 min" by bike, bars race. VO: "The bike wins."
Scene 6: Heading "Opening hours" / Mon–Wed 8–16 / Thu 8–18. VO: "Come in."
Scene 7: Quiz card "Which key repeats your last action?" then "F4". VO: "Which key is it? F4."
Scene 8: End card: logo, acme.example. Small print: "Prices may change." VO: "See you."`)
	s := b.Scenes
	if f := s[0].Figure; f == nil || f.Text != "900" || f.Start != 2 {
		t.Errorf("1: %+v", s[0])
	}
	if f := s[1].Figure; f == nil || f.Text != "0.3" || f.Suffix != "s" || !strings.Contains(s[1].Subtitle, "2.4") {
		t.Errorf("2: %+v", s[1])
	}
	if d := s[2].Series; d == nil || len(d.Values) != 2 || s[2].Subtitle != "Average deposit" {
		t.Errorf("3: %+v", s[2])
	}
	if len(s[3].Items) != 2 || s[3].Headline != "What do you do?" {
		t.Errorf("4: %+v", s[3])
	}
	if d := s[4].Series; d == nil || strings.Join(d.Labels, "/") != "Car/Bike" {
		t.Errorf("5: %+v", s[4])
	}
	if s[5].Kind != scene.Table || len(s[5].Rows) != 2 || s[5].Headline != "Opening hours" {
		t.Errorf("6: %+v", s[5])
	}
	if s[6].Headline != "Which key repeats your last action?" || s[6].Subtitle != "F4" {
		t.Errorf("7: %+v", s[6])
	}
	if s[7].Note != "Prices may change." {
		t.Errorf("8: %+v", s[7])
	}
}

// TestSilentScreens: nothing of a plan without sound is spoken, and its lists are drawn.
func TestSilentScreens(t *testing.T) {
	t.Parallel()
	b := boardOfText(t, "Kiosk loop, portrait, no sound at all, 36 s\n\nScreen A (12s): Heading \"Opening hours\" / Mon–Wed 8–16 / Thu 8–18\nScreen B (12s): \"Passport photos\" – \"Level 1, cash only\"\nScreen C (12s): \"Thank you\" – small print: \"Photos: City archive\"\n\nColours: A, C dark blue background; B white background.")
	for i, want := range []string{"Opening hours", "Passport photos", "Thank you"} {
		s := b.Scenes[i]
		if text := s.Headline + s.Subtitle; s.Say != "" || !strings.Contains(text, want) || s.Seconds != 12 {
			t.Errorf("%+v", s)
		}
	}
	if !b.Music.Off || b.Scenes[0].Stage != "#1E3A8A" || b.Scenes[1].Stage != "#FFFFFF" || b.Scenes[2].Note != "Photos: City archive" {
		t.Errorf("music %+v, %q %q, note %q", b.Music, b.Scenes[0].Stage, b.Scenes[1].Stage, b.Scenes[2].Note)
	}
}
