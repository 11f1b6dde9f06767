package telling

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// compare sets two sides against each other, row by row.
func (w *Writer) compare(b *Beat, pt *brief.Point) {
	g := w.Wording
	left, right := scene.Column{Title: pt.Items[0].Title}, scene.Column{Title: pt.Items[1].Title}
	other := right.Title
	if g.Articled.MatchString(other) {
		other = g.Lower(other)
	}
	b.Headline = strings.TrimSuffix(prose.Unstop(g.Fill(g.SidesOf, left.Title, other)), "?")
	b.Words = []string{g.Fill(g.SidesOf, left.Title, other)}
	frame := g.Against
	if times := timeSide.MatchString(left.Title) && timeSide.MatchString(right.Title); times || pt.Chapter != "" || pt.Text != "" {
		b.Headline = Clip(prose.Upper(cmp.Or(pt.Text, pt.Chapter, g.NumbersHead)), 46)
		b.Words = nil
		if times {
			frame = g.Was
		}
	}
	for _, row := range pt.Items[2:] {
		x, y, _ := strings.Cut(row.Body, "|")
		left.Rows = append(left.Rows, scene.Item{Label: prose.Upper(row.Title), Value: x, Cue: row.Title})
		right.Rows = append(right.Rows, scene.Item{Label: prose.Upper(row.Title), Value: y, Cue: row.Title})
		if Numeric.FindString(x+y) == "" {
			x, y = g.Lower(x), g.Lower(y)
		}
		if row.Title == "" {
			b.Words = append(b.Words, prose.Upper(prose.Stop(x+g.Comma()+y)))
			continue
		}
		if frame == g.Was && nowSide.MatchString(left.Title) && !nowSide.MatchString(right.Title) {
			x, y = y, x // told in the order of time, whatever the columns' order is
		}
		b.Words = append(b.Words, g.Fill(frame, prose.Upper(row.Title), x, y))
	}
	if n := strings.ToLower(w.Brief.Winner); n != "" && strings.Contains(strings.ToLower(left.Title), n) {
		left, right = right, left
		right.Winner = true
	} else if n != "" && strings.Contains(strings.ToLower(right.Title), n) || strings.EqualFold(right.Title, w.Brief.Subject) {
		right.Winner = true
	} else if strings.EqualFold(left.Title, w.Brief.Subject) {
		left, right = right, left
		right.Winner = true
	}
	b.Kind, b.Columns = scene.Compare, []scene.Column{left, right}
}

// timeSide is a column that is a time: what stands under it went from one to the other.
var timeSide = pattern.New(`(?i)^(?:last|this|previous|prior|current|before|after|then|now|today|yesterday|old|new|vorher|nachher|früher|jetzt|heute|gestern|letzte\p{L}*|diese\p{L}*|antes|ahora|después|hoy|avant|après|aujourd['’]hui|prima|dopo|oggi|depois|agora|hoje|q[1-4]|h[12]|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b`)

// nowSide is the later of two times.
var nowSide = pattern.New(`(?i)^(?:this|current|after|now|today|new|nachher|jetzt|heute|neu|diese\p{L}*|ahora|después|hoy|est[ea]|après|maintenant|aujourd['’]hui|cette|ce|dopo|ora|oggi|quest[oa]|depois|agora|hoje|nu|dit|deze)\b`)

// Numeric is a number within a cell; French parts its thousands by a space that does not break.
var Numeric = pattern.New(`-?\d(?:[\d.,]|\x{00A0}\d{3})*`)

// table writes labels with values: a chart where they share a unit, stat cards otherwise.
func (w *Writer) table(b *Beat, pt *brief.Point) {
	g := w.Wording
	units := map[string]bool{}
	var labels []string
	var values []float64
	var said []string
	years := true
	for _, it := range pt.Items {
		v := Numeric.FindString(it.Body)
		unit := strings.TrimSpace(strings.TrimPrefix(strings.Replace(it.Body, v, "", 1), "+"))
		units[unit] = true
		f, ok := Number(v, w.Lang)
		if !ok {
			years = false
		}
		labels = append(labels, prose.Upper(it.Title))
		values = append(values, f)
		if !PeriodRE.MatchString(it.Title) {
			years = false
		}
		switch {
		case len(pt.Rows) == 2: // and what it was in the period before
			said = append(said, fmt.Sprintf(w.phrases().moved, it.Title, pt.Rows[1][len(said)], it.Body))
			continue
		case pt.Column && prose.Words(it.Title) > 3 && g.Code == "en": // a question of a survey
			said = append(said, it.Body+" for “"+prose.Unstop(it.Title)+"”")
			continue
		case pt.Column && digitEnd.MatchString(it.Title): // "Tobel 32: 119,00 €"
			said = append(said, it.Title+": "+it.Body)
			continue
		case pt.Column:
			said = append(said, it.Title+" "+it.Body)
			continue
		case g.Code == "en" && len(pt.Items) > 3:
			said = append(said, g.Lower(it.Title)+" "+it.Body)
			continue
		}
		said = append(said, g.Fill(g.Value, g.Lower(it.Title), it.Body))
	}
	if valueHead.MatchString(pt.Text) {
		pt.Text = "" // the name of a column, and of nothing that its rows are
	}
	b.Headline = w.listHead(pt)
	if bodies := bodiesOf(pt.Items); daysOf(strings.TrimRight(pt.Text, ": "), labels, bodies) {
		var days []string
		b.Kind = scene.Points
		for i, l := range labels {
			day := l + " " + bodies[i]
			days = append(days, day)
			b.Items = append(b.Items, scene.Item{Title: day, Icon: "calendar", Cue: l})
		}
		b.Words = []string{prose.Upper(prose.Stop(strings.TrimLeft(strings.TrimRight(pt.Text, ": ")+": ", ": ") + g.Join(days)))}
		return
	}
	if len(units) == 1 && len(values) >= 3 && len(values) <= 12 {
		b.Kind = scene.Chart
		s := &scene.Series{Type: "bar", Labels: labels, Values: values, Focus: new(maxAt(values))}
		if years {
			s.Type = "line"
			s.Focus = new(len(values) - 1)
		}
		for u := range units {
			s.Unit = u
			if utf8.RuneCountInString(u) > 2 {
				b.Subtitle = prose.Upper(u)
			}
		}
		b.Series = s
		if len(pt.Rows) == 2 {
			w.paired(b, pt)
		}
		if years {
			b.Words = []string{w.trendSaid(cmp.Or(b.Headline, pt.Text), labels, bodiesOf(pt.Items), values)}
			return
		}
	} else {
		b.Kind = scene.Number
		first := pt.Items[0]
		b.Label = Clip(first.Title, 34)
		b.Figure = FigureOf(first.Body)
		for _, it := range pt.Items[1:min(len(pt.Items), 5)] {
			b.Items = append(b.Items, scene.Item{Label: Clip(it.Title, 28), Value: it.Body, Cue: it.Body})
		}
	}
	if pt.Text != "" && pt.Said != "" {
		b.Words = []string{prose.Upper(prose.Stop(strings.TrimRight(pt.Text, ":") + ": " + pt.Said))}
		return
	}
	if pt.Text != "" && b.Kind == scene.Chart {
		b.Words = []string{prose.Upper(prose.Stop(strings.TrimRight(pt.Text, ":") + ": " + g.Join(said)))}
		return
	}
	b.Words = []string{prose.Upper(prose.Stop(g.Join(said)))}
}

var digitEnd = pattern.New(`\d$`)

// paired sets the values of the period before beside those of a chart.
func (w *Writer) paired(b *Beat, pt *brief.Point) {
	for _, x := range pt.Rows[1] {
		v, ok := Number(Numeric.FindString(x), w.Lang)
		if !ok {
			b.Series.Other = nil
			return
		}
		b.Series.Other = append(b.Series.Other, v)
	}
	b.Series.Focus = nil
	b.Items = []scene.Item{{Title: pt.Rows[0][1]}, {Title: pt.Rows[0][0]}}
}

// valueHead names a column by what every column of a table holds.
var valueHead = pattern.New(`(?i)^(?:values?|amounts?|details?|wert|werte|valor|valores|valeurs?|valore|valori)$`)

func bodiesOf(items []brief.Item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = strings.TrimSpace(it.Body)
	}
	return out
}

// PeriodRE is a label of time: such rows are a line, not bars.
var PeriodRE = pattern.New(`(?i)^(?:(?:19|20)\d\d(?:[ /-]?(?:[QHT][1-4]|\d\d))?|[QHT][1-4]\b.*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{4})?|januar|februar|märz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|(?:week|woche|semana|semaine|day|month) \d+|kw ?\d+)$`)

func maxAt(v []float64) int {
	at := 0
	for i := range v {
		if v[i] > v[at] {
			at = i
		}
	}
	return at
}

// spaces stand between thousands: "8 200".
var spaces = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "")

// Number reads a written number; in most of Europe the comma is the decimal sign.
func Number(s, lang string) (float64, bool) {
	s = spaces.Replace(strings.TrimRight(s, ".,"))
	comma := strings.LastIndexByte(s, ',')
	dot := strings.LastIndexByte(s, '.')
	switch {
	case comma >= 0 && dot >= 0 && comma > dot:
		s = strings.ReplaceAll(s, ".", "")
		s = strings.Replace(s, ",", ".", 1)
	case comma >= 0 && dot >= 0:
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0 && (len(s)-comma != 4 || !strings.HasPrefix(lang, "en") && lang != "") && strings.Count(s, ",") == 1:
		s = strings.Replace(s, ",", ".", 1)
	case comma >= 0:
		s = strings.ReplaceAll(s, ",", "")
	case dot >= 0 && len(s)-dot == 4 && !strings.HasPrefix(lang, "en") && lang != "":
		s = strings.ReplaceAll(s, ".", "")
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil
}
