package avatar

import (
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
)

// finger starts at a place of the palm at an angle (0 = away from the wrist) and
// bends by so much at each joint; half is its half width.
type finger struct {
	x, y, angle float64
	lengths     [3]float64
	bends       [3]float64
	half        float64
}

// handPose is a right hand: wrist at (0,0), fingers towards -y.
type handPose struct {
	palm       pts
	fingers    []finger
	thumb      finger
	fist       bool // three fingers folded over the palm
	thumbUnder bool // the thumb lies behind the palm
}

var handPoses = map[string]handPose{
	"open": {
		palm:    pts{{-56, 40, 1}, {-72, -60}, {-92, -150}, {-88, -232}, {-30, -262}, {30, -258}, {84, -226}, {92, -130}, {70, -40}, {56, 40, 1}},
		fingers: []finger{{70, -214, 17, [3]float64{78, 56, 44}, [3]float64{1, 0, -2}, 25}, {26, -246, 7, [3]float64{98, 70, 52}, [3]float64{0, -1, -2}, 28}, {-26, -252, -3, [3]float64{104, 76, 54}, [3]float64{}, 29}, {-72, -228, -13, [3]float64{94, 68, 50}, [3]float64{0, 1, 2}, 28}},
		thumb:   finger{-70, -96, -48, [3]float64{104, 86, 58}, [3]float64{4, 10, 10}, 34}},
	"offer": {
		palm:    pts{{-56, 40, 1}, {-70, -60}, {-88, -140}, {-84, -222}, {-30, -246}, {28, -244}, {80, -214}, {90, -124}, {70, -40}, {56, 40, 1}},
		fingers: []finger{{68, -204, 22, [3]float64{66, 48, 38}, [3]float64{8, 14, 14}, 25}, {26, -232, 10, [3]float64{86, 62, 46}, [3]float64{4, 10, 10}, 28}, {-24, -238, -1, [3]float64{94, 68, 48}, [3]float64{2, 6, 8}, 29}, {-68, -216, -12, [3]float64{86, 62, 46}, [3]float64{0, 3, 5}, 28}},
		thumb:   finger{-66, -92, -58, [3]float64{104, 84, 56}, [3]float64{10, 16, 14}, 34}},
	"point": {
		palm:    pts{{-56, 40, 1}, {-74, -60}, {-92, -140}, {-90, -220}, {-30, -250}, {30, -246}, {84, -214}, {92, -124}, {70, -40}, {56, 40, 1}},
		fingers: []finger{{-66, -222, -2, [3]float64{98, 74, 54}, [3]float64{}, 29}}, fist: true,
		thumb: finger{-66, -80, -10, [3]float64{90, 76, 50}, [3]float64{58, 30, 10}, 33}},
	"rest": {
		palm:    pts{{-54, 40, 1}, {-66, -60}, {-80, -150}, {-78, -220}, {-28, -246}, {28, -242}, {76, -212}, {82, -124}, {66, -40}, {54, 40, 1}},
		fingers: []finger{{62, -206, 6, [3]float64{70, 50, 40}, [3]float64{4, 8, 8}, 25}, {24, -232, 2, [3]float64{88, 64, 48}, [3]float64{3, 7, 8}, 27}, {-20, -238, -2, [3]float64{92, 68, 48}, [3]float64{3, 6, 6}, 28}, {-60, -218, -6, [3]float64{84, 60, 46}, [3]float64{3, 6, 6}, 27}},
		thumb:   finger{-64, -90, -26, [3]float64{92, 74, 50}, [3]float64{6, 10, 12}, 31}, thumbUnder: true},
}

func (f finger) spine() pts {
	p := pts{{f.x, f.y}}
	a := f.angle
	for i, l := range f.lengths {
		a += f.bends[i]
		s, c := math.Sincos(a * math.Pi / 180)
		q := p[len(p)-1]
		p = append(p, pt{q[0] + s*l, q[1] - c*l})
	}
	return p
}

// blend mixes two hands of the same number of fingers.
func (h handPose) blend(o handPose, t float64) handPose {
	if len(h.fingers) != len(o.fingers) || h.fist != o.fist {
		if t < .5 {
			return h
		}
		return o
	}
	m := func(a, b float64) float64 { return a + (b-a)*t }
	mf := func(a, b finger) finger {
		out := finger{x: m(a.x, b.x), y: m(a.y, b.y), angle: m(a.angle, b.angle), half: m(a.half, b.half)}
		for i := range a.lengths {
			out.lengths[i], out.bends[i] = m(a.lengths[i], b.lengths[i]), m(a.bends[i], b.bends[i])
		}
		return out
	}
	out := handPose{palm: blendPts(h.palm, o.palm, t), thumb: mf(h.thumb, o.thumb), fist: h.fist, thumbUnder: h.thumbUnder}
	if t >= .5 {
		out.thumbUnder = o.thumbUnder
	}
	for i := range h.fingers {
		out.fingers = append(out.fingers, mf(h.fingers[i], o.fingers[i]))
	}
	return out
}

// drawHand draws hand h at the wrist (x, y), turned by rot degrees, mirrored by k.
func (f *figure) drawHand(g *pen, h handPose, x, y, rot, k, size float64, back bool) {
	t := f.t
	if q := t.base.LCH(); !back && !h.fist && q.L < .7 {
		// The palms of deep skin are lighter than the rest of it.
		line := t.deep
		t = skinTones(oklch(q.L+.5*(.7-q.L), q.C, q.H-4))
		t.deep = line
	}
	nail := t.light.Mix(hex("#f0a8a0"), .35)
	if f.Nails != "" {
		nail = hex(f.Nails)
	}
	g.open(raster.Translate(x, y).Mul(raster.Rotate(rot, 0, 0)).Mul(raster.Scale(k*size, size)))
	defer g.close()
	fill := ramp3(-90, -250, 100, 60, t.light, .5, t.base, t.base.Mix(t.shade, .8))
	const sw = 6
	drawFinger := func(n finger) {
		p := n.spine()
		s, c := math.Sincos(n.angle * math.Pi / 180)
		p = append(pts{{n.x - s*40, n.y + c*40}}, p...) // rooted inside the palm
		w := n.half
		g.edged(limb(p, []float64{w * 1.02, w, w * .96, w * .90, w * .72}, 16, true), fill, t.deep, sw)
		drawFingertip(g, p, w, nail, t, back)
	}
	drawThumb := func() {
		p := append(pts{{h.thumb.x + 28, h.thumb.y + 52}}, h.thumb.spine()...)
		w := h.thumb.half
		g.edged(limb(p, []float64{w * 1.25, w * 1.15, w * .98, w * .92, w * .66}, 16, true), fill, t.deep, sw)
		if back {
			e, d := p[len(p)-1], p[len(p)-2]
			g.turned(e[0], e[1], w*.44, w*.56, deg(d, e)+90, nail, 1)
		}
	}
	if h.thumbUnder {
		drawThumb()
	}
	g.edged(h.palm, fill, t.deep, sw)
	for _, n := range h.fingers {
		drawFinger(n)
	}
	switch {
	case h.fist:
		f.drawFist(g, fill, nail)
	case h.thumbUnder:
		g.fill(pts{{-48, 44, 1}, {-60, -60}, {-72, -150}, {-66, -214}, {-28, -236}, {28, -232}, {66, -202}, {74, -124}, {60, -40}, {48, 44, 1}}, fill, 1)
		for _, q := range []pt{{-52, -208}, {-18, -228}, {24, -222}, {58, -196}} {
			g.glow(q[0], q[1], 20, 15, t.light, .8)
		}
	default:
		drawThumb()
		g.fill(pts{{-50, 44, 1}, {-64, -60}, {-78, -150}, {-76, -222}, {-28, -250}, {28, -246}, {76, -216}, {86, -128}, {64, -40}, {50, 44, 1}}, fill, 1)
		drawPalm(g, t, back)
	}
}

func drawFingertip(g *pen, p pts, w float64, nail look.RGB, t skin, back bool) {
	if back {
		e, d := p[len(p)-1], p[len(p)-2]
		a := deg(d, e) + 90
		s, c := math.Sincos(a * math.Pi / 180)
		g.turned(e[0]-s*2, e[1]+c*2, w*.46, w*.60, a, nail, .95)
		return
	}
	for _, j := range []int{2, 3} {
		q := p[j]
		g.line(pts{{q[0] - w*.5, q[1] + 2}, {q[0], q[1] + 5}, {q[0] + w*.5, q[1] + 1}}, t.deep, 3.5, .38)
	}
}

func drawPalm(g *pen, t skin, back bool) {
	if back {
		for _, q := range []pt{{-58, -216}, {-20, -234}, {24, -230}, {64, -204}} {
			g.glow(q[0], q[1], 20, 15, t.light, .8)
		}
		for _, q := range []pt{{-40, -170}, {2, -180}, {42, -166}} {
			g.line(pts{{q[0], q[1]}, {q[0] * .7, q[1] + 70}}, t.shade, 5, .5)
		}
		return
	}
	g.glow(-44, -92, 46, 84, t.light, .75)
	g.glow(52, -90, 40, 90, t.light, .45)
	g.glow(6, -120, 44, 66, t.shade, .75)
	g.line(pts{{-74, -168}, {-30, -178}, {14, -140}, {20, -40}}, t.deep, 4.5, .42)
	g.line(pts{{84, -170}, {30, -190}, {-18, -214}}, t.deep, 4.5, .36)
	g.line(pts{{70, -128}, {10, -148}, {-52, -168}}, t.deep, 4, .28)
}

func (f *figure) drawFist(g *pen, fill raster.Paint, nail look.RGB) {
	t := f.t
	const sw = 6
	g.fill(pts{{-52, 44, 1}, {-68, -60}, {-84, -140}, {-82, -214}, {-28, -240}, {28, -240}, {78, -210}, {86, -124}, {64, -40}, {50, 44, 1}}, fill, 1)
	for _, q := range [][4]float64{{66, -196, 27, 74}, {24, -212, 29, 88}, {-20, -214, 30, 92}} {
		x, y, w, l := q[0], q[1], q[2], q[3]
		g.edged(limb(pts{{x, y - 6}, {x - 4, y + l*.5}, {x - 10, y + l}}, []float64{w, w * 1.02, w * .86}, 8, true), fill, t.deep, sw)
		g.dot(x, y-8, w-3, 22, t.base, 1)
		g.tint(pts{{x - w + 3, y - 4}, {x, y - 30}, {x + w - 3, y - 4}}, t.light, .6)
		g.dot(x-9, y+l-2, w*.44, w*.5, nail, 1)
	}
	g.edged(limb(pts{{-62, -40}, {-66, -96}, {-34, -146}, {14, -152}}, []float64{38, 36, 32, 23}, 14, true), fill, t.deep, sw)
	g.turned(12, -154, 15, 19, 82, nail, 1)
	g.fill(pts{{-50, 44, 1}, {-66, -30}, {-70, -92}, {-40, -110}, {-20, -60}, {0, 44, 1}}, fill, 1)
}
