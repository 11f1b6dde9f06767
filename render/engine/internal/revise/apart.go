package revise

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// One sentence somewhere else: moved out of its scene, said once more in another, or a new one
// at a place.

// attribute is a word for what a sentence says of something, which it need not say itself:
// "the team size" is "The team grew to 86 people."
var attribute = pattern.New(`(?i)^(?:size|numbers?|amount|figures?|info|information|details?|date|day|price|prices|pricing|cost|costs|time|deadline|facts?|news|announcement|growth|increase|release|launch|address|adresse|anschrift|zahl|zahlen|größe|preis|datum|termin|neuigkeit)$`)

// aboutUnit is the one sentence that speaks of something. What no sentence says must be a word
// for what is said of the rest.
func (e *editor) aboutUnit(m *manner, what string) (unit, bool) {
	words := m.topic(what)
	if len(words) == 0 {
		return unit{}, false
	}
	best, strange := e.speaking(words)
	only := func(has func(t string) bool) []unit {
		return slices.DeleteFunc(e.units(), func(u unit) bool { return !has(u.text) })
	}
	switch {
	case slices.ContainsFunc(strange, func(w string) bool { return !attribute.MatchString(w) }):
		return unit{}, false
	case len(strange) == 0 || len(best) > 0:
	case slices.ContainsFunc(words, calledStreet.MatchString):
		best = only(streetRE.MatchString)
	case slices.Contains(words, "deadline"):
		best = only(dueDay.MatchString)
	case slices.ContainsFunc(words, calledDate.MatchString):
		best = only(func(t string) bool { return telling.ADay.MatchString(t) })
	case slices.ContainsFunc(words, priceTopic.MatchString):
		best = only(moneyRE.MatchString)
	}
	return append(best, unit{})[0], len(best) == 1
}

// An address: the word for it, and one as it is written.
var (
	calledStreet = pattern.New(`(?i)^(?:address|adresse|anschrift)$`)
	streetRE     = pattern.New(`\b\p{Lu}\p{L}*(?:straße|strasse|gasse|weg|platz|allee|ring) \d+|\b\d+[a-z]? (?:\p{Lu}\p{L}+ )+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Way|Court)\b`)
)

// dueDay is the last day of something.
var dueDay = pattern.New(`(?i)\b(?:by|until|before|due(?: on| by)?|till) (?:\p{L}+,? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? \p{L}{3,9}|\p{L}{3,9} \d{1,2})\b`)

// onItsOwn is a sentence as it is understood without the one before, ok is false where nobody
// would know of what it speaks.
func (e *editor) onItsOwn(u unit, after string) (string, bool) {
	switch subject := e.b.Title; {
	case !pronounFirst.MatchString(u.text), heard(after, subject) && subject != "":
		return u.text, true
	case subject != "" && prose.Words(subject) <= 3 && heard(u.lead, subject) && strings.HasPrefix(u.text, "It "):
		return subject + u.text[len("It"):], true
	}
	return "", false
}

var (
	placeOf    = `(?:,? (?:(?:up|down|back|on) )?(?:to|at|towards|near) the (?:very )?(?:beginning|start|front|top|end|back|bottom),?)?,? (?:right |just |directly |straight |immediately )?(before|after|behind|ahead of) (.+)`
	edgeOf     = `,? (?:(?:up|down|back|on) )?((?:the )?(?:first|last)|(?:to|at|towards) the (?:very )?(?:beginning|start|front|top|end|back|bottom))(?: (?:point|item|one|thing|bullet|card|step|entry|feature|benefit|reason|tip))?`
	movesVerb  = `(?:please )?(?:move|put|bring|shift|pull|push|place|have) `
	shouldCome = ` (?:should|must|has to|needs to|ought to|could|can) (?:come|go|be said|be mentioned|be listed|be shown|be named|be|stand)`

	// movedBeside: what, on which side, of what.
	movedBeside = []*pattern.Pattern{pattern.New(`(?i)^` + movesVerb + `(.+?)` + placeOf + `$`), pattern.New(`(?i)^(.+?)` + shouldCome + placeOf + `$`)}
	// movedTo: what, to which end.
	movedTo = []*pattern.Pattern{pattern.New(`(?i)^` + movesVerb + `(.+?)` + edgeOf + `$`), pattern.New(`(?i)^(.+?)` + shouldCome + edgeOf + `$`)}
	// Words for the first scene and for the last.
	openingRE = pattern.New(`(?i)^(?:the )?(?:very )?(?:intro(?:duction)?|opening|welcome|title(?: card)?|greeting|hook|start|beginning|first scene|opener)(?: scene| part)?$`)
	endingRE  = pattern.New(`(?i)^(?:the )?(?:very )?(?:end|ending|closing|outro|cta|call to action|last scene|end card|(?:registration |sign-?up |booking )?(?:link|url|web ?site|address|web address))(?: scene| part)?$`)
)

// apartGist moves the one sentence that an instruction speaks of out of a scene that says more.
// errOther = it speaks of a whole scene, or of none.
func (e *editor) apartGist(g gist) (string, error) {
	if strings.ContainsAny(g.text, `"“„«`) || sceneNo.MatchString(g.text) {
		return "", errOther
	}
	what, where, beside := "", "", ""
	text := notOtherwise.ReplaceAllString(g.text, "")
	if f := ownScene.FindStringSubmatch(text); f != nil {
		return e.setApart(g.manner, f[1])
	}
	for _, re := range movedBeside {
		if f := re.FindStringSubmatch(text); f != nil && what == "" {
			what, where, beside = f[1], strings.ToLower(f[2]), f[3]
		}
	}
	for _, re := range movedTo {
		if f := re.FindStringSubmatch(text); f != nil && what == "" {
			what, where, beside = f[1], "after", "the intro"
			if edge := strings.ToLower(f[2]); strings.HasSuffix(edge, "last") || strings.HasSuffix(edge, "end") || strings.HasSuffix(edge, "back") || strings.HasSuffix(edge, "bottom") {
				where, beside = "before", "the end"
			}
		}
	}
	words := nameWords(what)
	if what == "" || g.manner.scenes.MatchString(what) || e.titled(words) >= 0 {
		return "", errOther
	}
	u, ok := e.aboutUnit(g.manner, what)
	if !ok || e.isAbout(u.scene, what, words) || showsList(e.b.Scenes[u.scene]) {
		return "", errOther
	}
	ss := prose.SplitSentences(e.b.Scenes[u.scene].Say)
	to, at, err := e.besideUnit(g.manner, beside)
	if err != nil || len(ss) < 2 && text == g.text {
		return "", errOther
	}
	if len(ss) < 2 {
		way := "after"
		if where == "before" || where == "ahead of" {
			way = "before"
		}
		defer e.asItStands()()
		return e.withTwin(edit.Edit{Scenes: sceneAt(u.scene), Place: &edit.Place{Where: way, Scenes: sceneAt(to)}, Values: map[string]string{}})
	}
	if where != "before" && where != "ahead of" {
		where, at = "after", at+1
	} else {
		where = "before"
	}
	next := u.sentence + 1
	said, ok := e.onItsOwn(u, "")
	if !ok || next < len(ss) && pronounFirst.MatchString(ss[next]) {
		return "", fmt.Errorf("scene %d says %q, and its sentences speak of each other: write in scene %d say …", u.scene+1, telling.Clip(strings.Join(ss, " "), 90), u.scene+1)
	}
	if to == u.scene {
		if at > u.sentence {
			at--
		}
		order := slices.Insert(slices.Delete(slices.Clone(ss), u.sentence, next), at, said)
		e.speak(&e.b.Scenes[u.scene], strings.Join(order, " "))
		return fmt.Sprintf("scene %d now says %q", u.scene+1, telling.Clip(e.b.Scenes[u.scene].Say, 90)), nil
	}
	id := e.b.Scenes[to].ID
	defer e.asItStands()()
	if _, err := e.removeLine(edit.Edit{Scenes: sceneAt(u.scene), Line: &edit.Line{Number: u.sentence + 1}}); err != nil {
		return "", err
	}
	to = slices.IndexFunc(e.b.Scenes, func(s scene.Scene) bool { return s.ID == id })
	if where == "after" {
		to++
	}
	e.insert(to, said)
	return fmt.Sprintf("scene %d is new and says %q, which was a part of another scene", to+1, telling.Clip(said, 60)), nil
}

// besideUnit is the sentence that a phrase names: where the video opens, where it ends, or what
// speaks of it.
func (e *editor) besideUnit(m *manner, name string) (i, sentence int, err error) {
	switch name = strings.TrimSpace(name); {
	case openingRE.MatchString(name):
		return 0, max(0, len(prose.SplitSentences(e.b.Scenes[0].Say))-1), nil
	case endingRE.MatchString(name):
		return len(e.b.Scenes) - 1, 0, nil
	}
	if u, ok := e.aboutUnit(m, name); ok {
		return u.scene, u.sentence, nil
	}
	i, err = e.scenePart(m, name)
	return i, 0, err
}

// alsoIn says in a scene what another says. Groups: the verb, what, where.
var alsoIn = pattern.New(`(?i)^(?:please )?((?:also |already )?(?:mention|repeat|bring up|name|say|include|state|erwähne?n?|nenne?n?|wiederhole?n?)(?: also| already)?) (?:bitte )?(?:the |our |den |die |das )?(.+?)((?: already| also| too| as well| again| auch| schon| bereits| noch einmal| nochmal){0,2}) (?:right |gleich )?(?:in|at|during|im|in der|am|zum) (?:the )?` +
	`((?:very )?(?:opening|intro|introduction|beginning|start|first scene|hook|end|ending|closing|outro|last scene|end card|cta|call to action)(?: scene| part)?|scene \d{1,2}|einleitung|intro|anfang|einstieg|schluss|ende|szene \d{1,2})((?:,? (?:too|also|as well|already|again|once more|auch|schon)){0,2})$`)

var (
	// lastWord adds a sentence at an end of the video. Groups: the words, which end.
	lastWord = pattern.New(`(?i)^(?:add|put|say|insert) ["“„'‘](.+?)["”'’] as (?:the |a )?(?:very )?(last|final|closing|first|opening) (?:sentence|line|words?|thing)(?: of the video)?$`)
	// comesAgain says something once more. Groups: what, where.
	comesAgain = pattern.New(`(?i)^(?:the |our |die |der |das |den )?(.+?) (?:should|must|soll(?:te)?|muss) (?:be (?:repeated|mentioned|said) |come |appear )?(?:again |once more |noch einmal |nochmal |auch )?(?:in|at|am|im|in der|zum) (?:the )?(end|closing|opening|beginning|start|intro|ende|schluss|anfang|einleitung)(?: again| once more| too| as well| noch einmal| nochmal| auch)?(?: kommen| erwähnt werden| stehen| genannt werden)?$`)
	againRE    = pattern.New(`(?i)\b(?:again|once more|repeated|too|as well|noch einmal|nochmal|auch)\b`)
)

// tooGist says a sentence of the video once more in another scene: "mention the price in the
// opening too".
func (e *editor) tooGist(g gist) (string, error) {
	if f := lastWord.FindStringSubmatch(g.text); f != nil {
		x := edit.Edit{Text: f[1], Quoted: true, Scenes: sceneAt(len(e.b.Scenes) - 1), Values: map[string]string{}}
		if low := strings.ToLower(f[2]); low == "first" || low == "opening" {
			x.Scenes, x.Values["start"] = nil, ""
		}
		return e.addLine(x)
	}
	f := alsoIn.FindStringSubmatch(g.text)
	if c := comesAgain.FindStringSubmatch(g.text); f == nil && c != nil && againRE.MatchString(g.text) {
		f = []string{"", "repeat", c[1], "", c[2], ""}
	}
	if f == nil || strings.ContainsAny(g.text, `"“„«:`) {
		return "", errOther
	}
	if verb := strings.ToLower(f[1]); f[3]+f[5] == "" && !strings.Contains(verb, " ") && (verb == "say" || verb == "name" || verb == "include" || verb == "state") {
		return "", errOther // words to say
	}
	u, ok := e.aboutUnit(g.manner, f[2])
	if !ok {
		return "", errOther
	}
	to := 0
	switch where := strings.ToLower(f[4]); {
	case sceneNo.MatchString(where):
		n, _ := strconv.Atoi(sceneNo.FindStringSubmatch(where)[1])
		is, err := e.counted(n)
		if err != nil {
			return "", err
		}
		to = is[0]
	case endingRE.MatchString(where), where == "schluss", where == "ende":
		to = len(e.b.Scenes) - 1
	}
	s := &e.b.Scenes[to]
	said, ok := e.onItsOwn(u, s.Say)
	switch {
	case heard(s.Say, prose.Unstop(u.text)):
		return "", fmt.Errorf("scene %d already says it", to+1)
	case !ok:
		return "", fmt.Errorf("scene %d says %q, which nobody would understand there: write add \"…\" to scene %d", u.scene+1, telling.Clip(u.text, 60), to+1)
	case s.Kind == scene.End && s.Say != "":
		s.Say = said + " " + s.Say
	default:
		s.Say = strings.TrimSpace(s.Say + " " + said)
	}
	s.Verbatim, s.Seconds = true, 0
	return fmt.Sprintf("scene %d also says %q, as scene %d does", to+1, said, u.scene+1), nil
}

// toldTo asks those who watch to do something. Groups: "not", what, on which side, of what, where.
var toldTo = pattern.New(`(?i)^(?:also )?(?:tell|remind|ask|advise|warn|invite|encourage|urge) (?:the |our |all )?(?:\p{L}+ ){1,2}?(not )?to (.+?)(?:,? (?:right|just|directly|shortly) (before|after) (.+)|, (before|after) (.+)|,? (?:at|in) the (very end|end|beginning|start|opening|intro))?$`)

// Words for those who watch, as they are said to them.
var (
	theirs  = pattern.New(`(?i)\btheirs?\b`)
	theyRE  = pattern.New(`(?i)\bthey(?:'re| are)\b`)
	they    = pattern.New(`(?i)\bthey\b`)
	ownSelf = pattern.New(`(?i)\bthemselves\b`)
)

// tellGist says what those who watch are to do: "tell people to bring boots, right before the
// link".
func (e *editor) tellGist(g gist) (string, error) {
	f := toldTo.FindStringSubmatch(g.text)
	if f == nil || !strings.HasPrefix(e.b.Language, "en") || strings.ContainsAny(g.text, `"“„«`) {
		return "", errOther
	}
	t := ownSelf.ReplaceAllString(theirs.ReplaceAllString(theyRE.ReplaceAllString(f[2], "you are"), "your"), "yourself")
	t = they.ReplaceAllString(t, "you")
	if f[1] != "" {
		t = "don't " + t
	}
	t = prose.Upper(prose.Stop(t))
	where, beside := f[3]+f[5], f[4]+f[6]
	if f[7] != "" {
		where, beside = "before", "the end"
		if !strings.HasSuffix(f[7], "end") {
			where, beside = "after", "the intro"
		}
	}
	if where == "" {
		return e.mention(edit.Edit{Text: t})
	}
	to, at, err := e.besideUnit(g.manner, beside)
	if errors.Is(err, errOther) {
		return "", fmt.Errorf("no scene speaks of %q: say it with the scene's number", beside)
	} else if err != nil {
		return "", err
	}
	s := &e.b.Scenes[to]
	ss := prose.SplitSentences(s.Say)
	if where == "after" {
		at++
	}
	if at > 0 && at < len(ss) && !pronounFirst.MatchString(ss[at]) {
		s.Say, s.Verbatim, s.Seconds = strings.Join(slices.Insert(ss, at, t), " "), true, 0
		return fmt.Sprintf("scene %d also says %q", to+1, t), nil
	}
	if at > 0 {
		to++
	}
	e.insert(to, t)
	return fmt.Sprintf("scene %d is new and says %q", to+1, t), nil
}

var (
	// notOtherwise denies the order that there is: "…, not before".
	notOtherwise = pattern.New(`(?i),? (?:and )?(?:not|rather than|instead of) (?:before|after|first|last|at the (?:end|beginning|start)|the other way (?:a)?round)(?: it| that)?$`)
	// ownScene gives something a scene of its own. Group: what.
	ownScene = pattern.New(`(?i)^(?:please )?(?:move |put |give |split |show |have |make )?(?:off )?(.+?)(?: (?:should|could|can|must|deserves|needs|needs to|has to|wants))?(?: (?:go|be|come|have|get|stand|be moved|be put|be shown))? ?(?:(?:in|into|to|on|as|of) )?(?:(?:its|their|an?) own (?:scene|slide|card)|a (?:separate|new) (?:scene|slide)|a (?:scene|slide|card) of its own)$`)
)

// setApart gives the one sentence that speaks of something a scene of its own, behind the one
// that says it.
func (e *editor) setApart(m *manner, what string) (string, error) {
	if f := pieceOf.FindStringSubmatch(what); f != nil {
		what = f[1]
	}
	u, ok := e.aboutUnit(m, what)
	if !ok {
		return "", fmt.Errorf("which sentence speaks of %q? Give its words in quotation marks, or write split scene N", what)
	}
	ss := prose.SplitSentences(e.b.Scenes[u.scene].Say)
	if len(ss) < 2 {
		return "", fmt.Errorf("scene %d says nothing else", u.scene+1)
	}
	said, ok := e.onItsOwn(u, "")
	if next := u.sentence + 1; !ok || showsList(e.b.Scenes[u.scene]) || next < len(ss) && pronounFirst.MatchString(ss[next]) {
		return "", fmt.Errorf("scene %d says %q, and its sentences belong together: write split scene %d, or in scene %d say …", u.scene+1, telling.Clip(strings.Join(ss, " "), 90), u.scene+1, u.scene+1)
	}
	defer e.asItStands()()
	if _, err := e.removeLine(edit.Edit{Scenes: sceneAt(u.scene), Line: &edit.Line{Number: u.sentence + 1}}); err != nil {
		return "", err
	}
	to := u.scene + 1
	if u.sentence == 0 {
		to = u.scene
	}
	e.insert(to, said)
	return fmt.Sprintf("scene %d is new and says %q", to+1, telling.Clip(said, 60)), nil
}
