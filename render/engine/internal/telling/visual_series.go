package telling

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

var (
	pairRE = pattern.New(`([\p{L}\d][\p{L}\d'’.-]*(?: [\p{L}\d'’.-]+){0,2})\s*[:=(]\s*([€$£]?\d[\d.,]*)\s*(%|[kKMB]\b|[€$£]|\p{Han})?`)
	// hanValue is a value that follows its label at once: "早晨2杯".
	hanValue = pattern.New(`([\p{Han}\p{Hiragana}\p{Katakana}ー]{2,10})(\d)`)
	unitRE   = pattern.New(`(?i)\bunits?:\s*([^.;\n]{1,40})`)
)

// inPeriods is the period of a value, behind it.
const inPeriods = `(?:in|im|en|nel|em) ((?:Q[1-4] )?(?:19|20)\d\d|Q[1-4]|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)`

var (
	// chartComma names a chart, what it is of, and its values, all between commas: "line
	// chart, injuries per month, Jan 5, Feb 3".
	chartComma = pattern.New(`(?i)\b((?:line|bar|pie|donut|column|area)? ?(?:chart|graph)|(?:linien|balken|säulen|kreis)?diagramm), ([^,:;.\d]{3,40}), (\p{L}[^,:;.]{0,20}? \d)`)
	// valueWhen is a value and its period behind it.
	valueWhen   = pattern.New(`([€$£]?\d[\d.,]*\d|[€$£]?\d) ` + inPeriods)
	valuePeriod = pattern.New(inPeriods)
	valueAnd    = pattern.New(`(: [€$£]?\d[\d.,]*) (?:and|und|y|et|e) `)
	// unitOfAll is the unit of all values, in brackets behind the last: "2000 l 490 (euros)".
	unitOfAll = pattern.New(`(,\s[^,;()]*\d)\s\((€|%|\$|£|[€$£]?\p{L}{1,12}[€$£]?)\)\s*\.?$`)
)

// SeriesIn reads "2021: 12, 2022: 18, 2023: 31".
func SeriesIn(s, lang string) *scene.Series {
	s = groupedBySpace.ReplaceAllStringFunc(s, func(n string) string {
		m := groupedBySpace.FindStringSubmatch(n)
		return m[1] + spaceInNumber.ReplaceAllString(m[2], "")
	})
	s = hanValue.ReplaceAllString(s, "$1: $2")
	s = chartComma.ReplaceAllString(s, "$1 of $2: $3")
	if n := len(valueWhen.FindAllString(s, -1)); n > 1 && n == len(valuePeriod.FindAllString(s, -1)) {
		s = valueAnd.ReplaceAllString(valueWhen.ReplaceAllString(s, "$2: $1"), "$1, ") // "48 in 2022, 31 in 2023"
	}
	if m := unitOfAll.FindStringSubmatch(s); m != nil && !strings.Contains(s, "unit") {
		s = strings.Replace(s, m[0], m[1]+". Unit: "+m[2]+".", 1)
	}
	out := &scene.Series{Type: "bar"}
	years := true
	for at := 0; ; {
		m := pairRE.FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		get := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return s[at+m[2*i] : at+m[2*i+1]]
		}
		label, value, unit := yearTail.ReplaceAllString(strings.TrimSpace(get(1)), "$1"), strings.TrimRight(get(2), ".,"), get(3)
		end := at + m[1]
		if strings.HasPrefix(strings.TrimSpace(s[end:]), ":") {
			at += m[4] // the value is the next pair's label: "left: 2021: 12"
			continue
		}
		at = end
		f, ok := Number(strings.TrimLeft(value, "€$£"), lang)
		if !ok {
			continue
		}
		out.Labels, out.Values = append(out.Labels, label), append(out.Values, f)
		out.Unit = cmp.Or(out.Unit, unit, strings.TrimRight(value, "0123456789.,"))
		years = years && yearLabel.MatchString(label)
	}
	asked := ""
	if m := unitRE.FindStringSubmatch(s); m != nil {
		asked = strings.TrimSpace(m[1])
	} else if m := unitLabel.FindStringSubmatch(s); m != nil {
		asked = strings.TrimSpace(m[1])
	}
	out.Unit = cmp.Or(asked, out.Unit)
	given := out.Unit
	if span := spanSeries(s, lang); span != nil && len(out.Values) < len(span.Values) {
		span.Unit = cmp.Or(asked, span.Unit)
		out, years = span, true
	} else if two := statePairIn(s, lang); two != nil && len(out.Values) < 2 {
		out, years = two, false
	} else if len(out.Values) < 3 {
		plain := plainSeries(s, lang)
		if loose := looseSeries(s, lang); plain == nil && loose != nil && len(loose.Values) >= len(out.Values) {
			plain, given = loose, asked
		}
		if plain != nil {
			plain.Unit = cmp.Or(given, plain.Unit)
			out = plain
			years = true
			for _, l := range out.Labels {
				years = years && PeriodRE.MatchString(l)
			}
		}
	}
	if len(out.Values) < 2 {
		return nil
	}
	out.Focus = new(maxAt(out.Values))
	if years { // the newest is what it has come to
		out.Focus = new(len(out.Values) - 1)
	}
	if (years || lineWord.MatchString(s)) && !BarWord.MatchString(s) {
		out.Type, out.Focus = "line", new(len(out.Values)-1)
	}
	if DonutWord.MatchString(s) && len(out.Values) <= 6 {
		out.Type, out.Focus = "donut", new(maxAt(out.Values))
	}
	return out
}

// spanSeries reads the values of a row of years of which the first and the last are named:
// "2023 → 2026: households 120, 310, 640, 1,180".
func spanSeries(s, lang string) *scene.Series {
	m := yearSpan.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	from, _ := Number(m[1], lang)
	to, _ := Number(m[2], lang)
	values := commaAt.Split(m[4], -1)
	if n := int(to-from) + 1; n < 2 || n > 12 || n != len(values) {
		return nil
	}
	out := &scene.Series{Type: "line", Unit: strings.TrimSpace(m[3])}
	for i, x := range values {
		v, ok := Number(strings.TrimLeft(x, "€$£"), lang)
		if !ok {
			return nil
		}
		out.Labels, out.Values = append(out.Labels, fmt.Sprint(int(from)+i)), append(out.Values, v)
	}
	return out
}

// yearSpan is a span of years and the values behind it: groups 1 and 2 are its ends, 3 what
// is counted, 4 the values.
var yearSpan = pattern.New(`\b((?:19|20)\d\d)\s*(?:→|->|–|-|to|bis|a|à)\s*((?:19|20)\d\d)\b[,:]?\s*([\p{L} ]{0,40}?)[:\s]\s*((?:[€$£]?\d[\d.,]*\d|[€$£]?\d)(?:\s*[;,]\s+(?:(?:and|und|y|et|e)\s+)?(?:[€$£]?\d[\d.,]*\d|[€$£]?\d))+)`)

// statePairIn reads two values behind the two states that they are of: "bar graph before
// and after: 14.2 vs 8.9".
func statePairIn(s, lang string) *scene.Series {
	m := statesValued.FindStringSubmatch(s)
	if m == nil || !stateBefore.MatchString(m[1]) || !stateAfter.MatchString(m[2]) {
		return nil
	}
	a, ok1 := Number(strings.TrimLeft(m[3], "€$£"), lang)
	b, ok2 := Number(strings.TrimLeft(m[5], "€$£"), lang)
	if !ok1 || !ok2 {
		return nil
	}
	return &scene.Series{Type: "bar", Unit: cmp.Or(m[4], m[6]), Labels: []string{prose.Upper(m[1]), prose.Upper(m[2])}, Values: []float64{a, b}}
}

var statesValued = pattern.New(`(?i)\b(\p{L}+)\s*(?:and|und|y|et|e|/|vs\.?|→|-)\s*(\p{L}+)\s*[:,–—(-]\s*([€$£]?\d[\d.,]*\d|[€$£]?\d)\s?(%|\p{L}{1,6})?\s*(?:vs\.?|versus|and|und|y|et|e|→|->|/|,|to)\s*([€$£]?\d[\d.,]*\d|[€$£]?\d)\s?(%|\p{L}{1,6})?`)

var (
	chartOf     = pattern.New(`(?i)(?:\b(?:chart|graph|donut|pie|diagram|gráfico|grafico|graphique|camembert|grafiek)\b|\b\p{L}*diagramm?a?\b|رسم بياني|גרף|תרשים)(?: chart| (?:de|di|a|en|à|in) \p{L}+)?(?: (?:of|with|showing|for|con|avec|mit|com|met))?(?: the)?\s*([^:\d]{0,60}?)(?::\s*|\s[—–-]\s|(?:\s|^)(?:(?:19|20)\d\d\s))`)
	motionWord  = pattern.New(`(?i)\b(?:slams?|cascades?|slides?|drops?|fills?|draws?|grows?|rises?|animates?|appears?|fades? in|counts? up)(?: in| up| on)?\b(?:,? (?:from (?:the )?(?:left|right|top|bottom|above|below)|at -?\d+(?:°| degrees)|staggered(?: by)? [\d.]+ ?s(?:econds)?))*`)
	unitLabel   = pattern.New(`(?i)\b(?:label(?:l?ed)?|axis|unit)s?\s*:?\s*["“]([^"”]{1,40})["”]`)
	datumRE     = pattern.New(`^([\p{L}\d][\p{L}\d &'’/.-]*?)\s+(?:at |= ?|is )?([€$£]?-?\d[\d.,]*)\s*(%|[kKMB]\b|[€$£]|\p{L}{1,10}(?:/\p{L}{1,4})?)?$`)
	datumLong   = pattern.New(`^([\p{L}\d][\p{L}\d &'’/.-]*?)\s+(?:at |= ?|is )?([€$£]?-?\d[\d.,]*)\s+(\p{L}+(?: \p{L}+){0,3})$`)
	unitAside   = pattern.New(`\s*\(([\p{L}%€$£][^()\d]{0,30})\)`)
	percentWord = pattern.New(`(?i)^(?:per ?cent|prozent|por ciento|pour cent|por cento|per cento|procent)\b`)
	datumAt     = pattern.New(`\s*[;,]\s+(?:and |und |y |et |e )?|\s+(?:and|und)\s+`)
)

// plainSeries reads "bar chart of cups per day: Finland 4, Sweden 3.2": labels with
// a number behind them, and the unit that the words before the colon give.
func plainSeries(s, lang string) *scene.Series {
	for _, at := range chartOf.FindAllStringSubmatchIndex(s, 8) {
		if out := seriesBehind(s, at, lang); out != nil {
			return out
		}
	}
	return nil
}

// seriesBehind reads the labels and numbers behind a chart that is named at some place.
func seriesBehind(s string, at []int, lang string) *scene.Series {
	out := &scene.Series{Type: "bar", Unit: strings.Trim(motionWord.ReplaceAllString(s[at[2]:at[3]], ""), " ,")}
	data := s[at[1]:]
	if m := unitAside.FindStringSubmatchIndex(data); m != nil && out.Unit == "" { // "Apr 2 (errors per run)"
		data, out.Unit = data[:m[0]]+data[m[1]:], data[m[2]:m[3]]
	}
	if !strings.ContainsAny(s[at[3]:at[1]], ":—–-") {
		data = s[at[3]:] // "Balkendiagramm 2022 12 t, 2023 7 t": its first label ends the words
	}
	if i := strings.Index(data, ". "); i >= 0 {
		data = data[:i]
	}
	if before, rest, ok := strings.Cut(data, ": "); ok && !strings.ContainsAny(before, ",;") && unitAhead.MatchString(before) {
		data, out.Unit = rest, cmp.Or(out.Unit, strings.TrimSpace(before)) // "p99 latency ms: v1.0 14, v1.5 9"
	}
	for _, x := range datumAt.Split(strings.TrimRight(MotionTail.ReplaceAllString(data, ""), ". "), -1) {
		m := datumRE.FindStringSubmatch(strings.TrimSpace(x))
		if long := datumLong.FindStringSubmatch(strings.TrimSpace(x)); m == nil && long != nil {
			m = long
			if percentWord.MatchString(m[3]) { // "77 percent of crates"
				m[3] = "%"
			}
		}
		if m == nil {
			if len(out.Values) > 1 {
				if u := unitBehind.FindStringSubmatch(strings.TrimSpace(x)); u != nil && out.Unit == "" {
					out.Unit = u[1]
					if percentWord.MatchString(u[1]) { // "…, percent of the yield"
						out.Unit = "%"
					}
				}
				break // what follows the data is a direction
			}
			return nil
		}
		v, ok := Number(strings.TrimLeft(m[2], "€$£"), lang)
		if !ok {
			return nil
		}
		out.Labels, out.Values = append(out.Labels, prose.Upper(m[1])), append(out.Values, v)
		money := strings.TrimRight(m[2], "0123456789.,-")
		if m[3] != "" && money != "" && !strings.Contains("kKMB", m[3]) {
			money = ""
		}
		if u := money + m[3]; u != "" { // "€341M" counts millions of euros
			out.Unit = u
		}
	}
	if len(out.Values) < 2 {
		return nil
	}
	if m := wordsThenYear.FindStringSubmatch(out.Labels[0]); m != nil && !yearLabel.MatchString(out.Labels[0]) && !slices.ContainsFunc(out.Labels[1:], func(l string) bool { return !yearLabel.MatchString(l) }) {
		out.Labels[0], out.Unit = m[2], cmp.Or(out.Unit, m[1]) // "flooded cellars 2021 34, 2022 29"
	}
	return out
}

// unitAhead is what a chart's values count, ahead of them.
var unitAhead = pattern.New(`^[^:]*\p{L}[^:]{0,48}$`)

// wordsThenYear is what a row of years counts, and the first of them.
var wordsThenYear = pattern.New(`^(.*\p{L}.*)\s((?:19|20)\d\d)$`)

// unitBehind is the unit of a chart's values behind the last of them: "percent of the yield".
var unitBehind = pattern.New(`(?i)^(?:(?:all |each )?in |in |measured in |en |em )?((?:per ?cent|percentage|prozent|por ciento|pour cent|por cento|per cento|procent|tonnes?|tons?|kg|kwh|mwh|hours?|minutes?|days?|euros?|dollars?|litres?|liters?|km|ms|units|stunden|minuten|tage|tonnen|horas|días|heures|jours|ore|giorni|dias)\b)`)

// RowsIn reads "table: Building | kWp; School | 140; Gym | 90".
func RowsIn(s string) [][]string {
	if m := columnsThenRows.FindStringSubmatch(prose.Unstop(s)); m != nil {
		rows := [][]string{commaAt.Split(m[1], -1)}
		for _, r := range strings.Split(m[2], ";") {
			if cells := commaAt.Split(strings.TrimSpace(r), -1); len(cells) == len(rows[0]) {
				rows = append(rows, cells)
			}
		}
		if len(rows) > 1 {
			return rows
		}
	}
	if head, tail, ok := strings.Cut(s, ":"); ok && !strings.Contains(head, "|") {
		s = tail
	}
	if rows := strokeRows(s); rows != nil {
		return rows
	}
	var rows [][]string
	for _, r := range rowCut.Split(prose.Unstop(layout.Undirected(s)), -1) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(r), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if len(rows) > 0 && len(cells) != len(rows[0]) {
			break // what follows the rows is a direction
		}
		rows = append(rows, cells)
	}
	if len(rows) < 2 || len(rows[0]) < 2 {
		return nil
	}
	for i, row := range rows { // a head that the words name, wherever it stands
		if t := headRow.ReplaceAllString(row[0], ""); t != row[0] {
			row[0] = t
			rows = append([][]string{row}, slices.Delete(rows, i, i+1)...)
			break
		}
	}
	return rows
}

// columnsThenRows are the names of a table's columns, and its rows between semicolons.
var columnsThenRows = pattern.New(`(?i)\bcolumns?:?\s+([^;:]+,[^;:]+?)\s*[;.]\s*rows?\s*:\s*([^;]+(?:;[^;]+)*)$`)

// headRow marks the row of a table that is its head.
var headRow = pattern.New(`(?i)^(?:head(?:er)?(?: row)?|columns?|kopfzeile|spalten|encabezado|cabecera|en-tête|colonnes|intestazione|cabeçalho|kop)\s*:\s*`)

// MotionTail is how a picture's parts move, behind what they are.
var MotionTail = pattern.New(`\s*(?:(?i:,?\s*(?:CASCADE|SLIDE|DROP|FADE|POP|appear|staggered|each|one (?:by one|after another)|from (?:the )?(?:left|right|top|bottom)).*)|\s[–—-]\s\p{Ll}.*)$`)

var yearTail = pattern.New(`^.*\s((?:19|20)\d\d)$`)

var yearLabel = pattern.New(`^(?:19|20)\d\d$|^[QT][1-4]`)

var lineWord = pattern.New(`(?i)\b(?:line|líneas|linhas|linee|courbe)\b|\b(?:linien|lijn)\p{L}*\b|折れ線|折[线線]`)

// BarWord asks for a bar chart.
var BarWord = pattern.New(`(?i)\b(?:bars?|column (?:chart|graph)s?|barres|barras|barre|staaf\p{L}*)\b|balken(?:diagramm\p{L}*)?|säulen(?:diagramm\p{L}*)?|棒グラフ|柱[状狀]|막대`)

// DonutWord asks for a donut chart.
var DonutWord = pattern.New(`(?i)\b(?:donut|pie|tarta|torta|camembert|pizza)\b|\b(?:kreis|torten|taart|cirkel)\p{L}*\b|円グラフ|ドーナツ|[饼餅][图圖]`)

// groupedBySpace is a value whose thousands stand apart, behind its label's colon: "2021:
// 140 000".
var groupedBySpace = pattern.New(`([:：=]\s*)(\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+)\b`)

var spaceInNumber = pattern.New(`[ \x{a0}\x{202f}]`)

// strokeRows is a table of two things: "Lumo / Others; Weight 18 g / 55 g; Price €39 / €59".
func strokeRows(s string) [][]string {
	parts := strings.Split(prose.Unstop(strings.TrimSpace(s)), "; ")
	a, b, ok := strings.Cut(parts[0], " / ")
	if !ok || len(parts) < 2 || strings.ContainsAny(parts[0], "0123456789/|") && strings.Count(parts[0], "/") != 1 {
		return nil
	}
	rows := [][]string{{"", strings.TrimSpace(a), strings.TrimSpace(b)}}
	for _, x := range parts[1:] {
		m := strokeRow.FindStringSubmatch(strings.TrimSpace(x))
		if m == nil {
			return nil
		}
		rows = append(rows, []string{m[1], strings.TrimSpace(m[2]), strings.TrimSpace(m[3])})
	}
	return rows
}

// strokeRow is what is compared, and its two values.
var strokeRow = pattern.New(`^(\p{L}[\p{L} -]*?):?\s+([€$£~+−-]?\d[^/]*|(?:yes|no|ja|nein|sí|oui|non)\s*)/\s*(\S[^/]*)$`)
