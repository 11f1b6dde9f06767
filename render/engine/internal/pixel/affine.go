package pixel

import "encoding/binary"

// Affine samples src along a line: pixel i of dst lies at (u+i·du, v+i·dv), in
// source pixels of 16.16 fixed point, and is blended of the four around it. Every
// sample and its right and lower neighbours lie inside src, whose rows are stride
// bytes apart.
func Affine(dst, src []uint8, stride int, u, v, du, dv int64) {
	n := affineFast(dst, src, stride, u, v, du, dv)
	u, v = u+int64(n/4)*du, v+int64(n/4)*dv
	for i := n; i+3 < len(dst); i += 4 {
		o := int(v>>16)*stride + int(u>>16)*4
		fx, fy := uint64(u>>8&255), uint64(v>>8&255)
		u, v = u+du, v+dv
		top, bottom := binary.LittleEndian.Uint64(src[o:]), binary.LittleEndian.Uint64(src[o+stride:])
		if top|bottom == 0 {
			binary.LittleEndian.PutUint32(dst[i:], 0)
			continue
		}
		w := fx * fy >> 8
		sum := lanes(uint32(top))*(256-fx-fy+w) + lanes(uint32(top>>32))*(fx-w) + lanes(uint32(bottom))*(fy-w) + lanes(uint32(bottom>>32))*w + 0x0080008000800080
		sum >>= 8
		binary.LittleEndian.PutUint32(dst[i:], uint32(sum)&rb|uint32(sum>>32)&rb<<8)
	}
}

// lanes puts the four channels of a pixel into the four words of a number.
func lanes(p uint32) uint64 { return uint64(p&rb) | uint64(p>>8&rb)<<32 }
