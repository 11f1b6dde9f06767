package edit

import (
	"slices"
	"strings"
)

// Readings of what stays, what comes in beside something, and a list as it is to be: of
// things that only the video knows by name.

// kept reads "only keep the alarm and the speed limit, cut everything else": scenes by what
// they are called. It must say that all others go.
func (r *reader) kept(s string, toks []token) (Edit, bool) {
	e := Edit{Op: KeepNamed, Values: map[string]string{}}
	var name []token
	verb, others, tail := false, false, false
	put := func() {
		if name = bare(name); len(name) > 0 {
			e.Items, name = append(e.Items, Line{Words: words(s, name)}), nil
		}
	}
	for _, t := range toks {
		switch {
		case tail:
			others = others || t.has("rest") || t.has("other") || t.has("video")
			if !others && !asksOnly(t) && !t.has("art") && !t.has("remove") && !t.has("all") {
				return e, false
			}
		case t.has("only") && len(name) == 0:
			others, verb = true, verb || t.has("keep")
		case !verb && t.has("keep"):
			verb = true
		case !verb && (asksOnly(t) || t.has("art")):
		case verb && len(e.Items)+len(name) > 0 && (t.has("remove") && !t.has("fill") || t.has("rest") && !t.has("art")):
			put()
			others, tail = others && len(e.Items) > 0 || t.has("rest"), true
		case verb && (t.has("and") || t.has("stop")):
			put()
		case !verb, unnamed(t) && !t.has("num"), t.has("sceneword"), len(name) >= maxName:
			return e, false
		default:
			name = append(name, t)
		}
	}
	put()
	return e, verb && others && len(e.Items) > 0 && len(e.Items) <= maxName
}

// focused reads "highlight Q3 in the chart", "make the Pro column stand out": what stands
// out from what is beside it.
func (r *reader) focused(s string, toks []token) (Edit, bool) {
	toks, where := r.outOf(s, toks)
	e := Edit{Op: Focus, Scenes: where}
	var name []token
	verb := false
	for i, t := range toks {
		switch {
		case t.has("focus") && !t.has("quoted"), t.has("bigger") && slices.ContainsFunc(toks[:i], func(t token) bool { return t.has("num") }): // "make the 2,300 really big"
			verb = true
		case t.has("kind") && len(name) > 0 && !slices.ContainsFunc(toks[i+1:], func(t token) bool { return !t.has("focus") }) && (name[len(name)-1].has("art") || name[len(name)-1].has("fill")): // "in the chart"
		case t.has("do") && !verb && len(name) > 0 && !slices.ContainsFunc(name, func(t token) bool { return !t.has("kind") && !t.has("art") && !asksOnly(t) }): // "in the chart make Q4 stand out"
			name = nil
		case t.has("that"), t.has("colon"), t.has("sceneword"), t.has("stop"), t.has("pron") && !t.has("art"), t.has("not"), t.has("dont"):
			return e, false
		case len(name) == 0 && (asksOnly(t) || t.has("art")):
		default:
			name = append(name, t)
		}
	}
	frame := func(t token) bool { return t.has("stop") || t.has("fill") || t.has("art") }
	for len(name) > 0 && frame(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	if !verb || len(name) == 0 || len(name) > maxName {
		return e, false
	}
	e.Text = words(s, name)
	return e, true
}

// inserted reads "add a step after the horn: check the lights": what joins a list, and
// behind or before which of its items.
func (r *reader) inserted(s string, toks []token) (Edit, bool) {
	verb := slices.IndexFunc(toks, func(t token) bool { return t.has("add") && !t.has("art") })
	if verb < 0 || slices.ContainsFunc(toks[:verb], func(t token) bool { return !asksOnly(t) }) {
		return Edit{}, false
	}
	e := Edit{Op: AddItem, Values: map[string]string{}}
	var anchor []token
	listed, i := false, verb+1
	frame := func(t token) bool {
		return t.has("fill") || t.has("art") || t.has("new") || t.has("one") || t.has("add") || t.has("final") || t.has("also")
	}
	var joins []token          // "washing your hands"
	for ; i < len(toks); i++ { // what joins, or what it is: "a step"
		t := toks[i]
		if where, ok := t.value("place"); ok && where != "into" {
			e.Place = &Place{Where: where}
			break
		}
		kind, item := t.value("itemword")
		switch {
		case item:
			listed, e.Values["item"] = true, kind
		case t.has("quoted") && e.Text == "":
			e.Text, e.Quoted = t.text, true
		case t.has("sceneword"), t.has("pause"), t.has("colon"), t.has("stop"), t.has("num"), t.has("transitionword"), t.has("broll"), t.has("lineword"):
			return e, false
		case len(joins) > 0 || !frame(t):
			joins = append(joins, t)
		}
	}
	if e.Place == nil || (listed || e.Quoted) && len(joins) > 0 || len(joins) > maxName {
		return e, false
	}
	between := e.Place.Where == "between"
	if between { // "between steps 2 and 3": after step 2
		e.Place.Where = "after"
	}
	for i++; i < len(toks) && !toks[i].has("colon"); i++ {
		t := toks[i]
		if between && t.has("and") && (e.Items != nil || len(anchor) > 0) {
			for i < len(toks) && !toks[i].has("colon") && !toks[i].has("quoted") {
				i++
			}
			i--
			continue
		}
		if n, num := whole(t, "num"); between && num && listed && e.Items == nil && len(anchor) == 0 { // "add a step between 2 and 3"
			e.Items = []Line{{Number: n}}
			continue
		}
		if t.has("quoted") && e.Text == "" && between {
			e.Text, e.Quoted = t.text, true
			continue
		}
		kind, item := t.value("itemword")
		n, ord := whole(t, "ord")
		switch {
		case len(anchor) == 0 && e.Items == nil && (ord || t.has("last")): // "after the second step"
			if !ord {
				n = -1
			}
			e.Items = []Line{{Number: n}}
		case item && e.Items == nil && len(anchor) == 0 && at(toks, i+1, "num"): // "after step 2"
			n, _ = whole(toks[i+1], "num")
			e.Items, listed, e.Values["item"] = []Line{{Number: n}}, true, kind
			i++
		case item:
			listed, e.Values["item"] = true, kind
		case e.Items == nil && !t.has("stop") && !t.has("sceneword") && (!frame(t) || len(anchor) > 0 && !t.has("final")):
			anchor = append(anchor, t)
		case !frame(t):
			return e, false
		}
	}
	if anchor = bare(anchor); len(anchor) > 0 && len(anchor) <= maxName {
		e.Items = []Line{{Words: words(s, anchor)}}
	}
	if i+1 < len(toks) && !e.Quoted {
		e.Text = words(s, toks[i+1:])
	}
	if joins = bare(joins); len(joins) > 0 && e.Text == "" {
		e.Text, listed = words(s, joins), len(anchor) > 0
	}
	e.Text = strings.TrimSpace(e.Text)
	return e, e.Text != "" && len(e.Items) == 1 && (listed || e.Quoted && len(anchor) > 0)
}

// relisted reads a statement that counts a list: "there are four plans: A, B, C and D".
func relisted(s string, order []string) (Edit, bool) {
	head, tail, ok := strings.Cut(strings.TrimRight(s, ".! "), ":")
	if !ok || strings.ContainsAny(tail, `:;"“”«»`) {
		return Edit{}, false
	}
	for _, code := range order {
		if !fluent(s, code) {
			continue
		}
		work := maxWork
		r := &reader{lex: lexiconOf(code), work: &work}
		toks, n := r.meant(head), 0
		for _, t := range toks {
			if v, ok := whole(t, "num"); ok && n == 0 {
				n = v
			} else if slices.ContainsFunc(asking[3:], t.has) && !t.has("fill") && !t.has("isnow") || t.has("quoted") || t.has("sceneword") {
				return Edit{}, false
			}
		}
		e := Edit{Op: Relist, Text: strings.TrimSpace(head), Values: map[string]string{}, Source: s}
		from := 0
		put := func(to int) {
			if t := strings.Trim(tail[from:to], " ,"); t != "" {
				e.Items = append(e.Items, Line{Words: t})
			}
		}
		for _, t := range r.meant(tail) {
			if slices.ContainsFunc(asking[3:], t.has) && !t.has("fill") && !t.has("and") { // "two things: shorten the intro, …"
				return Edit{}, false
			}
			if t.has("and") || t.word == "," {
				put(t.start)
				from = t.end
			}
		}
		put(len(tail))
		return e, n >= 2 && len(e.Items) == n && len(toks) <= 2*maxName
	}
	return Edit{}, false
}
