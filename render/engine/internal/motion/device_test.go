package motion

import (
	"image"
	"image/draw"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// An upright picture stands in a phone that shows nearly all of it and runs off the
// frame's foot; captions stand beside it or, in upright frames, below where it fades out.
func TestUprightPicturesStandInAPhone(t *testing.T) {
	t.Parallel()
	for _, pic := range []image.Point{{1170, 2532}, {1080, 1920}} {
		for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 600}} {
			s := scene.Scene{ID: "d", Kind: scene.Device, Headline: "See every hour", Subtitle: "In the app", Say: sampleSay, Asset: "shot.png"}
			b := &scene.Storyboard{Language: "en", Seed: 7, Width: size.X, Height: size.Y, Scenes: []scene.Scene{s}}
			shot := image.NewRGBA(image.Rectangle{Max: pic})
			draw.Draw(shot, shot.Rect, image.White, image.Point{}, draw.Src)
			c, err := compose(Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: size, Seconds: 6, Lines: say(.3, .4, sampleSay), Captions: true,
				Assets: map[string]image.Image{"shot.png": shot}})
			if err != nil {
				t.Fatal(err)
			}
			d := c.deviceBox(true, 34)
			shape := float64(pic.X) / float64(pic.Y)
			if got := (d.w / d.h) / shape; got < .98 || got > 1.09 {
				t.Errorf("%v in %v: the phone is %.0f × %.0f u", pic, size, d.w, d.h)
			}
			if d.y+d.h < c.h-2 {
				t.Errorf("%v in %v: the phone ends at %.1f u of %.1f", pic, size, d.y+d.h, c.h)
			}
			if !c.port && c.stage.Captions.Overlaps(c.px(d)) {
				t.Errorf("%v: captions at %v stand on the phone", size, c.stage.Captions)
			}
			img := paint(c.stage, 5)
			for y := c.stage.Captions.Min.Y; y < c.stage.Captions.Max.Y; y++ {
				for x := c.stage.Captions.Min.X; x < c.stage.Captions.Max.X; x++ {
					if p := img.RGBAAt(x, y); int(p.R)+int(p.G)+int(p.B) > 600 {
						t.Fatalf("%v in %v: the screen is seen at %d, %d, behind the captions", pic, size, x, y)
					}
				}
			}
			for _, bad := range inspect(c, 5, false) {
				t.Errorf("%v in %v: %s", pic, size, bad)
			}
		}
	}
}

// Where nobody speaks, an upright frame's device takes the captions' room.
func TestSilentDevicesFillTheFrame(t *testing.T) {
	t.Parallel()
	c := composeFor(t, scene.Scene{ID: "d", Kind: scene.Device, Headline: "See every hour"}, scene.Look{}, image.Pt(360, 640), 6)
	if d := c.deviceBox(false, 34); d.y+d.h < 130 {
		t.Errorf("the device ends at %.1f u", d.y+d.h)
	}
}

// Each callout of a screenshot has its turn, whatever the format.
func TestCalloutsTakeTurns(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{landscape, portrait, square} {
		s := scene.Scene{ID: "d", Kind: scene.Device, Headline: "See every hour", Say: "First twelve are waiting here today and then three of them have failed.", Items: []scene.Item{{Label: "Queue", Value: "12 waiting", Cue: "twelve"}, {Value: "3 failed", Cue: "three"}}}
		c := composeFor(t, s, scene.Look{}, size, 9)
		seen := func(at float64) (out string) {
			for _, v := range visible(c, at) {
				if txt := v.block.Spec.Text; txt == "12 waiting" || txt == "3 failed" {
					out += txt + "|"
				}
			}
			return out
		}
		if a, b := seen(3.5), seen(8.5); a != "12 waiting|" || b != "3 failed|" {
			t.Errorf("%v: %q, then %q", size, a, b)
		}
	}
}
