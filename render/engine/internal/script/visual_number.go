package script

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// numberShown draws a large figure, from a counter, a quotation or the words.
func (w *writer) numberShown(bt *telling.Beat, _ scene.Kind, ps brief.Scene, _ bool) bool {
	if w.statsShown(bt, ps) {
		return true
	}
	if w.arrowShown(bt, telling.QuoteIn.ReplaceAllString(ps.Visual, " ")) {
		return true
	}
	if hero := heroOf(ps); len(telling.QuotedIn(hero)) >= 3 && listIn.MatchString(telling.QuoteIn.ReplaceAllString(hero, " ")) {
		return w.itemsShown(bt, scene.Grid, ps, true) // `three cards: "8 s fold", "11 kg", "Self-charging"`
	}
	if m := countTo.FindStringSubmatch(ps.Visual); m != nil && bt.Figure == nil {
		bt.Figure = telling.FigureOf(m[1])
	}
	if m := fromTo.FindStringSubmatch(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")); m != nil && (bt.Figure == nil || bt.Figure.Text != m[2]) {
		bt.Figure, bt.Label, bt.Subtitle = telling.FigureOf(m[2]+m[3]), "", "" // `number counts up from 2 to 900`
	}
	if m := countedThings.FindStringSubmatch(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")); m != nil && bt.Figure != nil && bt.Label == "" {
		bt.Label = prose.Upper(m[1]) // "counter 0 to 350 species"
	}
	hero := layout.Undirected(heroOf(ps))
	leads := w.leadFigure(hero)
	if countTo.MatchString(ps.Visual) || fromTo.MatchString(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")) {
		leads = nil // where a counter starts is not its figure
	}
	if bt.Figure == nil && leads == nil {
		w.Shape(bt, inBrackets.ReplaceAllString(hero, " "))
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
	if m := numberNamed.FindStringSubmatch(telling.QuoteIn.ReplaceAllString(hero, " ")); m != nil && bt.Figure == nil {
		bt.Figure = &scene.Figure{Text: m[1]} // "big number 0"
	}
	if m := countTo.FindStringSubmatch(ps.Visual); m != nil && bt.Figure != nil && bt.Figure.Suffix == "" {
		if f := telling.FigureOf(m[1]); f.Text == bt.Figure.Text {
			bt.Figure.Suffix = f.Suffix
		}
	}
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
	if bt.Label == "" && bt.Subtitle == "" && len(bt.Words) > 0 && utf8.RuneCountInString(bt.Words[0]) <= 44 {
		bt.Label = w.Headline(bt.Words[0], 44)
	}
	bt.Figure.Cue = telling.CueIn(bt.Text(), bt.Figure.Text)
	return true
}

// inBrackets is a remark in brackets.
var inBrackets = pattern.New(`\([^()"“„]*\)`)

// countedThings are what a counter counts, behind its last number.
var countedThings = pattern.New(`(?i)\b(?:to|bis|a|à|auf|hasta|→|->)\s+\d[\d.,]*\s((?:\p{Ll}+ ?){1,3}?)\s*(?:$|[.,;])`)

// countsFrom is the number that a picture lets a figure count from: "counter from 40 to 72";
// 0 = none, or one with more digits than the figure has room for.
func (w *writer) countsFrom(visual string, f *scene.Figure) float64 {
	for _, m := range fromTo.FindAllStringSubmatch(visual, 4) {
		start, ok := telling.Number(m[1], w.Lang)
		m[2] = strings.TrimLeft(m[2], "€$£ ")
		if end, known := telling.Number(m[2], w.Lang); ok && known && start != end && m[2] == f.Text && len(notDigit.ReplaceAllString(m[1], "")) <= len(notDigit.ReplaceAllString(m[2], "")) {
			return start
		}
	}
	return 0
}

// arrowShown draws a figure and what it comes to: "search time 2.4 s → 0.3 s".
func (w *writer) arrowShown(bt *telling.Beat, visual string) bool {
	all := arrowPair.FindAllStringSubmatch(visual, 3)
	if len(all) != 1 || arrowRow.MatchString(visual) {
		return false
	}
	figure := func(amount, unit string) *scene.Figure {
		f := &scene.Figure{Text: strings.TrimLeft(amount, "€$£"), Suffix: strings.TrimSpace(unit)}
		f.Prefix = strings.TrimSuffix(amount, f.Text)
		return f
	}
	was, now := figure(all[0][1], cmp.Or(all[0][2], all[0][4])), figure(all[0][3], cmp.Or(all[0][4], all[0][2]))
	a, ok1 := telling.Number(was.Text, w.Lang)
	b, ok2 := telling.Number(now.Text, w.Lang)
	if !ok1 || !ok2 || a == b {
		return false
	}
	frame := w.Wording.UpFrom
	if b < a {
		frame = w.Wording.DownFrom
	}
	bt.Kind, bt.Figure, bt.Items, bt.Label = scene.Number, now, nil, w.Headline(telling.FirstWord(bt.Words), 44)
	if bt.Subtitle = prose.Upper(w.Wording.Fill(frame, telling.FigureText(was))); a == 0 {
		bt.Subtitle = "" // every counter starts there
	}
	bt.Figure.Cue = telling.CueIn(bt.Text(), now.Text)
	return true
}

// arrowPair is a figure and, behind an arrow, what it comes to.
var arrowPair = pattern.New(`([€$£]?\d[\d.,]*)\s?([%€°]|\p{L}{1,5})?\s*(?:→|➜|->|=>|⟶)\s*([€$£]?\d[\d.,]*\d|[€$£]?\d)(\s?(?:[%€°]|\p{L}{1,5}))?`)

// countedOnce takes a count off a picture that names its figure besides: "$12.4M counts up
// from 9.1 to 12.4".
func countedOnce(visual string) string {
	m := fromTo.FindStringSubmatchIndex(visual)
	if m == nil || strings.Count(visual, visual[m[4]:m[5]]) < 2 {
		return visual
	}
	return visual[:m[0]] + visual[m[1]:]
}

// fromTo is a count from one number to another.
var fromTo = pattern.New(`(?i)\b(?:from|von|de|da|desde|van)\s+[€$£]?\s?(\d[\d.,]*\d|\d)\s?(?:[%€]|\p{L}{1,2})?\s+(?:up |down )?(?:to|auf|bis|a|à|ad|al|hasta|jusqu['’]à|até|naar|tot|→|->)\s+([€$£]?\s?\d[\d.,]*\d|[€$£]?\s?\d)(\s?(?:[%€°]|(?-i:k|M|bn|kg|g|t|km|m|h|min|ms|[kKMGT]Bs?|[KMG]bps|[kMG]Wh?|dB)\b))?`)
