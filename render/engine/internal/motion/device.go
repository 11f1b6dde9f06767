package motion

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// drawDevice is a screenshot in a frame that pans slowly, text beside it, a callout
// on top. An upright one stands in a phone.
func drawDevice(c *comp) {
	c.stageMotif(box{0, 10, 200, c.pick(200, 128)})
	// Text side.
	hx, hy, hw := 8.9, 29.0, 52.0
	if c.port {
		hx, hy, hw = 6.5, 20, c.w-13
	}
	phone := c.upright()
	if phone && !c.port {
		hw = 78
	}
	head := c.block(set{role: look.Headline, size: c.pick(7.4, 8.1), text: c.sc.Headline, w: hw, h: c.pick(34, 18), lines: c.lines(3, 2), color: c.st.Text})
	sub := c.block(set{role: look.Role{Land: 2.9, Port: 3.6, Weight: 430, Line: 1.36}, text: c.sc.Subtitle, w: c.pick(min(hw, 60)-6, c.w-16), lines: c.lines(5, 2), color: c.st.Muted})
	if !c.port {
		hy = max(20, 46-(c.hgt(head)+c.hgt(sub)+3)/2)
	}
	c.rows(head, hx, hy, .15, "headline")
	sy := hy + c.hgt(head) + 2.6
	c.put(sub, hx+.1, sy, c.enterAs("subtitle", .45, 0))
	d := c.deviceBox(phone, sy+c.hgt(sub))
	in := c.slide(0.1, .7, c.pick(16, 0), c.pick(0, 16))
	if m, ok := c.verb("asset"); ok { // upright: what is on a screen is cut to it
		m.Angle = 0
		fly := c.move(m, .1, 0)
		in = asOne(c.px(d), func(t float64, p *scene.Pose) {
			fly(t, p)
			p.Rotate = 0
		})
		c.strike(scene.VerbName(m.Verb), .1)
	}
	c.device(d, phone, in)
	c.deviceExtras(d, phone, hx, sy+c.hgt(sub)+4)
	c.furniture()
	zone := box{}
	switch {
	case c.port:
		zone = box{6.5, deviceCaptions, c.w - 13, 15}
	case phone: // in the middle of what stands beside it
		zone = box{hx, 79.5, d.x - 4 - hx, 15.1}
	}
	c.captionZone(zone)
	c.hit(.1, "whoosh")
}

// deviceCaptions is where the captions of an upright frame begin below a device, u.
const deviceCaptions = 122.0

// panned is how much of an upright picture's height a phone shows at once.
const panned = .94

// deviceBox is where the device stands: beside the text or, in portrait, below it, which
// ends at text. Phones run off the frame's foot.
func (c *comp) deviceBox(phone bool, text float64) box {
	switch {
	case phone && c.port:
		y := max(44, text+4.5)
		w := min(c.w-18, max(60, (c.h-y+4)*c.aspect()/panned))
		return box{(c.w - w) / 2, y, w, w / c.aspect() * panned}
	case phone:
		w := max(44, min(62, 96*c.aspect()))
		return box{168.9 - w - (62-w)*.3, 11, w, w / c.aspect() * panned}
	case c.port:
		y := max(46, min(52, text+4))
		if c.spoken() {
			return box{-6 - c.ox, y, c.w + 12, 68}
		}
		return box{-6 - c.ox, y, c.w + 12, c.bottom(false) - y}
	case c.spoken():
		return box{66, 15, 126, 62}
	}
	return box{66, 15, 126, 76}
}

// upright says whether the scene's picture or film is higher than wide, as a phone is.
func (c *comp) upright() bool { a := c.aspect(); return a > 0 && a < .8 }

// aspect is the width of the scene's picture or film as a share of its height, 0 when it
// has none.
func (c *comp) aspect() float64 {
	size := c.filmShape()
	if a := c.asset(); a != nil {
		size = a.Bounds().Size()
	}
	if size.Y == 0 {
		return 0
	}
	return max(.42, float64(size.X)/float64(size.Y)) // of a page that is longer, a part is seen
}

// device draws the frame and what is on its screen; the edge of a phone's lies over it.
func (c *comp) device(d box, phone bool, in track) {
	frame := c.newCanvas(d.w, d.h, 16)
	radius := 3.0
	body := raster.Paint(cssLinear(0, 0, d.w, d.h, 160, gs(0, c.th.Tint(.42, .05, 0), 1), gs(1, c.th.Tint(.16, .03, 0), 1)))
	if phone {
		radius, body = 5, solid(c.th.Tint(.13, .02, 0))
	}
	if !c.th.Style.Flat {
		frame.shadow(0, 0, d.w, d.h, radius, 4, 10, c.th.Ink0, .75)
		frame.rr(0, 0, d.w, d.h, radius, body, 1)
		frame.outline(0, 0, d.w, d.h, radius, .12, white(.3), 1)
	} else if phone {
		hard := c.th.Style.Hard
		frame.rr(hard, hard, d.w, d.h, radius, solid(c.th.Line), 1)
		frame.rr(0, 0, d.w, d.h, radius, body, 1)
	} else {
		frame.plate(0, 0, d.w, d.h, cardStyle{})
	}
	foot := c.deviceFoot(phone)
	frame.dissolve(foot - d.y)
	frame.put(d.x, d.y, in)
	c.screen(box{d.x + 1.5, d.y + 1.5, d.w - 3, d.h - 3}, radius-1.3, foot, in)
	if phone {
		edge := c.newCanvas(d.w, d.h, .2)
		edge.rr(0, 0, d.w, d.h, radius, body, 1)
		edge.cutout(1.5, 1.5, d.w-3, d.h-3, 3.6)
		edge.outline(0, 0, d.w, d.h, radius, .14, white(.34), 1)
		edge.dissolve(foot - d.y)
		edge.put(d.x, d.y, in)
	}
}

// deviceFoot is where a device ends that fades into the ground, u: captions stand below an
// upright frame's phone, not on its screen. What is hidden scrolls up. Else it is far off.
func (c *comp) deviceFoot(phone bool) float64 {
	if phone && c.port && c.captioned() {
		return deviceCaptions - 1
	}
	return math.Inf(1)
}

// dissolves is the height that a device fades over at its foot, u.
const dissolves = 13.0

// dissolve fades what is drawn out above foot, u of the canvas.
func (k *canvas) dissolve(foot float64) {
	fadeAbove(k.Dst, k.padY+foot*k.c.u, dissolves*k.c.u)
}

// fadeAbove takes a picture's rows out above y, counted from its first row, over d pixels.
func fadeAbove(img *image.RGBA, y, d float64) {
	for row := range img.Rect.Dy() {
		k := inOutSine(clamp01((y - float64(row)) / d))
		if k == 1 {
			continue
		}
		line := img.Pix[row*img.Stride:][:4*img.Rect.Dx()]
		for i, v := range line {
			line[i] = uint8(float64(v)*k + .5)
		}
	}
}

// screen shows the asset in a rounded window that ends at foot, u, and pans it down slowly,
// by parts of a pixel; without an asset, a drawn outline of an app stands there.
func (c *comp) screen(b box, radius, foot float64, in track) {
	r := c.px(b)
	w, h := r.Dx(), r.Dy()
	var pic *image.RGBA
	pan := 0.0
	film := c.film(r.Size(), image.Rectangle{})
	if a := c.asset(); film != nil {
		pic = image.NewRGBA(image.Rect(0, 0, 1, 1)) // until it runs
	} else if a != nil {
		share := min(.04*c.in.Seconds, .16)
		ab := a.Bounds()
		natural := float64(ab.Dy()) / float64(max(1, ab.Dx())) * float64(w)
		extra := int(share * float64(h))
		if natural < float64(h+extra) {
			extra = int(max(0, min(float64(extra), natural-float64(h))))
		}
		pan = float64(extra)
		pic = cover(a, w, h+extra, 0)
	} else {
		k := c.newCanvas(b.w, b.h, 0)
		c.wireframe(k)
		pic = k.Dst
	}
	mask := c.maskOf(b.x, b.y, b.w, b.h, radius)
	if foot < b.y+b.h {
		fadeAbove(mask.Img, c.pxY(foot)-float64(mask.Img.Rect.Min.Y), dissolves*c.u)
		if c.asset() != nil {
			pan = min(.04*c.in.Seconds*float64(h), pan+(b.y+b.h-foot)*c.u)
		}
	}
	s := &scene.Sprite{Img: pic, Opaque: c.asset() != nil}
	d := c.in.Seconds
	l := &layer{sprite: s, x: float64(r.Min.X), y: float64(r.Min.Y), alpha: 1}
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
		p := scene.Pose{Sprite: s, X: l.x, Y: l.y, Scale: 1, Alpha: 1}
		if film != nil {
			p.Sprite = film.At(t)
		}
		x0, y0 := p.X, p.Y
		in(t, &p)
		dx, dy := math.Round(p.X-x0), math.Round(p.Y-y0)
		p.X, p.Y = x0+dx, y0+dy
		clip(&p, image.Rect(0, 0, int(float64(w)*p.Scale), int(float64(h)*p.Scale)).Add(r.Min).Add(image.Pt(int(dx), int(dy))))
		if p.Scale == 1 {
			p.Mask = mask
			if dx != 0 || dy != 0 { // it goes with the device
				moved := *mask.Img
				moved.Rect = moved.Rect.Add(image.Pt(int(dx), int(dy)))
				p.Mask = &scene.Sprite{Img: &moved}
			}
		}
		if pan > 0 && t > .9 {
			p.Y -= pan * inOutSine(ramp(t, .9, max(1, d-1.2)))
		}
		return p
	}))
}

// wireframe is an app without words: what stands in a frame when no screenshot was
// given.
func (c *comp) wireframe(k *canvas) {
	p := c.th.P
	paper := c.th.Stage("paper")
	k.rr(0, 0, k.w, k.h, 0, solid(c.th.Paper0), 1)
	side := 20.0
	if c.port {
		side = 18
	}
	k.rr(0, 0, side, k.h, 0, white(1), 1)
	k.rr(side, 0, .12, k.h, 0, fillOf(paper.Hair), 1)
	k.rr(3, 3.4, 3, 3, .9, solid(c.th.A), 1)
	k.rr(7, 4.1, 9, 1.6, .8, raster.Solid(paper.Text.NRGBA(.75)), 1)
	for i := range 6 {
		y := 11 + float64(i)*5.6
		if i == 0 {
			k.rr(2, y-1.6, side-4, 4.6, 1.2, raster.Solid(p.NRGBA(.1)), 1)
		}
		a := .22
		if i == 0 {
			a = .8
		}
		k.rr(3.4, y, 9-float64(i%3)*1.5, 1.3, .65, raster.Solid(p.NRGBA(a)), 1)
	}
	x0, w := side+4, k.w-side-8
	k.rr(x0, 4.2, w*.4, 2.2, 1.1, raster.Solid(paper.Text.NRGBA(.8)), 1)
	cw := (w - 4) / 3
	for i := range 3 {
		x := x0 + float64(i)*(cw+2)
		k.rr(x, 10, cw, 13, 1.6, white(1), 1)
		k.outline(x, 10, cw, 13, 1.6, .12, fillOf(paper.Hair), 1)
		k.rr(x+2, 12.4, cw*.4, 1.1, .55, raster.Solid(paper.Muted.NRGBA(.4)), 1)
		k.rr(x+2, 15.6, cw*.55, 3.2, 1, raster.Solid(paper.Text.NRGBA(.8)), 1)
	}
	ch := k.h - 29
	k.rr(x0, 25.5, w, ch, 1.6, white(1), 1)
	k.outline(x0, 25.5, w, ch, 1.6, .12, fillOf(paper.Hair), 1)
	n := 12
	pitch := (w - 4) / float64(n)
	r := newRNG(c.in.Board.Seed + 5)
	for i := range n {
		bell := math.Exp(-math.Pow((float64(i)-7)/2.6, 2))
		h := (ch - 8) * (.12 + .75*bell + .08*r.float())
		a := .22
		if i >= 5 && i <= 9 {
			a = 1
		}
		k.rr(x0+2+float64(i)*pitch, 25.5+ch-2.5-h, pitch*.68, h, .7, raster.Solid(p.NRGBA(a)), 1)
	}
}

// deviceExtras are the callout card on the screen and the ticked chips below the
// text.
func (c *comp) deviceExtras(d box, phone bool, x, y float64) {
	items := c.sc.Items[:min(len(c.sc.Items), c.most())]
	if len(items) == 0 {
		return
	}
	at := c.itemTimes(items)
	var called int // each callout gives way to the next
	for called < len(items) && (c.port || items[called].Value != "") {
		called++
	}
	for i, it := range items[:called] {
		from, until := at[i], 0.0
		if i == 0 {
			from = max(.9, at[0]+.25)
		}
		if i+1 < called {
			until = max(from+leastCallout, at[i+1])
			at[i+1] = until
		}
		c.deviceCallout(it, d, phone, from, until, i)
	}
	items, at = items[called:], at[called:]
	for i, it := range items {
		if i == 4 {
			break
		}
		b := c.block(set{role: look.Role{Land: 2.2, Port: 2.8, Weight: 560, Line: 1.25}, text: it.Title, w: 42, lines: 1, color: c.st.Text})
		if b == nil {
			continue
		}
		w, h := c.wid(b)+6.4, c.hgt(b)+1.9
		if x+w > min(d.x-4, 62) && x > 9 {
			x, y = 8.9, y+h+1.2
		}
		if y+h > 91 || c.spoken() && y+h > 78.5 {
			break
		}
		k := c.newCanvas(w, h, .5)
		k.rr(0, 0, w, h, h/2, raster.Solid(c.st.Text.NRGBA(.1)), 1)
		k.outline(0, 0, w, h, h/2, .1, raster.Solid(c.st.Text.NRGBA(.16)), 1)
		k.icon("check", 1.3, (h-2.6)/2, 2.6, c.st.Accent, 2.5)
		k.text(b, 4.7, (h-c.hgt(b))/2)
		k.put(x, y, c.enterAs("items", at[i], i))
		x += w + 1.2
	}
}

// leastCallout is how long a callout is seen at least before another takes its place, seconds.
const leastCallout = 1.4

// deviceCallout is a card over a device that says one thing of what it shows, from a time
// until another; 0 = it stays.
func (c *comp) deviceCallout(it scene.Item, d box, phone bool, from, until float64, i int) {
	b := box{86, 45.5, 39, 23.5}
	switch {
	case phone && c.port:
		b = box{6, 92, 52, 22}
	case c.port:
		b = box{c.w/2 - 30, min(d.y+d.h-20, 113), 60, 22}
	case phone:
		b = box{d.x - 27, 48, 39, 23.5}
	case c.spoken():
		b.y = 44
	}
	label, value, lines := it.Label, it.Value, 1
	if label == "" {
		label = it.Title
	}
	if value == "" {
		label, value, lines = it.Label, it.Title, 2
	}
	k := c.newCanvas(b.w, b.h, 13)
	dark := look.LCH{L: .2, C: .05, H: c.th.HP}.RGB()
	muted := look.LCH{L: .45, C: .04, H: c.th.HP}.RGB()
	k.shadow(0, 0, b.w, b.h, 2.6, 3, 8, c.th.Ink0, .6)
	k.rr(0, 0, b.w, b.h, 2.6, white(1), 1)
	z := c.pick(1, 1.15)
	lb := c.block(set{role: look.Role{Land: 2.2, Port: 2.6, Weight: 620, Line: 1.25}, text: label, w: b.w - 9, lines: 1, color: muted})
	vb := c.block(set{role: look.Role{Land: 6.6, Port: 7, Weight: 750, Track: -.035, Line: 1.12, Display: true}, text: value, w: b.w - 5.6, h: b.h - c.hgt(lb) - 4, lines: lines, color: dark})
	bb := c.block(set{role: look.Role{Land: 2.3, Port: 2.8, Weight: 440, Line: 1.3}, text: it.Body, w: b.w - 5.6, lines: 1, color: muted})
	top := (b.h - c.hgt(lb) - c.hgt(vb) - c.hgt(bb) - 1) / 2
	if lb != nil {
		k.disc(2.8+.75*z, top+c.hgt(lb)/2, 1.35*z, raster.Solid(c.th.A.NRGBA(.3)), 1)
		k.disc(2.8+.75*z, top+c.hgt(lb)/2, .75*z, solid(c.th.A), 1)
	}
	k.text(lb, 5.6, top)
	k.text(vb, 2.8, top+c.hgt(lb)+.6)
	k.text(bb, 2.8, top+c.hgt(lb)+c.hgt(vb)+.8)
	tracks := []track{c.enterAs("items", from, i)}
	if until > 0 {
		tracks = append(tracks, c.leave(until-.1))
	}
	k.put(b.x, b.y, tracks...)
	c.hit(from-.25, "pop")
}
