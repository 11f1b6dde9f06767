// Package raster draws anti-aliased paths with solid and gradient paints into
// premultiplied RGBA images. A shape is rasterised to its own bounding box, never
// to the frame, so that the cost follows the shape's size.
package raster

import (
	"image"
	"math"
)

// Pt is a point in user space.
type Pt struct{ X, Y float64 }

// Affine maps (x, y) to (A·x+C·y+E, B·x+D·y+F).
type Affine struct{ A, B, C, D, E, F float64 }

// Identity changes nothing.
var Identity = Affine{A: 1, D: 1}

// Translate moves by (x, y).
func Translate(x, y float64) Affine { return Affine{1, 0, 0, 1, x, y} }

// Scale scales about the origin.
func Scale(x, y float64) Affine { return Affine{x, 0, 0, y, 0, 0} }

// Rotate turns by deg degrees clockwise about (cx, cy).
func Rotate(deg, cx, cy float64) Affine {
	s, c := math.Sincos(deg * math.Pi / 180)
	return Affine{c, s, -s, c, cx - c*cx + s*cy, cy - s*cx - c*cy}
}

// Mul applies n first, then m.
func (m Affine) Mul(n Affine) Affine {
	return Affine{
		m.A*n.A + m.C*n.B, m.B*n.A + m.D*n.B,
		m.A*n.C + m.C*n.D, m.B*n.C + m.D*n.D,
		m.A*n.E + m.C*n.F + m.E, m.B*n.E + m.D*n.F + m.F,
	}
}

// Apply maps p.
func (m Affine) Apply(p Pt) Pt { return Pt{m.A*p.X + m.C*p.Y + m.E, m.B*p.X + m.D*p.Y + m.F} }

// Invert is the inverse map; ok is false for a degenerate one.
func (m Affine) Invert() (inv Affine, ok bool) {
	det := m.A*m.D - m.B*m.C
	if math.Abs(det) < 1e-12 {
		return Identity, false
	}
	return Affine{m.D / det, -m.B / det, -m.C / det, m.A / det,
		(m.C*m.F - m.D*m.E) / det, (m.B*m.E - m.A*m.F) / det}, true
}

type op uint8

const (
	moveTo op = iota
	lineTo
	quadTo
	cubeTo
	closePath
)

// Path is a list of contours. The zero Path is empty and ready to use.
type Path struct {
	ops []op
	pts []Pt
}

// MoveTo starts a contour.
func (p *Path) MoveTo(x, y float64) { p.ops = append(p.ops, moveTo); p.pts = append(p.pts, Pt{x, y}) }

// LineTo adds a straight line.
func (p *Path) LineTo(x, y float64) { p.ops = append(p.ops, lineTo); p.pts = append(p.pts, Pt{x, y}) }

// QuadTo adds a quadratic curve.
func (p *Path) QuadTo(cx, cy, x, y float64) {
	p.ops = append(p.ops, quadTo)
	p.pts = append(p.pts, Pt{cx, cy}, Pt{x, y})
}

// CubeTo adds a cubic curve.
func (p *Path) CubeTo(ax, ay, bx, by, x, y float64) {
	p.ops = append(p.ops, cubeTo)
	p.pts = append(p.pts, Pt{ax, ay}, Pt{bx, by}, Pt{x, y})
}

// Close closes the contour.
func (p *Path) Close() { p.ops = append(p.ops, closePath) }

// Empty says whether nothing was added.
func (p *Path) Empty() bool { return len(p.ops) == 0 }

// Append adds q's contours, mapped by m.
func (p *Path) Append(q *Path, m Affine) {
	p.ops = append(p.ops, q.ops...)
	for _, pt := range q.pts {
		p.pts = append(p.pts, m.Apply(pt))
	}
}

// Transform returns p mapped by m.
func (p *Path) Transform(m Affine) *Path { q := &Path{}; q.Append(p, m); return q }

// Bounds is the box of the control points, which holds the shape.
func (p *Path) Bounds() (x0, y0, x1, y1 float64) {
	if len(p.pts) == 0 {
		return
	}
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range p.pts {
		x0, y0, x1, y1 = min(x0, q.X), min(y0, q.Y), max(x1, q.X), max(y1, q.Y)
	}
	return
}

// kappa places cubic handles for a quarter circle.
const kappa = .5522847498

// Rect adds a rectangle.
func (p *Path) Rect(x, y, w, h float64) {
	p.MoveTo(x, y)
	p.LineTo(x+w, y)
	p.LineTo(x+w, y+h)
	p.LineTo(x, y+h)
	p.Close()
}

// RoundRect adds a rectangle with radius r at every corner.
func (p *Path) RoundRect(x, y, w, h, r float64) { p.RoundRect4(x, y, w, h, [4]float64{r, r, r, r}) }

// RoundRect4 takes a radius a corner: top left, top right, bottom right, bottom left.
func (p *Path) RoundRect4(x, y, w, h float64, r [4]float64) {
	lim := max(0, min(w, h)/2)
	for i := range r {
		r[i] = min(max(0, r[i]), lim)
	}
	p.MoveTo(x+r[0], y)
	p.LineTo(x+w-r[1], y)
	p.CubeTo(x+w-r[1]*(1-kappa), y, x+w, y+r[1]*(1-kappa), x+w, y+r[1])
	p.LineTo(x+w, y+h-r[2])
	p.CubeTo(x+w, y+h-r[2]*(1-kappa), x+w-r[2]*(1-kappa), y+h, x+w-r[2], y+h)
	p.LineTo(x+r[3], y+h)
	p.CubeTo(x+r[3]*(1-kappa), y+h, x, y+h-r[3]*(1-kappa), x, y+h-r[3])
	p.LineTo(x, y+r[0])
	p.CubeTo(x, y+r[0]*(1-kappa), x+r[0]*(1-kappa), y, x+r[0], y)
	p.Close()
}

// Ellipse adds an ellipse.
func (p *Path) Ellipse(cx, cy, rx, ry float64) {
	kx, ky := rx*kappa, ry*kappa
	p.MoveTo(cx+rx, cy)
	p.CubeTo(cx+rx, cy+ky, cx+kx, cy+ry, cx, cy+ry)
	p.CubeTo(cx-kx, cy+ry, cx-rx, cy+ky, cx-rx, cy)
	p.CubeTo(cx-rx, cy-ky, cx-kx, cy-ry, cx, cy-ry)
	p.CubeTo(cx+kx, cy-ry, cx+rx, cy-ky, cx+rx, cy)
	p.Close()
}

// Circle adds a circle.
func (p *Path) Circle(cx, cy, r float64) { p.Ellipse(cx, cy, r, r) }

// Polylines flattens the path into polylines with an error below tol pixels.
// closed[i] says whether polyline i ended in Close.
func (p *Path) Polylines(m Affine, tol float64) (lines [][]Pt, closed []bool) {
	var cur []Pt
	flush := func(c bool) {
		if len(cur) > 0 {
			lines, closed = append(lines, cur), append(closed, c)
			cur = nil
		}
	}
	k := 0
	var start Pt
	for _, o := range p.ops {
		switch o {
		case moveTo:
			flush(false)
			start = m.Apply(p.pts[k])
			cur = append(cur, start)
			k++
		case lineTo:
			cur = append(cur, m.Apply(p.pts[k]))
			k++
		case quadTo:
			a, b, c := cur[len(cur)-1], m.Apply(p.pts[k]), m.Apply(p.pts[k+1])
			n := segments(math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y)/4, tol)
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				u := 1 - t
				cur = append(cur, Pt{u*u*a.X + 2*u*t*b.X + t*t*c.X, u*u*a.Y + 2*u*t*b.Y + t*t*c.Y})
			}
			k += 2
		case cubeTo:
			a, b, c, d := cur[len(cur)-1], m.Apply(p.pts[k]), m.Apply(p.pts[k+1]), m.Apply(p.pts[k+2])
			dd := max(math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y), math.Hypot(b.X-2*c.X+d.X, b.Y-2*c.Y+d.Y))
			n := segments(dd*.75, tol)
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				u := 1 - t
				w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
				cur = append(cur, Pt{w0*a.X + w1*b.X + w2*c.X + w3*d.X, w0*a.Y + w1*b.Y + w2*c.Y + w3*d.Y})
			}
			k += 3
		case closePath:
			flush(true)
			cur = append(cur, start)
		}
	}
	if len(cur) > 1 {
		flush(false)
	}
	return lines, closed
}

// segments is how many chords keep a curve whose second difference is dev within tol.
func segments(dev, tol float64) int {
	return max(1, min(64, int(math.Ceil(math.Sqrt(dev/tol)))))
}

// box is the pixel rectangle that holds the mapped path, clipped to r.
func (p *Path) box(m Affine, r image.Rectangle) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range p.pts {
		q = m.Apply(q)
		x0, y0, x1, y1 = min(x0, q.X), min(y0, q.Y), max(x1, q.X), max(y1, q.Y)
	}
	if !(x1 >= x0) || math.IsInf(x0, 0) || math.IsInf(x1, 0) || math.IsInf(y0, 0) || math.IsInf(y1, 0) {
		return image.Rectangle{}
	}
	lim := func(v float64) int { return int(min(max(v, -1<<20), 1<<20)) }
	return image.Rect(lim(math.Floor(x0)), lim(math.Floor(y0)), lim(math.Ceil(x1)), lim(math.Ceil(y1))).Intersect(r)
}
