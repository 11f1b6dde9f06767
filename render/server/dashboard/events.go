package dashboard

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"
)

const (
	// streamPause is the least time between two messages of a stream: what changes
	// faster is told together.
	streamPause = 700 * time.Millisecond
	// streamShare is how many times as long as its last reading a stream rests: on a
	// long list, or with a search that reads all of it, it moves in larger steps and
	// never takes more than a small share of a processor.
	streamShare = 20
	// streamBeat is how often a silent stream is written to, so that proxies keep it.
	streamBeat = 15 * time.Second
	// streamWrite bounds one write to a visitor who does not read.
	streamWrite = 10 * time.Second
)

// events streams what changes on the board, or on the page of one task, as rendered
// fragments by the id of the element they belong in.
func (d *dashboard) events(w http.ResponseWriter, r *http.Request) {
	select {
	case d.streams <- struct{}{}:
		defer func() { <-d.streams }()
	default:
		w.Header().Set("Retry-After", "30")
		http.Error(w, "too many pages are being watched", http.StatusServiceUnavailable)
		return
	}
	who, uuid, f := whoIs(r), r.FormValue("task"), filterOf(r)
	fragments := func() (map[string]string, error) { return d.boardFragments(r.Context(), who, f) }
	if uuid != "" {
		fragments = func() (map[string]string, error) { return d.taskFragments(r.Context(), who, uuid) }
	}
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("X-Accel-Buffering", "no")
	write := func(text string) bool {
		_ = out.SetWriteDeadline(time.Now().Add(streamWrite)) // a test's recorder has none
		_, err := fmt.Fprint(w, text)
		return err == nil && out.Flush() == nil
	}
	changes := d.Queue.Changes(r.Context())
	beat := time.NewTicker(streamBeat)
	defer beat.Stop()
	sent := map[string]string{}
	if !write("retry: 3000\n\n") {
		return
	}
	for {
		began := time.Now()
		now, err := fragments()
		cost := time.Since(began)
		if err != nil {
			if r.Context().Err() == nil {
				d.log.WarnContext(r.Context(), "dashboard events", "error", err)
			}
			return
		}
		if now == nil || !d.stillIn(r) {
			write("event: gone\ndata: {}\n\n")
			return
		}
		news := map[string]string{}
		for id, html := range now {
			if sent[id] != html {
				sent[id], news[id] = html, html
			}
		}
		if len(news) > 0 {
			body, err := json.Marshal(news)
			if err != nil || !write("event: patch\ndata: "+string(body)+"\n\n") {
				return
			}
		}
		if !pause(r.Context(), max(streamPause, streamShare*cost)) {
			return
		}
		for waiting := true; waiting; {
			select {
			case <-r.Context().Done():
				return
			case <-d.Closing:
				return
			case ids, open := <-changes:
				if !open {
					return
				}
				waiting = uuid != "" && !slices.Contains(ids, uuid)
			case <-beat.C:
				waiting = false // times of the day and lost workers change by themselves
				if !write(": still here\n\n") {
					return
				}
			}
		}
	}
}

// stillIn says whether a stream's visitor would be let in again.
func (d *dashboard) stillIn(r *http.Request) bool {
	who, ok := d.session(r)
	return ok && who == whoIs(r)
}

func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

func (d *dashboard) boardFragments(ctx context.Context, who Who, f filter) (map[string]string, error) {
	b, err := d.readBoard(ctx, who, f)
	if err != nil {
		return nil, err
	}
	b.Keys = d.Keys != nil
	return d.fragments("board", b, "stats", "running", "tasks", "workers")
}

func (d *dashboard) taskFragments(ctx context.Context, who Who, uuid string) (map[string]string, error) {
	p, err := d.readTask(ctx, who, uuid)
	if err != nil || p == nil {
		return nil, err
	}
	p.Who, p.Keys = who, d.Keys != nil
	return d.fragments("task", p, "live")
}

// fragments renders parts of a page, each as what stands in the element of that id.
func (d *dashboard) fragments(name string, data any, ids ...string) (map[string]string, error) {
	out := map[string]string{}
	for _, id := range ids {
		var b bytes.Buffer
		if err := d.pages[name].ExecuteTemplate(&b, id, data); err != nil {
			return nil, err
		}
		out[id] = b.String()
	}
	return out, nil
}
