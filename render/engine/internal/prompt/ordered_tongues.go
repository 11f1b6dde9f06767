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
	if m := presentationOf.FindStringSubmatch(text); m != nil && !p.isClause(m[2]) {
		p.orders++
		p.aboutThing(p.articled(strings.ToLower(strings.TrimSpace(m[1])), m[2]), r.Sentence)
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

// presentationOf presents a thing. Groups: the preposition, the thing, what stands behind.
var presentationOf = pattern.New(`(?i)^(?:breve |petite )?(?:presentazione|presentación|présentation|apresentação) (del |della |dello |dell['’]|dei |delle |de la |de los |de las |de l['’]|de |du |des |da |do |dos |das |di )([^:]{4,60}?)\s?: (.+)$`)

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
