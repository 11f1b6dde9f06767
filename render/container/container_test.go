package container_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"gitops.video/render/render/container"
)

// sample encodes two seconds of a test picture with ffmpeg.
func sample(t testing.TB, name string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath("ffmpeg"); err != nil {
		t.Skip("ffmpeg is not installed")
	}
	path := filepath.Join(t.TempDir(), name)
	argv := append([]string{"-hide_banner", "-loglevel", "error", "-f", "lavfi", "-i", "testsrc=size=64x36:rate=10:duration=2"}, args...)
	if out, err := exec.Command("ffmpeg", append(argv, path)...).CombinedOutput(); err != nil {
		t.Fatalf("ffmpeg: %v\n%s", err, out)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestProbe(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		file   string
		format string
		args   []string
	}{
		{"plain.mp4", "mp4", []string{"-c:v", "libx264", "-preset", "ultrafast"}},
		{"faststart.mp4", "mp4", []string{"-c:v", "libx264", "-preset", "ultrafast", "-movflags", "+faststart"}},
		{"quicktime.mov", "mov", []string{"-c:v", "libx264", "-preset", "ultrafast"}},
		{"web.webm", "webm", []string{"-c:v", "libvpx-vp9", "-deadline", "realtime"}},
	} {
		t.Run(tt.file, func(t *testing.T) {
			t.Parallel()
			data := sample(t, tt.file, tt.args...)
			info, err := container.Probe(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatal(err)
			}
			if info.Format != tt.format || math.Abs(info.Seconds-2) > 0.11 || info.Width != 64 || info.Height != 36 {
				t.Errorf("got %+v, want %s, 2 s, 64x36", info, tt.format)
			}
			// Wherever the file is cut, the cut is noticed.
			for _, n := range []int{0, 3, 11, 40, len(data) / 3, len(data) / 2, len(data) - 1} {
				if info, err := container.Probe(bytes.NewReader(data[:n]), int64(n)); err == nil {
					t.Errorf("the first %d of %d bytes pass as %+v", n, len(data), info)
				}
			}
		})
	}
}

func TestProbeForeign(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{
		"html":   []byte("<html><body>expired</body></html>"),
		"png":    []byte("\x89PNG\r\n\x1a\n0000000000000000"),
		"empty":  nil,
		"zeroes": make([]byte, 64),
	} {
		if _, err := container.Probe(bytes.NewReader(data), int64(len(data))); !errors.Is(err, container.ErrUnknown) {
			t.Errorf("%s: got %v, want ErrUnknown", name, err)
		}
	}
}

func FuzzProbe(f *testing.F) {
	f.Add(sample(f, "a.mp4", "-c:v", "libx264", "-preset", "ultrafast"))
	f.Add(sample(f, "a.webm", "-c:v", "libvpx-vp9", "-deadline", "realtime"))
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := container.Probe(io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data))), int64(len(data)))
		if err == nil && (info.Seconds < 0 || math.IsNaN(info.Seconds) || info.Width < 0 || info.Height < 0) {
			t.Fatalf("impossible: %+v", info)
		}
	})
}
