package motion

import (
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawTimeline is dated events along an axis that draws itself with the speech.
func drawTimeline(c *comp) {
	items := c.sc.Items
	if len(items) == 0 {
		drawStatement(c)
		return
	}
	items = items[:min(len(items), c.most())]
	c.stageMotif(c.content())
	head := c.stageHead(c.pick(150, c.w-13))
	if c.port {
		c.rail(items, make([]string, len(items)), c.itemTimes(items), false, head)
	} else {
		c.axis(items, c.itemTimes(items))
	}
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
}

// axis is the landscape form of dated events: a line along the stage that they stand on.
// Lengths are in u.
type axis struct {
	c             *comp
	items         []scene.Item
	at            []float64 // seconds at which each is named
	xs            []float64 // where each stands
	y             float64   // of the line
	w, h          float64   // of a card
	lastW, lastH  float64   // of the last one, which is larger
	alternate     bool      // cards stand above the line and below it in turn
	panning       bool      // the events are more than the frame is wide, and pass
	ink           look.RGB  // of the line
	cards         []*canvas
	texts         []cardText
	dates, titles []*text.Block
	bodies        bool // else no event shows one
}

func (c *comp) axis(items []scene.Item, at []float64) {
	a := c.newAxis(items, at)
	a.line()
	a.write()
	for i := range items {
		a.event(i)
	}
}

// newAxis chooses the cards' sizes and where the events stand.
func (c *comp) newAxis(items []scene.Item, at []float64) *axis {
	n := len(items)
	a := &axis{c: c, items: items, at: at, y: 59, w: 36, h: 21.5, alternate: true, ink: c.th.P}
	told := slices.ContainsFunc(items, func(it scene.Item) bool { return it.Body != "" })
	switch {
	case n <= 3: // they stand above the axis, as large as the stage
		a.w, a.h, a.alternate = 48, 27, false
		a.y = 71
	case n == 6 && !told:
		a.w, a.h = 28, 15.5
	case n > 5:
		a.w, a.h = 34, 19
	}
	if c.spoken() && a.alternate {
		a.y = 50.5 // the lower cards stay clear of the captions
		if a.h > 19 {
			a.h = 19
		}
	} else if c.spoken() {
		a.y = 69
	}
	a.lastW, a.lastH = a.w+4, a.h+2.5
	first, last := 8.9+a.w/2, 177.78-8.9-a.lastW*.5
	pitch := 0.0
	if n > 1 {
		pitch = (last - first) / float64(n-1)
	}
	a.panning = n > 6 || n == 6 && told
	if a.panning {
		pitch = 27
	}
	a.xs = make([]float64, n)
	for i := range a.xs {
		a.xs[i] = first + pitch*float64(i)
	}
	if n == 1 {
		a.xs[0] = 88.9
	}
	if c.st.Dark || c.th.Style.Flat {
		a.ink = c.st.Text
	}
	return a
}

// pan moves what stands on an axis that is wider than the frame: each event comes into
// view before it is named.
func (a *axis) pan(t float64, p *scene.Pose) {
	if !a.panning {
		return
	}
	v := 0.0
	for i := range a.xs {
		want := max(0, a.xs[i]-118)
		prev := 0.0
		if i > 0 {
			prev = max(0, a.xs[i-1]-118)
		}
		v += (want - prev) * inOutSine(ramp(t, a.at[i]-.5, (want-prev)/30+.5))
	}
	p.X -= v * a.c.u
}

// line draws the axis: faint as a whole, and strong as far as has been told.
func (a *axis) line() {
	c, fr := a.c, a.c.frame()
	length := max(fr.w+8, a.xs[len(a.xs)-1]+60-fr.x)
	base := c.newCanvas(length, 1, .2)
	base.rr(0, 0, length, 1, .5, raster.Solid(a.ink.NRGBA(.14)), 1)
	base.put(fr.x-4, a.y-.5, c.fade(.2, .3), a.pan)
	run := c.newCanvas(length, 1, .2)
	run.rr(0, 0, length, 1, .5, raster.Linear{X0: 0, X1: length * .4, Stops: []raster.Stop{gs(0, a.ink, .2), gs(1, a.ink, 1)}}, 1)
	run.put(fr.x-4, a.y-.5, a.pan, func(t float64, p *scene.Pose) {
		x := fr.x - 4
		for i := range a.xs {
			from := fr.x - 4
			if i > 0 {
				from = a.xs[i-1]
			}
			x += (a.xs[i] - from) * inOutCubic(ramp(c.held(t), a.at[i]-.25, .5))
		}
		b := p.Sprite.Img.Rect
		w := int((x - (fr.x - 4)) * c.u)
		o := int(math.Round(p.X))
		b.Min.X, b.Max.X = o, o+w+2
		b.Min.Y, b.Max.Y = int(p.Y), int(p.Y)+p.Sprite.Img.Rect.Dy()
		clip(p, b)
	})
}

// size is that of the i-th card.
func (a *axis) size(i int) (w, h float64) {
	if i == len(a.items)-1 {
		return a.lastW, a.lastH
	}
	return a.w, a.h
}

// write sets what the cards say: all dates have one size and all titles one, those of the
// last a little larger. Where most bodies do not fit, the titles have their room.
func (a *axis) write() {
	c, n := a.c, len(a.items)
	a.cards, a.texts = make([]*canvas, n), make([]cardText, n)
	dates, titles := make([]set, n), make([]set, n)
	for i, it := range a.items {
		s, ds, ts := cardStyle{n: i}, 4.0, 3.4
		w, h := a.size(i)
		if i == n-1 {
			s.state, ds, ts = active, 5, 3.8
		}
		switch {
		case n >= 6:
			ds, ts = ds*.85, ts*.85
		case n <= 3:
			ds, ts = ds*1.3, ts*1.25
		}
		k, ct := c.card(w, h, s)
		date, dcol := it.Label, ct.primary
		if date == "" {
			date = it.Value
		}
		if i == n-1 {
			dcol = ct.accent
		}
		a.cards[i], a.texts[i] = k, ct
		dates[i] = set{role: look.Role{Land: ds, Port: ds, Weight: 760, Track: -.025, Line: 1.1, Display: true}, text: date, w: w - 5.2, lines: 1, color: dcol}
		titles[i] = set{role: look.Role{Land: ts, Port: ts, Weight: 680, Track: -.018, Line: 1.2, Display: true}, text: it.Title, w: w - 5.2, lines: titleLines(it.Body != ""), h: h - ds*1.1 - 3, color: ct.text}
	}
	a.dates, a.titles = c.blocks(dates), c.blocks(titles)
	lost := 0
	for i, it := range a.items {
		if it.Body != "" && a.body(i) == nil {
			lost++
		}
	}
	if a.bodies = lost*2 < n; lost > 0 && !a.bodies {
		for i := range titles {
			titles[i].lines = 3
		}
		a.titles = c.blocks(titles)
	}
}

// body is what is told of the i-th event, never as large as its title; nil = it does not fit.
func (a *axis) body(i int) *text.Block {
	c := a.c
	w, h := a.size(i)
	size := 2.4
	if len(a.items) <= 3 {
		size = 2.9
	}
	if a.titles[i] != nil {
		size = min(size, .92*a.titles[i].Size/c.u)
	}
	return c.whole(set{role: look.Role{Land: size, Port: size, Weight: 440, Line: 1.3}, text: a.items[i].Body, w: w - 5.2, lines: 2, h: h - c.hgt(a.dates[i]) - c.hgt(a.titles[i]) - 3, color: a.texts[i].muted})
}

// event brings one event on when it is named: a stem, a dot on the line, and its card.
func (a *axis) event(i int) {
	c, at, dot := a.c, a.at[i], a.xs[i]
	hot := i == len(a.items)-1
	w, h := a.size(i)
	x := dot - a.w/2
	if hot {
		x = dot - a.lastW*.5275
		if x+w > 177.78-8.9 && !a.panning {
			x = 177.78 - 8.9 - w
		}
	}
	stem := c.newCanvas(.3, 8, .2)
	stem.rr(0, 0, .3, 8, 0, raster.Solid(a.ink.NRGBA(.35)), 1)
	y := a.y + 8.0
	if above := i%2 == 0 || !a.alternate; above {
		y = a.y - 8 - h
		stem.put(dot-.15, a.y-8, c.grow(at, .2, true, outCubic), a.pan)
	} else {
		stem.put(dot-.15, a.y, c.fade(at, .2), a.pan)
	}
	from := len(c.stage.Layers)
	c.dot(dot, a.y, at, hot)
	c.stage.Layers[from].(*layer).tracks = append(c.stage.Layers[from].(*layer).tracks, a.pan)
	k, date, title := a.cards[i], a.dates[i], a.titles[i]
	var body *text.Block
	if a.bodies {
		body = a.body(i)
	}
	top := (h - c.hgt(date) - c.hgt(title) - c.hgt(body) - .4) / 2
	c.place(box{x, y, w, h}, i, at+.1, func(k *canvas, quiet raster.Paint) {
		k.bars(2.6, top+.6, c.hgt(date)-1.4, quiet, w*.3)
		k.bars(2.6, top+c.hgt(date)+.8, 2, quiet, w*.6)
	}, a.pan)
	k.text(date, 2.6, top)
	k.text(title, 2.6, top+c.hgt(date)+.2)
	k.text(body, 2.6, top+c.hgt(date)+c.hgt(title)+.5)
	k.put(x, y, c.enterAs("items", at+.1, 0), a.pan)
	c.hit(at, "tick")
}

// titleLines is one line where a body follows, else two.
func titleLines(body bool) int {
	if body {
		return 1
	}
	return 2
}
