package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render"
	"gitops.video/render/render/disk"
)

type adoptOptions struct {
	batchFlags
	key, taskUUID string
	files         []string
	lockTimeout   time.Duration
	timeout       time.Duration
}

func newAdoptCommand(a *app) *cobra.Command {
	var o adoptOptions
	cmd := &cobra.Command{
		Use:   "adopt PATH… --key KEY (--task-uuid UUID | --file FILE…)",
		Short: "Take an existing render into the lockfile without rendering it again",
		Long: `Take an existing render into the lockfile without rendering it again.

--file copies finished files to the entry's outputs (a file that is its output already
stays where it is). --task-uuid fetches the results of a task that a provider finished.`,
		Args: paths,
		RunE: func(cmd *cobra.Command, args []string) error { return runAdopt(cmd.Context(), a, args, &o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.key, "key", "", "the entry's `key`")
	f.StringVar(&o.taskUUID, "task-uuid", "", "the provider's `UUID` of a finished task")
	f.StringArrayVar(&o.files, "file", nil, "a finished `file`; one for each result, in order")
	f.StringArrayVar(&o.values, "values", nil, "YAML `file` merged over the manifests' values (repeatable)")
	f.StringArrayVar(&o.set, "set", nil, "one value, as in --set product.name=Acme (repeatable)")
	f.StringVar(&o.provider, "provider", "", "the `provider` that made it, instead of the manifest's")
	waitVar(f, &o.lockTimeout, "lock-timeout", 0, "wait this long for another apply to end")
	waitVar(f, &o.timeout, "timeout", 2*time.Minute, "wait this long for the provider's results")
	_ = cmd.MarkFlagRequired("key") // fails only for a flag that does not exist
	return a.keyed(cmd)
}

func runAdopt(ctx context.Context, a *app, paths []string, o *adoptOptions) error {
	if (o.taskUUID == "") == (len(o.files) == 0) {
		return invalid("give either --task-uuid or --file")
	}
	ctx, cancel := a.interruptible(ctx)
	defer cancel()
	w, err := a.open(ctx, paths, &o.batchFlags, &policyFlags{})
	if err != nil {
		return err
	}
	var notes []string
	err = func() error {
		m, i, ok := w.Find(o.key)
		if !ok {
			return &exit{code: exitInvalid, err: errorf("no entry has the key %q", o.key), hint: diag.DidYouMean(o.key, w.Keys(), "the keys are")}
		}
		want := &m.Desired[i]
		if len(o.files) > 0 && len(o.files) != len(want.Outputs) {
			return invalid("%s has %s, so it needs as many --file", o.key, countOf(len(want.Outputs), "output", "outputs"))
		}
		if err := w.Lock(ctx, o.lockTimeout); err != nil {
			return err
		}
		sites, err := w.Sites(ctx)
		if err != nil {
			return err
		}
		adopter := &render.Adopter{Site: sites[m.File.Path], Probe: prober{}, Records: m.Lock.Records}
		if o.taskUUID != "" {
			ctx, cancel := context.WithTimeout(ctx, o.timeout)
			defer cancel()
			notes, err = adopter.Task(ctx, want, o.taskUUID)
			return err
		}
		notes, err = adopter.Files(ctx, want, func(i int, path string) error { return disk.Copy(o.files[i], path) })
		return err
	}()
	if err := errors.Join(err, w.Close()); err != nil {
		return err
	}
	a.view.Say("Adopted %s", o.key)
	for _, n := range notes {
		a.view.Warning("%s", n)
	}
	return nil
}
