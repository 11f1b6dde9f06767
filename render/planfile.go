package render

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// PlanFormat is the format of a saved plan, and of a plan shown as JSON.
const PlanFormat = "render.plan/1"

// PlanFile is a plan as JSON: readable, without secrets (what the environment holds
// is never resolved in a plan), and bound to what it was made from.
type PlanFile struct {
	Format    string       `json:"format"`
	Summary   Counts       `json:"summary"`
	Changes   []Change     `json:"changes"` // without the unchanged, unless asked for
	Notes     []string     `json:"notes,omitempty"`
	Manifests []PlanSource `json:"manifests,omitempty"` // of a saved plan
	Options   *PlanOptions `json:"options,omitempty"`   // of a saved plan
}

// PlanSource is one manifest that a plan was made from.
type PlanSource struct {
	Path       string `json:"path"`
	SHA256     string `json:"sha256"`     // of the manifest with all that it reads
	LockSHA256 string `json:"lockSHA256"` // of the recorded state
}

// PlanOptions are the flags that decide what a plan holds; apply uses the same.
type PlanOptions struct {
	Paths        []string `json:"paths"`
	Values       []string `json:"values,omitempty"`
	Set          []string `json:"set,omitempty"`
	Keys         []string `json:"keys,omitempty"`
	Excludes     []string `json:"excludes,omitempty"`
	ChangedSince string   `json:"changedSince,omitempty"`
	Provider     string   `json:"provider,omitempty"`
	AllowMissing bool     `json:"allowMissing,omitempty"`
	Force        bool     `json:"force,omitempty"`
	Upgrade      bool     `json:"upgrade,omitempty"`
	Repair       bool     `json:"repair,omitempty"`
	Prune        bool     `json:"prune,omitempty"`
	Draft        bool     `json:"draft,omitempty"`
}

// File is the plan for JSON; all keeps the unchanged entries in it.
func (p *Plan) File(all bool) PlanFile {
	f := PlanFile{Format: PlanFormat, Summary: p.Counts(), Notes: p.Notes, Changes: []Change{}}
	for i := range p.Changes {
		if c := &p.Changes[i]; all || c.Action != Unchanged || c.Held != "" {
			f.Changes = append(f.Changes, *c)
		}
	}
	return f
}

// DecodePlanFile reads a saved plan.
func DecodePlanFile(data []byte) (PlanFile, error) {
	var f PlanFile
	if err := json.Unmarshal(data, &f); err != nil {
		return f, fmt.Errorf("the saved plan is not readable: %w", err)
	}
	if f.Format != PlanFormat {
		return f, fmt.Errorf("the saved plan has format %q, this version reads %q: make it anew", f.Format, PlanFormat)
	}
	if f.Options == nil || len(f.Options.Paths) == 0 {
		return f, fmt.Errorf("this is a plan that was shown, not one that was saved with --out")
	}
	return f, nil
}

// StaleError is a saved plan that no longer describes what apply would do.
type StaleError struct{ Why []string }

func (e *StaleError) Error() string {
	return "the saved plan is stale: " + strings.Join(e.Why, "; ")
}

// Fresh compares a saved plan with what the same options give now.
func (f *PlanFile) Fresh(now *Plan, sources []PlanSource) error {
	var why []string
	was := map[string]PlanSource{}
	for _, s := range f.Manifests {
		was[s.Path] = s
	}
	for _, s := range sources {
		old, known := was[s.Path]
		switch {
		case !known:
			why = append(why, s.Path+" is new")
		case old.SHA256 != s.SHA256:
			why = append(why, s.Path+" or a file that it reads has changed")
		case old.LockSHA256 != s.LockSHA256:
			why = append(why, "the lockfile of "+s.Path+" has changed")
		}
		delete(was, s.Path)
	}
	for _, path := range sortedKeys(was) {
		why = append(why, path+" is gone")
	}
	if len(why) == 0 && !slices.EqualFunc(f.Changes, now.File(false).Changes, sameChange) {
		why = append(why, "files that entries name, or outputs on disk, have changed")
	}
	if len(why) > 0 {
		return &StaleError{why}
	}
	return nil
}

func sameChange(a, b Change) bool {
	return a.Manifest == b.Manifest && a.Key == b.Key && a.Action == b.Action && a.Held == b.Held && a.Digest == b.Digest && a.Was == b.Was && a.Origin == b.Origin
}

// StateHash identifies a recorded state, given as the bytes of its lockfile.
func StateHash(encoded []byte) string {
	sum := sha256.Sum256(encoded)
	return hex.EncodeToString(sum[:])
}
