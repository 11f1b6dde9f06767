package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"time"
)

// finish records what a unit has brought and lets go on what waited for it. Only the
// unit's last claim can: a worker that was given up gets [ErrLost].
func (q *Queue) finish(ctx context.Context, u *Unit, worker string, made Made) error {
	return q.end(ctx, u, func(t tx, now time.Time) error {
		if err := q.remove(ctx, t, u); err != nil {
			return err
		}
		switch u.Kind {
		case Whole, Assemble:
			r := Result{Index: u.Index, State: Done, Percent: 100, Worker: worker, Attempts: u.Attempt, VideoUUID: q.ids(), Made: &made,
				Cost: u.Task.Price * made.Seconds, Finished: now.UTC(), Expires: now.Add(q.keep(u.Task)).UTC()}
			return q.record(ctx, t, u.Task, r, now)
		case Speak, Draw:
			return q.nextStage(ctx, t, u, made.ScenesRendered)
		}
		return nil
	})
}

// keep is how long a task's results are kept.
func (q *Queue) keep(t *Task) time.Duration {
	if t.TTL > 0 {
		return t.TTL
	}
	return q.opts.KeepFor
}

// fail records that a unit has failed: it is begun again later, or its result has failed.
func (q *Queue) fail(ctx context.Context, u *Unit, worker string, cause error) error {
	return q.end(ctx, u, func(t tx, now time.Time) error { return q.failed(ctx, t, u, worker, cause, now) })
}

func (q *Queue) failed(ctx context.Context, t tx, u *Unit, worker string, cause error, now time.Time) error {
	f := asFailure(cause)
	text, err := json.Marshal(f)
	if err != nil {
		return err
	}
	if u.lane == deliveryLane {
		var since int64
		if err := t.row(ctx, `SELECT due FROM render_unit WHERE id = $1`, u.ID).Scan(&since); err != nil {
			return lostIfNone(err)
		}
		if f.Permanent || now.Sub(at(since)) > deliverFor {
			return q.mark(ctx, t, u, gaveUp, now, string(text))
		}
		return q.again(ctx, t, u, now.Add(deliveryWait(u.Attempt)), string(text))
	}
	if !f.Permanent && u.Attempt < q.opts.MaxAttempts {
		return q.again(ctx, t, u, now.Add(q.attemptWait(u.Attempt)), string(text))
	}
	// The result has failed; the shares that others still draw are for nothing.
	if err := q.remove(ctx, t, u); err != nil {
		return err
	}
	if _, err := t.exec(ctx, `DELETE FROM render_unit WHERE task = $1 AND idx = $2 AND lane = 0`, u.Task.UUID, u.Index); err != nil {
		return err
	}
	r := Result{Index: u.Index, State: Failed, Worker: worker, Attempts: u.Attempt, VideoUUID: q.ids(), Finished: now.UTC(), Err: f}
	return q.record(ctx, t, u.Task, r, now)
}

// release gives a unit back unfinished, because its worker is going or unfit; it may be
// claimed again after wait. It does not count as an attempt.
func (q *Queue) release(ctx context.Context, u *Unit, wait time.Duration) error {
	return q.end(ctx, u, func(t tx, now time.Time) error {
		n, err := t.exec(ctx, `UPDATE render_unit SET state = 0, attempts = attempts - 1, not_before = $3, lease = 0 WHERE id = $1 AND claim = $2 AND state = 1`, u.ID, u.claim, ms(now.Add(wait)))
		if err != nil {
			return err
		}
		if n == 0 {
			return ErrLost
		}
		next := time.Time{}
		if wait > 0 {
			next = now.Add(wait)
		}
		return t.tokens(ctx, u.lane, 1, next)
	})
}

// end runs a transaction that ends a claim. It locks the task first, so that of two
// units that end at once the second sees what the first has done.
func (q *Queue) end(ctx context.Context, u *Unit, fn func(tx, time.Time) error) error {
	err := q.db.write(ctx, func(t tx) error {
		now := q.now()
		if err := touch(ctx, t, u.Task.UUID, now); err != nil {
			return err
		}
		if err := fn(t, now); err != nil {
			return err
		}
		if err := q.wakeOwner(ctx, t, u); err != nil {
			return err
		}
		return q.db.notify(ctx, t)
	})
	if err == nil {
		q.changed(u.Task.UUID)
	}
	return err
}

// changed makes a change of this process seen at once.
func (q *Queue) changed(uuid string) {
	q.cache.drop(uuid)
	q.feed.wake()
}

// wakeOwner puts a token in for an owner that its limit has kept from claiming: the
// tokens of its waiting units may be spent.
func (q *Queue) wakeOwner(ctx context.Context, t tx, u *Unit) error {
	if u.lane != engineLane {
		return nil
	}
	var n int
	err := t.row(ctx, `SELECT count(*) FROM (SELECT 1 FROM render_unit u JOIN render_owner o ON o.name = u.owner
		WHERE u.lane = 0 AND u.state = 0 AND u.owner = $1 AND o.concurrency > 0 LIMIT 1) AS any_ready`, u.Task.Owner).Scan(&n)
	if err != nil {
		return err
	}
	return t.tokens(ctx, engineLane, n, time.Time{})
}

// remove takes a unit away that is still this claim's.
func (q *Queue) remove(ctx context.Context, t tx, u *Unit) error {
	n, err := t.exec(ctx, `DELETE FROM render_unit WHERE id = $1 AND claim = $2 AND state = 1`, u.ID, u.claim)
	if err != nil {
		return err
	}
	if n == 0 {
		return ErrLost
	}
	return nil
}

// again makes a unit ready at a later time.
func (q *Queue) again(ctx context.Context, t tx, u *Unit, when time.Time, failure string) error {
	if err := q.mark(ctx, t, u, ready, when, failure); err != nil {
		return err
	}
	return t.tokens(ctx, u.lane, 1, when)
}

func (q *Queue) mark(ctx context.Context, t tx, u *Unit, s unitState, when time.Time, failure string) error {
	n, err := t.exec(ctx, `UPDATE render_unit SET state = $3, not_before = $4, error = $5, lease = 0 WHERE id = $1 AND claim = $2 AND state = 1`,
		u.ID, u.claim, int(s), ms(when), failure)
	if err == nil && n == 0 {
		err = ErrLost
	}
	return err
}

// nextStage makes the next stage ready when the last unit of this one has ended.
func (q *Queue) nextStage(ctx context.Context, t tx, u *Unit, drawn int) error {
	if drawn > 0 {
		if _, err := t.exec(ctx, `UPDATE render_unit SET drawn = drawn + $3 WHERE task = $1 AND idx = $2 AND kind = 'assemble'`, u.Task.UUID, u.Index, drawn); err != nil {
			return err
		}
	}
	var open int
	if err := t.row(ctx, `SELECT count(*) FROM render_unit WHERE task = $1 AND idx = $2 AND lane = 0 AND stage = $3`, u.Task.UUID, u.Index, u.stage).Scan(&open); err != nil || open > 0 {
		return err
	}
	n, err := t.exec(ctx, `UPDATE render_unit SET state = 0 WHERE task = $1 AND idx = $2 AND lane = 0 AND stage = $3 AND state = 2`, u.Task.UUID, u.Index, u.stage+1)
	if err != nil {
		return err
	}
	return t.tokens(ctx, engineLane, int(n), time.Time{})
}

// record writes a result that has ended, what is to be delivered of it, and the task's
// end when it was the last one.
func (q *Queue) record(ctx context.Context, t tx, task *Task, r Result, now time.Time) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if _, err := t.exec(ctx, `INSERT INTO render_result (task, idx, state, video_uuid, expires, data) VALUES ($1, $2, $3, $4, $5, $6)`,
		task.UUID, r.Index, string(r.State), r.VideoUUID, ms(r.Expires), string(data)); err != nil {
		return err
	}
	if r.Made != nil {
		if err := q.addHolds(ctx, t, resultHolder(task.UUID, r.Index), r.Made.blobs()...); err != nil {
			return err
		}
		if _, err := t.exec(ctx, `INSERT INTO render_usage (owner, day, results, seconds, cost) VALUES ($1, $2, 1, $3, $4)
			ON CONFLICT (owner, day) DO UPDATE SET results = render_usage.results + 1, seconds = render_usage.seconds + $3, cost = render_usage.cost + $4`,
			task.Owner, now.UTC().Format(time.DateOnly), r.Made.Seconds, r.Cost); err != nil {
			return err
		}
	}
	if err := q.addDeliveries(ctx, t, task.UUID, r, now); err != nil {
		return err
	}
	return q.endTask(ctx, t, task.UUID, now)
}

func resultHolder(task string, index int) string { return fmt.Sprintf("result/%s/%d", task, index) }

func (q *Queue) addDeliveries(ctx context.Context, t tx, uuid string, r Result, now time.Time) error {
	var webhook, upload, owner string
	if err := t.row(ctx, `SELECT webhook, upload, owner FROM render_task WHERE uuid = $1`, uuid).Scan(&webhook, &upload, &owner); err != nil {
		return err
	}
	var values [][]any
	add := func(kind Kind) {
		values = append(values, []any{uuid, r.Index, int(deliveryLane), string(kind), owner, 0.0, int(ready), ms(now), ms(now)})
	}
	if upload != "" && r.State == Done {
		add(Upload)
	}
	if webhook != "" {
		add(Webhook)
	}
	if err := insert(ctx, t, `INSERT INTO render_unit (task, idx, lane, kind, owner, seconds, state, due, not_before) VALUES `, ``, values, nil); err != nil {
		return err
	}
	return t.tokens(ctx, deliveryLane, len(values), time.Time{})
}

// endTask ends a task whose results have all ended, and lets its files go.
func (q *Queue) endTask(ctx context.Context, t tx, uuid string, now time.Time) error {
	var want, have, good int
	if err := t.row(ctx, `SELECT results FROM render_task WHERE uuid = $1`, uuid).Scan(&want); err != nil {
		return err
	}
	if err := t.row(ctx, `SELECT count(*), coalesce(sum(CASE WHEN state = 'done' THEN 1 ELSE 0 END), 0) FROM render_result WHERE task = $1`, uuid).Scan(&have, &good); err != nil {
		return err
	}
	if have < want {
		return nil
	}
	state := Failed
	if good > 0 {
		state = Done
	}
	if _, err := t.exec(ctx, `UPDATE render_task SET state = $2, finished = $3 WHERE uuid = $1`, uuid, string(state), ms(now)); err != nil {
		return err
	}
	return q.dropHolds(ctx, t, "task/"+uuid, now)
}

// asFailure puts an error into the client's words.
func asFailure(err error) *Failure {
	var f *Failure
	if errors.As(err, &f) {
		return f
	}
	return &Failure{Code: "inferenceError", Message: err.Error()}
}

// attemptWait is how long a failed unit rests before it is begun again.
func (q *Queue) attemptWait(attempt int) time.Duration {
	return time.Duration(float64(q.opts.Backoff) * math.Pow(4, float64(attempt-1)))
}

// Deliveries are tried again after 250 ms, doubling to an hour, for a day.
const (
	deliverFor  = 24 * time.Hour
	deliverMost = time.Hour
)

func deliveryWait(attempt int) time.Duration {
	d := min(deliverMost, 250*time.Millisecond<<min(attempt-1, 20))
	return d + time.Duration(rand.Int64N(int64(d)/4+1)) // so that what failed together does not come back together
}
