package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

// parser carries the brief through the prompt's parts.
type parser struct {
	b         *Brief
	t         *tongue
	chapter   string
	orders    int // sentences that were instructions
	said      int // sentences that were statements
	verbatim  bool
	block     string          // language that a label gives the rest of its paragraph, \"\" = the prompt's
	noted     map[string]bool // what has been noted as understood
	openNext  bool            // the next words open the video
	closeNext bool
}

// prose reads running text and the bullet lists in it.
func (p *parser) prose(lines []line) {
	var para []line
	flush := func() {
		for _, s := range sentences(para) {
			p.sentence(s)
		}
		para, p.block = nil, ""
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if strings.TrimSpace(l.text) == "" {
			flush()
			continue
		}
		if fenceRE.MatchString(l.text) || tableRow.MatchString(l.text) {
			head := ""
			if n := len(para); n > 0 && tableRow.MatchString(l.text) && strings.HasSuffix(strings.TrimSpace(para[n-1].text), ":") {
				head, para = para[n-1].text, para[:n-1]
			}
			flush()
			n := p.fenced(lines[i:])
			if n == 0 {
				n = p.markdownTable(head, lines[i:])
			}
			if n > 0 {
				i += n - 1
				continue
			}
		}
		if _, _, ok := bullet(l.text); !ok {
			if n := len(para); n > 0 && p.breaks(para[n-1].text, l.text) {
				flush()
			}
			para = append(para, l)
			continue
		}
		var items []line
		ordered := false
		for ; i < len(lines); i++ {
			text, num, ok := bullet(lines[i].text)
			if !ok {
				if t := lines[i].text; t != "" && t != strings.TrimLeft(t, " \t") && len(items) > 0 {
					items[len(items)-1].text += " " + strings.TrimSpace(t)
					continue
				}
				if strings.TrimSpace(lines[i].text) == "" && i+1 < len(lines) {
					if _, _, more := bullet(lines[i+1].text); more {
						continue
					}
				}
				i--
				break
			}
			ordered = ordered || num
			items = append(items, line{lines[i].n, text})
		}
		head := ""
		if n := len(para); n > 0 && (strings.HasSuffix(strings.TrimSpace(para[n-1].text), ":") || n == 1 && p.bareHead(para[0].text)) {
			ss := sentences(para)
			last := ss[len(ss)-1]
			for _, s := range ss[:len(ss)-1] {
				p.sentence(s)
			}
			para, head = nil, last.text
		} else {
			flush()
		}
		p.bullets(head, items, ordered)
	}
	flush()
}

// bareHead tells the heading of a list that has no colon: "Fixed".
func (p *parser) bareHead(s string) bool {
	s = strings.TrimSpace(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return Words(s) <= 4 && !endsSentence(last) && !p.isOrder(s) && !p.isClause(s)
}

// breaks tells whether a line that ends without punctuation ends a sentence all
// the same, because the next one clearly begins another.
func (p *parser) breaks(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if f := strings.Fields(b); len(f) > 0 && URL(f[0]) != "" {
		return len(f) == 1
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if endsSentence(last) || strings.ContainsRune(",;:—–-(", last) || strings.ContainsRune(`"”»`, last) && len(a) > 60 || unicode.IsLower(first) {
		return false
	}
	return utf8.RuneCountInString(a) < 60 || p.isOrder(b)
}

func endsAsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"”»`))
	return endsSentence(r) && Words(s) > 3
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
	if q, ok := Unquote(text); ok {
		p.say(Point{Form: Clause, Text: q, Verbatim: true, Asked: true}, s)
		return
	}
	if code := otherThan(text, p.t.code); code != "" && tongues[code] != nil {
		was := p.t // the directions may be in another language than the facts
		p.t = tongues[code]
		defer func() { p.t = was }()
	}
	if thanksRE.MatchString(text) || p.orders == 0 && p.said == 0 && greetingRE.MatchString(text) {
		return // "Hey!" greets the agent, not the viewer
	}
	if foreignMake.MatchString(text) {
		p.orders++
		p.understand(s.line, text, func() { p.direct(text, s.line) })
		return
	}
	if p.framed(text, s) {
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
	body := p.stripLead(text)
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
	if rest, ok := after(p.t.act, body); ok {
		order()
		if p.t.code == "en" && articleAfter.MatchString(rest) {
			p.say(Point{Form: Invite, Text: Unstop(rest), Role: Action, Asked: true}, s)
			return
		}
		if closes || p.t.code != "en" || URL(rest) != "" || p.t.code != "en" || !strings.HasPrefix(strings.ToLower(body), "remind") && !strings.HasPrefix(strings.ToLower(body), "tell") {
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
	if rest, ok := after(p.t.open, body); ok {
		order()
		p.opening(rest, s)
		return
	}
	if p.isMake(body) {
		order()
		p.understand(s.line, text, func() { p.make(body, s.line) })
		return
	}
	if p.isStyle(body) {
		order()
		p.understand(s.line, text, func() { p.direct(text, s.line) })
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

// nounOrder is an order without a verb: "Timeline of our company: …".
var nounOrder = pattern.New(`(?i)^(?:a |an |the |quick |short )*(timeline|history|overview|summary|list|recap|comparison) of (.+?): (.+)$`)

var (
	// thanksRE ends a mail.
	thanksRE = pattern.New(`(?i)^(?:thx|thanks|cheers|best|kind regards|regards|br|lg|vg|saludos|cordialement)(?: a lot| in advance)?[,! ]+\p{L}{0,14}\.?$`)
	// foreignMake orders a video in a language whose grammar is not known here.
	foreignMake = pattern.New(`(?i)(?:動画|ビデオ|映像).{0,30}(?:作|制作|作成)|(?:制作|製作|制作一|做一|创建|生成).{0,20}(?:视频|影片|視頻)|(?:영상|동영상|비디오).{0,20}(?:만들|제작)|(?:создай|создайте|сделай|сделайте|снимите)\P{L}.{0,40}(?:видео|ролик)|(?:stwórz|zrób|przygotuj|nagraj)\P{L}.{0,40}(?:wideo|film)|(?:video|videosu).{0,40}(?:oluştur|hazırla|yap)|वीडियो.{0,20}बना`)
	greetingRE  = pattern.New(`(?i)^(?:hey|hi|hello|hallo|hola|bonjour|olá|ciao|good (?:morning|afternoon))(?: there| team| all| everyone| zusammen)?[!,. ]*$`)
	chainRE     = pattern.New(`(?i),? (?:and )?then |, and (?:also )?|; (?:then )?|, `)
)

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
		for _, w := range []string{"your ", "yourself", "you ", "to ", "on ", "for "} {
			if strings.HasPrefix(rest, w) && !strings.HasPrefix(strings.ToLower(s), "focus on") {
				return false
			}
		}
	}
	return true
}

var heading = pattern.New(`^([\p{L}][\p{L} '’/-]{1,48}):\s+(.+)$`)

// statement keeps a sentence as a fact. A label before a colon ("The problem:")
// is not part of what is said.
func (p *parser) statement(text string, s sentence) {
	if q := p.quotation(text); q.Text != "" {
		p.say(q, s)
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
	if m := heading.FindStringSubmatch(text); m != nil && URL(m[1]) == "" {
		if m[1] == strings.ToUpper(m[1]) && len(m[1]) >= 4 && sectionOf(m[1]) == "" && unicode.IsUpper([]rune(m[1])[0]) {
			p.said--
			p.orders++
			p.b.note(s.line, strings.ToLower(m[1])+" \""+clipText(m[2], 80)+"\": no such control in the local engine")
			return
		}
		if sec := sectionOf(m[1]); sec != "" {
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
		if codeLabel.MatchString(m[1]) {
			p.orders++
			p.said--
			p.say(Point{Form: Code, Text: strings.Trim(m[2], "`. "), Asked: true}, s)
			return
		}
		items := p.splitItems(m[2])
		if len(items) >= 3 && !p.isClause(items[0]) && p.titleHead(m[1]) {
			m[1] = ""
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
	if m := heading.FindStringSubmatch(text); m != nil && p.t.wh.MatchString(m[1]) && Words(m[1]) >= 3 && Words(m[2]) >= 6 && URL(m[1]) == "" {
		// "Why it pays: a heat pump delivers …": the question and its answer.
		p.say(Point{Form: How, Text: lowerFirst(m[1])}, s)
		p.say(Point{Form: Clause, Text: m[2]}, s)
		return
	}
	p.say(Point{Form: Clause, Text: text}, s)
}

// promoCode is the code of an offer, in capitals.
var promoCode = pattern.New(`^([A-Z0-9][A-Z0-9-]{3,15})(?:[.!]|$|\s+(.*))`)

// filler begins a sentence of a message that is typed as it is spoken.
var filler = pattern.New(`(?i)^(?:basically|oh,? and|oh|so|ok(?:ay)?|um|btw|by the way|fyi|anyway|also note that)[, ]\s*`)

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
	whereLabel = pattern.New(`(?i)^(?:where|venue|place|location|wo|ort|dónde|lugar|où|lieu|onde|local|dove|luogo|waar|locatie|أين|المكان|איפה|היכן)$`)
)

var codeLabel = pattern.New(`(?i)^(?:code|command|snippet|terminal)(?: to (?:show|type|run))?$|^show (?:the |this )?(?:code|command)$`)

func lowerFirst(s string) string {
	r, w := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[w:]
}

var (
	saidRE    = pattern.New(`^(?:(?i:one of (?:them|our \p{L}+|the \p{L}+),? |[\p{L} ]{3,24}, )?)(?:(?i:(?:an? |the )?(?:quote|testimonial)s? (?:from|by) |as ))?([A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){0,3})(?:, ([^,:"“]{3,60}))?,?\s*` + saidVerb + `[:,]?\s*["“«„](.+?)["”»“]\.?$`)
	ourRE     = pattern.New(`^(?i:(?:an? |the )?(?:quote|testimonial)s? (?:from|by) |as )?((?i:our|my|unsere?n?|meinen?|notre|mon|ma|nuestr[oa]|nuestra|nossa|nosso|il nostro|la nostra))\s+([\p{L}][\p{L}&.,' -]{1,70}?),?\s*` + saidVerb + `[:,]?\s*["“«„](.+?)["”»“]\.?$`)
	saidAfter = pattern.New(`^["“«„](.+?)["”»“],?\s*(?:says |said |—|–|-|\(|sagt |dice |dit |diz )\s*([A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){0,3})(?:, ([^"“]{3,60}?))?\)?\.?$`)
)

const saidVerb = `(?:says|said|puts it|writes|told us|:|sagt|dice|dit|diz)`

// quotation reads “…” with the person who said it.
func (p *parser) quotation(s string) Point {
	q := Point{Form: Quote, Said: s}
	if m := ourRE.FindStringSubmatch(s); m != nil {
		q.Text, q.Whose = m[3], m[1]
		q.Name, q.Part = nameAndJob(m[2])
		return q
	}
	if m := saidRE.FindStringSubmatch(s); m != nil {
		q.Text, q.Name, q.Part = m[3], m[1], m[2]
	} else if m := saidAfter.FindStringSubmatch(s); m != nil {
		q.Text, q.Name, q.Part = strings.TrimRight(m[1], ","), m[2], m[3]
	} else {
		return Point{}
	}
	if sectionOf(q.Name) != "" {
		return Point{} // "Fin : “À demain.”" is a heading
	}
	if first, rest, ok := strings.Cut(q.Name, " "); ok && q.Part == "" && jobRE.MatchString(first) {
		q.Name, q.Part = rest, strings.ToLower(first) // "Owner Marta Silva"
	}
	return q
}

// Quotation reads “…” with the person who said it; a Point without text = none.
func Quotation(s string) Point { return (&parser{b: &Brief{}, t: english}).quotation(s) }

var jobRE = pattern.New(`^(?:Owner|Founder|Director|Manager|Principal|Teacher|Customer|Mayor|Engineer|Designer|Nurse|Chef|President|Chairman|Captain|Coach)$`)

// jobWord is a title that stands before a name and is no part of it.
var jobWord = pattern.New(`(?i)^(?:chief|head|lead|senior|officer|manager(?:in)?|director|engineer|president|owner|founder|co-founder|teacher|nurse|chef|doctor|dr\.?|prof\.?|professor|leiter(?:in)?|chef(?:in)?|geschäftsführer(?:in)?|director[a]?|directeur|directrice|direttore|direttrice|diretora?|analyst|developer|designer|customer|client|colleague|partner|kund(?:e|in)|kolleg(?:e|in))$`)

// nameAndJob parts "CISO Dana Ruiz" and "head of security Dana Ruiz": the name is
// the last words that are neither lower case, an abbreviation nor a job.
func nameAndJob(s string) (name, job string) {
	f := strings.Fields(strings.ReplaceAll(s, ",", " "))
	i := len(f)
	for i > 0 && len(f)-i < 3 && properName(f[i-1]) && !jobWord.MatchString(f[i-1]) && !(len(f[i-1]) > 1 && f[i-1] == strings.ToUpper(f[i-1])) {
		i--
	}
	return strings.Join(f[i:], " "), strings.Join(f[:i], " ")
}

// say adds a point at its place.
func (p *parser) say(pt Point, s sentence) {
	pt.Line, pt.Col, pt.Chapter = s.line, s.col, p.chapter
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

// isClause tells a sentence from a noun phrase by its finite verb. A participle
// behind an article or a preposition ("of lost receipts") is none.
func (p *parser) isClause(s string) bool {
	if p.t.finite == nil {
		return false
	}
	for from := " " + s + " "; ; {
		at := p.t.finite.FindStringIndex(from)
		if at == nil {
			return false
		}
		head := strings.Fields(from[:at[0]])
		if len(head) == 0 && len(from) == len(s)+2 {
			if !unicode.IsUpper(rune((s + "x")[0])) {
				return true
			}
		} else if len(head) == 0 || p.t.code != "en" || !beforeNoun[strings.ToLower(head[len(head)-1])] {
			return true
		}
		next := max(1, at[1]-1)
		if next >= len(from) {
			return false
		}
		from = from[next:]
	}
}

var beforeNoun = map[string]bool{"of": true, "a": true, "an": true, "the": true, "with": true, "for": true, "from": true, "your": true, "our": true, "in": true, "no": true, "about": true, "and": true}

// Detect returns the language of s as a two-letter code, "" if it has no words to tell by.
func Detect(s string) string { return detect(s) }
