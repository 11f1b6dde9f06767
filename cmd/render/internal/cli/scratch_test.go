package cli

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"
)

// TestScratch: a process's folder stays while the process lives and is removed by the
// next one when it was killed.
func TestScratch(t *testing.T) {
	t.Parallel()
	dir, log := filepath.Join(t.TempDir(), "scratch"), slog.New(slog.DiscardHandler)
	first, release, err := openScratch(dir, log)
	if err != nil {
		t.Fatal(err)
	}
	dead := filepath.Join(dir, "process-1")
	if err := os.MkdirAll(filepath.Join(dead, "unit-1"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dead+lockSuffix, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	second, end, err := openScratch(dir, log)
	if err != nil || second == first {
		t.Fatal(second, err)
	}
	if _, err := os.Stat(first); err != nil {
		t.Error("a living process lost its folder")
	}
	if _, err := os.Stat(dead); err == nil {
		t.Error("a dead process's folder is still there")
	}
	for _, fn := range []func() error{release, end} {
		if err := fn(); err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Error("something is left", left, err)
	}
}
