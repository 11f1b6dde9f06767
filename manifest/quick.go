package manifest

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// quickItems parses a chunk of a long manifest without yaml.v3, which takes most of
// the time of loading one. It understands what generated and hand-written manifests
// are made of: block maps and lists, single-line flow maps and lists, single-line
// scalars of every style and | blocks. At the first thing beyond that, or that could
// mean something else to YAML, it answers false and the chunk goes to yaml.v3. What it
// does answer is what yaml.v3 would have answered, positions included; a fuzz target
// holds the two together.
func quickItems(c *chunk) (items []*node, ok bool) {
	if len(c.text) == 0 || c.text[len(c.text)-1] != '\n' {
		return nil, false
	}
	q := &quick{src: c.src, text: string(c.text), lineNo: c.line}
	if !q.plainText() || !q.next() {
		return nil, false
	}
	root := q.list(q.indent)
	if root == nil || !q.done {
		return nil, false
	}
	return root.kids, true
}

// quick is a parser over lines: the current one is line, without its indentation.
type quick struct {
	src    *source
	text   string
	off    int // where the next line begins
	lineNo int // of the current line

	line   string
	indent int // spaces before line; the column of its first character is indent+1
	done   bool
	slab   []node
}

// plainText refuses tabs, carriage returns and characters that YAML treats as breaks.
func (q *quick) plainText() bool {
	ascii := true
	for i := 0; i < len(q.text); i++ {
		switch c := q.text[i]; {
		case c >= utf8.RuneSelf:
			ascii = false
		case c < ' ' && c != '\n' || c == 0x7f:
			return false
		}
	}
	if ascii {
		return true
	}
	for i := 0; i < len(q.text); {
		r, n := utf8.DecodeRuneInString(q.text[i:])
		switch {
		case r == utf8.RuneError, r >= 0x80 && r < 0xa0, r == 0x2028, r == 0x2029, r == 0xfeff, r == 0xfffe, r == 0xffff:
			return false
		}
		i += n
	}
	return true
}

// next goes to the next line that is neither blank nor a comment; false at the end.
func (q *quick) next() bool {
	for q.off < len(q.text) {
		end := q.off + strings.IndexByte(q.text[q.off:], '\n')
		line := q.text[q.off:end]
		q.off = end + 1
		q.lineNo++
		trimmed := strings.TrimLeft(line, " ")
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		q.line, q.indent = trimmed, len(line)-len(trimmed)
		return true
	}
	q.done, q.line, q.indent = true, "", -1
	return false
}

func (q *quick) node(k kind, col int) *node {
	if len(q.slab) == 0 {
		q.slab = make([]node, 128)
	}
	n := &q.slab[0]
	q.slab = q.slab[1:]
	n.kind, n.line, n.col, n.src = k, int32(q.lineNo), int32(col), q.src
	return n
}

// list parses the block list whose dashes stand after indent spaces.
func (q *quick) list(indent int) *node {
	n := q.node(kindList, indent+1)
	for !q.done && q.indent == indent && len(q.line) > 1 && q.line[0] == '-' && q.line[1] == ' ' {
		rest := strings.TrimLeft(q.line[1:], " ")
		if rest == "" || rest[0] == '#' || rest[0] == '-' {
			return nil
		}
		at := indent + len(q.line) - len(rest)
		var kid *node
		if keyEnd(rest) > 0 {
			q.line, q.indent = rest, at
			kid = q.block(at)
		} else {
			q.line = rest
			kid = q.value(rest, at, indent)
		}
		if kid == nil {
			return nil
		}
		n.kids = append(n.kids, kid)
		n.templated = n.templated || kid.templated
	}
	if len(n.kids) == 0 || !q.done && q.indent >= indent && !(q.indent == indent && keyEnd(q.line) > 0) {
		return nil
	}
	return n
}

// keyEnd is the length of a plain key that a colon follows, or 0.
func keyEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c == '_':
		case c >= '0' && c <= '9', c == '-', c == '.':
			if i == 0 {
				return 0
			}
		case c == ':':
			if i > 0 && (i+1 == len(s) || s[i+1] == ' ') {
				return i
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// block parses the block map whose keys stand after indent spaces.
func (q *quick) block(indent int) *node {
	n := q.node(kindMap, indent+1)
	n.keys = make([]keyPos, 0, 8)
	n.kids = make([]*node, 0, 8)
	for !q.done && q.indent == indent {
		end := keyEnd(q.line)
		if end == 0 {
			return nil
		}
		name := q.line[:end]
		if n.index(name) >= 0 || resolves(name) {
			return nil
		}
		n.keys = append(n.keys, keyPos{name: name, line: int32(q.lineNo), col: int32(indent + 1)})
		rest := strings.TrimLeft(q.line[end+1:], " ")
		var kid *node
		if rest == "" || rest[0] == '#' {
			if !q.next() {
				return nil
			}
			switch {
			case q.indent >= indent && q.line[0] == '-':
				kid = q.list(q.indent)
			case q.indent > indent:
				kid = q.block(q.indent)
			}
		} else {
			kid = q.value(rest, indent+len(q.line)-len(rest), indent)
		}
		if kid == nil {
			return nil
		}
		n.kids = append(n.kids, kid)
		n.templated = n.templated || kid.templated
	}
	if !q.done && q.indent > indent {
		return nil
	}
	return n
}

// value parses what stands on the rest of the current line, after at bytes of it, and
// goes to the next. It belongs to a block that is indented by indent.
func (q *quick) value(rest string, at, indent int) *node {
	// Columns count characters; keys and indentation before a value are ASCII.
	col := at + 1
	var n *node
	switch rest[0] {
	case '|':
		return q.literal(rest, col, indent)
	case '{', '[':
		f := &flow{q: q, s: rest, col: col}
		n = f.value(0)
		if n == nil || !onlyCommentLeft(f.s) {
			return nil
		}
	case '"', '\'':
		text, left, ok := quoted(rest)
		if !ok || !onlyCommentLeft(left) {
			return nil
		}
		n = q.scalar(text, styleQuoted, col)
	default:
		if !plainStart(rest) {
			return nil
		}
		text := rest
		if i := strings.Index(text, " #"); i >= 0 {
			text = text[:i]
		}
		text = strings.TrimRight(text, " ")
		if strings.Contains(text, ": ") || text[len(text)-1] == ':' {
			return nil
		}
		n = q.plain(text, col)
	}
	if n == nil {
		return nil
	}
	q.next()
	if q.indent > indent {
		return nil // the scalar goes on, or something is wrong
	}
	return n
}

func onlyCommentLeft(s string) bool {
	t := strings.TrimLeft(s, " ")
	return t == "" || t[0] == '#' && len(t) < len(s)
}

// plainStart says whether an unquoted scalar may begin like this.
func plainStart(s string) bool {
	switch c := s[0]; {
	case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', c >= utf8.RuneSelf, c == '/', c == '.', c == '_', c == '$', c == '(', c == '+':
		return true
	case c == '-':
		return len(s) > 1 && s[1] >= '0' && s[1] <= '9'
	}
	return false
}

func (q *quick) scalar(s string, st style, col int) *node {
	n := q.node(kindString, col)
	n.text, n.style = s, st
	n.templated = strings.Contains(s, "{{")
	return n
}

// plain gives an unquoted scalar its type.
func (q *quick) plain(s string, col int) *node {
	n := q.node(kindString, col)
	n.text = s
	typed(n)
	return n
}

// resolves says whether plain text is not simply text to YAML.
func resolves(s string) bool {
	switch s[0] {
	case 't', 'T', 'f', 'F', 'n', 'N':
		switch s {
		case "true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL":
			return true
		}
		return false
	case '~', '.', '+', '-', '<', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return (&yaml.Node{Kind: yaml.ScalarNode, Value: s}).ShortTag() != "!!str"
	}
	return false
}

// typed sets a plain scalar's kind by what YAML reads it as.
func typed(n *node) {
	if !resolves(n.text) {
		n.templated = strings.Contains(n.text, "{{")
		return
	}
	setKind(n, (&yaml.Node{Kind: yaml.ScalarNode, Value: n.text}).ShortTag())
}

// quoted reads a single-line quoted scalar and returns what is left of the line.
func quoted(s string) (text, left string, ok bool) {
	mark := s[0]
	i := 1
	for i < len(s) && s[i] != mark && s[i] != '\\' {
		i++
	}
	if i < len(s) && s[i] == mark && (mark == '"' || i+1 == len(s) || s[i+1] != '\'') {
		return s[1:i], s[i+1:], true
	}
	var b strings.Builder
	for i = 1; i < len(s); i++ {
		c := s[i]
		switch {
		case c == mark && mark == '\'' && i+1 < len(s) && s[i+1] == '\'':
			b.WriteByte('\'')
			i++
		case c == mark:
			return b.String(), s[i+1:], true
		case c == '\\' && mark == '"':
			if i++; i == len(s) {
				return "", "", false
			}
			switch s[i] {
			case '"', '\\', '/':
				b.WriteByte(s[i])
			case 'n':
				b.WriteByte('\n')
			case 't':
				b.WriteByte('\t')
			default:
				return "", "", false
			}
		default:
			b.WriteByte(c)
		}
	}
	return "", "", false
}

// literal reads a | or |- block that belongs to a block indented by indent.
func (q *quick) literal(rest string, col, indent int) *node {
	head := rest
	if i := strings.IndexByte(head, ' '); i >= 0 {
		if !onlyCommentLeft(head[i:]) {
			return nil
		}
		head = head[:i]
	}
	if head != "|" && head != "|-" {
		return nil
	}
	n := q.node(kindString, col)
	n.style = styleLiteral
	var b strings.Builder
	inner, blanks := 0, 0
	for q.off < len(q.text) {
		end := q.off + strings.IndexByte(q.text[q.off:], '\n')
		line := q.text[q.off:end]
		trimmed := strings.TrimLeft(line, " ")
		lead := len(line) - len(trimmed)
		switch {
		case inner == 0:
			if trimmed == "" || lead <= indent {
				return nil // blank lines first, or an empty block
			}
			inner = lead
		case trimmed == "":
			if lead > inner {
				return nil // spaces that count
			}
			blanks++
			q.off = end + 1
			q.lineNo++
			continue
		case lead < inner:
			if lead > indent {
				return nil
			}
			inner = -1
		}
		if inner < 0 {
			break
		}
		for ; blanks > 0; blanks-- {
			b.WriteByte('\n')
		}
		b.WriteString(line[inner:])
		b.WriteByte('\n')
		q.off = end + 1
		q.lineNo++
	}
	if b.Len() == 0 {
		return nil
	}
	n.text = b.String()
	if head == "|-" {
		n.text = n.text[:len(n.text)-1]
	}
	n.templated = strings.Contains(n.text, "{{")
	q.next()
	if q.indent > indent {
		return nil
	}
	return n
}
