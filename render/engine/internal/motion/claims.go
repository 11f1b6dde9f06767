package motion

import (
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// shortValue is how many letters a value has at most that is read at a glance.
const shortValue = 14

// claimed says whether the rows of a comparison are sentences: none has a name, and some
// are longer than values are.
func claimed(l, r []scene.Item) bool {
	longest := 0
	for _, rows := range [][]scene.Item{l, r} {
		for _, it := range rows {
			if it.Label != "" {
				return false
			}
			longest = max(longest, utf8.RuneCountInString(it.Value))
		}
	}
	return longest > shortValue
}

// claims is a comparison of sentences: two lists on the same lines, in one size, the
// winner's ticked. In portrait one stands below the other, as lines need width.
func (c *comp) claims(a, b scene.Column, won bool, n int, rightAt float64) {
	l, r := pairs(a, b, n)
	lb, rb := c.versusBoxes(won)
	type side struct {
		at    box
		card  *canvas
		ct    cardText
		inner box
		rows  []scene.Item
	}
	sides := []side{{at: lb, rows: l}, {at: rb, rows: r}}
	size := map[int]float64{1: 6.4, 2: 5.2, 3: 4.6, 4: 4}[n]
	if size == 0 {
		size = 3.6
	}
	mark := size * 1.5
	var sets []set
	for i := range sides {
		s := &sides[i]
		s.card, s.ct, s.inner = c.sideCard(s.at, []scene.Column{a, b}[i].Title, i == 1 && won, i)
		weight := 620.0
		if i == 0 && won {
			weight = 520
		}
		for _, it := range s.rows {
			sets = append(sets, set{role: look.Role{Land: size, Port: size, Weight: weight, Track: -.012, Line: 1.18, Display: true}, text: it.Value, w: s.inner.w - mark, h: s.inner.h/float64(n) - 1.2, lines: 4, color: s.ct.text})
		}
	}
	blocks := c.blocks(sets)
	show := func(i int, at float64, blocks []*text.Block, tracks ...track) {
		s := sides[i]
		s.card.put(s.at.x, s.at.y, tracks...)
		times := c.rowTimes(s.rows, at)
		pitch := s.inner.h / float64(n)
		for k, q := range blocks {
			if q == nil {
				continue
			}
			rk := c.newCanvas(s.inner.w, pitch, .4)
			if k > 0 {
				rk.rr(0, 0, s.inner.w, .1, 0, fillOf(look.Fill{RGB: s.ct.text, Alpha: .14}), 1)
			}
			top := (pitch - c.hgt(q)) / 2
			first := top + c.hgt(q)/float64(2*len(q.Rows)) // the middle of its first line
			if letters := q.Size / c.u; i == 1 && won {
				rk.icon("check", 0, first-letters*.55, letters*1.1, s.ct.text, 2.6)
			} else {
				rk.disc(letters*.3+.2, first, letters*.17, solid(s.ct.muted), 1)
			}
			rk.text(q, mark, top)
			rk.put(s.inner.x, s.inner.y+float64(k)*pitch, c.enter(times[k]), tracks[len(tracks)-1])
		}
	}
	still := track(func(float64, *scene.Pose) {})
	from := c.pick(12, 10)
	c.together("items", lb, .3, 0, func() { show(0, .5, blocks[:n], c.slide(.3, .6, -from, 0), still) })
	if c.port {
		c.placeSide(rb, rb.y+3, rb.y+12, (rb.h-14)/float64(n), n, rightAt)
	} else {
		c.placeSide(rb, 31, 40.5, 35/float64(n), n, rightAt)
	}
	c.together("items", rb, rightAt, 1, func() {
		show(1, rightAt+.15, blocks[n:], c.slide(rightAt, .6, from, 0), c.lift(won, rightAt+.6))
	})
	if c.port { // off the words
		c.orDisc(rb.x+rb.w-9, (lb.y+lb.h+rb.y)/2, 3.8, rightAt+.35, "↓")
	} else {
		c.orDisc((lb.x+lb.w+rb.x)/2, 52.8, 4.5, rightAt+.35, "→")
	}
}
