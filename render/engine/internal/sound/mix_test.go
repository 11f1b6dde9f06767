package sound

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// speech is a stand-in for a sentence: a buzz with the harmonics, syllables and
// peaks of a voice, at a level of amp.
func speech(seconds, amp float64, seed uint64) []float32 {
	out := make([]float32, int(seconds*rate))
	n, formant := noise(seed*77+5), bandPass(700, .6)
	phase := 0.0
	for i := range out {
		t := float64(i) / rate
		phase += (118 + 14*math.Sin(2*math.Pi*.7*t)) / rate
		pulse := math.Exp(-24 * (phase - math.Floor(phase)))
		syllable := math.Pow(math.Abs(math.Sin(math.Pi*3.6*t)), .8)
		out[i] = float32(amp * (formant.step(pulse+.08*float64(n.next()))*2.6 + .3*pulse) * syllable)
	}
	return out
}

func narrated(seconds float64) Program {
	p := Program{Samples: int64(seconds * rate), Seed: 3, Hits: []scene.Hit{{At: .8, Kind: "whoosh"}, {At: 2.5, Kind: "pop"}, {At: 4, Kind: "impact"}}}
	for t, i := 1.0, uint64(0); t+3 < seconds-1.5; t, i = t+3.6, i+1 {
		pcm := speech(3, .2*math.Pow(2, float64(i%4)-1), i)
		p.Voice = append(p.Voice, Spoken{At: int64(t * rate), Samples: len(pcm), PCM: held(pcm), Words: []scene.Word{{Text: "a", Start: 0, End: 1.4}, {Text: "b.", Start: 1.5, End: 3}}})
	}
	return p
}

func mixed(t *testing.T, p Program) (Report, []byte) {
	t.Helper()
	var buf bytes.Buffer
	r, err := Mix(context.Background(), p, &buf)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := int64(buf.Len()), 44+4*p.Samples; got != want {
		t.Fatalf("%d bytes, want %d for %d samples", got, want, p.Samples)
	}
	return r, buf.Bytes()
}

// channels decodes what Mix wrote.
func channels(t *testing.T, wav []byte) (l, r []float32) {
	t.Helper()
	rd := bytes.NewReader(wav)
	if n, err := wavHeader(rd); err != nil || n != 2 {
		t.Fatalf("header: %d channels, %v", n, err)
	}
	raw, _ := io.ReadAll(rd)
	for i := 0; i+4 <= len(raw); i += 4 {
		l = append(l, float32(int16(binary.LittleEndian.Uint16(raw[i:])))/32768)
		r = append(r, float32(int16(binary.LittleEndian.Uint16(raw[i+2:])))/32768)
	}
	return l, r
}

func rms(x []float32) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum / float64(max(1, len(x))))
}

// ebur128 asks ffmpeg for integrated loudness and true peak.
func ebur128(t *testing.T, file string) (lufs, peak float64) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "ffmpeg", "-nostats", "-i", file, "-af", "ebur128=peak=true", "-f", "null", "-").CombinedOutput()
	if err != nil {
		t.Fatalf("ffmpeg: %v", err)
	}
	sum := out[bytes.LastIndex(out, []byte("Summary:")):]
	get := func(re string) float64 {
		m := regexp.MustCompile(re).FindSubmatch(sum)
		if m == nil {
			t.Fatalf("no %s in\n%s", re, sum)
		}
		v, _ := strconv.ParseFloat(string(m[1]), 64)
		return v
	}
	return get(`I:\s+(-?[\d.]+) LUFS`), get(`Peak:\s+(-?[\d.]+) dBFS`)
}

func TestMixLoudness(t *testing.T) {
	t.Parallel()
	_, noFFmpeg := exec.LookPath("ffmpeg")
	for _, want := range []float64{-14, -16, -23} {
		t.Run(strconv.Itoa(int(want)), func(t *testing.T) {
			t.Parallel()
			p := narrated(7)
			p.LUFS = want
			r, wav := mixed(t, p)
			if math.Abs(r.LUFS-want) > .3 || r.TruePeak > -1.5 {
				t.Errorf("%.2f LUFS, %.2f dBTP; want %.0f ±0.3 and at most −1.5", r.LUFS, r.TruePeak, want)
			}
			if r.Under < 14 || r.Under > 18 {
				t.Errorf("music lies %.1f dB under the voice, want 14–18", r.Under)
			}
			m, err := Loudness(bytes.NewReader(wav))
			if err != nil || math.Abs(m.LUFS()-r.LUFS) > .02 || math.Abs(m.TruePeak()-r.TruePeak) > .05 {
				t.Errorf("measured again: %.2f LUFS, %.2f dBTP, %v; report says %.2f, %.2f", m.LUFS(), m.TruePeak(), err, r.LUFS, r.TruePeak)
			}
			if noFFmpeg != nil {
				t.Skip("no ffmpeg to compare with")
			}
			file := filepath.Join(t.TempDir(), "mix.wav")
			if err := os.WriteFile(file, wav, 0o600); err != nil {
				t.Fatal(err)
			}
			if l, pk := ebur128(t, file); math.Abs(l-r.LUFS) > .1 || math.Abs(pk-r.TruePeak) > .2 {
				t.Errorf("ffmpeg measures %.1f LUFS, %.1f dBTP; we %.2f, %.2f", l, pk, r.LUFS, r.TruePeak)
			}
			aac := strings.TrimSuffix(file, ".wav") + ".m4a"
			if out, err := exec.CommandContext(t.Context(), "ffmpeg", "-v", "error", "-i", file, "-c:a", "aac", "-b:a", "192k", aac).CombinedOutput(); err != nil {
				t.Fatalf("%v %s", err, out)
			}
			if l, pk := ebur128(t, aac); math.Abs(l-want) > .5 || pk > -1 {
				t.Errorf("as AAC %.1f LUFS, %.1f dBTP; want %.0f ±0.5 and at most −1", l, pk, want)
			}
		})
	}
}

// TestLoudnessOfPeaks: what is quiet but for its peaks comes up to the loudness too,
// and what the limiter takes from the peaks is no reason to overshoot it.
func TestLoudnessOfPeaks(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	clicks := func(pcm []float32, every int, amp float32) []float32 {
		n := noise(11)
		for i := range pcm {
			if k := i % every; k < 60 {
				pcm[i] += amp * n.next() * float32(math.Exp(-float64(k)/20))
			}
		}
		return pcm
	}
	for name, p := range map[string]Program{
		"voice": {Samples: 10 * rate, Music: scene.Music{Off: true}, Voice: []Spoken{said(rate/2, clicks(speech(9, .03, 3), 16000, .9))}},
		"music": {Samples: 10 * rate, Music: scene.Music{File: "song.mp3"}, Open: func(context.Context, string) (io.ReadCloser, error) {
			var raw []byte
			hum := make([]float32, 12*rate)
			for i := range hum {
				hum[i] = .01 * float32(math.Sin(2*math.Pi*180*float64(i)/rate))
			}
			for _, v := range clicks(hum, 24000, 1) {
				u := uint16(int16(32000 * v))
				raw = binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(raw, u), u)
			}
			return io.NopCloser(bytes.NewReader(raw)), nil
		}},
	} {
		for _, want := range []float64{-14, -16, -23} {
			p.LUFS = want
			r, _ := mixed(t, p)
			if math.Abs(r.LUFS-want) > .45 || r.TruePeak > -1.5 {
				t.Errorf("%s: %.2f LUFS, %.2f dBTP; want %.0f ±0.45 and at most −1.5", name, r.LUFS, r.TruePeak, want)
			}
		}
	}
}

func TestMixRepeats(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	p := narrated(5.7)
	_, a := mixed(t, p)
	_, b := mixed(t, p)
	if sha256.Sum256(a) != sha256.Sum256(b) {
		t.Error("the same programme gave other bytes")
	}
	p.Seed++
	if _, c := mixed(t, p); bytes.Equal(a, c) {
		t.Error("another seed gave the same bytes")
	}
}

// TestEndingLands: the last chord rings until the last sample and is gone there.
func TestEndingLands(t *testing.T) {
	t.Parallel()
	for i, name := range Moods() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			seconds := []float64{5, 5.34, 6.5, 7}[i%4]
			p := Program{Samples: int64(seconds * rate), Music: scene.Music{Mood: name}, Seed: uint64(i)}
			r, wav := mixed(t, p)
			if r.Mood != name {
				t.Fatalf("asked for %s, got %s", name, r.Mood)
			}
			ring := seconds - r.Final
			if ring < 1.2 || ring > 4.5 {
				t.Errorf("last chord falls %.2f s before the end", ring)
			}
			m := moodNamed(name)
			if lo, hi := float64(m.tempo[0])*.92, float64(m.tempo[1])*1.08; r.BPM < lo || r.BPM > hi {
				t.Errorf("%.1f beats a minute at %.1f s, outside %.0f–%.0f", r.BPM, seconds, lo, hi)
			}
			l, _ := channels(t, wav)
			chord := rms(l[int((r.Final+.1)*rate):int((r.Final+.5)*rate)])
			if chord < .01 {
				t.Errorf("no last chord: %.1f dB", toDB(chord))
			}
			if end := rms(l[len(l)-960:]); end > chord/1000 {
				t.Errorf("the last 20 ms are still at %.1f dB", toDB(end))
			}
			// No cut on the way: a quarter of a second never drops by more than 24 dB
			// before the sound is 50 dB down.
			before := chord
			for at := int((r.Final + .5) * rate); at+rate/2 < len(l); at += rate / 4 {
				now := rms(l[at : at+rate/4])
				if before > chord/150 && now < before/16 {
					t.Errorf("cut at %.2f s: %.1f dB to %.1f dB", float64(at)/rate, toDB(before), toDB(now))
				}
				if now > 1.5*chord {
					t.Errorf("swells after the last chord at %.2f s", float64(at)/rate)
				}
				before = now
			}
		})
	}
}

// TestSync: sentences come out where they were put, late in a video too.
func TestSync(t *testing.T) {
	t.Parallel()
	p := Program{Samples: 9 * rate, Music: scene.Music{Off: true}}
	for i, at := range []int64{3*rate + 700, 7*rate + 11} {
		p.Voice = append(p.Voice, said(at, speech(1.5, .2, uint64(i))))
	}
	_, wav := mixed(t, p)
	l, _ := channels(t, wav)
	for _, v := range p.Voice {
		pcm, _ := v.PCM()
		best, lag := 0.0, 0
		for d := -200; d <= 200; d++ {
			sum := 0.0
			for i := 20000; i < 40000; i++ {
				sum += float64(pcm[i]) * float64(l[int(v.At)+i+d])
			}
			if sum > best {
				best, lag = sum, d
			}
		}
		if lag < -24 || lag > 24 { // half a millisecond
			t.Errorf("the sentence at sample %d lies %d samples off", v.At, lag)
		}
	}
}

func TestSentencesAreLevel(t *testing.T) {
	t.Parallel()
	p := Program{Samples: 10 * rate, Music: scene.Music{Off: true}}
	for i, amp := range []float64{.03, .5, .12} {
		p.Voice = append(p.Voice, said(int64(i)*3*rate, speech(2.5, amp, 9)))
	}
	_, wav := mixed(t, p)
	l, _ := channels(t, wav)
	first := rms(l[rate/2 : 2*rate])
	for i := 1; i < 3; i++ {
		if d := toDB(rms(l[i*3*rate+rate/2:i*3*rate+2*rate]) / first); math.Abs(d) > .5 {
			t.Errorf("sentence %d is %.1f dB off the first", i+1, d)
		}
		// Clean edges: silence, then no jump.
		at := i * 3 * rate
		if l[at-10] != 0 || math.Abs(float64(l[at+1])) > .002 {
			t.Errorf("sentence %d starts with a click: %g %g", i+1, l[at-10], l[at+1])
		}
	}
}

func TestSilence(t *testing.T) {
	t.Parallel()
	r, wav := mixed(t, Program{Samples: rate, Music: scene.Music{Off: true}})
	if !math.IsInf(r.LUFS, -1) || bytes.ContainsFunc(wav[44:], func(r rune) bool { return r != 0 }) {
		t.Errorf("an empty programme is not silent: %v", r)
	}
}

// Effects alone, nobody speaking and nothing playing, are no louder than under a voice:
// a video that asks for silence is not filled with whooshes at −16 LUFS.
func TestEffectsAloneStaySubtle(t *testing.T) {
	t.Parallel()
	p := narrated(12)
	p.Music.Off = true
	beside := p
	beside.Voice = beside.Voice[:1]
	p.Voice = nil
	_, alone := mixed(t, p)
	_, spoken := mixed(t, beside)
	a, _ := channels(t, alone)
	b, _ := channels(t, spoken)
	hit := func(x []float32) float64 { return toDB(rms(x[int(.5*rate):int(.95*rate)])) } // the whoosh, before the first word
	if d := hit(a) - hit(b); d > .5 || d < -8 {
		t.Errorf("alone a whoosh has %.1f dB, before a sentence %.1f", hit(a), hit(b))
	}
	film := p
	film.Films = []Ambient{{Samples: p.Samples, Open: func(ctx context.Context) (io.ReadCloser, error) { return drone(12)(ctx, "") }}}
	if r, _ := mixed(t, film); math.Abs(r.LUFS+16) > .5 {
		t.Errorf("a film that is heard alone has %.1f LUFS", r.LUFS)
	}
}

// drone is a user's music file of some seconds.
func drone(seconds float64) OpenFunc {
	return func(context.Context, string) (io.ReadCloser, error) {
		var raw []byte
		for i := range int(seconds * rate) {
			v := uint16(int16(6000 * math.Sin(2*math.Pi*220*float64(i)/rate)))
			raw = binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(raw, v), v)
		}
		return io.NopCloser(bytes.NewReader(raw)), nil
	}
}

func TestMusicFile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, seconds := range []float64{9.5, 3.3} { // cut, and repeated
		p := Program{Samples: 8 * rate, Music: scene.Music{File: "song.mp3"}, Open: drone(seconds)}
		r, wav := mixed(t, p)
		l, _ := channels(t, wav)
		if r.Mood != "" || math.Abs(r.LUFS+16) > .3 {
			t.Errorf("%+v", r)
		}
		for s := 1; s < 5; s++ {
			if v := rms(l[s*rate : (s+1)*rate]); v < .05 {
				t.Errorf("track of %.1f s: second %d is at %.1f dB", seconds, s, toDB(v))
			}
		}
		if v := rms(l[len(l)-960:]); v > .0005 {
			t.Errorf("track of %.1f s does not fade: %.1f dB", seconds, toDB(v))
		}
	}
	fail := errors.New("broken file")
	for name, open := range map[string]OpenFunc{
		"song.mp3: broken file":   func(context.Context, string) (io.ReadCloser, error) { return nil, fail },
		"the file holds no sound": drone(0),
	} {
		_, err := Mix(t.Context(), Program{Samples: rate, Music: scene.Music{File: "song.mp3"}, Open: open}, io.Discard)
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want …%s", err, name)
		}
	}
}

func TestMixRefuses(t *testing.T) {
	t.Parallel()
	for want, p := range map[string]Program{
		"must last":         {Samples: 10},
		"outside −40…−8":    {Samples: rate, LUFS: -3},
		"without a decoder": {Samples: rate, Music: scene.Music{File: "a.mp3"}},
		"sentence 2 starts": {Samples: rate, Voice: []Spoken{{At: 100}, {At: 50}}},
	} {
		if _, err := Mix(t.Context(), p, io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want …%s…", err, want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Mix(ctx, narrated(10), io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestTape: what is read back is what would have been made again, and nothing is left.
func TestTape(t *testing.T) {
	t.Parallel()
	for _, lufs := range []float64{-16, -9} { // the louder takes several passes
		p := narrated(10)
		p.LUFS = lufs
		_, twice := mixed(t, p)
		p.Scratch = t.TempDir()
		if _, once := mixed(t, p); !bytes.Equal(once, twice) {
			t.Errorf("at %v LUFS the tape holds something else", lufs)
		}
		if left, err := os.ReadDir(p.Scratch); err != nil || len(left) > 0 {
			t.Errorf("left %v, %v", left, err)
		}
	}
	p := narrated(1)
	p.Scratch = filepath.Join(t.TempDir(), "nowhere")
	if _, err := Mix(t.Context(), p, io.Discard); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("err = %v", err)
	}
}

// BenchmarkMix mixes a minute of narration, music and effects.
func BenchmarkMix(b *testing.B) {
	p := narrated(60)
	p.Scratch = b.TempDir()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Mix(b.Context(), p, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLastChordIsHeard: it falls with the last words and comes up behind them.
func TestLastChordIsHeard(t *testing.T) {
	t.Parallel()
	p := Program{Samples: 8 * rate, Seed: 4, Voice: []Spoken{{At: rate / 2, PCM: held(speech(6.2, .2, 2)), Words: []scene.Word{{Start: 0, End: 6.2}}}}}
	r, wav := mixed(t, p)
	if r.Final < 5 || r.Final > 6.9 {
		t.Errorf("last chord at %.2f s, last word ends at 6.7", r.Final)
	}
	l, _ := channels(t, wav)
	during, after := rms(l[rate/4:rate/2]), rms(l[7*rate:rate*15/2])
	if toDB(after) < -40 {
		t.Errorf("after the last word the music is at %.1f dB (before the first at %.1f)", toDB(after), toDB(during))
	}
}

// held is a sentence's sound that is in memory anyway.
func held(pcm []float32) func() ([]float32, error) {
	return func() ([]float32, error) { return pcm, nil }
}

func said(at int64, pcm []float32) Spoken {
	return Spoken{At: at, Samples: len(pcm), PCM: held(pcm)}
}
