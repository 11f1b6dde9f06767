package words

import (
	"cmp"
	"strings"
	"unicode"
)

// phoneGroups tells whether tokens begin with a number to call by its shape: an area code
// in brackets or with its zero, or two groups that are no span of years.
func phoneGroups(tokens []Token) bool {
	if reArea.MatchString(tokens[0].Shown) {
		return len(tokens) > 1 && tokens[1].Shown != "" && tokens[1].Shown[0] >= '0' && tokens[1].Shown[0] <= '9'
	}
	if reTrunk.MatchString(tokens[0].Shown) && len(tokens) > 1 && reDigits.MatchString(tokens[1].Spoken) { // "0800 123 45 67"
		return true
	}
	m := reGroups.FindStringSubmatch(tokens[0].Shown)
	return m != nil && (m[1] > "2100" || len(m[1]) > 4 || m[2] > "2100")
}

// telephone says a telephone number digit by digit, and returns of how many tokens it
// is made: one that begins with a country's code, or follows a word for telephone.
func (l language) telephone(tokens []Token, i int) int {
	before := ""
	if i > 0 {
		before, _ = bare(tokens[i-1].Shown)
	}
	calls := telephones[strings.ToLower(before)] || phoneGroups(tokens[i:])
	if _, date := l.dated(tokens[i].Spoken); l.dot == "" || date || !calls && !reCountry.MatchString(tokens[i].Spoken) && !rePhone.MatchString(tokens[i].Spoken) {
		return 0
	}
	if !calls && tokens[i].Spoken[0] != '+' && tokens[i].Spoken[0] != '0' {
		return 0
	}
	n, digits := 0, 0
	for ; i+n < len(tokens) && n < 7; n++ {
		w := tokens[i+n].Shown
		bareDigits := strings.Trim(w, "+()-/.,;:!? 0123456789")
		if bareDigits != "" || strings.Trim(w, "+()-/.,;:!?") == "" {
			break
		}
		digits += len(strings.Map(digit, w))
		if strings.ContainsAny(w[len(w)-1:], ".,;:!?") {
			n++
			break
		}
	}
	if digits < 6 {
		return 0
	}
	for k := range tokens[i : i+n] {
		t := &tokens[i+k]
		plus := strings.HasPrefix(t.Shown, "+")
		var groups []string
		for _, g := range strings.FieldsFunc(t.Shown, func(r rune) bool { return !unicode.IsDigit(r) }) {
			groups = append(groups, strings.Join(strings.Split(g, ""), " "))
		}
		if t.Spoken = strings.Join(groups, ", "); plus {
			t.Spoken = cmp.Or(l.signs["+"], "+") + " " + t.Spoken
		}
		if k+1 < n {
			t.After = ","
		}
	}
	return n
}

func digit(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}
