package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// toldSteps reads "how to set up … in under a minute: open …, press …".
func (p *parser) toldSteps(o *telling) bool {
	head, tail, ok := strings.Cut(o.rest, ": ")
	if !ok || !p.t.Question.MatchString(o.rest) {
		return false
	}
	if m := endTime.FindStringIndex(head); m != nil && p.inEnglish() && prose.Duration(head[m[0]:]) >= 5 && p.b.Seconds == 0 {
		p.b.length(head[m[0]:], prose.Duration(head[m[0]:]))
		head = head[:m[0]]
		o.rest = head + ": " + tail
	}
	items := p.splitItems(tail)
	if prose.Words(head) > 10 || len(items) < 2 {
		return false
	}
	if p.inEnglish() && p.orders == 1 && p.said == 0 && p.b.Subject == "" && p.b.Title == "" {
		p.b.Subject = head // the first order names the topic
		if p.b.Purpose == "" {
			p.b.Purpose = brief.Tutorial
		}
	}
	p.list(head, items, tail, o.role, o.at)
	return true
}

// toldQuestion reads "how it works", "why it pays".
func (p *parser) toldQuestion(o *telling) bool {
	if !p.t.Question.MatchString(o.rest) {
		return false
	}
	if !p.inEnglish() { // "cómo funciona el Pix para personas mayores, en 45 segundos"
		if m := endTime.FindStringIndex(prose.Unstop(o.rest)); m != nil {
			if d := prose.Duration(prose.Unstop(o.rest)[m[0]:]); d >= 5 {
				p.b.length(o.rest[m[0]:], d)
				o.rest = strings.TrimSpace(o.rest[:m[0]])
			}
		}
		o.rest = p.audienceCut(o.rest)
	}
	p.wh(o.name, o.rest, o.role, o.at)
	return true
}

var endTime = pattern.New(`(?i)\s*,?\s*\b(?:in|within|en|em|in weniger als|en moins de)\s+(?:about |around |under |less than )?\S+[ -](?:seconds?|minutes?|secs?|mins?|sekunden|minuten|segundos|minutos|secondes|secondi|minuti)$`)

// wh files "how to …", "why …". "Show how teams save time" states a fact.
func (p *parser) wh(verb, rest string, role brief.Role, s prose.Sentence) {
	text := prose.Unstop(rest)
	for { // "…, 45 seconds, portrait, for homeowners"
		i := strings.LastIndex(text, ", ")
		if i >= 0 && p.b.Audience == "" {
			if kept := p.cutAudience(text); kept != text && len(kept) == i {
				text = kept
				continue
			}
		}
		if i < 0 || !p.production(text[i+2:]) {
			break
		}
		p.understand(s.Line, text[i+2:], func() { p.direct(text[i+2:], s.Line) })
		text = text[:i]
	}
	if m := endTime.FindStringIndex(text); m != nil && p.b.Seconds == 0 && p.t.Code == "en" {
		if d := prose.Duration(text[m[0]:]); d >= 5 && d <= 600 {
			p.b.length(text[m[0]:], d)
			text = strings.TrimSpace(text[:m[0]])
		}
	}
	if p.t.Code == "en" {
		text = childlike.ReplaceAllString(text, "")
	}
	text = p.cutAudience(text)
	text = p.toldTo(text)
	if p.t.Code == "en" && strings.HasPrefix(strings.ToLower(text), "how ") && verb == "show" {
		c := text[4:]
		if p.isClause(c) && !strings.HasPrefix(strings.ToLower(c), "to ") && !plainHow.MatchString(c) {
			p.say(brief.Point{Form: brief.Clause, Text: c, Role: role, Asked: true}, s)
			return
		}
	}
	p.say(brief.Point{Form: brief.How, Text: text, Role: role, Asked: true}, s)
}

// toldTo takes those to whom something is explained off its end, with the clause that
// tells which they are: "how heat pumps work to homeowners who never heard of them".
func (p *parser) toldTo(text string) string {
	if p.t.Code != "en" {
		return text
	}
	for _, sep := range []string{" to ", " for "} {
		i := strings.LastIndex(text, sep)
		if i <= 0 || prose.Words(text[:i]) < 3 || prose.InQuotes(text, i) {
			continue
		}
		who := prose.Unstop(text[i+len(sep):])
		plain, which := who, ""
		if m := relativeWho.FindStringIndex(who); m != nil {
			plain, which = who[:m[0]], who[m[0]:]
		}
		if prose.Words(plain) > 4 || prose.Words(which) > 9 || !p.t.People.MatchString(plain) || p.isClause(plain) {
			continue
		}
		if p.b.Audience == "" {
			p.b.Audience = who
		}
		return strings.TrimRight(text[:i], ", ")
	}
	return text
}

// relativeWho begins the clause that tells which people are meant.
var relativeWho = pattern.New(`(?i) (?:who|that|with|without) `)

// cutAudience takes "…, for homeowners who …" off the end of a topic.
func (p *parser) cutAudience(s string) string {
	i := strings.LastIndex(s, ", for ")
	if i < 0 || p.t.Code != "en" {
		return s
	}
	if who := strings.TrimSpace(s[i+6:]); p.t.People.MatchString(who) && prose.Words(who) <= 12 {
		if p.b.Audience == "" {
			p.b.Audience = who
		}
		return s[:i]
	}
	return s
}
