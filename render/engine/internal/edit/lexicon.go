package edit

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/phrase"
)

//go:embed lexicon/*.txt
var files embed.FS

// lexicon is the words of one language. A line of its file is
//
//	concept=value: word | several words | stem*
//
// and a word may stand in several lines.
type lexicon struct {
	code    string
	phrases map[string][]tag // one to maxPhrase folded words, joined by a space
	stems   []stem

	verbLast bool // its infinitives stand at the end
}

type stem struct {
	prefix string
	tags   []tag
}

const maxPhrase = 4

var lexicons = sync.OnceValue(func() map[string]*lexicon {
	out := map[string]*lexicon{}
	for _, code := range Languages {
		out[code] = readLexicon(code)
	}
	return out
})

func lexiconOf(code string) *lexicon { return lexicons()[code] }

func readLexicon(code string) *lexicon {
	data, err := files.ReadFile("lexicon/" + code + ".txt")
	if err != nil {
		panic(err)
	}
	l := &lexicon{code: code, phrases: map[string][]tag{}, verbLast: code == "de" || code == "nl"}
	for n, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		head, words, ok := strings.Cut(line, ":")
		if !ok {
			panic(fmt.Sprintf("lexicon/%s.txt:%d: no colon", code, n+1))
		}
		concept, value, _ := strings.Cut(strings.TrimSpace(head), "=")
		for _, w := range strings.Split(words, "|") {
			w = strings.NewReplacer("-", " ", "'", " ", "’", " ").Replace(strings.TrimSpace(w))
			keys := []string{fold(w), fold(spelled.Replace(strings.ToLower(w)))}
			if code == "en" { // "dont"
				keys = append(keys, strings.TrimSuffix(strings.ReplaceAll(fold(w)+" ", "n t ", "nt "), " "))
			}
			for _, key := range keys {
				l.put(key, tag{concept, value})
			}
		}
	}
	return l
}

func (l *lexicon) put(key string, t tag) {
	if p, ok := strings.CutSuffix(key, "*"); ok {
		for i := range l.stems {
			if l.stems[i].prefix == p {
				if !slices.Contains(l.stems[i].tags, t) {
					l.stems[i].tags = append(l.stems[i].tags, t)
				}
				return
			}
		}
		l.stems = append(l.stems, stem{p, []tag{t}})
		return
	}
	if !slices.Contains(l.phrases[key], t) {
		l.phrases[key] = append(l.phrases[key], t)
	}
}

// meanings are the tags of a folded word, of the phrase that begins with it, or of
// its stem.
func (l *lexicon) meanings(word string) []tag {
	tags := slices.Clone(l.phrases[word])
	for _, s := range l.stems {
		if strings.HasPrefix(word, s.prefix) {
			for _, t := range s.tags {
				if !slices.Contains(tags, t) {
					tags = append(tags, t)
				}
			}
		}
	}
	return tags
}

// enclitics are the pronouns that verbs of a language take on at their end: "toglila",
// "muévela".
var enclitics = map[string][]string{"it": {"lo", "la", "li", "le", "mi", "ci"}, "es": {"lo", "la", "los", "las", "le", "les", "me", "nos"}}

// freed is a known word without the pronoun at its end.
func (l *lexicon) freed(word string) (string, bool) {
	for _, end := range enclitics[l.code] {
		if verb, ok := strings.CutSuffix(word, end); ok && len(verb) >= 3 && len(l.meanings(verb)) > 0 {
			return verb, true
		}
	}
	return "", false
}

// proclitics are what a language writes in one with the word behind it, the longest
// first: each with the words that it is.
var proclitics = map[string][][]string{
	"ar": {{"وال", "و", ""}, {"بال", "ب", ""}, {"فال", "", ""}, {"كال", "ك", ""}, {"ولل", "و", "ل"}, {"لل", "ل", ""}, {"ال", "", ""}, {"وب", "و", "ب"}, {"و", "و", ""}, {"ب", "ب", ""}, {"ل", "ل", ""}},
	"he": {{"ולה", "ו", "ל"}, {"וה", "ו", ""}, {"שה", "", ""}, {"מה", "", ""}, {"בה", "ב", ""}, {"לה", "ל", ""}, {"ול", "ו", "ל"}, {"וב", "ו", "ב"}, {"ה", "", ""}, {"ו", "ו", ""}, {"ב", "ב", ""}, {"ל", "ל", ""}, {"מ", "מ", ""}, {"כ", "כ", ""}},
}

// parted takes "and", "the", "to" and "in" off the words that they are written in one
// with, where the word means nothing else: "والموسيقى" is "و" and "موسيقى".
func (l *lexicon) parted(in []token) []token {
	if proclitics[l.code] == nil {
		return in
	}
	var out []token
	for i, t := range in {
		whole := t.word != "" && t.text == "" && !t.has("num") && len(l.meanings(t.word)) == 0
		if whole && i+1 < len(in) && l.begins(t.word+" "+in[i+1].word) {
			whole = false
		}
		for _, p := range proclitics[l.code] {
			rest, ok := strings.CutPrefix(t.word, p[0])
			if digits := rest; ok && whole && digits != "" && strings.Trim(digits, "0123456789") == "" { // "و3"
				out = append(out, token{start: t.start, end: t.start + len(p[0]), word: p[1]})
				t.word, t.start, t.tags = rest, t.start+len(p[0]), []tag{{"num", rest}}
				break
			}
			next := ""
			if i+1 < len(in) {
				next = in[i+1].word
			}
			if !whole || !ok || len(l.meanings(rest)) == 0 && !l.begins(rest+" "+next) && !l.begins(rest+" "+bareOf(l.code, next)) || utf8.RuneCountInString(rest) < 2 {
				continue
			}
			from := t.start + len(p[0])
			if from >= t.end { // folding has made it shorter
				break
			}
			for _, w := range p[1:] {
				if w != "" {
					out = append(out, token{start: t.start, end: from, word: w})
				}
			}
			t.word, t.start = rest, from
			break
		}
		out = append(out, t)
	}
	return out
}

// bareOf is a word without its article.
func bareOf(code, word string) string {
	return strings.TrimPrefix(word, map[string]string{"ar": "ال", "he": "ה"}[code])
}

// begins tells whether a phrase of the lexicon begins with two words.
func (l *lexicon) begins(two string) bool { return len(l.phrases[two]) > 0 }

// near are the meanings of the word that this one was meant to be: one letter is
// wrong, missing, too much, or has changed places with its neighbour.
func (l *lexicon) near(word string) []tag {
	n := utf8.RuneCountInString(word)
	if n < 4 || strings.ContainsAny(word, "0123456789") {
		return nil
	}
	best := ""
	for w := range l.phrases {
		if m := utf8.RuneCountInString(w); m < 4 || m < n-1 || m > n+1 || n == 4 && w[0] != word[0] || !phrase.OneOff(w, word) || n < 6 && another(w, word) {
			continue
		}
		if best == "" || w < best {
			best = w
		}
	}
	if best != "" {
		return l.phrases[best]
	}
	for _, s := range l.stems { // the error is in the stem
		m := len(s.prefix)
		for _, k := range []int{m - 1, m, m + 1} {
			if m >= 5 && k <= len(word) && (s.prefix[0] == word[0] || !slices.Contains(s.tags, tag{"remove", ""})) && phrase.OneOff(s.prefix, word[:k]) {
				return s.tags
			}
		}
	}
	return nil
}

// another tells whether two words differ by one letter for another: short ones are two
// words then, as "blur" and "blue".
func another(a, b string) bool {
	n := 0
	for i := 0; i < len(a) && len(a) == len(b); i++ {
		if a[i] != b[i] {
			n++
		}
	}
	return n == 1
}
