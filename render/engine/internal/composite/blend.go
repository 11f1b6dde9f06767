package composite

import (
	"encoding/binary"
	"image"
	"math"

	"gitops.video/render/render/engine/internal/pixel"
	"gitops.video/render/render/engine/internal/scene"
)

// blit draws one pose into dst within r. Poses that only move take fast paths, by
// whole pixels the fastest; the rest is sampled bilinearly. line is scratch space
// for one row.
func blit(dst *image.RGBA, p scene.Pose, r image.Rectangle, line []uint8) {
	r = r.Intersect(bounds(p)).Intersect(dst.Rect)
	if r.Empty() {
		return
	}
	alpha := uint32(math.Round(min(1, p.Alpha) * 256))
	if alpha == 0 {
		return
	}
	if p.Mask != nil {
		r = r.Intersect(p.Mask.Img.Rect)
	}
	src := p.Sprite.Img
	fx, fy, whole := wholePixels(p)
	moved := p.Rotate == 0 && p.Scale == 1
	if !moved {
		sampled(dst, p, r, alpha)
		return
	}
	var sub subPixel
	if !whole {
		sub = newSubPixel(p)
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		d := dst.Pix[dst.PixOffset(r.Min.X, y):][: 4*r.Dx() : 4*r.Dx()]
		var s []uint8
		if whole {
			s = src.Pix[src.PixOffset(r.Min.X-fx, y-fy):][: 4*r.Dx() : 4*r.Dx()]
		} else if s = sub.row(src, r, y, line); s == nil {
			continue
		}
		switch {
		case p.Mask != nil:
			m := p.Mask.Img.Pix[p.Mask.Img.PixOffset(r.Min.X, y):][: 4*r.Dx() : 4*r.Dx()]
			maskedRow(d, s, m, alpha, p.Add)
		case p.Add:
			addRow(d, s, alpha)
		case p.Sprite.Opaque && whole && alpha == 256:
			copy(d, s)
		default:
			pixel.Over(d, s, alpha)
		}
	}
}

// subPixel resamples rows of a sprite that is moved by a fraction of a pixel.
type subPixel struct {
	x, y   int    // frame position of the sprite's origin, floored
	fx, fy uint32 // how far the samples lie towards the next pixel, of 256
}

func newSubPixel(p scene.Pose) subPixel {
	// Frame pixel X shows sprite position X − p.X = X − floor(p.X) − f: between the
	// pixels X−floor−1 and X−floor, 1−f of the way.
	x, y := math.Floor(p.X), math.Floor(p.Y)
	return subPixel{int(x) + 1, int(y) + 1, 256 - uint32((p.X-x)*256), 256 - uint32((p.Y-y)*256)}
}

// row is the sprite's part of frame row y within r, in line; nil where there is nothing.
func (s subPixel) row(src *image.RGBA, r image.Rectangle, y int, line []uint8) []uint8 {
	n := 4 * r.Dx()
	out, edge := line[:n:n], line[n:]
	top, ok1 := padded(src, r.Min.X-s.x, y-s.y, r.Dx()+1, edge)
	bottom, ok2 := padded(src, r.Min.X-s.x, y-s.y+1, r.Dx()+1, edge[n+4:])
	if !ok1 && !ok2 {
		return nil
	}
	pixel.Shift(out, top, bottom, s.fx, s.fy)
	return out
}

// padded is n pixels of a row from x on, with transparent ones outside the sprite;
// it copies into buf only where the row leaves the sprite.
func padded(src *image.RGBA, x, y, n int, buf []uint8) (row []uint8, ok bool) {
	in := src.Rect
	if y >= in.Min.Y && y < in.Max.Y && x >= in.Min.X && x+n <= in.Max.X {
		return src.Pix[src.PixOffset(x, y):][: 4*n : 4*n], true
	}
	row = buf[: 4*n : 4*n]
	clear(row)
	x0, x1 := max(x, in.Min.X), min(x+n, in.Max.X)
	if y < in.Min.Y || y >= in.Max.Y || x0 >= x1 {
		return row, false
	}
	copy(row[4*(x0-x):], src.Pix[src.PixOffset(x0, y):][:4*(x1-x0)])
	return row, true
}

func maskedRow(d, s, m []uint8, alpha uint32, add bool) {
	for i := 0; i+3 < len(s); i += 4 {
		a := uint32(m[i+3])
		v := binary.LittleEndian.Uint32(s[i:])
		if a == 0 || v == 0 {
			continue
		}
		v = pixel.Fade(v, alpha*(a+a>>7)>>8)
		if add {
			putAdd(d[i:i+4:i+4], v)
		} else {
			binary.LittleEndian.PutUint32(d[i:], pixel.OverOne(binary.LittleEndian.Uint32(d[i:]), v))
		}
	}
}

func addRow(d, s []uint8, alpha uint32) {
	for i := 0; i+3 < len(s); i += 4 {
		if v := binary.LittleEndian.Uint32(s[i:]); v != 0 {
			putAdd(d[i:i+4:i+4], pixel.Fade(v, alpha))
		}
	}
}

// putAdd adds light and saturates; the frame stays opaque.
func putAdd(d []uint8, v uint32) {
	d[0] = uint8(min(255, uint32(d[0])+v&255))
	d[1] = uint8(min(255, uint32(d[1])+v>>8&255))
	d[2] = uint8(min(255, uint32(d[2])+v>>16&255))
	d[3] = uint8(min(255, uint32(d[3])+v>>24))
}

// sampled draws through the inverse of the pose's transform with bilinear weights
// of 1/256; samples outside the sprite are transparent, so edges stay smooth.
func sampled(dst *image.RGBA, p scene.Pose, r image.Rectangle, alpha uint32) {
	inv, ok := transform(p).Invert()
	if !ok {
		return
	}
	src := p.Sprite.Img
	w, h := src.Rect.Dx(), src.Rect.Dy()
	const one = 1 << 16
	dux, duy := int(math.Round(inv.A*one)), int(math.Round(inv.B*one))
	// Steps are counted from the sprite's own edge, not from the area's: a pixel must not
	// depend on how much around it is drawn again.
	left := bounds(p).Min.X
	for y := r.Min.Y; y < r.Max.Y; y++ {
		fx, fy := float64(left)+.5, float64(y)+.5
		u := int(math.Round((inv.A*fx+inv.C*fy+inv.E-.5-float64(src.Rect.Min.X))*one)) + 128 + (r.Min.X-left)*dux
		v := int(math.Round((inv.B*fx+inv.D*fy+inv.F-.5-float64(src.Rect.Min.Y))*one)) + 128 + (r.Min.X-left)*duy
		d := dst.Pix[dst.PixOffset(r.Min.X, y):][: 4*r.Dx() : 4*r.Dx()]
		var m []uint8
		if p.Mask != nil {
			m = p.Mask.Img.Pix[p.Mask.Img.PixOffset(r.Min.X, y):][:4*r.Dx()]
		}
		for i := 0; i < len(d); i, u, v = i+4, u+dux, v+duy {
			x0, y0 := u>>16, v>>16
			if x0 < -1 || y0 < -1 || x0 >= w || y0 >= h {
				continue
			}
			k := alpha
			if m != nil {
				a := uint32(m[i+3])
				if a == 0 {
					continue
				}
				k = alpha * (a + a>>7) >> 8
			}
			px := bilinear(src.Pix, src.Stride, w, h, x0, y0, uint32(u>>8&255), uint32(v>>8&255))
			if px == 0 {
				continue
			}
			if k < 256 {
				px = pixel.Fade(px, k)
			}
			if p.Add {
				putAdd(d[i:i+4:i+4], px)
			} else {
				binary.LittleEndian.PutUint32(d[i:], pixel.OverOne(binary.LittleEndian.Uint32(d[i:]), px))
			}
		}
	}
}

func bilinear(pix []uint8, stride, w, h, x, y int, fx, fy uint32) uint32 {
	var a, b, c, d uint32
	if x >= 0 && y >= 0 && x+1 < w && y+1 < h {
		o := y*stride + 4*x
		q := pix[o : o+stride+8]
		a, b = binary.LittleEndian.Uint32(q), binary.LittleEndian.Uint32(q[4:])
		c, d = binary.LittleEndian.Uint32(q[stride:]), binary.LittleEndian.Uint32(q[stride+4:])
	} else {
		at := func(x, y int) uint32 {
			if x < 0 || y < 0 || x >= w || y >= h {
				return 0
			}
			return binary.LittleEndian.Uint32(pix[y*stride+4*x:])
		}
		a, b, c, d = at(x, y), at(x+1, y), at(x, y+1), at(x+1, y+1)
	}
	if a|b|c|d == 0 {
		return 0
	}
	if a == b && c == d && a == c {
		return a
	}
	return pixel.Lerp(pixel.Lerp(a, b, fx), pixel.Lerp(c, d, fx), fy)
}
