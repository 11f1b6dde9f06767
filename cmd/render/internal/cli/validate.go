package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine"
)

func newValidateCommand(a *app) *cobra.Command {
	var b batchFlags
	var format string
	cmd := &cobra.Command{
		Use:   "validate PATH…",
		Short: "Check manifests: schema, expansion, every task",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runValidate(ctx, a, args, &b, format)
		},
	}
	b.add(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "text", "text, json or github (workflow annotations)")
	return a.keyed(cmd)
}

func runValidate(ctx context.Context, a *app, paths []string, b *batchFlags, format string) error {
	switch format {
	case "text", "json", "github":
	default:
		return invalid("--format %s: it is text, json or github", format)
	}
	if a.flags.json {
		format = "json"
	}
	batch, found, err := manifest.Load(ctx, paths, manifest.Options{ValuesFiles: b.values, Set: b.set, Keys: b.keys, Excludes: b.excludes, Provider: b.provider,
		Hosted: a.hosted()})
	if err != nil {
		return err
	}
	if !found.HasErrors() {
		w, more, err := workspace.Open(ctx, batch, workspace.Config{Provider: a.env.provider, Store: a.env.store, Clock: a.Clock})
		if err != nil {
			return err
		}
		found = append(found, more...).Sort()
		if err := w.Close(); err != nil {
			return err
		}
	}
	if !found.HasErrors() {
		found = append(found, promptWarnings(batch)...).Sort()
	}
	if err := a.view.Diagnostics(found, format); err != nil {
		return err
	}
	if found.HasErrors() {
		return &exit{code: exitInvalid}
	}
	if format == "text" && !a.flags.quiet {
		a.view.Line("%s in %s: valid", countOf(len(batch.Entries), "video", "videos"), countOf(len(batch.Files), "manifest", "manifests"))
	}
	return nil
}

// promptWarnings are the known anti-patterns of the prompts, a warning each; the
// entries that share a mistake of one line are counted, not repeated.
func promptWarnings(batch *manifest.Batch) diag.List {
	var out diag.List
	seen := map[string]int{}
	for _, e := range batch.Selected() {
		for _, f := range engine.LintPrompt(e.Spec.PositivePrompt) {
			d := diag.Diagnostic{
				Severity: diag.Warning, Code: "prompt-" + f.Rule, Summary: fmt.Sprintf("prompt line %d: %s", f.Line, f.Text),
				Detail: fmt.Sprintf("in the prompt of %s", e.Key), Hint: f.Help, Range: e.At("/positivePrompt"), Count: 1,
			}
			id := d.Range.String() + d.Summary
			if i, ok := seen[id]; ok {
				out[i].Count++
				continue
			}
			seen[id] = len(out)
			out = append(out, d)
		}
	}
	return out
}
