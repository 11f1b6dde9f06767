package edit

import (
	"regexp"
	"slices"
	"strings"
)

// Bounds of the work: how many intents one instruction may hold, and how many words
// one intent, beside those to say or show.
const (
	maxParts = 6
	maxWords = 40
)

// onlyRest names what is left of something, behind what goes.
var onlyRest = regexp.MustCompile(`(?i)^(?:just|only|nothing but|nur|solo|sólo|seulement) (?:the |an? |der |die |das |el |la |le )?[\p{L}\d ]{2,40}[.!]*$`)

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
		if onlyRest.MatchString(tail) { // it names what is left
			next.verb = ""
		}
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
		if onlyRest.MatchString(tail) && destroys[first.Op] && !Orders(tail, r.lex.code) { // "…, just the quote please"
			first.Aside = tail
			return []Edit{first}, true
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
	if c.verb != "" && !Orders(s, r.lex.code) {
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
