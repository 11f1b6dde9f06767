package text

import (
	"strings"
	"unicode"
)

// numberTooWide says whether a number of the text is wider than the box even at the
// least size.
func (f *Fonts) numberTooWide(s Spec) bool {
	for _, w := range strings.Fields(s.Text) {
		digits, others := 0, 0
		for _, r := range w {
			switch {
			case unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r) || r == '/':
				others++
			}
		}
		if digits < 3 || others > 3 {
			continue
		}
		one := s
		one.Text, one.Spans = w, nil
		if f.place(one, s.Least, false).W > s.Width+.5 {
			return true
		}
	}
	return false
}

// arabicLine is the line height of Arabic, in sizes.
const arabicLine = 1.32

// leastLine is the smallest line height, in sizes, in which rows of the text's
// scripts do not touch: those that stack marks need more than Latin.
func leastLine(s string) float64 {
	least := 0.0
	for _, r := range s {
		switch {
		case r < 0x590:
		case r < 0x600: // Hebrew
			least = max(least, 1.12)
		case unicode.Is(unicode.Arabic, r):
			least = max(least, arabicLine)
		case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			least = max(least, 1.42)
		case r < 0xe00: // the scripts of India
			least = max(least, 1.34)
		case r >= 0x2e80 && r < 0xe000: // full-width letters fill their box
			least = max(least, 1.16)
		case isEmoji(r):
			least = max(least, 1.2)
		}
	}
	return least
}

// better is b, or the same text a little smaller where that keeps its lines from
// ending badly: after an article, or just past the end of a sentence.
func (f *Fonts) better(b *Block, scale float64) *Block {
	s := b.Spec
	if s.Ragged || !b.breaksBadly() {
		return b
	}
	for k := 1.0; k <= 3; k++ {
		if scale -= .04; scale < s.Least-1e-9 {
			break
		}
		if q := f.place(s, scale, false); len(q.Rows) <= len(b.Rows) && q.fits(s.Lines) && !q.breaksBadly() {
			return q
		}
	}
	return b
}

func (b *Block) breaksBadly() bool {
	for _, r := range b.Rows[:max(0, len(b.Rows)-1)] {
		words := strings.Fields(string(b.text[r.From:r.To]))
		if len(words) == 0 {
			continue
		}
		last := words[len(words)-1]
		if weak[strings.ToLower(last)] {
			return true
		}
		if n := len(words); n > 1 && strings.ContainsAny(words[n-2][len(words[n-2])-1:], ".!?") && len(last) > 1 {
			return true // one word of the next sentence
		}
	}
	return false
}

// fits says whether the block is inside its box; lines = 0 allows any number.
func (b *Block) fits(lines int) bool {
	s := b.Spec
	return (lines == 0 || len(b.Rows) <= lines) && (s.Width <= 0 || b.W <= s.Width+.5) &&
		(s.Height <= 0 || b.H <= s.Height+.5)
}

// mostShrunk is the share of its size to which a text goes before words are lost within a
// sentence.
const mostShrunk = .48

// cut drops clauses, then shrinks the text once more, then drops words, and at last letters:
// what it returns is inside its box, as far as one letter is.
func (f *Fonts) cut(s Spec, lines int, floor float64) *Block {
	rs := []rune(s.Text)
	scale := floor
	try := func(end int, tail string) *Block {
		t := s
		t.Text = strings.TrimRight(string(rs[:end]), " ,;:–—-") + tail
		b := f.place(t, scale, true)
		b.Cut = true
		if b.fits(lines) {
			return b
		}
		return nil
	}
	clauses := func() *Block {
		for i := len(rs) - 1; i > len(rs)/3; i-- {
			if strings.ContainsRune(".!?;:,–—", rs[i]) && (i+1 == len(rs) || unicode.IsSpace(rs[i+1])) {
				if b := try(i+1, ""); b != nil {
					return b
				}
			}
		}
		return nil
	}
	if b := clauses(); b != nil {
		return b
	}
	if least := max(mostShrunk, s.Floor/s.Size); lines > 0 && least < floor {
		narrow := lines
		for lines++; scale > least; {
			scale = max(least, scale-.04)
			if b := f.place(s, scale, true); b.fits(lines) {
				return b
			}
		}
		if b := clauses(); b != nil {
			return b
		}
		lines, scale = narrow, floor
	}
	for i := len(rs) - 1; i > 0; i-- {
		if unicode.IsSpace(rs[i]) || rs[i] > 0x2e80 {
			if b := try(i, "…"); b != nil {
				return b
			}
		}
	}
	for i := len(rs) - 1; i > 0; i-- { // within the first word
		if b := try(i, "…"); b != nil {
			return b
		}
	}
	b := f.place(s, floor, true)
	b.Cut = true
	return b
}
