package prompt

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
)

var heading = pattern.New(`^([\p{L}][\p{L} '’/-]{1,48}):\s+(.+)$`)

// statement keeps a sentence as a fact. A label before a colon ("The problem:")
// is not part of what is said.
func (p *parser) statement(text string, s sentence) {
	if q := p.quotation(text); q.Text != "" {
		p.say(q, s)
		return
	}
	if bare := Unstop(text); bare != "" && !p.verbatim && (bare == URL(bare) || bare == Mail(bare)) {
		p.said--
		p.orders++
		p.address(bare, s)
		return
	}
	if p.orders > 0 && !p.verbatim && !p.material {
		if parts := p.splices(text); parts != nil {
			for _, x := range parts {
				p.statement(x, s)
			}
			return
		}
	}
	if warnLabel.MatchString(text) {
		p.say(Point{Form: Clause, Text: text, Asked: true, Warning: true}, s)
		return
	}
	if m := questionsTo.FindStringSubmatch(text); m != nil && p.t.code == "en" && !p.verbatim && Mail(m[2]) != "" {
		p.said--
		p.orders++
		who := m[2]
		if name := strings.Trim(m[1], " ,"); name != "" {
			who = name + " at " + who
		}
		p.say(Point{Form: Clause, Text: "Questions? Write to " + who, Role: Action, Asked: true}, s)
		return
	}
	if m := askAt.FindStringSubmatch(text); m != nil && p.t.code == "en" {
		p.said--
		p.orders++
		where := "See "
		if Mail(m[1]) != "" {
			where = "Write to "
		}
		p.say(Point{Form: Clause, Text: "Questions? " + where + m[1], Role: Action, Asked: true}, s)
		return
	}
	if m := twoWays.FindStringSubmatch(Unstop(text)); m != nil && p.t.code == "en" && !p.verbatim {
		p.said--
		p.orders++
		site, call := m[2], m[3]
		if site == "" {
			site, call = m[5], m[4]
		}
		said := Upper(strings.ToLower(m[1])) + " at " + site + " or call " + call
		if infoWord.MatchString(m[1]) {
			said = "Find out more at " + site + " or call " + call
		}
		p.say(Point{Form: Clause, Text: said, Role: Action, Asked: true}, s)
		return
	}
	if m := writesTo.FindStringSubmatch(Unstop(text)); m != nil && p.t.code == "en" && !p.verbatim {
		p.said--
		p.orders++
		label := strings.ToLower(m[1])
		said := "Find out more at " + m[2]
		switch {
		case Mail(m[2]) == m[2] && strings.HasPrefix(label, "question"):
			said = "Questions? Write to " + m[2]
		case Mail(m[2]) == m[2]:
			said = "Write to " + m[2]
		case strings.HasPrefix(label, "question"):
			said = "Questions? See " + m[2]
		case label == "sign up" || label == "register" || label == "book" || label == "apply" || label == "donate" || label == "shop" || label == "order":
			said = Upper(label) + " at " + m[2]
		case label == "updates" || strings.HasPrefix(label, "doc") || strings.HasPrefix(label, "line") || label == "registration" || label == "booking" || label == "help" || label == "tickets":
			said = "Find " + strings.ReplaceAll(label, " + ", " and ") + " at " + m[2]
		}
		p.say(Point{Form: Clause, Text: said, Role: Action, Asked: true}, s)
		return
	}
	if m := whHead.FindStringSubmatch(text); m != nil && p.t.code == "en" && !p.verbatim {
		if items := p.splitItems(m[2]); len(items) >= 3 && p.allClauses(items) {
			// "What we're changing: migrations run in a canary first, alerts …, and …"
			p.say(Point{Form: How, Text: lowerFirst(m[1])}, s)
			for _, it := range items {
				p.say(Point{Form: Clause, Text: it}, s)
			}
			return
		}
	}
	if m := speakersAre.FindStringSubmatch(Unstop(text)); m != nil && p.t.code == "en" && !p.verbatim {
		if people := withPosts(p.splitItems(m[2])); len(people) > 1 {
			said := make([]string, len(people))
			for i := range people {
				people[i].Body = atFirm.ReplaceAllString(people[i].Body, "$1 at $2")
				if said[i] = people[i].Title; people[i].Body != "" {
					said[i] += ", " + people[i].Body
				}
			}
			p.said--
			p.orders++
			last := len(said) - 1
			all := strings.Join(said[:last], ", ") + ", and " + said[last]
			p.b.Points = append(p.b.Points, Point{Form: List, Text: Upper(m[1]), Items: people, Said: all, Line: s.line, Col: s.col, Asked: true, Chapter: p.chapter})
			return
		}
	}
	if items := countedParts(Unstop(text)); len(items) >= 2 {
		p.said--
		p.list("", items, text, Body, s)
		return
	}
	if m := heading.FindStringSubmatch(text); m != nil && URL(m[1]) == "" {
		m[1] = strings.TrimSpace(m[1]) // "Lien : …"
		if !p.material && m[1] == strings.ToUpper(m[1]) && len(m[1]) >= 4 && sectionOf(m[1]) == "" && unicode.IsUpper([]rune(m[1])[0]) {
			p.said--
			p.orders++
			p.b.note(s.line, strings.ToLower(m[1])+" \""+clipText(m[2], 80)+"\": no such control in the local engine")
			return
		}
		if sec := sectionOf(m[1]); sec != "" && (!p.material || materialPart[sec]) {
			p.section(sec, m[1], []line{{s.line, m[2]}})
			return
		}
		if code := strings.TrimRight(m[2], ". "); len(code) > 2 && code[0] == '`' && strings.HasSuffix(code, "`") && strings.Count(code, "`") == 2 {
			p.orders++
			p.said--
			label := m[1] // "Upgrade: `npm i quill`"
			if codeLabel.MatchString(label) {
				label = ""
			}
			p.say(Point{Form: Code, Text: strings.Trim(code, "`"), Part: label, Asked: true}, s)
			return
		}
		if p.whenWhere(m[1], m[2], s) {
			return
		}
		if c := promoCode.FindStringSubmatch(m[2]); c != nil && strings.EqualFold(m[1], "code") && p.b.Purpose != Release && p.b.Purpose != Tutorial {
			p.say(Point{Form: Clause, Text: "Use code " + c[1], Asked: true}, s)
			if c[2] != "" {
				p.sentence(sentence{strings.TrimSpace(c[2]), s.line, s.col})
			}
			return
		}
		if p.contact(m[1], m[2], s) {
			return
		}
		if codeLabel.MatchString(m[1]) {
			p.orders++
			p.said--
			p.say(Point{Form: Code, Text: strings.Trim(m[2], "`. "), Asked: true}, s)
			return
		}
		items := p.splitItems(m[2])
		if n := len(items); p.t.code == "en" && n >= 3 && endsClause.MatchString(items[n-1]) && !endsClause.MatchString(items[0]) {
			items = nil // "confusion, no sweat and hot skin are signs of heat stroke"
		}
		if p.t.code == "en" && !p.verbatim && len(items) >= 3 && strings.Contains(m[2], "; ") && Words(m[1]) <= 5 {
			p.said-- // "Rules: never accept cash; gifts under €50 are fine; …"
			p.list(m[1], items, m[2], Body, s)
			return
		}
		if len(items) >= 3 && !p.isClause(items[0]) && p.titleHead(m[1]) {
			m[1] = ""
			if p.t.code != "en" && !becomes.MatchString(items[0]) && !slices.ContainsFunc(items, func(x string) bool { return !anyDigit.MatchString(x) }) && slices.ContainsFunc(items, ratio.MatchString) {
				for _, x := range figuresOf(m[2]) {
					p.said++
					p.statement(Upper(x), s)
				}
				p.said--
				p.orders++ // the head is the title
				return
			}
		}
		if len(items) >= 3 && !p.isClause(items[0]) || len(items) >= 2 && !(len(items) == 2 && p.isClause(items[0])) && (p.t.heads.MatchString(m[1]) || changeHead.MatchString(m[1])) {
			p.said--
			p.list(m[1], items, m[2], Body, s)
			return
		}
		if q := p.quotation(m[2]); q.Text != "" {
			p.say(q, s)
			return
		}
		if q, ok := Unquote(m[2]); ok {
			p.say(Point{Form: Quote, Text: q, Name: m[1]}, s)
			return
		}
	}
	if m := heading.FindStringSubmatch(text); m != nil && !p.verbatim && URL(m[1]) == "" {
		if q := p.questionHead(strings.TrimSpace(m[1])); q != "" {
			p.say(Point{Form: Ask, Text: q, Said: Stop(Upper(m[2])), Asked: true}, s)
			return
		}
	}
	if m := heading.FindStringSubmatch(text); m != nil && p.t.code == "en" && p.t.wh.MatchString(m[1]) && Words(m[1]) >= 3 && Words(m[2]) >= 6 && URL(m[1]) == "" {
		// "Why it pays: a heat pump delivers …": the question and its answer.
		p.say(Point{Form: How, Text: lowerFirst(m[1])}, s)
		p.say(Point{Form: Clause, Text: m[2]}, s)
		return
	}
	if p.b.Purpose == "" && p.said <= 1 && p.t.code != "en" {
		switch {
		case hires.MatchString(text):
			p.b.Purpose = Hiring
		case openDay.MatchString(text):
			p.b.Purpose = Event
		}
	}
	if m := iAm.FindStringSubmatch(Unstop(text)); m != nil && p.t.code == "en" && p.b.Presenter.Name == "" && p.said <= 1 && phrase.GenderOfName(firstWords(m[1], 1)) != "" {
		if p.b.Presenter.Name, p.b.Presenter.Role = m[1], strings.TrimSpace(m[3]); p.b.Company == "" {
			p.b.Company = m[2]
		}
	}
	p.say(Point{Form: Clause, Text: text}, s)
}

// speakersAre names the people of an event. Groups: what they are, who.
var speakersAre = pattern.New(`^(?i:the |our )?(?i:(speakers|guests|hosts|panell?ists|keynotes|trainers|instructors|judges|performers)) (?:are|will be|include):? (.+)$`)

// atFirm is a post and the company behind its comma: "COO, Brightlane".
var atFirm = pattern.New(`^([^,]{2,40}), (\p{Lu}[\p{L}\d&'’. -]{1,40})$`)

// materialPart are the parts that a label may open in a text that is no prompt.
var materialPart = map[string]bool{"list": true, "steps": true, "facts": true, "cta": true, "hook": true, "url": true}

// iAm is how somebody who speaks introduces themselves. Groups: name, company, post.
var iAm = pattern.New(`^(?:(?i:hi|hello|hey|good (?:morning|afternoon|evening))(?: (?i:there|all|everyone|team|folks))?[,!.]? )?(?i:i['’]m|i am|my name is|this is) (\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+){0,2})(?:,? (?i:from|at|with) (\p{Lu}[\p{L}\d&.'’-]*(?: \p{Lu}[\p{L}\d&.'’-]*){0,2})|, (?i:the |your |our )?([\p{L} ]{3,40}?))?(?:,? and .*)?$`)

var (
	// hires begins an advertisement for a job.
	hires = pattern.New(`(?i)^¡?(?:wir (?:suchen|stellen ein)|gesucht:|buscamos|se busca|contratamos|estamos (?:contratando|buscando|procurando)|procuramos|on recrute|nous recrutons|recrutons|cerchiamo|cercasi|assumiamo|(?:wij|we) zoeken|gezocht:|نبحث عن|مطلوب|אנחנו מחפשים|מחפשים|דרוש|דרושה|דרושים)(?:\s|$)`)
	// openDay begins an invitation to something that takes place.
	openDay = pattern.New(`(?i)^(?:(?:unser|unsere|das|der|die|la|el|le|il|o|a|het|de|nuestra|nuestro|notre|la nostra|il nostro|nossa|nosso|ons|onze)\s)?(?:tag der offenen tür|\p{L}*fest\b|flohmarkt|\p{L}*konzert\b|jornada de puertas abiertas|puertas abiertas|feria|fiesta|concierto|portes ouvertes|journée portes ouvertes|fête|brocante|vide-grenier|giornata (?:di )?porte aperte|porte aperte|open day|festa|sagra|dia aberto|portas abertas|feira|open dag|opendeurdag|kermis|يوم مفتوح|مهرجان|معرض|יום פתוח|יריד|פסטיבל)`)
)

var (
	// twoWays is what is done at an address of the web or over the telephone.
	twoWays  = pattern.New(`(?i)^(sign up|register|book(?: now| online)?|apply|donate|order|rsvp|info(?:rmation)?|more info|contact(?: us)?|questions): (?:(\S+\.\p{L}{2,}\S*)(?: or | \| | / |, )(?:call |tel\.? ?)?(\+?\d[\d ()/-]{5,}\d)|(?:call |tel\.? ?)?(\+?\d[\d ()/-]{5,}\d)(?: or | \| | / |, )(\S+\.\p{L}{2,}\S*))$`)
	infoWord = pattern.New(`(?i)^(?:info|more|contact|question)`)
)

// writesTo is an address with its label.
var writesTo = pattern.New(`(?i)^(questions?|contact|contact us|e-?mail|info(?:rmation)?|more|more info(?:rmation)?|details|more details|docs|documentation|line-?up(?: \+ tickets| and tickets)?|tickets(?: and info)?|registration|sign up|register|book|booking|apply|donate|shop|order|updates|help|support|tickets|learn more|website|web|online|status(?: page)?): (\S+\.\S+)$`)

// endsClause is the verb that makes a sentence of what begins like a list.
var endsClause = pattern.New(`(?i)^(?:[\p{L}-]+ ){1,3}(?:are|is|were|was|can be|may be|mean|means) \p{L}`)

// whHead is a question as a heading: "What's new for 2026".
var whHead = pattern.New(`^((?:What|How|Why|Where|When|Who)['’\s][^:?]{3,48}):\s+(.+)$`)

func (p *parser) allClauses(items []string) bool {
	for _, it := range items {
		if !p.isClause(it) && !subjectDoes.MatchString(it) {
			return false
		}
	}
	return true
}

// subjectDoes is a clause by its form: a noun, and a verb with an s before what it does.
var subjectDoes = pattern.New(`(?i)^(?:the|every|each|our|your|all|an?) (?:[\p{L}\d-]+ ){1,3}\p{L}{2,}s (?:to|in|on|at|for|with|the|an?|after|before|every|each|all|your|our|its|\d|[€$£])`)

// countedParts are the parts of a sentence that each begin with the same word and their
// number: "Week 1: meerijden, week 2: eigen rit".
func countedParts(s string) []string {
	sep := ", "
	if strings.Contains(s, "; ") {
		sep = "; "
	}
	var out []string
	word := ""
	for _, x := range splitOutside(s, sep) {
		m := countedPart.FindStringSubmatch(strings.TrimSpace(x))
		if m == nil || word != "" && !strings.EqualFold(word, m[1]) {
			return nil
		}
		word = m[1]
		out = append(out, Upper(strings.TrimSpace(x)))
	}
	return out
}

var countedPart = pattern.New(`^(\p{L}{3,12}) \d{1,2}\s?: \S`)

// address is an address alone, which a video ends with.
func (p *parser) address(s string, at sentence) {
	if s == Mail(s) {
		if w := writeTo[p.t.code]; w != "" {
			p.say(Point{Form: Clause, Text: w + " " + s, Role: Action, Asked: true}, at)
			return
		}
	}
	if n := len(p.b.Points); n > 0 && p.t.code == "en" {
		if last := &p.b.Points[n-1]; last.Role == Action && last.Form == Verb && !last.Verbatim && Words(last.Text) <= 6 && URL(last.Text)+Mail(last.Text) == "" && !strings.HasSuffix(last.Text, "!") {
			last.Text += " at " + s // "Ask for $25 a month. acme.example/give"
			p.b.URL = firstNonEmpty(p.b.URL, URL(s))
			return
		}
	}
	p.action(p.visitPhrase(s), at)
}

var writeTo = map[string]string{"en": "Write to", "de": "Schreiben Sie an", "es": "Escriba a", "fr": "Écrivez à", "it": "Scrivete a", "pt": "Escreva para", "nl": "Schrijf naar", "ar": "راسلونا على", "he": "כתבו אל"}

var (
	linkLabel = pattern.New(`(?i)^(?:link|lien|enlace|web|website|web ?site|sitio|url|infos?|más info(?:rmación)?|plus d['’]infos?|mehr infos?|weitere infos?|meer info|più info|mais info(?:rmações)?|demo|الرابط|الموقع|קישור|אתר|פרטים)$`)
	// contactLabel stands before how somebody is reached, callable is a telephone number in it.
	contactLabel = pattern.New(`(?i)^(?:kontakt(?:daten)?|contactos?|contacts?|contatt[oi]|contatos?|tel\.?|telefon(?:nummer)?|teléfono|téléphone|telefono|telefone|anmeldung|inscripci(?:ón|ones)|inscriptions?|iscrizioni|inscrições|reservas?|réservations?|prenotazioni|reservierung(?:en)?|termine|cita previa|rendez-vous|appuntamenti)$`)
	callable     = pattern.New(`\+\d[\d ()-]{6,}\d|\b0\d[\d ()-]{5,}\d|\b0\d{2,4}/\d{3,}|\b\d{2,4}(?: \d{2,4}){2,}\b`)
	askLabel     = pattern.New(`(?i)^(?:fragen|rückfragen|dudas|preguntas|consultas|questions?|des questions|domande|dubbi|dúvidas|perguntas|vragen|أسئلة|للاستفسار|שאלות|לשאלות)$`)
)

// contact reads "Lien : a.example" and "Dudas: a@b.example", where more is to be had.
func (p *parser) contact(label, what string, s sentence) bool {
	to := Unstop(what)
	if p.t.code != "en" && askLabel.MatchString(label) && extension.MatchString(to) {
		p.say(Point{Form: Clause, Text: p.askedAs(label) + Upper(to), Role: Action, Asked: true}, s)
		p.said--
		p.orders++
		return true
	}
	if p.t.code != "en" && contactLabel.MatchString(label) && (callable.MatchString(to) || URL(to)+Mail(to) != "" && to != URL(to) && to != Mail(to)) {
		p.say(Point{Form: Clause, Text: Upper(label) + ": " + to, Role: Action, Asked: true}, s)
		p.said--
		p.orders++
		return true
	}
	if p.t.code == "en" || to != URL(to) && to != Mail(to) || to == "" {
		return false
	}
	if p.b.Purpose == Outreach && linkLabel.MatchString(label) {
		p.b.URL = to // shown with what is asked
		p.said--
		p.orders++
		return true
	}
	switch {
	case askLabel.MatchString(label) && to == Mail(to) && writeTo[p.t.code] != "":
		p.say(Point{Form: Clause, Text: p.askedAs(label) + writeTo[p.t.code] + " " + to, Role: Action, Asked: true}, s)
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
	switch p.t.code {
	case "es":
		return "¿" + Upper(label) + "? "
	case "fr":
		return Upper(label) + " ? "
	case "ar":
		return label + " " // "للاستفسار راسلونا على …"
	}
	return Upper(label) + "? "
}

// extension is where one calls within a house.
var extension = pattern.New(`(?i)\b(?:durchwahl|extensión|anexo|interno|poste|ramal|extensão|toestel|nebenstelle)\s\d{1,6}$`)

// promoCode is the code of an offer, in capitals.
var promoCode = pattern.New(`^([A-Z0-9][A-Z0-9-]{3,15})(?:[.!]|$|\s+(.*))`)

// questionsTo says where questions go, in passing: "Questions to facilities@acme.example".
var questionsTo = pattern.New(`(?i)^(?:any )?questions?(?: (?:to|go to|can go to|please to|via|at))?((?: (?:Mrs?|Ms|Miss|Dr)\.?)? \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,)? (\S+@\S+?)\.?$`)

// askAt says where questions go: "If they have questions: billing@acme.example".
var askAt = pattern.New(`(?i)^if (?:they|you|customers|viewers|people|anyone|someone|users) (?:have|has) (?:any )?questions?\s*[:,–—]\s*(\S+\.\S+?)\.?$`)

// changeHead heads a list of changes.
var changeHead = pattern.New(`(?i)^(?:new|fixed|fixes|changed|changes|removed|improved|added|breaking|deprecated|security|neu|behoben|geändert|nuevo|corregido|nouveau|corrigé|novo|corrigido|nuovo|corretto|nieuw|opgelost)$`)

// whenWhere reads "When: Saturday, 6 pm" and "Where: Lake House, Elm Road 12".
func (p *parser) whenWhere(label, what string, s sentence) bool {
	switch {
	case p.isClause(what):
		return false
	case whenLabel.MatchString(label):
		p.say(Point{Form: When, Text: Unstop(what), Asked: true}, s)
	case whereLabel.MatchString(label) && URL(what) == "":
		p.say(Point{Form: Where, Text: Unstop(what), Asked: true}, s)
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

func lowerFirst(s string) string {
	r, w := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[w:]
}

// say adds a point at its place.
func (p *parser) say(pt Point, s sentence) {
	pt.Line, pt.Col, pt.Chapter = s.line, s.col, p.chapter
	p.unturned(&pt)
	if pt.Language == "" {
		pt.Language = p.block
	}
	if pt.Text = strings.TrimSpace(pt.Text); pt.Text == "" && len(pt.Items) == 0 {
		return
	}
	if pt.Form == Clause && !pt.Verbatim {
		pt.Text = Upper(Stop(pt.Text))
	}
	if p.verbatim && pt.Form == Clause {
		pt.Verbatim = true
	}
	if u := URL(pt.Text); u != "" && p.b.URL == "" {
		p.b.URL = u
	}
	p.b.Points = append(p.b.Points, pt)
}
