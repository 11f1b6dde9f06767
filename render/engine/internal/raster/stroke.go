package raster

import "math"

// Stroke returns the outline of p drawn with a round pen of the given width:
// round caps, round joins. Its contours overlap, so fill it by non-zero winding,
// which [Canvas.Fill] does.
func (p *Path) Stroke(width float64) *Path {
	out := &Path{}
	r := width / 2
	lines, closed := p.Polylines(Identity, .05)
	for i, l := range lines {
		strokeLine(out, l, closed[i], func(int) float64 { return r })
	}
	return out
}

// Dash cuts p into dashes: on and off in user units, starting at offset.
func (p *Path) Dash(on, off, offset float64) *Path {
	out := &Path{}
	lines, closed := p.Polylines(Identity, .05)
	for i, l := range lines {
		if closed[i] {
			l = append(l[:len(l):len(l)], l[0])
		}
		at, draw := math.Mod(offset, on+off), false
		for k := 1; k < len(l); k++ {
			a, b := l[k-1], l[k]
			n := math.Hypot(b.X-a.X, b.Y-a.Y)
			for s := 0.0; s < n; {
				isOn := at < on
				left := on - at
				if !isOn {
					left = on + off - at
				}
				e := min(n, s+left)
				q := Pt{a.X + (b.X-a.X)*e/n, a.Y + (b.Y-a.Y)*e/n}
				if isOn {
					if !draw {
						out.MoveTo(a.X+(b.X-a.X)*s/n, a.Y+(b.Y-a.Y)*s/n)
					}
					out.LineTo(q.X, q.Y)
				}
				draw = isOn
				at += e - s
				if at >= on+off-1e-9 {
					at = 0
				}
				s = e
			}
		}
	}
	return out
}

// Trim keeps the part of p between the shares from and to (0–1) of its length:
// the tool for lines that draw themselves.
func (p *Path) Trim(from, to float64) *Path {
	out := &Path{}
	lines, closed := p.Polylines(Identity, .05)
	total := 0.0
	for i, l := range lines {
		if closed[i] {
			lines[i] = append(l[:len(l):len(l)], l[0])
		}
		for k := 1; k < len(lines[i]); k++ {
			total += math.Hypot(lines[i][k].X-lines[i][k-1].X, lines[i][k].Y-lines[i][k-1].Y)
		}
	}
	lo, hi, at := from*total, to*total, 0.0
	for _, l := range lines {
		open := false
		for k := 1; k < len(l); k++ {
			a, b := l[k-1], l[k]
			n := math.Hypot(b.X-a.X, b.Y-a.Y)
			s, e := max(lo-at, 0), min(hi-at, n)
			if n > 0 && s < e {
				if !open {
					out.MoveTo(a.X+(b.X-a.X)*s/n, a.Y+(b.Y-a.Y)*s/n)
					open = true
				}
				out.LineTo(a.X+(b.X-a.X)*e/n, a.Y+(b.Y-a.Y)*e/n)
			}
			at += n
		}
	}
	return out
}

func strokeLine(out *Path, l []Pt, closed bool, half func(i int) float64) {
	if closed && len(l) > 1 {
		l = append(l[:len(l):len(l)], l[0])
	}
	for i, a := range l {
		r := half(i)
		if i == 0 || i == len(l)-1 || bends(l, i) {
			out.Circle(a.X, a.Y, r)
		}
		if i == 0 {
			continue
		}
		b := l[i-1]
		n := math.Hypot(a.X-b.X, a.Y-b.Y)
		if n < 1e-9 {
			continue
		}
		nx, ny := -(a.Y-b.Y)/n, (a.X-b.X)/n
		q := half(i - 1)
		// Same turning sense as Circle, so that windings add up.
		out.MoveTo(b.X+nx*q, b.Y+ny*q)
		out.LineTo(b.X-nx*q, b.Y-ny*q)
		out.LineTo(a.X-nx*r, a.Y-ny*r)
		out.LineTo(a.X+nx*r, a.Y+ny*r)
		out.Close()
	}
}

// bends says whether the polyline turns at i enough for a gap to show.
func bends(l []Pt, i int) bool {
	ax, ay := l[i].X-l[i-1].X, l[i].Y-l[i-1].Y
	bx, by := l[i+1].X-l[i].X, l[i+1].Y-l[i].Y
	return math.Abs(ax*by-ay*bx) > .02*math.Hypot(ax, ay)*math.Hypot(bx, by) || ax*bx+ay*by < 0
}
