package render

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
)

// Adopter takes videos into the record that were made elsewhere.
type Adopter struct {
	Site    *Site
	Probe   Prober
	Records map[string]*Record // what the lockfile holds
}

// Files adopts finished files for an entry: put writes the i-th result to a path. What
// the entry had before goes, as with a video that is made anew; notes say what stays.
func (a *Adopter) Files(ctx context.Context, want *Desired, put func(i int, path string) error) (notes []string, err error) {
	record := a.record(want, TaskUUID(a.Site.Project, want.Key, want.Task.Digest, 1))
	record.State = StateDone
	dir, err := a.Site.Disk.WorkDir(record.TaskUUID)
	if err != nil {
		return nil, err
	}
	ap := &applier{Applier: &Applier{Probe: a.Probe}, refs: map[string]*references{want.Manifest: newReferences(a.plan(want), want.Manifest)}}
	var paths []string
	for i, output := range want.Outputs {
		path := filepath.Join(dir, "adopted-"+strconv.Itoa(i)+extension(output))
		if err := put(i, path); err != nil {
			return nil, err
		}
		out, err := ap.seal(ctx, a.Site, path, output, Result{})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", want.Key, err)
		}
		record.Results = append(record.Results, out)
		paths = append(paths, path)
	}
	for i, path := range paths {
		if err := a.Site.Disk.Place(path, want.Outputs[i]); err != nil {
			return nil, err
		}
	}
	c := &Change{Manifest: want.Manifest, Key: want.Key, desired: want, record: a.Records[want.Key]}
	if !ap.replaces(c, record) {
		record.Previous = nil
	}
	if err := a.Site.Ledger.Record(LedgerEntry{want.Key, record}); err != nil {
		return nil, err
	}
	var e Event
	if err := ap.removeReplaced(a.Site, c, record, &e); err != nil {
		return nil, err
	}
	return e.Notes, a.Site.Disk.Discard(record.TaskUUID)
}

// plan is one that changes the entry, among what else is on record.
func (a *Adopter) plan(want *Desired, changes ...Change) *Plan {
	return &Plan{Changes: changes, locks: map[string]*Lock{want.Manifest: {Records: a.Records}}}
}

// Task adopts the results of a task that the provider has finished, or is about to.
// Nothing is submitted, and nothing is recorded unless the results arrive.
func (a *Adopter) Task(ctx context.Context, want *Desired, taskUUID string) (notes []string, err error) {
	record := a.record(want, taskUUID)
	record.State = StateSubmitted
	c := Change{Manifest: want.Manifest, Key: want.Key, Action: Resume, Digest: want.Task.Digest, Outputs: want.Outputs, Provider: record.Provider,
		attempt: 1, desired: want, record: record}
	var end Event
	ap := &Applier{Sites: map[string]*Site{want.Manifest: a.Site}, Probe: a.Probe, RecallOnly: true, Concurrency: 1,
		Observe: func(e Event) {
			if e.Event == Finished {
				end = e
			}
		}}
	if _, err := ap.Apply(ctx, a.plan(want, c)); err != nil {
		return nil, err
	}
	if end.Status != Done {
		return nil, fmt.Errorf("%s: task %s: %w", want.Key, taskUUID, end.Err)
	}
	return end.Notes, nil
}

func (a *Adopter) record(want *Desired, taskUUID string) *Record {
	info := a.Site.Provider.Info()
	return &Record{Key: want.Key, Digest: want.Task.Digest, Provider: info.Name, Engine: info.Engine, TaskUUID: taskUUID, Attempt: 1,
		Protect: want.Protect, Upload: want.Upload, Task: want.Task.Document, Previous: a.Records[want.Key].Finished()}
}

// Restores picks what can be brought back without making a video: from hold, from
// the artifact store, or from a paid provider that may still have it. lost counts
// the entries that only rendering would bring back.
func (p *Plan) Restores() (plan Plan, lost int) {
	plan = Plan{Notes: p.Notes, claims: p.claims, locks: p.locks}
	for _, c := range p.Changes {
		switch {
		case c.Action != Repair:
			continue
		case c.Origin == FromRender:
			lost++
			continue
		}
		c.Held, c.Upload, c.Cost = "", false, nil
		plan.Changes = append(plan.Changes, c)
	}
	return plan, lost
}
