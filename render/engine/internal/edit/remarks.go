package edit

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// context is what the parts of an instruction before this one leave to it.
type context struct {
	verb string // a part without one has that of the part before: "remove the music and the captions"
	said bool   // a remark has said it, and what follows is about it
	it   string // the scene that "it" is, in the words that named it
	in   string // the scene that all parts speak of: "in scene 5, …, and …"

	valued bool // the part before gave something another value: "… and the full plan $45"
	open   bool // the part before ends with words to say or show, which may go on
}

// variants are the ways in which a part may be meant in its context, the fullest first.
func (r *reader) variants(s string, c context) []string {
	var out []string
	if c.it != "" {
		if full := r.withIt(s, c.it); full != "" {
			out = append(out, full)
		}
	}
	own := slices.ContainsFunc(r.meant(s), func(t token) bool { return t.has("startverb") || t.has("endverb") }) // "end with …" says where
	if from, to := r.thing(s); c.said && c.it != "" && to == from && !own && len(out) == 0 && len(r.sceneTokens(s)) == 0 {
		out = append(out, c.it+" "+s)
	}
	if c.in != "" && len(r.sceneTokens(s)) == 0 {
		out = append(out, c.in+" "+s)
	}
	return append(out, s)
}

// withIt puts a scene where a part says "it", "" = it does not. The order of words does
// not matter, so that the scene goes first, where nothing is said or shown yet.
func (r *reader) withIt(s, it string) string {
	toks := r.meant(s)
	for i, t := range toks {
		if t.has("quoted") {
			break
		}
		next, last := at2(toks, i+1), i+1 == len(toks)
		noun := !last && !next.has("fill") && !next.has("stop") && !slices.ContainsFunc(asking, next.has)
		switch {
		case t.has("clitic"):
			return it + " " + s
		case !t.has("pron"), t.has("art") && noun && !(r.lex.code == "en" && next.has("sceneword")): // "la scena", but "this scene"
		case next.has("sceneword"):
			return it + " " + s[:t.start] + s[next.end:]
		default:
			return it + " " + s[:t.start] + s[t.end:]
		}
	}
	return ""
}

// sceneTokens are the words of a part that name scenes.
func (r *reader) sceneTokens(s string) []token {
	toks := lengths(moments(r.meant(s)))
	if r.spent(10 * len(toks)) {
		return nil
	}
	out := each(toks, func(rest, before []token) (token, int) {
		return scenes(s, rest, before, guess{topic: 1, kinds: true}, true)
	})
	return slices.DeleteFunc(out, func(t token) bool { return !t.has("scene") })
}

// after is the context that a part leaves to the next. What it removes is gone.
func (r *reader) after(s string, c context, gone bool) context {
	if v := r.verb(s); v != "" {
		c.verb = v
	}
	named := r.sceneTokens(s)
	from, to := r.thing(s)
	if c.it = ""; len(named) == 0 {
		if !gone {
			c.it = s[from:to]
		}
		return c
	}
	if t := named[0]; len(named) == 1 && !gone && len(t.refs) == 1 && !t.refs[0].All {
		if to == 0 {
			from, to = t.start, t.end
		}
		c.it = s[min(from, t.start):max(to, t.end)] // "the headline of scene 3"
	}
	if t := named[0]; c.in == "" && r.governs(s, t) {
		c.in = s[t.start:named[len(named)-1].end]
	}
	return c
}

// things are what "it" may be beside a scene.
var things = []string{"music", "captions", "voice", "presenter", "background", "logo", "headline", "font", "transitionword", "lowerthird", "url", "style"}

// thing is where the one thing that a part speaks of is named.
func (r *reader) thing(s string) (from, to int) {
	for _, t := range r.meant(s) {
		switch {
		case !slices.ContainsFunc(things, t.has) || t.has("fill") || t.has("art"):
		case to > 0:
			return 0, 0
		default:
			from, to = t.start, t.end
		}
	}
	return from, to
}

// governs tells whether a scene stands before all that is said of it: "in scene 5, …",
// "Scene 5: …".
func (r *reader) governs(s string, t token) bool {
	colon := strings.HasPrefix(strings.TrimLeft(s[t.end:], " \u00a0"), ":")
	for i, w := range r.meant(s[:t.start]) {
		if i == 0 && w.has("inword") {
			colon = true
		} else if !w.has("art") && !w.has("stop") {
			return false
		}
	}
	return colon
}

// asking are the meanings of words with which something is asked for.
var asking = []string{"asks", "modal", "do", "change", "use", "remove", "add", "replace", "shorter", "longer", "faster", "slower", "louder", "quieter", "swap", "merge", "split", "move", "copy", "translate", "insteadof", "sayword"}

// remark tells whether a part only says how something is: "The hook is weak". It praises
// or finds fault, and no word of it asks for anything.
func (r *reader) remark(s string) (says, fault bool) {
	toks := r.meant(s)
	if !spoken(toks) {
		return false, false
	}
	for _, t := range toks {
		fault = fault || t.has("flaw")
		says = says || t.has("flaw") || t.has("praise")
		if t.has("quoted") || t.text != "" || strings.ContainsFunc(t.word, unicode.IsDigit) && !t.has("num") {
			return false, false
		}
		asks := slices.ContainsFunc(asking, t.has)
		if asks && (t.has("asks") || !t.has("fill") && !t.has("flaw") && !t.has("praise")) {
			return false, false
		}
	}
	return says, fault
}

// explains tells whether a part only says why something goes: "we don't offer it any more",
// "it's not in 4.2". A number or a wish in it would be more than a reason.
func (r *reader) explains(s string) bool {
	toks := ended(r.meant(s))
	if len(toks) < 2 || len(toks) > maxWords {
		return false
	}
	denies := slices.ContainsFunc(toks, func(t token) bool { return t.has("not") || t.has("dont") || denial.MatchString(t.word) })
	for _, t := range toks {
		if t.has("quoted") || t.text != "" || t.has("insteadof") || t.has("instead") || t.has("also") || t.has("stop") || t.has("and") || figure(t) && !denies {
			return false
		}
		if slices.ContainsFunc(asking[1:], t.has) && !t.has("fill") && !t.has("reason") && !denial.MatchString(t.word) {
			return false
		}
	}
	first := toks[0]
	return first.has("somebody") || first.has("reason") || first.has("pron") && !first.has("def") || denies && first.has("dont")
}

// wishes tells whether a part names something of a video that can be changed, or says that
// something should be.
func (r *reader) wishes(s string) bool {
	return slices.ContainsFunc(r.meant(s), func(t token) bool {
		return t.has("modal") || slices.ContainsFunc(things, t.has) && !t.has("pron")
	})
}

// denial is a word, or several, that say no.
var denial = regexp.MustCompile(`(?:^| )(?:not?|t|never|nobody|nicht|kein\w*|niemand|ya no|no|pas|plus|personne|non|piu|nessuno|niet|geen|niemand|nao|ninguem)(?: |$)|n t\b`)

// spoken tells whether most words of a part are known, as they are in its language.
func spoken(toks []token) bool {
	unknown := 0
	for _, t := range toks {
		if len(t.tags) == 0 {
			unknown++
		}
	}
	return 2*unknown <= len(toks)
}

// stays reads a part that asks for nothing to be done: "don't change the music", "keep
// the chart", "leave scene 3 as it is".
func (r *reader) stays(s string) (Edit, bool) {
	e := Edit{Op: Stay, Values: map[string]string{}, Source: s}
	forbids, keeps, asis, wishes := false, false, false, 0
	span := r.spans(s, r.meant(s), guess{topic: 1, kinds: true})
	for i, t := range span {
		if t.has("quoted") || t.has("only") || t.has("except") {
			return e, false
		}
		if t.has("dont") {
			k := i + 1
			for at(span, k, "fill") && !slices.ContainsFunc(meddling, span[k].has) {
				k++
			}
			forbids = forbids || r.lex.verbLast && slices.ContainsFunc(span, func(t token) bool { return slices.ContainsFunc(meddling, t.has) }) || k < len(span) && slices.ContainsFunc(meddling, span[k].has)
			if !forbids {
				return e, false
			}
		}
		if t.has("but") || t.has("stop") && i+1 < len(span) && t.word != ":" {
			return e, false
		}
		if slices.ContainsFunc(asking[5:], t.has) && !t.has("fill") && !t.has("dont") {
			wishes++
		}
		keeps = keeps || t.has("keep") || t.has("leave")
		asis = asis || t.has("asis")
		e.Scenes = append(e.Scenes, t.refs...)
		for _, g := range t.tags {
			e.Values[g.concept] = g.value
		}
	}
	of := len(e.Scenes) > 0 || slices.ContainsFunc(things, e.Has) || e.Has("script") || e.Has("color") || e.Has("video")
	if forbids {
		e.Values["forbids"] = ""
	}
	return e, of && (forbids && wishes < 2 || keeps && (asis || wishes == 0))
}

// meddling is what is done to something that does not stay as it is.
var meddling = []string{"change", "touch", "remove", "replace", "move", "swap", "shorter", "longer", "merge", "split", "translate"}
