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
	level    float64                   // factor that makes instruments equally loud
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
	piano = &instrument{name: "piano", seconds: 4, noise: .05, release: .16, level: .9, room: .22, width: .35,
		partials: func(f float64) []partial {
			return series(f, 16, 1.35, 2300, 6*math.Pow(220/f, .5), .3, .0003)
		}}
	electric = &instrument{name: "electric piano", seconds: 3, release: .18, level: .85, room: .2, width: .3,
		partials: func(f float64) []partial {
			t := 4 * math.Pow(220/f, .4)
			return []partial{{1, 1, t}, {2, .22, t * .5}, {3, .11, t * .35}, {4, .04, t * .25}, {7.02, .035, .22}, {11.1, .015, .12}}
		}}
	guitar = &instrument{name: "guitar", seconds: 2.2, noise: .03, release: .2, level: 1, room: .2, width: .4,
		partials: func(f float64) []partial {
			p := series(f, 18, .95, 2600, 2.4*math.Pow(196/f, .4), .32, .00006)
			for i := range p {
				p[i].amp *= math.Abs(math.Sin(float64(i+1) * math.Pi * .19))
			}
			return p
		}}
	pluck = &instrument{name: "pluck", seconds: 1.4, release: .12, level: .8, room: .3, width: .6,
		partials: func(f float64) []partial { return series(f, 20, 1, 2800, 1.3*math.Pow(330/f, .3), .4, 0) }}
	muted = &instrument{name: "muted guitar", seconds: .7, noise: .05, release: .08, level: 1.1, room: .16, width: .5,
		partials: func(f float64) []partial { return series(f, 14, 1.05, 1900, .42, .3, .00005) }}
	marimba = &instrument{name: "marimba", seconds: 1.2, noise: .03, release: .2, level: 1.2, room: .22, width: .6,
		partials: func(f float64) []partial {
			return []partial{{1, 1, .8 * math.Pow(330/f, .5)}, {3.99, .22, .16}, {9.6, .05, .06}}
		}}
	pizzicato = &instrument{name: "pizzicato", seconds: .8, noise: .04, release: .1, level: 1.15, room: .3, width: .5,
		partials: func(f float64) []partial { return series(f, 12, 1.15, 1700, .55, .45, .0001) }}
	glass = &instrument{name: "glass", seconds: 2.4, release: .4, level: .5, room: .45, width: .7,
		partials: func(f float64) []partial {
			return []partial{{1, 1, 1.8}, {2.01, .22, 1.1}, {2.76, .16, .7}, {5.4, .06, .3}}
		}}
	synth = &instrument{name: "synth", seconds: .9, release: .09, level: .7, room: .26, width: .7,
		partials: func(f float64) []partial { return series(f, 24, .9, 3000, .8, .34, 0) }}
	fingered = &instrument{name: "bass", seconds: 2.4, noise: .015, release: .07, level: 1.35, room: .02,
		partials: func(f float64) []partial { return series(f, 12, 1.1, 620, 3.2, .7, .00004) }}
	rounded = &instrument{name: "round bass", seconds: 3, release: .09, level: 1.3, room: .02,
		partials: func(f float64) []partial {
			return []partial{{1, 1, 5}, {2, .34, 2.4}, {3, .13, 1.1}, {4, .05, .5}}
		}}
	driven = &instrument{name: "synth bass", seconds: 1.6, release: .06, level: 1.1, room: .02,
		partials: func(f float64) []partial { return series(f, 18, .9, 560, 1.8, .5, 0) }}
	warm = &instrument{name: "warm pad", attack: .35, release: .9, level: .62, room: .4,
		ensemble: ensemble{cents: []float64{-8, -3, 0, 4, 7}, cutoff: 900, tilt: 1.2}}
	bright = &instrument{name: "bright pad", attack: .22, release: .7, level: .55, room: .35,
		ensemble: ensemble{cents: []float64{-10, -4, 0, 5, 9}, cutoff: 1900, tilt: 1.1}}
	bowed = &instrument{name: "strings", attack: .28, release: .8, level: .55, room: .5,
		ensemble: ensemble{cents: []float64{-12, -7, -2, 3, 6, 12}, cutoff: 2300, tilt: 1.05}}
	hollow = &instrument{name: "hollow pad", attack: .5, release: 1.2, level: .7, room: .5,
		ensemble: ensemble{cents: []float64{-6, 0, 5}, cutoff: 620, tilt: 1.4}}
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
	return &clip{pcm: out}
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
	power := 0.0
	for _, v := range table[:tableSize] {
		power += v * v
	}
	norm := .35 / math.Sqrt(power/tableSize*float64(len(e.cents)))
	out := make([]float32, loopSeconds*rate)
	for _, c := range e.cents {
		turns := math.Round(f * math.Pow(2, c/1200) * loopSeconds)
		step := turns / float64(len(out)) * tableSize
		pos := rng.Float64() * tableSize
		for i := range out {
			k := int(pos)
			frac := pos - float64(k)
			out[i] += float32((table[k] + (table[k+1]-table[k])*frac) * norm)
			if pos += step; pos >= tableSize {
				pos -= tableSize
			}
		}
	}
	return &clip{pcm: out, loop: true}
}
