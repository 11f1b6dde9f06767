package avatar

import (
	"encoding/binary"
	"image"
	"math"

	"gitops.video/render/render/engine/internal/pixel"
	"gitops.video/render/render/engine/internal/raster"
)

// baked is one drawing of a part: pixels and the map from mh to them.
type baked struct {
	img  *image.RGBA
	m    raster.Affine
	full []bool // for each cell of cellSize pixels: is anything drawn in it
}

// cellSize is the side of the squares by which resampling skips emptiness.
const cellSize = 16

func newBaked(img *image.RGBA, m raster.Affine) *baked {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	cols := w/cellSize + 1
	b := &baked{img, m, make([]bool, cols*(h/cellSize+1))}
	for y := 0; y < h; y++ {
		row := img.Pix[y*img.Stride:][:4*w]
		cells := b.full[y/cellSize*cols:]
		for x := 0; x < w; x++ {
			if row[4*x+3] != 0 {
				cells[x/cellSize] = true
				x |= cellSize - 1 // on to the next cell
			}
		}
	}
	return b
}

// bake draws into the box (mh) at scale pixels a mh and crops to what was drawn.
func bake(x0, y0, x1, y1, scale float64, draw func(g *pen)) *baked {
	w, h := int(math.Ceil((x1-x0)*scale))+2, int(math.Ceil((y1-y0)*scale))+2
	if w < 3 || h < 3 {
		return newBaked(image.NewRGBA(image.Rect(0, 0, 1, 1)), raster.Identity)
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	m := raster.Affine{A: scale, D: scale, E: 1 - x0*scale, F: 1 - y0*scale}
	draw(newPen(img, m))
	return cropped(img, m)
}

// cropped cuts transparent margins, keeping one clear pixel all round for the filter.
func cropped(img *image.RGBA, m raster.Affine) *baked {
	r := img.Rect
	w, h := r.Dx(), r.Dy()
	top, bottom, left, right := h, -1, w, -1
	for y := 0; y < h; y++ {
		row := img.Pix[y*img.Stride:][:4*w]
		for x := 0; x < w; x++ {
			if row[4*x+3] != 0 {
				top, bottom = min(top, y), y
				left, right = min(left, x), max(right, x)
			}
		}
	}
	if bottom < 0 {
		return newBaked(image.NewRGBA(image.Rect(0, 0, 1, 1)), m)
	}
	out := image.NewRGBA(image.Rect(0, 0, right-left+3, bottom-top+3))
	for y := top; y <= bottom; y++ {
		copy(out.Pix[(y-top+1)*out.Stride+4:], img.Pix[y*img.Stride+4*left:][:4*(right-left+1)])
	}
	m.E, m.F = m.E-float64(left)+1, m.F-float64(top)+1
	return newBaked(out, m)
}

// spread puts the four channels into the four 16-bit lanes of a word.
func spread(p uint32) uint64 {
	return uint64(p&0x00ff00ff) | uint64(p>>8&0x00ff00ff)<<32
}

func gather(v uint64) uint32 {
	return uint32(v)&0x00ff00ff | uint32(v>>32)&0x00ff00ff<<8
}

// place resamples b through a (mh to frame pixels) into a picture whose bounds lie
// in the frame, clipped to window. It returns nil when nothing shows. The picture's
// memory is pix, or larger memory that pix then is.
func (b *baked) place(a raster.Affine, window image.Rectangle, pix *[]uint8) *image.RGBA {
	inv, ok := a.Invert()
	if !ok {
		return nil
	}
	toSrc := b.m.Mul(inv)
	toDst, ok := toSrc.Invert()
	if !ok {
		return nil
	}
	w, h := b.img.Rect.Dx(), b.img.Rect.Dy()
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range [4]raster.Pt{{X: 0, Y: 0}, {X: float64(w), Y: 0}, {X: 0, Y: float64(h)}, {X: float64(w), Y: float64(h)}} {
		c = toDst.Apply(c)
		x0, y0, x1, y1 = min(x0, c.X), min(y0, c.Y), max(x1, c.X), max(y1, c.Y)
	}
	box := image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1))).Intersect(window)
	if box.Empty() {
		return nil
	}
	if n := 4 * box.Dx() * box.Dy(); cap(*pix) < n {
		*pix = make([]uint8, n+n/16) // it moves on, and so covers some pixels more or less
	}
	out := &image.RGBA{Pix: (*pix)[:4*box.Dx()*box.Dy()], Stride: 4 * box.Dx(), Rect: box}
	src, stride := b.img.Pix, b.img.Stride
	const one = 1 << 16
	dux, duy := int64(math.Round(toSrc.A*one)), int64(math.Round(toSrc.B*one))
	for y := box.Min.Y; y < box.Max.Y; y++ {
		p := toSrc.Apply(raster.Pt{X: float64(box.Min.X) + .5, Y: float64(y) + .5})
		u, v := int64(math.Round((p.X-.5)*one)), int64(math.Round((p.Y-.5)*one))
		lo, hi := inside(u, dux, int64(w-1)*one, box.Dx())
		l2, h2 := inside(v, duy, int64(h-1)*one, box.Dx())
		lo, hi = max(lo, l2), min(hi, h2)
		u, v = u+int64(lo)*dux, v+int64(lo)*duy
		dst := out.Pix[(y-box.Min.Y)*out.Stride:][:out.Stride]
		done := 0 // bytes of the row
		for x := lo; x < hi; {
			// A run of cells that hold something, then one of empty ones.
			end := x
			for end < hi {
				n := int64(min(cellSize, hi-end))
				at := int64(end - lo)
				if b.empty(u+at*dux, v+at*duy, u+(at+n)*dux, v+(at+n)*duy) {
					break
				}
				end += int(n)
			}
			if end > x {
				at := int64(x - lo)
				clear(dst[done : 4*x])
				pixel.Affine(dst[4*x:4*end], src, stride, u+at*dux, v+at*duy, dux, duy)
				done = 4 * end
			}
			x = end + cellSize
		}
		clear(dst[done:])
	}
	return out
}

// empty says whether nothing is drawn around the way from (u0, v0) to (u1, v1),
// source pixels in 16.16.
func (b *baked) empty(u0, v0, u1, v1 int64) bool {
	const shift = 20 // a cell is 16 pixels of 16 bits
	cols, rows := int64(b.img.Rect.Dx()/cellSize+1), int64(b.img.Rect.Dy()/cellSize+1)
	const px = 1 << 16
	x0, x1 := max(0, min(u0, u1)>>shift), min(cols-1, (max(u0, u1)+px)>>shift)
	y0, y1 := max(0, min(v0, v1)>>shift), min(rows-1, (max(v0, v1)+px)>>shift)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			if b.full[y*cols+x] {
				return false
			}
		}
	}
	return true
}

// inside is the range of steps i in [0, n) for which 0 <= u+i·d < limit.
func inside(u, d, limit int64, n int) (lo, hi int) {
	lo, hi = 0, n
	ceilDiv := func(a, b int64) int64 { return (a + b - 1) / b } // a, b > 0
	switch {
	case d == 0:
		if u < 0 || u >= limit {
			return 0, 0
		}
	case d > 0:
		if u < 0 {
			lo = int(ceilDiv(-u, d))
		}
		if u < limit {
			hi = min(n, int(ceilDiv(limit-u, d)))
		} else {
			hi = 0
		}
	default:
		if u >= limit {
			lo = int((u-limit)/-d) + 1
		}
		if u >= 0 {
			hi = min(n, int(u/-d)+1)
		} else {
			hi = 0
		}
	}
	return min(lo, n), hi
}

// drop is b with the jaw hanging by j: rows below the nose move down, the chin
// most, as [jawShift] says.
func (b *baked) drop(j float64) *baked {
	if math.Abs(j) < .01 {
		return b
	}
	w, h := b.img.Rect.Dx(), b.img.Rect.Dy()
	rows := h + max(0, int(math.Ceil(j*b.m.D)))
	out := image.NewRGBA(image.Rect(0, 0, w, rows))
	for r := 0; r < rows; r++ {
		want := (float64(r) + .5 - b.m.F) / b.m.D
		y := want
		for range 8 { // fixed point: the shift is a contraction for our jaws
			y = want - jawShift(y, j)
		}
		s := y*b.m.D + b.m.F - .5
		k := int(math.Floor(s))
		f := uint64((s - float64(k)) * 256)
		if k < 0 || k+1 >= h {
			continue
		}
		a0, a1 := b.img.Pix[k*b.img.Stride:][:4*w], b.img.Pix[(k+1)*b.img.Stride:][:4*w]
		dst := out.Pix[r*out.Stride:][:4*w]
		if f == 0 {
			copy(dst, a0)
			continue
		}
		for x := 0; x < 4*w; x += 4 {
			p, q := binary.LittleEndian.Uint32(a0[x:]), binary.LittleEndian.Uint32(a1[x:])
			if p|q == 0 {
				continue
			}
			sum := spread(p)*(256-f) + spread(q)*f + 0x0080008000800080
			binary.LittleEndian.PutUint32(dst[x:], gather(sum>>8&0x00ff00ff00ff00ff))
		}
	}
	return newBaked(out, b.m)
}
