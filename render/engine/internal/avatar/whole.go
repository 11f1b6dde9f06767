package avatar

import (
	"image"

	"gitops.video/render/render/engine/internal/raster"
)

// neutral is a face at rest, looking at the camera.
func (f *figure) neutral() mood { return mood{mouth: visemes['X'], smile: f.Smile} }

// drawWhole draws everything of a person at once, for stills: user space is mh
// with the origin midway between the eyes. The pose is one of gestures.
func (f *figure) drawWhole(g *pen, m mood, pose string) {
	arms, ok := gestures[pose]
	head := raster.Rotate(m.roll, 0, 480).Mul(raster.Translate(m.yaw*14+m.shiftX, m.pitch*16+m.shiftY))
	at := func(depth float64, draw func()) {
		g.open(head.Mul(raster.Translate(m.yaw*depth, m.pitch*depth)))
		draw()
		g.close()
	}
	at(depthHairBack, func() { f.drawHairBack(g) })
	f.drawNeck(g)
	f.drawTorso(g)
	if ok {
		f.drawArm(g, armState{side: -1, from: arms[0], to: arms[0]})
		f.drawArm(g, armState{side: 1, from: arms[1], to: arms[1]})
	}
	at(depthEars, func() { f.drawEars(g) })
	at(0, func() { f.drawFace(g) })
	if f.hasBeard() {
		at(depthMouth, func() { f.drawBeard(g) })
	}
	if f.hasMoustache() {
		at(depthMouth, func() { f.drawMoustache(g) })
	}
	at(depthMouth, func() {
		g.open(raster.Translate(0, mouthY))
		f.drawMouth(g, m.mouth, m.smile)
		g.close()
	})
	at(depthEyes, func() { f.drawEyes(g, m) })
	at(depthNose, func() { f.drawNose(g) })
	at(depthBrows, func() { f.drawBrows(g, m.brow, m.frown) })
	at(depthHairFront, func() { f.drawHairFront(g) })
	if f.hasEarrings() {
		at(depthEarrings, func() { f.drawEarrings(g) })
	}
	if f.Glasses != "none" {
		at(depthGlasses, func() { f.drawGlasses(g) })
	}
}

// Parallax of the head's layers: how many mh each moves for a full turn.
const (
	depthHairBack  = -16
	depthEars      = -14
	depthEarrings  = -8
	depthHairFront = 10
	depthEyes      = 30
	depthBrows     = 32
	depthMouth     = 34
	depthGlasses   = 36
	depthNose      = 46
)

// still draws a person into box of img so that the box's height shows tall mh
// from top downwards.
func (f *figure) still(img *image.RGBA, box image.Rectangle, top, tall float64, m mood, pose string) {
	sub := img.SubImage(box).(*image.RGBA)
	s := float64(box.Dy()) / tall
	mid := float64(box.Min.X) + float64(box.Dx())/2
	f.drawWhole(newPen(sub, raster.Affine{A: s, D: s, E: mid, F: float64(box.Min.Y) - top*s}), m, pose)
}
