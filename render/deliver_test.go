package render_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"sync"
	"testing"

	"gitops.video/render/render"
)

// uploads is a deliverer that keeps what it was given.
type uploads struct {
	mu     sync.Mutex
	fail   int // uploads to refuse first
	bodies []string
	hooks  []string
}

func (u *uploads) Upload(_ context.Context, _, _ string, file io.Reader, size int64) error {
	b, err := io.ReadAll(file)
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.fail > 0 {
		u.fail--
		return &render.Failure{Class: render.ClassServer, Code: "503", Message: "try later"}
	}
	if int64(len(b)) != size {
		return errors.New("the size given is not the size sent")
	}
	u.bodies = append(u.bodies, string(b))
	return err
}

func (u *uploads) Notify(_ context.Context, _ string, body []byte) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.hooks = append(u.hooks, string(body))
	return nil
}

func failAt(op string, err error) func(context.Context, string, render.Job) error {
	return func(_ context.Context, at string, _ render.Job) error {
		if at == op {
			return err
		}
		return nil
	}
}

// TestUpload: a finished file is uploaded once, again when the endpoint changes, and
// again by the next run when it failed.
func TestUpload(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	u := &uploads{fail: 1}
	w.deliver = u
	w.entries["a"] = entry{prompt: "red", upload: "https://example.com/a"}
	if s, _ := w.apply(t, nil); s.Created != 1 {
		t.Fatalf("apply: %+v", s)
	}
	mustBeEmpty(t, w)
	w.entries["a"] = entry{prompt: "red", upload: "https://example.com/b"}
	u.fail = 100
	if s, _ := w.apply(t, nil); s.Failed != 1 {
		t.Fatalf("apply: %+v", s)
	}
	u.fail = 0
	if s, _ := w.apply(t, nil); s.Uploaded != 1 {
		t.Fatalf("apply: %+v", s)
	}
	mustBeEmpty(t, w)
	if len(u.bodies) != 2 || u.bodies[0] != u.bodies[1] || u.bodies[0] != w.files(t)["out/a.mp4"] {
		t.Errorf("uploaded %d times", len(u.bodies))
	}
	if n := len(w.provider.Charges()); n != 1 {
		t.Errorf("%d generations", n)
	}
}

// TestWebhook: the body is the API's own result message.
func TestWebhook(t *testing.T) {
	t.Parallel()
	w := newWorld(t.TempDir())
	u := &uploads{}
	w.deliver = u
	yes := true
	w.entries["a"] = entry{prompt: "red"}
	w.order = func(d []render.Desired) {
		d[0].Spec.WebhookURL, d[0].Spec.IncludeCost = "https://example.com/hook", &yes
	}
	w.apply(t, nil)
	w.apply(t, nil)
	if len(u.hooks) != 1 {
		t.Fatalf("%d calls", len(u.hooks))
	}
	var body struct {
		Data []struct {
			TaskType, TaskUUID, VideoUUID string
			Cost                          *float64
		}
	}
	if err := json.Unmarshal([]byte(u.hooks[0]), &body); err != nil {
		t.Fatal(err)
	}
	r := w.lock(t).Records["a"]
	if len(body.Data) != 1 || body.Data[0].TaskType != "videoInference" || body.Data[0].TaskUUID != r.TaskUUID || body.Data[0].Cost == nil || *body.Data[0].Cost != 0 {
		t.Errorf("body %s", u.hooks[0])
	}
}

// shelf is a store in memory.
type shelf struct {
	mu      sync.Mutex
	content map[string][]byte
}

func (s *shelf) Has(_ context.Context, sum string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.content[sum]
	return ok, nil
}

func (s *shelf) Put(_ context.Context, sum, path string) error {
	b, err := os.ReadFile(path)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.content[sum] = bytes.Clone(b)
	return err
}

func (s *shelf) Get(_ context.Context, sum, path string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return os.WriteFile(path, s.content[sum], 0o644)
}
