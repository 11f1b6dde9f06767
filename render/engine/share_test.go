package engine

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"gitops.video/render/manifest"
)

// shelf is pieces in a folder.
type shelf struct {
	dir string

	mu              sync.Mutex
	shared, fetched int
}

func (s *shelf) Fetch(_ context.Context, name, path string) (bool, error) {
	b, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		return false, nil
	}
	s.mu.Lock()
	s.fetched++
	s.mu.Unlock()
	return true, os.WriteFile(path, b, 0o600)
}

func (s *shelf) Share(_ context.Context, name, path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.shared++
	s.mu.Unlock()
	return os.WriteFile(filepath.Join(s.dir, name), b, 0o600)
}

// apart opens an engine that shares nothing with others but the unpacked voice.
func apart(t *testing.T) *Engine {
	t.Helper()
	cache := t.TempDir()
	if err := os.Mkdir(filepath.Join(cache, "voice"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(voices, "voice"), filepath.Join(cache, "voice", "voice")); err != nil {
		t.Fatal(err)
	}
	return open(t, cache)
}

// TestEnginesShareAVideo: one engine speaks, two draw, one puts together, and the
// bytes are those of one engine alone.
func TestEnginesShareAVideo(t *testing.T) {
	whole(t)
	t.Parallel()
	j := job(t, manifest.Spec{PositivePrompt: threeScenes, Width: 128, Height: 72})
	quiet := func(string, float64) {}
	_ = os.MkdirAll(filepath.Join(voices, "voice"), 0o700)
	want, _ := make1(t, apart(t), j)

	var pack bytes.Buffer
	if err := apart(t).Speak(t.Context(), j, 0, &pack, quiet); err != nil {
		t.Fatal(err)
	}
	pieces := &shelf{dir: t.TempDir()}
	scenes := 0
	for part := range 2 {
		e := apart(t)
		if err := e.Listen(bytes.NewReader(pack.Bytes())); err != nil {
			t.Fatal(err)
		}
		before, _ := filepath.Glob(filepath.Join(e.opts.CacheDir, "voice", "takes", "*"))
		n, err := e.Draw(t.Context(), j, 0, part, 2, pieces, quiet)
		if err != nil || n == 0 {
			t.Fatalf("share %d: %d scenes, %v", part, n, err)
		}
		if after, _ := filepath.Glob(filepath.Join(e.opts.CacheDir, "voice", "takes", "*")); len(before) == 0 || !slices.Equal(before, after) {
			t.Errorf("share %d spoke by itself: %d files before, %d after", part, len(before), len(after))
		}
		scenes += n
	}
	if pieces.fetched > 0 {
		t.Error("the shares overlap")
	}
	last := apart(t)
	if err := last.Listen(bytes.NewReader(pack.Bytes())); err != nil {
		t.Fatal(err)
	}
	j.WorkDir = t.TempDir()
	out, err := last.Result(t.Context(), j, 0, pieces, quiet)
	if err != nil {
		t.Fatal(err)
	}
	if digest(t, out.Results[0].Path) != digest(t, want.Path) {
		t.Error("the shared video differs from the one made alone")
	}
	if out.ScenesRendered != 0 || scenes != out.ScenesReused || pieces.fetched != pieces.shared {
		t.Errorf("%d scenes drawn in shares; putting together drew %d and reused %d; %d of %d pieces were fetched", scenes, out.ScenesRendered, out.ScenesReused, pieces.fetched, pieces.shared)
	}
}

func TestSharesCoverEverySegmentOnce(t *testing.T) {
	t.Parallel()
	var segs []segment
	for i := range 23 {
		segs = append(segs, segment{scene: i, count: 1 + i*37%90, key: string(rune('a' + i))})
	}
	for parts := range 40 {
		var all []segment
		for p := range max(1, parts) {
			all = append(all, share{part: p, parts: parts}.of(segs)...)
		}
		if !slices.Equal(all, segs) {
			t.Errorf("%d shares are not the whole, in order", parts)
		}
	}
}
