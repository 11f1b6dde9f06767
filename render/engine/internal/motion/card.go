package motion

import (
	"image"
	"image/draw"
	"slices"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// state is what a card stands for in the telling.
type state int

const (
	normal state = iota
	later        // still to come
	active       // being spoken about: the one hot thing
)

// cardStyle varies a card.
type cardStyle struct {
	state  state
	radius float64   // u; 0 = the style's
	fill   *look.RGB // instead of the stage's card colour
	n      int       // position, for styles whose cards differ in colour
	flat   bool      // no shadow
}

// cardText is the colours of text on a card.
type cardText struct {
	text, muted, accent, primary look.RGB
	tile                         look.Fill
	tileIcon                     look.RGB
}

// shadowRoom is the margin of a card's canvas, u.
const shadowRoom = 9

// card starts a canvas with a card's plate on it.
func (c *comp) card(w, h float64, s cardStyle) (*canvas, cardText) {
	k := c.newCanvas(w, h, shadowRoom)
	return k, k.plate(0, 0, w, h, s)
}

// cardWhenSeen is a card that is drawn when it is seen.
func (c *comp) cardWhenSeen(w, h float64, s cardStyle, paint func(k *canvas, ct cardText)) *canvas {
	return c.whenSeen(w, h, shadowRoom, func(k *canvas) { paint(k, k.plate(0, 0, w, h, s)) })
}

// onCard are the colours of what stands on a card.
func (c *comp) onCard(w, h float64, s cardStyle) cardText {
	return c.canvasOn(&image.RGBA{}, w, h, shadowRoom).plate(0, 0, w, h, s)
}

// longWait is from when on, in seconds, a card that comes at its word has a place before.
const longWait = .6

// place shows quietly where a card will stand whose word comes late: a stage that waits
// for its first word looks empty. What will stand on it is sketched in its colours.
func (c *comp) place(b box, i int, at float64, sketch func(k *canvas, quiet raster.Paint), tracks ...track) {
	if at < longWait {
		return
	}
	quiet := func(ink look.RGB) raster.Paint { return raster.Solid(ink.NRGBA(.1)) }
	var k *canvas
	if c.th.Style.Flat && c.st.Dark { // an empty white card would be the brightest thing there
		k = c.whenSeen(b.w, b.h, .3, func(k *canvas) {
			k.rr(0, 0, b.w, b.h, c.th.Style.Radius, raster.Solid(c.st.Base.Mix(c.st.Text, .14).NRGBA(1)), 1)
			sketch(k, quiet(c.st.Text))
		})
	} else if c.th.Style.Card != look.SoftCard {
		k = c.cardWhenSeen(b.w, b.h, cardStyle{state: later, n: i}, func(k *canvas, ct cardText) { sketch(k, quiet(ct.text)) })
	} else {
		k = c.whenSeen(b.w, b.h, .3, func(k *canvas) {
			if c.st.Name == "brand" {
				k.rr(0, 0, b.w, b.h, c.th.Style.Radius, fillOf(c.st.Later), 1)
			} else { // as closed as a card is: what lies behind does not show through
				k.rr(0, 0, b.w, b.h, c.th.Style.Radius, raster.Solid(c.st.Card.RGB.NRGBA(.74)), 1)
				k.outline(0, 0, b.w, b.h, c.th.Style.Radius, .1, fillOf(c.st.Border), 1)
			}
			sketch(k, quiet(c.st.Text))
		})
	}
	k.put(b.x, b.y, append([]track{c.enter(.2 + .05*float64(i)), c.show(-1, at+.1, .3)}, tracks...)...)
}

// bars sketch lines of text, w u wide each, from (x, y) u downwards, h u high.
func (k *canvas) bars(x, y, h float64, quiet raster.Paint, widths ...float64) {
	for i, w := range widths {
		k.rr(x, y+float64(i)*h*1.9, w, h, h*.3, quiet, 1)
	}
}

// placeSide shows quietly where the second side of a comparison will stand until it is
// named: its head at height headY, u, and n rows from height first on, as bars.
func (c *comp) placeSide(b box, headY, first, pitch float64, n int, at float64) {
	const pad, tile, bar = 3.4, 6.0, 2.2
	c.place(b, 1, at, func(k *canvas, quiet raster.Paint) {
		k.rr(pad, headY-b.y, tile, tile, tile*.3, quiet, 1)
		k.bars(pad+tile+1.8, headY-b.y+(tile-bar)/2, bar, quiet, (b.w-2*pad-tile)*.55)
		for i := range n {
			y := first - b.y + pitch*(float64(i)+.5) - bar/2
			k.bars(pad, y, bar, quiet, b.w*.28)
			k.bars(b.w-pad-b.w*.2, y, bar, quiet, b.w*.2)
		}
	})
}

// plate draws a card at (x, y) u and returns the colours for what stands on it.
func (k *canvas) plate(x, y, w, h float64, s cardStyle) cardText {
	c, th, st := k.c, k.c.th, k.c.st
	r := th.Style.Radius
	if s.radius > 0 && r > 0 {
		r = s.radius * max(.65, r/2.8)
	}
	t := cardText{text: st.Text, muted: st.Muted, accent: st.Accent, primary: st.Primary, tile: st.Tile, tileIcon: st.Primary}
	if t.accent = c.smallAccent(); st.Name == "brand" && !th.Style.Flat {
		t.muted = st.Text
	}
	white1 := look.RGB{R: 1, G: 1, B: 1}
	switch th.Style.Card {
	case look.HardCard, look.FlatCard, look.PlainCard:
		return k.posterPlate(x, y, w, h, r, s, t)
	case look.HairCard:
		col, a := white1, .22
		if s.state == active {
			col, a = th.A, .9
		}
		k.rr(x, y, w, .14, 0, raster.Solid(col.NRGBA(a)), 1)
		if s.state == active {
			k.rr(x, y, w, h, 0, cssLinear(x, y, w, h, 180, gs(0, th.A, .13), gs(1, th.A, 0)), 1)
			t.tile, t.tileIcon = look.Fill{RGB: th.A, Alpha: .16}, st.Accent
			t.primary = st.Accent
			t.muted = st.Text
		}
		return t
	}
	switch {
	case s.fill != nil:
		on := c.onColor(*s.fill)
		k.shadow(x, y, w, h, r, 2.4, 6, *s.fill, .30)
		k.rr(x, y, w, h, r, solid(*s.fill), 1)
		return cardText{text: on, muted: on, accent: on, primary: on, tile: look.Fill{RGB: on, Alpha: .1}, tileIcon: on}
	case s.state == active && st.Name == "brand":
		// The stage is the brand's colour already: the hot card is its negative.
		paper, fill := th.Stage("paper"), c.hotFill()
		if !st.Dark {
			paper = th.Stage("ink")
		}
		if !s.flat {
			k.shadow(x, y, w, h, r, 2.4, 6, th.BrandDeep, .45)
		}
		k.rr(x, y, w, h, r, solid(fill), 1)
		return cardText{text: paper.Text, muted: paper.Muted, accent: paper.Accent, primary: paper.Primary, tile: paper.Tile, tileIcon: paper.Primary}
	case s.state == active:
		on := th.OnP
		if !s.flat {
			k.shadow(x, y, w, h, r, 2.4, 6, th.Hot[1], .45)
		}
		k.rr(x, y, w, h, r, cssLinear(x, y, w, h, 150, gs(0, th.Hot[0], 1), gs(.45, th.Hot[1], 1), gs(1, th.Hot[2], 1)), 1)
		if st.Dark {
			k.outline(x, y, w, h, r, .1, raster.Solid(white1.NRGBA(.22)), 1)
		}
		acc := look.Repair(th.A, th.Hot[0], 4.5)
		if min(look.Contrast(acc, th.Hot[0]), look.Contrast(acc, th.Hot[1]), look.Contrast(acc, th.Hot[2])) < 4.5 {
			acc = on
		}
		return cardText{text: on, muted: on, accent: acc, primary: on,
			tile: look.Fill{RGB: on, Alpha: .16}, tileIcon: on}
	case s.state == later:
		k.rr(x, y, w, h, r, fillOf(st.Later), 1)
		k.outline(x, y, w, h, r, .1, fillOf(look.Fill{RGB: st.Border.RGB, Alpha: st.Border.Alpha * .7}), 1)
		return t
	}
	if !s.flat {
		if st.Dark {
			k.shadow(x, y, w, h, r, 2.6, 6, th.Ink0, .5)
			k.cutout(x, y, w, h, r)
		} else {
			k.shadow(x, y, w, h, r, 2.2, 5.5, th.Ink1, .13)
			k.shadow(x, y, w, h, r, .3, .8, th.Ink0, .05)
			if st.Card.Alpha < 1 {
				k.cutout(x, y, w, h, r)
			}
		}
	}
	k.rr(x, y, w, h, r, fillOf(st.Card), 1)
	k.outline(x, y, w, h, r, .1, fillOf(st.Border), 1)
	if st.Dark {
		// the lit upper edge
		p := &raster.Path{}
		p.MoveTo(x+r, y+.1)
		p.LineTo(x+w-r, y+.1)
		k.Fill(p.Stroke(.1), white(.14), 1)
	}
	return t
}

// hotFill is the colour of the hot card, or the middle one where it has several.
func (c *comp) hotFill() look.RGB {
	switch {
	case c.st.Name != "brand" || c.th.Style.Card != look.SoftCard:
		return c.th.Hot[1]
	case c.st.Dark:
		return c.st.Text
	}
	return c.th.Ink0
}

// tells says whether the scene's cards become hot, one of them or in turn.
func (c *comp) tells() bool {
	switch c.sc.Kind {
	case scene.Points, scene.Process, scene.Timeline, scene.Grid, scene.Compare:
		return true
	}
	return false
}

// smallAccent is the accent where it reads as small text, else the text colour; where it
// would read as a brown it is the primary's.
func (c *comp) smallAccent() look.RGB {
	if look.Mud(c.th.A, c.st.Accent) {
		if p := c.st.Primary; look.Contrast(p, c.st.Base) >= 4.5 && !look.Mud(c.th.P, p) {
			return p
		}
		return c.st.Text
	}
	if look.Contrast(c.st.Accent, c.st.Base) >= 4.5 {
		return c.st.Accent
	}
	return c.st.Text
}

// cutout removes what is under a translucent card, so that its own shadow does not
// darken it.
func (k *canvas) cutout(x, y, w, h, r float64) {
	x0, y0 := k.padX+x*k.c.u, k.padY+y*k.c.u
	p := &raster.Path{}
	p.RoundRect(x0, y0, w*k.c.u, h*k.c.u, r*k.c.u)
	m := newMask(k.Dst.Rect.Dx(), k.Dst.Rect.Dy(), p)
	for i := 0; i < len(m.Pix); i++ {
		if v := uint32(m.Pix[i]); v > 0 {
			o := k.Dst.Pix[4*i : 4*i+4]
			for j := range o {
				o[j] = uint8(uint32(o[j]) * (255 - v) / 255)
			}
		}
	}
}

// posterPlate is the opaque card of the flat styles.
func (k *canvas) posterPlate(x, y, w, h, r float64, s cardStyle, t cardText) cardText {
	c, th, st := k.c, k.c.th, k.c.st
	white1 := look.RGB{R: 1, G: 1, B: 1}
	picks := []look.RGB{white1, th.Flats[2], th.Flats[0]}
	if th.Style.Name == "retro" {
		picks = []look.RGB{st.Card.RGB, th.A, th.Flats[2]}
	}
	picks = slices.DeleteFunc(picks, func(p look.RGB) bool { return p != white1 && p == th.Flats[0] && p.LCH().C < .05 }) // a grey plate looks switched off
	if c.tells() {                                                                                                        // one card at a time is hot: no other has its colour
		picks = slices.DeleteFunc(picks, func(p look.RGB) bool { return p == th.Hot[1] })
	}
	fill := picks[s.n%len(picks)]
	if fill == st.Base {
		fill = picks[0]
	}
	switch {
	case s.state == active:
		fill = th.Hot[1]
		for _, other := range th.Flats {
			if fill.Apart(st.Base) > .1 {
				break
			}
			fill = other
		}
	case s.state == later:
		fill = st.Later.RGB
	case s.fill != nil:
		fill = *s.fill
	}
	if fill == st.Base {
		fill = white1
	}
	if th.Style.Border == 0 && fill.Apart(st.Base) < .03 { // nothing else would show where the card ends
		fill = st.Base.Mix(th.P, .1)
	}
	on := th.Line
	if look.Contrast(white1, fill) > look.Contrast(on, fill) {
		on = white1
	}
	b := th.Style.Border
	if hd := th.Style.Hard; hd > 0 && s.state != later {
		k.rr(x+hd, y+hd, w, h, r, solid(th.Line), 1)
	}
	if b > 0 {
		k.rr(x, y, w, h, r, solid(th.Line), 1)
		k.rr(x+b, y+b, w-2*b, h-2*b, max(0, r-b), solid(fill), 1)
	} else {
		k.rr(x, y, w, h, r, solid(fill), 1)
	}
	tile := look.Fill{RGB: on, Alpha: .12}
	return cardText{text: on, muted: on, accent: on, primary: on, tile: tile, tileIcon: on}
}

// onColor is the text colour for a flat background.
func (c *comp) onColor(bg look.RGB) look.RGB { return c.th.On(bg) }

// tile draws an icon on its rounded square.
func (k *canvas) tile(name string, x, y, size float64, bg look.Fill, col look.RGB) {
	if bg.Alpha > 0 {
		k.rr(x, y, size, size, size*.3, fillOf(bg), 1)
	}
	s := size * .54
	k.icon(name, x+(size-s)/2, y+(size-s)/2, s, col, 0)
}

// inlay lays a picture of the card's own size into the card, inside its corners.
func (k *canvas) inlay(art *canvas, r float64) {
	b := art.Dst.Rect
	p := &raster.Path{}
	p.RoundRect(0, 0, float64(b.Dx()), float64(b.Dy()), r*k.c.u)
	m := newMask(b.Dx(), b.Dy(), p)
	at := image.Pt(int(k.padX), int(k.padY))
	draw.DrawMask(k.Dst, b.Add(at), art.Dst, b.Min, m, image.Point{}, draw.Over)
}
