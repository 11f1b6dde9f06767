package queuetest

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
)

// testUnfit: what a worker cannot do for reasons of its own waits for another worker,
// uncounted, and the worker takes nothing else for a while; when it is well again it
// goes on.
func testUnfit(t *testing.T, url string) {
	q := Open(t, url, func(o *queue.Options) { o.Lease = 1500 * time.Millisecond })
	var tries atomic.Int64
	sick := &Runner{OnRender: func(_ context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
		if tries.Add(1) == 1 {
			return queue.Made{}, &queue.Unfit{Err: errors.New("no space left on device")}
		}
		return Video(u), nil
	}}
	ids := Submit(t, q, Task("a"), Task("a"))
	stop := Work(t, q, sick, queue.WorkOptions{ID: "sick", Slots: 1})
	for tries.Load() == 0 {
		time.Sleep(5 * time.Millisecond)
	}
	time.Sleep(200 * time.Millisecond)
	if n := tries.Load(); n != 1 {
		t.Errorf("it went on at once, %d times", n)
	}
	for _, x := range Wait(t, q, ids, ended) { // the rest is over
		if r := x.Results[0]; r.State != queue.Done || r.Attempts != 1 {
			t.Errorf("%+v", r)
		}
	}
	stop()

	tries.Store(0)
	ids = Submit(t, q, Task("a"))
	Work(t, q, sick, queue.WorkOptions{ID: "sick again", Slots: 1})
	for tries.Load() == 0 {
		time.Sleep(5 * time.Millisecond)
	}
	Work(t, q, &Runner{}, queue.WorkOptions{ID: "well", Slots: 1})
	if r := Wait(t, q, ids, ended)[0].Results[0]; r.State != queue.Done || r.Attempts != 1 {
		t.Errorf("%+v", r)
	}
}
