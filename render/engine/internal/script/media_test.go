package script

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/stock"
)

// folder makes files of a name and a content; pictures are made when there is none.
func folderWith(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	var pic bytes.Buffer
	if err := png.Encode(&pic, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		if body == "" {
			body = pic.String()
		}
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const threeAsks = `Scene 1: [title]
Visual: "Harbours"
VO: "Harbours never sleep."

Scene 2: [FULL SCREEN B-ROLL]
Visual: %s
VO: "Cranes load ships all night."

Scene 3: [FULL SCREEN B-ROLL]
Visual: Stock footage of a lighthouse at dawn
VO: "A beam of light guides them home."

Scene 4: [A-ROLL]
VO: "Visit harbour.example."
`

func notesOf(b *scene.Storyboard) string {
	var out []string
	for _, n := range b.Notes {
		out = append(out, n.Text)
	}
	return strings.Join(out, "\n")
}

func write(t *testing.T, r Request) *scene.Storyboard {
	t.Helper()
	b, err := Write(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTagsSayWhatAssetsShow(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{
		"broll/IMG_1.png": "", "broll/IMG_2.png": "", "broll/IMG_3.png": "", "broll/clip.mp4": "a film",
		"broll/tags.yaml": "IMG_1.png: [fish, market]\nIMG_2.png: Cranes over the loading bay\nclip.mp4: {tags: [lighthouse, beam], credit: Film by Jo, from: 2.5, sound: under}\ngone.png: [x]\n",
		"broll/notes.txt": "no asset",
	})
	b := write(t, Request{Dir: dir, Seconds: 24, Spec: manifest.Spec{PositivePrompt: fmt.Sprintf(threeAsks, "Night shift"), Assets: []manifest.Asset{{Path: "broll"}}}})
	if s := b.Scenes[1]; s.Asset != "broll/IMG_2.png" || s.Kind != scene.Footage {
		t.Errorf("scene 2 shows %q as %s", s.Asset, s.Kind)
	}
	if s := b.Scenes[2]; s.Asset != "broll/clip.mp4" || s.Clip == nil || *s.Clip != (scene.Clip{From: 2.5, Sound: "under"}) || s.Credit != "Film by Jo" {
		t.Errorf("scene 3 shows %q, %+v, %q", s.Asset, s.Clip, s.Credit)
	}
	notes := notesOf(b)
	for _, want := range []string{"scene 2 shows broll/IMG_2.png: it matches cranes, load", "asset broll/IMG_1.png fits no scene", "speaks of gone.png, which is not there"} {
		if !strings.Contains(notes, want) {
			t.Errorf("the notes do not say %q:\n%s", want, notes)
		}
	}
	if strings.Contains(notes, "replaced by motion graphics") {
		t.Errorf("a picture that is shown is called replaced:\n%s", notes)
	}
}

// TestOwnPicturesGoBeforeCountersAndALonePresenter: what the words name by two words is seen
// instead of a counter, and the only presenter stands beside what they name.
func TestOwnPicturesGoBeforeCountersAndALonePresenter(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{"pics/harbour-crane.png": "", "pics/lighthouse.png": ""})
	spec := manifest.Spec{PositivePrompt: "Introduce the harbour museum. The harbour crane lifts 40 tonnes. The lighthouse was built in 1890. Visit harbour.example.", Assets: []manifest.Asset{{Path: "pics"}}}
	b := write(t, Request{Dir: dir, Seconds: 12, Spec: spec})
	if s := b.Scenes[1]; s.Asset != "pics/harbour-crane.png" || !strings.Contains(s.Headline, "40 tonnes") || s.Figure != nil {
		t.Errorf("the crane: %+v", s)
	}
	if s := b.Scenes[2]; s.Asset != "pics/lighthouse.png" || s.Presenter != "right" {
		t.Errorf("the lighthouse: %+v", s)
	}
	dir = folderWith(t, map[string]string{"pics/harbour.png": ""})
	if s := write(t, Request{Dir: dir, Seconds: 12, Spec: spec}).Scenes[1]; s.Kind != scene.Number {
		t.Errorf("one word takes a counter away: %+v", s)
	}
}

func TestNamedAssetsAreShown(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{"broll/a.png": "", "broll/b.png": "", "broll/cranes.png": ""})
	b := write(t, Request{Dir: dir, Seconds: 24, Spec: manifest.Spec{PositivePrompt: fmt.Sprintf(threeAsks, "show b.png, full screen"), Assets: []manifest.Asset{{Path: "broll"}}}})
	if got := b.Scenes[1].Asset; got != "broll/b.png" {
		t.Errorf("scene 2 shows %q though the prompt names b.png", got)
	}
}

func TestAssetsThatAreNone(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"a.txt": "is no picture", "dir/tags.yaml": "write a file name and its words"} {
		dir := folderWith(t, map[string]string{name: "- : [x", "dir/a.png": ""})
		p := name
		if strings.HasPrefix(p, "dir") {
			p = "dir"
		}
		_, err := Write(t.Context(), Request{Dir: dir, Spec: manifest.Spec{PositivePrompt: "Create a video about tea.", Assets: []manifest.Asset{{Path: p}}}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}

// TestStockFillsWhatIsMissing asks a server that answers as Pexels does.
func TestStockFillsWhatIsMissing(t *testing.T) {
	t.Parallel()
	var asked []string
	var srv *httptest.Server
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/f.mp4" {
			fmt.Fprint(w, "film")
			return
		}
		asked = append(asked, r.URL.Path+" "+r.URL.Query().Get("query"))
		_ = json.NewEncoder(w).Encode(map[string]any{"videos": []any{map[string]any{"id": 7, "url": "https://www.pexels.com/video/7", "duration": 9, "user": map[string]string{"name": "Leo Wu"},
			"video_files": []any{map[string]any{"file_type": "video/mp4", "width": 1920, "height": 1080, "link": srv.URL + "/f.mp4"}}}}})
	}))
	defer srv.Close()
	lib := &stock.Library{Dir: t.TempDir(), Client: srv.Client(), Provider: &stock.Pexels{Key: "k", Base: srv.URL, Client: srv.Client()}}
	dir := folderWith(t, map[string]string{"broll/cranes.png": ""})
	r := Request{Dir: dir, Seconds: 24, Stock: lib, Spec: manifest.Spec{PositivePrompt: fmt.Sprintf(threeAsks, "Night shift"), Assets: []manifest.Asset{{Path: "broll"}}}}
	b := write(t, r)
	if s := b.Scenes[2]; s.Asset != "stock:pexels/video/7" || s.Kind != scene.Footage || !strings.Contains(s.Credit, "Leo Wu") {
		t.Errorf("scene 3 shows %q by %q", s.Asset, s.Credit)
	}
	if b.Scenes[1].Asset != "broll/cranes.png" {
		t.Errorf("stock took the place of an asset: %q", b.Scenes[1].Asset)
	}
	if len(asked) != 1 || asked[0] != "/videos/search lighthouse at dawn" {
		t.Errorf("asked %q", asked)
	}
	if !strings.Contains(notesOf(b), "scene 3 shows stock:pexels/video/7: stock for \"lighthouse at dawn\". Video by Leo Wu on Pexels") {
		t.Error(notesOf(b))
	}
	// Without a library the motion graphic stays, and is noted.
	r.Stock = nil
	if b = write(t, r); b.Scenes[2].Asset != "" || !strings.Contains(notesOf(b), "scene 3's picture") {
		t.Errorf("without a library: %q\n%s", b.Scenes[2].Asset, notesOf(b))
	}
	srv.Close()
	r.Stock = &stock.Library{Dir: t.TempDir(), Client: srv.Client(), Provider: lib.Provider}
	if b = write(t, r); b.Scenes[2].Asset != "" || !strings.Contains(notesOf(b), `no stock for "lighthouse at dawn"`) {
		t.Errorf("without a network: %q\n%s", b.Scenes[2].Asset, notesOf(b))
	}
}

// TestShortWordsFindAssets: a van is found by its name, "the" and "img" by nothing.
func TestShortWordsFindAssets(t *testing.T) {
	t.Parallel()
	files := []media{{file: "a.png", words: mediaWords("the delivery van")}, {file: "b.png", words: mediaWords("IMG the way out for all")}, {file: "c.png", words: mediaWords("a cup of tea")}}
	for text, want := range map[string]int{"Our van brings it to your door.": 0, "The day is over for all.": -1, "Nothing beats teas.": 2} {
		if got, on := match(files, text, nil); got != want {
			t.Errorf("%q shows %d by %q, want %d", text, got, on, want)
		}
	}
}
