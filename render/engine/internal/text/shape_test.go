package text

import (
	"reflect"
	"testing"
)

// TestShapedOnceShapedAlike: what is kept of a text that was set before makes the same
// block, and a text that differs in one thing is not taken for it.
func TestShapedOnceShapedAlike(t *testing.T) {
	t.Parallel()
	kept, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	specs := []Spec{
		{Text: "Offices fit 12 people", Size: 40, Width: 260},
		{Text: "Offices fit 12 people", Size: 40, Width: 260, Weight: 700},
		{Text: "Offices fit 12 people", Size: 40, Width: 260, Display: true},
		{Text: "Offices fit 12 people", Size: 40, Width: 260, Mono: true},
		{Text: "Offices fit 13 people", Size: 40, Width: 260},
		{Text: "كل مبنى يتكلم", Size: 40, Width: 260},
		{Text: "كل مبنى يتكلم", Size: 40, Width: 260, Lang: "ar"},
		{Text: "Bảo dưỡng, 12 việc", Size: 40, Width: 120, Lang: "vi"},
	}
	for round := range 3 {
		if round == 2 {
			kept.shapedRunes = mostShaped // the next text drops all
		}
		for _, s := range specs {
			fresh, err := New(Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, want := kept.Layout(s), fresh.Layout(s)
			if got.Size != want.Size || got.W != want.W || got.H != want.H || !reflect.DeepEqual(got.Words, want.Words) {
				t.Errorf("round %d, %+v: %v×%v %v, want %v×%v %v", round, s, got.W, got.H, got.Words, want.W, want.H, want.Words)
			}
			for i, r := range got.Rows {
				for k, g := range r.glyphs {
					w := want.Rows[i].glyphs[k]
					if g.key.gid != w.key.gid || g.x != w.x || g.y != w.y || g.rune_ != w.rune_ {
						t.Errorf("round %d, %+v: glyph %d of row %d is another", round, s, k, i)
					}
				}
			}
		}
	}
	if kept.shapedRunes > mostShaped || len(kept.shaped) == 0 {
		t.Errorf("%d runes are kept in %d runs", kept.shapedRunes, len(kept.shaped))
	}
}
