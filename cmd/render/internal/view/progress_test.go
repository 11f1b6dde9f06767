package view

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render"
)

// screen is a terminal's output that may be read while bars are drawn.
type screen struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// TestNotesOfTheLastVideoAreShown: when all videos are done the bars are, too, and what is
// said after that must not be lost.
func TestNotesOfTheLastVideoAreShown(t *testing.T) {
	t.Parallel()
	out := &screen{}
	p := New(Options{Err: out, Bars: true}).Progress(1)
	p.Observe(render.Event{Event: render.Started, Key: "a"})
	p.bars.observe(render.Event{Event: render.Finished, Key: "a"})
	for deadline := time.Now().Add(5 * time.Second); !strings.Contains(out.String(), "1/1") && time.Now().Before(deadline); {
		time.Sleep(20 * time.Millisecond)
	}
	time.Sleep(300 * time.Millisecond) // the bars have come to rest
	p.finished(render.Event{Event: render.Finished, Key: "a", Status: render.Done, Action: render.Create, Notes: []string{"something to know"}})
	p.Close()
	if got := out.String(); !strings.Contains(got, "something to know") || !strings.Contains(got, "1/1") {
		t.Errorf("the screen shows %q", got)
	}
}

func TestTalkBreaksBetweenWords(t *testing.T) {
	t.Parallel()
	for columns, want := range map[int]string{
		0:  "it is said once and for all",
		20: "it is said|once and for|all",
		6:  "it|is|said|once|and|for|all",
	} {
		if got := strings.Join(New(Options{Width: columns}).lines("it is said once and for all", 6), "|"); got != want {
			t.Errorf("%d columns: %q, want %q", columns, got, want)
		}
	}
}
