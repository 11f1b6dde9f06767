package script

import (
	"slices"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

func TestTickerAndLogoSting(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{Duration: 24, PositivePrompt: `Scene 1: logo sting (3s)
Visual: logo animation on dark, "Power for all"
Scene 2: FULL SCREEN B-ROLL (8s)
Visual: "318 €" COUNTS UP, scrolling ticker: "Grid 51 ct", "Battery 29 ct"
VO: "Each flat keeps three hundred and eighteen euros a year."
Scene 3: A-ROLL (6s)
VO: "Thanks for watching."`})
	if s := b.Scenes[0]; s.Kind != scene.Logo || s.Subtitle != "Power for all" {
		t.Errorf("scene 1 is %s, subtitle %q", s.Kind, s.Subtitle)
	}
	if s := b.Scenes[1]; !slices.Equal(s.Ticker, []string{"Grid 51 ct", "Battery 29 ct"}) || s.Kind != scene.Number {
		t.Errorf("scene 2 is %s, ticker %q, overlay %q, note %q", s.Kind, s.Ticker, s.Overlay, s.Note)
	}
}
