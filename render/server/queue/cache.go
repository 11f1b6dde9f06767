package queue

import (
	"sync"
	"sync/atomic"
	"time"
)

// taskCache keeps tasks that are being asked for until they change, and not for longer
// than cacheLife, in case the feed is late. It has two generations, of which the older
// one is forgotten when the younger one takes its place: what is kept follows what was
// asked for in the last seconds, however many tasks there have been.
type taskCache struct {
	mu         sync.RWMutex
	young, old map[string]*Task
	turned     time.Time // when the young generation began
	changes    atomic.Int64
}

const (
	cacheSize = 20_000 // tasks of one generation; more are read from the database
	cacheLife = 2 * time.Second
)

func newTaskCache() *taskCache { return &taskCache{young: map[string]*Task{}, turned: time.Now()} }

func (c *taskCache) get(uuid string) *Task {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if time.Since(c.turned) > cacheLife { // nobody turns it: the feed is stuck
		return nil
	}
	if t := c.young[uuid]; t != nil {
		return t
	}
	return c.old[uuid]
}

// put keeps a task that was read after the given number of changes. When there have
// been changes since, the task may be an old one and is not kept.
func (c *taskCache) put(t *Task, since int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.changes.Load() == since && len(c.young) < cacheSize {
		c.young[t.UUID] = t
	}
}

func (c *taskCache) drop(uuids ...string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.changes.Add(1)
	for _, id := range uuids {
		delete(c.young, id)
		delete(c.old, id)
	}
}

// turn begins a generation when the last one has had its time. The feed calls it at
// every look.
func (c *taskCache) turn() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.turned) >= cacheLife/2 {
		c.young, c.old, c.turned = map[string]*Task{}, c.young, time.Now()
	}
}
