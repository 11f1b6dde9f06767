package cache

import (
	"errors"
	"os"
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
	if err := os.WriteFile(p, []byte("hellO"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := d.Get(k, ".bin"); got != "" {
		t.Fatalf("served a damaged entry: %q", got)
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
