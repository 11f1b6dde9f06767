package prompt

import (
	"cmp"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// leaveOut names what a video is not to tell. One of the groups is what.
var leaveOut = pattern.New(`(?i)^(?:please )?(?:(?:don['’]t|do not) (?:mention|include|talk about|cover|list)|no need to (?:mention|list)|leave out) (?:the |any |our |all )?((?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?: in (?:too much |any )?detail)?$|^(?:please )?leave (?:the |any |our |all )?((?:[\p{L}-]+ ){0,3}?[\p{L}-]+) out$`)

// isToKnow is what viewers are to know behind a video, as a question that its facts answer.
var isToKnow = pattern.New(`(?i)^(?:people|viewers?|they|everyone|everybody|employees|staff|the (?:audience|team|viewers?)|customers|users|participants|learners|students) (?:should|must|need to|has to|have to|ought to) (?:\p{Ll}+ )?(?:know|understand|learn|remember|see|find out|get|realise|realize)(?: about)? (?:what|how|why|which|when|where|who)\b`)

// aim is what a video is to do with somebody, as a brief begins. Group 1 is whom.
var aim = pattern.New(`(?i)^(?:we|i)(?: (?:want|need|would like|['’]?d like|are trying|have|hope)|['’]d like) to (?:win back|reach|attract|persuade|convince|activate|re-?activate|engage|motivate|encourage|reassure|thank|inform|address|target|get) ((?:\p{L}+ ){0,2}?[\p{L}-]+s\b[^.:;,]{0,60}|[\p{L} -]{3,40})[.!]?$`)

// aims reads the aim of a video, which is not spoken.
func (p *parser) aims(text string, s prose.Sentence) bool {
	if p.t.Code == "en" && !p.verbatim && p.orders > 0 && isToKnow.MatchString(text) {
		p.orders++
		p.b.Note(s.Line, "the purpose \""+prose.Clip(prose.Unstop(text), 80)+"\" steers the structure; it is not spoken")
		return true
	}
	if p.t.Code == "en" && !p.verbatim && p.orders+p.said > 0 {
		if m := explainIt.FindStringSubmatch(text); m != nil && p.t.People.MatchString(prose.FirstWords(m[1], 4)) {
			p.orders++
			p.understand(s.Line, text, func() { p.b.Audience = m[1] })
			return true
		}
		if m := fromTeam.FindStringSubmatch(text); m != nil && p.orders > 0 && !p.isClause(text) {
			p.orders++
			p.understand(s.Line, text, func() {
				if p.b.Presenter.Role == "" && p.b.Presenter.Name == "" {
					p.b.Presenter.Name, p.b.Presenter.Role = m[2], prose.Upper(m[1])
				}
			})
			return true
		}
		if m := leaveOut.FindStringSubmatch(prose.Unstop(text)); m != nil && p.orders > 0 {
			p.orders++
			p.b.Avoid = append(p.b.Avoid, brief.Literal{Text: cmp.Or(m[1], m[2]), Line: s.Line})
			return true
		}
	}
	m := aim.FindStringSubmatch(text)
	if m == nil || p.t.Code != "en" || p.orders+p.said > 0 || p.verbatim || !p.t.People.MatchString(prose.FirstWords(m[1], 4)) {
		return false
	}
	p.orders++
	p.understand(s.Line, text, func() { p.b.Audience = m[1] })
	return true
}
