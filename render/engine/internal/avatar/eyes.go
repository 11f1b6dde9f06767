package avatar

import (
	"gitops.video/render/render/engine/internal/raster"
)

// eyeRings are inner corner, three upper points, outer corner, three lower
// points of the right eye about its centre.
var eyeRings = map[string][8]pt{
	"almond": {{-76, 10}, {-46, -24}, {-2, -41}, {46, -29}, {80, -6}, {48, 24}, {4, 33}, {-42, 27}},
	"round":  {{-72, 8}, {-46, -30}, {-2, -48}, {44, -34}, {75, -2}, {48, 28}, {4, 38}, {-42, 30}},
	"hooded": {{-76, 10}, {-46, -19}, {-2, -32}, {46, -24}, {80, -4}, {48, 22}, {4, 30}, {-42, 25}},
	"mono":   {{-78, 12}, {-46, -15}, {-2, -31}, {46, -27}, {82, -10}, {50, 17}, {4, 27}, {-42, 24}},
	"down":   {{-76, 6}, {-46, -26}, {-2, -39}, {46, -25}, {78, 4}, {48, 26}, {4, 32}, {-42, 25}},
}

// eyeX is the distance of an eye from the midline, mh.
const eyeX = 157

var (
	lashInk  = hex("#1a1110")
	pupilInk = hex("#15100f")
)

func blendPts(a, b pts, t float64) pts {
	out := make(pts, len(a))
	for i := range a {
		out[i] = pt{a[i][0] + (b[i][0]-a[i][0])*t, a[i][1] + (b[i][1]-a[i][1])*t, a[i][2]}
	}
	return out
}

// drawEyes draws both eyes for a mood.
func (f *figure) drawEyes(g *pen, m mood) {
	for _, k := range []float64{-1, 1} {
		g.open(raster.Affine{A: k * f.EyeScale, D: f.EyeScale, E: k * eyeX})
		f.drawEye(g, k, m)
		g.close()
	}
}

func (f *figure) drawEye(g *pen, k float64, m mood) {
	e, t := eyeRings[f.Eye], f.t
	b := m.blink
	if f.masc() {
		b = max(b, .10)
	}
	squint := m.squint + .55*max(0, m.smile)
	low := pts{e[0], e[7], e[6], e[5], e[4]}
	up := pts{e[0], e[1], e[2], e[3], e[4]}
	shut := make(pts, 5) // the closed line: a little above the lower lid, bowed down
	for i, q := range low {
		shut[i] = pt{q[0], q[1]*.62 + 8}
	}
	follow := max(0, m.gazeY)*.22 - max(0, -m.gazeY)*.08
	u := blendPts(up, shut, min(1, max(b, 0)+(1-b)*follow-(1-b)*.10*m.wide))
	l := make(pts, 5)
	for i, q := range low {
		rise := 5*b + 7*squint
		if i == 0 || i == 4 {
			rise = 0
		}
		l[i] = pt{q[0], q[1] - rise}
	}
	if b >= .98 {
		copy(u, l)
	}
	ring := pts{{u[0][0], u[0][1], 1}, u[1], u[2], u[3], {u[4][0], u[4][1], 1}, l[3], l[2], l[1]}
	g.glow(-6, -30, 112, 66, t.shade, .34)
	g.glow(-62, -8, 44, 46, t.deep, .16)
	raise := 17.0
	if f.Eye == "mono" {
		raise = 9
	}
	cr := make(pts, 5)
	for i, q := range up {
		cr[i] = pt{q[0] * 1.02, q[1] - raise}
	}
	lidOp := .45
	if f.Fem {
		lidOp = .62
	}
	g.tint(pts{{u[0][0], u[0][1], 1}, cr[1], cr[2], cr[3], {u[4][0] + 3, u[4][1] - 2, 1}, u[3], u[2], u[1]}, t.lid, lidOp*(1-.35*b))
	if b > .3 {
		g.glow(2, (cr[2][1]+u[2][1])/2, 46, 16, t.light, .55*b)
	}
	if b < .97 {
		f.drawEyeball(g, k, m, ring, u)
	}
	g.line(pts{{-40, l[1][1] + 1}, l[2], {l[3][0] + 4, l[3][1]}}, t.line, 3.4, .42)
	f.drawLashes(g, u, b)
	if f.Eye != "mono" {
		g.line(pts{{cr[0][0] + 14, cr[0][1] - 2 - 3*b}, {cr[1][0], cr[1][1] - 2 + 5*b}, {cr[2][0], cr[2][1] - 3 + 7*b}, {cr[3][0] + 4, cr[3][1] + 6*b}, {cr[4][0] - 2, cr[4][1] + 10}}, t.line, 4.2, .42*(1-.45*b))
	}
	if f.Age > 0 {
		g.line(pts{{-44, 48}, {0, 58}, {46, 50}}, t.deep, 4.5, .30*f.Age)
		for _, q := range [][2]float64{{-12, -10}, {4, 2}, {18, 14}} {
			g.line(pts{{94, q[0]*.7 + 2}, {112, q[0]}, {128, q[0] + q[1]}}, t.deep, 4, .36*f.Age)
		}
	}
}

func (f *figure) drawEyeball(g *pen, k float64, m mood, ring, u pts) {
	g.clip(ring)
	defer g.unclip()
	g.fill(pts{{-100, -80, 1}, {110, -80, 1}, {110, 80, 1}, {-100, 80, 1}}, ramp3(0, -44, 0, 36, hex("#e4e1e2"), .35, hex("#fbf9f6"), hex("#eae6e3")), 1)
	g.glow(-76, 10, 26, 22, hex("#d9938c"), .55)
	x, y, c := 2+m.gazeX*27*k, -4+m.gazeY*15, f.irisCol
	const r = 40
	// The gradient's centre lies lower than the disc's: light falls in from above.
	g.ellipse(x, y, r, r, radial(x, y+6, r, r, stop{0, shade(c, .16, .02, 0), 1}, stop{.5, shade(c, .03, .02, 0), 1}, stop{.84, shade(c, -.10, 0, 0), 1}, stop{1, shade(c, -.22, 0, 0), 1}), 1)
	g.dot(x, y+14, 23, 17, shade(c, .24, .03, 0), .38)
	g.dot(x, y, 17.5, 17.5, pupilInk, 1)
	g.tint(pts{{u[0][0], u[0][1] - 30, 1}, {u[0][0], u[0][1]}, {u[1][0], u[1][1] + 9}, {u[2][0], u[2][1] + 13}, {u[3][0], u[3][1] + 10}, {u[4][0], u[4][1] + 2}, {110, -70, 1}, {-90, -70, 1}}, hex("#3b2a33"), .26)
	g.dot(x-13*k, y-14, 9.5, 9.5, white, .96)
	g.dot(x+13*k, y+13, 4.5, 4.5, white, .5)
}

func (f *figure) drawLashes(g *pen, u pts, b float64) {
	w, fx, fy := .72, 0.0, 0.0
	switch {
	case f.Lash > 1:
		w, fx, fy = 1, 9, -7
	case f.Lash == 1:
		w, fx, fy = 1, 5, -4
	}
	mid := 4.5 * w * (1 - .35*b)
	ox, oy := u[4][0]+fx+3, u[4][1]+fy
	oy += 6 * max(0, min(1, (b-.5)*10))
	g.tint(pts{{u[0][0] - 2, u[0][1] + 2, 1}, {u[1][0] - 1, u[1][1] - mid}, {u[2][0], u[2][1] - 9*w}, {u[3][0] + 2, u[3][1] - 10*w}, {ox, oy, 1},
		{u[3][0], u[3][1] + 1.5}, {u[2][0], u[2][1] + 1.5}, {u[1][0], u[1][1] + 1.5}}, f.t.line.Mix(lashInk, .72), 1)
}
