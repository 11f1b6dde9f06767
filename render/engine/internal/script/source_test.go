package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

func TestAssetsFollowTheWords(t *testing.T) {
	t.Parallel()
	b := boardOf(t, "demo-assets.txt")
	for _, s := range b.Scenes {
		if strings.Contains(s.Say, "Analytics show") {
			if s.Asset != "assets/dashboard-analytics.png" || s.Kind != scene.Device {
				t.Errorf("the analytics scene shows %q as %s", s.Asset, s.Kind)
			}
			return
		}
	}
	t.Error("nobody speaks of analytics")
}
