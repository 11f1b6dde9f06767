package motion

import (
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// stats are the small cards beside the figure, as they were planned.
func (c *comp) stats(items []scene.Item, plan statPlan, after float64) {
	var names []string
	for _, it := range items {
		cue := it.Cue
		if cue == "" {
			cue = it.Label
		}
		names = append(names, cue)
	}
	at := make([]float64, len(items))
	for i := range items {
		at[i] = after + .1 + .35*float64(i)
		if t, _, ok := c.cues.find(names[i], after); ok {
			at[i] = t - lead
		}
		if i > 0 {
			at[i] = max(at[i], at[i-1]+.25)
		}
		at[i] = min(at[i], max(.4, c.in.Seconds-1-.2*float64(len(items)-i)))
	}
	for i, it := range items {
		c.stat(it, plan.cards[i], i, at[i])
		c.hit(at[i], "pop")
	}
}

// statPlan is how the cards beside a figure are laid out.
type statPlan struct {
	cards []statCard
	room  float64 // u that the cards take from the figure's height, in portrait
	lost  int     // lines and ends of labels that are not shown
}

// statCard is one card's place and its words.
type statCard struct {
	box
	label, value, body set
	row                statRow
	air                float64 // u of its height that its words leave
}

// planStats lays the cards out so that their words are read whole: where they are many, the
// type is smaller first, then, in portrait, the figure gives up some of its height.
func (c *comp) planStats(items []scene.Item) statPlan {
	best := c.statsIn(items, 0, false, 2*leastAir)
	for _, air := range []float64{2 * leastAir, leastAir} { // close to the edge rather than not at all
		for room := 0.0; room <= c.pick(0, mostRoom) && best.lost > 0; room += 2 {
			for _, compact := range []bool{false, true} {
				if p := c.statsIn(items, room, compact, air); p.lost < best.lost {
					best = p
				}
			}
		}
	}
	return best
}

// leastAir is how much of a card's height its words leave at least, u.
const leastAir = 1.6

// mostRoom is how much of its height a figure of 40 u gives up to its cards, u.
const mostRoom = 16

// statsIn lays the cards out in the room below or beside the figure, room u of its height
// included, and counts what finds no place there.
func (c *comp) statsIn(items []scene.Item, room float64, compact bool, air float64) statPlan {
	boxes, k := c.statBoxes(len(items), room), c.statSizes(len(items), compact)
	var labels, values, bodies []set
	for i, it := range items {
		b := boxes[i]
		tw := b.w - 2*min(c.statPad(), 2.8)
		if len(it.Points) > 1 && c.wideCard(b) {
			tw = b.w*.5 - 1
		}
		value := it.Value
		if value == "" {
			value = it.Title
		}
		lab := it.Label
		if lab == "" && it.Value != "" {
			lab = it.Title
		}
		vs := k.value
		if !c.port && c.wideCard(b) {
			vs = k.wide
		}
		labels = append(labels, c.fullSize(set{role: look.Label, size: k.label, text: lab, w: tw, color: c.st.Muted}, int((b.h-air-1.1*vs)/(1.25*k.label))))
		values = append(values, set{role: look.StatValue, size: vs, text: value, w: tw, lines: 1, color: c.st.Text})
		bodies = append(bodies, set{role: look.Role{Land: k.body, Port: k.body, Weight: 430, Line: 1.3}, text: it.Body, w: tw, lines: 2, color: c.st.Muted})
	}
	c.even(labels)
	plan := statPlan{room: room}
	for i, it := range items {
		q := statCard{box: boxes[i], air: air, label: labels[i], value: values[i], body: bodies[i]}
		for j := range items { // cards beside each other have their words on the same lines
			if boxes[j].y == boxes[i].y {
				r := &q.row
				r.label, r.value, r.body = max(r.label, c.hgt(c.block(labels[j]))), max(r.value, c.hgt(c.block(values[j]))), max(r.body, c.hgt(c.whole(bodies[j])))
			}
		}
		if lb := c.block(q.label); trails(lb) {
			plan.lost++
		}
		if under, beside := c.bodyOf(it, q); it.Body != "" && under == nil && beside == nil {
			plan.lost++
		}
		plan.cards = append(plan.cards, q)
	}
	return plan
}

// bodyOf is a card's line: under its value where there is room for it, or beside it.
func (c *comp) bodyOf(it scene.Item, q statCard) (under, beside *text.Block) {
	if q.row.label+q.row.value+.4+q.row.body <= q.h-q.air {
		return c.whole(q.body), nil
	}
	body := q.body
	body.w = q.w - 2*c.statPad() - max(c.wid(c.block(q.label)), c.wid(c.block(q.value))) - 3
	if len(it.Points) > 1 || !c.wideCard(q.box) || body.w <= leastSide {
		return nil, nil
	}
	body.align, body.h = text.End, q.h-q.air // where the way it went would stand
	return nil, c.whole(body)
}

// statPad is the space left and right of a card's words, u.
func (c *comp) statPad() float64 {
	if c.th.Style.Card == look.HairCard {
		return 0
	}
	return c.pick(2.8, 3.6)
}

// fullSize gives a text as many lines as it needs to be set in its full size, of so many.
func (c *comp) fullSize(s set, most int) set {
	for s.lines = 1; s.lines < min(3, most); s.lines++ {
		if b := c.block(s); b == nil || !b.Cut && len(b.Rows) <= s.lines && b.Size >= c.spec(s).Size-.01 {
			break
		}
	}
	return s
}

// even gives texts of one role the size of the smallest, as it comes out.
func (c *comp) even(sets []set) {
	for range 2 { // a smaller one may break its lines elsewhere, and shrink again
		least := 1.0
		for _, s := range sets {
			if b := c.block(s); b != nil {
				least = min(least, b.Size/c.spec(s).Size)
			}
		}
		for i := range sets {
			sets[i].size *= least
		}
	}
}

// statRow are the heights of label, value and line that the cards of a row share, u.
type statRow struct{ label, value, body float64 }

// statSize are the sizes of a stat card's type in u.
type statSize struct{ label, value, wide, body float64 }

// statSizes are those of n cards: few cards have the room to be read from afar, unless
// their words are many.
func (c *comp) statSizes(n int, compact bool) statSize {
	if compact {
		n = max(n, 5)
	}
	switch {
	case c.port && n == 1:
		return statSize{label: 4, value: 9.6, body: 3.5}
	case c.port && (n == 2 || n == 4):
		return statSize{label: 3.4, value: 7.6, body: 3}
	case c.port:
		return statSize{label: 3.1, value: 6.2, body: 2.8}
	case n <= 2 && c.th.Style.Card != look.HairCard:
		return statSize{label: 3, value: 5.8, wide: 9, body: 2.8}
	case n <= 3:
		return statSize{label: 2.6, value: 5.8, wide: 8.4, body: 2.4}
	}
	return statSize{label: 2.6, value: 5.8, wide: 5.8, body: 2.4}
}

// wideCard says whether a card has room for more beside its words.
func (c *comp) wideCard(b box) bool { return b.w > c.pick(45, 60) }

// leastSide is how wide a line beside a value is at least, u.
const leastSide = 22

// stat is one card: a label, its value, and a line or the way it went.
func (c *comp) stat(it scene.Item, q statCard, i int, at float64) {
	b, row := q.box, q.row
	k, ct := c.card(b.w, b.h, cardStyle{n: i + 1})
	if c.th.Style.Flat {
		q.label.color, q.value.color, q.body.color = ct.text, ct.text, ct.text
	} else if c.th.Style.Card == look.HairCard && i == 0 {
		q.value.color = c.st.Accent
	}
	if !c.th.Style.Flat && c.st.Dark && c.th.Style.Card == look.SoftCard {
		q.value.color = look.RGB{R: 1, G: 1, B: 1}
	}
	lb, vb := c.block(q.label), c.block(q.value)
	px := c.statPad()
	words := row.label + row.value + .2
	bb, side := c.bodyOf(it, q)
	if words+.2+row.body <= b.h-q.air {
		words += .2 + row.body
	}
	if side != nil {
		k.text(side, b.w-px-side.Spec.Width/c.u, (b.h-c.hgt(side))/2)
	}
	py := (b.h - words) / 2
	below := !c.port && !c.wideCard(b) && c.th.Style.Card != look.HairCard // the spark stands at the card's foot
	spark := len(it.Points) > 1 && (c.wideCard(b) || below && words < b.h*(1-sparkShare)-2.5)
	if spark && !c.port {
		py = 2.5
	}
	c.place(b, i, at, func(k *canvas, quiet raster.Paint) {
		k.bars(px, py+.5, q.label.size*.7, quiet, b.w*.34)
		k.bars(px, py+row.label+.2+c.hgt(vb)*.2, c.hgt(vb)*.6, quiet, b.w*.24)
	}, c.tiltIn(b, i))
	k.text(lb, px, py+row.label-c.hgt(lb))
	k.text(vb, px, py+row.label+.2)
	k.text(bb, px, py+row.label+row.value+.4)
	k.put(b.x, b.y, c.enterAs("items", at, 0), c.tiltIn(b, i))
	if spark {
		col := c.st.Primary
		if i == 0 {
			col = c.st.Accent
		}
		c.spark(it.Points, b, i, at+.2, col, ct, px+max(c.wid(lb), c.wid(vb), c.wid(bb)))
	}
}

// tiltIn turns a thing with the card it belongs to, about the card's middle.
func (c *comp) tiltIn(card box, i int) track {
	deg := c.cardTilt(i) * min(1, 34/card.w) // the ends of wide cards would meet
	cx, cy := c.pxX(card.x+card.w/2), c.pxY(card.y+card.h/2)
	return func(_ float64, p *scene.Pose) {
		if deg != 0 {
			p.Rotate += deg
			p.PivotX, p.PivotY = cx-p.X, cy-p.Y
		}
	}
}

// cardTilt is the small turn of cards in styles that have one.
func (c *comp) cardTilt(i int) float64 {
	a := c.th.Style.CardAngle
	if i%2 == 1 {
		return -a * .8
	}
	return a * .7
}

// statBoxes are the places of n stat cards, in portrait with room u more than they have below
// a figure of full height. The first one of an odd number is as wide as two.
func (c *comp) statBoxes(n int, room float64) []box {
	gap := c.pick(2.4, 1.8)
	if c.th.Style.CardAngle != 0 { // they are turned, and throw hard shadows
		gap = 3.6
	}
	grid := func(in box, cols int) (out []box) {
		rows := (n + cols - 1) / cols
		w, h := (in.w-gap*float64(cols-1))/float64(cols), (in.h-gap*float64(rows-1))/float64(rows)
		odd := cols*rows - n // places that the first one takes besides its own
		for k := range n {
			i := k
			if k > 0 {
				i += odd
			}
			b := box{in.x + float64(i%cols)*(w+gap), in.y + float64(i/cols)*(h+gap), w, h}
			if k == 0 && odd > 0 {
				b.w = in.w
			}
			out = append(out, b)
		}
		return out
	}
	switch {
	case c.port && n == 1:
		return []box{{6.5, 70 - room, c.w - 13, 30 + room}}
	case c.port:
		h := map[int]float64{2: 42, 4: 40}[n]
		if h == 0 || room > 0 {
			h = 47.4
		}
		return grid(box{6.5, 69 - room, c.w - 13, h + room}, 1+n/4)
	case c.th.Style.Card == look.HairCard && n <= 3:
		var out []box
		for i := range n {
			out = append(out, box{112, 16 + 21*float64(i), 56.9, 18})
		}
		return out
	case n == 1:
		return []box{{100, 28, 68.9, 30}}
	case n == 2:
		return grid(box{100, 16, 68.9, 56.4}, 1)
	case n <= 3:
		w := (68.9 - gap) / 2
		return []box{{100, 14.5, 68.9, 24.5}, {100, 39 + gap, w, 33}, {100 + w + gap, 39 + gap, w, 33}}
	}
	return grid(box{100, 14.5, 68.9, 60.1}, 2)
}

// sparkShare is the height of a spark at a card's foot, as a share of the card's.
const sparkShare = .3

// spark is a small line over its area, drawn from left to right. In wide cards it stands
// beside the words, which end at words (u from the card's left).
func (c *comp) spark(v []float64, b box, i int, at float64, col look.RGB, ct cardText, words float64) {
	lo, hi := v[0], v[0]
	for _, x := range v {
		lo, hi = min(lo, x), max(hi, x)
	}
	if hi == lo {
		hi = lo + 1
	}
	w, h := b.w, b.h*sparkShare
	x, y := b.x, b.y+b.h-h
	wide := c.wideCard(b) && !c.port
	switch {
	case c.port:
		w, h = b.w*.39, b.h*.58
		x, y = b.x+b.w-w-3.6, b.y+(b.h-h)/2
	case wide:
		w, h = min(b.w*.6, b.w-words-2), b.h*.72
		x, y = b.x+b.w-w, b.y+b.h-h
	}
	hair := c.th.Style.Card == look.HairCard
	if hair {
		w, h = 18, 8.5
		x, y = b.x+b.w-w-.5, b.y+b.h*.35
	}
	if c.th.Style.Data == "bars" {
		c.sparkBars(v, box{x + 1, y, w - 3.4, h - .5}, b, i, at, ct)
		return
	}
	var pts []raster.Pt
	for j, q := range v {
		pts = append(pts, raster.Pt{X: float64(j) / float64(len(v)-1) * w, Y: h*.9 - (q-lo)/(hi-lo)*h*.78})
	}
	k := c.newCanvas(w, h, 1.2)
	line := smooth(pts)
	if !hair {
		area := smooth(pts)
		area.LineTo(pts[len(pts)-1].X, h)
		area.LineTo(0, h)
		area.Close()
		inside := &raster.Path{} // of the card, in its lower corners
		r := [4]float64{}
		if !c.port {
			r = [4]float64{2: c.th.Style.Radius - .1, 3: c.th.Style.Radius - .1}
			if wide {
				r[3] = 0
			}
		}
		inside.RoundRect4(.1, -2, w-.2, h+1.9, r)
		k.Clip(inside)
		defer k.Unclip()
		k.Fill(area, raster.Solid(col.NRGBA(.15)), 1)
	}
	sw := .38
	if hair {
		sw = .3
	}
	k.Fill(line.Stroke(sw), solid(col), 1)
	if hair {
		e := pts[len(pts)-1]
		k.disc(e.X, e.Y, sw*1.9, solid(col), 1)
	}
	k.put(x, y, c.grow(at, .7, false, inOutCubic))
}

// sparkBars is the spark of styles that show data as bars.
func (c *comp) sparkBars(v []float64, b, card box, i int, at float64, ct cardText) {
	hi := 0.0
	for _, q := range v {
		hi = max(hi, q)
	}
	if hi <= 0 {
		return
	}
	k := c.newCanvas(b.w, b.h, .5)
	pitch := b.w / float64(len(v))
	for j, q := range v {
		h := max(.3, q/hi*b.h)
		a := .25
		if j == len(v)-1 {
			a = 1
		}
		p := &raster.Path{}
		p.RoundRect4(float64(j)*pitch, b.h-h, pitch*.74, h, [4]float64{.6, .6, 0, 0})
		k.Fill(p, raster.Solid(ct.text.NRGBA(a)), 1)
	}
	k.put(b.x, b.y, c.grow(at, .5, true, outQuint), c.tiltIn(card, i))
}

// smooth is a curve through points, from the left to the right. Between two values it
// never goes beyond either: what rises from nothing was never less.
func smooth(p []raster.Pt) *raster.Path {
	out := &raster.Path{}
	if len(p) == 0 {
		return out
	}
	out.MoveTo(p[0].X, p[0].Y)
	slope := func(i int) float64 { // from point i to the next
		if i < 0 || i+1 >= len(p) || p[i+1].X <= p[i].X {
			return 0
		}
		return (p[i+1].Y - p[i].Y) / (p[i+1].X - p[i].X)
	}
	at := func(i int) float64 { // of the curve in point i
		before, after := slope(i-1), slope(i)
		switch {
		case i == 0:
			return after
		case i == len(p)-1:
			return before
		case before*after <= 0:
			return 0 // a peak, or level
		}
		return 2 * before * after / (before + after)
	}
	for i := 0; i+1 < len(p); i++ {
		b, c := p[i], p[i+1]
		h := (c.X - b.X) / 3
		out.CubeTo(b.X+h, b.Y+h*at(i), c.X-h, c.Y-h*at(i+1), c.X, c.Y)
	}
	return out
}
