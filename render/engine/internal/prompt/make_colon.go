package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// behindColon parts the tail at its first colon, outside of titles. at is where.
func (o *videoOrder) behindColon() (lead, rest string, at int) {
	at = strings.Index(o.tail, ": ")
	if at < 0 || len(prose.Quoted(o.tail)) > 0 {
		return "", "", -1
	}
	return o.tail[:at], o.tail[at+2:], at
}

// madeStating reads "… about the city pass for students: It costs 63 euros a month."
func (p *parser) madeStating(o *videoOrder) bool {
	lead, rest, at := o.behindColon()
	if at <= 0 || !p.isClause(rest) && !(p.inEnglish() && fromDay.MatchString(rest)) {
		return false
	}
	verb := p.t.Finite.FindStringIndex(" " + rest + " ")
	saysOf := !p.inEnglish() && verb != nil && verb[0] == 0 // "…: son los martes, cuestan 45 €"
	if !prose.StartsUpper(rest) && !saysOf && !p.statesFact(lead, rest) && !(p.inEnglish() && p.isStatement(rest)) {
		return false
	}
	if p.inEnglish() {
		lead = p.sender(o.head, lead) // "Customer update from Kiln Coffee: from 1 March …"
	}
	if m := toReaders.FindStringSubmatch(lead); m != nil && p.inEnglish() && noticeHead.MatchString(o.head) {
		p.b.Audience, lead = m[1], "" // "Notice for swimmers: the pool is closed"
	}
	p.topic(p.segments(lead, o.at), o.at)
	if p.inEnglish() && reportHead.MatchString(o.head) {
		p.kindTitle(o.head, o.before)
	}
	for _, c := range prose.SplitSentences(prose.Upper(rest)) {
		p.sentence(prose.Sentence{Text: c, Line: o.at, Col: 1})
	}
	return true
}

// isStatement tells a sentence from a question and from a list of names.
func (p *parser) isStatement(s string) bool {
	if prose.Words(s) < 4 || p.t.Question.MatchString(s) || p.relative(s) {
		return false
	}
	items := p.splitItems(s)
	return len(items) < 3 || p.isClause(items[0])
}

// madeListing reads "… for the new menu: vegan option every day, soup €2.50, salad by weight".
func (p *parser) madeListing(o *videoOrder) bool {
	lead, rest, at := o.behindColon()
	items := p.splitItems(rest)
	if at <= 3 && !(at == 0 && p.inEnglish() && len(items) >= 3 && anyDigit.MatchString(rest) && !slices.ContainsFunc(items, func(x string) bool { return prose.Words(x) < 3 })) || prose.URL(lead) != "" {
		return false // "Video for our hotel TV: breakfast 7 to 10:30, towels at the desk, …"
	}
	if !p.inEnglish() && len(items) >= 2 && slices.ContainsFunc(items[1:], adverbial.MatchString) && !strings.Contains(rest, ";") {
		p.topic(p.segments(lead, o.at), o.at) // "per la pizzeria Da Gennaro: pizza a 9,50 €, solo a pranzo"
		p.said++
		p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(rest), Asked: true}, prose.Sentence{Text: rest, Line: o.at, Col: 1})
		return true
	}
	if len(items) < 3 || p.isClause(items[0]) {
		return false
	}
	p.topic(p.segments(lead, o.at), o.at)
	if p.b.Subject == "" && p.b.Title == "" {
		if name := plainHead(o.head); p.inEnglish() && reportHead.MatchString(name) && prose.Words(name) > 1 && prose.Words(name) <= 5 && prose.Duration(name) == 0 {
			p.b.Title = prose.Upper(lowerFirst(name)) // "Board update: revenue up, …"
		} else {
			p.headTopic(o.before)
		}
	}
	p.list("", items, "", brief.Body, prose.Sentence{Text: rest, Line: o.at, Col: 1})
	if n := len(p.b.Points) - 1; askedHow.MatchString(lead) && p.b.Points[n].Form == brief.List {
		p.b.Points[n].Form = brief.Steps
	}
	return true
}

// madeAsking reads "para RR. HH.: cómo pedir vacaciones".
func (p *parser) madeAsking(o *videoOrder) bool {
	head, rest, ok := strings.Cut(o.tail, ": ")
	if ok && p.inEnglish() && strings.HasSuffix(o.s, "?") && !p.t.Question.MatchString(rest) && prose.Words(rest) <= 10 {
		p.topic(head, o.at) // "a how-to for our baristas: milk first or espresso first?"
		p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(prose.Unstop(rest)) + "?", Role: brief.Hook, Asked: true}, prose.Sentence{Text: rest, Line: o.at, Col: 1})
		return true
	}
	if !ok || p.inEnglish() || !p.t.Question.MatchString(rest) || prose.Words(rest) > 12 {
		return false
	}
	loc := p.t.ForWho.FindStringIndex(" " + head)
	if loc == nil || loc[0] != 0 {
		return false
	}
	p.b.Audience, p.b.Title = strings.TrimSpace(head[min(len(head), max(0, loc[1]-1)):]), prose.Upper(prose.Unstop(rest))
	return true
}

// madeComplement reads "de aniversário da empresa: 25 anos da Metalúrgica Souza".
func (p *parser) madeComplement(o *videoOrder) bool {
	m := kindComplement.FindStringSubmatch(prose.Unstop(o.tail))
	if m == nil || p.inEnglish() || p.t.Code == "de" || prose.Words(m[1]) > 8 || p.isClause(m[1]) || strings.Contains(m[1], ", ") {
		return false
	}
	p.b.Title = prose.Upper(m[1])
	return true
}

// madeFigures reads figures without a verb: "sobre nossa pesquisa: participação de 86%, …".
func (p *parser) madeFigures(o *videoOrder) bool {
	if p.inEnglish() {
		return false
	}
	if rest, ok := strings.CutPrefix(o.tail, ": "); ok && anyDigit.MatchString(rest) && strings.Contains(rest, ", ") && !p.isClause(rest) {
		p.sentence(prose.Sentence{Text: prose.Upper(rest), Line: o.at, Col: 1})
		return true
	}
	lead, rest, at := o.behindColon()
	if at <= 3 || prose.URL(o.tail) != "" || !anyDigit.MatchString(rest) || len(p.splitItems(rest)) > 2 || !strings.Contains(rest, ", ") && len(p.splitItems(rest)) == 1 {
		return false
	}
	p.topic(p.segments(lead, o.at), o.at)
	p.headRest(rest, prose.Sentence{Text: rest, Line: o.at, Col: 1})
	return true
}

// madeHook reads what stands behind the colon of a kind of video as its first words:
// "Training video: how do you lift a box?"
func (p *parser) madeHook(o *videoOrder) bool {
	b, t := p.b, p.t
	rest, ok := strings.CutPrefix(o.tail, ": ")
	if !ok {
		return false
	}
	states := p.isClause(rest) || p.inEnglish() && (changesOn.MatchString(rest) || fromDay.MatchString(rest) || isState.MatchString(rest))
	if !states && !(b.Purpose == brief.Training && takesPlace.MatchString(prose.Unstop(rest))) {
		return false
	}
	at := prose.Sentence{Text: rest, Line: o.at, Col: 1}
	if q := p.quotation(rest); q.Text != "" {
		q.Asked = true
		p.say(q, at)
		return true
	}
	if t.Code == "de" && soDE.MatchString(rest) && prose.Words(rest) <= 14 {
		b.Subject = prose.Unstop(rest) // "Schulungsvideo: So melden Sie sich im Portal an."
		return true
	}
	if p.inEnglish() {
		if inverted.MatchString(rest) {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(prose.Unstop(rest)) + "?", Role: brief.Hook, Asked: true}, at)
			return true
		}
		if t.Question.MatchString(rest) && !strings.HasSuffix(o.s, "?") {
			p.say(brief.Point{Form: brief.How, Text: prose.Unstop(rest), Role: brief.Hook, Asked: true}, at)
			return true
		}
		if m := isState.FindStringSubmatch(rest); m != nil && !p.isClause(rest) {
			be := " is " // "payments API degraded between 09:12 and 10:47"
			if pastTime.MatchString(m[3]) {
				be = " was "
			}
			rest = m[1] + be + m[2] + m[3]
		}
		if b.Title == "" && b.Subject == "" && (reportName.MatchString(o.head) || ownNotice.MatchString(o.head)) {
			b.Title = prose.Upper(lowerFirst(plainHead(o.head)))
		}
	}
	p.say(brief.Point{Form: brief.Clause, Text: rest, Role: brief.Hook, Asked: true}, prose.Sentence{Text: rest, Line: o.at, Col: 1})
	return true
}

var (
	askedHow = pattern.New(`(?i)\b(?:how (?:to|we|you|they)|wie (?:wir|man|sie|du)|cómo|comment|como|come|hoe (?:we|je|u))\s`)
)

// soDE tells how something is done: "So melden Sie sich an".
var soDE = pattern.New(`^So \p{Ll}+(?:en Sie|st du|t ihr|en wir) `)

// kindComplement is what kind of video it is, and its topic behind a colon.
var kindComplement = pattern.New(`^(?:de|di|d['’]|van|pour|para|per) ?\p{Ll}[\p{Ll} '’-]{3,40}\s?: (.+)$`)

var (
	// isState is something and the state it is in, without its verb.
	isState  = pattern.New(`(?i)^((?:the |our )?(?:[\p{L}\d-]+ ){0,4}?[\p{L}\d-]+) (degraded|down|unavailable|offline|disrupted|interrupted|delayed|cancelled|canceled|postponed|suspended|resolved|restored|closed)\b(.*)$`)
	pastTime = pattern.New(`(?i)\bbetween \d.* and \d|\b(?:yesterday|last (?:night|week|month)|this morning|earlier today|for (?:\d+|an?|one|two|three) (?:hours?|minutes?|days?))\b`)
	// fromDay begins what holds from a day on: "from 1 October the fee rises".
	fromDay = pattern.New(`^(?i:from|on|as of|as from|starting(?: on| from)?|effective(?: from)?|since) ` + aDate + `(?: at (?:about )?\d[\d:.]*(?: ?[ap]m)?)?,? (?:[\p{L}\d'’&-]+ ){2,}`)
)

// noticeHead is a kind of video that tells some people something, toReaders who they are.
var (
	noticeHead = pattern.New(`(?i)\b(?:notice|update|announcement|reminder|heads[- ]up|alert|warning|message|briefing|memo|bulletin|news)$`)
	toReaders  = pattern.New(`^for ((?:(?:all|our|the|all our|all the) )?(?:\p{Ll}+ )?\p{Ll}{3,}s)$`)
)
