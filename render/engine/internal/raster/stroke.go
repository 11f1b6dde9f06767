package raster

import "math"

// Stroke returns the outline of p drawn with a round pen of the given width:
// round caps, round joins. Where the pen crosses its own path the contour overlaps
// itself, so fill it by non-zero winding, which [Canvas.Fill] does.
func (p *Path) Stroke(width float64) *Path {
	out := &Path{}
	r := width / 2
	lines, closed := p.Polylines(Identity, .05)
	for i, l := range lines {
		strokeLine(out, l, closed[i], r)
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
				// Rounding may leave next to nothing of a dash: step over it, or the
				// loop would stand still.
				e := min(n, s+max(left, 1e-6))
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

// strokeLine adds the outline of a polyline as one contour (two for a closed one),
// so that the anti-aliased edge is covered once: overlapping pieces would add up
// to beads along the edge.
func strokeLine(out *Path, l []Pt, closed bool, r float64) {
	l = distinct(l, closed)
	if len(l) == 0 {
		return
	}
	if len(l) == 1 {
		out.Circle(l[0].X, l[0].Y, r)
		return
	}
	n := len(l)
	dirs := make([]Pt, n) // unit direction and length of segment i → i+1
	lens := make([]float64, n)
	for i, a := range l {
		b := l[(i+1)%n]
		d := math.Hypot(b.X-a.X, b.Y-a.Y)
		dirs[i], lens[i] = Pt{(b.X - a.X) / d, (b.Y - a.Y) / d}, d
	}
	if closed {
		ring(out, func(add func(Pt)) {
			for i := range l {
				join(add, l[i], dirs[(i+n-1)%n], dirs[i], min(lens[(i+n-1)%n], lens[i]), r)
			}
		})
		ring(out, func(add func(Pt)) {
			for i := n - 1; i >= 0; i-- {
				join(add, l[i], neg(dirs[i]), neg(dirs[(i+n-1)%n]), min(lens[(i+n-1)%n], lens[i]), r)
			}
		})
		return
	}
	ring(out, func(add func(Pt)) {
		arc(add, l[0], neg(dirs[0]), dirs[0], r)
		for i := 1; i < n-1; i++ {
			join(add, l[i], dirs[i-1], dirs[i], min(lens[i-1], lens[i]), r)
		}
		arc(add, l[n-1], dirs[n-2], neg(dirs[n-2]), r)
		for i := n - 2; i > 0; i-- {
			join(add, l[i], neg(dirs[i]), neg(dirs[i-1]), min(lens[i-1], lens[i]), r)
		}
	})
}

func neg(p Pt) Pt { return Pt{-p.X, -p.Y} }

// distinct drops points that repeat the one before.
func distinct(l []Pt, closed bool) []Pt {
	var out []Pt
	for _, p := range l {
		if k := len(out); k == 0 || math.Hypot(p.X-out[k-1].X, p.Y-out[k-1].Y) > 1e-6 {
			out = append(out, p)
		}
	}
	for k := len(out); closed && k > 1 && math.Hypot(out[0].X-out[k-1].X, out[0].Y-out[k-1].Y) <= 1e-6; k-- {
		out = out[:k-1]
	}
	return out
}

// ring adds a closed contour through the points that fill yields.
func ring(out *Path, fill func(add func(Pt))) {
	first := true
	fill(func(p Pt) {
		if first {
			out.MoveTo(p.X, p.Y)
		} else {
			out.LineTo(p.X, p.Y)
		}
		first = false
	})
	out.Close()
}

// join adds the left-hand offset of the corner at p between the directions d and
// e: a mitre where the line hardly turns, an arc outside a real corner, the corner
// itself inside one that is tighter than the pen.
func join(add func(Pt), p, d, e Pt, shortest, r float64) {
	cross, dot := d.X*e.Y-d.Y*e.X, d.X*e.X+d.Y*e.Y
	// The left-hand side (+90° from d in a y-down frame) is outside a turn with cross < 0.
	outside := cross < 0
	switch {
	case dot > .94: // under 20°
		if !outside && math.Abs(cross)*r >= shortest {
			add(p)
			return
		}
		k := r / (1 + dot)
		add(Pt{p.X - (d.Y+e.Y)*k, p.Y + (d.X+e.X)*k})
	case outside || dot < -.999:
		arc(add, p, d, e, r)
	default:
		add(Pt{p.X - d.Y*r, p.Y + d.X*r})
		add(p)
		add(Pt{p.X - e.Y*r, p.Y + e.X*r})
	}
}

// arc adds the left-hand arc about p from direction d to direction e.
func arc(add func(Pt), p, d, e Pt, r float64) {
	from := math.Atan2(d.X, -d.Y)
	turn := math.Atan2(d.X*e.Y-d.Y*e.X, d.X*e.X+d.Y*e.Y)
	if turn > -1e-9 {
		turn = -math.Abs(turn) // a half turn goes round the end, never through it
		if turn > -1e-9 {
			turn = 0
		}
	}
	n := max(1, int(math.Ceil(-turn/math.Acos(max(.5, 1-.05/max(r, .1))))/2+1))
	for i := 0; i <= n; i++ {
		s, c := math.Sincos(from + turn*float64(i)/float64(n))
		add(Pt{p.X + c*r, p.Y + s*r})
	}
}
