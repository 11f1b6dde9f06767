package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// withInner is an item of a list with a list of its own: "the three safety rules
// (wear your vest, keep to the yellow lanes)".
var withInner = pattern.New(`^(.{3,60}?)\s*\(([^()]{8,200})\)$`)

// agenda files the points that a video is to cover. What stands in brackets behind one
// of them is told on its own after it; whole sentences are told as they are.
func (p *parser) agenda(text string, s sentence) bool {
	items := p.splitItems(text)
	var inner []Point
	var heads, clauses []string
	for _, it := range items {
		m := withInner.FindStringSubmatch(it)
		if m == nil {
			if p.isClause(it) && !p.t.wh.MatchString(it) {
				clauses = append(clauses, it)
			} else {
				heads = append(heads, it)
			}
			continue
		}
		head, parts := strings.TrimSpace(m[1]), p.splitItems(m[2])
		if len(parts) < 2 {
			heads = append(heads, it)
			continue
		}
		pt := Point{Form: List, Asked: true, Text: head, Said: m[2]}
		for _, x := range parts {
			pt.Items = append(pt.Items, Item{Title: x})
		}
		heads, inner = append(heads, head), append(inner, pt)
	}
	if len(inner) == 0 {
		return false
	}
	if len(heads) >= 3 {
		p.b.Points = append(p.b.Points, Point{Form: Agenda, Items: itemsOf(heads), Line: s.line, Col: s.col, Asked: true, Chapter: p.chapter})
	} else {
		for _, h := range heads {
			if !insideHead(inner, h) {
				p.say(Point{Form: Phrase, Text: h, Asked: true}, s)
			}
		}
	}
	for _, pt := range inner {
		p.say(pt, s)
	}
	for _, c := range clauses {
		p.say(Point{Form: Clause, Text: c, Asked: true}, s)
	}
	return true
}

func itemsOf(names []string) []Item {
	out := make([]Item, len(names))
	for i, n := range names {
		out[i].Title = n
	}
	return out
}

func insideHead(inner []Point, head string) bool {
	for _, pt := range inner {
		if pt.Text == head {
			return true
		}
	}
	return false
}
