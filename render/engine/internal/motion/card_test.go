package motion

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// What a card that comes late will say is sketched on its place, and nothing of the stage's
// motif shows through it.
func TestPlacesAreSketched(t *testing.T) {
	t.Parallel()
	for _, s := range samples() {
		s.Say = sampleSay + " Then, at last, come 318 Shared by the building and the rest"
		for i := range s.Items {
			s.Items[i].Cue = "rest"
		}
		switch s.ID {
		case "grid", "timeline", "compare":
		default:
			continue
		}
		for _, size := range []image.Point{wide1080, {1080, 1920}} {
			c := composeFor(t, s, scene.Look{}, size, 12)
			b := box{88, 26, 76, 50} // of the second side
			switch {
			case s.ID == "compare" && c.port:
				b = box{52, 46, 42, 70}
			case c.port:
				b = box{8, 40, 84, 76}
			case s.ID == "grid":
				b = box{68, 26, 98, 50}
			case s.ID == "timeline":
				b = box{10, 26, 158, 46}
			}
			if bad := emptyQuarters(c, b, 3); len(bad) > 0 {
				t.Errorf("%s %v: nothing stands in %v", s.ID, size, bad)
			}
		}
	}
}

// The parts of a ring are what their names say, and a ring of shares that are not all is open.
func TestRingsSayWhatTheirPartsSay(t *testing.T) {
	t.Parallel()
	for _, v := range [][]float64{{41, 22}, {41.5, 22, 11}, {66, 21, 13}, {.5, 99.5}} {
		sc := scene.Scene{ID: "d", Kind: scene.Chart, Headline: "Where it goes", Series: &scene.Series{Type: "donut", Unit: "%", Labels: []string{"Food", "Pantry", "Rest"}[:len(v)], Values: v}}
		for _, size := range []image.Point{landscape, portrait} {
			c := composeFor(t, sc, scene.Look{}, size, 8)
			want := c.amount(v[0], "%")
			n := 0
			for _, l := range c.set {
				if l.block.Spec.Text == want {
					n++
				}
			}
			if d, _ := c.chartData(); n != 1 || !d.parts() {
				t.Errorf("%v %v: %s stands %d times beside the ring", v, size, want, n)
			}
		}
	}
	several := &scene.Series{Type: "donut", Unit: "%", Labels: []string{"Cook", "Shop"}, Values: []float64{80, 64}}
	c := composeFor(t, scene.Scene{ID: "d", Kind: scene.Chart, Headline: "What people do", Series: several}, scene.Look{}, landscape, 8)
	if d, _ := c.chartData(); d.parts() {
		t.Error("80 % and 64 % are parts of one whole")
	}
}

// One tile of a grid is hot, not two of the same colour; and in styles of flat colours it is
// the brand's, on cards that can be told from the ground.
func TestHotTilesDiffer(t *testing.T) {
	t.Parallel()
	grid := scene.Scene{ID: "g", Kind: scene.Grid, Headline: "All of it"}
	for i := range 5 {
		grid.Items = append(grid.Items, scene.Item{Title: fmt.Sprintf("Part %d", i), Body: "One line"})
	}
	at := func(c *comp, b box) look.RGB { // beside the corner, within the card
		return pixelOf(paint(c.stage, 7), int(c.pxX(b.x+b.w-3)), int(c.pxY(b.y+3)))
	}
	for _, style := range []string{"default", "minimal", "bold", "flat", "cartoon", "retro", "gradient"} {
		for _, colours := range []string{"#FFD400 #000000", "#000000 #FFD400", "#000000 #FFFFFF", "#FFFFFF #E03131", "#2457F5 #FFFFFF", "#2457F5 #FFB224", "#E03131 #E03131", "#FFD400 "} {
			p, a, _ := strings.Cut(colours, " ")
			c := composeFor(t, grid, scene.Look{Style: style, Primary: p, Accent: a}, image.Pt(640, 360), 8)
			boxes, _ := c.bento(5, 20)
			first, plain, last := at(c, boxes[0]), at(c, boxes[1]), at(c, boxes[4])
			if d := first.Apart(last); d < .1 {
				t.Errorf("%s %s: the first tile and the last are alike: %s, %s", style, colours, first, last)
			}
			if d := first.Apart(plain); d < .1 {
				t.Errorf("%s %s: the first tile is as plain as the others: %s, %s", style, colours, first, plain)
			}
			if d := plain.Apart(c.st.Base); style == "flat" && d < .02 {
				t.Errorf("%s %s: the cards are not seen: %s on %s", style, colours, plain, c.st.Base)
			}
		}
	}
}

// An end that says two words says them in the middle of its place, and large.
func TestAFewWordsAreLarge(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{landscape, portrait, square, {720, 900}} {
		for _, kind := range []scene.Kind{scene.Title, scene.End} {
			for _, spoken := range []string{"", sampleSay} {
				c := composeFor(t, scene.Scene{ID: "e", Kind: kind, Headline: "Thank you", Say: spoken}, scene.Look{}, size, 6)
				for _, v := range visible(c, 3) {
					if v.block.Spec.Text != "Thank you" {
						continue
					}
					if got := float64(v.at.Dx()) / float64(size.X); got < c.pick(.3, .55) {
						t.Errorf("%s %v %q: %.2f of the width", kind, size, spoken, got)
					}
					mid := float64(v.at.Min.Y+v.at.Max.Y) / 2 / float64(size.Y)
					if mid < .34 || mid > .6 {
						t.Errorf("%s %v %q: its middle is at %.2f of the height", kind, size, spoken, mid)
					}
				}
			}
		}
	}
}

// One card, or two, are as large as their place lets them be and stand midway in it.
func TestFewCardsAreLarge(t *testing.T) {
	t.Parallel()
	for _, kind := range []scene.Kind{scene.Points, scene.Process, scene.Timeline} {
		size := map[int]float64{}
		for _, n := range []int{1, 2, 4} {
			sc := scene.Scene{ID: "p", Kind: kind, Presenter: "none", Say: sampleSay, Headline: "How it goes"}
			for i := range n {
				sc.Items = append(sc.Items, scene.Item{Label: fmt.Sprintf("Week %d", i), Title: fmt.Sprintf("Residents vote %d", i), Body: "One short meeting"})
			}
			c := composeFor(t, sc, scene.Look{}, portrait, 8)
			var all image.Rectangle
			for _, v := range visible(c, 7) {
				if s := v.block.Spec.Text; strings.HasPrefix(s, "Residents") {
					all = all.Union(v.at)
					size[n] = max(size[n], v.block.Size/c.u)
				}
			}
			if mid := float64(all.Min.Y+all.Max.Y) / 2 / c.u; n < 3 && (mid < 66 || mid > 84) {
				t.Errorf("%s of %d: the middle of its cards is at %.0f u", kind, n, mid)
			}
		}
		if size[1] < 1.15*size[4] {
			t.Errorf("%s: a card alone has a title of %.1f u, one of four %.1f", kind, size[1], size[4])
		}
	}
}

// Beside its cards a figure without a bar stands level with them.
func TestFiguresStandLevelWithTheirCards(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 6; n++ {
		sc := scene.Scene{ID: "n", Kind: scene.Number, Label: "Saved per family", Figure: &scene.Figure{Text: "84"}}
		for i := range n {
			sc.Items = append(sc.Items, scene.Item{Label: fmt.Sprintf("Part %d", i), Value: "12 h"})
		}
		c := composeFor(t, sc, scene.Look{}, landscape, 8)
		label := 0.0
		for _, v := range visible(c, 7) {
			if v.block.Spec.Text == "Saved per family" {
				label = float64(v.at.Min.Y) / c.u
			}
		}
		cards := c.statBoxes(n, 0)
		mid := (cards[0].y + cards[n-1].y + cards[n-1].h) / 2
		if d := (label+22.5+4.5+34.5)/2 - mid; label < 20 || d > 6 || d < -6 { // its digits end 39 u below the label
			t.Errorf("%d cards: the label begins at %.1f u, the cards' middle is at %.1f", n, label, mid)
		}
	}
}

// wordy are scenes of n items that say more than there is room for.
func wordy(n int) []scene.Scene {
	titles := []string{"Registering your household for the programme", "Comprehensive documentation of every decision", "Automatic meter readings", "Kraftfahrzeughaftpflichtversicherung", "Talk to us"}
	bodies := []string{"You need your customer number, the address of the flat and about four minutes of your time", "Everything that was agreed is written down and can be read by everyone in the building", "No one has to be at home", "Gilt ab dem ersten Tag für alle Fahrzeuge", ""}
	var items, stats []scene.Item
	for i := range n {
		t, b := titles[i%5], bodies[i%5]
		items = append(items, scene.Item{Title: t, Body: b, Label: []string{"Week 1", "Weeks 2–6", "Every month", "Q3", "Later"}[i%5]})
		stats = append(stats, scene.Item{Label: t, Body: b, Value: []string{"€2,400,000", "18 months", "11 h", "98 %", "1,204"}[i%5]})
	}
	head := "Everything that happens between your signature and the first delivery"
	out := []scene.Scene{{ID: "number", Kind: scene.Number, Label: head, Figure: &scene.Figure{Prefix: "€", Text: "1,248", Suffix: "a year"}, Items: stats}}
	for _, k := range []scene.Kind{scene.Points, scene.Process, scene.Timeline, scene.Grid} {
		out = append(out, scene.Scene{ID: string(k), Kind: k, Presenter: "none", Headline: head, Items: items}, scene.Scene{ID: string(k) + " beside", Kind: k, Presenter: "left", Headline: head, Items: items})
	}
	return out
}

// Whatever its cards say, every word stands on its card, none breaks off with dots but names, and
// what a card is called is larger than what it says of it.
func TestWordsStayOnTheirCards(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 3, 5, 6, 8} {
		for _, sc := range wordy(n) {
			if n > 5 && strings.HasSuffix(sc.ID, "beside") {
				continue
			}
			bodies := map[string]bool{}
			titles := map[string]bool{}
			for _, it := range sc.Items {
				bodies[it.Body], titles[it.Title] = true, sc.Kind != scene.Number
			}
			delete(bodies, "")
			for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 600}} {
				c := composeFor(t, sc, scene.Look{}, size, 8)
				high, low := 0.0, 100.0
				for _, v := range visible(c, 7.5) {
					s := v.block.Spec.Text
					if !v.on.Empty() && !v.ink.In(v.on.Inset(-2)) {
						t.Errorf("%s of %d, %v: %.30q at %v leaves its card %v", sc.ID, n, size, s, v.ink, v.on)
					}
					for b := range bodies {
						if cut := strings.TrimSuffix(s, "…"); cut != s && strings.HasPrefix(b, cut) {
							t.Errorf("%s of %d, %v: %q breaks off", sc.ID, n, size, s)
						}
						if s == b {
							high = max(high, v.block.Size)
						}
					}
					if titles[s] {
						low = min(low, v.block.Size)
					}
				}
				if high > low*1.02 {
					t.Errorf("%s of %d, %v: bodies are %.1f px high, titles %.1f", sc.ID, n, size, high, low)
				}
			}
		}
	}
}

// Beside a presenter rows begin below the headline, of however many lines.
func TestRowsKeepClearOfTheirHeadline(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 6; n++ {
		for _, sc := range wordy(n) {
			if sc.ID != "points beside" {
				continue
			}
			c := composeFor(t, sc, scene.Look{}, landscape, 8)
			foot, first := 0, 1<<20
			for _, v := range visible(c, 7.5) {
				if v.block.Spec.Text == sc.Headline {
					foot = max(foot, v.at.Max.Y)
				}
			}
			for _, v := range visible(c, 7.5) {
				if !v.on.Empty() && v.block.Spec.Text == sc.Items[0].Title {
					p := v.layer.At(7.5)
					first = min(first, int(p.Y)+v.on.Min.Y)
				}
			}
			if gap := float64(first-foot) / c.u; foot == 0 || first == 1<<20 || gap < 1.6 {
				t.Errorf("%d rows begin %.1f u below their headline", n, gap)
			}
		}
	}
}
