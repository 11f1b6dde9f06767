package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// markdownTable reads the rows that begin at lines[0] and returns how many lines
// they are; 0 = no table.
func (p *parser) markdownTable(head string, lines []prose.Line) int {
	n := 0
	var rows [][]string
	ruled := false
	for n < len(lines) && prose.TableRow.MatchString(lines[n].Text) {
		if prose.TableRule.MatchString(lines[n].Text) {
			ruled = true
		} else {
			rows = append(rows, prose.Cells(lines[n].Text))
		}
		n++
	}
	if len(rows) < 2 {
		return 0
	}
	p.orders++ // a table is data: nobody reads it aloud as it stands
	var top []string
	if ruled {
		top, rows = rows[0], rows[1:]
	}
	pt := brief.Point{Text: strings.TrimSpace(strings.TrimRight(strings.TrimSpace(head), ":")), Line: lines[0].N, Col: 1, Asked: true, Chapter: p.chapter}
	width := len(rows[0])
	for _, r := range rows {
		if len(r) != width {
			width = 0
		}
	}
	switch {
	case width == 2:
		pt.Form = brief.List
		for _, r := range rows {
			pt.Items = append(pt.Items, brief.Item{Title: r[0], Body: r[1]})
		}
		if p.material && pt.Text == "" && len(top) == 2 {
			pt.Text = prose.Upper(top[1])
		}
		pt = p.tabled(pt)
	case width == 3 && len(top) == 3 && len(rows) <= 6 && !slices.ContainsFunc(rows, func(r []string) bool { return unlike(r[1], r[2]) }) && !oneMeasured(rows):
		pt.Form = brief.Compare
		pt.Items = []brief.Item{{Title: top[1]}, {Title: top[2]}}
		for _, r := range rows {
			pt.Items = append(pt.Items, brief.Item{Title: r[0], Body: r[1] + "|" + r[2]})
		}
	default:
		pt.Form, pt.Rows = brief.Rows, rows
		if top != nil {
			pt.Rows = append([][]string{top}, rows...)
		}
	}
	p.b.Points = append(p.b.Points, pt)
	return n
}

// oneMeasured tells a table whose one column is all amounts and whose other one has none:
// what is done, and how long it takes, are no two sides.
func oneMeasured(rows [][]string) bool {
	var n [2]int
	for _, r := range rows {
		for k := range n {
			if measuredCell.MatchString(r[k+1]) {
				n[k]++
			}
		}
	}
	return n[0] == len(rows) && n[1] == 0 || n[1] == len(rows) && n[0] == 0
}

// unlike tells two cells that measure different things: "31 %" and "210 ms" are no two sides.
func unlike(a, b string) bool {
	x, y := measuredCell.FindStringSubmatch(a), measuredCell.FindStringSubmatch(b)
	return x != nil && y != nil && !strings.EqualFold(x[1]+x[2], y[1]+y[2])
}

var measuredCell = pattern.New(`^([€$£]?)\s?[+−-]?\d[\d.,]*\s?(%|[€$£]|[\p{L}°]{1,3}(?:/[\p{L}]{1,3})?)?$`)

// fenced reads a block of code and returns how many lines it takes; 0 = none. It
// is shown with the sentence before it.
func (p *parser) fenced(lines []prose.Line) int {
	m := prose.FenceRE.FindStringSubmatch(lines[0].Text)
	if m == nil {
		return 0
	}
	n := 1
	var code []string
	for n < len(lines) && prose.FenceRE.FindStringSubmatch(lines[n].Text) == nil {
		code = append(code, lines[n].Text)
		n++
	}
	if n < len(lines) {
		n++
	}
	if text := strings.Trim(strings.Join(code, "\n"), "\n"); strings.TrimSpace(text) != "" {
		p.b.Points = append(p.b.Points, brief.Point{Form: brief.Code, Text: text, Name: strings.ToLower(m[1]), Line: lines[0].N, Col: 1, Asked: true, Chapter: p.chapter})
		p.orders++
	}
	return n
}
