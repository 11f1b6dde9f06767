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
		e := entryStatus(&plan.Changes[i])
		if a.flags.json {
			if err := a.view.Data(e); err != nil {
				return err
			}
			continue
		}
		cost += e.Cost
		rows = append(rows, e.row())
	}
	if a.flags.json {
		return nil
	}
	if err := a.view.Table([]string{"KEY", "STATE", "OUTPUTS", "TASK", "COST", "WHY"}, rows); err != nil {
		return err
	}
	if cost > 0 {
		a.view.Say("Recorded cost: $%.2f", cost)
	}
	return nil
}

// stands is how an entry stands, a line of status --json.
type stands struct {
	Manifest string   `json:"manifest"`
	Key      string   `json:"key"`
	State    string   `json:"state"`
	Outputs  []string `json:"outputs"`            // of its last finished generation
	TaskUUID string   `json:"taskUUID,omitempty"` // in flight
	Cost     float64  `json:"cost"`               // USD, recorded
	Reason   string   `json:"reason,omitempty"`   // why it is not up to date
	Note     string   `json:"note,omitempty"`
}

func entryStatus(c *render.Change) stands {
	e := stands{Manifest: c.Manifest, Key: c.Key, State: standing(c), Outputs: []string{}, Reason: c.Reason, Note: c.Note}
	r := c.Record()
	if r == nil {
		return e
	}
	e.Cost = r.Cost()
	if c.Action == render.Resume {
		e.Reason = "" // the state and the task say as much
	}
	if r.State.InFlight() && !c.Unfinished() {
		e.TaskUUID = r.TaskUUID
	}
	if done := r.Finished(); done != nil {
		for _, o := range done.Results {
			e.Outputs = append(e.Outputs, o.Output)
		}
	}
	return e
}

// row is the same for a table: the first of several outputs stands for all.
func (e stands) row() []string {
	outputs, cost := "-", ""
	switch n := len(e.Outputs); {
	case n == 1:
		outputs = e.Outputs[0]
	case n > 1:
		outputs = fmt.Sprintf("%s and %d more", e.Outputs[0], n-1)
	}
	if e.Cost > 0 {
		cost = fmt.Sprintf("$%.2f", e.Cost)
	}
	why := e.Reason
	if e.Note != "" {
		why = strings.TrimPrefix(why+"; "+e.Note, "; ")
	}
	return []string{e.Key, e.State, outputs, e.TaskUUID, cost, why}
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
	case c.Unfinished():
		return "unfinished"
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
