package avatar

import (
	"math"

	"gitops.video/render/render/engine/internal/raster"
)

// pt is a point of a part: x, y, and 1 for a corner.
type pt [3]float64

type pts = []pt

// path draws smooth curves through p: the tangent of a smooth point leans to its
// nearer neighbour, handles are those of a circular arc, corners stay sharp.
func path(p pts, closed bool) *raster.Path {
	out := &raster.Path{}
	if len(p) == 0 {
		return out
	}
	addCurve(out, p, closed)
	return out
}

func addCurve(out *raster.Path, p pts, closed bool) {
	n := len(p)
	type vec struct {
		x, y float64
		ok   bool
	}
	tangent := func(i int) vec {
		if p[i][2] != 0 || (!closed && (i == 0 || i == n-1)) {
			return vec{}
		}
		a, b, c := p[(i+n-1)%n], p[i], p[(i+1)%n]
		x1, y1, x2, y2 := b[0]-a[0], b[1]-a[1], c[0]-b[0], c[1]-b[1]
		l1, l2 := max(math.Hypot(x1, y1), 1e-6), max(math.Hypot(x2, y2), 1e-6)
		tx, ty := x1/l1*l2+x2/l2*l1, y1/l1*l2+y2/l2*l1
		l := max(math.Hypot(tx, ty), 1e-6)
		return vec{tx / l, ty / l, true}
	}
	tan := make([]vec, n)
	for i := range p {
		tan[i] = tangent(i)
	}
	out.MoveTo(p[0][0], p[0][1])
	last := n
	if !closed {
		last = n - 1
	}
	for i := 0; i < last; i++ {
		a, b := p[i], p[(i+1)%n]
		cx, cy := b[0]-a[0], b[1]-a[1]
		l := math.Hypot(cx, cy)
		if l < 1e-6 {
			continue
		}
		ux, uy := cx/l, cy/l
		t1, t2 := tan[i], tan[(i+1)%n]
		if !t1.ok && !t2.ok {
			out.LineTo(b[0], b[1])
			continue
		}
		if !t1.ok {
			k := 2 * (t2.x*ux + t2.y*uy)
			t1 = vec{k*ux - t2.x, k*uy - t2.y, true}
		}
		if !t2.ok {
			k := 2 * (t1.x*ux + t1.y*uy)
			t2 = vec{k*ux - t1.x, k*uy - t1.y, true}
		}
		handle := func(t vec) float64 {
			c := math.Cos(math.Acos(max(-1, min(1, t.x*ux+t.y*uy))) / 2)
			return l / 3 / max(.5, c*c)
		}
		h1, h2 := handle(t1), handle(t2)
		out.CubeTo(a[0]+t1.x*h1, a[1]+t1.y*h1, b[0]-t2.x*h2, b[1]-t2.y*h2, b[0], b[1])
	}
	if closed {
		out.Close()
	}
}

// mirror closes a right half into a ring; points on the axis are not doubled.
func mirror(half pts) pts {
	out := append(pts(nil), half...)
	for i := len(half) - 1; i >= 0; i-- {
		if p := half[i]; math.Abs(p[0]) > .01 {
			out = append(out, pt{-p[0], p[1], p[2]})
		}
	}
	return out
}

func flip(p pts) pts {
	out := make(pts, len(p))
	for i, q := range p {
		out[i] = pt{-q[0], q[1], q[2]}
	}
	return out
}

func reversed(p pts) pts {
	out := make(pts, len(p))
	for i, q := range p {
		out[len(p)-1-i] = q
	}
	return out
}

func shifted(p pts, dx, dy float64) pts {
	out := make(pts, len(p))
	for i, q := range p {
		out[i] = pt{q[0] + dx, q[1] + dy, q[2]}
	}
	return out
}

// spline samples a Catmull-Rom curve through p at n+1 places.
func spline(p pts, n int) pts {
	out := make(pts, 0, n+1)
	m := len(p)
	for k := 0; k <= n; k++ {
		t := float64(k) / float64(n) * float64(m-1)
		i := min(int(t), m-2)
		f := t - float64(i)
		a, b, c, d := p[max(i-1, 0)], p[i], p[i+1], p[min(i+2, m-1)]
		var q pt
		for j := 0; j < 2; j++ {
			q[j] = .5 * (2*b[j] + (c[j]-a[j])*f + (2*a[j]-5*b[j]+4*c[j]-d[j])*f*f + (3*b[j]-a[j]-3*c[j]+d[j])*f*f*f)
		}
		out = append(out, q)
	}
	return out
}

func normals(s pts) pts {
	out := make(pts, len(s))
	for k := range s {
		a, b := s[max(k-1, 0)], s[min(k+1, len(s)-1)]
		dx, dy := b[0]-a[0], b[1]-a[1]
		l := math.Hypot(dx, dy)
		if l == 0 {
			l = 1
		}
		out[k] = pt{-dy / l, dx / l}
	}
	return out
}

// limb is the outline of a stroke along p with half-widths ws. A round cap ends
// it; without one it ends flat.
func limb(p pts, ws []float64, n int, round bool) pts {
	s := spline(p, n)
	wp := make(pts, len(ws))
	for i, w := range ws {
		wp[i] = pt{w, 0}
	}
	w, nv := spline(wp, n), normals(s)
	left, right := make(pts, n+1), make(pts, n+1)
	for k, q := range s {
		left[k] = pt{q[0] + nv[k][0]*w[k][0], q[1] + nv[k][1]*w[k][0]}
		right[k] = pt{q[0] - nv[k][0]*w[k][0], q[1] - nv[k][1]*w[k][0]}
	}
	if round {
		a, b := s[n-1], s[n]
		l := math.Hypot(b[0]-a[0], b[1]-a[1])
		if l == 0 {
			l = 1
		}
		e := w[n][0] * .98
		left = append(left, pt{b[0] + (b[0]-a[0])/l*e, b[1] + (b[1]-a[1])/l*e})
	} else {
		left[n][2], right[n][2] = 1, 1
	}
	ring := append(left, reversed(right)...)
	ring[0][2], ring[len(ring)-1][2] = 1, 1
	return ring
}

// taper is a strand or a fold: pointed at both ends, w wide in the middle.
func taper(p pts, w float64) pts { return taperPow(p, w, .8) }

func taperPow(p pts, w, power float64) pts {
	const n = 14
	s := spline(p, n)
	nv := normals(s)
	a, b := make(pts, n+1), make(pts, n+1)
	for k, q := range s {
		h := w * math.Pow(math.Sin(math.Pi*float64(k)/n), power) / 2
		if math.IsNaN(h) {
			h = 0
		}
		a[k] = pt{q[0] + nv[k][0]*h, q[1] + nv[k][1]*h}
		b[k] = pt{q[0] - nv[k][0]*h, q[1] - nv[k][1]*h}
	}
	ring := pts{{s[0][0], s[0][1], 1}}
	ring = append(ring, a[1:n]...)
	ring = append(ring, pt{s[n][0], s[n][1], 1})
	return append(ring, reversed(b[1:n])...)
}

// capsule is a tapered segment from a to b with round ends of radii ra and rb,
// bulging sideways.
func capsule(a, b pt, ra, rb, bulge float64) pts {
	dx, dy := b[0]-a[0], b[1]-a[1]
	l := math.Hypot(dx, dy)
	if l == 0 {
		l = 1
	}
	ux, uy := dx/l, dy/l
	nx, ny := -uy, ux
	at := func(t, off float64) pt { return pt{a[0] + dx*t + nx*off, a[1] + dy*t + ny*off} }
	r := func(t float64) float64 { return ra + (rb-ra)*t }
	end := func(c pt, s, rr, along, side float64) pt {
		return pt{c[0] + s*ux*rr*along + nx*rr*side, c[1] + s*uy*rr*along + ny*rr*side}
	}
	return pts{at(0, ra), at(.35, r(.35)+bulge), at(.7, r(.7)+bulge*.6), at(1, rb),
		end(b, 1, rb, .72, .72), end(b, 1, rb, 1, 0), end(b, 1, rb, .72, -.72),
		at(1, -rb), at(.7, -r(.7)-bulge*.3), at(.35, -r(.35)-bulge*.5), at(0, -ra),
		end(a, -1, ra, .72, -.72), end(a, -1, ra, 1, 0), end(a, -1, ra, .72, .72)}
}
