package engine

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/encode"
)

const (
	previewSide    = 480 // pixels of the longer side
	previewQuality = 72
)

// watched shows drawn frames to whoever watches the job. Without a watcher it costs one
// look a frame.
func watched(ctx context.Context, size image.Point, frame encode.Frames) encode.Frames {
	p, ok := render.PreviewOf(ctx)
	if !ok {
		return frame
	}
	return func(n int) encode.Frame {
		f := frame(n)
		if p.Want() {
			if b := preview(f.Pix, size); b != nil {
				p.Show(b)
			}
		}
		return f
	}
}

// preview makes a yuv420p frame (BT.709, limited range) of the given size a small JPEG.
func preview(yuv []uint8, size image.Point) []byte {
	img := reduced(yuv, size, max(1, (max(size.X, size.Y)+previewSide-1)/previewSide))
	var b bytes.Buffer
	if jpeg.Encode(&b, img, &jpeg.Options{Quality: previewQuality}) != nil {
		return nil // a buffer takes everything
	}
	return b.Bytes()
}

// reduced is a yuv420p frame in colours, one pixel of every step × step.
func reduced(yuv []uint8, size image.Point, step int) *image.RGBA {
	w, h := size.X/step, size.Y/step
	chroma := yuv[size.X*size.Y:]
	half := (size.X / 2) * (size.Y / 2)
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	sums := make([]int, w)
	for y := range h {
		clear(sums)
		for j := range step {
			row := yuv[(y*step+j)*size.X:][:w*step]
			for x := range sums {
				for _, v := range row[x*step : (x+1)*step] {
					sums[x] += int(v)
				}
			}
		}
		line := min((y*step+step/2)/2, size.Y/2-1) * (size.X / 2)
		for x, sum := range sums {
			at := line + min((x*step+step/2)/2, size.X/2-1)
			c := rgbOf(sum/(step*step), int(chroma[at]), int(chroma[half+at]))
			copy(img.Pix[img.PixOffset(x, y):], []uint8{c.R, c.G, c.B, 255})
		}
	}
	return img
}

// rgbOf is BT.709, limited range, in 16 bits of fraction.
func rgbOf(y, u, v int) color.RGBA {
	y, u, v = (y-16)*76309, u-128, v-128
	clamp := func(c int) uint8 { return uint8(min(max((c+1<<15)>>16, 0), 255)) } //nolint:gosec // it was clamped
	return color.RGBA{clamp(y + 117489*v), clamp(y - 13975*u - 34925*v), clamp(y + 138438*u), 255}
}
