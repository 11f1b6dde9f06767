package script

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// presenterPlanned is whoever presents, alone or with a short text beside.
func (w *writer) presenterPlanned(bt *telling.Beat, ps brief.Scene) {
	bt.Kind = scene.Presenter
	bt.Figure, bt.Label, bt.Subtitle, bt.Items = nil, "", "", nil
	bt.Presenter = ps.Side
	if len(ps.Screen) == 0 {
		bt.Overlay = telling.QuotedIn(ps.Visual)
	}
	if bt.Framing == "" && closeShot.MatchString(ps.Header+". "+ps.Visual) {
		bt.Framing = "close"
	} else if bt.Framing == "" && wideShot.MatchString(ps.Header+". "+ps.Visual) {
		bt.Framing = "waist"
	}
}

// overlayPlanned is presenter beside content: the words' own list, else their finding.
func (w *writer) overlayPlanned(bt *telling.Beat, ps brief.Scene) {
	items := telling.QuotedIn(ps.Visual)
	for _, l := range ps.Layers {
		if third := visualItems(l.Text); l.N == 3 && len(third) > 1 {
			items = third // beside the hero of the second layer, which is no item
		}
	}
	if len(items) == 0 {
		items = visualItems(ps.Visual)
	}
	head := ""
	if len(items) == 0 && len(ps.Screen) > 1 {
		items = ps.Screen // its texts are the list
		if ps.Headed && len(items) > 2 {
			head, items = items[0], items[1:]
		}
	}
	if n := countedIn(ps.Visual); len(items) == 0 && n > 2 && n == len(bt.Words) && !slices.ContainsFunc(bt.Words, func(s string) bool { return prose.Words(s) > 6 }) {
		for _, s := range bt.Words { // "five steps": the words are those steps
			items = append(items, prose.Unstop(s))
		}
	}
	if len(items) == 0 {
		items = telling.SayItems(bt.Text(), &w.Writer)
	}
	if qs := telling.QuotedIn(ps.Visual); len(qs) == 1 && len(items) == 1 && len(ps.Screen) == 0 {
		w.presenterPlanned(bt, ps) // one text is no list
		if bt.Presenter == "" {
			bt.Presenter = "left"
		}
		return
	}
	if len(items) == 0 && len(ps.Screen) == 0 {
		w.presenterPlanned(bt, ps)
		if bt.Overlay == nil && len(bt.Words) > 0 {
			bt.Overlay = []string{w.Headline(bt.Words[0], 34)}
		}
		return
	}
	if qs := telling.QuotedIn(ps.Visual); len(qs) == 1 && head == "" {
		if rest := visualItems(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")); len(rest) > 1 {
			head, items = qs[0], rest // `"3 clicks", below a list: open, pick, export`
		}
	}
	bt.Kind = scene.Points
	bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
	for _, t := range items[:min(6, len(items))] {
		t = bareArticle.ReplaceAllString(t, "$1")
		bt.Items = append(bt.Items, scene.Item{Title: telling.Clip(prose.Upper(t), 40), Icon: iconNamed(t)})
	}
	ticked(bt, ps)
	if len(items) == 0 {
		for _, t := range ps.Screen {
			bt.Items = append(bt.Items, scene.Item{Title: t, Icon: telling.Icon(t)})
		}
	}
	bt.Headline = cmp.Or(head, w.overItems(bt), w.Headline(cmp.Or(telling.FirstWord(bt.Words), ps.Written(ps.Header)), 46))
	if events := telling.EventsOf(items); events != nil {
		for i := range events { // beside a presenter the dates stand under the events
			events[i].Label, events[i].Body = "", events[i].Label
		}
		bt.Items, bt.Headline = events[:min(6, len(events))], w.Wording.TimeHead
	}
	telling.Cues(bt)
}

// overItems is what stands over items that the first sentence lists: its words before or
// behind the colon, whichever lists none of them; "" = it has no such part.
func (w *writer) overItems(bt *telling.Beat) string {
	before, after, ok := strings.Cut(telling.FirstWord(bt.Words), ": ")
	if !ok || len(bt.Items) < 2 {
		return ""
	}
	for _, part := range []string{before, after} {
		if prose.Words(part) <= 8 && !slices.ContainsFunc(bt.Items, func(it scene.Item) bool { return telling.CueIn(part, it.Title) != "" }) {
			return prose.Upper(prose.Unstop(part))
		}
	}
	return ""
}

// ticked gives the items of a checklist its ticks.
func ticked(bt *telling.Beat, ps brief.Scene) {
	if tickedList.MatchString(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")) {
		for i := range bt.Items {
			bt.Items[i].Icon = "check"
		}
	}
}

var tickedList = pattern.New(`(?i)\b(?:check-?lists?|ticks?|ticked|check ?marks?|checkliste|häkchen)\b`)

func (w *writer) statementPlanned(bt *telling.Beat, ps brief.Scene) {
	bt.Kind = scene.Statement
	bt.Figure, bt.Items = nil, nil
	qs := telling.QuotedIn(heroOf(ps))
	switch {
	case len(ps.Screen) > 0:
		bt.Headline = ps.Screen[0]
	case len(qs) > 0:
		bt.Headline = qs[0]
		if len(qs) > 1 {
			bt.Subtitle = qs[1]
		}
	case inCapitals(ps.Visual) != "":
		bt.Headline = inCapitals(ps.Visual)
	case len(bt.Words) > 0:
		bt.Headline = w.Headline(bt.Words[0], 46)
	default:
		head := ps.Written(ps.Header)
		if rollHead.MatchString(head) {
			head = ""
		}
		bt.Headline = w.Headline(cmp.Or(head, w.Brief.Title, prose.Upper(w.Brief.Subject), ps.Written(ps.Visual)), 46) // a picture's description is not read
	}
}

// inCapitals is the text in capitals that a picture of text has without quotation marks: "just
// text, big: NEW YEAR. NEW GYM?"; "" = it has none.
func inCapitals(visual string) string {
	if !textAsked.MatchString(visual) {
		return ""
	}
	text := strings.TrimSpace(capitalRun.FindString(visual))
	if prose.Words(text) < 2 || layout.VerbRE.MatchString(text) {
		return ""
	}
	return text
}

var (
	textAsked  = pattern.New(`(?i)\b(?:text|title|words|headline|says|reads|saying|reading)\b`)
	capitalRun = pattern.New(`\p{Lu}[\p{Lu}\d'’&-]+[.,!?:]?(?:\s+[\p{Lu}\d][\p{Lu}\d'’&%-]*[.,!?:]?)+(?:\s|$)`)
)

// rollHead is a head that says only what kind of scene it is.
var rollHead = pattern.New(`(?i)^[\[(]?(?:[ab][- ]?roll|full[- ]?screen|stock|montage|overlay|motion graphics?)\b`)

func (w *writer) titlePlanned(bt *telling.Beat, ps brief.Scene) {
	qs := telling.QuotedIn(ps.Visual)
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
	case w.Brief.Title != "" && utf8.RuneCountInString(w.Brief.Title) <= 40:
		bt.Headline = w.Brief.Title
	case w.Brief.Subject != "" && utf8.RuneCountInString(w.Brief.Subject) <= 36:
		bt.Headline = prose.Upper(w.Brief.Subject)
	default:
		bt.Headline = w.Headline(telling.FirstWord(bt.Words), 40)
	}
}

func (w *writer) endPlanned(bt *telling.Beat, ps brief.Scene, say string) {
	if len(bt.Words) == 0 {
		bt.Kind = scene.End
		bt.Headline = cmp.Or(telling.FirstWord(ps.Screen), w.brandName(), w.Brief.Title, prose.Upper(w.Brief.Subject))
		bt.URL = w.Brief.URL
		return
	}
	role := bt.As
	w.end(bt)
	bt.As = role
	if u := prose.URL(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")); u != "" && !folder.IsMedia(u) {
		bt.URL = u // its own one
	}
	large := false
	for _, t := range append(slices.Clone(ps.Screen), telling.QuotedIn(ps.Visual)...) {
		if act, to, ok := strings.Cut(t, ": "); ok && to == prose.Mail(to) && to != "" && bt.URL == "" {
			bt.Action, bt.URL = act, to // "Report it: safety@acme.example"
			continue
		}
		switch {
		case prose.URL(t) != "" || folder.IsMedia(t):
		case buttonOf(ps.Visual, t):
			bt.Action = t // the prompt's own words for it
		case !large: // what is to be read stands large
			bt.Headline, large = t, true
		}
	}
}

// buttonOf tells whether a picture has the text on a button: `"Get it" button`.
func buttonOf(visual, text string) bool {
	at := strings.Index(visual, text)
	return at >= 0 && onButton.MatchString(visual[:at]+"|"+visual[at+len(text):])
}

var onButton = pattern.New(`(?i)\b(?:button|cta|taste|botón|bouton|pulsante|botão|knop)s?:?\s*["“„«]?\||\|["”»“]?\s*(?:button|taste|botón|bouton|pulsante|botão|knop)`)

// figureShown is the number that a scene's picture names: "Grafica con il numero 10".
func figureShown(visual string) string {
	if m := fromTo.FindStringSubmatch(telling.QuoteIn.ReplaceAllString(visual, " ")); m != nil && counterWord.MatchString(visual) {
		return strings.TrimLeft(m[2], "€$£ ") // what it counts to
	}
	if m := numberNamed.FindStringSubmatch(visual); m != nil {
		return m[1]
	}
	return ""
}

var numberNamed = pattern.New(`(?i)\b(?:number|figure|counter|zahl|ziffer|zähler|número|cifra|contador|chiffre|nombre|compteur|numero|contatore|getal|cijfer|teller)\b[^\d,.;]{0,16}(\d[\d.,]*\d|\d)`)
