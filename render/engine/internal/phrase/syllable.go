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

// own are those that are spoken as one in one language, by its code.
var own = map[string]map[string]bool{
	"hu": set("sz cs gy ly ny ty zs dz dzs"), "pl": set("sz cz rz dz dź dż szcz"), "cs": set("st"), "es": set("ll rr"), "pt": set("lh nh"), "it": set("sc sp st sf sb sg sd sv sm sn str spr scr"),
	"nl": set("sch schr sp st str spr"), "ro": set("st str sp"), "hr": set("nj lj dž"), "sr": set("nj lj dž"), "sq": set("sh dh gj ll nj rr xh zh"),
}

// single are languages that begin a syllable within a word with one consonant only.
var single = set("hu fi et tr az eu")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields(words) {
		m[s] = true
	}
	return m
}

// Syllable says whether a new syllable may begin at letter k of a word in a language (BCP
// 47), as far as that shows in its letters: as many consonants as are spoken as one before
// a vowel, and a vowel in front of them. At least three letters stand on either side.
func Syllable(word []rune, k int, lang string) bool {
	if k < 3 || k > len(word)-3 || !consonant(word[k]) || !unicode.IsLetter(word[k-1]) || strings.ContainsRune("ьъ", word[k]) {
		return false
	}
	b := base(lang)
	ones, shared := own[b], !single[b]
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
		if c := strings.ToLower(string(word[v-l : v])); shared && onsets[c] || ones[c] {
			n = l
			break
		}
	}
	return k == v-n
}

func consonant(r rune) bool { return unicode.IsLetter(r) && !vowel(r) }

func vowel(r rune) bool {
	return strings.ContainsRune("aeiouyäöüáéíóúàèìòùâêîôûåæøãõëïœőűąęěůýăāēīūėįųıаеёиоуыэюяіїєαεηιουωάέήίόύώ", unicode.ToLower(r))
}

// base is the language of a BCP 47 tag without script and region.
func base(lang string) string {
	b, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return b
}

// Breaks says whether a word in a language may be broken at letter k: where a syllable
// begins, except behind one that belongs to what follows, as in "ver-besserung".
func Breaks(word []rune, k int, lang string) bool {
	if !Syllable(word, k, lang) {
		return false
	}
	if base(lang) != "de" {
		return true
	}
	head := strings.ToLower(string(word[:k]))
	for _, f := range []string{"ver", "be", "ge", "ent", "zer", "er"} {
		if at := k - len(f); strings.HasSuffix(head, f) && (at == 0 || Syllable(word, at, lang)) {
			return at == 0
		}
	}
	return true
}
