package render_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render"
	"gitops.video/render/render/rendertest"
	"pgregory.net/rapid"
)

// edit changes the manifest the way people do: a new prompt, a new entry, one
// renamed, one removed, two that swap their paths, another number of results.
func edit(t *rapid.T, w *world) {
	keys := slices.Sorted(maps.Keys(w.entries))
	pick := func() string { return rapid.SampledFrom(keys).Draw(t, "key") }
	fresh := func() string {
		return fmt.Sprintf("k%d", rapid.IntRange(0, 9).Draw(t, "fresh"))
	}
	kind := rapid.SampledFrom([]string{"add", "prompt", "rename", "remove", "path", "swap", "results", "protect"}).Draw(t, "edit")
	if len(keys) == 0 {
		kind = "add"
	}
	switch kind {
	case "add":
		w.entries[fresh()] = entry{prompt: prompt(t), results: rapid.IntRange(1, 2).Draw(t, "results")}
	case "prompt":
		key := pick()
		e := w.entries[key]
		e.prompt = prompt(t)
		w.entries[key] = e
	case "rename":
		from, to := pick(), fresh()
		if _, taken := w.entries[to]; !taken {
			w.entries[to] = w.entries[from]
			delete(w.entries, from)
		}
	case "remove":
		delete(w.entries, pick())
	case "path":
		key := pick()
		e := w.entries[key]
		e.output = fmt.Sprintf("out/%s/%s-%d.mp4", key, key, rapid.IntRange(0, 3).Draw(t, "path"))
		w.entries[key] = e
	case "swap":
		a, b := pick(), pick()
		x, y := w.entries[a], w.entries[b]
		if x.results == y.results {
			ax, by := x.output, y.output
			if ax == "" {
				ax = "out/" + a + ".mp4"
			}
			if by == "" {
				by = "out/" + b + ".mp4"
			}
			x.output, y.output = by, ax
			w.entries[a], w.entries[b] = x, y
		}
	case "results":
		key := pick()
		e := w.entries[key]
		e.results = rapid.IntRange(1, 3).Draw(t, "results")
		w.entries[key] = e
	case "protect":
		key := pick()
		e := w.entries[key]
		e.protect, w.policy.Prune = true, false // what is protected may stay behind
		w.entries[key] = e
	}
	w.untangle()
}

// untangle gives entries whose paths collide their own paths again: the manifest
// loader refuses such a manifest before the reconciler sees it.
func (w *world) untangle() {
	taken := map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(w.entries)) {
		e := w.entries[key]
		out := e.output
		if out == "" {
			out = "out/" + key + ".mp4"
		}
		if taken[out] != "" {
			e.output = "own/" + key + ".mp4"
			w.entries[key] = e
			out = e.output
		}
		taken[out] = key
	}
}

func prompt(t *rapid.T) string {
	return rapid.SampledFrom([]string{"red", "green", "blue", "grey"}).Draw(t, "prompt")
}

// check holds what must be true after any apply that came to its end.
func check(t *rapid.T, w *world) {
	if p := w.plan(t); !p.Empty() {
		t.Fatalf("the plan after apply is not empty: %v", active(p))
	}
	files, lock := w.files(t), w.lock(t)
	for key := range w.entries {
		r := lock.Records[key]
		if r == nil || r.State != render.StateDone {
			t.Fatalf("%s is not recorded as done: %+v", key, r)
		}
		for _, a := range r.Artifacts() {
			data, ok := files[a.Path]
			if !ok || !strings.Contains(data, w.entries[key].prompt) {
				t.Fatalf("%s: %s does not hold its video: %q", key, a.Path, data)
			}
		}
	}
	if w.policy.Prune {
		vouched := map[string]bool{"videos.lock": true}
		for _, r := range lock.Records {
			for _, a := range r.Artifacts() {
				vouched[a.Path] = true
			}
		}
		for name := range files {
			if !vouched[name] {
				t.Fatalf("%s is left over, the lockfile holds %v", name, lock.Keys())
			}
		}
	}
	for uuid, n := range w.provider.Charges() {
		if n > 1 {
			t.Fatalf("task %s was made %d times", uuid, n)
		}
	}
}

// TestHistories runs random histories of edits and applies, some of which die at a
// random side effect, and compares with what the manifest says.
func TestHistories(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(base, "world")
		if err != nil {
			t.Fatal(err)
		}
		w := newWorld(dir)
		w.policy.Prune = rapid.Bool().Draw(t, "prune")
		w.policy.Repair = true
		w.provider.Paid = rapid.Bool().Draw(t, "paid")
		w.provider.Sidecars = []string{".vtt"}
		w.order = func(d []render.Desired) {
			for i := range d {
				j := rapid.IntRange(i, len(d)-1).Draw(t, "order")
				d[i], d[j] = d[j], d[i]
			}
		}
		for range rapid.IntRange(1, 4).Draw(t, "rounds") {
			for range rapid.IntRange(1, 4).Draw(t, "edits") {
				edit(t, w)
			}
			for range rapid.IntRange(0, 2).Draw(t, "crashes") {
				faults := &rendertest.Faults{At: rapid.IntRange(1, 40).Draw(t, "at"), After: rapid.Bool().Draw(t, "after")}
				w.apply(t, faults)
			}
			if s, _ := w.apply(t, nil); s.Failed+s.Pending > 0 {
				t.Fatalf("apply: %+v", s)
			}
			check(t, w)
		}
		before := w.files(t)
		if s, _ := w.apply(t, nil); s.Created+s.Updated+s.Moved+s.Repaired+s.Resumed+s.Pruned+s.Uploaded > 0 {
			t.Fatalf("the second apply did something: %+v", s)
		}
		if !maps.Equal(before, w.files(t)) {
			t.Fatal("the second apply changed a file")
		}
	})
}
