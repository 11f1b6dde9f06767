package transition

import (
	"image"
	"image/color"
	"math"

	"gitops.video/render/render/engine/internal/pixel"
)

func outQuint(t float64) float64 { return 1 - math.Pow(1-t, 5) }
func inOut(t float64) float64    { return t * t * (3 - 2*t) }
func outBack(t float64) float64  { u := t - 1; return 1 + 2.2*u*u*u + 1.2*u*u }

// push slides the old picture 10 u out and the new one 10 u in, crossing over.
func push(pl plane, p float64, s Spec) {
	in := outQuint(p)
	da, db := pl.samples(-10*s.Unit*in), pl.samples(10*s.Unit*(1-in))
	k := uint32(256 * inOut(min(1, p/.6)))
	ra, rb := make([]uint8, pl.w), make([]uint8, pl.w)
	for y := range pl.h {
		shifted(ra, pl.row(pl.a, y), da)
		shifted(rb, pl.row(pl.b, y), db)
		pixel.Mix(pl.row(pl.dst, y), ra, rb, k)
	}
}

func dissolve(pl plane, p float64, _ Spec) { pixel.Mix(pl.dst, pl.a, pl.b, uint32(256*inOut(p))) }

// fade goes through the dark stage colour.
func fade(pl plane, p float64, s Spec) {
	src, k := pl.a, inOut(1-2*p)
	if p > .5 {
		src, k = pl.b, inOut(2*p-1)
	}
	pl.through(src, s.Ink, k)
}

func flash(pl plane, p float64, _ Spec) {
	src, k := pl.a, 1-p/.25
	if p >= .25 {
		src, k = pl.b, inOut((p-.25)/.75)
	}
	pl.through(src, color.RGBA{255, 255, 255, 255}, max(0, k))
}

// smash is a hard cut with a short punch in.
func smash(pl plane, p float64, _ Spec) {
	copy(pl.dst, pl.b)
	pl.zoom(pl.b, 1.04-.04*p, 256)
}

// pop brings the new picture up from 60 % with a small overshoot, while the old one dims.
func pop(pl plane, p float64, s Spec) {
	pl.through(pl.a, s.Ink, 1-.4*min(1, 2.5*p))
	pl.zoom(pl.b, .6+.4*outBack(p), uint32(256*min(1, p/.18)))
}

// iris opens a circle from the centre.
func iris(pl plane, p float64, _ Spec) {
	w, h := float64(pl.w), float64(pl.h)
	r := math.Hypot(w, h) / 2 * inOut(p)
	for y := range pl.h {
		a, b, d := pl.row(pl.a, y), pl.row(pl.b, y), pl.row(pl.dst, y)
		copy(d, a)
		dy := float64(y) + .5 - h/2
		if math.Abs(dy) >= r {
			continue
		}
		half := math.Sqrt(r*r - dy*dy)
		x0, x1 := max(0, int(w/2-half)), min(pl.w, int(w/2+half)+1)
		copy(d[x0:x1], b[x0:x1])
		for _, x := range [2]int{x0, x1 - 1} { // soften the rim by its coverage
			if x > 0 && x < pl.w-1 {
				k := uint32(256 * min(1, max(0, half-math.Abs(float64(x)+.5-w/2)+.5)))
				pixel.Mix(d[x:x+1], a[x:x+1], b[x:x+1], k)
			}
		}
	}
}

// cellWipe flips motif cells (6 × 8 u, gap 1.8) to the new picture along a diagonal.
func cellWipe(pl plane, p float64, s Spec) { cells(pl, p, 7.8*s.Unit, 9.8*s.Unit, .35, s.Seed) }

// gridWipe uncovers square tiles, row by row.
func gridWipe(pl plane, p float64, s Spec) { cells(pl, p, 12.5*s.Unit, 12.5*s.Unit, 0, s.Seed) }

func cells(pl plane, p, cw, ch, jitter float64, seed uint64) {
	copy(pl.dst, pl.a)
	nx, ny := int(float64(pl.w*pl.step)/cw)+1, int(float64(pl.h*pl.step)/ch)+1
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
			r := image.Rect(pl.samples(mx-cw/2*k), pl.samples(my-ch/2*k), pl.samples(mx+cw/2*k+2), pl.samples(my+ch/2*k+2)).
				Intersect(image.Rect(0, 0, pl.w, pl.h))
			for y := r.Min.Y; y < r.Max.Y; y++ {
				copy(pl.row(pl.dst, y)[r.Min.X:r.Max.X], pl.row(pl.b, y)[r.Min.X:r.Max.X])
			}
		}
	}
}

// stripes wipes in slanted bars.
func stripes(pl plane, p float64, s Spec) {
	w, h := float64(pl.w*pl.step), float64(pl.h*pl.step)
	pitch := 18 * s.Unit
	for y := range pl.h {
		b, d := pl.row(pl.b, y), pl.row(pl.dst, y)
		copy(d, pl.row(pl.a, y))
		for x0 := -h * .5; x0 < w; x0 += pitch {
			lag := .4 * (x0 + h*.5) / (w + h*.5)
			k := inOut(min(1, max(0, (p-lag)/.6)))
			l := x0 + (h-float64(y/(2/pl.step)*2))*.5
			x, x1 := max(0, pl.samples(l)), min(pl.w, pl.samples(l+pitch*k+1))
			if x < x1 && k > 0 {
				copy(d[x:x1], b[x:x1])
			}
		}
	}
}

// liquid lets the new picture well up in pools with a soft, bright rim that bends
// the old one.
func liquid(pl plane, p float64, s Spec) {
	step := 16 / pl.step // of the field, in samples
	nx, ny := pl.w/step+2, pl.h/step+2
	field := make([]float64, nx*ny) // how far the new picture has come, 0–1
	cell := 30 * s.Unit
	for j := range ny {
		for i := range nx {
			x, y := float64(i*16)/cell, float64(j*16)/cell
			dx := smoothNoise(s.Seed+1, 1.3*x, 1.3*y) - .5
			dy := smoothNoise(s.Seed+2, 1.3*x, 1.3*y) - .5
			n := .7*smoothNoise(s.Seed, x+1.6*dx, y+1.6*dy) + .3*smoothNoise(s.Seed+3, 2.1*x+dy, 2.1*y+dx)
			n = min(1, max(0, (n-.2)/.6))
			field[j*nx+i] = min(1, max(0, (p*1.25-n)/.25))
		}
	}
	bend, bright := 2.2*s.Unit/float64(pl.step), 20*(1-p)*219/255
	if pl.name != 0 {
		bright = 0
	}
	for y := range pl.h {
		ra, rb, d := pl.row(pl.a, y), pl.row(pl.b, y), pl.row(pl.dst, y)
		j, fy := y/step, float64(y%step)/float64(step)
		for i := range nx - 1 {
			x0, x1 := i*step, min(pl.w, (i+1)*step)
			if x0 >= x1 {
				break
			}
			l := field[j*nx+i]*(1-fy) + field[(j+1)*nx+i]*fy
			r := field[j*nx+i+1]*(1-fy) + field[(j+1)*nx+i+1]*fy
			switch {
			case l <= 0 && r <= 0:
				copy(d[x0:x1], ra[x0:x1])
				continue
			case l >= 1 && r >= 1:
				copy(d[x0:x1], rb[x0:x1])
				continue
			}
			for x := x0; x < x1; x++ {
				v := l + (r-l)*float64(x-x0)/float64(step)
				rim := 4 * v * (1 - v)
				k, light := uint32(256*inOut(v)), uint32(bright*rim*rim)
				from := uint32(ra[min(pl.w-1, x+int(bend*rim))])
				d[x] = uint8(min(255, (from*(256-k)+uint32(rb[x])*k)>>8+light))
			}
		}
	}
}
