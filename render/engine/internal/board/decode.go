package board

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/schema"
)

// Mistakes are everything that is wrong in a storyboard file, each with its place.
type Mistakes diag.List

// Error lists the mistakes, one a line: "boards/x.yaml:12:5: unknown key "headlin";
// did you mean headline?".
func (m Mistakes) Error() string {
	out := make([]string, len(m))
	for i, d := range m {
		out[i] = strings.TrimPrefix(d.Range.String()+": "+d.Summary, ": ")
		if d.Hint != "" {
			out[i] += "; " + d.Hint
		}
	}
	return strings.Join(out, "\n")
}

// Decode reads a storyboard file and checks it. What is wrong with it comes all
// together, as [Mistakes] with line and column. Unknown keys are mistakes: a
// misspelt field would silently change nothing. So is a file that it names and that
// tree, the manifest's folder, does not hold; a nil tree is not looked into.
func Decode(file string, data []byte, tree fs.FS) (*scene.Storyboard, error) {
	return DecodeCast(file, data, tree, nil)
}

// DecodeCast is [Decode] for those who have the catalogue of people: person says what is
// wrong with an id.
func DecodeCast(file string, data []byte, tree fs.FS, person func(id string) error) (*scene.Storyboard, error) {
	r := &reader{file: file, lines: strings.Split(string(data), "\n")}
	var doc, second yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, r.syntax(err)
	}
	if dec := yaml.NewDecoder(bytes.NewReader(data)); dec.Decode(&yaml.Node{}) == nil && dec.Decode(&second) == nil && len(second.Content) > 0 {
		r.mistake(second.Content[0], "a second document begins here: a storyboard file holds one", "")
	}
	if len(doc.Content) == 0 {
		return nil, fmt.Errorf("%s: the storyboard is empty", file)
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		r.mistake(root, "this is no storyboard: it must be a map that begins with storyboard: 1", "")
		return nil, r.found
	}
	value := r.value(root, 0)
	if len(r.found) > 0 {
		return nil, r.found
	}
	for _, v := range schema.Storyboard().Validate(value) {
		r.violation(root, v)
	}
	var b scene.Storyboard
	if err := root.Decode(&b); err != nil && len(r.found) == 0 {
		return nil, r.syntax(err)
	}
	// What has the wrong form is a mistake once: of such a value nothing more is said.
	wrong := map[diag.Pos]bool{}
	for _, m := range r.found {
		wrong[m.Range.Start] = true
	}
	for _, p := range slices.Concat(problems(&b), missing(&b, tree), strangers(&b, person)) {
		if n := at(root, p.pointer, false); !wrong[r.pos(n)] {
			r.mistake(n, p.text, p.hint)
		}
	}
	if len(r.found) > 0 {
		slices.SortStableFunc(r.found, diag.Compare)
		return nil, r.found
	}
	if strings.EqualFold(b.Music.Mood, "none") { // as a manifest says it
		b.Music.Mood, b.Music.Off = "", true
	}
	return &b, nil
}

// strangers are the people whom a storyboard names and nobody knows.
func strangers(b *scene.Storyboard, person func(id string) error) []problem {
	var out []problem
	check := func(pointer, id string) {
		if id == "" || person == nil {
			return
		}
		if err := person(id); err != nil {
			out = append(out, problem{pointer: pointer, text: err.Error()})
		}
	}
	check("/presenter/id", b.Presenter.ID)
	for i, s := range b.Speakers {
		check(fmt.Sprintf("/speakers/%d/presenter", i), s.Presenter)
	}
	return out
}

// missing are the files that a storyboard names and the folder does not hold.
func missing(b *scene.Storyboard, tree fs.FS) []problem {
	if tree == nil {
		return nil
	}
	var out []problem
	check := func(pointer, name string) {
		if name == "" || strings.HasPrefix(name, "stock:") || strings.Contains(name, "*") {
			return
		}
		clean := path.Clean(name)
		if _, err := fs.Stat(tree, clean); err == nil {
			return
		}
		// By its name without the ending: photos change from PNG to JPEG.
		beside := map[string]string{}
		if entries, err := fs.ReadDir(tree, path.Dir(clean)); err == nil {
			for _, e := range entries {
				beside[strings.TrimSuffix(e.Name(), path.Ext(e.Name()))] = path.Join(path.Dir(clean), e.Name())
			}
		}
		hint := ""
		stem := strings.TrimSuffix(path.Base(clean), path.Ext(clean))
		if near := diag.Nearest(stem, slices.Sorted(maps.Keys(beside))); near != "" && len(stem) > 2 { // to shorter ones any is near
			hint = "did you mean " + beside[near] + "?"
		}
		out = append(out, problem{pointer, fmt.Sprintf("file %q does not exist in the manifest's folder", name), hint})
	}
	check("/look/logo", b.Look.Logo)
	for i, f := range b.Look.FontFiles {
		check(fmt.Sprintf("/look/fontFiles/%d", i), f)
	}
	check("/music/file", b.Music.File)
	check("/voice/sample", b.Voice.Sample)
	if manifest.IsLocalImage(b.Presenter.Photo) {
		check("/presenter/photo", b.Presenter.Photo)
	}
	for i := range b.Scenes {
		check(fmt.Sprintf("/scenes/%d/asset", i), b.Scenes[i].Asset)
	}
	return out
}

// reader turns the nodes of one file into plain values and collects its mistakes.
type reader struct {
	file  string
	lines []string
	nodes int
	found Mistakes
}

// Bounds of a file that a person may have written.
const (
	maxNodes = 100_000
	maxDepth = 40
)

func (r *reader) mistake(n *yaml.Node, text, hint string) {
	d := diag.Diagnostic{Code: "storyboard", Summary: text, Hint: hint, Range: diag.Range{File: r.file}}
	if at := r.pos(n); at.Line > 0 {
		d.Range.Start = at
		if n.Kind == yaml.ScalarNode {
			d.Range.End = diag.Pos{Line: at.Line, Col: at.Col + max(1, utf8.RuneCountInString(n.Value))}
		}
		d.Snippet = diag.NewSnippet(strings.TrimRight(r.lines[at.Line-1], "\r"), d.Range)
	}
	r.found = append(r.found, d)
}

// pos is where a node stands. The YAML library counts bytes where it says column;
// people count characters.
func (r *reader) pos(n *yaml.Node) diag.Pos {
	if n == nil || n.Line < 1 || n.Line > len(r.lines) {
		return diag.Pos{}
	}
	line := r.lines[n.Line-1]
	return diag.Pos{Line: n.Line, Col: 1 + utf8.RuneCountInString(line[:min(len(line), max(0, n.Column-1))])}
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// syntax places an error of the YAML library.
func (r *reader) syntax(err error) error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	n := &yaml.Node{Column: 1}
	if m := yamlLine.FindStringSubmatch(text); m != nil {
		n.Line, _ = strconv.Atoi(m[1])
		text = strings.Replace(text, m[0], "", 1)
	}
	text, _, _ = strings.Cut(strings.TrimPrefix(text, "unmarshal errors:\n  "), "\n")
	r.mistake(n, "not valid YAML: "+text, "")
	return r.found
}

// value makes plain values of nodes: what looks like a date stays text.
func (r *reader) value(n *yaml.Node, depth int) any {
	if r.nodes++; depth > maxDepth || r.nodes > maxNodes {
		if len(r.found) == 0 {
			r.mistake(n, "the file is nested too deep or too large for a storyboard", "")
		}
		return nil
	}
	switch n.Kind {
	case yaml.AliasNode:
		return r.value(n.Alias, depth+1)
	case yaml.SequenceNode:
		out := make([]any, 0, len(n.Content))
		for _, c := range n.Content {
			out = append(out, r.value(c, depth+1))
		}
		return out
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := n.Content[i]
			if _, dup := out[k.Value]; dup {
				r.mistake(k, fmt.Sprintf("the key %q is given twice", k.Value), "")
			}
			out[k.Value] = r.value(n.Content[i+1], depth+1)
		}
		return out
	}
	var v any
	switch n.ShortTag() {
	case "!!int", "!!float", "!!bool", "!!null":
		if n.Decode(&v) == nil {
			if f, ok := v.(float64); ok && (math.IsNaN(f) || math.IsInf(f, 0)) {
				return n.Value // as text it is refused where a number must be
			}
			return v
		}
	}
	return n.Value
}

func (r *reader) violation(root *yaml.Node, v schema.Violation) {
	hint := v.Hint
	switch {
	case v.Name != "" && len(v.Known) > 0:
		if h := diag.DidYouMean(v.Name, v.Known, "the keys here are"); strings.HasPrefix(h, "did you mean") || hint == "" && v.Keyword == "additionalProperties" {
			hint = h
		}
	}
	r.mistake(at(root, v.Pointer, v.Keyword == "additionalProperties"), v.Summary, hint)
}

// at finds the node of a JSON pointer, or the nearest one around it; key asks for
// the key of the last part instead of its value.
func at(n *yaml.Node, pointer string, key bool) *yaml.Node {
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	if pointer == "" {
		return n
	}
	for i, p := range parts {
		p = strings.ReplaceAll(strings.ReplaceAll(p, "~1", "/"), "~0", "~")
		if n.Kind == yaml.AliasNode {
			n = n.Alias
		}
		switch n.Kind {
		case yaml.SequenceNode:
			k, err := strconv.Atoi(p)
			if err != nil || k < 0 || k >= len(n.Content) {
				return n
			}
			n = n.Content[k]
		case yaml.MappingNode:
			k := slices.IndexFunc(n.Content, func(c *yaml.Node) bool { return c.Value == p })
			for k >= 0 && k%2 == 1 { // a value that looks like the key
				next := slices.IndexFunc(n.Content[k+1:], func(c *yaml.Node) bool { return c.Value == p })
				if next < 0 {
					k = -1
					break
				}
				k += 1 + next
			}
			if k < 0 {
				return n
			}
			if key && i == len(parts)-1 {
				return n.Content[k]
			}
			n = n.Content[k+1]
		default:
			return n
		}
	}
	return n
}
