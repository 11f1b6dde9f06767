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

// orderedAbroad carries out the sentence that orders the video in German, Spanish, French, Italian
// or Portuguese, taken apart by its words: "Necesito un vídeo para formar al personal de almacén
// en el uso de la carretilla elevadora". What it does not know wholly it leaves to the readers
// of single forms.
func (p *parser) orderedAbroad(r *reading) bool {
	if p.inEnglish() || p.foreign || p.verbatim || p.material || !p.first() {
		return false
	}
	text := ungreeted(r.text)
	if m := kindAndTitle.FindStringSubmatch(prose.Unstop(text)); m != nil && (!p.isClause(m[2]) && prose.Words(m[2]) <= 12 || nameAndThing.MatchString(m[2]) && prose.Words(m[2]) <= 20) {
		p.orders++
		p.understand(r.Line, r.text, func() { p.b.Purpose = cmp.Or(p.b.Purpose, kindPurpose(m[1])) })
		p.aboutThing(m[2], r.Sentence)
		return true
	}
	if m := reportFor.FindStringSubmatch(text); m != nil && p.viewersAbroad(m[2]) { // "Riepilogo progetto “Scuola verde” per i genitori: …"
		p.orders++
		p.b.Title = prose.Upper(strings.TrimSpace(m[1]))
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Update)
		p.meantFor(m[2], r.Line)
		p.behindOrder(&commission.Order{Rest: m[3]}, r.Sentence)
		return true
	}
	if m := factThenOrder.FindStringSubmatch(prose.Unstop(text)); m != nil && p.isClause(m[1]) && p.t.Noun.MatchString(" "+m[2]+" ") && prose.Words(m[2]) <= 9 {
		p.orders++ // "Wir eröffnen am 15. März und hätten dazu gerne ein 30-Sekunden-Video"
		p.ofTheVideo(m[2], r.Line)
		if d := prose.Duration(m[2]); d >= 5 {
			p.b.length(m[2], d)
		}
		p.headClause(m[1])
		p.said++
		p.statement(prose.Stop(m[1]), r.Sentence)
		return true
	}
	o, ok := p.orderIn(text)
	if !ok {
		return false
	}
	p.orders++
	at := r.Sentence
	if how := asksWith[p.t.Code]; how != "" && o.Do && (o.Act == "present" || o.Act == "explain" || o.Act == "train") {
		o.Do, o.Asks, o.Object = false, true, how+o.Object // "enseñar a los voluntarios a montar la carpa"
	}
	if o.Viewers == "" && aimsAtPeople[cmp.Or(o.Act, o.Kind)] && p.perhapsViewers(o.Thing) {
		o.Viewers, o.Thing = o.Thing, "" // "Vidéo sécurité pour les intérimaires"
	}
	p.understand(r.Line, r.text, func() {
		for _, s := range append([]string{o.Head}, o.Settings...) {
			if d := prose.Duration(s); d >= 3 {
				p.b.length(s, d)
			}
			p.production(s)
			p.direct(s, at.Line)
		}
		if o.Viewers != "" {
			p.b.Audience = cmp.Or(p.b.Audience, p.whoTold(o))
		}
	})
	for _, s := range o.Places {
		p.b.NoteOn(r.Line, "understood: seen at "+s, prose.FirstWords(s, 3))
		p.direct(s, at.Line)
	}
	p.purposeAbroad(o, text)
	p.topicAbroad(o, at)
	p.behindOrder(o, at)
	if b := p.b; b.Title+b.Subject == "" && b.Audience != "" && len(b.Points) > 0 && b.Points[0].Form == brief.List && b.Purpose != brief.Thanks && toAudience[p.t.Code] != "" {
		b.Title = toAudience[p.t.Code] + b.Audience // a row of things names no topic
	}
	return true
}

// toAudience heads a video that is for somebody and names no topic.
var toAudience = map[string]string{"de": "Für ", "es": "Para ", "fr": "Pour ", "it": "Per ", "pt": "Para "}

// ungreeted is a sentence without the greeting before it.
func ungreeted(s string) string {
	s = strings.TrimSpace(s)
	if m := calledFirst.FindStringIndex(s); m != nil {
		s = prose.Upper(s[m[1]:])
	}
	if m := greetedFirst.FindStringIndex(s); m != nil {
		return prose.Upper(strings.TrimSpace(s[m[1]:]))
	}
	return s
}

// calledFirst calls the agent before its order: "Oye, hazme un vídeo".
var calledFirst = pattern.New(`(?i)^(?:oye|oíd|oiga|mira|mirad|ey|a ver|bueno|venga|dai|senti|ehi|allora|dis|dites|alors|bon|olha|então|e aí|ei|also|hey|okay|ok|so|na gut),? `)

// orderIn takes a sentence that orders a video apart.
func (p *parser) orderIn(s string) (*commission.Order, bool) {
	o, ok := commission.ReadIn(p.t.Code, ungreeted(s), commission.Sense{People: p.viewersAbroad, Setting: p.settingAbroad})
	return o, ok && p.carriable(o)
}

// kindAndTitle is a kind of video and its title: "Produktvorstellung: unser neuer Akkuschrauber".
// Groups: the kind, the title.
var kindAndTitle = pattern.New(`(?i)^((?:kurze |neue )?(?:produktvorstellung|produkteinführung|produktpräsentation|firmenvorstellung|unternehmensvorstellung|sicherheitsunterweisung|unterweisung|sicherheitsschulung|schulung|produktneuheit|neuheit|presentación de (?:un )?producto|presentación de empresa|presentación|lanzamiento(?: de producto)?|formación(?: interna| de seguridad| en prevención)?|curso(?: de \p{L}+)?|présentation(?: de| du)? produit|présentation|lancement(?: de| du)? produit|lancement|formation(?: sécurité| interne)?|consigne[s]? de sécurité|presentazione(?: del)? prodotto|presentazione|lancio(?: del)? prodotto|lancio|formazione(?: sicurezza| interna)?|corso(?: di)? (?:sicurezza|formazione)|apresentação d[eo] produto|apresentação|lançamento(?: de produto)?|formação(?: de segurança| interna)?|treinamento(?: de segurança| interno)?|capacitação)(?: [–-] [^:]{2,24}|,? (?:teil|parte|partie|lezione|módulo|module|modulo|modul|aula|videolezione) \d+)?)\s?: (.{4,})$`)

// factThenOrder tells something and orders a video of it. Groups: the fact, the video.
var factThenOrder = pattern.New(`(?i)^(.{12,}?),? (?:und|y|et|e|por lo que|así que|donc|quindi|por isso) (?:(?:wir|nous|on|ci) )?(?:hätten|bräuchten|brauchen|möchten|suchen|wünschen uns|wollen|necesitamos|nos gustaría|queremos|querríamos|quisiéramos|aimerions|voudrions|souhaitons|souhaiterions|voudrait|aimerait|avons besoin d['’]|vorremmo|serve|servirebbe|avremmo bisogno di|queríamos|precisamos de|gostaríamos de) ?(?:(?:dazu|dafür|gern(?:e)?|noch|para ello|para eso|tener|avoir|ter) )*((?:ein(?:en|e)?|une?|un|uma?) .+)$`)

// reportFor is a report and whom it is for. Groups: the report, they, what stands behind.
var reportFor = pattern.New(`(?i)^((?:breve |kurzer |petit )?(?:resumen|balance|informe|riepilogo|bilancio|resoconto|bilan|résumé|compte[- ]rendu|point|resumo|balanço|relatório|rückblick|jahresrückblick|quartalsbericht|bericht|zwischenstand)(?: [^:]{1,50}?)?) (?:para|pour|per|für|pra) ([^:]{3,50}?)\s?: (.+)$`)

// nameAndThing is a name and what it is.
var nameAndThing = pattern.New(`^\p{Lu}[^,]{1,30}, (?:il|lo|la|el|le|o|a|un|une|una|um|uma|der|die|das|ein|eine|l['’]) ?\p{Ll}`)

// kindPurpose is what such a kind is for.
func kindPurpose(kind string) brief.Purpose {
	if teaches.MatchString(kind) {
		return brief.Training
	}
	return brief.Launch
}

// teaches is a kind that trains.
var teaches = pattern.New(`(?i)schulung|unterweisung|formaci|formation|formazion|forma[çc]|curso|corso|sécurité|treinamento|capacita`)

// asksWith asks how something is done.
var asksWith = map[string]string{"es": "cómo ", "fr": "comment ", "it": "come ", "pt": "como "}

// aimsAtPeople are acts that somebody is the aim of.
var aimsAtPeople = map[string]bool{"train": true, "welcome": true, "thank": true, "remind": true, "warn": true}

// whoTold names those whom the video is for by themselves: "den neuen Kita-Eltern" are "die
// neuen Kita-Eltern".
func (p *parser) whoTold(o *commission.Order) string {
	if x := pros[strings.ToLower(o.For)]; x != "" {
		return x + o.Viewers
	}
	who := o.Viewers
	if p.t.Code != "de" {
		return p.whoIsTold(who)
	}
	for _, x := range [][2]string{{"den ", "die "}, {"unseren ", "unsere "}, {"allen ", "alle "}, {"unserem ", "unser "}, {"dem ", ""}, {"euren ", "eure "}} {
		rest, ok := strings.CutPrefix(who, x[0])
		if !ok {
			continue
		}
		if who = x[1] + rest; strings.HasSuffix(who, "ern") && !datives.MatchString(who) && x[1] != "" {
			who = strings.TrimSuffix(who, "n")
		}
		break
	}
	return who
}

// pros are the articles that a Brazilian "for" takes in: "pros professores".
var pros = map[string]string{"pro": "o ", "pra": "a ", "pros": "os ", "pras": "as "}

// viewersAbroad tells whether words name those whom a video is for.
func (p *parser) viewersAbroad(s string) bool {
	s = strings.NewReplacer("' ", "'", "’ ", "’").Replace(s)
	return prose.Words(s) <= 9 && p.viewers(toThose.ReplaceAllString(s, "")) && !launching.MatchString(s) && !thingsMany.MatchString(s)
}

// settingAbroad tells whether words are about how the video is made.
func (p *parser) settingAbroad(s string) bool {
	if s = strings.TrimSpace(s); s == "" || prose.Words(s) > 8 {
		return false
	}
	q := &parser{b: &draft{}, t: p.t, noted: map[string]bool{}}
	tail := p.t.Tail.FindStringIndex(" " + s + " ")
	return q.production(s) || tail != nil && tail[0] <= 1
}

// carriable tells whether an order names something that can be carried out.
func (p *parser) carriable(o *commission.Order) bool {
	switch {
	case o.Act == "thank" && o.Viewers == "", (o.Act == "congratulate" || o.Kind == "congratulate") && o.Object+o.Viewers == "", o.Act == "warn" && o.Object == "", o.Act == "invite" && o.Object == "",
		o.Act != "" && o.Viewers == "" && o.Object == "":
		return false
	case titledReader.MatchString(o.Viewers + o.Thing), (o.Act == "welcome" || o.Kind == "welcome" || o.Act == "thank" || o.Kind == "thank" || strings.Contains(o.Head, "nboarding")) && ofFirmAbroad.MatchString(o.Viewers):
		return false // one reader, or those of a firm
	case o.Act == "encourage" && !o.Do && o.Viewers == "", o.Act == "recruit" && o.Viewers+o.Object == "":
		return false
	}
	return o.Act+o.Topic+o.Thing+o.Occasion+o.Viewers+o.Kind != "" || o.Rest != "" || len(o.Places) > 0
}

// titledReader is one reader by name, ofFirmAbroad are those of a firm.
var (
	titledReader = pattern.New(`^(?i:(?:la |el |le |il |o |a )?(?:herrn?|frau|sra?\.|señora?|m\.|mme|monsieur|madame|dott\.|dott\.ssa|sig\.|signora?|senhora?)) \p{L}`)
	ofFirmAbroad = pattern.New(`(?i: (?:der|des|von|vom|bei|beim|im|de la|del|de|du|des|della|dell['’]|da|do|das|dos|chez|em|en|na|no) (?:la |el |l['’])?)(?:\p{Ll}+ )?\p{Lu}\S*(?: \p{Lu}\S*)*$`)
)

// launching names the coming of a thing. Group 1 is the thing, without its preposition.
var launching = pattern.New(`(?i)^(?:el |le |il |lo |o |l['’])?(?:lanzamiento|lancement|lancio|lançamento|estreno|llegada|arrivée|arrivo|chegada) (?:de |du |des |del |dell[aoe] |dell['’]|dei |d['’]|da |do |dos |das )`)

// purposeOfAct is what a video is for by what it does.
var purposeOfAct = map[string]brief.Purpose{
	"announce": brief.News, "invite": brief.Event, "thank": brief.Thanks, "train": brief.Training, "welcome": brief.Onboarding,
	"recruit": brief.Hiring, "explain": brief.Explainer, "summarise": brief.Update, "warn": brief.Training,
}

// purposeAbroad reads what the video is for.
func (p *parser) purposeAbroad(o *commission.Order, text string) {
	head := strings.SplitN(text, ":", 2)[0]
	kind := purposeOfAct[o.Kind]
	if o.Topic != "" && kind == brief.Onboarding {
		kind = "" // "Onboarding zum Datenschutz" welcomes nobody
	}
	p.b.Purpose = cmp.Or(p.b.Purpose, purposeOfAct[o.Act], grammar.PurposeOf(o.Head), kind, grammar.PurposeOf(prose.FirstWords(head, 9)))
}

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

// inYears tells whether items tell a history.
func inYears(items []string) bool {
	n := 0
	for _, it := range items {
		if yearAny4.MatchString(it) {
			n++
		}
	}
	return n > 1
}

// yearAny4 is a year of a history.
var yearAny4 = pattern.New(`\b(?:1[6-9]|20)\d\d\b`)

// asksHow asks how something is done.
var asksHow = pattern.New(`(?i)^(?:wie|cómo|como|comment|come) `)

// behindOrder says what stands behind the colon of an order.
func (p *parser) behindOrder(o *commission.Order, at prose.Sentence) {
	rest := strings.TrimSpace(o.Rest)
	if rest == "" {
		return
	}
	s := prose.Sentence{Text: rest, Line: at.Line, Col: at.Col}
	if q, ok := prose.Unquote(prose.Unstop(rest)); ok && !o.Dashed {
		p.say(brief.Point{Form: brief.Clause, Text: q, Asked: true, Verbatim: true}, s)
		return
	}
	if when, more := p.whenFirstIn(rest); when != "" { // "domingo, 8 de setembro, às 8h, concentração no quiosque 12"
		if p.b.Purpose == brief.News || p.b.Purpose == "" {
			p.b.Purpose = brief.Event
		}
		p.say(brief.Point{Form: brief.When, Text: when, Asked: true}, s)
		if rest = more; rest == "" {
			return
		}
	}
	items := p.splitItems(rest)
	bare := p.b.Subject == "" && p.b.Title == "" && len(p.b.Points) == 0 && p.b.Purpose != brief.Thanks
	if first := items[0]; bare && p.b.Audience == "" && len(items) >= 3 && !anyDigit.MatchString(first) && prose.Words(first) <= 7 && prose.Words(first) > 1 && !p.isClause(first) && len(prose.SplitSentences(rest)) == 1 && strings.HasPrefix(rest, first+", ") { // "soldes d'hiver chez Maison Perle, du 8 janvier au 4 février, …"
		p.b.Title = prose.Upper(first)
		p.behindOrder(&commission.Order{Rest: strings.TrimPrefix(rest, first+", ")}, at)
		return
	}
	switch {
	case bare && p.topicOnly(rest) && prose.StartsUpper(rest):
		p.b.Title = prose.Unstop(rest)
	case bare && p.topicOnly(rest):
		p.aboutThing(prose.Unstop(rest), at)
	case len(items) >= 3 && !inYears(items) && !p.isClause(items[0]) && len(prose.SplitSentences(rest)) == 1:
		form := ""
		if askedHow.MatchString(o.Object+" ") || o.Asks && asksHow.MatchString(o.Object) {
			form = "steps"
		}
		p.list("", items, "", brief.Body, s)
		if n := len(p.b.Points) - 1; form != "" && p.b.Points[n].Form == brief.List {
			p.b.Points[n].Form = brief.Steps
		}
	case p.t.Code == "de" && soDE.MatchString(rest) && bare:
		p.b.Subject = prose.Unstop(rest)
	case anyDigit.MatchString(rest) && strings.Contains(rest, ", ") && !p.isClause(rest) && len(prose.SplitSentences(rest)) == 1:
		p.headRest(rest, s)
	default:
		if m := takesPlaceIn.FindStringSubmatch(rest); m != nil && bare {
			p.b.Title = prose.Upper(articleAfter.ReplaceAllString(m[1], ""))
		}
		for _, c := range prose.SplitSentences(prose.Upper(rest)) {
			p.sentence(prose.Sentence{Text: c, Line: s.Line, Col: s.Col})
		}
	}
}

// takesPlaceIn is an event and when it takes place. Group 1 is the event.
var takesPlaceIn = pattern.New(`^((?:[\p{L}'’-]+ ){0,5}?[\p{L}'’-]+) (?i:ist|findet|beginnt|startet|steigt|es|será|empieza|comienza|se celebra|tiene lugar|est|aura lieu|commence|a lieu|è|sarà|inizia|comincia|si terrà|é|começa|acontece|realiza-se) (?i:am|vom|ab|um|el|del|a las|le|du|à|il|dal|alle|sabato|domenica|no|na|em|às|dia) ?[\p{L}\d]`)

// whenFirstIn parts when something is from the front of a row.
func (p *parser) whenFirstIn(rest string) (when, more string) {
	if len(prose.SplitSentences(rest)) > 1 {
		return "", rest
	}
	parts := splitOutside(prose.Unstop(rest), ", ")
	n := 0
	for n < len(parts) && partOfWhen.MatchString(strings.TrimSpace(parts[n])) {
		n++
	}
	if n == 0 || !dayInWhen.MatchString(parts[0]) {
		return "", rest
	}
	return strings.Join(parts[:n], ", "), strings.Join(parts[n:], ", ")
}

var (
	// partOfWhen is a day or a time of day, and nothing else.
	partOfWhen = pattern.New(`(?i)^(?:(?:am|vom|el|este|le|ce|il|questo|no|na|neste|nesta|dia|den|dem|próximo|próxima) )*(?:` + weekdayNames + `)?,? ?(?:(?:den|dem|dia|el|le|il) )?(?:\d{1,2}(?:\.|º|°|er)? ?(?:de )?(?:\p{L}{3,10})?(?: de| del)?(?: 20\d\d)?|\d{1,2}\.\d{1,2}\.?(?:20\d\d)?)?(?:,? ?(?:um|ab|von|de|a las?|desde las?|à|dès|alle|dalle|ore|às|das|a partir das|a partir de las) ?\d{1,2}(?:[.:h]\d\d)? ?(?:uhr|h|horas?|heures?)?(?: ?(?:bis|a|à|alle|às|a las|[–-]) ?\d{1,2}(?:[.:h]\d\d)? ?(?:uhr|h|horas?)?)?)?$`)
	// dayInWhen has a weekday or a day.
	dayInWhen = pattern.New(`(?i)(?:` + weekdayNames + `)|^(?:am |el |le |il |dia |no dia )?\d{1,2}(?:\.|º|°|er)? ?(?:de )?(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)(?: de| del)?(?: 20\d\d)?$`)
)
