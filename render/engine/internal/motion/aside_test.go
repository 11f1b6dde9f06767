package motion

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// A note and three more words are all seen, at some time, in every format: never on
// the captions, below them, on other text or on the presenter.
func TestAsidesHaveTheirPlace(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	asides := []string{"Source: Commonwatt pilot, 24 flats, January 2026", "Free for residents", "No contract needed at all, for anybody", "From May"}
	for _, s := range samples() {
		switch s.ID {
		case "points", "pointsnone", "number", "compare", "process", "bars", "statement", "grid":
		default:
			continue
		}
		for _, spoken := range []bool{true, false} {
			for _, side := range []string{"", "right"} {
				for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}, {384, 480}} {
					s := s
					s.Note, s.Overlay, s.Presenter = asides[0], asides[1:], firstOf(s.Presenter, side)
					if s.Say = ""; spoken {
						s.Say = sampleSay
					}
					name := fmt.Sprintf("%s %v spoken=%v %q", s.ID, size, spoken, side)
					if ok, _ := Beside(&scene.Storyboard{Scenes: []scene.Scene{s}}, 0, size); ok {
						continue // composed in a frame of its own
					}
					c := composeFor(t, s, scene.Look{}, size, 8)
					seen := map[string]bool{}
					for at := .5; at < 8; at += .25 {
						for _, v := range visible(c, at) {
							for _, a := range asides {
								if v.block.Spec.Text != a {
									continue
								}
								seen[a] = true
								if v.block.Cut || len(v.block.Rows) > 1 {
									t.Errorf("%s: %q is cut or broken", name, a)
								}
								if z := c.stage.Captions; !z.Empty() && v.at.Max.Y > z.Max.Y && size.Y > size.X {
									t.Errorf("%s: %q at %v is below the captions %v", name, a, v.at, z)
								}
								if w := c.stage.Slot; w != nil && v.at.Overlaps(w.Window) {
									t.Errorf("%s: %q at %v is on the presenter", name, a, v.at)
								}
							}
						}
						for _, bad := range inspect(c, at, false) {
							for _, a := range asides {
								if strings.Contains(bad, fmt.Sprintf("%.24q", a)) {
									t.Errorf("%s at %.2f: %s", name, at, bad)
								}
							}
						}
					}
					for _, a := range asides {
						if !seen[a] {
							t.Errorf("%s: %q is never seen", name, a)
						}
					}
				}
			}
		}
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
