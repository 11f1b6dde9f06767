package edit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
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

// twoColors lets the second of two colours of the video be what stands out: "use blue and
// orange".
func twoColors(edits []Edit) []Edit {
	if len(edits) == 2 && edits[0].Op == Color && edits[1].Op == Color && !edits[0].Has("paint") && !edits[1].Has("paint") {
		edits[1].Values["paint"] = "accent"
	}
	return edits
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

// parts splits where one intent ends and the next begins. What a part leaves out the
// parts before it have said.
func (r *reader) parts(s string, c context, depth int) ([]Edit, bool) {
	toks := r.meant(s)
	if depth >= maxParts || r.spent(len(toks)) {
		return nil, false
	}
	for i := 1; i < min(len(toks), maxWords); i++ {
		dash := toks[i].has("colon") || toks[i].word == "–"
		if toks[i].word == "." && figure(toks[i-1]) && at(toks, i+1, "month") { // "am 10. März"
			continue
		}
		if !toks[i].has("and") && !toks[i].has("because") && !toks[i].has("but") && !dash && !(toks[i].has("stop") && strings.ContainsAny(toks[i].word, ",;.?\n!…")) {
			continue
		}
		head := strings.TrimSpace(s[:toks[i].start])
		k := i
		for k < len(toks) && !toks[k].has("because") && (toks[k].has("and") || toks[k].has("but") || toks[k].has("stop") || toks[k].has("colon") || toks[k].has("then")) {
			k++
		}
		if k == len(toks) || head == "" {
			continue
		}
		tail := s[toks[k].start:]
		var first Edit
		stay, ok := r.stays(head)
		if ok = ok && stay.Has("forbids"); !ok && !dash {
			if first, ok = r.part(head, c); !ok {
				first, ok = r.named(head, c)
			}
		}
		if !ok || first.Op == "" {
			if out, ok := r.aside(head, tail, c, depth); ok {
				return out, true
			}
			continue
		}
		next := r.after(head, c, first.Op == RemoveScene)
		if toks[i].has("except") { // "shorten all scenes but the first"
			next.verb = ""
		}
		next.valued = gives[first.Op]
		next.open = first.Text != "" && !first.Quoted && !next.valued && first.Op != RemoveNamed
		if rest, ok := r.rest(tail, next, depth); ok && !(first.Op == RemoveNamed && rest[0].Op == RemoveNamed && !toks[k].has("remove")) { // "the brakes and the horn" are named by one verb
			if first.Op == Pace && rest[0].Op == Pace && first.Seconds == 0 && rest[0].Seconds > 0 { // "it goes by too fast, give it 3 more seconds"
				rest[0].Aside = head
				return rest, true
			}
			if next.open {
				if from := strings.LastIndex(head, first.Text); from >= 0 {
					first.More = strings.TrimSpace(s[from:])
				}
			}
			return append([]Edit{first}, rest...), true
		}
		wish := slices.ContainsFunc(toks[k:], func(t token) bool { return t.has("modal") })
		if first.Text != "" && !first.Quoted && first.Op != RemoveNamed { // words to say go on
			continue
		}
		if (toks[k].has("reason") || toks[k].has("because")) && !wish && r.verb(tail) == "" { // "… It's redundant."
			first.Aside = tail
			return []Edit{first}, true
		}
		if says, _ := r.remark(tail); says || (destroys[first.Op] || first.Text == "" && !r.wishes(tail)) && r.explains(tail) {
			first.Aside = tail
			return []Edit{first}, true
		}
		if r.verb(tail) != "" && len(head) > len(r.miss.read) {
			r.miss.read, r.miss.unread = head, tail
		}
	}
	return nil, false
}

// aside reads what follows a remark, or a part about what is to stay as it is.
func (r *reader) aside(head, tail string, c context, depth int) ([]Edit, bool) {
	stay, stays := r.stays(head)
	says, _ := r.remark(head)
	if !stays && !says {
		return nil, false
	}
	next := c
	if !stays {
		next = r.after(head, c, false)
		next.verb, next.said = c.verb, true
	}
	rest, ok := r.rest(tail, next, depth)
	switch {
	case !ok:
		return nil, false
	case stays:
		return append(rest, stay), true
	case rest[0].Aside == "":
		rest[0].Aside = head
	}
	return rest, true
}

// rest reads what follows a part, before words to say take all of it.
func (r *reader) rest(tail string, c context, depth int) ([]Edit, bool) {
	for _, s := range r.variants(tail, c) {
		if e, ok := r.closed(s); ok && (s == tail || e.Op != Beyond) {
			e.Source = tail
			return []Edit{e}, true
		}
	}
	if rest, ok := r.parts(tail, c, depth+1); ok && !contradicts(twoColors(rest)) {
		return rest, true
	}
	if e, ok := r.part(tail, c); ok {
		return []Edit{e}, true
	}
	if e, ok := r.named(tail, c); ok {
		return []Edit{e}, true
	}
	if e, ok := r.stays(tail); ok {
		return []Edit{e}, true
	}
	return nil, false
}

func (r *reader) part(s string, c context) (Edit, bool) {
	for _, full := range r.variants(s, c) {
		for _, read := range []func(string) (Edit, bool){r.closed, r.open} {
			if e, ok := read(full); ok && (s == full || e.Op != Beyond) {
				e.Source = s
				return e, true
			}
		}
	}
	if c.verb != "" {
		if e, ok := r.closed(c.verb + " " + s); ok {
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

// judging are the meanings of words that say how something is.
var judging = []string{"too", "flaw", "praise", "shorter", "longer", "faster", "slower", "louder", "quieter"}

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

// opposites never stand in one intent: the words are two.
var opposites = [][2]string{{"shorter", "longer"}, {"faster", "slower"}, {"dark", "light"}, {"louder", "quieter"}, {"bigger", "smaller"}, {"upward", "downward"}}

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
	if f.never != "" && slices.ContainsFunc(toks, func(t token) bool { return t.has(f.never) }) {
		return e, false
	}
	if f.op == Beyond && len(toks) > 2 && slices.ContainsFunc(toks[1:len(toks)-1], func(t token) bool { return t.word == ";" || t.word == "." || t.word == "," }) {
		return e, false // what cannot be had is no reason to pass over the rest
	}
	strange, unknown, named := 0, []string{}, 0
	lead, old := true, 0
	for i := range toks {
		t := &toks[i]
		e.To = e.To || t.has("duration") && i > 0 && toks[i-1].word == "," // "shorter, 30 seconds"
		used := false
		for _, g := range t.tags {
			if !f.allowed[g.concept] || g.concept == "scene" && t.other(f) || g.concept == "beside" && f.op == Add && t.place.Where == "into" {
				continue
			}
			used = true
			old, dup := e.Values[g.concept]
			if dup && g.concept == "listword" { // "the list of cards"
				e.Values[g.concept] = max(old, g.value)
				continue
			}
			if dup && g.concept == "looks" { // several of one person
				e.Values[g.concept] = old + "; " + g.value
				continue
			}
			if dup && old != g.value {
				return e, false
			}
			e.Values[g.concept] = g.value
			switch g.concept {
			case "scene":
				named++
				e.Scenes = append(e.Scenes, t.refs...)
			case "beside":
				if e.Place != nil {
					return e, false
				}
				e.Place = t.place
			case "line":
				e.Line = t.line
			case "item":
				if f.op == AddItem && len(t.items) == 1 && t.items[0].Words != "" { // "add the bullet “Free parking”"
					text, e.Quoted = append(text, t.items[0].Words), true
					break
				}
				e.Items = append(e.Items, t.items...)
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
		case used, t.has("fill"), t.has("art"), t.has("do"), t.has("use"), t.has("change"), t.has("to"), t.has("goal") && !t.has("start") && !t.has("end"), t.has("please"), t.has("polite"), t.has("hedge"), t.has("joins"):
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
	if named > 1 && f.scenes == 0 && f.op != Move && f.op != KeepScenes && f.op != Transition && f.op != NoTransition { // "scene 7: lose the price"
		strange++
	}
	if missing > 0 || strange > 0 {
		if f.op == CastBy && !e.Has("looks") || f.op == SceneColor && !e.Has("color") {
			return e, false // nobody who names neither has meant that
		}
		r.miss.note(f, 3*met-2*missing-2*strange, met, unknown)
		return e, false
	}
	if f.items > 0 && len(e.Items) != f.items || f.items == 0 && len(e.Items) > 1 && f.op != RemoveItem {
		return e, false
	}
	if len(text) != f.texts || f.scenes > 0 && (len(e.Scenes) < f.scenes || f.exactly && len(e.Scenes) != f.scenes) {
		return e, false
	}
	if len(text) > 0 {
		e.Text = text[0]
	}
	if f.op == Add && len(text) > 0 && len(e.Scenes) > 0 && e.Scenes[0].About == "" { // "add to scene 2: …" is no new one
		return e, false
	}
	if f.op == Amount && !unicode.IsDigit(first(strings.TrimLeft(e.Text, "€$£¥₪ "))) {
		return e, false
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
