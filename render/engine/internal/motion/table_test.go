package motion

import (
	"image"
	"slices"
	"strings"
	"testing"
	"unicode"

	"gitops.video/render/render/engine/internal/scene"
)

// However crowded a table is, its numbers stand on one line, and apart from the text of
// the next column.
func TestTablesKeepTheirNumbersWhole(t *testing.T) {
	t.Parallel()
	long := "A description that is far too long for so narrow a column"
	s := scene.Scene{ID: "t", Kind: scene.Table, Headline: "What each plan includes", Rows: [][]string{{long, "Price", long}, {long, "₹31,800", long}, {long, "€1,250", "₹31,800"}, {long, "9 kWh", long}}}
	for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
		c := composeFor(t, s, scene.Look{}, size, 8)
		for _, v := range visible(c, 7.5) {
			if s := v.block.Spec.Text; len(s) < 12 && strings.ContainsFunc(s, unicode.IsDigit) && len(v.block.Rows) > 1 {
				t.Errorf("%v: %q stands on %d lines", size, v.block.Spec.Text, len(v.block.Rows))
			}
			for _, o := range visible(c, 7.5) {
				if o.block != v.block && o.at.Overlaps(v.at) && o.layer == v.layer {
					t.Errorf("%v: %.20q and %.20q touch", size, v.block.Spec.Text, o.block.Spec.Text)
				}
			}
		}
	}
}

// Numbers that stand on the right of their column keep away from the words of the next.
func TestColumnsStandApart(t *testing.T) {
	t.Parallel()
	s := scene.Scene{ID: "t", Kind: scene.Table, Headline: "Plans", Rows: [][]string{{"Plan", "Visits", "Doctor", "Price"}, {"Single", "2 a year", "Video", "£9"}, {"Family", "6 a year", "Video", "£19"}, {"Carers", "12 a year", "At home", "£39"}}}
	for _, size := range []image.Point{wide1080, {1080, 1920}, square1080} {
		c := composeFor(t, s, scene.Look{}, size, 8)
		at := map[string]image.Rectangle{}
		for _, v := range visible(c, 7.5) {
			at[v.block.Spec.Text] = v.at
		}
		if gap := at["At home"].Min.X - at["12 a year"].Max.X; float64(gap) < 4.2*c.u {
			t.Errorf("%v: %d px between a number and the next column's words", size, gap)
		}
	}
}

// Five or six short columns are shown in every format, whole and apart from each other.
func TestShortColumnsAreAllShown(t *testing.T) {
	t.Parallel()
	for name, rows := range map[string][][]string{
		"plans": {{"Plan", "Seats", "Storage", "Support", "Price"}, {"Free", "1", "1 GB", "Forum", "€0"}, {"Team", "10", "50 GB", "Mail", "€29"}, {"Firm", "50", "1 TB", "Phone", "€99"}},
		"hours": {{"Day", "Open", "Close", "Lanes", "Sauna", "Kids"}, {"Mon", "6:30", "21:00", "6", "yes", "no"}, {"Tue", "6:30", "21:00", "4", "yes", "yes"}, {"Wed", "8:00", "21:00", "6", "no", "yes"}, {"Sat", "9:00", "18:00", "8", "yes", "yes"}},
	} {
		s := scene.Scene{ID: "t", Kind: scene.Table, Headline: "All of it", Rows: rows}
		for _, size := range []image.Point{wide1080, {1080, 1920}, square1080, {1080, 1350}} {
			if left := LeftOut(&s, size); left != "" {
				t.Errorf("%s, %v: %s", name, size, left)
			}
			c := composeFor(t, s, scene.Look{}, size, 8)
			seen := visible(c, 7.5)
			for _, head := range rows[0] {
				if !slices.ContainsFunc(seen, func(v shown) bool { return v.block.Spec.Text == head && len(v.block.Rows) == 1 }) {
					t.Errorf("%s, %v: the column %q is not shown on one line", name, size, head)
				}
			}
			for _, v := range seen {
				if v.block.Spec.Text == "C" {
					continue // the mark beside the brand's name
				}
				for _, o := range seen {
					if gap := o.at.Min.X - v.at.Max.X; o.layer == v.layer && gap > -v.at.Dx() && float64(gap) < 1.5*c.u && o.at.Min.X > v.at.Min.X {
						t.Errorf("%s, %v: %q and %q are %d px apart", name, size, v.block.Spec.Text, o.block.Spec.Text, gap)
					}
				}
			}
		}
	}
}

// Where a row is of one kind, as plans are compared, its cells begin at even distances; the
// columns are alike whatever stands in them.
func TestAlikeColumnsAreEven(t *testing.T) {
	t.Parallel()
	rows := [][]string{{"Plan", "Free", "Family", "Large"}, {"Price", "€0", "€9", "€12"}, {"Dinners", "3", "7", "10"}, {"List", "Paper", "Phone", "Screen"}, {"Support", "Email", "24 h a day", "24 h a day"}}
	for n := 2; n <= len(rows); n++ {
		s := scene.Scene{ID: "t", Kind: scene.Table, Headline: "Plans", Rows: rows[:n]}
		for _, size := range []image.Point{wide1080, {1080, 1920}, square1080} {
			c := composeFor(t, s, scene.Look{}, size, 8)
			at := map[string]image.Rectangle{}
			for _, v := range visible(c, 7.5) {
				at[v.block.Spec.Text] = v.at
			}
			place := func(r image.Rectangle) int { return r.Min.X }
			if n <= 3 { // numbers stand on the right
				place = func(r image.Rectangle) int { return r.Max.X }
			}
			for _, r := range rows[:n] {
				if r[0] == "Support" {
					continue // says the same twice
				}
				a, b := place(at[r[2]])-place(at[r[1]]), place(at[r[3]])-place(at[r[2]])
				if d := a - b; float64(max(d, -d)) > 1*c.u {
					t.Errorf("%v, %d rows, %s: the columns are %d and %d px apart", size, n, r[0], a, b)
				}
			}
		}
	}
}
