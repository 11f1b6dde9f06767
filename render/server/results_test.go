package server_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// painter is a worker whose videos are a line of text. A prompt can make it wait for
// the test, or fail.
type painter struct {
	w    *world
	gate chan struct{} // one token lets one result go on; nil = all at once
}

func (p *painter) blob(ctx context.Context, u queue.Unit, text, mime string) (queue.Blob, error) {
	sum := sha256.Sum256([]byte(text))
	b := queue.Blob{SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(text)), MIME: mime}
	if err := u.Hold(ctx, b.SHA256); err != nil {
		return b, err
	}
	path := filepath.Join(p.w.t.TempDir(), b.SHA256)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return b, err
	}
	return b, p.w.store.Put(ctx, b.SHA256, path)
}

func (p *painter) Render(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
	report("draw", 40)
	if p.gate != nil {
		select {
		case <-p.gate:
		case <-ctx.Done():
			return queue.Made{}, ctx.Err()
		}
	}
	if strings.Contains(string(u.Task.Spec), "FAIL") {
		return queue.Made{}, &queue.Failure{Code: "invalidInputsImage", Message: "There is no face.", Permanent: true}
	}
	video, err := p.blob(ctx, u, fmt.Sprintf("video %d of %s", u.Index, u.Task.UUID), "video/mp4")
	if err != nil {
		return queue.Made{}, err
	}
	vtt, err := p.blob(ctx, u, "WEBVTT of "+u.Task.UUID, "text/vtt")
	return queue.Made{Video: video, Sidecars: map[string]queue.Blob{".vtt": vtt}, Seed: int64(100 + u.Index), Seconds: 20, Width: 1280, Height: 720, ScenesRendered: 3, Notes: []string{"a note"}}, err
}

func (p *painter) Deliver(context.Context, queue.Unit) error { return nil }

// work starts a painter; it stops before the world ends.
func (w *world) work(gate chan struct{}) {
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- w.queue.Work(ctx, &painter{w: w, gate: gate}, queue.WorkOptions{Slots: 4, Deliveries: 2})
	}()
	w.t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			w.t.Error(err)
		}
	})
}

// until polls tasks until there are so many ends: finished items and errors.
func (w *world) until(ends int, ids ...string) (string, wire.Reply) {
	w.t.Helper()
	var asks []string
	for _, id := range ids {
		asks = append(asks, `{"taskType":"getResponse","taskUUID":"`+id+`"}`)
	}
	changes := w.queue.Changes(w.t.Context())
	for deadline := time.After(20 * time.Second); ; {
		status, text, r := w.post("[" + strings.Join(asks, ",") + "]")
		n := len(r.Errors)
		for _, i := range r.Data {
			if i.Done() {
				n++
			}
		}
		if status != 200 {
			w.t.Fatalf("a poll is answered %d %s", status, text)
		}
		if n >= ends {
			return text, r
		}
		select {
		case <-changes:
		case <-deadline:
			w.t.Fatalf("still %s", text)
		}
	}
}

func TestResults(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	w.work(nil)
	a, b, c := id(), id(), id()
	w.want("["+task(a, `"includeCost":true`, `"numberResults":3`, `"safety":{"checkContent":true}`)+","+task(b, `"safety":{"mode":"none"}`)+","+
		strings.Replace(task(c), "tides", "FAIL", 1)+"]", 200)
	text, r := w.until(5, a, b, c)
	seeds, urls := map[int64]bool{}, map[string]bool{}
	for _, i := range r.Data[:3] {
		seeds[i.Seed], urls[i.VideoURL] = true, true
		if i.TaskUUID != a || i.Cost == nil || *i.Cost != 2 || i.NSFW || i.Render != nil {
			t.Errorf("a: %s", text)
		}
	}
	if len(seeds) != 3 || len(urls) != 3 || strings.Count(text, `"NSFWContent":false`) != 3 {
		t.Errorf("three results, each with a seed and an address of its own: %s", text)
	}
	if r.Data[3].TaskUUID != b || r.Data[3].Cost != nil || r.Errors[0].TaskUUID != c || r.Errors[0].Code != "invalidInputsImage" || r.Errors[0].Status != wire.StatusError {
		t.Errorf("b and c: %s", text)
	}
	w.key = ""
	resp, body := w.request(http.MethodGet, r.Data[3].VideoURL, nil, nil)
	if body != "video 0 of "+b || resp.Header.Get("Content-Type") != "video/mp4" || !strings.Contains(resp.Header.Get("Content-Disposition"), ".mp4") {
		t.Errorf("the video: %q %v", body, resp.Header)
	}
	resp, body = w.request(http.MethodGet, r.Data[3].VideoURL, http.Header{"Range": {"bytes=6-6"}, "If-Range": {resp.Header.Get("ETag")}}, nil)
	if resp.StatusCode != 206 || body != "0" || resp.Header.Get("Content-Range") == "" {
		t.Errorf("a range of it: %d %q", resp.StatusCode, body)
	}
	if resp, _ = w.request(http.MethodHead, r.Data[3].VideoURL, nil, nil); resp.StatusCode != 200 || resp.ContentLength != int64(len("video 0 of "+b)) {
		t.Errorf("HEAD: %d, %d bytes", resp.StatusCode, resp.ContentLength)
	}
	w.key = aliceKey
	details, _ := w.want(`[{"taskType":"getTaskDetails","taskUUID":"`+c+`"}]`, 200)
	if !strings.Contains(details, `"response":{"data":[],"errors":[{"code":"invalidInputsImage"`) {
		t.Errorf("details: %s", details)
	}
	w.want("["+task(a)+"]", 400, "conflictTaskUUID") // for ever
}

func TestPartialResultsAndProgress(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	gate := make(chan struct{})
	w.work(gate)
	a := id()
	w.want("["+task(a, `"numberResults":2`, `"render":{"version":1}`)+"]", 200)
	gate <- struct{}{}
	text, r := w.until(1, a)
	if len(r.Data) != 2 || !r.Data[0].Done() && !r.Data[1].Done() {
		t.Fatalf("one of two: %s", text)
	}
	for n, i := range r.Data {
		if i.Render == nil || i.Render.Index != n {
			t.Errorf("result %d: %s", n, text)
		}
		if !i.Done() && (i.Status != wire.StatusProcessing || i.Progress == nil) {
			t.Errorf("running: %s", text)
		}
	}
	gate <- struct{}{}
	text, r = w.until(2, a)
	m := r.Data[0].Render
	if m == nil || m.Seconds != 20 || m.ScenesRendered != 3 || len(m.Notes) != 1 {
		t.Fatalf("extended: %s", text)
	}
	if resp, body := w.request(http.MethodGet, m.Sidecars[".vtt"], nil, nil); body != "WEBVTT of "+a || !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/vtt") {
		t.Errorf("sidecar: %q %v", body, resp.Header)
	}
}

func TestTimeToLive(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	w.work(nil)
	a, b := id(), id()
	w.want("["+task(a, `"ttl":60`)+","+task(b)+"]", 200)
	_, r := w.until(2, a, b)
	short, long := r.Data[0].VideoURL, r.Data[1].VideoURL
	get := func(url string) int {
		resp, _ := w.request(http.MethodGet, url, nil, nil)
		return resp.StatusCode
	}
	if get(short) != 200 || get(long) != 200 {
		t.Fatal("finished videos cannot be had")
	}
	k, err := w.queue.Task(t.Context(), "", a)
	if err != nil {
		t.Fatal(err)
	}
	w.ahead.Store(int64(61 * time.Second))
	if get(short) != 404 || get(long) != 200 {
		t.Errorf("after its time: %d, the other: %d", get(short), get(long))
	}
	text, r := w.want(`[{"taskType":"getResponse","taskUUID":"`+a+`"}]`, 200, "contentExpired")
	if strings.Contains(text, "videoURL") || r.Errors[0].Status != wire.StatusError {
		t.Error(text)
	}
	var removed []string
	for range 2 { // what is let go is collected a while later
		if err := w.queue.Expire(t.Context(), func(_ context.Context, sha string) error {
			removed = append(removed, sha)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		w.ahead.Add(int64(time.Hour))
	}
	if want := k.Results[0].Made.Video.SHA256; !strings.Contains(strings.Join(removed, " "), want) {
		t.Errorf("the content stays in the bucket: removed %v", removed)
	}
}

func TestSocketBringsResults(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	gate := make(chan struct{})
	w.work(gate)
	l := w.line()
	session := l.login(aliceKey, "")
	a := id()
	l.say("[" + task(a, `"numberResults":2`) + "]")
	l.hears(`{"data":[{"taskType":"videoInference","taskUUID":"` + a + `"}]}`)
	first := id()
	l.say("[" + task(first) + "]")
	l.hears(`{"data":[{"taskType":"videoInference","taskUUID":"` + first + `"}]}`)
	for range 3 {
		gate <- struct{}{}
	}
	for range 2 { // one message a task, when all of it is ready
		if got := l.hears(`"status":"success"`, `"videoURL":"`+w.url+`/media/`); strings.Count(got, a) > 0 && (strings.Count(got, `"videoUUID"`) != 2 || strings.Contains(got, first)) {
			t.Error(got)
		}
	}
	// The line breaks; what is ready meanwhile waits for who comes back, and only for them.
	b := id()
	l.say("[" + task(b, `"numberResults":2`) + "]")
	l.hears(b)
	_ = l.CloseNow()
	gate <- struct{}{}
	gate <- struct{}{}
	w.until(2, b)
	thief := w.line()
	if thief.login(bobKey, session) == session {
		t.Error("bob was given alice's session")
	}
	back := w.line()
	if back.login(aliceKey, session) != session {
		t.Error("the session was not resumed")
	}
	back.hears(`"status":"success"`, `"taskUUID":"`+b+`"`)
	back.say(`[{"taskType":"ping"}]`)
	back.hears(`"pong":true`) // and nothing else came before
}

// TestTwoKeysOneUUID: two keys that submit the same entry of a manifest name their tasks
// alike. Each gets its own, under that name: over REST and a socket.
func TestTwoKeysOneUUID(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	w.work(nil)
	x := id()
	w.want("["+task(x)+"]", 200)
	_, first := w.until(1, x)
	w.key = bobKey
	if text, r := w.want(`[{"taskType":"getResponse","taskUUID":"`+x+`"}]`, 200); len(r.Data) != 0 {
		t.Errorf("bob is told of alice's task: %s", text)
	}
	l := w.line()
	l.login(bobKey, "")
	l.say("[" + task(x) + "]")
	l.hears(`{"data":[{"taskType":"videoInference","taskUUID":"` + x + `"}]}`)
	l.hears(`"status":"success"`, `"taskUUID":"`+x+`"`)
	l.say(`[{"taskType":"ping"}]`)
	l.hears(`"pong":true`) // nothing is told twice
	_, second := w.until(1, x)
	if a, b := first.Data[0], second.Data[0]; a.VideoUUID == b.VideoUUID || b.TaskUUID != x {
		t.Errorf("alice has %+v, bob %+v", a, b)
	}
	w.want(`[{"taskType":"getTaskDetails","taskUUID":"`+x+`"}]`, 200)
	w.want("["+task(x)+"]", 400, "conflictTaskUUID")
}
