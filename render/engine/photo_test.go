package engine

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

func TestPhotosInTheManifest(t *testing.T) {
	t.Parallel()
	body := bytes.Repeat([]byte("photo"), 40)
	text := base64.StdEncoding.EncodeToString(body)
	for _, s := range []string{text, "data:image/jpeg;base64," + text, text[:76] + "\n" + text[76:]} {
		f, err := openFiles(t.Context(), t.TempDir(), &scene.Storyboard{Presenter: scene.Person{Photo: s}}, nil)
		if err != nil || !bytes.Equal(f.photo, body) {
			t.Errorf("%.40q: %v", s, err)
		}
	}
	for s, want := range map[string]string{
		"https://example.com/ana.jpg":          "works offline",
		"1b4e28ba-2fa1-11d2-883f-0016d3cca427": "works offline",
		"data:image/png,raw":                   "not base64",
		"data:image/png;base64,%%%":            "damaged",
		"missing.jpg":                          "missing.jpg",
	} {
		if _, err := openFiles(t.Context(), t.TempDir(), &scene.Storyboard{Presenter: scene.Person{Photo: s}}, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", s, err, want)
		}
	}
}

func TestPresentersThatCannotBeDrawn(t *testing.T) {
	t.Parallel()
	cast := func(id string) (*show, error) {
		s := &show{files: &files{}, board: &scene.Storyboard{Presenter: scene.Person{ID: id}}}
		return s, s.castPresenter()
	}
	if s, err := cast("maya"); err != nil || len(s.notes) != 0 {
		t.Errorf("maya: %v, notes %q", err, s.notes)
	}
	if s, err := cast("Brandon_Office_Standing_Front_public"); err != nil || len(s.notes) != 1 || !strings.Contains(s.notes[0], "stands in") {
		t.Errorf("a HeyGen id: %v, notes %q", err, s.notes)
	}
	if _, err := cast("mayya"); err == nil || !strings.Contains(err.Error(), `did you mean "maya"`) {
		t.Errorf("a misspelt name: %v", err)
	}
}
