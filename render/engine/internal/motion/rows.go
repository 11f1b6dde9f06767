package motion

import (
	"cmp"
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// rows are the points of a list: one below the other, each hot while it is spoken of and
// ticked afterwards. Where lines below titles find no room in every row, an upright frame's
// hot row opens to say its own.
type rows struct {
	c       *comp
	items   []scene.Item
	at      []float64 // when each is spoken of
	x, y, w float64   // of the column, u
	beside  bool      // of a presenter

	seen         int     // how many rows are seen at once
	h, grow, gap float64 // of a row; how much higher the hot one is
	out          float64 // how far the hot one breaks the column
	names        []set
	lines        []set // below the names
	opens        bool  // only the hot row has its line

	tile, iconX, textX float64 // of the icon's tile and of the words, in a row
	tick               float64 // of the sign that a row is done
	bare               bool    // too low for a tile: the icon stands alone, as large as the letters
	scroll             func(t float64) float64
}

// list draws the rows.
func (c *comp) list(x, y, w float64, beside bool) {
	r := &rows{c: c, items: c.sc.Items[:min(len(c.sc.Items), c.most())], x: x, y: y, w: w, beside: beside, tick: c.pick(4.2, 5)}
	if len(r.items) == 0 {
		return
	}
	r.at = c.itemTimes(r.items)
	r.out = c.pick(5, 2.5)
	if !beside {
		r.out = c.pick(3, 2)
	}
	r.size()
	r.words()
	r.scroll = r.scroller()
	for i := range r.items {
		r.put(i)
	}
}

// foot is where the rows end at the latest, u.
func (r *rows) foot() float64 {
	c := r.c
	switch {
	case c.port && r.beside && c.spoken():
		return 120.4
	case c.port:
		return c.bottom(c.captioned()) - 1
	case r.beside:
		return c.bottom(c.spoken()) + 1.5
	}
	return c.bottom(false)
}

// rowSize says how high rows are for n items.
func (c *comp) rowSize(n int) (h, grow, gap float64) {
	if c.port {
		switch {
		case n == 1:
			return 34, 0, 1.4
		case n == 2:
			return 20, 2, 1.4
		default:
			return 13.2, 1.8, 1.4
		}
	}
	switch n {
	case 1:
		return 40, 0, 1.8
	case 2:
		return 21, 2, 2.4
	case 3:
		return 15.8, 1.8, 1.8
	case 4:
		return 12.4, 1.6, 1.4
	case 5:
		return 10, 1.4, 1.2
	}
	return 8.2, 1.2, 1.2
}

// size fits the rows' height into the room that there is.
func (r *rows) size() {
	c, n := r.c, len(r.items)
	r.h, r.grow, r.gap = c.rowSize(n)
	if !r.beside && c.port {
		if n > 1 {
			r.h, r.grow, r.gap = min(25, (r.foot()-r.y-1.6)/float64(n)-1.8), 1.6, 1.8
		}
		// Few rows stand midway, not under the headline.
		r.y += max(0, r.foot()-r.y-float64(n)*(r.h+r.gap)-r.grow) * .4
	}
	r.seen = n
	if r.beside && c.port && n > 2 {
		r.window()
	}
	if !c.port && !c.spoken() && n > 1 { // no captions below: the rows take their place
		r.h = min(r.h*1.25, (c.bottom(false)-r.y-r.grow)/float64(n)-r.gap)
	}
	if r.beside && !c.port { // below a headline of two lines
		r.h = min(r.h, (r.foot()-r.y-r.grow)/float64(n)-r.gap)
	}
}

// window finds how many rows below an upright presenter are seen at once, three at least,
// and how high they are then.
func (r *rows) window() {
	c := r.c
	height := func(seen int) float64 { return (r.foot()-r.y-r.grow)/float64(seen) - r.gap }
	least, usual := lowRow, r.h
	switch {
	case c.wordyRows():
		least, usual = wordyRow, 18
	case !slices.ContainsFunc(r.items, func(it scene.Item) bool { return cmp.Or(it.Body, it.Value) != "" }):
		least = bareRow
	}
	if !c.spoken() {
		usual = max(usual, 17)
	}
	r.seen = min(3, r.seen)
	for r.seen < len(r.items) && height(r.seen+1) >= least {
		r.seen++
	}
	r.h = min(usual, height(r.seen))
}

// How low rows below an upright presenter may be, u: with a name alone, with a line below
// it, with two lines.
const (
	bareRow  = 9.3
	lowRow   = 11.6
	wordyRow = 16
)

// words sets what the rows say, and where it stands in them.
func (r *rows) words() {
	c, h := r.c, r.h
	name, line := c.pick(4, 4.5), c.pick(2.7, 3.2) // sizes
	switch {
	case h > 24: // one row is the scene
		name, line = name*1.5, line*1.34
	case h > 18 || h > 16 && !(c.port && r.beside):
		name, line = name*1.2, line*1.12
	}
	if h < 13 {
		name, line = name*.9, line*.9
	}
	if h < 9 {
		name *= .92
	}
	r.tile, r.iconX, r.bare = min(c.pick(8.6, 9), h-3.4), c.pick(2.8, 3.2), h < 8
	switch {
	case h > 24:
		r.tile, r.iconX = 14, 4
	case h > 16:
		r.tile = c.pick(10, 10.5)
	case r.bare:
		r.tile = h * 1.05
		r.iconX -= r.tile * .15
	}
	r.textX = r.iconX + r.tile + c.pick(2.8, 3)
	if r.bare {
		r.textX -= r.tile * .23
	}
	w := r.w - r.textX - r.tick - 4.4
	for _, it := range r.items {
		title, body := cmp.Or(it.Title, it.Label), cmp.Or(it.Body, it.Value)
		n, b := set{role: look.CardTitle, size: name, weight: 680, text: title, w: w, lines: 1, color: c.st.Text}, set{role: look.Body, size: line, text: body, w: w, lines: 1, color: c.st.Muted}
		if body == "" && h > 9 || c.port && r.beside && h > 14.5 && h <= 18 {
			n.lines = 2
		}
		switch {
		case h > 24:
			n.lines, b.lines = 2, 2
		case h > 16 && !(r.beside && c.port && len(r.items) > 2):
			n.lines = 1
		}
		r.names, r.lines = append(r.names, n), append(r.lines, b)
	}
	// All rows say their lines, or none does.
	for i, b := range c.blocks(r.names) {
		l := &r.lines[i]
		l.h = h - 1.6 - c.hgt(b) - r.between()
		if l.h > 2*line*1.33 { // two lines are rather had than small type
			l.lines = 2
		}
		if l.text != "" && c.whole(*l) == nil {
			r.open()
			break
		}
	}
}

// between is the space between a name and the line below it, u.
func (r *rows) between() float64 { return r.c.pick(.7, .4) }

// open makes the rows as low as their names and lets the hot one grow by its line. Where
// that has no room either, the lines are left out.
func (r *rows) open() {
	c := r.c
	if r.opens = c.port; r.opens {
		seen := float64(r.seen)
		high, low := 0.0, 0.0
		for i := range r.names {
			r.names[i].lines = 2
		}
		for i, b := range c.blocks(r.names) {
			high = max(high, c.hgt(b))
			r.lines[i].h, r.lines[i].lines = 0, 2
		}
		for i, b := range c.blocks(r.lines) {
			if r.lines[i].text != "" && c.whole(r.lines[i]) == nil {
				r.opens = false
			}
			low = max(low, c.hgt(b))
		}
		h, grow := high+2.2, low+r.between()+.6
		room := r.foot() - 2 - r.y - grow - (seen-1)*r.gap
		if r.opens = r.opens && h*seen <= room; r.opens {
			r.h, r.grow = min(max(h, r.h), room/seen), grow
			r.tile = min(r.tile, r.h-3.4)
			return
		}
	}
	for i := range r.lines {
		r.lines[i].text = ""
	}
}

// draw draws a row's words and icon on its card.
func (r *rows) draw(i int, k *canvas, ct cardText, s state, h float64) {
	c, shift := r.c, 0.0
	names, lines := make([]set, len(r.names)), make([]set, len(r.lines))
	for j := range names {
		names[j], lines[j] = r.names[j], r.lines[j]
		names[j].color, lines[j].color = ct.text, ct.muted
	}
	if s == active { // it breaks the column
		shift = c.pick(0, .6)
	}
	nb, lb := c.blocks(names)[i], c.blocks(lines)[i]
	if r.opens && s != active {
		lb = nil
	}
	if r.bare {
		ct.tile.Alpha = 0
	}
	k.tile(icons.For(r.items[i].Icon, i, r.items[i].Title, r.items[i].Body), r.iconX, (h-r.tile)/2, r.tile, ct.tile, ct.tileIcon)
	gap := r.between()
	if lb == nil {
		gap = 0
	}
	top := (h - c.hgt(nb) - c.hgt(lb) - gap) / 2
	k.text(nb, r.textX-shift, top)
	k.text(lb, r.textX-shift, top+c.hgt(nb)+gap)
}

// move is where row i stands at an instant: below what the hot row takes, in a list that
// scrolls; rows fade as they leave its window.
func (r *rows) move(i int) track {
	c := r.c
	scrolls := r.scrolls()
	return func(t float64, p *scene.Pose) {
		v := 0.0
		for k := 0; k < i && t >= r.at[0]; k++ {
			v += r.grow * (inOutCubic(ramp(c.held(t), r.at[k], .35)) - inOutCubic(ramp(c.held(t), r.at[k+1], .35)))
		}
		v -= r.scroll(t)
		p.Y += math.Round(v * c.u)
		if scrolls {
			at := float64(i)*(r.h+r.gap) + v
			p.Alpha *= clamp01(1+at/(.35*r.h)) * clamp01(1-(at-float64(r.seen-1)*(r.h+r.gap)-r.grow)/(.35*r.h))
		}
	}
}

func (r *rows) scrolls() bool { return r.seen < len(r.items) }

// put draws row i as it waits, as it is spoken of, and as it is done.
func (r *rows) put(i int) {
	c, last := r.c, i+1 == len(r.items)
	y := r.y + float64(i)*(r.h+r.gap)
	tracks := func(more ...track) []track {
		t := append([]track{r.move(i)}, more...)
		if r.scrolls() {
			t = append(t, window(c.px(box{0, r.y - .6, c.w, float64(r.seen)*(r.h+r.gap) + r.grow + 10})))
		}
		return t
	}
	end := c.in.Seconds + 9
	if !last {
		end = r.at[i+1]
	}
	k := c.cardWhenSeen(r.w, r.h, cardStyle{state: later, n: i}, func(k *canvas, ct cardText) {
		ct.tile.Alpha *= .7
		r.draw(i, k, ct, later, r.h)
	})
	gone := r.at[i] + .3
	if c.th.Style.Card == look.HairCard {
		gone = r.at[i] - .1 // it would shine through the hot one
	}
	k.put(r.x, y, tracks(c.enterAs("items", .25+.09*float64(i), i), c.show(-1, gone, .12))...)
	// The hot row's words stand further left than the others', and would be seen twice in a
	// fade.
	away, back := c.handOver(end, .25, box{r.x - r.out, y, r.w + r.out, r.h})
	if !last {
		k := c.cardWhenSeen(r.w, r.h, cardStyle{}, func(k *canvas, ct cardText) { // one colour for all: only the hot row has its own
			r.draw(i, k, ct, normal, r.h)
		})
		k.put(r.x, y, tracks(back)...)
	}
	k = c.cardWhenSeen(r.w+r.out, r.h+r.grow, cardStyle{state: active, n: i, radius: 3}, func(k *canvas, ct cardText) {
		r.draw(i, k, ct, active, r.h+r.grow)
	})
	k.put(r.x-r.out, y, tracks(c.grow(r.at[i], .35, false, inOutCubic), away, c.show(r.at[i], 0, .06))...)
	c.hit(r.at[i], "tick")
	if !last {
		r.check(i, y, tracks(c.pop(end+.1, .3)))
	}
}

// check is the sign that row i is done.
func (r *rows) check(i int, y float64, tracks []track) {
	c := r.c
	k := c.newCanvas(r.tick, r.tick, .4)
	k.disc(r.tick/2, r.tick/2, r.tick/2, raster.Solid(c.st.Primary.NRGBA(.12)), 1)
	s, col, mark := r.tick*.64, c.st.Primary, "check"
	if c.th.Style.Flat {
		col = c.th.Line
	}
	if r.items[i].Icon == "x" {
		mark = "x" // what is not so is not ticked off
	}
	k.icon(mark, (r.tick-s)/2, (r.tick-s)/2, s, col, 2.6)
	k.put(r.x+r.w-r.tick-2.8, y+(r.h-r.tick)/2, tracks...)
}

// scroller moves a long list so that the active row and its neighbours are in the window.
func (r *rows) scroller() func(t float64) float64 {
	c, pitch := r.c, r.h+r.gap
	return func(t float64) float64 {
		v := 0.0
		for i := r.seen - 1; i < len(r.items)-1; i++ {
			v += pitch * inOutCubic(ramp(c.held(t), r.at[i], .45))
		}
		return v
	}
}
