package grammar

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
)

var dutch = &Tongue{
	Code:        "nl",
	Lead:        Start(`(?:alsjeblieft|graag|eerst|dan|daarna|ook|verder|tot slot|ten slotte|aan het eind|aan het begin|en)[,:]?\s+`),
	First:       Start(`(?:eerst|aan het begin)[\s,]`),
	Last:        Start(`(?:tot slot|ten slotte|aan het eind)[\s:,]`),
	Make:        Start(`(?:maak|maakt u|produceer|genereer|we (?:willen|hebben) (?:graag )?|ik wil (?:graag )?)\s*(?:voor ons |een )?`),
	Noun:        Inner(`\p{L}*-?(?:video(?:'s)?|filmpje|film|clip|teaser|commercial|spot|reel|tutorial|presentatie|advertentie)`),
	Tell:        Start(`(?:vertel|leg(?: kort)? uit|noem|vermeld|laat zien|toon|benadruk|zeg|beschrijf|geef aan|herinner iedereen eraan|citeer)(?:\s+(?:ook|kort|nog))*[,:]?\s+`),
	That:        Start(`dat\s+`),
	Question:    Start(`(?:hoe|waarom|wat|wanneer|waar)\s`),
	Open:        Start(`(?:begin|start|open)(?: de video)? met[:\s]+`),
	Opener:      Start(`(?:(?:de|het|een)\s+)?(?:vraag|zin|stelling|feit|probleem)\s*[:,]\s*`),
	End:         Start(`(?:sluit(?: de video)? af|eindig|besluit)(?: met)?\s*[:,]?\s+`),
	Ender:       Start(`(?:(?:de|het|een)\s+)?(?:oproep|zin|woorden|boodschap|slogan|cta)\s*[:,]?\s*`),
	Act:         Start(`(?:nodig|vraag|moedig) (?:kijkers|iedereen|mensen|de \p{L}+) (?:uit |aan )?(?:om )?te?\s+`),
	Visit:       Start(`(?:verwijs|stuur) (?:kijkers|iedereen|de \p{L}+) naar\s+`),
	Audience:    Start(`(?:de )?doelgroep(?: is| zijn|:)\s+|de video is voor\s+`),
	Style:       Start(`(?:gebruik|houd|geen|zonder|de (?:toon|stijl|muziek|stem))\s`),
	Production:  Inner(`toon|stijl|muziek|ondertitel\p{L}*|ondertiteling|avatar|presentator|presentatrice|kleuren|achtergrond|lettertype|logo|formaat|staand|liggend|stem|animaties?|overgangen|tempo|jargon`),
	About:       Inner(`over|die (?:uitlegt|laat zien)|ter introductie van|om`),
	ForWho:      Inner(`voor`),
	Tail:        Inner(`in (?:staand|liggend)(?: formaat)?|zonder (?:avatar|muziek|ondertiteling|presentator)|met (?:ondertiteling|(?:\p{L}+ )?muziek)|in het (?:nederlands|engels|duits)|van \d+ (?:seconden|minuten)`),
	People:      Inner(`inwoners|bewoners|buren|ouders|leden|klanten|medewerkers|teams?|scholieren|leerlingen|ouders|gezinnen|families|collega's|gebruikers|mensen|iedereen|studenten|beginners|bewoners|huurders|patiënten|reizigers|bedrijven|ondernemers|jongeren|ouderen|nieuwe \p{L}+|vrijwilligers|bezoekers|personeel`),
	Heads:       Start(`(?:(?:de|onze|deze)\s+)?(?:(?:twee|drie|vier|vijf|zes|\d{1,2})\s+)?(?:(?:belangrijkste|grote|nieuwe|gouden)\s+)*(?:voordelen|redenen|regels|stappen|tips|punten|functies|feiten|dingen|vragen|onderwerpen|data)`),
	Steps:       Inner(`stappen|stappenplan|zo werkt het`),
	And:         pattern.New(`(?i)\s+(?:en|of)\s+`),
	VisitPhrase: "%s bezoeken",
	Finite:      Inner(`is|zijn|was|waren|heeft|hebben|had|kan|kunnen|moet|moeten|mag|wordt|worden|werd|kost|kosten|duurt|duren|werkt|werken|helpt|begint|eindigt|gaat|gaan|maakt|maken|komt|komen|blijft|geldt|gelden|bespaart|verlaagt|verhoogt|gebruikt|krijgt|krijgen|vindt|weegt|past|beschermt|opent|sluit|staat|ligt|appt|draagt|draag|stijgt|stijgen|daalt|dalen|verandert|veranderen|bevat|laat|geeft`),
}

// DutchMain makes a main clause of the words after "dat": the verb moves from the
// end to behind the subject. Where the subject cannot be told, the clause keeps its
// order behind "Belangrijk is dat".
func DutchMain(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), ".!")
	f := strings.Fields(s)
	n := dutchSubject(f)
	last := len(f) - 1
	if n == 0 || n >= last {
		return "Belangrijk is dat " + s
	}
	if dutchVerb(f[n]) { // "je nooit appt op de fiets": what comes before its place stays behind
		return s
	}
	at := last
	for at > n && !dutchVerb(f[at]) {
		at--
	}
	if at == n {
		return "Belangrijk is dat " + s
	}
	rest := append(append([]string{}, f[n:at]...), f[at+1:]...)
	return strings.Join(append(append(append([]string{}, f[:n]...), f[at]), rest...), " ")
}

func dutchVerb(w string) bool { return dutch.Finite.MatchString(" " + w + " ") }

// dutchSubject counts the words of the noun phrase that a clause begins with.
func dutchSubject(f []string) int {
	if len(f) < 2 {
		return 0
	}
	l := strings.ToLower(f[0])
	if dutchPronoun[l] && !dutchDeterminer[l] {
		return 1
	}
	if dutchDeterminer[l] {
		if l == "je" || l == "het" && (dutchVerb(f[1]) || dutchAdverb[f[1]]) {
			return 1
		}
		n := 2
		for n < len(f)-1 && (strings.HasSuffix(f[n-1], "e") || dutchBare[f[n-1]]) && n == 2 {
			n++ // an adjective before the noun
		}
		return n
	}
	if unicode.IsUpper([]rune(f[0])[0]) {
		n := 1
		for n < len(f)-1 && unicode.IsUpper([]rune(f[n])[0]) {
			n++
		}
		return n
	}
	return 0
}

var (
	// dutchBare are adjectives without an ending, before a neuter noun: "het oud papier".
	dutchBare       = map[string]bool{"oud": true, "nieuw": true, "groot": true, "klein": true, "goed": true, "eigen": true, "open": true, "extra": true, "gratis": true, "openbaar": true, "jaarlijks": true}
	dutchAdverb     = map[string]bool{"nooit": true, "altijd": true, "niet": true, "ook": true, "nu": true, "snel": true, "veilig": true}
	dutchDeterminer = map[string]bool{"de": true, "het": true, "een": true, "elke": true, "elk": true, "ieder": true, "iedere": true, "onze": true, "ons": true, "je": true, "jouw": true, "uw": true, "hun": true, "deze": true, "geen": true, "alle": true}
	dutchPronoun    = map[string]bool{"jij": true, "u": true, "we": true, "wij": true, "ze": true, "zij": true, "hij": true, "er": true, "iedereen": true, "niemand": true, "men": true, "dit": true, "dat": true}
)
