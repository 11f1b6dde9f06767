package motion

import (
	"fmt"
	"image"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

// most is how much a layout holds at once at a readable size, in landscape and in portrait:
// items, of a comparison the rows, of a table the rows with its head. Lists and tables of
// more are told in pages.
var most = map[scene.Kind][2]int{
	scene.Points: {6, 6}, scene.Process: {8, 8}, scene.Timeline: {12, 8}, scene.Grid: {9, 9}, scene.Number: {6, 6},
	scene.Compare: {6, 6}, scene.Table: {9, 10}, scene.Device: {5, 1},
}

// sureColumns is how many columns of a table are shown at once whatever stands in them, mostColumns
// how many where their cells are short: where the longest cells of all columns together
// have at most rowLetters. In landscape and in portrait.
var sureColumns, mostColumns, rowLetters = [2]int{6, 4}, [2]int{8, 6}, [2]int{96, 44}

// columnsShown is how many columns of a table are shown at once.
func columnsShown(rows [][]string, port bool) int {
	shape := 0
	if port {
		shape = 1
	}
	var longest []int
	for _, r := range rows {
		for j, cell := range r {
			if j == len(longest) {
				longest = append(longest, 0)
			}
			longest[j] = max(longest[j], len([]rune(strings.TrimSpace(cell))))
		}
	}
	letters, n := 0, 0
	for _, l := range longest {
		if letters += l; n >= sureColumns[shape] && (n == mostColumns[shape] || letters > rowLetters[shape]) {
			break
		}
		n++
	}
	return n
}

func (c *comp) most() int { return most[c.sc.Kind][c.lines(0, 1)] }

// titlesOnly says which lines below titles have no room where all titles have.
func titlesOnly(s *scene.Scene, port int) string {
	lines := 0
	for _, it := range s.Items {
		if it.Body != "" {
			lines++
		}
	}
	n := len(s.Items)
	switch {
	case lines == 0:
	case s.Kind == scene.Timeline && port == 0 && n == 6:
		return fmt.Sprintf("a %s scene of %d items shows their titles in this format, not the lines below", s.Kind, n)
	}
	return ""
}

// LeftOut says what a scene holds beyond what its layout can show in frames of a size;
// "" is nothing.
func LeftOut(s *scene.Scene, size image.Point) string {
	port := 0
	if float64(size.X)/float64(size.Y) <= upright {
		port = 1
	}
	if shown := [2]int{4, 3}[port]; len(s.Overlay) > shown && s.Kind == scene.Presenter {
		return fmt.Sprintf("beside a presenter %d texts are shown, not %d", shown, len(s.Overlay))
	}
	n := len(s.Items)
	if s.Kind == scene.Device && port == 1 && n > 0 && s.Items[0].Value == "" {
		return "a device scene shows callouts with a value in this format, and no other items"
	}
	pages := pagesOf(s, port == 1)
	if limit := most[s.Kind][port]; limit > 0 && n > limit && len(pages) == 0 {
		return fmt.Sprintf("a %s scene shows %d items, not %d", s.Kind, limit, n)
	}
	for i := range pages {
		if left := titlesOnly(&pages[i].scene, port); left != "" {
			return left
		}
	}
	return ""
}
