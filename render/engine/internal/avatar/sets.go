package avatar

import (
	"fmt"
	"image"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
)

// Sets are the rooms a presenter can stand in.
var Sets = []string{"studio", "library", "stage", "office", "outdoors", "brand"}

// room draws a set. Its user space is frame pixels; u is a hundredth of the
// frame's short side, w the window.
type room struct {
	g       *pen
	img     *image.RGBA
	w       image.Rectangle
	u       float64
	x, y    float64 // top left of the window
	dx, dy  float64 // its size
	eyeX    float64
	eyeY    float64
	head    float64
	p, a    look.LCH
	accent  look.RGB
	deskTop float64 // frame y where the desk begins
	tall    bool
}

func newRoom(in Input) *room {
	w := in.Slot.Window
	r := &room{w: w, u: float64(min(in.Size.X, in.Size.Y)) / 100, x: float64(w.Min.X), y: float64(w.Min.Y), dx: float64(w.Dx()), dy: float64(w.Dy()),
		eyeX: in.Slot.EyeX, eyeY: in.Slot.EyeY, head: in.Slot.Head, p: in.Primary.LCH(), a: in.Accent.LCH(), accent: in.Accent}
	r.tall = r.dy > r.dx*1.2
	return r
}

// drawSet paints the set behind a person and what stands before them, nil if
// nothing does; that hides everything from the row covered downwards.
func drawSet(name string, in Input, corner *corners) (back, front *image.RGBA, covered int, err error) {
	w := in.Slot.Window
	r := newRoom(in)
	// The desk hides where the body ends; it is never above the chest.
	desk := 7 * r.u
	if r.dx < 70*r.u || r.dy < 70*r.u {
		desk = 4 * r.u
	}
	if r.tall && r.dy > 150*r.u {
		desk = 24 * r.u
	}
	r.deskTop = r.y + r.dy - desk
	floating := false // the body ends above the window's edge
	if most := r.eyeY + 2.25*r.head; r.deskTop > most {
		r.deskTop, floating = most, true
	}
	r.deskTop = max(r.deskTop, r.eyeY+1.25*r.head)
	back = image.NewRGBA(w)
	r.img, r.g = back, newPen(back, raster.Identity)
	hasDesk := true
	switch name {
	case "", "studio":
		r.studio()
	case "library":
		r.library()
	case "stage":
		r.stage()
	case "office":
		r.office()
	case "outdoors":
		r.outdoors()
		hasDesk = floating || r.deskTop < r.y+r.dy-20*r.u
	case "brand":
		r.brand()
		hasDesk = floating || r.deskTop < r.y+r.dy-20*r.u
	default:
		return nil, nil, 0, fmt.Errorf("there is no set %q: use one of %v", name, Sets)
	}
	corner.cut(back)
	if hasDesk && r.deskTop < r.y+r.dy {
		front = image.NewRGBA(image.Rect(w.Min.X, max(w.Min.Y, int(r.deskTop-4*r.u)), w.Max.X, w.Max.Y))
		r.img, r.g = front, newPen(front, raster.Identity)
		r.desk(name)
		corner.cut(front)
	}
	return back, front, int(math.Ceil(r.deskTop)) + 1, nil
}

// k is a colour of the brand's hue.
func (r *room) k(l, c float64) look.RGB { return oklch(l, min(c, c*r.p.C/.16), r.p.H) }

// ink is the brand's darkest colour.
func (r *room) ink() look.RGB { return oklch(.155, min(.05, .22*r.p.C), r.p.H) }

func (r *room) rect(x, y, w, h, radius float64, paint raster.Paint, op float64) {
	p := &raster.Path{}
	if radius > 0 {
		p.RoundRect(x, y, w, h, radius)
	} else {
		p.Rect(x, y, w, h)
	}
	r.g.c.Fill(p, paint, op)
}

func (r *room) all(paint raster.Paint, op float64) { r.rect(r.x, r.y, r.dx, r.dy, 0, paint, op) }

// soft is a glow with the falloff of a large lamp.
func (r *room) soft(cx, cy, rx, ry float64, c look.RGB, a float64) {
	r.g.ellipse(cx, cy, rx, ry, radial(cx, cy, rx, ry, stop{0, c, a}, stop{.2, c, a * .78}, stop{.42, c, a * .45}, stop{.64, c, a * .19}, stop{.84, c, a * .05}, stop{1, c, 0}), 1)
}

// blurred draws with fn on a layer of its own, blurs it by sigma pixels and
// lays it over the set.
func (r *room) blurred(sigma float64, fn func()) {
	img, g := r.img, r.g
	layer := image.NewRGBA(img.Rect)
	r.img, r.g = layer, newPen(layer, raster.Identity)
	fn()
	r.img, r.g = img, g
	blur(layer, sigma)
	over(img, layer)
}

// halo lights the wall behind the head so that hair and shoulders stand out.
func (r *room) halo(c look.RGB, a float64) {
	r.soft(r.eyeX, r.eyeY, 1.4*r.head, 1.5*r.head, c, a)
}

// vignette darkens the edges.
func (r *room) vignette(a float64) {
	cx, cy := r.x+r.dx*.52, r.y+r.dy*.42
	ink := r.ink()
	r.all(radial(cx, cy, r.dx*.86, r.dy*.92, stop{0, ink, 0}, stop{.45, ink, 0}, stop{1, ink, a}), 1)
}

func (r *room) desk(name string) {
	top, bottom := r.deskTop, r.y+r.dy
	u, h := r.u, bottom-r.deskTop
	base, c := [4]float64{.40, .29, .21, .13}, [4]float64{.11, .09, .07, .045}
	tone := func(i int) look.RGB { return r.k(base[i], c[i]) }
	wood := name == "library" || name == "office" || name == "outdoors"
	if wood {
		grain := [4]string{"#b88f66", "#9c7650", "#7d5a3a", "#4a3423"}
		tone = func(i int) look.RGB { return hex(grain[i]) }
	}
	ink := r.ink()
	r.rect(r.x, top-3.5*u, r.dx, 3.5*u, 0, lin(0, top-3.5*u, 0, top, stop{0, ink, 0}, stop{1, ink, .38}), 1)
	edge := min(.12, .9*u/h)
	r.rect(r.x, top, r.dx, h, 0, lin(0, top, 0, bottom, stop{0, tone(0), 1}, stop{edge, tone(1), 1}, stop{edge * 1.4, tone(2), 1}, stop{1, tone(3), 1}), 1)
	r.rect(r.x, top, r.dx, .18*u, 0, solid(white), .16)
	if h > 20*u {
		r.deskFront(top+1.3*u, bottom, wood)
	}
}

// deskFront gives a deep desk, as in portrait, its front below the worktop: upright slats in
// the worktop's shade, and, where it is not of wood, a line of light in the accent.
func (r *room) deskFront(top, bottom float64, wood bool) {
	u, ink := r.u, r.ink()
	const pitch, groove = 5.2, .42
	n := int(math.Ceil(r.dx / (2 * pitch * u)))
	for i := -n; i <= n; i++ { // from the middle outwards, so that both ends are alike
		x := r.x + r.dx/2 + (float64(i)-.5)*pitch*u
		r.rect(x, top, groove*u, bottom-top, 0, solid(ink), .34)
		r.rect(x+groove*u, top, .2*u, bottom-top, 0, solid(white), .07)
		r.rect(x+groove*u, top, pitch*u, bottom-top, 0, lin(x, 0, x+pitch*u, 0, stop{0, white, .035}, stop{.5, white, 0}, stop{1, ink, .1}), 1)
	}
	r.rect(r.x, top, r.dx, 6*u, 0, lin(0, top, 0, top+6*u, stop{0, ink, .5}, stop{1, ink, 0}), 1)
	if !wood {
		r.soft(r.x+r.dx/2, top+.9*u, .56*r.dx, 9*u, r.accent, .3)
		r.rect(r.x, top+.7*u, r.dx, .4*u, 0, solid(r.accent), .9)
	}
	r.rect(r.x, bottom-16*u, r.dx, 16*u, 0, lin(0, bottom-16*u, 0, bottom, stop{0, ink, 0}, stop{1, ink, .45}), 1)
}

// studio is slatted wall, a window on the city at dusk, a light tube, shelves
// and a plant, all in the brand's hue.
func (r *room) studio() {
	u := r.u
	r.wall()
	// The niche stands on the side with more room.
	free := r.eyeX - r.x
	nx, nw := 12*u, min(58*u, free-r.head*.72-12*u)
	ny, nh := .15*r.dy, .62*r.dy
	mirrored := r.x+r.dx-r.eyeX > free*1.15
	if mirrored {
		nw = min(58*u, r.dx-free-r.head*.72-12*u)
	}
	if nw < 24*u {
		nx, nw = min(6*u, .07*r.dx), min(50*u, .55*r.dx)
	}
	ny, nh = max(ny, 12*u), min(nh, 76*u)
	if r.tall {
		ny, nh = 20*u, min(74*u, .44*r.dy)
	}
	x0 := r.x + nx
	if mirrored {
		x0 = r.x + r.dx - nx - nw
	}
	r.niche(x0, r.y+ny, nw, nh)
	tube := r.tubeAt(x0, nw, mirrored)
	r.tube(tube, r.y+.1*r.dy, min(58*u, .6*r.dy))
	r.halo(oklch(.66, .75*r.p.C, r.p.H-18), .62)
	far := r.x + r.dx
	if mirrored {
		far = r.x
	}
	r.blurred(.55*u, func() {
		if r.tall {
			if x := tube + 6*u; !mirrored && x < far-8*u {
				r.shelf(x, r.y+.3*r.dy, 30*u)
			}
		} else if math.Abs(far-r.eyeX) > r.head*1.05 {
			for i, l := range []float64{32, 26} {
				w := min(l*u, math.Abs(far-r.eyeX)-.62*r.head)
				x := far - w - 4*u*float64(1-i) + 2*u
				if mirrored {
					x = far + 4*u*float64(1-i) - 2*u
				}
				r.shelf(x, r.y+(.34+.22*float64(i))*r.dy, w)
			}
		}
		px := far - 18*u
		if mirrored {
			px = far + 18*u
		}
		if r.dx < 75*u {
			px = r.x + r.dx*.9
		}
		r.plant(px, r.deskTop+u*1.5)
	})
	r.vignette(.55)
}

// tubeAt is where the light tube hangs: beside the niche, which begins at x and is w
// wide, and never behind the head, from which it would seem to grow.
func (r *room) tubeAt(x, w float64, mirrored bool) float64 {
	side, edge := 1.0, x+w
	if mirrored {
		side, edge = -1, x
	}
	at := edge + side*12*r.u
	if r.dx < 75*r.u || r.tall || math.Abs(at-r.eyeX) < .62*r.head {
		at = r.eyeX + side*.62*r.head
	}
	return at
}

// wall is slats in the brand's hue, lit from the upper left.
func (r *room) wall() {
	u, k := r.u, r.k
	r.all(ramp3(r.x, r.y, r.x+r.dx, r.y+r.dy, k(.40, .13), .5, k(.27, .095), k(.15, .05)), 1)
	black := look.RGB{}
	for x := r.x; x < r.x+r.dx; x += 3.1 * u {
		r.rect(x, r.y, 2.5*u, r.dy, 0, lin(x, 0, x+2.5*u, 0, stop{0, white, .075}, stop{.25, white, .022}, stop{1, black, .165}), 1)
	}
}

// niche is a window on a city at dusk.
func (r *room) niche(x, y, w, h float64) {
	u, k := r.u, r.k
	r.rect(x-1.2*u, y-1.2*u, w+2.4*u, h+2.4*u, 4*u, solid(k(.13, .04)), .85)
	frame := &raster.Path{}
	frame.RoundRect(x, y, w, h, 3*u)
	r.g.clipPath(frame)
	r.rect(x, y, w, h, 0, ramp3(0, y, 0, y+h, k(.42, .17), .55, oklch(.66, min(.12, r.p.C), r.p.H-20), oklch(.86, .12*min(1, r.a.C/.12), r.a.H)), 1)
	r.g.unclip()
	city := image.NewRGBA(image.Rect(int(x), int(y), int(x+w)+1, int(y+h)+1).Intersect(r.w))
	if !city.Rect.Empty() {
		img, g := r.img, r.g
		r.img, r.g = city, newPen(city, raster.Identity)
		rnd := seeded(9)
		for cx := 0.0; cx < w; {
			bw, bh := rnd.in(5, 12)*u, h*rnd.in(.22, .64)
			top := y + h - bh
			r.rect(x+cx, top, bw, bh, 0, solid(k(rnd.in(.2, .27), .07)), .93)
			for yy := top + 1.6*u; yy < y+h-2*u; yy += 2.7 * u {
				for xx := x + cx + 1.1*u; xx < x+cx+bw-1.4*u; xx += 2.1 * u {
					if rnd.in(0, 1) > .55 {
						r.rect(xx, yy, 1.15*u, 1.5*u, .3*u, solid(r.accent), rnd.in(.35, .95))
					}
				}
			}
			cx += bw + .5*u
		}
		r.img, r.g = img, g
		blur(city, .55*u)
		within(city, frame)
		over(r.img, city)
	}
	r.g.clipPath(frame)
	p := &raster.Path{}
	p.MoveTo(x, y)
	p.LineTo(x+w*.42, y)
	p.LineTo(x+w*.1, y+h)
	p.LineTo(x, y+h)
	p.Close()
	r.g.c.Fill(p, solid(white), .06)
	r.rect(x+w/2-.35*u, y, .7*u, h, 0, solid(k(.13, .04)), 1)
	r.g.unclip()
}

func (r *room) tube(x, y, l float64) {
	u := r.u
	r.soft(x, y+l/2, 17*u, l*.72, r.accent, .32)
	r.rect(x-.5*u, y, u, l, .5*u, solid(oklch(.95, .07*min(1, r.a.C/.07), r.a.H)), 1)
}

func (r *room) shelf(x, y, l float64) {
	u := r.u
	r.rect(x, y, l, 1.1*u, .4*u, solid(r.k(.42, .09)), 1)
	r.rect(x, y+1.1*u, l, 2.4*u, 0, solid(look.RGB{}), .2)
	for _, b := range [][5]float64{{1, 2, 9, .5, .14}, {3.3, 1.7, 8, .62, .15}, {5.3, 2.3, 10, .38, .11}, {8, 1.6, 7.5, .75, .06}} {
		r.rect(x+b[0]*u, y-b[2]*u, b[1]*u, b[2]*u, .3*u, solid(r.k(b[3], b[4])), 1)
	}
	r.g.dot(x+l-4*u, y-2.6*u, 2.6*u, 2.6*u, r.accent, .9)
}

// plant stands on y at x.
func (r *room) plant(x, y float64) {
	u := r.u
	rnd := seeded(4)
	for i, a := range []float64{-58, -38, -20, -6, 10, 26, 44, 62} {
		l := (15 + float64((i*5)%4)*2.6) * u
		r.g.open(raster.Translate(x, y-7.5*u).Mul(raster.Rotate(a, 0, 0)))
		p := &raster.Path{}
		p.MoveTo(0, 0)
		p.CubeTo(-l*.28, -l*.35, -l*.2, -l*.8, 0, -l)
		p.CubeTo(l*.2, -l*.8, l*.28, -l*.35, 0, 0)
		p.Close()
		r.g.c.Fill(p, solid(oklch(rnd.in(.36, .46), .075, 165)), 1)
		r.g.close()
	}
	p := &raster.Path{}
	p.MoveTo(x-4.4*u, y-9*u)
	p.LineTo(x+4.4*u, y-9*u)
	p.LineTo(x+3.2*u, y+.5*u)
	p.LineTo(x-3.2*u, y+.5*u)
	p.Close()
	r.g.c.Fill(p, solid(oklch(.78, .03, r.p.H)), 1)
}
