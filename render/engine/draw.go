package engine

import (
	"context"
	"errors"
	"image"
	"sync"

	"golang.org/x/sync/errgroup"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/transition"
)

// segment is a run of frames that is encoded on its own: the body of a scene, the
// junction that brings the scene on from the one before, or what is seen while the
// scene waits for the next after its own words. Each has its own segment so that an
// edit dirties one body, two junctions, and some waits.
type segment struct {
	scene    int
	junction bool
	wait     bool
	first    int // frame within the scene
	count    int
	key      string
	path     string // finished file
}

// segments cuts the show into segments, in order.
func (s *show) segments() []segment {
	var out []segment
	for i, c := range s.talk.cuts {
		j := s.junctionFrames(i)
		if j > 0 {
			out = append(out, segment{scene: i, junction: true, count: j})
		}
		own := s.own(i)
		if own > j {
			out = append(out, segment{scene: i, first: j, count: own - j})
		}
		if c.Count > own {
			out = append(out, segment{scene: i, wait: true, first: own, count: c.Count - own})
		}
	}
	for k := range out {
		out[k].key = s.key(out[k])
	}
	return out
}

// fadeOut is how long before its end the last scene begins to look different for
// being the last, seconds.
const fadeOut = .5

// own is how many frames of scene i do not depend on how long it waits.
func (s *show) own(i int) int {
	c := s.talk.cuts[i]
	if i == len(s.talk.cuts)-1 {
		return max(0, min(c.Own, c.Count-int(fadeOut*float64(s.set.FPS))))
	}
	return c.Own
}

// junctionFrames is how many frames of scene i its transition takes, at most a
// third of the scene.
func (s *show) junctionFrames(i int) int {
	if i == 0 {
		return 0
	}
	t := s.board.Scenes[i].Transition
	n := int(transition.Seconds(t.Kind, t.Seconds)*float64(s.set.FPS) + .5)
	return min(n, s.own(i)/3)
}

// draw makes every segment of a share that neither the cache nor the share's pieces
// hold, and returns the share's segments, in order.
//
// Workers come in pairs that walk the missing segments from both ends towards each
// other: neighbours share stages, so each worker keeps the two it needs, and the
// pair meets wherever the work turns out to be halved.
func (e *Engine) draw(ctx context.Context, s *show, share share, progress render.Progress) ([]string, made, error) {
	segs := share.of(s.segments())
	ext := s.set.SegmentName("")
	var missing []int
	dirty := map[int]bool{}
	for i := range segs {
		if segs[i].path = e.cache.Get(segs[i].key, ext); segs[i].path == "" {
			if err := e.fetch(ctx, share.pieces, &segs[i], ext); err != nil {
				return nil, made{}, err
			}
		} else if share.parts > 1 { // drawn here before, for another video
			if err := share.pieces.Share(ctx, segs[i].key+ext, segs[i].path); err != nil {
				return nil, made{}, err
			}
		}
		if segs[i].path == "" {
			missing = append(missing, i)
			dirty[segs[i].scene] = dirty[segs[i].scene] || !segs[i].junction && !segs[i].wait
		}
	}
	count := made{}
	for i := range s.board.Scenes {
		if dirty[i] {
			count.rendered++
		} else {
			count.reused++
		}
	}
	if len(missing) > 0 {
		progress("queued", 0)
		select {
		case e.drawing <- struct{}{}:
			defer func() { <-e.drawing }()
		case <-ctx.Done():
			return nil, count, ctx.Err()
		}
	}
	total, done := 0, 0
	for _, i := range missing {
		total += segs[i].count
	}
	var mu sync.Mutex
	tick := func(n int) {
		mu.Lock()
		done += n
		p := 100 * float64(done) / float64(total)
		mu.Unlock()
		progress("draw", p)
	}
	g, ctx := errgroup.WithContext(ctx)
	pairs := max(1, (e.workers+1)/2)
	for p := range pairs {
		span := missing[len(missing)*p/pairs : len(missing)*(p+1)/pairs]
		lo, hi := 0, len(span)
		take := func(front bool) (int, bool) {
			mu.Lock()
			defer mu.Unlock()
			if lo >= hi {
				return 0, false
			}
			if front {
				lo++
				return span[lo-1], true
			}
			hi--
			return span[hi], true
		}
		for w := range min(2, e.workers) {
			g.Go(func() error {
				desk := newDesk(ctx, s)
				defer desk.close()
				for {
					i, ok := take(w == 0)
					if !ok {
						return nil
					}
					path, err := e.cache.Put(segs[i].key, ext, func(path string) error {
						return desk.encode(ctx, segs[i], path, tick)
					})
					if err != nil {
						return err
					}
					segs[i].path = path
					if share.pieces != nil {
						if err := share.pieces.Share(ctx, segs[i].key+ext, path); err != nil {
							return err
						}
					}
				}
			})
		}
	}
	if err := g.Wait(); err != nil {
		return nil, count, err
	}
	paths := make([]string, len(segs))
	for i := range segs {
		paths[i] = segs[i].path
	}
	return paths, count, nil
}

// desk is one worker's place: the stages it has built, at most two.
type desk struct {
	ctx    context.Context //nolint:containedctx // of the work that is done here
	show   *show
	stages map[int]*composite.Compositor
	films  map[int]*projector // the stages'
	mixed  *image.RGBA
	yuv    []uint8
}

func newDesk(ctx context.Context, s *show) *desk {
	return &desk{ctx: ctx, show: s, stages: map[int]*composite.Compositor{}, films: map[int]*projector{}}
}

// close ends what plays on the stages.
func (d *desk) close() {
	for _, p := range d.films {
		p.Close()
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

// stage is the compositor of scene i.
func (d *desk) stage(i int) (*composite.Compositor, error) {
	if c := d.stages[i]; c != nil {
		return c, nil
	}
	for k := range d.stages {
		if k < i-1 || k > i+1 {
			d.films[k].Close()
			delete(d.stages, k)
			delete(d.films, k)
		}
	}
	p := &projector{ctx: d.ctx, show: d.show, scene: i}
	st, err := d.show.stage(i, p)
	if err != nil {
		return nil, err
	}
	d.films[i] = p
	c := composite.New(st, d.show.set.FPS)
	d.stages[i] = c
	return c, nil
}

// source is the function that draws segment g's frames, by their number in the scene.
func (d *desk) source(g segment) (func(n int) []uint8, error) {
	in, err := d.stage(g.scene)
	if err != nil {
		return nil, err
	}
	if !g.junction {
		return in.YUV, nil
	}
	out, err := d.stage(g.scene - 1)
	if err != nil {
		return nil, err
	}
	return d.junction(out, in, g), nil
}

func (d *desk) encode(ctx context.Context, g segment, path string, tick func(int)) error {
	frame, err := d.source(g)
	if err != nil {
		return err
	}
	frame = watched(ctx, d.show.set.Size, frame)
	err = encode.Segment(ctx, d.show.set, path, g.first, g.count, func(n int) []uint8 {
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

// junction mixes the end of one scene with the start of the next. The old scene
// goes on living past its end while it leaves.
func (d *desk) junction(out, in *composite.Compositor, g segment) func(int) []uint8 {
	s := d.show
	if d.mixed == nil {
		d.mixed = image.NewRGBA(image.Rectangle{Max: s.set.Size})
		d.yuv = make([]uint8, composite.FrameBytes(s.set.Size))
	}
	spec := s.transition(g.scene)
	before := s.talk.cuts[g.scene-1].Count
	return func(n int) []uint8 {
		a, b := out.RGBA(before+n), in.RGBA(n)
		transition.Draw(d.mixed, a, b, float64(n+1)/float64(g.count+1), spec)
		composite.ToYUV(d.yuv, d.mixed)
		return d.yuv
	}
}
