package motion

import (
	"cmp"
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
	scene.Compare: {6, 6}, scene.Table: {9, 10}, scene.Device: {5, 5},
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

// overlays are how many texts stand beside a presenter, in landscape and in portrait.
var overlays = [2]int{4, 3}

// LeftOut says what a scene holds beyond what its layout can show in frames of a size, or
// what its viewers cannot know, and what to do about it; "" is nothing.
func LeftOut(s *scene.Scene, size image.Point) string {
	port := 0
	if float64(size.X)/float64(size.Y) <= upright {
		port = 1
	}
	n := len(s.Items)
	switch limit := most[s.Kind][port]; {
	case s.Kind == scene.Presenter && len(s.Overlay) > overlays[port]:
		return fmt.Sprintf("beside a presenter %d texts are shown, not %d; split it", overlays[port], len(s.Overlay))
	case limit > 0 && n > limit && len(pagesOf(s, port == 1)) == 0:
		return fmt.Sprintf("a %s scene shows %d items, not %d; split it", s.Kind, limit, n)
	case s.Kind == scene.Chart && s.Series != nil && len(s.Series.Other) > 0 && (n < 2 || cmp.Or(s.Items[0].Label, s.Items[0].Title) == "" || cmp.Or(s.Items[1].Label, s.Items[1].Title) == ""):
		return "nothing says which series is which; the labels of its first two items name them"
	}
	return ""
}
