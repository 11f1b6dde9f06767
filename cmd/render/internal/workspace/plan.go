package workspace

import (
	"context"
	"fmt"
	"slices"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// Plan compares one manifest with its lockfile and the disk.
func (m *Manifest) plan(ctx context.Context, c Config) (render.Plan, error) {
	records := make([]*render.Record, 0, len(m.Lock.Records))
	for _, key := range m.Lock.Keys() {
		records = append(records, m.Lock.Records[key])
	}
	facts, err := render.Survey(ctx, records, m.Dir, m.Store)
	if err != nil {
		return render.Plan{}, err
	}
	policy := c.Policy
	policy.Select = m.selects(c)
	info := m.Provider.Info()
	plan := render.Diff(m.File.Path, m.Desired, m.Lock, facts, map[string]render.Info{info.Name: info}, policy)
	byKey := make(map[string]*manifest.Entry, len(m.Entries))
	if !plan.Empty() {
		for _, e := range m.Entries {
			byKey[e.Key] = e
		}
	}
	for i := range plan.Changes {
		if c := &plan.Changes[i]; c.Action != render.Unchanged && byKey[c.Key] != nil {
			c.Where = byKey[c.Key].At("").String()
		}
	}
	return plan, m.price(ctx, &plan, c.Budget)
}

// selects says which keys the run is about.
func (m *Manifest) selects(c Config) func(string, map[string]string) bool {
	if len(c.Keys)+len(c.Excludes) == 0 && m.since == nil {
		return nil
	}
	selected := make(map[string]bool, len(m.Entries))
	for _, e := range m.Entries {
		selected[e.Key] = e.Selected
	}
	return func(key string, _ map[string]string) bool {
		if is, described := selected[key]; described {
			return is
		}
		return matchesAny(c.Keys, key, true) && !matchesAny(c.Excludes, key, false)
	}
}

func matchesAny(patterns []string, key string, whenNone bool) bool {
	if len(patterns) == 0 {
		return whenNone
	}
	return slices.ContainsFunc(patterns, func(p string) bool { return manifest.MatchGlob(p, key) })
}

// price asks the provider what the generations of a plan will cost; with a budget, also
// what those in flight would cost once more, should they fail. Without one nobody is
// asked about what is paid for.
func (m *Manifest) price(ctx context.Context, plan *render.Plan, budget bool) error {
	var priced []*render.Change
	var jobs []render.Job
	for i := range plan.Changes {
		if c := &plan.Changes[i]; c.Generates() || budget && c.MaySubmit() {
			priced = append(priced, c)
			jobs = append(jobs, render.Job{Key: c.Key, Digest: c.Digest, Spec: c.Spec(), Dir: m.Dir.Path()})
		}
	}
	if len(priced) == 0 {
		return nil
	}
	if !m.Provider.Info().Remote {
		for _, c := range priced {
			c.Price(0)
		}
		return nil
	}
	costs, known := make([]float64, len(jobs)), make([]bool, len(jobs))
	if estimator, ok := m.Provider.(render.Estimator); ok {
		var err error
		if costs, known, err = estimator.Estimate(ctx, jobs); err != nil {
			return fmt.Errorf("estimating the cost: %w", err)
		}
	}
	for i, c := range priced {
		if known[i] {
			c.Price(costs[i])
		} else if per := m.File.Provider.PricePerSecond; per > 0 && c.Seconds > 0 {
			c.Price(per * c.Seconds)
		}
	}
	return nil
}

// Plan compares everything.
func (w *Workspace) Plan(ctx context.Context) (*render.Plan, error) {
	var plans []render.Plan
	for _, m := range w.Manifests {
		p, err := m.plan(ctx, w.config)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.File.Path, err)
		}
		plans = append(plans, p)
	}
	all := render.Join(plans...)
	return &all, w.saveHashes()
}

// saveHashes keeps what was learnt about files, where there is a state folder
// already or something to remember.
func (w *Workspace) saveHashes() error {
	for _, m := range w.Manifests {
		if err := m.hashes.Save(); err != nil && !isReadOnly(err) {
			return err
		}
	}
	return nil
}
