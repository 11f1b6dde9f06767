package edit

import (
	"slices"
	"strings"
	"unicode"
)

// mainClause puts the words of a German clause behind "dass" in the order of a sentence of
// its own: "die Anmeldung fünf Minuten dauert" is "die Anmeldung dauert fünf Minuten". It
// knows a clause that begins with its subject: a pronoun, or a noun with its article.
func mainClause(s string) (string, bool) {
	words := strings.Fields(strings.TrimRight(s, ".!… "))
	n := len(words)
	if n < 3 || strings.ContainsAny(s, ",;:?") {
		return "", false
	}
	low := func(i int) string { return strings.ToLower(words[i]) }
	subject := 0
	switch {
	case slices.Contains(germanPronouns, low(0)):
		subject = 1
	case unicode.IsUpper(first(words[0])):
		for subject < n && unicode.IsUpper(first(words[subject])) {
			subject++
		}
	case slices.Contains(germanArticles, low(0)) || strings.ContainsFunc(words[0], unicode.IsDigit):
		for i := 1; i < min(n-1, 5) && subject == 0; i++ {
			if unicode.IsUpper(first(words[i])) {
				subject = i + 1
			}
		}
	}
	verb := words[n-1]
	if subject == 0 || subject >= n-1 || unicode.IsUpper(first(verb)) || slices.Contains(germanLinks, low(subject)) {
		return "", false
	}
	middle := words[subject : n-1]
	for _, p := range germanPrefixes {
		if rest, ok := strings.CutPrefix(verb, p); ok && slices.ContainsFunc(germanStems, func(v string) bool { return strings.HasPrefix(rest, v) }) {
			verb, middle = rest, append(slices.Clone(middle), p) // "findet … statt"
			break
		}
	}
	return strings.Join(slices.Concat(words[:subject], []string{verb}, middle), " "), true
}

// dutchMain does the same for the words behind "dat": "er gratis koffie is" is "er is gratis
// koffie", "je gratis kunt parkeren" is "je kunt gratis parkeren".
func dutchMain(s string) (string, bool) {
	words := strings.Fields(strings.TrimRight(s, ".!… "))
	n := len(words)
	if n < 3 || strings.ContainsAny(s, ",;:?") {
		return "", false
	}
	low := func(i int) string { return strings.ToLower(words[i]) }
	subject, verb := 0, n-1
	switch {
	case slices.Contains(dutchPronouns, low(0)):
		subject = 1
	case slices.Contains(dutchArticles, low(0)) && n >= 4 && !strings.HasSuffix(low(1), "e"):
		subject = 2
	case slices.Contains(dutchArticles, low(0)) && n >= 5: // "de nieuwe hal"
		subject = 3
	}
	if slices.Contains(dutchFinite, low(n-2)) && subject < n-2 { // "kunt parkeren", "is gesloten"
		verb = n - 2
	}
	if subject == 0 || subject >= verb || slices.Contains(dutchLinks, low(subject)) {
		return "", false
	}
	for _, p := range dutchPrefixes {
		if verb == n-1 && strings.HasPrefix(low(verb), p) && len(low(verb)) > len(p)+2 && !slices.Contains(dutchFinite, low(verb)) { // "plaatsvindt" parts
			return "", false
		}
	}
	return strings.Join(slices.Concat(words[:subject], words[verb:verb+1], words[subject:verb], words[verb+1:]), " "), true
}

var (
	dutchPronouns = strings.Fields("ik je jij u hij ze zij we wij het er dit dat alles iedereen men niemand jullie")
	dutchArticles = strings.Fields("de het een onze ons jullie uw deze die elke alle")
	dutchFinite   = strings.Fields("is zijn was waren wordt worden kan kun kunt kunnen moet moeten mag mogen wil willen zal zult zullen heeft hebben hebt gaat gaan hoeft hoeven")
	dutchLinks    = strings.Fields("van en of uit in voor met op aan bij")
	dutchPrefixes = strings.Fields("plaats deel mee aan af op uit in voor terug door toe bij langs")
)

var (
	germanPronouns = strings.Fields("ich du er sie es wir ihr man das dies alle jeder jede niemand")
	germanArticles = strings.Fields("der die das ein eine unser unsere euer eure ihr ihre mein meine kein keine dieser diese dieses jeder jede jedes alle viele zwei drei vier fünf sechs sieben acht neun zehn")
	germanLinks    = strings.Fields("des der von vom und oder aus in im am für mit") // they may belong to the subject
	germanPrefixes = strings.Fields("zurück zusammen weiter statt teil bereit los nach vor auf aus ein her hin mit weg an ab zu")
	germanStems    = strings.Fields("find nehm nimm fäng fang biet komm geh läuf lauf gib geb stell ruf mach steh lieg fäll fall reich schließ meld bring zieh hält halt leg setz führ schau kauf hol bau trag träg bezahl schick send")
)
