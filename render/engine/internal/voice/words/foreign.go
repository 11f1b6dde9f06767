package words

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// language holds what espeak-ng needs help with; it reads the numbers of its
// languages by itself.
type language struct {
	dot, at, slash, and, percent, to string
	magnitude                        map[string]string
	currency                         map[string]string
	comma                            bool   // decimals are written with a comma
	cents                            string // between a currency and its hundredths: "3 euros con 50"; "-" = read as decimals
	months                           []string
	days                             []string // how the days of a month are said; nil = as numbers
	first                            string   // what the first of a month is called; "" = like other days
	of                               string   // between day, month and year
	hour                             string   // between hours and minutes: "9 Uhr 30"
	units                            map[string]string
	words                            map[string]string // abbreviations, in lower case, without their full stop
}

var languages = map[string]language{
	"de": {dot: "Punkt", at: "ät", slash: "Schrägstrich", and: "und", percent: "Prozent", to: "bis", comma: true,
		magnitude: map[string]string{"k": "Tausend", "K": "Tausend", "M": "Millionen", "Mio": "Millionen", "Mrd": "Milliarden", "B": "Milliarden"},
		currency:  map[string]string{"€": "Euro", "$": "Dollar", "£": "Pfund", "EUR": "Euro", "USD": "US-Dollar", "CHF": "Franken"}, cents: " ",
		months: strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"), days: germanDays, of: " ", hour: "Uhr",
		units: with(metric, map[string]string{"km/h": "Stundenkilometer", "m/s": "Meter pro Sekunde", "°c": "Grad Celsius", "°": "Grad", "km": "Kilometer", "m": "Meter", "cm": "Zentimeter", "mm": "Millimeter", "m²": "Quadratmeter", "m2": "Quadratmeter",
			"kg": "Kilogramm", "g": "Gramm", "t": "Tonnen", "l": "Liter", "h": "Stunden", "min": "Minuten", "s": "Sekunden", "ms": "Millisekunden", "std": "Stunden"}),
		words: map[string]string{"z.b": "zum Beispiel", "ca": "zirka", "nr": "Nummer", "bzw": "beziehungsweise", "usw": "und so weiter", "d.h": "das heißt", "u.a": "unter anderem", "inkl": "inklusive", "zzgl": "zuzüglich", "evtl": "eventuell", "dr": "Doktor", "mio": "Millionen", "mrd": "Milliarden", "tsd": "Tausend", "st": "Sankt", "str": "Straße", "§": "Paragraf", "vgl": "vergleiche", "max": "maximal", "min": "mindestens", "gmbh": "G.m.b.H"}},
	"es": {dot: "punto", at: "arroba", slash: "barra", and: "y", percent: "por ciento", to: "a", comma: true,
		magnitude: map[string]string{"k": "mil", "K": "mil", "M": "millones", "MM": "millones"},
		currency:  map[string]string{"€": "euros", "$": "dólares", "£": "libras", "EUR": "euros", "USD": "dólares", "MXN": "pesos"}, cents: " con ",
		months: strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"), of: " de ", hour: "y",
		units: with(metric, map[string]string{"km/h": "kilómetros por hora", "°c": "grados", "°": "grados", "km": "kilómetros", "m": "metros", "cm": "centímetros", "m²": "metros cuadrados", "m2": "metros cuadrados", "kg": "kilos", "g": "gramos", "l": "litros", "h": "horas", "min": "minutos", "s": "segundos"}),
		words: map[string]string{"sr": "señor", "sra": "señora", "dr": "doctor", "dra": "doctora", "n.º": "número", "nº": "número", "ee": "Estados", "uu": "Unidos", "ej": "ejemplo", "etc": "etcétera", "aprox": "aproximadamente", "máx": "máximo", "mín": "mínimo", "ud": "usted", "uds": "ustedes", "1.º": "primero", "2.º": "segundo", "3.º": "tercero", "1.ª": "primera", "2.ª": "segunda", "3.ª": "tercera"}},
	"fr": {dot: "point", at: "arobase", slash: "barre oblique", and: "et", percent: "pour cent", to: "à", comma: true,
		magnitude: map[string]string{"k": "mille", "K": "mille", "M": "millions", "Md": "milliards", "Mds": "milliards"},
		currency:  map[string]string{"€": "euros", "$": "dollars", "£": "livres", "EUR": "euros", "USD": "dollars", "CHF": "francs"}, cents: " ",
		months: strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"), first: "premier", of: " ", hour: "heures",
		units: with(metric, map[string]string{"km/h": "kilomètres heure", "°c": "degrés", "°": "degrés", "km": "kilomètres", "m": "mètres", "cm": "centimètres", "m²": "mètres carrés", "m2": "mètres carrés", "kg": "kilos", "g": "grammes", "l": "litres", "h": "heures", "min": "minutes", "s": "secondes"}),
		words: map[string]string{"m": "Monsieur", "mme": "Madame", "mlle": "Mademoiselle", "dr": "docteur", "n°": "numéro", "nº": "numéro", "env": "environ", "etc": "et cetera", "1er": "premier", "1re": "première", "2e": "deuxième", "3e": "troisième", "max": "maximum"}},
	"pt": {dot: "ponto", at: "arroba", slash: "barra", and: "e", percent: "por cento", to: "a", comma: true,
		magnitude: map[string]string{"k": "mil", "K": "mil", "M": "milhões", "mi": "milhões", "bi": "bilhões"},
		currency:  map[string]string{"R$": "reais", "US$": "dólares", "€": "euros", "$": "dólares", "£": "libras", "BRL": "reais", "EUR": "euros"}, cents: " e ",
		months: strings.Fields("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"), first: "primeiro", of: " de ", hour: "e",
		units: with(metric, map[string]string{"km/h": "quilômetros por hora", "°c": "graus", "°": "graus", "km": "quilômetros", "m": "metros", "cm": "centímetros", "m²": "metros quadrados", "m2": "metros quadrados", "kg": "quilos", "g": "gramas", "l": "litros", "h": "horas", "min": "minutos", "s": "segundos"}),
		words: map[string]string{"sr": "senhor", "sra": "senhora", "dr": "doutor", "dra": "doutora", "nº": "número", "n.º": "número", "etc": "et cétera", "ex": "exemplo", "aprox": "aproximadamente", "1º": "primeiro", "2º": "segundo", "3º": "terceiro", "1ª": "primeira", "2ª": "segunda", "3ª": "terceira", "mi": "milhões", "bi": "bilhões"}},
	"it": {dot: "punto", at: "chiocciola", slash: "barra", and: "e", percent: "per cento", to: "a", comma: true,
		magnitude: map[string]string{"k": "mila", "K": "mila", "M": "milioni", "mln": "milioni", "mld": "miliardi"},
		currency:  map[string]string{"€": "euro", "$": "dollari", "£": "sterline", "EUR": "euro", "USD": "dollari", "CHF": "franchi"}, cents: " e ",
		months: strings.Fields("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"), first: "primo", of: " ", hour: "e",
		units: with(metric, map[string]string{"km/h": "chilometri orari", "°c": "gradi", "°": "gradi", "km": "chilometri", "m": "metri", "cm": "centimetri", "m²": "metri quadri", "m2": "metri quadri", "kg": "chili", "g": "grammi", "l": "litri", "h": "ore", "min": "minuti", "s": "secondi"}),
		words: map[string]string{"sig": "signor", "sig.ra": "signora", "dott": "dottor", "n": "numero", "n°": "numero", "ecc": "eccetera", "es": "esempio", "ca": "circa", "mln": "milioni", "mld": "miliardi", "1°": "primo", "2°": "secondo", "3°": "terzo", "s.p.a": "S.P.A", "s.r.l": "S.R.L"}},
	"nl": {dot: "punt", at: "apenstaartje", slash: "schuine streep", and: "en", percent: "procent", to: "tot", comma: true,
		magnitude: map[string]string{"k": "duizend", "K": "duizend", "M": "miljoen", "mln": "miljoen", "mld": "miljard"},
		currency:  map[string]string{"€": "euro", "$": "dollar", "£": "pond", "EUR": "euro", "USD": "dollar"}, cents: " ",
		months: strings.Fields("januari februari maart april mei juni juli augustus september oktober november december"), of: " ", hour: "uur",
		units: with(metric, map[string]string{"km/h": "kilometer per uur", "°c": "graden", "°": "graden", "km": "kilometer", "m": "meter", "cm": "centimeter", "m²": "vierkante meter", "m2": "vierkante meter", "kg": "kilo", "g": "gram", "l": "liter", "min": "minuten", "s": "seconden"}),
		words: map[string]string{"bijv": "bijvoorbeeld", "bv": "bijvoorbeeld", "nr": "nummer", "ca": "circa", "enz": "enzovoort", "dhr": "de heer", "mevr": "mevrouw", "dr": "dokter", "m.a.w": "met andere woorden", "mln": "miljoen", "mld": "miljard", "incl": "inclusief", "max": "maximaal"}},
	"pl": {dot: "kropka", at: "małpa", slash: "ukośnik", and: "i", percent: "procent", to: "do", comma: true, cents: "-",
		magnitude: map[string]string{"M": "milionów", "mln": "milionów", "mld": "miliardów", "tys": "tysięcy"}, currency: map[string]string{"€": "euro", "$": "dolarów", "zł": "złotych", "PLN": "złotych"},
		months: strings.Fields("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"), of: " ",
		units: with(metric, map[string]string{"km/h": "kilometrów na godzinę", "km": "kilometrów", "kg": "kilogramów", "°c": "stopni", "°": "stopni"}),
		words: map[string]string{"np": "na przykład", "itd": "i tak dalej", "nr": "numer", "ok": "około", "tys": "tysięcy", "mln": "milionów", "mld": "miliardów", "dr": "doktor"}},
	"sv": {dot: "punkt", at: "snabel-a", slash: "snedstreck", and: "och", percent: "procent", to: "till", comma: true, cents: " ",
		magnitude: map[string]string{"M": "miljoner", "mn": "miljoner", "md": "miljarder"}, currency: map[string]string{"€": "euro", "$": "dollar", "kr": "kronor", "SEK": "kronor"},
		months: strings.Fields("januari februari mars april maj juni juli augusti september oktober november december"), of: " ",
		units: with(metric, map[string]string{"km/h": "kilometer i timmen", "km": "kilometer", "kg": "kilo", "°c": "grader", "°": "grader"}),
		words: map[string]string{"t.ex": "till exempel", "ca": "cirka", "nr": "nummer", "m.m": "med mera", "osv": "och så vidare", "dr": "doktor"}},
	"ar": {dot: "نقطة", at: "آت", slash: "شرطة", and: "و", percent: "بالمئة", to: "إلى", magnitude: map[string]string{"M": "مليون"}, currency: map[string]string{"€": "يورو", "$": "دولار", "£": "جنيه"}, cents: "-"},
	"hi": {dot: "डॉट", at: "ऐट", slash: "स्लैश", and: "और", percent: "प्रतिशत", to: "से", magnitude: map[string]string{"M": "मिलियन"}, currency: map[string]string{"€": "यूरो", "$": "डॉलर", "₹": "रुपये"}, cents: "-"},
}

// metric are units that most languages of Europe call alike.
var metric = map[string]string{"kwh": "kilowatt", "mw": "megawatt", "kw": "kilowatt", "w": "watt", "v": "volt", "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte", "hz": "hertz", "khz": "kilohertz", "mhz": "megahertz", "ghz": "gigahertz"}

func with(base, more map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range []map[string]string{base, more} {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

var (
	reDMY     = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$`)
	reHM      = regexp.MustCompile(`^([01]?\d|2[0-4])[:h]([0-5]\d)$`)
	reGroup   = regexp.MustCompile(`^\d{3}(?:[,.]\d{1,2})?$`)
	reCents   = regexp.MustCompile(`^(\d[\d.]*),(\d\d)$`)
	reNumeral = regexp.MustCompile(`^[-−+~≈]?\d[\d.,]*$`)
)

// spaced are the languages that write thousands apart: "1 299,99".
var spaced = map[string]bool{"fr": true, "pl": true, "sv": true, "nb": true, "ru": true, "uk": true, "cs": true}

// foreign fills in the speech for a voice of another language.
func foreign(tokens []Token, base string) []Token {
	l := languages[base]
	if spaced[base] {
		tokens = joinGroups(tokens)
	}
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		number := reNumeral.MatchString(t.Spoken)
		var next *Token
		if i+1 < len(tokens) && t.Pause == 0 {
			next = &tokens[i+1]
		}
		switch {
		case next != nil && t.After == "" && l.currency[t.Spoken] != "" && reNumeral.MatchString(next.Spoken): // "€ 12"
			currency := l.currency[t.Spoken]
			t.Spoken = ""
			if i+2 < len(tokens) && next.After == "" && l.large(tokens[i+2].Spoken) != "" { // "R$ 3 mi"
				tokens[i+2].Spoken = l.large(tokens[i+2].Spoken) + l.amount(currency)
				i++
			} else {
				next.Spoken = l.money(next.Spoken, currency)
			}
			i++
		case number && next != nil && t.After == "" && l.currency[next.Spoken] != "" && reCents.MatchString(t.Spoken): // "12,50 €"
			t.Spoken, next.Spoken = l.split(t.Spoken, l.currency[next.Spoken])
			i++
		case number && next != nil && t.After == "." && l.days != nil && l.month(next.Spoken): // "3. Oktober"
			t.Spoken, t.After = l.day(t.Spoken), ""
		case number && next != nil && t.After == "" && l.units[strings.ToLower(next.Spoken)] != "" && (len(next.Spoken) > 1 || next.Spoken == strings.ToLower(next.Spoken)): // "5 km"
			t.Spoken = l.say(t.Spoken)
			next.Spoken = l.units[strings.ToLower(next.Spoken)]
			i++
		case next != nil && l.hour != "" && reHM.MatchString(t.Spoken) && strings.EqualFold(next.Spoken, l.hour): // "9:30 Uhr"
			m := reHM.FindStringSubmatch(t.Spoken)
			t.Spoken = trimZero(m[1])
			if m[2] != "00" {
				next.Spoken += " " + trimZero(m[2])
			}
			i++
		case strings.EqualFold(t.Spoken, "z") && next != nil && strings.EqualFold(next.Spoken, "B") && base == "de": // "z. B."
			t.Spoken, t.After, next.Spoken, next.After = "zum", "", "Beispiel", ""
			i++
		default:
			abbreviated := l.words[strings.ToLower(t.Spoken)] != ""
			t.Spoken = l.say(t.Spoken)
			if abbreviated && t.After == "." && next != nil {
				if t.After = ""; strings.HasSuffix(t.Shown, ",") {
					t.After = ","
				}
			}
		}
	}
	return tokens
}

// large is a magnitude's name, however it is written.
func (l language) large(w string) string {
	if name := l.magnitude[w]; name != "" {
		return name
	}
	for _, name := range l.magnitude {
		if w == name {
			return name
		}
	}
	return ""
}

// amount is what stands behind millions: " de dólares", " d'euros", " Euro".
func (l language) amount(currency string) string {
	switch {
	case l.of == " de ":
		return l.of + currency
	case l.first == "premier" && strings.HasPrefix(currency, "e"):
		return " d'" + currency
	case l.first == "premier":
		return " de " + currency
	}
	return " " + currency
}

// joinGroups makes one token of the groups of "1 299,99".
func joinGroups(tokens []Token) []Token {
	var out []Token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if isDigits(t.Spoken) && len(t.Spoken) <= 3 {
			for i+1 < len(tokens) && t.After == "" && t.Pause == 0 && reGroup.MatchString(tokens[i+1].Spoken) {
				i++
				t.Spoken += tokens[i].Spoken
				t.Shown += " " + tokens[i].Shown
				t.After, t.Pause = tokens[i].After, tokens[i].Pause
			}
		}
		out = append(out, t)
	}
	return out
}

func (l language) month(w string) bool {
	for _, m := range l.months {
		if strings.EqualFold(m, w) {
			return true
		}
	}
	return false
}

// day says a day of the month as the language does.
func (l language) day(d string) string {
	n, err := strconv.Atoi(d)
	switch {
	case err != nil:
		return d
	case n == 1 && l.first != "":
		return l.first
	case n < len(l.days):
		return l.days[n]
	}
	return strconv.Itoa(n)
}

// germanDays are the days as they stand after "am": "am dritten Oktober".
var germanDays = strings.Split(" ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten einundzwanzigsten zweiundzwanzigsten dreiundzwanzigsten vierundzwanzigsten fünfundzwanzigsten sechsundzwanzigsten siebenundzwanzigsten achtundzwanzigsten neunundzwanzigsten dreißigsten einunddreißigsten", " ")

// split says an amount with hundredths in two parts: the whole, and the currency
// with the rest.
func (l language) split(n, currency string) (whole, rest string) {
	m := reCents.FindStringSubmatch(n)
	if m == nil || l.cents == "-" || l.cents == "" {
		return n, currency
	}
	if m[2] == "00" {
		return m[1], currency
	}
	return m[1], currency + l.cents + trimZero(m[2])
}

func (l language) money(n, currency string) string {
	whole, rest := l.split(n, currency)
	return whole + " " + rest
}

func trimZero(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return "0"
}

func (l language) say(w string) string {
	if l.dot != "" && (reEmail.MatchString(w) || reDomain.MatchString(w) && looksLikeAddress(w)) {
		return address(w, l.dot, l.at, l.slash)
	}
	if as := l.words[strings.ToLower(w)]; as != "" && (utf8.RuneCountInString(w) > 1 || strings.ToUpper(w) == w) {
		return as
	}
	if rest, ok := strings.CutPrefix(w, "§"); ok && rest != "" && l.words["§"] != "" {
		return l.words["§"] + " " + rest
	}
	switch w {
	case "&":
		return l.and
	case "–", "—", "-", "·", "•", "|", "→", "*":
		return ""
	}
	if m := reDMY.FindStringSubmatch(w); m != nil && len(l.months) == 12 {
		if month, _ := strconv.Atoi(m[2]); month >= 1 && month <= 12 {
			return l.day(trimZero(m[1])) + l.of + l.months[month-1] + l.of + m[3]
		}
	}
	if m := reHM.FindStringSubmatch(w); m != nil && l.hour != "" {
		if m[2] == "00" {
			return trimZero(m[1]) + map[bool]string{true: " " + l.hour}[l.hour != "y" && l.hour != "e"]
		}
		return trimZero(m[1]) + " " + l.hour + " " + trimZero(m[2])
	}
	if reHM.MatchString(w) {
		return w
	}
	if m := reRatio.FindStringSubmatch(w); m != nil && l.to != "" {
		return m[1] + " " + l.to + " " + m[2]
	}
	if w == "24/7" {
		return "24 7"
	}
	tail := ""
	for _, sign := range signsOf(l.currency) {
		name := l.currency[sign]
		if w == sign {
			return name
		}
		rest, ok := strings.CutPrefix(w, sign)
		if !ok {
			rest, ok = strings.CutSuffix(w, sign)
		}
		if ok && l.magnitude[rest] != "" { // "M€"
			return l.magnitude[rest] + l.amount(name)
		}
		if ok && rest != "" {
			if reCents.MatchString(rest) {
				return l.money(rest, name)
			}
			w, tail = rest, " "+name
			break
		}
	}
	if rest, ok := strings.CutSuffix(w, "%"); ok {
		if rest == "" {
			return l.percent
		}
		w, tail = rest, " "+l.percent
	}
	digits := strings.TrimRight(w, "kKMBiordsoTln")
	if name := l.magnitude[w[len(digits):]]; name != "" && strings.Trim(digits, "0123456789.,") == "" && digits != "" {
		w, tail = digits, " "+name+tail
	} else if tail == "" {
		for at := len(w) - 1; at > 0; at-- { // "5km", "20°C"
			if r := w[at-1]; r >= '0' && r <= '9' {
				if name := l.units[strings.ToLower(w[at:])]; name != "" && (len(w)-at > 1 || w[at:] == strings.ToLower(w[at:])) && strings.Trim(w[:at], "0123456789.,-−") == "" {
					return w[:at] + " " + name
				}
				break
			}
		}
	}
	if a, b, ok := strings.Cut(w, "–"); ok && l.to != "" && isDigits(a) && isDigits(b) {
		w = a + " " + l.to + " " + b
	}
	// A decimal point where the language writes a comma is read as one.
	if whole, frac, ok := strings.Cut(w, "."); ok && l.comma && isDigits(whole) && isDigits(frac) && len(frac) != 3 {
		w = whole + "," + frac
	}
	return w + tail
}

// signsOf are a table's currencies, the longest first, so that "R$" is not "$".
func signsOf(table map[string]string) []string { return Sounds(table).keys() }
