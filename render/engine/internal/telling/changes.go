package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

var (
	// fromBare is what stands before the old value of a change, with or without a verb:
	// "the off-peak membership from".
	fromBare = pattern.New(`(?i)^(?:.*(?:[,;:]|\band|\bwhile|\bbut)\s+)?(?:and |but )?(.+?)(?:\s+(?:goes|go|went|rises|rose|falls|fell|drops|dropped|moves|moved|increases|increased|grew|grows|climbed|changes|changed))?(?: (?:up|down))?\s+from $`)
	// nowFrom stands between a value and the one of before: "61, up from 52".
	nowFrom = pattern.New(`(?i)^(?:/\p{L}+| (?:a|per) \p{L}+| of (?:all |our |the )?\p{L}+(?: \p{L}+)?)?,? (?:which is |that['’]s )?(up|down) from (?:about |around )?$`)
)

// changes draws a sentence that tells of two changes or more: the first new value large,
// the others beside it, each with the one that it was.
func (w *Writer) changes(b *Beat, s string) bool {
	if w.Wording.Code != "en" {
		stats := w.changesAbroad(s)
		if len(stats) < 2 || len(stats) > StatsMost {
			return false
		}
		w.PutStats(b, stats)
		b.Headline, b.Changed, b.Was = w.Wording.NumbersHead, true, true
		return true
	}
	figs := w.Figures(s)
	var stats []Stat
	at := 0
	for i := 0; i+1 < len(figs); i++ {
		x, y := figs[i], figs[i+1]
		if !toRE.MatchString(strings.ToLower(s[x.To:y.From])) {
			continue // before the pattern that reads all that stands before
		}
		m := fromBare.FindStringSubmatch(s[at:x.From])
		if m == nil {
			continue
		}
		old, ok1 := Number(x.Text, w.Lang)
		now, ok2 := Number(y.Text, w.Lang)
		if !ok1 || !ok2 || old == now || x.Prefix != y.Prefix {
			continue
		}
		if y.Suffix == "" {
			y.Suffix = x.Suffix
		}
		frame := w.Wording.UpFrom
		if now < old {
			frame = w.Wording.DownFrom
		}
		name := strings.TrimSpace(w.Wording.HeadArticle.ReplaceAllString(strings.TrimSpace(m[1]), ""))
		if prose.Words(name) > 5 || name == "" {
			return false
		}
		stats = append(stats, Stat{Amount: y, Label: prose.Upper(name), Body: prose.Upper(w.Wording.Fill(frame, FigureText(&x.Figure)))})
		at = y.To
		i++
	}
	if len(stats) == 0 {
		stats = w.insteadOf(s, figs)
	}
	if len(stats) < 2 || len(stats) > StatsMost {
		return false
	}
	w.PutStats(b, stats)
	b.Headline = w.Wording.NumbersHead
	if strings.ContainsAny(stats[0].Prefix, "€$£") {
		b.Headline = "Before and after"
	}
	b.Changed = true
	return true
}

var (
	// insteadOfIt stands between a new value and the old one.
	insteadOfIt = pattern.New(`(?i)^(?:/\p{L}+| (?:a|per) \p{L}+)? (?:instead of|rather than|and not|down from|up from),? $`)
	// nowCosts is what has the new value: "Fiber 500 now costs".
	nowCosts = pattern.New(`(?i)(?:^|[,;] (?:and )?|\band )((?:the |our )?[\p{L}\d][\p{L}\d '’-]{1,32}?) (?:now |will )?(?:costs?|is|are|takes?|goes for|for)(?: now| just| only)? $`)
	// andItsNow is what has the new value, where the verb of the change before holds for it,
	// too: ", and our 1 kg bags".
	andItsNow = pattern.New(`(?i)^(?:,? and|[,;]) ((?:the |our )?[\p{L}\d][\p{L}\d '’-]{1,32}?)(?: (?:to|for|at))? $`)
)

// upToOur is what stands before the name of what one has: "from 1 March our".
var upToOur = pattern.New(`(?i)^(?:.* )?our `)

// insteadOf reads "Fiber 500 now costs $45 instead of $60 a month, Fiber 1000 costs $65
// instead of $85".
func (w *Writer) insteadOf(s string, figs []Amount) []Stat {
	var stats []Stat
	at := 0
	for i := 0; i+1 < len(figs); i++ {
		y, x := figs[i], figs[i+1]
		if !insteadOfIt.MatchString(s[y.To:x.From]) {
			continue
		}
		m := nowCosts.FindStringSubmatch(s[at:y.From])
		if m == nil && len(stats) > 0 {
			m = andItsNow.FindStringSubmatch(s[at:y.From])
		}
		if m == nil {
			return nil
		}
		name := w.Wording.HeadArticle.ReplaceAllString(upToOur.ReplaceAllString(strings.TrimSpace(m[1]), ""), "")
		stats = append(stats, Stat{Amount: y, Label: prose.Upper(name), Body: "Instead of " + FigureText(&x.Figure)})
		at = x.To
		i++
	}
	return stats
}

// changedBy reads a value and by how much it has changed: "$412,000, up 3% from last year".
func (w *Writer) changedBy(b *Beat, s string, figs []Amount) bool {
	for i := 0; i+1 < len(figs) && w.Wording.Code == "en"; i++ {
		y, x := figs[i], figs[i+1]
		if !upBy.MatchString(s[y.To:x.From]) && !(s[y.To:x.From] == ", " && againstPlan.MatchString(s[x.To:])) || x.Suffix != "%" || len(figs) > 3 {
			continue
		}
		label, _ := w.label(s, y)
		fig := y.Figure
		b.Kind, b.Figure, b.Changed = scene.Number, &fig, true
		b.Label = prose.Upper(strings.TrimSpace(labelTail.ReplaceAllString(label, "")))
		b.Subtitle = prose.Upper(Clip(strings.TrimLeft(prose.Unstop(s[y.To:]), ", "), 40))
		return true
	}
	return false
}

// againstPlan is what a share compares a value with: "$1.24M, 6% over plan".
var againstPlan = pattern.New(`(?i)^ (?:over|under|above|below|ahead of|behind|short of|better than|more than|less than) (?:the |our |its |their )?(?:plan|targets?|goal|budget|forecast|last (?:year|month|quarter)|expected|expectations)\b`)

var upBy = pattern.New(`(?i)^(?: [\p{L} ]{2,24})?, (?:which is )?(?:up|down)(?: by)? $`)

// changedTo reads a value and the one of before behind it: "NPS is 61, up from 52".
func (w *Writer) changedTo(b *Beat, s string, figs []Amount) bool {
	for i := 0; i+1 < len(figs) && w.Wording.Code == "en"; i++ {
		y, x := figs[i], figs[i+1]
		m := nowFrom.FindStringSubmatch(s[y.To:x.From])
		if m == nil || w.countFigures(s) > 2 {
			continue
		}
		label, _ := w.label(s, y)
		if head, _, ok := strings.Cut(s, ": "); ok && prose.Words(head) <= 4 && len(head) < y.From && prose.Words(label) < 3 {
			label = head // "Hotels: up to $180/night, up from $150"
		}
		fig := y.Figure
		b.Kind, b.Figure, b.Changed = scene.Number, &fig, true
		b.Label = prose.Upper(strings.TrimSpace(labelTail.ReplaceAllString(label, "")))
		b.Subtitle = prose.Upper(m[1] + " from " + FigureText(&x.Figure))
		return true
	}
	return false
}
