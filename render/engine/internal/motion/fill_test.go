package motion

import (
	"fmt"
	"image"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// emptiest is the largest share of the frame's height between the furniture and where
// content may end that shows nothing but the ground: no words, card, picture or captions.
func emptiest(c *comp, t float64) (share float64, from, to int) {
	size := c.in.Size
	ground := image.NewRGBA(image.Rectangle{Max: size})
	c.stage.Backdrop.Draw(ground, t)
	img := paint(c.stage, t)
	if c.in.hosted {
		for y := int(c.pxY(c.h)); y < size.Y; y++ { // the panel is content
			for x := range size.X {
				img.Set(x, y, image.White)
			}
		}
	}
	first, last := int(c.pxY(c.pick(10, 17))), int(c.pxY(c.pick(91, 137)))
	last = min(last, size.Y*97/100)
	empty := first
	note := func(y int) {
		if s := float64(y-empty) / float64(size.Y); s > share {
			share, from, to = s, empty, y
		}
	}
	for y := first; y < last; y++ {
		n := 0
		for x := range size.X {
			if !(image.Pt(x, y)).In(c.stage.Captions) {
				p, q := img.RGBAAt(x, y), ground.RGBAAt(x, y)
				if abs8(p.R, q.R)+abs8(p.G, q.G)+abs8(p.B, q.B) < 40 {
					continue
				}
			}
			n++
		}
		if n > size.X/100 {
			note(y)
			empty = y + 1
		}
	}
	note(last)
	return share, from, to
}

func abs8(a, b uint8) int {
	d := int(a) - int(b)
	return max(d, -d)
}

// No part of a picture stands empty, whatever is left out: where no captions run, the content
// takes their place.
func TestNoHalfStandsEmpty(t *testing.T) {
	t.Parallel()
	for _, s := range samples() {
		if s.Kind == scene.Logo {
			continue // a brand stands alone
		}
		for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
			for _, st := range []string{"", "cinematic"} {
				for _, spoken := range []bool{false, true} {
					t.Run(fmt.Sprintf("%s-%dx%d-%s-%v", s.ID, size.X, size.Y, st, spoken), func(t *testing.T) {
						t.Parallel()
						s := s
						if s.Say = ""; spoken {
							s.Say = sampleSay
						}
						c := composeFor(t, s, scene.Look{Style: st}, size, 8)
						if share, from, to := emptiest(c, 7.4); share > .22 {
							t.Errorf("%.2f of the height is empty: rows %d to %d", share, from, to)
						}
					})
				}
			}
		}
	}
}
