package motion

import (
	"image"
	"math"
	"sort"
	"sync"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/pixel"
)

// coarse is how many frame pixels one computed pixel of the soft light covers.
const coarse = pixel.Grid

// glow is a disc of light with a soft edge, in u, that drifts on an ellipse.
type glow struct {
	color      look.RGB
	x, y, r, a float64
	dx, dy     float64 // drift, u
	period     float64 // s
	phase      float64
}

// backdrop is the light behind a scene: a gradient, glows that drift, and a sharp
// picture of motif or shapes over them. It is computed at an eighth of the size,
// enlarged, and dithered so that it never bands.
type backdrop struct {
	size    image.Point
	u       float64
	ox, oy  float64
	angle   float64 // degrees as in CSS
	stops   []stop
	glows   []glow
	vign    float64     // darkening at the corners
	grain   float64     // of 255
	art     *image.RGBA // nil when all is drawn
	spans   []run       // where art has ink, row by row
	still   bool
	texture []uint8 // darkening for every pixel; nil = none
	w, h    int
	base    []float32 // the gradient, coarse, 3 a pixel
	light   []float32 // the gradient and the glows at the time of shaded
	shaded  float64   // s; NaN = never
	nodes   []int16   // scratch of enlarge
	grains  [][]int16 // dither
}

type stop struct {
	at float64
	c  look.RGB
}

// run is pixels side by side, from (x, y) on.
type run struct {
	x, y int
	pix  []uint8
}

func newBackdrop(c *comp) *backdrop {
	b := &backdrop{size: c.in.Size, u: c.u, ox: c.ox, oy: c.oy, grain: c.th.Style.Grain}
	b.w, b.h = (b.size.X+coarse-1)/coarse+1, (b.size.Y+coarse-1)/coarse+1
	f := c.frame()
	th, st, p := c.th, c.st, c.port
	pick := func(l, q float64) float64 {
		if p {
			return q
		}
		return l
	}
	g := func(col look.RGB, fx, fy, r, a float64) {
		n := float64(len(b.glows))
		b.glows = append(b.glows, glow{color: col, x: f.x + f.w*fx, y: f.y + f.h*fy, r: r, a: a * th.Style.GlowScale,
			dx: 2 + c.rng.float()*2, dy: 2 + c.rng.float()*2, period: 14 + 8*c.rng.float(), phase: n * 2.1})
	}
	switch {
	case th.Style.Flat:
		b.stops = []stop{{0, st.Base}, {1, st.Base}}
		b.still = true
	case th.Style.Name == "cinematic":
		b.angle = 180
		b.stops = []stop{{0, th.Ink1}, {.78, th.Ink0}, {1, th.Ink0}}
		x := .72
		if c.sc.Kind == "number" || c.sc.Kind == "chart" {
			x = .29
		}
		g(th.P, x, .24, 74, .42)
		g(th.A, x+.15, .92, 58, .34)
		b.vign = .5
	case st.Name == "paper":
		b.angle = 165
		b.stops = []stop{{0, th.Paper0}, {.55, th.PaperMid}, {1, th.Paper1}}
		g(look.RGB{R: 1, G: 1, B: 1}, .02, .02, 62, .95)
		g(th.Glow2, .98, .96, 70, .22)
		g(th.A, .12, 1.08, 48, .16)
	case st.Name == "brand":
		b.angle = pick(150, 170)
		b.stops = []stop{{0, th.BrandHi}, {.36, th.Brand0}, {1, th.Brand1}}
		g(c.readable(th.Glow2, th.Brand0, .62), .86, 0, pick(80, 62), .62)
		g(th.BrandDeep, 0, 1.05, 60, .8)
		g(th.A, .98, 1.02, 40, .26)
	default:
		b.angle = pick(158, 172)
		b.stops = []stop{{0, th.Ink1}, {.38, th.InkMid}, {1, th.Ink0}}
		g(c.readable(th.Glow, th.InkMid, .62), .8, pick(.06, .1), pick(86, 74), .62)
		g(th.Cool, .05, 1.02, pick(62, 56), .34)
		g(th.A, .97, .88, 34, .20)
	}
	b.gradient()
	return b
}

// readable darkens (or lightens) a light until the stage's text reads on what it
// makes of the ground at its strength a.
func (c *comp) readable(light, ground look.RGB, a float64) look.RGB {
	col, step := light.LCH(), -.01
	if !c.st.Dark {
		step = .01
	}
	for range 60 {
		if look.Contrast(c.st.Muted, ground.Mix(col.RGB(), a)) >= 4.6 {
			break
		}
		col.L = min(1, max(0, col.L+step))
	}
	return col.RGB()
}

// gradient computes the still part once.
func (b *backdrop) gradient() {
	b.base = make([]float32, 3*b.w*b.h)
	b.light, b.shaded, b.nodes = make([]float32, 3*b.w*b.h), math.NaN(), make([]int16, 4*b.w)
	s, co := math.Sincos(b.angle * math.Pi / 180)
	w, h := float64(b.size.X), float64(b.size.Y)
	length := math.Abs(w*s) + math.Abs(h*co)
	for y := range b.h {
		for x := range b.w {
			fx, fy := float64(x*coarse)-w/2, float64(y*coarse)-h/2
			t := (fx*s-fy*co)/length + .5
			c := colorAt(b.stops, t)
			i := 3 * (y*b.w + x)
			b.base[i], b.base[i+1], b.base[i+2] = float32(c.R*255), float32(c.G*255), float32(c.B*255)
		}
	}
}

func colorAt(st []stop, t float64) look.RGB {
	if t <= st[0].at {
		return st[0].c
	}
	for i := 1; i < len(st); i++ {
		if t <= st[i].at {
			return st[i-1].c.Mix(st[i].c, (t-st[i-1].at)/max(1e-9, st[i].at-st[i-1].at))
		}
	}
	return st[len(st)-1].c
}

// falloff of a glow over the square of its radius share, tabulated.
var falloff = func() (tab [1025]float32) {
	at := []float64{0, .20, .42, .64, .84, 1}
	v := []float64{1, .78, .45, .19, .05, 0}
	for i := range tab {
		r := math.Sqrt(float64(i) / 1024)
		for k := 1; k < len(at); k++ {
			if r <= at[k] {
				f := (r - at[k-1]) / (at[k] - at[k-1])
				// Smooth the corners of the curve a little: eyes find kinks.
				tab[i] = float32(v[k-1] + (v[k]-v[k-1])*f)
				break
			}
		}
	}
	return
}()

// shade computes the coarse picture at t.
func (b *backdrop) shade(t float64) {
	if b.shaded == t {
		return
	}
	b.shaded = t
	copy(b.light, b.base)
	for _, g := range b.glows {
		ph := 2*math.Pi*t/g.period + g.phase
		cx := (g.x + g.dx*math.Cos(ph) + b.ox) * b.u / coarse
		cy := (g.y + g.dy*math.Sin(ph) + b.oy) * b.u / coarse
		r := g.r * b.u / coarse
		x0, x1 := max(0, int(cx-r)), min(b.w-1, int(cx+r)+1)
		y0, y1 := max(0, int(cy-r)), min(b.h-1, int(cy+r)+1)
		cr, cg, cb := float32(g.color.R*255), float32(g.color.G*255), float32(g.color.B*255)
		k := 1024 / (r * r)
		a := float32(g.a)
		for y := y0; y <= y1; y++ {
			dy := float64(y) - cy
			row := b.light[3*y*b.w:]
			for x := x0; x <= x1; x++ {
				dx := float64(x) - cx
				q := (dx*dx + dy*dy) * k
				if q >= 1024 {
					continue
				}
				f := falloff[int(q)] * a
				p := row[3*x : 3*x+3 : 3*x+3]
				p[0] += (cr - p[0]) * f
				p[1] += (cg - p[1]) * f
				p[2] += (cb - p[2]) * f
			}
		}
	}
	if b.vign > 0 {
		b.vignette()
	}
}

func (b *backdrop) vignette() {
	for y := range b.h {
		for x := range b.w {
			dx, dy := (float64(x)/float64(b.w)-.5)/.62, (float64(y)/float64(b.h)-.5)/.62
			d := math.Sqrt(dx*dx + dy*dy)
			if d < .55 {
				continue
			}
			k := float32(1 - b.vign*min(1, (d-.55)/.6))
			p := b.light[3*(y*b.w+x):]
			p[0], p[1], p[2] = p[0]*k, p[1]*k, p[2]*k
		}
	}
}

// Every implements scene.Backdrop.
func (b *backdrop) Every() int {
	if b.still {
		return 0
	}
	return 6
}

// Draw implements scene.Backdrop.
func (b *backdrop) Draw(dst *image.RGBA, t float64) {
	b.shade(t)
	b.enlarge(dst)
	b.ink(dst)
	for y := dst.Rect.Min.Y; y < dst.Rect.Max.Y && b.texture != nil; y++ {
		row := dst.Pix[dst.PixOffset(dst.Rect.Min.X, y):]
		for i, v := range b.texture[y*b.size.X+dst.Rect.Min.X:][:dst.Rect.Dx()] {
			if v == 0 {
				continue
			}
			o := row[4*i : 4*i+3 : 4*i+3]
			o[0], o[1], o[2] = o[0]-min(o[0], v), o[1]-min(o[1], v), o[2]-min(o[2], v)
		}
	}
}

// noise is a tile of 128 by 128 numbers from −1 to 1, mean 0, the spectrum pushed up
// by subtracting a blur: dither that the eye does not see.
var noise = sync.OnceValue(func() *[128 * 128]float64 {
	r := newRNG(0x5eed)
	w := new([128 * 128]float64)
	for i := range w {
		w[i] = r.float() + r.float() - 1
	}
	for pass := 0; pass < 2; pass++ {
		v := new([128 * 128]float64)
		for y := range 128 {
			for x := range 128 {
				at := func(dx, dy int) float64 { return w[((y+dy)&127)<<7|(x+dx)&127] }
				v[y<<7|x] = at(0, 0) - (at(1, 0)+at(-1, 0)+at(0, 1)+at(0, -1))*.18 - (at(1, 1)+at(-1, -1)+at(1, -1)+at(-1, 1))*.07
			}
		}
		w = v
	}
	for i, v := range w {
		w[i] = max(-1, min(1, v*.75))
	}
	return w
})

// dither is the noise in 1/128 of a level at the backdrop's strength, a row of the
// frame's width for each of the tile's 128 rows; it rounds as well.
func (b *backdrop) dither() [][]int16 {
	if b.grains == nil {
		amp := max(.55, b.grain) * 128
		b.grains = make([][]int16, 128)
		for y := range b.grains {
			row := make([]int16, b.w*coarse)
			for x := range row {
				row[x] = int16(math.Round(noise()[y<<7|x&127]*amp)) + 64
			}
			b.grains[y] = row
		}
	}
	return b.grains
}

// enlarge fills dst from the coarse picture, bilinear, with dither.
func (b *backdrop) enlarge(dst *image.RGBA) {
	r, grains := dst.Rect, b.dither()
	first, n := r.Min.X/coarse, (r.Dx()+coarse-1)/coarse+1
	nodes := b.nodes[:4*n]
	for y := r.Min.Y; y < r.Max.Y; y++ {
		cy, fy := y/coarse, float32(y%coarse)/coarse
		top := b.light[3*(cy*b.w+first):][:3*n]
		bot := b.light[3*(min(b.h-1, cy+1)*b.w+first):][:3*n]
		for i := range n {
			t, u, n := top[3*i:3*i+3:3*i+3], bot[3*i:3*i+3:3*i+3], nodes[4*i:4*i+4:4*i+4]
			n[0] = int16((t[0] + (u[0]-t[0])*fy) * 128)
			n[1] = int16((t[1] + (u[1]-t[1])*fy) * 128)
			n[2] = int16((t[2] + (u[2]-t[2])*fy) * 128)
		}
		pixel.Blend(dst.Pix[dst.PixOffset(r.Min.X, y):][:4*r.Dx()], nodes, grains[y&127][r.Min.X:])
	}
}

// setArt makes a sharp picture part of the backdrop.
func (b *backdrop) setArt(img *image.RGBA) {
	b.art = img
	b.spans = b.spans[:0]
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		row := img.Pix[img.PixOffset(img.Rect.Min.X, y):][:4*img.Rect.Dx()]
		for x := 0; x < len(row); x += 4 {
			if row[x+3] == 0 {
				continue
			}
			e := x
			for e < len(row) && row[e+3] != 0 {
				e += 4
			}
			b.spans = append(b.spans, run{img.Rect.Min.X + x/4, y, row[x:e]})
			x = e
		}
	}
}

// dry keeps of the art its ink alone: most of a frame of it is clear.
func (b *backdrop) dry() {
	n := 0
	for _, s := range b.spans {
		n += len(s.pix)
	}
	kept := make([]uint8, 0, n)
	for i, s := range b.spans {
		kept = append(kept, s.pix...)
		b.spans[i].pix = kept[len(kept)-len(s.pix):]
	}
	b.art = nil
}

// ink lays the art over the light.
func (b *backdrop) ink(dst *image.RGBA) {
	r := dst.Rect
	for _, s := range b.spans[sort.Search(len(b.spans), func(i int) bool { return b.spans[i].y >= r.Min.Y }):] {
		if s.y >= r.Max.Y {
			break
		}
		x0, x1 := max(s.x, r.Min.X), min(s.x+len(s.pix)/4, r.Max.X)
		if x0 < x1 {
			pixel.Over(dst.Pix[dst.PixOffset(x0, s.y):][:4*(x1-x0)], s.pix[4*(x0-s.x):4*(x1-s.x)], 256)
		}
	}
}
