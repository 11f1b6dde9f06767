package engine

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// A stroke is as wide in the picture as in the drawing: the viewBox scales it too.
func TestSVGStrokesScale(t *testing.T) {
	t.Parallel()
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[1]d"><path d="M%[2]d 0V%[1]d" stroke="#000" stroke-width="%[2]d"/></svg>`
	for _, size := range []int{60, 480, 2400} {
		img, err := drawSVG(fmt.Appendf(nil, svg, size, size/6))
		if err != nil {
			t.Fatal(err)
		}
		wide := 0
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, img.Rect.Dy()/2).A > 127 {
				wide++
			}
		}
		if want := logoHeight / 6; wide < want-2 || wide > want+2 {
			t.Errorf("a stroke of a sixth of %d is %d pixels wide, want %d", size, wide, want)
		}
	}
}

func TestLogosLoseTheirEmptyBorder(t *testing.T) {
	t.Parallel()
	img := image.NewRGBA(image.Rect(0, 0, 90, 40))
	draw.Draw(img, image.Rect(12, 5, 42, 30), image.NewUniform(color.Black), image.Point{}, draw.Src)
	if got := trimmed(img); got.Rect != image.Rect(0, 0, 30, 25) || got.RGBAAt(0, 0).A != 255 || got.RGBAAt(29, 24).A != 255 {
		t.Errorf("trimmed to %v", got.Rect)
	}
	if blank := image.NewRGBA(image.Rect(0, 0, 9, 9)); trimmed(blank).Rect != blank.Rect {
		t.Error("nothing is left of an empty picture")
	}
}
