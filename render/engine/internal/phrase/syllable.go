package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// linking are the endings that a German word has only where another follows it in a
// compound: its parts meet behind them.
var linking = []string{"ungs", "heits", "keits", "schafts", "tions", "täts", "lings", "tums"}

// Joint says whether two parts of a compound meet at letter k of a word, as far as that
// shows in its letters: behind such an ending, or behind a linking s that no syllable
// would begin or end with otherwise. At least four letters stand on either side.
func Joint(word []rune, k int) bool {
	if k < 4 || k > len(word)-4 {
		return false
	}
	head := strings.ToLower(string(word[:k]))
	for _, end := range linking {
		if strings.HasSuffix(head, end) && utf8.RuneCountInString(head) > utf8.RuneCountInString(end)+1 {
			return true
		}
	}
	s := word[k-1] == 's' && word[k-2] != 's' && consonant(word[k-2]) && consonant(word[k-3])
	return s && vowel(word[k])
}
