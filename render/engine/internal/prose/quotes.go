package prose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

// QuotesRE matches a quotation with its marks.
var QuotesRE = pattern.New(`"[^"]*"|“[^”]*”|«[^»]*»|„[^“”"]*[“”"]|「[^」]*」|『[^』]*』`)

// MustUnquote is s without its stop and its quotation marks, where it has any.
func MustUnquote(s string) string { q, _ := Unquote(Unstop(s)); return q }

// InQuotes tells whether a byte of s stands within quotation marks.
func InQuotes(s string, at int) bool {
	return Within(QuotesRE.FindAllStringIndex(s, -1), at)
}

// OutsideQuotes is s without what stands in quotation marks.
func OutsideQuotes(s string) string {
	for _, q := range Quoted(s) {
		s = strings.Replace(s, q, " ", 1)
	}
	return s
}

// Unquote strips one pair of matching quotation marks and reports whether there was one.
func Unquote(s string) (string, bool) {
	s = strings.TrimSpace(s)
	pairs := []string{`""`, "“”", "«»", "„“", "„”", "„\"", "“\"", "‘’", "''", "「」", "『』", "››", "‹›", "””"}
	for _, p := range pairs {
		r := []rune(p)
		if utf8.RuneCountInString(s) >= 2 && strings.HasPrefix(s, string(r[0])) && strings.HasSuffix(s, string(r[1])) {
			in := s[utf8.RuneLen(r[0]) : len(s)-utf8.RuneLen(r[1])]
			if !strings.ContainsRune(in, r[1]) || r[0] == '\'' || r[0] == '‘' {
				return strings.TrimSpace(in), true
			}
		}
	}
	return s, false
}

// Quoted returns the quotations inside s.
func Quoted(s string) []string {
	var out []string
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		c, ok := closers[r]
		if !ok {
			i += w
			continue
		}
		end := strings.IndexRune(s[i+w:], c)
		if r == '„' && end < 0 {
			c = '”'
			end = strings.IndexRune(s[i+w:], c)
		}
		if r == '„' && end < 0 {
			c = '"'
			end = strings.IndexRune(s[i+w:], c)
		}
		if end < 0 {
			i += w
			continue
		}
		if q := strings.TrimSpace(s[i+w : i+w+end]); q != "" {
			out = append(out, q)
		}
		i += w + end + utf8.RuneLen(c)
	}
	return out
}

var closers = map[rune]rune{'"': '"', '“': '”', '«': '»', '„': '“', '「': '」', '『': '』'}

// Within tells whether the byte at stands inside one of the spans.
func Within(spans [][]int, at int) bool {
	return slices.ContainsFunc(spans, func(q []int) bool { return q[0] < at && at < q[1] })
}
