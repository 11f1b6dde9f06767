package voice

import (
	"bytes"
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
	"gitops.video/render/render/engine/internal/voice/words"
)

// The tests share one speaker: unpacking and loading the voice takes a second.
var shared struct {
	once sync.Once
	dir  string
	*Speaker
	err error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if shared.Speaker != nil {
		shared.Close()
	}
	if shared.dir != "" {
		_ = os.RemoveAll(shared.dir)
	}
	os.Exit(code)
}

func speaker(t *testing.T) *Speaker {
	t.Helper()
	shared.once.Do(func() {
		if shared.dir, shared.err = os.MkdirTemp("", "voice-test-"); shared.err == nil {
			shared.Speaker, shared.err = Open(Options{CacheDir: shared.dir})
		}
	})
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.Speaker
}

// apart is a speaker with the shared voice and takes of its own: tests run side by side,
// so none may count on what lies in the shared cache, or remove it.
func apart(t *testing.T, o Options) *Speaker {
	t.Helper()
	o.CacheDir = speaker(t).opts.CacheDir
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	s.jenny, s.takes.dir = shared.jenny, t.TempDir()
	return s
}

// jennyVoice is the shared speaker and the built-in voice.
func jennyVoice(t *testing.T) (*Speaker, *neural) {
	t.Helper()
	s := speaker(t)
	v, err := s.jenny()
	if err != nil {
		t.Fatal(err)
	}
	return s, v
}

func neuralOnly(t *testing.T) {
	t.Helper()
	if !haveBuiltin {
		t.Skip("the neural voice exists for linux/amd64 only")
	}
}

// alone keeps a test that speaks one sentence after the other out of the -short race run.
func alone(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("does nothing side by side")
	}
}

func say(t *testing.T, u Utterance) scene.Take {
	t.Helper()
	return sayBy(t, speaker(t), u)
}

func sayBy(t *testing.T, s *Speaker, u Utterance) scene.Take {
	t.Helper()
	take, err := s.Speak(t.Context(), u)
	if err != nil {
		t.Fatal(err)
	}
	sane(t, take)
	return take
}

// sane checks what holds for every take.
func sane(t *testing.T, take scene.Take) {
	t.Helper()
	var shown []string
	at := 0.0
	for _, w := range take.Line.Words {
		shown = append(shown, w.Text)
		if w.Start < at-1e-9 || w.End < w.Start || w.End > take.Seconds()+1e-9 {
			t.Errorf("word %q at %.3f–%.3f after %.3f, take of %.3f s", w.Text, w.Start, w.End, at, take.Seconds())
		}
		at = w.End
	}
	if got := strings.Join(shown, " "); got != take.Line.Text {
		t.Errorf("words show %q, line %q", got, take.Line.Text)
	}
	at = 0
	for _, p := range take.Line.Phones {
		if p.Start < at-1e-9 || p.End <= p.Start || len(p.Viseme) != 1 || !strings.Contains(scene.Visemes, p.Viseme) || p.Loud < 0 || p.Loud > 1 || p.IPA == "" && p.Viseme != "X" {
			t.Errorf("phone %+v after %.3f", p, at)
		}
		at = p.End
	}
	if math.Abs(take.Line.End-take.Seconds()) > 1e-6 {
		t.Errorf("line ends at %.4f, take at %.4f", take.Line.End, take.Seconds())
	}
	if peak := sound.Peak(take.PCM); peak > 0.9 || peak < 0.05 {
		t.Errorf("peak %.3f", peak)
	}
	if n := len(take.PCM); math.Abs(float64(take.PCM[0])) > 1e-3 || math.Abs(float64(take.PCM[n-1])) > 1e-3 {
		t.Errorf("edges click: %v … %v", take.PCM[0], take.PCM[n-1])
	}
	var mean float64
	for _, v := range take.PCM {
		mean += float64(v) / float64(len(take.PCM))
	}
	if math.Abs(mean) > 1e-3 {
		t.Errorf("DC offset %.5f", mean)
	}
}

func TestNeuralSpeech(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	const text = "Revenue grew 45% to $1.85M, and acme.example is open."
	take := say(t, Utterance{Text: text})
	if take.Line.Text != text {
		t.Errorf("line reads %q", take.Line.Text)
	}
	if s := take.Seconds(); s < 4.5 || s > 8.5 {
		t.Errorf("%.2f s", s)
	}
	if level := 20 * math.Log10(sound.RMS(take.PCM)); level < -25 || level > -17 {
		t.Errorf("level %.1f dBFS", level)
	}
	// Speech is loud in vowels and quiet in pauses; the clause has a pause.
	var vowels, pauses []float64
	for _, p := range take.Line.Phones {
		switch {
		case p.IPA == "" && p.End-p.Start > 0.15:
			pauses = append(pauses, p.Loud)
		case p.IPA != "" && vowel([]rune(p.IPA)[0]):
			vowels = append(vowels, p.Loud)
		}
	}
	slices.Sort(vowels)
	if len(pauses) == 0 || slices.Max(pauses) > 0.12 || vowels[len(vowels)/2] < 0.3 {
		t.Errorf("pauses %.2f, vowels %.2f", pauses, vowels)
	}
	// Every word is heard. The voice is known to swallow a stressed "dot".
	for _, w := range take.Line.Words {
		if r := sound.RMS(take.PCM[int(w.Start*scene.SampleRate):int(w.End*scene.SampleRate)]); r < 0.01 {
			t.Errorf("%q is silent", w.Text)
		}
	}
	address := take.Line.Words[6]
	for _, p := range take.Line.Phones {
		if p.IPA == "ɒ" && p.Start >= address.Start && p.End <= address.End && p.Loud < 0.15 {
			t.Errorf("the dot of %q is swallowed: %+v", address.Text, p)
		}
	}
	if n := len(slices.DeleteFunc(slices.Clone(take.Line.Words), func(w scene.Word) bool { return !w.Stressed })); n < 1 || n > 2 {
		t.Errorf("%d stressed words", n)
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	s := apart(t, Options{})
	say := func(t *testing.T, u Utterance) scene.Take { return sayBy(t, s, u) }
	u := Utterance{Text: "The same words, twice."}
	first := say(t, u)
	second := sayBy(t, apart(t, Options{}), u)
	if !slices.Equal(first.PCM, second.PCM) {
		t.Error("two readings of one sentence differ")
	}
	third := say(t, u) // from the cache
	if !slices.Equal(first.PCM, third.PCM) || len(third.Line.Phones) != len(first.Line.Phones) {
		t.Error("the cached reading differs")
	}
	fast := say(t, Utterance{Text: u.Text, Rate: 1.2})
	if r := first.Seconds() / fast.Seconds(); math.Abs(r-1.2) > 0.04 {
		t.Errorf("rate 1.2 is %.3f times as fast", r)
	}
	told, err := s.Seconds(t.Context(), Utterance{Text: u.Text, Rate: 1.1})
	if spoken := say(t, Utterance{Text: u.Text, Rate: 1.1}).Seconds(); err != nil || math.Abs(told-spoken) > 0.1 {
		t.Errorf("Seconds says %.3f (%v), spoken %.3f", told, err, spoken)
	}
	if again, err := s.Seconds(t.Context(), Utterance{Text: u.Text, Rate: 1.1}); again != told {
		t.Errorf("Seconds says %v once the take is there, %v before it (%v)", again, told, err)
	}
	if about := s.Estimate(u.Text, "en"); math.Abs(about/first.Seconds()-1) > 0.35 {
		t.Errorf("estimated %.2f s, spoken %.2f s", about, first.Seconds())
	}
}

func TestPauseStressAndPronunciation(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	take := say(t, Utterance{Text: `Meet the *kettle* <break time="700ms"/> Xqzt.`, Pronounce: []scene.Sounded{{Word: "xqzt", As: "/nˈəʊvɐ/"}}})
	w := take.Line.Words
	if gap := w[3].Start - w[2].End; gap < 0.7 || gap > 1.2 {
		t.Errorf("pause of %.2f s", gap)
	}
	for i, want := range []bool{false, false, true, false} {
		if w[i].Stressed != want {
			t.Errorf("%q stressed: %v", w[i].Text, w[i].Stressed)
		}
	}
	var ipa string
	for _, p := range take.Line.Phones {
		if p.Start >= w[3].Start-1e-9 && p.Start < w[3].End {
			ipa += p.IPA
		}
	}
	if ipa != "nəʊvɐ" {
		t.Errorf("pronounced %q", ipa)
	}
}

// A pronunciation in IPA holds on espeak-ng's voices, too, whatever their sounds.
func TestPronunciationElsewhere(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	for _, c := range []struct{ lang, name, as, want string }{
		{"de", "", "/ˈzaɪloː/", "zaɪloː"}, {"de", "", "/ˈækmi/", "akmi"}, {"fr", "", "/ɡy.ˈdʁɔ̃/", "ɡydʁɔ̃"}, {"en", "espeak-en", "/ˈʒuːlɪə/", "ʒuliə"}, {"es", "", "sailo", "saɪlo"},
	} {
		u := Utterance{Text: "Wir Xqzt Wir.", Language: c.lang, Voice: scene.Voice{Name: c.name}, Pronounce: []scene.Sounded{{Word: "Xqzt", As: c.as}}}
		take := say(t, u)
		w := take.Line.Words
		if len(w) != 3 || w[1].Text != "Xqzt" {
			t.Fatalf("%s: words %+v", c.lang, w)
		}
		var ipa string
		for _, p := range take.Line.Phones {
			if p.Start >= w[1].Start-1e-9 && p.Start < w[1].End-1e-9 {
				ipa += p.IPA
			}
		}
		if got, want := strings.ReplaceAll(ipa, "ː", ""), strings.ReplaceAll(c.want, "ː", ""); got != want {
			t.Errorf("%s: %s is said %q, want %q", c.lang, c.as, got, want)
		}
	}
}

func TestVariants(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	pitch := map[string]float64{}
	for _, v := range Voices() {
		if v.Engine != "neural" {
			continue
		}
		take := say(t, Utterance{Text: "Most people never come back.", Voice: scene.Voice{Name: v.Title}})
		pitch[v.Name] = sound.Pitch(take.PCM, scene.SampleRate).Median()
		if !strings.HasPrefix(v.Title, "Jenny (Dioco)") {
			t.Errorf("%s must be named after the voice", v.Title)
		}
	}
	if p := pitch; p["jenny-deeper"] >= p["jenny-lower"] || p["jenny-lower"] > 145 || p["jenny-older"] >= p["jenny"] || p["jenny-brighter"] <= p["jenny"] {
		t.Errorf("pitches %v", pitch)
	}
	male := say(t, Utterance{Text: "Most people never come back.", Voice: scene.Voice{Gender: "male"}})
	if hz := sound.Pitch(male.PCM, scene.SampleRate).Median(); hz > 145 {
		t.Errorf("male voice at %.0f Hz", hz)
	}
}

func TestOtherLanguages(t *testing.T) {
	t.Parallel()
	if !haveBuiltin {
		if _, err := speaker(t).Speak(t.Context(), Utterance{Text: "Ja.", Language: "de"}); err != nil {
			t.Skip(err)
		}
	}
	for lang, text := range map[string]string{
		"de": "Größere Städte wachsen schneller: 45 % mehr bis 2030.",
		"es": "El 50% de los clientes vuelve, y tú también.",
		"fr": "L’énergie solaire coûte moins cher aujourd’hui.",
		"pt": "Não é mágica: é trabalho.",
		"it": "Perché aspettare?",
		"ar": "مرحبا بكم في عالم الطاقة الشمسية، اليوم نبدأ.",
		"hi": "आज हम शुरू करते हैं।",
		"zh": "你好，世界。",
	} {
		take := say(t, Utterance{Text: text, Language: lang})
		if take.Line.Text != text || take.Seconds() < 0.5 {
			t.Errorf("%s: %q in %.2f s", lang, take.Line.Text, take.Seconds())
		}
		for _, w := range take.Line.Words {
			if w.End-w.Start < 0.03 {
				t.Errorf("%s: %q lasts %.3f s", lang, w.Text, w.End-w.Start)
			}
		}
	}
}

func TestDamage(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	take := say(t, Utterance{Text: "Handle with care."})
	b, err := encodeTake(take)
	if err != nil {
		t.Fatal(err)
	}
	c := takeCache{t.TempDir()}
	c.store("k", take)
	if got, ok := c.load("k"); !ok || !slices.Equal(got.PCM, take.PCM) {
		t.Error("a stored take does not load")
	}
	for _, at := range []int{0, 5, len(b) / 2, len(b) - 1} {
		bad := bytes.Clone(b)
		bad[at] ^= 1
		if err := os.WriteFile(c.path("k"), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := c.load("k"); ok {
			t.Errorf("a take damaged at byte %d is served", at)
		}
	}
	// What was used last is what a trim keeps.
	c.store("old", take)
	past := time.Now().Add(-3 * time.Hour)
	if err := os.Chtimes(c.path("old"), past, past); err != nil {
		t.Fatal(err)
	}
	c.load("old")
	if info, err := os.Stat(c.path("old")); err != nil || time.Since(info.ModTime()) > time.Hour {
		t.Errorf("a take that was used is not marked so: %v", err)
	}
	// A damaged part of the model is made again.
	s, _ := jennyVoice(t)
	home, err := s.libraries()
	if err != nil {
		t.Fatal(err)
	}
	work := filepath.Join(filepath.Dir(home), jennyPack().name+"-parts")
	index, err := filepath.Glob(filepath.Join(work, "parts-*.json"))
	if err != nil || len(index) != 1 {
		t.Fatalf("parts %v, %v", index, err)
	}
	copied := filepath.Join(t.TempDir(), filepath.Base(index[0]))
	if b, err := os.ReadFile(index[0]); err != nil || os.WriteFile(copied, b, 0o600) != nil {
		t.Fatal(err)
	}
	if _, err := readParts(index[0]); err != nil {
		t.Error(err)
	}
	if _, err := readParts(copied); err == nil {
		t.Error("parts that are not there are taken for whole")
	}
	// A library that was tampered with is unpacked again, not run.
	dir := t.TempDir()
	home, err = jennyPack().unpack(dir)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(home, "voice.json")
	if err := os.WriteFile(file, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := jennyPack().unpack(dir); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(file); len(b) < 100 {
		t.Error("the damaged file is still there")
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	s := speaker(t)
	for text, want := range map[string]string{"—": "nothing to say", strings.Repeat("word ", 2000): "too long"} {
		if _, err := s.Speak(t.Context(), Utterance{Text: text}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, want %q", text, err, want)
		}
	}
	if _, err := s.Speak(t.Context(), Utterance{Text: "."}); !errors.Is(err, ErrSilent) {
		t.Errorf("silent text: %v", err)
	}
	if _, err := s.Speak(t.Context(), Utterance{Text: "Hi.", Voice: scene.Voice{Name: t.TempDir() + "/none"}}); err == nil || !strings.Contains(err.Error(), "voice folder") {
		t.Errorf("missing folder: %v", err)
	}
	if _, err := s.Speak(t.Context(), Utterance{Text: "Hi.", Voice: scene.Voice{Name: t.TempDir()}}); err == nil || !strings.Contains(err.Error(), ".onnx") {
		t.Errorf("empty folder: %v", err)
	}
	if _, err := s.Speak(t.Context(), Utterance{Text: "Hi.", Language: "xx-klingon"}); err == nil || !strings.Contains(err.Error(), "no voice") {
		t.Errorf("unknown language: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Speak(ctx, Utterance{Text: "Too late."}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := Open(Options{CacheDir: t.TempDir(), SpeechURL: "localhost:8880"}); err == nil || !strings.Contains(err.Error(), "RENDER_SPEECH_URL") {
		t.Errorf("bad server address: %v", err)
	}
}

// TestSecondsIgnoreTheTake: how fast a video is spoken must not depend on what was
// spoken before, and asking again must not need the voice.
func TestSecondsIgnoreTheTake(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	s := speaker(t)
	u := Utterance{Text: "The valve on the third floor drips again."}
	before, err := s.Seconds(t.Context(), u)
	if err != nil {
		t.Fatal(err)
	}
	take := say(t, u)
	if got := take.Seconds(); math.Abs(got-before) > .15 {
		t.Errorf("measured %.3f s, spoken %.3f s", before, got)
	}
	again, err := Open(Options{CacheDir: shared.dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(again.Close)
	again.jenny = func() (*neural, error) { return nil, errors.New("the voice is loaded for nothing") }
	if after, err := again.Seconds(t.Context(), u); err != nil || after != before {
		t.Errorf("%v s before the take was spoken, %v s after: %v", before, after, err)
	}
	if _, err := again.Speak(t.Context(), u); err != nil {
		t.Error(err)
	}
}

// Where the neural voice cannot load, espeak-ng speaks English, and says so.
func TestFallback(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	speaker(t) // unpacks into the shared folder
	s, err := Open(Options{CacheDir: shared.dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	s.jenny, s.prepared = func() (*neural, error) { return nil, errors.New("no libstdc++") }, func() bool { return false }
	who, err := s.Who(t.Context(), "en", scene.Voice{})
	if err != nil || !strings.HasPrefix(who.Name, "espeak-ng") || len(who.Notes) != 1 || !strings.Contains(who.Notes[0], "no libstdc++") {
		t.Errorf("%+v, %v", who, err)
	}
	take, err := s.Speak(t.Context(), Utterance{Text: "Still 100% audible, at acme.example."})
	if err != nil {
		t.Fatal(err)
	}
	sane(t, take)
	if len(take.Line.Words) != 5 {
		t.Errorf("words %v", take.Line.Words)
	}
}

// What was read to measure a sentence is not read again to say it, and differs by no bit.
func TestReadingsAreKept(t *testing.T) { //nolint:paralleltest // others would fill what is kept
	neuralOnly(t)
	_, v := jennyVoice(t)
	read := func(seed uint64) reading {
		r, err := v.read([]int64{1, 20, 0, 61, 0, 24, 0, 2}, rand.New(rand.NewPCG(seed, 0)), 0)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	v.readings.forget()
	first, again, other := read(1), read(1), read(2)
	if &first.mean[0] != &again.mean[0] {
		t.Error("the same was read twice")
	}
	if slices.Equal(first.frames, other.frames) {
		t.Error("another noise gave the same reading")
	}
	v.readings.forget()
	if fresh := read(1); &fresh.mean[0] == &first.mean[0] || !reflect.DeepEqual(fresh, first) {
		t.Error("a fresh reading differs from the kept one")
	}
}

// A long sentence is decoded in stretches, which must join without a seam.
func TestStretches(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	_, v := jennyVoice(t)
	const channels, total = 192, 70
	rng := rand.New(rand.NewPCG(1, 2))
	coarse := make([]float32, channels*total)
	for i := range coarse {
		coarse[i] = float32(rng.NormFloat64())
	}
	whole, err := v.decode(coarse, channels, total, total, 0)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := v.decode(coarse, channels, total, 30, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		if math.Abs(float64(whole[i]-parts[i])) > 1e-5 {
			t.Fatalf("sample %d is %v in one piece, %v in stretches", i, whole[i], parts[i])
		}
	}
}

// espeak-ng joins and weakens words; each sound must still find its own.
func TestAssign(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	s, v := jennyVoice(t)
	for text, want := range map[string]string{
		"Most of the people":     "məʊst|əv|ðə|piːpəl",
		"to $1.85M in 2024":      "tə|wɒnpɔɪnteɪtfaɪvmɪliəndɒləz|ɪn|twɛntɪtwɛntɪfɔː",
		"a well-known plan - ok": "ɐ|wɛlnəʊn|plæn|əʊkeɪ",
	} {
		tokens := words.Read(text, "en", nil)
		lines, err := s.written(t.Context(), v, tokens)
		if err != nil {
			t.Fatal(err)
		}
		got := make([]string, len(tokens))
		for _, line := range lines {
			for _, sym := range line {
				if sym.token >= 0 && sym.r != 'ˈ' && sym.r != 'ˌ' {
					got[sym.token] += string(sym.r)
				}
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

// TestRestGivesMemoryBack: what one long sentence needed is not kept until the end.
func TestRestGivesMemoryBack(t *testing.T) {
	neuralOnly(t)
	s := speaker(t)
	text := strings.TrimSpace(strings.Repeat("all the water that nobody sees, ", 5))
	say(t, Utterance{Text: text + " is lost."})
	before := resident(t)
	if err := s.Rest(); err != nil {
		t.Fatal(err)
	}
	if after := resident(t); after > before-60 {
		t.Errorf("%d MB before, %d MB after", before, after)
	}
	sane(t, say(t, Utterance{Text: "And now rested."}))
}

// resident is this process's memory in MB.
func resident(t *testing.T) int {
	t.Helper()
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip(err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(b))[1])
	if err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize() >> 20
}
