package layout

import (
	"testing"

	"gitops.video/render/render/engine/internal/prose"
)

// An item may begin with an amount.
func TestUnfoldedItemsBeginWithAmounts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"1. Fill the tank. 2. Start it. 3. 20 minutes later, empty it. 4. Rinse twice.": 4,
		"Version 3. 5 is out.": 1,
	} {
		if got := Unfold([]prose.Line{{N: 1, Text: text}}); len(got) != want {
			t.Errorf("%q: %d lines: %v", text, len(got), got)
		}
	}
}
