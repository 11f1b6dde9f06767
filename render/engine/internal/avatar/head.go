package avatar

import (
	"math"
	"math/rand/v2"
)

// faces are the half widths at rowY, then the chin.
var faces = map[string][10]float64{
	"oval":    {0, 192, 312, 348, 343, 316, 252, 150, 0, 500},
	"round":   {0, 196, 320, 364, 368, 348, 294, 182, 0, 486},
	"square":  {0, 200, 322, 354, 352, 338, 302, 205, 0, 502},
	"heart":   {0, 198, 326, 360, 348, 306, 232, 128, 0, 496},
	"long":    {0, 184, 300, 332, 328, 306, 252, 156, 0, 532},
	"diamond": {0, 184, 300, 342, 356, 322, 246, 132, 0, 505},
	"strong":  {0, 196, 318, 350, 347, 334, 298, 198, 0, 520},
}

var rowY = [9]float64{-500, -462, -330, -150, 40, 210, 355, 462, 500}

// jawShift is how far a point at y follows a jaw that hangs by j.
func jawShift(y, j float64) float64 {
	return j * math.Pow(max(0, min(1, (y-150)/300)), 1.3)
}

// faceHalf is the right half of the face's outline with the jaw closed.
func (f *figure) faceHalf() pts {
	w := faces[f.Face]
	out := make(pts, 9)
	for i, y := range rowY {
		if y > 210 {
			y = 210 + (y-210)*(f.chin-210)/290
		}
		out[i] = pt{w[i], y}
	}
	return out
}

// drawEars draws both ears; the right one lies in shade.
func (f *figure) drawEars(g *pen) {
	if f.Hair == "hijab" {
		return
	}
	for _, k := range []float64{-1, 1} {
		at := func(p pts) pts {
			out := make(pts, len(p))
			for i, q := range p {
				out[i] = pt{k * (faces[f.Face][4] - 8 + q[0]), q[1], q[2]}
			}
			return out
		}
		c := f.t.base
		if k > 0 {
			c = c.Mix(f.t.shade, .55)
		}
		g.tint(at(pts{{-14, -30}, {18, -52}, {52, -34}, {62, 20}, {46, 84}, {34, 134}, {8, 158}, {-18, 130}}), c, 1)
		g.tint(at(pts{{4, -14}, {24, -28}, {42, -8}, {44, 30}, {32, 78}, {18, 96}, {22, 50}, {10, 20}}), f.t.deep, .5)
		g.line(at(pts{{6, -6}, {22, 10}, {16, 44}, {24, 66}}), f.t.base, 9, .8)
	}
}

// drawFace draws the face without features: skin, planes, blush, age, stubble,
// and the shadow that the hair casts on it.
func (f *figure) drawFace(g *pen) {
	t, chin := f.t, f.chin
	ring := mirror(f.faceHalf())
	g.fill(ring, ramp3(-340, -300, 330, 420, t.light, .42, t.base, t.base.Mix(t.shade, .72)), 1)
	g.clip(ring)
	defer g.unclip()
	g.fill(pts{{420, -520, 1}, {300, -420}, {268, -200}, {292, -40}, {270, 120}, {214, 250}, {150, 400}, {70, 520}, {100, 620, 1}, {460, 620, 1}}, lin(180, 0, 380, 60, stop{0, t.shade, .05}, stop{1, t.shade, .85}), 1)
	g.fill(pts{{-420, -300, 1}, {-330, -160}, {-318, 60}, {-280, 230}, {-200, 390}, {-90, 520}, {-200, 640, 1}, {-460, 600, 1}}, lin(-250, 0, -365, 40, stop{0, t.shade, .02}, stop{1, t.shade, .55}), 1)
	g.glow(0, chin+30, 250, 90, t.deep, .30)
	g.glow(-60, -250, 220, 130, t.hi, .34)
	g.glow(-10, chin-64, 62, 46, t.light, .6)
	blush := .13
	if f.Fem {
		blush = .24
	}
	for _, k := range []float64{-1, 1} {
		g.glow(k*205-6, 172, 116, 88, t.blush, blush)
		cheek := .22
		if k < 0 {
			cheek = .36
		}
		g.glow(k*190-22, 118, 64, 34, t.hi, cheek)
	}
	sm := f.Smile
	lines := 1.0 // dark skin shows lines less
	if l := t.base.LCH().L; l < .6 {
		lines = max(.45, l/.6)
	}
	if lf := lines * max(f.Age*.75, max(0, sm-.3)*.22); lf > 0 {
		for _, k := range []float64{-1, 1} {
			g.line(pts{{k * 82, 196}, {k * 112, 232}, {k * (134 + sm*10), 282}, {k * (132 + sm*12), 322}}, t.deep, 6+3*f.Age, min(.7, lf))
		}
	}
	if f.Age > .4 {
		for _, r := range [][2]float64{{-262, 150}, {-222, 170}} {
			y, w := r[0], r[1]
			g.line(pts{{-w, y + 6}, {-w * .4, y - 4}, {w * .4, y - 4}, {w, y + 6}}, t.deep, 4.5, lines*.32*f.Age)
		}
		for _, k := range []float64{-1, 1} {
			g.line(pts{{k * 22, -100}, {k * 18, -62}}, t.deep, 4, lines*.35*f.Age)
		}
	}
	if f.Freckles {
		r := rand.New(rand.NewPCG(5, 34))
		for range 34 {
			k := float64(1 - 2*r.IntN(2))
			g.dot(k*(170+58*r.NormFloat64()), 120+34*r.NormFloat64(), 3+3*r.Float64(), 3+2*r.Float64(), t.deep, .42)
		}
	}
	if f.Beard == "stubble" {
		f.drawBeard(g)
	}
	f.drawHairShadow(g)
}

var noses = map[string][2]float64{"soft": {1, 0}, "narrow": {.84, 0}, "wide": {1.24, 0}, "button": {1.02, -16}, "long": {.94, 16}, "strong": {1.12, 8}}

func (f *figure) drawNose(g *pen) {
	w, dy, t := noses[f.Nose][0], noses[f.Nose][1], f.t
	at := func(x, y float64) pt { return pt{x * w, y + dy} }
	tip := at(46, 176)
	tip[2] = 1
	g.fill(pts{{30, -62, 1}, {44, -20}, {38, 50}, at(48, 110), at(72, 165), tip, at(26, 120), {14, 40}, {20, -20}}, lin(6, 0, 70*w, 0, stop{0, t.shade, .03}, stop{1, t.shade, .62}), 1)
	g.glow(-8, 56, 22, 100, t.hi, .42)
	g.glow(-4*w, 150+dy, 48*w, 42, t.light, .65)
	g.glow(58*w, 168+dy, 34*w, 36, t.shade, .5)
	g.tint(pts{at(-66, 174), at(-44, 180), at(-24, 190), at(0, 197), at(24, 190), at(44, 180), at(66, 174), at(58, 197), at(24, 206), at(0, 212), at(-24, 206), at(-58, 197)}, t.deep, .42)
	for _, k := range []float64{-1, 1} {
		g.tint(pts{at(k*16, 196), at(k*28, 187), at(k*44, 190), at(k*36, 199), at(k*24, 201)}, t.line, .72)
		a := .5
		if k < 0 {
			a = .38
		}
		g.line(pts{at(k*60, 140), at(k*72, 164), at(k*62, 190)}, t.line, 5, a)
	}
	a := .6
	if t.base.LCH().L > .6 {
		a = .75
	}
	g.turned(-10*w, 148+dy, 13*w, 10, -25, t.hi, a)
	g.glow(2, 236+dy, 46*w, 24, t.shade, .5)
}

var brows = map[string]struct {
	spine pts
	width float64
}{
	"soft":  {pts{{64, -118}, {128, -138}, {196, -142}, {262, -112}}, 15},
	"arch":  {pts{{66, -128}, {130, -144}, {204, -150}, {264, -110}}, 13}, // inner ends lower than that look cross
	"flat":  {pts{{64, -116}, {130, -126}, {198, -127}, {262, -106}}, 17},
	"thick": {pts{{60, -112}, {128, -130}, {198, -136}, {264, -104}}, 21},
}

func (f *figure) drawBrows(g *pen, raise, frown float64) {
	b := brows[f.Brow]
	w := b.width
	if f.masc() {
		w *= 1.16
	}
	for _, k := range []float64{-1, 1} {
		spine := make(pts, len(b.spine))
		for i, q := range b.spine {
			dy, fx, fy := -34*raise, 2*frown, 3*frown
			if q[0] < 100 {
				dy, fx, fy = dy*.95, 10*frown, 14*frown
			}
			spine[i] = pt{k * (q[0] - fx), q[1] + dy + fy}
		}
		ring := limb(spine, []float64{w * .62, w, w * .82, w * .12}, 12, true)
		ring[0][2], ring[len(ring)-1][2] = 0, 0
		g.fill(ring, lin(k*70, 0, k*250, 0, stop{0, f.browCol, .55}, stop{.25, f.browCol, .92}, stop{1, shade(f.browCol, -.03, 0, 0), .95}), 1)
	}
}
