package manifest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/schema"
)

// Bounds on what one item may expand to, and all of them together.
const (
	maxCombinations = 1_000_000
	maxEntries      = 1_000_000
	splitRows       = 1024 // rows that one job expands
)

// field is one task field of an item: its node, and its value when no template is in it.
type field struct {
	name   string
	node   *node
	static any
	fixed  bool
}

func newField(name string, n *node) field {
	f := field{name: name, node: n}
	if !n.templated {
		f.fixed, f.static = true, n.present()
	}
	return f
}

// item is one element of videos, ready to be expanded.
type item struct {
	u     *unit
	chunk *chunk
	at    int   // index within the chunk
	node  *node // nil once expanded, when the chunk can be parsed again
	line  int

	key, when, output *node
	labels, protect   *node
	values            *node
	fields            []field
	combos            []combo
	rows              *table
}

// chunk expands all items of a chunk.
func (w *worker) chunk(u *unit, c *chunk) {
	nodes, ok := c.items(func(diag.Diagnostic) {})
	if !ok {
		u.broken.Store(true)
		return
	}
	for i, n := range nodes {
		w.entry, w.failed = nil, false
		it := &item{u: u, chunk: c, at: i, node: n, line: int(n.line)}
		if n.kind != kindMap {
			w.report(u, n, diag.Diagnostic{Code: "type", Summary: "a video is " + n.kind.String() + ", it must be a map",
				Hint: "begin it with - key: name"})
			continue
		}
		if !w.prepare(it) {
			continue
		}
		total := len(it.combos) * max(it.rowCount(), 0)
		if total <= splitRows || w.queue == nil {
			w.run(it, 0, total)
			if c.nodes == nil {
				it.forget()
			}
			continue
		}
		for from := 0; from < total; from += splitRows {
			to := min(from+splitRows, total)
			w.queue.push(func(w *worker) { w.run(it, from, to) })
		}
	}
}

// plainLabels says whether labels are a map of scalars, as the schema wants.
func plainLabels(n *node) bool {
	if n == nil {
		return true
	}
	if n.kind != kindMap {
		return n.kind == kindNull
	}
	return !slices.ContainsFunc(n.kids, func(k *node) bool { return k.kind == kindMap || k.kind == kindList })
}

// forget lets go of everything that the chunk can give again.
func (it *item) forget() {
	it.node, it.key, it.when, it.output, it.labels, it.protect, it.values = nil, nil, nil, nil, nil, nil, nil
	it.fields, it.combos = nil, nil
}

// rowCount is how many rows the item is repeated for: 1 without forEach.
func (it *item) rowCount() int {
	if it.rows == nil {
		return 1
	}
	return it.rows.len()
}

// prepare sorts an item's keys and works out what it is repeated over. It answers
// false when there is nothing to run.
func (w *worker) prepare(it *item) bool {
	u := it.u
	var matrix, include, exclude, forEach *node
	it.output = u.output
	it.fields = make([]field, 0, len(it.node.keys)+len(u.defaults))
	for i := range it.node.keys {
		n := it.node.kids[i]
		switch name := it.node.keys[i].name; name {
		case "key":
			it.key = n
		case "matrix":
			matrix = n
		case "include":
			include = n
		case "exclude":
			exclude = n
		case "forEach":
			forEach = n
		case "when":
			it.when = n
		case "values":
			it.values = n
		case "output":
			it.output = n
		case "labels":
			it.labels = n
		case "protect":
			it.protect = n
		default:
			def, has := u.defaults[name]
			if has && n.kind == kindMap && def.node.kind == kindMap {
				it.fields = append(it.fields, newField(name, merge(def.node, n)))
			} else {
				it.fields = append(it.fields, newField(name, n))
			}
		}
	}
	for name, f := range u.defaults {
		if it.node.index(name) >= 0 {
			if name == "labels" && it.labels != nil {
				it.labels = merge(f.node, it.labels)
			}
			continue
		}
		switch name {
		case "output":
			it.output = f.node
		case "labels":
			it.labels = f.node
		case "protect":
			it.protect = f.node
		default:
			it.fields = append(it.fields, f)
		}
	}
	if it.key == nil || it.key.kind == kindMap || it.key.kind == kindList || it.key.kind == kindNull ||
		matrix != nil || include != nil || exclude != nil || forEach != nil || it.values != nil && it.values.kind != kindMap || !plainLabels(it.labels) {
		// These few are checked as written; the fast road below trusts their form.
		if bad := u.checkRaw(schema.Entry(), it.node); len(bad) > 0 {
			return false
		}
	}
	base := map[string]any{"values": u.values, "batch": u.batch}
	var ok bool
	if it.combos, ok = w.combinations(u, matrix, include, exclude, base); !ok {
		return false
	}
	if forEach != nil && forEach.kind != kindNull {
		if it.rows = w.table(u, forEach, base); it.rows == nil {
			return false
		}
		if len(it.combos)*it.rows.len() > maxEntries {
			w.report(u, forEach, diag.Diagnostic{Code: "too-many", Summary: fmt.Sprintf("this makes %d videos, the most is %d", len(it.combos)*it.rows.len(), maxEntries),
				Hint: "split the data, or use when:"})
			return false
		}
	}
	return true
}

// run expands combinations × rows from … to of an item.
func (w *worker) run(it *item, from, to int) {
	rows := it.rowCount()
	for i := from; i < to; i++ {
		c := &it.combos[i/rows]
		var r row
		if it.rows != nil {
			r = row{table: it.rows, at: i % rows}
		}
		w.one(it, c, r, i)
	}
}

// one makes a single entry.
func (w *worker) one(it *item, c *combo, r row, order int) {
	u := it.u
	w.failed = false
	ctx := w.ctx
	clear(ctx)
	ctx["values"], ctx["batch"] = u.values, u.batch
	ctx["index"] = order
	e := &Entry{File: u.file, item: it, combo: c, order: order, line: it.line}
	if c.values != nil {
		ctx["matrix"] = c.values
	}
	if r.table != nil {
		ctx["row"] = r
		ctx["index"] = r.at
	}
	e.row = r
	e.Expansion = e.expansion()
	w.entry = e
	if it.values != nil {
		ctx["values"] = w.settleValues(u, it.values, u.values)
		if w.failed {
			return
		}
	}
	if it.when != nil && !w.wanted(u, it.when, ctx) {
		return
	}
	m := make(map[string]any, len(it.fields)+1)
	var b *brand
	for i := range it.fields {
		if it.fields[i].name == "brand" {
			b = w.brand(u, &it.fields[i], ctx, m)
			break
		}
	}
	if !w.key(it, e, ctx) {
		return
	}
	ctx["key"] = e.Key
	// outputFormat is first because every other field may use .ext.
	ctx["ext"] = "mp4"
	for i := range it.fields {
		if it.fields[i].name == "outputFormat" {
			w.field(u, &it.fields[i], ctx, m)
			if s, ok := m["outputFormat"].(string); ok {
				ctx["ext"] = strings.ToLower(s)
			}
		}
	}
	ctx["suffix"] = ""
	for i := range it.fields {
		switch it.fields[i].name {
		case "brand", "outputFormat":
		default:
			w.field(u, &it.fields[i], ctx, m)
		}
	}
	if b != nil {
		m["brand"] = b.value
	}
	if m["model"] == nil {
		m["model"] = defaultModel
	}
	if s, ok := m["positivePrompt"].(string); ok {
		// How a block was written (| or |-) is formatting and must not reach the digest.
		m["positivePrompt"] = strings.TrimSpace(s)
	}
	expandShorthand(m)
	if !decodeSpec(m, &e.Spec) {
		w.explain(it, m)
	}
	w.attributes(it, e, ctx)
	if !w.failed {
		w.outputs(it, e, ctx)
	}
	if !w.failed {
		w.inspect(it, e)
	}
	if w.failed || u.overflow() {
		return
	}
	w.entries = append(w.entries, e)
}

// overflow counts an entry and says whether it is one too many, which is reported once.
func (u *unit) overflow() bool {
	n := u.made.Add(1)
	if n == maxEntries+1 {
		u.diags.add(diag.Diagnostic{Code: "too-many", Summary: fmt.Sprintf("the manifest makes more than %d videos", maxEntries),
			Hint: "split it into several, and load them one by one", Range: diag.Range{File: u.src.name}})
	}
	return n > maxEntries
}

// field evaluates one task field into the task.
func (w *worker) field(u *unit, f *field, ctx, m map[string]any) {
	if f.fixed {
		if f.static != nil {
			m[f.name] = f.static
		}
		return
	}
	if v, ok := w.eval(u, f.node, taskShape.fields[f.name], ctx); ok {
		m[f.name] = v
	}
}

// brand finds the brand that a field names, or evaluates one that is written out.
func (w *worker) brand(u *unit, f *field, ctx, m map[string]any) *brand {
	v := f.static
	if !f.fixed {
		var ok bool
		if v, ok = w.eval(u, f.node, taskShape.fields["brand"], ctx); !ok {
			return nil
		}
	}
	switch v := v.(type) {
	case nil:
	case string:
		b, ok := u.brands[v]
		if !ok {
			w.report(u, f.node, diag.Diagnostic{Code: "brand", Summary: fmt.Sprintf("there is no brand %q", v),
				Hint: brandHint(v, slices.Collect(maps.Keys(u.brands))), Group: "brand"})
			return nil
		}
		if b == nil {
			w.failed = true // the brand itself has been reported
			return nil
		}
		ctx["brand"] = b.shared
		return b
	case map[string]any:
		m["brand"] = v
		ctx["brand"] = freeze(copyMap(v))
	default:
		m["brand"] = v // the schema says what is wrong
	}
	return nil
}

func brandHint(name string, have []string) string {
	if len(have) == 0 {
		return "define it under brands:"
	}
	return diag.DidYouMean(name, have, "brands: has")
}

// wanted evaluates when.
func (w *worker) wanted(u *unit, n *node, ctx map[string]any) bool {
	s, ok := w.text(u, n, ctx)
	if !ok {
		return false
	}
	switch strings.TrimSpace(s) {
	case "true":
		return true
	case "false", "":
		return false
	}
	w.report(u, n, diag.Diagnostic{Code: "when", Summary: fmt.Sprintf("when is %q, it must come out as true or false", clip(s)),
		Hint: "compare something: {{ eq .row.status \"live\" }}", Group: "when"})
	return false
}

// attributes evaluates what an entry carries beside its task.
func (w *worker) attributes(it *item, e *Entry, ctx map[string]any) {
	if it.labels != nil && it.labels.kind == kindMap {
		e.Labels = make(map[string]string, len(it.labels.keys))
		for i, k := range it.labels.keys {
			if s, ok := w.text(it.u, it.labels.kids[i], ctx); ok {
				e.Labels[k.name] = s
			}
		}
	}
	if it.protect != nil {
		s, ok := w.text(it.u, it.protect, ctx)
		switch strings.TrimSpace(s) {
		case "true":
			e.Protect = true
		case "false", "":
		default:
			if ok {
				hint := "write true or false"
				w.report(it.u, it.protect, diag.Diagnostic{Code: "type", Summary: fmt.Sprintf("protect is %q, it must be true or false", clip(s)), Hint: hint, Group: "protect"})
			}
		}
	}
}

// suffix of the n-th result, counted from 1.
func suffix(n int) string {
	if n == 1 {
		return ""
	}
	return "-" + strconv.Itoa(n)
}
