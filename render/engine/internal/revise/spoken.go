package revise

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// How words are spoken: which of them are stressed, and which sentences go slower or faster
// than the rest. The storyboard marks both in what a scene says, *so* and
// <prosody rate="90%">so</prosody>.

// Words with which a stress, and another pace of some words, is asked for.
var (
	stressRE     = pattern.New(`(?i)^(?:(?:put|lay|place|add) (?:more |some |a bit more )?(?:emphasis|stress) (?:on|to)|(?:stress|emphasi[sz]e|accentuate)|betone?n?|pon(?:er)? (?:más )?énfasis en|enfatiza|recalca|insiste[zr]? sur|accentue[zr]?) (?:the |das |die |la |le |el )?(?:(?:words?|phrase|number|figure|wort|wörter|zahl|palabras?|mots?|cifra|chiffre) )?["“„«]?(.+?)["”“»]?(?: (?:more|stärker|mehr|más|davantage|a bit|slightly|strongly|clearly))*$`)
	saidStressed = pattern.New(`(?i)^["“]([^"“”]{2,80})["”] (?:should|must|needs to|has to|could) (?:be (?:said|spoken|read|stressed|emphasi[sz]ed)|have|get)\b[^"“”]*(?:emphasis|emphasi[sz]ed|stress(?:ed)?)[^"“”]*$`)
	slowRE       = pattern.New(`(?i)\b(?:slower|slowly|slow(?: \p{L}+){0,2} down|too (?:fast|quick|quickly)|langsamer|zu schnell|más (?:lento|despacio)|demasiado (?:rápido|deprisa)|muy rápido|plus lentement|moins vite|trop vite)\b`)
	fastRE       = pattern.New(`(?i)\b(?:faster|quicker|more quickly|speed(?: \p{L}+){0,2} up|too slow(?:ly)?|schneller|zu langsam|más (?:rápido|deprisa)|demasiado (?:lento|despacio)|plus vite|trop lentement)\b`)
	speaksRE     = pattern.New(`(?i)\b(?:speaks?|speaking|spoken|talks?|talking|says?|said|reads?|reading|narrates?|narration|voice|voice-?over|she|her|him|he|delivery|spricht|sprechen|sprich|redet|liest|sagt|stimme|habla|hable|dice|lee|voz|parle|parler|dit|lit|voix)\b`)
	inScene      = pattern.New(`(?i)\b(?:in |of |im |en |dans )?(?:the |der |la )?(?:scene|slide|szene|folie|escena|scène) (\d{1,2})\b`)
	lineOf       = pattern.New(`(?i)\b(?:the |den |dem |la )?(?:(?:sentence|line|satz|frase|phrase) (?:about|on|with|where|über|mit|sobre|de|sur)|(?:about|über|sobre))\s+([^,;:.!?]{3,60})`)
)

// rates of one sentence beside the rest, percent.
const (
	slowerRate = 88
	fasterRate = 112
)

// spokenGist stresses words, and slows or hurries what a scene or one sentence says. errOther =
// it asks for nothing of the kind, or of the whole video.
func (e *editor) spokenGist(g gist) (string, error) {
	text := g.text
	if next, ok := e.numbered(g.manner, text, false); ok && inScene.FindString(text) == "" { // "in the price part"
		text = next
	}
	where := -1
	if f := inScene.FindStringSubmatch(text); f != nil {
		i := slices.Index(strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"), f[1])
		if i < 0 || i >= len(e.b.Scenes) {
			return "", errOther
		}
		where = i
	}
	bare := strings.Join(strings.Fields(inScene.ReplaceAllString(text, " ")), " ")
	if f := saidStressed.FindStringSubmatch(bare); f != nil {
		return e.stress(where, f[1])
	}
	if f := stressRE.FindStringSubmatch(bare); f != nil {
		return e.stress(where, strings.Trim(f[1], `"“”„«» `))
	}
	if f := slowsFor.FindStringSubmatch(bare); f != nil {
		return e.slowedFor(g.manner, f[1])
	}
	slow, fast := slowRE.MatchString(text), fastRE.MatchString(text)
	if slow == fast || !speaksRE.MatchString(text) {
		return "", errOther
	}
	rate, how := slowerRate, "slower"
	if fast {
		rate, how = fasterRate, "faster"
	}
	u, found := unit{}, false
	if f := whileSaid.FindStringSubmatch(text); f != nil {
		for _, words := range f[1:] {
			if words != "" && !found {
				u, found = e.saying(g.manner, strings.Trim(words, `"“”„«» `))
			}
		}
		if k := e.tellsAlone(g.manner, f[1:]); !found && where < 0 && k >= 0 {
			return e.paced(k, -1, rate, how)
		}
		if !found {
			return "", errOther
		}
	} else if f := inMarks.FindStringSubmatch(text); f != nil {
		if u, found = e.saying(g.manner, f[1]); !found {
			return "", fmt.Errorf("%q is said nowhere, or more than once: say it with the scene's number", f[1])
		}
	} else if f := lineOf.FindStringSubmatch(unpaced(text)); f != nil {
		if u, found = e.saying(g.manner, f[1]); !found {
			return "", errOther
		}
	}
	switch {
	case found && (where < 0 || where == u.scene):
		return e.paced(u.scene, u.sentence, rate, how)
	case !found && where >= 0:
		return e.paced(where, -1, rate, how)
	}
	return "", errOther
}

// slowsFor asks for a slower pace of some words. Group: which.
var slowsFor = pattern.New(`(?i)^(?:please )?slow (?:it )?down (?:a bit |a little )?(?:on|for|at|with|around|in) (?:the |our )?([^"“„,;:]{3,50})$`)

// slowedFor slows the sentence that has some words, or the number or address that they name.
func (e *editor) slowedFor(m *manner, words string) (string, error) {
	find := func(string) string { return "" }
	if f := contactRE.FindStringSubmatch(words); f != nil {
		find = telling.PhoneNumber.FindString
		if f[2] != "" {
			find = prose.Mail
		}
	}
	for _, u := range e.units() {
		if find(u.text) != "" {
			return e.paced(u.scene, u.sentence, slowerRate, "slower")
		}
	}
	if u, ok := e.saying(m, words); ok {
		return e.paced(u.scene, u.sentence, slowerRate, "slower")
	}
	return "", errOther
}

// tellsAlone is the one scene that speaks of what one of some phrases says, −1 = there is none.
func (e *editor) tellsAlone(m *manner, phrases []string) int {
	for _, p := range phrases {
		if p == "" {
			continue
		}
		best, strange := e.speaking(m.topic(p))
		if len(best) == 0 || len(strange) > 0 || slices.ContainsFunc(best, func(u unit) bool { return u.scene != best[0].scene }) {
			return -1
		}
		return best[0].scene
	}
	return -1
}

// plainly carries out what is put in a frame of its own, how words are spoken, the place of an
// item in its list, the form in which something is shown, before anything else may take the
// words that it names for words to say.
func (entry Entry) plainly(b, first *scene.Storyboard, s string) (*scene.Storyboard, string, error) {
	m := mannerOf(b.Language)
	if m == nil {
		return nil, "", errOther
	}
	next, err := clone(b)
	if err != nil {
		return nil, "", err
	}
	e := &editor{b: next, first: first, entry: entry, seen: sceneIDs(next)}
	g := gistOf(s, m)
	done, err := e.framed(g)
	if remark := strings.Join(g.clauses[min(1, len(g.clauses)):], ", "); errors.Is(err, errOther) && remark != "" && e.idly(g) { // "put the passwords first, they matter most"
		h := g
		h.text, h.clauses = g.clauses[0], g.clauses[:1]
		if d, no := e.framed(h); no == nil {
			done, err = fmt.Sprintf("%s; %q is taken as a remark", d, telling.Clip(remark, 60)), nil
		}
	}
	if err == nil {
		err = board.Check(next)
	}
	return next, done, err
}

// framed carries out what has one of the frames.
func (e *editor) framed(g gist) (done string, err error) {
	for _, rule := range []func(gist) (string, error){e.spokenGist, e.sequenceGist, e.placeGist, e.spanGist, e.wrongGist, e.drawnGist, e.rowGist, e.itemsGist, e.overGist, e.tooGist, e.tellGist, e.apartGist} {
		if done, err = rule(g); !errors.Is(err, errOther) {
			return done, err
		}
	}
	return "", errOther
}

// idly tells whether all but the first clause of an instruction ask for nothing and give no
// value: they say why.
func (e *editor) idly(g gist) bool {
	return !strings.ContainsAny(g.text, `"“„«:`) && prose.Words(g.clauses[0]) > 2 && !slices.ContainsFunc(g.clauses[1:], func(c string) bool {
		return edit.Orders(c, g.manner.lang) || len(e.valuesIn(c)) > 0 || g.manner.drop.MatchString(c) || g.manner.dropped.MatchString(c) || g.manner.it.MatchString(c) || asksAgain.MatchString(c) || !becauseRE.MatchString(c)
	})
}

// asksAgain asks for something in a clause behind another.
var asksAgain = pattern.New(`(?i)\b(?:should|must|needs? to|please|instead|rather|but|then|also|too|not the|keep|without)\b`)

// becauseRE begins a reason.
var becauseRE = pattern.New(`(?i)^(?:it|it's|its|that|that's|this|they|they're|those|these|he|she|we|we're|you|people|nobody|no one|everyone|everybody|because|since|as|legal|marketing|sales|the (?:client|boss|team|customer)|much|more|most|way|so (?:it|that|people))\b`)

// unpaced is an instruction without its words for the pace, and for speaking.
func unpaced(s string) string {
	for _, re := range []*pattern.Pattern{slowRE, fastRE, speaksRE} {
		s = re.ReplaceAllString(s, " ")
	}
	return strings.Join(strings.Fields(s), " ")
}

// stress marks words that are said once, in one scene or in the whole video.
func (e *editor) stress(where int, words string) (string, error) {
	words = prose.Unstop(words)
	var in []int
	for i, s := range e.b.Scenes {
		if (where < 0 || where == i) && !e.recaps(i) {
			if _, n := exchange(s.Say, words, words); n > 0 {
				in = append(in, i)
			}
		}
	}
	switch {
	case len(in) == 0:
		return "", errOther
	case len(in) > 1:
		return "", fmt.Errorf("%s say %q: write stress it in scene N", inScenes(in), words)
	}
	s := &e.b.Scenes[in[0]]
	if strings.Contains(s.Say, "*"+words) {
		return fmt.Sprintf("scene %d stresses %q already", in[0]+1, words), nil
	}
	at := strings.Index(strings.ToLower(s.Say), strings.ToLower(words))
	if at < 0 || len(strings.ToLower(s.Say)) != len(s.Say) {
		return "", errOther
	}
	s.Say = s.Say[:at] + "*" + s.Say[at:at+len(words)] + "*" + s.Say[at+len(words):]
	return fmt.Sprintf("the voice stresses %q in scene %d", words, in[0]+1), nil
}

// paced marks what a scene says, or one sentence of it, as slower or faster than the rest.
func (e *editor) paced(i, sentence, rate int, how string) (string, error) {
	s := &e.b.Scenes[i]
	ss := prose.SplitSentences(s.Say)
	if len(ss) == 0 {
		return "", fmt.Errorf("scene %d says nothing", i+1)
	}
	of := strings.Join(ss, " ")
	for k := range ss {
		if sentence < 0 || k == sentence {
			plain := prosodyMark.ReplaceAllString(ss[k], "")
			body := prose.Unstop(plain) // the mark ends before the stop, where sentences part
			ss[k] = fmt.Sprintf(`<prosody rate="%d%%">%s</prosody>%s`, rate, body, plain[len(body):])
			if sentence == k {
				of = ss[k]
			}
		}
	}
	s.Say, s.Seconds = strings.Join(ss, " "), 0
	return fmt.Sprintf("the voice goes %s in scene %d: %q", how, i+1, telling.Clip(prosodyMark.ReplaceAllString(of, ""), 60)), nil
}

// prosodyMark marks the pace of words.
var prosodyMark = pattern.New(`</?prosody[^<>]*>`)
