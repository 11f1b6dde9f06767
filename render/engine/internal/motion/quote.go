package motion

import (
	"image"
	"math"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawQuote is somebody's words, large, that brighten as they are spoken.
func drawQuote(c *comp) {
	words := strings.Trim(strings.TrimSpace(c.sc.Headline), "\"“”„«»")
	words = c.in.Fonts.Drawable(words)
	size := c.pick(11.6, 9.6)
	if n := len([]rune(words)); n > 120 {
		size = c.pick(9, 8)
	}
	if len([]rune(words)) > 200 {
		words = strongest(words)
	}
	fr := c.frame()
	right, bottom := fr.x+fr.w, fr.y+fr.h
	if c.port {
		c.motif(field{x: right - 82, y: bottom - 48, cols: 11, rows: 5, skyline: c.skyline(11, 5), min: .03, max: .09, lit: .07, keep: []box{{4, 40, c.w - 8, c.bottom(c.captioned()) - 40}}})
	} else {
		c.motif(field{x: right - 66, y: bottom - 96, cols: 9, rows: 10, skyline: c.skyline(9, 10), min: .03, max: .09, lit: .06, keep: []box{{17, 24, 134, 66}}})
	}
	mark := c.newCanvas(60, 46, .5)
	p := icons.Path("M2 46V28C2 10 12 1 26 0v9c-7 1-10.5 5-10.5 11H26v26zM34 46V28C34 10 44 1 58 0v9c-7 1-10.500 5-10.5 11H58v26z")
	mark.Fill(p, raster.Solid(c.st.Text.NRGBA(.11)), 1)
	mark.put(c.pick(7, 5), c.pick(8.5, 22), c.slide(0, .7, -6, 0))
	w := c.pick(134, c.w-13)
	x, y := c.pick(17, 6.5), c.pick(24, 44)
	maxH := c.pick(47, 66)
	size *= c.larger(set{role: look.QuoteText, size: size, text: words, w: w})
	from, to := keyClause(words)
	plain, hot := c.stress(from < to)
	b := c.block(set{role: look.QuoteText, size: size, text: words, w: w, h: maxH, lines: c.lines(4, 6), color: plain, spans: []text.Span{span(from, to, hot)}})
	quoted := c.quoted(words)
	if c.port { // the words and who said them are one group
		group := c.hgt(b)
		if c.sc.Name != "" {
			group += 6 + 11.5
		}
		y += max(0, (c.bottom(c.captioned() && !quoted)-y-group)*.42)
	} else {
		y += max(0, (maxH-c.hgt(b))*.3)
	}
	if v, ok := c.verb("headline"); ok {
		c.verbRows(v, b, x-.02*size, y, .15, nil)
	} else {
		c.karaoke(b, x-.02*size, y, from, to, plain, hot)
	}
	// Who said it.
	if c.sc.Name != "" {
		ny := max(76, y+c.hgt(b)+4)
		switch {
		case c.port:
			ny = y + c.hgt(b) + 6
		case c.spoken():
			ny = max(min(ny, 67.5), y+c.hgt(b)+2.5)
		}
		c.person(c.sc.Name, c.sc.Role, x+.2, ny, .45+.08*float64(rowCount(b)))
	}
	c.furniture()
	c.captionZone(box{})
	if quoted {
		// The words stand on screen already: captions would say them twice.
		c.stage.Captions.Max = c.stage.Captions.Min
	}
	c.hit(.15, "whoosh")
}

// quoted says whether the narration of the scene is these words.
func (c *comp) quoted(words string) bool {
	want := keysOf(words)
	if len(want) == 0 || len(c.cues.words) == 0 {
		return false
	}
	n, k := 0, 0
	for _, w := range c.cues.words {
		if k < len(want) && w.key == want[k] {
			n++
			k++
		}
	}
	return float64(n) > .8*float64(len(c.cues.words))
}

// karaoke sets a block word by word; each brightens when it is spoken, or in turn.
func (c *comp) karaoke(b *text.Block, x, y float64, from, to int, plain, hot look.RGB) {
	if b == nil {
		return
	}
	at := c.wordTimes(b)
	for i, w := range b.Words {
		col := plain
		if w.From >= from && w.To <= to {
			col = hot
		}
		s, dx, dy := b.SpriteWord(i, col.NRGBA(1))
		start := .15 + .03*float64(i)
		lit := at[i]
		l := c.add(s, c.pxX(x)+float64(dx), c.pxY(y)+float64(dy), c.enter(start), func(t float64, p *scene.Pose) {
			p.Alpha *= .35 + .65*inOutSine(ramp(t, lit, .2))
		})
		c.noteIn(l, b, s.Img.Rect, col)
	}
}

// wordTimes pairs the words of a block with the narration: when each is spoken, or
// shortly after it appears when it is not.
func (c *comp) wordTimes(b *text.Block) []float64 {
	out := make([]float64, len(b.Words))
	found, k := 0, 0
	for i, w := range b.Words {
		out[i] = -1
		key := keyOf(w.Text)
		for j := k; j < min(len(c.cues.words), k+6); j++ {
			if c.cues.words[j].key == key {
				out[i] = max(.2, c.cues.words[j].start-.05)
				k = j + 1
				found++
				break
			}
		}
	}
	if found*2 < len(b.Words) {
		for i := range out {
			out[i] = .35 + min(.12, .45*c.in.Seconds/float64(len(out)+1))*float64(i)
		}
		return out
	}
	last := .2
	for i := range out {
		if out[i] < 0 {
			out[i] = last + .05
		}
		last = out[i]
	}
	return out
}

// strongest picks the sentence that says most: the longest under 160 letters.
func strongest(s string) string {
	best := ""
	for _, t := range sentences(s) {
		if n := len([]rune(t)); n <= 160 && n > len([]rune(best)) {
			best = t
		}
	}
	if best == "" {
		return s
	}
	return best
}

func sentences(s string) []string {
	var out []string
	start := 0
	rs := []rune(s)
	for i, r := range rs {
		if strings.ContainsRune(".!?…", r) && (i+1 == len(rs) || unicode.IsSpace(rs[i+1])) {
			out = append(out, strings.TrimSpace(string(rs[start:i+1])))
			start = i + 1
		}
	}
	if t := strings.TrimSpace(string(rs[start:])); t != "" {
		out = append(out, t)
	}
	return out
}

// keyClause is the part of a quote that is set in the accent: its last sentence, or
// what follows its last comma or dash when that is short enough.
func keyClause(s string) (from, to int) {
	rs := []rune(s)
	n := len(rs)
	for i := n - 2; i > 0; i-- {
		if strings.ContainsRune(".!?…", rs[i]) && unicode.IsSpace(rs[i+1]) {
			if n-i < n*2/3 {
				return i + 2, n
			}
			return n, n
		}
	}
	for i := n - 2; i > n/3; i-- {
		if strings.ContainsRune(",;:–—", rs[i]) && unicode.IsSpace(rs[i+1]) && n-i > 6 {
			return i + 2, n
		}
	}
	return n, n
}

// person is a disc with initials, a name and a role.
func (c *comp) person(name, role string, x, y, at float64) {
	d := c.pick(10.5, 11.5)
	nb := c.block(set{role: look.Role{Land: 3.6, Port: 4.4, Weight: 690, Track: -.018, Line: 1.15, Display: true}, text: name, w: c.pick(110, c.w-13-d-4), lines: 1, color: c.st.Text})
	rb := c.block(set{role: look.Role{Land: 2.6, Port: 3.2, Weight: 440, Line: 1.3}, text: role, w: c.pick(110, c.w-13-d-4), lines: 1, color: c.st.Muted})
	k := c.newCanvas(d+3+max(c.wid(nb), c.wid(rb)), d, 1)
	k.disc(d/2, d/2, d/2, raster.Solid(c.st.Text.NRGBA(.3)), 1)
	k.disc(d/2, d/2, d/2-.5, cssLinear(0, 0, d, d, 150, gs(0, c.th.AccentHi, 1), gs(1, c.th.A, 1)), 1)
	initials := ""
	f := strings.Fields(name)
	for i, w := range f {
		if i == 0 || i == len(f)-1 {
			initials += string(unicode.ToUpper([]rune(w)[0]))
		}
	}
	ib := c.block(set{role: look.Role{Land: 3.8, Port: 4.2, Weight: 720, Line: 1}, text: initials, color: c.th.OnA, rigid: true})
	k.text(ib, (d-c.wid(ib))/2, (d-c.hgt(ib))/2)
	top := (d - c.hgt(nb) - c.hgt(rb) - .4) / 2
	k.text(nb, d+2.4, top)
	k.text(rb, d+2.4, top+c.hgt(nb)+.4)
	k.put(x, y, c.enter(at))
}

// drawStatement is one sentence, word by word, as large as it can be.
func drawStatement(c *comp) {
	fr := c.frame()
	right, bottom := fr.x+fr.w, fr.y+fr.h
	head := c.sc.Headline
	if head == "" && c.sc.Figure != nil {
		head = c.sc.Figure.Prefix + c.sc.Figure.Text + c.sc.Figure.Suffix
	}
	if head == "" {
		head = scene.Plain(c.sc.Say)
	}
	head = c.in.Fonts.Drawable(head)
	if c.port {
		c.motif(field{x: right - 82, y: bottom - 38, cols: 11, rows: 4, skyline: c.skyline(11, 4), min: .03, max: .09, lit: .08, keep: []box{{4, 20, c.w - 8, c.bottom(c.captioned()) - 20}}})
	} else {
		c.motif(field{x: right - 58, y: bottom - 86, cols: 8, rows: 9, skyline: c.skyline(8, 9), min: .03, max: .09, lit: .08, keep: []box{{8.9, 16, 150, 66}}})
	}
	w, y0 := c.pick(152, c.w-13), 17.0
	said := c.quoted(head) // captions would say it twice
	if c.port {
		y0 = 28.5
	}
	maxH := c.bottom(c.captioned() && !said) - c.pick(1, 5) - y0
	size := c.pick(16.5, 17)
	switch n := len([]rune(head)); {
	case n > 90:
		size *= .66
	case n > 55:
		size *= .82
	}
	sub := c.block(set{role: look.Subtitle, size: c.pick(3.8, 4.6), text: c.sc.Subtitle, w: c.pick(110, c.w-16), lines: c.lines(2, 3), color: c.st.Muted})
	if sub != nil {
		maxH -= c.hgt(sub) + 4
	}
	from, to := keyClause(head)
	if from >= to {
		from, to = lastWords(head, c.lang())
	}
	plain, hot := c.stress(from < to && !c.plated())
	want := size * c.pick(1.3, 1)
	want = c.asked("headline", want*c.larger(set{role: look.TitleText, size: want, text: head, w: w}), 60)
	var b *text.Block
	for {
		sp := set{role: look.TitleText, size: want, text: head, w: w, h: maxH, lines: c.lines(3, 5), color: plain, spans: []text.Span{span(from, to, hot)}}
		b = c.block(sp)
		fits := b == nil || !b.Cut && b.W <= w*c.u+1 && !b.Broken() && b.Size > c.spec(sp).Size*.99 && !endsLone(b)
		if fits || want <= size*c.pick(1, .8) {
			break
		}
		want *= .96 // the words have no room for it
	}
	x := c.margin() - .02*size
	y := y0 + max(0, (maxH-c.hgt(b))/2)
	if c.port {
		c.rule(c.hotWords(), y-7)
	}
	subAt := min(.9, .2*c.in.Seconds)
	if v, ok := c.verb("headline"); ok {
		c.verbRows(v, b, x, y, .15, nil)
	} else if at := c.kinetic(b, x, y, sub != nil, from, to, plain, hot); at < .6*c.in.Seconds {
		subAt = max(subAt, at+.3) // the words come up from where it stands
	}
	c.put(sub, c.margin()+.2, y+c.hgt(b)+c.pick(3.5, 4), c.enterAs("subtitle", subAt, 0))
	c.furniture()
	c.captionZone(box{})
	if said {
		c.stage.Captions.Max = c.stage.Captions.Min
	}
}

// endsLone says whether one short word has the last row to itself.
func endsLone(b *text.Block) bool {
	if len(b.Rows) < 2 || len(b.Words) < 3 {
		return false
	}
	last, row := b.Words[len(b.Words)-1], b.Rows[len(b.Rows)-1]
	return last.From == row.From && last.To-last.From < 6
}

// rule is the short bar that a poster's words begin under.
func (c *comp) rule(col look.RGB, y float64) {
	k := c.newCanvas(14, 1.3, .2)
	k.rr(0, 0, 14, 1.3, .65, solid(col), 1)
	k.put(c.margin()+.2, y, c.grow(.1, .6, false, outQuint))
}

// kinetic brings each word up out of its line when it is spoken, and returns when the last
// one comes. Those of the last row come a short way only where something stands under them.
func (c *comp) kinetic(b *text.Block, x, y float64, over bool, from, to int, plain, hot look.RGB) (last float64) {
	if b == nil {
		return 0
	}
	at := c.wordTimes(b)
	lh := b.Spec.Line * b.Size
	if c.plated() {
		c.plates(b, x, y, from, to, at)
		if hot = plain; c.st.Dark {
			hot = c.th.Stage("paper").Text
		}
	}
	for i, w := range b.Words {
		col := plain
		if w.From >= from && w.To <= to {
			col = hot
		}
		s, dx, dy := b.SpriteWord(i, col.NRGBA(1))
		px, py := c.pxX(x)+float64(dx), c.pxY(y)+float64(dy)
		start := max(.1, at[i]-lead)
		if i == 0 {
			start = c.early(start) // the others come as they are spoken
		}
		last = start
		if c.th.Style.TextShadow != "" {
			sw := c.shadowedWord(b, i, col)
			l := c.add(sw.s, c.pxX(x)+sw.dx, c.pxY(y)+sw.dy, c.come(start))
			c.noteIn(l, b, s.Img.Rect.Add(image.Pt(dx-int(sw.dx), dy-int(sw.dy))), col)
			continue
		}
		top := c.pxY(y) + w.Y
		r := c.px(c.frame())
		r.Min.Y, r.Max.Y = int(top-.1*b.Size), int(top+lh+.26*b.Size)
		way := lh
		if over && w.Y == b.Words[len(b.Words)-1].Y {
			way = min(way, 2.4*c.u)
		}
		l := c.add(s, px, py, func(t float64, p *scene.Pose) {
			k := ramp(c.held(t), start, .45)
			if k >= 1 {
				return
			}
			e := outQuint(k)
			p.Alpha *= clamp01(k * 4)
			p.Y += math.Round(way * (1 - e))
			clip(p, r)
		})
		c.noteIn(l, b, s.Img.Rect, col)
		if i == len(b.Words)-1 {
			c.hit(start, "impact")
		}
	}
	return last
}

// plated says whether a statement's stressed words stand on white: where letters are dark,
// another dark colour would be the quieter one, and beside white letters an accent without
// a hue would be grey.
func (c *comp) plated() bool {
	if c.rtl {
		return false
	}
	if c.st.Dark {
		return !c.th.Style.Flat && c.th.Style.Card != look.HairCard && c.hotWords().LCH().C < .03
	}
	return look.Contrast(look.RGB{R: 1, G: 1, B: 1}, c.st.Base) >= 1.3
}

// plates draws the white behind stressed words; words of one row have one strip.
func (c *comp) plates(b *text.Block, x, y float64, from, to int, at []float64) {
	size := b.Size / c.u
	for i, w := range b.Words {
		if w.From < from || w.To > to {
			continue
		}
		left, right := w.X/c.u-.09*size, (w.X+w.W)/c.u+.09*size
		if i > 0 && b.Words[i-1].From >= from && b.Words[i-1].Y == w.Y {
			left = (b.Words[i-1].X+b.Words[i-1].W)/c.u - .1*size // the strip goes on
		}
		k := c.newCanvas(right-left, 1.06*size, .5)
		k.rr(0, 0, right-left, 1.06*size, min(1.2, max(.01, c.th.Style.Radius)), white(1), 1)
		k.put(x+left, y+w.Y/c.u+.04*size, c.enter(max(.1, at[i]-lead)))
	}
}

// shadowedWord is one word with the style's text shadow.
func (c *comp) shadowedWord(b *text.Block, i int, col look.RGB) glyphAt {
	w := b.Words[i]
	one := b.Spec
	one.Text, one.Color, one.Spans = w.Text, col.NRGBA(1), nil
	if b.Parted(i) {
		one.Text += "-"
	}
	one.Size, one.Width, one.Height, one.Lines, one.Rigid = b.Size, 0, 0, 0, true
	wb := c.in.Fonts.Layout(one)
	s, dx, dy := c.shadowed(wb, -1)
	return glyphAt{s: s, dx: dx + w.X, dy: dy + w.Y}
}
