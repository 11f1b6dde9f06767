package raster

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
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

// shader yields premultiplied 8-bit colour for the pixel centre (x, y).
type shader interface{ at(x, y float64) [4]uint32 }

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

const rampSize = 512

type ramp [rampSize][4]uint32

func newRamp(stops []Stop, opacity float64) *ramp {
	var r ramp
	for i := range r {
		t := float64(i) / (rampSize - 1)
		r[i] = premul(sample(stops, t), opacity)
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

func premul(c [4]float64, opacity float64) (out [4]uint32) {
	for j := range c {
		out[j] = uint32(min(255, max(0, c[j]*opacity))*256 + .5)
	}
	return
}

type solidShader [4]uint32

func (s solidShader) at(float64, float64) [4]uint32 { return s }

func (s Solid) shader(_ Affine, opacity float64) shader {
	return solidShader(premul(sample([]Stop{{0, color.NRGBA(s)}}, 0), opacity))
}

type linearShader struct {
	r         *ramp
	ax, ay, b float64
}

func (s linearShader) at(x, y float64) [4]uint32 {
	return s.r[min(rampSize-1, max(0, int(s.ax*x+s.ay*y+s.b)))]
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

func (s radialShader) at(x, y float64) [4]uint32 {
	u, v := s.inv.A*x+s.inv.C*y+s.inv.E, s.inv.B*x+s.inv.D*y+s.inv.F
	return s.r[min(rampSize-1, int(math.Sqrt(u*u+v*v)*(rampSize-1)+.5))]
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
	solid, isSolid := sh.(solidShader)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		cov := c.cover.Pix[(y-box.Min.Y)*c.cover.Stride:][:box.Dx()]
		dst := c.Dst.Pix[c.Dst.PixOffset(box.Min.X, y):][:4*box.Dx()]
		for i, v := range cov {
			if v == 0 {
				continue
			}
			s := [4]uint32(solid)
			if !isSolid {
				s = sh.at(float64(box.Min.X+i)+.5, float64(y)+.5)
			}
			over(dst[4*i:4*i+4:4*i+4], s, uint32(v))
		}
	}
}

// over composites s (premultiplied, 8.8 fixed point) at coverage v onto d.
func over(d []uint8, s [4]uint32, v uint32) {
	v += v >> 7 // 0–256
	a := (s[3]*v + 128) >> 8
	k := 65280 - a // 255·256 minus alpha
	d[0] = uint8(((s[0]*v+128)>>8 + (uint32(d[0])*k+127)/255 + 128) >> 8)
	d[1] = uint8(((s[1]*v+128)>>8 + (uint32(d[1])*k+127)/255 + 128) >> 8)
	d[2] = uint8(((s[2]*v+128)>>8 + (uint32(d[2])*k+127)/255 + 128) >> 8)
	d[3] = uint8((a + (uint32(d[3])*k+127)/255 + 128) >> 8)
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
