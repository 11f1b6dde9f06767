package script

import (
	"cmp"
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
	{scene.End, pattern.New(`(?i)\b(?:end card|outro|end screen|closing card|cta card|call[- ]to[- ]action card|carte de fin|écran de fin|tarjeta final|pantalla final|cartão final|scheda finale|eindkaart)\b|écran de fin|endkarte|schlussbild|abspann|cierre|clôture|encerramento|chiusura`)},
	{scene.Chapter, pattern.New(`(?i)\b(?:chapter card|section card|chapter break)\b`)},
	{scene.Title, pattern.New(`(?i)\b(?:title card|intro card|opening title)\b|titelkarte`)},
	{scene.Compare, pattern.New(`(?i)\b(?:split[- ]screen compar\p{L}*|deux colonnes|due colonne|dos columnas|duas colunas|zwei spalten|compar(?:e|ison|ing)|versus|vs\.?|before ?(?:and|/|&|→|-) ?after|two columns|side[- ]by[- ]side|comparación|comparativa|comparaison|comparação|confronto|vergelijking|antes y después|antes e depois|avant[ /-]+après|prima e dopo)\b|vergleich|gegenüberstellung|vorher[ /-]+nachher|مقارنة|השוואה`)},
	{scene.Process, pattern.New(`(?i)\bflow ?charts?\b`)}, // it charts no values
	{scene.Chart, pattern.New(`(?i)\b(?:bar chart|line chart|line graph|chart|graph|donut|pie)\b|diagramm|gráfico|graphique|grafico|grafiek|staafdiagram|camembert|رسم بياني|גרף|תרשים`)},
	{scene.Timeline, pattern.New(`(?i)\b(?:timeline|roadmap|zeitstrahl|zeitleiste|cronología|línea de tiempo|chronologie|frise|linha do tempo|linea del tempo|tijdlijn)\b`)},
	{scene.Process, pattern.New(`(?i)\b(?:steps?|process|flow ?chart|workflow|pipeline|journey|schritte|ablauf|pasos|étapes|passos|passaggi|stappen)\b|étapes`)},
	{scene.Number, pattern.New(`(?i)\b(?:counter|count(?:s|ing)? (?:up|down|from)|numbers?|figures? side by side|kpis?|metrics|stats?|stat row|statistics?|percentage|zahl|zähler|contador|contatore|compteur|teller|getal|cifra|chiffre|numero|número)\b|عداد|מונה`)},
	{scene.Code, pattern.New(`(?i)\b(?:code editor|terminal|code snippet|code block|lines? of code|source code|command line)\b`)},
	{scene.Table, pattern.New(`(?i)\b(?:table|spreadsheet|matrix|prices|price list|(?:opening|business) hours|\p{L}*tabelle|preisliste|öffnungszeiten|timetable|fahrplan|lista de precios|liste des prix|listino|lista de preços|horaires|horario|tabla|tableau|tabella|tabela|tabel)\b|öffnungszeiten`)},
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
	t = listNumber.ReplaceAllString(t, "") // "2. The wheel turns 120 times"
	if was, now := cutArrow(t); was != "" && len(w.Figures(was)) == 1 && len(w.Figures(now)) == 1 {
		t = now // "11 h → 2 h" comes to two hours
	}
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

// cutArrow parts a text at the only arrow in it; both are "" where it has none.
func cutArrow(t string) (was, now string) {
	if parts := arrowCut.Split(t, -1); len(parts) == 2 {
		return strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1])
	}
	return "", ""
}

// listNumber counts a text among others.
var listNumber = pattern.New(`^\s*\d{1,2}[.)]\s+`)

// visualData fills a scene of the kind that is asked for from the data in its visual direction
// and words; none = nobody presents. false = there are none for it.
func (w *writer) visualData(bt *telling.Beat, asked scene.Kind, ps brief.Scene, none bool) bool {
	draws := shownAs[asked]
	return draws != nil && draws(w, bt, asked, ps, none)
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
	if all := codeMarks.FindAllStringSubmatch(visual, 8); all != nil {
		var lines []string
		for _, m := range all { // "`a` then `b`"
			lines = append(lines, layout.Code(strings.TrimSpace(m[1])))
		}
		return strings.Join(lines, "\n")
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
var counterWord = pattern.New(`(?i)\b(?:counters?|count(?:s|ing)? (?:up|down|from)|big number|number|figure|stat|zähler|contador|compteur|contatore|teller)\b`)

// countTo is a counter and what it counts to: "compteur de 0 à 48".
var countTo = pattern.New(`(?i)(?:\b(?:counter|zähler|contador|compteur|contatore|teller)\b|عداد|מונה)\D{0,24}\d[\d.,]*\s?\S{0,3}\s(?:to|bis|auf|a|à|ad|até|naar|tot|->|→|إلى|עד)\s?([€$£]?\d[\d.,]*(?:\s?(?:%|€|\p{L}{1,12}))?)`)
