package pattern

import (
	"sync"
	"testing"
)

func TestFirstUseFromManyGoroutines(t *testing.T) {
	t.Parallel()
	p, long := New(`a|ab`), Longest(`a|ab`)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if p.FindString("xab") != "a" || long.FindString("xab") != "ab" {
				t.Error("wrong match")
			}
		})
	}
	wg.Wait()
}

func TestBadPatternPanicsWhenUsed(t *testing.T) {
	t.Parallel()
	p := New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	p.MatchString("x")
}
