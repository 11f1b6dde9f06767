package words

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ordinalMark is what stands behind a number to order: "2.º", "21st", "3ème", "8ste".
var ordinalMark = map[string]*regexp.Regexp{
	"es": regexp.MustCompile(`^(\d{1,2})\.?(º|ª|er|ra|ro|do|da|to|ta)$`),
	"pt": regexp.MustCompile(`^(\d{1,2})\.?(º|ª|°)$`),
	"it": regexp.MustCompile(`^(\d{1,2})(º|ª|°)$`),
	"fr": regexp.MustCompile(`^(\d{1,2}|[XVI]+)(er|re|e|è|ème|nd|nde)$`),
	"nl": regexp.MustCompile(`^(\d{1,2})(e|de|ste)$`),
}

// Ordinals that are words of their own, from the first, and those of the tens, from
// the tenth or the twentieth.
var (
	spanishLow  = strings.Fields("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno")
	spanishTens = strings.Fields("vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo")
	portugueseL = strings.Fields("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono")
	portugueseT = strings.Fields("décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo")
	italianLow  = strings.Fields("primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo")
	italianTens = strings.Fields("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
	italianEnds = strings.Fields("un du tre quattr cinqu sei sett ott nov")
	germanOnes  = strings.Fields("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
	germanTens  = strings.Fields("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
	dutchOnes   = strings.Fields("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien")
	dutchTens   = strings.Fields("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
	frenchOnes  = strings.Fields("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")
	frenchTens  = strings.Fields("vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
)

// ordinalIn says the nth, 1 to 99, in a language, in the form that stands before a
// masculine word or none; "" where the language is not known.
func ordinalIn(base string, n int) string {
	if n < 1 || n > 99 {
		return ""
	}
	tens, ones := n/10, n%10
	switch base {
	case "de":
		switch n {
		case 1, 3, 7, 8:
			return map[int]string{1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}[n]
		}
		if n < 20 {
			return germanOnes[n-1] + "te"
		}
		return under(germanOnes, germanTens, n, "und") + "ste"
	case "nl":
		switch {
		case n == 1 || n == 3 || n == 8:
			return map[int]string{1: "eerste", 3: "derde", 8: "achtste"}[n]
		case n < 20:
			return dutchOnes[n-1] + "de"
		}
		and := "en"
		if ones == 2 || ones == 3 {
			and = "ën"
		}
		return under(dutchOnes, dutchTens, n, and) + "ste"
	case "fr":
		if n == 1 {
			return "premier"
		}
		return frenchOrdinal(n)
	case "es":
		if n < 20 {
			return spanishLow[n-1]
		}
		return strings.TrimSpace(spanishTens[tens-2] + " " + slices.Concat([]string{""}, spanishLow)[ones])
	case "pt":
		if n < 10 {
			return portugueseL[n-1]
		}
		return strings.TrimSpace(portugueseT[tens-1] + " " + slices.Concat([]string{""}, portugueseL)[ones])
	case "it":
		if n < 20 {
			return italianLow[n-1]
		}
		stem := italianTens[tens-2]
		switch ones {
		case 0:
			return stem[:len(stem)-1] + "esimo"
		case 1, 8: // the vowels would meet
			stem = stem[:len(stem)-1]
		}
		return stem + italianEnds[ones-1] + "esimo"
	}
	return ""
}

// under builds a number from twenty up with its ones in front: "einundzwanzig".
func under(ones, tens []string, n int, and string) string {
	if n%10 == 0 {
		return tens[n/10-2]
	}
	return ones[n%10-1] + and + tens[n/10-2]
}

func frenchOrdinal(n int) string {
	words := ""
	switch tens, ones := n/10, n%10; {
	case n < 20:
		words = frenchOnes[n-1]
	case n == 71:
		words = "soixante et onze"
	case tens == 7 || tens == 9:
		words = frenchTens[tens-2] + "-" + frenchOnes[ones+9]
	case ones == 0:
		words = frenchTens[tens-2]
	case ones == 1 && tens < 8:
		words = frenchTens[tens-2] + " et un"
	default:
		words = frenchTens[tens-2] + "-" + frenchOnes[ones-1]
	}
	switch {
	case strings.HasSuffix(words, "cinq"):
		words += "u"
	case strings.HasSuffix(words, "neuf"):
		words = strings.TrimSuffix(words, "f") + "v"
	default:
		words = strings.TrimSuffix(words, "e")
	}
	return words + "ième"
}

// ordered says a number that carries its language's mark of an ordinal.
func ordered(base, w string) (string, bool) {
	re := ordinalMark[base]
	if re == nil {
		return "", false
	}
	m := re.FindStringSubmatch(w)
	if m == nil {
		return "", false
	}
	digits := m[1]
	if !isDigits(digits) {
		if digits = roman(digits); digits == "" {
			return "", false
		}
	}
	n, _ := strconv.Atoi(digits)
	s := ordinalIn(base, n)
	switch {
	case s == "":
		return "", false
	case base == "fr" && n == 1 && m[2] != "er":
		s = "première"
	case base == "fr" && n == 2 && m[2] == "nd":
		s = "second"
	case base == "fr" && m[2] == "nde":
		s = "seconde"
	case base == "es" && m[2] == "er":
		s = strings.TrimSuffix(s, "o") // "primer", "tercer"
	case m[2] == "ª" || base == "es" && strings.HasSuffix(m[2], "a"):
		parts := strings.Fields(s)
		for i := range parts {
			parts[i] = strings.TrimSuffix(parts[i], "o") + "a"
		}
		s = strings.Join(parts, " ")
	}
	return s, true
}

// germanOrdinal says "3." before a word with the ending that the word in front of it
// asks for.
func germanOrdinal(n int, before string) string {
	s := ordinalIn("de", n)
	switch strings.ToLower(before) {
	case "der", "die", "das", "jede", "diese", "jeder", "jedes", "dieser", "dieses", "welche", "welcher", "":
		return s
	case "ein", "kein", "mein", "unser", "ihr":
		return s + "r"
	}
	return s + "n"
}

// rulers are first names that an ordinal stands behind.
var rulers = wordSet(`louis henri françois charles philippe napoléon jean paul benoît pie léon grégoire luis felipe carlos alfonso fernando juan pedro pablo isabel enrique benedicto pío león gregorio
	luís joão afonso pedro filipe manuel paulo bento leão henrique luigi enrico vittorio umberto giovanni paolo benedetto pio leone gregorio carlo francesco
	ludwig heinrich wilhelm friedrich karl otto franz johannes benedikt leo gregor elisabeth katharina lodewijk willem hendrik karel filips johan benedictus elizabeth george alexander nicolaas`)

// romanIn says a Roman numeral by what stands around it. Numerals of one letter count
// only behind a chapter or a ruler.
func (l language) romanIn(base, w, before string) (string, bool) {
	if !reRoman.MatchString(w) || w == "" {
		return "", false
	}
	digits := roman(w)
	n, _ := strconv.Atoi(digits)
	head := strings.ToLower(before)
	switch {
	case l.chapters[head]:
		return digits, true
	case rulers[head]:
		s := ordinalIn(base, n)
		switch {
		case base == "de":
			return "der " + strings.ToUpper(s[:1]) + s[1:], true
		case base == "nl":
			return "de " + s, true
		case base == "fr" && n > 1, (base == "es" || base == "pt") && n > 10, s == "":
			return digits, true
		}
		return s, true
	case len(w) > 1 && base != "it": // whose numerals espeak-ng orders, as "XIV secolo" wants
		return digits, true
	}
	return "", false
}
