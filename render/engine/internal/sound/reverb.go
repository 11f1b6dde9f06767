package sound

// reverb is a feedback delay network of eight lines mixed by a Hadamard matrix,
// fed through two all-pass diffusers a side. Lengths are primes, so that echoes
// never line up into a tone. It runs at half the sample rate: a room swallows what
// is above 12 kHz anyway.
type reverb struct {
	lines   [8][2048]float32
	damp    [8]float32
	gain    [8]float32
	diffuse [4]allPass
	pos     uint
	odd     bool       // the next sample is the second of its pair
	in      [2]float32 // the first of a pair
	out     [2]float32 // newest output, and
	old     [2]float32 // the one before
}

// Lengths at 24 kHz: 31 to 73 ms, which leaves a short silence before the room answers.
var (
	reverbLengths = [8]uint{751, 863, 977, 1129, 1277, 1439, 1553, 1753}
	allPassLength = [4]uint{127, 277, 131, 307}
)

// newReverb decays by 60 dB in seconds.
func newReverb(seconds float64) *reverb {
	r := &reverb{}
	for i, n := range reverbLengths {
		r.gain[i] = float32(fromDB(-60 * float64(n) / (seconds * rate / 2)))
	}
	return r
}

type allPass [512]float32

func (a *allPass) step(x float32, pos, length uint) float32 {
	d := a[(pos-length)&511]
	v := x + .6*d
	a[pos&511] = v
	return d - .6*v
}

// fill adds the room's answer to l and r; sl and sr are what was sent to it.
func (r *reverb) fill(l, rt, sl, sr []float32) {
	for i := range l {
		if !r.odd {
			r.in = [2]float32{sl[i], sr[i]}
			l[i] += (r.old[0] + r.out[0]) / 2
			rt[i] += (r.old[1] + r.out[1]) / 2
		} else {
			l[i] += r.out[0]
			rt[i] += r.out[1]
			r.old = r.out
			r.step((r.in[0]+sl[i])/2, (r.in[1]+sr[i])/2)
		}
		r.odd = !r.odd
	}
}

func (r *reverb) step(x, y float32) {
	const damping, tiny = .25, 1e-15 // tiny keeps the tail out of denormal numbers
	p := r.pos
	r.pos++
	x = r.diffuse[1].step(r.diffuse[0].step(x+tiny, p, allPassLength[0]), p, allPassLength[1])
	y = r.diffuse[3].step(r.diffuse[2].step(y-tiny, p, allPassLength[2]), p, allPassLength[3])
	var v [8]float32
	for k := range v {
		d := r.lines[k][(p-reverbLengths[k])&2047]
		r.damp[k] += (d - r.damp[k]) * (1 - damping)
		v[k] = r.damp[k] * r.gain[k]
	}
	r.out[0] = .35 * (v[0] + v[2] - v[4] + v[6])
	r.out[1] = .35 * (v[1] - v[3] + v[5] + v[7])
	a, b, c, d := v[0]+v[1], v[0]-v[1], v[2]+v[3], v[2]-v[3]
	e, f, g, h := v[4]+v[5], v[4]-v[5], v[6]+v[7], v[6]-v[7]
	a, b, c, d = a+c, b+d, a-c, b-d
	e, f, g, h = e+g, f+h, e-g, f-h
	const norm = .35355339 // 1/√8
	w := p & 2047
	r.lines[0][w] = (a+e)*norm + x
	r.lines[1][w] = (b+f)*norm + y
	r.lines[2][w] = (c+g)*norm + x
	r.lines[3][w] = (d+h)*norm + y
	r.lines[4][w] = (a-e)*norm + x
	r.lines[5][w] = (b-f)*norm + y
	r.lines[6][w] = (c-g)*norm + x
	r.lines[7][w] = (d-h)*norm + y
}
