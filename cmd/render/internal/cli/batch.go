package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
	"gitops.video/render/render"
	"gitops.video/render/render/lockfile"
)

// batchFlags choose what a run is about; every verb that reads manifests has them.
type batchFlags struct {
	values, set, keys, excludes []string
	changedSince, provider      string
	concurrency                 int
}

func (b *batchFlags) add(f *pflag.FlagSet) {
	f.StringArrayVar(&b.values, "values", nil, "YAML `file` merged over the manifests' values (repeatable)")
	f.StringArrayVar(&b.set, "set", nil, "one value, as in --set product.name=Acme (repeatable)")
	f.StringArrayVar(&b.keys, "key", nil, "only entries whose key matches this `glob`, or label=glob (repeatable)")
	f.StringArrayVar(&b.keys, "target", nil, "the same as --key")
	f.StringArrayVar(&b.excludes, "exclude", nil, "not entries whose key matches this `glob`, or label=glob (repeatable)")
	f.StringVar(&b.changedSince, "changed-since", "", "only entries that differ from what was rendered at this git `ref`")
	f.StringVar(&b.provider, "provider", "", "render with this `provider` instead of the manifest's")
	f.Var(count{&b.concurrency}, "concurrency", "entries at a time (default: the manifest's, else 4)")
}

// policyFlags decide what a plan may do.
type policyFlags struct {
	allowMissing, force, upgrade, repair, prune, draft bool
	maxChanges                                         string
	maxCost                                            dollars
}

func (p *policyFlags) add(f *pflag.FlagSet) {
	f.BoolVar(&p.allowMissing, "allow-missing", false, "outputs that are absent here but recorded as done count as present")
	f.BoolVar(&p.force, "force", false, "render the selected entries again although nothing changed")
	f.BoolVar(&p.upgrade, "upgrade", false, "render entries again that an older engine drew")
	f.BoolVar(&p.repair, "repair", false, "let a paid provider make lost outputs again")
	f.BoolVar(&p.prune, "prune", false, "delete outputs and records of entries that are no longer in the manifest")
	f.BoolVar(&p.draft, "draft", false, "quarter size and quick, beside the real outputs in .render/draft/")
	f.Var(share{&p.maxChanges}, "max-changes", "stop when more entries than this `N or N%` would be rendered again or pruned")
	f.Var(&p.maxCost, "max-cost", "stop at this many `USD`, before and while rendering")
}

func (p *policyFlags) policy() render.Policy {
	return render.Policy{AllowMissing: p.allowMissing, Force: p.force, Upgrade: p.upgrade, Repair: p.repair, Prune: p.prune}
}

// budget is --max-cost, nil when it was not given.
func (p *policyFlags) budget() *float64 {
	if !p.maxCost.given {
		return nil
	}
	return &p.maxCost.usd
}

// paths wants at least one manifest or folder.
func paths(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return &exit{code: exitInvalid, err: errors.New("name a manifest, or a folder of them"), hint: "render " + cmd.Name() + " videos.yaml"}
	}
	return noPlans(args)
}

// noPlans refuses saved plans in the place of manifests.
func noPlans(args []string) error {
	for _, arg := range args {
		if isPlanFile(arg) {
			return &exit{code: exitInvalid, err: errorf("%s is a saved plan, not a manifest", arg), hint: "carry it out, alone, with: render apply " + arg}
		}
	}
	return nil
}

// pathsOrPlan wants the same, or one saved plan.
func pathsOrPlan(cmd *cobra.Command, args []string) error {
	if len(args) == 1 && isPlanFile(args[0]) {
		return nil
	}
	return paths(cmd, args)
}

// load reads and expands manifests. Findings are shown; errors among them end the run.
func (a *app) load(ctx context.Context, paths []string, b *batchFlags) (*manifest.Batch, error) {
	batch, found, err := manifest.Load(ctx, paths, manifest.Options{
		ValuesFiles: b.values, Set: b.set, Keys: b.keys, Excludes: b.excludes, Provider: b.provider, Hosted: a.asked()})
	if err != nil {
		return nil, err
	}
	found = allowOrphans(batch, found)
	return batch, a.report(found)
}

// allowOrphans takes back the finding that a --key matches nothing where it matches
// a recorded entry that is no longer in the manifest: that is how one is pruned.
func allowOrphans(batch *manifest.Batch, found diag.List) diag.List {
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		return d.Code == manifest.NoMatch && d.Severity == diag.Error && matchesOrphan(batch, d.Group)
	})
}

func matchesOrphan(batch *manifest.Batch, pattern string) bool {
	for _, f := range batch.Files {
		lock, err := lockfile.Read(f.Lockfile)
		if err != nil {
			continue
		}
		for key := range lock.Records {
			if manifest.MatchGlob(pattern, key) {
				return true
			}
		}
	}
	return false
}

// report shows findings and ends the run when there are errors among them.
func (a *app) report(found diag.List) error {
	if len(found) == 0 {
		return nil
	}
	format := "text"
	if a.flags.json {
		format = "json"
	}
	if err := a.view.Diagnostics(found, format); err != nil {
		return err
	}
	if found.HasErrors() {
		return &exit{code: exitInvalid}
	}
	return nil
}

// open loads manifests and opens what surrounds them.
func (a *app) open(ctx context.Context, paths []string, b *batchFlags, p *policyFlags) (*workspace.Workspace, error) {
	batch, err := a.load(ctx, paths, b)
	if err != nil {
		return nil, err
	}
	w, found, err := workspace.Open(ctx, batch, workspace.Config{Provider: a.env.provider, Store: a.env.store, Clock: a.Clock,
		Draft: p.draft, Budget: p.budget() != nil, Policy: p.policy(), Keys: b.keys, Excludes: b.excludes, ChangedSince: b.changedSince})
	if err != nil {
		return nil, err
	}
	if err := a.report(found); err != nil {
		_ = w.Close() // nothing was changed
		return nil, err
	}
	return w, nil
}

// question is what a proof that there is nothing to do would answer; ok is false
// where the answer depends on more than files.
func (a *app) question(paths []string, b *batchFlags, p *policyFlags) (q workspace.Question, ok bool) {
	return workspace.Question{Paths: paths, Flags: fmt.Sprintf("%q %q %q %q %q %+v", b.values, b.set, b.keys, b.excludes, b.provider, *p), Engine: a.env.engineVersion}, b.changedSince == ""
}

// limits are the guards of a run: the flags, and what the manifests say themselves.
func limits(w *workspace.Workspace, p *policyFlags) render.Limits {
	l := render.Limits{MaxChanges: p.maxChanges, MaxCost: p.budget(), EmptyData: w.EmptyData()}
	for _, m := range w.Manifests {
		if l.MaxChanges == "" {
			l.MaxChanges = m.File.MaxChanges
		}
	}
	return l
}

// isPlanFile says whether the argument is a plan saved with --out.
func isPlanFile(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 256)
	n, _ := f.Read(head)
	return bytes.HasPrefix(bytes.TrimSpace(head[:n]), []byte("{")) && bytes.Contains(head[:n], []byte(`"render.plan/`))
}

// completeKeys offers the keys of the manifests named so far.
func (a *app) completeKeys(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		args = []string{"."}
	}
	batch, _, err := manifest.Load(cmd.Context(), args, manifest.Options{})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var keys []string
	for _, e := range batch.Entries {
		keys = append(keys, e.Key)
	}
	return keys, cobra.ShellCompDirectiveNoFileComp
}

// keyed registers the completion of --key and --exclude.
func (a *app) keyed(cmd *cobra.Command) *cobra.Command {
	for _, name := range []string{"key", "target", "exclude"} {
		if cmd.Flags().Lookup(name) != nil {
			_ = cmd.RegisterFlagCompletionFunc(name, a.completeKeys) // fails only for a flag that does not exist
		}
	}
	oneOf(cmd, "provider", "local", "runware")
	return cmd
}

// oneOf registers the completion of a flag that takes one of a few words.
func oneOf(cmd *cobra.Command, flag string, words ...string) {
	if cmd.Flags().Lookup(flag) != nil {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that does not exist
	}
}
