package prompt

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var heading = pattern.New(`^([\p{L}][\p{L} '’/-]{1,48}):\s+(.+)$`)

// statesLabelled keeps what stands behind a label: "When: Saturday", "Rules: a; b; c". The
// label is not part of what is said.
func (p *parser) statesLabelled(text string, s prose.Sentence) bool {
	m := heading.FindStringSubmatch(text)
	if m == nil || prose.URL(m[1]) != "" {
		return false
	}
	for _, takes := range [...]func(*parser, string, string, prose.Sentence) bool{
		(*parser).labelsControl,
		(*parser).labelsPart,
		(*parser).labelsCode,
		(*parser).whenWhere,
		(*parser).labelsOffer,
		(*parser).contact,
		(*parser).labelsCommand,
		(*parser).labelsList,
		(*parser).labelsQuotation,
	} {
		if takes(p, strings.TrimSpace(m[1]), m[2], s) { // "Lien : …"
			return true
		}
	}
	return false
}

var dashParts = pattern.New(`\s+[–—|-]\s+`)

// labelsControl notes a setting in capitals that nothing here knows: "CAMERA: handheld".
func (p *parser) labelsControl(label, what string, s prose.Sentence) bool {
	if p.material || label != strings.ToUpper(label) || len(label) < 4 || layout.SectionOf(label) != "" || !unicode.IsUpper([]rune(label)[0]) {
		return false
	}
	p.ordersAfterAll()
	for _, x := range dashParts.Split(what, -1) {
		if p.b.Seconds == 0 && prose.Duration(x) > 0 && p.onlyLength(x) {
			p.understand(s.Line, x, func() { p.direct(x, s.Line) }) // "… – 5 cards – 65 seconds"
		}
	}
	p.b.Note(s.Line, strings.ToLower(label)+" \""+prose.Clip(what, 80)+"\": no such control in the local engine")
	return true
}

// labelsPart reads a part of the brief within running text.
func (p *parser) labelsPart(label, what string, s prose.Sentence) bool {
	sec := layout.SectionOf(label)
	if sec == "" || p.material && !materialPart[sec] {
		return false
	}
	p.section(sec, label, []prose.Line{{N: s.Line, Text: what}})
	return true
}

// labelsCode keeps code with its label: "Upgrade: `npm i quill`".
func (p *parser) labelsCode(label, what string, s prose.Sentence) bool {
	code := strings.TrimRight(what, ". ")
	if len(code) <= 2 || code[0] != '`' || !strings.HasSuffix(code, "`") || strings.Count(code, "`") != 2 {
		return false
	}
	if codeLabel.MatchString(label) {
		label = ""
	}
	p.ordersAfterAll()
	p.say(brief.Point{Form: brief.Code, Text: strings.Trim(code, "`"), Part: label, Asked: true}, s)
	return true
}

// labelsOffer keeps the code of an offer: "Code: SPRING26".
func (p *parser) labelsOffer(label, what string, s prose.Sentence) bool {
	c := promoCode.FindStringSubmatch(what)
	if c == nil || !strings.EqualFold(label, "code") || p.b.Purpose == brief.Release || p.b.Purpose == brief.Tutorial {
		return false
	}
	p.say(brief.Point{Form: brief.Clause, Text: "Use code " + c[1], Asked: true}, s)
	if c[2] != "" {
		p.sentence(prose.Sentence{Text: strings.TrimSpace(c[2]), Line: s.Line, Col: s.Col})
	}
	return true
}

// labelsCommand keeps what is typed: "Command: npm test".
func (p *parser) labelsCommand(label, what string, s prose.Sentence) bool {
	if !codeLabel.MatchString(label) {
		return false
	}
	p.ordersAfterAll()
	p.say(brief.Point{Form: brief.Code, Text: strings.Trim(what, "`. "), Asked: true}, s)
	return true
}

// labelsList keeps a list with its name.
func (p *parser) labelsList(label, what string, s prose.Sentence) bool {
	items := p.splitItems(what)
	if n := len(items); p.inEnglish() && n >= 3 && endsClause.MatchString(items[n-1]) && !endsClause.MatchString(items[0]) {
		return false // "confusion, no sweat and hot skin are signs of heat stroke"
	}
	if n := len(items); p.inEnglish() && n >= 2 && pronounRE.MatchString(items[0]) && p.isClause(items[0]) && !p.isClause(items[1]) && strings.Contains(what, " and ") && !strings.Contains(what, ";") {
		return false // "Facts: We keep 120 cows, 300 hens and 4 donkeys" is one sentence
	}
	if !p.inEnglish() && OneThing(items) {
		return false
	}
	named := p.t.Heads.MatchString(label) || changeHead.MatchString(label)
	switch {
	case p.inEnglish() && !p.verbatim && len(items) >= 3 && strings.Contains(what, "; ") && prose.Words(label) <= 5:
		// "Rules: never accept cash; gifts under €50 are fine; …"
	case len(items) >= 3 && !p.isClause(items[0]):
		if p.titleHead(label) {
			if label = ""; p.figuresAlone(items) {
				for _, x := range figuresOf(what) {
					p.said++
					p.statement(prose.Upper(x), s)
				}
				p.ordersAfterAll() // the head is the title
				return true
			}
		}
	case len(items) < 2 || len(items) == 2 && p.isClause(items[0]) || !named:
		return false
	}
	p.said--
	p.list(label, items, what, brief.Body, s)
	return true
}

// OneThing tells parts that belong to one thing from a list: when and where it is, how it is
// reached, a phrase with its preposition. "Prossima assemblea: giovedì 22 aprile, ore 20.30,
// Sala Verdi", "Meta: abrir 2 novas unidades, em Recife e Salvador".
func OneThing(items []string) bool {
	for i, it := range items {
		if i > 0 && (leansBack.MatchString(it) && !leansBack.MatchString(items[0]) || howOften.MatchString(it)) || atClock.MatchString(it) || dialled.MatchString(it) {
			return true
		}
	}
	return false
}

var (
	// leansBack begins a part that says more of what stands before it.
	leansBack = pattern.New(`(?i)^(?:en|em|no|na|nos|nas|in|im|am|an der|auf|bei|beim|à|au|aux|chez|dans|nel|nella|al|alla|op|bij|aan) `)
	// howOften says how often what stands before it is done.
	howOften = pattern.New(`(?i)^(?:\d+ ?(?:fois|mal|veces|volte|vezes|keer|x)|(?:ein|zwei|drei|deux|trois|dos|tres|due|tre|duas|três)(?:mal| fois| veces| volte| vezes)|einmal|una vez|una volta|uma vez|une fois) (?:par|pro|die|am|im|in der|por|a la|al|à|a|per|ao|à|na|no|op) ?`)
	// atClock says a time of day and nothing else.
	atClock = pattern.New(`(?i)^(?:um|ab|gegen|a las|desde las|à|dès|alle|ore|dalle|às|a partir das|om|vanaf)? ?\d{1,2}(?:[.:h] ?[0-5]\d| ?(?:uhr|h|uur|horas))(?: .{1,20})?$`)
	// dialled is a number to call.
	dialled = pattern.New(`^\+?[\d (][\d ()./-]{6,}$`)
)

// figuresAlone tells figures from a list of names: each has one, and one is a share.
func (p *parser) figuresAlone(items []string) bool {
	return !p.inEnglish() && !becomes.MatchString(items[0]) && !slices.ContainsFunc(items, func(x string) bool { return !anyDigit.MatchString(x) }) && slices.ContainsFunc(items, ratio.MatchString)
}

// labelsQuotation keeps words in quotation marks, with the label as who said them.
func (p *parser) labelsQuotation(label, what string, s prose.Sentence) bool {
	if q := p.quotation(what); q.Text != "" {
		p.say(q, s)
		return true
	}
	q, ok := prose.Unquote(what)
	if quotesLabel.MatchString(label) {
		label = "" // "Reviews" says nothing
	}
	if ok {
		p.say(brief.Point{Form: brief.Quote, Text: q, Name: label}, s)
	}
	return ok
}

// materialPart are the parts that a label may open in a text that is no prompt.
var materialPart = map[string]bool{"list": true, "steps": true, "facts": true, "cta": true, "hook": true, "url": true}

var (
	linkLabel = pattern.New(`(?i)^(?:link|lien|enlace|web|website|web ?site|sitio|url|infos?|más info(?:rmación)?|plus d['’]infos?|mehr infos?|weitere infos?|meer info|più info|mais info(?:rmações)?|demo|الرابط|الموقع|קישור|אתר|פרטים)$`)
	// contactLabel stands before how somebody is reached, callable is a telephone number in it.
	contactLabel = pattern.New(`(?i)^(?:kontakt(?:daten)?|contactos?|contacts?|contatt[oi]|contatos?|tel\.?|telefon(?:nummer)?|teléfono|téléphone|telefono|telefone|anmeldung|inscripci(?:ón|ones)|inscriptions?|iscrizioni|inscrições|reservas?|réservations?|prenotazioni|reservierung(?:en)?|termine|cita previa|rendez-vous|appuntamenti)$`)
	callable     = pattern.New(`\+\d[\d ()-]{6,}\d|\b0\d[\d ()-]{5,}\d|\b0\d{2,4}/\d{3,}|\b\d{2,4}(?: \d{2,4}){2,}\b`)
	askLabel     = pattern.New(`(?i)^(?:fragen|rückfragen|dudas|preguntas|consultas|questions?|des questions|domande|dubbi|dúvidas|perguntas|vragen|أسئلة|للاستفسار|שאלות|לשאלות)$`)
)

// contact reads "Lien : a.example" and "Dudas: a@b.example", where more is to be had.
func (p *parser) contact(label, what string, s prose.Sentence) bool {
	to := prose.Unstop(what)
	if p.t.Code != "en" && askLabel.MatchString(label) && extension.MatchString(to) {
		p.say(brief.Point{Form: brief.Clause, Text: p.askedAs(label) + prose.Upper(to), Role: brief.Action, Asked: true}, s)
		p.said--
		p.orders++
		return true
	}
	if p.t.Code != "en" && contactLabel.MatchString(label) && (callable.MatchString(to) || prose.URL(to)+prose.Mail(to) != "" && to != prose.URL(to) && to != prose.Mail(to)) {
		p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(label) + ": " + to, Role: brief.Action, Asked: true}, s)
		p.said--
		p.orders++
		return true
	}
	if p.t.Code == "en" || to != prose.URL(to) && to != prose.Mail(to) || to == "" {
		return false
	}
	if p.b.Purpose == brief.Outreach && linkLabel.MatchString(label) {
		p.b.URL = to // shown with what is asked
		p.said--
		p.orders++
		return true
	}
	switch {
	case askLabel.MatchString(label) && to == prose.Mail(to) && writeTo[p.t.Code] != "":
		p.say(brief.Point{Form: brief.Clause, Text: p.askedAs(label) + writeTo[p.t.Code] + " " + to, Role: brief.Action, Asked: true}, s)
	case linkLabel.MatchString(label) || askLabel.MatchString(label):
		p.address(to, s)
	default:
		return false
	}
	p.said--
	p.orders++
	return true
}

// askedAs makes a question of a label: "Dudas" is asked as "¿Dudas? ".
func (p *parser) askedAs(label string) string {
	switch p.t.Code {
	case "es":
		return "¿" + prose.Upper(label) + "? "
	case "fr":
		return prose.Upper(label) + " ? "
	case "ar":
		return label + " " // "للاستفسار راسلونا على …"
	}
	return prose.Upper(label) + "? "
}

// extension is where one calls within a house.
var extension = pattern.New(`(?i)\b(?:durchwahl|extensión|anexo|interno|poste|ramal|extensão|toestel|nebenstelle)\s\d{1,6}$`)

// promoCode is the code of an offer, in capitals.
var promoCode = pattern.New(`^([A-Z0-9][A-Z0-9-]{3,15})(?:[.!]|$|\s+(.*))`)

// changeHead heads a list of changes.
var changeHead = pattern.New(`(?i)^(?:new|fixed|fixes|changed|changes|removed|improved|added|breaking|deprecated|security|neu|behoben|geändert|nuevo|corregido|nouveau|corrigé|novo|corrigido|nuovo|corretto|nieuw|opgelost)$`)

// whenWhere reads "When: Saturday, 6 pm" and "Where: Lake House, Elm Road 12".
func (p *parser) whenWhere(label, what string, s prose.Sentence) bool {
	switch {
	case p.isClause(what):
		return false
	case whenLabel.MatchString(label):
		p.say(brief.Point{Form: brief.When, Text: prose.Unstop(what), Asked: true}, s)
	case whereLabel.MatchString(label) && prose.URL(what) == "":
		p.say(brief.Point{Form: brief.Where, Text: prose.Unstop(what), Asked: true}, s)
	default:
		return false
	}
	p.said--
	p.orders++
	return true
}

var (
	whenLabel  = pattern.New(`(?i)^(?:when|date(?: and time)?|wann|termin|cuándo|fecha|quand|date et heure|quando|data|wanneer|متى|الموعد|מתי)$`)
	whereLabel = pattern.New(`(?i)^(?:where|venue|place|location|wo|ort|dónde|lugar|où|lieu|onde|local|dove|luogo|waar|locatie|adresse?|treffpunkt|dirección|indirizzo|endereço|adres|أين|المكان|العنوان|الموقع|איפה|היכן|כתובת|המקום)$`)
)

var codeLabel = pattern.New(`(?i)^(?:code|command|snippet|terminal)(?: to (?:show|type|run))?$|^show (?:the |this )?(?:code|command)$`)
