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

// inField files what stands in a field of a scene, t without brackets on the line l.
var inField map[string]func(r *sceneReader, t string, l prose.Line)

func init() { // the methods read sections, which hold scenes
	inField = map[string]func(*sceneReader, string, prose.Line){
		"say": (*sceneReader).inSay, "visual": (*sceneReader).inVisual, "duration": (*sceneReader).inDuration, "screen": (*sceneReader).inScreen,
		"lower": (*sceneReader).inLower, "transition": (*sceneReader).inTransition, "music": (*sceneReader).inMusic, "effect": (*sceneReader).inEffect,
		"language": (*sceneReader).inLanguage, "type": (*sceneReader).inType, "avatar": (*sceneReader).inAvatar, "note": (*sceneReader).inNote,
	}
}

func (r *sceneReader) inSay(t string, l prose.Line) {
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
		r.p.b.NoteOn(l.N, m[1]+": how it is said is not directed here", m[1])
		t = m[2] // `(softly) "Some things need light."`
	}
	r.say = append(r.say, t)
	if _, whole := prose.Unquote(t); whole {
		r.field = "" // closed: what stands below is no more of it
	}
}

func (r *sceneReader) inVisual(t string, l prose.Line) {
	if layout.EmptyCell.MatchString(t) {
		return // "Graphics: none"
	}
	if m := languageNamed.FindStringSubmatch(t); m != nil && strings.ContainsAny(m[0], "([") {
		if code := prose.Lookup(grammar.Languages, m[1]); code != "" { // "presenter (Language: French)"
			r.sc.Language = code
			if t = strings.TrimSpace(strings.Replace(t, m[0], " ", 1)); t == "" {
				return
			}
		}
	}
	directed := r.p.english(t)
	if m := layout.FieldRE.FindStringSubmatch(l.Text); m != nil && layout.MotionField.MatchString(m[1]) {
		directed = layout.AsMotion(directed)
	}
	t = r.sc.Directed(t, directed)
	r.visual = append(r.visual, prose.Line{N: l.N, Text: t})
	r.p.visualDirections(r.sc, t, l.N)
}

func (r *sceneReader) inDuration(t string, _ prose.Line) {
	r.field = ""
	if d := prose.Duration(t); d > 0 {
		r.sc.Seconds = d
		return
	}
	r.sc.Seconds = prose.Decimal(prose.FirstNumber.FindString(t))
}

func (r *sceneReader) inScreen(t string, l prose.Line) {
	if x, _, ok := prose.Bullet(t); ok {
		t = x
	}
	if pictureTold.MatchString(t) {
		r.inVisual(t, l) // "Overlay: comparison table: …"
		return
	}
	if m := textThenHow.FindStringSubmatch(t); m != nil && layout.VerbRE.MatchString(m[2]) {
		t = m[1] // "40 people, 2 minutes (slides up, bold)"
		r.sc.Moves = append(r.sc.Moves, layout.Moves(verbsOutsideQuotes(r.p.english("text "+m[2])), "", l.N)...)
		r.p.b.NoteOn(l.N, "\""+m[2]+"\": the text comes on so; its size and place are its layout's", m[2])
	}
	qs := prose.Quoted(t)
	if small := prose.MustUnquote(t); sourceLine.MatchString(small) && len(qs) <= 1 {
		r.sc.Small = append(r.sc.Small, small) // "Source: survey, 2025" stands small wherever it is asked for
		return
	}
	if _, _, item := prose.Bullet(l.Text); len(qs) == 0 && !item && prose.Words(t) >= 5 && screenOrder.MatchString(t) {
		seen := r.sc.Directed(t, r.p.english(t)) // how the texts below it stand
		r.visual = append(r.visual, prose.Line{N: l.N, Text: seen})
		return
	}
	if m := layout.FieldRE.FindStringSubmatch(l.Text); len(r.sc.Screen) == 0 && (m != nil && headlineLabel.MatchString(m[1]) || headlineFirst.MatchString(t)) {
		r.sc.Headed = true
	}
	if len(qs) == 1 && saidByName.MatchString(t) {
		r.visual = append(r.visual, prose.Line{N: l.N, Text: "Quote: " + t}) // who said it is read with it
		return
	}
	if len(qs) > 0 {
		r.sc.Screen = append(r.sc.Screen, qs...)
		if rest := strings.Trim(besideText.ReplaceAllString(prose.QuotesRE.ReplaceAllString(t, " "), " "), " ,.;:–—-/|+&"); thingShown.MatchString(rest) {
			r.visual = append(r.visual, prose.Line{N: l.N, Text: strings.Join(strings.Fields(rest), " ")}) // `"Trust." and the logo`
		}
	} else {
		r.sc.Screen = append(r.sc.Screen, t)
	}
	r.sc.Moves = append(r.sc.Moves, layout.Moves(verbsOutsideQuotes(r.p.english(t)), "", l.N)...)
}

func (r *sceneReader) inLower(t string, l prose.Line) {
	if m := quoteThenSeen.FindStringSubmatch(t); m != nil {
		t = m[1] // `"Free for 30 days". Button "Start" pulses`
		seen := r.sc.Directed(m[2], r.p.english(m[2]))
		r.visual = append(r.visual, prose.Line{N: l.N, Text: seen})
		r.p.visualDirections(r.sc, seen, l.N)
	}
	r.sc.LowerThird, r.field = prose.MustUnquote(t), ""
	if m := literalParts.FindStringSubmatch(prose.Unstop(t)); m != nil {
		r.sc.LowerThird, _ = prose.Unquote(m[2])
	} else if m := quoteThenLook.FindStringSubmatch(t); m != nil { // `"Ada Reyes, CEO" white on a blue bar`
		r.sc.LowerThird, _ = prose.Unquote(m[1])
		r.p.b.NoteOn(l.N, "\""+prose.Clip(m[2], 60)+"\": the lower third has the style's own look and comes on in its own way", m[2])
	}
}

func (r *sceneReader) inTransition(t string, l prose.Line) {
	r.field = ""
	switch {
	case betweenScenes.MatchString(t) || intoScene.MatchString(t) || intoLast.MatchString(t) || r.last && elsewhere.MatchString(t):
		r.p.understand(l.N, t, func() { r.p.b.transitionsIn("transition " + t) })
	case layout.EmptyCell.MatchString(strings.TrimRight(t, ". ")):
		r.sc.Transition = "cut" // "Transition: none"
	default:
		if r.sc.Transition = prose.Lookup(layout.Transitions, slideAcross.ReplaceAllString(t, "push")); r.sc.Transition == "" {
			r.p.b.Note(l.N, "transition \""+t+"\" is not known: the style's own is used")
		}
	}
}

func (r *sceneReader) inMusic(t string, l prose.Line) {
	defer func() { r.field, r.apart = "", true }()
	if others := slices.ContainsFunc(r.p.b.Scenes, func(s brief.Scene) bool { return s.Music != nil }); r.last && (r.apart || !others && r.p.b.Music.Mood == "" && tellsMusic(t)) {
		r.p.section("music", "music", []prose.Line{{N: l.N, Text: t}}) // below the last scene it is of all
		return
	}
	if c := r.p.cue(t, r.sc.Number, l.N); c != nil {
		r.sc.Music = c
	}
}

// slideAcross is a transition by a word that counts scenes elsewhere.
var slideAcross = pattern.New(`(?i)^(?:a )?(?:quick |slow |soft )?slid(?:e|es|ing)(?: transition)?(?: (?:in |out |over )?(?:from |to )?(?:the )?(?:left|right|up|down|top|bottom))?$`)

// tellsMusic tells whether a direction begins with what the music is, and not with what it does.
func tellsMusic(t string) bool {
	c, known, _ := readCue(cueParts.Split(prose.Unstop(t), 2)[0])
	return !known || c.Mood != ""
}

func (r *sceneReader) inEffect(t string, l prose.Line) {
	r.field = ""
	if r.apart && r.last && prose.Lookup(moods, "music "+t) != "" {
		r.p.section("music", "sound", []prose.Line{{N: l.N, Text: t}})
		return
	}
	if m := withMusic.FindStringSubmatch(t); m != nil { // "coin drop, then music out"
		if c := r.p.cue(m[2], r.sc.Number, l.N); c != nil {
			r.sc.Music = c
		}
		if t = strings.Trim(m[1], " ,;+&"); t == "" {
			return
		}
	}
	r.p.b.Note(l.N, "sound effect \""+prose.Clip(t, 60)+"\": effects follow what moves, none is placed by name")
}

func (r *sceneReader) inLanguage(t string, l prose.Line) {
	r.field = ""
	if r.sc.Language = cmp.Or(prose.Lookup(grammar.Languages, t), grammar.LanguageOf(t)); r.sc.Language == "" {
		r.p.b.Note(l.N, "the language \""+t+"\" is not known; the words' own language is spoken")
	}
}

func (r *sceneReader) inType(t string, _ prose.Line) {
	r.sc.Type = cmp.Or(layout.SceneType(t), r.sc.Type)
	if r.sc.Header == "" {
		r.sc.Header = t
	}
}

func (r *sceneReader) inAvatar(t string, l prose.Line) {
	if m := nameFirst.FindStringSubmatch(t); m != nil && r.p.b.Presenter.Name == "" && !commonWord.MatchString(m[1]) {
		r.p.b.Presenter.Name = m[1] // "Avatar: James, centre frame"
	}
	if b := r.p.b; gender(t) != "" && b.Presenter.Look == "" && b.Presenter.ID == "" && b.Presenter.Gender == "" && !b.Presenter.None {
		name, role, side := b.Presenter.Name, b.Presenter.Role, b.Presenter.Side
		r.p.understand(l.N, t, func() { r.p.avatar(t, l.N) }) // "Avatar: man in his 30s" of one scene is the one of all
		b.Presenter.Name, b.Presenter.Role, b.Presenter.Side = cmp.Or(name, b.Presenter.Name), cmp.Or(role, b.Presenter.Role), side
	}
	r.p.bracket(r.sc, "avatar "+t, l.N)
}

// pictureTold names a picture and, behind a colon, what it holds: "comparison table: Lumo /
// Others; …".
var pictureTold = pattern.New(`(?i)^(?:an? |the )?(?:\p{L}+ ){0,2}(?:table|charts?|graph|donut|list|checklist|timeline|bullets?|cards|icons|counter|process|steps|flow ?chart)(?: [\p{L}]+){0,3}:\s*[^"“„«\s]`)

func (r *sceneReader) inNote(t string, l prose.Line) {
	if r.apart && r.last && r.p.asksOfVideo(t) {
		r.p.section("style", "notes", []prose.Line{{N: l.N, Text: t}})
		return
	}
	r.sc.Notes = append(r.sc.Notes, t)
	r.p.b.NoteOn(l.N, "\""+prose.Clip(strings.TrimPrefix(strings.TrimSpace(l.Text), "Note: "), 80)+"\": kept as a note, nothing is drawn of it", t)
}

var (
	// textThenHow is a text of the screen and, in brackets, how it comes on.
	textThenHow = pattern.New(`^(.{2,80}?)\s*\(([^()]{4,60})\)\.?$`)
	// quoteThenSeen is the text of a lower third, and a sentence of what else is seen.
	quoteThenSeen = pattern.New(`^(["“«„][^"”»“]+["”»“])[.;]\s+(\p{Lu}.{3,})$`)
	// quoteThenLook is the text of a lower third, and how it is to look.
	quoteThenLook = pattern.New(`^("[^"]+"|“[^”]+”|„[^“”"]+[“”"]|«[^»]+»),?\s+([^"“”«»„]{2,80}?)\.?$`)
	// withMusic is a sound, and what the music does.
	withMusic = pattern.New(`(?i)^(.*?)(?:,? (?:then|and) |^|[,;+&.]\s*)(?:the )?music\b:?\s+(.{2,40}?)\.?$`)
	// headlineLabel is the name of a field that holds a headline, and headlineFirst begins a
	// text with one.
	headlineLabel = pattern.New(`(?i)^(?:headlines?|titles?|überschrift|titel|título|titre|titolo)$`)
	headlineFirst = pattern.New(`(?i)^(?:the )?(?:headline|title|heading|überschrift|titel|título|titre|titolo)\s*:?\s*["“„«]`)
	// sourceLine is a text that tells where figures come from.
	sourceLine = pattern.New(`(?i)^(?:sources?|quellen?|fuentes?|fontes?|bron(?:nen)?)\s?[:：]\s`)
	// saidByName is a quotation and, behind a dash, a name.
	saidByName = pattern.New(`^["“„«][^"“”«»„]+["”“»]\s*[–—-]\s*\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3}(?:, [^"“”]{2,50})?$`)
	// saidByLabel is who says what stands in quotation marks.
	saidByLabel = pattern.New(`(?i)^(vo|v\.o\.|voice-?over|narrator|narration|presenter|avatar|host|speaker|moderator(?:in)?|sprecher(?:in)?)\s*[:–—-]\s*(["“«„].+)$`)
	// leadAside is a remark in brackets before what is said.
	leadAside = pattern.New(`^(\([^()]{2,40}\))\s*(["“«„].+)$`)
)
