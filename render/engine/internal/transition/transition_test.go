package transition

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"testing"
)

func flat(c color.RGBA) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 192, 108))
	draw.Draw(img, img.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	return img
}

func TestEveryKindStartsAtTheOldAndEndsAtTheNew(t *testing.T) {
	t.Parallel()
	a, b := flat(color.RGBA{200, 10, 10, 255}), flat(color.RGBA{10, 10, 200, 255})
	for _, kind := range append(Kinds(), "cut") {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			s := Spec{Kind: kind, Ink: color.RGBA{0, 0, 20, 255}, Unit: 1.08, Seed: 3}
			dst := image.NewRGBA(a.Rect)
			Draw(dst, a, b, 1, s)
			if !bytes.Equal(dst.Pix, b.Pix) {
				t.Error("does not end at the new picture")
			}
			if kind == "cut" || kind == "smash" {
				return
			}
			Draw(dst, a, b, 0, s)
			if got := dst.RGBAAt(96, 54); got.R < 190 {
				t.Errorf("starts with %v in the middle, want the old picture", got)
			}
			// In between, something of both or of neither: never a plain copy of the old picture.
			Draw(dst, a, b, .6, s)
			if bytes.Equal(dst.Pix, a.Pix) {
				t.Error("nothing has changed at 60 %")
			}
			for i := 3; i < len(dst.Pix); i += 4 {
				if dst.Pix[i] < 254 {
					t.Fatalf("pixel %d has alpha %d", i/4, dst.Pix[i])
				}
			}
		})
	}
}

func TestSeconds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind       string
		want, give float64
	}{{"cut", 0, 1}, {"nonsense", 0, 0}, {"push", .45, 0}, {"push", 1.2, 9}, {"push", .8, .8}} {
		if got := Seconds(c.kind, c.give); got != c.want {
			t.Errorf("Seconds(%q, %v) = %v, want %v", c.kind, c.give, got, c.want)
		}
	}
}
