package render_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render"
)

func asGuard(err error, target **render.GuardError) bool { return errors.As(err, target) }

func sorted(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }

// TestActions walks through the table of what re-renders: each case begins with one
// finished entry "a" beside an untouched "other", changes one thing, and names the
// plan.
func TestActions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		paid   bool
		remote bool
		change func(t *testing.T, w *world)
		want   string // symbols and keys, "" = nothing to do
		held   string
		reason string
	}{
		{name: "nothing", change: func(*testing.T, *world) {}},
		{name: "prompt", change: func(_ *testing.T, w *world) { w.entries["a"] = entry{prompt: "blue"} }, want: "~a", reason: "positivePrompt changed"},
		{name: "number of results", change: func(_ *testing.T, w *world) { w.entries["a"] = entry{prompt: "red", results: 2} }, want: "~a", reason: "numberResults changed"},
		{name: "output path", change: func(_ *testing.T, w *world) { w.entries["a"] = entry{prompt: "red", output: "b/c.mp4"} }, want: ">a", reason: "output path changed"},
		{name: "upload endpoint", change: func(_ *testing.T, w *world) { w.entries["a"] = entry{prompt: "red", upload: "https://example.com"} }, want: "^a", reason: "not uploaded yet"},
		{name: "new", change: func(_ *testing.T, w *world) { w.entries["b"] = entry{prompt: "blue"} }, want: "+b", reason: "new"},
		{name: "renamed", change: func(_ *testing.T, w *world) { w.entries["b"] = w.entries["a"]; delete(w.entries, "a") }, want: ">b", reason: "renamed from a, output moved"},
		{name: "renamed and changed", change: func(_ *testing.T, w *world) { w.entries["b"] = entry{prompt: "blue"}; delete(w.entries, "a") }, want: "+b", held: "a --prune"},
		{name: "removed", change: func(_ *testing.T, w *world) { delete(w.entries, "a") }, held: "a --prune"},
		{name: "removed, prune", change: func(_ *testing.T, w *world) { delete(w.entries, "a"); w.policy.Prune = true }, want: "-a", reason: "no longer in the manifest"},
		{name: "missing", change: func(t *testing.T, w *world) { remove(t, w, "out/a.mp4") }, want: "!a", reason: "missing: out/a.mp4"},
		{name: "missing sidecar", change: func(t *testing.T, w *world) { remove(t, w, "out/a.vtt") }, want: "!a", reason: "missing: out/a.vtt"},
		{name: "missing, allowed", change: func(t *testing.T, w *world) { remove(t, w, "out/a.mp4"); w.policy.AllowMissing = true }},
		{name: "altered", change: func(t *testing.T, w *world) { overwrite(t, w, "out/a.mp4") }, want: "!a", reason: "altered: out/a.mp4"},
		{name: "altered, missing allowed", change: func(t *testing.T, w *world) { overwrite(t, w, "out/a.mp4"); w.policy.AllowMissing = true }, want: "!a"},
		{name: "missing, paid", paid: true, change: func(t *testing.T, w *world) { remove(t, w, "out/a.mp4") }, held: "a --repair"},
		{name: "missing, paid, repair", paid: true, change: func(t *testing.T, w *world) { remove(t, w, "out/a.mp4"); w.policy.Repair = true }, want: "!a"},
		{name: "missing, own server", remote: true, change: func(t *testing.T, w *world) { remove(t, w, "out/a.mp4") }, want: "!a", reason: "missing: out/a.mp4"},
		{name: "newer engine", change: func(_ *testing.T, w *world) { w.provider.Engine = "2" }},
		{name: "newer engine, upgrade", change: func(_ *testing.T, w *world) { w.provider.Engine, w.policy.Upgrade = "2", true }, want: "~a ~other", reason: "drawn by engine 1, now 2"},
		{name: "force", change: func(_ *testing.T, w *world) {
			w.policy.Force = true
			w.policy.Select = func(key string, _ map[string]string) bool { return key == "a" }
		}, want: "~a", reason: "forced"},
		{name: "provider", change: func(_ *testing.T, w *world) { w.provider.Name = "elsewhere" }, want: "~a ~other", reason: "provider changed"},
		{name: "filtered out", change: func(_ *testing.T, w *world) {
			w.entries["a"] = entry{prompt: "blue"}
			w.policy.Select = func(key string, _ map[string]string) bool { return key == "other" }
		}},
		{name: "protect", change: func(_ *testing.T, w *world) { w.entries["a"] = entry{prompt: "red", protect: true} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t.TempDir())
			w.provider.Paid, w.provider.Remote, w.provider.Sidecars = c.paid, c.remote, []string{".vtt"}
			w.deliver = &uploads{}
			w.entries = map[string]entry{"a": {prompt: "red"}, "other": {prompt: "grey"}}
			w.apply(t, nil)
			mustBeEmpty(t, w)
			c.change(t, w)
			plan := w.plan(t)
			if got := strings.Join(active(plan), " "); got != c.want {
				t.Fatalf("the plan is %q, want %q", got, c.want)
			}
			var held []string
			for _, ch := range plan.Changes {
				if ch.Held != "" {
					held = append(held, ch.Key+" "+ch.Held)
				}
				if ch.Active() && c.reason != "" && ch.Reason != c.reason {
					t.Errorf("reason %q, want %q", ch.Reason, c.reason)
				}
			}
			if got := strings.Join(held, ", "); got != c.held {
				t.Errorf("held back: %q, want %q", got, c.held)
			}
			if s, _ := w.apply(t, nil); s.Failed+s.Pending+s.Skipped > 0 {
				t.Fatalf("apply: %+v", s)
			}
			w.policy.Force = false
			w.policy.Upgrade = false
			mustBeEmpty(t, w)
		})
	}
}

// TestProtect: a protected entry that is removed from the manifest keeps its files
// whatever prune is told.
func TestProtect(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.entries = map[string]entry{"a": {prompt: "red", protect: true}, "b": {prompt: "blue"}}
	w.apply(t, nil)
	w.entries, w.policy.Prune = map[string]entry{}, true
	if s, _ := w.apply(t, nil); s.Pruned != 1 || s.Held != 1 {
		t.Fatalf("apply: %+v", s)
	}
	if got := sorted(w.files(t)); !slices.Equal(got, []string{"out/a.mp4", "videos.lock"}) {
		t.Errorf("files %v", got)
	}
}

// TestBackAndForth: going back to what the outputs still hold costs nothing, even
// after an attempt at something else that failed.
func TestBackAndForth(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.entries["a"] = entry{prompt: "red"}
	w.apply(t, nil)
	w.entries["a"] = entry{prompt: "blue"}
	w.provider.Before = failAt("await", &render.Failure{Class: render.ClassSafety, Code: "promptBlocked", Terminal: true})
	if s, _ := w.apply(t, nil); s.Failed != 1 {
		t.Fatalf("apply: %+v", s)
	}
	if plan := w.plan(t); strings.Join(active(plan), " ") != "~a" || !strings.Contains(plan.Changes[0].Reason, "promptBlocked") {
		t.Fatalf("plan %+v", plan.Changes)
	}
	w.entries["a"] = entry{prompt: "red"}
	mustBeEmpty(t, w)
	w.apply(t, nil)
	if r := w.lock(t).Records["a"]; r.State != render.StateDone || r.Previous != nil {
		t.Errorf("record %+v", r)
	}
}

// TestForeignFile: what somebody else put into the place of a video is not deleted
// when the entry goes.
func TestForeignFile(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.entries["a"] = entry{prompt: "red"}
	w.apply(t, nil)
	overwrite(t, w, "out/a.mp4")
	w.entries, w.policy.Prune = map[string]entry{}, true
	w.apply(t, nil)
	if _, err := os.Stat(filepath.Join(w.dir, "out/a.mp4")); err != nil {
		t.Errorf("the altered file is gone: %v", err)
	}
}

// TestRestore: content that a store has comes back by hash, without rendering.
func TestRestore(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	w.provider.Paid, w.provider.Sidecars = true, []string{".vtt", ".srt"}
	w.store = &shelf{content: map[string][]byte{}}
	w.entries["a"] = entry{prompt: "red", results: 2}
	w.apply(t, nil)
	before := w.files(t)
	if err := os.RemoveAll(filepath.Join(w.dir, "out")); err != nil {
		t.Fatal(err)
	}
	w.entries["a"] = entry{prompt: "red", results: 2, output: "elsewhere/a.mp4"}
	if s, _ := w.apply(t, nil); s.Repaired != 1 {
		t.Fatalf("apply: %+v", s)
	}
	mustBeEmpty(t, w)
	after := w.files(t)
	for name, data := range before {
		if name != "videos.lock" && after[strings.Replace(name, "out/", "elsewhere/", 1)] != data {
			t.Errorf("%s did not come back", name)
		}
	}
	if n := len(w.provider.Charges()); n != 1 {
		t.Errorf("%d generations", n)
	}
}

// TestGuard stops a plan that goes too far.
func TestGuard(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	for _, key := range []string{"a", "b", "c", "d"} {
		w.entries[key] = entry{prompt: key}
	}
	w.apply(t, nil)
	w.entries["a"] = entry{prompt: "new"}
	delete(w.entries, "b")
	w.policy.Prune = true
	plan := w.plan(t)
	for _, c := range []struct {
		limits render.Limits
		stops  bool
	}{
		{render.Limits{}, false},
		{render.Limits{MaxChanges: "1"}, true},
		{render.Limits{MaxChanges: "2"}, false},
		{render.Limits{MaxChanges: "49%"}, true},
		{render.Limits{MaxChanges: "50%"}, false},
		{render.Limits{MaxChanges: "some"}, true},
		{render.Limits{EmptyData: []string{"data/products.csv"}}, true},
		{render.Limits{EmptyData: []string{"data/products.csv"}, MaxChanges: "2"}, false},
	} {
		if err := render.Guard(&plan, c.limits); (err != nil) != c.stops {
			t.Errorf("%+v: %v", c.limits, err)
		}
	}
}

func TestWordDiff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ old, new, want string }{
		{"a b c", "a b c", "a b c"},
		{"Show the red bottle.", "Show the blue bottle.", "Show the [-red ]{+blue }bottle."},
		{"", "all new", "{+all new}"},
		{"one two\nthree", "one\nthree four", "one[- two][-\nthree]"},
	} {
		spans := render.WordDiff(c.old, c.new)
		var was, is strings.Builder
		for _, s := range spans {
			if s.Op != render.OpInsert {
				was.WriteString(s.Text)
			}
			if s.Op != render.OpDelete {
				is.WriteString(s.Text)
			}
		}
		if was.String() != c.old || is.String() != c.new {
			t.Errorf("%q → %q: %v", c.old, c.new, spans)
		}
	}
	spans := render.WordDiff("Show the red bottle.", "Show the blue bottle.")
	want := []render.WordSpan{{Op: "same", Text: "Show the "}, {Op: "delete", Text: "red "}, {Op: "insert", Text: "blue "}, {Op: "same", Text: "bottle."}}
	if !slices.Equal(spans, want) {
		t.Errorf("got %v", spans)
	}
}

func remove(t *testing.T, w *world, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(w.dir, name)); err != nil {
		t.Fatal(err)
	}
}

func overwrite(t *testing.T, w *world, name string) {
	t.Helper()
	path := filepath.Join(w.dir, name)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1] ^= 1 // the size stays: only the content tells
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
}
