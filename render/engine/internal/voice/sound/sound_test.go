package sound

import (
	"math"
	"math/rand/v2"
	"testing"
)

// buzz is a vowel-like tone: harmonics of hz under two resonances, with the
// breath that any voice has.
func buzz(rate int, seconds, hz float64) []float32 {
	pcm := make([]float32, int(seconds*float64(rate)))
	rng := rand.New(rand.NewPCG(1, 1))
	for i := range pcm {
		pcm[i] = float32(0.002 * rng.NormFloat64())
	}
	for h := 1; float64(h)*hz < 5000; h++ {
		f := float64(h) * hz
		level := 0.1 / float64(h)
		for _, r := range []float64{700, 1200} {
			level += 0.3 / (1 + math.Pow((f-r)/90, 2)) * 700 / r
		}
		for i := range pcm {
			pcm[i] += float32(level * math.Cos(2*math.Pi*f*float64(i)/float64(rate)))
		}
	}
	top := Peak(pcm)
	for i := range pcm {
		pcm[i] *= float32(0.5 / top)
	}
	return pcm
}

func tone(rate int, seconds, hz float64) []float32 {
	pcm := make([]float32, int(seconds*float64(rate)))
	for i := range pcm {
		pcm[i] = float32(0.5 * math.Sin(2*math.Pi*hz*float64(i)/float64(rate)))
	}
	return pcm
}

func TestResampleKeepsTonesAndStopsAliases(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, to int
		hz       float64
		kept     bool
	}{{22050, 48000, 1000, true}, {22050, 48000, 9000, true}, {19200, 48000, 4000, true}, {48000, 8000, 1000, true}, {48000, 8000, 6000, false}, {48000, 22050, 13000, false}} {
		in := tone(c.from, 0.5, c.hz)
		out := Resample(in, c.from, c.to)
		if want := len(in) * c.to / c.from; math.Abs(float64(len(out)-want)) > 1 {
			t.Errorf("%d→%d: %d samples, want %d", c.from, c.to, len(out), want)
		}
		mid := out[len(out)/4 : 3*len(out)/4]
		db := 20 * math.Log10(RMS(mid)/(0.5/math.Sqrt2)+1e-9)
		if c.kept && math.Abs(db) > 0.2 || !c.kept && db > -70 {
			t.Errorf("%d→%d: %.0f Hz comes out at %.1f dB", c.from, c.to, c.hz, db)
		}
		if c.kept { // nothing but the tone
			var worst float64
			want := tone(c.to, 0.5, c.hz)
			for i := len(out) / 4; i < 3*len(out)/4; i++ {
				worst = math.Max(worst, math.Abs(float64(out[i]-want[i])))
			}
			if worst > 0.01 {
				t.Errorf("%d→%d: %.0f Hz is off by %.4f", c.from, c.to, c.hz, worst)
			}
		}
	}
}

func TestPitch(t *testing.T) {
	t.Parallel()
	for _, hz := range []float64{90, 130, 200, 310} {
		if got := Pitch(buzz(22050, 0.6, hz), 22050).Median(); math.Abs(got/hz-1) > 0.02 {
			t.Errorf("%.0f Hz is measured as %.1f", hz, got)
		}
	}
	if got := Pitch(make([]float32, 22050), 22050).Median(); got != 0 {
		t.Errorf("silence has a pitch of %.1f Hz", got)
	}
}

// Shift moves the pitch and leaves the resonances, the length and the level.
func TestShift(t *testing.T) {
	t.Parallel()
	const rate = 22050
	in := buzz(rate, 0.8, 190)
	for _, factor := range []float64{0.65, 0.8, 1.08} {
		out := Shift(in, rate, factor)
		if len(out) != len(in) {
			t.Fatalf("%d samples of %d", len(out), len(in))
		}
		if got := Pitch(out, rate).Median(); math.Abs(got/(190*factor)-1) > 0.04 {
			t.Errorf("×%.2f: pitch %.1f Hz, want %.1f", factor, got, 190*factor)
		}
		if db := 20 * math.Log10(RMS(out)/RMS(in)); math.Abs(db) > 1.5 {
			t.Errorf("×%.2f: level changes by %.1f dB", factor, db)
		}
		if a, b := centroid(in, rate), centroid(out, rate); math.Abs(b/a-1) > 0.12 {
			t.Errorf("×%.2f: resonances move from %.0f to %.0f Hz", factor, a, b)
		}
		for i, v := range out {
			if math.IsNaN(float64(v)) || v > 1 || v < -1 {
				t.Fatalf("×%.2f: sample %d is %v", factor, i, v)
			}
		}
	}
	same := Shift(in, rate, 1)
	for i := range in {
		if same[i] != in[i] {
			t.Fatal("a factor of 1 changes samples")
		}
	}
}

// centroid is the mean frequency of the power between 300 and 2000 Hz.
func centroid(pcm []float32, rate int) float64 {
	var sum, weight float64
	for hz := 300.0; hz < 2000; hz += 20 {
		var re, im float64
		for i, v := range pcm {
			s, c := math.Sincos(2 * math.Pi * hz * float64(i) / float64(rate))
			re, im = re+float64(v)*c, im+float64(v)*s
		}
		p := re*re + im*im
		sum, weight = sum+p*hz, weight+p
	}
	return sum / weight
}

func TestLevelFadeAndVoiced(t *testing.T) {
	t.Parallel()
	const rate = 48000
	pcm := append(append(make([]float32, rate/2), tone(rate, 1, 300)...), make([]float32, rate/4)...)
	for i := range pcm {
		pcm[i] *= 0.02
	}
	Level(pcm, rate, -20)
	from, to := Voiced(pcm, rate, 40)
	if math.Abs(float64(from)-rate/2) > rate/100 || math.Abs(float64(to)-1.5*rate) > rate/100 {
		t.Errorf("sound found at %d–%d", from, to)
	}
	if db := 20 * math.Log10(RMS(pcm[from:to])); math.Abs(db+20) > 0.5 {
		t.Errorf("level %.1f dBFS", db)
	}
	cut := append([]float32(nil), pcm[from:to]...)
	Fade(cut, 480, 480)
	if cut[0] != 0 || cut[len(cut)-1] != 0 {
		t.Errorf("edges %v, %v", cut[0], cut[len(cut)-1])
	}
	loud := tone(rate, 0.5, 200)
	Compress(loud, rate, -20, 3)
	if db := 20 * math.Log10(RMS(loud[rate/4:])/(0.5/math.Sqrt2)); db > -4 || db < -12 {
		t.Errorf("compressed by %.1f dB", db)
	}
	Level(make([]float32, 100), rate, -20) // silence stays
}

// A loud hiss is softened, a soft one and everything below are left alone.
func TestDeEss(t *testing.T) {
	t.Parallel()
	const rate = 48000
	tone := func(hz, level float64) []float32 {
		x := make([]float32, rate/2)
		for i := range x {
			x[i] = float32(level * math.Sqrt2 * math.Sin(2*math.Pi*hz*float64(i)/rate))
		}
		return x
	}
	for _, c := range []struct{ hz, db, want float64 }{{7500, -18, -23.6}, {7500, -24, -25.9}, {7500, -30, -30}, {300, -12, -12}, {1500, -12, -12}} {
		x := tone(c.hz, math.Pow(10, c.db/20))
		DeEss(x, rate, -26, 3)
		if got := 20 * math.Log10(RMS(x[rate/8:])); math.Abs(got-c.want) > 0.8 {
			t.Errorf("%.0f Hz at %.0f dB becomes %.1f dB, want %.1f", c.hz, c.db, got, c.want)
		}
	}
}
