package queuetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
)

func testDeliveries(t *testing.T, url string) {
	q := Open(t, url)
	var calls atomic.Int64
	r := &Runner{OnDeliver: func(_ context.Context, u queue.Unit) error {
		if !u.Result().State.Ended() {
			return fmt.Errorf("delivered before it has ended: %+v", u.Result())
		}
		switch {
		case u.Kind == queue.Upload:
			return &queue.Failure{Code: "uploadFailed", Message: "403", Permanent: true}
		case calls.Add(1) < 3:
			return errors.New("connection refused")
		}
		return nil
	}}
	ids := Submit(t, q, Task("a", func(s *queue.Submission) { s.Webhook, s.Upload = "http://hook", "http://put" }))
	Work(t, q, r, queue.WorkOptions{Slots: 1, Deliveries: 4})
	ts := Wait(t, q, ids, func(x *queue.Task) bool { return len(x.Results[0].Undelivered) == 1 && calls.Load() == 3 })
	if res := ts[0].Results[0]; res.State != queue.Done || res.Undelivered[0].Code != "uploadFailed" {
		t.Errorf("%+v", res)
	}
}

// testExpire: content goes when its time has come and nothing else holds it.
func testExpire(t *testing.T, url string) {
	start := time.Now()
	var shift atomic.Int64
	q := Open(t, url, func(o *queue.Options) {
		o.Now = func() time.Time { return start.Add(time.Duration(shift.Load())) }
		o.Lease = 1000 * time.Hour // the clock jumps
	})
	same := fmt.Sprintf("%064x", 7)
	r := &Runner{OnRender: func(ctx context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
		return queue.Made{Video: queue.Blob{SHA256: same}, Seconds: 1}, u.Hold(ctx, same)
	}}
	stop := Work(t, q, r, queue.WorkOptions{Slots: 1})
	ids := Submit(t, q, Task("a", func(s *queue.Submission) { s.TTL = time.Minute }), Task("a", func(s *queue.Submission) { s.TTL = time.Hour }))
	Wait(t, q, ids, ended)
	stop()
	var removed []string
	look := func(after time.Duration) []*queue.Task {
		shift.Store(int64(after))
		removed = nil
		if err := q.Expire(t.Context(), func(_ context.Context, sha string) error { removed = append(removed, sha); return nil }); err != nil {
			t.Fatal(err)
		}
		ts, err := q.Tasks(t.Context(), "", ids...)
		if err != nil {
			t.Fatal(err)
		}
		return ts
	}
	if ts := look(30 * time.Second); ts[0].Results[0].Expired || len(removed) > 0 {
		t.Error("expired too early", removed)
	}
	look(2 * time.Minute)
	if ts := look(20 * time.Minute); !ts[0].Results[0].Expired || ts[1].Results[0].Expired || len(removed) > 0 {
		t.Error("the second task's content is gone with the first's", removed)
	}
	look(2 * time.Hour)
	if ts := look(3 * time.Hour); !ts[1].Results[0].Expired || !slices.Equal(removed, []string{same}) || ts[1].State != queue.Done {
		t.Error(ts[1].Results[0], removed)
	}
	if look(4 * time.Hour); len(removed) > 0 {
		t.Error("removed twice")
	}
}

func testMedia(t *testing.T, url string) {
	q := Open(t, url)
	b := queue.Blob{SHA256: fmt.Sprintf("%064x", 1), Bytes: 5, MIME: "image/png"}
	m, err := q.AddMedia(t.Context(), "a", b)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := q.Media(t.Context(), "a", m.UUID); err != nil || got == nil || got.Blob != b {
		t.Error(got, err)
	}
	if got, err := q.Media(t.Context(), "b", m.UUID); err != nil || got != nil {
		t.Error("b sees a's media", err)
	}
	if ok, err := q.DeleteMedia(t.Context(), "b", m.UUID); ok || err != nil {
		t.Error("b deletes a's media", err)
	}
	if ok, err := q.DeleteMedia(t.Context(), "a", m.UUID); !ok || err != nil {
		t.Error(ok, err)
	}
	if got, err := q.Media(t.Context(), "a", m.UUID); err != nil || got != nil {
		t.Error(got, err)
	}
	if err := q.AddFile(t.Context(), "a", b.SHA256, 5); err != nil {
		t.Error(err)
	}
	if have, err := q.Files(t.Context(), "a", b.SHA256, fmt.Sprintf("%064x", 2)); err != nil || len(have) != 1 || have[b.SHA256] != 5 {
		t.Error(have, err)
	}
	if have, err := q.Files(t.Context(), "b", b.SHA256); err != nil || len(have) != 0 {
		t.Error("b has a's file", err)
	}
	if err := q.AddPiece(t.Context(), "segment", b); err != nil {
		t.Error(err)
	}
	if got, ok, err := q.Piece(t.Context(), "segment"); err != nil || !ok || got.SHA256 != b.SHA256 {
		t.Error(got, ok, err)
	}
}

func testList(t *testing.T, url string) {
	var tick atomic.Int64
	start := time.Now()
	q := Open(t, url, func(o *queue.Options) {
		o.Now = func() time.Time { return start.Add(time.Duration(tick.Add(1)) * time.Millisecond) }
	})
	var ids []string
	for i := range 5 {
		ids = append(ids, Submit(t, q, Task("a", func(s *queue.Submission) { s.Spec = fmt.Appendf(nil, `{"positivePrompt":"Prompt_%d 100%%"}`, i) }))...)
	}
	Submit(t, q, Task("b"))
	all, err := q.List(t.Context(), queue.Filter{Owner: "a"})
	if err != nil || len(all) != 5 || all[0].UUID != ids[4] || len(all[0].Spec) == 0 {
		t.Fatal(len(all), err)
	}
	if some, err := q.List(t.Context(), queue.Filter{Search: "prompt_3", State: queue.Queued}); err != nil || len(some) != 1 || some[0].UUID != ids[3] {
		t.Error(some, err)
	}
	if page, err := q.List(t.Context(), queue.Filter{Owner: "a", Before: all[1].Submitted, Limit: 2}); err != nil || len(page) != 2 || page[0].UUID != ids[2] {
		t.Error(page, err)
	}
}
