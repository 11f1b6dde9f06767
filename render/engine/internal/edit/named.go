package edit

import (
	"slices"
	"strings"
)

// What a video speaks of has names that no lexicon knows: "drop the free plan", "mention
// that we ship to Canada", "the deadline moved to July 15", "I don't like “invoice”, use
// “bill”". Only the storyboard can tell what they are, so these readings come after
// all others, and whoever carries them out declines what the video does not have.

// maxName is how many words a name has at most.
const maxName = 6

// byName reads instructions whose object is a name.
func (r *reader) byName(s string) (Edit, bool) {
	toks := ended(r.meant(s))
	if len(toks) == 0 || len(toks) > maxWords {
		return Edit{}, false
	}
	for _, read := range []func(string, []token) (Edit, bool){r.unsaid, r.mention, r.focused, r.disliked, r.outdated, r.overruled, r.changed, r.valueOf, r.swapped, r.joined, r.inserted, r.kept, r.moved, r.removed, r.rewritten} {
		if e, ok := read(s, toks); ok {
			e.Source = s
			if e.Values == nil {
				e.Values = map[string]string{}
			}
			return e, true
		}
	}
	return Edit{}, false
}

// ended are tokens without what stands at the end and says nothing.
func ended(toks []token) []token {
	for len(toks) > 0 {
		t := toks[len(toks)-1]
		if t.has("change") && len(toks) > 1 && (toks[len(toks)-2].has("stop") || toks[len(toks)-2].has("please")) { // "…, please fix"
			toks = toks[:len(toks)-1]
			continue
		}
		if everywhere := t.has("everywhere") && len(toks) > 2 && slices.ContainsFunc(toks, func(t token) bool { return t.has("remove") && !t.has("fill") }); !everywhere && !t.has("stop") && !t.has("please") && !t.has("now") && !(t.has("fill") && t.has("final")) {
			break
		}
		toks = toks[:len(toks)-1]
	}
	return toks
}

// asksOnly tells whether a token only asks, and names nothing.
func asksOnly(t token) bool {
	return t.has("fill") || t.has("polite") || t.has("please") || t.has("modal") || t.has("stop") || t.has("do") || t.has("also")
}

// mention reads "mention that we also ship to Canada": what is said beside all the rest.
func (r *reader) mention(s string, toks []token) (Edit, bool) {
	said := func(k int) bool {
		for k > 0 && (toks[k].has("stop") || toks[k].has("please") || toks[k].has("also")) {
			k--
		}
		return toks[k].has("sayword") || toks[k].has("add")
	}
	for i, t := range toks {
		switch {
		case i > 0 && t.has("that") && said(i-1) && i+2 < len(toks):
			text, ok := strings.TrimSpace(s[t.end:toks[len(toks)-1].end]), true
			switch r.lex.code { // behind "dass" the words stand in another order
			case "de":
				text, ok = mainClause(text)
			case "nl":
				text, ok = dutchMain(text)
			}
			return Edit{Op: Mention, Text: text}, ok
		case t.has("mention") && i+3 < len(toks) && !toks[i+1].has("that") && !toks[i+1].has("stop") && slices.ContainsFunc(toks[i+2:len(toks)-1], func(t token) bool { return t.has("isnow") }) && !r.lex.verbLast: // "mention parking is free"
			return Edit{Op: Mention, Text: strings.TrimSpace(s[t.end:toks[len(toks)-1].end])}, true
		case t.has("sayword") && r.thatEnds(t.word) && i+2 < len(toks) && !r.lex.verbLast: // "dis que"
			return Edit{Op: Mention, Text: strings.TrimSpace(s[t.end:toks[len(toks)-1].end])}, true
		case t.has("sayword"), t.has("add"), asksOnly(t):
		default:
			return Edit{}, false
		}
	}
	return Edit{}, false
}

// thatEnds tells whether a phrase ends with the word for "that".
func (r *reader) thatEnds(phrase string) bool {
	i := strings.LastIndexByte(phrase, ' ')
	return i > 0 && slices.ContainsFunc(r.lex.meanings(phrase[i+1:]), func(g tag) bool { return g.concept == "that" })
}

// disliked reads "I don't like the word “synergy”, use “teamwork”".
func (r *reader) disliked(s string, toks []token) (Edit, bool) {
	flaw := slices.IndexFunc(toks, func(t token) bool { return t.has("flaw") })
	stop := slices.IndexFunc(toks, func(t token) bool { return t.has("stop") || t.word == "–" })
	if flaw < 0 || stop < flaw+2 || stop+2 >= len(toks) {
		return Edit{}, false
	}
	old, with := bare(toks[flaw+1:stop]), toks[stop+1:]
	asked := false
	for len(with) > 0 && (asksOnly(with[0]) || with[0].has("use") || with[0].has("sayword") || with[0].has("rename") || with[0].has("instead") || with[0].has("to") || with[0].has("colon")) {
		asked = asked || !asksOnly(with[0])
		with = with[1:]
	}
	for len(with) > 1 && with[len(with)-1].has("instead") {
		with = with[:len(with)-1]
	}
	of := func(t token) bool {
		return t.has("quoted") || !slices.ContainsFunc(things, t.has) && !t.has("sceneword") && !t.has("role") && !t.has("kind") && !t.has("mood") && !t.has("stop")
	}
	if !asked || len(old) == 0 || len(with) == 0 || len(old) > maxName || len(with) > maxName ||
		slices.ContainsFunc(append(slices.Clone(old), with...), func(t token) bool { return !of(t) }) {
		return Edit{}, false
	}
	word := slices.ContainsFunc(toks[flaw:stop], func(t token) bool { return t.has("word") })
	return Edit{Op: Replace, Text: words(s, old), With: words(s, with), Quoted: word}, true
}

// outdated reads "instead of 38 stores it's now 41".
func (r *reader) outdated(s string, toks []token) (Edit, bool) {
	if !toks[0].has("insteadof") {
		return Edit{}, false
	}
	is := slices.IndexFunc(toks, func(t token) bool { return t.has("isnow") })
	if is < 2 {
		return Edit{}, false
	}
	old, with := bare(toks[1:is]), bare(toks[is+1:])
	if len(old) == 0 || len(with) == 0 || len(old) > maxName || len(with) > maxName || !figure(old[0]) || !figure(with[0]) {
		return Edit{}, false
	}
	return Edit{Op: Replace, Text: words(s, old), With: words(s, with)}, true
}

// overruled reads "Studio is for teams of up to 15, not 10": which of two numbers, and of
// what.
func (r *reader) overruled(s string, toks []token) (Edit, bool) {
	value := func(t token) bool { return figure(t) || t.has("weekday") }
	no := slices.IndexFunc(toks, func(t token) bool { return t.has("not") || t.has("insteadof") })
	if no < 2 || no+1 >= len(toks) {
		return Edit{}, false
	}
	old := toks[no+1:]
	for len(old) > 1 && (old[0].has("art") || old[0].has("fill")) && !value(old[0]) { // "pas le mardi"
		old = old[1:]
	}
	k := no - 1
	for k > 0 && !value(toks[k]) {
		k--
	}
	if !value(old[0]) || len(old) > 3 || !value(toks[k]) || old[0].has("weekday") != toks[k].has("weekday") {
		return Edit{}, false
	}
	for k > 0 && figure(toks[k-1]) && !toks[k].has("weekday") { // "€ 42"
		k--
	}
	name, with := bare(toks[:k]), bare(toks[k:no])
	for len(name) > 1 && (name[len(name)-1].has("modal") || name[len(name)-1].has("isnow")) { // "Q3 should be"
		name = name[:len(name)-1]
	}
	if len(with) > len(old) && (old[0].has("weekday") || len(old) > 1 && with[len(old)-1].word == old[len(old)-1].word) { // "97 % recommend us"
		if rest := bare(with[len(old):]); len(name) == 0 {
			name = rest
		}
		with = with[:len(old)]
	}
	if len(name) == 0 || len(name) > 2*maxName || len(with) == 0 || len(with) > 2 ||
		slices.ContainsFunc(name, func(t token) bool { return t.has("quoted") || t.has("sceneword") || t.has("dont") || value(t) }) {
		return Edit{}, false
	}
	return Edit{Op: ValueOf, Text: words(s, name), With: words(s, with), Was: words(s, old)}, true
}

// changed reads what is put somewhere else or made something else: "we moved the launch
// to July 15", "change the basic plan to $25".
func (r *reader) changed(s string, toks []token) (Edit, bool) {
	verb := slices.IndexFunc(toks, func(t token) bool { return !asksOnly(t) || t.has("move") || t.has("change") || t.has("adjust") })
	if verb < 0 || !toks[verb].has("move") && !toks[verb].has("change") && !toks[verb].has("replace") && !toks[verb].has("adjust") {
		return Edit{}, false
	}
	for i := verb + 2; i+1 < len(toks); i++ {
		if toks[i].has("colon") { // "change the hours: from 7 to 22"
			e, ok := of(s, toks[verb+1:i], toks[i+1:])
			return e, ok && !toks[verb].has("move")
		}
		if !toks[i].has("to") && !toks[i].has("goal") {
			continue
		}
		e, ok := of(s, toks[verb+1:i], toks[i+1:])
		e.Values = map[string]string{"change": ""}
		return e, ok
	}
	return Edit{}, false
}

// of is what has a value, and the value, if they are.
func of(s string, name, value []token) (Edit, bool) {
	name = bare(name)
	for len(value) > 0 && !figure(value[0]) && (value[0].has("fill") || value[0].has("to") || value[0].has("goal") || value[0].has("art") || value[0].has("now")) {
		value = value[1:]
	}
	was := ""
	if no := slices.IndexFunc(value, func(t token) bool { return t.has("not") || t.has("insteadof") }); no > 0 { // "Q3 is 5, not 4"
		if old := bare(value[no+1:]); len(old) > 0 {
			was = words(s, old)
		}
		value = bare(value[:no])
	}
	if len(name) == 0 || len(name) > maxName || len(value) == 0 || len(value) > maxName || !figure(value[0]) && !dated(value) {
		return Edit{}, false
	}
	for _, t := range name {
		if t.has("sceneword") || t.has("pron") || t.has("quoted") || t.has("text") || t.has("dont") || t.has("not") || t.has("moment") || t.has("stop") || figure(name[0]) || slices.ContainsFunc(things, t.has) {
			return Edit{}, false
		}
	}
	return Edit{Op: ValueOf, Text: s[name[0].start:name[len(name)-1].end], With: words(s, value), Was: was}, true
}

// dated tells whether a value is a day: "July 15", "Friday 19 September".
func dated(value []token) bool {
	return slices.ContainsFunc(value, func(t token) bool { return t.has("month") }) && slices.ContainsFunc(value, figure)
}

// valueOf reads "the basic plan is $25 now": of what, and what it is.
func (r *reader) valueOf(s string, toks []token) (Edit, bool) {
	is := slices.IndexFunc(toks, func(t token) bool { return t.has("isnow") })
	if is < 1 || is+1 >= len(toks) {
		return Edit{}, false
	}
	name := toks[:is]
	for len(name) > 1 && (name[len(name)-1].has("modal") || name[len(name)-1].has("fill")) { // "has been", "should now"
		name = name[:len(name)-1]
	}
	if e, ok := r.nameOf(s, name, toks[is+1:]); ok {
		return e, true
	}
	return of(s, name, toks[is+1:])
}

// nameOf reads "the buddy is now Daniel Okoro": who somebody is.
func (r *reader) nameOf(s string, role, name []token) (Edit, bool) {
	for len(name) > 0 && name[0].has("now") {
		name = name[1:]
	}
	role = bare(role)
	if len(name) == 0 || len(name) > 4 || len(role) == 0 || len(role) > maxName || !proper(s, name, name) ||
		slices.ContainsFunc(role, func(t token) bool { return unnamed(t) || t.has("sceneword") || t.has("video") }) {
		return Edit{}, false
	}
	return Edit{Op: ValueOf, Text: words(s, role), With: words(s, name), Values: map[string]string{"person": ""}}, true
}

// removed reads "drop the free plan": a verb and what it is to be done to.
func (r *reader) removed(s string, toks []token) (Edit, bool) {
	var name []token
	verbs, word, several := 0, false, false
	toks, where := r.outOf(s, toks)
	for i, t := range toks {
		switch {
		case verbs > 0 && len(name) == 0 && t.has("textword") && at(toks, i+1, "about") && !at(toks, i+1, "ofwith"): // "the text about the farms"
			if about := bare(toks[i+2:]); len(about) > 0 && len(about) <= maxName {
				return Edit{Op: RemoveLine, Scenes: where, Line: &Line{About: words(s, about)}}, true
			}
			return Edit{}, false
		case verbs > 0 && len(name) == 0 && t.has("word") && i+1 < len(toks) && !t.has("topic"): // "the word tiny"
			word = true
		case t.has("remove") && !t.has("quoted"):
			if len(name) > 0 && verbs > 0 && !r.lex.verbLast {
				return Edit{}, false // "remove the plan without …"
			}
			verbs++
		case len(name) == 0 && (asksOnly(t) || t.has("art")), t.has("please"), len(name) > 0 && t.has("vague"): // "the parking thing"
		case verbs == 0 && !r.lex.verbLast:
			return Edit{}, false
		case (t.has("and") || t.word == ",") && len(name) > 0 && i+1 < len(toks): // "the brakes and the horn"
			several, name = true, append(name, t)
		case t.has("sceneword"), t.has("transitionword"), t.has("all"), t.has("allword"), t.has("rest") && !t.has("art"), t.has("video"), t.has("stop"), t.has("quoted"), t.has("text"), t.has("but"), t.has("dont"), t.has("because"), t.has("pron") && !t.has("art"), t.has("num") && len(name) == 0,
			t.has("moment"), t.has("unit"), t.has("place") && !t.has("joins"), t.has("except"), t.has("everywhere"), slices.ContainsFunc(things, t.has):
			return Edit{}, false
		default:
			name = append(name, t)
		}
	}
	if name = bare(name); verbs == 0 || len(name) == 0 || len(name) > maxName && !several || len(name) > 3*maxName {
		return Edit{}, false
	}
	if word && !several {
		return Edit{Op: RemoveLine, Text: words(s, name), Quoted: true}, true
	}
	return Edit{Op: RemoveNamed, Scenes: where, Text: strings.TrimSpace(s[name[0].start:name[len(name)-1].end])}, true
}
