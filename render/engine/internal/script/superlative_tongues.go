package script

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// monthsAbroad are months in the names of columns, in other languages than English.
const monthsAbroad = `januar|februar|märz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus`

// extremes are how one language asks for the first or the last row of a table, and how the
// row is told. The frames join names and amounts by colons and commas, so that nothing has
// to agree with them.
type extremes struct {
	high, low      *pattern.Pattern // words for the two ends
	best, worst    *pattern.Pattern // words that rate
	rose, fell     *pattern.Pattern // words for what becomes of a value
	most, least    string           // row, amount
	first, last    string           // row, amount
	upMost, dnMost string           // row, amount, when, amount, when
}

var extremesOf = map[string]extremes{
	"de": {
		high: grammar.Inner(`meisten|höchste\p{L}*|größte\p{L}*|längste\p{L}*|teuerste\p{L}*`), low: grammar.Inner(`wenigsten|niedrigste\p{L}*|kleinste\p{L}*|geringste\p{L}*|kürzeste\p{L}*|günstigste\p{L}*|billigste\p{L}*`),
		best: grammar.Inner(`beste\p{L}*|stärkste\p{L}*|erfolgreichste\p{L}*|spitzenreiter`), worst: grammar.Inner(`schlechteste\p{L}*|schwächste\p{L}*|schlusslicht`),
		rose: grammar.Inner(`gewachsen|gestiegen|zugelegt|wuchs|stieg|zuwachs|anstieg|wachstum|plus|verbessert`), fell: grammar.Inner(`gesunken|gefallen|verloren|sank|fiel|rückgang|minus|eingebrochen|zurückgegangen`),
		most: "%s hat den höchsten Wert: %s.", least: "%s hat den niedrigsten Wert: %s.", first: "%s liegt vorn, mit %s.", last: "%s liegt hinten, mit %s.",
		upMost: "Der größte Zuwachs: %s, von %s in %s auf %s in %s.", dnMost: "Der größte Rückgang: %s, von %s in %s auf %s in %s.",
	},
	"es": {
		high: grammar.Inner(`más|mayor(?:es)?|máxim[oa]`), low: grammar.Inner(`menos|menor(?:es)?|mínim[oa]`),
		best: grammar.Inner(`mejor(?:es)?|líder`), worst: grammar.Inner(`peor(?:es)?`),
		rose: pattern.New(`(?i)(?:creci|crece|subi|sube|aument|mejor[oó]|crecimiento|subida)`), fell: pattern.New(`(?i)(?:cay[oó]|cae\b|baj[oóa]|descend|desciend|disminu|caída|perdi)`),
		most: "%s tiene el valor más alto: %s.", least: "%s tiene el valor más bajo: %s.", first: "%s va en cabeza, con %s.", last: "%s va en último lugar, con %s.",
		upMost: "El mayor aumento: %s, de %s en %s a %s en %s.", dnMost: "La mayor caída: %s, de %s en %s a %s en %s.",
	},
	"fr": {
		high: grammar.Inner(`plus|maximum|record`), low: grammar.Inner(`moins|minimum|plus (?:bas|basse|faible|petit|petite)s?`),
		best: grammar.Inner(`meilleure?s?|en tête`), worst: grammar.Inner(`pires?|moins bonne?s?|mauvaise?s?`),
		rose: pattern.New(`(?i)(?:progress|augment|croissance|grandi|hausse|monté)`), fell: pattern.New(`(?i)(?:baiss|chut|recul|diminu|perdu)`),
		most: "%s a la valeur la plus élevée : %s.", least: "%s a la valeur la plus basse : %s.", first: "%s arrive en tête, avec %s.", last: "%s arrive en dernier, avec %s.",
		upMost: "La plus forte hausse : %s, de %s en %s à %s en %s.", dnMost: "La plus forte baisse : %s, de %s en %s à %s en %s.",
	},
	"pt": {
		high: grammar.Inner(`mais|maior(?:es)?|máxim[oa]`), low: grammar.Inner(`menos|menor(?:es)?|mínim[oa]`),
		best: grammar.Inner(`melhor(?:es)?|líder`), worst: grammar.Inner(`pior(?:es)?`),
		rose: pattern.New(`(?i)(?:cresc|subi|aument|melhorou)`), fell: pattern.New(`(?i)(?:cai[ru]|caiu|queda|diminu|reduzi|perdeu|baixou)`),
		most: "%s tem o valor mais alto: %s.", least: "%s tem o valor mais baixo: %s.", first: "%s está na frente, com %s.", last: "%s está em último lugar, com %s.",
		upMost: "O maior aumento: %s, de %s em %s para %s em %s.", dnMost: "A maior queda: %s, de %s em %s para %s em %s.",
	},
	"it": {
		high: grammar.Inner(`più|maggior[ei]?|massim[oa]`), low: grammar.Inner(`meno|minor[ei]?|minim[oa]|più (?:bass[oa]|piccol[oa])`),
		best: grammar.Inner(`miglior[ei]?|in testa`), worst: grammar.Inner(`peggior[ei]?`),
		rose: pattern.New(`(?i)(?:cresci|aument|salit|migliorat)`), fell: pattern.New(`(?i)(?:calat|calo|sces[oa]|diminu|perso|ridott)`),
		most: "%s ha il valore più alto: %s.", least: "%s ha il valore più basso: %s.", first: "%s è in testa, con %s.", last: "%s è all'ultimo posto, con %s.",
		upMost: "L'aumento più forte: %s, da %s nel %s a %s nel %s.", dnMost: "Il calo più forte: %s, da %s nel %s a %s nel %s.",
	},
	"nl": {
		high: grammar.Inner(`meeste|hoogste|grootste|langste|duurste`), low: grammar.Inner(`minste|laagste|kleinste|kortste|goedkoopste`),
		best: grammar.Inner(`beste|sterkste|koploper`), worst: grammar.Inner(`slechtste|zwakste`),
		rose: pattern.New(`(?i)(?:gegroei|gesteg|stijging|toegenomen|groei|steeg)`), fell: pattern.New(`(?i)(?:gedaald|daling|afgenomen|daalde|verloren)`),
		most: "%s heeft de hoogste waarde: %s.", least: "%s heeft de laagste waarde: %s.", first: "%s staat bovenaan, met %s.", last: "%s staat onderaan, met %s.",
		upMost: "De grootste stijging: %s, van %s in %s naar %s in %s.", dnMost: "De grootste daling: %s, van %s in %s naar %s in %s.",
	},
}

// answerAbroad is [writer.answerTables] in other languages: what is asked for gives way to
// its answer, a question stands before it.
func (w *writer) answerAbroad() {
	x, ok := extremesOf[w.Wording.Code]
	if !ok {
		return
	}
	var out []brief.Point
	for _, p := range w.Brief.Points {
		question := strings.HasSuffix(p.Text, "?")
		if p.Verbatim || !question && !(p.Asked && (p.Form != brief.Clause || asksAbroad.MatchString(p.Text))) || strings.ContainsAny(p.Text, "0123456789") {
			out = append(out, p)
			continue
		}
		said := w.extreme(x, p.Text)
		if said == "" || question {
			out = append(out, p)
		}
		if said == "" {
			continue
		}
		a := brief.Point{Form: brief.Clause, Text: prose.Upper(said), Role: p.Role, Asked: true, Line: p.Line, Col: p.Col, Chapter: p.Chapter}
		if question {
			a.Role = brief.Body
		} else {
			w.lookedUp = append(w.lookedUp, a.Text)
		}
		out = append(out, a)
		w.Note(0, fmt.Sprintf("from the table: %q", a.Text))
	}
	w.Brief.Points = out
}

// asksAbroad begins a question that an order asks to answer.
var asksAbroad = pattern.New(`(?i)^(?:welche\p{L}*|wer|was|wo|qué|cuál(?:es)?|quién|quelle?s?|qui|où|qual|quais|quem|quale|quali|chi|welke?|wie)\s|^(?:l['’]|(?:les?|la|el|los|las|il|lo|i|gli|os?|as?|den|die|das|der|de|het)\s)\p{L}+(?: \p{L}+)?,? (?:qui|que|che|con|com|avec|der|die|das|dat|met|mit)\s`)

// extreme is the sentence that answers a wish for the first or last row; "" = it is none, or
// no table has such a row.
func (w *writer) extreme(x extremes, asks string) string {
	low, best, worst := x.low.MatchString(asks), x.best.MatchString(asks), x.worst.MatchString(asks)
	rose, fell := x.rose.MatchString(asks), x.fell.MatchString(asks)
	if !low && !best && !worst && !x.high.MatchString(asks) {
		return ""
	}
	for _, rows := range w.tables {
		if rose || fell {
			if said := w.movedMostAbroad(x, rows, asks, fell && !rose); said != "" {
				return said
			}
			continue
		}
		c := w.columnAsked(rows, asks)
		if c < 0 {
			continue
		}
		end := low || worst
		at := w.endRow(rows, c, end)
		if at < 0 {
			continue
		}
		_, unit := columnName(rows[0][c])
		frame := x.most
		switch {
		case worst:
			frame = x.last
		case best:
			frame = x.first
		case low:
			frame = x.least
		}
		return fmt.Sprintf(frame, strings.TrimSpace(rows[at][0]), w.amountsOf(rows, c, unit)[at-1])
	}
	return ""
}

// endRow is the row with the highest, or lowest, value of a column; -1 = none has one.
func (w *writer) endRow(rows [][]string, c int, low bool) int {
	at, value := -1, 0.0
	for i, r := range rows[1:] {
		if v, ok := w.cellOf(r, c); ok && (at < 0 || low && v < value || !low && v > value) {
			at, value = i+1, v
		}
	}
	return at
}

// movedMostAbroad is the row that rose, or fell, most between two periods of one measure.
func (w *writer) movedMostAbroad(x extremes, rows [][]string, asks string, down bool) string {
	g := w.periodsAsked(rows, asks)
	if g == nil {
		return ""
	}
	n := len(g.columns) - 1
	ratios := make([]float64, len(rows))
	at := -1
	for i, r := range rows[1:] {
		a, ok1 := w.cellOf(r, g.columns[0])
		z, ok2 := w.cellOf(r, g.columns[n])
		if !ok1 || !ok2 || a <= 0 {
			continue
		}
		ratios[i+1] = z / a
		if at < 0 || down && ratios[i+1] < ratios[at] || !down && ratios[i+1] > ratios[at] {
			at = i + 1
		}
	}
	if at < 0 || down == (ratios[at] >= 1) || ratios[at] == 1 || slices.Contains(rows[at], "") {
		return "" // nothing went that way
	}
	frame := x.upMost
	if down {
		frame = x.dnMost
	}
	from, to := w.amountsOf(rows, g.columns[0], g.unit)[at-1], w.amountsOf(rows, g.columns[n], g.unit)[at-1]
	return fmt.Sprintf(frame, strings.TrimSpace(rows[at][0]), from, g.periods[0], to, g.periods[n])
}
