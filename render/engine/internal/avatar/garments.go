package avatar

import "gitops.video/render/render/engine/internal/look"

// drawTorso draws what the person wears, sleeves left out.
func (f *figure) drawTorso(g *pen) {
	switch f.Cloth {
	case "blazer", "labcoat":
		f.drawBlazer(g)
	case "shirt":
		f.drawShirt(g)
	case "turtle":
		f.frame.drawBase(g, f.frame.sh, f.frame.crew(), f.c1)
		f.drawTurtleNeck(g, f.c1)
	case "tee", "sweater":
		f.drawSweater(g)
	case "hoodie":
		f.drawHoodie(g)
	case "scrubs":
		f.drawScrubs(g)
	case "hivis":
		f.drawHivis(g)
	case "dress":
		f.drawDress(g)
	case "sari":
		f.drawSari(g)
	case "kurta":
		f.drawKurta(g)
	}
	f.drawRim(g)
	if f.Hair == "hijab" {
		f.drawHijabDrape(g)
	}
}

// drawRim lights the right shoulder from behind.
func (f *figure) drawRim(g *pen) {
	if f.rim == nil {
		return
	}
	b := f.frame
	g.clip(b.garment(pts{{0, b.ty - 100, 1}, {b.nk + 60, b.ty - 60, 1}}, 1))
	g.tint(taper(pts{{b.nk + 190, b.ty + 26}, {b.sh - 190, b.ty + 80}, {b.sh - 50, b.ty + 126}, {b.sh + 22, b.ty + 250}, {b.sh + 14, b.ty + 430}}, 19), *f.rim, .55)
	g.unclip()
}

func (f *figure) drawCollar(g *pen, t cloth) {
	nk, ty := f.frame.nk, f.frame.ty
	for _, k := range []float64{-1, 1} {
		end := t.shade
		if k < 0 {
			end = t.base
		}
		g.edged(pts{{k * (nk + 8), ty - 104, 1}, {k * (nk + 52), ty - 44}, {k * (nk + 66), ty + 10}, {k * 150, ty + 118, 1}, {k * 38, ty + 150*.62, 1}, {k * (nk - 26), ty - 6}}, ramp2(-160, 0, 180, 0, t.light, end), t.deep, 4)
	}
}

// drawBand is a trim along a neckline half that ends on the axis.
func drawBand(g *pen, half pts, w float64, c, line look.RGB) {
	p := append(append(pts(nil), half...), reversed(flip(half[:len(half)-1]))...)
	g.line(p, line, w+5, 1)
	g.line(p, c, w, 1)
}

func button(g *pen, x, y, r float64, t cloth) {
	g.dot(x, y, r, r, t.light, 1)
	g.ringEllipse(x, y, r, r, t.deep, 3)
}

func (f *figure) drawTurtleNeck(g *pen, t cloth) {
	nk, ty := f.frame.nk, f.frame.ty
	ring := mirror(pts{{0, ty - 96}, {nk - 30, ty - 112}, {nk + 12, ty - 136, 1}, {nk + 26, ty - 60}, {nk + 58, ty + 16}, {60, ty + 70}, {0, ty + 78}})
	g.edged(ring, ramp3(-nk-40, 0, nk+50, 0, t.light, .4, t.base, t.shade), t.deep, 4)
	g.clip(ring)
	defer g.unclip()
	g.tint(pts{{-nk - 30, ty - 150, 1}, {-40, ty - 84}, {nk * .7, ty - 60}, {nk + 60, ty - 70}, {nk + 60, ty - 160, 1}}, t.deep, .5)
	for i := -6; i <= 6; i++ {
		n := float64(i) * nk
		g.line(pts{{n / 6.2, ty - 130}, {n / 6.0, ty - 20}, {n / 5.2, ty + 70}}, t.deep, 4, .35)
	}
	g.line(pts{{-nk - 16, ty - 40}, {0, ty - 4}, {nk + 16, ty - 40}}, t.deep, 6, .6)
}

func (f *figure) drawBlazer(g *pen) {
	b, c1, c2 := f.frame, f.c1, f.c2
	sh, nk, ty, cx := b.sh, b.nk, b.ty, b.cx
	in := frame{sh - 70, nk, ty + 14, cx - 40, b.wx - 40, b.hx - 60}
	switch f.Inner {
	case "turtle":
		in.drawBase(g, sh, b.crew(), c2)
		f.drawTurtleNeck(g, c2)
	case "shell":
		in.drawBase(g, sh, pts{{0, ty + 170}, {90, ty + 130}, {nk + 14, ty + 6}, {nk + 40, ty - 40, 1}}, c2)
		drawBand(g, pts{{nk + 18, ty + 6}, {94, ty + 128}, {0, ty + 170}}, 8, c2.light, c2.shade)
	default:
		in.drawBase(g, sh, pts{{0, ty + 190, 1}, {60, ty + 70}, {nk + 10, ty - 40}, {nk + 40, ty - 60, 1}}, c2)
		g.line(pts{{0, ty + 190}, {0, ty + 900}}, c2.deep, 5, .7)
		for _, y := range []float64{270, 420, 570} {
			button(g, 0, ty+y, 11, c2)
		}
		f.drawCollar(g, c2)
	}
	vy := ty + 700
	sil := b.silhouette(1)
	sil = sil[:len(sil)-1]
	for _, k := range []float64{1, -1} {
		panel := pts{{14 * k, vy, 1}, {120 * k, ty + 360}, {(nk + 70) * k, ty - 56, 1}}
		for _, q := range sil {
			panel = append(panel, pt{q[0] * k, q[1], q[2]})
		}
		if k < 0 { // the left panel lies over the right one
			panel = append(panel, pt{70, ty + 1700, 1})
			panel[0] = pt{26, vy - 6, 1}
		} else {
			panel = append(panel, pt{-40, ty + 1700, 1})
			panel[0] = pt{-4, vy + 10, 1}
		}
		// The panel's shadow falls on what is worn beneath, never beside the body.
		g.clip(mirror(b.silhouetteRing(0)))
		g.tint(shifted(panel, -10*k, 10), c2.deep, .35)
		g.unclip()
		g.fill(panel, ramp3(-sh, 0, sh, 0, c1.light, .4, c1.base, c1.base.Mix(c1.shade, .9)), 1)
		g.clip(panel)
		b.drawFolds(g, c1)
		g.unclip()
		if k < 0 {
			g.line(pts{{26, vy - 6}, {42, vy + 300}, {70, ty + 1700}}, c1.line, 5, .7)
		}
		lapel := pts{{k * (nk + 40), ty - 92, 1}, {k * (nk + 118), ty - 8}, {k * (nk + 176), ty + 84, 1}, {k * (nk + 112), ty + 122, 1}, {k * (nk + 168), ty + 196, 1}, {k * (nk + 92), ty + 440}, {14 * k, vy, 1}, {k * 84, ty + 330}, {k * (nk + 14), ty + 40}}
		g.tint(shifted(lapel, 8*k, 16), c1.deep, .5)
		g.edged(lapel, ramp3(-nk-180, 0, nk+180, 0, c1.light, .5, shade(c1.base, .02, 0, 0), c1.base), c1.deep, 4)
		g.line(pts{{k * (nk + 112), ty + 122}, {k * (nk + 24), ty + 66}}, c1.line, 4.5, .7)
	}
	g.dot(22, vy+30, 20, 20, c1.deep, 1)
	g.dot(20, vy+27, 16, 16, c1.line, 1)
	g.tint(pts{{-cx * .62, ty + 470, 1}, {-cx * .28, ty + 455, 1}, {-cx * .28, ty + 476, 1}, {-cx * .62, ty + 492, 1}}, c1.deep, .6)
}

// silhouetteRing is the right half of the whole clothed body, closed on the axis.
func (b frame) silhouetteRing(puff float64) pts {
	return append(pts{{0, b.ty - 200, 1}, {b.nk + 60, b.ty - 120, 1}}, b.silhouette(puff)...)
}

func (f *figure) drawShirt(g *pen) {
	b, t := f.frame, f.c1
	nk, ty, cx := b.nk, b.ty, b.cx
	b.drawBase(g, b.sh, pts{{0, ty + 150, 1}, {60, ty + 50}, {nk + 10, ty - 40}, {nk + 40, ty - 60, 1}}, t)
	f.drawCollar(g, t)
	g.line(pts{{0, ty + 120}, {0, ty + 1700}}, t.deep, 5, .7)
	g.line(pts{{40, ty + 150}, {40, ty + 1700}}, t.shade, 4, .7)
	for y := 230.0; y < 1500; y += 150 {
		button(g, 18, ty+y, 12, t)
	}
	g.outline(pts{{cx * .30, ty + 400, 1}, {cx * .72, ty + 395, 1}, {cx * .72, ty + 560, 1}, {cx * .51, ty + 590, 1}, {cx * .30, ty + 560, 1}}, t.deep, 4, .6)
}

func (f *figure) drawSweater(g *pen) {
	b, t := f.frame, f.c1
	nk, ty := b.nk, b.ty
	b.drawBase(g, b.sh, b.crew(), t)
	half := pts{{nk + 40, ty - 48}, {nk + 16, ty}, {84, ty + 58}, {0, ty + 78}}
	drawBand(g, half, 30, t.base, t.deep)
	if f.Cloth == "sweater" {
		g.line(append(append(pts(nil), half...), reversed(flip(half[:3]))...), t.light, 6, .6)
	}
}

func (f *figure) drawHoodie(g *pen) {
	b, t, c2 := f.frame, f.c1, f.c2
	nk, ty := b.nk, b.ty
	for _, k := range []float64{-1, 1} {
		g.edged(pts{{k * (nk - 10), ty - 150, 1}, {k * (nk + 110), ty - 130}, {k * (nk + 170), ty - 10}, {k * (nk + 60), ty + 120}, {0, ty + 200, 1}, {0, ty + 60, 1}}, ramp2(-260, 0, 260, 0, t.light, t.shade), t.deep, 4)
	}
	b.drawBase(g, b.sh, pts{{0, ty + 150}, {100, ty + 100}, {nk + 60, ty - 20}, {nk + 120, ty - 60, 1}}, t)
	g.edged(mirror(pts{{0, ty + 112}, {96, ty + 66}, {nk + 34, ty - 60}, {nk + 22, ty - 150, 1}, {nk + 120, ty - 120}, {nk + 176, ty - 20}, {nk + 90, ty + 110}, {0, ty + 200}}), ramp3(-260, 0, 260, 0, t.light, .5, t.base, t.shade), t.deep, 4)
	for _, k := range []float64{-1, 1} {
		cord := pts{{k * 78, ty + 150}, {k * 84, ty + 300}, {k * 74, ty + 430}}
		g.line(cord, c2.shade, 16, 1)
		g.line(cord, c2.base, 11, 1)
		g.tint(limb(pts{{k * 74, ty + 425}, {k * 73, ty + 470}}, []float64{9, 9}, 4, true), f.accent, 1)
	}
	g.line(pts{{0, ty + 200}, {0, ty + 1700}}, t.deep, 5, .7)
}

func (f *figure) drawScrubs(g *pen) {
	b, t := f.frame, f.c1
	nk, ty, cx := b.nk, b.ty, b.cx
	b.drawBase(g, b.sh, pts{{0, ty + 330, 1}, {nk + 30, ty - 30}, {nk + 50, ty - 50, 1}}, t)
	drawBand(g, pts{{nk + 44, ty - 56}, {nk + 24, ty - 14}, {0, ty + 340, 1}}, 30, t.base, t.deep)
	g.edged(pts{{cx * .24, ty + 430, 1}, {cx * .70, ty + 425, 1}, {cx * .70, ty + 640, 1}, {cx * .24, ty + 645, 1}}, solid(t.base), t.deep, 5)
	g.line(pts{{cx * .24, ty + 462}, {cx * .70, ty + 457}}, t.deep, 4, .6)
	g.tint(pts{{cx * .36, ty + 400, 1}, {cx * .39, ty + 400, 1}, {cx * .39, ty + 520, 1}, {cx * .36, ty + 520, 1}}, hex("#f4f4f4"), 1)
	tube := hex("#2b3238")
	for _, k := range []float64{-1, 1} {
		g.line(pts{{k * (nk + 20), ty - 70}, {k * (nk + 70), ty + 130}, {k * 170, ty + 380}}, tube, 17, 1)
	}
	g.line(pts{{-170, ty + 380}, {-120, ty + 520}, {-60, ty + 540}}, tube, 17, 1)
	g.dot(-40, ty+548, 46, 46, hex("#c9d0d6"), 1)
	g.ringEllipse(-40, ty+548, 46, 46, hex("#7b868e"), 7)
	g.dot(-40, ty+548, 24, 24, hex("#e8edf0"), 1)
	g.line(pts{{170, ty + 380}, {180, ty + 410}}, hex("#9aa5ac"), 17, 1)
}

func (f *figure) drawHivis(g *pen) {
	b, shirt, v := f.frame, f.c2, f.c1
	sh, nk, ty, cx, wx, hx := b.sh, b.nk, b.ty, b.cx, b.wx, b.hx
	b.drawBase(g, sh, pts{{0, ty + 150, 1}, {60, ty + 50}, {nk + 10, ty - 40}, {nk + 40, ty - 60, 1}}, shirt)
	f.drawCollar(g, shirt)
	g.line(pts{{0, ty + 120}, {0, ty + 420}}, shirt.deep, 5, .8)
	tape := func(p pts) {
		g.line(p, hex("#f08a24"), 122, 1)
		g.line(p, hex("#cfd5da"), 78, 1)
		g.line(p, hex("#eef2f4"), 28, 1)
	}
	for _, k := range []float64{-1, 1} {
		panel := pts{{10 * k, ty + 760, 1}, {100 * k, ty + 420}, {(nk + 92) * k, ty - 20, 1}, {k * (sh - 230), ty + 62}, {k * (sh - 70), ty + 126, 1}, {k * (sh - 110), ty + 360}, {k * (cx + 30), ty + 580}, {k * (cx + 22), ty + 820}, {k * (wx + 20), ty + 1230}, {k * hx, ty + 1700, 1}, {10 * k, ty + 1700, 1}}
		g.edged(panel, ramp3(-sh, 0, sh, 0, v.light, .4, v.base, v.shade), v.deep, 4)
		g.clip(panel)
		b.drawFolds(g, v)
		tape(pts{{k * cx * .66, ty - 60}, {k * cx * .62, ty + 400}, {k * cx * .60, ty + 900}})
		tape(pts{{-cx - 80, ty + 900}, {cx + 80, ty + 900}})
		tape(pts{{-cx - 80, ty + 1180}, {cx + 80, ty + 1180}})
		g.fill(pts{{cx * .75, ty + 200, 1}, {cx * .55, ty + 700}, {wx * .6, ty + 1200}, {hx * .7, ty + 1700, 1}, {sh + 200, ty + 1700, 1}, {sh + 200, ty + 200, 1}}, lin(cx*.4, 0, cx+120, 0, stop{0, v.deep, 0}, stop{1, v.deep, .5}), 1)
		g.unclip()
		g.line(pts{{10 * k, ty + 760}, {100 * k, ty + 420}, {(nk + 92) * k, ty - 20}}, shade(v.base, -.12, 0, 0), 14, .8)
	}
	g.line(pts{{0, ty + 760}, {0, ty + 1700}}, v.line, 7, 1)
}

func (f *figure) drawDress(g *pen) {
	b, t := f.frame, f.c1
	nk, ty, cx, wx := b.nk, b.ty, b.cx, b.wx
	b.drawBase(g, b.sh, pts{{0, ty + 430, 1}, {110, ty + 220}, {nk + 56, ty - 16}, {nk + 92, ty - 44, 1}}, t)
	for _, k := range []float64{1, -1} {
		g.edged(pts{{k * (nk + 92), ty - 46, 1}, {k * (nk + 128), ty - 36, 1}, {k * (nk + 70), ty + 160}, {k * -40, ty + 520}, {k * -170, ty + 900, 1}, {k * -250, ty + 900, 1}, {k * -60, ty + 500}, {k * 40, ty + 320}, {k * (nk + 30), ty + 80}}, ramp2(-260, 0, 260, 0, t.light, t.base), t.deep, 4)
	}
	g.tint(mirror(pts{{0, ty + 1000}, {wx * .6, ty + 985}, {wx + 36, ty + 940, 1}, {wx + 30, ty + 1050, 1}, {wx * .6, ty + 1098}, {0, ty + 1112}}), t.deep, 1)
	for _, x := range []float64{-.5, -.1, .3} {
		g.tint(taper(pts{{cx * x, ty + 960}, {cx * (x + .05), ty + 760}, {cx * (x + .3), ty + 560}}, 16), t.shade, .7)
	}
}

func (f *figure) drawSari(g *pen) {
	b, t, c2, acc := f.frame, f.c1, f.c2, f.accent
	sh, nk, ty, cx, wx, hx := b.sh, b.nk, b.ty, b.cx, b.wx, b.hx
	b.drawBase(g, sh, pts{{0, ty + 300}, {120, ty + 250}, {nk + 70, ty + 30}, {nk + 120, ty - 36, 1}}, c2)
	drawBand(g, pts{{nk + 112, ty - 32}, {nk + 66, ty + 34}, {118, ty + 254}, {0, ty + 304}}, 18, acc, c2.deep)
	drape := pts{{nk + 104, ty - 36, 1}, {sh - 160, ty + 56}, {sh - 50, ty + 140, 1}, {sh - 30, ty + 330}, {cx + 34, ty + 620}, {cx + 20, ty + 900}, {wx + 24, ty + 1230}, {hx + 10, ty + 1700, 1}, {-hx - 10, ty + 1700, 1}, {-wx - 24, ty + 1230}, {-cx * .98, ty + 860, 1}, {-cx * .4, ty + 620}, {60, ty + 330}}
	g.fill(drape, ramp3(-sh, 0, sh, 0, t.light, .45, t.base, t.shade), 1)
	g.clip(drape)
	defer g.unclip()
	for i := range 7 {
		q := float64(i) / 6
		c := t.light
		if i%2 == 1 {
			c = t.deep
		}
		g.tint(taper(pts{{nk + 120 + q*(sh-nk-190), ty + 20 + q*90}, {120 + q*380, ty + 430 + q*120}, {-cx*.5 + q*700, ty + 900 + q*200}, {-wx + q*800, ty + 1250 + q*300}}, 26), c, .55)
	}
	hem := pts{{nk + 104, ty - 36}, {60, ty + 330}, {-cx * .4, ty + 620}, {-cx * .98, ty + 860}}
	g.line(hem, t.deep, 92, 1)
	g.line(hem, acc, 76, 1)
	g.line(pts{{nk + 130, ty - 20}, {86, ty + 345}, {-cx * .38, ty + 645}, {-cx * .98, ty + 890}}, shade(acc, -.15, 0, 0), 6, .8)
	for _, q := range spline(hem, 16)[1:16] {
		g.dot(q[0]+9, q[1]+8, 11, 11, shade(acc, -.18, 0, 0), .8)
	}
}

func (f *figure) drawKurta(g *pen) {
	b, t := f.frame, f.c1
	nk, ty := b.nk, b.ty
	b.drawBase(g, b.sh, pts{{0, ty + 60, 1}, {80, ty + 10}, {nk + 10, ty - 50}, {nk + 36, ty - 70, 1}}, t)
	g.edged(mirror(pts{{6, ty + 60, 1}, {nk - 14, ty - 30}, {nk - 2, ty - 110, 1}, {nk + 30, ty - 96, 1}, {nk + 34, ty - 46}, {nk - 10, ty + 40}, {6, ty + 104, 1}}), solid(t.base), t.deep, 5)
	g.edged(pts{{-34, ty + 70, 1}, {34, ty + 70, 1}, {34, ty + 640, 1}, {0, ty + 676, 1}, {-34, ty + 640, 1}}, solid(t.light), t.deep, 4)
	for _, y := range []float64{150, 270, 390, 510} {
		g.dot(0, ty+y, 12, 12, f.accent, 1)
	}
}
