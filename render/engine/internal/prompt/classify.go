package prompt

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
)

// parser carries the brief through the prompt's parts.
type parser struct {
	b         *Brief
	t         *tongue
	chapter   string
	orders    int // sentences that were instructions
	said      int // sentences that were statements
	advised   int // sentences that were advice before any order
	verbatim  bool
	hails     bool            // nothing orders a video: a greeting is one of its viewers
	material  bool            // the text is what a video is made from: nothing in it is an order
	foreign   bool            // the prompt's language has no grammar here
	block     string          // language that a label gives the rest of its paragraph, "" = the prompt's
	heard     string          // language of the first scene that no label gives one
	noted     map[string]bool // what has been noted as understood
	making    bool            // the first order is being read, and orders the video
	openNext  bool            // the next words open the video
	closeNext bool
	inLines   int            // scenes so far that take one line each; far below 0 = some take more
	turn      int            // of a conversation, the latest
	spoken    map[int]string // who speaks each turn
}

// stripLead takes connectives off an instruction and remembers what they say
// about its place.
func (p *parser) stripLead(s string) string {
	p.openNext, p.closeNext = false, false
	for range 4 {
		if p.t.first != nil && p.t.first.MatchString(s) {
			p.openNext = true
		}
		if p.t.last != nil && p.t.last.MatchString(s) {
			p.closeNext = true
		}
		rest, ok := after(p.t.lead, s)
		if !ok || rest == "" {
			break
		}
		s = rest
	}
	return s
}

func (p *parser) isOrder(s string) bool {
	if p.material {
		return false
	}
	s = p.stripLead(s)
	if p.isMake(s) || p.t.aud.MatchString(s) || p.t.act.MatchString(s) || p.t.visit.MatchString(s) || p.t.end.MatchString(s) || p.t.open.MatchString(s) {
		return true
	}
	return p.t.tell.MatchString(s) || p.isStyle(s)
}

// sentence files one sentence: an instruction is carried out, a statement kept.
func (p *parser) sentence(s sentence) {
	text := strings.TrimSpace(strings.ReplaceAll(s.text, "**", ""))
	if text == "" || text == "---" || strings.Trim(text, "-=_*#. ") == "" {
		return
	}
	if p.material {
		if p.said++; !p.warning(text, s) && !p.asks(text, s) {
			p.statement(text, s)
		}
		return
	}
	if q, ok := Unquote(text); ok {
		p.say(Point{Form: Clause, Text: q, Verbatim: true, Asked: true}, s)
		return
	}
	if code := p.directedIn(text); code != "" {
		was := p.t // the directions may be in another language than the facts
		p.t = tongues[code]
		defer func() { p.t = was }()
	}
	if thanksRE.MatchString(text) || p.orders == 0 && p.said == 0 && !p.hails && greetingRE.MatchString(text) {
		return // "Hey!" greets the agent, not the viewer
	}
	if p.hails && p.orders == 0 && p.t.code == "en" && (toViewer.MatchString(text) || withYou.MatchString(text)) {
		p.said++
		p.statement(text, s) // nothing orders a video: "Tell your story in sixty seconds" is its first words
		return
	}
	if wish, ok := p.asWish(text); ok && !p.verbatim {
		p.orders++
		p.understand(s.line, text, func() { p.direct(wish, s.line) })
		p.b.noteOn(s.line, "\""+Unstop(text)+"\" is taken for a direction and not spoken", firstWords(text, 3))
		return
	}
	if !p.verbatim && p.filmed(text, s) {
		return
	}
	if p.foreign && p.orders == 0 && p.said == 0 {
		if rest, ok := p.foreignHead(text, s); ok {
			if rest != "" {
				p.sentence(sentence{Upper(rest), s.line, s.col})
			}
			return
		}
	}
	if foreignMake.MatchString(text) {
		p.orders++
		p.understand(s.line, text, func() { p.direct(text, s.line) })
		return
	}
	if p.t.code == "en" && sourceBelow.MatchString(text) {
		p.orders++
		return
	}
	if at := helloAll.FindStringIndex(text); at != nil && p.t.code == "en" && p.said == 0 && !p.verbatim && Words(text[at[1]:]) >= 4 {
		if p.hails {
			p.say(Point{Form: Clause, Text: strings.TrimRight(text[:at[1]], " –—-")}, s)
		}
		text = Upper(text[at[1]:]) // "Hi all, from Monday the car park is closed"
	}
	if p.t.code == "en" && !p.verbatim {
		text = seeFile.ReplaceAllString(bareMark.ReplaceAllString(text, ""), "")
		if p.orders+p.said == 0 {
			text = kindAside.ReplaceAllString(text, "") // "what data we store (privacy video)"
		}
		if a, b, ok := strings.Cut(text, "; "); ok && strings.HasSuffix(b, "?") && Words(b) <= 4 {
			p.sentence(sentence{Stop(a), s.line, s.col}) // "…; can't make it?" leads on to what comes next
			p.sentence(sentence{Upper(b), s.line, s.col})
			return
		}
	}
	if p.orders == 0 && !p.verbatim && (p.said == 0 || p.isMake(text)) {
		if text = p.asOrdered(p.withoutLength(text, s.line), s.line); text == carriedOut {
			p.orders++
			return
		}
	}
	if p.t.code == "en" && nextUp.MatchString(text) && (p.said > 0 || p.orders > 0) && !p.verbatim {
		p.said++
		p.statement(text, s) // "Next: voice picking trial in January"
		return
	}
	if p.t.code == "en" && !p.verbatim {
		if tellWhat.MatchString(text) {
			text = useThem.ReplaceAllString(tellWhat.ReplaceAllString(text, "Explain $1"), "")
		}
		if m := sentBy.FindStringSubmatch(Unstop(text)); m != nil && p.b.Purpose == Outreach && p.b.Presenter.Name == "" {
			p.orders++
			p.b.Presenter.Name, p.b.Presenter.Role = m[1], m[2] // "From Omar Nasser, Smileslot."
			return
		}
		if p.topicLine(text, s) {
			return
		}
		if m := kindOnly.FindStringSubmatch(Unstop(text)); m != nil && p.orders+p.said == 0 && p.b.Purpose == "" {
			p.orders++
			p.b.Purpose = purposeOf(m[0]) // "Product launch."
			return
		}
		if findUs.MatchString(text) && Words(text) <= 12 && p.orders+p.said > 0 {
			p.said++
			p.say(Point{Form: Clause, Text: Stop(text), Role: Action, Asked: true}, s)
			return
		}
		text = p.moreAt(text)
	}
	if p.hosted(text, s) || p.greets(text, s) || p.aims(text, s) || p.saleAt(text, s) || p.orderer(text, s) || p.advises(text, s) || p.asksMoney(text, s) {
		return
	}
	text = p.polite(p.requested(text))
	if p.putOnScreen(text, s) || p.madeOfThis(text, s) || p.showsAtEnd(text, s) || p.showsData(text, s) {
		return
	}
	if m := asksFor.FindStringSubmatch(text); m != nil && p.t.code == "en" && p.b.Purpose == Outreach && URL(m[1]) == "" && Mail(m[1]) == "" {
		p.orders++
		p.say(Point{Form: Offer, Text: Unstop(m[1]), Role: Action, Asked: true}, s)
		return
	}
	if m := noteLabel.FindStringSubmatch(text); m != nil && p.t.code == "en" && !p.verbatim && (p.orders > 0 || p.said > 0) && p.isClause(m[1]) && !p.production(Unstop(m[1])) && !p.isStyle(m[1]) {
		p.said++
		p.say(Point{Form: Clause, Text: "Please note: " + m[1], Asked: true}, s)
		return
	}
	if p.warning(p.stripLead(text), s) || p.framed(text, s) || p.asks(text, s) || p.orders == 0 && p.said == 0 && p.headed(text, s) {
		return
	}
	if code := languageLabel(text); code != "" {
		_, rest, _ := strings.Cut(text, ":")
		p.block = code
		p.said++
		for _, x := range SplitSentences(strings.TrimSpace(rest)) {
			p.say(Point{Form: Clause, Text: x}, s)
		}
		return
	}
	if a, b, ok := p.chain(text); ok {
		p.sentence(sentence{a, s.line, s.col})
		p.sentence(sentence{Upper(b), s.line, s.col})
		return
	}
	if p.orders == 0 && p.said == 0 && p.titled(text, s) {
		return
	}
	body := p.stripLead(text)
	if m := titleThenOrder.FindStringSubmatch(text); m != nil && p.orders == 0 && p.said == 0 && p.t.code == "en" && p.isMake(m[2]) {
		p.heading(m[1], s.line, true) // "Release notes 5.0 – please turn into a 45s video"
		p.sentence(sentence{Upper(m[2]), s.line, s.col})
		return
	}
	if p.orders == 0 && p.said == 0 && p.t.code == "en" && !p.verbatim && p.countsOrInforms(text, s) {
		return
	}
	if verb, who, what := p.explainedTo(body); who != "" {
		if p.b.Audience = who; p.b.Purpose == "" {
			p.b.Purpose = Explainer
		}
		body = verb + " " + what
	}
	if p.t.code == "he" && p.t.tell.MatchString(body) {
		body = hebrewThat(body)
	}
	opens, closes := p.openNext, p.closeNext
	role := Body
	if opens {
		role = Hook
	} else if closes {
		role = Action
	}
	order := func() { p.orders++ }
	if rest, ok := after(p.t.aud, body); ok && !strings.HasPrefix(rest, "your ") && !strings.HasPrefix(rest, "us ") {
		order()
		p.understand(s.line, text, func() { p.b.Audience = Unstop(rest) })
		return
	}
	if rest, ok := after(p.t.visit, body); ok {
		order()
		p.action(p.visitPhrase(rest), s)
		return
	}
	if m := thankRE.FindStringSubmatch(body); m != nil && p.t.code == "en" {
		order()
		thanks := "Thank you"
		if m[1] != "" {
			thanks += " " + strings.TrimSpace(m[1])
		}
		p.say(Point{Form: Clause, Text: thanks, Role: Action, Asked: true}, s)
		if m[2] != "" {
			rest := m[2]
			s.text = Upper(strings.Replace(rest, " them ", " viewers ", 1))
			p.closeNext = true
			p.sentence(s)
		}
		return
	}
	if p.t.code == "en" && p.orders == 0 && p.said == 0 && invitesTo.MatchString(body) && p.invitation("to "+lowerFirst(body), s.line) {
		order()
		return
	}
	if rest, ok := after(p.t.act, body); ok {
		order()
		if p.t.code == "en" && articleAfter.MatchString(rest) {
			p.say(Point{Form: Invite, Text: Unstop(rest), Role: Action, Asked: true}, s)
			return
		}
		if closes || p.t.code != "en" || URL(rest) != "" || p.t.code != "en" || !strings.HasPrefix(strings.ToLower(body), "remind") && !strings.HasPrefix(strings.ToLower(body), "tell") {
			if p.t.code == "en" {
				rest = strings.ReplaceAll(rest, " their ", " your ") // said to those who are asked
			}
			p.action(rest, s)
		} else {
			p.say(Point{Form: Verb, Text: rest, Asked: true}, s)
		}
		return
	}
	if rest, ok := after(p.t.end, body); ok {
		order()
		p.ending(rest, s)
		return
	}
	if rest, ok := after(p.t.open, body); ok && !(p.t.code != "en" && startsOn.MatchString(body)) {
		order()
		p.opening(rest, s)
		return
	}
	if p.isMake(body) {
		order()
		p.making = p.orders == 1
		p.understand(s.line, text, func() { p.make(body, s.line) })
		p.making = false
		p.ordering()
		return
	}
	if p.isStyle(body) {
		order()
		p.understand(s.line, text, func() {
			for _, x := range splitOutside(Unstop(body), ", ") {
				if who, ok := p.audienceTail(strings.TrimSpace(x)); ok && p.b.Audience == "" {
					p.b.Audience = who // "For all staff, calm, 60 seconds."
				}
			}
			p.direct(text, s.line)
		})
		p.unheeded(body, s.line)
		return
	}
	if at := p.t.tell.FindStringIndex(body); at != nil && p.tells(body, at[1]) {
		order()
		p.told(strings.ToLower(strings.TrimSpace(body[:at[1]])), trimLead(body[at[1]:]), role, s)
		return
	}
	if lead := text[:len(text)-len(body)]; strings.HasSuffix(strings.TrimSpace(lead), ":") && (opens || closes) {
		// "At the end: start now" says where the words stand, and is not one of them.
		order()
		if opens {
			p.opening(body, s)
		} else {
			p.ending(body, s)
		}
		return
	}
	if m := nounOrder.FindStringSubmatch(text); m != nil && p.said == 0 && p.t.code == "en" {
		if items := p.splitItems(m[3]); len(items) >= 2 {
			order()
			p.topic(m[2], s.line)
			if p.b.Subject == "" {
				p.subject(m[2], s.line)
			}
			p.list("", items, "", Body, s)
			return
		}
	}
	p.said++
	if rest := filler.ReplaceAllString(text, ""); p.orders > 0 && p.t.code == "en" && Words(rest) >= 3 && !p.verbatim {
		text = Upper(rest)
	}
	p.statement(text, s)
}

var (
	// tellWhat orders to tell what a clause asks: "Tell where the flour comes from".
	tellWhat = pattern.New(`^(?i:please )?[Tt]ell ((?:where|how|why|what|when|who|which)\s)`)
	// sentBy is who sends a sales message.
	sentBy  = pattern.New(`^From (\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+)(?:, ([^.]{2,40}))?$`)
	useThem = pattern.New(`(?i),? and use (?:the|its|our|their|this|that) (?:quotes?|numbers?|figures|facts|photos?|pictures?|data)[.]?$`)
	// kindOnly is what kind of video it is, and no more.
	kindOnly = pattern.New(`(?i)^(?:an? |the )?(?:short |quick |new )?(?:product launch|customer story|safety training|compliance training|staff training|sales outreach|internal update|team update|event invitation|recruiting|release notes|how-?to|product demo|launch announcement)$`)
)

// nounOrder is an order without a verb: "Timeline of our company: …".
var nounOrder = pattern.New(`(?i)^(?:a |an |the |quick |short )*(timeline|history|overview|summary|list|recap|comparison) of (.+?): (.+)$`)

// helloAll greets those who read a message.
var helloAll = pattern.New(`(?i)^(?:hi|hello|hey|dear) (?:all|everyone|everybody|team|folks|colleagues|both|there|guys)\s?[,!–—-]\s*`)

var (
	// thanksRE ends a mail.
	thanksRE = pattern.New(`(?i)^(?:thx|thanks|cheers|best|kind regards|regards|br|lg|vg|saludos|cordialement)(?: a lot| in advance)?[,! ]+\p{L}{0,14}\.?$`)
	// foreignMake orders a video in a language whose grammar is not known here.
	foreignMake = pattern.New(`(?i)(?:動画|ビデオ|映像).{0,30}(?:作|制作|作成)|(?:制作|製作|制作一|做一|创建|生成).{0,20}(?:视频|影片|視頻)|(?:영상|동영상|비디오).{0,20}(?:만들|제작)|(?:создай|создайте|сделай|сделайте|снимите)\P{L}.{0,40}(?:видео|ролик)|(?:stwórz|zrób|przygotuj|nagraj)\P{L}.{0,40}(?:wideo|film)|(?:video|videosu).{0,40}(?:oluştur|hazırla|yap)|वीडियो.{0,20}बना|^(?:film|wideo|rolka|ролик|фильм|видео)\P{L}.{0,30}\d+.{0,4}(?:sekund|сек)`)
	greetingRE  = pattern.New(`(?i)^(?:hey|hi|hello|hallo|moin|servus|guten (?:tag|morgen)|¡?hola|buenas|buenos días|bonjour|salut|olá|oi|bom dia|boa tarde|ciao|salve|buongiorno|hoi|goedemorgen|goedemiddag|good (?:morning|afternoon)|مرحبا|مرحباً|שלום|היי)(?:,? (?:there|team|all|everyone|zusammen|ihr lieben|leute|a tod[oa]s|equipo|chic[oa]s|à tous|à toutes|à toutes et à tous|tout le monde|l['’]équipe|a tutti|a tutte|ragazz[ei]|team|pessoal|gente|a todos|equipe|time|allemaal|collega['’]s|לכולם|צוות|جميعا|للجميع))*[!,.، ]*$`)
	chainRE     = pattern.New(`(?i),? (?:and )?then |, and (?:also )?|; (?:then )?|, `)
)

// invitesTo is a prompt that begins with its event: "Invite people to DataDays".
var invitesTo = pattern.New(`^[Ii]nvite (?:\p{L}+ ){1,4}to (?:(?:the|our|an?) (?:\p{Ll}+ ){0,3})?(?:\p{Lu}|["“])`)

// chain cuts "start with X, then show Y" into its two instructions.
func (p *parser) chain(s string) (string, string, bool) {
	if !p.isOrder(s) || p.isMake(p.stripLead(s)) {
		return "", "", false
	}
	for _, at := range chainRE.FindAllStringIndex(s, -1) {
		rest := s[at[1]:]
		sep := strings.TrimSpace(s[at[0]:at[1]])
		m := p.t.tell.FindStringIndex(rest)
		order := m != nil && p.tells(rest, m[1]) || p.t.end.MatchString(rest)
		if sep == "," && !p.t.end.MatchString(rest) {
			order = false // a comma alone parts a list
		}
		if order && strings.Count(s[:at[0]], `"`)%2 == 0 && strings.Count(s[:at[0]], "“") == strings.Count(s[:at[0]], "”") {
			return s[:at[0]], rest, true
		}
	}
	return "", "", false
}

var thankRE = pattern.New(`(?i)^thank (?:everyone|everybody|viewers|them|the team|the audience|people|our \w+|you)( for .+?)?(?:,? and (.+?))?(?: at the (?:very )?end)?\.?$`)

// languageLabel returns the language of "FR: Bienvenue." and "(German) Willkommen."; "" = none.
func languageLabel(s string) string {
	m := langLabelRE.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if code := strings.ToLower(m[1]); tongues[code] != nil || code == "pl" || code == "tr" || code == "ru" || code == "ja" || code == "zh" {
		return code
	}
	return lookup(languages, m[1])
}

var langLabelRE = pattern.New(`^[(\[]?(\p{L}{2}|(?i:english|german|french|spanish|italian|portuguese|dutch|arabic|hebrew|polish|turkish|deutsch|français|español|italiano|português))[)\]]?:\s+\S`)

func trimLead(s string) string { return strings.TrimLeft(s, " \t,:") }

// tells tells an instruction from a sentence that begins with the same verb but
// speaks to the viewer ("Show your badge", "Include your name").
func (p *parser) tells(s string, end int) bool {
	rest := strings.ToLower(strings.TrimSpace(s[end:]))
	if rest == "" {
		return false
	}
	if p.t.code == "en" {
		if nounThenVerb.MatchString(rest) {
			return false // "Offer ends 31 January"
		}
		for _, w := range []string{"your ", "yourself", "you ", "to ", "on ", "for "} {
			if strings.HasPrefix(rest, w) && !strings.HasPrefix(strings.ToLower(s), "focus on") {
				return false
			}
		}
	}
	return true
}

// nounThenVerb goes on with a verb, so that the word before it is a noun.
var nounThenVerb = pattern.New(`^(?:ends?|is|are|was|were|expires?|starts?|begins?|runs?|applies|closes|valid|holds|lasts|continues|says|shows that)\b`)

// isClause tells a sentence from a noun phrase by its finite verb. A participle
// behind an article or a preposition ("of lost receipts") is none.
func (p *parser) isClause(s string) bool {
	if p.t.finite == nil {
		return false
	}
	if re := subjectFirst[p.t.code]; re != nil && re.MatchString(s) {
		return true
	}
	if p.t.code == "en" {
		s = monthMay.ReplaceAllString(s, "${1}June${2}") // no verb there
	}
	for from := " " + s + " "; ; {
		at := p.t.finite.FindStringIndex(from)
		if at == nil {
			return false
		}
		head := strings.Fields(from[:at[0]])
		if len(head) == 0 && len(from) == len(s)+2 {
			if !unicode.IsUpper(rune((s + "x")[0])) || dropsPronoun[p.t.code] || p.t.code == "en" && shortVerb.MatchString(s) {
				return true
			}
		} else if word := strings.Trim(from[at[0]:min(len(from), at[1])], " ,.:"); len(head) == 0 || p.t.code != "en" && !(nounToo.MatchString(word) && nounArticle.MatchString(head[len(head)-1])) || p.t.code == "en" && !beforeNoun[strings.ToLower(head[len(head)-1])] {
			return true
		}
		next := max(1, at[1]-1)
		if next >= len(from) {
			return false
		}
		from = from[next:]
	}
}

// nextUp says what comes next of what the video tells.
var nextUp = pattern.New(`(?i)^(?:next|next up|up next|coming up|coming soon|next steps?): .*(?:\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|spring|summer|autumn|winter|quarter)\b)`)

// bareMark is a mark in brackets, by which a writer marvels: "baked for 36 hours (!)".
var bareMark = pattern.New(`\s\([!?]+\)`)

// toReader greets the one whom a personal video is for, and says that it is one. Groups: the
// greeting, the name, the company, what is said of the video.
var toReader = pattern.New(`^(Hi|Hello|Hey|Dear) (\p{Lu}[\p{L}'’-]+)(?: (?:from|at|of) (\p{Lu}[\p{L}\d&'’.-]*(?: (?:&|of|\p{Lu}[\p{L}\d&'’.-]*)){0,3}))?\s?(?:[–—-]|,|:)\s((?:(?:this is|here['’]s) )?(?:an? |your )?(?:[\p{L}-]+ ){0,3}(?:video|clip|message|note)\b.*)$`)

// greets reads such a beginning.
func (p *parser) greets(text string, s sentence) bool {
	m := toReader.FindStringSubmatch(text)
	if m == nil || p.t.code != "en" || p.orders+p.said > 0 || p.verbatim {
		return false
	}
	p.orders++
	p.understand(s.line, text, func() {
		p.b.Purpose, p.b.Subject, p.b.Salute = Outreach, m[2], m[1]+" "+m[2]
		if d := duration(m[4]); d >= 5 {
			p.b.length(m[4], d)
		}
		p.direct(m[4], s.line)
	})
	return true
}

// kindAside is the kind of a video in brackets.
var kindAside = pattern.New(`(?i)\s\((?:[\p{L}-]+ ){0,3}(?:video|clip|explainer|film|spot|reel)\)`)

// aim is what a video is to do with somebody, as a brief begins. Group 1 is whom.
// leaveOut names what a video is not to tell. One of the groups is what.
var leaveOut = pattern.New(`(?i)^(?:please )?(?:(?:don['’]t|do not) (?:mention|include|talk about|cover|list)|no need to (?:mention|list)|leave out) (?:the |any |our |all )?((?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?: in (?:too much |any )?detail)?$|^(?:please )?leave (?:the |any |our |all )?((?:[\p{L}-]+ ){0,3}?[\p{L}-]+) out$`)

// isToKnow is what viewers are to know behind a video, as a question that its facts answer.
var isToKnow = pattern.New(`(?i)^(?:people|viewers?|they|everyone|everybody|employees|staff|the (?:audience|team|viewers?)|customers|users|participants|learners|students) (?:should|must|need to|has to|have to|ought to) (?:\p{Ll}+ )?(?:know|understand|learn|remember|see|find out|get|realise|realize)(?: about)? (?:what|how|why|which|when|where|who)\b`)

var aim = pattern.New(`(?i)^(?:we|i)(?: (?:want|need|would like|['’]?d like|are trying|have|hope)|['’]d like) to (?:win back|reach|attract|persuade|convince|activate|re-?activate|engage|motivate|encourage|reassure|thank|inform|address|target|get) ((?:\p{L}+ ){0,2}?[\p{L}-]+s\b[^.:;,]{0,60}|[\p{L} -]{3,40})[.!]?$`)

// aims reads the aim of a video, which is not spoken.
func (p *parser) aims(text string, s sentence) bool {
	if p.t.code == "en" && !p.verbatim && p.orders > 0 && isToKnow.MatchString(text) {
		p.orders++
		p.b.note(s.line, "the purpose \""+clipText(Unstop(text), 80)+"\" steers the structure; it is not spoken")
		return true
	}
	if p.t.code == "en" && !p.verbatim && p.orders+p.said > 0 {
		if m := explainIt.FindStringSubmatch(text); m != nil && p.t.people.MatchString(firstWords(m[1], 4)) {
			p.orders++
			p.understand(s.line, text, func() { p.b.Audience = m[1] })
			return true
		}
		if m := fromTeam.FindStringSubmatch(text); m != nil && p.orders > 0 && !p.isClause(text) {
			p.orders++
			p.understand(s.line, text, func() {
				if p.b.Presenter.Role == "" && p.b.Presenter.Name == "" {
					p.b.Presenter.Name, p.b.Presenter.Role = m[2], Upper(m[1])
				}
			})
			return true
		}
		if m := leaveOut.FindStringSubmatch(Unstop(text)); m != nil && p.orders > 0 {
			p.orders++
			p.b.Avoid = append(p.b.Avoid, Literal{firstNonEmpty(m[1], m[2]), s.line})
			return true
		}
	}
	m := aim.FindStringSubmatch(text)
	if m == nil || p.t.code != "en" || p.orders+p.said > 0 || p.verbatim || !p.t.people.MatchString(firstWords(m[1], 4)) {
		return false
	}
	p.orders++
	p.understand(s.line, text, func() { p.b.Audience = m[1] })
	return true
}

// seeFile points the reader to a file.
var seeFile = pattern.New(`(?i)\s?\((?:please )?(?:see|from|as in|cf\.?|refer to) (?:the |our )?(?:attached |enclosed |context )?(?:csv|files?|spreadsheet|sheet|excel|table|attachments?|appendix|deck|docs?|document|pdf|data)\b[^()]{0,24}\)|\s?\((?:the )?(?:csv|files?|spreadsheet|excel|table|attachments?|notes|document|pdf|numbers|data) (?:is |are )?(?:attached|enclosed|below|in the context|see attachment)\)`)

// shortVerb is a pronoun with its verb in one word: "You'll meet your buddy".
var shortVerb = pattern.New(`(?i)^(?:you|we|they|i|he|she|it|that|there|here|what|who)['’](?:ll|re|ve|s|m|d)\s`)

// monthMay is the month, not the verb.
var monthMay = pattern.New(`(?i)(\d(?:st|nd|rd|th)?(?: of)? |\b(?:in|by|until|since|from|early|late|mid|last|next|this|of) )(?:may|march)\b|\b(?:May|March)( \d)`)

// startsOn is a label and a day, no order to open the video: "Start: 1. September".
var startsOn = pattern.New(`(?i)^(?:start|inicio|début|inizio|início|beginn)\s?: (?:am |ab |im |el |le |il |dal |op |em |de )?\d`)

// dropsPronoun are languages whose sentences may begin with their verb: "Habrá talleres".
var dropsPronoun = map[string]bool{"es": true, "pt": true, "it": true}

var beforeNoun = map[string]bool{"of": true, "a": true, "an": true, "the": true, "with": true, "for": true, "from": true, "your": true, "our": true, "in": true, "no": true, "about": true, "and": true, "new": true, "free": true, "customer": true, "technical": true, "premium": true, "live": true, "online": true, "email": true, "full": true, "priority": true, "annual": true, "monthly": true, "weekly": true, "daily": true, "quarterly": true, "yearly": true, "status": true, "progress": true, "incident": true}

// Detect returns the language of s as a two-letter code, "" if it has no words to tell by.
func Detect(s string) string { return detect(s) }
