package sound

import (
	"cmp"
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/scene"
)

// effect is a sound on a hit. lead is how much of it comes before the hit.
type effect struct {
	lead   float64 // seconds
	level  float64
	render func(tonic int) (l, r []float32)
}

// effects by the kind of hit. All are soft: they should be missed when they are
// gone, not noticed when they are there.
var effects = map[string]effect{
	"whoosh": {lead: .26, level: .18, render: func(int) (l, r []float32) { return sweep(.62, .26, 380, 2400, 101) }},
	"tick":   {lead: 0, level: .18, render: func(int) (l, r []float32) { return both(woodBlock(2350, .025)) }},
	"pop": {lead: .004, level: .15, render: func(tonic int) (l, r []float32) {
		// A drop of water on the piece's own fifth, so that it belongs to the music.
		return both(bubble(440 * math.Pow(2, float64(tonic+7-9)/12)))
	}},
	"impact": {lead: .004, level: .15, render: func(int) (l, r []float32) { return boom() }},
	"riser":  {lead: 1.5, level: .09, render: func(int) (l, r []float32) { return sweep(1.62, 1.5, 240, 5200, 103) }},
}

const (
	hitApart  = .09 // seconds; closer hits of one kind are one sound
	hitCrowd  = 1.0 // seconds in which at most hitMost sounds start
	hitMost   = 5
	underTalk = -3.5 // dB that effects give way under speech
	startFade = 3840 // samples over which a sound comes up whose beginning lies before the video's
)

// thin drops hits of unknown kinds and those that would make a clatter, and sorts
// the rest by time.
func thin(hits []scene.Hit) []scene.Hit {
	sorted := slices.Clone(hits)
	slices.SortStableFunc(sorted, func(a, b scene.Hit) int { return cmp.Compare(a.At, b.At) })
	var out []scene.Hit
	for _, h := range sorted {
		if _, ok := effects[h.Kind]; !ok || math.IsNaN(h.At) || h.At < 0 {
			continue
		}
		near := 0
		crowded := false
		for k := len(out) - 1; k >= 0 && h.At-out[k].At < hitCrowd; k-- {
			near++
			crowded = crowded || out[k].Kind == h.Kind && h.At-out[k].At < hitApart
		}
		if !crowded && near < hitMost {
			out = append(out, h)
		}
	}
	return out
}

// foley plays the effects.
type foley struct {
	hits  []scene.Hit
	tonic int
	clips map[string][2][]float32
}

func newFoley(hits []scene.Hit, tonic int) *foley {
	return &foley{hits: thin(hits), tonic: tonic, clips: map[string][2][]float32{}}
}

// fill adds what sounds from at on. Hits are few: each call looks at all of them.
func (f *foley) fill(l, r []float32, at int64) {
	end := at + int64(len(l))
	for _, h := range f.hits {
		e := effects[h.Kind]
		start := int64((h.At - e.lead) * rate)
		if start >= end {
			continue
		}
		c, ok := f.clips[h.Kind]
		if !ok {
			c[0], c[1] = e.render(f.tonic)
			f.clips[h.Kind] = c
		}
		stop := start + int64(len(c[0]))
		from, to := max(start, at), min(stop, end)
		for i := from; i < to; i++ {
			g := float32(e.level)
			if start < 0 && i < startFade { // cut by the programme's start
				g *= float32(smooth(float64(i) / startFade))
			}
			l[i-at] += c[0][i-start] * g
			r[i-at] += c[1][i-start] * g
		}
	}
}

func both(x []float32) (l, r []float32) { return x, x }

// sweep is air: two bands of noise that rise in pitch to peak seconds, then fall
// away, passing from left to right.
func sweep(seconds, peak, from, to float64, seed uint64) (l, r []float32) {
	n := int(seconds * rate)
	l, r = make([]float32, n), make([]float32, n)
	a, b := noise(seed*104729), noise(seed*1299709)
	var fa, fb svf
	for i := range n {
		t := float64(i) / rate
		x := t / peak
		if x > 1 {
			x = 1 - .6*(t-peak)/(seconds-peak)
		}
		hz := from * math.Pow(to/from, x)
		env := smooth(t / peak)
		env *= env
		if t > peak {
			env = 1 - smooth((t-peak)/(seconds-peak))
			env *= env
		}
		pan := .5 + .35*math.Sin((t/seconds-.5)*math.Pi)
		x1 := fa.band(float64(a.next()), hz, 1.1)
		x2 := fb.band(float64(b.next()), hz*1.07, 1.1)
		l[i] = float32((x1 + .4*x2) * env * math.Sqrt(1-pan))
		r[i] = float32((x2 + .4*x1) * env * math.Sqrt(pan))
	}
	return l, r
}

// svf is a state variable filter, whose pitch may move while it runs (Andrew
// Simper's trapezoidal form).
type svf struct{ s1, s2 float64 }

func (f *svf) band(x, hz, q float64) float64 {
	g, k := math.Tan(math.Pi*hz/rate), 1/q
	a1 := 1 / (1 + g*(g+k))
	a2 := g * a1
	v3 := x - f.s2
	v1 := a1*f.s1 + a2*v3
	v2 := f.s2 + a2*f.s1 + g*a2*v3
	f.s1, f.s2 = 2*v1-f.s1, 2*v2-f.s2
	return v1 * k
}

// bubble is a short sine that slides up into its pitch.
func bubble(hz float64) []float32 {
	out := make([]float32, int(.16*rate))
	phase := 0.0
	for i := range out {
		t := float64(i) / rate
		phase += hz * (.62 + .38*smooth(t/.05)) / rate
		out[i] = float32((math.Sin(2*math.Pi*phase) + .18*math.Sin(4*math.Pi*phase)) *
			smooth(t/.004) * math.Exp(-t/.032) * smooth((.16-t)/.03))
	}
	return out
}

// boom is a deep soft drum in a large room.
func boom() (l, r []float32) {
	n := int(1.8 * rate)
	l, r = make([]float32, n), make([]float32, n)
	for i, v := range thump(1.2, 88, 38, .07, .36, .12) {
		l[i], r[i] = v, v
	}
	for i, v := range hiss(.5, 700, .5, .09, 29) {
		l[i] += .35 * v
		r[i] += .35 * v
	}
	room := newReverb(1.5)
	sl, sr := make([]float32, n), make([]float32, n)
	for i := range l {
		sl[i], sr[i] = .3*l[i], .3*r[i]
	}
	room.fill(l, r, sl, sr)
	for i := range n {
		g := float32(smooth(float64(n-1-i) / (.9 * rate)))
		l[i] *= g
		r[i] *= g
	}
	return l, r
}
