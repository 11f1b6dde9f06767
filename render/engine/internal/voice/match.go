package voice

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"time"

	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
	"gitops.video/render/render/engine/internal/voice/words"
)

// maxSample is how much of a voice sample is listened to, in seconds.
const maxSample = 60

// referenceText is what the built-in voice says to be measured against a sample.
const referenceText = "The quick way to learn a new place is to walk through it slowly, ask the people who live there, and listen to what they say about their morning."

// portrait is what matching knows of a voice.
type portrait struct {
	pitch     float64   // median, Hz
	syllables float64   // a second of speech
	spectrum  []float64 // long-term level of voiced speech in dB, at spectrumHz
}

// match measures a sample and returns how a voice of ours comes closest to it. This
// moves pitch, the size of the mouth and pace; it does not clone. who names the
// voice, and speak says the reference text with it as it is.
func (s *Speaker) match(ctx context.Context, path, who string, speak func(context.Context, []words.Token, delivery) (heard, error)) (variant, error) {
	key := who + "\x00" + path
	s.mu.Lock()
	m, ok := s.matches[key]
	s.mu.Unlock()
	if ok {
		return m, nil
	}
	const rate = 22050
	pcm, err := readSample(ctx, path, rate)
	if err != nil {
		return variant{}, err
	}
	sample := paint(pcm, rate)
	if sample.pitch == 0 || float64(len(pcm))/rate < 2 {
		return variant{}, fmt.Errorf("voice sample %s: no speech to match in it; give 5 to 60 seconds of one clear voice", baseName(path))
	}
	h, err := speak(ctx, words.Read(referenceText, "en", nil), delivery{rate: 1, seed: [2]uint64{1, 1}})
	if err != nil {
		return variant{}, err
	}
	own := paint(sound.Resample(h.pcm, scene.SampleRate, rate), rate)
	m = closest(sample, own)
	s.mu.Lock()
	s.matches[key] = m
	s.mu.Unlock()
	return m, nil
}

// matched says what matching did.
func (c *casting) matched(sample, title string, as variant) {
	c.note("%s is matched in pitch, size and pace, not cloned: %s speaks (pitch ×%.2f, formants ×%.2f, pace ×%.2f); a sherpa-onnx Pocket or ZipVoice folder (RENDER_VOICE_DIR) or a speech server that takes samples (RENDER_SPEECH_URL) clones", baseName(sample), title, as.pitch, as.formants, as.pace)
}

// closest limits the change to what still sounds like a person.
func closest(sample, own portrait) variant {
	round := func(x float64) float64 { return math.Round(x*100) / 100 }
	pitch := clamp(sample.pitch/own.pitch, 0.52, 1.35)
	// A longer throat lowers pitch and formants together, formants about as the
	// third root; what the spectra say is averaged with that, since microphones
	// colour spectra.
	formants := clamp((math.Cbrt(pitch)+warp(sample.spectrum, own.spectrum))/2, 0.83, 1.12)
	pace := 1.0
	if own.syllables > 0 && sample.syllables > 0 {
		pace = clamp(sample.syllables/own.syllables, 0.85, 1.15)
	}
	air := clamp((slope(sample.spectrum)-slope(own.spectrum))/2, -3, 3)
	return variant{round(pitch), round(formants), round(pace), round(air)}
}

// readSample reads the beginning of a voice sample.
func readSample(ctx context.Context, path string, rate int) ([]float32, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	pcm, err := readAudio(ctx, nil, rate, append(ffmpeg.ForeignSound(), "-t", fmt.Sprint(maxSample), "-i", "file:"+path)...)
	if err != nil {
		return nil, fmt.Errorf("voice sample %s: %w", baseName(path), err)
	}
	return pcm, nil
}

// readAudio has ffmpeg turn an input into mono samples at rate.
func readAudio(ctx context.Context, stdin io.Reader, rate int, input ...string) ([]float32, error) {
	var out bytes.Buffer
	err := ffmpeg.Run(ctx, "read speech", stdin, &out, append(input, "-vn", "-ac", "1", "-ar", fmt.Sprint(rate), "-f", "f32le", "pipe:1")...)
	if err != nil {
		return nil, err
	}
	b := out.Bytes()
	pcm := make([]float32, len(b)/4)
	for i := range pcm {
		pcm[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return pcm, nil
}

// spectrumHz are the frequencies at which spectra are compared, a sixteenth of an
// octave apart.
var spectrumHz = func() []float64 {
	var f []float64
	for hz := 250.0; hz < 6000; hz *= math.Pow(2, 1.0/16) {
		f = append(f, hz)
	}
	return f
}()

func paint(pcm []float32, rate int) portrait {
	track := sound.Pitch(pcm, rate)
	p := portrait{pitch: track.Median(), spectrum: make([]float64, len(spectrumHz))}
	if p.pitch == 0 {
		return p
	}
	// Power around each frequency in voiced speech, in windows of 46 ms.
	const n = 1024
	power := make([]float64, len(spectrumHz))
	frames := 0
	for at := 0; at+n <= len(pcm); at += n {
		if track.At(float64(at+n/2)/float64(rate)) == 0 {
			continue
		}
		frames++
		for k, hz := range spectrumHz {
			power[k] += goertzel(pcm[at:at+n], hz/float64(rate))
		}
	}
	for k := range power {
		p.spectrum[k] = 10 * math.Log10(power[k]/float64(max(1, frames))+1e-12)
	}
	p.spectrum = smooth(p.spectrum, 3)
	p.syllables = syllableRate(pcm, rate)
	return p
}

// goertzel is the power of x at a frequency given in cycles a sample.
func goertzel(x []float32, cycles float64) float64 {
	c := 2 * math.Cos(2*math.Pi*cycles)
	var a, b float64
	for i, v := range x {
		w := 0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/float64(len(x)-1))
		a, b = float64(v)*w+c*a-b, a
	}
	return a*a + b*b - c*a*b
}

func smooth(x []float64, reach int) []float64 {
	out := make([]float64, len(x))
	for i := range x {
		n := 0
		for k := max(0, i-reach); k <= min(len(x)-1, i+reach); k++ {
			out[i] += x[k]
			n++
		}
		out[i] /= float64(n)
	}
	return out
}

// warp is by how much a's resonances lie higher than b's: the shift along the
// logarithmic axis at which the two spectra agree best.
func warp(a, b []float64) float64 {
	best, factor := math.Inf(-1), 1.0
	for shift := -5; shift <= 3; shift++ {
		var sa, sb, saa, sbb, sab, n float64
		for i := range a {
			j := i - shift
			if j < 0 || j >= len(b) {
				continue
			}
			x, y := a[i], b[j]
			sa, sb, saa, sbb, sab, n = sa+x, sb+y, saa+x*x, sbb+y*y, sab+x*y, n+1
		}
		r := (sab - sa*sb/n) / math.Sqrt((saa-sa*sa/n)*(sbb-sb*sb/n)+1e-9)
		if r > best {
			best, factor = r, math.Pow(2, float64(shift)/16)
		}
	}
	return factor
}

// slope is how much weaker the upper half of a spectrum is, in dB.
func slope(x []float64) float64 {
	half := len(x) / 2
	var low, high float64
	for i, v := range x {
		if i < half {
			low += v / float64(half)
		} else {
			high += v / float64(len(x)-half)
		}
	}
	return high - low
}

// syllableRate counts the peaks of loudness in a second of speech.
func syllableRate(pcm []float32, rate int) float64 {
	hop := rate / 100
	var env []float64
	top := 0.0
	for at := 0; at+2*hop <= len(pcm); at += hop {
		e := sound.RMS(pcm[at : at+2*hop])
		env = append(env, e)
		top = math.Max(top, e)
	}
	env = smooth(env, 3)
	peaks, spoken := 0.0, 0.0
	for i := 1; i+1 < len(env); i++ {
		if env[i] > 0.08*top {
			spoken += 0.01
		}
		if env[i] > env[i-1] && env[i] >= env[i+1] && env[i] > 0.15*top {
			peaks++
		}
	}
	if spoken == 0 {
		return 0
	}
	return peaks / spoken
}
