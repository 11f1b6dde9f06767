package engine

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"math"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
)

// logoHeight is how many pixels high a vector picture is drawn.
const logoHeight = 480

// drawSVG rasterises a picture. The parser is not ours and the file is hostile, so a
// panic in it is an error of the file.
func drawSVG(b []byte) (img *image.RGBA, err error) {
	defer func() {
		if p := recover(); p != nil {
			img, err = nil, fmt.Errorf("SVG cannot be drawn: %v", p)
		}
	}()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(b), oksvg.WarnErrorMode)
	if err != nil {
		return nil, fmt.Errorf("SVG cannot be read: %w", err)
	}
	vw, vh := icon.ViewBox.W, icon.ViewBox.H
	if !(vw > 0 && vh > 0) || vw/vh > 20 || vh/vw > 20 {
		return nil, fmt.Errorf("SVG needs a viewBox with a usable shape, it has %g × %g", vw, vh)
	}
	w, h := math.Round(logoHeight*vw/vh), float64(logoHeight)
	icon.SetTarget(0, 0, w, h)
	for i := range icon.SVGPaths { // the target scales the paths, but not their strokes
		p, k := &icon.SVGPaths[i], h/vh
		p.LineWidth, p.DashOffset = p.LineWidth*k, p.DashOffset*k
		dash := make([]float64, len(p.Dash))
		for j := range dash {
			dash[j] = p.Dash[j] * k
		}
		p.Dash = dash
	}
	img = image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	icon.Draw(rasterx.NewDasher(int(w), int(h), rasterx.NewScannerGV(int(w), int(h), img, img.Rect)), 1)
	return img, nil
}

// trimmed is a logo without the empty border that its file has around it, since that
// would stand between the logo and its name, and push it off the margin.
func trimmed(img *image.RGBA) *image.RGBA {
	const seen = 8 // of 255; less is a shadow's last breath
	var box image.Rectangle
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			if img.Pix[img.PixOffset(x, y)+3] > seen {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if box.Empty() || box == img.Rect {
		return img
	}
	out := image.NewRGBA(image.Rectangle{Max: box.Size()})
	draw.Draw(out, out.Rect, img, box.Min, draw.Src)
	return out
}
