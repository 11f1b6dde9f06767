package transition

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"testing"

	"gitops.video/render/render/engine/internal/pixel"
)

func flat(c color.RGBA) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 192, 108))
	draw.Draw(img, img.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	return img
}

// planesOf is img as yuv420p.
func planesOf(img *image.RGBA) []uint8 {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	f := make([]uint8, w*h*3/2)
	u, v := f[w*h:][:w*h/4], f[w*h*5/4:]
	for y := 0; y < h; y += 2 {
		c := y / 2 * w / 2
		pixel.ToYUV(img.Pix[y*img.Stride:][:4*w], img.Pix[(y+1)*img.Stride:][:4*w], f[y*w:][:w], f[(y+1)*w:][:w], u[c:][:w/2], v[c:][:w/2], make([]uint8, (w+7)/8))
	}
	return f
}

// drawn is the picture that Draw makes of a and b, in colours.
func drawn(a, b *image.RGBA, p float64, s Spec) *image.RGBA {
	size := a.Rect.Size()
	f := make([]uint8, size.X*size.Y*3/2)
	Draw(f, planesOf(a), planesOf(b), size, p, s)
	u, v := f[size.X*size.Y:], f[size.X*size.Y*5/4:]
	d := image.NewRGBA(a.Rect)
	for y := range size.Y {
		for x := range size.X {
			c := y/2*size.X/2 + x/2
			l, cb, cr := (float64(f[y*size.X+x])-16)*255/219, (float64(u[c])-128)*255/224, (float64(v[c])-128)*255/224
			of := func(v float64) uint8 { return uint8(max(0, min(255, v))) }
			d.SetRGBA(x, y, color.RGBA{of(l + 1.5748*cr), of(l - .1873*cb - .4681*cr), of(l + 1.8556*cb), 255})
		}
	}
	return d
}

func TestEveryKindStartsAtTheOldAndEndsAtTheNew(t *testing.T) {
	t.Parallel()
	a, b := flat(color.RGBA{200, 10, 10, 255}), flat(color.RGBA{10, 10, 200, 255})
	for _, kind := range append(Kinds(), "cut") {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			s := Spec{Kind: kind, Ink: color.RGBA{0, 0, 20, 255}, Unit: 1.08, Seed: 3}
			old, fresh := planesOf(a), planesOf(b)
			dst := make([]uint8, len(old))
			Draw(dst, old, fresh, a.Rect.Size(), 1, s)
			if !bytes.Equal(dst, fresh) {
				t.Error("does not end at the new picture")
			}
			if kind == "cut" || kind == "smash" {
				return
			}
			if got := drawn(a, b, 0, s).RGBAAt(96, 54); got.R < 190 {
				t.Errorf("starts with %v in the middle, want the old picture", got)
			}
			// In between, something of both or of neither: never a plain copy of the old picture.
			Draw(dst, old, fresh, a.Rect.Size(), .6, s)
			if bytes.Equal(dst, old) {
				t.Error("nothing has changed at 60 %")
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

// Every transition does what its name says, half-way or where it shows best: from a
// red picture to a green one with a blue bar at its left.
func TestTransitionsDoWhatTheirNamesSay(t *testing.T) {
	const w, h = 320, 180
	a, b := image.NewRGBA(image.Rect(0, 0, w, h)), image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			a.SetRGBA(x, y, color.RGBA{200, 0, 0, 255})
			c := color.RGBA{0, 200, 0, 255}
			if x < 20 {
				c = color.RGBA{0, 0, 200, 255}
			}
			b.SetRGBA(x, y, c)
		}
	}
	at := func(kind string, p float64) *image.RGBA {
		return drawn(a, b, p, Spec{Kind: kind, Ink: color.RGBA{3, 10, 33, 255}, Unit: 1.8, Seed: 3})
	}
	share := func(d *image.RGBA, is func(c color.RGBA) bool) float64 {
		n := 0
		for y := range h {
			for x := range w {
				if is(d.RGBAAt(x, y)) {
					n++
				}
			}
		}
		return float64(n) / (w * h)
	}
	old := func(c color.RGBA) bool { return c.R > 180 && c.G < 20 }
	fresh := func(c color.RGBA) bool { return c.R < 20 && (c.G > 180 || c.B > 180) }
	mixed := func(c color.RGBA) bool { return !old(c) && !fresh(c) }
	if d := at("iris", .5); !fresh(d.RGBAAt(w/2, h/2)) || !old(d.RGBAAt(2, 2)) {
		t.Error("iris: the middle is not new first")
	}
	if d := at("flash", .25); share(d, func(c color.RGBA) bool { return c.R > 230 && c.G > 230 && c.B > 230 }) < .99 {
		t.Error("flash is not white")
	}
	if d := at("fade", .5); share(d, func(c color.RGBA) bool { return c.R < 20 && c.G < 25 && c.B < 45 }) < .99 {
		t.Error("fade is not dark half-way")
	}
	if d := at("dissolve", .5); share(d, mixed) < .95 {
		t.Error("dissolve does not mix")
	}
	if d := at("smash", 0); share(d, old) > 0 || d.RGBAAt(15, 90).B > 100 {
		t.Error("smash does not cut at once, closer")
	}
	for _, k := range []string{"cellwipe", "gridwipe"} {
		d := at(k, .4)
		if o, f := share(d, old), share(d, fresh); o < .1 || f < .1 || o+f < .99 {
			t.Errorf("%s: %.2f old and %.2f new, want two and nothing mixed", k, o, f)
		}
		if share(at(k, .2), fresh) >= share(d, fresh) {
			t.Errorf("%s does not advance", k)
		}
	}
	if d := at("stripes", .5); func() int {
		edges := 0
		for x := 1; x < w; x++ {
			if fresh(d.RGBAAt(x, h/2)) != fresh(d.RGBAAt(x-1, h/2)) {
				edges++
			}
		}
		return edges
	}() < 8 {
		t.Error("stripes has no stripes")
	}
	if d := at("liquid", .5); share(d, old) < .1 || share(d, fresh) < .1 || share(d, mixed) < .03 {
		t.Errorf("liquid: %.2f old, %.2f new, %.2f between", share(d, old), share(d, fresh), share(d, mixed))
	}
	if d := at("push", .3); d.RGBAAt(15, 90).B < 30 && d.RGBAAt(25, 90).B < 30 {
		t.Error("push: the new picture's left bar is not seen on its way in")
	}
	bar := func(p float64) int {
		x, d := 0, at("push", p)
		for x < w && d.RGBAAt(x, 90).B > d.RGBAAt(x, 90).G {
			x++
		}
		return x
	}
	if !(bar(.2) > bar(.5) && bar(.5) >= 20) {
		t.Errorf("push: the bar's edge goes %d, %d", bar(.2), bar(.5))
	}
	if d := at("pop", .2); fresh(d.RGBAAt(w/20, h/2)) || fresh(d.RGBAAt(w-1-w/20, h/2)) || !fresh(d.RGBAAt(w/2, h/2)) {
		t.Error("pop: the new picture is not smaller, over the old one")
	}
}
