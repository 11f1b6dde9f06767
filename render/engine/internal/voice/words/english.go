package words

import (
	"regexp"
	"strings"
	"unicode"
)

// acronym says capitals as letters: "AWS" is "A.W.S", which espeak-ng spells; with
// spaces between, its first letter would be read as the article.
func acronym(w string) (string, bool) {
	stem := strings.TrimSuffix(strings.TrimSuffix(w, "s"), "'")
	stem = strings.TrimSuffix(stem, "’")
	if !spelled[stem] {
		return "", false
	}
	out := strings.Join(strings.Split(strings.ToUpper(stem), ""), ".")
	if stem != w {
		out += "'s"
	}
	return out, true
}

var (
	reFeet    = regexp.MustCompile(`^(\d)['’′](\d{1,2})["″”]?[.,;:!?)]*$`)
	rePower   = regexp.MustCompile(`^(\d+)\^(\d+)$`)
	reEquals  = regexp.MustCompile(`^(\p{L}+)=([-−+]?[\d.,]+.*)$`)
	reDaySpan = regexp.MustCompile(`^(\d{1,2})[-–—](\d{1,2})$`)
	reGarment = regexp.MustCompile(`^(X{0,3}[SML])[-–—](X{0,4}[SML])$`)
	rePence   = regexp.MustCompile(`^(\d{1,2})p$`)
	reShare   = regexp.MustCompile(`(?i)^(\p{L}+)/(mo|yr|hr|day|week|month|year|hour|wk|person|user)$`)
	reSeries  = regexp.MustCompile(`^(\p{Lu}{1,3})(\d+)[-–—](\p{Lu}{1,3})(\d+)$`)
	reNth     = regexp.MustCompile(`(?i)^(\d+(?:st|nd|rd|th))-(\p{L}.*)$`)
	reModel   = regexp.MustCompile(`^(\p{Lu}{2,4})-(\d{3})$`)
	rePlural  = regexp.MustCompile(`^(100|1,?000|10,?000|100,?000|1,?000,?000)s$`)
	reSquare  = regexp.MustCompile(`^(\d{1,3})([²³])$`)
	reGen     = regexp.MustCompile(`^([2-6]G|[48]K|[23]D)$`)

	reDomain   = regexp.MustCompile(`(?i)^(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,24})(?::\d+)?(?:/[^\s]*)?$`)
	reEmail    = regexp.MustCompile(`(?i)^[a-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,24}$`)
	reMoney    = regexp.MustCompile(`(?i)^([-−–+~≈]?)(US\$|A\$|C\$|[$€£¥₹₿])(\d[\d,]*(?:\.\d+)?)(k|m|mn|mm|b|bn|t|tn)?(?:/(\w+))?(?:/(\w+))?\+?$`)
	reMoneyEnd = regexp.MustCompile(`(?i)^([-−–+]?)(\d[\d,]*(?:\.\d+)?)(k|m|mn|b|bn|t|tn)?([€£¥₹₿]|[A-Z]{3})$`)
	reTimes    = regexp.MustCompile(`(?i)^(\d{1,2}(?:[:.][0-5]\d)?(?:am|pm|a\.m|p\.m)?)[-–—](\d{1,2}(?:[:.][0-5]\d)?(?:am|pm|a\.m|p\.m)?)$`)
	reRating   = regexp.MustCompile(`^(\d{1,2}\.\d)/(5|10|100)$`)
	rePart     = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})-(\p{L}+)$`)
	reOver     = regexp.MustCompile(`^(\d{3})/(\d{2,3})$`)
	reBelow    = regexp.MustCompile(`^[-−–](\d{1,3})([CF])$`)
	reAges     = regexp.MustCompile(`(?i)^(under|over)-(\d{1,3})s$`)
	reOrdinal  = regexp.MustCompile(`(?i)^(\d[\d,]*)(st|nd|rd|th)$`)
	reClock    = regexp.MustCompile(`(?i)^([01]?\d|2[0-4])[:.]([0-5]\d)(am|pm|a\.m|p\.m|h)?$`)
	reHour     = regexp.MustCompile(`(?i)^(\d{1,2})(am|pm|a\.m|p\.m)$`)
	reDecade   = regexp.MustCompile(`^['’]?(\d{2}|\d{4})['’]?s$`)
	reISODate  = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	reVersion  = regexp.MustCompile(`(?i)^(v?)(\d+(?:\.\d+)+)(?:-([a-z]+)\.?(\d*))?$`)
	reRange    = regexp.MustCompile(`^(\D{0,3}\d[\d,.]*)(\D{0,4})[–—-]([$€£]?\d[\d,.]*)(.*)$`)
	reRatio    = regexp.MustCompile(`^(\d{1,3}):(\d{1,3})$`)
	reFraction = regexp.MustCompile(`^(\d{1,2})/(\d{1,3})$`)
	reSize     = regexp.MustCompile(`^(\d+)[x×](\d+)$`)
	reAmount   = regexp.MustCompile(`^([-−+~≈<>≥≤±#№]?)(\d[\d,]*(?:\.\d+)?|\.\d+)(\+?)([^\d\s]*)$`)
	rePhone    = regexp.MustCompile(`^\+?\d[\d()-]{6,}$`)
	reRun      = regexp.MustCompile(`\d+(?:\.\d+)?|[^\d]+`)
)

var monthNames = strings.Fields("January February March April May June July August September October November December")

// english fills in the speech of each token for an English voice. american says
// that "3/4/2025" is in March.
func english(tokens []Token, american bool) []Token {
	tokens = joinThousands(tokens)
	word := func(i int) string {
		if i < 0 || i >= len(tokens) {
			return ""
		}
		w, _ := bare(tokens[i].Shown)
		return strings.ToLower(w)
	}
	for i := range tokens {
		tokens[i].Spoken = anglicize(tokens[i].Spoken)
	}
	currencyFirst(tokens)
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		w := t.Spoken
		lower := strings.ToLower(w)
		// A currency before a magnitude word: "$1.85 million" is said "one point
		// eight five" + "million dollars".
		if m := reMoney.FindStringSubmatch(w); m != nil && m[4] == "" && t.After == "" && magnitudes[word(i+1)] != "" && len(word(i+1)) > 1 {
			n, ok := decimal(m[1] + m[3])
			if ok {
				t.Spoken = n
				tokens[i+1].Spoken = magnitudes[word(i+1)] + " " + currencies[strings.ToLower(m[2])].unit.many
				i++
				continue
			}
		}
		if n := englishShape(tokens, i); n > 0 {
			i += n - 1
			continue
		}
		if n := spelledNumber(tokens[i:]); n > 0 {
			i += n - 1
			continue
		}
		if as, ok := englishInContext(tokens, i, american); ok {
			t.Spoken = as
			if t.After == "." && i+1 < len(tokens) {
				t.After = comma(t.Shown)
			}
			continue
		}
		switch {
		case isDigits(w) && monthName(word(i-1)) != "" && len(w) <= 2 && (tokens[i-1].After == "" || shortMonths[word(i-1)] != "" && tokens[i-1].After == "."): // "March 12"
			t.Spoken = ordinal(cardinal(w))
		case isDigits(w) && monthName(word(i+1)) != "" && len(w) <= 2 && t.After == "": // "12 March"
			t.Spoken = "the " + ordinal(cardinal(w))
			tokens[i+1].Spoken = "of " + monthName(word(i+1))
			i++
		case reDaySpan.MatchString(w) && monthName(word(i+1)) != "" && t.After == "": // "1–5 May"
			m := reDaySpan.FindStringSubmatch(w)
			t.Spoken = "the " + ordinal(cardinal(m[1])) + " to the " + ordinal(cardinal(m[2]))
			tokens[i+1].Spoken = "of " + monthName(word(i+1))
			i++
		case isDigits(w) && len(w) <= 3 && t.After == "" && reFraction.MatchString(word(i+1)) && parts[word(i + 1)[strings.IndexByte(word(i+1), '/')+1:]]: // "1 1/2 cups"
			t.Spoken = cardinal(w)
			m := reFraction.FindStringSubmatch(word(i + 1))
			tokens[i+1].Spoken = "and " + strings.Replace(fraction(m[1], m[2]), "one half", "a half", 1)
			i++
		case t.inches && reAmount.MatchString(w):
			name := "inches"
			if w == "1" || t.After == "" && i+1 < len(tokens) { // "a 6.7-inch screen"
				name = "inch"
			}
			t.Spoken = englishWord(w, lower) + " " + name
		case reFeet.MatchString(t.Shown): // "5'11""
			m := reFeet.FindStringSubmatch(t.Shown)
			t.Spoken = cardinal(m[1]) + " foot " + cardinal(m[2])
		case (reAmount.MatchString(w) || reRange.MatchString(w) || reOver.MatchString(w)) && t.After == "" && isUnitWord(tokens, i+1):
			// "5 km": the unit stands alone.
			u, _ := englishUnit(tokens[i+1].Spoken)
			t.Spoken = englishWord(w, lower)
			if tokens[i+1].Spoken = u.of(w); tokens[i+1].After == "." && i+2 < len(tokens) && !capital(tokens[i+2].Shown) {
				tokens[i+1].After = "" // "3 mi. long"
			}
			i++
		case reAmount.MatchString(w) && t.After == "" && powers[word(i+1)] != "" && isUnitWord(tokens, i+2): // "20 sq ft"
			u, _ := englishUnit(tokens[i+2].Spoken)
			t.Spoken = englishWord(w, lower)
			tokens[i+1].Spoken, tokens[i+1].After = powers[word(i+1)], ""
			tokens[i+2].Spoken = u.of(w)
			i += 2
		case reAmount.MatchString(w) && t.After == "" && large[word(i+1)]: // "3 bn"
			t.Spoken = englishWord(w, lower)
			tokens[i+1].Spoken = magnitudes[word(i+1)]
			i++
		case i > 0 && magnitudes[word(i-1)] != "" && len(word(i-1)) > 2 && tokens[i-1].After == "" && isUnitWord(tokens, i): // "2.5 million kWh"
			t.Spoken = englishUnits[lower].many
		case w == ">" && i > 0 && i+1 < len(tokens) && !strings.ContainsAny(tokens[i-1].Shown+tokens[i+1].Shown, "0123456789"): // "Settings > Privacy"
			t.Spoken, t.After = "", ","
		case (w == "x" || w == "×") && i+2 < len(tokens) && (word(i+2) == "=" || tokens[i+2].Spoken == "="): // "3 x 20 = 60"
			t.Spoken = "times"
		case w == "/" && i > 0: // between two of the same: "98.6 °F / 37 °C"
			t.Spoken, t.After = "", ","
		default:
			t.Spoken = englishWord(w, lower)
			if m := reMoney.FindStringSubmatch(w); m != nil && (m[5] == "mo" || m[5] == "yr") && t.After == "." && i+1 < len(tokens) {
				t.After = "" // "$5/mo. per user"
			}
		}
	}
	return tokens
}

// powers are written before a unit; large stand behind a number and are no unit there.
var (
	powers = map[string]string{"sq": "square", "cu": "cubic", "fl": "fluid"}
	large  = wordSet("bn mn tn mio")
)

// isUnitWord reports whether token i is a unit that means one only after a number.
func isUnitWord(tokens []Token, i int) bool {
	if i >= len(tokens) {
		return false
	}
	w := tokens[i].Spoken
	u, ok := englishUnit(w)
	if !ok || u.one == "times" {
		return false
	}
	// "A" and "I" aside, single letters after numbers are units only in lower case
	// ("5 m", "10 s"), except watts and volts.
	return len(w) > 1 || w == "%" || w == "°" || unicode.IsLower(rune(w[0])) || w == "W" || w == "V"
}

func englishWord(w, lower string) string {
	if w == "" {
		return ""
	}
	if as, ok := englishWords[strings.TrimSuffix(lower, ".")]; ok {
		return as
	}
	if as, ok := acronym(w); ok {
		return as
	}
	if m := reGarment.FindStringSubmatch(w); m != nil {
		return m[1] + " to " + m[2]
	}
	if m := reShare.FindStringSubmatch(w); m != nil && unicode.IsLower([]rune(w)[0]) { // "books/yr"
		return englishLetters(m[1]) + " per " + perUnit(m[2])
	}
	if !strings.ContainsAny(w, "0123456789") {
		return englishLetters(w)
	}
	if reGen.MatchString(w) {
		return cardinal(w[:1]) + " " + w[1:]
	}
	if m := rePower.FindStringSubmatch(w); m != nil {
		return cardinal(m[1]) + " to the power of " + cardinal(m[2])
	}
	if m := reEquals.FindStringSubmatch(w); m != nil {
		return m[1] + " equals " + englishWord(m[2], strings.ToLower(m[2]))
	}
	if m := rePence.FindStringSubmatch(w); m != nil { // "45p"
		return cardinal(m[1]) + " " + unit{"penny", "pence"}.of(m[1])
	}
	if m := reSeries.FindStringSubmatch(w); m != nil && m[1] == m[3] {
		return mixed(m[1]+m[2]) + " to " + mixed(m[3]+m[4])
	}
	if m := reNth.FindStringSubmatch(w); m != nil {
		return englishWord(m[1], strings.ToLower(m[1])) + " " + englishLetters(m[2])
	}
	if m := reModel.FindStringSubmatch(w); m != nil {
		return m[1] + " " + labelled(m[2])
	}
	if reEmail.MatchString(w) || reDomain.MatchString(w) {
		return address(w, "dot", "at", "slash", mixed)
	}
	if each, ok := strings.CutSuffix(lower, "pp"); ok && reMoney.MatchString(each) { // "£89pp"
		return englishWord(each, each) + " per person"
	}
	if m := reMoney.FindStringSubmatch(w); m != nil {
		s := money(m[1], m[3], strings.ToLower(m[4]), currencies[strings.ToLower(m[2])].unit, currencies[strings.ToLower(m[2])].cent)
		if m[5] != "" {
			s += " per " + perUnit(m[5])
		}
		if m[6] != "" { // "$8/user/mo"
			s += " per " + perUnit(m[6])
		}
		if strings.HasSuffix(w, "+") {
			s += " plus"
		}
		return s
	}
	if m := reMoneyEnd.FindStringSubmatch(w); m != nil && currencies[strings.ToLower(m[4])].unit.one != "" {
		c := currencies[strings.ToLower(m[4])]
		return money(m[1], m[2], strings.ToLower(m[3]), c.unit, c.cent)
	}
	if m := reTimes.FindStringSubmatch(w); m != nil && strings.ContainsAny(strings.ToLower(w), ":m") { // "8am-6:30pm"
		return englishWord(m[1], strings.ToLower(m[1])) + " to " + englishWord(m[2], strings.ToLower(m[2]))
	}
	if m := reRating.FindStringSubmatch(w); m != nil {
		n, _ := decimal(m[1])
		return n + " out of " + cardinal(m[2])
	}
	if m := rePart.FindStringSubmatch(w); m != nil && parts[m[2]] { // "1/2-inch"
		return fraction(m[1], m[2]) + " " + englishLetters(m[3])
	}
	if m := reOver.FindStringSubmatch(w); m != nil {
		return cardinal(m[1]) + " over " + cardinal(m[2])
	}
	if m := reBelow.FindStringSubmatch(w); m != nil { // "-10C"
		return "minus " + cardinal(m[1]) + " " + englishUnits["°"+strings.ToLower(m[2])].of(m[1])
	}
	if m := reAges.FindStringSubmatch(w); m != nil {
		return m[1] + " " + plural(cardinal(m[2]))
	}
	if m := reOrdinal.FindStringSubmatch(w); m != nil && grouped(m[1]) {
		return ordinal(cardinal(strings.ReplaceAll(m[1], ",", "")))
	}
	if m := reHour.FindStringSubmatch(w); m != nil {
		return cardinal(m[1]) + halfDay(m[2])
	}
	if m := reClock.FindStringSubmatch(w); m != nil && (strings.Contains(w, ":") || m[3] != "") {
		return clock(m[1], m[2], m[3])
	}
	if m := reISODate.FindStringSubmatch(w); m != nil {
		if month := int(m[2][0]-'0')*10 + int(m[2][1]-'0'); month >= 1 && month <= 12 {
			return "the " + ordinal(cardinal(m[3])) + " of " + monthNames[month-1] + " " + year(m[1])
		}
	}
	if m := reDecade.FindStringSubmatch(w); m != nil {
		if len(m[1]) == 4 {
			return plural(year(m[1]))
		}
		if m[1][1] == '0' && m[1] != "00" {
			return plural(tens[m[1][0]-'0'])
		}
	}
	if m := reRatio.FindStringSubmatch(w); m != nil {
		if len(m[2]) == 2 && m[2][0] == '0' { // minutes and seconds: "51:02"
			return cardinal(m[1]) + " oh " + cardinal(m[2])
		}
		return cardinal(m[1]) + " to " + cardinal(m[2])
	}
	if m := reFraction.FindStringSubmatch(w); m != nil {
		if m[1] == m[2] || len(m[2]) > 2 && m[2] != "100" { // "50/50"
			return cardinal(m[1]) + " " + cardinal(m[2])
		}
		return fraction(m[1], m[2])
	}
	if m := rePlural.FindStringSubmatch(w); m != nil { // "1,000s"
		return map[string]string{"100": "hundreds", "1000": "thousands", "10000": "tens of thousands", "100000": "hundreds of thousands", "1000000": "millions"}[strings.ReplaceAll(m[1], ",", "")]
	}
	if m := reSquare.FindStringSubmatch(w); m != nil {
		return cardinal(m[1]) + map[string]string{"²": " squared", "³": " cubed"}[m[2]]
	}
	if m := reSize.FindStringSubmatch(w); m != nil {
		return cardinal(m[1]) + " by " + cardinal(m[2])
	}
	if rePhone.MatchString(w) && (w[0] == '+' || strings.Count(w, "-") > 1 || len(w) == 8 && w[3:5] == "-0") {
		return phone(w)
	}
	if s, ok := versionNumber(w, false); ok {
		return s
	}
	if m := reRange.FindStringSubmatch(w); m != nil {
		if s, ok := span(m[1], m[2], m[3], m[4]); ok {
			return s
		}
	}
	if s, ok := amount(w); ok {
		return s
	}
	return mixed(w)
}

// versionNumber says "v2.10.3-beta.1". With two numbers only, v or its name before it
// makes one of what could be a decimal.
func versionNumber(w string, named bool) (string, bool) {
	m := reVersion.FindStringSubmatch(w)
	if m == nil || !named && m[1] == "" && m[3] == "" && strings.Count(m[2], ".") < 2 {
		return "", false
	}
	out := []string{}
	for _, p := range strings.Split(m[2], ".") {
		out = append(out, cardinal(p))
	}
	s := strings.Join(out, " point ")
	if m[1] != "" {
		s = "version " + s
	}
	if m[3] != "" {
		s += " " + m[3]
	}
	if m[4] != "" {
		s += " " + cardinal(m[4])
	}
	return s, true
}

// labelled says a number of three figures that names something: "one oh one", "three
// eighty", "two fifty-six".
func labelled(d string) string {
	switch {
	case d[0] == '0':
		return spell(d)
	case d[1:] == "00":
		return cardinal(d)
	case d[1] == '0':
		return cardinal(d[:1]) + " oh " + cardinal(d[2:])
	}
	return cardinal(d[:1]) + " " + cardinal(d[1:])
}

func phone(w string) string {
	var out []string
	for _, group := range strings.FieldsFunc(strings.TrimPrefix(w, "+"), func(r rune) bool { return r == '-' || r == '(' || r == ')' }) {
		out = append(out, spell(group))
	}
	s := strings.Join(out, ", ")
	if w[0] == '+' {
		return "plus " + s
	}
	return s
}
