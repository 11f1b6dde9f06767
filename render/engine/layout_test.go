package engine

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
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

// TestCaptionsOfOneScene: a scene may show its words otherwise than the rest, and no other
// scene is drawn from anything else for that.
func TestCaptionsOfOneScene(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Captions: "word", Scenes: []scene.Scene{{ID: "s1", Say: "One."}, {ID: "s2", Say: "Two.", Captions: "off"}}}
	s := &show{board: b}
	for i, want := range []string{"word", "off"} {
		if alone, at := s.alone(i); alone.Captions != want || alone.Scenes[at].Captions != "" {
			t.Errorf("scene %d: captions %q and %q, want %q", i+1, alone.Captions, alone.Scenes[at].Captions, want)
		}
	}
	if seen := drawn(b); !strings.Contains(seen, "One.") || strings.Contains(seen, "Two.") {
		t.Errorf("seen: %q", seen)
	}
}

// TestCoarsePicturesAreNoted: a picture that the frame shows many times as large is named.
func TestCoarsePicturesAreNoted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, w := range map[string]int{"small.png": 240, "large.png": 1200} {
		var buf bytes.Buffer
		if err := errors.Join(png.Encode(&buf, image.NewRGBA(image.Rect(0, 0, w, w*9/16))), os.WriteFile(filepath.Join(dir, name), buf.Bytes(), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	b := &scene.Storyboard{Width: 1920, Height: 1080, FPS: 30, Look: scene.Look{Style: "default"}, Presenter: scene.Person{None: true}, Captions: "off",
		Scenes: []scene.Scene{{ID: "s1", Kind: scene.Footage, Asset: "small.png"}, {ID: "s2", Kind: scene.Footage, Asset: "large.png"}}}
	j := job(t, manifest.Spec{})
	j.Dir = dir
	s, err := open(t, t.TempDir()).layout(t.Context(), j, b, &talk{cuts: nil}, encode.Settings{Size: image.Pt(1920, 1080)})
	if err != nil {
		t.Fatal(err)
	}
	notes := strings.Join(s.notes, "\n")
	if !strings.Contains(notes, "scene s1: small.png has 240×135 pixels, which 1920×1080 show 8.0 times as large") || strings.Contains(notes, "large.png has") {
		t.Errorf("notes:\n%s", notes)
	}
}
