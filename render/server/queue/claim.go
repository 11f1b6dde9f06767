package queue

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"time"
)

// claim takes the best ready unit of a lane for a worker, or nil when there is none
// that may be worked now.
//
// First comes the owner with the fewest running units, among equals the one that was
// served longest ago: a key with two thousand tasks waiting does not keep out a key
// with one. Within an owner the unit that is due first: see waitPerSecond. Claims are
// made one at a time, so that an owner's limit holds whoever claims.
func (q *Queue) claim(ctx context.Context, l lane, worker string, token int64) (*Unit, error) {
	var u *Unit
	err := q.db.write(ctx, func(t tx) (err error) {
		u = nil
		if err := q.db.hold(ctx, t, "claim/"+l.queue()); err != nil {
			return err
		}
		now := q.now()
		var suspects int
		if err := t.row(ctx, `SELECT count(*) FROM render_unit WHERE lane = $1 AND state = 1 AND lost > 0 AND worker = $2`, int(l), worker).Scan(&suspects); err != nil {
			return err
		}
		var owner string
		err = t.row(ctx, `SELECT o.name FROM render_owner o
			WHERE EXISTS (SELECT 1 FROM render_unit u WHERE u.lane = $1 AND u.state = 0 AND u.owner = o.name AND u.not_before <= $2 AND (u.lost = 0 OR $3 = 0))
			AND (o.concurrency = 0 OR $1 <> 0 OR o.concurrency > (SELECT count(*) FROM render_unit r WHERE r.lane = $1 AND r.state = 1 AND r.owner = o.name))
			ORDER BY (SELECT count(*) FROM render_unit r WHERE r.lane = $1 AND r.state = 1 AND r.owner = o.name), o.served, o.name LIMIT 1`,
			int(l), ms(now), suspects).Scan(&owner)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		if u, err = q.take(ctx, t, l, owner, suspects, worker, token, now); err != nil || u == nil || l == deliveryLane {
			return err
		}
		if _, err := t.exec(ctx, `UPDATE render_owner SET served = (SELECT max(served) + 1 FROM render_owner) WHERE name = $1`, owner); err != nil {
			return err
		}
		if _, err := t.exec(ctx, `UPDATE render_task SET state = 'running', started = $2 WHERE uuid = $1 AND state = 'queued'`, u.Task.UUID, ms(now)); err != nil {
			return err
		}
		if u.Kind == Whole {
			if err := q.spread(ctx, t, u, worker, token, now); err != nil {
				return err
			}
		}
		if err := touch(ctx, t, u.Task.UUID, now); err != nil {
			return err
		}
		return q.db.notify(ctx, t)
	})
	if u == nil || err != nil {
		return nil, err
	}
	q.changed(u.Task.UUID)
	return u, nil
}

// take claims an owner's next unit.
func (q *Queue) take(ctx context.Context, t tx, l lane, owner string, suspects int, worker string, token int64, now time.Time) (*Unit, error) {
	u := &Unit{Task: &Task{}, lane: l}
	var kind string
	err := t.row(ctx, `UPDATE render_unit SET state = 1, attempts = attempts + 1, claim = claim + 1, token = $4, worker = $5, lease = $6, phase = '', percent = 0
		WHERE id = (SELECT id FROM render_unit WHERE lane = $1 AND state = 0 AND owner = $2 AND not_before <= $3 AND (lost = 0 OR $7 = 0) ORDER BY due, id LIMIT 1)
		RETURNING id, task, idx, kind, part, parts, stage, seconds, attempts, claim, drawn`,
		int(l), owner, ms(now), token, worker, ms(now.Add(q.opts.Lease)), suspects).
		Scan(&u.ID, &u.Task.UUID, &u.Index, &kind, &u.Part, &u.Parts, &u.stage, &u.Task.Seconds, &u.Attempt, &u.claim, &u.Drawn)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	u.Kind, u.Task.Owner = Kind(kind), owner
	return u, err
}

// spread turns a claimed unit that would make a long video as a whole into units that
// draw it in shares, when that helps anybody: there are other slots, which may be idle
// now or soon, or others wait for this one. The worker then has the first of them.
//
// A share is about half as long as the shortest video that is spread: long enough to be
// worth the start of a unit, short enough that others need not wait long for the slot.
// With many slots shares get half as long again, so that all have one.
func (q *Queue) spread(ctx context.Context, t tx, u *Unit, worker string, token int64, now time.Time) error {
	from := q.opts.SpreadFrom.Seconds()
	if u.Task.Seconds < from {
		return nil
	}
	var slots, others int
	if err := t.row(ctx, `SELECT coalesce(sum(slots), 0) FROM render_worker WHERE beat > $1`, ms(now.Add(-q.opts.Lease))).Scan(&slots); err != nil {
		return err
	}
	if err := t.row(ctx, `SELECT count(*) FROM (SELECT 1 FROM render_unit WHERE lane = 0 AND state = 0 LIMIT 1) AS any_ready`).Scan(&others); err != nil {
		return err
	}
	if slots < 2 && others == 0 {
		return nil
	}
	parts := max(int(math.Ceil(u.Task.Seconds/(from/2))), min(slots, int(math.Ceil(u.Task.Seconds/(from/4)))))
	var due int64
	if err := t.row(ctx, `DELETE FROM render_unit WHERE id = $1 RETURNING due`, u.ID).Scan(&due); err != nil {
		return err
	}
	unit := func(kind Kind, part, parts, stage int, s unitState) []any {
		return []any{u.Task.UUID, u.Index, int(engineLane), string(kind), part, parts, stage, u.Task.Owner, u.Task.Seconds, int(s), due, ms(now)}
	}
	values := [][]any{unit(Assemble, 0, 1, 2, waiting)}
	for i := range parts {
		values = append(values, unit(Draw, i, parts, 1, waiting))
	}
	if err := insert(ctx, t, `INSERT INTO render_unit (task, idx, lane, kind, part, parts, stage, owner, seconds, state, due, not_before) VALUES `, ``, values, nil); err != nil {
		return err
	}
	*u = Unit{Task: u.Task, Index: u.Index, Kind: Speak, Parts: 1, Attempt: 1, lane: engineLane, claim: 1}
	return t.row(ctx, `INSERT INTO render_unit (task, idx, lane, kind, stage, owner, seconds, state, due, not_before, attempts, claim, token, worker, lease)
		VALUES ($1, $2, 0, 'speak', 0, $3, $4, 1, $5, $6, 1, 1, $7, $8, $9) RETURNING id`,
		u.Task.UUID, u.Index, u.Task.Owner, u.Task.Seconds, due, ms(now), token, worker, ms(now.Add(q.opts.Lease))).Scan(&u.ID)
}
