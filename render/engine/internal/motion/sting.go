package motion

import (
	"image"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawLogo is the logo sting: the mark lands, rings go out from it, the name wipes
// out of it, a line runs under both.
func drawLogo(c *comp) {
	c.stageMotif(box{c.w/2 - 70, c.pick(25, 55), 140, c.pick(50, 60)})
	name := c.logoName()
	if name == "" && c.in.Logo == nil {
		name = c.sc.Headline
	}
	if name == "" && c.in.Logo == nil {
		name = c.sc.Subtitle // the only words there are
	}
	if name == "" && c.in.Logo == nil {
		drawStatement(c)
		return
	}
	mid, cy := c.pick(177.78, c.w)/2, c.pick(47, 76)
	h := c.pick(20, 22)
	if c.in.Logo != nil && name == "" {
		h = c.pick(30, 30)
	}
	w := h
	if b := c.logoBounds(); b.Dy() > 0 {
		w = h * float64(b.Dx()) / float64(b.Dy())
		limit := c.pick(110, c.w-16)
		if name != "" {
			limit = c.pick(60, c.w-16)
		}
		if w > limit {
			w, h = limit, h*limit/w
		}
	}
	size := h * .62
	nb := c.block(set{role: look.Role{Land: size, Port: min(size, 13), Weight: 760, Track: -.035, Line: 1.1, Display: true}, text: name,
		w: c.pick(150-w-6, c.w-14), lines: 1, color: c.st.Text, align: text.Start})
	gap, total := h*.3, w
	mx, my := mid-w/2, cy-h/2
	nx, ny := 0.0, 0.0
	if nb != nil && c.port {
		my = cy - h - 3
		nx, ny = mid-c.wid(nb)/2, cy+3
		total = max(w, c.wid(nb))
	} else if nb != nil {
		total = w + gap + c.wid(nb)
		mx = mid - total/2
		nx, ny = mx+w+gap, cy-c.hgt(nb)/2
	}
	free := h * 1.9
	if nb != nil { // the later rings stay off the name
		free = w/2 + gap - 1
		if c.port {
			free = h/2 + 5.5
		}
	}
	c.rings(mx+w/2, my+h/2, h, free)
	mark := c.newCanvas(w, h, h*.2)
	if c.in.Logo != nil {
		pic := c.fitLogo(c.in.Logo, int(w*c.u+.5), int(h*c.u+.5), c.st.Text, c.st.Dark)
		if c.rtl {
			turnImage(pic)
		}
		mark.blit(pic)
	} else {
		mark.monogram(0, 0, h, name, c.st.Text)
	}
	lit := c.pop(.12, .5)
	c.together("logo", box{mx, my, w, h}, .12, 0, func() { mark.put(mx, my, lit, c.breathe(1.4)) })
	if nb != nil {
		at := .45
		s, dx, dy := c.shadowed(nb, -1)
		l := c.add(s, c.pxX(nx)+dx, c.pxY(ny)+dy, c.grow(at, .55, false, outQuint), c.slide(at, .55, -gap, 0), c.breathe(1.4))
		c.note(l, nb, nb.Bounds(-1).Sub(image.Pt(int(dx), int(dy))))
	}
	ly := cy + h/2 + c.pick(6, 4)
	if nb != nil && c.port {
		ly = ny + c.hgt(nb) + 4
	}
	line := c.newCanvas(total*.5, .7, .2)
	line.rr(0, 0, total*.5, .7, .35, solid(c.th.A), 1)
	if c.st.Base == c.th.A || look.Contrast(c.th.A, c.st.Base) < 1.4 {
		line = c.newCanvas(total*.5, .7, .2)
		line.rr(0, 0, total*.5, .7, .35, solid(c.st.Text), 1)
	}
	line.put(mid-total*.25, ly, c.grow(.85, .5, false, inOutCubic))
	sub := c.sc.Subtitle
	if sub == "" && name != c.sc.Headline {
		sub = c.sc.Headline
	}
	if sub == name || strings.EqualFold(sub, c.in.Board.Look.LogoText) {
		sub = ""
	}
	sb := c.block(set{role: look.Subtitle, size: c.pick(3.6, 4.4), text: sub, w: c.pick(120, c.w-16), h: c.pick(min(11, 78-ly-4), min(18, 116-ly-4)), lines: c.lines(2, 3), color: c.st.Muted, align: text.Center})
	c.put(sb, mid-c.pick(120, c.w-16)/2, ly+4, c.enterAs("subtitle", 1.05, 0))
	c.captionZone(box{})
	c.hit(0, "whoosh")
	c.hit(.3, "impact")
}

func (c *comp) logoBounds() image.Rectangle {
	if c.in.Logo == nil {
		return image.Rectangle{}
	}
	return c.in.Logo.Bounds()
}

// rings go out from where the mark of height h lands, then one every three seconds, not
// farther than free.
func (c *comp) rings(cx, cy, h, free float64) {
	r := h * 1.9
	k := c.newCanvas(2*r, 2*r, .5)
	p := &raster.Path{}
	p.Circle(r, r, r-.3)
	k.Fill(p.Stroke(.5), solid(c.th.A), 1)
	for i, at := range []float64{.3, .5, 3.2, 6.2, 9.2} {
		d := 1.1
		if i > 1 {
			d = 2.2
		}
		k.put(cx-r, cy-r, func(t float64, p *scene.Pose) {
			v := ramp(t, at, d)
			if v <= 0 || v >= 1 {
				p.Alpha = 0
				return
			}
			from, to := .25, 1.0
			if i > 1 {
				to = min(1, free/r)
				from = min(from, to*.7)
			}
			p.Scale = from + (to-from)*outCubic(v)
			p.Alpha = .55 * (1 - v)
			pivot(p)
		})
	}
}

// breathe swells a thing by a hundredth, slowly, from time at on.
func (c *comp) breathe(at float64) track {
	return func(t float64, p *scene.Pose) {
		if t > at {
			p.Y -= .25 * c.u * math.Sin((t-at)*1.3)
		}
	}
}
