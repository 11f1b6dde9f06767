// Package transition joins the end of one scene to the start of the next: each
// kind is a pure function of the two pictures and the progress between them.
package transition

import (
	"image"
	"image/color"
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/pixel"
)

// Spec is one transition.
type Spec struct {
	Kind string     // a name of [Kinds]
	Ink  color.RGBA // the dark stage colour, for fades
	Unit float64    // 1 u in pixels: the frame's short side / 100
	Seed uint64
}

type drawFunc func(dst, a, b *image.RGBA, p float64, s Spec)

var kinds = map[string]struct {
	draw    drawFunc
	seconds float64 // default length
}{
	"push":     {push, .45},
	"cellwipe": {cellWipe, .6},
	"gridwipe": {gridWipe, .55},
	"dissolve": {dissolve, .5},
	"liquid":   {liquid, .7},
	"smash":    {smash, 2. / 30},
	"flash":    {flash, .3},
	"pop":      {pop, .4},
	"iris":     {iris, .6},
	"fade":     {fade, .7},
	"stripes":  {stripes, .55},
}

// Kinds lists the names that draw something; "cut" is none of them.
func Kinds() []string {
	out := make([]string, 0, len(kinds))
	for k := range kinds {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Seconds is how long a transition takes: 0 for a cut and for unknown names, the
// kind's own length when want is 0, else want held to 0.1–1.2 s.
func Seconds(kind string, want float64) float64 {
	k, ok := kinds[kind]
	if !ok {
		return 0
	}
	if want <= 0 {
		return k.seconds
	}
	return min(1.2, max(.1, want))
}

// Draw puts the picture at progress p (0–1) between a and b into dst. The three
// have the same bounds, and dst is neither a nor b.
func Draw(dst, a, b *image.RGBA, p float64, s Spec) {
	k, ok := kinds[s.Kind]
	if !ok || p >= 1 {
		copy(dst.Pix, b.Pix)
		return
	}
	k.draw(dst, a, b, min(1, max(0, p)), s)
}

func outQuint(t float64) float64 { return 1 - math.Pow(1-t, 5) }
func inOut(t float64) float64    { return t * t * (3 - 2*t) }
func outBack(t float64) float64  { u := t - 1; return 1 + 2.2*u*u*u + 1.2*u*u }

func row(img *image.RGBA, y int) []uint8 {
	w := img.Rect.Dx()
	return img.Pix[y*img.Stride:][: 4*w : 4*w]
}

// shifted copies src moved right by dx pixels; what comes in from outside mirrors the edge.
func shifted(dst, src []uint8, dx int) {
	w := len(src) / 4
	dx = min(max(dx, 1-w), w-1)
	if dx >= 0 {
		copy(dst[4*dx:], src[:4*(w-dx)])
		for x := range dx {
			copy(dst[4*(dx-1-x):4*(dx-x)], src[4*x:4*x+4])
		}
		return
	}
	copy(dst, src[-4*dx:])
	for x := range -dx {
		copy(dst[4*(w+dx+x):4*(w+dx+x)+4], src[4*(w-1-x):4*(w-1-x)+4])
	}
}

// push slides the old picture 10 u out and the new one 10 u in, crossing over.
func push(dst, a, b *image.RGBA, p float64, s Spec) {
	in := outQuint(p)
	da, db := int(-10*s.Unit*in), int(10*s.Unit*(1-in))
	k := uint32(256 * inOut(min(1, p/.6)))
	ra, rb := make([]uint8, a.Stride), make([]uint8, a.Stride)
	for y := range dst.Rect.Dy() {
		shifted(ra, row(a, y), da)
		shifted(rb, row(b, y), db)
		pixel.Mix(row(dst, y), ra, rb, k)
	}
}

func dissolve(dst, a, b *image.RGBA, p float64, _ Spec) {
	pixel.Mix(dst.Pix, a.Pix, b.Pix, uint32(256*inOut(p)))
}

// fade goes through the dark stage colour.
func fade(dst, a, b *image.RGBA, p float64, s Spec) {
	src, k := a, inOut(1-2*p)
	if p > .5 {
		src, k = b, inOut(2*p-1)
	}
	through(dst, src, s.Ink, k)
}

func flash(dst, a, b *image.RGBA, p float64, _ Spec) {
	src, k := a, 1-p/.25
	if p >= .25 {
		src, k = b, inOut((p-.25)/.75)
	}
	through(dst, src, color.RGBA{255, 255, 255, 255}, max(0, k))
}

// through mixes src with one colour; k is src's share.
func through(dst, src *image.RGBA, c color.RGBA, k float64) {
	one := make([]uint8, src.Stride)
	for i := 0; i+3 < len(one); i += 4 {
		one[i], one[i+1], one[i+2], one[i+3] = c.R, c.G, c.B, 255
	}
	for y := range dst.Rect.Dy() {
		pixel.Mix(row(dst, y), one[:4*dst.Rect.Dx()], row(src, y), uint32(256*k))
	}
}

// smash is a hard cut with a short punch in.
func smash(dst, _, b *image.RGBA, p float64, _ Spec) { zoom(dst, b, 1.04-.04*p, 256, b) }

// pop brings the new picture up from 60 % with a small overshoot, while the old one dims.
func pop(dst, a, b *image.RGBA, p float64, s Spec) {
	through(dst, a, s.Ink, 1-.4*min(1, 2.5*p))
	zoom(dst, b, .6+.4*outBack(p), uint32(256*min(1, p/.18)), dst)
}

// zoom draws src scaled about the centre at an opacity of k/256 over under.
func zoom(dst, src *image.RGBA, scale float64, k uint32, under *image.RGBA) {
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	cx, cy := float64(w)/2, float64(h)/2
	const one = 1 << 16
	step := int(one / scale)
	for y := range h {
		d := row(dst, y)
		copy(d, row(under, y))
		v := (float64(y)+.5-cy)/scale + cy - .5
		y0 := int(math.Floor(v))
		if y0 < 0 || y0+1 >= h {
			continue
		}
		fy := uint32((v - float64(y0)) * 256)
		r0, r1 := row(src, y0), row(src, y0+1)
		u := int(((.5-cx)/scale + cx - .5) * one)
		for x := range w {
			x0 := u >> 16
			if x0 >= 0 && x0+1 < w {
				fx := uint32(u >> 8 & 255)
				o := 4 * x0
				for c := range 3 {
					top := uint32(r0[o+c])*(256-fx) + uint32(r0[o+4+c])*fx
					bot := uint32(r1[o+c])*(256-fx) + uint32(r1[o+4+c])*fx
					px := (top*(256-fy) + bot*fy) >> 16
					d[4*x+c] = uint8((uint32(d[4*x+c])*(256-k) + px*k) >> 8)
				}
			}
			u += step
		}
	}
}

// iris opens a circle from the centre.
func iris(dst, a, b *image.RGBA, p float64, _ Spec) {
	w, h := float64(dst.Rect.Dx()), float64(dst.Rect.Dy())
	r := math.Hypot(w, h) / 2 * inOut(p)
	for y := range dst.Rect.Dy() {
		d := row(dst, y)
		copy(d, row(a, y))
		dy := float64(y) + .5 - h/2
		if math.Abs(dy) >= r {
			continue
		}
		half := math.Sqrt(r*r - dy*dy)
		x0, x1 := max(0, int(w/2-half)), min(int(w), int(w/2+half)+1)
		copy(d[4*x0:4*x1], row(b, y)[4*x0:4*x1])
		for _, x := range [2]int{x0, x1 - 1} { // soften the rim by its coverage
			if x > 0 && x < int(w)-1 {
				k := uint32(256 * min(1, max(0, half-math.Abs(float64(x)+.5-w/2)+.5)))
				pixel.Mix(d[4*x:4*x+4], row(a, y)[4*x:4*x+4], row(b, y)[4*x:4*x+4], k)
			}
		}
	}
}

// cellWipe flips motif cells (6 × 8 u, gap 1.8) to the new picture along a diagonal.
func cellWipe(dst, a, b *image.RGBA, p float64, s Spec) {
	cells(dst, a, b, p, 7.8*s.Unit, 9.8*s.Unit, .35, s.Seed)
}

// gridWipe uncovers square tiles, row by row.
func gridWipe(dst, a, b *image.RGBA, p float64, s Spec) {
	cells(dst, a, b, p, 12.5*s.Unit, 12.5*s.Unit, 0, s.Seed)
}

func cells(dst, a, b *image.RGBA, p, cw, ch, jitter float64, seed uint64) {
	copy(dst.Pix, a.Pix)
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	nx, ny := int(float64(w)/cw)+1, int(float64(h)/ch)+1
	for j := range ny {
		for i := range nx {
			at := .6 * (float64(i)/float64(nx)*.7 + float64(j)/float64(ny)*.3)
			at += jitter * .25 * noise(seed, i, j)
			k := outQuint(min(1, max(0, (p-at)/.32)))
			if p > .97 {
				k = 1
			}
			if k <= 0 {
				continue
			}
			mx, my := (float64(i)+.5)*cw, (float64(j)+.5)*ch
			r := image.Rect(int(mx-cw/2*k), int(my-ch/2*k), int(math.Ceil(mx+cw/2*k)), int(math.Ceil(my+ch/2*k))).Intersect(dst.Rect)
			for y := r.Min.Y; y < r.Max.Y; y++ {
				copy(row(dst, y)[4*r.Min.X:4*r.Max.X], row(b, y)[4*r.Min.X:4*r.Max.X])
			}
		}
	}
}

// stripes wipes in slanted bars.
func stripes(dst, a, b *image.RGBA, p float64, s Spec) {
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	pitch := 18 * s.Unit
	for y := range h {
		d := row(dst, y)
		copy(d, row(a, y))
		for x0 := -float64(h) * .5; x0 < float64(w); x0 += pitch {
			lag := .4 * (x0 + float64(h)*.5) / (float64(w) + float64(h)*.5)
			k := inOut(min(1, max(0, (p-lag)/.6)))
			l := x0 + float64(h-y)*.5
			x, x1 := max(0, int(l)), min(w, int(math.Ceil(l+pitch*k)))
			if x < x1 && k > 0 {
				copy(d[4*x:4*x1], row(b, y)[4*x:4*x1])
			}
		}
	}
}

// liquid lets the new picture well up in pools with a soft, bright rim that bends
// the old one.
func liquid(dst, a, b *image.RGBA, p float64, s Spec) {
	const step = 16
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	nx, ny := w/step+2, h/step+2
	field := make([]float64, nx*ny) // how far the new picture has come, 0–1
	cell := 30 * s.Unit
	for j := range ny {
		for i := range nx {
			x, y := float64(i*step)/cell, float64(j*step)/cell
			dx := smoothNoise(s.Seed+1, 1.3*x, 1.3*y) - .5
			dy := smoothNoise(s.Seed+2, 1.3*x, 1.3*y) - .5
			n := .7*smoothNoise(s.Seed, x+1.6*dx, y+1.6*dy) + .3*smoothNoise(s.Seed+3, 2.1*x+dy, 2.1*y+dx)
			n = min(1, max(0, (n-.2)/.6))
			field[j*nx+i] = min(1, max(0, (p*1.25-n)/.25))
		}
	}
	bend := 2.2 * s.Unit
	for y := range h {
		ra, rb, d := row(a, y), row(b, y), row(dst, y)
		j, fy := y/step, float64(y%step)/step
		for i := range nx - 1 {
			x0, x1 := i*step, min(w, (i+1)*step)
			if x0 >= x1 {
				break
			}
			l := field[j*nx+i]*(1-fy) + field[(j+1)*nx+i]*fy
			r := field[j*nx+i+1]*(1-fy) + field[(j+1)*nx+i+1]*fy
			switch {
			case l <= 0 && r <= 0:
				copy(d[4*x0:4*x1], ra[4*x0:4*x1])
				continue
			case l >= 1 && r >= 1:
				copy(d[4*x0:4*x1], rb[4*x0:4*x1])
				continue
			}
			for x := x0; x < x1; x++ {
				v := l + (r-l)*float64(x-x0)/step
				e := inOut(v)
				rim := 4 * v * (1 - v)
				k, light := uint32(256*e), uint32(20*rim*rim*(1-p))
				sx := 4 * min(w-1, max(0, x+int(bend*rim)))
				for c := range 3 {
					px := (uint32(ra[sx+c])*(256-k)+uint32(rb[4*x+c])*k)>>8 + light
					d[4*x+c] = uint8(min(255, px))
				}
				d[4*x+3] = 255
			}
		}
	}
}

// noise is a hash of the cell, 0–1.
func noise(seed uint64, x, y int) float64 {
	h := seed ^ uint64(x)*0x9E3779B97F4A7C15 ^ uint64(y)*0xC2B2AE3D27D4EB4F
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	return float64(h>>11) / (1 << 53)
}

func smoothNoise(seed uint64, x, y float64) float64 {
	x0, y0 := math.Floor(x), math.Floor(y)
	fx, fy := inOut(x-x0), inOut(y-y0)
	i, j := int(x0), int(y0)
	top := noise(seed, i, j)*(1-fx) + noise(seed, i+1, j)*fx
	bot := noise(seed, i, j+1)*(1-fx) + noise(seed, i+1, j+1)*fx
	return top*(1-fy) + bot*fy
}
