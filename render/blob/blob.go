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
	"strings"

	"gitops.video/render/render"
)

// ErrDamaged is content that no longer is what its name says.
var ErrDamaged = errors.New("the stored file is damaged")

// cloudSchemes are known to the format, but not to every build: their clients would
// take longer to compile than the rest of the program, so they come with the build
// tag "cloud", that of S3 with the tag "s3" as well.
var cloudSchemes = map[string]string{"s3": "S3", "gs": "Google Cloud Storage", "azblob": "Azure Blob Storage"}

// Open opens a store by URL: file://path, or with the build tag cloud s3://,
// gs:// and azblob://. A file URL whose path does not begin with a slash starts at dir.
func Open(ctx context.Context, rawURL, dir string) (render.Store, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, errors.New("the store's URL is not valid; want something like file://.render/store")
	}
	if u.Scheme == "file" {
		return openDir(u, dir)
	}
	if name := cloudSchemes[u.Scheme]; name != "" {
		return openCloud(ctx, name, u)
	}
	return nil, fmt.Errorf("%q is no store: its URL begins with file://, s3://, gs:// or azblob://", u.Redacted())
}

// noClient is the error of a build that was made without a cloud's client.
func noClient(cloud string, u *url.URL) error {
	return fmt.Errorf("this build of render has no client for %s (%s://); build it with: go build -tags cloud ./cmd/render", cloud, u.Scheme)
}

func openDir(u *url.URL, dir string) (render.Store, error) {
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
// names. A file that is not right, or not whole when ctx ends, is removed again.
func Fill(ctx context.Context, path, sum string, r io.Reader) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, f.Close()); err != nil {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	h := sha256.New()
	if _, err := io.Copy(io.MultiWriter(f, h), until{ctx, r}); err != nil {
		return err
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != sum {
		return fmt.Errorf("%w: it hashes to %.12s…, its name is %.12s…", ErrDamaged, got, sum)
	}
	return f.Sync()
}

// until reads until its context ends.
type until struct {
	ctx context.Context
	r   io.Reader
}

func (u until) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.r.Read(p)
}
