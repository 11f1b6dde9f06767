package motion

import (
	"cmp"
	"image"
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// field is a motif over part of the frame: columns and rows of shapes that form a
// stepped skyline. Positions are u of the design.
type field struct {
	x, y       float64
	cols, rows int
	skyline    []int // rows left out on top of each column
	min, max   float64
	lit        float64 // share of cells that glow
	color      look.RGB
	fade       bool // fades towards the left
	keep       []box
}

// Cells are 6 × 8 u, 1.8 apart.
const cellW, cellH, cellGap = 6.0, 8.0, 1.8

// motif lays the brand's pattern on the backdrop and lets a few cells glow on and
// off. Nothing glows near the boxes in keep.
func (c *comp) motif(f field) { c.lasting(func() { c.cells(f) }) }

func (c *comp) cells(f field) {
	kind := c.th.Style.Motif
	if c.guest || c.th.Style.Flat || kind == "none" || kind == "bokeh" {
		return
	}
	art := c.artCanvas()
	if f.color == (look.RGB{}) {
		f.color = c.st.Text
		if !c.st.Dark {
			f.color = c.th.P
		} else {
			f.color = look.RGB{R: 1, G: 1, B: 1}
		}
	}
	type spot struct {
		box
		v float64
	}
	var free []spot // where a cell may glow
	for i := range f.cols {
		top := 0
		if len(f.skyline) > 0 {
			top = f.skyline[i%len(f.skyline)]
		}
		for j := range f.rows {
			v, w := c.rng.float(), c.rng.float()
			if j < top {
				continue
			}
			b := box{f.x + float64(i)*(cellW+cellGap), f.y + float64(j)*(cellH+cellGap), cellW, cellH}
			fr := c.frame()
			if b.x > fr.x+fr.w || b.y > fr.y+fr.h || b.x+b.w < fr.x || b.y+b.h < fr.y {
				continue
			}
			if c.in.hosted && b.y+b.h > c.h-3 {
				continue // behind the presenter's panel, or half
			}
			inside := b.x >= fr.x && b.y >= fr.y && b.x+b.w <= fr.x+fr.w && b.y+b.h <= fr.y+fr.h
			if f.lit > 0 && inside && c.clear(b, f.keep) {
				free = append(free, spot{b, v})
			}
			a := f.min + w*(f.max-f.min)
			if f.fade {
				a *= clamp01((float64(i) + .5) / float64(f.cols))
			}
			shape(art, kind, b, raster.Solid(f.color.NRGBA(1)), a, i, j)
		}
	}
	c.back.setArt(art.Dst)
	// Two glow at least; in portrait, where the foot of the frame is the motif's, three.
	slices.SortStableFunc(free, func(a, b spot) int { return cmp.Compare(a.v, b.v) })
	var lit []box
	for i, s := range free {
		if s.v < f.lit || i < c.lines(2, 3) && len(free) > 2 {
			lit = append(lit, s.box)
		}
	}
	if c.lights(kind, lit); len(lit) == 0 && f.lit > 0 && !c.port && c.st.Name != "paper" {
		c.marginLights(kind)
	}
}

// marginLights are three small units in the right margin, where the content leaves no
// other room: one after the other goes out for a while.
func (c *comp) marginLights(kind string) {
	const w, h = cellW / 2, cellH / 2
	k := c.newCanvas(w, h, .5)
	shape(k.Canvas, kind, box{0, 0, w, h}, solid(c.th.A), .9, 1, 1)
	for i := range 3 {
		k.put(c.w-c.margin()/2-w/2+.4, 64+float64(i)*(h+1), func(t float64, p *scene.Pose) {
			p.Alpha *= blink(math.Mod(t+1.5*float64(i), 4.5), 1.5, .15)
		})
	}
}

// artCanvas draws over the whole frame in u of the design.
func (c *comp) artCanvas() *raster.Canvas {
	img := c.back.art
	if img == nil {
		img = image.NewRGBA(image.Rectangle{Max: c.in.Size})
	}
	cv := raster.NewCanvas(img)
	cv.CTM = raster.Scale(c.u, c.u).Mul(raster.Translate(c.ox, c.oy))
	return cv
}

// clear says whether a glowing cell would stay 3 u away from text and captions; on paper
// nothing glows, and cells may stand beside them.
func (c *comp) clear(b box, keep []box) bool {
	if c.st.Name == "paper" {
		b = b.inset(-.6, -.6)
	} else {
		b = b.inset(-3, -3)
	}
	for _, k := range append(keep, c.captionBox()) {
		if b.x < k.x+k.w && k.x < b.x+b.w && b.y < k.y+k.h && k.y < b.y+b.h {
			return false
		}
	}
	return true
}

// captionBox is the usual caption zone in u.
func (c *comp) captionBox() box {
	if !c.in.Captions {
		return box{}
	}
	if c.port {
		return box{6.5, 119, c.w - 13, 18}
	}
	return box{44, 79.5, 90, 15.1}
}

// shape draws one unit of a motif in its cell.
func shape(cv *raster.Canvas, kind string, b box, p raster.Paint, a float64, i, j int) {
	q := &raster.Path{}
	switch kind {
	case "dots":
		q.Circle(b.x+b.w/2, b.y+b.h/2, b.w*(.18+.16*float64((i*7+j*3)%3)))
	case "rings":
		q.Circle(b.x+b.w/2, b.y+b.h/2, b.w*.42)
		q = q.Stroke(b.w * .16)
	case "bars":
		h := b.h * (.35 + .65*float64((i*5+j*3)%4)/3)
		q.RoundRect(b.x+b.w*.2, b.y+b.h-h, b.w*.6, h, b.w*.2)
	case "diagonals":
		q.MoveTo(b.x+b.w*.12, b.y+b.h*.88)
		q.LineTo(b.x+b.w*.88, b.y+b.h*.12)
		q = q.Stroke(b.w * .2)
	case "arcs":
		q.MoveTo(b.x+b.w*.08, b.y+b.h*.85)
		q.CubeTo(b.x+b.w*.08, b.y+b.h*.2, b.x+b.w*.92, b.y+b.h*.2, b.x+b.w*.92, b.y+b.h*.85)
		q = q.Stroke(b.w * .16)
	default:
		q.RoundRect(b.x, b.y, b.w, b.h, b.w*.22)
	}
	cv.Fill(q, p, a)
}

// lights are the glowing units: each comes on and goes off over .6 s in turn.
func (c *comp) lights(kind string, at []box) {
	if len(at) == 0 {
		return
	}
	spr := c.lightSprite(kind)
	order := c.rng.next()
	for i, b := range at {
		n := float64(len(at))
		// One of them changes every 1.5 s; most are on at any time.
		period := 1.5 * n * 2
		off := (float64((uint64(i)+order)%uint64(len(at))) + .5) * 3
		steady := len(at) == 2 && i == 0
		fade := func(t float64, p *scene.Pose) {
			p.Alpha *= .95
			if !steady {
				p.Alpha *= blink(math.Mod(t+off, period), 1.5*min(2, n), 0)
			}
		}
		c.add(spr, c.pxX(b.x)-glowPad*c.u, c.pxY(b.y)-glowPad*c.u, fade)
	}
}

// blink is the light of a unit t seconds after its turn began: it sinks to least, comes
// back dark seconds after the turn began, and stays on.
func blink(t, dark, least float64) float64 {
	const d = .6 // s that it sinks and comes back for
	switch {
	case t < d:
		return 1 - (1-least)*inOutSine(t/d)
	case t < dark:
		return least
	case t < dark+d:
		return least + (1-least)*inOutSine((t-dark)/d)
	}
	return 1
}

const glowPad = 7.0

// lightSprite is a lit cell with its glow of 2.6 widths.
func (c *comp) lightSprite(kind string) *scene.Sprite {
	k := c.newCanvas(cellW, cellH, glowPad)
	k.padX, k.padY = glowPad*c.u, glowPad*c.u
	k.CTM = raster.Translate(k.padX, k.padY).Mul(raster.Scale(c.u, c.u))
	if c.st.Name == "paper" { // a shade darker than the others
		shape(k.Canvas, kind, box{0, 0, cellW, cellH}, solid(c.th.P), .17, 1, 1)
		return k.sprite()
	}
	k.radial(cellW/2, cellH/2, cellW*1.3+2, cellH*1.1+2.4, c.th.A, .38)
	shape(k.Canvas, kind, box{0, 0, cellW, cellH}, cssLinear(0, 0, cellW, cellH, 180, gs(0, c.th.AccentHi.Mix(c.th.A, .45), 1), gs(1, c.th.A, 1)), .95, 1, 1)
	return k.sprite()
}

// skyline is a stepped outline for n columns of rows rows, rising towards the right.
func (c *comp) skyline(cols, rows int) []int {
	out := make([]int, cols)
	for i := range out {
		t := float64(i) / float64(max(1, cols-1))
		v := float64(rows)*(1-.92*t) + (c.rng.float()-.6)*2
		out[i] = int(max(0, min(float64(rows), math.Round(v))))
	}
	return out
}

// content is the box that a layout fills.
func (c *comp) content() box {
	if c.port {
		return box{4, 17, c.w - 8, 122}
	}
	return box{7, 10, 162.4, 84}
}

// stageMotif is the usual field of a stage: along the right and bottom.
func (c *comp) stageMotif(keep ...box) {
	fr := c.frame()
	right, bottom := fr.x+fr.w, fr.y+fr.h
	switch {
	case c.st.Name == "paper" && c.port:
		c.motif(field{x: right - 36, y: fr.y + 4, cols: 6, rows: 4, min: .012, max: .05, fade: true, keep: keep})
		if bottom > 148 {
			c.motif(field{x: fr.x + 6, y: bottom - 30, cols: 10, rows: 3, skyline: []int{2, 2, 1, 2, 1, 0, 1, 1, 0, 1}, min: .02, max: .07, lit: .1, keep: keep})
		}
	case c.st.Name == "paper":
		c.motif(field{x: right - 62, y: fr.y - 5, cols: 9, rows: 5, min: .012, max: .05, lit: .06, fade: true, keep: keep})
	case c.port:
		rows := 4
		c.motif(field{x: right - 82, y: bottom - 38, cols: 11, rows: rows, skyline: c.skyline(11, rows), min: .025, max: .075, lit: .1, keep: keep})
	default:
		c.motif(field{x: right - 74, y: bottom - 92, cols: 10, rows: 10, skyline: c.skyline(10, 10), min: .025, max: .08, lit: .09, keep: keep})
	}
}
