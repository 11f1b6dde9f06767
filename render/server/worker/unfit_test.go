package worker_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"gitops.video/render/render/blob"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/outbound"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
	"gitops.video/render/render/server/worker"
)

// full is a bucket without room.
type full struct{ blob.Dir }

func (f full) Put(_ context.Context, sum, _ string) error {
	return &fs.PathError{Op: "write", Path: filepath.Join(string(f.Dir), sum), Err: syscall.ENOSPC}
}

// TestNoRoomIsNotTheTasksFault: a task whose workers have no room, here or in the
// bucket, is neither failed nor counted; a worker that has room makes it.
func TestNoRoomIsNotTheTasksFault(t *testing.T) {
	t.Parallel()
	noRoom := &fs.PathError{Op: "write", Path: "/x", Err: syscall.ENOSPC}
	for name, sick := range map[string]struct {
		engine worker.Engine
		store  worker.Store
	}{
		"disk":   {fake{err: noRoom}, nil},
		"bucket": {fake{}, full{Dir: blob.Dir(t.TempDir())}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			store := sick.store
			if store == nil {
				store = s.store
			}
			w, err := worker.New(worker.Options{Queue: s.queue, Store: store, Engine: sick.engine, Outbound: outbound.New(outbound.Options{}),
				Teller: answer.Teller{Now: time.Now}, Scratch: t.TempDir()})
			if err != nil {
				t.Fatal(err)
			}
			begun := make(chan bool, 100)
			queuetest.Work(t, s.queue, told{Runner: w, begun: begun}, queue.WorkOptions{ID: "sick", Slots: 1})
			ids := queuetest.Submit(t, s.queue, queuetest.Task("a"))
			<-begun
			s.worker("well", fake{})
			r := queuetest.Wait(t, s.queue, ids, func(x *queue.Task) bool { return x.State.Ended() })[0].Results[0]
			if r.State != queue.Done || r.Attempts != 1 || r.Worker != "well" {
				t.Errorf("%+v: %v", r, r.Err)
			}
		})
	}
}

// told says when it begins.
type told struct {
	queue.Runner
	begun chan<- bool
}

func (r told) Render(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
	r.begun <- true
	return r.Runner.Render(ctx, u, report)
}
