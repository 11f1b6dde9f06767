package words

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Sounds is the pronunciation dictionary: a word or phrase, and how it is said:
// respelt in the language's own spelling, or in IPA between slashes.
//
// A word written in capitals alone ("US", "IT") stands for that spelling alone;
// any other stands for the word in every case, possessives included, and an entry
// of exactly the text's spelling goes before one of another case. In compounds with
// a hyphen a respelling replaces its part.
type Sounds map[string]string

// find returns how a word is said, as the dictionary has it.
func (s Sounds) find(word string) (as string, ok bool) {
	if as, ok = s[word]; ok {
		return as, true
	}
	for _, k := range longestFirst(s) {
		if strings.EqualFold(k, word) && !capitals(k) {
			return s[k], true
		}
	}
	return "", false
}

// longestFirst are the keys of a map in a fixed order, the longest first, so that "R$" is
// found before "$".
func longestFirst[V any](m map[string]V) []string {
	return slices.SortedFunc(maps.Keys(m), func(a, b string) int {
		return cmp.Or(len(b)-len(a), strings.Compare(a, b))
	})
}

func capitals(s string) bool {
	return len(s) > 1 && strings.ToUpper(s) == s && strings.ContainsFunc(s, unicode.IsUpper)
}

// apply replaces the speech of the words and phrases in the dictionary. The words of
// a phrase become one token.
func (s Sounds) apply(tokens []Token) []Token {
	if len(s) == 0 {
		return tokens
	}
	longest := 1
	for k := range s {
		longest = max(longest, len(strings.Fields(k)))
	}
	var out []Token
	for i := 0; i < len(tokens); {
		n := 1
		for l := min(longest, len(tokens)-i); l >= 1; l-- {
			if t, ok := s.phrase(tokens[i : i+l]); ok {
				out, n = append(out, t), l
				break
			} else if l == 1 {
				out = append(out, s.parts(tokens[i]))
			}
		}
		i += n
	}
	return out
}

// phrase says all the tokens at once when the dictionary holds them.
func (s Sounds) phrase(tokens []Token) (Token, bool) {
	t := tokens[0]
	var written, shown []string
	for i, k := range tokens {
		if i+1 < len(tokens) && (k.After != "" || k.Pause > 0) {
			return t, false // a pause divides them
		}
		w, _ := bare(k.Shown)
		written, shown = append(written, w), append(shown, k.Shown)
		t.Stressed = t.Stressed || k.Stressed
	}
	word := strings.ReplaceAll(strings.Join(written, " "), "’", "'")
	as, ok := s.find(word)
	prefix, suffix := "", ""
	if !ok { // "Acme's", "Acmes"
		for _, end := range []string{"'s", "s"} {
			if stem, found := strings.CutSuffix(word, end); found && !ok && len(stem) > 2 {
				if as, ok = s.find(stem); ok {
					suffix = end
				}
			}
		}
	}
	if m := reElided.FindStringSubmatch(word); !ok && m != nil { // "l'Acme"
		if as, ok = s.find(m[2]); ok {
			prefix = m[1]
		}
	}
	if !ok {
		return t, false
	}
	last := tokens[len(tokens)-1]
	t.Shown, t.After, t.Pause = strings.Join(shown, " "), last.After, last.Pause
	if ipa, found := strings.CutPrefix(as, "/"); found && strings.HasSuffix(ipa, "/") && len(ipa) > 1 {
		t.IPA = elidedIPA[strings.ToLower(strings.TrimSuffix(prefix, "'"))] + strings.TrimSuffix(ipa, "/") + map[string]string{"'s": "z", "s": "s"}[suffix]
		t.Spoken = word
		return t, true
	}
	t.Spoken, t.IPA = prefix+as+suffix, ""
	return t, true
}

// reElided is a word with the article or preposition that has lost its vowel before it.
var reElided = regexp.MustCompile(`^((?i:[ldjmtscn]|qu|dell|all|nell|sull|dall|un|quell)')(.{2,})$`)

// elidedIPA are the sounds of what stands there.
var elidedIPA = map[string]string{"l": "l", "d": "d", "j": "ʒ", "m": "m", "t": "t", "s": "s", "c": "s", "n": "n", "qu": "k", "dell": "dell", "all": "all", "nell": "nell", "sull": "sull", "dall": "dall", "un": "un", "quell": "kwell"}

// parts respells the parts of a compound.
func (s Sounds) parts(t Token) Token {
	w, _ := bare(t.Shown)
	if !strings.Contains(w, "-") {
		return t
	}
	parts, changed := strings.Split(w, "-"), false
	for i, p := range parts {
		if as, ok := s.find(p); ok && !strings.HasPrefix(as, "/") {
			parts[i], changed = as, true
		}
	}
	if changed {
		t.Spoken = strings.Join(parts, " ")
	}
	return t
}
