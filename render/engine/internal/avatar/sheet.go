package avatar

import (
	"fmt"
	"image"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/text"
)

// Portrait is a still of a person, head and shoulders, on a quiet ground.
func Portrait(id string, size image.Point) (*image.RGBA, error) {
	p, _, err := Match(id)
	if err != nil {
		return nil, err
	}
	if size.X < 16 || size.Y < 16 || size.X > 8192 || size.Y > 8192 {
		return nil, fmt.Errorf("a portrait of %d×%d px: use 16 to 8192", size.X, size.Y)
	}
	img := image.NewRGBA(image.Rectangle{Max: size})
	w, h := float64(size.X), float64(size.Y)
	g := newPen(img, raster.Identity)
	g.fill(pts{{0, 0, 1}, {w, 0, 1}, {w, h, 1}, {0, h, 1}}, radial(w*.42, h*.34, w*.8, w*.8, stop{0, hex("#f4efe8"), 1}, stop{1, hex("#dcdfdd"), 1}), 1)
	f := newFigure(p)
	tall := max(1990, 1500*h/w)
	f.still(img, img.Rect, -830*tall/1990, tall, f.neutral(), "rest")
	return img, nil
}

// cell is one picture of a contact sheet.
type cell struct {
	label     string
	f         *figure
	m         mood
	pose      string
	top, tall float64 // what it shows, mh
}

var tints = []look.RGB{hex("#dfe9e7"), hex("#efe3d6"), hex("#e3e4ee"), hex("#f0e2dd"), hex("#e6ead9"), hex("#dde6ee")}

// contact lays cells out in rows.
func contact(cells []cell, cols, w, h int, tinted bool) (*image.RGBA, error) {
	fonts, err := text.New(text.Options{})
	if err != nil {
		return nil, err
	}
	const gap, label = 12, 38
	rows := (len(cells) + cols - 1) / cols
	img := image.NewRGBA(image.Rect(0, 0, gap+cols*(w+gap), gap+rows*(h+label+gap)))
	g := newPen(img, raster.Identity)
	ground := hex("#f7f5f2")
	b := img.Rect
	g.fill(pts{{0, 0, 1}, {float64(b.Dx()), 0, 1}, {float64(b.Dx()), float64(b.Dy()), 1}, {0, float64(b.Dy()), 1}}, solid(ground), 1)
	for i, c := range cells {
		x, y := gap+(i%cols)*(w+gap), gap+(i/cols)*(h+label+gap)
		card := &raster.Path{}
		card.RoundRect(float64(x), float64(y), float64(w), float64(h+label), 12)
		tint := hex("#eceeed")
		if tinted {
			tint = tints[(i*5+i/cols)%len(tints)]
		}
		g.c.Fill(card, solid(white), 1)
		top := &raster.Path{}
		top.RoundRect4(float64(x), float64(y), float64(w), float64(h), [4]float64{12, 12, 0, 0})
		g.c.Fill(top, solid(tint), 1)
		c.f.still(img, image.Rect(x, y, x+w, y+h), c.top, c.tall, c.m, c.pose)
		t := fonts.Layout(text.Spec{Text: c.label, Size: 18, Weight: 600, Width: float64(w - 12), Lines: 1, Color: hex("#3b3f46").NRGBA(1)})
		t.Draw(g.c, float64(x)+(float64(w)-t.W)/2, float64(y+h)+(label-t.H)/2)
	}
	return img, nil
}

// People is a contact sheet of these ids, or of the named people without any.
func People(ids []string) (*image.RGBA, error) {
	if len(ids) == 0 {
		for _, p := range people {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) > 240 {
		return nil, fmt.Errorf("a sheet of %d people: at most 240 fit", len(ids))
	}
	var cells []cell
	for _, id := range ids {
		p, _, err := Match(id)
		if err != nil {
			return nil, err
		}
		f := newFigure(p)
		label := p.Name
		if label == "" || p.ID != people[0].ID && !named24(p.ID) {
			label = id
		}
		cells = append(cells, cell{label, f, f.neutral(), "rest", -830, 1990})
	}
	return contact(cells, min(6, len(cells)), 219, 248, true)
}

func named24(id string) bool {
	for _, p := range people {
		if p.ID == id {
			return true
		}
	}
	return false
}

// Visemes is a contact sheet of a person's nine mouth shapes.
func Visemes(id string) (*image.RGBA, error) {
	p, _, err := Match(id)
	if err != nil {
		return nil, err
	}
	f := newFigure(p)
	var cells []cell
	for _, v := range []struct {
		v     byte
		label string
	}{{'X', "X  rest"}, {'A', "A  M B P"}, {'B', "B  ee, S T K"}, {'C', "C  eh"}, {'D', "D  ah"}, {'E', "E  oh, er"}, {'F', "F  oo, W"}, {'G', "G  F V"}, {'H', "H  L"}} {
		cells = append(cells, cell{v.label, f, mood{mouth: visemes[v.v], smile: .3}, "", -90, 660})
	}
	return contact(cells, 3, 416, 270, false)
}
