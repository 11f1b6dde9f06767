package revise

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// Items of a list by their places in it: "the second feature should come last", "step 4 comes
// before step 3", "merge steps 2 and 3 into one: …".

var (
	// byPlace is an item by its place. Groups: the place, the noun; the noun, the number.
	byPlace = pattern.New(`(?i)^(?:the |our |der |die |das |den )?(?:(first|second|third|fourth|fifth|sixth|last|1st|2nd|3rd|4th|5th|6th|erste[rsn]?|zweite[rsn]?|dritte[rsn]?|vierte[rsn]?|fünfte[rsn]?|letzte[rsn]?) (\p{L}+)|(\p{L}+) (?:number |no\.? |nr\.? |#)?(\d|one|two|three|four|five|six|eins|zwei|drei|vier|fünf))$`)
	// noItem are nouns of what is no item of a list.
	noItem = pattern.New(`(?i)^(?:scenes?|slides?|sentences?|lines?|paragraphs?|words?|shots?|seconds?|szenen?|folien?|satz|sätze|zeilen?|wort|q|version|day|tag)$`)
	// anyItem are nouns of items of any list.
	anyItem = pattern.New(`(?i)^(?:points?|bullets?|items?|entr(?:y|ies)|cards?|tiles?|punkte?|einträge?|eintrag|karten?|kacheln?)$`)

	merging = pattern.New(`(?i)^(?:please )?(?:merge|combine|join|fold|unite) (?:the )?(?:(\p{L}+) )?(\d|first|second|third|fourth|fifth) (?:and|&|\+|with) (?:the )?(?:\p{L}+ )?(\d|second|third|fourth|fifth|last)(?: (\p{L}+))?(?: (?:into|to|as|in) (?:one|a single)(?: \p{L}+)?)?(?:(?::| saying| called| named| –| -) ["“]?(.+?)["”]?)?$`)
	// itemSays: the item, its words.
	itemSays = pattern.New(`(?i)^(?:the |der |die |das )?((?:\p{L}+ ){1,2}(?:number |no\.? |#)?\S+?) ?(?::|=|→|->| (?:should|must|has to|needs to|ought to) (?:read|say|be)| (?:soll|muss) (?:lauten|heißen))\s*["“„'‘](.+?)["”'’](?: (?:lauten|heißen))?$`)
	// itemIs: the item, its words.
	itemIs = pattern.New(`(?i)^(\p{L}+ (?:number |no\.? |#)?\d): ([^"“„«]{8,120})$`)
	// addedItem: what it is, its words.
	addedItem = pattern.New(`(?i)^(?:please )?(?:add|include|insert|append|ergänze?|füge?) (?:one more|another|an additional|an? (?:new|extra|further|second|third|fourth|fifth|sixth|seventh)|an?|(?:noch )?eine?n? (?:weitere[nrs]?|neue[nrs]?)) (\p{L}+)(?: (?:at the end|to the list|to it|hinzu))?(?:: | – | - |, )["“]?(.+?)["”]?$|^(?:ajoute[zr]?|añad[ae]|agrega|aggiungi|adicione|acrescente|voeg) (?:encore )?(?:une?|uno|una|um|uma|een|otro|otra|un altro|un'altra|outro|outra) (?:nouvelle?|autre|nuev[oa]|más |nuov[oa] |nov[oa] )?(\p{L}+)(?: (?:à la fin|al final|alla fine|no final|ao final|aan het eind|toe))*\s?: ?["“«]?(.+?)["”»]?$`)
	ofList    = pattern.New(`(?i),? (?:in|on|of|from|within) (?:the|that|this|our) (?:list|lists|bullets?|bullet points|cards|checklist|agenda)$`)
)

var counting = []string{"first 1st 1 one erste erster erstes ersten eins", "second 2nd 2 two zweite zweiter zweites zweiten zwei", "third 3rd 3 three dritte dritter drittes dritten drei",
	"fourth 4th 4 four vierte vierter viertes vierten vier", "fifth 5th 5 five fünfte fünfter fünftes fünften fünf", "sixth 6th 6 six"}

// countWord is the number that a place has, −1 = the last, 0 = none.
func countWord(w string) int {
	w = strings.ToLower(w)
	if w == "last" || strings.HasPrefix(w, "letzte") {
		return -1
	}
	if n, err := strconv.Atoi(w); err == nil {
		return n
	}
	return 1 + slices.IndexFunc(counting, func(c string) bool { return slices.Contains(strings.Fields(c), w) })
}

// listOf is the one scene whose list has what a noun names: steps, or what its heading or its
// words call so. errOther = there is none.
func (e *editor) listOf(noun string) (int, error) {
	noun = strings.ToLower(noun)
	var all, called []int
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if !showsList(*s) || e.repeats(i) || e.recaps(i) {
			continue
		}
		all = append(all, i)
		if step := kindOf[noun] == scene.Process || noun == "step" || noun == "schritt"; step && s.Kind == scene.Process || names(s.Headline+" "+s.Label+" "+append(prose.SplitSentences(s.Say), "")[0], []string{noun}) {
			called = append(called, i)
		}
	}
	switch {
	case noItem.MatchString(noun):
		return 0, errOther
	case len(called) == 1:
		return called[0], nil
	case len(all) == 1 && (len(called) == 0 || anyItem.MatchString(noun)):
		return all[0], nil
	case anyItem.MatchString(noun) && len(all) > 1, len(called) > 1:
		return 0, fmt.Errorf("which list: that of scene %s? Say it with its number", numbers(all))
	}
	return 0, errOther
}

// ranked is the item that is named by its place in a list: "the second feature", "step 4".
func (e *editor) ranked(name string) (i, k int, err error) {
	f := byPlace.FindStringSubmatch(strings.TrimSpace(name))
	if f == nil {
		return 0, 0, errOther
	}
	n := countWord(f[1] + f[4])
	if i, err = e.listOf(f[2] + f[3]); err != nil || n == 0 {
		return 0, 0, errOther
	}
	if n < 0 {
		n = len(e.b.Scenes[i].Items)
	}
	if n > len(e.b.Scenes[i].Items) {
		return 0, 0, fmt.Errorf("scene %d lists %d", i+1, len(e.b.Scenes[i].Items))
	}
	return i, n - 1, nil
}

// itemsGist moves and merges items that are named by their places, and moves those that are
// said to stand in a list. errOther = it speaks of none.
func (e *editor) itemsGist(g gist) (string, error) {
	defer e.asItStands()()
	if f := merging.FindStringSubmatch(g.text); f != nil {
		return e.mergeItems(f)
	}
	if f := addedItem.FindStringSubmatch(g.text); f != nil {
		i, err := e.listOf(cmp.Or(f[1], f[3]))
		if err != nil {
			return "", err
		}
		return e.addItem(edit.Edit{Scenes: sceneAt(i), Text: cmp.Or(f[2], f[4]), Values: map[string]string{}})
	}
	if f := g.manner.drop.FindStringSubmatch(g.text); f != nil { // "drop the last tip"
		if i, k, err := e.ranked(f[1]); err == nil {
			return e.removeItem(edit.Edit{Scenes: sceneAt(i), Items: []edit.Line{{Number: k + 1}}})
		}
	}
	if f := itemIs.FindStringSubmatch(g.text); f != nil && !edit.Orders(f[2], g.manner.lang) {
		if i, k, err := e.ranked(f[1]); err == nil {
			return e.changeItem(edit.Edit{Scenes: sceneAt(i), Items: []edit.Line{{Number: k + 1}}, Text: f[2], Quoted: true, Values: map[string]string{"change": ""}})
		}
	}
	if f := itemSays.FindStringSubmatch(g.text); f != nil {
		i, k, err := e.ranked(f[1])
		if err != nil {
			return "", errOther
		}
		return e.changeItem(edit.Edit{Scenes: sceneAt(i), Items: []edit.Line{{Number: k + 1}}, Text: f[2], Quoted: true, Values: map[string]string{"change": ""}})
	}
	text := g.text
	inList := ofList.FindString(text) != ""
	text = ofList.ReplaceAllString(text, "")
	if strings.ContainsAny(text, `"“„«`) {
		return "", errOther
	}
	what, where, beside := "", "", ""
	for _, re := range append(movedBeside, comesBeside) {
		if f := re.FindStringSubmatch(text); f != nil && what == "" {
			what, where, beside = f[1], strings.ToLower(f[2]), f[3]
		}
	}
	for _, re := range append(movedTo, comesTo) {
		if f := re.FindStringSubmatch(text); f != nil && what == "" {
			what, where = f[1], "first"
			if edge := strings.ToLower(f[2]); strings.HasSuffix(edge, "last") || strings.HasSuffix(edge, "end") || strings.HasSuffix(edge, "back") || strings.HasSuffix(edge, "bottom") {
				where = "last"
			}
		}
	}
	if f := isNth.FindStringSubmatch(text); f != nil && what == "" && !noItem.MatchString(f[3]) { // "… should be the first rule"
		if _, err := e.listOf(f[3]); err == nil {
			what, where = f[1], strings.ToLower(f[2])
		}
	}
	if f := bothEnds.FindStringSubmatch(text); f != nil {
		return e.bothMoved(g, f)
	}
	if what == "" || g.manner.scenes.MatchString(what) {
		return "", errOther
	}
	if f := pieceOf.FindStringSubmatch(what); f != nil { // "the bit about passwords"
		what = f[1]
	}
	i, k, err := e.ranked(what)
	if errors.Is(err, errOther) && !inList {
		i, k, err = e.oneItem(g.manner, what)
	}
	if errors.Is(err, errOther) && (where == "first" || where == "last") && strings.Contains(edgeNoun.FindString(text), " ") {
		if done, err := e.amongTold(g.manner, what, where); !errors.Is(err, errOther) {
			return done, err
		}
	}
	if errors.Is(err, errOther) && inList {
		return e.inListOnly(g.manner, what, where, beside)
	}
	if err != nil {
		return "", err
	}
	to := 0
	switch where {
	case "first":
	case "last":
		to = len(e.b.Scenes[i].Items) - 1
	default:
		j, n, err := e.ranked(beside)
		if errors.Is(err, errOther) {
			j, n = i, e.itemCalled(g.manner, e.b.Scenes[i], beside)
		} else if err != nil {
			return "", err
		}
		if n < 0 || j != i || n == k {
			return "", errOther
		}
		return e.moveBeside(i, k, n, where)
	}
	if to == k {
		return fmt.Sprintf("scene %d lists it there already", i+1), nil
	}
	return e.moveItem(i, k, to)
}

// pieceOf is a piece of what is said by what it is about. Group: that.
var pieceOf = pattern.New(`(?i)^(?:the |that )?(?:bit|part|point|line|bullet|item|thing|one|tip|rule|step|sentence) (?:about|on|with|of|that says|where it says) (?:the |our )?(.+)$`)

// oneItem is the one item of a list that has the words of a name, where nothing else in the
// video has them but what says the list once more.
func (e *editor) oneItem(m *manner, name string) (i, k int, err error) {
	i, k = -1, -1
	words := nameWords(name)
	if kindOf[strings.ToLower(lastWords(name, 1))] != "" || e.titled(words) >= 0 { // a scene
		return 0, 0, errOther
	}
	for j := range e.b.Scenes {
		s := &e.b.Scenes[j]
		if e.repeats(j) || e.recaps(j) || len(words) == 0 {
			continue
		}
		switch at := e.itemCalled(m, *s, name); {
		case showsList(*s) && at >= 0 && i < 0:
			i, k = j, at
		case names(sceneText(s), words):
			return 0, 0, errOther
		}
	}
	if i < 0 || names(e.b.Scenes[i].Headline, words) {
		return 0, 0, errOther
	}
	return i, k, nil
}

// "Step 4 comes before step 3", "step 4 first".
var (
	comesBeside = pattern.New(`(?i)^(.+?) (?:comes?|goes|belongs|is) (?:right |just )?(before|after|behind) (.+)$`)
	isNth       = pattern.New(`(?i)^(.+?) (?:should|must|has to|needs to|ought to) be (?:the |our )?(?:very )?(first|last) (\p{L}+)$`)
	comesTo     = pattern.New(`(?i)^(.+?) (?:comes?|goes|belongs) (first|last|(?:to|at) the (?:very )?(?:top|start|beginning|end|bottom))$`)
)

// bothEnds: what, its place, what, its place.
var bothEnds = pattern.New(`(?i)^(.+?) (?:should|must|needs to|has to) (?:be|come|go) (?:the )?(first|last)(?: (?:point|item|one|thing|bullet|card|step))?,? (?:and|while) (?:then )?(.+?) (?:(?:should|must) (?:be|come|go) )?(?:the )?(first|last)(?: (?:point|item|one|thing|bullet|card|step))?$`)

// bothMoved puts one item first and another last.
func (e *editor) bothMoved(g gist, f []string) (string, error) {
	var done []string
	for _, way := range [][]string{{f[1], f[2]}, {f[3], f[4]}} {
		g.text = way[0] + " should come " + way[1]
		d, err := e.itemsGist(g)
		if err != nil {
			return "", err
		}
		done = append(done, d)
	}
	return strings.Join(done, "; "), nil
}

// inListOnly moves an item or a member of what a sentence lists, and nothing else.
func (e *editor) inListOnly(m *manner, what, where, beside string) (string, error) {
	done, err := "", errOther
	switch where {
	case "first":
		done, err = e.placeAt(m, what, 1)
	case "last":
		done, err = e.placeAt(m, what, -1)
	case "before", "ahead of":
		done, err = e.placeItem(m, what, "before", beside)
	default:
		done, err = e.placeItem(m, what, "after", beside)
	}
	if errors.Is(err, errOther) {
		err = fmt.Errorf("no list has %q: write move scene N to the end, or in scene N say …", what)
	}
	return done, err
}

// mergeItems makes one item of two neighbours.
func (e *editor) mergeItems(f []string) (string, error) {
	noun := f[1]
	if noun == "" {
		noun = f[4]
	}
	i, err := e.listOf(noun)
	if noun == "" || err != nil {
		return "", errOther
	}
	items := e.b.Scenes[i].Items
	a, b := countWord(f[2])-1, countWord(f[3])-1
	if countWord(f[3]) < 0 {
		b = len(items) - 1
	}
	switch {
	case a < 0 || b < 0 || a >= len(items) || b >= len(items):
		return "", fmt.Errorf("scene %d lists %d", i+1, len(items))
	case a == b:
		return "", errors.New("merge which two?")
	}
	a, b = min(a, b), max(a, b)
	t := f[5]
	if t == "" {
		return "", fmt.Errorf("what does the one say? Write merge %ss %d and %d into one: …", strings.TrimSuffix(noun, "s"), a+1, b+1)
	}
	var order []int
	for k := range items {
		switch k {
		case a:
			order = append(order, -1)
		case b:
		default:
			order = append(order, k)
		}
	}
	return e.rearrange(i, order, []string{t}, fmt.Sprintf("lists %q instead of %q and %q", prose.Upper(t), items[a].Title, items[b].Title))
}

// edgeNoun ends an instruction with a place among things of a kind: "the first feature".
var edgeNoun = pattern.New(`(?i)\b(?:first|last) (?:point|item|one|thing|feature|benefit|reason|tip|step)$`)

// titledTold is what a scene says of one of several things: "Voice memos: record up to ten minutes."
var titledTold = pattern.New(`^\p{Lu}[^:.!?]{2,40}: \S`)

// amongTold puts one of several things that are told scene by scene first or last of them.
func (e *editor) amongTold(m *manner, what, where string) (string, error) {
	u, ok := e.aboutUnit(m, what)
	told := func(i int) bool {
		s := &e.b.Scenes[i]
		return titledTold.MatchString(s.Say) && numberedLead.FindString(strings.SplitN(s.Say, ":", 2)[0]) == "" || s.Say == "" && i > 0 && e.twin(i-1)
	}
	if !ok || !told(u.scene) {
		return "", errOther
	}
	from, to := u.scene, u.scene
	for from > 0 && told(from-1) {
		from--
	}
	for to+1 < len(e.b.Scenes) && told(to+1) {
		to++
	}
	if from == to {
		return "", errOther
	}
	x := edit.Edit{Scenes: sceneAt(u.scene), Place: &edit.Place{Where: "before", Scenes: sceneAt(from)}, Values: map[string]string{}}
	if where == "last" {
		x.Place = &edit.Place{Where: "after", Scenes: sceneAt(to)}
	}
	if where == "first" && u.scene == from || where == "last" && u.scene == to {
		return fmt.Sprintf("scene %d stands there already", u.scene+1), nil
	}
	return e.withTwin(x)
}
