package manifest

import (
	"fmt"
	"strings"
	"sync"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/schema"
)

// worker expands items, one at a time. Everything on it is its own.
type worker struct {
	queue    *queue
	machines map[*unit]*machine
	entries  []*Entry
	ctx      map[string]any // context of the entry at hand, refilled for each
	entry    *Entry         // the entry at hand, for messages
	failed   bool           // the entry at hand has been reported
	quiet    bool           // probe only: report nothing
}

func newWorker(q *queue) *worker {
	return &worker{queue: q, machines: map[*unit]*machine{}, ctx: map[string]any{}}
}

func (w *worker) machine(u *unit) *machine {
	m := w.machines[u]
	if m == nil {
		m = newMachine(u.named, u.include)
		w.machines[u] = m
	}
	return m
}

// templateCache keeps parsed scalars by their text, up to a bound: defaults and rows
// repeat them, prompts that are written out do not.
type templateCache struct {
	mu sync.RWMutex
	m  map[string]*tmpl
}

func (c *templateCache) get(text string) *tmpl {
	c.mu.RLock()
	t := c.m[text]
	c.mu.RUnlock()
	if t != nil {
		return t
	}
	t = parseTemplate(text)
	c.mu.Lock()
	if c.m == nil {
		c.m = map[string]*tmpl{}
	}
	if len(c.m) < maxKnown {
		c.m[text] = t
	}
	c.mu.Unlock()
	return t
}

// report files a diagnostic about a node of the entry at hand.
func (w *worker) report(u *unit, n *node, d diag.Diagnostic) {
	w.failed = w.failed || d.Severity == diag.Error
	if w.quiet {
		return
	}
	if d.Range.File == "" {
		d.Range = n.rng()
	}
	if w.entry != nil && w.entry.Expansion != "" {
		d.Notes = append(d.Notes, w.entry.expansionNote())
		if d.Group == "" {
			d.Group = d.Summary
		}
	}
	u.diags.add(d)
}

// templateFailed reports a template's error at its own place: in the scalar, or in the
// named template that the scalar calls.
func (w *worker) templateFailed(u *unit, n *node, e *templateError) {
	w.failed = true
	if w.quiet {
		return
	}
	at := n
	if e.name != "" && u.texts[e.name] != nil {
		at = u.texts[e.name]
	}
	line, col, length := e.where(at)
	d := diag.Diagnostic{Code: e.code, Summary: e.summary, Detail: e.detail, Hint: e.hint,
		Range: span(at.src, int32(line), int32(col), length), Group: e.code + e.expr + fmt.Sprint(e.line, e.col)}
	if at != n {
		call := &templateError{line: 1, expr: fmt.Sprintf("template %q", e.name)}
		if i := strings.Index(n.text, call.expr); i >= 0 {
			call.line = 1 + strings.Count(n.text[:i], "\n")
		}
		line, col, length := call.where(n)
		r := span(n.src, int32(line), int32(col), length)
		d.Notes = append(d.Notes, diag.Note{Label: "used here", Text: fmt.Sprintf("template %q", e.name), Range: r})
	} else if strings.Contains(n.text, "\n") && n.style != styleLiteral {
		line := min(max(e.line, 1), strings.Count(n.text, "\n")+1)
		d.Notes = append(d.Notes, diag.Note{Label: "template", Text: strings.TrimSpace(strings.Split(n.text, "\n")[line-1])})
	}
	w.report(u, at, d)
}

// eval turns a node into plain values, its templates run over ctx. A template that
// prints nothing counts as not written: ok is then false.
func (w *worker) eval(u *unit, n *node, s *shape, ctx map[string]any) (v any, ok bool) {
	if !n.templated {
		if s == nil {
			return n.value(), n.kind != kindNull
		}
		return n.present(), n.kind != kindNull
	}
	switch n.kind {
	case kindString:
		text, good := w.text(u, n, ctx)
		if !good || text == "" {
			return nil, false
		}
		return s.take(text), true
	case kindList:
		out := make([]any, 0, len(n.kids))
		for _, kid := range n.kids {
			var elem *shape
			if s != nil {
				elem = s.elem
			}
			if v, ok := w.eval(u, kid, elem, ctx); ok {
				out = append(out, v)
			}
		}
		return out, true
	case kindMap:
		out := make(map[string]any, len(n.keys))
		for i := range n.keys {
			var kid *shape
			if s != nil {
				if kid = s.fields[n.keys[i].name]; kid == nil {
					kid = s.elem
				}
			}
			if v, ok := w.eval(u, n.kids[i], kid, ctx); ok {
				out[n.keys[i].name] = v
			}
		}
		return out, true
	}
	return n.value(), true
}

// text runs a scalar and gives its text; false when that was reported as impossible.
func (w *worker) text(u *unit, n *node, ctx map[string]any) (string, bool) {
	if !n.templated {
		return n.text, true
	}
	s, err := w.machine(u).run(u.parsed.get(n.text), ctx)
	if err != nil {
		w.templateFailed(u, n, err)
		return "", false
	}
	return s, true
}

// checkRaw holds a part of a manifest, as written, against its schema. It returns the
// pointers that are wrong, cut to two levels, so that nothing is complained about twice.
func (u *unit) checkRaw(s *schema.Schema, n *node) map[string]bool {
	bad := map[string]bool{}
	for _, v := range s.Validate(n.value()) {
		d := violation(v, n)
		u.diags.add(d)
		parts := strings.SplitN(strings.TrimPrefix(v.Pointer, "/"), "/", 3)
		bad["/"+parts[0]] = true
		if len(parts) > 1 {
			bad["/"+parts[0]+"/"+parts[1]] = true
		}
	}
	return bad
}

// violation places a broken rule in the file.
func violation(v schema.Violation, root *node) diag.Diagnostic {
	d := diag.Diagnostic{Code: v.Keyword, Summary: v.Summary, Detail: v.Detail, Hint: v.Hint}
	d.Range = placeOf(v, root)
	if v.Name != "" && len(v.Known) > 0 {
		if v.Keyword == "additionalProperties" {
			d.Code = "unknown-key"
			d.Hint = diag.DidYouMean(v.Name, v.Known, "there are")
		} else if n := diag.Nearest(v.Name, v.Known); n != "" {
			d.Hint = "did you mean " + n + "?"
		}
	}
	return d
}

func placeOf(v schema.Violation, root *node) diag.Range {
	if v.Keyword == "additionalProperties" || v.Keyword == "propertyNames" {
		i := strings.LastIndexByte(v.Pointer, '/')
		if parent, all := root.at(v.Pointer[:i]); all && parent.kind == kindMap {
			if k := parent.index(unescapePointer(v.Pointer[i+1:])); k >= 0 {
				r := parent.keyRange(k)
				return r
			}
		}
	}
	n, _ := root.at(v.Pointer)
	r := n.rng()
	if v.Keyword == "required" && len(n.keys) > 0 {
		r = n.keyRange(0)
		return r
	}
	return r
}
