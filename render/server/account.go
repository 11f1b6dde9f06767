package server

import (
	"context"
	"encoding/json"
	"math"
	"net/http"
	"strings"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// freeBalance is what an account holds: nothing is billed here, and clients that compare
// a balance with a price must not stop.
const freeBalance = 1_000_000

// usage is what a key has used in some time.
type usage struct {
	Credits  float64 `json:"credits"` // USD
	Requests int     `json:"requests"`
	Results  int     `json:"results"`
	Seconds  float64 `json:"seconds"` // of finished video
}

func usageOf(u queue.Usage) usage {
	return usage{Credits: math.Round(u.Cost*1e6) / 1e6, Requests: u.Tasks, Results: u.Results, Seconds: u.Seconds}
}

// account answers accountManagement / getDetails.
func (s *Server) account(ctx context.Context, c caller, o *slot) {
	used := map[string]usage{}
	today := s.now().UTC()
	for name, from := range map[string]time.Time{"today": today, "last7Days": today.AddDate(0, 0, -6), "last30Days": today.AddDate(0, 0, -29), "total": {}} {
		u, err := s.opt.Queue.Usage(ctx, c.key.Name, from)
		if err != nil {
			s.broken(o, "account", err)
			return
		}
		used[name] = usageOf(u)
	}
	type apiKey struct {
		Name         string  `json:"name"`
		Concurrency  int     `json:"concurrency,omitempty"`
		Daily        int     `json:"dailyTasks,omitempty"`
		DailySeconds float64 `json:"dailySeconds,omitempty"`
	}
	o.data = []any{map[string]any{
		"taskType": o.task.TaskType, "taskUUID": o.task.TaskUUID, "operation": o.task.Operation,
		"organization": map[string]any{"name": c.key.Name},
		"balance":      map[string]any{"amount": freeBalance, "freeBalance": 0, "currency": "USD"},
		"apiKeys":      []apiKey{{c.key.Name, c.key.Concurrency, c.key.Daily, c.key.DailySeconds}},
		"usage":        used,
	}}
}

// details answers getTaskDetails: the request as it was taken, and where it stands.
func (s *Server) details(ctx context.Context, c caller, o *slot) {
	t, err := s.opt.Queue.Task(ctx, c.key.Name, strings.ToLower(o.task.TaskUUID))
	switch {
	case err != nil:
		s.broken(o, "details", err)
		return
	case t == nil:
		o.fail(http.StatusNotFound, wire.Error{Code: "taskNotFound", Parameters: wire.Names{"taskUUID"}, Type: "string", Message: "There is no task with this 'taskUUID'."})
		return
	}
	items, errs := s.teller.Task(c.base, t)
	if items == nil {
		items = []any{}
	}
	o.data = []any{wire.Details{TaskType: o.task.TaskType, TaskUUID: o.task.TaskUUID, Request: []json.RawMessage{t.Request}, Response: wire.Answer{Data: items, Errors: errs}}}
}

// model is one row of modelSearch.
type model struct {
	AIR          string   `json:"air"`
	Name         string   `json:"name"`
	Version      string   `json:"version"`
	Category     string   `json:"category"`
	Type         string   `json:"type"`
	Architecture string   `json:"architecture"`
	Tags         []string `json:"tags"`
	Comment      string   `json:"comment"`
	Private      bool     `json:"private"`
	Avatars      []Avatar `json:"avatars"`
}

func (s *Server) models() []model {
	return []model{{AIR: Model, Name: "HeyGen Video Agent", Version: "0", Category: "video", Type: "base", Architecture: "heygen",
		Tags:    []string{"text-to-video", "avatar", "video", "agent"},
		Comment: "Multi-scene videos from one prompt, made by the engine behind this server.", Avatars: s.opt.Avatars}}
}

// modelSearch answers with the models that have all that was asked for.
func (s *Server) modelSearch(o *slot) {
	t := o.task
	found := []model{}
	for _, m := range s.models() {
		all := strings.ToLower(strings.Join(append([]string{m.AIR, m.Name, m.Comment, m.Architecture}, m.Tags...), " "))
		fits := true
		for word := range strings.FieldsSeq(strings.ToLower(t.Search)) {
			fits = fits && strings.Contains(all, word)
		}
		if fits && (t.Category == "" || strings.EqualFold(t.Category, m.Category)) {
			found = append(found, m)
		}
	}
	total := len(found)
	found = found[min(t.Offset, total):]
	if t.Limit > 0 {
		found = found[:min(t.Limit, len(found))]
	}
	o.data = []any{map[string]any{"taskType": t.TaskType, "taskUUID": t.TaskUUID, "results": found, "totalResults": total}}
}
