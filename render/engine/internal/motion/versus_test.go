package motion

import (
	"image"
	"math"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// A comparison of one or two rows is told by large values, on the same lines (portrait:
// the same edges) on both sides, and its cards are not half empty.
func TestFewRowsAreLarge(t *testing.T) {
	t.Parallel()
	for _, won := range []bool{true, false} {
		for n := 1; n <= fewRows; n++ {
			for _, size := range []image.Point{landscape, portrait, square, image.Pt(864, 1080)} {
				for _, lang := range []string{"en", "ar"} {
					l := scene.Column{Title: "Old tool", Rows: []scene.Item{{Label: "Price", Value: "$49"}, {Label: "Setup", Value: "3 weeks"}}[:n]}
					r := scene.Column{Title: "New tool", Winner: won, Rows: []scene.Item{{Label: "Price", Value: "$29"}, {Label: "Setup", Value: "1 day"}}[:n]}
					c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Compare, Language: lang, Headline: "Old or new?", Say: sampleSay, Columns: []scene.Column{l, r}}, scene.Look{}, size, 8)
					for _, b := range inspect(c, 7, false) {
						t.Errorf("%v %s, %d rows: %s", size, lang, n, b)
					}
					at := map[string]shown{}
					for _, v := range visible(c, 7) {
						at[v.block.Spec.Text] = v
					}
					for i := range n {
						a, b := at[l.Rows[i].Value], at[r.Rows[i].Value]
						if a.block == nil || b.block == nil {
							t.Fatalf("%v: row %d is not there", size, i)
						}
						if got := min(a.block.Size, b.block.Size) / c.u; got < c.pick(6.2, 5.8) {
							t.Errorf("%v: a value of %d rows is %.1f u high", size, n, got)
						}
						line := func(v shown) float64 { // where its letters stand
							return float64(v.at.Min.Y-v.block.Bounds(-1).Min.Y) + v.block.Rows[0].Baseline
						}
						edge := func(v shown) float64 {
							if c.rtl {
								return float64(v.at.Max.X)
							}
							return float64(v.at.Min.X)
						}
						lift := c.u // of the winner
						if apart := math.Abs(line(a) - line(b)); !c.port && apart > lift+2 {
							t.Errorf("%v: the lines of row %d are %.0f px apart", size, i, apart)
						}
						if apart := math.Abs(edge(a) - edge(b)); c.port && apart > .8*c.u {
							t.Errorf("%v %s: the edges of row %d are %.0f px apart", size, lang, i, apart)
						}
					}
				}
			}
		}
	}
}

// The word between two things is the language's own.
func TestOrIsSaidInTheLanguage(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"ko": "또는", "en": "or", "en-GB": "or", "de-CH": "oder", "ar": "أو", "ja": "または", "th": "หรือ", "hi": "या", "zh-Hans": "或", "xx": "/"} {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Compare, Language: lang, Columns: []scene.Column{{Title: "A", Rows: []scene.Item{{Value: "1"}}}, {Title: "B", Rows: []scene.Item{{Value: "2"}}}}}, scene.Look{}, wide1080, 6)
		found := false
		for _, v := range visible(c, 5) {
			found = found || v.block.Spec.Text == want && len(v.block.Rows) == 1 && v.block.W < 9*c.u
		}
		if !found {
			t.Errorf("%s: %q, want %q", lang, texts(c, 5), want)
		}
	}
}

// TestRowsComeWhenTheyAreNamed: the second row of a comparison waits for its words.
func TestRowsComeWhenTheyAreNamed(t *testing.T) {
	t.Parallel()
	rows := func(values ...string) (out []scene.Item) {
		for i, v := range values {
			out = append(out, scene.Item{Label: []string{"Price", "Range", "Weight"}[i], Value: v, Cue: v})
		}
		return out
	}
	for n := 2; n <= 3; n++ {
		for _, size := range []image.Point{landscape, portrait} {
			s := scene.Scene{ID: "s", Kind: scene.Compare, Headline: "Basic vs Pro", Say: "Basic 11 Pro 12 Basic 21 Pro 22 Basic 31 Pro 32",
				Columns: []scene.Column{{Title: "Basic", Rows: rows("11", "21", "31")[:n]}, {Title: "Pro", Rows: rows("12", "22", "32")[:n]}}}
			c := composeFor(t, s, scene.Look{}, size, 12)
			seen := func(at float64) map[string]bool {
				out := map[string]bool{}
				for _, v := range visible(c, at) {
					out[v.block.Spec.Text] = true
				}
				return out
			}
			second, _, ok := c.cues.find("21", 0)
			if !ok {
				t.Fatal("the words have no times")
			}
			if early, late := seen(second-.5), seen(11.5); !early["11"] || early["21"] || early["22"] || !late["21"] || !late["22"] {
				t.Errorf("%v, %d rows: before %v, at the end %v", size, n, early, late)
			}
		}
	}
}

// TestRowsComeInTheirOrder: one that nothing names waits for those above it.
func TestRowsComeInTheirOrder(t *testing.T) {
	t.Parallel()
	side := func(values ...string) (out []scene.Item) {
		for i, v := range values {
			out = append(out, scene.Item{Label: []string{"Price", "Range", "Service"}[i], Value: v})
		}
		return out
	}
	for _, size := range []image.Point{landscape, portrait} {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Compare, Headline: "Basic vs Pro", Say: "Basic 11 Pro 12 Basic 21 Pro 22 and more of it.",
			Columns: []scene.Column{{Title: "Basic", Rows: side("11", "21", "a year")}, {Title: "Pro", Rows: side("12", "22", "a day")}}}, scene.Look{}, size, 12)
		named, _, ok := c.cues.find("21", 0)
		if !ok {
			t.Fatal("the words have no times")
		}
		for _, v := range visible(c, named-.5) {
			if v.block.Spec.Text == "a year" {
				t.Errorf("%v: the third row comes before the second", size)
			}
		}
	}
}

// Rows that are sentences are read to their end, in one size, from the left edge of their
// card on; they are no values of a table.
func TestSentencesOfAComparisonAreRead(t *testing.T) {
	t.Parallel()
	before := []string{"Invoices typed in by hand every Friday evening", "Two days to close the month", "Nobody knows who paid", "Numbers that never match"}
	after := []string{"Invoices read from the mail as they come in", "Closed in twenty minutes", "Reminders go out by themselves", "One list for everybody"}
	for n := 1; n <= 4; n++ {
		for _, won := range []bool{false, true} {
			a, b := scene.Column{Title: "Before"}, scene.Column{Title: "After", Winner: won}
			for i := range n {
				a.Rows, b.Rows = append(a.Rows, scene.Item{Title: before[i]}), append(b.Rows, scene.Item{Title: after[i]})
			}
			for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
				for _, style := range []string{"", "bold", "cinematic"} {
					c := composeFor(t, scene.Scene{ID: "c", Kind: scene.Compare, Headline: "Before and after", Say: sampleSay, Columns: []scene.Column{a, b}}, scene.Look{Style: style}, size, 8)
					seen := map[string]shown{}
					for _, v := range visible(c, 7.5) {
						seen[v.block.Spec.Text] = v
					}
					sizes := map[int]bool{}
					for _, side := range [][]string{before[:n], after[:n]} {
						for _, s := range side {
							v, there := seen[s]
							if !there || v.block.Cut {
								t.Errorf("%v %q, %d rows: %q is not read", size, style, n, s)
								continue
							}
							if sizes[int(v.block.Size*8)] = true; v.block.Size < c.pick(2.6, 3)*c.u {
								t.Errorf("%v %q, %d rows: %q is %.1f u high", size, style, n, s, v.block.Size/c.u)
							}
						}
						if first, last := seen[side[0]], seen[side[n-1]]; first.at.Min.X-last.at.Min.X > 3 || last.at.Min.X-first.at.Min.X > 3 {
							t.Errorf("%v: the rows begin at %d and %d", size, first.at.Min.X, last.at.Min.X)
						}
					}
					if len(sizes) > 1 {
						t.Errorf("%v %q, %d rows are of %d sizes", size, style, n, len(sizes))
					}
					for _, bad := range inspect(c, 7.5, false) {
						t.Errorf("%v %q, %d rows: %s", size, style, n, bad)
					}
				}
			}
		}
	}
}
