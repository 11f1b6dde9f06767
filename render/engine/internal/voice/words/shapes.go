package words

import (
	"regexp"
	"strings"
	"unicode"
)

// This file says words that their shape alone explains, in other languages than English.

var (
	reHMS       = regexp.MustCompile(`^(\d{1,2}):([0-5]\d):([0-5]\d)$`)
	reAirliner  = regexp.MustCompile(`^(7\d7)-(\d{1,3})$`)
	reEither    = regexp.MustCompile(`^(\d[\d.,]*)/(\d[\d.,]*)$`)
	reDates     = regexp.MustCompile(`^(\d{1,2}[./]\d{1,2}[./]\d{4})[-–—](\d{1,2}[./]\d{1,2}[./]\d{4})$`)
	reFormula   = regexp.MustCompile(`^(?:[A-Z][a-z]?[₀-₉]*)*[A-Z][a-z]?[₀-₉](?:[A-Z][a-z]?[₀-₉]*)*$`)
	reManyTimes = regexp.MustCompile(`^[x×](\d{1,3})$`)
	reDollars   = regexp.MustCompile(`^\$(\d{1,3}(?:[.,]\d{3})*(?:[.,]\d\d)?)$`)
	reDigitEnd  = regexp.MustCompile(`^\d[\d.,]*$`)

	// distress are numbers that are called in need, digit by digit; asksHelp tells that one
	// is, and leads stand right before it.
	distress = map[string]map[string]bool{
		"de": wordSet("112 110 115 116117"), "nl": wordSet("112 113 144"), "it": wordSet("112 113 115 117 118"),
		"es": wordSet("112 016"), "pt": wordSet("112 180 188 190 192 193"), "pl": wordSet("112 997 998 999"),
	}
	asksHelp = regexp.MustCompile(`(?i)\b(?:ruf|ruft|rufe|rufen|anruf|wähl|notruf|notfall|polizei|feuerwehr|llam|marc|emergenc|emergên|urgenc|ligu|ligar|disqu|acion|chiam|compon|telefon|bel\b|belt|bellen|nood|politie|dzwoń|zadzwoń|alarmow)`)
	leadsTo  = wordSet("al il o do de die den der das unter ruf rufe rufen ruft notruf nummer número numero nummers ou oder of e y und en ligue marque marca llama bel het chiama chiamate il lo numer na pod lub telefon")

	// counters stand before a number that hangs on another one: "Durchwahl -12".
	counters = wordSet("durchwahl dw app anexo ext extensión interno ramal poste toestel doorkiesnummer")

	// spanishDays are the days of the week by their letters.
	spanishDays = map[rune]string{'L': "lunes", 'M': "martes", 'X': "miércoles", 'J': "jueves", 'V': "viernes", 'S': "sábado", 'D': "domingo"}
	reDayLetter = regexp.MustCompile(`^([LMXJVSD])[-–—]([LMXJVSD])$`)

	// pesos are currencies whose sign is that of the dollar.
	pesos = map[string]string{"mxn": "pesos mexicanos", "cop": "pesos colombianos", "ars": "pesos argentinos", "clp": "pesos chilenos", "uyu": "pesos uruguayos", "dop": "pesos dominicanos", "usd": "dólares"}

	reUntilHour = regexp.MustCompile(`^h[-–—](\d{1,2})$`)
	reCountdown = regexp.MustCompile(`^J([-−–+])(\d{1,3})$`)

	// halves are German nouns by their gender, behind "½"; those that end in e are feminine.
	halvesM = wordSet("liter meter kilometer zentimeter tag monat teelöffel esslöffel becher apfel zoll löffel")
	halvesF = wordSet("zwiebel packung portion million milliarde gurke")
	halvesN = wordSet("kilo kilogramm gramm jahr pfund glas dutzend prozent hähnchen brot")
)

// shaped speaks such a word.
func (p *place) shaped() bool {
	l, t := p.l, p.t
	w := t.Spoken
	if pictograph(w) {
		t.Spoken = ""
		return true
	}
	if m := reHMS.FindStringSubmatch(w); m != nil && l.units["h"].many != "" && l.units["min"].many != "" {
		t.Spoken = l.lasting(m[1:])
		if p.joined && (strings.EqualFold(p.next.Spoken, l.units["h"].many) || strings.EqualFold(p.next.Spoken, l.units["h"].one) || strings.EqualFold(p.next.Spoken, "h")) {
			p.next.Spoken = "" // "1:23:45 Stunden"
		}
		return true
	}
	if m := reAirliner.FindStringSubmatch(w); m != nil {
		t.Spoken = m[1] + " " + m[2]
		return true
	}
	if m := reDates.FindStringSubmatch(w); m != nil && l.to != "" {
		a, ok1 := l.dated(m[1])
		b, ok2 := l.dated(m[2])
		if ok1 && ok2 {
			t.Spoken = a + " " + l.to + " " + b
			if p.base == "de" && !germanDates[strings.ToLower(p.before)] {
				t.Spoken = "vom " + a + " bis zum " + b
			}
			return true
		}
	}
	if m := reEither.FindStringSubmatch(w); m != nil && p.joined && l.currency[p.next.Spoken].many != "" && m[1] != "1" {
		t.Spoken = m[1] + " " + either[p.base] + " " + m[2] // "12/8 €"
		return either[p.base] != ""
	}
	if reFormula.MatchString(w) {
		t.Spoken = formula(w)
		return true
	}
	if m := reManyTimes.FindStringSubmatch(w); m != nil && l.signs["×"] != "" && !p.number {
		t.Spoken = l.signs["×"] + " " + m[1]
		return true
	}
	if counters[strings.ToLower(p.before)] && strings.HasPrefix(w, "-") {
		t.Spoken = strings.TrimPrefix(w, "-")
		return true
	}
	return p.distressed() || p.ofGerman() || p.ofSpanish() || p.ofFrench()
}

// either stands between two prices for the same.
var either = map[string]string{"de": "beziehungsweise", "es": "o", "fr": "ou", "pt": "ou", "it": "o", "nl": "of", "pl": "lub"}

// pictograph tells whether a word is nothing but pictures.
func pictograph(w string) bool {
	seen := false
	for _, r := range w {
		if r != '\uFE0F' && r != '\u200D' && !unicode.Is(unicode.Sk, r) && (r < 0x2600 || !unicode.Is(unicode.So, r)) {
			return false
		}
		seen = true
	}
	return seen
}

// lasting says hours, minutes and seconds.
func (l language) lasting(m []string) string {
	var out []string
	for i, name := range []string{"h", "min", "s"} {
		u := l.units[name]
		if u.many == "" {
			u = l.units["sek"]
		}
		n := trimZero(m[i])
		if n == "0" || u.many == "" {
			continue
		}
		out = append(out, n+" "+u.of(n))
	}
	return strings.Join(out, " ")
}

// formula says a chemical formula letter by letter: "CO₂".
func formula(w string) string {
	var out []string
	for _, r := range w {
		if r >= '₀' && r <= '₉' {
			r = '0' + r - '₀'
		}
		out = append(out, string(r))
	}
	return strings.Join(out, " ")
}

// distressed says the number of the police or an ambulance digit by digit.
func (p *place) distressed() bool {
	w := p.t.Spoken
	if !distress[p.base][w] || !leadsTo[strings.ToLower(p.before)] && p.i > 0 {
		return false
	}
	var all strings.Builder
	for _, t := range p.tokens {
		all.WriteString(t.Shown + " ")
	}
	if !asksHelp.MatchString(all.String()) || p.joined && p.base == "de" && capital(p.next.Shown) {
		return false
	}
	p.t.Spoken = strings.Join(strings.Split(w, ""), " ")
	return true
}

// ofGerman says what only German writes so.
func (p *place) ofGerman() bool {
	l, t := p.l, p.t
	if p.base != "de" {
		return false
	}
	switch {
	case p.joined && (t.Spoken == "½" || t.Spoken == "1/2"):
		noun := p.next.Spoken
		if u := l.unit(noun); u.one != "" && l.unitWord(noun) {
			noun = u.one
		}
		low := strings.ToLower(noun)
		switch {
		case halvesM[low]:
			t.Spoken = "ein halber"
		case halvesF[low] || strings.HasSuffix(low, "e"):
			t.Spoken = "eine halbe"
		case halvesN[low]:
			t.Spoken = "ein halbes"
		default:
			return false
		}
		p.next.Spoken = noun
	case p.joined && len(t.Spoken) == 2 && capital(t.Spoken) && l.weekday(t.Spoken) != "" && (reHours.MatchString(p.next.Spoken) || reHM.MatchString(p.next.Spoken)):
		t.Spoken = l.weekday(t.Spoken) // "Sa 10-14 Uhr"
	case t.Spoken == "J" && strings.HasPrefix(t.Shown, "J.") && reDigitEnd.MatchString(p.before):
		t.Spoken, t.After = "Jahre", comma(t.Shown)
		if wordSet("ab über unter bis mit von")[strings.ToLower(p.said(p.i-2))] {
			t.Spoken = "Jahren"
		}
	case t.Spoken == "1" && t.After == "." && p.next != nil && p.next.Shown == "FC":
		t.Spoken, t.After = "erster", ""
	default:
		return false
	}
	return true
}

// ofSpanish says what only Spanish writes so.
func (p *place) ofSpanish() bool {
	t := p.t
	if p.base != "es" {
		return false
	}
	if m := reDayLetter.FindStringSubmatch(t.Spoken); m != nil {
		a, b := []rune(m[1])[0], []rune(m[2])[0]
		t.Spoken = spanishDays[a] + " a " + spanishDays[b]
		return true
	}
	if t.Spoken == "s" && t.After == "." && p.next != nil && reRoman.MatchString(p.next.Spoken) {
		t.Spoken, t.After = "siglo", ""
		return true
	}
	if m := reDollars.FindStringSubmatch(t.Spoken); m != nil {
		name := "dólares"
		if p.joined && pesos[strings.ToLower(p.next.Spoken)] != "" {
			name = pesos[strings.ToLower(p.next.Spoken)]
			p.next.Spoken = ""
		} else if strings.Count(m[1], ",") == 0 {
			return false // read as it is in Spain
		}
		n := strings.ReplaceAll(m[1], ",", "")
		t.Spoken = n + " " + name
		return true
	}
	return false
}

// ofFrench says what only French writes so.
func (p *place) ofFrench() bool {
	t := p.t
	if p.base != "fr" {
		return false
	}
	if m := reUntilHour.FindStringSubmatch(t.Spoken); m != nil && reDigitEnd.MatchString(p.before) {
		t.Spoken = p.l.hours.of(p.before) + " à " + m[1] // "10 h-14 h"
		if p.joined && p.next.Spoken == "h" {
			p.next.Spoken = p.l.hours.of(m[1])
		}
		return true
	}
	if m := reCountdown.FindStringSubmatch(t.Spoken); m != nil {
		t.Spoken = "J " + map[bool]string{true: "plus", false: "moins"}[m[1] == "+"] + " " + m[2]
		return true
	}
	if t.Spoken == "s" && strings.HasPrefix(t.Shown, "s.") && ordinalMark["fr"].MatchString(p.before) {
		t.Spoken = "siècle"
		return true
	}
	return false
}
