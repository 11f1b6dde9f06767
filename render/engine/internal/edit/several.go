package edit

import (
	"slices"
	"strings"
)

// Readings of what only the video knows by name that say it of several things, of two
// that change places, of words that are not to be said, and of a statement whose
// value is another than that of the video.

// gives are the intents that give something another value.
var gives = map[Op]bool{ValueOf: true, Point: true, Amount: true, Replace: true, Restate: true}

// named reads a part whose object is a name, and one that goes on with the values of the
// part before: "the basic plan is $25 and the full plan $45", "change 8 to 9 and 5 to 6".
func (r *reader) named(s string, c context) (Edit, bool) {
	if c.open && !r.orders(s) || r.spent(len(s)) {
		return Edit{}, false
	}
	if e, ok := r.byName(s); ok {
		return e, true
	}
	if !c.valued {
		return Edit{}, false
	}
	if c.verb != "" {
		full := c.verb + " " + s
		if e, ok := r.byName(full); ok && e.Op == ValueOf {
			e.Source = s
			return e, true
		}
		if e, ok := r.replacement(full, r.meant(full)); ok && e.Op == Replace {
			e.Source = s
			return e, true
		}
	}
	toks := ended(r.meant(s))
	if i := slices.IndexFunc(toks, figure); i > 0 {
		if e, ok := of(s, toks[:i], toks[i:]); ok {
			e.Source, e.Values = s, map[string]string{}
			return e, true
		}
	}
	return Edit{}, false
}

// orders tells whether a part begins as nothing but an order does, a verb that takes out
// and what it is done to: "remove the free plan" behind words to say that may go on.
func (r *reader) orders(s string) bool {
	toks := r.meant(s)
	return len(toks) > 2 && toks[0].has("remove") && !toks[0].has("fill") && toks[1].has("def") && !r.lex.verbLast
}

// outOf takes what something is removed from off the end: "… from the list", "… from
// scene 3".
func (r *reader) outOf(s string, toks []token) ([]token, []Ref) {
	for i := 2; i < len(toks); i++ {
		if !toks[i].has("fill") && !toks[i].has("remove") || toks[i].has("stop") {
			continue
		}
		tail := r.spans(s, toks[i+1:], guess{topic: 1})
		for len(tail) > 1 && tail[0].has("art") && !tail[0].has("scene") {
			tail = tail[1:]
		}
		switch {
		case len(tail) == 1 && tail[0].has("scene"):
			return toks[:i], tail[0].refs
		case len(tail) == 1 && tail[0].has("listword"):
			return toks[:i], nil
		}
	}
	return toks, nil
}

// swapped reads "swap Leeds and Ghent", "swap the quote and the process": what changes
// places, by the names that the video has for it.
func (r *reader) swapped(s string, toks []token) (Edit, bool) {
	var sides [2][]token
	side, verb := 0, false
	for i, t := range toks {
		switch {
		case t.has("swap") && !verb && (len(sides[0]) == 0 || r.lex.verbLast && i == len(toks)-1):
			verb = true
		case t.has("quoted"), verb && side == 1 && (t.has("and") || t.has("month") || figure(t)), t.has("stop"), t.has("dont"), t.has("pron") && !t.has("art"), t.has("sceneword") && at(toks, i+1, "num"):
			return Edit{}, false
		case (t.has("and") || t.has("ofwith") || t.has("to")) && len(bare(sides[0])) > 0 && side == 0 && !t.has("art"):
			side = 1
		case len(sides[side]) == 0 && (asksOnly(t) || t.has("art")):
		default:
			sides[side] = append(sides[side], t)
		}
	}
	a, b := bare(sides[0]), bare(sides[1])
	if !verb || len(a) == 0 || len(b) == 0 || len(a) > maxName || len(b) > maxName {
		return Edit{}, false
	}
	return Edit{Op: SwapNamed, Text: words(s, a), With: words(s, b)}, true
}

// unsaid reads "don't say “cheap”", "don't say heavy lock, say strong lock", "don't
// mention the accidents": words that go, and what takes their place.
func (r *reader) unsaid(s string, toks []token) (Edit, bool) {
	no, say, i := false, false, 0
	topic := false // it is what is spoken of, not a word
	for ; i < len(toks) && !(no && say); i++ {
		switch t := toks[i]; {
		case t.has("dont") || t.has("not") || t.has("atmost") && say: // "sprich nicht über …"
			no, topic = true, topic || t.has("atmost")
		case t.has("sayword"), no && t.has("rename"):
			say, topic = true, topic || t.has("mention") || strings.Contains(t.word, " ")
		case asksOnly(t) && !t.has("stop"):
		default:
			return Edit{}, false
		}
	}
	for i < len(toks) && (toks[i].has("not") || toks[i].has("remove") && i+1 < len(toks) || toks[i].has("about") || toks[i].has("that") || toks[i].has("everywhere") || toks[i].has("also") || toks[i].has("colon")) {
		topic = topic || toks[i].has("about") || toks[i].has("that")
		i++
	}
	if !no || !say {
		return Edit{}, false
	}
	end := i
	for end < len(toks) && !toks[end].has("stop") && !toks[end].has("but") && toks[end].word != "–" && !toks[end].has("and") {
		end++
	}
	old, with := ground(toks[i:end]), toks[end:]
	article := i < len(toks) && toks[i].has("art")
	marked := slices.ContainsFunc(with, func(t token) bool {
		return t.has("sayword") || t.has("rename") || t.has("use") || t.has("instead") || t.has("but") || t.has("colon") || t.has("quoted") || t.word == "–"
	})
	for len(with) > 0 && (with[0].has("stop") || with[0].has("but") || with[0].has("sayword") || with[0].has("rename") || with[0].has("use") || with[0].has("instead") || with[0].has("colon") || with[0].has("and") || asksOnly(with[0])) {
		with = with[1:]
	}
	if n := len(with); n > 1 && with[n-1].has("quoted") { // "legal wants “eye fatigue”"
		with = with[n-1:]
	}
	if len(with) > 1 && with[0].has("quoted") && !with[1].has("instead") && !with[1].has("please") && !(with[1].has("stop") && len(with) == 2) { // more is asked for
		return Edit{}, false
	}
	for article && len(with) > 1 && with[0].has("art") { // "a museum", "a dock"
		with = with[1:]
	}
	for len(with) > 1 && (with[len(with)-1].has("instead") || with[len(with)-1].has("stop")) {
		with = with[:len(with)-1]
	}
	if len(old) == 0 || len(old) > 2*maxName || len(with) > 2*maxName || end < len(toks) && len(with) == 0 {
		return Edit{}, false
	}
	e := Edit{Op: Unsay, Text: words(s, old), Quoted: len(old) == 1 && old[0].has("quoted")}
	if len(with) > len(old)+2 && !marked { // "don't mention the shop, the app comes later"
		if Orders(words(s, with), r.lex.code) || slices.ContainsFunc(with, figure) {
			return Edit{}, false
		}
		e.Aside, with = words(s, with), nil
	}
	if len(with) > 0 {
		e.With = words(s, with)
	}
	if topic && !e.Quoted && e.With == "" {
		e.Values = map[string]string{"topic": ""}
	}
	return e, true
}

// ground takes what does not belong to a name off its ends, but no word that it may have.
func ground(toks []token) []token {
	for len(toks) > 0 && (toks[0].has("stop") || toks[0].has("art")) && !toks[0].has("quoted") {
		toks = toks[1:]
	}
	for len(toks) > 0 && (toks[len(toks)-1].has("stop") || toks[len(toks)-1].has("please") || toks[len(toks)-1].has("everywhere")) {
		toks = toks[:len(toks)-1]
	}
	return toks
}

// moved reads "dark mode should come last", "put the quote first", "move the crane to the
// top", "put the growth chart right after the welcome".
func (r *reader) moved(s string, toks []token) (Edit, bool) {
	e := Edit{Op: MoveNamed, Values: map[string]string{}}
	verb := len(toks) <= 3 && fluent(s, r.lex.code) // "passwords first"
	var name []token
	named := false // the verb stands behind the name
	for i, t := range toks {
		where, beside := t.value("place")
		beyond := slices.ContainsFunc(toks[i+1:], func(t token) bool { return t.has("place") })
		switch {
		case len(name) > 0 && beyond && (t.has("upward") || t.has("downward") || t.has("stop") || t.has("end")) && !t.has("place"): // "up, right after …"
		case (t.has("move") || t.has("put") || t.has("do")) && (len(name) == 0 || i > 0 && toks[i-1].has("modal") || r.lex.verbLast):
			verb, named = true, len(name) > 0
		case len(name) == 0 && (asksOnly(t) || t.has("art")):
		case named && where == "" && !t.has("fill") && !t.has("art") && !t.has("goal") && !t.has("start") && !t.has("end") && !t.has("last") && !t.has("ord") && !t.has("higher") && !t.has("upward") && !t.has("downward") && !t.has("following"):
			return Edit{}, false // what it is called stands before "should come"
		case verb && len(toks) > 3 && len(name) > 0 && (where == "before" || where == "after") && beside:
			if with := bare(toks[i+1:]); len(with) > 0 && len(with) <= maxName && !slices.ContainsFunc(with, unnamed) {
				e.Text, e.With, e.Place = words(s, bare(name)), words(s, with), &Place{Where: where}
				return e, e.Text != "" && !slices.ContainsFunc(name, unnamed)
			}
			return Edit{}, false
		case len(name) > 0 && (t.has("start") || t.has("ord") && t.word == "1" || t.has("end") || t.has("last") || t.has("higher") || t.has("upward") || t.has("downward")):
			for _, c := range []string{"start", "end", "upward", "downward"} {
				if t.has(c) || c == "start" && t.has("higher") || c == "end" && t.has("last") {
					e.Values[c] = ""
				}
			}
			rest := toks[i+1:]
			if k := slices.IndexFunc(rest, func(t token) bool { return t.has("insteadof") }); k >= 0 && k+1 < len(rest) && (lastOf(rest, len(rest)-1) && (rest[len(rest)-1].has("end") || rest[len(rest)-1].has("start"))) { // "… instead of the end"
				rest = rest[:k]
			}
			if name = bare(name); !verb || len(name) == 0 || len(name) > maxName || slices.ContainsFunc(name, unnamed) || slices.ContainsFunc(rest, func(t token) bool { return !asksOnly(t) && !t.has("art") && !t.has("listword") && !t.has("video") }) {
				return Edit{}, false
			}
			e.Text = words(s, name)
			return e, len(e.Values) > 0
		case t.has("modal"), len(name) > 0 && (t.has("fill") || t.has("goal") || t.has("art") || t.has("following")):
			if len(name) > 0 && !t.has("modal") {
				name = append(name, t)
			}
		default:
			name = append(name, t)
		}
	}
	return Edit{}, false
}

// unnamed tells whether a token is no part of a name: it names a thing of every video, or
// something that only a number names.
func unnamed(t token) bool {
	return t.has("quoted") || t.has("stop") || t.has("pron") && !t.has("art") || t.has("num") || t.has("and") || t.has("dont") || t.has("moment") || t.has("file") || slices.ContainsFunc(things, t.has)
}

// rewritten reads what a scene is to say in quotation marks, behind a colon and words that
// only tell what it is to be like: "make the opening punchier: “A whale.”"
func (r *reader) rewritten(s string, toks []token) (Edit, bool) {
	n := len(toks)
	if n < 4 || !toks[n-1].has("quoted") || !toks[n-2].has("colon") || slices.ContainsFunc(toks[:n-1], func(t token) bool {
		return t.has("quoted") || t.has("remove") && !t.has("fill") || t.has("add") || t.has("place") || t.has("textword") || t.has("label") || t.has("note") || t.has("subtitle") || t.has("cta") || t.has("dont") || t.has("itemword") || slices.ContainsFunc(things, t.has)
	}) {
		return Edit{}, false
	}
	e, scenes := Edit{Op: Say, Text: toks[n-1].text, Quoted: true}, r.sceneTokens(s[:toks[n-2].start])
	for _, t := range scenes {
		e.Scenes = append(e.Scenes, t.refs...)
	}
	if len(e.Scenes) != 1 || e.Scenes[0].All || !fluent(s, r.lex.code) {
		return e, false
	}
	return e, slices.ContainsFunc(toks[:n-2], func(t token) bool { // it tells what it is to be like
		return (t.start < scenes[0].start || t.start >= scenes[0].end) && !t.has("fill") && !t.has("art") && !t.has("do") && !t.has("num")
	})
}

// joined reads "add gloves to the list of what to wear", "añade a Pedro a los dentistas":
// what joins a list, and the name of the list.
func (r *reader) joined(s string, toks []token) (Edit, bool) {
	verb := slices.IndexFunc(toks, func(t token) bool { return t.has("add") && !t.has("fill") && !t.has("art") })
	if verb < 0 || slices.ContainsFunc(toks[:verb], func(t token) bool { return !asksOnly(t) }) && !r.lex.verbLast {
		return Edit{}, false
	}
	for i := verb + 2; i+1 < len(toks); i++ {
		if !toks[i].has("joins") {
			continue
		}
		what, list := toks[verb+1:i], bare(toks[i+1:])
		for len(what) > 1 && (what[0].has("stop") || what[0].has("joins") && what[0].word != "un") { // "a Pedro"
			what = what[1:]
		}
		for len(list) > 1 && (list[len(list)-1].has("final") || list[len(list)-1].has("add")) { // "… zur Liste hinzu"
			list = list[:len(list)-1]
		}
		named := func(t token) bool {
			return t.has("sceneword") || t.has("stop") || t.has("video") && !t.has("pron") || t.has("start") && !t.has("fill") || t.has("end") || t.has("role") || t.has("url")
		}
		if len(what) == 0 || len(list) == 0 || len(what) > maxName || len(list) > 2*maxName || slices.ContainsFunc(what, func(t token) bool {
			return named(t) || slices.ContainsFunc(things, t.has) || t.has("pron") && !t.has("art")
		}) || slices.ContainsFunc(list, named) || list[0].has("pron") && !list[0].has("art") {
			return Edit{}, false
		}
		return Edit{Op: AddNamed, Text: words(s, what), With: words(s, list), Quoted: len(what) == 1 && what[0].has("quoted")}, true
	}
	return Edit{}, false
}

// restated reads a statement with a value: "we have 14 classes a week", "la piscina apre
// alle 8". Where the video says the same with another value it gets this one. No word of it
// asks for anything, so that it is tried when nothing else is meant.
func restated(s string, order []string) (Edit, bool) {
	for _, code := range order {
		if !fluent(s, code) {
			continue
		}
		work := maxWork
		r := &reader{lex: lexiconOf(code), work: &work}
		toks := ended(r.meant(s))
		values, names := 0, 0
		for i, t := range toks {
			switch {
			case figure(t) || t.has("weekday"):
				if i == 0 || !figure(toks[i-1]) {
					values++
				}
			case t.has("quoted"), t.has("sceneword"), t.has("colon"), t.has("dont"), t.has("file"), t.has("address"), t.has("captions"),
				slices.ContainsFunc(asking[3:], t.has) && !t.has("fill") && !t.has("isnow"), slices.ContainsFunc(things, t.has):
				return Edit{}, false
			case len(t.tags) == 0:
				names++
			}
		}
		dated := slices.ContainsFunc(toks, func(t token) bool { return t.has("month") || t.has("weekday") })
		if values == 0 || values > 4 || names == 0 && !dated || len(toks) > 3*maxName {
			return Edit{}, false
		}
		return Edit{Op: Restate, Text: strings.TrimSpace(s[toks[0].start:toks[len(toks)-1].end]), Values: map[string]string{}, Source: s}, true
	}
	return Edit{}, false
}
