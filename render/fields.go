package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// FieldChange is one field of a task that differs between two generations.
type FieldChange struct {
	Field string     `json:"field"`           // path such as "positivePrompt" or "brand.colors.accent"
	Old   string     `json:"old,omitempty"`   // "" when the field was absent
	New   string     `json:"new,omitempty"`   // "" when the field is absent
	Words []WordSpan `json:"words,omitempty"` // for prose: what changed, word by word
}

// Op says what a [WordSpan] is.
type Op string

// The three kinds of span in a word diff.
const (
	OpSame   Op = "same"
	OpDelete Op = "delete"
	OpInsert Op = "insert"
)

// WordSpan is a run of words that a text has in common, lost or gained.
type WordSpan struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// FieldChanges compares two task documents field by field, sorted by field. An
// empty old document (a record without one) yields nothing.
func FieldChanges(old, new json.RawMessage) []FieldChange {
	if len(old) == 0 {
		return nil
	}
	a, b := flatten(old), flatten(new)
	names := maps.Clone(a)
	maps.Copy(names, b)
	var changes []FieldChange
	for _, name := range slices.Sorted(maps.Keys(names)) {
		was, is := a[name], b[name]
		if was == is {
			continue
		}
		c := FieldChange{Field: name, Old: was, New: is}
		if was != "" && is != "" && isProse(name) {
			c.Words = WordDiff(was, is)
		}
		changes = append(changes, c)
	}
	return changes
}

func isProse(field string) bool {
	return field == "positivePrompt" || strings.HasPrefix(field, "edits[")
}

// flatten turns a document into field path → text.
func flatten(doc json.RawMessage) map[string]string {
	out := map[string]string{}
	d := json.NewDecoder(bytes.NewReader(doc))
	d.UseNumber()
	var v any
	if d.Decode(&v) == nil {
		flattenInto(out, "", v)
	}
	return out
}

func flattenInto(out map[string]string, at string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for name, e := range v {
			path := name
			if at != "" {
				path = at + "." + name
			}
			flattenInto(out, path, e)
		}
	case []any:
		for i, e := range v {
			flattenInto(out, at+"["+strconv.Itoa(i)+"]", e)
		}
	default:
		out[at] = fmt.Sprint(v)
	}
}

// maxWordDiff bounds the quadratic part of a word diff: two prompts at the limit
// of 10,000 characters have some 2,000 words each.
const maxWordDiff = 4_000_000

// WordDiff compares two texts by words. White space belongs to the word before
// it, so the same and inserted spans joined give the new text, and the same and
// deleted ones the old.
func WordDiff(old, new string) []WordSpan {
	a, b := words(old), words(new)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var s spans
	s.add(OpSame, a[:head]...)
	s.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	s.add(OpSame, a[len(a)-tail:]...)
	return s
}

type spans []WordSpan

func (s *spans) add(op Op, words ...string) {
	for _, w := range words {
		if n := len(*s); n > 0 && (*s)[n-1].Op == op {
			(*s)[n-1].Text += w
		} else {
			*s = append(*s, WordSpan{op, w})
		}
	}
}

// middle is a longest common subsequence over what the texts' ends do not share.
func (s *spans) middle(a, b []string) {
	if len(a)*len(b) > maxWordDiff {
		s.add(OpDelete, a...)
		s.add(OpInsert, b...)
		return
	}
	width := len(b) + 1
	lcs := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				lcs[i*width+j] = lcs[(i+1)*width+j+1] + 1
			} else {
				lcs[i*width+j] = max(lcs[(i+1)*width+j], lcs[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			s.add(OpSame, a[i])
			i, j = i+1, j+1
		case lcs[(i+1)*width+j] >= lcs[i*width+j+1]:
			s.add(OpDelete, a[i])
			i++
		default:
			s.add(OpInsert, b[j])
			j++
		}
	}
	s.add(OpDelete, a[i:]...)
	s.add(OpInsert, b[j:]...)
}

// words cuts a text after each run of white space.
func words(s string) []string {
	var out []string
	from, space := 0, false
	for i, r := range s {
		isSpace := r == ' ' || r == '\n' || r == '\t' || r == '\r'
		if space && !isSpace {
			out = append(out, s[from:i])
			from = i
		}
		space = isSpace
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Fields lists every field of a task document, sorted; only New is set.
func Fields(doc json.RawMessage) []FieldChange {
	all := flatten(doc)
	out := make([]FieldChange, 0, len(all))
	for _, name := range slices.Sorted(maps.Keys(all)) {
		out = append(out, FieldChange{Field: name, New: all[name]})
	}
	return out
}
