package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// pieceFor is how long pieces of videos are kept after their last use: an edit of
// yesterday's video finds yesterday's scenes.
const pieceFor = 7 * 24 * time.Hour

// expireMost bounds the work of one transaction.
const expireMost = 200

// Expire lets go what has had its time: results past their ttl, media, files and pieces
// that nobody has used for long. Then it calls remove for content that nothing has
// held for a while; remove takes it out of the bucket, and content that is not there is no
// error. It may run in every process, as often as it likes.
func (q *Queue) Expire(ctx context.Context, remove func(ctx context.Context, sha string) error) error {
	for _, step := range []func(context.Context) (int, error){
		q.expireResults,
		func(ctx context.Context) (int, error) {
			return q.expireRows(ctx, `DELETE FROM render_media WHERE uuid IN (SELECT uuid FROM render_media WHERE used < $1 LIMIT 200) RETURNING 'media/' || uuid, sha`, q.opts.KeepFor)
		},
		func(ctx context.Context) (int, error) {
			return q.expireRows(ctx, `DELETE FROM render_file WHERE (owner, sha) IN (SELECT owner, sha FROM render_file WHERE used < $1 LIMIT 200) RETURNING 'file/' || owner, sha`, q.opts.KeepFor)
		},
		func(ctx context.Context) (int, error) {
			return q.expireRows(ctx, `DELETE FROM render_piece WHERE name IN (SELECT name FROM render_piece WHERE used < $1 LIMIT 200) RETURNING 'piece/' || name, sha`, pieceFor)
		},
		q.expireHolds,
		func(ctx context.Context) (int, error) { return q.collect(ctx, remove) },
	} {
		for {
			n, err := step(ctx)
			if err != nil {
				return fmt.Errorf("expire: %w", err)
			}
			if n < expireMost {
				break
			}
		}
	}
	return nil
}

func (q *Queue) expireResults(ctx context.Context) (int, error) {
	type key struct {
		task string
		idx  int
	}
	var done []key
	err := q.db.write(ctx, func(t tx) error {
		now := q.now()
		data := map[key]string{}
		done = nil
		if err := each(ctx, t, `SELECT task, idx, data FROM render_result WHERE expires > 0 AND expires <= $1 ORDER BY expires LIMIT 200`, []any{ms(now)}, func(r row) error {
			var k key
			var d string
			err := r.Scan(&k.task, &k.idx, &d)
			data[k] = d
			done = append(done, k)
			return err
		}); err != nil {
			return err
		}
		for _, k := range done {
			var r Result
			if err := json.Unmarshal([]byte(data[k]), &r); err != nil {
				return err
			}
			r.Expired = true
			text, err := json.Marshal(r)
			if err != nil {
				return err
			}
			if err := touch(ctx, t, k.task, now); err != nil {
				return err
			}
			if _, err := t.exec(ctx, `UPDATE render_result SET expires = 0, data = $3 WHERE task = $1 AND idx = $2`, k.task, k.idx, string(text)); err != nil {
				return err
			}
			if err := q.dropHolds(ctx, t, resultHolder(k.task, k.idx), now); err != nil {
				return err
			}
		}
		return q.db.notify(ctx, t)
	})
	for _, k := range done {
		q.changed(k.task)
	}
	return len(done), err
}

// expireRows deletes rows that have not been used for long, and drops each one's hold.
func (q *Queue) expireRows(ctx context.Context, statement string, keep time.Duration) (n int, err error) {
	err = q.db.write(ctx, func(t tx) error {
		now := q.now()
		var holds [][]any
		if err := each(ctx, t, statement, []any{ms(now.Add(-keep))}, func(r row) error {
			var holder, sha string
			err := r.Scan(&holder, &sha)
			holds = append(holds, []any{holder, sha})
			return err
		}); err != nil {
			return err
		}
		n = len(holds)
		for _, h := range holds {
			if _, err := t.exec(ctx, `DELETE FROM render_hold WHERE holder = $1 AND sha = $2`, h...); err != nil {
				return err
			}
			if _, err := t.exec(ctx, `INSERT INTO render_dead (sha, since) VALUES ($1, $2) ON CONFLICT (sha) DO NOTHING`, h[1], ms(now)); err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}

// expireHolds drops holds of uploads that were never finished and of units that are gone.
func (q *Queue) expireHolds(ctx context.Context) (n int, err error) {
	err = q.db.write(ctx, func(t tx) error {
		now := q.now()
		var holders []string
		if err := each(ctx, t, `SELECT DISTINCT holder FROM render_hold WHERE holder >= 'until/' AND holder < $1
			UNION SELECT DISTINCT h.holder FROM render_hold h WHERE h.holder >= 'unit/' AND h.holder < 'unit0'
			AND NOT EXISTS (SELECT 1 FROM render_unit u WHERE u.id = CAST(substr(h.holder, 6) AS BIGINT)) LIMIT 200`, []any{untilHolder(now)}, func(r row) error {
			var h string
			err := r.Scan(&h)
			holders = append(holders, h)
			return err
		}); err != nil {
			return err
		}
		n = len(holders)
		for _, h := range holders {
			if err := q.dropHolds(ctx, t, h, now); err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}

// collect takes content out of the bucket that has been dead for a while, while
// nobody can begin to hold it.
func (q *Queue) collect(ctx context.Context, remove func(ctx context.Context, sha string) error) (n int, err error) {
	err = q.db.write(ctx, func(t tx) error {
		if err := q.db.hold(ctx, t, "blobs"); err != nil {
			return err
		}
		if _, err := t.exec(ctx, `DELETE FROM render_dead WHERE EXISTS (SELECT 1 FROM render_hold h WHERE h.sha = render_dead.sha)`); err != nil {
			return err
		}
		var dead []string
		if err := each(ctx, t, `SELECT sha FROM render_dead WHERE since <= $1 ORDER BY since LIMIT 200`, []any{ms(q.now().Add(-deadFor))}, func(r row) error {
			var sha string
			err := r.Scan(&sha)
			dead = append(dead, sha)
			return err
		}); err != nil {
			return err
		}
		n = len(dead)
		for _, sha := range dead {
			if err := remove(ctx, sha); err != nil {
				return err
			}
			if _, err := t.exec(ctx, `DELETE FROM render_dead WHERE sha = $1`, sha); err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}
