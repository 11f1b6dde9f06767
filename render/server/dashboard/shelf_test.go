package dashboard_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render/server/dashboard"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// noon is when the tests take place.
var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

// shelf is a queue in memory, whose tasks are what a test puts there. The real one
// is tried in the server's own tests.
type shelf struct {
	mu      sync.Mutex
	tasks   []*queue.Task
	workers []queue.Worker
	subs    []chan []string
}

// id is the UUID of the n-th task.
func id(n int) string { return fmt.Sprintf("%08x-1c2d-4e3f-8a4b-5c6d7e8f9a0b", n) }

// put adds or replaces a task and tells those who watch.
func (s *shelf) put(t *queue.Task, spec manifest.Spec) {
	t.Spec, _ = json.Marshal(spec)
	t.Request, _ = json.Marshal(map[string]any{"taskType": "videoInference", "taskUUID": t.UUID, "positivePrompt": spec.PositivePrompt})
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.tasks, func(o *queue.Task) bool { return o.UUID == t.UUID })
	if i >= 0 {
		s.tasks[i] = t
	} else {
		s.tasks = append(s.tasks, t)
	}
	for _, ch := range s.subs {
		select {
		case ch <- []string{t.UUID}:
		default:
		}
	}
}

func (s *shelf) List(_ context.Context, f queue.Filter) ([]*queue.Task, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []*queue.Task
	for _, t := range s.tasks {
		text := strings.ToLower(t.UUID + " " + string(t.Spec))
		if (f.Owner == "" || t.Owner == f.Owner) && (f.State == "" || t.State == f.State) && strings.Contains(text, strings.ToLower(f.Search)) &&
			(f.Before.IsZero() || t.Submitted.Before(f.Before)) {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b *queue.Task) int { return b.Submitted.Compare(a.Submitted) })
	return out[:min(len(out), f.Limit)], nil
}

func (s *shelf) Task(_ context.Context, owner, uuid string) (*queue.Task, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.tasks {
		if t.UUID == uuid && (owner == "" || t.Owner == owner) {
			return t, nil
		}
	}
	return nil, nil
}

func (s *shelf) Counts(_ context.Context, owner string) (map[queue.State]int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := map[queue.State]int{}
	for _, t := range s.tasks {
		if owner == "" || t.Owner == owner {
			out[t.State]++
		}
	}
	return out, nil
}

func (s *shelf) Usage(context.Context, string, time.Time) (queue.Usage, error) {
	return queue.Usage{Tasks: 40, Results: 31, Seconds: 1042, Cost: 3.2}, nil
}

func (s *shelf) Workers(context.Context) ([]queue.Worker, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.workers), nil
}

func (s *shelf) Changes(ctx context.Context) <-chan []string {
	ch := make(chan []string, 8)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.subs = append(s.subs, ch)
	context.AfterFunc(ctx, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.subs = slices.DeleteFunc(s.subs, func(o chan []string) bool { return o == ch })
		close(ch)
	})
	return ch
}

// prompts are what people ask for.
var prompts = []string{
	"Introduce Tidemark, a leak sensor the size of a coin, to homeowners. Open with a question, then show that it feels the first drop and alerts the phone within 8 seconds.",
	"Quarterly update for the board: revenue up 18 % to €4.2 million, churn down to 1.9 %, two new offices.",
	"Explain our refund policy in 30 seconds.",
	"Onboarding for warehouse staff: lifting, walkways, and whom to call.",
	"Warum Wärmepumpen auch im Altbau funktionieren",
	"How the new booking page works, step by step",
}

// furnish fills a shelf with tasks in every state.
func furnish() *shelf {
	s := &shelf{workers: []queue.Worker{
		{ID: "w1", Host: "render-a", PID: 4121, Version: "2", Slots: 4, Running: 2, Started: noon.Add(-3 * time.Hour), Beat: noon},
		{ID: "w2", Host: "render-b", PID: 977, Version: "2", Slots: 4, Running: 1, Started: noon.Add(-26 * time.Minute), Beat: noon},
		{ID: "w3", Host: "render-c", PID: 31, Version: "1", Slots: 2, Started: noon.Add(-26 * time.Hour), Beat: noon.Add(-50 * time.Second), Lost: true},
	}}
	for n := range 60 {
		spec := manifest.Spec{PositivePrompt: prompts[n%len(prompts)], Width: 1920, Height: 1080, Duration: 20 + n%3*10, Inputs: &manifest.Inputs{Avatar: "maya"}, Style: "bold"}
		if n%4 == 1 {
			spec.Width, spec.Height = 1080, 1920
		}
		t := &queue.Task{Submission: queue.Submission{UUID: id(n), Owner: []string{"marketing", "support"}[n%2], Results: 1}, Submitted: noon.Add(-time.Duration(n*n) * 3 * time.Second)}
		r := queue.Result{Attempts: 1}
		switch {
		case n < 3:
			t.State, r.State = queue.Queued, queue.Queued
		case n < 6:
			t.State, t.Started = queue.Running, t.Submitted.Add(2*time.Second)
			r.State, r.Phase, r.Percent, r.Worker = queue.Running, []string{"voice", "draw", "encode"}[n%3], float64(15+n*9), "w1"
		case n%9 == 0:
			t.State, t.Started, t.Finished = queue.Failed, t.Submitted.Add(time.Second), t.Submitted.Add(4*time.Second)
			r.State, r.Err = queue.Failed, &queue.Failure{Code: "narrationTooLong", Message: "the text takes 41.2 s to speak and the video has 30 s: shorten the text, set duration to 42, or set fit to trim or extend", Permanent: true}
		default:
			t.State, t.Started, t.Finished = queue.Done, t.Submitted.Add(time.Second), t.Submitted.Add(time.Duration(9+n%40)*time.Second)
			r.State, r.Worker, r.VideoUUID, r.Cost = queue.Done, "w2", id(1000+n), float64(n%4)*.12
			r.Made = &queue.Made{Video: queue.Blob{SHA256: strings.Repeat("a", 64), Bytes: 4_812_345, MIME: "video/mp4"}, Sidecars: map[string]queue.Blob{".vtt": {SHA256: "v"}},
				Poster: &queue.Blob{SHA256: "p"}, Storyboard: &queue.Blob{SHA256: "board"}, Seed: 4711, Seconds: 30.03, Width: spec.Width, Height: spec.Height,
				ScenesRendered: 6, ScenesReused: 2, Notes: []string{"the figure 18 % is shown as a chart"}}
			r.Expires = noon.Add(30 * 24 * time.Hour)
		}
		t.Results = []queue.Result{r}
		s.put(t, spec)
	}
	return s
}

const boardYAML = `storyboard: 1
title: Tidemark
scenes:
  - {id: s1, kind: title, headline: "Would you hear a pipe drip at night?", say: "Would you hear a pipe drip at night?"}
  - {id: s2, kind: number, headline: "8 seconds to your phone", say: "Tidemark feels the first drop and alerts your phone within eight seconds."}
  - {id: s3, kind: points, headline: "Nothing to wire", say: "No wiring, a five-year battery, and a valve that closes by itself."}
  - {id: s4, kind: end, headline: "Find yours at tidemark.example", say: "Find yours at tidemark dot example."}
`

// keyring knows two people.
type keyring struct{ gone string }

func (k *keyring) Check(key string) (dashboard.Who, bool) {
	switch key {
	case "key-of-marketing":
		return dashboard.Who{Name: "marketing"}, true
	case "key-of-ops":
		return dashboard.Who{Name: "ops", Admin: true}, true
	}
	return dashboard.Who{}, false
}

func (k *keyring) Still(name string) (dashboard.Who, bool) {
	if name == k.gone || name != "marketing" && name != "ops" {
		return dashboard.Who{}, false
	}
	return dashboard.Who{Name: name, Admin: name == "ops"}, true
}

// config is a dashboard over a shelf.
func config(s *shelf) dashboard.Config {
	return dashboard.Config{
		Queue: s, Now: func() time.Time { return noon }, Secret: []byte(strings.Repeat("s", 32)), Version: "v0.9.0",
		MediaURL: func(_ *queue.Task, r *queue.Result, ext string) string {
			return "/media/" + r.VideoUUID + ext + "?expires=1&sig=2"
		},
		Open: func(_ context.Context, sum string) (io.ReadCloser, error) {
			if sum != "board" {
				return nil, os.ErrNotExist
			}
			return io.NopCloser(strings.NewReader(boardYAML)), nil
		},
		Avatars: []dashboard.Choice{{Value: "maya", Label: "Maya"}, {Value: "ada", Label: "Ada"}},
		Styles:  []dashboard.Choice{{Value: "bold", Label: "Bold"}},
		Voices:  []dashboard.Choice{{Value: "emma", Label: "Emma"}},
		Submit:  func(*http.Request, dashboard.Who, wire.Task) []wire.Error { return nil },
	}
}

// get asks for a page as a browser on this machine does.
func get(t *testing.T, h http.Handler, target string, cookies ...*http.Cookie) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://localhost:8080"+target, nil)
	for _, c := range cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
