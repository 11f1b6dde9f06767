package sound

import (
	"math"
	"math/rand/v2"
)

// instrument makes one kind of note. A note is rendered once a pitch, in full
// quality, and then played as often as the score wants it: struck ones ring out
// by themselves, held ones are seamless loops.
type instrument struct {
	name     string
	partials func(f float64) []partial // struck
	ensemble ensemble                  // held, when partials is nil
	seconds  float64                   // struck: how long it may ring
	noise    float64                   // struck: level of the hammer or pick
	attack   float64                   // seconds of fade-in; struck ones have their own
	release  float64                   // seconds from the end of the note to silence
	level    float64                   // factor over equal loudness
	room     float64                   // share sent to the reverb
	width    float64                   // how far pitches spread across the stereo picture
}

// partial is one sine of a struck note.
type partial struct {
	ratio float64 // of the fundamental
	amp   float64
	t60   float64 // seconds to −60 dB
}

// ensemble is several detuned band-limited saws in unison.
type ensemble struct {
	cents  []float64
	cutoff float64 // Hz, where the harmonics start to fall by 12 dB an octave more
	tilt   float64 // harmonic n has amplitude n^−tilt
}

// series builds harmonic partials up to 9 kHz: amplitude n^−tilt, darker beyond
// cutoff, the nth dying 1+damp·(n−1) times faster.
func series(f float64, most int, tilt, cutoff, t60, damp, stiff float64) []partial {
	var out []partial
	for n := 1.0; n <= float64(most) && n*f < 9000; n++ {
		out = append(out, partial{
			ratio: n * math.Sqrt((1+stiff*n*n)/(1+stiff)),
			amp:   math.Pow(n, -tilt) * math.Exp(-(n-1)*f/cutoff),
			t60:   t60 / (1 + damp*(n-1)),
		})
	}
	return out
}

var (
	piano = &instrument{name: "piano", seconds: 4, noise: .05, release: .16, level: 1, room: .22, width: .6,
		partials: func(f float64) []partial {
			return series(f, 20, 1.0, 2600, 6*math.Pow(220/f, .5), .24, .0003)
		}}
	electric = &instrument{name: "electric piano", seconds: 3, release: .18, level: 1, room: .2, width: .55,
		partials: func(f float64) []partial {
			t := 4 * math.Pow(220/f, .4)
			return []partial{{1, 1, t}, {2, .34, t * .6}, {3, .2, t * .45}, {4, .09, t * .35}, {5, .05, t * .25}, {7.02, .08, .3}, {11.1, .04, .16}}
		}}
	guitar = &instrument{name: "guitar", seconds: 2.2, noise: .03, release: .2, level: 1, room: .2, width: .7,
		partials: func(f float64) []partial {
			p := series(f, 24, .8, 3600, 2.4*math.Pow(196/f, .4), .32, .00006)
			for i := range p {
				p[i].amp *= math.Abs(math.Sin(float64(i+1) * math.Pi * .19))
			}
			return p
		}}
	pluck = &instrument{name: "pluck", seconds: 1.4, release: .12, level: .9, room: .3, width: .6,
		partials: func(f float64) []partial { return series(f, 24, .8, 3800, 1.3*math.Pow(330/f, .3), .4, 0) }}
	muted = &instrument{name: "muted guitar", seconds: .7, noise: .05, release: .08, level: .95, room: .16, width: .5,
		partials: func(f float64) []partial { return series(f, 20, .8, 3200, .42, .3, .00005) }}
	marimba = &instrument{name: "marimba", seconds: 1.2, noise: .03, release: .2, level: 1, room: .22, width: .6,
		partials: func(f float64) []partial {
			return []partial{{1, 1, .8 * math.Pow(330/f, .5)}, {3.99, .22, .16}, {9.6, .05, .06}}
		}}
	pizzicato = &instrument{name: "pizzicato", seconds: .8, noise: .04, release: .1, level: 1, room: .3, width: .5,
		partials: func(f float64) []partial { return series(f, 18, .95, 2600, .55, .35, .0001) }}
	glass = &instrument{name: "glass", seconds: 2.4, release: .4, level: .8, room: .45, width: .7,
		partials: func(f float64) []partial {
			return []partial{{1, 1, 1.8}, {2.01, .22, 1.1}, {2.76, .16, .7}, {5.4, .06, .3}}
		}}
	synth = &instrument{name: "synth", seconds: .9, release: .09, level: .9, room: .26, width: .7,
		partials: func(f float64) []partial { return series(f, 30, .75, 4200, .8, .26, 0) }}
	fingered = &instrument{name: "bass", seconds: 2.4, noise: .015, release: .07, level: 1, room: .02,
		partials: func(f float64) []partial { return series(f, 18, .85, 900, 3.2, .5, .00004) }}
	rounded = &instrument{name: "round bass", seconds: 3, release: .09, level: 1, room: .02,
		partials: func(f float64) []partial {
			return []partial{{1, 1, 5}, {2, .5, 2.6}, {3, .25, 1.4}, {4, .12, .9}, {5, .06, .5}}
		}}
	driven = &instrument{name: "synth bass", seconds: 1.6, release: .06, level: .9, room: .02,
		partials: func(f float64) []partial { return series(f, 26, .8, 900, 1.8, .4, 0) }}
	warm = &instrument{name: "warm pad", attack: .35, release: .9, level: 1, room: .4,
		ensemble: ensemble{cents: []float64{-8, -3, 0, 4, 7}, cutoff: 1500, tilt: 1.05}}
	bright = &instrument{name: "bright pad", attack: .22, release: .7, level: .9, room: .35,
		ensemble: ensemble{cents: []float64{-10, -4, 0, 5, 9}, cutoff: 3000, tilt: .95}}
	bowed = &instrument{name: "strings", attack: .28, release: .8, level: 1, room: .5,
		ensemble: ensemble{cents: []float64{-12, -7, -2, 3, 6, 12}, cutoff: 3200, tilt: .95}}
	hollow = &instrument{name: "hollow pad", attack: .5, release: 1.2, level: .95, room: .5,
		ensemble: ensemble{cents: []float64{-6, 0, 5}, cutoff: 1000, tilt: 1.2}}
)

// clip is a rendered note or effect, mono.
type clip struct {
	pcm  []float32
	loop bool
}

// loopSeconds is the length of a held note's loop. Every oscillator makes a whole
// number of turns in it, which puts it within an eighth of a Hz of its pitch.
const loopSeconds = 4

// render makes the note of a MIDI pitch.
func (in *instrument) render(pitch int) *clip {
	f := 440 * math.Pow(2, float64(pitch-69)/12)
	// The seed is the note's own, so that a note sounds the same in any video.
	rng := rand.New(rand.NewPCG(uint64(pitch), uint64(len(in.name))<<32|uint64(in.name[0])))
	if in.partials == nil {
		return in.ensemble.render(f, rng)
	}
	out := make([]float32, int(in.seconds*rate))
	for _, p := range in.partials(f) {
		// Two strings, a hair apart, so that the tone lives.
		for _, cents := range [2]float64{-.5, .5} {
			ring(out, f*p.ratio*math.Pow(2, cents/1200), p.amp/2, p.t60, rng.Float64())
		}
	}
	if in.noise > 0 {
		n, lp := noise(uint64(pitch)*2654435761+1), lowPass(min(3000, 4*f), .7)
		for i := range min(len(out), 2400) {
			out[i] += float32(lp.step(float64(n.next())) * in.noise * math.Exp(-float64(i)/400))
		}
	}
	for i := range 120 { // 2.5 ms: quick, yet no click
		out[i] *= float32(smooth(float64(i) / 120))
	}
	tail := min(len(out), 9600)
	for i := range tail {
		out[len(out)-tail+i] *= float32(smooth(1 - float64(i+1)/float64(tail)))
	}
	level(out, out[:min(len(out), int(.4*rate))])
	return &clip{pcm: out}
}

// noteLevel is the K-weighted level that every note is brought to, so that
// instruments and pitches are equally loud before the score says otherwise.
const noteLevel = .12

// level scales out so that part of it, as heard, has noteLevel.
func level(out, part []float32) {
	k, sum := newKWeight(), 0.0
	for _, v := range part {
		y := k.step(float64(v))
		sum += y * y
	}
	g := float32(noteLevel / math.Sqrt(sum/float64(len(part))+1e-12))
	for i := range out {
		out[i] *= g
	}
}

// ring adds a decaying sine, by rotating a phasor, until it is 80 dB down.
func ring(out []float32, hz, amp, t60, phase float64) {
	s, c := math.Sincos(2 * math.Pi * hz / rate)
	k := math.Exp(-6.9078 / (t60 * rate))
	s, c = s*k, c*k
	y, x := math.Sincos(2 * math.Pi * phase)
	x, y = x*amp, y*amp
	n := min(len(out), int(t60*rate*(80+toDB(amp))/60))
	for i := range max(0, n) {
		out[i] += float32(y)
		x, y = x*c-y*s, x*s+y*c
	}
}

const tableSize = 2048

func (e ensemble) render(f float64, rng *rand.Rand) *clip {
	var table [tableSize + 1]float64
	for n := 1; n <= 60 && float64(n)*f < 9000; n++ {
		h := float64(n) * f / e.cutoff
		amp := math.Pow(float64(n), -e.tilt) / (1 + h*h)
		phase := rng.Float64()
		for i := range tableSize {
			// Exact in the table's period, whatever the harmonic.
			table[i] += amp * math.Sin(2*math.Pi*(float64(i*n%tableSize)/tableSize+phase))
		}
	}
	table[tableSize] = table[0]
	out := make([]float32, loopSeconds*rate)
	for _, c := range e.cents {
		turns := math.Round(f * math.Pow(2, c/1200) * loopSeconds)
		step := turns / float64(len(out)) * tableSize
		pos := rng.Float64() * tableSize
		for i := range out {
			k := int(pos)
			frac := pos - float64(k)
			out[i] += float32(table[k] + (table[k+1]-table[k])*frac)
			if pos += step; pos >= tableSize {
				pos -= tableSize
			}
		}
	}
	level(out, out)
	return &clip{pcm: out, loop: true}
}
