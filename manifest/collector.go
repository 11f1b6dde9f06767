package manifest

import (
	"maps"
	"slices"
	"sync"

	"gitops.video/render/manifest/diag"
)

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
	l = once(l.Sort())
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

// once drops what an entry is blamed for where the same was said of what entries share.
func once(l diag.List) diag.List {
	type words struct {
		at   diag.Range
		text string
	}
	shared := map[words]int{} // → the first that is about no entry
	for i, d := range l {
		w := words{d.Range, d.Summary}
		if _, ok := shared[w]; !ok && len(d.Notes) == 0 {
			shared[w] = i
		}
	}
	out := l[:0]
	for i, d := range l {
		if first, ok := shared[words{d.Range, d.Summary}]; !ok || first == i {
			out = append(out, d)
		}
	}
	return out
}

func (c *collector) snippet(r diag.Range) *diag.Snippet {
	if s := c.srcs[r.File]; s != nil && r.Start.Line > 0 {
		return s.snippet(r)
	}
	return nil
}
