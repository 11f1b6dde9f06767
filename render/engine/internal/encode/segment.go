package encode

import (
	"context"
	"fmt"
	"os"

	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/x264"
)

// Frame is one picture as yuv420p, and where it may differ from the one before.
type Frame = x264.Frame

// Frames yields frame after frame; each is valid until the next call.
type Frames func(n int) Frame

// Encoder makes the segments of one video, one after another. It is for one goroutine.
type Encoder struct {
	set  Settings
	x264 *x264.Encoder // nil until the first segment, and where ffmpeg encodes

	plain bool // tell it nothing of what stands still: for comparing with ffmpeg
}

// NewEncoder returns an encoder; nothing starts yet. Close it.
func NewEncoder(s Settings) *Encoder { return &Encoder{set: s} }

// Close ends what has been started. The next segment starts it again.
func (e *Encoder) Close() {
	if e.x264 != nil {
		e.x264.Close()
		e.x264 = nil
	}
}

// Identity names everything that decides the bytes of a segment beside its frames:
// programs and settings.
func (s Settings) Identity() (string, error) {
	ff, err := ffmpeg.Version()
	if err != nil {
		return "", err
	}
	direct := ""
	if s.h264() {
		direct = x264.Build()
	}
	return fmt.Sprint(ff, direct, s.SegmentArgs("")), nil
}

// Segment encodes frames first … first+count−1 into path. ctx ends the encoder, and
// with it those of later segments.
func (e *Encoder) Segment(ctx context.Context, path string, first, count int, frames Frames) error {
	if !e.set.h264() || x264.Build() == "" {
		return e.set.pipe(ctx, path, first, count, frames)
	}
	if e.x264 == nil {
		var err error
		if e.x264, err = x264.Start(ctx, e.set.Size); err != nil {
			return err
		}
	}
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("segment: %w", err)
	}
	defer f.Close()
	preset, params := e.set.x264()
	var t *track
	err = e.x264.Encode(x264.Options{FPS: e.set.FPS, Preset: preset, Params: params, Plain: e.plain}, count,
		func(i int) Frame { return frames(first + i) },
		func(header []byte) (err error) { t, err = newTrack(f, e.set, header); return err },
		func(s x264.Sample) error { return t.sample(s.Data, s.Key) })
	if err == nil {
		err = t.close()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// pipe encodes by ffmpeg.
func (s Settings) pipe(ctx context.Context, path string, first, count int, frames Frames) error {
	p, err := ffmpeg.Start(ctx, "segment", s.SegmentArgs(path)...)
	if err != nil {
		return err
	}
	var werr error
	for n := first; n < first+count && ctx.Err() == nil; n++ {
		if _, werr = p.Write(frames(n).Pix); werr != nil {
			break // ffmpeg ended early; Wait knows why
		}
	}
	if err := p.Wait(); err != nil {
		return err
	}
	if werr != nil {
		return fmt.Errorf("write frames: %w", werr)
	}
	return ctx.Err()
}
