package motion

import (
	"fmt"
	"image"
	"os"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// No picture stands still for more than 3 s, in no style and no kind of scene, though
// nobody speaks and no captions run. Where somebody stands in the picture, they move.
func TestNothingStandsStill(t *testing.T) {
	t.Parallel()
	const most = 3.0 // seconds
	for i, s := range samples() {
		for k, st := range []string{"", "minimal", "bold", "cinematic", "flat", "gradient", "retro", "cartoon"} {
			if testing.Short() && (i+k)%4 != 0 && os.Getenv("MOTION_ALL_LOOKS") == "" {
				continue
			}
			for _, size := range []image.Point{{320, 180}, {180, 320}} {
				t.Run(fmt.Sprintf("%s-%s-%d", s.ID, st, size.X), func(t *testing.T) {
					t.Parallel()
					s := s
					s.Say = ""
					c := composeFor(t, s, scene.Look{Style: st}, size, 9)
					if c.stage.Slot != nil {
						return
					}
					last, since := paint(c.stage, 0), 0.0
					for at := .5; at < 9; at += .5 {
						img := paint(c.stage, at)
						n := 0
						for i := 0; i < len(img.Pix); i += 4 {
							if abs8(img.Pix[i], last.Pix[i])+abs8(img.Pix[i+1], last.Pix[i+1])+abs8(img.Pix[i+2], last.Pix[i+2]) > 24 {
								n++
							}
						}
						if n >= 6 {
							since = at
						}
						if at-since > most {
							t.Fatalf("nothing moves from %.1f to %.1f s", since, at)
						}
						last = img
					}
				})
			}
		}
	}
}
