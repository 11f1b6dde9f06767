package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

// parser carries the brief through the prompt's parts.
type parser struct {
	b         *Brief
	t         *tongue
	chapter   string
	orders    int // sentences that were instructions
	said      int // sentences that were statements
	verbatim  bool
	openNext  bool // the next words open the video
	closeNext bool
}

// prose reads running text and the bullet lists in it.
func (p *parser) prose(lines []line) {
	var para []line
	flush := func() {
		for _, s := range sentences(para) {
			p.sentence(s)
		}
		para = nil
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if strings.TrimSpace(l.text) == "" {
			flush()
			continue
		}
		if _, _, ok := bullet(l.text); !ok {
			if n := len(para); n > 0 && p.breaks(para[n-1].text, l.text) {
				flush()
			}
			para = append(para, l)
			continue
		}
		var items []line
		ordered := false
		for ; i < len(lines); i++ {
			text, num, ok := bullet(lines[i].text)
			if !ok {
				if t := lines[i].text; t != "" && t != strings.TrimLeft(t, " \t") && len(items) > 0 {
					items[len(items)-1].text += " " + strings.TrimSpace(t)
					continue
				}
				if strings.TrimSpace(lines[i].text) == "" && i+1 < len(lines) {
					if _, _, more := bullet(lines[i+1].text); more {
						continue
					}
				}
				i--
				break
			}
			ordered = ordered || num
			items = append(items, line{lines[i].n, text})
		}
		head := ""
		if n := len(para); n > 0 && strings.HasSuffix(strings.TrimSpace(para[n-1].text), ":") {
			ss := sentences(para)
			last := ss[len(ss)-1]
			for _, s := range ss[:len(ss)-1] {
				p.sentence(s)
			}
			para, head = nil, last.text
		} else {
			flush()
		}
		p.bullets(head, items, ordered)
	}
	flush()
}

// breaks tells whether a line that ends without punctuation ends a sentence all
// the same, because the next one clearly begins another.
func (p *parser) breaks(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if endsSentence(last) || strings.ContainsRune(",;:—–-(", last) || strings.ContainsRune(`"”»`, last) && len(a) > 60 || unicode.IsLower(first) {
		return false
	}
	return utf8.RuneCountInString(a) < 60 || p.isOrder(b)
}

var bulletRE = pattern.New(`^\s*(?:([-*•–·▪◦‣✓✔→]|\p{So})\s+|(\d{1,2})[.)]\s+|\((\d{1,2})\)\s+)(.+)$`)

// bullet returns the text of a list line and whether it is numbered.
func bullet(s string) (string, bool, bool) {
	m := bulletRE.FindStringSubmatch(s)
	if m == nil {
		return "", false, false
	}
	return strings.TrimSpace(m[4]), m[1] == "", true
}

// bullets reads a list under a heading. Bullets that are instructions or whole
// sentences stand on their own; short ones become one list.
func (p *parser) bullets(head string, items []line, ordered bool) {
	if len(items) == 0 {
		return
	}
	head = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(head), ":"))
	if head != "" {
		rest := p.stripLead(head)
		if m, ok := after(p.t.tell, rest); ok {
			p.orders++
			head = strings.TrimSpace(m)
		} else if p.isMake(rest) {
			p.make(rest, items[0].n)
			head = ""
		}
	}
	sentencesIn, ordersIn := 0, 0
	for _, it := range items {
		if p.isOrder(it.text) {
			ordersIn++
		} else if p.isClause(it.text) && Words(it.text) > 4 || endsAsSentence(it.text) {
			sentencesIn++
		}
	}
	if ordersIn*2 >= len(items) || ordersIn > 0 && sentencesIn > 0 || len(items) == 1 || (!ordered && sentencesIn*2 > len(items)) {
		for _, it := range items {
			for _, s := range sentences([]line{it}) {
				p.sentence(s)
			}
		}
		return
	}
	if long := longBodies(items); !ordered && long*2 > len(items) {
		for _, it := range items {
			x := item(it.text)
			parts := p.splitItems(x.Body)
			at := sentence{it.text, it.n, 1}
			switch {
			case x.Body != "" && len(parts) >= 3 && !p.isClause(parts[0]):
				p.list(x.Title, parts, x.Body, Body, at)
			case sectionOf(x.Title) == "cta" || sectionOf(x.Title) == "hook":
				p.section(sectionOf(x.Title), x.Title, []line{{it.n, x.Body}})
			default:
				p.say(Point{Form: Clause, Text: it.text, Asked: true}, at)
			}
		}
		return
	}
	form := List
	if ordered || p.t.steps.MatchString(head) {
		form = Steps
	}
	pt := Point{Form: form, Text: head, Line: items[0].n, Col: 1, Asked: true, Chapter: p.chapter}
	for _, it := range items {
		pt.Items = append(pt.Items, item(it.text))
	}
	p.b.Points = append(p.b.Points, p.tabled(pt))
}

// longBodies counts the items whose second part is a list or a statement of its own.
func longBodies(items []line) int {
	n := 0
	for _, it := range items {
		if Words(item(it.text).Body) >= 7 {
			n++
		}
	}
	return n
}

func endsAsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"”»`))
	return endsSentence(r) && Words(s) > 3
}

var itemSplit = pattern.New(`^([^:–—]{2,48}?)\s*(?::\s+|\s[–—-]\s+)(.+)$`)
var itemParen = pattern.New(`^(.{2,48}?)\s*\(([^)]{2,60})\)\.?$`)

func item(s string) Item {
	s = strings.TrimSpace(strings.ReplaceAll(s, "**", ""))
	if m := itemSplit.FindStringSubmatch(s); m != nil {
		return Item{strings.TrimSpace(m[1]), strings.TrimSpace(m[2])}
	}
	if m := itemParen.FindStringSubmatch(s); m != nil {
		return Item{m[1], m[2]}
	}
	return Item{Title: strings.TrimRight(s, ".;,")}
}

var valueRE = pattern.New(`^[~≈<>]?[€$£¥]?\s?-?\d[\d.,\s]*\s?(?:%|[€$£¥]|[kKmMbB]\b|\p{L}{1,12}\b)?(?:\s(?:\p{L}+))?$`)

var pairRE = pattern.New(`^(.{2,32}?)\s+([€$£]?\d[\d.,]*\s?(?:%|[€$£]|[kKM]\b)?)$`)

// tabled turns a list whose every item has a value into a table.
func (p *parser) tabled(pt Point) Point {
	if len(pt.Items) < 2 {
		return pt
	}
	pairs := make([]Item, 0, len(pt.Items))
	for _, it := range pt.Items {
		if m := pairRE.FindStringSubmatch(it.Title); m != nil && it.Body == "" {
			pairs = append(pairs, Item{m[1], m[2]})
		}
	}
	if len(pairs) == len(pt.Items) && len(pairs) >= 3 {
		pt.Items = pairs
	}
	for _, it := range pt.Items {
		if it.Body == "" || !valueRE.MatchString(strings.TrimRight(it.Body, ".")) {
			return pt
		}
	}
	pt.Form = Table
	for i := range pt.Items {
		pt.Items[i].Body = strings.TrimRight(pt.Items[i].Body, ".")
	}
	return pt
}

// stripLead takes connectives off an instruction and remembers what they say
// about its place.
func (p *parser) stripLead(s string) string {
	p.openNext, p.closeNext = false, false
	for range 4 {
		if p.t.first != nil && p.t.first.MatchString(s) {
			p.openNext = true
		}
		if p.t.last != nil && p.t.last.MatchString(s) {
			p.closeNext = true
		}
		rest, ok := after(p.t.lead, s)
		if !ok || rest == "" {
			break
		}
		s = rest
	}
	return s
}

func (p *parser) isOrder(s string) bool {
	s = p.stripLead(s)
	if p.isMake(s) || p.t.aud.MatchString(s) || p.t.act.MatchString(s) || p.t.visit.MatchString(s) || p.t.end.MatchString(s) || p.t.open.MatchString(s) {
		return true
	}
	return p.t.tell.MatchString(s) || p.isStyle(s)
}

// sentence files one sentence: an instruction is carried out, a statement kept.
func (p *parser) sentence(s sentence) {
	text := strings.TrimSpace(strings.ReplaceAll(s.text, "**", ""))
	if text == "" || text == "---" || strings.Trim(text, "-=_*#. ") == "" {
		return
	}
	if q, ok := Unquote(text); ok {
		p.say(Point{Form: Clause, Text: q, Verbatim: true, Asked: true}, s)
		return
	}
	if code := otherThan(text, p.t.code); code != "" && tongues[code] != nil {
		was := p.t // the directions may be in another language than the facts
		p.t = tongues[code]
		defer func() { p.t = was }()
	}
	body := p.stripLead(text)
	opens, closes := p.openNext, p.closeNext
	role := Body
	if opens {
		role = Hook
	} else if closes {
		role = Action
	}
	order := func() { p.orders++ }
	if rest, ok := after(p.t.aud, body); ok && !strings.HasPrefix(rest, "your ") && !strings.HasPrefix(rest, "us ") {
		order()
		p.b.Audience = Unstop(rest)
		return
	}
	if rest, ok := after(p.t.visit, body); ok {
		order()
		p.action(p.visitPhrase(rest), s)
		return
	}
	if m := thankRE.FindStringSubmatch(body); m != nil && p.t.code == "en" {
		order()
		thanks := "Thank you"
		if m[1] != "" {
			thanks += " " + strings.TrimSpace(m[1])
		}
		p.say(Point{Form: Clause, Text: thanks, Role: Action, Asked: true}, s)
		if m[2] != "" {
			rest := m[2]
			s.text = Upper(strings.Replace(rest, " them ", " viewers ", 1))
			p.closeNext = true
			p.sentence(s)
		}
		return
	}
	if rest, ok := after(p.t.act, body); ok {
		order()
		if p.t.code == "en" && articleAfter.MatchString(rest) {
			p.say(Point{Form: Invite, Text: Unstop(rest), Role: Action, Asked: true}, s)
			return
		}
		if closes || p.t.code != "en" || URL(rest) != "" || p.t.code != "en" || !strings.HasPrefix(strings.ToLower(body), "remind") && !strings.HasPrefix(strings.ToLower(body), "tell") {
			p.action(rest, s)
		} else {
			p.say(Point{Form: Verb, Text: rest, Asked: true}, s)
		}
		return
	}
	if rest, ok := after(p.t.end, body); ok {
		order()
		p.ending(rest, s)
		return
	}
	if rest, ok := after(p.t.open, body); ok {
		order()
		p.opening(rest, s)
		return
	}
	if p.isMake(body) {
		order()
		p.make(body, s.line)
		return
	}
	if p.isStyle(body) {
		order()
		p.direct(text, s.line)
		return
	}
	if at := p.t.tell.FindStringIndex(body); at != nil && p.tells(body, at[1]) {
		order()
		p.told(strings.ToLower(strings.TrimSpace(body[:at[1]])), trimLead(body[at[1]:]), role, s)
		return
	}
	p.said++
	p.statement(text, s)
}

var thankRE = pattern.New(`(?i)^thank (?:everyone|everybody|viewers|them|the team|the audience|people|our \w+|you)( for .+?)?(?:,? and (.+?))?\.?$`)

func trimLead(s string) string { return strings.TrimLeft(s, " \t,:") }

// tells tells an instruction from a sentence that begins with the same verb but
// speaks to the viewer ("Show your badge", "Include your name").
func (p *parser) tells(s string, end int) bool {
	rest := strings.ToLower(strings.TrimSpace(s[end:]))
	if rest == "" {
		return false
	}
	if p.t.code == "en" {
		for _, w := range []string{"your ", "yourself", "you ", "to ", "on ", "for "} {
			if strings.HasPrefix(rest, w) && !strings.HasPrefix(strings.ToLower(s), "focus on") {
				return false
			}
		}
	}
	return true
}

var heading = pattern.New(`^([\p{L}][\p{L} '’/-]{1,48}):\s+(.+)$`)

// statement keeps a sentence as a fact. A label before a colon ("The problem:")
// is not part of what is said.
func (p *parser) statement(text string, s sentence) {
	if m := heading.FindStringSubmatch(text); m != nil && URL(m[1]) == "" {
		if sec := sectionOf(m[1]); sec != "" {
			p.section(sec, m[1], []line{{s.line, m[2]}})
			return
		}
		items := p.splitItems(m[2])
		if len(items) >= 3 && !p.isClause(items[0]) || len(items) >= 2 && p.t.heads.MatchString(m[1]) {
			p.said--
			p.list(m[1], items, m[2], Body, s)
			return
		}
		if q, ok := Unquote(m[2]); ok {
			p.say(Point{Form: Quote, Text: q, Name: m[1]}, s)
			return
		}
	}
	if q := p.quotation(text); q.Text != "" {
		p.say(q, s)
		return
	}
	p.say(Point{Form: Clause, Text: text}, s)
}

var saidRE = pattern.New(`(?i)^(?:(?:a |the )?(?:quote|testimonial)s? (?:from|by) |as )?([A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){0,3})(?:, ([^,:"“]{3,60}))?,?\s*(?:says|said|puts it|writes|told us|:|sagt|dice|dit|diz)[:,]?\s*["“«„](.+?)["”»“]\.?$`)
var saidAfter = pattern.New(`^["“«„](.+?)["”»“],?\s*(?:says|said|—|–|-|sagt|dice|dit|diz)\s*([A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){0,3})(?:, ([^"“]{3,60}?))?\.?$`)

// quotation reads “…” with the person who said it.
func (p *parser) quotation(s string) Point {
	if m := saidRE.FindStringSubmatch(s); m != nil {
		return Point{Form: Quote, Text: m[3], Name: m[1], Part: m[2]}
	}
	if m := saidAfter.FindStringSubmatch(s); m != nil {
		return Point{Form: Quote, Text: strings.TrimRight(m[1], ","), Name: m[2], Part: m[3]}
	}
	return Point{}
}

// say adds a point at its place.
func (p *parser) say(pt Point, s sentence) {
	pt.Line, pt.Col, pt.Chapter = s.line, s.col, p.chapter
	if pt.Text = strings.TrimSpace(pt.Text); pt.Text == "" && len(pt.Items) == 0 {
		return
	}
	if pt.Form == Clause && !pt.Verbatim {
		pt.Text = Upper(Stop(pt.Text))
	}
	if p.verbatim && pt.Form == Clause {
		pt.Verbatim = true
	}
	if u := URL(pt.Text); u != "" && p.b.URL == "" {
		p.b.URL = u
	}
	p.b.Points = append(p.b.Points, pt)
}

func (p *parser) isClause(s string) bool {
	if p.t.finite == nil {
		return false
	}
	at := p.t.finite.FindStringIndex(" " + s + " ")
	return at != nil && at[0] > 0 || at != nil && !unicode.IsUpper(rune((s + "x")[0]))
}

// splitItems cuts "a, b, and c" or "a; b; c" into its parts.
func (p *parser) splitItems(s string) []string {
	s = Unstop(s)
	sep := ", "
	if strings.Contains(s, "; ") {
		sep = "; "
	}
	var parts []string
	for _, x := range splitOutside(s, sep) {
		if x = strings.TrimSpace(x); x != "" {
			parts = append(parts, x)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	padded := " " + last
	if at := p.t.and.FindStringIndex(padded); at != nil {
		head, tail := strings.TrimSpace(padded[:at[0]]), strings.TrimSpace(padded[at[1]:])
		switch {
		case head == "":
			parts[len(parts)-1] = tail
		case len(parts) >= 2 && !p.t.and.MatchString(" "+tail) || len(parts) == 1:
			parts = append(parts[:len(parts)-1], head, tail)
		}
	}
	return parts
}

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
func (p *parser) list(head string, items []string, said string, role Role, s sentence) {
	form := List
	if p.t.steps.MatchString(head) {
		form = Steps
	}
	pt := Point{Form: form, Text: strings.TrimSpace(head), Said: strings.TrimSpace(Unstop(said)), Role: role, Line: s.line, Col: s.col, Asked: true, Chapter: p.chapter}
	for _, it := range items {
		q, _ := Unquote(it)
		pt.Items = append(pt.Items, item(q))
	}
	p.b.Points = append(p.b.Points, p.tabled(pt))
}

// Detect returns the language of s as a two-letter code, "" if it has no words to tell by.
func Detect(s string) string { return detect(s) }
