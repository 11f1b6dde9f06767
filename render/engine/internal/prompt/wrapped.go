package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

// wrappers are the marks that end what a quotation mark begins.
var wrappers = map[rune]string{'"': `"`, '“': "”", '„': "“”", '«': "»", '»': "«"}

// unwrapped takes the quotation marks off a prompt that stands in them as a whole, as it
// was copied. Several sentences in them are a script; an order or parts with headings
// stay the prompt that they are.
func (p *parser) unwrapped(text string) string {
	inner, ok := wrapped(text)
	if !ok {
		return text
	}
	lines := splitLines(inner)
	for _, l := range lines {
		_, _, _, part := opensSection(l.text)
		if _, scene := sceneHead(l); part || scene || p.isMake(p.stripLead(strings.TrimSpace(l.text))) {
			return inner
		}
	}
	if len(sentences(lines)) < 2 {
		return text
	}
	if _, _, ok := strings.Cut(strings.TrimSpace(inner), "\n"); ok {
		return "Script:" + strings.TrimLeftFunc(inner, unicode.IsSpace) // so that lines keep their numbers
	}
	return "Script: " + inner
}

// wrapped is what stands within the first and the last mark of a text, where they belong
// together.
func wrapped(text string) (inner string, ok bool) {
	text = strings.TrimSpace(text)
	first, n := utf8.DecodeRuneInString(text)
	last, m := utf8.DecodeLastRuneInString(text)
	if len(text) < n+m || !strings.ContainsRune(wrappers[first], last) {
		return "", false
	}
	inner = strings.ReplaceAll(text[n:len(text)-m], `\"`, `"`)
	if first == '"' {
		return inner, inside.MatchString(inner)
	}
	depth := 0
	for _, r := range inner {
		switch {
		case r == first:
			depth++
		case strings.ContainsRune(wrappers[first], r):
			if depth--; depth < 0 {
				return "", false
			}
		}
	}
	return inner, depth == 0
}

// inside is a text whose straight quotation marks all open before they close.
var inside = pattern.New(`^[^"]*(?:(?:^|[\s(—–-])"[^\s"][^"]*"[^"]*)*$`)
