package sound

import (
	"math"
	"slices"
)

// Pitch limits of speech, in Hz.
const (
	lowestPitch  = 65
	highestPitch = 420
)

// pitchHop is the distance of pitch estimates in seconds.
const pitchHop = 0.005

// Track is the pitch of speech at every pitchHop: Hz, or 0 where it has none.
type Track struct {
	Hop float64 // seconds
	Hz  []float64
}

// Pitch measures the fundamental frequency by normalised cross-correlation.
func Pitch(pcm []float32, rate int) Track {
	const low = 8000
	x := append([]float32(nil), pcm...)
	Filter(x, HighPass(rate, 50, 0.7))
	x = Resample(x, rate, low)
	Filter(x, HighShelf(low, 900, -24)) // harmonics above blur the match between samples
	hop, window := int(pitchHop*low), low*30/1000
	minLag, maxLag := low/highestPitch, low/lowestPitch
	top := 0.0
	for at := 0; at+window <= len(x); at += window {
		top = math.Max(top, RMS(x[at:at+window]))
	}
	t := Track{Hop: pitchHop}
	before := 0.0
	score := make([]float64, maxLag+1)
	for at := 0; at < len(x); at += hop {
		from := at - (window+maxLag)/2
		if from < 0 || from+window+maxLag >= len(x) || RMS(x[from:from+window+maxLag]) < top*0.03 {
			t.Hz, before = append(t.Hz, 0), 0
			continue
		}
		a := x[from : from+window]
		ea := energy(a)
		best, lag := 0.0, 0
		for l := minLag; l <= maxLag; l++ {
			b := x[from+l : from+l+window]
			var dot float64
			for i, v := range a {
				dot += float64(v) * float64(b[i])
			}
			s := dot / math.Sqrt(ea*energy(b)+1e-12)
			score[l] = s
			// A long lag also fits whole multiples of the period, and speech does not
			// jump by octaves.
			s -= 0.05 * math.Log2(float64(l)/float64(minLag))
			if before > 0 {
				s -= 0.15 * math.Min(1, math.Abs(math.Log2(before*float64(l)/low)))
			}
			if s > best {
				best, lag = s, l
			}
		}
		if lag == 0 || score[lag] < 0.5 {
			t.Hz, before = append(t.Hz, 0), 0
			continue
		}
		// A multiple of the period fits as well as the period does: take the shortest
		// that is nearly as good.
		for _, part := range []int{3, 2} {
			short := (lag + part/2) / part
			if short <= minLag {
				continue
			}
			for _, l := range []int{short - 1, short, short + 1} {
				if score[l] > 0.9*score[lag] && score[l] >= score[l-1] && score[l] >= score[l+1] {
					lag = l
					break
				}
			}
		}
		period := float64(lag)
		if lag > minLag && lag < maxLag { // between samples, by a parabola
			y0, y1, y2 := score[lag-1], score[lag], score[lag+1]
			if d := y0 - 2*y1 + y2; d < 0 {
				period += 0.5 * (y0 - y2) / d
			}
		}
		before = low / period
		t.Hz = append(t.Hz, before)
	}
	return t.smooth()
}

func energy(x []float32) float64 {
	var e float64
	for _, v := range x {
		e += float64(v) * float64(v)
	}
	return e
}

// smooth drops lone estimates and takes the median of three.
func (t Track) smooth() Track {
	out := slices.Clone(t.Hz)
	for i := 1; i+1 < len(t.Hz); i++ {
		a, b, c := t.Hz[i-1], t.Hz[i], t.Hz[i+1]
		switch {
		case a == 0 && c == 0:
			out[i] = 0
		case a > 0 && c > 0:
			out[i] = math.Max(math.Min(a, b), math.Min(math.Max(a, b), c))
		}
	}
	t.Hz = out
	return t
}

// At is the pitch at a time in seconds, 0 where there is none.
func (t Track) At(seconds float64) float64 {
	i := int(seconds/t.Hop + 0.5)
	if i < 0 || i >= len(t.Hz) {
		return 0
	}
	return t.Hz[i]
}

// Median is the middle of the voiced estimates in Hz, 0 when there are none.
func (t Track) Median() float64 {
	var v []float64
	for _, hz := range t.Hz {
		if hz > 0 {
			v = append(v, hz)
		}
	}
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/2]
}
