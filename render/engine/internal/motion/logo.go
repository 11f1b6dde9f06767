package motion

import (
	"image"
	"math"

	"golang.org/x/image/draw"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
)

// logoName is what stands beside the logo: the brand's name, unless the logo is so wide
// that it is written in it.
func (c *comp) logoName() string {
	const wordmark = 2.2 // width to height; marks are about square
	if b := c.logoBounds(); float64(b.Dx()) > wordmark*float64(b.Dy()) {
		return ""
	}
	return c.in.Board.Look.LogoText
}

// fitLogo scales the logo and, where part of it would not be seen on this stage, sets it
// in one colour, or on a white plate when it has several.
func (c *comp) fitLogo(src *image.RGBA, w, h int, col look.RGB, dark bool) *image.RGBA {
	w, h = max(1, w), max(1, h)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(out, out.Rect, src, src.Bounds(), draw.Src, nil)
	ground := c.st.Base
	if dark != c.st.Dark { // on the presenter's panel
		ground = c.th.Paper0
		if dark {
			ground = c.th.Ink0
		}
	}
	in := logoInkOf(src, ground)
	if in.read || in.full {
		return out
	}
	if in.plain {
		for i := 0; i < len(out.Pix); i += 4 {
			a := float64(out.Pix[i+3])
			out.Pix[i], out.Pix[i+1], out.Pix[i+2] = uint8(col.R*a+.5), uint8(col.G*a+.5), uint8(col.B*a+.5)
		}
		return out
	}
	pad := max(2, h/6)
	plate := image.NewRGBA(image.Rect(0, 0, w, h))
	p := &raster.Path{}
	p.RoundRect(0, 0, float64(w), float64(h), float64(h)*.2)
	raster.NewCanvas(plate).Fill(p, white(1), 1)
	iw, ih := w-2*pad, h-2*pad
	if r := float64(w) / float64(h); float64(iw)/float64(ih) > r {
		iw = int(float64(ih) * r)
	} else {
		ih = int(float64(iw) / r)
	}
	at := image.Pt((w-iw)/2, (h-ih)/2)
	draw.CatmullRom.Scale(plate, image.Rect(at.X, at.Y, at.X+iw, at.Y+ih), src, src.Bounds(), draw.Over, nil)
	return plate
}

// logoInk is what a logo is drawn with.
type logoInk struct {
	read  bool // all that is in it shows on the ground
	plain bool // it is of one colour
	full  bool // it fills its box: it brings its own ground
}

// mostLost is the largest share of a logo that may be as dark or light as the ground.
const mostLost = .03

// logoInkOf looks at a logo as its file has it: at the size of a frame's corner a thin letter
// on a disc is no more than a shade of it.
func logoInkOf(src *image.RGBA, ground look.RGB) logoInk {
	b := src.Bounds()
	var n, area, lum, lum2 float64
	var sum, sum2 [3]float64
	base := ground.Luminance()
	like := make([]bool, b.Dx()*b.Dy()) // the ground, or nothing of the logo
	inked := make([]bool, len(like))
	for y := range b.Dy() {
		row := src.Pix[src.PixOffset(b.Min.X, b.Min.Y+y):][:4*b.Dx()]
		for x := range b.Dx() {
			i, at := 4*x, y*b.Dx()+x
			a := float64(row[i+3]) / 255
			area += a
			if like[at] = a < .1; a < .9 {
				continue
			}
			p := look.RGB{R: float64(row[i]) / 255, G: float64(row[i+1]) / 255, B: float64(row[i+2]) / 255}
			l := p.Luminance()
			n, lum, lum2 = n+1, lum+l, lum2+l*l
			inked[at] = true
			like[at] = (max(l, base)+.05)/(min(l, base)+.05) < 1.6
			for k, v := range [3]float64{p.R, p.G, p.B} {
				sum[k], sum2[k] = sum[k]+v, sum2[k]+v*v
			}
		}
	}
	if n == 0 {
		return logoInk{read: true}
	}
	lost := 0.0 // a dark letter on a light disc is not: only what meets the ground
	for at, out := range outside(like, b.Dx()) {
		if out && inked[at] {
			lost++
		}
	}
	mean := lum / n
	dev := math.Sqrt(max(0, lum2/n-mean*mean))
	spread := 0.0 // of the colours: a logo of several must keep them
	for k := range sum {
		spread += max(0, sum2[k]/n-sum[k]/n*sum[k]/n)
	}
	return logoInk{
		read:  (max(mean, base)+.05)/(min(mean, base)+.05) >= 3 && lost <= mostLost*n,
		plain: dev < .1 && math.Sqrt(spread) < .2,
		full:  area > .97*float64(b.Dx()*b.Dy()),
	}
}

// outside tells which pixels of a picture, w wide, are reached from its border over
// pixels that are open. Soft edges, a pixel or two wide, are stepped over.
func outside(open []bool, w int) []bool {
	h := len(open) / w
	out := make([]bool, len(open))
	var todo []int
	visit := func(x, y int) {
		if x < 0 || y < 0 || x >= w || y >= h {
			return
		}
		if at := y*w + x; open[at] && !out[at] {
			out[at] = true
			todo = append(todo, at)
		}
	}
	for x := range w {
		visit(x, 0)
		visit(x, h-1)
	}
	for y := range h {
		visit(0, y)
		visit(w-1, y)
	}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for d := 1; d <= 2; d++ {
			visit(at%w-d, at/w)
			visit(at%w+d, at/w)
			visit(at%w, at/w-d)
			visit(at%w, at/w+d)
		}
	}
	return out
}
