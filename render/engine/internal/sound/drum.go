package sound

import "math"

// drum is a percussion sound; it is rendered once a video and peaks at level.
type drum struct {
	name   string
	level  float64
	pan    float64 // −1 left … 1 right
	room   float64
	render func() []float32
}

// clip renders the drum with its highest sample at 1.
func (d *drum) clip() []float32 {
	out := d.render()
	top := float32(1e-9)
	for _, v := range out {
		top = max(top, v, -v)
	}
	for i := range out {
		out[i] /= top
	}
	return out
}

var (
	kickSoft = &drum{"soft kick", .6, 0, .05, func() []float32 { return thump(.32, 95, 46, .035, .16, .02) }}
	kickHard = &drum{"kick", .66, 0, .03, func() []float32 { return thump(.36, 150, 48, .028, .15, .06) }}
	heartLow = &drum{"pulse", .6, 0, .15, func() []float32 { return thump(.5, 70, 41, .05, .22, .01) }}
	taiko    = &drum{"taiko", .8, 0, .5, func() []float32 { return thump(1.1, 105, 62, .06, .42, .09) }}
	snare    = &drum{"snare", .6, .06, .25, func() []float32 {
		out := hiss(.28, 1900, .5, .075, 3)
		ring(out, 186, .5, .16, 0)
		ring(out, 331, .2, .1, 0)
		return out
	}}
	brush  = &drum{"brush", .42, .1, .25, func() []float32 { return hiss(.25, 3200, .45, .06, 5) }}
	rim    = &drum{"rim", .4, -.18, .25, func() []float32 { return woodBlock(1720, .05) }}
	snap   = &drum{"snap", .55, .16, .35, func() []float32 { return hiss(.16, 2300, 1.6, .022, 7) }}
	clap   = &drum{"clap", .55, .04, .35, handClap}
	hat    = &drum{"hat", .17, .24, .05, func() []float32 { return hiss(.12, 9500, .8, .022, 11) }}
	open   = &drum{"open hat", .16, .24, .1, func() []float32 { return hiss(.4, 9000, .8, .1, 13) }}
	shaker = &drum{"shaker", .17, -.3, .1, shake}
	tock   = &drum{"wood block", .3, .34, .25, func() []float32 { return woodBlock(880, .07) }}
	swell  = &drum{"swell", .13, 0, .5, cymbalSwell}
	crash  = &drum{"soft cymbal", .15, -.12, .4, func() []float32 { return hiss(2.4, 7200, .5, .7, 17) }}
)

// thump is a falling sine with a soft click: kicks and low drums.
func thump(seconds, from, to, fall, decay, click float64) []float32 {
	out := make([]float32, int(seconds*rate))
	phase := 0.0
	n, lp := noise(99), lowPass(2600, .7)
	for i := range out {
		t := float64(i) / rate
		hz := to + (from-to)*math.Exp(-t/fall)
		phase += hz / rate
		env := math.Exp(-t/decay) * smooth(t/.0015) * smooth((seconds-t)/.05)
		v := math.Sin(2*math.Pi*phase)*env + lp.step(float64(n.next()))*click*math.Exp(-t/.006)
		out[i] = float32(v)
	}
	return out
}

// hiss is band-passed noise that dies away.
func hiss(seconds, hz, q, decay float64, seed uint64) []float32 {
	out := make([]float32, int(seconds*rate))
	n, a, b := noise(seed*7919), bandPass(hz, q), highPass(hz*.6, .7)
	for i := range out {
		t := float64(i) / rate
		out[i] = float32(b.step(a.step(float64(n.next()))) * math.Exp(-t/decay) * smooth(t/.0012) * smooth((seconds-t)/.03))
	}
	return out
}

func woodBlock(hz, decay float64) []float32 {
	out := make([]float32, int(.2*rate))
	ring(out, hz, .6, decay*3, 0)
	ring(out, hz*1.51, .25, decay*2, 0)
	ring(out, hz*2.83, .12, decay, 0)
	for i := range 48 {
		out[i] *= float32(smooth(float64(i) / 48))
	}
	return out
}

func handClap() []float32 {
	out := make([]float32, int(.3*rate))
	for i, at := range []float64{0, .011, .021} {
		for k, v := range hiss(.2, 1500, 1.1, []float64{.008, .009, .055}[i], uint64(23+i)) {
			if j := int(at*rate) + k; j < len(out) {
				out[j] += v
			}
		}
	}
	return out
}

func shake() []float32 {
	out := make([]float32, int(.14*rate))
	n, hp := noise(31337), highPass(5200, .8)
	for i := range out {
		t := float64(i) / rate
		out[i] = float32(hp.step(float64(n.next())) * smooth(t/.028) * math.Exp(-max(0, t-.03)/.022) * smooth((.14-t)/.02) * .6)
	}
	return out
}

// cymbalSwell rises over two seconds and stops where the next section begins.
func cymbalSwell() []float32 {
	out := make([]float32, 2*rate)
	n, bp := noise(4711), bandPass(6000, .4)
	for i := range out {
		t := float64(i) / float64(len(out))
		out[i] = float32(bp.step(float64(n.next())) * t * t * t * smooth((1-t)/.03))
	}
	return out
}
