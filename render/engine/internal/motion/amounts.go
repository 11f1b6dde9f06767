package motion

import (
	"math"
	"strconv"
	"strings"
)

// num writes a value as short as it is exact to three figures, or two below a tenth.
func num(v float64) string {
	a := math.Abs(v)
	switch {
	case a >= 1e12:
		return trim(v/1e12, 2) + "T"
	case a >= 1e9:
		return trim(v/1e9, 2) + "B"
	case a >= 1e6:
		return trim(v/1e6, 2) + "M"
	case a >= 1e4:
		return trim(v/1e3, 1) + "k"
	case a >= 100 || a == math.Trunc(a):
		return trim(v, 1)
	case a >= .1:
		return trim(v, 2)
	}
	return trim(v, min(9, 1-int(math.Floor(math.Log10(a)))))
}

// commas are the languages that write 1,5 for one and a half, and €5 as 5 €.
var commas = map[string]bool{"de": true, "fr": true, "es": true, "it": true, "pt": true, "nl": true, "pl": true, "ru": true, "uk": true, "tr": true,
	"sv": true, "da": true, "nb": true, "no": true, "fi": true, "cs": true, "sk": true, "hu": true, "ro": true, "el": true, "bg": true, "hr": true, "id": true, "vi": true}

// thousands are the short names of a language's powers of a thousand.
var thousands = map[string]map[string]string{
	"de": {"k": " Tsd.", "M": " Mio.", "B": " Mrd.", "T": " Bio."},
	"fr": {"B": " Md", "M": " M", "T": " Bn"},
	"nl": {"M": " mln", "B": " mld", "T": " bln"},
	"it": {"M": " Mln", "B": " Mld"},
}

// num is a value as the scene's language writes it.
func (c *comp) num(v float64) string {
	base := baseLang(c.lang())
	if a := math.Abs(v); c.inFull && a >= 1e3 && a < 1e6 {
		return groupedBy(groups(base), trim(v, 0))
	}
	s := num(v)
	if names := thousands[base]; names != nil {
		if n := names[s[len(s)-1:]]; n != "" {
			s = s[:len(s)-1] + n
		}
	}
	if n, a := len(s), math.Abs(v); base == "en" && a >= 1000 && a < 1e4 && strings.Trim(s[n-4:], "0123456789") == "" { // as prompts write it
		s = s[:n-3] + "," + s[n-3:]
	}
	return c.localDecimal(s)
}

// groups is what a language writes between thousands.
func groups(base string) string {
	switch {
	case base == "de" || base == "es" || base == "it" || base == "pt" || base == "nl" || base == "tr" || base == "id" || base == "da" || base == "el":
		return "."
	case commas[base]:
		return "\u00a0"
	}
	return ","
}

// groupedBy writes whole digits in groups of three.
func groupedBy(sep, digits string) string {
	if n := len(digits); n > 3 && digits[n-4] >= '0' && digits[n-4] <= '9' {
		return groupedBy(sep, digits[:n-3]) + sep + digits[n-3:]
	}
	return digits
}

// straddle says whether some values would be written with a short "thousand" and others
// in full, which reads as two scales: 28.4k beside 6,100.
func straddle(values []float64) bool {
	short, full := false, false
	for _, v := range values {
		a := math.Abs(v)
		if a >= 1e6 {
			return false
		}
		short, full = short || a >= 1e4, full || a >= 1e3 && a < 1e4
	}
	return short && full
}

// localDecimal writes the point of a number as the scene's language does.
func (c *comp) localDecimal(s string) string {
	base := baseLang(c.lang())
	// The dots of names stay.
	if at := strings.IndexByte(s, '.'); commas[base] && at > 0 && at+1 < len(s) && s[at+1] >= '0' && s[at+1] <= '9' {
		s = s[:at] + "," + s[at+1:]
	}
	return s
}

// counted is the share k of a value, to the last digit that the value itself is written with.
func counted(v, k float64) float64 {
	s := num(v)
	step := map[byte]float64{'k': 1e3, 'M': 1e6, 'B': 1e9, 'T': 1e12}[s[len(s)-1]]
	if step == 0 {
		step = 1
	}
	if _, decimals, ok := strings.Cut(strings.TrimRight(s, "kMBT"), "."); ok {
		return math.Round(v*k/step*math.Pow10(len(decimals))) * step / math.Pow10(len(decimals))
	}
	return math.Round(v*k/step) * step
}

// amount is a value with the chart's unit.
func (c *comp) amount(v float64, unit string) string {
	base := baseLang(c.lang())
	if commas[base] && unit == "€" {
		return c.num(v) + " €"
	}
	return withUnit(c.num(v), unit)
}

func trim(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return strings.Replace(s, "-", "−", 1)
}

// withUnit puts the unit where it belongs: currency before, the rest after.
func withUnit(v, unit string) string {
	unit = strings.TrimSpace(unit)
	if rest := strings.TrimLeft(unit, "€$£¥₹"); rest != "" && rest != unit { // "$k"
		return withUnit(withUnit(v, strings.TrimSpace(rest)), strings.TrimSuffix(unit, rest))
	}
	switch {
	case unit == "":
		return v
	case strings.Trim(unit, "€$£¥₹") == "" || len(unit) <= 3 && strings.HasSuffix(unit, "$"):
		if rest, negative := strings.CutPrefix(v, "−"); negative {
			return "−" + unit + rest
		}
		return unit + v
	case unit == "%":
		return v + " %"
	case strings.Contains("MkKB×x°", unit):
		return v + unit
	}
	return v + " " + unit
}
