package sound

import (
	"math"

	"gitops.video/render/render/engine/internal/scene"
)

// Spoken is one sentence in its place.
type Spoken struct {
	At      int64        // sample of the programme at which it starts
	Samples int          // how long it is
	Words   []scene.Word // seconds from its start; without them all of it counts as speech

	Breathes bool // breath may be taken in the pause before it

	// PCM is its sound: mono, 48 kHz, −1…1. It is asked for whenever the sentence is
	// heard, so that memory holds what sounds now and not the whole narration.
	PCM func() ([]float32, error)
}

const (
	voiceLevel = -20.0  // LUFS of every sentence on both channels, before the final gain
	voiceHigh  = 75.0   // Hz; below is rumble
	sharp      = 5200.0 // Hz; above lie the s sounds
	fadeIn     = 96     // samples: a cut in a breath must not click
	fadeOut    = 480
	voiceTail  = 960 // the filters ring this much longer
)

// voiceChannel plays the sentences: rumble out, each to one level, s sounds
// softened, gently compressed. Memory holds only what sounds now.
type voiceChannel struct {
	voice  []Spoken
	gains  []float32
	next   int
	active []*take
}

// take is a sentence being played.
type take struct {
	at   int64
	pcm  []float32
	gain float32
	pos  int64      // next sample of pcm
	pass biquad     // rumble out
	low  biquad     // below sharp, and
	hiss biquad     // above, where s sounds lie
	soft compressor // of hiss
	comp compressor
}

func newVoiceChannel(voice []Spoken, gains []float32) *voiceChannel {
	return &voiceChannel{voice: voice, gains: gains}
}

// fill adds the samples from at on to out, which comes in silent.
func (c *voiceChannel) fill(out []float32, at int64) error {
	end := at + int64(len(out))
	for c.next < len(c.voice) && c.voice[c.next].At < end {
		v := c.voice[c.next]
		pcm, err := v.PCM()
		if err != nil {
			return err
		}
		c.active = append(c.active, &take{at: v.At, pcm: pcm, gain: c.gains[c.next], pass: highPass(voiceHigh, .7),
			low: lowPass(sharp, .5), hiss: highPass(sharp, .5), soft: softener(), comp: leveller()})
		c.next++
	}
	kept := c.active[:0]
	for _, t := range c.active {
		from := max(0, t.at+t.pos-at)
		if t.play(out[from:]) {
			kept = append(kept, t)
		}
	}
	clear(c.active[len(kept):])
	c.active = kept
	return nil
}

// play adds to out; it reports whether anything is left.
func (t *take) play(out []float32) bool {
	n := int64(len(t.pcm))
	for i := range out {
		if t.pos >= n+voiceTail {
			return false
		}
		x := 0.0
		if t.pos < n {
			x = float64(t.pcm[t.pos] * t.gain * edge(t.pos, n))
		}
		x = t.pass.step(x)
		// The two halves of this crossover differ by an all-pass from what went in.
		s := t.hiss.step(x)
		x = t.low.step(x) - s*t.soft.follow(s)
		out[i] += float32(x * t.comp.follow(x))
		t.pos++
	}
	t.pass.settle()
	t.low.settle()
	t.hiss.settle()
	return t.pos < n+voiceTail
}

// edge fades the first and last samples of a sentence.
func edge(pos, n int64) float32 {
	g := float32(1)
	if pos < fadeIn {
		g = float32(smooth(float64(pos) / fadeIn))
	}
	if left := n - 1 - pos; left < fadeOut {
		g *= float32(smooth(float64(left) / fadeOut))
	}
	return g
}

// sentenceGain brings a sentence to voiceLevel. One that is nearly silent, or
// not finite, is left alone rather than blown up.
func sentenceGain(pcm []float32) float32 {
	pass, k := highPass(voiceHigh, .7), newKWeight()
	var ticks []float64
	sum, total := 0.0, 0.0
	for i, v := range pcm {
		y := k.step(pass.step(float64(v)))
		sum += 2 * y * y
		if (i+1)%tick == 0 {
			ticks = append(ticks, sum/tick)
			total += sum
			sum = 0
		}
	}
	level := integrated(ticks)
	if math.IsInf(level, -1) { // shorter than a block
		level = lufs((total + sum) / float64(max(1, len(pcm))))
	}
	if math.IsNaN(level) || level < -60 {
		return 1
	}
	return float32(fromDB(min(30, voiceLevel-level)))
}

// compressor follows the level of a signal and says by how much to turn it down:
// with a soft knee, by slope dB for each dB over the threshold.
type compressor struct {
	threshold, slope, knee float64
	attack, release        float64 // share of the way a sample
	square                 float64 // smoothed power
	gain, to               float64
	n                      int
}

// compEvery is the number of samples between looks at the level.
const compEvery = 16

func newCompressor(threshold, ratio, knee, attack, release float64) compressor {
	share := func(seconds float64) float64 { return 1 - math.Exp(-1/(seconds*rate)) }
	return compressor{threshold: threshold, slope: 1 - 1/ratio, knee: knee,
		attack: share(attack), release: share(release), gain: 1, to: 1}
}

// leveller evens out syllables; softener turns down sharp s sounds, on the band in
// which they lie.
func leveller() compressor { return newCompressor(-21, 2.5, 8, .006, .11) }
func softener() compressor { return newCompressor(-36, 2, 6, .001, .03) }

// follow takes the next sample and returns the gain for it.
func (c *compressor) follow(x float64) float64 {
	p := x * x
	if p > c.square {
		c.square += (p - c.square) * c.attack
	} else {
		c.square += (p - c.square) * c.release
	}
	if c.n == 0 {
		c.n = compEvery
		over := 10*math.Log10(c.square+1e-12) - c.threshold
		switch {
		case over <= -c.knee/2:
			c.to = 1
		case over < c.knee/2:
			c.to = fromDB(-c.slope * (over + c.knee/2) * (over + c.knee/2) / (2 * c.knee))
		default:
			c.to = fromDB(-c.slope * over)
		}
	}
	c.n--
	c.gain += (c.to - c.gain) / compEvery
	return c.gain
}
