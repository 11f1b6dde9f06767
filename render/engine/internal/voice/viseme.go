package voice

import (
	"strings"
	"unicode/utf8"
)

// mouth maps the base letter of an IPA sound to a mouth shape, Rhubarb's A–H.
var mouth = map[rune]byte{
	'p': 'A', 'b': 'A', 'm': 'A', 'ɓ': 'A', 'ɱ': 'G', 'ʙ': 'A',
	'f': 'G', 'v': 'G', 'ʋ': 'G', 'ɸ': 'G', 'β': 'A',
	'l': 'H', 'ɫ': 'H', 'ɭ': 'H', 'ʎ': 'H', 'ɬ': 'H', 'ɮ': 'H', 'θ': 'H', 'ð': 'H',
	'w': 'F', 'u': 'F', 'ʊ': 'F', 'ʉ': 'F', 'ɯ': 'B', 'ʍ': 'F', 'y': 'F', 'ʏ': 'F', 'ɥ': 'F',
	'o': 'E', 'ɔ': 'E', 'ɒ': 'E', 'ɜ': 'E', 'ɝ': 'E', 'ɚ': 'E', 'ø': 'E', 'œ': 'E', 'ɵ': 'E', 'ɞ': 'E', 'ɤ': 'C', 'ɶ': 'D',
	'ɑ': 'D', 'a': 'D', 'ä': 'D',
	'æ': 'C', 'ɛ': 'C', 'e': 'C', 'ə': 'C', 'ɐ': 'C', 'ʌ': 'C', 'ɘ': 'C', 'h': 'C', 'ɦ': 'C', 'ħ': 'D', 'ʕ': 'D', 'ʔ': 'C', 'ʜ': 'C',
	'i': 'B', 'ɪ': 'B', 'ɨ': 'B', 'ᵻ': 'B', 'j': 'B',
	'ʃ': 'F', 'ʒ': 'F', 'ʂ': 'F', 'ʐ': 'F', 'ɕ': 'B', 'ʑ': 'B', 'ɹ': 'E', 'ɻ': 'E',
}

// shape is the mouth shape of a sound that lasts seconds and is followed by the
// sound next ("" at a pause). Sounds that the table does not know are consonants
// made inside the mouth, teeth nearly shut.
func shape(ipa string, seconds float64, next string) string {
	r, _ := utf8.DecodeRuneInString(ipa)
	if ipa == "" {
		return "X"
	}
	v, ok := mouth[r]
	if !ok {
		return "B"
	}
	n, _ := utf8.DecodeRuneInString(next)
	switch r {
	case 'a', 'ɑ', 'ʌ':
		// A short open vowel never reaches the wide shape.
		if seconds < 0.07 {
			v = 'C'
		}
	case 'ɹ', 'ɻ', 'ɚ':
		if seconds < 0.05 {
			v = 'B'
		}
	case 'l', 'ɫ', 'θ', 'ð':
		// The tongue is only seen when the sound lasts.
		if seconds < 0.045 {
			v = 'B'
		}
	case 'ʃ', 'ʒ':
		if strings.ContainsRune("iɪeɛæjsztd", n) {
			v = 'B'
		}
	case 'h', 'ɦ', 'ʔ':
		// Made in the throat: the mouth already takes the next vowel's shape.
		if w, ok := mouth[n]; ok {
			v = w
		}
	}
	return string(v)
}
