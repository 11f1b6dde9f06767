package prompt

import (
	"cmp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// sceneReader reads the body of one scene, line by line.
type sceneReader struct {
	p    *parser
	sc   *brief.Scene
	body []prose.Line
	last bool // of the prompt: it may end in words about the video

	moving string // a head that says how things come on
	field  string // what the line before belonged to, and this one may, too
	row    int    // the prompt's line of the line before
	apart  bool   // whether what follows stands apart from the scene's own lines

	say    []string
	visual []prose.Line
	loose  []prose.Line // without a field
}

// scene reads the body of one scene; the last one may end in words about the video.
func (p *parser) scene(sc brief.Scene, body []prose.Line, last bool) {
	r := &sceneReader{p: p, sc: &sc, body: body, last: last}
	r.head()
	r.presenterDescribed()
	p.orders++
	for _, l := range layout.FieldsApart(bracketsApart(sceneLines(body))) {
		if secs := layout.TransitionSeconds(p.english(l.Text)); secs > 0 {
			sc.CutSeconds = secs
		}
		r.line(l)
	}
	p.loose(&sc, r.loose, &r.say, &r.visual)
	r.saidLast()
	r.picture()
	r.words()
	if head := layout.Undressed(sc.Header); sc.Visual == "" && layout.DescribesPicture(head) {
		sc.Visual = strings.Trim(head, " :：-–—") // the head says what is seen
		if strings.Count(sc.Visual, "(") == 0 || strings.Count(sc.Visual, "(") != strings.Count(sc.Visual, ")") {
			sc.Visual = strings.Trim(sc.Visual, "() ")
		}
		sc.Moves = append(sc.Moves, layout.Moves(sc.Visual, "", sc.Line)...)
	}
	if sc.Type == "" {
		sc.Type = layout.SceneType(sc.Visual)
	}
	for _, text := range []*string{&sc.Visual, &sc.Header} {
		if m := namedTag.FindStringSubmatch(*text); m != nil && sc.LowerThird == "" {
			sc.LowerThird = m[2] // "agent Laura Gil, name tag"
			if m[1] != "" {
				sc.LowerThird += ", " + prose.Upper(strings.TrimSpace(m[1]))
			}
			*text = strings.Trim(strings.Replace(*text, m[0], m[3], 1), " ,;")
		}
	}
	if sc.LowerThird == "" && p.b.Presenter.Name != "" && bareThird.MatchString(prose.QuotesRE.ReplaceAllString(sc.Visual, " ")) {
		if sc.LowerThird = p.b.Presenter.Name; p.b.Presenter.Role != "" {
			sc.LowerThird += ", " + p.b.Presenter.Role
		}
		sc.Visual = strings.Trim(bareThird.ReplaceAllString(sc.Visual, "$1"), " ,;")
	}
	p.setOf(&sc)
	if sc.Say == "" {
		p.b.Note(sc.Line, voicelessNote)
	}
	p.b.Scenes = append(p.b.Scenes, sc)
}

// saidLast takes a sentence in quotation marks at the end of what is seen as what is said, where
// somebody is seen in a scene that has no other words: `Presenter, close. "Ask first."`
func (r *sceneReader) saidLast() {
	n := len(r.visual) - 1
	if n < 0 || len(r.say) > 0 || r.p.b.Silent {
		return
	}
	m := sentenceLast.FindStringSubmatch(r.visual[n].Text)
	if m == nil || prose.Words(m[2]) < 4 || !personNear.MatchString(m[1]) || strings.ContainsAny(m[1], `"“„«:`) {
		return
	}
	r.visual[n].Text, r.say = m[1], append(r.say, m[2])
}

// sentenceLast is what is seen, and behind it a sentence in quotation marks.
var sentenceLast = pattern.New(`^(.*[.;])\s+(["“„«][^"“”„«»]+[.!?…]["”»“])\.?$`)

// head reads what the scene's head says beside its name.
func (r *sceneReader) head() {
	sc := r.sc
	if h := r.p.english(sc.Header); h != sc.Header {
		sc.Type = cmp.Or(layout.SceneType(h), sc.Type)
		sc.Header = sc.Directed(sc.Header, h)
		r.p.visualDirections(sc, h, sc.Line)
		if len(layout.Moves(h, "", sc.Line)) > 0 {
			r.moving, sc.Header = h, "" // it is what the scene shows
		}
	}
	headWords(sc)
}

// presenterDescribed reads who presents from the first scene that says it, in brackets or by
// what is worn: "Presenter (male, 50s, suit) straight to camera", "presenter in a safety vest".
func (r *sceneReader) presenterDescribed() {
	b := r.p.b
	if b.Presenter.Look != "" || b.Presenter.ID != "" || b.Presenter.None {
		return
	}
	texts := []prose.Line{{N: r.sc.Line, Text: r.sc.Header}}
	for _, l := range append(texts, r.body...) {
		text := prose.QuotesRE.ReplaceAllString(l.Text, " ")
		m := describedInBrackets.FindStringSubmatch(text)
		if m != nil && gender(m[1]) == "" && !worn.MatchString(m[1]) {
			m = nil
		}
		if m == nil {
			if m = describedByClothes.FindStringSubmatch(text); m == nil || !clothes.MatchString(m[1]) {
				continue
			}
		}
		name, role, side := b.Presenter.Name, b.Presenter.Role, b.Presenter.Side
		r.p.avatar(m[1], l.N)
		if name != "" {
			b.Presenter.Name, b.Presenter.Role = name, role
		}
		b.Presenter.Side = side
		if she, he := forHer.MatchString(text), forHim.MatchString(text); she != he && b.Presenter.Gender == "" {
			b.Presenter.Gender = map[bool]string{true: "female", false: "male"}[she] // "warehouse behind her"
		}
		return
	}
}

var (
	forHer = pattern.New(`(?i)\b(?:she|hers?)\b`)
	forHim = pattern.New(`(?i)\b(?:he|him|his)\b`)
)

var describedInBrackets = pattern.New(`(?i)\b(?:presenter|avatar|host|moderator(?:in)?|presentadora?|présentat(?:eur|rice)|presentat(?:ore|rice)|apresentadora?)\s*\(([^()]{3,70})\)`)

// describedByClothes is what the presenter wears.
var describedByClothes = pattern.New(`(?i)\b(?:presenter|avatar|host|moderator(?:in)?)(?: is)?,? ((?:wearing|dressed in|in) (?:(?:an?|the|his|her|their|einem|einer) )?[^.;,:()"“„]{3,60})`)

// line reads one line: what it is by itself, by its label, and by the field that it goes on.
func (r *sceneReader) line(l prose.Line) {
	t := strings.TrimSpace(l.Text)
	if t == "" || strings.Trim(t, "-=_*") == "" {
		if r.apart = true; t != "" || r.field == "screen" {
			r.field = ""
		}
		return
	}
	if r.row == r.sc.Line && l.N != r.row && r.field != "say" {
		r.field = "" // what stood behind the head ends with its line
	}
	r.row = l.N
	if x := emphasised.FindStringSubmatch(t); x != nil {
		l.Text, t = x[1], x[1]
	}
	if r.alone(&l, &t) {
		return
	}
	if r.apart && r.last && scenesNamed(t) != nil && prose.Quoted(t) == nil && r.ofScenes(t, l.N) {
		return
	}
	if m := layout.FieldRE.FindStringSubmatch(l.Text); m != nil {
		if r.apart && (r.last || len(r.say) > 0) && layout.FieldOf(m[1]) == "say" && voiceLabel.MatchString(m[1]) && r.p.aboutVoice(m[4]) {
			r.p.section("voice", "voice", []prose.Line{{N: l.N, Text: m[4]}}) // "Voice: calm, slightly fast."
			r.field = ""
			return
		}
		if t = r.label(l, m); t == "" {
			return
		}
	} else if r.field == "say" && len(r.say) > 0 && r.behindWords(t, l.N) {
		return
	}
	if r.field == "say" || r.field == "lower" || r.field == "screen" {
		t = r.remarksBehind(t, l.N)
	}
	if r.field == "say" {
		t = r.seenBehind(t, l.N)
	}
	if m := lowerRE.FindStringSubmatch(t); m != nil {
		r.sc.LowerThird = m[1]
		if t = strings.Trim(strings.TrimSpace(lowerRE.ReplaceAllString(t, "")), ". "); t == "" {
			return
		}
	}
	for _, m := range squareRE.FindAllStringSubmatch(t, -1) {
		r.p.bracket(r.sc, m[1], l.N)
	}
	if t = strings.TrimSpace(squareRE.ReplaceAllString(t, " ")); t == "" || t == "." {
		return
	}
	if file := inField[r.field]; file != nil {
		file(r, t, l)
		return
	}
	r.unlabelled(t, l.N)
}

// ofScenes carries out what stands below the last scene and is about scenes by their numbers:
// "Background: white on scenes 1 and 2, red on scene 4. Text fades in."
func (r *sceneReader) ofScenes(t string, at int) bool {
	title, rest := "", t
	if m := layout.FieldRE.FindStringSubmatch(t); m != nil {
		title, rest = m[1], m[4]
	}
	left := r.p.scenewise(title, rest, at)
	if left == rest {
		return false
	}
	if left != "" {
		r.p.understand(at, left, func() { r.p.direct(left, at) })
		r.p.unheeded(left, at)
	}
	r.field = ""
	return true
}

// alone reads a line that is something whole by itself: the scene's type, a transition, who
// speaks. It takes brackets off a field that stands in them.
func (r *sceneReader) alone(l *prose.Line, t *string) bool {
	if r.field != "say" && r.p.typeLine(r.sc, *t) {
		return true
	}
	if prose.Words(*t) <= 4 && layout.TransitionNamed(*t) != "" && layout.WholeTransition(*t) {
		r.sc.Transition, r.field = layout.TransitionNamed(*t), "" // "Hard cut."
		return true
	}
	x := wholeBrackets(*t)
	if m := layout.WholeRE.FindStringSubmatch(*t); m != nil && m[1] != "" {
		x = m[1] // "(Language: French)"
	}
	if x != "" && layout.FieldRE.MatchString(x) {
		l.Text, *t = x, x
	}
	if m := unseenSays.FindStringSubmatch(*t); m != nil { // `Marta (V.O.): "First, the place."`
		r.field = "say"
		r.say = append(r.say, m[1])
		return true
	}
	if m := whoSays.FindStringSubmatch(*t); m != nil && (len(r.say) == 0 || r.sc.Speaker == m[1]) && !presenterWord.MatchString(m[1]) {
		r.sc.Speaker, r.field = m[1], "say"
		r.say = append(r.say, m[2])
		return true
	}
	if layout.FieldRE.FindStringSubmatch(l.Text) == nil && !(r.field == "say" && len(r.say) == 0) {
		if r.p.labelled(r.sc, *t, l.N, &r.visual) {
			r.field = ""
			return true
		}
		if r.field == "screen" && otherField.MatchString(*t) {
			r.field = "" // "RITMO: …" is no text of the screen
		}
	}
	return false
}

// label reads the name of a field, m by [fieldRE], and returns what stands behind it; "" where
// nothing is left to file.
func (r *sceneReader) label(l prose.Line, m []string) string {
	p, sc := r.p, r.sc
	r.field = layout.FieldOf(m[1])
	t := strings.TrimSpace(m[4])
	if seen := sc.Type == "a-roll" || sc.Type == "overlay" || slices.ContainsFunc(r.visual, func(l prose.Line) bool { return personNear.MatchString(l.Text) }); r.field == "screen" && (seen || nameLabel.MatchString(m[1])) && sc.LowerThird == "" && namedPerson.MatchString(prose.MustUnquote(t)) {
		r.field = "lower" // "Rótulo: «Elena Prieto, cirujana»"
	}
	if layout.OwnKind.MatchString(m[1]) {
		t = strings.TrimSpace(m[1]) + ": " + t
	}
	if layout.OwnGround.MatchString(m[1]) {
		t = r.p.ground(strings.TrimSpace(m[1]), t)
	}
	if _, whole := prose.Unquote(t); whole && r.field == "avatar" {
		r.field = "say"
		sc.Type = cmp.Or(sc.Type, "a-roll")
	}
	if aside := m[2] + m[3]; aside != "" && r.field == "say" {
		if code := prose.Lookup(grammar.Languages, aside); code != "" {
			sc.Language = code
		} else if g := gender(aside); g != "" && prose.Words(aside) <= 3 {
			p.understand(l.N, aside, func() { p.b.Voice = g })
		} else {
			p.bracket(sc, aside, l.N)
		}
	}
	if of := rolls[strings.ToLower(strings.ReplaceAll(m[1], "-", ""))]; of != "" && sc.Type == "" {
		sc.Type = of
	}
	if r.field == "layer" && namedThird(l.Text, r.body) {
		r.field = "lower" // "L3: Nia Brandt | Host"
	}
	if r.field == "layer" {
		r.visual = append(r.visual, prose.Line{N: l.N, Text: strings.TrimSpace(m[1]) + ": " + t})
		return ""
	}
	return t
}

// behindWords reads what stands below words that were said and is none of them: a transition,
// or words about the video.
func (r *sceneReader) behindWords(t string, at int) bool {
	if prose.Words(t) <= 5 && layout.TransitionNamed(t) != "" {
		r.sc.Transition, r.field = layout.TransitionNamed(t), ""
		return true
	}
	if m := layout.WholeRE.FindStringSubmatch(t); m != nil && endsAsSaid(r.say[len(r.say)-1]) && !(r.apart && r.last) {
		r.field = "" // "(green background, no presenter)" below its words is of this scene
		r.loose = append(r.loose, prose.Line{N: at, Text: m[1]})
		return true
	}
	if r.apart && r.last && r.p.mostlyOfVideo(t) {
		r.p.understand(at, t, func() { r.p.direct(t, at) })
		r.field = ""
		return true
	}
	if first := prose.SplitSentences(t)[0]; r.apart && r.last && endsAsSaid(r.say[len(r.say)-1]) && !r.p.isClause(first) && len(prose.Quoted(t)) == 0 && r.p.onlyNotes(t) {
		r.p.understand(at, t, func() { r.p.direct(t, at) }) // "Callouts yellow, UI clean. Music barely audible."
		r.p.unheeded(t, at)
		r.field = ""
		return true
	}
	if _, quote := prose.Unquote(t); !quote && endsAsSaid(r.say[len(r.say)-1]) && (r.p.aboutVideo(t) || everyScene.MatchString(t) && layout.TransitionNamed(t) != "") {
		r.p.understand(at, t, func() { r.p.direct(t, at) })
		return true
	}
	return false
}

// onlyNotes tells whether a paragraph is of several notes, none of them a sentence.
func (p *parser) onlyNotes(t string) bool {
	ss := prose.SplitSentences(t)
	return len(ss) > 1 && !slices.ContainsFunc(ss, func(s string) bool { return p.isClause(s) || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") })
}

// remarksBehind takes off words in quotation marks the short sentences behind them that set
// how long the scene lasts, how it ends and what the music does: `"We work." 9 seconds. Hard
// cut.`
func (r *sceneReader) remarksBehind(t string, at int) string {
	m := quoteThenRemarks.FindStringSubmatch(t)
	if m == nil {
		return t
	}
	kept := ""
	for _, x := range prose.SplitSentences(m[2]) {
		bare := prose.Unstop(strings.TrimSpace(x))
		switch music := musicRemark.MatchString(bare); {
		case lengthRemark.MatchString(bare):
			r.sc.Seconds = prose.Duration(bare)
		case layout.TransitionNamed(bare) != "" && prose.Words(bare) <= 4:
			r.sc.Transition = layout.TransitionNamed(bare)
		case music:
			if c := r.p.cue(bare, r.sc.Number, at); c != nil {
				r.sc.Music = c
			}
		default:
			kept += " " + x
		}
	}
	return m[1] + kept
}

var (
	quoteThenRemarks = pattern.New(`^(["“«„][^"”»“]+["”»“][.,]?)\s+([^"“”«»„]{3,120})$`)
	lengthRemark     = pattern.New(`(?i)^(?:about |ca\. ?|~ ?)?\d{1,3}(?:[.,]\d)?\s?(?:s|secs?|seconds?|sek\p{L}*|seg\p{L}*|secondes?|secondi)(?: long)?$`)
	musicRemark      = pattern.New(`(?i)^(?:\p{L}+ ){0,2}(?:music|musik|música|musique|musica)(?: \p{L}+){0,3}$`)
)

// seenBehind takes off words that are said what stands behind them on their line and is seen.
func (r *sceneReader) seenBehind(t string, at int) string {
	sc := r.sc
	if m := quoteThenShown.FindStringSubmatch(t); m != nil && len(r.say) == 0 {
		t = m[1] // `"Book a pilot." Button "Book", URL a.example`
		seen := sc.Directed(m[2], r.p.english(m[2]))
		r.visual = append(r.visual, prose.Line{N: at, Text: seen})
		r.p.visualDirections(sc, seen, at)
	}
	if m := quoteThenTexts.FindStringSubmatch(t); m != nil && len(r.say) == 0 && !slices.ContainsFunc(prose.Quoted(m[2]), prose.EndsAsSentence) {
		t = m[1] // `"One in five lost data." Motion text: "1 in 5" PUNCHES in`
		seen := sc.Directed(m[2], r.p.english(m[2]))
		r.visual = append(r.visual, prose.Line{N: at, Text: seen})
		r.p.visualDirections(sc, seen, at)
	}
	if m := quoteThenAside.FindStringSubmatch(t); m != nil {
		t = m[1]
		r.visual = append(r.visual, prose.Line{N: at, Text: m[2]})
	}
	if m := quoteThenMore.FindStringSubmatch(t); m != nil && prose.Words(m[2]) <= 5 && layout.TransitionNamed(m[2]) != "" {
		t, sc.Transition = m[1], layout.TransitionNamed(m[2])
	} else if m != nil && len(r.say) == 0 && (prose.StartsNew(" "+m[2]) || !r.p.isClause(m[2])) && prose.Words(m[1]) >= 3 {
		t = m[1] // what stands behind the words is seen
		seen := sc.Directed(m[2], r.p.english(m[2]))
		r.visual = append(r.visual, prose.Line{N: at, Text: seen})
		r.p.visualDirections(sc, seen, at)
	}
	if m := saidThenMore.FindStringSubmatch(t); m != nil && len(r.say) == 0 {
		t = m[1]
		r.visual = append(r.visual, prose.Line{N: at, Text: m[2]}) // `"We work." Music louder.`
	}
	return t
}

// unlabelled keeps a line without a field for the end, or carries it out where it stands
// below the last scene and is about the whole video.
func (r *sceneReader) unlabelled(t string, at int) {
	if r.apart && r.last && (layout.NoAvatarRE.MatchString(t) && prose.Words(t) <= 8 || r.p.allAboutVideo(t) || everyScene.MatchString(t) && layout.TransitionNamed(t) != "") {
		t = strings.ReplaceAll(t, "**", "")
		r.p.understand(at, t, func() { r.p.direct(t, at) })
		return
	}
	r.loose = append(r.loose, prose.Line{N: at, Text: t})
}

// picture reads what the scene shows, once all its lines are known.
func (r *sceneReader) picture() {
	sc := r.sc
	if len(r.visual) > 0 && strings.Contains(r.visual[0].Text, r.moving) {
		r.moving = "" // its line says it all
	}
	if r.moving != "" && len(r.visual) > 0 {
		r.visual[0].Text = r.moving + ": " + r.visual[0].Text
	} else if r.moving != "" {
		r.visual = []prose.Line{{N: sc.Line, Text: r.moving}}
	}
	for i, v := range r.visual {
		r.visual[i].Text = r.cuesApart(r.musicApart(v.Text, v.N), v.N)
	}
	r.visual = slices.DeleteFunc(r.visual, func(l prose.Line) bool { return strings.TrimSpace(l.Text) == "" })
	r.p.picture(sc, r.visual)
	for _, m := range cameraMoves(sc.Visual) {
		r.p.b.NoteOn(sc.Line, "camera \""+prose.Clip(m, 60)+"\": the pictures move in their own way", m)
	}
	sc.Moves = slices.CompactFunc(sc.Moves, func(a, b brief.Move) bool { a.Line = b.Line; return a == b })
}

// cuesApart takes off a picture the words that something is to come on at, which are heard and
// not read, `PUNCHES in at word "five"`, and its small print, "charity no. 1098765 in small type".
func (r *sceneReader) cuesApart(t string, at int) string {
	if m := wordCue.FindString(t); m != "" {
		m = strings.TrimLeft(m, " ,")
		r.p.b.NoteOn(at, "\""+m+"\": a headline, and a text beside a presenter, come on with their scene; items do when they are named", m)
		t = strings.Replace(t, m, "", 1)
	}
	if m := smallQuoted.FindStringSubmatch(t); m != nil {
		r.sc.Small = append(r.sc.Small, prose.MustUnquote(m[1])) // `end card, small print "Terms apply."`
		t = strings.Trim(strings.Replace(t, m[0], " ", 1), " ,;–—-")
	}
	if m := inSmallType.FindStringSubmatch(t); m != nil {
		r.sc.Small = append(r.sc.Small, prose.Upper(m[2]))
		t = strings.Replace(t, m[0], m[1], 1)
	}
	return t
}

// words joins what is said, and finds its language.
func (r *sceneReader) words() {
	p, sc := r.p, r.sc
	sc.Say = spoken(r.say)
	if at := soundCue.FindStringIndex(sc.Say); at != nil {
		cue := strings.TrimSpace(sc.Say[at[0]:])
		if m := musicSentence.FindStringSubmatch(strings.Trim(cue, "()[]. ")); m == nil {
			p.b.NoteOn(sc.Line, "\""+cue+"\": a cue for the sound, which is not spoken", cue)
		} else if c := p.cue(m[1], sc.Number, sc.Line); c != nil {
			sc.Music = c
		}
		sc.Say = strings.TrimSpace(sc.Say[:at[0]])
	}
	if sc.Say != "" && sc.Language == "" {
		sc.Language = grammar.Detect(sc.Say)
		if likely := cmp.Or(p.heard, p.t.Code); sc.Language == "" || (likely != "en" || prose.Words(sc.Say) < 8) && grammar.OtherThan(sc.Say, likely) == "" {
			sc.Language = likely // a few words that two languages share
		}
		p.heard = cmp.Or(p.heard, sc.Language)
	}
}

var (
	// namedTag is a person with their name on a tag: what they are, and their name.
	namedTag = pattern.New(`(?:(?i:(?:the |our |an? )?(agent|host|owner|founder|director|manager|teacher|trainer|doctor|chef|coach|engineer)) )?(\p{Lu}\p{Ll}[\p{L}'’-]+ \p{Lu}\p{Ll}[\p{L}'’-]+),? (?i:(?:with )?(?:an? |her |his )?(?:name tag|lower third|name super))(,|\.|;|$)`)
	// bareThird is a lower third that says nothing of its text.
	bareThird = pattern.New(`(?i)(?:^|[,;]\s*|\s)(?:with |and )?(?:(?:an?|the|her|his) )?(?:lower[- ]third|name tag|bauchbinde)(\s*(?:$|[.,;]))`)
	// unseenSays is what somebody says who is heard and not seen.
	unseenSays = pattern.New(`^\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,16})?\s*\((?i:v\.? ?o\.?|o\.? ?s\.?|off|voice-?over)\)\s*:\s*(["“„«].+)$`)
	// wordCue is the word that something is to come on at.
	wordCue = pattern.New(`(?i),?\s*\b(?:(?:exactly |right )?(?:at|on|with|as|when) (?:the |we hear |(?:the )?(?:voice|narrator|presenter|vo|he|she|avatar) (?:says?|reaches|hits) (?:the )?)?words?:? ["“„«][^"“”»]{1,40}["”»“](?: is (?:said|spoken|heard))?|(?:at|on|when|as) (?:the )?(?:voice|narrator|presenter|vo|he|she|avatar|voice-?over) (?:says?|reaches|hits) ["“„«][^"“”»]{1,40}["”»“])`)
	// inSmallType is a text without quotation marks that is to stand small.
	inSmallType = pattern.New(`(?i)(^|[,;:.]\s+)((?:[^,;:."“”]|\.\s?\d){4,70}?)\s+in (?:small|tiny|fine|little) (?:type|print|text|letters|font)\b`)
	// smallQuoted is small print in quotation marks within a picture.
	smallQuoted = pattern.New(`(?i)(?:[,;.–—-]\s*)(?:and )?(?:(?:the|an?) )?(?:small print|fine print|disclaimer|legal(?: line)?|footnote|kleingedrucktes|letra pequeña|mentions? légales?|note legali):?\s*(["“„«][^"”»“]+["”»“])\.?`)
	// quoteThenShown is what is said, and things that are shown beside it, with their texts.
	quoteThenShown = pattern.New(`^(["“«„][^"”»“]+["”»“])[.]?\s+((?:(?i:an? |the |with ))?(?i:buttons?|url|text|logo|title|headline|captions?|qr|links?|labels?|icons?|cards?|counter|chart|list|badge|sticker)\b.*["“«„].*)$`)
	// quoteThenTexts is what is said, whole, and behind it what is seen with its own texts.
	quoteThenTexts = pattern.New(`^(["“«„][^"”»“]+[.!?…]["”»“])\.?\s+(\p{Lu}[^"“”«»„]*["“«„].*)$`)
	// quoteThenMore is what is said, and a direction behind it.
	quoteThenMore = pattern.New(`^(["“«„][^"”»“]+["”»“]|「[^」]+」)[.。]?\s*([^"“”«»「」]{3,160}?)\.?$`)
	// saidThenMore is what is said, whole, and a remark behind it that is none of it.
	saidThenMore = pattern.New(`^(["“«„「][^"”»“」]+[.!?…。！？]?\s?["”»“」])[.]?\s+(\p{Lu}[^"“”«»„「]{3,80}[^"“”«»„「,:])$`)
)
