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
		warnings, passedOver := promptWarnings(batch)
		found = append(found, warnings...).Sort()
		if passedOver > 0 {
			a.view.Say("The prompts of %s were not looked at for style: --key narrows what is.", countOf(passedOver, "video", "videos"))
		}
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

// Prompts take a millisecond each to look at, so not all of a large campaign's are:
// of the entries that one place in a manifest makes, the first few stand for all.
const (
	promptsPerPlace = 4
	promptsInAll    = 200
)

// promptWarnings are the known anti-patterns of the prompts, a warning each; the
// entries that share a mistake of one line are counted, not repeated. passedOver is
// the number of entries whose place in the manifest was not looked at any more.
func promptWarnings(batch *manifest.Batch) (out diag.List, passedOver int) {
	seen := map[string]int{}
	made, looked := map[diag.Range]int{}, map[diag.Range]int{}
	all := 0
	for _, e := range batch.Selected() {
		place := e.At("/positivePrompt")
		made[place]++
		switch {
		case looked[place] == promptsPerPlace:
			continue
		case all == promptsInAll:
			passedOver++
			continue
		}
		looked[place]++
		all++
		for _, f := range engine.LintPrompt(e.Spec.PositivePrompt) {
			d := diag.Diagnostic{
				Severity: diag.Warning, Code: "prompt-" + f.Rule, Summary: fmt.Sprintf("prompt line %d: %s", f.Line, f.Text),
				Detail: fmt.Sprintf("in the prompt of %s", e.Key), Hint: f.Help, Range: place, Count: 1,
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
	for i, d := range out {
		if d.Count == promptsPerPlace { // all that were looked at have it: the template does
			out[i].Count = made[d.Range]
		}
	}
	return out, passedOver
}
