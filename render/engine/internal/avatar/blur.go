package avatar

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/raster"
)

// blur softens img by a Gaussian of sigma pixels: three box blurs each way.
func blur(img *image.RGBA, sigma float64) {
	if sigma < .3 {
		return
	}
	r := max(1, int(math.Round((math.Sqrt(4*sigma*sigma+1)-1)/2)))
	w, h := img.Rect.Dx(), img.Rect.Dy()
	line := make([]uint8, 4*max(w, h))
	for y := 0; y < h; y++ {
		for range 3 {
			boxBlur(img.Pix[y*img.Stride:], 4, w, r, line)
		}
	}
	for x := 0; x < w; x++ {
		for range 3 {
			boxBlur(img.Pix[4*x:], img.Stride, h, r, line)
		}
	}
}

// boxBlur averages n pixels that lie step bytes apart over 2r+1 neighbours; the
// ends repeat.
func boxBlur(p []uint8, step, n, r int, tmp []uint8) {
	for i := 0; i < n; i++ {
		copy(tmp[4*i:4*i+4], p[i*step:i*step+4])
	}
	var sum [4]int
	at := func(i int) int { return 4 * max(0, min(n-1, i)) }
	for i := -r; i <= r; i++ {
		k := at(i)
		for c := range sum {
			sum[c] += int(tmp[k+c])
		}
	}
	d := 2*r + 1
	for i := 0; i < n; i++ {
		o := i * step
		for c := range sum {
			p[o+c] = uint8((sum[c] + d/2) / d)
		}
		in, out := at(i+r+1), at(i-r)
		for c := range sum {
			sum[c] += int(tmp[in+c]) - int(tmp[out+c])
		}
	}
}

// over lays the premultiplied src on dst where their bounds meet.
func over(dst, src *image.RGBA) {
	b := dst.Rect.Intersect(src.Rect)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		s := src.Pix[src.PixOffset(b.Min.X, y):][:4*b.Dx()]
		d := dst.Pix[dst.PixOffset(b.Min.X, y):][:4*b.Dx()]
		for i := 0; i < len(s); i += 4 {
			if s[i+3] == 0 {
				continue
			}
			k := 255 - uint32(s[i+3])
			for c := 0; c < 4; c++ {
				d[i+c] = uint8(uint32(s[i+c]) + (uint32(d[i+c])*k+127)/255)
			}
		}
	}
}

// within clears what lies outside p.
func within(img *image.RGBA, p *raster.Path) {
	mask := image.NewRGBA(img.Rect)
	raster.NewCanvas(mask).Fill(p, solid(white), 1)
	for i := 3; i < len(img.Pix); i += 4 {
		if a := uint32(mask.Pix[i]); a != 255 {
			for c := i - 3; c <= i; c++ {
				img.Pix[c] = uint8((uint32(img.Pix[c])*a + 127) / 255)
			}
		}
	}
}
