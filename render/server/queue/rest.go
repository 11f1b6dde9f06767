package queue

import "time"

// maxUnfit is how often a unit goes back because of an unfit worker, before that counts
// against the unit: it may be the one that fills every disk. With unfitWait it takes
// hours until then.
const maxUnfit = 40

// unfitWait is how long a unit waits that unfit workers have given back n times before:
// another worker may have it at once, and minutes later they may all be well again.
func (q *Queue) unfitWait(n int64) time.Duration {
	if n == 0 {
		return 0
	}
	return min(q.opts.Lease<<min(n-1, 8), 10*q.opts.Lease)
}

// uncounted is how often the unit was claimed before without that being an attempt.
func (u *Unit) uncounted() int64 { return u.claim - int64(u.Attempt) }

// pause keeps the crew from taking engine units for a while.
func (c *crew) pause() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rest = time.Now().Add(c.q.opts.Lease)
}

func (c *crew) paused() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Before(c.rest)
}
