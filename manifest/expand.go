package manifest

import (
	"fmt"
	"maps"
	"path"
	"regexp"
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

// combo is one combination of a matrix.
type combo struct {
	values shared
	text   string // "audience=smb, format=portrait"
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

// combinations multiplies a matrix out. Without one there is a single empty combination.
func (w *worker) combinations(u *unit, matrix, include, exclude *node, base map[string]any) ([]combo, bool) {
	if (matrix == nil || matrix.kind == kindNull) && include == nil {
		if exclude != nil {
			w.report(u, exclude, diag.Diagnostic{Code: "matrix", Summary: "exclude needs a matrix to leave something out of", Hint: "add matrix:, or use when:"})
			return nil, false
		}
		return noCombo, true
	}
	type axis struct {
		name   string
		values []any
	}
	var axes []axis
	total := 1
	if matrix != nil && matrix.kind == kindMap {
		for i, k := range matrix.keys {
			v, _ := w.eval(u, matrix.kids[i], nil, base)
			list, _ := v.([]any)
			if len(list) == 0 {
				w.report(u, matrix.kids[i], diag.Diagnostic{Code: "matrix", Summary: fmt.Sprintf("matrix.%s has no values, so there are no combinations", k.name), Hint: "give it a value, or remove it"})
				return nil, false
			}
			axes = append(axes, axis{k.name, list})
			if total *= len(list); total > maxCombinations {
				w.report(u, matrix, diag.Diagnostic{Code: "too-many", Summary: fmt.Sprintf("the matrix has more than %d combinations", maxCombinations), Hint: "use fewer lists, or forEach with a data file"})
				return nil, false
			}
		}
	} else {
		total = 0
	}
	if w.failed {
		return nil, false
	}
	// The order in which a map is written must not matter, .index included.
	slices.SortFunc(axes, func(a, b axis) int { return strings.Compare(a.name, b.name) })
	combos := make([]combo, 0, total)
	at := make([]int, len(axes))
	for range total {
		m := make(shared, len(axes))
		for i, a := range axes {
			m[a.name] = freeze(a.values[at[i]])
		}
		combos = append(combos, combo{values: m})
		for i := len(at) - 1; i >= 0; i-- {
			if at[i]++; at[i] < len(axes[i].values) {
				break
			}
			at[i] = 0
		}
	}
	known := make([]string, 0, len(axes))
	for _, a := range axes {
		known = append(known, a.name)
	}
	if exclude != nil {
		for _, ex := range exclude.kids {
			v, _ := w.eval(u, ex, nil, base)
			m, _ := v.(map[string]any)
			for i, k := range ex.keys {
				if !slices.Contains(known, k.name) {
					r := ex.keyRange(i)
					w.report(u, ex, diag.Diagnostic{Code: "matrix", Summary: fmt.Sprintf("the matrix has no %q", k.name),
						Hint: diag.DidYouMean(k.name, known, "it has"), Range: r})
				}
			}
			before := len(combos)
			combos = slices.DeleteFunc(combos, func(c combo) bool { return covers(m, c.values) })
			if before == len(combos) && !w.failed {
				w.report(u, ex, diag.Diagnostic{Severity: diag.Warning, Code: "matrix", Summary: "this exclude leaves nothing out",
					Detail: "no combination of the matrix has these values", Hint: "check the spelling of the values"})
			}
		}
	}
	if include != nil {
		for _, in := range include.kids {
			v, _ := w.eval(u, in, nil, base)
			if m, ok := v.(map[string]any); ok {
				combos = append(combos, combo{values: freeze(m).(shared)})
			}
		}
	}
	for i := range combos {
		combos[i].text = describe(combos[i].values)
	}
	return combos, !w.failed
}

var noCombo = []combo{{}}

// covers says whether a combination has all values of a part.
func covers(part map[string]any, c shared) bool {
	for k, v := range part {
		if fmt.Sprint(c[k]) != fmt.Sprint(v) {
			return false
		}
	}
	return len(part) > 0
}

func describe(m shared) string {
	parts := make([]string, 0, len(m))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		s := fmt.Sprint(m[k])
		if len(s) > 60 {
			s = s[:57] + "…"
		}
		parts = append(parts, k+"="+s)
	}
	return strings.Join(parts, ", ")
}

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

var validKey = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,127}$`)

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

func (w *worker) key(it *item, e *Entry, ctx map[string]any) bool {
	if it.key == nil {
		return false
	}
	s, ok := w.text(it.u, it.key, ctx)
	if !ok {
		return false
	}
	if !validKey.MatchString(s) {
		d := diag.Diagnostic{Code: "key", Summary: fmt.Sprintf("the key comes out as %q", clip(s)),
			Detail: "a key is 1 to 128 of a-z, 0-9, dot, dash and underscore, and begins with a letter or digit", Group: "key"}
		if fixed := toKey(s); fixed != "" {
			if it.key.templated {
				d.Hint = "put | lower | kebabcase, or | replace \" \" \"-\", behind the value; this one would be " + fixed
			} else {
				d.Hint = "for example " + fixed
			}
		}
		w.report(it.u, it.key, d)
		return false
	}
	e.Key = s
	return true
}

// toKey is the valid key nearest to a text, "" when nothing of it can stay.
func toKey(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '_':
			b.WriteRune(r)
		default:
			if out := b.String(); out != "" && !strings.HasSuffix(out, "-") {
				b.WriteByte('-')
			}
		}
		if b.Len() >= 128 {
			break
		}
	}
	return strings.Trim(b.String(), "-._")
}

func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
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

// explain says why a task was refused: as it is written where that is already wrong,
// and as it came out for the rest.
func (w *worker) explain(it *item, m map[string]any) {
	u := it.u
	before := w.failed
	reported := []string{}
	for _, v := range schema.Entry().Validate(it.node.value()) {
		if v.Keyword == "required" {
			continue
		}
		reported = append(reported, v.Pointer)
		if v.Keyword == "additionalProperties" {
			// The field that was meant is not missing as well.
			reported = append(reported, diag.Nearest(v.Name, v.Known))
		}
		d := violation(v, it.node)
		d.Group = v.Pointer + v.Keyword + v.Name
		w.report(u, it.node, d)
	}
	plain, _ := thaw(m)
	written := it.written()
	for _, v := range schema.Task().Validate(plain) {
		if v.Keyword == "required" && (before || slices.Contains(reported, v.Name)) {
			continue // the field is there, but its template failed or its name is misspelt
		}
		if slices.ContainsFunc(reported, func(p string) bool {
			return p == v.Pointer || strings.HasPrefix(p, v.Pointer+"/") && v.Pointer != "" || strings.HasPrefix(v.Pointer, p+"/")
		}) {
			continue
		}
		d := violation(v, written)
		d.Group = v.Pointer + v.Keyword + v.Name
		n, whole := written.at(v.Pointer)
		if whole && n.templated && n.kind == kindString {
			d.Detail = strings.TrimPrefix(d.Detail+"; this is what the template printed", "; ")
		}
		if v.Keyword == "required" {
			d.Range = it.keyPlace()
			if n := written.get(v.Name); n != nil {
				d.Range, d.Summary = n.rng(), v.Name+" is empty"
				if n.templated {
					d.Detail = "its template printed nothing"
				}
			}
		}
		w.report(u, written, d)
	}
	if !w.failed {
		w.report(u, it.node, diag.Diagnostic{Code: "task", Summary: "the task is not valid",
			Detail: "it was refused before the schema found the reason, which is a mistake in this program", Hint: "please report it with this entry"})
	}
}

// written is the item's own fields laid over the defaults, for looking places up.
func (it *item) written() *node {
	n := it.node
	if d := it.u.header.get("defaults"); d != nil && d.kind == kindMap {
		n = merge(d, n)
	}
	if b := n.get("brand"); b != nil && b.kind == kindString {
		if def := it.u.brands[b.text]; def != nil {
			n = merge(n, &node{kind: kindMap, src: n.src, line: n.line, col: n.col, keys: []keyPos{{name: "brand"}}, kids: []*node{def.node}})
		}
	}
	return n
}

func (it *item) keyPlace() diag.Range {
	i := it.node.index("key")
	if i < 0 {
		return it.node.rng()
	}
	return it.node.keyRange(i)
}

func (u *unit) addSource(s Source) {
	u.mu.Lock()
	u.file.Sources = append(u.file.Sources, s)
	u.mu.Unlock()
}

// suffix of the n-th result, counted from 1.
func suffix(n int) string {
	if n == 1 {
		return ""
	}
	return "-" + strconv.Itoa(n)
}
