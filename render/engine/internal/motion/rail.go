package motion

import (
	"cmp"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// rail is the portrait form of steps and events: a line at the left with tiles or
// dots, cards to its right, the active one larger. Lengths are in u.
type rail struct {
	c     *comp
	items []scene.Item
	nums  []string  // of the tiles
	at    []float64 // seconds at which each is named
	tiles bool      // else dots

	top, room float64 // the place of the whole
	w, h, gap float64 // of cards, and between them
	grow      float64 // by which the active card is higher
	large     float64 // how much larger few cards' type is
	bodies    bool    // all cards have room for their bodies
	told      bool    // the active one says its body

	label      look.Role
	column     float64 // of the labels, where they stand before the titles; 0 = above them
	rows       int     // of a title
	calm, loud float64 // size of the titles, and of the active one's
}

// railX is the middle of the line, u; railCards and railActive are where cards begin.
const railX, railCards, railActive = 13.8, 23.0, 19.5

// rail brings items on below head, u.
func (c *comp) rail(items []scene.Item, nums []string, at []float64, tiles bool, head float64) {
	r := &rail{c: c, items: items, nums: nums, at: at, tiles: tiles}
	r.lay(head)
	r.line()
	r.write()
	for i := range items {
		r.stop(i)
	}
}

// lay finds the place of the cards: few are large, many begin where the headline ends.
func (r *rail) lay(head float64) {
	c, n := r.c, len(r.items)
	r.top, r.room = 40.5, 76.0
	if !c.spoken() {
		r.room = min(94, c.h-r.top-10)
	}
	if n > 5 {
		if higher := max(0, r.top-head-5.5); higher > 0 {
			r.top, r.room = r.top-higher, r.room+higher
		}
	}
	r.gap, r.grow = 2.1, 4.8
	fits := func() float64 { return (r.room - r.grow - r.gap*float64(n-1)) / float64(n) }
	most := 22.0
	switch n {
	case 1:
		most = 32
	case 2:
		most = 27
	}
	r.h = min(fits(), most)
	r.large = max(1, most/22*.95)
	r.bodies, r.told = r.h >= 14.5, true
	if !r.bodies {
		r.grow = 5.4
		if r.h = fits(); r.h < 8.6 {
			r.grow, r.told = 2.4, false
			r.h = fits()
		}
	}
	if n == 1 {
		r.grow = 0
	}
	r.w = c.w - 6.5 - railCards
	r.top += max(0, r.room-r.height()) * .4 // few cards stand lower, not under the headline
}

// height is that of the whole, one card grown.
func (r *rail) height() float64 {
	n := float64(len(r.items))
	return n*r.h + r.gap*(n-1) + r.grow
}

// on is how much card k is the active one at t, from 0 to 1.
func (r *rail) on(k int, t float64) float64 {
	on := inOutCubic(ramp(r.c.held(t), r.at[k], .35))
	if k+1 < len(r.items) {
		on -= inOutCubic(ramp(r.c.held(t), r.at[k+1], .35))
	}
	return on
}

// shift moves what belongs to card i down while one above it is grown.
func (r *rail) shift(i int) track {
	return func(t float64, p *scene.Pose) {
		v := 0.0
		for k := 0; k < i; k++ {
			v += r.grow * r.on(k, t)
		}
		p.Y += math.Round(v * r.c.u)
	}
}

// half moves the middle of card i down with its growth.
func (r *rail) half(i int) track {
	return func(t float64, p *scene.Pose) {
		p.Y += math.Round(r.grow / 2 * r.on(i, t) * r.c.u)
	}
}

// line draws the rail: faint as a whole, and strong as far as has been told.
func (r *rail) line() {
	c, n, total := r.c, len(r.items), r.height()
	if n < 2 {
		return
	}
	hot := c.th.A
	if c.th.Style.Flat {
		hot = c.st.Text
	}
	bar := func(p raster.Paint) *canvas {
		k := c.newCanvas(.8, total-r.h, .3)
		k.rr(0, 0, .8, total-r.h, .4, p, 1)
		return k
	}
	first := r.top + r.h/2
	bar(raster.Solid(c.st.Text.NRGBA(.18))).put(railX-.4, first, c.grow(.2, .6, true, outQuint))
	f := bar(raster.Linear{Y1: total * .6, Stops: []raster.Stop{gs(0, hot, .35), gs(1, hot, 1)}})
	f.put(railX-.4, first, func(t float64, p *scene.Pose) {
		y := first
		for i := 1; i < n; i++ {
			y += (r.h + r.gap) * inOutCubic(ramp(c.held(t), r.at[i], .5))
		}
		if t < r.at[0] {
			p.Alpha = 0
		}
		b := p.Sprite.Img.Rect
		b = b.Add(c.px(box{railX - .4, first, 1, 1}).Min)
		b.Max.Y = int(c.pxY(y + r.grow/2))
		b.Min.X -= 4
		clip(p, b)
	})
}

// write chooses the sizes of the words: titles have one size, those of hot cards another.
// Where there is no room for two lines the label stands before the title.
func (r *rail) write() {
	c := r.c
	r.label = look.Role{Land: 2.7, Port: 2.7 * r.large, Weight: 600, Line: 1.25}
	if !r.tiles { // a date
		r.label = look.Role{Land: 3.3, Port: 3.3 * r.large, Weight: 760, Track: -.02, Line: 1.15}
	}
	var titles []string
	for _, it := range r.items {
		if it.Title != "" && it.Label != "" && r.h < 11.5 {
			r.column = max(r.column, c.wid(c.block(set{role: r.label, text: it.Label, rigid: true}))+2.4)
		}
		titles = append(titles, cmp.Or(it.Title, it.Label))
	}
	if r.column > r.w*.4 {
		r.column = 0
	}
	r.rows = 1
	r.calm, r.loud = 4.6*r.large, 5.6*r.large
	if !r.bodies {
		k := min(.88*c.display(), .56*r.h/r.calm)
		r.calm, r.loud = k*r.calm, k*r.loud
	}
	calm := func() float64 { return c.oneSize(r.title(r.calm, r.w-4.6-3-r.column), titles) }
	if r.h >= 15 && calm() < .8*r.calm {
		r.rows = 2 // in one line they would be as small as what stands below them
	}
	r.calm = calm()
	r.loud = max(r.calm, c.oneSize(r.title(r.loud, r.w+4.5-5.6-3-r.column), titles))
}

// title is how titles are set at a size and a width.
func (r *rail) title(size, w float64) set {
	return set{role: look.Role{Land: size, Port: size, Weight: 700, Track: -.022, Line: 1.15, Display: true}, w: w, lines: r.rows}
}

// stop brings card i on with its tile or dot, and has it grow while it is spoken of.
func (r *rail) stop(i int) {
	c, n, at := r.c, len(r.items), r.at[i]
	y := r.top + float64(i)*(r.h+r.gap)
	end := c.in.Seconds + 9
	if i+1 < n {
		end = r.at[i+1]
	}
	gone := at + .35
	if c.th.Style.Card == look.HairCard {
		gone = at - .1 // it would shine through the hot one
	}
	r.card(i, later).put(railCards, y, r.shift(i), c.enter(.3+.09*float64(i)), c.show(-1, gone, .12))
	// The hot card's words stand further left than the others', and would be seen twice
	// in a fade.
	away, back := c.handOver(end, .2, box{railActive, y, r.w + 4.5, r.h + r.grow})
	if i+1 < n {
		r.card(i, normal).put(railCards, y, r.shift(i), back)
	}
	r.card(i, active).put(railActive, y, r.shift(i), c.grow(at+.08, .35, false, inOutCubic), away, c.show(at, 0, .08)) // it wipes as a whole
	mid := y + r.h/2
	from := len(c.stage.Layers)
	if r.tiles {
		c.stepTile(r.items[i], r.nums[i], i, railX, mid, min(10, r.h-1), at, end)
	} else {
		c.dot(railX, mid, at, i == n-1)
	}
	for _, l := range c.stage.Layers[from:] {
		if q, ok := l.(*layer); ok {
			q.tracks = append([]track{r.shift(i), r.half(i)}, q.tracks...)
		}
	}
	c.hit(at, "tick")
}

// card draws card i in one of its states.
func (r *rail) card(i int, s state) *canvas {
	c, it := r.c, r.items[i]
	title, label := it.Title, it.Label
	if title == "" {
		title, label = label, ""
	}
	w, h, pad := r.w, r.h, 4.6
	size, small := r.calm, 2.9*r.large
	if s == active {
		w, h, pad = r.w+4.5, r.h+r.grow, 5.6
		size, small = r.loud, 3.3*r.large
	}
	small = min(small, .92*size)
	return c.cardWhenSeen(w, h, cardStyle{state: s, n: i}, func(k *canvas, ct cardText) {
		ink := ct.muted
		if s == normal {
			ink = ct.accent
		}
		if !r.tiles {
			ink = ct.primary
			if s == active {
				ink = ct.accent
			}
		}
		lb := c.block(set{role: r.label, text: label, w: w - pad - 3, lines: 1, color: ink})
		name := r.title(size, w-pad-3-r.column)
		body := set{role: look.Role{Land: small, Port: small, Weight: 440, Line: 1.3}, text: it.Body, w: name.w, color: ct.muted}
		says := s == active && r.told
		if r.column > 0 {
			name.text, name.h, name.color = title, h-1.4, ct.text
			tb := c.block(name)
			body.lines, body.h = 1, h-c.hgt(tb)-1.6
			bb := c.whole(body)
			if !says {
				bb = nil
			}
			y := (h - c.hgt(tb) - c.hgt(bb)) / 2
			if lb != nil && tb != nil { // on one line
				k.text(lb, pad, y+(tb.Rows[0].Baseline-lb.Rows[0].Baseline)/c.u)
			}
			k.text(tb, pad+r.column, y)
			k.text(bb, pad+r.column, y+c.hgt(tb)+.1)
			return
		}
		name.text, name.h, name.color = title, h-c.hgt(lb)-1.4, ct.text
		tb := c.block(name)
		body.lines, body.h = 2, h-c.hgt(lb)-c.hgt(tb)-1.6
		bb := c.whole(body)
		if !r.bodies && !says {
			bb = nil
		}
		y := (h - c.hgt(lb) - c.hgt(tb) - c.hgt(bb)) / 2
		k.text(lb, pad, y)
		k.text(tb, pad, y+c.hgt(lb))
		k.text(bb, pad, y+c.hgt(lb)+c.hgt(tb)+.2)
	})
}

// dot marks an event on an axis; the last one is hot.
func (c *comp) dot(x, y, at float64, hot bool) {
	z := 3.0
	if hot {
		z = 5
	}
	k := c.newCanvas(z, z, 3)
	p := c.st.Primary
	if hot {
		k.disc(z/2, z/2, z/2+1.1, raster.Solid(c.th.A.NRGBA(.3)), 1)
		k.disc(z/2, z/2, z/2, white(1), 1)
		k.disc(z/2, z/2, z/2-.7, solid(c.th.A), 1)
	} else {
		k.disc(z/2, z/2, z/2, solid(p), 1)
		inner := look.RGB{R: 1, G: 1, B: 1}
		if c.st.Dark && !c.th.Style.Flat {
			inner = c.st.Base
		}
		k.disc(z/2, z/2, z/2-.75, solid(inner), 1)
	}
	k.put(x-z/2, y-z/2, c.pop(at, .35))
}
