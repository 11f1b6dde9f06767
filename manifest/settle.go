package manifest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"time"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/schema"
)

// brand is one of a manifest's brands, its templates run.
type brand struct {
	value  map[string]any // as the spec holds it, name included
	shared shared         // as templates see it
	node   *node
}

// settle checks the header and works out everything that entries share.
func (u *unit) settle(l *loader) {
	header := u.header
	if l.values != nil {
		values := merge(orEmpty(header.get("values"), u.src), l.values)
		header, _ = without(header, "values")
		out := *header
		out.keys = append(slices.Clone(header.keys), keyPos{name: "values", line: values.line, col: values.col})
		out.kids = append(slices.Clone(header.kids), values)
		header = &out
	}
	u.header = header
	bad := u.checkRaw(schema.Manifest(), header)
	m := newMachine(nil, u.include)
	w := newWorker(nil)
	w.machines[u] = m
	u.named, u.texts = map[string]*parse.Tree{}, map[string]*node{}
	if n := header.get("templates"); n != nil && n.kind == kindMap {
		for i, k := range n.keys {
			kid := n.kids[i]
			if kid.kind != kindString || bad["/templates/"+k.name] {
				continue
			}
			u.texts[k.name] = kid
			if err := namedTree(k.name, kid.text, u.named); err != nil {
				err.name = ""
				w.templateFailed(u, kid, err)
			}
		}
	}
	w.machines[u] = newMachine(u.named, u.include)
	u.values = w.settleValues(u, header.get("values"), shared{})
	base := map[string]any{"values": u.values, "batch": u.batch}
	u.settleBrands(w, base)
	u.output = header.get("output")
	u.defaults = map[string]field{}
	if d := header.get("defaults"); d != nil && d.kind == kindMap {
		for i, k := range d.keys {
			if bad["/defaults/"+k.name] {
				continue
			}
			u.defaults[k.name] = newField(k.name, d.kids[i])
		}
	}
	text := func(key string) string {
		n := header.get(key)
		if n == nil || bad["/"+key] {
			return ""
		}
		s, _ := w.text(u, n, base)
		return s
	}
	u.file.Project, u.file.Store, u.file.MaxChanges = text("project"), text("store"), text("maxChanges")
	u.file.Concurrency, _ = strconv.Atoi(text("concurrency"))
	u.provider(w, header.get("provider"), base, bad)
	if l.opts.Provider != "" {
		u.file.Provider.Name = l.opts.Provider
	}
}

func orEmpty(n *node, src *source) *node {
	if n == nil || n.kind != kindMap {
		return &node{kind: kindMap, src: src, line: 1, col: 1}
	}
	return n
}

// settleValues runs the templates among values. They may use other values of the same
// map, whatever the order; what is left when nothing moves any more is reported.
func (w *worker) settleValues(u *unit, n *node, under shared) shared {
	out := maps.Clone(under)
	if out == nil {
		out = shared{}
	}
	if n == nil || n.kind != kindMap {
		return out
	}
	var waiting []int
	for i, k := range n.keys {
		if n.kids[i].templated {
			waiting = append(waiting, i)
			continue
		}
		out[k.name] = overlay(out[k.name], freeze(n.kids[i].value()))
	}
	slices.SortFunc(waiting, func(a, b int) int { return strings.Compare(n.keys[a].name, n.keys[b].name) })
	ctx := maps.Clone(w.ctx)
	for len(waiting) > 0 {
		ctx["values"], ctx["batch"] = out, u.batch
		var left []int
		for _, i := range waiting {
			probe := &worker{machines: w.machines, ctx: ctx, quiet: true}
			v, _ := probe.eval(u, n.kids[i], nil, ctx)
			if probe.failed {
				left = append(left, i)
				continue
			}
			out[n.keys[i].name] = overlay(out[n.keys[i].name], freeze(v))
		}
		if len(left) == len(waiting) {
			for _, i := range left {
				w.eval(u, n.kids[i], nil, ctx)
			}
			break
		}
		waiting = left
	}
	return out
}

// overlay merges maps and otherwise replaces.
func overlay(base, near any) any {
	b, ok1 := base.(shared)
	n, ok2 := near.(shared)
	if !ok1 || !ok2 {
		return near
	}
	out := maps.Clone(b)
	for k, v := range n {
		out[k] = overlay(b[k], v)
	}
	return out
}

func (u *unit) settleBrands(w *worker, base map[string]any) {
	u.brands = map[string]*brand{}
	n := u.header.get("brands")
	if n == nil || n.kind != kindMap {
		return
	}
	for i, k := range n.keys {
		if n.kids[i].kind != kindMap {
			continue
		}
		w.failed = false
		v, _ := w.eval(u, n.kids[i], taskShape.fields["brand"], base)
		m, ok := v.(map[string]any)
		if !ok || w.failed {
			u.brands[k.name] = nil // reported; entries that name it are not blamed again
			continue
		}
		if m["name"] == nil {
			m["name"] = k.name
		}
		u.brands[k.name] = &brand{value: m, shared: freeze(copyMap(m)).(shared), node: n.kids[i]}
	}
}

func copyMap(m map[string]any) map[string]any {
	c, _ := thawMap(m)
	return c.(map[string]any)
}

func (u *unit) provider(w *worker, n *node, base map[string]any, bad map[string]bool) {
	p := &u.file.Provider
	p.Name = "local"
	if n == nil || n.kind == kindNull {
		return
	}
	text := func(n *node) string {
		if n == nil {
			return ""
		}
		s, _ := w.text(u, n, base)
		return s
	}
	if n.kind != kindMap {
		if s := text(n); s != "" {
			p.Name = s
		}
	} else {
		p.Name = text(n.get("name"))
		p.BaseURL, p.APIKey = text(n.get("baseURL")), text(n.get("apiKey"))
		p.Concurrency, _ = strconv.Atoi(text(n.get("concurrency")))
		p.Rate = rate(text(n.get("rate")))
		if poll := n.get("poll"); poll != nil {
			p.PollFirst, _ = time.ParseDuration(text(poll.get("first")))
			p.PollMax, _ = time.ParseDuration(text(poll.get("max")))
		}
		if pr := n.get("pricing"); pr != nil {
			p.PricePerSecond, _ = strconv.ParseFloat(text(pr.get("perSecond")), 64)
		}
	}
	known := []string{"local", "runware"}
	if p.Name != "" && !slices.Contains(known, p.Name) && !bad["/provider"] {
		at := n
		if k := n.get("name"); k != nil {
			at = k
		}
		u.report(at, "provider", fmt.Sprintf("there is no provider %q", p.Name), "", diag.DidYouMean(p.Name, known, "there are"))
	}
}

// rate turns 2/s, 30/m or 500/h into submissions per second.
func rate(s string) float64 {
	num, unit, ok := strings.Cut(s, "/")
	n, err := strconv.ParseFloat(num, 64)
	if err != nil {
		return 0
	}
	if !ok {
		return n
	}
	switch unit {
	case "m":
		return n / 60
	case "h":
		return n / 3600
	}
	return n
}
