package edit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// match tells whether a form accounts for every word, and with text, the words to say or
// show, what it says then.
func (r *reader) match(f *form, toks []token, text []string) (Edit, bool) {
	if r.spent(len(toks)) || contrary(toks) || f.excludes(toks) {
		return Edit{}, false
	}
	m := filling{form: f, edit: Edit{Op: f.op, Values: map[string]string{}}, texts: text, lead: true}
	for i := range toks {
		if !m.take(toks, i) {
			return m.edit, false
		}
	}
	met, missing := m.met()
	if m.scenes > 1 && f.scenes == 0 && !takesScenes[f.op] { // "scene 7: lose the price"
		m.strange++
	}
	if missing > 0 || m.strange > 0 {
		if f.op == CastBy && !m.edit.Has("looks") || f.op == SceneColor && !m.edit.Has("color") {
			return m.edit, false // nobody who names neither has meant that
		}
		r.miss.note(f, 3*met-2*missing-2*m.strange, met, m.unknown)
		return m.edit, false
	}
	return m.filled()
}

// opposites never stand in one intent: the words are two.
var opposites = [][2]string{{"shorter", "longer"}, {"faster", "slower"}, {"dark", "light"}, {"louder", "quieter"}, {"bigger", "smaller"}, {"upward", "downward"}}

// contrary tells whether some words say the opposite of others.
func contrary(toks []token) bool {
	says := func(is, not string) bool {
		return slices.ContainsFunc(toks, func(t token) bool { return t.has(is) && !t.has(not) })
	}
	return slices.ContainsFunc(opposites, func(o [2]string) bool { return says(o[0], o[1]) && says(o[1], o[0]) })
}

// excludes tells whether something else is meant than the form, whatever fills it.
func (f *form) excludes(toks []token) bool {
	if f.never != "" && slices.ContainsFunc(toks, func(t token) bool { return t.has(f.never) }) {
		return true
	}
	return (f.clause || f.op == Beyond) && len(toks) > 2 && slices.ContainsFunc(toks[1:len(toks)-1], func(t token) bool {
		return t.word == ";" || t.word == "." || t.word == "," // what cannot be had is no reason to pass over the rest
	})
}

// takesScenes are the intents that more than one phrase names scenes of.
var takesScenes = map[Op]bool{Move: true, KeepScenes: true, Transition: true, NoTransition: true}

// filling is a form as the words of an instruction fill it, one after the other.
type filling struct {
	form    *form
	edit    Edit
	texts   []string
	old     int      // of two texts, which is to go
	scenes  int      // phrases that name scenes
	strange int      // words that the form has no place for
	unknown []string // those of them that mean nothing
	lead    bool     // no word stands before but stops
}

// take gives the form the word at i. It fails where the word says something else than one
// before it.
func (m *filling) take(toks []token, i int) bool {
	t, f, e := &toks[i], m.form, &m.edit
	e.To = e.To || t.has("goal") || t.has("duration") && i > 0 && toks[i-1].word == "," // "shorter, 30 seconds"
	used := false
	for _, g := range t.tags {
		if !f.allowed[g.concept] || g.concept == "scene" && t.other(f) || g.concept == "beside" && f.op == Add && t.place.Where == "into" {
			continue
		}
		used = true
		if !m.says(g) || !m.give(t, g) {
			return false
		}
	}
	switch {
	case used && t.has("insteadof"):
		m.old = len(m.texts)
	case used, slices.ContainsFunc(idle, t.has), t.has("goal") && !t.has("start") && !t.has("end"):
	case t.has("where") && at(toks, i+1, "scene"): // "in der letzten Szene"
	case t.has("everywhere") && (!f.allowed["scene"] || len(e.Scenes) == 0):
	case m.lead && (t.has("and") || t.has("then")):
		return true
	default:
		m.strange++
		if t.has("name") {
			m.unknown = append(m.unknown, t.word)
		}
	}
	m.lead = m.lead && t.has("stop")
	return true
}

// idle are the meanings of words that a form need not know.
var idle = []string{"fill", "art", "do", "use", "change", "to", "please", "polite", "hedge", "joins"}

// says notes which value of a concept is meant, and tells whether it is the only one.
func (m *filling) says(g tag) bool {
	old, dup := m.edit.Values[g.concept]
	switch {
	case dup && g.concept == "listword": // "the list of cards"
		g.value = max(old, g.value)
	case dup && g.concept == "looks": // several of one person
		g.value = old + "; " + g.value
	case dup && old != g.value:
		return false
	}
	m.edit.Values[g.concept] = g.value
	return true
}

// give puts what a word names into its place, and tells whether that was free.
func (m *filling) give(t *token, g tag) bool {
	e := &m.edit
	switch g.concept {
	case "scene":
		m.scenes++
		e.Scenes = append(e.Scenes, t.refs...)
	case "beside":
		if e.Place != nil {
			return false
		}
		e.Place = t.place
	case "line":
		e.Line = t.line
	case "item":
		if m.form.op == AddItem && len(t.items) == 1 && t.items[0].Words != "" { // "add the bullet “Free parking”"
			m.texts, e.Quoted = append(m.texts, t.items[0].Words), true
			break
		}
		e.Items = append(e.Items, t.items...)
	case "duration":
		e.Seconds = t.secs
	case "percent":
		e.Percent, _ = strconv.ParseFloat(g.value, 64)
	case "file", "audio":
		if e.File != "" && e.File != t.text {
			return false
		}
		e.File = t.text
	case "text", "address":
		m.texts = append(m.texts, t.text)
		e.Quoted = true
	}
	return true
}

// met counts the concepts that the form needs and has, without those that any word is, and
// those that it lacks.
func (m *filling) met() (met, missing int) {
	for _, need := range m.form.needs {
		switch free := need[0] == "text" || need[0] == "name" || need[0] == "single" || need[0] == "quoted"; {
		case need[0] == "text" && len(m.texts) > 0:
		case !slices.ContainsFunc(need, m.edit.Has):
			missing++
		case !free:
			met++
		}
	}
	return met, missing
}

// filled is what the filled form says, if it has as many scenes, items and texts as it must.
func (m *filling) filled() (Edit, bool) {
	f, e := m.form, m.edit
	switch {
	case f.items > 0 && len(e.Items) != f.items, f.items == 0 && len(e.Items) > 1 && f.op != RemoveItem,
		len(m.texts) != f.texts,
		f.scenes > 0 && (len(e.Scenes) < f.scenes || f.exactly && len(e.Scenes) != f.scenes),
		f.op == Move && e.Place != nil && e.Place.Where == "into" && !e.Has("move") && !e.Has("put") && !e.Has("swap"), // "79 to 59"
		f.op == Add && e.Place != nil && e.Place.Line != nil && e.Place.Line.Words != "",                               // words join a sentence
		f.op == Add && f.texts > 0 && len(e.Scenes) > 0 && e.Scenes[0].About == "":                                     // "add to scene 2: …" is no new one
		return e, false
	}
	if len(m.texts) > 0 {
		e.Text = m.texts[0]
	}
	if len(m.texts) > 1 {
		e.With = m.texts[1]
		if m.old == 1 {
			e.Text, e.With = e.With, e.Text
		}
	}
	if f.op == Amount && !unicode.IsDigit(first(strings.TrimLeft(e.Text, "€$£¥₪ "))) {
		return e, false
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
		return g.concept != "scene" && g.concept != "card" && slices.ContainsFunc(f.needs, func(need []string) bool { return slices.Contains(need, g.concept) })
	})
}
