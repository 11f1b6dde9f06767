package avatar

import (
	"sort"

	"gitops.video/render/render/engine/internal/scene"
)

// lead is how far the mouth goes ahead of the sound: one frame.
const lead = 1.0 / 30

// lipKey is a mouth shape to be reached: the change begins at from and is
// complete at to.
type lipKey struct {
	viseme   byte
	amp      float64 // how far the shape is carried out
	from, to float64
}

// lips is a mouth's movement through a scene.
type lips []lipKey

// lipState is the mouth at an instant: a shape on its way to the next.
type lipState struct {
	a, b       byte
	ampA, ampB float64
	t          float64
}

// shape is the blended mouth. Some ways lead over a third shape.
func (s lipState) shape() shape {
	a, b := amplified(s.a, s.ampA), amplified(s.b, s.ampB)
	via := byte(0)
	switch {
	case (s.a == 'C' || s.a == 'D') && s.b == 'F', s.a == 'F' && (s.b == 'C' || s.b == 'D'):
		via = 'E'
	case s.a == 'D' && s.b == 'A', s.a == 'A' && s.b == 'D':
		via = 'C'
	}
	if via == 0 {
		return a.blend(b, s.t)
	}
	mid := amplified(via, (s.ampA+s.ampB)/2).blend(a.blend(b, .5), .4)
	if s.t < .5 {
		return a.blend(mid, s.t*2)
	}
	return mid.blend(b, s.t*2-1)
}

// amplified carries a shape out more or less, between rest and itself; closed
// lips are always closed.
func amplified(v byte, amp float64) shape {
	s := visemes[v]
	if v == 'A' || v == 'X' || amp == 1 {
		return s
	}
	return visemes['X'].blend(s, amp)
}

// newLips plans a mouth for the lines of a scene.
func newLips(lines []scene.Line) lips {
	type span struct {
		v          byte
		start, end float64
		loud       float64
	}
	var all []span
	for _, l := range lines {
		for _, p := range l.Phones {
			v := byte('X')
			if len(p.Viseme) == 1 {
				if _, ok := visemes[p.Viseme[0]]; ok {
					v = p.Viseme[0]
				}
			}
			if p.IPA == "" {
				v = 'X'
			}
			if p.End > p.Start {
				all = append(all, span{v, p.Start, p.End, p.Loud})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].start < all[j].start })
	// Silence between sounds is a span of its own; equal neighbours are one.
	var s []span
	for _, p := range all {
		if n := len(s); n > 0 {
			last := &s[n-1]
			if gap := p.start - last.end; gap > .001 {
				s = append(s, span{'X', last.end, p.start, 0})
				last = &s[len(s)-1]
			}
			if last.v == p.v {
				last.end, last.loud = p.end, max(last.loud, p.loud)
				continue
			}
		}
		s = append(s, p)
	}
	// Short pauses keep the shape before them; longer ones relax halfway.
	var out lips
	for i, p := range s {
		amp := .75 + .35*min(1, max(0, p.loud))
		d := p.end - p.start
		v := p.v
		switch {
		case v == 'X' && i > 0 && i < len(s)-1 && d < .12:
			continue
		case v == 'X' && i > 0 && i < len(s)-1 && d <= .35:
			v, amp = 'C', .3
		case v == 'X':
			amp = 1
		}
		k := lipKey{viseme: v, amp: amp}
		if v == 'A' {
			amp = 1
			k.amp = 1
			k.from, k.to = p.start-min(.07, max(.05, d/2)), p.start
		} else {
			k.from, k.to = p.start-lead-.03, p.start-lead+.03
		}
		if n := len(out); n > 0 {
			prev := &out[n-1]
			if prev.viseme == k.viseme && k.viseme == 'A' {
				continue
			}
			// Closures stay closed for 40 ms, other shapes stand 70 ms or give way.
			if prev.viseme == 'A' {
				if hold := prev.to + .04; k.from < hold {
					k.from = hold
					k.to = max(k.to, hold+.045)
				}
			} else if k.from-prev.to < .015 && k.to-prev.to < .07 {
				if n > 1 && prev.viseme != 'X' {
					// Too short to be seen: the new shape takes its place.
					k.from = max(prev.from, out[n-2].to)
					k.to = max(k.to, k.from+.03)
					out = out[:n-1]
				} else {
					k.from = max(k.from, prev.to)
					k.to = max(k.to, k.from+.03)
				}
			}
			if n := len(out); n > 0 {
				k.from = max(k.from, out[n-1].to)
				k.to = max(k.to, k.from+.03)
			}
		}
		out = append(out, k)
	}
	if n := len(s); n > 0 && len(out) > 0 && out[len(out)-1].viseme != 'X' {
		e := max(s[n-1].end, out[len(out)-1].to+.05)
		out = append(out, lipKey{'X', 1, e, e + .14})
	}
	return out
}

// at is the mouth at t seconds.
func (l lips) at(t float64) lipState {
	i := sort.Search(len(l), func(i int) bool { return l[i].from > t })
	if i == 0 {
		return lipState{a: 'X', b: 'X', ampA: 1, ampB: 1}
	}
	k := l[i-1]
	prev := lipKey{viseme: 'X', amp: 1}
	if i > 1 {
		prev = l[i-2]
	}
	if t >= k.to {
		return lipState{a: k.viseme, b: k.viseme, ampA: k.amp, ampB: k.amp}
	}
	return lipState{a: prev.viseme, b: k.viseme, ampA: prev.amp, ampB: k.amp, t: smooth((t - k.from) / (k.to - k.from))}
}
