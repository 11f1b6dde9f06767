package avatar

// frame is a build: half widths of shoulder, neck, chest, waist, hip, and the y
// of the neck's base, mh.
type frame struct{ sh, nk, ty, cx, wx, hx float64 }

var frames = map[string]frame{
	"slimF": {620, 124, 716, 470, 390, 480}, "avgF": {665, 136, 708, 525, 445, 540}, "fullF": {735, 158, 694, 610, 570, 650},
	"slimM": {690, 142, 712, 530, 460, 480}, "avgM": {750, 160, 700, 585, 520, 530}, "broadM": {840, 182, 682, 660, 590, 590}, "heavyM": {800, 180, 680, 690, 700, 700},
}

// silhouette is the right outline of the clothed body from the neck down.
func (b frame) silhouette(puff float64) pts {
	y := b.ty
	return pts{{b.nk + 150, y + 22}, {b.sh - 190, y + 76}, {b.sh - 50, y + 130 - puff*10}, {b.sh + 28, y + 250}, {b.sh + 20, y + 420}, {b.cx + 30, y + 560}, {b.cx + 18, y + 820}, {b.wx + 10, y + 1230}, {b.hx, y + 1700, 1}, {0, y + 1700, 1}}
}

// garment is neckline and silhouette, mirrored.
func (b frame) garment(neck pts, puff float64) pts {
	return mirror(append(append(pts(nil), neck...), b.silhouette(puff)...))
}

// crew is a round neckline.
func (b frame) crew() pts {
	return pts{{0, b.ty + 62}, {80, b.ty + 44}, {b.nk + 26, b.ty - 20}, {b.nk + 46, b.ty - 44, 1}}
}

func (f *figure) drawNeck(g *pen) {
	b, t := f.frame, f.t
	nk, ty, ch := b.nk, b.ty, f.chin
	ring := mirror(pts{{0, 300, 1}, {nk + 2, 300, 1}, {nk - 2, 470}, {nk + 2, ty - 120}, {nk + 46, ty - 40}, {nk + 150, ty + 62}, {b.sh - 230, ty + 160}, {b.cx - 60, ty + 640, 1}, {0, ty + 700, 1}})
	if f.Hair == "hijab" { // what shows below the chin is the inside of the cloth
		c := f.wrapCol()
		g.fill(mirror(pts{{0, 240}, {250, 280}, {300, 400}, {240, 540}, {0, 640}}), solid(shade(c, -.17, 0, 0)), 1)
		return
	}
	g.fill(ring, ramp3(-nk-60, 0, nk+80, 0, t.light, .4, t.base, t.shade), 1)
	g.clip(ring)
	defer g.unclip()
	g.fill(pts{{-nk - 40, 330, 1}, {-nk - 10, ch - 6}, {-nk * .5, ch + 62}, {26, ch + 102}, {nk * .8, ch + 92}, {nk + 60, ch + 60}, {nk + 90, 330, 1}}, lin(0, ch-40, 0, ch+110, stop{0, t.deep, .85}, stop{1, t.shade, .85}), 1)
	g.tint(pts{{nk * .30, ch, 1}, {nk * .42, ch + 100}, {nk * .30, ty - 30}, {60, ty + 34}, {nk * .62, ty}, {nk * .9, ty - 90}, {nk + 40, ch, 1}}, t.shade, .5)
	g.glow(4, ty+34, 44, 34, t.deep, .5)
	for _, k := range []float64{-1, 1} {
		g.tint(taper(pts{{k * 40, ty + 40}, {k * 150, ty + 26}, {k * 300, ty + 58}}, 16), t.deep, .42)
		hi := .3
		if k < 0 {
			hi = .5
		}
		g.tint(taper(pts{{k * 50, ty + 26}, {k * 150, ty + 10}, {k * 290, ty + 42}}, 18), t.hi, hi)
	}
	g.glow(-150, ty+160, 200, 110, t.hi, .30)
}

// drawFolds shades cloth that the caller has clipped to.
func (b frame) drawFolds(g *pen, t cloth) {
	ty, cx, wx := b.ty, b.cx, b.wx
	for _, k := range []float64{-1, 1} {
		a := .2
		if k < 0 {
			a = .38
		}
		g.glow(k*cx*.52, ty+470, cx*.42, 190, t.light, a)
		g.tint(taper(pts{{k * (cx + 20), ty + 470}, {k * cx * .78, ty + 560}, {k * cx * .50, ty + 560}}, 34), t.shade, .75)
		g.tint(taper(pts{{k * (cx + 10), ty + 620}, {k * cx * .80, ty + 660}, {k * cx * .62, ty + 700}}, 22), t.shade, .6)
		g.tint(taper(pts{{k * (wx + 10), ty + 1040}, {k * wx * .6, ty + 1100}, {k * wx * .25, ty + 1090}}, 26), t.shade, .6)
		g.tint(taper(pts{{k * (wx + 10), ty + 1150}, {k * wx * .7, ty + 1190}, {k * wx * .3, ty + 1230}}, 20), t.shade, .55)
	}
	g.fill(pts{{cx * .75, ty + 200, 1}, {cx * .55, ty + 700}, {wx * .6, ty + 1200}, {b.hx * .7, ty + 1700, 1}, {b.sh + 200, ty + 1700, 1}, {b.sh + 200, ty + 200, 1}}, lin(cx*.4, 0, cx+120, 0, stop{0, t.shade, 0}, stop{1, t.shade, .95}), 1)
}

// drawBase draws a garment of tones t with a neckline and its folds.
func (b frame) drawBase(g *pen, sh float64, neck pts, t cloth) {
	r := b.garment(neck, 0)
	g.fill(r, ramp3(-sh, 0, sh, 0, t.light, .35, t.base, t.base.Mix(t.shade, .9)), 1)
	g.clip(r)
	b.drawFolds(g, t)
	g.unclip()
}

// sleeves is what the arms wear.
type sleeves struct {
	tone  cloth
	short bool
	cuff  *cloth
}

func (f *figure) sleeves() sleeves {
	switch f.Cloth {
	case "blazer", "labcoat":
		return sleeves{tone: f.c1, cuff: &f.c2}
	case "tee", "scrubs":
		return sleeves{tone: f.c1, short: true}
	case "hivis":
		return sleeves{tone: f.c2}
	case "sari":
		return sleeves{tone: f.c2, short: true}
	}
	return sleeves{tone: f.c1}
}
