package engine

import (
	"context"
	"crypto/sha256"
	"debug/elf"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/film"
	"gitops.video/render/render/engine/internal/picture"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/stock"
)

// Limits on what a manifest may make us read: a picture bomb must not take the
// process down.
const maxFileBytes = 64 << 20

// files are a storyboard's own files, read from inside the manifest's folder.
type files struct {
	dir      string
	fetched  map[string]string // where what is not in dir lies, by name
	logo     *image.RGBA
	fonts    []string
	photo    []byte // of the presenter
	pictures map[string]image.Image
	films    map[string]film.Info
	sums     map[string]string // sha256 by name: part of every key
}

func (f *files) path(name string) string {
	if p := f.fetched[name]; p != "" {
		return p
	}
	return filepath.Join(f.dir, filepath.FromSlash(name))
}

// finder knows what openFiles does not: films, and what lies elsewhere.
type finder interface {
	// inspectFilm looks at a film by its path and hash.
	inspectFilm(ctx context.Context, path, sum string) (film.Info, error)
	// stockFile is the file of a stock item for a storyboard.
	stockFile(ctx context.Context, b *scene.Storyboard, id string) (string, error)
	// fetchPhoto reads the picture at a URL.
	fetchPhoto(ctx context.Context, url string) ([]byte, error)
}

// openFiles reads the logo, the pictures and the hashes of everything else.
func openFiles(ctx context.Context, dir string, b *scene.Storyboard, with finder) (*files, error) {
	f := &files{dir: dir, fetched: map[string]string{}, pictures: map[string]image.Image{}, films: map[string]film.Info{}, sums: map[string]string{}}
	photo := b.Presenter.Photo
	if photo != "" && !manifest.IsLocalImage(photo) {
		body, err := namedPhoto(ctx, photo, with)
		if err != nil {
			return nil, fmt.Errorf("inputs.image: %w", err)
		}
		sum := sha256.Sum256(body)
		f.sums[photo] = hex.EncodeToString(sum[:])
		f.photo, photo = body, ""
	}
	names := []string{b.Look.Logo, photo, b.Music.File}
	names = append(names, b.Look.FontFiles...)
	where := map[string]string{} // what a scene's file is called in an error
	for i, s := range b.Scenes {
		if s.Asset == "" {
			continue
		}
		names = append(names, s.Asset)
		if where[s.Asset] == "" {
			where[s.Asset] = fmt.Sprintf("asset of scene %d (%s): ", i+1, s.ID)
		}
	}
	if strings.TrimSpace(strings.Join(names, "")) == "" {
		return f, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("manifest folder: %w", err)
	}
	defer root.Close()
	var errs []error
	for _, n := range names {
		if n == "" || f.sums[n] != "" {
			continue
		}
		from, name := root, n
		if id, ok := strings.CutPrefix(n, stock.Prefix); ok {
			path, err := with.stockFile(ctx, b, id)
			if err != nil {
				errs = append(errs, fmt.Errorf("%s%s: %w", where[n], n, err))
				continue
			}
			f.fetched[n], name = path, filepath.Base(path)
			if from, err = os.OpenRoot(filepath.Dir(path)); err != nil {
				return nil, fmt.Errorf("stock: %w", err)
			}
			defer from.Close() //nolint:gocritic // a handful
		}
		err := f.read(ctx, from, name, n, n == photo, with)
		if err == nil && where[n] != "" && f.pictures[n] == nil && f.films[n].Width == 0 {
			err = errors.New("it is no picture (PNG, JPEG, WebP, SVG) and no video (MP4, MOV, WebM, MKV, GIF)")
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s%s: %w", where[n], n, err))
		}
	}
	if img, ok := f.pictures[b.Look.Logo]; ok {
		f.logo = trimmed(toRGBA(img))
	} else if b.Look.Logo != "" && len(errs) == 0 {
		errs = append(errs, fmt.Errorf("logo %s is not an SVG, PNG or JPEG picture", b.Look.Logo))
	}
	for _, n := range b.Look.FontFiles {
		f.fonts = append(f.fonts, f.path(n))
	}
	return f, errors.Join(errs...)
}

// read takes one file of root in under a name.
func (f *files) read(ctx context.Context, root *os.Root, file, name string, photo bool, with finder) error {
	if film.Is(file) {
		sum, err := hashFile(root, file, film.MaxBytes)
		if err != nil {
			return err
		}
		f.sums[name] = sum
		f.films[name], err = with.inspectFilm(ctx, f.path(name), sum)
		return err
	}
	body, err := readBounded(root, file)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	f.sums[name] = hex.EncodeToString(sum[:])
	switch {
	case photo:
		f.photo = body
	case strings.EqualFold(filepath.Ext(file), ".svg"):
		if f.pictures[name], err = drawSVG(body); err != nil {
			return err
		}
	case picture.Is(file):
		f.pictures[name], err = picture.Decode(body)
	}
	return err
}

// hashFile gives the SHA-256 of a large file without holding it.
func hashFile(root *os.Root, name string, most int64) (string, error) {
	h, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return "", short(err)
	}
	defer h.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(h, most+1))
	if err != nil {
		return "", short(err)
	}
	if n > most {
		return "", fmt.Errorf("it is larger than %d MB", most>>20)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// short drops the name from a file's error: whoever reports it says it better.
func short(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func readBounded(root *os.Root, name string) ([]byte, error) {
	h, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, short(err)
	}
	defer h.Close()
	b, err := io.ReadAll(io.LimitReader(h, maxFileBytes+1))
	if err != nil {
		return nil, short(err)
	}
	if len(b) > maxFileBytes {
		return nil, fmt.Errorf("it is larger than %d MB", maxFileBytes>>20)
	}
	return b, nil
}

func toRGBA(img image.Image) *image.RGBA {
	if r, ok := img.(*image.RGBA); ok && r.Rect.Min == (image.Point{}) {
		return r
	}
	out := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.Set(x, y, img.At(img.Bounds().Min.X+x, img.Bounds().Min.Y+y))
		}
	}
	return out
}

// buildID tells one build of this program from another, so that a cache never
// serves what older code drew.
var buildID = sync.OnceValue(func() string {
	if exe, err := os.Executable(); err == nil {
		if f, err := elf.Open(exe); err == nil {
			defer f.Close()
			if s := f.Section(".note.go.buildid"); s != nil {
				if b, err := s.Data(); err == nil {
					sum := sha256.Sum256(b)
					return hex.EncodeToString(sum[:8])
				}
			}
		}
		if b, err := os.ReadFile(exe); err == nil {
			sum := sha256.Sum256(b)
			return hex.EncodeToString(sum[:8])
		}
	}
	info, _ := debug.ReadBuildInfo()
	return fmt.Sprint(info)
})
