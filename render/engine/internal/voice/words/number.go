package words

import (
	"strings"
)

var ones = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
var scales = []string{"", "thousand", "million", "billion", "trillion", "quadrillion"}

var irregularOrdinals = map[string]string{"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}

// cardinal says a whole number given as digits. More than 18 digits are said one
// by one.
func cardinal(digits string) string {
	trimmed := strings.TrimLeft(digits, "0")
	if trimmed == "" {
		return "zero"
	}
	if len(trimmed) > 18 {
		return spell(digits)
	}
	var groups []string
	for scale := 0; trimmed != ""; scale++ {
		cut := max(0, len(trimmed)-3)
		if g := below1000(trimmed[cut:]); g != "" {
			groups = append(groups, strings.TrimSpace(g+" "+scales[scale]))
		}
		trimmed = trimmed[:cut]
	}
	var b []string
	for i := len(groups) - 1; i >= 0; i-- {
		b = append(b, groups[i])
	}
	// British style, as the built-in voice speaks: "two thousand and five".
	if last := len(b) - 1; last > 0 && !strings.Contains(b[last], "hundred") && !strings.HasSuffix(digits, "000") {
		b[last] = "and " + b[last]
	}
	return strings.Join(b, " ")
}

func below1000(d string) string {
	n := 0
	for _, c := range d {
		n = n*10 + int(c-'0')
	}
	var parts []string
	if n >= 100 {
		parts = append(parts, ones[n/100], "hundred")
		n %= 100
		if n > 0 {
			parts = append(parts, "and")
		}
	}
	switch {
	case n >= 20 && n%10 > 0:
		parts = append(parts, tens[n/10]+"-"+ones[n%10])
	case n >= 20:
		parts = append(parts, tens[n/10])
	case n > 0:
		parts = append(parts, ones[n])
	}
	return strings.Join(parts, " ")
}

// spell says digits one by one.
func spell(digits string) string {
	var out []string
	for _, c := range digits {
		if c >= '0' && c <= '9' {
			out = append(out, ones[c-'0'])
		}
	}
	return strings.Join(out, " ")
}

// decimal says a number as written in English: "1,850.25", "-3", ".5".
func decimal(s string) (string, bool) {
	sign := ""
	if rest, ok := cutMinus(s); ok {
		sign, s = "minus ", rest
	} else if rest, ok := strings.CutPrefix(s, "+"); ok {
		sign, s = "plus ", rest
	}
	whole, frac, dotted := strings.Cut(s, ".")
	if !grouped(whole) || (whole == "" && !dotted) || (dotted && (frac == "" || !isDigits(frac))) {
		return "", false
	}
	whole = strings.ReplaceAll(whole, ",", "")
	out := cardinal(whole)
	if len(whole) > 1 && whole[0] == '0' {
		out = spell(whole)
	}
	if dotted {
		out += " point " + spell(frac)
	}
	return sign + out, true
}

func cutMinus(s string) (string, bool) {
	for _, m := range []string{"-", "−", "–"} {
		if rest, ok := strings.CutPrefix(s, m); ok && rest != "" {
			return rest, true
		}
	}
	return s, false
}

// grouped reports whether s is digits, with commas only between groups of three.
func grouped(s string) bool {
	parts := strings.Split(s, ",")
	for i, p := range parts {
		if !isDigits(p) && (p != "" || len(parts) > 1) {
			return false
		}
		if len(parts) > 1 && (i > 0 && len(p) != 3 || i == 0 && len(p) > 3) {
			return false
		}
	}
	return true
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// ordinal turns a cardinal in words into its ordinal.
func ordinal(words string) string {
	cut := strings.LastIndexAny(words, " -") + 1
	last := words[cut:]
	switch {
	case irregularOrdinals[last] != "":
		last = irregularOrdinals[last]
	case strings.HasSuffix(last, "y"):
		last = last[:len(last)-1] + "ieth"
	default:
		last += "th"
	}
	return words[:cut] + last
}

// year says a four-digit year.
func year(d string) string {
	high, low := d[:2], d[2:]
	switch {
	case d[1:3] == "00": // 2000–2009, 1000–1009
		return cardinal(d)
	case low == "00":
		return below1000(high) + " hundred"
	case low[0] == '0':
		return below1000(high) + " oh " + ones[low[1]-'0']
	}
	return below1000(high) + " " + below1000(low)
}

// plural adds an s the way number words need it.
func plural(words string) string {
	switch {
	case strings.HasSuffix(words, "y"):
		return words[:len(words)-1] + "ies"
	case strings.HasSuffix(words, "x"):
		return words + "es"
	}
	return words + "s"
}
