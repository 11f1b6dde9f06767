// Package blobtest is the suite that every artifact store passes.
package blobtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"gitops.video/render/render"
	"gitops.video/render/render/blob"
)

// Backend is one empty store, reached from outside of the program.
type Backend struct {
	// Open gives one more client of the store, as another machine would have it.
	Open func(t *testing.T) render.Store
	// Overwrite puts other content under a name.
	Overwrite func(t *testing.T, name string, content []byte)
	// Names lists everything the store holds, in order.
	Names func(t *testing.T) []string
}

// Run checks a kind of store; fresh makes an empty one.
func Run(t *testing.T, fresh func(t *testing.T) Backend) {
	for name, test := range map[string]func(*testing.T, Backend){
		"round trip":         roundTrip,
		"absent":             absent,
		"deleted":            deleted,
		"concurrent writers": writers,
		"wrong name":         wrongName,
		"damaged and mended": damaged,
		"names":              names,
		"cancelled":          cancelled,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, fresh(t))
		})
	}
}

// File writes content to a new file and gives its path and hash.
func File(t *testing.T, content []byte) (path, sum string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "content")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	h := sha256.Sum256(content)
	return path, hex.EncodeToString(h[:])
}

// Noise is n bytes that no compression or repetition makes easier.
func Noise(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(b)
	return b
}

func roundTrip(t *testing.T, b Backend) {
	ctx := t.Context()
	var want []string
	// One file is larger than the parts that clouds are sent files in.
	for _, content := range [][]byte{{}, []byte("a finished video"), Noise(17 << 20)} {
		path, sum := File(t, content)
		if err := b.Open(t).Put(ctx, sum, path); err != nil {
			t.Fatal(err)
		}
		if err := b.Open(t).Put(ctx, sum, path); err != nil {
			t.Errorf("again: %v", err)
		}
		other := b.Open(t)
		if has, err := other.Has(ctx, sum); !has || err != nil {
			t.Errorf("%d bytes are not there: %v", len(content), err)
		}
		out := filepath.Join(t.TempDir(), "back")
		if err := other.Get(ctx, sum, out); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(out); err != nil || !slices.Equal(got, content) {
			t.Errorf("%d bytes came back as %d: %v", len(content), len(got), err)
		}
		want = append(want, blob.Name(sum))
	}
	slices.Sort(want)
	if got := b.Names(t); !slices.Equal(got, want) {
		t.Errorf("the store holds %q, want %q and nothing beside", got, want)
	}
}

func absent(t *testing.T, b Backend) {
	store, sum := b.Open(t), strings.Repeat("a", 64)
	if has, err := store.Has(t.Context(), sum); has || err != nil {
		t.Errorf("an empty store has it: %v", err)
	}
	out := filepath.Join(t.TempDir(), "back")
	if err := store.Get(t.Context(), sum, out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want one that is fs.ErrNotExist", err)
	}
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file was left: %v", err)
	}
	if err := store.Put(t.Context(), sum, out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there was stored: %v", err)
	}
}

func writers(t *testing.T, b Backend) {
	path, sum := File(t, Noise(1<<20))
	var wg sync.WaitGroup
	for range 8 { // machines that know nothing of each other
		store := b.Open(t)
		wg.Go(func() {
			if err := store.Put(t.Context(), sum, path); err != nil {
				t.Error(err)
			}
			// Whoever is done may rely on it, whether or not it was the first.
			if err := store.Get(t.Context(), sum, filepath.Join(t.TempDir(), "back")); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := b.Names(t); !slices.Equal(got, []string{blob.Name(sum)}) {
		t.Errorf("left behind: %q", got)
	}
}

func wrongName(t *testing.T, b Backend) {
	for _, content := range [][]byte{[]byte("another file"), Noise(17 << 20)} {
		path, _ := File(t, content)
		if err := b.Open(t).Put(t.Context(), strings.Repeat("0", 64), path); !errors.Is(err, blob.ErrDamaged) {
			t.Errorf("content was stored under a wrong name: %v", err)
		}
	}
	if got := b.Names(t); len(got) > 0 {
		t.Errorf("the store holds %q", got)
	}
}

func damaged(t *testing.T, b Backend) {
	ctx := t.Context()
	path, sum := File(t, []byte("a finished video"))
	if err := b.Open(t).Put(ctx, sum, path); err != nil {
		t.Fatal(err)
	}
	b.Overwrite(t, blob.Name(sum), []byte("rotten"))
	out := filepath.Join(t.TempDir(), "back")
	if err := b.Open(t).Get(ctx, sum, out); !errors.Is(err, blob.ErrDamaged) {
		t.Fatalf("damaged content came back: %v", err)
	}
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the damaged file was left: %v", err)
	}
	if has, err := b.Open(t).Has(ctx, sum); has || err != nil {
		t.Errorf("it still counts as there: %v", err)
	}
	if err := b.Open(t).Put(ctx, sum, path); err != nil {
		t.Fatal(err)
	}
	if err := b.Open(t).Get(ctx, sum, out); err != nil {
		t.Errorf("putting it again did not mend it: %v", err)
	}
}

func names(t *testing.T, b Backend) {
	path, sum := File(t, []byte("a finished video"))
	for _, name := range []string{"", "../../etc/passwd", strings.ToUpper(sum), sum[:63], sum + "0", strings.Repeat("/", 64)} {
		store := b.Open(t)
		if _, err := store.Has(t.Context(), name); err == nil {
			t.Errorf("Has took %q for a hash", name)
		}
		if err := store.Put(t.Context(), name, path); err == nil {
			t.Errorf("Put took %q for a hash", name)
		}
		if err := store.Get(t.Context(), name, filepath.Join(t.TempDir(), "back")); err == nil {
			t.Errorf("Get took %q for a hash", name)
		}
	}
}

func cancelled(t *testing.T, b Backend) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path, sum := File(t, []byte("a finished video"))
	if err := b.Open(t).Put(ctx, sum, path); !errors.Is(err, context.Canceled) {
		t.Errorf("Put went on: %v", err)
	}
	if got := b.Names(t); len(got) > 0 {
		t.Errorf("the store holds %q", got)
	}
	if err := b.Open(t).Put(t.Context(), sum, path); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "back")
	if err := b.Open(t).Get(ctx, sum, out); !errors.Is(err, context.Canceled) {
		t.Errorf("Get went on: %v", err)
	}
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file was left: %v", err)
	}
}

func deleted(t *testing.T, b Backend) {
	store := b.Open(t)
	path, sum := File(t, []byte("for a while"))
	d, ok := store.(interface {
		Delete(ctx context.Context, sum string) error
	})
	if !ok {
		t.Fatalf("%T cannot delete", store)
	}
	if err := store.Put(t.Context(), sum, path); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time it is gone already
		if err := d.Delete(t.Context(), sum); err != nil {
			t.Fatal(err)
		}
		if has, err := store.Has(t.Context(), sum); has || err != nil {
			t.Error("it is still there", err)
		}
	}
	if err := d.Delete(t.Context(), "../"+sum); err == nil {
		t.Error("deletes what is no content")
	}
}
