package avatar

import (
	"encoding/binary"
	"image"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"gitops.video/render/render/engine/internal/face"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// A puppet is a photo whose face moves. Nothing is drawn new but the inside of the
// mouth: every pixel of the result is looked up somewhere else in the photo. The
// head sways within a soft ellipse, the lower lip and the jaw slide down, the skin
// above an eye is drawn over it.
type puppet struct {
	src  *image.RGBA // the photo at final size; its bounds are the view's in the frame
	m    *motion
	d    float64 // distance of the pupils, frame pixels: the unit of what follows
	mh   float64 // pixels a mh
	eyes [2]raster.Pt
	mid  raster.Pt  // of the mouth
	ux   raster.Pt  // along the mouth, to the right; unit length
	half float64    // half the mouth's width
	sag  float64    // how far the lips' line hangs below its ends
	tone float64    // light on the face, 0–1
	cast [3]float64 // its colour, 1 = none
	tint float64    // how much colour the skin has, 0–1
	bare bool       // the photo shows the upper teeth: they stay where they are
	skin [2]uint32  // of the lids: that below each eye

	now  float64
	some bool
	inst instant
}

// The moving parts of a puppet.
const (
	headPart = iota
	eyePartL
	eyePartR
	mouthPart
)

// newPuppet scales img so that the eyes come to lie at at within view, without
// uncovering any of it.
func newPuppet(img *image.RGBA, m face.Marks, view image.Rectangle, scale float64, at raster.Pt) *puppet {
	ex, ey := (m.EyeL.X+m.EyeR.X)/2, (m.EyeL.Y+m.EyeR.Y)/2
	w, h := float64(img.Rect.Dx())*scale, float64(img.Rect.Dy())*scale
	ox := max(float64(view.Max.X)-w, min(float64(view.Min.X), at.X-ex*scale))
	oy := max(float64(view.Max.Y)-h, min(float64(view.Min.Y), at.Y-ey*scale))
	p := &puppet{src: image.NewRGBA(view)}
	draw.CatmullRom.Transform(p.src, f64.Aff3{scale, 0, ox, 0, scale, oy}, img, img.Rect, draw.Src, nil)
	if scale > 1.2 {
		sharpen(p.src, .45*scale, min(.8, .6*(scale-1)))
	}
	put := func(q face.Pt) raster.Pt { return raster.Pt{X: q.X*scale + ox, Y: q.Y*scale + oy} }
	l, r, top, bottom := put(m.MouthL), put(m.MouthR), put(m.LipTop), put(m.LipBottom)
	p.eyes = [2]raster.Pt{put(m.EyeL), put(m.EyeR)}
	p.d = m.EyeDistance() * scale
	p.mh = p.d / (2 * eyeX)
	p.half = math.Hypot(r.X-l.X, r.Y-l.Y) / 2
	p.ux = raster.Pt{X: (r.X - l.X) / (2 * p.half), Y: (r.Y - l.Y) / (2 * p.half)}
	p.mid = raster.Pt{X: (l.X + r.X) / 2, Y: (l.Y + r.Y) / 2}
	// Lips part a little above the middle between their edges.
	line := raster.Pt{X: top.X + (bottom.X-top.X)*.44, Y: top.Y + (bottom.Y-top.Y)*.44}
	p.sag = max(-.06*p.d, min(.1*p.d, -(line.X-p.mid.X)*p.ux.Y+(line.Y-p.mid.Y)*p.ux.X))
	p.light()
	if edge, ok := p.teeth(math.Hypot(bottom.X-top.X, bottom.Y-top.Y)); ok {
		p.bare, p.sag = true, edge
	}
	return p
}

// teeth is how far below the mouth's corners the teeth end that a smile shows, on the
// midline; ok is that it shows them. They are as light as the skin and have less colour;
// in a grey photo they are lighter.
// The mouth opens below them: what is of the upper jaw does not go down with the lower lip.
func (p *puppet) teeth(lips float64) (edge float64, ok bool) {
	skin, tint := p.tone*255, p.tint
	var sum, weight float64
	n, found := 0, 0
	for u := -.5; u <= .51; u += .1 {
		n++
		bow, high, last := 1-u*u, 0, math.Inf(-1)
		for v := p.sag*bow - .6*lips; v < p.sag*bow+.6*lips; v++ {
			a := u * p.half
			c := p.sample(p.mid.X+a*p.ux.X-v*p.ux.Y, p.mid.Y+a*p.ux.Y+v*p.ux.X)
			if y, s := lightOf(c); y > .72*skin && s < .62*tint || tint < .08 && y > 1.1*skin {
				high, last = high+1, v
			}
		}
		if float64(high) > .12*lips {
			found, sum, weight = found+1, sum+last*bow, weight+bow*bow
		}
	}
	if found*3 < n*2 {
		return 0, false
	}
	return sum / weight, true
}

// lightOf is the luminance of a colour, 0–255, and how much colour there is in it, 0–1.
func lightOf(c uint32) (luminance, tint float64) {
	r, g, b := float64(c&255), float64(c>>8&255), float64(c>>16&255)
	top := max(r, g, b, 1)
	return .3*r + .59*g + .11*b, (top - min(r, g, b)) / top
}

// light measures the light on the cheeks: its strength and its colour, and the skin that
// lids are of.
func (p *puppet) light() {
	var sum [3]float64
	n := 0.0
	for i, e := range p.eyes {
		p.skin[i] = p.skinBelow(e)
		for dy := .45; dy < .75; dy += .05 {
			x, y := int(e.X), int(e.Y+dy*p.d)
			if !(image.Point{X: x, Y: y}).In(p.src.Rect) {
				continue
			}
			c := p.src.RGBAAt(x, y)
			sum[0], sum[1], sum[2], n = sum[0]+float64(c.R), sum[1]+float64(c.G), sum[2]+float64(c.B), n+1
		}
	}
	p.tone, p.cast = .6, [3]float64{1, 1, 1}
	if y := .3*sum[0] + .59*sum[1] + .11*sum[2]; y > 0 {
		p.tone = y / n / 255
		top := max(sum[0], sum[1], sum[2])
		p.tint = (top - min(sum[0], sum[1], sum[2])) / top
		for i, v := range sum {
			p.cast[i] = 1 + .3*(v/y-1) // skin's own colour is in it, so not all of it
		}
	}
}

// skinBelow is the mean colour of the skin between an eye and its cheek.
func (p *puppet) skinBelow(e raster.Pt) uint32 {
	var sum [3]float64
	n := 0.0
	for u := -.16; u <= .161; u += .04 {
		for v := .24; v <= .341; v += .02 {
			c := p.sample(e.X+(u*p.ux.X-v*p.ux.Y)*p.d, e.Y+(u*p.ux.Y+v*p.ux.X)*p.d)
			for i := range sum {
				sum[i] += float64(c >> (8 * i) & 255)
			}
			n++
		}
	}
	out := uint32(255 << 24)
	for i, v := range sum {
		out |= uint32(v/n+.5) << (8 * i)
	}
	return out
}

func (p *puppet) at(t float64) *instant {
	if !p.some || p.now != t {
		p.inst, p.now, p.some = p.m.at(t), t, true
		s := &p.inst
		s.blink = math.Round(s.blink*8) / 8
		s.mouth = s.lips.shape()
	}
	return &p.inst
}

// pull is how far the head has moved at (x, y): its own sway, fading outwards.
type pull struct {
	dx, dy, turn float64 // pixels, radians
	cx, cy       float64 // turns about the chin
	ox, oy       float64 // centre of the ellipse
	a, b         float64 // its radii
}

func (p *puppet) pull(t float64) pull {
	s := *p.at(t)
	tick := math.Floor(t*10+1e-6) / 10
	slow := p.m.at(tick)
	q := func(v, step float64) float64 { return math.Round(v/step) * step }
	mx, my := (p.eyes[0].X+p.eyes[1].X)/2, (p.eyes[0].Y+p.eyes[1].Y)/2
	return pull{
		dx: q((14*slow.yaw+slow.shiftX)*.9*p.mh, .125), dy: q((slow.shiftY*.8+22*s.pitch)*p.mh, .125),
		turn: q(slow.roll*.55, .02) * math.Pi / 180,
		cx:   mx, cy: my + 1.6*p.d, ox: mx, oy: my + .35*p.d, a: 1.35 * p.d, b: 1.95 * p.d,
	}
}

// from is where the pixel at (x, y) comes from.
func (h *pull) from(x, y float64) (float64, float64) {
	ex, ey := (x-h.ox)/h.a, (y-h.oy)/h.b
	r := ex*ex + ey*ey
	if r >= 2.56 {
		return x, y
	}
	w := 1.0
	if r > 1 {
		w = 1 - smooth((math.Sqrt(r)-1)/.6)
	}
	return x - w*(h.dx-h.turn*(y-h.cy)), y - w*(h.dy+h.turn*(x-h.cx))
}

// box is what a part covers.
func (p *puppet) box(part int) image.Rectangle {
	d := p.d
	var x0, y0, x1, y1 float64
	switch part {
	case headPart:
		mx, my := (p.eyes[0].X+p.eyes[1].X)/2, (p.eyes[0].Y+p.eyes[1].Y)/2+.35*d
		x0, y0, x1, y1 = mx-2.17*d, my-3.13*d, mx+2.17*d, my+3.13*d
	case mouthPart:
		h := max(.8*d, 2.1*p.half)
		x0, y0, x1, y1 = p.mid.X-h, p.mid.Y-.62*d, p.mid.X+h, p.mid.Y+1.0*d
	default:
		e := p.eyes[part-eyePartL]
		x0, y0, x1, y1 = e.X-.4*d, e.Y-.42*d, e.X+.4*d, e.Y+.28*d
	}
	return image.Rect(int(x0), int(y0), int(x1)+1, int(y1)+1).Intersect(p.src.Rect)
}

// jaw is the mouth at one instant, in pixels.
type jaw struct {
	open, wide           float64 // gap on the midline; width, 1 = at rest
	upper, lower, tongue float64 // heights of what is seen inside
}

func (p *puppet) jaw(s shape) jaw {
	const k = .8 // a real face opens less than a drawn one
	px := p.mh * k
	return jaw{
		open: max(0, s.opening()-4) * px, wide: 1 + (s.o[0][0]/104-1)*.5,
		upper: max(0, s.tu-s.i[3][1]) * px, lower: max(0, s.i[6][1]-s.tl) * px, tongue: max(0, s.i[6][1]-s.tg) * px,
	}
}

// draw warps one part's box.
func (p *puppet) draw(part int, h pull, j jaw, blink float64) *image.RGBA {
	box := p.box(part)
	if box.Empty() {
		return nil
	}
	out := image.NewRGBA(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := out.Pix[out.PixOffset(box.Min.X, y):][:4*box.Dx()]
		for i := 0; i < box.Dx(); i++ {
			x0, y0 := float64(box.Min.X+i)+.5, float64(y)+.5
			fx, fy := h.from(x0, y0)
			if part == headPart && fx == x0 && fy == y0 { // outside the ellipse
				copy(row[4*i:4*i+4], p.src.Pix[p.src.PixOffset(box.Min.X+i, y):])
				continue
			}
			var c uint32
			switch part {
			case mouthPart:
				c = p.mouthPixel(fx, fy, &j)
			case eyePartL, eyePartR:
				c = p.lidPixel(fx, fy, part-eyePartL, blink)
			default:
				c = p.sample(fx, fy)
			}
			binary.LittleEndian.PutUint32(row[4*i:], c)
		}
	}
	return out
}

// sample reads the photo at a place between pixels; beyond its edge the edge repeats.
func (p *puppet) sample(x, y float64) uint32 {
	r := p.src.Rect
	u, v := int64((x-float64(r.Min.X)-.5)*256), int64((y-float64(r.Min.Y)-.5)*256)
	u, v = max(0, min(int64(r.Dx()-2)<<8, u)), max(0, min(int64(r.Dy()-2)<<8, v))
	o := int(v>>8)*p.src.Stride + int(u>>8)*4
	fx, fy := uint64(u&255), uint64(v&255)
	top, bot := binary.LittleEndian.Uint64(p.src.Pix[o:]), binary.LittleEndian.Uint64(p.src.Pix[o+p.src.Stride:])
	w11 := fx * fy >> 8
	sum := spread(uint32(top))*(256-fx-fy+w11) + spread(uint32(top>>32))*(fx-w11) + spread(uint32(bot))*(fy-w11) + spread(uint32(bot>>32))*w11 + 0x0080008000800080
	return gather(sum >> 8 & 0x00ff00ff00ff00ff)
}

// lidPixel is the colour at (x, y) with the skin between brow and eye drawn down over
// the eye, its lashes at its lower edge.
func (p *puppet) lidPixel(x, y float64, eye int, blink float64) uint32 {
	e := p.eyes[eye]
	dx, dy := x-e.X, y-e.Y
	along, down := dx*p.ux.X+dy*p.ux.Y, -dx*p.ux.Y+dy*p.ux.X
	u := along / (.33 * p.d)
	if blink <= 0 || u <= -1 || u >= 1 {
		return p.sample(x, y)
	}
	s := math.Sqrt(1 - u*u)
	open, shut, lash := -.085*p.d*s, .075*p.d*s, max(1, .016*p.d)
	top, now := open-.08*p.d, open+(shut-open)*blink
	if down <= top || down >= now+lash {
		return p.sample(x, y)
	}
	c := p.sample(x, y)
	if down < now {
		// The skin stretches; the lashes of the open eye, at its lower edge, stay out of
		// it, and what little of the brow is in it is smoothed away sideways.
		t := (down - top) / (now - top)
		from := top + (down-top)*(open-.034*p.d-top)/(now-top)
		at := func(a float64) uint32 {
			return p.sample(e.X+a*p.ux.X-from*p.ux.Y, e.Y+a*p.ux.Y+from*p.ux.X)
		}
		w := .05 * p.d * t * blink
		c = mixPixel(mixPixel(at(along-w), at(along+w), .5), at(along), .4)
		// A crease or make-up would be drawn out into a smear: most of a lid is skin.
		c = mixPixel(c, p.skin[eye], .72*smooth(t*2.2)*blink)
		c = mixPixel(c, 255<<24, .16*t*t*t*blink) // a lid turns away from the light
	}
	line := max(0, 1-math.Abs(down-now)/lash) * blink * min(1, 1.6*s) * .72
	dark := uint32(44*p.tone) | uint32(28*p.tone)<<8 | uint32(24*p.tone)<<16 | 255<<24
	c = mixPixel(c, dark, line)
	return mixPixel(c, p.sample(x, y), smooth((math.Abs(u)-.8)/.2)) // softly into the corners
}

// mouthPixel is the colour at (x, y) with the mouth as j says.
func (p *puppet) mouthPixel(x, y float64, j *jaw) uint32 {
	dx, dy := x-p.mid.X, y-p.mid.Y
	u, v := (dx*p.ux.X+dy*p.ux.Y)/p.half, -dx*p.ux.Y+dy*p.ux.X
	line := p.sag * max(0, 1-u*u)
	v -= line
	g := 0.0
	if k := u / (.92 * j.wide); k > -1 && k < 1 {
		g = 1 - k*k // the lips stay together at their corners
	}
	up, low := .2*j.open*g, .8*j.open*g
	if p.bare { // teeth do not go up with the lip
		up, low = .04*j.open*g, .96*j.open*g
	}
	// Sideways the lips draw together or apart.
	if a := 1 - smooth(math.Abs(v)/(.55*p.d)); a > 0 && math.Abs(u) < 2 {
		u *= 1 + (1/j.wide-1)*a*(1-u*u/4)
	}
	back := func(v float64) uint32 {
		v += p.sag * max(0, 1-u*u)
		a := u * p.half
		return p.sample(p.mid.X+a*p.ux.X-v*p.ux.Y, p.mid.Y+a*p.ux.Y+v*p.ux.X)
	}
	switch {
	case v >= low:
		t := (v - low) / (.85 * p.d)
		wide := .6 / (1 + u*u*.38 + u*u*u*u*.074)
		k := smooth(t * 1.8)
		v -= .8 * j.open * (g + (wide-g)*k) * (1 - smooth(t))
	case v <= -up:
		v += up * (1 - smooth((-v-up)/(.4*p.d)))
	default:
		// A pixel of soft edge to the lips on both sides.
		edge := min(1, min(v+up, low-v)/max(.7, .012*p.d))
		lip := back(0)
		return mixPixel(lip, p.inside(u, v+up, up+low, j), edge)
	}
	return back(v)
}

// inside paints the open mouth: u across (-1…1), v down from the upper lip, gap high.
func (p *puppet) inside(u, v, gap float64, j *jaw) uint32 {
	q := v / max(1e-6, gap)
	lit := .42 + .72*p.tone
	c := [3]float64{(40 + 60*q) * lit, (14 + 20*q) * lit, (17 + 22*q) * lit}
	mix := func(r, g, b, a float64) {
		a = max(0, min(1, a))
		c[0], c[1], c[2] = c[0]+(r*p.cast[0]-c[0])*a, c[1]+(g*p.cast[1]-c[1])*a, c[2]+(b*p.cast[2]-c[2])*a
	}
	soft := max(.8, .016*p.d)
	if t := j.tongue; t > 0 {
		// It lies deep in the mouth, darkest behind the lower lip: as light and as high as
		// the lip it would be taken for one.
		h := min(t, .55*gap) * (1 - u*u*1.1)
		deep := lit * (.56 + .34*min(1, max(0, (gap-v)/max(1e-6, h))))
		mix(178*deep, 78*deep, 82*deep, (h-(gap-v))/(2.5*soft)*.85)
	}
	// Teeth lie in the lips' shade: dark at the sides, under the upper lip, and where
	// the mouth is hardly open.
	side := (1 - .55*u*u) * min(1, .62+2.6*gap/p.d)
	if t, seen := j.lower, smooth((gap-.1*p.d)/(.08*p.d)); t > 0 && seen > 0 {
		mix(206*lit*side, 190*lit*side, 172*lit*side, min(1, (t*.7*(1-.5*u*u)-(gap-v))/(1.5*soft))*.6*seen)
	}
	if t := min(j.upper, .17*p.d); t > 0 && !p.bare {
		t = min(t, gap*.9)
		shade := .72 + .28*smooth(v/max(1, .07*p.d))
		mix(243*lit*side*shade, 229*lit*side*shade, 211*lit*side*shade, (t*(1-.3*u*u)-v)/(1.6*soft)*.92)
	}
	b := func(v float64) uint32 { return uint32(max(0, min(255, v)) + .5) }
	return b(c[0]) | b(c[1])<<8 | b(c[2])<<16 | 255<<24
}

// mixPixel is a at t = 0, b at t = 1.
func mixPixel(a, b uint32, t float64) uint32 {
	k := uint64(max(0, min(1, t)) * 256)
	return gather((spread(a)*(256-k) + spread(b)*k + 0x0080008000800080) >> 8 & 0x00ff00ff00ff00ff)
}

// puppetLayer puts a part on stage; a part that looks like the head behind it is
// left out.
type puppetLayer struct {
	p      *puppet
	part   int
	corner *corners
	have   bool
	pull   pull
	jaw    jaw
	blink  float64
	last   scene.Pose
}

// At draws the part for t, or returns what it drew before if nothing moved.
func (l *puppetLayer) At(t float64) scene.Pose {
	s, h := l.p.at(t), l.p.pull(t)
	var j jaw
	blink := 0.0
	switch l.part {
	case mouthPart:
		j = l.p.jaw(s.mouth)
		if j.open < .3 && math.Abs(j.wide-1) < .015 {
			return scene.Pose{}
		}
	case eyePartL, eyePartR:
		if blink = s.blink; blink == 0 {
			return scene.Pose{}
		}
	}
	if !l.have || h != l.pull || j != l.jaw || blink != l.blink {
		l.have, l.pull, l.jaw, l.blink, l.last = true, h, j, blink, scene.Pose{}
		if img := l.p.draw(l.part, h, j, blink); img != nil {
			l.corner.cut(img)
			l.last = posed(img, false)
		}
	}
	return l.last
}
