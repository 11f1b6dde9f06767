package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var conceptRE = pattern.New(`(?i)\bconcept,? not verbatim|not (?:to be read )?verbatim|rephrase freely|feel free to rephrase|paraphrase`)

// literal keeps a line of the critical text exactly, without its bullet and quotes.
func (p *parser) literal(l prose.Line) {
	t := strings.TrimSpace(l.Text)
	if t == "" {
		return
	}
	if x, _, ok := prose.Bullet(t); ok {
		t = x
	}
	if own := p.ownItem(l.N); own != "" {
		t = own
	} else {
		t = p.exact(l.N, t)
	}
	if q, ok := prose.Unquote(strings.TrimRight(t, ".,;")); ok {
		t = q
	} else if m := literalParts.FindStringSubmatch(t); m != nil {
		if t = m[2]; strings.TrimSpace(m[3]) == "" || !quoteLabel.MatchString(m[1]) { // who said a quotation is read with it
			t = p.remarkOn(m[2], m[3], l.N)
		} else {
			t += m[3]
		}
	}
	p.b.Screen = append(p.b.Screen, brief.Literal{Text: t, Line: l.N})
}

// remarkOn is a text in quotation marks without them; what is said of it behind, `"$4B" —
// the valuation`, is noted.
func (p *parser) remarkOn(quoted, remark string, at int) string {
	text, _ := prose.Unquote(quoted)
	if r := strings.Trim(remark, " ,.;:()[]–—-"); r != "" {
		p.b.NoteOn(at, "\""+prose.Clip(r, 80)+"\": a remark on the text before it, which is not shown", r)
	}
	return text
}

var (
	// literalParts is one text in quotation marks with what it is called before and a remark behind.
	literalParts = pattern.New(`^((?:\p{L}[\p{L} -]{1,24}:\s+)?)("[^"]+"|“[^”]+”|„[^“”"]+[“”"]|«[^»]+»)((?:\s*[–—-]\s*|\s+\()[^"“”«»„]{2,80}|)$`)
	// quoteLabel names words that somebody said.
	quoteLabel = pattern.New(`(?i)^(?:(?:customer |client )?quote|testimonial|zitat|cita|citation|citazione|citação)\b`)
)

// ownItem is the item that a line of the prompt consists of, as it stands there; "" where
// the line is no item of a list, or holds several.
func (p *parser) ownItem(n int) string {
	if n < 1 || n > len(p.b.Source) {
		return ""
	}
	raw := strings.TrimSpace(p.b.Source[n-1].Text)
	x, _, ok := prose.Bullet(raw)
	if !ok || len(layout.Unfold([]prose.Line{{N: n, Text: raw}})) > 1 {
		return ""
	}
	return strings.TrimSpace(x)
}

// scriptEnd parts a script from the directions below it: its last paragraphs whose
// every sentence is about the video, or what stands below a script in quotation marks.
func (p *parser) scriptEnd(lines []prose.Line) (script, below []prose.Line) {
	end := len(lines)
	quoted := len(lines) > 0 && strings.ContainsAny(prose.FirstText(lines)[:min(3, len(prose.FirstText(lines)))], "\"“«„")
	for i := len(lines) - 1; i > 0; i-- {
		t := strings.TrimSpace(lines[i].Text)
		if t == "" {
			continue
		}
		other := p.directedIn(t) != "" // "Finish with the logo." below a script that is not English
		for _, s := range prose.SplitSentences(t) {
			if !other && !p.isStyle(s) && !(prose.Words(s) <= 9 && p.aboutVideo(s)) {
				return lines[:end], lines[end:]
			}
		}
		if quoted || other || strings.TrimSpace(lines[i-1].Text) == "" {
			end = i
		}
	}
	return lines[:end], lines[end:]
}

// script takes every sentence as it is, except bracketed directions.
func (p *parser) script(lines []prose.Line) {
	for _, l := range lines {
		t := strings.TrimSpace(l.Text)
		if strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") || strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")") {
			p.b.Note(l.N, "direction "+t+" is not spoken")
			p.direct(strings.Trim(t, "[]()"), l.N)
		}
	}
	for _, para := range paragraphs(lines) {
		for _, s := range prose.Sentences(para) {
			t := bracketed.ReplaceAllString(s.Text, " ")
			t = strings.TrimSpace(strings.Join(strings.Fields(t), " "))
			if q, ok := prose.Unquote(t); ok {
				for _, inner := range prose.SplitSentences(q) {
					p.say(brief.Point{Form: brief.Clause, Text: inner, Verbatim: p.verbatim}, s)
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
				p.say(brief.Point{Form: brief.Clause, Text: t, Verbatim: p.verbatim}, s)
			}
		}
	}
}

var (
	bracketed = pattern.New(`\[[^\]]*\]`)
	speakerRE = pattern.New(`^(?:NARRATOR|VO|V\.O\.|HOST|PRESENTER|VOICEOVER|SPEAKER|AVATAR|SPRECHER(?:IN)?|LOCUTOR(?:A)?|NARRATEUR|NARRADOR(?:A)?)\s*:\s*`)
)

func paragraphs(lines []prose.Line) [][]prose.Line {
	var out [][]prose.Line
	var cur []prose.Line
	for _, l := range lines {
		if strings.TrimSpace(l.Text) == "" {
			if cur != nil {
				out = append(out, cur)
			}
			cur = nil
			continue
		}
		if x, _, ok := prose.Bullet(l.Text); ok {
			l.Text = x
		}
		cur = append(cur, l)
	}
	if cur != nil {
		out = append(out, cur)
	}
	return out
}
