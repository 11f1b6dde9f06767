package phrase

import (
	"strings"
	"unicode"
)

// onsets are the consonants that are spoken as one before a vowel.
var onsets = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields("ch ck ph th sh qu gn rh bl cl fl gl kl pl br cr dr fr gr kr pr tr vr pf zw sch chr chl pfl pfr thr schl schr schw schm schn") {
		m[s] = true
	}
	return m
}()

// Syllable says whether a new syllable may begin at letter k of a word, as far as that
// shows in its letters: as many consonants as are spoken as one before a vowel, and a
// vowel in front of them. At least three letters stand on either side.
func Syllable(word []rune, k int) bool {
	if k < 3 || k > len(word)-3 || !consonant(word[k]) || !unicode.IsLetter(word[k-1]) {
		return false
	}
	v := k // the vowel that follows
	for v < len(word) && consonant(word[v]) {
		v++
	}
	from := k // where its consonants begin
	for from > 0 && consonant(word[from-1]) {
		from--
	}
	if v == len(word) || !vowel(word[v]) || from == 0 || !vowel(word[from-1]) {
		return false
	}
	n := 1
	for l := min(4, v-from); l > 1; l-- {
		if onsets[strings.ToLower(string(word[v-l:v]))] {
			n = l
			break
		}
	}
	return k == v-n
}

func consonant(r rune) bool { return unicode.IsLetter(r) && !vowel(r) }

func vowel(r rune) bool {
	return strings.ContainsRune("aeiouyäöüáéíóúàèìòùâêîôûåæøãõëïœаеёиоуыэюяіїєαεηιουω", unicode.ToLower(r))
}
