package avatar

import (
	"math"
	"math/rand/v2"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
)

// strand is one tapered lock: its spine, its width and its tone's letter.
type strand struct {
	p    pts
	w    float64
	tone byte
}

func (f *figure) strands(g *pen, op float64, list ...strand) {
	for _, s := range list {
		g.tint(taper(s.p, s.w), f.hair.tone(s.tone), op)
	}
}

// hairPaint is the light that falls over all hair.
func (f *figure) hairPaint() raster.Paint {
	return ramp3(-300, -560, 330, 380, f.hair.l, .4, f.hair.b, f.hair.s)
}

// uniform yields numbers between a and b from a stream fixed by its seed.
type uniform struct{ r *rand.Rand }

func seeded(seed uint64) uniform              { return uniform{rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))} }
func (u uniform) in(a, b float64) float64     { return a + (b-a)*u.r.Float64() }
func (u uniform) pick(c ...look.RGB) look.RGB { return c[u.r.IntN(len(c))] }

// scallop sets discs along a ring: the outline of curls.
func (f *figure) scallop(g *pen, ring pts, r float64, c look.RGB, n int, seed uint64, jitter float64) {
	u := seeded(seed)
	s := spline(append(append(pts(nil), ring...), ring[0]), n)
	for _, q := range s[:n] {
		rr := r * (1 + u.in(-jitter, jitter))
		g.dot(q[0]+u.in(-6, 6), q[1]+u.in(-6, 6), rr, rr, c, 1)
	}
}

// braid is a row of turned ovals along p, the last at its end.
func (f *figure) braid(g *pen, p pts, w float64) {
	s := spline(p, 26)
	l := 0.0
	for i := 0; i < 26; i++ {
		l += math.Hypot(s[i+1][0]-s[i][0], s[i+1][1]-s[i][1])
	}
	n := int(l / (w * .72))
	s = spline(p, n)
	g.tint(limb(p, []float64{w * .44, w * .44, w * .44, w * .44}, 16, true), f.hair.d, 1)
	for i := 0; i < n; i++ {
		a, b := s[i], s[i+1]
		turn, c := deg(a, b)-90-24, f.hair.l
		if i%2 == 1 {
			turn, c = turn+48, f.hair.b
		}
		x, y := (a[0]+b[0])/2, (a[1]+b[1])/2
		g.turned(x-w*.1, y, w*.33, w*.50, turn, c, 1)
		g.turned(x-w*.18, y-w*.1, w*.08, w*.24, turn, f.hair.h, .6)
	}
}

var (
	waveBack = pts{{0, -608}, {206, -574}, {350, -440}, {428, -220}, {440, 40}, {424, 200}, {464, 400}, {440, 560}, {470, 700}, {350, 800}, {200, 790}, {0, 780}}
	longBack = pts{{0, -608}, {206, -574}, {350, -440}, {414, -220}, {420, 40}, {430, 300}, {446, 620}, {440, 900}, {330, 960, 1}, {160, 930}, {0, 930}}
)

// hasHairBack says whether anything of the hair lies behind the shoulders.
func (f *figure) hasHairBack() bool {
	switch f.Hair {
	case "buzz", "bald", "turban":
		return false
	}
	return true
}

// drawHairBack draws the hair behind neck and shoulders.
func (f *figure) drawHairBack(g *pen) {
	t := f.hair
	dark := ramp2(0, -400, 0, 700, t.b, t.d)
	sides := []float64{-1, 1}
	switch f.Hair {
	case "wave", "long":
		h := waveBack
		if f.Hair == "long" {
			h = longBack
		}
		g.fill(mirror(h), dark, 1)
		g.clip(mirror(h))
		for _, k := range sides {
			f.strands(g, .8, strand{pts{{k * 420, 0}, {k * 432, 250}, {k * 452, 480}, {k * 410, 680}}, 34, 'b'}, strand{pts{{k * 380, 200}, {k * 392, 420}, {k * 400, 600}, {k * 340, 760}}, 30, 's'})
		}
		g.unclip()
	case "bob":
		g.fill(mirror(pts{{0, -608}, {206, -574}, {352, -440}, {428, -220}, {444, 40}, {446, 260}, {420, 440}, {330, 500, 1}, {180, 470}, {0, 470}}), dark, 1)
	case "curly":
		ring := mirror(pts{{0, -640}, {230, -600}, {410, -440}, {490, -200}, {510, 60}, {500, 300}, {430, 500}, {300, 560}, {0, 500}})
		g.fill(ring, dark, 1)
		f.scallop(g, ring, 70, t.s, 46, 3, .25)
		u := seeded(9)
		for i := range 60 {
			a, q := u.in(0, 2*math.Pi), u.in(.80, 1)
			x, y := math.Cos(a)*470*q, -40+math.Sin(a)*540*q
			if y > 520 {
				continue
			}
			c := t.b
			if i%2 == 0 {
				c = t.d
			}
			g.line(pts{{x - 26, y + 8}, {x - 6, y - 22}, {x + 24, y - 6}, {x + 20, y + 22}}, c, 13, .6)
		}
	case "afro":
		ring := mirror(pts{{0, -760}, {260, -720}, {470, -560}, {560, -300}, {540, -30}, {440, 190}, {330, 260}, {0, 200}})
		g.fill(ring, radial(-130, -420, 760, 760, stop{0, t.l, 1}, stop{.55, t.b, 1}, stop{1, t.s, 1}), 1)
		f.scallop(g, ring, 40, t.b, 76, 4, .35)
		u := seeded(3)
		for i := range 230 {
			a, q := u.in(0, 2*math.Pi), u.in(.45, 1)
			x, y := math.Cos(a)*535*q, -270+math.Sin(a)*480*q
			if y > 190 {
				continue
			}
			c := t.b
			switch {
			case x < 60 && y < -250:
				c = t.l
			case x > 200:
				c = t.s
			case i%3 > 0:
				c = t.d
			}
			g.line(pts{{x - 11, y + 4}, {x - 2, y - 10}, {x + 10, y - 3}, {x + 7, y + 9}}, c, 6, .55)
		}
	case "braids":
		g.tint(mirror(pts{{0, -610}, {110, -598}, {218, -556}, {360, -430}, {430, -220}, {440, 40}, {430, 500}, {440, 860}, {330, 900, 1}, {0, 880}}), t.d, 1)
		for _, k := range sides {
			for i, x := range []float64{210, 262, 314, 366, 412} {
				n := float64(i)
				f.braid(g, pts{{k * x * .86, -380}, {k * (x + 12), -60}, {k * (x + 22), 380}, {k * (x + 14 + n*5), 900 - n*16}}, 44)
			}
		}
	case "bun", "topbun", "pony":
		f.drawTied(g, dark)
	case "locs":
		for _, k := range sides {
			for i, x := range []float64{180, 250, 320, 384} {
				c := t.b
				if i%2 == 1 {
					c = t.s
				}
				g.edged(limb(pts{{k * x * .9, -300}, {k * (x + 24), 0}, {k * (x + 34), 280}, {k * (x + 24), 560 - float64(i)*24}}, []float64{26, 27, 27, 24}, 14, true), solid(c), t.d, 5)
			}
		}
		f.drawCap(g, 366, 520)
	case "pixie":
		f.drawCap(g, 366, 190)
	case "side", "quiff", "crop":
		f.drawCap(g, 366, 120)
	case "medwave":
		f.drawCap(g, 392, 250)
	case "recede":
		g.tint(mirror(pts{{0, -300}, {290, -400}, {374, -270}, {388, -80}, {366, 60}, {300, 150}, {0, 100}}), t.d, 1)
	case "hijab":
		c := f.wrapCol()
		g.fill(mirror(pts{{0, -600}, {220, -570}, {380, -440}, {456, -220}, {466, 40}, {440, 300}, {430, 520}, {520, 680}, {640, 800, 1}, {0, 900}}), ramp2(-400, 0, 420, 300, shade(c, -.03, 0, 0), shade(c, -.09, 0, 0)), 1)
	}
}

// drawCap is the back of short hair: half width w, down to b.
func (f *figure) drawCap(g *pen, w, b float64) {
	g.tint(mirror(pts{{0, -560}, {210, -530}, {340, -400}, {w, -200}, {w, 20}, {w - 30, b}, {w - 130, b + 90}, {0, b + 60}}), f.hair.d, 1)
}

// drawTied is the back of hair in a bun or a tail.
func (f *figure) drawTied(g *pen, dark raster.Paint) {
	t := f.hair
	if f.Hair == "pony" {
		g.fill(pts{{120, -520, 1}, {300, -560}, {450, -420}, {520, -120}, {500, 240}, {540, 520}, {470, 700, 1}, {400, 560}, {380, 300}, {390, 0}, {330, -300}}, dark, 1)
		f.strands(g, .5, strand{pts{{300, -480}, {450, -250}, {450, 150}, {490, 560}}, 34, 'l'}, strand{pts{{260, -420}, {400, -200}, {420, 200}, {440, 520}}, 26, 'd'})
	} else {
		y := -640.0
		if f.Hair == "topbun" {
			y = -660
		}
		g.fill(pts{{-150, y}, {-110, y - 110}, {10, y - 146}, {126, y - 104}, {156, y + 6}, {120, y + 100}, {0, y + 130}, {-120, y + 96}}, radial(-50, y-50, 230, 230, stop{0, t.l, 1}, stop{.6, t.b, 1}, stop{1, t.s, 1}), 1)
		f.strands(g, .55, strand{pts{{-120, y + 50}, {-70, y - 60}, {40, y - 100}, {120, y - 30}}, 22, 'h'}, strand{pts{{-100, y + 80}, {-10, y - 10}, {90, y - 20}, {130, y + 40}}, 24, 's'}, strand{pts{{-60, y + 110}, {40, y + 60}, {120, y + 60}}, 20, 'd'})
	}
	g.tint(mirror(pts{{0, -540}, {220, -500}, {350, -330}, {372, -120}, {360, 60}, {300, 240}, {180, 380}, {0, 400}}), t.d, 1)
}

func (f *figure) wrapCol() look.RGB {
	if f.Wrap == "" {
		return hex("#3f6f6a")
	}
	return hex(f.Wrap)
}
