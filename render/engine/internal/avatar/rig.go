package avatar

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// A rig cuts a person into parts. Each part is drawn once for each state it can
// be in (baked), at more than final resolution, and from then on only resampled
// to where the head or the body is. Movement is quantised to steps that cannot
// be seen, so that most frames reuse the last picture of most parts.

// part is one layer of a person.
type part struct {
	depth float64                  // parallax, mh for a full turn
	body  bool                     // moves with the torso, not with the head
	over  float64                  // share of the rig's oversampling, 0 = 1
	box   [4]float64               // where it can draw, mh: x0, y0, x1, y1
	key   func(s *instant) uint64  // state; nil = only one
	draw  func(g *pen, s *instant) // draws that state
	jaw   bool                     // follows the jaw
	arm   bool                     // an arm: stills can do without

	cache  map[uint64]*baked
	bytes  int    // of the cache
	closed *baked // with the jaw closed, if it follows the jaw
}

// rig is a person in a slot.
type rig struct {
	f      *figure
	m      *motion
	slot   scene.Slot
	view   image.Rectangle // what of the window nothing covers
	px     float64         // pixels a mh
	over   float64         // baked pixels a pixel
	push   float64
	total  float64
	corner *corners

	now  float64 // the time inst is for
	inst instant
	some bool
}

func (r *rig) at(t float64) *instant {
	if !r.some || r.now != t {
		r.inst, r.now, r.some = r.m.at(t), t, true
		r.quantise(&r.inst)
	}
	return &r.inst
}

// quantise rounds what parts are drawn for.
func (r *rig) quantise(s *instant) {
	q := func(v *float64, step float64) { *v = math.Round(*v/step) * step }
	q(&s.smile, .1)
	q(&s.blink, .125)
	q(&s.gazeX, .04)
	q(&s.gazeY, .05)
	q(&s.brow, .125)
	q(&s.lips.t, 1.0/12)
	q(&s.lips.ampA, .1)
	q(&s.lips.ampB, .1)
	s.mouth = s.lips.shape()
	s.lipSmile = s.smile * (1 - .35*max(0, min(1, s.mouth.opening()/36)))
	q(&s.lipSmile, .1)
}

// jawStep is the coarseness of the jaw's drop, mh.
const jawStep = 1.5

func jawLevel(s *instant) int { return int(math.Round(s.mouth.jaw / jawStep)) }

// stage is the map from mh to the frame, with the slow push at t.
func (r *rig) stage(t float64) raster.Affine {
	k := 1.0
	if r.push > 1 && r.total > 0 {
		k += (r.push - 1) * max(0, min(1, slower(t)/r.total))
		step := .4 / (1.5 * r.slot.Head) // less than half a pixel at the edge of the body
		k = math.Round(k/step) * step
	}
	if r.m != nil && r.m.close(t) {
		k *= closer
	}
	return raster.Affine{A: r.px * k, D: r.px * k, E: r.slot.EyeX, F: r.slot.EyeY}
}

// closer is how much larger the closer shot is.
const closer = 1.12

// seen is what of the window shows the person at t: the desk hides the rest.
func (r *rig) seen(t float64) image.Rectangle {
	v := r.view
	if r.m.close(t) {
		v.Max.Y = min(r.slot.Window.Max.Y, int(math.Ceil(r.slot.EyeY+closer*(float64(v.Max.Y)-r.slot.EyeY))))
	}
	return v
}

// affine is where part p stands at t.
func (r *rig) affine(p *part, s *instant, t float64) raster.Affine {
	st := r.stage(t)
	if p.body {
		// Breathing lifts the shoulders and widens the chest.
		st = st.Mul(raster.Affine{A: 1 + .006*s.breath, D: 1, F: -6 * s.breath})
	} else {
		roll := math.Round(s.roll/.05) * .05
		st = st.Mul(raster.Rotate(roll, 0, 480)).Mul(raster.Translate(14*s.yaw+s.shiftX+p.depth*s.yaw, 16*s.pitch+s.shiftY+p.depth*s.pitch))
	}
	st.E, st.F = math.Round(st.E*8)/8, math.Round(st.F*8)/8
	return st
}

// mostKept is how many bytes of drawings are kept of a part of the largest heads.
const mostKept = 5 << 20

// most is how many bytes of drawings are kept of a part: as many as four pictures of a
// head, 1000 mh square, take. Dropping them only costs time, and little: heads do not come
// back to most of their states soon.
func (r *rig) most() int {
	side := 1000 * r.px * r.over
	return min(int(4*4*side*side), mostKept)
}

// baked returns the drawing of p for s.
func (r *rig) baked(p *part, s *instant) (*baked, uint64) {
	key := uint64(0)
	if p.key != nil {
		key = p.key(s)
	}
	if p.jaw {
		key = key<<8 | uint64(jawLevel(s)+16)
	}
	if b := p.cache[key]; b != nil {
		return b, key
	}
	if p.cache == nil || p.bytes > r.most() {
		p.cache, p.bytes = map[uint64]*baked{}, 0
	}
	var b *baked
	if j := jawLevel(s); p.jaw && j != 0 {
		if p.closed == nil {
			shut := *s
			shut.mouth = visemes['X']
			p.closed, _ = r.baked(p, &shut)
		}
		b = p.closed.drop(float64(j) * jawStep)
	} else {
		over := r.over
		if p.over > 0 {
			over = max(1, over*p.over)
		}
		b = bake(p.box[0], p.box[1], p.box[2], p.box[3], r.px*over, func(g *pen) { p.draw(g, s) })
	}
	p.cache[key] = b
	p.bytes += len(b.img.Pix)
	return b, key
}

// partLayer puts a part on stage.
type partLayer struct {
	r    *rig
	p    *part
	have bool
	key  uint64
	aff  raster.Affine
	last scene.Pose
	pix  []uint8 // of last
}

// At draws the part for t, or returns what it drew before if nothing moved.
func (l *partLayer) At(t float64) scene.Pose {
	s := l.r.at(t)
	b, key := l.r.baked(l.p, s)
	aff := l.r.affine(l.p, s, t)
	if !l.have || key != l.key || aff != l.aff {
		l.have, l.key, l.aff = true, key, aff
		l.last = scene.Pose{}
		if img := b.place(aff, l.r.seen(t), &l.pix); img != nil {
			l.r.corner.cut(img)
			l.last = posed(img, false)
		}
	}
	return l.last
}

// posed is a sprite that lies where its bounds say.
func posed(img *image.RGBA, opaque bool) scene.Pose {
	at := img.Rect.Min
	img.Rect = img.Rect.Sub(at)
	return scene.Pose{Sprite: &scene.Sprite{Img: img, Opaque: opaque}, X: float64(at.X), Y: float64(at.Y), Alpha: 1}
}

// solidRows are the most rows of img that lie together and hide all behind them: with
// rounded corners most of a set does, and most of a desk.
func solidRows(img *image.RGBA) image.Rectangle {
	var best image.Rectangle
	for y, from := img.Rect.Min.Y, img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		row := img.SubImage(image.Rect(img.Rect.Min.X, y, img.Rect.Max.X, y+1)).(*image.RGBA)
		if !row.Opaque() {
			from = y + 1
		} else if y+1-from > best.Dy() {
			best = image.Rect(img.Rect.Min.X, from, img.Rect.Max.X, y+1)
		}
	}
	return best
}

// corners are the window's rounded corners as coverage.
type corners struct {
	window image.Rectangle
	mask   *image.Alpha
	most   int
}

func newCorners(slot scene.Slot) *corners {
	c := &corners{window: slot.Window}
	for _, r := range slot.Radii {
		c.most = max(c.most, int(math.Ceil(r)))
	}
	if c.most == 0 {
		return c
	}
	img := image.NewRGBA(slot.Window)
	w := slot.Window
	p := &raster.Path{}
	p.RoundRect4(float64(w.Min.X), float64(w.Min.Y), float64(w.Dx()), float64(w.Dy()), slot.Radii)
	raster.NewCanvas(img).Fill(p, solid(white), 1)
	c.mask = image.NewAlpha(w)
	for i := range c.mask.Pix {
		c.mask.Pix[i] = img.Pix[4*i+3]
	}
	return c
}

// cut makes img transparent outside the rounded window.
func (c *corners) cut(img *image.RGBA) {
	if c.mask == nil {
		return
	}
	w, n := c.window, c.most
	for _, q := range [4]image.Point{w.Min, {X: w.Max.X - n, Y: w.Min.Y}, {X: w.Min.X, Y: w.Max.Y - n}, {X: w.Max.X - n, Y: w.Max.Y - n}} {
		b := image.Rect(q.X, q.Y, q.X+n, q.Y+n).Intersect(img.Rect).Intersect(w)
		for y := b.Min.Y; y < b.Max.Y; y++ {
			m := c.mask.Pix[c.mask.PixOffset(b.Min.X, y):][:b.Dx()]
			d := img.Pix[img.PixOffset(b.Min.X, y):][:4*b.Dx()]
			for i, a := range m {
				if a == 255 {
					continue
				}
				for j := 0; j < 4; j++ {
					d[4*i+j] = uint8((uint32(d[4*i+j])*uint32(a) + 127) / 255)
				}
			}
		}
	}
}
