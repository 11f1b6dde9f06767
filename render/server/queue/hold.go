package queue

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Content is in the bucket once, whoever needs it. Everything that needs it holds it
// by a row, and what has lost its last holder is collected after a while.
//
// Collecting deletes from the bucket inside a transaction that keeps new holds out:
// whoever holds content first and then looks whether it is there, sees the truth.

const (
	// deadFor is how long content without a holder stays: a reader may be at it.
	deadFor = 10 * time.Minute
	// heldFor is how long an unfinished upload may hold what it is going to add.
	heldFor = 6 * time.Hour
)

// Hold keeps content in the bucket for some hours: long enough to put it there, or to
// see that it is there, and to record what for.
func (q *Queue) Hold(ctx context.Context, shas ...string) error {
	return q.holdAs(ctx, untilHolder(q.now().Add(heldFor)), shas)
}

// untilHolder holds until a time; its names sort by it.
func untilHolder(t time.Time) string { return fmt.Sprintf("until/%013d", ms(t)) }

func (q *Queue) holdAs(ctx context.Context, holder string, shas []string) error {
	err := q.db.write(ctx, func(t tx) error { return q.addHolds(ctx, t, holder, shas...) })
	if err != nil {
		return fmt.Errorf("hold: %w", err)
	}
	return nil
}

func (q *Queue) addHolds(ctx context.Context, t tx, holder string, shas ...string) error {
	if len(shas) == 0 {
		return nil
	}
	if err := q.db.hold(ctx, t, "blobs"); err != nil {
		return err
	}
	shas = slices.Compact(slices.Sorted(slices.Values(shas)))
	values := make([][]any, len(shas))
	for i, sha := range shas {
		values[i] = []any{sha, holder}
		if _, err := t.exec(ctx, `DELETE FROM render_dead WHERE sha = $1`, sha); err != nil {
			return err
		}
	}
	return insert(ctx, t, `INSERT INTO render_hold (sha, holder) VALUES `, ` ON CONFLICT (sha, holder) DO NOTHING`, values, nil)
}

// dropHolds lets a holder's content go.
func (q *Queue) dropHolds(ctx context.Context, t tx, holder string, now time.Time) error {
	if _, err := t.exec(ctx, `INSERT INTO render_dead (sha, since) SELECT sha, $2 FROM render_hold WHERE holder = $1 ON CONFLICT (sha) DO NOTHING`, holder, ms(now)); err != nil {
		return err
	}
	_, err := t.exec(ctx, `DELETE FROM render_hold WHERE holder = $1`, holder)
	return err
}
