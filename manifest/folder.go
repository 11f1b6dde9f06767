package manifest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"gitops.video/render/manifest/diag"
)

// folder is a manifest's own folder. Nothing outside it can be read through it.
type folder struct {
	root *os.Root
	mu   sync.Mutex
	seen map[string]*found
}

// found is what a path in the folder turned out to be.
type found struct {
	single bool     // the path is a file itself
	files  []string // a folder's or glob's files, or the file itself; slash-separated, sorted
	err    *dataError
}

// localPath cleans a path that a manifest names, or says why it is not allowed.
func localPath(p string) (string, *dataError) {
	clean := path.Clean(strings.ReplaceAll(p, "\\", "/"))
	switch {
	case p == "":
		return "", &dataError{summary: "the path is empty"}
	case strings.ContainsRune(p, 0):
		return "", &dataError{summary: "the path holds a zero byte"}
	case path.IsAbs(clean) || filepath.VolumeName(p) != "" || len(clean) > 1 && clean[1] == ':':
		return "", &dataError{summary: fmt.Sprintf("%s is an absolute path", p), hint: "write it relative to the manifest's folder"}
	case clean == ".." || strings.HasPrefix(clean, "../"):
		return "", &dataError{summary: fmt.Sprintf("%s lies outside the manifest's folder", p),
			hint: "a manifest reads only what lies beside or below it: move the file there"}
	case strings.HasPrefix(p, "~"):
		return "", &dataError{summary: fmt.Sprintf("%s begins with ~, which is not expanded here", p), hint: "write it relative to the manifest's folder"}
	}
	return clean, nil
}

// readFile reads a file of the folder up to a size.
func (f *folder) readFile(p string, most int64) ([]byte, *dataError) {
	clean, derr := localPath(p)
	if derr != nil {
		return nil, derr
	}
	h, err := f.root.Open(clean)
	if err != nil {
		return nil, f.fileError(clean, err)
	}
	defer h.Close()
	if st, err := h.Stat(); err == nil {
		switch {
		case st.IsDir():
			return nil, &dataError{summary: fmt.Sprintf("%s is a folder", p)}
		case !st.Mode().IsRegular():
			return nil, &dataError{summary: fmt.Sprintf("%s is not a regular file", p)}
		case st.Size() > most:
			return nil, &dataError{summary: fmt.Sprintf("%s is %d MB, the most is %d MB", p, st.Size()>>20, most>>20)}
		}
	}
	b, err := io.ReadAll(io.LimitReader(h, most+1))
	if err != nil {
		return nil, f.fileError(clean, err)
	}
	if int64(len(b)) > most {
		return nil, &dataError{summary: fmt.Sprintf("%s is larger than %d MB", p, most>>20)}
	}
	return b, nil
}

// fileError says why a file cannot be read and what may have been meant.
func (f *folder) fileError(p string, err error) *dataError {
	if !errors.Is(err, fs.ErrNotExist) {
		if strings.Contains(err.Error(), "escapes") {
			return &dataError{summary: fmt.Sprintf("%s leads outside the manifest's folder", p),
				hint: "a manifest reads only what lies beside or below it: put a copy there instead of a link"}
		}
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return &dataError{summary: fmt.Sprintf("%s cannot be read: %v", p, err)}
	}
	e := &dataError{summary: fmt.Sprintf("there is no file %s", p)}
	dir := path.Dir(p)
	names, lerr := fs.ReadDir(f.root.FS(), dir)
	if lerr != nil {
		e.hint = fmt.Sprintf("there is no folder %s either", dir)
		if dir == "." {
			e.hint = ""
		}
		return e
	}
	var have []string
	for _, n := range names {
		have = append(have, n.Name())
	}
	if n := diag.Nearest(path.Base(p), have); n != "" {
		e.hint = "did you mean " + path.Join(dir, n) + "?"
	} else {
		e.hint = "paths are relative to the manifest's folder"
	}
	return e
}

// find resolves a file, folder or glob to its files. Results are remembered: many
// entries name the same brand.
func (f *folder) find(p string) *found {
	f.mu.Lock()
	defer f.mu.Unlock()
	if got := f.seen[p]; got != nil {
		return got
	}
	if f.seen == nil {
		f.seen = map[string]*found{}
	}
	got := f.look(p)
	f.seen[p] = got
	return got
}

func (f *folder) look(p string) *found {
	clean, derr := localPath(p)
	if derr != nil {
		return &found{err: derr}
	}
	st, err := f.root.Stat(clean)
	if err != nil && strings.ContainsAny(clean, "*?[") {
		files, gerr := fs.Glob(f.root.FS(), clean)
		if gerr != nil {
			return &found{err: &dataError{summary: fmt.Sprintf("%s is not a pattern: %v", p, gerr)}}
		}
		if len(files) == 0 {
			return &found{err: &dataError{summary: fmt.Sprintf("no file matches %s", p), hint: "patterns are relative to the manifest's folder"}}
		}
		return &found{files: files}
	}
	switch {
	case err != nil:
		return &found{err: f.fileError(clean, err)}
	case st.Mode().IsRegular():
		return &found{files: []string{clean}, single: true}
	case !st.IsDir():
		return &found{err: &dataError{summary: fmt.Sprintf("%s is not a regular file", p)}}
	}
	got := &found{}
	err = fs.WalkDir(f.root.FS(), clean, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") && name != clean {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.Type().IsRegular() {
			got.files = append(got.files, name)
		}
		if len(got.files) > 10_000 {
			return errTooMany
		}
		return nil
	})
	switch {
	case errors.Is(err, errTooMany):
		got.err = &dataError{summary: fmt.Sprintf("%s holds more than 10,000 files", p), hint: "name a smaller folder"}
	case err != nil:
		got.err = f.fileError(clean, err)
	case len(got.files) == 0:
		got.err = &dataError{summary: fmt.Sprintf("the folder %s is empty", p)}
	}
	slices.Sort(got.files)
	return got
}

var errTooMany = errors.New("too many files")
