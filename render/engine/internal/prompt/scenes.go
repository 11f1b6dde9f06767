package prompt

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	squareRE = pattern.New(`\[([^\]]{3,200})\]`)
	lowerRE  = pattern.New(`(?i)(?:an? |the )?(?:lower[- ]third[s]?|name tag)(?:\s*:|(?: [\p{L}-]+){0,6} (?:reading|reads|saying|says|showing|with(?: the (?:name|text|words))?))?\s*["“«„]([^"”»“]+)["”»“]`)
)

const ()

// endsScene tells whether a line begins the next scene or a headed section that
// is not one of a scene's own fields.
func endsScene(s string) bool {
	if _, ok := layout.SceneHead(prose.Line{N: 0, Text: s}); ok {
		return true
	}
	if layout.StyleRE.MatchString(s) && strings.ContainsAny(s, "—–") {
		return true
	}
	if wholeBrackets(s) != "" || strings.HasPrefix(strings.TrimSpace(s), "[") && strings.TrimSpace(squareRE.ReplaceAllString(s, "")) == "" {
		return false // "[Transition: flash frame]" is of the scene above
	}
	if layout.FieldRE.MatchString(s) {
		// A scene's own field, unless it is written like a section of the whole prompt.
		h, value, _ := strings.Cut(s, ":")
		if _, whole := prose.Unquote(value); whole {
			return false // `PRESENTER: "Call us."`
		}
		return layout.FieldOf(layout.FieldRE.FindStringSubmatch(s)[1]) != "say" && !rollField.MatchString(h) && prose.IsAllCaps(h) && map[string]bool{"music": true, "style": true, "avatar": true, "duration": true}[layout.SectionOf(h)] && len(strings.TrimSpace(h)) > 3 && !strings.HasPrefix(s, " ")
	}
	_, _, _, ok := layout.OpensSection(s)
	return ok
}

// rollField is the field of a scene that says of which kind it is, and never a heading.
var rollField = pattern.New(`(?i)^[\s*_\[(]*[ab][- ]?roll\b`)

// quoteThenAside is what is said, and what is seen in brackets behind it.
var quoteThenAside = pattern.New(`^(["“«][^"”»]+["”»]|„[^“”"]+[“”"]|「[^」]+」)\s*[(\[]([^()\[\]]{3,120})[)\]]\.?$`)

// wholeBrackets is what stands in the square brackets around a whole line; "" = none do.
func wholeBrackets(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 3 || s[0] != '[' || strings.IndexByte(s, ']') != len(s)-1 {
		return ""
	}
	return strings.TrimSpace(s[1 : len(s)-1])
}

// asksOfVideo tells whether remarks below the last scene set something of the whole video.
func (p *parser) asksOfVideo(s string) bool {
	q := &parser{b: &draft{}, t: p.t, noted: map[string]bool{}}
	q.direct(s, 0)
	return len(changes(draft{}, *q.b)) > 0
}

// besideText joins a text of the screen with what is shown beside it.
var besideText = pattern.New(`(?i)(?:^|\s)(?:and|with|plus|next to|beside|und|mit|y|con|et|avec|e|com|en|met)(?:\s|$)`)

// thingShown is something that stands beside a text of the screen.
var thingShown = pattern.New(`(?i)\b(?:logos?|qr(?: code)?|wordmark|icons?|arrows?|button|map|chart|photo|picture|image|screenshot)\b`)

// soundCue ends what is said with a cue for the music: "MUSIC OUT".
var soundCue = pattern.New(`(?:^|\s)[(\[]?(?:MUSIC|SFX|SOUND|FX|MUSIK|MÚSICA|MUSIQUE|MUSICA)\b[:\s]+[\p{Lu}\s]{2,30}[)\]]?\.?$`)

// otherField begins with a field of a name that the grammar does not have.
var otherField = pattern.New(`^\p{Lu}[\p{Lu} ]{2,24}\s*[:：]\s`)

// whoSays names the one who says what follows: "Lena says: …".
var whoSays = pattern.New(`^(\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,16})?) says: (.+)$`)

// emphasised is a line in italics or bold, a pictograph before it or none.
var emphasised = pattern.New(`^[\p{So}\x{FE0F}\x{200D}\s]*[*_]{1,2}([^*_]+)[*_]{1,2}$`)

// typeLine reads a line that says nothing but what kind of scene it is: "A-roll, close-up",
// "Full-screen motion graphic", "Presenter on the right".
func (p *parser) typeLine(sc *brief.Scene, t string) bool {
	t = strings.Trim(t, " .:*_")
	if prose.Words(t) > 8 || layout.SceneType(t) == "" || strings.ContainsAny(t, `:"“„«[`) {
		return false
	}
	rest := layout.SideRE.ReplaceAllString(t, " ")
	for _, table := range [][]prose.Entry{layout.SceneTypes, framings} {
		for _, w := range table {
			rest = w.RE.ReplaceAllString(rest, " ")
		}
	}
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" ,+/&-–—|()", r) }) {
		if !smallWord.MatchString(w) {
			return false
		}
	}
	if sc.Type == "" {
		sc.Type = layout.SceneType(t)
	}
	if sc.Header == "" {
		sc.Header = t
	}
	sc.Framing = cmp.Or(prose.Lookup(framings, t), sc.Framing)
	p.visualDirections(sc, t, sc.Line)
	return true
}

var smallWord = pattern.New(`(?i)^(?:on|in|at|the|a|an|with|and|to|of|only|camera|shot|screen|full|graphics?|motion|scene|centre|center|left|right)$`)

// setOf takes the presenter's set from a scene that shows them: the first one is the
// video's, another one is that scene's own.
func (p *parser) setOf(sc *brief.Scene) {
	m := background.FindString(prose.QuotesRE.ReplaceAllString(sc.Visual, " "))
	set := prose.Lookup(layout.Sets, m)
	if about := sc.Header + ". " + prose.QuotesRE.ReplaceAllString(sc.Visual, " "); set == "" && personNear.MatchString(about) {
		for _, part := range strings.FieldsFunc(about, func(r rune) bool { return r == ',' || r == '.' || r == ';' }) {
			if x := prose.Lookup(layout.Sets, part); x != "" && (personNear.MatchString(part) || strings.Contains(part, "ackground")) {
				m, set = strings.TrimSpace(part), x
				break
			}
		}
	}
	switch {
	case set == "" || sc.Type != "a-roll" && sc.Type != "overlay" && !personNear.MatchString(sc.Header+". "+sc.Visual):
	case p.b.Look.Set == "":
		p.b.Look.Set = set
		p.b.NoteOn(sc.Line, "understood: set: "+set, m)
	case p.b.Look.Set != set:
		sc.Set = set
		p.b.NoteOn(sc.Line, fmt.Sprintf("understood: set of scene %d: %s", sc.Number, set), m)
	}
}

var (
	background = pattern.New(`(?i)\b(?:(?:in|at|on) (?:an? |the |our )?)?(?:(?:modern|bright|cosy|cozy|warm|daylight|blurred|home|glass|busy|quiet|simple|dark|white) )*(?:office|studio|library|newsroom|desk|stage|park|outdoors|bookshel(?:f|ves))\b`)
	personNear = pattern.New(`(?i)\b(?:presenter|avatar|host|talking head|moderator(?:in)?|sprecher(?:in)?|presentador(?:a)?|présentat(?:eur|rice)|apresentador(?:a)?|presentat(?:ore|rice))\b`)
)

// bracketsApart gives each of the fields in brackets that share a line one of its own:
// `[B-ROLL: doorbell] [TEXT: "Trick 1"]`.
func bracketsApart(lines []prose.Line) []prose.Line {
	var out []prose.Line
	for _, l := range lines {
		all := squareRE.FindAllStringSubmatch(l.Text, -1)
		if len(all) < 2 || strings.TrimSpace(squareRE.ReplaceAllString(l.Text, "")) != "" {
			out = append(out, l)
			continue
		}
		for _, m := range all {
			x := "[" + m[1] + "]"
			if layout.FieldRE.MatchString(m[1]) {
				x = m[1]
			}
			out = append(out, prose.Line{N: l.N, Text: x})
		}
	}
	return out
}

// rolls are the fields that say what kind of scene it is.
var rolls = map[string]string{"aroll": "a-roll", "broll": "b-roll", "footage": "b-roll"}

// cameraRE is a direction to a camera within what a scene shows.
var cameraRE = pattern.New(`(?i)\b(?:camera|kamera|cámara|caméra)(?::|\s)[^.,;"“„«]{2,60}|\b(?:kameraschwenk|kamerafahrt|travelling|zoom lento|zoom lent|langsamer zoom|leichter schwenk)\b|\b(?:slow |fast |quick )?(?:dolly(?: zoom)?|push-?in|pull-?out|tracking shot|whip pan|tilt[- ]up|tilt[- ]down|handheld|drone shot|slow[- ]motion|time-?lapse)\b`)

// cameraMoves are the directions to a camera in a picture; what looks or speaks into it
// is none.
func cameraMoves(s string) []string {
	var out []string
	for _, at := range cameraRE.FindAllStringIndex(s, -1) {
		if m := s[at[0]:at[1]]; !intoCamera.MatchString(s[:at[0]]) && !cameraThing.MatchString(m) {
			out = append(out, strings.TrimSpace(m))
		}
	}
	return out
}

// cameraThing is a part of a device and no direction: "camera icon pulses".
var cameraThing = pattern.New(`(?i)^(?:camera|kamera|cámara|caméra)\s(?:icons?|apps?|lens(?:es)?|button|shutter|roll|phone|symbol|bag|shop|store|feed|system|trap)\b`)

var intoCamera = pattern.New(`(?i)\b(?:on|to|into|at|towards|facing|a|la|die|in|die|vers) (?:the )?$`)

// conversing keeps the speakers of scenes where two of them at least talk.
func (b *draft) conversing() {
	names := map[string]bool{}
	for _, s := range b.Scenes {
		if s.Speaker != "" {
			names[s.Speaker] = true
		}
	}
	for i := range b.Scenes {
		if len(names) < 2 {
			b.Scenes[i].Speaker = ""
		}
	}
}

// silentTexts is how many words a text of a silent scene has at most that is read as it stands.
const silentTexts = 12

// silentScenes lets the scenes of a video that nobody speaks show the few words that stand in
// quotation marks in them.
func (b *draft) silentScenes() {
	if !b.Silent {
		return
	}
	for i := range b.Scenes {
		if s := &b.Scenes[i]; s.Say != "" && prose.Words(s.Say) <= silentTexts {
			s.Screen, s.Say = append(s.Screen, s.Say), ""
		}
	}
	b.Notes = slices.DeleteFunc(b.Notes, func(n brief.Note) bool { return n.Text == voicelessNote })
}

// voicelessNote is the note of a scene without words, where others have some.
const voicelessNote = "the scene has no voice-over: music carries it"

// endsAsSaid tells whether words are over: with a full stop or a closing quotation mark.
func endsAsSaid(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return prose.EndsSentence(r) || strings.ContainsRune(`"”»`, r)
}

// spoken joins the voice-over lines without the quotation marks around them.
func spoken(say []string) string {
	out := make([]string, 0, len(say))
	for _, s := range say {
		q, _ := prose.Unquote(s)
		out = append(out, strings.TrimSpace(speakerRE.ReplaceAllString(q, "")))
	}
	s := strings.Join(out, " ")
	s, _ = prose.Unquote(s)
	return s
}
