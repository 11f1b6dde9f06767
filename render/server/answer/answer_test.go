package answer_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

var now = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

const (
	taskID  = "8d3c0b0a-6a0e-4d0c-9f0e-3f2b7f1a1c11"
	videoID = "c1f70b0a-6a0e-4d0c-9f0e-3f2b7f1a1c11"
)

func teller() answer.Teller {
	return answer.Teller{Links: answer.Links{Key: []byte("0123456789abcdef")}, Now: func() time.Time { return now }}
}

func task(n answer.Note, results ...queue.Result) *queue.Task {
	return &queue.Task{Submission: queue.Submission{UUID: taskID, Note: n.String()}, Results: results}
}

func done() queue.Result {
	return queue.Result{State: queue.Done, VideoUUID: videoID, Expires: now.Add(time.Hour), Cost: .5,
		Made: &queue.Made{Video: queue.Blob{MIME: "video/mp4"}, Sidecars: map[string]queue.Blob{".vtt": {}}, Seed: 7, Seconds: 30, Notes: []string{"a"}}}
}

// told is what a client's decoder makes of it.
func told(t *testing.T, tl answer.Teller, task *queue.Task) (string, wire.Reply) {
	t.Helper()
	items, errs := tl.Task("", task)
	text := wire.Answer{Data: items, Errors: errs}.JSON()
	r, err := wire.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(text), r
}

func TestTask(t *testing.T) {
	t.Parallel()
	base := answer.Note{Base: "http://h:1"}
	text, r := told(t, teller(), task(base, done(), queue.Result{State: queue.Running, Percent: 40.9, Phase: "draw"},
		queue.Result{State: queue.Failed, Err: &queue.Failure{Code: "invalidInputsImage", Message: "No face."}}))
	if len(r.Data) != 2 || r.Data[0].Status != wire.StatusSuccess || !strings.HasPrefix(r.Data[0].VideoURL, "http://h:1/media/"+videoID+".mp4?") || r.Data[0].Seed != 7 {
		t.Errorf("finished: %s", text)
	}
	if p := r.Data[1].Progress; r.Data[1].Status != wire.StatusProcessing || p == nil || *p != 40 {
		t.Errorf("running: %s", text)
	}
	if len(r.Errors) != 1 || r.Errors[0].Code != "invalidInputsImage" || r.Errors[0].Status != wire.StatusError || r.Errors[0].TaskUUID != taskID {
		t.Errorf("failed: %s", text)
	}
	for _, no := range []string{"NSFWContent", "cost", "render"} {
		if strings.Contains(text, `"`+no+`"`) {
			t.Errorf("nobody asked for %s: %s", no, text)
		}
	}
}

func TestTaskTellsWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	k := task(answer.Note{Base: "http://h:1", Extended: true, Checked: true}, done(), queue.Result{State: queue.Queued})
	k.Cost = true
	text, r := told(t, teller(), k)
	if !strings.Contains(text, `"NSFWContent":false`) || r.Data[0].Cost == nil || *r.Data[0].Cost != .5 {
		t.Error(text)
	}
	if m := r.Data[0].Render; m == nil || m.Seconds != 30 || !strings.HasPrefix(m.Sidecars[".vtt"], "http://h:1/media/"+videoID+".vtt?") {
		t.Error(text)
	}
	if m := r.Data[1].Render; m == nil || m.Phase != "queued" || m.Index != 1 {
		t.Error(text)
	}
	undelivered := done()
	undelivered.Undelivered = []queue.Failure{{Code: "uploadFailed", Message: "It answered HTTP 403."}}
	text, r = told(t, teller(), task(answer.Note{}, undelivered))
	if len(r.Data) != 1 || !r.Data[0].Done() || len(r.Errors) != 1 || r.Errors[0].Code != "uploadFailed" || r.Errors[0].Status == wire.StatusError {
		t.Error(text)
	}
	tl := teller()
	tl.Now = func() time.Time { return now.Add(time.Hour) }
	if text, r = told(t, tl, task(answer.Note{}, done())); len(r.Data) != 0 || r.Errors[0].Code != "contentExpired" {
		t.Error(text)
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	l := teller().Links
	u, err := url.Parse(l.Video("http://h:1/", task(answer.Note{}, done()), 0, ".mp4"))
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimPrefix(u.Path, answer.MediaPath)
	if got, err := l.Open(name, u.Query(), now); err != nil || got != (answer.Link{UUID: videoID, Ext: ".mp4", Task: taskID}) {
		t.Fatalf("%+v, %v", got, err)
	}
	if _, err := l.Open(name, u.Query(), now.Add(time.Hour)); !errors.Is(err, answer.ErrEnded) {
		t.Errorf("past its end: %v", err)
	}
	for field, value := range map[string]string{"expires": "99999999999", "n": "1", "task": videoID, "sig": "", "x": ""} {
		q, name := u.Query(), name
		if q.Set(field, value); field == "x" {
			name = taskID + ".mp4"
		}
		if _, err := l.Open(name, q, now); !errors.Is(err, answer.ErrForged) {
			t.Errorf("with another %s: %v", field, err)
		}
	}
	for _, name := range []string{"", ".", "..", "../../etc/passwd", videoID, videoID + ".vtt", videoID + ".mp4/..", "%00" + name} {
		if _, err := l.Open(name, u.Query(), now); !errors.Is(err, answer.ErrForged) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := (answer.Links{Key: []byte("another")}).Open(name, u.Query(), now); !errors.Is(err, answer.ErrForged) {
		t.Errorf("another key: %v", err)
	}
}
