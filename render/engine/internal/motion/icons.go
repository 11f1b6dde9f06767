package motion

import (
	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
)

// drawIcon paints an icon with its corner at (x, y) of the canvas's user space.
func drawIcon(cv *raster.Canvas, st look.Style, name string, x, y, size float64, col look.RGB, stroke float64) {
	if stroke == 0 {
		stroke = st.IconStroke
	}
	ctm := cv.CTM
	cv.CTM = ctm.Mul(raster.Translate(x, y)).Mul(raster.Scale(size/24, size/24))
	defer func() { cv.CTM = ctm }()
	for _, s := range icons.Shapes(name) {
		if s.Filled && st.IconFill > 0 {
			cv.Fill(s.Path, raster.Solid(col.NRGBA(1)), min(st.IconFill, .35))
		}
		cv.Fill(s.Path.Stroke(stroke), raster.Solid(col.NRGBA(1)), 1)
	}
}
