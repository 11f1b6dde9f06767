package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"gitops.video/render/render"
)

func newStatusCommand(a *app) *cobra.Command {
	var b batchFlags
	cmd := &cobra.Command{
		Use:   "status PATH…",
		Short: "Show each entry: state, outputs, drift, task in flight, cost so far",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runStatus(ctx, a, args, &b)
		},
	}
	b.add(cmd.Flags())
	return a.keyed(cmd)
}

func runStatus(ctx context.Context, a *app, paths []string, b *batchFlags) error {
	w, err := a.open(ctx, paths, b, &policyFlags{})
	if err != nil {
		return err
	}
	defer w.Close()
	plan, err := w.Plan(ctx)
	if err != nil {
		return err
	}
	for _, n := range plan.Notes {
		a.view.Warning("%s", n)
	}
	var rows [][]string
	var cost float64
	for i := range plan.Changes {
		c := &plan.Changes[i]
		r := c.Record()
		row := []string{c.Key, standing(c), outputs(c, r), "", "", c.Reason}
		if r != nil {
			if r.State.InFlight() {
				row[3] = r.TaskUUID
				if c.Action == render.Resume {
					row[5] = "" // which says the task, and no more
				}
			}
			if sum := r.Cost(); sum > 0 {
				cost += sum
				row[4] = fmt.Sprintf("$%.2f", sum)
			}
		}
		if c.Note != "" {
			row[5] = strings.TrimPrefix(row[5]+"; "+c.Note, "; ")
		}
		rows = append(rows, row)
	}
	if err := a.view.Table([]string{"KEY", "STATE", "OUTPUTS", "TASK", "COST", "WHY"}, rows); err != nil {
		return err
	}
	if cost > 0 && !a.flags.json {
		a.view.Say("Recorded cost: $%.2f", cost)
	}
	return nil
}

// standing says in a word or two how an entry stands.
func standing(c *render.Change) string {
	switch {
	case c.Action == render.Unchanged && c.Outdated:
		return "done, outdated"
	case c.Action == render.Unchanged:
		return "done"
	case c.Action == render.Create && c.Record() == nil:
		return "new"
	case c.Action == render.Prune:
		return "orphan"
	case c.Action == render.Repair:
		return "drifted"
	case c.Action == render.Resume:
		return "in flight"
	case c.Record() != nil && c.Record().State == render.StateFailed:
		return "failed"
	case c.Action == render.Move:
		return "to move"
	case c.Action == render.Upload:
		return "to upload"
	}
	return "changed"
}

// outputs counts the finished files, or names the only one.
func outputs(c *render.Change, r *render.Record) string {
	done := r.Finished()
	switch {
	case done == nil || len(done.Results) == 0:
		return "-"
	case len(done.Results) == 1:
		return done.Results[0].Output
	}
	return fmt.Sprintf("%s and %d more", done.Results[0].Output, len(done.Results)-1)
}
