package telling

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

const (
	rowMost  = 6  // orders that one picture holds
	rowWords = 11 // words of one of them
)

// InARow makes one picture of three short orders or more that follow each other in a
// paragraph: "Plug it in. Scan the code. Done." are the steps of a process, and rules
// ("Never share it.") are points.
func (w *Writer) InARow(beats []*Beat) []*Beat {
	beats = w.partOrders(beats)
	var out []*Beat
	for i := 0; i < len(beats); {
		n := 0
		for i+n < len(beats) && w.ordersOn(beats[i], beats[i+n], n) {
			n++
		}
		if n < 3 {
			out = append(out, beats[i])
			i++
			continue
		}
		before := 0
		for pictures := (n + rowMost - 1) / rowMost; pictures > 0; pictures-- { // seven are four and three
			k := (n + pictures - 1) / pictures
			out = append(out, w.row(beats[i:i+k], before))
			i, n, before = i+k, n-k, before+k
		}
	}
	return out
}

// partOrders makes sentences of their own of the orders in a sentence that is a row of
// them: "Take the wheel off, pull out the tube, …, then put it all back." English only.
func (w *Writer) partOrders(beats []*Beat) []*Beat {
	if w.Wording.Code != "en" || w.Brief.Level != brief.Topic {
		return beats
	}
	var out []*Beat
	for _, b := range beats {
		parts := w.ordersIn(b)
		if parts == nil {
			out = append(out, b)
			continue
		}
		for _, p := range parts {
			x := &Beat{Words: []string{prose.Upper(prose.Stop(p))}, As: b.As, Order: b.Order, Line: b.Line, Plain: true, Asked: b.Asked}
			x.Chapter, x.Language = b.Chapter, b.Language
			out = append(out, x)
		}
	}
	return out
}

// ordersIn are the orders that a beat's one sentence is a row of, nil = it is none, or one
// picture shows them already.
func (w *Writer) ordersIn(b *Beat) []string {
	if len(b.Words) != 1 || b.Verbatim || b.Opener || b.Kind != "" && b.Kind != scene.Number && b.Kind != scene.Points && b.Kind != scene.Process || b.Turn > 0 || strings.ContainsAny(b.Words[0], ":;?\"“") || prose.URL(b.Words[0])+prose.Mail(b.Words[0]) != "" {
		return nil
	}
	var parts []string
	known := 0 // verbs; "Pilot in 2024" has only the form of an order
	for _, p := range strings.Split(prose.Unstop(b.Words[0]), ", ") {
		p = strings.TrimPrefix(p, "and ")
		bare := countsOff.ReplaceAllString(p, "")
		if w.Wording.VerbFirst.MatchString(bare + " ") {
			known++
		}
		switch {
		case w.ordersIt(bare) && prose.Words(p) <= rowWords+1:
			parts = append(parts, p)
		case len(parts) > 0 && hangsOn.MatchString(p):
			parts[len(parts)-1] += ", " + p
		default:
			return nil
		}
	}
	if len(parts) < 3 || known*2 < len(parts) {
		return nil
	}
	return parts
}

// countsOff is a word before an order that says where it stands.
var countsOff = pattern.New(`(?i)^(?:first(?:ly)?(?: of all)?|(?:and )?then|next|after that|finally|lastly),? `)

// ordersOn tells whether b goes on with the orders that first begins; n of them stand
// before it.
func (w *Writer) ordersOn(first, b *Beat, n int) bool {
	g := w.Wording
	if w.teaches(b, n) {
		return b.Line == first.Line && b.Chapter == first.Chapter && b.Language == first.Language
	}
	if b.Kind != "" && b.Kind != scene.Number || b.Kind == scene.Number && !b.Plain && !lasting.MatchString(b.Figure.Suffix) || b.Line != first.Line || b.Chapter != first.Chapter || b.Language != first.Language || b.Opener || len(b.Words) != 1 || g.VerbFirst == nil {
		return false
	}
	s := prose.Unstop(b.Text())
	if prose.Words(s) > rowWords || prose.URL(s)+prose.Mail(s) != "" || PhoneNumber.MatchString(s) || strings.HasSuffix(b.Text(), "?") || n > 0 && g.Code == "en" && strings.HasSuffix(s, " first") {
		return false // "Check the tyre for glass first" stands before the others
	}
	if g.Code == "en" && b.Plain && b.Kind == "" {
		s = prose.Upper(countsOff.ReplaceAllString(s, ""))
	}
	return (n > 1 || b.Order == first.Order) && (allDone.MatchString(s) || g.Code == "en" && bareOrder.MatchString(s) && !notOrder.MatchString(s)) || g.VerbFirst.MatchString(s+" ")
}

// teaches tells whether a sentence is a step of what a how-to teaches: an order first, and
// behind it whatever is short: "Both the closer and the manager sign." English only.
func (w *Writer) teaches(b *Beat, n int) bool {
	if w.Wording.Code != "en" || w.Brief.Level != brief.Topic || len(b.Words) != 1 || b.Verbatim || b.Opener || len(b.Items) > 0 || b.Series != nil || b.Turn > 0 || b.As == brief.Action {
		return false
	}
	if len(w.Brief.Points) == 0 || w.Brief.Points[0].Form != brief.How || !strings.HasPrefix(strings.ToLower(w.Brief.Points[0].Text), "how to ") {
		return false
	}
	if slices.ContainsFunc(w.Brief.Points, func(pt brief.Point) bool { return pt.Form == brief.Steps || pt.Form == brief.List }) {
		return false // the steps are told apart
	}
	s := prose.Unstop(b.Words[0])
	if aRule.MatchString(s) || prose.Words(s) > rowWords+3 || strings.ContainsAny(b.Words[0], "?:\"“") || prose.URL(s)+prose.Mail(s) != "" || PhoneNumber.MatchString(s) || aside.MatchString(s) {
		return false
	}
	return n > 0 || w.ordersIt(countsOff.ReplaceAllString(s, ""))
}

// aside begins a sentence that is no step.
var aside = pattern.New(`(?i)^(?:if|it|that|this|they|we|i|there|you(?:['’]ll| will| can| should)|that['’]s|don['’]t worry|remember|note|tip|done right|why|because|so) `)

var (
	// bareOrder may be an order by its form: a verb, and right behind it what it does or when.
	bareOrder = pattern.New(`^\p{Lu}\p{Ll}{2,} (?:the|your|it|them|a|an|when|until|once|with|into|onto|on|in|off|out|up|down|all|both|each|any|again)\b`)
	notOrder  = pattern.New(`(?i)^(?:the|an?|it|you|we|they|this|that|these|those|your|our|my|if|when|once|after|before|in|on|at|by|for|no|not|all|each|every|there|everyone|most|some|and|but|so|then|because|with|without|only|just|almost|even|\p{L}+(?:ed|ing|ly|s)) `)
)

// lasting is the unit of how long a step takes; any other figure is a scene of its own.
var lasting = pattern.New(`^(?:s|min|h|Std\.)$`)

// allDone ends a row of steps.
var allDone = pattern.New(`(?i)^(?:done|that['’]s it|that is it|finished|ready|fertig|das war['’]s|listo|ya está|c['’]est (?:fini|prêt|tout)|fini|pronto|fatto|feito|klaar)$`)

// aRule is an order that is none of a row of steps.
var aRule = pattern.New(`(?i)^(?:never|always|do not|don['’]t|avoid|keep|stay|be|nie|niemals|immer|vermeide|nunca|siempre|no |evita|jamais|toujours|ne |évitez?|sempre|mai|non |não|altijd|nooit)\b`)

// row draws orders as steps, or rules as points; before = the steps of the picture before.
func (w *Writer) row(beats []*Beat, before int) *Beat {
	b := *beats[0]
	b.Scene = scene.Scene{Kind: scene.Process, Headline: w.Wording.StepsHead, Chapter: b.Chapter, Language: b.Language, Verbatim: b.Verbatim}
	b.Words, b.Plain = nil, false
	for _, x := range beats {
		b.Words = append(b.Words, x.Words...)
		b.Asked = b.Asked || x.Asked
		b.Verbatim = b.Verbatim || x.Verbatim
		t := prose.Unstop(x.Text())
		if w.Wording.Code == "en" {
			t = countsOff.ReplaceAllString(t, "")
		}
		if aRule.MatchString(t) {
			b.Kind, b.Headline = scene.Points, cmp.Or(w.Wording.KnowHead, w.Wording.StepsHead)
		}
		b.Items = append(b.Items, scene.Item{Title: w.Entry(prose.Upper(t), 46), Icon: Icon(t)})
	}
	if w.Wording.Code == "en" && TakesPart(b.Items) {
		b.Kind, b.Headline = scene.Points, w.Wording.KnowHead
	}
	if b.Kind == scene.Process {
		for i := range b.Items {
			b.Items[i].Label = strconv.Itoa(before + i + 1)
		}
	}
	Cues(&b)
	return &b
}
