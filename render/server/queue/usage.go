package queue

import (
	"context"
	"fmt"
	"time"
)

// Usage is what an owner has used in some time.
type Usage struct {
	Tasks   int     // accepted
	Planned float64 // seconds of video asked for
	Results int     // finished
	Seconds float64 // of finished video
	Cost    float64 // USD
}

// Usage sums up what an owner ("" = all) has used from a day on (UTC), that day included;
// the zero time is since ever.
func (q *Queue) Usage(ctx context.Context, owner string, from time.Time) (Usage, error) {
	var u Usage
	day := ""
	if !from.IsZero() {
		day = from.UTC().Format(time.DateOnly)
	}
	err := q.db.row(ctx, `SELECT coalesce(sum(tasks), 0), coalesce(sum(planned), 0), coalesce(sum(results), 0), coalesce(sum(seconds), 0), coalesce(sum(cost), 0)
		FROM render_usage WHERE (owner = $1 OR $1 = '') AND day >= $2`, owner, day).Scan(&u.Tasks, &u.Planned, &u.Results, &u.Seconds, &u.Cost)
	if err != nil {
		return u, fmt.Errorf("usage: %w", err)
	}
	return u, nil
}
