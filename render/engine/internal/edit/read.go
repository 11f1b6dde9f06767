package edit

import (
	"slices"

	"gitops.video/render/render/engine/internal/phrase"
)

// reader reads instructions with the words of one language.
type reader struct {
	lex     *lexicon
	lenient bool
	work    *int // what is left of maxWork
	nearby  map[string][]tag
	words   map[string][]token // what the words of a part mean, asked once
	miss    miss
	hints   hints
}

// maxWork bounds, in words compared with forms, what one instruction may cost: a
// few tenths of a second. Those that people write cost a hundredth of it.
const maxWork = 500_000

// spent takes n off the work that is left and tells whether there is none.
func (r *reader) spent(n int) bool {
	*r.work -= n
	return *r.work < 0
}

// instruction reads one intent, or several in one: first all of it with nothing
// but known words and quotations, then in parts, then with words to the end of it
// that are to be said or shown.
func (r *reader) instruction(s string) ([]Edit, bool) {
	if e, ok := r.stays(s); ok && e.Has("forbids") {
		return []Edit{e}, true
	}
	if e, ok := r.closed(s); ok {
		return []Edit{e}, true
	}
	if out, ok := r.parts(s, context{}, 0); ok && !contradicts(twoColors(out)) {
		return out, true
	}
	if e, ok := r.open(s); ok {
		return []Edit{e}, true
	}
	if e, ok := r.stays(s); ok && e.Has("asis") {
		return []Edit{e}, true
	}
	if e, ok := r.byName(s); ok {
		return []Edit{e}, true
	}
	if !r.lenient {
		r.hint(s)
	}
	return nil, false
}

// ofScenes is what is done to scenes alone: numbers beside it may be theirs.
var ofScenes = []string{"swap", "merge", "move", "put", "remove", "copy", "split", "keep", "except", "place", "sceneword", "transitionword"}

func guesses(toks []token) []guess {
	out := []guess{{topic: 1}}
	kinds := false
	topics, numbers, moved := 0, false, false
	for _, t := range toks {
		if t.has("about") || t.has("where") {
			topics = 7
		}
		numbers = numbers || t.has("num") || t.has("swap") && slices.ContainsFunc(toks, func(t token) bool { return t.has("last") || t.has("ord") })
		kinds = kinds || t.has("kind") || t.has("topic")
		for _, c := range ofScenes {
			moved = moved || t.has(c)
		}
	}
	for n := 2; n <= topics; n++ {
		out = append(out, guess{topic: n})
	}
	if numbers && moved {
		out = append(out, guess{topic: 1, bare: true})
	}
	if kinds {
		out = append(out, guess{topic: 1, kinds: true})
	}
	return out
}

// closed reads an intent whose words are all known or in quotation marks.
func (r *reader) closed(s string) (Edit, bool) {
	toks := r.meant(s)
	if len(toks) > maxWords {
		return Edit{}, false
	}
	for _, g := range guesses(toks) {
		span := r.spans(s, toks, g)
		for i := range forms {
			if e, ok := r.match(&forms[i], span, nil); ok {
				e.Source = s
				return e, true
			}
		}
	}
	return Edit{}, false
}

// orderWords are what an order begins with, in one language or another.
var orderWords = []string{"remove", "change", "replace", "use", "add", "swap", "merge", "move", "put", "split", "copy", "keep", "startverb", "endverb", "sayword", "showword", "shorter", "longer", "faster", "slower"}

// Orders tells whether a part of an instruction begins as an order does, and so is no mere
// reason for another part.
func Orders(part, language string) bool {
	lex := lexiconOf(phrase.Base(language))
	if lex == nil {
		return false
	}
	work := maxWork
	toks := (&reader{lex: lex, work: &work}).meant(part)
	for len(toks) > 1 && (toks[0].has("and") || toks[0].has("then") || toks[0].has("please")) {
		toks = toks[1:]
	}
	return len(toks) > 1 && !toks[0].has("fill") && slices.ContainsFunc(orderWords, toks[0].has) && !toks[1].has("isnow") && !toks[1].has("ofwith")
}
