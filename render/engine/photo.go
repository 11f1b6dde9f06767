package engine

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gitops.video/render/render/engine/internal/cache"
)

// Limits of a presenter's photo that is fetched.
const (
	maxPhotoBytes = 30 << 20
	photoTime     = time.Minute
)

// namedPhoto reads a presenter's photo that is no file of the manifest's: a data URI,
// base64, or a URL.
func namedPhoto(ctx context.Context, s string, with finder) ([]byte, error) {
	body := s
	switch head, rest, ok := strings.Cut(s, ","); {
	case ok && strings.HasPrefix(s, "data:"):
		if !strings.HasSuffix(head, ";base64") {
			return nil, errors.New("the data URI is not base64")
		}
		body = rest
	case strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "http://"):
		return with.fetchPhoto(ctx, s)
	case len(s) < 64:
		return nil, fmt.Errorf("%.60q is the id of an upload, which only the service that took it knows: name a file, a URL or a data URI", s)
	}
	out, err := base64.StdEncoding.DecodeString(strings.NewReplacer("\r", "", "\n", "", " ", "").Replace(body))
	if err != nil {
		return nil, fmt.Errorf("the base64 is damaged: %w", err)
	}
	return out, nil
}

// fetchPhoto implements [finder]. What a URL showed when it was first read is kept: the
// same manifest then gives the same video, with or without a network.
func (e *Engine) fetchPhoto(ctx context.Context, url string) ([]byte, error) {
	dir := filepath.Join(e.opts.CacheDir, "photos")
	path := filepath.Join(dir, cache.Key("photo", url)[:32])
	if b, err := os.ReadFile(path); err == nil {
		return b, nil
	}
	if e.opts.Fetch == nil {
		return nil, errors.New("this engine fetches nothing: put the photo beside the manifest and name the file")
	}
	ctx, cancel := context.WithTimeout(ctx, photoTime)
	defer cancel()
	var b bytes.Buffer
	if _, err := e.opts.Fetch(ctx, url, &b, maxPhotoBytes); err != nil {
		return nil, fmt.Errorf("the photo cannot be fetched: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("photo: %w", err)
	}
	sum := sha256.Sum256(b.Bytes())
	partial := path + "." + hex.EncodeToString(sum[:6]) + ".partial"
	if err := os.WriteFile(partial, b.Bytes(), 0o600); err != nil {
		return nil, fmt.Errorf("photo: %w", err)
	}
	if err := os.Rename(partial, path); err != nil {
		return nil, fmt.Errorf("photo: %w", err)
	}
	return b.Bytes(), nil
}
