// Package workspace brings together what a verb needs to reconcile manifests: the
// expanded entries, their digests, the lockfiles, the folders, the providers and the
// artifact stores. It makes plans; package render carries them out.
package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
	"gitops.video/render/render"
	"gitops.video/render/render/disk"
	"gitops.video/render/render/lockfile"
	"golang.org/x/sync/errgroup"
)

// Opener makes the provider that a manifest names. It must be quick and touch
// nothing: a plan only asks who it is.
type Opener func(cfg manifest.ProviderConfig, f *manifest.File) (render.Provider, error)

// StoreOpener opens an artifact store by its URL; relative file URLs start at dir.
type StoreOpener func(ctx context.Context, url, dir string) (render.Store, error)

// Config says how to open a workspace.
type Config struct {
	Provider Opener
	Store    StoreOpener
	Clock    render.Clock
	Draft    bool // small renders beside the real ones, with a record of their own
	Policy   render.Policy
	Budget   bool // what is spent is limited, so that every price has to be known
	// Keys and Excludes are the filters of the command line; they choose among the
	// orphans as they do among the entries.
	Keys, Excludes []string
	ChangedSince   string // git ref, "" = none
}

// Workspace is a set of opened manifests.
type Workspace struct {
	Manifests []*Manifest // sorted by path
	config    Config
}

// Manifest is one manifest with everything around it.
type Manifest struct {
	File     *manifest.File
	Entries  []*manifest.Entry // sorted by key
	Dir      *disk.Dir
	Provider render.Provider
	Store    render.Store // nil when the manifest names none
	Desired  []render.Desired
	Lock     *render.Lock
	Session  *lockfile.Session // nil while only reading

	hashes   *disk.Hashes
	lockPath string
	since    map[string]string // key → digest at --changed-since; nil without
}

// Open opens every manifest of a batch for reading. Findings about local files that
// entries name come back as diagnostics.
func Open(ctx context.Context, batch *manifest.Batch, c Config) (*Workspace, diag.List, error) {
	w := &Workspace{config: c}
	byFile := map[*manifest.File][]*manifest.Entry{}
	for _, e := range batch.Entries {
		byFile[e.File] = append(byFile[e.File], e)
	}
	for _, f := range batch.Files {
		m := &Manifest{File: f, Entries: byFile[f], lockPath: f.Lockfile}
		w.Manifests = append(w.Manifests, m)
		if c.Draft {
			base := strings.TrimSuffix(filepath.Base(f.Lockfile), ".lock")
			m.lockPath = filepath.Join(f.Dir, lockfile.StateDir, "draft-"+base+".lock")
		}
		if err := m.open(ctx, c); err != nil {
			return nil, nil, errors.Join(fmt.Errorf("%s: %w", f.Path, err), w.Close())
		}
	}
	var found diag.List
	for _, m := range w.Manifests { // after all lockfiles have been read: providers may go by them
		found = append(found, m.resolve(c.Draft)...)
		m.sinceThen()
		m.settleRivals()
	}
	return w, found.Sort(), nil
}

func (m *Manifest) open(ctx context.Context, c Config) error {
	var err error
	m.hashes = disk.OpenHashes(m.File.Dir, c.Clock.Now)
	if m.Dir, err = disk.Open(m.File.Dir, strings.TrimSuffix(filepath.Base(m.lockPath), ".lock"), m.hashes); err != nil {
		return err
	}
	if m.Provider, err = c.Provider(m.File.Provider, m.File); err != nil {
		return err
	}
	if m.File.Store != "" {
		if m.Store, err = c.Store(ctx, m.File.Store, m.File.Dir); err != nil {
			return fmt.Errorf("store: %w", err)
		}
	}
	if m.Lock, err = lockfile.Read(m.lockPath); err != nil {
		return err
	}
	if p, ok := m.Provider.(render.Recaller); ok {
		p.Recall(tasks(m.Lock))
	}
	if c.ChangedSince != "" {
		if m.since, err = digestsAt(ctx, c.ChangedSince, m.File.Lockfile); err != nil {
			return fmt.Errorf("--changed-since %s: %w", c.ChangedSince, err)
		}
	}
	return nil
}

// sinceThen leaves those entries selected that differ from what was rendered at
// --changed-since.
func (m *Manifest) sinceThen() {
	if m.since == nil {
		return
	}
	for i, e := range m.Entries {
		if then, ok := m.since[e.Key]; ok && then == m.Desired[i].Task.Digest {
			e.Selected = false
		}
	}
}

// tasks are the documents of the tasks on record, in order of their keys.
func tasks(l *render.Lock) iter.Seq[json.RawMessage] {
	return func(yield func(json.RawMessage) bool) {
		for _, key := range l.Keys() {
			if !yield(l.Records[key].Task) {
				return
			}
		}
	}
}

// settleRivals decides what a merge left open, now that the digests are known.
func (m *Manifest) settleRivals() {
	if len(m.Lock.Rivals) == 0 {
		return
	}
	digests := make(map[string]string, len(m.Desired))
	for i := range m.Desired {
		digests[m.Desired[i].Key] = m.Desired[i].Task.Digest
	}
	m.Lock.Settle(func(key string) string { return digests[key] })
}

// resolve reduces every entry to its task, on all processors.
func (m *Manifest) resolve(draft bool) diag.List {
	m.Desired = make([]render.Desired, len(m.Entries))
	problems := make([]error, len(m.Entries))
	files := m.Dir.Files()
	composer, _ := m.Provider.(render.Composer)
	info := m.Provider.Info()
	var group errgroup.Group
	workers := runtime.GOMAXPROCS(0)
	size := (len(m.Entries) + workers - 1) / max(workers, 1)
	for start := 0; start < len(m.Entries); start += size {
		group.Go(func() error {
			for i := start; i < min(start+size, len(m.Entries)); i++ {
				problems[i] = m.resolveOne(i, composer, info.Name, files, draft)
			}
			return nil
		})
	}
	_ = group.Wait() // the problems are kept by entry
	var list diag.List
	for i, err := range problems {
		if err != nil {
			list = append(list, m.problem(m.Entries[i], err))
		}
	}
	return list
}

func (m *Manifest) resolveOne(i int, composer render.Composer, provider string, files *disk.Files, draft bool) error {
	e := m.Entries[i]
	d := render.Desired{Manifest: m.File.Path, Key: e.Key, Provider: provider, Spec: e.Spec, Outputs: e.Outputs, Protect: e.Protect, Labels: e.Labels}
	d.Upload = render.EndpointHash(e.Spec.UploadEndpoint)
	if composer != nil {
		var err error
		if d.Spec, err = composer.Compose(e.Spec, m.Dir.Path()); err != nil {
			return err
		}
	}
	var err error
	if d.Task, err = render.NewTask(d.Spec, provider, files); err != nil {
		return err
	}
	if draft {
		d.Outputs = slices.Clone(d.Outputs)
		for j, o := range d.Outputs {
			d.Outputs[j] = lockfile.StateDir + "/draft/" + o
		}
		d.Upload, d.Spec.UploadEndpoint, d.Spec.WebhookURL = "", "", ""
	}
	m.Desired[i] = d
	return nil
}

// problem tells what is wrong with an entry where the field stands.
func (m *Manifest) problem(e *manifest.Entry, err error) diag.Diagnostic {
	d := diag.Diagnostic{Code: "task", Summary: err.Error(), Range: e.At("")}
	var file *render.FileError
	var field *render.FieldError
	at := ""
	switch {
	case errors.As(err, &file):
		d.Code, at = "missing-file", file.Field
		d.Hint = "paths are relative to the manifest's folder, " + m.File.Dir
	case errors.As(err, &field):
		at = field.Field
	}
	if at != "" {
		for pointer := "/" + strings.ReplaceAll(at, ".", "/"); pointer != ""; pointer = pointer[:strings.LastIndexByte(pointer, '/')] {
			if r := e.At(pointer); r.Start.Line > 0 {
				d.Range = r
				break
			}
		}
	}
	if e.Expansion != "" {
		d.Notes = append(d.Notes, diag.Note{Label: "expansion", Text: e.Expansion})
	}
	return d
}

// Lock takes the right to change every lockfile and reads them again: what was
// planned before may have been done by the run that held it.
func (w *Workspace) Lock(ctx context.Context, timeout time.Duration) error {
	for _, m := range w.Manifests {
		s, err := lockfile.Open(ctx, m.lockPath, timeout, w.config.Clock)
		if err != nil {
			return err
		}
		m.Session, m.Lock = s, s.Lock()
		if len(m.Lock.Rivals) > 0 || len(m.Lock.Notes) > 0 {
			m.settleRivals()
			if err := s.Settled(); err != nil {
				return err
			}
		}
	}
	return nil
}

// Sites are the folders for an apply; Lock must have been called.
func (w *Workspace) Sites(ctx context.Context) (map[string]*render.Site, error) {
	sites := map[string]*render.Site{}
	for _, m := range w.Manifests {
		project, err := m.project(ctx)
		if err != nil {
			return nil, err
		}
		if len(m.Entries)+len(m.Lock.Records) > 0 {
			if err := m.Session.SetProject(project); err != nil {
				return nil, err
			}
		}
		sites[m.File.Path] = &render.Site{Dir: m.Dir.Path(), Project: project, Disk: m.Dir, Ledger: m.Session, Store: m.Store, Provider: m.Provider}
	}
	return sites, nil
}

// Reads lists the files that the manifests were made of: themselves, what they extend,
// data and values.
func (w *Workspace) Reads() []string {
	names := map[string]bool{}
	for _, m := range w.Manifests {
		if reads, ok := m.sources(); ok {
			for name := range reads {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// EmptyData lists the data sources that have no rows.
func (w *Workspace) EmptyData() []string {
	names := map[string]bool{}
	for _, m := range w.Manifests {
		for _, s := range m.File.Sources {
			if s.Rows == 0 && s.Path != "" {
				names[s.Path] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// Close folds what was recorded into the lockfiles and gives everything up.
func (w *Workspace) Close() error {
	var errs []error
	for _, m := range w.Manifests {
		if m.Session != nil {
			errs = append(errs, m.Session.Close())
			m.Session = nil
		}
		if m.hashes != nil && m.Dir != nil {
			if err := m.hashes.Save(); err != nil && !isReadOnly(err) {
				errs = append(errs, err)
			}
		}
		if m.Dir != nil {
			errs = append(errs, m.Dir.Close())
			m.Dir = nil
		}
	}
	return errors.Join(errs...)
}

// Unfolded says that some lockfile waits to be put in order: a journal of a run that
// died, a merge that had to be settled, a line that could not be read.
func (w *Workspace) Unfolded() bool {
	return slices.ContainsFunc(w.Manifests, func(m *Manifest) bool {
		return lockfile.Unfolded(m.lockPath) || len(m.Lock.Notes) > 0
	})
}

// Find gives the manifest and the place in its entries of a key.
func (w *Workspace) Find(key string) (*Manifest, int, bool) {
	for _, m := range w.Manifests {
		if i, ok := slices.BinarySearchFunc(m.Entries, key, func(e *manifest.Entry, key string) int { return strings.Compare(e.Key, key) }); ok {
			return m, i, true
		}
	}
	return nil, 0, false
}

// Keys lists every key that the manifests describe, sorted by manifest.
func (w *Workspace) Keys() []string {
	var keys []string
	for _, m := range w.Manifests {
		for _, e := range m.Entries {
			keys = append(keys, e.Key)
		}
	}
	return keys
}

// Selected says whether the filters leave a key of the manifest or of its lockfile.
func (w *Workspace) Selected(m *Manifest, key string) bool {
	selects := m.selects(w.config)
	return selects == nil || selects(key, nil)
}

// Entry is the entry with a key, nil when the manifest has none.
func (m *Manifest) Entry(key string) *manifest.Entry {
	i, ok := slices.BinarySearchFunc(m.Entries, key, func(e *manifest.Entry, key string) int { return strings.Compare(e.Key, key) })
	if !ok {
		return nil
	}
	return m.Entries[i]
}
