package engine

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/scene"
)

// TestWhatNoFontDrawsIsNoted: neither a family that is not there nor a letter without a
// glyph goes unsaid.
func TestWhatNoFontDrawsIsNoted(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Width: 320, Height: 180, FPS: 30, Look: scene.Look{Style: "default", Heading: "No Such Grotesk"}, Presenter: scene.Person{None: true},
		Scenes: []scene.Scene{{ID: "s1", Kind: scene.Title, Headline: "Save \ue123 today", Say: "Heard <break time=\"1s\"/> only \ue124."}}, Captions: "off"}
	e := open(t, t.TempDir())
	s, err := e.layout(t.Context(), job(t, manifest.Spec{}), b, &talk{cuts: nil}, encode.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	notes := strings.Join(s.notes, "\n")
	for _, want := range []string{`"No Such Grotesk"`, "U+E123"} {
		if !strings.Contains(notes, want) {
			t.Errorf("the notes do not name %s:\n%s", want, notes)
		}
	}
	if strings.Contains(notes, "U+E124") {
		t.Errorf("a letter that is only heard is called missing:\n%s", notes)
	}
}
