// Package sound works on mono speech: resampling, pitch and formants, tone and
// loudness. Samples are float32 in −1…1. Everything is a pure function of its
// arguments.
package sound

import "math"

// Resample converts pcm between two rates in Hz with a windowed-sinc filter whose
// stop band lies below −80 dB.
func Resample(pcm []float32, from, to int) []float32 {
	if from == to || len(pcm) == 0 {
		return append([]float32(nil), pcm...)
	}
	g := gcd(from, to)
	up, down := to/g, from/g
	const lobes = 24
	// Going down, the filter is stretched so that it cuts below the new limit.
	cutoff := 0.97 * math.Min(1, float64(to)/float64(from))
	reach := int(math.Ceil(lobes / cutoff))
	phases := make([][]float32, up)
	for p := range phases {
		frac := float64(p) / float64(up)
		taps := make([]float32, 2*reach)
		sum, h := 0.0, make([]float64, 2*reach)
		for k := range h {
			x := float64(k-reach+1) - frac
			h[k] = cutoff * sinc(cutoff*x) * kaiser(x/float64(reach), 8.6)
			sum += h[k]
		}
		for k := range taps {
			taps[k] = float32(h[k] / sum)
		}
		phases[p] = taps
	}
	out := make([]float32, (len(pcm)*up+down-1)/down)
	for i := range out {
		at := i * down
		base, taps := at/up-reach+1, phases[at%up]
		var acc float32
		if base >= 0 && base+len(taps) <= len(pcm) {
			for k, s := range pcm[base : base+len(taps)] {
				acc += s * taps[k]
			}
		} else {
			for k, tap := range taps {
				if j := base + k; j >= 0 && j < len(pcm) {
					acc += pcm[j] * tap
				}
			}
		}
		out[i] = acc
	}
	return out
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func sinc(x float64) float64 {
	if math.Abs(x) < 1e-9 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

// kaiser is the Kaiser window at x in −1…1.
func kaiser(x, beta float64) float64 {
	if x < -1 || x > 1 {
		return 0
	}
	return bessel0(beta*math.Sqrt(1-x*x)) / bessel0(beta)
}

func bessel0(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1; k < 40; k++ {
		term *= (x / 2 / float64(k)) * (x / 2 / float64(k))
		sum += term
	}
	return sum
}

// RMS is the root mean square of pcm.
func RMS(pcm []float32) float64 {
	if len(pcm) == 0 {
		return 0
	}
	var sum float64
	for _, s := range pcm {
		sum += float64(s) * float64(s)
	}
	return math.Sqrt(sum / float64(len(pcm)))
}

// Peak is the largest magnitude in pcm.
func Peak(pcm []float32) float64 {
	var top float32
	for _, s := range pcm {
		top = max(top, s, -s)
	}
	return float64(top)
}
