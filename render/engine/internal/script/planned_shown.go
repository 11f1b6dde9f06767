package script

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// allShown tells whether a picture says no more than texts in quotation marks and how they move.
func allShown(visual string) bool {
	rest := telling.QuoteIn.ReplaceAllString(visual, " ")
	for _, k := range strings.Fields(layout.Undirected(rest)) {
		if k = strings.Trim(k, ".,:;–—-()"); len(k) > 2 && !smallTalk.MatchString(k) {
			return false
		}
	}
	return true
}

// smallTalk are words of a direction that name nothing to be seen.
var smallTalk = pattern.New(`(?i)^(?:the|and|then|with|text|words?|headline|title|kinetic|big|large|bold|huge|letters?|typography|cent(?:er|re)d?|middle|screen|full[- ]?screen|appears?|shows?|reads?|saying|says|on-screen|left|right|top|bottom|slowly|fast|hard|quickly)$`)

// personShot is a picture of the presenter.
var personShot = pattern.New(`(?i)\b(?:on|to|into|towards) (?:the )?camera\b|\b(?:presenter|avatar|host|narrator|speaker|talking head|speaks|talks|addresses|smiles|waves|nods|medium shot)\b`)

// namesFile tells whether words name a file of pictures.
func namesFile(s string) bool {
	for _, f := range strings.Fields(s) {
		if folder.IsMedia(strings.Trim(f, `"'“”().,;:`)) {
			return true
		}
	}
	return false
}

// quotesShown sees to it that what a scene's picture has in quotation marks is read in
// it: the second layer's words are its headline, and so are the first ones elsewhere
// where the headline is only drawn from the voice-over.
func (w *writer) quotesShown(bt *telling.Beat, ps brief.Scene) {
	sc := &bt.Scene
	voiced := sc.Headline != "" && !telling.Quotes(ps.Visual, sc.Headline) && !slices.Contains(ps.Screen, sc.Headline)
	hero := telling.FirstWord(telling.QuotedIn(heroOf(ps)))
	small := func(q string) bool { return smallBefore.MatchString(ps.Visual[:max(0, strings.Index(ps.Visual, q))]) }
	for _, q := range telling.QuotedIn(takeTicker(&telling.Beat{}, ps.Visual)) {
		switch {
		case folder.IsMedia(q) || sc.Kind == scene.Logo:
		case q == hero && len(ps.Layers) > 0 && headed[sc.Kind] && !reads(*sc, q, false), voiced && headed[sc.Kind] && !reads(*sc, q, true) && !(small(q) && sc.Kind != scene.Statement && sc.Kind != scene.End):
			if sc.Headline != q {
				sc.Headline, voiced = q, false
				if sc.Note == q {
					sc.Note = ""
				}
			}
		case !reads(*sc, q, true) && sc.Kind == scene.Number && sc.Figure != nil && !telling.Quotes(ps.Visual, sc.Label) && prose.Words(q) <= 6 && !small(q):
			sc.Label = q // it is said of the figure, where the label is not
		case !reads(*sc, q, true):
			beside(sc, q)
		}
	}
}

// smallBefore stands before a text in quotation marks that stands beside something: an
// annotation, an axis, a source.
var smallBefore = pattern.New(`(?i)\b(?:annotations?|axis|axes|callouts?|sources?|quelle|fuente|footnote|small(?: print| text)?|sub-?label|badge)\b[^"“”„«».;]{0,24}["“„«]$`)

// headed are the kinds whose headline is read beside something else.
var headed = map[scene.Kind]bool{scene.Points: true, scene.Chart: true, scene.Compare: true, scene.Process: true, scene.Timeline: true, scene.Grid: true, scene.Device: true,
	scene.Table: true, scene.Footage: true, scene.End: true, scene.Statement: true}

// reads tells whether a scene shows a text in one of its parts, its small print too
// where that counts.
func reads(s scene.Scene, text string, small bool) bool {
	shown := append(shownIn(s), s.Name, s.Role, s.Code)
	if !small {
		s.Note, s.Overlay = "", nil
		shown = shownIn(s)
	}
	shown = append(shown, s.Ticker...)
	for _, row := range s.Rows {
		shown = append(shown, row...)
	}
	for _, c := range s.Columns {
		shown = append(shown, c.Title)
		var all []string
		for _, r := range c.Rows {
			shown = append(shown, r.Label, r.Title, r.Value, c.Title+": "+r.Value)
			all = append(all, r.Value)
		}
		shown = append(shown, c.Title+": "+strings.Join(all, ", "))
	}
	if s.Series != nil {
		shown = append(append(shown, s.Series.Unit), s.Series.Labels...)
	}
	if s.LowerThird != nil {
		shown = append(shown, s.LowerThird.Name, s.LowerThird.Role)
	}
	for _, it := range s.Items {
		shown = append(shown, strings.Join(strings.Fields(it.Value+" "+it.Label+" "+it.Title+" "+it.Body), " "), strings.TrimSpace(it.Label+" "+it.Value), strings.Join(strings.Fields(it.Label+" "+it.Value+" "+it.Body), " "))
	}
	for _, x := range shown {
		if strings.EqualFold(prose.Unstop(x), prose.Unstop(text)) || lettersIn(x) != "" && lettersIn(x) == lettersIn(text) || len(x) > len(text) && strings.Contains(x, text) {
			return true
		}
	}
	return s.Figure != nil && strings.Contains(text, s.Figure.Text) && prose.Words(text) <= 3
}

// lettersIn are the letters and digits of a text: marks differ from language to language,
// "Avant : 5" and "前：5、6".
func lettersIn(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
}

// plannedText shows a literal text in its scene, character for character.
func (w *writer) plannedText(bt *telling.Beat, t string) {
	if slices.Contains(shownIn(bt.Scene), t) {
		return
	}
	if f := bt.Figure; f != nil && strings.ReplaceAll(telling.FigureText(f), " ", "") == strings.ReplaceAll(t, " ", "") {
		return
	}
	if bt.Kind == scene.Number && bt.Figure != nil && bt.Label != "" && strings.Contains(strings.ToLower(bt.Text()), strings.ToLower(bt.Label)) && prose.Words(t) <= 8 {
		bt.Label = t // what is to be read, where the label is only heard
		return
	}
	if parts := slashCut.Split(t, -1); len(parts) > 1 && len(parts) == len(bt.Items) && parts[0] == bt.Items[0].Title {
		return // "Child care / Own room" is drawn
	}
	if parts := visualItems(t); len(parts) > 1 && len(parts) == len(bt.Items) && parts[0] == bt.Items[0].Title && parts[len(parts)-1] == bt.Items[len(parts)-1].Title {
		return // "Source > Filter > Tap" is drawn
	}
	beside(&bt.Scene, t)
}

// beside shows a text in a scene that may have others: a statement keeps its headline.
func beside(sc *scene.Scene, t string) {
	switch {
	case sc.Kind != scene.Statement || sc.Headline == "":
		place(sc, t)
	case sc.Subtitle == "":
		sc.Subtitle = t
	default:
		sc.Overlay = append(sc.Overlay, t)
	}
}

// statsShown puts the figures that a scene's picture or its texts name side by side:
// "Two big numbers: 900 g and 22 h", "stat row: 2% → 0.1% errors, 18h saved weekly".
func (w *writer) statsShown(bt *telling.Beat, ps brief.Scene) bool {
	_, tail, _ := strings.Cut(layout.Undirected(heroOf(ps)), ":")
	if first, more, ok := strings.Cut(tail, ". "); ok && !strings.ContainsAny(more, "0123456789") {
		tail = first // "…, 0 lost laptops. Numbers count up."
	}
	for _, parts := range [][]string{telling.QuotedIn(heroOf(ps)), statCut.Split(prose.Unstop(tail), -1), ps.Screen} {
		stats := make([]telling.Stat, 0, len(parts))
		for _, p := range parts {
			st, ok := w.statShown(strings.TrimSpace(p))
			if !ok {
				break
			}
			stats = append(stats, st)
		}
		alone := len(parts) == 1 && tail != "" && parts[0] == prose.Unstop(tail) // "big stat: 17x faster"
		if len(parts) < 2 && !alone || len(parts) > telling.StatsMost || len(stats) < len(parts) {
			continue
		}
		w.PutStats(bt, stats)
		if alone {
			return true
		}
		if bt.Label == "" {
			bt.Headline = w.Headline(telling.FirstWord(bt.Words), 46)
		}
		return true
	}
	return false
}

// statShown reads one of them: a figure with what it counts, alone, or with the one that
// it has come from.
func (w *writer) statShown(p string) (telling.Stat, bool) {
	fs := w.Figures(p)
	if len(fs) == 2 && arrowTo.MatchString(p[fs[0].To:fs[1].From]) {
		was := telling.FigureText(&fs[0].Figure)
		frame := w.Wording.UpFrom
		if old, ok := telling.Number(fs[0].Text, w.Lang); ok {
			if now, ok := telling.Number(fs[1].Text, w.Lang); ok && now < old {
				frame = w.Wording.DownFrom
			}
		}
		return telling.Stat{Amount: fs[1], Label: prose.Upper(strings.TrimSpace(p[fs[1].To:])), Body: w.Wording.Fill(frame, was)}, true
	}
	if m := amountAlone.FindStringSubmatch(p); m != nil && plainWord.MatchString(m[3]) {
		return telling.Stat{Amount: telling.Amount{Figure: scene.Figure{Prefix: m[1], Text: m[2]}}, Label: prose.Upper(m[3])}, true // "86 trucks"
	} else if m != nil && m[3] != "" && m[3] != "%" {
		return telling.Stat{Amount: telling.Amount{Figure: scene.Figure{Prefix: m[1], Text: m[2], Suffix: m[3]}}}, true
	}
	if m := amountUnit.FindStringSubmatch(prose.Unstop(p)); m != nil && len(fs) <= 1 && prose.Words(m[4]) <= 5 {
		return telling.Stat{Amount: telling.Amount{Figure: scene.Figure{Prefix: m[1], Text: m[2], Suffix: m[3]}}, Label: prose.Upper(m[4])}, true
	}
	if st, ok := w.StatOf(p); ok {
		return st, true
	}
	if len(fs) == 1 && prose.Words(p) <= 3 && !strings.ContainsFunc(p[:fs[0].From], unicode.IsLetter) {
		st := telling.Stat{Amount: fs[0]}
		if f := w.figureAsWritten(p); f != nil {
			st.Figure = *f
		}
		return st, true
	}
	if m := amountThen.FindStringSubmatch(prose.Unstop(p)); m != nil && len(fs) <= 1 && prose.Words(m[4]) <= 4 {
		return telling.Stat{Amount: telling.Amount{Figure: scene.Figure{Prefix: m[1], Text: m[2], Suffix: m[3]}}, Label: prose.Upper(m[4])}, true
	}
	return telling.Stat{}, false
}

// amountAlone is nothing but an amount: "0.3 mg/l", "+52 min".
var amountAlone = pattern.New(`^([€$£+~<>≈−-]?)(\d[\d.,]*)\s?(\S{0,6})$`)

// plainWord is what an amount counts, and no unit.
var plainWord = pattern.New(`^\p{Ll}{4,}$`)

// amountThen is an amount and what it counts: "18h saved weekly".
var amountThen = pattern.New(`^([€$£+~<>-]?)(\d[\d.,]*)(\S{0,5})\s+(\p{L}.{1,40})$`)

// amountUnit has its unit apart: "12 h saved a week".
var amountUnit = pattern.New(`^([€$£+~<>-]?)(\d[\d.,]*)\s(h|hrs?|min|mins|s|ms|km|m|cm|mm|kg|g|mg|t|l|ml|kWh|MWh|GB|MB|TB|m²|ha|°C)\s+(\p{L}.{1,40})$`)

var statCut = pattern.New(`\s*[,;|]\s+(?:and\s+|und\s+|y\s+|et\s+|e\s+)?|\s+(?:[•/·|]|and|und|y|et|e)\s+`)

// screenHeads makes the headline of what a scene's texts on screen say first, where its
// headline is only drawn from the voice-over and something else fills the picture.
func (w *writer) screenHeads(bt *telling.Beat, ps brief.Scene) {
	sc := &bt.Scene
	if len(ps.Screen) == 0 || !headed[sc.Kind] || sc.Kind == scene.Statement || sc.Kind == scene.End || sc.Kind == scene.Footage {
		return
	}
	t := ps.Screen[0]
	if telling.Quotes(ps.Visual, sc.Headline) || slices.Contains(ps.Screen, sc.Headline) || prose.Words(t) > 8 || !strings.ContainsFunc(t, unicode.IsLetter) || prose.URL(t) != "" || prose.Mail(t) != "" || reads(headless(*sc), t, true) {
		return
	}
	if items := visualItems(t); len(items) > 1 && len(items) == len(sc.Items) || len(sc.Items) > 1 && len(slashCut.Split(t, -1)) == len(sc.Items) {
		return // it names the items
	}
	sc.Headline = t
}

// headless is a scene without its headline.
func headless(s scene.Scene) scene.Scene {
	s.Headline = ""
	return s
}

// smallPrint puts the small print of a scene, and what stands on every one, at its foot.
func (w *writer) smallPrint(bt *telling.Beat, ps brief.Scene) {
	small := slices.Clone(ps.Small)
	for _, l := range w.Brief.Always {
		small = append(small, l.Text)
	}
	for _, t := range small {
		switch {
		case reads(bt.Scene, t, true):
		case bt.Note == "":
			bt.Note = t
		default:
			bt.Note += " · " + t
		}
	}
}
