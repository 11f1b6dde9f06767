package avatar

import (
	"image"

	"gitops.video/render/render/engine/internal/scene"
)

// neutral is a face at rest, looking at the camera.
func (f *figure) neutral() mood { return mood{mouth: visemes['X'], smile: f.Smile} }

// Parallax of the head's layers: how many mh each moves for a full turn.
const (
	depthHairBack  = -16
	depthEars      = -14
	depthEarrings  = -8
	depthHairFront = 10
	depthBeard     = 12
	depthEyes      = 30
	depthBrows     = 32
	depthMouth     = 34
	depthGlasses   = 36
	depthNose      = 46
)

// still draws a person into box of img so that the box's height shows tall mh
// from top downwards; the pose is one of gestures, or "" for no arms. It is the
// picture that the same instant of a video would have.
func (f *figure) still(img *image.RGBA, box image.Rectangle, top, tall float64, m mood, pose string) {
	px := float64(box.Dy()) / tall
	r := &rig{f: f, view: box, px: px, over: 1.5, slot: scene.Slot{Window: box, EyeX: float64(box.Min.X) + float64(box.Dx())/2, EyeY: float64(box.Min.Y) - top*px, Head: 1000 * px}}
	s := &instant{mood: m, lipSmile: m.smile}
	if arms, ok := gestures[pose]; ok {
		for i := range s.arms {
			s.arms[i] = armState{side: float64(2*i - 1), from: arms[i], to: arms[i]}
		}
	}
	var pix []uint8
	for _, p := range r.parts() {
		if p.arm && s.arms[0].side == 0 {
			continue
		}
		b, _ := r.baked(p, s)
		if img2 := b.place(r.affine(p, s, 0), box, &pix); img2 != nil {
			over(img, img2)
		}
	}
}
