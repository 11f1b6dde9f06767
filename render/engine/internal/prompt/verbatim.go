package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var conceptRE = pattern.New(`(?i)\bconcept,? not verbatim|not (?:to be read )?verbatim|rephrase freely|feel free to rephrase|paraphrase`)

// literal keeps a line of the critical text exactly, without its bullet and quotes.
func (p *parser) literal(l line) {
	t := strings.TrimSpace(l.text)
	if t == "" {
		return
	}
	if x, _, ok := bullet(t); ok {
		t = x
	}
	if own := p.ownItem(l.n); own != "" {
		t = own
	} else {
		t = p.exact(l.n, t)
	}
	if q, ok := Unquote(strings.TrimRight(t, ".,;")); ok {
		t = q
	}
	p.b.Screen = append(p.b.Screen, Literal{t, l.n})
}

// ownItem is the item that a line of the prompt consists of, as it stands there; "" where
// the line is no item of a list, or holds several.
func (p *parser) ownItem(n int) string {
	if n < 1 || n > len(p.b.src) {
		return ""
	}
	raw := strings.TrimSpace(p.b.src[n-1].text)
	x, _, ok := bullet(raw)
	if !ok || len(unfold([]line{{n, raw}})) > 1 {
		return ""
	}
	return strings.TrimSpace(x)
}

// scriptEnd parts a script from the directions below it: its last paragraphs whose
// every sentence is about the video, or what stands below a script in quotation marks.
func (p *parser) scriptEnd(lines []line) (script, below []line) {
	end := len(lines)
	quoted := len(lines) > 0 && strings.ContainsAny(firstText(lines)[:min(3, len(firstText(lines)))], "\"“«„")
	for i := len(lines) - 1; i > 0; i-- {
		t := strings.TrimSpace(lines[i].text)
		if t == "" {
			continue
		}
		other := p.directedIn(t) != "" // "Finish with the logo." below a script that is not English
		for _, s := range SplitSentences(t) {
			if !other && !p.isStyle(s) && !(Words(s) <= 9 && p.aboutVideo(s)) {
				return lines[:end], lines[end:]
			}
		}
		if quoted || other || strings.TrimSpace(lines[i-1].text) == "" {
			end = i
		}
	}
	return lines[:end], lines[end:]
}

// script takes every sentence as it is, except bracketed directions.
func (p *parser) script(lines []line) {
	for _, l := range lines {
		t := strings.TrimSpace(l.text)
		if strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") || strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")") {
			p.b.note(l.n, "direction "+t+" is not spoken")
			p.direct(strings.Trim(t, "[]()"), l.n)
		}
	}
	for _, para := range paragraphs(lines) {
		for _, s := range sentences(para) {
			t := bracketed.ReplaceAllString(s.text, " ")
			t = strings.TrimSpace(strings.Join(strings.Fields(t), " "))
			if q, ok := Unquote(t); ok {
				for _, inner := range SplitSentences(q) {
					p.say(Point{Form: Clause, Text: inner, Verbatim: p.verbatim}, s)
				}
				continue
			}
			t = speakerRE.ReplaceAllString(t, "")
			if q := p.quotation(t); q.Text != "" {
				p.said++
				q.Verbatim = p.verbatim
				p.say(q, s)
				continue
			}
			if t != "" {
				p.said++
				p.say(Point{Form: Clause, Text: t, Verbatim: p.verbatim}, s)
			}
		}
	}
}

var (
	bracketed = pattern.New(`\[[^\]]*\]`)
	speakerRE = pattern.New(`^(?:NARRATOR|VO|V\.O\.|HOST|PRESENTER|VOICEOVER|SPEAKER|AVATAR|SPRECHER(?:IN)?|LOCUTOR(?:A)?|NARRATEUR|NARRADOR(?:A)?)\s*:\s*`)
)

func paragraphs(lines []line) [][]line {
	var out [][]line
	var cur []line
	for _, l := range lines {
		if strings.TrimSpace(l.text) == "" {
			if cur != nil {
				out = append(out, cur)
			}
			cur = nil
			continue
		}
		if x, _, ok := bullet(l.text); ok {
			l.text = x
		}
		cur = append(cur, l)
	}
	if cur != nil {
		out = append(out, cur)
	}
	return out
}
