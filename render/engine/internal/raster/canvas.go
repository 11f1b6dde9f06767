package raster

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"gitops.video/render/render/engine/internal/pixel"
)

// Stop is one colour of a gradient at a position of 0–1.
type Stop struct {
	At    float64
	Color color.NRGBA
}

// Paint colours a shape. The three paints are [Solid], [Linear] and [Radial];
// their geometry is in the user space of the Fill that uses them.
type Paint interface {
	shader(inv Affine, opacity float64) shader
}

// shader writes premultiplied RGBA for the pixels right of the pixel centre (x, y).
type shader interface {
	row(dst []uint8, x, y float64)
}

// Solid is one colour.
type Solid color.NRGBA

// Linear runs from (X0, Y0) to (X1, Y1) and is constant beyond.
type Linear struct {
	X0, Y0, X1, Y1 float64
	Stops          []Stop
}

// Radial runs from the centre to an ellipse of radii RX, RY and is constant beyond.
type Radial struct {
	CX, CY, RX, RY float64
	Stops          []Stop
}

const rampSize = 1024

// ramp is a gradient as packed premultiplied pixels.
type ramp [rampSize]uint32

func newRamp(stops []Stop, opacity float64) *ramp {
	var r ramp
	for i := range r {
		r[i] = premul(sample(stops, float64(i)/(rampSize-1)), opacity)
	}
	return &r
}

// sample blends premultiplied, so that a transparent stop's colour never shows.
func sample(stops []Stop, t float64) [4]float64 {
	f := func(c color.NRGBA) [4]float64 {
		a := float64(c.A) / 255
		return [4]float64{float64(c.R) * a, float64(c.G) * a, float64(c.B) * a, 255 * a}
	}
	if len(stops) == 0 {
		return [4]float64{}
	}
	if t <= stops[0].At {
		return f(stops[0].Color)
	}
	for i := 1; i < len(stops); i++ {
		if t <= stops[i].At {
			a, b := f(stops[i-1].Color), f(stops[i].Color)
			k := (t - stops[i-1].At) / max(1e-9, stops[i].At-stops[i-1].At)
			for j := range a {
				a[j] += (b[j] - a[j]) * k
			}
			return a
		}
	}
	return f(stops[len(stops)-1].Color)
}

func premul(c [4]float64, opacity float64) (out uint32) {
	for j := range c {
		out |= uint32(min(255, max(0, c[j]*opacity))+.5) << (8 * j)
	}
	return
}

type solidShader uint32

func (s solidShader) row(dst []uint8, _, _ float64) {
	for i := 0; i+4 <= len(dst); i += 4 {
		binary.LittleEndian.PutUint32(dst[i:], uint32(s))
	}
}

func (s Solid) shader(_ Affine, opacity float64) shader {
	return solidShader(premul(sample([]Stop{{0, color.NRGBA(s)}}, 0), opacity))
}

type linearShader struct {
	r         *ramp
	ax, ay, b float64
}

func (s linearShader) row(dst []uint8, x, y float64) {
	t := s.ax*x + s.ay*y + s.b
	for i := 0; i+4 <= len(dst); i += 4 {
		binary.LittleEndian.PutUint32(dst[i:], s.r[int(min(rampSize-1, max(0, t)))])
		t += s.ax
	}
}

func (l Linear) shader(inv Affine, opacity float64) shader {
	dx, dy := l.X1-l.X0, l.Y1-l.Y0
	k := (rampSize - 1) / max(1e-9, dx*dx+dy*dy)
	// t = ((ux-X0)·dx + (uy-Y0)·dy) / |d|², with u = inv(x, y), folded into one linear form.
	return linearShader{
		newRamp(l.Stops, opacity),
		(inv.A*dx + inv.B*dy) * k, (inv.C*dx + inv.D*dy) * k,
		((inv.E-l.X0)*dx+(inv.F-l.Y0)*dy)*k + .5,
	}
}

type radialShader struct {
	r   *ramp
	inv Affine
}

func (s radialShader) row(dst []uint8, x, y float64) {
	u, v := s.inv.A*x+s.inv.C*y+s.inv.E, s.inv.B*x+s.inv.D*y+s.inv.F
	for i := 0; i+4 <= len(dst); i += 4 {
		t := math.Sqrt(u*u+v*v)*(rampSize-1) + .5
		binary.LittleEndian.PutUint32(dst[i:], s.r[int(min(rampSize-1, t))])
		u, v = u+s.inv.A, v+s.inv.B
	}
}

func (r Radial) shader(inv Affine, opacity float64) shader {
	m := Scale(1/max(1e-9, r.RX), 1/max(1e-9, r.RY)).Mul(Translate(-r.CX, -r.CY)).Mul(inv)
	return radialShader{newRamp(r.Stops, opacity), m}
}

// Canvas draws into Dst. Clips nest; each is an alpha mask over the canvas.
type Canvas struct {
	Dst   *image.RGBA
	CTM   Affine // user space to pixels
	clips []*image.Alpha
	rast  vector.Rasterizer
	cover image.Alpha
	line  []uint8 // one row of paint
}

// NewCanvas draws into dst with user space = dst's pixels.
func NewCanvas(dst *image.RGBA) *Canvas { return &Canvas{Dst: dst, CTM: Identity} }

// flatness is how far a drawn curve may stray from the true one, in pixels.
const flatness = .04

// coverage rasterises p (non-zero winding) into c.cover, whose Rect is the box it fills.
func (c *Canvas) coverage(p *Path, m Affine) image.Rectangle {
	box := p.box(m, c.Dst.Rect)
	if n := len(c.clips); n > 0 {
		box = box.Intersect(c.clips[n-1].Rect)
	}
	if box.Empty() {
		return box
	}
	w, h := box.Dx(), box.Dy()
	c.rast.Reset(w, h)
	ox, oy := float64(box.Min.X), float64(box.Min.Y)
	at := func(q Pt) (float32, float32) {
		q = m.Apply(q)
		return float32(q.X - ox), float32(q.Y - oy)
	}
	k, open := 0, false
	for _, o := range p.ops {
		switch o {
		case moveTo:
			if open {
				c.rast.ClosePath()
			}
			open = true
			x, y := at(p.pts[k])
			c.rast.MoveTo(x, y)
			k++
		case lineTo:
			x, y := at(p.pts[k])
			c.rast.LineTo(x, y)
			k++
		case quadTo:
			// The rasteriser's own flattening shows as corners on large curves.
			q0, q1, q2 := m.Apply(p.pts[k-1]), m.Apply(p.pts[k]), m.Apply(p.pts[k+1])
			n := segments(math.Hypot(q0.X-2*q1.X+q2.X, q0.Y-2*q1.Y+q2.Y)/4, flatness)
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				u := 1 - t
				w0, w1, w2 := u*u, 2*u*t, t*t
				c.rast.LineTo(float32(w0*q0.X+w1*q1.X+w2*q2.X-ox), float32(w0*q0.Y+w1*q1.Y+w2*q2.Y-oy))
			}
			k += 2
		case cubeTo:
			q0, q1, q2, q3 := m.Apply(p.pts[k-1]), m.Apply(p.pts[k]), m.Apply(p.pts[k+1]), m.Apply(p.pts[k+2])
			dev := max(math.Hypot(q0.X-2*q1.X+q2.X, q0.Y-2*q1.Y+q2.Y), math.Hypot(q1.X-2*q2.X+q3.X, q1.Y-2*q2.Y+q3.Y))
			n := segments(dev*.75, flatness)
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				u := 1 - t
				w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
				c.rast.LineTo(float32(w0*q0.X+w1*q1.X+w2*q2.X+w3*q3.X-ox), float32(w0*q0.Y+w1*q1.Y+w2*q2.Y+w3*q3.Y-oy))
			}
			k += 3
		case closePath:
			c.rast.ClosePath()
			open = false
		}
	}
	if open {
		c.rast.ClosePath()
	}
	if cap(c.cover.Pix) < w*h {
		c.cover.Pix = make([]uint8, w*h)
	}
	c.cover.Pix, c.cover.Stride, c.cover.Rect = c.cover.Pix[:w*h], w, box
	c.rast.DrawOp = 1 // draw.Src
	mask := image.Alpha{Pix: c.cover.Pix, Stride: w, Rect: image.Rect(0, 0, w, h)}
	c.rast.Draw(&mask, mask.Rect, image.Opaque, image.Point{})
	if n := len(c.clips); n > 0 {
		multiply(&c.cover, c.clips[n-1])
	}
	return box
}

// multiply scales a's coverage by b's; a.Rect lies inside b.Rect.
func multiply(a, b *image.Alpha) {
	for y := a.Rect.Min.Y; y < a.Rect.Max.Y; y++ {
		ar := a.Pix[a.PixOffset(a.Rect.Min.X, y):][:a.Rect.Dx()]
		br := b.Pix[b.PixOffset(a.Rect.Min.X, y):][:a.Rect.Dx()]
		for i, v := range br {
			ar[i] = uint8((uint32(ar[i])*uint32(v) + 127) / 255)
		}
	}
}

// Fill paints p's inside (non-zero winding) at an opacity of 0–1.
func (c *Canvas) Fill(p *Path, paint Paint, opacity float64) {
	if opacity <= 0 || p.Empty() {
		return
	}
	inv, ok := c.CTM.Invert()
	if !ok {
		return
	}
	box := c.coverage(p, c.CTM)
	if box.Empty() {
		return
	}
	sh := paint.shader(inv, opacity)
	if n := 4 * box.Dx(); cap(c.line) < n {
		c.line = make([]uint8, n)
	}
	solid, isSolid := sh.(solidShader)
	if isSolid {
		solid.row(c.line[:4*box.Dx()], 0, 0)
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		cov := c.cover.Pix[(y-box.Min.Y)*c.cover.Stride:][:box.Dx()]
		x0, x1 := covered(cov)
		if x0 == x1 {
			continue
		}
		src := c.line[:4*(x1-x0)]
		if !isSolid {
			sh.row(src, float64(box.Min.X+x0)+.5, float64(y)+.5)
		}
		pixel.OverMask(c.Dst.Pix[c.Dst.PixOffset(box.Min.X+x0, y):][:4*(x1-x0)], src, cov[x0:x1])
	}
}

// Erase makes p's inside transparent.
func (c *Canvas) Erase(p *Path) {
	box := c.coverage(p, c.CTM)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		cov := c.cover.Pix[(y-box.Min.Y)*c.cover.Stride:][:box.Dx()]
		dst := c.Dst.Pix[c.Dst.PixOffset(box.Min.X, y):][:4*box.Dx()]
		for i, v := range cov {
			for k := 4 * i; v != 0 && k < 4*i+4; k++ {
				dst[k] = uint8((uint32(dst[k])*uint32(255-v) + 127) / 255)
			}
		}
	}
}

// covered is the range of a row outside of which nothing is covered.
func covered(cov []uint8) (from, to int) {
	for from < len(cov) && cov[from] == 0 {
		from++
	}
	to = len(cov)
	for to > from && cov[to-1] == 0 {
		to--
	}
	return
}

// Clip restricts what follows to p until the matching Unclip.
func (c *Canvas) Clip(p *Path) {
	box := c.coverage(p, c.CTM)
	m := &image.Alpha{Rect: box, Stride: box.Dx()}
	if !box.Empty() {
		m.Pix = append([]uint8(nil), c.cover.Pix...)
	}
	c.clips = append(c.clips, m)
}

// Unclip drops the newest clip.
func (c *Canvas) Unclip() { c.clips = c.clips[:len(c.clips)-1] }
