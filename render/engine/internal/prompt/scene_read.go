package prompt

import (
	"cmp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// sceneReader reads the body of one scene, line by line.
type sceneReader struct {
	p    *parser
	sc   *Scene
	body []line
	last bool // of the prompt: it may end in words about the video

	moving string // a head that says how things come on
	field  string // what the line before belonged to, and this one may, too
	row    int    // the prompt's line of the line before
	apart  bool   // whether what follows stands apart from the scene's own lines

	say    []string
	visual []line
	loose  []line // without a field
}

// scene reads the body of one scene; the last one may end in words about the video.
func (p *parser) scene(sc Scene, body []line, last bool) {
	r := &sceneReader{p: p, sc: &sc, body: body, last: last}
	r.head()
	p.orders++
	for _, l := range fieldsApart(bracketsApart(sceneLines(body))) {
		r.line(l)
	}
	p.loose(&sc, r.loose, &r.say, &r.visual)
	r.picture()
	r.words()
	if head := Undressed(sc.Header); sc.Visual == "" && describesPicture(head) {
		sc.Visual = strings.Trim(head, " :：-–—()") // the head says what is seen
		sc.Moves = append(sc.Moves, moves(sc.Visual, "", sc.Line)...)
	}
	if sc.Type == "" {
		sc.Type = sceneType(sc.Visual)
	}
	p.setOf(&sc)
	if sc.Say == "" {
		p.b.note(sc.Line, "the scene has no voice-over: music carries it")
	}
	p.b.Scenes = append(p.b.Scenes, sc)
}

// head reads what the scene's head says beside its name.
func (r *sceneReader) head() {
	sc := r.sc
	if h := r.p.english(sc.Header); h != sc.Header {
		sc.Type = cmp.Or(sceneType(h), sc.Type)
		sc.Header = sc.directed(sc.Header, h)
		r.p.visualDirections(sc, h, sc.Line)
		if len(moves(h, "", sc.Line)) > 0 {
			r.moving, sc.Header = h, "" // it is what the scene shows
		}
	}
	sc.headWords()
}

// line reads one line: what it is by itself, by its label, and by the field that it goes on.
func (r *sceneReader) line(l line) {
	t := strings.TrimSpace(l.text)
	if t == "" || strings.Trim(t, "-=_*") == "" {
		if r.apart = true; t != "" || r.field == "screen" {
			r.field = ""
		}
		return
	}
	if r.row == r.sc.Line && l.n != r.row && r.field != "say" {
		r.field = "" // what stood behind the head ends with its line
	}
	r.row = l.n
	if x := emphasised.FindStringSubmatch(t); x != nil {
		l.text, t = x[1], x[1]
	}
	if r.alone(&l, &t) {
		return
	}
	if m := fieldRE.FindStringSubmatch(l.text); m != nil {
		if t = r.label(l, m); t == "" {
			return
		}
	} else if r.field == "say" && len(r.say) > 0 && r.behindWords(t, l.n) {
		return
	}
	if r.field == "say" {
		t = r.seenBehind(t, l.n)
	}
	if m := lowerRE.FindStringSubmatch(t); m != nil {
		r.sc.LowerThird = m[1]
		if t = strings.Trim(strings.TrimSpace(lowerRE.ReplaceAllString(t, "")), ". "); t == "" {
			return
		}
	}
	for _, m := range squareRE.FindAllStringSubmatch(t, -1) {
		r.p.bracket(r.sc, m[1], l.n)
	}
	if t = strings.TrimSpace(squareRE.ReplaceAllString(t, " ")); t == "" || t == "." {
		return
	}
	if file := inField[r.field]; file != nil {
		file(r, t, l)
		return
	}
	r.unlabelled(t, l.n)
}

// alone reads a line that is something whole by itself: the scene's type, a transition, who
// speaks. It takes brackets off a field that stands in them.
func (r *sceneReader) alone(l *line, t *string) bool {
	if r.field != "say" && r.p.typeLine(r.sc, *t) {
		return true
	}
	if Words(*t) <= 4 && transitionNamed(*t) != "" && wholeTransition(*t) {
		r.sc.Transition, r.field = transitionNamed(*t), "" // "Hard cut."
		return true
	}
	if x := wholeBrackets(*t); x != "" && fieldRE.MatchString(x) {
		l.text, *t = x, x
	}
	if m := whoSays.FindStringSubmatch(*t); m != nil && (len(r.say) == 0 || r.sc.Speaker == m[1]) && !presenterWord.MatchString(m[1]) {
		r.sc.Speaker, r.field = m[1], "say"
		r.say = append(r.say, m[2])
		return true
	}
	if fieldRE.FindStringSubmatch(l.text) == nil && !(r.field == "say" && len(r.say) == 0) {
		if r.p.labelled(r.sc, *t, l.n, &r.visual) {
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
func (r *sceneReader) label(l line, m []string) string {
	p, sc := r.p, r.sc
	r.field = fieldOf(m[1])
	t := strings.TrimSpace(m[4])
	if r.field == "screen" && nameLabel.MatchString(m[1]) && namedPerson.MatchString(mustUnquote(t)) {
		r.field = "lower" // "Rótulo: «Elena Prieto, cirujana»"
	}
	if ownKind.MatchString(m[1]) {
		t = strings.TrimSpace(m[1]) + ": " + t
	}
	if _, whole := Unquote(t); whole && r.field == "avatar" {
		r.field = "say"
		sc.Type = cmp.Or(sc.Type, "a-roll")
	}
	if aside := m[2] + m[3]; aside != "" && r.field == "say" {
		if code := lookup(languages, aside); code != "" {
			sc.Language = code
		} else if g := gender(aside); g != "" && Words(aside) <= 3 {
			p.understand(l.n, aside, func() { p.b.Voice = g })
		} else {
			p.bracket(sc, aside, l.n)
		}
	}
	if of := rolls[strings.ToLower(strings.ReplaceAll(m[1], "-", ""))]; of != "" && sc.Type == "" {
		sc.Type = of
	}
	if r.field == "layer" && namedThird(l.text, r.body) {
		r.field = "lower" // "L3: Nia Brandt | Host"
	}
	if r.field == "layer" {
		r.visual = append(r.visual, line{l.n, strings.TrimSpace(m[1]) + ": " + t})
		return ""
	}
	return t
}

// behindWords reads what stands below words that were said and is none of them: a transition,
// or words about the video.
func (r *sceneReader) behindWords(t string, at int) bool {
	if Words(t) <= 5 && transitionNamed(t) != "" {
		r.sc.Transition, r.field = transitionNamed(t), ""
		return true
	}
	if _, quote := Unquote(t); !quote && endsAsSaid(r.say[len(r.say)-1]) && (r.p.aboutVideo(t) || everyScene.MatchString(t) && transitionNamed(t) != "") {
		r.p.understand(at, t, func() { r.p.direct(t, at) })
		return true
	}
	return false
}

// seenBehind takes off words that are said what stands behind them on their line and is seen.
func (r *sceneReader) seenBehind(t string, at int) string {
	sc := r.sc
	if m := quoteThenAside.FindStringSubmatch(t); m != nil {
		t = m[1]
		r.visual = append(r.visual, line{at, m[2]})
	}
	if m := quoteThenMore.FindStringSubmatch(t); m != nil && Words(m[2]) <= 5 && transitionNamed(m[2]) != "" {
		t, sc.Transition = m[1], transitionNamed(m[2])
	} else if m != nil && len(r.say) == 0 && (startsNew(" "+m[2]) || !r.p.isClause(m[2])) && Words(m[1]) >= 3 {
		t = m[1] // what stands behind the words is seen
		seen := sc.directed(m[2], r.p.english(m[2]))
		r.visual = append(r.visual, line{at, seen})
		r.p.visualDirections(sc, seen, at)
	}
	if m := saidThenMore.FindStringSubmatch(t); m != nil && len(r.say) == 0 {
		t = m[1]
		r.visual = append(r.visual, line{at, m[2]}) // `"We work." Music louder.`
	}
	return t
}

// unlabelled keeps a line without a field for the end, or carries it out where it stands
// below the last scene and is about the whole video.
func (r *sceneReader) unlabelled(t string, at int) {
	if r.apart && r.last && (noAvatarRE.MatchString(t) && Words(t) <= 8 || r.p.allAboutVideo(t) || everyScene.MatchString(t) && transitionNamed(t) != "") {
		t = strings.ReplaceAll(t, "**", "")
		r.p.understand(at, t, func() { r.p.direct(t, at) })
		return
	}
	r.loose = append(r.loose, line{at, t})
}

// picture reads what the scene shows, once all its lines are known.
func (r *sceneReader) picture() {
	sc := r.sc
	if len(r.visual) > 0 && strings.Contains(r.visual[0].text, r.moving) {
		r.moving = "" // its line says it all
	}
	if r.moving != "" && len(r.visual) > 0 {
		r.visual[0].text = r.moving + ": " + r.visual[0].text
	} else if r.moving != "" {
		r.visual = []line{{sc.Line, r.moving}}
	}
	r.p.picture(sc, r.visual)
	for _, m := range cameraMoves(sc.Visual) {
		r.p.b.noteOn(sc.Line, "camera \""+clipText(m, 60)+"\": the pictures move in their own way", m)
	}
	sc.Moves = slices.CompactFunc(sc.Moves, func(a, b Move) bool { a.Line = b.Line; return a == b })
}

// words joins what is said, and finds its language.
func (r *sceneReader) words() {
	p, sc := r.p, r.sc
	sc.Say = spoken(r.say)
	if at := soundCue.FindStringIndex(sc.Say); at != nil {
		cue := strings.TrimSpace(sc.Say[at[0]:])
		p.b.noteOn(sc.Line, "\""+cue+"\": a cue for the sound, which is not spoken", cue)
		sc.Say = strings.TrimSpace(sc.Say[:at[0]])
	}
	if sc.Say != "" && sc.Language == "" {
		sc.Language = Detect(sc.Say)
		if likely := cmp.Or(p.heard, p.t.code); sc.Language == "" || likely != "en" && otherThan(sc.Say, likely) == "" {
			sc.Language = likely // a few words that two languages share
		}
		p.heard = cmp.Or(p.heard, sc.Language)
	}
}

var (
	// quoteThenMore is what is said, and a direction behind it.
	quoteThenMore = pattern.New(`^(["“«„][^"”»“]+["”»“]|「[^」]+」)[.。]?\s*([^"“”«»「」]{3,160}?)\.?$`)
	// saidThenMore is what is said, whole, and a remark behind it that is none of it.
	saidThenMore = pattern.New(`^(["“«„「][^"”»“」]+[.!?…。！？]?\s?["”»“」])[.]?\s+(\p{Lu}[^"“”«»„「]{3,80}[^"“”«»„「,:])$`)
)
