package sound

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// OpenFunc decodes a music file to raw signed 16-bit little-endian stereo at
// 48 kHz. It is called once for every pass over the programme, and again where a
// short track has to repeat.
type OpenFunc func(ctx context.Context, file string) (io.ReadCloser, error)

const (
	trackIn    = rate * 3 / 10 // samples of fade-in
	trackOut   = rate * 5 / 2  // of fade-out at the video's end
	trackCross = rate * 2      // over which a short track runs into its own start
)

// track is a user's music: cut to the video's length and faded; a track that is
// too short starts again under its own end.
type track struct {
	ctx   context.Context //nolint:containedctx // lives as long as one pass
	file  string
	open  OpenFunc
	total int64
	r     io.ReadCloser
	buf   *bufio.Reader
	held  [2][]float32 // the newest trackCross samples, not played yet
	short bool         // too short to repeat; silence follows
}

func newTrack(ctx context.Context, file string, open OpenFunc, total int64) *track {
	return &track{ctx: ctx, file: file, open: open, total: total}
}

// TrackError says that a user's music cannot be played.
type TrackError struct {
	File string
	Err  error
}

func (e *TrackError) Error() string { return fmt.Sprintf("music %s: %v", e.File, e.Err) }
func (e *TrackError) Unwrap() error { return e.Err }

// start opens the file at its beginning.
func (t *track) start() error {
	t.Close()
	r, err := t.open(t.ctx, t.file)
	if err != nil {
		return &TrackError{t.file, err}
	}
	t.r, t.buf = r, bufio.NewReaderSize(r, 1<<16)
	return nil
}

// Close stops decoding.
func (t *track) Close() {
	if t.r != nil {
		t.r.Close()
		t.r = nil
	}
}

// read appends up to n samples to held; fewer means that the file ended.
func (t *track) read(n int) (int, error) {
	raw := make([]byte, 4*n)
	got, err := io.ReadFull(t.buf, raw)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return 0, &TrackError{t.file, err}
	}
	got /= 4
	for i := range got {
		t.held[0] = append(t.held[0], float32(int16(binary.LittleEndian.Uint16(raw[4*i:])))/32768)
		t.held[1] = append(t.held[1], float32(int16(binary.LittleEndian.Uint16(raw[4*i+2:])))/32768)
	}
	return got, nil
}

func (t *track) fill(l, r []float32, at int64) error {
	n := len(l)
	if t.r == nil {
		if err := t.start(); err != nil {
			return err
		}
		if got, err := t.read(trackCross); err != nil {
			return err
		} else if got == 0 {
			return &TrackError{t.file, errors.New("the file holds no sound")}
		}
	}
	for !t.short && len(t.held[0]) < n+trackCross {
		want := n + trackCross - len(t.held[0])
		got, err := t.read(want)
		if err != nil {
			return err
		}
		if got < want {
			if err := t.again(); err != nil {
				return err
			}
		}
	}
	n = min(n, len(t.held[0]))
	copy(l, t.held[0][:n])
	copy(r, t.held[1][:n])
	for c := range t.held {
		t.held[c] = append(t.held[c][:0], t.held[c][n:]...)
	}
	for i := range l {
		p := at + int64(i)
		if p >= trackIn && p < t.total-trackOut {
			continue
		}
		g := float32(smooth(float64(p)/trackIn) * smooth(float64(t.total-1-p)/trackOut))
		l[i] *= g
		r[i] *= g
	}
	return nil
}

// again lays the file's start over its end, which is what held holds last.
func (t *track) again() error {
	tail := min(trackCross, len(t.held[0]))
	if tail < rate/2 { // half a second over and over is no music
		t.short = true
		return nil
	}
	if err := t.start(); err != nil {
		return err
	}
	old := len(t.held[0])
	got, err := t.read(tail)
	if err != nil {
		return err
	}
	if got < tail {
		t.short = true
	}
	for c := range t.held {
		h := t.held[c]
		for i := range got {
			k := float32(smooth(float64(i) / float64(tail)))
			h[old-tail+i] = h[old-tail+i]*(1-k) + h[old+i]*k
		}
		t.held[c] = h[:old]
	}
	return nil
}
