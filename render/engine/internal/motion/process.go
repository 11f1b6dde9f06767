package motion

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawProcess is steps in order on a rising curve that draws itself as far as the
// voice has come; in portrait, on a rail.
func drawProcess(c *comp) {
	items := c.sc.Items
	if len(items) == 0 {
		drawStatement(c)
		return
	}
	items = items[:min(len(items), c.most())]
	head := c.stageHead(c.pick(110, c.w-13))
	at := c.itemTimes(items)
	items, nums := numbered(items, c.before())
	if c.port {
		c.stageMotif(box{6, 18, c.w - 12, 100})
		c.rail(items, nums, at, true, head)
	} else if len(items) > 5 {
		c.twoRows(items, nums, at)
	} else {
		c.stairs(items, nums, at)
	}
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
}

// numbered gives steps whose words no icon shows their numbers to wear in its place; a
// number that was their label stands there and not on the card as well. With icons that
// mean something nums holds "", and the order says the number.
func numbered(items []scene.Item, before int) (steps []scene.Item, nums []string) {
	steps, nums = slices.Clone(items), make([]string, len(items))
	plain := 0
	for _, it := range items {
		if icons.Plain(it.Icon, it.Title, it.Body, it.Label) {
			plain++
		}
	}
	for i := range steps {
		it := &steps[i]
		if 2*plain >= len(items) {
			nums[i] = strconv.Itoa(before + i + 1)
		}
		if n := strings.Trim(it.Label, " .)"); it.Title != "" && n != "" && utf8.RuneCountInString(n) <= 2 && strings.IndexFunc(n, func(r rune) bool { return !unicode.IsDigit(r) }) < 0 {
			if it.Label = ""; nums[i] != "" {
				nums[i] = n
			}
		}
	}
	return steps, nums
}

// stageHead sets the headline in its usual place and returns where content begins.
func (c *comp) stageHead(w float64) float64 {
	head := c.block(set{role: look.Headline, text: c.sc.Headline, w: w, h: c.pick(0, 18), lines: c.lines(1, 2), color: c.st.Text})
	y := c.pick(12.5, 19.5)
	if rowCount(head) > 1 && !c.port {
		y = 10.5
	}
	c.rows(head, c.margin(), y, .15, "headline")
	return y + c.hgt(head)
}

func (c *comp) stairs(items []scene.Item, nums []string, at []float64) {
	n := len(items)
	gap := 3.63
	cw := (160 - gap*float64(n-1)) / float64(n)
	left := 8.9
	if n == 1 { // in the middle
		cw, left = 100, 88.9-50
	}
	hs := 31.5
	y0, step := 49.5, 6.0
	if n >= 5 || !slices.ContainsFunc(items, func(it scene.Item) bool { return strings.TrimSpace(it.Body) != "" }) {
		hs, y0 = 22, 53 // no more than a title has to stand in them
	}
	if n > 1 {
		step = 18 / float64(n-1)
	}
	type node struct{ x, y float64 }
	var nodes []node
	for i := range items {
		nodes = append(nodes, node{left + float64(i)*(cw+gap) + 7, y0 - step*float64(i) - 6.2})
	}
	p := &raster.Path{}
	p.MoveTo(-8-c.ox, nodes[0].y+5)
	p.CubeTo(0, nodes[0].y+4, 4, nodes[0].y, nodes[0].x, nodes[0].y)
	for i := 1; i < n; i++ {
		a, b := nodes[i-1], nodes[i]
		d := (b.x - a.x) * .5
		p.CubeTo(a.x+d, a.y, b.x-d, b.y, b.x, b.y)
	}
	last := nodes[n-1]
	p.CubeTo(last.x+12, last.y, 165, last.y-3, 186+2*c.ox, last.y-4)
	fr := c.frame()
	path := func(paint raster.Paint) *canvas {
		k := c.newCanvas(fr.w, 46, 0)
		k.CTM = k.CTM.Mul(raster.Translate(-fr.x, -20))
		k.Fill(p.Stroke(.7), paint, 1)
		return k
	}
	base := path(raster.Solid(c.st.Text.NRGBA(.2)))
	base.put(fr.x, 20, c.grow(.2, .9, false, inOutCubic))
	hot := c.th.A
	if c.th.Style.Flat {
		hot = c.st.Accent
	}
	fill := path(raster.Linear{X0: 0, X1: 100, Stops: []raster.Stop{gs(0, hot, .3), gs(1, hot, 1)}})
	fill.put(fr.x, 20, func(t float64, q *scene.Pose) {
		x := -10.0 - c.ox
		for i := range nodes {
			from := -10.0 - c.ox
			if i > 0 {
				from = nodes[i-1].x
			}
			x = max(x, from+(nodes[i].x-from)*inOutCubic(ramp(c.held(t), at[i], .5)))
			if t < at[i] {
				break
			}
		}
		b := q.Sprite.Img.Rect
		b.Max.X = int(c.pxX(x))
		clip(q, b)
	})
	for i := range items {
		c.step(items, nums[i], i, box{nodes[i].x - 7, nodes[i].y + 6.2, cw, hs}, nodes[i].x, nodes[i].y, 9.6, at)
	}
}

// twoRows sets six to eight steps, three or four in a row.
func (c *comp) twoRows(items []scene.Item, nums []string, at []float64) {
	cols := (len(items) + 1) / 2
	cw := (160 - 3.6*float64(cols-1)) / float64(cols)
	for i := range items {
		x := 8.9 + float64(i%cols)*(cw+3.6)
		y := 28.0 + float64(i/cols)*28
		c.step(items, nums[i], i, box{x, y, cw, 20.5}, x+6, y, 7.6, at)
	}
}

// step is the card of one of the steps with its tile riding on the top edge, in its three
// states. All steps have titles of one size, and all say their bodies or none does.
func (c *comp) step(items []scene.Item, num string, i int, b box, tx, ty, z float64, at []float64) {
	it, n := items[i], len(items)
	end := c.in.Seconds + 9
	if i+1 < len(at) {
		end = at[i+1]
	}
	ts, bs := 4.5, 2.7
	switch {
	case n >= 5:
		ts, bs = 3.6, 2.4
	case b.h < 30 && n <= 3:
		ts = 5 // there is no more on the card
	case n <= 2: // few cards are large, and so is what they say
		ts, bs = 5.8, 3.5
	case n == 3:
		ts, bs = 5, 3.1
	}
	tag := look.Role{Land: 2.2, Port: 2.7, Weight: 600, Line: 1.25}
	if letters(items) {
		tag = look.Role{Land: 3.4, Port: 3.6, Weight: 760, Line: 1.15}
	}
	words := func(it scene.Item) (label, title string) {
		if it.Title == "" {
			return "", it.Label
		}
		return it.Label, it.Title
	}
	lines := 2
	if !slices.ContainsFunc(items, func(it scene.Item) bool { return strings.TrimSpace(it.Body) != "" }) {
		lines = 3 // there is nothing below them
	}
	draw := func(s state, k *canvas, ct cardText) {
		lcol := ct.muted
		if s == normal {
			lcol = ct.accent
		}
		top := z/2 + 1.6
		labels, titles, bodies := make([]set, n), make([]set, n), make([]set, n)
		for j, q := range items {
			label, title := words(q)
			labels[j] = set{role: tag, text: label, w: b.w - 5.6, lines: 1, color: lcol}
			titles[j] = set{role: look.CardTitle, size: ts, weight: 700, text: title, w: b.w - 5.6, h: b.h - top - 1.4, lines: lines, color: ct.text}
		}
		lbs, tbs := c.blocks(labels), c.blocks(titles)
		below := func(j int) float64 { return top + c.hgt(lbs[j]) + .7 + c.hgt(tbs[j]) + 1 }
		var bbs []*text.Block
		for q := bs; bbs == nil && q >= .72*bs; q *= .94 { // smaller before any is left out
			for j, it := range items {
				room := b.h - below(j) - 1.2
				bodies[j] = set{role: look.Body, size: q, text: it.Body, w: b.w - 5.6, h: room, lines: max(3, int(room/(1.35*q))), color: ct.muted}
			}
			if bbs = c.blocks(bodies); slices.ContainsFunc(bbs, func(t *text.Block) bool { return t != nil && t.Cut }) && q*.94 >= .72*bs {
				bbs = nil
			}
		}
		for j := range items {
			if c.hgt(bbs[j]) > bodies[j].h+.05 || trails(bbs[j]) {
				bbs[j] = nil
			}
		}
		k.text(lbs[i], 2.8, top)
		k.text(tbs[i], 2.8, top+c.hgt(lbs[i])+.7)
		k.text(bbs[i], 2.8, below(i))
	}
	card := func(s state) *canvas {
		return c.cardWhenSeen(b.w, b.h, cardStyle{state: s, n: i}, func(k *canvas, ct cardText) { draw(s, k, ct) })
	}
	card(later).put(b.x, b.y, c.enterAs("items", .3+.09*float64(i), i), c.show(-1, at[i]+.35, .15))
	if i+1 < len(at) {
		card(normal).put(b.x, b.y, c.show(end, 0, .25))
	}
	card(active).put(b.x, b.y, c.show(at[i]+.08, end, .25), c.nudge(at[i]+.08))
	c.stepTile(it, num, i, tx, ty, z, at[i], end)
	c.hit(at[i], "tick")
}

// letters says whether steps are called by a letter or two, which small type would lose.
func letters(items []scene.Item) bool {
	long := slices.ContainsFunc(items, func(it scene.Item) bool { return utf8.RuneCountInString(it.Label) > 2 })
	return !long && slices.ContainsFunc(items, func(it scene.Item) bool { return it.Label != "" })
}

// nudge lifts a card a little as it becomes active.
func (c *comp) nudge(at float64) track {
	return func(t float64, p *scene.Pose) {
		if k := ramp(c.held(t), at, .4); k < 1 {
			p.Y += math.Round(1.2 * c.u * (1 - outQuint(k)))
		}
	}
}

// stepTile is the icon of a step, or its number, centred at (x, y): dim before, hot while
// active.
func (c *comp) stepTile(it scene.Item, num string, i int, x, y, z, at, end float64) {
	icon := icons.For(it.Icon, i, it.Title, it.Body, it.Label)
	th := c.th
	pc := min(th.P.LCH().C, .15)
	mk := func(bg, col, border look.RGB, ba float64, ring bool) *canvas {
		k := c.newCanvas(z, z, 4.5)
		if !th.Style.Flat {
			k.shadow(0, 0, z, z, z*.31, 1.2, 3, th.Ink0, .45)
		}
		if ring {
			k.rr(-1, -1, z+2, z+2, z*.31+1, raster.Solid(th.A.NRGBA(.22)), 1)
		}
		k.rr(0, 0, z, z, z*.31, solid(bg), 1)
		k.outline(0, 0, z, z, z*.31, max(.14, th.Style.Border), raster.Solid(border.NRGBA(ba)), 1)
		if num != "" {
			b := c.block(set{role: look.Role{Land: z * .5, Port: z * .5, Weight: 760, Track: -.02, Line: 1, Display: true}, text: num, color: col, rigid: true})
			k.text(b, (z-c.wid(b))/2, (z-c.hgt(b))/2)
			return k
		}
		s := z * .55
		k.icon(icon, (z-s)/2, (z-s)/2, s, col, 0)
		return k
	}
	w := look.RGB{R: 1, G: 1, B: 1}
	border, ba := w, .2
	if th.Style.Flat {
		border, ba = th.Line, 1
	}
	dimBG, doneBG, dimCol, doneCol := th.Tint(.27, min(.06, pc), 0), th.Tint(.40, pc, 0), c.st.Muted, w
	if !c.st.Dark && !th.Style.Flat {
		dimBG, doneBG, dimCol, doneCol = th.Paper1, th.Stage("paper").Primary, c.st.Muted, w
	}
	if th.Style.Flat {
		dimBG, doneBG, dimCol, doneCol = w, w, th.Line, th.Line
	}
	if th.Style.Name == "cinematic" {
		dimBG, doneBG = th.InkCard, th.InkCard
		doneCol = c.st.Text
	}
	doneCol = look.Repair(doneCol, doneBG, 3)
	px, py := x-z/2, y-z/2
	mk(dimBG, dimCol, border, ba, false).put(px, py, c.pop(.35+.09*float64(i), .4), c.show(-1, at+.3, .1))
	mk(doneBG, doneCol, border, ba, false).put(px, py, c.show(end, 0, .2))
	hotBorder, hb := th.A, 1.0
	if th.Style.Flat {
		hotBorder = th.Line
	}
	mk(th.A, th.OnA, hotBorder, hb, true).put(px, py, c.pop(at, .4), c.show(at, end, .2))
}

// dot marks an event on an axis; the last one is hot.
func (c *comp) dot(x, y, at float64, hot bool) {
	z := 3.0
	if hot {
		z = 5
	}
	k := c.newCanvas(z, z, 3)
	p := c.st.Primary
	if hot {
		k.disc(z/2, z/2, z/2+1.1, raster.Solid(c.th.A.NRGBA(.3)), 1)
		k.disc(z/2, z/2, z/2, white(1), 1)
		k.disc(z/2, z/2, z/2-.7, solid(c.th.A), 1)
	} else {
		k.disc(z/2, z/2, z/2, solid(p), 1)
		inner := look.RGB{R: 1, G: 1, B: 1}
		if c.st.Dark && !c.th.Style.Flat {
			inner = c.st.Base
		}
		k.disc(z/2, z/2, z/2-.75, solid(inner), 1)
	}
	k.put(x-z/2, y-z/2, c.pop(at, .35))
}
