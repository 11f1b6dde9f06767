package words

import (
	"regexp"
	"strings"
)

var (
	reVariant   = regexp.MustCompile(`^([A-Z]\d{2,4})-(\d{2,4})$`)
	rePounds    = regexp.MustCompile(`^£(\d[\d,]*)$`)
	reShillings = regexp.MustCompile(`^(\d{1,2})s$`)
	reOldPence  = regexp.MustCompile(`^(\d{1,2})d$`)
	reRace      = regexp.MustCompile(`^(\d{1,2})[kK]$`)
	reSection   = regexp.MustCompile(`^§+(\d.*)?$`)

	races = wordSet("race races run runs walk marathon course")
	// emergencies are numbers that are called in need, digit by digit.
	emergencies = wordSet("911 999 112 111 101 988 000 110 119")
	calls       = wordSet("call calls calling dial dialling dialing ring phone phoning text")
)

// englishShape speaks words that their shape and their neighbours explain: aeroplanes, old
// money, races, numbers to call in need. used is how many it has spoken.
func englishShape(tokens []Token, i int) (used int) {
	t := &tokens[i]
	next := func(n int) string {
		if i+n >= len(tokens) || tokens[i+n-1].After != "" {
			return ""
		}
		return tokens[i+n].Spoken
	}
	if m := reAirliner.FindStringSubmatch(t.Spoken); m != nil {
		t.Spoken = cardinal(m[1][:1]) + " " + cardinal(m[1][1:]) + " " + cardinal(m[2])
		return 1
	}
	if m := reVariant.FindStringSubmatch(t.Spoken); m != nil {
		t.Spoken = englishWord(m[1], strings.ToLower(m[1])) + " " + cardinal(m[2])
		return 1
	}
	if m := rePounds.FindStringSubmatch(t.Spoken); m != nil && reShillings.MatchString(next(1)) { // "£3 10s 6d"
		n := reShillings.FindStringSubmatch(next(1))[1]
		t.Spoken, used = englishWord(t.Spoken, t.Spoken), 2
		tokens[i+1].Spoken = numberOf(n, "shilling", "shillings")
		if p := reOldPence.FindStringSubmatch(next(2)); p != nil {
			tokens[i+2].Spoken, used = numberOf(p[1], "penny", "pence"), 3
		}
		return used
	}
	if m := reRace.FindStringSubmatch(t.Spoken); m != nil && races[strings.ToLower(next(1))] {
		t.Spoken = cardinal(m[1]) + " K"
		return 1
	}
	if isDigits(t.Spoken) && next(1) == "ft" && isDigits(next(2)) && next(3) == "in" { // "3 ft 6 in"
		n, of := t.Spoken, next(2)
		t.Spoken, tokens[i+1].Spoken = cardinal(n), map[bool]string{true: "foot", false: "feet"}[n == "1"]
		tokens[i+2].Spoken, tokens[i+3].Spoken = cardinal(of), map[bool]string{true: "inch", false: "inches"}[of == "1"]
		return 4
	}
	if t.Spoken == "L/100" && next(1) == "km" {
		t.Spoken, tokens[i+1].Spoken = "litres per hundred", "kilometres"
		return 2
	}
	if t.Spoken == "÷" {
		t.Spoken = "divided by"
		return 1
	}
	if m := reSection.FindStringSubmatch(t.Spoken); m != nil {
		name := "section"
		if strings.HasPrefix(t.Spoken, "§§") {
			name = "sections"
		}
		if t.Spoken = name; m[1] != "" {
			t.Spoken += " " + englishWord(m[1], m[1])
		}
		return 1
	}
	if emergencies[t.Spoken] && i > 1 && wordSet("or and on")[strings.ToLower(tokens[i-1].Spoken)] {
		for k := max(0, i-8); k < i; k++ {
			if calls[strings.ToLower(tokens[k].Shown)] { // "Call 0800 123 4567 or 911"
				t.Spoken = spell(t.Spoken)
				return 1
			}
		}
	}
	return 0
}

// numberOf says a number and what there is so much of.
func numberOf(n, one, many string) string {
	if n == "1" {
		return "one " + one
	}
	return cardinal(n) + " " + many
}
