package sound

import (
	"encoding/binary"
	"fmt"
	"io"
)

// wavWriter streams 16-bit stereo at 48 kHz. Its length is known before the
// first sample, so that the header needs no seeking back.
type wavWriter struct {
	w     io.Writer
	raw   []byte
	noise noise
}

func newWAV(w io.Writer, samples int64) (*wavWriter, error) {
	size := samples * 4
	if size > 1<<32-64 {
		return nil, fmt.Errorf("a WAV file cannot hold %d samples", samples)
	}
	h := make([]byte, 0, 44)
	h = append(h, "RIFF"...)
	h = binary.LittleEndian.AppendUint32(h, uint32(36+size))
	h = append(h, "WAVEfmt "...)
	h = binary.LittleEndian.AppendUint32(h, 16)
	h = binary.LittleEndian.AppendUint16(h, 1) // PCM
	h = binary.LittleEndian.AppendUint16(h, 2)
	h = binary.LittleEndian.AppendUint32(h, rate)
	h = binary.LittleEndian.AppendUint32(h, rate*4)
	h = binary.LittleEndian.AppendUint16(h, 4)
	h = binary.LittleEndian.AppendUint16(h, 16)
	h = append(h, "data"...)
	h = binary.LittleEndian.AppendUint32(h, uint32(size))
	if _, err := w.Write(h); err != nil {
		return nil, fmt.Errorf("write audio: %w", err)
	}
	return &wavWriter{w: w, noise: 1}, nil
}

// write appends samples, rounded with triangular dither. Digital silence stays
// silence.
func (w *wavWriter) write(l, r []float32) error {
	w.raw = w.raw[:0]
	for i := range l {
		w.raw = binary.LittleEndian.AppendUint16(w.raw, uint16(w.quantise(l[i])))
		w.raw = binary.LittleEndian.AppendUint16(w.raw, uint16(w.quantise(r[i])))
	}
	if _, err := w.w.Write(w.raw); err != nil {
		return fmt.Errorf("write audio: %w", err)
	}
	return nil
}

func (w *wavWriter) quantise(x float32) int16 {
	if x == 0 {
		return 0
	}
	v := x*32767 + (w.noise.next()+w.noise.next())/2
	if v < 0 {
		v -= .5
	} else {
		v += .5
	}
	return int16(min(32767, max(-32768, v)))
}

// noise is a small fast generator of white noise (xorshift64); its state must
// not be zero.
type noise uint64

// next is uniform in −1…1.
func (n *noise) next() float32 {
	x := uint64(*n)
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*n = noise(x)
	return float32(int32(x>>32)) / (1 << 31)
}

// wavHeader reads up to the samples of a 16-bit 48 kHz WAV stream.
func wavHeader(r io.Reader) (channels int, err error) {
	var h [12]byte
	if _, err := io.ReadFull(r, h[:]); err != nil {
		return 0, fmt.Errorf("read WAV header: %w", err)
	}
	if string(h[:4]) != "RIFF" || string(h[8:]) != "WAVE" {
		return 0, fmt.Errorf("not a WAV file: it starts with %q", h[:4])
	}
	for {
		var c [8]byte
		if _, err := io.ReadFull(r, c[:]); err != nil {
			return 0, fmt.Errorf("WAV file has no samples: %w", err)
		}
		size := int64(binary.LittleEndian.Uint32(c[4:]))
		switch string(c[:4]) {
		case "data":
			if channels == 0 {
				return 0, fmt.Errorf("WAV file has samples before their format")
			}
			return channels, nil
		case "fmt ":
			if size < 16 || size > 1024 {
				return 0, fmt.Errorf("WAV format chunk of %d bytes", size)
			}
			f := make([]byte, size)
			if _, err := io.ReadFull(r, f); err != nil {
				return 0, fmt.Errorf("read WAV header: %w", err)
			}
			channels = int(binary.LittleEndian.Uint16(f[2:]))
			hz, bits := binary.LittleEndian.Uint32(f[4:]), binary.LittleEndian.Uint16(f[14:])
			if hz != rate || bits != 16 || channels < 1 || channels > 2 {
				return 0, fmt.Errorf("WAV file is %d Hz, %d bits, %d channels; want 48000 Hz, 16 bits, 1 or 2", hz, bits, channels)
			}
		default:
			if _, err := io.CopyN(io.Discard, r, size+size&1); err != nil {
				return 0, fmt.Errorf("read WAV header: %w", err)
			}
		}
	}
}
