package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// lostIfNone says that a row which is gone was lost to another.
func lostIfNone(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrLost
	}
	return err
}

// every is how often workers are heard and the reaper looks.
func (q *Queue) every() time.Duration { return q.opts.Lease / 6 }

// reapLoop gives back what dead workers have left and keeps as many tokens in River as
// there is work for. Every process runs it.
func (q *Queue) reapLoop(ctx context.Context) {
	tick := time.NewTicker(q.every())
	defer tick.Stop()
	last := time.Now()
	for {
		// After a silence, the database's or this machine's, everybody may look dead who
		// was only cut off: they are given time to be heard.
		if time.Since(last) < q.opts.Lease/2 {
			if err := q.reap(ctx); err != nil && ctx.Err() == nil {
				q.mutter.Warn("looking after workers", "error", err)
			} else {
				last = time.Now()
			}
		} else if q.Ready(ctx) == nil {
			if err := q.setClock(ctx); err == nil {
				last = time.Now()
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// reap takes one look.
func (q *Queue) reap(ctx context.Context) error {
	gone, err := q.deadWorkers(ctx)
	if err != nil {
		return err
	}
	var expired []*Unit
	if expired, err = q.orphans(ctx, gone); err != nil {
		return err
	}
	for _, u := range expired {
		if err := q.giveBack(ctx, u, gone); err != nil && !errors.Is(err, ErrLost) {
			return err
		}
	}
	return q.db.write(ctx, func(t tx) error {
		if err := q.db.hold(ctx, t, "reap"); err != nil {
			return err
		}
		now := q.now()
		if _, err := t.exec(ctx, `DELETE FROM render_worker WHERE beat < $1`, ms(now.Add(-2*q.opts.Lease))); err != nil {
			return err
		}
		for id := range gone {
			if _, err := t.exec(ctx, `DELETE FROM render_worker WHERE id = $1`, id); err != nil {
				return err
			}
		}
		// A token is claimed with within a moment. One that has been running for longer
		// without a unit belonged to a process that died, or was done and not noted.
		if _, err := t.exec(ctx, `DELETE FROM river_job WHERE kind = 'unit' AND state = 'running' AND `+q.epoch("attempted_at")+` < $1
			AND id NOT IN (SELECT token FROM render_unit WHERE state = 1)`, now.Add(-q.opts.Lease).Unix()); err != nil {
			return err
		}
		for _, l := range []lane{engineLane, deliveryLane} {
			if err := q.topUp(ctx, t, l, now); err != nil {
				return err
			}
		}
		return nil
	})
}

// epoch is a statement's way to have a River column as seconds since 1970.
func (q *Queue) epoch(column string) string {
	if q.db.dialect() == postgres {
		return "extract(epoch FROM " + column + ")::bigint"
	}
	return "unixepoch(" + column + ")"
}

// deadWorkers are those whose process is known to have ended.
func (q *Queue) deadWorkers(ctx context.Context) (map[string]bool, error) {
	gone := map[string]bool{}
	err := each(ctx, q.db, `SELECT id FROM render_worker`, nil, func(r row) error {
		var id string
		if err := r.Scan(&id); err != nil {
			return err
		}
		if !q.mine(id) && q.db.dead(id) {
			gone[id] = true
		}
		return nil
	})
	return gone, err
}

// orphans are the units whose lease has run out or whose worker is gone.
func (q *Queue) orphans(ctx context.Context, gone map[string]bool) ([]*Unit, error) {
	var out []*Unit
	err := each(ctx, q.db, `SELECT id, task, idx, lane, kind, stage, owner, attempts, claim, token, worker, lease FROM render_unit WHERE lane IN (0, 1) AND state = 1`, nil, func(r row) error {
		u := &Unit{Task: &Task{}}
		var kind, worker string
		var ln int
		var lease int64
		if err := r.Scan(&u.ID, &u.Task.UUID, &u.Index, &ln, &kind, &u.stage, &u.Task.Owner, &u.Attempt, &u.claim, &u.token, &worker, &lease); err != nil {
			return err
		}
		u.Kind, u.lane = Kind(kind), lane(ln)
		if gone[worker] || lease < ms(q.now()) {
			out = append(out, u)
		}
		return nil
	})
	return out, err
}

// giveBack makes an orphan ready again, or gives it up when it has been begun too
// often: whatever it does to its workers, it does it no more.
func (q *Queue) giveBack(ctx context.Context, u *Unit, gone map[string]bool) error {
	return q.end(ctx, u, func(t tx, now time.Time) error {
		var worker string
		var lease int64
		if err := t.row(ctx, `SELECT worker, lease FROM render_unit WHERE id = $1 AND claim = $2 AND state = 1`, u.ID, u.claim).Scan(&worker, &lease); err != nil {
			return lostIfNone(err)
		}
		if !gone[worker] && lease >= ms(now) {
			return ErrLost // it has been heard after all
		}
		if _, err := t.exec(ctx, `DELETE FROM river_job WHERE id = $1 AND state = 'running'`, u.token); err != nil {
			return err
		}
		q.log.Warn("a worker is gone", "worker", worker, "task", u.Task.UUID, "index", u.Index, "kind", u.Kind, "attempt", u.Attempt)
		if u.lane == engineLane && u.Attempt >= q.opts.MaxAttempts {
			return q.failed(ctx, t, u, worker, &Failure{Code: "inferenceError", Permanent: true,
				Message: fmt.Sprintf("the worker was lost %d times while it made this video", u.Attempt)}, now)
		}
		if _, err := t.exec(ctx, `UPDATE render_unit SET lost = lost + 1 WHERE id = $1`, u.ID); err != nil {
			return err
		}
		return q.again(ctx, t, u, now, `{"code":"inferenceError","message":"the worker was lost"}`)
	})
}

// topUp sees to it that River has a token for every unit that could be claimed.
func (q *Queue) topUp(ctx context.Context, t tx, l lane, now time.Time) error {
	var could, have int
	err := t.row(ctx, `SELECT coalesce(sum(CASE WHEN $1 <> 0 OR concurrency = 0 OR ready <= concurrency - running THEN ready
			WHEN concurrency > running THEN concurrency - running ELSE 0 END), 0)
		FROM (SELECT o.concurrency AS concurrency,
			(SELECT count(*) FROM render_unit u WHERE u.lane = $1 AND u.state = 0 AND u.owner = o.name AND u.not_before <= $2) AS ready,
			(SELECT count(*) FROM render_unit u WHERE u.lane = $1 AND u.state = 1 AND u.owner = o.name) AS running
			FROM render_owner o) AS load`, int(l), ms(now)).Scan(&could)
	if err != nil {
		return err
	}
	if err := t.row(ctx, `SELECT count(*) FROM river_job WHERE state = 'available' AND queue = $1`, l.queue()).Scan(&have); err != nil {
		return err
	}
	return t.tokens(ctx, l, min(1000, max(0, could-have)), time.Time{})
}
