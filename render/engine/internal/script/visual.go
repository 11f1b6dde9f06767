package script

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// visualKind is a kind of scene, and the words that ask for it.
type visualKind struct {
	kind scene.Kind
	re   *pattern.Pattern
}

var visualKinds = []visualKind{
	{scene.End, pattern.New(`(?i)\b(?:end card|outro|end screen|closing card|carte de fin|écran de fin|tarjeta final|pantalla final|cartão final|scheda finale|eindkaart)\b|endkarte|schlussbild|abspann|cierre|clôture|encerramento|chiusura`)},
	{scene.Chapter, pattern.New(`(?i)\b(?:chapter card|section card|chapter break)\b`)},
	{scene.Title, pattern.New(`(?i)\b(?:title card|intro card|opening title)\b|titelkarte`)},
	{scene.Compare, pattern.New(`(?i)\b(?:split[- ]screen compar\p{L}*|deux colonnes|due colonne|dos columnas|duas colunas|zwei spalten|compar(?:e|ison|ing)|versus|vs\.?|before ?(?:and|/|&|→|-) ?after|two columns|side[- ]by[- ]side|comparación|comparativa|comparaison|comparação|confronto|vergelijking|antes y después|antes e depois|avant[ /-]+après|prima e dopo)\b|vergleich|gegenüberstellung|vorher[ /-]+nachher|مقارنة|השוואה`)},
	{scene.Process, pattern.New(`(?i)\bflow ?charts?\b`)}, // it charts no values
	{scene.Chart, pattern.New(`(?i)\b(?:bar chart|line chart|line graph|chart|graph|donut|pie)\b|diagramm|gráfico|graphique|grafico|grafiek|staafdiagram|camembert|رسم بياني|גרף|תרשים`)},
	{scene.Timeline, pattern.New(`(?i)\b(?:timeline|roadmap|zeitstrahl|zeitleiste|cronología|línea de tiempo|chronologie|frise|linha do tempo|linea del tempo|tijdlijn)\b`)},
	{scene.Process, pattern.New(`(?i)\b(?:steps?|process|flow ?chart|workflow|pipeline|journey|schritte|ablauf|pasos|étapes|passos|passaggi|stappen)\b`)},
	{scene.Number, pattern.New(`(?i)\b(?:counter|counts? up|numbers?|figures? side by side|kpis?|metrics|stats?|stat row|statistics?|percentage|zahl|zähler|contador|contatore|compteur|teller|getal|cifra|chiffre|numero|número)\b|عداد|מונה`)},
	{scene.Code, pattern.New(`(?i)\b(?:code editor|terminal|code snippet|code block|lines? of code|source code|command line)\b`)},
	{scene.Table, pattern.New(`(?i)\b(?:table|spreadsheet|matrix|price list|(?:opening|business) hours|\p{L}*tabelle|preisliste|öffnungszeiten|timetable|fahrplan|lista de precios|liste des prix|listino|lista de preços|horaires|horario|tabla|tableau|tabella|tabela|tabel)\b`)},
	{scene.Quote, pattern.New(`(?i)\b(?:quote|testimonial|(?:guest|customer|client|user|star) review|review:?\s+"…"|zitat|cita|citation|citação|citazione)\b`)},
	{scene.Device, pattern.New(`(?i)\b(?:screenshot|dashboard|app screen|ui |interface|laptop|phone (?:screen|mock-?up)|mock-?ups?|product shot)\b`)},
	{scene.Location, pattern.New(`(?i)\b(?:map|location card|skyline|standort|mapa|carte)\b`)},
	{scene.Grid, pattern.New(`(?i)\b(?:cards?|icons?|grid|bubbles?|burbujas|bulles|bolle|callouts?|hot ?spots?|markers?|annotations?|text stack|pins|tiles?|checklist|list|bullets?|karten|tarjetas|iconos|cartes|icônes|cartões|schede|kacheln|stichpunkte|liste|lista|elenco|lijst|pictos?|icone|ícones)\b`)},
	{scene.End, pattern.New(`(?i)\b(?:logo|cta|call[- ]to[- ]action|qr)\b`)},
	{scene.Title, pattern.New(`(?i)\b(?:title|intro)\b|titel|título|titre|titolo`)},
	{scene.Chapter, pattern.New(`(?i)\bchapter\b`)},
	{scene.Statement, pattern.New(`(?i)\b(?:kinetic|typography|text|words?|headline|statement)\b`)},
}

func describe(k scene.Kind, ps brief.Scene) string {
	return string(k) + " (\"" + telling.Clip(ps.Written(cmp.Or(ps.Visual, ps.Header)), quotedMost) + "\")"
}

// numberWord announces a figure that is to be shown: "the number 3 billion".
var numberWord = pattern.New(`(?i)\b(?:the )?(?:number|figure|stat|counter|zahl|número|chiffre|numero):? `)

var arrowTo = pattern.New(`^\s*(?:->|→|➜|=>|—>)\s*$`)

// shownFigure takes the figure that a picture names: "the number 3 billion", "4 min -> 1 min".
func (w *writer) shownFigure(bt *telling.Beat, visual string) {
	visual = numberWord.ReplaceAllString(visual, "")
	fs := w.Figures(visual)
	if len(fs) == 2 && arrowTo.MatchString(visual[fs[0].To:fs[1].From]) {
		old, ok1 := telling.Number(fs[0].Text, w.Lang)
		now, ok2 := telling.Number(fs[1].Text, w.Lang)
		if ok1 && ok2 && old != now {
			f := fs[1].Figure
			frame := w.Wording.UpFrom
			if now < old {
				frame = w.Wording.DownFrom
			}
			bt.Figure, bt.Subtitle = &f, prose.Upper(w.Wording.Fill(frame, telling.FigureText(&fs[0].Figure)))
			if old == 0 {
				bt.Subtitle = "" // every counter starts there
			}
			bt.Label = w.Headline(telling.FirstWord(bt.Words), 40)
			return
		}
	}
	if bt.Figure == nil && len(fs) == 1 {
		f := fs[0].Figure
		bt.Figure, bt.Label, bt.Subtitle = &f, w.Headline(telling.FirstWord(bt.Words), 40), ""
	}
}

// figureAsWritten is the figure of a short text in quotation marks, with what stands
// around its digits as it is there; nil without digits.
func (w *writer) figureAsWritten(t string) *scene.Figure {
	fs := w.Figures(t)
	if m := amountAlone.FindStringSubmatch(t); m != nil {
		return &scene.Figure{Prefix: m[1], Text: m[2], Suffix: m[3]}
	}
	if len(fs) == 0 {
		return nil
	}
	f := fs[0].Figure
	if before, after, ok := strings.Cut(t, f.Text); ok && utf8.RuneCountInString(before) <= 3 && utf8.RuneCountInString(after) <= 10 {
		f.Prefix, f.Suffix = strings.TrimSpace(before), strings.TrimRight(strings.TrimSpace(after), ".!")
	}
	return &f
}

// visualData fills a scene from the data in its visual direction and words.
func (w *writer) visualData(bt *telling.Beat, asked scene.Kind, ps brief.Scene, none bool) bool {
	items := visualItems(ps.Visual)
	switch asked {
	case scene.Number:
		if w.statsShown(bt, ps) {
			return true
		}
		if m := countTo.FindStringSubmatch(ps.Visual); m != nil && bt.Figure == nil {
			bt.Figure = telling.FigureOf(m[1])
		}
		hero := layout.Undirected(heroOf(ps))
		leads := w.leadFigure(hero)
		if countTo.MatchString(ps.Visual) {
			leads = nil // where a counter starts is not its figure
		}
		if bt.Figure == nil && leads == nil {
			w.Shape(bt, hero)
			if counterWord.MatchString(bt.Label) {
				bt.Label = "" // "a counter to 71%" counts nothing but itself
			}
		}
		if leads != nil && (bt.Figure == nil || !strings.Contains(hero, bt.Figure.Text) || len(telling.QuotedIn(hero)) > 0) {
			if bt.Figure == nil || bt.Figure.Text != leads.Text {
				bt.Label, bt.Subtitle, bt.Items = "", "", nil
			}
			bt.Figure = leads
		}
		for _, t := range append(telling.QuotedIn(hero), ps.Screen...) {
			if leads != nil {
				break // what is read beside it counts something else
			}
			if f := w.figureAsWritten(t); f != nil {
				if bt.Figure == nil || bt.Figure.Text != f.Text {
					bt.Label, bt.Subtitle = "", ""
				}
				bt.Figure = f
				break
			}
		}
		w.shownFigure(bt, hero)
		if bt.Figure == nil {
			return false
		}
		if m := runsUp.FindStringSubmatch(bt.Figure.Prefix); m != nil {
			bt.Figure.Prefix = m[1] // "a counter running up to €153 billion"
		}
		bt.Kind = scene.Number
		for _, q := range telling.QuotedIn(hero) {
			if !strings.Contains(q, bt.Figure.Text) {
				bt.Label = q
			}
		}
		if bt.Label == "" && len(bt.Words) > 0 && utf8.RuneCountInString(bt.Words[0]) <= 44 {
			bt.Label = w.Headline(bt.Words[0], 44)
		}
		bt.Figure.Cue = telling.CueIn(bt.Text(), bt.Figure.Text)
		return true
	case scene.Chart:
		title := ""
		if m := chartTitled.FindStringSubmatch(ps.Visual); m != nil {
			if ps.Visual = m[1] + ": " + m[3]; startsUpper(m[2]) {
				title = m[2]
			} else { // what its values measure
				ps.Visual = m[1] + " of " + m[2] + ": " + m[3]
			}
		}
		s := telling.SeriesIn(strings.Join(append([]string{prose.Stop(ps.Visual)}, ps.Screen...), " "), w.Lang)
		if s == nil { // the head says what it is, the rest what it holds
			s = telling.SeriesIn(ps.Header+": "+prose.Stop(ps.Visual), w.Lang)
		}
		if s != nil {
			bt.Kind, bt.Series = scene.Chart, s
			if k := highlighted(ps.Visual, s.Labels); k >= 0 {
				s.Focus = &k
			}
			if written := ps.Written(ps.Visual); strings.Contains(s.Unit, " ") && !strings.Contains(written, s.Unit) && written != ps.Visual {
				s.Unit = "" // words that direct
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
			return true
		}
	case scene.Table:
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
			return w.visualData(bt, scene.Chart, ps, none)
		}
	case scene.Compare:
		cols := telling.SidesIn(ps.Visual)
		if cols == nil {
			cols = telling.ColumnsIn(ps.Visual)
		}
		if cols == nil {
			cols = telling.ValuesIn(ps.Visual)
		}
		if cols != nil {
			bt.Kind, bt.Columns = scene.Compare, cols
			bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header), cols[0].Title+" or "+cols[1].Title), 46)
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
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
		if _, data, ok := cutColon(ps.Visual); ok { // three things and more, by one value each
			if s := telling.SeriesIn("Bar chart: "+strings.TrimSpace(data), w.Lang); s != nil && len(s.Values) > 2 {
				ps.Visual = "Bar chart: " + strings.TrimSpace(data)
				return w.visualData(bt, scene.Chart, ps, none)
			}
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
	case scene.Process, scene.Grid, scene.Timeline:
		literal := len(items) < 2 && len(ps.Screen) > 0
		if literal {
			if items = ps.Screen; len(items) == 1 {
				items = visualItems(ps.Screen[0])
			} else if ps.Headed && len(items) > 2 {
				items = items[1:]
			}
		}
		if len(items) < 2 {
			items, literal = telling.SayItems(bt.Text(), &w.Writer), false
		}
		if len(items) >= 2 {
			bt.Kind = asked
			if asked == scene.Grid && (ps.Type == "overlay" || ps.Side != "") && !none {
				bt.Kind = scene.Points
			}
			for _, t := range items[:min(6, len(items))] {
				it := w.itemShown(t)
				if literal {
					it.Title, it.Body = telling.Clip(t, 40), ""
				}
				bt.Items = append(bt.Items, it)
			}
			for _, part := range []func(string) (string, string, bool){telling.Dated, telling.Timed, phaseApart, dayApart} {
				if events := telling.EventsBy(items, part); asked == scene.Timeline && events != nil {
					bt.Items = events[:min(6, len(events))]
				}
			}
			bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header)), 46)
			if bt.Kind == scene.Timeline && bt.Items[0].Label != "" && strings.Contains(bt.Headline, bt.Items[0].Label) && w.Wording.TimeHead != "" {
				bt.Headline = w.Wording.TimeHead // the dates stand below
			}
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			telling.Cues(bt)
			return true
		}
	case scene.Code:
		if code := codeIn(ps.Visual); code != "" {
			bt.Kind, bt.Code, bt.CodeLang = scene.Code, code, "sh"
			bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Header), 46)
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			return true
		}
	case scene.Quote:
		if qs := telling.QuotedIn(ps.Visual); len(qs) > 0 {
			bt.Kind, bt.Headline = scene.Quote, prose.Unstop(qs[0])
			if m := quoteBy.FindStringSubmatch(ps.Visual); m != nil {
				bt.Name, bt.Role = m[1]+m[2], strings.TrimSpace(m[3])
			} else if m := quoteOf.FindStringSubmatch(ps.Visual); m != nil {
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
	case scene.Chapter:
		bt.Kind = scene.Chapter
		bt.Headline = telling.Clip(cmp.Or(telling.FirstWord(telling.QuotedIn(ps.Visual)), telling.FirstWord(ps.Screen), w.Headline(telling.FirstWord(bt.Words), 40)), 40)
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	case scene.Location:
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
	case scene.Title:
		if w.Brief.Level == brief.Scenes && (len(telling.QuotedIn(ps.Visual)) > 0 || len(ps.Screen) > 0) {
			w.titlePlanned(bt, ps)
			return true
		}
	case scene.End:
		w.endPlanned(bt, ps, bt.Text())
		return true
	}
	return false
}

// chartTitled is a chart with a title between its kind and its data: "Pie chart: Where a night
// goes – Patients 52%, Paperwork 31%".
var chartTitled = pattern.New(`(?i)^([^:"“„«]*?\b(?:charts?|graph|donut|pie|\p{L}*diagramm|gráfico|graphique|grafico|grafiek)\b[^:–—\d"“„«,]{0,20}?)(?:\s*[:,]|\s[–—-])\s+([^\d:;,.–—"“„«]{3,60}?)(?::|\s[–—-])\s+([^:]*\d.*)$`)

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// placeIn is the place that a map shows: "map of Porto", "a pin drops in Olinda".
var placeIn = pattern.New(`(?i:\b(?:of|in|on|to|at|over|em|en|in|a|auf|su|sur|w|von|de|di|do|da))\s(\p{Lu}[\p{L}'’-]+(?:[ -](?:de |do |da |am |an der |sur |la )?\p{Lu}[\p{L}'’-]+){0,3})`)

// mapOf names the place that a map is of, or a pin stands in.
var mapOf = pattern.New(`(?i:\b(?:map|pin|mapa|karte|carte|mappa|kaart)\b[^.;,:]{0,16}?\b(?:of|in|on|at|de|von|di|em|a|van))\s(\p{Lu}[\p{L}'’-]+(?:[ -](?:de |do |da |am |an der |sur |la )?\p{Lu}[\p{L}'’-]+){0,3})`)

// codeIn is the code that a picture names, between codeMarks or in quotation marks.
func codeIn(visual string) string {
	if m := codeMarks.FindStringSubmatch(visual); m != nil {
		return layout.Code(strings.TrimSpace(m[1]))
	}
	if m := shellLine.FindStringSubmatch(visual); m != nil && len(telling.QuotedIn(visual)) == 0 {
		return strings.TrimSpace(cursorTail.ReplaceAllString(m[1], ""))
	}
	return telling.FirstWord(telling.QuotedIn(visual))
}

// cursorTail is what a direction says of the cursor behind a command.
var cursorTail = pattern.New(`(?i)\s*[;,]\s*(?:the |a )?(?:blinking )?(?:cursor|prompt)\b.*$`)

var codeMarks = pattern.New("`([^`\n]{2,600})`")

// shellLine is a command behind the prompt of a shell: "$ ctl verify --all".
var shellLine = pattern.New(`(?:^|[\s.:])[$❯]\s+([a-z./][^\n"“”]{1,120}?)(?:\.\s|\.?$)`)

// runsUp is the way of a counter, which is no part of its figure.
var runsUp = pattern.New(`(?i)^(?:up )?(?:to|bis|auf|hasta|jusqu['’]à|fino a|até)\s*([€$£]?)$`)

// counterWord are words for the picture of a figure, not for what it counts.
var counterWord = pattern.New(`(?i)\b(?:counters?|counts? up|big number|number|figure|stat|zähler|contador|compteur|contatore|teller)\b`)

// countTo is a counter and what it counts to: "compteur de 0 à 48".
var countTo = pattern.New(`(?i)(?:\b(?:counter|zähler|contador|compteur|contatore|teller)\b|عداد|מונה)\D{0,24}\d[\d.,]*\s?\S{0,3}\s(?:to|bis|auf|a|à|ad|até|naar|tot|->|→|إلى|עד)\s?([€$£]?\d[\d.,]*(?:\s?(?:%|€|\p{L}{1,12}))?)`)

// itemShown is an item of a list that a picture shows: "Bronze: 40 customers" has a title
// and a body.
func (w *writer) itemShown(t string) scene.Item {
	title, body, ok := strings.Cut(t, ": ")
	if !ok {
		title, body, ok = strings.Cut(t, " – ")
	}
	if title = strings.TrimSpace(title); ok && prose.Words(title) <= 3 && body != "" {
		return scene.Item{Title: telling.Clip(prose.Upper(title), 34), Body: prose.Unstop(body), Icon: telling.Icon(t)}
	}
	return scene.Item{Title: telling.Clip(prose.Upper(w.Wording.Noun(t)), 34), Icon: telling.Icon(t)}
}

// heroOf is what a scene's second layer shows, the whole picture without layers.
func heroOf(ps brief.Scene) string {
	for _, l := range ps.Layers {
		if l.N == 2 {
			return l.Text
		}
	}
	return ps.Visual
}

// visualItems reads "three cards: A, B, C" or several quotations.
func visualItems(v string) []string {
	if strings.ContainsAny(v, "：、") {
		v = eastStops.Replace(v)
	}
	if qs := telling.QuotedIn(v); len(qs) >= 2 {
		return qs
	}
	if out := letteredItems(v); len(out) >= 2 {
		return out
	}
	if out := numberedItems(v); len(out) >= 2 {
		return out
	}
	if m := arrowRow.FindStringSubmatch(v); m != nil {
		var out []string
		for _, x := range arrowCut.Split(m[1], -1) {
			out = append(out, strings.TrimSpace(x))
		}
		out[0] = rowLead.ReplaceAllString(out[0], "") // "flow Browser → Edge"
		return out
	}
	for _, part := range sentenceCut.Split(v, -1) {
		if _, _, has := cutColon(part); !has {
			part = listTimes.ReplaceAllString(listWith.ReplaceAllString(part, "$1: $2"), "$1: $2")
		}
		part = listDash.ReplaceAllString(part, "$1: $2")
		if lead, tail, ok := cutColon(part); ok {
			for prose.Words(lead) <= 6 { // "right side: list: one; two"
				l, t, more := cutColon(tail)
				if _, _, again := cutColon(t); !more || again || prose.Words(l) > 6 && !(prose.Words(l) <= 12 && listIn.MatchString(l)) || strings.ContainsAny(l, ",;|") {
					break
				}
				lead, tail = l, t
			}
			if first, more, ok := strings.Cut(tail, ";"); ok && strings.Contains(first, ",") && !strings.Contains(first, ":") && partMoves.MatchString(more) {
				tail = first // "icons: lock, phone, key; icons pop"
			}
			tail = telling.MotionTail.ReplaceAllString(prose.Unstop(tail), "")
			tail = thousands.ReplaceAllString(tail, "$1\u201a$2") // its comma parts no items
			cut := itemCut
			switch { // items may have the weaker marks within them
			case strings.ContainsAny(tail, "•·✅✔☑✓"):
				cut = bulletCut
			case strings.Contains(tail, ";"):
				cut = semiCut
			case slashCut.MatchString(tail):
				cut = slashCut
			case itemBody.MatchString(tail):
				cut = commaCut // "Bronze – 1 point, Gold – 3 points and free refills"
			}
			var out []string
			for _, x := range cut.Split(tail, -1) {
				if x = strings.TrimSpace(x); besideItems.MatchString(x) && len(out) > 1 {
					break // "…, a stamp below"
				}
				if x != "" {
					out = append(out, strings.ReplaceAll(x, "\u201a", ","))
				}
			}
			if n := countedIn(lead); n > 1 && n < len(out) {
				out = out[:n] // "three cards: …": what follows is none of them
			}
			if len(out) >= 2 && utf8.RuneCountInString(out[0]) <= 40 {
				return out
			}
		}
	}
	return nil
}

// numberedItems are items that count up: "Steps: 1 Apply by phone 2 One trial night".
func numberedItems(v string) []string {
	_, v, ok := cutColon(telling.QuoteIn.ReplaceAllString(v, " "))
	if !ok {
		return nil
	}
	at := numberedItem.FindAllStringSubmatchIndex(v, 7)
	var out []string
	for i, m := range at {
		if v[m[2]:m[3]] != string(rune('1'+i)) || i == 0 && strings.TrimSpace(v[:m[0]]) != "" {
			break // it does not count on
		}
		end := len(v)
		if i+1 < len(at) && v[at[i+1][2]:at[i+1][3]] == string(rune('2'+i)) {
			end = at[i+1][0]
		}
		text, _, _ := strings.Cut(v[m[1]:end], ". ")
		out = append(out, strings.Trim(text, " ,;."))
	}
	return out
}

var numberedItem = pattern.New(`(?:^|\s)([1-7])[.)]?\s`)

// letteredItems are answers with letters: "A) To the sea B) Into space C) Nowhere. …".
func letteredItems(v string) []string {
	at := lettered.FindAllStringIndex(v, 7)
	var out []string
	for i, m := range at {
		if v[m[1]-3:m[1]] != string(rune('A'+i))+") " {
			return nil // they do not count up
		}
		end := len(v)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		text, _, _ := strings.Cut(v[m[1]:end], ". ")
		out = append(out, v[m[1]-3:m[1]]+strings.Trim(text, " ,;."))
	}
	return out
}

var lettered = pattern.New(`(?:^|[\s:,;(])[A-F]\) `)

// partMoves says how the parts of a picture come on.
var partMoves = pattern.New(`(?i)^\s*(?:the |each |all |every )?(?:icons?|items?|cards?|ticks?|tiles?|bullets?|points?|rows?|they|each|labels?|arrows?|steps?|numbers?)\b[^;:]{0,24}\b(?:pops?|slides?|fades?|cascades?|drops?|draws?|flips?|flies|fly|appears?|types?|rises?|grows?|lights?|staggered|come)\b`)

// visualLead is what stands before the first colon of a picture.
func visualLead(v string) string {
	lead, _, _ := cutColon(v)
	return lead
}

// cutColon cuts words at their first colon that is none of a time of day.
func cutColon(s string) (lead, tail string, ok bool) {
	for at, r := range s {
		if r == ':' && (at == 0 || at+1 == len(s) || !unicode.IsDigit(rune(s[at-1])) || !unicode.IsDigit(rune(s[at+1]))) {
			return s[:at], s[at+1:], true
		}
	}
	return s, "", false
}

// listTimes is a timeline and the times that follow at once: "timeline 07:40 board, 08:00 desk".
var listTimes = pattern.New(`(?i)^([^:,]{0,40}\b(?:timeline|schedule|agenda|zeitstrahl|zeitleiste|cronología|frise)) (\d{1,2}:\d\d .*,)`)

// listDash is a list behind a dash: "3 icons with labels - A / B / C".
var listDash = pattern.New(`(?i)(\b(?:icons?|cards?|tiles?|bullets?|list|checklist|steps?|labels?|bubbles?|points?|items?|table|prices|price list|hours|flow|karten|tarjetas|cartes|schede)\b[^:—–.;,]{0,60}?)\s+[—–-]\s+([^—–:]*[,/;].*)$`)

// besideItems is what a picture has beside the items of its list.
var besideItems = pattern.New(`(?i)^(?:beside|next to|below|above|behind|under(?:neath)?|around|in the (?:corner|background|middle)|with|daneben|darunter|darüber|dahinter|im hintergrund|mit|al lado|junto a|debajo|encima|detrás|con|à côté|en dessous|au-dessus|derrière|avec|accanto|sotto|sopra|dietro|ao lado|abaixo|acima|atrás|com|daarnaast|eronder)\b`)

// countedIn is how many items a picture's words count: "three cards"; 0 = they do not.
func countedIn(lead string) int {
	m := countOfItems.FindStringSubmatch(lead)
	if m == nil {
		return 0
	}
	for n, words := range []string{"2 two zwei dos deux due dois duas twee", "3 three drei tres trois tre três drie", "4 four vier cuatro quatre quattro quatro", "5 five fünf cinco cinq cinque vijf", "6 six sechs seis sei zes"} {
		if slices.Contains(strings.Fields(words), strings.ToLower(m[1])) {
			return n + 2
		}
	}
	return 0
}

// countOfItems is a number and, soon behind it, the things that a list holds.
var countOfItems = pattern.New(`(?i)\b([2-6]|two|three|four|five|six|zwei|drei|vier|fünf|sechs|dos|tres|cuatro|cinco|seis|deux|trois|quatre|cinq|due|tre|quattro|cinque|sei|dois|duas|três|quatro|twee|drie|vijf|zes)\s(?:\p{L}+\s){0,2}(?:cards?|items?|columns?|points?|steps?|stages?|rules?|callouts?|pins|bullets?|tiles?|labels?|icons?|boxes|stichpunkte|punkte|spalten|schritte|karten|regeln|columnas|puntos|pasos|tarjetas|reglas|iconos|colonnes?|étapes|règles|cartes|icônes|colonne|punti|passaggi|regole|schede|colunas|pontos|passos|regras|cartões|kolommen|punten|stappen)\b`)

// eastStops are the stops of Japanese and Chinese beside those of other languages.
var eastStops = strings.NewReplacer("：", ": ", "、", ", ", "，", ", ", "；", "; ", "。", ". ")

// arrowRow are stages with arrows between them: "diagram — air → exchanger → water".
var (
	arrowRow = pattern.New(`(?:^|[:—–]\s*|\s-\s+)((?:[^→>:.;—–]|\.\d){2,40}(?:\s*(?:→|➜|->|=>|⟶|\s>\s)\s*(?:[^→>:.;—–,]|\.\d){2,40}){2,6})(?:$|[.;,—–])`)
	arrowCut = pattern.New(`\s*(?:→|➜|->|=>|⟶|\s>\s)\s*`)
)

// rowLead names a row of stages before the first of them.
var rowLead = pattern.New(`(?i)^(?:(?:simple |animated |horizontal |vertical )?(?:flow(?: ?chart| diagram)?|diagram|process|pipeline|journey|chain|steps|workflow|path|loop|funnel|sequence|ablauf|schema|diagrama|schéma|schema))(?: of| from| with)?:?\s+`)

// listWith is a kind of list and what it holds: "Timeline with 2019 sketch, 2025 launch".
var listWith = pattern.New(`(?i)^([^:,]{0,40}\b(?:timeline|roadmap|checklist|list|grid|cards|icons|steps|tiles|bullets|process|zeitstrahl|liste|karten|cronología|lista|tarjetas|frise|cartes)) (?:with|of|showing|for|mit|con|avec|com) (?:the )?([^:]*,)`)

var thousands = pattern.New(`(\d),(\d{3})\b`)

// quoteOf is whose words a quotation is, before it: `quote by Amir Haddad, Ops Lead: "…"`.
var quoteOf = pattern.New(`(?i:quote|testimonial|zitat|cita|citation|citazione)\s+(?i:by|from|of|von|de|di)\s+(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?:, ([^":“]{2,50}))?\s*[:,—–-]`)

// quoteFrom is whose words those that are said are: "Testimonial card: Gwen Parry, survivor".
var quoteFrom = pattern.New(`(?i:quote|testimonial|review)[^:"“„«]{0,16}:\s*(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?:, ([^.":“]{2,50}))?\.?$`)

// quoteBy is whose words they are, behind them; without a mark between it is a whole name.
var quoteBy = pattern.New(`["”»“」][.(]?\s*(?:(?:[—–-]+|,|by|from|von|de|di|da)\s*(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})|(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}))(?:, ([^."“)]{2,50}))?`)

var (
	sentenceCut = pattern.New(`\.\s`)
	bulletCut   = pattern.New(`(?:^|\s+)[•·✅✔☑✓]\x{FE0F}?\s*`)
	// itemBody is an item and, behind a dash, what is said of it, between commas.
	itemBody = pattern.New(`^[^,–—]{2,30}\s[–—]\s[^,]+,[^,–—]{2,30}\s[–—]\s`)
	commaCut = pattern.New(`\s*,\s+(?:(?:and|und|y|et|e)\s+)?`)
	slashCut = pattern.New(`\s+/\s+`)
	semiCut  = pattern.New(`\s*[;|]\s*(?:and\s+|und\s+|y\s+|et\s+|e\s+)?`)

	itemCut = pattern.New(`\s+[•/·]\s+|\s*[,;|、，；،؛]\s*(?:and\s+|und\s+|y\s+|et\s+|e\s+)?|\s+(?:and|und|→|->)\s+`)

	closeShot = pattern.New(`(?i)close[- ]?up|close shot|nah`)
	wideShot  = pattern.New(`(?i)waist|wide`)
)
