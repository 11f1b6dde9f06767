package engine

import (
	"context"
	"errors"
	"sync"

	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/transition"
	"gitops.video/render/render/engine/internal/x264"
)

// desk is one worker's place. A frame takes 8 MB at 1080p and a stage several of
// them, so it holds the stages that are being drawn, and no other.
type desk struct {
	ctx    context.Context //nolint:containedctx // of the work that is done here
	show   *show
	stages map[int]*composite.Compositor
	films  map[int]*projector // the stages'
	back   bool               // works from the end of the video to its start
	enc    *encode.Encoder
	*workshop
}

// workshop is what the desks of a video share: frames' memory, and the places where
// two stages can stand at once.
type workshop struct {
	joints chan []uint8 // frames of the yuv420p of a junction, one for each that may be drawn at a time

	mu    sync.Mutex
	spare []*composite.Compositor
}

func newWorkshop(places int) *workshop {
	w := &workshop{joints: make(chan []uint8, places)}
	for range places {
		w.joints <- nil
	}
	return w
}

// compositor prepares st's frames, in memory that another stage has left if any has.
func (w *workshop) compositor(st *scene.Stage, fps int) *composite.Compositor {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := len(w.spare) - 1
	if n < 0 {
		return composite.New(st, fps)
	}
	c := w.spare[n]
	w.spare = w.spare[:n]
	c.Show(st)
	return c
}

func (w *workshop) leave(c *composite.Compositor) {
	c.Clear()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.spare = append(w.spare, c)
}

func newDesk(ctx context.Context, s *show, w *workshop, back bool) *desk {
	return &desk{ctx: ctx, show: s, stages: map[int]*composite.Compositor{}, films: map[int]*projector{}, back: back, enc: encode.NewEncoder(s.set), workshop: w}
}

// close ends what plays on the stages, and the encoder.
func (d *desk) close() {
	d.enc.Close()
	for _, p := range d.films {
		p.Close()
	}
}

// sit takes a seat. Where all are taken, as by a programme's sound, the desk's encoder
// ends: its memory at 1080p is 100 MB, and another begins in a moment.
func (d *desk) sit(seats chan<- struct{}) error {
	select {
	case seats <- struct{}{}:
		return nil
	default:
	}
	d.enc.Close()
	select {
	case seats <- struct{}{}:
		return nil
	case <-d.ctx.Done():
		return d.ctx.Err()
	}
}

// err is what went wrong with the films on the stages.
func (d *desk) err() error {
	var errs []error
	for _, p := range d.films {
		errs = append(errs, p.Err())
	}
	return errors.Join(errs...)
}

// keep takes every stage down but those from scene first to scene last.
func (d *desk) keep(first, last int) {
	for k, c := range d.stages {
		if k < first || k > last {
			d.films[k].Close()
			delete(d.stages, k)
			delete(d.films, k)
			d.leave(c)
		}
	}
}

// stage is the compositor of scene i.
func (d *desk) stage(i int) (*composite.Compositor, error) {
	if c := d.stages[i]; c != nil {
		return c, nil
	}
	p := &projector{ctx: d.ctx, show: d.show, scene: i}
	st, err := d.show.stage(i, p)
	if err != nil {
		return nil, err
	}
	d.films[i] = p
	c := d.compositor(st, d.show.set.FPS)
	d.stages[i] = c
	return c, nil
}

// source is the function that draws segment g's frames, by their number in the scene.
// A junction's are drawn into joint.
func (d *desk) source(g segment, joint []uint8) (encode.Frames, error) {
	if !g.junction {
		d.keep(g.scene, g.scene)
		c, err := d.stage(g.scene)
		if err != nil {
			return nil, err
		}
		return shown(c), nil
	}
	d.keep(g.scene-1, g.scene)
	out, err := d.stage(g.scene - 1)
	if err != nil {
		return nil, err
	}
	in, err := d.stage(g.scene)
	if err != nil {
		return nil, err
	}
	return d.junction(out, in, g.scene, joint), nil
}

// What a compositor knows of its tiles is what an encoder wants to know of its
// macroblocks. (This does not compile where their sides differ.)
var _ = [1]struct{}{}[composite.Tile-x264.Macroblock]

// shown is what c shows, frame by frame.
func shown(c *composite.Compositor) encode.Frames {
	return func(n int) encode.Frame { return encode.Frame{Pix: c.YUV(n), Changed: c.Changed()} }
}

func (d *desk) encode(ctx context.Context, g segment, path string, tick func(int)) error {
	var joint []uint8
	if g.junction { // two stages stand, which not all desks do at once
		select {
		case joint = <-d.joints:
			if joint == nil {
				joint = make([]uint8, composite.FrameBytes(d.show.set.Size))
			}
			defer func() { d.joints <- joint }()
		case <-ctx.Done():
			return ctx.Err()
		}
		next := g.scene
		if d.back {
			next--
		}
		defer d.keep(next, next)
	}
	frame, err := d.source(g, joint)
	if err != nil {
		return err
	}
	frame = watched(ctx, d.show.set.Size, frame)
	err = d.enc.Segment(ctx, path, g.first, g.count, func(n int) encode.Frame {
		f := frame(n)
		if k := n - g.first; k%15 == 14 || k == g.count-1 {
			tick(k%15 + 1)
		}
		return f
	})
	if ferr := d.err(); ferr != nil {
		return ferr
	}
	return err
}

// junction is the end of the scene before scene i mixed with scene i's start, in joint. The
// old scene goes on living past its end while it leaves.
func (d *desk) junction(out, in *composite.Compositor, i int, joint []uint8) encode.Frames {
	s := d.show
	spec := s.transition(i)
	before, count := s.talk.cuts[i-1].Count, s.junctionFrames(i)
	return func(n int) encode.Frame {
		transition.Draw(joint, out.YUV(before+n), in.YUV(n), s.set.Size, float64(n+1)/float64(count+1), spec)
		return encode.Frame{Pix: joint}
	}
}
