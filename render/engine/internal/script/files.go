package script

import (
	"errors"
	"fmt"
	"io"
	"os"

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
	return Decode(r.Spec.Storyboard, data)
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
