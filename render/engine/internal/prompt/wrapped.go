package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// wrappers are the marks that end what a quotation mark begins.
var wrappers = map[rune]string{'"': `"`, '“': "”", '„': "“”", '«': "»", '»': "«"}

// unwrapped takes the quotation marks off a prompt that stands in them as a whole, as it
// was copied. Several sentences in them are a script; an order or parts with headings
// stay the prompt that they are.
func (p *parser) unwrapped(text string) string {
	inner, ok := wrapped(text)
	if !ok {
		return p.underOrder(text)
	}
	lines := prose.SplitLines(inner)
	for _, l := range lines {
		_, _, _, part := layout.OpensSection(l.Text)
		if _, scene := layout.SceneHead(l); part || scene || p.isMake(p.stripLead(strings.TrimSpace(l.Text))) {
			return inner
		}
	}
	if len(prose.Sentences(lines)) < 2 {
		return text
	}
	if _, _, ok := strings.Cut(strings.TrimSpace(inner), "\n"); ok {
		return "Script:" + strings.TrimLeftFunc(inner, unicode.IsSpace) // so that lines keep their numbers
	}
	return "Script: " + inner
}

// quotedBelow is an order and the text in quotation marks that it is about.
var quotedBelow = pattern.New(`(?s)^([^"“\n]{8,200}:)\s*["“](.+)["”]\s*$`)

// ofText says that a video is made of the text below.
var ofText = pattern.New(`(?i) (?:of|from|out of|based on|about) (?:this|the following|the|my|our) (?:[\p{L}-]+ )?(?:post|message|e-?mail|mail|text|note|announcement|tweet|thread|article|update)(?: below)?:$`)

// helloThere is the greeting of a message that others were sent.
var helloThere = pattern.New(`(?i)^(?:hey|hi|hello|morning|good morning) (?:all|everyone|everybody|team|folks|guys|there)\s?[,!.–—-]+ *`)

// underOrder takes the quotation marks off a message that was copied below its order: "make
// this into a video for the team: “We're moving standup. Same link.”"
func (p *parser) underOrder(text string) string {
	m := quotedBelow.FindStringSubmatch(text)
	if m != nil {
		m[1] = ofText.ReplaceAllString(m[1], ":")
	}
	if m == nil || strings.ContainsAny(m[2], `"“”`) || len(prose.SplitSentences(m[2])) < 2 || verbatimRE.MatchString(m[1]) {
		return text
	}
	if order := strings.TrimSuffix(m[1], ":"); !p.isMake(p.stripLead(order)) && !makeOfThis.MatchString(order) {
		return text
	}
	lead := text[:strings.Index(text, m[2])]
	said := prose.Upper(helloThere.ReplaceAllString(m[2], ""))
	return strings.TrimSuffix(m[1], ":") + "." + strings.Repeat("\n", max(1, strings.Count(lead, "\n"))) + said // lines keep their numbers
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
