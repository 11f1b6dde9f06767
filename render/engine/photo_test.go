package engine

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

func TestPhotosByEveryName(t *testing.T) {
	t.Parallel()
	body := bytes.Repeat([]byte("photo"), 40)
	text := base64.StdEncoding.EncodeToString(body)
	asked := 0
	e := &Engine{opts: Options{CacheDir: t.TempDir(), Fetch: func(_ context.Context, url string, w io.Writer, limit int64) (string, error) {
		asked++
		if url != "https://example.com/ana.jpg?sig=secret" {
			return "", errors.New("example.com: it answered HTTP 404")
		}
		_, err := w.Write(body)
		return "image/jpeg", err
	}}}
	read := func(s string) (*files, error) {
		return openFiles(t.Context(), t.TempDir(), &scene.Storyboard{Presenter: scene.Person{Photo: s}}, e)
	}
	link := "https://example.com/ana.jpg?sig=secret"
	for _, s := range []string{text, "data:image/jpeg;base64," + text, text[:76] + "\n" + text[76:], link, link} {
		f, err := read(s)
		if err != nil || !bytes.Equal(f.photo, body) || f.sums[s] == "" {
			t.Errorf("%.40q: %v", s, err)
		}
	}
	if asked != 1 {
		t.Errorf("the URL was read %d times, want once for all", asked)
	}
	for s, want := range map[string]string{
		"https://example.com/ben.jpg":          "inputs.image: the photo cannot be fetched",
		"1b4e28ba-2fa1-11d2-883f-0016d3cca427": "id of an upload",
		"data:image/png,raw":                   "not base64",
		"data:image/png;base64,%%%":            "damaged",
		"missing.jpg":                          "missing.jpg",
	} {
		if _, err := read(s); err == nil || !strings.Contains(err.Error(), want) {
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
