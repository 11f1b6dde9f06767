package motion

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/look"
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

// stress are the colours of a sentence and of the words in it that carry it. Where the
// accent is the quieter of the two, the others step back instead. Nothing does in a
// sentence without such words.
func (c *comp) stress(some bool) (plain, hot look.RGB) {
	plain, hot = c.st.Text, c.hotWords()
	quiet := look.Contrast(hot, c.st.Base) < look.Contrast(plain, c.st.Base)
	if some && quiet && (!c.st.Dark || hot.LCH().C < .05) {
		plain, hot = hot, plain
	}
	return plain, hot
}

// hotWords is the colour of the words that carry the sentence, in display size.
func (c *comp) hotWords() look.RGB {
	if c.th.Style.Flat && c.th.Style.Name != "retro" && c.st.Accent != c.st.Text {
		return c.st.Accent // of the palette, on one flat colour
	}
	const least = 3.5 // 3 on the ground's mean; it is lighter and darker in places
	if look.Contrast(c.th.AccentHi, c.st.Base) >= least {
		a, b := c.th.AccentHi.LCH(), c.st.Text.LCH()
		if math.Abs(a.L-b.L)+math.Abs(a.C-b.C) >= .1 {
			return c.th.AccentHi
		}
		// An accent like the text: half-tones of it are told apart.
		return look.Repair(c.st.Text.Mix(c.st.Base, .4), c.st.Base, least+.4)
	}
	if white := (look.RGB{R: 1, G: 1, B: 1}); c.th.Style.Flat && c.st.Text != white && look.Contrast(white, c.st.Base) >= 3.1 {
		return white // an accent darkened beside near-black words is mud
	}
	hot := look.Repair(c.th.A, c.st.Base, least+.4)
	p := look.Repair(c.th.P, c.st.Base, least+.4)
	mud := c.th.Style.Flat && p.LCH().C > hot.LCH().C+.02 || look.Mud(c.th.A, hot) && p.LCH().C > .06 && !look.Mud(c.th.P, p)
	if mud && p != c.st.Text {
		return p
	}
	return hot
}
