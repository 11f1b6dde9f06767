package engine

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"image/png"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/ffmpeg"
)

const footageBoard = `storyboard: 1
language: en
width: 320
height: 180
fps: 30
seconds: 7
seed: 7
look: {style: default}
voice: {}
presenter: {none: true}
music: {off: true}
captions: "off"
scenes:
  - {id: one, kind: title, headline: Pumps, seconds: 2}
  - {id: two, kind: footage, asset: broll/red.mp4, seconds: 2, transition: {kind: cut}}
  - {id: three, kind: footage, asset: broll/tall.mp4, seconds: 2, transition: {kind: cut}}
`

// shot holds the films that tests have shot, by their graphs.
var shot sync.Map

// shoot makes a small film at path. One that another test has shot is not shot again.
func shoot(t *testing.T, path, graph string) {
	t.Helper()
	film, _ := shot.LoadOrStore(graph, sync.OnceValues(func() ([]byte, error) {
		var out bytes.Buffer
		err := ffmpeg.Run(context.Background(), "shoot", nil, &out, "-f", "lavfi", "-i", graph, "-threads", "1", "-pix_fmt", "yuv420p",
			"-movflags", "frag_keyframe", "-f", "mp4", "pipe:1")
		return out.Bytes(), err
	}))
	body, err := film.(func() ([]byte, error))()
	if err = errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, body, 0o600)); err != nil {
		t.Fatal(err)
	}
}

func footageJob(t *testing.T) render.Job {
	t.Helper()
	j := job(t, manifest.Spec{Width: 320, Height: 180, Duration: 7, Storyboard: "board.yaml"})
	if err := os.WriteFile(filepath.Join(j.Dir, "board.yaml"), []byte(footageBoard), 0o600); err != nil {
		t.Fatal(err)
	}
	shoot(t, filepath.Join(j.Dir, "broll/red.mp4"), "color=c=0xC83C28:s=640x360:r=25:d=1")
	shoot(t, filepath.Join(j.Dir, "broll/tall.mp4"), "color=c=0x28783C:s=180x320:r=25:d=3")
	return j
}

// colourAt is the middle of a frame of a finished video.
func colourAt(t *testing.T, path, second string) (r, g, b uint32) {
	t.Helper()
	var out bytes.Buffer
	if err := ffmpeg.Run(t.Context(), "frame", nil, &out, "-ss", second, "-i", path, "-frames:v", "1", "-c:v", "png", "-f", "image2pipe", "pipe:1"); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	r, g, b, _ = img.At(img.Bounds().Dx()/2, img.Bounds().Dy()*2/5).RGBA()
	return r >> 8, g >> 8, b >> 8
}

func TestFilmsPlayInScenes(t *testing.T) {
	whole(t)
	t.Parallel()
	j := footageJob(t)
	e := open(t, t.TempDir())
	r, out := make1(t, e, j)
	if out.ScenesRendered != 3 {
		t.Errorf("%d scenes rendered, want 3", out.ScenesRendered)
	}
	for ext, path := range r.Sidecar { // nobody speaks: what has nothing to say is not there
		if st, err := os.Stat(path); err != nil || st.Size() == 0 {
			t.Errorf("%s is empty (%v)", ext, err)
		}
	}
	// The film lasts one second, its scene two: it runs on.
	for _, at := range []string{"2.1", "3.0", "3.9"} {
		if r, g, b := colourAt(t, r.Path, at); r < 150 || g > 100 || b > 90 {
			t.Errorf("%s s is %d %d %d, want the film's red", at, r, g, b)
		}
	}
	if r, g, b := colourAt(t, r.Path, "5"); g < 70 || r > 80 || b > 110 {
		t.Errorf("5 s is %d %d %d, want the tall film's green", r, g, b)
	}
	first := digest(t, r.Path)
	// The same film in a fresh cache gives the same bytes.
	if again, _ := make1(t, open(t, t.TempDir()), j); digest(t, again.Path) != first {
		t.Error("the same films made other bytes")
	}
	// Another film under the same name redraws its scene and no other.
	shoot(t, filepath.Join(j.Dir, "broll/red.mp4"), "color=c=0x2850C8:s=640x360:r=25:d=1")
	r, out = make1(t, e, j)
	if out.ScenesRendered != 1 || out.ScenesReused != 2 {
		t.Errorf("%d scenes rendered and %d reused, want 1 and 2", out.ScenesRendered, out.ScenesReused)
	}
	if r, g, b := colourAt(t, r.Path, "3"); b < 150 || r > 90 {
		t.Errorf("after the change 3 s is %d %d %d, want blue", r, g, b)
	}
}

func TestDamagedFilmNamesFileAndScene(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("renders whole videos")
	}
	j := footageJob(t)
	if err := os.WriteFile(filepath.Join(j.Dir, "broll/red.mp4"), []byte("no film at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	fails := func(want ...string) {
		t.Helper()
		_, err := open(t, t.TempDir()).Await(t.Context(), j, func(string, float64) {})
		var f *render.Failure
		if !errors.As(err, &f) || f.Class != render.ClassValidation {
			t.Fatalf("%v: want a failure that the user can mend", err)
		}
		for _, w := range want {
			if !strings.Contains(f.Message, w) {
				t.Errorf("%q does not say %q", f.Message, w)
			}
		}
	}
	fails("asset of scene 2 (two): broll/red.mp4: ", "damaged or no video")
	if err := os.Remove(filepath.Join(j.Dir, "broll/tall.mp4")); err != nil {
		t.Fatal(err)
	}
	fails(`board.yaml:16:39: file "broll/tall.mp4" does not exist`)
}

// TestStockPlaysOffline pins a stock item: it is fetched once, credited in the file,
// and plays again without key or network.
func TestStockPlaysOffline(t *testing.T) {
	whole(t)
	t.Parallel()
	j := footageJob(t)
	clip, err := os.ReadFile(filepath.Join(j.Dir, "broll/red.mp4"))
	if err != nil {
		t.Fatal(err)
	}
	var srv *httptest.Server
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/videos/videos/7" {
			_ = json.NewEncoder(w).Encode(map[string]any{"id": 7, "url": "https://www.pexels.com/video/7", "duration": 9, "user": map[string]string{"name": "Leo Wu"},
				"video_files": []any{map[string]any{"file_type": "video/mp4", "width": 640, "height": 360, "link": srv.URL + "/f.mp4"}}})
			return
		}
		_, _ = w.Write(clip)
	}))
	board := strings.Replace(footageBoard, "asset: broll/red.mp4", "asset: 'stock:pexels/video/7', credit: 'Video by Leo Wu on Pexels'", 1)
	if err := os.WriteFile(filepath.Join(j.Dir, "board.yaml"), []byte(board), 0o600); err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	e := open(t, cache)
	_, err = e.Await(t.Context(), j, func(string, float64) {})
	if err == nil || !strings.Contains(err.Error(), "asset of scene 2 (two): stock:pexels/video/7: it is not on this machine") {
		t.Errorf("without a key: %v", err)
	}
	e.opts.StockKey, e.opts.StockURL = "k", srv.URL
	r, _ := make1(t, e, j)
	if r, g, b := colourAt(t, r.Path, "3.0"); r < 150 || g > 100 || b > 90 {
		t.Errorf("3 s is %d %d %d, want the stock film's red", r, g, b)
	}
	if body, err := os.ReadFile(r.Path); err != nil || !bytes.Contains(body, []byte("Video by Leo Wu on Pexels")) {
		t.Errorf("the file does not name whom its pictures are by (%v)", err)
	}
	first := digest(t, r.Path)
	srv.Close()
	if again, out := make1(t, open(t, cache), j); digest(t, again.Path) != first || out.ScenesRendered != 0 {
		t.Errorf("offline again: %d scenes rendered, or other bytes", out.ScenesRendered)
	}
}

// TestFilmsAreHeardWhereAsked compares the sound of a scene whose film hums with the
// same scene muted.
func TestFilmsAreHeardWhereAsked(t *testing.T) {
	whole(t)
	t.Parallel()
	j := footageJob(t)
	if err := ffmpeg.Run(t.Context(), "shoot", nil, nil, "-f", "lavfi", "-i", "color=c=red:s=320x180:r=25:d=4", "-f", "lavfi", "-i", "sine=880:d=4:r=48000",
		"-threads", "1", "-pix_fmt", "yuv420p", filepath.Join(j.Dir, "broll/hum.mp4")); err != nil {
		t.Fatal(err)
	}
	e := open(t, t.TempDir())
	made := func(clip string) string {
		board := strings.Replace(footageBoard, "asset: broll/red.mp4", "asset: broll/hum.mp4"+clip, 1)
		if err := os.WriteFile(filepath.Join(j.Dir, "board.yaml"), []byte(board), 0o600); err != nil {
			t.Fatal(err)
		}
		r, _ := make1(t, e, j)
		return r.Path
	}
	// loud is the level of the film's tone between two seconds of a finished video, in dB.
	loud := func(path, from, to string) float64 {
		var pcm bytes.Buffer
		if err := ffmpeg.Run(t.Context(), "listen", nil, &pcm, "-ss", from, "-to", to, "-i", path, "-vn", "-af", "bandpass=f=880:w=60", "-ac", "1", "-f", "s16le", "pipe:1"); err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for b := pcm.Bytes(); len(b) > 1; b = b[2:] {
			v := float64(int16(binary.LittleEndian.Uint16(b))) / 32768
			sum += v * v
		}
		return 10 * math.Log10(sum/float64(pcm.Len()/2)+1e-12)
	}
	muted := loud(made(""), "2.6", "3.8")
	heard := made(", clip: {sound: under}")
	if under, after := loud(heard, "2.6", "3.8"), loud(heard, "5", "6.5"); muted > -70 || under < -50 || after > -70 {
		t.Errorf("the film's tone: %.0f dB muted, %.0f dB under, %.0f dB in the next scene", muted, under, after)
	}
}
