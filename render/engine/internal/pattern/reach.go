package pattern

import (
	"regexp/syntax"
	"unicode/utf8"
)

// What stands before a figure is read by patterns that end where it begins, once for
// each figure. A search from the front would read all that stands before it again and
// again, which takes minutes for ten thousand characters of figures. So a pattern whose
// matches all end with the text, and are of limited length, looks there only. It finds
// the same.

// from is where a search in s may begin.
func (p *Pattern) from(s string) int {
	if p.reach == 0 || len(s) <= p.reach {
		return 0
	}
	at := len(s)
	for range p.reach + 1 { // one more, which \b and ^ look at
		if at == 0 {
			break
		}
		_, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
	}
	return at
}

// moved adds by to every index of a match.
func moved(match []int, by int) []int {
	for i, at := range match {
		if at >= 0 {
			match[i] = at + by
		}
	}
	return match
}

// reach is the length of the longest text that re matches, in characters, where its
// matches end with the text. 0 = they may end elsewhere, or be of any length.
func reach(re *syntax.Regexp) int {
	if !endsText(re) || re.Op == syntax.OpConcat && re.Sub[0].Op == syntax.OpBeginText {
		return 0 // the second are found at the front or not at all
	}
	return max(0, longest(re))
}

// endsText tells whether every match of re ends with the text.
func endsText(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpEndText:
		return true
	case syntax.OpCapture, syntax.OpPlus:
		return endsText(re.Sub[0])
	case syntax.OpConcat:
		return endsText(re.Sub[len(re.Sub)-1])
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !endsText(sub) {
				return false
			}
		}
		return true
	}
	return false
}

// longest is the length of re's longest match in characters, -1 = there is none.
func longest(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1
	case syntax.OpCapture, syntax.OpQuest:
		return longest(re.Sub[0])
	case syntax.OpStar, syntax.OpPlus:
		return times(longest(re.Sub[0]), -1)
	case syntax.OpRepeat:
		return times(longest(re.Sub[0]), re.Max)
	case syntax.OpConcat:
		sum := 0
		for _, sub := range re.Sub {
			n := longest(sub)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	case syntax.OpAlternate:
		most := 0
		for _, sub := range re.Sub {
			n := longest(sub)
			if n < 0 {
				return -1
			}
			most = max(most, n)
		}
		return most
	}
	return 0 // what matches between characters, or nothing
}

// times is the length of most matches of length n; most < 0 = any number of them.
func times(n, most int) int {
	if n > 0 && most < 0 || n < 0 {
		return -1
	}
	return n * max(most, 0)
}
