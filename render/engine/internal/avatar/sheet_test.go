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
		"expressions-mei": func() (*image.RGBA, error) { return expressions("mei") },
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

// expressions is a contact sheet of what a person's face and head can do.
func expressions(id string) (*image.RGBA, error) {
	p, _, err := Match(id)
	if err != nil {
		return nil, err
	}
	f := newFigure(p)
	at := func(label string, change func(m *mood)) cell {
		m := f.neutral()
		change(&m)
		return cell{label, f, m, "", -700, 1330}
	}
	return contact([]cell{
		at("neutral", func(m *mood) { m.smile = .25 }),
		at("smile", func(m *mood) { m.smile, m.mouth = 1, visemes['X'].blend(visemes['B'], .85) }),
		at("raised brows", func(m *mood) { m.brow, m.wide, m.smile, m.mouth = 1, .8, .4, visemes['C'] }),
		at("blink 0 %", func(m *mood) {}),
		at("blink 50 %", func(m *mood) { m.blink = .5 }),
		at("blink 100 %", func(m *mood) { m.blink = 1 }),
		at("gaze left", func(m *mood) { m.gazeX, m.yaw = -1, -.5 }),
		at("gaze right", func(m *mood) { m.gazeX, m.yaw = 1, .5 }),
		at("gaze down", func(m *mood) { m.gazeY = 1 }),
		at("nod", func(m *mood) { m.pitch, m.brow = 1, .3 }),
		at("concern", func(m *mood) { m.frown, m.smile, m.brow = .9, -.25, .2 }),
		at("tilt, speaking", func(m *mood) { m.roll, m.mouth, m.brow, m.smile = 4, visemes['D'], .5, .5 }),
	}, 4, 324, 300, false)
}
