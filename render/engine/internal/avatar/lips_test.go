package avatar

import (
	"math"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// Closures close: on every bilabial the lips meet within a frame of the sound,
// and stay together for 40 ms.
func TestLipsCloseOnTime(t *testing.T) {
	t.Parallel()
	line := speech(.4)
	l := newLips([]scene.Line{line})
	for _, p := range line.Phones {
		if p.Viseme != "A" {
			continue
		}
		for _, at := range []float64{p.Start + .001, p.Start + .039} {
			if gap := l.at(at).shape().opening(); gap > 1.5 {
				t.Errorf("%.3f s after a closure at %.3f s the lips are %.1f mh apart", at-p.Start, p.Start, gap)
			}
		}
	}
}

// The mouth's opening follows the phones: for every vowel, the time at which the
// lips are half way to it lies within a frame of the phone's start.
// A short, faint f before an open vowel is seen.
func TestLipsTouchTheTeeth(t *testing.T) {
	t.Parallel()
	phones := []scene.Phone{{IPA: "t", Viseme: "B", Start: .3, End: .4, Loud: .1}, {IPA: "f", Viseme: "G", Start: .4, End: .44, Loud: .05}, {IPA: "a", Viseme: "D", Start: .44, End: .62, Loud: .7}}
	l := newLips([]scene.Line{{Start: .3, End: .62, Phones: phones}})
	least := 1e9
	for at := .38; at < .45; at += .005 {
		s := l.at(at).shape()
		d := 0.0
		for k := range s.i {
			d += math.Abs(s.i[k][1] - visemes['G'].i[k][1])
		}
		least = min(least, d)
	}
	if least > 12 {
		t.Errorf("the nearest the mouth comes to an f is %.0f away", least)
	}
	if s := l.at(.53); s.b != 'D' || s.t < .99 && s.a != 'D' {
		t.Errorf("the vowel is %c on its way to %c", s.a, s.b)
	}
}

func TestLipsOpenOnTime(t *testing.T) {
	t.Parallel()
	var line scene.Line
	for i, v := range "XDXEXCXDAD" {
		at := float64(i) * .2
		ipa := "a"
		if v == 'X' {
			ipa = ""
		}
		line.Phones = append(line.Phones, scene.Phone{IPA: ipa, Viseme: string(v), Start: at, End: at + .2, Loud: 1})
	}
	line.End = 2
	l := newLips([]scene.Line{line})
	for _, p := range line.Phones {
		if p.IPA == "" || p.Viseme == "A" {
			continue
		}
		want := amplified(p.Viseme[0], 1.1).opening()
		from := l.at(p.Start - .1).shape().opening()
		half, best := 0.0, math.Inf(1)
		for at := p.Start - .1; at < p.Start+.1; at += .002 {
			if d := math.Abs(l.at(at).shape().opening() - (from+want)/2); d < best {
				half, best = at, d
			}
		}
		if d := half - p.Start; d < -2*lead || d > lead/2 {
			t.Errorf("%s at %.2f s: lips half way there %+.0f ms from its start", p.Viseme, p.Start, d*1000)
		}
	}
}

// Over a whole scene the mouth as drawn opens and closes with the phones: of all
// shifts the best match lies within a frame.
func TestLipsAreInSync(t *testing.T) {
	t.Parallel()
	in := sample(320, 180)
	in.Lines = []scene.Line{speech(.4), speech(3.1), speech(5.6)}
	m := newMotion(in, .5, reach{})
	r := &rig{m: m}
	const fps = 30
	n := int(in.Seconds * fps)
	drawn, sound := make([]float64, n), make([]float64, n)
	for i := range n {
		at := float64(i) / fps
		drawn[i] = r.at(at).mouth.opening()
		for _, l := range in.Lines {
			for _, p := range l.Phones {
				if at >= p.Start && at < p.End {
					v := visemes[p.Viseme[0]]
					sound[i] = v.opening()
				}
			}
		}
	}
	best, most := 0, -1.0
	for lag := -6; lag <= 6; lag++ { // positive: the mouth is late
		var a, b, ab, aa, bb, k float64
		for i := 6; i < n-6; i++ {
			x, y := drawn[i+lag], sound[i]
			a, b, ab, aa, bb, k = a+x, b+y, ab+x*y, aa+x*x, bb+y*y, k+1
		}
		c := (ab - a*b/k) / math.Sqrt((aa-a*a/k)*(bb-b*b/k))
		t.Logf("shift %+d frames: correlation %.3f", lag, c)
		if c > most {
			best, most = lag, c
		}
	}
	if best < -1 || best > 1 || most < .8 {
		t.Errorf("the mouth matches the sound best when shifted by %d frames (correlation %.2f)", best, most)
	}
}
