package motion

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/phrase"
)

// lastWords is the end of a sentence that carries its weight: its last word that says
// something, the one before when both are short, and up to two small words behind.
func lastWords(s, lang string) (from, to int) {
	type word struct {
		from, to int
		content  bool
	}
	var words []word
	rs := []rune(s)
	for i := 0; i < len(rs); i++ {
		if unicode.IsSpace(rs[i]) {
			continue
		}
		w := word{from: i}
		for i < len(rs) && !unicode.IsSpace(rs[i]) {
			i++
		}
		w.to = i
		w.content = stressable(string(rs[w.from:w.to]), lang)
		words = append(words, w)
	}
	if len(words) < 3 {
		return len(rs), len(rs)
	}
	for k := len(words) - 1; k >= 0; k-- {
		if w := words[k]; w.content {
			from, to = w.from, w.to
			if k > 0 && w.to-w.from <= 4 && words[k-1].content {
				from = words[k-1].from
			}
			// "come to you" is one thing, "data is for" is not.
			if rest := words[k+1:]; len(rest) > 0 && len(rest) <= 2 && !slices.ContainsFunc(rest, func(r word) bool { return auxiliary[bare(string(rs[r.from:r.to]))] }) {
				to = rest[len(rest)-1].to
			}
			return from, to
		}
	}
	return len(rs), len(rs)
}

// stressable says whether a word says something by itself.
func stressable(w, lang string) bool {
	w = bare(w)
	return w != "" && !phrase.Clings(w, lang) && !auxiliary[w]
}

// bare is a word in small letters without what stands around it.
func bare(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }))
}

// auxiliary are verbs that only lead to another one or to a quality.
var auxiliary = map[string]bool{}

func init() {
	for _, w := range strings.Fields("am is are was were be been being do does did have has had can could may might must shall should will would " +
		"kann kannst können muss müssen soll sollen sollte wird werden darf ist sind war " +
		"peut peuvent doit doivent va est sont puede pueden debe deben va es son può possono deve devono pode podem deve kan kunnen moet moeten zal zullen") {
		auxiliary[w] = true
	}
}
