package cli

import (
	"context"

	"github.com/spf13/cobra"

	"gitops.video/render/render"
)

func newVerifyCommand(a *app) *cobra.Command {
	var b batchFlags
	var missing bool
	cmd := &cobra.Command{
		Use:   "verify PATH…",
		Short: "Hash every recorded output again; exit 1 on any difference",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runVerify(ctx, a, args, &b, missing)
		},
	}
	b.add(cmd.Flags())
	cmd.Flags().BoolVar(&missing, "allow-missing", false, "absent outputs are no difference")
	return a.keyed(cmd)
}

// verified is the last line of verify --json.
type verified struct {
	Event  string `json:"event"`
	Files  int    `json:"files"`
	Differ int    `json:"differ"`
}

func runVerify(ctx context.Context, a *app, paths []string, b *batchFlags, allowMissing bool) error {
	w, err := a.open(ctx, paths, b, &policyFlags{})
	if err != nil {
		return err
	}
	defer w.Close()
	var rows [][]string
	checked := 0
	for _, m := range w.Manifests {
		for _, key := range m.Lock.Keys() {
			done := m.Lock.Records[key].Finished()
			if done == nil || !w.Selected(m, key) {
				continue
			}
			for _, f := range done.Artifacts() {
				if err := ctx.Err(); err != nil {
					return err
				}
				state, err := m.Dir.Rehash(f)
				if err != nil {
					return err
				}
				checked++
				switch {
				case state == render.Absent && !allowMissing:
					rows = append(rows, []string{key, f.Path, "missing"})
				case state == render.Altered:
					rows = append(rows, []string{key, f.Path, "altered"})
				}
			}
		}
	}
	if a.flags.json {
		defer func() { _ = a.view.Data(verified{"summary", checked, len(rows)}) }() // behind what differs
	}
	if len(rows) > 0 {
		if err := a.view.Table([]string{"KEY", "FILE", "STATE"}, rows); err != nil {
			return err
		}
		return &exit{code: exitInvalid, err: errorf("%d of %s differ from the lockfile", len(rows), countOf(checked, "file", "files")),
			hint: "`render apply` repairs them, `render pull` restores them from the store"}
	}
	a.view.Say("%s verified", countOf(checked, "file", "files"))
	return nil
}
