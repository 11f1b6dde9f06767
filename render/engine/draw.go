package engine

import (
	"context"
	"math"
	"sync"

	"golang.org/x/sync/errgroup"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/transition"
)

// segment is a run of frames that is encoded on its own: the body of a scene, what is
// seen while it waits for the next one after its own words, or the junction that brings a
// scene on from the one before. So an edit dirties one body, two junctions, and some waits.
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
		for _, n := range s.parts(own - j) {
			out = append(out, segment{scene: i, first: j, count: n})
			j += n
		}
		if wait := c.Count - own; wait > 0 {
			out = append(out, segment{scene: i, wait: true, first: own, count: wait})
		}
	}
	for k := range out {
		out[k].key = s.key(out[k])
	}
	return out
}

// partGroups is how many groups of pictures a segment holds at most, which makes four
// seconds: short enough that all processors have something to do where one scene is
// drawn, as after an edit, and that none waits long for another at the end; long enough
// that starting an encoder costs little.
const partGroups = 2

// parts cuts a scene's body of n frames into runs that are as even as whole groups of
// pictures allow: a part that ended within one would cost another key frame.
func (s *show) parts(n int) []int {
	gop := s.set.GOP()
	groups := (n + gop - 1) / gop
	count := (groups + partGroups - 1) / partGroups
	var out []int
	for k := range count {
		out = append(out, min(n, gop*(groups*(k+1)/count))-gop*(groups*k/count))
	}
	return out
}

// fadeOut is how long before its end the last scene begins to look different for
// being the last, seconds.
const fadeOut = .5

// own is how many frames of scene i do not depend on how long it waits. Those of the
// last one end with its words: what follows is drawn anew when the video's end moves,
// and should be little.
func (s *show) own(i int) int {
	c := s.talk.cuts[i]
	if i < len(s.talk.cuts)-1 {
		return c.Own
	}
	n := c.Own
	if k := len(c.Lines); k > 0 {
		n = min(n, int(math.Ceil(c.Lines[k-1].End*float64(s.set.FPS))))
	}
	return max(0, min(n, c.Count-int(fadeOut*float64(s.set.FPS))))
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
// other: neighbours share stages, and the pair meets wherever the work turns out to
// be halved.
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
		case <-render.Stopping(ctx):
			return nil, count, render.ErrPending
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
	shop := newWorkshop(pairs)
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
				desk := newDesk(ctx, s, shop, w == 1)
				defer desk.close()
				for {
					i, ok := take(w == 0)
					if !ok {
						return nil
					}
					path, err := guarded(func() (string, error) { return e.piece(ctx, desk, segs[i], ext, tick) })
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

// piece draws one segment at a desk, into the cache.
func (e *Engine) piece(ctx context.Context, d *desk, g segment, ext string, tick func(int)) (string, error) {
	if err := d.sit(e.seats); err != nil {
		return "", err
	}
	defer func() { <-e.seats }()
	return e.cache.Put(g.key, ext, func(path string) error { return d.encode(ctx, g, path, tick) })
}
