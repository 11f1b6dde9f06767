package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"gitops.video/render/render/runware"
	"gitops.video/render/schema"
)

type refreshOptions struct {
	out  string
	from runware.Published
}

func newRefreshCommand(a *app) *cobra.Command {
	o := refreshOptions{from: runware.DefaultPublished}
	cmd := &cobra.Command{
		Use:   "refresh",
		Short: "Bring the known sizes and avatars of the hosted model up to date",
		Long: `refresh reads the schema that the provider publishes for the hosted model and keeps its
picture sizes, avatar ids and price in the cache folder, where validate finds them.
What a manifest may say does not depend on it: an unknown avatar or size is a warning.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runRefresh(ctx, a, o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "", "write to this `file` (default: heygen.json in the cache folder)")
	f.StringVar(&o.from.Docs, "docs", o.from.Docs, "`address` of the provider's model pages")
	f.StringVar(&o.from.Schemas, "schemas", o.from.Schemas, "`address` of the provider's schema service")
	return cmd
}

func runRefresh(ctx context.Context, a *app, o refreshOptions) error {
	if o.out == "" {
		path, err := a.hostedPath()
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		o.out = path
	}
	transport, err := runware.NewTransport(a.LookupEnv)
	if err != nil {
		return err
	}
	old := a.hosted()
	table, err := runware.Refresh(ctx, transport, o.from, *old, a.Clock.Now())
	if err != nil {
		return err
	}
	temp := o.out + ".partial"
	if err := os.WriteFile(temp, table.JSON(), 0o644); err != nil {
		return err
	}
	if err := os.Rename(temp, o.out); err != nil {
		return err
	}
	a.view.Line("%s: %s, %s (there were %d and %d), written to %s", table.Model, countOf(len(table.Avatars), "avatar", "avatars"),
		countOf(len(table.Sizes), "size", "sizes"), len(old.Avatars), len(old.Sizes), o.out)
	return nil
}

// hostedPath is where refresh keeps its table.
func (a *app) hostedPath() (string, error) {
	cache, err := a.env.cacheDir()
	return filepath.Join(cache, "heygen.json"), err
}

// asked is what is known about the model that the environment names: of another server
// than the API's own nothing is.
func (a *app) asked() *schema.Model {
	if !runware.Hosted(a.env.get("RUNWARE_BASE_URL")) {
		return &schema.Model{Model: "of another server"}
	}
	return a.hosted()
}

// hosted is the newer of the table that came with the program and the one that
// refresh has kept.
func (a *app) hosted() *schema.Model {
	builtIn := schema.HeyGen()
	path, err := a.hostedPath()
	if err != nil {
		return builtIn
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return builtIn
	}
	kept, err := schema.ParseModel(data)
	if err != nil {
		a.view.Warning("%s", fmt.Sprintf("%s is damaged and not used (%v); run `render schema refresh`", path, err))
		return builtIn
	}
	if kept.Model != builtIn.Model || kept.Version < builtIn.Version {
		return builtIn
	}
	return kept
}
