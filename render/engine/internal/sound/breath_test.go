package sound

import (
	"math"
	"slices"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// spokenAt is sentences of 3 s with the pauses given in front of them, and 50 ms of
// silence at both ends of each.
func spokenAt(pauses []float64, breathes bool) Program {
	p := Program{Music: scene.Music{Off: true}, Seed: 5}
	at := 0.0
	for i, pause := range pauses {
		at += pause - .05
		if i > 0 {
			at -= .05
		}
		pcm := speech(3.1, .2, uint64(i))
		clear(pcm[:rate/20])
		clear(pcm[len(pcm)-rate/20:])
		p.Voice = append(p.Voice, Spoken{At: int64(at * rate), Samples: len(pcm), PCM: held(pcm), Words: []scene.Word{{Start: .05, End: 3.05}}, Breathes: breathes})
		at += 3.1
	}
	p.Samples = int64((at + .5) * rate)
	return p
}

// voiceOf is what stands in front of the music.
func voiceOf(t *testing.T, p Program) []float32 {
	t.Helper()
	d, err := newDesk(p)
	if err != nil {
		t.Fatal(err)
	}
	run := d.start(t.Context())
	defer run.close()
	var out []float32
	for {
		n, err := run.next()
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			return out
		}
		out = append(out, run.speech[:n]...)
	}
}

// TestBreaths: they lie in the long pauses alone and touch no word, are as long and as
// faint as breath is, and without them nothing else is heard differently.
func TestBreaths(t *testing.T) {
	t.Parallel()
	pauses := []float64{.7, .3, .8, .42, 1.2, .55}
	with, without := spokenAt(pauses, true), spokenAt(pauses, false)
	a, b := voiceOf(t, with), voiceOf(t, without)
	if !slices.Equal(a, voiceOf(t, with)) {
		t.Error("the same breaths gave other samples")
	}
	end := 0.0
	for i, v := range with.Voice {
		start := float64(v.At)/rate + .05
		first, last, sum := 0.0, 0.0, 0.0
		for n := int(end * rate); n < int(start*rate); n++ {
			d := float64(a[n] - b[n])
			sum += d * d
			if d != 0 {
				if first == 0 {
					first = float64(n) / rate
				}
				last = float64(n) / rate
			}
		}
		if long := pauses[i] > .45; long != (last > 0) {
			t.Errorf("pause %d of %.2f s: breath at %.3f–%.3f", i, pauses[i], first, last)
		} else if long {
			level := toDB(math.Sqrt(sum/((last-first)*rate)) / rms(a[int((start+.2)*rate):int((start+2.8)*rate)]))
			if last-first < .24 || last-first > .41 || level < -45 || level > -37 {
				t.Errorf("pause %d: breath of %.0f ms at %.1f dB", i, 1000*(last-first), level)
			}
			if first < end+.1 && i > 0 || last > start-.05 {
				t.Errorf("pause %d, from %.3f to %.3f: breath at %.3f–%.3f", i, end, start, first, last)
			}
		}
		end = start + 3
	}
	// Who has hardly spoken need not breathe.
	short := with
	short.Voice = nil
	for i := range 3 {
		short.Voice = append(short.Voice, Spoken{At: int64((1 + 2*float64(i)) * rate), Samples: rate, PCM: held(speech(1, .2, 1)), Breathes: true})
	}
	if n := len(breathing(short.Voice, 1)); n != 1 {
		t.Errorf("%d breaths for three words", n)
	}
}
