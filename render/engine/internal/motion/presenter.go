package motion

import (
	"image"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// drawPresenter is the presenter alone in the set, with a lower third and words
// beside the head.
func drawPresenter(c *comp) {
	if !c.presented() {
		drawStatement(c)
		return
	}
	fr := c.frame()
	s := &scene.Slot{Window: image.Rectangle{Max: c.in.Size}, Push: 1.035}
	side := 112.0
	if c.sc.Presenter == "left" {
		side = 177.78 - 112
	}
	named := c.sc.LowerThird != nil && c.sc.LowerThird.Name != ""
	if c.in.Board.Presenter.Photo != "" && !named && len(c.sc.Overlay) == 0 {
		side = 177.78 / 2 // nothing stands beside it, and no room fills the other side
	}
	size := map[string]float64{"close": 1.2, "waist": .74}[c.sc.Framing]
	if size == 0 {
		size = 1
	}
	if c.port {
		if size < 1 {
			size = .86 // less of the body is there to be seen than the frame is high
		}
		s.EyeX, s.EyeY, s.Head = c.pxX(c.w/2), c.pxY(63), 44*size*c.u
		if size < 1 {
			s.EyeY = c.pxY(62)
		} else if len(c.sc.Overlay) > 0 {
			s.EyeY = c.pxY(67) // the words stand above the hair
		}
	} else {
		s.EyeX, s.EyeY, s.Head = c.pxX(side), c.pxY(44), 35*size*c.u
		if size > 1 {
			s.EyeY = c.pxY(47)
		}
	}
	c.stage.Slot, c.stage.SlotAt = s, 0
	c.topShade(fr.w, c.pick(20, 27))
	c.furnitureOn(c.darkSet(), c.darkSet())
	if named {
		c.lowerThird(c.pick(1, 1.28), c.pick(58, c.w-13-8), func(w, h float64) (x, y float64) {
			switch {
			case c.port:
				return 6.5, 98.5
			case side < 80:
				return 177.78 - 8.9 - w, 61.5
			}
			return 8.9, 61.5
		})
	}
	c.overlay(side)
	c.captionZone(box{})
}

// darkSet says whether the presenter stands in a dark room, or before a photo's own
// ground that nobody knows.
func (c *comp) darkSet() bool {
	p := c.in.Board.Presenter
	switch {
	case p.Photo != "":
		return true
	case p.Set == "office", p.Set == "outdoors":
		return false
	case p.Set == "brand":
		return look.Contrast(look.RGB{R: 1, G: 1, B: 1}, c.th.P) >= 3
	}
	return true
}

// topShade evens the set's ground out behind the furniture's row, w × h u from the
// frame's corner: darker, or lighter in a light room. Wide frames of dark rooms need none.
func (c *comp) topShade(w, h float64, tracks ...track) {
	col, alpha := c.th.Ink0, .72
	switch p := c.in.Board.Presenter; {
	case !c.darkSet():
		col, alpha = c.th.Paper0, .82
	case p.Photo == "" && p.Set == "brand":
		if c.sc.Kind == scene.Presenter {
			alpha = .3 // the wall is of one colour, on which words read
		}
	case p.Photo == "" && !c.port:
		return
	case p.Photo == "":
		alpha = .6
	}
	if c.in.Board.Presenter.Photo != "" { // it may hang below as a picture
		h = c.pick(13, 23)
	}
	fr := c.frame()
	if s := c.stage.Slot; s != nil { // it darkens no hair
		h = max(8, min(h, (s.EyeY-.8*s.Head)/c.u+2))
	}
	k := c.newCanvas(w, h, 0)
	k.rr(0, 0, w, h, 0, raster.Linear{Y1: h, Stops: []raster.Stop{gs(0, col, alpha), gs(.45, col, alpha*.82), gs(.7, col, alpha*.42), gs(.88, col, alpha*.12), gs(1, col, 0)}}, 1)
	k.put(fr.x, fr.y, tracks...)
}

// presented says whether anybody stands in this scene.
func (c *comp) presented() bool {
	return !c.in.Board.Presenter.None && c.sc.Presenter != "none"
}

// lowerThird names the speaker: the bar grows, the plate wipes out of it. It is z times as
// large as usual in landscape, and place says where one of w × h u stands.
func (c *comp) lowerThird(z, limit float64, place func(w, h float64) (x, y float64)) {
	st := c.th.Stage("ink")
	cap := c.th.Caption
	plate, text, muted := look.Fill{RGB: c.th.Ink0, Alpha: .82}, st.Text, st.Muted
	border, hard, radius := 0.0, 0.0, 2.0
	if c.th.Style.Flat {
		plate, text, muted = cap.Plate, cap.Spoken, cap.Spoken
		border, hard, radius = cap.Border, cap.HardShadow, cap.Radius
	}
	if !c.th.Style.Flat {
		text = look.RGB{R: 1, G: 1, B: 1}
	}
	n := c.block(set{role: look.Role{Land: 3.9 * z, Port: 3.90625 * z, Weight: 700, Track: -.02, Line: 1.1, Display: true}, text: c.sc.LowerThird.Name, w: limit, lines: 1, color: text})
	r := c.block(set{role: look.Role{Land: 2.3 * z, Port: 2.296875 * z, Weight: 480, Line: 1.3}, text: c.sc.LowerThird.Role, w: limit, lines: 1, color: muted})
	w := .9*z + 2.4*z + max(c.wid(n), c.wid(r)) + 3.4*z
	h := 1.7*z + c.hgt(n) + c.hgt(r) + 1.8*z
	if r != nil {
		h += .4
	}
	k := c.newCanvas(w, h, 7.5)
	if hard > 0 {
		k.rr(hard, hard, w, h, radius, solid(c.th.Line), 1)
	} else if !c.th.Style.Flat {
		k.shadow(0, 0, w, h, radius, 1.6, 4.5, c.th.Ink0, .55)
		k.cutout(0, 0, w, h, radius)
	}
	if border > 0 {
		k.rr(0, 0, w, h, radius, solid(cap.BorderColor), 1)
	}
	body := &raster.Path{}
	body.RoundRect(border, border, w-2*border, h-2*border, radius-border)
	k.Clip(body)
	k.rr(0, 0, w, h, 0, fillOf(plate), 1)
	k.rr(0, 0, .9*z+border, h, 0, solid(c.th.A), 1)
	k.Unclip()
	k.text(n, .9*z+2.4*z-c.inset(n), 1.7*z)
	k.text(r, .9*z+2.4*z-c.inset(r), 1.7*z+c.hgt(n)+.4)
	x, y := place(w, h)
	on, off := .8, min(5.3, c.in.Seconds-.1)
	k.put(x, y, c.grow(on, .5, false, outQuint), c.slide(on, .5, -1.2, 0), c.leave(off))
}

// badge names the speaker who stands in a panel beside something else, below the face; the
// panel at the foot is where nothing is read.
func (c *comp) badge() {
	s := c.stage.Slot
	if s == nil || c.in.hosted || c.sc.Kind == scene.Presenter || c.sc.LowerThird == nil || c.sc.LowerThird.Name == "" {
		return
	}
	panel := box{float64(s.Window.Min.X)/c.u - c.ox, float64(s.Window.Min.Y)/c.u - c.oy, float64(s.Window.Dx()) / c.u, float64(s.Window.Dy()) / c.u}
	chin := (s.EyeY+.5*s.Head)/c.u - c.oy + .6
	left := panel.x + c.pick(3.2, 6.5)
	if panel.x <= -c.ox {
		left = max(left, c.pick(6.4, 6.5)) // from the frame's edge
	}
	c.lowerThird(c.pick(.9, 1.06), panel.x+panel.w-left-c.pick(9, 20), func(w, h float64) (x, y float64) {
		return left, max(chin, panel.y+panel.h-h-c.pick(9+c.th.Style.Bars, 2.6))
	})
}

// overlay sets words beside the head when they are spoken.
func (c *comp) overlay(eyeX float64) {
	var words []string
	for _, o := range c.sc.Overlay {
		if strings.EqualFold(o, c.in.Board.Look.LogoText) && c.in.Logo != nil {
			continue // the logo says it already, a hand's breadth away
		}
		if o = strings.TrimSpace(o); o != "" {
			words = append(words, o)
		}
	}
	words = words[:min(len(words), overlays[c.lines(0, 1)])]
	if len(words) == 0 {
		return
	}
	at := c.cues.spread(words)
	cap := c.th.Caption
	plate, text := look.Fill{RGB: c.th.Ink0, Alpha: .8}, look.RGB{R: 1, G: 1, B: 1}
	if c.th.Style.Flat {
		plate, text = cap.Plate, cap.Spoken
	}
	var sets []set
	for _, w := range words {
		sets = append(sets, set{role: look.Role{Land: 4.6, Port: 5, Weight: 700, Track: -.02, Line: 1.12, Display: true}, text: w, w: c.pick(48, 60), lines: 2, color: text})
	}
	y := c.pick(22, 20)
	for i, b := range c.blocks(sets) {
		w, h := c.wid(b)+5.6, c.hgt(b)+3.4
		k := c.newCanvas(w, h, 6.5)
		k.shadow(0, 0, w, h, 2.2, 1.4, 4, c.th.Ink0, .4)
		k.cutout(0, 0, w, h, 2.2)
		k.rr(0, 0, w, h, 2.2, fillOf(plate), 1)
		k.rr(1.6, 2.1, .7, h-4.2, .35, solid(c.th.A), 1)
		k.text(b, 3.4-c.inset(b), 1.7)
		x := c.margin()
		if eyeX < 80 && !c.port {
			x = 177.78 - 8.9 - w
		}
		if y+h > c.pick(59, 42) && i > 0 { // a name stands below
			break
		}
		k.put(x, y, c.enterAs("headline", at[i], i))
		c.hit(at[i], "pop")
		y += h + 1.8
	}
}
