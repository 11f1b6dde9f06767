package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// contrasts are the pairs of labels that set two states of one thing side by side.
var contrasts = []struct{ was, is *pattern.Pattern }{
	{labelled(`before(?: [\p{L}\d]+){0,2}|then|previously|in the past|yesterday|without [\p{L}\d]+`), labelled(`(?:after|with|since)(?: [\p{L}\d]+){0,2}|now|today|afterwards`)},
	{labelled(`(?:the )?old(?: (?:way|version|system|process|model|plan|price|rule|hours|routine|method))?`), labelled(`(?:the )?new(?: (?:way|version|system|process|model|plan|price|rule|hours|routine|method))?`)},
	{labelled(`vorher|früher|bisher|gestern`), labelled(`nachher|heute|jetzt|neu`)},
	{labelled(`antes`), labelled(`después|ahora|hoy|depois|agora|hoje`)},
	{labelled(`avant|hier`), labelled(`après|maintenant|aujourd['’]hui`)},
	{labelled(`prima|ieri`), labelled(`dopo|ora|adesso|oggi`)},
	{labelled(`قبل|سابقا`), labelled(`بعد|الآن`)},
	{labelled(`לפני|בעבר|פעם`), labelled(`אחרי|היום|עכשיו`)},
	{labelled(`vroeger|eerst|voorheen`), labelled(`nu|daarna|vandaag|tegenwoordig`)},
	{labelled(`przedtem|wcześniej|kiedyś|dawniej`), labelled(`teraz|potem|dziś|obecnie`)},
	{labelled(`önce|önceden|eskiden`), labelled(`sonra|şimdi|artık|bugün`)},
	{labelled(`раньше|до|прежде`), labelled(`теперь|после|сейчас|сегодня`)},
	{labelled(`पहले`), labelled(`अब|बाद में`)},
	{labelled(`以前|之前|过去|従来|導入前|これまで`), labelled(`现在|之后|如今|現在|今|導入後|これから`)},
	{labelled(`이전|기존|예전|전`), labelled(`이후|지금|현재|후`)},
	{labelled(`เมื่อก่อน|ก่อน`), labelled(`ตอนนี้|หลัง|วันนี้`)},
}

func labelled(words string) *pattern.Pattern {
	return pattern.New(`(?i)^(` + words + `)\s*:\s+(.+)$`)
}

// beforeAfter makes one comparison of "Before: …" and "After: …" where they
// follow each other. The items are the two labels with their own words.
func (p *parser) beforeAfter() {
	p.planLines()
	p.labelledRow()
	p.asked()
	p.sideBySide()
	out := p.b.Points[:0:0]
	for i := 0; i < len(p.b.Points); i++ {
		a := p.b.Points[i]
		if i+1 < len(p.b.Points) && a.Form == brief.Clause && p.b.Points[i+1].Form == brief.Clause {
			if pair, ok := contrast(a, p.b.Points[i+1]); ok {
				out = append(out, pair)
				i++
				continue
			}
		}
		if i+1 < len(p.b.Points) && a.Form == brief.List && p.b.Points[i+1].Form == brief.List {
			pair, ok := contrastLists(a, p.b.Points[i+1])
			if x, y, both := strings.Cut(p.b.Title, " vs "); !ok && both && a.Text != "" && p.b.Points[i+1].Text != "" {
				// "Formly vs paper forms": "Paper: …" and "Formly: …"
				one, other := strings.ToLower(a.Text), strings.ToLower(p.b.Points[i+1].Text)
				if x, y = strings.ToLower(x), strings.ToLower(y); strings.HasPrefix(y, one) && strings.HasPrefix(x, other) || strings.HasPrefix(x, one) && strings.HasPrefix(y, other) {
					pair, ok = sideLists(a, p.b.Points[i+1])
				}
			}
			if ok {
				out = append(out, pair)
				i++
				continue
			}
		}
		out = append(out, a)
	}
	p.b.Points = out
}

// contrastLists makes one comparison of "Old way: a, b, c" and "New way: d, e, f".
func contrastLists(a, b brief.Point) (brief.Point, bool) {
	for _, r := range contrasts {
		if !r.was.MatchString(a.Text+": x") || !r.is.MatchString(b.Text+": x") || len(a.Items) > 4 || len(b.Items) > 4 {
			continue
		}
		return sideLists(a, b)
	}
	return brief.Point{}, false
}

// sideLists sets two lists side by side, under what they are headed by.
func sideLists(a, b brief.Point) (brief.Point, bool) {
	pt := a
	pt.Form, pt.Text, pt.Said = brief.Contrast, "", ""
	pt.Items, pt.Rows = []brief.Item{{Title: a.Text}, {Title: b.Text}}, make([][]string, 2)
	for i, list := range []brief.Point{a, b} {
		for _, it := range list.Items {
			if it.Body != "" {
				return brief.Point{}, false
			}
			pt.Rows[i] = append(pt.Rows[i], it.Title)
		}
	}
	return pt, true
}

func contrast(a, b brief.Point) (brief.Point, bool) {
	for _, r := range contrasts {
		x, y := r.was.FindStringSubmatch(a.Text), r.is.FindStringSubmatch(b.Text)
		if x == nil || y == nil {
			continue
		}
		pt := a
		pt.Form, pt.Text = brief.Contrast, ""
		pt.Asked, pt.Verbatim = a.Asked || b.Asked, a.Verbatim || b.Verbatim
		pt.Items = []brief.Item{{Title: strings.TrimSpace(x[1]), Body: prose.Unstop(x[2])}, {Title: strings.TrimSpace(y[1]), Body: prose.Unstop(y[2])}}
		return pt, true
	}
	return brief.Point{}, false
}

// planLine is a plan, a dash and its price in a sentence of its own: "Basic - 199
// euros/month, service within 48 hours". Groups: the plan, what it offers.
var planLine = pattern.New(`^(\p{Lu}[\p{L}\d+]*(?: \p{Lu}[\p{L}\d+]*){0,2})(?: [–—-] |: )((?:[€$£]\s?\d|\d[\d.,]*\s?(?:€|euros?\b|dollars?\b|pounds?\b)).*)$`)

// wordedMoney is an amount with its currency in words.
var wordedMoney = pattern.New(`\b(\d[\d.,]*) (euros?|dollars?|pounds?)\b`)

// listed makes lists of English sentences that follow each other. take reads one: its item,
// given the point that a list begins with and the items before it; list is their list, false =
// they are too few for one.
func (p *parser) listed(take func(first, pt brief.Point, before []brief.Item) (brief.Item, bool), list func(items []brief.Item, of []brief.Point) (brief.Point, bool)) {
	if p.t.Code != "en" {
		return
	}
	var out []brief.Point
	for i := 0; i < len(p.b.Points); {
		first := p.b.Points[i]
		var items []brief.Item
		for _, x := range p.b.Points[i:] {
			it, ok := take(first, x, items)
			if !ok || x.Form != brief.Clause || x.Verbatim || x.Role != brief.Body {
				break
			}
			items = append(items, it)
		}
		pt, ok := list(items, p.b.Points[i:i+len(items)])
		if !ok {
			out, i = append(out, first), i+1
			continue
		}
		pt.Form, pt.Items, pt.Line, pt.Col, pt.Asked, pt.Chapter = brief.List, items, first.Line, first.Col, true, first.Chapter
		out, i = append(out, pt), i+len(items)
	}
	p.b.Points = out
}

// planLines makes one list of plans that follow each other.
func (p *parser) planLines() {
	p.listed(func(_, pt brief.Point, before []brief.Item) (it brief.Item, ok bool) {
		m := planLine.FindStringSubmatch(prose.Unstop(pt.Text))
		if m == nil || len(before) == 6 {
			return it, false
		}
		return brief.Item{Title: m[1] + " " + wordedMoney.ReplaceAllStringFunc(m[2], func(s string) string {
			d := wordedMoney.FindStringSubmatch(s)
			return map[byte]string{'e': "€", 'd': "$", 'p': "£"}[d[2][0]] + d[1]
		})}, true
	}, func(items []brief.Item, _ []brief.Point) (brief.Point, bool) {
		return brief.Point{Text: "Plans"}, len(items) >= 2
	})
}

// shortLabel is a thing, a colon and what belongs to it.
var shortLabel = pattern.New(`^(\p{Lu}[\p{L}\d' -]{1,23}?): ([^:;?!]{3,64})$`)

// labelledRow makes one list of three short labels or more that follow each other, where
// their last words are the same: "Blue bin: paper. Yellow bin: plastic. Grey bin: the rest."
func (p *parser) labelledRow() {
	p.listed(func(first, pt brief.Point, before []brief.Item) (it brief.Item, ok bool) {
		m := shortLabel.FindStringSubmatch(prose.Unstop(pt.Text))
		if m == nil || pt.Line != first.Line || len(before) > 0 && !strings.EqualFold(lastWord(m[1]), lastWord(before[0].Title)) {
			return it, false
		}
		return brief.Item{Title: m[1], Body: m[2]}, true
	}, func(items []brief.Item, of []brief.Point) (pt brief.Point, ok bool) {
		if len(items) < 3 || prose.Words(items[0].Title) < 2 {
			return pt, false
		}
		var said []string
		for _, x := range of {
			said = append(said, prose.Stop(x.Text))
		}
		return brief.Point{Said: strings.Join(said, " ")}, true
	})
}

// asksSomething is a question that viewers have.
var asksSomething = pattern.New(`(?i)^(?:can|may|do|does|is|are|what|where|how|when|who|why|which|will|should|must)(?:['’]s|['’]re|['’]m)?\b.{5,70}\?$`)

// asked sets two questions or more over the answers that follow each of them in prose: "Can
// I return a ticket? Yes, up to 7 days before. Can I change the name? Any time."
func (p *parser) asked() {
	pts := p.b.Points
	question := func(i int) bool {
		return i+1 < len(pts) && pts[i].Form == brief.Clause && !pts[i].Verbatim && pts[i].Role == brief.Body && asksSomething.MatchString(pts[i].Text) &&
			pts[i+1].Form == brief.Clause && !pts[i+1].Verbatim && pts[i+1].Role == brief.Body && pts[i+1].Line == pts[i].Line && !strings.HasSuffix(pts[i+1].Text, "?") && prose.URL(pts[i+1].Text) == ""
	}
	n := 0
	for i := range pts {
		if question(i) {
			n++
		}
	}
	if p.t.Code != "en" || n < 2 {
		return
	}
	var out []brief.Point
	for i := 0; i < len(pts); i++ {
		if !question(i) {
			out = append(out, pts[i])
			continue
		}
		q := pts[i]
		q.Form, q.Said, q.Asked = brief.Ask, prose.Stop(prose.Upper(pts[i+1].Text)), true
		out = append(out, q)
		i++
	}
	p.b.Points = out
}
