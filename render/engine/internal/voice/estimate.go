package voice

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/voice/kana"
	"gitops.video/render/render/engine/internal/voice/words"
)

// Estimate returns about how many seconds a text takes to say at natural pace,
// without loading a voice: within some 6 % for a paragraph. Pauses between
// sentences are not counted. [Speaker.Seconds] is exact.
func (s *Speaker) Estimate(text, lang string) float64 { return Estimate(text, lang) }

// perLetter is the seconds that a letter of running text takes, by language, as
// measured with the voices of this package.
var perLetter = map[string]float64{"en": 0.0545, "de": 0.0575, "es": 0.0575, "fr": 0.0445, "pt": 0.0615, "it": 0.0600, "nl": 0.0605, "pl": 0.0690, "sv": 0.0610, "ar": 0.0940, "he": 0.0940, "fa": 0.0880, "hi": 0.0735, "ru": 0.0580, "uk": 0.0580, "tr": 0.0715, "zh": 0.2450, "ko": 0.1800, "th": 0.0900}

// perMora is the seconds that a beat of Japanese takes: 6.9 a second, as espeak-ng speaks
// kana; newsreaders speak seven to eight.
const perMora = 0.145

// Estimate is [Speaker.Estimate].
func Estimate(text, lang string) float64 {
	letter, ok := perLetter[cmp.Or(phrase.Base(lang), "en")]
	if !ok {
		letter = 0.068
	}
	total := 0.0
	for _, sentence := range words.Split(text, lang) {
		tokens, pace := words.Read(sentence, lang, nil), words.Rate(sentence)
		for i, t := range tokens {
			n := utf8.RuneCountInString(t.Spoken) + 1
			for _, r := range t.Spoken { // digits are read out as words
				if r >= '0' && r <= '9' {
					n += 5
				}
			}
			spoken := letter * float64(n)
			if phrase.Base(lang) == "ja" {
				spoken = perMora * kana.Morae(t.Spoken) // its letters are of very different length
			}
			total += spoken/pace + t.Pause.Seconds() + t.Lead.Seconds()
			if t.After != "" && i+1 < len(tokens) {
				total += 0.124
			}
		}
		total += 0.02
	}
	return total
}

// Seconds returns how long Speak would make the utterance's take, to within some
// hundredths, for a fraction of the work. Voices that cannot tell are spoken, or
// estimated when they are far away. Whether the take has been made already changes
// nothing: what is derived from the length must be the same everywhere.
func (s *Speaker) Seconds(ctx context.Context, u Utterance) (float64, error) {
	tokens := words.Read(u.Text, u.Language, dictionary(u.Pronounce))
	if len(tokens) == 0 {
		return 0, fmt.Errorf("measure %q: %w", u.Text, ErrSilent)
	}
	who, err := s.cast(ctx, u)
	if err != nil {
		return 0, err
	}
	d := delivery{rate: rateOf(u), seed: seedOf(who.key, tokens)}
	if who.seconds == nil {
		t, err := s.Speak(ctx, u)
		return t.Seconds(), err
	}
	key := takeKey(who.key, words.Shown(u.Text), tokens, d.rate)
	seconds, ok := s.takes.length(key)
	if !ok {
		if seconds, err = who.seconds(ctx, tokens, d); err != nil {
			return 0, err
		}
		s.takes.keepLength(key, seconds)
	}
	u.kept(s.takes.lengthPath(key))
	return seconds, nil
}

// neuralSeconds runs the first half of the model.
func (s *Speaker) neuralSeconds(ctx context.Context, v *neural, as variant, tokens []words.Token, d delivery) (float64, error) {
	lines, err := s.written(ctx, v, tokens)
	if err != nil {
		return 0, err
	}
	rng := rand.New(rand.NewPCG(d.seed[0], d.seed[1]))
	rate := d.rate * as.pace / as.formants
	frames := 0
	for _, line := range lines {
		ids, from := v.config.ids(line)
		r, err := v.read(ids, rng, d.speaker)
		if err != nil {
			return 0, err
		}
		for _, f := range layOut(r.frames, from, line, tokens, rate) {
			frames += f
		}
	}
	total := float64(frames*v.hop)/float64(v.config.Audio.SampleRate)/as.formants + float64(len(lines)-1)*sentenceGap/d.rate
	for i, t := range tokens {
		total += t.Lead.Seconds()
		if i+1 < len(tokens) || t.Pause > 0 {
			total += t.Pause.Seconds()
		}
	}
	return total - edges/d.rate, nil
}

// edges is what finish cuts off a neural reading's silent ends on average, in
// seconds.
const edges = 0.11
