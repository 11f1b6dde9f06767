package avatar

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/draw"
)

var update = flag.Bool("update", false, "write the sheets of testdata/presenter anew")

// The committed sheets show what is drawn now.
func TestSheets(t *testing.T) {
	t.Parallel()
	dir := filepath.Join("..", "..", "..", "..", "testdata", "presenter")
	for name, draw := range map[string]func() (*image.RGBA, error){
		"visemes-maya":    func() (*image.RGBA, error) { return Visemes("maya") },
		"visemes-malik":   func() (*image.RGBA, error) { return Visemes("malik") },
		"expressions-mei": func() (*image.RGBA, error) { return Expressions("mei") },
		"people":          func() (*image.RGBA, error) { return People(nil) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			full, err := draw()
			if err != nil {
				t.Fatal(err)
			}
			got := half(full)
			file := filepath.Join(dir, name+".png")
			if *update {
				f, err := os.Create(file)
				if err != nil {
					t.Fatal(err)
				}
				defer f.Close()
				if err := png.Encode(f, got); err != nil {
					t.Fatal(err)
				}
				return
			}
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			want, err := png.Decode(f)
			if err != nil {
				t.Fatal(err)
			}
			if want.Bounds() != got.Rect {
				t.Fatalf("the sheet is %v, committed %v: look at it, then go test -run Sheets -update", got.Rect, want.Bounds())
			}
			off := 0
			for y := 0; y < got.Rect.Dy(); y++ {
				for x := 0; x < got.Rect.Dx(); x++ {
					r, g, b, _ := want.At(x, y).RGBA()
					c := got.RGBAAt(x, y)
					if far(r>>8, c.R) || far(g>>8, c.G) || far(b>>8, c.B) {
						off++
					}
				}
			}
			if limit := got.Rect.Dx() * got.Rect.Dy() / 500; off > limit {
				t.Errorf("%d pixels differ from the committed sheet: look at the new one, then go test -run Sheets -update", off)
			}
		})
	}
}

func far(a uint32, b uint8) bool { d := int(a) - int(b); return d < -24 || d > 24 }

func half(img *image.RGBA) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, img.Rect.Dx()/2, img.Rect.Dy()/2))
	draw.BiLinear.Scale(out, out.Rect, img, img.Rect, draw.Src, nil)
	return out
}

func TestPortraitSizes(t *testing.T) {
	t.Parallel()
	img, err := Portrait("p0042", image.Pt(90, 160))
	if err != nil || img.RGBAAt(45, 80).A != 255 {
		t.Errorf("portrait: %v", err)
	}
	if _, err := Portrait("maya", image.Pt(0, 10)); err == nil {
		t.Error("an empty portrait was drawn")
	}
}
