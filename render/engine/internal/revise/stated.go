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
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// stateGist gives the sentence that says the same with another value the value of a
// statement: "occupancy went from 52% to 81%", "shifts went down to 7.5 hours".
func (e *editor) stateGist(g gist) (string, error) {
	if g.also {
		return "", errOther
	}
	asked := e.units()
	done, err := e.stated(g.manner, g.text)
	var all, did []string
	if err == nil {
		for _, c := range g.clauses {
			if len(e.valuesIn(c)) > 0 {
				did = append(did, c)
			}
		}
		return done, g.whole(did, asked, nil)
	}
	if len(g.clauses) < 2 {
		return done, err
	}
	for _, c := range g.clauses {
		d, one := e.stated(g.manner, c)
		switch {
		case one == nil:
			all, did = append(all, d), append(did, c)
		case !errors.Is(one, errOther):
			return "", one
		}
	}
	if len(all) == 0 {
		return "", err
	}
	return strings.Join(all, "; "), g.whole(did, asked, nil)
}

// statement is a sentence of an instruction that gives something values.
type statement struct {
	manner  *manner
	text    string
	vals    []value
	topic   []string // the words for what has them
	strange []string // those of them that the video does not have
	units   []unit   // the sentences of the video with the most of the others
}

// statementOf reads a statement. false = it states nothing that has a value.
func (e *editor) statementOf(m *manner, s string) (statement, bool) {
	st := statement{manner: m, text: s, vals: e.valuesIn(s)}
	if isOpen.MatchString(s) && slices.ContainsFunc(st.vals, func(v value) bool { return v.kind == "clock" }) {
		return st, false // it does not say what begins then
	}
	st.vals = slices.DeleteFunc(st.vals, func(v value) bool { return v.kind == "number" && sceneBefore.MatchString(s[:v.from]) })
	if edit.Orders(s, m.lang) && reshapes.MatchString(s) { // "split the numbers of scene 5 …" states nothing
		return st, false
	}
	st.topic = slices.DeleteFunc(m.topic(blanked(s, st.vals)), func(w string) bool { return w[0] == '0' })
	for _, v := range st.vals {
		if v.unit != "" && unitOf([]string{"", "", "", v.unit}) == nil && unitShort[strings.ToLower(v.unit)] == "" { // what it counts
			st.topic = append(st.topic, m.topic(v.unit)...)
		}
	}
	st.units, st.strange = e.speaking(st.topic)
	return st, !slices.ContainsFunc(st.strange, telling.DigitsRE.MatchString) // "in Q4"
}

// sceneBefore is a word for scenes before its number.
var sceneBefore = pattern.New(`(?i)(?:scenes?|slides?|szenen?|folien?|escenas?|scènes?|scena|cenas?) #?$`)

// reshapes begins what is done to scenes, and to no value.
var reshapes = pattern.New(`(?i)^(?:please )?(?:split|merge|swap|move|duplicate|copy|combine|join|divide|teile?|tausche?|verschiebe?|divide|une|mueve|déplace[zr]?|sépare[zr]?)\b`)

// places are the sentences that a statement may be about, the likeliest first: those that
// have what a value was, those that speak of the same, all that do a little, and where none
// does those with a value of the same kind: "it's 410 g".
func (e *editor) places(st statement) [][]unit {
	of := func(is func(unit) bool) []unit {
		return slices.DeleteFunc(e.units(), func(u unit) bool { return !is(u) })
	}
	var had, next, only []unit
	if k := slices.IndexFunc(st.vals, func(v value) bool { return st.manner.was.MatchString(st.text[:v.from]) }); k >= 0 && len(st.vals) > 1 {
		had = of(func(u unit) bool {
			return slices.ContainsFunc(e.valuesIn(u.text), st.vals[k].same) && (len(st.topic) == len(st.strange) || sharedWords(u.all(), st.topic) > 0)
		})
	}
	if len(st.units) > 0 && 2*len(st.strange) <= len(st.topic) {
		next = of(func(u unit) bool { return sharedWords(u.all(), st.topic) > 0 })
	}
	if len(st.units) == 0 {
		only = of(func(u unit) bool {
			return slices.ContainsFunc(e.valuesIn(u.text), func(o value) bool {
				return slices.ContainsFunc(st.vals, func(v value) bool {
					return v.kind == o.kind && (v.kind == "mail" || v.kind == "phone" || v.kind == "number" && (v.unit != "" && v.likeUnit(o) || magnitude.MatchString(v.num) && magnitude.FindString(v.num) == magnitude.FindString(o.num)))
				})
			})
		})
	}
	return [][]unit{had, st.units, next, only}
}

// magnitude ends a large number: "152 million".
var magnitude = pattern.New(`(?i)\p{L}+$`)

// stated carries one statement out, in the one sentence that says it with other values.
func (e *editor) stated(m *manner, s string) (string, error) {
	if m.never.MatchString(s) && len(e.valuesIn(s)) < 2 {
		return "", errOther
	}
	st, ok := e.statementOf(m, s)
	if ok && len(st.vals) == 0 {
		return e.personIs(m, s)
	}
	if !ok {
		return "", errOther
	}
	var in []unit
	var pairs [][2]value
	var failed error
	for k, group := range e.places(st) {
		if len(in) > 0 || failed != nil && k > 1 {
			break
		}
		for _, u := range group {
			p, err := e.pairs(st, u)
			switch {
			case err == nil && len(p) > 0 && !slices.ContainsFunc(in, func(v unit) bool { return v.scene == u.scene && v.sentence == u.sentence }):
				in, pairs = append(in, u), p
			case err != nil && !errors.Is(err, errOther) && failed == nil:
				failed = err
			}
		}
	}
	switch {
	case len(in) == 0 && failed != nil:
		return "", failed
	case len(in) == 0:
		return "", errOther
	case len(in) > 1:
		return "", whichUnit(in)
	}
	var done []string
	for _, p := range pairs {
		d, err := e.giveValue(in[0], p[0], p[1], st.topic)
		if err != nil {
			return "", err
		}
		done = append(done, d)
	}
	return strings.Join(done, "; "), nil
}

// giveValue puts a value in the place of another in a sentence, in the picture of it, and
// wherever it is said once more.
func (e *editor) giveValue(u unit, old, now value, topic []string) (string, error) {
	switch {
	case old.kind == "day":
		m := telling.ADay.FindStringSubmatch(now.text)
		if m == nil { // "the 19th" of the month that it is in
			if m = telling.ADay.FindStringSubmatch(old.text); m == nil || m[1] != "" {
				return "", fmt.Errorf("%s of which month, and which day of the week? Write replace %q with \"…\"", now.text, old.text)
			}
			if m[2] != "" {
				m[2] = now.text
			} else {
				m[5] = now.text
			}
		}
		with, err := likeDay(old.text, m, e.b.Language)
		if err != nil {
			return "", err
		}
		return e.redate(strings.TrimRight(old.text, "."), with)
	case old.kind == "clock":
		with := now.text
		if unit := hourUnit.FindString(old.text); hourUnit.FindString(with) == "" {
			with += unit
		}
		return e.redate(old.text, with)
	}
	in := []int{u.scene}
	for i := range e.b.Scenes {
		if i != u.scene && e.saysAgain(i, old, u, topic) {
			in = append(in, i)
		}
	}
	if k := slices.Index(tongue.For(e.b.Language).Counts, strings.ToLower(now.num)); k > 1 && telling.DigitsRE.MatchString(old.num) { // digits stay digits
		now.text = strings.Replace(now.text, now.num, strconv.Itoa(k), 1)
		now.num = strconv.Itoa(k)
	}
	if num := groupedLike(now.num, old.num); num != now.num {
		now.text, now.num = strings.Replace(now.text, now.num, num, 1), num
	}
	was, is := old.text, now.text
	switch {
	case now.unit != "" && old.unit != "" && e.isOne(old.num) != e.isOne(now.num): // "one barista"
	case now.unit == "" || old.unit == "":
		was, is = old.num, now.num
	case old.likeUnit(now): // each unit as it is written
		was, is = old.num, now.num
		if n := e.countedHere(u.text, old.num); n > 1 {
			was, is = old.text, strings.Replace(old.text, old.num, now.num, 1)
		}
	}
	if e.exchangeValue(in, was, is) == 0 {
		return "", fmt.Errorf("%s stands there otherwise: write replace \"old\" with \"new\"", old.text)
	}
	slices.Sort(in)
	return fmt.Sprintf("%s instead of %s in %s", is, was, inScenes(in)), nil
}

// countedHere is how often a number stands in a sentence.
func (e *editor) countedHere(s, num string) int {
	_, n := exchange(s, num, num)
	return n
}

// saysAgain tells whether another scene gives the same value of the same thing.
func (e *editor) saysAgain(i int, old value, u unit, topic []string) bool {
	for _, t := range prose.SplitSentences(e.b.Scenes[i].Say) {
		if slices.ContainsFunc(e.valuesIn(t), old.same) && (e.recaps(i) || t == u.text || sharedWords(t, topic) > 0 && len(topic) > 0) {
			return true
		}
	}
	return false
}
