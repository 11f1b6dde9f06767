package voice

import (
	"archive/tar"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/klauspost/compress/zstd"

	"gitops.video/render/render/engine/internal/voice/helper"
)

// pack is an archive inside this binary, with what it is unpacked for.
type pack struct {
	name string // folder in the cache; changes with the content
	open func() (fs.File, error)
	want func(path string) bool
	sums map[string]string // SHA-256 of the files that must be exactly right: code and weights
}

// unpack makes sure that the pack lies in dir/<name> and returns that folder.
// Files with a known sum are checked each time, since they are code that this
// process runs; a damaged folder is unpacked again. The folder appears whole or
// not at all.
func (p pack) unpack(dir string) (string, error) {
	home := filepath.Join(dir, p.name)
	if p.check(home) == nil {
		return home, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("unpack the built-in voice: %w", err)
	}
	part, err := os.MkdirTemp(dir, p.name+".part-")
	if err != nil {
		return "", fmt.Errorf("unpack the built-in voice: %w", err)
	}
	defer func() { _ = os.RemoveAll(part) }()
	if err := p.extractApart(part); err != nil {
		return "", fmt.Errorf("unpack the built-in voice into %s: %w", dir, err)
	}
	if err := p.check(part); err != nil {
		return "", fmt.Errorf("the voice inside this program is damaged: %w", err)
	}
	if err := os.Rename(part, home); err != nil {
		// Another process was first, or a damaged folder is in the way.
		if p.check(home) == nil {
			return home, nil
		}
		if err := os.Rename(home, part+".old"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("replace the damaged voice in %s: %w", home, err)
		}
		defer func() { _ = os.RemoveAll(part + ".old") }()
		if err := os.Rename(part, home); err != nil && p.check(home) != nil {
			return "", fmt.Errorf("unpack the built-in voice: %w", err)
		}
	}
	return home, nil
}

// fullDisk tells whether a file could not be written for want of room; what the
// unpacking process says comes as words.
func fullDisk(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || strings.Contains(err.Error(), syscall.ENOSPC.Error())
}

// check reads the files whose sums are known.
func (p pack) check(home string) error {
	for name, want := range p.sums {
		f, err := os.Open(filepath.Join(home, name))
		if err != nil {
			return err
		}
		h := sha256.New()
		_, err = io.Copy(h, f)
		_ = f.Close()
		if err != nil {
			return err
		}
		if got := hex.EncodeToString(h.Sum(nil)); got != want {
			return fmt.Errorf("%s has SHA-256 %s, not %s", name, got, want)
		}
	}
	return nil
}

// Unpacking needs memory for the archive and as much again, which would stay with
// this process. So one of its own does it.
const unpackerArgument = "internal-voice-unpacker"

func init() {
	helper.Main(unpackerArgument, func([]string) (func([2]string) (struct{}, error), error) {
		return func(q [2]string) (struct{}, error) {
			for _, p := range []pack{runtimePack(), jennyPack()} {
				if p.name == q[0] {
					return struct{}{}, p.extract(q[1])
				}
			}
			return struct{}{}, fmt.Errorf("no pack is called %q", q[0])
		}, nil
	})
}

func (p pack) extractApart(dir string) error {
	h := helper.New[[2]string, struct{}](unpackerArgument, 5*time.Minute, func() ([]string, error) { return nil, nil })
	defer h.Close()
	_, err := h.Call(context.Background(), [2]string{p.name, dir})
	return err
}

func (p pack) extract(dir string) error {
	f, err := p.open()
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(2))
	if err != nil {
		return err
	}
	defer z.Close()
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	t := tar.NewReader(z)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		name := filepath.Clean(strings.TrimPrefix(h.Name, "./"))
		if h.Typeflag != tar.TypeReg || !p.want(name) {
			continue
		}
		if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		out, err := root.Create(name)
		if err != nil {
			return err
		}
		_, err = io.Copy(out, t)
		if err := errors.Join(err, out.Close()); err != nil {
			return err
		}
	}
}
