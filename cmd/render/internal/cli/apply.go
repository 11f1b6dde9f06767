package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/render"
)

type applyOptions struct {
	batchFlags
	policyFlags
	failFast    bool
	confirm     bool
	timeout     time.Duration
	lockTimeout time.Duration
	report      string
	saved       *render.PlanFile
	settle      func(*render.Plan) // keeps the proof that there was nothing to do; nil = does not
}

func newApplyCommand(a *app) *cobra.Command {
	var o applyOptions
	cmd := &cobra.Command{
		Use:   "apply PATH…|PLANFILE",
		Short: "Make it so: render what changed, move what moved, record it all",
		Long: `Make it so: render what changed, move what moved, record it all.

Ctrl-C once ends in good order: what this machine draws is finished, what a provider
renders is left to be resumed. Ctrl-C twice stops at once. Both are safe to run again.
` + exitHelp,
		Args: pathsOrPlan,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && isPlanFile(args[0]) {
				if err := undecided(cmd.Flags()); err != nil {
					return err
				}
			}
			return runApply(cmd.Context(), a, args, &o)
		},
	}
	o.batchFlags.add(cmd.Flags())
	o.policyFlags.add(cmd.Flags())
	o.add(cmd)
	return a.keyed(cmd)
}

func (o *applyOptions) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.failFast, "fail-fast", false, "begin nothing more after the first failure")
	f.BoolVar(&o.confirm, "confirm", false, "show the plan and ask before the first act")
	waitVar(f, &o.timeout, "timeout", 0, "stop waiting after this long; what is unfinished is resumed by the next run")
	waitVar(f, &o.lockTimeout, "lock-timeout", 0, "wait this long for another apply to end")
	f.StringVar(&o.report, "report", "", "also write the HTML gallery to this `folder`")
}

func runApply(ctx context.Context, a *app, args []string, o *applyOptions) error {
	if len(args) == 1 && isPlanFile(args[0]) {
		saved, err := readPlan(args[0])
		if err != nil {
			return err
		}
		args = saved.Options.Paths
		o.fromPlan(&saved)
	}
	ctx, stop, cancel := a.stoppable(ctx)
	defer cancel()
	q, short := a.question(args, &o.batchFlags, &o.policyFlags)
	short = short && o.saved == nil && o.report == "" && !a.flags.verbose
	if short {
		if entries, ok := workspace.Settled(q); ok {
			a.nothing(&render.Plan{Entries: entries}, render.Summary{Unchanged: entries})
			return nil
		}
	}
	w, err := a.open(ctx, args, &o.batchFlags, &o.policyFlags)
	if err != nil {
		return err
	}
	o.settle = func(plan *render.Plan) {
		if short {
			w.Settle(q, plan)
		}
	}
	summary, err := applyOnce(ctx, a, w, o, stop)
	if closeErr := w.Close(); closeErr != nil {
		closeErr = fmt.Errorf("writing the lockfile: %w (what was done is in the journal; run again)", closeErr)
		if err == nil { // so that something was done
			return &exit{code: exitFailed, err: closeErr}
		}
		err = errors.Join(err, closeErr)
	}
	if err != nil {
		return err
	}
	if o.report != "" {
		if err := runReport(ctx, a, args, &reportOptions{batchFlags: o.batchFlags, dir: o.report}); err != nil {
			a.view.Warning("the report is not written: %v", err)
			if done := a.outcome(summary); done != nil {
				return done
			}
			return &exit{code: exitFailed, err: errors.New("every video is recorded, but the report is not written"), hint: "mend that and run again, or write it with `render report`"}
		}
	}
	return a.outcome(summary)
}

// planned are the flags that a saved plan has decided; see fromPlan.
var planned = []string{"values", "set", "key", "target", "exclude", "changed-since", "provider", "allow-missing", "force", "upgrade", "repair", "prune", "draft"}

// undecided refuses such a flag beside a saved plan: what was reviewed is carried out, all
// of it and nothing else.
func undecided(f *pflag.FlagSet) error {
	for _, name := range planned {
		if f.Changed(name) {
			return &exit{code: exitInvalid, err: errorf("--%s: a saved plan is carried out as it was made", name), hint: "give the flag to `render plan --out`, or name the manifest instead of the plan"}
		}
	}
	return nil
}

// fromPlan takes over the options that a saved plan was made with.
func (o *applyOptions) fromPlan(saved *render.PlanFile) {
	p := saved.Options
	o.saved = saved
	o.values, o.set, o.keys, o.excludes, o.changedSince, o.provider = p.Values, p.Set, p.Keys, p.Excludes, p.ChangedSince, p.Provider
	o.allowMissing, o.force, o.upgrade, o.repair, o.prune, o.draft = p.AllowMissing, p.Force, p.Upgrade, p.Repair, p.Prune, p.Draft
}

// applyOnce plans under the lock and carries the plan out. The workspace is left for
// the caller to close, which folds the journal into the lockfile.
func applyOnce(ctx context.Context, a *app, w *workspace.Workspace, o *applyOptions, stop <-chan struct{}) (render.Summary, error) {
	// Looking first without the lock keeps a run that has nothing to do from waiting,
	// and from making a state folder where nothing was ever rendered.
	plan, err := w.Plan(ctx)
	if err != nil {
		return render.Summary{}, err
	}
	if o.saved != nil {
		if err := o.saved.Fresh(plan, sources(w)); err != nil {
			return render.Summary{}, err
		}
	}
	if plan.Idle() && !w.Unfolded() {
		n := plan.Counts()
		s := render.Summary{Unchanged: n.Unchanged, Held: n.Held}
		a.nothing(plan, s)
		if o.settle != nil {
			o.settle(plan)
		}
		return s, nil
	}
	if o.draft {
		if err := drawnHere(w, plan); err != nil {
			return render.Summary{}, err
		}
	}
	if err := w.Lock(ctx, o.lockTimeout); err != nil {
		return render.Summary{}, err
	}
	if plan, err = w.Plan(ctx); err != nil {
		return render.Summary{}, err
	}
	if o.saved != nil {
		if err := o.saved.Fresh(plan, sources(w)); err != nil {
			return render.Summary{}, err
		}
	}
	if !a.flags.json && !a.flags.quiet {
		a.view.Plan(plan)
	}
	if err := render.Guard(plan, limits(w, &o.policyFlags)); err != nil {
		return render.Summary{}, err
	}
	if o.confirm && !plan.Empty() {
		if err := a.confirm(); err != nil {
			return render.Summary{}, err
		}
	}
	return a.carryOut(ctx, w, plan, o, stop)
}

// drawnHere refuses drafts of a paid provider: it makes whole videos only, at their whole
// price, and a watch would buy one at every save.
func drawnHere(w *workspace.Workspace, plan *render.Plan) error {
	for _, m := range w.Manifests {
		info := m.Provider.Info()
		if info.Paid && slices.ContainsFunc(plan.Changes, func(c render.Change) bool { return c.Manifest == m.File.Path && c.Generates() && c.Held == "" }) {
			return &exit{code: exitInvalid, err: errorf("%s: the provider %s makes no drafts, and would be paid for whole videos", m.File.Path, info.Name),
				hint: "draft with --provider local; for the real videos leave out --draft, or give watch --full"}
		}
	}
	return nil
}

// nothing tells that there was nothing to do.
func (a *app) nothing(plan *render.Plan, s render.Summary) {
	if a.flags.json {
		a.view.Progress(0).Observe(render.Event{Event: render.Summed, Summary: &s})
		return
	}
	a.view.Plan(plan)
}

func (a *app) carryOut(ctx context.Context, w *workspace.Workspace, plan *render.Plan, o *applyOptions, stop <-chan struct{}) (render.Summary, error) {
	sites, err := w.Sites(ctx)
	if err != nil {
		return render.Summary{}, err
	}
	active := 0
	for i := range plan.Changes {
		active += btoi(plan.Changes[i].Active())
	}
	progress := a.view.Progress(active)
	applier := &render.Applier{Sites: sites, Deliver: a.env.deliverer(), Probe: prober{}, Clock: a.Clock,
		Observe: progress.Observe, Concurrency: concurrency(w, o), FailFast: o.failFast, Draft: o.draft, MaxCost: o.budget(), Timeout: o.timeout, Stop: stop}
	a.atWork.Store(makersOf(sites))
	summary, err := applier.Apply(ctx, plan)
	a.atWork.Store(nil)
	progress.Close()
	var check *render.CheckError
	if errors.As(err, &check) {
		var failure *render.Failure
		code := exitInvalid
		if errors.As(err, &failure) && failure.Class == render.ClassQuota {
			code = exitBudget
		}
		return summary, &exit{code: code, err: err, hint: "nothing was submitted"}
	}
	if err == nil && active > 0 {
		a.view.Summary(summary)
	}
	return summary, err
}

func concurrency(w *workspace.Workspace, o *applyOptions) int {
	if o.concurrency > 0 {
		return o.concurrency
	}
	n := 0
	for _, m := range w.Manifests {
		n = max(n, m.File.Concurrency)
	}
	if n == 0 {
		n = 4
	}
	return n
}

// confirm asks; anything but yes is no.
func (a *app) confirm() error {
	a.view.Say("Carry this out? [y/N]")
	line, _ := bufio.NewReader(a.Stdin).ReadString('\n') // the end of the input is a no
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "y", "yes":
		return nil
	}
	return &exit{code: exitInterrupted, err: errors.New("not confirmed; nothing was done")}
}

// outcome chooses the exit code of an apply.
func (a *app) outcome(s render.Summary) error {
	switch {
	case s.Interrupted:
		return &exit{code: exitInterrupted, err: errors.New("interrupted"), hint: "run the same command again: what is done is recorded, what is in flight is resumed"}
	case s.OverBudget:
		return &exit{code: exitBudget, err: fmt.Errorf("the budget does not cover the rest; %d not begun", s.Skipped), hint: "raise --max-cost and run again"}
	case s.Failed > 0:
		return &exit{code: exitFailed}
	case s.Pending > 0:
		return &exit{code: exitPending, err: errors.New(pending(s)), hint: "run the same command again to resume; nothing is submitted twice"}
	case s.Skipped > 0:
		return &exit{code: exitFailed}
	}
	return nil
}

// pending counts what is not finished, apart from what others go on with.
func pending(s render.Summary) string {
	var parts []string
	if n := s.Pending - s.Unfinished; n > 0 {
		parts = append(parts, fmt.Sprintf("%d still rendering", n))
	}
	if s.Unfinished > 0 {
		parts = append(parts, fmt.Sprintf("%d unfinished", s.Unfinished))
	}
	return strings.Join(parts, ", ")
}

// makers are the kinds of providers that are at work.
type makers struct{ here, elsewhere bool }

func makersOf(sites map[string]*render.Site) *makers {
	m := &makers{}
	for _, s := range sites {
		remote := s.Provider.Info().Remote
		m.here, m.elsewhere = m.here || !remote, m.elsewhere || remote
	}
	return m
}

// goesOn says what an orderly stop does with what is being made.
func goesOn(m *makers) string {
	const here, elsewhere = "finishing what is being drawn here", "what was submitted goes on at the provider, and the next run fetches it"
	switch {
	case m == nil || *m == makers{}:
		return ""
	case !m.elsewhere:
		return ": " + here
	case !m.here:
		return ": " + elsewhere
	}
	return ": " + here + "; " + elsewhere
}

// stoppable gives a context and a channel for an apply: the first Ctrl-C closes the
// channel, the second one, or a SIGTERM, also ends the context.
func (a *app) stoppable(parent context.Context) (context.Context, <-chan struct{}, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	stop := make(chan struct{})
	go func() {
		stopped := false
		for {
			select {
			case sig := <-a.Signals:
				if !stopped {
					close(stop)
					stopped = true
					if sig == os.Interrupt {
						a.view.Say("\nStopping%s; Ctrl-C again stops at once.", goesOn(a.atWork.Load()))
						continue
					}
				}
				if sig == syscall.SIGTERM || stopped {
					cancel()
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	return ctx, stop, cancel
}
