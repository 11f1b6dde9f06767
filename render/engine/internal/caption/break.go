package caption

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/scene"
)

// wordsOf takes a sentence's words, finds out which of them are written without a
// space between (Chinese, Japanese, Thai) and cuts those that no line can hold.
func wordsOf(l scene.Line, o Options) []Word {
	var out []Word
	rest, found := l.Text, true
	for _, w := range l.Words {
		text := clean(w.Text)
		if text == "" {
			continue
		}
		glued := false
		if at := strings.Index(rest, w.Text); found && at >= 0 {
			glued = len(out) > 0 && !strings.ContainsFunc(rest[:at], unicode.IsSpace)
			rest = rest[at+len(w.Text):]
		} else {
			// The words do not follow the text: judge by their script.
			found = false
			if len(out) > 0 {
				a, _ := utf8.DecodeLastRuneInString(out[len(out)-1].Text)
				b, _ := utf8.DecodeRuneInString(text)
				glued = phrase.Spaceless(a) && phrase.Spaceless(b)
			}
		}
		word := Word{Text: text, Start: w.Start, End: max(w.Start, w.End), Glued: glued}
		if glued && !unicode.IsLetter(first(text)) && !unicode.IsNumber(first(text)) {
			// A mark on its own belongs to the word in front.
			last := &out[len(out)-1]
			last.Text, last.End = last.Text+text, max(last.End, word.End)
			continue
		}
		for _, p := range phrases(word, o.Lang) {
			out = append(out, cut(p, o)...)
		}
	}
	return out
}

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// clean takes line ends and control characters out of a word.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// phrases parts a word of a script without spaces, where voices give whole clauses
// for words. The parts share its time by their length.
func phrases(w Word, lang string) []Word {
	parts := phrase.Split(w.Text, lang)
	if len(parts) < 2 {
		return []Word{w}
	}
	out := make([]Word, 0, len(parts))
	total, done, span := float64(max(1, width(w.Text))), 0, w.End-w.Start
	for i, p := range parts {
		n := width(p)
		out = append(out, Word{Text: p, Glued: i > 0 || w.Glued,
			Start: w.Start + span*float64(done)/total, End: w.Start + span*float64(done+n)/total})
		done += n
	}
	return out
}

// cut breaks a word that is wider than a line into pieces, after a hyphen, slash or
// dot of its own where there is one, else with a hyphen. The pieces share its time
// by their length.
func cut(w Word, o Options) []Word {
	total := width(w.Text)
	if total <= o.whole() {
		return []Word{w}
	}
	var out []Word
	done := 0
	for text := w.Text; text != ""; {
		piece := text
		if width(text) > o.MaxChars {
			piece = head(text, o.MaxChars)
			if at := strings.LastIndexAny(piece, "-/._?&=–—·"); at > len(piece)/2 {
				_, n := utf8.DecodeRuneInString(piece[at:])
				piece = piece[:at+n]
			} else if r, _ := utf8.DecodeLastRuneInString(piece); unicode.IsLetter(r) && !phrase.Spaceless(r) {
				piece = head(text, o.MaxChars-1)
				rs := []rune(text)
				for k := len([]rune(piece)); k > 3 && k > len([]rune(piece))-9; k-- {
					if phrase.Breaks(rs, k, o.Lang) {
						piece = string(rs[:k])
						break
					}
				}
			}
		}
		text = text[len(piece):]
		n := width(piece)
		span := w.End - w.Start
		p := Word{Text: piece, Glued: len(out) > 0 || w.Glued,
			Start: w.Start + span*float64(done)/float64(total), End: w.Start + span*float64(min(total, done+n))/float64(total)}
		done += n
		if r, _ := utf8.DecodeLastRuneInString(piece); text != "" && unicode.IsLetter(r) && !phrase.Spaceless(r) {
			p.Text += "-"
		}
		out = append(out, p)
	}
	return out
}

// head is the longest start of s that is at most n columns wide, at least one
// letter with its marks.
func head(s string, n int) string {
	w := 0
	for i, r := range s {
		c := columns(r)
		if w += c; w > n && i > 0 && c > 0 {
			return s[:i]
		}
	}
	return s
}

// width is the number of columns of s: full-width letters take two, marks none.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

func columns(r rune) int {
	switch {
	case r == '\u200d', r == '\u200c', r == '\ufe0f', unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case wide(r):
		return 2
	}
	return 1
}

// wide covers the East Asian full-width blocks and emoji.
func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 ||
		r >= 0x1f300 && r <= 0x1faff || r >= 0x20000 && r <= 0x3fffd)
}

// counted is the number of words of a page, where a word of a script without
// spaces counts by its width.
func counted(words []Word) int {
	n, cols := 0, 0
	for _, w := range words {
		if phrase.Spaceless(first(w.Text)) {
			cols += width(w.Text)
		} else {
			n++
		}
	}
	return n + (cols+4)/5
}

// breakCost is how bad it is to break between a and b: negative at the end of a
// clause, high where the two belong together.
func breakCost(a, b Word, lang string) float64 {
	cost := .8
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a.Text, "\"'”’»)]"))
	switch last {
	case ',', ';', ':', '–', '—', '،', '؛', '、', '，', '；', '：', '।':
		cost = -1.2
	case '.', '!', '?', '…', '。', '！', '？', '؟':
		if cost = -1.6; leadsOn(a.Text) {
			cost = 2.2
		}
	default:
		word := strings.ToLower(strings.Trim(a.Text, "\"'“”‘’«»()[]"))
		next := strings.ToLower(strings.Trim(b.Text, "\"'“”‘’«»()[].,;:!?"))
		switch {
		case b.Glued && !phrase.Spaceless(first(b.Text)):
			return 6 // inside a word
		case phrase.Clings(word, lang):
			cost = 3 // an article or preposition goes with what follows
		case phrase.Opens(next, lang):
			cost = 0 // before a conjunction
		}
		if b.Glued && utf8.RuneCountInString(b.Text) == 1 {
			cost++ // a particle goes with what it follows
		}
		if numeric(a.Text) && !numeric(b.Text) {
			cost = max(cost, 2.2) // a number and its unit
		}
		if capital(a.Text) && capital(b.Text) {
			cost = max(cost, 1.8) // a name
		}
	}
	switch gap := b.Start - a.End; {
	case gap > pause:
		cost -= 1.5
	case gap > pause/2:
		cost -= .4
	}
	return cost
}

// leadsOn tells a stop that ends no sentence, where another word of it follows: that of an
// ordinal, "am 1. April", and of what is cut short, "Dr. Weber", "z. B.".
func leadsOn(s string) bool {
	word, ok := strings.CutSuffix(s, ".")
	if !ok || word == "" {
		return false
	}
	digits := strings.Trim(word, "0123456789") == ""
	return digits && len(word) <= 2 || !digits && utf8.RuneCountInString(word) <= 3 && !strings.ContainsFunc(word, unicode.IsDigit)
}

func numeric(s string) bool {
	for _, r := range s {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func capital(s string) bool { r := first(s); return unicode.IsUpper(r) }
