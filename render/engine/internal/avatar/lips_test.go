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
