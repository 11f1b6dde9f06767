package commission

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

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
