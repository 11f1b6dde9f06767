package manifest

import (
	"bytes"

	"gitops.video/render/manifest/diag"
)

// chunk is a run of whole items of `videos:`. A long manifest is parsed chunk by
// chunk: on every core at once, and without its syntax tree ever being held whole.
type chunk struct {
	src   *source
	text  []byte
	line  int     // lines of the file before text
	nodes []*node // set when the file was parsed in one piece
}

// items parses the chunk; nil and false when it is not what it seemed to be.
func (c *chunk) items(report func(diag.Diagnostic)) ([]*node, bool) {
	if c.nodes != nil {
		return c.nodes, true
	}
	if items, ok := quickItems(c); ok {
		return items, true
	}
	root := parseYAML(c.src, c.text, c.line, report)
	if root == nil || root.kind != kindList {
		return nil, false
	}
	return root.kids, true
}

// Sizes in bytes: a file below minSplit is parsed in one piece, chunks of a longer one
// are about chunkSize.
const (
	minSplit  = 64 << 10
	chunkSize = 128 << 10
)

// splitItems cuts a manifest into what comes before `videos:` and chunks of its items,
// without parsing YAML. It answers false unless the file has the plain form in which
// the cut is certain to be right: a block list under a last top-level key. A quoted
// text or flow list that runs over a cut leaves both sides unparsable, and the caller
// then parses the file in one piece.
func splitItems(src *source, size int) (head []byte, chunks []*chunk, ok bool) {
	data := src.data
	if bytes.HasPrefix(data, []byte("%")) || bytes.Contains(data, []byte("\r\r")) {
		return nil, nil, false
	}
	start := -1
	for off := 0; off < len(data); {
		end := off + lineEnd(data[off:])
		l := data[off:end]
		if rest, found := bytes.CutPrefix(l, []byte("videos:")); found {
			if !onlyComment(rest) {
				return nil, nil, false
			}
			head, start = data[:off], end
			break
		}
		off = end
	}
	if start < 0 {
		return nil, nil, false
	}
	line := bytes.Count(data[:start], []byte("\n"))
	indent := -1
	begin, beginLine := start, line
	for off := start; off < len(data); line++ {
		end := off + lineEnd(data[off:])
		l := data[off:end]
		trimmed := bytes.TrimLeft(l, " ")
		col := len(l) - len(trimmed)
		content := bytes.TrimRight(trimmed, "\r\n")
		switch {
		case len(content) == 0 || content[0] == '#':
		case content[0] == '\t':
			return nil, nil, false
		case indent < 0:
			if !isItem(content) {
				return nil, nil, false
			}
			indent = col
		case col < indent || col == 0 && !isItem(content):
			return nil, nil, false // another top-level key, or a document mark
		case col == indent && isItem(content):
			if off-begin >= size {
				chunks = append(chunks, &chunk{src: src, text: data[begin:off], line: beginLine})
				begin, beginLine = off, line
			}
		case col == indent:
			return nil, nil, false
		}
		off = end
	}
	if indent < 0 {
		return nil, nil, false
	}
	return head, append(chunks, &chunk{src: src, text: data[begin:], line: beginLine}), true
}

func isItem(l []byte) bool {
	return l[0] == '-' && (len(l) == 1 || l[1] == ' ')
}

func onlyComment(b []byte) bool {
	b = bytes.TrimRight(b, "\r\n")
	t := bytes.TrimLeft(b, " ")
	return len(t) == 0 || t[0] == '#' && len(t) < len(b)
}

func lineEnd(b []byte) int {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return i + 1
	}
	return len(b)
}
