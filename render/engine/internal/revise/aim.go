package revise

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// People who have watched a video point at what they saw: at a moment ("at 0:12"), at what
// is said meanwhile ("when she mentions the fees"), and at what they have just spoken of
// ("scene 2 is hard to read, split it"). Each of them is a scene, and an instruction with
// the scene's number in its place is read as any other.

// exchanged puts one of two quotations in the place of the other, whatever stands around
// them: of the two, the video has but one. errOther = it has none, or both, or something is
// to stand beside it.
func (e *editor) exchanged(s string) (string, error) {
	quotes := inMarks.FindAllStringSubmatch(s, -1)
	if len(quotes) != 2 || beside.MatchString(inMarks.ReplaceAllString(s, " ")) {
		return "", errOther
	}
	has := func(words string) bool {
		return slices.ContainsFunc(e.b.Scenes, func(sc scene.Scene) bool { return heard(sceneText(&sc), words) })
	}
	old, with := quotes[0][1], quotes[1][1]
	if has(with) {
		old, with = with, old
	}
	if !has(old) || has(with) {
		return "", errOther
	}
	return e.replace(edit.Edit{Text: prose.Unstop(old), With: prose.Unstop(with), Quoted: true})
}

// inMarks is a quotation. Group: its words.
var inMarks = pattern.New(`["“”„«]\s*([^"“”„«»]{1,200}?)\s*["“”»]`)

// beside says that something stands beside something else.
var beside = pattern.New(`(?i)\b(?:add|insert|append|after|before|between|pause|swap|pronounce\w*|füge?n?|ergänze?|nach|hinter|vor|zwischen|vertausche?|añad\w+|agreg\w+|después|antes|entre|ajoute\w*|après|avant|prononce\w*|aggiung\w+|dopo|prima|adicion\w+|depois|voeg|toe|voor|na)\b`)

// aimed carries an instruction out with the numbers of the scenes that it points at so.
// errOther = it points at none, or leads nowhere with its number either.
func (entry Entry) aimed(b, first *scene.Storyboard, s string) (*scene.Storyboard, string, error) {
	entry.nested++
	e := &editor{b: b, first: first, entry: entry, seen: sceneIDs(b)}
	m := mannerOf(b.Language)
	if m == nil || entry.nested > mostNested || len(inMarks.FindAllString(s, -1)) > 1 && !beside.MatchString(s) { // what is said where is not what is to be said there
		return nil, "", errOther
	}
	for _, a := range append(e.momentsOf(s), e.meanwhile(m, s)...) {
		near := []int{a.scene}
		if a.moment { // scenes last a little more or less than is reckoned here
			near = append(near, a.scene-1, a.scene+1)
		}
		for k, text := range a.texts(m) {
			if k > 0 && inMarks.MatchString(s) && corrects.MatchString(s) { // the words are one word's, not all that is said there
				continue
			}
			next, done, err := entry.carryOut(b, first, text)
			switch {
			case err != nil:
			case k == 0 && a.bare && !onlyIn(b, next, near): // its own words lead elsewhere
			case k > 0 && !onlyIn(b, next, near[:1]):
			default:
				return next, done + a.told(), nil
			}
		}
	}
	return nil, "", errOther
}

// headed puts the number of a scene in the place of the words for it that stand before a
// colon, and all else is to be done there: "the features slide: put the timer first".
func (e *editor) headed(m *manner, s string) (string, bool) {
	name, rest, ok := strings.Cut(s, ":")
	name = strings.TrimSpace(sceneLead.ReplaceAllString(name, ""))
	if !ok || name == "" || prose.Words(name) > mostPhrase || strings.ContainsAny(name, `"“„«0123456789`) || strings.TrimSpace(rest) == "" || edit.Orders(name, m.lang) {
		return "", false
	}
	topic, head := m.headed(strings.TrimSpace(m.leading.ReplaceAllString(name, "")))
	kind := kindOf[strings.ToLower(m.leading.ReplaceAllString(name, ""))]
	if topic == "" || !head && kind == "" {
		return "", false
	}
	i, err := e.scenePart(m, topic)
	if err != nil {
		return "", false
	}
	return fmt.Sprintf("%s %d: %s", m.scene, i+1, strings.TrimSpace(rest)), true
}

// sceneLead stands before the words for a scene.
var sceneLead = pattern.New(`(?i)^(?:in|on|for|auf|bei|en|dans|sur|im|zur|zum) `)

// ofIt carries out what is to be done to "it", the scene of which the clause before speaks.
func (entry Entry) ofIt(b, first *scene.Storyboard, s string) (*scene.Storyboard, string, error) {
	entry.nested++
	e := &editor{b: b, first: first, entry: entry, seen: sceneIDs(b)}
	if m := mannerOf(b.Language); m != nil && entry.nested <= mostNested {
		if text, remark := e.itIs(m, s); text != "" {
			if next, done, err := entry.carryOut(b, first, text); err == nil {
				return next, fmt.Sprintf("%s; %q is taken as a remark", done, telling.Clip(remark, 60)), nil
			}
		}
		if text, remark := subjectOfIt(m, s); text != "" {
			if next, done, err := entry.carryOut(b, first, text); err == nil {
				return next, fmt.Sprintf("%s; %q is taken as a remark", done, telling.Clip(remark, 60)), nil
			}
		}
		if text, remark := e.afterRemark(m, s); text != "" {
			parts, err := edit.Read(text, m.lang)
			same := func() bool { // both speak of the same
				topic := slices.DeleteFunc(m.topic(text), func(w string) bool { _, strange := e.speaking([]string{w}); return len(strange) > 0 })
				return names(remark, topic)
			}
			if (err != nil || edit.ByName(parts)) && same() {
				if next, done, err := entry.carryOut(b, first, text); err == nil {
					return next, fmt.Sprintf("%s; %q is taken as a remark", done, telling.Clip(remark, 60)), nil
				}
			}
			if err == nil && !edit.ByName(parts) {
				if next, done, err := entry.carryOutParts(b, first, parts); err == nil {
					return next, fmt.Sprintf("%s; %q is taken as a remark", done, telling.Clip(remark, 60)), nil
				}
			}
		}
	}
	return nil, "", errOther
}

// mostNested bounds the work: a reading of a part is tried in other ways only so deep.
const mostNested = 1

// corrects says that a word is another.
var corrects = pattern.New(`(?i)\b(?:typos?|should|instead|wrong|misspel\w*|spell\w*|not|tippfehler|statt|falsch|errata|error|erreur|faute)\b`)

// aim is what an instruction points at, and the rest of it.
type aim struct {
	scene      int
	head, tail string // what stands before, and behind
	what       string // "0:12", "Most visits take about 15 minutes."
	moment     bool
	bare       bool // the rest may find by its own words what is meant
}

// texts are the ways to read the rest: as it stands, and of the scene.
func (a aim) texts(m *manner) []string {
	join := func(parts ...string) string { return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") }
	number := fmt.Sprintf("%s %d", m.scene, a.scene+1)
	in, _, _ := strings.Cut(m.aScene, "|")
	head, tail := strings.TrimRight(a.head, " ,;:"), strings.TrimLeft(a.tail, " ,;:–-")
	out := []string{}
	if a.bare {
		out = append(out, join(head, tail))
	}
	if head == "" {
		return append(out, join(in, number+",", tail), number+": "+tail, join(tail, in, number))
	}
	return append(out, join(head, in, number, tail), join(head, number, tail), number+": "+join(head, tail))
}

func (a aim) told() string {
	if a.moment {
		return fmt.Sprintf(" (%s is about where scene %d is)", a.what, a.scene+1)
	}
	return fmt.Sprintf(" (scene %d says %q)", a.scene+1, telling.Clip(a.what, 60))
}

// aMoment is a time of the video. Groups: minutes and seconds, or seconds alone.
var aMoment = pattern.New(`(?i)[(\[]?(?:\b(?:right |exactly )?(?:at|around|about|from|near|um|bei|ab|à|vers|en el|en|hacia el|a los|al|verso|naar) )?(?:the |about |around |ca\.? |etwa |circa |environ |minute |sekunde |segundo |seconde |timestamp |timecode )*(?:\b(\d{1,2}):([0-5]\d)\b|\b(\d{1,3}) ?(?:s|secs?|seconds?|sekunden?|secondes?|segundos?)(?: mark| in|-marke)?\b)(?: ?(?:-|–|to|until|bis|à|hasta|a) ?(?:\d{1,2}:[0-5]\d|\d{1,3} ?(?:s|secs?|seconds?))\b)?[)\]]?`)

// ofTime leads a moment of the video, and no length.
var ofTime = pattern.New(`(?i)^[(\[]|^(?:right |exactly )?(?:at|around|near|um|bei|à|vers|en el|hacia el|a los|al|verso) |\d:\d\d|mark|-marke`)

// momentsOf are the moments of the video at which an instruction points.
func (e *editor) momentsOf(s string) []aim {
	var out []aim
	seen := &editor{b: e.b, entry: e.entry}
	if e.first != nil { // whoever names a moment has seen the video before all edits
		seen.b = e.first
	}
	for _, at := range aMoment.FindAllStringSubmatchIndex(s, -1) {
		what := s[at[0]:at[1]]
		group := func(k int) float64 {
			if at[2*k] < 0 {
				return 0
			}
			v, _ := strconv.ParseFloat(s[at[2*k]:at[2*k+1]], 64)
			return v
		}
		secs := 60*group(1) + group(2) + group(3)
		if inQuotes(s, at[0]) || !ofTime.MatchString(what) || secs > seen.b.Seconds && seen.b.Seconds > 0 {
			continue
		}
		id := seen.b.Scenes[seen.around(secs)].ID
		i := slices.IndexFunc(e.b.Scenes, func(sc scene.Scene) bool { return sc.ID == id })
		if i < 0 {
			continue
		}
		out = append(out, aim{scene: i, head: s[:at[0]], tail: s[at[1]:], what: fmt.Sprintf("%d:%02d", int(secs)/60, int(secs)%60), moment: true, bare: true})
	}
	return out
}

// whileSaid leads what is said meanwhile. Group: what.
var whileSaid = pattern.New(`(?i)(?:\b(?:in |at |during |of )?the (?:part|scene|moment|bit|section|place|slide|shot) )?\b(?:when|while|as|where) (?:she|he|they|it|we|you|(?:the )?(?:presenter|voice|narrator|speaker))(?:'s| is| are)? (?:(?:is|starts|begins|gets) )?(?:to )?(?:talk|talking|speak|speaking|mention|mentioning|say|saying|ask|asking|tell|telling|explain|explaining|introduce|introducing|get|gets|getting|come|comes|coming)s?(?: (?:about|of|for|on|that|us|to))*\s+([^,;:.!?]{3,80})` +
	`|\b(?:when|while|as|where) (?:the |our )?([^,;:.!?]{3,60}?) (?:is|are|gets?|comes?) (?:being )?(?:mentioned|named|introduced|explained|discussed|listed|said|told|spoken of|talked about|brought up|up)\b` +
	`|(?:\b(?:an der |in der )?(?:stelle|szene),? )?\b(?:wo|wenn|während|als) (?:sie|er|es|man|wir) (?:(?:über|um|von) )?([^,;:.!?]{3,80}?) (?:spricht|redet|sagt|erwähnt|erzählt|erklärt|geht)\b` +
	`|(?:\b(?:en )?la (?:parte|escena) )?\b(?:cuando|donde|mientras) (?:(?:ella|él|se) )?(?:habla|dice|menciona|pide|explica)(?: de(?:l| la| los| las)?| sobre)?(?: que)? ([^,;:.!?]{3,80})` +
	`|(?:\b(?:dans )?la (?:partie|scène) )?\b(?:quand|lorsqu['e]|où|pendant qu['e]) ?(?:elle|il|on) (?:parle|dit|mentionne|demande|explique)(?: d[eu]s?| de la| d['’]| que| sur)? ([^,;:.!?]{3,80})`)

// meanwhile are the scenes in which is said what an instruction points at.
func (e *editor) meanwhile(m *manner, s string) []aim {
	var out []aim
	for _, at := range whileSaid.FindAllStringSubmatchIndex(s, -1) {
		if inQuotes(s, at[0]) {
			continue
		}
		for k := 1; 2*k < len(at); k++ {
			if at[2*k] < 0 {
				continue
			}
			u, ok := e.saying(m, strings.Trim(s[at[2*k]:at[2*k+1]], `"“”„«» `))
			if ok {
				out = append(out, aim{scene: u.scene, head: s[:at[0]], tail: s[at[1]:], what: u.text})
			}
		}
	}
	return out
}

// saying is the one sentence that has some words, or speaks of all of them.
func (e *editor) saying(m *manner, words string) (unit, bool) {
	var found []unit
	for _, u := range e.units() {
		if heard(u.text, words) {
			found = append(found, u)
		}
	}
	if len(found) == 0 {
		if u, ok := e.aboutUnit(m, words); ok {
			found = []unit{u}
		}
	}
	return append(found, unit{})[0], len(found) == 1
}

// itIs puts the scene of which one clause only says how it is in the place of what the next
// calls "it": "nobody can read scene 2, split it". "" = there are no such two.
func (e *editor) itIs(m *manner, s string) (text, remark string) {
	at := remarkEnd.FindStringIndex(s)
	if at == nil || inQuotes(s, at[0]) {
		return "", ""
	}
	remark, order := s[:at[0]], m.bare(s[at[1]:])
	if !edit.Orders(order, m.lang) || edit.Orders(m.bare(remark), m.lang) || strings.ContainsAny(remark, `"“„«`) {
		return "", ""
	}
	number := aNumbered(m).FindString(remark)
	for i := range e.b.Scenes {
		if number == "" && recapWords.MatchString(remark) && e.recaps(i) {
			number = fmt.Sprintf("%s %d", m.scene, i+1)
		}
	}
	for _, bare := range []bool{false, true} {
		if next, ok := e.numbered(m, remark, bare); number == "" && ok {
			number = aNumbered(m).FindString(next)
		}
	}
	it := itself.FindStringIndex(order)
	if number == "" || it == nil || inQuotes(order, it[0]) {
		return "", ""
	}
	return order[:it[0]] + number + order[it[1]:], remark
}

// subjectOfIt puts what a remark is about in the place of what the order behind it calls "it":
// "the last tip is weird, drop it". "" = there are no such two.
func subjectOfIt(m *manner, s string) (text, remark string) {
	at := remarkEnd.FindStringIndex(s)
	if at == nil || inQuotes(s, at[0]) {
		return "", ""
	}
	remark, order := s[:at[0]], m.bare(s[at[1]:])
	f, it := judged.FindStringSubmatch(remark), itself.FindStringIndex(order)
	if f == nil || it == nil || inQuotes(order, it[0]) || !edit.Orders(order, m.lang) || strings.ContainsAny(remark, `"“„«`) {
		return "", ""
	}
	return order[:it[0]] + f[1] + order[it[1]:], remark
}

// judged says how something is. Group: what.
var judged = pattern.New(`(?i)^((?:the|that|this|our|der|die|das) [^,;]{3,50}?) (?:is|are|was|sounds?|feels?|looks?|seems?|reads?|doesn't|isn't|aren't|ist|sind|klingt|wirkt) .+$`)

// afterRemark is an order behind a clause that only says how something is, with that thing for
// what it calls "one": "the woman's voice sounds tired, use a male one". "" = there is none.
func (e *editor) afterRemark(m *manner, s string) (text, remark string) {
	at := remarkEnd.FindStringIndex(s)
	if at == nil || inQuotes(s, at[0]) {
		return "", ""
	}
	remark, order := s[:at[0]], m.bare(s[at[1]:])
	if !edit.Orders(order, m.lang) || edit.Orders(m.bare(remark), m.lang) || strings.ContainsAny(remark, `"“„«`) || telling.DigitsRE.MatchString(remark) || demands.MatchString(remark) || itself.MatchString(order) {
		return "", ""
	}
	thing := thingWord.FindString(remark)
	if oneOf.MatchString(order) {
		if thing == "" {
			return "", ""
		}
		order = oneOf.ReplaceAllString(order, " "+thing)
	}
	return order, remark
}

var (
	// demands says what is to be done, and is no remark.
	demands = pattern.New(`(?i)\b(?:should|must|needs? to|have to|has to|want|please|no|not|don't|soll\w*|muss|müssen|bitte|kein\w*|nicht|debe\w*|no|doit|doivent|pas|sans)\b`)
	// thingWord is what an order behind a remark may speak of.
	thingWord = pattern.New(`(?i)\b(?:voice|music|presenter|background|font|captions?|logo|transitions?|stimme|musik|hintergrund|schrift|voz|música|fondo|voix|musique|fond)\b`)
	// oneOf stands for a thing that was named before.
	oneOf = pattern.New(`(?i) (?:ones?|eine?n?s?|una?|une?)$`)
)

// aNumbered is a scene by its number.
func aNumbered(m *manner) *pattern.Pattern { return numberedScenes[m.lang] }

var numberedScenes = func() map[string]*pattern.Pattern {
	out := map[string]*pattern.Pattern{}
	for _, p := range phrasings {
		out[p.lang] = pattern.New(`(?i)\b(?:` + p.scenes + `) \d{1,2}\b`)
	}
	return out
}()

// remarkEnd parts a remark from what is to be done about it.
var remarkEnd = pattern.New(`[,;.!:] (?:(?:so|and|und|also|y|et|e|en) )?(?:(?:please|pls|bitte|can we|can you|could you|could we|let's) )*| [–—-] `)

// itself is what an order calls what was spoken of before.
var itself = pattern.New(`(?i)\b(?:it|them|this one|that one|es|sie|ihn)\b|\b(?:that|this)$`)

// onlyIn tells whether two storyboards differ in some scenes alone, and in those that say
// once more what others say.
func onlyIn(was, is *scene.Storyboard, scenes []int) bool {
	e := &editor{b: was}
	other := func(i int) bool { return !slices.Contains(scenes, i) && !e.recaps(i) && !e.repeats(i) }
	for i, s := range was.Scenes {
		k := slices.IndexFunc(is.Scenes, func(t scene.Scene) bool { return t.ID == s.ID })
		if other(i) && (k < 0 || !sameScene(is.Scenes[k], s)) {
			return false
		}
	}
	a, b := *was, *is
	a.Scenes, b.Scenes, a.Notes, b.Notes, a.Unedited, b.Unedited = nil, nil, nil, nil, nil, nil
	return reflect.DeepEqual(a, b) || fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b)
}

func sameScene(a, b scene.Scene) bool {
	x, errX := clone(&scene.Storyboard{Scenes: []scene.Scene{a}})
	y, errY := clone(&scene.Storyboard{Scenes: []scene.Scene{b}})
	return errX == nil && errY == nil && reflect.DeepEqual(x, y)
}
