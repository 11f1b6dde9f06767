package sound

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"pgregory.net/rapid"
)

func sine(hz, amp, seconds float64, phase float64) []float32 {
	out := make([]float32, int(seconds*rate))
	for i := range out {
		out[i] = float32(amp * math.Sin(2*math.Pi*hz*float64(i)/rate+phase))
	}
	return out
}

// TestMeter uses the signals of EBU Tech 3341, cut shorter in proportion.
func TestMeter(t *testing.T) {
	t.Parallel()
	join := func(parts ...[]float32) []float32 { return slices.Concat(parts...) }
	for name, c := range map[string]struct {
		x    []float32
		want float64
	}{
		"1: −23 dBFS":            {sine(1000, fromDB(-23), 4, 0), -23},
		"2: −33 dBFS":            {sine(1000, fromDB(-33), 4, 0), -33},
		"3: relative gate":       {join(sine(1000, fromDB(-36), 3, 0), sine(1000, fromDB(-23), 12, 0), sine(1000, fromDB(-36), 3, 0)), -23},
		"4: absolute gate too":   {join(sine(1000, fromDB(-72), 3, 0), sine(1000, fromDB(-36), 3, 0), sine(1000, fromDB(-23), 12, 0), sine(1000, fromDB(-36), 3, 0), sine(1000, fromDB(-72), 3, 0)), -23},
		"5: three levels, equal": {join(sine(1000, fromDB(-26), 6, 0), sine(1000, fromDB(-20), 6.03, 0), sine(1000, fromDB(-26), 6, 0)), -23},
	} {
		m := NewMeter()
		m.Add(c.x, c.x)
		if got := m.LUFS(); math.Abs(got-c.want) > .1 {
			t.Errorf("%s: %.2f LUFS, want %.0f", name, got, c.want)
		}
	}
	// Peaks between the samples: a quarter of the rate at 45° shows only 0.707.
	for _, hz := range []float64{rate / 4, rate / 6, 997} {
		m := NewMeter()
		x := sine(hz, .5, .5, math.Pi/4)
		for i := range x { // no step at the ends
			x[i] *= float32(smooth(float64(i)/4800) * smooth(float64(len(x)-i)/4800))
		}
		m.Add(x, x)
		if got := m.TruePeak(); got > -5.8 || got < -6.4 {
			t.Errorf("%.0f Hz at −6.0 dBFS peaks at %.2f dBTP", hz, got)
		}
	}
	if m := NewMeter(); !math.IsInf(m.LUFS(), -1) || !math.IsInf(m.TruePeak(), -1) {
		t.Error("an empty meter is not at silence")
	}
	for _, bad := range []string{"", "RIFFxxxxWAVE", "MP3 file of no interest at all", "RIFF\x00\x00\x00\x00WAVEdata\x00\x00\x00\x00"} {
		if _, err := Loudness(bytes.NewReader([]byte(bad))); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

// TestLimiter throws bursts at it: nothing comes out above the ceiling, and what
// was never near it comes out untouched, latency samples later.
func TestLimiter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(1, 1<<40).Draw(t, "noise")
		loud := rapid.Float64Range(.2, 6).Draw(t, "loud")
		gen := noise(n)
		in := make([]float32, 7680)
		for i := range in {
			in[i] = .05 * gen.next()
			if i > 3000 && i < 5000 || i == 7000 {
				in[i] = float32(loud) * gen.next()
			}
		}
		l, r := slices.Clone(in), slices.Clone(in)
		lim := newLimiter(ceiling)
		for i := 0; i < len(l); i += block {
			lim.process(l[i:i+block], r[i:i+block])
		}
		m := NewMeter()
		m.Add(l, r)
		if m.TruePeak() > ceiling+.1 {
			t.Fatalf("%.2f dBTP over a ceiling of %.1f", m.TruePeak(), ceiling)
		}
		for i := latency; i < 2000; i++ {
			if l[i] != in[i-latency] {
				t.Fatalf("sample %d changed without need", i)
			}
		}
	})
}

func TestDucking(t *testing.T) {
	t.Parallel()
	words := func(times ...float64) (w []scene.Word) {
		for i := 0; i < len(times); i += 2 {
			w = append(w, scene.Word{Start: times[i], End: times[i+1]})
		}
		return
	}
	// Speech at 2–4, a short pause, 4.6–6; then a long one, 8–9.
	voice := []Spoken{{At: 2 * rate, Words: words(0, .8, .9, 2)}, {At: 4.5 * rate, Words: words(.1, 1.5)}, {At: 8 * rate, Samples: rate}}
	for _, c := range []struct{ at, want, within float64 }{
		{0, 0, .01}, {1.84, 0, .01}, {1.925, -5, .3}, {2, -10, .01}, // down in 150 ms, done at the syllable
		{3, -10, .01}, {4.3, -10, .01}, {4.55, -10, .01}, // stays down through the pause
		{6.19, -10, .01}, {6.45, -5, .3}, {6.71, 0, .01}, // holds 200 ms, up in 500
		{7.5, 0, .01}, {8, -10, .01}, {9.1, -10, .01}, {9.8, 0, .01},
	} {
		if got := newDucker(voice, 20*rate).db(c.at); math.Abs(got-c.want) > c.within {
			t.Errorf("at %.2f s: %.2f dB, want %.1f", c.at, got, c.want)
		}
	}
	// At the end of a video the music is back sooner.
	if got := newDucker(voice, 11*rate).db(9.41); got != 0 {
		t.Errorf("%.2f dB where the last chord should ring", got)
	}
	// The ramp is the curve, without a jump, however it is cut into blocks.
	d, g := newDucker(voice, 20*rate), make([]float32, block)
	last := float32(1)
	for at := int64(0); at < 10*rate; at += block {
		d.ramp(g, at)
		for _, v := range g {
			if math.Abs(float64(v-last)) > .001 || v < .31 || v > 1 {
				t.Fatalf("jumps from %g to %g near %.2f s", last, v, float64(at)/rate)
			}
			last = v
		}
	}
}

// TestInTune: the energy of every rendered note lies around its pitch, within
// three cents.
func TestInTune(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	done := map[*instrument]bool{}
	for _, m := range moods {
		for in, pitches := range map[*instrument][]int{m.pad: {60}, m.keys: {65}, m.arp: {70, 83}, m.bass: {33}} {
			if done[in] {
				continue
			}
			done[in] = true
			for _, p := range pitches {
				pcm := in.render(p).pcm
				f := 440 * math.Pow(2, float64(p-69)/12)
				sum, mean := 0.0, 0.0
				for cents := -30.0; cents <= 30; cents += 5 {
					s, c := math.Sincos(2 * math.Pi * f * math.Pow(2, cents/1200) / rate)
					x, y, re, im := 1.0, 0.0, 0.0, 0.0
					for _, v := range pcm {
						re, im = re+x*float64(v), im+y*float64(v)
						x, y = x*c-y*s, x*s+y*c
					}
					e := re*re + im*im
					sum, mean = sum+e, mean+e*cents
				}
				if mean /= sum; math.Abs(mean) > 3 {
					t.Errorf("%s at pitch %d is %.1f cents off", in.name, p, mean)
				}
			}
		}
	}
}

// TestScore: every pitch belongs to the key, nothing starts after the end, and
// the piece fits its length exactly, at any length and seed.
func TestScore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.SampledFrom(moods).Draw(t, "mood")
		total := rapid.Int64Range(3*rate, 100*rate).Draw(t, "total")
		spoken := max(0, total-rapid.Int64Range(rate/2, 6*rate).Draw(t, "left"))
		s := compose(m, total, spoken, rapid.Uint64().Draw(t, "seed"))
		for i, n := range s.notes {
			if n.at < 0 || n.at >= total || i > 0 && n.at < s.notes[i-1].at {
				t.Fatalf("note %d at sample %d of %d", i, n.at, total)
			}
			if n.inst == nil {
				continue
			}
			if pc := ((n.pitch-s.tonic)%12 + 12) % 12; !slices.Contains(m.scale, pc) {
				t.Fatalf("%s in %s: %s plays pitch %d", m.name, s.keyName(), n.inst.name, n.pitch)
			}
		}
		if ring := float64(total-s.final) / rate; ring < 1.1 || ring > 4.6 {
			t.Fatalf("the last chord has %.2f s of %.2f", ring, float64(total)/rate)
		}
	})
}

// TestSong: a long piece is not one loop. Its sections differ in chords, fullness and
// notes, the tune is there and never everywhere, and parts move by small steps.
func TestSong(t *testing.T) {
	t.Parallel()
	for i, m := range moods {
		s := compose(m, 240*rate, 236*rate, uint64(i))
		bar := 4 * 60 / s.bpm * rate
		sung, total := map[int]bool{}, int(float64(s.final)/bar)
		looks := map[int][]string{}
		var pads [][]int
		for _, n := range s.notes {
			b := int((float64(n.at) + .02*rate) / bar)
			if n.at >= s.final {
				continue
			}
			if n.role == roleHigh {
				sung[b] = true
			}
			if n.inst != nil && n.role != rolePad {
				looks[b] = append(looks[b], fmt.Sprint(n.role, n.pitch, math.Round((float64(n.at)-float64(b)*bar)/bar*16)))
			}
			if n.role == rolePad {
				for len(pads) <= b {
					pads = append(pads, nil)
				}
				pads[b] = append(pads[b], n.pitch)
			}
		}
		same := map[string]int{}
		for _, l := range looks {
			slices.Sort(l)
			same[strings.Join(l, " ")]++
		}
		for _, n := range same {
			if n > total/8 {
				t.Errorf("%s: one bar is played %d times in %d", m.name, n, total)
			}
		}
		if len(same) < total/3 {
			t.Errorf("%s: %d different bars of %d", m.name, len(same), total)
		}
		if share := float64(len(sung)) / float64(total); share < .15 || share > .8 {
			t.Errorf("%s: the tune is in %.0f %% of the bars", m.name, 100*share)
		}
		chords, moved, voices := map[string]bool{}, 0.0, 0.0
		for b := 1; b < len(pads); b++ {
			chords[fmt.Sprint(pads[b])] = true
			for _, p := range pads[b] {
				d := 99
				for _, q := range pads[b-1] {
					d = min(d, max(p-q, q-p))
				}
				moved, voices = moved+float64(d), voices+1
			}
		}
		if step := moved / voices; step > 2.4 || len(chords) < 4 {
			t.Errorf("%s: voices move by %.1f semitones on average, %d chords", m.name, step, len(chords))
		}
	}
}

// TestMixInTune: what is heard of the music lies in its key. Drums are left out, as
// their noise lies everywhere.
func TestMixInTune(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for i, m := range moods {
		s := compose(m, 12*rate, 0, uint64(i))
		s.notes = slices.DeleteFunc(s.notes, func(n note) bool { return n.drum != nil })
		b := newBand(s)
		b.room = newReverb(.4)
		pcm := make([]float32, 0, s.total)
		for at := int64(0); at < 9*rate; at += block {
			l, r := make([]float32, block), make([]float32, block)
			if err := b.fill(l, r, at); err != nil {
				t.Fatal(err)
			}
			pcm = append(pcm, l...)
		}
		var classes [12]float64
		const window = 24000 // 2 Hz wide, so that semitones from A3 up are apart
		for at := int(rate); at+window <= len(pcm); at += window {
			for pitch := 57; pitch < 86; pitch++ {
				c := 2 * math.Cos(2*math.Pi*440*math.Pow(2, float64(pitch-69)/12)/rate)
				var x, y float64
				for k, v := range pcm[at : at+window] {
					w := .5 - .5*math.Cos(2*math.Pi*float64(k)/window)
					x, y = float64(v)*w+c*x-y, x
				}
				classes[pitch%12] += x*x + y*y - c*x*y
			}
		}
		in, out := 0.0, 0.0
		for pc, e := range classes {
			if slices.Contains(m.scale, ((pc-s.tonic)%12+12)%12) {
				in += e
			} else {
				out += e
			}
		}
		if share := out / (in + out); share > .03 {
			t.Errorf("%s in %s: %.1f %% of the energy lies outside the key", m.name, s.keyName(), 100*share)
		}
	}
}

func TestMood(t *testing.T) {
	t.Parallel()
	if len(Moods()) < 8 {
		t.Fatalf("only %d moods", len(Moods()))
	}
	for _, c := range []struct {
		words, style, want string
		known              bool
	}{
		{"calm", "bold", "calm", true}, {"Upbeat, hopeful piano", "", "uplifting", true},
		{"dark dramatic trailer", "", "cinematic", true}, {"", "retro", "retro", false},
		{"xyzzy", "", "corporate", false}, {"80s synthwave", "default", "retro", true}, {"", "no such style", "corporate", false},
	} {
		if got, known := Mood(c.words, c.style); got != c.want || known != c.known {
			t.Errorf("Mood(%q, %q) = %s, %v; want %s, %v", c.words, c.style, got, known, c.want, c.known)
		}
	}
	for style, name := range styles {
		if moodNamed(name).name != name {
			t.Errorf("style %q has no mood %q", style, name)
		}
	}
	for _, m := range moods { // the tables hold together
		for _, g := range m.beats {
			for _, p := range g.parts {
				if len(p.steps) != 16 {
					t.Errorf("%s: rhythm %q has %d steps", m.name, p.steps, len(p.steps))
				}
			}
		}
		for _, r := range slices.Concat(m.comp, m.arps, m.bassline) {
			if len(r) != 16 {
				t.Errorf("%s: rhythm %q has %d steps", m.name, r, len(r))
			}
		}
	}
}

func TestEffectsStaySubtle(t *testing.T) {
	t.Parallel()
	for kind, e := range effects {
		l, r := e.render(0)
		m := NewMeter()
		pad := make([]float32, rate/2)
		m.Add(append(slices.Clone(l), pad...), append(slices.Clone(r), pad...))
		if peak := m.TruePeak() + toDB(e.level); peak > -6 || peak < -34 {
			t.Errorf("%s peaks at %.1f dBTP before the mix", kind, peak)
		}
		if l[0] > .01 || l[len(l)-1] > .001 {
			t.Errorf("%s starts at %g and ends at %g", kind, l[0], l[len(l)-1])
		}
	}
	many := make([]scene.Hit, 40)
	for i := range many {
		many[i] = scene.Hit{At: float64(i) * .05, Kind: []string{"tick", "pop", "no such kind", "whoosh"}[i%4]}
	}
	if got := thin(many); len(got) > 11 || len(got) == 0 {
		t.Errorf("%d sounds in two seconds", len(got))
	}
}
