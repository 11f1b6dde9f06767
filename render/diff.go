package render

import (
	"maps"
	"slices"
	"strings"
)

// Policy is what the user allowed a plan to do.
type Policy struct {
	AllowMissing bool // a recorded output that is absent counts as present
	Force        bool // render selected entries again
	Upgrade      bool // render entries again that an older engine drew
	Repair       bool // let a paid provider make lost outputs again
	Prune        bool // delete what the manifest no longer describes
	// Select says which keys the run is about; nil selects all.
	Select func(key string, labels map[string]string) bool
}

// Diff compares what one manifest wants with what its lockfile holds and what is
// on disk. It is a pure function: the same arguments give the same plan, and
// carrying a plan out decides nothing that is not decided here.
//
// The providers' infos are by name. Entries may come in any order.
func Diff(manifestPath string, desired []Desired, lock *Lock, facts Facts, infos map[string]Info, policy Policy) Plan {
	d := differ{manifest: manifestPath, lock: lock, facts: facts, infos: infos, policy: policy}
	return d.plan(desired)
}

type differ struct {
	manifest string
	lock     *Lock
	facts    Facts
	infos    map[string]Info
	policy   Policy
}

func (d *differ) plan(desired []Desired) Plan {
	wanted := make(map[string]*Desired, len(desired))
	order := make([]*Desired, 0, len(desired))
	for i := range desired {
		wanted[desired[i].Key] = &desired[i]
		order = append(order, &desired[i])
	}
	slices.SortFunc(order, func(a, b *Desired) int { return strings.Compare(a.Key, b.Key) })

	plan := Plan{Known: len(d.lock.Records), Notes: slices.Clone(d.lock.Notes)}
	plan.Changes = make([]Change, 0, len(desired))
	claims := make(map[string]string, len(desired))
	plan.claims = map[string]map[string]string{d.manifest: claims}
	plan.locks = map[string]*Lock{d.manifest: d.lock}
	orphans := d.orphans(wanted)
	for _, want := range order {
		for _, output := range want.Outputs {
			claims[stem(output)] = want.Key
		}
		if !d.selected(want.Key, want.Labels) {
			continue
		}
		plan.Entries++
		record := d.lock.Records[want.Key]
		from := ""
		if record == nil {
			if record = orphans.claim(want.Task.Digest); record != nil {
				from = record.Key
			}
		}
		c := d.decide(want, record, from)
		c.Manifest, c.Key, c.Where = d.manifest, want.Key, want.Where
		c.Digest, c.Outputs, c.Provider = want.Task.Digest, want.Outputs, want.Provider
		c.desired = want
		if c.Generates() || c.Action == Resume {
			c.Seconds = float64(want.Spec.Duration * max(want.Spec.NumberResults, 1))
		}
		plan.Changes = append(plan.Changes, c)
	}
	for _, key := range orphans.rest() {
		if d.selected(key, nil) {
			plan.Changes = append(plan.Changes, d.orphan(d.lock.Records[key]))
		}
	}
	slices.SortStableFunc(plan.Changes, func(a, b Change) int { return strings.Compare(a.Key, b.Key) })
	return plan
}

func (d *differ) selected(key string, labels map[string]string) bool {
	return d.policy.Select == nil || d.policy.Select(key, labels)
}

// orphanSet holds the records whose keys the manifest no longer has, findable by
// digest: an entry under a new key with an orphan's digest is that orphan renamed.
type orphanSet struct {
	byDigest map[string][]*Record // each list sorted by key
	left     map[string]bool
}

func (d *differ) orphans(wanted map[string]*Desired) orphanSet {
	set := orphanSet{byDigest: map[string][]*Record{}, left: map[string]bool{}}
	for _, key := range d.lock.Keys() {
		if wanted[key] != nil {
			continue
		}
		r := d.lock.Records[key]
		set.left[key] = true
		if r.State == StateDone || r.State.InFlight() {
			set.byDigest[r.Digest] = append(set.byDigest[r.Digest], r)
		} else if r.Previous != nil {
			set.byDigest[r.Previous.Digest] = append(set.byDigest[r.Previous.Digest], r)
		}
	}
	return set
}

func (s *orphanSet) claim(digest string) *Record {
	found := s.byDigest[digest]
	if len(found) == 0 {
		return nil
	}
	s.byDigest[digest] = found[1:]
	delete(s.left, found[0].Key)
	return found[0]
}

func (s *orphanSet) rest() []string { return slices.Sorted(maps.Keys(s.left)) }

func (d *differ) orphan(r *Record) Change {
	c := Change{Manifest: d.manifest, Key: r.Key, Action: Prune, Reason: "no longer in the manifest", Was: r.Digest, record: r}
	if done := r.Finished(); done != nil {
		for _, a := range done.Artifacts() {
			c.Outputs = append(c.Outputs, a.Path)
		}
	}
	if r.State.InFlight() {
		c.Note = "its task " + r.TaskUUID + " may still be rendering"
	}
	switch {
	case r.Protect:
		c.Held = "protect: true"
	case !d.policy.Prune:
		c.Held = "--prune"
	}
	return c
}

// decide is the table of what happens to an entry that the manifest describes.
func (d *differ) decide(want *Desired, record *Record, from string) Change {
	if record == nil {
		return Change{Action: Create, Reason: "new", attempt: 1}
	}
	c := Change{record: record, From: from, Was: record.Digest}
	if record.Digest != want.Task.Digest && record.Previous != nil && record.Previous.Digest == want.Task.Digest {
		// The manifest went back to what the outputs still hold: what was begun since is dropped.
		previous := record.Previous.clone()
		previous.Key = record.Key
		c.record, c.Was, c.rewrite = previous, previous.Digest, true
		record = previous
	}
	if record.Digest != want.Task.Digest {
		c.Action, c.attempt = Update, 1
		c.Fields = FieldChanges(record.Task, want.Task.Document)
		c.Reason = updateReason(c.Fields)
		if record.State == StateFailed && record.Finished() == nil {
			c.Action = Create
		}
		if record.State.InFlight() {
			c.Note = "task " + record.TaskUUID + " for the version before may still be rendering; its result is not fetched"
		}
		return c
	}
	switch {
	case record.State.InFlight() && !d.policy.Force:
		c.Action, c.Reason, c.attempt = Resume, "in flight as "+record.TaskUUID, record.Attempt
		if !d.infos[want.Provider].Remote {
			c.here, c.Reason = true, "begun and not finished"
		}
		return c
	case record.State == StateFailed || record.State.InFlight():
		c.Action, c.attempt = Update, record.Attempt
		if record.Finished() == nil {
			c.Action = Create
		}
		c.Reason = "forced"
		if e := record.Error; e != nil && record.State == StateFailed {
			c.Reason = "failed last time: " + e.Text()
		}
		if d.policy.Force || record.Error != nil && record.Error.Terminal {
			c.attempt++
		}
		return c
	case d.policy.Force:
		c.Action, c.Reason, c.attempt = Update, "forced", record.Attempt+1
		return c
	}
	return d.settled(want, c)
}

// settled is for an entry whose video exists as wanted: only its files, their
// places and their delivery are in question.
func (d *differ) settled(want *Desired, c Change) Change {
	record := c.record
	info := d.infos[want.Provider]
	c.Action = Unchanged
	c.rewrite = c.rewrite || c.From != "" || record.Previous != nil || record.Protect != want.Protect || record.Upload != want.Upload && want.Upload == ""
	c.Outdated = info.Engine != "" && record.Engine != info.Engine
	if c.Outdated {
		c.Note = "drawn by engine " + orUnknown(record.Engine) + ", now " + info.Engine
		if d.policy.Upgrade {
			c.Action, c.Reason, c.attempt = Update, c.Note, record.Attempt+1
			return c
		}
	}
	c.Upload = want.Upload != "" && record.Upload != want.Upload
	c.Moves = relocations(record, want.Outputs)
	if len(c.Moves) > 0 || c.From != "" {
		c.Action, c.Reason = Move, moveReason(c)
	} else if c.Upload {
		c.Action, c.Reason = Upload, "uploadEndpoint changed"
		if record.Upload == "" {
			c.Reason = "not uploaded yet"
		}
	}
	d.drift(want, info, &c)
	return c
}

// drift turns a change into a repair where recorded files are absent or altered.
func (d *differ) drift(want *Desired, info Info, c *Change) {
	var absent, altered []string
	held, stored := true, true
	for _, a := range c.record.Artifacts() {
		f, drifted := d.facts[a]
		if !drifted {
			continue
		}
		if f.State == Absent {
			absent = append(absent, a.Path)
		} else {
			altered = append(altered, a.Path)
		}
		held = held && f.Held
		stored = stored && (f.Held || f.Stored)
	}
	if len(absent)+len(altered) == 0 {
		return
	}
	if len(altered) == 0 && d.policy.AllowMissing {
		c.Note = "absent from this disk: " + strings.Join(absent, ", ")
		c.Moves = nil
		if c.Upload {
			c.Upload = false
		}
		if c.Action == Move && c.From == "" || c.Action == Upload {
			c.Action, c.Reason = Unchanged, ""
		}
		return
	}
	c.Action = Repair
	var why []string
	if len(absent) > 0 {
		why = append(why, "missing: "+strings.Join(absent, ", "))
	}
	if len(altered) > 0 {
		why = append(why, "altered: "+strings.Join(altered, ", "))
	}
	c.Reason = strings.Join(why, "; ")
	c.attempt = max(c.record.Attempt, 1)
	switch {
	case held:
		c.Origin = FromHold
	case stored:
		c.Origin = FromStore
	case !info.Remote:
		c.Origin = FromRender
	default:
		c.Origin = FromProvider
		if info.Paid && !d.policy.Repair {
			c.Held = "--repair"
		}
	}
}

// relocations pairs the record's outputs with the wanted paths. A sidecar follows
// its output, keeping its extension.
func relocations(r *Record, outputs []string) []Relocation {
	var moves []Relocation
	for i, o := range r.Results {
		if i >= len(outputs) || o.Output == outputs[i] {
			continue
		}
		moves = append(moves, Relocation{o.Output, outputs[i], o.SHA256})
		for _, s := range o.Sidecars {
			moves = append(moves, Relocation{s.Output, besides(outputs[i], extension(s.Output)), s.SHA256})
		}
	}
	return moves
}

func moveReason(c Change) string {
	switch {
	case c.From != "" && len(c.Moves) > 0:
		return "renamed from " + c.From + ", output moved"
	case c.From != "":
		return "renamed from " + c.From
	}
	return "output path changed"
}

func updateReason(fields []FieldChange) string {
	if len(fields) == 0 {
		return "task changed"
	}
	names := make([]string, 0, 4)
	for _, f := range fields {
		if len(names) == 3 {
			names = append(names, plural(len(fields)-3, "more", "more"))
			break
		}
		names = append(names, f.Field)
	}
	return strings.Join(names, ", ") + " changed"
}

// Text is the failure in one line.
func (e *RecordError) Text() string {
	if e.Code == "" {
		return e.Message
	}
	return e.Code + ": " + e.Message
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}

// besides is the path of a sidecar with the given extension next to an output.
func besides(output, ext string) string {
	return strings.TrimSuffix(output, extension(output)) + ext
}

// extension is the last extension of a path's file name, dot included.
func extension(p string) string {
	for i := len(p) - 1; i >= 0 && p[i] != '/'; i-- {
		if p[i] == '.' {
			return p[i:]
		}
	}
	return ""
}
