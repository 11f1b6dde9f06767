package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// headsNotes reads the first sentence of notes in English: what they are, whom they are for,
// and the first of them. "Survey results for all staff: 412 of 530 replied" has the title
// "Survey results", and a fact; no topic is made of the fact.
func (p *parser) headsNotes(r *reading) bool {
	if !p.inEnglish() || !p.first() || p.verbatim || p.material {
		return false
	}
	at := headCut.FindStringIndex(r.text)
	if at == nil {
		return false
	}
	head, note := strings.TrimSpace(r.text[:at[0]]), strings.TrimSpace(prose.Unstop(r.text[at[1]:]))
	if prose.Words(head) > 14 || strings.ContainsAny(head, ".!?\"“(") {
		return false
	}
	if note == "" || strings.Contains(head, ", ") && (!periodBehind.MatchString(head) || strings.Contains(head, " for ")) {
		return false // an order of its own
	}
	name, length, ordered := notesName(head)
	if p.t.Tell.MatchString(name) || tellsFirst.MatchString(name) || p.isClause(lowerFirst(name)) {
		return false // "Explain why we are raising prices: milk costs 18% more"
	}
	if factsOf.MatchString(name) && !anyDigit.MatchString(note) && prose.Words(note) <= 6 {
		p.factsAbout(name, note)
		return true
	}
	switch aud := forWhomNotes.FindStringSubmatch(" " + name); {
	case ordered && (name == "" || aud != nil && aud[1] == "") && namesNotes.MatchString(note) && prose.Words(note) <= 6:
		name, note = note+" "+name, "" // "video for the council: library 2025 in numbers"
	case aud != nil && plainNotes.MatchString(strings.TrimSpace(aud[1])) && p.isClause(note): // "Update for parents: the bus leaves at 8:15"
	case periodHead.MatchString(name) && strings.Contains(r.text, ": ") && noteFigure.MatchString(note):
	case !namesNotes.MatchString(forWhomNotes.ReplaceAllString(" "+name, "$1")), !p.isNote(name, note):
		return false
	}
	p.orders++
	if length != "" {
		p.b.length(length, prose.Duration(length))
	}
	p.titleNotes(strings.TrimSpace(name))
	note = greetsReaders.ReplaceAllString(note, "")
	parts := strings.Split(note, "; ")
	if len(parts) < 3 {
		parts = []string{note}
	}
	for _, x := range parts {
		if x = strings.TrimSpace(x); x != "" {
			x = prose.Upper(prose.Stop(x))
			p.said++
			p.statement(x, prose.Sentence{Text: x, Line: r.Line, Col: r.Col})
		}
	}
	return true
}

// titleNotes makes the name of notes the title, and keeps whom they are for.
func (p *parser) titleNotes(name string) {
	b := p.b
	if b.Purpose == "" {
		b.Purpose = grammar.PurposeOf(name)
	}
	if b.Purpose == "" && tellsState.MatchString(name) {
		b.Purpose = brief.Update
	}
	if m := forWhomNotes.FindStringSubmatch(" " + name); m != nil && !periodOnly.MatchString(m[2]) && (!ourOwn.MatchString(m[2]) || p.t.People.MatchString(m[2]) || readers.MatchString(m[2])) {
		name, b.Audience = strings.TrimSpace(m[1]), m[2]
	}
	if !plainNotes.MatchString(name) {
		b.Title = prose.Upper(name)
	}
}

// factsAbout reads "Event facts: Spring fair".
func (p *parser) factsAbout(name, what string) {
	p.orders++
	if !strings.HasPrefix(strings.ToLower(name), "event") {
		p.b.Title = prose.Upper(what)
		return
	}
	if p.b.Purpose, p.b.Subject = brief.Event, what; !allProper(what) {
		p.b.Subject = "the " + lowerFirst(what)
	}
}

// notesName takes off a head what orders a video and says how long it is. ordered tells
// whether anything was.
func notesName(head string) (name, length string, ordered bool) {
	name = makesNotes.ReplaceAllString(head, "")
	if m := spanIn.FindString(name); m != "" && prose.Duration(m) >= 5 {
		length, name = m, strings.Replace(name, m, " ", 1)
	}
	was := strings.TrimSpace(name)
	name = strings.TrimSpace(asVideoWord.ReplaceAllString(" "+name+" ", " "))
	ordered = name != was || was != strings.TrimSpace(head)
	name = strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(name, " ,", ",")), " "), " ,")
	return ofNotes.ReplaceAllString(name, ""), length, ordered
}

// isNote tells what stands behind the head of notes from a topic: a figure, a greeting, a
// state.
func (p *parser) isNote(name, s string) bool {
	if greetsReaders.MatchString(s) || stateFirst.MatchString(s) || jottedDown.MatchString(name) {
		return true
	}
	return noteFigure.MatchString(s) && !p.t.Question.MatchString(s) && !countedTopic.MatchString(prose.Unstop(s)) && !fromDay.MatchString(s)
}

// jotted tells English notes from a text in sentences: most of what stands behind the first
// sentence has no verb.
func (p *parser) jotted(text string) bool {
	if !p.inEnglish() || scriptMark.MatchString(text) || tellsOn.MatchString(text) {
		return false
	}
	n, bare := 0, 0
	for i, s := range prose.SplitSentences(text) {
		if i == 0 || strings.TrimSpace(s) == "" {
			continue
		}
		if n++; !p.isClause(prose.Unstop(s)) && prose.Words(s) <= 14 {
			bare++
		}
	}
	return n >= 2 && bare*3 >= n*2
}

const monthsOfNotes = `january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec`

var (
	headCut = pattern.New(`: | [–—-] `)
	// makesNotes orders a video at the head of notes.
	makesNotes = pattern.New(`(?i)^(?:(?:please|pls|hi|hello)[,!]? )*(?:(?:can|could) (?:you|we) )?(?:(?:(?:we|i)(?:['’]d| would)? )?(?:make|create|produce|do|need|want|like|build|give me|prepare|turn into)\s)(?:(?:me|us|an?|the|into)\s)*`)
	spanIn     = pattern.New(`(?i)\b(?:about |around |~)?\d{1,3}[- ]?(?:s|secs?|seconds?|mins?|minutes?)\b`)
	// asVideoWord is what only says that the notes become a video.
	asVideoWord = pattern.New(`(?i)(?:\s(?:short|quick|brief|little|simple|nice|vertical|internal))*(?:\sas)?(?:\san?)?\s(?:video|clip|reel|film|animation)s?\s`)
	ofNotes     = pattern.New(`(?i)^(?:(?:of|from|about|on|with|out of|based on)\s)?(?:my|our|the|these|this|following)\s|^(?:of|from|about|on|with|out of|based on)\s`)
	// namesNotes is the name of notes, perhaps with their time or number.
	namesNotes = pattern.New(`(?i)(?:^|\s)(?:updates?|reports?|results|stats|statistics|kpis?|numbers|figures|metrics|notes?|mail|e-?mail|memo|minutes|summary|recap|review|retro|stand-?up|price list|prices|survey|scorecard|digest|bulletin|check-in|sync|headlines)(?:,? (?:for )?(?:q[1-4]|h[12]|week \d{1,2}|` + monthsOfNotes + `|v?\d+(?:\.\d+)*|(?:19|20)\d\d))*(?: for .+)?$`)
	// jottedDown are words that notes are written in: whatever stands behind their colon is one.
	jottedDown = pattern.New(`(?i)(?:^|\s)(?:notes|minutes|mail|e-?mail|memo)$`)
	// periodHead is a thing and a time, of which figures are told.
	periodHead = pattern.New(`(?i)^(?:[\p{L}-]+ ){1,3}(?:q[1-4]|h[12]|` + monthsOfNotes + `|week \d{1,2}|(?:19|20)\d\d)$`)
	// tellsFirst begins an order to tell something.
	tellsFirst = pattern.New(`(?i)^(?:explain|summari[sz]e|show|present|tell|describe|announce|compare|cover|introduce|share|walk|highlight|mention|remind|inform|thank|celebrate|why|how|what)\b`)
	// periodBehind is a time behind a comma, and nothing else.
	periodBehind = pattern.New(`(?i)^[^,]+, (?:q[1-4]|h[12]|week \d{1,2}|` + monthsOfNotes + `)(?: (?:19|20)\d\d)?$`)
	// factsOf announces facts of what is named behind it.
	factsOf = pattern.New(`(?i)^(?:(?:key|event|quick|the) )?(?:facts|details|info|fact sheet)$`)
	// tellsState are notes of how things are.
	tellsState = pattern.New(`(?i)\b(?:updates?|reports?|results|stats|statistics|kpis?|numbers|figures|metrics|notes|mail|e-?mail|memo|minutes|summary|recap|review|retro|stand-?up|survey|scorecard)\b`)
	// plainNotes says only that somebody is told something: the first note names the video.
	plainNotes   = pattern.New(`(?i)^(?:(?:quick|short|brief|small|little|important) )?(?:notes|update|pitch|news|info|information|heads-up|briefing)$`)
	forWhomNotes = pattern.New(`(?i)^ ?(.*?)\s?\bfor ((?:the |our |all |my |an? )?[\p{L}\d' -]{3,40})$`)
	ourOwn       = pattern.New(`(?i)^(?:our|my|the) `)
	readers      = pattern.New(`(?i)\b(?:staff|parents|residents|council|board|investors|tenants|members|neighbou?rs|volunteers|management|team|everyone|shareholders|partners|donors|guests|visitors|pupils|students)$`)
	// greetsReaders is a greeting at the head of a note.
	greetsReaders = pattern.New(`(?i)^(?:hi|hello|hey|dear|morning|good morning)(?: (?:all|team|everyone|everybody|folks|colleagues|there|both))?[,!]\s+`)
	// stateFirst begins with how something stands.
	stateFirst = pattern.New(`(?i)^(?:on track|off track|on time|behind schedule|ahead of schedule|in progress|all good|all green|delayed|blocked|done|green|red|amber|yellow|still)\b`)
	// noteFigure is a figure that is no year and no day.
	noteFigure = pattern.New(`(?:^|\s|[€$£(+~])\d[\d.,]*\s?(?:%|k\b|m\b|M\b|[€$£])|[€$£]\d|(?:^|[\s(+])(?:\d{1,3}(?:,\d{3})+|\d{1,3}|[3-9]\d{3}|\d{5,}) \p{L}|\p{L} (?:\d{1,3}(?:,\d{3})+|\d{1,3}|[3-9]\d{3}|\d{5,})(?:[,;.)]|$)`)
)
