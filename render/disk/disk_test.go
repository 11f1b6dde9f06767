package disk_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/disk"
)

func write(t *testing.T, path, content string) render.Artifact {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(content))
	return render.Artifact{SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(content))}
}

func open(t *testing.T, dir string, now func() time.Time) (*disk.Dir, *disk.Hashes) {
	t.Helper()
	h := disk.OpenHashes(dir, now)
	d, err := disk.Open(dir, "videos", h)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d, h
}

// TestHashesFreshFile changes a file to other content of the same size without
// letting its clock move: the cache must not have trusted the first look.
func TestHashesFreshFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "a.mp4")
	first := write(t, name, "first")
	first.Path = "a.mp4"
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	d, h := open(t, dir, time.Now)
	if state, err := d.Look(first); state != render.Same || err != nil {
		t.Fatal(state, err)
	}
	if err := h.Save(); err != nil {
		t.Fatal(err)
	}
	write(t, name, "other")
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	d, _ = open(t, dir, time.Now)
	if state, err := d.Look(first); state != render.Altered || err != nil {
		t.Error("the altered file passed for the one that was there before:", state, err)
	}
}

// TestWorkIsApart: a draft and the real video of one entry have one task, and may be
// made at the same time.
func TestWorkIsApart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, h := open(t, dir, time.Now)
	draft, err := disk.Open(dir, "draft-videos", h)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = draft.Close() })
	work, err := d.WorkDir("uuid")
	if err != nil {
		t.Fatal(err)
	}
	made := filepath.Join(work, "result-1.mp4")
	want := write(t, made, "the real one")
	other, err := draft.WorkDir("uuid")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(other, "result-1.mp4"), "a draft")
	if err := draft.Discard("uuid"); err != nil {
		t.Fatal(err)
	}
	if sum, _, err := d.Seal(made); err != nil || sum != want.SHA256 {
		t.Errorf("the draft took its place: %v", err)
	}
}

// TestHashesRemember: a file that has come to rest is read once; the cache survives
// the process, and any change of the file ends its trust.
func TestHashesRemember(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "a.mp4")
	a := write(t, name, "content")
	a.Path = "a.mp4"
	later := func() time.Time { return time.Now().Add(time.Minute) }
	d, h := open(t, dir, later)
	if state, _ := d.Look(a); state != render.Same {
		t.Fatal(state)
	}
	if err := h.Save(); err != nil {
		t.Fatal(err)
	}
	cache := filepath.Join(dir, ".render", "hashes")
	text, err := os.ReadFile(cache)
	if err != nil || !strings.Contains(string(text), a.SHA256) || !strings.Contains(string(text), `"a.mp4"`) {
		t.Fatalf("nothing was remembered: %v\n%s", err, text)
	}
	// A cache that lies shows that it is asked at all.
	lie := strings.Repeat("0", 64)
	if err := os.WriteFile(cache, []byte(strings.Replace(string(text), a.SHA256, lie, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	d, _ = open(t, dir, later)
	if state, _ := d.Look(render.Artifact{Path: "a.mp4", SHA256: lie, Bytes: a.Bytes}); state != render.Same {
		t.Error("the cache was not asked")
	}
	if state, _ := d.Rehash(a); state != render.Same {
		t.Error("Rehash asked the cache")
	}
	for _, damage := range []string{"", "render hashes 0\n", "render hashes 1\nnonsense\n\x00", string(text[:len(text)/2])} {
		if err := os.WriteFile(cache, []byte(damage), 0o644); err != nil {
			t.Fatal(err)
		}
		d, _ = open(t, dir, later)
		if state, err := d.Look(a); state != render.Same || err != nil {
			t.Errorf("a damaged cache: %v %v", state, err)
		}
	}
}

// TestPathsStayInside: output paths come from data. None leads out of the folder.
func TestPathsStayInside(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	dir := filepath.Join(base, "inside")
	secret := write(t, filepath.Join(base, "secret"), "secret")
	write(t, filepath.Join(dir, "ok"), "ok")
	if err := os.Symlink(base, filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Join(base, "secret"), filepath.Join(dir, "alias")); err != nil {
		t.Fatal(err)
	}
	d, _ := open(t, dir, time.Now)
	for _, path := range []string{"../secret", "link/secret", filepath.Join(base, "secret"), "a/../../secret", "alias"} {
		work, err := d.WorkDir("uuid")
		if err != nil {
			t.Fatal(err)
		}
		made := filepath.Join(work, "made")
		write(t, made, "overwritten")
		if err := d.Place(made, path); err == nil && path != "alias" {
			t.Errorf("%s: a file was placed", path)
		}
		secret.Path = path
		if state, _ := d.Look(secret); state == render.Same {
			t.Errorf("%s: a file outside counts as an output", path)
		}
		if _, _, err := d.Open(path); err == nil && path != "alias" {
			t.Errorf("%s: a file was opened", path)
		}
		if err := d.Remove(path); err == nil && path != "alias" {
			t.Errorf("%s: a file was removed", path)
		}
		if _, err := d.Files().Hash(path); err == nil && path != "alias" {
			t.Errorf("%s: a file was read", path)
		}
	}
	if b, err := os.ReadFile(filepath.Join(base, "secret")); err != nil || string(b) != "secret" {
		t.Errorf("the file outside: %q %v", b, err)
	}
	for _, uuid := range []string{"", "..", "a/b", `a\b`} {
		if _, err := d.WorkDir(uuid); err == nil {
			t.Errorf("a work folder for %q", uuid)
		}
	}
}

func TestPlaceAndRemove(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, _ := open(t, dir, time.Now)
	work, err := d.WorkDir("uuid")
	if err != nil {
		t.Fatal(err)
	}
	made := filepath.Join(work, "made.mp4")
	want := write(t, made, "video")
	sum, n, err := d.Seal(made)
	if err != nil || sum != want.SHA256 || n != want.Bytes {
		t.Fatal(sum, n, err)
	}
	if err := d.Place(made, "deep/er/a.mp4"); err != nil {
		t.Fatal(err)
	}
	want.Path = "deep/er/a.mp4"
	if state, err := d.Look(want); state != render.Same || err != nil {
		t.Fatal(state, err)
	}
	write(t, filepath.Join(dir, "deep/note"), "mine")
	if err := d.Remove("deep/er/a.mp4"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "deep/er")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the empty folder stayed")
	}
	if _, err := os.Stat(filepath.Join(dir, "deep/note")); err != nil {
		t.Error("somebody's file went")
	}
	empty := filepath.Join(work, "empty")
	write(t, empty, "")
	if _, _, err := d.Seal(empty); err == nil {
		t.Error("an empty file was sealed")
	}
	write(t, made, "video")
	if err := d.Place(made, "deep"); err == nil {
		t.Error("a folder was replaced")
	}
}

func TestExpand(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"brand/b.ttf", "brand/a.ttf", "brand/logo.svg", "broll/x.mp4", "broll/deep/y.mp4", "broll/.hidden", "broll/.cache/z.mp4"} {
		write(t, filepath.Join(dir, name), name)
	}
	d, _ := open(t, dir, time.Now)
	for pattern, want := range map[string][]string{
		"brand/*.ttf": {"brand/a.ttf", "brand/b.ttf"},
		"broll":       {"broll/deep/y.mp4", "broll/x.mp4"},
		"broll/x.mp4": {"broll/x.mp4"},
		"*.png":       nil,
	} {
		if got, err := d.Files().Expand(pattern); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v %v", pattern, got, err)
		}
	}
	for _, pattern := range []string{"../*", "/etc/*", "nowhere"} {
		if got, err := d.Files().Expand(pattern); err == nil && len(got) > 0 {
			t.Errorf("%s: %v", pattern, got)
		}
	}
}
