package motion

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// Verbs that words obey in a way of their own: filling, being drawn, morphing.

// opening limits a sprite to the share e of its box, from the side that (dx, dy)
// points to; e = 1 is all of it.
func opening(p *scene.Pose, dx, dy, e float64) {
	if e >= 1 {
		return
	}
	r := p.Sprite.Img.Rect.Add(image.Pt(int(math.Round(p.X)), int(math.Round(p.Y))))
	w, h := int(float64(r.Dx())*e), int(float64(r.Dy())*e)
	switch {
	case dx > 0:
		r.Min.X = r.Max.X - w
	case dy > 0:
		r.Min.Y = r.Max.Y - h
	case dy < 0:
		r.Max.Y = r.Min.Y + h
	default:
		r.Max.X = r.Min.X + w
	}
	clip(p, r)
}

// fillWords shows the words as faint hollows that colour rises in.
func (c *comp) fillWords(m scene.Move, b *text.Block, x, y, at float64, tracks []track) {
	s, dx, dy := c.shadowed(b, -1)
	px, py := c.pxX(x)+dx, c.pxY(y)+dy
	const d = 1.0
	ghost := func(t float64, p *scene.Pose) {
		p.Alpha *= .12 * inOutSine(ramp(t, at, .25))
		if t > at+d+.15 {
			p.Alpha = 0
		}
	}
	c.add(s, px, py, append([]track{ghost}, tracks...)...)
	fx, fy := direction(m.From, 0, 1)
	c.add(s, px, py, append([]track{func(t float64, p *scene.Pose) {
		opening(p, fx, fy, inOutCubic(ramp(t, at+.1, d)))
	}}, tracks...)...)
}

// drawWords lets a pen go round the letters, then fills them.
func (c *comp) drawWords(m scene.Move, b *text.Block, x, y, at float64, tracks []track) {
	box := b.Bounds(-1).Inset(-2)
	img := image.NewRGBA(image.Rect(0, 0, max(1, box.Dx()), max(1, box.Dy())))
	cv := raster.NewCanvas(img)
	cv.CTM = raster.Translate(-float64(box.Min.X), -float64(box.Min.Y))
	pen := max(2.2, .036*b.Size)
	cv.Fill(b.Path(-1).Stroke(pen), raster.Solid(b.Spec.Color), 1)
	// Only the outer half of the line stays: letters are made of shapes that overlap.
	inner := newMask(img.Rect.Dx(), img.Rect.Dy(), b.Path(-1).Transform(cv.CTM))
	for i, m := range inner.Pix {
		for k := range 4 {
			img.Pix[4*i+k] = uint8(int(img.Pix[4*i+k]) * (255 - int(m)) / 255)
		}
	}
	fx, fy := direction(m.From, -1, 0)
	const d = .9
	line := func(t float64, p *scene.Pose) {
		opening(p, fx, fy, inOutCubic(ramp(t, at, d)))
		p.Alpha *= 1 - ramp(t, at+d+.3, .15)
	}
	c.add(&scene.Sprite{Img: img}, c.pxX(x)+float64(box.Min.X), c.pxY(y)+float64(box.Min.Y), append([]track{line}, tracks...)...)
	s, dx, dy := c.shadowed(b, -1)
	c.add(s, c.pxX(x)+dx, c.pxY(y)+dy, append([]track{func(t float64, p *scene.Pose) {
		opening(p, fx, fy, inOutCubic(ramp(t, at+.35, d)))
	}}, tracks...)...)
}

// morphWords turns a bar for every row into its words: the bar grows to the row's
// length, then gives way to the letters from its top.
func (c *comp) morphWords(b *text.Block, x, y, at float64, tracks []track) {
	for i := range b.Rows {
		start := at + .1*float64(i)
		s, dx, dy := b.SpriteRow(i)
		r := s.Img.Rect
		px, py := c.pxX(x)+float64(dx), c.pxY(y)+float64(dy)
		img := image.NewRGBA(r)
		p := &raster.Path{}
		p.RoundRect(1, 1, float64(r.Dx()-2), float64(r.Dy()-2), .14*float64(r.Dy()))
		col := c.th.A
		if look.Contrast(col, c.st.Base) < 1.5 {
			col = colorOf(b)
		}
		raster.NewCanvas(img).Fill(p, solid(col), 1)
		give := func(t float64) float64 { return inOutCubic(ramp(t, start+.35, .5)) }
		c.add(&scene.Sprite{Img: img}, px, py, append([]track{func(t float64, p *scene.Pose) {
			grown := outQuint(ramp(t, start, .4))
			if b.RTL {
				opening(p, 1, 0, grown)
			} else {
				opening(p, -1, 0, grown)
			}
			if e := give(t); e >= 1 {
				p.Alpha = 0
			} else if e > 0 {
				opening(p, 0, 1, 1-e)
			}
			if grown <= 0 {
				p.Alpha = 0
			}
		}}, tracks...)...)
		l := c.add(s, px, py, append([]track{func(t float64, p *scene.Pose) {
			if e := give(t); e <= 0 {
				p.Alpha = 0
			} else {
				opening(p, 0, -1, e)
			}
		}}, tracks...)...)
		c.note(l, b, r)
	}
}
