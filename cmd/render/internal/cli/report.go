package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/report"
)

type reportOptions struct {
	batchFlags
	dir   string
	since string
	title string
}

func newReportCommand(a *app) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report PATH… -o DIR",
		Short: "Write an HTML gallery: every entry with player, prompt, state, changes and cost",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runReport(ctx, a, args, &o)
		},
	}
	o.batchFlags.add(cmd.Flags())
	f := cmd.Flags()
	f.StringVarP(&o.dir, "output", "o", "", "the `folder` to write to")
	f.StringVar(&o.since, "since", "", "show what changed since this git `ref` (default HEAD)")
	f.StringVar(&o.title, "title", "", "the page's title")
	_ = cmd.MarkFlagRequired("output") // fails only for a flag that does not exist
	return a.keyed(cmd)
}

func runReport(ctx context.Context, a *app, paths []string, o *reportOptions) error {
	since := cmp.Or(o.since, "HEAD")
	w, err := a.open(ctx, paths, &o.batchFlags, &policyFlags{allowMissing: true})
	if err != nil {
		return err
	}
	defer w.Close()
	plan, err := w.Plan(ctx)
	if err != nil {
		return err
	}
	page := report.Page{Title: o.title, Counts: plan.Counts(), Spoken: "Made by render " + version().Version + " from " + strings.Join(paths, ", ")}
	if page.Title == "" {
		page.Title = "Videos of " + strings.Join(paths, ", ")
	}
	before := map[string]map[string]*render.Record{}
	byManifest := map[string]*workspace.Manifest{}
	for _, m := range w.Manifests {
		byManifest[m.File.Path] = m
		before[m.File.Path], err = workspace.RecordsAt(ctx, since, m.File.Lockfile)
		if err != nil && o.since != "" && !errors.Is(err, workspace.ErrNoHistory) {
			return err
		}
	}
	for i := range plan.Changes {
		c := &plan.Changes[i]
		m := byManifest[c.Manifest]
		e, err := card(m, c, before[c.Manifest][c.Key], since)
		if err != nil {
			return err
		}
		if r := c.Record(); r != nil {
			page.Cost += r.Cost()
		}
		page.Entries = append(page.Entries, e)
	}
	if err := report.Write(o.dir, page); err != nil {
		return err
	}
	a.view.Say("Wrote %s", filepath.Join(o.dir, "index.html"))
	return nil
}

// card shows one entry: what is recorded of it, and what has changed since.
func card(m *workspace.Manifest, c *render.Change, before *render.Record, since string) (report.Entry, error) {
	e := report.Entry{Key: c.Key, Manifest: c.Manifest, State: standing(c), Digest: c.Digest, Prompt: c.Spec().PositivePrompt}
	if c.Reason != e.State { // "new" need not be said twice
		e.Reason = c.Reason
	}
	if c.Held != "" {
		e.Reason += " (held back: " + c.Held + ")"
	}
	if entry := m.Entry(c.Key); entry != nil {
		e.Labels = labels(entry)
	}
	r := c.Record()
	switch {
	case len(c.Fields) > 0:
		e.Diff, e.Since = c.Fields, "Changed since it was rendered"
	case r != nil && before != nil && before.Finished() != nil && before.Finished().Digest != r.Digest:
		e.Diff, e.Since = render.FieldChanges(before.Finished().Task, r.Task), "Changed since "+since
	}
	done := r.Finished()
	if done == nil {
		return e, nil
	}
	e.TaskUUID = done.TaskUUID
	if e.Digest == "" {
		e.Digest = done.Digest
	}
	for i, o := range done.Results {
		state, err := m.Dir.Look(render.Artifact{Path: o.Output, SHA256: o.SHA256, Bytes: o.Bytes})
		if err != nil {
			return e, err
		}
		if i == 0 {
			e.Facts = facts(o, done.Cost())
		}
		if state != render.Same {
			continue
		}
		media := report.Media{Output: o.Output, Source: filepath.Join(m.Dir.Path(), filepath.FromSlash(o.Output)), SHA256: o.SHA256, Width: o.Width, Height: o.Height}
		for _, s := range o.Sidecars {
			if state, err := m.Dir.Look(render.Artifact{Path: s.Output, SHA256: s.SHA256, Bytes: s.Bytes}); err != nil || state != render.Same {
				continue
			}
			file := filepath.Join(m.Dir.Path(), filepath.FromSlash(s.Output))
			switch path.Ext(s.Output) {
			case ".vtt":
				media.Captions = file
			case ".jpg":
				media.Poster = file
			}
		}
		e.Media = append(e.Media, media)
	}
	return e, nil
}

func labels(e *manifest.Entry) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(e.Labels)) {
		out = append(out, name+"="+e.Labels[name])
	}
	return out
}

func facts(o render.Output, cost float64) []string {
	var out []string
	if o.Seconds > 0 {
		out = append(out, fmt.Sprintf("%.1f s", o.Seconds))
	}
	if o.Width > 0 {
		out = append(out, fmt.Sprintf("%d×%d", o.Width, o.Height))
	}
	out = append(out, fmt.Sprintf("%.1f MB", float64(o.Bytes)/1e6))
	if cost > 0 {
		out = append(out, fmt.Sprintf("$%.2f", cost))
	}
	return out
}
