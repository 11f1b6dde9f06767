package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	chaptersRE = pattern.New(`(?i)(?:^|[.!?]\s+)[*#\s]*(?:chapters?|chapter (?:cards|breaks|titles)|sections|kapitel|capítulos|chapitres|capitoli|hoofdstukken|פרקים|الفصول)\s*:\**\s*([^\n.]*?)\s*(?:\.\s*|$)`)
	labelRE    = pattern.New(`^\s*(?:[-*•]\s+|#{1,6}\s+|\d{1,2}[.)]\s+)?\**([\p{L}\d][^:：*]{1,48}?)\**\s*[:：]\**\s*(.*)$`)
)

// chapterList reads "Chapters: A, B, C", on one line or as a list below it, and
// takes it out of the lines: a contents list is shown, not spoken.
func (p *parser) chapterList(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		m := chaptersRE.FindStringSubmatchIndex(l.Text)
		if m == nil {
			continue
		}
		names := l.Text[m[2]:m[3]]
		rest := append([]prose.Line{}, lines[:i]...)
		if before := strings.TrimSpace(l.Text[:m[0]+1]); m[0] > 0 && before != "" {
			rest = append(rest, prose.Line{N: l.N, Text: before})
		}
		if after := strings.TrimSpace(l.Text[m[1]:]); after != "" {
			rest = append(rest, prose.Line{N: l.N, Text: after})
		}
		j := i + 1
		var titles []string
		if strings.TrimSpace(names) == "" {
			for ; j < len(lines); j++ {
				x, _, ok := prose.Bullet(lines[j].Text)
				if !ok {
					break
				}
				titles = append(titles, item(x).Title)
			}
		} else {
			titles = p.splitItems(names)
		}
		if len(titles) < 2 {
			continue
		}
		for _, t := range titles {
			q, _ := prose.Unquote(t)
			p.b.Chapters = append(p.b.Chapters, prose.Upper(q))
		}
		p.orders++
		p.b.NoteOn(l.N, "understood: "+countOf(len(titles), "chapter"), titles[0])
		return append(rest, lines[j:]...)
	}
	return lines
}

// chapterOf tells whether a line begins one of the listed chapters, and returns
// its title and what follows on the line.
func (p *parser) chapterOf(s string) (title, rest string, ok bool) {
	if len(p.b.Chapters) == 0 {
		return "", "", false
	}
	label := strings.Trim(s, " \t*#:_")
	if m := labelRE.FindStringSubmatch(s); m != nil {
		label, rest = strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
	} else if rest = ""; prose.Words(label) > 9 {
		return "", "", false
	}
	for _, c := range p.b.Chapters {
		if strings.EqualFold(bareTitle(c), bareTitle(label)) {
			return c, rest, true
		}
	}
	return "", "", false
}

func bareTitle(s string) string {
	s = prose.Unstop(s)
	for _, a := range []string{"the ", "a ", "an ", "our ", "der ", "die ", "das ", "el ", "la ", "le ", "il ", "o "} {
		if len(s) > len(a) && strings.EqualFold(s[:len(a)], a) {
			return s[len(a):]
		}
	}
	return s
}
