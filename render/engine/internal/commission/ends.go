package commission

import (
	"strings"
)

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
