package queuetest

import (
	"context"
	"fmt"
	"sync"

	"gitops.video/render/render/server/queue"
)

// Runner is a runner of functions, that remembers what it was given. A nil function
// succeeds at once.
type Runner struct {
	OnRender  func(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error)
	OnDeliver func(ctx context.Context, u queue.Unit) error

	mu    sync.Mutex
	units []queue.Unit
}

var _ queue.Runner = (*Runner)(nil)

// Render implements [queue.Runner].
func (r *Runner) Render(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
	r.note(u)
	if r.OnRender != nil {
		return r.OnRender(ctx, u, report)
	}
	return Video(u), nil
}

// Deliver implements [queue.Runner].
func (r *Runner) Deliver(ctx context.Context, u queue.Unit) error {
	r.note(u)
	if r.OnDeliver != nil {
		return r.OnDeliver(ctx, u)
	}
	return nil
}

func (r *Runner) note(u queue.Unit) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.units = append(r.units, u)
}

// Units are the units that have been begun, in order.
func (r *Runner) Units() []queue.Unit {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]queue.Unit(nil), r.units...)
}

// Video is what a unit might have made.
func Video(u queue.Unit) queue.Made {
	return queue.Made{Video: queue.Blob{SHA256: fmt.Sprintf("%064x", u.ID), Bytes: 1000, MIME: "video/mp4"}, Seconds: u.Task.Seconds, Width: 1280, Height: 720}
}
