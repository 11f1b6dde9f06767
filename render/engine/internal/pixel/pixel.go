// Package pixel holds the inner loops over rows of premultiplied RGBA pixels and
// their conversion to yuv420p. Every loop exists in plain Go, which defines the
// result; on amd64 with AVX2 an assembly version gives the same bytes.
package pixel

import (
	"encoding/binary"
	"math"
)

// BT.709 limited range in 15-bit fixed point (ITU-R BT.709-6, quantised to 8 bits:
// Y 16–235, Cb and Cr 16–240). The chroma rows sum to 0, so that greys stay grey.
const (
	yr, yg, yb = 5983, 20127, 2032
	ur, ug, ub = -3298, -11095, 14393
	vr, vg, vb = 14393, -13073, -1320
	yOff       = 16<<15 + 1<<14
	cOff       = 128<<17 + 1<<16 // chroma sums four pixels
)

const rb, ga = 0x00ff00ff, 0xff00ff00

// Over composites the premultiplied pixels of s, faded by alpha/256, over d. Both
// rows have the same length, a multiple of 4 bytes; alpha is 0–256.
func Over(d, s []uint8, alpha uint32) {
	n := overFast(d, s, alpha)
	d, s = d[n:], s[n:]
	for len(s) >= 4 && len(d) >= 4 {
		if v := binary.LittleEndian.Uint32(s); v != 0 {
			binary.LittleEndian.PutUint32(d, OverOne(binary.LittleEndian.Uint32(d), Fade(v, alpha)))
		}
		s, d = s[4:], d[4:]
	}
}

// OverOne composites one packed pixel over another, rounded to nearest.
func OverOne(d, s uint32) uint32 {
	k := 255 - s>>24
	return s + (by255((d&rb)*k) | by255((d>>8&rb)*k)<<8)
}

// by255 divides the two products in x (up to 255·255, at bits 0 and 16) by 255,
// rounded; exact for that range.
func by255(x uint32) uint32 {
	x += 0x00800080
	return (x + x>>8&rb) >> 8 & rb
}

// Fade scales a packed premultiplied pixel by k/256, rounded.
func Fade(s, k uint32) uint32 {
	return ((s&rb)*k+0x00800080)>>8&rb | ((s>>8&rb)*k+0x00800080)&ga
}

// OverMask composites s over d where cover says, 0–255 a pixel. d and s have four
// bytes for each of cover's.
func OverMask(d, s, cover []uint8) {
	n := maskFast(d, s, cover)
	for i := n; i < len(cover); i++ {
		if c := uint32(cover[i]); c != 0 {
			v := Fade(binary.LittleEndian.Uint32(s[4*i:]), c+c>>7)
			binary.LittleEndian.PutUint32(d[4*i:], OverOne(binary.LittleEndian.Uint32(d[4*i:]), v))
		}
	}
}

// Lerp mixes two packed pixels: t/256 of b.
func Lerp(a, b, t uint32) uint32 {
	k := 256 - t
	return (((a&rb)*k+(b&rb)*t)>>8)&rb | ((a>>8&rb)*k+(b>>8&rb)*t)&ga
}

// Mix writes a·(256−k)/256 + b·k/256; the rows have the same length.
func Mix(dst, a, b []uint8, k uint32) {
	n := mixFast(dst, a, b, k)
	for i := n; i < len(dst); i++ {
		dst[i] = uint8((uint32(a[i])*(256-k) + uint32(b[i])*k) >> 8)
	}
}

// Shift resamples a row between the pixels of two source rows: pixel i of dst lies
// fx/256 of the way from pixel i to i+1, and fy/256 from top to bottom. The source
// rows are one pixel longer than dst.
func Shift(dst, top, bottom []uint8, fx, fy uint32) {
	n := shiftFast(dst, top, bottom, fx, fy)
	for i := n; i+3 < len(dst); i += 4 {
		t := Lerp(binary.LittleEndian.Uint32(top[i:]), binary.LittleEndian.Uint32(top[i+4:]), fx)
		b := Lerp(binary.LittleEndian.Uint32(bottom[i:]), binary.LittleEndian.Uint32(bottom[i+4:]), fx)
		binary.LittleEndian.PutUint32(dst[i:], Lerp(t, b, fy))
	}
}

// Grid is how many pixels lie between two nodes of [Blend].
const Grid = 8

// Blend fills dst with opaque pixels that run evenly from node to node: nodes holds
// four words a node (red, green, blue, unused) in 1/128 of a level, one node every
// [Grid] pixels and one more; noise is added, a word a pixel in the same unit.
// Neighbouring nodes may differ by at most 4,600, or 35 levels.
func Blend(dst []uint8, nodes, noise []int16) {
	n := blendFast(dst, nodes, noise)
	for i := n; 4*i+3 < len(dst); i++ {
		a, b := nodes[4*(i/Grid):], nodes[4*(i/Grid)+4:]
		k := int16(i % Grid)
		for c := range 3 {
			v := int(a[c]+((b[c]-a[c])*k+4)>>3) + int(noise[i])
			dst[4*i+c] = uint8(max(0, min(v, math.MaxInt16)>>7))
		}
		dst[4*i+3] = 255
	}
}

// ToYUV converts two rows of an even number of RGBA pixels to two rows of luma and
// one of each chroma, BT.709 limited range. changed has a byte for every eight pixels
// of a row, begun ones too: that is set to 1 where the rows of the planes held
// something else, and stays as it is elsewhere.
func ToYUV(a, b, y0, y1, u, v, changed []uint8) {
	n := yuvFast(a, b, y0, y1, u, v, changed)
	for i := n; i < len(u); i++ {
		p, q := a[8*i:8*i+8:8*i+8], b[8*i:8*i+8:8*i+8]
		r0, g0, b0 := int32(p[0]), int32(p[1]), int32(p[2])
		r1, g1, b1 := int32(p[4]), int32(p[5]), int32(p[6])
		r2, g2, b2 := int32(q[0]), int32(q[1]), int32(q[2])
		r3, g3, b3 := int32(q[4]), int32(q[5]), int32(q[6])
		ya, yc := y0[2*i:2*i+2:2*i+2], y1[2*i:2*i+2:2*i+2]
		was := [6]uint8{ya[0], ya[1], yc[0], yc[1], u[i], v[i]}
		ya[0] = uint8((yr*r0 + yg*g0 + yb*b0 + yOff) >> 15)
		ya[1] = uint8((yr*r1 + yg*g1 + yb*b1 + yOff) >> 15)
		yc[0] = uint8((yr*r2 + yg*g2 + yb*b2 + yOff) >> 15)
		yc[1] = uint8((yr*r3 + yg*g3 + yb*b3 + yOff) >> 15)
		rs, gs, bs := r0+r1+r2+r3, g0+g1+g2+g3, b0+b1+b2+b3
		u[i] = uint8((ur*rs + ug*gs + ub*bs + cOff) >> 17)
		v[i] = uint8((vr*rs + vg*gs + vb*bs + cOff) >> 17)
		if was != [6]uint8{ya[0], ya[1], yc[0], yc[1], u[i], v[i]} {
			changed[i/4] = 1
		}
	}
}
