package prompt

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// prose reads running text and the bullet lists in it.
func (p *parser) prose(lines []prose.Line) {
	var para []prose.Line
	flush := func() {
		for _, s := range p.toldSides(p.comparedFirst(p.apart(prose.Sentences(para)))) {
			p.sentence(s)
		}
		para, p.block = nil, ""
	}
	notes, until, width := false, 0, 0 // of the paragraph that ends before line until
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if strings.TrimSpace(l.Text) == "" {
			flush()
			continue
		}
		if i >= until {
			until = i + 1
			for until < len(lines) && strings.TrimSpace(lines[until].Text) != "" && !prose.IsBullet(lines[until].Text) && !prose.TableRow.MatchString(lines[until].Text) {
				until++
			}
			notes, width = ownLines(lines[i:until], cmp.Or(p.abroad, p.t.Code)), 0
			for _, x := range lines[i:until] {
				width = max(width, utf8.RuneCountInString(x.Text))
			}
		}
		if p.answer(l) {
			continue
		}
		if prose.FenceRE.MatchString(l.Text) || prose.TableRow.MatchString(l.Text) {
			head := ""
			if n := len(para); n > 0 && prose.TableRow.MatchString(l.Text) && strings.HasSuffix(strings.TrimSpace(para[n-1].Text), ":") && !p.isMake(p.stripLead(strings.TrimSpace(para[n-1].Text))) {
				head, para = para[n-1].Text, para[:n-1]
			}
			flush()
			n := p.fenced(lines[i:])
			if n == 0 {
				n = p.markdownTable(head, lines[i:])
			}
			if n > 0 {
				i += n - 1
				continue
			}
			if p.material {
				continue // a table without rows
			}
		}
		if _, _, ok := prose.Bullet(l.Text); !ok {
			if n := len(para); n > 0 && (p.breaks(para[n-1].Text, l.Text) || p.endsNote(para[n-1].Text, l.Text, notes, width)) {
				flush()
			}
			para = append(para, l)
			continue
		}
		var items []prose.Line
		ordered, mark, from := false, l.Text, i
		for ; i < len(lines); i++ {
			text, num, ok := prose.Bullet(lines[i].Text)
			if !ok {
				if t := lines[i].Text; t != "" && t != strings.TrimLeft(t, " \t") && len(items) > 0 {
					items[len(items)-1].Text += " " + strings.TrimSpace(t)
					continue
				}
				if strings.TrimSpace(lines[i].Text) == "" && i+1 < len(lines) {
					if _, _, more := prose.Bullet(lines[i+1].Text); more && sameMarker(lines[i+1].Text, mark) {
						continue
					}
				}
				i--
				break
			}
			ordered = ordered || num
			items = append(items, prose.Line{N: lines[i].N, Text: text})
		}
		if len(items) > 1 && everyMarkOther(lines[from:min(i+1, len(lines))]) {
			flush() // "📅 …", "👉 …": pictures before sentences, no list
			for _, it := range items {
				for _, s := range prose.Sentences([]prose.Line{it}) {
					p.sentence(s)
				}
			}
			continue
		}
		head := ""
		if n := len(para); n > 0 && (strings.HasSuffix(strings.TrimSpace(para[n-1].Text), ":") || n == 1 && p.bareHead(para[0].Text)) {
			ss := prose.Sentences(para)
			last := ss[len(ss)-1]
			for _, s := range ss[:len(ss)-1] {
				p.sentence(s)
			}
			para, head = nil, last.Text
		} else {
			flush()
		}
		p.bullets(head, items, ordered)
	}
	flush()
}

// sameMarker tells whether a bullet behind an empty line goes on with the list before:
// pictographs as marks make a list of each kind of them.
func sameMarker(a, b string) bool {
	first := func(s string) rune {
		r, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
		if !decorates(r) {
			return 0
		}
		return r
	}
	return first(a) == first(b)
}

// everyMarkOther tells whether each line begins with a pictograph of its own.
func everyMarkOther(lines []prose.Line) bool {
	seen := map[rune]bool{}
	for _, l := range lines {
		r, _ := utf8.DecodeRuneInString(strings.TrimSpace(l.Text))
		if strings.TrimSpace(l.Text) == "" {
			continue
		}
		if !decorates(r) || seen[r] {
			return false
		}
		seen[r] = true
	}
	return len(seen) > 1
}

// bareHead tells the heading of a list that has no colon: "Fixed".
func (p *parser) bareHead(s string) bool {
	s = strings.TrimSpace(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return prose.Words(s) <= 4 && !prose.EndsSentence(last) && !p.isOrder(s) && !p.isClause(s)
}

// breaks tells whether a line that ends without punctuation ends a sentence all
// the same, because the next one clearly begins another.
func (p *parser) breaks(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if f := strings.Fields(b); len(f) > 0 && prose.URL(f[0]) != "" {
		return len(f) == 1
	}
	if p.endsInJottings(a) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if prose.EndsSentence(last) || strings.ContainsRune(",;:—–-(", last) || strings.ContainsRune(`"”»`, last) && len(a) > 60 || unicode.IsLower(first) {
		return false
	}
	return utf8.RuneCountInString(a) < 60 || p.isOrder(b)
}

// endsNote tells whether a line ends a sentence because its paragraph is not wrapped.
func (p *parser) endsNote(a, b string, notes bool, width int) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	if strings.ContainsRune(",;:–—-(", last) || a == "" {
		return false
	}
	f := strings.Fields(strings.ToLower(a))
	code := cmp.Or(p.abroad, p.t.Code)
	if phrase.Clings(f[len(f)-1], code) {
		return false
	}
	if _, _, ok := p.headsBrief(a); ok && prose.StartsUpper(b) {
		return true
	}
	return notes && !phrase.Opens(strings.ToLower(prose.FirstWords(b, 1)), code) || roomFor(a, b, width)
}
