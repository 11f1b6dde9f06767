// Package edit reads instructions that change a video ("make the intro shorter",
// "Tausche Szene 2 und 4", "elimina la música") into what they ask for.
//
// There is one grammar of intents ([forms]) and a table of words for each language
// (lexicon/*.txt). An instruction is read where every word of it has a meaning in
// the intent: the order of the words does not matter, and no word is passed over,
// so that nothing is done that was not asked for, and nothing is half done.
package edit

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/phrase"
)

// Edit is one intent with what the instruction says about it.
type Edit struct {
	Op      Op
	Scenes  []Ref // in the order of the words
	Place   *Place
	Line    *Line             // a sentence of a scene
	Items   []Line            // of a list; About and Words are theirs
	Text    string            // words to say or show; of a replacement the old ones
	Quoted  bool              // Text stands in quotation marks
	More    string            // Text with all that follows it, where the edits behind speak of nothing in the video
	With    string            // of a replacement the new words
	Was     string            // of a value what it was, "" = not said
	File    string            // path as written
	Seconds float64           // 0 = none
	Percent float64           // 0 = none
	To      bool              // Seconds is where to go, not by how much
	Values  map[string]string // by concept: "mood" is "calm", "side" is "left"
	Source  string            // the part of the instruction that says so
	Aside   string            // what follows it and asks for nothing, a reason perhaps
}

// Has tells whether a word of the concept is in the instruction.
func (e Edit) Has(concept string) bool { _, ok := e.Values[concept]; return ok }

// Ref names a scene. One of its fields is set.
type Ref struct {
	Number int    // from 1; −1 is the last, −2 the one before
	Kind   string // "chart", "quote", …
	About  string // what it speaks of
	All    bool
}

// Place is a position beside scenes.
type Place struct {
	Where  string // before, after, between
	Scenes []Ref
	Line   *Line // beside a sentence instead
}

// Line names a sentence: by its number, by what it speaks of, or by its words.
type Line struct {
	Number int // from 1, −1 is the last; 0 = by About or Words
	Many   int // sentences from there on, 0 = one
	About  string
	Words  string
}

// Languages whose instructions are read, in the order in which they are tried.
var Languages = []string{"en", "de", "es", "fr", "pt", "it", "nl", "ar", "he"}

// maxLength bounds the work: nobody writes a longer instruction but hidden in it.
const maxLength = 2000

// Read reads an instruction, which may hold several ("… and …"). It is tried in the
// language first, then in the others. What is not understood is an error that names
// the closest form that is.
func Read(s, language string) ([]Edit, error) {
	s = strings.TrimSpace(s)
	if len(s) > maxLength {
		return nil, fmt.Errorf("an instruction of %d bytes is not read: split it, %d is the most", len(s), maxLength)
	}
	order := slices.Clone(Languages)
	code := phrase.Base(language)
	if i := slices.Index(order, code); i > 0 {
		order = slices.Insert(slices.Delete(order, i, i+1), 0, code)
	}
	if m := exchangeRE.FindStringSubmatch(s); m != nil {
		return []Edit{{Op: Replace, Text: m[1], With: m[2], Quoted: true, Values: map[string]string{}, Source: s}}, nil
	}
	for _, re := range successors {
		if m := re.FindStringSubmatch(s); m != nil {
			return []Edit{{Op: Replace, Text: m[1], With: m[2], Quoted: true, Values: map[string]string{"somebody": ""}, Source: s}}, nil
		}
	}
	s = Reworded(s)
	if asks(s) {
		return nil, errors.New("it asks a question: write what to do, as in \"remove scene 3\"")
	}
	out, err := read(s, order)
	for i := range out { // "the opening should be a question: “…?”"
		if f := ledQuote.FindStringSubmatch(out[i].Text); f != nil && !out[i].Quoted && out[i].With == "" {
			out[i].Text, out[i].Quoted = f[1], true
		}
	}
	if err == nil && weighs(s) && slices.ContainsFunc(out, func(e Edit) bool { return destroys[e.Op] }) {
		return nil, errors.New("it weighs what to take out: write it without \"maybe\" to have it done")
	}
	if u := (*Unread)(nil); errors.As(err, &u) && weighs(s) {
		return nil, errors.New(u.why)
	}
	return out, err
}

// ByName tells whether all that is asked for is about names that only the video knows.
func ByName(edits []Edit) bool {
	return !slices.ContainsFunc(edits, func(e Edit) bool {
		return !byName[e.Op] && e.Op != Restate && e.Op != Relist && e.Op != Replace && e.Op != RemoveLine && e.Op != Amount
	})
}

// What people who review code write: how much it matters, and "s/old/new/".
var (
	reviewHead = regexp.MustCompile(`(?i)^(?:nit(?:pick)?|minor|suggestion|request|todo|tts|fyi|please fix|please change)\s*:\s*`)
	exchangeRE = regexp.MustCompile(`(?i)^(?:[a-z]+: *)?s/([^/\n]+)/([^/\n]+)/g?$`)
)

// ledQuote is a quotation behind what it is. Group: its words.
var ledQuote = regexp.MustCompile(`^\p{Ll}[^"“„«:]{1,40}?(?:: ?| (?:like|such as|along the lines of|wie|etwa|como|comme|tipo) )["“„«]([^"“”„«»]+)["“”»][.!]?$`)

// destroys are the intents that take something out for good: nobody's "maybe" does.
var destroys = map[Op]bool{KeepNamed: true, RemoveScene: true, KeepScenes: true, RemoveLine: true, RemoveItem: true, RemoveNamed: true, Unsay: true, Merge: true, Nobody: true, NoAsset: true}

func read(s string, order []string) ([]Edit, error) {
	best, least, known := miss{}, 0, hints{}
	var found []Edit
	work := maxWork
	for _, lenient := range []bool{false, true} { // a word with a typing error only where nothing else is meant
		for _, code := range order {
			r := &reader{lex: lexiconOf(code), lenient: lenient, work: &work}
			if out, ok := r.instruction(s); ok && !(weak(out) && (lenient || !fluent(s, code))) {
				// Words of another language look like names: the fewer, the better.
				if n := strangers(out); found == nil || n < least || weak(found) && !weak(out) {
					found, least = out, n
				}
				if least == 0 && !weak(found) {
					return found, nil
				}
			}
			if best.better(r.miss) {
				best = r.miss
			}
			known = known.and(r.hints)
		}
		if found != nil && known.feature == "" && !weak(found) { // a word of the one language looks like a name to the others
			return found, nil
		}
	}
	switch {
	case found != nil && !weak(found) && slices.ContainsFunc(found, func(e Edit) bool { return e.Op == AddItem }): // what joins a list may have any words
		return found, nil
	case found != nil && !slices.ContainsFunc(found, func(e Edit) bool { return !byName[e.Op] }):
		if known.feature != "" { // where the video has nothing of that name
			found[0].Values["feature"] = known.feature
		}
		return found, nil
	case known.moments != nil:
		return nil, &TimeError{known.moments[0]}
	case known.praise && !known.fault && known.feature == "":
		return []Edit{{Op: Stay, Values: map[string]string{}, Source: s}}, nil
	case known.feature != "":
		return []Edit{{Op: Beyond, Values: map[string]string{"feature": known.feature}, Source: s}}, nil
	}
	if e, ok := relisted(s, order); ok && !known.fault && best.unread == "" {
		return []Edit{e}, nil
	}
	if e, ok := restated(s, order); ok && !known.fault && best.unread == "" {
		return []Edit{e}, nil
	}
	return nil, best.err(known)
}

// byName are the intents whose object is a name that only the video knows.
var byName = map[Op]bool{KeepNamed: true, ValueOf: true, RemoveNamed: true, MoveNamed: true, SwapNamed: true, AddNamed: true, Unsay: true}

// weak tells whether all of an instruction is read as a name: a typing error is likelier.
func weak(edits []Edit) bool {
	return !slices.ContainsFunc(edits, func(e Edit) bool { return e.Op != RemoveNamed })
}

// fluent tells whether no language knows more words of an instruction than this one.
func fluent(s, code string) bool {
	known := func(code string) (n int) {
		work := maxWork
		for _, t := range (&reader{lex: lexiconOf(code), work: &work}).meant(s) {
			if len(t.tags) > 0 {
				n += len(strings.Fields(t.word))
			}
		}
		return n
	}
	own := known(code)
	return !slices.ContainsFunc(Languages, func(other string) bool { return known(other) > own })
}

// strangers counts the letters of names.
func strangers(edits []Edit) int {
	n := 0
	for _, e := range edits {
		if byName[e.Op] { // any words may be a name
			n += len(e.Text) + len(e.With)
		}
		n += len(e.Values["name"]) + len(e.Values["single"]) + len(e.Values["proper"])
	}
	return n
}
