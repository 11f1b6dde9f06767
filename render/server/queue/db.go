package queue

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/riverqueue/river"
)

// The two databases behind one small seam. Statements are written once, with $1, $2 …
// as placeholders; what differs between the dialects is named here and nowhere else.

type dialect int

const (
	sqlite dialect = iota
	postgres
)

// querier runs statements, inside a transaction or outside.
type querier interface {
	exec(ctx context.Context, query string, args ...any) (int64, error) // rows affected
	query(ctx context.Context, query string, args ...any) (rows, error)
	row(ctx context.Context, query string, args ...any) row
}

type row interface{ Scan(to ...any) error }

type rows interface {
	row
	Next() bool
	Err() error
	done()
}

// tx is a transaction that can also insert River's tokens.
type tx interface {
	querier
	// tokens wakes n workers of a lane, not before a time; zero is now.
	tokens(ctx context.Context, l lane, n int, at time.Time) error
}

// database is one open database. Its own querier methods only read.
type database interface {
	querier
	dialect() dialect
	// write runs fn in a transaction that no other writer of this package's tables
	// gets in between of where that matters: see hold. It may run fn again.
	write(ctx context.Context, fn func(tx) error) error
	// hold keeps other holders of the same name out until the transaction ends.
	hold(ctx context.Context, t tx, name string) error
	// client makes a River client that works tokens.
	client(cfg *river.Config) (riverClient, error)
	// notify tells the other processes that something has changed, as far as the
	// database can; listen calls heard until ctx ends.
	notify(ctx context.Context, t tx) error
	listen(ctx context.Context, heard func())
	// alive marks this process as living under an id until release is called or the
	// process dies; dead says whether the process under an id is surely gone.
	alive(id string) (release func(), err error)
	dead(id string) bool
	close() error
}

// riverClient is the part of river.Client that does not name the driver's type.
type riverClient interface {
	Start(context.Context) error
	Stop(context.Context) error
	StopAndCancel(context.Context) error
}

// each scans all rows of a query.
func each(ctx context.Context, q querier, query string, args []any, scan func(row) error) error {
	rs, err := q.query(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rs.done()
	for rs.Next() {
		if err := scan(rs); err != nil {
			return err
		}
	}
	return rs.Err()
}

// list is "$from, $from+1 …", n of them.
func list(from, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(from + i))
	}
	return b.String()
}

// anys is a slice as statement arguments.
func anys[T any](s []T) []any {
	out := make([]any, len(s))
	for i, v := range s {
		out[i] = v
	}
	return out
}

// insertChunks are the sizes that rows are inserted in, so that few statements serve
// any number of rows.
var insertChunks = []int{64, 8, 1}

// insert adds rows of equal width with as few statements as the chunks allow. The
// statement is prefix, the rows' placeholders, suffix; scan, when given, sees every
// returned row.
func insert(ctx context.Context, t querier, prefix, suffix string, rs [][]any, scan func(row) error) error {
	for len(rs) > 0 {
		n := 1
		for _, c := range insertChunks {
			if c <= len(rs) {
				n = c
				break
			}
		}
		width := len(rs[0])
		var b strings.Builder
		b.WriteString(prefix)
		args := make([]any, 0, n*width)
		for i, r := range rs[:n] {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString("(" + list(i*width+1, width) + ")")
			args = append(args, r...)
		}
		b.WriteString(suffix)
		rs = rs[n:]
		if scan == nil {
			if _, err := t.exec(ctx, b.String(), args...); err != nil {
				return err
			}
			continue
		}
		if err := each(ctx, t, b.String(), args, scan); err != nil {
			return err
		}
	}
	return nil
}
