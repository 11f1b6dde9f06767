package queue_test

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// TestOutageInLog: while the database is away every part says so once, not five times a
// second, and the log says when the database is back.
func TestOutageInLog(t *testing.T) {
	t.Parallel()
	server := queuetest.NewPostgres(t)
	var log lockedBuffer
	q := queuetest.Open(t, server.Database(t), func(o *queue.Options) { o.Logger = slog.New(slog.NewTextHandler(&log, nil)) })
	queuetest.Work(t, q, &queuetest.Runner{}, queue.WorkOptions{Slots: 1})
	queuetest.Wait(t, q, queuetest.Submit(t, q, queuetest.Task("a")), func(x *queue.Task) bool { return x.State.Ended() })
	server.Kill()
	for deadline := time.Now().Add(10 * time.Second); !strings.Contains(log.String(), "does not answer"); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal(log.String())
		}
	}
	time.Sleep(1500 * time.Millisecond)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for !strings.Contains(log.String(), "answers again") {
		if ctx.Err() != nil {
			t.Fatal(log.String())
		}
		time.Sleep(20 * time.Millisecond)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(log.String()) {
		if strings.Contains(line, "level=INFO") {
			continue
		}
		_, message, _ := strings.Cut(line, " msg=")
		if message = message[:min(40, len(message))]; seen[message] {
			t.Errorf("twice: %s", line)
		}
		seen[message] = true
	}
}
