package queue

import (
	"context"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"time"
)

// The frame that is being drawn can be looked at while a result is made. Asking for it
// is what makes workers send it: a row says that somebody watches, workers look for
// such rows once a second, and send a frame a second for as long as they find them.

const (
	// watchFor is how long a worker goes on sending after it was last asked.
	watchFor = 10 * time.Second
	// watchAgain is how old a watch may be before it is noted anew.
	watchAgain = 3 * time.Second
	// frameEvery is the least time between two frames of a unit.
	frameEvery = time.Second
	// maxFrame bounds one frame, in bytes.
	maxFrame = 256 << 10
)

// Frame gives the frame of a result that was drawn last, a small JPEG, and notes that
// somebody watches. Without one (yet) it is empty.
func (q *Queue) Frame(ctx context.Context, uuid string, index int) (jpeg []byte, drawn time.Time, err error) {
	var text string
	var watched, when int64
	now := q.now()
	err = q.db.row(ctx, `SELECT watched, drawn, jpeg FROM render_frame WHERE task = $1 AND idx = $2`, uuid, index).Scan(&watched, &when, &text)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, time.Time{}, fmt.Errorf("frame: %w", err)
	}
	if now.Sub(at(watched)) > watchAgain {
		if err := q.watch(ctx, uuid, index, now); err != nil {
			return nil, time.Time{}, fmt.Errorf("frame: %w", err)
		}
	}
	if now.Sub(at(when)) > watchFor { // of an earlier watch
		return nil, time.Time{}, nil
	}
	jpeg, err = base64.StdEncoding.DecodeString(text)
	return jpeg, at(when), err
}

// watch notes that somebody looks at a result in the making, and forgets who no longer does.
func (q *Queue) watch(ctx context.Context, uuid string, index int, now time.Time) error {
	return q.db.write(ctx, func(t tx) error {
		if _, err := t.exec(ctx, `DELETE FROM render_frame WHERE watched < $1`, ms(now.Add(-2*watchFor))); err != nil {
			return err
		}
		_, err := t.exec(ctx, `INSERT INTO render_frame (task, idx, watched) SELECT uuid, $2, $3 FROM render_task WHERE uuid = $1 AND state IN ('queued', 'running')
			ON CONFLICT (task, idx) DO UPDATE SET watched = excluded.watched`, uuid, index, ms(now))
		return err
	})
}

// Watched says whether a frame of the unit is wanted now. It is quick.
func (u Unit) Watched() bool {
	if u.crew == nil {
		return false
	}
	u.crew.mu.Lock()
	defer u.crew.mu.Unlock()
	j := u.crew.busy[u.ID]
	if j == nil || !j.watched || time.Since(j.shown) < frameEvery {
		return false
	}
	j.shown = time.Now()
	return true
}

// Show hands over a frame, as a JPEG, for those who watch.
func (u Unit) Show(jpeg []byte) {
	if u.crew == nil || len(jpeg) > maxFrame {
		return
	}
	u.crew.mu.Lock()
	defer u.crew.mu.Unlock()
	if j := u.crew.busy[u.ID]; j != nil {
		j.frame = jpeg
	}
}

// show sends the crew's new frames and looks whose are wanted.
func (c *crew) show(ctx context.Context) error {
	type place struct {
		task  string
		index int
	}
	frames := map[place][]byte{}
	c.mu.Lock()
	working := false
	for _, j := range c.busy {
		working = working || j.unit.lane == engineLane
		if j.frame != nil {
			frames[place{j.unit.Task.UUID, j.unit.Index}] = j.frame
			j.frame = nil
		}
	}
	c.mu.Unlock()
	if !working {
		return nil
	}
	now := c.q.now()
	wanted := map[place]bool{}
	err := each(ctx, c.q.db, `SELECT task, idx FROM render_frame WHERE watched >= $1`, []any{ms(now.Add(-watchFor))}, func(r row) error {
		var p place
		err := r.Scan(&p.task, &p.index)
		wanted[p] = true
		return err
	})
	if err != nil {
		return fmt.Errorf("who watches: %w", err)
	}
	c.mu.Lock()
	for _, j := range c.busy {
		j.watched = wanted[place{j.unit.Task.UUID, j.unit.Index}]
	}
	c.mu.Unlock()
	if len(frames) == 0 {
		return nil
	}
	err = c.q.db.write(ctx, func(t tx) error {
		for p, jpeg := range frames {
			if _, err := t.exec(ctx, `UPDATE render_frame SET drawn = $3, jpeg = $4 WHERE task = $1 AND idx = $2`, p.task, p.index, ms(now), base64.StdEncoding.EncodeToString(jpeg)); err != nil {
				return err
			}
			if err := touch(ctx, t, p.task, now); err != nil {
				return err
			}
		}
		return c.q.db.notify(ctx, t)
	})
	if err != nil {
		return fmt.Errorf("sending frames: %w", err)
	}
	c.q.feed.wake()
	return nil
}
