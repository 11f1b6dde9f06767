package queue

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// feed watches the tasks' table for changes by any process, drops what the cache
// knows of them and tells the subscribers.
//
// A transaction notes the time at which it changed a task and commits later, and
// clocks are set back: a change can appear behind a newer one. So the feed looks back
// a little and passes over what it has seen; see touch for what makes that safe.
type feed struct {
	q      *Queue
	signal chan struct{}

	mu   sync.Mutex
	subs map[chan []string]map[string]bool // subscriber → tasks it has not taken yet
}

const (
	feedEvery = 200 * time.Millisecond // when nobody says that there is something
	feedRest  = 40 * time.Millisecond  // between two looks, however much there is
	feedBack  = 2 * time.Second
)

// touch notes that a task has changed. No two changes of a task have the same time.
func touch(ctx context.Context, t tx, uuid string, now time.Time) error {
	_, err := t.exec(ctx, `UPDATE render_task SET changed = CASE WHEN changed >= $2 THEN changed + 1 ELSE $2 END WHERE uuid = $1`, uuid, ms(now))
	return err
}

func newFeed(q *Queue) *feed {
	return &feed{q: q, signal: make(chan struct{}, 1), subs: map[chan []string]map[string]bool{}}
}

// Changes tells of tasks that have changed, by UUID, until ctx ends and the channel is
// closed. What happens while the receiver is busy is told in one piece later.
func (q *Queue) Changes(ctx context.Context) <-chan []string {
	ch := make(chan []string, 1)
	q.feed.mu.Lock()
	q.feed.subs[ch] = map[string]bool{}
	q.feed.mu.Unlock()
	context.AfterFunc(ctx, func() {
		q.feed.mu.Lock()
		defer q.feed.mu.Unlock()
		delete(q.feed.subs, ch)
		close(ch)
	})
	return ch
}

// wake makes the feed look at once.
func (f *feed) wake() {
	select {
	case f.signal <- struct{}{}:
	default:
	}
}

func (f *feed) run(ctx context.Context) {
	f.q.done.Go(func() { f.q.db.listen(ctx, f.wake) })
	last := ms(f.q.now())
	seen := map[string]int64{}
	down := false
	tick := time.NewTicker(feedEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-f.signal:
		}
		f.q.cache.turn()
		var err error
		switch last, err = f.look(ctx, last, seen); {
		case err != nil && ctx.Err() == nil:
			f.q.mutter.Warn("the database does not answer; trying on", "error", err)
			down = true
		case err == nil && down:
			f.q.log.Info("the database answers again")
			down = false
		}
		select {
		case <-ctx.Done():
		case <-time.After(feedRest):
		}
	}
}

// look publishes what has changed since last and gives the time to go on from.
func (f *feed) look(ctx context.Context, last int64, seen map[string]int64) (int64, error) {
	from := last - feedBack.Milliseconds()
	var changed []string
	err := each(ctx, f.q.db, `SELECT uuid, changed FROM render_task WHERE changed >= $1`, []any{from}, func(r row) error {
		var id string
		var when int64
		if err := r.Scan(&id, &when); err != nil {
			return err
		}
		last = max(last, when)
		if seen[id] != when {
			seen[id] = when
			changed = append(changed, id)
		}
		return nil
	})
	for id, when := range seen {
		if when < from {
			delete(seen, id)
		}
	}
	if err != nil {
		return last, fmt.Errorf("changes: %w", err)
	}
	if len(changed) > 0 {
		f.q.cache.drop(changed...)
	}
	f.publish(changed)
	return last, nil
}

func (f *feed) publish(changed []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for ch, pending := range f.subs {
		for _, id := range changed {
			pending[id] = true
		}
		if len(pending) == 0 {
			continue
		}
		ids := make([]string, 0, len(pending))
		for id := range pending {
			ids = append(ids, id)
		}
		select {
		case ch <- ids:
			clear(pending)
		default:
		}
	}
}
