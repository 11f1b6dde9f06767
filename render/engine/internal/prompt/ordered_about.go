package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/commission"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file says what a video is about that such an order takes apart.

// topicAbroad reads what the video is about.
func (p *parser) topicAbroad(o *commission.Order, at prose.Sentence) {
	act := cmp.Or(o.Act, o.Kind)
	switch {
	case p.t.Code == "de" && p.topicGerman(o, at):
	case o.Kind == "summarise" && o.Topic != "" && o.KindNoun != "" && ofOnly.MatchString(o.Prep):
		p.b.Title = prose.Upper(o.KindNoun + " " + o.Prep + " " + o.Topic) // "vídeo de resultados do ano"
	case act == "invite" && o.Act == "" && o.Topic != "" && o.Prep != "":
		p.invited(o.Prep, o.Topic, at.Line)
	case o.Topic != "" || o.Thing != "":
		p.aboutThing(p.articled(o.Prep, cmp.Or(o.Topic, o.Thing)), at)
	case act == "thank":
		p.thanksTo(cmp.Or(p.whoIsTold(o.Viewers), p.b.Audience), at.Line)
		reason := o.Object
		if p.t.Code == "de" && o.Prep == "für" {
			reason = "für " + o.Object
		}
		if forReason.MatchString(reason) {
			said := thanksSaid[p.t.Code] + reason
			if r := ofViewers[p.t.Code]; r != nil {
				said = r.Replace(said)
			}
			p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(said), Asked: true}, at)
		}
	case act == "congratulate":
		p.b.Title, p.b.Announced = congratulations[p.t.Code], true
		who := cmp.Or(o.Object, o.Viewers)
		if p.t.Code != "de" && !strings.HasPrefix(who, "a ") {
			who = p.toWhom(who)
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(strings.TrimSpace(congratulations[p.t.Code] + map[string]string{"de": " an "}[p.t.Code] + " " + who)), Role: brief.Hook, Asked: true}, at)
	case o.Clause:
		clause := spokenTo(p.t.Code, o.Viewers, p.mainClause(o.Object))
		p.headClause(clause)
		p.said++
		p.statement(prose.Stop(prose.Upper(clause)), at)
	case o.Asks:
		if o.Viewers != "" { // "wie sie ihren Zählerstand melden" is said to those who do
			for _, t := range saidToThem[p.t.Code] {
				o.Object = t.re.ReplaceAllString(o.Object, t.with)
			}
		}
		p.say(brief.Point{Form: brief.How, Text: o.Object, Role: brief.Hook, Asked: true}, at)
	case act == "encourage" && !o.Do && o.Object != "": // "pour motiver les équipes avant le salon de Lyon"
		p.aboutThing(beforeEvent.ReplaceAllString(o.Object, ""), at)
	case act == "encourage" && o.Do:
		p.action(o.Object, at)
	case o.Do:
		p.said++
		p.statement(prose.Stop(p.toDo(o.Object)), at)
	case act == "invite" && o.Object != "":
		prep, what, _ := strings.Cut(o.Object, " ")
		for _, one := range []string{"à l'", "à l’", "all'", "all’"} {
			if rest, ok := strings.CutPrefix(o.Object, one); ok {
				prep, what = one, rest
			}
		}
		for _, two := range []string{"para o ", "para a ", "para os ", "para as ", "a la ", "a las ", "a los ", "à la "} {
			if rest, ok := strings.CutPrefix(o.Object, two); ok {
				prep, what = strings.TrimSpace(two), rest
			}
		}
		p.invited(prep, what, at.Line)
	case act == "recruit":
		p.b.Audience = cmp.Or(p.b.Audience, o.Object)
	case act == "welcome":
		if p.b.Title = welcomes[p.t.Code]; p.b.Audience == "" && p.t.Code != "de" {
			p.b.Purpose = "" // who is welcomed is not known
			break
		}
		p.b.Announced = true
		who := p.toWhom(p.b.Audience)
		if p.t.Code == "de" {
			who = ""
		}
		p.say(brief.Point{Form: brief.Clause, Text: strings.TrimSpace(welcomesSaid[p.t.Code]+who) + ".", Role: brief.Hook, Asked: true}, at)
	case o.Object != "" && o.Prep != "":
		p.aboutThing(p.articled(o.Prep, o.Object), at)
	case o.Object != "":
		prep := prose.FirstWords(o.Object, 1)
		rest := strings.TrimSpace(o.Object[len(prep):])
		if rest != "" && (o.Act == "train" && toTrain[strings.ToLower(prep)] || o.Act == "announce" && unmelted[strings.ToLower(prep)] != "") { // "formar … en el uso de", "avisar … del cambio"
			p.aboutThing(p.articled(strings.ToLower(prep), rest), at)
		} else {
			p.aboutThing(o.Object, at)
		}
	case o.Kind == "train" && len(o.KindNoun) > 0 && o.Viewers != "":
		p.b.Title = prose.Upper(o.KindNoun)
	case p.t.Code == "de" && germanGenre.MatchString(o.Head) && !soDE.MatchString(o.Rest):
		p.b.Title = germanGenre.FindStringSubmatch(o.Head)[1] // "Entschuldigungsvideo für unsere Kunden"
	case o.Occasion != "":
		p.b.Title = prose.Upper(articleAfter.ReplaceAllString(o.Occasion, ""))
	}
}

// ofOnly is a bare "of".
var ofOnly = pattern.New(`(?i)^d(?:e|el|u|es|i|ella|o|a|os|as)$`)

// topicGerman reads what a German video is about where its preposition tells more than that.
func (p *parser) topicGerman(o *commission.Order, at prose.Sentence) bool {
	act := cmp.Or(o.Act, o.Kind)
	switch {
	case act == "invite" && o.Object+o.Topic != "" && (o.Prep == "zum" || o.Prep == "zur" || o.Prep == "zu"):
		p.invited(o.Prep, cmp.Or(o.Object, o.Topic), at.Line)
	case o.Topic != "" && o.Prep == "genitive":
		p.aboutThing(ofGenitive(o.Topic), at)
	case o.Topic != "" && (o.Prep == "zum" || o.Prep == "zur"):
		p.aboutThing(grammar.NominativeDE(o.Prep, o.Topic), at)
	case o.Object != "" && o.Act != "" && !o.Clause && !o.Asks && !o.Do && act != "thank" && o.Prep != "" && o.Prep != "über":
		p.b.Title = prose.Upper(articleAfter.ReplaceAllString(o.Object, "")) // "im Umgang mit Leitern", "vor Phishing"
	default:
		return false
	}
	return true
}

// ofGenitive names by itself what stands in the genitive: "unserer neuen App" is "unsere neue App".
func ofGenitive(s string) string {
	f := strings.Fields(s)
	for _, x := range [][2]string{{"unserer", "unsere"}, {"der", "die"}} {
		if len(f) < 2 || !strings.EqualFold(f[0], x[0]) {
			continue
		}
		n := 1
		for n < len(f)-1 && !prose.StartsUpper(f[n]) {
			n++
		}
		if f[0] = x[1]; grammar.GermanGender(f[n]) == 'f' {
			for i := 1; i < n; i++ {
				f[i] = strings.TrimSuffix(f[i], "n")
			}
		}
		return strings.Join(f, " ")
	}
	return articleAfter.ReplaceAllString(s, "")
}

// congratulations are what somebody is congratulated with.
var congratulations = map[string]string{"de": "Herzlichen Glückwunsch", "es": "Enhorabuena", "fr": "Félicitations", "it": "Congratulazioni", "pt": "Parabéns"}

// welcomes are the titles of videos that welcome somebody and name no topic.
var welcomes = map[string]string{"de": "Willkommen", "es": "Bienvenidos", "fr": "Bienvenue", "it": "Benvenuti", "pt": "Boas-vindas"}

// welcomesSaid is how they welcome.
var welcomesSaid = map[string]string{"de": "Herzlich willkommen", "es": "Damos la bienvenida ", "fr": "Bienvenue ", "it": "Diamo il benvenuto ", "pt": "Damos as boas-vindas "}

// beforeEvent stands before the occasion of a video.
var beforeEvent = pattern.New(`(?i)^(?:avant|vor|antes del?|prima del?|antes d[oa]|pour|para|per|für) `)

// forReason is what somebody is thanked for.
var forReason = pattern.New(`(?i)^(?:für|por|pour|per|pel[oa]s?|de leur|d['’]avoir) .+`)

// toTrain stand before what somebody is trained in.
var toTrain = map[string]bool{"en": true, "no": true, "na": true, "nos": true, "nas": true, "em": true, "à": true, "au": true, "aux": true, "sur": true, "sobre": true, "all'": true, "alla": true, "al": true, "a": true, "su": true, "sul": true, "sulla": true, "nel": true, "nella": true, "aux ": true}

// inMelted gives back the article that other prepositions have taken in.
var inMelted = map[string]string{"no": "o ", "na": "a ", "nos": "os ", "nas": "as ", "nel": "il ", "nella": "la ", "nell'": "l'", "nelle": "le ", "nei": "i "}

// articled gives a topic the article that the preposition before it has taken in.
func (p *parser) articled(prep, topic string) string {
	prep = strings.TrimSpace(strings.ReplaceAll(prep, "’", "'"))
	if f := strings.Fields(prep); len(f) > 1 { // "a propósito del"
		prep = f[len(f)-1]
	}
	if p.t.Code == "it" {
		if x := unmeltedIT[prep]; x != "" {
			return x + topic
		}
		if x := onIT[prep]; x != "" {
			return x + topic
		}
		if prep == "del" {
			return "il " + topic
		}
	}
	if x := inMelted[prep]; x != "" && (p.t.Code == "pt" || p.t.Code == "it") {
		return x + topic
	}
	if prep == "no" || prep == "na" || prep == "nos" {
		return topic
	}
	return unmelted[prep] + topic
}

// aboutThing makes a thing the topic, without what only says that it comes, and with its day apart.
func (p *parser) aboutThing(what string, at prose.Sentence) {
	if m := launching.FindStringIndex(what); m != nil {
		p.b.Purpose = brief.Launch
		lead := strings.Fields(what[:m[1]])
		what = p.articled(strings.ToLower(lead[len(lead)-1]), what[m[1]:])
	}
	if strings.Contains(what, ", ") {
		what = p.segments(what, at.Line)
	}
	if articleAfter.MatchString(what) {
		what = lowerFirst(what)
	}
	when := ""

	if d := whenTail.FindStringSubmatch(what); d != nil && prose.Words(d[1]) >= 2 && !fromDayOn.MatchString(d[1]) && !prose.InQuotes(what, len(d[1])) {
		what, when = d[1], d[2]
	}
	if !articleAny.MatchString(what) && !articleAfter.MatchString(what) && !prose.StartsUpper(what) && len(prose.Quoted(what)) == 0 {
		p.b.Title = prose.Upper(what) // no sentence holds it without an article
	} else {
		p.subject(what, at.Line)
	}
	if when != "" {
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Event)
		p.say(brief.Point{Form: brief.When, Text: when, Asked: true}, prose.Sentence{Text: when, Line: at.Line, Col: 1})
	}
}

// fromDayOn leads to a day from which something is so.
var fromDayOn = pattern.New(`(?i)\s(?:a partir|à partir|a partire|desde|hasta|depuis|jusqu['’]au|dès|fino|até|ab|bis|seit)$`)

// headClause titles a video by the clause that it announces, up to when that is so.
func (p *parser) headClause(clause string) {
	head := prose.Unstop(clause)
	if m := sinceWhen.FindStringIndex(head); m != nil && prose.Words(head[:m[0]]) >= 3 {
		head = head[:m[0]]
	}
	if n := len([]rune(head)); n <= 70 && p.b.Title == "" {
		p.b.Title, p.b.Announced = prose.Upper(strings.TrimRight(head, " ,;:")), true
	}
}

// sinceWhen begins when something is so, or what else is.
var sinceWhen = pattern.New(`(?i)(?:,|;|\s(?:a partir d|à partir d|a partire d|desde (?:el|o|la) \d|dès (?:le|la) |dal \d|du \d|ab (?:dem )?\d|ab (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|sofort)|am \d|vom \d|el (?:próximo )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d)|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)|il \d|no dia|em \d|para que|pour que|perché|porque|parce que)).*$`)
