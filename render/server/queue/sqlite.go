package queue

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	lib "modernc.org/sqlite" // with the driver "sqlite"
)

// lite is a SQLite file. All writes of this process, River's too, go through one
// connection, so that they queue here instead of failing as busy; reads have
// connections of their own and see the last commit.
type lite struct {
	path          string
	writer        *sql.DB
	reader        *sql.DB
	reads, writes statements
	inserter      *river.Client[*sql.Tx]
	log           *slog.Logger
}

var _ database = (*lite)(nil)

// notADatabase is SQLITE_NOTADB.
const notADatabase = 26

func openSQLite(ctx context.Context, path string, log *slog.Logger) (_ *lite, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return nil, err
	}
	unlock, err := lockFile(ctx, path+"-migrate", 30*time.Second)
	if err != nil {
		return nil, fmt.Errorf("another process is preparing %s: %w", path, err)
	}
	defer unlock()
	d := &lite{path: path, log: log}
	if d.writer, err = sql.Open("sqlite", fileURL(path, "busy_timeout(20000)", "journal_mode(WAL)", "synchronous(FULL)", "temp_store(MEMORY)")+"&_txlock=immediate"); err != nil {
		return nil, err
	}
	d.writer.SetMaxOpenConns(1)
	if d.reader, err = sql.Open("sqlite", fileURL(path, "busy_timeout(20000)", "query_only(1)")); err != nil {
		return nil, errors.Join(err, d.writer.Close())
	}
	d.reader.SetMaxOpenConns(4)
	d.reader.SetMaxIdleConns(4)
	d.reads.db, d.writes.db = d.reader, d.writer
	driver := riversqlite.New(d.writer)
	if err := func() error {
		m, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: log})
		if err != nil {
			return err
		}
		if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
			return err
		}
		if d.inserter, err = river.NewClient(driver, &river.Config{Logger: log}); err != nil {
			return err
		}
		return migrate(ctx, d)
	}(); err != nil {
		err = fmt.Errorf("%s: %w", path, errors.Join(err, d.close()))
		var e *lib.Error
		if errors.As(err, &e) && e.Code() == notADatabase {
			err = fmt.Errorf("%w; name another file, or move this one away", err)
		}
		return nil, err
	}
	return d, nil
}

// fileURL names a database file and what to set on every connection to it.
func fileURL(path string, pragmas ...string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	q := make([]string, len(pragmas))
	for i, p := range pragmas {
		q[i] = "_pragma=" + url.QueryEscape(p)
	}
	return "file://" + (&url.URL{Path: slashed}).EscapedPath() + "?" + strings.Join(q, "&")
}

func (d *lite) dialect() dialect { return sqlite }

func (d *lite) close() error { return errors.Join(d.reader.Close(), d.writer.Close()) }

func (d *lite) exec(context.Context, string, ...any) (int64, error) {
	return 0, errors.New("writes need a transaction")
}

func (d *lite) query(ctx context.Context, query string, args ...any) (rows, error) {
	s, err := d.reads.get(ctx, query)
	if err != nil {
		return nil, err
	}
	r, err := s.QueryContext(ctx, args...)
	return liteRows{r}, err
}

func (d *lite) row(ctx context.Context, query string, args ...any) row {
	s, err := d.reads.get(ctx, query)
	if err != nil {
		return failedRow{err}
	}
	return s.QueryRowContext(ctx, args...)
}

func (d *lite) write(ctx context.Context, fn func(tx) error) (err error) {
	if err := d.writes.prepare(ctx); err != nil {
		return err
	}
	t, err := d.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := fn(&liteTx{d, t}); err != nil {
		return errors.Join(err, t.Rollback())
	}
	return t.Commit()
}

// hold has nothing to do: a transaction that writes is alone.
func (d *lite) hold(context.Context, tx, string) error { return nil }

func (d *lite) client(cfg *river.Config) (riverClient, error) {
	return river.NewClient(riversqlite.New(d.writer), cfg)
}

// notify and listen have nothing to do: the feed looks into the table.
func (d *lite) notify(context.Context, tx) error     { return nil }
func (d *lite) listen(ctx context.Context, _ func()) { <-ctx.Done() }
func (d *lite) lifeFile(id string) string {
	sum := sha256.Sum256([]byte(id))
	return filepath.Join(d.path+"-workers", hex.EncodeToString(sum[:8]))
}

// alive holds a lock on a file that bears the id, which the system drops when the
// process ends.
func (d *lite) alive(id string) (func(), error) {
	path := d.lifeFile(id)
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return nil, err
	}
	unlock, err := lockFile(context.Background(), path, 0)
	if err != nil {
		return nil, err
	}
	return func() { unlock(); _ = os.Remove(path) }, nil
}

func (d *lite) dead(id string) bool {
	path := d.lifeFile(id)
	if _, err := os.Stat(path); err != nil {
		return false // it may be from before the file was made
	}
	unlock, err := lockFile(context.Background(), path, 0)
	if err != nil {
		return false
	}
	unlock()
	_ = os.Remove(path)
	return true
}

// lockFile takes the exclusive lock of a file that SQLite opens: the one lock that
// is at hand on every system and ends with the process.
func lockFile(ctx context.Context, path string, wait time.Duration) (unlock func(), err error) {
	db, err := sql.Open("sqlite", fileURL(path, fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds())))
	if err != nil {
		return nil, err
	}
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if _, err := c.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		return nil, errors.Join(err, c.Close(), db.Close())
	}
	return func() { _, _ = c.ExecContext(context.Background(), "ROLLBACK"); _ = c.Close(); _ = db.Close() }, nil
}

type liteTx struct {
	d *lite
	t *sql.Tx
}

func (x *liteTx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	var r sql.Result
	var err error
	if s := x.d.writes.ready(query); s != nil {
		r, err = x.t.StmtContext(ctx, s).ExecContext(ctx, args...)
	} else {
		r, err = x.t.ExecContext(ctx, numbered(query), args...)
	}
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

func (x *liteTx) query(ctx context.Context, query string, args ...any) (rows, error) {
	var r *sql.Rows
	var err error
	if s := x.d.writes.ready(query); s != nil {
		r, err = x.t.StmtContext(ctx, s).QueryContext(ctx, args...)
	} else {
		r, err = x.t.QueryContext(ctx, numbered(query), args...)
	}
	return liteRows{r}, err
}

func (x *liteTx) row(ctx context.Context, query string, args ...any) row {
	if s := x.d.writes.ready(query); s != nil {
		return x.t.StmtContext(ctx, s).QueryRowContext(ctx, args...)
	}
	return x.t.QueryRowContext(ctx, numbered(query), args...)
}

func (x *liteTx) tokens(ctx context.Context, l lane, n int, at time.Time) error {
	if n == 0 {
		return nil
	}
	_, err := x.d.inserter.InsertManyFastTx(ctx, x.t, tokenParams(l, n, at))
	return err
}

type liteRows struct{ *sql.Rows }

func (r liteRows) done() { _ = r.Close() }

type failedRow struct{ err error }

func (r failedRow) Scan(...any) error { return r.err }

// numbered turns $1 into what SQLite has: ?1, or ? alone where the arguments are used
// in order, since the driver looks numbered ones up one by one.
func numbered(query string) string {
	n := 0
	ordered := placeholder.ReplaceAllStringFunc(query, func(p string) string {
		if n++; n > 0 && p != "$"+strconv.Itoa(n) {
			n = -1 << 30
		}
		return "?"
	})
	if n > 0 {
		return ordered
	}
	return strings.ReplaceAll(query, "$", "?")
}

var placeholder = regexp.MustCompile(`\$[0-9]+`)

// statements are prepared once. Inside a transaction nothing can be prepared, since
// there is one connection: what is new there is prepared before the next one.
type statements struct {
	db   *sql.DB
	mu   sync.Mutex
	have map[string]*sql.Stmt
	want []string
}

func (s *statements) get(ctx context.Context, query string) (*sql.Stmt, error) {
	s.mu.Lock()
	st := s.have[query]
	s.mu.Unlock()
	if st != nil {
		return st, nil
	}
	// Not under the lock: this waits for a connection, whose holder may ask for it.
	st, err := s.db.PrepareContext(ctx, numbered(query))
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.have == nil {
		s.have = map[string]*sql.Stmt{}
	}
	if first := s.have[query]; first != nil {
		return first, st.Close()
	}
	s.have[query] = st
	return st, nil
}

func (s *statements) ready(query string) *sql.Stmt {
	s.mu.Lock()
	defer s.mu.Unlock()
	st := s.have[query]
	if verb, _, _ := strings.Cut(query, " "); st == nil && verb != "CREATE" {
		s.want = append(s.want, query)
	}
	return st
}

func (s *statements) prepare(ctx context.Context) error {
	s.mu.Lock()
	want := s.want
	s.want = nil
	s.mu.Unlock()
	for _, q := range want {
		if _, err := s.get(ctx, q); err != nil {
			return err
		}
	}
	return nil
}
