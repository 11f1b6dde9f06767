package runware_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/disk"
	"gitops.video/render/render/parcel"
	"gitops.video/render/render/runware"
	"gitops.video/render/render/runware/runwaretest"
)

// filesOf answers for folders as the program does.
func filesOf(t testing.TB) func(dir string) (render.Files, error) {
	return func(dir string) (render.Files, error) {
		d, err := disk.Open(dir, "videos", disk.OpenHashes(dir, time.Now))
		if err != nil {
			return nil, err
		}
		t.Cleanup(func() { _ = d.Close() })
		return d.Files(), nil
	}
}

// write makes a file of n bytes and gives its name.
func write(t testing.TB, dir, name string, n int) string {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, bytes.Repeat([]byte(name), n/len(name)+1)[:n], 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// rich is an entry that no field of the API can tell.
func rich(t testing.TB, dir string) manifest.Spec {
	yes := true
	return manifest.Spec{
		Model: "heygen:video-agent@0", PositivePrompt: "Say hello.", Width: 1280, Height: 720, Duration: 30, NumberResults: 2,
		Inputs: &manifest.Inputs{Image: write(t, dir, "tiny.png", 5)},
		Brand:  &manifest.Brand{Name: "acme", Logo: write(t, dir, "brand/logo.svg", 40), LowerThird: &yes},
		Voice:  &manifest.Voice{Name: "maya", Sample: write(t, dir, "voice.wav", 300_000)}, Captions: &manifest.Captions{Mode: "word"},
		Music: &manifest.Music{File: write(t, dir, "bed.mp3", 70_000)}, Assets: []manifest.Asset{{Path: write(t, dir, "solo.jpg", 100), Tags: []string{"sea"}}},
		Context: []string{write(t, dir, "empty.md", 0)}, Edits: []string{"shorter"}, Pronounce: map[string]string{"SQL": "sequel"}, Language: "de",
		Mentions: []string{write(t, dir, "solo.txt", 10)},
	}
}

func TestWholeEntry(t *testing.T) {
	inWorld(t, runwaretest.Options{Extension: true, Delay: time.Minute}, func(t *testing.T, w *world) {
		w.cfg.Files = filesOf(t)
		p, job := w.provider(), w.job("a")
		job.Spec = rich(t, w.dir)
		composed, err := p.Compose(job.Spec, w.dir)
		if err != nil || !reflect.DeepEqual(composed, job.Spec) {
			t.Fatalf("composed to %+v, %v", composed, err)
		}
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		got, err := parcel.Unpack(*w.server.Task(job.TaskUUID))
		got.DeliveryMethod, got.IncludeCost = "", nil // the client's own wishes
		got.Mentions = job.Spec.Mentions              // no field, but files
		if err != nil || !reflect.DeepEqual(got, job.Spec) {
			t.Errorf("the server has %+v, %v", got, err)
		}
		seen := map[string]bool{}
		out, err := p.Await(t.Context(), job, func(phase string, _ float64) { seen[phase] = true })
		if err != nil {
			t.Fatal(err)
		}
		if !seen["draw"] {
			t.Errorf("phases %v", seen)
		}
		if got := strings.Join(out.Notes, ", "); got != "note of result 0, note of result 1" || out.ScenesRendered != 3 || out.ScenesReused != 4 {
			t.Errorf("notes %q, %d rendered, %d reused", got, out.ScenesRendered, out.ScenesReused)
		}
		if err := fetchAll(t.Context(), p, job, out); err != nil {
			t.Fatal(err)
		}
		for n, r := range out.Results {
			if r.UUID != runwaretest.VideoUUID(job.TaskUUID, n) {
				t.Errorf("result %d is %s", n, r.UUID)
			}
			if len(r.Sidecar) != 2 || r.Seconds != 30 || r.Width != 1280 {
				t.Errorf("result %+v", r)
			}
			for ext, path := range r.Sidecar {
				data, err := os.ReadFile(path)
				if err != nil || string(data) != runwaretest.Sidecar(job.TaskUUID, n, ext) {
					t.Errorf("%s: %q, %v", path, data, err)
				}
			}
		}
		if asked, sent := w.server.Files(); asked != 7 || sent != 7 {
			t.Errorf("asked for %d files, sent %d, want 7 of each", asked, sent)
		}
		// The next entry with the same files sends none, in this process and in others.
		for _, p := range []*runware.Provider{p, w.provider()} {
			next := job
			next.TaskUUID = render.TaskUUID("project", "b", "sha256:b", int(time.Now().UnixNano()))
			if err := p.Submit(t.Context(), next); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second)
		}
		if asked, sent := w.server.Files(); asked != 14 || sent != 7 {
			t.Errorf("asked for %d files, sent %d", asked, sent)
		}
	})
}

// A server without the extension never sees the field, whatever the entry says.
func TestNoExtension(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		w.cfg.Files = filesOf(t)
		p, job := w.provider(), w.job("a")
		job.Spec.Style, job.Spec.Edits = "calm", []string{"shorter"}
		var err error
		if job.Spec, err = p.Compose(job.Spec, w.dir); err != nil {
			t.Fatal(err)
		}
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		got := w.server.Task(job.TaskUUID)
		if got.Render != nil || !strings.Contains(got.PositivePrompt, "STYLE: calm") {
			t.Errorf("sent %+v", got)
		}
		if n := w.server.Books().Requests; n != 4 { // ping, poll, archive, submit
			t.Errorf("%d requests", n)
		}
	})
}

// The provider's own hosts are not asked at all.
func TestHostedIsNotAsked(t *testing.T) {
	for _, base := range []string{"https://api.runware.ai/v1", "https://API.runware.ai./v1", "https://eu.api.runware.ai:443/v1"} {
		var calls atomic.Int64
		p, err := runware.New(runware.Config{APIKey: runwaretest.Key, BaseURL: base, Files: filesOf(t), Transport: roundTrip(func(*http.Request, string) (int, string, string) {
			calls.Add(1)
			return 200, "Render-Extension: 1", `{"data":[]}`
		})})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Compose(manifest.Spec{PositivePrompt: "Hi.", Style: "calm"}, t.TempDir()); err != nil {
			t.Fatal(err)
		}
		if n := calls.Load(); n != 0 {
			t.Errorf("%s was called %d times", base, n)
		}
	}
}

// What a server said holds while it cannot be asked, so that a plan made on the train
// is the plan made at home; when it says something else, that holds from then on.
func TestAdvertisementIsRemembered(t *testing.T) {
	cache := t.TempDir()
	inWorld(t, runwaretest.Options{Extension: true, Key: "another"}, func(t *testing.T, w *world) {
		w.cfg.Files, w.cfg.CacheDir = filesOf(t), cache
		extended := func() bool {
			t.Helper()
			s, err := w.provider().Compose(manifest.Spec{PositivePrompt: "Hi.", Style: "calm"}, w.dir)
			if err != nil {
				t.Fatal(err)
			}
			return s.Style == "calm"
		}
		w.wire.away(syscall.ECONNREFUSED)
		if extended() {
			t.Error("a server that never answered has the extension")
		}
		w.wire.away(nil)
		if !extended() { // although it refuses the key
			t.Error("the server's word was not heard")
		}
		for range 2 {
			w.wire.away(syscall.ECONNREFUSED)
			if !extended() {
				t.Error("what the server said was forgotten")
			}
		}
		w.wire.away(nil)
		began := time.Now()
		w.inject("ping:stall", 1)
		if !extended() || time.Since(began) > 3*time.Second {
			t.Errorf("a server that hangs: waited %s", time.Since(began))
		}
		w.inject("ping:html", 1)
		if !extended() {
			t.Error("a proxy's page was taken for the server's word")
		}
		other := w.cfg
		other.BaseURL = "http://other.test/v1"
		w.wire.away(syscall.ECONNREFUSED)
		if p, err := runware.New(other); err != nil {
			t.Fatal(err)
		} else if s, _ := p.Compose(manifest.Spec{PositivePrompt: "Hi.", Style: "calm"}, w.dir); s.Style == "calm" {
			t.Error("one server's word was taken for another's")
		}
		w.wire.away(nil)
		w.server.Retire()
		if extended() {
			t.Error("the server lost the extension and nobody noticed")
		}
		w.wire.away(syscall.ECONNREFUSED)
		if extended() {
			t.Error("what the server said last was forgotten")
		}
	})
}

// Where a server never said anything and cannot be asked, as on a fresh CI runner, the
// lockfile tells what it takes; when it can be asked after all, its word counts.
func TestLockfileTellsTheForm(t *testing.T) {
	whole := `{"positivePrompt":"Hi.","provider":"runware","recipe":1,"style":"calm"}`
	plain := `{"positivePrompt":"Hi.\n\nSTYLE: calm","provider":"runware","recipe":1}`
	elsewhere := `{"positivePrompt":"Hi.","provider":"local","recipe":1,"style":"calm"}`
	inWorld(t, runwaretest.Options{Extension: true}, func(t *testing.T, w *world) {
		w.cfg.Files = filesOf(t)
		plan := func(tasks ...string) (p *runware.Provider, extended bool) {
			t.Helper()
			w.wire.away(syscall.ECONNREFUSED)
			p = w.provider()
			p.Recall(func(yield func(json.RawMessage) bool) {
				for _, task := range tasks {
					if !yield(json.RawMessage(task)) {
						return
					}
				}
			})
			s, err := p.Compose(manifest.Spec{PositivePrompt: "Hi.", Style: "calm"}, w.dir)
			if err != nil {
				t.Fatal(err)
			}
			w.wire.away(nil)
			return p, s.Style == "calm"
		}
		for _, tt := range []struct {
			tasks    []string
			extended bool
		}{{nil, false}, {[]string{plain}, false}, {[]string{elsewhere, "", "null"}, false}, {[]string{plain, whole}, true}} {
			p, extended := plan(tt.tasks...)
			if extended != tt.extended {
				t.Errorf("after %q entries are sent whole: %v", tt.tasks, extended)
			}
			if p.Info().Paid == tt.extended {
				t.Errorf("after %q paid: %v", tt.tasks, p.Info().Paid)
			}
			err := p.Check(t.Context(), []render.Job{w.job("a")})
			if f, ok := errors.AsType[*render.Failure](err); tt.extended != (err == nil) || !tt.extended && (!ok || f.Code != "serverChanged") {
				t.Errorf("after %q the server, which takes whole entries, is met with %v", tt.tasks, err)
			}
		}
		w.server.Retire()
		p, _ := plan(whole)
		err := p.Check(t.Context(), []render.Job{w.job("a")})
		if f, ok := errors.AsType[*render.Failure](err); !ok || !strings.Contains(f.Message, "does not take whole entries") {
			t.Errorf("a server that takes none is met with %v", err)
		}
	})
}

// A server that has lost files is given them again, under the same UUID.
func TestMissingFile(t *testing.T) {
	inWorld(t, runwaretest.Options{Extension: true}, func(t *testing.T, w *world) {
		w.cfg.Files = filesOf(t)
		p, job := w.provider(), w.job("a")
		job.Spec = rich(t, w.dir)
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		w.server.ForgetFiles()
		next := job
		next.TaskUUID, next.Spec.PositivePrompt = w.job("b").TaskUUID, "Say goodbye."
		if err := p.Submit(t.Context(), next); err != nil {
			t.Fatal(err)
		}
		if k := w.server.Task(next.TaskUUID); k == nil {
			t.Error("the task was not accepted")
		}
		if _, sent := w.server.Files(); sent != 14 {
			t.Errorf("%d files were sent, want 14", sent)
		}
		w.clean()
	})
}

// A server that never has what it was given is no endless loop.
func TestMissingFileForEver(t *testing.T) {
	inWorld(t, runwaretest.Options{Extension: true}, func(t *testing.T, w *world) {
		w.cfg.Files = filesOf(t)
		p, job := w.provider(), w.job("a")
		job.Spec = rich(t, w.dir)
		w.server.Leak()
		err := p.Submit(t.Context(), job)
		f, ok := errors.AsType[*render.Failure](err)
		if !ok || f.Class != render.ClassValidation || !strings.Contains(f.Message, "brand/logo.svg") {
			t.Errorf("got %v", err)
		}
	})
}

func TestFileErrors(t *testing.T) {
	inWorld(t, runwaretest.Options{Extension: true}, func(t *testing.T, w *world) {
		w.cfg.Files = filesOf(t)
		job := w.job("a")
		job.Spec.Music = &manifest.Music{File: "gone.mp3"}
		err := w.provider().Submit(t.Context(), job)
		if f, ok := errors.AsType[*render.Failure](err); !ok || f.Class != render.ClassValidation || !strings.Contains(f.Message, `music.file: there is no file "gone.mp3"`) {
			t.Errorf("a missing file: %v", err)
		}
		// The plan hashed one content, and at the submit there is another.
		job.Spec.Music.File = write(t, w.dir, "bed.mp3", 5000)
		open := w.cfg.Files
		w.cfg.Files = func(dir string) (render.Files, error) {
			f, err := open(dir)
			if err == nil {
				_, err = f.Hash("bed.mp3")
			}
			write(t, w.dir, "bed.mp3", 4000)
			return f, err
		}
		err = w.provider().Submit(t.Context(), job)
		if f, ok := errors.AsType[*render.Failure](err); !ok || f.Code != "fileChanged" {
			t.Errorf("a file that changed: %v", err)
		}
		if w.server.Task(job.TaskUUID) != nil {
			t.Error("the task was sent")
		}
	})
}

// What is plain at plan time is said at plan time, for such a server, too; and what
// only the API minds is not.
func TestComposeChecksWholeEntries(t *testing.T) {
	inWorld(t, runwaretest.Options{Extension: true}, func(t *testing.T, w *world) {
		w.cfg.Files = filesOf(t)
		p := w.provider()
		for field, s := range map[string]manifest.Spec{
			"uploadEndpoint": {UploadEndpoint: "https://u.example", NumberResults: 2},
			"inputs":         {Inputs: &manifest.Inputs{Image: "tiny.png", Avatar: "ada"}},
		} {
			_, err := p.Compose(s, w.dir)
			if f, ok := errors.AsType[*render.FieldError](err); !ok || f.Field != field {
				t.Errorf("%s: %v", field, err)
			}
		}
		if _, err := p.Compose(manifest.Spec{PositivePrompt: "Hi.", Inputs: &manifest.Inputs{Image: write(t, w.dir, "tiny.png", 5)}}, w.dir); err != nil {
			t.Error(err)
		}
	})
}

// A server of one's own may want no key, and is asked more often.
func TestServerWithoutKeys(t *testing.T) {
	inWorld(t, runwaretest.Options{Extension: true, Key: "-", Delay: 10 * time.Second}, func(t *testing.T, w *world) {
		w.cfg.APIKey = ""
		w.cfg.Files = filesOf(t)
		began := time.Now()
		w.whole(w.job("a"))
		if d := time.Since(began); d > 17*time.Second {
			t.Errorf("a video of 10 s took %s", d)
		}
		// Without the extension a missing key is still found before anything is sent.
		w.server.Retire()
		err := w.provider().Submit(t.Context(), w.job("b"))
		if f, ok := errors.AsType[*render.Failure](err); !ok || f.Code != "missingApiKey" {
			t.Errorf("got %v", err)
		}
	})
}

// Sidecars whose URL has expired are asked for anew, like videos.
func TestSidecarExpires(t *testing.T) {
	inWorld(t, runwaretest.Options{Extension: true}, func(t *testing.T, w *world) {
		w.cfg.Files = filesOf(t)
		p, job := w.provider(), w.job("a")
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		out, err := p.Await(t.Context(), job, nil)
		if err != nil {
			t.Fatal(err)
		}
		w.inject("download:expired", 2) // the video's URL, and with it the sidecars'
		if err := fetchAll(t.Context(), p, job, out); err != nil {
			t.Fatal(err)
		}
		for ext, path := range out.Results[0].Sidecar {
			if data, err := os.ReadFile(path); err != nil || string(data) != runwaretest.Sidecar(job.TaskUUID, 0, ext) {
				t.Errorf("%s: %q, %v", path, data, err)
			}
		}
	})
}

// Many entries share their files: each is asked for and sent once, a few at a time,
// and not held in memory.
func TestFilesAreStreamed(t *testing.T) {
	const size = 200 << 20
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "clip.mp4"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(size), f.Close()); err != nil { // sparse: it costs no disk
		t.Fatal(err)
	}
	var got, puts atomic.Int64
	h := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Render-Extension", "1")
		switch r.Method {
		case http.MethodHead:
			rw.WriteHeader(http.StatusNotFound)
		case http.MethodPut:
			puts.Add(1)
			buf := make([]byte, 64<<10)
			for {
				n, err := r.Body.Read(buf)
				got.Add(int64(n))
				if err != nil {
					break
				}
			}
			rw.WriteHeader(http.StatusCreated)
		default:
			var tasks []map[string]any
			_ = json.NewDecoder(r.Body).Decode(&tasks)
			var items []any
			for _, k := range tasks {
				if k["taskType"] == "videoInference" {
					items = append(items, map[string]any{"taskType": k["taskType"], "taskUUID": k["taskUUID"]})
				}
			}
			_ = json.NewEncoder(rw).Encode(map[string]any{"data": items})
		}
	}))
	defer h.Close()
	p, err := runware.New(runware.Config{APIKey: runwaretest.Key, BaseURL: h.URL + "/v1", Files: filesOf(t)})
	if err != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	var peak atomic.Uint64
	var watching sync.WaitGroup
	runtime.GC()
	var base runtime.MemStats
	runtime.ReadMemStats(&base)
	watching.Go(func() {
		var m runtime.MemStats
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
				runtime.ReadMemStats(&m)
				peak.Store(max(peak.Load(), m.HeapAlloc))
			}
		}
	})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			job := jobOf(dir, string(rune('a'+i)), 1)
			job.Spec.Assets = []manifest.Asset{{Path: "clip.mp4"}}
			if err := p.Submit(context.Background(), job); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	close(stop)
	watching.Wait()
	if puts.Load() != 1 || got.Load() != size {
		t.Errorf("%d files, %d bytes arrived", puts.Load(), got.Load())
	}
	if grown := int64(peak.Load()) - int64(base.HeapAlloc); grown > 32<<20 {
		t.Errorf("the heap grew by %d MB while %d MB were sent", grown>>20, size>>20)
	}
}

// away makes dials fail, nil lets them through again.
func (l *pipes) away(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.refuse = err
	if err != nil {
		for _, c := range l.open {
			_ = c.Close()
		}
		l.open = nil
	}
}
