package pattern

import (
	"strings"
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

func TestForgottenPatternsMatchAgain(t *testing.T) {
	p := New(`a(b)$`)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 50 {
				if p.FindString(strings.Repeat("x", 40)+"ab") != "ab" {
					t.Error("no match")
				}
				Forget()
			}
		})
	}
	wg.Wait()
	if p.re.Load() != nil {
		t.Error("a program is kept")
	}
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
