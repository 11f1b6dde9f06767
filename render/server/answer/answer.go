// Package answer says what a client is told about its tasks, in a reply to a question,
// over a socket or by webhook: always the same items, with links that are signed and
// end with the content they lead to.
package answer

import (
	"cmp"
	"encoding/json"
	"math"
	"strings"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// Note is what the server notes with a task when it accepts it.
type Note struct {
	Base     string `json:"b,omitempty"` // the server's address as the client knows it: what links begin with
	Name     string `json:"n,omitempty"` // the task's UUID as the client knows it
	Extended bool   `json:"x,omitempty"` // the task came with the extension
	Checked  bool   `json:"c,omitempty"` // the client wants to be told whether the content is safe
}

// String is the form in which it is kept.
func (n Note) String() string {
	b, err := json.Marshal(n)
	if err != nil {
		panic("answer: " + err.Error()) // two flags and two texts always marshal
	}
	return string(b)
}

// NoteOf reads a task's note. One that cannot be read says nothing.
func NoteOf(t *queue.Task) Note {
	var n Note
	_ = json.Unmarshal([]byte(t.Note), &n)
	return n
}

// Name is the UUID by which its owner knows a task; see [queue.Own].
func Name(t *queue.Task) string { return cmp.Or(NoteOf(t).Name, t.UUID) }

// Teller tells about tasks with the links of one server.
type Teller struct {
	Links Links
	Now   func() time.Time
}

// Task tells where all results of a task stand. Finished and running ones are items,
// failed ones errors; what could not be delivered is an error beside its item.
// base, where it is not "", replaces the address that the task was submitted to.
func (t Teller) Task(base string, task *queue.Task) (items []any, errs []wire.Error) {
	for i := range task.Results {
		item, e := t.Result(base, task, i)
		if item != nil {
			items = append(items, item)
		}
		errs = append(errs, e...)
	}
	return items, errs
}

// Result tells about one result: an item, errors, or both.
func (t Teller) Result(base string, task *queue.Task, index int) (*wire.Video, []wire.Error) {
	r, note := task.Results[index], NoteOf(task)
	if base == "" {
		base = note.Base
	}
	v := &wire.Video{TaskType: wire.TypeVideoInference, TaskUUID: Name(task)}
	fault := func(code, message string, status wire.Status) wire.Error {
		return wire.Error{Code: code, Message: message, Status: status, TaskType: v.TaskType, TaskUUID: v.TaskUUID}
	}
	switch {
	case r.State == queue.Failed:
		code, message := "inferenceError", "The generation failed."
		if r.Err != nil {
			code, message = r.Err.Code, r.Err.Message
		}
		return nil, []wire.Error{fault(code, message, wire.StatusError)}
	case r.State != queue.Done || r.Made == nil:
		v.Status = wire.StatusProcessing
		percent := int(math.Floor(min(max(r.Percent, 0), 99)))
		v.Progress = &percent
		if note.Extended {
			v.Render = &wire.Made{Index: index, Phase: phase(r)}
		}
		return v, nil
	case r.Expired || !r.Expires.IsZero() && !t.Now().Before(r.Expires):
		return nil, []wire.Error{fault("contentExpired", "The generated content has reached the end of its time to live and was removed.", wire.StatusError)}
	}
	m := r.Made
	v.Status, v.VideoUUID = wire.StatusSuccess, r.VideoUUID
	v.VideoURL = t.Links.Video(base, task, index, Ext(m.Video.MIME))
	seed := m.Seed
	v.Seed = &seed
	if note.Checked {
		v.NSFW = &m.NSFW
	}
	if task.Cost {
		v.Cost = &r.Cost
	}
	if note.Extended {
		v.Render = &wire.Made{Index: index, Seconds: m.Seconds, Width: m.Width, Height: m.Height, Notes: m.Notes,
			ScenesRendered: m.ScenesRendered, ScenesReused: m.ScenesReused, Sidecars: map[string]string{}}
		for ext := range m.Sidecars {
			v.Render.Sidecars[ext] = t.Links.Video(base, task, index, ext)
		}
	}
	var errs []wire.Error
	for _, f := range r.Undelivered {
		errs = append(errs, fault(f.Code, f.Message, ""))
	}
	return v, errs
}

func phase(r queue.Result) string {
	if r.State == queue.Queued {
		return "queued"
	}
	return r.Phase
}

// exts are the extensions of what is served, by media type.
var exts = map[string]string{
	"video/mp4": ".mp4", "video/webm": ".webm", "video/quicktime": ".mov", "text/vtt": ".vtt", "application/x-subrip": ".srt",
	"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif", "image/bmp": ".bmp",
	"audio/mpeg": ".mp3", "audio/wav": ".wav", "audio/wave": ".wav", "audio/x-wav": ".wav", "audio/ogg": ".ogg", "audio/mp4": ".m4a", "audio/flac": ".flac",
	"application/x-yaml": ".yaml", "application/yaml": ".yaml", "model/gltf-binary": ".glb",
}

// Ext gives the file name extension of a media type, with its dot; ".bin" for others.
func Ext(mime string) string {
	mime, _, _ = strings.Cut(mime, ";")
	if e := exts[strings.TrimSpace(mime)]; e != "" {
		return e
	}
	return ".bin"
}
