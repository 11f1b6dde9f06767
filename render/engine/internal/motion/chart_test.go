package motion

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

func barScene(unit, subtitle string, labels []string, values ...float64) scene.Scene {
	return scene.Scene{ID: "c", Kind: scene.Chart, Headline: "Sales doubled within a year", Subtitle: subtitle,
		Series: &scene.Series{Type: "bar", Unit: unit, Labels: labels, Values: values, Focus: new(len(values) - 1)}}
}

// No line of the grid runs into a value: the ground beside its ink is even.
func TestGridRunsAroundValues(t *testing.T) {
	t.Parallel()
	q := strings.Fields("Q1 Q2 Q3 Q4 Q5")
	for name, s := range map[string]scene.Scene{
		"growing": barScene("M", "", q, 19, 24, 27.5, 33, 42), "negative": barScene("%", "", q, 12, -8, 25, -3, 31), "at a line": barScene("", "", q, 10, 20, 30, 40, 50),
	} {
		for _, size := range []image.Point{landscape, portrait} {
			c := composeFor(t, s, scene.Look{Primary: "#2457F5"}, size, 8)
			img := paint(c.stage, 7)
			found := 0
			for _, v := range visible(c, 7) {
				if !strings.ContainsAny(v.block.Spec.Text, "0123456789") || strings.Contains(v.block.Spec.Text, "Q") {
					continue
				}
				found++
				lo, hi := 21.0, 0.0
				for y := v.at.Min.Y; y < v.at.Max.Y; y++ {
					for _, x := range []int{v.at.Min.X - 3, v.at.Max.X + 2} {
						p := img.RGBAAt(x, y)
						k := look.Contrast(look.RGB{R: float64(p.R) / 255, G: float64(p.G) / 255, B: float64(p.B) / 255}, look.RGB{})
						lo, hi = min(lo, k), max(hi, k)
					}
				}
				if hi/lo > 1.03 {
					t.Errorf("%s %v: a line runs into %q at %v (%.2f)", name, size, v.block.Spec.Text, v.at, hi/lo)
				}
			}
			if found != 5 {
				t.Errorf("%s %v: %d values", name, size, found)
			}
		}
	}
}

// The values of bars that hang down stand above the labels at the chart's foot.
func TestValuesOfNegativeBarsHaveRoom(t *testing.T) {
	t.Parallel()
	for _, values := range [][]float64{{-1.1, -11.7}, {-40, -28, -12, -3}, {12, -20}, {-19.9, 4, -20}} {
		for _, size := range []image.Point{wide1080, tall1080, square1080} {
			labels := strings.Fields("North South East West")[:len(values)]
			c := composeFor(t, barScene("M", "", labels, values...), scene.Look{}, size, 8)
			var named, valued []shown
			for _, v := range visible(c, 7) {
				if strings.HasPrefix(v.block.Spec.Text, "−") {
					valued = append(valued, v)
				}
			}
			foot := 0
			for _, v := range valued {
				foot = max(foot, v.at.Max.Y)
			}
			for _, v := range c.set {
				if v.block.Spec.Text == "North" {
					p := v.layer.At(7)
					named = append(named, shown{v, v.ink.Add(image.Pt(int(p.X), int(p.Y)))})
				}
			}
			if len(valued) == 0 || len(named) == 0 {
				t.Fatalf("%v %v: %d values, %d labels", values, size, len(valued), len(named))
			}
			if top := named[0].at.Min.Y; foot > top-int(.4*c.u) {
				t.Errorf("%v %v: values reach down to %d, labels begin at %d", values, size, foot, top)
			}
		}
	}
}

func TestUnitIsSaidOnce(t *testing.T) {
	t.Parallel()
	years := strings.Fields("2024 2025 2026")
	for _, c := range []struct{ unit, subtitle, want string }{
		{"M", "Million euros a quarter", "Million euros a quarter | 19 | 24 | 42M"},
		{"%", "in %", "19 % | 24 % | 42 %"}, {"%", "", "19 % | 24 % | 42 %"}, {"kWh", "Stored a day, in kWh", "Stored a day, in kWh | 19 | 24 | 42 kWh"},
		{"€", "Price a month", "Price a month | €19 | €24 | €42"}, {"h", "Hours", "19 h | 24 h | 42 h"},
	} {
		k := composeFor(t, barScene(c.unit, c.subtitle, years, 19, 24, 42), scene.Look{}, landscape, 8)
		var got []string
		for _, v := range visible(k, 7) {
			if s := v.block.Spec.Text; s != "Sales doubled within a year" && !strings.HasPrefix(s, "20") && !strings.HasPrefix(s, "Why") && !strings.HasPrefix(s, "Who") && s != "Commonwatt" && s != "C" {
				got = append(got, s)
			}
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%q in %q: %q, want %q", c.unit, c.subtitle, s, c.want)
		}
	}
}

// A chart's source stands small at the end of the subtitle's line while somebody speaks,
// and a change from a loss to a gain is no percentage.
func TestWhatIsSaidOfALine(t *testing.T) {
	t.Parallel()
	s := scene.Scene{ID: "c", Kind: scene.Chart, Headline: "Cash flow turned positive", Subtitle: "Thousand euros", Note: "Source: annual report", Say: sampleSay,
		Series: &scene.Series{Type: "line", Unit: "k", Labels: []string{"Q1", "Q2", "Q3"}, Values: []float64{-120, 10, 85}, Other: []float64{-100, -95, -80}, Focus: new(2)}}
	c := composeFor(t, s, scene.Look{}, wide1080, 8)
	at := map[string]image.Rectangle{}
	for _, v := range visible(c, 7) {
		at[v.block.Spec.Text] = v.at
		if strings.Contains(v.block.Spec.Text, "%") {
			t.Errorf("%q is said of a loss that became a gain", v.block.Spec.Text)
		}
	}
	note, sub := at[s.Note], at[s.Subtitle]
	if note.Empty() || note.Max.Y < sub.Min.Y || note.Min.Y > sub.Max.Y || note.Max.X < int(c.pxX(167)) {
		t.Errorf("the source is at %v, the subtitle at %v", note, sub)
	}
}

// Each of two lines is named beside it, apart from both, in every format; and what two
// things come to is said in their own figures, unless a label says what a share is of.
func TestTwoLinesAreNamed(t *testing.T) {
	t.Parallel()
	s := scene.Scene{ID: "c", Kind: scene.Chart, Headline: "Visits grew while complaints fell", Say: sampleSay, Items: []scene.Item{{Label: "Visits"}, {Label: "Complaints"}},
		Series: &scene.Series{Type: "line", Labels: []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun"}, Values: []float64{12, 15, 19, 26, 31, 38}, Other: []float64{20, 19, 17, 14, 11, 9}}}
	for _, size := range []image.Point{wide1080, tall1080, square1080} {
		for _, style := range []string{"", "bold", "cinematic", "retro"} {
			c := composeFor(t, s, scene.Look{Style: style}, size, 8)
			on := map[string]int{}
			for _, v := range visible(c, 7) {
				if text := v.block.Spec.Text; text == "Visits" || text == "Complaints" {
					on[text]++
				} else if strings.Contains(text, "%") {
					t.Errorf("%v %s: %q says a share of nothing", size, style, text)
				}
			}
			want := 1
			if size == wide1080 {
				want = 2 // and beside their values
			}
			if on["Visits"] != want || on["Complaints"] != want {
				t.Errorf("%v %q: the names are there %v times", size, style, on)
			}
			for _, bad := range inspect(c, 7, true) {
				t.Errorf("%v %q: %s", size, style, bad)
			}
		}
	}
}

// Nothing of a chart's data is left out or summed against its order.
func TestChartsKeepTheirData(t *testing.T) {
	t.Parallel()
	months := strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
	values := []float64{5, 8, -3, 9, 12, 15, 14, 11, 7, -6, 4, 9}
	for _, neg := range []bool{true, false} {
		d := chartData{labels: months, values: append([]float64(nil), values...)}
		if !neg {
			d.values[2], d.values[9] = 3, 6
		}
		if got := d.fold("en"); len(got.values) != 12 || got.labels[11] != "Dec" {
			t.Errorf("months became %v", got.labels)
		}
	}
	d := chartData{labels: strings.Fields("a b c d e f g h i j"), values: []float64{9, 8, 7, 6, 5, 4, 3, 2, 1, 1}, focus: 8}
	got := d.fold("de")
	sum := 0.0
	for _, v := range got.values {
		sum += v
	}
	if len(got.values) != 8 || got.labels[7] != "Andere" || sum != 46 || got.labels[got.focus] != "i" {
		t.Errorf("folded to %+v", got)
	}
	// One value is a number, and many years are a line.
	c := composeFor(t, barScene("M", "Million euros", []string{"2026"}, 42), scene.Look{}, landscape, 8)
	all := ""
	for _, v := range visible(c, 7) {
		all += v.block.Spec.Text + "|"
	}
	if !strings.Contains(all, "Million euros · 2026|") || c.sc.Figure == nil || c.sc.Figure.Text != "42" || c.sc.Figure.Suffix != "M" {
		t.Errorf("one value reads %q", all)
	}
}

// A ring's share is rounded to all or nothing only where it is.
func TestNearlyAllIsNotAll(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang  string
		share float64
		want  string
	}{{"en", 99.5, "99.5 %"}, {"de", 99.5, "99,5 %"}, {"en", .5, "0.5 %"}, {"en", 66.4, "66 %"}} {
		b := &scene.Storyboard{Language: c.lang, Scenes: []scene.Scene{{ID: "s", Kind: scene.Chart}}}
		k := newComp(Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: image.Pt(320, 180), Seconds: 5})
		if got := k.shareText(c.share, 1, 2); got != c.want {
			t.Errorf("%.1f in %s: %q, want %q", c.share, c.lang, got, c.want)
		}
	}
	if b := (&scene.Storyboard{Scenes: []scene.Scene{{ID: "s", Kind: scene.Chart}}}); newComp(Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: image.Pt(320, 180), Seconds: 5}).shareText(100, 1, 1) != "100 %" {
		t.Error("all is not all")
	}
}

func TestAround(t *testing.T) {
	t.Parallel()
	got := fmt.Sprint(around(0, 10, 5, []box{{2, 4, 2, 2}, {3, 0, 3, 20}, {8, 6, 1, 1}, {9, 4, 5, 2}}))
	if want := "[[0 2] [6 9]]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestThousandsAreWrittenAsTheLanguageDoes(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"en": "1,450", "en-GB": "1,450", "de": "1450", "fr": "1450"} {
		c := &comp{sc: &scene.Scene{Language: lang}, in: Input{Board: &scene.Storyboard{Language: lang}}}
		if got := c.num(1450); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

// Values on both sides of ten thousand are written on one scale.
func TestThousandsOfOneChartAreWrittenAlike(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"en": "28,400 6,100", "de": "28.400 6.100", "fr": "28\u00a0400 6\u00a0100"} {
		c := composeFor(t, scene.Scene{Kind: scene.Chart, Language: lang, Headline: "x", Series: &scene.Series{Type: "bar", Labels: []string{"a", "b"}, Values: []float64{28400, 6100}}}, scene.Look{}, image.Pt(320, 180), 5)
		if got := c.num(28400) + " " + c.num(6100); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

// A value counts in the digits that it is written with.
func TestValuesCountInTheirOwnDigits(t *testing.T) {
	t.Parallel()
	for _, v := range []float64{87, 3600, 4.9, 318, -41, 1_850_000, 27_500, 2e9, .05} {
		final := num(v)
		_, want, _ := strings.Cut(final, ".")
		for k := .6; k < 1; k += .013 {
			if _, got, _ := strings.Cut(num(counted(v, k)), "."); len(got) > len(want) && strings.TrimRight(want, "0123456789") == strings.TrimRight(got, "0123456789") {
				t.Errorf("%s counts over %s", final, num(counted(v, k)))
				break
			}
		}
		if got := num(counted(v, 1)); got != final {
			t.Errorf("%s ends as %s", final, got)
		}
	}
}

// A line never leaves the values that it joins: what was nothing and rises was never less.
func TestLinesStayBetweenTheirValues(t *testing.T) {
	t.Parallel()
	for _, values := range [][]float64{{0, 0, 5}, {-5, 3, 8, -12}, {1, 9, 9, 1}, {4}, {3, 3, 3}, {10, 0, 10, 0}} {
		var p []raster.Pt
		for i, v := range values {
			p = append(p, raster.Pt{X: float64(i) * 20, Y: v})
		}
		lines, _ := smooth(p).Polylines(raster.Identity, .01)
		for _, l := range lines {
			for _, q := range l {
				i := min(int(q.X/20), len(values)-2)
				if lo, hi := min(values[i], values[i+1]), max(values[i], values[i+1]); q.Y < lo-.01 || q.Y > hi+.01 {
					t.Errorf("%v: %.2f at %.1f lies outside %g to %g", values, q.Y, q.X, lo, hi)
					break
				}
			}
		}
	}
}

// Numbers of an axis stand on the chart's card, however long they are.
func TestAxisNumbersHaveRoom(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{wide1080, {1080, 1920}, square1080} {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Chart, Headline: "Dose", Series: &scene.Series{Type: "line", Unit: "mg", Labels: []string{"A", "B", "C"}, Values: []float64{.001, .002, .0042}, Focus: new(2)}}, scene.Look{}, size, 6)
		left := int(c.pxX(c.margin()))
		for _, v := range visible(c, 5) {
			if v.at.Min.X < left && v.block.Size < 3*c.u {
				t.Errorf("%v: %q begins at %d, its card at %d", size, v.block.Spec.Text, v.at.Min.X, left)
			}
		}
	}
}

// The bar in focus is of the brand's own colour, however pale, and of the accent where the
// brand is white; the others are told from it and from the card.
func TestBarsAreOfTheBrand(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"default", "bold", "flat", "retro"} {
		for _, colours := range [][2]string{{"#FFE600", "#111111"}, {"#F4B6C2", "#A7D8DE"}, {"#FFFFFF", "#E03131"}, {"#2457F5", "#FFB224"}, {"#111111", "#FFD400"}} {
			s := scene.Scene{ID: "b", Kind: scene.Chart, Headline: "Sales", Series: &scene.Series{Type: "bar", Labels: []string{"Q1", "Q2"}, Values: []float64{1, 2}, Focus: new(1)}}
			c := composeFor(t, s, scene.Look{Style: style, Primary: colours[0], Accent: colours[1]}, landscape, 6)
			_, ct := c.card(40, 40, cardStyle{})
			card := c.st.Card.RGB
			hot, _ := c.barColor(1, 1, ct)
			col, alpha := c.barColor(0, 1, ct)
			quiet := card.Mix(col, alpha)
			if p := look.MustHex(colours[0]); style == "default" && colours[0] != "#FFFFFF" && hot.Apart(p) > .02 {
				t.Errorf("%s %v: the focus is %s", style, colours, hot)
			}
			if hot.Apart(card) < .1 || hot.Apart(quiet) < .05 || quiet.Apart(card) < .03 {
				t.Errorf("%s %v: focus %s and the others %s on %s", style, colours, hot, quiet, card)
			}
		}
	}
}

// A currency stands before its number and what counts its thousands after it.
func TestUnitsStandWhereTheyBelong(t *testing.T) {
	t.Parallel()
	for _, k := range [][3]string{{"260", "$k", "$260k"}, {"−3.5", "€M", "−€3.5M"}, {"12", "€", "€12"}, {"12", "US$", "US$12"}, {"41", "%", "41 %"}, {"9", "kWh", "9 kWh"}, {"7", "£ k", "£7k"}} {
		if got := withUnit(k[0], k[1]); got != k[2] {
			t.Errorf("%s in %s is %q, want %q", k[0], k[1], got, k[2])
		}
	}
}

// Steps have their number once: on the tile, or in their order where tiles have icons.
func TestStepsSayTheirNumberOnce(t *testing.T) {
	t.Parallel()
	for _, icon := range []string{"bolt", "spark"} {
		items := []scene.Item{{Label: "1", Title: "Xyz", Icon: icon}, {Label: "2", Title: "Qrs", Icon: icon}, {Label: "Week 3", Title: "Tuv", Icon: icon}}
		steps, nums := numbered(items, 0)
		if steps[0].Label != "" || steps[1].Label != "" || steps[2].Label != "Week 3" {
			t.Errorf("%q: labels are %q, %q, %q", icon, steps[0].Label, steps[1].Label, steps[2].Label)
		}
		if (nums[1] == "2") != (icon == "spark") {
			t.Errorf("%q: numbers are %q", icon, nums)
		}
	}
}

// On the cards of flat styles all words of a chart read, and its line is of the brand: the
// stage's own colours may be those of the card.
func TestChartsReadOnFlatCards(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"flat", "bold", "retro"} {
		for _, colours := range [][2]string{{"#FFD400", "#E4002B"}, {"#0B6E4F", "#F2A541"}, {"#1D4ED8", "#111111"}} {
			for _, kind := range []string{"line", "bar", "donut"} {
				for _, size := range []image.Point{{640, 360}, {360, 640}} {
					s := scene.Scene{ID: "c", Kind: scene.Chart, Headline: "Ridership passed a million", Subtitle: "Passengers a quarter", Label: "in the spring",
						Series: &scene.Series{Type: kind, Unit: "M", Labels: []string{"Autumn", "Winter", "Spring"}, Values: []float64{.74, .91, 1.21}, Focus: new(2)}}
					c := composeFor(t, s, scene.Look{Style: style, Primary: colours[0], Accent: colours[1]}, size, 6)
					for _, bad := range inspect(c, 5.5, true) {
						t.Errorf("%s %v %s %v: %s", style, colours, kind, size, bad)
					}
					_, ct := c.card(40, 40, cardStyle{})
					if line := c.dataColor(ct, seenLine); line.LCH().C < .05 || look.Contrast(line, c.st.Card.RGB) < 2.2 {
						t.Errorf("%s %v: the line is %s on %s", style, colours, line, c.st.Card.RGB)
					}
				}
			}
		}
	}
}

// Bars of a brand of pale colours alone are of a colour, too, and seen.
func TestBarsOfAPaleBrandHaveColour(t *testing.T) {
	t.Parallel()
	s := scene.Scene{ID: "c", Kind: scene.Chart, Headline: "x", Series: &scene.Series{Type: "bar", Labels: []string{"a", "b"}, Values: []float64{3, 2}}}
	c := composeFor(t, s, scene.Look{Primary: "#FFF3C4", Accent: "#F7F7F7"}, image.Pt(640, 360), 6)
	_, ct := c.card(40, 40, cardStyle{})
	if hot, _ := c.barColor(0, 0, ct); hot.LCH().C < .03 || look.Contrast(hot, c.st.Card.RGB) < 1.7 {
		t.Errorf("the bars are %s", hot)
	}
}

// A chart that names no focus is about the value that the voice names alone, or the
// headline; a line is else about its end and a ring about its largest part, and of bars
// none is hot.
func TestChartsWithoutAFocus(t *testing.T) {
	t.Parallel()
	for _, q := range []struct {
		kind, say, head string
		want            int
	}{
		{"bar", "Wednesday is the quietest day of all.", "People a boat", 1}, {"bar", "On some days 540 people come.", "People a boat", 2}, {"bar", "Here is the week.", "Wednesday is quiet", 1}, {"bar", "Most people come on Fridays.", "People a boat", 2},
		{"bar", "Monday, Wednesday and Friday differ.", "People a boat", noFocus}, {"bar", "", "People a boat", noFocus}, {"line", "", "People a boat", 2}, {"donut", "", "People a boat", 0}, {"line", "It was high on Monday.", "", 0},
	} {
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			s := scene.Scene{ID: "c", Kind: scene.Chart, Say: q.say, Headline: q.head, Series: &scene.Series{Type: q.kind, Labels: []string{"Monday", "Wednesday", "Friday"}, Values: []float64{900, 310, 540}}}
			c := composeFor(t, s, scene.Look{}, size, 6)
			d, ok := c.chartData()
			if !ok || d.focus != q.want {
				t.Errorf("%s %q: the focus is %d, want %d", q.kind, q.say+q.head, d.focus, q.want)
			}
			_, ct := c.card(40, 40, cardStyle{})
			a, _ := c.barColor(0, d.focus, ct)
			b, opaque := c.barColor(1, d.focus, ct)
			if even := a == b && opaque == 1; q.want == noFocus && !even {
				t.Errorf("bars without a focus are %s and %s at %.2f", a, b, opaque)
			}
			paint(c.stage, 5)
		}
	}
}

// A second series is seen, whatever the chart is drawn as: every value of both is read, and
// what each series is called.
func TestPairsOfBarsShowBothSeries(t *testing.T) {
	t.Parallel()
	names := []scene.Item{{Label: "This year"}, {Label: "Last year"}}
	quarters, places := []string{"Q1", "Q2", "Q3", "Q4"}, []string{"Collection from home", "Spare parts and tyres", "Kraftfahrzeugversicherung", "Rent"}
	for name, s := range map[string]scene.Series{
		"standing": {Type: "bar", Labels: quarters, Values: []float64{110, 180, 205, 230}, Other: []float64{90, 100, 120, 130}},
		"lying":    {Type: "bar", Labels: places, Values: []float64{110, 180, 205, 230}, Other: []float64{90, 100, 120, 130}},
		"donut":    {Type: "donut", Labels: places[:3], Values: []float64{11, 31, 42}, Other: []float64{20, 33, 47}},
		"losses":   {Type: "bar", Labels: quarters, Values: []float64{-12, 5, 18, 22}, Other: []float64{-20, -4, 3, 9}},
	} {
		for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Chart, Say: sampleSay, Headline: "What changed", Items: names, Series: &s}, scene.Look{}, size, 8)
			seen := map[string]bool{}
			for _, v := range visible(c, 6) {
				seen[v.block.Spec.Text] = true
			}
			for _, v := range append(s.Values, s.Other...) {
				if !seen[num(v)] {
					t.Errorf("%s in %v: %s is not read", name, size, num(v))
				}
			}
			if !seen["This year"] || !seen["Last year"] {
				t.Errorf("%s in %v: nothing says which series is which", name, size)
			}
			for _, b := range inspect(c, 6, name == "standing") {
				t.Errorf("%s in %v: %s", name, size, b)
			}
		}
	}
	many := scene.Series{Type: "bar"}
	for i := range 11 {
		many.Labels, many.Values, many.Other = append(many.Labels, "Shop "+string(rune('A'+i))), append(many.Values, float64(i+1)), append(many.Other, float64(20-i))
	}
	c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Chart, Headline: "Many", Series: &many}, scene.Look{}, image.Pt(640, 360), 6)
	d, _ := c.chartData()
	if f := d.fold("en"); len(f.other) != 8 || total(f.other) != total(many.Other) || total(f.values) != total(many.Values) {
		t.Errorf("the folded series are %v and %v", f.values, f.other)
	}
}
