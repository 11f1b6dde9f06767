package edit

import (
	"slices"
	"strings"
	"unicode"
)

// correction reads what is to stand instead of something wrong: "it should be 42 %, not
// 24 %", "recieve is misspelled, it's receive", "typo in scene 5: recieve → receive",
// "not 24 % but 42 %". Both must be values, names or quotations, or the instruction must
// speak of a word: "the music should be calm, not loud" corrects no text.
func (r *reader) correction(s string, toks []token) (Edit, bool) {
	for len(toks) > 0 && (toks[len(toks)-1].has("stop") || toks[len(toks)-1].has("please")) {
		toks = toks[:len(toks)-1]
	}
	if len(toks) > maxWords {
		return Edit{}, false
	}
	index := func(of []token, is func(token) bool) int { return slices.IndexFunc(of, is) }
	has := func(concept string) func(token) bool { return func(t token) bool { return t.has(concept) } }
	var old, with []token
	head, arrow := 0, index(toks, func(t token) bool { return t.word == "→" })
	no, wrong := index(toks, func(t token) bool { return t.has("not") || t.has("insteadof") }), index(toks, has("wrong"))
	if rather := index(toks, has("rather")); rather >= 0 && no < 0 { // "rather “teamwork” than “synergy”"
		if than := index(toks[rather+1:], has("than")); than > 0 {
			no = rather + 1 + than
		}
	}
	switch {
	case arrow > 0:
		for i, t := range toks[:arrow] {
			if t.has("colon") || t.has("stop") && i > 0 {
				head = i + 1
			}
		}
		old, with = toks[head:arrow], toks[arrow+1:]
	case no >= 0 && index(toks[no:], has("but")) > 1: // "not 24 % but 42 %"
		but := no + index(toks[no:], has("but"))
		head, old, with = no, toks[no+1:but], toks[but+1:]
	case no > 0:
		with, old = bare(toks[:no]), toks[no+1:]
		for i, t := range with {
			if t.has("to") || t.has("colon") || t.has("fill") || t.has("pron") || t.has("sayword") || t.has("named") || t.has("rename") {
				head = i + 1
			}
		}
		with = with[head:]
	case wrong > 0 && wrong+1 < len(toks):
		old, with = toks[:wrong], toks[wrong+1:]
		for len(with) > 0 && (with[0].has("fill") || with[0].has("to") || with[0].has("pron") || with[0].has("reason") || with[0].has("stop") || with[0].has("colon") || with[0].has("wrong")) {
			with = with[1:]
		}
		for i, t := range old {
			if t.has("colon") {
				head = i + 1
			}
		}
		old = old[head:]
	default:
		return Edit{}, false
	}
	scenes := r.sceneTokens(s)
	everywhere := func(t token) bool { return t.has("everywhere") && !t.has("num") }
	for len(old) > 1 && everywhere(old[len(old)-1]) {
		old = old[:len(old)-1]
	}
	for len(with) > 1 && everywhere(with[len(with)-1]) {
		with = with[:len(with)-1]
	}
	old, with = bare(placeless(bare(placeless(bare(old), scenes)), scenes)), bare(placeless(bare(with), scenes))
	value := func(t token) bool { return figure(t) || t.has("weekday") }
	if n := len(old); n > 0 && value(old[0]) { // "it ought to be 42 %, not 24 %"
		for len(with) > 0 && !value(with[0]) {
			if len(with[0].tags) == 0 { // "children under 10, not 12" says of what
				return Edit{}, false
			}
			with = with[1:]
		}
		if len(with) > n && n > 1 && with[n-1].word == old[n-1].word { // "97 % recommend us, not 95 %" says of what
			return Edit{}, false
		}
	}
	if k := index(with, has("quoted")); k > 0 && no > 0 && !slices.ContainsFunc(with[:k], func(t token) bool { return len(t.tags) == 0 }) {
		with = with[k:]
	}
	if k := index(old, has("quoted")); k == 0 && len(old) > 1 && old[1].has("fill") { // "“two months free” at the end"
		old = old[:1]
	}
	if len(old) == 1 && len(with) == 1 && old[0].has("month") && with[0].has("month") && wrong > 0 { // "April should be May"
		return Edit{Op: Replace, Text: words(s, old), With: words(s, with), Values: map[string]string{}, Source: s}, true
	}
	year := len(old) == 1 && len(old[0].word) == 4 && figure(old[0])                                                                                                                     // may be what a value of a chart is called
	if wrong > 0 && arrow < 0 && no < 0 && len(old) > 0 && len(old) < 4 && len(with) > 0 && (len(with) == 1 || year && len(with) == 2) && figure(with[0]) && (year || !figure(old[0])) { // "Q2 should be 7"
		return Edit{Op: Point, Text: words(s, old), With: words(s, with), Values: map[string]string{}, Source: s}, true
	}
	if len(old) == 1 && (old[0].has("end") || old[0].has("start")) && !old[0].has("quoted") && arrow < 0 { // "at the beginning instead of the end"
		return Edit{}, false
	}
	if len(old) == 0 || len(with) == 0 || len(old) > 8 || len(with) > 8 || !valid(toks, old, with) && !proper(s, old, with) {
		return Edit{}, false
	}
	e := Edit{Op: Replace, Text: words(s, old), With: words(s, with), Values: map[string]string{}, Source: s}
	e.Quoted = slices.ContainsFunc(toks, has("word")) // a word, not whom it names
	for _, t := range scenes {
		inside := func(v []token) bool { return t.start < v[len(v)-1].end && t.end > v[0].start }
		if !inside(old) && !inside(with) {
			e.Scenes = append(e.Scenes, t.refs...)
		}
	}
	for _, t := range toks[:head] { // what stands before must be understood
		if len(t.tags) == 0 && len(e.Scenes) == 0 && !proper(s, old, with) {
			return Edit{}, false
		}
	}
	return e, true
}

// bare takes what is no part of a value off its ends: "the", "is", commas.
func bare(toks []token) []token {
	frame := func(t token) bool {
		return t.has("stop") || t.has("fill") || t.has("art") || t.has("colon") || t.has("word") && !t.has("num")
	}
	for len(toks) > 0 && frame(toks[0]) {
		toks = toks[1:]
	}
	for len(toks) > 0 && frame(toks[len(toks)-1]) {
		toks = toks[:len(toks)-1]
	}
	return toks
}

// placeless takes what names a scene off the ends of a value: "scene 7: 42 %", "42 % in
// scene 7".
func placeless(toks, scenes []token) []token {
	within := func(t token) bool {
		return slices.ContainsFunc(scenes, func(n token) bool { return t.start >= n.start && t.end <= n.end })
	}
	for len(toks) > 0 && within(toks[0]) {
		toks = toks[1:]
	}
	at := slices.IndexFunc(toks, within)
	for at > 0 && (toks[at-1].has("fill") || toks[at-1].has("art")) {
		at--
	}
	if at < 1 {
		return toks
	}
	return toks[:at]
}

// figure tells whether a token begins a number: "€", "42".
func figure(t token) bool {
	return t.has("num") || strings.ContainsAny(t.word, "€$£¥₪") || t.word != "" && unicode.IsDigit(first(t.word))
}

// words are those of tokens, without the quotation marks around all of them.
func words(s string, toks []token) string {
	if len(toks) == 1 && toks[0].has("quoted") {
		return toks[0].text
	}
	if len(toks) == 0 {
		return ""
	}
	return strings.TrimSpace(s[toks[0].start:toks[len(toks)-1].end])
}

// valid tells whether one value may stand for another.
func valid(all, old, with []token) bool {
	like := func(is func(token) bool) bool {
		return slices.ContainsFunc(old, is) && slices.ContainsFunc(with, is)
	}
	spoken := slices.ContainsFunc(all, func(t token) bool { return t.has("word") })
	unknown := func(t token) bool { return len(t.tags) == 0 && t.word != "" }
	return like(func(t token) bool { return t.has("quoted") }) ||
		figure(old[0]) && figure(with[0]) ||
		counterparts(old, with) || len(old) == 1 && len(with) == 1 && old[0].has("weekday") && with[0].has("weekday") ||
		slices.ContainsFunc(all, func(t token) bool { return t.word == "→" }) ||
		(spoken || slices.ContainsFunc(all, func(t token) bool { return t.has("wrong") })) && !slices.ContainsFunc(append(slices.Clone(old), with...), func(t token) bool { return !unknown(t) && !t.has("quoted") })
}

// proper tells whether two values are names of their own: "Tom Becker", "Dana Wolff".
func proper(s string, old, with []token) bool {
	return !slices.ContainsFunc(append(slices.Clone(old), with...), func(t token) bool {
		return len(t.tags) > 0 || !unicode.IsUpper(first(s[t.start:]))
	})
}

// counterparts tells whether two values are words of which only a number or a letter
// differs: "gate 5" and "gate 4", "deck B" and "deck C".
func counterparts(old, with []token) bool {
	same, other := 0, 0
	for i := range old {
		if len(old) != len(with) || old[i].has("sceneword") {
			return false
		}
		single := len(old[i].word) == 1 && len(with[i].word) == 1
		switch {
		case old[i].word == with[i].word && old[i].text == with[i].text:
			same++
		case figure(old[i]) && figure(with[i]), single:
			other++
		default:
			return false
		}
	}
	return same > 0 && other == 1
}
