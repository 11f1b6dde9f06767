package server

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/sync/errgroup"

	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// slot is what one task of a request is answered.
type slot struct {
	task   wire.Task
	data   []any
	errs   []wire.Error
	status int // of the errors; 0 = they are no failure of the request, as those of a poll
	fresh  *queue.Submission
}

func (o *slot) fail(status int, e wire.Error) {
	e.TaskType = o.task.TaskType
	if e.TaskUUID == "" {
		e.TaskUUID = o.task.TaskUUID
	}
	o.errs, o.status = append(o.errs, e), status
}

// do carries out a request. Its tasks are independent: the error of one leaves the
// others alone. Data and errors come in the order of the tasks.
func (s *Server) do(ctx context.Context, c caller, asked []wire.Asked) (wire.Answer, int) {
	slots := make([]slot, len(asked))
	for i, a := range asked {
		o := &slots[i]
		if a.TaskType == wire.TypeAuthentication {
			if s.authenticate(&c, a, o); !c.known {
				return wire.Answer{Errors: o.errs}, o.status
			}
			continue
		}
		if !c.known {
			e := noKey()
			return wire.Answer{Errors: []wire.Error{e}}, http.StatusUnauthorized
		}
		var errs []wire.Error
		if o.task, errs = s.rules.Check(a); len(errs) > 0 {
			o.task = wire.Task{TaskType: a.TaskType, TaskUUID: a.TaskUUID}
			o.errs, o.status = errs, http.StatusBadRequest
		}
	}
	// What may have to fetch something goes on side by side.
	within, cancel := context.WithTimeout(ctx, prepareTime)
	defer cancel()
	g, gctx := errgroup.WithContext(within)
	g.SetLimit(prepareAtOnce)
	for i := range slots {
		o := &slots[i]
		if len(o.errs) > 0 {
			continue
		}
		switch o.task.TaskType {
		case wire.TypeVideoInference:
			g.Go(func() error { s.prepare(gctx, c, asked[i], o); return nil })
		case wire.TypeMediaStorage, wire.TypeImageUpload:
			g.Go(func() error { s.storeMedia(gctx, c, o); return nil })
		}
	}
	_ = g.Wait() // each notes its own errors
	s.submit(ctx, c, slots)
	s.polls(ctx, c, slots)
	for i := range slots {
		o := &slots[i]
		if len(o.errs) > 0 || len(o.data) > 0 {
			continue
		}
		switch o.task.TaskType {
		case wire.TypePing:
			o.data = []any{wire.Pong{TaskType: wire.TypePing, TaskUUID: o.task.TaskUUID, Pong: true, Extension: wire.ExtensionVersion}}
		case wire.TypeGetTaskDetails:
			s.details(ctx, c, o)
		case wire.TypeAccount:
			s.account(ctx, c, o)
		case wire.TypeModelSearch:
			s.modelSearch(o)
		}
	}
	return s.together(asked, slots)
}

// together makes one answer of all, and chooses its HTTP status: that of the first
// error where nothing at all succeeded.
func (s *Server) together(asked []wire.Asked, slots []slot) (wire.Answer, int) {
	var a wire.Answer
	status, good := 0, false
	for i, o := range slots {
		a.Data, a.Errors = append(a.Data, o.data...), append(a.Errors, o.errs...)
		if o.status == 0 {
			good = good || asked[i].TaskType != wire.TypeAuthentication || len(slots) == 1
		} else if status == 0 {
			status = o.status
		}
	}
	if good || status == 0 {
		status = http.StatusOK
	}
	return a, status
}

// authenticate settles who the caller is. Over REST a key in the header has settled it
// before, and the task only agrees.
func (s *Server) authenticate(c *caller, a wire.Asked, o *slot) {
	o.task = wire.Task{TaskType: a.TaskType, TaskUUID: a.TaskUUID}
	t, errs := s.rules.Check(a)
	if len(errs) > 0 {
		o.errs, o.status = errs, http.StatusBadRequest
		if t.APIKey == "" {
			o.status = http.StatusUnauthorized
		}
		c.known = false
		return
	}
	k, ok := s.opt.Keys.Find(t.APIKey)
	if !ok || c.known && k.Name != c.key.Name {
		e := badKey()
		e.TaskUUID = t.TaskUUID
		o.errs, o.status = []wire.Error{e}, http.StatusUnauthorized
		c.known = false
		return
	}
	c.key, c.known = k, true
	id := t.Connection
	if c.on != nil {
		id = c.on.id
	} else if id == "" {
		id = newUUID()
	}
	o.data = []any{wire.Authenticated{TaskType: wire.TypeAuthentication, TaskUUID: t.TaskUUID, Connection: id}}
}

// polls answers all getResponse tasks of a request at once. A task that nobody knows is
// answered by nothing, as the API does.
func (s *Server) polls(ctx context.Context, c caller, slots []slot) {
	var ids []string
	for _, o := range slots {
		if o.task.TaskType == wire.TypeGetResponse && len(o.errs) == 0 {
			ids = append(ids, strings.ToLower(o.task.TaskUUID))
		}
	}
	if len(ids) == 0 {
		return
	}
	tasks, err := s.opt.Queue.Tasks(ctx, c.key.Name, ids...)
	found := make(map[string]*queue.Task, len(tasks))
	for _, t := range tasks {
		found[answer.Name(t)] = t
	}
	for i := range slots {
		o := &slots[i]
		if o.task.TaskType != wire.TypeGetResponse || len(o.errs) > 0 {
			continue
		}
		if err != nil {
			s.broken(o, "poll", err)
			continue
		}
		t := found[strings.ToLower(o.task.TaskUUID)]
		if t == nil {
			continue
		}
		items, errs := s.teller.Task(c.base, t)
		for _, item := range items { // under the name that the client gave it
			item.(*wire.Video).TaskUUID = o.task.TaskUUID
		}
		for i := range errs {
			errs[i].TaskUUID = o.task.TaskUUID
		}
		o.data, o.errs = items, errs
	}
}

// broken notes an error of ours. What it is goes to the log, not to the client.
func (s *Server) broken(o *slot, what string, err error) {
	s.log.Error(what, "task", o.task.TaskUUID, "error", err)
	o.fail(http.StatusServiceUnavailable, wire.Error{Code: "serviceUnavailable", Message: fmt.Sprintf("The server could not %s just now. Try again.", verbs[what])})
}

var verbs = map[string]string{"poll": "read the task", "submit": "take the task", "store": "store the file", "account": "read the account", "details": "read the task"}
