package edit

import (
	"slices"
	"strconv"
	"strings"
)

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
	if first.has("added") && at(rest, 1, "sceneword") && len(before) > 0 && before[len(before)-1].has("def") && !slices.ContainsFunc(before, func(t token) bool { return t.has("add") && !t.has("fill") }) {
		return ref(2, Ref{Kind: "new"}) // "make the new scene blue"
	}
	// "the second and the fourth scene", "the first two scenes", "3. Szene"
	if refs, n := counted(rest, slices.ContainsFunc(before, func(t token) bool { return t.has("except") || t.has("only") })); n > 0 {
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
	if g.kinds && len(before) > 0 && before[len(before)-1].has("def") && !at(rest, 1, "sceneword") {
		if kind, ok := first.value("kind"); ok && slices.Contains(nouns, kind) {
			return ref(1, Ref{Kind: kind})
		}
		if first.has("topic") { // "the price"
			return ref(1, Ref{About: s[first.start:first.end]})
		}
	}
	if n, ok := whole(first, "ord"); g.bare && (ok || first.has("last")) && len(rest) == 1 && slices.ContainsFunc(before, func(t token) bool { return t.has("scene") }) && slices.ContainsFunc(before, func(t token) bool { return t.has("swap") }) { // "swap the first scene with the last"
		if !ok {
			n = -1
		}
		return ref(1, Ref{Number: n})
	}
	if n, ok := whole(first, "num"); ok && g.bare && n >= 1 && n < 100 && (!named || slices.ContainsFunc(before, func(t token) bool { return t.has("scene") })) {
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
	if refs, words := called(s, before); words > 0 {
		t, k := ref(1, refs...)
		t.add("premodified", strconv.Itoa(words))
		return t, k
	}
	return token{}, 0
}

// called are the scenes that words before the word for scenes name, and how many words
// those are: "the pricing scene", "the three plans scene", "the pricing and booking scenes".
func called(s string, before []token) ([]Ref, int) {
	n := len(before)
	noun := func(k int) bool {
		t := before[n-k]
		return t.word != "" && !t.has("new") && !t.has("art") && !t.has("fill") && !t.has("stop") && !t.has("and")
	}
	about := func(k int) Ref { return Ref{About: s[before[n-k].start:before[n-k].end]} }
	switch {
	case n >= 2 && noun(1) && before[n-2].has("art"):
		return []Ref{about(1)}, 1
	case n >= 3 && noun(1) && noun(2) && before[n-3].has("art") && (len(before[n-2].tags) == 0 || before[n-2].has("num")):
		return []Ref{{About: s[before[n-2].start:before[n-1].end]}}, 2
	case n >= 4 && noun(1) && before[n-2].has("and") && noun(3) && before[n-4].has("art"):
		return []Ref{about(3), about(1)}, 3
	}
	return nil, 0
}

// nouns are the kinds whose scene is meant by the thing that it shows.
var nouns = []string{"chart", "quote", "timeline", "table", "title card", "chapter card", "end card"}

func roleRef(role string) Ref {
	if role == "intro" {
		return Ref{Number: 1}
	}
	return Ref{Number: -1}
}

// counted reads ordinals before the word for scenes; alone, the word may be missing.
func counted(rest []token, alone bool) ([]Ref, int) {
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
		if alone && lastOf(rest, i-1) {
			return refs, i
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
	case at(rest, i, "where") || at(rest, i, "stop") && at(rest, i+1, "where"):
		if !at(rest, i, "where") {
			i++
		}
		if k := slices.IndexFunc(rest, func(t token) bool { return t.has("sayword") }); k > i+3 { // "in der sie über Preise spricht"
			if a := slices.IndexFunc(rest[:k], func(t token) bool { return t.has("about") && !t.has("where") }); a > i && a < k-1 && k-a < 8 {
				return s[rest[a+1].start:rest[k-1].end], k + 1
			}
		}
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
	if i >= len(rest) || n > len(rest) || g.topic < 1 || slices.ContainsFunc(rest[i:n], func(t token) bool { return t.has("colon") }) { // "about parking: it is free"
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
func places(s string, rest []token) (token, int) {
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
	case (where == "before" || where == "after") && at(rest, i, "line"):
		p.Line, i = rest[i].line, i+1
	case (where == "before" || where == "after") && at(rest, i, "quoted"): // words of a sentence
		p.Line, i = &Line{Words: rest[i].text}, i+1
	case at(rest, i, "scene"):
		p.Scenes, i = rest[i].refs, i+1
	case where == "between" && at(rest, i, "sceneword") && !at(rest, i+1, "num"): // "between scenes"
		p.Scenes, i = []Ref{{All: true}}, i+1
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
	case (where == "before" || where == "after") && topical(at2(rest, i)) && (i > 1 || lastOf(rest, i)): // "after the plans", "before sales"
		k := i + 1
		for k < i+3 && topical(at2(rest, k)) {
			k++
		}
		p.Scenes, i = []Ref{{About: s[rest[i].start:rest[k-1].end]}}, k
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

// lastOf tells whether nothing but stops follows a token.
func lastOf(toks []token, i int) bool {
	return !slices.ContainsFunc(toks[i+1:], func(t token) bool { return !t.has("stop") })
}

// topical tells whether a word may be what a scene is about.
func topical(t token) bool {
	return t.word != "" && letters(t.word) && (len(t.tags) == 0 || t.has("topic"))
}

// lines reads "the last sentence", "the sentence about refunds", "the line “…”".
func lines(s string, rest []token, g guess) (token, int) {
	t := token{tags: []tag{{"line", ""}}, line: &Line{}}
	if many, ok := whole(at2(rest, 1), "num"); ok && many >= 2 && many <= 9 && at(rest, 2, "lineword") { // "the last two sentences"
		if n, first := whole(rest[0], "ord"); first && n == 1 {
			t.line.Number, t.line.Many = 1, many
			return t, 3
		}
		if rest[0].has("last") {
			t.line.Number, t.line.Many = -many, many
			return t, 3
		}
	}
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

// items reads "the second bullet", "step 2", "the first two cards", "bullets 1 and 3",
// "the item about towels", "the card “Free towels”".
func items(s string, rest []token, g guess) (token, int) {
	t := token{}
	put := func(word token, n int, numbers ...int) (token, int) {
		kind, _ := word.value("itemword")
		t.tags = []tag{{"item", kind}}
		for _, k := range numbers {
			t.items = append(t.items, Line{Number: k})
		}
		return t, n
	}
	number := func(i int) (int, bool) {
		if at(rest, i, "last") {
			return -1, true
		}
		return whole(at2(rest, i), "ord")
	}
	if n, ok := number(0); ok {
		i, numbers := 1, []int{n}
		if many, ok := whole(at2(rest, 1), "num"); ok && many >= 2 && many <= 9 && at(rest, 2, "itemword") { // "the first two"
			numbers = nil
			for k := range many {
				if n < 0 {
					numbers = append(numbers, k-many)
				} else {
					numbers = append(numbers, n+k)
				}
			}
			return put(rest[2], 3, numbers...)
		}
		for at(rest, i, "and") || at2(rest, i).word == "," { // "the first and the third card"
			k := i + 1
			for at(rest, k, "art") && !at(rest, k, "ord") {
				k++
			}
			m, ok := number(k)
			if !ok {
				return token{}, 0
			}
			numbers, i = append(numbers, m), k+1
		}
		if at(rest, i, "itemword") {
			return put(rest[i], i+1, numbers...)
		}
		return token{}, 0
	}
	if !rest[0].has("itemword") {
		return token{}, 0
	}
	i := 1
	for at(rest, i, "nr") || at2(rest, i).word == "#" {
		i++
	}
	if n, ok := number(i); ok && !at(rest, i+1, "sceneword") { // "le point deux", "la carta seconda"
		return put(rest[0], i+1, n)
	}
	if n, ok := whole(at2(rest, i), "num"); ok {
		numbers := []int{n}
		for i++; at(rest, i, "and") || at2(rest, i).word == ","; {
			k := i + 1
			if at(rest, k, "itemword") {
				k++
			}
			m, ok := whole(at2(rest, k), "num")
			if !ok {
				break
			}
			numbers, i = append(numbers, m), k+1
		}
		return put(rest[0], i, numbers...)
	}
	if at(rest, i, "quoted") && !at(rest, i+1, "to") {
		t.items = []Line{{Words: rest[i].text}}
		return put(rest[0], i+1)
	}
	if topic, n := about(s, rest, g); n > 0 && at(rest, 1, "about") && !at(rest, 2, "scene") && !at(rest, 2, "sceneword") {
		t.items = []Line{{About: topic}}
		return put(rest[0], n)
	}
	return token{}, 0
}
