package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"

	"gitops.video/render/manifest"
	"gitops.video/render/render/parcel"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
	"gitops.video/render/schema"
)

func newUUID() string { return uuid.NewString() }

// prepare turns a checked task into what the queue takes: everything that it needs is
// in the bucket when it is accepted, so that nothing it names can change or go away.
func (s *Server) prepare(ctx context.Context, c caller, a wire.Asked, o *slot) {
	t := o.task
	s.checkCall("webhookURL", t.WebhookURL, o)
	s.checkCall("uploadEndpoint", t.UploadEndpoint, o)
	spec, err := parcel.Unpack(t)
	if err != nil {
		o.fail(http.StatusBadRequest, wire.Error{Code: "invalidRender", Parameters: wire.Names{"render"}, Type: "object",
			Message: "Invalid value for 'render' parameter. " + err.Error() + "."})
	}
	switch {
	case err != nil:
	case t.Render != nil:
		s.checkSpec(spec, o)
	default:
		// To the API a duration is a wish: a task is not refused because its words take a
		// second more. Entries of a manifest say for themselves what they want.
		spec.Fit = "extend"
	}
	if len(o.errs) > 0 {
		return
	}
	files := map[string]string{}
	if t.Render != nil {
		if !s.haveFiles(ctx, c, t.Render, o) {
			return
		}
		files = t.Render.Files
	}
	request := a.Raw
	if in := t.Inputs; in != nil && in.Image != "" && !c.dry {
		if request, err = s.takeImage(ctx, c, a.Raw, &spec, files, o); err != nil || len(o.errs) > 0 {
			return
		}
	}
	name := strings.ToLower(t.TaskUUID)
	note := answer.Note{Base: c.base, Name: name, Extended: t.Render != nil}
	if sf := t.Safety; sf != nil { // checkContent alone means fast
		note.Checked = sf.Mode != "" && sf.Mode != "none" || sf.Mode == "" && sf.CheckContent != nil && *sf.CheckContent
	}
	spec.WebhookURL, spec.UploadEndpoint = "", "" // secrets, and nothing to draw
	drawn, err := json.Marshal(spec)
	if err != nil {
		s.broken(o, "submit", err)
		return
	}
	o.fresh = &queue.Submission{
		UUID: name, Owner: c.key.Name,
		Limits:  queue.Limits{Concurrency: c.key.Concurrency, DailyTasks: c.key.Daily, DailySeconds: c.key.DailySeconds},
		Request: request, Spec: drawn, Files: files, Results: max(t.NumberResults, 1), Seconds: length(t), Price: s.opt.Price,
		Webhook: t.WebhookURL, Upload: t.UploadEndpoint, TTL: time.Duration(t.TTL) * time.Second,
		Cost: t.IncludeCost != nil && *t.IncludeCost, Note: note.String(),
	}
}

// checkCall says whether the server may call an address that a task names; "" = it names none.
func (s *Server) checkCall(parameter, address string, o *slot) {
	if address == "" {
		return
	}
	if err := s.opt.Outbound.Check(address); err != nil {
		o.fail(http.StatusBadRequest, wire.Error{Code: "invalid" + strings.ToUpper(parameter[:1]) + parameter[1:], Parameters: wire.Names{parameter}, Type: "string",
			Message: fmt.Sprintf("Invalid value for '%s' parameter. The server may not call this: %s.", parameter, err)})
	}
}

// length is how long a task's video is going to be, as far as the task says.
func length(t wire.Task) float64 {
	if t.Duration > 0 {
		return float64(t.Duration)
	}
	return defaultLength
}

// checkSpec holds what came in the extension against the schema of manifests.
func (s *Server) checkSpec(spec manifest.Spec, o *slot) {
	text, err := json.Marshal(spec)
	var doc any
	if err == nil {
		err = json.Unmarshal(text, &doc)
	}
	if err != nil {
		s.broken(o, "submit", err)
		return
	}
	for _, v := range schema.Task().Validate(doc) {
		name := "render.spec" + strings.ReplaceAll(v.Pointer, "/", ".")
		o.fail(http.StatusBadRequest, wire.Error{Code: "invalidRenderSpec", Parameters: wire.Names{name}, Message: fmt.Sprintf("Invalid value for '%s' parameter. %s.", name, v.Summary)})
		if len(o.errs) == 20 {
			return
		}
	}
}

// haveFiles says whether the server has all files of an extension, and names those it
// lacks.
func (s *Server) haveFiles(ctx context.Context, c caller, x *wire.Extension, o *slot) bool {
	sums := make([]string, 0, len(x.Files))
	for _, sum := range x.Files {
		sums = append(sums, sum)
	}
	have, err := s.opt.Queue.Files(ctx, c.key.Name, sums...)
	if err == nil {
		err = s.opt.Queue.Hold(ctx, sums...) // first held, then looked for: nobody takes it away in between
	}
	if err != nil {
		s.broken(o, "submit", err)
		return false
	}
	var lacking wire.Names
	looked := map[string]bool{}
	for _, name := range parcel.Names(x) {
		sum := x.Files[name]
		if _, ok := have[sum]; ok {
			there, known := looked[sum]
			if !known {
				if there, err = s.opt.Store.Has(ctx, sum); err != nil {
					s.broken(o, "submit", err)
					return false
				}
				looked[sum] = there
			}
			if there {
				continue
			}
		}
		lacking = append(lacking, "render.files."+name)
	}
	if len(lacking) == 0 {
		return true
	}
	o.fail(http.StatusBadRequest, wire.Error{Code: wire.CodeMissingFile, Parameters: lacking,
		Message: fmt.Sprintf("The server does not have %d of the files that the task names. Upload them to %s/files/ and submit the task again.", len(lacking), s.opt.Path)})
	return false
}

// submit hands what was prepared to the queue, all of a request in one go, and says what
// became of each.
func (s *Server) submit(ctx context.Context, c caller, slots []slot) {
	var fresh []queue.Submission
	var at []int
	for i := range slots {
		o := &slots[i]
		if o.fresh == nil || len(o.errs) > 0 {
			continue
		}
		if c.dry {
			sub := o.fresh
			o.data = []any{wire.Estimate{TaskType: o.task.TaskType, TaskUUID: o.task.TaskUUID, Cost: sub.Price * sub.Seconds * float64(sub.Results)}}
			continue
		}
		fresh, at = append(fresh, *o.fresh), append(at, i)
		c.on.watch(o.fresh.UUID)
	}
	if len(fresh) == 0 {
		return
	}
	for n, err := range s.opt.Queue.Submit(ctx, fresh...) {
		o, sub := &slots[at[n]], &fresh[n]
		if err != nil {
			// Not even for a repeated one: SDKs that were told of an error are no longer
			// ready for a result, and have to ask.
			c.on.unwatch(sub.UUID)
		}
		switch {
		case err == nil:
			o.data = []any{wire.Ack{TaskType: o.task.TaskType, TaskUUID: o.task.TaskUUID}}
			line := []any{"task", sub.UUID, "owner", sub.Owner, "results", sub.Results, "seconds", sub.Seconds, "files", len(sub.Files)}
			if s.opt.LogPrompts {
				line = append(line, "prompt", o.task.PositivePrompt)
			}
			s.log.Info("accepted", line...)
		case errors.Is(err, queue.ErrConflict):
			o.fail(http.StatusBadRequest, wire.Error{Code: "conflictTaskUUID", Parameters: wire.Names{"taskUUID"}, Type: "string",
				Message: "A task with this 'taskUUID' was submitted before. Every task needs a UUID of its own; ask for the earlier one with getResponse."})
		case errors.Is(err, queue.ErrQuota):
			s.log.Info("quota", "task", sub.UUID, "owner", sub.Owner)
			o.fail(http.StatusPaymentRequired, wire.Error{Code: "quotaExceeded", Message: "The daily quota of this API key is used up. It begins anew at midnight UTC."})
		default:
			s.broken(o, "submit", err)
		}
	}
}
