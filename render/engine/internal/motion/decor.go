package motion

import (
	"image"
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// decor is what a style puts on the backdrop besides the motif: shapes, light
// shafts, bokeh, arcs, letterbox. What has to keep clear of words is left to late.
func (c *comp) decor() {
	switch c.th.Style.Name {
	case "bold", "cartoon", "flat":
		if c.sc.Kind != scene.Title {
			c.posterDecor(nil)
			break
		}
		c.late = func(words []image.Rectangle) { c.behind(func() { c.posterDecor(words) }) }
	case "retro":
		if c.sc.Kind != scene.Title {
			c.retroDecor(nil)
			break
		}
		c.late = func(words []image.Rectangle) { c.behind(func() { c.retroDecor(words) }) }
	case "cinematic":
		c.cinemaDecor()
	}
	if b := c.th.Style.Bars; b > 0 {
		fr := c.frame()
		k := c.newCanvas(fr.w+1, b, 0)
		k.rr(0, 0, fr.w+1, b+1, 0, raster.Solid{A: 255}, 1)
		s := k.sprite()
		for _, y := range []float64{fr.y, fr.y + fr.h - b} {
			c.over = append(c.over, &layer{sprite: s, x: math.Round(c.pxX(fr.x)), y: math.Round(c.pxY(y)), alpha: 1})
		}
	}
}

// quiet says whether the layout fills the frame, so that decoration keeps to the
// edges.
func (c *comp) quiet() bool {
	switch c.sc.Kind {
	case scene.Title, scene.Number, scene.Statement:
		return false
	}
	return true
}

// roomy is how much of the foot that words never reach a portrait frame has, 1 = all;
// near the square there is none.
func (c *comp) roomy() float64 {
	fr := c.frame()
	return clamp01((fr.y + fr.h - 142) / 30)
}

// peopled says whether somebody stands where the decoration is; they move enough.
func (c *comp) peopled() bool {
	return c.in.hosted || c.sc.Kind == scene.Presenter && c.presented()
}

// ring is a circle's middle and radius, u.
type ring struct{ x, y, r float64 }

// behind adds what draw draws below all that is there.
func (c *comp) behind(draw func()) {
	content := c.stage.Layers
	c.stage.Layers = nil
	draw()
	c.stage.SlotAt += len(c.stage.Layers)
	c.stage.Layers = append(c.stage.Layers, content...)
}

// aside moves a disc in steps of (dx, dy) u until it touches no words, as far as it stays
// in sight.
func (c *comp) aside(r ring, words []image.Rectangle, dx, dy float64) ring {
	from := r
	for range 16 {
		if !slices.ContainsFunc(words, func(w image.Rectangle) bool {
			x := min(max(c.pxX(r.x), float64(w.Min.X)), float64(w.Max.X)) - c.pxX(r.x)
			y := min(max(c.pxY(r.y), float64(w.Min.Y)), float64(w.Max.Y)) - c.pxY(r.y)
			return math.Hypot(x, y) < (r.r+1.5)*c.u
		}) {
			return r
		}
		r.x, r.y = r.x+dx, r.y+dy
	}
	return from
}

func (c *comp) posterDecor(words []image.Rectangle) {
	fr := c.frame()
	cv := c.artCanvas()
	th := c.th
	disc := func(x, y, r float64, col look.RGB) ring {
		p := &raster.Path{}
		p.Circle(x, y, r)
		cv.Fill(p, solid(col), 1)
		return ring{x, y, r}
	}
	other := func(n int) look.RGB { // the n-th flat that is not this stage's
		k := 0
		for _, f := range th.Flats {
			if f == c.st.Base {
				continue
			}
			if k == n {
				return f
			}
			k++
		}
		return th.Flats[0]
	}
	right, bottom := fr.x+fr.w, fr.y+fr.h
	roomy := c.roomy()
	var rim ring  // the circle that a small one rolls on,
	turn := 228.0 // and where
	// Shapes stand where no running text does: behind pictures, in the corners.
	switch {
	case c.sc.Kind == scene.Title && c.port:
		big := c.aside(ring{right - 12, bottom - 36, 52}, words, 0, 3)
		disc(big.x, big.y, big.r, th.Flats[2])
		rim, turn = disc(fr.x-6, bottom-6, 22, th.Flats[1]), 310
	case c.sc.Kind == scene.Title:
		big := c.aside(ring{right - 20, 35, 65}, words, 3, 0)
		disc(big.x, big.y, big.r, th.Flats[2])
		rim, turn = disc(fr.x+4, bottom+18, 34, th.Flats[1]), 310
	case c.port:
		r := 16 + 14*roomy
		rim = disc(right+2, bottom+2, r, other(1))
		disc(fr.x-4, bottom-2, r*.53, other(2))
	case c.quiet():
		rim, turn = disc(right+4, bottom+6, 20, other(1)), 240
	default:
		rim = disc(right-2, bottom+10, 32, other(1))
		disc(fr.x-8, bottom+16, 28, other(2))
	}
	dots := func(x, y float64, cols, rows int, col look.RGB) {
		for i := range cols {
			for j := range rows {
				disc(x+float64(i)*3.4, y+float64(j)*3.4, .62, col)
			}
		}
	}
	if c.th.Style.Name != "flat" {
		switch {
		case c.sc.Kind == scene.Title && !c.port:
			dots(74, fr.y+9, 9, 5, c.th.Line)
		case c.port && roomy < .9: // words stand there
		case c.port:
			dots(fr.x+8, bottom-30, 7, 4, c.st.Text)
		case c.sc.Kind == scene.Number && !c.spoken():
			dots(fr.x+7, bottom-17, 9, 4, c.st.Text)
		}
	}
	c.back.setArt(cv.Dst)
	c.roller(rim, turn)
	// A zigzag that slides: the ambient motion of flat scenes.
	if len(c.sc.Ticker) > 0 || c.th.Style.Name == "flat" || c.peopled() || c.port && roomy < .5 && c.spoken() || c.quiet() && c.sc.Kind != scene.End && c.sc.Kind != scene.Quote {
		return
	}
	k := c.newCanvas(40, 5, 1.2)
	p := &raster.Path{}
	p.MoveTo(0, 4.4)
	for i := 1; i <= 8; i++ {
		p.LineTo(float64(i)*5, 4.4-3.8*float64(i%2))
	}
	k.Fill(p.Stroke(1.3), solid(c.st.Text), 1)
	x, y := right-52.0, bottom-9.0
	if c.sc.Kind == scene.Title && !c.port {
		x, y = 66, 88
	}
	if c.port {
		x = right - 46
	}
	if c.spoken() && !c.port {
		y = bottom - 7
		x = right - 30
	}
	k.put(x, y, func(t float64, p *scene.Pose) {
		p.X += math.Round(2.4 * c.u * math.Sin(t*1.1))
	})
}

// roller is a small disc that rolls to and fro on the rim of a circle, about turn
// degrees: the ambient motion of flat scenes.
func (c *comp) roller(rim ring, turn float64) {
	if c.peopled() {
		return
	}
	const r = 1.5
	k := c.newCanvas(2*r, 2*r, .4)
	k.disc(r, r, r, solid(c.st.Text), 1)
	k.put(rim.x-r, rim.y-r, func(t float64, p *scene.Pose) {
		s, co := math.Sincos((turn + 26*math.Sin(c.held(t)*.45)) * math.Pi / 180)
		p.X += (rim.r + r) * co * c.u
		p.Y += (rim.r + r) * s * c.u
	})
}

func (c *comp) retroDecor(words []image.Rectangle) {
	fr := c.frame()
	cv := c.artCanvas()
	th := c.th
	base := c.st.Base
	cols := []look.RGB{th.Flats[2], base, th.A, base, th.P, base, th.Flats[3]}
	if c.st.Name == "brand" {
		cols = []look.RGB{th.A, base, th.P, base, th.Flats[3], base, th.A}
	}
	right, bottom := fr.x+fr.w, fr.y+fr.h
	roomy := c.roomy()
	cx, cy, r := right-20, bottom+2, 62.0
	switch {
	case c.sc.Kind == scene.Title && c.port:
		cx, cy, r = right-36, bottom+4, 62
	case c.sc.Kind == scene.Title:
	case c.port:
		cx, cy, r = fr.x+18, bottom+16*roomy, 14+38*roomy
	case c.quiet():
		cx, cy, r = right-4, bottom+30, 44
	default:
		cx, cy, r = fr.x+24, bottom+50, 60
	}
	arcs := c.aside(ring{cx, cy, r}, words, 0, 3)
	step := r * .0875
	for i, col := range cols {
		p := &raster.Path{}
		p.Circle(arcs.x, arcs.y, r-float64(i)*step)
		cv.Fill(p, solid(col), 1)
	}
	c.back.setArt(cv.Dst)
	c.back.texture = halftone(c.in.Size, c.u, c.th.Style.Halftone)
	// A small sun turns on twelve frames a second.
	k := c.newCanvas(7, 7, .6)
	for i := range 8 {
		s, co := math.Sincos(float64(i) * math.Pi / 4)
		k.line(3.5+1.9*co, 3.5+1.9*s, 3.5+3.2*co, 3.5+3.2*s, .55, solid(c.st.Text), 1)
	}
	k.disc(3.5, 3.5, 1.3, solid(c.st.Text), 1)
	x, y := right-16.0, bottom-14.0
	if c.sc.Kind == scene.Title {
		x, y = right-14, fr.y+c.pick(8, 20)
	}
	if c.quiet() && !c.port { // in the margin
		x, y = right-8, bottom-24
	}
	if len(c.sc.Ticker) > 0 { // above the band
		y = min(y, bottom-24)
	}
	if c.peopled() && c.sc.Kind != scene.Title {
		return
	}
	k.put(x, y, func(t float64, p *scene.Pose) {
		p.Rotate = math.Mod(c.held(t)*24, 360)
		pivot(p)
	})
}

// halftone is a screen of dots and a coarse paper grain, as darkening of 0–255 for
// every pixel.
func halftone(size image.Point, u, alpha float64) []uint8 {
	out := make([]uint8, size.X*size.Y)
	pitch := max(3, .83*u)
	s, c := math.Sincos(30 * math.Pi / 180)
	r := pitch * .19
	g := newRNG(99)
	var coarse [64 * 64]float64
	for i := range coarse {
		coarse[i] = g.float()
	}
	for y := range size.Y {
		for x := range size.X {
			fx, fy := float64(x), float64(y)
			a := math.Mod((fx*c+fy*s)/pitch+4096, 1) - .5
			b := math.Mod((fy*c-fx*s)/pitch+4096, 1) - .5
			d := math.Sqrt(a*a+b*b) * pitch
			v := clamp01(r-d+.5) * alpha * 190
			// two sizes of paper fibre
			v += 5 * coarse[(y/2&63)<<6|x/2&63] * coarse[(y/3&63)<<6|x/3&63]
			out[y*size.X+x] = uint8(v)
		}
	}
	return out
}

func (c *comp) cinemaDecor() {
	fr := c.frame()
	cv := c.artCanvas()
	fx := fr.x + fr.w*.72
	if c.sc.Kind == scene.Number || c.sc.Kind == scene.Chart {
		fx = fr.x + fr.w*.29
	}
	// Light shafts: blurred quadrilaterals, made small and enlarged.
	const f = 8
	w, h := c.in.Size.X/f+2, c.in.Size.Y/f+2
	small := image.NewRGBA(image.Rect(0, 0, w, h))
	sc := raster.NewCanvas(small)
	sc.CTM = raster.Scale(c.u/f, c.u/f).Mul(raster.Translate(c.ox, c.oy))
	light := c.th.P.Mix(look.RGB{R: 1, G: 1, B: 1}, .75)
	shaft := func(x0, x1, x2, x3, a float64) {
		p := &raster.Path{}
		p.MoveTo(x0, fr.y-8)
		p.LineTo(x1, fr.y-8)
		p.LineTo(x2, fr.y+fr.h+4)
		p.LineTo(x3, fr.y+fr.h+4)
		p.Close()
		sc.Fill(p, raster.Linear{Y0: fr.y, Y1: fr.y + fr.h, Stops: []raster.Stop{gs(0, light, a), gs(1, light, 0)}}, 1)
	}
	shaft(fx-4, fx+6, fx+46, fx-34, .17)
	shaft(fx+26, fx+31, fx+74, fx+28, .15)
	alpha := make([]float32, w*h)
	for i := range alpha {
		alpha[i] = float32(small.Pix[4*i+3])
	}
	blurBoxes(alpha, w, h, 2.6*c.u/f)
	nz := noise()
	for y := range c.in.Size.Y {
		for x := range c.in.Size.X {
			i := y/f*w + x/f
			gx, gy := float32(x%f)/f, float32(y%f)/f
			top, bot := alpha[i]+(alpha[i+1]-alpha[i])*gx, alpha[i+w]+(alpha[i+w+1]-alpha[i+w])*gx
			v := top + (bot-top)*gy + float32(nz[(y&127)<<7|x&127])*.7
			if v < .5 {
				continue
			}
			o := cv.Dst.Pix[cv.Dst.PixOffset(x, y):][:4:4]
			o[0], o[1], o[2], o[3] = uint8(v*float32(light.R)), uint8(v*float32(light.G)), uint8(v*float32(light.B)), uint8(v)
		}
	}
	c.back.setArt(cv.Dst)
	c.late = c.bokeh
}

// bokeh is out-of-focus light near the foot, away from words: it would be taken for a
// blot on the lens behind small type.
func (c *comp) bokeh(words []image.Rectangle) {
	fr := c.frame()
	cv := c.artCanvas()
	g := newRNG(c.in.Board.Seed)
	n := 20
	if c.quiet() {
		n = 9
	}
	disc := func(col look.RGB, r, a float64) raster.Paint {
		return raster.Radial{CX: r, CY: r, RX: r, RY: r, Stops: []raster.Stop{gs(0, col, a), gs(.82, col, a*1.15), gs(1, col, 0)}}
	}
	// place is where a light of a radius stands among words: the last of a few tries says no.
	place := func(r float64) (x, y float64, ok bool) {
		for range 6 {
			x, y = fr.x+g.float()*fr.w, fr.y+fr.h*(.62+.32*g.float())
			at := c.px(box{x - r - 1.2, y - r - 1.2, 2*r + 2.4, 2*r + 2.4})
			if !slices.ContainsFunc(words, at.Overlaps) {
				return x, y, true
			}
		}
		return x, y, false
	}
	for range n {
		r, a := 1+g.float()*3.2, .05+g.float()*.16
		col := c.th.A
		if g.float() < .35 {
			col = c.th.P
		}
		x, y, ok := place(r)
		if !ok {
			continue
		}
		if c.px(box{x - r, y - r, 2 * r, 2 * r}).Overlaps(c.stage.Captions) { // which come and go
			a *= .4
		}
		ctm := cv.CTM
		cv.CTM = ctm.Mul(raster.Translate(x-r, y-r))
		p := &raster.Path{}
		p.Circle(r, r, r)
		cv.Fill(p, disc(col, r, a), 1)
		cv.CTM = ctm
	}
	c.back.setArt(cv.Dst)
	c.behind(func() { c.twinkles(g, place, disc) })
}

// twinkles are lights that come and go.
func (c *comp) twinkles(g *rng, place func(r float64) (x, y float64, ok bool), disc func(col look.RGB, r, a float64) raster.Paint) {
	for i := range 4 {
		r := 1.6 + g.float()*2.4
		x, y, ok := place(r)
		if !ok {
			continue
		}
		k := c.newCanvas(2*r, 2*r, 0)
		k.disc(r, r, r, disc(c.th.A, r, .2), 1)
		slow, phase := .5+.3*g.float(), float64(i)*1.7
		k.put(x-r, y-r, func(t float64, p *scene.Pose) {
			p.Alpha *= .5 - .5*math.Cos(t*slow*2+phase)
		})
	}
}

// words are where texts stand once they rest, in frame pixels.
func (c *comp) words() []image.Rectangle {
	var out []image.Rectangle
	for _, s := range c.set {
		out = append(out, s.ink.Add(image.Pt(int(s.layer.x), int(s.layer.y))))
	}
	return out
}
