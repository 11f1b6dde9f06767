package runware_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/image/bmp"

	"gitops.video/render/manifest"
	"gitops.video/render/render/runware/runwaretest"
)

// picture encodes a picture of the given size and pads it to at least n bytes, which
// no decoder minds.
func picture(t testing.TB, format string, w, h, n int) []byte {
	t.Helper()
	img := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White})
	var b bytes.Buffer
	var err error
	switch format {
	case "png":
		err = png.Encode(&b, img)
	case "jpeg":
		err = jpeg.Encode(&b, img, nil)
	case "gif":
		err = gif.Encode(&b, img, nil)
	case "bmp":
		err = bmp.Encode(&b, img)
	}
	if err != nil {
		t.Fatal(err)
	}
	if pad := n - b.Len(); pad > 0 {
		b.Write(make([]byte, pad))
	}
	return b.Bytes()
}

func photo(t testing.TB, dir string, n int) *manifest.Inputs {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "ada.png"), picture(t, "png", 256, 256, n), 0o600); err != nil {
		t.Fatal(err)
	}
	return &manifest.Inputs{Image: "ada.png"}
}

func TestImageUploadedOnce(t *testing.T) {
	cache := t.TempDir()
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		w.cfg.CacheDir = cache
		in := photo(t, w.dir, 200<<10)
		p := w.provider()
		var wg sync.WaitGroup
		for _, key := range []string{"a", "b", "c", "d"} {
			wg.Go(func() {
				job := w.job(key)
				job.Spec.Inputs = in
				if err := p.Submit(t.Context(), job); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		uploads := func() (n int) {
			for _, u := range w.server.Books().Uploads {
				n += u
			}
			return n
		}
		if n := uploads(); n != 1 {
			t.Errorf("uploaded %d times for four entries", n)
		}
		later := func(key string) {
			t.Helper()
			job := w.job(key)
			job.Spec.Inputs = in
			if err := w.provider().Submit(t.Context(), job); err != nil {
				t.Fatal(err)
			}
		}
		later("next-run")
		time.Sleep(27 * 24 * time.Hour)
		later("weeks-later")
		time.Sleep(27 * 24 * time.Hour) // 54 days after the upload, 27 after the last use
		later("used-since")
		if n := uploads(); n != 1 {
			t.Errorf("uploaded %d times though it was in use", n)
		}
		time.Sleep(31 * 24 * time.Hour)
		later("too-old")
		if n := uploads(); n != 2 {
			t.Errorf("%d uploads after 31 days without use, want a second", n)
		}
		// The provider forgot it early.
		w.server.ForgetMedia()
		later("forgotten")
		if n := uploads(); n != 1 {
			t.Errorf("%d uploads after the provider forgot", n)
		}
		// Another account has other ids.
		if data, err := os.ReadFile(filepath.Join(cache, "media.json")); err != nil || bytes.Contains(data, []byte(w.cfg.APIKey)) {
			t.Errorf("cache file: %v, holds the key: %v", err, err == nil)
		}
		if err := os.WriteFile(filepath.Join(cache, "media.json"), []byte("{damaged"), 0o600); err != nil {
			t.Fatal(err)
		}
		later("damaged-cache")
		w.clean()
	})
}

func TestImageForms(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		small := picture(t, "png", 80, 80, 0)
		files := map[string][]byte{
			"ok.png": small, "ok.jpg": picture(t, "jpeg", 80, 80, 0), "ok.gif": picture(t, "gif", 80, 80, 0), "ok.bmp": picture(t, "bmp", 80, 80, 0),
			"tiny.png": picture(t, "png", 20, 80, 0), "text.png": []byte("not a picture"), "wide.png": picture(t, "png", 17000, 64, 0),
			"huge.png": picture(t, "png", 80, 80, 31<<20),
		}
		for name, data := range files {
			if err := os.WriteFile(filepath.Join(w.dir, name), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Mkdir(filepath.Join(w.dir, "folder.png"), 0o700); err != nil {
			t.Fatal(err)
		}
		for value, want := range map[string]string{
			"ok.png": "", "ok.jpg": "", "ok.gif": "", "ok.bmp": "",
			"https://example.com/a.png":              "",
			"data:image/png;base64,AAAA":             "",
			base64.StdEncoding.EncodeToString(small): "",
			"tiny.png":                               "at least 64×64",
			"wide.png":                               "limit is 16384",
			"text.png":                               "not a JPEG, PNG, WebP, BMP or GIF",
			"huge.png":                               "31.0 MB",
			"folder.png":                             "not a file",
			"missing.png":                            "neither a file",
			"../outside.png":                         "escapes",
			"/etc/hostname":                          "escapes",
			"77aa0000-0000-4000-8000-000000000000":   "image was not found",
			strings.Repeat("no-such-file-", 40) + ".png": "cannot be read",
		} {
			job := w.job("image of " + value[:min(20, len(value))])
			job.Spec.Inputs = &manifest.Inputs{Image: value}
			err := w.provider().Submit(t.Context(), job)
			switch {
			case want == "" && err != nil:
				t.Errorf("%.40s: %v", value, err)
			case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
				t.Errorf("%.40s: got %v, want %q", value, err, want)
			}
		}
		if n := len(w.server.Books().Uploads); n != 0 {
			t.Errorf("%d small pictures were uploaded instead of sent inline", n)
		}
	})
}
