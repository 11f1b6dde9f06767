// Package folder reads the files of an entry inside its manifest's folder; nothing
// outside it can be reached.
package folder

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/film"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/picture"
)

// IsMedia tells whether a file is a picture or a video by its name.
func IsMedia(name string) bool {
	return film.Is(name) || picture.Is(name) || strings.EqualFold(path.Ext(name), ".svg")
}

// IsScreen tells whether words speak of a screenshot.
func IsScreen(words string) bool {
	return screenRE.MatchString(strings.NewReplacer("_", " ", "-", " ").Replace(words))
}

var screenRE = pattern.New(`(?i)screen|dashboard|screenshot|\bui\b|\bapp\b|interface|mockup|browser|bildschirm|pantalla|écran|tela|schermo`)

// MaxFile is the most that is read of one text file.
const MaxFile = 4 << 20

// Read reads a file inside the entry's folder; nothing outside it can be reached.
func Read(dir, name string) ([]byte, error) {
	root, err := os.OpenRoot(cmp.Or(dir, "."))
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
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("file %q: %w", name, err)
	}
	if len(data) > MaxFile {
		return nil, fmt.Errorf("file %q is larger than %d MB", name, MaxFile>>20)
	}
	return data, nil
}

// Exists checks that a file is inside the entry's folder.
func Exists(dir, name string) error {
	root, err := os.OpenRoot(cmp.Or(dir, "."))
	if err != nil {
		return fmt.Errorf("open the manifest's folder: %w", err)
	}
	defer root.Close()
	if _, err := root.Stat(name); err != nil {
		return fmt.Errorf("file %q does not exist in the manifest's folder", name)
	}
	return nil
}

// Fonts lists the fonts that files, patterns and folders stand for, each once. A name
// that stands for none stays: whoever opens it says what is wrong.
func Fonts(dir string, names []string) []string {
	if len(names) == 0 {
		return nil
	}
	root, err := os.OpenRoot(cmp.Or(dir, "."))
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
