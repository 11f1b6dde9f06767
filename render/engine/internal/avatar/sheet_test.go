package avatar

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	dir := os.Getenv("AVATAR_DUMP")
	if dir == "" {
		t.Skip()
	}
	save := func(n string, img image.Image) {
		w, _ := os.Create(dir + "/" + n + ".png")
		png.Encode(w, img)
		w.Close()
	}
	bg := image.NewUniform(color.RGBA{0xea, 0xe8, 0xe4, 255})
	maya := newFigure(people[0])
	for _, c := range []struct {
		n      string
		top, h float64
		pose   string
	}{{"close", -740, 1500, "rest"}, {"medium", -770, 2180, "rest"}, {"waist", -780, 2720, "explain"}} {
		img := image.NewRGBA(image.Rect(0, 0, 1280, 720))
		draw.Draw(img, img.Rect, bg, image.Point{}, draw.Src)
		maya.still(img, img.Rect, c.top, c.h, maya.neutral(), c.pose)
		save("hero_"+c.n, img)
	}
	img := image.NewRGBA(image.Rect(0, 0, 1380, 1180))
	draw.Draw(img, img.Rect, bg, image.Point{}, draw.Src)
	for i, p := range people {
		f := newFigure(p)
		x, y := 12+(i%6)*227, 12+(i/6)*291
		f.still(img, image.Rect(x, y, x+219, y+248), -830, 1990, f.neutral(), "rest")
	}
	save("people24", img)
	img = image.NewRGBA(image.Rect(0, 0, 1320, 1010))
	draw.Draw(img, img.Rect, bg, image.Point{}, draw.Src)
	for i, v := range "XABCDEFGH" {
		x, y := 20+(i%3)*432, 20+(i/3)*330
		m := maya.neutral()
		m.mouth = visemes[byte(v)]
		m.smile = .3
		maya.still(img, image.Rect(x, y, x+416, y+270), -90, 660, m, "")
	}
	save("visemes", img)
}
