package worker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"gitops.video/render/render"
	"gitops.video/render/render/server/queue"
)

// desk is where one unit is worked on: a folder with the task's files as its manifest
// would have them, and one for what comes out.
type desk struct {
	w   *Worker
	dir string
	job render.Job
}

// openDesk lays a unit's files out.
func openDesk(ctx context.Context, w *Worker, u queue.Unit) (_ *desk, err error) {
	d := &desk{w: w}
	if d.dir, err = os.MkdirTemp(w.Scratch, "unit-*"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			d.close()
		}
	}()
	d.job = render.Job{Key: u.Task.UUID, TaskUUID: u.Task.UUID, Attempt: u.Attempt, Dir: filepath.Join(d.dir, "in"), WorkDir: filepath.Join(d.dir, "out")}
	if err := json.Unmarshal(u.Task.Spec, &d.job.Spec); err != nil {
		return nil, &queue.Failure{Code: "invalidSpec", Message: "the task cannot be read", Permanent: true}
	}
	for _, sub := range []string{d.job.Dir, d.job.WorkDir} {
		if err := os.Mkdir(sub, 0o700); err != nil {
			return nil, err
		}
	}
	return d, d.fill(ctx, u.Task.Files)
}

func (d *desk) close() { _ = os.RemoveAll(d.dir) }

// fill brings the task's files in. Names are checked again here: this is where they
// become paths.
func (d *desk) fill(ctx context.Context, files map[string]string) error {
	root, err := os.OpenRoot(d.job.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		local := filepath.FromSlash(path.Clean(name))
		if !filepath.IsLocal(local) || strings.ContainsAny(name, "\\\x00") {
			return &queue.Failure{Code: "invalidRender", Message: fmt.Sprintf("the file name %q leads out of the task", name), Permanent: true}
		}
		if err := root.MkdirAll(filepath.Dir(local), 0o700); err != nil {
			return &queue.Failure{Code: "invalidRender", Message: fmt.Sprintf("the file %q is in the way of another", name), Permanent: true}
		}
		if err := d.w.Store.Get(ctx, files[name], filepath.Join(d.job.Dir, local)); err != nil {
			return fmt.Errorf("file %s: %w", name, ofBucket(err))
		}
	}
	return nil
}

// narration is the name of a spread video's narration among the pieces.
func narration(u queue.Unit) string { return fmt.Sprintf("voice/%s/%d", u.Task.UUID, u.Index) }

// speak narrates a spread video for those who draw it.
func (d *desk) speak(ctx context.Context, u queue.Unit, report func(string, float64)) error {
	path := filepath.Join(d.dir, "narration")
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := errors.Join(d.w.Engine.Speak(ctx, d.job, u.Index, f, stages(report, 100, 100, 100)), f.Close()); err != nil {
		return err
	}
	return d.w.pieces.Share(ctx, narration(u), path)
}

// listen takes over the narration. Where it is gone, the engine speaks again.
func (d *desk) listen(ctx context.Context, u queue.Unit) error {
	path := filepath.Join(d.dir, "narration")
	found, err := d.w.pieces.Fetch(ctx, narration(u), path)
	if err != nil || !found {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return d.w.Engine.Listen(f)
}

// types are the media types of what the engine makes.
var types = map[string]string{".mp4": "video/mp4", ".webm": "video/webm", ".mov": "video/quicktime",
	".vtt": "text/vtt; charset=utf-8", ".srt": "application/x-subrip", ".jpg": "image/jpeg", ".yaml": "application/yaml"}

// keep puts a finished result into the bucket.
func (d *desk) keep(ctx context.Context, u queue.Unit, out render.Outcome) (queue.Made, error) {
	if len(out.Results) != 1 {
		return queue.Made{}, fmt.Errorf("the engine made %d results instead of one", len(out.Results))
	}
	r := out.Results[0]
	made := queue.Made{Seed: r.Seed, Seconds: r.Seconds, Width: r.Width, Height: r.Height, NSFW: r.NSFW,
		ScenesRendered: out.ScenesRendered, ScenesReused: out.ScenesReused, Notes: out.Notes, Sidecars: map[string]queue.Blob{}}
	var err error
	if made.Video, err = d.put(ctx, u, r.Path); err != nil {
		return made, err
	}
	for _, ext := range slices.Sorted(maps.Keys(r.Sidecar)) {
		b, err := d.put(ctx, u, r.Sidecar[ext])
		if err != nil {
			return made, err
		}
		if made.Sidecars[ext] = b; ext == ".jpg" {
			made.Poster = &b
		}
	}
	if u.Index > 0 {
		return made, nil
	}
	board := filepath.Join(d.dir, "storyboard.yaml")
	f, err := os.Create(board)
	if err != nil {
		return made, err
	}
	if err := errors.Join(d.w.Engine.Storyboard(ctx, d.job, f), f.Close()); err != nil {
		return made, err
	}
	b, err := d.put(ctx, u, board)
	made.Storyboard = &b
	return made, err
}

// put stores one file under the unit's hold.
func (d *desk) put(ctx context.Context, u queue.Unit, path string) (queue.Blob, error) {
	b, err := describe(path)
	if err != nil {
		return b, err
	}
	if err := u.Hold(ctx, b.SHA256); err != nil {
		return b, err
	}
	return b, ofBucket(d.w.Store.Put(ctx, b.SHA256, path))
}

// describe hashes a file.
func describe(path string) (queue.Blob, error) {
	f, err := os.Open(path)
	if err != nil {
		return queue.Blob{}, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	if err != nil {
		return queue.Blob{}, err
	}
	kind := types[filepath.Ext(path)]
	if kind == "" {
		kind = mime.TypeByExtension(filepath.Ext(path))
	}
	return queue.Blob{SHA256: hex.EncodeToString(h.Sum(nil)), Bytes: n, MIME: kind}, nil
}
