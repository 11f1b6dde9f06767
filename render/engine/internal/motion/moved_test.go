package motion

import (
	"bytes"
	"image"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestEveryPartMoves: whatever part of a scene a verb is given for, it moves.
func TestEveryPartMoves(t *testing.T) {
	t.Parallel()
	parts := map[string]func(s scene.Scene) bool{
		"headline": func(s scene.Scene) bool {
			if s.Kind == scene.Presenter {
				return len(s.Overlay) > 0
			}
			return s.Headline != "" && s.Kind != scene.Logo
		},
		"figure":   func(s scene.Scene) bool { return s.Figure != nil && s.Kind == scene.Number },
		"items":    func(s scene.Scene) bool { return len(s.Items)+len(s.Columns)+len(s.Rows) > 0 },
		"chart":    func(s scene.Scene) bool { return s.Series != nil },
		"subtitle": func(s scene.Scene) bool { return s.Subtitle != "" || s.Label != "" || s.Note != "" },
		"asset":    func(s scene.Scene) bool { return s.Asset != "" },
		"logo":     func(s scene.Scene) bool { return s.Kind == scene.End || s.Kind == scene.Logo },
		"action":   func(s scene.Scene) bool { return s.Kind == scene.End },
	}
	size := image.Pt(320, 180)
	for _, s := range samples() {
		for part, has := range parts {
			if !has(s) {
				continue
			}
			t.Run(s.ID+"/"+part, func(t *testing.T) {
				t.Parallel()
				plain := stageFor(t, s, scene.Look{}, size, 8)
				moved := s
				moved.Moves = []scene.Move{{Verb: "slides", Target: part, From: "top"}}
				other := stageFor(t, moved, scene.Look{}, size, 8)
				for _, at := range []float64{.15, .3, .45, .6, .8, 1, 1.3, 1.6, 2, 2.5, 3, 3.5, 4, 5, 6} {
					if !bytes.Equal(paint(plain, at).Pix, paint(other, at).Pix) {
						return
					}
				}
				t.Errorf("a verb for its %s moves nothing", part)
			})
		}
	}
}
