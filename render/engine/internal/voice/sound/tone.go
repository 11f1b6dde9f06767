package sound

import (
	"math"
	"slices"
)

// Biquad is a second-order filter, run from rest.
type Biquad struct{ b0, b1, b2, a1, a2 float64 }

// HighPass cuts below hz.
func HighPass(rate int, hz, q float64) Biquad {
	w := 2 * math.Pi * hz / float64(rate)
	c, alpha := math.Cos(w), math.Sin(w)/(2*q)
	return normal((1+c)/2, -(1 + c), (1+c)/2, 1+alpha, -2*c, 1-alpha)
}

// Bell lifts or cuts db around hz.
func Bell(rate int, hz, q, db float64) Biquad {
	a, w := math.Pow(10, db/40), 2*math.Pi*hz/float64(rate)
	c, alpha := math.Cos(w), math.Sin(w)/(2*q)
	return normal(1+alpha*a, -2*c, 1-alpha*a, 1+alpha/a, -2*c, 1-alpha/a)
}

// HighShelf lifts or cuts db above hz.
func HighShelf(rate int, hz, db float64) Biquad {
	a, w := math.Pow(10, db/40), 2*math.Pi*hz/float64(rate)
	c, alpha := math.Cos(w), math.Sin(w)/2*math.Sqrt2
	r := 2 * math.Sqrt(a) * alpha
	return normal(a*((a+1)+(a-1)*c+r), -2*a*((a-1)+(a+1)*c), a*((a+1)+(a-1)*c-r), (a+1)-(a-1)*c+r, 2*((a-1)-(a+1)*c), (a+1)-(a-1)*c-r)
}

// LowShelf lifts or cuts db below hz.
func LowShelf(rate int, hz, db float64) Biquad {
	a, w := math.Pow(10, db/40), 2*math.Pi*hz/float64(rate)
	c, alpha := math.Cos(w), math.Sin(w)/2*math.Sqrt2
	r := 2 * math.Sqrt(a) * alpha
	return normal(a*((a+1)-(a-1)*c+r), 2*a*((a-1)-(a+1)*c), a*((a+1)-(a-1)*c-r), (a+1)+(a-1)*c+r, -2*((a-1)+(a+1)*c), (a+1)+(a-1)*c-r)
}

func normal(b0, b1, b2, a0, a1, a2 float64) Biquad {
	return Biquad{b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0}
}

// Filter runs pcm through the filters in place.
func Filter(pcm []float32, filters ...Biquad) {
	for _, f := range filters {
		var x1, x2, y1, y2 float64
		for i, s := range pcm {
			x := float64(s)
			y := f.b0*x + f.b1*x1 + f.b2*x2 - f.a1*y1 - f.a2*y2
			x2, x1, y2, y1 = x1, x, y1, y
			pcm[i] = float32(y)
		}
	}
}

// Compress evens out loudness in place: above the threshold (dBFS) the level
// rises 1/ratio as fast.
func Compress(pcm []float32, rate int, threshold, ratio float64) {
	attack, release := math.Exp(-1/(0.004*float64(rate))), math.Exp(-1/(0.120*float64(rate)))
	limit, env := math.Pow(10, threshold/20), 0.0
	for i, s := range pcm {
		level := math.Abs(float64(s))
		k := release
		if level > env {
			k = attack
		}
		env = k*env + (1-k)*level
		if env > limit {
			pcm[i] = float32(float64(s) * math.Pow(env/limit, 1/ratio-1))
		}
	}
}

// DeEss softens hisses in place: what lies above 4 kHz, and is louder than the threshold
// (dBFS, RMS), rises 1/ratio as fast. What lies below stays as it is.
func DeEss(pcm []float32, rate int, threshold, ratio float64) {
	high := append([]float32(nil), pcm...)
	for range 2 { // there and back: so it lies in phase with what it is taken from
		Filter(high, HighPass(rate, 4000, 0.7))
		slices.Reverse(high)
	}
	attack, release := math.Exp(-1/(0.002*float64(rate))), math.Exp(-1/(0.040*float64(rate)))
	limit, power := math.Pow(10, threshold/10), 0.0
	for i, s := range high {
		level := float64(s) * float64(s)
		k := release
		if level > power {
			k = attack
		}
		power = k*power + (1-k)*level
		if power > limit {
			pcm[i] -= s * float32(1-math.Pow(power/limit, (1/ratio-1)/2))
		}
	}
}

// Room adds the first reflections of a small treated room, about 24 dB below the
// voice, in place.
func Room(pcm []float32, rate int) {
	dry := append([]float32(nil), pcm...)
	Filter(dry, HighPass(rate, 250, 0.7), HighShelf(rate, 4500, -7))
	for _, tap := range []struct{ ms, gain float64 }{{7.3, 0.060}, {11.9, -0.048}, {17.7, 0.040}, {25.3, -0.030}, {34.1, 0.022}, {46.7, -0.015}} {
		d := int(tap.ms * float64(rate) / 1000)
		for i := d; i < len(pcm); i++ {
			pcm[i] += float32(tap.gain) * dry[i-d]
		}
	}
}

// Level scales pcm in place so that its spoken parts (what lies within 25 dB of
// the loudest 50 ms) have the given RMS in dBFS, without letting a peak pass
// −1 dBFS.
func Level(pcm []float32, rate int, dbfs float64) {
	window := rate / 20
	var levels []float64
	top := 0.0
	for at := 0; at < len(pcm); at += window {
		r := RMS(pcm[at:min(len(pcm), at+window)])
		levels = append(levels, r)
		top = math.Max(top, r)
	}
	var sum float64
	n := 0
	for _, r := range levels {
		if r > top*0.056 {
			sum += r * r
			n++
		}
	}
	if n == 0 || top < 1e-6 {
		return
	}
	gain := math.Pow(10, dbfs/20) / math.Sqrt(sum/float64(n))
	gain = math.Min(gain, 0.891/math.Max(Peak(pcm), 1e-9))
	for i := range pcm {
		pcm[i] *= float32(gain)
	}
}

// Fade makes the first and last samples rise from and fall to silence.
func Fade(pcm []float32, in, out int) {
	in, out = min(in, len(pcm)/2), min(out, len(pcm)/2)
	for i := range in {
		pcm[i] *= raised(float64(i) / float64(in))
	}
	for i := range out {
		pcm[len(pcm)-1-i] *= raised(float64(i) / float64(out))
	}
}

func raised(x float64) float32 { return float32(0.5 - 0.5*math.Cos(math.Pi*x)) }

// Voiced returns where sound begins and ends: the first and the last sample whose
// neighbourhood of 4 ms is louder than floor dB below the loudest such one.
func Voiced(pcm []float32, rate int, floor float64) (start, end int) {
	window := max(1, rate/250)
	top := 0.0
	for at := 0; at+window <= len(pcm); at += window {
		top = math.Max(top, RMS(pcm[at:at+window]))
	}
	limit := top * math.Pow(10, -floor/20)
	start, end = 0, len(pcm)
	for start+window <= len(pcm) && RMS(pcm[start:start+window]) <= limit {
		start += window
	}
	for end-window >= start && RMS(pcm[end-window:end]) <= limit {
		end -= window
	}
	return start, end
}
