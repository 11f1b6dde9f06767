package motion

import (
	"math"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/raster"
)

// svgPath reads the d attribute of an SVG path: M L H V C S Q T A Z in both cases.
// What it cannot read ends the path there; the icons in this package are tested.
func svgPath(d string) *raster.Path {
	p := &raster.Path{}
	toks := pathTokens(d)
	var cmd byte
	var x, y, sx, sy, cx, cy float64
	i := 0
	num := func() float64 {
		if i >= len(toks) {
			return 0
		}
		v, _ := strconv.ParseFloat(toks[i], 64)
		i++
		return v
	}
	for i < len(toks) {
		if c := toks[i][0]; c >= 'A' && len(toks[i]) == 1 {
			cmd = c
			i++
		} else if cmd == 'M' {
			cmd = 'L'
		} else if cmd == 'm' {
			cmd = 'l'
		} else if cmd == 'Z' || cmd == 'z' || cmd == 0 {
			return p
		}
		bx, by := 0.0, 0.0
		if cmd >= 'a' {
			bx, by = x, y
		}
		curve := false
		switch cmd | 0x20 {
		case 'm':
			x, y = bx+num(), by+num()
			sx, sy = x, y
			p.MoveTo(x, y)
		case 'l':
			x, y = bx+num(), by+num()
			p.LineTo(x, y)
		case 'h':
			x = bx + num()
			p.LineTo(x, y)
		case 'v':
			y = by + num()
			p.LineTo(x, y)
		case 'c', 's':
			ax, ay := 2*x-cx, 2*y-cy
			if cmd|0x20 == 'c' {
				ax, ay = bx+num(), by+num()
			}
			cx, cy = bx+num(), by+num()
			x, y = bx+num(), by+num()
			p.CubeTo(ax, ay, cx, cy, x, y)
			curve = true
		case 'q':
			cx, cy = bx+num(), by+num()
			x, y = bx+num(), by+num()
			p.QuadTo(cx, cy, x, y)
			curve = true
		case 'a':
			rx, ry, rot := num(), num(), num()
			large, sweep := num() != 0, num() != 0
			nx, ny := bx+num(), by+num()
			arc(p, x, y, nx, ny, rx, ry, rot, large, sweep)
			x, y = nx, ny
		case 'z':
			p.Close()
			x, y = sx, sy
		default:
			return p
		}
		if !curve {
			cx, cy = x, y
		}
	}
	return p
}

// pathTokens splits letters and numbers; arc flags may stick to what follows.
func pathTokens(d string) []string {
	var out []string
	for i := 0; i < len(d); {
		ch := d[i]
		switch {
		case ch == ' ' || ch == ',' || ch == '\n':
			i++
		case strings.IndexByte("MmLlHhVvCcSsQqTtAaZz", ch) >= 0:
			out = append(out, d[i:i+1])
			i++
		default:
			j, dot := i, false
			if d[j] == '-' || d[j] == '+' {
				j++
			}
			for j < len(d) && (d[j] >= '0' && d[j] <= '9' || d[j] == '.' && !dot) {
				dot = dot || d[j] == '.'
				j++
			}
			if j == i {
				return out
			}
			out = append(out, d[i:j])
			i = j
		}
	}
	return out
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
