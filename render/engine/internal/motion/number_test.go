package motion

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// A figure's words hold together and run as their script does; its digits always run
// from the left.
func TestFiguresRunAsTheirScriptDoes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		figure string
		rtl    bool
		want   string // as the viewer sees it, from the left
	}{
		{"318", false, "3|1|8"}, {"3 in 4", false, "3| |in| |4"}, {"318", true, "3|1|8"}, {"10–15", true, "1|0|–|1|5"}, {"−1.85", true, "−|1|.|8|5"},
		{"3 מתוך 4", true, "4| |מתוך| |3"}, {"24 من 100", true, "1|0|0| |من| |2|4"}, {"3 in 4", true, "3| |in| |4"},
		{"٣٥", true, "٣|٥"}, {"۱٬۲۳۴", true, "۱|٬|۲|۳|۴"}, {"٢٤ من ١٠٠", true, "١|٠|٠| |من| |٢|٤"},
	} {
		var got []string
		for _, k := range cellsOf([]rune(c.figure), c.rtl) {
			got = append(got, k.text)
		}
		if c.rtl { // the stage is turned over at last
			slices.Reverse(got)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: %s, want %s", c.figure, s, c.want)
		}
	}
}

func TestUnitsStandBehindTheirNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		unit, lang string
		want       bool
	}{{"₪", "he", true}, {"שקלים", "he", true}, {"%", "he", false}, {"%", "ar", true}, {"M", "ar", false}, {"kWh", "he", true}, {"مليون", "ar-EG", true}} {
		if got := follows(c.unit, c.lang); got != c.want {
			t.Errorf("%s in %s: %v", c.unit, c.lang, got)
		}
	}
}

// Digits of a great figure do not run into each other, however heavy they are.
func TestHeavyDigitsDoNotTouch(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"retro", "bold", "cartoon", "flat"} {
		s := scene.Scene{ID: "s", Kind: scene.Number, Label: "Twelve", Figure: &scene.Figure{Text: "9.90"}}
		c := composeFor(t, s, scene.Look{Style: style}, wide1080, 6)
		want := c.st.Accent
		if style == "retro" {
			want = look.Repair(c.th.P, c.st.Base, 3)
		}
		img, ink := paint(c.stage, 5), want.NRGBA(1)
		runs, was := 0, false
		for x := range img.Rect.Dx() {
			n := 0
			for y := int(c.pxY(24)); y < int(c.pxY(72)); y++ {
				if p := img.RGBAAt(x, y); abs8(p.R, ink.R)+abs8(p.G, ink.G)+abs8(p.B, ink.B) < 24 {
					n++
				}
			}
			if n > 0 && !was {
				runs++
			}
			was = n > 0
		}
		if runs != 4 {
			t.Errorf("%s: 9.90 stands in %d pieces", style, runs)
		}
	}
}

// Spaces around the digits as a person writes them (" min") do not widen the gap.
func TestSpacesAroundTheDigits(t *testing.T) {
	t.Parallel()
	width := func(suffix string) int {
		box, _ := inkOf(stageFor(t, scene.Scene{ID: "s", Kind: scene.Number, Figure: &scene.Figure{Text: "17", Suffix: suffix}}, scene.Look{Style: "minimal"}, image.Pt(640, 360), 5), 4.5)
		return box.Dx()
	}
	if a, b := width("min"), width(" min"); a != b {
		t.Errorf("%d px wide, and %d with a space", a, b)
	}
}

// Words before a figure are read on its line; a currency hangs at the digits' top.
func TestWordsBeforeAFigureStandOnItsLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		prefix string
		want   bool
	}{{"bis zu ", true}, {"moins de ", true}, {"jusqu'à ", true}, {"ab ", true}, {"up to", true}, {"€", false}, {"US$", false}, {"CHF ", false}, {"kr ", false}, {"R$", false}, {"−", false}} {
		if got := worded(strings.TrimSpace(c.prefix)); got != c.want {
			t.Errorf("%q: %v", c.prefix, got)
		}
	}
}

// Stat cards do not touch, turned as their style turns them, however many there are.
func TestStatCardsKeepApart(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"default", "bold"} {
		for _, size := range []image.Point{landscape, portrait, square} {
			for n := 1; n <= 6; n++ {
				c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Number, Figure: &scene.Figure{Text: "9"}}, scene.Look{Style: style}, size, 5)
				boxes, hard := c.statBoxes(n, 0), c.th.Style.Hard
				if last := boxes[n-1]; last.y+last.h > c.bottom(true) {
					t.Errorf("%s %v: card %d ends at %.1f", style, size, n, last.y+last.h)
				}
				for i, a := range boxes {
					for k, b := range boxes[:i] {
						var pa, pb scene.Pose
						c.tiltIn(a, i)(1, &pa)
						c.tiltIn(b, k)(1, &pb)
						lean := func(b box, p scene.Pose) (x, y float64) { // how far its corners stick out
							s := math.Abs(math.Sin(p.Rotate * math.Pi / 180))
							return b.h / 2 * s, b.w / 2 * s
						}
						ax, ay := lean(a, pa)
						bx, by := lean(b, pb)
						if math.Abs(a.y-b.y) > .1 && a.x < b.x+b.w && b.x < a.x+a.w { // under each other
							if gap := a.y - b.y - b.h - ay - by - hard; gap < .5 {
								t.Errorf("%s %v: cards %d and %d of %d come within %.1f u", style, size, k, i, n, gap)
							}
						} else if gap := a.x - b.x - b.w - ax - bx - hard; math.Abs(a.y-b.y) <= .1 && gap < .5 {
							t.Errorf("%s %v: cards %d and %d of %d come within %.1f u beside each other", style, size, k, i, n, gap)
						}
					}
				}
			}
		}
	}
}

// What a stat card says is all there and large enough, and no line is drawn where its
// words stand.
func TestStatCardsAreRead(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{landscape, portrait, square} {
		for n := 1; n <= 6; n++ {
			s := scene.Scene{ID: "s", Kind: scene.Number, Figure: &scene.Figure{Text: "9"}}
			for range n {
				s.Items = append(s.Items, scene.Item{Label: "Churn rate", Value: "2.4 %", Body: "down from 3.9 %"})
			}
			bare := composeFor(t, s, scene.Look{}, size, 8)
			bodies := 0
			for _, v := range visible(bare, 7) {
				if txt := v.block.Spec.Text; txt == s.Items[0].Label && v.block.Size < bare.pick(2.55, 3.05)*bare.u {
					t.Errorf("%v: a label of %d is %.2f u high", size, n, v.block.Size/bare.u)
				} else if txt == s.Items[0].Body {
					bodies++
				}
			}
			if bodies != n && (n <= 4 || size == landscape) {
				t.Errorf("%v: %d of %d cards say how it went", size, bodies, n)
			}
			for i := range s.Items {
				s.Items[i].Points = []float64{3, 2, 5}
			}
			lines := len(composeFor(t, s, scene.Look{}, size, 8).stage.Layers) - len(bare.stage.Layers)
			switch {
			case n <= 3 && lines != n:
				t.Errorf("%v: %d lines on %d cards", size, lines, n)
			case n == 6 && lines != 0:
				t.Errorf("%v: %d lines on cards without room for them", size, lines)
			}
		}
	}
}

// A figure whose word is far waits faintly, counts shortly before it, and is whole when
// the word has come.
func TestLateFiguresWaitForTheirWord(t *testing.T) {
	t.Parallel()
	for _, figure := range []string{"3", "87", "1,840,000"} {
		sc := scene.Scene{ID: "s", Kind: scene.Number, Label: "Average wait", Figure: &scene.Figure{Text: figure, Cue: "eighty"}, Items: []scene.Item{{Label: "Price", Value: "9"}},
			Say: "We asked all of the people who waited with us last year and found eighty seven"}
		c := composeFor(t, sc, scene.Look{}, image.Pt(640, 360), 8)
		word, _, ok := c.cues.find("eighty", 0)
		if !ok || word < 4 {
			t.Fatalf("the word comes at %.1f s", word)
		}
		var digits []scene.Layer
		for _, l := range c.stage.Layers {
			if f, ok := l.(scene.Func); ok {
				digits = append(digits, f)
			}
		}
		for i, l := range digits {
			final := l.At(word + 1)
			if final.Sprite == nil {
				continue // a digit on its way
			}
			if p := l.At(word); p.Sprite != final.Sprite {
				t.Errorf("%s: digit %d is not what it ends as when its word comes", figure, i)
			}
			first := l.At(1)
			if first.Alpha > .3 || first.Alpha < .1 {
				t.Errorf("%s: digit %d is seen by %.2f long before its word", figure, i, first.Alpha)
			}
			for at := 1.0; at < word-1.6; at += .1 {
				if p := l.At(at); p.Sprite != first.Sprite || p.Alpha != first.Alpha {
					t.Errorf("%s: digit %d changes at %.1f s, its word comes at %.1f", figure, i, at, word)
					break
				}
			}
		}
		if len(digits) < len(strings.Trim(figure, ",")) {
			t.Errorf("%s has %d digits", figure, len(digits))
		}
	}
}

// A figure that names something shows no other digits than its own on the way.
func TestStillFiguresDoNotCount(t *testing.T) {
	t.Parallel()
	for _, still := range []bool{false, true} {
		st := stageFor(t, scene.Scene{ID: "s", Kind: scene.Number, Figure: &scene.Figure{Text: "26", Suffix: "May", Still: still}}, scene.Look{Style: "minimal"}, image.Pt(640, 360), 5)
		others := 0
		for _, l := range st.Layers {
			for at := .1; at < 4.5; at += .1 {
				if p := l.At(at); p.Sprite != nil && p.Sprite != l.At(4.5).Sprite {
					others++
				}
			}
		}
		if (others == 0) != still {
			t.Errorf("still %v: %d frames show other digits", still, others)
		}
	}
}

// Long labels of stat cards are read to their end, in one size, and the values of cards
// beside each other stand on one line.
func TestLabelsOfStatCardsAreWhole(t *testing.T) {
	t.Parallel()
	labels := []string{"Calls", "Members who renewed within a month of their end date", "Durchschnittliche Bearbeitungszeit pro Schadensfall", "Customers who would recommend us to a friend or colleague"}
	for _, size := range []image.Point{landscape, portrait, square, image.Pt(640, 800)} {
		for n := 1; n <= 4; n++ {
			s := scene.Scene{ID: "s", Kind: scene.Number, Figure: &scene.Figure{Text: "87", Suffix: "%"}}
			for i := range n {
				s.Items = append(s.Items, scene.Item{Label: labels[(i+n)%4], Value: []string{"3.2 min", "41 %", "9", "1.4 M"}[i], Body: "down from five"})
			}
			c := composeFor(t, s, scene.Look{}, size, 8)
			boxes := c.planStats(s.Items).cards
			var sizes []float64
			lines := map[float64][]float64{} // of values, by the row of their card
			for _, v := range c.set {
				for i, it := range s.Items {
					switch v.block.Spec.Text {
					case it.Value:
						lines[boxes[i].y] = append(lines[boxes[i].y], v.layer.At(7).Y+float64(v.ink.Min.Y))
					case it.Label:
						sizes = append(sizes, v.block.Size)
					}
				}
			}
			if len(sizes) != n || slices.Max(sizes) > slices.Min(sizes)*1.001 {
				t.Errorf("%v: %d labels of %d are whole, in sizes %.1f", size, len(sizes), n, sizes)
			}
			for _, ys := range lines {
				if slices.Max(ys)-slices.Min(ys) > 1.5 {
					t.Errorf("%v: %d values beside each other stand at %.1f", size, n, ys)
				}
			}
		}
	}
}

// The cards beside a figure are read whole: neither a label of fifty letters is cut nor a
// line below a value left out, up to four of them in every format.
func TestWordyStatsAreReadWhole(t *testing.T) {
	t.Parallel()
	label, body := "Patients who would recommend us to their relatives", "of 2,418 who answered our survey in spring"
	for n := 1; n <= 6; n++ {
		s := scene.Scene{ID: "n", Kind: scene.Number, Say: sampleSay, Label: "Average wait", Figure: &scene.Figure{Text: "14", Suffix: "min"}}
		for i := range n {
			s.Items = append(s.Items, scene.Item{Label: fmt.Sprintf("%d %s", i, label), Value: fmt.Sprintf("%d %%", 90+i), Body: fmt.Sprintf("%d %s", i, body)})
		}
		for _, size := range []image.Point{wide1080, tall1080, square1080, {540, 676}} {
			for _, style := range []string{"", "bold", "cinematic"} {
				c := composeFor(t, s, scene.Look{Style: style}, size, 8)
				seen := map[string]bool{}
				for _, v := range visible(c, 7.6) {
					seen[v.block.Spec.Text] = !v.block.Cut
				}
				for _, it := range s.Items {
					if whole, there := seen[it.Label]; !whole {
						t.Errorf("%v %q, %d cards: %q is cut (%t)", size, style, n, it.Label, there)
					}
					if n <= 4 && !seen[it.Body] {
						t.Errorf("%v %q, %d cards: %q is not seen", size, style, n, it.Body)
					}
				}
			}
		}
	}
}

// The dash of a range stands free of its digits, and a minus sign at its digit.
func TestADashOfAFigureHasRoom(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"8–12": 1, "-5": 0, "5-6-7": 2, "1.5": 0} {
		n := 0
		for _, k := range cellsOf([]rune(text), false) {
			if k.room() > 0 {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d dashes with room, want %d", text, n, want)
		}
	}
}

// A figure that a long unit makes small has its words as near as a large one has.
func TestSmallFiguresHaveTheirWordsNear(t *testing.T) {
	t.Parallel()
	between := func(suffix string) float64 {
		s := scene.Scene{ID: "s", Kind: scene.Number, Label: "Deadline", Subtitle: "of this year", Figure: &scene.Figure{Text: "30", Suffix: suffix}}
		c := composeFor(t, s, scene.Look{}, portrait, 8)
		var top, foot int
		for _, v := range visible(c, 7) {
			switch v.block.Spec.Text {
			case s.Label:
				top = v.at.Max.Y
			case s.Subtitle:
				foot = v.at.Min.Y
			}
		}
		if top == 0 || foot <= top {
			t.Fatalf("%q: label to %d, sentence from %d", suffix, top, foot)
		}
		return float64(foot-top) / c.u
	}
	if large, small := between("%"), between("Septembers"); small > large-2 {
		t.Errorf("%.1f u between the words around a small figure, %.1f u around a large one", small, large)
	}
}
