package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	thenDo     = pattern.New(`(?i)^(.+?),? (?:and|und|y|et|e|en) (what to do|how to [^:]{2,40}|(?:the )?(?:steps|rules)[^:]{0,24}|was zu tun ist|qué hacer|que faire|o que fazer|cosa fare|wat je moet doen): (.+)$`)
	welcomeRE  = pattern.New(`(?i)^welcome (?:our |the |all )?((?:new )?[\p{L} ]{3,30}) to ((?:the |our )?)(\p{L}[^.!?]{1,40})[.!]?$`)
	audienceRE = pattern.New(`(?i)^(?:an? |for an? |the )?((?:[\p{L}-]+ ){1,3})audience[.!]?$|^(?:für )?ein (junges|breites|älteres|fachkundiges) publikum[.!]?$|^(público (?:joven|adulto|general|experto))[.!]?$|^(public (?:jeune|large|averti))[.!]?$`)
	plainly    = pattern.New(`(?i)^(?:explain|describe|say|write|tell|put)(?: it| this| that| everything)? in (?:plain|simple|easy|clear|everyday) (?:language|words|terms|english)(?: (?:for|to) ([^.!?]{3,60}))?[.!]?$`)
	// unveils is a sentence that brings something to market, or heads what is new in it: it
	// is spoken, and what it names is the title. Groups: the thing, "what's new in" it.
	unveils     = pattern.New(`^(?:(?:(?:Today,? )?[Ww]e(?: are|['’]re) (?:now |today |finally )?(?:launching|introducing|releasing|unveiling|announcing|presenting)|Introducing|Announcing|Meet|Say hello to) (\p{Lu}[\p{L}\d.&'’-]*(?: (?:&|\p{Lu}[\p{L}\d.&'’-]*|\d[\d.]*)){0,3}), (?:an?|the|our|your) .+|((?i:what['’]s new in|what is new in|new in) [^:,.]{2,40}(?:\.\d[\d.]*)?): .+)$`)
	weAre       = pattern.New(`^We(?: are|['’]re) (\p{Lu}[\p{L}\d'’-]*(?: (?:& )?\p{Lu}[\p{L}\d'’-]*){0,3})\.$`)
	askHer      = pattern.New(`(?i)^ask (?:her|him|them|the prospect) for (.+?)(?:,? (?:calendar|link|booking link|book)?:? ?(\S+\.\S+/?\S*))?\.?$`)
	bothOf      = pattern.New(`(?i)^(?:product |price |feature |quick |side-by-side )*comparison(?: video)?(?: of|:) (.+?) (?:vs\.?|versus|against) (.+?)\.?$`)
	welcomeThen = pattern.New(`(?i)^welcome (?:them|everyone|the new hires|the team)(?:,| and|,? then)+ (?:then |cover |show |give them |explain )*(their .+)$`)
	// declared says what a video is about or called, which is nothing to be spoken.
	declared = pattern.New(`(?i)^(?:(?:the|our|my|das|el|le|o|il|het|l['’]) ?)?(?:(?:video|prompt|clip|film)(?:['’]?s)? )?(topic|subject|theme|title|headline|thema|titel|título|tema|sujet|titre|titolo|argomento|assunto|onderwerp)(?: of (?:the|this|our) (?:video|clip|film)| del (?:video|vídeo)| de la vidéo| do vídeo| des videos?)?(?: is| should be| will be| ist| es| est| è| é|:) (.+)$`)
	// saysTopic are sentences behind an order that say what the video is about. Group 2.
	saysTopic = map[string]*pattern.Pattern{
		"de": pattern.New(`(?i)^(?:(?:diesmal|dieses mal|heute|konkret) )?(es geht|geht(?:['’]?s| es)?|dabei geht es|darin geht es|es soll|soll es)(?: (?:dabei|darin|hier|da))? um (.+?)(?: gehen)?$`),
		"es": pattern.New(`(?i)^(?:(?:esta vez|hoy) )?(se trata|(?:va|es|sería)) (?:de|sobre|acerca de) (.+)$`),
		"fr": pattern.New(`(?i)^(?:(?:cette fois|aujourd['’]hui),? )?(il s['’]agit|ça parle|c['’]est|on parle)(?: de | d['’]| pour | sur | à propos de )(.+)$`),
		"it": pattern.New(`(?i)^(?:(?:stavolta|questa volta|oggi) )?(si tratta|parla|parliamo|riguarda|è su)(?: di)? (.+)$`),
		"pt": pattern.New(`(?i)^(?:(?:desta vez|dessa vez|hoje),? )?(trata-se de|é sobre|fala (?:de|sobre)|seria sobre|vamos falar (?:de|sobre)) (.+)$`),
		"nl": pattern.New(`(?i)^(?:(?:deze keer|dit keer|ditmaal) )?(het gaat|dat gaat|gaat|gaat het) (?:over|om) (.+)$`),
	}
	titleWords = prose.Vocabulary(`title|headline|titel|título|titre|titolo`, "title")
	userStory  = pattern.New(`(?i)^(?:[A-Z]{2,8}-\d{1,6}:? )?as an? [\p{L} ]{3,30},? I (?:want|need|would like) to (?:know |learn |understand |see )?(how to .+?)\.?$`)
	sorryRE    = pattern.New(`(?i)^apologi[sz]e(?: to (?:them|customers|everyone))?( for [^.!?]{3,60})?[.!]?$`)
	productIs  = pattern.New(`^(?i:our|the) (?i:product|company|app|service|tool|brand|software|startup)(?: is| is called|:) (\p{Lu}[\p{L}\d'’-]*(?: \p{Lu}[\p{L}\d'’-]*){0,2})(?:, ((?:an?|the|our) [^.!?]{3,80}))?[.!]?$`)
	suggests   = pattern.New(`(?i)^(?:recommend|suggest) (.+?) (?:for|to) (.+)$`)
)

var (
	howToDo = pattern.New(`(?i)^(?:how to|cómo|comment|come|como|wie man) \p{Ll}.{6,}[^?]$`)
	// Group 1 is for whom, group 2 what is announced.
	announced = pattern.New(`(?i)^(?:an? )?(?:(?:short|quick|public) )?(?:information|info|service announcement|notice|psa|tutorial|tuto|guide|guía|guida|anleitung|explainer|quick guide|lesson|clip|video)(?: video)?(?: for ([^:.]{3,40}))?\s?: ((?:how to|cómo|comment|come|como|wie man) .+)$`)
	askAt2    = pattern.New(`(?i)^ask for ((?:an?|your|their) [^:]{2,30}): (\S+\.\S+)$`)
	thankThem = pattern.New(`(?i)^thank ((?:the|our|all) [^.!?]{3,80})$`)
)

// tellIt orders what the sentence before names: "Spiegalo in 45 secondi: …".
var tellIt = pattern.New(`(?i)^(?:per favore |por favor |bitte )?(?:spiegalo|spiegatelo|spiegala|spieghiamolo|explícalo|explicalo|explíquelo|explícala|cuéntalo|explique-o|explica-o|explique isso|conte|explique[zs]?-l[ea]|erklär(?:e|t|en sie)? (?:es|das|dies)|leg (?:het|dit) uit|اشرح ذلك|הסבירו את זה)(?: ((?:in|en|em) [^:,.]{2,24}))?\s?(?:[:,.]\s*(.*))?$`)

// framed carries out the forms of order that have a shape of their own: the first that a
// sentence has.
func (p *parser) framed(text string, s prose.Sentence) bool {
	for _, takes := range [...]func(*parser, string, prose.Sentence) bool{
		(*parser).frameWelcome,
		(*parser).frameTellIt,
		(*parser).frameAnnounced,
		(*parser).frameHowTo,
		(*parser).frameAskAt,
		(*parser).frameThanks,
		(*parser).frameSorry,
		(*parser).frameDeclared,
		(*parser).frameProduct,
		(*parser).framePlainly,
		(*parser).frameWeAre,
		(*parser).frameOffer,
		(*parser).frameBoth,
		(*parser).frameWelcomeThen,
		(*parser).frameStory,
		(*parser).frameAudience,
		(*parser).frameWinner,
	} {
		if takes(p, text, s) {
			return true
		}
	}
	return false
}

// frameWelcome reads a prompt that begins with a welcome.
func (p *parser) frameWelcome(text string, s prose.Sentence) bool {
	m := welcomeRE.FindStringSubmatch(text)
	if m == nil || !p.inEnglish() || !p.first() || !p.t.People.MatchString(m[1]) {
		return false
	}
	p.orders++
	p.understand(s.Line, text, func() {
		p.b.Purpose, p.b.Audience, p.b.Company = brief.Onboarding, strings.TrimSpace(m[1]), strings.TrimSpace(m[3])
		if m[2] != "" {
			p.b.CompanyIn = strings.ToLower(m[2]) + p.b.Company
		}
	})
	return true
}

// frameTellIt reads "Spiegalo in 45 secondi: …".
func (p *parser) frameTellIt(text string, s prose.Sentence) bool {
	m := tellIt.FindStringSubmatch(text)
	if m == nil || p.inEnglish() {
		return false
	}
	p.orders++
	if d := prose.Duration(m[1]); d >= 5 {
		p.b.length(m[1], d)
	}
	rest := strings.TrimSpace(m[2])
	switch items := p.splitItems(rest); {
	case rest == "":
	case len(items) >= 3:
		pt := brief.Point{Form: brief.Steps, Line: s.Line, Col: s.Col, Asked: true, Chapter: p.chapter}
		for _, x := range items {
			pt.Items = append(pt.Items, brief.Item{Title: x})
		}
		p.b.Points = append(p.b.Points, pt)
	default:
		p.sentence(prose.Sentence{Text: prose.Upper(rest), Line: s.Line, Col: s.Col})
	}
	return true
}

// frameAnnounced reads "Public notice: how to …".
func (p *parser) frameAnnounced(text string, s prose.Sentence) bool {
	m := announced.FindStringSubmatch(text)
	if m == nil || !p.first() {
		return false
	}
	if m[1] != "" {
		p.meantFor(m[1], s.Line)
	}
	p.sentence(prose.Sentence{Text: prose.Upper(m[2]), Line: s.Line, Col: s.Col})
	return true
}

// frameHowTo takes "How to …" as the topic of the prompt that begins with it.
func (p *parser) frameHowTo(text string, _ prose.Sentence) bool {
	if !howToDo.MatchString(text) || !p.first() || p.b.Subject != "" || p.b.Title != "" || prose.Words(text) > 14 || strings.Contains(text, ":") {
		return false
	}
	p.orders++
	p.b.Subject = lowerFirst(prose.Unstop(text))
	if p.b.Purpose == "" {
		p.b.Purpose = brief.Tutorial
	}
	return true
}

// frameAskAt reads "Ask for a quote: acme.example".
func (p *parser) frameAskAt(text string, s prose.Sentence) bool {
	m := askAt2.FindStringSubmatch(text)
	if m == nil || !p.inEnglish() || prose.URL(m[2]) == "" {
		return false
	}
	p.orders++
	p.action("ask for "+m[1]+" at "+m[2], s)
	return true
}

// frameThanks reads "Thank our volunteers".
func (p *parser) frameThanks(text string, s prose.Sentence) bool {
	if m := thankAndWish.FindStringSubmatch(prose.Unstop(text)); m != nil && p.inEnglish() {
		p.orders++
		p.say(brief.Point{Form: brief.Clause, Text: "Thank you, " + m[1] + ", and all the best!", Role: brief.Action, Asked: true}, s)
		return true
	}
	m := thankThem.FindStringSubmatch(prose.Unstop(text))
	if m == nil || !p.inEnglish() || thankRE.MatchString(text) {
		return false
	}
	p.orders++
	p.say(brief.Point{Form: brief.Clause, Text: "Thank you to " + strings.TrimSpace(atTheEnd.ReplaceAllString(m[1], "")), Role: brief.Action, Asked: true}, s)
	return true
}

// thankAndWish thanks one person who leaves. Group: the name.
var thankAndWish = pattern.New(`^(?i:please )?(?i:thank) (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)?)(?: for [^,.]{3,40})?,? and wish (?:him|her|them) (?:well|all the best|(?:good|the best of) luck)$`)

// frameSorry reads "Apologise for the delay".
func (p *parser) frameSorry(text string, s prose.Sentence) bool {
	m := sorryRE.FindStringSubmatch(text)
	if m == nil || !p.inEnglish() {
		return false
	}
	p.orders++
	p.say(brief.Point{Form: brief.Clause, Text: strings.TrimSpace("We apologise " + m[1]), Role: brief.Hook, Asked: true}, s)
	return true
}

// frameDeclared reads "Topic: …" and "Title: …".
func (p *parser) frameDeclared(text string, s prose.Sentence) bool {
	m := declared.FindStringSubmatch(prose.Unstop(text))
	if re := saysTopic[p.t.Code]; m == nil && re != nil && p.orders > 0 {
		if m = re.FindStringSubmatch(prose.Unstop(text)); m != nil {
			m[2] = uncontracted(p.t.Code, m[2])
		}
	}
	if m == nil || p.b.Subject != "" || p.b.Title != "" || p.said > 0 {
		return false
	}
	if head, facts, ok := strings.Cut(m[2], ": "); ok && !p.inEnglish() && prose.Words(head) <= 12 && prose.Words(facts) > 3 && !p.isClause(head) {
		p.orders++
		p.subject(head, s.Line)
		p.sentence(prose.Sentence{Text: prose.Upper(facts), Line: s.Line, Col: s.Col}) // "Si tratta del nostro corso: otto lezioni, …"
		return true
	}
	states := p.inEnglish() && p.isClause(m[2])
	if prose.Words(m[2]) > 12 && !states {
		return false
	}
	p.orders++
	switch {
	case states && !p.t.Question.MatchString(m[2]):
		p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(m[2]), Role: brief.Hook, Asked: true}, s) // "Topic: our truck is at the lot every Friday"
	case prose.Lookup(titleWords, m[1]) != "":
		p.b.Title = prose.MustUnquote(m[2])
	default:
		p.subject(m[2], s.Line)
	}
	return true
}

// uncontracted gives a topic the article that its preposition has swallowed: "del nostro
// mercatino" is "il nostro mercatino".
func uncontracted(code, s string) string {
	of := map[string][]string{
		"it": {"del ", "il ", "dello ", "lo ", "della ", "la ", "dei ", "i ", "degli ", "gli ", "delle ", "le ", "dell'", "l'", "dell’", "l’"},
		"es": {"del ", "el "},
	}[code]
	for i := 0; i+1 < len(of); i += 2 {
		if rest, ok := strings.CutPrefix(s, of[i]); ok {
			return of[i+1] + rest
		}
	}
	return s
}

// frameProduct reads "Our product is called Beanback, a …".
func (p *parser) frameProduct(text string, _ prose.Sentence) bool {
	m := productIs.FindStringSubmatch(text)
	if m == nil || p.b.Subject != "" || p.b.Level != 0 {
		return false
	}
	p.orders++
	p.b.Subject, p.b.About = m[1], strings.TrimSpace(m[2])
	return true
}

// framePlainly reads whom something is told to plainly.
func (p *parser) framePlainly(text string, s prose.Sentence) bool {
	m := plainly.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	p.orders++
	p.understand(s.Line, text, func() {
		if p.b.Audience == "" {
			p.b.Audience = prose.Unstop(m[1])
		}
	})
	return true
}

// frameWeAre learns who speaks, and what is unveiled, from sentences that are spoken.
func (p *parser) frameWeAre(text string, _ prose.Sentence) bool {
	if m := weAre.FindStringSubmatch(text); m != nil && (p.b.Subject == "" || Genre(p.b.Subject)) && (p.b.Title == "" || Genre(p.b.Title)) && p.said == 0 && allProper(strings.ReplaceAll(m[1], " & ", " ")) {
		p.b.Subject, p.b.Title, p.b.Company = "", m[1], m[1]
	}
	if m := unveils.FindStringSubmatch(prose.Unstop(text)); m != nil && p.b.Subject+p.b.Title == "" && p.said == 0 && p.inEnglish() {
		p.b.Subject, p.b.Title, p.b.Announced = m[1], prose.Upper(m[2]), true
	}
	return false
}

// frameOffer reads what a sales message asks its reader for.
func (p *parser) frameOffer(text string, s prose.Sentence) bool {
	m := askHer.FindStringSubmatch(text)
	if m == nil || !p.inEnglish() {
		return false
	}
	p.orders++
	if m[2] != "" {
		p.b.URL = prose.Unstop(m[2])
	}
	p.say(brief.Point{Form: brief.Offer, Text: m[1], Role: brief.Action, Asked: true}, s)
	return true
}

// frameBoth reads "Compare A and B" as the topic of the prompt that begins with it.
func (p *parser) frameBoth(text string, s prose.Sentence) bool {
	m := bothOf.FindStringSubmatch(text)
	if m == nil || p.said > 0 || p.b.Title != "" {
		return false
	}
	p.orders++
	for i := strings.LastIndex(m[2], ", "); i > 0 && p.production(m[2][i+2:]); i = strings.LastIndex(m[2], ", ") {
		p.direct(m[2][i+2:], s.Line)
		m[2] = m[2][:i]
	}
	if i := strings.LastIndex(m[2], " for "); i > 0 && p.inEnglish() && p.t.People.MatchString(m[2][i+5:]) {
		p.b.Audience, m[2] = m[2][i+5:], m[2][:i]
	}
	other, of, _ := strings.Cut(m[2], " of ")
	if articleAfter.MatchString(of) {
		m[2], p.b.About = other, of
	}
	p.b.Subject, p.b.Title = "", side(m[1])+" vs "+side(m[2])
	return true
}

// frameWelcomeThen reads an order behind a welcome.
func (p *parser) frameWelcomeThen(text string, s prose.Sentence) bool {
	m := welcomeThen.FindStringSubmatch(text)
	if m == nil || !p.inEnglish() {
		return false
	}
	p.orders++
	p.sentence(prose.Sentence{Text: prose.Upper(m[1]), Line: s.Line, Col: s.Col})
	return true
}

// frameStory reads a user story: "As a user, I want to know how to export a report".
func (p *parser) frameStory(text string, _ prose.Sentence) bool {
	m := userStory.FindStringSubmatch(text)
	if m == nil || p.b.Subject != "" || !p.inEnglish() || p.said > 0 {
		return false
	}
	p.orders++
	p.b.Subject = m[1]
	return true
}

// frameAudience reads an audience that stands alone.
func (p *parser) frameAudience(text string, s prose.Sentence) bool {
	m := audienceRE.FindStringSubmatch(text)
	if m == nil || prose.Words(text) > 5 {
		return false
	}
	p.orders++
	p.understand(s.Line, text, func() { p.b.Audience = strings.ToLower(strings.TrimSpace(strings.Join(m[1:], ""))) + " viewers" })
	if !p.inEnglish() {
		p.b.Audience = prose.Unstop(text)
	}
	return true
}

// frameWinner reads "Recommend the annual plan for teams".
func (p *parser) frameWinner(text string, s prose.Sentence) bool {
	m := suggests.FindStringSubmatch(prose.Unstop(text))
	if m == nil || !p.inEnglish() || strings.HasPrefix(strings.ToLower(m[1]), "that ") || prose.Words(m[1]) > 5 {
		return false
	}
	p.orders++
	p.b.Winner = m[1]
	p.say(brief.Point{Form: brief.Clause, Text: "For " + m[2] + ", we recommend " + m[1], Asked: true}, s)
	return true
}
