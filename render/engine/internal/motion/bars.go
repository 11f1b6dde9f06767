package motion

import (
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// barColor is the fill of bar i: the focus is hot, the others are quiet. Without a focus all
// are of the brand.
func (c *comp) barColor(i, focus int, ct cardText) (look.RGB, float64) {
	if focus == noFocus {
		focus = i
	}
	switch {
	case c.th.Style.Name == "cinematic" && i == focus:
		return c.st.Accent, .95
	case c.th.Style.Name == "cinematic":
		return c.st.Text, .2
	case c.th.Style.Flat && i == focus:
		return c.dataColor(ct, seenArea), 1
	case c.th.Style.Flat && c.th.P.Apart(c.st.Card.RGB) > .2 && c.th.P.LCH().C > .05:
		return c.th.P, .3 // of the brand, where that is seen: greys look dull beside flat colours
	case c.th.Style.Flat:
		return ct.text, .25
	case i == focus && c.st.Name == "brand":
		return c.th.A, 1
	case i == focus && c.st.Dark:
		return c.th.A, 1
	case c.st.Dark || c.st.Name == "brand": // whose ground is the primary itself
		return c.st.Text, .25
	}
	// An area shows a pale brand colour as it is, where a line has to be darker.
	hot, p, quiet := c.in.Theme.P, c.in.Theme.P, .22
	switch card := c.st.Card.RGB; {
	case p.Apart(card) < .12: // of a white brand nothing would be seen
		if hot = c.th.A; hot.LCH().C < .05 && c.st.Primary.LCH().C > hot.LCH().C {
			hot = c.st.Primary // darker, and yet a colour
		}
		p = hot
	case look.Contrast(p, card) < 1.7:
		quiet = .45
	}
	if i == focus {
		return hot, 1
	}
	return p, quiet
}

// What is drawn on a card has to differ from it so much: an area, and a line.
const seenArea, seenLine = 1.2, 2.2

// dataColor is the colour of what a chart of a flat style is about: the first of the
// palette that is a colour and is seen on the card by that contrast. A brand of blacks and
// whites has the line's.
func (c *comp) dataColor(ct cardText, least float64) look.RGB {
	order := []look.RGB{c.th.P, c.hotFill(), c.th.A, c.th.Flats[0], c.th.Flats[1]}
	if c.th.Style.Name == "retro" { // whose figures are of the primary
		order[0], order[1] = order[1], order[0]
	}
	for _, col := range order {
		if look.Contrast(col, c.st.Card.RGB) >= least && col.LCH().C > .05 {
			return col
		}
	}
	return ct.text
}

func (c *comp) barChart(d chartData, card box, ct cardText, at float64) {
	d = d.fold(c.lang())
	long := longestLabel(d.labels)
	many := len(d.values) > 8
	sum := positive(slices.Concat(d.values, d.other))
	lying := !many && sum && (c.port && (len(d.values) > 5 || long > 9) || long > 16 && len(d.values) > 3 || long > 22)
	switch {
	case d.other != nil:
		c.pairChart(d, card, ct, lying || !many && sum && c.port && len(d.values) > 4, at)
	case lying:
		c.barRows(d, card, ct, at)
	default:
		c.standingBars(d, card, ct, at)
	}
}

// longestLabel is the length of the longest label in letters; full-width ones count twice.
func longestLabel(labels []string) (long int) {
	for _, l := range labels {
		n := 0
		for _, r := range l {
			if n++; r > 0x2e80 {
				n++
			}
		}
		long = max(long, n)
	}
	return long
}

// barPlot is bars that stand side by side; lengths are in u of their card.
type barPlot struct {
	c          *comp
	d          chartData
	ct         cardText
	card, plot box
	at         float64 // seconds at which the focus is named
	pitch      float64 // from bar to bar
	bars       []box
	values     []*text.Block // nil = it is not written out
	spots      []raster.Pt   // where the values stand
}

// standingBars draws bars side by side, which rise one after the other, the focus when it
// is named. The grid runs around bars and values.
func (c *comp) standingBars(d chartData, card box, ct cardText, at float64) {
	plot := box{7, 8, card.w - 14, card.h - 17}
	if c.port {
		plot = box{4.5, 12, card.w - 9, card.h - 24}
	}
	p := &barPlot{c: c, d: d, ct: ct, card: card, plot: plot, at: at, pitch: min(plot.w/float64(len(d.values)), c.pick(34, 28))}
	wide := p.pitch * .86
	if p.many() {
		wide = 0 // those that would touch are left out
	}
	c.xLabels(card, plot, d.labels, p.mid, wide, d.focus)
	p.write()
	p.plot.h = c.aboveLabels(d, plot, p.values)
	sc := d.scale(p.plot)
	front, owner := p.stand(sc)
	c.grid(d, sc, card, p.plot, false, front)
	for k, f := range front { // until its bar comes, the grid is whole
		start := p.named(owner[k])
		if f == p.bars[owner[k]] {
			start = p.rises(owner[k])
		}
		c.gridPiece(sc, card, p.plot, f, start)
	}
	for i := range d.values {
		start := p.named(i)
		if early := p.rises(i); early < start {
			p.draw(i, quietBars, early, c.show(-1, start+.5, .1))
		}
		p.draw(i, d.focus, start)
		c.put(p.values[i], card.x+p.spots[i].X, card.y+p.spots[i].Y, c.enter(start+.35))
	}
	c.hit(at, "pop")
}

// many tells more bars than have room for all that may be written at them.
func (p *barPlot) many() bool { return len(p.d.values) > 8 }

// width is that of a bar.
func (p *barPlot) width() float64 { return p.pitch * .55 }

// mid is the middle of bar i.
func (p *barPlot) mid(i int) float64 {
	x0 := p.plot.x + (p.plot.w-p.pitch*float64(len(p.d.values)))/2
	return x0 + p.pitch*(float64(i)+.5)
}

// named is when bar i has its turn, in seconds.
func (p *barPlot) named(i int) float64 {
	turn := .5 + .12*float64(i)
	if i == p.d.focus {
		return max(turn, p.at-.4)
	}
	return turn
}

// rises is when bar i is first seen, in seconds: the focus that is spoken of late first
// stands with the others, as quiet as they.
func (p *barPlot) rises(i int) float64 {
	if s := p.named(i); i != p.d.focus || s <= longWait {
		return s
	}
	return .5 + .12*float64(i)
}

// write sets the values; where they would touch, only that of the focus.
func (p *barPlot) write() {
	c, d := p.c, p.d
	var sets []set
	crowded := false
	for i := range d.values {
		s := set{role: look.Role{Land: 3, Port: 3.4, Weight: 620, Track: -.01, Line: 1.1}, text: c.barValue(d, i), color: p.ct.muted, w: p.pitch * 1.02, lines: 1}
		if p.many() && c.wid(c.block(set{role: s.role, text: s.text, rigid: true})) > p.pitch {
			crowded = true
		}
		if i == d.focus {
			s.weight, s.color, s.size = 740, p.ct.text, c.pick(4.2, 4.6)
			if p.many() {
				s.w = p.pitch * 3
			}
		}
		sets = append(sets, s)
	}
	p.values = make([]*text.Block, len(sets))
	for i, s := range sets {
		if crowded && i != d.focus {
			s.text = ""
		}
		p.values[i] = c.block(s)
	}
}

// stand finds where bars and values stand on a scale, and what the grid runs around: front,
// with the bar that each belongs to.
func (p *barPlot) stand(sc scale) (front []box, owner []int) {
	n, w := len(p.d.values), p.width()
	p.bars, p.spots = make([]box, n), make([]raster.Pt, n)
	for i, v := range p.d.values {
		top, zero := sc.y(v), sc.y(0)
		bar := box{p.mid(i) - w/2, min(top, zero), w, math.Abs(zero - top)}
		p.bars[i] = bar
		front, owner = append(front, bar), append(owner, i)
		if p.values[i] == nil {
			continue
		}
		bw, bh := p.c.wid(p.values[i]), p.c.hgt(p.values[i])
		y := bar.y - bh - .6
		if v < 0 {
			y = bar.y + bar.h + .6
		}
		p.spots[i] = raster.Pt{X: max(2, min(p.mid(i)-bw/2, p.card.w-2-bw)), Y: y}
		front, owner = append(front, box{p.spots[i].X - .8, y - .2, bw + 1.6, bh + .4}), append(owner, i)
	}
	return front, owner
}

// draw has bar i grow from start on, in its colour beside the focus.
func (p *barPlot) draw(i, focus int, start float64, tracks ...track) {
	c, b := p.c, p.bars[i]
	if b.h <= .05 {
		return
	}
	r := .8
	if c.th.Style.Name == "retro" {
		r = .5
	}
	radii := [4]float64{r, r, 0, 0}
	if p.d.values[i] < 0 {
		radii = [4]float64{0, 0, r, r}
	}
	k := c.newCanvas(b.w, b.h, .4)
	shape := &raster.Path{}
	shape.RoundRect4(0, 0, b.w, b.h, radii)
	col, a := c.barColor(i, focus, p.ct)
	k.Fill(shape, raster.Solid(col.NRGBA(a)), 1)
	if border := c.th.Style.Border; c.th.Style.Card == look.HardCard {
		k.Fill(shape.Stroke(border*.8), solid(c.th.Line), 1)
	}
	k.put(p.card.x+b.x, p.card.y+b.y, append(tracks, c.grow(start, .6, true, outQuint))...)
}

// aboveLabels is the height of a plot whose negative bars leave room for their values
// above the labels at its foot, in u.
func (c *comp) aboveLabels(d chartData, plot box, values []*text.Block) float64 {
	h, sc := plot.h, d.scale(plot)
	for i, v := range d.values {
		if v < 0 && values[i] != nil { // the share of the height that the bar ends at
			h = min(h, (plot.h+.4-c.hgt(values[i]))*(sc.top-sc.bottom)/(sc.top-v))
		}
	}
	return h
}

// barValue is what is written at bar i.
func (c *comp) barValue(d chartData, i int) string {
	if i != d.focus && d.named || len(d.unit) > 4 {
		return c.num(d.values[i])
	}
	return c.amount(d.values[i], d.unit)
}

// barRows are bars that lie: for many or long labels.
func (c *comp) barRows(d chartData, card box, ct cardText, at float64) {
	n := len(d.values)
	hi := 0.0
	for _, v := range d.values {
		hi = max(hi, v)
	}
	pad := c.pick(5, 4.5)
	pitch := min((card.h-2*pad)/float64(n), c.pick(12, 17))
	top := (card.h - pitch*float64(n)) / 2
	var labels, values []set
	for i, l := range d.labels {
		w := 480.0
		col := ct.muted
		if i == d.focus {
			w, col = 660, ct.text
		}
		labels = append(labels, set{role: look.Role{Land: 2.5, Port: 3, Weight: w, Line: 1.15}, text: l, w: c.pick(42, card.w-2*pad-22), h: c.pick(pitch-.6, pitch*.44), lines: 1, color: col})
		values = append(values, set{role: look.Role{Land: 3, Port: 3.6, Weight: 700, Line: 1.15, Display: true}, text: c.barValue(d, i), color: col, w: 24, lines: 1})
	}
	lb, vb := c.blocks(labels), c.blocks(values)
	for i, v := range d.values {
		y := top + pitch*float64(i)
		named, start := .25+.03*float64(i), .45+.1*float64(i) // all names and tracks are there before the bars
		col, a := c.barColor(i, d.focus, ct)
		if c.port {
			h := pitch * .3
			full := card.w - 2*pad
			c.put(lb[i], card.x+pad, card.y+y+pitch*.08, c.enter(named))
			c.put(vb[i], card.x+card.w-pad-c.wid(vb[i]), card.y+y+pitch*.04, c.enter(start+.3))
			track := c.newCanvas(full, h, .3)
			track.rr(0, 0, full, h, h/2, raster.Solid(ct.text.NRGBA(.07)), 1)
			track.put(card.x+pad, card.y+y+pitch*.52, c.fade(named, .3))
			w := max(h, full*v/hi)
			k := c.newCanvas(w, h, .3)
			k.rr(0, 0, w, h, h/2, raster.Solid(col.NRGBA(max(a, .3))), 1)
			k.put(card.x+pad, card.y+y+pitch*.52, c.grow(start+.1, .7, false, outQuint))
			continue
		}
		lx := pad + 42.0
		full := card.w - lx - pad - 26
		w := max(.6, full*v/hi)
		h := pitch * .56
		c.put(lb[i], card.x+lx-2-c.wid(lb[i]), card.y+y+(pitch-c.hgt(lb[i]))/2, c.enter(named))
		track := c.newCanvas(full, h, .3)
		track.rr(0, 0, full, h, .8, raster.Solid(ct.text.NRGBA(.05)), 1)
		track.put(card.x+lx, card.y+y+(pitch-h)/2, c.fade(named, .3), c.show(-1, start+.1, .5)) // the value takes its place
		k := c.newCanvas(w, h, .3)
		p := &raster.Path{}
		p.RoundRect4(0, 0, w, h, [4]float64{0, .8, .8, 0})
		k.Fill(p, raster.Solid(col.NRGBA(a)), 1)
		k.put(card.x+lx, card.y+y+(pitch-h)/2, c.grow(start+.1, .7, false, outQuint))
		c.put(vb[i], card.x+lx+w+1.6, card.y+y+(pitch-c.hgt(vb[i]))/2, c.enter(start+.45))
	}
	c.hit(at, "pop")
}

// donut is a ring of at most three parts with its share in the middle.
func (c *comp) donut(d chartData, card box, ct cardText, at float64) {
	sum := total(d.values)
	open := d.unit == "%" && sum < 99.5 // parts of a whole whose rest nobody names
	if open {
		sum = 100
	}
	size := min(card.h-12, 50)
	if c.port { // the parts' names stand below
		size = min(card.h-11.5-6.4*float64(len(d.values)), 48)
	}
	cx, cy := card.x+card.w*.3, card.y+card.h/2
	if c.port {
		cx, cy = card.x+card.w/2, card.y+6+size/2
	}
	r := size / 2
	width := size * .17
	var last *scene.Sprite
	lastK := -1.0
	px := int(math.Ceil(c.u))
	ring := c.newCanvas(size, size, 1)
	ring.Fill(sector(r, r, r, r-width, 0, 2*math.Pi), raster.Solid(ct.text.NRGBA(.07)), 1)
	seen := []track{c.fade(.25, .3)}
	if !open { // until the parts have gone round
		seen = append(seen, c.show(-1, 1.4, .3))
	}
	ring.put(cx-r, cy-r, seen...)
	draw := func(k float64) *scene.Sprite {
		if k == lastK {
			return last
		}
		cv := c.newCanvas(size, size, 1)
		a := -math.Pi / 2
		for i, v := range d.values {
			sweep := v / sum * 2 * math.Pi
			end := a + sweep
			stop := min(end, -math.Pi/2+2*math.Pi*k)
			gap := min(.045, sweep*.4) // of a thin part something is left
			if stop > a+gap {
				p := sector(r, r, r, r-width, a+gap/2, stop-gap/2)
				col, al := c.barColor(i, d.focus, ct)
				if i != d.focus && len(d.values) == 3 && (i+3-d.focus)%3 == 2 {
					al *= .55
				}
				cv.Fill(p, raster.Solid(col.NRGBA(1)), al)
			}
			a = end
		}
		last, lastK = cv.sprite(), k
		return last
	}
	x, y := math.Round(c.pxX(cx-r))-float64(px), math.Round(c.pxY(cy-r))-float64(px)
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
		k := inOutCubic(ramp(c.held(t), .5, 1.1))
		if k <= 0 {
			return scene.Pose{}
		}
		return scene.Pose{Sprite: draw(math.Round(k*200) / 200), X: x, Y: y, Scale: 1, Alpha: 1}
	}))
	share := d.values[d.focus] / sum * 100
	mk := func(k float64) *text.Block {
		s := c.shareText(share, k, len(d.values))
		if d.unit == "%" {
			s = c.amount(counted(d.values[d.focus], k), d.unit) // as its name beside the ring says it
		}
		return c.block(set{role: look.Role{Land: size * .2, Port: size * .2, Weight: 760, Track: -.04, Line: 1, Display: true}, text: s, color: ct.text, rigid: true})
	}
	final := mk(1)
	c.counting(final, cx-c.wid(final)/2, cy-c.hgt(final)/2, at-.3, .7, mk)
	// The parts, named beside the ring in their colours.
	lx, lw := card.x+card.w*.56, card.w*.4
	pitch := min(13.0, (card.h-10)/float64(len(d.values)))
	ly := cy - pitch*float64(len(d.values))/2
	if c.port {
		lx, lw = card.x+5, card.w-10
		ly = cy + r + 3.5
		pitch = min(8, (card.y+card.h-2-ly)/float64(len(d.values)))
	}
	for i, v := range d.values {
		col, al := c.barColor(i, d.focus, ct)
		if i != d.focus && len(d.values) == 3 && (i+3-d.focus)%3 == 2 {
			al *= .55
		}
		k := c.newCanvas(lw, pitch, .4)
		k.disc(1.1, pitch/2, 1.1, raster.Solid(col.NRGBA(1)), al)
		wt, tc := 480.0, ct.muted
		if i == d.focus {
			wt, tc = 660, ct.text
		}
		vb := c.block(set{role: look.Role{Land: 4.6, Port: 4.2, Weight: 700, Line: 1.15, Display: true}, text: c.amount(v, d.unit), color: ct.text, w: lw * .4, lines: 1})
		nb := c.block(set{role: look.Role{Land: 3.4, Port: 3.4, Weight: wt, Line: 1.2}, text: d.labels[i], w: lw - 5 - c.wid(vb), lines: 2, h: pitch - .4, color: tc})
		if i > 0 { // a line leads from the name to its value
			k.rr(0, -.06, lw, .12, 0, fillOf(c.st.Hair), 1)
		}
		k.text(nb, 3.6, (pitch-c.hgt(nb))/2)
		k.text(vb, lw-c.wid(vb), (pitch-c.hgt(vb))/2)
		k.put(lx, ly+pitch*float64(i), c.enter(.35+.12*float64(i)))
	}
	c.hit(at, "pop")
}

// shareText is a share in percent while it counts up by k; it is all or nothing only
// where it is.
func (c *comp) shareText(share, k float64, parts int) string {
	decimals := 0
	if share > 99 && parts > 1 || share < 1 {
		decimals = 1
	}
	return c.localDecimal(trim(share*k, decimals)) + " %"
}

// sector is a piece of a ring between two angles in radians.
func sector(cx, cy, outer, inner, from, to float64) *raster.Path {
	p := &raster.Path{}
	n := max(2, int((to-from)/.04))
	for i := 0; i <= n; i++ {
		s, c := math.Sincos(from + (to-from)*float64(i)/float64(n))
		if i == 0 {
			p.MoveTo(cx+outer*c, cy+outer*s)
		} else {
			p.LineTo(cx+outer*c, cy+outer*s)
		}
	}
	for i := n; i >= 0; i-- {
		s, c := math.Sincos(from + (to-from)*float64(i)/float64(n))
		p.LineTo(cx+inner*c, cy+inner*s)
	}
	p.Close()
	return p
}
