package queue_test

import (
	"path/filepath"
	"testing"

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
