package manifest

import (
	"fmt"
	"io"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// tmpl is one parsed scalar. Most scalars are words and lookups like .a.b.c | lower
// only; those are kept as parts and never reach text/template.
type tmpl struct {
	text  string
	parts []part      // nil when it needs text/template
	tree  *parse.Tree // nil when parts say it all

	err *templateError
}

// part is literal text, or a lookup when path is set, passed through functions of one
// text.
type part struct {
	text string
	path []string
	fns  []func(string) string
}

// templateError is a template that cannot be parsed or executed, with its own place.
type templateError struct {
	code    string
	name    string // "" for the scalar itself, else the named template
	line    int    // 1-based line in the template
	col     int    // 1-based, 0 = not known
	expr    string // the words it is about, "" = not known
	summary string
	detail  string
	hint    string
}

func (e *templateError) Error() string { return e.summary }

// names of the two marks that trees carry inside loops and named templates. They are
// told apart from text by identity, so a manifest cannot write them.
var (
	markStep = []byte("step")
	markCall = []byte("call")
)

// parseTemplate parses a scalar.
func parseTemplate(text string) *tmpl {
	t := &tmpl{text: text}
	if t.parts = simpleParts(text); t.parts != nil {
		return t
	}
	trees, err := parse.Parse(scalarName, text, "", "", parseFuncs())
	if err != nil {
		t.err = parseError(err, text)
		return t
	}
	for name := range trees {
		if name != scalarName {
			t.err = &templateError{code: "template", line: 1, expr: "define", summary: "a template is defined inside a value",
				hint: "define it once under templates: and use it with {{ template \"" + name + "\" . }}"}
			return t
		}
	}
	if tree := trees[scalarName]; tree != nil {
		t.tree = guard(tree, false)
	}
	return t
}

// simpleParts splits text made of words and lookups; nil when there is more to it.
func simpleParts(text string) []part {
	var parts []part
	for {
		i := strings.Index(text, "{{")
		if i < 0 {
			if text != "" || parts == nil {
				parts = append(parts, part{text: text})
			}
			return parts
		}
		j := strings.Index(text[i:], "}}")
		if j < 0 {
			return nil
		}
		inner := strings.Trim(text[i+2:i+j], " ")
		inner, pipe, piped := strings.Cut(inner, "|")
		path := lookupPath(strings.TrimRight(inner, " "))
		if path == nil {
			return nil
		}
		var fns []func(string) string
		for piped {
			var name string
			name, pipe, piped = strings.Cut(pipe, "|")
			fn, ok := textFuncs()[strings.Trim(name, " ")]
			if !ok {
				return nil
			}
			fns = append(fns, fn)
		}
		if i > 0 {
			parts = append(parts, part{text: text[:i]})
		}
		parts = append(parts, part{path: path, fns: fns})
		text = text[i+j+2:]
	}
}

func lookupPath(s string) []string {
	if len(s) < 2 || s[0] != '.' {
		return nil
	}
	path := strings.Split(s[1:], ".")
	for _, name := range path {
		if name == "" || name[0] >= '0' && name[0] <= '9' {
			return nil
		}
		for i := 0; i < len(name); i++ {
			c := name[i]
			if c != '_' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
				return nil
			}
		}
	}
	return path
}

// parseFuncs is what the parser may meet; values do not matter to it.
func parseFuncs() map[string]any {
	fns := make(map[string]any, len(library())+16)
	for name := range library() {
		fns[name] = true
	}
	for name := range builtins {
		fns[name] = true
	}
	fns["file"], fns[printer] = true, true
	return fns
}

// printer is the function that every action ends in: it refuses null and Go's own
// way of printing maps.
const printer = "_print"

// guard puts a step mark into every loop body, a call mark at the head of a named
// template, and the printer at the end of every printing action.
func guard(tree *parse.Tree, named bool) *parse.Tree {
	guardList(tree, tree.Root)
	if named && tree.Root != nil {
		prependMark(tree.Root, markCall)
	}
	return tree
}

func prependMark(list *parse.ListNode, mark []byte) {
	list.Nodes = append([]parse.Node{&parse.TextNode{NodeType: parse.NodeText, Text: mark}}, list.Nodes...)
}

func guardList(tree *parse.Tree, list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if n.Pipe != nil && len(n.Pipe.Decl) == 0 {
				id := parse.NewIdentifier(printer).SetPos(n.Pos).SetTree(tree)
				n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{id}})
			}
		case *parse.IfNode:
			guardList(tree, n.List)
			guardList(tree, n.ElseList)
		case *parse.WithNode:
			guardList(tree, n.List)
			guardList(tree, n.ElseList)
		case *parse.RangeNode:
			guardList(tree, n.List)
			guardList(tree, n.ElseList)
			if n.List != nil {
				prependMark(n.List, markStep)
			}
		}
	}
}

var (
	errSteps  = fmt.Errorf("the template loops more than %d times", maxSteps)
	errOutput = fmt.Errorf("the template prints more than %d KiB", maxOutput>>10)
)

var _ io.Writer = (*limitedWriter)(nil)

// where finds a template's line and column in the file: name and place come from
// text/template, whose columns count bytes.
func (e *templateError) where(n *node) (line, col, length int) {
	lines := strings.Split(n.text, "\n")
	length = max(utf8.RuneCountInString(e.expr), 1)
	l := min(max(e.line, 1), len(lines))
	if n.style == styleLiteral {
		src, ok := n.src.line(int(n.line) + l)
		if ok {
			indent := len(src) - len(strings.TrimLeft(src, " "))
			own := len(lines[l-1]) - len(strings.TrimLeft(lines[l-1], " "))
			text := lines[l-1]
			off := 0
			if e.col > 0 && e.col-1 <= len(text) {
				off = utf8.RuneCountInString(text[:e.col-1])
			}
			if i := findExpr(text, e.expr, off); i >= 0 {
				off = i
			}
			return int(n.line) + l, indent - own + off + 1, length
		}
	}
	// Other styles fold or escape; look for the words themselves from the value on.
	if e.expr != "" {
		for i := 0; i < strings.Count(n.text, "\n")+16; i++ {
			src, ok := n.src.line(int(n.line) + i)
			if !ok {
				break
			}
			from := 0
			if i == 0 {
				from = min(int(n.col)-1, utf8.RuneCountInString(src))
			}
			if c := findExpr(src, e.expr, from); c >= 0 {
				return int(n.line) + i, c + 1, length
			}
		}
	}
	r := n.rng()
	return r.Start.Line, r.Start.Col, r.End.Col - r.Start.Col
}

// findExpr gives the column, in code points from 0, of expr in text at or after the
// column from, or −1.
func findExpr(text, expr string, from int) int {
	if expr == "" {
		return -1
	}
	b := 0
	for range from {
		_, n := utf8.DecodeRuneInString(text[b:])
		b += n
	}
	// The place given is that of the last part of a chain; step back to its start.
	i := strings.Index(text[max(b-len(expr), 0):], expr)
	if i < 0 {
		return -1
	}
	return utf8.RuneCountInString(text[:max(b-len(expr), 0)+i])
}

// namedTree parses the text of one named template.
func namedTree(name, text string, all map[string]*parse.Tree) *templateError {
	trees, err := parse.Parse(name, text, "", "", parseFuncs())
	if err != nil {
		return parseError(err, text)
	}
	for n, tree := range trees {
		if n != name {
			return &templateError{code: "template", line: 1, expr: "define", summary: "a template is defined inside another",
				hint: "give it its own name under templates:"}
		}
		all[name] = guard(tree, true)
	}
	if all[name] == nil { // empty text parses to nothing
		all[name] = &parse.Tree{Name: name, Root: &parse.ListNode{NodeType: parse.NodeList}}
	}
	return nil
}

// scalarName is what a value's own template is called. Named templates cannot take it.
const scalarName = "this value"
