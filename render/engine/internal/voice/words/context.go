package words

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	reAreaCode = regexp.MustCompile(`^\(\d{2,5}\)$`)
	reCountry  = regexp.MustCompile(`^\+\d{1,3}$`)
	reTrunk    = regexp.MustCompile(`^0\d{2,4}$`)
	reCount    = regexp.MustCompile(`^\d[\d,]*(?:\.\d+)?m$`)
	reDigits   = regexp.MustCompile(`^\d{2,5}(?:-\d{2,5})*$`)
	reRoman    = regexp.MustCompile(`^(?:X{0,3})(?:IX|IV|V?I{0,3})$`)
	reSlashes  = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})$`)
	reSpan     = regexp.MustCompile(`^(\p{L}+)\.?([–—/-])(\p{L}+)$`)
	reDose     = regexp.MustCompile(`^\d[\d.,]*(?:mg|g|ml|µg|min|h|reps)$`)
	reHouse    = regexp.MustCompile(`^\d{1,3}[A-HMTB]$`)
	reTens     = regexp.MustCompile(`^([1-5]0)s$`)
	reHalves   = regexp.MustCompile(`^(\d{1,3})([½¼¾⅓⅔])$`)
)

// spelledNumber says the tokens of a telephone number in figures and returns how
// many there are: "(555) 123-4567", "+1 555 123 4567".
func spelledNumber(tokens []Token) int {
	shown := strings.TrimRight(tokens[0].Shown, ",.;:!?")
	trunk := reTrunk.MatchString(tokens[0].Shown) // "020 7946 0958"
	if !trunk && !reAreaCode.MatchString(shown) && !reCountry.MatchString(tokens[0].Spoken) || tokens[0].Pause > 0 {
		return 0
	}
	n, digits := 1, 0
	for n < len(tokens) && n < 6 && (n == 1 || tokens[n-1].After == "") && reDigits.MatchString(tokens[n].Spoken) && (n > 1 || tokens[0].After != "." && tokens[0].After != ";") {
		digits += len(tokens[n].Spoken)
		n++
	}
	if digits < 5 || trunk && digits < 6 {
		return 0
	}
	for i := range tokens[:n] {
		t := &tokens[i]
		plus := strings.HasPrefix(t.Spoken, "+")
		if t.Spoken = phone(t.Spoken); plus && !strings.HasPrefix(t.Spoken, "plus") {
			t.Spoken = "plus " + t.Spoken
		}
		if i+1 < n {
			t.After = ","
		}
	}
	return n
}

// shortMonths and shortDays stand for their names beside a number or in a span.
var (
	shortMonths = map[string]string{"jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June", "jul": "July", "aug": "August", "sep": "September", "sept": "September", "oct": "October", "nov": "November", "dec": "December"}
	shortDays   = map[string]string{"mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}
	// numbered stand for their names before a number.
	numbered = map[string]string{"no": "number", "nos": "numbers", "vol": "volume", "fig": "figure", "ch": "chapter", "sec": "section", "p": "page", "pp": "pages", "ver": "version", "eq": "equation", "ext": "extension", "ep": "episode", "apt": "apartment", "bldg": "building"}
	// titled stand for their names before a name, and ways behind one.
	titled = map[string]string{"gov": "Governor", "sen": "Senator", "rep": "Representative", "gen": "General", "col": "Colonel", "capt": "Captain", "lt": "Lieutenant", "sgt": "Sergeant", "rev": "Reverend", "hon": "Honourable", "mt": "Mount", "ft": "Fort", "messrs": "Messers"}
	ways   = map[string]string{"st": "Street", "ave": "Avenue", "rd": "Road", "ln": "Lane", "hwy": "Highway", "sq": "Square", "bldg": "Building", "co": "Company", "bros": "Brothers"}
	// masses are what a number with an m behind it counts in millions.
	masses = wordSet("people users customers clients views viewers visits visitors downloads followers subscribers readers listeners members players jobs homes households families copies records sales streams shares likes clicks requests orders transactions devices accounts installs patients students children voters passengers tourists tonnes dollars euros pounds")
	// counted are what Roman numerals count; kings are what they order.
	counted = wordSet("war chapter part phase volume act book type class stage level section title article appendix figure grade tier bowl rocky apollo step round series generation mark")
	kings   = wordSet("louis henry elizabeth charles george edward william philip pius john paul benedict catherine frederick napoleon richard james leo alexander nicholas francis gregory otto")
)

// named are what numbers of three figures name; versions what those of software do.
var (
	named    = wordSet("room suite flight route highway studio apartment error code line gate")
	versions = wordSet("version versions release")
)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// currencyCodes are said as words beside a number.
var currencyCodes = wordSet("usd eur gbp jpy inr chf cad aud nzd sek nok dkk pln cny brl mxn zar aed sgd")

// monthName is a month's name from it or from its short form, in lower case.
func monthName(w string) string {
	if m := shortMonths[w]; m != "" {
		return m
	}
	for _, m := range monthNames {
		if strings.EqualFold(m, w) {
			return m
		}
	}
	return ""
}

// englishInContext says what its neighbours decide.
func englishInContext(tokens []Token, i int, american bool) (string, bool) {
	w := tokens[i].Spoken
	lower := strings.ToLower(w)
	at := func(k int) string {
		if k < 0 || k >= len(tokens) || k > i && tokens[i].Pause > 0 {
			return ""
		}
		b, _ := bare(tokens[k].Shown)
		return b
	}
	before, after := at(i-1), at(i+1)
	figure := func(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
	switch {
	case shortMonths[lower] != "" && (figure(after) || figure(before) && tokens[i-1].After == ""):
		return shortMonths[lower], true
	case (lower == "max" || lower == "min") && tokens[i].After == "." && figure(after): // and Max is a name
		return lower + "imum", true
	case lower == "c" && tokens[i].After == "." && len(after) == 4 && isDigits(after): // "c. 1850"
		return "circa", true
	case numbered[lower] != "" && (figure(after) || tokens[i].After == "." && len(after) > 0 && reRoman.MatchString(after)) && (tokens[i].After == "." || len(lower) > 2 && lower != "sec"):
		return numbered[lower], true
	case ways[lower] != "" && strings.Contains(tokens[i].Shown, ".") && capital(before) && (!capital(after) || lower != "st" || strings.Contains(tokens[i].Shown, ",") || figure(at(i-2))):
		return ways[lower], true
	case lower == "st" && capital(after):
		return "Saint", true
	case lower == "st" && capital(before):
		return "Street", true
	case titled[lower] != "" && tokens[i].After == "." && capital(w) && capital(after):
		return titled[lower], true
	case shortDays[lower] != "" && capital(w) && !strings.EqualFold(before, "the") && (len(lower) > 3 || figure(after) || monthName(strings.ToLower(after)) != "" || opens[strings.ToLower(before)] || dayNear(tokens, i)):
		return shortDays[lower], true
	case (lower == "am" || lower == "pm") && figure(before) && tokens[i-1].After == "": // "5 pm"
		return strings.TrimSpace(halfDay(lower)), true
	case (w == "x" || w == "×") && figure(after) && at(i+2) != "=" && (figure(before) || i > 0 && measured(tokens[i-1].Spoken)):
		if isDigits(before) && reDose.MatchString(after) { // "2 x 500mg"
			return "times", true
		}
		return "by", true
	case reHouse.MatchString(w) && capital(after) && tokens[i].After == "": // "221B Baker Street"
		return cardinal(w[:len(w)-1]) + " " + w[len(w)-1:], true
	case reCount.MatchString(w) && masses[strings.ToLower(after)]:
		n, ok := decimal(strings.TrimSuffix(w, "m"))
		return n + " million", ok
	case shortDays[strings.ToLower(before)] != "" && reFraction.MatchString(w): // "Tues., 3/10"
		m := reFraction.FindStringSubmatch(w)
		if s, ok := dayInFigures(w); ok {
			return s, true
		}
		if american {
			m[1], m[2] = m[2], m[1]
		}
		if m[1] < "32" || len(m[1]) == 1 {
			if n := pad2(m[2]); len(m[2]) <= 2 && n >= "01" && n <= "12" {
				return "the " + ordinal(cardinal(m[1])) + " of " + monthNames[int(n[0]-'0')*10+int(n[1]-'0')-1], true
			}
		}
	case dayBefore[strings.ToLower(before)] || strings.EqualFold(before, "and") && reFraction.MatchString(at(i-2)):
		if s, ok := dayInFigures(w); ok {
			return s, true
		}
	}
	if m := reTens.FindStringSubmatch(w); m != nil && !aged[strings.ToLower(before)] { // "a 10s clip", and not "her 30s"
		if i == 0 || articles[strings.ToLower(before)] {
			return cardinal(m[1]) + " second", true
		}
		return cardinal(m[1]) + " seconds", true
	}
	if said, ok := keyed(tokens, i); ok {
		return said, true
	}
	switch {
	case isDigits(w) && (named[strings.ToLower(before)] || named[strings.ToLower(at(i-2))] && len(before) == 2 && strings.ToUpper(before) == before): // "Room 101", "Flight BA 2490"
		switch len(w) {
		case 3:
			return labelled(w), true
		case 4:
			return year(w), true
		}
	case currencyCodes[lower] && figure(before) && tokens[i-1].After == "" && w == strings.ToUpper(w):
		return currencies[lower].unit.many, true
	}
	if m := reSlashes.FindStringSubmatch(w); m != nil {
		if s, ok := calendar(m[1], m[3], m[4], american && m[2] == "/"); ok {
			return s, true
		}
	}
	if s, ok := versionNumber(w, software[strings.ToLower(before)] || versions[strings.ToLower(before)]); ok {
		return s, true
	}
	if m := reHalves.FindStringSubmatch(w); m != nil {
		return cardinal(m[1]) + " and " + englishWords[m[2]], true
	}
	if m := reSpan.FindStringSubmatch(w); m != nil {
		for _, table := range []map[string]string{shortDays, shortMonths} {
			if a, b := table[strings.ToLower(m[1])], table[strings.ToLower(m[3])]; a != "" && b != "" {
				return a + map[bool]string{true: " and ", false: " to "}[m[2] == "/"] + b, true
			}
		}
	}
	if reRoman.MatchString(w) && w != "" {
		n := roman(w)
		switch head := strings.ToLower(before); {
		case len(w) == 1 && (w == "I" || !kings[head] && !counted[head] && !counted[numbered[head]]):
		case kings[head]:
			return "the " + ordinal(cardinal(n)), true
		case counted[head] || counted[numbered[head]] || before != "" && before[0] >= 'A' && before[0] <= 'Z' && i > 1 && len(w) > 2:
			return cardinal(n), true
		}
	}
	return "", false
}

// opens stand before the short name of a day, dayBefore before a day in figures.
var (
	opens     = wordSet("on every each closed open until till from")
	dayBefore = wordSet("on by before after until till from since to through due between")
)

// aged are words before a decade, of a century or of a life; articles before a thing.
var (
	aged     = wordSet("the early mid late his her their our my your roaring")
	articles = wordSet("a an each every this one")
)

// dayNear says whether another day is named beside token i, or with "and" between.
func dayNear(tokens []Token, i int) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(tokens) && k != i+3*step; k += step {
			w, _ := bare(tokens[k].Shown)
			if lower := strings.ToLower(w); capital(w) && (shortDays[lower] != "" || strings.HasSuffix(lower, "day") && shortDays[lower[:3]] == englishName(lower)) {
				return true
			} else if lower != "and" && lower != "or" && lower != "&" {
				break
			}
		}
	}
	return false
}

// englishName writes a word with a capital.
func englishName(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

func capital(s string) bool { return s != "" && unicode.IsUpper([]rune(s)[0]) }

// measured says whether a unit's name ends what has been said already.
func measured(said string) bool {
	said = said[strings.LastIndexByte(said, ' ')+1:]
	for _, u := range englishUnits {
		if said == u.one || said == u.many {
			return true
		}
	}
	return false
}

// calendar says a date in figures; first is the day unless it cannot be, or the
// month comes first.
func calendar(first, second, yearDigits string, monthFirst bool) (string, bool) {
	number := func(s string) int {
		n := 0
		for _, c := range s {
			n = 10*n + int(c-'0')
		}
		return n
	}
	day, month := number(first), number(second)
	if monthFirst || month > 12 {
		day, month = month, day
	}
	if month < 1 || month > 12 || day < 1 || day > 31 {
		if day < 1 || day > 12 || month < 1 || month > 31 {
			return "", false
		}
		day, month = month, day
	}
	return "the " + ordinal(below1000(pad(day))) + " of " + monthNames[month-1] + " " + year(yearDigits), true
}

func pad(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }

// roman is a numeral up to 39, in figures.
func roman(s string) string {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	n := 0
	for i := range len(s) {
		if i+1 < len(s) && value[s[i]] < value[s[i+1]] {
			n -= value[s[i]]
		} else {
			n += value[s[i]]
		}
	}
	return strings.TrimLeft(pad(n), "0")
}
