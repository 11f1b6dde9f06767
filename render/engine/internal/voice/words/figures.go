package words

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	reDMY     = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$`)
	reHM      = regexp.MustCompile(`^([01]?\d|2[0-4])[:h]([0-5]\d)$`)
	reHMDot   = regexp.MustCompile(`^([01]?\d|2[0-4])\.([0-5]\d)$`)
	reHours   = regexp.MustCompile(`^((?:[01]?\d|2[0-4])(?:[:h.][0-5]\d|h)?)[-–—]((?:[01]?\d|2[0-4])(?:[:h.][0-5]\d|h)?)$`)
	reCents   = regexp.MustCompile(`^([-−]?\d[\d.]*),(\d\d)$`)
	reSigned  = regexp.MustCompile(`^([-−+~≈<>≥≤±])(\D{0,3}\d.*)$`)
	reFromTo  = regexp.MustCompile(`^(\d[\d.,]*)([-–—])(\d[\d.,]*)(\D*)$`)
	reDotted  = regexp.MustCompile(`^([vV]?)(\d+(?:\.\d+)+)(?:-(\p{L}+)\.?(\d*))?$`)
	reGrouped = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+$`)
	reElision = regexp.MustCompile(`^(\p{L}{1,6}['’])(\d.*)$`)
	reDays    = regexp.MustCompile(`^(\p{L}{2,3})\.?[-–—](\p{L}{2,3})\.?$`)
	reMixedN  = regexp.MustCompile(`^(\d+)([½¼¾])$`)
	reLetters = regexp.MustCompile(`\d+|\D+`)
)

func (l language) month(w string) bool {
	for _, m := range l.months {
		if strings.EqualFold(m, w) {
			return true
		}
	}
	return false
}

// monthOf is the full name of a month's short one, of three letters or more.
func (l language) monthOf(short string) string {
	low := strings.ToLower(short)
	if len(low) < 3 || l.month(low) {
		return ""
	}
	for _, m := range l.months {
		if strings.HasPrefix(strings.ToLower(m), low) {
			return m
		}
	}
	return ""
}

// weekday is the full name of a day's short one.
func (l language) weekday(w string) string {
	for i, d := range l.days {
		if i < 7 && len(l.days) == 14 && strings.EqualFold(d, w) {
			return l.days[i+7]
		}
	}
	return ""
}

// feels says that a number of degrees behind the word is one of temperature.
func (l language) feels(before string) bool {
	return temperate[strings.ToLower(before)]
}

// date says a day in figures.
func (l language) date(day, month, year string) (string, bool) {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if len(l.months) != 12 || m < 1 || m > 12 || d < 1 || d > 31 {
		return "", false
	}
	said := strconv.Itoa(d)
	switch {
	case d == 1 && l.first != "":
		said = l.first
	case l.hour == "Uhr":
		said = ordinalIn("de", d) + "n"
	}
	return said + l.of + l.months[m-1] + l.of + year, true
}

// clock says a time of the day in figures.
func (l language) clock(w string) string {
	m := reHM.FindStringSubmatch(w)
	if m == nil {
		m = reHMDot.FindStringSubmatch(w)
	}
	if m == nil || l.hour == "" {
		return w
	}
	hour, minutes := trimZero(m[1]), trimZero(m[2])
	whole := l.hours.of(hour)
	if hour == "1" && l.one != "" {
		hour = l.one
	}
	switch {
	case m[2] == "00":
		return strings.TrimSpace(hour + " " + whole)
	case l.hours.one != "" && l.hour == l.hours.many: // "1 heure 30"
		return hour + " " + whole + " " + minutes
	}
	return hour + " " + l.hour + " " + minutes
}

// hoursFromTo says "9h-18h30", a span of time in figures.
func (l language) hoursFromTo(w string) (string, bool) {
	m := reHours.FindStringSubmatch(w)
	if m == nil || l.hour == "" || l.to == "" {
		return "", false
	}
	for i, t := range m[1:] {
		if hour, whole := strings.CutSuffix(t, "h"); whole {
			m[1+i] = l.clock(hour + "h00")
		} else {
			m[1+i] = l.clock(t)
		}
	}
	return m[1] + " " + l.to + " " + m[2], true
}

// version says a version number: "2 Punkt 10 Punkt 3".
func (l language) version(w, before string) (string, bool) {
	m := reDotted.FindStringSubmatch(w)
	if m == nil || l.dot == "" {
		return "", false
	}
	head := strings.ToLower(before)
	named := m[1] != "" || m[3] != "" || l.versions[head] || software[head]
	if _, date := l.dated(w); date || reGrouped.MatchString(w) && !named || strings.Count(m[2], ".") < 2 && !named && !(l.comma && len(m[2])-strings.Index(m[2], ".") != 4) {
		return "", false
	}
	s := strings.Join(strings.Split(m[2], "."), " "+l.dot+" ")
	if m[1] != "" {
		s = "v " + s
	}
	return strings.TrimSpace(s + " " + m[3] + " " + m[4]), true
}

func (l language) dated(w string) (string, bool) {
	if m := reDMY.FindStringSubmatch(w); m != nil {
		return l.date(m[1], m[2], m[3])
	}
	if m := reISODate.FindStringSubmatch(w); m != nil {
		return l.date(m[3], m[2], m[1])
	}
	return "", false
}

// dayMonth says a day in figures that has no year: "25/12".
func (l language) dayMonth(day, month string) (string, bool) {
	d, _ := strconv.Atoi(day)
	if d <= 12 && month[0] != '0' || len(month) > 2 { // it may be a fraction
		return "", false
	}
	s, ok := l.date(day, month, "")
	return strings.TrimSuffix(s, l.of), ok
}

// split says an amount with hundredths in two parts: the whole, and the currency
// with the rest.
func (l language) split(n string, currency unit) (whole, rest string) {
	m := reCents.FindStringSubmatch(n)
	if m == nil || l.cents == "-" || l.cents == "" {
		return l.say(n), currency.of(n)
	}
	if m[2] == "00" {
		return l.say(m[1]), currency.of(m[1])
	}
	if m[1] == "0" && l.cent.many != "" {
		return trimZero(m[2]), l.cent.of(trimZero(m[2]))
	}
	return l.say(m[1]), currency.of(m[1]) + l.cents + trimZero(m[2])
}

func (l language) money(n string, currency unit) string {
	whole, rest := l.split(n, currency)
	return whole + " " + rest
}

func trimZero(s string) string { return cmp.Or(strings.TrimLeft(s, "0"), "0") }

// abbreviation is what a short form stands for. One that stands for letters is known
// by its capitals.
func (l language) abbreviation(w string) (string, bool) {
	lower := strings.ToLower(w)
	as := l.words[lower]
	if len(w) == 3 && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && !strings.Contains(as, ".") && !strings.EqualFold(as, w) {
		return "", false // the Italian CAP is no chapter
	}
	if as == "" || utf8.RuneCountInString(w) == 1 && strings.ToUpper(w) != w {
		return "", false
	}
	if last, _ := utf8.DecodeLastRuneInString(w); strings.Contains(as, ".") && !strings.Contains(lower, ".") && !unicode.IsUpper(last) {
		return "", false
	}
	return as, true
}

// say says one word for itself.
func (l language) say(w string) string {
	if as, ok := l.abbreviation(w); ok {
		return as
	}
	if l.dot != "" && (reEmail.MatchString(w) || reDomain.MatchString(w) && looksLikeAddress(w)) {
		return address(w, l.dot, l.at, l.slash, l.name)
	}
	if rest, ok := strings.CutPrefix(w, "§"); ok && rest != "" && l.words["§"] != "" {
		return l.words["§"] + " " + rest
	}
	switch w {
	case "&":
		return l.and
	case "–", "—", "-", "·", "•", "|", "→", "*":
		return ""
	}
	if as := l.signs[w]; as != "" {
		return as
	}
	if l.hashtag != "" && len(w) > 1 {
		switch number := cmp.Or(l.words["nr"], l.words["nº"]); {
		case w[0] == '#' && isDigits(w[1:]):
			return number + " " + w[1:]
		case w[0] == '#':
			return l.hashtag + " " + l.name(w[1:])
		case w[0] == '@':
			return l.at + " " + l.name(w[1:])
		}
	}
	if s, ok := l.dated(w); ok {
		return s
	}
	if m := reElision.FindStringSubmatch(w); m != nil {
		return m[1] + l.say(m[2])
	}
	if reHM.MatchString(w) {
		return l.clock(w)
	}
	if strings.ContainsAny(w, ":h") {
		if s, ok := l.hoursFromTo(w); ok {
			return s
		}
	}
	if m := reRatio.FindStringSubmatch(w); m != nil && l.to != "" {
		return m[1] + " " + cmp.Or(l.ratio, l.to) + " " + m[2]
	}
	if m := reDays.FindStringSubmatch(w); m != nil && l.weekday(m[1]) != "" && l.weekday(m[2]) != "" {
		return l.weekday(m[1]) + " " + l.to + " " + l.weekday(m[2])
	}
	if m := reFraction.FindStringSubmatch(w); m != nil && l.signs["½"] != "" {
		if s, ok := l.dayMonth(m[1], m[2]); ok {
			return s
		}
		if sign := map[string]string{"1/2": "½", "1/4": "¼", "3/4": "¾"}[w]; sign != "" {
			return l.signs[sign]
		}
		return m[1] + " " + m[2]
	}
	if m := reMixedN.FindStringSubmatch(w); m != nil && l.signs["½"] != "" {
		if l.hour == "Uhr" {
			return m[1] + " " + l.signs[m[2]]
		}
		return m[1] + " " + l.and + " " + l.signs[m[2]]
	}
	if reGen.MatchString(w) {
		return w[:1] + " " + w[1:]
	}
	if m := reSigned.FindStringSubmatch(w); m != nil && l.signs[m[1]] != "" {
		return l.signs[m[1]] + " " + l.say(m[2])
	} else if m != nil && m[1] == "-" && l.signs["−"] != "" {
		return l.signs["−"] + " " + l.say(m[2])
	}
	if s, ok := l.fromTo(w); ok {
		return s
	}
	return l.amount(w)
}

// fromTo says a range or a result: "5–10 %", "2-0".
func (l language) fromTo(w string) (string, bool) {
	m := reFromTo.FindStringSubmatch(w)
	if m == nil || l.to == "" || m[1][0] == '0' && len(m[1]) > 1 || len(m[1]) > 7 || len(m[3]) > 7 {
		return "", false
	}
	a, _ := strconv.ParseFloat(strings.NewReplacer(".", "", ",", ".").Replace(m[1]), 64)
	b, _ := strconv.ParseFloat(strings.NewReplacer(".", "", ",", ".").Replace(m[3]), 64)
	second := m[3]
	if m[4] != "" {
		if second = l.amount(m[3] + m[4]); second == m[3]+m[4] {
			return "", false // "3-4f" is no range
		}
	}
	switch {
	case m[2] == "-" && b <= a && len(m[1]) <= 2 && len(m[3]) <= 2 && m[4] == "":
		if l.ratio == "op" { // Dutch results go without a word
			return m[1] + " " + m[3], true
		}
		return m[1] + " " + cmp.Or(l.ratio, l.to) + " " + m[3], true
	case m[2] == "-" && (b <= a || m[4] == "" && len(m[1]) != len(m[3]) && len(m[3]) > 2):
		return "", false
	}
	return m[1] + " " + l.to + " " + second, true
}

// amount says a number with what is written against it: "3,5M", "20€", "5km", "50%".
func (l language) amount(w string) string {
	tail := ""
	for _, sign := range longestFirst(l.currency) {
		name := l.currency[sign]
		if w == sign {
			return name.many
		}
		rest, ok := strings.CutPrefix(w, sign)
		if !ok {
			rest, ok = strings.CutSuffix(w, sign)
		}
		if ok && l.magnitude[rest] != "" { // "M€"
			return l.millionsOf(l.magnitude[rest], name.many)
		}
		if digits := strings.TrimRight(rest, "kKMBiordsoTln"); ok && digits != "" && l.magnitude[rest[len(digits):]] != "" && reNumeral.MatchString(digits) {
			return digits + " " + l.millionsOf(l.magnitude[rest[len(digits):]], name.many)
		}
		if per, found := strings.CutPrefix(rest, "/"); ok && found && l.per != "" { // the "€/kg" of "5 €/kg"
			return name.many + " " + l.per + " " + cmp.Or(l.unit(per).one, per)
		}
		if ok && reNumeral.MatchString(rest) {
			return l.money(rest, name)
		}
	}
	if rest, ok := strings.CutSuffix(w, "%"); ok && l.percent != "" {
		if rest == "" {
			return l.percent
		}
		w, tail = rest, " "+l.percent
	}
	digits := strings.TrimRight(w, "kKMBiordsoTln")
	if name := l.magnitude[w[len(digits):]]; name != "" && strings.Trim(digits, "0123456789.,") == "" && digits != "" {
		w, tail = digits, " "+name+tail
	} else if tail == "" {
		if at := strings.LastIndexAny(w, "0123456789") + 1; at > 0 && at < len(w) && l.unitWord(w[at:]) && strings.Trim(w[:at], "0123456789.,") == "" { // "5km", "20°C"
			return w[:at] + " " + l.unit(w[at:]).of(w[:at])
		}
	}
	// A decimal point where the language writes a comma is read as one.
	if whole, frac, ok := strings.Cut(w, "."); ok && l.comma && isDigits(whole) && isDigits(frac) && len(frac) != 3 {
		w = whole + "," + frac
	}
	return w + tail
}

// name says a name that stands in an address or behind a sign: words and figures apart.
func (l language) name(s string) string {
	return strings.Join(reLetters.FindAllString(camel(strings.NewReplacer("_", " ", "-", " ").Replace(s)), -1), " ")
}
