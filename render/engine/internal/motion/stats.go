package motion

import (
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// stats are the small cards beside the figure.
func (c *comp) stats(items []scene.Item, after float64) {
	boxes := c.statBoxes(len(items))
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
	var labels, values, bodies []set
	for i, it := range items {
		b := boxes[i]
		wide := b.w > 45 && !c.port
		vs := 5.8
		if wide {
			vs = 8.4
		}
		tw := b.w - 5.6
		if len(it.Points) > 1 && (wide || c.port) {
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
		labels = append(labels, set{role: look.Label, size: c.pick(2.3, 3.1), text: lab, w: tw, lines: 1, color: c.st.Muted})
		values = append(values, set{role: look.StatValue, size: c.pick(vs, 6.2), text: value, w: tw, lines: 1, color: c.st.Text})
		bodies = append(bodies, set{role: look.Role{Land: 2.15, Port: 2.8, Weight: 430, Line: 1.3}, text: it.Body, w: tw, lines: 2, color: c.st.Muted})
	}
	for i, it := range items {
		b := boxes[i]
		if i == 0 {
			c.stat(it, b, i, at[i], labels, values, bodies, true)
		} else {
			c.stat(it, b, i, at[i], labels, values, bodies, false)
		}
		c.hit(at[i], "pop")
	}
}

func (c *comp) stat(it scene.Item, b box, i int, at float64, labels, values, bodies []set, first bool) {
	k, ct := c.card(b.w, b.h, cardStyle{n: i + 1})
	if c.th.Style.Flat {
		labels[i].color, values[i].color, bodies[i].color = ct.text, ct.text, ct.text
	} else if c.th.Style.Card == look.HairCard {
		if first {
			values[i].color = c.st.Accent
		}
	}
	if !c.th.Style.Flat && c.st.Dark && c.th.Style.Card == look.SoftCard {
		values[i].color = look.RGB{R: 1, G: 1, B: 1}
	}
	lb, vb, bb := c.block(labels[i]), c.block(values[i]), c.block(bodies[i])
	px, py := c.pick(2.8, 3.6), c.pick(2.5, 0)
	if c.th.Style.Card == look.HairCard {
		px = 0
	}
	show := bb
	if c.port {
		py = (b.h - c.hgt(lb) - c.hgt(vb)) / 2
		show = nil
	} else if it.Points == nil {
		py = (b.h - c.hgt(lb) - c.hgt(vb) - c.hgt(bb) - .5) / 2
	}
	k.text(lb, px, py)
	k.text(vb, px, py+c.hgt(lb)+.2)
	k.text(show, px, py+c.hgt(lb)+c.hgt(vb)+.4)
	k.put(b.x, b.y, c.enterAs("items", at, 0), c.tiltIn(b, i))
	if len(it.Points) > 1 {
		col := c.st.Primary
		if first {
			col = c.st.Accent
		}
		c.spark(it.Points, b, i, at+.2, col, ct, px+max(c.wid(vb), c.wid(show)))
	}
}

// tiltIn turns a thing with the card it belongs to, about the card's middle.
func (c *comp) tiltIn(card box, i int) track {
	deg := c.cardTilt(i)
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

// statBoxes are the places of n stat cards.
func (c *comp) statBoxes(n int) []box {
	if c.port {
		w := c.w - 13
		var out []box
		switch {
		case n <= 3:
			for i := range n {
				out = append(out, box{6.5, 69 + 16.3*float64(i), w, 14.6})
			}
		default:
			hw := (w - 2) / 2
			h := 14.6
			for i := range n {
				out = append(out, box{6.5 + float64(i%2)*(hw+2), 69 + 16.3*float64(i/2), hw, h})
			}
		}
		return out
	}
	if c.th.Style.Card == look.HairCard && n <= 3 {
		var out []box
		for i := range n {
			out = append(out, box{112, 16 + 21*float64(i), 56.9, 18})
		}
		return out
	}
	switch n {
	case 1:
		return []box{{100, 28, 68.9, 30}}
	case 2:
		return []box{{100, 16, 68.9, 27}, {100, 45.4, 68.9, 27}}
	case 3:
		return []box{{100, 14.5, 68.9, 24.5}, {100, 41.6, 33.2, 33}, {135.7, 41.6, 33.2, 33}}
	case 4:
		return []box{{100, 14.5, 33.2, 28.8}, {135.7, 14.5, 33.2, 28.8}, {100, 45.8, 33.2, 28.8}, {135.7, 45.8, 33.2, 28.8}}
	}
	var out []box
	for i := range n {
		out = append(out, box{100 + float64(i%2)*35.7, 14.5 + 20.6*float64(i/2), 33.2, 18.6})
	}
	return out
}

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
	w, h := b.w, b.h*.3
	x, y := b.x, b.y+b.h-h
	wide := b.w > 45 && !c.port
	switch {
	case c.port && b.w > 60:
		w, h = b.w*.39, b.h*.58
		x, y = b.x+b.w-w-3.6, b.y+(b.h-h)/2
	case c.port:
		return
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

// smooth is a curve through points with gentle handles.
func smooth(p []raster.Pt) *raster.Path {
	out := &raster.Path{}
	if len(p) == 0 {
		return out
	}
	out.MoveTo(p[0].X, p[0].Y)
	const t = .18
	for i := 0; i+1 < len(p); i++ {
		a, b, c := p[max(0, i-1)], p[i], p[i+1]
		e := p[min(len(p)-1, i+2)]
		out.CubeTo(b.X+(c.X-a.X)*t, b.Y+(c.Y-a.Y)*t, c.X-(e.X-b.X)*t, c.Y-(e.Y-b.Y)*t, c.X, c.Y)
	}
	return out
}
