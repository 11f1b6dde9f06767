package motion

import (
	"cmp"
	"image"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// lineChart is a line or two, each named beside it, a band behind the focus, and what is
// said about it.
func (c *comp) lineChart(d chartData, card box, ct cardText, at float64) {
	plot := box{10, 7, 108, card.h - 16.5}
	if c.port {
		plot = box{11, 29, card.w - 15.5, card.h - 40}
	}
	sc := d.scale(plot)
	if room := c.axisRoom(sc); room > plot.x { // long numbers
		plot.x, plot.w = room, plot.w-(room-plot.x)
		sc = d.scale(plot)
	}
	y := sc.y
	c.grid(d, sc, card, plot, true, nil)
	n := len(d.values)
	x := func(i int) float64 { return plot.x + plot.w*float64(i)/float64(n-1) }
	c.xLabels(card, plot, d.labels, x, 0, d.focus)
	pts := func(v []float64) []raster.Pt {
		out := make([]raster.Pt, n)
		for i := range v {
			out[i] = raster.Pt{X: x(i), Y: y(v[i])}
		}
		return out
	}
	// The band behind the focus.
	fx, fy := x(d.focus), y(d.values[d.focus])
	bw := max(4.0, plot.w/float64(n)*1.2)
	if n > 12 {
		bw = plot.w / 6.5
	}
	bl, br := max(plot.x, fx-bw/2), min(plot.x+plot.w, fx+bw/2)
	hot := c.th.A
	band := c.newCanvas(br-bl, plot.h+2, .2)
	band.rr(0, 0, br-bl, plot.h+2, 1.6, raster.Solid(hot.NRGBA(.15)), 1)
	band.put(card.x+bl, card.y+plot.y-2, c.fade(at, .4))
	if d.other != nil {
		k := c.newCanvas(card.w, card.h, .5)
		grey := look.LCH{L: .62, C: .025, H: c.th.HP}.RGB()
		if c.st.Dark {
			grey = c.st.Text.Mix(c.st.Base, .35)
		}
		k.Fill(smooth(pts(d.other)).Stroke(.55), solid(grey), 1)
		k.put(card.x, card.y, c.sweep(card.x+plot.x, card.x+plot.x+plot.w, .4, .9))
	}
	col := c.lineColor(d)
	thin := 0.95
	if c.th.Style.Data == "thin" {
		thin = .35
	}
	k := c.newCanvas(card.w, card.h, .5)
	if c.th.Style.Data != "thin" {
		area := smooth(pts(d.values))
		area.LineTo(x(n-1), y(0))
		area.LineTo(x(0), y(0))
		area.Close()
		k.Fill(area, raster.Linear{Y0: plot.y, Y1: plot.y + plot.h, Stops: []raster.Stop{gs(0, col, .30), gs(1, col, 0)}}, 1)
	}
	k.Fill(smooth(pts(d.values)).Stroke(thin), solid(col), 1)
	k.put(card.x, card.y, c.sweep(card.x+plot.x, card.x+plot.x+plot.w, 1.1, 1.0))
	names := [2]look.RGB{ct.text, ct.muted}
	if !c.th.Style.Flat {
		ground := c.st.Card.RGB
		if c.th.Style.Card == look.HairCard {
			ground = c.st.Base
		}
		names = [2]look.RGB{look.Repair(col, ground, 4.5), c.st.Muted}
	}
	c.nameLines(d, card, plot, x, y, names, [2]float64{bl, br})
	// The focus, the leader to its value, the value.
	if d.other != nil {
		c.gap(card.x+fx, card.y+fy, card.y+y(d.other[d.focus]), at)
	}
	dot := c.newCanvas(3.4, 3.4, .6)
	dot.disc(1.7, 1.7, 2.0, white(1), 1)
	dot.disc(1.7, 1.7, 1.45, solid(col), 1)
	dot.put(card.x+fx-1.7, card.y+fy-1.7, c.pop(at, .3))
	if !c.port {
		colX := plot.x + plot.w + 8
		from := raster.Pt{X: card.x + fx + 2, Y: card.y + fy - .6}
		to := raster.Pt{X: card.x + colX - 2, Y: card.y + 13}
		if d.other != nil {
			from.Y = card.y + (fy+y(d.other[d.focus]))/2
		}
		along := func(i float64) float64 { return card.x + plot.x + plot.w*i/float64(n-1) }
		if clearOf(from, to, along, func(v float64) float64 { return card.y + y(v) }, d) {
			c.leader(from, to, at)
		}
		c.callout(d, box{card.x + colX, card.y + 6, card.w - colX - 3, card.h - 10}, at)
	} else {
		c.callout(d, box{card.x + 4, card.y + 4.2, card.w - 8, 20}, at)
	}
	c.hit(at, "pop")
}

// lineColor is what the line in focus is drawn in.
func (c *comp) lineColor(d chartData) look.RGB {
	col := c.th.P
	if c.st.Dark || c.st.Name == "brand" || c.th.Style.Flat {
		col = c.st.Primary
	}
	if c.th.Style.Name == "cinematic" {
		col = c.st.Accent
	}
	if d.other != nil && col.LCH().C < .03 && !c.st.Dark && c.th.Style.Name != "cinematic" { // two greys are not told apart
		col = c.st.Text
	}
	return col
}

// gap marks how far the other line is from the focus at x: a dot at oy and a dashed leader
// to y, all in u of the frame.
func (c *comp) gap(x, y, oy, at float64) {
	o := c.newCanvas(2.2, 2.2, .6)
	o.disc(1.1, 1.1, 1.35, solid(look.LCH{L: .5, C: .03, H: c.th.HP}.RGB()), 1)
	o.disc(1.1, 1.1, .85, white(1), 1)
	o.put(x-1.1, oy-1.1, c.pop(at, .3))
	if far := math.Abs(y - oy); far > 5 {
		g := c.newCanvas(.6, far, .3)
		p := &raster.Path{}
		p.MoveTo(.3, 2)
		p.LineTo(.3, far-2.4)
		g.Fill(p.Dash(.9, .8, 0).Stroke(.3), solid(c.smallAccent()), 1)
		g.put(x-.3, min(y, oy), c.fade(at+.1, .3))
	}
}

// nameLines writes on each of two lines what it is, in its colour, where the lines are
// farthest apart and the words on the outer side of theirs; never on the band that lies
// behind the focus.
func (c *comp) nameLines(d chartData, card, plot box, x func(int) float64, y func(float64) float64, colors [2]look.RGB, band [2]float64) {
	if d.other == nil || len(c.sc.Items) < 2 {
		return
	}
	n := len(d.values)
	series := [2][]float64{d.values, d.other}
	span := func(v []float64, x0, x1 float64) (top, bottom float64) { // of a line between two places
		top, bottom = math.Inf(1), math.Inf(-1)
		for i := range 8*(n-1) + 1 {
			j := min(i/8, n-2)
			k := float64(i)/8 - float64(j)
			if px := x(j) + (x(j+1)-x(j))*k; px >= x0 && px <= x1 {
				py := y(v[j] + (v[j+1]-v[j])*k)
				top, bottom = min(top, py), max(bottom, py)
			}
		}
		return top, bottom
	}
	for i, v := range series {
		name := cmp.Or(c.sc.Items[i].Label, c.sc.Items[i].Title)
		b := c.block(set{role: look.Role{Land: 2.5, Port: 3, Weight: 640, Line: 1.2}, text: name, w: plot.w * .5, lines: 1, color: colors[i]})
		if b == nil {
			continue
		}
		w, h := c.wid(b), c.hgt(b)
		best, room := raster.Pt{}, 0.0
		for k := range 41 {
			x0 := plot.x + 1 + (plot.w-w-2)*float64(k)/40
			if x0 < band[1]+1 && x0+w > band[0]-1 {
				continue
			}
			top, bottom := span(v, x0-1, x0+w+1)
			otop, obottom := span(series[1-i], x0-1, x0+w+1)
			above, below := raster.Pt{X: x0, Y: top - h - .9}, raster.Pt{X: x0, Y: bottom + .9}
			if gap := otop - bottom; gap > room && above.Y > plot.y-3 { // the other runs lower
				best, room = above, gap
			}
			if gap := top - obottom; gap > room && below.Y+h < plot.y+plot.h-.5 {
				best, room = below, gap
			}
		}
		if room > 0 {
			c.put(b, card.x+best.X-c.inset(b), card.y+best.Y, c.enter(1.2+.6*float64(1-i)))
		}
	}
}

// sweep opens a chart layer from x0 to x1 (u of the design) over d seconds.
func (c *comp) sweep(x0, x1, at, d float64) track {
	return c.unveil(at, d, func(_ *scene.Pose, k float64) image.Rectangle {
		r := c.px(c.frame())
		r.Max.X = int(c.pxX(x0 - 1 + (x1-x0+2)*inOutCubic(k)))
		return r
	})
}

// clearOf says whether a leader from a to b, in u, crosses none of the
// chart's lines.
func clearOf(a, b raster.Pt, x, y func(float64) float64, d chartData) bool {
	n := len(d.values)
	for _, series := range [][]float64{d.values, d.other} {
		side := 0.0
		for i := 0; series != nil && i <= 8*(n-1); i++ {
			at := float64(i) / 8
			j := min(int(at), n-2)
			px := x(at)
			if px <= a.X+3 || px >= b.X {
				continue
			}
			k := inOutCubic((px - a.X) / (b.X - a.X))
			gap := a.Y + (b.Y-a.Y)*k - y(series[j]+(series[j+1]-series[j])*(at-float64(j)))
			if math.Abs(gap) < 1 || side*gap < 0 {
				return false
			}
			side = gap
		}
	}
	return true
}

// leader is a thin curve from a point of a chart to what is said about it.
func (c *comp) leader(a, b raster.Pt, at float64) {
	if b.X-a.X < 3 {
		return
	}
	y0, y1 := min(a.Y, b.Y)-1, max(a.Y, b.Y)+1
	k := c.newCanvas(b.X-a.X, y1-y0, 1)
	p := &raster.Path{}
	p.MoveTo(0, a.Y-y0)
	d := (b.X - a.X) * .5
	p.CubeTo(d*.5, a.Y-y0, d*.8, b.Y-y0, b.X-a.X, b.Y-y0)
	col := c.smallAccent()
	k.Fill(p.Stroke(.36), solid(col), 1)
	k.disc(b.X-a.X, b.Y-y0, .7, solid(col), 1)
	k.put(a.X, y0, c.grow(at+.05, .3, false, inOutCubic))
}
