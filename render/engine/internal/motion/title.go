package motion

import (
	"image"
	"math"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// leastTitle is the least size of a title, u: a headline's.
const leastTitle = 5.6

// leastArt is how much of the hero art has to be seen, u: less is a sliver.
const leastArt = 24

// drawTitle is the opening card: logo, title, one sentence, a tag and the hero art.
func drawTitle(c *comp) {
	head := c.sc.Headline
	wide := 118 - c.margin() - 4
	long := len([]rune(head)) > 36
	artX, artY, artW := 118.0, 10.0, 58.0
	if long && !c.port {
		artX, artW = 131, 42
		wide = artX - c.margin() - 4
	}
	if c.th.Style.Flat {
		wide -= 6 // the panel leans, and so do the words
	}
	if c.port {
		wide = c.w - 13
		artX, artY, artW = 30+(c.w-100)*.6, 108, 58
		if c.spoken() {
			artY = 141
		}
		if c.th.Style.Flat {
			artY += 5 // its cap stands above it
		}
		if artY > c.h-leastArt {
			c.stageMotif(box{4, 20, c.w - 8, 90})
		}
	}
	alone := c.port && artY > c.h-leastArt // no art below
	c.hero(artX, artY, artW)
	m, ty := c.margin(), 35.0
	if c.port {
		m, ty = 7, 39
	}
	switch {
	case c.port:
	case c.spoken():
		ty = 27 // captions stand at the foot
		if c.sc.Label == "" {
			ty = 29
		}
	case c.sc.Subtitle == "":
		ty += 6
	}
	logoY := c.pick(13.5+1.7, 24+2)
	c.logo(m, logoY, c.pick(3.3, 4), c.st.Dark, c.enter(.1))
	lines := 2
	if c.port {
		lines = 3
		if len([]rune(head)) > 48 { // rather more lines than small type
			lines = 5
		}
	}
	sub := c.block(set{role: look.Subtitle, text: c.sc.Subtitle, w: c.pick(min(88, wide), c.w-20), lines: c.lines(2, 3), color: c.st.Muted})
	tag := c.block(set{role: look.Label, size: c.pick(2.3, 3.2), weight: 560, text: c.sc.Label, w: c.pick(70, 70), lines: 1, color: c.st.Text})
	// The title may take what the rest leaves.
	room := 62 - ty
	if sub == nil {
		room = 78 - ty
	}
	if c.spoken() {
		room = 78 - ty - c.hgt(sub) - c.hgt(tag) - 6
	}
	if c.port {
		room = max(77-ty, 100-ty-c.hgt(sub)-c.hgt(tag)-12)
		if sub == nil {
			room = 92 - ty
		}
	}
	words := set{role: look.TitleText, text: head, w: wide, h: room, lines: lines, color: c.st.Text, stops: c.port}
	words.size = look.TitleText.Size(c.port) * c.larger(words)
	title := c.block(words)
	// A long title is set smaller, in more lines, before any of its words are lost.
	for size := 9.0; title != nil && title.Cut && size >= leastTitle; size -= .6 {
		words.size, words.lines = size, c.lines(6, 8)
		if c.port {
			words.h = max(room, min(117, artY-4)-ty-3.4-c.hgt(sub)-5-c.hgt(tag)-8)
		}
		title = c.block(words)
	}
	th := c.hgt(title)
	if !c.port && rowCount(title) == 1 {
		ty += 6
	}
	if c.port { // midway, or a little above, to where the captions or the art begin
		foot, share := min(117, artY-4), .4
		if !alone {
			share = .3
		}
		ty += max(0, foot-ty-th-3.4-c.hgt(sub)-5-c.hgt(tag)) * share
	}
	c.rows(title, m, ty, .15, "headline")
	sy := 65.5
	if c.spoken() {
		sy = 0
	}
	if want := ty + th + c.pick(4.2, 3.4); c.port || want > sy || rowCount(title) < 2 {
		sy = want
	}
	delay := .15 + .08*float64(rowCount(title)) + .25
	c.put(sub, m+.3, sy, c.enterAs("subtitle", delay, 0))
	tagY := c.pick(87.1, 97)
	if c.spoken() && !c.port {
		tagY = sy + c.hgt(sub) + 4.5
	}
	if c.port {
		tagY = sy + c.hgt(sub) + 5
		if !alone {
			tagY = max(tagY, min(97, tagY+4))
		}
	}
	c.tag(tag, m+.2, tagY)
	if c.port {
		c.captionZone(box{6.5, 119, c.w - 13, 18})
	} else {
		c.captionZone(box{m, 79.5, artX - m - 4, 15.1})
	}
	c.hit(.15, "whoosh")
}

func (c *comp) lines(land, port int) int {
	if c.port {
		return port
	}
	return land
}

// captioned says whether captions will run in this scene.
func (c *comp) captioned() bool { return c.in.Captions && len(c.in.Lines) > 0 }

// spoken says whether the foot of the frame is taken: by captions or a ticker.
func (c *comp) spoken() bool { return c.captioned() || len(c.sc.Ticker) > 0 }

func rowCount(b *text.Block) int {
	if b == nil {
		return 0
	}
	return len(b.Rows)
}

// tag is a short line behind a bar that grows.
func (c *comp) tag(b *text.Block, x, y float64) {
	if b == nil {
		return
	}
	if c.th.Style.Flat {
		c.chip(b.Spec.Text, x, y-c.hgt(b)*.8, .9)
		return
	}
	h := c.pick(.7, .8)
	bar := c.newCanvas(5, h, .2)
	bar.rr(0, 0, 5, h, h/2, solid(c.th.A), 1)
	bar.put(x, y-h/2, c.grow(.9, .4, false, outQuint))
	c.put(b, x+6.8, y-c.hgt(b)/2, c.enter(1.0))
}

// hero is the title's picture: a panel of the motif's units, some of them lit, that
// bleeds off the bottom of the frame.
func (c *comp) hero(x, y, w float64) {
	h := c.view().y + c.view().h - y + 6
	if h-6 < leastArt && c.port && c.th.Style.Name != "retro" { // only its edge would be seen; retro's stands higher
		return
	}
	k := c.newCanvas(w, h, 15)
	th := c.th
	if th.Style.Flat {
		c.posterHero(x, y, w, h)
		return
	}
	at := func(l, ch float64) look.RGB { return th.Tint(l, min(ch, th.P.LCH().C), 0) }
	r := 6 * w / 58
	k.shadow(-2, 8, w+4, h, r, 2, 12, th.Ink0, .6)
	l0, l1, l2 := .50, .36, .24
	if th.Style.Name == "cinematic" {
		l0, l1, l2 = .30, .20, .13
	}
	k.rr(0, 0, w, h+10, r, cssLinear(0, 0, w, h, 150, gs(0, at(l0, l0*.4), 1), gs(.5, at(l1, l1*.42), 1), gs(1, at(l2, l2*.38), 1)), 1)
	k.outline(.15, .15, w-.3, h+10, r, .3, raster.Linear{X0: 0, X1: w, Stops: []raster.Stop{gs(0, look.RGB{R: 1, G: 1, B: 1}, .28), gs(1, look.RGB{R: 1, G: 1, B: 1}, 0)}}, 1)
	cols := 5
	if w < 50 {
		cols = 4
	}
	g := w / 58 * 1.9
	cell := (w-2*6*w/58+g)/float64(cols) - g
	rows := int(math.Ceil((h - 7) / (cell + g)))
	type spot struct{ i, j int }
	spots := c.scatter(cols, rows, cols*rows*11/40)
	var lit []spot
	for i := range cols {
		for j := range rows {
			q := box{6*w/58 + float64(i)*(cell+g), 7*w/58 + float64(j)*(cell+g), cell, cell}
			if spots[[2]int{i, j}] {
				lit = append(lit, spot{i, j})
			}
			shape(k.Canvas, c.heroKind(), q, white(1), .06+c.rng.float()*.09, i, j)
		}
	}
	rise := func(t float64, p *scene.Pose) {
		if e := outQuint(ramp(c.held(t), 0, .9)); e < 1 {
			p.Y += 14 * c.u * (1 - e)
			p.Alpha *= clamp01(ramp(t, 0, .3) * 1.2)
		}
	}
	k.put(x, y, rise)
	// One sprite serves all lit cells.
	pad := cell * 1.1
	ls := c.newCanvas(cell, cell, pad)
	ls.radial(cell/2, cell/2, cell*1.05+pad*.8, cell*1.05+pad*.8, th.A, .42)
	shape(ls.Canvas, c.heroKind(), box{0, 0, cell, cell}, cssLinear(0, 0, cell, cell, 180, gs(0, th.AccentHi, 1), gs(1, th.A, 1)), 1, 1, 1)
	for n, s := range lit {
		qx, qy := 6*w/58+float64(s.i)*(cell+g), 7*w/58+float64(s.j)*(cell+g)
		on := .4 + 1.2*float64((n*7)%len(lit))/float64(len(lit))
		period := 1.8 * float64(len(lit)) // one of them goes out and comes back every so long
		phase := 1.8 * float64((n*turns(len(lit)))%len(lit))
		ls.put(x+qx, y+qy, rise, c.pop(on, .4), func(t float64, p *scene.Pose) {
			if v := math.Mod(t-2+phase, period); v < t-2 { // its turn began after the panel stood
				p.Alpha *= blink(v, 1.6, .1)
			}
		})
	}
}

// turns is a stride by which n things are all visited out of order.
func turns(n int) int {
	for _, k := range []int{5, 3, 7} {
		if n%k != 0 {
			return k
		}
	}
	return 1
}

// scatter picks n cells of a grid so that no row, column or block of them is full.
func (c *comp) scatter(cols, rows, n int) map[[2]int]bool {
	out := map[[2]int]bool{}
	for try := 0; try < 400 && len(out) < n; try++ {
		i, j := int(c.rng.next()%uint64(cols)), int(c.rng.next()%uint64(rows))
		inRow, near := 0, 0
		for k := range cols {
			if out[[2]int{k, j}] {
				inRow++
			}
		}
		for _, d := range [][2]int{{0, 1}, {0, -1}, {1, 0}, {-1, 0}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}} {
			if out[[2]int{i + d[0], j + d[1]}] {
				near++
			}
		}
		if inRow < 2 && near < 2 {
			out[[2]int{i, j}] = true
		}
	}
	return out
}

// heroKind is the motif's unit in the hero panel.
func (c *comp) heroKind() string {
	switch k := c.th.Style.Motif; k {
	case "dots", "rings", "bars", "diagonals", "arcs":
		return k
	}
	return "square"
}

// posterHero is the hero panel of flat styles: one colour, a thick line, windows in
// the other colours.
func (c *comp) posterHero(x, y, w, h float64) {
	th := c.th
	fill, windows, dim := th.Flats[1], []look.RGB{th.Flats[2], th.Flats[3], {R: 1, G: 1, B: 1}}, th.Line
	if fill == c.st.Base {
		fill = th.Flats[0]
	}
	turn := 4.0
	if th.Style.Name == "retro" {
		fill, windows = th.P, []look.RGB{th.A, look.MustHex("#FCF3DF")}
		turn = 0
		x, w = x+w*.15, w*.7
		y += 28 * (w / 40.6)
		if c.port {
			y -= 22
		}
	}
	b, hd := th.Style.Border*2, th.Style.Hard*2.4
	if th.Style.Name == "flat" {
		turn = 0
	}
	k := c.newCanvas(w, h, 6)
	r := 5.0 * w / 58
	cap := th.Flats[3]
	if th.Style.Name == "retro" {
		cap = th.Line
	}
	plate := func(px, py, pw, ph, pr float64, col look.RGB) {
		if b > 0 {
			k.rr(px-b/2, py-b/2, pw+b, ph+b, pr+b/2, solid(th.Line), 1)
		}
		k.rr(px+b/2, py+b/2, pw-b, ph-b, max(.2, pr-b/2), solid(col), 1)
	}
	plate(w*.34, -6*w/58, w*.32, 12*w/58, r*.4, cap)
	if hd > 0 {
		k.rr(hd, hd, w, h+20, r, solid(th.Line), 1)
	}
	plate(0, 0, w, h+20, r, fill)
	cols := 5
	g := w / 58 * 1.9
	cell := (w-12*w/58+g)/float64(cols) - g
	rows := int(math.Ceil((h + 6) / (cell + g)))
	lit := c.scatter(cols, rows, cols*rows*11/40)
	n := 0
	for j := range rows {
		for i := range cols {
			q := box{6*w/58 + float64(i)*(cell+g), 7*w/58 + float64(j)*(cell+g), cell, cell}
			if lit[[2]int{i, j}] {
				shape(k.Canvas, "square", q, solid(windows[n%len(windows)]), 1, i, j)
				n++
			} else {
				shape(k.Canvas, "square", q, raster.Solid(dim.NRGBA(.34)), 1, i, j)
			}
		}
	}
	k.put(x, y, func(t float64, p *scene.Pose) {
		if e := outBack(ramp(c.held(t), .1, .7)); e != 1 {
			p.Y += math.Round(30 * c.u * (1 - e))
		}
		p.Rotate = turn
		pivot(p)
	})
}

// tellingRow is the first row of a title that says something by itself.
func tellingRow(rows []string, lang string) int {
	for i, r := range rows {
		if slices.ContainsFunc(strings.Fields(r), func(w string) bool { return stressable(w, lang) }) {
			return i
		}
	}
	return 0
}

// posterTitle is a poster's title: the first row that says something on a white plate,
// the others with a stacked shadow, all at an angle.
func (c *comp) posterTitle(b *text.Block, x, y, at float64, tracks []track) {
	th := c.th
	rest := c.newCanvas(b.W/c.u+3, b.H/c.u+2, 4)
	white1 := look.RGB{R: 1, G: 1, B: 1}
	col := b.Spec.Color
	var texts []string
	rs := []rune(b.Spec.Text)
	for _, r := range b.Rows {
		texts = append(texts, string(rs[min(r.From, len(rs)):min(r.To, len(rs))]))
	}
	on := tellingRow(texts, c.lang())
	row := b.Rows[on]
	size := b.Size / c.u
	px, pw := row.X/c.u-.14*size, row.W/c.u+.28*size
	py, ph := row.Top/c.u+.02*size, 1.0*size
	hd := th.Style.Hard
	bd := max(.3, th.Style.Border)
	ctm := rest.CTM
	draw := func(i int, d float64, fill look.RGB) {
		rest.CTM = raster.Translate(rest.padX+d*c.u, rest.padY+d*c.u)
		rest.Fill(b.Path(i), solid(fill), 1)
		rest.CTM = ctm
	}
	for i := range b.Rows {
		if i == on {
			continue
		}
		top := look.RGB{R: float64(col.R) / 255, G: float64(col.G) / 255, B: float64(col.B) / 255}
		line := col == th.Line.NRGBA(1) // which casts no shadow of its own colour
		if line && look.Contrast(white1, c.st.Base) >= 2 {
			top, line = white1, false // reads on every flat colour that is not as light
		}
		for d := .9; d > .05 && !line; d -= .1 {
			draw(i, d, th.Line)
		}
		draw(i, 0, top)
	}
	rest.rr(px+hd, py+hd, pw, ph, 1.6, solid(th.Line), 1)
	rest.rr(px, py, pw, ph, 1.6, solid(th.Line), 1)
	rest.rr(px+bd, py+bd, pw-2*bd, ph-2*bd, 1.6-bd/2, solid(white1), 1)
	draw(on, 0, th.Line)
	l := rest.put(x, y+.6, append([]track{c.enter(at), func(_ float64, p *scene.Pose) {
		p.Rotate += c.tiltText(b)
		p.PivotX, p.PivotY = rest.padX, rest.padY+b.H/2
	}}, tracks...)...)
	c.note(l, b, b.Bounds(-1).Add(image.Pt(int(rest.padX), int(rest.padY))))
}
