package runware

import (
	"context"
	"errors"
	"sync"

	"gitops.video/render/render"
)

// flights lets one of several equal errands run at a time; the others wait for how
// it ends. The zero value is ready.
type flights struct {
	mu    sync.Mutex
	under map[string]*flight // by what the errand is about
}

// flight is an errand that several entries wait for.
type flight struct {
	done chan struct{}
	id   string
	err  error
}

// do gives what is known, or what run brings. An errand of somebody else's that was
// called off, or had no luck, is tried again after pause; one that was refused is not.
func (g *flights) do(ctx context.Context, about string, known func() (string, bool), run func() (string, error), pause func() error) (string, error) {
	for {
		if id, ok := known(); ok {
			return id, nil
		}
		g.mu.Lock()
		f, flying := g.under[about]
		if !flying {
			f = &flight{done: make(chan struct{})}
			if g.under == nil {
				g.under = map[string]*flight{}
			}
			g.under[about] = f
		}
		g.mu.Unlock()
		if !flying {
			f.id, f.err = run()
			g.mu.Lock()
			delete(g.under, about)
			g.mu.Unlock()
			close(f.done)
			return f.id, f.err
		}
		select {
		case <-f.done:
		case <-ctx.Done():
			return "", context.Cause(ctx)
		}
		if f.err == nil {
			return f.id, nil
		}
		if _, refused := errors.AsType[*render.Failure](f.err); refused {
			return "", f.err
		}
		if err := pause(); err != nil {
			return "", err
		}
	}
}
