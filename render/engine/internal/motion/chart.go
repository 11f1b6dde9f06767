package motion

import (
	"fmt"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawChart is a finding and the data that shows it: bars, a line, or a ring.
func drawChart(c *comp) {
	d, ok := c.chartData()
	if !ok {
		drawStatement(c)
		return
	}
	if len(d.values) == 1 {
		c.oneValue(d)
		return
	}
	c.stageMotif(c.content())
	hy := c.pick(12, 20)
	head := c.block(set{role: look.Headline, size: c.pick(6.2, 8), text: c.sc.Headline, w: c.pick(150, c.w-13), h: c.pick(8, 17.5), lines: c.lines(1, 2), color: c.st.Text})
	c.rows(head, c.margin(), hy, .15, "headline")
	below := c.sc.Subtitle
	if onlyUnit(below, d.unit, c.lang()) {
		below = "" // every value says it
		d.named = false
	}
	sub := c.block(set{role: look.Role{Land: 2.5, Port: 3.1, Weight: 450, Line: 1.3}, text: below, w: c.pick(120, c.w-13), lines: 1, color: c.st.Muted})
	subY := hy + c.hgt(head) + c.pick(1.6, 1)
	c.put(sub, c.margin(), subY, c.enterAs("subtitle", .4, 0))
	card := box{8.9, 28, 160, 65}
	if c.port {
		card = box{6.5, min(45, hy+c.hgt(head)+1+c.hgt(sub)+5), c.w - 13, 0}
		card.h = 135 - card.y
	}
	if c.spoken() {
		card.h = c.pick(52, 117-card.y)
		if free := 160 - c.wid(sub) - 4; !c.port && c.source(set{w: free}, 168.9, subY+.3, true) {
			c.sourced = true
		}
	} else if c.sc.Note != "" || len(c.sc.Overlay) > 0 {
		card.h = min(c.pick(63, 134-card.y), c.h-8-card.y) - c.th.Style.Hard
		c.sourced = c.source(set{w: c.pick(140, c.w-13)}, c.margin(), min(c.pick(92.4, 138-3.6), c.h-6.5), false)
	}
	at := max(2.0, min(2.3, .5*c.in.Seconds))
	if d.focus >= 0 {
		at = c.cues.at(num(d.values[d.focus]), at)
		at = c.cues.at(c.figureWord(d), at)
	}
	paint := func() {
		k, ct := c.card(card.w, card.h, cardStyle{})
		k.put(card.x, card.y, c.enter(.2))
		c.plot(d, card, ct, at)
	}
	switch m, _ := c.verb("chart"); scene.VerbName(m.Verb) {
	case "draw", "fill", "grow", "rise", "count":
		paint() // a chart does that by itself
	default:
		c.together("chart", card, .2, 0, paint)
	}
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 120, c.w - 13, 17}
	}
	c.captionZone(zone)
}

// source sets the chart's source line in the room that s leaves, from x or up to it;
// false is that it has to stand elsewhere.
func (c *comp) source(s set, x, y float64, upTo bool) bool {
	if c.sc.Note == "" || len(c.sc.Overlay) > 0 {
		return false
	}
	s.role, s.text, s.lines, s.color = look.Role{Land: 2.2, Port: 2.6, Weight: 430, Line: 1.3}, c.sc.Note, 1, c.st.Muted
	b := c.block(s)
	if upTo {
		if b.Cut || rowCount(b) > 1 {
			return false
		}
		x -= c.wid(b)
	}
	c.put(b, x, y, c.enterAs("subtitle", .9, 0))
	return true
}

// plot draws the series on its card; its focus comes on at time at.
func (c *comp) plot(d chartData, card box, ct cardText, at float64) {
	if c.th.Style.Flat { // whose cards have a colour of their own, not the stage's
		was := c.st
		defer func() { c.st = was }()
		c.st.Text, c.st.Muted, c.st.Hair = ct.text, ct.muted, look.Fill{RGB: ct.text, Alpha: .14}
		c.st.Accent = c.dataColor(ct, seenLine)
		c.st.Primary = c.st.Accent
	}
	switch c.form(d) {
	case "donut":
		c.donut(d, card, ct, at)
	case "line":
		c.lineChart(d, card, ct, at)
	default:
		c.barChart(d, card, ct, at)
	}
}

// oneValue shows a chart of a single value as what it is: a number.
func (c *comp) oneValue(d chartData) {
	sc := *c.sc
	sc.Series = nil
	if sc.Figure == nil || sc.Figure.Text == "" {
		s := c.num(d.values[0])
		sc.Figure = &scene.Figure{Text: s, Cue: c.figureWord(d)}
		switch whole := c.amount(d.values[0], d.unit); {
		case strings.HasSuffix(whole, s):
			sc.Figure.Prefix = strings.TrimSuffix(whole, s)
		case strings.HasPrefix(whole, s):
			sc.Figure.Suffix = strings.TrimSpace(strings.TrimPrefix(whole, s))
		default: // a minus in front of the unit
			sc.Figure.Text = whole
		}
	}
	sc.Label = sc.Headline
	if when := d.labels[0]; sc.Subtitle == "" || onlyUnit(sc.Subtitle, d.unit, c.lang()) {
		sc.Subtitle = when
	} else if when != "" {
		sc.Subtitle += " · " + when
	}
	c.sc = &sc
	drawNumber(c)
}

// figureWord is what the voice says when the chart's value should be there.
func (c *comp) figureWord(d chartData) string {
	if f := c.sc.Figure; f != nil && f.Cue != "" {
		return f.Cue
	}
	return d.labels[d.focus]
}

// scale is the mapping of a chart's values to heights in u, and its round values.
type scale struct {
	y                 func(float64) float64
	step, bottom, top float64
}

func (d chartData) scale(plot box) scale {
	lo, hi := d.values[0], d.values[0]
	for _, s := range [][]float64{d.values, d.other} {
		for _, v := range s {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	step, bottom, top := ticks(lo, hi)
	return scale{func(v float64) float64 { return plot.y + plot.h*(1-(v-bottom)/(top-bottom)) }, step, bottom, top}
}

// around returns the parts of a line from x0 to x1 at height y that boxes leave free.
func around(x0, x1, y float64, boxes []box) [][2]float64 {
	free := [][2]float64{{x0, x1}}
	for _, b := range boxes {
		if y < b.y || y > b.y+b.h {
			continue
		}
		var next [][2]float64
		for _, f := range free {
			if l := min(f[1], b.x); l > f[0] {
				next = append(next, [2]float64{f[0], l})
			}
			if r := max(f[0], b.x+b.w); r < f[1] {
				next = append(next, [2]float64{r, f[1]})
			}
		}
		free = next
	}
	return free
}

// grid draws the lines of round values, with their labels or without; they run
// around what is in front of them.
func (c *comp) grid(d chartData, sc scale, card, plot box, labels bool, front []box) {
	step, bottom, top, y := sc.step, sc.bottom, sc.top, sc.y
	k := c.newCanvas(card.w, card.h, .5)
	size := c.pick(2.3, 2.9)
	hair := fillOf(c.st.Hair)
	first := true
	for v := top; v >= bottom-1e-9*step; v -= step {
		yy := y(v)
		if math.Abs(v) < step*1e-6 {
			k.rr(plot.x, yy-.1, plot.w, .2, 0, raster.Solid(c.st.Muted.NRGBA(.55)), 1)
		} else {
			for _, f := range around(plot.x, plot.x+plot.w, yy, front) {
				k.rr(f[0], yy-.08, f[1]-f[0], .16, 0, hair, 1)
			}
		}
		if labels {
			t := c.num(v)
			if math.Abs(v) < step*1e-6 {
				t = "0"
			} else if first {
				t = c.amount(v, d.unit)
				if c.wid(c.block(set{role: look.Role{Land: size, Port: size, Weight: 480, Line: 1.2}, text: t, rigid: true})) > plot.x-2.4 {
					t = c.num(v)
				}
			}
			first = false
			b := c.block(set{role: look.Role{Land: size, Port: size, Weight: 480, Line: 1.2}, text: t, color: c.st.Muted, rigid: true})
			k.text(b, plot.x-1.4-c.wid(b), yy-c.hgt(b)/2)
		}
	}
	k.put(card.x, card.y, c.fade(.25, .3))
}

// axisRoom is where a plot begins, u, so that the numbers of its lines have room before it.
func (c *comp) axisRoom(sc scale) (room float64) {
	size := c.pick(2.3, 2.9)
	for v := sc.top; v >= sc.bottom-1e-9*sc.step; v -= sc.step {
		room = max(room, c.wid(c.block(set{role: look.Role{Land: size, Port: size, Weight: 480, Line: 1.2}, text: c.num(v), rigid: true}))+1.4+2.2)
	}
	return room
}

// gridPiece is the part of the grid inside a box, there until at.
func (c *comp) gridPiece(sc scale, card, plot, b box, at float64) {
	x0, x1 := max(b.x, plot.x), min(b.x+b.w, plot.x+plot.w)
	if x1 <= x0 || b.h <= 0 {
		return
	}
	k := c.newCanvas(x1-x0, b.h, .3)
	drawn := false
	for v := sc.top; v >= sc.bottom-1e-9*sc.step; v -= sc.step {
		if y := sc.y(v); math.Abs(v) >= sc.step*1e-6 && y >= b.y && y <= b.y+b.h {
			k.rr(0, y-b.y-.08, x1-x0, .16, 0, fillOf(c.st.Hair), 1)
			drawn = true
		}
	}
	if drawn {
		k.put(card.x+x0, card.y+b.y, c.fade(.25, .3), c.show(-1, at, .25))
	}
}

// xLabels writes the labels below a plot, leaving out those that would touch.
func (c *comp) xLabels(card, plot box, labels []string, x func(i int) float64, wide float64, focus int) {
	size := c.pick(2.3, 2.9)
	if wide > 0 {
		size = c.labelSize(labels, wide)
	}
	k := c.newCanvas(card.w, card.h, .5)
	var sets []set
	for i, l := range labels {
		s := set{role: look.Role{Land: size, Port: size, Weight: 480, Line: 1.15}, text: l, color: c.st.Muted}
		if rs := []rune(l); wide == 0 && len(rs) > 18 {
			s.text = strings.TrimSpace(string(rs[:16])) + "…"
		}
		if wide > 0 {
			s.w, s.lines, s.align, s.h = wide, 2, text.Center, card.h-plot.y-plot.h-2
		}
		if i == focus {
			s.weight, s.color = 640, c.st.Text
		}
		sets = append(sets, s)
	}
	bs := c.blocks(sets)
	width := 0.0
	for _, b := range bs {
		width = max(width, c.wid(b))
	}
	every := 1
	if n := len(bs); wide == 0 && n > 1 {
		for float64(every)*math.Abs(x(1)-x(0)) < width+1.6 && every < n {
			every++
		}
	}
	left := func(i int) float64 {
		if wide > 0 {
			return max(2.4, x(i)-wide/2)
		}
		w := c.wid(bs[i])
		return max(2.4, min(x(i)-w/2, card.w-1.5-w))
	}
	touch := func(i, j int) bool {
		return left(i) < left(j)+c.wid(bs[j])+1.2 && left(j) < left(i)+c.wid(bs[i])+1.2
	}
	for i, b := range bs {
		if b == nil || every > 1 && i != focus && (i%every != 0 || focus >= 0 && abs(i-focus) < every) {
			continue
		}
		if wide == 0 && focus >= 0 && i != focus && bs[focus] != nil && touch(i, focus) {
			continue // nothing touches the label of the value in focus
		}
		k.text(b, left(i), plot.y+plot.h+1.6)
	}
	k.put(card.x, card.y, c.fade(.3, .3))
}

// labelSize is how large labels stand below bars: larger than usual where they are short,
// and letters the largest.
func (c *comp) labelSize(labels []string, wide float64) float64 {
	least, size := c.pick(2.3, 2.9), c.pick(2.8, 3.4)
	if longestLabel(labels) <= 2 {
		size = c.pick(3.4, 4)
	}
	return max(least, c.oneSize(set{role: look.Role{Land: size, Port: size, Weight: 640, Line: 1.15}, w: .9 * wide, lines: 1}, labels))
}

func abs(i int) int { return max(i, -i) }

// callout is the big value of a chart with one line and value pairs. What it says
// comes from the data: the change against the other series, else the value.
func (c *comp) callout(d chartData, b box, at float64) {
	v := d.values[d.focus]
	show := func(k float64) string { return c.amount(counted(v, k), d.unit) }
	line := d.labels[d.focus]
	if f := c.sc.Figure; f != nil && f.Text != "" {
		s := f.Prefix + f.Text
		if f.Suffix != "" {
			s += " " + f.Suffix
		}
		show = func(float64) string { return s }
		line = c.sc.Label
	} else if d.other != nil && d.other[d.focus]*v > 0 && c.sc.Label != "" { // of a loss and a gain there is no percentage; nor does one say by itself of what it is
		pc := (v - d.other[d.focus]) / math.Abs(d.other[d.focus]) * 100
		show = func(k float64) string {
			s := fmt.Sprintf("%.0f %%", math.Abs(pc*k))
			if pc < 0 {
				return "−" + s
			}
			return "+" + s
		}
	}
	if c.sc.Label != "" {
		line = c.sc.Label
	}
	size := c.pick(11, 10)
	mk := func(s string) *text.Block {
		return c.block(set{role: look.Role{Land: size, Port: size, Weight: 760, Track: -.042, Line: 1, Display: true}, text: s, w: b.w, lines: 1, color: c.st.Text})
	}
	final := mk(show(1))
	x := b.x
	if c.port {
		bar := c.newCanvas(.9, 16, .3)
		bar.rr(0, 0, .9, 16, .45, solid(c.th.A), 1)
		bar.put(b.x, b.y, c.grow(at, .3, true, outQuint))
		x += 3.3
	}
	c.counting(final, x, b.y, at, .7, func(k float64) *text.Block {
		q := mk(show(k))
		if q.Size > final.Size {
			s := q.Spec
			s.Size, s.Width, s.Lines = final.Size, 0, 0
			q = c.in.Fonts.Layout(s)
		}
		return q
	})
	lb := c.block(set{role: look.Role{Land: 2.6, Port: 3.3, Weight: 480, Line: 1.32}, text: line, w: b.w - 1, lines: c.lines(3, 1), color: c.st.Muted})
	if at >= longWait { // where it will stand
		k := c.newCanvas(b.w, b.h, .3)
		quiet := raster.Solid(c.st.Text.NRGBA(.06))
		k.bars(x-b.x, c.hgt(final)*.15, c.hgt(final)*.7, quiet, min(c.wid(final), b.w))
		k.bars(x-b.x, c.hgt(final)+c.pick(1.9, 1.3), c.pick(2, 2.6), quiet, min(max(12, c.wid(lb)), b.w))
		k.put(b.x, b.y, c.fade(.45, .3), c.show(-1, at-.1, .2))
	}
	y := b.y + c.hgt(final) + c.pick(1.4, .8)
	c.put(lb, x, y, c.enter(at+.15))
	if c.port {
		return
	}
	y += c.hgt(lb) + 2.6
	for i, it := range c.sc.Items {
		if i == 3 || y+6 > b.y+b.h {
			break
		}
		if value := []([]float64){d.values, d.other, nil}[i]; it.Value == "" && value != nil {
			it.Value = c.amount(value[d.focus], d.unit)
		}
		k := c.newCanvas(b.w, 6, .3)
		k.rr(0, 0, b.w, .12, 0, fillOf(c.st.Hair), 1)
		name := it.Label
		if name == "" {
			name = it.Title
		}
		col := c.st.Primary
		if i > 0 {
			col = look.LCH{L: .62, C: .025, H: c.th.HP}.RGB()
		}
		k.disc(.65, 3.1, .65, solid(col), 1)
		vb := c.block(set{role: look.Role{Land: 3, Port: 3, Weight: 690, Line: 1.2, Display: true}, text: it.Value, w: b.w * .5, lines: 1, color: c.st.Text})
		nb := c.block(set{role: look.Role{Land: 2.5, Port: 2.5, Weight: 500, Line: 1.2}, text: name, w: b.w - 3.2 - c.wid(vb), lines: 1, color: c.st.Muted})
		k.text(nb, 2.3, 3.1-c.hgt(nb)/2)
		k.text(vb, b.w-c.wid(vb), 3.1-c.hgt(vb)/2)
		k.put(b.x, y, c.enterAs("items", at+.25+.1*float64(i), i))
		y += 6
	}
}

// counting shows a text that changes while it counts to its final block.
func (c *comp) counting(final *text.Block, x, y, at, d float64, mk func(k float64) *text.Block) {
	type drawn struct {
		s      *scene.Sprite
		dx, dy int
	}
	memo := map[string]drawn{}
	get := func(b *text.Block) drawn {
		if v, ok := memo[b.Spec.Text]; ok {
			return v
		}
		s, dx, dy := b.Sprite()
		v := drawn{s, dx, dy}
		memo[b.Spec.Text] = v
		return v
	}
	px, py := c.pxX(x), c.pxY(y)
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
		k := ramp(c.held(t), at-.1, d)
		if k <= 0 {
			return scene.Pose{}
		}
		b := final
		if k < 1 {
			b = mk(.6 + .4*outExpo(k))
		}
		v := get(b)
		return scene.Pose{Sprite: v.s, X: math.Round(px) + float64(v.dx), Y: math.Round(py) + float64(v.dy), Scale: 1, Alpha: clamp01(k * 5)}
	}))
}
