package script

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// planned takes a prompt's own scenes: their words stay, their kinds follow what
// they ask to show.
func (w *writer) planned() {
	total := 0.0
	for _, ps := range w.b.Scenes {
		total += ps.Seconds
	}
	for i, ps := range w.b.Scenes {
		bt := &beat{line: ps.Line}
		bt.Say = ""
		bt.words = prompt.SplitSentences(ps.Say)
		bt.Verbatim = true
		if ps.Language != "" && !strings.HasPrefix(w.lang, ps.Language) && prompt.Words(ps.Say) >= 4 {
			bt.Language = ps.Language
		}
		bt.Seconds = ps.Seconds
		if total > 0 && total > w.secs*1.02 {
			bt.Seconds = float64(int(ps.Seconds*w.secs/total*10)) / 10
		}
		w.plannedKind(bt, ps, i)
		for _, m := range ps.Moves {
			bt.Moves = append(bt.Moves, scene.Move{Verb: m.Verb, Target: m.Target, From: m.From, Angle: m.Angle, Stagger: m.Stagger, Size: m.Size})
		}
		if i > 0 {
			bt.Transition.Kind = w.b.Scenes[i-1].Transition
		}
		if ps.LowerThird != "" {
			name, role := splitName(ps.LowerThird)
			bt.LowerThird = &scene.LowerThird{Name: name, Role: role}
		}
		for _, t := range ps.Screen {
			w.plannedText(bt, t)
		}
		w.beats = append(w.beats, bt)
	}
	if total > w.secs*1.02 {
		w.note(0, fmt.Sprintf("the scenes add up to %g s, the video lasts %g s: each scene is shortened in proportion", total, w.secs))
	}
	// What stands outside the scenes is not spoken.
	for _, pt := range w.b.Points {
		if pt.Text != "" {
			w.note(pt.Line, fmt.Sprintf("outside the scenes, so not spoken: %q", clip(pt.Text, 80)))
		}
	}
}

var nameCut = pattern.New(`\s*[,|–—]\s*|\s+-\s+|\s*/\s*`)

func splitName(s string) (string, string) {
	if at := nameCut.FindStringIndex(s); at != nil {
		return strings.TrimSpace(s[:at[0]]), strings.TrimSpace(s[at[1]:])
	}
	return s, ""
}

var visualKinds = []struct {
	kind scene.Kind
	re   *pattern.Pattern
}{
	{scene.Compare, pattern.New(`(?i)\b(?:split[- ]screen compar|compar(?:e|ison|ing)|versus|vs\.?|before (?:and|/) after|two columns|side[- ]by[- ]side)\b`)},
	{scene.Chart, pattern.New(`(?i)\b(?:bar chart|line chart|line graph|chart|graph|donut|pie)\b|diagramm|gráfico|graphique|grafico`)},
	{scene.Timeline, pattern.New(`(?i)\b(?:timeline|roadmap|zeitstrahl|cronología|chronologie|linha do tempo)\b`)},
	{scene.Process, pattern.New(`(?i)\b(?:steps?|process|flow ?chart|workflow|pipeline|journey|schritte|pasos|étapes|passos|passaggi)\b`)},
	{scene.Number, pattern.New(`(?i)\b(?:counter|counts? up|big number|giant number|huge number|number|stat(?:istic)?|percentage|zahl|zähler|contador|compteur|cifra|chiffre|numero)\b`)},
	{scene.Code, pattern.New(`(?i)\b(?:code editor|terminal|code snippet|source code|command line)\b`)},
	{scene.Table, pattern.New(`(?i)\b(?:table|spreadsheet|matrix)\b`)},
	{scene.Quote, pattern.New(`(?i)\b(?:quote|testimonial|zitat|cita|citation|citação|citazione)\b`)},
	{scene.Device, pattern.New(`(?i)\b(?:screenshot|dashboard|app screen|ui |interface|laptop|phone (?:screen|mockup)|mockup|product shot)\b`)},
	{scene.Location, pattern.New(`(?i)\b(?:map|location card|skyline|standort|mapa|carte)\b`)},
	{scene.Grid, pattern.New(`(?i)\b(?:cards?|icons?|grid|tiles?|checklist|list|bullets?|karten|tarjetas|iconos|cartes|icônes|cartões|schede)\b`)},
	{scene.End, pattern.New(`(?i)\b(?:end card|outro|end screen|logo|cta|call[- ]to[- ]action|closing card|qr)\b|abspann|cierre|clôture|encerramento|chiusura`)},
	{scene.Title, pattern.New(`(?i)\b(?:title card|intro card|opening title|title|intro)\b|titelkarte|titel|título|titre|titolo`)},
	{scene.Chapter, pattern.New(`(?i)\b(?:chapter card|section card|chapter)\b`)},
	{scene.Statement, pattern.New(`(?i)\b(?:kinetic|typography|text|words?|headline|statement)\b`)},
}

// plannedKind chooses the kind of a scene that the prompt describes.
func (w *writer) plannedKind(bt *beat, ps prompt.Scene, i int) {
	n := len(w.b.Scenes)
	none := w.noPresenter() || ps.NoAvatar
	say := strings.Join(bt.words, " ")
	visual := ps.Header + ". " + ps.Visual
	if len(bt.words) > 0 {
		w.shape(bt, say)
	}
	shaped := bt.Kind
	asked := scene.Kind("")
	for _, v := range visualKinds {
		if v.re.MatchString(visual) {
			asked = v.kind
			break
		}
	}
	switch {
	case ps.Type == "a-roll" && !none && (asked == "" || asked == scene.Statement || asked == scene.Title && i > 0 || asked == scene.End && i < n-1):
		w.presenterPlanned(bt, ps)
		return
	case i == n-1 && (asked == scene.End || asked == "" && (prompt.URL(say) != "" || w.w.acts.MatchString(say)) && ps.Type != "a-roll"):
		w.endPlanned(bt, say)
		return
	case i == 0 && (asked == scene.Title || asked == "" && none || asked == scene.Statement && none || asked == scene.End):
		w.titlePlanned(bt, ps)
		return
	}
	if !w.visualData(bt, asked, ps, none) {
		switch {
		case shaped == scene.Number && (asked == scene.Number || asked == "" || none):
			bt.Kind = scene.Number
		case !none && (ps.Type == "a-roll" || ps.Type == "" && asked == ""):
			w.presenterPlanned(bt, ps)
		case !none && ps.Type == "overlay":
			w.overlayPlanned(bt, ps)
		default:
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			w.statementPlanned(bt, ps)
			if asked != "" && asked != scene.Statement {
				w.note(ps.Line, fmt.Sprintf("scene %d asks for %s, but gives no data for it: a statement is drawn", ps.Number, describe(asked, ps.Visual)))
			} else if ps.Visual != "" && asked == "" {
				w.note(ps.Line, fmt.Sprintf("scene %d's picture %q is replaced by motion graphics", ps.Number, clip(ps.Visual, 80)))
			}
		}
	}
	if !none && ps.Side != "" && bt.Kind != scene.Presenter {
		bt.Presenter = ps.Side
	}
}

func describe(k scene.Kind, visual string) string { return string(k) + " (" + clip(visual, 60) + ")" }

// visualData fills a scene from the data in its visual direction and words.
func (w *writer) visualData(bt *beat, asked scene.Kind, ps prompt.Scene, none bool) bool {
	items := visualItems(ps.Visual)
	switch asked {
	case scene.Number:
		if bt.Figure == nil {
			w.shape(bt, ps.Visual)
		}
		for _, t := range append(quotedIn(ps.Visual), ps.Screen...) {
			if fs := w.figures(t); len(fs) > 0 {
				f := fs[0].Figure
				if bt.Figure == nil || bt.Figure.Text != f.Text {
					bt.Label, bt.Subtitle = "", ""
				}
				bt.Figure = &f
				break
			}
		}
		if bt.Figure == nil {
			return false
		}
		bt.Kind = scene.Number
		if qs := quotedIn(ps.Visual); len(qs) > 0 {
			for _, q := range qs {
				if !strings.Contains(q, bt.Figure.Text) {
					bt.Label = q
				}
			}
		}
		bt.Figure.Cue = cueIn(bt.text(), bt.Figure.Text)
		return true
	case scene.Chart:
		if s := seriesIn(ps.Visual+" "+strings.Join(ps.Screen, " "), w.lang); s != nil {
			bt.Kind, bt.Series = scene.Chart, s
			unit := s.Unit
			bt.Headline = w.headline(firstOf(firstWord(bt.words), ps.Header), 46)
			bt.Figure, bt.Label, bt.Subtitle = nil, "", prompt.Upper(unit)
			return true
		}
	case scene.Compare:
		if a, b, ok := sides(ps.Visual, bt.text()); ok {
			bt.Kind = scene.Compare
			bt.Columns = []scene.Column{{Title: a}, {Title: b}}
			bt.Headline = w.headline(firstOf(firstWord(bt.words), a+" or "+b), 46)
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			return true
		}
	case scene.Process, scene.Grid, scene.Timeline:
		if len(items) < 2 {
			items = sayItems(bt.text(), w)
		}
		if len(items) >= 2 {
			bt.Kind = asked
			if asked == scene.Grid && (ps.Type == "overlay" || ps.Side != "") && !none {
				bt.Kind = scene.Points
			}
			for _, t := range items[:min(6, len(items))] {
				bt.Items = append(bt.Items, scene.Item{Title: clip(prompt.Upper(w.w.noun(t)), 34), Icon: icon(t)})
			}
			bt.Headline = w.headline(firstOf(firstWord(bt.words), ps.Header), 46)
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			cues(bt)
			return true
		}
	case scene.Quote:
		if qs := quotedIn(ps.Visual); len(qs) > 0 {
			bt.Kind, bt.Headline = scene.Quote, qs[0]
			return true
		}
		if len(bt.words) > 0 {
			bt.Kind, bt.Headline = scene.Quote, prompt.Unstop(clip(bt.text(), 120))
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			return true
		}
	case scene.Chapter:
		bt.Kind = scene.Chapter
		bt.Headline = clip(firstOf(firstWord(quotedIn(ps.Visual)), w.headline(firstWord(bt.words), 40)), 40)
		bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
		return true
	case scene.Location:
		if qs := quotedIn(ps.Visual); len(qs) > 0 {
			bt.Kind, bt.Headline = scene.Location, qs[0]
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			return true
		}
	case scene.Title:
		if w.b.Level == prompt.Scenes && len(quotedIn(ps.Visual)) > 0 {
			w.titlePlanned(bt, ps)
			return true
		}
	case scene.End:
		w.endPlanned(bt, bt.text())
		return true
	}
	return false
}

func firstWord(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

var quoteIn = pattern.New(`["“«„]([^"”»“]{1,160})["”»“]`)

func quotedIn(s string) []string {
	var out []string
	for _, m := range quoteIn.FindAllStringSubmatch(s, -1) {
		out = append(out, strings.TrimSpace(m[1]))
	}
	return out
}

// visualItems reads "three cards: A, B, C" or several quotations.
func visualItems(v string) []string {
	if qs := quotedIn(v); len(qs) >= 2 {
		return qs
	}
	for _, part := range partCut.Split(v, -1) {
		if _, tail, ok := strings.Cut(part, ":"); ok {
			tail = motionTail.ReplaceAllString(prompt.Unstop(tail), "")
			var out []string
			for _, x := range itemCut.Split(tail, -1) {
				if x = strings.TrimSpace(x); x != "" {
					out = append(out, x)
				}
			}
			if len(out) >= 2 && utf8.RuneCountInString(out[0]) <= 40 {
				return out
			}
		}
	}
	return nil
}

// sayItems reads the list in a spoken sentence.
func sayItems(s string, w *writer) []string {
	for _, sent := range prompt.SplitSentences(s) {
		t := prompt.Unstop(sent)
		if _, tail, ok := strings.Cut(t, ": "); ok {
			t = tail
		}
		parts := strings.Split(t, ", ")
		if len(parts) < 3 && !(len(parts) == 2 && strings.Contains(parts[1], w.w.and)) {
			continue
		}
		last := parts[len(parts)-1]
		last = strings.TrimPrefix(last, strings.TrimSpace(w.w.and)+" ")
		if a, b, ok := strings.Cut(last, w.w.and); ok && len(parts) == 2 {
			parts = append(parts[:1], a, b)
		} else {
			parts[len(parts)-1] = last
		}
		ok := true
		for _, p := range parts {
			ok = ok && prompt.Words(p) <= 7
		}
		if ok {
			return parts
		}
	}
	return nil
}

var (
	pairRE = pattern.New(`([\p{L}\d][\p{L}\d'’.-]*(?: [\p{L}\d'’.-]+){0,2})\s*[:=(]\s*([€$£]?\d[\d.,]*)\s*(%|[kKMB]\b|[€$£])?`)
	unitRE = pattern.New(`(?i)\bunits?:\s*([^.;\n]{1,40})`)
)

// seriesIn reads "2021: 12, 2022: 18, 2023: 31".
func seriesIn(s, lang string) *scene.Series {
	out := &scene.Series{Type: "bar"}
	years := true
	for at := 0; ; {
		m := pairRE.FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		get := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return s[at+m[2*i] : at+m[2*i+1]]
		}
		label, value, unit := strings.TrimSpace(get(1)), strings.TrimRight(get(2), ".,"), get(3)
		end := at + m[1]
		if strings.HasPrefix(strings.TrimSpace(s[end:]), ":") {
			at += m[4] // the value is the next pair's label: "left: 2021: 12"
			continue
		}
		at = end
		f, ok := number(strings.TrimLeft(value, "€$£"), lang)
		if !ok {
			continue
		}
		out.Labels, out.Values = append(out.Labels, label), append(out.Values, f)
		out.Unit = firstOf(out.Unit, unit, strings.TrimRight(value, "0123456789.,"))
		years = years && yearLabel.MatchString(label)
	}
	if m := unitRE.FindStringSubmatch(s); m != nil {
		out.Unit = strings.TrimSpace(m[1])
	}
	if len(out.Values) < 3 {
		return nil
	}
	out.Focus = maxAt(out.Values)
	if years || lineWord.MatchString(s) {
		out.Type, out.Focus = "line", len(out.Values)-1
	}
	if donutWord.MatchString(s) && len(out.Values) <= 3 {
		out.Type = "donut"
	}
	return out
}

var vsRE = pattern.New(`(?i)["“]?([\p{L}\d][\p{L}\d '’-]{1,28}?)["”]?\s+(?:vs\.?|versus|against|compared (?:to|with)|gegen|contra|contre|contro)\s+["“]?([\p{L}\d][\p{L}\d '’-]{1,28}?)["”]?(?:[.,;:)]|$)`)

// sides finds the two sides of a comparison.
func sides(visual, say string) (string, string, bool) {
	for _, s := range []string{visual, say} {
		if qs := quotedIn(s); len(qs) == 2 {
			return qs[0], qs[1], true
		}
		if m := vsRE.FindStringSubmatch(s); m != nil {
			a := strings.TrimSpace(m[1])
			if i := strings.LastIndex(strings.ToLower(a), " compar"); i >= 0 {
				a = a[i+1:]
			}
			return prompt.Upper(a), prompt.Upper(strings.TrimSpace(m[2])), true
		}
	}
	return "", "", false
}

func cueIn(say, text string) string {
	if strings.Contains(say, text) {
		return text
	}
	return ""
}

func (w *writer) presenterPlanned(bt *beat, ps prompt.Scene) {
	bt.Kind = scene.Presenter
	bt.Figure, bt.Label, bt.Subtitle, bt.Items = nil, "", "", nil
	if ps.Side != "" {
		bt.Presenter = ps.Side
	}
	if len(ps.Screen) == 0 {
		bt.Overlay = quotedIn(ps.Visual)
	}
	if closeShot.MatchString(ps.Visual) {
		bt.Framing = "close"
	} else if wideShot.MatchString(ps.Visual) {
		bt.Framing = "waist"
	}
}

// overlayPlanned is presenter beside content: the words' own list, else their finding.
func (w *writer) overlayPlanned(bt *beat, ps prompt.Scene) {
	items := quotedIn(ps.Visual)
	if len(items) == 0 {
		items = visualItems(ps.Visual)
	}
	if len(items) == 0 {
		items = sayItems(bt.text(), w)
	}
	if len(items) == 0 && len(ps.Screen) == 0 {
		w.presenterPlanned(bt, ps)
		if bt.Overlay == nil && len(bt.words) > 0 {
			bt.Overlay = []string{w.headline(bt.words[0], 34)}
		}
		return
	}
	bt.Kind = scene.Points
	bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
	for _, t := range items[:min(6, len(items))] {
		bt.Items = append(bt.Items, scene.Item{Title: clip(prompt.Upper(t), 40), Icon: icon(t)})
	}
	if len(items) == 0 {
		for _, t := range ps.Screen {
			bt.Items = append(bt.Items, scene.Item{Title: t, Icon: icon(t)})
		}
	}
	bt.Headline = w.headline(firstOf(firstWord(bt.words), ps.Header), 46)
	cues(bt)
}

func (w *writer) statementPlanned(bt *beat, ps prompt.Scene) {
	bt.Kind = scene.Statement
	bt.Figure, bt.Items = nil, nil
	qs := quotedIn(ps.Visual)
	switch {
	case len(ps.Screen) > 0:
		bt.Headline = ps.Screen[0]
	case len(qs) > 0:
		bt.Headline = qs[0]
		if len(qs) > 1 {
			bt.Subtitle = qs[1]
		}
	case len(bt.words) > 0:
		bt.Headline = w.headline(bt.words[0], 46)
	default:
		bt.Headline = w.headline(firstOf(ps.Header, ps.Visual), 46)
	}
}

func (w *writer) titlePlanned(bt *beat, ps prompt.Scene) {
	qs := quotedIn(ps.Visual)
	bt.Kind = scene.Title
	bt.Figure, bt.Label, bt.Items, bt.Subtitle = nil, "", nil, ""
	switch {
	case len(ps.Screen) > 0:
		bt.Headline = ps.Screen[0]
		if len(ps.Screen) > 1 {
			bt.Subtitle = ps.Screen[1]
		}
	case len(qs) > 0:
		bt.Headline = qs[0]
		if len(qs) > 1 {
			bt.Subtitle = qs[1]
		}
	case w.b.Title != "" && utf8.RuneCountInString(w.b.Title) <= 40:
		bt.Headline = w.b.Title
	case w.b.Subject != "" && utf8.RuneCountInString(w.b.Subject) <= 36:
		bt.Headline = prompt.Upper(w.b.Subject)
	default:
		bt.Headline = w.headline(firstWord(bt.words), 40)
	}
}

func (w *writer) endPlanned(bt *beat, say string) {
	if len(bt.words) == 0 {
		bt.Kind = scene.End
		bt.Headline = firstOf(w.brandName(), w.b.Title, w.b.Subject)
		bt.URL = w.b.URL
		return
	}
	role := bt.role
	w.end(bt)
	bt.role = role
}

// plannedText shows a literal text in its scene, character for character.
func (w *writer) plannedText(bt *beat, t string) {
	for _, x := range append([]string{bt.Headline, bt.Subtitle, bt.Label, bt.Note, bt.URL, bt.Action}, bt.Overlay...) {
		if x == t {
			return
		}
	}
	for _, it := range bt.Items {
		if it.Title == t {
			return
		}
	}
	place(&bt.Scene, t)
}

var (
	partCut    = pattern.New(`\.\s|;`)
	motionTail = pattern.New(`(?i)\s*(?:,?\s*(?:CASCADE|SLIDE|DROP|FADE|POP|appear|staggered|each|from (?:the )?(?:left|right|top|bottom)).*)$`)
	itemCut    = pattern.New(`\s*[,;|]\s*(?:and\s+|und\s+|y\s+|et\s+|e\s+)?|\s+(?:and|und|→|->)\s+`)
	yearLabel  = pattern.New(`^(?:19|20)\d\d$|^[QT][1-4]`)
	lineWord   = pattern.New(`(?i)\bline\b`)
	donutWord  = pattern.New(`(?i)\b(?:donut|pie)\b`)
	closeShot  = pattern.New(`(?i)close[- ]?up|close shot|nah`)
	wideShot   = pattern.New(`(?i)waist|wide`)
)
