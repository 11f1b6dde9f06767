package motion

import (
	"slices"

	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawGrid is a bento of cards: a lead card with art, one card in the accent, the
// rest plain.
func drawGrid(c *comp) {
	items := c.sc.Items
	if len(items) == 0 {
		drawStatement(c)
		return
	}
	items = items[:min(len(items), c.most())]
	n := len(items)
	c.stageMotif(c.content())
	boxes, lead := c.bento(n, c.stageHead(c.pick(150, c.w-13)))
	at := make([]float64, n)
	spread := c.itemTimes(items)
	named := 0
	for _, it := range items {
		cue := it.Cue
		if cue == "" {
			cue = it.Title
		}
		if _, _, ok := c.cues.find(cue, 0); ok {
			named++
		}
	}
	for i, b := range boxes {
		at[i] = .3 + .05*(b.x+b.y-boxes[0].x-boxes[0].y)/30 // a diagonal sweep
		if named*2 > n {
			at[i] = spread[i]
		}
	}
	// Same role, same size: lay the plain tiles out together.
	ts := c.pick(3.7, 4.4)
	if n == 2 {
		ts = c.pick(6, 6)
	}
	if n == 4 && c.port {
		ts = 5
	}
	if n > 6 {
		ts = c.pick(3.3, 3.8)
	}
	for i, it := range items {
		b := boxes[i]
		switch {
		case i == 0 && lead:
			c.leadCard(it, b, n == 1, at[i])
		default:
			c.gridCard(it, items, boxes, lead, i, n, ts, at[i])
		}
		c.hit(at[i], "pop")
	}
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
}

// bento places n tiles below a headline that ends at head; lead says whether the first is
// the large one.
func (c *comp) bento(n int, head float64) (out []box, lead bool) {
	if c.port {
		w := c.w - 13
		half := (w - 2.4) / 2
		top := min(39.5, max(head+4.5, 26))
		room := 117 - top
		if !c.spoken() { // down to where a note stands
			room = min(133, c.h-9) - top
		}
		switch {
		case n == 1:
			return []box{{6.5, top, w, min(room, 76)}}, true
		case n == 2:
			h := (room - 2.4) / 2
			return []box{{6.5, top, w, h}, {6.5, top + h + 2.4, w, h}}, false
		}
		// Pairs below a lead, or pairs alone: no row is left with one.
		rest, leadH := n, 0.0
		if n%2 == 1 {
			rest, leadH = n-1, map[int]float64{3: 34, 5: 23, 7: 18}[n]
			if leadH == 0 {
				leadH = 15
			}
			out = append(out, box{6.5, top, w, leadH})
			top += leadH + 2.4
			room -= leadH + 2.4
		}
		rows := rest / 2
		h := min(42, (room-2.4*float64(rows-1))/float64(rows))
		for i := range rest {
			out = append(out, box{6.5 + float64(i%2)*(half+2.4), top + float64(i/2)*(h+2.4), half, h})
		}
		return out, leadH > 0
	}
	top, h := 25.5, 63.5
	if c.spoken() {
		top, h = 23.5, 55
	}
	g := 2.5
	lw := 54.0
	half := (h - g) / 2
	rx := 8.9 + lw + g
	rw := 160 - lw - g
	leadBox := box{8.9, top, lw, h}
	switch n {
	case 1:
		return []box{{8.9, top, 160, h}}, true
	case 2:
		w := (160 - g) / 2
		return []box{{8.9, top, w, h}, {8.9 + w + g, top, w, h}}, false
	case 3:
		return []box{leadBox, {rx, top, rw, half}, {rx, top + half + g, rw, half}}, true
	case 4:
		w := (rw - g) / 2
		return []box{leadBox, {rx, top, rw, half}, {rx, top + half + g, w, half}, {rx + w + g, top + half + g, w, half}}, true
	case 5:
		w := (rw - g) / 2
		return []box{leadBox, {rx, top, w, half}, {rx + w + g, top, w, half}, {rx, top + half + g, w, half}, {rx + w + g, top + half + g, w, half}}, true
	case 6:
		w, t := (rw-g)/2, (rw-2*g)/3
		return []box{leadBox, {rx, top, w, half}, {rx + w + g, top, w, half},
			{rx, top + half + g, t, half}, {rx + t + g, top + half + g, t, half}, {rx + 2*(t+g), top + half + g, t, half}}, true
	}
	cols, x0, x1, rows := 3, 8.9, 168.9, 3
	switch n {
	case 7: // a lead, and three in a row
		out, lead = append(out, leadBox), true
		x0, rows = rx, 2
	case 8:
		cols, rows = 4, 2
	}
	w, hh := (x1-x0-g*float64(cols-1))/float64(cols), (h-g*float64(rows-1))/float64(rows)
	for i := range n - len(out) {
		out = append(out, box{x0 + float64(i%cols)*(w+g), top + float64(i/cols)*(hh+g), w, hh})
	}
	return out, lead
}

// leadCard is the large hot card with its picture at the foot; alone it is the scene.
func (c *comp) leadCard(it scene.Item, b box, alone bool, at float64) {
	style := cardStyle{state: active}
	ct := c.onCard(b.w, b.h, style)
	pad, ts, bs, gap := 4.0, c.pick(5.2, 5.6), c.pick(2.7, 3.2), 1.3
	switch {
	case alone:
		pad, ts, bs = c.pick(6.5, 5), c.pick(9, 7.6), c.pick(3.6, 4.2)
	case b.h < 20: // a strip over many tiles
		pad, ts, bs, gap = 3.2, 4.6, 2.9, .5
	}
	wide := b.w > b.h*1.6
	tw := b.w - 2*pad
	if wide {
		tw = b.w*.56 - pad
	}
	st := tileSize{value: ts * 1.5, title: ts, body: bs}
	if it.Value != "" {
		st.title = ts * .62
	}
	stack := tileOf(it).sets(st, tw, ct, 3)
	room := b.h - 1.6*pad // of the words; the art stands beside them, or below
	if !wide {
		room = b.h * .62
	}
	vb := c.block(stack.value)
	stack.title.h = room - c.hgt(vb)
	tb := c.block(stack.title)
	stack.body.h = room - c.hgt(vb) - c.hgt(tb) - gap
	bb := c.whole(stack.body)
	y := pad * .95
	if wide {
		y = (b.h - c.stackHeight(vb, tb, bb, gap)) / 2
	}
	foot := y + c.stackHeight(vb, tb, bb, gap)
	c.place(b, 0, at, func(k *canvas, quiet raster.Paint) { k.bars(pad, y+1, ts*.5, quiet, tw*.7, tw*.45) })
	// The art: a panel of motif units with the item's icon among them.
	aw := min(27.0, b.w*.5)
	ax, ay := (b.w-aw)/2, max(foot+3.7, b.h*.5)
	if wide {
		ax, ay = b.w*.6, b.h*.16
		aw = b.w * .34
	}
	c.cardWhenSeen(b.w, b.h, style, func(k *canvas, _ cardText) {
		k.stack(pad, y, vb, tb, bb, gap)
		if k.Dst.Rect.Empty() {
			return // words alone are asked for
		}
		art := c.newCanvas(b.w, b.h, 0)
		c.panelArt(art, ax, ay, aw, b.h-ay+4, icons.For(it.Icon, 0, it.Title, it.Body))
		k.inlay(art, c.th.Style.Radius)
	}).put(b.x, b.y, c.enterAs("items", at, 0))
}

// panelArt draws a small panel of units; styles without cards get a large icon.
func (c *comp) panelArt(k *canvas, x, y, w, h float64, icon string) {
	if c.th.Style.Card == look.HairCard {
		s := min(w, h) * .6
		k.icon(icon, x+(w-s)/2, y+(h-s)/2-2, s, c.st.Accent, .7)
		return
	}
	if !c.th.Style.Flat {
		k.shadow(x, y+2, w, h, 2.8, 1.5, 5, c.th.Ink0, .4)
		k.rr(x, y, w, h, 2.8, cssLinear(x, y, w, h, 150, gs(0, c.th.Tint(.46, min(.18, c.th.P.LCH().C), 0), 1), gs(1, c.th.Tint(.26, min(.1, c.th.P.LCH().C), 0), 1)), 1)
		k.outline(x, y, w, h, 2.8, .15, white(.18), 1)
	} else {
		k.rr(x, y, w, h, c.th.Style.Radius, solid(c.th.Line), 1)
	}
	cols := 5
	g := w * .035
	cell := (w - g*float64(cols+1)) / float64(cols)
	rows := int(h/(cell+g)) + 1
	r := newRNG(c.in.Board.Seed + 33)
	for i := range cols {
		for j := range rows {
			q := box{x + g + float64(i)*(cell+g), y + g + float64(j)*(cell+g), cell, cell}
			lit := r.float() < .2
			if lit {
				shape(k.Canvas, c.heroKind(), q, cssLinear(q.x, q.y, cell, cell, 180, gs(0, c.th.AccentHi, 1), gs(1, c.th.A, 1)), 1, i, j)
			} else {
				shape(k.Canvas, c.heroKind(), q, white(1), .06+r.float()*.09, i, j)
			}
		}
	}
}

// mostHot is the largest share of the frame that a card in the accent may fill.
const mostHot = .1

// gridCard is a plain tile: icon, title, one line or two.
func (c *comp) gridCard(it scene.Item, items []scene.Item, boxes []box, lead bool, i, n int, ts, at float64) {
	b := boxes[i]
	s := cardStyle{n: i}
	last, f := boxes[n-1], c.frame()
	accented := n > 2 && last.w*last.h <= mostHot*f.w*f.h && !(lead && c.th.A.Apart(c.hotFill()) < .12)
	switch {
	case accented && i == n-1:
		s.fill = &c.th.A
	case !accented && !lead && i == 0:
		s.state = active
	}
	ct := c.onCard(b.w, b.h, s)
	pad, gap := c.pick(3, 2.8), 2.2
	row := b.h < 19 && b.w > 40 || b.h < 15 // icon beside the words
	z := c.pick(8, 7)
	switch {
	case n == 2:
		z, gap = 11, 3.3
	case row:
		z = min(z, b.h-5)
	case c.port && b.h < 27:
		z, gap = 6, 1.6
	case c.port && b.h > 34:
		z = 10
	}
	valued := slices.ContainsFunc(items, func(it scene.Item) bool { return it.Value != "" })
	told := slices.ContainsFunc(items, func(it scene.Item) bool { return it.Body != "" })
	bare := !row && !valued && !told && n > 2 // an icon and a name
	if bare {
		z, ts = min(b.h*.36, b.w*.3, c.pick(10, 10)), ts*1.16
	}
	st := tileSize{value: ts * 1.55, title: ts, body: ts * c.pick(.676, .682)}
	if valued {
		st.title = max(ts*.78, c.pick(2.8, 3.4))
	}
	width := func(j int) float64 {
		switch {
		case lead && j == 0:
			return 1000
		case row:
			return boxes[j].w - 2*pad - z - 2.2
		}
		return boxes[j].w - 2*pad
	}
	var values, titles, bodies []set
	for j, q := range items {
		lines := 2
		if row || valued || boxes[j].h < 26 {
			lines = 1
		}
		t := tileOf(q).sets(st, width(j), ct, lines)
		values, titles, bodies = append(values, t.value), append(titles, t.title), append(bodies, t.body)
	}
	vbs, tbs := c.blocks(values), c.blocks(titles)
	room := func(j int) float64 { // that value and title leave
		if row {
			return boxes[j].h - c.hgt(vbs[j]) - c.hgt(tbs[j]) - 2.2
		}
		return boxes[j].h - pad*.95 - z - gap - c.hgt(vbs[j]) - c.hgt(tbs[j]) - 1.7
	}
	if tight := func(j int) bool { return !(lead && j == 0) && c.hgt(c.block(bodies[j])) > room(j)-.7 }; !row && n > 2 {
		for j := range bodies { // a smaller icon leaves the words their margin at the foot
			if tight(j) {
				z, gap = min(z, c.pick(6, 5)), 1.3
				break
			}
		}
	}
	for j := range bodies { // as many lines as there is room for
		bodies[j].h = room(j)
		bodies[j].lines = max(bodies[j].lines, min(5, int(room(j)/(1.35*st.body))))
	}
	bbs := c.blocks(bodies)
	for j := range items { // all tiles have their bodies, or none
		if !(lead && j == 0) && c.hgt(bbs[j]) > room(j)+.05 {
			bbs[i] = nil
		}
	}
	if trails(bbs[i]) {
		bbs[i] = nil
	}
	vb, tb, bb := vbs[i], tbs[i], bbs[i]
	top := pad * .95
	tx, ty, under := pad, top+z+gap, .5 // of the words
	switch {
	case row:
		top, under = (b.h-z)/2, .4
		tx, ty = pad+z+2.2, (b.h-c.stackHeight(vb, tb, bb, under))/2
	case n == 2:
		top = (b.h - z - gap - c.stackHeight(vb, tb, bb, under)) / 2
		ty = top + z + gap
	case n > 2: // the words stand at the foot, those of tiles beside each other on one line
		high := 0.0
		for j := range items {
			if boxes[j].y == b.y && !(lead && j == 0) {
				high = max(high, c.stackHeight(vbs[j], tbs[j], bbs[j], under))
			}
		}
		ty = max(ty, b.h-pad*.9-high)
	}
	c.place(b, i, at, func(k *canvas, quiet raster.Paint) {
		k.rr(pad, top, z, z, z*.3, quiet, 1)
		k.bars(tx, ty+ts*.3, ts*.6, quiet, (b.w-tx-pad)*.6)
	})
	c.cardWhenSeen(b.w, b.h, s, func(k *canvas, ct cardText) {
		k.tile(icons.For(it.Icon, i, it.Title, it.Body), pad, top, z, ct.tile, ct.tileIcon)
		k.stack(tx, ty, vb, tb, bb, under)
	}).put(b.x, b.y, c.enterAs("items", at, i), tilt(c.cardTilt(i)*.4))
}

// tileText is what a tile says: a value, what that is, and a line.
type tileText struct{ value, title, body string }

func tileOf(it scene.Item) tileText {
	t := tileText{it.Value, it.Title, it.Body}
	if t.title == "" {
		t.title = it.Label
	}
	return t
}

// tileSize are the sizes of a tile's type, u.
type tileSize struct{ value, title, body float64 }

type tileSets struct{ value, title, body set }

// sets are the texts in a width of w u, their title on so many lines at most.
func (t tileText) sets(s tileSize, w float64, ct cardText, lines int) tileSets {
	name := ct.text
	if t.value != "" {
		name = ct.muted // one thing of a tile is loud
	}
	return tileSets{
		value: set{role: look.StatValue, size: s.value, text: t.value, w: w, lines: 1, color: ct.text},
		title: set{role: look.CardTitle, size: s.title, text: t.title, w: w, lines: min(2, lines), color: name},
		body:  set{role: look.Body, size: s.body, text: t.body, w: w, lines: max(2, lines), color: ct.muted},
	}
}

// stack draws a value, a title and, gap u below, a line, and returns where they end.
func (k *canvas) stack(x, y float64, value, title, body *text.Block, gap float64) {
	k.text(value, x, y)
	k.text(title, x, y+k.c.hgt(value))
	k.text(body, x, y+k.c.hgt(value)+k.c.hgt(title)+gap)
}

func (c *comp) stackHeight(value, title, body *text.Block, gap float64) float64 {
	if body == nil {
		gap = 0
	}
	return c.hgt(value) + c.hgt(title) + c.hgt(body) + gap
}
