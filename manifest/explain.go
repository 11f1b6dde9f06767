package manifest

import (
	"slices"
	"strings"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/schema"
)

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
