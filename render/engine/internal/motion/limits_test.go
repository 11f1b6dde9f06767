package motion

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// unseen is how many of n numbered words never come up in twelve seconds.
func unseen(c *comp, format string, n int) int {
	seen := map[string]bool{}
	for at := .25; at < 12; at += .25 {
		for _, v := range visible(c, at) {
			for _, w := range strings.Fields(v.block.Spec.Text) {
				seen[w] = true
			}
		}
	}
	missing := 0
	for i := range n {
		if !seen[fmt.Sprintf(format, i)] {
			missing++
		}
	}
	return missing
}

// What a layout cannot show is said, and what it does not say is shown: every title of
// a list that is not left out comes up on the stage.
func TestNothingIsLeftOutInSilence(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, kind := range []scene.Kind{scene.Points, scene.Process, scene.Timeline, scene.Grid, scene.Number, scene.Table, scene.Device} {
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			for n := 1; n <= 14; n++ {
				s := scene.Scene{ID: "s", Kind: kind, Headline: "Everything", Label: "All", Figure: &scene.Figure{Text: "7"}}
				s.Rows = [][]string{{"Name", "Size"}}
				for i := range n {
					name := fmt.Sprintf("Title%02d", i)
					s.Items = append(s.Items, scene.Item{Title: name, Label: name, Value: name})
					s.Rows = append(s.Rows, []string{name, "9"})
				}
				c := composeFor(t, s, scene.Look{}, size, 12)
				missing := unseen(c, "Title%02d", n)
				if left := LeftOut(&s, size); (left != "") != (missing > 0) {
					t.Errorf("%s of %d in %v: %d are missing, said %q", kind, n, size, missing, left)
				}
			}
		}
	}
	wide := scene.Scene{ID: "s", Kind: scene.Table, Headline: "Everything", Rows: [][]string{{"Plan of the house"}, {"Basic"}, {"Family"}}}
	for i := range 9 {
		wide.Rows[0] = append(wide.Rows[0], fmt.Sprintf("Column%02d", i))
		wide.Rows[1] = append(wide.Rows[1], fmt.Sprintf("Support by mail%02d", i))
	}
	sides := scene.Scene{ID: "s", Kind: scene.Compare, Headline: "Everything", Columns: []scene.Column{{Title: "One"}, {Title: "Other"}}}
	for i := range 9 {
		sides.Columns[i%2].Rows = append(sides.Columns[i%2].Rows, scene.Item{Label: fmt.Sprintf("Row%02d", i), Value: fmt.Sprintf("Column%02d", i)})
	}
	for _, s := range []scene.Scene{wide, sides} {
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			if missing := unseen(composeFor(t, s, scene.Look{}, size, 12), "Column%02d", 9); missing > 0 || LeftOut(&s, size) != "" {
				t.Errorf("%s in %v: %d columns are missing, said %q", s.Kind, size, missing, LeftOut(&s, size))
			}
		}
	}
}

// Lines below titles that have no room are said, too.
func TestLinesAreNotLeftOutInSilence(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, kind := range []scene.Kind{scene.Points, scene.Timeline, scene.Grid} {
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			for n := 4; n <= 8; n++ {
				s := scene.Scene{ID: "s", Kind: kind, Headline: "Everything"}
				for i := range n {
					s.Items = append(s.Items, scene.Item{Title: fmt.Sprintf("Title%02d", i), Body: fmt.Sprintf("Line%02d is here", i)})
				}
				c := composeFor(t, s, scene.Look{}, size, 12)
				missing := unseen(c, "Line%02d", n)
				if left := LeftOut(&s, size); (left != "") != (missing > 0) {
					t.Errorf("%s of %d in %v: %d lines are missing, said %q", kind, n, size, missing, left)
				}
			}
		}
	}
}

// In portrait each step's and each event's line is read at least while it is spoken of.
func TestBodiesAreReadInPortrait(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, kind := range []scene.Kind{scene.Process, scene.Timeline} {
		for _, spoken := range []string{"", sampleSay} {
			for n := 2; n <= 6; n++ {
				s := scene.Scene{ID: "s", Kind: kind, Headline: "Everything", Say: spoken}
				for i := range n {
					s.Items = append(s.Items, scene.Item{Title: "Step", Label: "2020", Body: fmt.Sprintf("Body%d", i)})
				}
				c := composeFor(t, s, scene.Look{}, portrait, 12)
				seen := map[string]bool{}
				for at := .25; at < 12; at += .25 {
					for _, v := range visible(c, at) {
						seen[v.block.Spec.Text] = true
					}
				}
				for i := range n {
					if !seen[fmt.Sprintf("Body%d", i)] {
						t.Errorf("%s of %d, spoken %v: body %d is never read", kind, n, spoken != "", i)
					}
				}
			}
		}
	}
}

// Below names of two lines a point's long line is read, in upright frames at least while it is
// spoken of, beside a presenter and without.
func TestLongLinesOfPointsAreRead(t *testing.T) {
	t.Parallel()
	for _, who := range []string{"", "none"} {
		for _, size := range []image.Point{{360, 640}, {480, 480}, {480, 600}} {
			s := scene.Scene{ID: "s", Kind: scene.Points, Presenter: who, Headline: "Three promises that we make to everybody who rides to work", Say: "First pricing, then collection, and last a replacement bicycle."}
			for i, name := range []string{"Transparent pricing from the first minute", "Collection from your office or your home", "A replacement bicycle while you wait for yours"} {
				s.Items = append(s.Items, scene.Item{Title: name, Cue: strings.Fields("pricing collection replacement")[i], Body: fmt.Sprintf("Line%d: you only pay for the time that the mechanic really spends on your bike, agreed before", i)})
			}
			c := composeFor(t, s, scene.Look{}, size, 9)
			seen := map[string]bool{}
			for at := 1.0; at < 9; at++ {
				for _, v := range visible(c, at) {
					seen[v.block.Spec.Text] = true
				}
				for _, b := range inspect(c, at, false) {
					t.Errorf("%s %v at %.1f s: %s", who, size, at, b)
				}
			}
			for _, it := range s.Items {
				if !seen[it.Body] {
					t.Errorf("%s %v: %q is never read", who, size, it.Body)
				}
			}
		}
	}
}

// Many steps and tables of four columns are read on phones: their type is no smaller than a
// thirtieth of the frame's width in upright frames and squares.
func TestFullLayoutsAreReadOnPhones(t *testing.T) {
	t.Parallel()
	steps := []scene.Item{{Title: "Open the box"}, {Title: "Check the parts"}, {Title: "Fit the legs"}, {Title: "Turn it over"}, {Title: "Add the top"}, {Title: "Tighten the screws"}, {Title: "Wipe it clean"}, {Title: "Enjoy"}}
	plans := [][]string{{"Plan", "Visits a year", "Waiting time", "Price a month"}, {"Basic care", "4", "3 days", "€19.00"}, {"Family care", "12", "Next day", "€42.50"}, {"Complete care", "24", "Same day", "€88.00"}, {"Senior care", "18", "Next day", "€61.00"}}
	for _, s := range []scene.Scene{{Kind: scene.Process, Items: steps[:7]}, {Kind: scene.Process, Items: steps}, {Kind: scene.Table, Rows: plans}} {
		for _, size := range []image.Point{portrait, square, {720, 900}} {
			s.ID, s.Headline, s.Say = "s", "What to do", sampleSay
			c := composeFor(t, s, scene.Look{}, size, 8)
			n := 0
			for _, v := range visible(c, 7.5) {
				if txt := v.block.Spec.Text; txt == s.Headline || len(txt) < 3 || txt == "Commonwatt" || txt == "Who pays, who saves" {
					continue
				}
				n++
				if share := v.block.Size / float64(size.X); share < 1/33. {
					t.Errorf("%s of %d, %v: %q is %.2f %% of the width", s.Kind, len(s.Items)+len(s.Rows), size, v.block.Spec.Text, 100*share)
				}
			}
			if n < 7 {
				t.Errorf("%s %v: %d texts are seen", s.Kind, size, n)
			}
		}
	}
}

// A title of 200 letters is set in more lines before any word is lost, and the names and
// values of a comparison without a winner have one size.
func TestLongWordsKeepTheirPlaceAndTheirLike(t *testing.T) {
	t.Parallel()
	long := "Wie die Wärmepumpenförderung 2026 für Eigentümergemeinschaften wirklich funktioniert und warum der Antrag vor der Auftragsvergabe gestellt werden muss, damit die Bewilligungsbehörde überhaupt zahlt"
	sides := []scene.Column{{Title: "Einzelantrag"}, {Title: "Gemeinschaftsantrag"}}
	for i, v := range [][]string{{"nach Verwendungsnachweis", "11", "persönlich", "12 Wochen"}, {"quartalsweise", "7", "gemeinsam", "8 Wochen"}} {
		for k, value := range v {
			sides[i].Rows = append(sides[i].Rows, scene.Item{Label: []string{"Auszahlung", "Unterlagen", "Haftung", "Dauer"}[k], Value: value})
		}
	}
	for _, size := range []image.Point{landscape, portrait, square} {
		c := composeFor(t, scene.Scene{Kind: scene.Title, Language: "de", Headline: long, Subtitle: "Ein Leitfaden", Label: "Stand: 1. März 2026"}, scene.Look{}, size, 6)
		for _, s := range c.set {
			if trails(s.block) {
				t.Errorf("%v: the title is cut: %q", size, s.block.Spec.Text)
			}
		}
		c = composeFor(t, scene.Scene{Kind: scene.Compare, Language: "de", Headline: "x", Columns: sides}, scene.Look{}, size, 6)
		of := map[string]float64{}
		for _, s := range c.set {
			of[s.block.Spec.Text] = s.block.Size
		}
		if of["11"] == 0 || of["11"] != of["7"] || of["Einzelantrag"] == 0 || of["Einzelantrag"] != of["Gemeinschaftsantrag"] {
			t.Errorf("%v: sizes differ: %v", size, of)
		}
	}
}

// An event comes on with its date where that is said first, and what stands below a
// statement after the words that rise from there.
func TestTimelinesAndStatementsKeepTheOrderOfTheirWords(t *testing.T) {
	t.Parallel()
	c := composeFor(t, scene.Scene{Kind: scene.Timeline, Say: "It was 2021 when nobody knew of any standard at all.", Items: []scene.Item{{Label: "2021", Title: "Standard"}}}, scene.Look{}, landscape, 6)
	if got, said := c.itemTimes(c.sc.Items)[0], c.cues.at("2021", 9); got != said {
		t.Errorf("the event comes at %.2f s, its year at %.2f s", got, said)
	}
	if c.cues.compound = false; c.cues.at("Nobodyknewstandard", 9) != 9 {
		t.Error("an English word is taken for a compound")
	}
	c.cues.compound = true
	if got, said := c.cues.at("Nobodyknewstandard", 9), c.cues.at("standard", 9); got != said {
		t.Errorf("a compound comes at %.2f s, its noun at %.2f s", got, said)
	}
	c = composeFor(t, scene.Scene{Kind: scene.Statement, Headline: "First apply, then order", Subtitle: "Below it"}, scene.Look{}, portrait, 6)
	shows := func(text string) (last float64) { // when all of its words have begun to come
		for _, s := range c.set {
			if s.block.Spec.Text == text {
				at := 0.0
				for at < 6 && s.layer.At(at).Alpha < .05 {
					at += .05
				}
				last = max(last, at)
			}
		}
		return last
	}
	if a, b := shows("First apply, then order"), shows("Below it"); b <= a || a == 0 {
		t.Errorf("the line below comes at %.2f s, the last word at %.2f s", b, a)
	}
}
