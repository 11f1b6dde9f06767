// Package queue is the durable core of the task server: what was accepted, who works
// on it, what came of it, and what still has to be delivered.
//
// # Two kinds of rows
//
// The tables of this package (schema.sql) are the truth. A task is what a client
// submitted; a unit is a piece of work of a task: one result to make, one share of a
// long video to draw, one webhook to call. River's jobs beside them are tokens: each
// wakes a worker somewhere, once, to claim the best unit that is ready. Tokens are
// inserted in the transaction that made a unit ready, and are cheap: one too many
// finds nothing to do, one too few is put back by the reaper.
//
//	Submit ─► task ─┬─► unit ─claim─► lease, heartbeats ─► result ─► delivery units
//	                └─► token ─wake─┘        │
//	                                   lease runs out: the unit is ready again
//
// # What survives what
//
// Submit returns after the commit has reached the disk. A claimed unit is held by a
// lease that its worker extends; when a worker dies, the reaper of any living process
// gives its units back. Every claim has a number of its own, and only the holder of
// the last one can finish the unit, so a result is recorded once, however many
// workers thought that they had it.
//
// SQLite serves the processes of one machine; PostgreSQL serves many machines. The
// statements are the same for both.
package queue

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Options configure a queue. The zero value is right for production.
type Options struct {
	Now    func() time.Time // nil = the machine's clock, set to the database's where that is another machine's
	Logger *slog.Logger     // nil = silent

	// Lease is how long a silent worker keeps its units; 0 = 30 s. A worker is heard
	// six times in that time, and the reaper looks as often.
	Lease time.Duration
	// MaxAttempts is how often a unit is begun before its task is given up; 0 = 3.
	MaxAttempts int
	// Backoff is how long a unit rests after its first failure; it grows fourfold with
	// each further one. 0 = 1 s.
	Backoff time.Duration
	// SpreadFrom is the length of video from which it is made in shares by several
	// workers, where there are several or others wait; 0 = 60 s.
	SpreadFrom time.Duration
	// KeepFor is how long results without a ttl, and uploaded media after their last
	// use, are kept; 0 = 30 days.
	KeepFor time.Duration
}

// Queue is open on one database. It is safe for concurrent use.
type Queue struct {
	db   database
	opts Options
	log  *slog.Logger
	// mutter is for what runs in the background: see background.
	mutter *slog.Logger
	skew   atomic.Int64 // nanoseconds that the database's clock is ahead of ours

	submits chan *submission
	cache   *taskCache
	feed    *feed
	ids     func() string // new UUIDs
	crews   sync.Map      // ids of this process's workers

	stop context.CancelFunc
	done sync.WaitGroup
}

// Open opens the database that url names, brings its tables up to date and starts
// what runs in the background:
//
//	/path/to/tasks.db or sqlite:///path/to/tasks.db   made when missing; one machine
//	postgres://user@host/name                          any number of machines
func Open(ctx context.Context, url string, o Options) (*Queue, error) {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Lease <= 0 {
		o.Lease = 30 * time.Second
	}
	if o.MaxAttempts <= 0 {
		o.MaxAttempts = 3
	}
	if o.Backoff <= 0 {
		o.Backoff = time.Second
	}
	if o.SpreadFrom <= 0 {
		o.SpreadFrom = time.Minute
	}
	if o.KeepFor <= 0 {
		o.KeepFor = 30 * 24 * time.Hour
	}
	mutter := background(o.Logger)
	var db database
	var err error
	switch scheme, rest, ok := strings.Cut(url, "://"); {
	case ok && (scheme == "postgres" || scheme == "postgresql"):
		db, err = openPostgres(ctx, url, mutter)
	case ok && scheme == "sqlite":
		db, err = openSQLite(ctx, rest, mutter)
	case ok:
		return nil, fmt.Errorf("a database is a file, sqlite:///FILE or postgres://…, not %q", scheme+"://")
	default:
		db, err = openSQLite(ctx, url, mutter)
	}
	if err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	run, stop := context.WithCancel(context.WithoutCancel(ctx))
	q := &Queue{db: db, opts: o, log: o.Logger, mutter: mutter, submits: make(chan *submission, 4096), cache: newTaskCache(), ids: newUUID, stop: stop}
	q.feed = newFeed(q)
	if err := q.setClock(ctx); err != nil {
		stop()
		return nil, fmt.Errorf("queue: %w", errors.Join(err, db.close()))
	}
	q.done.Go(func() { q.commitSubmits(run) })
	q.done.Go(func() { q.feed.run(run) })
	q.done.Go(func() { q.reapLoop(run) })
	return q, nil
}

// Close ends what runs in the background. Submissions that have not been answered
// yet are answered with an error and may or may not have been accepted.
func (q *Queue) Close() error {
	q.stop()
	q.done.Wait()
	return q.db.close()
}

// Farm says whether workers on other machines can take part.
func (q *Queue) Farm() bool { return q.db.dialect() == postgres }

// Ready says whether the database answers.
func (q *Queue) Ready(ctx context.Context) error {
	var one int
	return q.db.row(ctx, `SELECT 1`).Scan(&one)
}

// now is the time that leases and due times are measured in.
func (q *Queue) now() time.Time {
	if q.opts.Now != nil {
		return q.opts.Now()
	}
	return time.Now().Add(time.Duration(q.skew.Load()))
}

// setClock measures how far this machine's clock is from the database's, so that the
// members of a farm agree on when a lease ends.
func (q *Queue) setClock(ctx context.Context) error {
	if q.opts.Now != nil || q.db.dialect() != postgres {
		return nil
	}
	var theirs int64
	began := time.Now()
	if err := q.db.row(ctx, `SELECT (extract(epoch FROM clock_timestamp())*1000)::bigint`).Scan(&theirs); err != nil {
		return err
	}
	middle := began.Add(time.Since(began) / 2)
	q.skew.Store(int64(time.UnixMilli(theirs).Sub(middle)))
	return nil
}

// newUUID makes a random UUID of version 4.
func newUUID() string {
	var b [16]byte
	_, _ = io.ReadFull(rand.Reader, b[:]) // never fails: see crypto/rand
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// ms and at are how times are kept: milliseconds since 1970, 0 for none.
func ms(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func at(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
