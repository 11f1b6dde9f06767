package edit

import (
	"slices"
	"strings"
)

// asks tells whether an instruction is a question that wants an answer, not a polite
// request: "should we remove scene 4?", "remove scene 4?", but "can you remove scene 4?".
func asks(s string) bool {
	s = strings.TrimRight(s, " \u00a0")
	if !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "؟") {
		return false
	}
	from := 0
	for _, t := range tokens(strings.TrimRight(s, "?؟ \u00a0")) { // a stop within a quotation ends nothing
		if t.has("stop") && strings.ContainsAny(t.word, ".!?;\n") {
			from = t.end
		}
	}
	request, words := false, false
	for _, code := range Languages {
		work := maxWork
		r := &reader{lex: lexiconOf(code), work: &work}
		if toks := r.meant(s); len(toks) > 0 && toks[0].has("question") {
			return true
		}
		toks := r.meant(s[from:])
		request = request || slices.ContainsFunc(toks, func(t token) bool { return t.has("polite") })
		for i, t := range toks { // the question mark is that of words to say or show
			words = words || spoken(toks) && i > 0 && i < len(toks)-2 && (t.has("colon") || t.has("sayword") || t.has("quoted") || t.word == "→" || (t.has("change") || t.has("replace")) && slices.ContainsFunc(toks[i:], func(t token) bool { return t.has("to") }))
			words = words || t.has("quoted") && i == 0
		}
		if len(toks) > 0 && (toks[0].has("sayword") || toks[0].has("startverb") || toks[0].has("endverb")) && len(toks) > 3 {
			words = true
		}
	}
	return !request && !words
}

// weighs tells whether an instruction only considers what it speaks of: "maybe remove
// scene 4".
func weighs(s string) bool {
	for _, code := range Languages {
		work := maxWork
		r := &reader{lex: lexiconOf(code), work: &work}
		toks := r.meant(s)
		if slices.ContainsFunc(toks, func(t token) bool { return t.has("hedge") && !t.has("quoted") }) && spoken(toks) {
			return true
		}
	}
	return false
}
