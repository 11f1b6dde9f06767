package prompt

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// ofViewers tells whether a numbered item is a step for viewers, although its verb orders the
// agent elsewhere: "2. Say the guest's name".
func (p *parser) ofViewers(s string) bool {
	t := p.stripLead(s)
	return !p.isMake(t) && !p.isStyle(t) && !p.t.End.MatchString(t) && !p.t.Open.MatchString(t) && !p.t.Audience.MatchString(t) && !p.t.Noun.MatchString(" "+t+" ") && len(prose.Quoted(t)) == 0 && !tellsThem.MatchString(t)
}

// fewOrders tells whether less than half of some items could be orders to the agent: those
// that could are steps like the others, "Añade productos a la cesta".
func fewOrders(p *parser, items []prose.Line) bool {
	n := 0
	for _, it := range items {
		if p.isOrder(it.Text) {
			n++
		}
	}
	return n*2 < len(items)
}

// tellsThem tells viewers something, and is no step.
var tellsThem = pattern.New(`(?i)\b(?:viewers?|audience|them|they|slogan|logo|screen|scene)\b|\bthat\b`)

// bullets reads a list under a heading. Bullets that are instructions or whole
// sentences stand on their own; short ones become one list.
func (p *parser) bullets(head string, items []prose.Line, ordered bool) {
	if ordered && !p.inEnglish() && countedPoints.MatchString(head) {
		ordered = false // numbers that count facts and lead nowhere
	}
	if len(items) == 0 {
		return
	}
	if groups := changesIn(items); groups != nil && p.t.Code == "en" {
		if name := strings.TrimRight(strings.TrimSpace(head), ": "); name != "" && p.b.Title+p.b.Subject == "" && len(p.b.Points) == 0 {
			p.heading(name, items[0].N, true) // "Release notes for Pinboard 4.2:"
			head = ""
		}
		for _, g := range groups {
			if g.label != "" && len(g.items) == 1 { // "Fixed: the calendar showed the wrong week" is no fact without its label
				p.orders++
				p.say(brief.Point{Form: brief.Clause, Text: g.label + ": " + g.items[0].Text, Asked: true}, prose.Sentence{Text: g.items[0].Text, Line: g.items[0].N, Col: 1})
				continue
			}
			if g.label == "" {
				g.label = head
			}
			p.bullets(g.label, g.items, ordered)
		}
		return
	}
	head = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(head), ":"))
	whole := head
	if head != "" && p.foreign && p.orders == 0 && p.said == 0 {
		if rest, ok := p.foreignHead(head, prose.Sentence{Text: head, Line: items[0].N, Col: 1}); ok {
			if head = rest; p.b.Title == "" && p.b.Subject == "" && prose.Words(rest) <= 9 {
				p.b.Title = prose.Upper(rest) // "วิดีโอสำหรับพนักงานใหม่: วิธีเบิกค่าเดินทาง"
			}
		}
	}
	if head != "" && p.orders == 0 && p.said == 0 {
		head = p.unproduced(head, items[0].N)
	}
	if head != "" && !p.material {
		rest := p.stripLead(head)
		if m, ok := grammar.After(p.t.Tell, rest); ok {
			p.orders++
			head = strings.TrimSpace(m)
		} else if p.isMake(rest) && p.inEnglish() {
			p.sentence(prose.Sentence{Text: prose.Stop(rest), Line: items[0].N, Col: 1})
			head = ""
		} else if p.isMake(rest) {
			p.orders++
			p.make(rest, items[0].N)
			head = ""
		}
	}
	noted := p.endsInJottings(whole + ":")
	sentencesIn, ordersIn := 0, 0
	changes := changeHead.MatchString(head) || head == "" && changeHead.MatchString(p.chapter)
	for _, it := range items {
		if !changes && p.isOrder(it.Text) && !(ordered && p.ofViewers(it.Text) && (p.inEnglish() || fewOrders(p, items))) {
			ordersIn++
		} else if p.isClause(it.Text) && prose.Words(it.Text) > 4 || prose.EndsAsSentence(it.Text) {
			sentencesIn++
		}
	}
	if len(items) == 1 && head != "" && p.chapter == "" && prose.Words(head) <= 4 && layout.SectionOf(head) == "" && ordersIn == 0 {
		p.chapter = head // "Breaking: one thing"
		defer func() { p.chapter = "" }()
	}
	if changes {
		label := head
		if label == "" {
			label = p.chapter
		}
		pt := brief.Point{Form: brief.List, Text: label, Line: items[0].N, Col: 1, Asked: true, Chapter: p.chapter}
		for _, it := range items {
			pt.Items = append(pt.Items, item(it.Text))
		}
		p.orders++
		if len(items) == 1 {
			text := items[0].Text
			if first := strings.Fields(text)[0]; !prose.IsAllCaps(first) && !prose.FirstIsName(first) && p.t.Code != "de" {
				text = lowerFirst(text)
			}
			if at := p.t.Finite.FindStringIndex(" " + text + " "); p.t.Code == "en" && at != nil && at[0] > 0 && p.isClause(text) && prose.Words(text) > 3 {
				text = items[0].Text
			} else {
				text = label + ": " + text
			}
			p.say(brief.Point{Form: brief.Clause, Text: text, Asked: true}, prose.Sentence{Text: items[0].Text, Line: items[0].N, Col: 1})
			return
		}
		p.b.Points = append(p.b.Points, pt)
		return
	}
	jotted := !ordered && (p.jottings(head) || noted) && p.factsApart(items)
	p.b.Noted = p.b.Noted || jotted
	if jotted || ordersIn == 0 && p.titleHead(head) {
		head = ""
	}
	if titled := titledItems(items); p.material && !ordered && titled*2 > len(items) && titled > 1 {
		pt := brief.Point{Form: brief.List, Text: head, Line: items[0].N, Col: 1, Chapter: p.chapter}
		for _, it := range items {
			pt.Items = append(pt.Items, item(it.Text))
		}
		p.b.Points = append(p.b.Points, p.tabled(pt))
		return
	}
	if ordersIn*2 >= len(items) || ordersIn > 0 && sentencesIn > 0 || len(items) == 1 || (!ordered && sentencesIn*2 > len(items)) || jotted || !ordered && head == "" && p.chapter == "" && p.t.Code == "en" && p.notes(items) {
		for i, it := range items {
			if jotted && i == len(items)-1 && thanksNoted.MatchString(it.Text) {
				p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(prose.Stop(it.Text)), Role: brief.Action, Asked: true}, prose.Sentence{Text: it.Text, Line: it.N, Col: 1})
				continue
			}
			for _, s := range prose.Sentences([]prose.Line{it}) {
				p.sentence(s)
			}
		}
		return
	}
	if !ordered && head == "" && (!p.inEnglish() || p.foreign) && p.reports(items) {
		p.orders++
		for _, it := range items { // a report says each of its figures
			p.said++
			p.say(brief.Point{Form: brief.Clause, Text: it.Text, Asked: true}, prose.Sentence{Text: it.Text, Line: it.N, Col: 1})
		}
		return
	}
	if long := longBodies(items); !ordered && long*2 > len(items) {
		for _, it := range items {
			x := item(it.Text)
			parts := p.splitItems(x.Body)
			at := prose.Sentence{Text: it.Text, Line: it.N, Col: 1}
			switch {
			case x.Body != "" && len(parts) >= 3 && !p.isClause(parts[0]):
				p.list(x.Title, parts, x.Body, brief.Body, at)
			case layout.SectionOf(x.Title) == "cta" || layout.SectionOf(x.Title) == "hook":
				p.section(layout.SectionOf(x.Title), x.Title, []prose.Line{{N: it.N, Text: x.Body}})
			default:
				p.say(brief.Point{Form: brief.Clause, Text: it.Text, Asked: true}, at)
			}
		}
		return
	}
	form := brief.List
	if ordered || p.t.Steps.MatchString(head) || head == "" && p.saysHow() && toBeDone(p.t.Code, items) {
		form = brief.Steps
	}
	if n := len(p.b.Points); form == brief.Steps && n > 0 && head == "" && p.inEnglish() && noSteps.MatchString(p.b.Points[n-1].Text) {
		form = brief.List // "5 mistakes people make: 1. …" come in no sequence
		head = noSteps.FindString(p.b.Points[n-1].Text)
	}
	pt := brief.Point{Form: form, Text: head, Line: items[0].N, Col: 1, Asked: true, Chapter: p.chapter}
	for _, it := range items {
		pt.Items = append(pt.Items, item(it.Text))
	}
	p.b.Points = append(p.b.Points, p.tabled(pt))
}

// noSteps are things that are counted off and do not follow from each other.
var noSteps = pattern.New(`(?i)\b(?:\d{1,2}|two|three|four|five|six|seven) (?:[\p{L}-]+ )?(?:mistakes|reasons|tips|facts|signs|myths|things|ideas|habits|benefits|lessons|questions|excuses|hacks|tricks)\b`)

// saysHow tells whether the video says how something is done.
func (p *parser) saysHow() bool {
	for _, t := range []string{p.b.Subject, p.b.Title} {
		if t != "" && howFirst.MatchString(t) {
			return true
		}
	}
	return len(p.b.Points) == 1 && p.b.Points[0].Form == brief.How && howFirst.MatchString(p.b.Points[0].Text)
}

var howFirst = pattern.New(`(?i)^(?:wie|so|cómo|comment|come|como|hoe)\s`)

// toDoIn is what is to be done, in the form that says nothing else.
var toDoIn = map[string]*pattern.Pattern{
	"de": pattern.New(`(?:^|\s)\p{Ll}+(?:en|ern|eln)$`),
	"nl": pattern.New(`(?:^|\s)\p{Ll}+en$`),
	"es": pattern.New(`(?i)^(?:no )?\p{L}+[aeií]r(?:se|l[oa]s?)?(?:\s|$)`),
	"fr": pattern.New(`(?i)^(?:ne pas |bien )?\p{L}{2,}(?:er|ir|re|ez)(?:\s|$)`),
	"it": pattern.New(`(?i)^(?:non )?\p{L}+[aei]r(?:e|si|l[oaie])(?:\s|$)`),
	"pt": pattern.New(`(?i)^(?:não )?\p{L}+[aei]r(?:-se|-[oa]s?)?(?:\s|$)`),
}

// toBeDone tells whether each of some items says what is to be done.
func toBeDone(code string, items []prose.Line) bool {
	re := toDoIn[code]
	if re == nil || len(items) < 3 {
		return false
	}
	for _, it := range items {
		what, _, _ := strings.Cut(prose.Unstop(it.Text), " (")
		if !re.MatchString(what) {
			return false
		}
	}
	return true
}

// labelledAmount is a label with an amount: "Umsatz: 4,2 Mio. Euro".
var labelledAmount = pattern.New(`^[^\d:：]{2,44}\s?[:：]\s*(?:[€$£¥₺]|R\$)?\s?[+−-]?\d`)

// priceOnly is a label with no more than a price behind it.
var priceOnly = pattern.New(`^[^\d:：]{2,44}\s?[:：]\s*(?:(?:[€$£¥₺]|R\$)\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£₺]|euros?|Euro|CHF|zł|reais))\.?$`)

// reports tells whether the items of a list are the figures of a report: most have a
// number, and at least two a label, or it is said to be a report.
func (p *parser) reports(items []prose.Line) bool {
	labels, numbers, prices := 0, 0, 0
	for _, it := range items {
		if p.b.Purpose != brief.Update && priceOnly.MatchString(it.Text) {
			prices++
		}
		if labelledAmount.MatchString(it.Text) {
			labels++
		}
		if anyDigit.MatchString(it.Text) {
			numbers++
		}
	}
	if prices >= 2 {
		return false // what is offered stands side by side: "Bilhete de um dia: 7 €"
	}
	about := p.b.Purpose == brief.Update || len(p.b.Points) == 1 && grammar.PurposeOf(p.b.Points[0].Text) == brief.Update
	return about && numbers*3 >= len(items)*2 && len(items) >= 3 && len(items) <= 8 || labels >= 2 && numbers*3 >= len(items)*2 && len(items) >= 3 && len(items) <= 8 || len(items) >= 3 && len(items) <= 6 && numbers == len(items) && labels >= 1
}

// notes tells whether most items of a list are facts in short, each with more than one
// part, and no things that could stand side by side.
func (p *parser) notes(items []prose.Line) bool {
	n := 0
	for _, it := range items {
		if x := item(it.Text); prose.Words(it.Text) >= 5 && (x.Body == "" || strings.Contains(it.Text, ", ") || prose.URL(it.Text) != "") {
			n++
		}
	}
	return n*2 > len(items)
}

// titleHead takes the heading of a prompt's first words for its title.
func (p *parser) titleHead(head string) bool {
	b := p.b
	if b.Subject != "" || b.Title != "" || len(b.Points) > 0 || p.said > 1 || p.orders > 0 || prose.Words(head) < 2 && (p.inEnglish() || grammar.PurposeOf(head) != brief.Update) || prose.Words(head) > 9 || layout.SectionOf(head) != "" || p.t.Heads.MatchString(head) {
		return false
	}
	b.Title = p.audienceCut(head)
	if b.Purpose == "" {
		b.Purpose = grammar.PurposeOf(b.Title)
	}
	if m := newIn.FindStringSubmatch(b.Title); m != nil {
		b.Subject = m[1]
	}
	return true
}

// longBodies counts the items whose second part is a list or a statement of its own.
func longBodies(items []prose.Line) int {
	n := 0
	for _, it := range items {
		if prose.Words(item(it.Text).Body) >= 7 {
			n++
		}
	}
	return n
}

// titledItems counts the entries of a few words and what is said of them.
func titledItems(items []prose.Line) int {
	n := 0
	for _, it := range items {
		if x := item(it.Text); x.Body != "" && prose.Words(x.Title) <= 5 {
			n++
		}
	}
	return n
}

var itemSplit = pattern.New(`^([^:–—]{2,48}?)\s*(?::\s+|\s[–—-]\s+)(.+)$`)

var itemParen = pattern.New(`^(.{2,48}?)\s*\(([^)]{2,60})\)\.?$`)

// delta is how a value has changed: "1,284 (+12%)".
var delta = pattern.New(`^(?:[+−±-]\s?\d[\d.,]*\s?(?:%|pp|pts?|p\.p\.)?|(?:antes|before|previously|was|vorher|avant|prima|eerst|up from|down from|from|von) [€$£]?\d[\d.,]*\s?%?|flat|unchanged|unverändert|estable|stable|stabile|estável)$`)

// dayFirst is a value before its time: "18% in 2019".
var dayFirst = pattern.New(`^([€$£]?\d[\d.,]*\s?(?:%|[€$£]|[kKMB]\b|\p{L}{1,12})?) (?:in|im Jahr|en|em|nel|no|na) ((?:19|20)\d\d|(?:Q[1-4]|\p{Lu}\p{L}{2,10})(?: (?:19|20)\d\d)?)$`)

// onDay is what happens on a day of the week.
var onDay = pattern.New(`^((?i:mon|tues|wednes|thurs|fri|satur|sun)day|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|(?i:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|sábado|domingo|(?:maan|dins|woens|donder|vrij|zater|zon)dag)|(?:الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)|יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי))(?: is)?(?: ?:|,|،)? (.+)$`)

func item(s string) brief.Item {
	s = strings.TrimSpace(strings.ReplaceAll(s, "**", ""))
	if m := itemSplit.FindStringSubmatch(s); m != nil && strings.Count(m[1], "(") == strings.Count(m[1], ")") {
		return brief.Item{Title: strings.TrimSpace(m[1]), Body: strings.TrimSpace(m[2])}
	}
	if m := itemParen.FindStringSubmatch(s); m != nil && !delta.MatchString(m[2]) {
		return brief.Item{Title: m[1], Body: m[2]}
	}
	return brief.Item{Title: strings.TrimRight(s, ".;,")}
}

var valueRE = pattern.New(`^[~≈<>]?(?:R\$|[€$£¥])?\s?-?\d[\d.,\s]*\s?(?:%|[€$£¥]|[kKmMbB]\b|\p{L}{1,12}\b)?(?:\s(?:\p{L}+))?$`)

var pairRE = pattern.New(`^(.{2,32}?)\s+((?:R\$\s?|[€$£])?\d[\d.,]*\s?(?:%|[€$£]|[kKM]\b)?)$`)

// ratio is a figure out of another.
var ratio = pattern.New(`(?i)\d (?:su|von|de|sur|van de|van|em|out of|מתוך|من) \d+$`)

// aYear is a number that is one.
var aYear = pattern.New(`^(?:19|20)\d\d$`)

// tabled turns a list whose every item has a value into a table.
func (p *parser) tabled(pt brief.Point) brief.Point {
	if len(pt.Items) < 2 {
		return pt
	}
	for _, it := range pt.Items {
		if ratio.MatchString(it.Title) {
			return pt // "soddisfazione 4,6 su 5"
		}
	}
	pairs, years := make([]brief.Item, 0, len(pt.Items)), 0
	for _, it := range pt.Items {
		if m := dayFirst.FindStringSubmatch(it.Title); m != nil && it.Body == "" {
			pairs = append(pairs, brief.Item{Title: m[2], Body: m[1]})
		} else if m := pairRE.FindStringSubmatch(it.Title); m != nil && it.Body == "" {
			pairs = append(pairs, brief.Item{Title: m[1], Body: m[2]})
			if aYear.MatchString(m[2]) {
				years++
			}
		}
	}
	if 2*years > len(pt.Items) {
		return pt // "founded in 1998, first shop in 2003" are events
	}
	if len(pairs) == len(pt.Items) && len(pairs) >= 3 {
		pt.Items = pairs
	}
	for _, it := range pt.Items {
		if it.Body == "" || !valueRE.MatchString(strings.TrimRight(it.Body, ".")) {
			return pt
		}
	}
	pt.Form = brief.Table
	for i := range pt.Items {
		pt.Items[i].Body = strings.TrimRight(pt.Items[i].Body, ".")
	}
	return pt
}

// splitItems cuts "a, b, and c" or "a; b; c" into its parts.
func (p *parser) splitItems(s string) []string {
	s = prose.Unstop(s)
	sep := ", "
	if strings.Contains(s, "; ") {
		sep = "; "
	} else if strings.Contains(s, "، ") {
		sep = "، "
	}
	var parts []string
	for _, x := range splitOutside(s, sep) {
		if x = strings.TrimSpace(x); x != "" && len(parts) > 0 && partOf.MatchString(x) {
			parts[len(parts)-1] += sep + x
		} else if x != "" {
			parts = append(parts, x)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	padded := " " + last
	if at := p.t.And.FindStringIndex(padded); at != nil && !(p.t.Code == "en" && neither.MatchString(last)) {
		head, tail := strings.TrimSpace(padded[:at[0]]), strings.TrimSpace(padded[at[1]:])
		switch {
		case head == "":
			parts[len(parts)-1] = tail
		case p.t.Code == "en" && endsInPlace.MatchString(head) && prose.StartsUpper(tail): // "$300 in New York and London"
		case len(parts) >= 2 && !p.t.And.MatchString(" "+tail) || len(parts) == 1:
			parts = append(parts[:len(parts)-1], head, tail)
		}
	}
	return parts
}

// partOf tells of a part of what stands before it: "120 places, dont 14 bornes".
var partOf = pattern.New(`(?i)^(?:davon|darunter|de (?:los|las) cuales|dont|dos quais|das quais|di cui|dei quali|delle quali|waarvan|waaronder|vor allem|insbesondere|zum beispiel|z\. ?b\.|sobre todo|en especial|especialmente|por ejemplo|p\. ?ej\.|surtout|notamment|par exemple|p\. ?ex\.|sobretudo|principalmente|especialmente|por exemplo|soprattutto|in particolare|ad esempio|per esempio|vooral|met name|bijvoorbeeld|bijv\.)\s`)

// PartOf tells a part of what stands before it from a further thing.
func PartOf(s string) bool { return partOf.MatchString(s) }

// neither is one wish about two things: "no seeds or nuts".
var neither = pattern.New(`(?i)^(?:no|not|never|without|don['’]t|neither) .*\bor\b`)

// splitOutside splits s at sep outside quotations and brackets.
func splitOutside(s, sep string) []string {
	var out []string
	depth, from := 0, 0
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '(', '[', '“', '«', '„':
			depth++
		case ')', ']', '”', '»':
			depth = max(0, depth-1)
		case '"':
			if depth > 0 {
				depth--
			} else {
				depth++
			}
		}
		if depth == 0 && strings.HasPrefix(s[i:], sep) {
			out = append(out, s[from:i])
			i += len(sep)
			from = i
			continue
		}
		i += w
	}
	return append(out, s[from:])
}

// list files items as the prompt words them; said is their running text, "" if
// they stood under each other.
func (p *parser) list(head string, items []string, said string, role brief.Role, s prose.Sentence) {
	form := brief.List
	if p.t.Steps.MatchString(head) {
		form = brief.Steps
	}
	pt := brief.Point{Form: form, Text: strings.TrimSpace(head), Said: strings.TrimSpace(prose.Unstop(said)), Role: role, Line: s.Line, Col: s.Col, Asked: true, Chapter: p.chapter}
	if people := withPosts(items); people != nil && p.t.Code == "en" && peopleHead.MatchString(pt.Text) {
		pt.Items = people
		p.b.Points = append(p.b.Points, pt)
		return
	}
	days := len(items) >= 3
	for _, it := range items {
		days = days && onDay.MatchString(it)
	}
	for _, it := range items {
		q, _ := prose.Unquote(it)
		if m := onDay.FindStringSubmatch(q); m != nil && days {
			pt.Items = append(pt.Items, brief.Item{Title: m[1], Body: m[2]}) // "Monday laptop and accounts"
			continue
		}
		pt.Items = append(pt.Items, item(q))
	}
	p.b.Points = append(p.b.Points, p.tabled(pt))
}

// endsInPlace ends with where or when, and a name of it.
var endsInPlace = pattern.New(`\d.* (?:in|at|from|between|across|on) \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*$`)

// countedPoints heads facts that are numbered and are no steps.
var countedPoints = pattern.New(`(?i)^(?:\p{L}+ )?(?:ideas|puntos|mensajes|contenidos|points|messages|idées|contenu|punti|messaggi|contenuti|pontos|mensagens|conteúdos?|ideias|inhalte?|kern\p{L}+|punkte|botschaften|fakten|punten|boodschap\p{L}*|inhoud|feiten)(?: (?:principales|clave|claves|principaux|clés?|chiave|principali|principais|chave))?:?$`)
