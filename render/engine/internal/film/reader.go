package film

import (
	"context"
	"fmt"
	"image"
	"io"
	"strconv"

	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/pixel"
	"gitops.video/render/render/engine/internal/scene"
)

// Reader streams a prepared film. It is for one goroutine; two pictures of it are in
// memory, four where a short film runs over into its own beginning.
type Reader struct {
	size   image.Point
	length int // frames of the file
	seam   int // frames over which its end dissolves into its start; 0 = it ends with its last
	main   stream
	head   stream
	frames [2]*scene.Sprite
	turn   int
	shown  [3]int // what frames[turn] holds: the three numbers of place
	over   []byte
	err    error
}

// Open starts reading the film at path as Prepare made it for s.
func Open(ctx context.Context, path string, s Spec) (*Reader, error) {
	p, err := ffmpeg.Inspect(ctx, path)
	if err != nil {
		return nil, err
	}
	if p.Video == nil || p.Video.Frames <= 0 || p.Video.Width != s.Size.X || p.Video.Height != s.Size.Y {
		return nil, fmt.Errorf("prepared film is not %d×%d", s.Size.X, s.Size.Y)
	}
	r := &Reader{size: s.Size, length: p.Video.Frames, shown: [3]int{-1}}
	// A film that lacks a moment stands on its last picture for it: seeing it begin
	// again just before the cut would be worse.
	if r.length+s.FPS*hold/10 < min(s.Frames, s.Shown) {
		r.seam = min(s.FPS/2, r.length/3)
	}
	r.main = stream{ctx: ctx, path: path, fps: s.FPS, bytes: 4 * s.Size.X * s.Size.Y}
	r.head = r.main
	for i := range r.frames {
		r.frames[i] = &scene.Sprite{Img: image.NewRGBA(image.Rectangle{Max: s.Size}), Opaque: true}
	}
	return r, nil
}

// hold is the tenths of a second for which a film's last picture may stand.
const hold = 8

// Frame gives frame n, over and over when the film is shorter; nil when it cannot be
// read. The sprite stays as it is until the second call after this one. Frames in
// order come quickly, jumps take longer.
func (r *Reader) Frame(n int) *scene.Sprite {
	if r.err != nil {
		return nil
	}
	at := r.place(max(0, n))
	if at == r.shown {
		return r.frames[r.turn]
	}
	r.turn, r.shown = 1-r.turn, at
	img := r.frames[r.turn].Img
	r.err = r.main.at(at[0], img.Pix)
	if mix := at[1]; r.err == nil && mix > 0 {
		if r.over == nil {
			r.over = make([]byte, len(img.Pix))
		}
		if r.err = r.head.at(at[2], r.over); r.err == nil {
			pixel.Mix(img.Pix, img.Pix, r.over, uint32(mix))
		}
	}
	if r.err != nil {
		return nil
	}
	return r.frames[r.turn]
}

// place maps a frame of the scene to one of the file, and within the seam to how
// many 256ths of which other frame show through.
func (r *Reader) place(n int) [3]int {
	period := r.length - r.seam
	k := n
	if r.seam == 0 {
		return [3]int{min(k, r.length-1), 0, 0}
	}
	if k >= r.length {
		k = r.seam + (n-r.seam)%period
	}
	if over := k - period; over >= 0 {
		return [3]int{k, (over + 1) * 256 / (r.seam + 1), over}
	}
	return [3]int{k, 0, 0}
}

// Err is what went wrong while frames were read.
func (r *Reader) Err() error { return r.err }

// Close ends the processes behind the film.
func (r *Reader) Close() {
	r.main.close()
	r.head.close()
}

// stream decodes a prepared file from some frame on.
type stream struct {
	ctx   context.Context //nolint:containedctx // lives as long as the film is open
	path  string
	fps   int
	bytes int
	out   *ffmpeg.Output
	next  int
}

// at reads frame k into dst.
func (s *stream) at(k int, dst []byte) error {
	if s.out != nil && (k < s.next || k > s.next+s.fps) {
		s.close()
	}
	if s.out == nil {
		if err := s.start(k); err != nil {
			return err
		}
	}
	for ; s.next <= k; s.next++ {
		if _, err := io.ReadFull(s.out, dst); err != nil {
			if e := s.out.End(); e != nil {
				err = e
			}
			s.out = nil
			return fmt.Errorf("film frame %d: %w", s.next, err)
		}
	}
	return nil
}

func (s *stream) start(k int) error {
	var args []string
	if k > 0 {
		// Half a frame early: no rounding can then lose the frame.
		args = append(args, "-ss", strconv.FormatFloat((float64(k)-.5)/float64(s.fps), 'f', 6, 64))
	}
	args = append(args, "-threads", "1", "-protocol_whitelist", "file", "-i", s.path, "-map", "0:v:0", "-fps_mode", "passthrough",
		"-vf", "scale=in_color_matrix=bt709:in_range=tv:out_range=pc,format=rgba", "-f", "rawvideo", "pipe:1")
	out, err := ffmpeg.Open(s.ctx, "film", args...)
	s.out, s.next = out, k
	return err
}

func (s *stream) close() {
	if s.out != nil {
		s.out.Close()
		s.out = nil
	}
}
