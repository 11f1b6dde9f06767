package cli

import (
	"context"
	"runtime/debug"
	"sync"

	"gitops.video/render/render/server/queue"
)

// How much the heap may grow before it is collected, in percent. Frames are large and
// hold no pointers: collecting them early costs little time and keeps the peak near what
// is alive. A server that draws nothing has a small heap of small things, and would
// spend a fifth of its time on collecting them that early.
const (
	gcDrawing = 15
	gcResting = 200
)

// thrifty is a runner that has garbage collected early while it draws.
type thrifty struct {
	queue.Runner
	mu      sync.Mutex
	drawing int
}

func newThrifty(r queue.Runner) *thrifty {
	debug.SetGCPercent(gcResting)
	return &thrifty{Runner: r}
}

// Render implements [queue.Runner].
func (t *thrifty) Render(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
	t.count(1)
	defer t.count(-1)
	return t.Runner.Render(ctx, u, report)
}

func (t *thrifty) count(n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.drawing += n
	if t.drawing > 0 {
		debug.SetGCPercent(gcDrawing)
	} else {
		debug.SetGCPercent(gcResting)
	}
}
