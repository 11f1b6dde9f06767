package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// toldCompared reads "compare A with B: price 1 vs 2, …".
func (p *parser) toldCompared(o *telling) bool {
	if o.name != "compare" {
		return false
	}
	head, rows, _ := strings.Cut(prose.Unstop(o.rest), ": ")
	if i := strings.LastIndex(head, " for "); i > 0 && p.t.People.MatchString(head[i+4:]+" ") {
		p.meantFor(head[i+5:], o.at.Line)
		head = head[:i]
	}
	if a, b, ok := versus(head); ok {
		pt := brief.Point{Form: brief.Compare, Items: []brief.Item{{Title: a}, {Title: b}}, Asked: true}
		for _, row := range p.splitItems(rows) {
			if m := rowRE.FindStringSubmatch(row); m != nil {
				pt.Items = append(pt.Items, brief.Item{Title: strings.TrimSpace(m[1]), Body: m[2] + "|" + m[3]})
			}
		}
		if len(pt.Items) == 2 && p.isClause(rows) {
			pt = brief.Point{Form: brief.Clause, Text: prose.Upper(prose.Stop(rows)), Asked: true} // it says itself what the two have
		}
		p.say(pt, o.at)
		return true
	}
	a, b, ok := versus(o.rest)
	if ok {
		p.say(brief.Point{Form: brief.Compare, Items: []brief.Item{{Title: a}, {Title: b}}, Asked: true}, o.at)
	}
	return ok
}

// toldHeaded reads a list under its name, "the rules: a, b and c", or what else stands
// behind a colon.
func (p *parser) toldHeaded(o *telling) bool {
	if m := chartLead.FindStringIndex(o.rest); m != nil && strings.Contains(o.rest, ":") {
		o.rest = grammar.TrimLead(o.rest[m[1]:]) // the values decide how they are drawn
	}
	head, tail, ok := strings.Cut(o.rest, ":")
	if !ok || (prose.Words(head) > 8 || prose.URL(o.rest) != "") && !p.t.Heads.MatchString(o.rest) {
		return false
	}
	items := p.splitItems(strings.TrimSpace(tail))
	if len(items) >= 2 && (p.t.Heads.MatchString(head) || len(items) >= 3) {
		p.list(head, items, tail, o.role, o.at)
		return true
	}
	p.told(o.verb, strings.TrimSpace(tail), o.role, o.at)
	return true
}

// toldAgenda is [parser.agenda] for every other verb.
func (p *parser) toldAgenda(o *telling) bool { return p.agenda(o.rest, o.at) }

// toldMixed reads "the free plan, and that it is private": phrases and clauses apart.
func (p *parser) toldMixed(o *telling) bool {
	items := p.splitItems(o.rest)
	that := thatItems(items)
	if that == 0 || that == len(items) {
		return false
	}
	phrases := len(items) - that
	if phrases >= 3 {
		var names []string
		for _, it := range items {
			if !p.t.That.MatchString(it) {
				names = append(names, it)
			}
		}
		p.list("", names, "", o.role, o.at)
	}
	for _, it := range items {
		if r, ok := grammar.After(p.t.That, it); ok {
			o.say(p, brief.Clause, p.mainClause(r))
		} else if phrases < 3 {
			o.say(p, brief.Phrase, it)
		}
	}
	return true
}

// coversVerb only names what is spoken about.
var coversVerb = pattern.New(`(?i)^(?:cover|discuss|address|touch on|talk about|go over|focus on)$`)

// toldCovered reads what a video covers, "chair height, monitor distance and taking breaks",
// of which nothing is told there.
func (p *parser) toldCovered(o *telling) bool {
	items := p.splitItems(o.rest)
	if !p.inEnglish() || !coversVerb.MatchString(strings.TrimSpace(o.verb)) || len(items) < 3 || anyDigit.MatchString(o.rest) || strings.Contains(o.rest, ":") {
		return false
	}
	for _, it := range items {
		if p.isClause(it) || prose.Words(it) > 5 {
			return false
		}
	}
	pt := brief.Point{Form: brief.Agenda, Asked: true}
	for _, it := range items {
		pt.Items = append(pt.Items, brief.Item{Title: it})
	}
	p.say(pt, o.at)
	return true
}

// toldListed reads "a, b and c".
func (p *parser) toldListed(o *telling) bool {
	items := p.splitItems(o.rest)
	if len(items) < 3 || p.isClause(items[0]) {
		return false
	}
	p.list("", items, o.rest, o.role, o.at)
	return true
}

// toldClause keeps a sentence.
func (p *parser) toldClause(o *telling) bool {
	if !p.isClause(o.rest) || p.relative(o.rest) {
		return false
	}
	o.say(p, brief.Clause, o.rest)
	return true
}

// toldPicture reads what is to be seen and holds no fact: "a map", "calm music".
func (p *parser) toldPicture(o *telling) bool {
	if anyDigit.MatchString(o.rest) {
		return false
	}
	picture := p.inEnglish() && pictureRE.MatchString(o.rest)
	if picture {
		p.b.Note(o.at.Line, "\""+prose.Clip(prose.Unstop(o.rest), 80)+"\" is a picture without data: what the facts give is drawn")
	} else if !p.t.Production.MatchString(o.rest) {
		return false
	}
	p.direct(o.rest, o.at.Line)
	return true
}

// toldPhrase keeps what is left as it is.
func (p *parser) toldPhrase(o *telling) bool {
	o.say(p, brief.Phrase, prose.Unstop(o.rest))
	return true
}

var chartLead = pattern.New(`(?i)^(?:an? |the )?(?:\w+ )?(?:chart|graph|diagram|donut|pie)(?: (?:of|with|showing|for|comparing|on))?(?: the)?\b`)

var pictureRE = pattern.New(`(?i)^(?:an? |the |our |some )?(?:\w+ )?(?:comparison|chart|graph|diagram|table|timeline|counter|icons?|map|animation|photos?|pictures?|images?|clips?|footage|screenshots?|close-?up)\b`)

func thatItems(items []string) int {
	n := 0
	for _, it := range items {
		if strings.HasPrefix(strings.ToLower(it), "that ") {
			n++
		}
	}
	return n
}

// rowRE reads "cost per trip €0.62 vs €0.31".
var rowRE = pattern.New(`(?i)^(.+?)[: ]\s*([€$£~]?\s?-?\d[\d.,]*\s?(?:%|[€$£]|\p{L}{1,8})?|yes|no|none|free)\s+(?:vs\.?|versus|against|to|or|gegen|contra|contre|contro)\s+([€$£~]?\s?-?\d[\d.,]*\s?(?:%|[€$£]|\p{L}{1,8})?|yes|no|none|free)$`)

// versus cuts "a with b", "a vs b", "a and b".
func versus(s string) (string, string, bool) {
	s = prose.Unstop(s)
	for _, sep := range []string{" versus ", " vs. ", " vs ", " with ", " to ", " against ", " and "} {
		if a, b, ok := strings.Cut(s, sep); ok && a != "" && b != "" {
			return side(a), side(b), true
		}
	}
	return "", "", false
}

// side is one of two things compared, by its name where it has one: "Volt S" of "our
// new e-bike Volt S".
func side(s string) string {
	s = strings.TrimSpace(s)
	if name, about := cutAppositive(s); about != "" && strings.HasSuffix(s, name) {
		s = name
	}
	return prose.Upper(s)
}
