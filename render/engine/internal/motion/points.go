package motion

import (
	"math"

	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// panel puts the presenter into a panel at the side (portrait: on top, down to foot u) and
// returns the side it is on.
func (c *comp) panel(foot float64) (left bool) {
	fr := c.frame()
	left = c.sc.Presenter != "right"
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
	return left
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
		if c.port && c.wordyRows() { // they need more room than the presenter does
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
	}
	if !with && c.port {
		y = max(40, hy+c.hgt(head)+5)
	}
	c.list(x, y, w, with)
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

// wordyRows says whether rows of usual height have no room for what they say: a title of
// two lines and a line below it.
func (c *comp) wordyRows() bool {
	if n := len(c.sc.Items); n < 3 {
		return false
	}
	for _, it := range c.sc.Items {
		title := c.block(set{role: look.CardTitle, size: 4.05, weight: 680, text: it.Title, w: c.w - 38, color: c.st.Text})
		if it.Body != "" && rowCount(title) > 1 {
			return true
		}
	}
	return false
}

// rowSize says how high rows are for n items, and whether their bodies are shown.
func (c *comp) rowSize(n int) (h, grow, gap float64, bodies bool) {
	if c.port {
		switch {
		case n == 1:
			return 34, 0, 1.4, true
		case n == 2:
			return 20, 2, 1.4, true
		default:
			return 13.2, 1.8, 1.4, true
		}
	}
	switch n {
	case 1:
		return 40, 0, 1.8, true
	case 2:
		return 21, 2, 2.4, true
	case 3:
		return 15.8, 1.8, 1.8, true
	case 4:
		return 12.4, 1.6, 1.4, true
	case 5:
		return 10, 1.4, 1.2, false
	}
	return 8.2, 1.2, 1.2, false
}

// list draws the rows.
func (c *comp) list(x, y, w float64, with bool) {
	items := c.sc.Items
	items = items[:min(len(items), c.most())]
	n := len(items)
	if n == 0 {
		return
	}
	h, grow, gap, bodies := c.rowSize(n)
	if !with && c.port && n > 1 {
		room := c.bottom(c.captioned()) - 1 - y
		h, grow, gap, bodies = min(25, (room-1.6)/float64(n)-1.8), 1.6, 1.8, n < 6
	}
	if !with && c.port { // few rows stand midway, not under the headline
		y += max(0, c.bottom(c.captioned())-1-y-float64(n)*(h+gap)-grow) * .4
	}
	if with && c.port && n > 2 {
		if most := (120.4-y-grow)/3 - gap; c.wordyRows() {
			if !c.captioned() {
				most += 5
			}
			h = min(18, most)
		} else {
			h = min(h, most)
		}
	}
	if !c.port && !c.spoken() && n > 1 { // no captions below: the rows take their place
		h = min(h*1.25, (c.bottom(false)-y-grow)/float64(n)-gap)
	}
	if n > 6 && !c.port {
		h, grow, gap = 56/float64(n)-1, .8, 1
	}
	if with && !c.port { // below a headline of two lines
		h = min(h, (c.bottom(c.spoken())+1.5-y-grow)/float64(n)-gap)
	}
	at := c.itemTimes(items)
	names := make([]set, n)
	bods := make([]set, n)
	ts, bs := 4.0, 2.7
	if c.port {
		ts, bs = 4.5, 3.2
	}
	switch {
	case h > 24: // one row is the scene
		ts, bs = ts*1.5, bs*1.34
	case h > 18 || h > 16 && !(c.port && with):
		ts, bs = ts*1.2, bs*1.12
	}
	if h < 13 {
		ts, bs = ts*.9, bs*.9
	}
	if h < 9 {
		ts *= .92
	}
	tz := min(c.pick(8.6, 9), h-3.4)
	ix := c.pick(2.8, 3.2)
	bare := h < 8 // too low for a tile: the icon stands alone, as large as the letters
	switch {
	case h > 24:
		tz, ix = 14, 4
	case h > 16:
		tz = c.pick(10, 10.5)
	case bare:
		tz = h * 1.05
		ix -= tz * .15
	}
	textX := ix + tz + c.pick(2.8, 3)
	if bare {
		textX -= tz * .23
	}
	tick := c.pick(4.2, 5)
	tw := w - textX - tick - 4.4
	for i, it := range items {
		title, body := it.Title, it.Body
		if title == "" {
			title, body = it.Label, it.Body
		}
		if body == "" {
			body = it.Value
		}
		if !bodies {
			body = ""
		}
		titleLines := 1
		if body == "" && h > 9 || c.port && with && h > 14.5 && h <= 18 {
			titleLines = 2
		}
		names[i] = set{role: look.CardTitle, size: ts, weight: 680, text: title, w: tw, lines: titleLines, color: c.st.Text}
		bods[i] = set{role: look.Body, size: bs, text: body, w: tw, lines: 1, color: c.st.Muted}
		if h > 16 {
			if !with || !c.port || n < 3 {
				names[i].lines = 1
			}
			if h > 24 {
				bods[i].lines, names[i].lines = 2, 2
			}
		}
	}
	// All rows say their bodies, or none does.
	nbs := c.blocks(names)
	for i := range bods {
		bods[i].h = h - 1.6 - c.hgt(nbs[i]) - c.pick(.7, .4)
		if bods[i].h > 2*bs*1.33 { // two lines are rather had than small type
			bods[i].lines = 2
		}
		if bods[i].text != "" && c.whole(bods[i]) == nil {
			for j := range bods {
				bods[j].text = ""
			}
			break
		}
	}
	// Measure once for a common size, then set in each state's colours.
	scroll := c.scroller(n, at, h+gap)
	bottom, scrolls := y+3*(h+gap)+grow, c.port && n > 3 && with
	move := func(i int) track {
		return func(t float64, p *scene.Pose) {
			v := 0.0
			for k := range at {
				// Rows below the active one make room for its growth.
				if k < i {
					on := inOutCubic(ramp(c.held(t), at[k], .35))
					if k+1 < n && k+1 <= i-0 {
						on -= inOutCubic(ramp(c.held(t), at[k+1], .35))
					}
					v += grow * on
				}
			}
			if i > 0 && at[0] > t {
				v = 0
			}
			v -= scroll(t)
			p.Y += math.Round(v * c.u)
			if scrolls { // rows fade as they leave the window of three
				at := float64(i)*(h+gap) + v
				p.Alpha *= clamp01(1+at/(.35*h)) * clamp01(1-(at-2*(h+gap)-grow)/(.35*h))
			}
		}
	}
	draw := func(i int, k *canvas, ct cardText, w, h, shift float64, tileFill look.Fill, icon look.RGB) {
		ns, bs := make([]set, n), make([]set, n)
		copy(ns, names)
		copy(bs, bods)
		for j := range ns {
			ns[j].color, bs[j].color = ct.text, ct.muted
		}
		nb, bb := c.blocks(ns)[i], c.blocks(bs)[i]
		z := tz
		tx := textX - c.pick(0, .6)*shift
		if bare {
			tileFill.Alpha = 0
		}
		k.tile(icons.For(items[i].Icon, i, items[i].Title, items[i].Body), ix, (h-z)/2, z, tileFill, icon)
		gap := c.pick(.7, .4)
		if bb == nil {
			gap = 0
		}
		top := (h - c.hgt(nb) - c.hgt(bb) - gap) / 2
		k.text(nb, tx, top)
		k.text(bb, tx, top+c.hgt(nb)+gap)
	}
	for i := range items {
		ry := y + float64(i)*(h+gap)
		in := c.enterAs("items", .25+.09*float64(i), i)
		tracks := func(more ...track) []track {
			t := append([]track{move(i)}, more...)
			if scrolls {
				t = append(t, window(c.px(box{0, y - .6, c.w, bottom - y + 10})))
			}
			return t
		}
		// later: from the start until it is spoken of
		lk, lt := c.card(w, h, cardStyle{state: later, n: i})
		lf := lt.tile
		lf.Alpha *= .7
		draw(i, lk, lt, w, h, 0, lf, lt.tileIcon)
		gone := at[i] + .3
		if c.th.Style.Card == look.HairCard {
			gone = at[i] - .1 // it would shine through the active one
		}
		lk.put(x, ry, tracks(in, c.show(-1, gone, .12))...)
		end := c.in.Seconds + 9
		if i+1 < n {
			end = at[i+1]
		}
		// The active row breaks the column by out. Its words stand further left than the
		// others', and would be seen twice in a fade.
		out := c.pick(5, 2.5)
		if !with {
			out = c.pick(3, 2)
		}
		away, back := c.handOver(end, .25, box{x - out, ry, w + out, h})
		// done: after the next one is
		if i+1 < n {
			nk, nt := c.card(w, h, cardStyle{}) // one colour for all: only the active row is hot
			draw(i, nk, nt, w, h, 0, nt.tile, nt.tileIcon)
			nk.put(x, ry, tracks(back)...)
		}
		// active: wipes in from the left, larger, and breaks the column
		ak, a := c.card(w+out, h+grow, cardStyle{state: active, n: i, radius: 3})
		af := a.tile
		draw(i, ak, a, w+out, h+grow, 1, af, a.tileIcon)
		ak.put(x-out, ry, tracks(c.grow(at[i], .35, false, inOutCubic), away, c.show(at[i], 0, .06))...)
		c.hit(at[i], "tick")
		if i+1 < n {
			tk := c.newCanvas(tick, tick, .4)
			tk.disc(tick/2, tick/2, tick/2, raster.Solid(c.st.Primary.NRGBA(.12)), 1)
			s := tick * .64
			col := c.st.Primary
			if c.th.Style.Flat {
				col = c.th.Line
			}
			mark := "check"
			if items[i].Icon == "x" {
				mark = "x" // what is not so is not ticked off
			}
			tk.icon(mark, (tick-s)/2, (tick-s)/2, s, col, 2.6)
			tx := x + w - tick - 2.8
			tk.put(tx, ry+(h-tick)/2, tracks(c.pop(end+.1, .3))...)
		}
	}
}

// scroller moves a long list so that the active row and its neighbours are in the
// portrait window of three.
func (c *comp) scroller(n int, at []float64, pitch float64) func(t float64) float64 {
	if !c.port || n <= 3 || !c.presented() {
		return func(float64) float64 { return 0 }
	}
	return func(t float64) float64 {
		v := 0.0
		for i := 2; i < n; i++ {
			if i-1 <= n-3 {
				v += pitch * inOutCubic(ramp(c.held(t), at[i], .45))
			}
		}
		return v
	}
}

// itemTimes are the moments the items are spoken of.
func (c *comp) itemTimes(items []scene.Item) []float64 {
	names := make([]string, len(items))
	for i, it := range items {
		names[i] = it.Cue
		if names[i] == "" {
			names[i] = it.Title
		}
		if names[i] == "" {
			names[i] = it.Label
		}
	}
	return c.cues.spread(names)
}
