package sound

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// tick is the stretch of 100 ms in which loudness is summed; four make one
// block of the standard, which gives its 75 % overlap.
const tick = 4800

// Meter measures stereo at 48 kHz after ITU-R BS.1770-4: gated integrated
// loudness and, four times oversampled, the true peak.
type Meter struct {
	left, right kWeight
	sum         float64
	n           int
	ticks       []float64 // K-weighted power of both channels, a tick each
	peaks       [2]oversampler
	top         float64
}

// NewMeter returns a meter at silence.
func NewMeter() *Meter { return &Meter{left: newKWeight(), right: newKWeight()} }

// Add measures the next samples; l and r are of one length.
func (m *Meter) Add(l, r []float32) {
	for i := range l {
		a, b := m.left.step(float64(l[i])), m.right.step(float64(r[i]))
		m.sum += a*a + b*b
		if m.n++; m.n == tick {
			m.ticks = append(m.ticks, m.sum/tick)
			m.sum, m.n = 0, 0
		}
	}
	m.left.settle()
	m.right.settle()
	m.top = max(m.top, m.peaks[0].peak(l, m.top), m.peaks[1].peak(r, m.top))
}

// LUFS is the integrated loudness so far; −∞ for silence and for less than 400 ms.
func (m *Meter) LUFS() float64 { return integrated(m.ticks) }

// TruePeak is the highest true peak so far in dBTP; −∞ for silence.
func (m *Meter) TruePeak() float64 { return toDB(m.top) }

// integrated gates blocks of four ticks at −70 LUFS and then 10 LU under the
// mean of the rest.
func integrated(ticks []float64) float64 {
	var blocks []float64
	for i := 3; i < len(ticks); i++ {
		blocks = append(blocks, (ticks[i-3]+ticks[i-2]+ticks[i-1]+ticks[i])/4)
	}
	gated := func(gate float64) float64 {
		sum, n := 0.0, 0
		for _, b := range blocks {
			if b > gate {
				sum += b
				n++
			}
		}
		if n == 0 {
			return 0
		}
		return sum / float64(n)
	}
	mean := gated(power(-70))
	return lufs(gated(max(power(-70), mean/10)))
}

func lufs(power float64) float64 { return -.691 + 10*math.Log10(power) }
func power(lufs float64) float64 { return math.Pow(10, (lufs+.691)/10) }

// taps is how many neighbours an oversampled value is made of.
const taps = 16

// phases holds the three interpolating filters between two samples: sinc under
// a Kaiser window, each normalised to unity gain at zero frequency.
var phases = func() (p [3][taps]float64) {
	bessel := func(x float64) float64 {
		sum, term := 1.0, 1.0
		for k := 1.0; k < 25; k++ {
			term *= (x / (2 * k)) * (x / (2 * k))
			sum += term
		}
		return sum
	}
	for j := range p {
		frac, sum := float64(j+1)/4, 0.0
		for i := range p[j] {
			t := float64(i) - (taps/2 - 1) - frac
			x := math.Pi * t
			u := t / (taps / 2)
			p[j][i] = math.Sin(x) / x * bessel(6*math.Sqrt(max(0, 1-u*u))) / bessel(6)
			sum += p[j][i]
		}
		for i := range p[j] {
			p[j][i] /= sum
		}
	}
	return
}()

// overshoot bounds how far a value between samples can lie above the largest of
// the samples it is made of: no filter's absolute coefficients add up to more.
var overshoot = func() float64 {
	top := 1.0
	for _, p := range phases {
		sum := 0.0
		for _, c := range p {
			sum += math.Abs(c)
		}
		top = max(top, sum)
	}
	return top
}()

// oversampler finds peaks between the samples of one channel. It keeps the last
// samples of one call for the next.
type oversampler struct {
	buf  []float32
	keep [taps - 1]float32
}

// peak returns the largest of floor and |x| oversampled. Values that cannot
// exceed floor are not computed.
func (o *oversampler) peak(x []float32, floor float64) float64 {
	o.buf = append(append(o.buf[:0], o.keep[:]...), x...)
	copy(o.keep[:], o.buf[len(o.buf)-(taps-1):])
	loud := -1 // the newest sample that could lift a value above floor
	for i, v := range o.buf {
		if math.Abs(float64(v))*overshoot > floor {
			loud = i
		}
		if first := i - (taps - 1); first >= 0 && loud >= first {
			floor = max(floor, between((*[taps]float32)(o.buf[first:i+1])))
		}
	}
	return floor
}

// between is the largest magnitude from w's middle sample up to the next.
func between(w *[taps]float32) float64 {
	top := math.Abs(float64(w[taps/2-1]))
	for j := range phases {
		sum, p := 0.0, &phases[j]
		for i, v := range w {
			sum += float64(v) * p[i]
		}
		top = max(top, math.Abs(sum))
	}
	return top
}

// Loudness measures a 16-bit 48 kHz WAV file, mono (as both channels, the way it
// will play) or stereo.
func Loudness(r io.Reader) (*Meter, error) {
	m := NewMeter()
	if err := eachTick(r, m.Add); err != nil {
		return nil, fmt.Errorf("measure loudness: %w", err)
	}
	// Flush the peak filter.
	zero := make([]float32, taps)
	m.top = max(m.top, m.peaks[0].peak(zero, m.top), m.peaks[1].peak(zero, m.top))
	return m, nil
}

// PeakOver returns the true peak of such a file in dBTP, or floor where it is not
// higher, which costs little to find out.
func PeakOver(r io.Reader, floor float64) (float64, error) {
	var peaks [2]oversampler
	top := fromDB(floor)
	look := func(l, r []float32) { top = max(peaks[0].peak(l, top), peaks[1].peak(r, top)) }
	if err := eachTick(r, look); err != nil {
		return 0, fmt.Errorf("measure peaks: %w", err)
	}
	look(make([]float32, taps), make([]float32, taps))
	return toDB(top), nil
}

// eachTick reads a WAV file a tick at a time.
func eachTick(r io.Reader, add func(l, r []float32)) error {
	channels, err := wavHeader(r)
	if err != nil {
		return err
	}
	raw := make([]byte, 2*channels*tick)
	l, rt := make([]float32, tick), make([]float32, tick)
	for {
		n, err := io.ReadFull(r, raw)
		frames := n / (2 * channels)
		for i := range frames {
			l[i] = float32(int16(binary.LittleEndian.Uint16(raw[2*channels*i:]))) / 32768
			rt[i] = l[i]
			if channels == 2 {
				rt[i] = float32(int16(binary.LittleEndian.Uint16(raw[4*i+2:]))) / 32768
			}
		}
		add(l[:frames], rt[:frames])
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
