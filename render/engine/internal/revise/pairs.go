package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/telling"
)

// pairs are the values of a sentence that a statement gives other values, each with its
// new one.
func (e *editor) pairs(st statement, u unit) ([][2]value, error) {
	have, err := e.given(st, u)
	if err != nil {
		return nil, err
	}
	fresh, was, free, ok := st.parted(have, u)
	switch {
	case !ok:
		return nil, errOther
	case len(fresh) == 0 && len(was) == 0 && len(have) > 0 && !names(u.all(), st.topic):
		return nil, errOther
	case len(fresh) == 0 && len(was) == 0 && len(have) > 0:
		return nil, fmt.Errorf("scene %d already says %q", u.scene+1, telling.Clip(u.text, 60))
	case len(fresh) > 1 && len(fresh) != len(free) && slices.ContainsFunc(fresh, func(v value) bool { return v.kind == "weekday" }): // "we close at 8 on Saturdays"
		return nil, askAbout(u)
	}
	var out [][2]value
	for _, v := range fresh {
		like := st.likeliest(v, u, was, free, len(fresh) > 1)
		if len(like) == 0 {
			return nil, errOther
		}
		if len(like) > 1 {
			var texts []string
			for _, l := range like {
				texts = append(texts, l.text)
			}
			return nil, whichOf(texts, v.text)
		}
		out = append(out, [2]value{like[0], v})
		free = slices.DeleteFunc(free, func(h value) bool { return h.from == like[0].from })
	}
	return out, nil
}

// given are the values of a sentence that a statement may be about. It fails where the
// sentence is about another time or another kind of thing, or the statement says more.
func (e *editor) given(st statement, u unit) ([]value, error) {
	if wasSo.MatchString(u.text) && !wasSo.MatchString(st.text) {
		return nil, errOther // a statement is about what is
	}
	if rest := st.text[st.vals[len(st.vals)-1].to:]; more.MatchString(rest) && !names(u.all(), st.manner.topic(rest)) { // "15 villages and the city"
		return nil, askAbout(u)
	}
	bare := len(st.vals) == 1 && st.vals[0].kind == "number" && st.vals[0].unit == ""
	have := slices.DeleteFunc(e.valuesIn(u.text), func(h value) bool { // "Omar's number is 4410" is not one of hours
		big := magnitude.FindString(h.num)
		return bare && len(st.strange) > 0 && h.kind == "number" && h.unit != "" && (big == "" || big != magnitude.FindString(st.vals[0].num)) && !names(strings.Join(st.topic, " "), []string{strings.ToLower(h.unit)})
	})
	if e.otherKind(st.manner, blanked(st.text, st.vals), blanked(u.text, have)) {
		return nil, errOther
	}
	return have, nil
}

// parted are the values that a statement has anew, those of a sentence that it says were
// so, and those of which it says nothing. false = it speaks of what the sentence never said.
func (st statement) parted(have []value, u unit) (fresh, was, free []value, ok bool) {
	for _, v := range st.vals {
		before := st.manner.was.FindString(st.text[:v.from])
		old := before != ""
		same := func(h value) bool { // the 14 of "children under 14" is not that of "14 euros"
			return v.same(h) && (v.label == "" || h.label == v.label || !slices.ContainsFunc(have, func(o value) bool { return o.label == v.label && v.takes(o) }))
		}
		switch k := slices.IndexFunc(have, same); {
		case k >= 0 && old && !strings.HasSuffix(strings.ToLower(u.text[:have[k].from]), strings.ToLower(before)): // "from 52% to 81%" keeps where it came from
			was = append(was, have[k])
		case k < 0 && !old:
			fresh = append(fresh, v)
		case k < 0 && len(st.vals) < 2:
			return nil, nil, nil, false
		}
	}
	for _, h := range have {
		if !slices.ContainsFunc(st.vals, h.same) {
			free = append(free, h)
		}
	}
	return fresh, was, free, true
}

// likeliest are the values of a sentence that a new one may take the place of: one that it
// says was so, or else of those at the same end, beside the same words, with the same label
// and the same unit. Of several new values each goes with the words beside it.
func (st statement) likeliest(v value, u unit, was, free []value, several bool) []value {
	like := slices.DeleteFunc(slices.Clone(was), func(h value) bool { return !v.takes(h) })
	if len(like) == 0 {
		edge := edgeAt(st.text, v)
		if len(st.vals) == 1 && (v.kind == "clock" || v.unit == "" && bareHour.MatchString(v.num)) { // "starts at 5"
			edge = cmp.Or(edgeIn(st.text), edge)
		}
		like = slices.DeleteFunc(slices.Clone(free), func(h value) bool {
			return !v.takes(h) || opposite(edge, edgeAt(u.text, h)) || v.kind == "day" && dueBy.MatchString(u.text[:h.from]) && !dueBy.MatchString(st.text[:v.from])
		})
	}
	narrow := func(is func(h value) bool) {
		if some := slices.DeleteFunc(slices.Clone(like), func(h value) bool { return !is(h) }); len(like) > 1 && len(some) > 0 {
			like = some
		}
	}
	if len(like) > 1 {
		part := around(st.text, v, st.vals)
		beside := telltale(part)
		if several {
			beside = append(beside, st.manner.topic(part)...)
		} else {
			beside = append(beside, st.topic...)
		}
		beside = slices.DeleteFunc(beside, func(w string) bool { return v.unit != "" && names(v.unit, []string{w}) })
		slices.Sort(beside)
		like = nearest(u.text, like, slices.Compact(beside))
	}
	narrow(func(h value) bool { return v.label != "" && sameLabel(h.label, v.label) }) // "ext. 231"
	narrow(func(h value) bool { return v.unit != "" && v.likeUnit(h) })
	return like
}

// wasSo begins a sentence that says how something was.
var wasSo = pattern.New(`(?i)^(?:before|previously|until now|vorher|früher|bisher|antes|avant|prima|vroeger|voorheen)\b[^:]{0,20}:`)

// more begins what is said beside a value.
var more = pattern.New(`(?i)^(?:,| and| und| et| y| e| en| plus) `)

// sameLabel tells whether two labels of numbers are one, if in short: "ext" and "extension".
func sameLabel(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return sameWord(a, b) || inShort(a, b)
}

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
