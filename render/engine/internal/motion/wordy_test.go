package motion

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

const reading = "Every resident checks the meter in the basement, writes the reading into the shared sheet, and signs it together with a neighbour before the end of the month."

// seenAt is all text of a scene at an instant, in one line.
func seenAt(c *comp, t float64) string {
	var out []string
	for _, v := range visible(c, t) {
		out = append(out, v.block.Spec.Text)
	}
	return strings.Join(out, " | ")
}

// What steps and rows of a table say in whole sentences is shown, in smaller type and more
// lines if it must; it breaks off at a clause at most, and never with dots.
func TestSentencesOnCardsAreShown(t *testing.T) {
	t.Parallel()
	steps := func(bodies ...string) scene.Scene {
		s := scene.Scene{ID: "s", Kind: scene.Process, Headline: "How the reading is done"}
		for i, b := range bodies {
			s.Items = append(s.Items, scene.Item{Title: []string{"Check the meter", "Write it down", "Sign", "Pay"}[i], Body: b})
		}
		return s
	}
	clause, credit := "Every resident checks the meter in the basement, writes the reading into the shared sheet", "Compares the readings with the bill and approves the credit for every flat"
	table := scene.Scene{ID: "s", Kind: scene.Table, Headline: "Who does what", Rows: [][]string{{"Role", "What they do", "When"}, {"Residents", clause, "Before the end of the month"}, {"Board", credit, "On the first Monday"}, {"Supplier", "Sends the bill", "By the tenth"}}}
	for _, size := range []struct {
		name string
		c    func(scene.Scene) *comp
	}{
		{"landscape", func(s scene.Scene) *comp { return composeFor(t, s, scene.Look{}, landscape, 8) }},
		{"portrait", func(s scene.Scene) *comp { return composeFor(t, s, scene.Look{}, portrait, 8) }},
	} {
		for _, k := range []struct {
			s    scene.Scene
			want []string
		}{
			{steps(reading+" "+reading, reading), []string{clause}},
			{steps(reading, "Into the shared sheet", reading), []string{clause, "Into the shared sheet"}},
			{table, []string{clause, credit, "Before the end of the month"}},
		} {
			text := seenAt(size.c(k.s), 7.4)
			for _, w := range k.want {
				if !strings.Contains(text, w) || strings.Contains(text, "…") {
					t.Errorf("%s: %q is not seen whole: %s", size.name, w, text)
				}
			}
		}
	}
}

// Four points stand below an upright presenter together, and five where they are names
// alone.
func TestUprightPointsAreSeenTogether(t *testing.T) {
	t.Parallel()
	names := []string{"Charge when power is cheap", "Share it at six", "Split the saving", "Sell what is left", "Sleep well"}
	for n, body := range map[int]string{4: "The battery covers the peak", 5: ""} {
		s := scene.Scene{ID: "s", Kind: scene.Points, Headline: "What happens every day", Say: strings.Join(names[:n], ". ") + "."}
		for _, name := range names[:n] {
			s.Items = append(s.Items, scene.Item{Title: name, Body: body})
		}
		c := composeFor(t, s, scene.Look{}, portrait, 10)
		text := seenAt(c, 9.6)
		for _, name := range names[:n] {
			if !strings.Contains(text, name) {
				t.Errorf("%d points: %q is not seen: %s", n, name, text)
			}
		}
		for _, b := range inspect(c, 9.6, false) {
			t.Errorf("%d points: %s", n, b)
		}
	}
}

// While one page of a scene goes and the next one comes, the stage is never bare.
func TestStageIsNotBareBetweenPages(t *testing.T) {
	t.Parallel()
	names := strings.Fields("alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima")
	for _, kind := range []scene.Kind{scene.Process, scene.Grid, scene.Points} {
		s := scene.Scene{ID: "s", Kind: kind, Presenter: "none", Headline: "Twelve letters", Say: "Here they are. " + strings.Join(names, ", ") + "."}
		for _, n := range names {
			s.Items = append(s.Items, scene.Item{Title: n})
		}
		c := composeFor(t, s, scene.Look{}, landscape, 16)
		for at := 4.2; at < 15.5; at += 1. / 30 {
			most := 0.0
			for _, v := range c.set {
				if p := v.layer.At(at); p.Sprite != nil && strings.Contains(" "+strings.Join(names, " ")+" ", " "+v.block.Spec.Text+" ") {
					most = max(most, p.Alpha)
				}
			}
			if most < .3 {
				t.Fatalf("%s: at %.2f s no letter is seen", kind, at)
			}
		}
	}
}
