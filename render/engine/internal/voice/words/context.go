package words

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	reAreaCode   = regexp.MustCompile(`^\(\d{2,5}\)$`)
	reCountry    = regexp.MustCompile(`^\+\d{1,3}$`)
	reTrunk      = regexp.MustCompile(`^0\d{2,4}$`)
	reCount      = regexp.MustCompile(`^\d[\d,]*(?:\.\d+)?m$`)
	reDigits     = regexp.MustCompile(`^\d{2,5}(?:-\d{2,5})*$`)
	reRoman      = regexp.MustCompile(`^(?:X{0,3})(?:IX|IV|V?I{0,3})$`)
	reSlashes    = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})$`)
	reSpan       = regexp.MustCompile(`^(\p{L}+)\.?([–—/-])(\p{L}+)$`)
	reHundredths = regexp.MustCompile(`^\d[\d,]*\.\d\d$`)
	reComma      = regexp.MustCompile(`^([-−+~]?[$€£]?\d+),(\d{1,2})([^\d,.]*)$`)
	reQuotes     = regexp.MustCompile(`^[-−+~]?[$€£]?\d{1,3}(?:['’]\d{3})+(?:\.\d+)?\D*$`)
	reThousand   = regexp.MustCompile(`^[-−+~]?[$€£]?[1-9]\d{0,2}(?:,000)*$`)
	reTens       = regexp.MustCompile(`^([1-5]0)s$`)
	reHalves     = regexp.MustCompile(`^(\d{1,3})([½¼¾⅓⅔])$`)
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
	numbered = map[string]string{"no": "number", "nos": "numbers", "vol": "volume", "fig": "figure", "ch": "chapter", "sec": "section", "p": "page", "pp": "pages", "ver": "version", "eq": "equation", "ext": "extension", "apt": "apartment", "bldg": "building"}
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
	case (w == "x" || w == "×") && figure(after) && (figure(before) || i > 0 && measured(tokens[i-1].Spoken)):
		return "by", true
	case reCount.MatchString(w) && masses[strings.ToLower(after)]:
		n, ok := decimal(strings.TrimSuffix(w, "m"))
		return n + " million", ok
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

// keyed says a number that is dialled or typed in, figure by figure: behind "call" or
// "code", with nothing between but what joins them ("the code is 62262", "text JOIN to
// 62262"). Short ones are known emergency numbers, since people are called, too, and what
// can be ordered is counted unless it is called a number.
func keyed(tokens []Token, i int) (string, bool) {
	w, numbered := strings.CutPrefix(tokens[i].Spoken, "#")
	if !isDigits(w) {
		return "", false
	}
	said := spell(w)
	if numbered {
		said = "number " + said
	}
	for k := i - 1; k >= max(0, i-4) && tokens[k].Pause == 0; k-- {
		before, _ := bare(tokens[k].Shown)
		switch lower := strings.ToLower(before); {
		case keys[lower] || numbers[lower] && numbered:
			return said, len(w) > 4 || len(w) == 4 && k > i-3
		case dialled[lower]:
			return said, len(w) > 4 || emergency[w] && (tokens[i].After != "" || i+1 == len(tokens) || joins[strings.ToLower(tokens[i+1].Spoken)])
		case lower == "number" || lower == "no" && k == i-1:
			numbered = true
		case !joins[lower] && (before != strings.ToUpper(before) || before == ""):
			return "", false
		}
	}
	return "", false
}

// keys are names of what is typed in, numbers of what has a number, and dialled what is
// done to one; joins may stand between.
var (
	keys      = wordSet("code codes pin passcode password zip postcode extension")
	numbers   = wordSet("order booking reference ticket case invoice account serial tracking model licence license passport")
	dialled   = wordSet("call dial text ring phone")
	joins     = wordSet("is to on the at or and for if when now immediately with from")
	emergency = wordSet("000 101 111 112 119 211 311 411 511 611 711 811 911 988 999")
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
