package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// topic reads what follows "video": "for X about Y", "introducing Y, a Z".
func (p *parser) topic(tail string, at int) {
	t, b := p.t, p.b
	tail = strings.Trim(Unstop(tail), " ,–—-:")
	if tail == "" || t.code == "en" && fromPart.MatchString(tail) {
		return // who sends it is no topic
	}
	if m := remindsTo.FindStringSubmatch(tail); m != nil && t.code == "en" && t.people.MatchString(m[1]) {
		b.Audience = m[1] // "reminding staff to turn on two-factor login"
		p.say(Point{Form: Clause, Text: Upper(m[2]), Role: Hook, Asked: true}, sentence{m[2], at, 1})
		return
	}
	if m := openingOn.FindStringSubmatch(tail); m != nil && t.code == "en" {
		// "for the exhibition “Salt and Iron”, opening 9 May, on until 14 September"
		tail = m[1]
		fact := map[string]string{"opening": "It opens on ", "starting": "It starts on ", "beginning": "It begins on "}[strings.ToLower(m[2])] + m[3]
		if m[4] != "" {
			fact += " and runs until " + m[4]
		}
		p.say(Point{Form: Clause, Text: fact + ".", Asked: true}, sentence{fact, at, 1})
	}
	if m := arabicTrain.FindStringSubmatch(tail); m != nil && t.code == "ar" {
		b.Audience, b.Purpose = m[1], Training
		p.subject(m[2], at)
		return
	}
	if m := arabicFor.FindStringSubmatch(tail); m != nil && t.code == "ar" {
		b.Audience = m[1]
		return
	}
	if m := toPerson.FindStringSubmatch(tail); m != nil && b.Subject == "" && b.Purpose == Outreach && t.code == "en" {
		b.Subject = m[1]
		return
	}
	if m := toFirst.FindStringSubmatch(tail); m != nil && b.Subject == "" && (b.Purpose == "" || b.Purpose == Outreach) && t.code == "en" && !t.people.MatchString(m[1]) {
		b.Subject, b.Purpose, b.Salute = m[1], Outreach, "Hi "+m[1] // "a message to Marta at Oakridge Dental"
		return
	}
	if m := soughtAt.FindStringSubmatch(tail); m != nil && b.Purpose == Hiring && t.code == "en" && b.Company == "" && !p.isClause(m[1]) {
		b.Audience, b.Subject, b.Company = m[1], m[2], m[2] // "train drivers, Southline Railways"
		return
	}
	if p.invitation(tail, at) || p.informing(tail, at) {
		return
	}
	if m := takesOn.FindStringSubmatch(tail); m != nil && t.code != "en" {
		b.Purpose, b.Audience = Onboarding, strings.TrimSpace(m[1])
		return
	}
	if m := arabicOf.FindStringSubmatch(tail); m != nil && t.code == "ar" {
		if b.Purpose = Event; !arabicEvent.MatchString(m[1]) {
			b.Purpose = News
		}
		p.subject(m[1], at)
		return
	}
	if i := strings.Index(tail, ": "); i > 0 && t.code == "en" && t.wh.MatchString(tail[i+2:]) && !inQuotes(tail, i) && !p.t.people.MatchString(lastWord(tail[:i])) && Words(tail[:i]) >= 2 {
		// "for our podcast “Hard Hat”: why concrete is bad for the climate"
		pt := Point{Form: How, Text: tail[i+2:], Role: Hook, Asked: true}
		if inverted.MatchString(tail[i+2:]) {
			pt.Form, pt.Text = Clause, Upper(tail[i+2:])+"?" // "what is a blockchain?"
		}
		p.say(pt, sentence{tail[i+2:], at, 1})
		tail = tail[:i]
	}
	for range 4 {
		if tail == "" {
			return
		}
		padded := " " + tail
		about := t.about.FindStringIndex(padded)
		if loc := t.forWho.FindStringIndex(padded); loc != nil && loc[0] == 0 && (about == nil || about[0] != 0 || about[1] <= loc[1]) {
			rest := behind(padded, loc[1])
			who, more := rest, ""
			if next := p.leadIn(rest); next != nil {
				_, to := clampSpan(0, next[0], rest)
				who, more = strings.TrimSpace(rest[:to]), strings.TrimSpace(rest[min(len(rest), max(0, next[0]-1)):])
			}
			p.forWhom(strings.Trim(who, " ,"), more != "", at)
			tail = more
			continue
		}
		if loc := t.about.FindStringIndex(padded); loc != nil && loc[0] == 0 {
			word := strings.ToLower(strings.TrimSpace(padded[loc[0]:loc[1]]))
			rest := behind(padded, loc[1])
			p.about(word, rest, at)
			return
		}
		break
	}
	if m := toFind.FindStringSubmatch(tail); m != nil && t.code == "en" {
		b.Audience = m[1]
		b.Purpose = Hiring
		if b.Subject == "" && m[2] != "" {
			p.subject(m[2], at)
			b.Company = b.Subject
		}
		return
	}
	if m := toPeople.FindStringSubmatch(tail); m != nil && t.code == "en" && p.t.people.MatchString(firstWords(m[1], 4)) {
		who := m[1]
		if at := p.leadIn(who); at != nil {
			p.topic(who[at[0]:], 0)
			who = strings.TrimSpace(who[:at[0]])
		}
		b.Audience = who
		if m := ofCompany.FindStringSubmatch(who); m != nil && b.Company == "" && allProper(m[1]) && !ofSchool.MatchString(m[1]) {
			b.Company = m[1]
		}
		return
	}
	if b.Subject == "" {
		if strings.HasPrefix(strings.ToLower(tail), "to ") && t.code == "en" {
			p.b.note(at, "the purpose \""+tail+"\" steers the structure; it is not spoken")
			return
		}
		if t.code == "en" && weDo.MatchString(tail) {
			p.say(Point{Form: Clause, Text: Upper(tail) + "!", Role: Hook, Asked: true}, sentence{tail, at, 1})
			return // "we turn 5"
		}
		p.subject(tail, at)
	}
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
	for _, at := range p.t.about.FindAllStringIndex(" "+rest+" ", -1) {
		tail := rest[min(len(rest), max(0, at[0]-1)):]
		if p.b.Purpose == Hiring && p.t.code == "de" && trade.MatchString(tail) {
			continue // "Azubis zum Mechatroniker"
		}
		if bareDe.MatchString(tail) && at[0] > 0 && (endsName.MatchString(rest[:min(len(rest), at[0])]) || strings.Contains(rest[:min(len(rest), at[0])], ", ")) {
			continue // "Banco de Alimentos", "Pan de Sol, una panadería de masa madre"
		}
		if p.t.code == "en" && (onStreet.MatchString(tail) || onShow.MatchString(tail) || appositiveClause.MatchString(rest[:min(len(rest), at[0])])) {
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

// titled is a thing and its title in quotation marks.
// withHost is a title and who hosts it.
var withHost = pattern.New(`^["“]([^"”]{2,60})["”],? (?:with|hosted by|by) (?:host |your host |presenter )?(\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){1,2})$`)

// numberedPart is one of several parts: "season 3".
var numberedPart = pattern.New(`(?i)^(?:season|series|episode|part|volume|issue|edition) (?:\d+|one|two|three|four|five|six)$`)

var titledThen = pattern.New(`^(.*["“][^"”]{2,60}["”])[,:]? (.+)$`)

var titled = pattern.New(`^((?i:(?:episode|part|issue) \d+ of )?(?i:our|the|an?|my|unsere?n?|nuestr[oa]|notre|nossa?|il nostro|la nostra)\s[^"“«„]{3,40}?),?\s["“«„]([^"”»“]{2,60})["”»“]$`)

// noEvent ends the name of what happens on a day and nobody is invited to.
var noEvent = pattern.New(`(?i)\b(?:outages?|incidents?|accidents?|fire|breach|leak|delays?|closures?|strike|recall|flood|attack|downtime|maintenance|deadlines?|changes?|failure|crash|power cut|störung|ausfall|vorfall|unfall|streik|sperrung|wartung|corte|incidente|fallo|huelga|panne|coupure|grève|incident|guasto|sciopero|interruzione|falha|greve)$`)

// takenPart is something on a day that people take part in without being invited.
var takenPart = pattern.New(`(?i)\b(?:trip|exams?|tests?|inspection|audit|works?|inventory|stocktake|excursion|vaccination|photo day|elections?)\b`)

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

var (
	// arabicOf is what a video is made for, the preposition grown onto it.
	arabicOf    = pattern.New(`^ل((?:افتتاح|إطلاق|تدشين|حملة|مؤتمر|معرض|مهرجان|ورشة|تجديد|تغيير|تحديث|نتائج|إعلان)\s.+)$`)
	arabicEvent = pattern.New(`^(?:افتتاح|تدشين|مؤتمر|معرض|مهرجان|ورشة)`)
	// arabicFor is whom a video is for, the preposition grown onto it.
	arabicFor   = pattern.New(`^ل((?:زوار|عملاء|موظفي|سكان|طلاب|مرضى|أهالي|مستخدمي|زبائن|ضيوف|أعضاء|سائقي|معلمي)(?:\s\S+){1,4})$`)
	arabicTrain = pattern.New(`^(?:لتدريب|لتوعية|لتعليم|لتعريف)\s+(\S+(?:\s+الجدد)?)\s+(?:على|حول|ب)\s*(.+)$`)
	// dated is a day after its preposition: "on 14 June", "am 3. Mai".
	dated = pattern.New(`(?i)^\s*(?:on|am|el|le|il|em|op) (?:the )?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of |de )?\p{L}{3,}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag))`)
	// takesPlace parts an event from its day and its place.
	takesPlace = pattern.New(`(?i)^(.+?),? (?:on|am) ((?:the )?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of )?\p{L}{3,}|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\p{L}{3,9} \d{1,2})[^,]{0,24}?)(?:,? (?:at|in) (\p{Lu}.+))?$`)
)

var (
	// toPeople says whom a video speaks to: "a thank-you video to donors of Clearwater Fund".
	toPeople  = pattern.New(`(?i)^to ((?:(?:all|our|the|my|new) ){0,2}\p{L}+s\b(?: (?:of|at|from|in|who|about) .+)?)$`)
	ofCompany = pattern.New(`(?i) (?:of|at) (?:the )?(\p{Lu}[\p{L}\d&'’ -]{1,40})$`)
)

// ofSchool is a part of a school or a group, and no company.
var ofSchool = pattern.New(`(?i)^(?:year|class|grade|form|group|team|room|key stage|building|block|house|floor|unit) \w+$`)

var toFind = pattern.New(`(?i)^to (?:find|hire|recruit|attract|win|look for) (.+?)(?: (?:for|at|to join) (.+))?$`)

var calledRE = pattern.New(`(?i),?\s*\b(?:called|titled|named|entitled|with the title|mit dem titel|titulado|intitulé|intitulado|intitolato)\s+["“«„]([^"”»“]+)["”»“]`)

// forWhom decides whether "for X" names the audience, the company or the subject.
func (p *parser) forWhom(who string, topicFollows bool, at int) {
	b := p.b
	if i := strings.LastIndex(who, " for "); i > 0 && !inQuotes(who, i) && p.t.code == "en" && !topicFollows && p.t.people.MatchString(who[i+5:]) {
		if name, about := cutAppositive(who); !strings.Contains(who[:i], ", ") || about != "" && !p.t.people.MatchString(name) {
			b.Audience = strings.TrimSpace(who[i+5:])
			p.subject(who[:i], at)
			if b.About != "" && about != "" {
				b.About += who[i:] // "bookkeeping software for freelancers" is what it is
			}
			return
		}
	}
	if m := asideIn.FindStringSubmatch(who); m != nil && p.t.code == "en" && p.t.people.MatchString(m[1]) {
		who = strings.TrimSpace(m[1] + m[3]) // "for engineers at Tessellate (Berlin, remote OK)"
		p.say(Point{Form: Clause, Text: m[2]}, sentence{m[2], at, 1})
	}
	if head, tail, ok := strings.Cut(who, ": "); ok && p.t.people.MatchString(head) {
		b.Audience = strings.TrimSpace(head) // "for hospital buyers: CalmPump, an infusion pump"
		if p.t.code == "en" && p.isClause(tail) && !strings.Contains(tail, ",") {
			if inverted.MatchString(tail) {
				tail += "?" // "for beginners: what is a blockchain?"
			}
			p.say(Point{Form: Clause, Text: tail, Role: Hook, Asked: true}, sentence{tail, at, 1})
			return
		}
		p.subject(tail, at)
		return
	}
	if m := afterEvent.FindStringSubmatch(who); m != nil && p.t.code == "en" && !topicFollows && p.t.people.MatchString(m[1]) {
		b.Audience = m[1] // "for the night shift after last week's near miss"
		p.subject(m[2], at)
		return
	}
	switch {
	case p.t.code == "en" && department.MatchString(who):
		b.Audience = who
	case who == "" || occasion.MatchString(who):
	case p.t.code == "en" && strings.IndexAny(who, "\"“") == 0:
		p.subject(who, at) // a title is no audience
	case cutAside(who) != who && !p.t.people.MatchString(cutAside(who)) && !topicFollows && !(p.t.code != "en" && theseMany.MatchString(who)):
		p.subject(who, at) // "Loopkit, an open-source server for backend teams"
	case (p.t.people.MatchString(who) || p.t.code != "en" && theseMany.MatchString(who)) && !strings.Contains(who, ", a ") && !strings.Contains(who, ", the "):
		b.Audience = who
	case topicFollows && p.t.code != "en" && !startsUpper(who):
		if b.Purpose == "" {
			b.Purpose = purposeOf(who) // "para a formação sobre phishing"
		}
	case topicFollows:
		if name, about := cutAppositive(who); name != "" {
			b.Company = name
			if about != "" {
				b.About = ""
			}
		}
	case p.t.code != "en" && infinitiveFirst.MatchString(who) && p.purposeTopic(who, at):
	default:
		p.subject(who, at)
	}
}

// afterEvent is whom a video is for, and what has happened.
var afterEvent = pattern.New(`(?i)^(.{3,60}?) (?:after|following) ((?:the|our|last|this|yesterday['’]s|an?|today['’]s|recent)\b.{4,60})$`)

// infinitiveFirst begins what a video is to do: "para captar socios para el gimnasio Sol".
var infinitiveFirst = pattern.New(`(?i)^(?:captar|atraer|conseguir|animar|promocionar|vender|invitar|buscar|encontrar|contratar|fidelizar|dar a conocer|attirer|recruter|trouver|promouvoir|vendre|inviter|faire connaître|donner envie|atrair|captar|conseguir|promover|vender|convidar|contratar|encontrar|attirare|trovare|promuovere|vendere|invitare|assumere|cercare|far conoscere)\s`)

// purposeTopic takes the thing that a video is to win people for as its topic.
func (p *parser) purposeTopic(who string, at int) bool {
	padded := " " + who + " "
	last := p.t.forWho.FindAllStringIndex(padded, -1)
	if len(last) == 0 {
		return false
	}
	m := last[len(last)-1]
	thing := behind(padded, m[1])
	if thing == "" || p.t.people.MatchString(thing) {
		return false
	}
	if p.b.Purpose == "" {
		p.b.Purpose = Launch
	}
	p.subject(thing, at)
	return true
}

// department is a part of a company, by its work.
var department = pattern.New(`(?i)^(?:(?:our|the|all of|everyone in) )?(?:customer (?:service|support|success|care)|sales|support|marketing|finance|hr|it|procurement|purchasing|operations|reception|accounting|engineering|production|logistics|quality|legal|the (?:warehouse|kitchen|front desk|shop floor|back office))(?: (?:team|teams|staff|department|people))?$`)

// about files what follows "about", "introducing", "explaining how".
func (p *parser) about(word, rest string, at int) {
	t := p.t
	if r, ok := after(aboutAgain, rest); ok {
		rest = r // "that tells customers about our price change"
	}
	s := sentence{rest, at, 1}
	if r, ok := after(t.that, rest); ok {
		p.say(Point{Form: Clause, Text: p.mainClause(r), Asked: true}, s)
		return
	}
	if t.wh.MatchString(rest) {
		rest = p.toldTo(rest)
		p.say(Point{Form: How, Text: rest, Role: Hook, Asked: true}, s)
		return
	}
	if i := strings.LastIndex(rest, " to "); i > 0 && !inQuotes(rest, i) && t.code == "en" && !strings.Contains(rest[:i], ",") && p.t.people.MatchString(firstWords(rest[i+4:], 4)) && !strings.Contains(rest[i+4:], " for ") {
		p.b.Audience = strings.TrimSpace(rest[i+4:])
		rest = rest[:i]
	}
	if i := strings.LastIndex(rest, " for "); i > 0 && !inQuotes(rest, i) && t.code == "en" && !strings.Contains(rest[:i], ",") && p.t.people.MatchString(rest[i+5:]) && p.b.Audience == "" {
		p.b.Audience = strings.TrimSpace(rest[i+5:])
		rest = rest[:i]
	}
	if t.code != "en" {
		rest = p.audienceCut(rest)
	}
	if article := onIT[word]; article != "" && t.code == "it" {
		rest = article + rest // "sul nostro corso"
	}
	if x, ok := strings.CutPrefix(rest, "Thema "); ok && word == "zum" && t.code == "de" {
		rest, word = strings.TrimSpace(x), "über"
	}
	if t.code == "de" && (word == "zum" || word == "zur") {
		rest = nominativeDE(word, rest)
		p.b.Common = true // its article is melted into the preposition: it cannot be said alone
	}
	p.subject(rest, at)
}

// nominativeDE names a thing whose article was melted into its preposition: "zur neuen
// Maschine" is about "Neue Maschine". Behind "zum" the ending hangs on a gender that is
// not known but for some words that end it.
func nominativeDE(prep, s string) string {
	f := strings.Fields(s)
	n := 0
	for n < len(f)-1 && strings.HasSuffix(f[n], "en") && f[n] == strings.ToLower(f[n]) {
		n++
	}
	if n == 0 || !startsUpper(f[n]) {
		return s
	}
	end := "e"
	if prep == "zum" {
		switch noun := strings.Trim(f[n], ",.:"); {
		case neuterDE.MatchString(noun):
			end = "es"
		case masculineDE.MatchString(noun):
			end = "er"
		default:
			return s
		}
	}
	for i := range n {
		f[i] = strings.TrimSuffix(f[i], "en") + end
	}
	return strings.Join(f, " ")
}

var (
	neuterDE    = pattern.New(`(?i)(?:chen|lein|ment|fest|spiel|konzert|essen|treffen|frühstück|seminar|webinar|training|jubiläum|wochenende|zentrum|museum|datum|system|portal|programm|projekt|produkt|jahr|haus|büro|werk|gesetz|verfahren|modell|team|tool|netz|konto|angebot|werkzeug|fahrzeug|lager|center|zentrum|menü|gerät|regal|arbeiten|lernen|heben|tragen|fahren)$`)
	masculineDE = pattern.New(`(?i)(?:umzug|verein|kasten|garten|ausflug|abend|wechsel|basar|lauf|raum|gang|plan|ablauf|prozess|tag|markt|standort|parkplatz|platz|tarif|vertrag|drucker|automat|service|schutz|umgang|bereich|shop|zug|bau|kurs|workshop|dienst|einsatz|zugang|eingang|antrag|ausweis|kalender|katalog|rechner|roboter|laden|kiosk)$`)
)

var feminineDE = pattern.New(`(?i)(?:ung|heit|keit|ion|tät|schaft|enz|anz|ik|erei|ie|ur|feier|messe|woche|stunde|schule|app|seite|reihe|karte|kasse|küche|halle|regel|stelle|stätte|straße|tour|party|software|hotline|plattform|linie|maschine)$`)

// GermanGender tells the gender of a German noun by its ending: m, f, n, or 0 where it
// tells none.
func GermanGender(noun string) byte {
	switch {
	case neuterDE.MatchString(noun):
		return 'n'
	case masculineDE.MatchString(noun):
		return 'm'
	case feminineDE.MatchString(noun):
		return 'f'
	}
	return 0
}

// onIT gives back the article that an Italian preposition has taken in.
var onIT = map[string]string{"sul": "il ", "sulla": "la ", "sui": "i ", "sulle": "le ", "sull'": "l'", "sugli": "gli ", "sullo": "lo "}

var aboutAgain = pattern.New(`(?i)^about\s`)

// audienceCut takes "für neue Mitarbeiter" off the end of a topic.
func (p *parser) audienceCut(s string) string {
	if re := toWhom[p.t.code]; re != nil {
		if m := re.FindStringSubmatch(Unstop(s)); m != nil {
			who := strings.TrimSpace(strings.Join(m[2:], ""))
			if p.t.code == "ar" {
				who = "ا" + who // "للموظفين" is "ل" and "الموظفين"
			}
			if Words(who) <= 9 && (p.t.code == "he" || p.t.code == "ar" || p.t.people.MatchString(who)) {
				if p.b.Audience == "" {
					p.b.Audience = who
				}
				return strings.TrimRight(m[1], ", ")
			}
		}
	}
	at := p.t.forWho.FindAllStringIndex(" "+s+" ", -1)
	if len(at) == 0 {
		return s
	}
	last := at[len(at)-1]
	a, z := clampSpan(last[0]-1, last[1]-2, s)
	who := strings.TrimSpace(s[z:])
	if a <= 0 || !p.t.people.MatchString(who) && !(p.t.code != "en" && theseMany.MatchString(who)) || Words(who) > 9 {
		return s
	}
	if p.b.Audience == "" {
		p.b.Audience = who
	}
	return strings.TrimRight(strings.TrimSpace(s[:a]), ",")
}

// toWhom parts a topic from those it is explained to, where no word of its own
// stands between them.
var toWhom = map[string]*pattern.Pattern{
	"fr": pattern.New(`(?i)^(.*\S) (?:aux|à nos|à tous les) (.+)$`),
	"es": pattern.New(`(?i)^(.*\S) a (?:los|las|nuestr[oa]s) (.+)$`),
	"it": pattern.New(`(?i)^(.*\S) (?:ai|agli|alle|ai nostri) (.+)$`),
	"pt": pattern.New(`(?i)^(.*\S) (?:aos|às|aos nossos) (.+)$`),
	"he": pattern.New(`^(.*\S)\s+ל((?:עובדים|עובדי|לקוחות|תושבי|תושבים|תלמידים|תלמידי|סטודנטים|הורים|משפחות|כולם|משתמשים|מנהלים|נוסעים|מטופלים|נהגים|צוותים|צעירים|מתחילים)(?:\s\S+){0,3})$`),
	"ar": pattern.New(`^(.*\S)\s+ل(لموظفين|لعملاء|لعائلات|لطلاب|لجميع|لشركات|لعمال|لزوار)(.*)$`),
}

// statesFact tells a fact behind the colon of an order from a name: "pour le personnel :
// le nouveau parking ouvre le 3 mars". English has its own rule.
func (p *parser) statesFact(head, rest string) bool {
	loc := p.t.forWho.FindStringIndex(" " + head)
	return p.t.code != "en" && loc != nil && loc[0] == 0 && p.t.people.MatchString(head) && (articleAfter.MatchString(rest) || dutchThe.MatchString(rest)) && p.isClause(rest) && !relativeIn.MatchString(rest) && !p.t.wh.MatchString(rest)
}

var dutchThe = pattern.New(`^(?:de|het|een|onze?) `)

// relativeIn begins a relative clause.
var relativeIn = pattern.New(`(?i)\s(?:que|qui|che|die|dat|dont|où)\s|, (?:der|die|das|den|dem)\s`)

var articleAfter = pattern.New(`(?i)^(?:an?|the|our|your|its|my|one|ein(?:e|en|er)?|der|die|das|unsere?|un[ae]?|el|la|los|las|le|les|il|lo|gli|uma?|o|os|as|notre|nuestr[oa]|nuestra|nossa?|nostr[oa])\s|^(?:l|un)['’]`)

// subject sets what the video is about: "Acme Bottle, a steel bottle that …".
func (p *parser) subject(x string, at int) {
	b := p.b
	x = strings.TrimSpace(Unstop(x))
	if x == "" {
		return
	}
	if q, ok := Unquote(x); ok {
		x = q
	}
	if m := withHost.FindStringSubmatch(x); m != nil && p.t.code == "en" && b.Subject == "" {
		if b.Subject = m[1]; b.Presenter.Name == "" {
			b.Presenter.Name = m[2] // "“Tiny Kitchen Physics” with host Leo Marsh"
		}
		return
	}
	if m := titledThen.FindStringSubmatch(x); m != nil && p.t.code == "en" && b.Subject == "" {
		// "our free webinar “Zero to SOC 2”, Thursday at 11 am", "our podcast “Hard Hat”: why …"
		switch rest := strings.TrimSpace(m[2]); {
		case numberedPart.MatchString(rest):
			x = m[1] + ", " + rest
			if t := titled.FindStringSubmatch(m[1]); t != nil { // "our podcast “Second Shift”, season 3"
				b.Subject, b.About = t[2], t[1]+", "+rest
				return
			}
		case dated.MatchString("on " + strings.TrimPrefix(rest, "on ")):
			x, rest = m[1], strings.TrimPrefix(rest, "on ")
			p.say(Point{Form: When, Text: rest, Asked: true}, sentence{rest, at, 1})
		case p.t.wh.MatchString(rest):
			x = m[1]
			p.say(Point{Form: How, Text: rest, Role: Hook, Asked: true}, sentence{rest, at, 1})
		}
	}
	if m := titled.FindStringSubmatch(x); m != nil && b.Subject == "" {
		if b.Subject, b.About = m[2], m[1]; b.Purpose == Outreach && p.t.code == "en" { // "our online course “Bookkeeping for Freelancers”"
			b.Purpose = Launch // it is sold to everybody
		}
		if b.Purpose == "" {
			b.Purpose = purposeOf(m[1])
		}
		return
	}
	if m := takesPlace.FindStringSubmatch(x); m != nil && b.Subject == "" && !(p.t.code == "en" && p.t.wh.MatchString(x)) && dated.MatchString("on "+m[2]) && !noEvent.MatchString(m[1]) {
		if x = m[1]; b.Purpose == "" || b.Purpose == Launch || b.Purpose == Social {
			b.Purpose = Event
		}
		when := m[2]
		if p.t.code == "de" { // "am 17. Mai in unserem Werk" keeps its cases
			when = "am " + when
			if m[3] != "" {
				when += " in " + m[3]
			}
		}
		p.say(Point{Form: When, Text: when, Asked: true}, sentence{m[2], at, 1})
		if m[3] != "" && p.t.code != "de" {
			p.say(Point{Form: Where, Text: m[3], Asked: true}, sentence{m[3], at, 1})
		}
	}
	if m := p.onDays(x); m != nil && b.Subject == "" {
		if x = m[1]; p.t.code == "en" && takenPart.MatchString(x) && b.Purpose == "" {
			b.Purpose = News
		} else if b.Purpose == "" || b.Purpose == Launch || b.Purpose == Social {
			b.Purpose = Event
		}
		p.say(Point{Form: When, Text: m[2], Asked: true}, sentence{m[2], at, 1})
	}
	name, about := cutAppositive(x)
	if n, _ := Unquote(name); n != "" {
		name = n
	}
	if m := kindAndName.FindStringSubmatch(name); m != nil {
		name = m[1] // "the charity Second Bloom"
	}
	name, about = p.relativeFact(name, about, at)
	if b.Subject == "" {
		b.Subject = name
		if p.t.code == "en" && eventName.MatchString(name) && (b.Purpose == Launch || b.Purpose == "" || b.Purpose == Social) {
			b.Purpose = Event // "our spring concert"
		}
	}
	if about != "" && b.About == "" {
		b.About = about
	}
	if b.Purpose == "" {
		b.Purpose = purposeOf(x)
	}
}

// eventName is something that people come to.
var eventName = pattern.New(`(?i)^(?:our|the)(?: \p{L}+){0,4} (?:concert|fair|party|picnic|open day|open house|open evening|exhibition|festival|gala|bake sale|flea market|garage sale|tournament|fun run|parade|premiere|reunion|fundraiser dinner|reading|screening|opening night|info evening|meetup|webinar|workshop|conference)$`)

// onDays parts a topic from the days behind it: "DataDays 2026, 9-11 June in Rotterdam".
func (p *parser) onDays(x string) []string {
	re := whenTail
	if p.t.code == "en" {
		re = daysTail
	}
	m := re.FindStringSubmatch(x)
	if m == nil || noEvent.MatchString(m[1]) || p.isClause(m[1]) && !allProper(m[1]) || p.b.Purpose != Event && !spanOfDays.MatchString(m[2]) && !eventName.MatchString(m[1]) {
		return nil
	}
	return m
}

var (
	daysTail    = pattern.New(`(?i)^(.+?),? ((?:from )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b.*|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b.*)$`)
	spanOfDays  = pattern.New(`(?i)\d\s?(?:[–-]|al?|au|ao|bis|to|tot|e)\s?\d|\d{1,2}\.? \p{L}+ (?:al?|au|ao|bis zum|bis|to|tot) `)
	kindAndName = pattern.New(`^(?:[Tt]he|[Oo]ur) (?:\p{Ll}[\p{Ll}-]* ){0,3}(?:charity|company|startup|project|library|foundation|agency|studio|association|museum|hotel) (\p{Lu}.*)$`)
)
