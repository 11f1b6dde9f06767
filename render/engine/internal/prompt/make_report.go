package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// madeFrom reads what English puts behind the noun: sources, lengths, production, who sends it.
func (p *parser) madeFrom(o *videoOrder) bool {
	if !p.inEnglish() {
		return false
	}
	b := p.b
	o.tail = strings.TrimSpace(sourceTail.ReplaceAllString(o.tail, ""))
	if m := lengthColon.FindStringSubmatch(o.tail); m != nil && b.Seconds == 0 && prose.Duration(m[2]) >= 5 {
		b.length(m[2], prose.Duration(m[2]))
		o.tail = strings.TrimSpace(m[1] + ": " + m[3])
	}
	if m := leadingLength.FindString(o.tail); m != "" && prose.Duration(m) >= 5 && b.Seconds == 0 {
		b.length(m, prose.Duration(m))
		o.tail = strings.TrimSpace(o.tail[len(m):])
	}
	for i := strings.LastIndex(o.tail, ", "); i >= 0 && p.production(strings.TrimSpace(prose.Unstop(o.tail[i+2:]))); i = strings.LastIndex(o.tail, ", ") {
		p.direct(o.tail[i+2:], o.at) // "…, 60s, honest and calm"
		o.tail = strings.TrimSpace(o.tail[:i])
	}
	o.tail = p.sender(o.head, o.tail)
	return false
}

// madeReport reads whose report it is, and of what time.
func (p *parser) madeReport(o *videoOrder) bool {
	b := p.b
	if !p.inEnglish() || b.Title != "" {
		return false
	}
	if m := periodColon.FindStringSubmatch(o.tail); m != nil && reportHead.MatchString(o.head) {
		p.topic(m[1], o.at) // "Monthly update for the board, October: revenue $1.24M, 6% over plan"
		b.Title = prose.Upper(lowerFirst(plainHead(o.head))) + " " + m[2]
		p.sentence(prose.Sentence{Text: prose.Upper(m[3]), Line: o.at, Col: 1})
		return true
	}
	if m := forPeriod.FindStringSubmatch(prose.Unstop(o.tail)); m != nil && reportHead.MatchString(o.head) {
		b.Title, b.Company = prose.Upper(lowerFirst(plainHead(o.head)))+" "+m[2], m[1] // "market update for Maple County, October"
		return true
	}
	if m := reportName.FindStringSubmatch(o.head); m != nil && strings.HasPrefix(o.tail, ", ") && !p.isClause(o.tail) && prose.Words(o.tail) <= 6 && len(p.splitItems(o.tail[2:])) == 1 && p.leadIn(o.tail) == nil {
		b.Title, b.Company = prose.Upper(lowerFirst(m[1])), prose.Upper(strings.Trim(o.tail, " ,.")) // "Daily huddle video, warehouse Leipzig North"
		return true
	}
	return false
}

// madeOffer reads "reel for Paws & Claws in Boulder: free dental check in February".
func (p *parser) madeOffer(o *videoOrder) bool {
	lead, rest, ok := strings.Cut(o.tail, ": ")
	if !ok || !p.inEnglish() || lead == "" || prose.InQuotes(o.tail, len(lead)) || strings.ContainsAny(rest, "\"“") || prose.Words(lead) < 2 || p.t.People.MatchString(lead) {
		return false
	}
	if p.isClause(rest) || p.t.Question.MatchString(rest) || prose.Words(rest) < 3 || len(p.splitItems(rest)) >= 3 || allProper(rest) {
		return false
	}
	p.topic(lead, o.at)
	p.say(brief.Point{Form: brief.Clause, Text: rest, Asked: true}, prose.Sentence{Text: rest, Line: o.at, Col: 1})
	return true
}

// madeInvitation reads what an invitation invites to.
func (p *parser) madeInvitation(o *videoOrder) bool {
	m := toWhat.FindStringSubmatch(o.tail)
	if m == nil || !p.inEnglish() || !invited.MatchString(o.head) {
		return false
	}
	p.b.Purpose = brief.Event
	p.subject(m[1], o.at)
	return true
}

// madeByOffice reads who speaks, by their post: "Quarterly update from the CFO".
func (p *parser) madeByOffice(o *videoOrder) bool {
	m := byOffice.FindStringSubmatch(prose.Unstop(o.tail))
	if m == nil || !p.inEnglish() || fromWhom.MatchString(prose.Unstop(o.tail)) {
		return false
	}
	if o.tail = strings.TrimSpace(m[2]); p.b.Presenter.Role == "" && p.b.Presenter.Name == "" {
		p.b.Presenter.Role = m[1]
	}
	return false
}

// madeOfPeriod reads "Investor update, Q3, for Solvane".
func (p *parser) madeOfPeriod(o *videoOrder) bool {
	m := ofPeriod.FindStringSubmatch(prose.Unstop(o.tail))
	if m == nil || !p.inEnglish() || !reportHead.MatchString(o.head) {
		return false
	}
	p.b.Title, p.b.Company = m[1]+" "+lowerFirst(plainHead(o.head)), m[2]
	return true
}

// madeBelow takes off what points at the text below.
func (p *parser) madeBelow(o *videoOrder) bool {
	if p.inEnglish() && withOur.MatchString(prose.Unstop(o.tail)) {
		o.tail = "about " + o.tail[len("with "):]
	}
	if at := basedOnThis.FindStringIndex(o.tail); at != nil && p.inEnglish() {
		o.tail = o.tail[:at[0]] // "for our customers, based on this:"
	}
	if fromThis.MatchString(o.tail) {
		o.tail = ""
	}
	return false
}

// madeNamed reads "for our new card, it's called Beanback, starts on 1 March".
func (p *parser) madeNamed(o *videoOrder) bool {
	m := named.FindStringSubmatch(o.tail)
	if m == nil || !p.inEnglish() || !allProper(m[2]) {
		return false
	}
	b := p.b
	what := strings.TrimSpace(m[1])
	if loc := p.t.ForWho.FindStringIndex(" " + what); loc != nil && loc[0] == 0 {
		what = prose.Behind(" "+what, loc[1])
	} else if loc := p.t.About.FindStringIndex(" " + what); loc != nil && loc[0] == 0 {
		what = prose.Behind(" "+what, loc[1])
	}
	b.Subject, b.About = m[2], what
	if b.Purpose == "" {
		b.Purpose = brief.Launch
	}
	switch more := strings.TrimSpace(m[3]); {
	case more == "":
	case p.isClause("it " + more):
		p.say(brief.Point{Form: brief.Clause, Text: b.Subject + " " + more, Asked: true}, prose.Sentence{Text: more, Line: o.at, Col: 1})
	default:
		p.segments(more, o.at)
	}
	return true
}

// madeSegments reads the tail between its commas, and a fact that stands right behind
// the noun: "vertical 20s reel, sunrise yoga in the park starts again on May 4!!"
func (p *parser) madeSegments(o *videoOrder) bool {
	fresh := strings.HasPrefix(o.tail, ",") || strings.HasPrefix(o.tail, ":")
	o.tail = p.segments(o.tail, o.at)
	if !fresh || !p.inEnglish() || p.b.Subject != "" || !p.isClause(o.tail) || p.relative(o.tail) || p.leadIn(o.tail) != nil || p.t.ForWho.MatchString(" "+prose.FirstWords(o.tail, 2)) {
		return false
	}
	if end := strings.TrimRight(o.s, "!?"); end != o.s {
		o.tail += o.s[len(end):]
	}
	p.say(brief.Point{Form: brief.Clause, Text: strings.Trim(o.tail, " ,:"), Role: brief.Hook, Asked: true}, prose.Sentence{Text: o.tail, Line: o.at, Col: 1})
	return true
}

// madeNotice titles a report by its time, "Investor update Q2", and a notice by who
// gives it: "BOIL WATER NOTICE – Town of Harrow Creek".
func (p *parser) madeNotice(o *videoOrder) bool {
	if h := asVideo.ReplaceAllString(o.head, ""); periodOnly.MatchString(o.tail) && reportHead.MatchString(h) {
		p.b.Title, o.tail = prose.Upper(h+" "+o.tail), "" // "Quarterly results video, Q3"
	}
	m := dashedName.FindStringSubmatch(o.tail)
	if m == nil || !p.inEnglish() || !ownNotice.MatchString(o.head) || p.b.Title != "" {
		return false
	}
	p.b.Title, p.b.Company = prose.Upper(strings.ToLower(plainHead(o.head))), m[1]
	return true
}

// madeTopic reads what is left as the topic.
func (p *parser) madeTopic(o *videoOrder) bool {
	b := p.b
	p.topic(o.tail, o.at)
	p.welcomed()
	if m := theirs.FindStringSubmatch(b.Audience); m != nil && b.Subject == "" && b.Title == "" && p.inEnglish() {
		if b.Subject = m[1]; b.Purpose == brief.Update {
			b.Purpose = brief.Release
		}
	}
	p.kindTitle(o.head, o.before)
	return true
}

var (
	// byOffice is who speaks, by their post: "Quarterly update from the CFO".
	byOffice = pattern.New(`^(?i:(?:from|by|with) (?:the|our|your) )((?:C[EFTOIM]O|[Cc]hair(?:man|woman)?|[Ff]ounders?|[Pp]resident|[Pp]rincipal|[Mm]ayor|(?:\p{L}+ ){0,3}(?:director|manager|officer|team|head|lead)|[Hh]ead of (?:\p{L}+ ?){1,3}))\b[, ]*(.*)$`)
	// ofPeriod is the time of a report and whose it is: "Investor update, Q3, for Solvane".
	ofPeriod = pattern.New(`^,? ?((?:Q[1-4]|H[12])(?: (?:19|20)\d\d)?|(?:19|20)\d\d|\p{Lu}\p{Ll}{2,8} (?:19|20)\d\d)[, ]+(?i:for|of|at) (\p{Lu}[^,]{1,40})$`)
)

// basedOnThis ends an order that points at the text below.
var basedOnThis = pattern.New(`(?i),? (?:based on|using|out of|made from) (?:this|these|the following|the (?:text|notes|list|content) below|the below)(?: [\p{L} -]{1,24})?[:.]?$`)

// fromThis points at the text below.
var fromThis = pattern.New(`(?i)^(?:from|based on|using|with|out of|for) (?:this|these|the following|the (?:text|notes|changelog|list|content) below|the below)\b[^,.]{0,24}:?$|^(?:of|about|on) (?:this|these|the following|the) (?:notice|e-?mail|letter|message|text|post|announcement|memo|article|readme|changelog|document|page|notes|faq|draft|story|press release|release notes)(?: below)?[:.]?$`)

// named is a thing and what it is called.
var named = pattern.New(`^(.{4,60}?),? (?i:it['’]?s called|it is called|which is called|that['’]?s called|called|named) (\p{Lu}[\p{L}\d'’-]*(?: \p{Lu}[\p{L}\d'’-]*){0,2})(?:[,.]? ?(.*))?$`)

// forPeriod is what a report is of, and its time.
var forPeriod = pattern.New(`^(?:for|on|about) (\p{Lu}[\p{L} &'’-]{2,40}), ((?:Q[1-4]|H[12]|week \d{1,2}|January|February|March|April|May|June|July|August|September|October|November|December)(?: (?:19|20)\d\d)?|(?:19|20)\d\d)$`)

// periodColon is whom a report is for, its time, and its first fact.
var periodColon = pattern.New(`^(for [^:,]{3,40}),? (?:for )?((?:Q[1-4]|H[12]|week \d{1,2}|January|February|March|April|May|June|July|August|September|October|November|December)(?: (?:19|20)\d\d)?|(?:19|20)\d\d): (.+)$`)

// toWhat is what an invitation invites to.
var toWhat = pattern.New(`(?i)^to ((?:the|our|an?)\s.+|\p{Lu}.+)$`)

var invited = pattern.New(`(?i)\binvit(?:e|ation)s?$`)

// asVideo ends the kind of a video with what every one is.
var asVideo = pattern.New(`(?i) (?:video|clip|film|message|animation)$`)

var reportHead = pattern.New(`(?i)\b(?:metrics|numbers|results|figures|kpis|stats|update|report|recap|summary|review|overview|briefing|digest|announcement|news|notice|heads[- ]up|reminder)$`)

// withOur says what a video is made with: "with our opening hours".
var withOur = pattern.New(`(?i)^with (?:our|the) (?:\p{L}+ ){0,3}(?:hours|menu|prices|rules|dates|results|news|schedule|programme|program|tips|offers?)$`)

var (
	// regular is something that comes again and again, videoEnd the video of it.
	regular  = pattern.New(`(?i)\b(?:daily|weekly|monthly|quarterly|annual|yearly)\s`)
	videoEnd = pattern.New(`(?i)\s+(?:video|clip|film|reel|spot|explainer)s?$`)
	// ownNotice is a notice with what it is about.
	ownNotice = pattern.New(`(?i)^(?:[\p{L}-]+ )*\p{L}{4,} (?:notice|alert|warning|reminder)$`)
	// dashedName is whose notice it is, behind a dash.
	dashedName = pattern.New(`^[–—-] ?(?i:the )?(\p{Lu}[\p{L}'’.-]*(?: (?:of|the|and|&|\p{Lu}[\p{L}'’.-]*)){0,6})$`)
	// ownReport is a report with what it is of: "Town hall recap".
	ownReport = pattern.New(`(?i)^(?:[\p{L}-]+ )*\p{L}{3,} (?:recap|summary|highlights|minutes)$`)
)
