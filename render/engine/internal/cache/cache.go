// Package cache keeps finished pieces of videos by the hash of what made them.
//
// Three rules: an entry never changes; an entry depends only on its key; the key
// holds every input. Entries are written to a temp file and renamed, carry the
// hash of their own bytes, and are never served when that does not match.
package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
	"time"
)

// Dir is a bounded, content-addressed folder. Several processes may use it at once.
type Dir struct {
	root string
	max  int64 // bytes
	now  func() time.Time
}

// Open makes the folder. It is trimmed to max bytes by [Dir.Trim]; 0 is unbounded.
func Open(root string, max int64, now func() time.Time) (*Dir, error) {
	if err := os.MkdirAll(root, 0o755); err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	return &Dir{root, max, now}, nil
}

// Key hashes the JSON of parts, in order.
func Key(parts ...any) string {
	h := sha256.New()
	e := json.NewEncoder(h)
	for _, p := range parts {
		if err := e.Encode(p); err != nil {
			panic(fmt.Sprintf("cache key: %v", err)) // only unencodable types fail; a programming error
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (d *Dir) path(key, ext string) string { return filepath.Join(d.root, key[:2], key+ext) }

// Get returns the entry's file, or "" when there is none or it is damaged.
func (d *Dir) Get(key, ext string) string {
	p := d.path(key, ext)
	want, err := os.ReadFile(p + ".sum")
	if err != nil {
		return ""
	}
	got, err := sum(p)
	if err != nil || got != strings.TrimSpace(string(want)) {
		// The file itself stays: another process may just have made it anew.
		_ = os.Remove(p + ".sum")
		return ""
	}
	now := d.now()
	_ = os.Chtimes(p, now, now) // recently used, for Trim
	return p
}

// Put makes the entry: write fills the file it is given, which becomes the entry
// when write succeeds.
func (d *Dir) Put(key, ext string, write func(path string) error) (string, error) {
	p := d.path(key, ext)
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		return "", fmt.Errorf("cache: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(p), "*.partial")
	if err != nil {
		return "", fmt.Errorf("cache: %w", err)
	}
	tmp := f.Name()
	_ = f.Close()
	defer os.Remove(tmp)
	if err := write(tmp); err != nil {
		if errors.Is(err, syscall.ENOSPC) || strings.Contains(strings.ToLower(err.Error()), syscall.ENOSPC.Error()) {
			return "", fmt.Errorf("the disk of the cache %s is full: %w", d.root, err)
		}
		return "", err
	}
	s, err := sum(tmp)
	if err != nil {
		return "", fmt.Errorf("cache: %w", err)
	}
	// The file first, its sum last: an entry exists from the moment its sum does.
	if err := os.Rename(tmp, p); err != nil {
		return "", fmt.Errorf("cache: %w", err)
	}
	if err := writeAtomic(p+".sum", []byte(s+"\n")); err != nil {
		return "", fmt.Errorf("cache: %w", err)
	}
	return p, nil
}

func writeAtomic(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "*.partial")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err = f.Write(b); err == nil {
		err = f.Close()
	} else {
		_ = f.Close()
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func sum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Trim deletes the least recently used entries until the folder fits, and partial
// files that nobody can still be writing.
func (d *Dir) Trim() error { return Trim(d.root, d.max, d.now()) }

// Trim deletes the files below root that were used longest ago, each with its sum, until
// those that are left have at most max bytes (0 is unbounded), and files that end in
// .partial once nobody can still be writing them.
func Trim(root string, max int64, now time.Time) error {
	type entry struct {
		path string
		size int64
		used time.Time
	}
	var all []entry
	var total int64
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) || (err == nil && e.IsDir()) {
			return nil
		}
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return nil // gone meanwhile
		}
		switch {
		case strings.HasSuffix(p, ".partial"):
			if now.Sub(info.ModTime()) > 24*time.Hour {
				_ = os.Remove(p)
			}
		case !strings.HasSuffix(p, ".sum"):
			all = append(all, entry{p, info.Size(), info.ModTime()})
			total += info.Size()
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	if max <= 0 {
		return nil
	}
	sort.Slice(all, func(i, j int) bool { return all[i].used.Before(all[j].used) })
	for _, e := range all {
		if total <= max {
			break
		}
		// An entry used in the last hour may be open in another run.
		if now.Sub(e.used) < time.Hour {
			break
		}
		_ = os.Remove(e.path + ".sum")
		_ = os.Remove(e.path)
		total -= e.size
	}
	return nil
}
