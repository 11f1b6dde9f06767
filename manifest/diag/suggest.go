package diag

import (
	"slices"
	"strings"
)

// Nearest returns the name that was probably meant, or "".
func Nearest(word string, names []string) string {
	best, bestAt := "", max(len(word)/3, 1)+1
	for _, name := range names {
		if strings.EqualFold(name, word) {
			return name
		}
		if abs(len(name)-len(word)) >= bestAt {
			continue
		}
		if d := distance(strings.ToLower(word), strings.ToLower(name)); d < bestAt {
			best, bestAt = name, d
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// distance counts insertions, deletions, replacements and swaps of neighbours.
func distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 65
	}
	var rows [3][65]int
	for j := 0; j <= len(b); j++ {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur, prev, prev2 := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}

// DidYouMean words a hint from the nearest name, or lists what there is.
func DidYouMean(word string, names []string, what string) string {
	if n := Nearest(word, names); n != "" {
		return "did you mean " + n + "?"
	}
	if len(names) == 0 {
		return ""
	}
	names = slices.Clone(names)
	slices.Sort(names)
	const most = 12
	more := ""
	if len(names) > most {
		names, more = names[:most], ", …"
	}
	return what + ": " + strings.Join(names, ", ") + more
}
