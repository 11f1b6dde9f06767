package blob_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gitops.video/render/render/blob"
)

func file(t *testing.T, content string) (path, sum string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "content")
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	h := sha256.Sum256([]byte(content))
	return path, hex.EncodeToString(h[:])
}

func TestDir(t *testing.T) {
	t.Parallel()
	ctx, dir := t.Context(), t.TempDir()
	store, err := blob.Schemes(nil).Open(ctx, "file://.render/store", dir)
	if err != nil {
		t.Fatal(err)
	}
	path, sum := file(t, "a finished video")
	if has, err := store.Has(ctx, sum); has || err != nil {
		t.Fatalf("an empty store has it: %v", err)
	}
	var wg sync.WaitGroup
	for range 8 { // writers that know nothing of each other
		wg.Go(func() {
			if err := store.Put(ctx, sum, path); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	out := filepath.Join(t.TempDir(), "back")
	if err := store.Get(ctx, sum, out); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(out); string(b) != "a finished video" {
		t.Errorf("got %q", b)
	}
	stored := filepath.Join(dir, ".render/store", blob.Name(sum))
	entries, err := os.ReadDir(filepath.Dir(stored))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v %v", entries, err)
	}

	if err := os.WriteFile(stored, []byte("rotten"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := store.Get(ctx, sum, out); !errors.Is(err, blob.ErrDamaged) {
		t.Errorf("damaged content came back: %v", err)
	}
	if err := store.Put(ctx, sum, path); err != nil {
		t.Fatal(err)
	}
	if err := store.Get(ctx, sum, out); err != nil {
		t.Errorf("putting it again did not mend it: %v", err)
	}
	other, _ := file(t, "another file")
	wrong := strings.Repeat("0", 64)
	if err := store.Put(ctx, wrong, other); !errors.Is(err, blob.ErrDamaged) {
		t.Errorf("content was stored under a wrong name: %v", err)
	}
	if has, _ := store.Has(ctx, wrong); has {
		t.Error("content is there under a wrong name")
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]string{
		"ftp://host/x": "begins with",
		"file://":      "needs a folder",
		":":            "not valid",
		"s3://bucket":  "cmd/render/cloud",
	} {
		if _, err := blob.Schemes(nil).Open(t.Context(), url, "."); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", url, err)
		}
	}
	if _, err := blob.Dir(t.TempDir()).Has(t.Context(), "../../etc/passwd"); err == nil {
		t.Error("a path passed as a hash")
	}
}
