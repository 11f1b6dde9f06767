package script

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// A table from a file is brought into one form before it is read: its numbers as machines
// write them, no row that sums up the others, no count beside its own share.

var (
	// grouped is a number with a comma before its decimals, and marks between thousands.
	grouped = pattern.New(`^\d{1,3}(?:[.'’\x{00a0}\x{202f} ]\d{3})*(?:,\d+)?$|^\d+(?:,\d+)?$`)
	// commaDecimals can be nothing else: "64,0", "1.240,55".
	commaDecimals = pattern.New(`^[€$£]?\s?[+−-]?\d{1,3}(?:[.'’\x{00a0}\x{202f} ]\d{3})+,\d{1,4}\b|^[€$£]?\s?[+−-]?\d+,(?:\d{1,2}|\d{4})(?:\D|$)`)
	// commaThousands is a number as English writes it.
	commaThousands = pattern.New(`^\d{1,3}(?:,\d{3})+(?:\.\d+)?$`)
	numberIn       = pattern.New(`\d[\d.,'’\x{00a0}\x{202f} ]*\d|\d`)

	// missing are cells that hold no value.
	missing = pattern.New(`(?i)^(?:|[-–—.?*]+|n/?a|n\.a\.|null|none|nan|nil|tbd|tba|k\. ?a\.|s/d|n\.d\.|n\.v\.t\.)$`)

	// sumsUp begins the row that sums up the others.
	sumsUp = pattern.New(`(?i)^(?:(?:grand |sub-?)?totals?|sum|overall|all(?: [\p{L}-]+)?|average|avg\.?|mean|(?:gesamt)?summe|gesamt|insgesamt|alle(?: \p{L}+)?|durchschnitt|mittelwert|schnitt|suma|totales|promedio|media|todos|todas|somme|totaux|moyenne|ensemble|totale|somma|média|soma|totaal|gemiddelde|som)\b`)
)

// tidyRows brings the rows of a table into that form; english tells whose numbers the video
// speaks.
func tidyRows(rows [][]string, semicolons, english bool) [][]string {
	commas := semicolons
	for _, r := range rows[1:] {
		for _, cell := range r[min(1, len(r)):] {
			commas = commas || commaDecimals.MatchString(strings.TrimSpace(cell))
		}
	}
	for _, r := range rows[1:] {
		for c := 1; c < len(r); c++ {
			r[c] = machineNumber(strings.TrimSpace(r[c]), commas, english)
		}
	}
	return withoutCounts(withoutTotals(rows))
}

// machineNumber writes the number of a cell with a point before its decimals and nothing
// between its thousands. In an English video "12,400" may stay.
func machineNumber(cell string, commas, english bool) string {
	if !valueOnly.MatchString(cell) {
		return cell
	}
	cell = strings.ReplaceAll(cell, "−", "-")
	at := numberIn.FindStringIndex(cell)
	if at == nil {
		return cell
	}
	n := cell[at[0]:at[1]]
	switch {
	case commas && grouped.MatchString(n):
		n = strings.NewReplacer(".", "", "'", "", "’", "", "\u00a0", "", "\u202f", "", " ", "", ",", ".").Replace(n)
	case !commas && !english && commaThousands.MatchString(n):
		n = strings.ReplaceAll(n, ",", "")
	}
	return cell[:at[0]] + n + cell[at[1]:]
}

// withoutTotals leaves out a last row that sums up the others: beside them it is no equal.
func withoutTotals(rows [][]string) [][]string {
	if n := len(rows); n > 3 && len(rows[n-1]) > 0 && sumsUp.MatchString(strings.TrimSpace(rows[n-1][0])) {
		return rows[: n-1 : n-1]
	}
	return rows
}

// withoutCounts leaves out a column of counts, called "n" or the like, beside their shares.
func withoutCounts(rows [][]string) [][]string {
	at := slices.IndexFunc(rows[0], func(h string) bool { return countHead.MatchString(strings.TrimSpace(h)) })
	if at < 1 || len(rows[0]) < 3 || !slices.ContainsFunc(rows[0], func(h string) bool { return strings.Contains(h, "%") || strings.HasSuffix(strings.ToLower(h), "pct") }) {
		return rows
	}
	out := make([][]string, len(rows))
	for i, r := range rows {
		if out[i] = r; at < len(r) {
			out[i] = slices.Delete(slices.Clone(r), at, at+1)
		}
	}
	return out
}

var countHead = pattern.New(`(?i)^(?:n|#|no\.?|base|anzahl)$`)
