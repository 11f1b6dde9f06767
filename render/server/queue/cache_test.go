package queue

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func named(uuid string) *Task { return &Task{Submission: Submission{UUID: uuid}} }

// TestCacheForgets: what has not been asked for lately takes no memory, and nothing is
// answered from the cache for longer than it may be wrong.
func TestCacheForgets(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newTaskCache()
		kept := func() int { return len(c.young) + len(c.old) }
		for i := range 10_000 { // tasks that are asked for once, 1,000 a second
			c.put(named(fmt.Sprint(i)), 0)
			time.Sleep(time.Millisecond)
			c.turn()
			if n := kept(); n > 2500 {
				t.Fatalf("%d tasks are kept after %d", n, i+1)
			}
		}
		if c.get("9999") == nil || c.get("7000") != nil {
			t.Error("a task of now is forgotten, or one of three seconds ago is not")
		}
		time.Sleep(cacheLife + time.Millisecond)
		if c.get("9999") != nil {
			t.Error("a task is believed that may have changed long ago")
		}
		c.turn()
		time.Sleep(cacheLife)
		if c.turn(); kept() > 0 {
			t.Errorf("%d tasks are kept that nobody asks for", kept())
		}
		for i := range 3 * cacheSize {
			c.put(named(fmt.Sprint(i)), 0)
		}
		if kept() > 2*cacheSize {
			t.Errorf("%d tasks are kept", kept())
		}
	})
}

// TestCacheDrops: what has changed, or may have, is read anew.
func TestCacheDrops(t *testing.T) {
	c := newTaskCache()
	c.put(named("a"), 0)
	c.put(named("b"), 0)
	if c.drop("a"); c.get("a") != nil || c.get("b") == nil {
		t.Error("dropping a took b, or left a")
	}
	if c.put(named("a"), 0); c.get("a") != nil {
		t.Error("a task was kept that was read before it changed")
	}
	if c.put(named("a"), 1); c.get("a") == nil {
		t.Error("a task that was read after its change is not kept")
	}
}
