package queue_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

// TestOlderDatabase: a database of the first version is brought up to date with what is
// in it, and an owner's tasks are counted from an index.
func TestOlderDatabase(t *testing.T) {
	t.Parallel()
	for name, fresh := range map[string]func(t *testing.T) (driver, url string){
		"sqlite":   func(t *testing.T) (string, string) { return "sqlite", filepath.Join(t.TempDir(), "tasks.db") },
		"postgres": func(t *testing.T) (string, string) { return "pgx", queuetest.Postgres(t).Database(t) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			driver, url := fresh(t)
			q, err := queue.Open(t.Context(), url, queue.Options{})
			if err != nil {
				t.Fatal(err)
			}
			queuetest.Submit(t, q, queuetest.Task("a"), queuetest.Task("a"), queuetest.Task("b"))
			if err := q.Close(); err != nil {
				t.Fatal(err)
			}
			db, err := sql.Open(driver, url)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			for _, s := range []string{`DROP INDEX render_task_count`, `DELETE FROM render_schema WHERE version > 1`} {
				if _, err := db.ExecContext(t.Context(), s); err != nil {
					t.Fatal(err)
				}
			}
			for range 2 { // the second time there is nothing to do
				q := queuetest.Open(t, url)
				if n, err := q.Counts(t.Context(), "a"); err != nil || n[queue.Queued] != 2 {
					t.Fatal(n, err)
				}
			}
			var version int
			if err := db.QueryRowContext(t.Context(), `SELECT max(version) FROM render_schema`).Scan(&version); err != nil || version != 2 {
				t.Fatal(version, err)
			}
			if driver != "sqlite" {
				if _, err := db.ExecContext(t.Context(), `DROP INDEX render_task_count`); err != nil {
					t.Error(err)
				}
				return
			}
			var id, parent, unused int
			var plan string
			if err := db.QueryRowContext(t.Context(), `EXPLAIN QUERY PLAN SELECT state, count(*) FROM render_task WHERE owner = 'a' GROUP BY state`).Scan(&id, &parent, &unused, &plan); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(plan, "COVERING INDEX render_task_count") {
				t.Error(plan)
			}
		})
	}
}
