package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"gitops.video/render/render"
)

// Files answers for the local files that tasks depend on, each looked at once.
type Files struct {
	dir    *Dir
	mu     sync.Mutex
	sums   map[string]sumResult
	expand map[string]expandResult
}

type sumResult struct {
	sum string
	err error
}

type expandResult struct {
	names []string
	err   error
}

var _ render.Files = (*Files)(nil)

// Files opens the folder's files for reading by hash. What is read is remembered
// for as long as the value lives: a new one sees changes.
func (d *Dir) Files() *Files {
	return &Files{dir: d, sums: map[string]sumResult{}, expand: map[string]expandResult{}}
}

// Hash gives the SHA-256 of a file.
func (f *Files) Hash(name string) (string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	r, ok := f.sums[name]
	if !ok {
		r.sum, r.err = f.read(name)
		f.sums[name] = r
	}
	return r.sum, r.err
}

func (f *Files) read(name string) (string, error) {
	file := local(name)
	info, err := f.dir.root.Stat(file)
	if err != nil {
		return "", outside(name, err)
	}
	if !info.Mode().IsRegular() {
		return "", errors.New("it is not a file")
	}
	return f.dir.hashes.hash(f.dir.root, file, info)
}

// maxListed bounds what one folder of assets may bring in.
const maxListed = 10_000

// Expand lists the files that a path, a glob or a folder stands for. A folder
// stands for everything below it except hidden files.
func (f *Files) Expand(pattern string) ([]string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	r, ok := f.expand[pattern]
	if !ok {
		r.names, r.err = f.list(pattern)
		f.expand[pattern] = r
	}
	return r.names, r.err
}

func (f *Files) list(pattern string) ([]string, error) {
	tree := f.dir.root.FS()
	clean := path.Clean(pattern)
	if !fs.ValidPath(clean) {
		return nil, fmt.Errorf("%s leads out of the manifest's folder", pattern)
	}
	names := []string{clean}
	if strings.ContainsAny(clean, "*?[") {
		var err error
		if names, err = fs.Glob(tree, clean); err != nil {
			return nil, err
		}
	}
	var files []string
	for _, name := range names {
		info, err := fs.Stat(tree, name)
		if err != nil {
			return nil, outside(pattern, err)
		}
		if !info.IsDir() {
			files = append(files, name)
			continue
		}
		err = fs.WalkDir(tree, name, func(p string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case p != name && strings.HasPrefix(e.Name(), "."):
				if e.IsDir() {
					return fs.SkipDir
				}
				return nil
			case e.Type().IsRegular():
				files = append(files, p)
			}
			if len(files) > maxListed {
				return fmt.Errorf("more than %d files", maxListed)
			}
			return nil
		})
		if err != nil {
			return nil, outside(pattern, err)
		}
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}
