package prompt

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// layout brings the ways in which people lay out scenes and scripts into the one
// that the parser reads: fields with a dash ("VO - …"), speakers' names and directions
// in brackets.
func (p *parser) layout(lines []prose.Line) []prose.Line {
	lines = dashedFields(layout.InOneLine(lines))
	if layout.Planned(lines) {
		return lines // a scene reads its own brackets and speakers
	}
	return p.dialogue(faq(lineLists(pauses(p.asides(wordForWord(lines))))))
}

// pauses puts a pause that stands on a line of its own before the words after it.
func pauses(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	held := ""
	for i, l := range lines {
		t := strings.TrimSpace(l.Text)
		if t != "" && strings.TrimSpace(scene.Unpaused(t)) == "" && i+1 < len(lines) {
			held += t
			continue
		}
		if held != "" && t != "" {
			l.Text, held = held+" "+t, ""
		}
		out = append(out, l)
	}
	return out
}

var (
	dashField    = pattern.New(`(?i)^\s*(vo|v\.o\.|voice-?over|text on screen|on-?screen text|visuals?|lower[- ]third|music|transition|duration|length)\s+[–—-]\s+(.+)$`)
	lengthDashed = pattern.New(`(?i)^\s*(length|duration|dauer|duración|durée|duração|durata)\s+[–—-]\s+(.+)$`)
)

// dashedFields reads "VO - …" in a prompt that has scenes, and "Length - 45 sec".
func dashedFields(lines []prose.Line) []prose.Line {
	scenes := layout.Planned(lines)
	out := make([]prose.Line, 0, len(lines))
	for _, l := range lines {
		if m := dashField.FindStringSubmatch(l.Text); m != nil && scenes {
			l.Text = m[1] + ": " + m[2]
		} else if m := lengthDashed.FindStringSubmatch(l.Text); m != nil && prose.Duration(m[2]) > 0 {
			l.Text = m[1] + ": " + m[2]
		}
		out = append(out, l)
	}
	return out
}

// verbatimRE announces a script that stands below.
var verbatimRE = pattern.New(`(?i)^\s*(?:please |bitte |por favor,? |s'il (?:vous|te) plaît,? |per favore,? )?(?:` +
	`(?:use|read|say|speak|record|voice|narrate) (?:this|the following|my|our|the|exactly this|only this|these)(?: exact)? (?:script|text|words|copy|voice-?over|narration|lines)\b` +
	`|(?:please )?(?:use|read|say|speak|record|voice|narrate|keep|take|have (?:it|him|her|them|the (?:presenter|avatar|narrator)) (?:read|say)) (?:(?:exactly )?(?:this|the following|these|what(?:['’]s| is) below|the below|everything below)(?: (?:text|script|paragraph|part))?,? )?(?:exactly|word[- ]for[- ]word|verbatim|as[- ]is|as written|as it is|unchanged|without changes|to the letter)\b` +
	`|(?:here(?:['’]s| is)|this is|below is) (?:the |my |our )?(?:final |finished |full |exact |approved )*(?:script|voice-?over(?: text| script)?|narration|text to read|words to say)\b` +
	`|(?:the |my |our )?(?:final |finished |full |exact |approved )+(?:script|voice-?over(?: text| script)?|narration)\b` +
	`|(?:verwende|verwenden sie|nutze|nutzen sie|nimm|sprich|sprechen sie|lies) (?:genau )?(?:diesen|dieses|den folgenden|folgenden|das folgende|folgendes) (?:text|skript|sprechertext|wortlaut)` +
	`|(?:usa|use|utiliza|utilice|lee|lea) (?:este|el siguiente) (?:texto|guion|guión)` +
	`|(?:utilise|utilisez|lis|lisez|garde|gardez|reprends|reprenez) (?:ce|le) (?:texte|script)` +
	`|(?:use|usa|utilize|leia) (?:este|o seguinte) (?:texto|roteiro|guião)` +
	`|(?:usa|usate|utilizza|leggi) (?:questo|il seguente) (?:testo|copione|script)` +
	`|(?:gebruik|lees) (?:deze|de volgende) (?:tekst|woorden)|(?:gebruik|lees) dit script` +
	`)([^.!?:]{0,120})[:：]\s*(.*)$`)

// wordForWord turns the order to use a text as it stands into a script's heading.
func wordForWord(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		m := verbatimRE.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		out := append([]prose.Line{}, lines[:i]...)
		for _, x := range splitOutside(m[1], ", ") { // "…, male presenter, no music:"
			if x = strings.TrimSpace(x); x != "" && !verbatimWish.MatchString(x) && !asSpoken.MatchString(x) {
				out = append(out, prose.Line{N: l.N, Text: "STYLE: " + x})
			}
		}
		out = append(out, prose.Line{N: l.N, Text: "SCRIPT:"})
		if m[2] != "" {
			out = append(out, prose.Line{N: l.N, Text: m[2]})
		}
		return append(out, lines[i+1:]...)
	}
	return lines
}

// asSpoken says that the text is what is spoken: "as the voiceover".
var asSpoken = pattern.New(`(?i)^(?:as|for|in) (?:the |my |our |a )?(?:voice-?over|narration|script|video|spoken text|audio)(?: (?:text|script))?(?:,? (?:please|pls))?$|^please$|^(?:please )?(?:don['’]t|do not) change (?:a|any|anything|one|it)\b.*$`)

var (
	asideRE = pattern.New(`\[([^\[\]]{2,160})\]([^(:]|$)`)
)

// asides takes directions in square brackets, and brackets that are a whole line,
// out of running text: they are carried out where they can be, and never spoken.
func (p *parser) asides(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	code := false
	for _, l := range lines {
		if prose.FenceRE.MatchString(l.Text) {
			code = !code
		}
		t := strings.TrimSpace(l.Text)
		if code || layout.FieldRE.MatchString(t) || prose.TableRow.MatchString(t) || !strings.ContainsAny(t, "[(") {
			out = append(out, l)
			continue
		}
		if m := layout.WholeRE.FindStringSubmatch(t); m != nil && (!p.isClause(m[1]) || cameraRE.MatchString(m[1])) && len(lines) > 1 {
			p.aside(l.N, t, m[1])
			continue
		}
		if head, _, _, ok := layout.OpensSection(t); ok && (head == "screen" || strings.HasPrefix(t, "[")) {
			out = append(out, l)
			continue
		}
		had := t
		t = asideRE.ReplaceAllStringFunc(t, func(s string) string {
			m := asideRE.FindStringSubmatch(s)
			if strings.HasPrefix(m[1], "x]") || !strings.ContainsFunc(m[1], unicode.IsLetter) || prose.URL(m[1]) == m[1] {
				return s
			}
			if placeholder.MatchString(m[1]) && !strings.HasPrefix(had, s) && !prose.StartsNew(" "+strings.TrimSpace(m[2])) || placeholder.MatchString(m[1]) && !endsBefore(had, s) {
				p.b.NoteOn(l.N, "["+m[1]+"] looks like a placeholder: put its words in, or a value of the manifest", m[1])
				return m[1] + m[2]
			}
			p.aside(l.N, "["+m[1]+"]", m[1])
			return " " + m[2]
		})
		if t != had {
			if t = strings.Join(strings.Fields(t), " "); t == "" {
				continue
			}
			l.Text = t
		}
		out = append(out, l)
	}
	return out
}

// placeholder is a gap that a template leaves: "[First name]".
var placeholder = pattern.New(`(?i)^(?:(?:your|the|insert|enter|first|last|company|customer|client|product|brand|city|event|recipient)[ _-]?)?(?:name|company|date|firm|customer|client|product|title|city|town|place|link|url|website|email|phone|number|price|amount|brand|industry|role|topic|time)$`)

// endsBefore tells whether a sentence ends, or the line begins, before part.
func endsBefore(s, part string) bool {
	head := strings.TrimSpace(s[:max(0, strings.Index(s, part))])
	return head == "" || endsAsSaid(head)
}

// aside carries out a direction in brackets.
func (p *parser) aside(at int, whole, inner string) {
	if p.allProduction(inner) {
		p.understand(at, inner, func() { p.direct(inner, at) })
		return
	}
	p.b.attributes(inner, at)
	p.b.NoteOn(at, "direction "+whole+" is not spoken", inner)
}

// lineLists makes a list of the short lines below a line that ends with a colon.
func lineLists(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		out = append(out, lines[i])
		head := strings.TrimSpace(lines[i].Text)
		if !strings.HasSuffix(head, ":") || len(head) < 3 || head == "SCRIPT:" {
			continue
		}
		if _, _, _, ok := layout.OpensSection(head); ok {
			continue
		}
		n := 0
		for n+i+1 < len(lines) {
			t := strings.TrimSpace(lines[i+1+n].Text)
			_, _, _, sec := layout.OpensSection(t)
			if t == "" || sec || prose.IsBullet(t) || prose.Words(t) > 9 || prose.EndsSentence([]rune(t)[len([]rune(t))-1]) || strings.HasSuffix(t, ":") || prose.FenceRE.MatchString(t) || prose.TableRow.MatchString(t) || strings.ContainsAny(t[:1], "\"“«") {
				break
			}
			n++
		}
		if n < 3 {
			continue
		}
		for _, l := range lines[i+1 : i+1+n] {
			out = append(out, prose.Line{N: l.N, Text: "- " + strings.TrimSpace(l.Text)})
		}
		if i += n; i+1 < len(lines) && strings.TrimSpace(lines[i+1].Text) != "" {
			out = append(out, prose.Line{N: lines[i].N, Text: ""})
		}
	}
	return out
}

var (
	smallStart = pattern.New(`((?:[\p{L}\d)]{2}|\s\d|[\p{L}\d]["”])[.!?]+\s+)(\p{Ll})`)
	largeStart = pattern.New(`[\p{L}\d)]{2}[.!?]+\s+\p{Lu}`)
)

// capitals begins the sentences of a message that is typed in small letters with
// capitals, so that they can be told apart.
func capitals(text string) string {
	at := smallStart.FindAllStringSubmatchIndex(text, -1)
	if len(at) < 2 || len(at) < len(largeStart.FindAllStringIndex(text, -1)) {
		return text
	}
	out := []byte(text)
	for _, m := range at {
		if text[m[4]] < 'a' || text[m[4]] > 'z' || prose.FirstIsName(text[m[4]:]) || prose.Abbreviated(strings.TrimRight(text[:m[2]+len(strings.TrimRight(text[m[2]:m[3]], " \n\t"))], ".!? ")) {
			continue
		}
		word := text[m[4]:]
		if i := strings.IndexFunc(word, unicode.IsSpace); i > 0 {
			word = word[:i]
		}
		if prose.URL(word)+prose.Mail(word) != "" {
			continue
		}
		out[m[4]] -= 'a' - 'A'
	}
	return string(out)
}
