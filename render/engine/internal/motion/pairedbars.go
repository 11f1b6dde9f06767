package motion

import (
	"cmp"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/text"
)

// Two series are bars in pairs: the one that is compared with first, quiet, then the one
// that the chart is about, in the brand's colour. What each is called stands above them.

// paired is one bar of a pair.
type paired struct {
	of    int // the pair
	v     float64
	quiet bool // of the series that is compared with
	value *text.Block
	box
}

// mostPairs is how many pairs have room; more in an order are two lines.
const mostPairs = 8

// pairsOf are the bars of two series, and their values in one size of at most width w.
func (c *comp) pairsOf(d chartData, ct cardText, size, w float64) []paired {
	var out []paired
	var sets []set
	for i := range d.values {
		for _, quiet := range []bool{true, false} {
			v, s := d.values[i], set{role: look.Role{Land: size, Port: size, Weight: 700, Track: -.01, Line: 1.1}, w: w, lines: 1, color: ct.text}
			if quiet {
				v, s.weight, s.color = d.other[i], 560, ct.muted
			}
			s.text = c.num(v)
			if !d.named && len(d.unit) <= 4 {
				s.text = c.amount(v, d.unit)
			}
			out, sets = append(out, paired{of: i, v: v, quiet: quiet}), append(sets, s)
		}
	}
	for i, b := range c.blocks(sets) {
		out[i].value = b
	}
	return out
}

// pairColor is the fill of a bar of a pair.
func (c *comp) pairColor(quiet bool, ct cardText) (look.RGB, float64) {
	if !quiet {
		return c.barColor(0, noFocus, ct)
	}
	col, a := c.barColor(0, quietBars, ct)
	return col, max(a, .3)
}

// pairNames are what the two series are called, in a row from x at y; height is what they
// take, 0 where nobody says.
func (c *comp) pairNames(card box, ct cardText, x, y, w float64) (height float64) {
	if len(c.sc.Items) < 2 {
		return 0
	}
	size := c.pick(2.6, 3.1)
	var sets []set
	for _, i := range []int{1, 0} { // as the bars stand
		it := c.sc.Items[i]
		s := set{role: look.Role{Land: size, Port: size, Weight: 640, Line: 1.2}, text: cmp.Or(it.Label, it.Title), w: w/2 - 4, lines: 1, color: ct.text}
		if i == 1 {
			s.weight, s.color = 540, ct.muted
		}
		sets = append(sets, s)
	}
	for i, b := range c.blocks(sets) {
		if b == nil {
			continue
		}
		h, in := c.hgt(b), c.enter(.4+.15*float64(i))
		k := c.newCanvas(1.5, 1.5, .3)
		col, a := c.pairColor(i == 0, ct)
		k.rr(0, 0, 1.5, 1.5, .4, raster.Solid(col.NRGBA(a)), 1)
		k.put(card.x+x, card.y+y+h/2-.75, in)
		c.put(b, card.x+x+2.4, card.y+y, in)
		x += c.wid(b) + 6
		height = max(height, h)
	}
	return height
}

// pairChart draws pairs that stand, or that lie where their names need the width.
func (c *comp) pairChart(d chartData, card box, ct cardText, lying bool, at float64) {
	pad := c.pick(7, 4.5)
	top := pad * .8
	if h := c.pairNames(card, ct, pad, top, card.w-2*pad); h > 0 {
		top += h + 2
	}
	if lying {
		c.lyingPairs(d, card, ct, top)
	} else {
		c.standingPairs(d, card, ct, top)
	}
	c.hit(at, "pop")
}

func (c *comp) standingPairs(d chartData, card box, ct cardText, top float64) {
	plot := box{c.pick(7, 4.5), top + 4, card.w - c.pick(14, 9), card.h - top - 4 - c.pick(9, 12)}
	n := float64(len(d.values))
	pitch := min(plot.w/n, c.pick(38, 30))
	x0 := plot.x + (plot.w-pitch*n)/2
	mid := func(i int) float64 { return x0 + pitch*(float64(i)+.5) }
	const gap = .5
	w := (pitch*c.pick(.66, .8) - gap) / 2
	all := c.pairsOf(d, ct, c.pick(2.8, 3.2), w+1)
	values := make([]*text.Block, len(d.values))
	for i := range values {
		values[i] = all[2*i+1].value
	}
	plot.h = c.aboveLabels(d, plot, values)
	sc := d.scale(plot)
	zero := sc.y(0)
	var front []box
	for i := range all {
		b := &all[i]
		x := mid(b.of) + gap/2
		if b.quiet {
			x -= w + gap
		}
		y := sc.y(b.v)
		b.box = box{x, min(y, zero), w, math.Abs(zero - y)}
		front = append(front, b.box, c.atBar(*b).inset(-.6, -.2))
	}
	c.xLabels(card, plot, d.labels, mid, pitch*.9, d.focus)
	c.grid(d, sc, card, plot, false, front)
	for i, b := range all {
		start := .5 + .12*float64(b.of) + .1*float64(i%2)
		for _, f := range front[2*i : 2*i+2] { // until its bar comes, the grid is whole
			c.gridPiece(sc, card, plot, f, start)
		}
		r := [4]float64{.8, .8, 0, 0}
		if b.v < 0 {
			r = [4]float64{0, 0, .8, .8}
		}
		c.pairBar(b, card, ct, r, c.grow(start, .6, true, outQuint))
		at := c.atBar(b)
		c.put(b.value, card.x+at.x, card.y+at.y, c.enter(start+.35))
	}
}

// atBar is where the value of a standing bar is written: on its outer end.
func (c *comp) atBar(b paired) box {
	w, h := c.wid(b.value), c.hgt(b.value)
	y := b.y - h - .5
	if b.v < 0 {
		y = b.y + b.h + .5
	}
	return box{b.x + b.w/2 - w/2, y, w, h}
}

func (c *comp) lyingPairs(d chartData, card box, ct cardText, top float64) {
	pad := c.pick(7, 4.5)
	pitch := min((card.h-top-pad*.8)/float64(len(d.values)), c.pick(15, 20))
	most := 0.0
	for i := range d.values {
		most = max(most, d.values[i], d.other[i])
	}
	const room = 16 // of the values
	x, h := pad, pitch*.24
	if !c.port {
		x, h = pad+44, pitch*.36
	}
	full := card.w - x - pad - room
	var names []set
	for i, l := range d.labels {
		s := set{role: look.Role{Land: 2.6, Port: 3.1, Weight: 540, Line: 1.15}, text: l, w: c.pick(42, card.w-2*pad), h: c.pick(pitch-.6, pitch*.36), lines: 1, color: ct.text}
		if i == d.focus {
			s.weight = 660
		}
		names = append(names, s)
	}
	for i, b := range c.blocks(names) {
		y := top + pitch*float64(i)
		if c.port {
			c.put(b, card.x+pad, card.y+y+pitch*.02, c.enter(.25+.03*float64(i)))
		} else {
			c.put(b, card.x+x-2-c.wid(b), card.y+y+(pitch-c.hgt(b))/2, c.enter(.25+.03*float64(i)))
		}
	}
	for i, b := range c.pairsOf(d, ct, min(c.pick(2.8, 3.2), h), room-1.6) {
		start := .45 + .1*float64(b.of) + .1*float64(i%2)
		b.box = box{x, top + pitch*float64(b.of) + c.pick(pitch*.12, pitch*.4), max(.6, full*b.v/max(most, 1e-9)), h}
		if !b.quiet {
			b.y += h + .4
		}
		c.pairBar(b, card, ct, [4]float64{0, .6, .6, 0}, c.grow(start, .7, false, outQuint))
		c.put(b.value, card.x+b.x+b.w+1.2, card.y+b.y+(h-c.hgt(b.value))/2, c.enter(start+.4))
	}
}

// pairBar draws one bar.
func (c *comp) pairBar(b paired, card box, ct cardText, radii [4]float64, in track) {
	if b.h <= .05 || b.w <= .05 {
		return
	}
	k := c.newCanvas(b.w, b.h, .4)
	p := &raster.Path{}
	p.RoundRect4(0, 0, b.w, b.h, radii)
	col, a := c.pairColor(b.quiet, ct)
	k.Fill(p, raster.Solid(col.NRGBA(a)), 1)
	if c.th.Style.Card == look.HardCard {
		k.Fill(p.Stroke(c.th.Style.Border*.8), solid(c.th.Line), 1)
	}
	k.put(card.x+b.x, card.y+b.y, in)
}
