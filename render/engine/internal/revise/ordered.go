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
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// orderGist puts scenes in another order: "reorder: price first, then the weight", "the
// problems should come before the good things".
func (e *editor) orderGist(g gist) (string, error) {
	m := g.manner
	defer e.asItStands()()
	if names := m.sequence(g); len(names) > 1 {
		return e.inOrder(m, names)
	}
	for _, way := range []struct {
		re    *pattern.Pattern
		where string
	}{{m.before, "before"}, {m.after, "after"}} {
		f := way.re.FindStringSubmatch(g.text)
		if f == nil || clauseEnds.MatchString(strings.Join(f[1:], "")) { // it would be more than a name
			continue
		}
		if done, err := e.placeItem(m, cmp.Or(f[1], f[3]), way.where, cmp.Or(f[2], f[4])); !errors.Is(err, errOther) {
			return done, err
		}
		i, err := e.scenePart(m, cmp.Or(f[1], f[3]))
		if err != nil {
			return "", err
		}
		j, err := e.scenePart(m, cmp.Or(f[2], f[4]))
		if err != nil {
			return "", err
		}
		if i == j {
			return "", fmt.Errorf("scene %d speaks of both", i+1)
		}
		return e.withTwin(edit.Edit{Scenes: sceneAt(i), Place: &edit.Place{Where: way.where, Scenes: sceneAt(j)}, Values: map[string]string{}})
	}
	if f := m.plainly.FindStringSubmatch(g.text); f != nil { // "people before prices"
		part := func(name string) (int, error) {
			if i := e.titled(nameWords(name)); i >= 0 { // "solution before problem"
				return i, nil
			}
			return e.scenePart(m, name)
		}
		i, one := part(f[1])
		j, other := part(f[2])
		if one == nil && other == nil && i != j && len(e.valuesIn(g.text)) == 0 {
			return e.move(edit.Edit{Scenes: sceneAt(i), Place: &edit.Place{Where: "before", Scenes: sceneAt(j)}, Values: map[string]string{}})
		}
	}
	if f := m.first.FindStringSubmatch(g.text); f != nil && !clauseEnds.MatchString(f[1]) && (m.scenes.MatchString(f[1]) || !anOrdinal.MatchString(f[1])) {
		return e.inOrder(m, f[1:])
	}
	if f := m.last.FindStringSubmatch(g.text); f != nil && !clauseEnds.MatchString(f[1]) && (m.scenes.MatchString(f[1]) || !anOrdinal.MatchString(f[1])) {
		i, err := e.scenePart(m, f[1])
		if err != nil {
			return "", err
		}
		return e.withTwin(edit.Edit{Scenes: sceneAt(i), Values: map[string]string{"end": ""}})
	}
	return "", errOther
}

// clauseEnds is where one clause ends and another begins.
var clauseEnds = pattern.New(`[.;!?]\s|, \S+ \S+ `)

// placeItem puts an item of a list, or a member of what one sentence lists, before or behind
// another: "the charger before the light", "step 3 before step 2". errOther = no list has both.
func (e *editor) placeItem(m *manner, what, where, beside string) (string, error) {
	for i, s := range e.b.Scenes {
		if !showsList(s) || e.repeats(i) || e.recaps(i) {
			continue
		}
		if k, to := e.itemCalled(m, s, what), e.itemCalled(m, s, beside); k >= 0 && to >= 0 && k != to {
			return e.moveBeside(i, k, to, where)
		}
	}
	i, j, l, ks, ok := e.listedIn(nil, nameWords(what), nameWords(beside))
	if !ok || len(ks) != 2 || l.lead == "" && (ks[0] == 0 || ks[1] == 0) {
		return "", errOther
	}
	moved := l.members[ks[0]]
	left := slices.Delete(slices.Clone(l.members), ks[0], ks[0]+1)
	to := slices.Index(left, l.members[ks[1]])
	if where == "after" {
		to++
	}
	return e.resay(i, j, l.text(slices.Insert(left, to, moved))), nil
}

// inPlaceRE puts something at a place of its list. Groups: what, the place.
var inPlaceRE = pattern.New(`(?i)^(?:please )?(?:(?:put|move|make|list|show|name|mention|set|setze?|nenne?|zeige?|pon|poned|mets|mettez) )?(?:the |das |die |den |el |la |le )?(.+?)(?: bitte| please)? (?:(?:in|at|to|as|on|an|als|en|à) )?(?:(?:the|die|der|das|la|le|el) )?(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|number (?:two|three|four)|erste[rsn]?|zweite[rsn]?|dritte[rsn]?|vierte[rsn]?|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|premier|deuxième|troisième)(?: (?:place|position|stelle|lugar|posición))?$`)

// placeWords are the places of a list, each in some languages.
var placeWords = []string{
	"first 1st erste erster erstes ersten primer primero primera premier", "second 2nd number two zweite zweiter zweites zweiten segundo segunda deuxième",
	"third 3rd number three dritte dritter drittes dritten tercer tercero tercera troisième", "fourth 4th number four vierte vierter viertes vierten cuarto cuarta", "fifth 5th",
}

// placeGist makes an item number one, two or three of its list: "put Croatia second".
func (e *editor) placeGist(g gist) (string, error) {
	f := inPlaceRE.FindStringSubmatch(g.text)
	if f == nil || strings.ContainsAny(g.text, `"“„«`) || g.manner.scenes.MatchString(g.text) {
		return "", errOther
	}
	n := 1 + slices.IndexFunc(placeWords, func(w string) bool { return strings.Contains(" "+w+" ", " "+strings.ToLower(f[2])+" ") })
	if n == 0 {
		return "", errOther
	}
	return e.placeAt(g.manner, f[1], n)
}

// placeAt makes an item of a list, or a member of what one sentence lists, number n of it, −1
// = the last. errOther = no list has it, or has no such place.
func (e *editor) placeAt(m *manner, what string, n int) (string, error) {
	for i, s := range e.b.Scenes {
		if k := e.itemCalled(m, s, what); showsList(s) && !e.repeats(i) && !e.recaps(i) && k >= 0 && n <= len(s.Items) {
			if n < 0 {
				n = len(s.Items)
			}
			return e.moveItem(i, k, n-1)
		}
	}
	i, j, l, ks, ok := e.listedIn(nil, nameWords(what))
	if !ok || len(ks) != 1 || n > len(l.members) || l.lead == "" {
		return "", errOther
	}
	if n < 0 {
		n = len(l.members)
	}
	left := slices.Delete(slices.Clone(l.members), ks[0], ks[0]+1)
	return e.resay(i, j, l.text(slices.Insert(left, n-1, l.members[ks[0]]))), nil
}

// itemCalled is the one item of a list that has a number ("step 3") or all the words of a
// name, −1 = there is none, or more than one.
func (e *editor) itemCalled(m *manner, s scene.Scene, name string) int {
	name = m.leading.ReplaceAllString(strings.TrimSpace(name), "")
	if f := itemNumber.FindStringSubmatch(name); f != nil {
		if n, _ := strconv.Atoi(f[1]); n <= len(s.Items) {
			return n - 1
		}
		return -1
	}
	at := -1
	for k, it := range s.Items {
		if words := nameWords(name); len(words) > 0 && names(it.Title, words) {
			if at >= 0 {
				return -1
			}
			at = k
		}
	}
	return at
}

// itemNumber is an item by its number. Group: the number.
var itemNumber = pattern.New(`(?i)^(?:step|point|bullet|item|schritt|punkt|paso|punto|étape|passo|stap) (\d)$`)

// kindGist draws what is named in another way: "show the bookings as a list".
func (e *editor) kindGist(g gist) (string, error) {
	f := g.manner.as.FindStringSubmatch(g.text)
	if f == nil {
		return "", errOther
	}
	k := kindOf[strings.ToLower(f[2])]
	if k == "" {
		return "", errOther
	}
	i, err := e.scenePart(g.manner, f[1])
	if err != nil {
		return "", err
	}
	if e.b.Scenes[i].Kind == k {
		return fmt.Sprintf("scene %d already is a %s", i+1, k), nil
	}
	done, err := e.become(&e.b.Scenes[i], i+1, k)
	if x, _ := edit.Read(g.text, g.manner.lang); err == nil && len(x) == 1 && x[0].Values["charttype"] != "" && e.b.Scenes[i].Series != nil {
		e.b.Scenes[i].Series.Type = x[0].Values["charttype"]
	}
	return done, err
}

// sequence are the names that an instruction puts one after the other, the first of them
// first: "the plan first, then the voices", "first the plan and then the voices".
func (m *manner) sequence(g gist) []string {
	if out := m.inTurn(g.clauses); len(out) > 1 {
		return out
	}
	parts := m.next.Split(g.text, -1)
	for _, re := range []*pattern.Pattern{m.opens, m.firstly} {
		if f := re.FindStringSubmatch(parts[0]); f != nil && len(parts) > 1 {
			return append([]string{f[1]}, parts[1:]...)
		}
	}
	return nil
}

// inTurn are the names of clauses of which the first says that it is, or that an order
// follows, and each other one that it comes next.
func (m *manner) inTurn(clauses []string) []string {
	var out []string
	for _, c := range clauses {
		switch then := m.then.FindStringIndex(c); {
		case len(out) == 0:
			if f := m.opens.FindStringSubmatch(c); f != nil {
				out = append(out, f[1])
			} else if f := leadsWith.FindStringSubmatch(c); f != nil && !strings.ContainsAny(c, `"“„«`) {
				out = append(out, f[1])
			} else if !m.reorder.MatchString(c) {
				return nil
			}
		case then != nil:
			out = append(out, c[then[1]:])
		default:
			return nil
		}
	}
	return out
}

// leadsWith is what a video is to begin with. Group: that.
var leadsWith = pattern.New(`(?i)^(?:start|begin|open|lead|beginne?t?|starte?t?|empieza|comienza|commence[zr]?|inizia|comece) (?:with|mit|con|por|par|avec|da|com) (.+)$`)

// sequenceGist puts scenes in the order in which an instruction tells them: "start with the
// prices, then the steps".
func (e *editor) sequenceGist(g gist) (string, error) {
	if names := g.manner.inTurn(g.clauses); len(names) > 1 && leadsWith.MatchString(g.clauses[0]) {
		defer e.asItStands()()
		return e.inOrder(g.manner, names)
	}
	return "", errOther
}

// inOrder lets the scenes that names stand for follow each other, behind the opening.
func (e *editor) inOrder(m *manner, names []string) (string, error) {
	var order []int
	for _, name := range names {
		i, err := e.scenePart(m, name)
		if err != nil {
			return "", err
		}
		if k, ok := e.spokenIn(i); ok {
			i = k
		}
		if slices.Contains(order, i) {
			if done, err := e.itemsInOrder(m, names); !errors.Is(err, errOther) {
				return done, err
			}
			return "", fmt.Errorf("scene %d speaks of both", i+1)
		}
		if order = append(order, i); e.twin(i) {
			order = append(order, i+1)
		}
	}
	var moved, rest []scene.Scene
	at := 0
	for i, s := range e.b.Scenes {
		if !slices.Contains(order, i) {
			if greets := tongue.For(e.b.Language).Greets; i == 0 && (s.Kind == scene.Title || greets != nil && greets.MatchString(s.Say)) {
				at = 1
			}
			rest = append(rest, s)
		}
	}
	for _, i := range order {
		moved = append(moved, e.b.Scenes[i])
	}
	e.b.Scenes = slices.Insert(rest, at, moved...)
	if len(order) == 1 {
		return fmt.Sprintf("scene %d is now scene %d", order[0]+1, at+1), nil
	}
	return fmt.Sprintf("scenes %s follow each other from scene %d on", numbers(order), at+1), nil
}

// itemsInOrder lets what names stand for lead its list, one behind the other.
func (e *editor) itemsInOrder(m *manner, names []string) (done string, err error) {
	for n, name := range names {
		if done, err = e.placeAt(m, name, n+1); err != nil {
			return "", err
		}
	}
	return done, nil
}

// priceScene is the one scene that gives prices, where words are nothing but a word for
// them, −1 = they are not, or there is no such scene, or more than one.
func (e *editor) priceScene(words []string) int {
	at := -1
	for i, s := range e.b.Scenes {
		if len(words) != 1 || !priceTopic.MatchString(words[0]) || !moneyRE.MatchString(s.Say) || e.recaps(i) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// dateScene is the one scene that gives a day, where words are nothing but "date", −1 = they
// are not, or there is no such scene, or more than one.
func (e *editor) dateScene(words []string) int {
	at := -1
	for i, s := range e.b.Scenes {
		if len(words) != 1 || !calledDate.MatchString(words[0]) || !telling.ADay.MatchString(sceneText(&s)) || e.recaps(i) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// scenePart is the scene that a phrase names. A phrase with words that the video does not
// have names none.
func (e *editor) scenePart(m *manner, name string) (int, error) {
	words := m.topic(name)
	if i := e.hoursScene(name); i >= 0 {
		return i, nil
	}
	if i := e.priceScene(words); i >= 0 {
		return i, nil
	}
	if i := e.dateScene(words); i >= 0 {
		return i, nil
	}
	if i, err := e.sceneNamed(name); err == nil && e.speaksOfAll(i, name) == nil {
		if k, ok := e.spokenIn(i); ok {
			i = k
		}
		if _, strange := e.speaking(words); len(strange) < max(1, len(words)) || kindOf[strings.ToLower(name)] != "" { // "the steps" say of themselves no more than what they are
			return i, nil
		}
	}
	best, strange := e.speaking(words)
	switch {
	case len(best) == 0, len(strange) > 0:
		return 0, errOther
	}
	for _, u := range best[1:] {
		if u.scene != best[0].scene {
			return 0, whichUnit(best)
		}
	}
	return best[0].scene, nil
}
