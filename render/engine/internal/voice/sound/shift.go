package sound

import "math"

// lpcHop is the distance of vocal-tract estimates in seconds, lpcWindow their
// length.
const (
	lpcHop    = 0.005
	lpcWindow = 0.025
)

// Shift multiplies the pitch of speech by factor and leaves its length and its
// formants alone. The vocal tract is taken off by linear prediction, the pulses
// that remain are laid out at the new distances (PSOLA), and the tract is put
// back, so that formants ring on between pulses that lie further apart.
func Shift(pcm []float32, rate int, factor float64) []float32 {
	if len(pcm) < rate/20 || math.Abs(factor-1) < 0.01 {
		return append([]float32(nil), pcm...)
	}
	tract := tractOf(pcm, rate)
	pulses := tract.remove(pcm)
	track := Pitch(pcm, rate)
	marks, voiced := pitchMarks(pulses, rate, track)
	moved := layPulses(pulses, rate, track, marks, voiced, factor)
	out := tract.restore(moved)
	// The loudness contour is the speech's own.
	follow(out, pcm, rate)
	return out
}

// tract is the vocal tract over time as reflection coefficients of a lattice
// filter, which stays stable when they are interpolated.
type tract struct {
	hop   int
	order int
	k     [][]float64
}

func tractOf(pcm []float32, rate int) tract {
	t := tract{hop: int(lpcHop * float64(rate)), order: 4 + rate/1000}
	n := int(lpcWindow * float64(rate))
	window := make([]float64, n)
	for i := range window {
		window[i] = 0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/float64(n-1))
	}
	x := make([]float64, n)
	for at := 0; at < len(pcm)+t.hop; at += t.hop {
		for i := range x {
			j := at - n/2 + i
			x[i] = 0
			if j >= 0 && j < len(pcm) {
				x[i] = float64(pcm[j]) * window[i]
			}
		}
		t.k = append(t.k, reflections(x, t.order, rate))
	}
	return t
}

// reflections solves for the tract by Levinson and Durbin's recursion.
func reflections(x []float64, order, rate int) []float64 {
	r := make([]float64, order+1)
	for lag := range r {
		for i := lag; i < len(x); i++ {
			r[lag] += x[i] * x[i-lag]
		}
	}
	k := make([]float64, order)
	if r[0] < 1e-9 {
		return k
	}
	r[0] *= 1.0001 // white noise 40 dB down keeps silence tame
	// Blurring the spectrum by 70 Hz keeps the prediction on the resonances, and off
	// the harmonics that happen to lie near them.
	for lag := range r {
		w := 2 * math.Pi * 70 * float64(lag) / float64(rate)
		r[lag] *= math.Exp(-0.5 * w * w)
	}
	a := make([]float64, order+1)
	e := r[0]
	for i := 1; i <= order; i++ {
		acc := r[i]
		for j := 1; j < i; j++ {
			acc += a[j] * r[i-j]
		}
		g := -acc / e
		k[i-1] = g
		next := append([]float64(nil), a...)
		next[i] = g
		for j := 1; j < i; j++ {
			next[j] = a[j] + g*a[i-j]
		}
		a = next
		e *= 1 - g*g
		if e < 1e-12 {
			break
		}
	}
	return k
}

// at fills k with the coefficients for a sample.
func (t tract) at(sample int, k []float64) {
	i, frac := sample/t.hop, float64(sample%t.hop)/float64(t.hop)
	a, b := t.k[i], t.k[min(i+1, len(t.k)-1)]
	for j := range k {
		k[j] = a[j] + (b[j]-a[j])*frac
	}
}

// remove runs the inverse lattice.
func (t tract) remove(pcm []float32) []float32 {
	out := make([]float32, len(pcm))
	k, back := make([]float64, t.order), make([]float64, t.order)
	for n, s := range pcm {
		t.at(n, k)
		f := float64(s)
		carry := f
		for i := range k {
			b := back[i]
			back[i] = carry
			carry = b + k[i]*f
			f += k[i] * b
		}
		out[n] = float32(f)
	}
	return out
}

// restore runs the lattice the other way.
func (t tract) restore(pulses []float32) []float32 {
	out := make([]float32, len(pulses))
	k, back := make([]float64, t.order), make([]float64, t.order)
	for n, s := range pulses {
		t.at(n, k)
		f := float64(s)
		for i := t.order - 1; i >= 0; i-- {
			f -= k[i] * back[i]
			if i+1 < t.order {
				back[i+1] = back[i] + k[i]*f
			}
		}
		back[0] = f
		out[n] = float32(f)
	}
	return out
}

// pitchMarks finds the pulses of voiced speech, and marks the rest every 5 ms.
func pitchMarks(pulses []float32, rate int, track Track) (marks []int, voiced []bool) {
	// Closing of the glottis shows as one polarity; take the stronger one.
	var up, down float64
	for _, v := range pulses {
		c := float64(v) * float64(v) * float64(v)
		if v > 0 {
			up += c
		} else {
			down -= c
		}
	}
	sign := float32(1)
	if down > up {
		sign = -1
	}
	smooth := append([]float32(nil), pulses...)
	for i := 1; i+1 < len(pulses); i++ {
		smooth[i] = sign * (pulses[i-1] + 2*pulses[i] + pulses[i+1])
	}
	peak := func(from, to int) int {
		best := max(0, from)
		for i := best; i < min(len(smooth), to); i++ {
			if smooth[i] > smooth[best] {
				best = i
			}
		}
		return best
	}
	for at := 0; at < len(pulses); {
		hz := track.At(float64(at) / float64(rate))
		if hz == 0 {
			marks, voiced = append(marks, at), append(voiced, false)
			at += rate / 200
			continue
		}
		period := float64(rate) / hz
		var m int
		if n := len(marks); n > 0 && voiced[n-1] {
			expected := marks[n-1] + int(period)
			m = peak(expected-int(0.18*period), expected+int(0.18*period))
			if m <= marks[n-1]+int(period/2) {
				m = expected
			}
		} else {
			m = peak(at, at+int(period))
		}
		if m >= len(pulses) {
			break
		}
		marks, voiced = append(marks, m), append(voiced, true)
		at = m + int(period)
		if track.At(float64(at)/float64(rate)) > 0 {
			// The next mark is searched around at; the loop only needs its pitch.
			continue
		}
	}
	return marks, voiced
}

// layPulses puts one pulse after the other at distances divided by factor.
func layPulses(pulses []float32, rate int, track Track, marks []int, voiced []bool, factor float64) []float32 {
	out := make([]float32, len(pulses))
	if len(marks) < 2 {
		copy(out, pulses)
		return out
	}
	limit := rate / lowestPitch
	reach := func(i int) (left, right int) {
		left, right = rate/200, rate/200
		if i > 0 {
			left = marks[i] - marks[i-1]
		}
		if i+1 < len(marks) {
			right = marks[i+1] - marks[i]
		}
		return min(left, limit), min(right, limit)
	}
	i := 0 // the last mark at or before at
	for at := float64(marks[0]); int(at) < len(out); {
		for i+1 < len(marks) && float64(marks[i+1]) <= at {
			i++
		}
		near, mix := i, 0.0
		if i+1 < len(marks) && marks[i+1] > marks[i] {
			mix = (at - float64(marks[i])) / float64(marks[i+1]-marks[i])
		}
		to := int(math.Round(at))
		if voiced[i] && mix > 0 && voiced[i+1] {
			// Between two pulses lies their mixture: neighbours differ a little, and
			// taking now one, now the other, would be heard as roughness.
			left, right := reach(i)
			grain(out, pulses, to, marks[i], left, right, float32(1-mix))
			left, right = reach(i + 1)
			grain(out, pulses, to, marks[i+1], left, right, float32(mix))
		} else {
			if mix > 0.5 {
				near = i + 1
			}
			left, right := reach(near)
			grain(out, pulses, to, marks[near], left, right, 1)
		}
		_, right := reach(near)
		step := float64(right)
		if voiced[near] {
			step /= factor
			if hz := track.At(at / float64(rate)); hz > 0 {
				step = float64(rate) / (hz * factor)
			}
		}
		at += math.Max(1, step)
	}
	return out
}

// grain adds the pulse around mark to out at to, under a window that reaches its
// neighbours, scaled by gain.
func grain(out, pulses []float32, to, mark, left, right int, gain float32) {
	for i := -left; i <= right; i++ {
		src, dst := mark+i, to+i
		if src < 0 || src >= len(pulses) || dst < 0 || dst >= len(out) {
			continue
		}
		reach := right
		if i < 0 {
			reach = left
		}
		if reach > 0 {
			out[dst] += gain * pulses[src] * float32(0.5+0.5*math.Cos(math.Pi*float64(i)/float64(reach)))
		}
	}
}

// follow gives out the loudness contour of like.
func follow(out, like []float32, rate int) {
	window := rate / 50
	gainAt := func(at int) float64 {
		from, to := max(0, at-window), min(len(out), at+window)
		a, b := RMS(like[from:to]), RMS(out[from:to])
		if b < 1e-6 {
			return 1
		}
		return math.Min(4, a/b)
	}
	hop := rate / 100
	g := gainAt(0)
	for at := 0; at < len(out); at += hop {
		next := gainAt(at + hop)
		for i := at; i < min(len(out), at+hop); i++ {
			out[i] *= float32(g + (next-g)*float64(i-at)/float64(hop))
		}
		g = next
	}
}
