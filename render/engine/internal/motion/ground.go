package motion

import (
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// stand chooses the world that the scene is set in, and its colours: ink, paper or brand,
// or a ground of the scene's own, on which words, lines and cards take the colours that
// read there.
func (c *comp) stand() {
	name := c.sc.Stage
	if own, ok := c.ownGround(name); ok {
		c.th, name = own, "ink"
		if own.Stage("paper").Base == look.MustHex(c.sc.Stage) {
			name = "paper"
		}
	}
	if name == "" {
		name = stageOf[c.sc.Kind]
	}
	if c.sc.Stage == "" && name == "ink" && c.th.Pale {
		name = "paper"
	}
	if s := c.th.Style.EveryStage; s != "" {
		name = s
	}
	if c.th.Style.Flat && c.th.Style.Name != "retro" && c.sc.Kind == scene.Title && c.sc.Stage == "" && c.in.Board.Look.Primary == "" {
		name = "brand" // posters open on their loudest colour; a brand's own is its primary
	}
	c.st = c.th.Stage(name)
	c.th = c.th.Seen(c.st)
}

// ownGround is the look of the board on another ground.
func (c *comp) ownGround(hex string) (*look.Theme, bool) {
	if !strings.HasPrefix(hex, "#") {
		return nil, false
	}
	l := c.in.Board.Look
	l.Background = hex
	th, _, err := look.Derive(l)
	if err != nil {
		return nil, false
	}
	return &th, true
}
