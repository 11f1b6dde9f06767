package avatar

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/raster"
)

// blur softens img by a Gaussian of sigma pixels: three box blurs each way, only
// where something was drawn.
func blur(img *image.RGBA, sigma float64) {
	if sigma < .3 {
		return
	}
	r := max(1, int(math.Round((math.Sqrt(4*sigma*sigma+1)-1)/2)))
	sub := drawn(img, 3*r+1)
	if sub.Empty() {
		return
	}
	w, h := sub.Dx(), sub.Dy()
	view := img.SubImage(sub).(*image.RGBA)
	line := make([]uint8, 4*w)
	for y := 0; y < h; y++ {
		row := view.Pix[y*view.Stride:][:4*w]
		for range 3 {
			boxRow(row, line, r)
		}
	}
	spare := image.NewRGBA(sub)
	boxColumns(spare, view, r)
	boxColumns(view, spare, r)
	boxColumns(spare, view, r)
	for y := 0; y < h; y++ {
		copy(view.Pix[y*view.Stride:][:4*w], spare.Pix[y*spare.Stride:])
	}
}

// drawn is the box of what is not transparent, grown by margin.
func drawn(img *image.RGBA, margin int) image.Rectangle {
	box := image.Rectangle{}
	w := img.Rect.Dx()
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		row := img.Pix[img.PixOffset(img.Rect.Min.X, y):][:4*w]
		lo, hi := 0, w
		for lo < w && row[4*lo+3] == 0 {
			lo++
		}
		if lo == w {
			continue
		}
		for row[4*hi-1] == 0 {
			hi--
		}
		box = box.Union(image.Rect(img.Rect.Min.X+lo, y, img.Rect.Min.X+hi, y+1))
	}
	if box.Empty() {
		return box
	}
	return box.Inset(-margin).Intersect(img.Rect)
}

// boxRow averages each pixel of a row over 2r+1 neighbours; the ends repeat.
func boxRow(p, tmp []uint8, r int) {
	copy(tmp, p)
	n := len(p) / 4
	inv := uint32(1<<24) / uint32(2*r+1)
	at := func(i int) int { return 4 * max(0, min(n-1, i)) }
	var s [4]uint32
	for i := -r; i <= r; i++ {
		k := at(i)
		for c := range s {
			s[c] += uint32(tmp[k+c])
		}
	}
	for i := 0; i < n; i++ {
		in, out := at(i+r+1), at(i-r)
		for c := range s {
			p[4*i+c] = uint8((s[c]*inv + 1<<23) >> 24)
			s[c] += uint32(tmp[in+c]) - uint32(tmp[out+c])
		}
	}
}

// boxColumns is boxRow down the columns of src, into dst, all columns at once.
func boxColumns(dst, src *image.RGBA, r int) {
	w, h := 4*src.Rect.Dx(), src.Rect.Dy()
	inv := uint32(1<<24) / uint32(2*r+1)
	row := func(y int) []uint8 { return src.Pix[max(0, min(h-1, y))*src.Stride:][:w] }
	sum := make([]uint32, w)
	for y := -r; y <= r; y++ {
		for i, v := range row(y) {
			sum[i] += uint32(v)
		}
	}
	for y := 0; y < h; y++ {
		in, out, d := row(y+r+1), row(y-r), dst.Pix[y*dst.Stride:][:w]
		for i := range d {
			s := sum[i]
			d[i] = uint8((s*inv + 1<<23) >> 24)
			sum[i] = s + uint32(in[i]) - uint32(out[i])
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

// sharpen lifts what differs from its surroundings within sigma pixels, by a share: an
// enlarged photo has soft edges. Differences of noise stay as they are.
func sharpen(img *image.RGBA, sigma, share float64) {
	soft := image.NewRGBA(img.Rect)
	copy(soft.Pix, img.Pix)
	blur(soft, sigma)
	for i := range img.Pix {
		weight := float64(soft.Pix[i|3]) // less than 255 at the edge, where nothing lies beyond
		if i&3 == 3 || weight == 0 {
			continue
		}
		d := float64(img.Pix[i]) - float64(soft.Pix[i])*255/weight
		if d > -2 && d < 2 {
			continue
		}
		img.Pix[i] = uint8(max(0, min(255, float64(img.Pix[i])+share*d+.5)))
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
