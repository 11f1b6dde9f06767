package edit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// guess is one way to read what words alone leave open.
type guess struct {
	topic int  // how many words say what a scene or sentence is about
	bare  bool // numbers are scenes: "swap 2 and 4"
}

// meant gives the words of an instruction their meanings: the longest phrase that
// the lexicon knows wins.
func (r *reader) meant(s string) []token {
	in := tokens(s)
	var out []token
	if r.spent(10 * len(in)) {
		return nil
	}
	for i := 0; i < len(in); {
		n := 0
		for k := min(maxPhrase, len(in)-i); k >= 1 && n == 0; k-- {
			words, ok := make([]string, 0, k), true
			for _, t := range in[i : i+k] {
				ok = ok && t.word != "" && (!t.has("stop") || k == 1)
				words = append(words, t.word)
			}
			if !ok {
				continue
			}
			tags := r.lex.meanings(strings.Join(words, " "))
			if k > 1 {
				tags = r.lex.phrases[strings.Join(words, " ")]
			}
			if len(tags) == 0 && k > 1 {
				continue
			}
			t := in[i]
			if raw := s[in[i].start:in[i].end]; k == 1 { // "è" is no "e"
				accented := fold(raw) != strings.ToLower(raw)
				tags = slices.DeleteFunc(tags, func(g tag) bool {
					return accented && g.concept == "and" || !accented && g.concept == "fill" && slices.Contains(tags, tag{"and", ""})
				})
			}
			t.end, t.word, t.tags = in[i+k-1].end, strings.Join(words, " "), append(slices.Clone(tags), t.tags...)
			out, n = append(out, t), k
		}
		if n == 0 {
			out, n = append(out, in[i]), 1
		}
		i += n
	}
	for i := range out {
		if t := &out[i]; len(t.tags) == 0 && t.word != "" {
			if verb, ok := r.lex.freed(t.word); ok {
				t.tags = r.lex.meanings(verb)
			}
			if r.lenient && len(t.tags) == 0 {
				t.tags = slices.Clone(r.near(t.word))
			}
			if head, ok := compound(t.word); ok && len(t.tags) == 0 { // "Preisszene"
				t.refs = []Ref{{About: s[t.start : t.start+len(head)]}}
				t.add("scene", "")
			}
		}
	}
	return out
}

// near is the lexicon's, which is asked once for a word.
func (r *reader) near(word string) []tag {
	tags, known := r.nearby[word]
	if !known {
		r.spent(len(r.lex.phrases))
		tags = r.lex.near(word)
		if r.nearby == nil {
			r.nearby = map[string][]tag{}
		}
		r.nearby[word] = tags
	}
	return tags
}

func compound(word string) (string, bool) {
	for _, end := range []string{"szene", "scene"} {
		if head, ok := strings.CutSuffix(word, end); ok && len(head) >= 3 {
			return head, true
		}
	}
	return "", false
}

// spans joins words that name one thing: lengths, scenes, places, sentences.
func (r *reader) spans(s string, toks []token, g guess) []token {
	if r.spent(10 * len(toks)) {
		return nil
	}
	toks = slices.Clone(toks)
	for i := range toks {
		toks[i].tags = slices.Clone(toks[i].tags)
	}
	toks = lengths(toks)
	named := slices.ContainsFunc(toks, func(t token) bool { return t.has("sceneword") || t.has("role") })
	toks = each(toks, func(rest []token, before []token) (token, int) { return scenes(s, rest, before, g, named) })
	toks = each(toks, list)
	toks = each(toks, places)
	toks = each(toks, func(rest, before []token) (token, int) { return lines(s, rest, g) })
	return each(toks, func(rest, _ []token) (token, int) { return names(s, rest) })
}

// each walks over tokens: f says what token the next n make, n = 0 keeps the first.
func each(toks []token, f func(rest, before []token) (token, int)) []token {
	var out []token
	for i := 0; i < len(toks); {
		if t, n := f(toks[i:], out); n > 0 {
			t.start, t.end = toks[i].start, toks[i+n-1].end
			if t.place == nil && t.start > 0 && len(out) > 0 && t.has("premodified") {
				t.start = out[len(out)-1].start
				out = out[:len(out)-1]
			}
			out, i = append(out, t), i+n
			continue
		}
		out, i = append(out, toks[i]), i+1
	}
	return out
}

func at(toks []token, i int, concept string) bool { return i < len(toks) && toks[i].has(concept) }

func numberOf(t token) (float64, bool) {
	v, ok := t.value("num")
	if !ok {
		return 0, false
	}
	f, err := strconv.ParseFloat(v, 64)
	return f, err == nil
}

// lengths reads "45 seconds", "a minute", "half a minute", "1 min 30 s", "20 %".
func lengths(toks []token) []token {
	return each(toks, func(rest, _ []token) (token, int) {
		n, i := 0.0, 0
		half := false
		for i < len(rest) && (rest[i].has("one") || rest[i].has("half")) && i < 3 && !at(rest, i, "unit") {
			half = half || rest[i].has("half")
			n = 1
			i++
		}
		if v, ok := numberOf(rest[0]); ok {
			n, i, half = v, 1, false
		}
		if clock, rem, ok := strings.Cut(rest[0].word, ":"); ok && len(rem) == 2 && !rest[0].has("format") {
			m, err1 := strconv.Atoi(clock)
			sec, err2 := strconv.Atoi(rem)
			if err1 == nil && err2 == nil && sec < 60 && m < 10 {
				return token{tags: []tag{{"duration", ""}}, secs: float64(m*60 + sec)}, 1
			}
		}
		if i == 0 || i >= len(rest) {
			return token{}, 0
		}
		if half {
			n = .5
		}
		if rest[i].word == "%" || rest[i].has("percentword") {
			return token{tags: []tag{{"percent", strconv.FormatFloat(n, 'g', -1, 64)}}}, i + 1
		}
		unit, ok := rest[i].value("unit")
		if !ok {
			return token{}, 0
		}
		u, _ := strconv.ParseFloat(unit, 64)
		t := token{tags: []tag{{"duration", ""}}, secs: n * u}
		i++
		if k := i; u == 60 { // "1 min 30", "one minute and 15 seconds"
			if at(rest, k, "and") {
				k++
			}
			if v, ok := numberOf(at2(rest, k)); ok && v < 60 {
				if at(rest, k+1, "unit") {
					t.secs += v
					i = k + 2
				} else if k == i {
					t.secs += v
					i = k + 1
				}
			}
		}
		return t, i
	})
}

func at2(toks []token, i int) token {
	if i < len(toks) {
		return toks[i]
	}
	return token{}
}

func whole(t token, concept string) (int, bool) {
	v, ok := t.value(concept)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(v)
	return n, err == nil
}

// scenes reads one or several scenes.
func scenes(s string, rest, before []token, g guess, named bool) (token, int) {
	ref := func(n int, refs ...Ref) (token, int) { return token{tags: []tag{{"scene", ""}}, refs: refs}, n }
	first := rest[0]
	if first.has("scene") {
		return token{}, 0
	}
	switch {
	case first.has("allword"):
		i := 1
		for at(rest, i, "art") {
			i++
		}
		if at(rest, i, "sceneword") {
			return ref(i+1, Ref{All: true})
		}
	case first.has("penult"):
		if at(rest, 1, "sceneword") {
			return ref(2, Ref{Number: -2})
		}
		if at(rest, 0, "sceneword") {
			return ref(1, Ref{Number: -2})
		}
	}
	// "the second and the fourth scene", "the first two scenes", "3. Szene"
	if refs, n := counted(rest); n > 0 {
		return ref(n, refs...)
	}
	if role, ok := first.value("role"); ok {
		n := 1
		if at(rest, 1, "sceneword") {
			n = 2
		}
		t, n := ref(n, roleRef(role))
		if n == 1 {
			t.tags = append(t.tags, slices.DeleteFunc(slices.Clone(first.tags), func(g tag) bool { return g.concept == "role" })...)
		}
		return t, n
	}
	if kind, ok := first.value("kind"); ok && at(rest, 1, "sceneword") && !at(rest, 2, "num") {
		return ref(2, Ref{Kind: kind})
	}
	if n, ok := whole(first, "num"); ok && g.bare && n >= 1 && (!named || slices.ContainsFunc(before, func(t token) bool { return t.has("scene") })) {
		return ref(1, Ref{Number: n})
	}
	if !first.has("sceneword") {
		return token{}, 0
	}
	i := 1
	for at(rest, i, "nr") || i < len(rest) && rest[i].word == "#" || i > 1 && at(rest, i, "stop") && i < len(rest) && rest[i].word == "." {
		i++
	}
	if n, ok := whole(at2(rest, i), "num"); ok {
		if to, ok := whole(at2(rest, i+2), "num"); ok && at(rest, i+1, "thru") && to > n && to-n < 50 {
			var refs []Ref
			for ; n <= to; n++ {
				refs = append(refs, Ref{Number: n})
			}
			return ref(i+3, refs...)
		}
		if to, ok := whole(at2(rest, i+1), "num"); ok && to > n && to-n < 50 && strings.ContainsAny(s[rest[i].end:rest[i+1].start], "-–") {
			var refs []Ref
			for ; n <= to; n++ {
				refs = append(refs, Ref{Number: n})
			}
			return ref(i+2, refs...)
		}
		refs, k := []Ref{{Number: n}}, i+1
		for { // "scenes 2, 3 and 5"
			m := k
			for at(rest, m, "and") || m < len(rest) && (rest[m].word == "," || rest[m].word == "&") {
				m++
			}
			v, ok := whole(at2(rest, m), "num")
			if m == k || !ok || at(rest, m+1, "unit") || at(rest, m+1, "sceneword") {
				return ref(k, refs...)
			}
			refs, k = append(refs, Ref{Number: v}), m+1
		}
	}
	if n, ok := whole(at2(rest, i), "ord"); ok {
		return ref(i+1, Ref{Number: n})
	}
	if at(rest, 1, "last") && !at(rest, 2, "lineword") {
		return ref(2, Ref{Number: -1})
	}
	if at(rest, 1, "penult") {
		return ref(2, Ref{Number: -2})
	}
	k := 1
	for k < 4 && k < len(rest) && rest[k].has("fill") && !rest[k].has("stop") {
		k++
	}
	if role, ok := look(rest, k, "role"); ok && k > 1 {
		return ref(k+1, roleRef(role))
	}
	if kind, ok := look(rest, k, "kind"); ok && at(rest, 1, "ofwith") {
		return ref(k+1, Ref{Kind: kind})
	}
	if topic, n := about(s, rest, g); n > 0 {
		return ref(n, Ref{About: topic})
	}
	// "the pricing scene"
	if n := len(before); n >= 2 && before[n-2].has("art") && before[n-1].word != "" && !before[n-1].has("new") && !before[n-1].has("art") && !before[n-1].has("fill") {
		t, k := ref(1, Ref{About: s[before[n-1].start:before[n-1].end]})
		t.add("premodified", "")
		return t, k
	}
	return token{}, 0
}

func roleRef(role string) Ref {
	if role == "intro" {
		return Ref{Number: 1}
	}
	return Ref{Number: -1}
}

// counted reads ordinals before the word for scenes.
func counted(rest []token) ([]Ref, int) {
	var refs []Ref
	i := 0
	for {
		t := at2(rest, i)
		n, ok := whole(t, "ord")
		if t.has("last") {
			n, ok = -1, true
		}
		if v, num := whole(t, "num"); num && !ok && at(rest, i+1, "stop") && rest[i+1].word == "." {
			n, ok = v, true
			i++
		}
		if !ok {
			return nil, 0
		}
		i++
		refs = append(refs, Ref{Number: n})
		if many, ok := whole(at2(rest, i), "num"); ok && len(refs) == 1 && many >= 2 && many < 50 && at(rest, i+1, "sceneword") {
			refs = nil
			for k := range many {
				if n < 0 {
					refs = append(refs, Ref{Number: k - many})
				} else {
					refs = append(refs, Ref{Number: n + k})
				}
			}
			return refs, i + 2
		}
		if at(rest, i, "sceneword") || at(rest, i, "pronoun") {
			if at(rest, i+1, "num") {
				return nil, 0
			}
			return refs, i + 1
		}
		if !at(rest, i, "and") && at2(rest, i).word != "," {
			return nil, 0
		}
		for at(rest, i, "and") || at(rest, i, "art") || at2(rest, i).word == "," {
			i++
		}
	}
}

// about reads what a scene or sentence speaks of: "about pricing", "where Maya says
// refunds are free". The number of its words is the guess.
func about(s string, rest []token, g guess) (string, int) {
	i := 1
	switch {
	case at(rest, i, "about"):
		i++
	case at(rest, i, "where"):
		for i++; i < min(len(rest), 6) && !rest[i].has("sayword"); i++ {
		}
		if !at(rest, i, "sayword") {
			return "", 0
		}
		i++
	default:
		return "", 0
	}
	for at(rest, i, "art") || at(rest, i, "about") || at(rest, i, "colon") || at(rest, i, "that") {
		i++
	}
	if at(rest, i, "text") {
		return rest[i].text, i + 1
	}
	n := i + g.topic
	if i >= len(rest) || n > len(rest) || g.topic < 1 {
		return "", 0
	}
	return s[rest[i].start:rest[n-1].end], n
}

// list joins scenes that are named one after the other.
func list(rest, _ []token) (token, int) {
	if !rest[0].has("scene") {
		return token{}, 0
	}
	t, n := rest[0], 1
	for {
		i := n
		for at(rest, i, "and") || at2(rest, i).word == "," || at2(rest, i).word == "&" {
			i++
		}
		if i == n {
			break
		}
		for at(rest, i, "art") && !at(rest, i, "scene") {
			i++
		}
		if !at(rest, i, "scene") {
			break
		}
		t.refs, n = append(slices.Clone(t.refs), rest[i].refs...), i+1
	}
	if n == 1 {
		return token{}, 0
	}
	t.tags = []tag{{"scene", ""}}
	return t, n
}

// places reads "after scene 2", "between scenes 2 and 3".
func places(rest, _ []token) (token, int) {
	where, ok := rest[0].value("place")
	if !ok {
		return token{}, 0
	}
	i := 1
	for at(rest, i, "art") && !at(rest, i, "scene") {
		i++
	}
	p := &Place{Where: where}
	switch {
	case at(rest, i, "scene"):
		p.Scenes, i = rest[i].refs, i+1
	case where == "between" && at(rest, i, "num") && at(rest, i+1, "and") && at(rest, i+2, "num"):
		a, _ := whole(rest[i], "num")
		b, _ := whole(rest[i+2], "num")
		p.Scenes, i = []Ref{{Number: a}, {Number: b}}, i+3
	case (where == "before" || where == "after") && at(rest, i, "num") && !at(rest, i+1, "lineword"): // "after 2"
		n, ok := whole(rest[i], "num")
		if !ok {
			return token{}, 0
		}
		p.Scenes, i = []Ref{{Number: n}}, i+1
	case (where == "before" || where == "after") && (at(rest, i, "ord") || at(rest, i, "last")) && !at(rest, i+1, "lineword"): // "after the first"
		n, ok := whole(rest[i], "ord")
		if !ok {
			n = -1
		}
		p.Scenes, i = []Ref{{Number: n}}, i+1
	default:
		return token{}, 0
	}
	if where == "between" && len(p.Scenes) == 1 && !p.Scenes[0].All {
		return token{}, 0
	}
	t := token{tags: []tag{{"beside", ""}}, place: p}
	if where == "into" { // also "in scene 3"
		t.add("scene", "")
		t.refs = p.Scenes
	}
	return t, i
}

// lines reads "the last sentence", "the sentence about refunds", "the line “…”".
func lines(s string, rest []token, g guess) (token, int) {
	t := token{tags: []tag{{"line", ""}}, line: &Line{}}
	if rest[0].has("last") && at(rest, 1, "lineword") {
		t.line.Number = -1
		return t, 2
	}
	if n, ok := whole(rest[0], "ord"); ok && at(rest, 1, "lineword") {
		t.line.Number = n
		return t, 2
	}
	if !rest[0].has("lineword") {
		return token{}, 0
	}
	if at(rest, 1, "last") {
		t.line.Number = -1
		return t, 2
	}
	i := 1
	if at(rest, i, "colon") {
		i++
	}
	if at(rest, i, "quoted") {
		t.line.Words = rest[i].text
		return t, i + 1
	}
	if topic, n := about(s, rest, g); n > 0 {
		t.line.About = topic
		return t, n
	}
	return token{}, 0
}

// names joins words that have no meaning: they may be somebody's name or a font's.
func names(s string, rest []token) (token, int) {
	n := 0
	for n < len(rest) && n < 4 && len(rest[n].tags) == 0 && rest[n].word != "" && (rest[n].text != "" || letters(rest[n].word)) {
		n++
	}
	if n == 0 {
		return token{}, 0
	}
	name := s[rest[0].start:rest[n-1].end]
	t := token{word: name, tags: []tag{{"name", name}}}
	if !strings.ContainsAny(name, " \t") {
		t.add("single", name)
	}
	if r, _ := utf8.DecodeRuneInString(s[rest[0].start:]); unicode.IsUpper(r) && n == 1 {
		t.add("proper", s[rest[0].start:rest[0].end])
	}
	return t, n
}

func look(toks []token, i int, concept string) (string, bool) {
	t := at2(toks, i)
	return t.value(concept)
}
