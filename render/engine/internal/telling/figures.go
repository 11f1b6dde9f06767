package telling

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

const unitWords = `kilomet(?:re|er)s (?:an|per) hour|miles (?:an|per) hour|uren|uur|dagen|weken|maanden|jaren|sq\.? ?ft|sq\.? ?m|tonnellat[ae]|toneladas?|Tonnen?|square (?:met(?:re|er)s?|feet)|cubic (?:met(?:re|er)s?|feet)|m²|m³|kilos?|tonnes?|tons?|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|percent|per cent|cents|kg|g|grams?|km|kilometers?|kilometres?|miles?|m|cm|mm|meters?|metres?|litres?|liters?|ml|GB|TB|MB|kWh|kW|W|watts?|volts?|km/h|mph|m/s|decibels?|l/min|L/min|l/h|dB|rpm|psi|k?Hz|MHz|GHz|Nm|mAh|Ah|V|lbs?|oz|fps|dpi|ppm|kcal|kJ|MP|MWh|GWh|pts|ms|s|km²|hectares?|acres?|gallons?|degrees|°C|°F|°|Mbit/s|Mbps|Gbps|` +
	`Sekunden?|Minuten?|Stunden?|Tagen?|Tage|Tag|Wochen?|Monaten?|Monate?|Jahren?|Jahre|Jahr|Prozent|Gramm|Kilometern?|Euro|Cent|centimes?|céntimos?|cêntimos?|centavos?|centesimi|cent|Liter|Grad|grados?|graus?|gradi|degrés|graden|` +
	`Kilos?|Kilogramm|kilogramos?|kilogrammes?|quilos?|quilogramas?|chili|chilo|chilogrammi|segundos?|minutos?|horas?|días?|dias?|semanas?|meses|mes|mês|años?|anos?|gramos?|gramas?|euros?|` +
	`secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|grammes?|` +
	`secondi|secondo|minuti|minuto|ore|ora|giorni|giorno|settimane|settimana|mesi|mese|anni|anno|grammi|dollars?|points?|stars?|` +
	`ريالاً?|ريالا|درهماً?|دينارا?ً?|جنيها?ً?|دولارا?ً?|شيكل|שקלים|שקל|ש"ח|ثانية|ثوان|ثواني|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|شهرا|شهر|أشهر|شهور|سنة|سنوات|שניות|דקות|שעות|ימים|שנים`

var (
	figureRE  = pattern.Longest(`(^|[\s(~≈+−-])((?:R\$|[€$£¥₪])\s?)?(\d{1,3}(?:[.,  ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(\s?%|\s?(?:k|K|M|bn|B|x|×)\b|m\b|\s?(?:[kKM]|Mio\.?|Mrd\.?|Md)\s?[€$£]|\s?[€$£¥₪]|٪|\s(?:million|billion|thousand|Millionen|Million|Milliarden|Milliarde|milhão|millón|milione|bilhões|bilhão|Mio\.?|millones|millions|milliards|milhões|milioni|miliardi|miljoen|miljard|mil)\b|\s(?:مليون|مليار|ألف|מיליון|מיליארד|אלף))?([\s-](?:` + unitWords + `))?`)
	shortUnit = map[string]string{
		"kilometres an hour": "km/h", "kilometers an hour": "km/h", "kilometres per hour": "km/h", "kilometers per hour": "km/h", "miles an hour": "mph", "miles per hour": "mph",
		"square metres": "m²", "square meters": "m²", "square feet": "sq ft", "second": "s", "seconds": "s", "sec": "s", "secs": "s", "minute": "min", "minutes": "min", "mins": "min", "hour": "h", "hours": "h", "day": "day", "days": "days", "week": "week", "weeks": "weeks",
		"month": "month", "months": "months", "year": "year", "years": "years", "percent": "%", "per cent": "%", "gram": "g", "grams": "g", "kilometers": "km", "kilometres": "km", "miles": "mi", "liters": "L", "litres": "L",
		"kilo": "kg", "kilogramm": "kg", "chili": "kg", "chilo": "kg", "sekunde": "s", "sekunden": "s", "minuten": "min", "stunde": "Stunde", "stunden": "Stunden", "tage": "Tage", "tagen": "Tage", "woche": "Woche", "wochen": "Wochen", "monate": "Monate", "monaten": "Monate", "jahre": "Jahre", "jahren": "Jahre", "prozent": "%", "gramm": "g", "euro": "€", "kilometer": "km", "kilometern": "km",
		"segundo": "s", "segundos": "s", "minuto": "min", "minutos": "min", "hora": "h", "horas": "h", "euros": "€", "gramos": "g", "gramas": "g",
		"seconde": "s", "secondes": "s", "heure": "h", "heures": "h", "grammes": "g", "secondi": "s", "secondo": "s", "minuti": "min", "ore": "h", "ora": "h", "grammi": "g", "million": "M", "millions": "M", "billion": "B", "milliards": "Md",
		"mio": "Mio.", "mrd": "Mrd.", "millionen": "Mio.", "milliarden": "Mrd.", "millones": "M", "milhões": "M", "milhão": "M", "millón": "M", "milione": "M", "bilhões": "bi", "bilhão": "bi", "milliarde": "Mrd.", "milioni": "M", "miljoen": "mln.", "miljard": "mld.", "thousand": "K", "degrees": "°", "grad": "°", "grado": "°", "grados": "°", "grau": "°", "graus": "°", "gradi": "°", "degrés": "°", "graden": "°", "dollars": "$",
	}
	YearRE = pattern.New(`^(?:19|20)\d\d$`)
)

var (
	clockTime = pattern.New(`^[0-2]?\d(?:[.,][0-5]\d)?$`)
	oClock    = pattern.New(`(?i)^\s?(?:uur|uhr|o['’]clock|h\d\d)\b`)
)

// PhoneNumber is a number to call.
var PhoneNumber = pattern.New(`\b\d{3}-\d{4}\b|(?i:\bnumber(?: is)?:? )\d{3} \d{3,4}\b|\(\d{2,5}\) ?\d{3,5}[ -]?\d{3,5}\b|(?:\+\d{1,3}|\b0)\d*[\d /()-]{5,}\d\b|(?i:\b(?:call|phone|ring|dial|text|tel\.?|llama|llame|llámanos|whatsapp|teléfono|móvil|numéro|número|numero|الرقم|رقم|הטלפון|טלפון|telefono|telefoon|telefon|nummer|anruf\w*|ruf\w*|appel\w*|chiama\w*|ligue|bel)\b\D{0,16})\d[\d /()-]{5,}\d\b`)

var (
	// shortDate is a day in figures: "30.09.", "31/08/2025".
	shortDate = pattern.New(`(?:^|[^\d.,/])((?:0?[1-9]|[12]\d|3[01])(?:\.(?:0?[1-9]|1[0-2])\.|/(?:0?[1-9]|1[0-2])\b)(?:/?(?:20)?\d\d\b)?)`)
	// groupedPhone is a number to call by its groups or by what stands before it.
	groupedPhone = pattern.New(`(?i)(?:^|\s)([89]00[ -]\d{3}[ -]\d{3}\b|\d{3} \d{3} \d{4}\b|\d{3} \d{2} \d{2} \d{2}\b)`)
	// clockFR are times as they are written in French and in Portuguese.
	clockFR = pattern.New(`(?i)(?:^|[\s(])(?:à|jusqu['’]à|dès|vers|avant|après|de|d['’]|entre|et|às|das|até|as|e|a) ?((?:[01]?\d|2[0-4]) ?h(?: ?[0-5]\d)?(?:\s?(?:à|-|–|às|as|et|e) ?(?:[01]?\d|2[0-4]) ?h(?: ?[0-5]\d)?)?)(?:[^\p{L}\d]|$)`)
	// hoursFrom are opening hours with their minutes: "dalle 12 alle 14:30".
	hoursFrom = pattern.New(`(?i)(?:^|[\s(])(?:dalle|von|de|das|du|van|entre(?: las)?|tra le|zwischen|tussen) ?((?:[01]?\d|2[0-4])(?:[:.][0-5]\d)? ?(?:h|Uhr|uur)? ?(?:alle|bis|a(?: las)?|às|au?|à|tot|y(?: las)?|e(?: le)?|und|en) (?:[01]?\d|2[0-4])[:.][0-5]\d)\b`)
	// inHouse is a number that is dialled within a house.
	inHouse = pattern.New(`(?i)(?:שלוחה|تحويلة|التحويلة|داخلي|wewnętrzny|wewn\.|доб\.|добавочный|linka|내선|内線|分机|分機)(?:번호|番号|号)? ?(\d{2,5})`)
)

// elidedFigure is a figure behind an article that has lost its vowel.
var elidedFigure = pattern.New(`['’]\d`)

// Amount is a number found in a sentence.
type Amount struct {
	From, To int // bytes of the sentence
	scene.Figure
	unit  string
	Score int
}

// Figures finds the numbers of a sentence that are worth a scene.
func (w *Writer) Figures(s string) []Amount {
	planned := w.Brief != nil && w.Brief.Level == brief.Scenes // what it shows stands as it is written
	out, masked := ranges(w.withoutNames(s))
	if f, ok := w.OutOf(masked); ok {
		out = append(out, f)
		masked = blot(masked, f.From, f.To)
	}
	for _, m := range figureRE.FindAllStringSubmatchIndex(masked, -1) {
		n, ok := w.readingAt(m, s, masked, planned)
		if !ok || w.inName(n, planned) {
			continue
		}
		if planned && n.unit == "s" {
			n.unit, n.end = "", n.bare
		}
		if w.tellsTime(n) {
			continue
		}
		f := w.dressed(n)
		f.Score = w.worth(n, planned, len(out) == 0)
		out = append(out, f)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].From < out[j].From })
	measures(s, out)
	return out
}

// StreetNumber is the house in an address: "412 Mission St".
var StreetNumber = pattern.New(`(?:^|[\s(])(\d{1,5}[a-z]?) (?:\p{Lu}[\p{L}'’]+\.? ){1,3}(?:St|Street|Rd|Road|Ln|Lane|Ave|Avenue|Dr|Drive|Way|Sq|Square|Blvd|Boulevard|Ct|Court|Place|Pl|Terrace|Row|Crescent|Close|Hill|Quay|Highway|Parkway)\b`)

// numberBehind is the number of a house behind its street: "Speicherstrasse 14".
var numberBehind = pattern.New(`(?:\p{Lu}[\p{L}'’-]*(?:stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|damm|ufer|straat|laan|plein|gracht|kade)|\b(?:Street|Road|Lane|Avenue|Square|Drive|Quay|Way|Close|Court|Row|Wharf|Place|Terrace)) (\d{1,4}[a-z]?)\b`)

// openHours are times from and to: "7 bis 20 Uhr", "de 9 h à 17 h".
var openHours = pattern.New(`(?i)\b(\d{1,2})(?:[:.h]\d\d)?(?:\s?(?:h|uhr|uur))?\s?(?:bis|–|-|a|à|às|al|alle|e|y|et|und|tot)\s?(\d{1,2})(?:[:.h]\d\d)?\s?(?:uhr|uur|h)\b`)

// allDay is round the clock: "24 ore su 24".
var allDay = pattern.New(`(?i)\b24 ?(?:ore su 24|h(?:eures)? sur 24|horas (?:al|por) d[ií]a|Stunden am Tag|uur per dag)\b`)

// germanOrdinal is a number that counts off: "der 2. Klasse".
var germanOrdinal = pattern.New(`\b(?:der|die|das|dem|den|des|im|am|zum|zur|vom|jeder|jedes|jeden)\s\d{1,2}\.\s`)

// dutchClock stands before a time of day.
var dutchClock = pattern.New(`(?i)\b(?:om|tot|vanaf|van|rond|voor|tegen)\s{0,3}$`)

var minusRE = pattern.New(`(?i)(?:^|\s)(?:minus|negative|menos|moins|meno)\s{1,3}$`)

// ofMoney is the currency of millions.
var ofMoney = pattern.New(`^(?:\.? [Ee]uros?| (?:de |di |d['’])euros?)\b`)

// alsoNumber ends with another number of the same unit.
var alsoNumber = pattern.New(`(?i)(?:^|\s)\d+(?:[.,]\d+)? (?:y|e|et|und|en|o|ou|oder|of) $`)

// standardBefore is an abbreviation before its number.
var standardBefore = pattern.New(`(?:^|[\s(:])\p{Lu}{2,6} $`)

// dutchMinus is the sign of degrees below zero; elsewhere "min" is minutes or a minimum.
var dutchMinus = pattern.New(`(?i)\bmin\s{1,3}$`)

// versionOf is a name before its version.
var versionOf = pattern.New(`(?:^|\s)\p{Lu}[\p{L}\d]{1,30}\s$`)

// numberName are words before numbers that name rather than count.
var numberName = pattern.New(`(?i)\b(?:ext\.?|extension|channel|priority|level|gate|dock|floor|scene|question|age|aged|alter von|ages|edad|âge|dia|día|from age|room|code|no\.|number|bus(?:es)?|line|route|page|step|chapter|version|zone|gate|flight|tel\.?|telefon\w{0,8}|phone:?|raum|zimmer|nr\.|linie|durchwahl|ramal|interno|poste|extensión|extensão|anexo|toestel|habitación|sala|salle|aula|stanza|camera|quai|gleis|binario|puerta|porte|article|artículo|articolo|artigo|artikel|versión|versione|versão|versie|página|pagina|seite|paso|passo|schritt|étape|stap|halle|appelez le|composez le|llame al|llama al|chiamate il|ligue para|bel|הקש|שלוחה|تحويلة)\s{0,3}$`)

// OutOf reads "9 in 10".
func (w *Writer) OutOf(s string) (Amount, bool) {
	if w.Wording.InOf == nil {
		return Amount{}, false
	}
	m := w.Wording.InOf.FindStringSubmatchIndex(s)
	if m == nil {
		return Amount{}, false
	}
	f := Amount{From: m[0], To: m[1], Score: 6}
	f.Cue = s[m[2]:m[3]]
	if at := tenths.FindString(s[:m[2]]); at != "" { // "3.1 of 5"
		f.From, f.Cue = m[2]-len(at), at+f.Cue
	}
	whole := s[m[6]:m[7]]
	tail := wholeTail.FindStringSubmatch(s[f.To:]) // "1.9 of 3.0 m"
	f.To += len(tail[0])
	if YearRE.MatchString(whole) {
		return Amount{}, false
	}
	if of := strings.ToLower(s[m[4]:m[5]]); of == "of" && (!numeric(f.Cue) || !numeric(whole)) {
		return Amount{}, false // "one of three plans" is no ratio
	}
	if f.Text = w.digits(f.Cue); f.From < m[2] {
		f.Text = f.Cue
	}
	f.Suffix = s[m[4]:m[5]] + " " + w.digits(whole) + tail[0]
	a, _ := Number(f.Text, w.Lang)
	b, _ := Number(w.digits(whole)+tail[1], w.Lang)
	if b <= a {
		return Amount{}, false
	}
	f.Share = a / b
	return f, true
}

var (
	// technical is a unit that tells kinds of a thing apart, where the figure stands between
	// an article and the thing.
	technical    = pattern.New(`^(?:W|kW|V|A|GB|TB|MB|GHz|MHz|Hz|MP|mm|cm|kg|g|l|ml|L|inch|mAh)$`)
	ofKindBefore = pattern.New(`(?i)(?:^|\s)(?:an?|the|each|every|one|our|your)\s$`)
	nounBehind   = pattern.New(`^ \p{Ll}`)
	// pastYear is a number that may be a year of older times, inYear what tells that it is.
	pastYear = pattern.New(`^1[0-8]\d\d$`)
	inYear   = pattern.New(`(?i)\b(?:in|since|from|until|around|circa|year|anno|before|after|of)\s$`)
)

// nearBy is how far from a figure what belongs to it stands, in bytes.
const nearBy = 64

// partOfName tells a number that ends a name from one that counts, in English: behind a name
// and before the one thing that is called so.
func partOfName(before, after string) bool {
	lo, _ := prose.ClampSpan(len(before)-nearBy, len(before), before)
	_, hi := prose.ClampSpan(0, nearBy, after)
	before, after = before[lo:], after[:hi]
	return nameAlone.MatchString(before) && startsNoun.MatchString(after) && !countsFree.MatchString(after) && !strings.HasSuffix(FirstWordOf(after), "s")
}

// hourSpanAt tells an end of a span of hours that stands without their unit.
func hourSpanAt(s string, from, end int) bool {
	lo, hi := prose.ClampSpan(from-nearBy, end+nearBy, s)
	s, from, end = s[lo:hi], from-lo, end-lo
	for _, at := range append(bareSpan.FindAllStringSubmatchIndex(s, -1), openSpan.FindAllStringSubmatchIndex(s, -1)...) {
		if at[2] <= from && end <= at[3] {
			return true
		}
	}
	return false
}

var (
	nameAlone = pattern.New(`(?:^|: )\p{Lu}[\p{L}\d]*\s$`)
	// countsFree are words that a figure may stand before alone.
	countsFree = pattern.New(`(?i)^ (?:this|in|on|at|by|per|of|for|from|to|with|and|or|now|so|last|vs|versus|is|are|was|were|open|closed|new|done|left|more|less|fewer|up|down|over|under|since|until|after|before|than|total|all|each|every|a|an|the|points?|pts|today|yet|out|percent|people|instead|would|will|have|has|out|high|low)\b`)
	// openSpan is when something is open: "open from 8 to 1 on Mill Street".
	openSpan = pattern.New(`(?i)\b(?:open|opens|opened)(?: daily| every day| weekdays)?(?: from)? (\d{1,2}\s?(?:to|till|until|[–-])\s?\d{1,2})\b`)
	// bareSpan is from one number to another with nothing that they count.
	bareSpan = pattern.New(`(?:^|, |[^\d.,€$£fF][a-zA-Z]{2,} )(\d{1,2}\s?(?:to|till|until|[–-])\s?\d{1,2})(?:$|[,;)]|[:.][0-5]\d|\s?(?:am|pm|h)\b)`)
)

// wholeTail is the rest of what a part is of: tenths, and how many thousands or millions.
var wholeTail = pattern.New(`^([.,]\d+)?(?:\s?(?:[kM]|m|bn|million|billion)\b)?`)

// tenths is the whole part of a decimal number, up to its point.
var tenths = pattern.New(`\d+[.,]$`)

// IsDigits tells whether s has nothing but digits.
func IsDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// numeric tells digits with their separators from a number word.
func numeric(s string) bool { return strings.Trim(s, "0123456789.,") == "" }

// digits writes a number word of a ratio as a figure.
func (w *Writer) digits(s string) string {
	if numeric(s) {
		return s
	}
	low := strings.ToLower(s)
	for n := 2; n < len(w.Wording.Counts); n++ {
		if w.Wording.Counts[n] == low {
			return strconv.Itoa(n)
		}
	}
	switch low {
	case "ten", "zehn":
		return "10"
	}
	return "1"
}

// FigureOf reads a value as a figure: "€12.50" has a prefix.
func FigureOf(value string) *scene.Figure {
	w := &Writer{Wording: tongue.English, Lang: "en"}
	if f := w.Figures(value); len(f) > 0 {
		out := f[0].Figure
		return &out
	}
	return &scene.Figure{Text: value, Cue: value}
}

// FigureText is a figure as it is written.
func FigureText(f *scene.Figure) string {
	s := f.Prefix + f.Text
	switch {
	case f.Suffix == "" || f.Suffix == "%" || f.Suffix == "+" || f.Suffix == "°" || utf8.RuneCountInString(f.Suffix) == 1 && f.Suffix != "h" && f.Suffix != "s" && f.Suffix != "g":
		return s + f.Suffix
	}
	return s + " " + f.Suffix
}

// DigitsRE is a number with its separators.
var DigitsRE = pattern.New(`\d+(?:[.,]\d+)*`)
