package words

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	reGroup    = regexp.MustCompile(`^\d{3}(?:[,.]\d{1,2})?$`)
	reNumeral  = regexp.MustCompile(`^[-−+~≈<>≥≤±]?\d[\d.,]*$`)
	reDayMonth = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})$`)
	rePer      = regexp.MustCompile(`^\d[\d.,]*/\p{L}+$`)
	reBefore   = regexp.MustCompile(`^([-−+])(\D{1,3})$`) // "-€" before an amount
)

// Words that decide how the figures behind them are read, or are told by them.
var (
	italianClock = wordSet("alle dalle ore le")
	temperate    = wordSet("a di fino oltre sotto sopra circa con")
	thousands    = wordSet("mil mille mila tausend duizend tysięcy")
	telephones   = wordSet("tel tél telefon teléfono téléphone telefone telefono telefoon telefonnummer hotline")
)

// spaced are the languages that write thousands apart: "1 299,99".
var spaced = map[string]bool{"fr": true, "pl": true, "sv": true, "nb": true, "ru": true, "uk": true, "cs": true}

// germanDates are words before a day in figures.
var germanDates = wordSet("am vom zum bis ab den der dem und seit")

// germanDays are the days of the week, behind which a date has its article.
var germanDays = wordSet("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")

var (
	reArea   = regexp.MustCompile(`^\(\d{2,5}\)$`)
	reGroups = regexp.MustCompile(`^(\d{4,5})-(\d{4})[.,;:!?]?$`)
)

// foreign fills in the speech for a voice of another language.
func foreign(tokens []Token, base string) []Token {
	l := languages[base]
	if spaced[base] {
		tokens = joinGroups(tokens)
	}
	for i := 0; i < len(tokens); i++ {
		if n := l.telephone(tokens, i); n > 0 {
			i += n - 1
			continue
		}
		p := newPlace(&l, base, tokens, i)
		if p.shaped() {
			continue
		}
		switch used, ok := p.inPair(); {
		case ok:
			i += used - 1
		case !p.inItsPlace():
			p.alone()
		}
	}
	return l.phrases(tokens)
}

// place is a word among others, as foreign reads it.
type place struct {
	l       *language
	base    string
	tokens  []Token
	i       int
	t, next *Token // next is nil behind a pause
	joined  bool   // next follows with nothing between
	number  bool   // t is one
	before  string // the word before, as it is written
}

func newPlace(l *language, base string, tokens []Token, i int) *place {
	p := &place{l: l, base: base, tokens: tokens, i: i, t: &tokens[i]}
	if i+1 < len(tokens) && p.t.Pause == 0 {
		p.next = &tokens[i+1]
	}
	p.joined = p.next != nil && p.t.After == ""
	if rest, dash := strings.CutPrefix(p.t.Spoken, "–"); dash && reNumeral.MatchString(rest) {
		p.t.Spoken = "−" + rest
	}
	if whole, ok := strings.CutSuffix(strings.NewReplacer("–", "-", "—", "-").Replace(p.t.Shown), ",-"); ok && l.comma && reNumeral.MatchString(whole) { // "8,- €"
		p.t.Spoken, p.t.After = whole, ""
		p.joined = p.next != nil
	}
	p.number = reNumeral.MatchString(p.t.Spoken)
	p.before = p.said(i - 1)
	if m := reBefore.FindStringSubmatch(p.t.Spoken); m != nil && p.joined && l.currency[m[2]].many != "" && reNumeral.MatchString(p.next.Spoken) { // "-€ 12"
		p.t.Spoken, p.next.Spoken = m[2], m[1]+p.next.Spoken
	}
	return p
}

// said is the word at i as it is written.
func (p *place) said(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	w, _ := bare(p.tokens[i].Shown)
	return w
}

// inPair speaks a word with the next one: amounts of money, days, times, measures. used is
// how many words it has spoken.
func (p *place) inPair() (used int, ok bool) {
	l, t, next, tokens, i := p.l, p.t, p.next, p.tokens, p.i
	if p.joined && p.number && l.words[strings.ToLower(p.said(i+1))] == "" && !l.unitWord(next.Spoken) {
		if s := agreed(p.base, t.Spoken, p.before, p.said(i+1)); s != "" {
			t.Spoken = s
			return 1, true
		}
	}
	fraction := p.joined && reFraction.MatchString(t.Spoken) && l.signs["½"] != "" && l.unitWord(next.Spoken)
	switch {
	case fraction: // "1/2 l"
		if t.Spoken, next.Spoken = l.say(t.Spoken), l.unit(next.Spoken).one; next.After == "." && i+2 < len(tokens) {
			next.After = ""
		}
	case t.inches && l.inches.many != "":
		t.Spoken = l.say(t.Spoken) + " " + l.inches.of(t.Spoken)
		return 1, true
	case next == nil:
		return 0, false
	case p.joined && l.currency[t.Spoken].many != "" && next.Spoken != "" && (reNumeral.MatchString(next.Spoken) || reFromTo.MatchString(next.Spoken) || l.per != "" && rePer.MatchString(next.Spoken)): // "€ 12"
		currency := l.currency[t.Spoken]
		t.Spoken = ""
		if amount, per, ok := strings.Cut(next.Spoken, "/"); ok { // "R$ 9,90/mês"
			next.Spoken = l.money(amount, currency) + " " + l.per + " " + cmp.Or(l.unit(per).one, per)
			return 2, true
		}
		if i+2 < len(tokens) && next.After == "" && l.large(tokens[i+2].Spoken) != "" { // "R$ 3 mi"
			next.Spoken = l.say(next.Spoken)
			tokens[i+2].Spoken = l.millionsOf(l.large(tokens[i+2].Spoken), currency.many)
			return 3, true
		}
		next.Spoken = l.money(next.Spoken, currency)
	case p.number && p.joined && l.currency[next.Spoken].many != "": // "12,50 €"
		t.Spoken, next.Spoken = l.split(t.Spoken, l.currency[next.Spoken])
	case p.number && p.joined && len(next.Spoken) == 1 && l.magnitude[next.Spoken] != "" && l.comma: // "3,5 M de usuarios"
		t.Spoken, next.Spoken = l.say(t.Spoken), l.magnitude[next.Spoken]
	case (p.joined || t.After == ".") && l.large(t.Spoken) != "" && l.currency[next.Spoken].many != "": // "3 Mio. €"
		next.Spoken = strings.TrimPrefix(l.millionsOf("", l.currency[next.Spoken].many), " ")
		t.Spoken, t.After = l.large(t.Spoken), ""
	case t.After == "." && p.base == "de" && isDigits(t.Spoken) && len(t.Spoken) <= 2 && t.Spoken != "0": // "3. Oktober"
		p.germanDay()
		return 1, true
	case p.joined && (reHM.MatchString(t.Spoken) || reHMDot.MatchString(t.Spoken)) && l.hour != "" && (len(l.hour) > 1 && strings.EqualFold(next.Spoken, l.hour) || strings.EqualFold(next.Spoken, "h") || strings.EqualFold(next.Spoken, "hs")): // "9:30 Uhr"
		t.Spoken, next.Spoken = l.clock(t.Spoken), ""
	case p.joined && strings.ContainsAny(t.Spoken, ":.") && reHours.MatchString(t.Spoken) && len(l.hour) > 1 && strings.EqualFold(next.Spoken, l.hour): // "9.00-17.30 uur"
		t.Spoken, _ = l.hoursFromTo(t.Spoken)
		next.Spoken = ""
	case p.joined && l.comma && l.millions != " " && reMixedN.MatchString(t.Spoken): // "2½ horas"
		m := reMixedN.FindStringSubmatch(t.Spoken)
		t.Spoken = m[1]
		if next.Spoken = l.say(next.Spoken); l.unitWord(next.Spoken) {
			next.Spoken = l.unit(next.Spoken).many
		}
		next.Spoken += " " + l.and + " " + l.half(m[2], next.Spoken)
	case p.joined && (p.number || reFromTo.MatchString(t.Spoken) || reMixedN.MatchString(t.Spoken)) && l.unitWord(next.Spoken): // "5 km"
		next.Spoken = l.unit(next.Spoken).of(t.Spoken)
		if next.After == "." && i+2 < len(tokens) {
			next.After = ""
		}
		t.Spoken = l.say(t.Spoken)
	default:
		return 0, false
	}
	return 2, true
}

// germanDay speaks "3." of "3. Oktober".
func (p *place) germanDay() {
	n, _ := strconv.Atoi(p.t.Spoken)
	day, before := "", p.before
	if p.l.month(p.next.Spoken) || p.l.monthOf(p.next.Spoken) != "" {
		if p.weekdayBefore() && !strings.EqualFold(p.said(p.i-2), "der") {
			day = "den " // "am Samstag, 14. September"
		}
		before = "am"
	}
	p.t.Spoken, p.t.After = day+germanOrdinal(n, before), ""
}

// inItsPlace speaks what only its place among others explains.
func (p *place) inItsPlace() bool {
	l, t, next := p.l, p.t, p.next
	switch {
	case (t.Spoken == "x" || t.Spoken == "×") && p.joined && reNumeral.MatchString(next.Spoken) && l.signs["×"] != "" && (reNumeral.MatchString(p.before) || l.unitWord(p.before)): // "2 m x 3 m"
		t.Spoken = l.signs["×"]
	case reHMDot.MatchString(t.Spoken) && (p.base == "it" && italianClock[strings.ToLower(p.before)] || p.base == "es" && strings.EqualFold(p.before, "las")):
		t.Spoken = l.clock(t.Spoken)
	case p.base == "it" && strings.HasSuffix(t.Spoken, "°") && !(p.joined && (strings.EqualFold(next.Spoken, "C") || strings.EqualFold(next.Spoken, "F"))) && !l.feels(p.before):
		if s, ok := ordered(p.base, t.Spoken); ok {
			t.Spoken = s
		}
	case p.base == "de" && t.After == "." && (germanDates[strings.ToLower(p.before)] || p.weekdayBefore()) && reDayMonth.MatchString(t.Spoken): // "am 24.12."
		m := reDayMonth.FindStringSubmatch(t.Spoken)
		s, ok := l.date(m[1], m[2], "")
		if !ok {
			return false
		}
		if s = strings.TrimSpace(s); p.weekdayBefore() {
			s = "den " + s
		} else if strings.EqualFold(p.before, "der") {
			s = strings.Replace(s, "n ", " ", 1) // "der vierundzwanzigste Dezember"
		}
		if t.Spoken = s; next != nil && !capital(next.Shown) {
			t.After = comma(t.Shown)
		}
	case p.shortMonth():
		t.Spoken = l.monthOf(t.Spoken)
		if of := strings.TrimSpace(l.of); of != "" && isDigits(p.before) {
			t.Spoken = of + " " + t.Spoken // "3 ene. 2026"
		}
		if t.After == "." && next != nil {
			t.After = comma(t.Shown)
		}
	case next == nil && t.After == "." && p.i > 1 && l.weekday(t.Spoken) != "" && l.weekday(p.said(p.i-2)) != "": // "de seg. a sex."
		t.Spoken = l.weekday(t.Spoken)
	case t.After == "." && next != nil && l.weekday(t.Spoken) != "" && (l.words[strings.ToLower(t.Spoken)] == "" || !capital(next.Shown)): // "lun. a vie.", and not "Fr. Lang"
		t.Spoken, t.After = l.weekday(t.Spoken), comma(t.Shown)
	default:
		return false
	}
	return true
}

// weekdayBefore reports whether the word before is a day of the week.
func (p *place) weekdayBefore() bool {
	return germanDays[strings.ToLower(p.before)] || p.l.weekday(p.before) != ""
}

// shortMonth reports whether a word is a month's short name: beside its day or its year,
// and with a full stop or both.
func (p *place) shortMonth() bool {
	if p.l.monthOf(p.t.Spoken) == "" {
		return false
	}
	day := p.i > 0 && isDigits(p.before) && len(p.before) <= 2 && p.tokens[p.i-1].After == ""
	if of := strings.TrimSpace(p.l.of); of != "" && p.before == of && isDigits(p.said(p.i-2)) { // "5 de nov."
		day = true
	}
	year := p.next != nil && isDigits(p.said(p.i+1)) && len(p.said(p.i+1)) == 4
	return day && (year || p.t.After == ".") || year && p.t.After == "."
}

// alone speaks a word by itself.
func (p *place) alone() {
	l, t, next := p.l, p.t, p.next
	if s, ok := l.romanIn(p.base, t.Spoken, p.before); ok {
		if t.Spoken = s; p.base == "de" && t.After == "." && next != nil {
			t.After = comma(t.Shown)
		}
		return
	}
	if s, ok := l.version(t.Spoken, p.before); ok && !(p.joined && (l.large(next.Spoken) != "" || next.Spoken == "%")) {
		t.Spoken = s
		return
	}
	if s, ok := ordered(p.base, t.Spoken); ok {
		if p.base == "es" && p.joined && (strings.HasSuffix(s, "primero") || strings.HasSuffix(s, "tercero")) {
			s = strings.TrimSuffix(s, "o") // "el primer puesto"
		}
		t.Spoken = s
		return
	}
	as, abbreviated := l.abbreviation(t.Spoken)
	if !abbreviated && t.After == "." && next != nil {
		as, abbreviated = l.stopped(t.Spoken, next.Spoken)
	}
	if !abbreviated {
		t.Spoken = l.say(t.Spoken)
		return
	}
	if t.After == "." && next != nil {
		t.After = comma(t.Shown)
	}
	t.Spoken = as
}

// half is a fraction behind what there is so much of: "2 horas y media".
func (l language) half(sign, of string) string {
	s := l.signs[sign]
	switch {
	case sign != "½":
	case l.first == "premier":
		return "demi"
	case strings.HasSuffix(of, "as") || l.millions == " di " && strings.HasSuffix(of, "e"):
		return map[string]string{"medio": "media", "meio": "meia", "mezzo": "mezza"}[s]
	}
	return s
}

// comma is what is read after an abbreviation instead of its full stop.
func comma(shown string) string {
	if strings.HasSuffix(shown, ",") {
		return ","
	}
	return ""
}

// stopped is what an abbreviation stands for that only its full stop and what comes
// next tell from a word: "p. 12", "Hauptstr. 5", "Mo.–Fr.".
func (l language) stopped(w, next string) (string, bool) {
	lower := strings.ToLower(w)
	if as := l.words[lower]; as != "" && isDigits(strings.TrimRight(next, "–-,;0123456789")+"0") {
		return as, true
	}
	if stem, ok := strings.CutSuffix(w, "str"); ok && len(stem) > 2 && (l.hour == "Uhr" || l.hour == "uur") {
		return stem + map[string]string{"Uhr": "straße", "uur": "straat"}[l.hour], true
	}
	if reDays.MatchString(w) {
		return l.say(w), true
	}
	return "", false
}

// phrases says abbreviations of several words: "z. B.", "i. d. R.", "p. ej.".
func (l language) phrases(tokens []Token) []Token {
	for i := range tokens {
		key := ""
		for n := 1; n <= 3 && i+n <= len(tokens); n++ {
			t := &tokens[i+n-1]
			w, _ := bare(t.Shown)
			if utf8.RuneCountInString(w) > 4 || !strings.HasSuffix(strings.TrimRight(t.Shown, ",;:)"), ".") {
				break
			}
			key += "." + strings.ToLower(w)
			as := l.words[key[1:]]
			if n == 1 || as == "" {
				continue
			}
			for k := range tokens[i : i+n] {
				tokens[i+k].Spoken = ""
				if i+k+1 < i+n || i+n < len(tokens) && tokens[i+k].After == "." {
					tokens[i+k].After = ""
				}
			}
			tokens[i].Spoken = as
		}
	}
	return tokens
}

// of is the unit's name behind a number.
func (u unit) of(n string) string {
	if n == "1" || n == "1,00" || n == "-1" || n == "−1" {
		return u.one
	}
	return u.many
}

// unit names what is counted: "km", "GB/s", "€/kg".
func (l language) unit(w string) unit {
	w = strings.ToLower(w)
	if u := l.units[w]; u.many != "" {
		return u
	}
	if a, b, ok := strings.Cut(w, "/"); ok && l.per != "" && l.units[a].many != "" && l.units[b].one != "" {
		return unit{l.units[a].one + " " + l.per + " " + l.units[b].one, l.units[a].many + " " + l.per + " " + l.units[b].one}
	}
	return unit{}
}

// unitWord says whether a word is a unit where a number stands before it.
func (l language) unitWord(w string) bool {
	return l.unit(w).many != "" && (utf8.RuneCountInString(w) > 1 || w == strings.ToLower(w) || w == "W" || w == "V")
}

// large is a magnitude's name, however it is written.
func (l language) large(w string) string {
	if name := l.magnitude[w]; name != "" {
		return name
	}
	for _, name := range l.magnitude {
		if w == name {
			return name
		}
	}
	return ""
}

// millionsOf says a magnitude and what there is so much of: "millones de dólares",
// "millions d'euros", "mil euros".
func (l language) millionsOf(name, of string) string {
	switch {
	case name != "" && thousands[strings.ToLower(name)]:
		return name + " " + of
	case l.millions == " de " && l.first == "premier" && strings.HasPrefix(of, "e"):
		return name + " d'" + of
	}
	return name + l.millions + of
}

// joinGroups makes one token of the groups of "1 299,99".
func joinGroups(tokens []Token) []Token {
	var out []Token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if isDigits(strings.TrimLeft(t.Spoken, "-−")) && len(t.Spoken) <= 3 && t.Spoken[0] != '0' {
			for i+1 < len(tokens) && t.After == "" && t.Pause == 0 && reGroup.MatchString(tokens[i+1].Spoken) {
				i++
				t.Spoken += tokens[i].Spoken
				t.Shown += " " + tokens[i].Shown
				t.After, t.Pause = tokens[i].After, tokens[i].Pause
			}
		}
		out = append(out, t)
	}
	return out
}
