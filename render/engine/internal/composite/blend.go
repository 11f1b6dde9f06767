package composite

import (
	"encoding/binary"
	"image"
	"math"

	"gitops.video/render/render/engine/internal/scene"
)

const (
	rb = 0x00ff00ff
	ga = 0xff00ff00
)

// over is premultiplied source-over of two packed RGBA pixels.
func over(d, s uint32) uint32 {
	k := 256 - s>>24 // 1–256; at alpha 255 the destination keeps 1/256, which is below rounding
	return s + ((d&rb*k>>8)&rb | (d>>8&rb*k)&ga)
}

// fade scales a packed premultiplied pixel by k/256.
func fade(s, k uint32) uint32 { return (s&rb*k>>8)&rb | (s>>8&rb*k)&ga }

// blit draws one pose into dst within r. Poses that only move by whole pixels take
// the fast path; the rest is sampled bilinearly.
func blit(dst *image.RGBA, p scene.Pose, r image.Rectangle) {
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
	fx, fy, whole := wholePixels(p)
	if !whole {
		sampled(dst, p, r, alpha)
		return
	}
	src := p.Sprite.Img
	for y := r.Min.Y; y < r.Max.Y; y++ {
		d := dst.Pix[dst.PixOffset(r.Min.X, y):][: 4*r.Dx() : 4*r.Dx()]
		s := src.Pix[src.PixOffset(r.Min.X-fx, y-fy):][: 4*r.Dx() : 4*r.Dx()]
		switch {
		case p.Mask != nil:
			m := p.Mask.Img.Pix[p.Mask.Img.PixOffset(r.Min.X, y):][: 4*r.Dx() : 4*r.Dx()]
			maskedRow(d, s, m, alpha, p.Add)
		case p.Add:
			addRow(d, s, alpha)
		case alpha < 256:
			fadedRow(d, s, alpha)
		case p.Sprite.Opaque:
			copy(d, s)
		default:
			overRow(d, s)
		}
	}
}

func overRow(d, s []uint8) {
	for len(s) >= 4 && len(d) >= 4 {
		v := binary.LittleEndian.Uint32(s)
		if v>>24 == 255 {
			binary.LittleEndian.PutUint32(d, v)
		} else if v != 0 {
			binary.LittleEndian.PutUint32(d, over(binary.LittleEndian.Uint32(d), v))
		}
		s, d = s[4:], d[4:]
	}
}

func fadedRow(d, s []uint8, alpha uint32) {
	for len(s) >= 4 && len(d) >= 4 {
		if v := binary.LittleEndian.Uint32(s); v != 0 {
			binary.LittleEndian.PutUint32(d, over(binary.LittleEndian.Uint32(d), fade(v, alpha)))
		}
		s, d = s[4:], d[4:]
	}
}

func maskedRow(d, s, m []uint8, alpha uint32, add bool) {
	for i := 0; i+3 < len(s); i += 4 {
		a := uint32(m[i+3])
		v := binary.LittleEndian.Uint32(s[i:])
		if a == 0 || v == 0 {
			continue
		}
		v = fade(v, alpha*(a+a>>7)>>8)
		if add {
			putAdd(d[i:i+4:i+4], v)
		} else {
			binary.LittleEndian.PutUint32(d[i:], over(binary.LittleEndian.Uint32(d[i:]), v))
		}
	}
}

func addRow(d, s []uint8, alpha uint32) {
	for i := 0; i+3 < len(s); i += 4 {
		if v := binary.LittleEndian.Uint32(s[i:]); v != 0 {
			putAdd(d[i:i+4:i+4], fade(v, alpha))
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
	for y := r.Min.Y; y < r.Max.Y; y++ {
		fx, fy := float64(r.Min.X)+.5, float64(y)+.5
		u := int(math.Round((inv.A*fx+inv.C*fy+inv.E-.5-float64(src.Rect.Min.X))*one)) + 128
		v := int(math.Round((inv.B*fx+inv.D*fy+inv.F-.5-float64(src.Rect.Min.Y))*one)) + 128
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
				px = fade(px, k)
			}
			if p.Add {
				putAdd(d[i:i+4:i+4], px)
			} else {
				binary.LittleEndian.PutUint32(d[i:], over(binary.LittleEndian.Uint32(d[i:]), px))
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
	return lerp(lerp(a, b, fx), lerp(c, d, fx), fy)
}

// lerp mixes two packed pixels, t of 256.
func lerp(a, b, t uint32) uint32 {
	k := 256 - t
	return (((a&rb)*k+(b&rb)*t)>>8)&rb | ((a>>8&rb)*k+(b>>8&rb)*t)&ga
}
