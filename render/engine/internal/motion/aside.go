package motion

import (
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// asides shows what a scene has to say besides its layout, character for character:
// its note, and overlay words and names where the layout has no place of its own for them.
// They stand in one row at the foot; where captions run, in the furniture's (portrait:
// between the content and the captions). What a row has no room for side by side takes
// turns in it, as it is spoken of.
func (c *comp) asides() {
	var texts []string
	drawn := map[scene.Kind]bool{scene.End: true, scene.Chart: c.sourced}
	if n := strings.TrimSpace(c.sc.Note); n != "" && !drawn[c.sc.Kind] {
		texts = append(texts, n)
	}
	if c.sc.Kind != scene.Presenter && c.sc.Kind != scene.Footage || c.sc.Kind == scene.Presenter && !c.presented() {
		for _, o := range c.sc.Overlay {
			if o = strings.TrimSpace(o); o != "" {
				texts = append(texts, o)
			}
		}
	}
	if l := c.sc.LowerThird; l != nil && (c.stage.Slot == nil || c.in.hosted) { // nobody is seen whom a plate could name
		texts = append(texts, strings.Trim(l.Name+" · "+l.Role, "· "))
	}
	texts = texts[:min(len(texts), 4)]
	if len(texts) == 0 {
		return
	}
	s := c.stage.Slot
	full := s != nil && s.Window.Dx() == c.in.Size.X && !c.port || c.sc.Kind == scene.Footage
	col := c.st.Text
	if full {
		col = look.RGB{R: 1, G: 1, B: 1}
		if s != nil && !c.darkSet() {
			col = c.th.Stage("paper").Text
		}
	}
	if c.port {
		if z := c.stage.Captions; c.spoken() && !z.Empty() {
			// Above the captions, which make room: nothing is read below them.
			y := float64(z.Min.Y)/c.u - c.oy - .6
			z.Min.Y += int(4.2 * c.u)
			z.Max.Y = min(z.Max.Y+int(1.5*c.u), int((138+c.oy)*c.u))
			c.stage.Captions = z
			c.asideRow(texts, box{6.5, y, c.w - 13, 4.2}, 3, col, true)
			return
		}
		c.asideRow(texts, box{6.5, min(134.2, c.h-7.7), c.w - 13, 4.2}, 3, col, true)
		return
	}
	row, size := box{8.9, 91.4, 160, 4}, 2.2
	beside := s != nil && !full
	if beside {
		row.x, row.w = 71, 97.9
		if s.Window.Min.X > 0 {
			row.x = 8.9
		}
	}
	top := c.spoken()
	if top {
		row, size = box{54, 5, 0, 4}, 2.6
		if beside && s.Window.Min.X == 0 {
			row.x = 71
		} else if beside {
			row.x = 40
		}
		row.w = min(66, 166-row.x)
		if c.marked > 0 {
			row.w = min(row.w, c.marked-3-row.x)
		} else if beside && s.Window.Min.X > 0 {
			row.w = 66
		}
		if b := c.th.Style.Bars; b > 0 {
			row.y = b*.5 - 2
			col = look.RGB{R: 1, G: 1, B: 1}
		}
	}
	n := len(c.stage.Layers)
	c.asideRow(texts, row, size, col, false)
	if c.th.Style.Bars > 0 && top { // on the letterbox, which lies over everything
		c.over = append(c.over, c.stage.Layers[n:]...)
		c.stage.Layers = c.stage.Layers[:n]
	}
}

// asideRow sets texts in a row: side by side where they have room, else one after
// another, each from when it is spoken of until the next.
func (c *comp) asideRow(texts []string, row box, size float64, col look.RGB, middle bool) {
	const gap = 3.0
	var sets []set
	for _, s := range texts {
		one := set{role: look.Role{Land: size, Port: size, Weight: 600, Line: 1.25}, text: s, w: row.w, lines: 1, color: col}
		if s == strings.TrimSpace(c.sc.Note) && col == c.st.Text { // small print is quiet
			one.weight, one.color = 440, c.st.Muted
		}
		sets = append(sets, one)
	}
	bs := c.blocks(sets)
	total := gap * float64(len(bs)-1)
	for _, b := range bs {
		total += c.wid(b)
	}
	at := c.cues.spread(texts)
	at[0] = c.cues.at(texts[0], .6)
	if len(texts) == 1 || total <= row.w {
		x := row.x
		if middle {
			x += (row.w - total) / 2
		}
		for i, b := range bs {
			c.put(b, x, row.y+(row.h-c.hgt(b))/2, c.enterAs("subtitle", c.cues.at(texts[i], .6), i))
			x += c.wid(b) + gap
		}
		return
	}
	const turn = 1.2 // seconds that each is seen for at least
	for i := 1; i < len(at); i++ {
		at[i] = max(at[i], at[i-1]+turn)
	}
	for i, b := range bs {
		x := row.x
		if middle {
			x += (row.w - c.wid(b)) / 2
		}
		tracks := []track{c.enterAs("subtitle", at[i], 0)}
		if i+1 < len(bs) {
			tracks = append(tracks, c.leave(at[i+1]-.1))
		}
		c.put(b, x, row.y+(row.h-c.hgt(b))/2, tracks...)
	}
}
