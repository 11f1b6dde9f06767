package render_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"gitops.video/render/render"
	"gitops.video/render/render/rendertest"
)

// TestEveryCrash kills a run before and after each of its side effects, runs again,
// and wants exactly what one undisturbed run gives: the same files, the same
// lockfile, and not one task more.
func TestEveryCrash(t *testing.T) {
	t.Parallel()
	for _, paid := range []bool{false, true} {
		t.Run(fmt.Sprintf("paid=%v", paid), func(t *testing.T) {
			t.Parallel()
			clean := crashWorld(t, paid)
			counting := &rendertest.Faults{}
			if _, ok := clean.apply(t, counting); !ok {
				t.Fatal("the clean run did not end")
			}
			files, lock, tasks := clean.files(t), readFile(t, clean.lockPath()), len(clean.provider.Charges())
			ops := append([]string{""}, counting.Ops...)
			for at := 1; at < len(ops); at++ {
				for _, after := range []bool{false, true} {
					name := fmt.Sprintf("%d %s after=%v", at, ops[at], after)
					w := crashWorld(t, paid)
					w.apply(t, &rendertest.Faults{At: at, After: after})
					if s, ok := w.apply(t, nil); !ok || s.Failed+s.Pending > 0 {
						t.Fatalf("%s: the second run: %+v", name, s)
					}
					if got := w.files(t); !maps.Equal(got, files) {
						t.Errorf("%s: the files differ:\n got %v\nwant %v", name, sorted(got), sorted(files))
					}
					if got := readFile(t, w.lockPath()); got != lock {
						t.Errorf("%s: the lockfile differs:\n%s\nwant\n%s", name, got, lock)
					}
					if got := len(w.provider.Charges()); got != tasks {
						t.Errorf("%s: %d tasks were made, one run makes %d", name, got, tasks)
					}
				}
			}
		})
	}
}

// crashWorld is a folder where the next apply creates, updates, moves in a circle,
// renames and prunes.
func crashWorld(t *testing.T, paid bool) *world {
	t.Helper()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Sidecars = paid, []string{".vtt"}
	w.policy.Prune, w.policy.Repair = true, true
	w.entries = map[string]entry{
		"update": {prompt: "red", results: 2}, "circle-a": {prompt: "green"}, "circle-b": {prompt: "blue"},
		"old-name": {prompt: "grey"}, "gone": {prompt: "white"},
	}
	if _, ok := w.apply(t, nil); !ok {
		t.Fatal("setting up")
	}
	w.entries = map[string]entry{
		"update": {prompt: "crimson"}, "circle-a": {prompt: "green", output: "out/circle-b.mp4"}, "circle-b": {prompt: "blue", output: "out/circle-a.mp4"},
		"new-name": {prompt: "grey"}, "create": {prompt: "black"},
	}
	return w
}

// TestEveryCrashOfARepair does the same where the run before has left work: a task in
// flight whose generation fails, so that a second one is bought; a renamed task in
// flight; a lost output that the provider still has and one that the store has; an
// upload. A third run dies at another place than the second.
func TestEveryCrashOfARepair(t *testing.T) {
	t.Parallel()
	clean := repairWorld(t)
	counting := &rendertest.Faults{}
	if s, ok := clean.apply(t, counting); !ok || s.Failed+s.Pending > 0 {
		t.Fatalf("the clean run: %+v", s)
	}
	files, lock, tasks := clean.files(t), readFile(t, clean.lockPath()), clean.provider.Charges()
	ops := append([]string{""}, counting.Ops...)
	for at := 1; at < len(ops); at++ {
		after := at%2 == 0
		name := fmt.Sprintf("%d %s after=%v", at, ops[at], after)
		w := repairWorld(t)
		w.apply(t, &rendertest.Faults{At: at, After: after})
		w.apply(t, &rendertest.Faults{At: at/2 + 3, After: !after})
		if s, ok := w.apply(t, nil); !ok || s.Failed+s.Pending > 0 {
			t.Fatalf("%s: the last run: %+v", name, s)
		}
		if got := w.files(t); !maps.Equal(got, files) {
			t.Errorf("%s: the files differ:\n got %v\nwant %v", name, sorted(got), sorted(files))
		}
		if got := readFile(t, w.lockPath()); got != lock {
			t.Errorf("%s: the lockfile differs:\n%s\nwant\n%s", name, got, lock)
		}
		if got := w.provider.Charges(); !maps.Equal(got, tasks) {
			t.Errorf("%s: tasks %v, one run makes %v", name, got, tasks)
		}
		if u := w.deliver.(*uploads); len(u.bodies) == 0 || len(u.bodies) > 3 {
			t.Errorf("%s: uploaded %d times in three runs", name, len(u.bodies))
		}
	}
}

func repairWorld(t *testing.T) *world {
	t.Helper()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Sidecars = true, []string{".vtt"}
	w.policy.Repair = true
	w.store, w.deliver = &shelf{content: map[string][]byte{}}, &uploads{}
	w.entries = map[string]entry{"stored": {prompt: "green"}}
	if _, ok := w.apply(t, nil); !ok {
		t.Fatal("setting up")
	}
	w.store = nil
	w.entries["made"] = entry{prompt: "blue", results: 2}
	if _, ok := w.apply(t, nil); !ok {
		t.Fatal("setting up")
	}
	w.store = &shelf{content: map[string][]byte{}}
	for _, r := range w.lock(t).Records["stored"].Artifacts() {
		if err := w.store.Put(t.Context(), r.SHA256, filepath.Join(w.dir, r.Path)); err != nil {
			t.Fatal(err)
		}
	}
	w.entries["fails"], w.entries["old-name"] = entry{prompt: "red"}, entry{prompt: "grey", upload: "https://example.com/a"}
	w.provider.Before = failAt("await", render.ErrPending)
	if s, ok := w.apply(t, nil); !ok || s.Pending != 2 {
		t.Fatalf("setting up: %+v", s)
	}
	w.provider.Before = func(_ context.Context, op string, job render.Job) error {
		if op == "await" && job.Key == "fails" && job.Attempt == 1 {
			return &render.Failure{Class: render.ClassProvider, Code: "inferenceError", Terminal: true}
		}
		return nil
	}
	w.entries["new-name"] = w.entries["old-name"]
	delete(w.entries, "old-name")
	remove(t, w, "out/stored.mp4")
	remove(t, w, "out/made-2.mp4")
	return w
}

// TestTwoMachines lets two clones of one repository apply at once: both arrive at
// the same task identities, and the provider makes each video once.
func TestTwoMachines(t *testing.T) {
	t.Parallel()
	provider := &rendertest.Provider{Name: "local", Engine: "1", Paid: true}
	var wg sync.WaitGroup
	for range 2 {
		w := newWorld(t.TempDir())
		w.provider = provider
		for i := range 20 {
			w.entries[fmt.Sprintf("k%d", i)] = entry{prompt: fmt.Sprint("prompt ", i)}
		}
		wg.Go(func() {
			if s, ok := w.apply(t, nil); !ok || s.Created != 20 {
				t.Errorf("apply: %+v", s)
			}
		})
	}
	wg.Wait()
	if n := len(provider.Charges()); n != 20 {
		t.Errorf("%d videos were made for 20 entries", n)
	}
}

// TestLostAnswer loses the answer to every first submission: the task was accepted,
// and must not be made twice.
func TestLostAnswer(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid = true
	w.entries["a"] = entry{prompt: "red"}
	tries := 0
	w.provider.Lost = func(render.Job) bool { tries++; return tries <= 2 }
	if s, _ := w.apply(t, nil); s.Created != 1 {
		t.Fatalf("apply: %+v", s)
	}
	if tries != 3 || len(w.provider.Charges()) != 1 {
		t.Errorf("%d submissions made %d tasks", tries, len(w.provider.Charges()))
	}
	mustBeEmpty(t, w)
}

// TestFailures tells how each class of failure ends, and what the next run does.
func TestFailures(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		op       string
		err      error
		times    int // how often the operation fails, 0 = always
		failed   int // entries of three
		skipped  int
		pending  int
		attempts int // attempt recorded after a further run without failures
	}{
		{name: "validation", op: "submit", err: &render.Failure{Class: render.ClassValidation, Code: "invalidWidth"}, failed: 3, attempts: 1},
		{name: "auth stops the batch", op: "submit", err: &render.Failure{Class: render.ClassAuth, Code: "invalidApiKey"}, failed: 1, skipped: 2, attempts: 1},
		{name: "rate limit is waited out", op: "submit", err: &render.Failure{Class: render.ClassRateLimit, Code: "rateLimitExceeded"}, times: 3, attempts: 1},
		{name: "rate limit for ever", op: "submit", err: &render.Failure{Class: render.ClassRateLimit, Code: "rateLimitExceeded"}, failed: 3, attempts: 1},
		{name: "generation failed, second attempt", op: "await", err: &render.Failure{Class: render.ClassProvider, Code: "inferenceError", Terminal: true}, times: 1, attempts: 2},
		{name: "generation failed for ever", op: "await", err: &render.Failure{Class: render.ClassProvider, Code: "inferenceError", Terminal: true}, failed: 3, attempts: 3},
		{name: "unsafe", op: "await", err: &render.Failure{Class: render.ClassSafety, Code: "promptBlocked", Terminal: true}, failed: 3, attempts: 2},
		{name: "still rendering", op: "await", err: render.ErrPending, pending: 3, attempts: 1},
		{name: "poll refused", op: "await", err: &render.Failure{Class: render.ClassAuth, Code: "invalidApiKey"}, failed: 1, skipped: 2, attempts: 1},
		{name: "lost for ever", op: "submit", err: rendertest.ErrLost, failed: 3, attempts: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t.TempDir())
			w.provider.Paid = true
			for _, key := range []string{"a", "b", "c"} {
				w.entries[key] = entry{prompt: key}
			}
			var mu sync.Mutex
			hits := map[string]int{}
			w.provider.Before = func(_ context.Context, op string, job render.Job) error {
				mu.Lock()
				defer mu.Unlock()
				if op != c.op || c.times > 0 && hits[job.Key] >= c.times {
					return nil
				}
				hits[job.Key]++
				return c.err
			}
			s, _ := w.apply(t, nil, func(a *render.Applier) { a.Concurrency = 1 })
			if s.Failed != c.failed || s.Skipped != c.skipped || s.Pending != c.pending || s.Created != 3-c.failed-c.skipped-c.pending {
				t.Fatalf("summary %+v", s)
			}
			w.provider.Before = nil
			if s, _ := w.apply(t, nil); s.Failed+s.Pending+s.Skipped > 0 {
				t.Fatalf("the next run: %+v", s)
			}
			mustBeEmpty(t, w)
			if got := w.lock(t).Records["a"].Attempt; got != c.attempts {
				t.Errorf("attempt %d, want %d", got, c.attempts)
			}
		})
	}
}

// TestStop ends a run in good order: what was not begun is left, what is remote
// stays resumable.
func TestStop(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid = true
	for _, key := range []string{"a", "b", "c"} {
		w.entries[key] = entry{prompt: key}
	}
	stop := make(chan struct{})
	w.provider.Before = func(ctx context.Context, op string, job render.Job) error {
		if op != "await" {
			return nil
		}
		close(stop)
		<-ctx.Done()
		return ctx.Err()
	}
	s, _ := w.apply(t, nil, func(a *render.Applier) { a.Stop, a.Concurrency = stop, 1 })
	if s.Pending != 1 || s.Skipped != 2 || !s.Interrupted {
		t.Fatalf("summary %+v", s)
	}
	w.provider.Before = nil
	if s, _ := w.apply(t, nil); s.Resumed != 1 || s.Created != 2 {
		t.Fatalf("the next run: %+v", s)
	}
	if n := len(w.provider.Charges()); n != 3 {
		t.Errorf("%d tasks for three entries", n)
	}
}

// TestBudget stops submitting when the money is used up, and not before.
func TestBudget(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Price = true, 2
	for _, key := range []string{"a", "b", "c"} {
		w.entries[key] = entry{prompt: key}
	}
	budget := 5.0
	s, _ := w.apply(t, nil, func(a *render.Applier) { a.MaxCost, a.Concurrency = &budget, 1 })
	if s.Created != 2 || s.Skipped != 1 || !s.OverBudget || s.Cost != 4 {
		t.Fatalf("summary %+v", s)
	}
	plan := w.plan(t)
	err := render.Guard(&plan, render.Limits{MaxCost: new(float64)})
	var guard *render.GuardError
	if !asGuard(err, &guard) {
		t.Errorf("a budget of nothing allowed %v", active(plan))
	}
}

// TestBudgetOfSecondAttempt: an entry that an earlier run left in flight is paid for; the
// further attempt that its failure calls for is not, and a budget holds for that too.
func TestBudgetOfSecondAttempt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		budget            float64
		submits, resumed  int
		skipped, attempts int
	}{{1, 1, 0, 1, 1}, {2, 2, 1, 0, 2}} {
		w := newWorld(t.TempDir())
		w.provider.Paid, w.provider.Price = true, 2
		w.entries["a"] = entry{prompt: "red"}
		submits, awaits := 0, 0
		w.provider.Before = func(_ context.Context, op string, _ render.Job) error {
			switch op {
			case "submit":
				submits++
			case "await":
				if awaits++; awaits == 1 {
					return render.ErrPending
				} else if awaits == 2 {
					return &render.Failure{Class: render.ClassProvider, Code: "inferenceError", Terminal: true}
				}
			}
			return nil
		}
		if s, _ := w.apply(t, nil); s.Pending != 1 {
			t.Fatalf("the first run: %+v", s)
		}
		s, _ := w.apply(t, nil, func(a *render.Applier) { a.MaxCost = &c.budget })
		if submits != c.submits || s.Resumed != c.resumed || s.Skipped != c.skipped || s.OverBudget != (c.skipped > 0) {
			t.Errorf("with a budget of %g: %d submissions, %+v", c.budget, submits, s)
		}
		if got := w.lock(t).Records["a"].Attempt; got != c.attempts {
			t.Errorf("with a budget of %g: attempt %d is recorded, want %d", c.budget, got, c.attempts)
		}
	}
}

// TestBudgetOfUnclearSubmission: a run that died before its request left has bought
// nothing yet, so what it left behind counts when it is sent.
func TestBudgetOfUnclearSubmission(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Price = true, 2
	w.entries["a"] = entry{prompt: "red"}
	counting := &rendertest.Faults{}
	clean := newWorld(t.TempDir())
	clean.entries = w.entries
	clean.apply(t, counting)
	w.apply(t, &rendertest.Faults{At: slices.Index(counting.Ops, "submit") + 1})
	if r := w.lock(t).Records["a"]; r == nil || r.State != render.StateSubmitting {
		t.Fatalf("the run that died left %+v", r)
	}
	budget := 1.0
	s, _ := w.apply(t, nil, func(a *render.Applier) { a.MaxCost = &budget })
	if n := len(w.provider.Charges()); n != 0 || s.Skipped != 1 || !s.OverBudget {
		t.Errorf("with a budget of 1 USD a video of 2 USD: %d bought, %+v", n, s)
	}
	if s, _ := w.apply(t, nil); s.Resumed != 1 || len(w.provider.Charges()) != 1 {
		t.Errorf("without a budget: %+v", s)
	}
}

// TestBudgetIsOfThisRun: what an earlier run bought is fetched whatever the budget, and
// takes nothing of it.
func TestBudgetIsOfThisRun(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Price = true, 2
	w.entries["a"], w.entries["b"] = entry{prompt: "red"}, entry{prompt: "green"}
	w.provider.Before = func(_ context.Context, op string, _ render.Job) error {
		if op == "await" {
			return render.ErrPending
		}
		return nil
	}
	if s, _ := w.apply(t, nil); s.Pending != 2 {
		t.Fatalf("the first run: %+v", s)
	}
	w.provider.Before = nil
	w.entries["c"] = entry{prompt: "blue"}
	budget := 2.0
	s, _ := w.apply(t, nil, func(a *render.Applier) { a.MaxCost, a.Concurrency = &budget, 1 })
	if s.Resumed != 2 || s.Created != 1 || s.OverBudget {
		t.Errorf("a plan of 2 USD within a budget of 2 USD: %+v", s)
	}
}

// TestPaidResultsOfAFailureAreTold: what a failed attempt brought, and cost, is told even
// where a further attempt brings the video.
func TestPaidResultsOfAFailureAreTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Price, w.provider.Partial = true, 2, 1
	w.entries["a"] = entry{prompt: "red", results: 2}
	var done render.Event
	s, _ := w.apply(t, nil, func(a *render.Applier) {
		a.Observe = func(e render.Event) {
			if e.Event == render.Finished {
				done = e
			}
		}
	})
	if s.Created != 1 || s.Cost != 6 {
		t.Errorf("three results of 2 USD were paid: %+v", s)
	}
	if !slices.ContainsFunc(done.Notes, func(n string) bool { return strings.Contains(n, "was kept as") }) {
		t.Errorf("the notes do not say where the first attempt's result is: %q", done.Notes)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
