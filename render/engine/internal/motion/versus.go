package motion

import (
	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// fewRows is how many rows a comparison has at most to be told by large values under
// their labels. More are lines of a table.
const fewRows = 2

// versus is a comparison of one or two rows: two cards, side by side or in portrait one
// below the other, whose values are their pictures. The rows stand on the same lines in
// both; in portrait they are beside each other, on the same edges.
func (c *comp) versus(a, b scene.Column, won bool, n int, rightAt float64) {
	l, r := pairs(a, b, n)
	lb, rb := c.versusBoxes(won)
	left, right := c.versusSide(lb, a, l, false, won, 0), c.versusSide(rb, b, r, won, won, 1)
	still := track(func(float64, *scene.Pose) {})
	from := c.pick(12, 10)
	c.together("items", lb, .3, 0, func() { left.put(right, .5, c.slide(.3, .6, -from, 0), still) })
	if c.port {
		c.placeSide(rb, rb.y+3, rb.y+12, rb.h-14, 1, rightAt)
	} else {
		c.placeSide(rb, 31, 40.5, 35/float64(n), n, rightAt)
	}
	c.together("items", rb, rightAt, 1, func() {
		right.put(left, rightAt+.15, c.slide(rightAt, .6, from, 0), c.lift(won, rightAt+.6))
	})
	if c.port {
		c.orDisc(c.w/2, (lb.y+lb.h+rb.y)/2, 4.2, rightAt+.35, "↓")
	} else { // off the words of the right card
		c.orDisc((lb.x+lb.w+rb.x)/2-1.8, 52.8, 4.5, rightAt+.35, "→")
	}
}

// versusBoxes are the cards of both sides.
func (c *comp) versusBoxes(won bool) (l, r box) {
	w := c.w - 13
	switch {
	case c.port && won:
		return box{8.3, 42, w - 3.6, 33.6}, box{6.5, 78.6, w, 38.2}
	case c.port:
		return box{6.5, 42, w, 35.8}, box{6.5, 81, w, 35.8}
	case won:
		return box{8.9, 27.5, 74, 50.5}, box{88, 24, 80.9, 57}
	}
	return box{8.9, 26, 76.5, 53}, box{92.4, 26, 76.5, 53}
}

// versusSide is one card of a comparison and what is read on it.
type versusSide struct {
	at    box
	rows  []scene.Item
	card  *canvas
	ct    cardText
	cells []versusCell
}

// versusCell is one row of a side: its place, u, its label and its value.
type versusCell struct {
	at           box
	label, value *text.Block
}

// sideCard is the card of a comparison's side with its name, and the room below that for
// its rows.
func (c *comp) sideCard(bx box, name string, hot bool, i int) (k *canvas, ct cardText, inner box) {
	style := cardStyle{n: i}
	z, pad, title := 6.0, 3.4, c.pick(3.6, 4.2)
	if hot {
		style.state, style.radius = active, 3.4
		z, pad, title = 6.8, 4, c.pick(4.2, 4.8)
	}
	k, ct = c.card(bx.w, bx.h, style)
	tile, icon := ct.tile, ct.muted
	if hot && !c.th.Style.Flat {
		tile, icon = look.Fill{RGB: c.th.A, Alpha: 1}, c.th.OnA
	}
	ty := 33.8 - bx.y - z/2
	if c.port {
		ty = 3
	}
	k.tile(icons.For("", i, name), pad, ty, z, tile, icon)
	tb := c.block(set{role: look.CardTitle, size: title, weight: 680, text: name, w: bx.w - 2*pad - z - 1.8, lines: 1, color: ct.text})
	k.text(tb, pad+z+1.8, ty+(z-c.hgt(tb))/2)
	if c.port {
		return k, ct, box{bx.x + pad, bx.y + ty + z + .6, bx.w - 2*pad, bx.h - ty - z - 2}
	}
	return k, ct, box{bx.x + pad, 40.5, bx.w - 2*pad, 35}
}

// versusSide sets one side of a comparison.
func (c *comp) versusSide(bx box, col scene.Column, rows []scene.Item, hot, won bool, i int) *versusSide {
	s := &versusSide{at: bx, rows: rows}
	var inner box
	s.card, s.ct, inner = c.sideCard(bx, col.Title, hot, i)
	if c.port {
		l, _ := c.versusBoxes(won)
		inner.x, inner.w = l.x+3.4, l.w-6.8
	}
	label, value, weight := c.pick(2.9, 3.4), c.pick(8, 7.6), 720.0
	if len(rows) == 1 {
		value = c.pick(13, 11)
	}
	if won && !hot {
		value, weight = value*.82, 560
	}
	labels, values := make([]set, len(rows)), make([]set, len(rows))
	for k, it := range rows {
		at := box{inner.x, inner.y + inner.h/float64(len(rows))*float64(k), inner.w, inner.h / float64(len(rows))}
		if c.port {
			w := (inner.w - 3*float64(len(rows)-1)) / float64(len(rows))
			at = box{inner.x + (w+3)*float64(k), inner.y, w, inner.h}
		}
		s.cells = append(s.cells, versusCell{at: at})
		labels[k] = set{role: look.Role{Land: label, Port: label, Weight: 470, Line: 1.2}, text: it.Label, w: at.w, h: label * 1.25, lines: 1, color: s.ct.muted}
		values[k] = set{role: look.Role{Land: value, Port: value, Weight: weight, Track: -.028, Line: 1.12, Display: true}, text: it.Value, w: at.w, h: at.h - label*1.25 - 2.2, lines: 1, color: s.ct.text}
	}
	lbs, vbs := c.blocks(labels), c.blocks(values)
	for k := range s.cells {
		s.cells[k].label, s.cells[k].value = lbs[k], vbs[k]
	}
	return s
}

// put brings the card on, and its rows one after the other from time at, on the lines
// that they share with the other side. The last of the tracks moves the rows as well.
func (s *versusSide) put(other *versusSide, at float64, tracks ...track) {
	c := s.card.c
	s.card.put(s.at.x, s.at.y, tracks...)
	times := c.rowTimes(s.rows, at)
	for i, k := range s.cells {
		mates := []versusCell{k, other.cells[i]}
		if c.port { // all stand in one line
			mates = append(append([]versusCell(nil), s.cells...), other.cells...)
		}
		label, above, below := 0.0, 0.0, 0.0
		for _, m := range mates {
			label = max(label, c.hgt(m.label))
			if m.value != nil {
				first := m.value.Rows[0].Baseline / c.u
				above, below = max(above, first), max(below, c.hgt(m.value)-first)
			}
		}
		rk := c.newCanvas(k.at.w, k.at.h, .4)
		if i > 0 && !c.port {
			rk.rr(0, 0, k.at.w, .1, 0, raster.Solid(s.ct.text.NRGBA(.16)), 1)
		}
		y := (k.at.h - label - min(.6, label) - above - below) / 2
		rk.text(k.label, 0, y+label-c.hgt(k.label))
		y += label + min(.6, label) + above
		if k.value != nil {
			rk.text(k.value, 0, y-k.value.Rows[0].Baseline/c.u)
		} else { // nothing is there
			rk.rr(0, y-above*.36, 4, .4, .2, raster.Solid(s.ct.muted.NRGBA(.7)), 1)
		}
		rk.put(k.at.x, k.at.y, c.enter(times[i]), tracks[len(tracks)-1])
	}
}
