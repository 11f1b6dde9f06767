package cli

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"gopkg.in/yaml.v3"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render"
	"gitops.video/render/render/engine"
)

// newStoryboardCommand and newFrameCommand are for authoring: they show what the
// local engine makes of an entry without rendering it.
func newStoryboardCommand(a *app) *cobra.Command {
	var b batchFlags
	var key, out string
	cmd := &cobra.Command{
		Use:   "storyboard PATH… --key KEY",
		Short: "Print an entry's storyboard as YAML, before a frame is drawn",
		Long: `Print the storyboard that the local engine writes for an entry: what is said, what is
shown, how scenes follow each other. Save it and name it in the entry's storyboard: field
to pin it, edit it by hand, and see its changes in a pull request.`,
		Args: paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return withJob(ctx, a, args, &b, key, func(e *engine.Engine, job render.Job) error {
				var text bytes.Buffer
				if err := e.Storyboard(ctx, job, &text); err != nil {
					return err
				}
				if out != "" {
					return os.WriteFile(out, text.Bytes(), 0o644) //nolint:gosec // a file to commit, as readable as the manifest
				}
				if a.flags.json {
					return a.jsonOf(text.Bytes())
				}
				return a.view.Raw(text.Bytes())
			})
		},
	}
	entryFlags(cmd, &b, &key)
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE` instead of the output")
	return a.keyed(cmd)
}

// jsonOf writes a YAML document as a JSON one.
func (a *app) jsonOf(text []byte) error {
	var doc any
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return err
	}
	return a.view.Document(doc)
}

func newFrameCommand(a *app) *cobra.Command {
	var b batchFlags
	var key, at, out string
	cmd := &cobra.Command{
		Use:   "frame PATH… --key KEY --at 3.2s -o FRAME.png",
		Short: "Draw one frame of an entry as PNG, fast, for authoring",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			seconds, err := parseAt(at)
			if err != nil {
				return invalid("%w", err)
			}
			return withJob(ctx, a, args, &b, key, func(e *engine.Engine, job render.Job) error {
				debug.SetGCPercent(400) // one frame needs little memory and no collecting
				var img bytes.Buffer
				if err := e.Frame(ctx, job, seconds, &img); err != nil {
					return err
				}
				if err := os.WriteFile(out, img.Bytes(), 0o644); err != nil { //nolint:gosec // a picture for its user
					return invalid("%w", err)
				}
				a.view.Say("%s  %s at %.2f s", out, job.Key, seconds)
				return nil
			})
		},
	}
	entryFlags(cmd, &b, &key)
	cmd.Flags().StringVar(&at, "at", "0s", "`time` in the video: 3.2s, 3.2 or 1m4s")
	cmd.Flags().StringVarP(&out, "output", "o", "frame.png", "PNG `FILE` to write")
	return a.keyed(cmd)
}

// parseAt reads a time as Go durations and as plain seconds.
func parseAt(s string) (float64, error) {
	if v, err := strconv.ParseFloat(s, 64); err == nil && v >= 0 && v <= math.MaxInt32 {
		return v, nil
	}
	if d, err := time.ParseDuration(s); err == nil && d >= 0 {
		return d.Seconds(), nil
	}
	return 0, fmt.Errorf("--at %q is not a time: write 3.2s, 3.2 or 1m4s", s)
}

func entryFlags(cmd *cobra.Command, b *batchFlags, key *string) {
	f := cmd.Flags()
	f.StringVar(key, "key", "", "the entry's `key`")
	f.StringArrayVar(&b.values, "values", nil, "YAML `file` merged over the manifests' values (repeatable)")
	f.StringArrayVar(&b.set, "set", nil, "one value, as in --set product.name=Acme (repeatable)")
	_ = cmd.MarkFlagRequired("key") // fails only for a flag that does not exist
}

// withJob finds the entry and hands it to the local engine as a job.
func withJob(ctx context.Context, a *app, paths []string, b *batchFlags, key string, do func(*engine.Engine, render.Job) error) error {
	b.provider = "local"
	w, err := a.open(ctx, paths, b, &policyFlags{})
	if err != nil {
		return err
	}
	defer w.Close()
	m, i, ok := w.Find(key)
	if !ok {
		return &exit{code: exitInvalid, err: errorf("no entry has the key %q", key), hint: diag.DidYouMean(key, w.Keys(), "the keys are")}
	}
	e, err := a.env.engine(false)
	if err != nil {
		return err
	}
	dir, err := filepath.Abs(m.File.Dir)
	if err != nil {
		return err
	}
	return do(e, render.Job{Key: key, Spec: m.Desired[i].Spec, Digest: m.Desired[i].Task.Digest, Dir: dir})
}

func newAvatarsCommand(a *app) *cobra.Command {
	cmd := catalogue(a, "avatars", "presenters", "The presenters of the local engine", engine.Avatars)
	var out string
	preview := &cobra.Command{
		Use:   "preview [ID…] -o SHEET.png",
		Short: "Draw presenters side by side; one id alone shows its nine mouth shapes",
		RunE: func(_ *cobra.Command, ids []string) error {
			var img bytes.Buffer
			if err := engine.AvatarSheet(&img, ids); err != nil {
				return invalid("%w", err)
			}
			if err := os.WriteFile(out, img.Bytes(), 0o644); err != nil { //nolint:gosec // a picture for its user
				return invalid("%w", err)
			}
			a.view.Say("%s", out)
			return nil
		},
	}
	preview.Flags().StringVarP(&out, "output", "o", "avatars.png", "PNG `FILE` to write")
	cmd.AddCommand(preview)
	return cmd
}

func newVoicesCommand(a *app) *cobra.Command {
	return catalogue(a, "voices", "voices", "The voices of the local engine", engine.Voices)
}

func newStylesCommand(a *app) *cobra.Command {
	return catalogue(a, "styles", "styles", "The looks that style: may name", engine.Styles)
}

func newFontsCommand(a *app) *cobra.Command {
	return catalogue(a, "fonts", "fonts", "The typefaces inside this program", engine.Fonts)
}

// catalogue is a noun with a list verb.
func catalogue(a *app, noun, things, short string, entries func() []engine.Entry) *cobra.Command {
	cmd := &cobra.Command{Use: noun, Short: short}
	cmd.AddCommand(&cobra.Command{
		Use:   "list [WORD…]",
		Short: "List the " + things + ", or those whose description has all the words",
		RunE: func(_ *cobra.Command, words []string) error {
			var rows [][]string
			for _, e := range entries() {
				if !mentions(e, words) {
					continue
				}
				if a.flags.json {
					if err := a.view.Data(e); err != nil {
						return err
					}
					continue
				}
				rows = append(rows, []string{e.ID, e.Name, e.Detail})
			}
			if a.flags.json {
				return nil
			}
			header := []string{"ID", "NAME", "DESCRIPTION"}
			if !slices.ContainsFunc(rows, func(row []string) bool { return row[1] != "" }) { // their ids are their names
				header = slices.Delete(header, 1, 2)
				for i := range rows {
					rows[i] = slices.Delete(rows[i], 1, 2)
				}
			}
			return a.view.Table(header, rows)
		},
	})
	return cmd
}

func mentions(e engine.Entry, words []string) bool {
	all := strings.ToLower(e.ID + " " + e.Name + " " + e.Detail)
	for _, w := range words {
		if !strings.Contains(all, strings.ToLower(w)) {
			return false
		}
	}
	return true
}
