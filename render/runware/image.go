package runware

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // the formats the API takes
	_ "image/jpeg" // …
	_ "image/png"  // …
	"io"
	"io/fs"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	_ "golang.org/x/image/bmp"  // …
	_ "golang.org/x/image/webp" // …

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

const (
	maxImageBytes = 30 << 20
	minImageSide  = 64
	maxImageSide  = 16384
)

var uuidForm = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`)

// mediaStore turns the picture a manifest names into what the API takes. A local
// file is uploaded once per content, for all entries and for later runs while the
// provider keeps it.
type mediaStore struct {
	p     *Provider
	cache *mediaCache

	mu      sync.Mutex
	flights map[string]*flight // by content
}

// flight is an upload that several entries wait for.
type flight struct {
	done chan struct{}
	id   string
	err  error
}

func newMediaStore(p *Provider, base *url.URL) *mediaStore {
	// Ids hold within one account at one address. The key's hash names the account
	// without giving the key away.
	sum := sha256.Sum256([]byte("account\x00" + base.String() + "\x00" + p.cfg.APIKey))
	return &mediaStore{
		p: p, flights: map[string]*flight{},
		cache: &mediaCache{dir: p.cfg.CacheDir, account: hex.EncodeToString(sum[:8]), now: p.cfg.Now},
	}
}

// image returns the value for inputs.image. What the API reads by itself (a UUID, a
// URL, a data URI, base64) passes through.
func (m *mediaStore) image(ctx context.Context, dir, value string) (string, error) {
	if !manifest.IsLocalImage(value) {
		return value, nil
	}
	data, err := readImage(dir, value)
	if err != nil {
		return "", err
	}
	kind, err := checkImage(value, data)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	uri := func() string {
		return "data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)
	}
	if len(data) <= m.p.cfg.InlineLimit {
		return uri(), nil
	}
	return m.upload(ctx, hex.EncodeToString(sum[:]), uri)
}

// upload gives the id of content, uploading it when no entry and no earlier run has.
func (m *mediaStore) upload(ctx context.Context, content string, uri func() string) (string, error) {
	for {
		if id := m.cache.get(content); id != "" {
			return id, nil
		}
		m.mu.Lock()
		f, flying := m.flights[content]
		if !flying {
			f = &flight{done: make(chan struct{})}
			m.flights[content] = f
		}
		m.mu.Unlock()
		if !flying {
			f.id, f.err = m.send(ctx, uri())
			if f.err == nil {
				m.cache.put(content, f.id)
			}
			m.mu.Lock()
			delete(m.flights, content)
			m.mu.Unlock()
			close(f.done)
			return f.id, f.err
		}
		select {
		case <-f.done:
		case <-ctx.Done():
			return "", context.Cause(ctx)
		}
		if f.err == nil {
			return f.id, nil
		}
		if _, refused := errors.AsType[*render.Failure](f.err); refused {
			return "", f.err
		}
		// The other entry was called off, or had no luck; this one tries for itself.
		if err := sleep(ctx, m.p.backoff(1)); err != nil {
			return "", err
		}
	}
}

// send uploads one data URI. Storing a picture twice costs nothing, so a lost answer
// is simply tried again.
func (m *mediaStore) send(ctx context.Context, uri string) (string, error) {
	// A slow line takes its time over 30 MB: one second more for every 100 KB.
	limit := m.p.cfg.CallTimeout + time.Duration(len(uri)/100_000)*time.Second
	var last error
	for try := range maxTries {
		if try > 0 {
			if err := sleep(ctx, m.p.backoff(try)); err != nil {
				return "", err
			}
		}
		ans, err := m.p.client.call(ctx, options{submit: true, timeout: limit}, wire.Task{
			TaskType: wire.TypeMediaStorage, TaskUUID: uuid.NewString(), Operation: "upload", Media: uri,
		})
		if err != nil {
			if c, ok := errors.AsType[*callError](err); !ok || c.permanent {
				return "", err
			}
			last = err
			continue
		}
		for _, i := range ans.Data {
			if i.MediaUUID != "" {
				return i.MediaUUID, nil
			}
		}
		last = errors.New("the provider took the image and gave it no id")
		if len(ans.Errors) > 0 {
			f := failure(ans.Errors[0], ans.status, false, nil)
			f.Message = "upload of inputs.image: " + f.Message
			last = f
			switch f.Class {
			case render.ClassAuth, render.ClassQuota, render.ClassValidation, render.ClassSafety, render.ClassNotFound:
				return "", f
			}
		}
	}
	return "", plain(fmt.Errorf("upload of inputs.image: %w", last))
}

// rejected says whether a submit failed because the provider no longer has an image
// whose id came from the cache; the id is forgotten then.
func (m *mediaStore) rejected(f *render.Failure, task wire.Task) bool {
	if task.Inputs == nil || !uuidForm.MatchString(task.Inputs.Image) || !strings.Contains(strings.ToLower(f.Code+f.Message), "image") {
		return false
	}
	if f.Class != render.ClassValidation && f.Class != render.ClassNotFound {
		return false
	}
	return m.cache.drop(task.Inputs.Image)
}

// readImage reads a file inside the manifest's folder.
func readImage(dir, name string) ([]byte, error) {
	root, err := os.OpenRoot(or(dir, "."))
	if err != nil {
		return nil, fmt.Errorf("inputs.image: %w", err)
	}
	defer root.Close()
	f, err := root.Open(name)
	if err != nil {
		shown := name
		if len(shown) > 80 {
			shown = shown[:80] + "…"
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil, invalid("inputs.image", shown+" is neither a file in the manifest's folder nor a UUID, URL, data URI or base64")
		}
		if pe, ok := errors.AsType[*fs.PathError](err); ok {
			err = pe.Err
		}
		return nil, invalid("inputs.image", fmt.Sprintf("%s cannot be read: %v", shown, err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("inputs.image: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, invalid("inputs.image", name+" is not a file")
	}
	if info.Size() > maxImageBytes {
		return nil, invalid("inputs.image", fmt.Sprintf("%s has %.1f MB, more than the %d MB that can be sent; make it smaller",
			name, float64(info.Size())/(1<<20), maxImageBytes>>20))
	}
	data, err := io.ReadAll(io.LimitReader(f, maxImageBytes+1))
	if err != nil {
		return nil, fmt.Errorf("inputs.image: %w", err)
	}
	return data, nil
}

// checkImage refuses what the API would refuse after the upload. Only the header is
// decoded, so a picture that claims to be huge costs nothing.
func checkImage(name string, data []byte) (kind string, err error) {
	cfg, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return "", invalid("inputs.image", name+" is not a JPEG, PNG, WebP, BMP or GIF picture that can be read")
	}
	if cfg.Width < minImageSide || cfg.Height < minImageSide {
		return "", invalid("inputs.image", fmt.Sprintf("%s is %d×%d pixels; a presenter needs at least %d×%d", name, cfg.Width, cfg.Height, minImageSide, minImageSide))
	}
	if cfg.Width > maxImageSide || cfg.Height > maxImageSide {
		return "", invalid("inputs.image", fmt.Sprintf("%s is %d×%d pixels; the limit is %d a side", name, cfg.Width, cfg.Height, maxImageSide))
	}
	return kind, nil
}
