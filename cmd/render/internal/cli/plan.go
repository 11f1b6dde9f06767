package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"gitops.video/render/cmd/render/internal/view"
	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/render"
	"gitops.video/render/render/lockfile"
)

type planOptions struct {
	batchFlags
	policyFlags
	detailed bool
	out      string
	format   string
}

func newPlanCommand(a *app) *cobra.Command {
	var o planOptions
	cmd := &cobra.Command{
		Use:   "plan PATH…",
		Short: "Show what apply would do, and why",
		Long: `Show what apply would do, and why:

  + create   ~ update   ! repair   > move   ^ upload   ? resume   - prune   = unchanged (-v)

Exit code 0, or with --detailed-exitcode 2 when there are changes.

--format json is one document: format ("render.plan/1"), summary (a count for each
action, held, outdated, seconds of video, cost in USD or null when not known) and
changes, sorted by manifest and key. A change has manifest, key, action, reason, where
(file:line:col), digest and was, from (the key before a rename), moves, outputs,
fields (field, old, new, and words for a prompt), provider, seconds, cost, and held
when it waits for a flag. Unchanged entries are listed with -v. Within format 1
members are only ever added.

--out saves the same document with what it was made from; apply refuses it when the
manifest, a file that it reads, the lockfile or an output has changed since.`,
		Args: paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runPlan(ctx, a, args, &o)
		},
	}
	o.batchFlags.add(cmd.Flags())
	o.policyFlags.add(cmd.Flags())
	cmd.Flags().BoolVar(&o.detailed, "detailed-exitcode", false, "exit with 2 when there are changes")
	cmd.Flags().StringVar(&o.out, "out", "", "save the plan to this `file`, for apply")
	cmd.Flags().StringVar(&o.format, "format", "text", "text, json or markdown (for a pull request)")
	oneOf(cmd, "format", "text", "json", "markdown")
	return a.keyed(cmd)
}

func runPlan(ctx context.Context, a *app, paths []string, o *planOptions) error {
	if a.flags.json {
		o.format = "json"
	}
	switch o.format {
	case "text", "json", "markdown":
	default:
		return invalid("--format %s: it is text, json or markdown", o.format)
	}
	q, short := a.question(paths, &o.batchFlags, &o.policyFlags)
	short = short && o.format == "text" && o.out == "" && !a.flags.verbose
	if short {
		if entries, ok := workspace.Settled(q); ok {
			a.view.Plan(&render.Plan{Entries: entries})
			return nil
		}
	}
	w, err := a.open(ctx, paths, &o.batchFlags, &o.policyFlags)
	if err != nil {
		return err
	}
	defer w.Close()
	plan, err := w.Plan(ctx)
	if err != nil {
		return err
	}
	if short {
		w.Settle(q, plan)
	}
	switch o.format {
	case "json":
		err = a.view.Document(plan.File(a.flags.verbose))
	case "markdown":
		err = a.view.Raw([]byte(view.Markdown(plan)))
	default:
		a.view.Plan(plan)
	}
	if err != nil {
		return err
	}
	if o.out != "" {
		if err := savePlan(plan, w, paths, o); err != nil {
			return err
		}
		a.view.Say("Saved to %s; apply it with: render apply %s", o.out, o.out)
	}
	var guard *render.GuardError
	if err := render.Guard(plan, limits(w, &o.policyFlags)); errors.As(err, &guard) {
		a.view.Warning("apply would stop before its first act: %s (%s)", guard.What, guard.Hint)
	} else if err != nil {
		return err
	}
	if o.detailed && !plan.Empty() {
		return &exit{code: exitChanges}
	}
	return nil
}

func savePlan(plan *render.Plan, w *workspace.Workspace, paths []string, o *planOptions) error {
	f := plan.File(false)
	f.Manifests = sources(w)
	f.Options = &render.PlanOptions{Paths: paths, Values: o.values, Set: o.set, Keys: o.keys, Excludes: o.excludes, ChangedSince: o.changedSince,
		Provider: o.provider, AllowMissing: o.allowMissing, Force: o.force, Upgrade: o.upgrade, Repair: o.repair, Prune: o.prune, Draft: o.draft}
	data, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	return lockfile.Replace(o.out, append(data, '\n'))
}

// sources are the states that a plan was made from.
func sources(w *workspace.Workspace) []render.PlanSource {
	var out []render.PlanSource
	for _, m := range w.Manifests {
		out = append(out, render.PlanSource{Path: m.File.Path, SHA256: m.File.SHA256, LockSHA256: render.StateHash(lockfile.Encode(m.Lock))})
	}
	return out
}

// readPlan reads a saved plan.
func readPlan(path string) (render.PlanFile, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return render.PlanFile{}, err
	}
	f, err := render.DecodePlanFile(data)
	if err != nil {
		return f, fmt.Errorf("%s: %w", path, err)
	}
	return f, nil
}
