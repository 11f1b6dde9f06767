package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// told carries out "explain that …", "mention …", "cover a, b and c".
func (p *parser) told(verb, rest string, role Role, s sentence) {
	if p.t.ungerund != nil {
		rest = strings.TrimSpace(rest)
	}
	if m := toldThem.FindStringSubmatch(verb); m != nil && p.t.code == "en" && p.b.Audience == "" {
		p.b.Audience = m[1] // "announce to all staff"
	}
	first := strings.Fields(verb)
	name := ""
	if len(first) > 0 {
		name = first[0]
	}
	if name == "also" && len(first) > 1 {
		name = first[1]
	}
	if p.isName(name, "recap", "summarize", "summarise") && recapRE.MatchString(rest) {
		p.b.Recap = true
		return
	}
	rest = p.addressee(rest)
	if m := thisText.FindStringIndex(rest); m != nil {
		for _, x := range SplitSentences(rest[m[1]:]) {
			p.said++
			p.statement(x, s)
		}
		return
	}
	if m := thenDo.FindStringSubmatch(rest); m != nil {
		if a, b := p.splitItems(m[1]), p.splitItems(m[3]); len(a) >= 2 && len(b) >= 2 {
			p.list("", a, "", role, s)
			p.list(m[2], b, m[3], role, s)
			return
		}
	}
	if m := inTime.FindStringIndex(rest); m != nil {
		if d := duration(rest[:m[1]]); d >= 5 {
			p.b.length(rest[:m[1]], d)
			rest = trimLead(rest[m[1]:])
		}
	}
	if head, tail, ok := strings.Cut(Unstop(rest), ": "); ok && name == "compare" && strings.Contains(tail, "; ") {
		if items := p.splitItems(tail); len(items) >= 3 { // "our three plans: Starter $9, 1 user; Team $29, 10 users; …"
			if p.b.Subject == "" && p.b.Title == "" {
				p.subject(head, s.line)
			}
			p.list(head, items, tail, role, s)
			return
		}
	}
	if name == "compare" && p.besideEachOther(rest, s) || p.topicAndFacts(verb, rest, s) {
		return
	}
	add := func(f Form, text string) { p.say(Point{Form: f, Text: text, Role: role, Asked: true}, s) }
	if rest, ok := after(p.t.that, rest); ok {
		for _, c := range p.clauses(rest) {
			if m := theyGet.FindStringIndex(c); m != nil && p.t.code == "en" && p.b.Audience != "" {
				c = "You" + c[len("they"):] // said to those whom it is for
			}
			add(Clause, p.mainClause(c))
		}
		return
	}
	if m := noThing.FindString(Unstop(rest)); m != "" && p.t.code == "en" {
		add(Clause, Upper(m)) // "Tell them: no guilt"
		return
	}
	if q, ok := Unquote(Unstop(rest)); ok {
		p.say(Point{Form: Clause, Text: q, Role: role, Asked: true, Verbatim: true}, s)
		return
	}
	if q := p.quotation(quoteFrom.ReplaceAllString(rest, "")); q.Text != "" {
		q.Asked = true
		p.say(q, s)
		return
	}
	if q := quoted(rest); len(q) == 1 && onScreenRE.MatchString(rest) {
		p.b.Screen = append(p.b.Screen, Literal{q[0], s.line})
		return
	}
	if p.isName(name, "introduce", "present", "announce", "launch") {
		p.introduce(rest, s)
		return
	}
	if head, tail, ok := strings.Cut(rest, ": "); ok && p.t.code == "en" && p.t.wh.MatchString(rest) {
		if m := endTime.FindStringIndex(head); m != nil && duration(head[m[0]:]) >= 5 && p.b.Seconds == 0 {
			p.b.length(head[m[0]:], duration(head[m[0]:])) // "how to set up … in under a minute: open …"
			rest = head[:m[0]] + ": " + tail
		}
	}
	if head, tail, ok := strings.Cut(rest, ": "); ok && p.t.wh.MatchString(rest) && Words(head) <= 10 {
		if items := p.splitItems(tail); len(items) >= 2 {
			if p.t.code == "en" && p.orders == 1 && p.said == 0 && p.b.Subject == "" && p.b.Title == "" {
				p.b.Subject = head // the first order names the topic
				if p.b.Purpose == "" {
					p.b.Purpose = Tutorial
				}
			}
			p.list(head, items, tail, role, s)
			return
		}
	}
	if p.isName(name, "cover", "include") && p.agenda(rest, s) {
		return
	}
	if name == "focus" && p.t.code == "en" && !p.isClause(rest) && !anyDigit.MatchString(rest) && !strings.Contains(rest, ":") && !p.t.wh.MatchString(rest) && (p.orders > 1 || p.b.Subject != "" || p.b.Title != "") {
		p.b.noteOn(s.line, "focus on \""+clipText(Unstop(rest), 60)+"\": what the facts say of it is told first where there are too many", firstWords(rest, 3))
		return // it names no fact
	}
	if p.t.wh.MatchString(rest) {
		if p.t.code != "en" { // "cómo funciona el Pix para personas mayores, en 45 segundos"
			if m := endTime.FindStringIndex(Unstop(rest)); m != nil {
				if d := duration(Unstop(rest)[m[0]:]); d >= 5 {
					p.b.length(rest[m[0]:], d)
					rest = strings.TrimSpace(rest[:m[0]])
				}
			}
			rest = p.audienceCut(rest)
		}
		p.wh(name, rest, role, s)
		return
	}
	if p.isName(name, "offer", "propose", "suggest") && !p.isClause(rest) {
		add(Offer, Unstop(rest))
		return
	}
	if name == "compare" {
		head, rows, _ := strings.Cut(Unstop(rest), ": ")
		if i := strings.LastIndex(head, " for "); i > 0 && p.t.people.MatchString(head[i+4:]+" ") {
			p.meantFor(head[i+5:], s.line)
			head = head[:i]
		}
		if a, b, ok := versus(head); ok {
			pt := Point{Form: Compare, Items: []Item{{Title: a}, {Title: b}}, Asked: true}
			for _, row := range p.splitItems(rows) {
				if m := rowRE.FindStringSubmatch(row); m != nil {
					pt.Items = append(pt.Items, Item{strings.TrimSpace(m[1]), m[2] + "|" + m[3]})
				}
			}
			if len(pt.Items) == 2 && p.isClause(rows) {
				pt = Point{Form: Clause, Text: Upper(Stop(rows)), Asked: true} // it says itself what the two have
			}
			p.say(pt, s)
			return
		}
		if a, b, ok := versus(rest); ok {
			p.say(Point{Form: Compare, Items: []Item{{Title: a}, {Title: b}}, Asked: true}, s)
			return
		}
	}
	if m := chartLead.FindStringIndex(rest); m != nil && strings.Contains(rest, ":") {
		rest = trimLead(rest[m[1]:]) // the values decide how they are drawn
	}
	if head, tail, ok := strings.Cut(rest, ":"); ok && Words(head) <= 8 && URL(rest) == "" || ok && p.t.heads.MatchString(rest) {
		items := p.splitItems(strings.TrimSpace(tail))
		if len(items) >= 2 && (p.t.heads.MatchString(head) || len(items) >= 3) {
			p.list(head, items, tail, role, s)
			return
		}
		p.told(verb, strings.TrimSpace(tail), role, s)
		return
	}
	if p.b.Subject == "" && p.orders <= 1 && p.said == 0 && len(p.b.Points) == 0 && p.topicVerb(name) && !p.isClause(rest) && p.firstTopic(rest, s) {
		return
	}
	if p.agenda(rest, s) {
		return
	}
	items := p.splitItems(rest)
	if that := thatItems(items); that > 0 && that < len(items) {
		// "the free plan, and that it is private": phrases and clauses apart.
		if len(items)-that >= 3 {
			var names []string
			for _, it := range items {
				if !p.t.that.MatchString(it) {
					names = append(names, it)
				}
			}
			p.list("", names, "", role, s)
		}
		for _, it := range items {
			if r, ok := after(p.t.that, it); ok {
				add(Clause, p.mainClause(r))
			} else if len(items)-that < 3 {
				add(Phrase, it)
			}
		}
		return
	}
	if len(items) >= 3 && !p.isClause(items[0]) {
		p.list("", items, rest, role, s)
		return
	}
	if p.isClause(rest) && !p.relative(rest) {
		add(Clause, rest)
		return
	}
	if p.t.code == "en" && pictureRE.MatchString(rest) && !anyDigit.MatchString(rest) {
		p.b.note(s.line, "\""+clipText(Unstop(rest), 80)+"\" is a picture without data: what the facts give is drawn")
		p.direct(rest, s.line)
		return
	}
	if p.t.prod.MatchString(rest) && !anyDigit.MatchString(rest) {
		p.direct(rest, s.line)
		return
	}
	add(Phrase, Unstop(rest))
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

func (p *parser) topicVerb(name string) bool {
	return p.t.code != "en" || p.isName(name, "explain", "describe", "cover", "talk", "discuss", "present", "summarize", "summarise", "teach", "promote")
}

// firstTopic reads a prompt that begins "Explain X to Y in 45 seconds".
func (p *parser) firstTopic(rest string, s sentence) bool {
	rest = Unstop(rest)
	if p.t.code == "en" {
		rest = strings.TrimRight(platformRE.ReplaceAllStringFunc(rest, func(m string) string {
			p.direct(m, s.line)
			return ""
		}), ", ")
	}
	if m := endTime.FindStringIndex(rest); m != nil {
		if d := duration(rest[m[0]:]); d >= 5 {
			p.b.length(rest[m[0]:], d)
			rest = strings.TrimSpace(rest[:m[0]])
		}
	}
	for i := strings.LastIndex(rest, ", "); p.t.code == "en" && i > 0 && p.production(strings.TrimSpace(rest[i+2:])); i = strings.LastIndex(rest, ", ") {
		p.direct(rest[i+2:], s.line) // "…, 60s, no avatar"
		rest = rest[:i]
	}
	if len(p.splitItems(rest)) >= 3 {
		return false
	}
	if p.t.code == "en" {
		for _, sep := range []string{" to ", " for "} {
			if i := strings.LastIndex(rest, sep); i > 0 && !inQuotes(rest, i) && p.t.people.MatchString(rest[i+len(sep):]) {
				p.b.Audience = strings.TrimSpace(rest[i+len(sep):])
				rest = rest[:i]
			}
		}
	}
	if p.b.Purpose == "" {
		p.b.Purpose = Explainer
	}
	p.subject(rest, s.line)
	return true
}

var endTime = pattern.New(`(?i)\s*,?\s*\b(?:in|within|en|em|in weniger als|en moins de)\s+(?:about |around |under |less than )?\S+[ -](?:seconds?|minutes?|secs?|mins?|sekunden|minuten|segundos|minutos|secondes|secondi|minuti)$`)

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

// rowRE reads "cost per trip €0.62 vs €0.31".
var rowRE = pattern.New(`(?i)^(.+?)[: ]\s*([€$£~]?\s?-?\d[\d.,]*\s?(?:%|[€$£]|\p{L}{1,8})?|yes|no|none|free)\s+(?:vs\.?|versus|against|to|or|gegen|contra|contre|contro)\s+([€$£~]?\s?-?\d[\d.,]*\s?(?:%|[€$£]|\p{L}{1,8})?|yes|no|none|free)$`)

var recapRE = pattern.New(`(?i)^(?:the |all |these )?(?:\w+ )?(?:steps|points|rules|tips|facts|everything|main points|key points)\b`)

var onScreenRE = pattern.New(`(?i)\b(?:on[- ]screen|on the screen|as (?:a )?(?:text|title|headline|caption)|the (?:text|title|headline|words?)|display|lower[- ]third|einblenden|en pantalla|à l'écran|na tela|a schermo)\b`)

func (p *parser) isName(s string, names ...string) bool {
	if p.t.code != "en" {
		return false
	}
	for _, n := range names {
		if s == n {
			return true
		}
	}
	return false
}

var relRE = pattern.New(`(?i)^([^,]*?)\b(?:that|which|who|whose)\b`)

// relative tells whether the only verb of a phrase sits in a relative clause:
// "a valve that closes by itself" is still a noun phrase.
func (p *parser) relative(s string) bool {
	m := relRE.FindStringSubmatch(s)
	return m != nil && !p.isClause(m[1])
}

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

// introduce reads "introduce X to Y".
func (p *parser) introduce(rest string, s sentence) {
	rest = Unstop(rest)
	if i := strings.LastIndex(rest, " to "); i > 0 && p.t.people.MatchString(rest[i+4:]) {
		p.b.Audience = strings.TrimSpace(rest[i+4:])
		rest = rest[:i]
	}
	if p.b.Subject == "" {
		p.subject(rest, s.line)
		if p.b.Purpose == "" {
			p.b.Purpose = Launch
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
	p.say(Point{Form: Phrase, Text: rest, Asked: true}, s)
}

// versus cuts "a with b", "a vs b", "a and b".
func versus(s string) (string, string, bool) {
	s = Unstop(s)
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
	return Upper(s)
}

// mainClause turns a subordinate clause into a main one where the language
// orders its words differently.
func (p *parser) mainClause(s string) string {
	switch p.t.code {
	case "de":
		return germanMain(s)
	case "nl":
		return dutchMain(s)
	}
	return s
}

var (
	anyDigit  = pattern.New(`\d`)
	plainHow  = pattern.New(`(?i)\b(?:works?|easy|simple|much|many|often|long|fast)\b`)
	notLength = pattern.New(`(?i)\b(?:every|each|per|first|after|within)\b`)
)
