package revise

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// stateGist gives the sentence that says the same with another value the value of a
// statement: "occupancy went from 52% to 81%", "shifts went down to 7.5 hours".
func (e *editor) stateGist(g gist) (string, error) {
	done, err := e.stated(g.manner, g.text)
	if err == nil || len(g.clauses) < 2 {
		return done, err
	}
	var all []string
	for _, c := range g.clauses {
		d, one := e.stated(g.manner, c)
		switch {
		case one == nil:
			all = append(all, d)
		case !errors.Is(one, errOther):
			return "", one
		}
	}
	if len(all) == 0 {
		return "", err
	}
	return strings.Join(all, "; "), nil
}

// stated carries one statement out.
func (e *editor) stated(m *manner, s string) (string, error) {
	if m.also.MatchString(s) || m.never.MatchString(s) && len(e.valuesIn(s)) < 2 {
		return "", errOther
	}
	vals := e.valuesIn(s)
	if isOpen.MatchString(s) && slices.ContainsFunc(vals, func(v value) bool { return v.kind == "clock" }) {
		return "", errOther // it does not say what begins then
	}
	if len(vals) == 0 {
		return e.personIs(m, s)
	}
	rest := s
	for k := len(vals) - 1; k >= 0; k-- {
		rest = rest[:vals[k].from] + " | " + rest[vals[k].to:]
	}
	topic := m.topic(rest)
	for _, v := range vals {
		if v.unit != "" && unitOf([]string{"", "", "", v.unit}) == nil && unitShort[strings.ToLower(v.unit)] == "" { // what it counts
			topic = append(topic, m.topic(v.unit)...)
		}
	}
	units, strange := e.speaking(topic)
	if k := slices.IndexFunc(strange, func(w string) bool { return telling.DigitsRE.MatchString(w) }); k >= 0 { // "in Q4"
		return "", errOther
	}
	type match struct {
		u     unit
		pairs [][2]value
	}
	var found []match
	seen := func(u unit) bool {
		return slices.ContainsFunc(found, func(m match) bool { return m.u.scene == u.scene && m.u.sentence == u.sentence })
	}
	var failed error
	try := func(us []unit) {
		for _, u := range us {
			if pairs, err := e.pairs(m, s, vals, u, topic); err == nil && len(pairs) > 0 && !seen(u) {
				found = append(found, match{u, pairs})
			} else if err != nil && !errors.Is(err, errOther) && failed == nil {
				failed = err
			}
		}
	}
	try(units)
	if len(found) == 0 && failed == nil && len(units) > 0 && 2*len(strange) < len(topic) { // the next that speak of it
		for _, u := range e.units() {
			if sharedWords(u.all(), topic) > 0 {
				try([]unit{u})
			}
		}
	}
	if len(found) == 0 && failed == nil && len(units) == 0 { // "it's 410 g": of the only grams
		for _, u := range e.units() {
			if slices.ContainsFunc(vals, func(v value) bool {
				return v.kind == "number" && v.unit != "" && slices.ContainsFunc(e.valuesIn(u.text), func(o value) bool { return o.kind == "number" && v.likeUnit(o) })
			}) {
				try([]unit{u})
			}
		}
	}
	switch {
	case len(found) == 0 && failed != nil:
		return "", failed
	case len(found) == 0:
		return "", errOther
	case len(found) > 1:
		var us []unit
		for _, f := range found {
			us = append(us, f.u)
		}
		return "", whichUnit(us)
	}
	var done []string
	for _, p := range found[0].pairs {
		d, err := e.giveValue(found[0].u, p[0], p[1], topic)
		if err != nil {
			return "", err
		}
		done = append(done, d)
	}
	return strings.Join(done, "; "), nil
}

// pairs are the values of a sentence that a statement gives other values, each with its
// new one.
func (e *editor) pairs(m *manner, s string, vals []value, u unit, topic []string) ([][2]value, error) {
	have := e.valuesIn(u.text)
	var fresh, was, free []value
	for _, v := range vals {
		old := m.was.MatchString(s[:v.from])
		switch k := slices.IndexFunc(have, v.same); {
		case k >= 0 && old:
			was = append(was, have[k])
		case k < 0 && !old:
			fresh = append(fresh, v)
		case k < 0 && len(vals) < 2:
			return nil, errOther
		}
	}
	for _, h := range have {
		if !slices.ContainsFunc(vals, h.same) {
			free = append(free, h)
		}
	}
	if len(fresh) == 0 && len(was) == 0 && len(have) > 0 && len(vals) > 0 {
		return nil, fmt.Errorf("scene %d already says %q", u.scene+1, telling.Clip(u.text, 60))
	}
	if len(fresh) > 1 && slices.ContainsFunc(fresh, func(v value) bool { return v.kind == "weekday" }) && len(fresh) != len(free) { // "we close at 8 on Saturdays"
		return nil, askAbout(u)
	}
	var out [][2]value
	for _, v := range fresh {
		like := slices.DeleteFunc(slices.Clone(free), func(h value) bool { return !v.takes(h, have) })
		if len(like) == 0 { // what it was is said, and nothing else that it could be
			like = slices.DeleteFunc(slices.Clone(was), func(h value) bool { return !v.takes(h, have) })
		}
		if exact := slices.DeleteFunc(slices.Clone(like), func(h value) bool { return v.unit == "" || !v.likeUnit(h) }); len(exact) > 0 {
			like = exact
		}
		if len(like) > 1 {
			like = nearest(u.text, like, topic)
		}
		switch len(like) {
		case 0:
			return nil, errOther
		case 1:
			out = append(out, [2]value{like[0], v})
			free = slices.DeleteFunc(free, func(h value) bool { return h.from == like[0].from })
		default:
			var texts []string
			for _, l := range like {
				texts = append(texts, l.text)
			}
			return nil, whichOf(texts, v.text)
		}
	}
	return out, nil
}

// nearest are those of several values in whose part of the sentence most of some words
// stand.
func nearest(s string, of []value, words []string) []value {
	var best []value
	most := 0
	for k, v := range of {
		from, to := 0, len(s)
		if k > 0 {
			from = partBefore(s, of[k-1].to, v.from)
		}
		if k+1 < len(of) {
			to = partBefore(s, v.to, of[k+1].from)
		}
		switch n := sharedWords(s[from:to], words); {
		case n > most:
			best, most = []value{v}, n
		case n == most && n > 0:
			best = append(best, v)
		}
	}
	if best == nil {
		return of
	}
	return best
}

// giveValue puts a value in the place of another in a sentence, in the picture of it, and
// wherever it is said once more.
func (e *editor) giveValue(u unit, old, now value, topic []string) (string, error) {
	switch {
	case old.kind == "day":
		with, err := likeDay(old.text, telling.ADay.FindStringSubmatch(now.text), e.b.Language)
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
	was, is := old.text, now.text
	switch {
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

// personIs gives a part that somebody has to somebody else: "the buddy is Tom".
func (e *editor) personIs(m *manner, s string) (string, error) {
	f := m.is.FindStringSubmatch(s)
	if f == nil {
		return "", errOther
	}
	topic := m.topic(f[1])
	units, strange := e.speaking(topic)
	if len(units) == 0 || 2*len(strange) > len(topic) {
		return "", errOther
	}
	var found []string
	for _, u := range units {
		for _, n := range namesIn(u.text, topic) {
			if !slices.Contains(found, n) {
				found = append(found, n)
			}
		}
	}
	switch {
	case len(found) == 0:
		return "", errOther
	case len(found) > 1:
		return "", whichOf(found, f[2])
	case strings.EqualFold(found[0], f[2]):
		return fmt.Sprintf("%s already is %s", f[1], f[2]), nil
	}
	done, err := e.replace(edit.Edit{Text: found[0], With: f[2], Quoted: true})
	if err != nil {
		return "", err
	}
	done = fmt.Sprintf("%s instead of %s: %s", f[2], found[0], done)
	for _, u := range e.units() {
		if p := pronounOf.FindString(u.text); p != "" && heard(u.text, f[2]) {
			done += fmt.Sprintf("; scene %d still says %q", u.scene+1, strings.TrimSpace(p))
		}
	}
	return done, nil
}
