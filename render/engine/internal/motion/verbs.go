package motion

import (
	"hash/fnv"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// verb finds the motion verb that the prompt gives a part of the scene.
func (c *comp) verb(target string) (scene.Move, bool) {
	for _, m := range c.sc.Moves {
		t := strings.ToLower(m.Target)
		if target == "label" && (t == "subtitle" || t == "headline" && c.sc.Label == "") {
			return m, true // the small words of a figure, or its headline
		}
		if t == target || t == strings.TrimSuffix(target, "s") || t+"s" == target || target == "headline" && (t == "title" || t == "text" || t == "") {
			return m, true
		}
	}
	return scene.Move{}, false
}

// asked is the size, in u, that the prompt asks for a part of the scene ("120pt",
// "fills 40% of the frame"), else def.
func (c *comp) asked(target string, def, most float64) float64 {
	if m, ok := c.verb(target); ok && m.Size > 0 {
		return min(most, max(4, 100*m.Size))
	}
	return def
}

// direction is the unit vector that a move comes from.
func direction(from string, dx, dy float64) (float64, float64) {
	f := strings.ToLower(from)
	x, y := 0.0, 0.0
	if strings.Contains(f, "left") {
		x = -1
	}
	if strings.Contains(f, "right") {
		x = 1
	}
	if strings.Contains(f, "top") || strings.Contains(f, "above") || strings.Contains(f, "up") {
		y = -1
	}
	if strings.Contains(f, "bottom") || strings.Contains(f, "below") || strings.Contains(f, "down") {
		y = 1
	}
	if x == 0 && y == 0 {
		return dx, dy
	}
	return x, y
}

// enterAs is the entrance of the i-th thing that a verb may have been given for.
func (c *comp) enterAs(target string, at float64, i int) track {
	m, ok := c.verb(target)
	if !ok {
		return c.enter(at)
	}
	if target != "items" || m.Angle == 0 {
		return c.move(m, at, i)
	}
	// Rows and cards come on at an angle and stand straight: their active and done
	// states lie exactly over them.
	angle := m.Angle
	m.Angle = 0
	in := c.move(m, at, i)
	begin := at + m.Stagger*float64(i)
	return func(t float64, p *scene.Pose) {
		in(t, p)
		if k := inOutSine(ramp(t, begin+.2, .35)); k < 1 {
			p.Rotate += angle * (1 - k)
			pivot(p)
		}
	}
}

// asGroup moves the parts of a thing as one: they turn and grow about (cx, cy) px.
func asGroup(cx, cy float64, in track) track {
	return func(t float64, p *scene.Pose) {
		x, y := p.X, p.Y
		in(t, p)
		p.PivotX, p.PivotY = cx-x, cy-y
	}
}

// verbRows brings a headline on by its verb: all at once, row by row, word by word
// or letter by letter, as the verb says.
func (c *comp) verbRows(m scene.Move, b *text.Block, x, y, at float64, tracks []track) {
	if b == nil {
		return
	}
	put := func(s *scene.Sprite, dx, dy float64, in ...track) {
		c.add(s, c.pxX(x)+dx, c.pxY(y)+dy, append(in, tracks...)...)
	}
	name := scene.VerbName(m.Verb)
	switch name {
	case "type":
		c.typeOn(b, x, y, at, tracks)
	case "cascade":
		for i := range b.Words {
			s := c.shadowedWord(b, i, wordColor(b, i))
			st := m.Stagger
			if st == 0 {
				st = .08
			}
			n := len(b.Words)
			if st*float64(n) > .4*c.in.Seconds {
				st = .4 * c.in.Seconds / float64(n)
			}
			start := at + st*float64(i)
			fx, fy := direction(m.From, 0, -1)
			put(s.s, s.dx, s.dy, c.slideFrom(start, .5, 5*fx, 5*fy))
		}
	case "shatter":
		c.shatter(b, x, y, at, tracks)
	case "fill":
		c.fillWords(m, b, x, y, at, tracks)
	case "draw":
		c.drawWords(m, b, x, y, at, tracks)
	case "morph":
		c.morphWords(b, x, y, at, tracks)
	default:
		s, dx, dy := c.shadowed(b, -1)
		put(s, dx, dy, c.move(m, at, 0))
	}
	c.strike(name, at)
}

func extent(p *scene.Pose) (w, h float64) {
	b := p.Sprite.Img.Rect
	return float64(b.Dx()), float64(b.Dy())
}

func colorOf(b *text.Block) look.RGB {
	n := b.Spec.Color
	return look.RGB{R: float64(n.R) / 255, G: float64(n.G) / 255, B: float64(n.B) / 255}
}

// wordColor is the colour of a word: its span's, or the block's.
func wordColor(b *text.Block, i int) look.RGB {
	w, n := b.Words[i], b.Spec.Color
	for _, s := range b.Spec.Spans {
		if w.From >= s.From && w.To <= s.To {
			n = s.Color
		}
	}
	return look.RGB{R: float64(n.R) / 255, G: float64(n.G) / 255, B: float64(n.B) / 255}
}

// typeOn opens the rows letter by letter behind a cursor.
func (c *comp) typeOn(b *text.Block, x, y, at float64, tracks []track) {
	total := 0
	for _, r := range b.Rows {
		total += r.To - r.From
	}
	per := min(.055, .5*c.in.Seconds/float64(max(1, total)))
	type stop struct{ x, y float64 }
	var stops []stop // where the cursor stands after n letters
	start := at
	for i, r := range b.Rows {
		// The right edge of the row after each letter.
		edges := b.Edges(i)
		s, dx, dy := b.SpriteRow(i)
		px, py := c.pxX(x)+float64(dx), c.pxY(y)+float64(dy)
		from := start
		left := c.pxX(x)
		for _, e := range edges {
			stops = append(stops, stop{left + e, c.pxY(y) + r.Top})
		}
		c.add(s, px, py, append([]track{func(t float64, p *scene.Pose) {
			n := int((t - from) / per)
			if n >= len(edges) {
				return
			}
			if n <= 0 || t < from {
				p.Alpha = 0
				return
			}
			fr := c.px(c.frame())
			if b.RTL {
				fr.Min.X = int(left + edges[n-1])
			} else {
				fr.Max.X = int(left+edges[n-1]) + 1
			}
			clip(p, fr)
		}}, tracks...)...)
		start += per * float64(len(edges))
	}
	h := b.Size * .95 / c.u
	k := c.newCanvas(.45, h, 0)
	k.rr(0, 0, .45, h, .2, solid(c.th.A), 1)
	spr := k.sprite()
	lh := b.Spec.Line * b.Size
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
		n := int((t - at) / per)
		if t < at-.3 || len(stops) == 0 || n >= len(stops) && math.Mod(t, 1) > .5 || t > start+2.5 {
			return scene.Pose{}
		}
		q := stops[max(0, min(n, len(stops))-1)]
		return scene.Pose{Sprite: spr, X: math.Round(q.x + .25*c.u), Y: math.Round(q.y + (lh-h*c.u)/2), Scale: 1, Alpha: 1}
	}))
}

// shatter lets the words fly in from all sides, turning, and lock into place.
func (c *comp) shatter(b *text.Block, x, y, at float64, tracks []track) {
	f := fnv.New64a()
	f.Write([]byte(b.Spec.Text))
	g := newRNG(f.Sum64())
	for i := range b.Words {
		s := c.shadowedWord(b, i, wordColor(b, i))
		a, d, spin := g.float()*2*math.Pi, 18+g.float()*30, (g.float()-.5)*140
		sn, cs := math.Sincos(a)
		start := at + .02*float64(i)
		c.add(s.s, c.pxX(x)+s.dx, c.pxY(y)+s.dy, append([]track{func(t float64, p *scene.Pose) {
			k := ramp(t, start, .55)
			if k >= 1 {
				return
			}
			e := outQuint(k)
			p.X += cs * d * c.u * (1 - e)
			p.Y += sn * d * c.u * (1 - e)
			p.Rotate += spin * (1 - e)
			p.Scale *= 1 + .6*(1-e)
			p.Alpha *= clamp01(k * 4)
			pivot(p)
		}}, tracks...)...)
	}
}
