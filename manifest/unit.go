package manifest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"text/template/parse"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/schema"
)

// maxManifest is the largest manifest, in bytes. Rows belong into data files, which
// may be larger.
const maxManifest = 64 << 20

// unit is one manifest while it is loaded.
type unit struct {
	file   *File
	src    *source
	header *node // everything but videos, laid over what it extends
	videos *node // where videos: is, for messages
	chunks []*chunk
	folder *folder

	values   shared
	brands   map[string]*brand
	defaults map[string]field // evaluated when they hold no template
	output   *node
	named    map[string]*parse.Tree
	texts    map[string]*node // named templates' own places
	batch    shared
	diags    *collector
	parsed   *templateCache
	hosted   *schema.Model

	made   atomic.Int64
	broken atomic.Bool // a chunk was not a list of its own: parse it in one piece

	mu     sync.Mutex
	tables map[string]*table
	read   map[string][]byte // hashes of every file that was read, by display name
}

// collector gathers diagnostics from several workers.
type collector struct {
	mu   sync.Mutex
	list map[groupKey]*diag.Diagnostic
	rest diag.List
	srcs map[string]*source

	marked     map[groupKey]*diag.Diagnostic
	markedRest diag.List
}

// know makes a file's lines available to the snippets of diagnostics.
func (c *collector) know(s *source) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.srcs == nil {
		c.srcs = map[string]*source{}
	}
	c.srcs[s.name] = s
}

type groupKey struct {
	at    diag.Range
	group string
}

// knowAll does so for the data files of rows.
func (c *collector) knowAll(rows ...row) {
	for _, r := range rows {
		if r.table != nil && r.table.src != nil {
			c.know(r.table.src)
		}
	}
}

// add files a diagnostic. Of a group only the first by order is kept, so a mistake
// that a million rows share costs the memory of one.
func (c *collector) add(d diag.Diagnostic) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if d.Group == "" {
		c.rest = append(c.rest, d)
		return
	}
	d.Count = max(d.Count, 1)
	k := groupKey{d.Range, d.Code + "\x00" + d.Group}
	have := c.list[k]
	if have == nil {
		if c.list == nil {
			c.list = map[groupKey]*diag.Diagnostic{}
		}
		c.list[k] = &d
		return
	}
	n := have.Count + d.Count
	if diag.Compare(d, *have) < 0 {
		*have = d
	}
	have.Count = n
}

// mark remembers what has been reported so far, reset goes back to it.
func (c *collector) mark() {
	c.marked = c.list
	c.markedRest = slices.Clone(c.rest)
	c.list = maps.Clone(c.list)
}

func (c *collector) reset() { c.list, c.rest = maps.Clone(c.marked), slices.Clone(c.markedRest) }

// merge takes over what another collector has.
func (c *collector) merge(o *collector) {
	for _, s := range o.srcs {
		c.know(s)
	}
	for _, d := range o.all() {
		c.add(d)
	}
}

func (c *collector) all() diag.List {
	c.mu.Lock()
	defer c.mu.Unlock()
	l := slices.Clone(c.rest)
	for _, d := range c.list {
		l = append(l, *d)
	}
	l = l.Sort()
	for i := range l {
		l[i].Snippet = c.snippet(l[i].Range)
		l[i].Notes = slices.Clone(l[i].Notes)
		for j := range l[i].Notes {
			l[i].Notes[j].Snippet = c.snippet(l[i].Notes[j].Range)
		}
		if i == maxDiagnostics {
			break // no more than these are shown
		}
	}
	return l
}

func (c *collector) snippet(r diag.Range) *diag.Snippet {
	if s := c.srcs[r.File]; s != nil && r.Start.Line > 0 {
		return s.snippet(r)
	}
	return nil
}

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

// remember notes the content of a file that the manifest depends on.
func (u *unit) remember(name string, data []byte) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.rememberLocked(name, data)
}

func (u *unit) rememberLocked(name string, data []byte) {
	sum := sha256.Sum256(data)
	u.read[name] = sum[:]
}

// fingerprint is the hash over everything that was read, and over the assignments of
// the command line.
func (u *unit) fingerprint(set []string) string {
	u.mu.Lock()
	defer u.mu.Unlock()
	h := sha256.New()
	var names []string
	for name := range u.read {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(h, "%x\n", u.read[name])
	}
	for _, s := range set {
		fmt.Fprintf(h, "set %q\n", s)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// reads names everything that was read, with the hash of its content.
func (u *unit) reads() map[string]string {
	u.mu.Lock()
	defer u.mu.Unlock()
	out := make(map[string]string, len(u.read))
	for name, sum := range u.read {
		out[name] = hex.EncodeToString(sum)
	}
	return out
}

// include reads a file for the template function file.
func (u *unit) include(p string) (string, error) {
	b, derr := u.folder.readFile(p, maxOutput)
	if derr != nil {
		return "", fmt.Errorf("%s; %s", derr.summary, derr.hint)
	}
	u.remember(p, b)
	b, err := toUTF8(b, "")
	return string(b), err
}
