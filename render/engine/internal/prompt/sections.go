package prompt

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// toldHow are the parts that say how something is told.
var toldHow = map[string]bool{"tone": true, "style": true, "mood": true}

// factsBehind files the facts that a paragraph goes on with behind such a part, "Tone: plain,
// no excuses. We're sorry.", and returns what the part itself says.
func (p *parser) factsBehind(lines []line, text string) string {
	ss := sentences(lines)
	n := len(ss)
	for n > 1 && p.isClause(ss[n-1].text) && !p.isOrder(ss[n-1].text) && !p.isAdvice(Unstop(ss[n-1].text)) {
		n--
	}
	if n == len(ss) || len(ss) < 2 {
		return text
	}
	head := make([]string, n)
	for i, s := range ss[:n] {
		head[i] = s.text
	}
	for _, s := range ss[n:] {
		p.sentence(s)
	}
	return strings.Join(head, " ")
}

// orderBehind files what a setting's line goes on with, from the first order on that is not
// about the setting: "Presenter: Thomas. Introduce Kiln Coffee, a roastery in Leeds.",
// "Colours: #1B4332. End with 'Order today'." What is said of the setting, "She smiles.", stays.
func (p *parser) orderBehind(sec string, lines []line, text string) string {
	ss := sentences(lines)
	for i, s := range ss {
		order := p.stripLead(s.text)
		frames := p.t.end.MatchString(order) || p.t.open.MatchString(order)
		if i == 0 || !frames && (presenterWord.MatchString(s.text) || p.production(Unstop(s.text))) {
			continue
		}
		if !(frames || sec == "avatar" && p.isOrder(s.text) || p.t.tell.MatchString(order) || p.t.visit.MatchString(order)) {
			continue
		}
		head := make([]string, i)
		for k := range head {
			head[k] = ss[k].text
		}
		for _, s := range ss[i:] {
			p.sentence(s)
		}
		return strings.Join(head, " ")
	}
	return text
}

// oneSetting are the parts that set one thing, behind which a line may go on with others.
var oneSetting = map[string]bool{"music": true, "captions": true, "voice": true}

// settingsBehind files the sentences that a setting's line goes on with where they set
// something else, "Music: calm. 40 seconds, 16:9. No presenter.", and returns the setting.
func (p *parser) settingsBehind(lines []line, text string) string {
	ss := sentences(lines)
	if len(ss) < 2 {
		return text
	}
	kept := ss[0].text
	for _, s := range ss[1:] {
		q := &parser{b: &Brief{}, t: p.t, noted: map[string]bool{}}
		q.direct(s.text, 0)
		if q.b.Seconds == 0 && q.b.Orientation == "" && q.b.Captions == "" && !q.b.Presenter.None && len(q.b.Look.Colors) == 0 && !p.isMake(s.text) {
			kept += " " + s.text
			continue
		}
		p.sentence(s)
	}
	return kept
}

// section files the lines under a heading.
func (p *parser) section(sec, title string, lines []line) {
	b := p.b
	at := 0
	var flat []string
	for _, l := range lines {
		t := strings.TrimSpace(l.text)
		if t == "" {
			continue
		}
		if at == 0 {
			at = l.n
		}
		if x, _, ok := bullet(t); ok {
			t = x
		}
		flat = append(flat, t)
	}
	if len(flat) == 0 {
		return
	}
	p.orders++
	if oneValue[sec] && len(flat) == 1 {
		if ss := sentences(lines); len(ss) > 1 { // "Topic: spring sale. 30 seconds, portrait."
			flat[0] = ss[0].text
			defer func() {
				for _, s := range ss[1:] {
					p.sentence(s)
				}
			}()
		}
	}
	if oneSetting[sec] && len(flat) == 1 {
		flat[0] = p.settingsBehind(lines, flat[0])
	}
	if p.t.code == "en" && toldHow[sec] && len(flat) == 1 {
		flat[0] = p.factsBehind(lines, flat[0])
	}
	if (wishedIn[sec] || sec == "avatar" || sec == "avoid") && len(flat) == 1 {
		flat[0] = p.orderBehind(sec, lines, flat[0])
	}
	text := strings.Join(flat, ". ")
	if wishedIn[sec] {
		text = p.wished(text)
	}
	if sec == "avatar" {
		text = p.lowerThirdIn(text)
		defer func() { b.Presenter.Gender = firstNonEmpty(b.Presenter.Gender, feminineLabel(title)) }()
	}
	switch sec {
	case "screen":
		for _, l := range lines {
			p.literal(l)
		}
	case "script":
		if m := wordsPerMinute.FindStringSubmatch(text); m != nil && len(flat) == 1 {
			p.paceOf(m[1], at)
			return
		}
		was := p.verbatim
		p.verbatim = !conceptRE.MatchString(text)
		lines, below := p.scriptEnd(lines)
		p.script(lines)
		p.verbatim = was
		p.prose(below)
	case "duration":
		if d := duration(text); d > 0 {
			b.length(text, d)
		} else if d := decimal(someNumber.FindString(text)); d > 0 {
			b.Seconds = d
		}
		if p.foreign {
			p.direct(text, at) // "时长：30秒，竖屏，女声"
		}
	case "language":
		if l := LanguageOf(text); l != "" {
			b.Language = l
		} else {
			b.note(at, "the language \""+text+"\" is not known; the words' own language is spoken")
		}
	case "audience":
		b.Audience = Unstop(text)
	case "music":
		if v := lookup(moods, "music "+text); v == "off" || strings.EqualFold(Unstop(text), "none") {
			b.Music = Music{Off: true}
		} else if v != "" {
			b.Music = Music{Mood: v}
			if m := tempo.FindString(text); m != "" {
				b.noteOn(at, "\""+m+"\": the tempo follows the mood", m)
			}
			p.unheededIn(sec, text, at)
		} else {
			b.note(at, "music \""+text+"\": no such mood; the style's own is used")
		}
	case "avatar":
		if b.Purpose == Event && p.t.code == "en" && strings.EqualFold(strings.TrimRight(title, ": "), "speaker") && postOf.MatchString(text) {
			p.say(Point{Form: Clause, Text: "The speaker is " + Stop(Unstop(text)), Asked: true}, sentence{text, at, 1})
			return // who speaks at an event is a fact
		}
		parts := strings.Split(honorific.ReplaceAllString(text, "$1 "), ". ")
		for len(parts) > 1 && p.production(Unstop(parts[len(parts)-1])) { // "…, Account Executive. max 35 seconds"
			p.direct(parts[len(parts)-1], at)
			parts = parts[:len(parts)-1]
		}
		p.avatar(strings.Join(parts, ". "), at)
	case "voice":
		b.Voice = gender(text)
		if b.Voice == "" {
			b.Voice = map[string]string{"female": "female", "male": "male"}[strings.ToLower(Unstop(text))]
		}
		b.attributes(text, at)
		if v := lookup(voicePaces, text); v != "" {
			b.Pace = decimal(v)
		} else if m := speedNamed.FindStringSubmatch(text); m != nil {
			b.Pace = min(1.2, max(.9, decimal(m[1])))
		}
		b.voicing(text, at)
		p.unheeded(text, at)
	case "captions":
		b.attributes("captions: "+text, at)
		if strings.EqualFold(Unstop(text), "off") || strings.EqualFold(Unstop(text), "false") || strings.EqualFold(Unstop(text), "none") || strings.EqualFold(Unstop(text), "no") {
			b.Captions = "off"
		}
		p.unheededIn(sec, text, at)
	case "lowerthird":
		name, role, _ := strings.Cut(mustUnquote(text), ",")
		b.Presenter.Name, b.Presenter.Role = strings.TrimSpace(name), strings.TrimSpace(role)
	case "cta":
		for _, s := range sentences(lines) {
			p.ending(s.text, s)
		}
	case "hook":
		for _, s := range sentences(lines) {
			if _, quote := Unquote(s.text); !quote && len(quoted(s.text)) == 0 && Words(s.text) >= 4 && !p.t.prod.MatchString(s.text) && !p.t.open.MatchString(s.text) {
				p.say(Point{Form: Clause, Text: s.text, Role: Hook, Asked: true}, s)
				continue
			}
			p.opening(s.text, s)
		}
	case "product":
		if p.t.code == "en" && p.isClause(text) && !p.t.wh.MatchString(text) {
			p.say(Point{Form: Clause, Text: text, Role: Hook, Asked: true}, sentence{text, at, 1}) // "Topic: our truck is at the lot every Friday"
			return
		}
		p.subject(mailPrefix.ReplaceAllString(text, ""), at)
	case "title":
		b.Title = mustUnquote(text)
	case "url":
		if u := URL(text); u != "" {
			b.URL = u
		}
	case "goal":
		if p.t.code != "en" && amountIn.MatchString(text) && duration(text) == 0 {
			p.say(Point{Form: Clause, Text: title + ": " + text, Asked: true}, sentence{text, at, 1}) // what is to be reached
			return
		}
		if pu := purposeOf(text); pu != "" {
			b.Purpose = pu
		}
		if m := goalThing.FindStringSubmatch(Unstop(text)); m != nil && p.t.code != "en" && b.Subject == "" {
			p.subject(m[1]+m[2], at) // "explicar el nuevo sistema de turnos"
		} else if p.isMake(text) {
			p.make(text, at)
		} else {
			p.direct(text, at)
		}
	case "format", "tone", "style", "avoid", "assets":
		p.styling(sec, title, text, at)
	case "steps", "list":
		p.listSection(sec, title, lines)
	default: // facts
		was := p.chapter
		if isChapterTitle(title) || p.chapter != "" && title != "" {
			p.chapter = title // a heading among chapters is one of them
		}
		if !p.factList(lines) {
			p.prose(lines)
		}
		if isChapterTitle(title) || was == "" {
			p.chapter = was
		}
	}
}

// voiceOnly tells whether a label for what is said heads nothing but a kind of voice.
func (p *parser) voiceOnly(s string) bool {
	_, quote := Unquote(s)
	return !quote && Words(s) <= 5 && gender(s) != "" && !p.isClause(s)
}

// honorific is a title before a name, whose dot ends no sentence.
var honorific = pattern.New(`\b(Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Hr|Fr)\. `)

// feminineLabel is the gender that the label of a presenter's line has in languages
// whose words for people have one, where it is the marked one.
func feminineLabel(title string) string {
	if gender(title) == "female" {
		return "female"
	}
	return ""
}

// factList reads "Key facts: it is ready in 90 minutes, no second visit, 15-year
// guarantee": clauses stand on their own, the phrases between them are one list.
func (p *parser) factList(lines []line) bool {
	ss := sentences(lines)
	for _, l := range lines {
		if isBullet(l.text) {
			return false
		}
	}
	if len(ss) != 1 {
		return false
	}
	parts := p.splitItems(ss[0].text)
	var phrases []string
	for i, x := range parts {
		if at := p.t.finite.FindStringIndex(" " + x + " "); i > 0 && at != nil && at[0] == 0 {
			return false // one subject with several verbs
		}
		if !p.isClause(x) {
			phrases = append(phrases, x)
		}
	}
	if len(parts) < 3 || len(phrases) == 0 || len(phrases) == len(parts) || !p.isClause(parts[0]) {
		return false
	}
	p.orders++
	rest := phrases
	for _, x := range parts {
		switch {
		case p.isClause(x):
			p.say(Point{Form: Clause, Text: x, Asked: true}, ss[0])
		case len(phrases) < 2:
			p.say(Point{Form: Phrase, Text: x, Asked: true}, ss[0])
		case rest != nil:
			p.list("", phrases, "", Body, ss[0])
			rest = nil
		}
	}
	return true
}

// goalThing is what a video is to explain or to make known.
var goalThing = pattern.New(`(?i)^(?:explicar|presentar|anunciar|mostrar|comunicar|dar a conocer|promocionar|informar (?:sobre|de)|expliquer|présenter|annoncer|montrer|faire connaître|informer (?:sur|de)|apresentar|divulgar|spiegare|presentare|annunciare|mostrare|far conoscere|informare su|شرح|تقديم|الإعلان عن|להסביר|להציג) (?:(?:a|aux|ai|aos) [^,]{3,24}? (?:cómo )?)?((?:el|la|los|las|un|una|nuestr[oa]s?|le|les|l['’]|une|notre|nos|o|a|os|as|um|uma|noss[oa]s?|il|lo|i|gli|il nostro|la nostra)[ ]?.{3,60})$|^((?:der|die|das|den|unser[en]?\p{L}*|neue[ns]?) .{3,50}) (?:erklären|vorstellen|ankündigen|zeigen|bekannt machen|bewerben)$`)

// amountIn is an amount of money or of things.
var amountIn = pattern.New(`\d[\d.,]*\s?(?:[€$£%]|\p{L})|(?:R\$|[€$£])\s?\d`)

var tempo = pattern.New(`(?i)\b\d{2,3} ?bpm\b`)

// wordsPerMinute is a pace: "about 150 per minute", "160 wpm".
var wordsPerMinute = pattern.New(`(?i)^(?:about |around |ca\.? |roughly |at )?(\d{2,3}) ?(?:words? ?)?(?:wpm|(?:per|a|/) ?min(?:ute)?)\b`)

// paceOf reads a pace in words a minute against the 150 of natural speech.
func (p *parser) paceOf(wpm string, at int) {
	pace := min(1.15, max(.9, decimal(wpm)/150))
	p.b.Pace = float64(int(pace*100+.5)) / 100
	p.b.noteOn(at, fmt.Sprintf("understood: %s words a minute, spoken at %g times the usual rate", wpm, p.b.Pace), wpm)
}

var mailPrefix = pattern.New(`(?i)^(?:(?:fwd?|re|aw|wg)\s*:\s*)+`)

// listSection reads "Features:" with bullets or a comma list.
func (p *parser) listSection(sec, title string, lines []line) {
	for i, l := range lines {
		if isBullet(l.text) {
			p.prose(append([]line{{lines[0].n, title + ":"}}, lines[i:]...))
			return
		}
		if strings.TrimSpace(l.text) != "" {
			break
		}
	}
	for i, l := range lines {
		if isBullet(l.text) { // words first, then the list
			p.prose(lines[:i])
			p.listSection(sec, title, lines[i:])
			return
		}
	}
	rest := lines
	for _, s := range sentences(rest) {
		if p.agenda(s.text, s) {
			continue
		}
		parts := p.splitItems(s.text)
		stages := sec == "steps" && len(parts) >= 3 && p.t.code == "en" && p.allDo(parts) // "Steps: a pump lifts the water, a filter cleans it, …"
		if len(parts) >= 2 && !p.isClause(parts[0]) || stages {
			p.list(title, parts, s.text, Body, s)
		} else {
			p.sentence(s)
		}
	}
}

// allDo tells whether every part says what somebody or something does, as steps do.
func (p *parser) allDo(parts []string) bool {
	for _, x := range parts {
		if !p.isClause(x) && (Words(x) < 4 || !whoDoes.MatchString(x)) {
			return false
		}
	}
	return true
}

// whoDoes begins a clause with its subject.
var whoDoes = pattern.New(`(?i)^(?:the|an?|our|your|every|each|this|these|it|you|we|they|then) `)

// postOf is a person and what they are, or where.
var postOf = pattern.New(`^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}(?:, \S.*| (?:of|from|at) \S.*)[.]?$`)
