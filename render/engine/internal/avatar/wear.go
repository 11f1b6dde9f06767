package avatar

import (
	"math"
	"math/rand/v2"

	"gitops.video/render/render/engine/internal/raster"
)

// drawBeard draws what hangs on the jaw: it follows when the jaw drops.
func (f *figure) drawBeard(g *pen) {
	chin, hc := f.chin, f.hairCol
	const my = mouthY
	w := faces[f.Face]
	kind := map[string][2]float64{"stubble": {.15, 0}, "short": {.93, 10}, "full": {1, 52}, "boxed": {.95, 14}}
	if k, ok := kind[f.Beard]; ok {
		op, ext := k[0], k[1]
		// The sideburns run out beside the ears; no hair ends in a straight cut.
		outer := pts{{w[4] + 2, -24, 1}, {w[4] + 5, 90}, {w[5] + 5 + ext*.15, 215}, {w[6] + ext*.35, 355}, {w[7]*.98 + ext*.35, chin - 34 + ext*.55}, {60, chin + 2 + ext}, {0, chin + 6 + ext}}
		inner := pts{{0, my - 66}, {46, my - 70}, {116, my - 46}, {165, my - 6}, {232, my - 50}, {w[5] - 50, 190}, {w[4] - 26, 84}, {w[4] - 6, -24, 1}}
		ring := append(pts(nil), outer...)
		ring = append(ring, reversed(flip(outer[:6]))...)
		ring = append(ring, reversed(flip(inner))[:7]...)
		ring = append(ring, inner...)
		col := hc
		if f.Beard == "stubble" {
			col = hc.Mix(f.t.deep, .3)
		}
		g.fill(ring, ramp3(-300, 100, 320, chin, shade(col, .045, 0, 0), .5, col, shade(col, -.06, 0, 0)), op)
		under := shade(col, -.08, 0, 0)
		if f.Beard == "stubble" {
			under = f.t.shade
		} else {
			r := rand.New(rand.NewPCG(3, 26))
			for i := range 26 {
				a := 2*r.Float64() - 1
				x, y := a*230, chin-20-a*a*190-60+70*r.Float64()
				c := shade(col, -.08, 0, 0)
				if i%2 == 1 {
					c = shade(col, .09, 0, 0)
				}
				g.tint(taper(pts{{x, y - 34}, {x*1.01 + 4*a, y}, {x * .99, y + 30 + ext*.4}}, 6), c, .45)
			}
		}
		g.glow(0, my+78, 44, 26, under, .35)
	}
	if f.Beard == "goatee" {
		g.fill(mirror(pts{{0, my + 62}, {52, my + 66}, {78, my + 104}, {66, chin - 6}, {0, chin + 16}}), ramp2(0, my+60, 0, chin+10, hc, shade(hc, -.05, 0, 0)), 1)
		for _, k := range []float64{-1, 1} {
			g.tint(taperPow(pts{{k * 112, my + 2}, {k * 112, my + 50}, {k * 84, my + 100}}, 34, .5), hc, 1)
		}
	}
}

// drawMoustache draws what sits on the upper lip: it stays when the jaw drops.
func (f *figure) drawMoustache(g *pen) {
	hc := f.hairCol
	const my = mouthY
	end := 26.0
	if f.Beard == "moustache" {
		end = -6
	}
	g.fill(mirror(pts{{0, my - 60}, {42, my - 72}, {88, my - 62}, {122, my - 34}, {138, my + end, 1}, {112, my - 20}, {84, my - 26}, {46, my - 38}, {0, my - 38}}), ramp2(0, my-66, 0, my, shade(hc, .05, 0, 0), shade(hc, -.03, 0, 0)), 1)
	g.line(pts{{0, my - 56}, {0, my - 36}}, shade(hc, -.08, 0, 0), 4, .5)
}

func (f *figure) hasBeard() bool {
	switch f.Beard {
	case "short", "full", "boxed", "goatee":
		return true
	}
	return false
}

func (f *figure) hasMoustache() bool { return f.hasBeard() || f.Beard == "moustache" }

func (f *figure) drawGlasses(g *pen) {
	col := hex("#2b2523")
	if f.GlassCol != "" {
		col = hex(f.GlassCol)
	}
	sw := map[string]float64{"wire": 7, "round": 13, "rect": 14, "cat": 14, "half": 12}[f.Glasses]
	var r pts
	switch f.Glasses {
	case "round", "wire":
		r = pts{{0, -92}, {78, -66}, {108, 6}, {74, 78}, {0, 102}, {-74, 78}, {-104, 6}, {-76, -66}}
	case "cat":
		r = pts{{-96, -58}, {0, -74}, {96, -86}, {134, -80}, {112, 4}, {66, 78}, {-20, 84}, {-88, 48}}
	default:
		r = pts{{-88, -68}, {0, -74}, {92, -68}, {114, -44}, {108, 40}, {72, 78}, {0, 84}, {-72, 78}, {-104, 40}, {-106, -44}}
	}
	for _, k := range []float64{-1, 1} {
		g.open(raster.Affine{A: k, D: 1, E: k * 152, F: 4})
		g.tint(r, hex("#dfeaf2"), .10)
		g.tint(pts{{-60, -64, 1}, {-10, -70, 1}, {-70, 70, 1}, {-92, 36, 1}}, white, .13)
		if f.Glasses == "half" {
			g.line(pts{{-104, 10}, {-104, -48}, {-86, -68}, {0, -74}, {92, -68}, {112, -46}, {110, 10}}, col, sw+4, 1)
			g.outline(r, col, 4, .5)
		} else {
			g.outline(r, col, sw, 1)
		}
		x := 112.0
		if f.Glasses == "cat" {
			x = 128
		}
		g.line(pts{{x, -34}, {160, -40}, {200, -34}}, col, sw*.9, 1)
		g.tint(taper(pts{{-80, -60}, {-20, -70}, {40, -70}}, 6), white, .35)
		g.close()
	}
	g.line(pts{{-52, -14}, {-22, -32}, {22, -32}, {52, -14}}, col, sw*.95, 1)
}

func (f *figure) hasEarrings() bool {
	return f.Ear != "none" && f.Ear != "" && f.Hair != "hijab" && f.Hair != "turban"
}

func (f *figure) drawEarrings(g *pen) {
	x, c := faces[f.Face][4]+12, f.accent
	for _, k := range []float64{-1, 1} {
		switch f.Ear {
		case "stud":
			g.dot(k*x, 150, 15, 15, c, 1)
			g.dot(k*x-4, 146, 5, 5, white, .9)
		case "hoop":
			g.ringEllipse(k*(x+4), 204, 44, 54, shade(c, -.08, 0, 0), 13)
			g.ringEllipse(k*(x+4), 204, 44, 54, c, 9)
		case "drop":
			g.line(pts{{k * x, 146}, {k * x, 186}}, c, 6, 1)
			g.tint(pts{{k * x, 180}, {k*x + 22, 226}, {k * x, 252}, {k*x - 22, 226}}, c, 1)
			g.dot(k*x-6, 222, 5, 9, white, .7)
		case "pearl":
			g.ellipse(k*x, 160, 20, 20, radial(k*x-6, 152, 26, 26, stop{0, white, 1}, stop{.6, hex("#efe7dd"), 1}, stop{1, hex("#c9bba9"), 1}), 1)
		}
	}
}

// deg is the direction from a to b in degrees.
func deg(a, b pt) float64 { return math.Atan2(b[1]-a[1], b[0]-a[0]) * 180 / math.Pi }
