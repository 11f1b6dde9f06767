package script

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// This file answers what a prompt asks of a table: "point out who grew the most", "highlight
// the best and the worst score". The answer is a row and its value, as the table has them.

var (
	// asksMost is a wish for the first or the last row by some column.
	asksMost = pattern.New(`(?i)^(?:(?:who|which|what) .{2,60}|(?:the |our )?.{0,60})\b(most|least|fastest|slowest|highest|lowest|best|worst|biggest|largest|smallest|strongest|weakest|top|bottom|longest|shortest)\b.{0,50}$`)
	lowEnd   = pattern.New(`(?i)^(?:least|slowest|lowest|worst|smallest|weakest|bottom|shortest)$`)
	rating   = pattern.New(`(?i)^(?:best|worst|strongest|weakest|top|bottom)$`)
	eachEnd  = pattern.New(`(?i)\b(best|worst|highest|lowest|strongest|weakest|biggest|largest|smallest|longest|shortest|top|bottom)(?: \p{L}+)? and (?:the )?(best|worst|highest|lowest|strongest|weakest|biggest|largest|smallest|longest|shortest|top|bottom)\b`)
	grew     = pattern.New(`(?i)\b(?:grew|grow[ns]?|growth|rose|increased?|gained?|improved?|improvement)\b`)
	shrank   = pattern.New(`(?i)\b(?:fell|dropped?|declined?|decreased?|lost|shrank)\b`)
	// lessIsMore are columns whose best value is the lowest.
	lessIsMore = pattern.New(`(?i)\b(?:churn|costs?|time|hours|days|delays?|errors?|complaints|defects|absence|incidents|accidents|returns|bounce|downtime|latency|disagree|wait)\b`)
)

// answerTables gives the points that ask for the first or last row of a table their answer.
func (w *writer) answerTables() {
	if len(w.tables) == 0 {
		return
	}
	if w.Wording.Code != "en" {
		w.answerAbroad()
		return
	}
	var out []brief.Point
	if s := w.Brief.Subject; asksMost.MatchString(s) { // "a clip about the lowest return rate"
		p := brief.Point{Text: s, Role: brief.Body, Asked: true, Line: 1, Col: 1}
		if questionWord.MatchString(s) {
			p.Text, p.Role = prose.Upper(s)+"?", brief.Hook
			w.Brief.Title, w.Brief.Subject, w.Brief.Announced = p.Text, "", true
			out = append(out, p)
		}
		out = append(out, w.answerTo(p)...)
	}
	for _, p := range w.Brief.Points {
		question := strings.HasSuffix(p.Text, "?")
		if p.Verbatim || p.Form != brief.Phrase && p.Form != brief.How && !(p.Form == brief.Clause && question) {
			out = append(out, p)
			continue
		}
		answers := w.answerTo(p)
		if question || len(answers) == 0 {
			out = append(out, p)
		}
		out = append(out, answers...)
	}
	w.Brief.Points = out
}

// answerTo are the points that answer one that asks: "who grew the most, and who fell?"
func (w *writer) answerTo(p brief.Point) []brief.Point {
	var out []brief.Point
	question := strings.HasSuffix(p.Text, "?")
	for _, asks := range questionsIn(prose.Unstop(strings.TrimSuffix(p.Text, "?"))) {
		var answers []string
		switch {
		case asksMost.MatchString(asks):
			answers = w.mostOf(asks)
		case asksMoved.MatchString(asks):
			answers = w.allMoved(asks)
		}
		for _, a := range answers {
			q := brief.Point{Form: brief.Clause, Text: a, Role: p.Role, Asked: true, Line: p.Line, Col: p.Col, Chapter: p.Chapter}
			if question {
				q.Role = brief.Body
			} else {
				w.lookedUp = append(w.lookedUp, a)
			}
			out = append(out, q)
			w.Note(0, fmt.Sprintf("from the table: %q", a))
		}
	}
	return out
}

var (
	// nextQuestion begins one behind another.
	nextQuestion = pattern.New(`(?i)(?:, (?:and )?| and )((?:who|which|what|where)\b)`)
	questionWord = pattern.New(`(?i)^(?:who|which|what|where)\b`)
	asksMoved    = pattern.New(`(?i)^(?:and )?(?:who|which(?: \p{L}+)?|what) (?:fell|dropped|declined|decreased|shrank|grew|rose|increased)$`)
)

// questionsIn are the questions of a sentence.
func questionsIn(s string) []string {
	var out []string
	from := 0
	for _, m := range nextQuestion.FindAllStringSubmatchIndex(s, -1) {
		out, from = append(out, s[from:m[0]]), m[2]
	}
	return append(out, s[from:])
}

// allMoved are the rows that rose, or fell, between the first and the last period.
func (w *writer) allMoved(asks string) []string {
	for _, rows := range w.tables {
		g := w.periodsAsked(rows, asks)
		if g == nil {
			continue
		}
		verb, down := "grew", shrank.MatchString(asks)
		if down {
			verb = "fell"
		}
		var out []string
		for i, r := range rows[1:] {
			first, last := g.columns[0], g.columns[len(g.columns)-1]
			a, ok1 := w.cellOf(r, first)
			z, ok2 := w.cellOf(r, last)
			if ok1 && ok2 && a != z && (z < a) == down && len(out) < 3 {
				out = append(out, w.movedRow(rows, g, i, verb))
			}
		}
		return out
	}
	return nil
}

// movedRow says how row number i moved from the first to the last period.
func (w *writer) movedRow(rows [][]string, g *measured, i int, verb string) string {
	n := len(g.columns) - 1
	from, to := w.amountsOf(rows, g.columns[0], g.unit)[i], w.amountsOf(rows, g.columns[n], g.unit)[i]
	return prose.Stop(strings.TrimSpace(rows[i+1][0]) + " " + verb + " from " + from + " in " + g.periods[0] + " to " + to + " in " + g.periods[n])
}

// behindTables moves answers behind the table that they are about: first all values, then
// the one that stands out.
func (w *writer) behindTables() {
	pts := w.Brief.Points
	last := -1
	for i, p := range pts {
		if p.Form == brief.Table {
			last = i
		}
	}
	var before, moved []brief.Point
	for _, p := range pts[:last+1] {
		if slices.Contains(w.lookedUp, p.Text) {
			moved = append(moved, p)
			continue
		}
		before = append(before, p)
	}
	w.Brief.Points = slices.Concat(before, moved, pts[last+1:])
}

// mostOf are the sentences that answer what asks for the first or last row; nil = no table
// has such rows.
func (w *writer) mostOf(asks string) []string {
	ends := []string{asksMost.FindStringSubmatch(prose.Unstop(asks))[1]}
	if m := eachEnd.FindStringSubmatch(asks); m != nil {
		ends = m[1:]
	}
	var out []string
	for _, rows := range w.tables {
		change := grew.MatchString(asks) || shrank.MatchString(asks)
		for _, end := range ends {
			said := ""
			if change {
				said = w.movedMost(rows, asks, end)
			} else {
				said = w.endOf(rows, asks, strings.ToLower(end))
			}
			if said != "" {
				out = append(out, said)
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// endOf is the row with the highest or lowest value of the column that a wish names, or else
// of the first one with numbers.
func (w *writer) endOf(rows [][]string, asks, end string) string {
	c := w.columnAsked(rows, asks)
	if c < 0 {
		return ""
	}
	name, unit := columnName(rows[0][c])
	low := lowEnd.MatchString(end)
	if rating.MatchString(end) && lessIsMore.MatchString(name) {
		low = !low
	}
	best, value := -1, 0.0
	for i, r := range rows[1:] {
		v, ok := w.cellOf(r, c)
		if ok && (best < 0 || low && v < value || !low && v > value) {
			best, value = i+1, v
		}
	}
	if best < 0 {
		return ""
	}
	row, amount := strings.TrimSpace(rows[best][0]), w.amountsOf(rows, c, unit)[best-1]
	if prose.Words(row) > 3 {
		row = "“" + prose.Unstop(row) + "”" // a question of a survey
	}
	if rating.MatchString(end) {
		if m := ratedNoun.FindStringSubmatch(asks); m != nil {
			return prose.Upper(prose.Stop("the " + end + " " + m[1] + " is " + row + ", with " + amount))
		}
		return prose.Upper(prose.Stop("the " + end + " is " + row + ", with " + amount))
	}
	if counted := unit == ""; !counted && end == "most" {
		end = "highest"
	} else if end == "least" {
		end = map[bool]string{true: "fewest", false: "lowest"}[counted]
	}
	return prose.Upper(prose.Stop(row + " has the " + end + " " + w.Lower(name) + ": " + amount))
}

// ratedNoun is what is rated: "the best and the worst score".
var ratedNoun = pattern.New(`(?i)\b(?:best|worst|strongest|weakest|top|bottom) (score|result|month|quarter|region|team|country|answer|value|year|week|product|store|site|channel)s?\b`)

// movedMost is the row that rose or fell most between the first and the last of the columns
// that are periods of one measure.
func (w *writer) movedMost(rows [][]string, asks, end string) string {
	g := w.periodsAsked(rows, asks)
	if g == nil {
		return ""
	}
	first, last := g.columns[0], g.columns[len(g.columns)-1]
	down := shrank.MatchString(asks)
	if strings.EqualFold(end, "least") || strings.EqualFold(end, "slowest") {
		down = !down
	}
	best, ratio := -1, 0.0
	for i, r := range rows[1:] {
		a, ok1 := w.cellOf(r, first)
		z, ok2 := w.cellOf(r, last)
		if !ok1 || !ok2 || a <= 0 {
			continue
		}
		if k := z / a; best < 0 || down && k < ratio || !down && k > ratio {
			best, ratio = i+1, k
		}
	}
	if best < 0 {
		return ""
	}
	verb := "grew"
	if shrank.MatchString(asks) {
		if verb = "fell"; ratio >= 1 {
			return "" // nothing fell
		}
	} else if ratio <= 1 && !down {
		return ""
	}
	return w.movedRow(rows, g, best-1, verb+" the "+strings.ToLower(end)+":")
}

// columnAsked is the column that words name; else the first one with numbers. -1 = none.
func (w *writer) columnAsked(rows [][]string, asks string) int {
	about, best, most := telling.Keywords(asks), -1, -1
	for c := 1; c < len(rows[0]); c++ {
		if !slices.ContainsFunc(rows[1:], func(r []string) bool { _, ok := w.cellOf(r, c); return ok }) {
			continue
		}
		name, _ := columnName(rows[0][c])
		if n := telling.Common(about, name); n > most {
			best, most = c, n
		}
	}
	for _, g := range measuresOf(rows[0]) { // the news is in the last period, where none is named
		if last := g.columns[len(g.columns)-1]; best >= 0 && slices.Contains(g.columns, best) {
			if name, _ := columnName(rows[0][last]); telling.Common(about, name) == most {
				return last
			}
		}
	}
	return best
}

// cellOf is the number in a cell.
func (w *writer) cellOf(row []string, c int) (float64, bool) {
	if c >= len(row) || !valueOnly.MatchString(strings.TrimSpace(row[c])) {
		return 0, false
	}
	return telling.Number(telling.Numeric.FindString(row[c]), "en")
}

// measured are the columns of a table that hold one measure by periods, in their order:
// "q1_revenue_eur", "q2_revenue_eur".
type measured struct {
	name, unit string
	columns    []int
	periods    []string // "Q1"
}

// periodIn is a period in the name of a column.
var periodIn = pattern.New(`(?i)(?:^|[ _])((?:[qt][1-4]|[hs][12]|(?:19|20)\d\d|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|` + monthsAbroad + `)(?:[ _](?:19|20)\d\d)?)(?:$|[ _])`)

// measuresOf groups the columns of a table by what they measure.
func measuresOf(head []string) []*measured {
	var out []*measured
	for c := 1; c < len(head); c++ {
		m := periodIn.FindStringSubmatchIndex(head[c])
		if m == nil {
			continue
		}
		name, unit := columnName(strings.Trim(head[c][:m[2]]+head[c][m[3]:], " _"))
		name = strings.Join(strings.Fields(strings.ReplaceAll(name, "_", " ")), " ")
		period := prose.Upper(strings.ReplaceAll(head[c][m[2]:m[3]], "_", " "))
		at := slices.IndexFunc(out, func(g *measured) bool { return strings.EqualFold(g.name, name) && g.unit == unit })
		if at < 0 {
			out, at = append(out, &measured{name: prose.Upper(name), unit: unit}), len(out)
		}
		out[at].columns, out[at].periods = append(out[at].columns, c), append(out[at].periods, period)
	}
	return slices.DeleteFunc(out, func(g *measured) bool { return len(g.columns) < 2 })
}

// periodsAsked are the periods of the measure that words name, or of the only one.
func (w *writer) periodsAsked(rows [][]string, asks string) *measured {
	all := measuresOf(rows[0])
	about := telling.Keywords(asks)
	for _, g := range all {
		if telling.Common(about, g.name) > 0 {
			return g
		}
	}
	if len(all) > 0 {
		return all[0]
	}
	return nil
}
