package sound

import "math"

// rate is the sample rate as the maths here wants it.
const rate = 48000.0

// biquad is one second-order filter section, transposed direct form II.
// The shelf, peak and pass shapes are Robert Bristow-Johnson's cookbook formulas.
type biquad struct{ b0, b1, b2, a1, a2, z1, z2 float64 }

func (f *biquad) step(x float64) float64 {
	y := f.b0*x + f.z1
	f.z1 = f.b1*x - f.a1*y + f.z2
	f.z2 = f.b2*x - f.a2*y
	return y
}

// settle drops a tail too small to hear, so that it never becomes a denormal
// number, on which arithmetic is slow.
func (f *biquad) settle() {
	if math.Abs(f.z1)+math.Abs(f.z2) < 1e-18 {
		f.z1, f.z2 = 0, 0
	}
}

func highPass(hz, q float64) biquad {
	s, c := math.Sincos(2 * math.Pi * hz / rate)
	k := s / (2 * q)
	a0 := 1 + k
	return biquad{b0: (1 + c) / 2 / a0, b1: -(1 + c) / a0, b2: (1 + c) / 2 / a0, a1: -2 * c / a0, a2: (1 - k) / a0}
}

func lowPass(hz, q float64) biquad {
	s, c := math.Sincos(2 * math.Pi * hz / rate)
	k := s / (2 * q)
	a0 := 1 + k
	return biquad{b0: (1 - c) / 2 / a0, b1: (1 - c) / a0, b2: (1 - c) / 2 / a0, a1: -2 * c / a0, a2: (1 - k) / a0}
}

func bandPass(hz, q float64) biquad {
	s, c := math.Sincos(2 * math.Pi * hz / rate)
	k := s / (2 * q)
	a0 := 1 + k
	return biquad{b0: k / a0, b2: -k / a0, a1: -2 * c / a0, a2: (1 - k) / a0}
}

func peaking(hz, q, db float64) biquad {
	s, c := math.Sincos(2 * math.Pi * hz / rate)
	k, g := s/(2*q), math.Pow(10, db/40)
	a0 := 1 + k/g
	return biquad{b0: (1 + k*g) / a0, b1: -2 * c / a0, b2: (1 - k*g) / a0, a1: -2 * c / a0, a2: (1 - k/g) / a0}
}

// kWeight is the two-stage weighting of BS.1770-4 at 48 kHz.
type kWeight struct{ shelf, pass biquad }

func newKWeight() kWeight {
	return kWeight{
		shelf: biquad{b0: 1.53512485958697, b1: -2.69169618940638, b2: 1.19839281085285, a1: -1.69065929318241, a2: .73248077421585},
		pass:  biquad{b0: 1, b1: -2, b2: 1, a1: -1.99004745483398, a2: .99007225036621},
	}
}

func (k *kWeight) step(x float64) float64 { return k.pass.step(k.shelf.step(x)) }
func (k *kWeight) settle()                { k.shelf.settle(); k.pass.settle() }

// fromDB turns decibels into an amplitude factor.
func fromDB(db float64) float64 { return math.Exp(db * (math.Ln10 / 20)) }

// toDB turns an amplitude into decibels.
func toDB(a float64) float64 { return 20 * math.Log10(a) }

// smooth is the raised cosine from 0 at t ≤ 0 to 1 at t ≥ 1.
func smooth(t float64) float64 {
	t = min(1, max(0, t))
	return .5 - .5*math.Cos(math.Pi*t)
}
