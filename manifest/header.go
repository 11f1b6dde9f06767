package manifest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/schema"
)

const (
	defaultModel  = "heygen:video-agent@0"
	defaultOutput = "out/{{ .key }}{{ .suffix }}.{{ .ext }}"
)

// open reads a manifest up to its videos. It returns nil when there is nothing in it
// to expand; what is wrong with it has been reported.
func (l *loader) open(c candidate) *unit {
	src, ok := l.readSource(c.path)
	if !ok {
		return nil
	}
	abs, err := filepath.Abs(c.path)
	if err != nil {
		abs = c.path
	}
	dir := filepath.Dir(c.path)
	root, err := os.OpenRoot(dir)
	if err != nil {
		l.fail(c.path, "file", "its folder cannot be opened: "+reason(err), "")
		return nil
	}
	base := filepath.Base(c.path)
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	u := &unit{
		file: &File{Path: c.path, Dir: dir, Lockfile: filepath.Join(dir, stem+".lock"), abs: filepath.Dir(abs)},
		src:  src, diags: &collector{}, folder: &folder{root: root}, parsed: &templateCache{},
		tables: map[string]*table{}, read: map[string][]byte{}, batch: shared{"name": stem},
		hosted: l.opts.Hosted,
	}
	if u.hosted == nil {
		u.hosted = schema.HeyGen()
	}
	u.diags.know(src)
	for _, s := range l.extraSources {
		u.diags.know(s)
	}
	u.remember(c.path, src.data)
	for name, b := range l.extra {
		u.remember(name, b)
	}
	if !u.parse(l, c, []string{abs}) {
		l.diags.merge(u.diags)
		root.Close()
		return nil
	}
	u.settle(l)
	u.diags.mark()
	return u
}

func (l *loader) readSource(p string) (*source, bool) {
	st, err := os.Stat(p)
	if err != nil {
		l.fail(p, "file", "it cannot be read: "+reason(err), "")
		return nil, false
	}
	if st.Size() > maxManifest {
		l.fail(p, "too-big", fmt.Sprintf("the manifest is %d MB, the most is %d MB", st.Size()>>20, maxManifest>>20),
			"put the rows into a csv or jsonl file and use forEach")
		return nil, false
	}
	b, err := os.ReadFile(p)
	if err != nil {
		l.fail(p, "file", "it cannot be read: "+reason(err), "")
		return nil, false
	}
	text, err := toUTF8(b, "")
	if err != nil {
		l.fail(p, "encoding", err.Error(), "save it as UTF-8")
		return nil, false
	}
	return &source{name: filepath.ToSlash(p), data: joinSurrogates(text)}, true
}

// parse splits the file, reads its header and lays it over what it extends.
func (u *unit) parse(l *loader, c candidate, chain []string) bool {
	size, least := chunkSize, minSplit
	if l.cut != 0 {
		size, least = l.cut, 0
	}
	if size > 0 && len(u.src.data) >= least {
		if head, chunks, ok := splitItems(u.src, size); ok {
			quiet := true
			header := parseYAML(u.src, head, 0, func(diag.Diagnostic) { quiet = false })
			if quiet && header != nil && header.kind == kindMap && header.index("videos") < 0 {
				u.header, u.chunks = header, chunks
			}
		}
	}
	if u.header == nil {
		root := parseYAML(u.src, u.src.data, 0, u.diags.add)
		if root == nil {
			if len(strings.TrimSpace(string(u.src.data))) == 0 {
				l.fail(u.src.name, "empty", "the file is empty", "render init writes a first manifest")
			}
			return false
		}
		if root.kind != kindMap {
			u.report(root, "yaml", "a manifest is a map that begins with version: 1", "", "see render init")
			return false
		}
		u.header, u.videos = without(root, "videos")
	}
	if !u.version(u.header) {
		return false
	}
	hadVideos := u.chunks != nil || u.videos != nil
	u.header = u.extend(l, u.header, chain, filepath.Dir(c.path))
	if u.header == nil {
		return false
	}
	if !hadVideos {
		u.header, u.videos = without(u.header, "videos")
	}
	switch {
	case u.chunks != nil:
	case u.videos == nil || u.videos.kind == kindNull:
		if c.found && u.videos == nil {
			return false // a base that others extend
		}
		at := u.header
		if u.videos != nil {
			at = u.videos
		}
		u.checkRaw(schema.Manifest(), u.header) // videos: may be there, by another name
		u.report(at, "no-videos", "the manifest lists no videos", "", "add videos: with at least one - key: … below it")
		return false
	case u.videos.kind != kindList:
		u.report(u.videos, "type", "videos is "+u.videos.kind.String()+", it must be a list", "", "begin each video with a dash: - key: launch")
		return false
	default:
		u.chunks = []*chunk{{src: u.src, nodes: u.videos.kids}}
		if u.videos.kids == nil {
			u.chunks[0].nodes = []*node{}
		}
	}
	return true
}

// whole parses a file in one piece after all, and forgets what its chunks reported.
func (u *unit) whole() bool {
	u.diags.reset()
	u.made.Store(0)
	root := parseYAML(u.src, u.src.data, 0, u.diags.add)
	if root == nil {
		return false
	}
	videos := root.get("videos")
	if videos == nil || videos.kind != kindList {
		return false
	}
	nodes := videos.kids
	if nodes == nil {
		nodes = []*node{}
	}
	u.chunks = []*chunk{{src: u.src, nodes: nodes}}
	return true
}

// without takes a key out of a map.
func without(n *node, key string) (rest, taken *node) {
	i := n.index(key)
	if i < 0 {
		return n, nil
	}
	out := *n
	out.keys = slices.Delete(slices.Clone(n.keys), i, i+1)
	out.kids = slices.Delete(slices.Clone(n.kids), i, i+1)
	return &out, n.kids[i]
}

func (u *unit) report(n *node, code, summary, detail, hint string) {
	r := n.rng()
	u.diags.add(diag.Diagnostic{Code: code, Summary: summary, Detail: detail, Hint: hint, Range: r})
}

func (u *unit) version(root *node) bool {
	v := root.get("version")
	switch {
	case v == nil:
		r := span(u.src, 1, 1, 1)
		d := diag.Diagnostic{Code: "version", Summary: "the manifest does not say its version", Hint: "begin it with version: 1", Range: r}
		if i := root.index("Version"); i >= 0 {
			d.Hint = "write version in lower case"
		}
		u.diags.add(d)
		return false
	case v.text != "1":
		u.report(v, "version", fmt.Sprintf("version %s is not known, this program reads version 1", v.text), "", "write version: 1, or use a newer render")
		return false
	}
	return true
}

// extend lays a header over the files it names, the first of them lowest. Each file is
// read once in a chain: a circle is an error.
func (u *unit) extend(l *loader, root *node, chain []string, dir string) *node {
	rest, ext := without(root, "extends")
	if ext == nil || ext.kind == kindNull {
		return rest
	}
	var names []*node
	switch ext.kind {
	case kindString:
		names = []*node{ext}
	case kindList:
		names = ext.kids
	default:
		u.report(ext, "type", "extends is "+ext.kind.String()+", it must be a list of files", "", "extends: [base.yaml]")
		return nil
	}
	var base *node
	for _, n := range names {
		if n.kind != kindString || n.text == "" || n.templated || filepath.IsAbs(n.text) {
			u.report(n, "extends", "extends takes plain relative paths", "", "extends: [base.yaml]")
			return nil
		}
		p := filepath.Join(dir, filepath.FromSlash(n.text))
		abs, err := filepath.Abs(p)
		if err != nil {
			abs = p
		}
		if i := slices.Index(chain, abs); i >= 0 {
			var round []string
			for _, c := range append(chain[i:len(chain):len(chain)], abs) {
				round = append(round, filepath.Base(c))
			}
			u.report(n, "extends-cycle", "the manifests extend each other in a circle: "+strings.Join(round, " → "), "", "take one of these extends: away")
			return nil
		}
		if len(chain) > 16 {
			u.report(n, "extends", "manifests extend each other more than 16 deep", "", "put what they share into one base")
			return nil
		}
		if _, err := os.Stat(p); err != nil {
			u.report(n, "file", fmt.Sprintf("%s cannot be read: %s", n.text, reason(err)), "", "extends: paths are relative to the file that names them")
			return nil
		}
		src, ok := l.readSource(p)
		if !ok {
			return nil
		}
		u.remember(p, src.data)
		u.diags.know(src)
		node := parseYAML(src, src.data, 0, u.diags.add)
		if node == nil {
			return nil
		}
		if node.kind != kindMap {
			u.report(node, "yaml", "a manifest is a map that begins with version: 1", "", "")
			return nil
		}
		node, _ = without(node, "version")
		if node = u.extend(l, node, append(chain[:len(chain):len(chain)], abs), filepath.Dir(p)); node == nil {
			return nil
		}
		base = merge(base, node)
	}
	return merge(base, rest)
}

// readValues parses --values files and --set assignments.
func (l *loader) readValues() {
	l.extra = map[string][]byte{}
	for _, p := range l.opts.ValuesFiles {
		src, ok := l.readSource(p)
		if !ok {
			continue
		}
		l.extra[p] = src.data
		l.extraSources = append(l.extraSources, src)
		l.diags.know(src)
		n := parseYAML(src, src.data, 0, l.diags.add)
		switch {
		case n == nil:
		case n.kind != kindMap:
			l.fail(p, "values", "a values file is a map", "write name: value")
		default:
			l.values = merge(l.values, n)
		}
	}
	for _, s := range l.opts.Set {
		name, text, ok := strings.Cut(s, "=")
		if !ok || name == "" || strings.Contains("."+name+".", "..") {
			l.fail("--set", "values", fmt.Sprintf("%q is not an assignment", s), "write --set name=value or --set a.b=value")
			continue
		}
		src := &source{name: "--set", data: []byte(text)}
		n := parseYAML(src, src.data, 0, func(diag.Diagnostic) {})
		if n == nil || n.kind == kindMap || n.kind == kindList {
			n = &node{kind: kindString, style: styleQuoted, text: text, src: src, line: 1, col: 1}
		}
		parts := strings.Split(name, ".")
		for _, p := range slices.Backward(parts) {
			n = &node{kind: kindMap, src: src, line: 1, col: 1, keys: []keyPos{{name: p, line: 1, col: 1}}, kids: []*node{n}}
		}
		l.values = merge(l.values, n)
	}
}
