package voice

import (
	"context"
	"math"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
	"gitops.video/render/render/engine/internal/voice/words"
)

const (
	alignRate  = 16000
	alignHop   = alignRate / 100 // 10 ms
	alignBands = 20
	alignWidth = alignRate / 40 // 25 ms
)

// align finds the sounds of a recording whose text is known. The same text is
// spoken by a voice of ours, whose times are exact, and the two are laid over each
// other by dynamic time warping of their spectra.
func (s *Speaker) align(ctx context.Context, pcm []float32, tokens []words.Token, lang string) ([]span, error) {
	who, err := s.reference(ctx, lang)
	if err != nil {
		return nil, err
	}
	ref, err := who.speak(ctx, tokens, delivery{rate: 1, seed: [2]uint64{7, 7}})
	if err != nil {
		return nil, err
	}
	// Both without the silence around them, so that the ends match.
	cut := func(x []float32) ([]float32, int) {
		from, to := sound.Voiced(x, scene.SampleRate, 40)
		if to <= from {
			return x, 0
		}
		return x[from:to], from
	}
	a, skipA := cut(ref.pcm)
	b, skipB := cut(pcm)
	path := warpPath(features(a), features(b))
	at := func(seconds float64) float64 {
		f := (seconds - float64(skipA)/scene.SampleRate) * 100
		i := int(math.Floor(f))
		switch {
		case len(path) == 0:
			return seconds
		case i < 0:
			return float64(skipB)/scene.SampleRate + path[0]/100
		case i+1 >= len(path):
			return float64(skipB)/scene.SampleRate + path[len(path)-1]/100
		}
		return float64(skipB)/scene.SampleRate + (path[i]+(path[i+1]-path[i])*(f-float64(i)))/100
	}
	out := make([]span, len(ref.spans))
	for i, sp := range ref.spans {
		sp.start, sp.end = at(sp.start), at(sp.end)
		out[i] = sp
	}
	return out, nil
}

// reference is the voice of ours that is closest to hand for a language.
func (s *Speaker) reference(ctx context.Context, lang string) (speaking, error) {
	if isEnglish(lang) && haveBuiltin {
		if _, err := s.jenny(); err == nil {
			return (&casting{Speaker: s}).castJenny(ctx, Utterance{})
		}
	}
	return (&casting{Speaker: s}).castEspeak(ctx, Utterance{Language: lang})
}

// features describes each 10 ms of speech by its cepstrum, which says what sound
// it is and little about whose, and by its loudness.
func features(pcm []float32) [][]float64 {
	x := sound.Resample(pcm, scene.SampleRate, alignRate)
	var bands [alignBands]float64
	for k := range bands { // mel scale, 120–6500 Hz
		low, high := mel(120), mel(6500)
		bands[k] = 700 * (math.Pow(10, (low+(high-low)*float64(k)/(alignBands-1))/2595) - 1)
	}
	const cepstra = 12
	var out [][]float64
	for at := 0; at+alignWidth <= len(x); at += alignHop {
		var levels [alignBands]float64
		for k, hz := range bands {
			levels[k] = math.Log(goertzel(x[at:at+alignWidth], hz/alignRate) + 1e-5)
		}
		f := make([]float64, cepstra)
		for c := range f {
			for k, l := range levels {
				f[c] += l * math.Cos(math.Pi*float64(c)*(float64(k)+0.5)/alignBands)
			}
			f[c] /= alignBands
		}
		out = append(out, f)
	}
	// Take away each coefficient's mean and spread: microphone and speaker.
	for c := range cepstra {
		var mean, dev float64
		for _, f := range out {
			mean += f[c] / float64(len(out))
		}
		for _, f := range out {
			dev += (f[c] - mean) * (f[c] - mean) / float64(len(out))
		}
		for _, f := range out {
			f[c] = (f[c] - mean) / math.Sqrt(dev+1e-9)
			if c == 0 {
				f[c] *= 1.5 // loudness finds the pauses
			}
		}
	}
	return out
}

func mel(hz float64) float64 { return 2595 * math.Log10(1+hz/700) }

// warpPath returns for each frame of a the frame of b that it corresponds to.
func warpPath(a, b [][]float64) []float64 {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	n, m := len(a), len(b)
	slope := float64(m) / float64(n)
	band := max(30, max(n, m)/4)
	const far = math.MaxFloat32
	cost := make([]float32, n*m)
	for i := range cost {
		cost[i] = far
	}
	get := func(i, j int) float32 {
		if i < 0 || j < 0 {
			if i < 0 && j < 0 {
				return 0
			}
			return far
		}
		return cost[i*m+j]
	}
	for i := range n {
		mid := int(float64(i) * slope)
		for j := max(0, mid-band); j <= min(m-1, mid+band); j++ {
			d := float32(distance(a[i], b[j]))
			cost[i*m+j] = min(get(i-1, j-1)+d, get(i-1, j)+1.3*d, get(i, j-1)+1.3*d)
		}
	}
	sum, count := make([]float64, n), make([]float64, n)
	for i, j := n-1, m-1; i >= 0 && j >= 0; {
		sum[i] += float64(j)
		count[i]++
		d, up, left := get(i-1, j-1), get(i-1, j), get(i, j-1)
		switch {
		case d <= up && d <= left:
			i, j = i-1, j-1
		case up <= left:
			i--
		default:
			j--
		}
	}
	path := make([]float64, n)
	for i := range path {
		if count[i] > 0 {
			path[i] = sum[i] / count[i]
		} else if i > 0 {
			path[i] = path[i-1]
		}
	}
	return path
}

func distance(a, b []float64) float64 {
	var sum float64
	for i, v := range a {
		sum += (v - b[i]) * (v - b[i])
	}
	return math.Sqrt(sum)
}

// anchor moves spans so that words begin and end where the server says they do.
func anchor(spans []span, tokens []words.Token, told []timedWord) []span {
	// The server divides text in its own way; words are matched by their letters.
	times := make([]*[2]float64, len(tokens))
	k := 0
	for i, t := range tokens {
		want := letters(t.Spoken)
		var got string
		for j := k; j < len(told) && len(got) < len(want); j++ {
			got += letters(told[j].Word)
			if got == want {
				times[i] = &[2]float64{told[k].Start, told[j].End}
				k = j + 1
				for k < len(told) && letters(told[k].Word) == "" {
					k++
				}
				break
			}
		}
	}
	for i := 0; i < len(spans); {
		j := i
		for j < len(spans) && spans[j].token == spans[i].token {
			j++
		}
		if t := spans[i].token; t >= 0 && times[t] != nil && times[t][1] > times[t][0] {
			from, to := spans[i].start, spans[j-1].end
			scale := 1.0
			if to > from {
				scale = (times[t][1] - times[t][0]) / (to - from)
			}
			for n := i; n < j; n++ {
				spans[n].start = times[t][0] + (spans[n].start-from)*scale
				spans[n].end = times[t][0] + (spans[n].end-from)*scale
			}
		}
		i = j
	}
	for i := range spans { // pauses fill what is left
		if spans[i].token < 0 {
			if i > 0 {
				spans[i].start = spans[i-1].end
			}
			if i+1 < len(spans) {
				spans[i].end = math.Max(spans[i].start, spans[i+1].start)
			}
		}
	}
	return spans
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
