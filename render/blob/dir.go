package blob

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"gitops.video/render/render"
)

// Dir is a store in a folder, which may be shared: every file is written under a
// name of its own first and renamed, so readers see it whole or not at all.
type Dir string

var _ render.Store = Dir("")

func (d Dir) path(sum string) string { return filepath.Join(string(d), filepath.FromSlash(Name(sum))) }

// Has says whether the content is there.
func (d Dir) Has(_ context.Context, sum string) (bool, error) {
	if err := Check(sum); err != nil {
		return false, err
	}
	_, err := os.Stat(d.path(sum))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// Put stores the file at path.
func (d Dir) Put(ctx context.Context, sum, path string) (err error) {
	if has, err := d.Has(ctx, sum); has || err != nil {
		return err
	}
	to := d.path(sum)
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	src, err := os.Open(path)
	if err != nil {
		return err
	}
	defer src.Close()
	temp, err := os.CreateTemp(filepath.Dir(to), ".*.partial")
	if err != nil {
		return err
	}
	name := temp.Name()
	if err := temp.Close(); err != nil {
		return err
	}
	if err := Fill(ctx, name, sum, src); err != nil {
		return err
	}
	if err := os.Chmod(name, 0o644); err != nil {
		return err
	}
	if err := os.Rename(name, to); err != nil {
		return err
	}
	folder, err := os.Open(filepath.Dir(to))
	if err != nil {
		return err
	}
	_ = folder.Sync() // some file systems refuse to sync a folder; there the rename has to do
	return folder.Close()
}

// Open opens the content for reading. Unlike Get it does not check it.
func (d Dir) Open(sum string) (*os.File, error) {
	if err := Check(sum); err != nil {
		return nil, err
	}
	return os.Open(d.path(sum))
}

// Get writes the content to a new file at path.
func (d Dir) Get(ctx context.Context, sum, path string) error {
	if err := Check(sum); err != nil {
		return err
	}
	src, err := os.Open(d.path(sum))
	if err != nil {
		return err
	}
	defer src.Close()
	err = Fill(ctx, path, sum, src)
	if errors.Is(err, ErrDamaged) {
		// Out of the way, so that the next Put can mend it.
		err = errors.Join(err, os.Rename(d.path(sum), d.path(sum)+".damaged"))
	}
	return err
}

// Delete takes content out of the store. Content that is not there is no error.
func (d Dir) Delete(_ context.Context, sum string) error {
	if err := Check(sum); err != nil {
		return err
	}
	if err := os.Remove(d.path(sum)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
