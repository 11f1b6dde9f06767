package motion

import (
	"image"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestOneWordStandsWithItsAddress: "Order" alone below a button says nothing; more words
// stand there.
func TestOneWordStandsWithItsAddress(t *testing.T) {
	t.Parallel()
	for action, want := range map[string]string{"Order": "Order · fleet.example", "Book a free pilot": "fleet.example"} {
		for _, size := range []image.Point{landscape, portrait, square} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: scene.End, Headline: "New vans", Say: "Order at fleet.example.", Action: action, URL: "fleet.example"}, scene.Look{}, size, 6)
			found := map[string]bool{}
			for _, v := range visible(c, 5) {
				found[v.block.Spec.Text] = true
			}
			if !found[want] || found[action] != (action != "Order") {
				t.Errorf("%v, %q: %v", size, action, found)
			}
		}
	}
}
