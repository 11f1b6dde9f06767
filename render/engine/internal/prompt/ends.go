package prompt

import (
	"cmp"
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// opening carries out "open with …".
func (p *parser) opening(rest string, s prose.Sentence) {
	rest = strings.TrimSpace(rest)
	if p.t.Infinitive != nil {
		if un := p.t.Infinitive(rest); un != rest {
			if at := p.t.Tell.FindStringIndex(un); at != nil {
				p.told(strings.ToLower(un[:at[1]]), grammar.TrimLead(un[at[1]:]), brief.Hook, s)
				return
			}
			rest = un
		}
	}
	colon := false
	if r, ok := grammar.After(p.t.Opener, rest); ok && r != "" {
		colon = strings.HasSuffix(strings.TrimSpace(rest[:len(rest)-len(r)]), ":")
		rest = r
	}
	if q, ok := prose.Unquote(rest); ok {
		p.say(brief.Point{Form: brief.Clause, Text: q, Role: brief.Hook, Asked: true, Verbatim: true}, s)
		return
	}
	if q := prose.Quoted(rest); len(q) == 1 {
		p.say(brief.Point{Form: brief.Clause, Text: q[0], Role: brief.Hook, Asked: true, Verbatim: true}, s)
		return
	}
	if p.t.Production.MatchString(rest) && !strings.ContainsAny(rest, "?0123456789") {
		p.direct(rest, s.Line)
		p.b.Note(s.Line, fmt.Sprintf("opening picture %q: the local engine draws it as a title card", prose.Unstop(rest)))
		return
	}
	if colon || strings.Contains(rest, "?") || p.isClause(rest) {
		p.say(brief.Point{Form: brief.Clause, Text: rest, Role: brief.Hook, Asked: true}, s)
		return
	}
	p.say(brief.Point{Form: brief.Phrase, Text: prose.Unstop(rest), Role: brief.Hook, Asked: true}, s)
}

var (
	// numberToCall is a telephone number by its name. Groups: article, name, number.
	numberToCall = pattern.New(`(?i)^(the |our )((?:[\p{L}-]+ ){0,3}(?:number|hotline|helpline|phone|line|switchboard)):?,? (\+?\d[\d ()-]{2,})$`)
	// anyNumber is a name that says no more than that it is one.
	anyNumber = pattern.New(`(?i)^(?:(?:tele)?phone )?(?:number|phone|hotline)$`)
)

// ending carries out "end with …".
func (p *parser) ending(rest string, s prose.Sentence) {
	rest = strings.TrimSpace(rest)
	if m := twoEnds.FindStringSubmatch(rest); m != nil && p.inEnglish() {
		p.ending(m[1], s) // "thanking the families and asking viewers to check their alarms"
		p.ending(m[2], s)
		return
	}
	if m := remindsTo.FindStringSubmatch(prose.Unstop(rest)); m != nil && p.inEnglish() && p.meansPeople(m[1]) {
		verb := toYou(m[2])
		if reminds.MatchString(rest) {
			verb = "remember to " + verb
		}
		p.action(verb, s)
		return
	}
	if p.thanksLast(rest, s) {
		return
	}
	if p.t.Infinitive != nil {
		if un := p.t.Infinitive(rest); un != rest {
			for _, re := range []*pattern.Pattern{p.t.Visit, p.t.Act} {
				if r, ok := grammar.After(re, un); ok {
					if re == p.t.Visit {
						r = p.visitPhrase(r)
					}
					p.action(r, s)
					return
				}
			}
			if at := p.t.Tell.FindStringIndex(un); at != nil {
				p.told(strings.ToLower(un[:at[1]]), grammar.TrimLead(un[at[1]:]), brief.Action, s)
				return
			}
			if p.frameThanks(prose.Upper(un), s) {
				return // "finish by thanking our drivers"
			}
			if m := askTo.FindStringSubmatch(un); m != nil && p.inEnglish() {
				p.action(toYou(m[3]), s) // "inviting other hospitals to get in touch"
				return
			}
			rest = un
		}
	}
	bare := rest
	if r, ok := grammar.After(p.t.Ender, rest); ok && r != "" {
		rest = r
	}
	rest = grammar.TrimLead(rest)
	if openQuestion.MatchString(prose.Unstop(bare)) {
		rest = bare
	}
	if openQuestion.MatchString(prose.Unstop(bare)) || noWords.MatchString(prose.Unstop(rest)) && len(prose.Quoted(rest)) == 0 {
		p.b.NoteOn(s.Line, "end with \""+prose.Clip(prose.Unstop(rest), 60)+"\": the prompt gives no words for it, so it is left out", prose.FirstWords(rest, 4))
		return
	}
	if at := remindingThat.FindStringIndex(rest); at != nil {
		p.say(brief.Point{Form: brief.Clause, Text: rest[at[1]:], Role: brief.Action, Asked: true}, s)
		return
	}
	if m := numberToCall.FindStringSubmatch(prose.Unstop(bare)); m != nil && p.inEnglish() {
		who := "us"
		if !strings.EqualFold(m[1], "our ") && !anyNumber.MatchString(m[2]) {
			who = m[1] + m[2] // "the crisis helpline"
		}
		p.action("call "+who+" on "+m[3], s)
		return
	}
	if r, ok := grammar.After(p.t.Act, rest); ok && r != "" {
		p.action(r, s)
		return
	}
	if r, ok := grammar.After(p.t.Visit, rest); ok && r != "" {
		p.action(p.visitPhrase(r), s)
		return
	}
	if q, ok := prose.Unquote(strings.TrimRight(rest, " .")); ok {
		if u := prose.URL(q); u != "" && prose.Words(q) <= 8 {
			p.action(q, s)
			return
		}
		p.say(brief.Point{Form: brief.Clause, Text: q, Role: brief.Action, Asked: true, Verbatim: true}, s)
		return
	}
	if q := prose.Quoted(rest); len(q) == 1 {
		p.say(brief.Point{Form: brief.Clause, Text: q[0], Role: brief.Action, Asked: true, Verbatim: true}, s)
		return
	}
	if bare := prose.Unstop(rest); bare != "" && (bare == prose.Mail(bare) || prose.URL(rest) != "" && prose.Words(rest) <= 1) {
		p.address(cmp.Or(prose.Mail(bare), prose.URL(bare)), s)
		return
	}
	if p.t.Production.MatchString(rest) && prose.URL(rest) == "" && prose.Words(rest) <= 9 {
		p.direct(rest, s.Line)
		return
	}
	if p.isClause(rest) && p.t.Code == "en" && pronounRE.MatchString(rest) {
		p.say(brief.Point{Form: brief.Clause, Text: rest, Role: brief.Action, Asked: true}, s)
		return
	}
	p.action(rest, s)
}

var (
	// twoEnds parts what a video ends by doing.
	twoEnds = pattern.New(`(?i)^((?:thanking|asking|inviting|reminding|telling|encouraging|urging|wishing) [^"“]+?),? and ((?:thanking|asking|inviting|reminding|telling|encouraging|urging|wishing) .+)$`)
	reminds = pattern.New(`(?i)^(?:(?:that|which) reminds|reminding|to remind)\b`)
)

// shuts is a verb that ends a video and shuts a lid. Group 1 is the thing.
var shuts = pattern.New(`(?i)^(?:cierr[ae]n?|cerrar|chiud\p{L}+|fech[ae]m?|fechar|encerr[ae]|schließ\p{L}*(?: sie)?|sluit|clo[rs]e?z?|ferme[zr]?)\s+(?:l[aeo]s?|el|il|i|gli|os?|as?|de[nrmst]?|die|das|het|un[ae]?|tu|sus?|tus)\s+(\p{L}+)`)

// shutsThing tells a step, "Cierra la tapa", from the end of a video.
func (p *parser) shutsThing(s string) bool {
	m := shuts.FindStringSubmatch(s)
	return m != nil && !p.inEnglish() && !p.t.Noun.MatchString(" "+m[1]+" ")
}

// thanking ends a video with thanks, as an order to give them. Group 1 is what for or whom.
var thanking = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:(?:mit )?(?:einem )?(?:herzlichen |großen )?dank|(?:mit )?(?:einem )?dankeschön) ((?:für|an) .+)$`),
	"es": pattern.New(`(?i)^(?:(?:un )?(?:gran )?(?:agradecimiento|gracias)|agradeci[eé]ndo(?:les|l[oa]s|le)?|dando las gracias|dándoles las gracias)(?: a ell[oa]s)? ((?:por|a) .+|s?u \p{L}+)$`),
	"fr": pattern.New(`(?i)^(?:un (?:grand |petit |chaleureux )?(?:merci|remerciement)|(?:des )?remerciements|(?:en )?(?:les |vous |nous )?remerciant) (?:(?:les|nos|tous les|toutes les) \p{L}+ )?(pour .+|de .+)$`),
	"it": pattern.New(`(?i)^(?:(?:un )?(?:grande |sentito )?(?:grazie|ringraziamento)|ringraziando)(?:l[ioae]|vi)?(?: (?:a )?(?:tutti|i \p{L}+|le \p{L}+|gli \p{L}+))? (per .+|dell?.+)$`),
	"pt": pattern.New(`(?i)^(?:(?:um )?(?:grande )?(?:obrigado|agradecimento)|agradecendo)(?:-lhes|-os)?(?: a todos| aos \p{L}+| às \p{L}+)? (pel[oa]s? .+|por .+)$`),
	"nl": pattern.New(`(?i)^(?:een )?(?:bedankje|dankwoord|dankjewel|dank) (voor .+|aan .+)$`),
}

// thanksSaid is how such thanks are said, ofViewers what is theirs then.
var (
	thanksSaid = map[string]string{"de": "Vielen Dank ", "es": "Gracias ", "fr": "Merci ", "it": "Grazie ", "pt": "Obrigado ", "nl": "Bedankt "}
	ofViewers  = map[string]*strings.Replacer{
		"de": strings.NewReplacer(" ihre ", " Ihre ", " ihren ", " Ihren ", " ihr ", " Ihr "),
		"fr": strings.NewReplacer(" leur ", " votre ", " leurs ", " vos "),
		"it": strings.NewReplacer(" il loro ", " il vostro ", " la loro ", " la vostra ", " i loro ", " i vostri ", " le loro ", " le vostre "),
		"nl": strings.NewReplacer(" hun ", " uw "),
	}
)

// inviteLast ends a video with an invitation, maybe behind thanks: "um obrigado sincero e o
// convite para a festa". Group 1 is to what, with its preposition.
var inviteLast = pattern.New(`(?i)^(?:(?:com |con |avec |mit |met )?(?:um |un |ein |een )?(?:grande |großen |herzlichen )?(?:obrigado|gracias|merci|grazie|dank)(?: sincero)? (?:e|y|et|und|en) )?(?:com |con |avec |mit |met )?(?:l['’]|(?:o|a|um|una?|une|la|el|eine[rm]?|der|een|de) )?(?:convite|invitación|invitation|invito|einladung|uitnodiging) ((?:para|a|al|à|au|aux|all['’]|alla|allo|ai|zum|zur|zu|voor|tot)(?:\s|\b).+)$`)

// invitedSaid invites the viewers.
var invitedSaid = map[string]string{"es": "Están invitados ", "fr": "Vous êtes invités ", "it": "Siete invitati ", "pt": "Estão convidados ", "de": "Herzliche Einladung ", "nl": "Je bent uitgenodigd "}

// thanksLast carries out such an order.
func (p *parser) thanksLast(rest string, s prose.Sentence) bool {
	re := thanking[p.t.Code]
	if re == nil {
		return false
	}
	if m := inviteLast.FindStringSubmatch(prose.Unstop(rest)); m != nil && !p.inEnglish() {
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(invitedSaid[p.t.Code] + m[1]), Role: brief.Action, Asked: true}, s)
		return true
	}
	m := re.FindStringSubmatch(prose.Unstop(rest))
	if m == nil {
		return false
	}
	said := thanksSaid[p.t.Code] + m[1]
	if r := ofViewers[p.t.Code]; r != nil {
		said = r.Replace(said)
	}
	p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(said), Role: brief.Action, Asked: true}, s)
	return true
}

// noWords asks for words that it does not give: "a quote by a beekeeper".
var noWords = pattern.New(`(?i)^(?:an? |the |some |een |una? |une |eine[rm]? |um )?(?:\p{L}+ )?(?:uitnodiging|invitación|invitation|einladung|invito|convite|quote|testimonial|joke|statistic|stat|fact|anecdote|story|poem|pun|surprise|cliffhanger|thought|question)s?(?: (?:by|from|about|on|of|for) .+)?$`)

// openQuestion asks for a question that it does not give: "a question they can discuss".
var openQuestion = pattern.New(`(?i)^(?:an? |some |one )?(?:[\p{L}-]+ )?(?:questions?|thought|riddle|quiz|challenge) (?:that |which |for )?(?:they|viewers|people|pupils|students|kids|children|the (?:class|audience|viewers?|kids|team))\b[^:"“?]*$`)

// remindingThat ends a video with a statement: "Termine lembrando que …".
var remindingThat = pattern.New(`(?i)^(?:lembrando|recordando|recordándoles|ricordando|dizendo|diciendo|dicendo|en rappelant|en disant|explicando)(?: (?:a|à) (?:tod[oa]s|tutti|tous))? (?:que |qu['’]|che )`)

var pronounRE = pattern.New(`(?i)^(?:we|you|it|they|i|he|she|our|your|this|that|the|there)\b`)

// moreAt takes where there is more off the end of a row of facts: "30 bands, tickets from
// $25 at lakefest.example".
func (p *parser) moreAt(text string) string {
	m := factsAtURL.FindStringSubmatch(text)
	if m == nil || p.b.URL != "" || prose.URL(m[2]) == "" || !anyDigit.MatchString(m[1]) || p.isClause(m[1]) || p.isOrder(text) {
		return text
	}
	p.b.URL = prose.URL(m[2])
	return prose.Stop(m[1])
}

// findUs tells the viewers where to go.
var findUs = pattern.New(`(?i)^(?:come (?:and )?)?(?:find|visit|see|meet|join|catch) us (?:on|at|in|near|behind|next to|this|every|from|tomorrow|today|tonight|for) `)

var factsAtURL = pattern.New(`^([^.!?]+, [^!?]+?),? (?:at|on|via) (\S+\.\S+?)[.!]?$`)

func (p *parser) visitPhrase(rest string) string {
	rest = prose.Unstop(rest)
	return fmt.Sprintf(p.t.VisitPhrase, rest)
}

func (p *parser) action(verb string, s prose.Sentence) {
	text := prose.Unstop(verb)
	if strings.HasSuffix(strings.TrimSpace(verb), "!") {
		text += "!"
	}
	p.say(brief.Point{Form: brief.Verb, Text: text, Role: brief.Action, Asked: true}, s)
}

// sloganLabel stands before the words that a brand goes by.
var sloganLabel = pattern.New(`(?i)^(?:(?:our|the|and (?:our|the)) )?(?:tag ?line|slogan|motto|strapline|punch ?line)(?: is)?\s?(?::|[–—-] )\s*(.{3,90})$`)

// slogan keeps such words without their label; they are the last ones before what is asked.
func (p *parser) slogan(text string, s prose.Sentence) bool {
	m := sloganLabel.FindStringSubmatch(text)
	if m == nil || p.t.Code != "en" || p.verbatim || p.orders+p.said == 0 {
		return false
	}
	p.orders++
	p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(prose.Upper(prose.MustUnquote(m[1]))), Role: brief.Action, Asked: true}, s)
	return true
}
