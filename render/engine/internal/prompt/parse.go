package prompt

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// Parse understands a prompt. It never fails; what it could not read as an
// instruction is kept as words to be said, and what it cannot honour is a note.
func Parse(text string) *Brief {
	b := &draft{Brief: Brief{src: splitLines(text)}}
	p := &parser{b: b, noted: map[string]bool{}}
	text = followingVideo.ReplaceAllString(capitals(typed(text)), "a $1")
	code := Detect(text)
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
	r := &walk{parser: p, lines: lines}
	for r.i = 0; r.i < len(r.lines); r.i++ {
		for _, takes := range [...]func(*walk, line) bool{
			(*walk).fenced, (*walk).sceneAt, (*walk).styleAt, (*walk).titleAt, (*walk).chapterAt, (*walk).sectionAt, (*walk).gapAt, (*walk).plain,
		} {
			if takes(r, r.lines[r.i]) {
				break
			}
		}
	}
	r.flush()
	p.finish(text)
	return &b.Brief
}

// walk goes through the lines of a prompt and gathers those of one part.
type walk struct {
	*parser
	lines      []line
	i          int    // the line that is being read
	buf        []line // of the part
	sec, title string // the part and its heading, "" = running text
}

// flush files what was gathered.
func (r *walk) flush() {
	buf, sec, title := r.buf, r.sec, r.title
	r.buf, r.sec, r.title = nil, "", ""
	if sec == "" {
		r.prose(buf)
		return
	}
	r.understand(firstLine(buf), firstText(buf), func() { r.section(sec, title, buf) })
}

// plain gathers a line.
func (r *walk) plain(l line) bool {
	r.buf = append(r.buf, l)
	return true
}

// fenced gathers a block of code to its end.
func (r *walk) fenced(l line) bool {
	if !fenceRE.MatchString(l.text) {
		return false
	}
	for r.buf = append(r.buf, l); r.i+1 < len(r.lines); {
		r.i++
		if r.buf = append(r.buf, r.lines[r.i]); fenceRE.MatchString(r.lines[r.i].text) {
			break
		}
	}
	return true
}

// sceneAt reads a scene and the lines below its head.
func (r *walk) sceneAt(l line) bool {
	sc, ok := sceneHead(l)
	if !ok {
		return false
	}
	r.flush()
	j := r.i + 1
	for j < len(r.lines) && !endsScene(r.lines[j].text) {
		j++
	}
	k := endOfLine(r.lines[r.i+1:j], sc.Line)
	if below := r.lines[r.i+1+k : j]; firstText(below) == "" {
		r.inLines++
	} else if r.inLines > 1 && !aField(below) {
		j = r.i + 1 + k // below a plan of one line a scene stands what is about all of them
	} else {
		r.inLines = -1000
	}
	r.scene(sc, r.lines[r.i+1:j], j == len(r.lines))
	r.i = j - 1
	return true
}

// styleAt reads "STYLE — Name: …" and its lines to the next gap, heading or order.
func (r *walk) styleAt(l line) bool {
	m := styleRE.FindStringSubmatch(l.text)
	if m == nil || sectionOf(m[1]) != "" || Words(m[1]) > 4 || m[2] == "" && !strings.ContainsAny(l.text, "—–") {
		return false
	}
	r.flush()
	j := r.i + 1
	body := m[3]
	for j < len(r.lines) && strings.TrimSpace(r.lines[j].text) != "" {
		if _, _, _, ok := opensSection(r.lines[j].text); ok || r.isMake(r.stripLead(strings.TrimSpace(r.lines[j].text))) {
			break
		}
		body += " " + strings.TrimSpace(r.lines[j].text)
		j++
	}
	r.understand(l.n, l.text, func() { r.styleBlock(m[1], body, l.n) })
	r.i = j - 1
	return true
}

// titleAt reads a first line that is a title.
func (r *walk) titleAt(l line) bool {
	if r.i != 0 {
		return false
	}
	text := strings.TrimSpace(l.text)
	if len(r.lines) > 2 && strings.TrimSpace(r.lines[1].text) == "" && (r.titleLine(l.text) || r.inEnglish() && notesOf.MatchString(text)) {
		r.heading(text, l.n, true)
		return true
	}
	m := notesFor.FindStringSubmatch(text)
	if m == nil || len(r.lines) < 2 || !r.inEnglish() {
		return false
	}
	r.heading("Release notes "+m[1], l.n, true)
	r.b.Purpose, r.b.Audience = Release, m[2]
	return true
}

// chapterAt reads the heading of a chapter.
func (r *walk) chapterAt(l line) bool {
	t, rest, ok := r.chapterOf(l.text)
	if !ok {
		return false
	}
	r.flush()
	r.chapter = t
	if rest != "" {
		r.buf = append(r.buf, line{l.n, rest})
	}
	return true
}

// sectionAt reads a heading that opens a part of the brief.
func (r *walk) sectionAt(l line) bool {
	s, t, rest, ok := opensSection(l.text)
	if !ok {
		return false
	}
	r.flush()
	if s == "script" && r.voiceOnly(rest) {
		s = "voice" // "VO: male, calm"
	}
	if s == "chapter" {
		r.heading(t, l.n, r.i == 0)
		return true
	}
	r.sec, r.title = s, t
	if rest != "" {
		r.buf = append(r.buf, line{l.n, rest})
		// A value on the heading's own line ends with it, unless a list follows.
		if (!multiline(s) || isChapterTitle(t)) && (r.i+1 >= len(r.lines) || !isBullet(r.lines[r.i+1].text)) || onOwnLine[s] {
			r.flush()
		}
	}
	return true
}

// gapAt ends a part at an empty line.
func (r *walk) gapAt(l line) bool {
	if r.sec == "" || strings.TrimSpace(l.text) != "" || len(r.buf) == 0 || multiline(r.sec) {
		return false
	}
	r.flush()
	return true
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

// onOwnLine are the parts that end with the line of their heading when they have a
// value there: a list below is none of theirs.
var onOwnLine = map[string]bool{"hook": true, "cta": true, "title": true, "product": true, "url": true, "duration": true, "language": true, "music": true, "voice": true, "captions": true}

// multiline parts run until the next heading; the others end at an empty line.
func multiline(sec string) bool { return sec == "script" || sec == "facts" || sec == "scenes" }

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
	b.sidesNamed()
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
		heard = Detect(strings.Join(spoken, " "))
		if p.t.code != "en" && heard != "" && otherThan(strings.Join(spoken, " "), p.t.code) == "" {
			heard = p.t.code // a few words that two languages share
		}
		if p.t.code == "en" && p.orders > 0 && !p.foreign && tongues[heard] == nil && otherThan(strings.Join(spoken, " "), "en") == "" {
			heard = "en" // "care" is a Romanian word, too
		}
	}
	if heard == "" {
		heard = Detect(text)
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
		b.Audience = strings.TrimPrefix(b.Audience, "for ")
		if rest, ok := strings.CutPrefix(b.Audience, "my "); ok {
			b.Audience = "our " + rest // it is the sender who speaks, and for all of them
		}
		if rest, ok := strings.CutPrefix(b.Subject, "my "); ok {
			b.Subject = "our " + rest // who presents it is not who wrote the prompt
		}
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

// theirProduct is what those whom a video is for have or use, and its name.
var theirProduct = pattern.New(` (?:for|to|with|of|use|bought|joined) ((?:our|the) (?:\p{Ll}[\p{L}-]* ){1,4})(\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]+)?)$`)

// mineOnly says of a thing whose it is and no more.
var mineOnly = pattern.New(`(?i)^my (?:new )?\p{L}+$`)

// howTold says in which manner people are told something: "to our customers honestly".
var howTold = pattern.New(`(?i)(?:,? (?:honestly|openly|calmly|briefly|clearly|simply|kindly|politely|frankly|sincerely|plainly|quickly)(?: and \p{Ll}+ly)?)$`)

var atCompany = pattern.New(`\s(im|in der|bei|bei der|beim|am|an der|chez|na|no|presso|bij)\s(\p{Lu}\S*(?:\s\p{Lu}\S*)*)$`)

// inPlace are prepositions of places that are no companies: "in der Verwaltung".
var inPlace = pattern.New(`^(?:im|in der|am|an der|na|no)$`)
