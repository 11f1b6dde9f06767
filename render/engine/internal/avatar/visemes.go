package avatar

import "math"

// shape is a mouth: right halves of the outer and inner lip line (corner, U1, U2,
// U0, L1, L2, L0), the teeth's edges, the tongue and how far the jaw hangs. One
// topology for all, so that any two blend point by point.
type shape struct {
	o, i                [7][2]float64
	tu, tl, tg, tw, jaw float64
}

// visemes are the nine shapes in Rhubarb's letters; X is rest.
var visemes = map[byte]shape{
	'X': {o: [7][2]float64{{104, -7}, {60, -22}, {23, -33}, {0, -27}, {64, 26}, {31, 43}, {0, 46}}, i: [7][2]float64{{96, -6}, {56, 1}, {22, 2}, {0, 3}, {56, 1}, {22, 2}, {0, 3}}, tu: -2, tl: 40, tg: 40, tw: 40, jaw: 0},
	'A': {o: [7][2]float64{{102, -3}, {58, -14}, {23, -21}, {0, -17}, {60, 18}, {30, 30}, {0, 32}}, i: [7][2]float64{{94, -2}, {55, 1}, {22, 1}, {0, 2}, {55, 1}, {22, 1}, {0, 2}}, tu: -2, tl: 40, tg: 40, tw: 40, jaw: -3},
	'B': {o: [7][2]float64{{120, -12}, {70, -31}, {25, -42}, {0, -36}, {74, 34}, {36, 52}, {0, 56}}, i: [7][2]float64{{108, -10}, {63, -13}, {24, -17}, {0, -14}, {63, 15}, {31, 25}, {0, 28}}, tu: 12, tl: 10, tg: 60, tw: 50, jaw: 8},
	'C': {o: [7][2]float64{{112, -6}, {67, -32}, {25, -43}, {0, -37}, {76, 54}, {38, 78}, {0, 83}}, i: [7][2]float64{{99, -4}, {60, -14}, {24, -19}, {0, -16}, {62, 34}, {32, 49}, {0, 53}}, tu: 7, tl: 50, tg: 26, tw: 54, jaw: 22},
	'D': {o: [7][2]float64{{107, 4}, {65, -35}, {25, -47}, {0, -41}, {82, 84}, {42, 122}, {0, 130}}, i: [7][2]float64{{92, 6}, {57, -15}, {24, -22}, {0, -19}, {67, 64}, {36, 94}, {0, 100}}, tu: 4, tl: 96, tg: 54, tw: 58, jaw: 46},
	'E': {o: [7][2]float64{{82, 4}, {54, -38}, {22, -50}, {0, -44}, {62, 66}, {33, 94}, {0, 100}}, i: [7][2]float64{{62, 7}, {42, -16}, {19, -24}, {0, -22}, {47, 46}, {26, 65}, {0, 69}}, tu: -8, tl: 80, tg: 44, tw: 40, jaw: 34},
	'F': {o: [7][2]float64{{60, 3}, {42, -31}, {17, -43}, {0, -38}, {46, 44}, {25, 64}, {0, 68}}, i: [7][2]float64{{36, 5}, {25, -8}, {12, -13}, {0, -12}, {27, 21}, {15, 30}, {0, 32}}, tu: -18, tl: 60, tg: 60, tw: 24, jaw: 14},
	'G': {o: [7][2]float64{{110, -6}, {63, -33}, {24, -44}, {0, -38}, {66, 24}, {33, 39}, {0, 42}}, i: [7][2]float64{{98, -5}, {58, -16}, {23, -21}, {0, -18}, {58, 7}, {28, 10}, {0, 11}}, tu: 10, tl: 60, tg: 60, tw: 40, jaw: 2},
	'H': {o: [7][2]float64{{108, -3}, {66, -34}, {25, -45}, {0, -39}, {76, 56}, {38, 82}, {0, 88}}, i: [7][2]float64{{95, -1}, {59, -15}, {24, -21}, {0, -18}, {61, 38}, {32, 54}, {0, 59}}, tu: 3, tl: 56, tg: 8, tw: 34, jaw: 24},
}

// blend is a at t = 0, b at t = 1; t may overshoot a little.
func (a shape) blend(b shape, t float64) shape {
	m := func(x, y float64) float64 { return x + (y-x)*t }
	out := shape{tu: m(a.tu, b.tu), tl: m(a.tl, b.tl), tg: m(a.tg, b.tg), tw: m(a.tw, b.tw), jaw: m(a.jaw, b.jaw)}
	for k := range a.o {
		for j := 0; j < 2; j++ {
			out.o[k][j] = m(a.o[k][j], b.o[k][j])
			out.i[k][j] = m(a.i[k][j], b.i[k][j])
		}
	}
	return out
}

// opening is the gap between the lips on the midline, mh.
func (a shape) opening() float64 { return a.i[6][1] - a.i[3][1] }

// ring12 turns a half into the closed ring: right corner, over the top to the
// left corner, back underneath.
func ring12(h [7][2]float64) pts {
	p := func(k int, s, corner float64) pt { return pt{s * h[k][0], h[k][1], corner} }
	return pts{p(0, 1, 1), p(1, 1, 0), p(2, 1, 0), p(3, 1, 0), p(2, -1, 0), p(1, -1, 0), p(0, -1, 1), p(4, -1, 0), p(5, -1, 0), p(6, 1, 0), p(5, 1, 0), p(4, 1, 0)}
}

// mouthY is the mouth's anchor below the eyes, mh.
const mouthY = 314

func (f *figure) drawMouth(g *pen, v shape, smile float64) {
	sm := smile * (1 - .6*max(0, v.jaw)/46)
	mw := f.MouthW * 1.10
	adjust := func(h [7][2]float64, outer bool) (out [7][2]float64) {
		for n, q := range h {
			u := min(1, math.Abs(q[0])/105)
			y := q[1]*1.06 - sm*46*math.Pow(u, 1.9) + sm*13*(1-u)
			if outer {
				y += (q[1] - v.i[n][1]) * (f.LipFull - 1)
			}
			out[n] = [2]float64{q[0] * mw * (1 + .16*sm), y}
		}
		return
	}
	o, in := adjust(v.o, true), adjust(v.i, false)
	gap := in[6][1] - in[3][1]
	lip := f.t.lip
	if f.masc() {
		lip = lip.Mix(f.t.shade, .42)
	}
	under := f.t.shade
	if f.hasBeard() {
		under = f.hair.d
	}
	g.glow(0, o[6][1]+26, 70, 24, under, .75)
	g.fill(ring12(o), lin(0, o[2][1], 0, o[6][1], stop{0, shade(lip, -.01, 0, 0), 1}, stop{.42, shade(lip, -.04, .005, 0), 1}, stop{.5, lip, 1}, stop{1, shade(lip, -.01, 0, 0), 1}), 1)
	lower := pts{{o[0][0], o[0][1], 1}, {o[4][0], o[4][1]}, {o[5][0], o[5][1]}, {o[6][0], o[6][1]}, {-o[5][0], o[5][1]}, {-o[4][0], o[4][1]}, {-o[0][0], o[0][1], 1},
		{-in[4][0], in[4][1]}, {-in[5][0], in[5][1]}, {in[6][0], in[6][1]}, {in[5][0], in[5][1]}, {in[4][0], in[4][1]}}
	g.fill(lower, ramp3(0, in[6][1], 0, o[6][1], lip, .35, shade(lip, .05, 0, 0), shade(lip, -.015, 0, 0)), 1)
	if th := o[6][1] - in[6][1]; th > 14 {
		y := in[6][1]
		g.tint(limb(pts{{-34 * mw * .8, y + th*.40}, {-4, y + th*.47}, {28 * mw * .8, y + th*.40}}, []float64{1.5, th * .11, 1.5}, 14, true), shade(lip, .16, -.02, 0), .55)
	}
	inner := ring12(in)
	if gap > 1.5 {
		f.drawMouthInside(g, v, inner, in, sm)
		g.outline(inner, shade(lip, -.16, 0, 0), 3.4, .8)
	} else {
		p := func(k int, s float64) pt { return pt{s * in[k][0], in[k][1]} }
		g.line(pts{p(0, 1), p(1, 1), p(2, 1), p(3, 1), p(2, -1), p(1, -1), p(0, -1)}, shade(lip, -.24, 0, 0).Mix(f.t.line, .35), 6, .9)
	}
	for _, k := range []float64{-1, 1} {
		x, y := o[0][0], o[0][1]
		corner := f.t.deep
		if f.hasBeard() {
			corner = corner.Mix(f.hair.d, .6)
		}
		g.glow(k*(x+10), y+2, 20, 18, corner, .40)
		if sm > .15 {
			g.line(pts{{k * (x + 3), y - 9}, {k * (x + 10), y - 1}, {k * (x + 7), y + 9}}, f.t.line, 4, .45*min(1, (sm-.15)/.1))
		}
	}
	g.glow(0, -52, 16, 26, f.t.shade, .4) // philtrum
}

var (
	teethLight = hex("#fbf8f3")
	teethLeft  = hex("#d8cfc8")
	teethRight = hex("#cfc5be")
)

func (f *figure) drawMouthInside(g *pen, v shape, inner pts, in [7][2]float64, sm float64) {
	g.clip(inner)
	defer g.unclip()
	top, bottom := in[3][1], in[6][1]
	g.fill(pts{{-140, -70, 1}, {140, -70, 1}, {140, 170, 1}, {-140, 170, 1}}, ramp3(0, top, 0, bottom+4, hex("#2a0f12"), .6, hex("#4a171c"), hex("#7a2c30")), 1)
	if t, w := v.tg, v.tw; t < bottom {
		g.fill(pts{{-w - 14, bottom + 40, 1}, {-w, t + 14}, {-w * .45, t}, {0, t + 4}, {w * .45, t}, {w, t + 14}, {w + 14, bottom + 40, 1}}, ramp2(0, t, 0, t+60, hex("#d9777a"), hex("#b04a52")), 1)
		g.line(pts{{0, t + 10}, {0, t + 46}}, hex("#9c3c46"), 4, .5)
	}
	if l := v.tl; l < bottom {
		g.tint(pts{{-76, l - 6 - sm*16}, {0, l + 1}, {76, l - 6 - sm*16}, {80, l + 50}, {0, l + 60}, {-80, l + 50}}, hex("#e6ded6"), 1)
	}
	if tu := v.tu; tu > top {
		t, hw, lift := top-70, min(104, in[0][0]*.95), sm*30+4
		edge := pts{{hw, tu - 10 - lift}, {hw * .62, tu - 2 - lift*.35}, {0, tu}, {-hw * .62, tu - 2 - lift*.35}, {-hw, tu - 10 - lift}}
		g.fill(append(pts{{-hw, t, 1}, {hw, t, 1}}, edge...), lin(-hw, 0, hw, 0, stop{0, teethLeft, 1}, stop{.25, teethLight, 1}, stop{.7, teethLight, 1}, stop{1, teethRight, 1}), 1)
		g.tint(pts{{-hw, t, 1}, {hw, t, 1}, {hw, top + 2}, {0, top + 8}, {-hw, top + 2}}, hex("#5a2a2a"), .22)
		g.line(edge, hex("#7d5552"), 2.6, .45)
		g.line(pts{{0, top}, {0, tu - 3}}, hex("#b9aaa2"), 2, .5)
	}
}
