package words

import (
	"cmp"
	"strings"
)

var signs = map[string]string{"-": "minus ", "−": "minus ", "+": "plus ", "~": "about ", "≈": "about ", "<": "less than ", ">": "more than ", "≥": "at least ", "≤": "at most ", "±": "plus or minus ", "#": "number ", "№": "number ", "": ""}

// amount says a number with the sign before it and the unit or magnitude behind:
// "1.85M", "45%", "10ms", "~3x", "500+", "#1".
func amount(w string) (string, bool) {
	m := reAmount.FindStringSubmatch(w)
	if m == nil {
		return "", false
	}
	digits, tail := m[2], strings.TrimRight(m[4], ".")
	var n string
	if m[1] == "" && m[3] == "" && tail == "" && len(digits) == 4 && isDigits(digits) && digits >= "1100" && digits < "2100" {
		return year(digits), true
	}
	n, ok := decimal(digits)
	if !ok {
		return "", false
	}
	n = signs[m[1]] + n
	if stem, ok := strings.CutSuffix(tail, "+"); ok {
		tail, m[3] = stem, "+"
	}
	switch {
	case tail == "":
	case magnitudes[strings.ToLower(tail)] != "" && (tail == "k" || tail == "K" || tail == "M" || tail == "B" || tail == "T" || len(tail) > 1 && englishUnits[strings.ToLower(tail)].one == ""):
		n += " " + magnitudes[strings.ToLower(tail)]
	default:
		name, found := englishUnit(tail)
		if stem, ok := strings.CutPrefix(tail, "-"); ok && !found {
			// "30-second", "5-star"
			return n + " " + englishWord(stem, strings.ToLower(stem)), true
		}
		if !found {
			return "", false
		}
		if digits == "1" {
			n += " " + name.one
		} else {
			n += " " + name.many
		}
	}
	if m[3] == "+" {
		n += " plus"
	}
	return n, true
}

// money says an amount of a currency. With a magnitude or more than two decimals
// there are no cents.
func money(sign, digits, magnitude string, whole, cent unit) string {
	main, frac, dotted := strings.Cut(strings.ReplaceAll(digits, ",", ""), ".")
	prefix := signs[strings.ReplaceAll(sign, "–", "-")]
	if magnitude != "" || !dotted || len(frac) != 2 || cent.one == "" {
		n, _ := decimal(strings.ReplaceAll(digits, ",", ""))
		if magnitude != "" {
			return prefix + n + " " + magnitudes[magnitude] + " " + whole.many
		}
		if n == "one" {
			return prefix + "one " + whole.one
		}
		return prefix + n + " " + whole.many
	}
	name := func(d string, u unit) string {
		if n := cardinal(d); n == "one" {
			return "one " + u.one
		} else {
			return n + " " + u.many
		}
	}
	if frac == "00" {
		return prefix + name(main, whole)
	}
	if strings.Trim(main, "0") == "" {
		return prefix + name(frac, cent)
	}
	return prefix + name(main, whole) + " and " + name(frac, cent)
}

func perUnit(s string) string {
	switch strings.ToLower(s) {
	case "mo":
		return "month"
	case "yr":
		return "year"
	}
	if u, ok := englishUnits[strings.ToLower(s)]; ok {
		return u.one
	}
	return englishWord(s, strings.ToLower(s))
}

func clock(h, m, half string) string {
	out := cardinal(h)
	switch {
	case m == "00" && half == "":
		if len(h) == 2 && h > "12" || h == "0" || h == "00" {
			return out + " hundred"
		}
		return out + " o'clock"
	case m == "00":
	case m[0] == '0':
		out += " oh " + cardinal(m[1:])
	default:
		out += " " + cardinal(m)
	}
	return out + halfDay(half)
}

func halfDay(s string) string {
	switch strings.ToLower(strings.ReplaceAll(s, ".", "")) {
	case "am":
		return " A.M"
	case "pm":
		return " P.M"
	}
	return ""
}

// parts are the numbers that things are divided by.
var parts = wordSet("2 3 4 5 6 7 8 9 10 12 16 20 24 25 30 32 50 60 64 100")

// dayInFigures says "12/31" where it is a day and no fraction.
func dayInFigures(w string) (string, bool) {
	m := reFraction.FindStringSubmatch(w)
	if m == nil || len(m[2]) > 2 {
		return "", false
	}
	month, day := m[1], m[2]
	dayFirst := cmp.Compare(pad2(month), "12") > 0
	if dayFirst {
		month, day = day, month
	}
	if pad2(day) < "13" || pad2(day) > "31" || pad2(month) > "12" || pad2(month) < "01" {
		return "", false
	}
	name := monthNames[int(pad2(month)[0]-'0')*10+int(pad2(month)[1]-'0')-1]
	if dayFirst {
		return "the " + ordinal(cardinal(day)) + " of " + name, true
	}
	return name + " " + ordinal(cardinal(day)), true
}

func pad2(s string) string { return strings.Repeat("0", max(0, 2-len(s))) + s }

func fraction(a, b string) string {
	if !parts[b] { // "9/11"
		return cardinal(a) + " " + cardinal(b)
	}
	n := cardinal(a)
	name := ordinal(cardinal(b))
	switch b {
	case "2":
		name = "half"
		if a != "1" {
			name = "halves"
		}
		return n + " " + name
	case "4":
		name = "quarter"
	}
	if a != "1" {
		name += "s"
	}
	return n + " " + name
}

// span says a range: "5–10%", "$20-30", "2020–2024".
func span(a, between, b, tail string) (string, bool) {
	first, second := a+between, b+tail
	// A unit that stands behind the second number only belongs to both.
	if between == "" {
		if tail != "" && !strings.HasPrefix(a, "$") && !strings.HasPrefix(a, "€") && !strings.HasPrefix(a, "£") {
			first = a
		}
		for _, sign := range []string{"$", "€", "£"} {
			if strings.HasPrefix(a, sign) && !strings.HasPrefix(b, sign) {
				second = sign + second
				first = strings.TrimPrefix(a, sign)
			}
		}
	}
	if strings.ContainsAny(between, "-–—") || strings.HasPrefix(tail, "-") || strings.ContainsAny(tail, "–—0123456789") {
		return "", false
	}
	x := englishWord(first, strings.ToLower(first))
	y := englishWord(second, strings.ToLower(second))
	return x + " to " + y, true
}
