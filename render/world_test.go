package render_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/disk"
	"gitops.video/render/render/lockfile"
	"gitops.video/render/render/rendertest"
)

// entry is one line of a test's manifest.
type entry struct {
	prompt  string
	output  string // "" = out/KEY.mp4
	results int
	upload  string
	protect bool
}

// world is a manifest's folder and a provider, over any number of runs.
type world struct {
	dir      string
	entries  map[string]entry
	provider *rendertest.Provider
	policy   render.Policy
	order    func([]render.Desired) // shuffles what Diff is given
	deliver  render.Deliverer
	store    render.Store
	clock    rendertest.Clock
}

const manifestPath = "videos.yaml"

func newWorld(dir string) *world {
	return &world{dir: dir, entries: map[string]entry{}, provider: &rendertest.Provider{Name: "local", Engine: "1"}}
}

func (w *world) lockPath() string { return filepath.Join(w.dir, "videos.lock") }

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

func (w *world) desired(t failer, d *disk.Dir) []render.Desired {
	t.Helper()
	var out []render.Desired
	for _, key := range slices.Sorted(maps.Keys(w.entries)) {
		e := w.entries[key]
		spec := manifest.Spec{Model: "m", PositivePrompt: e.prompt, NumberResults: e.results, Duration: 5, UploadEndpoint: e.upload}
		task, err := render.NewTask(spec, w.provider.Info().Name, d.Files())
		if err != nil {
			t.Fatalf("task: %v", err)
		}
		first := e.output
		if first == "" {
			first = "out/" + key + ".mp4"
		}
		outputs := []string{first}
		for i := 2; i <= e.results; i++ {
			outputs = append(outputs, strings.TrimSuffix(first, ".mp4")+"-"+string(rune('0'+i))+".mp4")
		}
		out = append(out, render.Desired{Manifest: manifestPath, Key: key, Provider: w.provider.Info().Name, Task: task, Spec: spec,
			Outputs: outputs, Upload: e.upload, Protect: e.protect})
	}
	if w.order != nil {
		w.order(out)
	}
	return out
}

func (w *world) diff(t failer, d *disk.Dir, lock *render.Lock) render.Plan {
	t.Helper()
	want := w.desired(t, d)
	lock.Settle(func(key string) string {
		for _, e := range want {
			if e.Key == key {
				return e.Task.Digest
			}
		}
		return ""
	})
	facts, err := render.Survey(context.Background(), slices.Collect(maps.Values(lock.Records)), d, w.store)
	if err != nil {
		t.Fatalf("survey: %v", err)
	}
	info := w.provider.Info()
	plan := render.Diff(manifestPath, want, lock, facts, map[string]render.Info{info.Name: info}, w.policy)
	for i := range plan.Changes {
		if c := &plan.Changes[i]; c.MaySubmit() {
			c.Price(w.provider.Price)
		}
	}
	return plan
}

func (w *world) open(t failer) *disk.Dir {
	t.Helper()
	d, err := disk.Open(w.dir, "videos", disk.OpenHashes(w.dir, time.Now))
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return d
}

// plan is what apply would do.
func (w *world) plan(t failer) render.Plan {
	t.Helper()
	d := w.open(t)
	defer d.Close()
	lock, err := lockfile.Read(w.lockPath())
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return w.diff(t, d, lock)
}

// apply runs once, under faults when there are any, and tells whether it came to
// its end.
func (w *world) apply(t failer, faults *rendertest.Faults, configure ...func(*render.Applier)) (render.Summary, bool) {
	t.Helper()
	d := w.open(t)
	defer d.Close()
	session, err := lockfile.Open(context.Background(), w.lockPath(), 0, &w.clock)
	if err != nil {
		t.Fatalf("open lockfile: %v", err)
	}
	if faults == nil {
		faults = &rendertest.Faults{}
	}
	die := func() (render.Summary, bool) {
		if err := session.Abandon(); err != nil {
			t.Fatalf("abandon: %v", err)
		}
		return render.Summary{}, false
	}
	project := session.Lock().Project
	if project == "" {
		project = render.ProjectID("root", manifestPath)
		if faults.Op("project", func() error { return session.SetProject(project) }) != nil {
			return die()
		}
	}
	plan := w.diff(t, d, session.Lock())
	counted := &faultyProvider{Provider: w.provider, faults: faults}
	ap := &render.Applier{
		Sites: map[string]*render.Site{manifestPath: {Dir: w.dir, Project: project, Store: w.store, Provider: counted,
			Disk: rendertest.Disk{Faults: faults, Disk: d}, Ledger: rendertest.Ledger{Faults: faults, Ledger: session}}},
		Deliver: w.deliver, Clock: &w.clock, Concurrency: 2,
	}
	for _, f := range configure {
		f(ap)
	}
	summary, err := ap.Apply(context.Background(), &plan)
	if faults.Dead() {
		return die()
	}
	if err != nil {
		t.Fatalf("apply: %v", err)
	}
	if faults.Op("fold", session.Close) != nil {
		if !faults.After {
			return die()
		}
		return summary, false
	}
	return summary, true
}

// faultyProvider puts the calls of one run under that run's faults.
type faultyProvider struct {
	*rendertest.Provider
	faults *rendertest.Faults
}

func (p *faultyProvider) Submit(ctx context.Context, job render.Job) error {
	return p.faults.Op("submit", func() error { return p.Provider.Submit(ctx, job) })
}

func (p *faultyProvider) Await(ctx context.Context, job render.Job, progress render.Progress) (out render.Outcome, err error) {
	err = p.faults.Op("await", func() error { out, err = p.Provider.Await(ctx, job, progress); return err })
	return out, err
}

func (p *faultyProvider) Fetch(ctx context.Context, job render.Job, r render.Result, path string, progress render.Progress) error {
	return p.faults.Op("fetch", func() error { return p.Provider.Fetch(ctx, job, r, path, progress) })
}

// files lists the folder's files outside .render/, with their content.
func (w *world) files(t failer) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(w.dir, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if e.Name() == lockfile.StateDir {
				return filepath.SkipDir
			}
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(w.dir, path)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatalf("files: %v", err)
	}
	return out
}

func (w *world) lock(t failer) *render.Lock {
	t.Helper()
	lock, err := lockfile.Read(w.lockPath())
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return lock
}

func active(p render.Plan) []string {
	var out []string
	for i := range p.Changes {
		if c := &p.Changes[i]; c.Active() {
			out = append(out, c.Action.Symbol()+c.Key)
		}
	}
	return out
}

func mustBeEmpty(t *testing.T, w *world) {
	t.Helper()
	if p := w.plan(t); !p.Empty() {
		t.Fatalf("the plan after apply is not empty: %v", active(p))
	}
}
