package avatar

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
)

// pen draws a person's parts: user space is thousandths of a head (mh).
type pen struct {
	c     *raster.Canvas
	stack []raster.Affine
}

// newPen draws into img, whose bounds may start anywhere, through m.
func newPen(img *image.RGBA, m raster.Affine) *pen {
	c := raster.NewCanvas(img)
	c.CTM = m
	return &pen{c: c}
}

func (g *pen) open(m raster.Affine) {
	g.stack = append(g.stack, g.c.CTM)
	g.c.CTM = g.c.CTM.Mul(m)
}

func (g *pen) close() {
	g.c.CTM = g.stack[len(g.stack)-1]
	g.stack = g.stack[:len(g.stack)-1]
}

func (g *pen) clip(p pts)              { g.c.Clip(path(p, true)) }
func (g *pen) clipPath(p *raster.Path) { g.c.Clip(p) }
func (g *pen) unclip()                 { g.c.Unclip() }

func solid(c look.RGB) raster.Paint { return raster.Solid(c.NRGBA(1)) }

// stop is one colour of a gradient.
type stop struct {
	at    float64
	c     look.RGB
	alpha float64
}

func stops(s []stop) []raster.Stop {
	out := make([]raster.Stop, len(s))
	for i, q := range s {
		out[i] = raster.Stop{At: q.at, Color: q.c.NRGBA(q.alpha)}
	}
	return out
}

func lin(x0, y0, x1, y1 float64, s ...stop) raster.Paint {
	return raster.Linear{X0: x0, Y0: y0, X1: x1, Y1: y1, Stops: stops(s)}
}

// ramp is a linear gradient of opaque colours: pairs of position and colour.
func ramp3(x0, y0, x1, y1 float64, a look.RGB, at float64, b, c look.RGB) raster.Paint {
	return lin(x0, y0, x1, y1, stop{0, a, 1}, stop{at, b, 1}, stop{1, c, 1})
}

func ramp2(x0, y0, x1, y1 float64, a, b look.RGB) raster.Paint {
	return lin(x0, y0, x1, y1, stop{0, a, 1}, stop{1, b, 1})
}

func radial(cx, cy, rx, ry float64, s ...stop) raster.Paint {
	return raster.Radial{CX: cx, CY: cy, RX: rx, RY: ry, Stops: stops(s)}
}

func (g *pen) fill(p pts, paint raster.Paint, op float64) { g.c.Fill(path(p, true), paint, op) }

// tint fills with one colour.
func (g *pen) tint(p pts, c look.RGB, op float64) { g.c.Fill(path(p, true), solid(c), op) }

// edged fills and outlines.
func (g *pen) edged(p pts, paint raster.Paint, line look.RGB, w float64) {
	q := path(p, true)
	g.c.Fill(q, paint, 1)
	g.stroke(q, line, w, 1)
}

func (g *pen) outline(p pts, c look.RGB, w, op float64) { g.stroke(path(p, true), c, w, op) }

// line strokes an open curve.
func (g *pen) line(p pts, c look.RGB, w, op float64) { g.stroke(path(p, false), c, w, op) }

// stroke widens the path in pixel space, where the flattening is as fine as needed.
func (g *pen) stroke(p *raster.Path, c look.RGB, w, op float64) {
	m := g.c.CTM
	s := math.Sqrt(math.Abs(m.A*m.D - m.B*m.C))
	q := p.Transform(m).Stroke(w * s)
	g.c.CTM = raster.Identity
	g.c.Fill(q, solid(c), op)
	g.c.CTM = m
}

func (g *pen) ellipse(cx, cy, rx, ry float64, paint raster.Paint, op float64) {
	p := &raster.Path{}
	p.Ellipse(cx, cy, rx, ry)
	g.c.Fill(p, paint, op)
}

func (g *pen) dot(cx, cy, rx, ry float64, c look.RGB, op float64) {
	g.ellipse(cx, cy, rx, ry, solid(c), op)
}

// turned is an ellipse turned by deg degrees about its centre.
func (g *pen) turned(cx, cy, rx, ry, deg float64, c look.RGB, op float64) {
	g.open(raster.Rotate(deg, cx, cy))
	g.dot(cx, cy, rx, ry, c, op)
	g.close()
}

func (g *pen) ringEllipse(cx, cy, rx, ry float64, c look.RGB, w float64) {
	p := &raster.Path{}
	p.Ellipse(cx, cy, rx, ry)
	g.stroke(p, c, w, 1)
}

// glow is a soft ellipse that fades to nothing.
func (g *pen) glow(cx, cy, rx, ry float64, c look.RGB, a float64) {
	g.ellipse(cx, cy, rx, ry, radial(cx, cy, rx, ry, stop{0, c, a}, stop{.45, c, a * .62}, stop{1, c, 0}), 1)
}
