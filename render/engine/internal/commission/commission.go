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
}

// Sense is what a reader knows of words beyond their grammar.
type Sense struct {
	People  func(string) bool   // whether words name viewers
	Setting func(string) bool   // whether words are about how the video is made
	Act     func(string) string // the base of a verb that tells what a video does, "" = it is none
}

// reader goes through the words of an order.
type reader struct {
	Sense
	s     string
	words []word
	i     int      // the next word
	off   [][2]int // from which word up to which one only tells where or how
	o     *Order
}

// word is a word of the order with its place in it.
type word struct {
	text     string // without signs around it, in lower case
	from, to int    // bytes, with its signs
	comma    bool   // a comma or a dash follows
	upper    bool
	quoted   bool
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

// wordRE is a run of what is no space.
var wordRE = pattern.New(`\S+`)

func split(s string) []word {
	var out []word
	quoted := false
	for _, at := range wordRE.FindAllStringIndex(s, -1) {
		raw := s[at[0]:at[1]]
		opens := strings.ContainsAny(raw[:1], `"“`) || strings.HasPrefix(raw, "“")
		text := strings.Trim(raw, `"“”,;.!?()`)
		if text == "-" || text == "–" || text == "—" || text == "" {
			if len(out) > 0 {
				out[len(out)-1].comma = true
			}
			continue
		}
		out = append(out, word{
			text: strings.ToLower(text), from: at[0], to: at[1], upper: prose.StartsUpper(text),
			comma: strings.HasSuffix(strings.TrimRight(raw, `"”`), ",") || strings.HasSuffix(raw, ","), quoted: quoted || opens,
		})
		if opens {
			quoted = true
		}
		if strings.HasSuffix(strings.TrimRight(raw, ",.!?"), `"`) && len(raw) > 1 || strings.Contains(raw, "”") {
			quoted = false
		}
	}
	return out
}

// text is the words from a up to z as they stand, without signs at their ends.
func (r *reader) text(a, z int) string {
	if a >= z || a >= len(r.words) {
		return ""
	}
	return strings.Trim(r.s[r.words[a].from:r.words[z-1].to], " ,;–—-")
}

// at is word k, "" behind the last.
func (r *reader) at(k int) string {
	if k < 0 || k >= len(r.words) {
		return ""
	}
	return r.words[k].text
}

// frame skips what orders: courtesy, wish, verb. It reports whether there was anything.
func (r *reader) frame() bool {
	m := frameRE.FindStringIndex(r.s)
	if m == nil || m[1] == 0 {
		return false
	}
	for r.i < len(r.words) && r.words[r.i].from < m[1] {
		r.i++
	}
	if r.at(r.i-1) == "film" && !determiner[r.at(r.i)] { // the noun: "Film about our apprentice"
		if r.i--; r.i == 0 {
			return false
		}
	}
	if give := giveRE.FindString(strings.ToLower(r.s[m[0]:m[1]])); give != "" { // "give our volunteers a thank-you video"
		for k := r.i + 1; k < len(r.words) && k < r.i+8; k++ {
			if r.at(k) != "a" && r.at(k) != "an" {
				continue
			}
			if who := r.text(r.i, k); r.People(who) {
				r.o.Given, r.o.Viewers, r.i = true, who, k
			}
			break
		}
	}
	return true
}

// noun reads the thing that is ordered with all that stands before it.
func (r *reader) noun(framed bool) bool {
	from, last := r.i, -1
	for k := r.i; k < len(r.words) && k < r.i+10; k++ {
		w := r.words[k]
		if w.quoted || relation[w.text] && !(w.text == "in" && k > 0 && strings.HasSuffix(r.at(k-1), "-")) {
			break
		}
		if w.text == "short" && (r.at(k-1) == "something" || !relation[r.at(k+1)]) {
			continue // "a short video"
		}
		if made[w.text] || made[strings.TrimSuffix(w.text, "s")] && framed || (framed || k > from) && kind[w.text] {
			last = k
		}
		if w.comma && (last == k || !trait(w.text)) {
			break
		}
	}
	switch {
	case last < 0:
		return false
	case !framed && last == from && !made[r.at(from)]:
		return false
	}
	if r.at(last) == "something" && manner.MatchString(r.text(last+1, r.behind(last+1))) { // "something short and funny"
		r.o.Settings = append(r.o.Settings, r.text(last+1, r.behind(last+1)))
		r.off = append(r.off, [2]int{last + 1, r.behind(last + 1)})
		r.o.Head, r.i = r.text(last, last+1), r.behind(last+1)
		return true
	}
	for k := last + 1; k < len(r.words) && !r.words[last].comma; k++ { // "video game", "Film the kitchen"
		if w := r.at(k); relation[w] || r.Act(w) != "" && strings.HasSuffix(w, "ing") || determiner[w] || r.words[k-1].comma {
			break
		}
		return false
	}
	for from < last && determiner[r.at(from)] {
		from++
	}
	r.o.Head = r.text(from, last+1)
	r.i = last + 1
	return true
}

// verb reads an order by what the video does, "Summarise our Q2 in 45 seconds", up to its
// first setting.
func (r *reader) verb() bool {
	if r.i >= len(r.words) || r.Act(r.at(r.i)) != r.at(r.i) {
		return false
	}
	k := r.i + 1
	for n := k; n < len(r.words); n++ {
		w := r.at(n)
		if w == "you" || w == "your" {
			return false // "Tell your story in sixty seconds" is said to the viewer
		}
		if (w == "in" || w == "with" || w == "without" || w == "using") && !r.words[n].quoted && n > k && r.Setting(r.text(n, r.comma(n))) {
			r.o.Act, r.o.Object, r.i = r.at(r.i), r.text(k, n), n
			return true
		}
	}
	return false
}

// part reads the part that begins at the next word.
func (r *reader) part() bool {
	w, comma := r.at(r.i), r.i > 0 && r.words[r.i-1].comma
	switch {
	case comma && (w == "about" || w == "in" || w == "with") && r.manners(r.text(r.i, r.comma(r.i))): // ", about half a minute"
		return r.aside()
	case w == "for":
		return r.forWhat()
	case w == "about" || w == "regarding" || w == "covering" || w == "concerning":
		return r.topic(r.i + 1)
	case w == "in" && r.at(r.i+1) == "which":
		return r.does(r.i + 2)
	case w == "to" && strings.HasPrefix(r.o.Head, "thank-you") && r.o.Viewers == "" && r.i+1 < len(r.words) && r.words[r.i+1].upper:
		r.o.Viewers, r.o.Personal, r.i = r.text(r.i+1, len(r.words)), true, len(r.words)
		return true // "a thank you to Dr Weber, who retires on Friday"
	case w == "to" && r.o.Sender != "" && r.o.Viewers == "" && r.People(whoOnly.ReplaceAllString(r.text(r.i+1, r.end(r.i+1, false)), "")):
		end := r.end(r.i+1, false)
		r.o.Viewers, r.i = r.text(r.i+1, end), end
		return true
	case w == "on" || w == "at" || w == "in" || w == "with" || w == "without" || w == "using" || w == "under":
		return r.manner()
	case w == "of" && r.o.Topic == "":
		return r.topic(r.i + 1)
	case w == "from" || w == "by":
		return r.sender()
	case w == "called" || w == "titled" || w == "entitled" || w == "named":
		return r.titled()
	case w == "that" || w == "which" || w == "to" || w == "where" || w == "who":
		return r.does(r.i + 1)
	case r.Act(w) != "" && strings.HasSuffix(w, "ing"):
		return r.acts(r.i)
	case w == "and" && r.i+1 < len(r.words):
		if r.Act(r.at(r.i+1)) != "" {
			return r.acts(r.i + 1)
		}
		if comma {
			r.i++
			return r.part()
		}
	case determiner[w] || w == "we" || w == "they" || w == "people":
		if r.shown(r.i) {
			return true
		}
	}
	if comma { // ", friendly and not alarming", ", 30 seconds"
		return r.aside()
	}
	return false
}

// forWhat reads whom, where or what the video is for.
func (r *reader) forWhat() bool {
	end := r.end(r.i+1, false)
	np := r.text(r.i+1, end)
	switch {
	case np == "" || strings.Contains(np, ","): // "for our slack, we moved the retro"
		return false
	case place.MatchString(np):
		r.o.Places = append(r.o.Places, np)
		if m := owned.FindStringSubmatch(np); m != nil {
			r.o.Owner = m[1] + m[2]
		}
	case r.Setting("for " + np):
		r.o.Settings = append(r.o.Settings, "for "+np)
	case r.People(whoOnly.ReplaceAllString(np, "")):
		if r.o.Viewers != "" {
			return false
		}
		r.o.Viewers = np
	case r.o.Thing == "" && r.o.Topic == "":
		r.o.Thing = np
	default:
		return false
	}
	r.i = end
	return true
}

// topic reads what the video is about, from word k on.
func (r *reader) topic(k int) bool {
	end := r.end(k, true)
	if r.o.Topic != "" || end <= k || runsOn.MatchString(r.text(k, end)) {
		return false
	}
	r.o.Topic, r.i = r.text(k, end), end
	return true
}

// manner reads where it will be seen and how it is to be.
func (r *reader) manner() bool {
	w, end := r.at(r.i), r.end(r.i+1, false)
	np := r.text(r.i, end)
	switch {
	case strings.Contains(np, ","):
		return false
	case place.MatchString(np) && w != "with" && w != "about":
		r.o.Places = append(r.o.Places, r.text(r.i+1, end))
	case r.Setting(np):
		r.o.Settings = append(r.o.Settings, np)
	case w == "on":
		return r.topic(r.i + 1)
	default:
		return false
	}
	r.i = end
	return true
}

// sender reads who sends the video.
func (r *reader) sender() bool {
	k := r.i + 1
	end := r.end(k, false)
	if r.o.Sender != "" || end <= k || !(r.words[k].upper || r.at(k) == "our" || r.at(k) == "my" || r.at(k) == "the") {
		return false
	}
	r.o.Sender, r.i = r.text(k, end), end
	return true
}

// titled reads what the video is called.
func (r *reader) titled() bool {
	k := r.i + 1
	if k >= len(r.words) || !r.words[k].quoted || r.o.Title != "" {
		return false
	}
	end := k + 1
	for end < len(r.words) && r.words[end].quoted && !strings.ContainsAny(r.s[r.words[end-1].from:r.words[end-1].to], `”`) && !strings.HasSuffix(strings.TrimRight(r.s[r.words[end-1].from:r.words[end-1].to], ","), `"`) {
		end++
	}
	r.o.Title, r.i = strings.Trim(r.text(k, end), `"“”,`), end
	return true
}

// does reads what the video does behind "that" or "to", from word k on: "that should explain",
// "to go at the top of our pricing page".
func (r *reader) does(k int) bool {
	for auxiliary[r.at(k)] {
		k++
	}
	if k >= len(r.words) {
		return false
	}
	if shows[r.at(k)] { // "to be shown at the fair", "that runs on the screens in the lobby"
		for k++; shows[r.at(k)]; k++ {
		}
		return r.placeAt(k)
	}
	if r.Act(r.at(k)) != "" {
		return r.acts(k)
	}
	return r.shown(k)
}

// shown reads who will show the video and where: "our receptionists can play in the waiting
// room", "we can post on LinkedIn".
func (r *reader) shown(k int) bool {
	for n := k; n < len(r.words) && n < k+6; n++ {
		if !auxiliary[r.at(n)] {
			continue
		}
		for n++; auxiliary[r.at(n)]; n++ {
		}
		if !shows[r.at(n)] {
			return false
		}
		for n++; shows[r.at(n)] || r.at(n) == "it"; n++ {
		}
		return r.placeAt(n)
	}
	return false
}

// placeAt reads where the video will be seen, from its preposition at word k on.
func (r *reader) placeAt(k int) bool {
	w := r.at(k)
	if k >= len(r.words) || relation[w] && !in[w] { // "a video we can share that …"
		r.i = k
		return k < len(r.words)
	}
	if !in[w] {
		return false
	}
	end := r.end(k+1, false)
	to := r.text(k+1, end)
	if strings.Contains(to, ",") {
		return false
	}
	if who := whoOnly.ReplaceAllString(to, ""); (w == "to" || w == "with") && r.People(who) {
		if r.o.Rest == "" {
			return false // "send to candidates who didn't get the job", of whom the next sentence tells
		}
		r.o.Viewers, r.o.Given = who, true
	} else {
		r.o.Places = append(r.o.Places, to)
	}
	r.i = end
	return true
}

// acts reads what the video does, whose verb is word k, to the end of the order.
func (r *reader) acts(k int) bool {
	if k+1 >= len(r.words) && r.o.Rest == "" {
		return false
	}
	r.o.Act, r.o.Object = r.Act(r.at(k)), r.text(k+1, len(r.words))
	r.i = len(r.words)
	return true
}

// aside reads a setting behind a comma, up to the next comma.
func (r *reader) aside() bool {
	end := r.i
	for end < len(r.words) {
		end++
		if r.words[end-1].comma {
			break
		}
	}
	np := r.text(r.i, end)
	if !r.manners(np) {
		return false
	}
	r.o.Settings, r.i = append(r.o.Settings, np), end
	return true
}

// manners tells whether words say how the video is to be: "friendly and not alarming".
func (r *reader) manners(np string) bool {
	return r.Setting(np) || manner.MatchString(np)
}

// end is where the part that begins at word k ends. A topic runs on past words that begin
// another part of any other.
func (r *reader) end(k int, topic bool) int {
	asks := question[r.at(k)]
	for n := k; n < len(r.words); n++ {
		w := r.at(n)
		if r.words[n].quoted {
			continue
		}
		if n > k && r.words[n-1].comma && r.opensPart(n) {
			return n
		}
		if n == k {
			continue
		}
		switch {
		case w == "and" && r.Act(r.at(n+1)) != "" && !topic:
			return n // "runs in the lobby and tells patients how …"
		case (w == "about" || w == "regarding" || w == "called" || w == "titled") && !topic:
			return n
		case w == "for":
			rest := r.text(n+1, len(r.words))
			if !topic || place.MatchString(rest) || asks && r.People(whoOnly.ReplaceAllString(rest, "")) || r.Setting("for "+rest) {
				return n
			}
		case !topic && r.Act(w) != "" && strings.HasSuffix(w, "ing") && r.at(n-1) != "for":
			return n
		case !topic && (w == "that" || w == "which" || w == "to") && r.actBehind(n+1):
			return n
		case w == "to" && r.at(k-1) == "from" || w == "to" && r.at(k-1) == "by":
			return n // "from our headteacher to parents"
		case w == "in" && r.at(n+1) == "which" && !topic:
			return n
		case !topic && (w == "from" || w == "by") && (r.words[min(n+1, len(r.words)-1)].upper || r.at(n+1) == "our"):
			return n
		case (w == "in" || w == "with" || w == "without" || w == "using") && !(topic && relative.MatchString(r.text(k, n))) && r.Setting(r.text(n, r.comma(n))):
			return n // and not "tea that brews in 20 seconds"
		case !topic && w == "on" && (determiner[r.at(n+1)] || question[r.at(n+1)]):
			return n
		}
	}
	return len(r.words)
}

// behind is the word behind those that can be adjectives, from word k on.
func (r *reader) behind(k int) int {
	for ; k < len(r.words); k++ {
		if w := r.at(k); relation[w] && w != "and" && w != "or" {
			break
		}
	}
	return k
}

// comma is the word behind the next comma, or the end.
func (r *reader) comma(n int) int {
	for ; n < len(r.words); n++ {
		if r.words[n].comma {
			return n + 1
		}
	}
	return len(r.words)
}

// actBehind tells whether the verb of what a video does stands at word k, past auxiliaries.
func (r *reader) actBehind(k int) bool {
	for auxiliary[r.at(k)] {
		k++
	}
	return r.Act(r.at(k)) != "" || shows[r.at(k)]
}

// opensPart tells whether another part begins at word n, behind a comma.
func (r *reader) opensPart(n int) bool {
	w := r.at(n)
	return r.Act(w) != "" && strings.HasSuffix(w, "ing") || (w == "that" || w == "which" || w == "to") && r.actBehind(n+1) ||
		w == "about" || w == "called" || w == "titled" || r.manners(r.text(n, r.comma(n)))
}
