package parcel

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"gopkg.in/yaml.v3"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// recorder notes which files are asked for: those that the task's digest counts are
// those that travel.
type recorder struct {
	files render.Files
	sums  map[string]string // by clean path
}

func (r *recorder) Hash(name string) (string, error) {
	sum, err := r.files.Hash(name)
	if err == nil {
		r.sums[path.Clean(name)] = sum
	}
	return sum, err
}

func (r *recorder) Expand(pattern string) ([]string, error) { return r.files.Expand(pattern) }

// add takes a file along if it is there. One that is not is missed, and complained
// about, by whoever opens it.
func (r *recorder) add(name string) error {
	if _, err := r.Hash(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// beside takes along the texts that describe single pictures: photo.jpg has photo.txt.
func (r *recorder) beside(assets []manifest.Asset) error {
	for _, a := range assets {
		names, err := r.files.Expand(a.Path)
		if err != nil {
			return &render.FileError{Field: "assets", Path: a.Path, Err: err}
		}
		for _, name := range names {
			if err := r.add(strings.TrimSuffix(name, path.Ext(name)) + ".txt"); err != nil {
				return err
			}
		}
	}
	return nil
}

// maxBoard bounds a storyboard, in bytes.
const maxBoard = 4 << 20

// storyboard takes along the files that a pinned storyboard names by itself.
func (r *recorder) storyboard(dir, name string) error {
	if name == "" {
		return nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &render.FileError{Field: "storyboard", Path: name, Err: err}
	}
	defer root.Close()
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return &render.FileError{Field: "storyboard", Path: name, Err: err}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxBoard))
	if err != nil {
		return &render.FileError{Field: "storyboard", Path: name, Err: err}
	}
	var board struct {
		Look struct {
			Logo      string   `yaml:"logo"`
			FontFiles []string `yaml:"fontFiles"`
		} `yaml:"look"`
		Voice     struct{ Sample string } `yaml:"voice"`
		Presenter struct{ Photo string }  `yaml:"presenter"`
		Music     struct{ File string }   `yaml:"music"`
		Scenes    []struct{ Asset string }
	}
	if err := yaml.Unmarshal(data, &board); err != nil {
		return nil //nolint:nilerr // whoever draws it says better what is wrong with a storyboard
	}
	names := append(board.Look.FontFiles, board.Look.Logo, board.Voice.Sample, board.Music.File)
	if manifest.IsLocalImage(board.Presenter.Photo) {
		names = append(names, board.Presenter.Photo)
	}
	for _, s := range board.Scenes {
		names = append(names, s.Asset)
	}
	for _, n := range names {
		if n == "" {
			continue
		}
		if err := r.add(n); err != nil {
			return &render.FileError{Field: "storyboard", Path: n, Err: err}
		}
	}
	return nil
}
