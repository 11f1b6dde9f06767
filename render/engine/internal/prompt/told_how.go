package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// toldSteps reads "how to set up … in under a minute: open …, press …".
func (p *parser) toldSteps(o *telling) bool {
	head, tail, ok := strings.Cut(o.rest, ": ")
	if !ok || !p.t.wh.MatchString(o.rest) {
		return false
	}
	if m := endTime.FindStringIndex(head); m != nil && p.inEnglish() && duration(head[m[0]:]) >= 5 && p.b.Seconds == 0 {
		p.b.length(head[m[0]:], duration(head[m[0]:]))
		head = head[:m[0]]
		o.rest = head + ": " + tail
	}
	items := p.splitItems(tail)
	if Words(head) > 10 || len(items) < 2 {
		return false
	}
	if p.inEnglish() && p.orders == 1 && p.said == 0 && p.b.Subject == "" && p.b.Title == "" {
		p.b.Subject = head // the first order names the topic
		if p.b.Purpose == "" {
			p.b.Purpose = Tutorial
		}
	}
	p.list(head, items, tail, o.role, o.at)
	return true
}

// toldQuestion reads "how it works", "why it pays".
func (p *parser) toldQuestion(o *telling) bool {
	if !p.t.wh.MatchString(o.rest) {
		return false
	}
	if !p.inEnglish() { // "cómo funciona el Pix para personas mayores, en 45 segundos"
		if m := endTime.FindStringIndex(Unstop(o.rest)); m != nil {
			if d := duration(Unstop(o.rest)[m[0]:]); d >= 5 {
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
func (p *parser) wh(verb, rest string, role Role, s sentence) {
	text := Unstop(rest)
	for { // "…, 45 seconds, portrait"
		i := strings.LastIndex(text, ", ")
		if i < 0 || !p.production(text[i+2:]) {
			break
		}
		p.understand(s.line, text[i+2:], func() { p.direct(text[i+2:], s.line) })
		text = text[:i]
	}
	if m := endTime.FindStringIndex(text); m != nil && p.b.Seconds == 0 && p.t.code == "en" {
		if d := duration(text[m[0]:]); d >= 5 && d <= 600 {
			p.b.length(text[m[0]:], d)
			text = strings.TrimSpace(text[:m[0]])
		}
	}
	if p.t.code == "en" {
		text = childlike.ReplaceAllString(text, "")
	}
	text = p.cutAudience(text)
	text = p.toldTo(text)
	if p.t.code == "en" && strings.HasPrefix(strings.ToLower(text), "how ") && verb == "show" {
		c := text[4:]
		if p.isClause(c) && !strings.HasPrefix(strings.ToLower(c), "to ") && !plainHow.MatchString(c) {
			p.say(Point{Form: Clause, Text: c, Role: role, Asked: true}, s)
			return
		}
	}
	p.say(Point{Form: How, Text: text, Role: role, Asked: true}, s)
}

// toldTo takes those to whom something is explained off its end, with the clause that
// tells which they are: "how heat pumps work to homeowners who never heard of them".
func (p *parser) toldTo(text string) string {
	if p.t.code != "en" {
		return text
	}
	for _, sep := range []string{" to ", " for "} {
		i := strings.LastIndex(text, sep)
		if i <= 0 || Words(text[:i]) < 3 || inQuotes(text, i) {
			continue
		}
		who := Unstop(text[i+len(sep):])
		plain, which := who, ""
		if m := relativeWho.FindStringIndex(who); m != nil {
			plain, which = who[:m[0]], who[m[0]:]
		}
		if Words(plain) > 4 || Words(which) > 9 || !p.t.people.MatchString(plain) || p.isClause(plain) {
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
	if i < 0 || p.t.code != "en" {
		return s
	}
	if who := strings.TrimSpace(s[i+6:]); p.t.people.MatchString(who) && Words(who) <= 12 {
		if p.b.Audience == "" {
			p.b.Audience = who
		}
		return s[:i]
	}
	return s
}
