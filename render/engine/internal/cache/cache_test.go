package cache

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

func put(t *testing.T, d *Dir, key, body string) string {
	t.Helper()
	p, err := d.Put(key, ".bin", func(p string) error { return os.WriteFile(p, []byte(body), 0o600) })
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestDamagedEntriesAreNeverServed(t *testing.T) {
	t.Parallel()
	d, err := Open(t.TempDir(), 0, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	k := Key("a", 1)
	if d.Get(k, ".bin") != "" {
		t.Fatal("an entry before any was made")
	}
	p := put(t, d, k, "hello")
	if got := d.Get(k, ".bin"); got != p {
		t.Fatalf("Get = %q, want %q", got, p)
	}
	for _, damage := range []func() error{
		func() error { return os.WriteFile(p, []byte("hellO"), 0o600) },
		func() error { return os.Truncate(p, 3) },
		func() error { return os.Truncate(p, 0) },
		func() error { return os.Remove(p) },
		func() error { return os.WriteFile(p+".sum", []byte("x"), 0o600) },
		func() error { return os.Truncate(p+".sum", 0) },
		func() error { return os.Remove(p + ".sum") },
	} {
		if err := damage(); err != nil {
			t.Fatal(err)
		}
		if got := d.Get(k, ".bin"); got != "" {
			t.Fatalf("served a damaged entry: %q", got)
		}
		if put(t, d, k, "hello"); d.Get(k, ".bin") != p {
			t.Fatal("a damaged entry is not made anew")
		}
	}
}

// TestProcessesShareAFolder: each makes, reads and trims the same entries, some of
// which are damaged at first; nobody ever reads anything but what belongs there.
func TestProcessesShareAFolder(t *testing.T) {
	t.Parallel()
	const keys = 24
	content := func(i int) string { return strings.Repeat(Key("content", i), 1+i*i*8) }
	if dir := os.Getenv("CACHE_TEST_DIR"); dir != "" { // one of the processes
		d, err := Open(dir, 200_000, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		for n := range 400 {
			i := (n*7 + os.Getpid()) % keys
			p := d.Get(Key(i), ".bin")
			if p == "" {
				if p, err = d.Put(Key(i), ".bin", func(tmp string) error { return os.WriteFile(tmp, []byte(content(i)), 0o600) }); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := os.ReadFile(p); err != nil || string(got) != content(i) {
				t.Fatalf("entry %d: %d bytes, want %d, %v", i, len(got), len(content(i)), err)
			}
			if n%50 == 0 {
				if err := d.Trim(); err != nil {
					t.Fatal(err)
				}
			}
		}
		return
	}
	dir := t.TempDir()
	d, err := Open(dir, 0, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	for i := range keys / 2 {
		if err := os.WriteFile(put(t, d, Key(i), content(i)), []byte("damaged"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			c := exec.Command(os.Args[0], "-test.run=^TestProcessesShareAFolder$")
			c.Env = append(os.Environ(), "CACHE_TEST_DIR="+dir)
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	wg.Wait()
}

// TestFullDiskSaysSo: where a piece cannot be written the cause comes first, and
// nothing is left of it.
func TestFullDiskSaysSo(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	d, _ := Open(root, 0, time.Now)
	for _, full := range []error{syscall.ENOSPC, errors.New("ffmpeg segment: exit status 1: No space left on device")} {
		if _, err := d.Put(Key("c"), ".bin", func(string) error { return full }); err == nil || !strings.HasPrefix(err.Error(), "the disk of the cache "+root+" is full: ") {
			t.Errorf("err = %v", err)
		}
	}
	if d.Get(Key("c"), ".bin") != "" {
		t.Error("an entry of a full disk")
	}
	if left, _ := filepath.Glob(filepath.Join(root, "*", "*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestFailedWriteLeavesNothing(t *testing.T) {
	t.Parallel()
	d, _ := Open(t.TempDir(), 0, time.Now)
	k, boom := Key("b"), errors.New("boom")
	if _, err := d.Put(k, ".bin", func(string) error { return boom }); !errors.Is(err, boom) {
		t.Fatalf("err = %v", err)
	}
	if d.Get(k, ".bin") != "" {
		t.Fatal("an entry after a failed write")
	}
}

func TestTrimDropsTheLeastRecentlyUsed(t *testing.T) {
	t.Parallel()
	now := time.Now()
	d, _ := Open(t.TempDir(), 10, func() time.Time { return now })
	old, fresh := Key("old"), Key("fresh")
	now = now.Add(-3 * time.Hour)
	put(t, d, old, "12345678")
	d.Get(old, ".bin")
	now = now.Add(90 * time.Minute)
	put(t, d, fresh, "12345678")
	d.Get(fresh, ".bin")
	now = now.Add(90 * time.Minute)
	if err := d.Trim(); err != nil {
		t.Fatal(err)
	}
	if d.Get(old, ".bin") != "" || d.Get(fresh, ".bin") == "" {
		t.Error("Trim dropped the wrong entry")
	}
}

func TestKeyDependsOnEveryPart(t *testing.T) {
	t.Parallel()
	if Key("a", "b") == Key("ab") || Key(1) == Key(2) || Key("a") != Key("a") {
		t.Error("keys collide or vary")
	}
}
