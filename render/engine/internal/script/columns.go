package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
)

// columnUnits are the units that a column's name ends with where machines name columns:
// "solar_mwh", "price_eur", "churn_pct".
var columnUnits = map[string]string{
	"pct": "%", "percent": "%", "eur": "€", "usd": "$", "gbp": "£", "ms": "ms", "sec": "s", "secs": "s", "min": "min", "mins": "min", "hours": "h",
	"kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "kw": "kW", "mw": "MW", "kg": "kg", "km": "km", "mb": "MB", "gb": "GB", "tb": "TB", "litres": "l", "liters": "l",
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
	if m := percentTail.FindStringSubmatch(head); m != nil {
		return m[1], "%"
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
	return prompt.Upper(strings.Join(words, " ")), unit
}

var percentTail = pattern.New(`^(.+?) ?%$`)

// amountOf writes a value of a table as people do: 4200000 of "€" is "€4.2M", 12400 is
// "12,400". What is no bare number stays.
func (w *writer) amountOf(value, unit string) string {
	if !bareValue.MatchString(value) {
		return withUnit(value, unit)
	}
	whole, part, _ := strings.Cut(value, ".")
	comma, point := ",", "."
	if w.w.code != "en" && w.w.code != "he" {
		comma, point = ".", ","
	}
	millions := func() string {
		head, tail := whole[:len(whole)-6], strings.TrimRight(whole[len(whole)-6:], "0")
		if tail != "" {
			head += point + tail
		}
		if unit == "" {
			return head + "M"
		}
		return withUnit(head, unit+"M")
	}
	switch n := len(whole); {
	case n > 6 && n < 10 && w.w.code == "en" && strings.Trim(whole[n-3:], "0") == "" && (unit == "" || strings.ContainsAny(unit, "€$£")) && part == "":
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
	return withUnit(whole, unit)
}

// bareValue is a number as machines write it.
var bareValue = pattern.New(`^\d{1,9}(?:\.\d{1,4})?$`)

// sideValues finds the values of two sides that the prompt compares in a context file
// whose rows they are: "Compare DACH with Iberia on churn".
func (w *writer) sideValues() {
	for i := range w.b.Points {
		pt := &w.b.Points[i]
		if pt.Form != prompt.Compare || len(pt.Items) != 2 {
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
			about := keywords(topic)
			var found []prompt.Item
			for c := 1; c < len(rows[0]) && c < len(a) && c < len(b); c++ {
				name, unit := columnName(rows[0][c])
				asked := topic == "" || common(about, name) > 0
				if x, y := strings.TrimSpace(a[c]), strings.TrimSpace(b[c]); asked && x != "" && y != "" && len(found) < 4 {
					found = append(found, prompt.Item{Title: name, Body: w.amountOf(x, unit) + "|" + w.amountOf(y, unit)})
				}
			}
			if len(found) > 0 {
				pt.Items = append([]prompt.Item{{Title: left}, {Title: right}}, found...)
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
