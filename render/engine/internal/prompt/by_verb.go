package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// tellsWhat reads "Tell where the flour comes from" as an order to explain.
func (p *parser) tellsWhat(r *reading) bool {
	if p.inEnglish() && !p.verbatim && tellWhat.MatchString(r.text) {
		r.text = useThem.ReplaceAllString(tellWhat.ReplaceAllString(r.text, "Explain $1"), "")
	}
	return false
}

// explainedSo takes those to whom something is explained out of the order, and keeps
// where the connectives before it put it.
func (p *parser) explainedSo(r *reading) bool {
	if verb, who, what := p.explainedTo(r.body); who != "" {
		if p.b.Audience = who; p.b.Purpose == "" {
			p.b.Purpose = brief.Explainer
		}
		r.body = verb + " " + what
	}
	if p.t.Code == "he" && p.t.Tell.MatchString(r.body) {
		r.body = grammar.HebrewThat(r.body)
	}
	r.opens, r.closes = p.openNext, p.closeNext
	return false
}

// namesAudience reads "The audience is …".
func (p *parser) namesAudience(r *reading) bool {
	rest, ok := grammar.After(p.t.Audience, r.body)
	if !ok || strings.HasPrefix(rest, "your ") || strings.HasPrefix(rest, "us ") {
		return false
	}
	p.orders++
	p.understand(r.Line, r.text, func() { p.b.Audience = prose.Unstop(rest) })
	return true
}

// sendsTo reads "Direct viewers to acme.example".
func (p *parser) sendsTo(r *reading) bool {
	rest, ok := grammar.After(p.t.Visit, r.body)
	if ok {
		p.orders++
		p.action(p.visitPhrase(rest), r.Sentence)
	}
	return ok
}

// callsToAct reads what viewers are asked to do: "Encourage them to book a test".
func (p *parser) callsToAct(r *reading) bool {
	if re := theyShould[p.t.Code]; re != nil && !p.verbatim && !p.first() && !strings.HasSuffix(r.text, "?") {
		if m := re.FindStringSubmatch(prose.Unstop(r.text)); m != nil {
			p.orders++
			p.action(strings.Join(m[1:], ""), r.Sentence)
			return true
		}
	}
	rest, ok := grammar.After(p.t.Act, r.body)
	if !ok {
		return false
	}
	p.orders++
	if !p.inEnglish() {
		p.action(rest, r.Sentence)
		return true
	}
	verb := strings.ToLower(r.body)
	reminds := strings.HasPrefix(verb, "remind") || strings.HasPrefix(verb, "tell")
	switch {
	case articleAfter.MatchString(rest):
		p.say(brief.Point{Form: brief.Invite, Text: prose.Unstop(rest), Role: brief.Action, Asked: true}, r.Sentence)
	case reminds && !r.closes && prose.URL(rest) == "":
		p.say(brief.Point{Form: brief.Verb, Text: rest, Asked: true}, r.Sentence)
	default:
		p.action(strings.ReplaceAll(rest, " their ", " your "), r.Sentence) // said to those who are asked
	}
	return true
}

// theyShould says what viewers are to do at the end of a video: "Am Ende soll man online einen
// Termin buchen". Group 1 is what, in the infinitive.
var theyShould = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:(?:ganz )?am (?:ende|schluss)|zum (?:schluss|abschluss)),? (?:soll(?:en|te|ten)?|möge[n]?) (?:man|alle|jeder|sie|die|(?:die |unsere )?(?:leute|zuschauer\p{L}*|\p{L}*kund\p{L}+|menschen|gäste|besucher\p{L}*|interessierte[n]?|eltern|mitglieder)) (?:dann |bitte |sich die möglichkeit haben, )?(.+)$`),
	"es": pattern.New(`(?i)^la gente (?:debe|debería|tiene que) (\p{L}+r(?:se|nos)?\b.*)$|^(?:al final|para terminar|para cerrar),? (?:la gente|el público|l[oa]s (?:clientes|espectadores|interesad[oa]s|familias)|se|uno) (?:debe|debería|tiene que|tienen que|deben|deberían|puede|pueden) (\p{L}+r(?:se)?\b.*)$`),
	"fr": pattern.New(`(?i)^(?:(?:il faut que )?les gens (?:doivent|devraient|doivent pouvoir) (\p{L}+(?:er|ir|re)\b.*|nous \p{L}+(?:er|ir|re)\b.*|s['’]inscrire.*))$|^(?:à la fin|pour finir|pour terminer),? (?:les gens|le public|on|les (?:clients|spectateurs|intéressés|familles)|ils) (?:doi(?:t|vent)|devrai(?:t|ent)|peu(?:t|vent)) (?:pouvoir )?(\p{L}+(?:er|ir|re)\b.*|s['’]inscrire.*)$`),
	"it": pattern.New(`(?i)^la gente (?:deve|dovrebbe) (\p{L}+r(?:e|si|ci)\b.*)$|^(?:alla fine|in chiusura|per finire),? (?:la gente|il pubblico|si|chi guarda|gli spettatori|i clienti|le persone) (?:dev[eo]no|deve|dovrebbe(?:ro)?|può|possono) (\p{L}+(?:re|rsi)\b.*)$`),
	"pt": pattern.New(`(?i)^as pessoas (?:devem|deveriam|têm que|precisam) (\p{L}+r(?:-se|-nos)?\b.*)$|^(?:no final|ao final|no fim|para terminar),? (?:as pessoas|o público|a gente|os (?:clientes|espectadores|interessados)|eles) (?:dev(?:e|em)|precisam?|podem?|têm que|têm de) (\p{L}+r(?:-se)?\b.*)$`),
	"nl": pattern.New(`(?i)^(?:aan het eind(?:e)?|tot slot),? (?:moeten|moet|kunnen) (?:mensen|kijkers|ze|men|klanten) (.+)$`),
}

// endsWith reads "End with …".
func (p *parser) endsWith(r *reading) bool {
	rest, ok := grammar.After(p.t.End, r.body)
	if ok && p.shutsThing(r.body) {
		return false
	}
	if ok {
		p.orders++
		p.ending(rest, r.Sentence)
	}
	return ok
}

// opensWith reads "Open with …".
func (p *parser) opensWith(r *reading) bool {
	rest, ok := grammar.After(p.t.Open, r.body)
	if !ok || !p.inEnglish() && startsOn.MatchString(r.body) || p.inEnglish() && openOn.MatchString(r.body) {
		return false
	}
	p.orders++
	p.opening(rest, r.Sentence)
	return true
}

// makesVideo reads the order of the video itself.
func (p *parser) makesVideo(r *reading) bool {
	if !p.isMake(r.body) {
		return false
	}
	p.orders++
	p.making = p.orders == 1
	p.understand(r.Line, r.text, func() { p.make(r.body, r.Line) })
	p.making = false
	p.ordering()
	return true
}

// setsStyle reads directions about the production, and for whom it is: "For all staff,
// calm, 60 seconds."
func (p *parser) setsStyle(r *reading) bool {
	if !p.isStyle(r.body) && (p.inEnglish() || !pleaseTone(r.text)) {
		return false
	}
	p.orders++
	p.understand(r.Line, r.text, func() {
		for _, x := range splitOutside(prose.Unstop(r.body), ", ") {
			if who, ok := p.audienceTail(strings.TrimSpace(x)); ok && p.b.Audience == "" {
				p.b.Audience = who
			}
		}
		p.direct(r.text, r.Line)
	})
	p.unheeded(r.body, r.Line)
	return true
}

// ordersToTell reads "explain that …", "mention …".
func (p *parser) ordersToTell(r *reading) bool {
	at := p.t.Tell.FindStringIndex(r.body)
	if at == nil || !p.tells(r.body, at[1]) {
		return false
	}
	p.orders++
	role := brief.Body
	if r.opens {
		role = brief.Hook
	} else if r.closes {
		role = brief.Action
	}
	p.told(strings.ToLower(strings.TrimSpace(r.body[:at[1]])), grammar.TrimLead(r.body[at[1]:]), role, r.Sentence)
	return true
}

// placed reads "At the end: start now", which says where the words stand, and is not
// one of them.
func (p *parser) placed(r *reading) bool {
	lead := strings.TrimSpace(r.text[:max(0, len(r.text)-len(r.body))])
	if !strings.HasSuffix(lead, ":") || !r.opens && !r.closes {
		return false
	}
	p.orders++
	if r.opens {
		p.opening(r.body, r.Sentence)
	} else {
		p.ending(r.body, r.Sentence)
	}
	return true
}

// ordersByNoun reads an order without a verb: "Timeline of our company: …".
func (p *parser) ordersByNoun(r *reading) bool {
	m := nounOrder.FindStringSubmatch(r.text)
	if m == nil || p.said > 0 || !p.inEnglish() {
		return false
	}
	items := p.splitItems(m[3])
	if len(items) < 2 {
		return false
	}
	p.orders++
	p.topic(m[2], r.Line)
	if p.b.Subject == "" {
		p.subject(m[2], r.Line)
	}
	p.list("", items, "", brief.Body, r.Sentence)
	return true
}

// states keeps what no question has taken as a fact.
func (p *parser) states(r *reading) bool {
	p.said++
	if rest := filler.ReplaceAllString(r.text, ""); p.orders > 0 && p.inEnglish() && prose.Words(rest) >= 3 && !p.verbatim {
		r.text = prose.Upper(rest)
	}
	p.statement(r.text, r.Sentence)
	return true
}

// tellWhat orders to tell what a clause asks: "Tell where the flour comes from".
var tellWhat = pattern.New(`^(?i:please )?[Tt]ell ((?:where|how|why|what|when|who|which)\s)`)

// useThem orders to use what the sources hold.
var useThem = pattern.New(`(?i),? and use (?:the|its|our|their|this|that) (?:quotes?|numbers?|figures|facts|photos?|pictures?|data)[.]?$`)

// nounOrder is an order without a verb: "Timeline of our company: …".
var nounOrder = pattern.New(`(?i)^(?:a |an |the |quick |short )*(timeline|history|overview|summary|list|recap|comparison) of (.+?): (.+)$`)

// startsOn is a label and a day, no order to open the video: "Start: 1. September".
var startsOn = pattern.New(`(?i)^(?:start|inicio|début|inizio|início|beginn)\s?: (?:am |ab |im |el |le |il |dal |op |em |de )?\d`)

// openOn says when a place is open: "Open on Sundays", "open again from 7 am".
var openOn = pattern.New(`(?i)^open (?:again )?(?:on |from |until |till |at )?(?:the )?(?:\d|daily|every day|weekdays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:public |bank )?holidays|noon|midnight|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)`)

// filler begins a sentence of a message that is typed as it is spoken.
var filler = pattern.New(`(?i)^(?:basically|oh,? and|oh|so|ok(?:ay)?|um|btw|by the way|fyi|anyway|also note that)[,: ]\s*`)
