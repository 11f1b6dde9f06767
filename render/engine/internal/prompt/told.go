package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// toldRecap reads "recap the steps", and to whom something is announced.
func (p *parser) toldRecap(o *telling) bool {
	if m := toldThem.FindStringSubmatch(o.verb); m != nil && p.inEnglish() && p.b.Audience == "" {
		p.b.Audience = m[1] // "announce to all staff"
	}
	if p.isName(o.name, "recap", "summarize", "summarise") && recapRE.MatchString(o.rest) {
		p.b.Recap = true
		return true
	}
	o.rest = p.addressee(o.rest)
	return false
}

// toldText reads "this text: …", which stands behind the colon.
func (p *parser) toldText(o *telling) bool {
	m := thisText.FindStringIndex(o.rest)
	if m == nil {
		return false
	}
	for _, x := range prose.SplitSentences(o.rest[m[1]:]) {
		p.said++
		p.statement(x, o.at)
	}
	return true
}

// toldThenDo reads two lists that follow each other.
func (p *parser) toldThenDo(o *telling) bool {
	m := thenDo.FindStringSubmatch(o.rest)
	if m == nil {
		return false
	}
	a, b := p.splitItems(m[1]), p.splitItems(m[3])
	if len(a) < 2 || len(b) < 2 {
		return false
	}
	p.list("", a, "", o.role, o.at)
	p.list(m[2], b, m[3], o.role, o.at)
	return true
}

// toldInTime reads "in under a minute how …".
func (p *parser) toldInTime(o *telling) bool {
	m := inTime.FindStringIndex(o.rest)
	if m == nil {
		return false
	}
	if d := prose.Duration(o.rest[:m[1]]); d >= 5 {
		p.b.length(o.rest[:m[1]], d)
		o.rest = grammar.TrimLead(o.rest[m[1]:])
	}
	return false
}

// toldRows reads "compare our three plans: Starter $9, 1 user; Team $29, 10 users; …".
func (p *parser) toldRows(o *telling) bool {
	head, tail, ok := strings.Cut(prose.Unstop(o.rest), ": ")
	if !ok || o.name != "compare" || !strings.Contains(tail, "; ") {
		return false
	}
	items := p.splitItems(tail)
	if len(items) < 3 {
		return false
	}
	if p.b.Subject == "" && p.b.Title == "" {
		p.subject(head, o.at.Line)
	}
	p.list(head, items, tail, o.role, o.at)
	return true
}

// toldBeside is [parser.besideEachOther] and [parser.topicAndFacts] in their place.
func (p *parser) toldBeside(o *telling) bool {
	return o.name == "compare" && p.besideEachOther(o.rest, o.at) || p.topicAndFacts(o.verb, o.rest, o.at)
}

// toldThat reads "that …", a clause or several.
func (p *parser) toldThat(o *telling) bool {
	rest, ok := grammar.After(p.t.That, o.rest)
	if !ok {
		return false
	}
	for _, c := range p.clauses(rest) {
		if m := theyGet.FindStringIndex(c); m != nil && p.inEnglish() && p.b.Audience != "" {
			c = "You" + c[len("they"):] // said to those whom it is for
		}
		if p.inEnglish() && p.b.Audience != "" {
			c = ofThem(c)
		}
		o.say(p, brief.Clause, p.mainClause(c))
	}
	return true
}

// toldLabel reads "mention the address: 12 King Street".
func (p *parser) toldLabel(o *telling) bool {
	m := ofLabel.FindStringSubmatch(prose.Unstop(o.rest))
	if m == nil || !p.inEnglish() || !p.isName(o.name, "mention", "include", "show", "state", "note", "add", "share", "list", "highlight") || p.isClause(m[2]) || len(p.splitItems(m[2])) > 2 {
		return false
	}
	is := " is "
	if strings.HasSuffix(m[1], "s") && !strings.HasSuffix(m[1], "ss") {
		is = " are "
	}
	o.say(p, brief.Clause, prose.Upper(m[1])+is+m[2])
	return true
}

// ofLabel is one value by its label. Groups: the label with its article, the value.
var ofLabel = pattern.New(`(?i)^((?:the|our) (?:[\p{L}-]+ ){0,2}(?:address|phone|number|hotline|e-?mail|website|hours|dates?|time|prices?|fee|code|deadline|location|venue|place|hashtag|room|discount|offer|password|capacity|duration|distance|weight|name|slogan|sponsor|organi[sz]er)): (.{2,60})$`)

// toldNothing reads "Tell them: no guilt".
func (p *parser) toldNothing(o *telling) bool {
	m := noThing.FindString(prose.Unstop(o.rest))
	if m == "" || !p.inEnglish() {
		return false
	}
	o.say(p, brief.Clause, prose.Upper(m))
	return true
}

// toldQuoted reads words in quotation marks, and who said them.
func (p *parser) toldQuoted(o *telling) bool {
	if q, ok := prose.Unquote(prose.Unstop(o.rest)); ok {
		p.say(brief.Point{Form: brief.Clause, Text: q, Role: o.role, Asked: true, Verbatim: true}, o.at)
		return true
	}
	q := p.quotation(quoteFrom.ReplaceAllString(o.rest, ""))
	if q.Text == "" {
		return false
	}
	q.Asked = true
	p.say(q, o.at)
	return true
}

// toldOnScreen reads words that are to be shown.
func (p *parser) toldOnScreen(o *telling) bool {
	q := prose.Quoted(o.rest)
	if len(q) != 1 || !onScreenRE.MatchString(o.rest) {
		return false
	}
	p.b.Screen = append(p.b.Screen, brief.Literal{Text: q[0], Line: o.at.Line})
	return true
}

// toldIntroducing is [parser.introduce] for its verbs.
func (p *parser) toldIntroducing(o *telling) bool {
	if !p.isName(o.name, "introduce", "present", "announce", "launch") {
		return false
	}
	p.introduce(o.rest, o.at)
	return true
}

// noThing denies something in a word or two.
var noThing = pattern.New(`(?i)^(?:no|not|never|nothing) [\p{L}' -]{3,40}$`)

// toldThem are those to whom something is told.
var toldThem = pattern.New(`(?i)\sto ((?:all|our|the|all our|all the) \p{L}+)\s*$`)

// quoteFrom stands before a person's name: "Quote from Grace Banda: …".
var quoteFrom = pattern.New(`(?i)^(?:from|by|of) `)

var theyGet = pattern.New(`(?i)^they (?:get|receive|can|will|may|need|should|must)\b`)

// thisText announces a text that stands behind the colon.
var thisText = pattern.New(`(?i)^(?:this|the following|the) (?:article|text|report|post|page|story|news|press release|e-?mail|abstract|paragraph)\s*:\s*`)

var inTime = pattern.New(`(?i)^(?:in|within|en) (?:about |around |under |less than |roughly |just |etwa |rund |nur |unos |environ |circa )?(?:\S+[ -]){1,3}?(?:seconds?|minutes?|secs?|mins?|sekunden|minuten|segundos|minutos|secondes|secondi|minuti|seconden)\b,?\s*`)

// clauses cuts "A, that B, and that C" into its clauses. A comma alone parts them
// only in such a row: else it begins a relative clause.
func (p *parser) clauses(s string) []string {
	re := andThat
	if re.MatchString(s) {
		re = rowThat
	}
	var out []string
	last := 0
	for _, m := range re.FindAllStringIndex(s, -1) {
		out = append(out, s[last:m[0]])
		last = m[1]
	}
	return append(out, s[last:])
}

var rowThat = pattern.New(`(?i),? (?:(?:and|und|sowie|y|et|e|en) )?(?:that|dass|que|che|dat) |,? (?:et )?qu['’]|[,،]? (?:و)?(?:أن|כי) |,? וכי `)

var andThat = pattern.New(`(?i),? (?:and|und|sowie|y|et|e|en) (?:that|dass|que|qu'|qu’|che|dat) ?|[,،]? وأن |,? וכי `)

var recapRE = pattern.New(`(?i)^(?:the |all |these )?(?:\w+ )?(?:steps|points|rules|tips|facts|everything|main points|key points)\b`)

var onScreenRE = pattern.New(`(?i)\b(?:on[- ]screen|on the screen|as (?:a )?(?:text|title|headline|caption)|the (?:text|title|headline|words?)|display|lower[- ]third|einblenden|en pantalla|à l'écran|na tela|a schermo)\b`)

// introduce reads "introduce X to Y".
func (p *parser) introduce(rest string, s prose.Sentence) {
	rest = prose.Unstop(rest)
	if i := strings.LastIndex(rest, " to "); i > 0 && p.t.People.MatchString(rest[i+4:]) {
		p.b.Audience = strings.TrimSpace(rest[i+4:])
		rest = rest[:i]
	}
	if p.b.Subject == "" {
		p.subject(rest, s.Line)
		if p.b.Purpose == "" {
			p.b.Purpose = brief.Launch
		}
		return
	}
	if strings.EqualFold(rest, p.b.Subject) {
		return
	}
	if strings.HasPrefix(strings.ToLower(rest), strings.ToLower(p.b.Subject)+", ") {
		p.b.About = strings.TrimSpace(rest[len(p.b.Subject)+2:])
		return
	}
	p.say(brief.Point{Form: brief.Phrase, Text: rest, Asked: true}, s)
}

// mainClause turns a subordinate clause into a main one where the language
// orders its words differently.
func (p *parser) mainClause(s string) string {
	switch p.t.Code {
	case "de":
		return grammar.GermanMain(s)
	case "nl":
		return grammar.DutchMain(s)
	}
	return s
}
