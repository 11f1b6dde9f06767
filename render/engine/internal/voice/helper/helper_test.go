package helper

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

func init() {
	Main("internal-test-helper", func(args []string) (func(string) (string, error), error) {
		if args[0] == "broken" {
			return nil, errors.New("library is broken")
		}
		n := 0
		return func(q string) (string, error) {
			switch q {
			case "die":
				fmt.Fprintln(os.Stderr, "model.cc:12 'sample_rate' is missing")
				os.Exit(3)
			case "crash":
				fmt.Fprintln(os.Stderr, "  what():  no such key")
				if self, err := os.FindProcess(os.Getpid()); err == nil {
					_ = self.Signal(syscall.SIGSEGV)
				}
				time.Sleep(time.Minute)
			case "refuse":
				return "", errors.New("refused")
			case "sleep":
				time.Sleep(time.Minute)
			}
			n++
			return fmt.Sprintf("%s %s %d %s", args[0], q, n, os.Getenv("HOME")), nil
		}, nil
	})
}

func helper(t *testing.T, arg string) *Helper[string, string] {
	h := New[string, string]("internal-test-helper", 10*time.Second, func() ([]string, error) { return []string{arg}, nil })
	t.Cleanup(h.Close)
	return h
}

// A helper that dies is started again, and a cancelled call does not poison the next.
func TestHelper(t *testing.T) {
	t.Parallel()
	h := helper(t, "x")
	want := func(q, reply, problem string) {
		t.Helper()
		got, err := h.Call(t.Context(), q)
		if got != reply || (err == nil) != (problem == "") || err != nil && !strings.Contains(err.Error(), problem) {
			t.Errorf("%s: %q, %v", q, got, err)
		}
	}
	want("a", "x a 1 ", "") // and nothing of our environment
	want("refuse", "", "refused")
	want("b", "x b 2 ", "")
	want("die", "", "'sample_rate' is missing")
	want("c", "x c 1 ", "")
	want("crash", "", "what():  no such key (SIGSEGV")
	want("c", "x c 1 ", "")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := h.Call(ctx, "sleep"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cancelled: %v", err)
	}
	want("d", "x d 1 ", "")
	var all sync.WaitGroup
	for range 4 { // callers take turns
		all.Go(func() {
			if _, err := h.Call(t.Context(), "e"); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	want("f", "x f 6 ", "")
	h = helper(t, "broken")
	want("a", "", "library is broken")
	h = New[string, string]("internal-test-helper", time.Second, func() ([]string, error) { return nil, os.ErrNotExist })
	if _, err := h.Call(t.Context(), "a"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no library: %v", err)
	}
}
