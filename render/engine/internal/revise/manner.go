package revise

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
)

// manner is how people of a language put what they want changed, beside the words of the
// video: what they begin and end with, and the words for what is to be done.
type manner struct {
	lang   string // ISO 639-1
	aScene string // "in"
	scene  string // "scene"

	aPiece string // "part"

	asides  *pattern.Pattern // what a clause begins with and asks for nothing: "please", "the boss said we should"
	tails   *pattern.Pattern // what it ends with: "these days", "by the way"
	reports *pattern.Pattern // what leads a statement: "make it clear that"
	joints  *pattern.Pattern // what parts two clauses

	drop    *pattern.Pattern // begins a clause: "drop …". Group: what goes
	dropped *pattern.Pattern // ends one: "… can go", "…: remove please". Group: what goes
	it      *pattern.Pattern // what goes is what the clause before speaks of
	scenes  *pattern.Pattern // what is named is a whole scene
	pieces  *pattern.Pattern // a word for a piece of what is said: "bit"

	never   *pattern.Pattern // denies: "no longer", "isn't", "not … any more"
	only    *pattern.Pattern // "only"
	also    *pattern.Pattern // "as well", "another"
	was     *pattern.Pattern // stands before what a value was: "instead of", "up from"
	more    *pattern.Pattern // "there is a fourth …: …". Groups: the noun, what it is
	named   *pattern.Pattern // what has another name. Groups: the old, the new
	renamed *pattern.Pattern // what is something else by now. Groups: the old, the new
	surname *pattern.Pattern // a name that goes on. Groups: the first, the last
	rather  *pattern.Pattern // what is said rather than something else. Groups: the new, the old
	is      *pattern.Pattern // who somebody is. Groups: of what, the name
	does    *pattern.Pattern // what somebody does. Groups: the name, of what

	first   *pattern.Pattern // "… should come first". Group: what
	last    *pattern.Pattern // "… should come last". Group: what
	opens   *pattern.Pattern // "… first", before what follows. Group: what
	before  *pattern.Pattern // "… before …". Groups: what, before what
	plainly *pattern.Pattern // "… before …", and no more. Groups: what, before what
	after   *pattern.Pattern // "… after …". Groups: what, after what

	reorder *pattern.Pattern // says that an order follows
	then    *pattern.Pattern // begins what comes next
	next    *pattern.Pattern // parts what comes next from what comes before it

	firstly *pattern.Pattern // "first …", before what follows. Group: what
	within  *pattern.Pattern // "scene 3: …". Groups: the number, what is to be done in it
	article *pattern.Pattern // a word that leads a name
	topical *pattern.Pattern // between a word for a scene and what it is about: "about", "where we talk about"
	leading *pattern.Pattern // an article that a name begins with
	place   *pattern.Pattern // a scene by what it is about. Groups: what stands before, the scene
	as      *pattern.Pattern // how something is to be shown. Groups: what, the kind
	link    *pattern.Pattern // links what is spoken of with what is said of it
	linking *pattern.Pattern // a word that links what is new to the rest: "it", "is"
	idle    *pattern.Pattern // a word that names nothing
}

// mannerOf is that of a language, nil = its instructions are read by their forms alone.
func mannerOf(lang string) *manner { return manners[phrase.Base(lang)] }

var manners = func() map[string]*manner {
	out := map[string]*manner{}
	for _, p := range phrasings {
		out[p.lang] = p.manner()
	}
	return out
}()

// phrasing is the words of a manner, each field alternatives of a pattern.
type phrasing struct {
	lang, scene, piece string

	asides, says, that, should string // "please"; "said"; "that"; "should"
	tails, thanks, reports     string
	and, breaks                string // between clauses: "and", "because"
	article                    string

	drop, away, dropped, it string // "drop"; what ends with it: "weg"; "can go"; "take it out"
	scenes, pieces          string
	never, only, also, was  string
	thereIs, nth            string // "there is"; "a fourth"
	called, isNow           string // "is now called"; "is now"
	surname                 string // between a first name and a last: "'s last name is"
	write, instead          string // "say"; "rather than"
	is, now, does           string // "is"; "now"; "takes over"
	move, come, placed      string // "move"; "should come"; what ends with it: "stellen"
	first, last             string
	before, after           string
	reorder, then           string
	topical                 string // between any word for a piece and what it is about
	in, about               string // "in"; between the word for a scene and what it is about, "" = it stands before
	show, as                string
	link, linking, idle     string
}

// aName is a name of some words with capital letters.
const aName = `((?-i:\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3}))`

// manner builds the patterns. All languages put instructions into the same few frames.
func (p phrasing) manner() *manner {
	re := func(frame string) *pattern.Pattern {
		frame = strings.NewReplacer("ART", `(?:(?:`+p.article+`)\s+|l'|un'|d')?`, "NAME", aName).Replace(frame)
		return pattern.New(`(?i)` + frame)
	}
	or := func(words string) string { // alternatives, none = what never matches
		if words == "" {
			return `[^\s\S]`
		}
		return `(?:` + words + `)`
	}
	maybe := func(words string) string {
		if words == "" {
			return ""
		}
		return `(?: ` + or(words) + `)?`
	}
	placed := maybe(p.placed)
	m := &manner{
		lang: p.lang, aScene: p.in, scene: p.scene, aPiece: p.piece,

		asides:  re(`^(?:` + or(p.asides) + `|ART(?:\p{L}+ )?\p{L}+ ` + or(p.says) + `(?:,? ` + or(p.that) + `)?)(?:,? |[,:] ?|$)|^` + or(p.should) + ` `),
		tails:   re(`[,\s]+` + or(p.tails) + `[.!]*$|[.,!]\s*` + or(p.thanks) + `[.!]*$`),
		reports: re(`^` + or(p.reports) + ` `),
		joints:  re(`[;!?\n]+\s*|\.(?:\s+|$)|,\s+(?:` + or(p.and) + ` )?|\s[–—-]\s|:\s+| ` + or(p.breaks) + ` `),

		drop:    re(`^` + or(p.drop) + ` (.+?)` + maybe(p.away) + `$`),
		dropped: re(`^(.*?)[,:]? ` + or(p.dropped) + `$`),
		it:      re(`^` + or(p.it) + `$`),
		scenes:  re(`(?:^|\P{L})` + or(p.scenes) + `(?:\P{L}|$)`),
		pieces:  re(`^` + or(p.pieces) + `$`),

		never:   re(`(?:^|\b)` + or(p.never) + `\b`),
		only:    re(`\b` + or(p.only) + `\b`),
		also:    re(`(?:^|\s)` + or(p.also) + `(?:\s|[.,!]|$)`),
		was:     re(`(?:^|\s|,)` + or(p.was) + ` (?:ART)?\s*$`),
		more:    re(`^` + or(p.thereIs) + ` (?:` + or(p.now) + ` )?` + or(p.nth) + ` ([\p{L} ]+?)(?:: | – | - |, )(.+)$`),
		named:   re(`^ART(.+?) ` + or(p.called) + ` ART(.+)$`),
		renamed: re(`^ART(.+?) ` + or(p.isNow) + ` ART(.+)$`),
		surname: re(`^NAME` + or(p.surname) + ` NAME$`),
		rather:  re(`^` + or(p.write) + ` (.+?) ` + or(p.instead) + ` (.+)$`),
		is:      re(`^ART(.+?)(?:` + or(p.surname) + `| ` + or(p.is) + `)(?: ` + or(p.now) + `)? NAME$`),
		does:    re(`^NAME ` + or(p.does) + ` ART(.+)$`),

		first:   re(`^(.+?) ` + or(p.come) + ` ` + or(p.first) + placed + `$`),
		last:    re(`^(.+?) ` + or(p.come) + ` ` + or(p.last) + placed + `$`),
		opens:   re(`^(?:` + or(p.move) + ` )?(.+?),? ` + or(p.first) + placed + `$`),
		before:  re(`^` + or(p.move) + ` (.+?) ` + or(p.before) + ` (.+?)` + placed + `$|^(.+?) ` + or(p.come) + ` ` + or(p.before) + ` (.+?)` + placed + `$`),
		plainly: re(`^(?:ART)?((?:\S+ ){1,3}?)` + or(p.before) + ` ((?:\S+ ?){1,3})$`),
		after:   re(`^` + or(p.move) + ` (.+?) ` + or(p.after) + ` (.+?)` + placed + `$|^(.+?) ` + or(p.come) + ` ` + or(p.after) + ` (.+?)` + placed + `$`),

		reorder: re(`^` + or(p.reorder) + `$`),
		then:    re(`^(?:` + or(p.and) + ` )?` + or(p.then) + ` `),
		next:    re(`(?:[,;.–-]\s*|\s+)(?:` + or(p.and) + ` )?` + or(p.then) + ` `),
		firstly: re(`^` + or(p.first) + `[,:]? (?:` + or(p.move) + ` )?(.+)$`),
		within:  re(`^(?:` + or(p.in) + ` )?ART(?:` + p.scenes + `|sc?\.?) ?#?(\d{1,2})(?:\s*[:,]\s*|\s+(?:[–—-]|->|→)\s+)(.{4,})$`),

		as:      re(`^` + or(p.show) + ` (.+?) ` + or(p.as) + ` ART(?:\p{L}+ )?(\p{L}+)(?: ` + or(p.instead) + ` .+)?` + placed + `$`),
		link:    re(`\b` + or(p.link) + `\b`),
		linking: re(`^` + or(p.linking) + `$`),
		article: re(`^(?:` + p.article + `)$`),
		topical: re(`^` + or(p.topical) + `(?: |$)`),
		leading: re(`^(?:` + p.article + `) `),
		idle:    re(`^(?:` + p.idle + `|` + p.pieces + `|` + p.scenes + `)$`),
	}
	words := `(?:[\p{L}\d%'’-]+ ){1,4}`
	if p.about == "" {
		m.place = re(`((?:^|\s)(?:` + or(p.in) + ` )?)(?:` + p.article + `) (` + words + `(?:` + p.scenes + `|` + p.pieces + `))\b`)
	} else {
		m.place = re(`((?:^|\s)(?:` + or(p.in) + ` )?)(?:` + p.article + `) ((?:` + p.scenes + `|` + p.pieces + `) ` + or(p.about) + `\s*[\p{L}\d%'’-]+)\b`)
	}
	return m
}
