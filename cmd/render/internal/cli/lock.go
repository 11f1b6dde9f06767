package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"gitops.video/render/cmd/render/internal/git"
	"gitops.video/render/render"
	"gitops.video/render/render/lockfile"
)

func newLockCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "lock", Short: "Merge, repair and look after lockfiles"}
	cmd.AddCommand(newLockMergeCommand(a), newLockRepairCommand(a), newLockDriverCommand(a))
	return cmd
}

func newLockMergeCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "merge BASE OURS THEIRS",
		Short: "Git merge driver: join two lockfiles into OURS",
		Args:  cobra.RangeArgs(3, 4), // git may add the path
		RunE:  func(_ *cobra.Command, args []string) error { return runLockMerge(a, args) },
	}
}

// runLockMerge succeeds whenever the three files can be read: what the two sides
// disagree on is kept twice and decided by the manifest at the next run.
func runLockMerge(a *app, args []string) error {
	var locks [3]*render.Lock
	for i, path := range args[:3] {
		data, err := os.ReadFile(path)
		if err != nil && !(i == 0 && errors.Is(err, fs.ErrNotExist)) {
			return err
		}
		if locks[i], err = lockfile.Decode(path, data); err != nil {
			return err
		}
		if len(data) > 0 {
			for _, n := range locks[i].Notes {
				a.view.Warning("%s", n)
			}
		}
	}
	merged, undecided := lockfile.Merge(locks[0], locks[1], locks[2])
	if len(undecided) > 0 {
		a.view.Warning("rendered on both sides, the manifest decides at the next run: %s", strings.Join(undecided, ", "))
	}
	return lockfile.Replace(args[1], lockfile.Encode(merged))
}

func newLockRepairCommand(a *app) *cobra.Command {
	var b batchFlags
	var timeout time.Duration
	cmd := &cobra.Command{
		Use:   "repair PATH…",
		Short: "Put lockfiles in order: settle what a merge left open, drop lines that cannot be read",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runLockRepair(ctx, a, args, &b, timeout)
		},
	}
	b.add(cmd.Flags())
	waitVar(cmd.Flags(), &timeout, "lock-timeout", 0, "wait this long for another apply to end")
	return cmd
}

func runLockRepair(ctx context.Context, a *app, paths []string, b *batchFlags, timeout time.Duration) error {
	w, err := a.open(ctx, paths, b, &policyFlags{})
	if err != nil {
		return err
	}
	if err := w.Lock(ctx, timeout); err != nil {
		return errors.Join(err, w.Close())
	}
	decided := 0
	for _, m := range w.Manifests {
		if err := m.Session.Settled(); err != nil {
			return errors.Join(err, w.Close())
		}
		decided += len(m.Lock.Notes)
		for _, n := range m.Lock.Notes {
			a.view.Warning("%s", n)
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	if decided == 0 {
		a.view.Say("Nothing to repair.")
	} else {
		a.view.Say("Repaired: %s", countOf(decided, "decision", "decisions"))
	}
	return nil
}

func newLockDriverCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "install-driver [DIR]",
		Short: "Let git merge lockfiles with render in this repository",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runLockDriver(cmd.Context(), a, append(args, ".")[0])
		},
	}
}

func runLockDriver(ctx context.Context, a *app, dir string) error {
	top, err := git.Root(ctx, dir)
	if err != nil {
		return err
	}
	for name, value := range map[string]string{
		"merge.render-lock.name":   "render lockfile",
		"merge.render-lock.driver": "render lock merge %O %A %B %P",
	} {
		if err := git.Config(ctx, dir, name, value); err != nil {
			return err
		}
	}
	const line = "*.lock merge=render-lock"
	path := filepath.Join(top, ".gitattributes")
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for have := range strings.Lines(string(data)) {
		if strings.TrimSpace(have) == line {
			a.view.Say("git merges *.lock with render here.")
			return nil
		}
	}
	if len(data) > 0 && !strings.HasSuffix(string(data), "\n") {
		data = append(data, '\n')
	}
	if err := lockfile.Replace(path, append(data, line+"\n"...)); err != nil {
		return err
	}
	a.view.Say("git merges *.lock with render here; commit %s, and let everyone run this once.", path)
	return nil
}
