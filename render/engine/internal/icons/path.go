package icons

import (
	"math"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/raster"
)

// Path reads the d attribute of an SVG path: M L H V C S Q T A Z in both cases. What it
// cannot read ends the path there; the icons in this package are tested.
func Path(d string) *raster.Path {
	p := &raster.Path{}
	in := &pathReader{d: d}
	var cmd byte
	var x, y, sx, sy, cx, cy float64 // the point, the start of the part, the control point to mirror
	for {
		switch c := in.command(); {
		case c != 0:
			cmd = c
		case !in.more() || cmd == 0 || cmd|0x20 == 'z':
			return p
		case cmd == 'M':
			cmd = 'L'
		case cmd == 'm':
			cmd = 'l'
		}
		bx, by := 0.0, 0.0
		if cmd >= 'a' {
			bx, by = x, y
		}
		curve := false
		switch cmd | 0x20 {
		case 'm':
			x, y = bx+in.number(), by+in.number()
			sx, sy = x, y
			p.MoveTo(x, y)
		case 'l':
			x, y = bx+in.number(), by+in.number()
			p.LineTo(x, y)
		case 'h':
			x = bx + in.number()
			p.LineTo(x, y)
		case 'v':
			y = by + in.number()
			p.LineTo(x, y)
		case 'c', 's':
			ax, ay := 2*x-cx, 2*y-cy
			if cmd|0x20 == 'c' {
				ax, ay = bx+in.number(), by+in.number()
			}
			cx, cy = bx+in.number(), by+in.number()
			x, y = bx+in.number(), by+in.number()
			p.CubeTo(ax, ay, cx, cy, x, y)
			curve = true
		case 'q', 't':
			cx, cy = 2*x-cx, 2*y-cy
			if cmd|0x20 == 'q' {
				cx, cy = bx+in.number(), by+in.number()
			}
			x, y = bx+in.number(), by+in.number()
			p.QuadTo(cx, cy, x, y)
			curve = true
		case 'a':
			rx, ry, rot := in.number(), in.number(), in.number()
			large, sweep := in.flag(), in.flag()
			nx, ny := bx+in.number(), by+in.number()
			arc(p, x, y, nx, ny, rx, ry, rot, large, sweep)
			x, y = nx, ny
		case 'z':
			p.Close()
			x, y = sx, sy
		}
		if !curve {
			cx, cy = x, y
		}
		if in.bad {
			return p
		}
	}
}

// pathReader takes a path apart. Numbers stick together where that is no doubt
// ("1.5.5-2"), and so do the flags of arcs and what follows them ("012").
type pathReader struct {
	d   string
	i   int
	bad bool
}

func (r *pathReader) more() bool {
	for r.i < len(r.d) && strings.IndexByte(" ,\n\t", r.d[r.i]) >= 0 {
		r.i++
	}
	return r.i < len(r.d)
}

// command takes a letter, 0 if there is none.
func (r *pathReader) command() byte {
	if !r.more() || strings.IndexByte("MmLlHhVvCcSsQqTtAaZz", r.d[r.i]) < 0 {
		return 0
	}
	r.i++
	return r.d[r.i-1]
}

func (r *pathReader) number() float64 {
	r.more()
	j, dot := r.i, false
	if j < len(r.d) && (r.d[j] == '-' || r.d[j] == '+') {
		j++
	}
	for j < len(r.d) && (r.d[j] >= '0' && r.d[j] <= '9' || r.d[j] == '.' && !dot) {
		dot = dot || r.d[j] == '.'
		j++
	}
	v, err := strconv.ParseFloat(r.d[r.i:j], 64)
	r.i, r.bad = j, r.bad || err != nil
	return v
}

func (r *pathReader) flag() bool {
	if !r.more() || r.d[r.i] != '0' && r.d[r.i] != '1' {
		r.bad = true
		return false
	}
	r.i++
	return r.d[r.i-1] == '1'
}

// arc adds an elliptical arc as cubics (SVG 1.1, F.6).
func arc(p *raster.Path, x1, y1, x2, y2, rx, ry, rot float64, large, sweep bool) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || x1 == x2 && y1 == y2 {
		p.LineTo(x2, y2)
		return
	}
	s, c := math.Sincos(rot * math.Pi / 180)
	dx, dy := (x1-x2)/2, (y1-y2)/2
	ux, uy := c*dx+s*dy, -s*dx+c*dy
	if l := ux*ux/(rx*rx) + uy*uy/(ry*ry); l > 1 {
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	k := max(0, (rx*rx*ry*ry-rx*rx*uy*uy-ry*ry*ux*ux)/(rx*rx*uy*uy+ry*ry*ux*ux))
	k = math.Sqrt(k)
	if large == sweep {
		k = -k
	}
	vx, vy := k*rx*uy/ry, -k*ry*ux/rx
	mx, my := c*vx-s*vy+(x1+x2)/2, s*vx+c*vy+(y1+y2)/2
	a0 := math.Atan2((uy-vy)/ry, (ux-vx)/rx)
	da := math.Atan2((-uy-vy)/ry, (-ux-vx)/rx) - a0
	if sweep && da < 0 {
		da += 2 * math.Pi
	} else if !sweep && da > 0 {
		da -= 2 * math.Pi
	}
	n := int(math.Ceil(math.Abs(da) / (math.Pi / 2)))
	step := da / float64(n)
	h := 4.0 / 3 * math.Tan(step/4)
	at := func(a float64, ox, oy float64) (float64, float64) {
		sa, ca := math.Sincos(a)
		ex, ey := rx*(ca+ox*-sa), ry*(sa+oy*ca)
		return c*ex - s*ey + mx, s*ex + c*ey + my
	}
	for i := range n {
		a, b := a0+step*float64(i), a0+step*float64(i+1)
		ax, ay := at(a, h, h)
		bx, by := at(b, -h, -h)
		ex, ey := at(b, 0, 0)
		if i == n-1 {
			ex, ey = x2, y2
		}
		p.CubeTo(ax, ay, bx, by, ex, ey)
	}
}
