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
	slugs, cues := 0, 0
	for i, l := range lines {
		if slugLine.MatchString(l.Text) {
			slugs++
		}
		if _, ok := cueName(lines, i); ok {
			cues++
		}
	}
	if slugs == 0 || slugs+cues < 2 {
		return lines
	}
	var out []prose.Line
	var shots []Shot
	cut := ""                    // the transition into the next scene
	onCamera := map[int]bool{}   // scenes in which somebody seen speaks
	speaking := map[int]string{} // who speaks in a scene
	onStage := slices.ContainsFunc(lines, func(l prose.Line) bool { sec, _, _, ok := OpensSection(l.Text); return ok && sec == "avatar" })
	open := func(n int, head string) {
		if len(shots) > 0 && cut != "" {
			s := &shots[len(shots)-1]
			s.Body = append(s.Body, field(n, "Transition", cut))
		}
		cut = ""
		shots = append(shots, Shot{N: n, Head: head})
	}
	add := func(n int, name, text string) {
		if len(shots) == 0 || cut != "" {
			open(n, "")
		}
		s := &shots[len(shots)-1]
		s.Body = append(s.Body, prose.Line{N: n, Text: name + ": " + text})
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		t := strings.Trim(strings.TrimSpace(l.Text), "*_")
		switch {
		case t == "":
		case slugLine.MatchString(t):
			open(l.N, "")
			add(l.N, "Visual", prose.Stop(placeOf.ReplaceAllString(t, "")))
		case pictureLine.MatchString(t) && !cutLine.MatchString(t) && !shownLine.MatchString(t):
			m := pictureLine.FindStringSubmatch(t)
			if len(shots) == 0 || cut != "" || speaking[len(shots)-1] != "" {
				open(l.N, "b-roll")
			}
			if seen := prose.Stop(strings.Trim(m[1]+" "+strings.ToLower(strings.TrimLeft(m[2], " :–—-")), " ")); seen != "" {
				add(l.N, "Visual", seen)
			}
		case (len(shots) == 0 || cut != "" || speaking[len(shots)-1] != "") && settingLine(t):
			out = append(out, prose.Line{N: l.N, Text: t}) // "Production notes: 45 seconds, …"
		case len(out) == 0 && len(shots) == 0 && slugs > 0 && t == strings.ToUpper(t) && prose.Words(t) >= 2 && prose.Words(t) <= 8 && !cutLine.MatchString(t) && !strings.ContainsAny(t, ":.|"):
			out = append(out, prose.Line{N: l.N, Text: "Title: " + t})
		case len(shots) == 0 && !cutLine.MatchString(t):
			out = append(out, l) // before the first scene
			if _, ok := cueName(lines, i); ok && slugs == 0 {
				out = out[:len(out)-1]
				add(l.N, "Note", t)
			}
		case cutLine.MatchString(t):
			if len(shots) > 0 {
				cut = strings.TrimRight(t, ".: ")
			}
		case shownLine.MatchString(t):
			m := shownLine.FindStringSubmatch(t)
			text, _ := prose.Unquote(m[2])
			if titleCard.MatchString(m[1]) && (cut != "" || len(shots) == 0) {
				open(l.N, "title card")
			}
			if strings.HasPrefix(strings.ToLower(m[1]), "lower") {
				add(l.N, "Lower third", text)
				continue
			}
			add(l.N, "On-screen text", `"`+text+`"`)
		default:
			name, ok := cueName(lines, i)
			if !ok {
				if FieldRE.MatchString(t) {
					add(l.N, "Visual", "")
					s := &shots[len(shots)-1]
					s.Body[len(s.Body)-1] = prose.Line{N: l.N, Text: t}
					continue
				}
				if m := introduced.FindStringSubmatch(t); m != nil {
					if !onStage { // the first one who is described is the presenter
						out = append(out, prose.Line{N: l.N, Text: "Presenter: " + ShownName(m[1]) + ", " + m[2]})
					}
					onStage, t = true, "Presenter "+m[3]
				}
				add(l.N, "Visual", t)
				continue
			}
			var said []string
			for i++; i < len(lines) && strings.TrimSpace(lines[i].Text) != ""; i++ {
				if x := strings.TrimSpace(lines[i].Text); !WholeRE.MatchString(x) {
					said = append(said, x)
				} else {
					add(lines[i].N, "Note", x)
				}
			}
			seen := !OffScreen.MatchString(name) && !strings.Contains(strings.ToLower(l.Text), "v.o.") && !strings.Contains(strings.ToLower(l.Text), "(vo)")
			if len(said) == 0 {
				continue
			}
			if len(shots) == 0 || cut != "" {
				open(l.N, "")
			}
			if at := len(shots) - 1; speaking[at] != "" && speaking[at] != name {
				cut = "hard cut" // whoever speaks is seen until another one answers
				open(l.N, "")
			}
			at := len(shots) - 1
			onCamera[at] = onCamera[at] || seen
			if speaking[at] = name; OffScreen.MatchString(name) {
				add(l.N, "VO", strings.Join(said, " "))
				continue
			}
			shots[at].Body = append(shots[at].Body, prose.Line{N: l.N, Text: ShownName(name) + " says: " + strings.Join(said, " ")})
		}
	}
	if len(shots) > 0 && cut != "" {
		s := &shots[len(shots)-1]
		s.Body = append(s.Body, prose.Line{N: lines[len(lines)-1].N, Text: "Transition: " + cut})
	}
	for i := range shots {
		switch {
		case shots[i].Head != "":
		case onCamera[i]:
			shots[i].Head = "A-roll"
		default:
			shots[i].Head = "B-roll"
		}
	}
	return append(out, Lines(shots)...)
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
	slugLine  = pattern.New(`^[\s*_#]*(?:\d{1,3}[.)]?\s+)?(?:INT|EXT|INT\./EXT|EXT\./INT|INT/EXT|I/E|INNEN|AUSSEN)[. ][\s/]*\p{Lu}`)
	cueLine   = pattern.New(`^(\p{Lu}[\p{Lu}\d .'’&-]{1,28}?)\s*(?:\((?:V\.?O\.?|O\.?S\.?|O\.?C\.?|CONT['’]?D|OFF)\)\s*)*$`)
	cutLine   = pattern.New(`(?i)^\s*(?:(?:hard |smash |snap |match |jump )?cut(?: to)?(?: black)?:?|(?:cross-?)?dissolve(?: to)?:?|fade (?:in|out|to black|to white|to):?\.?|(?:grid |iris )?wipe(?: to)?:|iris (?:in|out)\.?|flash (?:frame|to):?)\.?\s*$`)
	shownLine = pattern.New(`(?i)^(super(?:imposed?)?|title(?: card)?|text|on[- ]screen(?: text)?|chyron|card|end card|lower[- ]third|graphic)\s*:\s*(["“«„].+["”»“])\.?$`)
	titleCard = pattern.New(`(?i)card`)
	// pictureLine is a picture's kind in capitals over what it shows: "INSERT - TERMINAL".
	pictureLine = pattern.New(`^(?:INSERT|B-?ROLL|STOCK(?: FOOTAGE)?|FULL[ -]SCREEN|((?:MOTION )?GRAPHICS?|SPLIT[ -]SCREEN|MONTAGE|SERIES OF SHOTS|TITLE CARD|END CARD|LOGO|ANIMATION|MAP|(?:BAR |LINE |PIE |DONUT )?CHART|TABLE|TIMELINE|CLOSE ON|ANGLE ON|CLOSE-?UP|ON SCREEN|TEXT))\b((?:\s*[:–—-]\s*|\s+OF\s+|\s)?[\p{Lu}\d /&,'’.-]*)$`)
	// introduced is somebody who is described where they first appear: "DANA (40s, lead) waits".
	introduced = pattern.New(`^(\p{Lu}{2,}(?: \p{Lu}{2,})?)\s\(([^()]{4,80})\),?\s*(.*)$`)
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
