package motion

import (
	"image"
	"image/draw"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// Scenes in scripts that run from the right are mirrored: they are composed as any
// other, with their letters, icons, codes and logos turned, and at last the whole
// stage is turned over. So every layout has its right-to-left form, and whatever is
// read reads right. Code is the exception: it runs from the left in any language.

// mirrored says whether the scene is to be turned over.
func (c *comp) mirrored() bool {
	if c.sc.Kind == scene.Code {
		return false
	}
	return text.RightToLeft(c.lang())
}

// asWritten is a scene that will be turned with its sides changed over, so that what
// somebody put on the left is seen on the left. What nobody asked for stays, and turns.
func asWritten(s scene.Scene) *scene.Scene {
	s.Presenter = otherSide(s.Presenter)
	s.Moves = append([]scene.Move(nil), s.Moves...)
	for i := range s.Moves {
		s.Moves[i].From, s.Moves[i].Angle = otherSide(s.Moves[i].From), -s.Moves[i].Angle
	}
	return &s
}

var sides = strings.NewReplacer("left", "right", "right", "left")

func otherSide(words string) string { return sides.Replace(strings.ToLower(words)) }

// turn mirrors the finished stage.
func (c *comp) turn() {
	w := c.in.Size.X
	for i, l := range c.stage.Layers {
		c.stage.Layers[i] = &turned{Layer: l, width: w}
	}
	c.stage.Backdrop = &turnedBackdrop{c.stage.Backdrop, image.NewRGBA(image.Rectangle{Max: c.in.Size}), math.NaN()}
	c.stage.Captions = turnRect(c.stage.Captions, w)
	if s := c.stage.Slot; s != nil {
		s.Window = turnRect(s.Window, w)
		s.EyeX = float64(w) - s.EyeX
		s.Radii = [4]float64{s.Radii[1], s.Radii[0], s.Radii[3], s.Radii[2]}
		if in := s.Enter; in != nil {
			s.Enter = scene.Func(func(t float64) scene.Pose {
				p := in.At(t)
				p.X = -p.X
				return p
			})
		}
	}
}

func turnRect(r image.Rectangle, w int) image.Rectangle {
	if r.Empty() {
		return r
	}
	return image.Rect(w-r.Max.X, r.Min.Y, w-r.Min.X, r.Max.Y)
}

// turned is a layer seen in a mirror as wide as the frame. Opaque sprites are
// photos, screenshots and films: they change their place only.
type turned struct {
	scene.Layer
	width int
	memo  map[*scene.Sprite]*scene.Sprite
	full  map[*scene.Sprite]bool // which sprites are pictures
}

// kept is how many turned sprites a layer remembers: the digits of a counter, not
// the frames of a film.
const kept = 24

// At implements scene.Layer.
func (l *turned) At(t float64) scene.Pose {
	p := l.Layer.At(t)
	if p.Sprite == nil {
		l.memo = nil
		return p
	}
	b := p.Sprite.Img.Rect
	p.X = float64(l.width) - p.X - float64(b.Min.X+b.Max.X)
	p.PivotX = float64(b.Min.X+b.Max.X) - p.PivotX
	p.Rotate = -p.Rotate
	p.Clip = turnRect(p.Clip, l.width)
	if !l.picture(p.Sprite) {
		p.Sprite = l.sprite(p.Sprite, b)
	}
	if p.Mask != nil {
		p.Mask = l.sprite(p.Mask, turnRect(p.Mask.Img.Rect, l.width))
	}
	return p
}

// picture says whether a sprite is opaque, marked as such or not.
func (l *turned) picture(s *scene.Sprite) bool {
	if s.Opaque {
		return true
	}
	is, known := l.full[s]
	if !known {
		if l.full == nil || len(l.full) >= kept {
			l.full = map[*scene.Sprite]bool{}
		}
		is = s.Img.Opaque()
		l.full[s] = is
	}
	return is
}

func (l *turned) sprite(s *scene.Sprite, at image.Rectangle) *scene.Sprite {
	if m := l.memo[s]; m != nil {
		return m
	}
	if l.memo == nil || len(l.memo) >= kept {
		l.memo = map[*scene.Sprite]*scene.Sprite{}
	}
	img := image.NewRGBA(at)
	for y := range at.Dy() {
		row := img.Pix[y*img.Stride:][:4*at.Dx()]
		copy(row, s.Img.Pix[y*s.Img.Stride:])
		turnRow(row)
	}
	m := &scene.Sprite{Img: img, Opaque: s.Opaque, Solid: turnRect(s.Solid.Sub(s.Img.Rect.Min), at.Dx()).Add(at.Min)}
	l.memo[s] = m
	return m
}

// turnRow reverses the pixels of a row.
func turnRow(row []uint8) {
	for i, j := 0, len(row)-4; i < j; i, j = i+4, j-4 {
		a, b := [4]uint8(row[i:i+4]), [4]uint8(row[j:j+4])
		copy(row[i:], b[:])
		copy(row[j:], a[:])
	}
}

func turnImage(img *image.RGBA) {
	for y := range img.Rect.Dy() {
		turnRow(img.Pix[y*img.Stride:][:4*img.Rect.Dx()])
	}
}

// turnedBackdrop is a backdrop seen in a mirror.
type turnedBackdrop struct {
	scene.Backdrop
	whole *image.RGBA // at the time of drawn
	drawn float64     // s; NaN = never
}

// Draw implements scene.Backdrop.
func (b *turnedBackdrop) Draw(dst *image.RGBA, t float64) {
	if b.drawn != t {
		b.Backdrop.Draw(b.whole, t)
		turnImage(b.whole)
		b.drawn = t
	}
	draw.Draw(dst, dst.Rect, b.whole, dst.Rect.Min, draw.Src)
}

// pointing icons have a direction of reading and turn with the page.
func pointing(name string) bool {
	return strings.HasPrefix(name, "arrow") || strings.HasPrefix(name, "chevron") || name == "list" || name == "send" || name == "exit" || name == "trend"
}

// unturned is the change of space in which what is drawn in x…x+w reads right on a
// stage that will be turned.
func unturned(x, w float64) raster.Affine {
	return raster.Translate(2*x+w, 0).Mul(raster.Scale(-1, 1))
}
