package runware_test

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/runware"
	"gitops.video/render/render/runware/runwaretest"
	"gitops.video/render/render/wire"
)

// A cut download goes on where it ended, unless the file has changed meanwhile.
func TestResume(t *testing.T) {
	t.Parallel()
	old := runwaretest.Video(wire.Task{TaskUUID: "old"}, 0, 90_000)
	changed := runwaretest.Video(wire.Task{TaskUUID: "new"}, 0, 90_000)
	whole := fmt.Sprintf("Content-Length: %d\n", len(old))
	for name, tt := range map[string]struct {
		serve func(n int, r *http.Request) (status int, header string, body []byte)
		want  []byte
		asked string // the Range headers, in order
	}{
		"goes on": {func(n int, r *http.Request) (int, string, []byte) {
			if n == 1 {
				return 200, whole + `ETag: "a"`, old[:30_000]
			}
			if r.Header.Get("If-Range") != `"a"` {
				t.Errorf("If-Range %q", r.Header.Get("If-Range"))
			}
			return 206, fmt.Sprintf("Content-Range: bytes 30000-%d/%d", len(old)-1, len(old)), old[30_000:]
		}, old, " bytes=30000-"},
		"changed meanwhile": {func(n int, _ *http.Request) (int, string, []byte) {
			if n == 1 {
				return 200, whole + `ETag: "a"`, old[:30_000]
			}
			return 200, `ETag: "b"`, changed
		}, changed, " bytes=30000-"},
		"resumed elsewhere": {func(n int, _ *http.Request) (int, string, []byte) {
			switch n {
			case 1:
				return 200, whole + `ETag: "a"`, old[:30_000]
			case 2:
				return 206, fmt.Sprintf("Content-Range: bytes 0-%d/%d", len(old)-1, len(old)), old
			}
			return 200, `ETag: "a"`, old
		}, old, " bytes=30000- "},
		"nothing to prove it by": {func(n int, _ *http.Request) (int, string, []byte) {
			if n == 1 {
				return 200, whole + `ETag: W/"weak"`, old[:30_000]
			}
			return 200, "", old
		}, old, " "},
		"longer at first": {func(n int, _ *http.Request) (int, string, []byte) {
			if n == 1 {
				return 200, "", append(bytes.Clone(old), "and rubbish behind it"...)
			}
			return 200, "", old
		}, old, " "},
		"by its date": {func(n int, r *http.Request) (int, string, []byte) {
			const date = "Mon, 02 Jan 2006 15:04:05 GMT"
			if n == 1 {
				return 200, whole + "Last-Modified: " + date, old[:30_000]
			}
			if r.Header.Get("If-Range") != date {
				t.Errorf("If-Range %q", r.Header.Get("If-Range"))
			}
			return 206, fmt.Sprintf("Content-Range: bytes 30000-%d/*", len(old)-1), old[30_000:]
		}, old, " bytes=30000-"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var ranges []string
			p, err := runware.New(runware.Config{
				APIKey: "k", PollFirst: 100 * time.Microsecond, PollMax: time.Millisecond,
				Transport: roundTrip(func(r *http.Request, _ string) (int, string, string) {
					if r.Method == http.MethodPost {
						return 200, "", `{"data":[]}`
					}
					if r.Header.Get("Authorization") != "" {
						t.Error("the key was sent to where videos lie")
					}
					ranges = append(ranges, r.Header.Get("Range"))
					status, header, body := tt.serve(len(ranges), r)
					return status, header, string(body)
				}),
			})
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "v.mp4")
			if err := p.Fetch(t.Context(), render.Job{TaskUUID: "U"}, render.Result{URL: "https://cdn.test/v?sig=1"}, path, nil); err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, tt.want) {
				t.Errorf("%d bytes, %v", len(got), err)
			}
			if got := strings.Join(ranges, " "); got != tt.asked {
				t.Errorf("asked for %q, want %q", got, tt.asked)
			}
		})
	}
}

// What arrives whole and is still not the video that was asked for.
func TestFetchChecksTheVideo(t *testing.T) {
	t.Parallel()
	mp4 := func(seconds int) []byte {
		return runwaretest.Video(wire.Task{TaskUUID: "a", Duration: seconds}, 0, 1000)
	}
	webm := runwaretest.Video(wire.Task{TaskUUID: "a", Duration: 30, OutputFormat: "WEBM"}, 0, 1000)
	for name, tt := range map[string]struct {
		format string
		body   []byte
		want   string
	}{
		"as asked":       {"", mp4(30), ""},
		"off by half":    {"MP4", mp4(47), ""},
		"webm":           {"WEBM", webm, ""},
		"mp4 for mov":    {"MOV", mp4(30), ""},
		"much too long":  {"", mp4(300), "lasts 300.0 s where 30 s"},
		"much too short": {"", mp4(2), "lasts 2.0 s where 30 s"},
		"webm for mp4":   {"MP4", webm, "a webm file came where MP4"},
		"mp4 for webm":   {"WEBM", mp4(30), "a mp4 file came where WEBM"},
		"no video":       {"", []byte("sorry"), "neither MP4, MOV nor WebM"},
		"empty":          {"", nil, "empty"},
		"cut":            {"", mp4(30)[:700], "cut"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, err := runware.New(runware.Config{
				APIKey: "k", PollFirst: 10 * time.Microsecond, PollMax: 10 * time.Microsecond,
				Transport: roundTrip(func(r *http.Request, _ string) (int, string, string) {
					if r.Method == http.MethodPost {
						return 200, "", `{"data":[]}`
					}
					return 200, "", string(tt.body)
				}),
			})
			if err != nil {
				t.Fatal(err)
			}
			job := render.Job{TaskUUID: "U"}
			job.Spec.Duration, job.Spec.OutputFormat = 30, tt.format
			path := filepath.Join(t.TempDir(), "v")
			err = p.Fetch(t.Context(), job, render.Result{URL: "https://cdn.test/v?sig=secret"}, path, nil)
			switch {
			case tt.want == "" && err != nil:
				t.Error(err)
			case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "secret")):
				t.Errorf("got %v, want %q", err, tt.want)
			case tt.want != "":
				if _, err := os.Stat(path); err == nil {
					t.Error("the bad file was left behind")
				}
			}
		})
	}
}
