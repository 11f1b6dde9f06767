package avatar

import (
	"math"

	"gitops.video/render/render/engine/internal/raster"
)

// armPose is where one arm is: elbow and wrist (x in shoulder half widths, y
// below the neck's base), the hand, its angle and which side of it shows.
type armPose struct {
	ex, ey, wx, wy float64
	hand           string
	angle          float64
	back           bool
}

var (
	restLeft  = armPose{1.12, 900, .36, 1080, "rest", -68, true}
	restRight = armPose{1.12, 900, .36, 1046, "rest", -64, true}
	lowLeft   = armPose{1.12, 880, .32, 1030, "rest", -68, true}
)

// gestures are the poses of the left and the right arm.
var gestures = map[string][2]armPose{
	"rest":    {restLeft, restRight},
	"explain": {lowLeft, {1.10, 930, 1.38, 560, "offer", 34, false}},
	"both":    {{1.12, 960, 1.42, 680, "offer", 44, false}, {1.12, 960, 1.42, 650, "offer", 44, false}},
	"point":   {lowLeft, {1.14, 930, 1.12, 470, "point", 8, false}},
	"wave":    {lowLeft, {1.20, 860, 1.34, 330, "open", 10, false}},
}

// armState is an arm on its way between two poses: t 0–1, side -1 left, 1 right.
type armState struct {
	side     float64
	from, to armPose
	t        float64
}

func smooth(t float64) float64 { t = max(0, min(1, t)); return t * t * (3 - 2*t) }

// drawArm draws upper arm, hand and forearm; their cloth is the torso's own, so
// that no seam shows.
func (f *figure) drawArm(g *pen, a armState) {
	b, k := f.frame, a.side
	wd := [3]float64{132, 108, 84}
	hs := .98
	if f.Frame[len(f.Frame)-1] == 'M' {
		wd, hs = [3]float64{152, 122, 94}, 1.08
	}
	switch f.Cloth {
	case "hoodie", "blazer", "labcoat":
		for i := range wd {
			wd[i] += 8
		}
	}
	switch f.Frame {
	case "fullF", "heavyM", "broadM":
		for i := range wd {
			wd[i] *= 1.1
		}
	}
	m := func(x, y float64) float64 { return x + (y-x)*a.t }
	// The wrist travels on an arc that bulges outwards; the hand's turn lags it.
	arc := 60 * math.Sin(math.Pi*a.t)
	if a.from == a.to {
		arc = 0
	}
	s := pt{k * (b.sh - wd[0] + 22), b.ty + 262}
	e := pt{k * b.sh * m(a.from.ex, a.to.ex), b.ty + m(a.from.ey, a.to.ey)}
	w := pt{k * (b.sh*m(a.from.wx, a.to.wx) + arc), b.ty + m(a.from.wy, a.to.wy)}
	lag := smooth(a.t*1.12 - .12)
	angle := a.from.angle + (a.to.angle-a.from.angle)*lag
	hand := handPoses[a.from.hand].blend(handPoses[a.to.hand], a.t)
	back := a.from.back
	if a.t >= .5 {
		back = a.to.back
	}
	sl := f.sleeves()
	tg := ramp3(-b.sh*1.25, 0, b.sh*1.25, 0, sl.tone.light, .38, sl.tone.base, sl.tone.base.Mix(sl.tone.shade, .95))
	drawHand := func() { f.drawHand(g, hand, w[0], w[1], k*angle, k, 1.16*hs, back) }
	if sl.short {
		f.drawBareArm(g, s, e, w, wd, k, sl, tg, drawHand)
	} else {
		f.drawSleeve(g, s, e, w, wd, k, sl, tg, drawHand)
	}
}

// across is skin shaded across the segment from p to q, light from the left.
func (f *figure) across(p, q pt, r float64) raster.Paint {
	ex, ey := q[0]-p[0], q[1]-p[1]
	l := max(1e-6, math.Hypot(ex, ey))
	nx, ny := -ey/l, ex/l
	if nx+ny*.6 > 0 {
		nx, ny = -nx, -ny
	}
	return ramp3(p[0]+nx*r, p[1]+ny*r, p[0]-nx*r, p[1]-ny*r, f.t.light, .4, f.t.base, f.t.shade)
}

func (f *figure) drawBareArm(g *pen, s, e, w pt, wd [3]float64, k float64, sl sleeves, tg raster.Paint, drawHand func()) {
	a, b, c := wd[0], wd[1]*.74, wd[2]*.72
	t := f.t
	g.edged(capsule(s, e, a*.74, b, 4), f.across(s, e, a*.8), t.deep, 4)
	m := pt{s[0] + (e[0]-s[0])*.58, s[1] + (e[1]-s[1])*.58}
	g.fill(limb(pts{s, {(s[0] + m[0]) / 2, (s[1] + m[1]) / 2}, m}, []float64{a, a * .98, a * .98}, 8, false), tg, 1)
	g.ellipse(s[0], s[1], a, a, tg, 1)
	g.line(pts{{s[0] - k*a*.78, s[1] + a*.1}, {s[0] - k*a*.90, s[1] + a*.7}, {m[0] - k*a*.97, m[1]}}, sl.tone.line, 4.5, .7)
	g.open(raster.Translate(m[0], m[1]).Mul(raster.Rotate(deg(s, m)-90, 0, 0)))
	g.line(pts{{-a * .98, -26}, {0, -18}, {a * .98, -26}}, sl.tone.deep, 5, .6)
	g.close()
	drawHand()
	skin := f.across(e, w, b)
	g.edged(capsule(e, w, b, c*.9, 6), skin, t.deep, 4)
	g.fill(capsule(pt{e[0] + (s[0]-e[0])*.07, e[1] + (s[1]-e[1])*.07}, e, b*.93, b*.93, 0), skin, 1)
	l := math.Hypot(w[0]-e[0], w[1]-e[1])
	ux, uy := (w[0]-e[0])/l, (w[1]-e[1])/l
	g.fill(capsule(pt{w[0] - ux*40, w[1] - uy*40}, pt{w[0] + ux*30, w[1] + uy*30}, c*.84, c*.80, 0), skin, 1)
}

func (f *figure) drawSleeve(g *pen, s, e, w pt, wd [3]float64, k float64, sl sleeves, tg raster.Paint, drawHand func()) {
	a, b, c := wd[0], wd[1], wd[2]
	tone := sl.tone
	dx, dy := w[0]-e[0], w[1]-e[1]
	l := max(1e-6, math.Hypot(dx, dy))
	ux, uy := dx/l, dy/l
	ang := math.Atan2(dx, -dy) * 180 / math.Pi
	g.fill(capsule(s, e, a, b, 6), tg, 1)
	nx, ny := -(e[1] - s[1]), e[0]-s[0]
	nl := max(1e-6, math.Hypot(nx, ny))
	nx, ny = nx/nl, ny/nl
	if nx*k < 0 {
		nx, ny = -nx, -ny
	}
	at := func(t, o float64) pt { return pt{s[0] + (e[0]-s[0])*t + nx*o, s[1] + (e[1]-s[1])*t + ny*o} }
	corner := func(p pt) pt { p[2] = 1; return p }
	// Inner side: shadow towards the body, then the contour.
	g.tint(pts{corner(at(.22, -a*.86)), at(.5, -a*1.02), corner(at(1.05, -b)), at(1, -b*.45), at(.55, -a*.52)}, tone.shade, .8)
	g.line(pts{at(.10, -a*.80), at(.3, -a*.97), at(.6, -(a*.5 + b*.5)), at(1, -b)}, tone.line, 5, .75)
	g.line(pts{at(-.02, a*.93), at(.12, a*.97), at(.35, a+(b-a)*.35-3), at(.7, a+(b-a)*.7-3), at(1, b-2)}, tone.deep, 4.5, .8)
	if f.rim != nil && k > 0 {
		g.tint(taper(pts{at(-.12, a*.82), at(.12, a*.95), at(.35, a+(b-a)*.35-6), at(.7, a+(b-a)*.7-6), at(.98, b-4)}, 18), *f.rim, .55)
	}
	for _, q := range [][2]float64{{.30, .7}, {.46, .5}, {.86, .8}} {
		p := at(q[0], 0)
		g.tint(taper(pts{{p[0] - k*a*.92, p[1] - 14}, {p[0] - k*a*.2*q[1], p[1] + 26}, {p[0] + k*a*.45*q[1], p[1] + 10}}, 16), tone.deep, .40)
	}
	drawHand()
	m := pt{(e[0] + w[0]) / 2, (e[1] + w[1]) / 2}
	if cuff := sl.cuff; cuff != nil {
		g.open(raster.Translate(w[0], w[1]).Mul(raster.Rotate(ang, 0, 0)))
		g.edged(pts{{-c + 8, 10, 1}, {-c + 12, -34, 1}, {0, -40}, {c - 12, -34, 1}, {c - 8, 10, 1}}, ramp3(-c, 0, c, 0, cuff.light, .5, cuff.base, cuff.shade), cuff.deep, 4)
		g.close()
	}
	fx, fy := -uy, ux // across the forearm
	ring := limb(pts{e, m, w}, []float64{b, (b+c)/2 + 4, c}, 8, false)
	ring[0][2], ring[len(ring)-1][2] = 0, 0
	ring = append(ring, pt{e[0] - ux*b*.72 - fx*b*.72, e[1] - uy*b*.72 - fy*b*.72}, pt{e[0] - ux*b, e[1] - uy*b}, pt{e[0] - ux*b*.72 + fx*b*.72, e[1] - uy*b*.72 + fy*b*.72})
	g.edged(ring, tg, tone.line, 4.5)
	vx, vy := s[0]-e[0], s[1]-e[1]
	vl := max(1e-6, math.Hypot(vx, vy))
	vx, vy = vx/vl, vy/vl
	g.fill(capsule(pt{e[0] + vx*b*.40, e[1] + vy*b*.40}, e, b*.91, b*.95, 0), tg, 1)
	sd := -1.0
	if fy > 0 {
		sd = 1
	}
	side := func(p pt, o float64) pt { return pt{p[0] + fx*sd*o, p[1] + fy*sd*o} }
	g.tint(pts{corner(side(e, b*.96)), side(m, (b+c)*.5), corner(side(w, c)), corner(side(w, c*.4)), side(m, c*.42)}, tone.shade, .75)
	for _, q := range [][2]float64{{-.02, 1}, {.10, .8}, {.22, .5}} {
		x, y := e[0]+dx*q[0], e[1]+dy*q[0]
		g.tint(taper(pts{{x - fx*b*.85*k, y - fy*b*.85*k}, {x + fx*b*.1 + vx*8, y + fy*b*.1 + vy*8}, {x + fx*b*.55*q[1]*k + vx*30, y + fy*b*.55*q[1]*k + vy*30}}, 15), tone.deep, .40)
	}
	g.open(raster.Translate(w[0], w[1]).Mul(raster.Rotate(ang, 0, 0)))
	g.line(pts{{-c + 2, 30}, {0, 24}, {c - 2, 30}}, tone.deep, 4, .6)
	g.close()
}
