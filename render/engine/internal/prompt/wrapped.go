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

// quotedText is a text in quotation marks, what stands before it, and what behind it.
var quotedText = pattern.New(`(?s)^(?:([^"“”\n]{2,200}?)\s*)?["“]([^"“”]+)["”]\s*([^"“”]*)$`)

// ofText says that a video is made of the text below.
var ofText = pattern.New(`(?i) (?:of|from|out of|based on|about) (?:this|the following|the|my|our) (?:[\p{L}-]+ )?(?:post|message|e-?mail|mail|text|note|announcement|tweet|thread|article|update)(?: below)?:$`)

// helloThere is the greeting of a message that others were sent.
var helloThere = pattern.New(`(?i)^(?:(?:hey|hi|hello|morning|good morning) (?:all|everyone|everybody|team|folks|guys|there)|all|team|everyone|everybody|folks|colleagues)\s?[,!.–—-]+ *`)

// underOrder takes the quotation marks off a message that was copied below its order, or
// above it: "make this into a video for the team: “We're moving standup. Same link.”" What
// only says where it comes from is not said: "Slack from #facilities:".
func (p *parser) underOrder(text string) string {
	m := quotedText.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || len(prose.SplitSentences(m[2])) < 2 || verbatimRE.MatchString(m[1]+m[3]) {
		return text
	}
	gap := strings.Repeat("\n", strings.Count(text[:strings.Index(text, m[2])], "\n")) // lines keep their numbers
	lead, behind := ofText.ReplaceAllString(m[1], ":"), strings.TrimSpace(m[3])
	order := strings.TrimSuffix(lead, ":")
	switch first := prose.SplitSentences(behind); {
	case behind == "" && strings.HasSuffix(lead, ":") && (p.isMake(p.stripLead(order)) || makeOfThis.MatchString(order)):
	case len(first) == 1 && (makeOfThis.MatchString(first[0]) || p.isMake(p.stripLead(first[0]))) && prose.Words(lead) <= 10 && (lead == "" || strings.HasSuffix(lead, ":")):
		if order = prose.Unstop(pleaseLast.ReplaceAllString(behind, "$1")); lead != "" {
			p.b.NoteOn(1, "where the text comes from is not said", prose.FirstWords(lead, 2))
		}
	case strings.HasSuffix(lead, ":") && intoVideo.MatchString(order) && prose.Words(order) <= 10:
		p.b.NoteOn(1, "understood: "+order, prose.FirstWords(order, 2))
		if order = "Make a video"; behind != "" { // "LinkedIn post to video please: “…” I'm Tomas."
			m[2] = prose.Stop(strings.TrimSpace(m[2])) + " " + behind
		}
	default:
		return text
	}
	said := prose.Upper(helloThere.ReplaceAllString(strings.TrimSpace(m[2]), ""))
	if gap == "" {
		gap = " "
	}
	return order + "." + gap + said
}

// intoVideo says that a text becomes a video.
var intoVideo = pattern.New(`(?i)\b(?:to|into|as|->|→) (?:an? )?(?:(?:short|quick|\d+s|\d+[- ]second) )?(?:video|clip|reel|film)\b`)

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
