package voice

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sherpa"
	"gitops.video/render/render/engine/internal/voice/sound"
)

const (
	sampleRate = 24000 // Hz: what cloning models listen at
	leastClone = 3     // seconds of speech without which a voice is not known
	mostClone  = 20    // seconds: more makes it slower, not better
)

// clonable is a voice sample as cloning engines get it: its speech at sampleRate.
type clonable struct {
	pcm []float32
	sum string // names the content
}

// ErrConsent is returned when a voice would be cloned and nobody is on record as
// having agreed.
var ErrConsent = errors.New("cloning a voice needs its owner's consent on record: write who agreed, and when, in voice.consent")

// cloneSample reads the sample that v names for an engine that clones.
func (s *Speaker) cloneSample(ctx context.Context, v scene.Voice, transcript bool) (clonable, error) {
	switch {
	case v.Sample == "":
		return clonable{}, errors.New("it speaks in the voice of a sample: name one in voice.sample")
	case strings.TrimSpace(v.Consent) == "":
		return clonable{}, ErrConsent
	case transcript && strings.TrimSpace(v.Transcript) == "":
		return clonable{}, errors.New("it needs to know what the sample says: write it in voice.transcript")
	}
	s.mu.Lock()
	known, ok := s.samples[v.Sample]
	s.mu.Unlock()
	if ok {
		return known, nil
	}
	pcm, err := readSample(ctx, v.Sample, sampleRate)
	if err != nil {
		return clonable{}, err
	}
	from, to := sound.Voiced(pcm, sampleRate, 40)
	if to-from < leastClone*sampleRate {
		return clonable{}, fmt.Errorf("voice sample %s: %.1f s of speech are too few to clone; give 5 to 20 seconds of one clear voice", baseName(v.Sample), float64(max(0, to-from))/sampleRate)
	}
	pcm = append([]float32(nil), pcm[from:min(to, from+mostClone*sampleRate)]...)
	sound.Fade(pcm, sampleRate/200, sampleRate/50)
	sound.Level(pcm, sampleRate, speechLevel)
	sum := sha256.Sum256(wave(pcm, sampleRate))
	known = clonable{pcm, hex.EncodeToString(sum[:8])}
	s.mu.Lock()
	s.samples[v.Sample] = known
	s.mu.Unlock()
	return known, nil
}

// castClone finds an engine that clones the utterance's sample. cloned is false
// when there is none, and the voice has to be matched instead.
func (c *casting) castClone(ctx context.Context, u Utterance) (who speaking, cloned bool, err error) {
	if c.opts.VoiceDir != "" {
		dir, speaker, _ := strings.Cut(c.opts.VoiceDir, "#")
		m, err := sherpa.Find(dir)
		switch language := cmp.Or(phrase.Base(u.Language), "en"); {
		case errors.Is(err, sherpa.ErrNone) || err == nil && !m.Clones():
		case err != nil:
			c.note("%v; %s is not cloned", err, baseName(u.Voice.Sample))
		case !m.Speaks(language):
			c.note("the %s model %s does not speak %q; %s is not cloned", m.Family, baseName(m.Dir), language, baseName(u.Voice.Sample))
		default:
			who, err := c.castSherpa(ctx, m, speaker, u)
			return who, err == nil, err
		}
	}
	if c.opts.SpeechURL == "" {
		return speaking{}, false, nil
	}
	sample, err := c.cloneSample(ctx, u.Voice, false)
	if err != nil {
		return speaking{}, false, err
	}
	name, err := c.server.register(ctx, sample, u.Voice)
	var refused *refusal
	switch {
	case errors.As(err, &refused) && refused.absent():
		c.note("the speech server %s takes no voice samples; %s is not cloned", c.server.base.Host, baseName(u.Voice.Sample))
		return speaking{}, false, nil
	case err != nil:
		return speaking{}, false, fmt.Errorf("voice sample %s: %w", baseName(u.Voice.Sample), err)
	}
	u.Voice = scene.Voice{Name: name, Pace: u.Voice.Pace}
	who, err = c.castServer(u)
	who.key += " " + sample.sum
	return who, err == nil, err
}

// wave writes 16-bit mono PCM as a WAV file.
func wave(pcm []float32, rate int) []byte {
	n := 2 * len(pcm)
	b := make([]byte, 0, 44+n)
	b = append(b, "RIFF"...)
	b = binary.LittleEndian.AppendUint32(b, uint32(36+n))
	b = append(b, "WAVEfmt "...)
	b = binary.LittleEndian.AppendUint32(b, 16)
	b = binary.LittleEndian.AppendUint16(b, 1)
	b = binary.LittleEndian.AppendUint16(b, 1)
	b = binary.LittleEndian.AppendUint32(b, uint32(rate))
	b = binary.LittleEndian.AppendUint32(b, uint32(2*rate))
	b = binary.LittleEndian.AppendUint16(b, 2)
	b = binary.LittleEndian.AppendUint16(b, 16)
	b = append(b, "data"...)
	b = binary.LittleEndian.AppendUint32(b, uint32(n))
	for _, s := range pcm {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(float64(max(-1, min(1, s)))*32767))))
	}
	return b
}
