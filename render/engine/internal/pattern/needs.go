package pattern

import (
	"bytes"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A prompt is asked some thousands of questions, and the answer to nearly all of them is
// no: a pattern that speaks of a "bar chart" cannot match a text without these letters.
// So each pattern knows the pieces of text that its matches need, and a text of which
// three characters in a row it has (text.go). Only where all needed is there, the regular
// expression is compiled, if it was not yet, and run. What is found is the same. The
// idea is that of Google Code Search, for texts instead of files.

// need is one thing that a match cannot do without: one of several pieces. A piece is a
// list of grams, of which the text has all.
type need [][]uint32

const (
	mostExact = 64  // more texts than these are not told one by one
	mostCross = 24  // nor are more than these put together with what follows them
	mostOne   = 512 // pieces of one need
	mostNeeds = 3   // of a pattern
	mostGrams = 8   // of a piece
)

// needsOf are the needs of a pattern. None = it must be tried on every text.
func needsOf(re *syntax.Regexp) []need {
	exact, clauses := required(re)
	if exact != nil {
		clauses = append(clauses, exact)
	}
	clauses = slices.DeleteFunc(clauses, func(c []string) bool { return least(c) == 0 })
	slices.SortStableFunc(clauses, func(x, y []string) int {
		if d := min(least(y), 5) - min(least(x), 5); d != 0 {
			return d
		}
		return len(x) - len(y)
	})
	var out []need
	for _, c := range clauses[:min(len(clauses), mostNeeds)] {
		var n need
		for _, piece := range within(c) {
			n = append(n, gramsOf(piece))
		}
		out = append(out, n)
	}
	return out
}

// least is the length of the shortest of several pieces.
func least(pieces []string) int {
	n := 1 << 20
	for _, p := range pieces {
		n = min(n, len(p))
	}
	return n % (1 << 20)
}

// within are the pieces without those that hold another one.
func within(pieces []string) []string {
	var out []string
	for i, p := range pieces {
		if !slices.ContainsFunc(pieces, func(q string) bool { return len(q) < len(p) && strings.Contains(p, q) }) && !slices.Contains(pieces[:i], p) {
			out = append(out, p)
		}
	}
	return out
}

// required are the texts that re matches, where they are few, and the clauses that hold of
// every match: one of each clause's pieces stands in it. Texts and pieces are written in
// kinds of bytes (text.go).
func required(re *syntax.Regexp) (exact []string, clauses [][]string) {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}, nil
	case syntax.OpLiteral:
		return ofLiteral(re)
	case syntax.OpCharClass:
		return ofClass(re.Rune), nil
	case syntax.OpCapture:
		return required(re.Sub[0])
	case syntax.OpPlus:
		return nil, ofRepeat(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return nil, ofRepeat(re.Sub[0])
		}
	case syntax.OpQuest:
		if e, _ := required(re.Sub[0]); e != nil && len(e) < mostExact {
			return union(e, []string{""}), nil
		}
	case syntax.OpConcat:
		return ofConcat(re.Sub)
	case syntax.OpAlternate:
		return ofAlternate(re.Sub)
	}
	return nil, nil
}

func ofRepeat(sub *syntax.Regexp) [][]string {
	e, c := required(sub)
	if e != nil {
		c = append(c, e)
	}
	return c
}

func ofConcat(subs []*syntax.Regexp) (exact []string, clauses [][]string) {
	run, whole := []string{""}, true
	flush := func(next []string) {
		clauses, run, whole = append(clauses, run), next, false
	}
	for _, sub := range subs {
		e, c := required(sub)
		clauses = append(clauses, c...)
		switch {
		case e == nil:
			flush([]string{""})
		case len(run)*len(e) > mostCross && len(run) > 1 && len(e) > 1:
			flush(e)
		default:
			var crossed []string
			for _, a := range run {
				for _, b := range e {
					crossed = append(crossed, a+b)
				}
			}
			run = union(crossed, nil)
		}
	}
	if whole {
		return run, clauses
	}
	return nil, append(clauses, run)
}

func ofAlternate(subs []*syntax.Regexp) (exact []string, clauses [][]string) {
	all, one, exactly := []string{}, []string{}, true
	for _, sub := range subs {
		e, c := required(sub)
		if e == nil {
			exactly = false
		}
		best := e
		for _, clause := range c {
			if best == nil || least(clause) > least(best) {
				best = clause
			}
		}
		if best == nil {
			return nil, nil
		}
		all, one = append(all, e...), append(one, best...)
	}
	if exactly && len(all) <= mostExact {
		return union(all, nil), nil
	}
	if len(one) > mostOne {
		return nil, nil
	}
	return nil, [][]string{union(one, nil)}
}

// union are the texts of two lists, each once.
func union(a, b []string) []string {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// ofLiteral is a literal, or the parts of it that are written in one way only.
func ofLiteral(re *syntax.Regexp) (exact []string, clauses [][]string) {
	var piece []byte
	whole := true
	for _, r := range re.Rune {
		k, ok := kinds(r, re.Flags&syntax.FoldCase != 0)
		if !ok {
			clauses, piece, whole = append(clauses, []string{string(piece)}), nil, false
			continue
		}
		piece = append(piece, k...)
	}
	if whole {
		return []string{string(piece)}, nil
	}
	return nil, append(clauses, []string{string(piece)})
}

// ofClass are the characters of a small class of them, given as ranges.
func ofClass(ranges []rune) (exact []string) {
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			k, ok := kinds(r, false)
			if !ok || len(exact) > 2*mostCross {
				return nil
			}
			exact = append(exact, string(k))
		}
	}
	if exact = union(exact, nil); len(exact) > mostCross || len(exact) == 0 {
		return nil
	}
	return exact
}

// kinds is a character in kinds of bytes, false where it has several writings of other
// kinds. Texts with those of K and S that are no ASCII have everything ([textOf]).
func kinds(r rune, folded bool) ([]byte, bool) {
	switch r {
	case utf8.RuneError: // a byte that is no character, too
		return nil, false
	case kelvin:
		r = 'k'
	case longS:
		r = 's'
	}
	out := kindsOf(r)
	for x := unicode.SimpleFold(r); folded && r >= utf8.RuneSelf && x != r; x = unicode.SimpleFold(x) {
		if !bytes.Equal(kindsOf(x), out) {
			return nil, false
		}
	}
	return out, true
}

func kindsOf(r rune) []byte {
	out := utf8.AppendRune(nil, r)
	for i, b := range out {
		out[i] = kindOf[b]
	}
	return out
}

// gramsOf are the grams that a text with a piece has.
func gramsOf(piece string) []uint32 {
	var out []uint32
	switch len(piece) {
	case 1:
		out = append(out, gram(piece[0], 0, 0))
	case 2:
		out = append(out, gram(piece[0], piece[1], 0))
	}
	for i := 2; i < len(piece) && len(out) < mostGrams; i++ {
		out = append(out, gram(piece[i-2], piece[i-1], piece[i]))
	}
	return out
}
