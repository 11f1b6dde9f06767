package motion

import (
	"image"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

const tickerPort = 6.4 // u: the band's height in portrait

// ticker is a band along the foot in which the scene's short lines run past, without
// end. The layout leaves it room; captions stand above it.
func (c *comp) ticker() {
	var lines []string
	for _, s := range c.sc.Ticker {
		if s = strings.Join(strings.Fields(s), " "); s != "" && len(lines) < 12 {
			lines = append(lines, s)
		}
	}
	if len(lines) == 0 {
		return
	}
	fr := c.frame()
	y, h := 91.2, 4.6
	if c.port {
		y, h = min(139, c.h-9), tickerPort
		if c.in.hosted {
			y = c.h - h
		}
	}
	bars := c.th.Style.Bars
	if bars > 0 && !c.port {
		y, h = fr.y+fr.h-bars, bars // the letterbox is the band
	}
	if z := c.stage.Captions; !z.Empty() && !c.port && bars == 0 {
		z.Max.Y = int((y - .6 + c.oy) * c.u)
		c.stage.Captions = z
	}
	band := c.newCanvas(fr.w+1, h, 0)
	plate, col, dot := look.Fill{RGB: c.th.Ink0, Alpha: .86}, look.RGB{R: 1, G: 1, B: 1}, c.th.A
	if c.th.Style.Flat {
		plate, col = look.Fill{RGB: c.th.Line, Alpha: 1}, c.th.On(c.th.Line)
	}
	if bars > 0 && !c.port {
		plate.Alpha = 0
	}
	if look.Contrast(dot, c.th.Ink0) < 2 {
		dot = col
	}
	band.rr(0, 0, fr.w+1, h+1, 0, fillOf(plate), 1)
	if plate.Alpha > 0 {
		band.rr(0, 0, fr.w+1, .3, 0, solid(dot), 1)
	}
	// One strip holds all lines; copies of it follow each other.
	size := c.pick(2.5, 3)
	const gap = 4.0
	var sets []set
	for _, s := range lines {
		sets = append(sets, set{role: look.Role{Land: size, Port: size, Weight: 560, Line: 1.25}, text: s, rigid: true, color: col})
	}
	bs := c.blocks(sets)
	w := 0.0
	for _, b := range bs {
		w += c.wid(b) + 2*gap
	}
	w = min(max(w, fr.w), 1500) // short lines pass once a width, not in a queue
	strip := c.newCanvas(w, h, 0)
	x := 0.0
	for _, b := range bs {
		strip.disc(x+gap*.6, h/2+.15, .5, solid(dot), 1)
		strip.text(b, x+gap*1.4, (h-c.hgt(b))/2+.15)
		x += c.wid(b) + 2*gap
	}
	in := c.slide(.3, .5, 0, h+2)
	if m, ok := c.verb("subtitle"); ok {
		in = asOne(c.px(box{fr.x, y, fr.w, h}), c.move(m, .3, 0))
	}
	bl := &layer{sprite: band.sprite(), x: math.Round(c.pxX(fr.x)), y: math.Round(c.pxY(y)), alpha: 1, tracks: []track{in}}
	c.over = append(c.over, bl)
	px := math.Round(w * c.u)
	from, view := c.pxX(fr.x), image.Rectangle{Max: c.in.Size}
	s := strip.sprite()
	for i := range int(float64(c.in.Size.X)/px) + 2 {
		c.over = append(c.over, &layer{sprite: s, y: math.Round(c.pxY(y)), alpha: 1, tracks: []track{func(t float64, p *scene.Pose) {
			p.X = from + px*float64(i) - math.Mod(max(0, t)*9*c.u, px)
			if p.X > float64(view.Max.X) || p.X+px < 0 {
				p.Alpha = 0
			}
		}, in}})
	}
}
