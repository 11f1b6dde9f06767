package avatar

import (
	"math"

	"gitops.video/render/render/engine/internal/raster"
)

// hairShapes are the closed shapes of the hair in front of the face, back to
// front. They are what the hair's shadow on the face is made of, too.
func (f *figure) hairShapes() []pts {
	switch f.Hair {
	case "wave", "long", "bob":
		right := pts{{-112, -572, 1}, {30, -612}, {210, -588}, {362, -456}, {440, -250}, {456, -30}}
		left := pts{{-40, -596, 1}, {-240, -574}, {-376, -430}, {-436, -230}, {-448, -20}}
		switch f.Hair {
		case "wave":
			right = append(right, pts{{436, 150}, {478, 330}, {452, 480}, {490, 640}, {420, 770}, {320, 740, 1}, {372, 600}, {352, 470}, {384, 330}}...)
			left = append(left, pts{{-430, 150}, {-472, 330}, {-446, 480}, {-484, 640}, {-414, 770}, {-314, 740, 1}, {-370, 600}, {-350, 470}, {-380, 330}}...)
		case "long":
			right = append(right, pts{{446, 330}, {452, 600}, {436, 880}, {330, 920, 1}, {360, 640}, {362, 400}}...)
			left = append(left, pts{{-440, 330}, {-446, 600}, {-430, 880}, {-324, 920, 1}, {-356, 640}, {-360, 400}}...)
		case "bob":
			right = append(right, pts{{450, 230}, {436, 400}, {346, 520, 1}, {346, 400}, {358, 280}}...)
			left = append(left, pts{{-446, 230}, {-430, 400}, {-340, 520, 1}, {-342, 400}, {-356, 280}}...)
		}
		right = append(right, pts{{360, 180}, {362, 40}, {338, -90}, {280, -206}, {170, -290}, {20, -346}, {-104, -372, 1}}...)
		left = append(left, pts{{-358, 180}, {-360, 40}, {-346, -90}, {-310, -200}, {-230, -300}, {-104, -374}, {20, -352, 1}}...)
		return []pts{right, left}
	case "afro":
		return []pts{mirror(pts{{0, -700}, {250, -640}, {390, -470}, {420, -260}, {400, -60}, {352, 20, 1}, {340, -120}, {322, -240}, {250, -352}, {120, -396}, {0, -402}})}
	case "braids":
		return []pts{mirror(pts{{0, -618}, {110, -604}, {224, -552}, {350, -430}, {420, -220}, {424, 0}, {400, 60, 1}, {356, -60}, {338, -200}, {262, -330}, {130, -404}, {0, -424}})}
	case "bun", "topbun", "pony":
		out := []pts{{{0, -588}, {110, -574}, {206, -534}, {310, -452}, {376, -300}, {388, -130}, {380, 10}, {362, 30, 1}, {346, -100}, {322, -220}, {250, -330}, {130, -392}, {0, -404}, {-130, -392}, {-250, -330}, {-322, -220}, {-346, -100}, {-362, 30, 1}, {-380, 10}, {-388, -130}, {-376, -300}, {-310, -452}, {-206, -534}, {-110, -574}}}
		for _, k := range []float64{-1, 1} {
			out = append(out, taper(pts{{k * 330, -160}, {k * 362, 0}, {k * 366, 140}, {k * 346, 230}}, 30))
		}
		return out
	case "pixie":
		return []pts{{{-200, -560, 1}, {-20, -616}, {190, -584}, {340, -460}, {404, -270}, {398, -60}, {384, 60}, {352, 140, 1}, {350, 20}, {340, -90}, {312, -190}, {220, -222}, {60, -262}, {-110, -360}, {-200, -420}, {-270, -330}, {-330, -200}, {-350, -60}, {-356, 120, 1}, {-392, 20}, {-404, -180}, {-376, -380}, {-300, -500}}}
	case "side":
		return []pts{{{-214, -512, 1}, {-120, -604}, {90, -632}, {262, -566}, {356, -440}, {384, -280}, {376, -120}, {366, 20}, {350, 30, 1}, {344, -90}, {336, -190}, {316, -270}, {236, -318}, {90, -338}, {-90, -386}, {-190, -452}, {-262, -366}, {-318, -270}, {-338, -170}, {-346, -60}, {-352, 30, 1}, {-368, 10}, {-380, -140}, {-376, -300}, {-316, -440}}}
	case "quiff":
		return []pts{{{-236, -470, 1}, {-214, -610}, {-60, -700}, {140, -690}, {290, -590}, {362, -440}, {382, -280}, {374, -120}, {364, 20}, {350, 30, 1}, {344, -90}, {338, -200}, {310, -300}, {210, -372}, {40, -398}, {-130, -402}, {-240, -372}, {-304, -300}, {-336, -190}, {-346, -70}, {-352, 30, 1}, {-366, 10}, {-378, -140}, {-376, -290}, {-330, -420}}}
	case "crop":
		return []pts{{{-150, -580}, {0, -600}, {170, -582}, {300, -490}, {372, -340}, {384, -180}, {372, -40}, {352, 10, 1}, {346, -80}, {338, -190}, {310, -268}, {236, -312}, {150, -292}, {60, -312}, {-40, -294}, {-140, -314}, {-236, -310}, {-318, -262}, {-338, -180}, {-346, -80}, {-352, 10, 1}, {-372, -40}, {-384, -180}, {-372, -340}, {-300, -490}}}
	case "medwave":
		return []pts{{{-60, -590, 1}, {110, -626}, {280, -560}, {390, -410}, {424, -220}, {420, 0}, {430, 170}, {392, 262, 1}, {366, 150}, {352, 20}, {344, -110}, {300, -224}, {190, -306}, {40, -352}, {-84, -384, 1}, {-200, -318}, {-296, -226}, {-342, -120}, {-352, -30}, {-356, 60}, {-366, 170}, {-396, 250, 1}, {-424, 120}, {-416, -60}, {-420, -240}, {-380, -410}, {-250, -550}}}
	case "locs":
		return []pts{mirror(pts{{0, -618}, {110, -606}, {222, -556}, {350, -430}, {410, -240}, {404, -40}, {366, 20, 1}, {346, -120}, {320, -240}, {240, -350}, {120, -404}, {0, -416}})}
	case "turban":
		return []pts{{{0, -330}, {-150, -316}, {-290, -220}, {-356, -60}, {-404, -120}, {-440, -320}, {-390, -560}, {-220, -720}, {20, -770}, {250, -716}, {400, -560}, {440, -320}, {404, -120}, {356, -60}, {290, -220}, {150, -316}}}
	}
	return nil
}

// hairStrands are the locks drawn inside the front hair.
var hairStrands = func() map[string][]strand {
	top := []strand{
		{pts{{-80, -556}, {120, -560}, {310, -420}, {404, -190}}, 44, 'l'}, {pts{{-60, -520}, {130, -490}, {290, -360}, {376, -140}, {392, 60}}, 24, 'h'},
		{pts{{-80, -450}, {100, -420}, {240, -330}, {340, -190}}, 30, 's'}, {pts{{-90, -400}, {60, -390}, {220, -300}, {320, -160}}, 16, 'd'}}
	left := []strand{{pts{{-140, -545}, {-290, -450}, {-380, -270}, {-410, -40}}, 36, 'h'}, {pts{{-160, -480}, {-290, -360}, {-352, -190}, {-370, 20}}, 24, 's'}}
	join := func(l ...[]strand) (out []strand) {
		for _, s := range l {
			out = append(out, s...)
		}
		return
	}
	wave := join(top, []strand{
		{pts{{424, -160}, {438, 60}, {430, 250}, {462, 420}, {440, 600}}, 30, 'l'}, {pts{{390, -20}, {394, 160}, {414, 330}, {400, 480}, {446, 640}}, 20, 'd'}, {pts{{410, 60}, {420, 220}, {450, 360}, {430, 520}, {456, 680}}, 14, 'h'}},
		left, []strand{{pts{{-424, -60}, {-420, 160}, {-440, 330}, {-420, 470}, {-450, 640}}, 30, 'l'}, {pts{{-384, 60}, {-390, 230}, {-408, 380}, {-390, 500}, {-430, 660}}, 18, 'd'}})
	short := []strand{
		{pts{{-200, -500}, {-60, -570}, {140, -570}, {300, -430}}, 36, 'l'}, {pts{{-180, -470}, {-20, -510}, {160, -490}, {320, -360}}, 24, 'h'}, {pts{{-140, -430}, {20, -440}, {180, -400}, {320, -290}}, 22, 's'},
		{pts{{340, -400}, {366, -240}, {356, -80}}, 26, 'd'}, {pts{{-260, -430}, {-340, -300}, {-362, -140}, {-358, -20}}, 22, 'l'}, {pts{{-60, -590}, {120, -600}, {270, -510}}, 16, 'h'}}
	tied := []strand{
		{pts{{-340, -180}, {-300, -330}, {-180, -460}, {-40, -550}}, 26, 'l'}, {pts{{-260, -300}, {-170, -420}, {-60, -500}, {0, -556}}, 18, 'h'}, {pts{{-120, -390}, {-60, -450}, {0, -540}}, 16, 's'}, {pts{{40, -400}, {50, -470}, {20, -550}}, 16, 'd'},
		{pts{{180, -370}, {150, -450}, {60, -548}}, 20, 'l'}, {pts{{300, -270}, {260, -390}, {140, -510}}, 24, 's'}, {pts{{356, -100}, {346, -260}, {260, -420}}, 22, 'd'}}
	return map[string][]strand{
		"wave": wave, "long": wave,
		"bob": join(top, []strand{{pts{{424, -160}, {432, 60}, {424, 250}, {390, 430}}, 28, 'l'}, {pts{{390, -20}, {390, 160}, {384, 300}, {360, 450}}, 18, 'd'}}, left, []strand{{pts{{-420, -60}, {-424, 160}, {-410, 300}, {-370, 460}}, 28, 'l'}}),
		"bun": tied, "topbun": tied, "pony": tied,
		"pixie": {{pts{{-190, -540}, {0, -560}, {200, -500}, {340, -320}}, 34, 'h'}, {pts{{-180, -480}, {-20, -440}, {140, -330}, {300, -250}}, 28, 'l'}, {pts{{-160, -440}, {0, -380}, {160, -290}, {300, -220}}, 22, 's'}, {pts{{-220, -500}, {-320, -360}, {-370, -180}, {-376, 0}}, 26, 'l'}, {pts{{370, -260}, {380, -100}, {368, 60}}, 22, 'd'}},
		"side":  short, "quiff": short, "crop": short, "medwave": short,
	}
}()

// hijabRing is the opening of a hijab between an outer and an inner outline.
func hijabRing(outer, inner pts) *raster.Path {
	p := path(mirror(outer), true)
	addCurve(p, reversed(mirror(inner)), true)
	return p
}

var (
	hijabOuter = pts{{0, -606}, {220, -574}, {376, -444}, {450, -230}, {456, 40}, {420, 260}, {330, 440}, {250, 560}, {0, 660}}
	hijabInner = pts{{0, -352}, {130, -336}, {236, -268}, {304, -150}, {322, 20}, {306, 200}, {250, 356}, {160, 470}, {0, 520}}
	hijabBand  = pts{{0, -322}, {124, -308}, {222, -246}, {288, -140}, {308, 20}, {292, 200}, {240, 350}, {154, 458}, {0, 506}}
)

// drawHairShadow darkens the face under the hair; the face is the clip.
func (f *figure) drawHairShadow(g *pen) {
	const op = .46
	g.open(raster.Translate(8, 24))
	defer g.close()
	c := f.t.deep
	for _, s := range f.hairShapes() {
		g.tint(s, c, op)
	}
	switch f.Hair {
	case "hijab":
		g.c.Fill(hijabRing(hijabOuter, hijabInner), solid(c), op)
	case "curly":
		for _, q := range curls() {
			g.dot(q[0], q[1], q[2], q[2]*.9, c, op*.5)
		}
	}
}

// curls are the discs of curly front hair: x, y, radius.
func curls() []pt {
	u := seeded(4)
	var out []pt
	for range 58 {
		a, q := u.in(math.Pi*1.02, math.Pi*1.98), u.in(.80, 1.16)
		out = append(out, pt{math.Cos(a) * 410 * q, -120 + math.Sin(a)*440*q, u.in(34, 60)})
	}
	for i := range 17 {
		a := math.Pi * (1.05 + .9*float64(i)/16)
		out = append(out, pt{math.Cos(a)*322 + u.in(-10, 10), -118 + math.Sin(a)*302 + u.in(-16, 10), u.in(30, 44)})
	}
	for _, k := range []float64{-1, 1} {
		for range 16 {
			out = append(out, pt{k * u.in(365, 470), u.in(-150, 430), u.in(32, 54)})
		}
	}
	return out
}

// drawHairFront draws the hair before the face.
func (f *figure) drawHairFront(g *pen) {
	t, paint := f.hair, f.hairPaint()
	shapes := f.hairShapes()
	clip := &raster.Path{}
	for _, s := range shapes {
		clip.Append(path(s, true), raster.Identity)
	}
	sides := []float64{-1, 1}
	switch f.Hair {
	case "curly":
		f.drawCurls(g)
	case "afro":
		f.drawAfroFront(g, shapes[0])
	case "buzz":
		f.drawBuzz(g)
	case "recede":
		for _, k := range sides {
			g.fill(pts{{k * 300, -360, 1}, {k * 366, -290}, {k * 390, -150}, {k * 384, 0}, {k * 364, 90, 1}, {k * 346, 0}, {k * 338, -120}, {k * 322, -230}}, paint, 1)
			f.strands(g, .55, strand{pts{{k * 330, -300}, {k * 366, -150}, {k * 364, 20}}, 20, 'h'}, strand{pts{{k * 340, -200}, {k * 352, -80}, {k * 356, 40}}, 14, 'd'})
		}
		g.glow(-110, -400, 150, 70, white, .22)
	case "bald":
		g.glow(-120, -400, 170, 86, white, .25)
		g.glow(-150, -420, 60, 30, white, .35)
	case "hijab":
		f.drawHijab(g)
	case "turban":
		f.drawTurban(g, shapes[0])
	default:
		for _, s := range shapes {
			g.fill(s, paint, 1)
		}
	}
	switch f.Hair {
	case "braids":
		for i := -6; i <= 6; i++ {
			x, a := float64(i)*52, math.Abs(float64(i))
			g.line(pts{{x * .42, -612 + a*a*.9}, {x * .95, -500}, {x * 1.16, -400 + a*26}}, t.d, 6, .8)
			g.line(pts{{x*.42 + 12, -602 + a*a*.9}, {x*.95 + 14, -500}, {x*1.16 + 14, -410 + a*26}}, t.h, 6, .3)
		}
		for _, k := range sides {
			for _, q := range []pt{{368, -150, 640}, {404, -200, 760}} {
				f.braid(g, pts{{k * (q[0] - 24), q[1] - 120}, {k * q[0], q[1] + 100}, {k * (q[0] + 10), q[1] + 420}, {k * (q[0] - 6), q[2]}}, 44)
			}
		}
		for _, q := range []pt{{-362, 640}, {398, 760}} {
			x, y := q[0], q[1]
			g.tint(pts{{x - 20, y - 30, 1}, {x + 20, y - 30, 1}, {x + 20, y, 1}, {x - 20, y, 1}}, hex("#d9a441"), 1)
		}
	case "locs":
		g.clipPath(clip)
		for i := -6; i <= 6; i++ {
			n := float64(i)
			c := t.l
			if i%2 != 0 {
				c = t.b
			}
			g.edged(limb(pts{{-30 + n*14, -616}, {n * 58, -500}, {n * 84, -330 + math.Abs(n)*30}}, []float64{20, 27, 27}, 8, true), solid(c), t.d, 5)
		}
		g.unclip()
		for _, k := range sides {
			for _, q := range []pt{{350, 420}, {396, 500}} {
				x, e := q[0], q[1]
				g.edged(limb(pts{{k * (x - 40), -300}, {k * x, -60}, {k * (x + 14), 200}, {k * x, e}}, []float64{24, 26, 26, 22}, 14, true), solid(t.b), t.d, 5)
				g.tint(taper(pts{{k*x - 10, -60}, {k * (x + 6), 200}, {k*x - 8, e - 40}}, 9), t.h, .5)
			}
		}
	default:
		if s := hairStrands[f.Hair]; s != nil {
			g.clipPath(clip)
			f.strands(g, .5, s...)
			g.unclip()
		}
	}
}

func (f *figure) drawCurls(g *pen) {
	t, paint := f.hair, f.hairPaint()
	g.fill(mirror(pts{{0, -620}, {230, -580}, {400, -430}, {460, -230}, {440, -40}, {372, 0, 1}, {344, -160}, {300, -310}, {190, -400}, {0, -430}}), paint, 1)
	cs := curls()
	for _, q := range cs {
		g.ellipse(q[0], q[1], q[2], q[2]*.9, paint, 1)
	}
	for _, q := range cs {
		x, y, r := q[0], q[1], q[2]
		c := t.s
		switch {
		case x < 40 && y < -250:
			c = t.h
		case x < 200:
			c = t.l
		}
		g.line(pts{{x - r*.7, y + r*.3}, {x - r*.4, y - r*.5}, {x + r*.4, y - r*.45}, {x + r*.5, y + r*.15}, {x + r*.1, y + r*.4}}, c, 10, .55)
		g.line(pts{{x - r*.5, y + r*.75}, {x + r*.1, y + r*.86}, {x + r*.7, y + r*.5}}, t.d, 9, .5)
	}
}

func (f *figure) drawAfroFront(g *pen, ring pts) {
	t := f.hair
	g.fill(ring, radial(-130, -420, 760, 760, stop{0, t.l, 1}, stop{.55, t.b, 1}, stop{1, t.s, 1}), 1)
	u := seeded(8)
	for i := range 60 {
		a := math.Pi * (1 + float64(i)/59)
		x, y := math.Cos(a)*330, -110+math.Sin(a)*288
		c := t.s
		if x < 120 {
			c = t.b
		}
		g.dot(x, y, u.in(14, 24), u.in(13, 22), c, 1)
	}
	for i := range 150 {
		a, q := u.in(math.Pi, 2*math.Pi), u.in(1.03, 1.5)
		x, y := math.Cos(a)*330*q, -130+math.Sin(a)*320*q
		c := t.d
		switch {
		case x < 0 && y < -330:
			c = t.h
		case i%2 == 1:
			c = t.s
		}
		g.line(pts{{x - 11, y + 4}, {x - 2, y - 10}, {x + 10, y - 3}, {x + 7, y + 9}}, c, 6, .5)
	}
}

func (f *figure) drawBuzz(g *pen) {
	t := f.hair
	g.fill(mirror(pts{{0, -520}, {180, -494}, {306, -386}, {360, -230}, {364, -60}, {350, 30, 1}, {342, -60}, {330, -180}, {292, -258}, {236, -330}, {110, -366}, {0, -372}}),
		lin(0, -520, 0, -20, stop{0, t.b, .86}, stop{.6, t.b, .80}, stop{1, t.b, .15}), 1)
	g.glow(-120, -440, 170, 80, t.h, .35)
	u := seeded(2)
	for range 120 {
		a, q := u.in(math.Pi*1.08, math.Pi*1.92), u.in(.98, 1.30)
		x, y := math.Cos(a)*282*q, -140+math.Sin(a)*290*q
		g.line(pts{{x, y}, {x + 2, y - 9}}, t.d, 4, .35)
	}
}

func (f *figure) drawHijab(g *pen) {
	c := f.wrapCol()
	g.c.Fill(hijabRing(hijabOuter, hijabInner), ramp3(-420, -560, 440, 500, shade(c, .06, 0, 0), .45, c, shade(c, -.08, 0, 0)), 1)
	g.c.Fill(hijabRing(hijabInner, hijabBand), solid(shade(c, -.12, 0, 0)), 1)
	for _, q := range []struct {
		p    pts
		w, d float64
	}{{pts{{-60, -590}, {-280, -470}, {-390, -220}, {-400, 60}}, 40, .10}, {pts{{-330, -330}, {-380, -80}, {-350, 220}, {-230, 440}}, 26, -.06},
		{pts{{120, -580}, {330, -420}, {410, -180}, {404, 100}}, 34, -.06}, {pts{{380, -60}, {370, 160}, {290, 380}, {160, 540}}, 30, -.11}} {
		g.tint(taper(q.p, q.w), shade(c, q.d, 0, 0), .7)
	}
}

// drawHijabDrape lies over the shoulders, before the garment.
func (f *figure) drawHijabDrape(g *pen) {
	c := f.wrapCol()
	g.fill(pts{{-330, 400}, {-200, 540}, {0, 600}, {210, 540}, {330, 400}, {420, 560}, {560, 720}, {480, 860}, {200, 1010}, {-140, 990}, {-430, 880}, {-560, 740}, {-430, 570}}, ramp3(-500, 400, 480, 900, shade(c, .05, 0, 0), .45, c, shade(c, -.09, 0, 0)), 1)
	for _, q := range []struct {
		p    pts
		w, d float64
	}{{pts{{330, 440}, {180, 640}, {-80, 760}, {-420, 800}}, 36, -.08}, {pts{{360, 520}, {220, 740}, {-20, 880}, {-340, 880}}, 30, .07},
		{pts{{-340, 480}, {-160, 650}, {60, 720}, {260, 700}}, 28, -.07}, {pts{{400, 600}, {300, 780}, {140, 920}, {-60, 970}}, 26, -.09}} {
		g.tint(taper(q.p, q.w), shade(c, q.d, 0, 0), .75)
	}
}

func (f *figure) drawTurban(g *pen, ring pts) {
	c := f.wrapCol()
	g.fill(ring, ramp3(-400, -760, 420, -100, shade(c, .07, 0, 0), .45, c, shade(c, -.08, 0, 0)), 1)
	for _, k := range []float64{-1, 1} {
		for i := range 5 {
			n := float64(i)
			y, d := -330-n*86, .08
			if i%2 == 1 {
				d = -.07
			}
			g.tint(taper(pts{{k * 6, y + 10}, {k * 160, y - 6}, {k * 300, y + 60}, {k * (410 - n*8), y + 170 - n*18}}, 30), shade(c, d, 0, 0), .7)
		}
	}
	g.tint(pts{{0, -300}, {-60, -360}, {0, -440}, {60, -360}}, shade(c, -.10, 0, 0), .8)
}
