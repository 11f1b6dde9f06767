package sound

import "math"

// A speaker who pauses takes breath before going on: a short rush of air, shaped by
// the open mouth, that ends just before the voice sets in. It is far below the voice
// and heard mostly by its absence.
const (
	breathLong   = .40 // s
	breathShort  = .25
	breathAfter  = .12 // of silence behind the last word, at least
	breathBefore = .06 // and in front of the next
	breathEvery  = 2.5 // s of speech since the last one: nobody breathes at each comma
	breathLevel  = -49 // dB RMS under voiceLevel: 41 under the RMS of what is spoken
	breathMore   = 3   // at most so much above that
)

// inhale is one breath in its place.
type inhale struct {
	at, samples int64
	level       float32
	seed        uint64
	pcm         []float32 // made when it is heard
}

// breathing says where the speaker breathes: in pauses that are long enough, at the
// starts of sentences whose voice does.
func breathing(voice []Spoken, seed uint64) []*inhale {
	var out []*inhale
	silent := 0.0                  // since when
	spoken := float64(breathEvery) // seconds since the last breath; the first may come at once
	for i, v := range voice {
		t := float64(v.At) / rate
		from, to := t, t+float64(v.Samples)/rate
		if n := len(v.Words); n > 0 {
			from, to = t+v.Words[0].Start, t+v.Words[n-1].End
		}
		room := from - silent - breathAfter - breathBefore
		if v.Breathes && room >= breathShort && spoken >= breathEvery {
			s := seedOf(seed, "breath") + uint64(i)*0x9e3779b97f4a7c15
			length := min(breathLong, max(breathShort, .6*room))
			out = append(out, &inhale{
				at: int64((from - breathBefore - length) * rate), samples: int64(length * rate), seed: s,
				level: float32(fromDB(voiceLevel + breathLevel + breathMore*float64(s>>40&1023)/1023)),
			})
			spoken = 0
		}
		spoken += to - from
		silent = max(silent, to)
	}
	return out
}

// make fills the breath: noise through the resonances of an open mouth, swelling
// slowly and falling off fast, as air drawn in does.
func (b *inhale) make() {
	b.pcm = make([]float32, b.samples)
	n, flutter, lips := noise(b.seed), lowPass(14, .7), lowPass(3800, .6)
	mouth := [...]struct {
		biquad
		gain float64
	}{{bandPass(620, .8), .8}, {bandPass(1650, 1.2), 1}, {bandPass(2900, 1.6), .5}, {bandPass(5200, 1.2), .1}}
	sum := 0.0
	for i := range b.pcm {
		x, y := float64(n.next()), 0.0
		for k := range mouth {
			y += mouth[k].gain * mouth[k].step(x)
		}
		t := float64(i) / float64(len(b.pcm))
		y = lips.step(y) * smooth(t/.7) * smooth((1-t)/.22) * (1 + 3*flutter.step(float64(n.next())))
		b.pcm[i] = float32(y)
		sum += y * y
	}
	if sum > 0 {
		k := b.level / float32(math.Sqrt(sum/float64(len(b.pcm))))
		for i := range b.pcm {
			b.pcm[i] *= k
		}
	}
}

// breather plays the breaths.
type breather struct{ rest []*inhale }

func newBreather(all []*inhale) *breather {
	b := &breather{}
	for _, x := range all {
		c := *x
		b.rest = append(b.rest, &c)
	}
	return b
}

// fill adds the samples from at on to out.
func (b *breather) fill(out []float32, at int64) {
	for len(b.rest) > 0 && b.rest[0].at < at+int64(len(out)) {
		x := b.rest[0]
		if x.pcm == nil {
			x.make()
		}
		for p := max(at, x.at); p < min(at+int64(len(out)), x.at+x.samples); p++ {
			out[p-at] += x.pcm[p-x.at]
		}
		if x.at+x.samples > at+int64(len(out)) {
			return
		}
		b.rest = b.rest[1:]
	}
}
