package composite

import (
	"image"

	"gitops.video/render/render/engine/internal/pixel"
)

// toYUV converts the pixels of r (even origin) from img into the planes of yuv, a frame of a size.
func toYUV(yuv []uint8, size image.Point, img *image.RGBA, r image.Rectangle) {
	w, h := size.X, size.Y
	cw := (w + 1) / 2
	up := yuv[w*h:]
	vp := up[cw*((h+1)/2):]
	n := r.Dx() &^ 1
	for y := r.Min.Y; y+1 < r.Max.Y; y += 2 {
		a := img.Pix[img.PixOffset(r.Min.X, y):][: 4*n : 4*n]
		b := img.Pix[img.PixOffset(r.Min.X, y+1):][: 4*n : 4*n]
		co := y/2*cw + r.Min.X/2
		pixel.ToYUV(a, b, yuv[y*w+r.Min.X:][:n:n], yuv[(y+1)*w+r.Min.X:][:n:n], up[co:][:n/2:n/2], vp[co:][:n/2:n/2])
	}
}

// ToYUV converts a whole picture of even size into yuv, which holds [FrameBytes].
func ToYUV(yuv []uint8, img *image.RGBA) { toYUV(yuv, img.Rect.Size(), img, img.Rect) }
