package avatar

import (
	"math"
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
	var keys []target
	for i, p := range s {
		d := p.end - p.start
		k := target{v: p.v, amp: .75 + .35*min(1, max(0, p.loud)), at: p.start - lead + tween/2}
		inner := i > 0 && i < len(s)-1
		switch {
		case p.v == 'A': // closed by the time of the sound, earlier if the sound is short
			k.amp, k.at = 1, p.start-max(0, .045-d)
		case p.v == 'G': // the lip lies on the teeth however faint the sound is
			k.amp = 1
		case p.v == 'X' && inner && d < .12: // short pauses keep the shape before them
			continue
		case p.v == 'X' && inner && d <= .35: // longer ones relax half way
			k.v, k.amp, k.at = 'C', .3, p.start+.08
		case p.v == 'X':
			k.amp, k.at = 1, p.start+.14
		}
		keys = addTarget(keys, k)
	}
	if n := len(s); n > 0 && len(keys) > 0 && keys[len(keys)-1].v != 'X' {
		keys = append(keys, target{'X', 1, max(s[n-1].end, keys[len(keys)-1].at+.05) + .14})
	}
	var out lips
	free := math.Inf(-1) // until when the shape before has to stand
	for _, k := range keys {
		q := lipKey{viseme: k.v, amp: k.amp, from: max(free, k.at-tween), to: k.at}
		if k.v == 'X' {
			q.from = max(free, k.at-.14)
		}
		q.to = max(q.to, q.from+.03)
		free = q.to
		if k.v == 'A' {
			free += .04
		}
		out = append(out, q)
	}
	return out
}

// tween is how long a change of shape takes where there is time.
const tween = .07

// shortest is how long a lip on the teeth may stand, seconds: f and v are short, and missed
// where they are not seen.
const shortest = .035

// target is a shape and when it is to be reached.
type target struct {
	v   byte
	amp float64
	at  float64
}

// weight says which of two shapes is missed less when there is no time for both.
func (k target) weight() float64 {
	return map[byte]float64{'A': 9, 'D': 1, 'E': .95, 'F': .95, 'G': .9, 'C': .7, 'H': .5, 'B': .45, 'X': .3}[k.v] * (.3 + k.amp)
}

// addTarget appends k. A shape stands for 70 ms; of two that are closer, the one
// that is seen less is left out, so that nothing comes late. Closed lips and a lip on the
// teeth need less.
func addTarget(keys []target, k target) []target {
	n := len(keys)
	if n == 0 {
		return append(keys, k)
	}
	switch p := keys[n-1]; {
	case k.at-p.at >= tween || p.v == 'A' && k.v != 'A' || p.v == 'G' && k.v != 'A' && k.at-p.at >= shortest:
		return append(keys, k)
	case p.weight() >= k.weight():
		return keys
	case n > 1 && keys[n-2].v == k.v && k.v != 'A':
		return keys[:n-1] // back to the shape before: no change at all
	}
	return addTarget(keys[:n-1], k)
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
