package telling

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// withoutNames blots out what has digits and counts nothing: addresses, numbers to call,
// days, times and ordinals.
func (w *Writer) withoutNames(s string) string {
	masked := s
	if u := prose.URL(s); u != "" {
		masked = strings.ReplaceAll(masked, u, strings.Repeat("_", len(u)))
	}
	if m := prose.Mail(s); m != "" {
		masked = strings.ReplaceAll(masked, m, strings.Repeat("_", len(m)))
	}
	if w.Wording.Code == "it" || w.Wording.Code == "fr" {
		masked = elidedFigure.ReplaceAllStringFunc(masked, func(m string) string { // "all'1,7%"
			return strings.Repeat(" ", len(m)-1) + m[len(m)-1:]
		})
	}
	if w.Wording.Code != "en" {
		for _, re := range []*pattern.Pattern{shortDate, groupedPhone, clockFR, hoursFrom, inHouse} {
			for _, at := range re.FindAllStringSubmatchIndex(masked, -1) {
				if re != clockFR || !movedFrom.MatchString(near(masked[:at[2]])) && !downward(masked[at[2]:at[3]]) {
					masked = blot(masked, at[2], at[3])
				}
			}
		}
	}
	for _, at := range PhoneNumber.FindAllStringIndex(masked, -1) {
		masked = blot(masked, at[0], at[1])
	}
	for _, at := range ADay.FindAllStringIndex(masked, -1) {
		masked = blot(masked, at[0], at[1]) // a day is no amount
	}
	for _, at := range StreetNumber.FindAllStringSubmatchIndex(masked, -1) {
		masked = blot(masked, at[2], at[3])
	}
	for _, at := range numberBehind.FindAllStringSubmatchIndex(masked, -1) {
		masked = blot(masked, at[2], at[3])
	}
	if w.Wording.Code != "en" {
		for _, m := range openHours.FindAllStringSubmatchIndex(masked, -1) {
			from, _ := strconv.Atoi(masked[m[2]:m[3]])
			to, _ := strconv.Atoi(masked[m[4]:m[5]])
			if from < to && !movedFrom.MatchString(near(masked[:m[0]])) {
				masked = blot(masked, m[0], m[1])
			}
		}
	}
	for _, at := range allDay.FindAllStringIndex(masked, -1) {
		masked = blot(masked, at[0], at[1])
	}
	if w.Wording.Code == "de" {
		for _, at := range germanOrdinal.FindAllStringIndex(masked, -1) {
			masked = blot(masked, at[0], at[1]) // "in der 2. Klasse"
		}
	}
	return masked
}

// downward tells whether a span of hours ends before it begins: those are two values.
func downward(s string) bool {
	n := wholeNumber.FindAllString(hourMinutes.ReplaceAllString(s, "h"), -1)
	if len(n) < 2 {
		return false
	}
	a, _ := strconv.Atoi(n[0])
	b, _ := strconv.Atoi(n[1])
	return b < a
}

var (
	wholeNumber = pattern.New(`\d+`)
	hourMinutes = pattern.New(`h ?[0-5]\d`)
)

// reading is a number of a sentence with what stands around it.
type reading struct {
	masked string // the sentence, without names that have digits

	sign, cur, num, mag, unit string // "", "€", "1.2", "million", ""

	from, end int // bytes of masked
	bare      int // where it ends without its unit
}

func (n reading) before() string { return n.masked[:n.from] }
func (n reading) after() string  { return n.masked[n.end:] }

// next is what follows; utf8.RuneError at the sentence's end.
func (n reading) next() rune {
	r, _ := utf8.DecodeRuneInString(n.after())
	return r
}

func (n reading) signed() bool { return n.sign == "-" || n.sign == "−" || n.sign == "+" }

// plain is a number with nothing that it counts in.
func (n reading) plain() bool { return n.cur == "" && n.mag == "" && n.unit == "" }

// readingAt reads the number at a match of figureRE; ok is false where a letter before its
// sign tells a name: "model NL-200".
func (w *Writer) readingAt(m []int, s, masked string, planned bool) (n reading, ok bool) {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return strings.TrimSpace(s[m[2*i]:m[2*i+1]])
	}
	n = reading{masked: masked, sign: group(1), cur: group(2), num: group(3), mag: group(4), unit: strings.TrimLeft(group(5), "- "), from: m[6], end: m[1], bare: max(m[7], m[9])}
	if n.mag == "m" { // "£16m" is money, "a 16m boat" is long
		if n.mag = "M"; n.cur == "" {
			n.mag, n.unit = "", "m"
		}
	}
	if strings.HasSuffix(n.mag, "%") && timeUnit.MatchString(n.unit) {
		n.unit, n.end = "", m[9] // "14% month over month"
	}
	if n.unit == "an" && w.Wording.Code == "en" { // "£14 an hour"; "10 ans" are French years
		n.unit, n.end = "", m[10]
	}
	if at := ofMoney.FindStringIndex(n.after()); at != nil && n.mag != "" && n.unit == "" {
		n.unit, n.end = "euros", n.end+at[1] // "12,4 millones de euros"
	}
	if before, _ := utf8.DecodeLastRuneInString(masked[:m[2]]); n.sign == "-" && IsLetter(before) {
		if w.Wording.Code == "en" {
			return n, false
		}
		n.sign = "" // a Hebrew prefix: "ל-300"
	}
	if n.cur != "" {
		n.from = m[4]
	}
	if n.signed() {
		n.from = m[2]
	} else if at := minusRE.FindStringIndex(n.before()); at != nil && n.unit != "" {
		n.sign, n.from = "−", at[0]+len(masked[at[0]:at[1]])-len(strings.TrimLeft(masked[at[0]:at[1]], " "))
	}
	if at := dutchMinus.FindStringIndex(n.before()); at != nil && w.Wording.Code == "nl" && n.unit == "graden" {
		n.sign, n.from = "−", at[0]
	}
	inWord := n.unit != "" && IsLetter(n.next())
	if inWord && (w.Wording.Code == "en" && !planned && !strings.HasPrefix(group(5), "-") || n.mag+n.cur != "" || w.movesBehind(masked[m[7]:])) {
		n.unit, n.end = "", n.bare // "8 % mehr" are no metres, "auf 58 gestiegen" no grams
	}
	return n, true
}

// inName tells a number that is part of what a thing is called, or of how old it is.
func (w *Writer) inName(n reading, planned bool) bool {
	english, next, after := w.Wording.Code == "en", n.next(), n.after()
	perUnit := n.cur != "" && next == '/' // "€12/month"
	switch {
	case !perUnit && n.unit == "" && n.mag == "" && (next == '/' || next == ':' || next == '-' || IsLetter(next)):
		return true // 24/7, 9:00, 3-step, 4K
	case english && n.plain() && n.sign == "" && len(n.num) == 1 && standardBefore.MatchString(n.before()) && !startsNoun.MatchString(after):
		return true // "SOC 2 by March"
	case !english && n.cur == "" && alsoNumber.MatchString(n.before()):
		return true // "recorridos de 5 y 10 km"
	case n.plain() && strings.Contains(n.num, ".") && versionOf.MatchString(n.before()):
		return true // "Loomi 3.0"
	case strings.HasPrefix(after, "-old") || strings.HasPrefix(after, " old") && strings.HasPrefix(n.unit, "year"):
		return true // "100-year-old sourdough"
	case english && n.plain() && (partOfName(n.before(), after) || hourSpanAt(n.masked, n.from, n.end)):
		return true // "SOC 2 audit", "Breakfast 7 to 10"
	}
	return planned && n.unit == "ms" // "p99 < 40 ms" stands as it is written
}

// tellsTime tells a number that is a time of day or a year, or that counts off.
func (w *Writer) tellsTime(n reading) bool {
	next := n.next()
	switch {
	case clockTime.MatchString(n.num) && oClock.MatchString(n.after()):
		return true // "7.00 uur"
	case n.unit == "uur" && (strings.ContainsAny(n.num, ".:") || dutchClock.MatchString(n.before())):
		return true // "om 9 uur"
	case n.unit != "" && next == '-' && (w.Wording.Code == "de" || w.Wording.Code == "nl"):
		return true // "35-Stunden-Woche"
	case n.unit != "" && IsLetter(next) || numberName.MatchString(n.before()):
		return true
	}
	return n.plain() && (YearRE.MatchString(n.num) || pastYear.MatchString(n.num) && inYear.MatchString(n.before()))
}

// worth is how much a number says for itself, 1 to 6; first = it has none before it.
func (w *Writer) worth(n reading, planned, first bool) int {
	score := 1
	switch {
	case n.cur != "":
		score = 5
	case strings.HasSuffix(n.mag, "%") || n.mag == "٪" || strings.EqualFold(n.unit, "percent") || strings.EqualFold(n.unit, "Prozent"):
		score = 6
	case n.mag != "":
		score = 5
	case n.unit != "":
		score = 4
	case len(n.num) >= 3 && !YearRE.MatchString(n.num):
		score = 3
	case len(n.num) >= 2:
		score = 2
	}
	english := w.Wording.Code == "en"
	if n.num == "0" && english && !planned && startsNoun.MatchString(n.after()) {
		score = 3 // "0 lost time injuries"
	}
	switch {
	case (n.num == "1" || n.num == "2" && n.unit == "") && score < 5:
		return 1
	case english && n.signed() && strings.HasSuffix(strings.TrimSpace(n.before()), "(") && !first:
		return 1 // "8,940 (+6%)": how much more
	case english && technical.MatchString(n.unit) && ofKindBefore.MatchString(n.before()) && nounBehind.MatchString(n.after()):
		return 1 // "a 60 W bulb" is a kind of bulb
	}
	return score
}

// dressed is the number as it is shown: its sign and currency before it, what it counts in
// behind it, and the share of a whole that it is.
func (w *Writer) dressed(n reading) Amount {
	f := Amount{From: n.from, To: n.end, unit: n.unit}
	f.Text, f.Cue, f.Prefix = n.num, n.num, n.cur
	f.Suffix = cmp.Or(shortUnit[strings.ToLower(n.mag)], n.mag)
	if n.unit != "" {
		f.Suffix = strings.TrimSpace(f.Suffix + " " + cmp.Or(shortUnit[strings.ToLower(n.unit)], n.unit))
	}
	english := w.Wording.Code == "en"
	if english && n.num != "1" && (f.Suffix == "day" || f.Suffix == "week" || f.Suffix == "month" || f.Suffix == "year") {
		f.Suffix += "s"
	}
	if english && strings.ContainsAny(f.Suffix, "€$£") && f.Prefix == "" {
		f.Prefix, f.Suffix = f.Suffix, ""
		if mag, sign, ok := strings.Cut(f.Prefix, " "); ok { // "2.4 million euros" is "€2.4M"
			f.Prefix, f.Suffix = sign, mag
		}
	}
	if n.signed() {
		f.Prefix = n.sign + f.Prefix
	}
	if v, ok := Number(n.num, w.Lang); ok && f.Suffix == "%" && v > 0 && v <= 100 {
		f.Share = math.Round(v*10) / 1000
	}
	return f
}
