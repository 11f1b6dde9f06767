package script

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// columnUnits are the units that a column's name ends with where machines name columns:
// "solar_mwh", "price_eur", "churn_pct".
var columnUnits = map[string]string{
	"pct": "%", "percent": "%", "eur": "€", "usd": "$", "gbp": "£", "ms": "ms", "sec": "s", "secs": "s", "min": "min", "mins": "min", "hours": "h",
	"kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "kw": "kW", "mw": "MW", "kg": "kg", "km": "km", "days": "days", "weeks": "weeks", "months": "months", "mb": "MB", "gb": "GB", "tb": "TB", "litres": "l", "liters": "l",
}

// upperWords are words of machine names that people write in another way.
var upperWords = map[string]string{"mwh": "MWh", "kwh": "kWh", "gwh": "GWh", "nps": "NPS", "csat": "CSAT", "mrr": "MRR", "arr": "ARR", "cpu": "CPU", "co2": "CO₂", "roi": "ROI", "id": "ID"}

// columnName is what a column is called and the unit of its values: "Cost per MWh" and
// "€" of "cost_per_mwh_eur".
func columnName(head string) (name, unit string) {
	head = strings.TrimSpace(head)
	if m := headUnit.FindStringSubmatch(head); m != nil { // "First reply (h)"
		if sign := columnUnits[strings.ToLower(m[2])]; sign != "" {
			return m[1], sign
		}
		return m[1], m[2]
	}
	if m := headMoney.FindStringSubmatch(head); m != nil { // "Revenue (USD m)"
		return m[1], columnUnits[strings.ToLower(m[2])] + scales[strings.ToLower(m[3])]
	}
	if m := percentTail.FindStringSubmatch(head); m != nil {
		return m[1], "%"
	}
	if m := unitTail.FindStringSubmatch(head); m != nil { // "Verbrauch kWh", "Kosten €"
		return m[1], cmp.Or(columnUnits[strings.ToLower(m[2])], m[2])
	}
	if !strings.Contains(head, "_") {
		return head, ""
	}
	words := strings.FieldsFunc(head, func(r rune) bool { return r == '_' || r == ' ' })
	if n := len(words); n > 1 {
		if u := columnUnits[strings.ToLower(words[n-1])]; u != "" && !strings.EqualFold(words[n-2], "per") {
			words, unit = words[:n-1], u
		}
	}
	for i, x := range words {
		if u := upperWords[strings.ToLower(x)]; u != "" {
			words[i] = u
		}
	}
	return prose.Upper(strings.Join(words, " ")), unit
}

// headMoney is a column's name and its currency with the scale of its values.
var headMoney = pattern.New(`(?i)^(.+?),? [(\[]?(?:in )?(USD|EUR|GBP) ?(k|thousands?|m|mn|mio|millions?|bn|billions?)[)\]]?$`)

var scales = map[string]string{"k": "K", "thousand": "K", "thousands": "K", "m": "M", "mn": "M", "mio": "M", "million": "M", "millions": "M", "bn": "B", "billion": "B", "billions": "B"}

// unitTail is the unit behind a column's name, as it is written nowhere else.
var unitTail = pattern.New(`^(\p{L}[\p{L} .-]*\p{L}),? (?:in )?([kMG]Wh?|kWh|[€$£]|EUR|USD|GBP|CHF|k[gm]|t CO₂|°C|km/h|m²|m³)$`)

var percentTail = pattern.New(`^(.+?) ?%$`)

// amountOf writes a value of a table as people do: 4200000 of "€" is "€4.2M", 12400 is
// "12,400". What is no bare number stays.
func (w *writer) amountOf(value, unit string) string {
	if !bareValue.MatchString(value) {
		return w.withUnit(value, unit)
	}
	if sign, size := utf8.DecodeRuneInString(value); sign == '+' || sign == '-' {
		return string(sign) + w.amountOf(value[size:], unit)
	}
	whole, part, _ := strings.Cut(value, ".")
	comma, point := ",", "."
	if w.Wording.Code != "en" && w.Wording.Code != "he" {
		comma, point = ".", ","
	}
	if w.Wording.Code == "fr" {
		comma = "\u00a0"
	}
	millions := func() string {
		head, tail := whole[:len(whole)-6], strings.TrimRight(whole[len(whole)-6:], "0")
		if tail != "" {
			head += point + tail
		}
		if unit == "" {
			return head + "M"
		}
		return w.withUnit(head, unit+"M")
	}
	switch n := len(whole); {
	case n > 6 && n < 10 && w.Wording.Code == "en" && strings.Trim(whole[n-3:], "0") == "" && (unit == "" || strings.ContainsAny(unit, "€$£")) && part == "":
		return millions()
	case n > 3:
		out := ""
		for i, r := range whole {
			if i > 0 && (n-i)%3 == 0 {
				out += comma
			}
			out += string(r)
		}
		whole = out
	}
	if part != "" {
		whole += point + part
	}
	return w.withUnit(whole, unit)
}

// amountsOf are the values of a column as people write them, all in one scale: beside
// "€1.2M" stands "€0.98M".
func (w *writer) amountsOf(rows [][]string, c int, unit string) []string {
	out := make([]string, 0, len(rows)-1)
	large, millions := 0, w.Wording.Code == "en" && (unit == "" || strings.ContainsAny(unit, "€$£"))
	for _, r := range rows[1:] {
		v := ""
		if c < len(r) {
			v = strings.TrimSpace(r[c])
		}
		out = append(out, v)
		if n := len(v); bareValue.MatchString(v) && n >= 7 && !strings.Contains(v, ".") {
			large++
		}
		millions = millions && (v == "" || len(v) >= 5 && anyDigit.MatchString(v[:1]) && bareValue.MatchString(v) && strings.HasSuffix(v, "0000") && !strings.Contains(v, "."))
	}
	for i, v := range out {
		if large > 0 && millions && len(v) <= 6 && v != "" {
			v = "0." + strings.TrimRight(fmt.Sprintf("%06s", v), "0")
			out[i] = w.withUnit(v, unit+"M")
			if unit == "" {
				out[i] = v + "M"
			}
			continue
		}
		out[i] = w.amountOf(v, unit)
	}
	return out
}

// bareValue is a number as machines write it.
var bareValue = pattern.New(`^[+-]?\d{1,9}(?:\.\d{1,4})?$`)

// sideValues finds the values of two sides that the prompt compares in a context file
// whose rows they are: "Compare DACH with Iberia on churn".
func (w *writer) sideValues() {
	for i := range w.Brief.Points {
		pt := &w.Brief.Points[i]
		if pt.Form != brief.Compare || len(pt.Items) != 2 {
			continue
		}
		left, right := pt.Items[0].Title, pt.Items[1].Title
		topic := ""
		if m := inWhat.FindStringSubmatch(right); m != nil {
			right, topic = m[1], m[2]
		}
		for _, rows := range w.tables {
			a, b := rowOf(rows, left), rowOf(rows, right)
			if a == nil || b == nil {
				continue
			}
			about := telling.Keywords(topic)
			var found []brief.Item
			for c := 1; c < len(rows[0]) && c < len(a) && c < len(b); c++ {
				name, unit := columnName(rows[0][c])
				asked := topic == "" || telling.Common(about, name) > 0
				if x, y := strings.TrimSpace(a[c]), strings.TrimSpace(b[c]); asked && x != "" && y != "" && len(found) < 4 {
					found = append(found, brief.Item{Title: name, Body: w.amountOf(x, unit) + "|" + w.amountOf(y, unit)})
				}
			}
			if len(found) > 0 {
				pt.Items = append([]brief.Item{{Title: left}, {Title: right}}, found...)
				break
			}
		}
	}
}

// inWhat is what two sides are compared in, behind the second one's name.
var inWhat = pattern.New(`(?i)^(.{2,40}?) (?:on|by|in|in terms of|for|regarding) (?:the |their )?(.{3,40})$`)

// rowOf is the row of a table with that name; nil = there is none.
func rowOf(rows [][]string, name string) []string {
	for _, r := range rows[1:] {
		if len(r) > 0 && strings.EqualFold(strings.TrimSpace(r[0]), strings.TrimSpace(name)) {
			return r
		}
	}
	return nil
}

// tableFacts reads a CSV: its first text column names the rows, the numeric column
// that the prompt speaks of gives the values.
func (w *writer) tableFacts(name string, data []byte, about map[string]bool) ([]fact, error) {
	rd := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	rd.FieldsPerRecord = -1
	rd.LazyQuotes = true
	first, _, _ := bytes.Cut(data, []byte("\n"))
	if strings.EqualFold(path.Ext(name), ".tsv") || bytes.Count(first, []byte("\t")) > bytes.Count(first, []byte(",")) {
		rd.Comma = '\t'
	} else if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		rd.Comma = ';'
	}
	var rows [][]string
	for len(rows) < 2000 {
		rec, err := rd.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("context: %s: %w", name, err)
		}
		rows = append(rows, rec)
	}
	if len(rows) < 3 {
		w.Note(0, fmt.Sprintf("context file %s: a table needs a heading and two rows", name))
		return nil, nil
	}
	rows = tidyRows(rows, rd.Comma == ';', w.Wording.Code == "en" || w.Wording.Code == "he")
	w.tables = append(w.tables, rows)
	rows = periodsDown(rows)
	head := rows[0]
	best, most := -1, -1.0
	asked, numbers := map[int]float64{}, map[int]bool{}
	for c := 1; c < len(head); c++ {
		ok, none := 0, 0
		for _, r := range rows[1:] {
			switch {
			case c >= len(r) || missing.MatchString(strings.TrimSpace(r[c])):
				none++
			case valueOnly.MatchString(strings.TrimSpace(r[c])):
				ok++
			}
		}
		if ok < 2 || ok*10 < (len(rows[1:])-none)*9 || ok*2 < len(rows[1:]) {
			continue
		}
		numbers[c] = true
		s := 2 * float64(telling.Common(about, head[c]+" "+alsoCalled(head[c])))
		if s > 0 {
			asked[c] = s
		}
		if s > most {
			best, most = c, s
		}
	}
	if best < 0 {
		w.Note(0, fmt.Sprintf("context file %s: no column of numbers", name))
		return nil, nil
	}
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	all := len(asked) == 0 && (w.tellsNothing() || telling.Common(about, inWords(base)) > 0) || w.pointsTo(name)
	var out []fact
	told := 0
	earlier := map[int]bool{} // columns of periods before the last one, which is the news
	for _, g := range measuresOf(head) {
		for _, c := range g.columns[:len(g.columns)-1] {
			earlier[c] = len(g.columns) == 2 || !namedAlone(w.r.Spec.PositivePrompt, g, c)
		}
	}
	pairs := map[int]*measured{} // by the later column of two periods
	for _, g := range measuresOf(head) {
		if len(g.columns) == 2 && telling.TellsMoves(w.Wording.Code) {
			pairs[g.columns[1]] = g
		}
	}
	for c := 1; c < len(head); c++ {
		f := fact{point: w.column(name, rows, c), file: name, line: 1, score: 3 + max(asked[c], 0), rows: head[0]}
		if g := pairs[c]; g != nil && len(f.point.Items) == len(rows)-1 {
			f.point.Text = g.name
			f.point.Rows = [][]string{g.periods, w.amountsOf(rows, g.columns[0], g.unit)}
		}
		switch {
		case !numbers[c] || earlier[c]:
			continue
		case all:
			f.score = 3 - float64(c)/100
			if p, ok := w.moved(f.point, told); ok && (told > 0 || len(f.point.Items) < 3 || prompt.IsClause(f.point.Text, "en")) {
				f.point = p // a chart of the first column, and how the others went
			}
		case c != best && asked[c] == 0:
			continue
		}
		told++
		out = append(out, f)
	}
	return out, nil
}

// alsoCalled is what prompts call a column whose heading has another word for it: what a
// product costs is its price.
func alsoCalled(head string) string {
	for _, f := range strings.Fields(strings.ToLower(head)) {
		if s := otherWords[strings.Trim(f, "()")]; s != "" {
			return s
		}
	}
	return ""
}

// otherWords are the words of headings and what else they are called.
var otherWords = map[string]string{
	"price": "cost costs", "prices": "cost costs", "cost": "price", "costs": "price", "fee": "cost price", "units": "sold sales", "sales": "sold", "sold": "sales", "revenue": "turnover earned", "turnover": "revenue",
	"preis": "kosten kostet", "kosten": "preis", "umsatz": "erlöse", "precio": "cuesta", "prix": "coûte", "prezzo": "costa", "preço": "custa", "prijs": "kost",
}

// namedAlone tells whether a prompt asks for the values of one period.
func namedAlone(text string, g *measured, c int) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(g.periods[slices.Index(g.columns, c)]))
}

// periodsDown puts a table whose columns are years or months on its side, so that these
// are its rows.
func periodsDown(rows [][]string) [][]string {
	head := rows[0]
	if len(head) < 3 || telling.PeriodRE.MatchString(strings.TrimSpace(rows[1][0])) {
		return rows
	}
	for _, h := range head[1:] {
		if !telling.PeriodRE.MatchString(strings.TrimSpace(h)) {
			return rows
		}
	}
	out := make([][]string, len(head))
	for c := range head {
		for _, r := range rows {
			cell := ""
			if c < len(r) {
				cell = strings.TrimSpace(r[c])
			}
			out[c] = append(out[c], cell)
		}
	}
	return out
}

// moved tells how a column of periods went, from the first value to the last, in one
// sentence; told = how many columns were told before.
func (w *writer) moved(pt brief.Point, told int) (brief.Point, bool) {
	n := len(pt.Items)
	if !telling.TellsMoves(w.Wording.Code) || n < 2 || !telling.PeriodRE.MatchString(pt.Items[0].Title) || !telling.PeriodRE.MatchString(pt.Items[n-1].Title) {
		return pt, false
	}
	if slices.ContainsFunc(pt.Items, func(it brief.Item) bool { return strings.ContainsAny(it.Body[:min(1, len(it.Body))], "+-") }) {
		return pt, false // changes do not rise and fall
	}
	first, last := pt.Items[0], pt.Items[n-1]
	a, ok1 := telling.Number(telling.Numeric.FindString(first.Body), w.Lang)
	b, ok2 := telling.Number(telling.Numeric.FindString(last.Body), w.Lang)
	if !ok1 || !ok2 {
		return pt, false
	}
	what := pt.Text
	if w.Wording.Code != "en" {
		return brief.Point{Form: brief.Clause, Text: w.WentTo(what, first, last)}, a != b
	}
	if prompt.IsClause(what, "en") {
		what = "“" + prose.Unstop(what) + "”" // a question of a survey
	}
	verb := "rose"
	switch {
	case a == b:
		return brief.Point{Form: brief.Clause, Text: prose.Stop(what + " stayed at " + first.Body)}, true
	case b < a:
		verb = "fell"
	}
	from, to := w.SaidAmount(first.Body), w.SaidAmount(last.Body)
	if told == 0 {
		from, to = from+" in "+first.Title, to+" in "+last.Title
	}
	return brief.Point{Form: brief.Clause, Text: prose.Upper(prose.Stop(what + " " + verb + " from " + from + " to " + to))}, true
}

// column is a column of a table as values of its rows.
func (w *writer) column(name string, rows [][]string, c int) brief.Point {
	title, unit := columnName(rows[0][c])
	pt := brief.Point{Form: brief.Table, Text: title, Column: true}
	var none []string // rows without a value
	amounts := w.amountsOf(rows, c, unit)
	for i, r := range rows[1:] {
		switch {
		case strings.TrimSpace(r[0]) == "":
		case c >= len(r) || missing.MatchString(strings.TrimSpace(r[c])):
			none = append(none, strings.TrimSpace(r[0]))
		default:
			pt.Items = append(pt.Items, brief.Item{Title: strings.TrimSpace(r[0]), Body: amounts[i]})
		}
	}
	if len(none) > 0 && len(pt.Items) > 1 {
		w.Note(0, fmt.Sprintf("%s has no value of %q for %s", name, title, strings.Join(none[:min(len(none), namedMost)], ", ")))
	}
	if len(pt.Items) > 8 {
		if !telling.YearRE.MatchString(pt.Items[0].Title) {
			sort.SliceStable(pt.Items, func(i, j int) bool {
				a, _ := telling.Number(telling.Numeric.FindString(pt.Items[i].Body), w.Lang)
				b, _ := telling.Number(telling.Numeric.FindString(pt.Items[j].Body), w.Lang)
				return a > b
			})
			w.Note(0, fmt.Sprintf("%s: the chart shows the 8 largest of %d rows", name, len(pt.Items)))
			pt.Items = pt.Items[:8]
		} else {
			pt.Items = pt.Items[len(pt.Items)-8:]
		}
	}
	return pt
}

// withUnit writes a value with the unit of its column: "2.0" of "€M" is "€2.0M".
func (w *writer) withUnit(value, unit string) string {
	switch r, size := utf8.DecodeRuneInString(unit); {
	case unit == "" || !anyDigit.MatchString(value):
		return value
	case unit == "€" && slices.Contains(signBehind, w.Wording.Code):
		return value + " €"
	case strings.ContainsRune("€$£", r):
		return string(r) + value + strings.ToUpper(strings.TrimSpace(unit[size:]))
	case unit == "%":
		return value + unit
	}
	return value + " " + unit
}

// signBehind are the languages that write the currency behind the amount.
var signBehind = []string{"de", "es", "fr", "it", "pt"}

var anyDigit = pattern.New(`\d`)

// headUnit is the unit of a column, in brackets behind its name.
var headUnit = pattern.New(`^(.+?) [(\[](%|[€$£](?: ?(?:k|K|m|M|bn))?|\p{L}{1,5}|km/h|m²|kWh)[)\]]$`)

var valueOnly = pattern.New(`^[€$£]?\s?[+−-]?\d[\d.,  ]*\s?(?:%|[€$£]|\p{L}{0,6})$`)
