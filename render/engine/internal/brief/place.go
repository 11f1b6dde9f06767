package brief

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/phrase"
)

// Locate returns the line and the column, in characters from 1, where the first of
// the given words stands that the prompt has on the line at or further down in the
// same paragraph. Where it has none of them it is the line's first character. A
// line of 0 is the prompt as a whole, and stays 0.
func (b *Brief) Locate(at int, words ...string) (line, col int) {
	if at %= TurnLine; at < 1 || at > len(b.Source) {
		return 0, 0
	}
	for _, w := range words {
		w, _, _ = strings.Cut(strings.TrimSuffix(w, "…"), "\n")
		for n := at; w != "" && n <= len(b.Source); n++ {
			text := b.Source[n-1].Text
			if n > at && strings.TrimSpace(text) == "" {
				break
			}
			if i := indexFold(text, w); i >= 0 {
				return n, utf8.RuneCountInString(text[:i]) + 1
			}
		}
	}
	text := b.Source[at-1].Text
	return at, utf8.RuneCountInString(text) - utf8.RuneCountInString(strings.TrimLeft(text, " \t")) + 1
}

// indexFold finds words in a line whatever their case; words that run on into the
// next line are found by their first few.
func indexFold(text, words string) int {
	low, w := phrase.Lower(text), phrase.Lower(words)
	if i := strings.Index(low, w); i >= 0 {
		return i
	}
	if f := strings.Fields(w); len(f) > 3 {
		return strings.Index(low, strings.Join(f[:3], " "))
	}
	return -1
}

// TurnLine is what a turn of a conversation adds to its lines' numbers on their way
// through the parser, so that sentences know whose they are.
const TurnLine = 1 << 20
