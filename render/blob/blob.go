// Package blob keeps finished files by the hash of their content, so that a fresh
// clone gets its videos back without rendering them.
//
// A store is addressed by content alone: writing the same file twice, or from two
// machines at once, is the same as writing it once, and what is read back is checked
// against its name.
package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"gitops.video/render/render"
)

// ErrDamaged is content that no longer is what its name says.
var ErrDamaged = errors.New("the stored file is damaged")

// Opener opens a store by a URL of its scheme. Relative URLs start at dir, the
// manifest's folder.
type Opener func(ctx context.Context, u *url.URL, dir string) (render.Store, error)

// Schemes are the stores that a program can open, by the scheme of their URL.
type Schemes map[string]Opener

// cloudSchemes are known to the format, but not to every program: their clients would
// take longer to compile than everything else together.
var cloudSchemes = map[string]string{"s3": "S3", "gs": "Google Cloud Storage", "azblob": "Azure Blob Storage"}

// Open opens a store by URL: file://path, or one of the given schemes. A file URL
// whose path does not begin with a slash starts at dir.
func (s Schemes) Open(ctx context.Context, rawURL, dir string) (render.Store, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, errors.New("the store's URL is not valid; want something like file://.render/store")
	}
	if u.Scheme == "file" {
		return openDir(ctx, u, dir)
	}
	if open := s[u.Scheme]; open != nil {
		return open(ctx, u, dir)
	}
	if name := cloudSchemes[u.Scheme]; name != "" {
		return nil, fmt.Errorf("this build of render has no client for %s (%s://); build the one that has, in the repository: go -C cmd/render/cloud install .", name, u.Scheme)
	}
	known := []string{"file://"}
	for scheme := range s {
		known = append(known, scheme+"://")
	}
	sort.Strings(known)
	return nil, fmt.Errorf("a store's URL begins with %s, not %q", strings.Join(known, ", "), u.Scheme+"://")
}

func openDir(_ context.Context, u *url.URL, dir string) (render.Store, error) {
	path := filepath.FromSlash(u.Host + u.Path)
	if path == "" {
		return nil, errors.New("file:// needs a folder, as in file://.render/store")
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	return Dir(path), nil
}

// Name is the name of content in any store.
func Name(sum string) string { return "sha256/" + sum[:2] + "/" + sum[2:] }

// Check says whether a string is a SHA-256 in hex; nothing else becomes a name.
func Check(sum string) error {
	if b, err := hex.DecodeString(sum); err != nil || len(b) != sha256.Size || strings.ToLower(sum) != sum {
		return fmt.Errorf("%q is no SHA-256", sum)
	}
	return nil
}

// Fill writes r to a new file at path and checks that it is the content that sum
// names. A file that is not right is removed again.
func Fill(path, sum string, r io.Reader) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, f.Close()); err != nil {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	if err := Copy(f, r, sum); err != nil {
		return err
	}
	return f.Sync()
}

// Copy copies content and says whether it is what sum names.
func Copy(w io.Writer, r io.Reader, sum string) error {
	h := sha256.New()
	if _, err := io.Copy(io.MultiWriter(w, h), r); err != nil {
		return err
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != sum {
		return fmt.Errorf("%w: it hashes to %.12s…, its name is %.12s…", ErrDamaged, got, sum)
	}
	return nil
}
