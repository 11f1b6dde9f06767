package transition

import (
	"image"
	"image/color"

	"gitops.video/render/render/engine/internal/pixel"
)

// plane is one of the three of a frame: luma, or the chroma of every second pixel of every
// second row. Lengths in pixels of the frame are divided by step to count its samples.
type plane struct {
	dst, a, b []uint8 // w samples a row, h rows
	w, h      int
	step      int // 1 in luma, 2 in chroma
	name      int // 0 = luma, 1 = blue, 2 = red
}

func planes(dst, a, b []uint8, size image.Point) [3]plane {
	n, w, h := size.X*size.Y, size.X/2, size.Y/2
	part := func(f []uint8, name int) []uint8 { return f[n+(name-1)*w*h:][: w*h : w*h] }
	out := [3]plane{{dst: dst[:n:n], a: a[:n:n], b: b[:n:n], w: size.X, h: size.Y, step: 1}}
	for i := 1; i < 3; i++ {
		out[i] = plane{dst: part(dst, i), a: part(a, i), b: part(b, i), w: w, h: h, step: 2, name: i}
	}
	return out
}

// of is a colour in the plane.
func (pl plane) of(c color.RGBA) uint8 {
	px := []uint8{c.R, c.G, c.B, 255, c.R, c.G, c.B, 255}
	var y, uv [2]uint8
	pixel.ToYUV(px, px, y[:], y[:], uv[:1], uv[1:], make([]uint8, 1))
	if pl.name == 0 {
		return y[0]
	}
	return uv[pl.name-1]
}

// row is row y of a picture of the plane.
func (pl plane) row(pix []uint8, y int) []uint8 { return pix[y*pl.w:][:pl.w:pl.w] }

// samples is px pixels of the frame as whole samples; in all planes the same length.
func (pl plane) samples(px float64) int { return 2 * int(px/2) / pl.step }

// shifted copies src moved right by dx samples; what comes in from outside mirrors the edge.
func shifted(dst, src []uint8, dx int) {
	w := len(src)
	dx = min(max(dx, 1-w), w-1)
	if dx >= 0 {
		copy(dst[dx:], src[:w-dx])
		for x := range dx {
			dst[dx-1-x] = src[x]
		}
		return
	}
	copy(dst, src[-dx:])
	for x := range -dx {
		dst[w+dx+x] = src[w-1-x]
	}
}

// through mixes src with one colour; k is src's share.
func (pl plane) through(src []uint8, c color.RGBA, k float64) {
	one := make([]uint8, pl.w)
	for i, v := 0, pl.of(c); i < len(one); i++ {
		one[i] = v
	}
	for y := range pl.h {
		pixel.Mix(pl.row(pl.dst, y), one, pl.row(src, y), uint32(256*k))
	}
}

// zoom draws src scaled about the centre at an opacity of k/256 over what stands in dst.
func (pl plane) zoom(src []uint8, scale float64, k uint32) {
	cx, cy := float64(pl.w)/2, float64(pl.h)/2
	const one = 1 << 16
	step := int(one / scale)
	for y := range pl.h {
		v := (float64(y)+.5-cy)/scale + cy - .5
		y0 := int(v)
		if v < 0 || y0+1 >= pl.h {
			continue
		}
		fy := uint32((v - float64(y0)) * 256)
		d, r0, r1 := pl.row(pl.dst, y), pl.row(src, y0), pl.row(src, y0+1)
		u := int(((.5-cx)/scale + cx - .5) * one)
		for x := range d {
			if x0 := u >> 16; x0 >= 0 && x0+1 < pl.w {
				fx := uint32(u >> 8 & 255)
				top := uint32(r0[x0])*(256-fx) + uint32(r0[x0+1])*fx
				bot := uint32(r1[x0])*(256-fx) + uint32(r1[x0+1])*fx
				px := (top*(256-fy) + bot*fy) >> 16
				d[x] = uint8((uint32(d[x])*(256-k) + px*k) >> 8)
			}
			u += step
		}
	}
}
