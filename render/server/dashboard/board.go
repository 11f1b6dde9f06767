package dashboard

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"gitops.video/render/render/server/queue"
)

// pageSize is how many tasks a list shows at once.
const pageSize = 40

// board is what the first page shows.
type board struct {
	page
	Filter  filter
	Counts  map[string]int // by state
	All     int
	Today   queue.Usage
	Running []task
	Tasks   []task
	More    string // address of the next page, "" = there is none
	Workers []queue.Worker
	Slots   int
	Busy    int
	Tick    int64 // names the frames of now
}

// filter is what the visitor wants to see.
type filter struct {
	State  queue.State
	Search string
	Owner  string
	Before time.Time
}

func filterOf(r *http.Request) filter {
	f := filter{Search: clip(strings.TrimSpace(r.FormValue("q")), 200), Owner: r.FormValue("owner")}
	switch s := queue.State(r.FormValue("state")); s {
	case queue.Queued, queue.Running, queue.Done, queue.Failed:
		f.State = s
	}
	if t, err := time.Parse(time.RFC3339Nano, r.FormValue("before")); err == nil {
		f.Before = t
	}
	return f
}

// With is the address of the same list with another state.
func (f filter) With(state string) string {
	f.State, f.Before = queue.State(state), time.Time{}
	return "/" + f.query()
}

func (f filter) query() string {
	q := url.Values{}
	for name, v := range map[string]string{"q": f.Search, "state": string(f.State), "owner": f.Owner} {
		if v != "" {
			q.Set(name, v)
		}
	}
	if !f.Before.IsZero() {
		q.Set("before", f.Before.Format(time.RFC3339Nano))
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// First says that the list begins with the newest task.
func (f filter) First() bool { return f.Before.IsZero() }

// Plain says that nothing is left out.
func (f filter) Plain() bool { return f == filter{} }

func (d *dashboard) board(w http.ResponseWriter, r *http.Request) {
	b, err := d.readBoard(r.Context(), whoIs(r), filterOf(r))
	if err != nil {
		d.fail(w, r, err)
		return
	}
	b.page = d.page(r, "Tasks", "board")
	b.Events, b.Search = "/events"+b.Filter.query(), b.Filter.Search
	d.render(w, r, http.StatusOK, "board", b)
}

func (d *dashboard) readBoard(ctx context.Context, who Who, f filter) (*board, error) {
	owner := who.scope()
	if who.Admin {
		owner = f.Owner
	} else {
		f.Owner = ""
	}
	b := &board{Filter: f, Counts: map[string]int{}, Tick: d.Now().Unix()}
	b.Who = who
	counts, err := d.Queue.Counts(ctx, owner)
	if err != nil {
		return nil, err
	}
	for state, n := range counts {
		b.Counts[string(state)] = n
		b.All += n
	}
	if b.Today, err = d.Queue.Usage(ctx, owner, d.Now()); err != nil {
		return nil, err
	}
	if b.Workers, err = d.Queue.Workers(ctx); err != nil {
		return nil, err
	}
	for _, w := range b.Workers {
		if !w.Lost {
			b.Slots += w.Slots
			b.Busy += w.Running
		}
	}
	if f.First() && (f.State == "" || f.State == queue.Running) {
		running, err := d.Queue.List(ctx, queue.Filter{Owner: owner, State: queue.Running, Search: f.Search, Limit: 12})
		if err != nil {
			return nil, err
		}
		for _, t := range running {
			b.Running = append(b.Running, d.view(t, who))
		}
	}
	tasks, err := d.Queue.List(ctx, queue.Filter{Owner: owner, State: f.State, Search: f.Search, Before: f.Before, Limit: pageSize + 1})
	if err != nil {
		return nil, err
	}
	if len(tasks) > pageSize {
		next := f
		next.Before = tasks[pageSize-1].Submitted
		b.More = "/" + next.query()
		tasks = tasks[:pageSize]
	}
	for _, t := range tasks {
		b.Tasks = append(b.Tasks, d.view(t, who))
	}
	return b, nil
}
