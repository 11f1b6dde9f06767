package cli

import (
	"context"
	"runtime/debug"
	"testing"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

// TestThrifty: garbage is collected early while anything is drawn, and only then.
func TestThrifty(t *testing.T) { // not parallel: the percentage is the process's
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	now := func() int {
		p := debug.SetGCPercent(100)
		debug.SetGCPercent(p)
		return p
	}
	var r *thrifty
	depth := 0
	r = newThrifty(&queuetest.Runner{OnRender: func(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
		if depth++; depth < 3 { // others draw meanwhile
			if _, err := r.Render(ctx, u, report); err != nil {
				return queue.Made{}, err
			}
		}
		if now() != gcDrawing {
			t.Errorf("%d %% while %d are drawn", now(), depth)
		}
		return queue.Made{}, nil
	}})
	if now() != gcResting {
		t.Errorf("%d %% before anything is drawn", now())
	}
	if _, err := r.Render(t.Context(), queue.Unit{Task: &queue.Task{}}, func(string, float64) {}); err != nil {
		t.Fatal(err)
	}
	if depth != 3 || now() != gcResting {
		t.Errorf("%d %% after %d were drawn", now(), depth)
	}
}
