package script

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

// maxFile is the most that is read of one text file.
const maxFile = 4 << 20

// readFile reads a file inside the entry's folder; nothing outside it can be reached.
func (r Request) readFile(name string) ([]byte, error) {
	root, err := os.OpenRoot(firstOf(r.Dir, "."))
	if err != nil {
		return nil, fmt.Errorf("open the manifest's folder: %w", err)
	}
	defer root.Close()
	f, err := root.Open(name)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("file %q does not exist in the manifest's folder", name)
		}
		return nil, fmt.Errorf("file %q: %w", name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("file %q: %w", name, err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("file %q is larger than %d MB", name, maxFile>>20)
	}
	return data, nil
}

// pinned loads the storyboard that the entry pins. It is used as it is.
func (r Request) pinned() (*scene.Storyboard, error) {
	data, err := r.readFile(r.Spec.Storyboard)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(firstOf(r.Dir, "."))
	if err != nil {
		return nil, fmt.Errorf("open the manifest's folder: %w", err)
	}
	defer root.Close()
	return Decode(r.Spec.Storyboard, data, root.FS())
}

// exists checks that a file is inside the entry's folder.
func (r Request) exists(name string) error {
	root, err := os.OpenRoot(firstOf(r.Dir, "."))
	if err != nil {
		return fmt.Errorf("open the manifest's folder: %w", err)
	}
	defer root.Close()
	if _, err := root.Stat(name); err != nil {
		return fmt.Errorf("file %q does not exist in the manifest's folder", name)
	}
	return nil
}

// fontFiles lists the fonts that files, patterns and folders stand for, each once. A name
// that stands for none stays: whoever opens it says what is wrong.
func (r Request) fontFiles(names []string) []string {
	if len(names) == 0 {
		return nil
	}
	root, err := os.OpenRoot(firstOf(r.Dir, "."))
	if err != nil {
		return names
	}
	defer root.Close()
	tree := root.FS()
	var out []string
	for _, name := range names {
		clean := path.Clean(name)
		found := []string{clean}
		switch info, err := fs.Stat(tree, clean); {
		case err == nil && info.IsDir():
			found = nil
			_ = fs.WalkDir(tree, clean, func(f string, d fs.DirEntry, err error) error { // what cannot be read holds no fonts
				switch ext := strings.ToLower(path.Ext(f)); {
				case err != nil || f != clean && strings.HasPrefix(d.Name(), "."):
					if d != nil && d.IsDir() {
						return fs.SkipDir
					}
				case d.Type().IsRegular() && (ext == ".ttf" || ext == ".otf"):
					found = append(found, f)
				}
				return nil
			})
		case err != nil && strings.ContainsAny(clean, "*?["):
			found, _ = fs.Glob(tree, clean)
			found = slices.DeleteFunc(found, func(f string) bool { return strings.HasPrefix(path.Base(f), ".") })
		}
		if len(found) == 0 {
			found = []string{name}
		}
		for _, f := range found {
			if !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}
