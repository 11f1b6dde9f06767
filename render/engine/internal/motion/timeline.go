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

func (c *comp) axis(items []scene.Item, at []float64) {
	n := len(items)
	y := 59.0
	cw, ch := 36.0, 21.5
	alternate := true
	bodies := true
	told := slices.ContainsFunc(items, func(it scene.Item) bool { return it.Body != "" })
	switch {
	case n <= 3: // they stand above the axis, as large as the stage
		cw, ch, alternate = 48, 27, false
		y = 71
	case n == 6 && !told:
		cw, ch = 28, 15.5
	case n > 5:
		cw, ch = 34, 19
	}
	if c.spoken() && alternate {
		y = 50.5 // the lower cards stay clear of the captions
		if ch > 19 {
			ch = 19
		}
	} else if c.spoken() {
		y = 69
	}
	lw, lh := cw+4, ch+2.5
	first, last := 8.9+cw/2, 177.78-8.9-lw*.5
	pitch := 0.0
	if n > 1 {
		pitch = (last - first) / float64(n-1)
	}
	panning := n > 6 || n == 6 && told
	if panning {
		pitch = 27
	}
	xs := make([]float64, n)
	for i := range xs {
		xs[i] = first + pitch*float64(i)
	}
	if n == 1 {
		xs[0] = 88.9
	}
	pan := func(t float64, p *scene.Pose) {}
	if panning {
		pan = func(t float64, p *scene.Pose) {
			v := 0.0
			for i := range xs {
				want := max(0, xs[i]-118)
				prev := 0.0
				if i > 0 {
					prev = max(0, xs[i-1]-118)
				}
				v += (want - prev) * inOutSine(ramp(t, at[i]-.5, (want-prev)/30+.5))
			}
			p.X -= v * c.u
		}
	}
	fr := c.frame()
	length := max(fr.w+8, xs[n-1]+60-fr.x)
	base := c.newCanvas(length, 1, .2)
	axisCol := c.th.P
	if c.st.Dark {
		axisCol = c.st.Text
	}
	if c.th.Style.Flat {
		axisCol = c.st.Text
	}
	base.rr(0, 0, length, 1, .5, raster.Solid(axisCol.NRGBA(.14)), 1)
	base.put(fr.x-4, y-.5, c.fade(.2, .3), pan)
	run := c.newCanvas(length, 1, .2)
	run.rr(0, 0, length, 1, .5, raster.Linear{X0: 0, X1: length * .4, Stops: []raster.Stop{gs(0, axisCol, .2), gs(1, axisCol, 1)}}, 1)
	run.put(fr.x-4, y-.5, pan, func(t float64, p *scene.Pose) {
		x := fr.x - 4
		for i := range xs {
			from := fr.x - 4
			if i > 0 {
				from = xs[i-1]
			}
			x += (xs[i] - from) * inOutCubic(ramp(c.held(t), at[i]-.25, .5))
		}
		b := p.Sprite.Img.Rect
		w := int((x - (fr.x - 4)) * c.u)
		o := int(math.Round(p.X))
		b.Min.X, b.Max.X = o, o+w+2
		b.Min.Y, b.Max.Y = int(p.Y), int(p.Y)+p.Sprite.Img.Rect.Dy()
		clip(p, b)
	})
	// All dates have one size and all titles one, those of the last a little larger.
	cards, inks := make([]*canvas, n), make([]cardText, n)
	dates, titles := make([]set, n), make([]set, n)
	for i, it := range items {
		s, w, h, ds, ts := cardStyle{n: i}, cw, ch, 4.0, 3.4
		if i == n-1 {
			s.state, w, h, ds, ts = active, lw, lh, 5, 3.8
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
		cards[i], inks[i] = k, ct
		dates[i] = set{role: look.Role{Land: ds, Port: ds, Weight: 760, Track: -.025, Line: 1.1, Display: true}, text: date, w: w - 5.2, lines: 1, color: dcol}
		titles[i] = set{role: look.Role{Land: ts, Port: ts, Weight: 680, Track: -.018, Line: 1.2, Display: true}, text: it.Title, w: w - 5.2, lines: c.titleLines(bodies && it.Body != ""), h: h - ds*1.1 - 3, color: ct.text}
	}
	dbs, tbs := c.blocks(dates), c.blocks(titles)
	body := func(i int) *text.Block {
		w, h := cw, ch
		if i == n-1 {
			w, h = lw, lh
		}
		size := 2.4
		if n <= 3 {
			size = 2.9
		}
		if tbs[i] != nil { // never as large as the title
			size = min(size, .92*tbs[i].Size/c.u)
		}
		return c.whole(set{role: look.Role{Land: size, Port: size, Weight: 440, Line: 1.3}, text: items[i].Body, w: w - 5.2, lines: 2, h: h - c.hgt(dbs[i]) - c.hgt(tbs[i]) - 3, color: inks[i].muted})
	}
	lost := 0
	for i, it := range items {
		if bodies && it.Body != "" && body(i) == nil {
			lost++
		}
	}
	if bodies = bodies && lost*2 < n; lost > 0 && !bodies { // titles have the room of bodies that do not fit
		for i := range titles {
			titles[i].lines = 3
		}
		tbs = c.blocks(titles)
	}
	for i := range items {
		up := i%2 == 0 || !alternate
		hot := i == n-1
		w, h, x := cw, ch, xs[i]-cw/2
		if hot {
			w, h = lw, lh
			x = xs[i] - lw*.5275
			if x+w > 177.78-8.9 && !panning {
				x = 177.78 - 8.9 - w
			}
		}
		stem := c.newCanvas(.3, 8, .2)
		stem.rr(0, 0, .3, 8, 0, raster.Solid(axisCol.NRGBA(.35)), 1)
		cy := y + 8.0
		if up {
			cy = y - 8 - h
			stem.put(xs[i]-.15, y-8, c.grow(at[i], .2, true, outCubic), pan)
		} else {
			stem.put(xs[i]-.15, y, c.fade(at[i], .2), pan)
		}
		from := len(c.stage.Layers)
		c.dot(xs[i], y, at[i], hot)
		c.stage.Layers[from].(*layer).tracks = append(c.stage.Layers[from].(*layer).tracks, pan)
		k, db, tb := cards[i], dbs[i], tbs[i]
		var bb *text.Block
		if bodies {
			bb = body(i)
		}
		top := (h - c.hgt(db) - c.hgt(tb) - c.hgt(bb) - .4) / 2
		c.place(box{x, cy, w, h}, i, at[i]+.1, func(k *canvas, quiet raster.Paint) {
			k.bars(2.6, top+.6, c.hgt(db)-1.4, quiet, w*.3)
			k.bars(2.6, top+c.hgt(db)+.8, 2, quiet, w*.6)
		}, pan)
		k.text(db, 2.6, top)
		k.text(tb, 2.6, top+c.hgt(db)+.2)
		k.text(bb, 2.6, top+c.hgt(db)+c.hgt(tb)+.5)
		k.put(x, cy, c.enterAs("items", at[i]+.1, 0), pan)
		c.hit(at[i], "tick")
	}
}

// titleLines is one line where a body follows, else two.
func (c *comp) titleLines(body bool) int {
	if body {
		return 1
	}
	return 2
}
