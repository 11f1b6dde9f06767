package edit

import (
	"regexp"
	"slices"
	"strings"
)

// open reads an intent that ends with words to say or show: they begin behind a
// word such as "say" or "to" and go on to the end, or to the verb where a language
// puts it there.
func (r *reader) open(s string) (Edit, bool) {
	toks := r.meant(s)
	for _, read := range []func(string, []token) (Edit, bool){r.pronounced, r.correction} {
		if e, ok := read(s, toks); ok {
			return e, true
		}
	}
	for _, k := range r.begins(s, toks) {
		for _, tail := range r.tails(s, toks, k) {
			stop := len(s)
			if tail[0] < len(toks) {
				stop = toks[tail[0]].start
			}
			from := k
			for from < tail[0]-1 && (toks[from].has("colon") || toks[from].word == "," || toks[from].has("that") && (toks[k-1].has("sayword") || toks[k-1].has("named")) && !r.lex.verbLast) {
				from++ // "says that it is easy": behind "dass" the words stand in another order
			}
			if toks[k-1].has("isnow") && slices.ContainsFunc(judging, toks[from].has) { // "its text is too long"
				continue
			}
			text := strings.TrimSpace(s[toks[from].start:stop])
			head := append(slices.Clone(toks[:k]), toks[tail[1]:]...)
			for _, g := range guesses(head) {
				span := r.spans(s, head, g)
				for i := range forms {
					if !forms[i].text {
						continue
					}
					if e, ok := r.match(&forms[i], span, []string{r.polite(text)}); ok {
						e.Source = s
						if e.Op == AddItem && !e.Quoted && needsTo.MatchString(s) { // how it is to be, and no more of it
							continue
						}
						if e.Op == Say && tells.MatchString(s) { // "scenes 2 and 3 say the same" tells how it is
							continue
						}
						if e.Op == Headline && e.Has("card") && Orders(text, r.lex.code) { // "closing: make it shorter"
							continue
						}
						if e.Op == Say && slices.ContainsFunc(head, func(t token) bool { return t.has("mention") }) {
							e.Op = AddLine // it is said beside the rest
						}
						if e.Op == EndWith || e.Op == StartWith {
							if said := r.meant(text); dated(said) && !slices.ContainsFunc(said, func(t token) bool { return len(t.tags) == 0 }) || slices.ContainsFunc(said, func(t token) bool { return t.has("insteadof") }) {
								continue // "finish by 31 December" is a day, not what is said last
							}
							if e.Text, ok = r.withoutScene(e.Text); !ok {
								continue
							}
							if marked := tokens(e.Text); len(marked) > 1 && marked[0].has("quoted") && !marked[1].has("stop") { // "“Say hello” and the url" is more than words
								continue
							}
							e.Text, e.Aside = r.asked(e.Text)
						}
						return e, true
					}
				}
			}
		}
	}
	return r.replacement(s, toks)
}

// tells is how something is: what a scene says now, and not what it is to say.
var tells = regexp.MustCompile(`(?i)^(?:the |die |la |le )?(?:scenes?|slides?|szenen?|folien?|escenas?|scènes?)(?: \d+(?:,? (?:and|und|y|et) (?:\w+ )?\d+)?)? (?:both |beide |ambas )?(?:says?|sag(?:t|en)|dicen?|dit|disent) [^:"“„«]+$`)

// needsTo says how something is to be.
var needsTo = regexp.MustCompile(`(?i)\b(?:needs?|wants?|has|have) to\b`)

// judging are the meanings of words that say how something is.
var judging = []string{"too", "flaw", "praise", "shorter", "longer", "faster", "slower", "louder", "quieter"}

// begins are the tokens at which words to say or show may begin, behind a colon first.
func (r *reader) begins(s string, toks []token) []int {
	var colons, others []int
	for k := 1; k < min(len(toks), maxWords); k++ {
		switch p := toks[k-1]; {
		case p.has("colon"):
			colons = append(colons, k)
		case p.has("sayword"),
			p.has("showword") && slices.ContainsFunc(toks[:k], func(t token) bool { return t.has("card") }),
			p.has("isnow") && slices.ContainsFunc(toks[:k-1], func(t token) bool { return t.has("itemword") }): // "step 3 is …"
			others = append(others, k)
		case p.has("to"), p.has("named"): // "the headline in scene 3": not yet
			rest := r.spans(s, toks[k:], guess{topic: 1})
			for len(rest) > 1 && rest[0].has("art") && !rest[0].has("scene") {
				rest = rest[1:]
			}
			if len(rest) > 0 && !rest[0].has("scene") {
				others = append(others, k)
			}
		}
	}
	return append(colons, others...)
}

// tails are the tokens at which words to say may end, and from which on the others
// are read again: at the scene behind them
// ("say hello in scene 2"), at the verb where a language puts it last, at the end.
func (r *reader) tails(s string, toks []token, k int) [][2]int {
	end := len(toks)
	for end > k+1 && toks[end-1].has("stop") {
		end--
	}
	var out [][2]int
	for m := max(k+1, end-6); m < end-1; m++ {
		if !toks[m].has("fill") || toks[m].has("stop") {
			continue
		}
		rest := r.spans(s, toks[m+1:end], guess{topic: 1})
		n := 0
		for _, t := range rest {
			switch {
			case t.has("scene"):
				n++
			case !t.has("art"):
				n = -9
			}
		}
		if n == 1 {
			out = append(out, [2]int{m, m + 1})
		}
	}
	if end-1 > k && toks[end-1].has("final") && r.lex.verbLast {
		out = append(out, [2]int{end - 1, end - 1})
	}
	return append(out, [2]int{len(toks), len(toks)})
}

// withoutScene takes the scene off the words that it says: "a scene that says thank you".
// There are no words in "a scene about prices".
func (r *reader) withoutScene(text string) (string, bool) {
	toks := r.meant(text)
	i := 0
	for i < len(toks) && i < 3 && (toks[i].has("art") || toks[i].has("new") || toks[i].has("last") || toks[i].has("one")) {
		i++
	}
	if !at(toks, i, "sceneword") || i == 0 {
		return text, true
	}
	says := false
	for i++; i < len(toks) && (toks[i].has("that") || toks[i].has("sayword") || toks[i].has("named") || toks[i].has("colon") || toks[i].has("where")); i++ {
		says = true
	}
	if !says || i == len(toks) {
		return "", false
	}
	return strings.TrimSpace(text[toks[i].start:]), true
}

// asked parts what a polite question asks for from what follows it: "the quote instead?
// It's our best".
func (r *reader) asked(text string) (what, aside string) {
	what, aside, ok := strings.Cut(text, "? ")
	if toks := r.meant(aside); !ok || r.verb(aside) != "" || slices.ContainsFunc(toks, func(t token) bool { return t.has("quoted") || t.has("sayword") }) {
		return text, ""
	}
	if toks := r.meant(what); len(toks) > 1 && toks[len(toks)-1].has("instead") {
		what = strings.TrimSpace(what[:toks[len(toks)-1].start])
	}
	return what, aside
}

// polite takes "…, please" off the end of words to say.
func (r *reader) polite(text string) string {
	if i := strings.LastIndexByte(text, ','); i > 0 {
		if t := r.meant(text[i+1:]); len(t) > 0 && t[0].has("please") && (len(t) == 1 || len(t) == 2 && t[1].has("stop")) {
			return text[:i]
		}
	}
	return text
}
