package wire

import (
	"bytes"
	"encoding/json"
	"math"
	"sort"
	"strconv"
	"strings"
)

// fields is a JSON object read leniently: a number may come as a string, a string
// as a number, a list as an object keyed "0", "1", …
type fields map[string]json.RawMessage

func object(raw []byte) (fields, error) {
	var f fields
	if err := json.Unmarshal(raw, &f); err != nil {
		return nil, err
	}
	if f == nil { // null
		f = fields{}
	}
	return f, nil
}

func (f fields) has(name string) bool { _, ok := f[name]; return ok }

func (f fields) str(name string) string {
	raw := bytes.TrimSpace(f[name])
	if len(raw) == 0 {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		_ = json.Unmarshal(raw, &s) // raw was part of valid JSON
		return s
	case '{', '[', 'n': // no string in there
		return ""
	}
	return string(raw) // a number or a boolean
}

func (f fields) num(name string) *float64 {
	s := strings.TrimSpace(f.str(name))
	if s == "" {
		return nil
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return nil
	}
	return &n
}

func (f fields) boolean(name string) bool {
	switch strings.ToLower(f.str(name)) {
	case "true", "1", "yes":
		return true
	}
	return false
}

// list reads an array of scalars, one scalar, or an object keyed by index.
func (f fields) list(name string) []string {
	raw := f[name]
	var out []string
	for _, el := range elements(raw) {
		if s := (fields{"": el}).str(""); s != "" {
			out = append(out, s)
		}
	}
	if len(out) > 0 {
		return out
	}
	obj, err := object(raw)
	if err != nil {
		return nil
	}
	keys := make([]string, 0, len(obj))
	for k := range obj {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(a, b int) bool {
		x, errX := strconv.Atoi(keys[a])
		y, errY := strconv.Atoi(keys[b])
		if errX == nil && errY == nil && x != y {
			return x < y
		}
		return keys[a] < keys[b]
	})
	for _, k := range keys {
		if s := obj.str(k); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// elements gives the elements of an array, or the one value that stands in its
// place; null gives none.
func elements(raw json.RawMessage) []json.RawMessage {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] == 'n' {
		return nil
	}
	if raw[0] == '[' {
		var list []json.RawMessage
		_ = json.Unmarshal(raw, &list) // raw was part of valid JSON
		return list
	}
	return []json.RawMessage{raw}
}

func isTrue(raw json.RawMessage) bool { return string(bytes.TrimSpace(raw)) == "true" }

func isFalsy(raw json.RawMessage) bool {
	switch string(bytes.TrimSpace(raw)) {
	case "", "null", "false", `""`, "{}", "[]":
		return true
	}
	return false
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// sum adds what is there; nil when nothing is.
func sum(a, b *float64) *float64 {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	s := *a + *b
	return &s
}
