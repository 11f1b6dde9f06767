package avatar

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"

	xdraw "golang.org/x/image/draw"

	"gitops.video/render/render/engine/internal/face"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// photoOf is a picture as a file holds it.
func photoOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func portrait(t *testing.T, id string) *image.RGBA {
	t.Helper()
	img, err := Portrait(id, image.Pt(360, 480))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// The points of a face lie where the face was drawn.
func TestFaceIsFoundWhereItIs(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"maya", "daniel", "amara"} {
		m, err := face.Find(portrait(t, id))
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		px := 480 / 2000. // of a mh: 1500 mh are as tall as 360 px are wide
		eyes := 2 * eyeX * px
		if d := m.EyeDistance(); math.Abs(d-eyes) > .09*eyes {
			t.Errorf("%s: pupils %.0f px apart, drawn %.0f", id, d, eyes)
		}
		mouth := (m.MouthL.Y+m.MouthR.Y)/2 - (m.EyeL.Y+m.EyeR.Y)/2
		if want := mouthY * px; math.Abs(mouth-want) > .2*eyes || math.Abs(m.Turn()) > .06 || math.Abs(m.Tilt()) > 3 {
			t.Errorf("%s: mouth %.0f px below the eyes, drawn %.0f; turn %.2f, tilt %.1f", id, mouth, want, m.Turn(), m.Tilt())
		}
	}
}

func TestPhotoSpeaks(t *testing.T) {
	t.Parallel()
	in := sample(360, 360)
	in.Person.Photo, in.Photo = "maya.png", photoOf(t, portrait(t, "maya"))
	in.Slot.EyeX, in.Slot.EyeY, in.Slot.Head = 180, 170, 220
	one, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	two, _ := Build(in)
	p := one[len(one)-1].(*puppetLayer).p
	shutAt, openAt, blinkAt := -1.0, -1.0, p.m.blinks[0]+blinkDown+.01
	for at := .3; at < in.Seconds; at += 1. / 30 {
		if o := p.m.at(at).lips.shape().opening(); o < 3 && shutAt < 0 {
			shutAt = at
		} else if o > 90 && openAt < 0 {
			openAt = at
		}
	}
	frames := map[float64]*image.RGBA{}
	for _, at := range []float64{shutAt, openAt, blinkAt} {
		frames[at] = frameAt(one, in.Size, at)
	}
	for _, at := range []float64{blinkAt, openAt, shutAt} {
		if !slices.Equal(frames[at].Pix, frameAt(two, in.Size, at).Pix) {
			t.Errorf("%.2f s differs when asked in another order", at)
		}
	}
	// dark counts the mouth's inside: pixels that the closed mouth does not have.
	dark := func(at float64) (n int) {
		b := p.box(mouthPart)
		for y := int(p.mid.Y); y < int(p.mid.Y+.4*p.d); y++ {
			for x := int(p.mid.X - p.half/2); x < int(p.mid.X+p.half/2); x++ {
				if c := frames[at].RGBAAt(x, y); image.Pt(x, y).In(b) && int(c.R)+int(c.G)+int(c.B) < 190 {
					n++
				}
			}
		}
		return
	}
	if a, b := dark(shutAt), dark(openAt); b < a+30 {
		t.Errorf("the open mouth shows %d dark pixels, the closed one %d", b, a)
	}
	white := func(at float64) (n int) {
		for _, e := range p.eyes {
			for y := int(e.Y - .1*p.d); y < int(e.Y+.1*p.d); y++ {
				for x := int(e.X - .2*p.d); x < int(e.X+.2*p.d); x++ {
					if c := frames[at].RGBAAt(x, y); c.B > 200 {
						n++
					}
				}
			}
		}
		return
	}
	if a, b := white(shutAt), white(blinkAt); b*3 > a {
		t.Errorf("the blink leaves %d of %d white pixels of the eyes", b, a)
	}
}

// The teeth that a smile shows belong to the upper jaw: the mouth opens below them, in
// colour and in grey; and a lid is of the skin's colour, whatever make-up is above it.
func TestTeethStayAndLidsAreSkin(t *testing.T) {
	t.Parallel()
	for _, grey := range []bool{false, true} {
		img := portrait(t, "maya")
		m, err := marksOf(img)
		if err != nil {
			t.Fatal(err)
		}
		mid := raster.Pt{X: (m.MouthL.X + m.MouthR.X) / 2, Y: (m.LipTop.Y + m.LipBottom.Y) / 2}
		half, d := (m.MouthR.X-m.MouthL.X)/2, m.EyeDistance()
		for y := mid.Y - .07*d; y < mid.Y+.07*d; y++ {
			for x := mid.X - .8*half; x < mid.X+.8*half; x++ {
				img.SetRGBA(int(x), int(y), color.RGBA{250, 246, 240, 255})
			}
		}
		for _, e := range []face.Pt{m.EyeL, m.EyeR} { // make-up
			for y := e.Y - .2*d; y < e.Y-.1*d; y++ {
				for x := e.X - .3*d; x < e.X+.3*d; x++ {
					img.SetRGBA(int(x), int(y), color.RGBA{60, 50, 90, 255})
				}
			}
		}
		if grey {
			for i := 0; i < len(img.Pix); i += 4 {
				y := uint8((299*int(img.Pix[i]) + 587*int(img.Pix[i+1]) + 114*int(img.Pix[i+2])) / 1000)
				img.Pix[i], img.Pix[i+1], img.Pix[i+2] = y, y, y
			}
		}
		p := newPuppet(img, m, img.Rect, 1, raster.Pt{X: (m.EyeL.X + m.EyeR.X) / 2, Y: (m.EyeL.Y + m.EyeR.Y) / 2})
		open := p.draw(mouthPart, pull{a: 1, b: 1}, p.jaw(visemes['D']), 0)
		var seen []byte // down the midline
		for y := int(mid.Y - .05*d); y < int(mid.Y+.5*d); y++ {
			l, _ := lightOf(binary.LittleEndian.Uint32(open.Pix[open.PixOffset(int(mid.X), y):]))
			if k := map[bool]byte{true: 'w', false: '.'}[l > 225]; len(seen) == 0 || seen[len(seen)-1] != k {
				seen = append(seen, k)
			}
		}
		if string(seen) != "w." {
			t.Errorf("grey %v: down the open mouth are %s (w is white)", grey, seen)
		}
		shut := p.draw(eyePartL, pull{a: 1, b: 1}, jaw{wide: 1}, 1)
		lid, _ := lightOf(binary.LittleEndian.Uint32(shut.Pix[shut.PixOffset(int(m.EyeL.X), int(m.EyeL.Y)):]))
		if skin, _ := lightOf(p.skin[0]); lid < .72*skin {
			t.Errorf("grey %v: the lid has a light of %.0f, the skin %.0f", grey, lid, skin)
		}
	}
}

func TestUnsuitablePhotosAreRefused(t *testing.T) {
	t.Parallel()
	two := image.NewRGBA(image.Rect(0, 0, 720, 480))
	draw.Draw(two, two.Rect, portrait(t, "maya"), image.Point{}, draw.Src)
	draw.Draw(two, image.Rect(360, 0, 720, 480), portrait(t, "daniel"), image.Point{}, draw.Src)
	nobody := image.NewRGBA(image.Rect(0, 0, 300, 300))
	draw.Draw(nobody, nobody.Rect, image.White, image.Point{}, draw.Src)
	on := func(w, h int, faces ...image.Rectangle) *image.RGBA { // people in a bright room
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{206, 214, 222, 255}), image.Point{}, draw.Src)
		for i, r := range faces {
			who := portrait(t, []string{"maya", "daniel"}[i%2])
			xdraw.CatmullRom.Scale(img, r, who, who.Bounds(), draw.Src, nil)
		}
		return img
	}
	soft, small := image.NewRGBA(image.Rect(0, 0, 360, 480)), image.NewRGBA(image.Rect(0, 0, 22, 30))
	xdraw.CatmullRom.Scale(small, small.Rect, portrait(t, "maya"), soft.Rect, draw.Src, nil)
	xdraw.CatmullRom.Scale(soft, soft.Rect, small, small.Rect, draw.Src, nil)
	var group []image.Rectangle
	for x := 40; x < 1500; x += 240 {
		group = append(group, image.Rect(x, 500, x+150, 700))
	}
	for want, file := range map[string][]byte{
		"too small":            photoOf(t, on(900, 700, image.Rect(500, 300, 590, 420))),
		"6 faces":              photoOf(t, on(1600, 1000, group[:6]...)),
		"2 faces":              photoOf(t, two),
		"no face found":        photoOf(t, nobody),
		"out of focus":         photoOf(t, soft),
		"no JPEG, PNG or WebP": []byte("not a picture"),
		"damaged":              photoOf(t, nobody)[:400],
	} {
		in := sample(320, 180)
		in.Person.Photo, in.Photo = "photo.png", file
		if err := CheckPhoto(file); !errors.Is(err, ErrPhoto) {
			t.Errorf("%s: checked as %v", want, err)
		}
		if _, err := Build(in); !errors.Is(err, ErrPhoto) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// A face that is small in a large photo is found all the same.
func TestSmallFacesInLargePhotosPresent(t *testing.T) {
	t.Parallel()
	who := portrait(t, "daniel")
	img := image.NewRGBA(image.Rect(0, 0, 3000, 2000))
	draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{206, 214, 222, 255}), image.Point{}, draw.Src)
	at := image.Rect(1800, 900, 2100, 1300)
	xdraw.CatmullRom.Scale(img, at, who, who.Bounds(), draw.Src, nil)
	m, err := face.Find(img)
	if err != nil {
		t.Fatal(err)
	}
	if eye := image.Pt(int(m.EyeL.X+m.EyeR.X)/2, int(m.EyeL.Y+m.EyeR.Y)/2); !eye.In(at) || m.EyeDistance() < leastEyes {
		t.Errorf("the eyes are found at %v, %.0f px apart", eye, m.EyeDistance())
	}
	if err := CheckPhoto(photoOf(t, img)); err != nil {
		t.Error(err)
	}
}

// A photo of any size and shape is shown without a blur, whole faces in it, and where
// it hangs as a picture, clear of the captions.
func TestPhotosAreFramed(t *testing.T) {
	t.Parallel()
	for _, shape := range []image.Point{{240, 300}, {360, 480}, {480, 480}, {600, 900}} {
		img, err := Portrait("daniel", shape)
		if err != nil {
			t.Fatal(err)
		}
		file := photoOf(t, img)
		for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}, {384, 480}} {
			in := sample(size.X, size.Y)
			in.Person.Photo, in.Photo = "daniel.png", file
			if size.Y > size.X {
				in.Slot.Head = .42 * float64(size.X)
			} else if size.X == size.Y {
				in.Slot.EyeX, in.Slot.EyeY, in.Slot.Head = 240, 210, 160
			}
			layers, err := Build(in)
			if err != nil {
				t.Fatal(err)
			}
			p := layers[len(layers)-1].(*puppetLayer).p
			m, _ := face.Find(img)
			if k := p.d / m.EyeDistance() * 1080 / float64(min(size.X, size.Y)); k > mostLarger+.01 {
				t.Errorf("%v in %v: enlarged %.1f times", shape, size, k)
			}
			view := p.src.Rect
			top, chin := p.eyes[0].Y-1.55*p.d, p.eyes[0].Y+1.75*p.d
			if top < float64(view.Min.Y)-.1*p.d || chin > float64(view.Max.Y) {
				t.Errorf("%v in %v: the head, %.0f–%.0f, is cut by %v", shape, size, top, chin, view)
			}
			foot := .79
			if size.Y > size.X {
				foot = .8
			}
			if view.Size() != size && size.X > size.Y && float64(view.Min.Y) < .105*float64(size.Y) {
				t.Errorf("%v in %v: the picture %v runs into the logo's row", shape, size, view)
			}
			if view.Size() != size && float64(view.Max.Y) > foot*float64(size.Y) {
				t.Errorf("%v in %v: the picture %v runs into the captions", shape, size, view)
			}
		}
	}
}

// A hung photo that stands at the side of a wide frame leaves the other to the words; one
// in the middle may be wider.
func TestHungPhotosLeaveRoomForWords(t *testing.T) {
	t.Parallel()
	size := image.Pt(1920, 1080)
	for _, c := range []struct{ x, left, right float64 }{{1210, .345, 1}, {710, 0, .655}, {960, .05, .95}} {
		in := Input{Size: size, Slot: scene.Slot{Window: image.Rectangle{Max: size}, EyeX: c.x, EyeY: 475, Head: 378}}
		m := face.Marks{EyeL: face.Pt{X: 700, Y: 300}, EyeR: face.Pt{X: 800, Y: 300}}
		view, _, _ := frameOf(in, image.Rect(0, 0, 1500, 800), m, raster.Pt{X: 750, Y: 300}, mostLarger)
		if from, to := float64(view.Min.X)/1920, float64(view.Max.X)/1920; from < c.left || to > c.right {
			t.Errorf("with the eyes at %.0f the photo is from %.2f to %.2f of the frame", c.x, from, to)
		}
	}
}
