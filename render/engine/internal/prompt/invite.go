package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// inviting parts those who are invited from what they are invited to: "para invitar
// a los vecinos a la Feria del Libro". Group 1 is who, the others what.
var inviting = map[string]*pattern.Pattern{
	"en": pattern.New(`(?i)^(?:to invite|inviting|(?:that|which) invites) (.+?) to (?:join us (?:for|at) |come to |attend |take part in )?((?:the|our|an?)\s.+|\p{Lu}.+)$`),
	"de": pattern.New(`(?i)^(?:,? ?um |,? ?(?:das|der|die) )((?:die|unsere|alle|unsere neuen)\s\p{L}+(?: und \p{L}+)?) (?:zum|zur|zu unserem|zu unserer) (.+?) (?:einzuladen|einlädt)$`),
	"es": pattern.New(`(?i)^(?:para|que) invit(?:ar|a|e) a ((?:los|las|nuestr[oa]s|tod[oa]s l[oa]s)\s\p{L}+(?: de \p{L}+)?|tod[oa]s) (?:a|al) ((?:(?:la|el|los|las|nuestr[oa])\s)?.+)$`),
	"fr": pattern.New(`(?i)^(?:pour|qui) invit(?:er|e) ((?:les|nos|tous les|toutes les)\s\p{L}+(?: d[eu] \p{L}+)?) (?:à|au|aux) ?((?:(?:la|notre)\s|l['’])?.+)$`),
	"it": pattern.New(`(?i)^(?:per|che) invit(?:are|a) ((?:i|gli|le|tutti i|tutte le|i nostri)\s\p{L}+) ((?:alla|al|all['’]|allo|ai|alle|a) ?.+)$`),
	"pt": pattern.New(`(?i)^(?:para|que) convid(?:ar|a|e) ((?:os|as|todos os|todas as|nossos|nossas)\s\p{L}+(?: d[eao] \p{L}+)?) (?:para|ao?|aos|às?) (.+)$`),
	"nl": pattern.New(`(?i)^(?:om|die) ((?:de|alle|onze)\s\p{L}+) (?:uit te nodigen|uitnodigt) voor (.+)$`),
	"he": pattern.New(`^(?:שמזמין|שמזמינה|המזמין|המזמינה|להזמין|להזמנת) (?:את )?(\S+) ל[-־]?(.+)$`),
	"ar": pattern.New(`^(?:لدعوة|يدعو) (\S+) إلى (.+)$`),
}

// invitation reads whom a video invites, to what, and when it takes place.
func (p *parser) invitation(tail string, at int) bool {
	re := inviting[p.t.Code]
	if re == nil {
		return false
	}
	m := re.FindStringSubmatch(prose.Unstop(tail))
	if m == nil || p.t.Code == "en" && !p.t.People.MatchString(m[1]) {
		return false
	}
	if who := strings.TrimSpace(m[1]); !anybody.MatchString(who) {
		p.b.Audience = who
	}
	if p.b.Purpose == "" || p.b.Purpose == brief.Launch || p.b.Purpose == brief.Social {
		p.b.Purpose = brief.Event
	}
	what, when := strings.TrimSpace(m[2]), ""
	if p.t.Code == "it" {
		what = italianArticle.ReplaceAllStringFunc(what, func(s string) string { return unmeltedIT[strings.ToLower(strings.TrimSpace(s))] })
	}
	if p.t.Code == "es" && strings.Contains(tail, " al "+what) {
		what = "el " + what
	}
	if d := whenTail.FindStringSubmatch(what); d != nil {
		what, when = d[1], d[2]
	}
	p.subject(what, at)
	if when != "" {
		p.say(brief.Point{Form: brief.When, Text: when, Asked: true}, prose.Sentence{Text: when, Line: at, Col: 1})
	}
	return true
}

// invitedTo begins an invitation in its own words.
var invitedTo = pattern.New(`(?i)^(?:you(?:['’]re| are)(?: all| both)?(?: cordially| warmly)? invited(?: to)?|join us (?:for|at)|save the date(?: for)?|(?:event |webinar |party )?(?:invite|invitation)(?: (?:to|for)\b|\s?[:–—-]))\s?[:–—!-]? (.+)$`)

var (
	saveTheDate = pattern.New(`(?i)^(?:save the date|you(?:['’]re| are) invited|invitation)$`)
	// venue is a place by its name, where people meet.
	venue = pattern.New(`^(?i:at )?(?:the )?(?:\p{Lu}[\p{L}'’]*,? ){1,4}?(?i:library|hall|centre|center|room|hotel|museum|school|church|park|house|theatre|theater|campus|university|college|stadium|arena|club|station|market|square|garden|gallery|depot|factory|office|street|road|pier|barn|café|cafe|bar|pub)\b[^.:]{0,40}$`)
)

// hosted reads the first words about an event where they name it, with its day behind:
// "“Night of the Open Workshop”, Friday 18 September, 6 pm to midnight, in the old depot".
func (p *parser) hosted(text string, s prose.Sentence) bool {
	if p.t.Code != "en" || p.verbatim {
		return false
	}
	t := prose.Unstop(strings.Trim(text, "*#!_~ "))
	if p.b.Subject == "" && saveTheDate.MatchString(t) && len(p.b.Points) == 0 {
		p.orders++
		p.b.Purpose, p.b.Title = brief.Event, ""
		return true
	}
	if p.b.Purpose == brief.Event && len(p.b.Points) == 0 && p.b.Subject == "" && allProper(t) && prose.Words(t) >= 2 && prose.Words(t) <= 7 && !p.isOrder(t) {
		p.orders++
		p.subject(t, s.Line)
		return true
	}
	if p.b.Purpose == brief.Event && len(p.b.Points) == 0 && p.b.Subject != "" && dated.MatchString("on "+t) && !p.isClause(t) && !strings.Contains(t, ": ") {
		p.orders++
		p.say(brief.Point{Form: brief.When, Text: t, Asked: true}, s)
		return true
	}
	if n := len(p.b.Points); n == 1 && p.b.Points[0].Form == brief.When && p.b.Purpose == brief.Event && venue.MatchString(t) && !p.isClause(t) {
		p.orders++
		p.say(brief.Point{Form: brief.Where, Text: t, Asked: true}, s)
		return true
	}
	m := invitedTo.FindStringSubmatch(t)
	if m != nil {
		t = m[1]
	}
	if p.b.Subject != "" || m == nil && p.b.Purpose != brief.Event || len(p.b.Points) > 0 || strings.Contains(t, ": ") {
		return false
	}
	if d := daysTail.FindStringSubmatch(t); d == nil && m != nil && p.first() && articleFirst.MatchString(t) && !p.isClause(t) && prose.Words(t) <= 14 {
		// "You're invited to the opening of our bike kitchen!", with its day in the next sentence
	} else if d == nil || m == nil && onlyWhen.MatchString(d[1]) || noEvent.MatchString(d[1]) || p.isClause(d[1]) && !allProper(d[1]) || prose.Words(d[1]) > 12 {
		return false
	}
	p.orders++
	p.b.Purpose = brief.Event
	p.subject(t, s.Line)
	return true
}

// articleFirst begins the name of a thing.
var articleFirst = pattern.New(`(?i)^(?:the|our|an?|my)\s`)

// onlyWhen is no name before a day: "On Saturday 4 October the faculty turns 50".
var onlyWhen = pattern.New(`(?i)^(?:on|from|until|by|this|next|every|since|starting)$`)

// italianArticle is a preposition that has taken in the article of what one is invited to.
var italianArticle = pattern.New(`(?i)^(?:alla |al |all['’] ?|allo |ai |agli |alle |a )`)

var unmeltedIT = map[string]string{"alla": "la ", "al": "il ", "all'": "l'", "all’": "l'", "allo": "lo ", "ai": "i ", "agli": "gli ", "alle": "le ", "a": ""}

// anybody are those whom every video is for.
var anybody = pattern.New(`(?i)^(?:people|everyone|everybody|viewers|them|the audience)$`)

// whenTail parts a thing from its day: "…, del 10 al 14 de mayo en la Plaza Mayor".
var whenTail = pattern.New(`(?i)^(.+?),? (?:di |de |do |del |du |da |dal |vom |van |on )?((?:del?|el|du|le|il|dal|no dia|de|am|vom|from|op|van|em) \d{1,2}\b.*|(?:(?:am|el|le|op|no|na|il) )?(?:` + weekdayNames + `),? (?:(?:den|dem|el|le|il|dia) )?\d{1,2}\b.*|(?:ב[-־]|يوم )\d{1,2}\s.*|(?:ביום|يوم) \p{L}+,? (?:ה[-־])?\d{1,2}\s.*)$`)

// weekdayNames are the days of the week.
const weekdayNames = `(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag`

// Genre tells whether words name a kind of video rather than what one is about:
// "Apology", "Real estate listing", "Brand film".
func Genre(s string) bool { return genreRE.MatchString(strings.TrimSpace(s)) }

var genreRE = pattern.New(`(?i)^(?:\S+ ){0,3}(?:changelog|release notes|entschuldigung|einladung|ankündigung|schulung|unterweisung|apology|listing|testimonial|faq|faqs|case study|brand film|film|spot|incident report|announcement|briefing|two-person|(?:interview|dialogue|conversation|podcast|talk show)[- ]style|two (?:presenters|hosts|people|speakers)|interview|banter|q&a|q and a|questions and answers|podcast trailer|dialogue|conversation|promo|ad|black friday|cyber monday|(?:summer|winter|spring|autumn|holiday|clearance) sale)$`)
