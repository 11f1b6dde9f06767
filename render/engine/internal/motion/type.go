package motion

import (
	"cmp"
	"image"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// set is a text in a role, to be laid out.
type set struct {
	role   look.Role
	text   string
	w      float64 // u; 0 = no limit
	h      float64 // u; 0 = no limit
	lines  int
	color  look.RGB
	size   float64 // u, instead of the role's
	weight float64
	align  text.Align
	spans  []text.Span
	mono   bool
	rigid  bool
	stops  bool
}

func (c *comp) spec(s set) text.Spec {
	if len(s.spans) == 0 { // they count letters
		s.text = c.in.Fonts.Drawable(s.text)
	}
	r := s.role.Styled(c.th.Style)
	size := r.Size(c.port)
	if s.size > 0 {
		size = s.size * r.Size(c.port) / max(.01, s.role.Size(c.port))
		if r.Size(c.port) == 0 {
			size = s.size
		}
	}
	if r.Display && r.Port >= 9 {
		size *= c.display()
	}
	size = max(size, c.floor)
	w := r.Weight
	if s.weight > 0 {
		w = s.weight
		if s.role.Display {
			w = max(s.weight, c.th.Style.Heavy(s.weight, size))
		}
	}
	if s.role.Display && c.th.Style.Weight < 500 { // light
		w = c.th.Style.Heavy(w, size)
	}
	return text.Spec{
		Text: s.text, Size: size * c.u, Weight: w, Track: r.Track, Line: r.Line, Width: s.w * c.u, Height: s.h * c.u,
		Lines: s.lines, Align: s.align, Color: s.color.NRGBA(1), Spans: s.spans, Mono: s.mono, Rigid: s.rigid, Stops: s.stops,
		Display: r.Display && size >= 3.4, Lang: c.lang(), Floor: c.floor * c.u, Mirror: c.rtl,
	}
}

// display is how much larger the largest type is than its role says: the units of a
// frame near the square are small, its short side is not.
func (c *comp) display() float64 {
	if !c.port {
		return 1
	}
	return max(1, min(1.25, c.w/100))
}

func (c *comp) lang() string {
	if c.sc.Language != "" {
		return c.sc.Language
	}
	return c.in.Board.Language
}

// baseLang is a language without its region or script, in small letters; none is English.
func baseLang(tag string) string {
	return cmp.Or(phrase.Base(tag), "en")
}

// block lays one text out; an empty text is nil.
func (c *comp) block(s set) *text.Block {
	if s.text == "" {
		return nil
	}
	return c.in.Fonts.Layout(c.spec(s))
}

// whole is a text that stands below others, or nil where it would not stand there to its
// end, or to the end of a clause: what breaks off says only that something is missing.
func (c *comp) whole(s set) *text.Block {
	b := c.block(s)
	if b == nil || trails(b) || s.h > 0 && c.hgt(b) > s.h+.05 {
		return nil
	}
	return b
}

// trails says whether a text was cut within a sentence.
func trails(b *text.Block) bool {
	return b != nil && b.Cut && strings.HasSuffix(b.Spec.Text, "…")
}

// blocks lays texts of one role out at one size: the longest decides.
func (c *comp) blocks(sets []set) []*text.Block {
	out := make([]*text.Block, len(sets))
	least := 1.0
	for i, s := range sets {
		if out[i] = c.block(s); out[i] != nil {
			least = min(least, out[i].Size/c.spec(s).Size)
		}
	}
	for i, s := range sets {
		if out[i] == nil {
			continue
		}
		if sp := c.spec(s); out[i].Size > sp.Size*least*1.001 {
			sp.Size, sp.Least = max(sp.Size*least, sp.Floor), 1 // small enough, even where a word is parted
			out[i] = c.in.Fonts.Layout(sp)
		}
	}
	return out
}

// larger is how much larger a few words that stand for themselves may be set in one line:
// at most by two fifths, in four fifths of their width.
func (c *comp) larger(s set) float64 {
	s.lines, s.rigid = 1, true
	b := c.block(s)
	if b == nil || c.wid(b) == 0 {
		return 1
	}
	return max(1, min(1.4, .8*s.w/c.wid(b)))
}

// oneSize is the size, u, at which every text fits as s says: the longest decides.
func (c *comp) oneSize(s set, texts []string) float64 {
	size := s.role.Size(c.port)
	for range 3 { // a text is shrunk by so much at most, and then cut
		least := size
		for _, t := range texts {
			s.text, s.role.Land, s.role.Port = t, size, size
			if b := c.block(s); b != nil {
				least = min(least, b.Size/c.u)
			}
		}
		if least > .99*size {
			break
		}
		size = least
	}
	return size
}

// hgt is a block's height in u, 0 for none.
func (c *comp) hgt(b *text.Block) float64 {
	if b == nil {
		return 0
	}
	return b.H / c.u
}

func (c *comp) wid(b *text.Block) float64 {
	if b == nil {
		return 0
	}
	return b.W / c.u
}

// inset is how far a block's ink begins from its left edge, in u: right-to-left
// text stands at the right of its box, and a plate that hugs it must know.
func (c *comp) inset(b *text.Block) float64 {
	if b == nil {
		return 0
	}
	if x := float64(b.Bounds(-1).Min.X); x > c.u {
		return x / c.u
	}
	return 0
}

// put draws a block as one sprite with its origin at (x, y) u.
func (c *comp) put(b *text.Block, x, y float64, tracks ...track) *layer {
	if b == nil {
		return nil
	}
	s, dx, dy := b.Sprite()
	l := c.add(s, c.pxX(x)+float64(dx), c.pxY(y)+float64(dy), tracks...)
	c.note(l, b, s.Img.Rect)
	return l
}

// setText is a text as it was set: the layer that shows it and the box of its ink
// in that layer's sprite.
type setText struct {
	layer *layer
	block *text.Block
	ink   image.Rectangle
	on    image.Rectangle // the card, or what else it is written on; empty = the stage
	color look.RGB
}

func (c *comp) note(l *layer, b *text.Block, ink image.Rectangle) {
	c.noteIn(l, b, ink, colorOf(b))
}

// noteIn is note for a part of a block in a colour of its own.
func (c *comp) noteIn(l *layer, b *text.Block, ink image.Rectangle, col look.RGB) {
	c.set = append(c.set, setText{layer: l, block: b, ink: ink, color: col})
}

// rows draws a block row by row, each rising out of its own line: the entrance of
// headlines. target names it for motion verbs.
func (c *comp) rows(b *text.Block, x, y, at float64, target string, tracks ...track) {
	if b == nil {
		return
	}
	x -= .02 * b.Size / c.u // display type hangs a little to the left
	if b.RTL && !c.rtl || b.Spec.Align != text.Start {
		x += .02 * b.Size / c.u
	}
	if target == "headline" {
		c.lasting(func() { c.rise(b, x, y, at, target, tracks) })
		return
	}
	c.rise(b, x, y, at, target, tracks)
}

// rise brings rows on, their corner at (x, y) u.
func (c *comp) rise(b *text.Block, x, y, at float64, target string, tracks []track) {
	if v, ok := c.verb(target); ok {
		c.verbRows(v, b, x, y, at, tracks)
		return
	}
	if c.th.Style.TextShadow != "" {
		if c.th.Style.TextShadow == "stacked" && target == "headline" && len(b.Rows) > 1 && b.Size > 9*c.u {
			c.posterTitle(b, x, y, at, tracks)
			return
		}
		s, dx, dy := c.shadowed(b, -1)
		l := c.add(s, c.pxX(x)+dx, c.pxY(y)+dy, append([]track{c.enter(at), tilt(c.tiltText(b))}, tracks...)...)
		c.note(l, b, b.Bounds(-1).Sub(image.Pt(int(dx), int(dy))))
		return
	}
	lh := b.Spec.Line * b.Size
	for i := range b.Rows {
		s, dx, dy := b.SpriteRow(i)
		px, py := c.pxX(x)+float64(dx), c.pxY(y)+float64(dy)
		top := c.pxY(y) + b.Rows[i].Top
		box := image.Rect(0, int(top-.12*b.Size), 1<<20, int(top+lh+.24*b.Size))
		start := c.early(at) + .08*float64(i)
		rise := lh * 1.05
		ease := look.Easing(c.th.Style.EnterEase)
		in := func(t float64, p *scene.Pose) {
			k := ramp(c.held(t), start, .55)
			if k >= 1 {
				return
			}
			p.Alpha *= clamp01(k * 3)
			p.Y += rise * (1 - ease(k))
			clip(p, box)
		}
		l := c.add(s, px, py, append([]track{in}, tracks...)...)
		c.note(l, b, s.Img.Rect)
	}
}

// tiltText is the style's angle, less for wide lines, whose ends would drift apart.
func (c *comp) tiltText(b *text.Block) float64 {
	return c.th.Style.Angle * min(1, 52/max(1, b.W/c.u))
}

// shadowed draws a block with the style's text shadow; dx, dy are as in Sprite, px.
func (c *comp) shadowed(b *text.Block, row int) (s *scene.Sprite, dx, dy float64) {
	box := b.Bounds(row)
	kind := c.th.Style.TextShadow
	if kind == "stacked" && b.Size < 3.4*c.u || kind == "double" && c.sc.Kind == scene.Footage {
		kind = "" // too small for it; made for a flat ground
	}
	pad := int(math.Ceil(2.2 * c.u))
	if kind == "glow" {
		pad = int(math.Ceil(9 * c.u))
	}
	img := image.NewRGBA(image.Rect(0, 0, box.Dx()+2*pad, box.Dy()+2*pad))
	cv := raster.NewCanvas(img)
	ox, oy := float64(pad-box.Min.X), float64(pad-box.Min.Y)
	k := b.Size / (12.6 * c.u) // shadows are made for title size
	path := b.Path(row)
	at := func(d float64, col look.RGB) {
		cv.CTM = raster.Translate(ox+d*c.u, oy+d*c.u)
		cv.Fill(path, solid(col), 1)
	}
	switch kind {
	case "stacked":
		if k > .4 && look.Contrast(colorOf(b), c.th.Line) >= 3 { // letters over their own colour are blots
			step := min(.4, .3*k+.02)
			for i := 4; i >= 1; i-- {
				for f := 0.0; f < 1; f += .25 {
					at(step*(float64(i)-f), c.th.Line)
				}
			}
		}
	case "double":
		if k > .4 {
			under := c.th.A
			if c.st.Base == c.th.A || b.Size > 25*c.u {
				under = c.th.Line
			}
			e := min(1, k)
			for d := 1.05; d > .62; d -= .08 {
				at(d*e, under)
			}
			at(.55*e, c.st.Base)
		}
	case "glow":
		glowText(img, path, ox, oy, 4*c.u, c.th.P, .55)
	}
	cv.CTM = raster.Identity
	if row < 0 {
		b.Draw(cv, ox, oy)
	} else {
		b.DrawRow(cv, ox, oy, row)
	}
	return &scene.Sprite{Img: img}, float64(box.Min.X - pad), float64(box.Min.Y - pad)
}

// glowText blurs a path's shape behind it.
func glowText(img *image.RGBA, p *raster.Path, ox, oy, sigma float64, col look.RGB, alpha float64) {
	const f = 8
	w, h := img.Rect.Dx()/f+2, img.Rect.Dy()/f+2
	small := image.NewRGBA(image.Rect(0, 0, w, h))
	cv := raster.NewCanvas(small)
	cv.CTM = raster.Scale(1.0/f, 1.0/f).Mul(raster.Translate(ox, oy))
	cv.Fill(p, raster.Solid{A: 255}, 1)
	a := make([]float32, w*h)
	for i := range a {
		a[i] = float32(small.Pix[4*i+3])
	}
	blurBoxes(a, w, h, sigma/f)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			sx, sy := float64(x)/f-.5, float64(y)/f-.5
			ix, iy := max(0, int(sx)), max(0, int(sy))
			fx, fy := float32(max(0, sx-float64(ix))), float32(max(0, sy-float64(iy)))
			i := iy*w + ix
			top, bot := a[i]+(a[i+1]-a[i])*fx, a[i+w]+(a[i+w+1]-a[i+w])*fx
			v := (top + (bot-top)*fy) * float32(alpha)
			if v < .5 {
				continue
			}
			o := img.Pix[img.PixOffset(x, y):][:4:4]
			o[0], o[1], o[2], o[3] = uint8(v*float32(col.R)), uint8(v*float32(col.G)), uint8(v*float32(col.B)), uint8(v)
		}
	}
}

// newMask rasterises a path to coverage.
func newMask(w, h int, p *raster.Path) *image.Alpha {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	raster.NewCanvas(img).Fill(p, raster.Solid{A: 255}, 1)
	m := image.NewAlpha(img.Rect)
	for i := range m.Pix {
		m.Pix[i] = img.Pix[4*i+3]
	}
	return m
}

// span colours the runes from…to.
func span(from, to int, c look.RGB) text.Span {
	return text.Span{From: from, To: to, Color: c.NRGBA(1)}
}
