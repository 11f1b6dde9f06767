package composite

import "image"

// BT.709 limited range in 16-bit fixed point (ITU-R BT.709-6, quantised to 8 bits:
// Y 16–235, Cb and Cr 16–240). Rows of the matrix sum to 0 for chroma, so greys stay grey.
const (
	yr, yg, yb = 11966, 40254, 4064
	ur, ug, ub = -6596, -22189, 28785
	vr, vg, vb = 28785, -26145, -2640
	yOff       = 16<<16 + 1<<15
	cOff       = 128<<18 + 1<<17 // chroma sums four pixels
)

// toYUV converts the pixels of r (even origin) from img into the planes of yuv.
func toYUV(yuv []uint8, img *image.RGBA, r image.Rectangle) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	cw := (w + 1) / 2
	up := yuv[w*h:]
	vp := up[cw*((h+1)/2):]
	for y := r.Min.Y; y < r.Max.Y; y += 2 {
		n := r.Dx() &^ 1
		a := img.Pix[img.PixOffset(r.Min.X, y):][: 4*n : 4*n]
		b := a
		y0 := yuv[y*w+r.Min.X:][:n:n]
		y1 := y0
		if y+1 < h {
			b = img.Pix[img.PixOffset(r.Min.X, y+1):][: 4*n : 4*n]
			y1 = yuv[(y+1)*w+r.Min.X:][:n:n]
		}
		co := y/2*cw + r.Min.X/2
		convertPair(a, b, y0, y1, up[co:][:n/2:n/2], vp[co:][:n/2:n/2])
	}
}

func convertPair(a, b, y0, y1, u, v []uint8) {
	for i := range u {
		p, q := a[8*i:8*i+8:8*i+8], b[8*i:8*i+8:8*i+8]
		r0, g0, b0 := int32(p[0]), int32(p[1]), int32(p[2])
		r1, g1, b1 := int32(p[4]), int32(p[5]), int32(p[6])
		r2, g2, b2 := int32(q[0]), int32(q[1]), int32(q[2])
		r3, g3, b3 := int32(q[4]), int32(q[5]), int32(q[6])
		ya, yc := y0[2*i:2*i+2:2*i+2], y1[2*i:2*i+2:2*i+2]
		ya[0] = uint8((yr*r0 + yg*g0 + yb*b0 + yOff) >> 16)
		ya[1] = uint8((yr*r1 + yg*g1 + yb*b1 + yOff) >> 16)
		yc[0] = uint8((yr*r2 + yg*g2 + yb*b2 + yOff) >> 16)
		yc[1] = uint8((yr*r3 + yg*g3 + yb*b3 + yOff) >> 16)
		rs, gs, bs := r0+r1+r2+r3, g0+g1+g2+g3, b0+b1+b2+b3
		u[i] = uint8((ur*rs + ug*gs + ub*bs + cOff) >> 18)
		v[i] = uint8((vr*rs + vg*gs + vb*bs + cOff) >> 18)
	}
}
