package sound

import (
	"math"

	"gitops.video/render/render/engine/internal/scene"
)

// Spoken is one sentence in its place.
type Spoken struct {
	At    int64        // sample of the programme at which PCM starts
	PCM   []float32    // mono, 48 kHz, −1…1
	Words []scene.Word // seconds from the start of PCM; without them all of PCM counts as speech
}

const (
	voiceLevel = -20.0 // LUFS of every sentence on both channels, before the final gain
	voiceHigh  = 75.0  // Hz; below is rumble
	fadeIn     = 96    // samples: a cut in a breath must not click
	fadeOut    = 480
	voiceTail  = 960 // the filters ring this much longer
)

// voiceChannel plays the sentences: rumble out, each to one level, gently
// compressed. Memory holds only what sounds now.
type voiceChannel struct {
	voice  []Spoken
	gains  []float32
	next   int
	active []*take
}

// take is a sentence being played.
type take struct {
	Spoken
	gain float32
	pos  int64 // next sample of PCM
	pass biquad
	comp compressor
}

func newVoiceChannel(voice []Spoken, gains []float32) *voiceChannel {
	return &voiceChannel{voice: voice, gains: gains}
}

// fill adds the samples from at on to out, which comes in silent.
func (c *voiceChannel) fill(out []float32, at int64) {
	end := at + int64(len(out))
	for c.next < len(c.voice) && c.voice[c.next].At < end {
		v := c.voice[c.next]
		c.active = append(c.active, &take{Spoken: v, gain: c.gains[c.next], pass: highPass(voiceHigh, .7), comp: newCompressor()})
		c.next++
	}
	kept := c.active[:0]
	for _, t := range c.active {
		from := max(0, t.At+t.pos-at)
		if t.play(out[from:]) {
			kept = append(kept, t)
		}
	}
	c.active = kept
}

// play adds to out; it reports whether anything is left.
func (t *take) play(out []float32) bool {
	n := int64(len(t.PCM))
	for i := range out {
		if t.pos >= n+voiceTail {
			return false
		}
		x := 0.0
		if t.pos < n {
			x = float64(t.PCM[t.pos] * t.gain * edge(t.pos, n))
		}
		out[i] += float32(t.comp.step(t.pass.step(x)))
		t.pos++
	}
	t.pass.settle()
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

// compressor is a gentle 2.5:1 with a soft knee, on the level of some 10 ms.
type compressor struct {
	square   float64 // smoothed power
	gain, to float64
	n        int
}

const (
	compThreshold = -21.0 // dB of one channel
	compSlope     = 1 - 1/2.5
	compKnee      = 8.0
	compEvery     = 16 // samples between looks at the level
)

var compAttack, compRelease = 1 - math.Exp(-1/(.006*rate)), 1 - math.Exp(-1/(.11*rate))

func newCompressor() compressor { return compressor{gain: 1, to: 1} }

func (c *compressor) step(x float64) float64 {
	p := x * x
	if p > c.square {
		c.square += (p - c.square) * compAttack
	} else {
		c.square += (p - c.square) * compRelease
	}
	if c.n == 0 {
		c.n = compEvery
		over := 10*math.Log10(c.square+1e-12) - compThreshold
		switch {
		case over <= -compKnee/2:
			c.to = 1
		case over < compKnee/2:
			c.to = fromDB(-compSlope * (over + compKnee/2) * (over + compKnee/2) / (2 * compKnee))
		default:
			c.to = fromDB(-compSlope * over)
		}
	}
	c.n--
	c.gain += (c.to - c.gain) / compEvery
	return x * c.gain
}
