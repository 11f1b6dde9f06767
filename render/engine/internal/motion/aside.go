package motion

import (
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// asides shows what a scene has to say besides its layout, character for character:
// its note, and overlay words where the layout has no place of its own for them.
// They stand at the foot; where captions run, in the furniture's row (portrait:
// between the content and the captions; three of them, below the captions).
func (c *comp) asides() {
	var texts []string
	drawn := map[scene.Kind]bool{scene.End: true, scene.Chart: !c.spoken()}
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
	if len(texts) > 3 {
		texts = texts[:3]
	}
	if len(texts) == 0 {
		return
	}
	full := c.stage.Slot != nil && c.stage.Slot.Window.Dx() == c.in.Size.X && !c.port || c.sc.Kind == scene.Footage
	col := c.st.Text
	if full {
		col = look.RGB{R: 1, G: 1, B: 1}
	}
	if c.port {
		y := min(139.2, c.h-4.2*float64(len(texts))-1)
		if z := c.stage.Captions; c.spoken() && !z.Empty() && len(texts) < 3 {
			// Above the captions, which make room: nothing is read below them.
			y = float64(z.Min.Y)/c.u - c.oy - .6
			z.Min.Y += int(4.2 * float64(len(texts)) * c.u)
			z.Max.Y = min(z.Max.Y+int(1.5*c.u), int((138+c.oy)*c.u))
			c.stage.Captions = z
		}
		for _, s := range texts {
			b := c.block(set{role: look.Role{Land: 2.6, Port: 3, Weight: 600, Line: 1.25}, text: s, w: c.w - 13, lines: 1, color: col, align: text.Center})
			c.put(b, 6.5, y, c.enter(c.cues.at(s, .6)))
			y += 4.2
		}
		return
	}
	size := 2.2
	x, y, limit := 8.9, 93.4, 160.0
	top := c.spoken()
	if top {
		size, y, limit = 2.6, 7, 66
		x = 54
		if s := c.stage.Slot; s != nil && !full {
			x, limit = 71, 46
			if s.Window.Min.X > 0 {
				x = 40
			}
		}
		if c.th.Style.Bars > 0 {
			y = c.th.Style.Bars * .5
			col = look.RGB{R: 1, G: 1, B: 1}
		}
	}
	total := 0
	for _, s := range texts {
		total += len([]rune(s))
	}
	room := limit - 3*float64(len(texts)-1)
	for _, s := range texts {
		each := room * float64(len([]rune(s))) / float64(max(1, total)) // by its length
		b := c.block(set{role: look.Role{Land: size, Port: size, Weight: 600, Line: 1.25}, text: s, w: each, lines: 1, color: col})
		l := c.put(b, x, y-c.hgt(b)/2, c.enter(c.cues.at(s, .6)))
		if c.th.Style.Bars > 0 && top && l != nil { // on the letterbox, which lies over everything
			c.stage.Layers = c.stage.Layers[:len(c.stage.Layers)-1]
			c.over = append(c.over, l)
		}
		x += c.wid(b) + 3
	}
}
