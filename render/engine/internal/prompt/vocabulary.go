package prompt

import (
	"gitops.video/render/render/engine/internal/pattern"
) // word is one entry of a table that maps a pattern to a value.
type word struct {
	re  *pattern.Pattern
	val string
}

func words(pairs ...string) []word {
	out := make([]word, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, word{pattern.New(`(?i)(?:^|[^\p{L}\d])(?:` + pairs[i] + `)(?:[^\p{L}\d]|$)`), pairs[i+1]})
	}
	return out
}

func lookup(table []word, s string) string {
	for _, w := range table {
		if w.re.MatchString(s) {
			return w.val
		}
	}
	return ""
}

// lookupFirst is the value of the pattern that matches first in s, whatever the table's order.
func lookupFirst(table []word, s string) string {
	val, at := "", len(s)
	for _, w := range table {
		if m := w.re.FindStringIndex(s); m != nil && m[0] < at {
			val, at = w.val, m[0]
		}
	}
	return val
}
