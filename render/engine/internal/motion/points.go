package motion

import (
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// panel puts the presenter into a panel at the side (portrait: on top, down to foot u) and
// returns the side it is on.
func (c *comp) panel(foot float64) (left bool) {
	left = c.sc.Presenter != "right"
	c.lasting(func() { c.seatPanel(foot, left) })
	return left
}

func (c *comp) seatPanel(foot float64, left bool) {
	fr := c.frame()
	s := &scene.Slot{Push: 1.02}
	var k *canvas
	var sx, sy float64
	if c.port {
		h := foot - fr.y
		s.Window = c.px(box{fr.x, fr.y, fr.w, h})
		s.Radii = [4]float64{2: 5 * c.u, 3: 5 * c.u}
		s.EyeX, s.EyeY, s.Head = c.pxX(c.w/2), c.pxY(32.5-.4*(60-foot)), (21.5-.36*(60-foot))*c.u
		k = c.newCanvas(fr.w, 12, 0)
		k.shadow(-8, -14, fr.w+16, 14, 5, 2, 7, c.th.Ink1, .3)
		sx, sy = fr.x, foot
	} else {
		w := 62.2 - fr.x
		s.Window = c.px(box{fr.x, fr.y, w, fr.h})
		s.Radii = [4]float64{1: 4 * c.u, 2: 4 * c.u}
		s.EyeX, s.EyeY, s.Head = c.pxX(31), c.pxY(47), 33*c.u
		sx, sy = 62.2, fr.y
		if !left {
			s.Window = c.px(box{177.78 - 62.2, fr.y, fr.x + fr.w - (177.78 - 62.2), fr.h})
			s.Radii = [4]float64{0: 4 * c.u, 3: 4 * c.u}
			s.EyeX = c.pxX(177.78 - 31)
			sx = 177.78 - 62.2 - 12
		}
		k = c.newCanvas(12, fr.h, 0)
		if left {
			k.shadow(-26, -6, 26, fr.h+12, 4, 0, 9, c.th.Ink1, .28)
		} else {
			k.shadow(12, -6, 26, fr.h+12, 4, 0, 9, c.th.Ink1, .28)
		}
	}
	if f := map[string]float64{"close": 1.15, "waist": .8}[c.sc.Framing]; f > 0 {
		s.Head *= f
	}
	in := c.panelEnter(left, foot)
	k.put(sx, sy, in...)
	c.stage.Slot, c.stage.SlotAt = s, len(c.stage.Layers)
	s.Enter = &layer{sprite: k.sprite(), alpha: 1, tracks: in}
	if c.port {
		c.topShade(fr.w, 25, in...)
	} else if left {
		c.topShade(62.2-fr.x, 20, in...)
	}
}

// panelEnter wipes the panel in.
func (c *comp) panelEnter(left bool, foot float64) []track {
	dx, dy := -62.2-c.ox, 0.0
	if !left {
		dx = -dx
	}
	if c.port {
		dx, dy = 0, -foot-c.oy
	}
	return []track{func(t float64, p *scene.Pose) {
		if e := outQuint(ramp(c.held(t), 0, .5)); e < 1 {
			p.X += math.Round(dx * c.u * (1 - e))
			p.Y += math.Round(dy * c.u * (1 - e))
		}
	}}
}

// drawPoints is the presenter beside a list whose rows become active as they are
// spoken of.
func drawPoints(c *comp) {
	with := c.presented()
	left := true
	foot := 60.0
	if with {
		if c.port && (c.wordyRows() || len(c.sc.Items) > 3) { // they need more room than the presenter does
			foot = 51
		}
		left = c.panel(foot)
	} else {
		c.stageMotif(c.content())
	}
	if with && c.st.Name == "paper" && !c.port {
		if left {
			c.stageMotif(c.content())
		}
	} else if with && c.port {
		fr := c.frame()
		c.motif(field{x: 6, y: fr.y + fr.h - 38, cols: 10, rows: 4, skyline: []int{3, 3, 2, 3, 2, 1, 2, 1, 0, 1}, min: .02, max: .07})
	}
	x, w, y := 71.0, 97.9, 23.0
	hx, hy, hw := x, 12.0, 98.0
	hs := 6.0
	switch {
	case c.port && with:
		x, w, y = 6.5, c.w-13, foot+13
		hx, hy, hw, hs = 6.5, foot+3.2, c.w-13, 7
	case c.port:
		x, w, y = 6.5, c.w-13, 46
		hx, hy, hw, hs = 6.5, 21, c.w-13, 8.1
	case !with:
		y = 22
		hx, hy, hw, hs = 8.9, 24, 54, 7.6
	case !left:
		x, hx = 8.9, 8.9
	}
	lines := 1
	if !with {
		lines = c.lines(5, 2)
	}
	head := c.block(set{role: look.Headline, size: hs, text: c.sc.Headline, w: hw, h: c.pick(0, 17), lines: lines, color: c.st.Text})
	if !with && !c.port && head != nil {
		hy = max(22, 48-c.hgt(head)/2)
	}
	c.rows(head, hx, hy, .15, "headline")
	switch {
	case with && c.port && rowCount(head) > 1:
		y += c.hgt(head) - 7.4
	case with && !c.port:
		y = max(y, hy+c.hgt(head)+3)
		if len(c.sc.Items) == 1 { // midway to where captions stand
			y += 7
		}
	}
	if !with && c.port {
		y = max(40, hy+c.hgt(head)+5)
	}
	c.list(x, y, w, with)
	c.lasting(func() {
		if c.th.Style.Bars > 0 && !c.port {
			// the letterbox takes the furniture's row
		} else if with && !c.port && left {
			c.logo(c.margin(), 7, 2.1, c.darkSet(), c.fade(0, .3))
			c.marker(7, c.margin(), c.st.Dark)
		} else if with && c.port {
			c.furnitureOn(c.darkSet(), c.darkSet())
		} else if with {
			c.logo(c.margin(), 7, 2.1, c.st.Dark, c.fade(0, .3))
		} else {
			c.furniture()
		}
	})
	zone := box{}
	if with && !c.port {
		zone = box{66, 80.5, 102, 14.1}
		if !left {
			zone.x = 8.9
		}
	} else if c.port && with {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
}

// wordyRows says whether rows of usual height have no room for what they say: a name and a
// line below it of which one needs two lines.
func (c *comp) wordyRows() bool {
	if n := len(c.sc.Items); n < 3 {
		return false
	}
	for _, it := range c.sc.Items {
		name := c.block(set{role: look.CardTitle, size: 4.05, weight: 680, text: it.Title, w: c.w - 38, color: c.st.Text})
		line := c.block(set{role: look.Body, size: 2.9, text: it.Body, w: c.w - 38, color: c.st.Muted})
		if line != nil && (rowCount(name) > 1 || rowCount(line) > 1) {
			return true
		}
	}
	return false
}

// itemTimes are the moments the items are spoken of.
func (c *comp) itemTimes(items []scene.Item) []float64 {
	names := make([]string, len(items))
	for i, it := range items {
		names[i] = it.Cue
		if names[i] == "" {
			names[i] = it.Title
		}
		if names[i] == "" || c.sc.Kind == scene.Timeline && it.Cue == "" && c.cues.sooner(it.Label, names[i]) {
			names[i] = it.Label
		}
	}
	return c.cues.spread(names)
}
