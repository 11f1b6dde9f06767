package motion

import (
	"math"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawNumber is one big figure that counts up where it measures something, with small stat cards.
func drawNumber(c *comp) {
	f := c.sc.Figure
	if f == nil || f.Text == "" {
		drawStatement(c)
		return
	}
	own := *f // the layout has gaps of its own around the digits
	own.Prefix, own.Suffix = strings.TrimSpace(f.Prefix), strings.TrimSpace(f.Suffix)
	if rest, negative := strings.CutPrefix(f.Text, "-"); negative {
		own.Text = "−" + rest
	}
	f = &own
	items := c.sc.Items
	items = items[:min(len(items), most[scene.Number][0])]
	label := c.sc.Label
	if label == "" {
		label = c.sc.Headline
	}
	if label == "" && len(items) > 0 {
		label = c.sc.Subtitle // the cards stand where it would
	}
	keep := []box{{c.margin(), 14, c.pick(88, 88), c.pick(60, 104)}}
	if len(items) > 0 && !c.port {
		keep = append(keep, box{100, 14.5, 69, 60})
	}
	if len(items) == 0 {
		keep = []box{{c.margin(), 14, c.w - 2*c.margin(), c.pick(70, 104)}}
	}
	c.stageMotif(keep...)
	end := c.cues.at(figureCue(f), min(1.6, .35*c.in.Seconds))
	end = max(1.1, end)
	// A figure whose word is far stands there faintly before: a scene that shows only a
	// label for seconds looks broken, and one that counts for seconds says what is not so.
	start := max(0, min(end-longestCount, .1))
	if len(items) == 0 {
		c.loneNumber(f, label, start, end)
	} else {
		lw := c.pick(80, c.w-13)
		lb := c.block(set{role: look.Role{Land: 4.2, Port: 5.4, Weight: 600, Track: -.018, Line: 1.15, Display: true}, text: label, w: lw, lines: 1, color: c.st.Text})
		fy := c.pick(22.5, 27)
		if !c.port && f.Share <= 0 { // no bar below: the group stands level with the cards
			fy += 4.5
		}
		plan := c.planStats(items)
		size := c.asked("figure", 40, 40) * (1 - plan.room/40)
		top := c.figure(f, c.margin()+c.pick(.3, .3), fy-plan.room/2, c.pick(87, c.w-13.3), size, text.Start, start, end)
		c.rows(lb, c.margin()+c.pick(0, .5), max(c.pick(13, 20), top-c.pick(5.1, 3.7)-c.hgt(lb)), .15, "label")
		c.measure(f, c.pick(9.1, 7), c.pick(64, 63.5), c.pick(70, c.w-14), max(start, end-longestCount))
		c.stats(items, plan, end)
	}
	c.furniture()
	if c.port {
		c.captionZone(box{6.5, 121, c.w - 13, 16})
	} else {
		c.captionZone(box{})
	}
	c.hit(end, "impact")
}

// longestCount is how long a figure counts at most, in seconds.
const longestCount = 1.2

// figureCue is what the voice says for the figure: its cue, else its digits.
func figureCue(f *scene.Figure) string {
	if f.Cue != "" {
		return f.Cue
	}
	return f.Text
}

func (c *comp) loneNumber(f *scene.Figure, label string, start, end float64) {
	beside := look.Role{Land: 5, Port: 6, Weight: 600, Track: -.018, Line: 1.15, Display: true}
	lb := c.block(set{role: beside, text: label, w: c.pick(130, c.w-13), lines: 2, color: c.st.Text, align: text.Center})
	size := c.asked("figure", c.loneSize(), c.loneSize())
	under := set{role: look.Subtitle, size: c.pick(4, 5), weight: 480, text: c.sc.Subtitle, w: c.pick(110, c.w-16), lines: 2, color: c.st.Muted, align: text.Center}
	if label == "" { // the figure's sentence goes on below it, and is not said above it
		under.role, under.size, under.weight, under.color = beside, 0, 0, c.st.Text
	}
	sb := c.block(under)
	y := c.pick(20, 44) + (c.loneSize()-size)/2
	gap := c.pick(4, 6.5)
	if c.port && f.Share > 0 {
		gap = 10 // the bar stands between
	} else if f.Share > 0 && label == "" {
		gap = 6
	}
	if c.port { // label, figure and sentence are one group
		group := c.hgt(lb) + 1 + size + gap + c.hgt(sb)
		y = 20 + c.hgt(lb) + 1 + max(0, (c.bottom(c.captioned())-20-group)*.46)
	}
	if f.Share > 0 {
		y -= c.pick(4, 2)
	}
	cx := c.pick(177.78, c.w) / 2
	top := c.figure(f, cx, y, c.pick(160, c.w-13), size, text.Center, start, end)
	lower := max(0, top-y-.135*size) // than usual, where the figure is small for its width: its words come closer
	c.rows(lb, cx-c.pick(130, c.w-13)/2, y+lower-c.hgt(lb)-1, .15, "label")
	c.measure(f, cx-c.pick(45, c.w/2-7), y+size-lower+c.pick(1.5, 5), c.pick(90, c.w-14), max(start, end-longestCount))
	if sb != nil {
		c.put(sb, cx-c.pick(110, c.w-16)/2, y+size-lower+gap, c.enterAs("subtitle", end+.1, 0))
	}
}

// loneSize is the size of a figure that stands alone.
func (c *comp) loneSize() float64 {
	if c.spoken() && c.sc.Subtitle != "" {
		return c.pick(47, 44)
	}
	return c.pick(52, 44)
}

// worded tells words before a figure, "bis zu", from a currency: "US$", "CHF", "kr".
func worded(prefix string) bool {
	letters, lower := 0, false
	for _, r := range prefix {
		if unicode.IsLetter(r) {
			letters++
			lower = lower || !unicode.IsUpper(r)
		}
	}
	return lower && (letters > 3 || strings.ContainsFunc(prefix, unicode.IsSpace)) || lower && letters > 1 && !currencyWord[prefix]
}

// currencyWord are currencies that are written in small letters.
var currencyWord = map[string]bool{"kr": true, "kr.": true, "zł": true, "Kč": true, "Rs": true, "Rs.": true, "Ft": true, "lei": true}

// punch is the scale of the figure from 1.06 to 1 as the count ends.
func (c *comp) punch(cx, cy, at float64) track {
	return func(t float64, p *scene.Pose) {
		k := ramp(c.held(t), at-.08, .33)
		if k <= 0 || k >= 1 {
			return
		}
		s := 1 + .06*math.Sin(math.Pi*min(1, k*1.6)/2)*(1-inOutCubic(max(0, (k-.25)/.75)))
		p.Scale *= s
		p.PivotX, p.PivotY = cx-p.X, cy-p.Y
	}
}

// measure is the bar under the figure that shows its share of a whole.
func (c *comp) measure(f *scene.Figure, x, y, w, at float64) {
	if f.Share <= 0 {
		return
	}
	share := min(1, f.Share)
	if c.port && len(c.sc.Items) > 0 {
		return // the cards stand there
	}
	k := c.newCanvas(w, 1.1, .3)
	hair := look.Fill{RGB: c.st.Text, Alpha: .14}
	k.rr(0, 0, w, 1.1, .55, fillOf(hair), 1)
	k.put(x, y, c.fade(.3, .3))
	hot := c.th.A
	if c.th.Style.Flat {
		hot = c.st.Accent
	}
	g := c.newCanvas(w*share, 1.1, .3)
	g.rr(0, 0, w*share, 1.1, .55, raster.Linear{X1: w * share, Stops: []raster.Stop{gs(0, hot, .35), gs(1, hot, 1)}}, 1)
	from, d := at+.1, 1.1
	g.put(x, y, c.grow(from, d, false, outExpo))
	d1 := c.newCanvas(2.8, 2.8, 4.4)
	if !c.th.Style.Flat {
		d1.radial(1.4, 1.4, 5.4, 5.4, hot, .5)
	}
	d1.disc(1.4, 1.4, 2.2, raster.Solid(hot.NRGBA(.25)), 1)
	d1.disc(1.4, 1.4, 1.4, solid(hot), 1)
	d1.put(x-1.4, y-.85, c.fade(from, .2), func(t float64, p *scene.Pose) {
		p.X += math.Round(w * share * c.u * outExpo(ramp(c.held(t), from, d)))
	})
	lo := c.block(set{role: look.Label, weight: 480, text: f.Low, w: w * .6, lines: 1, color: c.st.Muted})
	hi := c.block(set{role: look.Label, weight: 480, text: f.High, w: w * .36, lines: 1, color: c.st.Muted})
	c.put(lo, x+.1, y+3, c.enter(from+.2))
	if hi != nil {
		c.put(hi, x+w-c.wid(hi), y+3, c.enter(from+.3))
	}
}
