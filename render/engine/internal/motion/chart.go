package motion

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// chartData is a series made fit to draw: finite values, labels for each, at most
// as many as the form can hold.
type chartData struct {
	labels []string
	values []float64
	other  []float64
	focus  int
	unit   string
}

func (c *comp) chartData() (d chartData, ok bool) {
	s := c.sc.Series
	if s == nil {
		return d, false
	}
	d.unit, d.focus = s.Unit, s.Focus
	for i, v := range s.Values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		l := ""
		if i < len(s.Labels) {
			l = s.Labels[i]
		}
		d.values, d.labels = append(d.values, v), append(d.labels, l)
	}
	for _, v := range s.Other {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			d.other = append(d.other, v)
		}
	}
	if len(d.other) != len(d.values) {
		d.other = nil
	}
	if d.focus < 0 || d.focus >= len(d.values) {
		d.focus = max(0, len(d.values)-1)
	}
	return d, len(d.values) > 0
}

// drawChart is a finding and the data that shows it: bars, a line, or a ring.
func drawChart(c *comp) {
	d, ok := c.chartData()
	if !ok {
		drawStatement(c)
		return
	}
	c.stageMotif(c.content())
	hy := c.pick(12, 20)
	head := c.block(set{role: look.Headline, size: c.pick(6.2, 8), text: c.sc.Headline, w: c.pick(150, c.w-13), h: c.pick(8, 17.5), lines: c.lines(1, 2), color: c.st.Text})
	c.rows(head, c.margin(), hy, .15, "headline")
	sub := c.block(set{role: look.Role{Land: 2.5, Port: 3.1, Weight: 450, Line: 1.3}, text: c.sc.Subtitle, w: c.pick(120, c.w-13), lines: 1, color: c.st.Muted})
	c.put(sub, c.margin(), hy+c.hgt(head)+c.pick(1.6, 1), c.enter(.4))
	card := box{8.9, 28, 160, 65}
	if c.port {
		card = box{6.5, 45, c.w - 13, 90}
	}
	if c.spoken() {
		card.h = c.pick(52, 72)
	} else if c.sc.Note != "" {
		card.h = min(c.pick(63, 89), c.h-8-card.y)
		note := c.block(set{role: look.Role{Land: 2, Port: 2.6, Weight: 430, Line: 1.3}, text: c.sc.Note, w: c.pick(140, c.w-13), lines: 1, color: c.st.Muted})
		c.put(note, c.margin(), min(c.pick(92.4, 138-3.6), c.h-6.5), c.enter(.9))
	}
	k, ct := c.card(card.w, card.h, cardStyle{})
	k.put(card.x, card.y, c.enter(.2))
	at := c.cues.at(num(d.values[d.focus]), max(2.0, min(2.3, .5*c.in.Seconds)))
	at = c.cues.at(c.figureWord(d), at)
	switch kind := c.sc.Series.Type; {
	case kind == "donut" && len(d.values) <= 3 && positive(d.values):
		c.donut(d, card, ct, at)
	case kind == "line" && len(d.values) > 1:
		c.lineChart(d, card, ct, at)
	default:
		c.barChart(d, card, ct, at)
	}
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 120, c.w - 13, 17}
	}
	c.captionZone(zone)
}

// figureWord is what the voice says when the chart's value should be there.
func (c *comp) figureWord(d chartData) string {
	if f := c.sc.Figure; f != nil && f.Cue != "" {
		return f.Cue
	}
	return d.labels[d.focus]
}

func positive(v []float64) bool {
	sum := 0.0
	for _, x := range v {
		if x < 0 {
			return false
		}
		sum += x
	}
	return sum > 0
}

// ticks are round values from 0 (or below the least) that cover the data in about
// three steps.
func ticks(lo, hi float64) (step, bottom, top float64) {
	bottom = min(0, lo)
	span := hi - bottom
	if span <= 0 {
		span = 1
	}
	raw := span / 3
	mag := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 1.5, 2, 2.5, 3, 4, 5, 10} {
		if m*mag >= raw*.999 {
			step = m * mag
			break
		}
	}
	bottom = math.Floor(bottom/step+1e-9) * step
	top = math.Ceil(hi/step-1e-9) * step
	if top <= bottom {
		top = bottom + step
	}
	return step, bottom, top
}

// num writes a value as short as it is exact to three figures, or two below a tenth.
func num(v float64) string {
	a := math.Abs(v)
	switch {
	case a >= 1e12:
		return trim(v/1e12, 2) + "T"
	case a >= 1e9:
		return trim(v/1e9, 2) + "B"
	case a >= 1e6:
		return trim(v/1e6, 2) + "M"
	case a >= 1e4:
		return trim(v/1e3, 1) + "k"
	case a >= 100 || a == math.Trunc(a):
		return trim(v, 1)
	case a >= .1:
		return trim(v, 2)
	}
	return trim(v, min(9, 1-int(math.Floor(math.Log10(a)))))
}

// commas are the languages that write 1,5 for one and a half, and €5 as 5 €.
var commas = map[string]bool{"de": true, "fr": true, "es": true, "it": true, "pt": true, "nl": true, "pl": true, "ru": true, "uk": true, "tr": true,
	"sv": true, "da": true, "nb": true, "no": true, "fi": true, "cs": true, "sk": true, "hu": true, "ro": true, "el": true, "bg": true, "hr": true, "id": true, "vi": true}

// thousands are the short names of a language's powers of a thousand.
var thousands = map[string]map[string]string{
	"de": {"k": " Tsd.", "M": " Mio.", "B": " Mrd.", "T": " Bio."},
	"fr": {"B": " Md", "M": " M", "T": " Bn"},
	"nl": {"M": " mln", "B": " mld", "T": " bln"},
	"it": {"M": " Mln", "B": " Mld"},
}

// num is a value as the scene's language writes it.
func (c *comp) num(v float64) string {
	s := num(v)
	base, _, _ := strings.Cut(strings.ToLower(c.lang()), "-")
	if names := thousands[base]; names != nil {
		if n := names[s[len(s)-1:]]; n != "" {
			s = s[:len(s)-1] + n
		}
	}
	if commas[base] {
		// The names' own dots stay.
		if at := strings.IndexByte(s, '.'); at > 0 && at+1 < len(s) && s[at+1] >= '0' && s[at+1] <= '9' {
			s = s[:at] + "," + s[at+1:]
		}
	}
	return s
}

// amount is a value with the chart's unit.
func (c *comp) amount(v float64, unit string) string {
	base, _, _ := strings.Cut(strings.ToLower(c.lang()), "-")
	if commas[base] && unit == "€" {
		return c.num(v) + " €"
	}
	return withUnit(c.num(v), unit)
}

func trim(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return strings.Replace(s, "-", "−", 1)
}

// withUnit puts the unit where it belongs: currency before, the rest after.
func withUnit(v, unit string) string {
	switch unit = strings.TrimSpace(unit); {
	case unit == "":
		return v
	case strings.Trim(unit, "€$£¥₹") == "" || len(unit) <= 3 && strings.HasSuffix(unit, "$"):
		if rest, negative := strings.CutPrefix(v, "−"); negative {
			return "−" + unit + rest
		}
		return unit + v
	case unit == "%":
		return v + " %"
	case strings.Contains("MkKB×x°", unit):
		return v + unit
	}
	return v + " " + unit
}

// chartBase draws grid lines, axis labels and returns the mapping of values.
func (c *comp) chartBase(d chartData, card, plot box, labels bool) (y func(float64) float64) {
	lo, hi := d.values[0], d.values[0]
	for _, s := range [][]float64{d.values, d.other} {
		for _, v := range s {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	step, bottom, top := ticks(lo, hi)
	y = func(v float64) float64 { return plot.y + plot.h*(1-(v-bottom)/(top-bottom)) }
	k := c.newCanvas(card.w, card.h, .5)
	size := c.pick(2.3, 2.9)
	hair := fillOf(c.st.Hair)
	first := true
	for v := top; v >= bottom-1e-9*step; v -= step {
		alpha := 1.0
		yy := y(v)
		if math.Abs(v) < step*1e-6 {
			k.rr(plot.x, yy-.1, plot.w, .2, 0, raster.Solid(c.st.Muted.NRGBA(.55)), 1)
		} else {
			k.rr(plot.x, yy-.08, plot.w, .16, 0, hair, alpha)
		}
		if labels {
			t := c.num(v)
			if math.Abs(v) < step*1e-6 {
				t = "0"
			} else if first {
				t = c.amount(v, d.unit)
				if plot.x < 8 || len([]rune(t)) > 8 {
					t = c.num(v)
				}
			}
			first = false
			b := c.block(set{role: look.Role{Land: size, Port: size, Weight: 480, Line: 1.2}, text: t, color: c.st.Muted, rigid: true})
			k.text(b, plot.x-1.4-c.wid(b), yy-c.hgt(b)/2)
		}
	}
	k.put(card.x, card.y, c.fade(.35, .4))
	return y
}

// xLabels writes the labels below a plot, leaving out those that would touch.
func (c *comp) xLabels(card, plot box, labels []string, x func(i int) float64, wide float64, focus int) {
	size := c.pick(2.3, 2.9)
	k := c.newCanvas(card.w, card.h, .5)
	var sets []set
	for i, l := range labels {
		s := set{role: look.Role{Land: size, Port: size, Weight: 480, Line: 1.15}, text: l, color: c.st.Muted}
		if wide > 0 {
			s.w, s.lines, s.align, s.h = wide, 2, text.Center, card.h-plot.y-plot.h-2
		}
		if i == focus {
			s.weight, s.color = 640, c.st.Text
		}
		sets = append(sets, s)
	}
	bs := c.blocks(sets)
	width := 0.0
	for _, b := range bs {
		width = max(width, c.wid(b))
	}
	every := 1
	if n := len(bs); wide == 0 && n > 1 {
		for float64(every)*math.Abs(x(1)-x(0)) < width+1.6 && every < n {
			every++
		}
	}
	last := len(bs) - 1
	for i, b := range bs {
		if b == nil || every > 1 && i%every != 0 && i != focus {
			continue
		}
		if every > 1 && i != focus && abs(i-focus) < every && i%every == 0 {
			continue
		}
		bx := x(i) - c.wid(b)/2
		if wide > 0 {
			bx = x(i) - wide/2
		} else if i == last {
			bx = min(bx, plot.x+plot.w-c.wid(b)+c.wid(b)*.5)
			bx = min(bx, card.w-1.5-c.wid(b))
		}
		k.text(b, max(.8, bx), plot.y+plot.h+1.6)
	}
	k.put(card.x, card.y, c.fade(.45, .4))
}

func abs(i int) int { return max(i, -i) }

func (c *comp) lineChart(d chartData, card box, ct cardText, at float64) {
	plot := box{10, 7, 108, card.h - 16.5}
	if c.port {
		plot = box{11, 29, card.w - 15.5, card.h - 40}
	}
	y := c.chartBase(d, card, plot, true)
	n := len(d.values)
	x := func(i int) float64 { return plot.x + plot.w*float64(i)/float64(n-1) }
	c.xLabels(card, plot, d.labels, x, 0, d.focus)
	pts := func(v []float64) []raster.Pt {
		out := make([]raster.Pt, n)
		for i := range v {
			out[i] = raster.Pt{X: x(i), Y: y(v[i])}
		}
		return out
	}
	// The band behind the focus.
	fx, fy := x(d.focus), y(d.values[d.focus])
	bw := max(4.0, plot.w/float64(n)*1.2)
	if n > 12 {
		bw = plot.w / 6.5
	}
	bl, br := max(plot.x, fx-bw/2), min(plot.x+plot.w, fx+bw/2)
	hot := c.th.A
	band := c.newCanvas(br-bl, plot.h+2, .2)
	band.rr(0, 0, br-bl, plot.h+2, 1.6, raster.Solid(hot.NRGBA(.15)), 1)
	band.put(card.x+bl, card.y+plot.y-2, c.fade(at, .4))
	if d.other != nil {
		k := c.newCanvas(card.w, card.h, .5)
		grey := look.LCH{L: .62, C: .025, H: c.th.HP}.RGB()
		if c.st.Dark {
			grey = c.st.Text.Mix(c.st.Base, .35)
		}
		k.Fill(smooth(pts(d.other)).Stroke(.55), solid(grey), 1)
		k.put(card.x, card.y, c.sweep(card.x+plot.x, card.x+plot.x+plot.w, .4, .9))
	}
	col := c.th.P
	if c.st.Dark || c.th.Style.Flat {
		col = c.st.Primary
	}
	if c.th.Style.Name == "cinematic" {
		col = c.st.Accent
	}
	if c.th.Style.Flat {
		col = ct.text
	}
	thin := 0.95
	if c.th.Style.Data == "thin" {
		thin = .35
	}
	k := c.newCanvas(card.w, card.h, .5)
	if c.th.Style.Data != "thin" {
		area := smooth(pts(d.values))
		area.LineTo(x(n-1), plot.y+plot.h)
		area.LineTo(x(0), plot.y+plot.h)
		area.Close()
		k.Fill(area, raster.Linear{Y0: plot.y, Y1: plot.y + plot.h, Stops: []raster.Stop{gs(0, col, .30), gs(1, col, 0)}}, 1)
	}
	k.Fill(smooth(pts(d.values)).Stroke(thin), solid(col), 1)
	k.put(card.x, card.y, c.sweep(card.x+plot.x, card.x+plot.x+plot.w, 1.1, 1.0))
	// The focus, the leader to its value, the value.
	if d.other != nil {
		oy := y(d.other[d.focus])
		o := c.newCanvas(2.2, 2.2, .6)
		o.disc(1.1, 1.1, 1.35, solid(look.LCH{L: .5, C: .03, H: c.th.HP}.RGB()), 1)
		o.disc(1.1, 1.1, .85, white(1), 1)
		o.put(card.x+fx-1.1, card.y+oy-1.1, c.pop(at, .3))
		if math.Abs(fy-oy) > 5 {
			g := c.newCanvas(.6, math.Abs(fy-oy), .3)
			p := &raster.Path{}
			p.MoveTo(.3, 2)
			p.LineTo(.3, math.Abs(fy-oy)-2.4)
			g.Fill(p.Dash(.9, .8, 0).Stroke(.3), solid(c.st.Accent), 1)
			g.put(card.x+fx-.3, card.y+min(fy, oy), c.fade(at+.1, .3))
		}
	}
	dot := c.newCanvas(3.4, 3.4, .6)
	dot.disc(1.7, 1.7, 2.0, white(1), 1)
	dot.disc(1.7, 1.7, 1.45, solid(col), 1)
	dot.put(card.x+fx-1.7, card.y+fy-1.7, c.pop(at, .3))
	if !c.port {
		colX := plot.x + plot.w + 8
		from := raster.Pt{X: card.x + fx + 2, Y: card.y + fy - .6}
		to := raster.Pt{X: card.x + colX - 2, Y: card.y + 13}
		if d.other != nil {
			from.Y = card.y + (fy+y(d.other[d.focus]))/2
		}
		c.leader(from, to, at)
		c.callout(d, box{card.x + colX, card.y + 6, card.w - colX - 3, card.h - 10}, at)
	} else {
		c.callout(d, box{card.x + 4, card.y + 4.2, card.w - 8, 20}, at)
	}
	c.hit(at, "pop")
}

// sweep opens a chart layer from x0 to x1 (u of the design) over d seconds.
func (c *comp) sweep(x0, x1, at, d float64) track {
	return func(t float64, p *scene.Pose) {
		k := ramp(c.held(t), at, d)
		if k >= 1 {
			return
		}
		if k <= 0 {
			p.Alpha = 0
			return
		}
		r := c.px(c.frame())
		r.Max.X = int(c.pxX(x0 - 1 + (x1-x0+2)*inOutCubic(k)))
		clip(p, r)
	}
}

// leader is a thin curve from a point of a chart to what is said about it.
func (c *comp) leader(a, b raster.Pt, at float64) {
	if b.X-a.X < 3 {
		return
	}
	y0, y1 := min(a.Y, b.Y)-1, max(a.Y, b.Y)+1
	k := c.newCanvas(b.X-a.X, y1-y0, 1)
	p := &raster.Path{}
	p.MoveTo(0, a.Y-y0)
	d := (b.X - a.X) * .5
	p.CubeTo(d*.5, a.Y-y0, d*.8, b.Y-y0, b.X-a.X, b.Y-y0)
	k.Fill(p.Stroke(.36), solid(c.st.Accent), 1)
	k.disc(b.X-a.X, b.Y-y0, .7, solid(c.st.Accent), 1)
	k.put(a.X, y0, c.grow(at+.05, .3, false, inOutCubic))
}

// callout is the big value of a chart with one line and value pairs. What it says
// comes from the data: the change against the other series, else the value.
func (c *comp) callout(d chartData, b box, at float64) {
	v := d.values[d.focus]
	show := func(k float64) string { return c.amount(v*k, d.unit) }
	line := d.labels[d.focus]
	if f := c.sc.Figure; f != nil && f.Text != "" {
		s := f.Prefix + f.Text
		if f.Suffix != "" {
			s += " " + f.Suffix
		}
		show = func(float64) string { return s }
		line = c.sc.Label
	} else if d.other != nil && d.other[d.focus] != 0 {
		pc := (v - d.other[d.focus]) / math.Abs(d.other[d.focus]) * 100
		show = func(k float64) string {
			s := fmt.Sprintf("%.0f %%", math.Abs(pc*k))
			if pc < 0 {
				return "−" + s
			}
			return "+" + s
		}
	}
	if c.sc.Label != "" {
		line = c.sc.Label
	}
	size := c.pick(11, 10)
	mk := func(s string) *text.Block {
		return c.block(set{role: look.Role{Land: size, Port: size, Weight: 760, Track: -.042, Line: 1, Display: true}, text: s, w: b.w, lines: 1, color: c.st.Text})
	}
	final := mk(show(1))
	x := b.x
	if c.port {
		bar := c.newCanvas(.9, 16, .3)
		bar.rr(0, 0, .9, 16, .45, solid(c.th.A), 1)
		bar.put(b.x, b.y, c.grow(at, .3, true, outQuint))
		x += 3.3
	}
	c.counting(final, x, b.y, at, .7, func(k float64) *text.Block {
		q := mk(show(k))
		if q.Size > final.Size {
			s := q.Spec
			s.Size, s.Width, s.Lines = final.Size, 0, 0
			q = c.in.Fonts.Layout(s)
		}
		return q
	})
	lb := c.block(set{role: look.Role{Land: 2.6, Port: 3.3, Weight: 480, Line: 1.32}, text: line, w: b.w - 1, lines: c.lines(3, 1), color: c.st.Muted})
	y := b.y + c.hgt(final) + c.pick(1.4, .8)
	c.put(lb, x, y, c.enter(at+.15))
	if c.port {
		return
	}
	y += c.hgt(lb) + 2.6
	for i, it := range c.sc.Items {
		if i == 3 || y+6 > b.y+b.h {
			break
		}
		k := c.newCanvas(b.w, 6, .3)
		k.rr(0, 0, b.w, .12, 0, fillOf(c.st.Hair), 1)
		name := it.Label
		if name == "" {
			name = it.Title
		}
		col := c.th.P
		if i > 0 {
			col = look.LCH{L: .62, C: .025, H: c.th.HP}.RGB()
		}
		k.disc(.65, 3.1, .65, solid(col), 1)
		vb := c.block(set{role: look.Role{Land: 3, Port: 3, Weight: 690, Line: 1.2, Display: true}, text: it.Value, w: b.w * .5, lines: 1, color: c.st.Text})
		nb := c.block(set{role: look.Role{Land: 2.5, Port: 2.5, Weight: 500, Line: 1.2}, text: name, w: b.w - 3.2 - c.wid(vb), lines: 1, color: c.st.Muted})
		k.text(nb, 2.3, 3.1-c.hgt(nb)/2)
		k.text(vb, b.w-c.wid(vb), 3.1-c.hgt(vb)/2)
		k.put(b.x, y, c.enter(at+.25+.1*float64(i)))
		y += 6
	}
}

// counting shows a text that changes while it counts to its final block.
func (c *comp) counting(final *text.Block, x, y, at, d float64, mk func(k float64) *text.Block) {
	type drawn struct {
		s      *scene.Sprite
		dx, dy int
	}
	memo := map[string]drawn{}
	get := func(b *text.Block) drawn {
		if v, ok := memo[b.Spec.Text]; ok {
			return v
		}
		s, dx, dy := b.Sprite()
		v := drawn{s, dx, dy}
		memo[b.Spec.Text] = v
		return v
	}
	px, py := c.pxX(x), c.pxY(y)
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
		k := ramp(c.held(t), at-.1, d)
		if k <= 0 {
			return scene.Pose{}
		}
		b := final
		if k < 1 {
			b = mk(.6 + .4*outExpo(k))
		}
		v := get(b)
		return scene.Pose{Sprite: v.s, X: math.Round(px) + float64(v.dx), Y: math.Round(py) + float64(v.dy), Scale: 1, Alpha: clamp01(k * 5)}
	}))
}
