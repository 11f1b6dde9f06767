package voice

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
	"gitops.video/render/render/engine/internal/voice/words"
)

// heard is speech as an engine made it: samples at scene.SampleRate, and the
// sounds within it in order.
type heard struct {
	pcm   []float32
	spans []span
}

// span is one sound, or a pause when ipa is "". Times are seconds.
type span struct {
	ipa        string
	token      int // −1 for a pause
	start, end float64
	primary    bool // carries the word's main stress
	line, word int  // neural voices: where the written word begins, line and symbol
}

// delivery is how a sentence is to be spoken.
type delivery struct {
	rate    float64 // 1 = the voice's own
	slow    float64 // playback rate of a variant, which also stretches pauses; 0 = 1
	seed    [2]uint64
	speaker int64
}

const (
	lengthLag    = 0.008 // seconds by which the model's lengths trail its sound, by energy contrast
	onset        = 3     // frames in which the first sound may set in, and
	release      = 8     // the last one die away: left to itself the model breaks off a final "s"
	sentenceGap  = 0.32  // seconds between two sentences within one utterance
	emphasisTime = 1.22  // a stressed word is this much longer …
	emphasisGain = 1.35  // … and 2.6 dB louder
)

// written returns the symbols of the tokens, a line for each sentence within them.
func (s *Speaker) written(ctx context.Context, v *neural, tokens []words.Token) ([][]symbol, error) {
	clauses, err := s.espeak.Phonemes(ctx, v.config.Espeak.Voice, words.Join(tokens))
	if err != nil {
		return nil, err
	}
	alone := make([]string, len(tokens))
	for i, t := range tokens {
		if alone[i], err = s.alone(ctx, v.config.Espeak.Voice, t.Spoken); err != nil {
			return nil, err
		}
	}
	lines := spell(clauses)
	assign(lines, alone)
	for i := range lines {
		lines[i] = v.mend(pronounce(lines[i], tokens))
	}
	return lines, nil
}

// swallowedWords are words that the built-in voice is known to swallow, and how to write
// them so that it says them. Its training text held words for signs ("…" reads as "dot dot
// dot") where the speaker was silent, so it learnt that "dot" and "slash" are silence,
// under secondary stress, too, before some words.
var swallowedWords = [][2][]rune{
	{[]rune("dˈɒt"), []rune("dɒt")}, {[]rune("dˌɒt"), []rune("dɒt")}, {[]rune("slˈæʃ"), []rune("slˌaʃ")}, {[]rune("slˌæʃ"), []rune("slˌaʃ")},
}

// mend respells what the built-in voice is known to swallow.
func (v *neural) mend(line []symbol) []symbol {
	if !v.swallows {
		return line
	}
	var out []symbol
	for i := 0; i < len(line); i++ {
		respelt := false
		for _, w := range swallowedWords {
			if (i == 0 || line[i-1].r == ' ') && matches(line[i:], w[0]) {
				for _, r := range w[1] {
					out = append(out, symbol{r, line[i].token})
				}
				i, respelt = i+len(w[0])-1, true
				break
			}
		}
		if !respelt {
			out = append(out, line[i])
		}
	}
	return out
}

func matches(line []symbol, word []rune) bool {
	for k, r := range word {
		if k >= len(line) || line[k].r != r {
			return false
		}
	}
	return true
}

// tries is how many readings of a sentence are made when the voice swallows a word.
// Each has its own noise, and the words that were lost lose their main stress, then all
// stress, which is what usually brings them back.
const tries = 3

// speakNeural speaks tokens with a Piper voice, or with a variant of it.
func (s *Speaker) speakNeural(ctx context.Context, v *neural, as variant, tokens []words.Token, d delivery) (heard, error) {
	lines, err := s.written(ctx, v, tokens)
	if err != nil {
		return heard{}, err
	}
	var best heard
	fewest := math.MaxInt
	for try := range tries {
		rng := rand.New(rand.NewPCG(d.seed[0], d.seed[1]+uint64(try)))
		h, err := s.readLines(ctx, v, as, lines, tokens, d, rng)
		if err != nil {
			return heard{}, err
		}
		lost := swallowed(h)
		if len(lost) < fewest {
			best, fewest = h, len(lost)
		}
		if len(lost) == 0 {
			break
		}
		for _, at := range lost { // the last of a line first, since marks go
			line := lines[at[0]]
			for k := at[1]; k < len(line) && line[k].r != ' '; k++ {
				switch line[k].r {
				case 'ˈ':
					line[k].r = 'ˌ'
				case 'ˌ':
					lines[at[0]] = slices.Delete(line, k, k+1)
				default:
					continue
				}
				break
			}
		}
	}
	return best, nil
}

// swallowed returns the written words, line and symbol, of which next to nothing was
// heard: of a word with vowels no vowel, since its consonants sound of their neighbours.
func swallowed(h heard) [][2]int {
	loudest, voiced, top := map[[2]int]float64{}, map[[2]int]bool{}, 0.0
	for _, sp := range h.spans {
		from, to := int(sp.start*scene.SampleRate), min(len(h.pcm), int(sp.end*scene.SampleRate))
		if sp.token < 0 || to <= from {
			continue
		}
		r := sound.RMS(h.pcm[from:to])
		top = math.Max(top, r)
		at := [2]int{sp.line, sp.word}
		switch v := vowel([]rune(sp.ipa)[0]); {
		case v && !voiced[at]:
			loudest[at], voiced[at] = r, true
		case v == voiced[at]:
			loudest[at] = math.Max(loudest[at], r)
		}
	}
	var out [][2]int
	for at, r := range loudest {
		if r < 0.06*top {
			out = append(out, at)
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) })
	return out
}

// readLines makes one reading of the lines.
func (s *Speaker) readLines(ctx context.Context, v *neural, as variant, lines [][]symbol, tokens []words.Token, d delivery, rng *rand.Rand) (heard, error) {
	rate := v.config.Audio.SampleRate
	// A variant's formants move because its samples are played at another rate; the
	// reading is that much faster or slower beforehand.
	d.rate *= as.pace / as.formants
	d.slow = as.formants
	played := int(math.Round(float64(rate)*as.formants/300)) * 300
	var raw []float32
	var out heard
	for n, line := range lines {
		if err := ctx.Err(); err != nil {
			return heard{}, err
		}
		if n > 0 {
			raw = append(raw, make([]float32, int(sentenceGap/d.rate*float64(rate)))...)
		}
		pcm, spans, err := v.speakLine(line, tokens, d, rng)
		if err != nil {
			return heard{}, err
		}
		at, stretch := float64(len(raw))/float64(rate), float64(rate)/float64(played)
		for _, sp := range spans {
			sp.start, sp.end, sp.line = (sp.start+at)*stretch, (sp.end+at)*stretch, n
			out.spans = append(out.spans, sp)
		}
		raw = append(raw, pcm...)
	}
	if as.pitch != as.formants {
		raw = sound.Shift(raw, rate, as.pitch/as.formants)
	}
	out.pcm = sound.Resample(raw, played, scene.SampleRate)
	if as.air != 0 {
		sound.Filter(out.pcm, sound.HighShelf(scene.SampleRate, 3800, as.air))
	}
	return out, nil
}

// alone returns how espeak-ng says a word by itself.
func (s *Speaker) alone(ctx context.Context, voice, word string) (string, error) {
	key := voice + "\x00" + word
	s.mu.Lock()
	ipa, ok := s.said[key]
	s.mu.Unlock()
	if ok {
		return ipa, nil
	}
	clauses, err := s.espeak.Phonemes(ctx, voice, word)
	if err != nil {
		return "", err
	}
	var parts []string
	for _, c := range clauses {
		parts = append(parts, c.IPA)
	}
	ipa = strings.Join(parts, " ")
	s.mu.Lock()
	s.said[key] = ipa
	s.mu.Unlock()
	return ipa, nil
}

// speakLine speaks one sentence of symbols. Its spans follow each other without
// gaps from the first sound to the last.
func (v *neural) speakLine(line []symbol, tokens []words.Token, d delivery, rng *rand.Rand) ([]float32, []span, error) {
	ids, from := v.config.ids(line)
	r, err := v.read(ids, rng, d.speaker)
	if err != nil {
		return nil, nil, err
	}
	frames := layOut(r.frames, from, line, tokens, d.rate)
	pcm, err := v.say(r, frames, rng, d.speaker)
	if err != nil {
		return nil, nil, err
	}
	second := func(frame int) float64 {
		return max(0, float64(frame*v.hop)/float64(v.config.Audio.SampleRate)-lengthLag)
	}
	// Where each symbol begins and ends.
	begin, end := make([]int, len(line)), make([]int, len(line))
	at := 0
	for i, f := range frames {
		if k := from[i]; k >= 0 {
			if end[k] == 0 {
				begin[k] = at
			}
			end[k] = at + f
		}
		at += f
	}
	var spans []span
	stress, open, word := -1, -1, 0
	for k, s := range line {
		if k > 0 && line[k-1].r == ' ' {
			word = k
		}
		switch {
		case s.r == 'ˈ' || s.r == 'ˌ':
			stress = k // belongs to the sound that follows
		case s.sounds():
			sp := span{ipa: string(s.r), token: s.token, start: second(begin[k]), end: second(end[k]), word: word}
			if stress >= 0 {
				sp.start, sp.primary, stress = second(begin[stress]), line[stress].r == 'ˈ', -1
			}
			spans, open = append(spans, sp), -1
		case s.r == ' ' || strings.ContainsRune(".,?!:;", s.r):
			if open < 0 {
				spans = append(spans, span{token: -1, start: second(begin[k])})
				open = len(spans) - 1
			}
			spans[open].end = second(end[k])
		case len(spans) > 0: // length, nasality, syllabic marks
			spans[len(spans)-1].end = second(end[k])
			if unicode.Is(unicode.Mn, s.r) {
				spans[len(spans)-1].ipa += string(s.r)
			}
		}
	}
	emphasise(pcm, spans, tokens, v.config.Audio.SampleRate)
	pcm, spans = rest(pcm, spans, tokens, v.config.Audio.SampleRate, max(d.slow, 0.1))
	return pcm, spans, nil
}

// layOut rounds the model's lengths to whole frames at the wanted rate. At rate 1
// this is the model's own rounding, up; otherwise the remainder is carried along,
// so that the sentence as a whole has the right length.
func layOut(natural []float64, from []int, line []symbol, tokens []words.Token, rate float64) []int {
	frames := make([]int, len(natural))
	ideal, given := 0.0, 0
	for i, n := range natural {
		f := math.Ceil(n) / rate
		if k := from[i]; k >= 0 && line[k].token >= 0 && tokens[line[k].token].Stressed {
			f *= emphasisTime
		}
		ideal += f
		frames[i] = int(math.Round(ideal)) - given
		given += frames[i]
	}
	if given == 0 {
		frames[0] = 1
	}
	frames[0] += onset
	frames[len(frames)-1] += release
	return frames
}

// emphasise makes the marked words louder, with soft edges.
func emphasise(pcm []float32, spans []span, tokens []words.Token, rate int) {
	edge := rate / 50
	for i := 0; i < len(spans); i++ {
		t := spans[i].token
		if t < 0 || !tokens[t].Stressed {
			continue
		}
		j := i
		for j+1 < len(spans) && spans[j+1].token == t {
			j++
		}
		from, to := int(spans[i].start*float64(rate)), min(len(pcm), int(spans[j].end*float64(rate)))
		for k := max(0, from-edge); k < min(len(pcm), to+edge); k++ {
			x := min(float64(k-from+edge), float64(to+edge-k)) / float64(2*edge)
			pcm[k] *= float32(1 + (emphasisGain-1)*max(0, min(1, x)))
		}
		i = j
	}
}

// rest inserts the silences that were asked for between words, in the quietest
// place of each boundary. scale shortens them for samples that play slower later.
func rest(pcm []float32, spans []span, tokens []words.Token, rate int, scale float64) ([]float32, []span) {
	var out []float32
	done, shift := 0, 0.0
	moved := append([]span(nil), spans...)
	for i := 0; i < len(spans); i++ {
		moved[i].start, moved[i].end = spans[i].start+shift, spans[i].end+shift
		t := spans[i].token
		last := i+1 == len(spans) || spans[i+1].token != t
		if t < 0 || !last || tokens[t].Pause <= 0 || i+1 == len(spans) || i+2 == len(spans) && spans[i+1].token < 0 {
			continue
		}
		at := int(spans[i].end * float64(rate))
		if spans[i+1].token < 0 {
			at = int((spans[i+1].start + spans[i+1].end) / 2 * float64(rate))
		}
		at = quietest(pcm, at, rate/50)
		gap := make([]float32, int(tokens[t].Pause.Seconds()*scale*float64(rate)))
		piece := append([]float32(nil), pcm[done:at]...)
		sound.Fade(piece, 0, rate/200)
		out = append(append(out, piece...), gap...)
		done = at
		sound.Fade(pcm[done:], rate/200, 0)
		shift += float64(len(gap)) / float64(rate)
		if spans[i+1].token < 0 { // the pause that is there grows
			i++
			moved[i].start, moved[i].end = moved[i-1].end, spans[i].end+shift
		}
	}
	return append(out, pcm[done:]...), moved
}

// quietest returns the sample near at around which least sound is.
func quietest(pcm []float32, at, reach int) int {
	window := max(1, reach/8)
	best, where := math.Inf(1), min(max(at, 0), len(pcm))
	for k := max(0, at-reach); k+window < min(len(pcm), at+reach); k += window {
		if r := sound.RMS(pcm[k : k+window]); r < best {
			best, where = r, k+window/2
		}
	}
	return where
}
