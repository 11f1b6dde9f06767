package motion

import (
	"math"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawCode is a code block that types itself in a window.
func drawCode(c *comp) {
	src := strings.TrimRight(strings.ReplaceAll(c.sc.Code, "\t", "  "), " \n")
	if src == "" {
		drawStatement(c)
		return
	}
	c.stageMotif(box{0, 10, 200, 200})
	bottom := c.stageHead(c.pick(150, c.w-13))
	top := max(c.pick(25, 40), bottom+3.5)
	foot := c.pick(91, 137)
	if c.spoken() {
		foot = c.pick(79, 116)
	}
	m := c.margin()
	if c.port {
		m = 5
	}
	b := box{m, top, c.w - 2*m, foot - top}
	if c.w > 177 {
		b.w = 177.78 - 2*m
	}
	// The window is as high as its lines need.
	if n := float64(strings.Count(src, "\n") + 1); n*c.pick(3.4, 3.4)*1.5+11 < b.h {
		b.h = max(c.pick(30, 40), n*3.4*1.5+11)
	}
	dark := c.th.Tint(.17, min(.04, c.th.P.LCH().C), 0)
	k := c.newCanvas(b.w, b.h, 13)
	st := c.th.Style
	if st.Flat {
		k.plate(0, 0, b.w, b.h, cardStyle{fill: &dark})
	} else {
		k.shadow(0, 0, b.w, b.h, 2.8, 3, 8, c.th.Ink0, .5)
		k.rr(0, 0, b.w, b.h, 2.8, solid(dark), 1)
		k.outline(0, 0, b.w, b.h, 2.8, .1, white(.14), 1)
	}
	for i, col := range []string{"#FF5F57", "#FEBC2E", "#28C840"} {
		k.disc(3.4+float64(i)*2.6, 3.4, .85, solid(look.MustHex(col)), 1)
	}
	if l := c.sc.CodeLang; l != "" {
		lb := c.block(set{role: look.Role{Land: 2, Port: 2.4, Weight: 540, Line: 1.2}, text: l, w: 30, lines: 1, color: look.RGB{R: .66, G: .7, B: .78}})
		k.text(lb, b.w-3.2-c.wid(lb), 3.4-c.hgt(lb)/2)
	}
	k.put(b.x, b.y, c.enter(.2))
	c.typeCode(src, box{b.x + 4, b.y + 7.6, b.w - 8, b.h - 10.5})
	c.furniture()
	c.captionZone(box{})
}

// typeCode sets the lines at one size and opens each as it is typed.
func (c *comp) typeCode(src string, b box) {
	lines := strings.Split(src, "\n")
	widest := 0
	for _, l := range lines {
		widest = max(widest, len([]rune(l)))
	}
	floor := c.pick(look.FloorLand, look.FloorPort)
	size := min(c.pick(3.4, 3.4), b.h/float64(len(lines))/1.5, b.w/(.6*float64(max(widest, 12))))
	size = max(size, floor)
	fit := int(b.h / (size * 1.5))
	if len(lines) > fit {
		lines = append(lines[:max(1, fit-1)], "…")
	}
	cols := int(b.w / (.6 * size))
	total := 0
	for i, l := range lines {
		if rs := []rune(l); len(rs) > cols {
			lines[i] = string(rs[:max(1, cols-1)]) + "…"
		}
		total += len([]rune(lines[i])) + 3
	}
	span := max(.8, min(.62*c.in.Seconds, float64(total)/38))
	per := span / float64(max(1, total))
	t0 := .6
	cell := .6 * size * c.u
	type stop struct {
		at   float64
		x, y float64
		n    int
	}
	var stops []stop
	for i, l := range lines {
		rs := []rune(l)
		y := b.y + float64(i)*size*1.5
		stops = append(stops, stop{t0, b.x, y, len(rs)})
		if strings.TrimSpace(l) != "" {
			blk := c.in.Fonts.Layout(text.Spec{Text: l, Size: size * c.u, Weight: 500, Line: 1.5, Mono: true, Rigid: true,
				Color: codePlain.NRGBA(1), Spans: highlight(rs, c.th)})
			s, dx, dy := blk.Sprite()
			px, py := c.pxX(b.x)+float64(dx), c.pxY(y)+float64(dy)
			start, n := t0, len(rs)
			left := c.pxX(b.x)
			c.add(s, px, py, func(t float64, p *scene.Pose) {
				typed := math.Floor((t - start) / per)
				if typed >= float64(n) {
					return
				}
				if typed <= 0 {
					p.Alpha = 0
					return
				}
				r := c.px(c.frame())
				r.Max.X = int(left + typed*cell + .5)
				clip(p, r)
			})
		}
		t0 += per * float64(len(rs)+3)
	}
	end := t0
	cur := c.newCanvas(.28, size*1.2, 0)
	cur.rr(0, 0, .28, size*1.2, .1, solid(c.th.A), 1)
	spr := cur.sprite()
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
		if t < .6 || t > end && math.Mod(t-end, 1) > .5 {
			return scene.Pose{}
		}
		s := stops[0]
		for _, q := range stops {
			if t >= q.at {
				s = q
			}
		}
		n := min(float64(s.n), math.Floor((t-s.at)/per))
		return scene.Pose{Sprite: spr, X: math.Round(c.pxX(s.x) + n*cell), Y: math.Round(c.pxY(s.y + size*.15)), Scale: 1, Alpha: 1}
	}))
}

var codePlain = look.MustHex("#E6EAF4")

var keywords = map[string]bool{}

func init() {
	for _, w := range strings.Fields("func function def class return if else elif for while in of import from package const let var type struct interface switch case break continue go defer select range map chan nil null None true false True False async await yield try except catch finally throw raise new public private static void int string bool float echo export do then fi done select where insert update delete create table into values and or not with as lambda use fn mut pub impl match enum trait module require end begin") {
		keywords[w] = true
	}
}

// highlight colours comments, strings, numbers and keywords of any common language.
func highlight(rs []rune, th *look.Theme) []text.Span {
	comment := look.MustHex("#7F8AA3")
	str := look.MustHex("#9BE3A8")
	number := look.MustHex("#FFCB7D")
	key := look.Repair(look.LCH{L: .76, C: .13, H: th.HP}.RGB(), look.MustHex("#141B30"), 5)
	var out []text.Span
	for i := 0; i < len(rs); {
		r := rs[i]
		switch {
		case r == '#' && (i == 0 || unicode.IsSpace(rs[i-1])) || r == '/' && i+1 < len(rs) && rs[i+1] == '/' && (i == 0 || rs[i-1] != ':') || r == '-' && i+1 < len(rs) && rs[i+1] == '-' && i+2 < len(rs) && rs[i+2] == ' ':
			return append(out, span(i, len(rs), comment))
		case r == '"' || r == '\'' || r == '`':
			j := i + 1
			for j < len(rs) && rs[j] != r {
				if rs[j] == '\\' {
					j++
				}
				j++
			}
			j = min(j+1, len(rs))
			out = append(out, span(i, j, str))
			i = j
		case unicode.IsDigit(r):
			j := i
			for j < len(rs) && (unicode.IsDigit(rs[j]) || rs[j] == '.' || rs[j] == '_' || rs[j] == 'x') {
				j++
			}
			out = append(out, span(i, j, number))
			i = j
		case unicode.IsLetter(r) || r == '_':
			j := i
			for j < len(rs) && (unicode.IsLetter(rs[j]) || unicode.IsDigit(rs[j]) || rs[j] == '_') {
				j++
			}
			w := string(rs[i:j])
			if keywords[w] || keywords[strings.ToLower(w)] && w == strings.ToUpper(w) {
				out = append(out, span(i, j, key))
			} else if j < len(rs) && rs[j] == ':' && strings.TrimSpace(string(rs[:i])) == "" {
				out = append(out, span(i, j, key)) // a key of YAML or JSON
			}
			i = j
		default:
			i++
		}
	}
	return out
}

// drawTable is rows and columns under a head row.
func drawTable(c *comp) {
	rows := c.sc.Rows
	if len(rows) == 0 && len(c.sc.Columns) > 0 {
		rows = tableOf(c.sc.Columns)
	}
	if len(rows) < 2 {
		drawStatement(c)
		return
	}
	c.stageMotif(c.content())
	bottom := c.stageHead(c.pick(150, c.w-13))
	cols := 0
	for _, r := range rows {
		cols = max(cols, len(r))
	}
	cols = min(cols, c.lines(6, 4))
	rows = rows[:min(len(rows), c.lines(8, 9))]
	top := max(c.pick(25, 40), bottom+4)
	foot := c.pick(91, 137)
	if c.spoken() {
		foot = c.pick(79, 116.5)
	}
	n := len(rows)
	pitch := min((foot-top-2)/float64(n), c.pick(11, 12))
	b := box{c.margin(), top, c.pick(160, c.w-13), pitch*float64(n) + 2}
	k, ct := c.card(b.w, b.h, cardStyle{})
	head := &raster.Path{}
	r := max(0, c.th.Style.Radius-.1)
	head.RoundRect4(.1, .1, b.w-.2, pitch+1, [4]float64{r, r, 0, 0})
	headCol := look.Fill{RGB: c.th.P, Alpha: .08}
	if c.st.Dark || c.th.Style.Flat {
		headCol = look.Fill{RGB: ct.text, Alpha: .09}
	}
	if c.st.Name == "brand" && c.st.Dark {
		headCol = look.Fill{Alpha: .12}
	}
	if c.th.Style.Border < .2 {
		k.Fill(head, fillOf(headCol), 1)
	}
	k.put(b.x, b.y, c.enter(.2))
	cell := func(i, j int) string {
		if j < len(rows[i]) {
			return strings.TrimSpace(rows[i][j])
		}
		return ""
	}
	// Columns take their share by their longest cell, the first a little more.
	weights, sum := make([]float64, cols), 0.0
	numeric := make([]bool, cols)
	for j := range cols {
		longest, digits := 3, 0
		for i := range rows {
			longest = max(longest, min(28, len([]rune(cell(i, j)))))
			if i > 0 && startsNumber(cell(i, j)) {
				digits++
			}
		}
		weights[j] = float64(longest) + 4
		if j == 0 {
			weights[j] += 3
		}
		numeric[j] = j > 0 && digits*2 > n-1
		sum += weights[j]
	}
	pad := c.pick(3.4, 3)
	size := min(c.pick(3.1, 3.4), pitch*.36)
	var sets []set
	for i := range rows {
		for j := range cols {
			s := set{role: look.Role{Land: size, Port: size, Weight: 460, Line: 1.18}, text: cell(i, j), w: (b.w-2*pad)*weights[j]/sum - 1.6, lines: 1, color: ct.muted, h: pitch - 1}
			if i == 0 {
				s.weight, s.color = 640, ct.text
			} else if j == 0 {
				s.weight, s.color = 600, ct.text
			}
			if pitch > size*2.9 {
				s.lines = 2
			}
			sets = append(sets, s)
		}
	}
	bs := c.blocks(sets)
	var names []string
	for i := 1; i < n; i++ {
		names = append(names, cell(i, 0))
	}
	at := c.tableTimes(names)
	for i := range rows {
		rk := c.newCanvas(b.w, pitch, .3)
		if i > 0 {
			rk.rr(pad, 0, b.w-2*pad, .12, 0, fillOf(c.st.Hair), 1)
		}
		x := pad
		for j := range cols {
			w := (b.w - 2*pad) * weights[j] / sum
			q := bs[i*cols+j]
			if q != nil {
				tx := x
				if numeric[j] {
					tx = x + w - c.wid(q)
				}
				rk.text(q, tx, (pitch-c.hgt(q))/2)
			} else if i > 0 {
				rk.rr(x, pitch/2-.12, 2.4, .24, .12, raster.Solid(ct.muted.NRGBA(.6)), 1)
			}
			x += w
		}
		start := .35
		if i > 0 {
			start = at[i-1]
			c.hit(start, "tick")
		}
		y := b.y + float64(i)*pitch
		if i > 0 {
			y += 1
		} else {
			y += .5
		}
		rk.put(b.x, y, c.enter(start))
	}
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
}

// tableTimes brings rows on when they are named, else quickly one after the other.
func (c *comp) tableTimes(names []string) []float64 {
	named := 0
	for _, s := range names {
		if _, _, ok := c.cues.find(s, 0); ok {
			named++
		}
	}
	if named*2 > len(names) {
		return c.cues.spread(names)
	}
	out := make([]float64, len(names))
	for i := range out {
		out[i] = .5 + .12*float64(i)
	}
	return out
}

func startsNumber(s string) bool {
	s = strings.TrimLeft(s, "€$£¥₹+−-~≈<> ")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// tableOf makes rows of comparison columns.
func tableOf(cols []scene.Column) [][]string {
	head := []string{""}
	n := 0
	for _, c := range cols {
		head = append(head, c.Title)
		n = max(n, len(c.Rows))
	}
	out := [][]string{head}
	for i := range n {
		row := []string{""}
		for _, c := range cols {
			v := ""
			if i < len(c.Rows) {
				v = c.Rows[i].Value
				if v == "" {
					v = c.Rows[i].Title
				}
				if row[0] == "" {
					row[0] = c.Rows[i].Label
				}
			}
			row = append(row, v)
		}
		out = append(out, row)
	}
	return out
}

// drawLocation is a place without a map: a pin among rings, its name, its address.
func drawLocation(c *comp) {
	cx, cy, r := 132.0, 46.0, 34.0
	if c.port {
		cx, cy, r = c.w/2, 52, 30
	}
	if c.spoken() && !c.port {
		cy = 43
	}
	c.stageMotif(box{0, 0, 300, 300})
	col := c.th.P
	if c.st.Dark {
		col = c.st.Text
	}
	acc := c.th.A
	k := c.newCanvas(2*r, 2*r, 1)
	for i := 4; i >= 1; i-- {
		q := r * float64(i) / 4
		k.disc(r, r, q, raster.Solid(col.NRGBA(.035)), 1)
		p := &raster.Path{}
		p.Circle(r, r, q-.1)
		k.Fill(p.Stroke(.16), raster.Solid(col.NRGBA(.16)), 1)
	}
	// Streets: two families of lines through the rings, clipped to them.
	inside := &raster.Path{}
	inside.Circle(r, r, r)
	k.Clip(inside)
	g := newRNG(c.in.Board.Seed + uint64(len(c.sc.Headline))*31)
	turn := .2 + g.float()*.5
	for dir := range 2 {
		sn, cs := math.Sincos(turn + float64(dir)*math.Pi/2)
		for i := -3; i <= 3; i++ {
			d := (float64(i) + (g.float()-.5)*.5) * r * .31
			px, py := r-sn*d, r+cs*d
			wd := .35
			if i == dir-1 {
				wd = 1.1
			}
			k.line(px-cs*2*r, py-sn*2*r, px+cs*2*r, py+sn*2*r, wd, raster.Solid(col.NRGBA(.09)), 1)
		}
	}
	k.Unclip()
	k.put(cx-r, cy-r, c.pop(.1, .7))
	// A ring goes out from the pin every 2.4 s.
	for i := range 2 {
		w := c.newCanvas(2*r*.8, 2*r*.8, .5)
		p := &raster.Path{}
		p.Circle(r*.8, r*.8, r*.8-.3)
		w.Fill(p.Stroke(.5), solid(acc), 1)
		off := 1.2 * float64(i)
		w.put(cx-r*.8, cy-r*.8, func(t float64, p *scene.Pose) {
			v := math.Mod(t-.9-off+24, 2.4) / 2.4
			if t < .9+off {
				p.Alpha = 0
				return
			}
			p.Scale = .12 + .88*outCubic(v)
			p.Alpha = .7 * (1 - v)
			pivot(p)
		})
	}
	z := c.pick(15, 15)
	pin := c.newCanvas(z, z, 3)
	pin.disc(z/2, z/2, z/2, raster.Solid(acc.NRGBA(.22)), 1)
	pin.disc(z/2, z/2, z*.38, solid(acc), 1)
	s := z * .42
	pin.icon("pin", (z-s)/2, (z-s)/2, s, c.th.OnA, 2)
	pin.put(cx-z/2, cy-z/2, c.pop(.55, .45))
	x, w := 8.9, 82.0
	if c.port {
		x, w = 6.5, c.w-13
	}
	al := text.Start
	if c.port {
		al = text.Center
	}
	head := c.block(set{role: look.BigHead, size: c.pick(11, 11), text: c.sc.Headline, w: w, h: c.pick(34, 24), lines: c.lines(3, 2), color: c.st.Text, align: al})
	sub := c.block(set{role: look.Subtitle, text: c.sc.Subtitle, w: w, lines: 3, color: c.st.Muted, align: al})
	y := c.pick(44-(c.hgt(head)+c.hgt(sub)+3)/2, 86)
	if c.sc.Label != "" {
		if c.port {
			lb := c.block(set{role: look.Role{Land: 3, Port: 3.2, Weight: 620, Line: 1.2}, text: c.sc.Label, w: w, lines: 1, color: c.smallAccent(), align: al})
			c.put(lb, x, y, c.enter(.3))
			y += 5.5
		} else {
			y += 2
			c.chip(c.sc.Label, x, y-7.6, .3)
		}
	}
	c.rows(head, x, y, .25, "headline")
	c.put(sub, x+.1, y+c.hgt(head)+2.6, c.enterAs("subtitle", .6, 0))
	c.furniture()
	c.captionZone(box{})
	c.hit(.55, "pop")
}
