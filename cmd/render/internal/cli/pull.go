package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/render"
)

type pullOptions struct {
	batchFlags
	lockTimeout time.Duration
	wait        time.Duration
}

func newPullCommand(a *app) *cobra.Command {
	var o pullOptions
	cmd := &cobra.Command{
		Use:   "pull PATH…",
		Short: "Restore recorded outputs from the artifact store, or from the provider that still has them; renders nothing",
		Args:  paths,
		RunE:  func(cmd *cobra.Command, args []string) error { return runPull(cmd.Context(), a, args, &o) },
	}
	o.batchFlags.add(cmd.Flags())
	waitVar(cmd.Flags(), &o.lockTimeout, "lock-timeout", 0, "wait this long for another apply to end")
	waitVar(cmd.Flags(), &o.wait, "timeout", 2*time.Minute, "wait this long for a provider's answer about one entry")
	return a.keyed(cmd)
}

func runPull(ctx context.Context, a *app, paths []string, o *pullOptions) error {
	ctx, stop, cancel := a.stoppable(ctx)
	defer cancel()
	w, err := a.open(ctx, paths, &o.batchFlags, &policyFlags{})
	if err != nil {
		return err
	}
	summary, err := pullInto(ctx, a, w, o, stop)
	if err := errors.Join(err, w.Close()); err != nil {
		return err
	}
	return a.outcome(summary)
}

// pullInto carries out only what brings recorded content back.
func pullInto(ctx context.Context, a *app, w *workspace.Workspace, o *pullOptions, stop <-chan struct{}) (render.Summary, error) {
	if err := w.Lock(ctx, o.lockTimeout); err != nil {
		return render.Summary{}, err
	}
	plan, err := w.Plan(ctx)
	if err != nil {
		return render.Summary{}, err
	}
	wanted, lost := plan.Restores()
	if len(wanted.Changes) == 0 && lost == 0 {
		a.view.Say("Nothing to pull: every recorded output is here.")
		return render.Summary{}, nil
	}
	sites, err := w.Sites(ctx)
	if err != nil {
		return render.Summary{}, err
	}
	progress := a.view.Progress(len(wanted.Changes))
	applier := &render.Applier{Sites: sites, Deliver: a.env.deliverer(), Probe: prober{}, Clock: a.Clock,
		Observe: progress.Observe, Concurrency: 4, Stop: stop, Timeout: o.wait, RecallOnly: true}
	summary, err := applier.Apply(ctx, &wanted)
	progress.Close()
	if err != nil {
		return summary, err
	}
	if len(wanted.Changes) > 0 {
		a.view.Summary(summary)
	}
	if lost > 0 {
		return summary, &exit{code: exitFailed, err: errorf("%s nowhere to be had without rendering", countOf(lost, "entry is", "entries are")), hint: "render apply draws them again"}
	}
	return summary, nil
}
