package manifest

import (
	"strings"
	"unicode/utf8"
)

// flow reads a flow map or list on one line.
type flow struct {
	q   *quick
	s   string // what is left
	col int    // of its first character
}

// skip drops bytes and spaces behind them.
func (f *flow) skip(n int) {
	f.col += utf8.RuneCountInString(f.s[:n])
	f.s = f.s[n:]
	t := strings.TrimLeft(f.s, " ")
	f.col += len(f.s) - len(t)
	f.s = t
}

func (f *flow) value(depth int) *node {
	if f.s == "" || depth > maxDepth/2 {
		return nil
	}
	switch f.s[0] {
	case '{':
		return f.mapping(depth)
	case '[':
		return f.list(depth)
	case '"', '\'':
		text, left, ok := quoted(f.s)
		if !ok {
			return nil
		}
		n := f.q.scalar(text, styleQuoted, f.col)
		f.take(left, depth)
		return n
	}
	word := flowWord(f.s)
	if word == "" {
		return nil
	}
	n := f.q.plain(word, f.col)
	f.take(f.s[len(word):], depth)
	return n
}

// take goes on behind a value; at the outermost level spaces stay, because a comment
// needs one before it.
func (f *flow) take(left string, depth int) {
	n := len(f.s) - len(left)
	if depth > 0 {
		f.skip(n)
		return
	}
	f.s = left
}

// flowWord is the plain scalar at the front: a word of characters that mean nothing
// else, with single spaces inside.
func flowWord(s string) string {
	if !plainStart(s) {
		return ""
	}
	end := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', c == '_', c == '.', c == '/', c == '-', c >= utf8.RuneSelf:
			end = i + 1
		case c == ' ':
		case c == ',', c == ']', c == '}':
			return s[:end]
		default:
			return ""
		}
	}
	return ""
}

func (f *flow) list(depth int) *node {
	n := f.q.node(kindList, f.col)
	n.kids = []*node{}
	f.skip(1)
	for {
		if strings.HasPrefix(f.s, "]") {
			f.take(f.s[1:], depth)
			return n
		}
		kid := f.value(depth + 1)
		if kid == nil {
			return nil
		}
		if kid.kind == kindString && strings.HasPrefix(f.s, ":") {
			return nil // a pair
		}
		n.kids = append(n.kids, kid)
		n.templated = n.templated || kid.templated
		switch {
		case strings.HasPrefix(f.s, ","):
			f.skip(1)
		case !strings.HasPrefix(f.s, "]"):
			return nil
		}
	}
}

func (f *flow) mapping(depth int) *node {
	n := f.q.node(kindMap, f.col)
	n.keys = []keyPos{}
	n.kids = []*node{}
	f.skip(1)
	for {
		if strings.HasPrefix(f.s, "}") {
			f.take(f.s[1:], depth)
			return n
		}
		end := keyEnd(f.s)
		if end == 0 {
			return nil
		}
		name := f.s[:end]
		if n.index(name) >= 0 || resolves(name) || end+1 == len(f.s) {
			return nil
		}
		n.keys = append(n.keys, keyPos{name: name, line: int32(f.q.lineNo), col: int32(f.col)})
		f.skip(end + 1)
		kid := f.value(depth + 1)
		if kid == nil {
			return nil
		}
		n.kids = append(n.kids, kid)
		n.templated = n.templated || kid.templated
		switch {
		case strings.HasPrefix(f.s, ","):
			f.skip(1)
		case !strings.HasPrefix(f.s, "}"):
			return nil
		}
	}
}
