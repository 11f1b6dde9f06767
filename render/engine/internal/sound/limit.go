package sound

import "math"

// ahead is how far the limiter looks ahead, in samples: 5 ms.
const ahead = 240

// latency is by how many samples the limiter's output trails its input.
const latency = ahead + taps/2

// limiter keeps the true peak of a stereo signal under a ceiling. For every
// sample the gain that its oversampled peak allows is known; the smallest over
// the look-ahead, released slowly and averaged over the same stretch, is never
// above it when the sample itself leaves the delay.
type limiter struct {
	ceiling float64
	delay   [2][]float32 // the last latency samples
	window  [2][]float32
	need    []float64 // allowed gain of the last ahead+1 samples, a ring
	at      int
	low     float64 // smallest of need
	env     float64
	box     []float64 // env of the last ahead samples, a ring
	boxAt   int
	sum     float64
	calm    int // samples since gain was last below 1 anywhere
	release float64
}

func newLimiter(ceilingDB float64) *limiter {
	l := &limiter{ceiling: fromDB(ceilingDB), env: 1, low: 1, sum: ahead, calm: 1 << 30,
		need: make([]float64, ahead+1), box: make([]float64, ahead), release: 1 - math.Exp(-1/(.09*rate))}
	for i := range l.need {
		l.need[i] = 1
	}
	for i := range l.box {
		l.box[i] = 1
	}
	for c := range l.delay {
		l.delay[c] = make([]float32, latency)
	}
	return l
}

// process limits l and r in place; what comes out went in latency samples ago.
func (l *limiter) process(left, right []float32) {
	n := len(left)
	for c, x := range [2][]float32{left, right} {
		l.window[c] = append(append(l.window[c][:0], l.delay[c]...), x...)
	}
	a, b := l.window[0], l.window[1]
	// The oversampled peak of frame i is centred taps/2 behind the newest sample.
	base := latency - taps + 1
	if l.calm > 4*ahead && l.quiet(a[base:]) && l.quiet(b[base:]) {
		copy(left, a[:n])
		copy(right, b[:n])
	} else {
		for i := range n {
			g := l.gain(l.allowed(a[base+i:base+i+taps], b[base+i:base+i+taps]))
			left[i], right[i] = a[i]*g, b[i]*g
		}
	}
	copy(l.delay[0], a[n:])
	copy(l.delay[1], b[n:])
}

// quiet says that nothing in x can come near the ceiling.
func (l *limiter) quiet(x []float32) bool {
	lim := float32(l.ceiling / overshoot)
	for _, v := range x {
		if v > lim || v < -lim {
			return false
		}
	}
	return true
}

// allowed is the gain that keeps the middle of these windows under the ceiling.
func (l *limiter) allowed(a, b []float32) float64 {
	top := max(l.top(a), l.top(b))
	if top <= l.ceiling {
		return 1
	}
	return l.ceiling / top
}

func (l *limiter) top(w []float32) float64 {
	if l.quiet(w) {
		return 0
	}
	return between((*[taps]float32)(w))
}

// gain takes the newest allowed gain and returns the one for the sample that
// leaves the delay.
func (l *limiter) gain(allowed float64) float32 {
	old := l.need[l.at]
	l.need[l.at] = allowed
	if l.at++; l.at == len(l.need) {
		l.at = 0
	}
	switch {
	case allowed <= l.low:
		l.low = allowed
	case old <= l.low: // the smallest just left: look again
		l.low = 1
		for _, v := range l.need {
			l.low = min(l.low, v)
		}
	}
	if l.low < l.env {
		l.env = l.low
	} else {
		l.env += (l.low - l.env) * l.release
		if l.low-l.env < 1e-7 {
			l.env = l.low
		}
	}
	if l.env < 1 {
		l.calm = 0
	} else if l.calm < 1<<30 {
		l.calm++
	}
	l.sum += l.env - l.box[l.boxAt]
	l.box[l.boxAt] = l.env
	if l.boxAt++; l.boxAt == len(l.box) {
		l.boxAt = 0
	}
	return float32(min(1, l.sum/ahead))
}
