package stock

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"
)

// library answers as api.pexels.com does, and counts what it is asked.
type library struct {
	*httptest.Server
	calls, files atomic.Int32
	link         string // overrides where files lie
	broken       int
	page         bool // files are web pages
}

func newLibrary(t *testing.T) *library {
	t.Helper()
	l := &library{}
	photo := func(id int) map[string]any {
		return map[string]any{"id": id, "width": 4000, "height": 3000, "url": fmt.Sprint("https://www.pexels.com/photo/", id), "photographer": "Ana Reis",
			"src": map[string]string{"original": l.at("/original.jpeg"), "large2x": l.at("/large.jpeg")}}
	}
	video := func(id int, seconds float64) map[string]any {
		file := func(w, h int) map[string]any {
			return map[string]any{"file_type": "video/mp4", "width": w, "height": h, "fps": 25, "link": l.at(fmt.Sprintf("/%d.mp4", h))}
		}
		return map[string]any{"id": id, "url": fmt.Sprint("https://www.pexels.com/video/", id), "duration": seconds, "user": map[string]string{"name": "Leo Wu"},
			"video_files": []any{file(3840, 2160), file(640, 360), file(1920, 1080)}}
	}
	l.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".jpeg") || strings.HasSuffix(r.URL.Path, ".mp4") {
			l.files.Add(1)
			if r.Header.Get("Authorization") != "" {
				t.Error("the key was sent for a file")
			}
			if l.page {
				fmt.Fprint(w, "<!DOCTYPE html><html><body>Please sign in</body></html>")
				return
			}
			fmt.Fprint(w, "content of "+r.URL.Path)
			return
		}
		l.calls.Add(1)
		switch {
		case l.broken != 0:
			w.WriteHeader(l.broken)
		case r.Header.Get("Authorization") != "the-key":
			w.WriteHeader(http.StatusUnauthorized)
		case r.URL.Path == "/v1/search" && r.URL.Query().Get("query") == "nothing":
			_ = json.NewEncoder(w).Encode(map[string]any{"photos": []any{}})
		case r.URL.Path == "/v1/search":
			_ = json.NewEncoder(w).Encode(map[string]any{"photos": []any{photo(11), photo(12)}})
		case r.URL.Path == "/videos/search":
			if r.URL.Query().Get("orientation") != "portrait" {
				t.Errorf("orientation %s", r.URL.Query())
			}
			_ = json.NewEncoder(w).Encode(map[string]any{"videos": []any{video(21, 3), video(22, 20)}})
		case r.URL.Path == "/v1/photos/99":
			_ = json.NewEncoder(w).Encode(photo(99))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(l.Close)
	return l
}

func (l *library) at(path string) string {
	if l.link != "" {
		return l.link + path
	}
	return l.URL + path
}

func (l *library) open(t *testing.T, dir string) *Library {
	t.Helper()
	return &Library{Dir: dir, Client: http.DefaultClient, Provider: &Pexels{Key: "the-key", Base: l.URL, Client: http.DefaultClient}}
}

var hd = Query{Width: 1920, Height: 1080}

func TestChosenOnceKeptForever(t *testing.T) {
	t.Parallel()
	srv, dir := newLibrary(t), t.TempDir()
	l := srv.open(t, dir)
	item, err := l.Choose(t.Context(), Query{Words: "Harbour  at dawn", Width: 1920, Height: 1080})
	if err != nil || item.ID != "pexels/photo/11" {
		t.Fatalf("%+v, %v", item, err)
	}
	path, err := l.File(t.Context(), item.ID, hd)
	if b, _ := os.ReadFile(path); err != nil || string(b) != "content of /large.jpeg" {
		t.Errorf("%q, %v", b, err)
	}
	if got, want := l.Credit(item.ID, hd), "Photo by Ana Reis on Pexels (https://www.pexels.com/photo/11; Pexels License)"; got != want {
		t.Errorf("credit %q, want %q", got, want)
	}
	// A video for an upright frame: long enough, and no larger than it must be.
	video, err := l.Choose(t.Context(), Query{Words: "harbour", Video: true, Width: 1080, Height: 1920, Seconds: 8})
	if err != nil || video.ID != "pexels/video/22" || !strings.HasSuffix(video.URL, "/1080.mp4") {
		t.Errorf("%+v, %v", video, err)
	}
	// The same words need neither key nor network again, nor does the id by itself.
	srv.Close()
	offline := &Library{Dir: dir, Client: http.DefaultClient}
	again, err := offline.Choose(t.Context(), Query{Words: "harbour at dawn", Width: 1920, Height: 1080})
	if err != nil || again != item {
		t.Errorf("offline: %+v, %v", again, err)
	}
	if _, err := offline.File(t.Context(), video.ID, Query{Width: 1080, Height: 1920}); err != nil {
		t.Error(err)
	}
	if srv.calls.Load() != 2 || srv.files.Load() != 2 {
		t.Errorf("%d searches, %d downloads; want 2 and 2", srv.calls.Load(), srv.files.Load())
	}
	if _, err := offline.Choose(t.Context(), Query{Words: "other"}); err == nil || !strings.Contains(err.Error(), "PEXELS_API_KEY") {
		t.Errorf("offline, new words: %v", err)
	}
}

func TestIdsArePinned(t *testing.T) {
	t.Parallel()
	l := newLibrary(t).open(t, t.TempDir())
	if path, err := l.File(t.Context(), "pexels/photo/99", hd); err != nil || !strings.HasSuffix(path, ".jpg") {
		t.Errorf("%s, %v", path, err)
	}
	for _, id := range []string{"pexels/photo/../../x", "pexels/gif/1", "", "PEXELS/photo/1"} {
		if _, err := l.File(t.Context(), id, hd); err == nil {
			t.Errorf("%q is taken for an id", id)
		}
	}
}

func TestWhatGoesWrong(t *testing.T) {
	t.Parallel()
	srv := newLibrary(t)
	l := srv.open(t, t.TempDir())
	if _, err := l.Choose(t.Context(), Query{Words: "nothing"}); !errors.Is(err, ErrNone) {
		t.Errorf("nothing: %v", err)
	}
	l.Provider = &Pexels{Key: "secret-wrong", Base: srv.URL, Client: http.DefaultClient}
	if _, err := l.Choose(t.Context(), Query{Words: "x"}); err == nil || !strings.Contains(err.Error(), "refuses the key") || strings.Contains(err.Error(), "secret") {
		t.Errorf("wrong key: %v", err)
	}
	srv.page = true
	if _, err := srv.open(t, t.TempDir()).Choose(t.Context(), Query{Words: "x"}); err == nil || !strings.Contains(err.Error(), "web page") {
		t.Errorf("a page for a file: %v", err)
	}
	srv.link = "http://127.0.0.1:1"
	if _, err := srv.open(t, t.TempDir()).Choose(t.Context(), Query{Words: "x"}); err == nil || !strings.Contains(err.Error(), "not the library's") {
		t.Errorf("a file elsewhere: %v", err)
	}
	srv.broken = 429
	if _, err := srv.open(t, t.TempDir()).Choose(t.Context(), Query{Words: "x"}); err == nil || !strings.Contains(err.Error(), "too many requests") {
		t.Errorf("429: %v", err)
	}
	real := &Pexels{}
	for link, want := range map[string]bool{
		"https://images.pexels.com/photos/1/a.jpeg": true, "https://videos.pexels.com/a.mp4": true, "https://player.vimeo.com/a": true,
		"http://images.pexels.com/a": false, "https://pexels.com.evil.example/a": false, "https://evilpexels.com/a": false,
		"https://user@images.pexels.com/": false, "https://images.pexels.com:8443/": false, "https://169.254.169.254/": false,
	} {
		if u, err := url.Parse(link); err != nil || real.Hosts(u) != want {
			t.Errorf("%s: want %v", link, want)
		}
	}
}
