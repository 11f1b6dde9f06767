package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// contrast draws "Before: builds took 12 minutes. After: builds take 4 minutes."
// as two columns with a row for every figure that both sides have.
func (w *Writer) contrast(b *Beat, pt *brief.Point) {
	if pt.Said != "" && len(pt.Rows) == 0 {
		w.sidesTold(b, pt)
		return
	}
	left, right := pt.Items[0], pt.Items[1]
	if len(pt.Rows) == 2 {
		for i, it := range pt.Items {
			col := scene.Column{Title: prose.Upper(it.Title)}
			for _, x := range pt.Rows[i] {
				col.Rows = append(col.Rows, scene.Item{Value: prose.Upper(Clip(x, 34)), Cue: firstWords(x, 2)})
			}
			b.Columns = append(b.Columns, col)
			b.Words = append(b.Words, prose.Upper(prose.Stop(it.Title+": "+w.Wording.Join(pt.Rows[i]))))
		}
		if pt.Said != "" {
			b.Words = prose.SplitSentences(pt.Said)
		}
		b.Kind = scene.Compare
		b.Headline = Clip(prose.Upper(left.Title)+w.Wording.And+w.second(right.Title), 46)
		if pt.Said != "" {
			b.Headline = Clip(prose.Upper(left.Title)+w.Wording.And+right.Title, 46) // as its sentence writes it
		}
		return
	}
	cols := []scene.Column{{Title: prose.Upper(left.Title)}, {Title: prose.Upper(right.Title)}}
	subject := sharedStart(left.Body, right.Body)
	for i, side := range []string{left.Body, right.Body} {
		row := scene.Item{Value: prose.Upper(Clip(side, 64)), Cue: firstWords(side, 3)}
		if fs := w.Figures(side); len(fs) > 0 {
			best := fs[0]
			for _, f := range fs[1:] {
				if f.Score > best.Score {
					best = f
				}
			}
			label, _ := w.label(side, best)
			row = scene.Item{Label: Clip(cmp.Or(prose.Upper(subject), label), 34), Value: FigureText(&best.Figure), Cue: best.Cue}
			if best.From == 0 && utf8.RuneCountInString(side) <= 18 {
				row.Label, row.Value = "", side // "48 Dezibel"
			}
		}
		cols[i].Rows = []scene.Item{row}
	}
	if x, y := w.stateParts(left.Body), w.stateParts(right.Body); x != nil && y != nil {
		cols[0].Rows, cols[1].Rows = x, y
	}
	if x, y := &cols[0].Rows[0], &cols[1].Rows[0]; x.Label != y.Label {
		x.Label, y.Label = "", "" // one label a row, or none
	}
	b.Kind, b.Columns = scene.Compare, cols
	b.Headline = Clip(cmp.Or(prose.Upper(subject), cols[0].Title+w.Wording.And+w.second(cols[1].Title)), 46)
	if subject != "" && cols[0].Rows[0].Label == cols[1].Rows[0].Label {
		// The headline names what is compared; under it the values stand alone.
		b.Headline = Clip(cols[0].Title+w.Wording.And+w.second(cols[1].Title), 46)
	}
	for _, it := range []brief.Item{left, right} {
		s := prose.Upper(it.Title) + ": " + it.Body
		if w.Wording.Finite != nil && w.Wording.Finite.MatchString(" "+it.Body+" ") || w.pastVerb(it.Body) {
			s = prose.Upper(cmp.Or(w.Wording.SpokenSide[strings.ToLower(it.Title)], it.Title)) + ", " + w.Wording.Lower(it.Body)
		}
		b.Words = append(b.Words, prose.Stop(s))
	}
}

// stateParts are the parts of what one side of a contrast tells, where they are several: "14
// hours a week, and 9% of shifts were double-booked". One figure of them would say too little.
func (w *Writer) stateParts(body string) (rows []scene.Item) {
	parts, _ := w.partsOf(prose.Unstop(body))
	if len(parts) < 2 || len(parts) > 4 || len(w.Figures(body)) < 2 {
		return nil
	}
	for _, x := range parts {
		if utf8.RuneCountInString(x) > 46 {
			return nil
		}
		rows = append(rows, scene.Item{Value: prose.Upper(x), Cue: firstWords(x, 2)})
	}
	return rows
}

// sidesTold draws what sentences tell of two things or more, side by side: their words are
// said as they stand, and what one row tells of all sides stands on one line. Three things
// are cards, as no line of a table would hold their words.
func (w *Writer) sidesTold(b *Beat, pt *brief.Point) {
	sides := make([]*side, len(pt.Items))
	var names []string
	for i, it := range pt.Items {
		sides[i] = &side{name: it.Title}
		names = append(names, it.Title)
		for l := range strings.SplitSeq(it.Body, "\n") {
			sides[i].tell(w, l)
		}
		for k := range sides[i].rows {
			w.cell(&sides[i].rows[k], sides[i].facts[k], sides[0], k)
		}
	}
	b.Words, b.Headline = prose.SplitSentences(pt.Said), Clip(strings.Join(names, " vs "), 46)
	if len(sides) > 2 {
		b.Kind, b.Headline = scene.Points, Clip(w.Wording.Join(names), 46)
		for _, s := range sides {
			var told []string
			for _, f := range s.facts {
				if m := joinsCell.FindStringSubmatch(f); m != nil {
					f = m[2]
				}
				told = append(told, f)
			}
			b.Items = append(b.Items, scene.Item{Title: s.name, Body: prose.Upper(Clip(strings.Join(told, ", "), 64)), Cue: s.name})
		}
		return
	}
	b.Kind, b.Columns = scene.Compare, columnsBeside(sides)
}

// cell makes a row of the comparison of a fact, without the verb that only joins it to its
// side: a price of an amount of money, a length of what lasts. A bare amount is of what the
// row number k of the first side is of, and in its unit: "electric range is 180 miles, petrol
// 450".
func (w *Writer) cell(r *scene.Item, fact string, first *side, k int) {
	if x := oneAmount.FindStringSubmatch(fact); x != nil && r.Value == "" && prose.Words(fact) <= 7 {
		label, value := kindOfFact(strings.TrimSpace(x[1])), x[2]+x[3]+x[4]
		if y := []string(nil); x[1] == "" && k < len(first.facts) && first.rows[k].Value != "" {
			label = first.rows[k].Label
			if y = oneAmount.FindStringSubmatch(first.facts[k]); y != nil && x[2]+x[4] == "" {
				value = y[2] + x[3] + y[4]
			}
		}
		if label != "" {
			r.Label, r.Value = label, shortFigure(value)
			return
		}
	}
	m := joinsCell.FindStringSubmatch(fact)
	if m == nil || r.Value != "" || strings.HasPrefix(m[1], "cost") && !costly.MatchString(m[2]) {
		return
	}
	r.Cue, r.Label = m[2], prose.Upper(Clip(m[2], 60))
	if costly.MatchString(m[2]) && prose.Words(m[2]) <= 4 {
		r.Label, r.Value = ofWhat["cost"], shortFigure(m[2])
	}
}

var (
	joinsCell = pattern.New(`^(is|are|means?|has|have|costs?|comes with|gives you|offers) (.+)$`)
	costly    = pattern.New(`(?i)^[€$£]\s?\d|^\d[\d.,]* ?(?:€|\$|£|euros?|dollars?|pounds?|francs?|eur|usd)\b`)
)

// pastVerb tells a clause by the verbs that go with figures.
func (w *Writer) pastVerb(s string) bool { return figureVerb.MatchString(s) }

var figureVerb = pattern.New(`(?i)\s(?:took|takes?|wait(?:s|ed)?|warte(?:n|t|te|ten)|costs?|needed|needs?|lasted|lasts?|paid|pays?|spent|spend|dauerte[n]?|dauert|dauern|kostete[n]?|kostet|kosten|brauchte[n]?|braucht|brauchen|tardaba[n]?|tarda[n]?|costaba[n]?|cuesta[n]?|prenait|prend|coûtait|coûte|durait|dure)\s`)

// sharedStart is what both sides speak of: the words that both begin with.
func sharedStart(a, b string) string {
	x, y := strings.Fields(a), strings.Fields(b)
	n := 0
	for n < len(x) && n < len(y) && strings.EqualFold(x[n], y[n]) {
		n++
	}
	for n > 0 && (figureVerb.MatchString(" "+x[n-1]+" ") || startsWeak.MatchString(x[n-1]+" ")) {
		n--
	}
	if n == 0 || DigitsRE.MatchString(strings.Join(x[:n], " ")) {
		return ""
	}
	return strings.Join(x[:n], " ")
}

func firstWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.ToLower(strings.Trim(strings.Join(f[:min(n, len(f))], " "), ",;:"))
}

// againstRE reads "A heat pump delivers 4 kWh of heat for each kWh of electricity,
// a gas boiler only 0.9": one verb, two subjects, two figures.
var againstRE = pattern.New(`(?i)^(?:an? |the |our |an )?([\p{L}][\p{L}\d' -]{1,27}?) (uses?|needs?|takes?|costs?|delivers?|gives?|lasts?|weighs?|saves?|produces?|holds?|emits?|loses|lose|makes?|scores?|reaches|reach|burns?|drinks?|generates?|(?:connects?|boots?|starts?|loads?|charges?|boils?|opens?|responds?|answers?|arrives?|finishes|runs?|works?|exports?|loads?|renders?|reads?|writes?|syncs?|ships?|delivers?|prints?|cools?|heats?|dries|sets?|cures?|bakes?|brews?|installs?|updates?|builds?|deploys?|replies|reply) (?:in|for|within)) (?:about |around |up to |only |just )?([€$£]?\d+(?:[.,]\d+)*\s?(?:%|[\p{L}°]{1,8}\b)?)( [^,;]{2,50})?[,;] (?:and |but |while |whereas )?(?:an? |the |our )?([\p{L}][\p{L}\d' -]{1,27}?) (?:(?:uses?|needs?|takes?|costs?|delivers?|gives?|lasts?|weighs?|saves?|produces?|holds?|emits?|loses|makes?|scores?|reaches|burns?|drinks?|generates?|about|around|only|just|in|for|within) )*([€$£]?\d+(?:[.,]\d+)*(?:\s?(?:%|[\p{L}°]{1,8}))?)\.?$`)

// laterOn is the second of two times, and no thing.
var laterOn = pattern.New(`(?i)^(?:then|later|afterwards|after that|now|today|thereafter|from then on)$`)

// speaker is who speaks or is spoken to, and no thing that is compared.
var speaker = pattern.New(`(?i)\b(?:we|you|they|i)\b`)

// endsOnVerb are words that go on to a figure as a clause of their own does: "errors dropped
// by".
var endsOnVerb = pattern.New(`(?i)\p{L}+(?:ed|fell|rose|grew|went|is|are|was|were)(?: (?:by|to|from|at|up|down))*$|\s(?:by|to|from|at)$`)

// downFrom leads to the value that one replaces.
var downFrom = pattern.New(`(?i)^(?:up|down|compared|instead|rather|was|previously|before)\b`)

// against draws a sentence that sets two things' figures side by side.
func (w *Writer) against(b *Beat, s string) bool {
	if w.Wording.Code != "en" {
		return false
	}
	m := againstRE.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return false
	}
	if downFrom.MatchString(m[5]) {
		return false // "… takes 3 h 20 min, down from 7 h" is one thing
	}
	if speaker.MatchString(m[1]) || speaker.MatchString(m[5]) || strings.EqualFold(m[1], "it") || DigitsRE.MatchString(m[5]) {
		return false // "we still need 12 helpers; so far we have 5" are no two things
	}
	one, other := strings.TrimSpace(m[3]), strings.TrimSpace(m[6])
	unit := strings.TrimLeft(one, "€$£0123456789., ")
	if strings.TrimLeft(other, "€$£0123456789., ") == "" && unit != "" {
		if unit != "%" {
			other += " "
		}
		other += unit
	}
	if share := strings.HasSuffix(one, "%"); share != strings.HasSuffix(other, "%") || endsOnVerb.MatchString(m[5]) {
		return false // "… saves 12 hours a month, and errors dropped by 80 %" measures two things
	}
	label := strings.TrimSpace(m[4])
	for _, p := range []string{"of ", "a ", "an "} {
		label = strings.TrimPrefix(label, p)
	}
	if label == "" {
		label = m[2]
	}
	times := laterOn.MatchString(strings.TrimSpace(m[5]))
	if times { // one thing at two times: "Tickets cost 60 euros until 1 July, then 75"
		if m[4] == "" {
			return false
		}
		m[1], label = label, m[1]
	}
	label = prose.Upper(Clip(strings.TrimSpace(label), 40))
	a, z := prose.Upper(strings.TrimSpace(m[1])), prose.Upper(strings.TrimSpace(m[5]))
	b.Kind, b.Plain = scene.Compare, false
	b.Headline = label
	b.Columns = []scene.Column{
		{Title: a, Rows: []scene.Item{{Value: shortFigure(one), Cue: CueIn(s, strings.TrimRight(DigitsRE.FindString(one), ".,"))}}},
		{Title: z, Rows: []scene.Item{{Value: shortFigure(other), Cue: CueIn(s, strings.TrimRight(DigitsRE.FindString(other), ".,"))}}},
	}
	if utf8.RuneCountInString(b.Headline) < 8 && !times {
		b.Headline = Clip(w.Wording.Fill(strings.TrimSuffix(prose.Unstop(w.Wording.SidesOf), "?"), a, w.second(z)), 46)
		for i := range b.Columns {
			b.Columns[i].Rows[0].Label = label
		}
	}
	return true
}

// shortFigure writes "12 minutes" as "12 min".
func shortFigure(s string) string {
	f := FigureOf(s)
	if f.Suffix == "" && f.Prefix == "" {
		return s
	}
	return FigureText(f)
}

// second is the name of the second side behind the first; German nouns keep their capital.
func (w *Writer) second(name string) string {
	if w.Wording.Code == "de" {
		return name
	}
	return w.Lower(name)
}
