package render

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// Site is one manifest's folder, opened for an apply that holds its lock.
type Site struct {
	Dir     string // absolute
	Project string // identity for task UUIDs
	Disk    Disk
	Ledger  Ledger
	Store   Store // nil when the manifest names none
	// Provider makes the manifest's videos. Two manifests may mean two servers, two
	// accounts or two prices by the same name.
	Provider Provider
}

// Applier carries plans out. It decides nothing: what happens to an entry is in
// the plan, in what order the acts follow each other is here.
type Applier struct {
	Sites   map[string]*Site // by manifest path
	Deliver Deliverer
	Probe   Prober
	Clock   Clock
	Observe func(Event) // called from several goroutines at once; nil = nobody looks

	Concurrency int           // entries at a time, at least 1
	FailFast    bool          // begin nothing more after a failure
	Draft       bool          // small and quick
	MaxCost     *float64      // USD; re-checked before every submission
	Timeout     time.Duration // 0 = none; what is unfinished then stays resumable
	// RecallOnly submits nothing and records no failure: only what providers still
	// have is fetched.
	RecallOnly bool
	// Stop asks for an orderly end: nothing more is begun, remote tasks are left to
	// be resumed, local ones are finished. Cancelling the context ends at once.
	Stop <-chan struct{}
}

type applier struct {
	*Applier
	clock Clock
	refs  map[string]*references
	done  chan struct{} // closed when Apply returns
	// remote ends when the run ends or is asked to stop. It is one context for all
	// remote tasks, so that none sees another give up its place before it is told
	// itself: what waits for its turn must not be sent after the stop.
	remote context.Context

	mu       sync.Mutex
	summary  Summary
	spent    float64 // USD, of finished entries
	reserved float64 // USD, of entries under way
	halted   error   // why nothing more is begun
}

// Apply carries out every active change of the plan. The error is kept for what
// stops the run as a whole; entries that failed are counted in the summary.
func (ap *Applier) Apply(ctx context.Context, plan *Plan) (Summary, error) {
	a := &applier{Applier: ap, clock: ap.Clock, refs: map[string]*references{}, done: make(chan struct{})}
	defer close(a.done)
	if a.clock == nil {
		a.clock = SystemClock{}
	}
	begin := a.clock.Now()
	for i := range plan.Changes {
		c := &plan.Changes[i]
		if c.Active() {
			a.observe(Event{Event: Planned, Manifest: c.Manifest, Key: c.Key, Action: c.Action, Reason: c.Reason})
		}
		if c.Held != "" {
			a.summary.Held++
		} else if c.Action == Unchanged {
			a.summary.Unchanged++
		}
		if a.Sites[c.Manifest] == nil && (c.Active() || c.rewrite) {
			return a.summary, fmt.Errorf("%s: its folder was not opened", c.Manifest)
		}
	}
	for manifest := range a.Sites {
		a.refs[manifest] = newReferences(plan, manifest)
	}
	err := a.run(ctx, plan)
	a.summary.Elapsed = a.clock.Now().Sub(begin).Seconds()
	s := a.summary
	a.observe(Event{Event: Summed, Summary: &s})
	return s, err
}

func (a *applier) run(ctx context.Context, plan *Plan) error {
	waitCtx, cancel := ctx, context.CancelFunc(func() {})
	if a.Timeout > 0 {
		waitCtx, cancel = context.WithTimeout(ctx, a.Timeout)
	}
	defer cancel()
	work, prunes := a.sorted(plan)
	if err := a.check(waitCtx, work); err != nil {
		return err
	}
	for manifest, site := range a.Sites {
		if err := a.settleMoves(ctx, manifest, site, plan); err != nil {
			return err
		}
	}
	remote, leave := context.WithCancel(waitCtx)
	defer leave()
	a.remote = remote
	if a.Stop != nil {
		go func() {
			select {
			case <-a.Stop:
				leave()
			case <-remote.Done():
			}
		}()
	}
	var group errgroup.Group
	group.SetLimit(max(a.Concurrency, 1))
	for _, c := range work {
		group.Go(func() error {
			a.finish(c, a.carryOut(waitCtx, c))
			return nil
		})
	}
	_ = group.Wait() // entries report their own errors
	for _, c := range prunes {
		a.finish(c, a.prune(waitCtx, c))
	}
	a.mu.Lock()
	a.summary.Interrupted = a.stopping() || ctx.Err() != nil
	a.summary.TimedOut = waitCtx.Err() != nil && ctx.Err() == nil
	a.mu.Unlock()
	for _, site := range a.Sites {
		if err := site.Disk.Release(); err != nil {
			return err
		}
	}
	return nil
}

// sorted splits the plan: what is carried out side by side, and the prunes, which
// come last: nothing is deleted that a rename or a repair could still need.
func (a *applier) sorted(plan *Plan) (work, prunes []*Change) {
	for i := range plan.Changes {
		c := &plan.Changes[i]
		switch {
		case !c.Active() || c.Action == Move && !c.Upload:
		case c.Action == Prune:
			prunes = append(prunes, c)
		default:
			work = append(work, c)
		}
	}
	// What is in flight costs nothing more and may expire: it goes first.
	slices.SortStableFunc(work, func(x, y *Change) int {
		return -compareBool(x.Action == Resume, y.Action == Resume)
	})
	return work, prunes
}

// check lets every provider refuse before the first act.
func (a *applier) check(ctx context.Context, work []*Change) error {
	jobs := map[Provider][]Job{}
	var order []Provider
	for _, c := range work {
		if !c.MaySubmit() {
			continue
		}
		p := a.Sites[c.Manifest].Provider
		if jobs[p] == nil {
			order = append(order, p)
		}
		job := a.job(c, c.attempt, "")
		job.Accepted = c.accepted()
		jobs[p] = append(jobs[p], job)
	}
	for _, p := range order {
		if err := p.Check(ctx, jobs[p]); err != nil {
			return &CheckError{Provider: p.Info().Name, Err: err}
		}
	}
	return nil
}

// CheckError is a provider that would not begin. Nothing was submitted.
type CheckError struct {
	Provider string
	Err      error
}

func (e *CheckError) Error() string { return "provider " + e.Provider + ": " + e.Err.Error() }

func (e *CheckError) Unwrap() error { return e.Err }

// job is the change as its provider sees it.
func (a *applier) job(c *Change, attempt int, workDir string) Job {
	site := a.Sites[c.Manifest]
	uuid := TaskUUID(site.Project, c.Key, c.Digest, attempt)
	if c.Action == Resume || c.Generates() && c.record != nil && c.record.Attempt == attempt && c.record.Digest == c.Digest && c.record.TaskUUID != "" {
		uuid = c.record.TaskUUID // a renamed entry keeps the identity under which it was accepted
	}
	return Job{Key: c.Key, TaskUUID: uuid, Attempt: attempt, Digest: c.Digest, Spec: c.desired.Spec,
		Dir: site.Dir, WorkDir: workDir, Draft: a.Draft}
}

// carryOut does one change that is more than a move, from start to end.
func (a *applier) carryOut(ctx context.Context, c *Change) Event {
	if why := a.halt(ctx); why != nil {
		if errors.Is(why, ErrLate) {
			return Event{Status: Pending, Err: why}
		}
		return Event{Status: Skipped, Err: why}
	}
	switch {
	case c.Action == Upload || c.Action == Move:
		return a.deliverOnly(ctx, c)
	case c.Action == Repair && (c.Origin == FromHold || c.Origin == FromStore):
		return a.restore(ctx, c)
	}
	return a.generate(ctx, c)
}

// halt says why nothing more is begun, nil to go on.
func (a *applier) halt(ctx context.Context) error {
	if a.stopping() || errors.Is(ctx.Err(), context.Canceled) {
		return ErrInterrupted
	}
	if ctx.Err() != nil {
		return ErrLate
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.halted
}

// Why an entry was not begun.
var (
	ErrInterrupted = errors.New("interrupted")
	ErrHalted      = errors.New("not begun after a failure")
	ErrBudget      = errors.New("not begun: the budget does not cover it")
	ErrLate        = errors.New("not begun when the time was up")
)

func (a *applier) stopping() bool {
	select {
	case <-a.Stop:
		return true
	default:
		return false
	}
}

// finish reports how an entry ended, and lets a failure that would repeat itself
// for every other entry stop the rest.
func (a *applier) finish(c *Change, e Event) {
	e.Event, e.Manifest, e.Key, e.Action = Finished, c.Manifest, c.Key, c.Action
	a.mu.Lock()
	a.summary.count(c, e)
	var failure *Failure
	switch {
	case errors.Is(e.Err, ErrBudget):
		a.summary.OverBudget = true
	case e.Status != Failed:
	case errors.As(e.Err, &failure) && failure.Class.StopsBatch():
		a.halted = fmt.Errorf("%w: %s", ErrHalted, strings.TrimSuffix(failure.Error(), "."))
	case a.FailFast:
		a.halted = ErrHalted
	}
	a.mu.Unlock()
	a.observe(e)
}

func (a *applier) observe(e Event) {
	if a.Observe != nil {
		a.Observe(e)
	}
}

// reserve takes what a submission costs out of the budget before it is made, and gives
// that cost in USD. With a budget, nothing is bought whose price is not known.
func (a *applier) reserve(price *float64) (cost float64, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if price != nil {
		cost = *price
	}
	if a.MaxCost != nil && (price == nil || a.spent+a.reserved+cost > *a.MaxCost+1e-9) {
		return 0, ErrBudget
	}
	a.reserved += cost
	return cost, nil
}

// settleCost replaces a reservation by what was really paid.
func (a *applier) settleCost(reserved, paid float64) {
	a.mu.Lock()
	a.reserved -= reserved
	a.spent += paid
	a.mu.Unlock()
}
