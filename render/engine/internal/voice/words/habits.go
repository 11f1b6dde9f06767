package words

import (
	"regexp"
	"strings"
)

// How English amounts are written that another habit has shaped.
var (
	reComma      = regexp.MustCompile(`^([-−+~]?[$€£]?\d+),(\d{1,2})([^\d,.]*)$`)
	reQuotes     = regexp.MustCompile(`^[-−+~]?[$€£]?\d{1,3}(?:['’]\d{3})+(?:\.\d+)?\D*$`)
	reThousand   = regexp.MustCompile(`^[-−+~]?[$€£]?[1-9]\d{0,2}(?:,000)*$`)
	reHundredths = regexp.MustCompile(`^\d[\d,]*\.\d\d$`)
)

// anglicize writes a number the English way that another language has written: "25,5" and
// "3'500".
func anglicize(w string) string {
	if m := reComma.FindStringSubmatch(w); m != nil {
		return m[1] + "." + m[2] + m[3]
	}
	if reQuotes.MatchString(w) {
		return strings.NewReplacer("'", ",", "’", ",").Replace(w)
	}
	return w
}

// joinThousands makes one token of "10 000".
func joinThousands(tokens []Token) []Token {
	out := tokens[:0:0]
	for _, t := range tokens {
		if n := len(out); n > 0 && t.Spoken == "000" && out[n-1].After == "" && out[n-1].Pause == 0 && reThousand.MatchString(out[n-1].Spoken) {
			last := &out[n-1]
			last.Spoken, last.Shown, last.After, last.Pause = last.Spoken+",000", last.Shown+" "+t.Shown, t.After, t.Pause
			continue
		}
		out = append(out, t)
	}
	return out
}

// currencyFirst turns "USD 20" into "US$20", which is said the other way round.
func currencyFirst(tokens []Token) {
	for i := range tokens[:max(0, len(tokens)-1)] {
		sign := map[string]string{"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}[tokens[i].Spoken]
		code := tokens[i].Spoken
		next := tokens[i+1].Spoken
		if tokens[i].After != "" || tokens[i].Pause > 0 {
			continue
		}
		if currencyCodes[strings.ToLower(next)] && next == strings.ToUpper(next) && reHundredths.MatchString(code) { // "1,299.00 USD"
			tokens[i].Spoken, tokens[i+1].Spoken = code+next, ""
			continue
		}
		if next != "" && next[0] >= '0' && next[0] <= '9' {
			switch {
			case sign != "":
				tokens[i].Spoken, tokens[i+1].Spoken = "", sign+next
			case currencyCodes[strings.ToLower(code)] && code == strings.ToUpper(code) && reMoneyEnd.MatchString(next+code):
				tokens[i].Spoken, tokens[i+1].Spoken = "", next+code
			}
		}
	}
}
