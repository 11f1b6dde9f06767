package revise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/telling"
)

// value is something in a sentence that may be another one: a day, a time of day, a number
// with its unit or with what it counts, a day of the week.
type value struct {
	from, to int    // bytes of the sentence
	kind     string // day, clock, weekday, number
	text     string
	num      string // "1.8 million", "three"
	unit     string // "€", "%", "min", what it counts; "" = none
	label    string // the word before it, that may be what it numbers: "room" of "room 12"
}

// numberForm is a number with its unit. Groups: a sign, the number, what multiplies it, a sign or
// a word behind it.
var numberForm = pattern.New(`([€$£¥₪]\s?)?\b(\d+(?:[.,:]\d+)*(?:(?:k|m|bn)\b)?(?: (?:million|billion|thousand|Millionen|Milliarden|Mio\.?|millones|millions?|milioni|milhões|miljoen|mil|mille)\b)?)(\s?[€$£¥₪%°]|[ -]?\p{L}[\p{L}²³]*)?`)

// weekdayForm is a day of the week, alone or from one to another.
var weekdayForm = openDays

// nthForm is a day of a month that is not named. Group: the day.
var nthForm = pattern.New(`(?i)\b(?:on|by|until|till|from|for|to) the (\d{1,2}(?:st|nd|rd|th))\b|\b(?:am|vom|zum|bis zum) (\d{1,2}\.)(?: |$)`)

// stepHead stands before the number of a step: "Step 3: …".
var stepHead = pattern.New(`^\p{L}+ $`)

// mailForm is an address to write to.
var mailForm = pattern.New(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// codeForm is a code of capital letters and digits: "HELLO15".
var codeForm = pattern.New(`\b\p{Lu}{3,}\d{1,4}\b`)

// aYear is a year, behind the word that says so.
var aYear = pattern.New(`(?i)\b(?:in|since|im jahr|seit|en|depuis|desde|nel|dal|em|sinds) ((?:19|20)\d\d)\b`)

// monthForm is a month by its name.
var monthForm = pattern.New(`\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|` +
	`enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|` +
	`gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|` +
	`januari|februari|maart|juni|juli|augustus|september|oktober|november|december)\b`)

// valuesIn are the values of a text in their order.
func (e *editor) valuesIn(s string) []value {
	var out []value
	taken := func(from, to int) bool {
		return slices.ContainsFunc(out, func(v value) bool { return from < v.to && to > v.from })
	}
	put := func(kind string, from, to int) {
		if !taken(from, to) {
			t := strings.TrimRight(s[from:to], " ,")
			out = append(out, value{from: from, to: from + len(t), kind: kind, text: t, num: t})
		}
	}
	for _, at := range telling.ADay.FindAllStringIndex(s, -1) {
		put("day", at[0], at[1])
	}
	for _, at := range nthForm.FindAllStringSubmatchIndex(s, -1) {
		put("day", max(at[2], at[4]), max(at[3], at[5]))
	}
	for _, at := range mailForm.FindAllStringIndex(s, -1) {
		put("mail", at[0], at[1])
	}
	for _, at := range codeForm.FindAllStringIndex(s, -1) {
		put("code", at[0], at[1])
	}
	for _, at := range telling.PhoneNumber.FindAllStringIndex(s, -1) {
		if k := strings.IndexFunc(s[at[0]:at[1]], func(r rune) bool { return r == '+' || unicode.IsDigit(r) }); k >= 0 {
			put("phone", at[0]+k, at[1])
		}
	}
	for _, at := range aClock.FindAllStringIndex(s, -1) {
		if c := s[at[0]:at[1]]; !strings.HasSuffix(c, ".m.") { // the stop is the sentence's
			at[1] = at[0] + len(strings.TrimRight(c, "."))
		}
		put("clock", at[0], at[1])
	}
	for _, at := range weekdayForm.FindAllStringIndex(s, -1) {
		put("weekday", at[0], at[1])
	}
	for _, at := range monthForm.FindAllStringIndex(s, -1) {
		put("month", at[0], at[1])
	}
	for _, at := range aYear.FindAllStringSubmatchIndex(s, -1) {
		put("year", at[2], at[3])
	}
	for _, m := range numberForm.FindAllStringSubmatchIndex(s, -1) {
		v := value{from: m[4], to: m[5], kind: "number", num: s[m[4]:m[5]]}
		if m[2] >= 0 {
			v.from, v.unit = m[2], strings.TrimSpace(s[m[2]:m[3]])
		} else if m[6] >= 0 {
			v.unit = strings.Trim(s[m[6]:m[7]], " -")
			if mannerOf(e.b.Language) != nil && mannerOf(e.b.Language).idle.MatchString(v.unit) && unitOf([]string{"", "", "", v.unit}) == nil && unitShort[strings.ToLower(v.unit)] == "" {
				v.unit = ""
			} else {
				v.to = m[7]
			}
		}
		if nthUnit.MatchString(v.unit) && v.to == m[5]+2 { // "3rd floor"
			v.kind, v.num, v.unit = "ordinal", s[m[4]:v.to], ""
		}
		if taken(v.from, v.to) || v.from > 0 && wordBefore(s[:v.from]) || stepHead.MatchString(s[:v.from]) && strings.HasPrefix(s[m[5]:], ": ") {
			continue
		}
		v.text = s[v.from:v.to]
		out = append(out, v)
	}
	for _, at := range wordRE.FindAllStringIndex(s, -1) {
		w := s[at[0]:at[1]]
		if !e.isCount(w) || taken(at[0], at[1]) {
			continue
		}
		v := value{from: at[0], to: at[1], kind: "number", num: w, text: w}
		if next := wordRE.FindStringIndex(s[at[1]:]); next != nil && strings.TrimSpace(s[at[1]:at[1]+next[0]]) == "" {
			if unit := s[at[1]+next[0] : at[1]+next[1]]; !mannerOf(e.b.Language).idle.MatchString(unit) || unitShort[strings.ToLower(unit)] != "" {
				v.unit, v.to = unit, at[1]+next[1]
				v.text = s[v.from:v.to]
			}
		}
		if v.unit == "" && e.isOne(w) { // "the red one"
			continue
		}
		out = append(out, v)
	}
	for k := range out {
		if before := wordRE.FindAllString(s[:out[k].from], -1); len(before) > 0 && strings.HasSuffix(strings.TrimRight(s[:out[k].from], ". "), before[len(before)-1]) && !strings.HasSuffix(s[:out[k].from], ".. ") && !mannerOf(e.b.Language).idle.MatchString(before[len(before)-1]) {
			out[k].label = before[len(before)-1]
		}
	}
	slices.SortFunc(out, func(a, b value) int { return a.from - b.from })
	return out
}

// nthUnit ends a number that says which of several.
var nthUnit = pattern.New(`^(?:st|nd|rd|th)$`)

// isCount tells whether a word is a number.
func (e *editor) isCount(w string) bool { return e.counts(w) || moreCounts[strings.ToLower(w)] }

// moreCounts are the words for one and for numbers above nine.
var moreCounts = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("one ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty zehn elf zwölf zwanzig diez once doce veinte dix onze douze vingt dieci undici dodici venti dez doze vinte tien twaalf twintig") {
		out[w] = true
	}
	return out
}()

// wordBefore tells whether a letter or a number stands right before what follows: "Q3".
func wordBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// The words around the two ends of what goes from one value to another.
var (
	toBefore   = pattern.New(`(?i)(?:\b(?:to|until|till|through|at|bis|auf|hasta|jusqu['’]à|até|fino a|tot)\s+|\d\s?[–-]\s?)$`)
	fromBefore = pattern.New(`(?i)\b(?:from|between|since|von|zwischen|ab|desde|depuis|dal(?:le)?|vanaf|tussen)\s+$`)
	toBehind   = pattern.New(`(?i)^\s?(?:[–-]\s?|(?:to|until|till|and|bis|hasta|jusqu['’]à|até|fino a|tot)\s)[€$£]?\d`)
)

// edgeAt is which end of what goes from one value to another one of them is: "from",
// "until", "" = none.
func edgeAt(s string, v value) string {
	switch {
	case fromBefore.MatchString(s[:v.from]), toBehind.MatchString(s[v.to:]):
		return "from"
	case toBefore.MatchString(s[:v.from]):
		return "until"
	}
	return ""
}

// opposite tells whether of two ends one is the first and one the last.
func opposite(a, b string) bool { return a != "" && b != "" && a != b }

// same tells whether two values are one, in one spelling or another.
func (v value) same(w value) bool {
	return v.kind == w.kind && strings.EqualFold(ungrouped(v.num), ungrouped(w.num)) && (v.unit == "" || w.unit == "" || v.likeUnit(w)) || strings.EqualFold(v.text, w.text)
}

// groups is a number whose thousands are parted.
var groups = pattern.New(`^\d{1,3}(?:[.,]\d{3})+$`)

// ungrouped is a number without what parts its thousands.
func ungrouped(num string) string {
	if groups.MatchString(num) {
		return strings.NewReplacer(".", "", ",", "").Replace(num)
	}
	return num
}

// groupedLike parts the thousands of a number as another does: "52.000" beside "48,000" is
// "52,000".
func groupedLike(num, other string) string {
	if !groups.MatchString(other) || strings.Trim(ungrouped(num), "0123456789") != "" || len(ungrouped(num)) < 4 {
		return num
	}
	sep := strings.Trim(other, "0123456789")[:1]
	out := ""
	for d := ungrouped(num); ; d = d[:len(d)-3] {
		if len(d) <= 3 {
			return d + out
		}
		out = sep + d[len(d)-3:] + out
	}
}

// likeUnit tells whether two values have one unit, or count the same.
func (v value) likeUnit(w value) bool {
	a, b := unitOf([]string{"", "", "", v.unit}), unitOf([]string{"", "", "", w.unit})
	if a != nil || b != nil {
		return a != nil && b != nil && a[0] == b[0]
	}
	x, y := strings.ToLower(v.unit), strings.ToLower(w.unit)
	return x == y || inShort(x, y) || sameWord(x, y) || unitShort[x] != "" && unitShort[x] == unitShort[y]
}

// ofTime tells whether a value is a length of time.
func (v value) ofTime() bool { return timeUnits[unitShort[strings.ToLower(v.unit)]] }

// timeUnits are the units of time in short.
var timeUnits = map[string]bool{"s": true, "min": true, "h": true, "days": true, "weeks": true, "months": true, "years": true}

// unitShort are units with the short form of each.
var unitShort = func() map[string]string {
	out := map[string]string{}
	for _, line := range []string{"g gram grams gramm gramos grammes grammi gramas", "kg kilo kilos kilogram kilograms kilogramm", "h hr hrs hour hours stunden stunde heures heure horas ore uur", "min mins minute minutes minuten minutos minuti", "s sec secs second seconds sekunden segundos secondes secondi",
		"days day days tag tage tagen día días jour jours giorno giorni dia dias dag dagen", "weeks week weeks woche wochen semana semanas semaine semaines settimana settimane week weken",
		"months month months monat monate monaten mes meses mois mese mesi mês maand maanden", "years year years jahr jahre jahren año años an ans année années anno anni ano anos jaar jaren", "km kilometer kilometers kilometre kilometres kilómetros chilometri", "m meter meters metre metres metros metri", "ml milliliter millilitres", "l liter liters litre litres litros litri", "cm centimeters centimetres", "mm millimeters"} {
		f := strings.Fields(line)
		for _, w := range f {
			out[w] = f[0]
		}
	}
	return out
}()

// oneRE is the word for one.
var oneRE = pattern.New(`(?i)^(?:one|an?|eine?[nmrs]?|una?|une|uno|um|uma|een)$`)

// takes tells whether v may stand in the place of another value.
func (v value) takes(old value) bool {
	switch {
	case v.kind == "number" && old.kind == "clock":
		return v.unit == "" && v.label == "" && bareHour.MatchString(v.num)
	case v.kind == "day" && v.kind == old.kind && len(numberRE.FindAllString(v.text, -1)) != len(numberRE.FindAllString(old.text, -1)):
		return false
	case v.kind != old.kind:
		return false
	case v.kind == "number" && oneRE.MatchString(old.num) && len(v.num) > 1 && telling.DigitsRE.MatchString(v.num): // "one animal" is any
		return false
	case v.kind != "number":
		return true
	case v.unit == "":
		return true
	case v.likeUnit(old), v.ofTime() && old.ofTime():
		return true
	}
	a, b := unitOf([]string{"", "", "", v.unit}), unitOf([]string{"", "", "", old.unit})
	return a == nil && b == nil && old.unit == ""
}
