package sound

import (
	"math/rand/v2"
	"slices"
)

// theme is the piece's own tune: two bars that come back, changed to fit the chord
// they fall on, and an answer to them. Under speech a tune has to be sparse.
type theme struct {
	call, answer [2]string // rhythms, a bar each
	contour      []int     // steps of the scale from note to note
	inst         *instrument
}

// tunes are rhythms for slow and for quick moods.
var tunes = [2][]string{
	{"x.......x...x...", "x...........x...", "x.....x.x.......", "....x...x.......", "x.......x......."},
	{"x..x..x.....x...", "x.....x.x...x...", "..x.x.x.....x...", "x...x.x.........", "x..x....x.x....."},
}

func newTheme(rng *rand.Rand, m *mood) theme {
	t := theme{inst: m.high}
	if t.inst == nil {
		t.inst = m.keys
	}
	pool := tunes[0]
	if m.tempo[0] >= 90 {
		pool = tunes[1]
	}
	t.call = [2]string{pick(rng, pool), pick(rng, pool)}
	t.answer = [2]string{pick(rng, pool), "x..............."}
	// Small steps with a leap now and then that is filled afterwards, as singers like.
	for range 8 {
		step := []int{1, -1, 1, 2, -1, -2, 3, 0}[rng.IntN(8)]
		if n := len(t.contour); n > 0 && t.contour[n-1] >= 2 {
			step = -1
		}
		t.contour = append(t.contour, step)
	}
	return t
}

// sings reports whether the theme is heard in a bar: it opens the piece, rests in
// verses and belongs to the fullest sections.
func (s barPlan) sings() bool {
	return s.part == chorus && s.level >= 3 || s.level == 1 && s.part == verse || s.part == bridge && s.level >= 3 && s.bar >= 4
}

// sing plays a bar of the theme. Notes on the beat belong to the chord, those
// between may pass.
func (c *composer) sing(bar int, s barPlan, ch chord) {
	if !s.sings() {
		c.sung = 0
		return
	}
	rhythm := c.theme.call[s.bar%2]
	if s.bar%4 >= 2 && s.bar%8 >= 4 || s.bar%4 == 3 {
		rhythm = c.theme.answer[s.bar%2]
	}
	const low, high = 71, 86
	tones := append(c.pitches(ch, low), c.pitches(ch, low+12)...)
	if c.sung == 0 {
		c.sung = tones[1]
	}
	k := 4 * (s.bar % 2)
	c.steps(rhythm, func(step, next int, accent float64) {
		target := c.move(c.sung, c.theme.contour[k%len(c.theme.contour)])
		k++
		for target > high {
			target -= 12
		}
		for target < low {
			target += 12
		}
		if step%8 == 0 || next-step >= 6 {
			target = nearest(tones, target)
		}
		c.sung = target
		c.play(roleHigh, c.theme.inst, c.step(bar, step)+c.human(), target, int64(float64(next-step)*c.beat/4), .95*accent*(.92+.16*c.rng.Float64()))
	})
}

// move goes steps of the scale up or down from a pitch in it.
func (c *composer) move(pitch, steps int) int {
	for ; steps > 0; steps-- {
		pitch++
		for !c.inScale(pitch) {
			pitch++
		}
	}
	for ; steps < 0; steps++ {
		pitch--
		for !c.inScale(pitch) {
			pitch--
		}
	}
	return pitch
}

// nearest is the tone closest to a pitch; of two, the lower.
func nearest(tones []int, pitch int) int {
	return slices.MinFunc(tones, func(a, b int) int {
		if d := max(a-pitch, pitch-a) - max(b-pitch, pitch-b); d != 0 {
			return d
		}
		return a - b
	})
}
