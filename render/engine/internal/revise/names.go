package revise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
)

// generic are nouns that say what kind of thing a name is, and are no part of it: "the
// free plan" is the item "Free".
var generic = pattern.New(`(?i)^(?:numbers?|count|total|zahl|anzahl|nombre|número|numero|aantal|plans?|tiers?|packages?|options?|items?|points?|steps?|cards?|bullets?|prices?|dates?|days?|features?|subscriptions?|bit|part|person|of|new|` +
	`tarif\w*|paket\w*|preis\w*|punkt\w*|termin\w*|datum|formules?|forfaits?|offres?|tarifs?|étapes?|prix|dates?|planes|paquetes?|tarifas?|opci[oó]n(?:es)?|precios?|fechas?|pasos?|` +
	`planos?|pacotes?|preços?|datas?|passos?|pian[oi]|pacchett[oi]|prezz[oi]|passaggi?o?|pakket(?:ten)?|prijs|prijzen|stap(?:pen)?|abonnement\w*)$`)

// nameWords are the words of a name by which it is found, in small letters.
func nameWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' }) {
		if !generic.MatchString(w) && (utf8.RuneCountInString(w) > 2 || strings.ContainsFunc(w, unicode.IsDigit)) && !articles[w] {
			out = append(out, w)
		}
	}
	return out
}

// articles stand before names.
var articles = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("the our your this that and der die das den dem des ein eine einen los las una uno les une nos notre unser unsere gli della delle dos das het een onze para pour für for von from with mit") {
		out[w] = true
	}
	return out
}()

// names tells whether a text has every word of a name, in one form or another: "launch"
// is in "We launch", "sortie" in "sort".
func names(text string, words []string) bool {
	have := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' })
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(have, func(h string) bool { return sameWord(h, w) })
	})
}

// sameWord tells whether two words are forms of one: the shorter begins the longer, which
// has a short ending more.
func sameWord(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if stem, ok := strings.CutSuffix(b, "ing"); ok && len(stem) >= 4 && strings.HasPrefix(a, stem) && len(a) <= len(stem)+2 { // "opens", "opening"
		return true
	}
	if n := len(a) - 1; len(a) == len(b) && n >= 5 && a[:n] == b[:n] && a[n] < 0x80 && b[n] < 0x80 { // "weighs", "weight"
		return !strings.ContainsAny(a[n:], "0123456789") && !strings.ContainsAny(b[n:], "0123456789")
	}
	if stem, ok := strings.CutSuffix(b, "ing"); ok && len(stem) >= 4 && stem[len(stem)-1] == stem[len(stem)-2] && a == stem[:len(stem)-1] { // "ship", "shipping"
		return true
	}
	if stem, ok := strings.CutSuffix(b, "ies"); ok && a == stem+"y" { // "salary", "salaries"
		return true
	}
	return a == b || utf8.RuneCountInString(a) >= 4 && len(b)-len(a) <= 3 && strings.HasPrefix(b, a)
}

// isHead tells whether a name is what an article begins: the workshop of "a workshop for
// kids". In "check the brakes" nothing of the kind stands first.
func isHead(part string, own, words []string) bool {
	lead, _, _ := strings.Cut(strings.ToLower(part), " ")
	return (articles[lead] || utf8.RuneCountInString(lead) <= 3) && len(own) == len(words)+1 && sameWord(own[0], words[0])
}

// onlyVerb tells whether all that a name has in common with an item is the form of the verb
// that the item begins with: "the checks" are not "Check the brakes".
func onlyVerb(title string, words []string) bool {
	own := strings.Fields(strings.ToLower(title))
	return len(words) == 1 && len(own) > 2 && own[0] != words[0] && sameWord(own[0], words[0]) && !names(strings.Join(own[1:], " "), words)
}

// isNamed tells whether a name stands for an item.
func isNamed(it scene.Item, words []string) bool {
	return names(it.Title, words) && !onlyVerb(it.Title, words)
}

// itemNamed is the first item of a scene that a name stands for, −1 = none.
func itemNamed(s scene.Scene, words []string) int {
	return slices.IndexFunc(s.Items, func(it scene.Item) bool { return isNamed(it, words) })
}
