package avatar

import (
	"errors"
	"fmt"
	"image"
	"math"

	"golang.org/x/image/draw"

	"gitops.video/render/render/engine/internal/face"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/picture"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// ErrPhoto is wrapped by the errors that say why a photo cannot be a presenter.
var ErrPhoto = errors.New("this photo cannot be animated")

// leastEyes is how far apart the pupils must be, in pixels.
const leastEyes = 28

// CheckPhoto says why a photo cannot present, before anything is drawn; the error
// wraps [ErrPhoto].
func CheckPhoto(data []byte) error {
	img, err := loadPhoto(data)
	if err == nil {
		_, err = marksOf(img)
	}
	return err
}

// loadPhoto decodes a photo; see-through parts become white.
func loadPhoto(data []byte) (*image.RGBA, error) {
	img, err := picture.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrPhoto, err)
	}
	flat := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(flat, flat.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, img, img.Bounds().Min, draw.Over)
	return flat, nil
}

// marksOf finds the face and says what is wrong with it.
func marksOf(img *image.RGBA) (face.Marks, error) {
	m, err := face.Find(img)
	switch {
	case err != nil:
		return m, fmt.Errorf("%w: %v", ErrPhoto, err)
	case m.Others > 0:
		return m, fmt.Errorf("%w: it shows %d faces, crop it to one", ErrPhoto, m.Others+1)
	case m.EyeDistance() < leastEyes:
		return m, fmt.Errorf("%w: the face is too small, %.0f px between the eyes where at least %d are needed", ErrPhoto, m.EyeDistance(), leastEyes)
	case math.Abs(m.Tilt()) > 20:
		return m, fmt.Errorf("%w: the head leans by %.0f°, use one that is upright", ErrPhoto, m.Tilt())
	case math.Abs(m.Turn()) > .24:
		return m, fmt.Errorf("%w: the head is turned away, use one that looks into the camera", ErrPhoto)
	case focus(img, m) < leastFocus:
		return m, fmt.Errorf("%w: the face is out of focus, use a sharp one", ErrPhoto)
	}
	return m, nil
}

// leastFocus is how steep the edges of an eye are at least, as [focus] measures them: sharp
// photos have 0.5 and more.
const leastFocus = .22

// focus is the largest step of light, over a twentieth of the distance between the eyes, at
// pupils and lashes, as a share of the light on the skin below them.
func focus(img *image.RGBA, m face.Marks) float64 {
	d := m.EyeDistance()
	light := func(x, y float64) float64 {
		c := img.RGBAAt(int(max(0, min(float64(img.Rect.Dx()-1), x))), int(max(0, min(float64(img.Rect.Dy()-1), y))))
		return .3*float64(c.R) + .59*float64(c.G) + .11*float64(c.B)
	}
	step, skin, n := 0.0, 0.0, 0.0
	for _, e := range []face.Pt{m.EyeL, m.EyeR} {
		for u := -.25; u <= .25; u += .01 {
			for v := -.12; v <= .12; v += .01 {
				x, y := e.X+u*d, e.Y+v*d
				here := light(x, y)
				step = max(step, math.Abs(light(x+.05*d, y)-here), math.Abs(light(x, y+.05*d)-here))
			}
			skin, n = skin+light(e.X+u*d, e.Y+.28*d), n+1
		}
	}
	return step / max(1, skin/n)
}

// mostLarger is how much a photo is enlarged at most in a frame whose short side has
// 1080 pixels: beyond, it is a blur.
const mostLarger = 2.4

// headPerEyes is a human head's height in distances between the pupils.
const headPerEyes = 3.55

// buildPhoto returns the layers of a photo that speaks.
func buildPhoto(in Input) ([]scene.Layer, error) {
	img, err := loadPhoto(in.Photo)
	if err != nil {
		return nil, err
	}
	m, err := marksOf(img)
	if err != nil {
		return nil, err
	}
	w, b := in.Slot.Window, img.Rect
	fits := in.Slot.Head / (headPerEyes * m.EyeDistance())
	covers := max(float64(w.Dx())/float64(b.Dx()), float64(w.Dy())/float64(b.Dy()))
	corner := newCorners(in.Slot)
	eye := raster.Pt{X: (m.EyeL.X + m.EyeR.X) / 2, Y: (m.EyeL.Y + m.EyeR.Y) / 2}
	base := image.NewRGBA(w)
	view, scale, at := w, max(fits, covers), raster.Pt{X: in.Slot.EyeX, Y: in.Slot.EyeY}
	nominal := 1080 / float64(min(in.Size.X, in.Size.Y)) // what a video in small shows is what the large one does
	framed := covers > 1.6*fits || scale*nominal > mostLarger
	if framed {
		// Filling the window would cut the face or blur it: hang the photo as a picture instead.
		drawWall(base, in)
		view, scale, at = frameOf(in, b, m, eye, mostLarger/nominal)
		drawFrame(base, view)
	}
	p := newPuppet(img, m, view, scale, at)
	p.m = newMotion(in, 0, reach{})
	inner := corner
	if framed {
		inner = newCorners(scene.Slot{Window: view, Radii: radii(frameRadius(view))})
		inner.blendOver(base, p.src, view)
	} else {
		draw.Draw(base, view, p.src, view.Min, draw.Src)
	}
	corner.cut(base)
	out := []scene.Layer{still(posed(base, corner.mask == nil))}
	for _, part := range []int{headPart, eyePartL, eyePartR, mouthPart} {
		out = append(out, &puppetLayer{p: p, part: part, corner: inner})
	}
	return out, nil
}

func radii(r float64) [4]float64 { return [4]float64{r, r, r, r} }

func frameRadius(view image.Rectangle) float64 { return .04 * float64(min(view.Dx(), view.Dy())) }

// frameOf is where a hung photo goes: the picture's rectangle, its scale, at most
// largest, and where the eyes come to lie. Where the window is the whole frame, the
// picture ends above the captions.
func frameOf(in Input, photo image.Rectangle, m face.Marks, eye raster.Pt, largest float64) (view image.Rectangle, scale float64, at raster.Pt) {
	s := in.Slot
	w := s.Window
	const larger = 1.5
	foot := .93
	if w.Size() == in.Size {
		foot = .775
		if w.Dy() > w.Dx() {
			foot = min(.8, .655*(16./9)/(float64(w.Dy())/float64(w.Dx())))
		}
	}
	scale = min(largest, larger*s.Head/(headPerEyes*m.EyeDistance()))
	mx, my := .05*float64(w.Dx()), .085*float64(w.Dy())
	switch { // below the row of the logo
	case w.Size() == in.Size && w.Dy() > w.Dx():
		my = .1 * float64(w.Dy())
	case in.Size.X > in.Size.Y && w.Dy() == in.Size.Y:
		my = .11 * float64(w.Dy())
	}
	wd, h := min(float64(photo.Dx())*scale, .86*float64(w.Dx())), min(float64(photo.Dy())*scale, foot*float64(w.Dy())-my)
	if w.Size() == in.Size && w.Dx() > w.Dy() && math.Abs(s.EyeX-float64(w.Min.X+w.Max.X)/2) > .05*float64(w.Dx()) {
		wd = min(wd, .56*float64(w.Dx())) // words stand beside it
	}
	// Crop around the face where the whole photo does not fit.
	fx := eye.X*scale - max(0, min(float64(photo.Dx())*scale-wd, eye.X*scale-wd/2))
	fy := eye.Y*scale - max(0, min(float64(photo.Dy())*scale-h, eye.Y*scale-.42*h))
	x := max(float64(w.Min.X)+mx, min(float64(w.Max.X)-mx-wd, s.EyeX-fx))
	y := max(float64(w.Min.Y)+my, min(float64(w.Min.Y)+foot*float64(w.Dy())-h, s.EyeY-fy))
	view = image.Rect(int(x), int(y), int(x+wd), int(y+h))
	return view, scale, raster.Pt{X: float64(view.Min.X) + fx, Y: float64(view.Min.Y) + fy}
}

// drawWall fills dst with the studio's bare wall.
func drawWall(dst *image.RGBA, in Input) {
	r := newRoom(in)
	r.img, r.g = dst, newPen(dst, raster.Identity)
	r.wall()
	r.eyeY = r.y + r.dy/2
	r.halo(oklch(.66, .75*r.p.C, r.p.H-18), .7)
	r.vignette(.55)
}

// drawFrame draws a hung photo's shadow and rim.
func drawFrame(dst *image.RGBA, view image.Rectangle) {
	r := frameRadius(view)
	x, y, w, h := float64(view.Min.X), float64(view.Min.Y), float64(view.Dx()), float64(view.Dy())
	layer := image.NewRGBA(dst.Rect)
	p := &raster.Path{}
	p.RoundRect(x, y+.03*h, w, h, r)
	raster.NewCanvas(layer).Fill(p, solid(look.RGB{}), .6)
	blur(layer, .03*h)
	over(dst, layer)
	rim := &raster.Path{}
	k := max(1, .004*h)
	rim.RoundRect(x-k, y-k, w+2*k, h+2*k, r+k)
	raster.NewCanvas(dst).Fill(rim, solid(white), .5)
}

// blendOver lays src's part in view over dst with rounded corners.
func (c *corners) blendOver(dst, src *image.RGBA, view image.Rectangle) {
	piece := image.NewRGBA(view)
	draw.Draw(piece, view, src, view.Min, draw.Src)
	c.cut(piece)
	over(dst, piece)
}
