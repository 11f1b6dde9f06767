package manifest

import (
	"path"

	"gitops.video/render/manifest/diag"
)

// table reads what forEach names. Files are read once for a manifest.
func (w *worker) table(u *unit, n *node, base map[string]any) *table {
	if n.kind == kindList {
		v, _ := w.eval(u, n, nil, base)
		if w.failed {
			return nil
		}
		t, err := w.inlineTable(u, n, v.([]any))
		if !err {
			return nil
		}
		u.addSource(Source{Rows: t.len(), At: n.rng()})
		return t
	}
	name, format, encoding := n, "", ""
	if n.kind == kindMap {
		name = n.get("file")
		if f := n.get("format"); f != nil {
			format = f.text
		}
		if e := n.get("encoding"); e != nil {
			encoding = e.text
		}
	}
	p, ok := w.text(u, name, base)
	if !ok {
		return nil
	}
	if format == "" {
		format = formatOf(p)
	}
	fail := func(err *dataError, src *source) {
		d := diag.Diagnostic{Code: "data", Summary: err.summary, Hint: err.hint}
		r := name.rng()
		if src != nil && err.line > 0 {
			d.Range = span(src, int32(err.line), int32(max(err.col, 1)), 1)
			d.Notes = append(d.Notes, diag.Note{Label: "read by", Range: r})
		} else if src != nil {
			d.Summary = p + ": " + err.summary
		}
		w.report(u, name, d)
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	id := p + "\x00" + format + "\x00" + encoding
	if t, ok := u.tables[id]; ok {
		if t != nil {
			u.file.Sources = append(u.file.Sources, Source{Path: p, Rows: t.len(), At: name.rng()})
		}
		return t
	}
	u.tables[id] = nil // a file that cannot be read is reported once
	data, derr := u.folder.readFile(p, maxData)
	if derr != nil {
		fail(derr, nil)
		return nil
	}
	src := &source{name: path.Join(path.Dir(u.src.name), p), data: data}
	u.diags.know(src)
	u.rememberLocked(p, data)
	t, err := readTable(src, format, encoding, func(d diag.Diagnostic) { w.report(u, name, d) })
	if err != nil {
		w.failed = true
		if de, ok := err.(*dataError); ok {
			fail(de, src)
		}
		return nil
	}
	u.tables[id] = t
	u.file.Sources = append(u.file.Sources, Source{Path: p, Rows: t.len(), At: name.rng()})
	if t.len() == 0 {
		w.report(u, name, diag.Diagnostic{Severity: diag.Warning, Code: "empty-data", Summary: p + " has no rows, so it makes no videos"})
	}
	return t
}

// inlineTable is a list of maps, or of plain values that become .row.value.
func (w *worker) inlineTable(u *unit, n *node, rows []any) (*table, bool) {
	t := &table{src: n.src, dicts: []shared{}, nodes: []*node{}}
	for i, r := range rows {
		m, ok := r.(map[string]any)
		if !ok {
			m = map[string]any{"value": r}
		}
		t.dicts = append(t.dicts, freeze(m).(shared))
		if i < len(n.kids) {
			t.nodes = append(t.nodes, n.kids[i])
		}
	}
	if len(t.nodes) != len(t.dicts) {
		t.nodes = nil // a templated item printed nothing and fell out
	}
	t.collect()
	return t, true
}

func (u *unit) addSource(s Source) {
	u.mu.Lock()
	u.file.Sources = append(u.file.Sources, s)
	u.mu.Unlock()
}
