package avatar

import (
	"image"
	"math"
	"testing"
)

// What is seen in a photo's open mouth changes gently from side to side, however far it is
// open, and the tongue is darker than lips are.
func TestInsidesOfMouthsAreEven(t *testing.T) {
	t.Parallel()
	p := &puppet{d: 100, tone: .6, cast: [3]float64{1, 1, 1}}
	for _, v := range "BCDEFGH" {
		s, ok := visemes[byte(v)]
		if !ok {
			t.Fatalf("there is no shape %c", v)
		}
		p.mh = .32
		j := p.jaw(s)
		for k := range 3 * 60 {
			open, down := 2+float64(k/3), []float64{.5, .8, .98}[k%3]
			j.open = open
			was := image.Point{}
			for step := range 400 {
				u := -.9 + 1.8*float64(step)/399
				gap := open * (1 - u*u)
				c := p.inside(u, gap*down, gap, &j)
				now := image.Pt(int(c&255), int(c>>8&255))
				if step > 0 && (math.Abs(float64(now.X-was.X)) > 14 || math.Abs(float64(now.Y-was.Y)) > 14) {
					t.Fatalf("shape %c, %.0f px open: at %.3f across red and green jump from %v to %v", v, open, u, was, now)
				}
				was = now
			}
		}
	}
	j := jaw{open: 40, tongue: 30}
	if c := p.inside(0, 34, 40, &j); c&255 > 140 {
		t.Errorf("the tongue has a red of %d, as lips do", c&255)
	}
}
