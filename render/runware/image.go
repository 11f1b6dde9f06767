package runware

import (
	"bufio"
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
	p       *Provider
	cache   *mediaCache
	flights flights // by content
}

func newMediaStore(p *Provider, base *url.URL) *mediaStore {
	// Ids hold within one account at one address. The key's hash names the account
	// without giving the key away.
	sum := sha256.Sum256([]byte("account\x00" + base.String() + "\x00" + p.cfg.APIKey))
	return &mediaStore{
		p:     p,
		cache: &mediaCache{dir: p.cfg.CacheDir, account: hex.EncodeToString(sum[:8]), now: p.cfg.Now},
	}
}

// image returns the value for inputs.image. What the API reads by itself (a UUID, a
// URL, a data URI, base64) passes through.
func (m *mediaStore) image(ctx context.Context, dir, value string) (string, error) {
	if value == "" || !manifest.IsLocalImage(value) {
		return value, nil
	}
	root, f, kind, err := openImage(dir, value)
	if err != nil {
		return "", err
	}
	defer root.Close()
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxImageBytes+1))
	if err != nil {
		return "", fmt.Errorf("inputs.image: %w", err)
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
	known := func() (string, bool) {
		id := m.cache.get(content)
		return id, id != ""
	}
	send := func() (string, error) {
		id, err := m.send(ctx, uri())
		if err == nil {
			m.cache.put(content, id)
		}
		return id, err
	}
	return m.flights.do(ctx, content, known, send, func() error { return sleep(ctx, m.p.backoff(1)) })
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
			f := failure(ans.Errors[0], ans.status, false, m.p.secretsOf(manifest.Spec{}))
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

// checkImage refuses what the API would refuse after the upload.
func checkImage(dir, name string) error {
	root, f, _, err := openImage(dir, name)
	if err != nil {
		return err
	}
	_ = f.Close() // it was only read
	return root.Close()
}

// openImage opens a picture inside the manifest's folder and says which kind it is.
// Only its header is decoded, so one that claims to be huge costs nothing.
func openImage(dir, name string) (root *os.Root, f *os.File, kind string, err error) {
	refuse := func(format string, args ...any) (*os.Root, *os.File, string, error) {
		if f != nil {
			_ = f.Close()
		}
		if root != nil {
			_ = root.Close()
		}
		return nil, nil, "", fieldErrorf("inputs.image", format, args...)
	}
	shown := name
	if len(shown) > 80 {
		shown = shown[:80] + "…"
	}
	if root, err = os.OpenRoot(or(dir, ".")); err != nil {
		return refuse("%w", err)
	}
	if f, err = root.Open(name); errors.Is(err, fs.ErrNotExist) {
		return refuse("%s is neither a file in the manifest's folder nor a UUID, URL, data URI or base64", shown)
	} else if err != nil {
		if pe, ok := errors.AsType[*fs.PathError](err); ok {
			err = pe.Err
		}
		return refuse("%s cannot be read: %w", shown, err)
	}
	info, err := f.Stat()
	if err != nil {
		return refuse("%w", err)
	}
	if !info.Mode().IsRegular() {
		return refuse("%s is not a file", shown)
	}
	if info.Size() > maxImageBytes {
		return refuse("%s has %.1f MB, more than the %d MB that can be sent; make it smaller", shown, float64(info.Size())/(1<<20), maxImageBytes>>20)
	}
	cfg, kind, err := image.DecodeConfig(bufio.NewReader(f))
	switch {
	case err != nil:
		return refuse("%s is not a JPEG, PNG, WebP, BMP or GIF picture that can be read", shown)
	case cfg.Width < minImageSide || cfg.Height < minImageSide:
		return refuse("%s is %d×%d pixels; a presenter needs at least %d×%d", shown, cfg.Width, cfg.Height, minImageSide, minImageSide)
	case cfg.Width > maxImageSide || cfg.Height > maxImageSide:
		return refuse("%s is %d×%d pixels; the limit is %d a side", shown, cfg.Width, cfg.Height, maxImageSide)
	}
	if _, err = f.Seek(0, io.SeekStart); err != nil {
		return refuse("%w", err)
	}
	return root, f, kind, nil
}
