package prose

import "gitops.video/render/render/engine/internal/pattern"

// Entry is one of a table that maps what people write to what it means.
type Entry struct {
	RE    *pattern.Pattern
	Value string
}

// Vocabulary makes a table of pairs of a pattern, which matches whole words in any case, and
// a value.
func Vocabulary(pairs ...string) []Entry {
	out := make([]Entry, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, Entry{pattern.New(`(?i)(?:^|[^\p{L}\d])(?:` + pairs[i] + `)(?:[^\p{L}\d]|$)`), pairs[i+1]})
	}
	return out
}

// Lookup is the value of the first entry that matches in s; "" = none does.
func Lookup(table []Entry, s string) string {
	for _, w := range table {
		if w.RE.MatchString(s) {
			return w.Value
		}
	}
	return ""
}

// LookupFirst is the value of the pattern that matches first in s, whatever the table's order.
func LookupFirst(table []Entry, s string) string {
	val, at := "", len(s)
	for _, w := range table {
		if m := w.RE.FindStringIndex(s); m != nil && m[0] < at {
			val, at = w.Value, m[0]
		}
	}
	return val
}
