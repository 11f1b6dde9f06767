package script

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

const unitWords = `kilos?|tonnes?|tons?|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|percent|per cent|kg|g|grams?|km|kilometers?|kilometres?|miles?|m|cm|mm|meters?|metres?|litres?|liters?|ml|GB|TB|MB|kWh|kW|W|watts?|volts?|km/h|mph|m/s|degrees|°C|°F|°|Mbit/s|Mbps|Gbps|` +
	`Sekunden?|Minuten?|Stunden?|Tagen?|Tage|Tag|Wochen?|Monaten?|Monate?|Jahren?|Jahre|Jahr|Prozent|Gramm|Kilometern?|Euro|Liter|Grad|` +
	`segundos?|minutos?|horas?|días?|dias?|semanas?|meses|mes|mês|años?|anos?|gramos?|gramas?|euros?|` +
	`secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|grammes?|` +
	`secondi|secondo|minuti|minuto|ore|ora|giorni|giorno|settimane|settimana|mesi|mese|anni|anno|grammi|dollars?|points?|stars?|` +
	`ثانية|ثوان|ثواني|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|شهرا|شهر|أشهر|شهور|سنة|سنوات|שניות|דקות|שעות|ימים|שנים`

var (
	figureRE  = pattern.Longest(`(^|[\s(~≈+−-])([€$£¥₪]\s?)?(\d{1,3}(?:[.,  ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(\s?%|\s?(?:k|K|M|bn|B|x|×)\b|\s?[€$£¥₪]|٪|\s(?:million|billion|thousand|Millionen|Milliarden|Mio\.?|millones|millions|milliards|milhões|milioni|miliardi|مليون)\b)?([\s-](?:` + unitWords + `))?`)
	shortUnit = map[string]string{
		"second": "s", "seconds": "s", "sec": "s", "secs": "s", "minute": "min", "minutes": "min", "mins": "min", "hour": "h", "hours": "h", "day": "day", "days": "days", "week": "week", "weeks": "weeks",
		"month": "month", "months": "months", "year": "year", "years": "years", "percent": "%", "per cent": "%", "gram": "g", "grams": "g", "kilometers": "km", "kilometres": "km", "miles": "mi", "liters": "L", "litres": "L",
		"sekunde": "s", "sekunden": "s", "minuten": "min", "stunde": "Std.", "stunden": "Std.", "tage": "Tage", "tagen": "Tage", "wochen": "Wo.", "monate": "Mon.", "monaten": "Mon.", "jahre": "Jahre", "jahren": "Jahre", "prozent": "%", "gramm": "g", "euro": "€", "kilometer": "km", "kilometern": "km",
		"segundo": "s", "segundos": "s", "minuto": "min", "minutos": "min", "hora": "h", "horas": "h", "euros": "€", "gramos": "g", "gramas": "g",
		"seconde": "s", "secondes": "s", "heure": "h", "heures": "h", "grammes": "g", "secondi": "s", "secondo": "s", "minuti": "min", "ore": "h", "ora": "h", "grammi": "g", "million": "M", "millions": "M", "billion": "B", "milliards": "Md",
		"millionen": "Mio.", "milliarden": "Mrd.", "millones": "M", "milhões": "M", "milioni": "M", "thousand": "K", "degrees": "°", "grad": "°", "dollars": "$",
	}
	yearRE = pattern.New(`^(?:19|20)\d\d$`)
)

var (
	clockTime = pattern.New(`^[0-2]?\d(?:[.,][0-5]\d)?$`)
	oClock    = pattern.New(`(?i)^\s?(?:uur|uhr|o['’]clock|h\d\d)\b`)
)

// phoneNumber is a number to call.
var phoneNumber = pattern.New(`(?:\+\d{1,3}|\b0)\d*[\d /()-]{5,}\d\b|(?i:\b(?:call|phone|ring|dial|text|tel\.?|llama|llame|llámanos|anruf\w*|ruf\w*|appel\w*|chiama\w*|ligue|bel)\b\D{0,16})\d[\d /()-]{5,}\d\b`)

// figure is a number found in a sentence.
type figure struct {
	from, to int // bytes of the sentence
	scene.Figure
	unit  string
	score int
}

// figures finds the numbers of a sentence that are worth a scene.
func (w *writer) figures(s string) []figure {
	var out []figure
	masked := s
	if u := prompt.URL(s); u != "" {
		masked = strings.ReplaceAll(masked, u, strings.Repeat("_", len(u)))
	}
	if m := prompt.Mail(s); m != "" {
		masked = strings.ReplaceAll(masked, m, strings.Repeat("_", len(m)))
	}
	for _, at := range phoneNumber.FindAllStringIndex(masked, -1) {
		masked = masked[:at[0]] + strings.Repeat("_", at[1]-at[0]) + masked[at[1]:]
	}
	if f, ok := w.outOf(masked); ok {
		out = append(out, f)
		masked = masked[:f.from] + strings.Repeat("_", f.to-f.from) + masked[f.to:]
	}
	for _, m := range figureRE.FindAllStringSubmatchIndex(masked, -1) {
		get := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return strings.TrimSpace(s[m[2*i]:m[2*i+1]])
		}
		sign, cur, num, mag, unit := get(1), get(2), get(3), get(4), strings.TrimLeft(get(5), "- ")
		end := m[1]
		if unit == "an" && w.w.code == "en" { // "£14 an hour"; "10 ans" are French years
			unit, end = "", m[10]
		}
		from := m[6]
		if before, _ := utf8.DecodeLastRuneInString(masked[:m[2]]); sign == "-" && isLetter(before) {
			sign = "" // a Hebrew prefix: "ל-300"
		}
		if cur != "" {
			from = m[4]
		}
		if sign == "-" || sign == "−" || sign == "+" {
			from = m[2]
		} else if at := minusRE.FindStringIndex(masked[:from]); at != nil && unit != "" {
			sign, from = "−", at[0]+len(masked[at[0]:at[1]])-len(strings.TrimLeft(masked[at[0]:at[1]], " "))
		}
		next, _ := utf8.DecodeRuneInString(masked[end:])
		if unit == "" && mag == "" && (next == '/' || next == ':' || next == '-' || isLetter(next)) {
			continue // 24/7, 9:00, 3-step, 4K
		}
		if clockTime.MatchString(num) && oClock.MatchString(masked[end:]) {
			continue // "7.00 uur"
		}
		if unit != "" && isLetter(next) || numberName.MatchString(masked[:from]) {
			continue
		}
		f := figure{from: from, to: end}
		f.Text = num
		f.Cue = num
		f.Prefix = cur
		f.unit = unit
		switch {
		case cur != "":
			f.score = 5
		case strings.HasSuffix(mag, "%") || mag == "٪" || strings.EqualFold(unit, "percent") || strings.EqualFold(unit, "Prozent"):
			f.score = 6
		case mag != "":
			f.score = 5
		case unit != "":
			f.score = 4
		case len(num) >= 3 && !yearRE.MatchString(num):
			f.score = 3
		case len(num) >= 2:
			f.score = 2
		default:
			f.score = 1
		}
		if yearRE.MatchString(num) && cur == "" && mag == "" && unit == "" || f.score == 0 {
			continue
		}
		if (num == "1" || num == "2" && unit == "") && f.score < 5 {
			f.score = 1
		}
		f.Suffix = firstOf(shortUnit[strings.ToLower(mag)], mag)
		if unit != "" {
			f.Suffix = strings.TrimSpace(f.Suffix + " " + firstOf(shortUnit[strings.ToLower(unit)], unit))
		}
		if w.w.code == "en" && num != "1" && (f.Suffix == "day" || f.Suffix == "week" || f.Suffix == "month" || f.Suffix == "year") {
			f.Suffix += "s"
		}
		if strings.ContainsAny(f.Suffix, "€$£") && f.Prefix == "" && w.w.code == "en" {
			f.Prefix, f.Suffix = f.Suffix, ""
		}
		if sign == "-" || sign == "−" || sign == "+" {
			f.Prefix = sign + f.Prefix
		}
		if v, ok := number(num, w.lang); ok && f.Suffix == "%" && v > 0 && v <= 100 {
			f.Share = v / 100
		}
		out = append(out, f)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].from < out[j].from })
	return out
}

var minusRE = pattern.New(`(?i)(?:^|\s)(?:minus|negative|menos|moins|meno)\s+$`)

// numberName are words before numbers that name rather than count.
var numberName = pattern.New(`(?i)\b(?:ext\.?|extension|age|aged|alter von|ages|edad|âge|from age|room|code|no\.|number|bus(?:es)?|line|route|page|step|chapter|version|zone|gate|flight|tel\.?|telefon\w*|phone:?|raum|zimmer|nr\.|linie)\s*$`)

// outOf reads "9 in 10".
func (w *writer) outOf(s string) (figure, bool) {
	if w.w.inOf == nil {
		return figure{}, false
	}
	m := w.w.inOf.FindStringSubmatchIndex(s)
	if m == nil {
		return figure{}, false
	}
	f := figure{from: m[0], to: m[1], score: 6}
	f.Cue = s[m[2]:m[3]]
	whole := s[m[6]:m[7]]
	if of := strings.ToLower(s[m[4]:m[5]]); of == "of" && (!isDigits(f.Cue) || !isDigits(whole)) {
		return figure{}, false // "one of three plans" is no ratio
	}
	f.Text = w.digits(f.Cue)
	f.Suffix = s[m[4]:m[5]] + " " + w.digits(whole)
	a, _ := number(f.Text, "en")
	b, _ := number(w.digits(whole), "en")
	if b <= a {
		return figure{}, false
	}
	f.Share = a / b
	return f, true
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// digits writes a number word of a ratio as a figure.
func (w *writer) digits(s string) string {
	if isDigits(s) {
		return s
	}
	low := strings.ToLower(s)
	for n := 2; n < len(w.w.counts); n++ {
		if w.w.counts[n] == low {
			return strconv.Itoa(n)
		}
	}
	switch low {
	case "ten", "zehn":
		return "10"
	}
	return "1"
}

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0xbf && r != utf8.RuneError
}

func figureOf(value string) *scene.Figure {
	w := &writer{w: english, lang: "en"}
	if f := w.figures(value); len(f) > 0 {
		out := f[0].Figure
		return &out
	}
	return &scene.Figure{Text: value, Cue: value}
}

// shape finds the picture that a sentence asks for: a figure, a quotation.
func (w *writer) shape(b *beat, s string) {
	figs := w.figures(s)
	best := -1
	least := 3
	if w.b != nil && w.b.Purpose == prompt.Update {
		least = 2 // a report is its numbers: "NPS is 61"
	}
	for i, f := range figs {
		if f.score >= least && (best < 0 || f.score > figs[best].score) {
			best = i
		}
	}
	if best < 0 {
		return
	}
	if w.change(b, s, figs) {
		b.plain = false
		return
	}
	f := figs[best]
	label, after := w.label(s, f)
	b.Kind = scene.Number
	b.Label = label
	b.Subtitle = after
	fig := f.Figure
	b.Figure = &fig
	if w.w.more4.MatchString(strings.TrimSpace(s[:f.from])) && fig.Suffix == "" {
		b.Figure.Suffix = "+"
	}
	b.plain = f.score < 4
}

// change reads "churn fell from 5.1% to 3.8%": the new value counts, the old one
// says where it came from.
func (w *writer) change(b *beat, s string, figs []figure) bool {
	for i := 0; i+1 < len(figs); i++ {
		x, y := figs[i], figs[i+1]
		between := strings.ToLower(s[x.to:y.from])
		m := fromRE.FindStringSubmatch(s[:x.from])
		if m == nil || !toRE.MatchString(between) {
			continue
		}
		if i := strings.LastIndex(m[1], ", "); i > 0 {
			m[1] = m[1][i+2:]
		}
		if utf8.RuneCountInString(m[1]) > 44 {
			continue
		}
		old, ok1 := number(x.Text, w.lang)
		now, ok2 := number(y.Text, w.lang)
		if !ok1 || !ok2 || old == now {
			continue
		}
		fig := y.Figure
		if fig.Suffix == "" {
			fig.Suffix = x.Suffix
		}
		b.Kind, b.Figure = scene.Number, &fig
		b.Label = prompt.Upper(strings.TrimSpace(w.w.pronoun.ReplaceAllString(strings.TrimSpace(m[1])+" ", "")))
		pattern := w.w.upFrom
		if now < old {
			pattern = w.w.downFrom
		}
		b.Subtitle = prompt.Upper(w.w.fill(pattern, figureText(&x.Figure)))
		if tail := strings.TrimSpace(prompt.Unstop(s[y.to:])); tail != "" && prompt.Words(tail) <= 3 {
			b.Subtitle += " " + tail
		}
		return true
	}
	return false
}

var fromRE = pattern.New(`(?i)^(.*?)\s+(?:fell|falls|dropped|drops|rose|rises|grew|grows|went|goes|moves|moved|will (?:go|rise|fall|drop|increase|move)|increases|decreases|steigt|sinkt|sube|baja|pasa|passe|sale|scende|passa|sobe|cai|stijgt|daalt|increased|decreased|climbed|declined|is (?:up|down)|came down|jumped|improved|shrank|cut|sank|sanken|stieg|stiegen|fiel|fielen|wuchs|bajó|subió|cayó|creció|pasó|est passée?|a baissé|a augmenté|caiu|subiu|cresceu|è (?:scesa|scesa|salita|passata)|è sceso|è salito)(?: \w+)? (?:from|von|de|da|du) $`)
var toRE = pattern.New(`^\s*(?:\p{L}+ ){0,2}(?:to|auf|a|à|para|ad)\s*$`)

var clauseCut = pattern.New(`[,;:] | [–—] | - `)

// label says what a figure measures, in the sentence's own words around it.
func (w *writer) label(s string, f figure) (label, after string) {
	g := w.w
	a, z := 0, len(s)
	for _, c := range clauseCut.FindAllStringIndex(s, -1) {
		if c[1] <= f.from {
			a = c[1]
		} else if c[0] >= f.to && c[0] < z {
			z = c[0]
		}
	}
	before := strings.TrimSpace(s[a:f.from])
	if head := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s[:a]), ":")); before == "" && strings.HasSuffix(strings.TrimSpace(s[:a]), ":") && utf8.RuneCountInString(head) <= 40 {
		return prompt.Upper(head), whole(strings.TrimSpace(prompt.Unstop(s[f.to:z])), 40) // "One prize: €2,000"
	}
	rest := strings.TrimLeft(prompt.Unstop(s[f.to:z]), " .,;:")
	delta := ""
	if m := inBrackets.FindStringSubmatch(rest); m != nil {
		rest = m[1] // "1,284 (+12%)"
	} else if m := deltaTail.FindStringSubmatch(rest); m != nil {
		rest, delta = m[1], m[2] // "214 orders (+8%)"
	}
	if i := strings.LastIndex(before, g.and); i > 6 && prompt.Words(before[i:]) >= 3 {
		before = strings.TrimSpace(before[i+len(g.and):])
	}
	if i := strings.Index(rest, g.and); i > 8 {
		rest = rest[:i]
	}
	if g.code == "he" && rest != "" {
		return whole(rest, 40), ""
	}
	if g.costWord.MatchString(before) {
		if m := wagePaid.FindString(before); m != "" {
			return prompt.Upper(m), whole(rest, 40)
		}
		return g.priceLabel, whole(rest, 40)
	}
	before = strings.TrimSpace(g.more4.ReplaceAllString(before, ""))
	before = strings.TrimSpace(g.pronoun.ReplaceAllString(before+" ", ""))
	bare := prompt.Words(before)
	if bare <= 2 && a > 0 && utf8.RuneCountInString(before) < 12 {
		// "…, up to 400 euros": the clause before says what for.
		prev := strings.TrimSpace(strings.TrimRight(s[:a], ",;: "))
		if i := strings.LastIndex(prev, ", "); i > 0 {
			prev = prev[i+2:]
		}
		if prev = w.bare(prev); prompt.Words(prev) >= 3 && utf8.RuneCountInString(prev) <= 44 {
			return prompt.Upper(prev), whole(rest, 40)
		}
	}
	if bare >= 2 && utf8.RuneCountInString(before) <= 40 || bare == 1 && utf8.RuneCountInString(before) > 4 || bare == 1 && isAcronym(before) {
		return prompt.Upper(before), whole(rest, 40)
	}
	if bare > 2 {
		f := strings.Fields(before)
		for n := 6; n >= 3; n-- {
			if len(f) >= n {
				if t := strings.Join(f[len(f)-n:], " "); utf8.RuneCountInString(t) <= 36 && !startsWeak.MatchString(t) {
					return prompt.Upper(t), whole(rest, 40)
				}
			}
		}
	}
	if rest != "" {
		t := rest
		if g.code == "en" && strings.HasPrefix(t, "of ") {
			t = t[3:]
			t = wholeGroup.ReplaceAllString(t, "")
			if at := englishVerb.FindStringIndex(t); at != nil && at[0] > 2 {
				t = t[:at[0]] + " that" + t[at[0]:]
			}
		}
		if g.code == "de" {
			t = germanVerb.ReplaceAllString(t, "$2 $1 $3")
		}
		if utf8.RuneCountInString(t) <= 44 {
			return prompt.Upper(t), delta
		}
		return clip(prompt.Upper(t), 42), ""
	}
	if before != "" {
		return prompt.Upper(clip(before, 40)), ""
	}
	return w.b.Subject, ""
}

var deltaTail = pattern.New(`^(.*\S) \(([+−-][^()]{1,20})\)$`)

var inBrackets = pattern.New(`^\(([^()]{1,40})\)$`)

// wagePaid is an amount that one gets and does not pay.
var wagePaid = pattern.New(`(?i)^(?:salary|pay|wages?|gehalt|lohn|stundenlohn|salaire|salario|sueldo|stipendio|salário|loon|salaris)\b`)

// whole shortens what follows a figure; the beginning of a reason says nothing.
func whole(s string, n int) string {
	if subordinate.MatchString(s) {
		return ""
	}
	return clip(s, n)
}

var startsWeak = pattern.New(`(?i)^(?:of|to|and|or|the|a|an|in|on|at|for|with|by|that|is|are|de|la|le|el|des|du|und|der|die|das|von|mit|e|y|et|o|a|os|as|il|lo)\s`)
var englishVerb = pattern.New(` (?:start|begin|come|use|say|prefer|have|are|is|were|was|want|trust|work|report|lose|spend|fail|go|do|need|see|get|take|make|feel|find|buy|choose|recommend|leave|stay|live|drop|rely|involve|contain|happen|open|click|forget|reuse|pay|save)\b`)

var (
	wholeGroup = pattern.New(`(?i)^(?:the|all)\s+`)
)
