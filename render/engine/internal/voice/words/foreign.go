package words

import (
	"strings"
)

// language holds what espeak-ng needs help with; it reads numbers, dates and most
// signs of its languages by itself.
type language struct {
	dot, at, slash, and, percent, to string
	magnitude                        map[string]string
	currency                         map[string]string
	comma                            bool // decimals are written with a comma
}

var languages = map[string]language{
	"de": {"Punkt", "ät", "Schrägstrich", "und", "Prozent", "bis", map[string]string{"k": "Tausend", "K": "Tausend", "M": "Millionen", "Mio": "Millionen", "Mrd": "Milliarden", "B": "Milliarden"}, map[string]string{"€": "Euro", "$": "Dollar", "£": "Pfund"}, true},
	"es": {"punto", "arroba", "barra", "y", "por ciento", "a", map[string]string{"k": "mil", "K": "mil", "M": "millones"}, map[string]string{"€": "euros", "$": "dólares", "£": "libras"}, true},
	"fr": {"point", "arobase", "barre oblique", "et", "pour cent", "à", map[string]string{"k": "mille", "K": "mille", "M": "millions", "Md": "milliards", "Mds": "milliards"}, map[string]string{"€": "euros", "$": "dollars", "£": "livres"}, true},
	"pt": {"ponto", "arroba", "barra", "e", "por cento", "a", map[string]string{"k": "mil", "K": "mil", "M": "milhões"}, map[string]string{"€": "euros", "$": "dólares", "£": "libras", "R$": "reais"}, true},
	"it": {"punto", "chiocciola", "barra", "e", "per cento", "a", map[string]string{"k": "mila", "K": "mila", "M": "milioni"}, map[string]string{"€": "euro", "$": "dollari", "£": "sterline"}, true},
	"nl": {"punt", "apenstaartje", "schuine streep", "en", "procent", "tot", map[string]string{"k": "duizend", "K": "duizend", "M": "miljoen"}, map[string]string{"€": "euro", "$": "dollar", "£": "pond"}, true},
	"pl": {"kropka", "małpa", "ukośnik", "i", "procent", "do", map[string]string{"M": "milionów"}, map[string]string{"€": "euro", "$": "dolarów", "zł": "złotych"}, true},
	"sv": {"punkt", "snabel-a", "snedstreck", "och", "procent", "till", map[string]string{"M": "miljoner"}, map[string]string{"€": "euro", "$": "dollar", "kr": "kronor"}, true},
	"ar": {"نقطة", "آت", "شرطة", "و", "بالمئة", "إلى", map[string]string{"M": "مليون"}, map[string]string{"€": "يورو", "$": "دولار", "£": "جنيه"}, false},
	"hi": {"डॉट", "ऐट", "स्लैश", "और", "प्रतिशत", "से", map[string]string{"M": "मिलियन"}, map[string]string{"€": "यूरो", "$": "डॉलर", "₹": "रुपये"}, false},
}

// foreign fills in the speech for a voice of another language.
func foreign(tokens []Token, base string) {
	l := languages[base]
	for i := range tokens {
		tokens[i].Spoken = l.say(tokens[i].Spoken)
	}
}

func (l language) say(w string) string {
	if l.dot != "" && (reEmail.MatchString(w) || reDomain.MatchString(w) && looksLikeAddress(w)) {
		return address(w, l.dot, l.at, l.slash)
	}
	switch w {
	case "&":
		return l.and
	case "–", "—", "-", "·", "•", "|", "→", "*":
		return ""
	}
	tail := ""
	for sign, name := range l.currency {
		if rest, ok := strings.CutPrefix(w, sign); ok && rest != "" {
			w, tail = rest, " "+name
		} else if rest, ok := strings.CutSuffix(w, sign); ok && rest != "" {
			w, tail = rest, " "+name
		} else if w == sign {
			return name
		}
	}
	if rest, ok := strings.CutSuffix(w, "%"); ok {
		if rest == "" {
			return l.percent
		}
		w, tail = rest, " "+l.percent
	}
	digits := strings.TrimRight(w, "kKMBiordsoT")
	if name := l.magnitude[w[len(digits):]]; name != "" && strings.Trim(digits, "0123456789.,") == "" && digits != "" {
		w, tail = digits, " "+name+tail
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
