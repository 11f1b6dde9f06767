package engine

import (
	"os"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine/internal/scene"
)

// What an entry asks for in vain beside the storyboard that it pins is said, and nothing
// is said of what agrees.
func TestPinnedStoryboardsOverrule(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{
		Language: "en", Width: 640, Height: 360, FPS: 30, Seconds: 12, Look: scene.Look{Style: "bold", Primary: "#1E40AF"},
		Presenter: scene.Person{ID: "maya"}, Music: scene.Music{Mood: "calm", Loudness: -14}, Captions: "word",
	}
	agrees := manifest.Spec{
		Width: 640, Height: 360, Duration: 12, Language: "EN", Style: "Bold & Vibrant", Captions: &manifest.Captions{Mode: "word"}, Voice: &manifest.Voice{Pace: 1},
		Music: &manifest.Music{Mood: "calm", Loudness: -14}, Inputs: &manifest.Inputs{Avatar: "maya"}, Brand: &manifest.Brand{Colors: map[string]string{"primary": "#1e40af"}},
	}
	for _, s := range []manifest.Spec{{}, agrees} {
		if got := overruled(s, b); got != "" {
			t.Errorf("of what agrees is said: %s", got)
		}
	}
	got := overruled(manifest.Spec{
		Width: 1920, Height: 1080, Duration: 30, Language: "de", Style: "retro", Captions: &manifest.Captions{Mode: "off"}, Voice: &manifest.Voice{Name: "jenny-older", Gender: "female", Pace: .9},
		Music: &manifest.Music{File: "bed.mp3", Loudness: -23}, Inputs: &manifest.Inputs{Image: "data:image/png;base64,AAAA"}, Brand: &manifest.Brand{Logo: "logo.svg", Colors: map[string]string{"accent": "#F59E0B"}},
	}, b)
	for _, want := range []string{"width: 1920", "height: 1080", "duration: 30", "language: de", "style: retro", "captions: off", "voice.name: jenny-older", "voice.gender: female",
		"voice.pace: 0.9", "music.file: bed.mp3", "music.loudness: -23", "inputs.image", "brand.colors.accent: #F59E0B", "brand.logo: logo.svg"} {
		if !strings.Contains(got, want+",") && !strings.Contains(got, want+":") {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if got := overruled(manifest.Spec{Music: &manifest.Music{Off: true}}, b); !strings.Contains(got, "music: none") {
		t.Errorf("music: none is not in %q", got)
	}
}

// TestPinnedStoryboardsAreToldWhatIsNotSeen: what a scene holds and its frame does not show is
// known before anything is drawn.
func TestPinnedStoryboardsAreToldWhatIsNotSeen(t *testing.T) {
	t.Parallel()
	head := "storyboard: 1\ntitle: T\nlanguage: en\nwidth: 320\nheight: 320\nfps: 30\nseconds: 3\nscenes:\n  - id: a\n    kind: "
	for scene, want := range map[string]string{
		"chart\n    series: {type: line, labels: [a, b], values: [1, 2], other: [2, 3]}\n":                                             "which series is which",
		"chart\n    items: [{label: Here}, {label: There}]\n    series: {type: line, labels: [a, b], values: [1, 2], other: [2, 3]}\n": "",
		"grid\n    presenter: left\n    items: [{title: One}, {title: Two}]\n":                                                         "too near a square",
		"presenter\n    overlay: [a, b, c, d]\n":                                                                                       "3 texts are shown",
		"process\n    items: [" + strings.Repeat("{title: One}, ", 11) + "{title: Two}]\n":                                             "",
	} {
		got := CheckStoryboard("b.yaml", []byte(head+scene), os.DirFS(t.TempDir()), false)
		switch {
		case want == "" && len(got) > 0, want != "" && (len(got) != 1 || !strings.Contains(got[0].Summary, want) || got[0].Severity != diag.Warning || got[0].Range.Start.Line != 10):
			t.Errorf("%q: want %q, got %v", scene, want, got)
		}
	}
}
