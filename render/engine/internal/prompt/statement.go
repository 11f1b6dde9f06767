package prompt

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// statement keeps a sentence as a fact, in the form that the first of these finds in it.
func (p *parser) statement(text string, s prose.Sentence) {
	for _, takes := range [...]func(*parser, string, prose.Sentence) bool{
		(*parser).statesTestimonials,
		(*parser).statesQuotation,
		(*parser).statesAddress,
		(*parser).statesSpliced,
		(*parser).statesWarning,
		(*parser).statesQuestionsTo,
		(*parser).statesTwoWays,
		(*parser).statesContact,
		(*parser).statesAnswers,
		(*parser).statesSpeakers,
		(*parser).statesParts,
		(*parser).statesLabelled,
		(*parser).statesQuestion,
	} {
		if takes(p, text, s) {
			return
		}
	}
	if p.b.Purpose == "" && p.said <= 1 && !p.inEnglish() {
		switch {
		case hires.MatchString(text):
			p.b.Purpose = brief.Hiring
		case openDay.MatchString(text):
			p.b.Purpose = brief.Event
		}
	}
	if m := iAm.FindStringSubmatch(prose.Unstop(text)); m != nil && p.inEnglish() && p.b.Presenter.Name == "" && p.said <= 1 && phrase.GenderOfName(prose.FirstWords(m[1], 1)) != "" {
		if p.b.Presenter.Name, p.b.Presenter.Role = m[1], strings.TrimSpace(m[3]); p.b.Company == "" {
			p.b.Company = m[2]
		}
	}
	p.say(brief.Point{Form: brief.Clause, Text: text}, s)
}

// ordersAfterAll counts what is read as a statement as an order: it asks for something.
func (p *parser) ordersAfterAll() {
	p.said--
	p.orders++
}

// statesQuotation keeps what somebody has said, with who it was.
func (p *parser) statesQuotation(text string, s prose.Sentence) bool {
	q := p.quotation(text)
	if q.Text == "" {
		return false
	}
	p.say(q, s)
	return true
}

// statesAddress keeps an address that stands alone.
func (p *parser) statesAddress(text string, s prose.Sentence) bool {
	bare := prose.Unstop(text)
	if bare == "" || p.verbatim || bare != prose.URL(bare) && bare != prose.Mail(bare) {
		return false
	}
	p.ordersAfterAll()
	p.address(bare, s)
	return true
}

// statesSpliced keeps the sentences that commas have joined one by one.
func (p *parser) statesSpliced(text string, s prose.Sentence) bool {
	if p.orders == 0 || p.verbatim || p.material {
		return false
	}
	parts := p.splices(text)
	for _, x := range parts {
		p.statement(x, s)
	}
	return parts != nil
}

// statesWarning keeps a warning: "Caution: …".
func (p *parser) statesWarning(text string, s prose.Sentence) bool {
	if !warnLabel.MatchString(text) {
		return false
	}
	p.say(brief.Point{Form: brief.Clause, Text: text, Asked: true, Warning: true}, s)
	return true
}

// statesQuestionsTo keeps where questions go.
func (p *parser) statesQuestionsTo(text string, s prose.Sentence) bool {
	if !p.inEnglish() {
		return false
	}
	where := ""
	if m := questionsTo.FindStringSubmatch(text); m != nil && !p.verbatim && prose.Mail(m[2]) != "" {
		where = "Write to " + m[2]
		if name := strings.Trim(m[1], " ,"); name != "" {
			where = "Write to " + name + " at " + m[2]
		}
	} else if m := questionsWhom.FindStringSubmatch(text); m != nil && !p.verbatim {
		where = "Ask " + m[2] + strings.TrimRight(" "+m[1], " ")
	} else if m := askAt.FindStringSubmatch(text); m != nil {
		where = "See " + m[1]
		if prose.Mail(m[1]) != "" {
			where = "Write to " + m[1]
		}
	}
	if where == "" {
		return false
	}
	p.ordersAfterAll()
	p.say(brief.Point{Form: brief.Clause, Text: "Questions? " + where, Role: brief.Action, Asked: true}, s)
	return true
}

// statesTwoWays keeps what is done at an address or over the telephone.
func (p *parser) statesTwoWays(text string, s prose.Sentence) bool {
	m := twoWays.FindStringSubmatch(prose.Unstop(text))
	if m == nil || !p.inEnglish() || p.verbatim {
		return false
	}
	site, call := m[2], m[3]
	if site == "" {
		site, call = m[5], m[4]
	}
	said := prose.Upper(strings.ToLower(m[1])) + " at " + site + " or call " + call
	if infoWord.MatchString(m[1]) {
		said = "Find out more at " + site + " or call " + call
	}
	p.ordersAfterAll()
	p.say(brief.Point{Form: brief.Clause, Text: said, Role: brief.Action, Asked: true}, s)
	return true
}

// statesContact keeps an address with its label: "Tickets: acme.example".
func (p *parser) statesContact(text string, s prose.Sentence) bool {
	m := writesTo.FindStringSubmatch(prose.Unstop(text))
	if m == nil || !p.inEnglish() || p.verbatim {
		return false
	}
	label, said := strings.ToLower(m[1]), "Find out more at "+m[2]
	question := strings.HasPrefix(label, "question")
	switch mail := prose.Mail(m[2]) == m[2]; {
	case mail && question:
		said = "Questions? Write to " + m[2]
	case mail:
		said = "Write to " + m[2]
	case question:
		said = "Questions? See " + m[2]
	case label == "sign up" || label == "register" || label == "book" || label == "apply" || label == "donate" || label == "shop" || label == "order":
		said = prose.Upper(label) + " at " + m[2]
	case label == "updates" || strings.HasPrefix(label, "doc") || strings.HasPrefix(label, "line") || label == "registration" || label == "booking" || label == "help" || label == "tickets":
		said = "Find " + strings.ReplaceAll(label, " + ", " and ") + " at " + m[2]
	}
	p.ordersAfterAll()
	p.say(brief.Point{Form: brief.Clause, Text: said, Role: brief.Action, Asked: true}, s)
	return true
}

// statesAnswers keeps a question as a heading and the clauses that answer it: "What we're
// changing: migrations run in a canary first, alerts …, and …".
func (p *parser) statesAnswers(text string, s prose.Sentence) bool {
	m := whHead.FindStringSubmatch(text)
	if m == nil || !p.inEnglish() || p.verbatim {
		return false
	}
	items := p.splitItems(m[2])
	if len(items) < 3 || !p.allClauses(items) {
		return false
	}
	p.say(brief.Point{Form: brief.How, Text: lowerFirst(m[1])}, s)
	for _, it := range items {
		p.say(brief.Point{Form: brief.Clause, Text: it}, s)
	}
	return true
}

// statesSpeakers keeps the people of an event, with their posts.
func (p *parser) statesSpeakers(text string, s prose.Sentence) bool {
	m := speakersAre.FindStringSubmatch(prose.Unstop(text))
	if m == nil || !p.inEnglish() || p.verbatim {
		return false
	}
	people := withPosts(p.splitItems(m[2]))
	if len(people) < 2 {
		return false
	}
	said := make([]string, len(people))
	for i := range people {
		people[i].Body = atFirm.ReplaceAllString(people[i].Body, "$1 at $2")
		if said[i] = people[i].Title; people[i].Body != "" {
			said[i] += ", " + people[i].Body
		}
	}
	p.ordersAfterAll()
	last := len(said) - 1
	all := strings.Join(said[:last], ", ") + ", and " + said[last]
	p.b.Points = append(p.b.Points, brief.Point{Form: brief.List, Text: prose.Upper(m[1]), Items: people, Said: all, Line: s.Line, Col: s.Col, Asked: true, Chapter: p.chapter})
	return true
}

// statesParts keeps "Week 1: …, week 2: …" as a list.
func (p *parser) statesParts(text string, s prose.Sentence) bool {
	items := countedParts(prose.Unstop(text))
	if len(items) < 2 {
		return false
	}
	p.said--
	p.list("", items, text, brief.Body, s)
	return true
}

// statesQuestion keeps a heading that is a question, with its answer.
func (p *parser) statesQuestion(text string, s prose.Sentence) bool {
	m := heading.FindStringSubmatch(text)
	if m == nil || prose.URL(m[1]) != "" {
		return false
	}
	if !p.verbatim {
		if q := p.questionHead(strings.TrimSpace(m[1])); q != "" {
			p.say(brief.Point{Form: brief.Ask, Text: q, Said: prose.Stop(prose.Upper(m[2])), Asked: true}, s)
			return true
		}
	}
	if !p.inEnglish() || !p.t.Question.MatchString(m[1]) || prose.Words(m[1]) < 3 || prose.Words(m[2]) < 6 {
		return false
	}
	p.say(brief.Point{Form: brief.How, Text: lowerFirst(m[1])}, s) // "Why it pays: a heat pump delivers …"
	p.say(brief.Point{Form: brief.Clause, Text: m[2]}, s)
	return true
}

// speakersAre names the people of an event. Groups: what they are, who.
var speakersAre = pattern.New(`^(?i:the |our )?(?i:(speakers|guests|hosts|panell?ists|keynotes|trainers|instructors|judges|performers)) (?:are|will be|include):? (.+)$`)

// atFirm is a post and the company behind its comma: "COO, Brightlane".
var atFirm = pattern.New(`^([^,]{2,40}), (\p{Lu}[\p{L}\d&'’. -]{1,40})$`)

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
		out = append(out, prose.Upper(strings.TrimSpace(x)))
	}
	return out
}

var countedPart = pattern.New(`^(\p{L}{3,12}) \d{1,2}\s?: \S`)

// address is an address alone, which a video ends with.
func (p *parser) address(s string, at prose.Sentence) {
	if s == prose.Mail(s) {
		if w := writeTo[p.t.Code]; w != "" {
			p.say(brief.Point{Form: brief.Clause, Text: w + " " + s, Role: brief.Action, Asked: true}, at)
			return
		}
	}
	if n := len(p.b.Points); n > 0 && p.t.Code == "en" {
		if last := &p.b.Points[n-1]; last.Role == brief.Action && last.Form == brief.Verb && !last.Verbatim && prose.Words(last.Text) <= 6 && prose.URL(last.Text)+prose.Mail(last.Text) == "" && !strings.HasSuffix(last.Text, "!") {
			last.Text += " at " + s // "Ask for $25 a month. acme.example/give"
			p.b.URL = cmp.Or(p.b.URL, prose.URL(s))
			return
		}
	}
	p.action(p.visitPhrase(s), at)
}

var writeTo = map[string]string{"en": "Write to", "de": "Schreiben Sie an", "es": "Escriba a", "fr": "Écrivez à", "it": "Scrivete a", "pt": "Escreva para", "nl": "Schrijf naar", "ar": "راسلونا على", "he": "כתבו אל"}

// questionsTo says where questions go, in passing: "Questions to facilities@acme.example".
var questionsTo = pattern.New(`(?i)^(?:any )?questions?(?: (?:to|go to|can go to|please to|via|at))?((?: (?:Mrs?|Ms|Miss|Dr)\.?)? \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,)? (\S+@\S+?)\.?$`)

// questionsWhom says who answers questions: "Questions by Friday to Lena in HR". Groups: until
// when, who.
var questionsWhom = pattern.New(`^(?i:(?:any )?questions?)(?: (by [^,.:]{3,20}?))? to ((?:\p{Lu}[\p{L}'’-]+|(?i:your|our|the) [\p{L} ]{2,24}?)(?: \p{Lu}[\p{L}'’-]+)?(?: (?:in|at|from) [\p{L}\d ]{2,24})?)[.!]?$`)

// askAt says where questions go: "If they have questions: billing@acme.example".
var askAt = pattern.New(`(?i)^if (?:they|you|customers|viewers|people|anyone|someone|users) (?:have|has) (?:any )?questions?\s*[:,–—]\s*(\S+\.\S+?)\.?$`)

func lowerFirst(s string) string {
	r, w := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[w:]
}

// say adds a point at its place.
func (p *parser) say(pt brief.Point, s prose.Sentence) {
	pt.Line, pt.Col, pt.Chapter = s.Line, s.Col, p.chapter
	p.unturned(&pt)
	if pt.Language == "" {
		pt.Language = p.block
	}
	if pt.Text = strings.TrimSpace(pt.Text); pt.Text == "" && len(pt.Items) == 0 {
		return
	}
	if pt.Form == brief.Clause && !pt.Verbatim {
		pt.Text = prose.Upper(prose.Stop(pt.Text))
	}
	if p.verbatim && pt.Form == brief.Clause {
		pt.Verbatim = true
	}
	if u := prose.URL(pt.Text); u != "" && p.b.URL == "" {
		p.b.URL = u
	}
	p.b.Points = append(p.b.Points, pt)
}
