package tongue

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// germanNominative turns the object of "erwähne den Schutz" into a subject, and
// "den neuen Verleih" into "der neue Verleih".
func germanNominative(s string) string {
	f := strings.Fields(s)
	if len(f) < 2 {
		return s
	}
	nom, strong := "", false
	switch strings.ToLower(f[0]) {
	case "den":
		nom = "der"
		if dativePlural.MatchString(headNounDE(f[1:])) {
			return "die " + strings.Join(f[1:], " ") // "zu den Release Notes"
		}
	case "unserem", "meinem", "ihrem", "einem", "eurem":
		nom, strong = strings.TrimSuffix(strings.ToLower(f[0]), "em"), true // "zu unserem Sommerfest"
	case "unserer", "meiner", "ihrer", "einer", "eurer":
		nom = strings.TrimSuffix(strings.ToLower(f[0]), "r")
	case "unseren", "ihren", "meinen", "euren":
		if dativePlural.MatchString(headNounDE(f[1:])) {
			return strings.TrimSuffix(strings.ToLower(f[0]), "n") + " " + strings.Join(f[1:], " ") // "zu unseren Öffnungszeiten"
		}
		nom, strong = strings.TrimSuffix(strings.ToLower(f[0]), "en"), true
	case "einen", "keinen", "seinen":
		nom, strong = strings.TrimSuffix(strings.ToLower(f[0]), "en"), true
	default:
		return s
	}
	out := append([]string{nom}, f[1:]...)
	for i := 1; i < len(out) && unicode.IsLower([]rune(out[i])[0]) && strings.HasSuffix(strings.TrimSuffix(out[i], ","), "en"); i++ {
		end := "e"
		if strong {
			if end = "er"; grammar.GermanGender(headWordDE(out[i:])) == 'n' {
				end = "es"
			}
		}
		comma := strings.HasSuffix(out[i], ",")
		out[i] = strings.TrimSuffix(strings.TrimSuffix(out[i], ","), "en") + end
		if comma {
			out[i] += ","
		}
	}
	return strings.Join(out, " ")
}

// dativePlural tells "den Updates" and "den Regeln" from "den Garten".
var dativePlural = pattern.New(`^.*(?:\p{Ll}es|[^\s]{3,}(?:en|ern|eln))$`)

var singularEN = map[string]bool{"garten": true, "hafen": true, "wagen": true, "laden": true, "boden": true, "ofen": true, "schaden": true, "kuchen": true, "posten": true, "rahmen": true, "namen": true, "betriebsstoffen": true, "süden": true, "norden": true, "westen": true, "osten": true, "prozess": true,
	"kasten": true, "haken": true, "kragen": true, "regen": true, "reifen": true, "rasen": true, "brunnen": true, "bogen": true, "balken": true, "ballen": true, "besen": true, "felsen": true, "schatten": true, "streifen": true, "tropfen": true, "riemen": true, "graben": true, "faden": true, "haufen": true, "pfosten": true, "kolben": true}

// headNounDE is the noun that the words behind an article lead to, "" where it is known
// to be one of one thing.
func headNounDE(f []string) string {
	i := 0
	for i < len(f)-1 && unicode.IsLower([]rune(f[i])[0]) {
		i++
	}
	for i < len(f)-1 && unicode.IsUpper([]rune(f[i+1])[0]) {
		i++
	}
	w := strings.ToLower(strings.Trim(f[i], ",.:"))
	for s := range singularEN {
		if strings.HasSuffix(w, s) {
			return ""
		}
	}
	return w
}

// headWordDE is the noun that adjectives lead to.
func headWordDE(f []string) string {
	for i, w := range f {
		if UpperFirst(w) {
			for i+1 < len(f) && UpperFirst(f[i+1]) {
				i++
			}
			return strings.Trim(f[i], ",.:")
		}
	}
	return ""
}

// germanObject puts a topic behind "über" and "einen Blick auf": in the accusative,
// whichever case the prompt's own preposition has left it in.
func germanObject(s string) string {
	f := strings.Fields(s)
	if len(f) < 2 {
		return s
	}
	det := strings.ToLower(f[0])
	stem := ""
	var ends map[byte]string
	switch det {
	case "der", "dem", "den":
		ends = map[byte]string{'m': "den", 'f': "die", 'n': "das"}
	case "einem", "unserem", "meinem", "ihrem", "eurem", "einer", "unserer", "meiner", "ihrer", "eurer", "unser", "ihr", "mein":
		stem = strings.TrimSuffix(strings.TrimSuffix(det, "em"), "er")
		if det == "unser" {
			stem = det
		}
		ends = map[byte]string{'m': "en", 'f': "e", 'n': ""}
	default:
		return germanNominativePlural(s)
	}
	if det == "den" {
		return germanNominativePlural(s) // it is an object already, or several things
	}
	g := grammar.GermanGender(headWordDE(f[1:]))
	switch {
	case g == 0 && strings.HasSuffix(det, "er") && det != "der" && det != "unser":
		g = 'f' // "zu unserer Werkstatt"
	case g == 0:
		return s
	}
	out := append([]string{stem + ends[g]}, f[1:]...)
	for i := 1; i < len(out) && !UpperFirst(out[i]) && inflected(out[i]); i++ {
		base := strings.TrimRight(out[i], "nmrs")
		switch {
		case g == 'm':
			out[i] = base + "n"
		case g == 'n' && stem != "":
			out[i] = base + "s"
		default:
			out[i] = base
		}
	}
	return strings.Join(out, " ")
}

// germanNominativePlural is "die Neuerungen" of "zu den Neuerungen"; one thing stays.
func germanNominativePlural(s string) string {
	if t := germanNominative(s); strings.HasPrefix(t, "die ") && strings.HasPrefix(strings.ToLower(s), "den ") || strings.HasPrefix(strings.ToLower(s), "unseren ") && strings.HasPrefix(t, "unsere ") {
		return t
	}
	return s
}

// severalDE tells a German noun phrase of several things by the endings that only a plural
// has behind "die": "die Besucherzahlen", "unsere neuen Termine", and not "die neue Messe".
func severalDE(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 || !severalArticle.MatchString(f[0]) {
		return false
	}
	for _, x := range f[1:] {
		word := strings.Trim(x, ",.:;!?")
		if prose.StartsUpper(word) {
			one := strings.TrimSuffix(word, "e")
			return dativePlural.MatchString(word) || severalNoun.MatchString(word) || one != word && (grammar.GermanGender(one) == 'm' || grammar.GermanGender(one) == 'n')
		}
		if strings.HasSuffix(word, "en") {
			return true
		}
		if !strings.HasSuffix(word, "e") {
			return counted[word]
		}
	}
	return false
}

// severalNoun ends as no German noun of one thing does behind "die".
var severalNoun = pattern.New(`(?:nisse|ismen|[bdfgklmprt]s|[aeiou]os|preise|termine|gründe|schritte|wege|läufe|pläne|räume|märkte|verträge|anträge|zeugnisse|umsätze|zahlen)$`)

var severalArticle = pattern.New(`^(?:die|unsere|diese|eure|ihre|Ihre|deine|seine|alle)$`)

// counted are numbers before a noun.
var counted = map[string]bool{"zwei": true, "drei": true, "vier": true, "fünf": true, "sechs": true, "sieben": true, "acht": true, "neun": true, "zehn": true, "elf": true, "zwölf": true}
