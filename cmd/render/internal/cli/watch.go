package cli

import (
	"context"
	"errors"
	"hash"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"gitops.video/render/render/lockfile"
)

func newWatchCommand(a *app) *cobra.Command {
	var o applyOptions
	var full bool
	cmd := &cobra.Command{
		Use:   "watch PATH…",
		Short: "Apply again whenever a file is saved, as drafts unless --full",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.draft = !full
			return runWatch(cmd.Context(), a, args, &o)
		},
	}
	o.batchFlags.add(cmd.Flags())
	cmd.Flags().BoolVar(&full, "full", false, "render in full size, to the real outputs")
	return a.keyed(cmd)
}

// watchEvery is how often the files are looked at. Looking costs a few system calls
// a file, works on every file system, and misses nothing that editors do.
const watchEvery = 400 * time.Millisecond

func runWatch(parent context.Context, a *app, paths []string, o *applyOptions) error {
	ctx, stop, cancel := a.stoppable(parent)
	defer cancel()
	w := &watched{paths: paths}
	var last mark
	for {
		now := w.look()
		if now != last {
			// What is being saved right now is waited for.
			for again := w.look(); again != now; again = w.look() {
				now = again
				if a.Clock.Sleep(ctx, watchEvery/2) != nil {
					break
				}
			}
			w.seen = now
			if err := a.watchOnce(ctx, w, o, stop); err != nil {
				return err
			}
			last = w.seen
		}
		select {
		case <-stop:
			return nil
		default:
		}
		if err := a.Clock.Sleep(ctx, watchEvery); err != nil {
			return nil
		}
	}
}

// watched is what is looked at.
type watched struct {
	paths []string
	reads []string // what the manifests read when they were last loaded, wherever it lies
	seen  mark     // when they were last applied
}

// mark sums up files: it changes when one of them does.
type mark struct{ folders, reads uint64 }

func (w *watched) look() mark { return mark{foldersMark(w.paths), readsMark(w.reads)} }

// watchOnce applies once. What is wrong with the manifests is shown and waited out.
func (a *app) watchOnce(ctx context.Context, seen *watched, o *applyOptions, stop <-chan struct{}) error {
	begin := a.Clock.Now()
	w, err := a.open(ctx, seen.paths, &o.batchFlags, &o.policyFlags)
	if err == nil {
		seen.reads = w.Reads()
		seen.seen.reads = readsMark(seen.reads)
		_, err = applyOnce(ctx, a, w, o, stop)
		err = errors.Join(err, w.Close())
	}
	var held *lockfile.HeldError
	switch {
	case ctx.Err() != nil:
		return nil
	case errors.As(err, &held):
		return err
	case err != nil:
		a.conclude(err)
	}
	a.view.Say("Watching (%s); Ctrl-C ends.", elapsed(begin, a.Clock.Now()))
	return nil
}

// readsMark sums up names, sizes and times of files.
func readsMark(names []string) uint64 {
	h := fnv.New64a()
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			addFile(h, name, info)
		}
	}
	return h.Sum64()
}

func addFile(h hash.Hash, name string, info fs.FileInfo) {
	_, _ = h.Write([]byte(name + "\x00" + info.ModTime().String() + "\x00" + strconv.FormatInt(info.Size(), 10))) // a hash takes every write
}

// foldersMark sums up names, sizes and times of everything below the manifests'
// folders that could matter: not what is hidden, nor videos, which rendering writes.
func foldersMark(paths []string) uint64 {
	h := fnv.New64a()
	for _, path := range paths {
		dir := path
		if ext := filepath.Ext(path); ext == ".yaml" || ext == ".yml" {
			dir = filepath.Dir(path)
		}
		_ = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
			if err != nil {
				return nil // it has just gone; the next look sees
			}
			name := e.Name()
			if p != dir && strings.HasPrefix(name, ".") || name == "node_modules" {
				if e.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			switch strings.ToLower(filepath.Ext(name)) {
			case ".vtt", ".srt", ".lock", ".partial":
				return nil
			case ".mp4", ".mov", ".webm", ".jpg":
				// Outputs have their captions beside them; other videos are B-roll.
				if _, err := os.Stat(strings.TrimSuffix(p, filepath.Ext(p)) + ".vtt"); err == nil {
					return nil
				}
			}
			if e.IsDir() {
				return nil
			}
			if info, err := e.Info(); err == nil {
				addFile(h, p, info)
			}
			return nil
		})
	}
	return h.Sum64()
}
