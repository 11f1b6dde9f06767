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
	kinds bool // kinds are scenes: "drop the quote"
}

// meant gives the words of an instruction their meanings: the longest phrase that
// the lexicon knows wins.
func (r *reader) meant(s string) []token {
	if r.spent(len(s)) {
		return nil
	}
	if out, known := r.words[s]; known {
		return out
	}
	out := r.mean(s)
	if r.words == nil {
		r.words = map[string][]token{}
	}
	r.words[s] = out
	return out
}

func (r *reader) mean(s string) []token {
	in := r.lex.parted(tokens(s))
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
					return accented && g.concept == "and" || !accented && (g.concept == "fill" || g.concept == "isnow") && slices.Contains(tags, tag{"and", ""})
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
		if t := &out[i]; t.start > 0 && s[t.start-1] == '-' { // "jenny-older" is a name
			t.tags = slices.DeleteFunc(t.tags, func(g tag) bool { return g.concept == "looks" })
		}
		if t := &out[i]; len(t.tags) == 0 && t.word != "" {
			if verb, ok := r.lex.freed(t.word); ok {
				t.tags = append(r.lex.meanings(verb), tag{"clitic", ""})
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
	for i := 1; i < len(out); i++ { // "tune-ups" have nothing to do with music
		a, b := &out[i-1], &out[i]
		if b.start == a.end+1 && s[a.end] == '-' && a.word != "" && b.word != "" && (len(a.tags) == 0 || len(b.tags) == 0) {
			for _, t := range []*token{a, b} {
				t.tags = slices.DeleteFunc(t.tags, func(g tag) bool { return slices.Contains(things, g.concept) })
			}
		}
	}
	tooMuch(out)
	return kept(out)
}

// choices are the concepts of which something has one value, and an instruction may say
// which it is to have no longer.
var choices = []string{"transition", "charttype", "mood", "style", "gender", "color", "format", "framing", "side", "lang", "set", "dark", "light", "energy"}

// kept leaves out what something is to be no longer: "bars instead of lines", "fade
// instead of pushing".
func kept(toks []token) []token {
	i := slices.IndexFunc(toks, func(t token) bool { return t.has("insteadof") })
	if i < 1 {
		return toks
	}
	end := len(toks)
	for end > i && toks[end-1].has("stop") {
		end--
	}
	for _, c := range choices {
		var of token
		if k := slices.IndexFunc(toks[:i], func(t token) bool { return t.has(c) }); k >= 0 {
			of = toks[k]
		}
		if of.tags == nil || !slices.ContainsFunc(toks[i:end], func(t token) bool { return t.has(c) }) {
			continue
		}
		if !slices.ContainsFunc(toks[i+1:end], func(t token) bool { return !t.has(c) && !t.has("art") && !t.has("fill") }) {
			return append(slices.Clone(toks[:i]), toks[end:]...)
		}
	}
	return toks
}

// tooMuch turns round what there is too much of: "too dark" asks for lighter. Of moods
// and looks it only finds fault.
func tooMuch(toks []token) {
	for i := 1; i < len(toks); i++ {
		much := toks[i-1].has("too") || toks[i-1].has("very") && i > 1 && toks[i-2].has("be")
		if t := &toks[i]; much && !t.has("sceneword") {
			turned := false
			tags := slices.Clone(t.tags)
			for k, g := range tags {
				for _, o := range opposites {
					switch g.concept {
					case o[0]:
						tags[k], turned = tag{o[1], strings.Replace(g.value, o[0], o[1], 1)}, true
					case o[1]:
						tags[k], turned = tag{o[0], strings.Replace(g.value, o[1], o[0], 1)}, true
					}
				}
			}
			tags = slices.DeleteFunc(tags, func(g tag) bool {
				return slices.Contains([]string{"mood", "energy", "style", "framing", "transition"}, g.concept)
			})
			if len(t.tags) == 0 {
				t.add("flaw", "")
			}
			if turned || len(tags) < len(t.tags) {
				t.tags = append(tags, tag{"flaw", ""})
			}
		}
	}
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
	toks = lengths(moments(toks))
	mixed(toks)
	persons(toks)
	named := slices.ContainsFunc(toks, func(t token) bool { return t.has("sceneword") || t.has("role") })
	toks = each(toks, func(rest []token, before []token) (token, int) { return scenes(s, rest, before, g, named) })
	toks = each(toks, list)
	toks = each(toks, func(rest, _ []token) (token, int) { return lines(s, rest, g) })
	toks = each(toks, func(rest, _ []token) (token, int) { return places(s, rest) })
	toks = each(toks, func(rest, _ []token) (token, int) { return items(s, rest, g) })
	return each(toks, func(rest, _ []token) (token, int) { return names(s, rest) })
}

// each walks over tokens: f says what token the next n make, n = 0 keeps the first.
func each(toks []token, f func(rest, before []token) (token, int)) []token {
	var out []token
	for i := 0; i < len(toks); {
		if t, n := f(toks[i:], out); n > 0 {
			t.start, t.end = toks[i].start, toks[i+n-1].end
			if words, ok := whole(t, "premodified"); ok && t.place == nil && len(out) >= words {
				t.start = out[len(out)-words].start
				out = out[:len(out)-words]
			}
			out, i = append(out, t), i+n
			continue
		}
		out, i = append(out, toks[i]), i+1
	}
	return out
}

func at(toks []token, i int, concept string) bool {
	return i >= 0 && i < len(toks) && toks[i].has(concept)
}

func numberOf(t token) (float64, bool) {
	v, ok := t.value("num")
	if !ok {
		return 0, false
	}
	f, err := strconv.ParseFloat(v, 64)
	return f, err == nil
}

// moments reads times of the video: "at 0:12", "between 10 and 15 seconds", "the last 5
// seconds", "at second 12". They are no lengths.
func moments(toks []token) []token {
	return each(toks, func(rest, before []token) (token, int) {
		moment := func(secs float64, n int) (token, int) {
			return token{tags: []tag{{"moment", ""}}, secs: secs}, n
		}
		at0 := len(before) > 0 && (before[len(before)-1].has("atword") || before[len(before)-1].has("moment"))
		if len(before) > 1 && before[len(before)-1].has("art") {
			at0 = before[len(before)-2].has("atword")
		}
		if secs, ok := clock(rest[0]); ok && (at0 || len(before) > 1 && before[len(before)-2].has("moment")) {
			return moment(secs, 1)
		}
		v, ok := numberOf(rest[0])
		unit, secs := rest[0].value("unit")
		u, _ := strconv.ParseFloat(unit, 64)
		switch {
		case secs && len(rest[0].word) > 2: // "at second 12"
			if v, ok := numberOf(at2(rest, 1)); ok && at0 {
				return moment(v*u, 2)
			}
		case ok && len(before) > 0 && before[len(before)-1].has("span") && (at(rest, 1, "and") || at(rest, 1, "thru") || at(rest, 1, "unit")): // "between 10 and 15 seconds"
			for k := 1; k < 5; k++ {
				if unit, ok := look(rest, k, "unit"); ok {
					u, _ := strconv.ParseFloat(unit, 64)
					return moment(v*u, k+1)
				}
			}
		case ok && at(rest, 1, "unit") && at(rest, 2, "mark"): // "the 30 second mark"
			unit, _ := look(rest, 1, "unit")
			u, _ := strconv.ParseFloat(unit, 64)
			return moment(v*u, 3)
		}
		// "the first 5 seconds", "les 5 dernières secondes"
		if edge := func(t token) bool { n, ok := whole(t, "ord"); return t.has("last") || ok && n == 1 }; len(before) > 0 && before[len(before)-1].has("art") || at0 {
			v, u, n := at2(rest, 1), at2(rest, 2), 3
			if edge(at2(rest, 1)) {
				v = rest[0]
			} else if !edge(rest[0]) {
				return token{}, 0
			}
			if secs, ok := numberOf(v); ok && u.has("unit") {
				return moment(secs, n)
			}
		}
		return token{}, 0
	})
}

// clock reads "0:12" and "1:05".
func clock(t token) (float64, bool) {
	m, s, ok := strings.Cut(t.word, ":")
	if !ok || len(s) != 2 || t.has("format") {
		return 0, false
	}
	min, err1 := strconv.Atoi(m)
	sec, err2 := strconv.Atoi(s)
	return float64(min*60 + sec), err1 == nil && err2 == nil && sec < 60 && min < 10
}

// mixed takes the name off a colour that also stands there as numbers: "our red #C00".
func mixed(toks []token) {
	hex := slices.ContainsFunc(toks, func(t token) bool { return t.has("hex") })
	for i := range toks {
		if t := &toks[i]; hex && t.has("color") && !t.has("hex") {
			t.tags = []tag{{"fill", ""}}
		}
	}
}

// persons gives "her" and "him" the meaning of the presenter where nothing is hers.
func persons(toks []token) {
	for i := range toks {
		t := &toks[i]
		if t.has("clitic") && slices.ContainsFunc(toks, func(t token) bool { return t.has("side") || t.has("framing") }) { // "mettila a sinistra"
			t.add("presenter", "")
		}
		if t.has("person") && (i+1 == len(toks) || slices.ContainsFunc([]string{"fill", "stop", "art", "side", "framing", "place", "set"}, toks[i+1].has)) {
			t.add("presenter", "")
		}
	}
}

// lengths reads "45 seconds", "a minute", "half a minute", "1 min 30 s", "20 %".
func lengths(toks []token) []token {
	return each(toks, func(rest, before []token) (token, int) {
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
		if secs, ok := clock(rest[0]); ok {
			return token{tags: []tag{{"duration", ""}}, secs: secs}, 1
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
		more := at(rest, i, "more") || at(rest, i, "new") // "3 more seconds"
		if more && at(rest, i+1, "unit") {
			i++
		}
		unit, ok := rest[i].value("unit")
		if !ok || rest[i].has("ord") && n != 1 && at(before, len(before)-1, "sceneword") { // "put scene 4 second"
			return token{}, 0
		}
		u, _ := strconv.ParseFloat(unit, 64)
		t := token{tags: []tag{{"duration", ""}}, secs: n * u}
		if i++; !more && at(rest, i, "more") && (i+1 == len(rest) || at(rest, i+1, "stop") || at(rest, i+1, "final")) { // "3 Sekunden mehr"
			more, i = true, i+1
		}
		if more {
			t.add("longer", "")
		}
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
