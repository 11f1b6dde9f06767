package motion

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// canvas draws one sprite in u: its origin is the thing's own corner, and a margin
// around it holds shadows and overshoot.
type canvas struct {
	*raster.Canvas
	c        *comp
	padX     float64 // px
	padY     float64
	w, h     float64 // u, without the margin
	finished *scene.Sprite
	set      []setText
	paint    func(img *image.RGBA) // draws all of it; nil = it is drawn
}

// newCanvas is w × h u with a margin of pad u.
func (c *comp) newCanvas(w, h, pad float64) *canvas {
	return c.canvasOn(image.NewRGBA(c.extent(w, h, pad)), w, h, pad)
}

// extent is the size of a canvas in px.
func (c *comp) extent(w, h, pad float64) image.Rectangle {
	px := math.Ceil(pad * c.u)
	return image.Rect(0, 0, int(math.Ceil(w*c.u+2*px)), int(math.Ceil(h*c.u+2*px)))
}

func (c *comp) canvasOn(img *image.RGBA, w, h, pad float64) *canvas {
	px := math.Ceil(pad * c.u)
	k := &canvas{Canvas: raster.NewCanvas(img), c: c, padX: px, padY: px, w: w, h: h}
	k.CTM = raster.Translate(px, px).Mul(raster.Scale(c.u, c.u))
	return k
}

// whenSeen is a canvas that paint draws on when it is seen, and again when it is seen
// after it was not: of the states that a list's cards go through, most are not seen, and
// each takes 5 MB at 3840×2160. To know what words it will hold, paint first draws on nothing.
func (c *comp) whenSeen(w, h, pad float64, paint func(k *canvas)) *canvas {
	k := c.canvasOn(&image.RGBA{}, w, h, pad)
	paint(k)
	r := c.extent(w, h, pad)
	k.finished = &scene.Sprite{Img: &image.RGBA{Rect: r, Stride: 4 * r.Dx()}}
	then := *c // pages and grounds change it
	k.paint = func(img *image.RGBA) {
		now := *c
		*c = then
		paint(c.canvasOn(img, w, h, pad))
		*c = now
	}
	return k
}

// plain is a sprite of one paint from side to side: all its rows are the same one in
// memory, of which a frame at 3840×2160 would take 33 MB.
func plain(size image.Point, p raster.Paint) *scene.Sprite {
	img := image.NewRGBA(image.Rect(0, 0, size.X, 1))
	q := &raster.Path{}
	q.RoundRect(-1, -1, float64(size.X+2), 3, 0)
	raster.NewCanvas(img).Fill(q, p, 1)
	img.Rect.Max.Y, img.Stride = size.Y, 0
	return &scene.Sprite{Img: img}
}

// put places the canvas with its origin at (x, y) u of the design.
func (k *canvas) put(x, y float64, tracks ...track) *layer {
	l := k.c.add(k.sprite(), k.c.pxX(x)-k.padX, k.c.pxY(y)-k.padY, tracks...)
	l.paint = k.paint
	for _, s := range k.set {
		s.layer = l
		k.c.set = append(k.c.set, s)
	}
	return l
}

func (k *canvas) sprite() *scene.Sprite {
	if k.finished == nil {
		k.finished = &scene.Sprite{Img: k.Dst}
	}
	return k.finished
}

func (k *canvas) rr(x, y, w, h, r float64, p raster.Paint, alpha float64) {
	q := &raster.Path{}
	q.RoundRect(x, y, w, h, r)
	k.Fill(q, p, alpha)
}

func (k *canvas) disc(x, y, r float64, p raster.Paint, alpha float64) {
	q := &raster.Path{}
	q.Circle(x, y, r)
	k.Fill(q, p, alpha)
}

func (k *canvas) line(x0, y0, x1, y1, width float64, p raster.Paint, alpha float64) {
	q := &raster.Path{}
	q.MoveTo(x0, y0)
	q.LineTo(x1, y1)
	k.Fill(q.Stroke(width), p, alpha)
}

// outline strokes a rounded box just inside its edge.
func (k *canvas) outline(x, y, w, h, r, width float64, p raster.Paint, alpha float64) {
	q := &raster.Path{}
	q.RoundRect(x+width/2, y+width/2, w-width, h-width, r-width/2)
	k.Fill(q.Stroke(width), p, alpha)
}

// text draws a block with its origin at (x, y) u.
func (k *canvas) text(b *text.Block, x, y float64) {
	if b == nil {
		return
	}
	ctm := k.CTM
	at := image.Pt(int(math.Round(k.padX+x*k.c.u)), int(math.Round(k.padY+y*k.c.u)))
	k.CTM = raster.Translate(float64(at.X), float64(at.Y))
	b.Draw(k.Canvas, 0, 0)
	k.CTM = ctm
	on := image.Rect(int(k.padX), int(k.padY), int(k.padX+k.w*k.c.u), int(k.padY+k.h*k.c.u))
	k.set = append(k.set, setText{block: b, ink: b.Bounds(-1).Add(at), on: on, color: colorOf(b)})
}

// blit draws a picture with its corner at the canvas's origin.
func (k *canvas) blit(img *image.RGBA) {
	draw.Draw(k.Dst, img.Rect.Sub(img.Rect.Min).Add(image.Pt(int(k.padX), int(k.padY))), img, img.Rect.Min, draw.Over)
}

func (k *canvas) icon(name string, x, y, size float64, col look.RGB, stroke float64) {
	ctm := k.CTM
	if k.c.rtl && !pointing(name) {
		k.CTM = ctm.Mul(unturned(x, size))
	}
	drawIcon(k.Canvas, k.c.th.Style, name, x, y, size, col, stroke)
	k.CTM = ctm
}

func solid(c look.RGB) raster.Solid   { return raster.Solid(c.NRGBA(1)) }
func fillOf(f look.Fill) raster.Solid { return raster.Solid(f.NRGBA(f.Alpha)) }
func white(alpha float64) raster.Solid {
	return raster.Solid{R: 255, G: 255, B: 255, A: uint8(alpha*255 + .5)}
}
func ink(c look.RGB) color.NRGBA { return c.NRGBA(1) }
func gs(at float64, c look.RGB, a float64) raster.Stop {
	return raster.Stop{At: at, Color: c.NRGBA(a)}
}

// cssLinear is a gradient across a box at an angle as in CSS: 0 is up, 90 right.
func cssLinear(x, y, w, h, deg float64, stops ...raster.Stop) raster.Linear {
	s, c := math.Sincos(deg * math.Pi / 180)
	l := (math.Abs(w*s) + math.Abs(h*c)) / 2
	mx, my := x+w/2, y+h/2
	return raster.Linear{X0: mx - s*l, Y0: my + c*l, X1: mx + s*l, Y1: my - c*l, Stops: stops}
}

// shadow paints the soft shadow of a rounded box: offset dy and a CSS blur, in u.
func (k *canvas) shadow(x, y, w, h, r, dy, blur float64, col look.RGB, alpha float64) {
	if alpha <= 0 {
		return
	}
	softBox(k.Dst, k.padX+x*k.c.u, k.padY+(y+dy)*k.c.u, w*k.c.u, h*k.c.u, r*k.c.u, blur*k.c.u/2, col, alpha)
}

// softBox blends a rounded box, blurred by sigma px, into dst. It is computed at a
// fraction of the size: blurred edges hold no detail.
func softBox(dst *image.RGBA, x, y, w, h, r, sigma float64, col look.RGB, alpha float64) {
	if dst.Rect.Empty() {
		return
	}
	f := 1.0
	for f < 8 && sigma/f > 4 {
		f *= 2
	}
	m := 3 * sigma
	bw, bh := int((w+2*m)/f)+2, int((h+2*m)/f)+2
	if bw < 2 || bh < 2 || bw*bh > 1<<22 {
		return
	}
	small := image.NewRGBA(image.Rect(0, 0, bw, bh))
	cv := raster.NewCanvas(small)
	p := &raster.Path{}
	p.RoundRect(m/f, m/f, w/f, h/f, r/f)
	cv.Fill(p, raster.Solid{A: 255}, 1)
	a := make([]float32, bw*bh)
	for i := range a {
		a[i] = float32(small.Pix[4*i+3])
	}
	blurBoxes(a, bw, bh, sigma/f)
	ox, oy := x-m, y-m
	cr, cg, cb := float32(col.R*alpha), float32(col.G*alpha), float32(col.B*alpha)
	al := float32(alpha)
	b := image.Rect(int(ox), int(oy), int(ox+float64(bw)*f), int(oy+float64(bh)*f)).Intersect(dst.Rect)
	// Where each column lies in the small picture is the same in every row.
	type column struct {
		i  int
		fx float32
	}
	columns := make([]column, max(0, b.Dx()))
	for k := range columns {
		sx := (float64(b.Min.X+k)+.5-ox)/f - .5
		i := int(math.Floor(sx))
		columns[k] = column{i, float32(sx - float64(i))}
	}
	tile := noise()
	for py := b.Min.Y; py < b.Max.Y; py++ {
		sy := (float64(py)+.5-oy)/f - .5
		iy := int(math.Floor(sy))
		fy := float32(sy - float64(iy))
		if iy < 0 || iy+1 >= bh {
			continue
		}
		upper, lower := a[iy*bw:][:bw:bw], a[(iy+1)*bw:][:bw:bw]
		grain, row := tile[(py&127)<<7:][:128:128], dst.Pix[dst.PixOffset(b.Min.X, py):]
		for j, c := range columns {
			ix, fx := c.i, c.fx
			if ix < 0 || ix+1 >= bw {
				continue
			}
			top := upper[ix] + (upper[ix+1]-upper[ix])*fx
			bot := lower[ix] + (lower[ix+1]-lower[ix])*fx
			v := top + (bot-top)*fy
			if v < .4 {
				continue
			}
			// Dither the lowest bit, so that large soft shadows do not band.
			n := float32(grain[(b.Min.X+j)&127]) * .5
			o := row[4*j : 4*j+4 : 4*j+4]
			if o[3] == 0 { // most shadows fall on nothing
				o[0], o[1], o[2] = uint8(cr*v+.5), uint8(cg*v+.5), uint8(cb*v+.5)
				o[3] = uint8(min(255, max(float32(max(o[0], o[1], o[2])), al*v+.5+n)))
				continue
			}
			k := 1 - v*al/255
			o[0] = uint8(float32(o[0])*k + cr*v + .5)
			o[1] = uint8(float32(o[1])*k + cg*v + .5)
			o[2] = uint8(float32(o[2])*k + cb*v + .5)
			o[3] = uint8(min(255, max(float32(max(o[0], o[1], o[2])), float32(o[3])*k+al*v+.5+n)))
		}
	}
}

// blurBoxes blurs w × h values by three box passes each way, close to a Gaussian.
func blurBoxes(a []float32, w, h int, sigma float64) {
	r := int(math.Round((math.Sqrt(4*sigma*sigma+1) - 1) / 2))
	if r < 1 {
		return
	}
	tmp := make([]float32, max(w, h))
	pass := func(n, stride int, at int) {
		inv := 1 / float32(2*r+1)
		sum := float32(0)
		get := func(i int) float32 {
			if i < 0 || i >= n {
				return 0
			}
			return a[at+i*stride]
		}
		for i := -r; i <= r; i++ {
			sum += get(i)
		}
		for i := range n {
			tmp[i] = sum * inv
			sum += get(i+r+1) - get(i-r)
		}
		for i := range n {
			a[at+i*stride] = tmp[i]
		}
	}
	for range 3 {
		for y := range h {
			pass(w, 1, y*w)
		}
		for x := range w {
			pass(h, w, x)
		}
	}
}

// radial paints a glow into the canvas with the falloff of the stage lights.
func (k *canvas) radial(x, y, rx, ry float64, col look.RGB, alpha float64) {
	p := &raster.Path{}
	p.Ellipse(x, y, rx, ry)
	k.Fill(p, glowPaint(x, y, rx, ry, col, alpha), 1)
}

func glowPaint(x, y, rx, ry float64, col look.RGB, alpha float64) raster.Radial {
	at := []float64{0, .20, .42, .64, .84, 1}
	v := []float64{1, .78, .45, .19, .05, 0}
	var st []raster.Stop
	for i := range at {
		st = append(st, gs(at[i], col, alpha*v[i]))
	}
	return raster.Radial{CX: x, CY: y, RX: rx, RY: ry, Stops: st}
}
