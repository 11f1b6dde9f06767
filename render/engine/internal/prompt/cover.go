package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// withInner is an item of a list with a list of its own: "the three safety rules
// (wear your vest, keep to the yellow lanes)".
var withInner = pattern.New(`^(.{3,60}?)\s*\(([^()]{8,200})\)$`)

// agenda files the points that a video is to cover. What stands in brackets behind one
// of them is told on its own after it; whole sentences are told as they are.
func (p *parser) agenda(text string, s prose.Sentence) bool {
	items := p.splitItems(text)
	var inner []brief.Point
	var heads, clauses []string
	for _, it := range items {
		m := withInner.FindStringSubmatch(it)
		if m == nil {
			if p.isClause(it) && !p.t.Question.MatchString(it) {
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
		pt := brief.Point{Form: brief.List, Asked: true, Text: head, Said: m[2]}
		for _, x := range parts {
			pt.Items = append(pt.Items, brief.Item{Title: x})
		}
		heads, inner = append(heads, head), append(inner, pt)
	}
	if len(inner) == 0 {
		return false
	}
	if len(heads) >= 3 {
		p.b.Points = append(p.b.Points, brief.Point{Form: brief.Agenda, Items: itemsOf(heads), Line: s.Line, Col: s.Col, Asked: true, Chapter: p.chapter})
	} else {
		for _, h := range heads {
			if !insideHead(inner, h) {
				p.say(brief.Point{Form: brief.Phrase, Text: h, Asked: true}, s)
			}
		}
	}
	for _, pt := range inner {
		p.say(pt, s)
	}
	for _, c := range clauses {
		p.say(brief.Point{Form: brief.Clause, Text: c, Asked: true}, s)
	}
	return true
}

func itemsOf(names []string) []brief.Item {
	out := make([]brief.Item, len(names))
	for i, n := range names {
		out[i].Title = n
	}
	return out
}

func insideHead(inner []brief.Point, head string) bool {
	for _, pt := range inner {
		if pt.Text == head {
			return true
		}
	}
	return false
}
