package runware

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// Closed by a jam, the gate lets calls through one by one, and after a while without
// trouble all at once again.
func TestGate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		g := newGate(time.Now, time.Second, time.Minute)
		pass := func(n int) time.Duration {
			began := time.Now()
			done := make(chan struct{})
			for range n {
				go func() {
					_ = g.wait(context.Background()) // never ends early
					done <- struct{}{}
				}()
			}
			for range n {
				<-done
			}
			return time.Since(began)
		}
		if d := pass(100); d != 0 {
			t.Errorf("an open gate held 100 calls for %s", d)
		}
		for range 30 {
			g.push(0) // one jam, seen by many calls
		}
		if d := pass(9); d < 1800*time.Millisecond || d > 2200*time.Millisecond {
			t.Errorf("9 calls passed in %s; want about 1 s closed and 8 × 125 ms", d)
		}
		g.push(0)
		if d := pass(1); d < 1600*time.Millisecond || d > 2500*time.Millisecond {
			t.Errorf("the second jam closed it for %s, want about 2 s", d)
		}
		g.push(30 * time.Second)
		if d := pass(1); d != 30*time.Second {
			t.Errorf("closed for %s where the server asked for 30 s", d)
		}
		for range 40 {
			g.ease()
		}
		if d := pass(100); d != 0 {
			t.Errorf("after 40 good calls it still held 100 calls for %s", d)
		}
		for range 30 {
			g.push(0)
			_ = g.wait(context.Background())
		}
		g.push(0)
		if d := pass(1); d > 73*time.Second {
			t.Errorf("closed for %s, the longest is a minute and a fifth", d)
		}
		g.push(time.Hour)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if g.wait(ctx) == nil {
			t.Error("a call that was called off passed")
		}
	})
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	now := func() time.Time { return time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC) }
	for _, tt := range []struct {
		value, date string
		want        time.Duration
	}{
		{"", "", 0},
		{"3", "", 3 * time.Second},
		{"0.5", "", 500 * time.Millisecond},
		{"-3", "", 0},
		{"NaN", "", 0},
		{"soon", "", 0},
		{"99999999999999", "", maxRetryAfter},
		{"Wed, 01 Jan 2031 00:00:42 GMT", "", 42 * time.Second},
		// This machine's clock is years off; the server's own date counts.
		{"Mon, 02 Jan 2006 15:04:35 GMT", "Mon, 02 Jan 2006 15:04:05 GMT", 30 * time.Second},
		{"Mon, 02 Jan 2006 15:04:05 GMT", "", 0},
	} {
		h := http.Header{}
		h.Set("Retry-After", tt.value)
		h.Set("Date", tt.date)
		if got := retryAfter(h, now); got != tt.want {
			t.Errorf("Retry-After %q at %q: %s, want %s", tt.value, tt.date, got, tt.want)
		}
	}
}
