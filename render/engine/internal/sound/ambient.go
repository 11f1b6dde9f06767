package sound

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// Ambient is the sound of a film that plays in a scene: it lies quietly under the
// voice and gives way to it as effects do.
type Ambient struct {
	At, Samples int64 // where it is heard, in samples of the programme
	// Open gives the film's sound from its start as signed 16-bit little-endian stereo
	// at 48 kHz. It is called once for every pass and once before.
	Open func(ctx context.Context) (io.ReadCloser, error)
}

const (
	ambientLUFS = -34.0        // about 14 dB under a voice before the whole is levelled
	ambientFade = rate * 1 / 4 // samples, at both ends
)

// ambience is the sound of all films in one pass.
type ambience struct {
	ctx   context.Context //nolint:containedctx // lives as long as one pass
	all   []Ambient
	gains []float32
	open  map[int]io.ReadCloser
	bufs  map[int]*bufio.Reader
	raw   []byte
}

// ambientGains levels the films' sounds; a silent one stays silent.
func ambientGains(ctx context.Context, all []Ambient) ([]float32, error) {
	gains := make([]float32, len(all))
	for i, a := range all {
		r, err := a.Open(ctx)
		if err != nil {
			return nil, err
		}
		m := NewMeter()
		buf, raw := bufio.NewReaderSize(r, 1<<16), make([]byte, 4*block)
		var l, rt [block]float32
		for left := a.Samples; left > 0; left -= block {
			n, err := io.ReadFull(buf, raw)
			if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
				r.Close()
				return nil, err
			}
			for k := range n / 4 {
				l[k], rt[k] = sampleOf(raw[4*k:]), sampleOf(raw[4*k+2:])
			}
			m.Add(l[:n/4], rt[:n/4])
			if n < len(raw) {
				break
			}
		}
		r.Close()
		if got := m.LUFS(); !math.IsInf(got, -1) {
			gains[i] = float32(fromDB(min(12, ambientLUFS-got)))
		}
	}
	return gains, nil
}

func sampleOf(b []byte) float32 { return float32(int16(binary.LittleEndian.Uint16(b))) / 32768 }

func newAmbience(ctx context.Context, all []Ambient, gains []float32) *ambience {
	return &ambience{ctx: ctx, all: all, gains: gains, open: map[int]io.ReadCloser{}, bufs: map[int]*bufio.Reader{}}
}

// fill adds what is heard from sample at on.
func (m *ambience) fill(l, r []float32, at int64) error {
	for i, a := range m.all {
		from, to := max(at, a.At), min(at+int64(len(l)), a.At+a.Samples)
		if from >= to || m.gains[i] == 0 {
			continue
		}
		if m.open[i] == nil {
			in, err := a.Open(m.ctx)
			if err != nil {
				return err
			}
			m.open[i], m.bufs[i] = in, bufio.NewReaderSize(in, 1<<16)
		}
		m.raw = append(m.raw[:0], make([]byte, 4*(to-from))...)
		n, err := io.ReadFull(m.bufs[i], m.raw)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return err
		}
		for k := range int64(n / 4) { // a film that ends is silent from there on
			p := from + k - a.At
			g := m.gains[i] * float32(smooth(float64(p)/ambientFade)*smooth(float64(a.Samples-1-p)/ambientFade))
			l[from-at+k] += g * sampleOf(m.raw[4*k:])
			r[from-at+k] += g * sampleOf(m.raw[4*k+2:])
		}
		if to == a.At+a.Samples {
			m.open[i].Close()
			delete(m.open, i)
			m.gains[i] = 0 // over, in this pass
		}
	}
	return nil
}

func (m *ambience) close() {
	for _, r := range m.open {
		r.Close()
	}
}
