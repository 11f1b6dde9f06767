package cli

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"gitops.video/render/render/lockfile"
)

// openScratch makes this process's own folder in dir, for what is being made, and
// removes those of processes that were killed. Several share dir. Whoever has a folder
// holds the lock of the file beside it, from before the folder is there.
func openScratch(dir string, log *slog.Logger) (path string, release func() error, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", nil, err
	}
	if err := sweepScratch(dir, log); err != nil {
		return "", nil, err
	}
	f, err := os.CreateTemp(dir, "process-*"+lockSuffix)
	if err != nil {
		return "", nil, err
	}
	path = strings.TrimSuffix(f.Name(), lockSuffix)
	release = func() error { return errors.Join(os.RemoveAll(path), f.Close(), os.Remove(f.Name())) }
	if err = lockfile.TryLock(f); err == nil {
		err = os.Mkdir(path, 0o700)
	}
	if err != nil {
		return "", nil, errors.Join(err, release())
	}
	return path, release, nil
}

const lockSuffix = ".lock"

func sweepScratch(dir string, log *slog.Logger) error {
	left, err := filepath.Glob(filepath.Join(dir, "process-*"+lockSuffix))
	if err != nil {
		return err
	}
	for _, name := range left {
		path := strings.TrimSuffix(name, lockSuffix)
		if _, err := os.Stat(path); err != nil {
			continue // it is being made
		}
		f, err := os.OpenFile(name, os.O_RDWR, 0)
		if err != nil {
			continue // gone, or somebody else's
		}
		err = lockfile.TryLock(f)
		if err == nil {
			err = os.RemoveAll(path)
		}
		if err = errors.Join(err, f.Close()); errors.Is(err, lockfile.ErrLocked) {
			continue
		}
		if err == nil {
			err = os.Remove(name)
		}
		if err != nil {
			return fmt.Errorf("what a killed process has left: %w", err)
		}
		log.Info("removed what a killed process has left", "folder", path)
	}
	return nil
}
