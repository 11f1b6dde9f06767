package tongue

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// This file makes orders of infinitives that carry their object: "scaricarla" is
// "scaricala", "visitarnos" is "visítanos", "baixá-lo" is "baixe-o", "nous contacter" is
// "contactez-nous".

var (
	italianObject    = pattern.New(`^(\p{L}+[aei]r)(l[aoei]|ci|mi|ne)$`)
	spanishObject    = pattern.New(`^(\p{L}+[aei]r)(l[aoe]s?|nos|me)$`)
	portugueseObject = pattern.New(`^(\p{L}+?)([áêíi])-l([oa]s?)$`)
	portuguesePerson = pattern.New(`^(\p{L}+[aei]r)-(nos|me)$`)
	frenchObject     = pattern.New(`(?i)^(la|le|les|nous) (\p{L}+(?:er|ir|re))(.*)$`)
)

// withObject is order for a verb phrase, and what becomes of an object that its first verb
// carries.
func withObject(code string, order func(string) string) func(string) string {
	return func(s string) string {
		verb, rest, _ := strings.Cut(s, " ")
		l, said := strings.ToLower(verb), ""
		switch code {
		case "it":
			if m := italianObject.FindStringSubmatch(l); m != nil {
				said = order(m[1]+"e") + m[2]
			}
		case "es":
			if m := spanishObject.FindStringSubmatch(l); m != nil {
				said = stressed(order(m[1])) + m[2]
			}
		case "pt":
			if m := portugueseObject.FindStringSubmatch(l); m != nil {
				said = order(m[1]+map[string]string{"á": "ar", "ê": "er", "í": "ir", "i": "ir"}[m[2]]) + "-" + m[3]
			} else if m := portuguesePerson.FindStringSubmatch(l); m != nil {
				said = order(m[1]) + "-" + m[2]
			}
		case "fr":
			if m := frenchObject.FindStringSubmatch(s); m != nil {
				if v := order(strings.ToLower(m[2])); v != strings.ToLower(m[2]) {
					return v + "-" + strings.ToLower(m[1]) + m[3]
				}
			}
		}
		if said == "" {
			return order(s)
		}
		return strings.TrimSpace(said + " " + rest)
	}
}

// stressed writes the stress of a Spanish order that gains a syllable behind it: the vowel
// before its last one, "visita" in "visítanos".
func stressed(s string) string {
	r := []rune(s)
	accents := map[rune]rune{'a': 'á', 'e': 'é', 'i': 'í', 'o': 'ó', 'u': 'ú'}
	last := len(r) - 1
	for last >= 0 && accents[r[last]] == 0 {
		last--
	}
	for i := last - 1; i >= 0; i-- {
		if accents[r[i]] == 0 {
			continue
		}
		if i > 0 && strings.ContainsRune("iu", r[i]) && strings.ContainsRune("aeo", r[i-1]) {
			i-- // "aisla": the strong vowel carries it
		}
		r[i] = accents[r[i]]
		return string(r)
	}
	return s
}
