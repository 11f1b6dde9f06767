package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file words what such sentences ask to be said: thanks, wishes, calls, ways to get in touch.

// allContacts tells whether words are nothing but ways to reach somebody.
func (p *parser) allContacts(t *bidTongue, s string) bool {
	for _, x := range t.joint.Split(s, -1) {
		if m := contactPart.FindStringSubmatch(strings.TrimSpace(x)); m == nil || prose.Mail(m[1])+prose.URL(m[1]) == "" && !phoneOnly.MatchString(m[1]) {
			return false
		}
	}
	return true
}

// thankThem says thanks to those who are named.
func (p *parser) thankThem(who string, at prose.Sentence) {
	said := sayThanks[p.t.Code]
	if thing := articleAfter.FindString(who); thing != "" && (p.t.Code == "pt" || p.t.Code == "es") && !ledTo.MatchString(who) && !p.viewersAbroad(who) { // "agradecer a generosidade dos fregueses"
		said = map[string]string{"es": "Gracias por " + who, "pt": "Obrigado por " + who}[p.t.Code]
		said = strings.NewReplacer("por a ", "pela ", "por o ", "pelo ", "por as ", "pelas ", "por os ", "pelos ").Replace(said)
		if p.t.Code == "es" {
			said = "Gracias por " + who
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(said), Role: brief.Action, Asked: true}, at)
		return
	}
	if p.t.Code == "de" && !dativeFirst.MatchString(who) {
		said = "Danke an "
	}
	and := map[string]string{"fr": " et ", "it": " e ", "es": " y ", "pt": " e "}[p.t.Code]
	parts := []string{who}
	if and != "" {
		parts = strings.Split(who, and)
	}
	for i, x := range parts {
		if i > 0 && !articleAfter.MatchString(x) {
			continue // "la mairie et sponsors"
		}
		parts[i] = p.toWhom(x)
	}
	p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(said + strings.Join(parts, and)), Role: brief.Action, Asked: true}, at)
}

// toWhom puts the preposition before those who are thanked.
func (p *parser) toWhom(who string) string {
	forms := melted[p.t.Code]
	switch p.t.Code {
	case "es", "pt":
		if ledTo.MatchString(who) {
			return who
		}
		forms = map[string][][2]string{"es": {{"el ", "al "}, {"", "a "}}, "pt": {{"o ", "ao "}, {"a ", "à "}, {"os ", "aos "}, {"as ", "às "}, {"", "a "}}}[p.t.Code]
	}
	for _, x := range forms {
		if rest, ok := strings.CutPrefix(who, x[0]); ok {
			return x[1] + rest
		}
	}
	return who
}

// ledTo has its preposition.
var ledTo = pattern.New(`(?i)^(?:al|a (?:l[oa]s?|tod|nuestr|quien|cad)|aos?|às?|à|a tod)(?:\s|\p{L})`)

// dativeFirst begins those who are thanked in the case that "danken" asks for.
var dativeFirst = pattern.New(`(?i)^(?:den|dem|der|allen|allem|jedem|unseren|unserem|unserer|euren|ihnen)\s`)

// contactPart is a way to reach somebody, with its name. Group 1 is the way.
var contactPart = pattern.New(`(?i)^(?:(?:la|le|el|il|o|a|unser\p{L}*|die|der|das|dem|den|notre|nuestr[oa]|nostr[oa]|noss[oa]|el número de|le numéro de|il numero di|o número de)\s|l['’])?(?:(?:número|numéro|numero|nummer) (?:de |di )?)?(?:tel[eé]fon\p{L}*|téléphone|telefone|tel\.?|tél\.?|web|website|site(?: web| internet)?|sitio(?: web)?|página(?: web)?|sito(?: web)?|(?:web)?seite|homepage|internetadresse|adresse|e-?mail(?:-adresse)?|mail|correo(?: electrónico)?|courriel|whatsapp|hotline|numéro|número|numero|nummer)(?:nummer)?(?: von| del?| de la| du| di| do| da)?\s?:?\s+(.*\S)$`)

// endsInContact ends a video with the ways to reach those who made it: "el teléfono 942 310 220
// y la web clinica.example".
func (p *parser) endsInContact(t *bidTongue, what string, at prose.Sentence) bool {
	var ways []string
	for _, x := range t.joint.Split(what, -1) {
		m := contactPart.FindStringSubmatch(strings.TrimSpace(x))
		if m == nil {
			return false
		}
		if u := cmp.Or(prose.Mail(m[1]), prose.URL(m[1])); u != "" {
			if p.b.URL == "" {
				p.b.URL = u
			}
			ways = append(ways, u)
		} else if phoneOnly.MatchString(m[1]) {
			ways = append(ways, m[1])
		} else if addressWord.MatchString(strings.TrimSpace(x)) && !strings.Contains(what, " und ") {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(prose.Upper(strings.TrimSpace(x))), Role: brief.Action, Asked: true}, at)
			return true
		} else {
			return false
		}
	}
	if len(ways) == 1 && prose.URL(ways[0]) != "" {
		p.address(ways[0], at)
		return true
	}
	p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(t.more + strings.Join(ways, ", ")), Role: brief.Action, Asked: true}, at)
	return true
}

// wishLast ends a video with a wish. Group 1 is the wish.
var wishLast = pattern.New(`(?i)^(?:en (?:leur |vous |nous |tous )?souhaitant(?: à tous)?|deseándo(?:les|os)|deseando(?: a tod[oa]s)?|augurando(?: a tutti)?|augurandogli|desejando(?:-lhes)?(?: a todos)?) (.+)$`)

// wishSaid says it.
var wishSaid = map[string]string{"es": "Deseamos a todos ", "fr": "Nous vous souhaitons ", "it": "Vi auguriamo ", "pt": "Desejamos a todos "}

// leftOut stands between a gerund and what it does: "en leur souhaitant".
var leftOut = pattern.New(`(?i)^(?:leur|vous|nous) (\p{L}+ant) `)

// addressWord heads a postal address.
var addressWord = pattern.New(`(?i)^(?:adresse|dirección|indirizzo|morada|endereço)\s?: `)

// phoneOnly is a telephone number.
var phoneOnly = pattern.New(`^\+?[\d(][\d ()./-]{2,}$`)

// callNoun names a call to do something, which stands behind it: "un appel à commander sur …",
// "dem Aufruf, sich anzumelden". Group 1 is what to do.
var callNoun = pattern.New(`(?i)^(?:(?:mit|con|avec|com) )?(?:(?:une?|una|el|la|le|il|lo|o|a|uma?|dem|der|ein(?:em|er|e)?|den|die)\s|l['’])?(?:(?:kurzen|klaren|freundlichen|herzlichen|bel|petit|simple|pequeña|breve)\s)?(?:appel(?: à l['’]action)?|invitation|incitation|llamada(?: a la acción)?|llamamiento|invitación|invito|appello|convite|chamada|apelo|aufruf|bitte|einladung|aufforderung|appell)(?:,| :|:)? (?:(?:à|a|ad|para|pra|pour|per|de|di)\s|d['’])?((?:s['’]|se )?\p{Ll}[\p{L}'’-]*(?:ar|er|ir|re|oir|si|se|l[aeoi]|ne|n)\b.*)$`)

// endsInCall ends a video with such a call.
func (p *parser) endsInCall(what string, at prose.Sentence) bool {
	m := callNoun.FindStringSubmatch(prose.Unstop(what))
	if m == nil || p.t.Code == "de" && !strings.Contains(" "+m[1], " zu ") && !zuInside.MatchString(m[1]) {
		return false
	}
	do := m[1]
	if a := articleAfter.FindString(do); a != "" {
		return false // "una llamada a la acción"
	}
	p.action(do, at)
	return true
}
