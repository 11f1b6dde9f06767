package motion

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/scene"
)

// cues finds when things are named.
type cues struct {
	compound bool // the language joins nouns to one word, of which a part may be spoken
	words    []spoken
	letters  []letter // of words, where a phrase needed them
	seconds  float64
}

// letter is one letter and when it is spoken.
type letter struct {
	r          rune
	start, end float64
}

type spoken struct {
	key        string
	start, end float64
}

func newCues(lines []scene.Line, seconds float64) *cues {
	c := &cues{seconds: seconds}
	for _, l := range lines {
		for _, w := range l.Words {
			if k := keyOf(w.Text); k != "" {
				c.words = append(c.words, spoken{k, w.Start, w.End})
			}
		}
	}
	return c
}

// keyOf folds a word to its letters and digits in lower case.
func keyOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func keysOf(s string) []string {
	var out []string
	for _, f := range strings.Fields(s) {
		if k := keyOf(f); k != "" {
			out = append(out, k)
		}
	}
	return out
}

// lead is how long before its word a thing starts to come on, in seconds.
const lead = .1

// find returns when the phrase name is first spoken at or after the time after: all its
// words in a row, else the most telling run of them. ok is false when none is heard.
func (c *cues) find(name string, after float64) (start, end float64, ok bool) {
	want := keysOf(name)
	if start, end, ok := c.findSpaceless(want, after); ok {
		return start, end, true
	}
	for n := len(want); n >= 1; n-- {
		for off := 0; off+n <= len(want); off++ {
			run := want[off : off+n]
			if n < len(want) && !telling(run) {
				continue
			}
			for i := range c.words {
				if c.words[i].start < after-1e-6 || i+n > len(c.words) {
					continue
				}
				hit := true
				for k := range run {
					if said := c.words[i+k].key; !same(said, run[k]) && !(c.compound && heads(said, run[k])) {
						hit = false
						break
					}
				}
				if hit {
					return c.words[i].start, c.words[i+n-1].end, true
				}
			}
		}
	}
	return 0, 0, false
}

// findSpaceless looks for a phrase of a script without spaces in the letters that are
// spoken, wherever its voice parts words: whole, else its longest half or more.
func (c *cues) findSpaceless(want []string, after float64) (start, end float64, ok bool) {
	key := []rune(strings.Join(want, ""))
	if !slices.ContainsFunc(key, phrase.Spaceless) {
		return 0, 0, false
	}
	if c.letters == nil {
		for _, w := range c.words {
			rs := []rune(w.key)
			per := (w.end - w.start) / float64(len(rs))
			for i, r := range rs {
				c.letters = append(c.letters, letter{r, w.start + per*float64(i), w.start + per*float64(i+1)})
			}
		}
	}
	for n := len(key); n >= max(2, (len(key)+1)/2); n-- {
		for off := 0; off+n <= len(key); off++ {
			for i := 0; i+n <= len(c.letters); i++ {
				if c.letters[i].start < after-1e-6 {
					continue
				}
				k := 0
				for k < n && c.letters[i+k].r == key[off+k] {
					k++
				}
				if k == n {
					return c.letters[i].start, c.letters[i+n-1].end, true
				}
			}
		}
	}
	return 0, 0, false
}

// telling says whether a part of a phrase can stand for it: not only short words.
func telling(run []string) bool {
	for _, w := range run {
		if len([]rune(w)) >= 4 && !common[w] {
			return true
		}
	}
	return false
}

var common = map[string]bool{"your": true, "with": true, "from": true, "that": true, "this": true, "have": true, "when": true,
	"what": true, "every": true, "each": true, "they": true, "will": true, "more": true, "than": true, "into": true, "their": true}

// same compares words and forgives endings: installs, installed.
func same(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 4 && strings.HasPrefix(b, a) && len(b)-len(a) <= 3
}

// heads says whether what is said is the noun that a compound ends in: "Nachweis" of
// "Verwendungsnachweis".
func heads(said, name string) bool {
	return len(said) >= 6 && len(name) >= len(said)+3 && strings.HasSuffix(name, said)
}

// compounds are the languages that write compound nouns as one word.
var compounds = map[string]bool{"de": true, "nl": true, "sv": true, "da": true, "nb": true, "no": true, "fi": true, "hu": true, "is": true}

// at returns the start of the phrase minus the lead, or the fallback.
func (c *cues) at(name string, fallback float64) float64 {
	if t, _, ok := c.find(name, 0); ok {
		return max(.15, t-lead)
	}
	return fallback
}

// sooner says whether the first of two phrases is spoken, and before the other.
func (c *cues) sooner(a, b string) bool {
	t, _, ok := c.find(a, 0)
	u, _, other := c.find(b, 0)
	return a != "" && ok && (!other || t < u)
}

// spread times n things by the words that name them, in order; those that are not
// named share the time between their neighbours, all between 15 and 75 % of the
// scene. Consecutive ones are at least .25 s apart.
func (c *cues) spread(names []string) []float64 {
	n := len(names)
	at := make([]float64, n)
	known := make([]bool, n)
	after := 0.0
	for i, name := range names {
		if name == "" {
			continue
		}
		if t, _, ok := c.find(name, after); ok {
			at[i], known[i] = max(.3, t-lead), true
			after = t + .05
		}
	}
	lo, hi := .15*c.seconds, .75*c.seconds
	for i := 0; i < n; i++ {
		if known[i] {
			continue
		}
		j := i
		for j < n && !known[j] {
			j++
		}
		a, b := lo, hi
		steps := float64(j - i)
		if i > 0 {
			a = at[i-1]
			steps++
		}
		if j < n {
			b = at[j]
		} else if b <= a {
			b = min(.92*c.seconds, a+.6*steps)
		}
		if i == 0 {
			b = max(a, b)
			for k := i; k < j; k++ {
				at[k] = a + (b-a)*float64(k-i)/max(1, steps)
			}
		} else {
			div := steps
			if j == n {
				div = steps - 1
			}
			for k := i; k < j; k++ {
				at[k] = a + (b-a)*float64(k-i+1)/max(1, div)
			}
		}
		i = j
	}
	for i := 1; i < n; i++ {
		at[i] = max(at[i], at[i-1]+.25)
	}
	for i := n - 1; i >= 0; i-- {
		at[i] = min(at[i], max(.2, c.seconds-.7-.25*float64(n-1-i)))
	}
	return at
}
