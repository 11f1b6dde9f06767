package queue_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

func TestSQLite(t *testing.T) {
	t.Parallel()
	queuetest.Run(t, func(t *testing.T) string { return filepath.Join(t.TempDir(), "with space", "tasks.db") })
}

func TestPostgres(t *testing.T) {
	t.Parallel()
	server := queuetest.Postgres(t)
	queuetest.Run(t, func(t *testing.T) string { return server.Database(t) })
}

// TestSQLiteIsForOneMachine: a worker of another machine is told what to do.
func TestSQLiteIsForOneMachine(t *testing.T) {
	t.Parallel()
	q := queuetest.Open(t, filepath.Join(t.TempDir(), "tasks.db"), func(o *queue.Options) { o.Lease = time.Hour })
	id := queuetest.Submit(t, q, queuetest.Task("a"))
	queuetest.Work(t, q, &queuetest.Runner{}, queue.WorkOptions{Host: "here", Slots: 1})
	queuetest.Wait(t, q, id, func(x *queue.Task) bool { return x.State.Ended() })
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := q.Work(ctx, &queuetest.Runner{}, queue.WorkOptions{Host: "there", Slots: 1}); err == nil || !strings.Contains(err.Error(), "PostgreSQL") {
		t.Error(err)
	}
}
