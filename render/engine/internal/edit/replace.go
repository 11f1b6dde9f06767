package edit

import (
	"slices"
	"strings"
)

// replacement reads "change 49 € to 59 € everywhere", where neither is in quotation
// marks.
func (r *reader) replacement(s string, toks []token) (Edit, bool) {
	end := len(toks)
	for end > 0 && toks[end-1].has("stop") {
		end--
	}
	verb, every := false, false
	tail := end
	for tail > 0 && (toks[tail-1].has("everywhere") || toks[tail-1].has("final") || toks[tail-1].has("please") || toks[tail-1].word == ",") {
		verb = verb || toks[tail-1].has("change") || toks[tail-1].has("replace")
		every = every || toks[tail-1].has("everywhere")
		tail--
	}
	verb0 := 0
	for verb0 < 2 && verb0 < tail && toks[verb0].has("fill") && !toks[verb0].has("use") { // "just call it …"
		verb0++
	}
	for i := verb0 + 2; i < tail-1 && i < 12; i++ { // "use Priya instead of Maya"
		if t := toks[verb0]; (t.has("use") || t.has("sayword") || t.has("showword") || t.has("rename")) && toks[i].has("insteadof") {
			if old := ground(toks[i+1 : tail]); mentions(toks[i+1:tail]) || len(old) == 1 && (old[0].has("end") || old[0].has("start")) && !old[0].has("quoted") {
				return Edit{}, false
			}
			return Edit{Op: Replace, Text: s[toks[i+1].start:toks[tail-1].end], With: s[toks[verb0+1].start:toks[i-1].end], Values: map[string]string{}, Source: s}, true
		}
	}
	verb = verb || slices.ContainsFunc(toks, func(t token) bool { return t.word == "→" })
	placed := tail > 0 && (toks[tail-1].has("start") || toks[tail-1].has("end")) && !toks[tail-1].has("quoted")
	if placed && slices.ContainsFunc(toks[:min(2, tail)], func(t token) bool { return t.has("put") || t.has("move") }) {
		return Edit{}, false // "mets la citation de Claire au début" moves it
	}
	if tail > 2*maxWords {
		return Edit{}, false
	}
	var where []Ref
	if ends := r.tails(s, toks[:tail], 1); len(ends) > 1 && ends[0][1] == ends[0][0]+1 { // "… in scene 5"
		for _, t := range r.spans(s, toks[ends[0][1]:tail], guess{topic: 1}) {
			where = append(where, t.refs...)
		}
		tail = ends[0][0]
	}
	op := Replace
	instead := false
	for i := 0; i < tail; i++ {
		t := toks[i]
		switch {
		case t.has("change"), t.has("replace"):
			verb = true
		case t.has("scene"), t.has("sceneword"):
			return Edit{}, false // its words are not to be replaced: it is
		case t.has("pronounce"):
			verb, op = true, Pronounce
		case t.has("insteadof"):
			verb, instead = true, true
		case t.has("everywhere"):
			every = true
		case t.has("word"), t.has("fill") && !t.has("art"), t.has("please"), t.has("art") && (at(toks, i+1, "word") || at(toks, i+1, "num")) && i+2 < tail:
		default:
			if !verb {
				return Edit{}, false
			}
			for j := i + 1; j < tail-1; j++ {
				if j-i > 12 {
					break
				}
				if (!toks[j].has("to") || toks[j].has("and")) && !(instead && (toks[j].has("sayword") || toks[j].has("do") || toks[j].has("use") || toks[j].has("instead") || toks[j].word == ",")) {
					continue
				}
				k := j + 1
				for k < tail && (toks[k].has("sayword") || toks[k].word == "," || toks[k].has("to") || toks[k].has("instead")) {
					k++
				}
				if k >= tail {
					break
				}
				last := j - 1
				for last > i && toks[last].has("everywhere") {
					every = true
					last--
				}
				if mixes(toks[i:last+1]) || !t.has("quoted") && mentions(toks[i:last+1]) || figure(toks[k]) && twice(toks[k:tail]) {
					return Edit{}, false
				}
				old, with := strings.TrimSpace(s[t.start:toks[last].end]), strings.TrimSpace(s[toks[k].start:toks[tail-1].end])
				if t.has("quoted") && j == i+1 {
					old = t.text
				}
				if toks[k].has("quoted") {
					with = quotations(s, toks[k:tail])
				}
				if plain := !t.has("quoted") && !instead && op == Replace; plain && !slices.ContainsFunc(toks, func(t token) bool { return t.word == "→" || t.has("word") }) {
					if _, ok := of(s, toks[i:last+1], toks[k:tail]); ok && !slices.ContainsFunc(toks[i:last+1], figure) {
						return Edit{}, false // "change the basic plan to $25" names what has the value
					}
				}
				e := Edit{Op: op, Scenes: where, Text: old, With: with, Values: map[string]string{}, Source: s}
				if every {
					e.Values["everywhere"] = ""
				}
				return e, true
			}
			return Edit{}, false
		}
	}
	return Edit{}, false
}

// quotations are the words of tokens without the marks of each quotation among them:
// “braces” and “crowns”.
func quotations(s string, toks []token) string {
	var out strings.Builder
	from := toks[0].start
	for _, t := range toks {
		if t.has("quoted") {
			out.WriteString(s[from:t.start] + t.text)
			from = t.end
		}
	}
	out.WriteString(s[from:toks[len(toks)-1].end])
	return strings.TrimSpace(out.String())
}

// mentions tells whether tokens are no words of the video: "it", "the voice".
func mentions(toks []token) bool {
	article := len(toks) > 1 && toks[0].has("art")
	toks = ground(toks)
	return len(toks) > 0 && (toks[0].has("video") && toks[0].has("pron") || article && len(toks) == 1 && slices.ContainsFunc(things, toks[0].has))
}

// twice tells whether what takes a value's place goes on with another replacement: "69 and
// 12 to 13".
func twice(toks []token) bool {
	and := slices.IndexFunc(toks, func(t token) bool { return t.has("and") })
	return and > 0 && slices.ContainsFunc(toks[and:], func(t token) bool { return t.has("to") && !t.has("fill") })
}

// pronounced reads "Ledgerly should be pronounced “ledger-lee”".
func (r *reader) pronounced(s string, toks []token) (Edit, bool) {
	toks = ended(toks)
	verb := slices.IndexFunc(toks, func(t token) bool { return t.has("pronounced") })
	if verb < 1 {
		return Edit{}, false
	}
	word, as := ground(toks[:verb]), toks[verb+1:]
	for len(word) > 1 && (word[len(word)-1].has("modal") || word[len(word)-1].has("fill") || word[len(word)-1].has("isnow")) {
		word = word[:len(word)-1]
	}
	for len(word) > 1 && (word[0].has("word") || word[0].has("art")) {
		word = word[1:]
	}
	for len(as) > 1 && (as[0].has("to") || as[0].has("as") || as[0].has("colon")) {
		as = as[1:]
	}
	if slices.ContainsFunc(word, func(t token) bool { return t.has("colon") }) || slices.ContainsFunc(as, func(t token) bool { return t.has("quoted") }) && len(as) > 1 {
		return Edit{}, false
	}
	if len(word) == 0 || len(as) == 0 || word[0].has("pron") || len(word) > maxName || len(as) > maxName {
		return Edit{}, false
	}
	return Edit{Op: Pronounce, Text: words(s, word), With: words(s, as), Values: map[string]string{}, Source: s}, true
}

// mixes tells whether tokens are more than words of the video: they name a scene, or a
// thing beside a quotation, as in "the icon of “Inbox”".
func mixes(toks []token) bool {
	return slices.ContainsFunc(toks, func(t token) bool {
		return t.has("sceneword") || t.has("colon") || t.has("quoted") && len(toks) > 1
	})
}
