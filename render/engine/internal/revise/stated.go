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

// stated carries one statement out.
func (e *editor) stated(m *manner, s string) (string, error) {
	if m.never.MatchString(s) && len(e.valuesIn(s)) < 2 {
		return "", errOther
	}
	vals := e.valuesIn(s)
	if isOpen.MatchString(s) && slices.ContainsFunc(vals, func(v value) bool { return v.kind == "clock" }) {
		return "", errOther // it does not say what begins then
	}
	if len(vals) == 0 {
		return e.personIs(m, s)
	}
	topic := slices.DeleteFunc(m.topic(blanked(s, vals)), func(w string) bool { return w[0] == '0' })
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
	if k := slices.IndexFunc(vals, func(v value) bool { return m.was.MatchString(s[:v.from]) }); k >= 0 && len(vals) > 1 { // what it was is said
		had := slices.DeleteFunc(e.units(), func(u unit) bool {
			return !slices.ContainsFunc(e.valuesIn(u.text), vals[k].same) || len(topic) > len(strange) && sharedWords(u.all(), topic) == 0
		})
		try(had)
	}
	if len(found) == 0 {
		try(units)
	}
	if len(found) == 0 && failed == nil && len(units) > 0 && 2*len(strange) <= len(topic) { // the next that speak of it
		for _, u := range e.units() {
			if sharedWords(u.all(), topic) > 0 {
				try([]unit{u})
			}
		}
	}
	if len(found) == 0 && failed == nil && len(units) == 0 { // "it's 410 g": of the only grams
		for _, u := range e.units() {
			if slices.ContainsFunc(vals, func(v value) bool {
				if v.kind == "mail" || v.kind == "phone" {
					return slices.ContainsFunc(e.valuesIn(u.text), func(o value) bool { return o.kind == v.kind })
				}
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

// more begins what is said beside a value.
var more = pattern.New(`(?i)^(?:,| and| und| et| y| e| en| plus) `)

// blanked is a text without the numbers, days and times that it gives.
func blanked(s string, vals []value) string {
	for k := len(vals) - 1; k >= 0; k-- {
		if v := vals[k]; v.kind == "number" { // what it counts stays
			s = s[:v.from] + strings.Replace(v.text, v.num, "0", 1) + s[v.to:]
		} else {
			s = s[:v.from] + "0" + s[v.to:]
		}
	}
	return s
}

// pairs are the values of a sentence that a statement gives other values, each with its
// new one.
func (e *editor) pairs(m *manner, s string, vals []value, u unit, topic []string) ([][2]value, error) {
	have := e.valuesIn(u.text)
	if wasSo.MatchString(u.text) && !wasSo.MatchString(s) {
		return nil, errOther // a statement is about what is
	}
	if rest := s[vals[len(vals)-1].to:]; more.MatchString(rest) && !names(u.all(), m.topic(rest)) { // "15 villages and the city" says more
		return nil, askAbout(u)
	}
	_, strange := e.speaking(topic)
	have = slices.DeleteFunc(have, func(h value) bool { // "Omar's number is 4410" is not one of hours
		return len(strange) > 0 && h.kind == "number" && h.unit != "" && !names(strings.Join(topic, " "), []string{strings.ToLower(h.unit)}) && len(vals) == 1 && vals[0].kind == "number" && vals[0].unit == ""
	})
	if e.otherKind(m, blanked(s, vals), blanked(u.text, have)) {
		return nil, errOther
	}
	var fresh, was, free []value
	for _, v := range vals {
		before := m.was.FindString(s[:v.from])
		old := before != ""
		switch k := slices.IndexFunc(have, v.same); {
		case k >= 0 && old && !strings.HasSuffix(strings.ToLower(u.text[:have[k].from]), strings.ToLower(before)): // "from 52% to 81%" keeps where it came from
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
		if !names(u.all(), topic) {
			return nil, errOther
		}
		return nil, fmt.Errorf("scene %d already says %q", u.scene+1, telling.Clip(u.text, 60))
	}
	if len(fresh) > 1 && slices.ContainsFunc(fresh, func(v value) bool { return v.kind == "weekday" }) && len(fresh) != len(free) { // "we close at 8 on Saturdays"
		return nil, askAbout(u)
	}
	var out [][2]value
	for _, v := range fresh {
		own := topic
		if len(fresh) > 1 { // each goes with the words beside it
			own = m.topic(around(s, v, vals))
		}
		like := slices.DeleteFunc(slices.Clone(was), func(h value) bool { return !v.takes(h) })
		if len(like) == 0 {
			like = slices.DeleteFunc(slices.Clone(free), func(h value) bool {
				return !v.takes(h) || opposite(edgeAt(s, v), edgeAt(u.text, h)) || v.kind == "day" && dueBy.MatchString(u.text[:h.from]) && !dueBy.MatchString(s[:v.from])
			})
		}
		if len(like) > 1 {
			beside := slices.DeleteFunc(append(telltale(around(s, v, vals)), own...), func(w string) bool { return v.unit != "" && names(v.unit, []string{w}) })
			slices.Sort(beside)
			like = nearest(u.text, like, slices.Compact(beside))
		}
		if labelled := slices.DeleteFunc(slices.Clone(like), func(h value) bool { return v.label == "" || !sameLabel(h.label, v.label) }); len(like) > 1 && len(labelled) > 0 { // "ext. 231"
			like = labelled
		}
		if exact := slices.DeleteFunc(slices.Clone(like), func(h value) bool { return v.unit == "" || !v.likeUnit(h) }); len(like) > 1 && len(exact) > 0 {
			like = exact
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

// sameLabel tells whether two labels of numbers are one, if in short: "ext" and "extension".
func sameLabel(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return sameWord(a, b) || inShort(a, b)
}

// wasSo begins a sentence that says how something was.
var wasSo = pattern.New(`(?i)^(?:before|previously|until now|vorher|früher|bisher|antes|avant|prima|vroeger|voorheen)\b[^:]{0,20}:`)

// around is the part of a statement that has one of its values.
func around(s string, v value, all []value) string {
	from, to := 0, len(s)
	for _, w := range all {
		switch {
		case w.to <= v.from:
			from = partBefore(s, w.to, v.from)
		case w.from >= v.to && to == len(s):
			to = partBefore(s, v.to, w.from)
		}
	}
	return s[from:to]
}

// telltale are the words of a statement that name nothing and yet tell one value from
// another: "this year", not "last year".
func telltale(s string) []string {
	return slices.DeleteFunc(wordRE.FindAllString(strings.ToLower(s), -1), func(w string) bool { return len(w) < 4 })
}

// otherKind tells whether a statement is about another one of what a sentence speaks of:
// "the gold plan", and not "the basic plan".
func (e *editor) otherKind(m *manner, statement, sentence string) bool {
	a, b := wordRE.FindAllString(strings.ToLower(statement), -1), wordRE.FindAllString(strings.ToLower(sentence), -1)
	for k := 1; k < len(a); k++ {
		if m.idle.MatchString(a[k]) || m.idle.MatchString(a[k-1]) || telling.DigitsRE.MatchString(a[k-1]+a[k]) || e.isCount(a[k-1]) || slices.ContainsFunc(b, func(w string) bool { return sameWord(w, a[k-1]) }) {
			continue
		}
		for n := 1; n < len(b); n++ {
			if sameWord(b[n], a[k]) && !m.idle.MatchString(b[n-1]) && !telling.DigitsRE.MatchString(b[n-1]) && !e.isCount(b[n-1]) && !isDeterminer(b[n-1], m.lang) {
				return true
			}
		}
	}
	return false
}

// nearest are those of several values beside which most of the words of a statement stand.
// Words that stand beside more than one tell nothing, and what leads all of them tells less
// than what stands by one: "The limit is 10 km/h inside and 15 km/h in the yard".
func nearest(s string, of []value, words []string) []value {
	zones := make([]string, len(of))
	for k, v := range of {
		from, to := 0, len(s)
		if k > 0 {
			from = partBefore(s, of[k-1].to, v.from)
		}
		if k+1 < len(of) {
			to = partBefore(s, v.to, of[k+1].from)
		}
		zones[k] = s[from:to]
	}
	lead := s[:of[0].from]
	score := make([]float64, len(of))
	for _, w := range words {
		at := -1
		for k, z := range zones {
			if !names(z, []string{w}) {
				continue
			}
			if at >= 0 {
				at = -2
				break
			}
			at = k
		}
		switch {
		case at < 0:
		case at == 0 && names(lead, []string{w}):
			score[0] += .9 / float64(len(words))
		default:
			score[at]++
		}
	}
	var best []value
	most := 0.0
	for k, v := range of {
		switch {
		case score[k] > most:
			best, most = []value{v}, score[k]
		case score[k] == most && most > 0:
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

// personIs gives a part that somebody has to somebody else: "the buddy is Tom".
func (e *editor) personIs(m *manner, s string) (string, error) {
	f := m.is.FindStringSubmatch(s)
	if d := m.does.FindStringSubmatch(s); f == nil && d != nil { // "Emma does the training"
		f = []string{"", d[2], d[1]}
	}
	if f == nil || m.joints.MatchString(f[1]) { // "Joe left - the mentor is Ellie" says it in its last clause
		return "", errOther
	}
	topic := m.topic(f[1])
	units, strange := e.speaking(topic)
	if slices.ContainsFunc(units, func(u unit) bool { return slices.Contains(namesIn(u.text, nil, m.lang), f[1]) }) && !e.isSaid(f[2]) { // "Tom is Thomas Berg"
		return e.replace(edit.Edit{Text: f[1], With: f[2], Quoted: true})
	}
	if len(units) == 0 || 2*len(strange) > len(topic) || e.isSaid(f[2]) {
		return "", errOther
	}
	var found []string
	for _, u := range units {
		for _, n := range namesIn(u.text, topic, m.lang) {
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

// isSaid tells whether a sentence of the video has words.
func (e *editor) isSaid(words string) bool {
	return slices.ContainsFunc(e.units(), func(u unit) bool {
		_, n := exchange(u.text, words, words)
		return n > 0
	})
}
