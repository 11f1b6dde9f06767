package manifest

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"gitops.video/render/manifest/diag"
)

// source is one file's bytes and the name that messages use for it.
type source struct {
	name string
	data []byte

	once   sync.Once
	starts []int // offset of every line
	ascii  bool
}

// line is the text of a line, counted from 1, without its ending.
func (s *source) line(n int) (string, bool) {
	b, ok := s.bytes(n)
	return string(b), ok
}

func (s *source) bytes(n int) ([]byte, bool) {
	s.once.Do(func() {
		s.ascii = true
		s.starts = append(s.starts, 0)
		for i, c := range s.data {
			if c == '\n' {
				s.starts = append(s.starts, i+1)
			}
			s.ascii = s.ascii && c < utf8.RuneSelf
		}
	})
	if n < 1 || n > len(s.starts) {
		return nil, false
	}
	from, to := s.starts[n-1], len(s.data)
	if n < len(s.starts) {
		to = s.starts[n] - 1
	}
	return bytes.TrimSuffix(s.data[from:to], []byte("\r")), true
}

// snippet cuts the source line of a range out of the file.
func (s *source) snippet(r diag.Range) *diag.Snippet {
	text, ok := s.bytes(r.Start.Line)
	if !ok {
		return nil
	}
	if len(text) <= 2*nearby {
		return diag.NewSnippet(maskSecrets(string(text)), r)
	}
	// Of a very long line only the surroundings are worth masking and measuring.
	at := min(max(r.Start.Col-1, 0), len(text))
	if !s.ascii {
		at = 0
		for range r.Start.Col - 1 {
			_, n := utf8.DecodeRune(text[at:])
			at += n
		}
	}
	from, to := max(at-nearby, 0), min(at+nearby, len(text))
	for from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	shift := utf8.RuneCount(text[from:at]) + 1 - r.Start.Col
	r.Start.Col += shift
	r.End.Col += shift
	return diag.NewSnippet(maskSecrets(string(text[from:to])), r)
}

// nearby is how much of a very long line is looked at on either side, in bytes.
const nearby = 4096

var (
	urlSecrets = regexp.MustCompile(`https?://[^\s"']+`)
	queryValue = regexp.MustCompile(`=[^&=#]+|//[^/@]+@`)
	keyValue   = regexp.MustCompile(`(?i)apikey["']?\s*:\s*["']?[^\s"',}]+`)
)

// maskSecrets hides what a line of a manifest should not hold but may: passwords and
// signatures in URLs, and keys. Its length stays, so that carets fit.
func maskSecrets(line string) string {
	if strings.Contains(line, "://") {
		line = urlSecrets.ReplaceAllStringFunc(line, func(u string) string {
			return queryValue.ReplaceAllStringFunc(u, func(v string) string {
				if strings.HasPrefix(v, "=${env:") || strings.HasPrefix(v, "={{") {
					return v
				}
				if v[0] == '=' {
					return "=" + stars(v[1:])
				}
				return "//" + stars(v[2:len(v)-1]) + "@"
			})
		})
	}
	if i := strings.Index(strings.ToLower(line), "apikey"); i >= 0 && !strings.Contains(line[i:], "${env:") {
		line = keyValue.ReplaceAllStringFunc(line, func(v string) string {
			at := strings.LastIndexAny(v, ` :"'`) + 1
			return v[:at] + stars(v[at:])
		})
	}
	return line
}

func stars(s string) string { return strings.Repeat("*", utf8.RuneCountInString(s)) }

type kind uint8

const (
	kindNull kind = iota
	kindBool
	kindInt
	kindFloat
	kindString
	kindList
	kindMap
)

func (k kind) String() string {
	return [...]string{"empty", "true or false", "a whole number", "a number", "text", "a list", "a map"}[k]
}

// style is how a scalar was written; it decides where a column inside it lies.
type style uint8

const (
	stylePlain style = iota
	styleQuoted
	styleLiteral
	styleFolded
)

// node is a value with its place: what is left of a YAML node after aliases, merge
// keys and tags are resolved. Nodes are never changed once parsed, so that defaults
// and anchors are shared.
type node struct {
	kind      kind
	style     style
	templated bool // a string in or below it holds {{
	line, col int32
	src       *source
	text      string // scalars: as written
	keys      []keyPos
	kids      []*node // values of keys, or items
}

type keyPos struct {
	name      string
	line, col int32
}

// get returns the value of a key, or nil.
func (n *node) get(key string) *node {
	if n == nil || n.kind != kindMap {
		return nil
	}
	for i := range n.keys {
		if n.keys[i].name == key {
			return n.kids[i]
		}
	}
	return nil
}

// keyRange is where a key itself is written.
func (n *node) keyRange(i int) diag.Range {
	k := n.keys[i]
	src := n.src
	if i < len(n.kids) && n.kids[i].src != nil {
		src = n.kids[i].src
	}
	return span(src, k.line, k.col, utf8.RuneCountInString(k.name))
}

func span(src *source, line, col int32, length int) diag.Range {
	start := diag.Pos{Line: int(line), Col: int(col)}
	return diag.Range{File: src.name, Start: start, End: diag.Pos{Line: start.Line, Col: start.Col + max(length, 1)}}
}

// rng is the stretch of source that holds a value.
func (n *node) rng() diag.Range {
	length := 1
	switch n.kind {
	case kindMap, kindList:
	default:
		length = utf8.RuneCountInString(n.text)
		if i := strings.IndexByte(n.text, '\n'); i >= 0 {
			length = utf8.RuneCountInString(n.text[:i])
		}
		switch n.style {
		case styleQuoted:
			length += 2
		case styleLiteral, styleFolded:
			length = 1
		}
	}
	return span(n.src, n.line, n.col, length)
}

// at walks a JSON pointer down from n and returns the deepest node on the way, and
// whether that is all of it.
func (n *node) at(pointer string) (*node, bool) {
	rest := strings.TrimPrefix(pointer, "/")
	for rest != "" {
		part, after, _ := strings.Cut(rest, "/")
		part = unescapePointer(part)
		var next *node
		switch n.kind {
		case kindMap:
			next = n.get(part)
		case kindList:
			if i, err := strconv.Atoi(part); err == nil && i >= 0 && i < len(n.kids) {
				next = n.kids[i]
			}
		}
		if next == nil {
			return n, false
		}
		n, rest = next, after
	}
	return n, true
}

func unescapePointer(s string) string {
	if !strings.Contains(s, "~") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "~1", "/"), "~0", "~")
}

// value turns a static node into plain Go values: map[string]any, []any, string,
// bool, int, float64, nil.
//
// A number whose text would not survive (1.10, 007, 1e3, 0x1F) stays the text that
// was written: it is a version, a code or a phone number far more often than a number.
func (n *node) value() any {
	switch n.kind {
	case kindNull:
		return nil
	case kindBool:
		return n.text == "true"
	case kindInt:
		i, err := strconv.Atoi(n.text)
		if err != nil {
			return n.text
		}
		return i
	case kindFloat:
		return floatOrText(n.text)
	case kindString:
		return n.text
	case kindList:
		out := make([]any, len(n.kids))
		for i, kid := range n.kids {
			out[i] = kid.value()
		}
		return out
	}
	out := make(map[string]any, len(n.keys))
	for i := range n.keys {
		out[n.keys[i].name] = n.kids[i].value()
	}
	return out
}

// present is value without the keys that a null takes away.
func (n *node) present() any {
	return withoutNulls(n.value())
}

func withoutNulls(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, kid := range v {
			if kid == nil {
				delete(v, k)
			} else {
				v[k] = withoutNulls(kid)
			}
		}
	case []any:
		for i, kid := range v {
			v[i] = withoutNulls(kid)
		}
	}
	return v
}

func floatOrText(text string) any {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) || strconv.FormatFloat(f, 'f', -1, 64) != text {
		return text
	}
	return f
}

// merge lays near over base: maps merge key by key, everything else is replaced.
// A null in near takes the base's value away.
func merge(base, near *node) *node {
	if base == nil {
		return near
	}
	if near == nil {
		return base
	}
	if base.kind != kindMap || near.kind != kindMap {
		return near
	}
	out := *near
	out.keys = append([]keyPos(nil), near.keys...)
	out.kids = append([]*node(nil), near.kids...)
	out.templated = near.templated || base.templated
	has := keySet{n: near}
	for i := range base.keys {
		at := has.index(base.keys[i].name)
		if at < 0 {
			out.keys = append(out.keys, base.keys[i])
			out.kids = append(out.kids, base.kids[i])
			continue
		}
		out.kids[at] = merge(base.kids[i], near.kids[at])
	}
	return &out
}
