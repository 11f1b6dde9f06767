package worker_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/blob"
	"gitops.video/render/render/engine"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/outbound"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
	"gitops.video/render/render/server/worker"
)

// site is a queue and a bucket with workers at them.
type site struct {
	t     *testing.T
	queue *queue.Queue
	store blob.Dir
}

func newSite(t *testing.T, edit ...func(*queue.Options)) *site {
	t.Helper()
	return &site{t: t, queue: queuetest.Open(t, filepath.Join(t.TempDir(), "tasks.db"), edit...), store: blob.Dir(t.TempDir())}
}

// worker starts one worker with an engine of its own.
func (s *site) worker(name string, e worker.Engine) {
	s.t.Helper()
	w, err := worker.New(worker.Options{Queue: s.queue, Store: s.store, Engine: e, Outbound: outbound.New(outbound.Options{AllowPrivate: true}),
		Teller: answer.Teller{Links: answer.Links{Key: []byte("k")}, Now: time.Now}, WebhookSecret: []byte("shared secret"), Scratch: s.t.TempDir()})
	if err != nil {
		s.t.Fatal(err)
	}
	queuetest.Work(s.t, s.queue, w, queue.WorkOptions{ID: name, Slots: 1, Deliveries: 2})
}

func (s *site) file(content string) string {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "f")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		s.t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(content))
	name := hex.EncodeToString(sum[:])
	if err := s.store.Put(s.t.Context(), name, path); err != nil {
		s.t.Fatal(err)
	}
	return name
}

func (s *site) content(b queue.Blob) []byte {
	s.t.Helper()
	f, err := s.store.Open(b.SHA256)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	out, err := io.ReadAll(f)
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}

func spec(t *testing.T, m manifest.Spec) func(*queue.Submission) {
	t.Helper()
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return func(s *queue.Submission) { s.Spec, s.Seconds = text, float64(m.Duration) }
}

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="#1E40AF"/></svg>`

// TestWorkersMakeWhatTheEngineMakes: a short video as a whole and a long one spread
// over two workers have the bytes that the engine makes alone, brand files and all.
func TestWorkersMakeWhatTheEngineMakes(t *testing.T) {
	if testing.Short() {
		t.Skip("renders whole videos")
	}
	t.Parallel()
	short := manifest.Spec{PositivePrompt: "Scene 1: [title]\nVO: \"Our pump runs quietly.\"\n\nScene 2: [motion graphics]\nVO: \"See it at acme.example.\"",
		Width: 128, Height: 72, Duration: 6, Brand: &manifest.Brand{Logo: "brand/logo.svg", Watermark: "logo"}}
	long := manifest.Spec{PositivePrompt: "Explain tides to sailors.", Width: 128, Height: 72, Duration: 12}

	s := newSite(t, func(o *queue.Options) { o.Lease, o.SpreadFrom = 30*time.Second, 8*time.Second })
	sum := s.file(logo)
	voices := t.TempDir()
	open := func() *engine.Engine {
		dir := t.TempDir()
		// The unpacked voice is shared, takes and scenes are not.
		if err := errors.Join(os.MkdirAll(filepath.Join(voices, "voice"), 0o700), os.Mkdir(filepath.Join(dir, "voice"), 0o700),
			os.Symlink(filepath.Join(voices, "voice"), filepath.Join(dir, "voice", "voice"))); err != nil {
			t.Fatal(err)
		}
		e, err := engine.New(engine.Options{CacheDir: dir})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	alone := open()
	want := func(m manifest.Spec) render.Outcome {
		dir := t.TempDir()
		if err := errors.Join(os.Mkdir(filepath.Join(dir, "brand"), 0o700), os.WriteFile(filepath.Join(dir, "brand", "logo.svg"), []byte(logo), 0o600)); err != nil {
			t.Fatal(err)
		}
		out, err := alone.Await(t.Context(), render.Job{Spec: m, Dir: dir, WorkDir: t.TempDir()}, func(string, float64) {})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	ids := queuetest.Submit(t, s.queue,
		queuetest.Task("a", spec(t, short), func(s *queue.Submission) { s.Files = map[string]string{"brand/logo.svg": sum} }),
		queuetest.Task("a", spec(t, long)))
	first, second := &counting{Engine: open()}, &counting{Engine: open()}
	s.worker("first", first)
	s.worker("second", second)
	ts := queuetest.Wait(t, s.queue, ids, func(x *queue.Task) bool { return x.State.Ended() })
	for i, m := range []manifest.Spec{short, long} {
		r := ts[i].Results[0]
		if r.Made == nil {
			t.Fatalf("%+v", r.Err)
		}
		out := want(m)
		if b, err := os.ReadFile(out.Results[0].Path); err != nil || !bytes.Equal(b, s.content(r.Made.Video)) {
			t.Errorf("video %d differs from what the engine makes alone (%d and %d bytes, %v)", i, len(b), r.Made.Video.Bytes, err)
		}
		for ext, path := range out.Results[0].Sidecar {
			if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, s.content(r.Made.Sidecars[ext])) {
				t.Errorf("video %d: %s differs (%v)", i, ext, err)
			}
		}
		if r.Made.ScenesRendered != out.ScenesRendered || r.Made.ScenesReused != out.ScenesReused || strings.Join(r.Made.Notes, "|") != strings.Join(out.Notes, "|") {
			t.Errorf("video %d: %d scenes drawn and %d reused, alone %d and %d; notes %q, alone %q", i, r.Made.ScenesRendered, r.Made.ScenesReused, out.ScenesRendered, out.ScenesReused, r.Made.Notes, out.Notes)
		}
	}
	if first.shares.Load()+second.shares.Load() < 2 || first.units.Load() == 0 || second.units.Load() == 0 {
		t.Errorf("the long video was not spread: %d and %d shares", first.shares.Load(), second.shares.Load())
	}
}

// counting is an engine that counts what it was asked for.
type counting struct {
	worker.Engine
	units, shares atomic.Int64
}

func (c *counting) Draw(ctx context.Context, job render.Job, variant, part, parts int, p render.Pieces, progress render.Progress) (int, error) {
	c.units.Add(1)
	c.shares.Add(1)
	return c.Engine.Draw(ctx, job, variant, part, parts, p, progress)
}

func (c *counting) Result(ctx context.Context, job render.Job, variant int, p render.Pieces, progress render.Progress) (render.Outcome, error) {
	c.units.Add(1)
	return c.Engine.Result(ctx, job, variant, p, progress)
}

// fake is an engine that writes a few bytes, or fails.
type fake struct {
	worker.Engine
	err error
}

func (f fake) Result(_ context.Context, job render.Job, variant int, _ render.Pieces, progress render.Progress) (render.Outcome, error) {
	var refusal *render.Failure
	if errors.As(f.err, &refusal) {
		about := *refusal
		about.Message = strings.ReplaceAll(about.Message, "DIR", job.Dir)
		return render.Outcome{}, &about
	}
	if f.err != nil {
		return render.Outcome{}, f.err
	}
	progress("draw", 50)
	path := filepath.Join(job.WorkDir, "result.mp4")
	err := os.WriteFile(path, []byte{'v', byte('0' + variant)}, 0o600)
	return render.Outcome{Results: []render.Result{{Path: path, Seconds: 5, Width: 128, Height: 72}}, ScenesRendered: 1}, err
}

func (fake) Storyboard(_ context.Context, _ render.Job, w io.Writer) error {
	_, err := io.WriteString(w, "scenes: []\n")
	return err
}

// TestDeliveries: one signed POST a result and one PUT with type and length, tried
// again until they are taken.
func TestDeliveries(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	var mu sync.Mutex
	posts, puts := map[string][]http.Header{}, map[string]string{}
	var bodies []string
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		mu.Lock()
		defer mu.Unlock()
		if r.Method == http.MethodPut {
			puts[string(body)] = r.Header.Get("Content-Type")
			if r.ContentLength != 2 {
				t.Errorf("a PUT of %d bytes", r.ContentLength)
			}
			return
		}
		id := r.Header.Get("webhook-id")
		posts[id] = append(posts[id], r.Header)
		bodies = append(bodies, string(body))
		if got, want := r.Header.Get("webhook-signature"), worker.Signature([]byte("shared secret"), id, r.Header.Get("webhook-timestamp"), body); got != want {
			t.Errorf("signed %q, want %q", got, want)
		}
		if len(posts[id]) == 1 {
			w.WriteHeader(http.StatusBadGateway)
		}
	}))
	defer receiver.Close()
	s.worker("w", fake{})
	ids := queuetest.Submit(t, s.queue, queuetest.Task("a", func(x *queue.Submission) {
		x.Results, x.Webhook, x.Upload = 2, receiver.URL+"/hook?token=1", receiver.URL+"/put"
	}))
	queuetest.Wait(t, s.queue, ids, func(x *queue.Task) bool {
		mu.Lock()
		defer mu.Unlock()
		n := 0
		for _, tries := range posts {
			n += len(tries)
		}
		return x.State == queue.Done && len(posts) == 2 && n == 4 && len(puts) == 2
	})
	if puts["v0"] != "video/mp4" || puts["v1"] != "video/mp4" {
		t.Error(puts)
	}
	for _, b := range bodies {
		var got struct {
			Data []struct{ TaskUUID, VideoUUID, VideoURL, Status string }
		}
		if err := json.Unmarshal([]byte(b), &got); err != nil || len(got.Data) != 1 || got.Data[0].TaskUUID != ids[0] || got.Data[0].Status != "success" || !strings.Contains(got.Data[0].VideoURL, "sig=") {
			t.Errorf("%s: %v", b, err)
		}
	}
}

// TestVoicesAreNoFilesOfTheWorker: no way of naming a voice makes a worker open a file
// of its own, or run a model that a client has sent.
func TestVoicesAreNoFilesOfTheWorker(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	e, err := engine.New(engine.Options{CacheDir: t.TempDir(), Strangers: true})
	if err != nil {
		t.Fatal(err)
	}
	s.worker("w", e)
	const ann = "speakers: [{name: Ann, voice: {gender: female}}]\n"
	board := func(voice string) func(*queue.Submission) {
		return func(sub *queue.Submission) {
			sub.Spec = []byte(`{"positivePrompt":"x","storyboard":"board.yaml"}`)
			sub.Files = map[string]string{"model.onnx": s.file("a model"), "board.yaml": s.file("storyboard: 1\nlanguage: en\nwidth: 320\nheight: 180\nfps: 30\nseconds: 5\n" + voice +
				"scenes:\n  - {id: s1, kind: title, say: Hello there., headline: Hello, speaker: Ann}\n")}
		}
	}
	for name, edit := range map[string]func(*queue.Submission){
		"entry": func(sub *queue.Submission) {
			sub.Spec = []byte(`{"positivePrompt":"x","voice":{"name":"/etc/voice.onnx"}}`)
		},
		"bare":    func(sub *queue.Submission) { sub.Spec = []byte(`{"positivePrompt":"x","voice":{"name":"Voice.ONNX"}}`) },
		"board":   board("voice: {name: /etc/voice.onnx}\n" + ann),
		"sent":    board("voice: {name: ./model.onnx}\n" + ann),
		"speaker": board("speakers: [{name: Ann, voice: {name: ../../voices}}]\n"),
	} {
		ids := queuetest.Submit(t, s.queue, queuetest.Task("a", edit))
		r := queuetest.Wait(t, s.queue, ids, func(x *queue.Task) bool { return x.State.Ended() })[0].Results[0]
		if r.Err == nil || r.Err.Code != "invalidVoice" || r.Attempts != 1 || !strings.Contains(r.Err.Message, "by name only") {
			t.Errorf("%s: attempt %d: %v", name, r.Attempts, r.Err)
		}
	}
}

// TestFailuresAreToldToTheClient: what the engine refuses fails at once, in its words;
// where things lie here is told to nobody.
func TestFailuresAreToldToTheClient(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		err      error
		edit     func(*queue.Submission)
		code     string
		attempts int
		says     string
	}{
		"refused":   {err: &render.Failure{Class: render.ClassValidation, Code: "narrationTooLong", Message: "too long"}, code: "narrationTooLong", attempts: 1},
		"named":     {err: &render.Failure{Class: render.ClassNotFound, Code: "missingFile", Message: "DIR/brand/logo.svg is no picture; 24/7 is"}, code: "missingFile", attempts: 1, says: "brand/logo.svg is no picture; 24/7 is"},
		"broken":    {err: errors.New("ffmpeg: " + os.TempDir() + "/unit-1/x: exit 1"), code: "inferenceError", attempts: 3},
		"elsewhere": {err: errors.New("write /mnt/farm/media/c1/.7.partial: exit 1"), code: "inferenceError", attempts: 3},
		"traversal": {edit: func(s *queue.Submission) { s.Files = map[string]string{"../../etc/cron.d/x": strings.Repeat("0", 64)} }, code: "invalidRender", attempts: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			s.worker("w", fake{err: c.err})
			edit := c.edit
			if edit == nil {
				edit = func(*queue.Submission) {}
			}
			ids := queuetest.Submit(t, s.queue, queuetest.Task("a", edit))
			r := queuetest.Wait(t, s.queue, ids, func(x *queue.Task) bool { return x.State.Ended() })[0].Results[0]
			if r.Err == nil || r.Err.Code != c.code || r.Attempts != c.attempts || strings.Contains(r.Err.Message, os.TempDir()) || strings.Contains(r.Err.Message, "farm") || c.says != "" && r.Err.Message != c.says {
				t.Errorf("%+v: %v", r, r.Err)
			}
		})
	}
}
