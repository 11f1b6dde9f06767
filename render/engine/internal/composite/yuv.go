package composite

import (
	"image"

	"gitops.video/render/render/engine/internal/pixel"
)

// toYUV converts the pixels of r (its corner on a tile's) from img into the planes of
// yuv, a frame of a size, and marks in changed, tw tiles a row, those whose samples were
// others. marks is scratch space: a byte for every eight pixels of a row, all 0.
func toYUV(yuv []uint8, size image.Point, img *image.RGBA, r image.Rectangle, changed []bool, tw int, marks []uint8) {
	w, h := size.X, size.Y
	cw := (w + 1) / 2
	up := yuv[w*h:]
	vp := up[cw*((h+1)/2):]
	n := r.Dx() &^ 1
	marks = marks[: (n+7)/8 : (n+7)/8]
	for y := r.Min.Y; y+1 < r.Max.Y; y += 2 {
		a := img.Pix[img.PixOffset(r.Min.X, y):][: 4*n : 4*n]
		b := img.Pix[img.PixOffset(r.Min.X, y+1):][: 4*n : 4*n]
		co := y/2*cw + r.Min.X/2
		pixel.ToYUV(a, b, yuv[y*w+r.Min.X:][:n:n], yuv[(y+1)*w+r.Min.X:][:n:n], up[co:][:n/2:n/2], vp[co:][:n/2:n/2], marks)
		if y+2 == r.Max.Y || (y+2)%Tile == 0 {
			tiles := changed[y/Tile*tw+r.Min.X/Tile:]
			for i, m := range marks {
				if m != 0 {
					tiles[i*8/Tile], marks[i] = true, 0
				}
			}
		}
	}
}

// ToYUV converts a whole picture of even size into yuv, which holds [FrameBytes].
func ToYUV(yuv []uint8, img *image.RGBA) {
	tw, th := tiles(img.Rect.Size())
	toYUV(yuv, img.Rect.Size(), img, img.Rect, make([]bool, tw*th), tw, make([]uint8, 2*tw))
}
