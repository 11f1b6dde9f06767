package prompt

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

// MaxLength is the number of characters that the API allows in a prompt.
const MaxLength = 10000

// Parse understands a prompt. It never fails; what it could not read as an
// instruction is kept as words to be said, and what it cannot honour is a note.
func Parse(text string) *Brief {
	b := &Brief{src: splitLines(text)}
	p := &parser{b: b, noted: map[string]bool{}}
	text = followingVideo.ReplaceAllString(capitals(typed(text)), "a $1")
	code := detect(text)
	p.t = tongueFor(code)
	if p.foreign = code != "" && tongues[code] == nil; p.foreign {
		p.abroad = code
		if text = fullWidth(text); code == "th" {
			text = parted(text)
		}
	}
	text = recast(text, code)
	text = p.unwrapped(text)
	lines := p.numberedScenes(p.chapterList(p.layout(unfold(nested(commaRows(p.lined(p.proseShots(p.treated(p.everywhere(planLayouts(p.pressRelease(splitLines(speechMarks(text))))))))))))))
	var buf []line
	sec, title := "", ""
	flush := func() {
		if sec == "" {
			p.prose(buf)
		} else {
			p.understand(firstLine(buf), firstText(buf), func() { p.section(sec, title, buf) })
		}
		buf, sec, title = nil, "", ""
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if fenceRE.MatchString(l.text) {
			for buf = append(buf, l); i+1 < len(lines); {
				i++
				if buf = append(buf, lines[i]); fenceRE.MatchString(lines[i].text) {
					break
				}
			}
			continue
		}
		if sc, ok := sceneHead(l); ok {
			flush()
			j := i + 1
			for j < len(lines) && !endsScene(lines[j].text) {
				j++
			}
			k := endOfLine(lines[i+1:j], sc.Line)
			if below := lines[i+1+k : j]; firstText(below) == "" {
				p.inLines++
			} else if p.inLines > 1 && !aField(below) {
				j = i + 1 + k // below a plan of one line a scene stands what is about all of them
			} else {
				p.inLines = -1000
			}
			p.scene(sc, lines[i+1:j], j == len(lines))
			i = j - 1
			continue
		}
		if m := styleRE.FindStringSubmatch(l.text); m != nil && sectionOf(m[1]) == "" && Words(m[1]) <= 4 && (m[2] != "" || strings.ContainsAny(l.text, "—–")) {
			flush()
			j := i + 1
			body := m[3]
			for j < len(lines) && strings.TrimSpace(lines[j].text) != "" {
				if _, _, _, ok := opensSection(lines[j].text); ok || p.isMake(p.stripLead(strings.TrimSpace(lines[j].text))) {
					break
				}
				body += " " + strings.TrimSpace(lines[j].text)
				j++
			}
			p.understand(l.n, l.text, func() { p.styleBlock(m[1], body, l.n) })
			i = j - 1
			continue
		}
		if i == 0 && len(lines) > 2 && strings.TrimSpace(lines[1].text) == "" && (p.titleLine(l.text) || p.t.code == "en" && notesOf.MatchString(strings.TrimSpace(l.text))) {
			p.heading(strings.TrimSpace(l.text), l.n, true)
			continue
		}
		if m := notesFor.FindStringSubmatch(strings.TrimSpace(l.text)); m != nil && i == 0 && len(lines) > 1 && p.t.code == "en" {
			p.heading("Release notes "+m[1], l.n, true)
			p.b.Purpose, p.b.Audience = Release, m[2]
			continue
		}
		if t, rest, ok := p.chapterOf(l.text); ok {
			flush()
			p.chapter = t
			if rest != "" {
				buf = append(buf, line{l.n, rest})
			}
			continue
		}
		if s, t, rest, ok := opensSection(l.text); ok {
			flush()
			if s == "script" && p.voiceOnly(rest) {
				s = "voice" // "VO: male, calm"
			}
			if s == "chapter" {
				p.heading(t, l.n, i == 0)
				continue
			}
			sec, title = s, t
			if rest != "" {
				buf = append(buf, line{l.n, rest})
				// A value on the heading's own line ends with it, unless a list follows.
				if (!multiline(s) || isChapterTitle(t)) && (i+1 >= len(lines) || !isBullet(lines[i+1].text)) || onOwnLine[s] {
					flush()
				}
			}
			continue
		}
		if sec != "" && strings.TrimSpace(l.text) == "" && len(buf) > 0 && !multiline(sec) {
			flush()
			continue
		}
		buf = append(buf, l)
	}
	flush()
	p.finish(text)
	return b
}

// endOfLine is how many of a scene's lines stand in the prompt's line n, where its head is.
func endOfLine(body []line, n int) int {
	for k, l := range body {
		if l.n != n {
			return k
		}
	}
	return len(body)
}

// aField tells whether the first of some lines is a field of a scene.
func aField(lines []line) bool {
	t := firstText(lines)
	_, quote := Unquote(t)
	return t == "" || quote || fieldRE.MatchString(t) || wholeBrackets(t) != "" || whoSays.MatchString(t)
}

// briefHead is what kind of text a title heads, and the title: `Video brief — "Heat pumps"`.
var briefHead = pattern.New(`(?i)^(?:(?:video|explainer|promo|short|reel|ad|film) )?(?:brief|script|shot ?list|storyboard|blueprint|concept|treatment)\s*[:—–-]+\s*(.{3,80})$`)

// versionHead heads a changelog's newest part: "4.2.0", "[1.3.0] - 2026-01-04".
var versionHead = pattern.New(`^\[?v?\d+\.\d+(?:\.\d+)?\]?(?: .{0,20})?$`)

// kindHead is the kind of a video before what it is about.
var kindHead = pattern.New(`^((?:[\p{L}-]+ ){0,2}[\p{L}-]+): (.{4,60})$`)

// releasedOn parts a version from its day.
var releasedOn = pattern.New(`^(\[?v?\d+\.\d+(?:\.\d+)?\]?)\s*(?:[–—-]\s*|\()\d{4}-\d\d-\d\d\)?$`)

// notesOf heads the notes of a version.
var notesOf = pattern.New(`(?i)^(?:(?:release notes|changelog|what['’]s new)(?: for| of| in)?:? v?(\d+\.\d+(?:\.\d+)?)|v(?:ersion )?\s?(\d+\.\d+(?:\.\d+)?) (?:release notes|changelog|release))$`)

// notesFor heads the notes of a version, and says whom they are for.
var notesFor = pattern.New(`(?i)^(?:release notes|changelog|what['’]s new)(?: for| of| in)?:? v?(\d+\.\d+(?:\.\d+)?)(?:,? for ([\p{L} -]{3,40}))?[:.]?$`)

var newIn = pattern.New(`(?i)^(?:what['’]?s new in|release notes:?|new in|neu in|neuigkeiten in|was ist neu in|novedades (?:de|en)|nouveautés (?:de|dans)|novidades (?:do|da|de)|novità (?:di|della|del)|nieuw in)\s+(.+)$`)

// onOwnLine are the parts that end with the line of their heading when they have a
// value there: a list below is none of theirs.
var onOwnLine = map[string]bool{"hook": true, "cta": true, "title": true, "product": true, "url": true, "duration": true, "language": true, "music": true, "voice": true, "captions": true}

func isBullet(s string) bool { _, _, ok := bullet(s); return ok }

// multiline parts run until the next heading; the others end at an empty line.
func multiline(sec string) bool { return sec == "script" || sec == "facts" || sec == "scenes" }

// titleLine tells the title of a text from its first sentence: a few words without
// a full stop that stand alone.
func (p *parser) titleLine(s string) bool {
	s = strings.TrimSpace(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if n := Words(s); n < 2 || n > 9 || endsSentence(last) || strings.ContainsAny(s, ":|`") || isBullet(s) {
		return false
	}
	_, _, _, sec := opensSection(s)
	_, isScene := sceneHead(line{0, s})
	return !sec && !isScene && !p.isOrder(s) && !p.isClause(s) && !letterHello.MatchString(s) && !salutation.MatchString(s)
}

// heading files a Markdown heading that names no part of the brief.
func (p *parser) heading(t string, at int, top bool) {
	if _, order := after(p.t.make, t); p.isMake(t) && (order || !top || duration(t) > 0) {
		p.understand(at, t, func() { p.make(t, at) })
		return
	}
	if !top && (p.b.Title == "" || Genre(p.b.Title)) && (p.b.Subject == "" || Genre(p.b.Subject)) && len(p.b.Points) == 0 && versionHead.MatchString(t) {
		top, t = true, "Version "+strings.TrimPrefix(strings.TrimPrefix(t, "["), "v")
		t = strings.TrimSuffix(t, "]")
	}
	if m := kindHead.FindStringSubmatch(t); m != nil && top && p.b.Title == "" && p.t.code == "en" && purposeOf(m[1]) != "" {
		if t = Upper(m[2]); p.b.Purpose == "" { // "Onboarding: first day in the lab"
			p.b.Purpose = purposeOf(m[1])
		}
	}
	if m := notesOf.FindStringSubmatch(t); m != nil && top && p.b.Title == "" && p.t.code == "en" {
		t = "Version " + firstNonEmpty(m[1], m[2]) // "Release notes 5.0"
	}
	if m := releasedOn.FindStringSubmatch(t); m != nil && versionHead.MatchString(t) {
		t = m[1] // "3.8.0 (2026-11-02)"
	}
	if top && versionHead.MatchString(t) && p.b.Title == "" {
		t = "Version " + strings.TrimPrefix(strings.TrimPrefix(strings.TrimSuffix(t, "]"), "["), "v")
	}
	if top && strings.Contains(t, ", ") {
		if kept := p.segments(t, at); kept != "" {
			t = kept // "Square ad, 30 s, no avatar"
		}
	}
	if m := briefHead.FindStringSubmatch(t); m != nil && top {
		t = mustUnquote(m[1])
	}
	if top && (p.b.Title == "" || versionHead.MatchString(strings.TrimPrefix(t, "Version "))) {
		p.b.Title = t
		if p.b.Purpose == "" {
			p.b.Purpose = purposeOf(t)
		}
		if m := newIn.FindStringSubmatch(t); m != nil || strings.HasPrefix(t, "Version ") && versionHead.MatchString(t[8:]) {
			if m == nil {
				m = []string{"", t}
			}
			p.b.Subject = m[1]
		}
		return
	}
	p.chapter = t
}

// scriptMark is what only a text that is spoken as it stands has: a pause, a stage
// direction, the name of a speaker or of the text.
var scriptMark = pattern.New(`(?im)\[[^\]\n]{2,60}\]|\((?:pause|beat|laughs?|music|smiles?|cut to|v\.?o\.?|sfx)\b[^)\n]*\)|<(?:break|pause)|^\s*(?:script|narrator|voice-?over|vo|host|presenter|speaker|sprecher(?:in)?|narrador[a]?|narrateur|texte?|texto|testo)\s*:`)

// tellsOn begins a sentence that goes on with the one before it, as those of a story do and
// those of noted facts do not.
var tellsOn = pattern.New(`[.!?…]["”»]?\s+(?:And|But|So|Then|Yet|Because|Still|Until|Und|Aber|Doch|Dann|Also|Y|Pero|Entonces|Et|Mais|Alors|Puis|E|Ma|Allora|Mas|Então|En|Maar|Dus|Toen)[ ,]`)

// finish decides the level and the language, once everything is read.
func (p *parser) finish(text string) {
	b := p.b
	p.beforeAfter()
	b.conversing()
	if k := slices.Index(b.onlyIn, lastScene); k >= 0 && len(b.Scenes) > 0 {
		b.onlyIn[k] = b.Scenes[len(b.Scenes)-1].Number
	}
	b.cutScenes()
	for i, s := range b.Scenes {
		b.Scenes[i].NoAvatar = s.NoAvatar || slices.Contains(b.bare, s.Number) || b.onlyIn != nil && !slices.Contains(b.onlyIn, s.Number)
	}
	for _, c := range b.Chapters {
		if !slices.ContainsFunc(b.Points, func(pt Point) bool { return pt.Chapter == c }) {
			b.noteOn(1, fmt.Sprintf("chapter %q: the prompt gives it no words of its own, so it has no card", c), c)
		}
	}
	spoken := make([]string, 0, len(b.Points)+len(b.Scenes))
	verbatim, ordered := 0, p.orders+p.advised
	for _, pt := range b.Points {
		spoken = append(spoken, pt.Text)
		for _, it := range pt.Items {
			spoken = append(spoken, it.Title, it.Body)
		}
		if pt.Verbatim {
			verbatim++
		}
	}
	for _, s := range b.Scenes {
		if s.Say != "" {
			spoken = append(spoken, s.Say)
		}
	}
	switch {
	case len(b.Scenes) > 0:
		b.Level = Scenes
	case ordered == 0 && p.said >= 2 || verbatim >= 2 && verbatim*3 >= len(b.Points)*2:
		b.Level = Script
		b.Verbatim = ordered == 0 || verbatim > 0
		b.Presumed = verbatim == 0 && p.turn == 0 && !p.material && !scriptMark.MatchString(text) && !tellsOn.MatchString(text)
		if ordered == 0 {
			for i := range b.Points {
				b.Points[i].Verbatim = b.Points[i].Form == Clause || b.Points[i].Form == Quote
			}
		}
	default:
		b.Level = Topic
	}
	if conceptRE.MatchString(text) {
		b.Verbatim = false
		for i := range b.Points {
			b.Points[i].Verbatim = false
		}
	}
	heard := b.mostSpoken()
	if heard == "" {
		heard = detect(strings.Join(spoken, " "))
		if p.t.code != "en" && heard != "" && otherThan(strings.Join(spoken, " "), p.t.code) == "" {
			heard = p.t.code // a few words that two languages share
		}
		if p.t.code == "en" && p.orders > 0 && !p.foreign && tongues[heard] == nil && otherThan(strings.Join(spoken, " "), "en") == "" {
			heard = "en" // "care" is a Romanian word, too
		}
	}
	if heard == "" {
		heard = detect(text)
	}
	if p.abroad == "ja" && heard == "zh" {
		heard = "ja" // labels and figures have none of its own letters
	}
	p.bareTopic()
	p.aboutScenes()
	p.besideScenes()
	if b.Subject == "" && b.Title == "" {
		b.Title = p.mailSubject
	}
	if b.Subject == "" && b.Title == "" && p.perhaps != "" && len(b.Points) == 0 {
		b.Subject = p.perhaps
	}
	if b.Subject == "" && b.Title == "" {
		b.Subject = p.spokenOf(text, heard)
		b.Guessed = b.Subject != ""
	}
	switch {
	case b.Language == "":
		b.Language = heard
	case heard != "" && !strings.HasPrefix(b.Language, heard):
		b.note(0, "the prompt asks for "+b.Language+" but its words are "+heard+": they are spoken as written; only a language model can translate them")
		b.Language = heard
	}
	if b.Language == "" {
		b.Language = "en"
	}
	if code, _, _ := strings.Cut(b.Language, "-"); tongues[code] == nil {
		b.note(0, "the words are in "+b.Language+": directions to the agent are read in "+understoodIn+"; every other sentence is spoken as it stands")
	}
	if b.URL == "" {
		b.URL = URL(text)
	}
	if _, to, ok := strings.Cut(b.Audience, " joining "); ok && b.Company == "" && allProper(Unstop(to)) && Words(to) <= 4 {
		b.Company = Unstop(to)
	}
	if m := guestsOf.FindStringSubmatch(b.Audience); m != nil && b.Purpose == Onboarding && b.Company == "" && allProper(m[1]) {
		b.Company = m[1]
	}
	if m := theirProduct.FindStringSubmatch(b.Audience); m != nil && p.t.code == "en" && b.Subject == "" && b.Title == "" {
		if b.Subject, b.About = m[2], strings.TrimSpace(m[1]); b.Purpose == Onboarding && b.Company == "" {
			b.Company = m[2] // "people who just signed up for our budgeting app Pennywise"
		}
	}
	if p.t.code == "en" {
		b.Audience = strings.TrimPrefix(b.Audience, "my ") // whose they are is no matter of theirs
		if mineOnly.MatchString(b.About) {
			b.About = "" // "my game"
		}
		b.Audience = howTold.ReplaceAllString(b.Audience, "")
		p.eventOf()
	}
	if _, at, ok := strings.Cut(b.Audience, " at "); ok && b.Company == "" && properName(at) && Words(at) <= 4 {
		b.Company = Unstop(at)
	}
	if m := atCompany.FindStringSubmatch(b.Audience); m != nil && b.Company == "" && p.t.code != "en" && !strings.Contains(b.Audience, ":") && allProper(m[2]) && Words(m[2]) <= 4 && (Words(m[2]) > 1 || !inPlace.MatchString(m[1])) {
		b.Company, b.CompanyIn = m[2], m[1]+" "+m[2]
	}
}

// bareTopic makes the topic of a prompt of a few words that state nothing: "Cyber
// security awareness month kickoff".
func (p *parser) bareTopic() {
	b := p.b
	if p.t.code != "en" || len(b.Points) != 1 || b.Subject != "" || b.Title != "" || b.Level != Topic {
		return
	}
	pt := b.Points[0]
	t := Unstop(pt.Text)
	if pt.Form == Clause && !pt.Verbatim && Words(t) <= 9 && Words(t) > 2 && p.t.wh.MatchString(t) && !strings.ContainsAny(pt.Text, "?!:;") {
		b.Points[0].Form, b.Points[0].Text, b.Points[0].Role, b.Points[0].Asked = How, lowerFirst(t), Hook, true // "Why we sleep"
		return
	}
	if pt.Form != Clause || pt.Verbatim || pt.Asked && pt.Role == Hook || Words(t) < 2 || Words(t) > 9 || p.isClause(t) || strings.ContainsAny(pt.Text, "!?:;,") || anyDigit.MatchString(t) || URL(t) != "" || p.t.wh.MatchString(t) {
		return
	}
	t = commonFirst(t)
	b.Subject, b.Points = t, nil
	if b.Purpose == "" {
		b.Purpose = purposeOf(t)
	}
}

// aboutScenes makes the title of a plan of scenes of what its order says it is about.
func (p *parser) aboutScenes() {
	b := p.b
	if len(b.Scenes) == 0 || b.Title != "" || b.Subject != "" || len(b.Points) == 0 {
		return
	}
	if pt := b.Points[0]; pt.Verbatim && pt.Form == Clause && Words(pt.Text) <= 9 && !endsAsSentence(pt.Text) && pt.Line <= b.Scenes[0].Line {
		b.Title, b.Points = pt.Text, b.Points[1:] // `Shot list – "Opening the library"`
		return
	}
	if pt := b.Points[0]; (pt.Form == How || pt.Form == Phrase || pt.Form == Why) && !pt.Verbatim && Words(pt.Text) <= 10 && pt.Line <= b.Scenes[0].Line {
		b.Title, b.Points = Upper(Unstop(pt.Text)), b.Points[1:]
	}
}

// besideScenes carries out what stands outside the scenes of a plan and asks for something
// that is known here: "Folk guitar. Warm, handmade look."
func (p *parser) besideScenes() {
	b := p.b
	if len(b.Scenes) == 0 {
		return
	}
	kept := b.Points[:0:0]
	for _, pt := range b.Points {
		t := Unstop(pt.Text)
		if playedOn.MatchString(t) {
			t = "music: " + t
		}
		if m := presenterLead.FindStringSubmatch(t); m != nil && !p.isClause(parenRE.ReplaceAllString(splitOutside(t, ", ")[0], "")) {
			p.understand(pt.Line, pt.Text, func() { p.avatar(m[1], pt.Line) })
			continue
		}
		if pt.Verbatim || pt.Form == Steps || pt.Form == List || t == "" || p.isClause(t) && scenesNamed(t) == nil && !everyScene.MatchString(t) && !verbatimWish.MatchString(t) || !p.means(t) {
			kept = append(kept, pt)
			continue
		}
		p.understand(pt.Line, pt.Text, func() { p.direct(t, pt.Line) })
		p.unheeded(t, pt.Line)
	}
	b.Points = kept
}

// presenterLead begins what is said of the presenter without a verb: "Presenter Amara,
// framing medium".
var presenterLead = pattern.New(`(?i)^(?:the |our |an? )?(?:avatar|presenter|host|moderator(?:in)?|presentadora?|présentat(?:eur|rice))[,:]? (.{3,})$`)

// everyScene is about the transitions of all scenes: "Every scene ends with a grid wipe".
var everyScene = pattern.New(`(?i)\b(?:every|each|all|between|jede[rs]?|alle|zwischen|cada|todas?|chaque|toutes|entre|ogni|tutte)\b.*\b(?:scenes?|shots?|szenen?|escenas?|scènes?|cenas?|scen[ae])\b`)

// playedOn names music by what it is played on or by its kind.
var playedOn = pattern.New(`(?i)^(?:[\p{L}-]+ ){0,3}(?:guitar|piano|strings|drums?|orchestra|ukulele|violin|saxophone|techno|jazz|lo-?fi|synth|synthwave|folk|funk|disco|beats?|gitarre|klavier|streicher|guitarra|guitare|chitarra|pianoforte)(?: (?:music|bed|track|loop))?$`)

// theirProduct is what those whom a video is for have or use, and its name.
var theirProduct = pattern.New(` (?:for|to|with|of|use|bought|joined) ((?:our|the) (?:\p{Ll}[\p{L}-]* ){1,4})(\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]+)?)$`)

// mineOnly says of a thing whose it is and no more.
var mineOnly = pattern.New(`(?i)^my (?:new )?\p{L}+$`)

// howTold says in which manner people are told something: "to our customers honestly".
var howTold = pattern.New(`(?i)(?:,? (?:honestly|openly|calmly|briefly|clearly|simply|kindly|politely|frankly|sincerely|plainly|quickly)(?: and \p{Ll}+ly)?)$`)

// datedEvent is whom a video is for, by an event and its day: "volunteers at the Bergen
// City Marathon on 25 April 2027".
var datedEvent = pattern.New(`^(.+?) (?i:at|of|for) (?i:the )?(\p{Lu}[\p{L}\d'’&-]*(?: (?:of |the |and |in )?\p{Lu}[\p{L}\d'’&-]*){0,5}),? on (` + aDate + `)$`)

// eventOf takes an event and its day out of the audience: both are facts.
func (p *parser) eventOf() {
	b := p.b
	m := datedEvent.FindStringSubmatch(b.Audience)
	if m == nil || len(b.Scenes) > 0 {
		return
	}
	b.Audience = m[1]
	if b.Company == "" {
		b.Company = m[2]
	}
	b.Points = append([]Point{{Form: Clause, Text: "The " + m[2] + " is on " + m[3] + ".", Asked: true, Line: 1, Col: 1}}, b.Points...)
}

// mostSpoken is the language of most words of a prompt's scenes, the first one where two
// have as many; "" without scenes.
func (b *Brief) mostSpoken() string {
	count, best := map[string]int{}, ""
	for _, s := range b.Scenes {
		if code, _, _ := strings.Cut(s.Language, "-"); code != "" {
			count[code] += Words(s.Say)
		}
	}
	for _, s := range b.Scenes {
		if code, _, _ := strings.Cut(s.Language, "-"); best == "" || count[code] > count[best] {
			best = code
		}
	}
	return best
}

var atCompany = pattern.New(`\s(im|in der|bei|bei der|beim|am|an der|chez|na|no|presso|bij)\s(\p{Lu}\S*(?:\s\p{Lu}\S*)*)$`)

// inPlace are prepositions of places that are no companies: "in der Verwaltung".
var inPlace = pattern.New(`^(?:im|in der|am|an der|na|no)$`)

func firstLine(lines []line) int {
	for _, l := range lines {
		if strings.TrimSpace(l.text) != "" {
			return l.n
		}
	}
	return 0
}

func firstText(lines []line) string {
	for _, l := range lines {
		if t := strings.TrimSpace(l.text); t != "" {
			return t
		}
	}
	return ""
}
