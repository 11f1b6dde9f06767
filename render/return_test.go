package render_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"gitops.video/render/render"
	"gitops.video/render/render/rendertest"
)

// TestEveryCrashOfAReturn: an entry goes back to a version whose video the provider no
// longer has. Wherever the run dies, it is made anew once.
func TestEveryCrashOfAReturn(t *testing.T) {
	t.Parallel()
	clean := returnWorld(t)
	counting := &rendertest.Faults{}
	if s, ok := clean.apply(t, counting); !ok || s.Updated != 1 || s.Cost != 2 {
		t.Fatalf("the clean run: %+v", s)
	}
	files, lock, tasks := clean.files(t), readFile(t, clean.lockPath()), clean.provider.Charges()
	if len(tasks) != 3 || clean.lock(t).Records["a"].Attempt != 2 {
		t.Fatalf("%d tasks, %+v", len(tasks), clean.lock(t).Records["a"])
	}
	for at, op := range append([]string{""}, counting.Ops...) {
		if at == 0 {
			continue
		}
		name := fmt.Sprintf("%d %s", at, op)
		w := returnWorld(t)
		w.apply(t, &rendertest.Faults{At: at, After: at%2 == 0})
		if s, ok := w.apply(t, nil); !ok || s.Failed > 0 {
			// A run that died before it could say that it was told so resumes, and is told
			// for certain that nothing is there to be fetched: that waits for --force.
			w.policy.Force = true
			if s, ok = w.apply(t, nil); !ok || s.Failed+s.Pending > 0 {
				t.Fatalf("%s: the last run: %+v", name, s)
			}
			w.policy.Force = false
		}
		if got := w.provider.Charges(); !maps.Equal(got, tasks) {
			t.Errorf("%s: tasks %v, one run makes %v", name, got, tasks)
		}
		if got := w.files(t); !maps.Equal(got, files) {
			t.Errorf("%s: the files differ:\n got %v\nwant %v", name, sorted(got), sorted(files))
		}
		if got := readFile(t, w.lockPath()); got != lock {
			t.Errorf("%s: the lockfile differs:\n%s\nwant\n%s", name, got, lock)
		}
	}
}

// TestGoneInFlight: what a run was waiting for and is no longer there is not bought again
// by itself, and neither is what a pull asks for.
func TestGoneInFlight(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Price = true, 2
	w.entries["a"] = entry{prompt: "red"}
	w.provider.Before = failAt("await", render.ErrPending)
	if s, _ := w.apply(t, nil); s.Pending != 1 {
		t.Fatalf("%+v", s)
	}
	w.provider.Before = failAt("fetch", gone())
	for range 2 {
		if s, _ := w.apply(t, nil); s.Failed != 1 || len(w.provider.Charges()) != 1 {
			t.Errorf("%+v, tasks %v", s, w.provider.Charges())
		}
	}
}

func gone() error {
	return &render.Failure{Class: render.ClassNotFound, Code: "resultExpired", Message: "no longer there", Terminal: true}
}

// returnWorld is an entry that was red, then blue, and is to be red again.
func returnWorld(t *testing.T) *world {
	t.Helper()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Price = true, 2
	for _, prompt := range []string{"red", "blue"} {
		w.entries["a"] = entry{prompt: prompt}
		if s, ok := w.apply(t, nil); !ok || s.Failed+s.Pending > 0 {
			t.Fatalf("setting up: %+v", s)
		}
	}
	w.entries["a"] = entry{prompt: "red"}
	w.provider.Before = func(_ context.Context, op string, job render.Job) error {
		if op == "fetch" && job.Attempt == 1 {
			return gone()
		}
		return nil
	}
	return w
}

// halfDone has made the first result of two when the wait for it ends.
type halfDone struct{ render.Provider }

func (p halfDone) Await(ctx context.Context, job render.Job, progress render.Progress) (render.Outcome, error) {
	out, err := p.Provider.Await(ctx, job, progress)
	if err == nil {
		out.Results, err = out.Results[:1], render.ErrPending
	}
	return out, err
}

// TestHalfDoneIsCountedOnce: what has come of a task that is still being made is fetched
// with the rest of it, and counted as paid then, however often a run waits for it.
func TestHalfDoneIsCountedOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Price = true, 2
	w.entries["a"] = entry{prompt: "red", results: 2}
	for range 2 {
		s, _ := w.apply(t, nil, func(a *render.Applier) {
			site := a.Sites[manifestPath]
			site.Provider = halfDone{Provider: site.Provider}
		})
		if s.Pending != 1 || s.Cost != 0 {
			t.Errorf("a run that waits: %+v", s)
		}
	}
	if kept, err := os.ReadDir(filepath.Join(w.dir, ".render", "kept")); err == nil {
		t.Errorf("%d files are kept aside", len(kept))
	}
	if s, ok := w.apply(t, nil); !ok || s.Resumed != 1 || s.Cost != 4 {
		t.Errorf("the run that gets it: %+v", s)
	}
}
