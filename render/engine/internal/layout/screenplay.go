package layout

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// screenplay reads the format of the stage and the cinema: scenes under "INT. SHOP – DAY",
// what is seen below, names in capitals over what is said, "CUT TO:" between.
func screenplay(lines []prose.Line) []prose.Line {
	p := &play{lines: lines, onCamera: map[int]bool{}, speaking: map[int]string{}}
	cues := 0
	for i, l := range lines {
		if slugLine.MatchString(l.Text) {
			p.slugs++
		}
		if _, ok := cueName(lines, i); ok {
			cues++
		}
	}
	if p.slugs == 0 || p.slugs+cues < 2 {
		return lines
	}
	p.onStage = slices.ContainsFunc(lines, func(l prose.Line) bool { sec, _, _, ok := OpensSection(l.Text); return ok && sec == "avatar" })
	for p.i = 0; p.i < len(lines); p.i++ {
		l := lines[p.i]
		if t := strings.Trim(strings.TrimSpace(l.Text), "*_"); t != "" && !p.slug(l.N, t) && !p.before(l, t) && !p.directed(l.N, t) && !p.cue(l) {
			p.seen(l.N, t)
		}
	}
	return p.written()
}

// play is a screenplay that is being read.
type play struct {
	lines    []prose.Line
	i        int          // the line that is being read
	slugs    int          // headings of scenes
	out      []prose.Line // what stands before the scenes, and what is about all of them
	shots    []Shot
	cut      string         // the transition into the next scene
	onCamera map[int]bool   // scenes in which somebody seen speaks
	speaking map[int]string // who speaks in a scene
	onStage  bool           // the presenter is known
}

// open begins a scene.
func (p *play) open(n int, head string) {
	if len(p.shots) > 0 && p.cut != "" {
		s := &p.shots[len(p.shots)-1]
		s.Body = append(s.Body, field(n, "Transition", p.cut))
	}
	p.cut = ""
	p.shots = append(p.shots, Shot{N: n, Head: head})
}

// add gives the scene a line, and begins one where none is open.
func (p *play) add(n int, text string) {
	if len(p.shots) == 0 || p.cut != "" {
		p.open(n, "")
	}
	s := &p.shots[len(p.shots)-1]
	s.Body = append(s.Body, prose.Line{N: n, Text: text})
}

// between tells whether the next line begins something: no scene is open, or somebody has spoken.
func (p *play) between() bool {
	return len(p.shots) == 0 || p.cut != "" || p.speaking[len(p.shots)-1] != ""
}

// slug reads what opens a scene: "INT. SHOP – DAY", "CLOSE ON: the cup".
func (p *play) slug(n int, t string) bool {
	if slugLine.MatchString(t) {
		p.open(n, "")
		p.add(n, "Visual: "+prose.Stop(placeOf.ReplaceAllString(t, "")))
		return true
	}
	m := pictureLine.FindStringSubmatch(t)
	if m == nil || cutLine.MatchString(t) || shownLine.MatchString(t) {
		return false
	}
	if p.between() {
		p.open(n, "b-roll")
	}
	if seen := prose.Stop(strings.Trim(m[1]+" "+strings.ToLower(strings.TrimLeft(m[2], " :–—-")), " ")); seen != "" {
		p.add(n, "Visual: "+seen)
	}
	return true
}

// before keeps what stands before the first scene or is about all of them, its title among it.
func (p *play) before(l prose.Line, t string) bool {
	switch {
	case p.between() && settingLine(t):
		p.out = append(p.out, prose.Line{N: l.N, Text: t}) // "Production notes: 45 seconds, …"
	case len(p.shots) > 0 || cutLine.MatchString(t):
		return false
	case len(p.out) == 0 && p.slugs > 0 && t == strings.ToUpper(t) && prose.Words(t) >= 2 && prose.Words(t) <= 8 && !strings.ContainsAny(t, ":.|"):
		p.out = append(p.out, prose.Line{N: l.N, Text: "Title: " + t})
	default:
		if _, ok := cueName(p.lines, p.i); ok && p.slugs == 0 {
			p.add(l.N, "Note: "+t)
			break
		}
		p.out = append(p.out, l)
	}
	return true
}

// directed reads transitions, titles and what stands on screen.
func (p *play) directed(n int, t string) bool {
	if cutLine.MatchString(t) {
		if len(p.shots) > 0 {
			p.cut = strings.TrimRight(t, ".: ")
		}
		return true
	}
	m := shownLine.FindStringSubmatch(t)
	if bare := shownBare.FindStringSubmatch(t); m == nil && bare != nil {
		m = []string{t, bare[1], `"` + bare[2] + `"`, ""} // "ON SCREEN: Early 5 weeks / Late 12 weeks"
	}
	if m == nil {
		return false
	}
	text, _ := prose.Unquote(m[2])
	if at := len(p.shots) - 1; titleCard.MatchString(m[1]) && (p.cut != "" || at < 0 || p.onCamera[at]) {
		p.open(n, "title card") // it fills the frame that somebody spoke in
	}
	if rest := strings.Trim(m[3], " .,;"); rest != "" { // "TITLE CARD: “Ask us” over a green background"
		defer p.add(n, "Visual: "+rest)
	}
	if strings.HasPrefix(strings.ToLower(m[1]), "lower") {
		p.add(n, "Lower third: "+text)
	} else {
		p.add(n, `On-screen text: "`+text+`"`)
	}
	return true
}

// cue reads a name in capitals and the lines below, which are what is said.
func (p *play) cue(l prose.Line) bool {
	name, ok := cueName(p.lines, p.i)
	if !ok {
		return false
	}
	var said []string
	for p.i++; p.i < len(p.lines) && strings.TrimSpace(p.lines[p.i].Text) != ""; p.i++ {
		if x := strings.TrimSpace(p.lines[p.i].Text); !WholeRE.MatchString(x) {
			said = append(said, x)
		} else {
			p.add(p.lines[p.i].N, "Note: "+x)
		}
	}
	if len(said) == 0 {
		return true
	}
	if len(p.shots) == 0 || p.cut != "" {
		p.open(l.N, "")
	}
	if at := len(p.shots) - 1; p.speaking[at] != "" && p.speaking[at] != name {
		p.cut = "hard cut" // whoever speaks is seen until another one answers
		p.open(l.N, "")
	}
	at, written := len(p.shots)-1, strings.ToLower(l.Text)
	unseen := OffScreen.MatchString(name)
	p.onCamera[at] = p.onCamera[at] || !unseen && !strings.Contains(written, "v.o.") && !strings.Contains(written, "(vo)")
	if p.speaking[at] = name; unseen {
		p.add(l.N, "VO: "+strings.Join(said, " "))
	} else {
		p.add(l.N, ShownName(name)+" says: "+strings.Join(said, " "))
	}
	return true
}

// seen keeps a line of action, and one that is a field as it is. The first one who is
// described is the presenter.
func (p *play) seen(n int, t string) {
	if FieldRE.MatchString(t) {
		p.add(n, t)
		return
	}
	if prose.Duration(t) > 0 && aboutFilm.MatchString(t) { // "30 seconds. Tense music."
		p.out = append(p.out, prose.Line{N: n, Text: "General: " + t})
		return
	}
	for _, s := range prose.SplitSentences(t) {
		m := introduced.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		if !p.onStage {
			who := ShownName(m[2]) + ", "
			if m[1] != "" {
				who = "" // "a PHARMACIST" has no name
			}
			p.out = append(p.out, prose.Line{N: n, Text: "Presenter: " + who + m[3]})
		}
		p.onStage, t = true, strings.Replace(t, s, "Presenter "+m[4], 1)
	}
	p.add(n, "Visual: "+t)
}

// written are the lines of a plan of the same scenes.
func (p *play) written() []prose.Line {
	if len(p.shots) > 0 && p.cut != "" {
		s := &p.shots[len(p.shots)-1]
		s.Body = append(s.Body, prose.Line{N: p.lines[len(p.lines)-1].N, Text: "Transition: " + p.cut})
	}
	for i := range p.shots {
		switch {
		case p.shots[i].Head != "":
		case p.onCamera[i]:
			p.shots[i].Head = "A-roll"
		default:
			p.shots[i].Head = "B-roll"
		}
	}
	return append(p.out, Lines(p.shots)...)
}

// settingLine tells whether a line sets something of the whole video.
func settingLine(s string) bool {
	sec, _, rest, ok := OpensSection(s)
	return ok && rest != "" && map[string]bool{"format": true, "tone": true, "avatar": true, "style": true, "music": true, "duration": true, "language": true, "audience": true, "voice": true, "captions": true, "avoid": true}[sec] && FieldOf(sec) != "say"
}

// cueName is the name in capitals over what somebody says.
func cueName(lines []prose.Line, i int) (string, bool) {
	m := cueLine.FindStringSubmatch(strings.Trim(strings.TrimSpace(lines[i].Text), "*_"))
	if m == nil || i+1 >= len(lines) || strings.TrimSpace(lines[i+1].Text) == "" || slugLine.MatchString(lines[i+1].Text) || slugLine.MatchString(lines[i].Text) || cutLine.MatchString(lines[i].Text) {
		return "", false
	}
	return strings.TrimSpace(m[1]), true
}

var (
	placeOf   = pattern.New(`^[\s*_#]*(?:\d{1,3}[.)]?\s+)?[A-Z./]+[. ]\s*`)
	slugLine  = pattern.New(`^[\s*_#]*(?:\d{1,3}[.)]?\s+)?(?:BACK TO|INT|EXT|INT\./EXT|EXT\./INT|INT/EXT|I/E|INNEN|AUSSEN)[. ][\s/]*\p{Lu}`)
	cueLine   = pattern.New(`^(\p{Lu}[\p{Lu}\d .'’&-]{1,28}?)\s*(?:\((?:V\.?O\.?|O\.?S\.?|O\.?C\.?|CONT['’]?D|OFF)\)\s*)*$`)
	cutLine   = pattern.New(`(?i)^\s*(?:(?:hard |smash |snap |match |jump )?cut(?: to)?(?: black)?:?|(?:cross-?)?dissolve(?: to)?:?|fade (?:in|out|to black|to white|to):?\.?|(?:grid |iris )?wipe(?: to)?:|iris (?:in|out)\.?|flash (?:frame|to):?)\.?\s*$`)
	shownLine = pattern.New(`(?i)^(super(?:imposed?)?|title(?: card)?|text|on[- ]screen(?: text)?|chyron|card|end card|lower[- ]third|graphic)\s*:\s*(["“„«][^"”»“]+["”»“](?:.*["”»“])?)([^"”»“]*)$`)
	shownBare = pattern.New(`^(SUPER|ON[- ]SCREEN(?: TEXT)?|CHYRON|TEXT ON SCREEN)\s*:\s*([^"“„«]{2,90}?)\.?$`)
	aboutFilm = pattern.New(`(?i)\b(?:music|captions?|subtitles?|narrator|voice|format)\b`)
	titleCard = pattern.New(`(?i)card`)
	// pictureLine is a picture's kind in capitals over what it shows: "INSERT - TERMINAL".
	pictureLine = pattern.New(`^(?:INSERT|B-?ROLL|STOCK(?: FOOTAGE)?|FULL[ -]SCREEN|((?:MOTION )?GRAPHICS?|SPLIT[ -]SCREEN|MONTAGE|SERIES OF SHOTS|TITLE CARD|END CARD|LOGO|ANIMATION|MAP|(?:BAR |LINE |PIE |DONUT )?CHART|TABLE|TIMELINE|CLOSE ON|ANGLE ON|CLOSE-?UP|ON SCREEN|TEXT))\b((?:\s*[:–—-]\s*|\s+OF\s+|\s)?[\p{Lu}\d /&,'’.-]*)$`)
	// introduced is somebody who is described where they first appear: "DANA (40s, lead) waits".
	introduced = pattern.New(`^(An? |The )?(\p{Lu}{2,}(?: \p{Lu}{2,})?)\s\(([^()]{4,80})\),?\s*(.*)$`)
)

// OffScreen speaks beside the people of a conversation, and is not seen.
var OffScreen = pattern.New(`^(?i:narrator|vo|v\.o\.|voice-?over|announcer|sprecher(?:in)?|narrador(?:a)?|narrateur|narratrice|erzähler(?:in)?|voce|voix)$`)

// ShownName is "Anna" of "ANNA".
func ShownName(s string) string {
	if s != strings.ToUpper(s) || len([]rune(s)) < 3 {
		return s
	}
	var out []string
	for _, w := range strings.Fields(s) {
		r := []rune(strings.ToLower(w))
		r[0] = unicode.ToUpper(r[0])
		out = append(out, string(r))
	}
	return strings.Join(out, " ")
}
