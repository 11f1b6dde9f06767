package motion

import (
	"fmt"
	"image"

	"gitops.video/render/render/engine/internal/scene"
)

// most is how much a layout holds at a readable size, in landscape and in portrait:
// items, of a comparison the rows, of a table the rows with its head.
var most = map[scene.Kind][2]int{
	scene.Points: {9, 9}, scene.Process: {8, 8}, scene.Timeline: {12, 8}, scene.Grid: {9, 9}, scene.Number: {6, 6},
	scene.Compare: {6, 6}, scene.Table: {9, 10},
}

// mostColumns is how many columns a table has at most.
var mostColumns = [2]int{6, 4}

func (c *comp) most() int { return most[c.sc.Kind][c.lines(0, 1)] }

// LeftOut says what a scene holds beyond what its layout can show in frames of a size;
// "" is nothing.
func LeftOut(s *scene.Scene, size image.Point) string {
	port := 0
	if float64(size.X)/float64(size.Y) <= upright {
		port = 1
	}
	limit, n, what := most[s.Kind][port], len(s.Items), "items"
	switch s.Kind {
	case scene.Compare:
		n, what = 0, "rows"
		for _, c := range s.Columns {
			n = max(n, len(c.Rows))
		}
	case scene.Table:
		n, what = len(s.Rows), "rows"
		for _, r := range s.Rows {
			if len(r) > mostColumns[port] {
				return fmt.Sprintf("a table shows %d columns in this format, not %d", mostColumns[port], len(r))
			}
		}
	}
	if shown := [2]int{4, 3}[port]; len(s.Overlay) > shown && s.Kind == scene.Presenter {
		return fmt.Sprintf("beside a presenter %d texts are shown, not %d", shown, len(s.Overlay))
	}
	if limit == 0 || n <= limit {
		return ""
	}
	return fmt.Sprintf("a %s scene shows %d %s, not %d", s.Kind, limit, what, n)
}
