package words

import (
	"regexp"
	"strings"
	"unicode"
)

// unit is a name for a quantity, in the singular and the plural.
type unit struct{ one, many string }

func units(s string) unit { return unit{s, s + "s"} }

var englishUnits = map[string]unit{
	"%": {"percent", "percent"}, "‰": {"per mille", "per mille"}, "°": units("degree"), "°c": {"degree Celsius", "degrees Celsius"}, "°f": {"degree Fahrenheit", "degrees Fahrenheit"},
	"km": units("kilometre"), "m": units("metre"), "cm": units("centimetre"), "mm": units("millimetre"), "mi": units("mile"), "ft": {"foot", "feet"},
	"km/h": {"kilometre per hour", "kilometres per hour"}, "kmh": {"kilometre per hour", "kilometres per hour"}, "mph": {"mile per hour", "miles per hour"}, "m/s": {"metre per second", "metres per second"},
	"m²": {"square metre", "square metres"}, "m2": {"square metre", "square metres"}, "km²": {"square kilometre", "square kilometres"}, "m³": {"cubic metre", "cubic metres"}, "sqft": {"square foot", "square feet"},
	"kg": units("kilogram"), "g": units("gram"), "mg": units("milligram"), "lb": units("pound"), "lbs": units("pound"), "oz": units("ounce"), "t": units("tonne"),
	"l": units("litre"), "ml": units("millilitre"), "w": units("watt"), "kw": units("kilowatt"), "mw": units("megawatt"), "gw": units("gigawatt"), "wh": {"watt-hour", "watt-hours"},
	"kwh": {"kilowatt-hour", "kilowatt-hours"}, "mwh": {"megawatt-hour", "megawatt-hours"}, "kwp": {"kilowatt peak", "kilowatts peak"}, "v": units("volt"), "hz": {"hertz", "hertz"}, "khz": {"kilohertz", "kilohertz"}, "mhz": {"megahertz", "megahertz"}, "ghz": {"gigahertz", "gigahertz"},
	"kb": units("kilobyte"), "mb": units("megabyte"), "gb": units("gigabyte"), "tb": units("terabyte"), "kib": units("kibibyte"), "mib": units("mebibyte"), "gib": units("gibibyte"),
	"mbit/s": {"megabit per second", "megabits per second"}, "mbps": {"megabit per second", "megabits per second"}, "gbps": {"gigabit per second", "gigabits per second"},
	"ms": units("millisecond"), "s": units("second"), "sec": units("second"), "min": units("minute"), "mins": units("minute"), "h": units("hour"), "hr": units("hour"), "hrs": units("hour"),
	"px": units("pixel"), "fps": {"frame per second", "frames per second"}, "rpm": {"revolution per minute", "revolutions per minute"}, "db": units("decibel"), "pt": units("point"), "pp": {"percentage point", "percentage points"}, "bps": {"basis point", "basis points"},
	"gb/s": {"gigabyte per second", "gigabytes per second"}, "mb/s": {"megabyte per second", "megabytes per second"}, "tb/s": {"terabyte per second", "terabytes per second"}, "gbit/s": {"gigabit per second", "gigabits per second"},
	"x": {"times", "times"}, "×": {"times", "times"},
}

var magnitudes = map[string]string{"k": "thousand", "m": "million", "mn": "million", "mm": "million", "mio": "million", "b": "billion", "bn": "billion", "t": "trillion", "tn": "trillion",
	"thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion"}

var currencies = map[string]struct{ unit, cent unit }{
	"$": {units("dollar"), units("cent")}, "us$": {unit{"US dollar", "US dollars"}, units("cent")}, "usd": {unit{"US dollar", "US dollars"}, units("cent")}, "a$": {unit{"Australian dollar", "Australian dollars"}, units("cent")}, "c$": {unit{"Canadian dollar", "Canadian dollars"}, units("cent")},
	"€": {units("euro"), units("cent")}, "eur": {units("euro"), units("cent")}, "£": {units("pound"), unit{"penny", "pence"}}, "gbp": {units("pound"), unit{"penny", "pence"}}, "¥": {unit{"yen", "yen"}, unit{}}, "jpy": {unit{"yen", "yen"}, unit{}},
	"₹": {units("rupee"), unit{"paisa", "paise"}}, "inr": {units("rupee"), unit{"paisa", "paise"}}, "chf": {unit{"Swiss franc", "Swiss francs"}, unit{"centime", "centimes"}}, "₿": {units("bitcoin"), unit{}},
}

var englishWords = map[string]string{
	"&": "and", "+": "plus", "=": "equals", "@": "at", "×": "times", "→": "to", "≈": "about", "~": "about", "%": "percent", "±": "plus or minus", "≥": "at least", "≤": "at most", "<": "less than", ">": "more than",
	"mr": "Mister", "mrs": "Missus", "ms": "Miz", "dr": "Doctor", "prof": "Professor", "jr": "Junior", "sr": "Senior", "vs": "versus", "etc": "et cetera", "approx": "approximately",
	"e.g": "for example", "i.e": "that is", "inc": "Incorporated", "ltd": "Limited", "corp": "Corporation", "dept": "Department", "w/": "with", "w/o": "without", "a.m": "A.M", "p.m": "P.M", "u.s": "U.S", "u.k": "U.K", "e.u": "E.U", "n/a": "not applicable",
	"c++": "C plus plus", "c#": "C sharp", "f#": "F sharp", ".net": "dot net", "asp.net": "A.S.P dot net", "½": "a half", "¼": "a quarter", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds",
	"saas": "sass", "yaml": "yammel", "json": "jason", "sql": "sequel", "mysql": "my sequel", "postgresql": "postgres", "ios": "eye oh ess", "macos": "mac oh ess", "gif": "giff", "wifi": "why fye", "wi-fi": "why fye", "ui/ux": "U.I and U.X", "co₂": "C.O two", "co2": "C.O two", "devops": "dev ops", "github": "git hub", "gitops": "git ops", "kubernetes": "koober-netties", "nginx": "engine X", "24/7": "twenty-four seven",
}

// spelled are acronyms that are said letter by letter although they could be read
// as words. They count only in capitals: "LED" is not "led".
var spelled = func() map[string]bool {
	m := map[string]bool{}
	for _, a := range strings.Fields("AI AR AWS CEO CI CFO COO CTO CRO CPO CIO CISO EOD EOM ERP ESG ETA EU FAQ HR IDE IPO IT KPI LED NGO OEM OKR QA ROI ROAS SEO SEM SLA TLA UAE UI UK UN UPS US USA USB USP UX VIP VAT AM PM AB EV APR ARR MRR PE PR ATM IP IPA DIY IoT ICU EU ECU EKG") {
		m[a] = true
	}
	return m
}()

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
	rePlural = regexp.MustCompile(`^(100|1,?000|10,?000|100,?000|1,?000,?000)s$`)
	reSquare = regexp.MustCompile(`^(\d{1,3})([²³])$`)
	reGen    = regexp.MustCompile(`^([2-6]G|[48]K|[23]D)$`)

	reDomain   = regexp.MustCompile(`(?i)^(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,24})(?::\d+)?(?:/[^\s]*)?$`)
	reEmail    = regexp.MustCompile(`(?i)^[a-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,24}$`)
	reMoney    = regexp.MustCompile(`(?i)^([-−–+~≈]?)(US\$|A\$|C\$|[$€£¥₹₿])(\d[\d,]*(?:\.\d+)?)(k|m|mn|mm|b|bn|t|tn)?(?:/(\w+))?\+?$`)
	reMoneyEnd = regexp.MustCompile(`(?i)^([-−–+]?)(\d[\d,]*(?:\.\d+)?)(k|m|mn|b|bn|t|tn)?([€£¥₹₿]|EUR|USD|GBP)$`)
	reOrdinal  = regexp.MustCompile(`(?i)^(\d[\d,]*)(st|nd|rd|th)$`)
	reClock    = regexp.MustCompile(`(?i)^([01]?\d|2[0-4])[:.]([0-5]\d)(am|pm|a\.m|p\.m|h)?$`)
	reHour     = regexp.MustCompile(`(?i)^(\d{1,2})(am|pm|a\.m|p\.m)$`)
	reDecade   = regexp.MustCompile(`^['’]?(\d{2}|\d{4})['’]?s$`)
	reISODate  = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	reVersion  = regexp.MustCompile(`(?i)^(v?)(\d+(?:\.\d+)+)$`)
	reRange    = regexp.MustCompile(`^(\D{0,3}\d[\d,.]*)(\D{0,4})[–—-]([$€£]?\d[\d,.]*)(.*)$`)
	reRatio    = regexp.MustCompile(`^(\d{1,3}):(\d{1,3})$`)
	reFraction = regexp.MustCompile(`^(\d{1,2})/(\d{1,3})$`)
	reSize     = regexp.MustCompile(`^(\d+)[x×](\d+)$`)
	reAmount   = regexp.MustCompile(`^([-−+~≈<>≥≤±#№]?)(\d[\d,]*(?:\.\d+)?|\.\d+)(\+?)([^\d\s]*)$`)
	rePhone    = regexp.MustCompile(`^\+?\d[\d()-]{6,}$`)
	reMixed    = regexp.MustCompile(`^[\p{L}\d]+(?:[-–/.'’][\p{L}\d]+)*$`)
	reRun      = regexp.MustCompile(`\d+(?:\.\d+)?|[^\d]+`)
)

var monthNames = strings.Fields("January February March April May June July August September October November December")

// english fills in the speech of each token for an English voice. american says
// that "3/4/2025" is in March.
func english(tokens []Token, american bool) {
	word := func(i int) string {
		if i < 0 || i >= len(tokens) {
			return ""
		}
		w, _ := bare(tokens[i].Shown)
		return strings.ToLower(w)
	}
	currencyFirst(tokens)
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		w := t.Spoken
		lower := strings.ToLower(w)
		// A currency before a magnitude word: "$1.85 million" is said "one point
		// eight five" + "million dollars".
		if m := reMoney.FindStringSubmatch(w); m != nil && m[4] == "" && t.After == "" && magnitudes[word(i+1)] != "" && len(word(i+1)) > 2 {
			n, ok := decimal(m[1] + m[3])
			if ok {
				t.Spoken = n
				tokens[i+1].Spoken = magnitudes[word(i+1)] + " " + currencies[strings.ToLower(m[2])].unit.many
				i++
				continue
			}
		}
		if n := spelledNumber(tokens[i:]); n > 0 {
			i += n - 1
			continue
		}
		if as, ok := englishInContext(tokens, i, american); ok {
			t.Spoken = as
			if t.After == "." && i+1 < len(tokens) {
				t.After = ""
			}
			continue
		}
		switch {
		case isDigits(w) && monthName(word(i-1)) != "" && len(w) <= 2: // "March 12"
			t.Spoken = ordinal(cardinal(w))
		case isDigits(w) && monthName(word(i+1)) != "" && len(w) <= 2 && t.After == "": // "12 March"
			t.Spoken = "the " + ordinal(cardinal(w))
			tokens[i+1].Spoken = "of " + monthName(word(i+1))
			i++
		case reAmount.MatchString(w) && t.After == "" && isUnitWord(tokens, i+1):
			// "5 km": the unit stands alone.
			u := englishUnits[strings.ToLower(tokens[i+1].Spoken)]
			t.Spoken = englishWord(w, lower)
			tokens[i+1].Spoken = u.many
			if w == "1" {
				tokens[i+1].Spoken = u.one
			}
			i++
		default:
			t.Spoken = englishWord(w, lower)
		}
	}
}

// isUnitWord reports whether token i is a unit that means one only after a number.
func isUnitWord(tokens []Token, i int) bool {
	if i >= len(tokens) {
		return false
	}
	w := tokens[i].Spoken
	u, ok := englishUnits[strings.ToLower(w)]
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
	if !strings.ContainsAny(w, "0123456789") {
		return englishLetters(w)
	}
	if reGen.MatchString(w) {
		return cardinal(w[:1]) + " " + w[1:]
	}
	if reEmail.MatchString(w) || reDomain.MatchString(w) {
		return address(w, "dot", "at", "slash")
	}
	if m := reMoney.FindStringSubmatch(w); m != nil {
		s := money(m[1], m[3], strings.ToLower(m[4]), currencies[strings.ToLower(m[2])].unit, currencies[strings.ToLower(m[2])].cent)
		if m[5] != "" {
			s += " per " + perUnit(m[5])
		}
		if strings.HasSuffix(w, "+") {
			s += " plus"
		}
		return s
	}
	if m := reMoneyEnd.FindStringSubmatch(w); m != nil {
		c := currencies[strings.ToLower(m[4])]
		return money(m[1], m[2], strings.ToLower(m[3]), c.unit, c.cent)
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
	if rePhone.MatchString(w) && (w[0] == '+' || strings.Count(w, "-") > 1) {
		return phone(w)
	}
	if m := reVersion.FindStringSubmatch(w); m != nil && (m[1] != "" || strings.Count(m[2], ".") > 1) {
		out := []string{}
		for _, p := range strings.Split(m[2], ".") {
			out = append(out, cardinal(p))
		}
		s := strings.Join(out, " point ")
		if m[1] != "" {
			s = "version " + s
		}
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
		name, found := englishUnits[strings.ToLower(tail)]
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

func fraction(a, b string) string {
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
	case "1", "0":
		return n + " over " + cardinal(b)
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
	if strings.HasPrefix(tail, "-") || strings.ContainsAny(tail, "–—0123456789") {
		return "", false
	}
	x := englishWord(first, strings.ToLower(first))
	y := englishWord(second, strings.ToLower(second))
	return x + " to " + y, true
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

// mixed says words with digits inside: "Q3", "H.264", "GPT-4", "B2B", "1080p".
func mixed(w string) string {
	var out []string
	for _, part := range strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("-–—/_·:|", r) }) {
		if s, ok := amount(part); ok {
			out = append(out, s)
			continue
		}
		if as, ok := englishWords[strings.ToLower(part)]; ok {
			out = append(out, as)
			continue
		}
		for _, run := range reRun.FindAllString(part, -1) {
			switch {
			case isDigits(run) && len(run) == 3 && run[2] != '0', isDigits(run) && run[0] == '0':
				out = append(out, spell(run))
			case isDigits(run) && len(run) == 4:
				out = append(out, year(run))
			case len(run) >= 2 && len(run) <= 3 && len(run) < len(part) && strings.Trim(run, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "": // "MP3", "2FA"
				out = append(out, strings.Join(strings.Split(run, ""), "."))
			case run[0] >= '0' && run[0] <= '9':
				if n, ok := decimal(run); ok {
					out = append(out, n)
				}
			default:
				if s := englishLetters(strings.Trim(run, ".,'’")); s != "" {
					out = append(out, s)
				}
			}
		}
	}
	return strings.Join(out, " ")
}

// englishLetters says a word that has no digits.
func englishLetters(w string) string {
	switch {
	case reEmail.MatchString(w) || reDomain.MatchString(w) && looksLikeAddress(w):
		return address(w, "dot", "at", "slash")
	case strings.HasPrefix(w, "#") && len(w) > 1:
		return "hashtag " + camel(w[1:])
	case strings.HasPrefix(w, "@") && len(w) > 1:
		return "at " + camel(w[1:])
	}
	w = strings.NewReplacer("’", "'", "‘", "'").Replace(w)
	if !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) }) {
		if as, ok := englishWords[w]; ok {
			return as
		}
		return ""
	}
	var out []string
	for _, part := range strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("–—/\\_|·•→+=*&\"“”<>{}[]()^~`", r) }) {
		if as, ok := englishWords[strings.ToLower(part)]; ok {
			part = as
		} else if as, ok := acronym(part); ok {
			part = as
		}
		out = append(out, part)
	}
	joint := " "
	if strings.Contains(w, "&") && len(out) == 2 {
		joint = " and " // R&D
	}
	return strings.Join(out, joint)
}

// looksLikeAddress tells "acme.example" from "end.Start" and "e.g.x".
func looksLikeAddress(w string) bool {
	if strings.Contains(w, "/") || strings.HasPrefix(strings.ToLower(w), "www.") {
		return true
	}
	dot := strings.LastIndexByte(w, '.')
	tld := w[dot+1:]
	return len(w[:dot]) > 1 && strings.ToLower(tld) == tld && len(tld) >= 2
}

// address says a web or mail address.
func address(w, dot, at, slash string) string {
	w = strings.TrimSuffix(regexp.MustCompile(`(?i)^https?://(?:www\.)?`).ReplaceAllString(w, ""), "/")
	w, _, _ = strings.Cut(w, "?")
	w, _, _ = strings.Cut(w, "#")
	var b strings.Builder
	for _, r := range w {
		switch r {
		case '.':
			b.WriteString(" " + dot + " ")
		case '@':
			b.WriteString(" " + at + " ")
		case '/':
			b.WriteString(" " + slash + " ")
		case '-', '_', ':', '+', '%', '~', '=', '&':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	var out []string
	for _, f := range strings.Fields(b.String()) {
		if strings.ContainsAny(f, "0123456789") {
			f = mixed(f)
		} else {
			f = camel(f)
		}
		out = append(out, f)
	}
	return strings.Join(out, " ")
}

// camel divides GoodMorning into its words.
func camel(s string) string {
	var b strings.Builder
	var before rune
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
