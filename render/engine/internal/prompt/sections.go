package prompt

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// toldHow are the parts that say how something is told.
var toldHow = map[string]bool{"tone": true, "style": true, "mood": true}

// factsBehind files the facts that a paragraph goes on with behind such a part, "Tone: plain,
// no excuses. We're sorry.", and returns what the part itself says.
func (p *parser) factsBehind(lines []prose.Line, text string) string {
	ss := prose.Sentences(lines)
	n := len(ss)
	for n > 1 && p.isClause(ss[n-1].Text) && !p.isOrder(ss[n-1].Text) && !p.isAdvice(prose.Unstop(ss[n-1].Text)) {
		n--
	}
	if n == len(ss) || len(ss) < 2 {
		return text
	}
	head := make([]string, n)
	for i, s := range ss[:n] {
		head[i] = s.Text
	}
	for _, s := range ss[n:] {
		p.sentence(s)
	}
	return strings.Join(head, " ")
}

// orderBehind files what a setting's line goes on with, from the first order on that is not
// about the setting: "Presenter: Thomas. Introduce Kiln Coffee, a roastery in Leeds.",
// "Colours: #1B4332. End with 'Order today'." What is said of the setting, "She smiles.", stays.
func (p *parser) orderBehind(sec string, lines []prose.Line, text string) string {
	ss := prose.Sentences(lines)
	for i, s := range ss {
		order := p.stripLead(s.Text)
		frames := p.t.End.MatchString(order) || p.t.Open.MatchString(order)
		if i == 0 || !frames && (presenterWord.MatchString(s.Text) || p.production(prose.Unstop(s.Text))) {
			continue
		}
		if !(frames || sec == "avatar" && p.isOrder(s.Text) || p.t.Tell.MatchString(order) || p.t.Visit.MatchString(order)) {
			continue
		}
		head := make([]string, i)
		for k := range head {
			head[k] = ss[k].Text
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
func (p *parser) settingsBehind(lines []prose.Line, text string) string {
	ss := prose.Sentences(lines)
	if len(ss) < 2 {
		return text
	}
	kept := ss[0].Text
	for _, s := range ss[1:] {
		q := &parser{b: &draft{}, t: p.t, noted: map[string]bool{}}
		q.direct(s.Text, 0)
		if q.b.Seconds == 0 && q.b.Orientation == "" && q.b.Captions == "" && !q.b.Presenter.None && len(q.b.Look.Colors) == 0 && !p.isMake(s.Text) {
			kept += " " + s.Text
			continue
		}
		p.sentence(s)
	}
	return kept
}

// part is what stands under a heading of a brief.
type part struct {
	sec, title string
	lines      []prose.Line
	flat       []string // those with words, without their bullets
	text       string   // all of them
	at         int      // line of the prompt
}

// newPart gathers the lines under a heading.
func newPart(sec, title string, lines []prose.Line) *part {
	o := &part{sec: sec, title: title, lines: lines}
	for _, l := range lines {
		t := strings.TrimSpace(l.Text)
		if t == "" {
			continue
		}
		if o.at == 0 {
			o.at = l.N
		}
		if x, _, ok := prose.Bullet(t); ok {
			t = x
		}
		o.flat = append(o.flat, t)
	}
	return o
}

// sectionReader is how a part of a brief is read, by its name. Those without a reader of
// their own hold facts.
func (p *parser) sectionReader(sec string) func(*part) {
	switch sec {
	case "screen":
		return p.screenPart
	case "script":
		return p.scriptPart
	case "duration":
		return p.durationPart
	case "language":
		return p.languagePart
	case "audience":
		return func(o *part) { p.b.Audience = prose.Unstop(o.text) }
	case "music":
		return p.musicPart
	case "avatar":
		return func(o *part) {
			if voiceOnly.MatchString(o.title) { // "Narrator: male, calm" is heard and not seen
				p.voicePart(o)
				return
			}
			p.avatarPart(o)
		}
	case "voice":
		return p.voicePart
	case "captions":
		return p.captionsPart
	case "lowerthird":
		return p.lowerThirdPart
	case "cta":
		return p.endPart
	case "hook":
		return p.hookPart
	case "product":
		return p.productPart
	case "title":
		return p.titlePart
	case "url":
		return func(o *part) { p.b.URL = cmp.Or(prose.URL(o.text), p.b.URL) }
	case "goal":
		return p.goalPart
	case "format", "tone", "style", "avoid", "assets":
		return func(o *part) { p.styling(o.sec, o.title, o.text, o.at) }
	case "steps", "list":
		return func(o *part) { p.listSection(o.sec, o.title, o.lines) }
	}
	return p.factsPart
}

// section files the lines under a heading.
func (p *parser) section(sec, title string, lines []prose.Line) {
	o := newPart(sec, title, lines)
	if len(o.flat) == 0 {
		return
	}
	p.orders++
	behind := p.behindPart(o)
	o.text = strings.Join(o.flat, ". ")
	if sec == "style" || sec == "format" || sec == "avatar" {
		if o.text = p.scenewise(title, o.text, o.at); o.text == "" {
			return
		}
	}
	if first, rest, _ := strings.Cut(o.text, ". "); sec == "style" && groundTitle.MatchString(title) && ColorIn(first) != "" && prose.Words(first) <= 4 {
		p.b.Look.Colors = append(p.b.Look.Colors, brief.Color{Hex: ColorIn(first), Role: "background"}) // "Background: light yellow"
		if o.text = rest; rest == "" {
			return
		}
	}
	if wishedIn[sec] {
		o.text = p.wished(sec, o.text)
	}
	p.sectionReader(sec)(o)
	for _, s := range behind {
		p.sentence(s)
	}
}

// groundTitle heads the colour that all scenes stand on.
var groundTitle = pattern.New(`(?i)^\W*(?:background|backdrop|hintergrund|fondo|fond|sfondo|fundo|achtergrond)(?: colou?r)?\W*$`)

// behindPart takes off a line what it goes on with behind its value. What sets nothing
// of its own is filed at once, the sentences of "Topic: spring sale. 30 seconds,
// portrait." behind the part.
func (p *parser) behindPart(o *part) (behind []prose.Sentence) {
	if len(o.flat) != 1 {
		return nil
	}
	if layout.OneValue[o.sec] {
		if ss := prose.Sentences(o.lines); len(ss) > 1 {
			o.flat[0], behind = ss[0].Text, ss[1:]
		}
	}
	if oneSetting[o.sec] {
		o.flat[0] = p.settingsBehind(o.lines, o.flat[0])
	}
	if p.inEnglish() && toldHow[o.sec] {
		o.flat[0] = p.factsBehind(o.lines, o.flat[0])
	}
	if wishedIn[o.sec] || o.sec == "avatar" || o.sec == "avoid" {
		o.flat[0] = p.orderBehind(o.sec, o.lines, o.flat[0])
	}
	return behind
}

// voiceOnly tells whether a label for what is said heads nothing but a kind of voice.
func (p *parser) voiceOnly(s string) bool {
	_, quote := prose.Unquote(s)
	return !quote && prose.Words(s) <= 5 && gender(s) != "" && !p.isClause(s)
}

// aboutVoice tells whether what stands below a plan behind "Voice:" is how it speaks.
func (p *parser) aboutVoice(s string) bool {
	_, quote := prose.Unquote(s)
	return !quote && prose.Words(s) <= 10 && (gender(s) != "" || voiceManner.MatchString(s)) && !p.isClause(s)
}

var (
	voiceLabel  = pattern.New(`(?i)^(?:voice|voice-?over|voice over|narrator|narration|vo|v\.o\.|speaker|sprecher(?:in)?|stimme|voz|locución|voix(?: off)?|voce)$`)
	voiceManner = pattern.New(`(?i)\b(?:calm|warm|fast|faster|slow|slower|slowly|deep|soft|friendly|energetic|neutral|young|old|older|accent|british|american|australian|irish|scottish|confident|serious|cheerful|bright|gentle|natural|conversational|pace|ruhig|warm|schnell|langsam|freundlich|tief|tranquil[ao]|cálid[ao]|rápid[ao]|calme|chaleureuse?|posée?|calm[ao]|cald[ao])\b`)
)

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
func (p *parser) factList(lines []prose.Line) bool {
	ss := prose.Sentences(lines)
	for _, l := range lines {
		if prose.IsBullet(l.Text) {
			return false
		}
	}
	if len(ss) != 1 {
		return false
	}
	parts := p.splitItems(ss[0].Text)
	var phrases []string
	for i, x := range parts {
		if at := p.t.Finite.FindStringIndex(" " + x + " "); i > 0 && at != nil && at[0] == 0 && p.inEnglish() {
			return false // one subject with several verbs
		}
		if !p.isClause(x) {
			phrases = append(phrases, x)
		}
	}
	if len(parts) >= 3 && len(phrases) == 0 && !p.inEnglish() && !slices.ContainsFunc(parts, func(x string) bool { return prose.Words(x) > 9 }) {
		p.orders++
		p.list("", parts, "", brief.Body, ss[0])
		return true
	}
	if len(parts) < 3 || len(phrases) == 0 || len(phrases) == len(parts) || !p.isClause(parts[0]) {
		return false
	}
	p.orders++
	rest := phrases
	for _, x := range parts {
		switch {
		case p.isClause(x):
			p.say(brief.Point{Form: brief.Clause, Text: x, Asked: true}, ss[0])
		case len(phrases) < 2:
			p.say(brief.Point{Form: brief.Phrase, Text: x, Asked: true}, ss[0])
		case rest != nil:
			p.list("", phrases, "", brief.Body, ss[0])
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
	pace := min(1.15, max(.9, prose.Decimal(wpm)/150))
	p.b.Pace = float64(int(pace*100+.5)) / 100
	p.b.NoteOn(at, fmt.Sprintf("understood: %s words a minute, spoken at %g times the usual rate", wpm, p.b.Pace), wpm)
}

var mailPrefix = pattern.New(`(?i)^(?:(?:fwd?|re|aw|wg)\s*:\s*)+`)

// listSection reads "Features:" with bullets or a comma list.
func (p *parser) listSection(sec, title string, lines []prose.Line) {
	for i, l := range lines {
		if prose.IsBullet(l.Text) {
			p.prose(append([]prose.Line{{N: lines[0].N, Text: title + ":"}}, lines[i:]...))
			return
		}
		if strings.TrimSpace(l.Text) != "" {
			break
		}
	}
	for i, l := range lines {
		if prose.IsBullet(l.Text) { // words first, then the list
			p.prose(lines[:i])
			p.listSection(sec, title, lines[i:])
			return
		}
	}
	rest := lines
	for _, s := range prose.Sentences(rest) {
		if p.agenda(s.Text, s) {
			continue
		}
		parts := p.splitItems(s.Text)
		stages := sec == "steps" && len(parts) >= 3 && p.t.Code == "en" && p.allDo(parts) // "Steps: a pump lifts the water, a filter cleans it, …"
		if len(parts) >= 2 && !p.isClause(parts[0]) || stages {
			p.list(title, parts, s.Text, brief.Body, s)
		} else {
			p.sentence(s)
		}
	}
}

// allDo tells whether every part says what somebody or something does, as steps do.
func (p *parser) allDo(parts []string) bool {
	for _, x := range parts {
		if !p.isClause(x) && (prose.Words(x) < 4 || !whoDoes.MatchString(x)) {
			return false
		}
	}
	return true
}

// whoDoes begins a clause with its subject.
var whoDoes = pattern.New(`(?i)^(?:the|an?|our|your|every|each|this|these|it|you|we|they|then) `)

// postOf is a person and what they are, or where.
var postOf = pattern.New(`^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}(?:, \S.*| (?:of|from|at) \S.*)[.]?$`)

// voiceOnly names somebody who is heard.
var voiceOnly = pattern.New(`(?i)^(?:narrator|narration)$`)
