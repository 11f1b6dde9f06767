package queue

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// folded is how long a complaint of what runs in the background is not said again.
const folded = 30 * time.Second

// background is the log of what runs all the time and complains again and again while
// the database does not answer: only what somebody has to know, each complaint once in
// a while, with how many were left out before it. River's log is this one, too.
func background(log *slog.Logger) *slog.Logger {
	return slog.New(&complaints{Handler: log.Handler(), said: &said{last: map[string]*complaint{}}})
}

type complaints struct {
	slog.Handler
	said *said
}

// said is what has been said, by message; there are few.
type said struct {
	mu   sync.Mutex
	last map[string]*complaint
}

type complaint struct {
	at   time.Time
	left int
}

func (c *complaints) Enabled(ctx context.Context, l slog.Level) bool {
	return l >= slog.LevelWarn && c.Handler.Enabled(ctx, l)
}

func (c *complaints) Handle(ctx context.Context, r slog.Record) error {
	c.said.mu.Lock()
	last := c.said.last[r.Message]
	if last != nil && r.Time.Sub(last.at) < folded {
		last.left++
		c.said.mu.Unlock()
		return nil
	}
	c.said.last[r.Message] = &complaint{at: r.Time}
	c.said.mu.Unlock()
	if last != nil && last.left > 0 {
		r = r.Clone()
		r.Add("unsaid", last.left)
	}
	return c.Handler.Handle(ctx, r)
}

func (c *complaints) WithAttrs(a []slog.Attr) slog.Handler {
	return &complaints{c.Handler.WithAttrs(a), c.said}
}

func (c *complaints) WithGroup(n string) slog.Handler {
	return &complaints{c.Handler.WithGroup(n), c.said}
}
