package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// maxBatch is how many submissions join one transaction.
const maxBatch = 512

// submission waits for its transaction.
type submission struct {
	Submission
	id    string // under which it is kept: the client's UUID, or [Own]
	files string
	err   error
	done  chan struct{}
}

// Submit accepts tasks. It returns when every accepted one would survive a power
// cut, with one error for each in order: nil, [ErrConflict], [ErrQuota], or what kept
// the database from saying whether it was accepted. One task's error says nothing
// about its siblings.
//
// Submissions that come in at the same time share a commit.
func (q *Queue) Submit(ctx context.Context, tasks ...Submission) []error {
	errs := make([]error, len(tasks))
	all := make([]*submission, len(tasks))
	for i, s := range tasks {
		if errs[i] = storable(s); errs[i] != nil {
			continue
		}
		files, err := json.Marshal(s.Files)
		if err != nil {
			errs[i] = err
			continue
		}
		all[i] = &submission{Submission: s, files: string(files), done: make(chan struct{})}
		select {
		case q.submits <- all[i]:
		case <-ctx.Done():
			errs[i], all[i] = ctx.Err(), nil
		}
	}
	for i, s := range all {
		if s == nil {
			continue
		}
		select {
		case <-s.done:
			errs[i] = s.err
		case <-ctx.Done():
			errs[i] = ctx.Err()
		}
	}
	return errs
}

// storable refuses text that a database would refuse, since that would spoil the
// whole batch.
func storable(s Submission) error {
	for _, t := range []string{s.UUID, s.Owner, string(s.Request), string(s.Spec), s.Webhook, s.Upload, s.Note} {
		if !utf8.ValidString(t) || strings.ContainsRune(t, 0) {
			return errors.New("the task holds text that is not valid UTF-8")
		}
	}
	for path := range s.Files {
		if !utf8.ValidString(path) || strings.ContainsRune(path, 0) {
			return errors.New("a file name is not valid UTF-8")
		}
	}
	if s.UUID == "" || s.Owner == "" || s.Results < 1 {
		return fmt.Errorf("task %q lacks its UUID, its owner or its number of results", s.UUID)
	}
	return nil
}

// commitSubmits is the loop that turns waiting submissions into transactions.
func (q *Queue) commitSubmits(ctx context.Context) {
	for {
		var batch []*submission
		select {
		case s := <-q.submits:
			batch = append(batch, s)
		case <-ctx.Done():
			return
		}
	gather:
		for len(batch) < maxBatch {
			select {
			case s := <-q.submits:
				batch = append(batch, s)
			default:
				break gather
			}
		}
		tctx, cancel := context.WithTimeout(ctx, time.Minute)
		err := q.db.write(tctx, func(t tx) error { return q.accept(tctx, t, batch) })
		cancel()
		for _, s := range batch {
			if err != nil {
				s.err = fmt.Errorf("submit: %w", err)
			}
			close(s.done) // the feed tells of it at its next look: nobody has waited for it yet
		}
	}
}

// accept writes a batch inside a transaction and decides each submission's fate.
func (q *Queue) accept(ctx context.Context, t tx, batch []*submission) error {
	now := q.now()
	day := now.UTC().Format(time.DateOnly)
	open := make([]*submission, 0, len(batch))
	seen := map[identity]bool{}
	limits := map[string]Limits{}
	for _, s := range batch {
		name := identity{s.Owner, s.UUID}
		if s.id, s.err = s.UUID, nil; seen[name] { // reset, since a transaction may be run again
			s.err = ErrConflict
			continue
		}
		seen[name] = true
		limits[s.Owner] = s.Limits
		open = append(open, s)
	}
	used, err := q.lockUsage(ctx, t, limits, day)
	if err != nil {
		return err
	}
	// The database decides what is new. Quotas come after that: a repeated submit is
	// told that it was accepted, not that the quota is used up.
	var fresh []*submission
	if fresh, err = q.unseen(ctx, t, open, limits); err != nil {
		return err
	}
	fresh = slices.DeleteFunc(fresh, func(s *submission) bool {
		u, l := used[s.Owner], s.Limits
		if l.DailyTasks > 0 && u.Tasks+1 > l.DailyTasks || l.DailySeconds > 0 && u.Planned+s.planned() > l.DailySeconds {
			s.err = ErrQuota
			return true
		}
		u.Tasks++
		u.Planned += s.planned()
		return false
	})
	accepted, err := q.insertTasks(ctx, t, fresh, now)
	if err != nil {
		return err
	}
	if err := q.insertUnits(ctx, t, accepted, now); err != nil {
		return err
	}
	count := map[string]Usage{}
	for _, s := range accepted {
		u := count[s.Owner]
		u.Tasks++
		u.Planned += s.planned()
		count[s.Owner] = u
	}
	for _, owner := range slices.Sorted(maps.Keys(count)) {
		if _, err := t.exec(ctx, `UPDATE render_usage SET tasks = tasks + $3, planned = planned + $4 WHERE owner = $1 AND day = $2`,
			owner, day, count[owner].Tasks, count[owner].Planned); err != nil {
			return err
		}
	}
	return q.db.notify(ctx, t)
}

// planned is the length in seconds that a task asks for.
func (s *submission) planned() float64 { return s.Seconds * float64(s.Results) }

// lockUsage makes the owners known and reads what they have used today. Until the
// transaction ends nobody else can use more.
func (q *Queue) lockUsage(ctx context.Context, t tx, limits map[string]Limits, day string) (map[string]*Usage, error) {
	used := map[string]*Usage{}
	for _, owner := range slices.Sorted(maps.Keys(limits)) { // in order, so that two batches cannot lock each other out
		if _, err := t.exec(ctx, `INSERT INTO render_owner (name, concurrency) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING`, owner, limits[owner].Concurrency); err != nil {
			return nil, err
		}
		if _, err := t.exec(ctx, `UPDATE render_owner SET concurrency = $2 WHERE name = $1 AND concurrency <> $2`, owner, limits[owner].Concurrency); err != nil {
			return nil, err
		}
		if _, err := t.exec(ctx, `INSERT INTO render_usage (owner, day) VALUES ($1, $2) ON CONFLICT (owner, day) DO NOTHING`, owner, day); err != nil {
			return nil, err
		}
		u := &Usage{}
		if err := t.row(ctx, `UPDATE render_usage SET tasks = tasks WHERE owner = $1 AND day = $2 RETURNING tasks, planned, seconds`, owner, day).Scan(&u.Tasks, &u.Planned, &u.Seconds); err != nil {
			return nil, err
		}
		u.Planned = max(u.Planned, u.Seconds) // videos may become longer than they were asked for
		used[owner] = u
	}
	return used, nil
}

// unseen marks what is surely a repetition. It looks only where a quota could be
// spent on it; insertTasks finds the others.
func (q *Queue) unseen(ctx context.Context, t tx, batch []*submission, limits map[string]Limits) ([]*submission, error) {
	out := make([]*submission, 0, len(batch))
	for _, s := range batch {
		if l := limits[s.Owner]; l.DailyTasks > 0 || l.DailySeconds > 0 {
			var n int
			if err := t.row(ctx, `SELECT count(*) FROM render_task WHERE uuid IN ($1, $2) AND owner = $3`, s.UUID, Own(s.Owner, s.UUID), s.Owner).Scan(&n); err != nil {
				return nil, err
			}
			if n > 0 {
				s.err = ErrConflict
				continue
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// insertTasks gives those that are new to their owners.
func (q *Queue) insertTasks(ctx context.Context, t tx, batch []*submission, now time.Time) ([]*submission, error) {
	inserted := map[identity]bool{}
	if err := q.insertRows(ctx, t, batch, now, inserted); err != nil {
		return nil, err
	}
	var taken []*submission
	for _, s := range batch {
		if inserted[identity{s.Owner, s.id}] {
			continue
		}
		var others int
		if err := t.row(ctx, `SELECT count(*) FROM render_task WHERE uuid = $1 AND owner <> $2`, s.UUID, s.Owner).Scan(&others); err != nil {
			return nil, err
		}
		if others > 0 {
			s.id = Own(s.Owner, s.UUID)
			taken = append(taken, s)
		}
	}
	if err := q.insertRows(ctx, t, taken, now, inserted); err != nil {
		return nil, err
	}
	accepted := make([]*submission, 0, len(batch))
	for _, s := range batch {
		if !inserted[identity{s.Owner, s.id}] {
			s.err = ErrConflict
			continue
		}
		accepted = append(accepted, s)
	}
	return accepted, nil
}

// insertRows inserts those whose id is free, and notes which these were.
func (q *Queue) insertRows(ctx context.Context, t tx, batch []*submission, now time.Time, inserted map[identity]bool) error {
	values := make([][]any, len(batch))
	for i, s := range batch {
		values[i] = []any{s.id, s.Owner, string(s.Request), string(s.Spec), s.files, s.Results, s.Seconds, s.Price,
			s.Webhook, s.Upload, s.TTL.Milliseconds(), s.Cost, s.Note, string(Queued), ms(now), ms(now)}
	}
	return insert(ctx, t, `INSERT INTO render_task (uuid, owner, request, spec, files, results, seconds, price, webhook, upload, ttl, cost, note, state, submitted, changed) VALUES `,
		` ON CONFLICT (uuid) DO NOTHING RETURNING owner, uuid`, values, func(r row) error {
			var x identity
			err := r.Scan(&x.owner, &x.uuid)
			inserted[x] = true
			return err
		})
}

// waitPerSecond is how much later a unit is due for each second of its video, in
// milliseconds: short videos go before long ones of the same owner, but a long one
// is passed only by what came in within its own length.
const waitPerSecond = 1000

func (q *Queue) insertUnits(ctx context.Context, t tx, accepted []*submission, now time.Time) error {
	var values [][]any
	for _, s := range accepted {
		due := ms(now) + int64(s.Seconds*waitPerSecond)
		for i := range s.Results {
			values = append(values, []any{s.id, i, int(engineLane), string(Whole), s.Owner, s.Seconds, int(ready), due, ms(now)})
		}
		if err := q.addHolds(ctx, t, "task/"+s.id, slices.Collect(maps.Values(s.Files))...); err != nil {
			return err
		}
	}
	if err := insert(ctx, t, `INSERT INTO render_unit (task, idx, lane, kind, owner, seconds, state, due, not_before) VALUES `, ``, values, nil); err != nil {
		return err
	}
	return t.tokens(ctx, engineLane, len(values), time.Time{})
}
