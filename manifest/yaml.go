package manifest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/manifest/diag"
	"gopkg.in/yaml.v3"
)

// Bounds on what one file may ask for. They are far above what people write and
// far below what hurts.
const (
	maxDepth   = 64      // nesting of maps and lists
	maxAliased = 500_000 // values that aliases and merge keys may add by repetition
	// maxPieces is how many lines, list items and braces one parse may hold: its syntax
	// tree takes some 500 bytes for each.
	maxPieces = 2_000_000
)

// pieces counts what a syntax tree of text grows with.
func pieces(text []byte) int {
	n := 0
	for _, sep := range []string{"\n", ",", "[", "{"} {
		n += bytes.Count(text, []byte(sep))
	}
	return n
}

// parser turns yaml.v3 nodes of one source into our own.
type parser struct {
	src     *source
	line    int // added to every line: where this chunk of the file begins
	report  func(diag.Diagnostic)
	anchors map[*yaml.Node]*anchored
	aliased int
	failed  bool
}

type anchored struct {
	node   *node
	weight int
	open   bool // being converted: an alias to it would contain itself
}

// parseYAML reads one document. It returns nil after reporting what stopped it, and
// nil without a report for an empty one.
func parseYAML(src *source, text []byte, line int, report func(diag.Diagnostic)) *node {
	if len(text) > maxPieces && pieces(text) > maxPieces {
		report(diag.Diagnostic{Code: "too-big", Summary: fmt.Sprintf("the file holds more than %d million lines and values", maxPieces/1_000_000),
			Hint: "put the rows into a csv or jsonl file and use forEach", Range: diag.Range{File: src.name}})
		return nil
	}
	var doc yaml.Node
	if err := unmarshal(text, &doc); err != nil {
		report(syntaxError(src, line, err))
		return nil
	}
	if doc.Kind == 0 || len(doc.Content) == 0 {
		return nil
	}
	p := &parser{src: src, line: line, report: report}
	n, _ := p.convert(doc.Content[0], 0)
	if p.failed {
		return nil
	}
	return n
}

// unmarshal parses text and refuses a second document. yaml.v3 panics on a few
// malformed inputs; for our callers that is one more syntax error.
func unmarshal(text []byte, doc *yaml.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(doc); err != nil {
		if errors.Is(err, io.EOF) {
			return nil
		}
		return err
	}
	var second yaml.Node
	if err := dec.Decode(&second); err == nil {
		return fmt.Errorf("yaml: line %d: a second document begins here", second.Line)
	}
	return nil
}

func (p *parser) fail(n *yaml.Node, code, summary, detail, hint string) {
	p.failed = true
	r := span(p.src, int32(n.Line+p.line), int32(n.Column), 1)
	p.report(diag.Diagnostic{Code: code, Summary: summary, Detail: detail, Hint: hint, Range: r})
}

// convert returns our form of a node and its weight: how many values it stands for
// once every alias is written out.
func (p *parser) convert(y *yaml.Node, depth int) (*node, int) {
	if depth > maxDepth {
		p.fail(y, "too-deep", fmt.Sprintf("nested more than %d levels deep", maxDepth), "", "flatten it: a manifest needs six levels at most")
		return nil, 0
	}
	if y.Anchor != "" {
		if p.anchors == nil {
			p.anchors = map[*yaml.Node]*anchored{}
		}
		p.anchors[y] = &anchored{open: true}
	}
	var n *node
	weight := 1
	switch y.Kind {
	case yaml.AliasNode:
		return p.alias(y)
	case yaml.ScalarNode:
		n = p.scalar(y)
	case yaml.SequenceNode:
		n = p.newNode(y, kindList)
		n.kids = make([]*node, 0, len(y.Content))
		for _, c := range y.Content {
			kid, w := p.convert(c, depth+1)
			weight += w
			if kid != nil {
				n.kids = append(n.kids, kid)
				n.templated = n.templated || kid.templated
			}
		}
	case yaml.MappingNode:
		n, weight = p.mapping(y, depth)
	default:
		p.fail(y, "yaml", "not a value", "", "")
	}
	if y.Anchor != "" {
		a := p.anchors[y]
		a.node, a.weight, a.open = n, weight, false
	}
	return n, weight
}

func (p *parser) newNode(y *yaml.Node, k kind) *node {
	return &node{kind: k, line: int32(y.Line + p.line), col: int32(y.Column), src: p.src}
}

func (p *parser) alias(y *yaml.Node) (*node, int) {
	a := p.anchors[y.Alias]
	if a == nil || a.open {
		p.fail(y, "alias-cycle", fmt.Sprintf("the anchor &%s contains itself", y.Value), "", "write the inner part out")
		return nil, 0
	}
	p.aliased += a.weight
	if p.aliased > maxAliased {
		if !p.failed {
			p.fail(y, "alias-bomb", fmt.Sprintf("aliases repeat more than %d values", maxAliased),
				"anchors that refer to anchors multiply; written out, this file would be enormous",
				"use matrix or forEach to make many entries")
		}
		return nil, 0
	}
	return a.node, a.weight
}

func (p *parser) mapping(y *yaml.Node, depth int) (*node, int) {
	n := p.newNode(y, kindMap)
	weight := 1
	n.keys = make([]keyPos, 0, len(y.Content)/2)
	n.kids = make([]*node, 0, len(y.Content)/2)
	var merged []*node
	has := keySet{n: n}
	for i := 0; i+1 < len(y.Content); i += 2 {
		k, v := y.Content[i], y.Content[i+1]
		if k.Kind == yaml.AliasNode && k.Alias != nil && k.Alias.Kind == yaml.ScalarNode {
			k = k.Alias
		}
		if k.Kind != yaml.ScalarNode {
			if y.Style&yaml.FlowStyle != 0 && k.Kind == yaml.MappingNode {
				p.fail(y, "unquoted-template", "a template must be in quotes",
					"YAML reads { as the start of a map before any template runs", "write '{{ … }}' with quotes around the whole value")
			} else {
				p.fail(k, "bad-key", "a key must be a plain word", "", "")
			}
			return n, weight
		}
		if k.Tag == "!!merge" || k.Value == "<<" && k.Style == 0 {
			kid, w := p.convert(v, depth+1)
			weight += w
			merged = append(merged, p.mergeSources(v, kid)...)
			continue
		}
		if first := has.index(k.Value); first >= 0 {
			p.duplicate(n, first, k)
			continue
		}
		kid, w := p.convert(v, depth+1)
		weight += w
		if kid == nil {
			continue
		}
		n.keys = append(n.keys, keyPos{name: k.Value, line: int32(k.Line + p.line), col: int32(k.Column)})
		n.kids = append(n.kids, kid)
		n.templated = n.templated || kid.templated
	}
	for _, m := range merged {
		for i := range m.keys {
			if has.index(m.keys[i].name) < 0 {
				n.keys = append(n.keys, m.keys[i])
				n.kids = append(n.kids, m.kids[i])
				n.templated = n.templated || m.kids[i].templated
			}
		}
	}
	return n, weight
}

// mergeSources are the maps that a << brings in, nearest first.
func (p *parser) mergeSources(y *yaml.Node, n *node) []*node {
	switch {
	case n == nil:
		return nil
	case n.kind == kindMap:
		return []*node{n}
	case n.kind == kindList:
		for _, kid := range n.kids {
			if kid.kind != kindMap {
				p.fail(y, "bad-merge", "<< takes a map or a list of maps", "", "point it at an anchored map: <<: *name")
				return nil
			}
		}
		return n.kids
	}
	p.fail(y, "bad-merge", "<< takes a map or a list of maps", "", "point it at an anchored map: <<: *name")
	return nil
}

// keySet finds keys of a map that is still growing. Small maps are searched, large
// ones are indexed.
type keySet struct {
	n    *node
	seen map[string]int
}

func (s *keySet) index(key string) int {
	if len(s.n.keys) < 16 {
		return s.n.index(key)
	}
	if s.seen == nil {
		s.seen = make(map[string]int, 64)
	}
	for i := len(s.seen); i < len(s.n.keys); i++ {
		s.seen[s.n.keys[i].name] = i
	}
	if i, ok := s.seen[key]; ok {
		return i
	}
	return -1
}

func (n *node) index(key string) int {
	for i := range n.keys {
		if n.keys[i].name == key {
			return i
		}
	}
	return -1
}

func (p *parser) duplicate(n *node, first int, k *yaml.Node) {
	p.failed = true
	r := span(p.src, int32(k.Line+p.line), int32(k.Column), utf8.RuneCountInString(k.Value))
	fr := n.keyRange(first)
	p.report(diag.Diagnostic{
		Code: "duplicate-key", Summary: fmt.Sprintf("%q is written twice in one map", k.Value),
		Detail: "only one of them could count, and YAML does not say which",
		Hint:   "remove one of them", Range: r,
		Notes: []diag.Note{{Label: "first written here", Range: fr}},
	})
}

var decimal = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]{0,17})$`)

func (p *parser) scalar(y *yaml.Node) *node {
	n := p.newNode(y, kindString)
	n.text = y.Value
	switch {
	case y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		n.style = styleQuoted
	case y.Style&yaml.LiteralStyle != 0:
		n.style = styleLiteral
	case y.Style&yaml.FoldedStyle != 0:
		n.style = styleFolded
	}
	if y.Style&yaml.TaggedStyle != 0 {
		switch y.Tag {
		case "!!str", "!!int", "!!float", "!!bool", "!!null":
		default:
			p.fail(y, "yaml-tag", fmt.Sprintf("the YAML tag %s is not known here", y.Tag), "", "remove it")
			return n
		}
	}
	setKind(n, y.ShortTag())
	return n
}

// setKind gives a scalar the kind that its YAML tag stands for.
func setKind(n *node, tag string) {
	switch tag {
	case "!!null":
		n.kind = kindNull
	case "!!bool":
		n.kind = kindBool
		n.text = strings.ToLower(n.text)
	case "!!int":
		// Octal, hexadecimal, underscored and zero-padded forms stay text: see node.value.
		if decimal.MatchString(n.text) {
			n.kind, n.text = kindInt, strings.TrimPrefix(n.text, "+")
		} else {
			n.kind = kindFloat
		}
	case "!!float":
		n.kind = kindFloat
	default:
		n.templated = strings.Contains(n.text, "{{")
	}
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)`)

// syntaxError explains what yaml.v3 refused. Its line numbers are now and then one
// off, so the traps that people fall into are looked for around them.
func syntaxError(src *source, offset int, err error) diag.Diagnostic {
	msg, line := err.Error(), 0
	if m := yamlLine.FindStringSubmatch(strings.TrimSpace(msg)); m != nil {
		msg = m[2]
		line, _ = strconv.Atoi(m[1])
	}
	var te *yaml.TypeError
	if errors.As(err, &te) && len(te.Errors) > 0 {
		msg = te.Errors[0]
	}
	d := diag.Diagnostic{Code: "yaml", Summary: "this is not valid YAML: " + msg}
	if line == 0 {
		line = 1
	}
	line += offset
	if _, ok := src.line(line); !ok {
		line = len(src.starts) // an unfinished file ends behind its last line
	}
	at := line
	for _, l := range []int{line, line - 1, line + 1} {
		text, ok := src.line(l)
		if !ok {
			continue
		}
		indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
		if i := strings.IndexByte(indent, '\t'); i >= 0 {
			d.Code, d.Summary = "yaml-tab", "a tab in the indentation"
			d.Detail, d.Hint = "YAML allows only spaces there", "replace the tab with spaces"
			d.Range = span(src, int32(l), int32(i+1), 1)
			return d
		}
	}
	col, length := 1, 1
	if text, ok := src.line(at); ok {
		trimmed := strings.TrimLeft(text, " ")
		col = len(text) - len(trimmed) + 1
		length = utf8.RuneCountInString(trimmed)
	}
	switch {
	case strings.Contains(msg, "mapping values are not allowed"):
		d.Detail = "a value that holds “: ” looks like a second key"
		d.Hint = "put the value in quotes, or use a | block for longer text"
	case strings.Contains(msg, "cannot start any token"):
		d.Detail = "a value cannot begin with @, `, % or a tab"
		d.Hint = "put the value in quotes"
	case strings.Contains(msg, "unknown anchor"):
		d.Hint = "define it with &name before it is used, or quote a value that begins with *"
	case strings.Contains(msg, "unexpected end of stream"), strings.Contains(msg, "unexpected document"):
		d.Detail = "a quote or bracket that was opened is never closed"
		d.Hint = "close it, or check the lines above"
	case strings.Contains(msg, "did not find expected"):
		d.Detail = "the indentation or the brackets do not fit the lines above"
		d.Hint = "keys of one map begin in the same column; close every [, { and quote"
	case strings.Contains(msg, "second document"):
		d.Summary = "a second document begins here"
		d.Hint = "a file holds one manifest: put the other into its own file"
	case strings.Contains(msg, "control characters"):
		d.Detail = "the file holds bytes that are not text"
		d.Hint = "save it as UTF-8"
	case strings.Contains(msg, "UTF-8"):
		d.Hint = "save the file as UTF-8"
	}
	d.Range = span(src, int32(at), int32(col), length)
	return d
}
