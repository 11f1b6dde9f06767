package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// helloAll greets those who read a message.
var helloAll = pattern.New(`(?i)^(?:hi|hello|hey|dear) (?:all|everyone|everybody|team|folks|colleagues|both|there|guys)\s?[,!–—-]\s*`)

var (
	// thanksRE ends a mail.
	thanksRE   = pattern.New(`(?i)^(?:thx|thanks|cheers|best|kind regards|regards|br|lg|vg|saludos|cordialement)(?: a lot| in advance)?[,! ]+\p{L}{0,14}\.?$`)
	greetingRE = pattern.New(`(?i)^(?:hey|heya|hiya|yo|howdy|morning|good day|greetings|hi|hello|hallo|moin|servus|guten (?:tag|morgen)|¡?hola|buenas|buenos días|bonjour|salut|olá|oi|bom dia|boa tarde|ciao|salve|buongiorno|hoi|goedemorgen|goedemiddag|good (?:morning|afternoon)|مرحبا|مرحباً|שלום|היי)(?:,? (?:there|team|all|everyone|zusammen|ihr lieben|leute|a tod[oa]s|equipo|chic[oa]s|à tous|à toutes|à toutes et à tous|tout le monde|l['’]équipe|a tutti|a tutte|ragazz[ei]|team|pessoal|gente|a todos|equipe|time|allemaal|collega['’]s|לכולם|צוות|جميعا|للجميع))*[!,.، ]*$`)
)

// byeSigned ends a letter that is written in one go: "Kind regards, Helga Brandt".
var byeSigned = pattern.New(`^(?i:(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many) (?:regards|wishes|thanks)|regards|best|all the best|sincerely|yours (?:sincerely|truly|faithfully)|thanks(?: a lot| so much| again| in advance)?|thank you(?: so much| very much)? in advance|cheers|thx|thank you(?: so much| very much| both| all)?,|xx?))[,.! –—-]*(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2})?[.!]?$`)

// thankNamed orders to thank people by their names. Group 2 is who they are, or for what.
var thankNamed = pattern.New(`^(?i:please )?Thank (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)?(?:(?:, \p{Lu}[\p{L}'’-]+)*,? and \p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)?)?)((?:, who|,? for) .+)?$`)

var thankRE = pattern.New(`(?i)^thank (?:everyone|everybody|viewers|them|the team|the audience|people|our \w+|you)( for .+?)?(?:,? and (.+?))?(?: at the (?:very )?end)?\.?$`)

// atTheEnd puts it there.
var atTheEnd = pattern.New(`(?i)\bat the (?:very )?end\b`)

// thanksInPlace leaves thanks that are ordered before any fact where they stand, and others
// at the end.
func (p *parser) thanksInPlace() {
	pts := p.b.Points
	if p.thanksFirst && len(pts) > 1 && pts[0].Role == brief.Action && slices.ContainsFunc(pts[1:], func(pt brief.Point) bool { return pt.Role != brief.Action }) {
		pts[0].Role = brief.Body
	}
}

// toReader greets the one whom a personal video is for, and says that it is one. Groups: the
// greeting, the name, the company, what is said of the video.
var toReader = pattern.New(`^(Hi|Hello|Hey|Dear) (\p{Lu}[\p{L}'’-]+)(?: (?:from|at|of) (\p{Lu}[\p{L}\d&'’.-]*(?: (?:&|of|\p{Lu}[\p{L}\d&'’.-]*)){0,3}))?\s?(?:[–—-]|,|:)\s((?:(?:this is|here['’]s) )?(?:an? |your )?(?:[\p{L}-]+ ){0,3}(?:video|clip|message|note)\b.*)$`)

// greets reads such a beginning.
func (p *parser) greets(text string, s prose.Sentence) bool {
	m := toReader.FindStringSubmatch(text)
	if m == nil || p.t.Code != "en" || p.orders+p.said > 0 || p.verbatim {
		return false
	}
	p.orders++
	p.understand(s.Line, text, func() {
		p.b.Purpose, p.b.Subject, p.b.Salute = brief.Outreach, m[2], m[1]+" "+m[2]
		if d := prose.Duration(m[4]); d >= 5 {
			p.b.length(m[4], d)
		}
		p.direct(m[4], s.Line)
	})
	return true
}

// toTheAgent drops what greets or thanks the agent, not the viewer: "Hey!"
func (p *parser) toTheAgent(r *reading) bool {
	if p.inEnglish() && p.orders > 0 && byeSigned.MatchString(r.text) {
		return true
	}
	if p.inEnglish() && p.first() && !p.hails && hopesWell.MatchString(r.text) {
		return true
	}
	if p.first() && !p.hails && greetingRE.MatchString(r.text) {
		p.greeted = true
		return true
	}
	return thanksRE.MatchString(r.text)
}

// hopesWell greets whoever makes the video, and asks nothing yet: "Hey Priya, hope you're well!"
var hopesWell = pattern.New(`^(?i:hi|hey|hello|dear|good morning|good afternoon)(?: (?:\p{Lu}[\p{L}'’-]+|(?i:there|all|team|both|everyone)))?\s?[,!–-] (?i:(?:i |we )?hope (?:you|all|this|your|things|everything)\b|how are you\b|how['’]s it going\b|quick (?:one|question|favou?r|request)\b|happy (?:monday|friday|new year)\b|thanks for (?:your|the)\b)[^.!?]*[.!?]*$`)

// unsignedThanks drops how a message that orders a video ends: "Thank you! Carol".
func (p *parser) unsignedThanks() {
	pts := p.b.Points
	n := len(pts)
	if n < 3 || !p.inEnglish() || p.hails || p.orders == 0 || len(p.b.Scenes) > 0 {
		return
	}
	name := prose.Unstop(pts[n-1].Text)
	if pts[n-1].Form == brief.Clause && prose.Words(name) <= 2 && allProper(name) && onlyThanks.MatchString(pts[n-2].Text) {
		p.b.NoteOn(pts[n-2].Line, "thanks to the maker and the name below them are not spoken", name)
		p.b.Points = pts[:n-2]
	}
}

// onlyThanks thanks and says no more.
var onlyThanks = pattern.New(`(?i)^(?:many |with )?(?:thanks|thank you|cheers|best|regards|best wishes|kind regards)(?: (?:so much|a lot|very much|again|in advance))?[,.!]*$`)

// toTheViewer takes what speaks to viewers, where nothing orders a video: "Tell your
// story in sixty seconds" is its first words.
func (p *parser) toTheViewer(r *reading) bool {
	if !p.hails || p.orders > 0 || !p.inEnglish() || !toViewer.MatchString(r.text) && !withYou.MatchString(r.text) {
		return false
	}
	p.said++
	p.statement(r.text, r.Sentence)
	return true
}

// greetsAll takes the greeting off "Hi all, from Monday the car park is closed". It is
// said where nothing orders a video.
func (p *parser) greetsAll(r *reading) bool {
	at := helloAll.FindStringIndex(r.text)
	if at == nil || !p.inEnglish() || p.said > 0 || p.verbatim || prose.Words(r.text[at[1]:]) < 4 {
		return false
	}
	if p.hails {
		p.say(brief.Point{Form: brief.Clause, Text: strings.TrimRight(r.text[:at[1]], " –—-")}, r.Sentence)
	}
	r.text = prose.Upper(r.text[at[1]:])
	return false
}

// thanksSomebody orders to thank people, and may go on with another order: "thank our
// volunteers and invite them to the party".
func (p *parser) thanksSomebody(r *reading) bool {
	if m := thankNamed.FindStringSubmatch(prose.Unstop(r.body)); m != nil && p.inEnglish() && !p.verbatim {
		p.orders++
		p.say(brief.Point{Form: brief.Clause, Text: "Thank you, " + m[1] + m[2] + ".", Asked: true}, r.Sentence)
		return true
	}
	m := thankRE.FindStringSubmatch(r.body)
	if m == nil || !p.inEnglish() {
		return false
	}
	if m[1] == "" && m[2] != "" && !p.isOrder(prose.Upper(m[2])) { // "Thank our riders and customers"
		p.orders++
		who := atTheEnd.ReplaceAllString(prose.Unstop(r.body[len("thank "):]), "")
		p.say(brief.Point{Form: brief.Clause, Text: "Thank you to " + strings.TrimSpace(who), Role: brief.Action, Asked: true}, r.Sentence)
		return true
	}
	if m[2] != "" && !p.isOrder(prose.Upper(m[2])) {
		m[1], m[2] = m[1]+" and "+m[2], "" // "Thank you for your patience and your trust"
	}
	p.orders++
	thanks := "Thank you"
	if m[1] != "" {
		thanks += " " + toYou(strings.TrimSpace(m[1]))
	}
	if p.say(brief.Point{Form: brief.Clause, Text: thanks, Role: brief.Action, Asked: true}, r.Sentence); !r.closes && !atTheEnd.MatchString(r.body) {
		p.thanksFirst = len(p.b.Points) == 1
	}
	if m[2] != "" {
		p.closeNext = true
		p.sentence(prose.Sentence{Text: prose.Upper(strings.Replace(m[2], " them ", " viewers ", 1)), Line: r.Line, Col: r.Col})
	}
	return true
}

// congratulates carries out the order to congratulate somebody: "Please congratulate the team
// on passing the audit" is said as "Congratulations to the team on passing the audit."
func (p *parser) congratulates(r *reading) bool {
	if !p.inEnglish() || p.verbatim {
		return false
	}
	m := toCongratulate.FindStringSubmatch(prose.Unstop(r.text))
	if m == nil {
		return false
	}
	if p.first() {
		p.ofTheVideo(m[1], r.Line)
	}
	p.orders++
	p.say(brief.Point{Form: brief.Clause, Text: "Congratulations to " + m[2] + ".", Role: brief.Hook, Asked: true}, r.Sentence)
	return true
}

// toCongratulate is such an order. Groups: the order of the video, whom to congratulate and
// on what.
var toCongratulate = pattern.New(`(?i)^(?:please |pls |kindly )?((?:[^.:"“]{0,60} )?(?:video|clip|message|reel|film|card|post) (?:(?:that|which|to) )?)?congratulat(?:e|es|ing) ([^.:"“]{3,60} (?:on|for) [^:"“]{3,})$`)
