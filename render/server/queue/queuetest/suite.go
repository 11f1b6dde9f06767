// Package queuetest holds what every database of the queue has to do, and what tests
// of the queue need: a PostgreSQL server of their own and a runner of functions.
package queuetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"gitops.video/render/render/server/queue"
)

// Run runs the suite. fresh gives the URL of an empty database.
func Run(t *testing.T, fresh func(t *testing.T) string) {
	for name, test := range map[string]func(*testing.T, string){
		"Submit": testSubmit, "Quota": testQuota, "Work": testWork, "Restart": testRestart, "Fair": testFair, "Ageing": testAgeing,
		"Concurrency": testConcurrency, "Failures": testFailures, "Drain": testDrain, "Spread": testSpread, "LongAndShort": testLongAndShort,
		"SpreadFailure": testSpreadFailure, "Deliveries": testDeliveries, "Expire": testExpire, "Media": testMedia, "List": testList, "Frames": testFrames, "Unfit": testUnfit, "Stopped": testStopped,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, fresh(t))
		})
	}
}

// testStopped: a worker that is stopped before it began has failed at nothing.
func testStopped(t *testing.T, url string) {
	q := Open(t, url)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := q.Work(ctx, &Runner{}, queue.WorkOptions{Slots: 1}); err != nil {
		t.Error(err)
	}
}

// Task is a submission that is right but for what edit changes.
func Task(owner string, edit ...func(*queue.Submission)) queue.Submission {
	s := queue.Submission{UUID: uuid.NewString(), Owner: owner, Request: []byte(`{"positivePrompt":"Explain tides."}`),
		Spec: []byte(`{"positivePrompt":"Explain tides."}`), Results: 1, Seconds: 30}
	for _, e := range edit {
		e(&s)
	}
	return s
}

func seconds(n float64) func(*queue.Submission) {
	return func(s *queue.Submission) { s.Seconds = n }
}

// Open opens a queue that notices things fast; it is closed with the test.
func Open(t testing.TB, url string, edit ...func(*queue.Options)) *queue.Queue {
	t.Helper()
	o := queue.Options{Lease: 3 * time.Second, Backoff: 10 * time.Millisecond}
	for _, e := range edit {
		e(&o)
	}
	q, err := queue.Open(t.Context(), url, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := q.Close(); err != nil {
			t.Error(err)
		}
	})
	return q
}

// Work runs a worker until the returned function is called, at the latest until the
// test ends.
func Work(t testing.TB, q *queue.Queue, r queue.Runner, o queue.WorkOptions) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- q.Work(ctx, r, o) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(stop)
	return stop
}

// Submit submits tasks that must all be accepted.
func Submit(t testing.TB, q *queue.Queue, tasks ...queue.Submission) []string {
	t.Helper()
	var ids []string
	for i, err := range q.Submit(t.Context(), tasks...) {
		if err != nil {
			t.Fatalf("task %d: %v", i, err)
		}
		ids = append(ids, tasks[i].UUID)
	}
	return ids
}

// Wait waits until all tasks are as ok wants them, looking whenever one has changed.
func Wait(t testing.TB, q *queue.Queue, ids []string, ok func(*queue.Task) bool) []*queue.Task {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 40*time.Second)
	defer cancel()
	changes := q.Changes(ctx)
	for {
		ts, err := q.Tasks(ctx, "", ids...)
		if err != nil && ctx.Err() == nil {
			t.Fatal(err)
		}
		if len(ts) == len(ids) && !slices.ContainsFunc(ts, func(x *queue.Task) bool { return !ok(x) }) {
			return ts
		}
		if _, open := <-changes; !open {
			for _, x := range ts {
				if !ok(x) {
					t.Fatalf("waited too long; task %s is %s: %+v", x.UUID, x.State, x.Results)
				}
			}
			t.Fatalf("waited too long; %d of %d tasks are there", len(ts), len(ids))
		}
	}
}

func ended(x *queue.Task) bool { return x.State.Ended() }

func testSubmit(t *testing.T, url string) {
	q := Open(t, url)
	a, b := Task("a"), Task("b", func(s *queue.Submission) { s.Results = 3 })
	if errs := q.Submit(t.Context(), a, a, b); errs[0] != nil || !errors.Is(errs[1], queue.ErrConflict) || errs[2] != nil {
		t.Fatal(errs)
	}
	again := Task("b")
	again.UUID = a.UUID
	bad := Task("a", func(s *queue.Submission) { s.Webhook = "http://\xff\x00" })
	next := Task("a")
	if errs := q.Submit(t.Context(), again, bad, next); errs[0] != nil || errs[1] == nil || errs[2] != nil {
		t.Fatal(errs)
	}
	ts, err := q.Tasks(t.Context(), "b", b.UUID, uuid.NewString(), b.UUID)
	if err != nil || len(ts) != 2 || ts[0].UUID != b.UUID || len(ts[0].Results) != 3 || ts[0].State != queue.Queued {
		t.Fatal(ts, err)
	}
	full, err := q.Task(t.Context(), "a", a.UUID)
	if err != nil || full == nil || string(full.Spec) != string(a.Spec) {
		t.Fatal(full, err)
	}
	// A UUID is its owner's alone: nobody can keep others from one by being first.
	other, err := q.Task(t.Context(), "b", a.UUID)
	if err != nil || other == nil || other.Owner != "b" || other.UUID == a.UUID {
		t.Fatal(other, err)
	}
	if ts, err := q.Tasks(t.Context(), "b", a.UUID); err != nil || len(ts) != 1 || ts[0].UUID != other.UUID {
		t.Fatal(ts, err)
	}
	if none, err := q.Task(t.Context(), "c", a.UUID); none != nil || err != nil {
		t.Fatal("c sees a's task", err)
	}
	limited := again
	limited.Limits = queue.Limits{DailyTasks: 100}
	one, two := Task("c"), Task("d")
	two.UUID = one.UUID
	if errs := q.Submit(t.Context(), again, limited, one, two, two); !errors.Is(errs[0], queue.ErrConflict) || !errors.Is(errs[1], queue.ErrConflict) || errs[2] != nil || errs[3] != nil || !errors.Is(errs[4], queue.ErrConflict) {
		t.Fatal(errs)
	}
	// Many at once, each from a goroutine of its own.
	var wg sync.WaitGroup
	for range 300 {
		wg.Go(func() {
			if err := q.Submit(t.Context(), Task("c"))[0]; err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n, err := q.Counts(t.Context(), ""); err != nil || n[queue.Queued] != 306 {
		t.Fatal(n, err)
	}
}

func testQuota(t *testing.T, url string) {
	start := time.Date(2026, 3, 1, 23, 0, 0, 0, time.UTC)
	var shift atomic.Int64
	clock := func() time.Time { return start.Add(time.Duration(shift.Load())) }
	q := Open(t, url, func(o *queue.Options) { o.Now = clock })
	limited := func(s *queue.Submission) { s.Limits.DailyTasks, s.Limits.DailySeconds = 3, 100 }
	first := Task("a", limited, seconds(60))
	errs := q.Submit(t.Context(), first, Task("a", limited, seconds(60)), Task("a", limited), Task("a", limited, seconds(5)), Task("a", limited, seconds(5)), Task("b", seconds(300)))
	for i, want := range []error{nil, queue.ErrQuota, nil, nil, queue.ErrQuota, nil} {
		if !errors.Is(errs[i], want) {
			t.Errorf("task %d: %v, want %v", i, errs[i], want)
		}
	}
	if err := q.Submit(t.Context(), first)[0]; !errors.Is(err, queue.ErrConflict) {
		t.Error("a repetition is told of the quota:", err)
	}
	if u, err := q.Usage(t.Context(), "a", clock()); err != nil || u.Tasks != 3 || u.Planned != 95 {
		t.Error(u, err)
	}
	shift.Store(int64(2 * time.Hour)) // another day
	ids := Submit(t, q, Task("a", limited))
	// A video that became longer than was asked for counts as long as it is.
	stop := Work(t, q, &Runner{OnRender: func(_ context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
		made := Video(u)
		made.Seconds = 98
		return made, nil
	}}, queue.WorkOptions{Slots: 1})
	Wait(t, q, ids, ended)
	stop()
	if err := q.Submit(t.Context(), Task("a", limited, seconds(5)))[0]; !errors.Is(err, queue.ErrQuota) {
		t.Error(err)
	}
}

func testWork(t *testing.T, url string) {
	q := Open(t, url)
	ids := Submit(t, q, Task("a", func(s *queue.Submission) { s.Results, s.Price = 2, .01 }), Task("b"))
	r := &Runner{OnRender: func(_ context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
		if u.Task.UUID == "" || len(u.Task.Spec) == 0 || u.Attempt != 1 || u.Kind != queue.Whole {
			return queue.Made{}, fmt.Errorf("odd unit: %+v", u)
		}
		report("draw", 50)
		return Video(u), nil
	}}
	Work(t, q, r, queue.WorkOptions{ID: "w1", Slots: 2, Version: "9"})
	ts := Wait(t, q, ids, ended)
	if a := ts[0]; a.State != queue.Done || len(a.Results) != 2 || a.Results[1].Made == nil || a.Results[0].Cost != .3 || a.Results[0].VideoUUID == a.Results[1].VideoUUID {
		t.Errorf("%+v", a)
	}
	if task, i, err := q.Video(t.Context(), ts[0].Results[1].VideoUUID); err != nil || task == nil || task.UUID != ids[0] || i != 1 {
		t.Error(task, i, err)
	}
	if len(r.Units()) != 3 {
		t.Errorf("%d units were begun", len(r.Units()))
	}
	if u, err := q.Usage(t.Context(), "", time.Time{}); err != nil || u.Results != 3 || u.Seconds != 90 {
		t.Error(u, err)
	}
	if ws, err := q.Workers(t.Context()); err != nil || len(ws) != 1 || ws[0].ID != "w1" || ws[0].Slots != 2 || ws[0].Lost {
		t.Error(ws, err)
	}
}

func testRestart(t *testing.T, url string) {
	q, err := queue.Open(t.Context(), url, queue.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ids := Submit(t, q, Task("a"), Task("a"))
	secret, err := q.Secret(t.Context(), "media")
	if err = errors.Join(err, q.Close()); err != nil {
		t.Fatal(err)
	}
	q = Open(t, url)
	if again, err := q.Secret(t.Context(), "media"); err != nil || string(again) != string(secret) || len(secret) != 32 {
		t.Error("the secret has changed", err)
	}
	Work(t, q, &Runner{}, queue.WorkOptions{Slots: 1})
	Wait(t, q, ids, ended)
}

// testFair: a key that comes late with little is not kept waiting by one with much.
func testFair(t *testing.T, url string) {
	q := Open(t, url)
	var many []queue.Submission
	for range 30 {
		many = append(many, Task("many"))
	}
	ids := Submit(t, q, many...)
	ids = append(ids, Submit(t, q, Task("few"), Task("few"))...)
	r := &Runner{}
	Work(t, q, r, queue.WorkOptions{Slots: 1})
	Wait(t, q, ids, ended)
	last := 0
	for i, u := range r.Units() {
		if u.Task.Owner == "few" {
			last = i
		}
	}
	if last > 4 {
		t.Errorf("the last of two tasks was begun as number %d", last)
	}
}

// testAgeing: short goes before long, but not for ever.
func testAgeing(t *testing.T, url string) {
	start := time.Now()
	var shift atomic.Int64
	q := Open(t, url, func(o *queue.Options) { o.Now = func() time.Time { return start.Add(time.Duration(shift.Load())) } })
	var ids []string
	for _, s := range []struct {
		after   time.Duration
		seconds float64
	}{{0, 50}, {10 * time.Second, 10}, {time.Minute, 5}} {
		shift.Store(int64(s.after))
		ids = append(ids, Submit(t, q, Task("a", seconds(s.seconds)))...)
	}
	r := &Runner{}
	Work(t, q, r, queue.WorkOptions{Slots: 1})
	Wait(t, q, ids, ended)
	var order []float64
	for _, u := range r.Units() {
		order = append(order, u.Task.Seconds)
	}
	if !slices.Equal(order, []float64{10, 50, 5}) {
		t.Errorf("begun in the order %v", order)
	}
}

func testConcurrency(t *testing.T, url string) {
	q := Open(t, url)
	var ids []string
	for i := range 12 {
		owner, limit := "free", 0
		if i%2 == 0 {
			owner, limit = "limited", 2
		}
		ids = append(ids, Submit(t, q, Task(owner, func(s *queue.Submission) { s.Limits.Concurrency = limit }))...)
	}
	var limited, most atomic.Int64
	r := &Runner{OnRender: func(_ context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
		if u.Task.Owner == "limited" {
			n := limited.Add(1)
			defer limited.Add(-1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
		}
		time.Sleep(20 * time.Millisecond) // work
		return Video(u), nil
	}}
	Work(t, q, r, queue.WorkOptions{Slots: 6})
	Wait(t, q, ids, ended)
	if most.Load() > 2 {
		t.Errorf("%d units of a key with two were worked at once", most.Load())
	}
}

func testFailures(t *testing.T, url string) {
	q := Open(t, url)
	kinds := []string{"transient", "permanent", "poison", "panic", "good"}
	var tasks []queue.Submission
	for _, k := range kinds {
		tasks = append(tasks, Task(k))
	}
	ids := Submit(t, q, tasks...)
	r := &Runner{OnRender: func(_ context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
		switch {
		case u.Task.Owner == "transient" && u.Attempt < 3:
			return queue.Made{}, errors.New("disk full")
		case u.Task.Owner == "permanent":
			return queue.Made{}, &queue.Failure{Code: "contentPolicyViolation", Message: "no", Permanent: true}
		case u.Task.Owner == "poison":
			return queue.Made{}, errors.New("always the same")
		case u.Task.Owner == "panic":
			panic("index out of range")
		}
		return Video(u), nil
	}}
	Work(t, q, r, queue.WorkOptions{Slots: 2})
	ts := Wait(t, q, ids, ended)
	for i, want := range []struct {
		state    queue.State
		attempts int
		code     string
	}{{queue.Done, 3, ""}, {queue.Failed, 1, "contentPolicyViolation"}, {queue.Failed, 3, "inferenceError"}, {queue.Failed, 3, "inferenceError"}, {queue.Done, 1, ""}} {
		res := ts[i].Results[0]
		code := ""
		if res.Err != nil {
			code = res.Err.Code
		}
		if ts[i].State != want.state || res.State != want.state || res.Attempts != want.attempts || code != want.code {
			t.Errorf("%s: %+v", kinds[i], res)
		}
	}
}

// testDrain: a worker that is asked to go gives back what it cannot finish in time, and
// that does not count as an attempt.
func testDrain(t *testing.T, url string) {
	q := Open(t, url)
	ids := Submit(t, q, Task("a"))
	begun := make(chan bool, 1)
	blocked := &Runner{OnRender: func(ctx context.Context, _ queue.Unit, _ func(string, float64)) (queue.Made, error) {
		begun <- true
		<-ctx.Done()
		return queue.Made{}, ctx.Err()
	}}
	stop := Work(t, q, blocked, queue.WorkOptions{ID: "first", Slots: 1})
	<-begun
	stop()
	slow := make(chan bool)
	patient := &Runner{OnRender: func(ctx context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
		begun <- true
		select {
		case <-slow:
			return Video(u), nil
		case <-ctx.Done():
			return queue.Made{}, ctx.Err()
		}
	}}
	stop = Work(t, q, patient, queue.WorkOptions{ID: "second", Slots: 1, Grace: time.Minute})
	<-begun
	time.AfterFunc(50*time.Millisecond, func() { close(slow) })
	stop() // returns when the unit has been finished
	ts := Wait(t, q, ids, ended)
	if r := ts[0].Results[0]; r.State != queue.Done || r.Attempts != 1 || r.Worker != "second" {
		t.Errorf("%+v", r)
	}
	if ws, err := q.Workers(t.Context()); err != nil || len(ws) != 0 {
		t.Error("workers that have gone are still listed", ws, err)
	}
}

// testSpread: a long video is spoken, drawn in shares by whoever is free, and put
// together last; short ones get in between.
func testSpread(t *testing.T, url string) {
	q := Open(t, url)
	var drawn atomic.Int64
	r := &Runner{OnRender: func(_ context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
		time.Sleep(10 * time.Millisecond)
		switch u.Kind {
		case queue.Draw:
			drawn.Add(1)
			return queue.Made{ScenesRendered: 3}, nil
		case queue.Assemble:
			if int(drawn.Load()) != 4 || u.Drawn != 12 {
				return queue.Made{}, fmt.Errorf("put together after %d shares", drawn.Load())
			}
			return Video(u), nil
		}
		return queue.Made{}, nil
	}}
	ids := Submit(t, q, Task("a", seconds(120)))
	Work(t, q, r, queue.WorkOptions{Slots: 2})
	ts := Wait(t, q, ids, ended)
	var kinds []queue.Kind
	for _, u := range r.Units() {
		kinds = append(kinds, u.Kind)
	}
	if want := []queue.Kind{queue.Speak, queue.Draw, queue.Draw, queue.Draw, queue.Draw, queue.Assemble}; !slices.Equal(kinds, want) || ts[0].State != queue.Done {
		t.Errorf("%v, %+v", kinds, ts[0].Results)
	}
}

// testLongAndShort: where others wait, even one slot makes a long video in shares, and
// short ones that come in meanwhile do not wait for its end.
func testLongAndShort(t *testing.T, url string) {
	q := Open(t, url)
	begun := make(chan bool, 1)
	more := make(chan bool)
	r := &Runner{OnRender: func(ctx context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
		if u.Kind == queue.Speak {
			select {
			case begun <- true:
			default:
			}
			select {
			case <-more:
			case <-ctx.Done():
				return queue.Made{}, ctx.Err()
			}
		}
		return Video(u), nil
	}}
	ids := Submit(t, q, Task("a", seconds(300)), Task("a", seconds(280)))
	Work(t, q, r, queue.WorkOptions{Slots: 1})
	<-begun
	ids = append(ids, Submit(t, q, Task("a", seconds(5)), Task("a", seconds(5)))...)
	close(more)
	Wait(t, q, ids, ended)
	var kinds []queue.Kind
	for _, u := range r.Units()[:3] {
		kinds = append(kinds, u.Kind)
	}
	if !slices.Equal(kinds, []queue.Kind{queue.Speak, queue.Whole, queue.Whole}) {
		t.Errorf("begun in the order %v", kinds)
	}
}

func testSpreadFailure(t *testing.T, url string) {
	q := Open(t, url)
	r := &Runner{OnRender: func(_ context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
		if u.Kind == queue.Draw && u.Part == 1 {
			return queue.Made{}, &queue.Failure{Code: "inferenceError", Message: "cannot be drawn", Permanent: true}
		}
		return Video(u), nil
	}}
	ids := Submit(t, q, Task("a", seconds(120)))
	Work(t, q, r, queue.WorkOptions{Slots: 2})
	ts := Wait(t, q, ids, ended)
	if res := ts[0].Results[0]; ts[0].State != queue.Failed || res.Err == nil || res.Err.Message != "cannot be drawn" {
		t.Errorf("%+v", res)
	}
	for _, u := range r.Units() {
		if u.Kind == queue.Assemble {
			t.Error("it was put together all the same")
		}
	}
}
