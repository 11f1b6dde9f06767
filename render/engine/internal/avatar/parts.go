package avatar

import (
	"math"

	"gitops.video/render/render/engine/internal/raster"
)

func lipKeyOf(s *instant) uint64 {
	l := s.lips
	return uint64(l.a)<<40 | uint64(l.b)<<32 | uint64(math.Round(l.ampA*10))<<24 | uint64(math.Round(l.ampB*10))<<16 | uint64(math.Round(l.t*12))<<8 | uint64(math.Round(s.lipSmile*10)+16)
}

// parts cuts a figure up, back to front.
func (r *rig) parts() []*part {
	f := r.f
	b := f.frame
	// What the window can show below and beside the eyes, with room for movement.
	w := r.view
	bottom := (float64(w.Max.Y)-r.slot.EyeY)/r.px + 60
	left, right := (float64(w.Min.X)-r.slot.EyeX)/r.px-80, (float64(w.Max.X)-r.slot.EyeX)/r.px+80
	bottom = min(bottom, b.ty+1700)
	fit := func(x0, y0, x1, y1 float64) [4]float64 {
		return [4]float64{max(x0, left), y0, min(x1, right), min(y1, bottom)}
	}
	var out []*part
	add := func(p *part) { out = append(out, p) }
	if f.hasHairBack() {
		add(&part{depth: depthHairBack, box: fit(-700, -820, 700, 1000), draw: func(g *pen, _ *instant) {
			f.drawHairBack(g)
			f.eraseHidden(g)
		}})
	}
	add(&part{body: true, box: fit(-b.sh-80, 260, b.sh+80, b.ty+1700), draw: func(g *pen, _ *instant) {
		f.drawNeck(g)
		f.drawTorso(g)
	}})
	for i := range 2 {
		p := &part{body: true, arm: true, over: .8, box: fit(-2.2*b.sh, b.ty-420, 2.2*b.sh, b.ty+1500)}
		if i == 0 {
			p.box[2] = min(p.box[2], b.sh*.9)
		} else {
			p.box[0] = max(p.box[0], -b.sh*.9)
		}
		p.key = func(s *instant) uint64 {
			k := s.armKey[i]
			return hash(k.kind)<<16 | uint64(k.wag+64)<<8 | uint64(k.source)<<7 | uint64(k.step)
		}
		p.draw = func(g *pen, s *instant) { f.drawArm(g, s.arms[i]) }
		add(p)
	}
	head := [4]float64{-460, -560, 460, f.chin + 80}
	add(&part{depth: depthEars, box: head, draw: func(g *pen, _ *instant) { f.drawEars(g) }})
	add(&part{box: head, jaw: true, draw: func(g *pen, _ *instant) { f.drawFace(g) }})
	if f.hasBeard() {
		add(&part{depth: depthBeard, box: head, jaw: true, draw: func(g *pen, _ *instant) { f.drawBeard(g) }})
	}
	if f.hasMoustache() {
		add(&part{depth: depthMouth, box: head, draw: func(g *pen, _ *instant) { f.drawMoustache(g) }})
	}
	add(&part{depth: depthMouth, box: [4]float64{-190, mouthY - 110, 190, mouthY + 200}, key: lipKeyOf, draw: func(g *pen, s *instant) {
		g.open(raster.Translate(0, mouthY))
		f.drawMouth(g, s.mouth, s.lipSmile)
		g.close()
	}})
	add(&part{depth: depthEyes, box: [4]float64{-360, -150, 360, 120}, key: func(s *instant) uint64 {
		i := func(v, step float64) uint64 { return uint64(int64(math.Round(v/step))+64) & 255 }
		return i(s.blink, .125) | i(s.gazeX, .04)<<8 | i(s.gazeY, .05)<<16 | i(s.smile, .1)<<24
	}, draw: func(g *pen, s *instant) { f.drawEyes(g, s.mood) }})
	add(&part{depth: depthNose, box: [4]float64{-140, -140, 140, 290}, draw: func(g *pen, _ *instant) { f.drawNose(g) }})
	add(&part{depth: depthBrows, box: [4]float64{-330, -230, 330, -40}, key: func(s *instant) uint64 { return uint64(math.Round(s.brow * 8)) }, draw: func(g *pen, s *instant) { f.drawBrows(g, s.brow, s.frown) }})
	add(&part{depth: depthHairFront, box: fit(-520, -820, 520, 960), draw: func(g *pen, _ *instant) { f.drawHairFront(g) }})
	if f.hasEarrings() {
		add(&part{depth: depthEarrings, box: [4]float64{-480, 110, 480, 290}, draw: func(g *pen, _ *instant) { f.drawEarrings(g) }})
	}
	if f.Glasses != "none" {
		add(&part{depth: depthGlasses, box: [4]float64{-420, -140, 420, 140}, draw: func(g *pen, _ *instant) { f.drawGlasses(g) }})
	}
	return out
}

// eraseHidden clears the hair that face and chest always cover: drawing less costs
// less in every frame.
func (f *figure) eraseHidden(g *pen) {
	x, y := faces[f.Face][3]-60, 300.0
	p := &raster.Path{}
	p.Ellipse(0, -20, x, y)
	p.Append(path(pts{{-f.frame.sh + 260, f.frame.ty + 170, 1}, {f.frame.sh - 260, f.frame.ty + 170, 1}, {f.frame.sh - 200, f.frame.ty + 600, 1}, {-f.frame.sh + 200, f.frame.ty + 600, 1}}, true), raster.Identity)
	g.c.Erase(p)
}
