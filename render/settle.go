package render

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// references knows which entry a file belongs to, so that nothing is deleted that
// another entry vouches for or is about to write.
type references struct {
	mu     sync.Mutex
	wanted map[string]string          // path without extension → key, from the manifest
	held   map[string]map[string]bool // path → keys whose record has it
}

func newReferences(p *Plan, manifest string) *references {
	r := &references{wanted: map[string]string{}, held: map[string]map[string]bool{}}
	maps.Copy(r.wanted, p.claims[manifest])
	if lock := p.locks[manifest]; lock != nil {
		for key, record := range lock.Records {
			r.set(key, nil, record)
		}
	}
	return r
}

// set makes key's record vouch for its files instead of the old one.
func (r *references) set(key string, old, record *Record) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for gen := old; gen != nil; gen = gen.Previous {
		for _, a := range gen.Artifacts() {
			delete(r.held[a.Path], key)
		}
	}
	for gen := record; gen != nil; gen = gen.Previous {
		for _, a := range gen.Artifacts() {
			if r.held[a.Path] == nil {
				r.held[a.Path] = map[string]bool{}
			}
			r.held[a.Path][key] = true
		}
	}
}

// free says that no entry but key has or wants the file.
func (r *references) free(key, path string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if owner, ok := r.wanted[stem(path)]; ok && owner != key {
		return false
	}
	for other := range r.held[path] {
		if other != key {
			return false
		}
	}
	return true
}

func stem(path string) string { return strings.TrimSuffix(path, extension(path)) }

// renamed records a change's record, and drops the old key with it when the entry
// was renamed: the two are one act.
func (a *applier) renamed(site *Site, c *Change, record *Record) error {
	entries := []LedgerEntry{{c.Key, record}}
	if c.From != "" {
		entries = append([]LedgerEntry{{c.From, nil}}, entries...)
	}
	return site.Ledger.Record(entries...)
}

// settleMoves brings records and files of one manifest to where the manifest now
// wants them. All files are set aside first and brought back after, so entries may
// swap paths; between the two the record already names the new path, and a crash
// leaves the content in hold, from where the next plan repairs it.
func (a *applier) settleMoves(ctx context.Context, manifest string, site *Site, plan *Plan) error {
	var entries, drops []LedgerEntry
	var moved, settled []*Change
	var moves []Relocation
	for i := range plan.Changes {
		c := &plan.Changes[i]
		if c.Manifest != manifest || c.Held != "" {
			continue
		}
		if c.Action == Repair && (c.Origin == FromHold || c.Origin == FromStore) && len(c.Moves) > 0 {
			// What is left of it moves, too, and must be out of the others' way.
			if err := a.holdRest(site, c); err != nil {
				return err
			}
		}
		if !c.rewrite && c.Action != Move {
			continue
		}
		if c.Action == Move {
			if why := a.halt(ctx); why != nil {
				if !c.Upload { // with an upload it is reported there
					a.finish(c, Event{Status: Skipped, Err: why})
				}
				continue
			}
			moved = append(moved, c)
		}
		record := c.record.clone()
		record.Key, record.Protect = c.Key, c.desired.Protect
		if c.desired.Upload == "" {
			record.Upload = ""
		}
		if c.Action == Move {
			relocate(record, c.Moves)
			moves = append(moves, c.Moves...)
		}
		if c.Action == Update || c.Action == Resume || c.Action == Repair {
			continue // carried out with its own record
		}
		if c.From != "" {
			drops = append(drops, LedgerEntry{c.From, nil})
		}
		entries = append(entries, LedgerEntry{c.Key, record})
		if c.From != "" {
			a.refs[manifest].set(c.From, c.record, nil)
		}
		a.refs[manifest].set(c.Key, c.record, record)
		c.record = record
		settled = append(settled, c)
	}
	for _, m := range moves {
		if err := site.Disk.Hold(m.Old, m.SHA256); err != nil {
			return fmt.Errorf("moving %s: %w", m.Old, err)
		}
	}
	if err := site.Ledger.Record(append(drops, entries...)...); err != nil {
		return err
	}
	for _, m := range moves {
		if err := site.Disk.Take(m.SHA256, m.New); err != nil {
			return fmt.Errorf("moving %s to %s: %w", m.Old, m.New, err)
		}
	}
	for _, c := range settled {
		var e Event
		if err := a.removeReplaced(site, c, c.record, &e); err != nil {
			return err
		}
	}
	for _, c := range moved {
		if !c.Upload {
			a.finish(c, Event{Status: Done, Outputs: c.Outputs})
		}
	}
	return nil
}

// holdRest sets aside the files of a repair that are still where they were.
func (a *applier) holdRest(site *Site, c *Change) error {
	leaving := map[string]bool{}
	for _, m := range c.Moves {
		leaving[m.Old] = true
	}
	for _, f := range c.record.Artifacts() {
		if !leaving[f.Path] {
			continue
		}
		state, err := site.Disk.Look(f)
		if err == nil && state == Same {
			err = site.Disk.Hold(f.Path, f.SHA256)
		}
		if err != nil {
			return fmt.Errorf("moving %s: %w", f.Path, err)
		}
	}
	return nil
}

func relocate(r *Record, moves []Relocation) {
	to := map[string]string{}
	for _, m := range moves {
		to[m.Old] = m.New
	}
	for i := range r.Results {
		o := &r.Results[i]
		if p, ok := to[o.Output]; ok {
			o.Output = p
		}
		for j := range o.Sidecars {
			if p, ok := to[o.Sidecars[j].Output]; ok {
				o.Sidecars[j].Output = p
			}
		}
	}
}

// restore brings back recorded files that are absent or altered, from hold or from
// the artifact store, to where the manifest wants them.
func (a *applier) restore(ctx context.Context, c *Change) Event {
	site := a.Sites[c.Manifest]
	record := c.record.clone()
	record.Key, record.Protect = c.Key, c.desired.Protect
	relocate(record, c.Moves)
	dir, err := site.Disk.WorkDir(record.TaskUUID + "-restore")
	if err != nil {
		return failed(err)
	}
	var lost []error
	for _, want := range record.Artifacts() {
		state, err := site.Disk.Look(want)
		if err != nil {
			return failed(err)
		}
		if state == Same {
			continue
		}
		// One file that cannot be had does not keep the others away; and a store that
		// is asked for all of them knows afterwards which ones it has to take anew.
		if err := a.bringBack(ctx, site, want, dir); err != nil {
			lost = append(lost, err)
		}
	}
	if len(lost) > 0 {
		return failed(errors.Join(lost...))
	}
	if err := a.renamed(site, c, record); err != nil {
		return failed(err)
	}
	a.refs[c.Manifest].set(c.Key, c.record, record)
	e := Event{Status: Done, Outputs: c.Outputs, TaskUUID: record.TaskUUID}
	if err := site.Disk.Discard(record.TaskUUID + "-restore"); err != nil {
		e.Notes = append(e.Notes, err.Error())
	}
	if c.Upload {
		a.deliver(ctx, site, c, record, &e)
	}
	return e
}

// bringBack puts one recorded content at its wanted path, from hold or else from
// the store.
func (a *applier) bringBack(ctx context.Context, site *Site, want Artifact, dir string) error {
	if site.Disk.Held(want.SHA256) {
		return site.Disk.Take(want.SHA256, want.Path)
	}
	if site.Store == nil {
		return fmt.Errorf("%s: its content is no longer at hand", want.Path)
	}
	path := filepath.Join(dir, want.SHA256)
	if err := site.Store.Get(ctx, want.SHA256, path); err != nil {
		return fmt.Errorf("artifact store: %s: %w", want.Path, err)
	}
	return site.Disk.Place(path, want.Path)
}

// leftovers are the files of the generation before that the record's own did not
// overwrite and nobody else has or wants.
func (a *applier) leftovers(c *Change, record *Record) []Artifact {
	if record.Previous == nil || record.State != StateDone {
		return nil
	}
	now := map[string]bool{}
	for _, f := range record.Artifacts() {
		now[f.Path] = true
	}
	return slices.DeleteFunc(record.Previous.Artifacts(), func(f Artifact) bool {
		return now[f.Path] || !a.refs[c.Manifest].free(c.Key, f.Path)
	})
}

// replaces says whether the record still has files of its predecessor to remove.
// Only then does it keep the predecessor when it is done: a crash between being
// done and being rid of them must not forget whose they are.
func (a *applier) replaces(c *Change, record *Record) bool {
	return len(a.leftovers(c, record)) > 0
}

// removeReplaced deletes the leftovers. A file that somebody altered is theirs, and
// a protected entry keeps its old files, too.
func (a *applier) removeReplaced(site *Site, c *Change, record *Record, e *Event) error {
	refs := a.refs[c.Manifest]
	refs.set(c.Key, c.record, record)
	if record.Previous == nil || record.State != StateDone {
		return nil
	}
	if !c.desired.Protect {
		for _, f := range a.leftovers(c, record) {
			if note := removeOwn(site.Disk, f); note != "" {
				e.Notes = append(e.Notes, note)
			}
		}
	}
	was := record.clone()
	record.Previous = nil
	refs.set(c.Key, was, record)
	return site.Ledger.Record(LedgerEntry{record.Key, record})
}

// removeOwn deletes a file if it still is what the record says, and tells why not.
func removeOwn(d Disk, f Artifact) string {
	state, err := d.Look(f)
	switch {
	case err != nil:
		return err.Error()
	case state == Altered:
		return f.Path + " was altered since it was rendered and is left in place"
	}
	if err := d.Remove(f.Path); err != nil {
		return err.Error()
	}
	return ""
}

// prune forgets an entry that the manifest no longer has, and deletes its files.
// The record goes last: a crash in between leaves an orphan to be pruned again.
func (a *applier) prune(ctx context.Context, c *Change) Event {
	if why := a.halt(ctx); why != nil {
		return Event{Status: Skipped, Err: why}
	}
	site := a.Sites[c.Manifest]
	e := Event{Status: Done, Outputs: c.Outputs}
	for gen := c.record; gen != nil; gen = gen.Previous {
		for _, f := range gen.Artifacts() {
			if !a.refs[c.Manifest].free(c.Key, f.Path) {
				e.Notes = append(e.Notes, f.Path+" belongs to another entry and is left in place")
				continue
			}
			if note := removeOwn(site.Disk, f); note != "" {
				e.Notes = append(e.Notes, note)
			}
		}
	}
	if err := site.Ledger.Record(LedgerEntry{c.Key, nil}); err != nil {
		return failed(err)
	}
	a.refs[c.Manifest].set(c.Key, c.record, nil)
	return e
}

// deliverOnly uploads an entry whose video exists already.
func (a *applier) deliverOnly(ctx context.Context, c *Change) Event {
	e := Event{Status: Done, Outputs: c.Outputs, TaskUUID: c.record.TaskUUID}
	a.deliver(ctx, a.Sites[c.Manifest], c, c.record.clone(), &e)
	return e
}

// deliver puts a finished video to its uploadEndpoint and tells its webhook. An
// upload that failed is not recorded, so the next plan has it again; a webhook
// that cannot be reached is only reported.
func (a *applier) deliver(ctx context.Context, site *Site, c *Change, record *Record, e *Event) {
	spec := c.desired.Spec
	if spec.UploadEndpoint != "" && record.Upload != c.desired.Upload {
		for _, o := range record.Results {
			if err := a.upload(ctx, site, c, record.TaskUUID, o); err != nil {
				e.Status, e.Err = Failed, fmt.Errorf("rendered, but the upload failed: %w", err)
				return
			}
		}
		record.Upload = c.desired.Upload
		if err := site.Ledger.Record(LedgerEntry{c.Key, record}); err != nil {
			e.Status, e.Err = Failed, err
			return
		}
	}
	if spec.WebhookURL == "" || !c.Generates() && c.Action != Resume {
		return
	}
	for _, o := range record.Results {
		body := webhookBody(record, o, spec.IncludeCost != nil && *spec.IncludeCost)
		err := a.retry(ctx, c, record.TaskUUID, true, func() error { return a.Deliver.Notify(ctx, spec.WebhookURL, body) })
		if err != nil {
			e.Notes = append(e.Notes, "webhook: "+err.Error())
		}
	}
}

func (a *applier) upload(ctx context.Context, site *Site, c *Change, taskUUID string, o Output) error {
	return a.retry(ctx, c, taskUUID, true, func() error {
		file, size, err := site.Disk.Open(o.Output)
		if err != nil {
			return &Failure{Class: ClassNotFound, Code: "outputMissing", Message: err.Error()}
		}
		a.observe(Event{Event: Moving, Manifest: c.Manifest, Key: c.Key, TaskUUID: taskUUID, Phase: "upload", Percent: -1})
		return errors.Join(a.Deliver.Upload(ctx, c.desired.Spec.UploadEndpoint, contentType(o.Output), file, size), file.Close())
	})
}

func contentType(output string) string {
	switch strings.ToLower(extension(output)) {
	case ".webm":
		return "video/webm"
	case ".mov":
		return "video/quicktime"
	}
	return "video/mp4"
}

// webhookBody is the API's own result message: one item for one finished result.
func webhookBody(r *Record, o Output, cost bool) []byte {
	item := map[string]any{"taskType": "videoInference", "taskUUID": r.TaskUUID, "status": "success",
		"videoUUID": uuidOf("render.video", r.TaskUUID, o.SHA256)}
	if o.UUID != "" {
		item["videoUUID"] = o.UUID
	}
	if o.Seed != 0 {
		item["seed"] = o.Seed
	}
	if cost {
		item["cost"] = o.Cost
	}
	b, _ := json.Marshal(map[string]any{"data": []any{item}}) // strings and numbers only: cannot fail
	return b
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
