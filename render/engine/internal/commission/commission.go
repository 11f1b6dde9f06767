// Package commission takes the English sentence that orders a video apart: what kind of
// thing is ordered, for whom, where it will be seen, who sends it, what it is about or does,
// and what stands behind its colon. "Could you put together a short clip our receptionists
// can play in the waiting room that tells patients how to check in: tap the screen, …" is
//
//	Head "short clip", Places ["in the waiting room"], Act "tell",
//	Object "patients how to check in", Rest "tap the screen, …"
//
// An order is a frame ("could you put together"), the noun of a thing that is made with its
// traits, and a row of parts, each of which begins with a word that tells its part: for,
// about, from, that, showing, called … [Read] refuses a sentence as soon as a part is of no
// kind that it knows, so that nothing in it is misread.
package commission

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Order is an order by its parts. Each is in the words of the prompt, "" = it has none.
type Order struct {
	Head     string   // the thing that is made, with what stands before it: "short thank-you video"
	Framed   bool     // words that order stand before it: "could you put together"
	Viewers  string   // whom it is for: "our volunteers"
	Given    bool     // they are named before the thing: "give our volunteers a video"
	Thing    string   // what it is for where those are no people: "our escape room"
	Owner    string   // whose place that is: "our gym"
	Places   []string // where it will be seen: "our gym's Instagram"
	Sender   string   // "our head of people"
	Topic    string   // what it is about
	Title    string   // what it is called
	Act      string   // what it does, in the base of the verb: "reassure"
	Object   string   // what stands behind that verb
	Settings []string // how it is to be: "in Spanish", "friendly and not alarming"
	Rest     string   // what stands behind its colon
	Bare     string   // the order without what frames it, places, settings and Rest: "short clip that tells patients how to check in"
	Personal bool     // it is for one person, by name
	Dashed   bool     // it is a dash that Rest stands behind
	Less     bool     // places and settings have been taken off for it

	// Of other languages than English.
	Kind     string // what it does, by a noun: "de bienvenida" is "welcome"
	KindNoun string // that noun
	For      string // the preposition before Viewers
	Prep     string // before Topic, with the article that it may have taken in
	Occasion string // at which it is shown: "la asamblea"
	Clause   bool   // Object is what stands behind "that"
	Asks     bool   // Object is a question
	Do       bool   // Object is something to do
}

// Sense is what a reader knows of words beyond their grammar.
type Sense struct {
	People  func(string) bool   // whether words name viewers
	Setting func(string) bool   // whether words are about how the video is made
	Act     func(string) string // the base of a verb that tells what a video does, "" = it is none
}

// Read takes a sentence apart; false = it is no order of a video, or holds a part that is of
// no known kind.
func Read(s string, sense Sense) (*Order, bool) {
	s = strings.TrimSpace(s)
	o := &Order{}
	s = thanks.ReplaceAllString(s, "${1}thank-you video")
	order := s
	for _, at := range signRE.FindAllStringIndex(s, -1) {
		if !prose.InQuotes(s, at[0]) && (s[at[0]] == ':' || sense.content(s[at[1]:])) {
			order, o.Rest, o.Dashed = s[:at[0]], s[at[1]:], s[at[0]] != ':'
			break
		}
	}
	order = strings.TrimSuffix(strings.TrimRight(order, ".!? "), ", please")
	r := &reader{Sense: sense, s: order, words: split(order), o: o}
	o.Framed = r.frame()
	start := r.i
	if !r.noun(o.Framed) && !r.verb() {
		return nil, false
	}
	for r.i < len(r.words) {
		from, told := r.i, len(o.Places)+len(o.Settings)
		if !r.part() || r.i == from {
			return nil, false
		}
		if len(o.Places)+len(o.Settings) > told {
			r.off = append(r.off, [2]int{from, r.i})
		}
	}
	o.Bare, o.Less = r.bare(start), len(r.off) > 0
	return o, true
}

// bare is the order from word start on without what only tells where and how.
func (r *reader) bare(start int) string {
	var b strings.Builder
	from := r.words[start].from
	for _, off := range r.off {
		b.WriteString(strings.TrimRight(r.s[from:max(from, r.words[off[0]].from)], " ,;–—-"))
		if from = len(r.s); off[1] < len(r.words) {
			from = r.words[off[1]].from
			b.WriteByte(' ')
		}
	}
	b.WriteString(r.s[from:])
	return strings.Join(strings.Fields(b.String()), " ")
}

// thanks are ordered by their name: "A thank you from the whole team to Dr Weber".
var thanks = pattern.New(`(?i)^(an? (?:big |huge |warm |heartfelt |short |quick )*)(?:thank[- ]you|thanks)(?: message| note)?\b`)

// content tells whether what follows a dash is more than a setting and no part of the order.
func (s Sense) content(behind string) bool {
	first := behind
	if k := strings.IndexAny(first, ",–—"); k >= 0 {
		first = first[:k]
	}
	verb := strings.ToLower(prose.FirstWords(behind, 1))
	return prose.Words(behind) > 3 && !s.Setting(first) && !manner.MatchString(first) && (s.Act(verb) == "" || !strings.HasSuffix(verb, "ing"))
}

// signRE parts an order from its content.
var signRE = pattern.New(`: | [–—-] `)
