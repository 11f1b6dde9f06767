package script

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// shownAs are the readers of the data of a picture, by the kind of scene.
var shownAs = map[scene.Kind]func(w *writer, bt *telling.Beat, asked scene.Kind, ps brief.Scene, none bool) bool{
	scene.Number:   (*writer).numberShown,
	scene.Chart:    (*writer).chartShown,
	scene.Table:    (*writer).tableShown,
	scene.Compare:  (*writer).sidesShown,
	scene.Process:  (*writer).itemsShown,
	scene.Grid:     (*writer).itemsShown,
	scene.Timeline: (*writer).itemsShown,
	scene.Code:     (*writer).codeShown,
	scene.Quote:    (*writer).quoteShown,
	scene.Chapter:  (*writer).chapterShown,
	scene.Location: (*writer).placeShown,
	scene.Title:    (*writer).titleShown,
	scene.End:      (*writer).endShown,
}

// chartShown draws a chart of the values that a picture names.
func (w *writer) chartShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, _ bool) bool {
	title := ""
	if m := chartTitled.FindStringSubmatch(ps.Visual); m != nil {
		if ps.Visual = m[1] + ": " + m[3]; startsUpper(m[2]) {
			title = m[2]
		} else { // what its values measure
			ps.Visual = m[1] + " of " + m[2] + ": " + m[3]
		}
	}
	s := telling.SeriesIn(strings.Join(append([]string{prose.Stop(ps.Visual)}, ps.Screen...), " "), w.Lang)
	ps.Visual = chartKinds.ReplaceAllString(ps.Visual, "$2 chart of $3: ")
	if bare := chartAgainst.ReplaceAllString(chartData.ReplaceAllString(ps.Visual, "$1: $2"), "$1, "); bare != ps.Visual && !strings.Contains(ps.Visual, ":") || s == nil {
		if plain := telling.SeriesIn(prose.Stop(bare), w.Lang); plain != nil && (s == nil || len(plain.Values) >= len(s.Values)) {
			s = plain
		}
	}
	if s == nil { // the head says what it is, the rest what it holds
		s = telling.SeriesIn(ps.Header+": "+prose.Stop(ps.Visual), w.Lang)
	}
	if s == nil && len(ps.Screen) == 1 && slashCut.MatchString(ps.Screen[0]) { // "Early 5 weeks / Late 12 weeks"
		s = telling.SeriesIn("Bar chart: "+strings.Join(slashCut.Split(prose.Unstop(ps.Screen[0]), -1), ", ")+".", w.Lang)
	}
	if m := shareRing.FindStringSubmatch(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")); s == nil && m != nil {
		a, ok1 := telling.Number(m[1], w.Lang)
		b, ok2 := telling.Number(cmp.Or(m[3], "100"), w.Lang)
		if ok1 && ok2 && a <= b && b > 0 { // "donut 218 of 435"
			bt.Kind, bt.Figure, bt.Items = scene.Number, &scene.Figure{Text: m[1], Suffix: "%", Share: a / b}, nil
			if m[3] != "" {
				bt.Figure.Suffix = m[2] + " " + m[3]
			}
			bt.Label, bt.Subtitle = w.Headline(telling.FirstWord(bt.Words), 44), ""
			bt.Figure.Cue = telling.CueIn(bt.Text(), m[1])
			return true
		}
	}
	if s != nil {
		bt.Kind, bt.Series = scene.Chart, s
		if k := highlighted(ps.Visual, s.Labels); k >= 0 {
			s.Focus = &k
		}
		if written := ps.Written(ps.Visual); strings.Contains(s.Unit, " ") && !strings.Contains(written, s.Unit) && written != ps.Visual {
			s.Unit = "" // words that direct
		}
		if comesAs.MatchString(s.Unit) {
			s.Unit = "" // "bar graph rising from the baseline"
		}
		unit := s.Unit
		if strings.Contains(unit, " ") || utf8.RuneCountInString(unit) > 8 {
			s.Unit = "" // too long beside every value: the subtitle says it once
		}
		bt.Headline = cmp.Or(title, w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header)), 46))
		bt.Figure, bt.Label, bt.Subtitle = nil, "", unit
		if !strings.ContainsFunc(unit, unicode.IsLetter) {
			bt.Subtitle = "" // it stands beside every value
		}
		if utf8.RuneCountInString(unit) > 3 { // "t" and "kWh" are no words
			bt.Subtitle = prose.Upper(unit)
		}
		if m := chartOf.FindStringSubmatch(ps.Visual); m != nil && bt.Subtitle == "" && title == "" {
			bt.Subtitle = prose.Upper(strings.TrimSpace(m[1])) // "bars of the average deposit. 2022 £31,000; …"
		}
		return true
	}
	return false
}

var (
	// chartKinds is a chart, its kind and what it is of, parted by colons and commas.
	chartKinds = pattern.New(`(?i)^(?:an? )?(chart|graph|diagram):\s*(bars?|line|pie|column|donut)s?,\s*([^:.;\d"“„]{3,50}):\s*`)
	// shareRing is a ring that is filled by a share.
	shareRing = pattern.New(`(?i)\b(?:donut|ring|pie|gauge|progress (?:bar|ring)|kreis|anneau|anello)\b[^\d.;:]{0,20}(\d[\d.,]*)(?:\s?%|\s(of|out of|von|de|sur|su|di)\s(\d[\d.,]*))`)
	// chartData are the values of a chart that follow at once or in a sentence of their own, "bar
	// chart cold 40% …", "bars of the average deposit. 2022 £31,000; …"; chartAgainst stands
	// between two of them.
	chartData    = pattern.New(`(?i)\b(chart: [^:\d"“„]{3,50}?|(?:(?:bar|line|pie|column|donut) )?(?:charts?|graphs?|bars)(?:(?: (?:of|for|with|showing) [^.:;\d"“„]{3,50})?\.)?)\s+([^.:;\d"“„]{0,30}\d.*)$`)
	chartOf      = pattern.New(`(?i)\b(?:charts?|graphs?|bars) (?:of|for|with|showing) (?:the |our |its )?([^.:;,\d"“„]{3,40})[.:]`)
	chartAgainst = pattern.New(`(?i)(\d[\d.,]*\s?[%\p{L}]{0,3})\s+(?:vs\.?|versus|against|→|->|gegen|contra|contre|contro)\s+`)
)

// comesAs is how a chart comes on, between its kind and its values.
var comesAs = pattern.New(`(?i)^(?:that )?(?:\p{Ll}+ing|rises?|grows?|slides?|fades?|draws?|builds?|animat\p{L}+)\b.*\b(?:from|up|in|on|out|slowly|quickly|baseline)\b`)

// tableShown draws a table, or a ranking as bars.
func (w *writer) tableShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, none bool) bool {
	if rows := telling.RowsIn(ps.Visual); rows != nil {
		bt.Kind, bt.Rows = scene.Table, rows
		bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header)), 46)
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	}
	if rows := labelledRows(ps.Visual); rows != nil {
		bt.Kind, bt.Rows = scene.Table, rows
		bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header)), 46)
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	}
	if _, data, ok := strings.Cut(ps.Visual, ":"); ok { // "ranking table: Lagos 52 ms, Lima 61 ms"
		ps.Visual = "Bar chart:" + data
		return w.chartShown(bt, scene.Chart, ps, none)
	}
	return false
}

// twoBars is a comparison of two values that is to be drawn in bars, as a chart is told; "" =
// it is none.
func twoBars(visual string, cols []scene.Column) string {
	if len(cols) != 2 || !telling.BarWord.MatchString(visual) {
		return ""
	}
	for _, c := range cols {
		if c.Title == "" || len(c.Rows) != 1 || !anyDigit.MatchString(c.Rows[0].Value) {
			return ""
		}
	}
	form := "Bar chart: %s %s, %s %s"
	if endsInDigit.MatchString(cols[0].Title) || endsInDigit.MatchString(cols[1].Title) {
		form = "Bar chart: %s: %s, %s: %s"
	}
	return fmt.Sprintf(form, cols[0].Title, cols[0].Rows[0].Value, cols[1].Title, cols[1].Rows[0].Value)
}

// compareFirst says that two things are compared, and no more.
var compareFirst = pattern.New(`(?i)^compar(?:e|ison):\s*`)

// bigMoney is an amount in thousands, millions or billions.
var bigMoney = pattern.New(`([€$£])\s?\d[\d.,]*\s?([kKMB]|bn|m)\b`)

// sidesTail is what stands behind the colon of a picture of two sides.
func sidesTail(visual string) string {
	_, tail, ok := cutColon(visual)
	if !ok {
		return visual
	}
	return tail
}

// dashTitle is the title of a side before its dash.
var dashTitle = pattern.New(`^([^:–—|]{2,40}?)\s+[–—-]\s+`)

// eitherOr are two short things of which one is chosen.
var eitherOr = pattern.New(`(?:^|:\s)(\p{Lu}[\p{L} ]{1,18}) (?:or|oder|ou|o|vs\.?) (\p{Lu}[\p{L} ]{1,18}?)\s*(?:\(|[.,;]|$)`)

// betweenSides parts the sides that one text has, before the title of the second one.
var betweenSides = pattern.New(`\s+[–—|/]\s+`)

// endsInDigit is a title like "2023", whose value has to be told from it.
var endsInDigit = pattern.New(`\d$`)

// comparesWhat says before the two sides of a picture that they are compared.
var comparesWhat = pattern.New(`(?i)^(?:an? |the )?(?:\p{L}+[ -]){0,2}(?:comparison|compare|comparing|vergleich|comparación|comparaison|confronto|comparação) (?:of|between|von|de|entre|tra|zwischen) `)

var (
	// colourAside is the colour of what stands before it, in brackets.
	colourAside = pattern.New(`(?i)\s*\((?:in )?(?:(?:the )?(?:accent|brand|highlight\p{L}*|dark|light|bright|muted|deep|soft)[ ,-]*)*(?:black|white|navy|blue|red|green|yellow|orange|purple|pink|gr[ea]y|teal|gold|accent|brand|highlight\p{L}*|colou?r|rot|grün|blau|gelb|grau|rojo|verde|azul|amarillo|gris|rouge|vert|bleu|jaune|#[0-9a-f]{6})+(?: colou?r)?\)`)
	// strokeSide is a stroke before the second side.
	strokeSide = pattern.New(`(?i)\s+[/|]\s+((?:right|rechts|derecha|droite|destra|direita)\b)`)
	// sideWord is a side before the name of what stands there.
	sideWord = pattern.New(`^(?i:left|right|links|rechts|izquierda|derecha|gauche|droite|sinistra|destra|esquerda|direita)\s+(?:\b)`)
	// barsLead names bars that are compared.
	barsLead = pattern.New(`(?i)^(?:an? |the |two )?(?:\p{L}+ )?(?:comparison|compare[ds]?) bars?[,:]?\s+`)
)

// sidesShown draws two sides, or the bars of three things and more.
func (w *writer) sidesShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, none bool) bool {
	asked := ps.Visual
	ps.Visual = strokeSide.ReplaceAllString(colourAside.ReplaceAllString(ps.Visual, ""), ", $1")
	asBars := ps.Visual
	ps.Visual = barsLead.ReplaceAllString(ps.Visual, "comparison of ")
	ps.Visual = comparesWhat.ReplaceAllString(ps.Visual, "")
	cols := telling.SidesIn(ps.Visual)
	if cols == nil {
		cols = telling.ColumnsIn(ps.Visual)
	}
	if cols == nil {
		cols = telling.ValuesIn(ps.Visual)
	}
	if cols == nil {
		cols = telling.VersusIn(ps.Visual)
	}
	if cols == nil {
		cols = telling.ColumnsIn(betweenSides.ReplaceAllString(sidesTail(compareFirst.ReplaceAllString(ps.Visual, "compare: ")), ". ")) // "compare: 2025: €79M – 2026: €84M"
	}
	if parts := strings.Split(sidesTail(ps.Visual), " | "); cols == nil && len(parts) == 2 {
		cols = telling.ColumnsIn(dashTitle.ReplaceAllString(strings.TrimSpace(parts[0]), "$1: ") + ". " + dashTitle.ReplaceAllString(strings.TrimSpace(parts[1]), "$1: "))
	}
	for _, t := range append([]string{strings.Join(ps.Screen, "; ")}, ps.Screen...) {
		if cols == nil {
			cols = telling.SidesIn(betweenSides.ReplaceAllString(t, "; "))
		}
		if cols == nil {
			cols = telling.ColumnsIn(betweenSides.ReplaceAllString(t, ". ")) // "Before: 4 steps — After: 1 photo"
		}
	}
	if s := twoBars(asBars, cols); s != "" {
		ps.Visual = s
		if !w.chartShown(bt, scene.Chart, ps, none) {
			return false
		}
		if k := highlighted(asked, bt.Series.Labels); k >= 0 {
			bt.Series.Focus = &k
		}
		return true
	}
	if cols != nil {
		bt.Kind, bt.Columns = scene.Compare, cols
		bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header), cols[0].Title+" or "+cols[1].Title), 46)
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		for i := range cols {
			cols[i].Title = sideWord.ReplaceAllString(cols[i].Title, "") // "Left Gas"
		}
		for i := range cols { // "Left: Early bird €290": a side is no name
			if m := telling.NamedValue(cols[i]); m != nil {
				cols[i] = *m
			}
		}
		if a, b := stateTitles(ps.Header + ". " + ps.Visual); cols[0].Title == "" && cols[1].Title == "" {
			cols[0].Title, cols[1].Title = a, b
		}
		for i := range cols {
			for k := range cols[i].Rows {
				cols[i].Rows[k].Cue = telling.CueIn(bt.Text(), telling.FirstWordOf(cols[i].Rows[k].Value))
			}
		}
		return true
	}
	if _, data, ok := cutColon(ps.Visual); ok && len(betweenSides.FindAllString(data, -1)) == 1 { // "compare: 2025: €79M – 2026: €84M"
		bars := "Bar chart: " + betweenSides.ReplaceAllString(strings.TrimSpace(data), ", ")
		if s := telling.SeriesIn(bars, w.Lang); s != nil && len(s.Values) == 2 {
			if ps.Visual = bars; !w.chartShown(bt, scene.Chart, ps, none) {
				return false
			}
			if m := bigMoney.FindStringSubmatch(bars); m != nil {
				bt.Series.Unit, bt.Subtitle = m[2]+m[1], "" // "€79M"
			}
			return true
		}
	}
	if _, data, ok := cutColon(ps.Visual); ok { // three things and more, by one value each
		if s := telling.SeriesIn("Bar chart: "+strings.TrimSpace(data), w.Lang); s != nil && len(s.Values) > 2 {
			ps.Visual = "Bar chart: " + strings.TrimSpace(data)
			return w.chartShown(bt, scene.Chart, ps, none)
		}
	}
	if m := eitherOr.FindStringSubmatch(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")); m != nil && len(ps.Screen) == 0 { // "Sign or Veto (two columns)"
		bt.Kind, bt.Figure, bt.Label, bt.Subtitle = scene.Grid, nil, "", ""
		for _, t := range m[1:3] {
			bt.Items = append(bt.Items, w.itemShown(strings.TrimSpace(t)))
		}
		bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header)), 46)
		telling.Cues(bt)
		return true
	}
	if a, b, ok := telling.Sides(ps.Visual, bt.Text()); ok {
		bt.Kind = scene.Compare
		bt.Columns = []scene.Column{{Title: a}, {Title: b}}
		for i := range bt.Columns {
			bt.Columns[i].Rows = telling.RowsFor(bt.Columns[i].Title, bt.Words)
			if len(bt.Columns[i].Rows) == 0 {
				bt.Columns[i].Rows = telling.Labelled(bt.Columns[i].Title, ps.Visual, bt.Text())
			}
		}
		if len(bt.Columns[0].Rows) == 0 || len(bt.Columns[1].Rows) == 0 {
			if bt.Columns = telling.EachAlone(a, b, ps.Visual); bt.Columns == nil {
				return false
			}
			bt.Columns[0].Title, bt.Columns[1].Title = stateTitles(ps.Header + ". " + ps.Visual)
		}
		bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), a+" or "+b), 46)
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	}
	return false
}

// itemsShown draws the items of a list, a row of steps or a line of dates.
func (w *writer) itemsShown(bt *telling.Beat, asked scene.Kind, ps brief.Scene, none bool) bool {
	items := visualItems(ps.Visual)
	head := ""
	if len(letteredItems(ps.Visual)) > 1 && len(telling.QuotedIn(ps.Visual)) == 0 {
		head = questionOver(ps.Visual)
	}
	if hero, third := telling.QuotedIn(layerText(ps, 2)), visualItems(layerText(ps, 3)); len(hero) == 1 && len(third) > 1 {
		head, items = hero[0], third // the second layer stands over the items of the third
	}
	literal := len(items) < 2 && len(ps.Screen) > 0
	if qs := once(telling.QuotedIn(ps.Visual)); len(qs) == len(items) && len(qs) > 1 && qs[0] == items[0] {
		if len(items) == 2 && strings.HasSuffix(items[0], "?") { // `question card "Which key?", then answer "F4"`
			w.statementPlanned(bt, ps)
			return true
		}
		literal = true // what is to be read stands as it is
	} else if literal {
		if items = ps.Screen; len(items) == 1 {
			if items = visualItems(ps.Screen[0]); items == nil {
				items = numberedItems(": " + ps.Screen[0]) // "1 Stand close 2 Bend your knees"
			}
			if items == nil && slashCut.MatchString(ps.Screen[0]) {
				items = slashCut.Split(ps.Screen[0], -1) // "Child care / Own room"
			}
		} else if ps.Headed && len(items) > 2 {
			items = items[1:]
		}
	}
	if len(items) < 2 {
		items, literal = telling.SayItems(bt.Text(), &w.Writer), false
	}
	if len(items) < 2 && asked != scene.Timeline { // "the three points appear": what is said is they
		items, literal = saidPoints(bt.Words), true
	}
	if len(items) >= 2 {
		bt.Kind = asked
		if asked == scene.Grid && (ps.Type == "overlay" || ps.Side != "") && !none {
			bt.Kind = scene.Points
		}
		for _, t := range items[:min(6, len(items))] {
			it := w.itemShown(t)
			if literal {
				it.Title, it.Body = telling.Clip(t, 80), ""
			}
			bt.Items = append(bt.Items, it)
		}
		for _, part := range []func(string) (string, string, bool){telling.Dated, telling.Timed, yearApart, phaseApart, dayApart} {
			if events := telling.EventsBy(items, part); asked == scene.Timeline && events != nil {
				bt.Items = events[:min(6, len(events))]
			}
		}
		ticked(bt, ps)
		if ordinalAlone.MatchString(telling.FirstWord(bt.Words)) {
			head = cmp.Or(head, ps.Written(ps.Header)) // "One." heads nothing
			if rollHead.MatchString(head) {
				head = ""
			}
		}
		if kindHead.MatchString(ps.Header) {
			ps.Header = "" // "grid" is no title
		}
		bt.Headline = cmp.Or(head, w.overItems(bt), w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header)), 46))
		if bt.Kind == scene.Timeline && bt.Items[0].Label != "" && strings.Contains(bt.Headline, bt.Items[0].Label) && w.Wording.TimeHead != "" {
			bt.Headline = w.Wording.TimeHead // the dates stand below
		}
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		telling.Cues(bt)
		return true
	}
	return false
}

// kindHead is a head that only says what is drawn.
var kindHead = pattern.New(`(?i)^(?:grid|cards?|lists?|tables?|(?:bar |line |pie )?charts?|steps|process|timeline|icons?|numbers?|stats?|text|points|compare|comparison|tiles?|quote|title|image|big text)$`)

// saidPoints are the points that the words of a scene make: what follows "One.", "Two.", or
// else its sentences, where they are two to five and short.
func saidPoints(words []string) []string {
	var counted, all []string
	for i, s := range words {
		if ordinalAlone.MatchString(s) && i+1 < len(words) {
			counted = append(counted, prose.Unstop(words[i+1]))
		}
		if prose.Words(s) > 14 || strings.HasSuffix(s, "?") {
			all = nil
			break
		}
		all = append(all, prose.Unstop(s))
	}
	if len(counted) > 1 {
		return counted
	}
	if len(all) > 5 {
		return nil
	}
	return all
}

// ordinalAlone is a sentence that only counts the next one.
var ordinalAlone = pattern.New(`(?i)^(?:number |rule |tip |step |nummer |regel |número |numéro |numero )?(?:one|two|three|four|five|first(?:ly)?|second(?:ly)?|third(?:ly)?|eins|zwei|drei|vier|erstens|zweitens|drittens|uno|dos|tres|cuatro|primero|segundo|tercero|un|deux|trois|quatre|due|tre|quattro|\d)[.:!]$`)

// codeShown draws lines of code.
func (w *writer) codeShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, _ bool) bool {
	if code := codeIn(ps.Visual); code != "" {
		bt.Kind, bt.Code, bt.CodeLang = scene.Code, code, "sh"
		bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Header), 46)
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	}
	return false
}

// quoteShown draws a quotation, with who says it.
func (w *writer) quoteShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, _ bool) bool {
	if qs := telling.QuotedIn(ps.Visual); len(qs) > 0 {
		bt.Kind, bt.Headline = scene.Quote, prose.Unstop(qs[0])
		if m := quoteBy.FindStringSubmatch(ps.Visual); m != nil {
			bt.Name, bt.Role = m[1]+m[2], strings.TrimSpace(m[3])
		} else if m := quoteOf.FindStringSubmatch(ps.Visual); m != nil {
			bt.Name, bt.Role = m[1], strings.TrimSpace(m[2])
		} else if m := portraitOf.FindStringSubmatch(ps.Visual); m != nil {
			bt.Name, bt.Role = m[1], strings.TrimSpace(m[2])
		}
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	}
	if len(bt.Words) > 0 {
		bt.Kind, bt.Headline = scene.Quote, prose.Unstop(telling.Clip(bt.Text(), 120))
		if m := quoteFrom.FindStringSubmatch(ps.Visual); m != nil {
			bt.Name, bt.Role = m[1], strings.TrimSpace(m[2])
		}
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	}
	return false
}

// chapterShown draws the card of a chapter.
func (w *writer) chapterShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, _ bool) bool {
	bt.Kind = scene.Chapter
	bt.Headline = telling.Clip(cmp.Or(telling.FirstWord(telling.QuotedIn(ps.Visual)), telling.FirstWord(ps.Screen), w.Headline(telling.FirstWord(bt.Words), 40)), 40)
	bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
	return true
}

// placeShown draws a place or a route on a card.
func (w *writer) placeShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, _ bool) bool {
	if w.routeShown(bt, ps) {
		return true
	}
	qs := telling.QuotedIn(ps.Visual)
	if m := mapOf.FindStringSubmatch(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")); m != nil {
		qs = m[1:] // the place that the map is of; what is read beside it follows
	} else if m := placeIn.FindStringSubmatch(ps.Visual); m != nil && len(qs) == 0 {
		qs = m[1:]
	}
	if len(qs) > 0 {
		bt.Kind, bt.Headline = scene.Location, qs[0]
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	}
	return false
}

// titleShown draws the title card of a plan.
func (w *writer) titleShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, _ bool) bool {
	if w.Brief.Level == brief.Scenes && (len(telling.QuotedIn(ps.Visual)) > 0 || len(ps.Screen) > 0) {
		w.titlePlanned(bt, ps)
		return true
	}
	return false
}

// endShown draws the end card.
func (w *writer) endShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, _ bool) bool {
	w.endPlanned(bt, ps, bt.Text())
	return true
}
