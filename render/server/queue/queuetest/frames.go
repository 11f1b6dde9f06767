package queuetest

import (
	"context"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
)

// testFrames: a worker sends frames of what somebody watches, and of nothing else.
func testFrames(t *testing.T, url string) {
	q := Open(t, url)
	sent := make(chan string, 64)
	finish := make(chan struct{})
	Work(t, q, &Runner{OnRender: func(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
		report("draw", 10)
		for {
			if u.Watched() {
				u.Show([]byte("frame of " + u.Task.UUID))
				sent <- u.Task.UUID
			}
			select {
			case <-finish:
				return Video(u), nil
			case <-ctx.Done():
				return queue.Made{}, ctx.Err()
			case <-time.After(20 * time.Millisecond):
			}
		}
	}}, queue.WorkOptions{Slots: 2})
	ids := Submit(t, q, Task("a"), Task("a"))
	Wait(t, q, ids, func(x *queue.Task) bool { return x.State == queue.Running })
	select {
	case <-sent:
		t.Error("a frame was made and nobody watches")
	case <-time.After(1500 * time.Millisecond): // longer than workers take to look who watches
	}
	changes := q.Changes(t.Context())
	if jpeg, _, err := q.Frame(t.Context(), ids[0], 0); err != nil || len(jpeg) > 0 {
		t.Fatalf("a frame before there is one: %q, %v", jpeg, err)
	}
	told := false
	for end := time.Now().Add(8 * time.Second); ; {
		jpeg, drawn, err := q.Frame(t.Context(), ids[0], 0)
		if err != nil || time.Now().After(end) {
			t.Fatalf("no frame: %v", err)
		}
		select {
		case list := <-changes:
			for _, id := range list {
				told = told || id == ids[0]
			}
		default:
		}
		if string(jpeg) == "frame of "+ids[0] && time.Since(drawn) < time.Minute && told {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	for len(sent) > 0 {
		if id := <-sent; id != ids[0] {
			t.Error("a frame was made of what nobody watches")
		}
	}
	close(finish)
	Wait(t, q, ids, ended)
	// What has ended, or never was, is not watched.
	for _, id := range []string{ids[1], "8d3c0b0a-6a0e-4d0c-9f0e-3f2b7f1a1c11"} {
		if jpeg, _, err := q.Frame(t.Context(), id, 0); err != nil || len(jpeg) > 0 {
			t.Errorf("%s: %q, %v", id, jpeg, err)
		}
	}
}
