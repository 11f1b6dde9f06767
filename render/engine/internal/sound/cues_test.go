package sound

import (
	"bytes"
	"context"
	"math"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// rms is the level of the music in a part of a programme without a voice, in dB.
func rmsIn(t *testing.T, cues []Cue, from, to float64) float64 {
	t.Helper()
	var out bytes.Buffer
	p := Program{Samples: 20 * rate, Music: scene.Music{Mood: "calm"}, Cues: cues, Seed: 3}
	if _, err := Mix(context.Background(), p, &out); err != nil {
		t.Fatal(err)
	}
	pcm := out.Bytes()[44:]
	sum, n := 0.0, 0
	for i := int(from*rate) * 4; i < int(to*rate)*4; i += 2 {
		v := float64(int16(uint16(pcm[i])|uint16(pcm[i+1])<<8)) / 32768
		sum, n = sum+v*v, n+1
	}
	return 10 * math.Log10(sum/float64(n)+1e-12)
}

func TestCuesLowerAndSilenceTheMusic(t *testing.T) {
	t.Parallel()
	at := func(s float64) int64 { return int64(s * rate) }
	cues := []Cue{{at(6), scene.Cue{Level: -9}}, {at(12), scene.Cue{Off: true, Fade: .5}}}
	usual, low, off := rmsIn(t, cues, 2, 6), rmsIn(t, cues, 7, 12), rmsIn(t, cues, 13, 18)
	if d := usual - low; d < 5 || d > 13 {
		t.Errorf("the music is %.1f dB lower, want about 9", d)
	}
	if off > -100 {
		t.Errorf("silence is at %.0f dB", off)
	}
}

func TestAnotherMoodComesOnABeat(t *testing.T) {
	t.Parallel()
	m := newMedley(scene.Music{Mood: "calm"}, "", []Cue{{At: 9 * rate, Cue: scene.Cue{Mood: "energetic"}}, {At: 29 * rate, Cue: scene.Cue{Mood: "warm"}}}, 30*rate, 0, 7)
	if len(m.pieces) != 2 { // the last one has no time to come to an end
		t.Fatalf("%d pieces", len(m.pieces))
	}
	a, b := m.pieces[0], m.pieces[1]
	beat := 60 * rate / a.bpm
	if off := math.Mod(float64(b.from), beat); math.Min(off, beat-off) > 1 || math.Abs(float64(b.from)-9*rate) > beat {
		t.Errorf("the second piece begins %.0f samples off the beat, at %.2f s", off, float64(b.from)/rate)
	}
	if a.mood.name != "calm" || b.mood.name != "energetic" || m.final() > 30*rate {
		t.Errorf("%s, then %s, which ends at %.1f s", a.mood.name, b.mood.name, float64(m.final())/rate)
	}
	// No jump where the one gives way to the other.
	l, r := make([]float32, block), make([]float32, block)
	last, jump := float32(0), float32(0)
	for at := int64(0); at < 12*rate; at += block {
		clear(l)
		clear(r)
		if err := m.fill(l, r, at); err != nil {
			t.Fatal(err)
		}
		for i, v := range l {
			if t := at + int64(i); t > b.from-100 && t < b.from+int64(beat) {
				jump = max(jump, float32(math.Abs(float64(v-last))))
			}
			last = v
		}
	}
	if jump > .25 {
		t.Errorf("the sound jumps by %.2f", jump)
	}
}
