package script

import (
	"cmp"
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// leadKind is the kind of picture that the words before a colon name, "Table: Height |
// Ladder; …": what stands behind it is only what it holds. "" = they name none.
func leadKind(visual string) scene.Kind {
	lead, _, ok := strings.Cut(visual, ":")
	lead = inTurn.ReplaceAllString(lead, "")
	if !ok || prose.Words(lead) > 4 || strings.ContainsAny(lead, `"“„«.`) {
		return ""
	}
	if strings.EqualFold(strings.TrimSpace(lead), "flow") {
		return scene.Process
	}
	for _, v := range visualKinds {
		switch {
		case !v.re.MatchString(lead):
		case v.kind == scene.Statement || v.kind == scene.Number || v.kind == scene.Title || v.kind == scene.End:
			return ""
		default:
			return v.kind
		}
	}
	return ""
}

// inTurn is how the parts of a picture come on, between its kind and what it holds.
var inTurn = pattern.New(`(?i),?\s+(?:that )?(?:appear(?:s|ing)?|come(?:s)? (?:on|in|up)|build(?:s|ing)?(?: up)?|shown)(?: (?:one (?:by one|at a time|after (?:another|the other))|in turn|step by step))?\s*$`)

// route are the stations that a way on a map goes by, in order: "the route from Gate 4 via
// Sluice to Pump House"; nil without two of them.
func route(visual string) []string {
	m := routeRE.FindStringSubmatch(telling.QuoteIn.ReplaceAllStringFunc(layout.Undirected(visual), func(q string) string { return strings.Join(telling.QuotedIn(q), "") }))
	if m == nil {
		return nil
	}
	out := []string{m[1]}
	if m[2] != "" {
		out = append(out, m[2])
	}
	return append(out, m[3])
}

// phaseApart parts a stage of a timeline from its number: "Week 1 – survey".
func phaseApart(s string) (label, event string, ok bool) {
	m := phased.FindStringSubmatch(s)
	if m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

// yearApart parts an event of a timeline from a year long ago: "1740 first stall".
func yearApart(s string) (label, event string, ok bool) {
	m := longAgo.FindStringSubmatch(s)
	if m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

var longAgo = pattern.New(`^(1\d{3}|20\d\d)[:,]?\s+(?:[–—-]\s+)?(\p{L}.*)$`)

// dayApart parts an event of a timeline from the short label before its colon: "Mon: Laptop".
func dayApart(s string) (label, event string, ok bool) {
	label, event, ok = strings.Cut(s, ": ")
	return label, event, ok && prose.Words(label) <= 2
}

var phased = pattern.New(`(?i)^((?:week|day|month|year|phase|stage|step|hour|minute|woche|tag|monat|jahr|stunde|semana|día|mes|fase|semaine|jour|mois|étape|settimana|giorno|mese|dia|mês)s? \d{1,3}(?:\s?[–-]\s?\d{1,3})?)\s*(?:[:–—-]|\s)\s*(\S.*)$`)

const placeName = `(\p{Lu}[\p{L}'’-]*(?: (?:(?:de|del|da|do|la|of|am|an der) )?(?:\p{Lu}|\d)[\p{L}\d'’-]*){0,3})`

var routeRE = pattern.New(`(?i:\b(?:route|path|way|line|journey|trip|road|arrow|strecke|weg|linie|fahrt|ruta|recorrido|camino|itinéraire|trajet|ligne|percorso|tragitto|rota|percurso|trajeto)\b[^.;:]{0,30}?\b(?:from|von|vom|desde|de|depuis|da|dal)) ` + placeName +
	`(?:,? (?i:via|through|over|past|über|por|pasando por|par|en passant par|passando por|attraverso|to|nach|a|à|até) ` + placeName + `)?,? (?i:to|nach|bis|zum?|zur|a|hasta|à|jusqu['’]à|até) ` + placeName)

// routeShown draws the stations of a way side by side, where a map is asked for.
func (w *writer) routeShown(bt *telling.Beat, ps brief.Scene) bool {
	stations := route(ps.Visual)
	if len(stations) < 2 {
		return false
	}
	bt.Kind, bt.Items = scene.Process, nil
	for _, s := range stations {
		bt.Items = append(bt.Items, scene.Item{Title: s, Icon: "pin"})
	}
	bt.Headline = w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header)), 46)
	bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
	telling.Cues(bt)
	w.Note(ps.Line, fmt.Sprintf("scene %d: no maps are drawn: the stations of its route stand in a row", ps.Number))
	return true
}

// figureSeen draws the figure that a picture without other data holds: "41 in red", "€129
// crossed out, €99 in big". Of two the one that holds now is large, and of two shares the
// first.
func (w *writer) figureSeen(bt *telling.Beat, ps brief.Scene) bool {
	seen := telling.QuoteIn.ReplaceAllString(layout.Undirected(heroOf(ps)), " ")
	fs := w.Figures(seen)
	if len(fs) == 0 || len(fs) > 2 {
		return false
	}
	f := fs[0]
	amount := f.Prefix != "" || strings.HasPrefix(f.Suffix, "%")
	if !amount && !figureLeads.MatchString(seen[:f.From]) || noAmount.MatchString(seen[f.To:]) || noAmount.MatchString(f.Suffix) {
		return false
	}
	was := ""
	if len(fs) == 2 {
		a, ok1 := telling.Number(fs[0].Text, w.Lang)
		b, ok2 := telling.Number(fs[1].Text, w.Lang)
		switch {
		case !ok1 || !ok2:
			return false
		case crossedOut.MatchString(seen[fs[1].To:]) && formerly.MatchString(seen[fs[0].To:fs[1].From]): // "price 29, old price 39 crossed out"
			was = prose.Upper(w.Wording.Fill(map[bool]string{true: w.Wording.UpFrom, false: w.Wording.DownFrom}[a > b], telling.FigureText(&fs[1].Figure)))
		case crossedOut.MatchString(seen[fs[0].To:fs[1].From]):
			was, f = telling.FigureText(&fs[0].Figure), fs[1]
			if b > a {
				was = prose.Upper(w.Wording.Fill(w.Wording.UpFrom, was))
			} else {
				was = prose.Upper(w.Wording.Fill(w.Wording.DownFrom, was))
			}
		case fs[0].Suffix == "%" && fs[1].Suffix == "%" && a+b == 100:
		default:
			return false
		}
	}
	fig := f.Figure
	label := telling.FirstWord(telling.QuotedIn(heroOf(ps)))
	bt.Kind, bt.Figure, bt.Items, bt.Label, bt.Subtitle = scene.Number, &fig, nil, label, was
	if len(bt.Words) > 0 && label == "" {
		bt.Label = w.Headline(telling.FirstWord(bt.Words), 44)
	}
	bt.Figure.Cue = telling.CueIn(bt.Text(), bt.Figure.Text)
	return true
}

var (
	// figureLeads stands before a figure that is the picture.
	figureLeads = pattern.New(`(?i)^(?:[\p{L} -]{0,24}:)?\s*(?:(?:an?|the|big|large|huge|giant|bold|number|figure|price(?: tag)?|die|eine?|große?|zahl|un|el|número|le|grand|chiffre|numero|full[- ]?screen|graphic)[\s.:]+)*$`)
	// formerly tells that the value behind it holds no longer.
	formerly = pattern.New(`(?i)\b(?:old|was|former(?:ly)?|previous(?:ly)?|before|statt|alt|vorher|antes|antiguo|ancien|avant|prima|vecchio)\b`)
	// noAmount follows a number that measures nothing a viewer reads.
	noAmount   = pattern.New(`(?i)^\s*(?:°|deg|px|pt\b|:\d|(?:people|persons?|men|women|hands|kids|children|photos?|shots?|clips?|cars|phones?|screens?|images?)\b)`)
	crossedOut = pattern.New(`(?i)\b(?:crossed[- ]out|struck(?: through| out)?|strikethrough|gets crossed|is crossed|instead|becomes|turns into|drops to|falls to|rises to|grows to|durchgestrichen|wird zu|tachad[oa]|se convierte en|pasa a|barré[e]?|devient|passe à|barrat[oa]|diventa|riscad[oa]|vira|to)\b|→|->`)
)

// stateTitles are the two states that words name, as titles of columns: "before/after".
func stateTitles(s string) (string, string) {
	if m := statePair.FindStringSubmatch(s); m != nil {
		return prose.Upper(strings.ToLower(m[1])), prose.Upper(strings.ToLower(m[2]))
	}
	return "", ""
}

var statePair = pattern.New(`(?i)\b(before|then|old|yesterday|without|today|vorher|früher|alt|ohne|antes|sin|ayer|avant|sans|hier|prima|senza|ieri|sem|ontem|voor)\s*(?:/|&|and|vs\.?|versus|→|->|–|-|und|y|et|e|en|gegen)\s*(after|now|new|today|with|tomorrow|nachher|heute|neu|mit|después|ahora|hoy|con|après|maintenant|aujourd['’]hui|avec|dopo|ora|oggi|depois|agora|hoje|com|na)\b`)
