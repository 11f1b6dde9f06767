package motion

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"

	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// photo is a picture with a soft vertical edge right of its middle: its place can be
// measured to a small part of a pixel.
func photo(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			v := uint8(40 + 160/(1+math.Exp(-float64(x-3*w/4)/float64(w)*90)))
			img.SetRGBA(x, y, color.RGBA{v, v, v, 255})
		}
	}
	return img
}

func footageStage(t *testing.T, pic image.Image, size image.Point) *scene.Stage {
	t.Helper()
	b := &scene.Storyboard{Width: size.X, Height: size.Y, FPS: 30, Seed: 5, Captions: "off", Scenes: []scene.Scene{{ID: "a", Kind: scene.Footage, Asset: "p.png"}}}
	th, _, err := look.Derive(b.Look)
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := text.New(text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	st, err := Build(Input{Board: b, Theme: &th, Fonts: fonts, Size: size, Seconds: 4, Assets: map[string]image.Image{"p.png": pic}})
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// TestKenBurnsDoesNotJitter follows an edge of a photo through four seconds: it glides,
// and no frame is off its path by more than a twentieth of a pixel.
func TestKenBurnsDoesNotJitter(t *testing.T) {
	t.Parallel()
	size := image.Pt(480, 270)
	c := composite.New(footageStage(t, photo(900, 506), size), 30)
	var path []float64
	for n := range 120 {
		row := c.RGBA(n).Pix[150*480*4:][:480*4]
		// The edge lies where the row's brightness is split in two.
		lo, hi := float64(row[4*200]), float64(row[4*470])
		at := 0.0
		for x := 200; x < 470; x++ {
			at += (hi - float64(row[4*x])) / (hi - lo)
		}
		path = append(path, 200+at)
	}
	moved := math.Abs(path[119] - path[0])
	if moved < .5 {
		t.Errorf("the edge moves by %.2f px in four seconds: nothing happens", moved)
	}
	for n := 2; n < len(path)-2; n++ {
		smooth := (-path[n-2] + 4*path[n-1] + 4*path[n+1] - path[n+2]) / 6
		if off := math.Abs(path[n] - smooth); off > .05 {
			t.Errorf("frame %d is %.3f px off its path", n, off)
		}
	}
}

// TestNoBarsAroundPhotos: whatever shape a photo has, the frame's edges show it.
func TestNoBarsAroundPhotos(t *testing.T) {
	t.Parallel()
	for _, shape := range []image.Point{{900, 506}, {300, 700}, {1200, 300}, {400, 400}} {
		pic := image.NewRGBA(image.Rectangle{Max: shape})
		for i := range pic.Pix {
			pic.Pix[i] = 200
			if i&3 == 3 {
				pic.Pix[i] = 255
			}
		}
		for _, size := range []image.Point{{480, 270}, {270, 480}, {300, 300}} {
			img := composite.New(footageStage(t, pic, size), 30).RGBA(45)
			for _, p := range []image.Point{{0, size.Y / 2}, {size.X - 1, size.Y / 2}, {size.X / 2, size.Y - 1}, {2, size.Y - 2}, {size.X - 2, size.Y - 2}} {
				if c := img.RGBAAt(p.X, p.Y); c.R < 90 {
					t.Errorf("%v in %v: %v at %v", shape, size, c, p)
				}
			}
		}
	}
}

// A picture that is far wider than the frame is seen across it, above its words, and not
// as a strip beside them.
func TestWidePicturesAreSeenAcross(t *testing.T) {
	t.Parallel()
	for _, spoken := range []bool{true, false} {
		for _, wide := range []int{2000, 2400, 4000} {
			s := scene.Scene{ID: "s", Kind: scene.Footage, Asset: "wide.jpg", Headline: "From the mountains to the sea, and all the way back again in a day"}
			if spoken {
				s.Say = sampleSay
			}
			b := &scene.Storyboard{Language: "en", Scenes: []scene.Scene{s}}
			var lines []scene.Line
			if spoken {
				lines = say(.3, .3, s.Say)
			}
			c, err := compose(Input{Board: b, Theme: theme(t, b.Look), Fonts: sharedFonts, Size: wide1080, Seconds: 6, Captions: true, Lines: lines,
				Assets: map[string]image.Image{"wide.jpg": photo(wide, 500)}})
			if err != nil {
				t.Fatal(err)
			}
			card := c.cardFor(image.Pt(wide, 500))
			if card.Dx() < wide1080.X*7/10 {
				t.Errorf("%d×500 stands in %v", wide, card)
			}
			for _, v := range visible(c, 5) {
				if v.at.Overlaps(card) {
					t.Errorf("%q stands on the picture", v.block.Spec.Text)
				}
			}
			for _, bad := range inspect(c, 5, false) {
				t.Error(bad)
			}
		}
	}
}

// Upright, a wide picture stands above its words, or midway where there are none, on a soft
// copy of itself that is seen down to the frame's foot.
func TestPicturesStandAboveTheirWords(t *testing.T) {
	t.Parallel()
	bright := image.NewRGBA(image.Rect(0, 0, 900, 500))
	draw.Draw(bright, bright.Rect, image.NewUniform(color.Gray{200}), image.Point{}, draw.Src)
	for _, size := range []image.Point{{360, 640}, {480, 600}} {
		for _, head := range []string{"", "Two hundred markets", "Two hundred markets, one harbour, and fish on every table of the town by noon"} {
			for _, spoken := range []bool{true, false} {
				s := scene.Scene{ID: "s", Kind: scene.Footage, Asset: "wide.jpg", Headline: head}
				if head != "" {
					s.Subtitle = "Fresh every morning at five"
				}
				var lines []scene.Line
				if spoken {
					lines = say(.3, .3, sampleSay)
				}
				b := &scene.Storyboard{Language: "en", Scenes: []scene.Scene{s}}
				c, err := compose(Input{Board: b, Theme: theme(t, b.Look), Fonts: sharedFonts, Size: size, Seconds: 6, Captions: true, Lines: lines,
					Assets: map[string]image.Image{"wide.jpg": bright}})
				if err != nil {
					t.Fatal(err)
				}
				card := c.cardFor(image.Pt(900, 500))
				for _, v := range visible(c, 5) {
					if v.at.Overlaps(card) {
						t.Errorf("%v %q: %q stands on the picture", size, head, v.block.Spec.Text)
					}
				}
				if mid := c.uY((card.Min.Y + card.Max.Y) / 2); head == "" && (mid < 60 || mid > 80) {
					t.Errorf("%v: a picture without words stands at %.0f u", size, mid)
				}
				if lum := pixelOf(paint(c.stage, 5), size.X/2, size.Y*24/25).Luminance(); lum < .02 {
					t.Errorf("%v %q, spoken %v: the foot is black", size, head, spoken)
				}
			}
		}
	}
}

func pixelOf(img *image.RGBA, x, y int) look.RGB {
	p := img.RGBAAt(x, y)
	return look.RGB{R: float64(p.R) / 255, G: float64(p.G) / 255, B: float64(p.B) / 255}
}
