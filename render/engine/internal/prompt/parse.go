package prompt

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Parse understands a prompt. It never fails; what it could not read as an
// instruction is kept as words to be said, and what it cannot honour is a note.
func Parse(text string) *brief.Brief {
	b := &draft{Brief: brief.Brief{Source: prose.SplitLines(text)}}
	p := &parser{b: b, noted: map[string]bool{}}
	text = layout.FollowingVideo.ReplaceAllString(capitals(typed(text)), "a $1")
	code := grammar.Detect(text)
	p.t = grammar.TongueFor(code)
	if p.foreign = code != "" && grammar.Tongues[code] == nil; p.foreign {
		p.abroad = code
		if text = fullWidth(text); code == "th" {
			text = parted(text)
		}
	}
	if code == "ar" {
		text = shortVowel.ReplaceAllString(text, "$1$2")
	}
	if code != "en" {
		text = saidAsItIs(text)
	}
	text = p.recast(text, code)
	text = p.sourced(p.unwrapped(text))
	lines := p.numberedScenes(p.chapterList(p.layout(layout.Unfold(layout.Nested(commaRows(p.lined(p.proseShots(p.treated(p.everywhere(layout.Plans(p.pressRelease(prose.SplitLines(layout.SpeechMarks(text))))))))))))))
	p.jots = p.jotted(text)
	r := &walk{parser: p, lines: lines}
	for r.i = 0; r.i < len(r.lines); r.i++ {
		for _, takes := range [...]func(*walk, prose.Line) bool{
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
	lines      []prose.Line
	i          int          // the line that is being read
	buf        []prose.Line // of the part
	sec, title string       // the part and its heading, "" = running text
}

// flush files what was gathered.
func (r *walk) flush() {
	buf, sec, title := r.buf, r.sec, r.title
	r.buf, r.sec, r.title = nil, "", ""
	if sec == "" {
		r.prose(buf)
		return
	}
	r.understand(prose.FirstLine(buf), prose.FirstText(buf), func() { r.section(sec, title, buf) })
}

// plain gathers a line.
func (r *walk) plain(l prose.Line) bool {
	r.buf = append(r.buf, l)
	return true
}

// fenced gathers a block of code to its end.
func (r *walk) fenced(l prose.Line) bool {
	if !prose.FenceRE.MatchString(l.Text) {
		return false
	}
	for r.buf = append(r.buf, l); r.i+1 < len(r.lines); {
		r.i++
		if r.buf = append(r.buf, r.lines[r.i]); prose.FenceRE.MatchString(r.lines[r.i].Text) {
			break
		}
	}
	return true
}

// sceneAt reads a scene and the lines below its head.
func (r *walk) sceneAt(l prose.Line) bool {
	sc, ok := layout.SceneHead(l)
	if !ok {
		return false
	}
	r.flush()
	j := r.i + 1
	for j < len(r.lines) && (!endsScene(r.lines[j].Text) || r.ownField(j, sc.Line)) {
		j++
	}
	k := endOfLine(r.lines[r.i+1:j], sc.Line)
	if below := r.lines[r.i+1+k : j]; prose.FirstText(below) == "" {
		r.inLines++
	} else if r.inLines > 1 && !aField(below) {
		j = r.i + 1 + k // below a plan of one line a scene stands what is about all of them
	} else {
		r.inLines = -1000
	}
	r.scene(sc, r.lines[r.i+1:j], j == len(r.lines))
	r.laidOut(r.lines[min(r.i+1+k, j):j])
	r.i = j - 1
	return true
}

// ownField tells whether line j, which may head a part of the brief, is a field of the scene on
// line n: it stands in the scene's own line, "MUSIC: low. VO: …", or is its length, "TIME: 6".
func (r *walk) ownField(j, n int) bool {
	l := r.lines[j]
	m := layout.FieldRE.FindStringSubmatch(l.Text)
	return m != nil && (l.N == n || layout.FieldOf(m[1]) == "duration" && j > 0 && strings.TrimSpace(r.lines[j-1].Text) != "")
}

// styleAt reads "STYLE — Name: …" and its lines to the next gap, heading or order.
func (r *walk) styleAt(l prose.Line) bool {
	m := layout.StyleRE.FindStringSubmatch(l.Text)
	if m == nil || layout.SectionOf(m[1]) != "" || prose.Words(m[1]) > 4 || m[2] == "" && !strings.ContainsAny(l.Text, "—–") {
		return false
	}
	r.flush()
	j := r.i + 1
	body := m[3]
	for j < len(r.lines) && strings.TrimSpace(r.lines[j].Text) != "" {
		if _, _, _, ok := layout.OpensSection(r.lines[j].Text); ok || endsScene(r.lines[j].Text) || r.isMake(r.stripLead(strings.TrimSpace(r.lines[j].Text))) {
			break
		}
		body += " " + strings.TrimSpace(r.lines[j].Text)
		j++
	}
	r.understand(l.N, l.Text, func() { r.styleBlock(m[1], body, l.N) })
	r.i = j - 1
	return true
}

// titleAt reads a first line that is a title.
func (r *walk) titleAt(l prose.Line) bool {
	if r.i != 0 {
		return false
	}
	text := strings.TrimSpace(l.Text)
	if len(r.lines) > 2 && strings.TrimSpace(r.lines[1].Text) == "" && (r.titleLine(l.Text) || r.inEnglish() && notesOf.MatchString(text)) {
		r.heading(text, l.N, true)
		return true
	}
	m := notesFor.FindStringSubmatch(text)
	if m == nil || len(r.lines) < 2 || !r.inEnglish() {
		return false
	}
	r.heading("Release notes "+m[1], l.N, true)
	r.b.Purpose, r.b.Audience = brief.Release, m[2]
	return true
}

// chapterAt reads the heading of a chapter.
func (r *walk) chapterAt(l prose.Line) bool {
	t, rest, ok := r.chapterOf(l.Text)
	if !ok {
		return false
	}
	r.flush()
	r.chapter = t
	if rest != "" {
		r.buf = append(r.buf, prose.Line{N: l.N, Text: rest})
	}
	return true
}

// sectionAt reads a heading that opens a part of the brief.
func (r *walk) sectionAt(l prose.Line) bool {
	s, t, rest, ok := layout.OpensSection(l.Text)
	if !ok {
		return false
	}
	r.flush()
	if s == "script" && r.voiceOnly(rest) {
		s = "voice" // "VO: male, calm"
	}
	if s == "chapter" {
		r.heading(t, l.N, r.i == 0)
		if rest != "" {
			r.buf = append(r.buf, prose.Line{N: l.N, Text: prose.Upper(rest)})
		}
		return true
	}
	r.sec, r.title = s, t
	if rest != "" {
		r.buf = append(r.buf, prose.Line{N: l.N, Text: rest})
		// A value on the heading's own line ends with it, unless a list follows.
		if (!multiline(s) || layout.IsChapterTitle(t)) && (r.i+1 >= len(r.lines) || !prose.IsBullet(r.lines[r.i+1].Text)) || onOwnLine[s] {
			r.flush()
		}
	}
	return true
}

// gapAt ends a part at an empty line.
func (r *walk) gapAt(l prose.Line) bool {
	if r.sec == "" || strings.TrimSpace(l.Text) != "" || len(r.buf) == 0 || multiline(r.sec) {
		return false
	}
	r.flush()
	return true
}

// endOfLine is how many of a scene's lines stand in the prompt's line n, where its head is.
func endOfLine(body []prose.Line, n int) int {
	for k, l := range body {
		if l.N != n {
			return k
		}
	}
	return len(body)
}

// aField tells whether the first of some lines is a field of a scene.
func aField(lines []prose.Line) bool {
	t := prose.FirstText(lines)
	_, quote := prose.Unquote(t)
	return t == "" || quote || layout.FieldRE.MatchString(t) || wholeBrackets(t) != "" || whoSays.MatchString(t)
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
	p.thanksInPlace()
	p.unsignedThanks()
	b.Presenter.Name = prose.Unstop(b.Presenter.Name)
	b.conversing()
	if k := slices.Index(b.onlyIn, lastScene); k >= 0 && len(b.Scenes) > 0 {
		b.onlyIn[k] = b.Scenes[len(b.Scenes)-1].Number
	}
	b.spreadWords()
	b.cutScenes()
	b.cueScenes()
	b.thirdNames()
	b.sidesNamed()
	for i, s := range b.Scenes {
		if slices.Contains(b.onlyIn, s.Number) && s.Type == "" && !layout.NoAvatarRE.MatchString(s.Header) {
			b.Scenes[i].Type = "a-roll" // "no presenter except in scene 6"
		}
		b.Scenes[i].NoAvatar = s.NoAvatar || slices.Contains(b.bare, s.Number) || b.onlyIn != nil && !slices.Contains(b.onlyIn, s.Number)
	}
	for _, c := range b.Chapters {
		if !slices.ContainsFunc(b.Points, func(pt brief.Point) bool { return pt.Chapter == c }) {
			b.NoteOn(1, fmt.Sprintf("chapter %q: the prompt gives it no words of its own, so it has no card", c), c)
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
		b.Level = brief.Scenes
	case ordered == 0 && p.said >= 2 || verbatim >= 2 && verbatim*3 >= len(b.Points)*2:
		b.Level = brief.Script
		b.Verbatim = ordered == 0 || verbatim > 0
		b.Presumed = verbatim == 0 && p.turn == 0 && !p.material && !scriptMark.MatchString(text) && !tellsOn.MatchString(text)
		if ordered == 0 {
			for i := range b.Points {
				b.Points[i].Verbatim = b.Points[i].Form == brief.Clause || b.Points[i].Form == brief.Quote
			}
		}
	default:
		b.Level = brief.Topic
	}
	if conceptRE.MatchString(text) {
		b.Verbatim = false
		for i := range b.Points {
			b.Points[i].Verbatim = false
		}
	}
	heard := b.mostSpoken()
	if heard == "" {
		heard = grammar.Detect(strings.Join(spoken, " "))
		if p.t.Code != "en" && heard != "" && grammar.OtherThan(strings.Join(spoken, " "), p.t.Code) == "" {
			heard = p.t.Code // a few words that two languages share
		}
		if p.t.Code == "en" && p.orders > 0 && !p.foreign && (grammar.Tongues[heard] == nil || p.jots) && grammar.OtherThan(strings.Join(spoken, " "), "en") == "" {
			heard = "en" // "care" is a Romanian word, too
		}
	}
	if heard == "" {
		heard = grammar.Detect(text)
	}
	if p.abroad == "ja" && heard == "zh" {
		heard = "ja" // labels and figures have none of its own letters
	}
	p.bareTopic()
	p.aboutScenes()
	p.besideScenes()
	b.sceneWishes()
	b.pausesAsked()
	b.silentScenes()
	if b.Subject == "" && b.Title == "" {
		b.Title = p.mailSubject
	}
	if b.Subject == "" && b.Title == "" && p.perhaps != "" && len(b.Points) == 0 {
		b.Subject = p.perhaps
	}
	p.eventNamed()
	if b.Subject == "" && b.Title == "" {
		b.Subject = p.spokenOf(text, heard)
		b.Guessed = b.Subject != ""
	}
	if b.Subject == "" && b.Title == "" && p.t.Code == "en" && heard == "en" && b.Level != brief.Scenes {
		b.Title = p.firstThing()
		b.Guessed = b.Title != ""
	}
	switch {
	case b.Language == "":
		b.Language = heard
	case heard != "" && !strings.HasPrefix(b.Language, heard):
		b.Note(0, "the prompt asks for "+b.Language+" but its words are "+heard+": they are spoken as written; only a language model can translate them")
		b.Language = heard
	}
	if b.Language == "" {
		b.Language = "en"
	}
	if code, _, _ := strings.Cut(b.Language, "-"); grammar.Tongues[code] == nil {
		b.Note(0, "the words are in "+b.Language+": directions to the agent are read in "+grammar.UnderstoodIn+"; every other sentence is spoken as it stands")
	}
	if b.URL == "" {
		b.URL = prose.URL(text)
	}
	if _, to, ok := strings.Cut(b.Audience, " joining "); ok && b.Company == "" && allProper(prose.Unstop(to)) && prose.Words(to) <= 4 {
		b.Company = prose.Unstop(to)
	}
	if m := guestsOf.FindStringSubmatch(b.Audience); m != nil && b.Purpose == brief.Onboarding && b.Company == "" && allProper(m[1]) {
		b.Company = m[1]
	}
	if m := theirProduct.FindStringSubmatch(b.Audience); m != nil && p.t.Code == "en" && b.Subject == "" && b.Title == "" {
		if b.Subject, b.About = m[2], strings.TrimSpace(m[1]); b.Purpose == brief.Onboarding && b.Company == "" {
			b.Company = m[2] // "people who just signed up for our budgeting app Pennywise"
		}
	}
	if p.t.Code == "de" {
		b.Audience = dativeOfAll.ReplaceAllString(b.Audience, "$1 $2") // "Zeige unserem Team"
	}
	if p.t.Code == "en" {
		if b.Audience = strings.TrimPrefix(b.Audience, "for "); pronounOnly.MatchString(b.Audience) || thatThing.MatchString(b.Audience) {
			b.Audience = "" // "make a TikTok for it"
		}
		if b.Audience != "" && peopleThere.MatchString(b.Subject) && p.t.People.MatchString(" "+prose.FirstWords(b.Subject, 2)+" ") {
			b.Subject = "" // "for our customers, the tenants of Lakeside Homes"
		}
		if rest, ok := strings.CutPrefix(b.Audience, "my "); ok {
			b.Audience = "our " + rest // it is the sender who speaks, and for all of them
		}
		if rest, ok := strings.CutPrefix(b.Subject, "my "); ok {
			b.Subject = "our " + rest // who presents it is not who wrote the prompt
		}
		if mineOnly.MatchString(b.About) {
			b.About = "" // "my game"
		}
		if how := howTold.FindString(b.Audience); how != "" {
			p.ofTheVideo(strings.TrimLeft(how, ", "), 1)
			b.Audience = strings.TrimSuffix(b.Audience, how)
		}
		b.About = strings.TrimRight(b.About, " :,") // "a webinar: “Hiring without CVs”"
		p.eventOf()
	}
	if _, at, ok := strings.Cut(b.Audience, " at "); ok && b.Company == "" && properName(at) && prose.Words(at) <= 4 {
		b.Company = prose.Unstop(at)
	}
	if m := atCompany.FindStringSubmatch(b.Audience); m != nil && b.Company == "" && p.t.Code != "en" && !strings.Contains(b.Audience, ":") && allProper(m[2]) && prose.Words(m[2]) <= 4 && (prose.Words(m[2]) > 1 || !inPlace.MatchString(m[1])) {
		b.Company, b.CompanyIn = m[2], m[1]+" "+m[2]
	}
}

// theirProduct is what those whom a video is for have or use, and its name.
var theirProduct = pattern.New(` (?:for|to|with|of|use|bought|joined) ((?:our|the) (?:\p{Ll}[\p{L}-]* ){1,4})(\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]+)?)$`)

// peopleThere begins with people somewhere.
var peopleThere = pattern.New(`(?i)^(?:the|our|all) \p{L}+s (?:of|at|in) `)

// thatThing stands for what was named before.
var thatThing = pattern.New(`(?i)^(?:it|this|that)$`)

// mineOnly says of a thing whose it is and no more.
var mineOnly = pattern.New(`(?i)^my (?:new )?\p{L}+$`)

// howTold says in which manner people are told something: "to our customers honestly".
var howTold = pattern.New(`(?i)(?:,? (?:honestly|openly|calmly|briefly|clearly|simply|kindly|politely|frankly|sincerely|plainly|quickly)(?: and \p{Ll}+ly)?|,? in (?:an? |the )?(?:[\p{L}-]+,? (?:and |but )?){1,4}(?:tone|style|manner|way|voice)(?: of voice)?)$`)

var atCompany = pattern.New(`\s(im|in der|bei|bei der|beim|am|an der|chez|na|no|presso|bij)\s(\p{Lu}\S*(?:\s\p{Lu}\S*)*)$`)

// inPlace are prepositions of places that are no companies: "in der Verwaltung".
var inPlace = pattern.New(`^(?:im|in der|am|an der|na|no)$`)
