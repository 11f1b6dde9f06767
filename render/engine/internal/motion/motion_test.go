package motion

import (
	"image"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

func BenchmarkBackdrop1080(b *testing.B) {
	sc := scene.Scene{ID: "s", Kind: scene.Number, Figure: &scene.Figure{Text: "318"}}
	st := stageFor(b, sc, scene.Look{}, image.Pt(1920, 1080), 8)
	dst := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	for b.Loop() {
		st.Backdrop.Draw(dst, 3)
	}
}

func BenchmarkAt(b *testing.B) {
	st := stageFor(b, samples()[3], scene.Look{}, image.Pt(1920, 1080), 8)
	t := 0.0
	for b.Loop() {
		for _, l := range st.Layers {
			l.At(t)
		}
		t += 1.0 / 30
		if t > 8 {
			t = 0
		}
	}
}

func BenchmarkBuild1080(b *testing.B) {
	for b.Loop() {
		stageFor(b, samples()[3], scene.Look{}, image.Pt(1920, 1080), 8)
	}
}
