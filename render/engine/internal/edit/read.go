package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// reader reads instructions with the words of one language.
type reader struct {
	lex     *lexicon
	lenient bool
	work    *int // what is left of maxWork
	nearby  map[string][]tag
	miss    miss
}

// maxWork bounds, in words compared with forms, what one instruction may cost: a
// few tenths of a second. Those that people write cost a hundredth of it.
const maxWork = 400_000

// spent takes n off the work that is left and tells whether there is none.
func (r *reader) spent(n int) bool {
	*r.work -= n
	return *r.work < 0
}

// instruction reads one intent, or several in one: first all of it with nothing
// but known words and quotations, then in parts, then with words to the end of it
// that are to be said or shown.
func (r *reader) instruction(s string) ([]Edit, bool) {
	if e, ok := r.closed(s); ok {
		return []Edit{e}, true
	}
	if out, ok := r.parts(s, "", 0); ok && !contradicts(out) {
		return out, true
	}
	if e, ok := r.open(s); ok {
		return []Edit{e}, true
	}
	return nil, false
}

// contradicts tells whether of several intents two set the same thing of the whole
// video: "use calm music and warm music" has been misread.
func contradicts(edits []Edit) bool {
	for i, a := range edits {
		for _, b := range edits[:i] {
			if a.Op == b.Op && len(a.Scenes) == 0 && len(b.Scenes) == 0 && a.Place == nil && a.Text == "" && a.Line == nil && a.Values["paint"] == b.Values["paint"] {
				return true
			}
		}
	}
	return false
}

// Bounds of the work: how many intents one instruction may hold, and how many words
// one intent, beside those to say or show.
const (
	maxParts = 6
	maxWords = 40
)

// parts splits where one intent ends and the next begins. A part without a verb has
// that of the part before it: "remove the music and the captions".
func (r *reader) parts(s, verb string, depth int) ([]Edit, bool) {
	toks := r.meant(s)
	if depth >= maxParts || r.spent(len(toks)) {
		return nil, false
	}
	for i := 1; i < min(len(toks), maxWords); i++ {
		if !toks[i].has("and") && !toks[i].has("because") && !(toks[i].has("stop") && strings.ContainsAny(toks[i].word, ",;.?\n!")) {
			continue
		}
		head := strings.TrimSpace(s[:toks[i].start])
		k := i
		for k < len(toks) && !toks[k].has("because") && (toks[k].has("and") || toks[k].has("stop") || toks[k].has("then")) {
			k++
		}
		if k == len(toks) || head == "" {
			continue
		}
		tail := s[toks[k].start:]
		first, ok := r.part(head, verb)
		if !ok {
			continue
		}
		next := verb
		if v := r.verb(head); v != "" {
			next = v
		}
		if e, ok := r.closed(tail); ok {
			return []Edit{first, e}, true
		}
		if rest, ok := r.parts(tail, next, depth+1); ok { // before words to say take all of it
			return append([]Edit{first}, rest...), true
		}
		if e, ok := r.part(tail, next); ok {
			return []Edit{first, e}, true
		}
		wish := slices.ContainsFunc(toks[k:], func(t token) bool { return t.has("modal") })
		if (toks[k].has("reason") || toks[k].has("because")) && !wish && r.verb(tail) == "" { // "… It's redundant."
			first.Aside = tail
			return []Edit{first}, true
		}
		if r.verb(tail) != "" && len(head) > len(r.miss.read) {
			r.miss.read, r.miss.unread = head, tail
		}
	}
	return nil, false
}

func (r *reader) part(s, verb string) (Edit, bool) {
	if e, ok := r.closed(s); ok {
		return e, true
	}
	if e, ok := r.open(s); ok {
		return e, true
	}
	if verb != "" {
		if e, ok := r.closed(verb + " " + s); ok {
			return e, true
		}
	}
	return Edit{}, false
}

// verb is the word of a part that the next part may leave out.
func (r *reader) verb(s string) string {
	for _, t := range r.meant(s) {
		for _, c := range []string{"remove", "shorter", "longer", "swap", "replace", "change", "add", "use"} {
			if t.has(c) && !t.has("fill") {
				return s[t.start:t.end]
			}
		}
	}
	return ""
}

// ofScenes is what is done to scenes alone: numbers beside it may be theirs.
var ofScenes = []string{"swap", "merge", "move", "put", "remove", "copy", "split", "keep", "except", "place", "sceneword", "transitionword"}

func guesses(toks []token) []guess {
	out := []guess{{topic: 1}}
	topics, numbers, moved := 0, false, false
	for _, t := range toks {
		if t.has("about") || t.has("where") {
			topics = 7
		}
		numbers = numbers || t.has("num")
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

// open reads an intent that ends with words to say or show: they begin behind a
// word such as "say" or "to" and go on to the end, or to the verb where a language
// puts it there.
func (r *reader) open(s string) (Edit, bool) {
	toks := r.meant(s)
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
						return e, true
					}
				}
			}
		}
	}
	return r.replacement(s, toks)
}

// begins are the tokens at which words to say or show may begin, behind a colon first.
func (r *reader) begins(s string, toks []token) []int {
	var colons, others []int
	for k := 1; k < min(len(toks), maxWords); k++ {
		switch p := toks[k-1]; {
		case p.has("colon"):
			colons = append(colons, k)
		case p.has("sayword"):
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

// polite takes "…, please" off the end of words to say.
func (r *reader) polite(text string) string {
	if i := strings.LastIndexByte(text, ','); i > 0 {
		if t := r.meant(text[i+1:]); len(t) > 0 && t[0].has("please") && (len(t) == 1 || len(t) == 2 && t[1].has("stop")) {
			return text[:i]
		}
	}
	return text
}

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
	for i := 2; i < tail-1 && i < 12; i++ { // "use Priya instead of Maya"
		if (toks[0].has("use") || toks[0].has("sayword") || toks[0].has("showword")) && toks[i].has("insteadof") {
			return Edit{Op: Replace, Text: s[toks[i+1].start:toks[tail-1].end], With: s[toks[1].start:toks[i-1].end], Values: map[string]string{}, Source: s}, true
		}
	}
	verb = verb || slices.ContainsFunc(toks, func(t token) bool { return t.word == "→" })
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
				if !toks[j].has("to") && !(instead && (toks[j].has("sayword") || toks[j].has("do") || toks[j].has("use") || toks[j].has("instead") || toks[j].word == ",")) {
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
				old, with := strings.TrimSpace(s[t.start:toks[last].end]), strings.TrimSpace(s[toks[k].start:toks[tail-1].end])
				if t.has("quoted") && j == i+1 {
					old = t.text
				}
				if toks[k].has("quoted") && k == tail-1 {
					with = toks[k].text
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

// opposites never stand in one intent: the words are two.
var opposites = [][2]string{{"shorter", "longer"}, {"faster", "slower"}, {"dark", "light"}, {"louder", "quieter"}, {"bigger", "smaller"}}

// match tells whether a form accounts for every word.
func (r *reader) match(f *form, toks []token, text []string) (Edit, bool) {
	e := Edit{Op: f.op}
	if r.spent(len(toks)) {
		return e, false
	}
	e.Values = map[string]string{}
	for _, o := range opposites {
		if slices.ContainsFunc(toks, func(t token) bool { return t.has(o[0]) && !t.has(o[1]) }) && slices.ContainsFunc(toks, func(t token) bool { return t.has(o[1]) && !t.has(o[0]) }) {
			return e, false
		}
	}
	strange, unknown := 0, []string{}
	lead, old := true, 0
	for i := range toks {
		t := &toks[i]
		used := false
		for _, g := range t.tags {
			if !f.allowed[g.concept] || g.concept == "scene" && t.other(f) || g.concept == "beside" && f.op == Add && t.place.Where == "into" {
				continue
			}
			used = true
			if old, dup := e.Values[g.concept]; dup && old != g.value {
				return e, false
			}
			e.Values[g.concept] = g.value
			switch g.concept {
			case "scene":
				e.Scenes = append(e.Scenes, t.refs...)
			case "beside":
				if e.Place != nil {
					return e, false
				}
				e.Place = t.place
			case "line":
				e.Line = t.line
			case "duration":
				e.Seconds = t.secs
			case "percent":
				e.Percent, _ = strconv.ParseFloat(g.value, 64)
			case "file", "audio":
				if e.File != "" && e.File != t.text {
					return e, false
				}
				e.File = t.text
			case "text", "address":
				text = append(text, t.text)
				e.Quoted = true
			}
		}
		switch {
		case used && t.has("insteadof"):
			old = len(text) // of two texts, which is to go
		case used, t.has("fill"), t.has("art"), t.has("do"), t.has("use"), t.has("change"), t.has("to"), t.has("goal") && !t.has("start") && !t.has("end"), t.has("please"):
		case t.has("everywhere") && !f.allowed["scene"], t.has("everywhere") && len(e.Scenes) == 0:
		case lead && (t.has("and") || t.has("then")):
			continue
		default:
			strange++
			if t.has("name") {
				unknown = append(unknown, t.word)
			}
		}
		lead = lead && t.has("stop")
		e.To = e.To || t.has("goal")
	}
	met, missing := 0, 0
	for _, need := range f.needs {
		free := need[0] == "text" || need[0] == "name" || need[0] == "single" || need[0] == "quoted" // any word is that
		switch {
		case need[0] == "text" && len(text) > 0:
		case !slices.ContainsFunc(need, e.Has):
			missing++
		case !free:
			met++
		}
	}
	if missing > 0 || strange > 0 {
		r.miss.note(f, 3*met-2*missing-2*strange, met, unknown)
		return e, false
	}
	if len(text) != f.texts || f.scenes > 0 && (len(e.Scenes) < f.scenes || f.exactly && len(e.Scenes) != f.scenes) {
		return e, false
	}
	if len(text) > 0 {
		e.Text = text[0]
	}
	if len(text) > 1 {
		e.With = text[1]
		if old == 1 {
			e.Text, e.With = e.With, e.Text
		}
	}
	return e, true
}

// other tells whether a word that may name a scene ("title card") has another
// meaning that the form asks for.
func (t token) other(f *form) bool {
	return slices.ContainsFunc(t.tags, func(g tag) bool {
		if g.concept == "beside" && f.allowed["beside"] && (f.op != Add || t.place.Where != "into") {
			return true
		}
		return g.concept != "scene" && slices.ContainsFunc(f.needs, func(need []string) bool { return slices.Contains(need, g.concept) })
	})
}

// miss is the closest form of an instruction that is not understood.
type miss struct {
	form  *form
	score int
	words []string // that have no meaning at all

	read, unread string // of several in one, what is understood and what is not
}

func (m *miss) note(f *form, score, met int, unknown []string) {
	if met == 0 || f.op == Beyond || m.form != nil && score <= m.score {
		return
	}
	m.form, m.score, m.words = f, score, unknown
}

func (m miss) better(n miss) bool {
	if (m.unread != "") != (n.unread != "") {
		return n.unread != ""
	}
	return n.form != nil && (m.form == nil || n.score > m.score)
}

func (m miss) err() error {
	if m.unread != "" {
		return fmt.Errorf("%q is understood, %q is not, and an edit is carried out whole or not at all", m.read, m.unread)
	}
	this := "this"
	if n := len(m.words); n > 0 && n <= 6 {
		this = quoted(m.words) + " here"
	}
	if m.form == nil || m.score < 0 {
		return fmt.Errorf("no rule reads %s; say it like %q, %q or %q", this, "in scene 3 say …", "swap scenes 2 and 4", "use a darker background")
	}
	return fmt.Errorf("no rule reads %s; the closest form is %q", this, m.form.example)
}

func quoted(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strconv.Quote(w)
	}
	return strings.Join(out, ", ")
}
