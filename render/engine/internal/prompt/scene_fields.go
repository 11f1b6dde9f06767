package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// inField files what stands in a field of a scene, t without brackets on the line l.
var inField map[string]func(r *sceneReader, t string, l line)

func init() { // the methods read sections, which hold scenes
	inField = map[string]func(*sceneReader, string, line){
		"say": (*sceneReader).inSay, "visual": (*sceneReader).inVisual, "duration": (*sceneReader).inDuration, "screen": (*sceneReader).inScreen,
		"lower": (*sceneReader).inLower, "transition": (*sceneReader).inTransition, "music": (*sceneReader).inMusic, "effect": (*sceneReader).inEffect,
		"language": (*sceneReader).inLanguage, "type": (*sceneReader).inType, "avatar": (*sceneReader).inAvatar, "note": (*sceneReader).inNote,
	}
}

func (r *sceneReader) inSay(t string, l line) {
	if voiceless.MatchString(t) {
		r.field = ""
		return
	}
	if m := saidByLabel.FindStringSubmatch(t); m != nil { // `PRESENTER: "…"` in a field of words
		if t = m[2]; r.sc.Type == "" && personNear.MatchString(m[1]) {
			r.sc.Type = "a-roll"
		}
	}
	if m := leadAside.FindStringSubmatch(t); m != nil {
		r.p.b.noteOn(l.n, m[1]+": how it is said is not directed here", m[1])
		t = m[2] // `(softly) "Some things need light."`
	}
	r.say = append(r.say, t)
	if _, whole := Unquote(t); whole {
		r.field = "" // closed: what stands below is no more of it
	}
}

func (r *sceneReader) inVisual(t string, l line) {
	if emptyCell.MatchString(t) {
		return // "Graphics: none"
	}
	directed := r.p.english(t)
	if m := fieldRE.FindStringSubmatch(l.text); m != nil && motionField.MatchString(m[1]) {
		directed = asMotion(directed)
	}
	t = r.sc.directed(t, directed)
	r.visual = append(r.visual, line{l.n, t})
	r.p.visualDirections(r.sc, t, l.n)
}

func (r *sceneReader) inDuration(t string, _ line) {
	r.field = ""
	if d := duration(t); d > 0 {
		r.sc.Seconds = d
		return
	}
	r.sc.Seconds = decimal(firstNumber.FindString(t))
}

func (r *sceneReader) inScreen(t string, l line) {
	if x, _, ok := bullet(t); ok {
		t = x
	}
	qs := quoted(t)
	if _, _, item := bullet(l.text); len(qs) == 0 && !item && Words(t) >= 5 && screenOrder.MatchString(t) {
		seen := r.sc.directed(t, r.p.english(t)) // how the texts below it stand
		r.visual = append(r.visual, line{l.n, seen})
		return
	}
	if len(qs) > 0 {
		r.sc.Screen = append(r.sc.Screen, qs...)
		if rest := strings.Trim(besideText.ReplaceAllString(quotesRE.ReplaceAllString(t, " "), " "), " ,.;:–—-/|+&"); thingShown.MatchString(rest) {
			r.visual = append(r.visual, line{l.n, strings.Join(strings.Fields(rest), " ")}) // `"Trust." and the logo`
		}
	} else {
		r.sc.Screen = append(r.sc.Screen, t)
	}
	r.sc.Moves = append(r.sc.Moves, moves(verbsOutsideQuotes(r.p.english(t)), "", l.n)...)
}

func (r *sceneReader) inLower(t string, _ line) { r.sc.LowerThird, r.field = mustUnquote(t), "" }

func (r *sceneReader) inTransition(t string, l line) {
	r.field = ""
	switch {
	case betweenScenes.MatchString(t) || intoScene.MatchString(t):
		r.p.understand(l.n, t, func() { r.p.b.transitionsIn("transition " + t) })
	case emptyCell.MatchString(strings.TrimRight(t, ". ")):
		r.sc.Transition = "cut" // "Transition: none"
	default:
		if r.sc.Transition = lookup(transitions, t); r.sc.Transition == "" {
			r.p.b.note(l.n, "transition \""+t+"\" is not known: the style's own is used")
		}
	}
}

func (r *sceneReader) inMusic(t string, l line) {
	r.sc.Music = t
	r.p.unheededIn("music", t, l.n)
	if v := lookup(moods, "music "+t); v != "" && v != "off" && r.p.b.Music.Mood == "" {
		r.p.b.Music.Mood = v
		r.p.b.noteOn(l.n, "understood: music: "+v+", in all scenes: the video has one bed", firstWords(t, 5))
	} else {
		r.p.b.note(l.n, "music of one scene (\""+t+"\"): the video has one bed")
	}
	r.field, r.apart = "", true
}

func (r *sceneReader) inEffect(t string, l line) {
	r.field = ""
	r.p.b.note(l.n, "sound effect \""+clipText(t, 60)+"\": effects follow what moves, none is placed by name")
}

func (r *sceneReader) inLanguage(t string, l line) {
	r.field = ""
	if r.sc.Language = cmp.Or(lookup(languages, t), LanguageOf(t)); r.sc.Language == "" {
		r.p.b.note(l.n, "the language \""+t+"\" is not known; the words' own language is spoken")
	}
}

func (r *sceneReader) inType(t string, _ line) {
	r.sc.Type = cmp.Or(sceneType(t), r.sc.Type)
	if r.sc.Header == "" {
		r.sc.Header = t
	}
}

func (r *sceneReader) inAvatar(t string, l line) { r.p.bracket(r.sc, "avatar "+t, l.n) }

func (r *sceneReader) inNote(t string, l line) {
	if r.apart && r.last && r.p.asksOfVideo(t) {
		r.p.section("style", "notes", []line{{l.n, t}})
		return
	}
	r.sc.Notes = append(r.sc.Notes, t)
	r.p.b.noteOn(l.n, "\""+clipText(strings.TrimPrefix(strings.TrimSpace(l.text), "Note: "), 80)+"\": kept as a note, nothing is drawn of it", t)
}

var (
	// saidByLabel is who says what stands in quotation marks.
	saidByLabel = pattern.New(`(?i)^(vo|v\.o\.|voice-?over|narrator|narration|presenter|avatar|host|speaker|moderator(?:in)?|sprecher(?:in)?)\s*[:–—-]\s*(["“«„].+)$`)
	// leadAside is a remark in brackets before what is said.
	leadAside = pattern.New(`^(\([^()]{2,40}\))\s*(["“«„].+)$`)
)
