package motion

import (
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawLocation is a place without a map: a pin among rings, its name, its address.
func drawLocation(c *comp) {
	cx, cy, r := 132.0, 46.0, 34.0
	x, w, al := 8.9, 82.0, text.Start
	if c.port {
		cx, cy, r = c.w/2, 52, 30
		x, w, al = 6.5, c.w-13, text.Center
	}
	head := c.block(set{role: look.BigHead, size: c.pick(11, 11), text: c.sc.Headline, w: w, h: c.pick(34, 27), lines: 3, color: c.st.Text, align: al})
	lines := 3
	if c.port && rowCount(head) > 2 { // an address is read whole, what is said of it in two lines
		lines = 2
	}
	sub := c.block(set{role: look.Subtitle, text: c.sc.Subtitle, w: w, h: c.pick(22, 16), lines: lines, color: c.st.Muted, align: al})
	top := 86.0
	if need := c.hgt(head) + c.hgt(sub) + 8.1; c.port && need > 31 {
		cy, r, top = 44, 22, max(69, 117-need) // a smaller picture for more words
	}
	if c.spoken() && !c.port {
		cy = 43
	}
	if c.port {
		free := (c.bottom(c.captioned()) - top - 5.5 - c.hgt(head) - 2.6 - c.hgt(sub)) * .5
		cy, top = cy+max(0, free*.6), top+max(0, free)
	}
	c.stageMotif(box{0, 0, 300, 300})
	col := c.th.P
	if c.st.Dark {
		col = c.st.Text
	}
	acc := c.th.A
	k := c.newCanvas(2*r, 2*r, 1)
	for i := 4; i >= 1; i-- {
		q := r * float64(i) / 4
		k.disc(r, r, q, raster.Solid(col.NRGBA(.035)), 1)
		p := &raster.Path{}
		p.Circle(r, r, q-.1)
		k.Fill(p.Stroke(.16), raster.Solid(col.NRGBA(.16)), 1)
	}
	// Streets: two families of lines through the rings, clipped to them.
	inside := &raster.Path{}
	inside.Circle(r, r, r)
	k.Clip(inside)
	g := newRNG(c.in.Board.Seed + uint64(len(c.sc.Headline))*31)
	turn := .2 + g.float()*.5
	for dir := range 2 {
		sn, cs := math.Sincos(turn + float64(dir)*math.Pi/2)
		for i := -3; i <= 3; i++ {
			d := (float64(i) + (g.float()-.5)*.5) * r * .31
			px, py := r-sn*d, r+cs*d
			wd := .35
			if i == dir-1 {
				wd = 1.1
			}
			k.line(px-cs*2*r, py-sn*2*r, px+cs*2*r, py+sn*2*r, wd, raster.Solid(col.NRGBA(.09)), 1)
		}
	}
	k.Unclip()
	k.put(cx-r, cy-r, c.pop(.1, .7))
	// A ring goes out from the pin every 2.4 s.
	for i := range 2 {
		w := c.newCanvas(2*r*.8, 2*r*.8, .5)
		p := &raster.Path{}
		p.Circle(r*.8, r*.8, r*.8-.3)
		w.Fill(p.Stroke(.5), solid(acc), 1)
		off := 1.2 * float64(i)
		w.put(cx-r*.8, cy-r*.8, func(t float64, p *scene.Pose) {
			v := math.Mod(t-.9-off+24, 2.4) / 2.4
			if t < .9+off {
				p.Alpha = 0
				return
			}
			p.Scale = .12 + .88*outCubic(v)
			p.Alpha = .7 * (1 - v)
			pivot(p)
		})
	}
	z := c.pick(15, 15)
	pin := c.newCanvas(z, z, 3)
	pin.disc(z/2, z/2, z/2, raster.Solid(acc.NRGBA(.22)), 1)
	pin.disc(z/2, z/2, z*.38, solid(acc), 1)
	s := z * .42
	pin.icon("pin", (z-s)/2, (z-s)/2, s, c.th.OnA, 2)
	pin.put(cx-z/2, cy-z/2, c.pop(.55, .45))
	y := c.pick(44-(c.hgt(head)+c.hgt(sub)+3)/2, top)
	if c.sc.Label != "" {
		if c.port {
			lb := c.block(set{role: look.Role{Land: 3, Port: 3.2, Weight: 620, Line: 1.2}, text: c.sc.Label, w: w, lines: 1, color: c.smallAccent(), align: al})
			c.put(lb, x, y, c.enter(.3))
			y += 5.5
		} else {
			y += 2
			c.chip(c.sc.Label, x, y-7.6, .3)
		}
	}
	c.rows(head, x, y, .25, "headline")
	c.put(sub, x+.1, y+c.hgt(head)+2.6, c.enterAs("subtitle", .6, 0))
	c.furniture()
	c.captionZone(box{})
	c.hit(.55, "pop")
}
