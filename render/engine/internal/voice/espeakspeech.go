package voice

import (
	"context"
	"math"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/espeak"
	"gitops.video/render/render/engine/internal/voice/kana"
	"gitops.video/render/render/engine/internal/voice/sound"
	"gitops.video/render/render/engine/internal/voice/words"
)

// espeakVoices are the names of espeak-ng's voices where they differ from the
// lower-case language tag.
var espeakVoices = map[string]string{"": "en-gb-x-rp", "en": "en-gb-x-rp", "en-gb": "en-gb-x-rp", "en-us": "en-us", "zh": "cmn", "zh-cn": "cmn", "zh-tw": "cmn", "zh-hk": "yue", "pt": "pt-br", "pt-pt": "pt",
	"fr": "fr", "fr-fr": "fr", "fr-be": "fr-be", "fr-ch": "fr-ch", "es-mx": "es-419", "es-us": "es-419", "es-ar": "es-419", "nb": "nb", "no": "nb", "vi": "vi", "fa": "fa", "iw": "he"}

// espeakVoice returns espeak-ng's name for a language tag.
func espeakVoice(lang string) string {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	if v, ok := espeakVoices[lang]; ok {
		return v
	}
	base, region, _ := strings.Cut(lang, "-")
	if v, ok := espeakVoices[base]; ok && (base != "en" || region == "gb") {
		return v
	}
	if base == "en" {
		return "en-us"
	}
	return base
}

// espeakStyle is how one of espeak-ng's voices is set.
type espeakStyle struct {
	Variant            string // espeak-ng's own variant: "f2", "m3"
	Pitch, Range, Rate int
	Size               float64 // factor of pitch and formants together, by playing faster or slower
	Warmth             float64 // dB below 250 Hz
}

// espeakEdge is the silence put around espeak-ng's speech, seconds.
const espeakEdge = .04

// brackets would open phoneme codes.
var brackets = strings.NewReplacer("[", " ", "]", " ")

// speakEspeak speaks tokens with espeak-ng, in the voice of a language, and
// softens the sound. as moves it towards a sample.
func (s *Speaker) speakEspeak(ctx context.Context, voice string, style espeakStyle, as variant, tokens []words.Token, d delivery) (heard, error) {
	language := voice
	if style.Variant != "" {
		voice += "+" + style.Variant
	}
	as.pitch, as.formants = as.pitch*style.Size, as.formants*style.Size
	set := espeak.Settings{Voice: voice, Pitch: style.Pitch, Range: style.Range, Rate: int(math.Round(float64(style.Rate) * d.rate * as.pace / as.formants))}
	// Pitch wanders a little from sentence to sentence, as people's does.
	set.Pitch += int(d.seed[0]%5) - 2
	// starts[i] is the character at which token i's speech begins.
	starts, text := make([]int, len(tokens)), ""
	count := 0
	for i, t := range tokens {
		starts[i] = count
		piece := brackets.Replace(t.Spoken)
		if reader, ok := kana.Installed(); ok && language == "ja" && kana.Kanji(piece) {
			read, err := reader.Read(ctx, piece)
			if err != nil {
				return heard{}, err
			}
			piece = read
		}
		if t.IPA != "" {
			codes, ok, err := s.espeak.Coded(ctx, language, t.IPA)
			if err != nil {
				return heard{}, err
			}
			if ok {
				piece = "[[" + codes + "]]"
			}
		}
		piece += t.After
		if i+1 < len(tokens) {
			piece += " "
		}
		text += piece
		count += utf8.RuneCountInString(piece)
	}
	said, err := s.espeak.Speak(ctx, set, text)
	if err != nil {
		return heard{}, err
	}
	// espeak-ng sets in at once and stops at once; the filters and the room need a little
	// silence around it to ring in.
	around := int(espeakEdge * float64(said.Rate))
	h := heard{pcm: make([]float32, len(said.Samples)+2*around)}
	for i, v := range said.Samples {
		h.pcm[around+i] = float32(v) / 32768
	}
	h.spans = spansOf(said, starts)
	for i := range h.spans {
		h.spans[i].start, h.spans[i].end = h.spans[i].start+espeakEdge, h.spans[i].end+espeakEdge
	}
	h.pcm, h.spans = rest(h.pcm, h.spans, tokens, said.Rate, as.formants)
	if as.pitch != as.formants {
		h.pcm = sound.Shift(h.pcm, said.Rate, as.pitch/as.formants)
	}
	// As for the neural variants, formants move by playing the samples at another rate.
	played := int(math.Round(float64(said.Rate)*as.formants/300)) * 300
	if as == asRecorded {
		played = said.Rate
	}
	for i := range h.spans {
		h.spans[i].start *= float64(said.Rate) / float64(played)
		h.spans[i].end *= float64(said.Rate) / float64(played)
	}
	h.pcm = sound.Resample(h.pcm, played, scene.SampleRate)
	if as.air != 0 {
		sound.Filter(h.pcm, sound.HighShelf(scene.SampleRate, 3800, as.air))
	}
	polish(h.pcm, style)
	emphasise(h.pcm, h.spans, tokens, scene.SampleRate) // what evens the level out comes before
	return h, nil
}

// spansOf turns espeak-ng's events into sounds. A stop's event marks its burst and
// the closure before it is reported as a pause; in the mouth the closure is part of
// the stop, so short pauses inside a clause join the sound that follows.
func spansOf(said espeak.Speech, starts []int) []span {
	var out []span
	token := -1
	total := float64(len(said.Samples)) / float64(said.Rate)
	for _, e := range said.Events {
		at := float64(e.Sample) / float64(said.Rate)
		if e.Word {
			for token+1 < len(starts) && starts[token+1] <= e.Text {
				token++
			}
			// espeak-ng may go back, as for a number that it reads in parts.
			for token > 0 && starts[token] > e.Text {
				token--
			}
			continue
		}
		if e.Sentence {
			continue
		}
		ipa := strings.Trim(cleanIPA(e.IPA), "ˈˌːˑ_ ")
		if n := len(out); n > 0 {
			out[n-1].end = at
		}
		sp := span{ipa: ipa, token: token, start: at, end: total, primary: strings.Contains(e.IPA, "ˈ")}
		if ipa == "" {
			sp.token = -1
		}
		out = append(out, sp)
	}
	// Join closures, drop what has no length, trim the final pause's marks.
	var joined []span
	for i := 0; i < len(out); i++ {
		sp := out[i]
		if sp.ipa == "" && sp.end-sp.start < 0.09 && i+1 < len(out) && out[i+1].ipa != "" && len(joined) > 0 {
			out[i+1].start = sp.start
			continue
		}
		if sp.end > sp.start {
			joined = append(joined, sp)
		}
	}
	return joined
}

// polish takes the buzz off a formant voice: less 3 kHz, more chest, even level,
// and the first reflections of a room.
func polish(pcm []float32, style espeakStyle) {
	const rate = scene.SampleRate
	sound.Filter(pcm,
		sound.HighPass(rate, 75, 0.7),
		sound.LowShelf(rate, 250, 1.5+style.Warmth),
		sound.Bell(rate, 2900, 1.0, -3.5),
		sound.Bell(rate, 5600, 1.4, -2.5),
		sound.HighShelf(rate, 8200, -4),
	)
	sound.Level(pcm, rate, -20)
	sound.Compress(pcm, rate, -22, 2.6)
	sound.Room(pcm, rate)
}
