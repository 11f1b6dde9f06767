package voice

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sherpa"
	"gitops.video/render/render/engine/internal/voice/sound"
	"gitops.video/render/render/engine/internal/voice/words"
)

// castFolder chooses a voice from a user's folder, or the .onnx file that path
// names. "#NAME" behind the path is a speaker within it. Piper voices go before a
// sherpa-onnx model of the same folder, because their own times are exact.
func (c *casting) castFolder(ctx context.Context, path string, u Utterance) (speaking, error) {
	who, err := c.castPiper(path, u)
	if err == nil {
		if asked, _ := numbered(u.Voice); asked.named && asked.number > 1 {
			c.note("%s is one voice, so %s has the same; a model with several is named with its speakers, as FOLDER#SPEAKER", who.name, u.Voice.Name)
		}
		if u.Voice.Sample != "" {
			c.note("%s does not clone %s; it speaks as it is", who.name, baseName(u.Voice.Sample))
		}
		return who, nil
	}
	dir, speaker, _ := strings.Cut(path, "#")
	m, merr := sherpa.Find(dir)
	switch {
	case errors.Is(merr, sherpa.ErrNone):
		return who, err
	case merr != nil:
		return who, fmt.Errorf("voice folder: %w", merr)
	}
	return c.castSherpa(ctx, m, speaker, u)
}

// castSherpa lets a sherpa-onnx model speak.
func (c *casting) castSherpa(ctx context.Context, m sherpa.Model, speaker string, u Utterance) (speaking, error) {
	if c.opts.SherpaLib == "" {
		return speaking{}, fmt.Errorf("%s is a sherpa-onnx %s model, and RENDER_SHERPA_LIB does not name the library that runs it (render doctor tells how to get it)", m.Dir, m.Family)
	}
	language := cmp.Or(phrase.Base(u.Language), "en")
	if !m.Speaks(language) {
		return speaking{}, fmt.Errorf("the %s model %s does not speak %q", m.Family, baseName(m.Dir), language)
	}
	asked, _ := numbered(u.Voice)
	ask := sherpa.Ask{Speed: 1, Language: language, Speaker: m.Cast(language, asked.gender, asked.number)}
	key := fmt.Sprintf("sherpa %s %s", m.Sum, language)
	switch {
	case m.Clones():
		sample, err := c.cloneSample(ctx, u.Voice, m.NeedsTranscript())
		if err != nil {
			return speaking{}, fmt.Errorf("the %s model %s: %w", m.Family, baseName(m.Dir), err)
		}
		ask.Sample, ask.SampleRate, ask.Transcript = sample.pcm, sampleRate, u.Voice.Transcript
		key += " " + sample.sum + " " + u.Voice.Transcript
	case u.Voice.Sample != "":
		c.note("the %s model %s does not clone %s; it speaks as it is", m.Family, baseName(m.Dir), baseName(u.Voice.Sample))
	}
	if speaker != "" {
		n, err := m.Speaker(speaker)
		if err != nil {
			return speaking{}, err
		}
		ask.Speaker = n
	}
	key += fmt.Sprintf(" speaker %d", ask.Speaker)
	if m.Family == sherpa.ZipVoice {
		c.note("ZipVoice cannot be seeded: what it has said stays in the cache, and sounds a little different on another machine")
	}
	v := c.sherpaVoice(m, language)
	name := fmt.Sprintf("%s (sherpa-onnx %s)", baseName(m.Dir), m.Family)
	if m.Clones() {
		name += ", cloned from " + baseName(u.Voice.Sample)
	}
	return speaking{
		name: name,
		key:  key,
		speak: func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
			a := ask
			a.Text, a.Speed = words.Join(t), d.rate
			said, err := v.Speak(ctx, a)
			if err != nil {
				return heard{}, err
			}
			if said.Rate < 8000 || said.Rate > 192000 || len(said.Samples) < said.Rate/20 {
				return heard{}, fmt.Errorf("the model answered with no sound (%d samples at %d Hz)", len(said.Samples), said.Rate)
			}
			pcm := sound.Resample(said.Samples, said.Rate, scene.SampleRate)
			spans, err := c.align(ctx, pcm, t, u.Language)
			if err != nil {
				return heard{}, err
			}
			return deliver(pcm, spans, t), nil
		},
		seconds: func(_ context.Context, t []words.Token, d delivery) (float64, error) {
			return Estimate(words.Join(t), u.Language) / d.rate, nil
		},
	}, nil
}

// sherpaVoice is the model's one process in this run for all languages that it loads alike.
func (s *Speaker) sherpaVoice(m sherpa.Model, language string) *sherpa.Voice {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := m.Sum + " " + m.Loads(language)
	v := s.models[key]
	if v == nil {
		v = sherpa.Open(s.opts.SherpaLib, m, language)
		s.models[key] = v
	}
	return v
}

// deliver adds the stress and the silences that the text asks for to speech of an
// engine that knows neither.
func deliver(pcm []float32, spans []span, tokens []words.Token) heard {
	emphasise(pcm, spans, tokens, scene.SampleRate)
	pcm, spans = rest(pcm, spans, tokens, scene.SampleRate, 1)
	return heard{pcm, spans}
}
