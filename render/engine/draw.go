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
func (e *Engine) draw(ctx context.Context, s *show, share share, progress render.Progress) ([]string, made, error) {
	segs := share.of(s.segments())
	missing, count, err := e.missing(ctx, s, share, segs)
	if err != nil {
		return nil, made{}, err
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
	total := 0
	for _, i := range missing {
		total += segs[i].count
	}
	tick := counted(total, func(percent float64) { progress("draw", percent) })
	g, ctx := errgroup.WithContext(ctx)
	pairs := max(1, (e.workers+1)/2)
	shop := newWorkshop(pairs)
	for p := range pairs {
		span := &span{todo: missing[len(missing)*p/pairs : len(missing)*(p+1)/pairs]}
		for w := range max(1, min(2, e.workers)/s.set.Threads()) {
			g.Go(func() error {
				desk := newDesk(ctx, s, shop, w == 1)
				defer desk.close()
				for i, ok := span.take(w == 0); ok; i, ok = span.take(w == 0) {
					path, err := guarded(func() (string, error) { return e.piece(ctx, desk, segs[i], s.ext(), tick) })
					if err != nil {
						return err
					}
					segs[i].path = path
					if share.pieces != nil {
						if err := share.pieces.Share(ctx, segs[i].key+s.ext(), path); err != nil {
							return err
						}
					}
				}
				return nil
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

// ext is the file name extension of a show's segments.
func (s *show) ext() string { return s.set.SegmentName("") }

// missing finds the files of a share's segments and gives the numbers of those that are
// still to be drawn, and how many scenes they are of.
func (e *Engine) missing(ctx context.Context, s *show, share share, segs []segment) (missing []int, count made, err error) {
	dirty := map[int]bool{}
	for i := range segs {
		if segs[i].path = e.cache.Get(segs[i].key, s.ext()); segs[i].path == "" {
			if err := e.fetch(ctx, share.pieces, &segs[i], s.ext()); err != nil {
				return nil, made{}, err
			}
		} else if share.parts > 1 { // drawn here before, for another video
			if err := share.pieces.Share(ctx, segs[i].key+s.ext(), segs[i].path); err != nil {
				return nil, made{}, err
			}
		}
		if segs[i].path == "" {
			missing = append(missing, i)
			dirty[segs[i].scene] = dirty[segs[i].scene] || !segs[i].junction && !segs[i].wait
		}
	}
	for i := range s.board.Scenes {
		if dirty[i] {
			count.rendered++
		} else {
			count.reused++
		}
	}
	return missing, count, nil
}

// span is what a pair of workers draws. They walk it from both ends towards each other:
// neighbours share stages, and the pair meets wherever the work turns out to be halved.
// Frames that take two threads to encode one of them draws alone.
type span struct {
	mu   sync.Mutex
	todo []int
}

// take gives the next segment at the front or the back, until there is none.
func (s *span) take(front bool) (i int, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	last := len(s.todo) - 1
	switch {
	case last < 0:
		return 0, false
	case front:
		i, s.todo = s.todo[0], s.todo[1:]
	default:
		i, s.todo = s.todo[last], s.todo[:last]
	}
	return i, true
}

// counted gives a function that adds up frames and tells how many percent of all they are.
func counted(total int, tell func(percent float64)) func(frames int) {
	var mu sync.Mutex
	done := 0
	return func(frames int) {
		mu.Lock()
		done += frames
		percent := 100 * float64(done) / float64(total)
		mu.Unlock()
		tell(percent)
	}
}

// piece draws one segment at a desk, into the cache.
func (e *Engine) piece(ctx context.Context, d *desk, g segment, ext string, tick func(int)) (string, error) {
	if err := d.sit(e.seats); err != nil {
		return "", err
	}
	defer func() { <-e.seats }()
	return e.cache.Put(g.key, ext, func(path string) error { return d.encode(ctx, g, path, tick) })
}
