package queue

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"log/slog"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// pg is a PostgreSQL database.
type pg struct {
	pool     *pgxpool.Pool
	inserter *river.Client[pgx.Tx]
	log      *slog.Logger
}

var _ database = (*pg)(nil)

// changedChannel is what listeners of the feed listen to.
const changedChannel = "render_changed"

func openPostgres(ctx context.Context, url string, log *slog.Logger) (*pg, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, errors.New("the database's URL is not valid; want postgres://user:password@host:5432/name") // the error would quote the password
	}
	cfg.MaxConns = max(cfg.MaxConns, 8)
	pool, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return nil, err
	}
	d := &pg{pool: pool, log: log}
	if err := d.prepare(ctx); err != nil {
		pool.Close()
		return nil, advise(cfg.ConnConfig, err)
	}
	return d, nil
}

// advise tells, beside what the database or the network said, what to do about it.
func advise(cfg *pgx.ConnConfig, err error) error {
	said := err.Error()
	var connecting *pgconn.ConnectError
	if errors.As(err, &connecting) { // one line for each way that was tried; the last is the plainest
		lines := strings.Split(strings.TrimSpace(said), "\n")
		said = strings.TrimSpace(lines[len(lines)-1])
	}
	what := "is PostgreSQL running there, and may this machine reach it?"
	var e *pgconn.PgError
	if errors.As(err, &e) {
		switch {
		case e.Code == "3D000":
			what = "make it with: createdb " + cfg.Database
		case strings.HasPrefix(e.Code, "28"):
			what = "are the user and the password right, and does pg_hba.conf let this machine in?"
		case e.Code == "42501":
			what = fmt.Sprintf("the user has to make tables: GRANT CREATE ON SCHEMA public TO %q", cfg.User)
		default:
			return err
		}
	} else if connecting == nil {
		return err
	}
	return fmt.Errorf("%s; %s", said, what)
}

// prepare brings the tables up to date, one process at a time.
func (d *pg) prepare(ctx context.Context) error {
	conn, err := d.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, `SELECT pg_advisory_lock($1)`, lockNumber("migrate")); err != nil {
		return err
	}
	defer func() {
		_, _ = conn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, lockNumber("migrate"))
	}()
	driver := riverpgxv5.New(d.pool)
	m, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: d.log})
	if err != nil {
		return err
	}
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return err
	}
	if d.inserter, err = river.NewClient(driver, &river.Config{Logger: d.log}); err != nil {
		return err
	}
	return migrate(ctx, d)
}

func (d *pg) dialect() dialect { return postgres }

func (d *pg) close() error { d.pool.Close(); return nil }

func (d *pg) exec(context.Context, string, ...any) (int64, error) {
	return 0, errors.New("writes need a transaction")
}

func (d *pg) query(ctx context.Context, query string, args ...any) (rows, error) {
	r, err := d.pool.Query(ctx, query, args...)
	return pgRows{r}, err
}

func (d *pg) row(ctx context.Context, query string, args ...any) row {
	return d.pool.QueryRow(ctx, query, args...)
}

func (d *pg) write(ctx context.Context, fn func(tx) error) error {
	for try := 0; ; try++ {
		err := pgx.BeginFunc(ctx, d.pool, func(t pgx.Tx) error { return fn(&pgTx{d, t}) })
		var e *pgconn.PgError
		// 40001 and 40P01: it and another transaction were in each other's way.
		if try < 5 && errors.As(err, &e) && (e.Code == "40001" || e.Code == "40P01") {
			continue
		}
		return err
	}
}

func (d *pg) hold(ctx context.Context, t tx, name string) error {
	_, err := t.exec(ctx, `SELECT pg_advisory_xact_lock($1)`, lockNumber(name))
	return err
}

// lockNumber is an advisory lock's number; the prefix keeps it apart from others'.
func lockNumber(name string) int64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte("gitops.video/render " + name))
	return int64(h.Sum64())
}

func (d *pg) client(cfg *river.Config) (riverClient, error) {
	return river.NewClient(riverpgxv5.New(d.pool), cfg)
}

func (d *pg) notify(ctx context.Context, t tx) error {
	_, err := t.exec(ctx, `SELECT pg_notify($1, '')`, changedChannel)
	return err
}

func (d *pg) listen(ctx context.Context, heard func()) {
	for ctx.Err() == nil {
		if err := d.listenOnce(ctx, heard); err != nil && ctx.Err() == nil {
			d.log.Warn("listening to the database", "error", err)
			heard() // something may have been missed
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
			}
		}
	}
}

func (d *pg) listenOnce(ctx context.Context, heard func()) error {
	conn, err := d.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	c := conn.Hijack() // a listening connection does not go back to the pool
	defer func() { _ = c.Close(context.WithoutCancel(ctx)) }()
	if _, err := c.Exec(ctx, "LISTEN "+changedChannel); err != nil {
		return err
	}
	for {
		if _, err := c.WaitForNotification(ctx); err != nil {
			return err
		}
		heard()
	}
}

// alive and dead know nothing: a worker may be on another machine, where only its
// heartbeat tells.
func (d *pg) alive(string) (func(), error) { return func() {}, nil }
func (d *pg) dead(string) bool             { return false }

type pgTx struct {
	d *pg
	t pgx.Tx
}

func (x *pgTx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	tag, err := x.t.Exec(ctx, query, args...)
	return tag.RowsAffected(), err
}

func (x *pgTx) query(ctx context.Context, query string, args ...any) (rows, error) {
	r, err := x.t.Query(ctx, query, args...)
	return pgRows{r}, err
}

func (x *pgTx) row(ctx context.Context, query string, args ...any) row {
	return x.t.QueryRow(ctx, query, args...)
}

func (x *pgTx) tokens(ctx context.Context, l lane, n int, at time.Time) error {
	if n == 0 {
		return nil
	}
	_, err := x.d.inserter.InsertManyFastTx(ctx, x.t, tokenParams(l, n, at))
	return err
}

type pgRows struct{ pgx.Rows }

func (r pgRows) done() { r.Close() }
