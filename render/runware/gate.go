package runware

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"
)

// gate is the back-off that all calls of one kind share. A push closes it for a
// while and then lets calls through one by one, further apart the more often it was
// pushed; every call that succeeds brings them closer together again.
type gate struct {
	now       func() time.Time
	step, max time.Duration

	mu      sync.Mutex
	until   time.Time     // closed until then
	next    time.Time     // when the next call may pass
	pace    time.Duration // distance between calls, 0 = none
	strikes int
}

func newGate(now func() time.Time, step, longest time.Duration) *gate {
	return &gate{now: now, step: max(step, time.Microsecond), max: longest}
}

// wait blocks until this call may pass.
func (g *gate) wait(ctx context.Context) error {
	for {
		g.mu.Lock()
		now := g.now()
		at := now
		if g.until.After(at) {
			at = g.until
		}
		if g.pace > 0 && g.next.After(at) {
			at = g.next
		}
		g.next = at.Add(g.pace)
		closed := g.until
		g.mu.Unlock()
		if err := sleep(ctx, at.Sub(now)); err != nil {
			return err
		}
		g.mu.Lock()
		again := g.until.After(closed) && g.until.After(g.now()) // pushed again while this one waited
		g.mu.Unlock()
		if !again {
			return nil
		}
	}
}

// push closes the gate for as long as the server asked, or twice as long as the
// last time. Answers that come back while it is closed belong to the same jam and
// count once.
func (g *gate) push(after time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.now()
	jam := g.until.After(now)
	if !jam {
		g.strikes = min(g.strikes+1, 16)
		g.pace = min(max(2*g.pace, g.step/8), g.max/4)
	}
	pause := after
	if pause == 0 && !jam {
		pause = jitter(min(g.step<<(g.strikes-1), g.max))
	}
	if until := now.Add(pause); until.After(g.until) {
		g.until = until
	}
	if g.next.Before(g.until) {
		g.next = g.until
	}
}

// ease is called after a call that went well.
func (g *gate) ease() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.until.After(g.now()) {
		return
	}
	g.strikes = max(g.strikes-1, 0)
	if g.pace = g.pace * 3 / 4; g.pace < g.step/64 {
		g.pace = 0
	}
}

// jitter spreads d over 80 to 120 %, so that machines which failed together do not
// come back together.
func jitter(d time.Duration) time.Duration {
	return time.Duration(float64(d) * (0.8 + 0.4*rand.Float64())) //nolint:gosec // spreads load, guards nothing
}
