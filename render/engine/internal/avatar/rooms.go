package avatar

import (
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
)

// library is a warm wall of books.
func (r *room) library() {
	u := r.u
	r.all(ramp3(r.x, r.y, r.x+r.dx, r.y+r.dy, hex("#4a3323"), .5, hex("#33231a"), hex("#1c1410")), 1)
	spines := []look.RGB{r.k(.5, .14), r.k(.38, .11), r.k(.62, .12), hex("#8d4425"), hex("#b98446"), hex("#e9dcc5"), hex("#5d6b4f"), r.accent, hex("#6b2f2a"), hex("#2f3e58")}
	r.blurred(.95*u, func() {
		rnd := seeded(7)
		for y := r.y + 17*u; y < r.deskTop+17*u; y += 19 * u {
			for x := r.x; x < r.x+r.dx; {
				if rnd.in(0, 1) < .1 {
					x += rnd.in(4, 9) * u
					continue
				}
				w, h := rnd.in(1.5, 3.4)*u, rnd.in(10.5, 15)*u
				c := spines[rnd.r.IntN(len(spines))]
				r.rect(x, y-h, w, h, .25*u, ramp2(x, 0, x+w, 0, shade(c, .05, 0, 0), shade(c, -.07, 0, 0)), 1)
				r.rect(x, y-h*.78, w, .5*u, 0, solid(hex("#e8cf9a")), .35)
				x += w + rnd.in(.08, .3)*u
			}
			r.rect(r.x, y, r.dx, 1.5*u, 0, ramp2(0, y, 0, y+1.5*u, hex("#8a5f3c"), hex("#4f3320")), 1)
			r.rect(r.x, y+1.5*u, r.dx, 2.2*u, 0, lin(0, y+1.5*u, 0, y+3.7*u, stop{0, look.RGB{}, .5}, stop{1, look.RGB{}, 0}), 1)
		}
		for x := r.x + 26*u; x < r.x+r.dx; x += 44 * u {
			r.rect(x, r.y, 1.8*u, r.deskTop-r.y, 0, ramp2(x, 0, x+1.8*u, 0, hex("#7a5334"), hex("#3c2718")), 1)
		}
	})
	r.all(solid(hex("#140d09")), .5)
	lamp := r.x + r.dx*.14
	if r.eyeX < r.x+r.dx*.4 {
		lamp = r.x + r.dx*.86
	}
	r.soft(lamp, r.y+r.dy*.4, 46*u, 52*u, hex("#ffca7a"), .42)
	r.halo(hex("#f0b878"), .42)
	r.vignette(.55)
}

// stage is a wall of light cells and two beams.
func (r *room) stage() {
	u := r.u
	r.all(ramp3(r.x, r.y, r.x+r.dx, r.y+r.dy, r.k(.30, .12), .5, r.k(.20, .08), r.k(.12, .04)), 1)
	rnd := seeded(12)
	for y := r.y + 3*u; y < r.deskTop; y += 9.8 * u {
		for x := r.x + 2*u; x < r.x+r.dx; x += 7.8 * u {
			q := rnd.in(0, 1)
			switch {
			case q > .96 && y < r.y+r.dy*.5 && (x < r.eyeX-r.head*.75 || x > r.eyeX+r.head*.65):
				r.soft(x+3*u, y+4*u, 8*u, 9*u, r.accent, .5)
				r.rect(x, y, 6*u, 8*u, 1.3*u, solid(r.accent), .85)
			default:
				r.rect(x, y, 6*u, 8*u, 1.3*u, solid(shade(r.k(.56, .2), rnd.in(-.1, .1), 0, 0)), .06+.26*q*q)
			}
		}
	}
	r.blurred(2*u, func() {
		for _, b := range []float64{.16, .84} {
			x := r.x + r.dx*b
			p := &raster.Path{}
			p.MoveTo(x-2*u, r.y-2*u)
			p.LineTo(x+2*u, r.y-2*u)
			p.LineTo(r.eyeX+(x-r.eyeX)*.4+16*u, r.deskTop)
			p.LineTo(r.eyeX+(x-r.eyeX)*.4-16*u, r.deskTop)
			p.Close()
			r.g.c.Fill(p, lin(0, r.y, 0, r.deskTop, stop{0, white, .17}, stop{1, white, 0}), 1)
		}
	})
	r.halo(oklch(.66, .75*r.p.C, r.p.H-18), .6)
	r.vignette(.6)
}

// office is a bright room: window, shelves, plant, desk.
func (r *room) office() {
	r.all(ramp2(r.x, r.y, r.x+r.dx, r.y, hex("#f6efe4"), hex("#d9d2c6")), 1)
	u := min(r.dx/640, r.dy/360)
	if r.tall {
		u = r.dx / 420
	}
	X := func(a float64) float64 { return r.x + a*u }
	right := func(a float64) float64 { return r.x + r.dx - (640-a)*u }
	Y := func(a float64) float64 { return r.y + a*u }
	r.blurred(3.2*u, func() {
		r.rect(X(30), Y(24), 190*u, 230*u, 4*u, ramp2(0, Y(24), 0, Y(250), hex("#dcecf6"), hex("#f6f3ea")), 1)
		for _, b := range [][4]float64{{50, 120, 34, 134}, {92, 88, 44, 166}, {146, 140, 40, 114}, {190, 110, 26, 144}} {
			r.rect(X(b[0]), Y(b[1]), b[2]*u, b[3]*u, 0, solid(hex("#b9cbd4")), 1)
		}
		r.rect(X(122), Y(24), 6*u, 230*u, 0, solid(hex("#f8f6f2")), 1)
		r.rect(X(30), Y(134), 190*u, 5*u, 0, solid(hex("#f8f6f2")), 1)
		books := []look.RGB{r.k(.45, .12), hex("#d98a4e"), hex("#e9dcc5"), hex("#7c93a8"), r.accent, hex("#5d6b4f")}
		rnd := seeded(4)
		for _, y := range []float64{70, 140, 210} {
			r.rect(right(450), Y(y), 170*u, 7*u, 0, solid(hex("#a57b53")), 1)
			for a := 456.0; a < 600; {
				b, h := []float64{9, 12, 15}[rnd.r.IntN(3)], rnd.in(34, 52)
				if rnd.in(0, 1) < .78 {
					r.rect(right(a), Y(y-h), b*u, h*u, u, solid(rnd.pick(books...)), 1)
				}
				a += b + 2
			}
		}
		top := r.deskTop
		for i := range 7 {
			n := float64(i)
			c := hex("#649469")
			if i%2 == 1 {
				c = hex("#4d7a55")
			}
			d := n - 3
			if d < 0 {
				d = -d
			}
			r.g.tint(taper(pts{{right(596), top}, {right(590 + n*6 - 20), top - 50*u}, {right(540 + n*18), top - (88-d*12)*u}}, 16*u), c, 1)
		}
		r.rect(right(576), top-14*u, 40*u, 44*u, 6*u, solid(hex("#e6e0d6")), 1)
	})
	r.all(radial(r.x+r.dx*.3, r.y+r.dy*.2, r.dx*.7, r.dx*.7, stop{0, hex("#fff6e2"), .45}, stop{1, hex("#fff6e2"), 0}), 1)
}

// outdoors is a path between trees in low sun.
func (r *room) outdoors() {
	r.all(ramp3(r.x, r.y, r.x, r.y+r.dy, hex("#bfdcec"), .55, hex("#f6ead2"), hex("#cfd8a8")), 1)
	s := min(r.dx, r.dy*1.78)
	r.blurred(s/52, func() {
		rnd := seeded(11)
		greens := []look.RGB{hex("#7fa66b"), hex("#93b578"), hex("#6c9663"), hex("#a9c284")}
		for range 16 {
			x := r.x + rnd.in(-.05, 1.05)*r.dx
			r.g.dot(x, r.y+r.dy*rnd.in(.36, .56), s*rnd.in(.08, .15), s*.56*rnd.in(.16, .30), rnd.pick(greens...), 1)
		}
		for _, a := range []float64{.1, .84} {
			r.rect(r.x+r.dx*a, r.y+r.dy*.5, s*.02, r.dy*.3, 0, solid(hex("#7a6149")), 1)
		}
		p := &raster.Path{}
		p.MoveTo(r.x+r.dx*.42, r.y+r.dy*.62)
		p.LineTo(r.x+r.dx*.52, r.y+r.dy*.62)
		p.LineTo(r.x+r.dx*.95, r.y+r.dy)
		p.LineTo(r.x+r.dx*.2, r.y+r.dy)
		p.Close()
		r.g.c.Fill(p, solid(hex("#e9dcc2")), 1)
		r.rect(r.x, r.y+r.dy*.62, r.dx, r.dy*.05, 0, solid(hex("#88a866")), 1)
	})
	rnd := seeded(5)
	for range 14 {
		r.soft(r.x+rnd.in(0, 1)*r.dx, r.y+rnd.in(.02, .5)*r.dy, s*.03, s*.03, hex("#fff3cf"), .5)
	}
	r.all(radial(r.x+r.dx*.2, r.y, r.dx*.7, r.dx*.7, stop{0, hex("#fff1c9"), .6}, stop{1, hex("#fff1c9"), 0}), 1)
}

// brand is the brand's colour with three circles.
func (r *room) brand() {
	base := oklch(max(.42, min(.66, r.p.L)), r.p.C, r.p.H)
	r.all(ramp2(r.x, r.y, r.x+r.dx, r.y+r.dy, shade(base, .06, 0, 0), shade(base, -.06, 0, 0)), 1)
	h := min(r.dy, r.dx)
	r.g.dot(r.eyeX, r.eyeY+.05*h, 1.25*r.head, 1.25*r.head, shade(base, .11, -.02, 0), .8)
	r.g.dot(r.x+r.dx*.08, r.y+r.dy*.95, h*.4, h*.4, shade(base, -.10, 0, 0), .5)
	r.g.dot(r.x+r.dx*.95, r.y+r.dy*.05, h*.3, h*.3, shade(base, .14, -.03, 0), .5)
}
