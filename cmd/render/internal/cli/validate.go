package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/manifest"
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
	oneOf(cmd, "format", "text", "json", "github")
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
		Hosted: a.asked()})
	if err != nil {
		return err
	}
	if !found.HasErrors() {
		w, more, err := workspace.Open(ctx, batch, workspace.Config{Provider: a.env.provider, Store: a.env.store, Clock: a.Clock, ChangedSince: b.changedSince})
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
		ownVoices := a.env.get("RENDER_SPEECH_URL")+a.env.get("RENDER_VOICE_DIR")+a.env.get("RENDER_PIPER_DIR") != ""
		found = slices.Concat(found, warnings, pinnedBoards(batch, ownVoices), strangers(batch), unspoken(batch, ownVoices)).Sort()
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
