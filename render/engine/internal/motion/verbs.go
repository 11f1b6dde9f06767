package motion

import (
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// verb finds the motion verb that the prompt gives a part of the scene.
func (c *comp) verb(target string) (scene.Move, bool) {
	for _, m := range c.sc.Moves {
		if m.Target == target {
			return m, true
		}
	}
	return scene.Move{}, false
}

// verbRows brings a headline on by a verb.
func (c *comp) verbRows(m scene.Move, b *text.Block, x, y, at float64, tracks []track) {
	s, dx, dy := c.shadowed(b, -1)
	c.add(s, c.pxX(x)+dx, c.pxY(y)+dy, append([]track{c.enter(at)}, tracks...)...)
}
