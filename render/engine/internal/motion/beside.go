package motion

import (
	"image"
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/scene"
)

// A scene of any kind may have the presenter at its side. In landscape the layout then
// has a frame of its own, the part that the presenter leaves, and is composed in it as in
// any other frame; what comes out is moved to its place. In portrait the presenter has
// the foot of the frame, where nothing is read, and the layout keeps its size.

// Beside says whether scene i of a board has the presenter beside its content, and for
// a scene that asks for it and is drawn without, why.
func Beside(b *scene.Storyboard, i int, size image.Point) (ok bool, why string) {
	s := &b.Scenes[i]
	if b.Presenter.None || s.Presenter != "left" && s.Presenter != "right" || s.Kind == scene.Presenter || s.Kind == scene.Points {
		return false, ""
	}
	if a := float64(size.X) / float64(size.Y); a > .8 && a < 1.3 {
		return false, "the frame is too near a square to hold the presenter beside a " + string(s.Kind) + " scene"
	}
	return true, ""
}

// composeBeside has draw lay the scene out beside its presenter. inner is the content
// alone, in its own frame.
func composeBeside(in Input, draw func(*comp)) (outer, inner *comp) {
	sc := in.Board.Scenes[in.Index]
	c := newComp(in.with(scene.Scene{ID: sc.ID, Kind: sc.Kind, Stage: sc.Stage, Language: sc.Language, Framing: sc.Framing, Presenter: sc.Presenter, LowerThird: sc.LowerThird}))
	c.in.Board.Look.Watermark = ""
	c.decor()
	c.stageMotif(c.frame()) // its cells stay dark behind what is read
	ground := len(c.stage.Layers)
	content := c.hostPanel(c.sc.Presenter == "left", sc.Kind == scene.Footage)
	sc.Presenter, sc.LowerThird = "none", nil
	part := in.with(sc)
	th := *in.Theme
	th.Style.Bars = 0 // they are on the whole frame
	part.Size, part.Theme, part.whole = content.Size(), &th, in.Size
	inner = newComp(part)
	inner.guest = true
	inner.lay(draw)
	inner.asides()
	c.badge()
	if c.late != nil {
		words, n := inner.words(), len(c.stage.Layers)
		for i := range words {
			words[i] = words[i].Add(content.Min)
		}
		c.late(words)
		ground += len(c.stage.Layers) - n
	}
	inner.finish()
	c.finish()
	if c.rtl {
		content = turnRect(content, in.Size.X)
	}
	var layers []scene.Layer
	for _, l := range inner.stage.Layers {
		layers = append(layers, &shifted{Layer: l, by: content.Min})
	}
	c.stage.Layers = slices.Insert(c.stage.Layers, ground, layers...)
	c.stage.SlotAt += len(layers)
	c.stage.Hits = inner.stage.Hits
	c.stage.Captions = image.Rectangle{}
	if z := inner.stage.Captions; !z.Empty() {
		c.stage.Captions = z.Add(content.Min)
	}
	return c, inner
}

// with is the same with another scene in the place of this one.
func (in Input) with(sc scene.Scene) Input {
	b := *in.Board
	b.Scenes = append([]scene.Scene(nil), b.Scenes...)
	b.Scenes[in.Index] = sc
	in.Board = &b
	return in
}

// hostPanel puts the presenter into a panel and returns what is left of the frame, in
// pixels. Pictures meet the panel in a straight edge, all else in a rounded one.
func (c *comp) hostPanel(left, straight bool) (content image.Rectangle) {
	fr := c.frame()
	bars := c.th.Style.Bars
	s := &scene.Slot{Push: 1.02}
	w := 62.2 - fr.x
	s.Window = c.px(box{fr.x, fr.y, w, fr.h})
	s.Radii = [4]float64{1: 4 * c.u, 2: 4 * c.u}
	s.EyeX, s.EyeY, s.Head = c.pxX(31), c.pxY(47), 33*c.u
	content = image.Rect(s.Window.Max.X, int(math.Round(bars*c.u)), c.in.Size.X, c.in.Size.Y-int(math.Round(bars*c.u)))
	shade := c.newCanvas(12, fr.h, 0)
	shade.shadow(-26, -6, 26, fr.h+12, 4, 0, 9, c.th.Ink1, .28)
	at, dx := 62.2, -w // where the shade is, and how far the panel comes in from
	if !left {
		shade = c.newCanvas(12, fr.h, 0)
		shade.shadow(12, -6, 26, fr.h+12, 4, 0, 9, c.th.Ink1, .28)
		at, dx = 177.78-62.2-12, w
		s.Window = turnRect(s.Window, c.in.Size.X)
		s.Radii = [4]float64{0: 4 * c.u, 3: 4 * c.u}
		s.EyeX = float64(c.in.Size.X) - s.EyeX
		content = turnRect(content, c.in.Size.X)
	}
	if most := content.Dy() * 6 / 5; !straight && content.Dx() > most { // wider, its type would be small
		content.Min.X += (content.Dx() - most) / 2
		content.Max.X = content.Min.X + most
	}
	content.Max.X -= content.Dx() & 1
	if straight {
		s.Radii = [4]float64{}
	}
	c.seat(s, shade, at, fr.y, dx, 0)
	return content
}

// In portrait the panel begins where captions end at the latest, and is at least so
// high (u).
const foot, leastPanel = 139.0, 34.0

// panelTop is where the panel at the foot begins, u: below the ticker and the watermark.
func (c *comp) panelTop() float64 {
	switch {
	case len(c.sc.Ticker) > 0:
		return foot + tickerPort
	case c.in.Board.Look.Watermark != "":
		return foot + 3.5
	}
	return foot
}

// view is the part of the frame that the panel at the foot leaves, u.
func (c *comp) view() box {
	fr := c.frame()
	if c.in.hosted {
		fr.h = c.h + 5 - fr.y // it goes on behind the panel's round corners
	}
	return fr
}

// host puts the presenter into a panel at the foot.
func (c *comp) host() {
	fr, top := c.frame(), c.panelTop()
	h := fr.y + fr.h - top
	s := &scene.Slot{Push: 1.02, Window: c.px(box{fr.x, top, fr.w, h}), Radii: [4]float64{0: 5 * c.u, 1: 5 * c.u}}
	seen := h - c.th.Style.Bars
	s.EyeX, s.EyeY, s.Head = c.pxX(c.w/2), c.pxY(top+.375*seen), .53*seen*c.u // a bust: a head needs its shoulders
	shade := c.newCanvas(fr.w, 18, 0)                                         // down to where the panel's round corners end
	shade.shadow(-8, 12, fr.w+16, 14, 5, -2, 7, c.th.Ink1, .3)
	c.seat(s, shade, fr.x, top-12, 0, h)
}

// seat gives the panel its person and its shade at (x, y) u; both come in from (dx, dy).
func (c *comp) seat(s *scene.Slot, shade *canvas, x, y, dx, dy float64) {
	if f := map[string]float64{"close": 1.15, "waist": .8}[c.sc.Framing]; f > 0 {
		s.Head *= f
	}
	in := func(t float64, p *scene.Pose) {
		if e := outQuint(ramp(c.held(t), 0, .5)); e < 1 {
			p.X += math.Round(dx * c.u * (1 - e))
			p.Y += math.Round(dy * c.u * (1 - e))
		}
	}
	shade.put(x, y, in)
	c.stage.Slot, c.stage.SlotAt = s, len(c.stage.Layers)
	s.Enter = &layer{sprite: shade.sprite(), alpha: 1, tracks: []track{in}}
}

// shifted is a layer that was composed in a frame of its own, moved to its place.
type shifted struct {
	scene.Layer
	by   image.Point
	mask *scene.Sprite // the last mask and the same at its place
	set  *scene.Sprite
}

// At implements scene.Layer.
func (l *shifted) At(t float64) scene.Pose {
	p := l.Layer.At(t)
	if p.Sprite == nil {
		return p
	}
	p.X, p.Y = p.X+float64(l.by.X), p.Y+float64(l.by.Y)
	if !p.Clip.Empty() {
		p.Clip = p.Clip.Add(l.by)
	}
	if p.Mask != nil {
		if p.Mask != l.mask {
			moved := *p.Mask.Img
			moved.Rect = moved.Rect.Add(l.by)
			l.mask, l.set = p.Mask, &scene.Sprite{Img: &moved, Opaque: p.Mask.Opaque}
		}
		p.Mask = l.set
	}
	return p
}
