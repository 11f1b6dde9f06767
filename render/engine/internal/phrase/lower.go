package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lower is s in small letters, each as long as it was: a place in what it returns is the
// same place in s. The few letters that are longer or shorter when they are small, such
// as the Turkish İ, stay as they are; so do bytes that are no letters.
func Lower(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	b := make([]byte, 0, len(s))
	for i, r := range s {
		_, n := utf8.DecodeRuneInString(s[i:])
		if l := unicode.ToLower(r); r != utf8.RuneError && utf8.RuneLen(l) == n {
			b = utf8.AppendRune(b, l)
		} else {
			b = append(b, s[i:i+n]...)
		}
	}
	return string(b)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
