package render

import (
	"context"
	"errors"
	"hash/fnv"
	"strconv"
	"time"
)

// Backoff of repeated calls: doubling from first, never above most.
const (
	backoffFirst = time.Second
	backoffMost  = time.Minute
	maxTries     = 5 // calls of one kind for one attempt
)

// retried says whether the same call may succeed later. A terminal failure never
// does: the generation is over and only a new attempt can help.
func (c Class) retried() bool {
	switch c {
	case ClassRateLimit, ClassTimeout, ClassServer, ClassProvider:
		return true
	}
	return false
}

// backoff is the wait before try n (1 = the first repetition): exponential, at
// least what the provider asked for, and spread by up to a quarter either way so
// that a batch does not come back as one. The spread is a hash, not a random
// number: a run can be repeated exactly.
func backoff(taskUUID string, n int, after time.Duration) time.Duration {
	d := backoffMost
	if n < 7 {
		d = min(backoffFirst<<(n-1), backoffMost)
	}
	h := fnv.New32a()
	h.Write([]byte(taskUUID + "/" + strconv.Itoa(n)))
	spread := float64(h.Sum32())/float64(1<<32)/2 - 0.25
	return max(d+time.Duration(spread*float64(d)), after)
}

// retry calls f until it succeeds, fails for good, or has been tried often enough.
// ambiguous says whether an error that is no [Failure] is worth another try.
func (a *applier) retry(ctx context.Context, c *Change, taskUUID string, ambiguous bool, f func() error) error {
	for n := 1; ; n++ {
		err := f()
		var failure *Failure
		switch {
		case err == nil, ctx.Err() != nil, errors.Is(err, ErrPending), n == maxTries:
			return err
		case errors.As(err, &failure):
			if failure.Terminal || !failure.Class.retried() {
				return err
			}
		case !ambiguous:
			return err
		}
		var after time.Duration
		if failure != nil {
			after = failure.After
		}
		wait := backoff(taskUUID, n, after)
		a.observe(Event{Event: Retrying, Manifest: c.Manifest, Key: c.Key, TaskUUID: taskUUID, Err: err,
			Reason: "trying again in " + wait.Round(100*time.Millisecond).String()})
		if a.clock.Sleep(ctx, wait) != nil {
			return err
		}
	}
}
