package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// topicTail is what follows "video" in its order. What has been read of it is taken off.
type topicTail struct {
	tail string
	at   int // line of the prompt
}

// topic reads what follows "video": "for X about Y", "introducing Y, a Z". Each step
// reads a part of it, in this order, until one has read all that is left.
func (p *parser) topic(tail string, at int) {
	o := &topicTail{strings.Trim(prose.Unstop(tail), " ,–—-:"), at}
	if o.tail == "" || p.inEnglish() && fromPart.MatchString(o.tail) {
		return // who sends it is no topic
	}
	for _, reads := range [...]func(*parser, *topicTail) bool{
		(*parser).topicReminds,
		(*parser).topicOpens,
		(*parser).topicInArabic,
		(*parser).topicSoldTo,
		(*parser).topicSought,
		(*parser).topicInvites,
		(*parser).topicTakesOn,
		(*parser).topicOfArabic,
		(*parser).topicAsks,
		(*parser).topicLed,
		(*parser).topicFinds,
		(*parser).topicToPeople,
		(*parser).topicItself,
	} {
		if reads(p, o) {
			return
		}
	}
}

// topicReminds reads "reminding staff to turn on two-factor login".
func (p *parser) topicReminds(o *topicTail) bool {
	m := remindsTo.FindStringSubmatch(o.tail)
	if m == nil || !p.inEnglish() || !p.t.People.MatchString(m[1]) {
		return false
	}
	p.b.Audience = m[1]
	p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(m[2]), Role: brief.Hook, Asked: true}, prose.Sentence{Text: m[2], Line: o.at, Col: 1})
	return true
}

// topicOpens takes the days off "for the exhibition “Salt and Iron”, opening 9 May, on
// until 14 September".
func (p *parser) topicOpens(o *topicTail) bool {
	m := openingOn.FindStringSubmatch(o.tail)
	if m == nil || !p.inEnglish() {
		return false
	}
	o.tail = m[1]
	fact := map[string]string{"opening": "It opens on ", "starting": "It starts on ", "beginning": "It begins on "}[strings.ToLower(m[2])] + m[3]
	if m[4] != "" {
		fact += " and runs until " + m[4]
	}
	p.say(brief.Point{Form: brief.Clause, Text: fact + ".", Asked: true}, prose.Sentence{Text: fact, Line: o.at, Col: 1})
	return false
}

// topicInArabic reads whom a video is for where the preposition is grown onto the word.
func (p *parser) topicInArabic(o *topicTail) bool {
	if p.t.Code != "ar" {
		return false
	}
	if m := arabicTrain.FindStringSubmatch(o.tail); m != nil {
		p.b.Audience, p.b.Purpose = m[1], brief.Training
		p.subject(m[2], o.at)
		return true
	}
	m := arabicFor.FindStringSubmatch(o.tail)
	if m != nil {
		p.b.Audience = m[1]
	}
	return m != nil
}

// topicSoldTo reads the reader of a sales message: "to Marta at Oakridge Dental".
func (p *parser) topicSoldTo(o *topicTail) bool {
	b := p.b
	if b.Subject != "" || !p.inEnglish() {
		return false
	}
	if m := toPerson.FindStringSubmatch(o.tail); m != nil && b.Purpose == brief.Outreach {
		b.Subject = m[1]
		return true
	}
	m := toFirst.FindStringSubmatch(o.tail)
	if m == nil || b.Purpose != "" && b.Purpose != brief.Outreach || p.t.People.MatchString(m[1]) {
		return false
	}
	b.Subject, b.Purpose, b.Salute = m[1], brief.Outreach, "Hi "+m[1]
	return true
}

// topicSought reads who is looked for, and by whom: "train drivers, Southline Railways".
func (p *parser) topicSought(o *topicTail) bool {
	m := soughtAt.FindStringSubmatch(o.tail)
	if m == nil || p.b.Purpose != brief.Hiring || !p.inEnglish() || p.b.Company != "" || p.isClause(m[1]) {
		return false
	}
	p.b.Audience, p.b.Subject, p.b.Company = m[1], m[2], m[2]
	return true
}

// topicInvites reads who is invited, and who is informed of what.
func (p *parser) topicInvites(o *topicTail) bool {
	return p.invitation(o.tail, o.at) || p.informing(o.tail, o.at)
}

// topicTakesOn reads whom an onboarding is of.
func (p *parser) topicTakesOn(o *topicTail) bool {
	m := takesOn.FindStringSubmatch(o.tail)
	if m == nil || p.inEnglish() {
		return false
	}
	p.b.Purpose, p.b.Audience = brief.Onboarding, strings.TrimSpace(m[1])
	return true
}

// topicOfArabic reads what a video is made for where the preposition is grown onto the word.
func (p *parser) topicOfArabic(o *topicTail) bool {
	m := arabicOf.FindStringSubmatch(o.tail)
	if m == nil || p.t.Code != "ar" {
		return false
	}
	if p.b.Purpose = brief.Event; !arabicEvent.MatchString(m[1]) {
		p.b.Purpose = brief.News
	}
	p.subject(m[1], o.at)
	return true
}

// topicAsks takes the question off "for our podcast “Hard Hat”: why concrete is bad for
// the climate".
func (p *parser) topicAsks(o *topicTail) bool {
	head, ask, ok := strings.Cut(o.tail, ": ")
	if !ok || head == "" || !p.inEnglish() || !p.t.Question.MatchString(ask) || prose.InQuotes(o.tail, len(head)) || p.t.People.MatchString(lastWord(head)) || prose.Words(head) < 2 {
		return false
	}
	pt := brief.Point{Form: brief.How, Text: ask, Role: brief.Hook, Asked: true}
	if inverted.MatchString(ask) {
		pt.Form, pt.Text = brief.Clause, prose.Upper(ask)+"?" // "what is a blockchain?"
	}
	p.say(pt, prose.Sentence{Text: ask, Line: o.at, Col: 1})
	o.tail = head
	return false
}

// topicLed reads "for X" and "about Y", by the words that lead them.
func (p *parser) topicLed(o *topicTail) bool {
	for range 4 {
		if o.tail == "" {
			return true
		}
		padded := " " + o.tail
		about := p.t.About.FindStringIndex(padded)
		isAbout := about != nil && about[0] == 0
		if loc := p.t.ForWho.FindStringIndex(padded); loc != nil && loc[0] == 0 && (!isAbout || about[1] <= loc[1]) {
			who, more := prose.Behind(padded, loc[1]), ""
			if next := p.leadIn(who); next != nil {
				_, to := prose.ClampSpan(0, next[0], who)
				who, more = strings.TrimSpace(who[:to]), strings.TrimSpace(who[min(len(who), max(0, next[0]-1)):])
			}
			p.forWhom(strings.Trim(who, " ,"), more != "", o.at)
			o.tail = more
			continue
		}
		if isAbout {
			p.about(strings.ToLower(strings.TrimSpace(padded[:about[1]])), prose.Behind(padded, about[1]), o.at)
			return true
		}
		break
	}
	return false
}

// topicFinds reads whom a video is to find: "to hire welders for Ironside".
func (p *parser) topicFinds(o *topicTail) bool {
	m := toFind.FindStringSubmatch(o.tail)
	if m == nil || !p.inEnglish() {
		return false
	}
	p.b.Audience, p.b.Purpose = m[1], brief.Hiring
	if m[2] != "" && !properName(m[2]) && !articleAfter.MatchString(m[2]+" ") {
		p.b.Audience = "" // "mentors for teens": no company looks for them
		if p.b.Subject == "" && p.b.Title == "" {
			p.b.Title = prose.Upper(m[1]) + " for " + m[2]
			p.say(brief.Point{Form: brief.Clause, Text: "We're looking for " + m[1] + " for " + m[2], Role: brief.Hook, Asked: true}, prose.Sentence{Text: o.tail, Line: o.at, Col: 1})
		}
		return true
	}
	if p.b.Subject == "" && m[2] != "" {
		p.subject(m[2], o.at)
		p.b.Company = p.b.Subject
	}
	return true
}

// topicToPeople reads whom a video speaks to: "to donors of Clearwater Fund".
func (p *parser) topicToPeople(o *topicTail) bool {
	m := toPeople.FindStringSubmatch(o.tail)
	if m == nil || !p.inEnglish() || !p.t.People.MatchString(prose.FirstWords(m[1], 4)) {
		return false
	}
	who := m[1]
	if at := p.leadIn(who); at != nil {
		p.topic(who[at[0]:], 0)
		who = strings.TrimSpace(who[:at[0]])
	}
	p.b.Audience = who
	if m := ofCompany.FindStringSubmatch(who); m != nil && p.b.Company == "" && allProper(m[1]) && !ofSchool.MatchString(m[1]) {
		p.b.Company = m[1]
	}
	return true
}

// topicItself takes what is left as the subject, a purpose, or a statement: "we turn 5".
func (p *parser) topicItself(o *topicTail) bool {
	switch {
	case p.b.Subject != "":
	case p.inEnglish() && strings.HasPrefix(strings.ToLower(o.tail), "to "):
		if m := atOccasion.FindStringSubmatch(o.tail); m != nil && p.inEnglish() && p.b.Title == "" {
			p.b.Title, p.b.Guessed = prose.Upper(m[1]), true // "to open our annual meeting"
		}
		p.b.Note(o.at, "the purpose \""+o.tail+"\" steers the structure; it is not spoken")
	case p.inEnglish() && weDo.MatchString(o.tail):
		p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(o.tail) + "!", Role: brief.Hook, Asked: true}, prose.Sentence{Text: o.tail, Line: o.at, Col: 1})
	default:
		p.subject(o.tail, o.at)
	}
	return true
}

// weDo begins a statement of people about themselves.
var weDo = pattern.New(`(?i)^(?:we(?:['’]re|['’]ve)?|i['’]m) \p{Ll}+`)

// inverted is a question by its order of words.
var inverted = pattern.New(`(?i)^(?:what|who|how|why|where|when)(?:['’]s| is| are| was| were| do| does| did| can| could| should| will) `)

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// leadIn finds where the words about the audience end and the topic begins: "employees
// of a bank about phishing". nil = nowhere.
func (p *parser) leadIn(rest string) []int {
	for _, at := range p.t.About.FindAllStringIndex(" "+rest+" ", -1) {
		tail := rest[min(len(rest), max(0, at[0]-1)):]
		if p.b.Purpose == brief.Hiring && p.t.Code == "de" && trade.MatchString(tail) {
			continue // "Azubis zum Mechatroniker"
		}
		if bareDe.MatchString(tail) && at[0] > 0 && (endsName.MatchString(rest[:min(len(rest), at[0])]) || strings.Contains(rest[:min(len(rest), at[0])], ", ")) {
			continue // "Banco de Alimentos", "Pan de Sol, una panadería de masa madre"
		}
		if p.t.Code == "en" && (onStreet.MatchString(tail) || onShow.MatchString(tail) || appositiveClause.MatchString(rest[:min(len(rest), at[0])])) {
			continue // "our plant cafe on Canal Street", "Pebble, a light that runs 40 hours on one charge"
		}
		if at[0] > 0 && !dated.MatchString(tail) && !strings.HasPrefix(strings.ToLower(strings.TrimSpace(tail)), "of ") {
			return at
		}
	}
	return nil
}

var (
	onStreet = pattern.New(`^\s*on (?:the )?(?:[\p{Lu}\d][\p{L}\d'’-]* ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Hill|Row|Quay|Boulevard|Drive|Parade|High Street|Island|Beach|Pier|Campus|Square)\b`)
	onShow   = pattern.New(`(?i)^\s*on (?:until|till|through|from|now|view|show|display|sale|stage|tour)\b`)
	trade    = pattern.New(`(?i)^\s*zu[mr]\s`)
	bareDe   = pattern.New(`(?i)^\s*(?:de|di|do|da) `)
	endsName = pattern.New(`(?:^|\s)\p{Lu}[\p{L}'’-]*\s*$`)
)

// fromPart is the part of a company that a message comes from: "from the warehouse".
var fromPart = pattern.New(`^from (?:the|our|your) (?:\p{Ll}+ ){0,2}\p{Ll}+$`)

// remindsTo orders to have some people do something.
var remindsTo = pattern.New(`(?i)^(?:(?:that|which) (?:reminds|asks|tells|urges|encourages)|reminding|asking|telling|urging|encouraging|to (?:remind|ask|tell|urge|encourage)) ((?:[\p{L}-]+ ){0,4}?[\p{L}-]+) to (\p{Ll}+ .+)$`)

// openingOn is something, the day when it opens, and until when it is to be seen.
var openingOn = pattern.New(`^(.+?), (?i:(opening|starting|beginning)) (?:on )?(` + aDate + `)(?:,? (?:and )?(?:(?:it )?(?:is )?on|runs|running|open) (?:until|till|to|through) (` + aDate + `))?$`)

// aDate is a day with its month.
const aDate = `(?:\p{Lu}\p{Ll}+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}{2,8}|\p{Lu}\p{Ll}{2,8} \d{1,2}(?:st|nd|rd|th)?)(?:,? (?:19|20)\d\d)?`

// toPerson is the reader of a sales message, whose post is not repeated to them.
var toPerson = pattern.New(`^to (\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+)(?:,.*| (?:at|from|of) .*)?$`)

// toFirst is the reader of a message, by the first name, and where they work.
var toFirst = pattern.New(`^to (\p{Lu}\p{Ll}+) (?:at|from) \p{Lu}[^.,;:]{1,40}$`)

// soughtAt is who is looked for, and by whom.
var soughtAt = pattern.New(`^((?:[\p{Ll}-]+ ){0,4}\p{Ll}{2,}s),? (?:(?:at|for) )?((?:the )?\p{Lu}[\p{L}\d&'’-]*(?: (?:&|of|and|\p{Lu}[\p{L}\d&'’-]*)){0,4})$`)

// takesOn is an onboarding and whom it is of: "para el onboarding de comerciales".
var takesOn = pattern.New(`(?i)^(?:para (?:el|la)|pour (?:le|la)|pour l['’]|per (?:il|la)|per l['’]|para o|para a|voor (?:de|het)|fürs|für das|für die|zum|zur) ?(?:onboarding|incorporación|acogida|intégration|accueil|inserimento|integração|einarbeitung|inwerken) (?:de los |de las |de nuestr[oa]s |des |de |dei |degli |di |dos |das |unserer |neuer |von |der |van (?:de )?)(.+)$`)

var toFind = pattern.New(`(?i)^to (?:find|hire|recruit|attract|win|look for) (.+?)(?: (?:for|at|to join) (.+))?$`)

var calledRE = pattern.New(`(?i),?\s*\b(?:called|titled|named|entitled|with the title|mit dem titel|titulado|intitulé|intitulado|intitolato)\s+["“«„]([^"”»“]+)["”»“]`)

// about files what follows "about", "introducing", "explaining how".
func (p *parser) about(word, rest string, at int) {
	t := p.t
	if r, ok := grammar.After(aboutAgain, rest); ok {
		rest = r // "that tells customers about our price change"
	}
	s := prose.Sentence{Text: rest, Line: at, Col: 1}
	if r, ok := grammar.After(t.That, rest); ok {
		p.say(brief.Point{Form: brief.Clause, Text: p.mainClause(r), Asked: true}, s)
		return
	}
	if p.inEnglish() && thatThing.MatchString(prose.Unstop(rest)) {
		return // "a video about it": what was told before
	}
	if t.Question.MatchString(rest) {
		rest = p.toldTo(rest)
		p.say(brief.Point{Form: brief.How, Text: rest, Role: brief.Hook, Asked: true}, s)
		return
	}
	if i := strings.LastIndex(rest, " to "); i > 0 && !prose.InQuotes(rest, i) && t.Code == "en" && !strings.Contains(rest[:i], ",") && p.t.People.MatchString(prose.FirstWords(rest[i+4:], 4)) && !strings.Contains(rest[i+4:], " for ") {
		p.b.Audience = strings.TrimSpace(rest[i+4:])
		rest = rest[:i]
	}
	if i := strings.LastIndex(rest, " for "); i > 0 && !prose.InQuotes(rest, i) && t.Code == "en" && !strings.Contains(rest[:i], ",") && p.t.People.MatchString(rest[i+5:]) && p.b.Audience == "" {
		p.b.Audience = strings.TrimSpace(rest[i+5:])
		rest = rest[:i]
	}
	if t.Code != "en" {
		rest = p.audienceCut(rest)
	}
	if article := onIT[word]; article != "" && t.Code == "it" {
		rest = article + rest // "sul nostro corso"
	}
	if x, ok := strings.CutPrefix(rest, "Thema "); ok && word == "zum" && t.Code == "de" {
		rest, word = strings.TrimSpace(x), "über"
	}
	if t.Code == "de" && (word == "zum" || word == "zur") {
		rest = grammar.NominativeDE(word, rest)
		p.b.Common = true // its article is melted into the preposition: it cannot be said alone
	}
	p.subject(rest, at)
}

// onIT gives back the article that an Italian preposition has taken in.
var onIT = map[string]string{"sul": "il ", "sulla": "la ", "sui": "i ", "sulle": "le ", "sull'": "l'", "sugli": "gli ", "sullo": "lo "}

var aboutAgain = pattern.New(`(?i)^about\s`)

// statesFact tells a fact behind the colon of an order from a name: "pour le personnel :
// le nouveau parking ouvre le 3 mars". English has its own rule.
func (p *parser) statesFact(head, rest string) bool {
	loc := p.t.ForWho.FindStringIndex(" " + head)
	return p.t.Code != "en" && loc != nil && loc[0] == 0 && p.viewers(prose.Behind(" "+head, loc[1])) && p.isClause(rest) && !relativeIn.MatchString(rest) && !p.t.Question.MatchString(rest)
}

// relativeIn begins a relative clause.
var relativeIn = pattern.New(`(?i)\s(?:que|qui|che|die|dat|dont|où)\s|, (?:der|die|das|den|dem)\s`)

var articleAfter = pattern.New(`(?i)^(?:an?|the|our|your|its|my|one|ein(?:e|en|er)?|der|die|das|unsere?|un[ae]?|el|la|los|las|le|les|il|lo|gli|uma?|o|os|as|notre|nuestr[oa]|nuestra|nossa?|nostr[oa])\s|^(?:l|un)['’]`)

var (
	// arabicOf is what a video is made for, the preposition grown onto it.
	arabicOf    = pattern.New(`^ل((?:افتتاح|إطلاق|تدشين|حملة|مؤتمر|معرض|مهرجان|ورشة|تجديد|تغيير|تحديث|نتائج|إعلان)\s.+)$`)
	arabicEvent = pattern.New(`^(?:افتتاح|تدشين|مؤتمر|معرض|مهرجان|ورشة)`)
	// arabicFor is whom a video is for, the preposition grown onto it.
	arabicFor   = pattern.New(`^ل((?:زوار|عملاء|موظفي|سكان|طلاب|مرضى|أهالي|مستخدمي|زبائن|ضيوف|أعضاء|سائقي|معلمي)(?:\s\S+){1,4})$`)
	arabicTrain = pattern.New(`^(?:لتدريب|لتوعية|لتعليم|لتعريف)\s+(\S+(?:\s+الجدد)?)\s+(?:على|حول|ب)\s*(.+)$`)
)

var (
	// toPeople says whom a video speaks to: "a thank-you video to donors of Clearwater Fund".
	toPeople  = pattern.New(`(?i)^to ((?:(?:all|our|the|my|new) ){0,2}\p{L}+s\b(?: (?:of|at|from|in|who|about) .+)?)$`)
	ofCompany = pattern.New(`(?i) (?:of|at) (?:the )?(\p{Lu}[\p{L}\d&'’ -]{1,40})$`)
)

// ofSchool is a part of a school or a group, and no company.
var ofSchool = pattern.New(`(?i)^(?:year|class|grade|form|group|team|room|key stage|building|block|house|floor|unit) \w+$`)

// atOccasion is the occasion that a video is shown at.
var atOccasion = pattern.New(`(?i)^to (?:open|kick off|close|start|celebrate|mark) ((?:our|the) [^,.:]{3,30})$`)
