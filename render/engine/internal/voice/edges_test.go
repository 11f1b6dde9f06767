package voice

import (
	"math"
	"testing"
	"time"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
	"gitops.video/render/render/engine/internal/voice/words"
)

// A silence put into the middle of sound has no corner at either end, wherever the
// sound is cut.
func TestSilenceJoins(t *testing.T) {
	t.Parallel()
	const rate = 22050
	for phase := range 8 {
		pcm := make([]float32, rate)
		for i := range pcm {
			pcm[i] = float32(0.5 * math.Sin(2*math.Pi*300*float64(i)/rate+float64(phase)))
		}
		tokens := []words.Token{{Shown: "a", Spoken: "a", Pause: 400 * time.Millisecond}, {Shown: "b", Spoken: "b"}, {Shown: "c", Spoken: "c"}}
		spans := []span{{ipa: "a", token: 0, end: 0.4}, {ipa: "b", token: 1, start: 0.4, end: 0.7}, {ipa: "c", token: 2, start: 0.7, end: 1}}
		out, moved := rest(pcm, spans, tokens, rate, 1)
		if got := len(out) - rate; got != rate*4/10 {
			t.Errorf("%d samples longer", got)
		}
		if math.Abs(moved[1].start-0.8) > 0.03 || math.Abs(moved[2].end-1.4) > 0.001 {
			t.Errorf("spans %+v", moved)
		}
		sine := 0.5 * math.Pow(2*math.Pi*300/rate, 2)
		for i := 1; i+1 < len(out); i++ {
			if bend := math.Abs(float64(out[i-1] - 2*out[i] + out[i+1])); bend > 2.5*sine {
				t.Errorf("a corner of %.4f at %.3f s; the sine itself bends by %.4f", bend, float64(i)/rate, sine)
			}
		}
	}
}

// TestCleanSpeech measures what a listener would hear as a fault: clicks at joins,
// words that are cut off, pauses of another length than asked for, clipping.
func TestCleanSpeech(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	const rate = scene.SampleRate
	for name, u := range map[string]Utterance{
		"jenny":    {Text: "We make bottles [pause 0.6s] that *stay* cold <break time='1200ms'/> for days, whatever you ask of the best."},
		"lower":    {Text: "We make bottles [pause 0.6s] that *stay* cold <break time='1200ms'/> for days, whatever you ask of the best.", Voice: scene.Voice{Name: "jenny-lower"}},
		"faster":   {Text: "We make bottles [pause 0.6s] that *stay* cold <break time='1200ms'/> for days, whatever you ask of the best.", Rate: 1.15},
		"espeak":   {Text: "We make bottles [pause 0.6s] that *stay* cold <break time='1200ms'/> for days, whatever you ask of the best.", Voice: scene.Voice{Name: "espeak-en"}},
		"espeakde": {Text: "Wir machen Flaschen, [pause 0.6s] die *lange* kalt <break time='1200ms'/> bleiben, egal was Sie damit tun, wie versprochen.", Language: "de"},
	} {
		take := say(t, u)
		pcm, w := take.PCM, take.Line.Words
		top := 0.0
		for at := 0; at+rate/50 <= len(pcm); at += rate / 50 {
			top = math.Max(top, sound.RMS(pcm[at:at+rate/50]))
		}
		// Silence of the lengths asked for: runs 50 dB under the loudest.
		var runs []float64
		quiet := 0
		for at := 0; at+240 <= len(pcm); at += 240 {
			if sound.RMS(pcm[at:at+240]) < top*math.Pow(10, -45.0/20) {
				quiet++
				continue
			}
			if s := float64(quiet) * 240 / rate; s > 0.45 {
				runs = append(runs, s)
			}
			quiet = 0
		}
		if len(runs) != 2 || runs[0] < 0.58 || runs[0] > 0.85 || runs[1] < 1.18 || runs[1] > 1.45 {
			t.Errorf("%s: silences of %.2f s, want 0.6 and 1.2", name, runs)
		}
		// No click: speech is smooth at this rate, bursts of t and k included, so a jump
		// between two samples has neighbours of its kind; where two pieces are put
		// together badly it stands alone.
		jump := func(i int) float64 { return math.Abs(float64(pcm[i] - pcm[i-1])) }
		for i := 4; i+3 < len(pcm); i++ {
			j := jump(i)
			if j > 0.003 && j > 4*max(jump(i-3), jump(i-2), jump(i-1), jump(i+1), jump(i+2), jump(i+3)) || j > 0.95 {
				t.Errorf("%s: click of %.3f at %.3f s", name, j, float64(i)/rate)
			}
		}
		// The last word dies away inside the take, rather than being cut.
		last := w[len(w)-1]
		loudest := 0.0
		for at := int(last.Start * rate); at+480 <= int(last.End*rate); at += 480 {
			loudest = math.Max(loudest, sound.RMS(pcm[at:at+480]))
		}
		if end := sound.RMS(pcm[len(pcm)-480:]); 20*math.Log10(end/loudest+1e-9) > -30 {
			t.Errorf("%s: the last 10 ms are %.0f dB under the last word", name, 20*math.Log10(end/loudest))
		}
		// Every word before a silence has faded when the silence begins: 20 ms into it
		// nothing is left, and before it the word was there.
		for _, at := range []int{2, 5} {
			e := int(w[at].End * rate)
			if before := sound.RMS(pcm[max(0, e-rate/5):e]); before < top*0.05 {
				t.Errorf("%s: nothing is heard of %q", name, w[at].Text)
			}
		}
		clipped := 0
		for _, v := range pcm {
			if v > 0.99 || v < -0.99 {
				clipped++
			}
		}
		if clipped > 0 {
			t.Errorf("%s: %d samples clip", name, clipped)
		}
	}
}

// A word that is marked is heard to be: louder against its neighbours than unmarked, and by
// the neural voice longer.
func TestEmphasisIsHeard(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	for name, u := range map[string]Utterance{"jenny": {}, "espeak": {Voice: scene.Voice{Name: "espeak-en"}}} {
		measure := func(text string) (db, share float64) {
			u.Text = text
			take := say(t, u)
			level := func(w scene.Word) float64 {
				return 20 * math.Log10(sound.RMS(take.PCM[int(w.Start*scene.SampleRate):int(w.End*scene.SampleRate)]))
			}
			w := take.Line.Words
			return level(w[1]) - (level(w[0])+level(w[2]))/2, (w[1].End - w[1].Start) / take.Line.End
		}
		plainDB, plainShare := measure("We never open that door twice.")
		db, share := measure("We *never* open that door twice.")
		if db-plainDB < 1.2 || name == "jenny" && share < 1.1*plainShare {
			t.Errorf("%s: %.1f dB louder, %.2f times as long", name, db-plainDB, share/plainShare)
		}
	}
}

// TestWordsEnd: the voice says its last sound to the end and sets in with its first: at
// both edges of a take there is next to nothing, before any fading.
func TestWordsEnd(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	english := []string{"The pump stops.", "He laughs.", "Every box has six clips.", "Ask us what it costs.", "Is it safe?", "Please stop. [pause 0.3s] Then begin.", "It helps at once."}
	german := []string{"Ab morgen.", "Es hilft sofort.", "Ist das nichts?", "Das kostet nichts."}
	for _, c := range []struct {
		language string
		voice    scene.Voice
		texts    []string
	}{
		{"en", scene.Voice{}, english}, {"en", scene.Voice{Name: "jenny-lower"}, english}, {"en", scene.Voice{Name: "espeak-en"}, english},
		{"de", scene.Voice{}, german}, {"de", scene.Voice{Gender: "female"}, german}, {"zh", scene.Voice{}, []string{"你好，世界。"}},
	} {
		for _, text := range c.texts {
			take := say(t, Utterance{Text: text, Language: c.language, Voice: c.voice, Rate: 1.2})
			const ms = scene.SampleRate / 1000
			whole, n := sound.RMS(take.PCM), len(take.PCM)
			end, start := sound.RMS(take.PCM[n-45*ms:n-30*ms])/whole, sound.RMS(take.PCM[8*ms:12*ms])/whole
			if end > .03 || start > .2 {
				t.Errorf("%s %s %q: its edges are at %.3f and %.3f of its level", c.language, c.voice.Name, text, start, end)
			}
		}
	}
}

// TestNoWordIsSwallowed: every word of an address is heard, its vowel at least, whatever
// stands around it and whoever reads it.
func TestNoWordIsSwallowed(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	s, v := jennyVoice(t)
	for i, text := range []string{
		"That's warmhomes.example/give.", "See it at loopkit.example/start.", "Read the full report at northpeak.example/2025.", "Questions: ashby.example/bins and more.",
		"Get your permit at elmcouncil.example/park.", "A full stop, a point, a dot and a slash.", "Go to acme.io/docs/v2.", "Mail ada.lee@post.example today.",
	} {
		as := []variant{asRecorded, builtIn[1].variant}[i%2]
		tokens := words.Read(text, "en", nil)
		h, err := s.speakNeural(t.Context(), v, as, tokens, delivery{rate: []float64{1, 1.2}[i/2%2], seed: [2]uint64{uint64(i), 3}})
		if err != nil {
			t.Fatal(err)
		}
		loudest, sounds, top := map[int]float64{}, map[int]string{}, 0.0
		for _, sp := range h.spans {
			if sp.token < 0 {
				continue
			}
			sounds[sp.word] += sp.ipa
			if vowel([]rune(sp.ipa)[0]) {
				r := sound.RMS(h.pcm[int(sp.start*scene.SampleRate):min(len(h.pcm), int(sp.end*scene.SampleRate))])
				loudest[sp.word], top = max(loudest[sp.word], r), max(top, r)
			}
		}
		for at, r := range loudest {
			if r < 0.12*top {
				t.Errorf("%q: nothing is heard of %q, %.3f of the loudest", text, sounds[at], r/top)
			}
		}
	}
}

// TestNoHarshHiss: an "s" of the neural voice stays under the level of its speech.
func TestNoHarshHiss(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	for _, text := range []string{"Was the installation difficult?", "Cost per trip: €0.62 against €0.31.", "People can sign up at the till or at beanback.example."} {
		take := say(t, Utterance{Text: text})
		high := append([]float32(nil), take.PCM...)
		sound.Filter(high, sound.HighPass(scene.SampleRate, 5000, 0.7))
		for _, p := range take.Line.Phones {
			a, b := int(p.Start*scene.SampleRate), min(len(high), int(p.End*scene.SampleRate))
			if b-a < scene.SampleRate/33 {
				continue
			}
			if hiss := 20 * math.Log10(sound.RMS(high[a:b])); hiss > speechLevel-2.5 {
				t.Errorf("%q: %q at %.2f s hisses at %.1f dB", text, p.IPA, p.Start, hiss)
			}
		}
	}
}
