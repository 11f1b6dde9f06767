package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// labelledRows are the rows of a table whose lines share one: "prices: adults 8 €, children
// free", "opening hours: Tue–Fri 7–19, Sun closed". A row without a number has its value in
// its last word. nil where the list has no such rows, or nothing but values of one unit that
// no word calls prices or hours: those are a chart's.
func labelledRows(visual string) [][]string {
	lead, tail, ok := cutColon(visual)
	if !ok {
		return nil
	}
	if first, _, more := strings.Cut(tail, ". "); more {
		tail = first
	}
	cut := rowCut
	switch {
	case strings.Contains(tail, ";"):
		cut = semiCut
	case barCut.MatchString(tail):
		cut = barCut // "Urgences 24 h/24 | Visites 13 h–20 h"
	}
	var rows [][]string
	figures := 0
	for _, x := range cut.Split(strings.TrimRight(telling.MotionTail.ReplaceAllString(tail, ""), ". "), -1) {
		x = strings.Trim(x, `"“”„«» `)
		if m := rowValue.FindStringSubmatch(x); m != nil {
			rows, figures = append(rows, []string{strings.TrimSpace(m[1]), m[2]}), figures+1
			continue
		}
		i := strings.LastIndex(x, " ")
		if i <= 0 || strings.ContainsAny(x, "0123456789") || len(strings.Fields(x)) > 4 {
			return nil
		}
		rows = append(rows, []string{strings.TrimRight(x[:i], ": "), x[i+1:]})
	}
	amounts := 0
	for _, r := range rows {
		if len(r) == 2 && isAmount.MatchString(r[1]) {
			amounts++
		}
	}
	if len(rows) < 2 || figures == 0 || figures == len(rows) && amounts < len(rows) && !listsPrices.MatchString(lead) && !asTable.MatchString(lead) && !(cut == barCut && prose.Words(lead) < 3 && tableAsked.MatchString(lead)) {
		return nil
	}
	return rows
}

var (
	barCut = pattern.New(`\s+[|·•]\s+`)
	// isAmount is an amount of money.
	isAmount = pattern.New(`(?i)^(?:[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|\$|£|kr|eur|usd|gbp|chf|zł|kč|nok|sek|dkk))\.?$`)
	rowCut   = pattern.New(`\s*[,/]\s+(?:(?:and|und|y|et|e)\s+)?`)
	// rowValue is a label and the value that begins with its first digit.
	rowValue    = pattern.New(`^([\p{L}(][^\d€$£]*?)[\s:=–—-]+((?:from |ab |desde |dès )?[€$£]?\d.*)$`)
	asTable     = pattern.New(`(?i)\b(?:table (?:on|at|to|beside|next|with|of|in|left|right|:)|(?:simple|small|two-column|plain) table)\b`)
	listsPrices = pattern.New(`(?i)pric|hours|times|timetable|fahrplan|fees|rates|preis|öffnungs|zeiten|tarif|horaire|horario|precio|prix|prezz|orari|preço|prijs`)
)
