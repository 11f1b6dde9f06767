package layout

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// wrappedRow is a row of a table of plain text, whose cells may go on in the lines below it.
var wrappedRow = pattern.New(`^[\s|*_#]*(\d{1,2})[.)]?(?:\s|$|\|)`)

// rowsJoined joins the lines of a table whose rows are numbered to a line a row: what begins
// with no number goes on the cells above it. Lines of any other table stay as they are.
//
//  1. Title card: Q3 IN FIVE NUMBERS.   | MUSIC UP: bright.
//     White on teal.                    | (no VO)
func rowsJoined(lines []prose.Line) []prose.Line {
	bars := strings.Count(lines[0].Text, "|")
	if bars == 0 || prose.TableRow.MatchString(lines[0].Text) {
		return lines
	}
	var rows [][]string
	var out []prose.Line
	wrapped := false
	n := 1
	for ; n < len(lines); n++ {
		t := lines[n].Text
		if !strings.Contains(t, "|") {
			break
		}
		if ruleOf.MatchString(t) {
			continue
		}
		cells := strings.SplitN(t, "|", bars+1)
		m := wrappedRow.FindStringSubmatch(t)
		switch {
		case m != nil && m[1] == fmt.Sprint(len(rows)+1):
			rows, out = append(rows, make([]string, bars+1)), append(out, lines[n])
		case len(rows) == 0:
			return lines
		default:
			wrapped = true
		}
		row := rows[len(rows)-1]
		for i, c := range cells {
			between := " "
			if strings.Contains(row[i], " / ") && strings.Contains(c, " / ") {
				between = "; " // each line is a row of what is seen
			}
			row[i] = strings.Trim(row[i]+between+strings.TrimSpace(c), " ;")
		}
		if m != nil && strings.TrimSpace(cells[0]) != m[1] { // the number counts the rows
			row[0] = strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(row[0], m[1]), ".) "))
		}
	}
	if len(rows) < 2 || !wrapped {
		return lines
	}
	for i, row := range rows {
		out[i].Text = "| " + strings.Join(row, " | ") + " |"
	}
	head := lines[0]
	head.Text = "| " + head.Text + " |"
	return append(append([]prose.Line{head}, out...), lines[n:]...)
}
