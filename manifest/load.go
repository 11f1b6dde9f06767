package manifest

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"gitops.video/render/manifest/diag"
)

// Load reads, expands and checks manifests: files, or folders whose manifests are
// found. What users did wrong comes back in the list, all of it together, and the
// batch then holds what could be made out of the rest. The error is for what no edit
// of a manifest can mend, such as a cancelled context.
func Load(ctx context.Context, paths []string, o Options) (*Batch, diag.List, error) {
	return loadCut(ctx, paths, o, 0)
}

// loadCut is Load with its own size of chunks: 0 is the usual, below it files are not
// cut at all.
func loadCut(ctx context.Context, paths []string, o Options, cut int) (*Batch, diag.List, error) {
	l := &loader{ctx: ctx, opts: o, diags: &collector{}, cut: cut}
	l.readValues()
	for _, f := range l.find(paths) {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if u := l.open(f); u != nil {
			l.units = append(l.units, u)
		}
	}
	defer func() {
		for _, u := range l.units {
			u.folder.root.Close()
		}
	}()
	entries, err := l.expand()
	if err != nil {
		return nil, nil, err
	}
	b := &Batch{Entries: entries}
	for _, u := range l.units {
		u.file.SHA256 = u.fingerprint(o.Set)
		u.file.Reads = u.reads()
		slices.SortFunc(u.file.Sources, func(a, b Source) int {
			return cmp.Or(cmp.Compare(a.At.Start.Line, b.At.Start.Line), cmp.Compare(a.At.Start.Col, b.At.Start.Col))
		})
		b.Files = append(b.Files, u.file)
	}
	slices.SortFunc(b.Files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	slices.SortStableFunc(b.Entries, func(a, b *Entry) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(a.File.Path, b.File.Path), cmp.Compare(a.line, b.line), cmp.Compare(a.order, b.order))
	})
	b.Entries = l.unique(b.Entries)
	l.choose(b)
	var all diag.List
	all = append(all, l.diags.all()...)
	for _, u := range l.units {
		all = append(all, u.diags.all()...)
	}
	return b, clamp(all.Sort()), nil
}

// loader is one call of Load.
type loader struct {
	ctx          context.Context
	opts         Options
	diags        *collector
	values       *node             // of --values and --set, laid over every file's
	extra        map[string][]byte // bytes of --values files
	extraSources []*source
	units        []*unit
	cut          int // size of chunks in bytes; 0 = the usual, below it files are not cut
	clashes      int // keys and outputs that met
}

// candidate is a file that may be a manifest.
type candidate struct {
	path  string
	found bool // in a folder, not named
}

func (l *loader) fail(file, code, summary, hint string) {
	l.diags.add(diag.Diagnostic{Code: code, Summary: summary, Hint: hint, Range: diag.Range{File: file}})
}

// find lists manifests: named files as they are, and the *.yaml files of folders whose
// first key is version. Hidden folders and node_modules are passed over.
func (l *loader) find(paths []string) []candidate {
	var out []candidate
	seen := map[string]bool{}
	add := func(c candidate) {
		abs, err := filepath.Abs(c.path)
		if err != nil {
			abs = c.path
		}
		if !seen[abs] {
			seen[abs] = true
			out = append(out, c)
		}
	}
	for _, p := range paths {
		st, err := os.Stat(p)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			hint := ""
			if names, err := os.ReadDir(filepath.Dir(p)); err == nil {
				var have []string
				for _, n := range names {
					have = append(have, n.Name())
				}
				if n := diag.Nearest(filepath.Base(p), have); n != "" {
					hint = "did you mean " + filepath.Join(filepath.Dir(p), n) + "?"
				}
			}
			if hint == "" {
				hint = "render init writes a first manifest"
			}
			l.fail(p, "file", "there is no such file or folder", hint)
		case err != nil:
			l.fail(p, "file", "it cannot be read: "+reason(err), "")
		case !st.IsDir():
			add(candidate{path: p})
		default:
			n := len(out)
			for _, f := range l.walk(p) {
				add(candidate{path: f, found: true})
			}
			if len(out) == n {
				l.fail(p, "file", "no manifest in this folder", "a manifest is a .yaml file whose first key is version: 1; render init writes one")
			}
		}
	}
	return out
}

func (l *loader) walk(dir string) []string {
	var out []string
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if p != dir && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules") {
				return fs.SkipDir
			}
			return l.ctx.Err()
		}
		if ext := filepath.Ext(p); (ext == ".yaml" || ext == ".yml") && d.Type().IsRegular() && isManifest(p) {
			out = append(out, p)
		}
		return nil
	})
	if err != nil {
		l.fail(dir, "file", "the folder cannot be read: "+reason(err), "")
	}
	return out
}

// isManifest says whether a YAML file's first key is version.
func isManifest(p string) bool {
	f, err := os.Open(p)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 16<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	for l := range bytes.Lines(bytes.TrimPrefix(head[:n], []byte("\xef\xbb\xbf"))) {
		t := bytes.TrimSpace(l)
		switch {
		case len(t) == 0 || t[0] == '#' || bytes.Equal(t, []byte("---")) || t[0] == '%':
		default:
			return bytes.HasPrefix(l, []byte("version:"))
		}
	}
	return false
}

// reason is an error without the path, which the message names already.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

// expand runs every item of every unit on all cores.
func (l *loader) expand() ([]*Entry, error) {
	q := newQueue()
	for _, u := range l.units {
		for _, c := range u.chunks {
			q.push(func(w *worker) { w.chunk(u, c) })
		}
	}
	workers := make([]*worker, max(1, min(runtime.GOMAXPROCS(0), 16)))
	for i := range workers {
		workers[i] = newWorker(q)
	}
	q.run(l.ctx, workers)
	for _, u := range l.units {
		if u.broken.Load() && l.ctx.Err() == nil && u.whole() {
			for _, c := range u.chunks {
				q.push(func(w *worker) { w.chunk(u, c) })
			}
		}
	}
	q.run(l.ctx, workers)
	if err := l.ctx.Err(); err != nil {
		return nil, err
	}
	n := 0
	for _, w := range workers {
		n += len(w.entries)
	}
	out := make([]*Entry, 0, n)
	for _, w := range workers {
		for _, e := range w.entries {
			// Entries of a cut that turned out to be wrong were made again.
			if u := e.item.u; !u.broken.Load() || e.item.chunk.nodes != nil {
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// maxDiagnostics are shown of one run; whoever has more mends those first.
const maxDiagnostics = 500

func clamp(l diag.List) diag.List {
	if len(l) <= maxDiagnostics {
		return l
	}
	errs := l.HasErrors()
	more := len(l) - maxDiagnostics
	l = l[:maxDiagnostics]
	d := diag.Diagnostic{Severity: diag.Warning, Code: "more", Summary: fmt.Sprintf("%d more findings are not shown", more)}
	if errs {
		d.Severity = diag.Error
	}
	return append(l, d)
}

// unique reports entries that share a key or an output, in one file or across files,
// and drops the later ones of one key.
func (l *loader) unique(entries []*Entry) []*Entry {
	out := entries[:0]
	for _, e := range entries {
		if n := len(out); n > 0 && out[n-1].Key == e.Key {
			l.clash(out[n-1], e, "duplicate-key", fmt.Sprintf("two videos have the key %s", e.Key),
				"the key is a video's identity: with two of them neither could be found again",
				keyHint(out[n-1], e), "/key")
			continue
		}
		out = append(out, e)
	}
	outputs := make(map[string]*Entry, len(out))
	mixed := false
	for _, e := range out {
		for _, p := range e.Outputs {
			full := l.full(e, p)
			if first := outputs[full]; first != nil {
				hint := "put {{ .key }} into output"
				if first == e {
					hint = "put {{ .suffix }} into output: it is -2, -3 … for further results"
				}
				l.clash(first, e, "duplicate-output", fmt.Sprintf("two videos would be written to %s", p), "the later one would replace the earlier", hint, "/output")
				break
			}
			outputs[full] = e
			mixed = mixed || strings.ToLower(full) != full
		}
	}
	if mixed {
		l.warnCase(out)
	}
	return out
}

// full is an output's path, comparable across files.
func (l *loader) full(e *Entry, p string) string {
	if len(l.units) > 1 {
		return filepath.ToSlash(filepath.Join(e.File.abs, p))
	}
	return p
}

// warnCase names outputs that only some disks can tell apart.
func (l *loader) warnCase(entries []*Entry) {
	type holder struct {
		e *Entry
		p string
	}
	first := make(map[string]holder, len(entries))
	for _, e := range entries {
		for _, p := range e.Outputs {
			full := l.full(e, p)
			low := strings.ToLower(full)
			h, ok := first[low]
			if !ok {
				first[low] = holder{e, full}
				continue
			}
			if h.e == e || h.p == full || l.clashes > maxDiagnostics {
				continue
			}
			l.clashes++
			d := l.place(e, "/output")
			d.Severity, d.Code = diag.Warning, "output-case"
			d.Summary = fmt.Sprintf("%s and the output of %s differ only in upper and lower case", p, h.e.Key)
			d.Detail = "on the disks of macOS and Windows they are one file"
			d.Hint = "use {{ .key }}, which is always lower case"
			l.diags.know(e.item.u.src)
			l.diags.add(d)
		}
	}
}

func keyHint(a, b *Entry) string {
	if a.File != b.File {
		return "entries of all manifests of a run share one set of keys: give one of them a prefix"
	}
	if a.line == b.line && a.line > 0 {
		return "put something into key that differs, such as {{ .row.id }} or {{ .matrix.format }}"
	}
	return "rename one of them"
}

// place starts a diagnostic at a field of an entry.
func (l *loader) place(e *Entry, pointer string) diag.Diagnostic {
	d := diag.Diagnostic{Range: e.At(pointer)}
	if e.Expansion != "" {
		d.Notes = append(d.Notes, e.expansionNote())
	}
	return d
}

func (l *loader) clash(first, second *Entry, code, summary, detail, hint, pointer string) {
	// Finding a place may parse again: what would not be shown is not looked for.
	if l.clashes++; l.clashes > maxDiagnostics {
		return
	}
	d := l.place(second, pointer)
	d.Code, d.Summary, d.Detail, d.Hint = code, summary, detail, hint
	if first != second {
		n := diag.Note{Label: "the other one", Range: first.At(pointer), Text: first.Expansion}
		if pointer == "/output" {
			n.Text = "key " + first.Key
		}
		d.Notes = append(d.Notes, n)
	}
	d.Group = summary
	l.diags.know(first.item.u.src)
	l.diags.know(second.item.u.src)
	l.diags.knowAll(first.row, second.row)
	l.diags.add(d)
}

// choose marks the entries that the filters leave.
func (l *loader) choose(b *Batch) {
	match := func(patterns []string, e *Entry, hits []bool) bool {
		any := false
		for i, p := range patterns {
			if selects(p, e) {
				any, hits[i] = true, true
			}
		}
		return any
	}
	in, out := make([]bool, len(l.opts.Keys)), make([]bool, len(l.opts.Excludes))
	for _, e := range b.Entries {
		e.Selected = (len(in) == 0 || match(l.opts.Keys, e, in)) && !match(l.opts.Excludes, e, out)
	}
	var keys []string
	for _, e := range b.Entries {
		if len(keys) == 5000 {
			break // enough for a suggestion
		}
		keys = append(keys, e.Key)
	}
	report := func(flag string, patterns []string, hits []bool, sev diag.Severity) {
		for i, hit := range hits {
			if hit {
				continue
			}
			d := diag.Diagnostic{Severity: sev, Code: NoMatch, Group: patterns[i], Range: diag.Range{File: flag},
				Summary: fmt.Sprintf("%q matches no video", patterns[i])}
			if n := diag.Nearest(patterns[i], keys); n != "" {
				d.Hint = "did you mean " + n + "?"
			} else {
				d.Hint = "it is a key, a glob such as launch-*, or label=glob"
			}
			l.diags.add(d)
		}
	}
	report("--key", l.opts.Keys, in, diag.Error)
	report("--exclude", l.opts.Excludes, out, diag.Warning)
}

// NoMatch is the code of a filter that matches no video; the finding's group is the filter.
const NoMatch = "no-match"

// selects matches a key, a glob on the key, or label=glob.
func selects(pattern string, e *Entry) bool {
	if label, glob, ok := strings.Cut(pattern, "="); ok {
		v, has := e.Labels[label]
		return has && MatchGlob(glob, v)
	}
	return MatchGlob(pattern, e.Key)
}

// MatchGlob tells whether a filter is s itself, or a glob that s matches.
func MatchGlob(pattern, s string) bool {
	if pattern == s {
		return true
	}
	ok, err := filepath.Match(pattern, s)
	return err == nil && ok
}
