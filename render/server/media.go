package server

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // formats that clients send
	_ "image/jpeg" // …
	"image/png"
	"io"
	"net/http"
	"strings"
	"time"

	_ "golang.org/x/image/bmp"  // …
	_ "golang.org/x/image/webp" // …

	"gitops.video/render/manifest"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

const (
	maxImageBytes = 30 << 20
	maxMediaBytes = 200 << 20
	maxPixels     = 40 << 20
	fetchTime     = 40 * time.Second
	mediaLife     = 30 * 24 * time.Hour // of the address that an upload is answered with
)

// badMedia says what is wrong with what a client sent or named.
type badMedia struct{ text string }

func (e *badMedia) Error() string { return e.text }

func bad(format string, args ...any) error { return &badMedia{fmt.Sprintf(format, args...)} }

// read brings what a client names into a draft: a URL's content, a data URI's, or that
// of bare base64. mime is what the client or the server there says that it is.
func (s *Server) read(ctx context.Context, value string, limit int64) (d *draft, mime string, err error) {
	if d, err = s.shelf.draft(); err != nil {
		return nil, "", err
	}
	defer func() {
		if err != nil {
			d.drop()
		}
	}()
	switch {
	case isURL(value):
		ctx, cancel := context.WithTimeout(ctx, fetchTime)
		defer cancel()
		if mime, err = s.opt.Outbound.Fetch(ctx, value, d, limit); err != nil {
			return d, "", bad("The URL cannot be fetched: %s.", err)
		}
		return d, mime, nil
	case strings.HasPrefix(value, "data:"):
		head, body, ok := strings.Cut(value, ",")
		kind, b64 := strings.CutSuffix(strings.TrimPrefix(head, "data:"), ";base64")
		if !ok || !b64 {
			return d, "", bad("A data URI must be like 'data:image/png;base64,…'.")
		}
		mime, value = kind, body
	}
	in := base64.NewDecoder(base64.StdEncoding, strings.NewReader(value))
	if !strings.HasSuffix(value, "=") && len(strings.NewReplacer("\n", "", "\r", "").Replace(value))%4 != 0 {
		in = base64.NewDecoder(base64.RawStdEncoding, strings.NewReader(value))
	}
	if _, err := copyLimited(d, in, limit); err != nil {
		if errors.Is(err, errTooLarge) {
			return d, "", bad("The content has more than %d MB.", limit>>20)
		}
		return d, "", bad("It is neither a UUID, nor a URL, nor a data URI, nor base64.")
	}
	return d, mime, nil
}

func isURL(s string) bool { return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") }

// sniff says what a draft really is. Only pictures, films, sound and models are taken:
// what a browser would run as a page is never served from here.
func sniff(d *draft, said string) (string, error) {
	head := make([]byte, 512)
	n, err := d.file.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	head = head[:n]
	mime, _, _ := strings.Cut(http.DetectContentType(head), ";")
	if bytes.HasPrefix(head, []byte("glTF")) {
		mime = "model/gltf-binary"
	}
	if mime == "application/ogg" {
		mime = "audio/ogg"
	}
	if said, _, _ = strings.Cut(strings.ToLower(said), ";"); mime == "application/octet-stream" && (strings.HasPrefix(said, "audio/") || strings.HasPrefix(said, "video/")) && answer.Ext(said) != ".bin" {
		mime = said // streams without a head, such as MP3 and QuickTime
	}
	for _, class := range []string{"image/", "video/", "audio/", "model/"} {
		if strings.HasPrefix(mime, class) {
			return mime, nil
		}
	}
	return "", bad("It is no image, video, audio or 3D file.")
}

// checkImage looks at a picture's header alone: how large it will be is known before
// a single pixel of it is.
func checkImage(d *draft) (format string, err error) {
	if _, err := d.file.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	c, format, err := image.DecodeConfig(io.LimitReader(d.file, 4<<20))
	switch {
	case err != nil:
		return "", bad("It is no picture that can be read: JPEG, PNG, WEBP, BMP and GIF are.")
	case c.Width < 1 || c.Height < 1 || c.Width > maxPixels || c.Height > maxPixels || int64(c.Width)*int64(c.Height) > maxPixels:
		return "", bad("The picture has %d×%d pixels, at most %d megapixels are taken.", c.Width, c.Height, maxPixels>>20)
	}
	return format, nil
}

// put moves a draft into the bucket.
func (s *Server) put(ctx context.Context, d *draft, mime string) (queue.Blob, error) {
	b := queue.Blob{SHA256: d.sha256(), Bytes: d.bytes, MIME: mime}
	if err := d.file.Sync(); err != nil {
		return b, err
	}
	if err := s.opt.Queue.Hold(ctx, b.SHA256); err != nil {
		return b, err
	}
	return b, s.opt.Store.Put(ctx, b.SHA256, d.file.Name())
}

// storeMedia carries out mediaStorage and imageUpload.
func (s *Server) storeMedia(ctx context.Context, c caller, o *slot) {
	t := o.task
	if t.Operation == "delete" {
		was, err := s.opt.Queue.DeleteMedia(ctx, c.key.Name, strings.ToLower(t.MediaUUID))
		switch {
		case err != nil:
			s.broken(o, "store", err)
		case !was:
			o.fail(http.StatusNotFound, wire.Error{Code: "mediaNotFound", Parameters: wire.Names{"mediaUUID"}, Type: "string", Message: "There is no media with this 'mediaUUID'."})
		default:
			o.data = []any{wire.Stored{TaskType: t.TaskType, TaskUUID: t.TaskUUID, Operation: t.Operation, MediaUUID: t.MediaUUID}}
		}
		return
	}
	value, name, limit := t.Media, "media", int64(maxMediaBytes)
	if t.TaskType == wire.TypeImageUpload {
		value, name, limit = t.Image, "image", maxImageBytes
	}
	m, err := s.keepMedia(ctx, c, value, limit, t.TaskType == wire.TypeImageUpload)
	var wrong *badMedia
	switch {
	case errors.As(err, &wrong):
		o.fail(http.StatusBadRequest, wire.Error{Code: "invalid" + strings.ToUpper(name[:1]) + name[1:], Parameters: wire.Names{name}, Type: "string",
			Message: "Invalid value for '" + name + "' parameter. " + wrong.text})
		return
	case err != nil:
		s.broken(o, "store", err)
		return
	}
	s.log.Info("stored", "media", m.UUID, "owner", m.Owner, "bytes", m.Blob.Bytes, "type", m.Blob.MIME)
	link := s.teller.Links.Media(c.base, m, s.now().Add(mediaLife))
	st := wire.Stored{TaskType: t.TaskType, TaskUUID: t.TaskUUID, Operation: t.Operation, MediaUUID: m.UUID, MediaURL: link}
	if t.TaskType == wire.TypeImageUpload {
		st.ImageUUID, st.ImageURL = m.UUID, link
	}
	o.data = []any{st}
}

func (s *Server) keepMedia(ctx context.Context, c caller, value string, limit int64, picture bool) (queue.Media, error) {
	if c.dry {
		return queue.Media{}, bad("A dry run stores nothing.")
	}
	d, said, err := s.read(ctx, value, limit)
	if err != nil {
		return queue.Media{}, err
	}
	defer d.drop()
	mime, err := sniff(d, said)
	if err != nil {
		return queue.Media{}, err
	}
	if picture || strings.HasPrefix(mime, "image/") {
		if _, err := checkImage(d); err != nil {
			return queue.Media{}, err
		}
	}
	b, err := s.put(ctx, d, mime)
	if err != nil {
		return queue.Media{}, err
	}
	return s.opt.Queue.AddMedia(ctx, c.key.Name, b)
}

// takeImage brings a task's own picture into the bucket and names it in the spec as a
// file. It gives the request as it is to be archived: a picture that stands in it is
// replaced by its UUID, under which the task could be sent again.
func (s *Server) takeImage(ctx context.Context, c caller, request json.RawMessage, spec *manifest.Spec, files map[string]string, o *slot) (json.RawMessage, error) {
	value := o.task.Inputs.Image
	refuse := func(err error) (json.RawMessage, error) {
		var wrong *badMedia
		if errors.As(err, &wrong) {
			o.fail(http.StatusBadRequest, wire.Error{Code: "invalidInputsImage", Parameters: wire.Names{"inputs.image"}, Type: "string",
				Message: "Invalid value for 'inputs.image' parameter. " + wrong.text})
		} else {
			s.broken(o, "store", err)
		}
		return nil, err
	}
	if isURL(value) && o.task.Render != nil {
		// A whole entry is drawn as it stands in its manifest, down to the seeds: the
		// engine fetches the picture itself, as guarded as we would.
		if err := s.opt.Outbound.Check(value); err != nil {
			return refuse(bad("The URL cannot be fetched: %s.", err))
		}
		return request, nil
	}
	var b queue.Blob
	if wire.IsUUID(value) {
		m, err := s.opt.Queue.Media(ctx, c.key.Name, strings.ToLower(value))
		if err != nil {
			return refuse(err)
		}
		if m == nil || !strings.HasPrefix(m.Blob.MIME, "image/") {
			return refuse(bad("There is no image with this UUID."))
		}
		if b, err = s.readable(ctx, m.Blob); err != nil {
			return refuse(err)
		}
	} else {
		d, _, err := s.read(ctx, value, maxImageBytes)
		if err != nil {
			return refuse(err)
		}
		defer d.drop()
		if b, err = s.picture(ctx, d); err != nil {
			return refuse(err)
		}
		if !isURL(value) {
			m, err := s.opt.Queue.AddMedia(ctx, c.key.Name, b)
			if err != nil {
				return refuse(err)
			}
			if request, err = replaceImage(request, m.UUID); err != nil {
				return refuse(err)
			}
			if o.task.Render != nil {
				return request, nil // the entry has it in itself, and is drawn as it is
			}
		}
	}
	name := "inputs/image-" + b.SHA256[:12] + answer.Ext(b.MIME)
	files[name], spec.Inputs.Image = b.SHA256, name
	return request, nil
}

// picture puts a checked picture into the bucket in a format that the engine reads.
func (s *Server) picture(ctx context.Context, d *draft) (queue.Blob, error) {
	format, err := checkImage(d)
	if err != nil {
		return queue.Blob{}, err
	}
	if format != "gif" && format != "bmp" {
		return s.put(ctx, d, "image/"+format)
	}
	// Pixels cost memory, however small the file: two pictures at a time.
	select {
	case s.pictures <- struct{}{}:
		defer func() { <-s.pictures }()
	case <-ctx.Done():
		return queue.Blob{}, ctx.Err()
	}
	if _, err := d.file.Seek(0, io.SeekStart); err != nil {
		return queue.Blob{}, err
	}
	img, _, err := image.Decode(d.file)
	if err != nil {
		return queue.Blob{}, bad("The picture is damaged.")
	}
	out, err := s.shelf.draft()
	if err != nil {
		return queue.Blob{}, err
	}
	defer out.drop()
	if err := png.Encode(out, img); err != nil {
		return queue.Blob{}, err
	}
	return s.put(ctx, out, "image/png")
}

// readable gives a stored picture in a format that the engine reads.
func (s *Server) readable(ctx context.Context, b queue.Blob) (queue.Blob, error) {
	if b.MIME != "image/gif" && b.MIME != "image/bmp" {
		return b, nil
	}
	f, err := s.shelf.open(ctx, b.SHA256)
	if err != nil {
		return b, err
	}
	defer f.Close()
	d, err := s.shelf.draft()
	if err != nil {
		return b, err
	}
	defer d.drop()
	if _, err := copyLimited(d, f, maxImageBytes); err != nil {
		return b, bad("The picture has more than %d MB.", maxImageBytes>>20)
	}
	return s.picture(ctx, d)
}

// replaceImage puts a UUID where a request holds a picture.
func replaceImage(request json.RawMessage, id string) (json.RawMessage, error) {
	var top, inputs map[string]json.RawMessage
	if err := json.Unmarshal(request, &top); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(top["inputs"], &inputs); err != nil {
		return nil, err
	}
	var err error
	if inputs["image"], err = json.Marshal(id); err != nil {
		return nil, err
	}
	if top["inputs"], err = json.Marshal(inputs); err != nil {
		return nil, err
	}
	return json.Marshal(top)
}
