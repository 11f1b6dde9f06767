package motion

import (
	"cmp"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// rail is the portrait form of steps and events: a line at the left with tiles or dots,
// cards to its right, the active one larger.
type rail struct {
	*comp
	items []scene.Item
	nums  []string // on the tiles, in place of icons
	at    []float64
	tiles bool

	top, total float64 // u: where the first card begins, and how high all are
	w, h, gap  float64 // of a card, and between two
	grow       float64 // how much higher the active one is
	large      float64 // type, where there are few
	bodies     bool    // every card says its body
	told       bool    // the active one does

	label      look.Role
	column     float64 // labels stand before the titles in a column so wide; 0 = over them
	lines      int     // of a title
	calm, loud float64 // size of the titles, and of the active card's
}

// railX is where the line stands, u, railCards where the cards begin.
const (
	railX     = 13.8
	railCards = 23.0
)

// rail draws steps or events below head, u.
func (c *comp) rail(items []scene.Item, nums []string, at []float64, tiles bool, head float64) {
	r := &rail{comp: c, items: items, nums: nums, at: at, tiles: tiles, w: c.w - 6.5 - railCards}
	r.share(head)
	r.name()
	if len(items) > 1 {
		r.line()
	}
	for i := range items {
		r.step(i)
	}
}

// share gives the cards their room.
func (r *rail) share(head float64) {
	n := len(r.items)
	top, room := 40.5, 76.0
	if !r.spoken() {
		room = min(94, r.comp.h-top-10)
	}
	if n > 5 { // many rows begin where the headline ends
		if higher := max(0, top-head-5.5); higher > 0 {
			top, room = top-higher, room+higher
		}
	}
	most := 22.0
	switch n { // few cards are large
	case 1:
		most = 32
	case 2:
		most = 27
	}
	r.gap, r.grow, r.large = 2.1, 4.8, max(1, most/22*.95)
	high := func() float64 { return (room - r.grow - r.gap*float64(n-1)) / float64(n) }
	r.h = min(high(), most)
	r.bodies = r.h >= 14.5
	if r.told = true; !r.bodies {
		r.grow = 5.4
		if r.h = high(); r.h < 8.6 {
			r.grow, r.told = 2.4, false
			r.h = high()
		}
	}
	if n == 1 {
		r.grow = 0
	}
	r.total = float64(n)*r.h + r.gap*float64(n-1) + r.grow
	r.top = top + max(0, room-r.total)*.4 // few cards stand lower, not under the headline
}

// name finds out how labels and titles are set: titles have one size, those of hot cards
// another.
func (r *rail) name() {
	r.label = look.Role{Land: 2.7, Port: 2.7 * r.large, Weight: 600, Line: 1.25}
	if !r.tiles || letters(r.items) { // a date
		r.label = look.Role{Land: 3.3, Port: 3.3 * r.large, Weight: 760, Track: -.02, Line: 1.15}
	}
	var titles []string
	for _, it := range r.items {
		titles = append(titles, cmp.Or(it.Title, it.Label))
		if it.Title != "" && it.Label != "" && r.h < 11.5 { // there is no room for two lines
			r.column = max(r.column, r.wid(r.block(set{role: r.label, text: it.Label, rigid: true}))+2.4)
		}
	}
	if r.column > r.w*.4 {
		r.column = 0
	}
	r.lines, r.calm, r.loud = 1, 4.6*r.large, 5.6*r.large
	if !r.bodies {
		k := min(.88*r.display(), .56*r.h/r.calm)
		r.calm, r.loud = k*r.calm, k*r.loud
	}
	if r.h >= 15 && r.oneSize(r.title(r.calm, r.w-4.6-3-r.column), titles) < .8*r.calm {
		r.lines = 2 // in one line they would be as small as what stands below them
	}
	r.calm = r.oneSize(r.title(r.calm, r.w-4.6-3-r.column), titles)
	r.loud = max(r.calm, r.oneSize(r.title(r.loud, r.w+4.5-5.6-3-r.column), titles))
}

// title is how titles of a size are set, w u wide.
func (r *rail) title(size, w float64) set {
	return set{role: look.Role{Land: size, Port: size, Weight: 700, Track: -.022, Line: 1.15, Display: true}, w: w, lines: r.lines}
}

// line is the line behind the tiles, drawn as far as the voice has come.
func (r *rail) line() {
	c := r.comp
	hot := c.th.A
	if c.th.Style.Flat {
		hot = c.st.Text
	}
	bar := func(p raster.Paint) *canvas {
		k := c.newCanvas(.8, r.total-r.h, .3)
		k.rr(0, 0, .8, r.total-r.h, .4, p, 1)
		return k
	}
	first := r.top + r.h/2
	bar(raster.Solid(c.st.Text.NRGBA(.18))).put(railX-.4, first, c.grow(.2, .6, true, outQuint))
	f := bar(raster.Linear{Y1: r.total * .6, Stops: []raster.Stop{gs(0, hot, .35), gs(1, hot, 1)}})
	f.put(railX-.4, first, func(t float64, p *scene.Pose) {
		y := first
		for i := 1; i < len(r.items); i++ {
			y += (r.h + r.gap) * inOutCubic(ramp(c.held(t), r.at[i], .5))
		}
		if t < r.at[0] {
			p.Alpha = 0
		}
		b := p.Sprite.Img.Rect.Add(c.px(box{railX - .4, first, 1, 1}).Min)
		b.Max.Y = int(c.pxY(y + r.grow/2))
		b.Min.X -= 4
		clip(p, b)
	})
}

// grown is how far card i is the active one at t.
func (r *rail) grown(i int, t float64) float64 {
	on := inOutCubic(ramp(r.held(t), r.at[i], .35))
	if i+1 < len(r.items) {
		on -= inOutCubic(ramp(r.held(t), r.at[i+1], .35))
	}
	return on
}

// shift moves what belongs to card i down by what those above it have grown.
func (r *rail) shift(i int) track {
	return func(t float64, p *scene.Pose) {
		v := 0.0
		for k := range i {
			v += r.grow * r.grown(k, t)
		}
		p.Y += math.Round(v * r.u)
	}
}

// step puts card i in its three states and its tile or dot.
func (r *rail) step(i int) {
	c := r.comp
	y, last := r.top+float64(i)*(r.h+r.gap), i == len(r.items)-1
	end := c.in.Seconds + 9
	if !last {
		end = r.at[i+1]
	}
	gone := r.at[i] + .35
	if c.th.Style.Card == look.HairCard {
		gone = r.at[i] - .1 // it would shine through the hot one
	}
	r.card(i, later).put(railCards, y, r.shift(i), c.enter(.3+.09*float64(i)), c.show(-1, gone, .12))
	// The hot card's words stand further left than the others', and would be seen twice
	// in a fade.
	away, back := c.handOver(end, .2, box{railCards - 3.5, y, r.w + 4.5, r.h + r.grow})
	if !last {
		r.card(i, normal).put(railCards, y, r.shift(i), back)
	}
	r.card(i, active).put(railCards-3.5, y, r.shift(i), c.grow(r.at[i]+.08, .35, false, inOutCubic), away, c.show(r.at[i], 0, .08)) // it wipes as a whole
	half := func(t float64, p *scene.Pose) { p.Y += math.Round(r.grow / 2 * r.grown(i, t) * c.u) }
	from := len(c.stage.Layers)
	if r.tiles {
		c.stepTile(r.items[i], r.nums[i], i, railX, y+r.h/2, min(10, r.h-1), r.at[i], end)
	} else {
		c.dot(railX, y+r.h/2, r.at[i], last)
	}
	for _, l := range c.stage.Layers[from:] {
		if q, ok := l.(*layer); ok {
			q.tracks = append([]track{r.shift(i), half}, q.tracks...)
		}
	}
	c.hit(r.at[i], "tick")
}

// card draws card i in a state.
func (r *rail) card(i int, s state) *canvas {
	w, h, pad, size, body := r.w, r.h, 4.6, r.calm, 2.9*r.large
	if s == active {
		w, h, pad, size, body = r.w+4.5, r.h+r.grow, 5.6, r.loud, 3.3*r.large
	}
	says := r.items[i]
	if says.Title == "" {
		says.Title, says.Label = says.Label, ""
	}
	if (r.column > 0 || !r.bodies) && (s != active || !r.told) {
		says.Body = ""
	}
	body = min(body, .92*size)
	return r.cardWhenSeen(w, h, cardStyle{state: s, n: i}, func(k *canvas, ct cardText) {
		label := r.block(set{role: r.label, text: says.Label, w: w - pad - 3, lines: 1, color: r.labelColor(s, ct)})
		name := r.title(size, w-pad-3-r.column)
		room := h
		if r.column == 0 {
			room -= r.hgt(label)
		}
		name.text, name.h, name.color = says.Title, room-1.4, ct.text
		title := r.block(name)
		left := room - r.hgt(title) - 1.6
		below := set{role: look.Role{Land: body, Port: body, Weight: 440, Line: 1.3}, text: says.Body, w: name.w, lines: 1, h: left, color: ct.muted}
		if r.column > 0 {
			r.beside(k, pad, h, label, title, r.whole(below))
			return
		}
		below.lines = max(2, min(6, int(left/(1.3*body))))
		r.over(k, pad, h, label, title, r.whole(below))
	})
}

// labelColor is what labels are written in on a card in a state.
func (r *rail) labelColor(s state, ct cardText) look.RGB {
	switch {
	case r.tiles && s == normal, !r.tiles && s == active:
		return ct.accent
	case !r.tiles:
		return ct.primary
	}
	return ct.muted
}

// beside sets a label before its title, on one line, in a card h u high.
func (r *rail) beside(k *canvas, pad, h float64, label, title, body *text.Block) {
	y := (h - r.hgt(title) - r.hgt(body)) / 2
	if label != nil && title != nil {
		k.text(label, pad, y+(title.Rows[0].Baseline-label.Rows[0].Baseline)/r.u)
	}
	k.text(title, pad+r.column, y)
	k.text(body, pad+r.column, y+r.hgt(title)+.1)
}

// over sets a label over its title.
func (r *rail) over(k *canvas, pad, h float64, label, title, body *text.Block) {
	y := (h - r.hgt(label) - r.hgt(title) - r.hgt(body)) / 2
	k.text(label, pad, y)
	k.text(title, pad, y+r.hgt(label))
	k.text(body, pad, y+r.hgt(label)+r.hgt(title)+.2)
}
