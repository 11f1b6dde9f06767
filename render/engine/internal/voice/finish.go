package voice

import (
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
	"gitops.video/render/render/engine/internal/voice/words"
)

const (
	speechLevel = -20.0 // dBFS RMS of the spoken parts of every take, whoever speaks
	leadIn      = 0.012 // seconds kept before the first sound
	tailOut     = 0.060 // seconds kept after the last
	shortPause  = 0.060 // seconds: shorter gaps belong to the sound before
	longPause   = 0.250 // seconds: longer gaps are pauses whatever is heard in them
)

// finish turns what an engine said into a take: cut to the speech, level, without
// clicks, with words, mouth shapes and stresses.
func finish(text string, tokens []words.Token, h heard) scene.Take {
	const rate = scene.SampleRate
	pcm := h.pcm
	sound.Filter(pcm, sound.HighPass(rate, 60, 0.7)) // takes DC and rumble away
	start, end := sound.Voiced(pcm, rate, 48)
	if start >= end { // silence
		start, end = 0, len(pcm)
	}
	start, end = max(0, start-int(leadIn*rate)), min(len(pcm), end+int(tailOut*rate))
	// The model may whisper on after the last sound it was asked for, or the first
	// consonant may be faint: never cut into a sound.
	if n := len(h.spans); n > 0 {
		start = min(start, max(0, int(h.spans[0].start*rate)))
	}
	if end <= start {
		start, end = 0, len(pcm)
	}
	pcm = append([]float32(nil), pcm[start:end]...)
	sound.Fade(pcm, rate*8/1000, rate*30/1000)
	sound.Level(pcm, rate, speechLevel)
	// A sharp "s" of the neural voice comes as loud as its vowels.
	sound.DeEss(pcm, rate, speechLevel-6, 3)

	length := float64(len(pcm)) / rate
	offset := -float64(start) / rate
	if len(tokens) > 0 { // silences asked for at the ends are part of the take
		lead, tail := tokens[0].Lead.Seconds(), tokens[len(tokens)-1].Pause.Seconds()
		pcm = append(append(make([]float32, int(lead*rate)), pcm...), make([]float32, int(tail*rate))...)
		offset += lead
		length += lead
	}
	spans := make([]span, 0, len(h.spans))
	for _, s := range h.spans {
		s.start, s.end = clamp(s.start+offset, 0, length), clamp(s.end+offset, 0, length)
		spans = append(spans, s)
	}
	line := scene.Line{Text: text, End: float64(len(pcm)) / rate}
	line.Words = wordTimes(tokens, spans, length)
	line.Phones = phones(spans, pcm, length)
	stress(line.Words, tokens, spans, line.Phones)
	return scene.Take{Samples: len(pcm), PCM: pcm, Line: line}
}

func clamp(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }

// wordTimes gives every token its time. A word of which nothing was heard, because
// the voice ran it into its neighbour, gets the seam's surroundings.
func wordTimes(tokens []words.Token, spans []span, length float64) []scene.Word {
	out := make([]scene.Word, len(tokens))
	known := make([]bool, len(tokens))
	for _, s := range spans {
		if s.token < 0 {
			continue
		}
		w := &out[s.token]
		if !known[s.token] {
			known[s.token], w.Start = true, s.start
		}
		w.End = math.Max(w.End, s.end)
	}
	at := 0.0
	for i := range out {
		out[i].Text = tokens[i].Shown
		if known[i] {
			out[i].Start = math.Max(out[i].Start, at)
			out[i].End = math.Max(out[i].End, out[i].Start)
			at = out[i].End
			continue
		}
		next := length
		for j := i + 1; j < len(out); j++ {
			if known[j] {
				next = out[j].Start
				break
			}
		}
		if next-at < 0.05 && i > 0 { // take a part of the word before
			prev := &out[i-1]
			cut := prev.End - math.Min(0.12, (prev.End-prev.Start)*0.35)
			prev.End, at = cut, cut
		}
		out[i].Start, out[i].End = at, math.Max(at, next)
		at = out[i].End
		known[i] = true
	}
	return out
}

// phones gives every sound its mouth shape and loudness. Pauses that cannot be
// seen join the sound before them.
func phones(spans []span, pcm []float32, length float64) []scene.Phone {
	level := func(from, to float64) float64 {
		a, b := int(from*scene.SampleRate), min(len(pcm), int(to*scene.SampleRate))
		if a >= b {
			return 0
		}
		return sound.RMS(pcm[a:b])
	}
	top := 0.0
	for _, s := range spans {
		if s.ipa != "" {
			top = math.Max(top, level(s.start, s.end))
		}
	}
	var out []scene.Phone
	for _, s := range spans {
		if s.end <= s.start {
			continue
		}
		// Between words the voice often runs on; the mouth rests only in silence.
		if gap := s.end - s.start; s.ipa == "" && len(out) > 0 && (gap < shortPause || gap < longPause && level(s.start, s.end) > 0.1*top) {
			out[len(out)-1].End = s.end
			continue
		}
		if n := len(out); n > 0 && s.start < out[n-1].End {
			s.start = out[n-1].End
		}
		out = append(out, scene.Phone{IPA: s.ipa, Start: s.start, End: s.end})
	}
	if n := len(out); n > 0 && out[n-1].End < length {
		if out[n-1].IPA == "" {
			out[n-1].End = length
		} else if length-out[n-1].End > shortPause {
			out = append(out, scene.Phone{Start: out[n-1].End, End: length})
		}
	}
	top = 0
	for i := range out {
		p := &out[i]
		next := ""
		if i+1 < len(out) {
			next = out[i+1].IPA
		}
		p.Viseme = shape(p.IPA, p.End-p.Start, next)
		p.Loud = level(p.Start, p.End)
		top = math.Max(top, p.Loud)
	}
	for i := range out {
		if top > 0 {
			out[i].Loud = math.Round(out[i].Loud/top*1000) / 1000
		}
	}
	return out
}

// light holds English words that carry no weight of their own.
var light = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`a an the and or but nor so yet if then than that this these those of to in on at by for from with into onto over under about as
		is are was were be been being am do does did have has had will would can could should may might must shall not no it its it's he she they them his her their
		we us our you your i me my who which what when where how why there here just also too very more most some any all each every one own up down out off only even still`) {
		m[w] = true
	}
	return m
}()

// stress marks the one or two words that a speaker would lean on: those marked by
// the author, else the words with the strongest mix of length, loudness, figures
// and closeness to the end, at some distance from each other.
func stress(ws []scene.Word, tokens []words.Token, spans []span, ps []scene.Phone) {
	marked := false
	for i, t := range tokens {
		if t.Stressed {
			ws[i].Stressed, marked = true, true
		}
	}
	if marked || len(ws) == 0 {
		return
	}
	primary := map[int]bool{}
	known := false
	for _, s := range spans {
		if s.primary && s.token >= 0 {
			primary[s.token], known = true, true
		}
	}
	score := make([]float64, len(ws))
	for i, w := range ws {
		bare := strings.ToLower(strings.Trim(w.Text, ` .,;:!?"'“”‘’()—–-…`))
		if light[bare] || known && !primary[i] {
			continue
		}
		loud := 0.0
		for _, p := range ps {
			if p.Start < w.End && p.End > w.Start {
				loud = math.Max(loud, p.Loud)
			}
		}
		score[i] = math.Min(w.End-w.Start, 0.8) + 0.5*loud
		if strings.ContainsAny(bare, "0123456789") {
			score[i] += 0.5
		}
		if i == len(ws)-1 {
			score[i] += 0.15
		}
	}
	for range 1 + min(1, len(ws)/5) {
		best := -1
		for i, v := range score {
			if v > 0 && (best < 0 || v > score[best]) {
				best = i
			}
		}
		if best < 0 {
			return
		}
		ws[best].Stressed = true
		for i := range ws { // the second stress lies a breath away
			if math.Abs(ws[i].Start-ws[best].Start) < 0.8 || i == best {
				score[i] = 0
			}
		}
	}
}
