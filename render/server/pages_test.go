package server_test

import (
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"gitops.video/render/render/server"
	"gitops.video/render/render/server/dashboard"
	"gitops.video/render/render/server/keys"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

// visitor is a browser that has nothing but its cookies.
type visitor struct {
	t testing.TB
	w *world
	c http.Client
}

func (w *world) visit(t testing.TB) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &visitor{t: t, w: w, c: http.Client{Jar: jar}}
}

func (v *visitor) do(method, target string, form url.Values) (int, string, string) {
	v.t.Helper()
	r, err := http.NewRequestWithContext(v.t.Context(), method, v.w.url+target, strings.NewReader(form.Encode()))
	if err != nil {
		v.t.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	resp, err := v.c.Do(r)
	if err != nil {
		v.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return resp.StatusCode, resp.Request.URL.Path, string(body)
}

func (w *world) showDashboard(t testing.TB) {
	t.Helper()
	if err := w.ShowDashboard(t.Context(), dashboard.Config{Version: "v1"}); err != nil {
		t.Fatal(err)
	}
}

func TestDashboardWithKeys(t *testing.T) {
	w := start(t, nil)
	w.showDashboard(t)
	alice, bob := w.visit(t), w.visit(t)
	if code, path, _ := alice.do(http.MethodGet, "/", nil); code != http.StatusOK || path != "/login" {
		t.Errorf("a stranger gets %d at %s", code, path)
	}
	if code, _, _ := alice.do(http.MethodPost, "/login", url.Values{"key": {"wrong"}}); code != http.StatusForbidden {
		t.Errorf("a wrong key: %d", code)
	}
	for v, key := range map[*visitor]string{alice: aliceKey, bob: bobKey} {
		if code, path, body := v.do(http.MethodPost, "/login", url.Values{"key": {key}}); code != http.StatusOK || path != "/" || !strings.Contains(body, "Nothing has been asked for yet") {
			t.Errorf("%d at %s: %s", code, path, body)
		}
	}
	// The form goes the way of the API: the same checks, the same owner.
	id := uuid.NewString()
	form := url.Values{"taskUUID": {id}, "positivePrompt": {"Explain tides."}, "size": {"1280x720"}, "duration": {"4"}, "style": {"bold"}, "outputFormat": {"MP4"}, "numberResults": {"1"}}
	if code, _, body := alice.do(http.MethodPost, "/new", form); code != http.StatusUnprocessableEntity || !strings.Contains(body, `id="duration-error"><p class="wrong">`) {
		t.Errorf("four seconds: %d\n%s", code, body)
	}
	form.Set("duration", "20")
	for range 2 { // sent twice it is one task
		if code, path, body := alice.do(http.MethodPost, "/new", form); code != http.StatusOK || path != "/tasks/"+id || !strings.Contains(body, "Waiting for a worker") {
			t.Errorf("%d at %s\n%s", code, path, body)
		}
	}
	task, err := w.queue.Task(t.Context(), "", id)
	if err != nil || task == nil || !strings.HasPrefix(task.Owner, "key-") || !strings.Contains(string(task.Spec), `"style":"bold"`) {
		t.Fatalf("%+v, %v", task, err)
	}
	if code, _, body := bob.do(http.MethodGet, "/tasks/"+id, nil); code != http.StatusNotFound || strings.Contains(body, "tides") {
		t.Errorf("bob sees alice's task: %d", code)
	}
	if _, _, body := bob.do(http.MethodGet, "/?q=tides", nil); strings.Contains(body, id) {
		t.Error("bob finds alice's task")
	}
	// A frame that is not drawn yet is no error, and nobody else's.
	if code, _, _ := alice.do(http.MethodGet, "/frames/"+id+"/0", nil); code != http.StatusNoContent {
		t.Errorf("no frame yet: %d", code)
	}
	if code, _, _ := bob.do(http.MethodGet, "/frames/"+id+"/0", nil); code != http.StatusNotFound {
		t.Errorf("a frame of alice's: %d", code)
	}
}

func TestDashboardWithoutKeys(t *testing.T) {
	w := start(t, func(o *server.Options) { o.Keys = &keys.Ring{} })
	w.showDashboard(t)
	v := w.visit(t)
	id := uuid.NewString()
	if code, path, _ := v.do(http.MethodPost, "/new", url.Values{"taskUUID": {id}, "positivePrompt": {"Explain tides."}, "duration": {"20"}}); code != http.StatusOK || path != "/tasks/"+id {
		t.Fatalf("%d at %s", code, path)
	}
	if task, err := w.queue.Task(t.Context(), keys.Local.Name, id); err != nil || task == nil {
		t.Errorf("the task is not the local owner's: %v", err)
	}
	if _, _, body := v.do(http.MethodGet, "/", nil); !strings.Contains(body, "Explain tides.") {
		t.Error("the task is not on the board")
	}
	// Pages and scripts of other sites, and names that were made to lead here, get nothing.
	for name, h := range map[string]http.Header{"site": {"Sec-Fetch-Site": {"cross-site"}}, "origin": {"Origin": {"https://evil.example"}}, "name": {"Host": {"evil.example"}}} {
		h.Set("Content-Type", "application/x-www-form-urlencoded")
		if resp, _ := w.request(http.MethodPost, "/new", h, strings.NewReader("positivePrompt=x")); resp.StatusCode < 400 {
			t.Errorf("%s: %d", name, resp.StatusCode)
		}
	}
}

// Watched pages do not hold up the end of the server.
func TestDashboardLetsGo(t *testing.T) {
	w := start(t, func(o *server.Options) { o.Keys = &keys.Ring{} })
	w.showDashboard(t)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, w.url+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	began := time.Now()
	time.AfterFunc(200*time.Millisecond, func() { _ = w.Close() }) // what it gives is looked at when the test ends
	body, err := io.ReadAll(resp.Body)
	if err != nil || !strings.Contains(string(body), "event: patch") || time.Since(began) > 5*time.Second {
		t.Errorf("after %s: %v\n%s", time.Since(began), err, body)
	}
}

func TestReadyTellsWhy(t *testing.T) {
	w := start(t, nil)
	w.key = ""
	if resp, body := w.request(http.MethodGet, "/readyz?verbose", nil, nil); resp.StatusCode != http.StatusOK || body != "database: ok\nbucket: ok\nworkers: none, tasks are accepted and wait\nready\n" {
		t.Errorf("%d %q", resp.StatusCode, body)
	}
	queuetest.Work(t, w.queue, &queuetest.Runner{}, queue.WorkOptions{Slots: 3})
	queuetest.Work(t, w.queue, &queuetest.Runner{}, queue.WorkOptions{ID: "delivers", Deliveries: 2}) // and is no worker for who waits for a video
	for end := time.Now().Add(10 * time.Second); ; {
		_, body := w.request(http.MethodGet, "/readyz?verbose", nil, nil)
		if strings.Contains(body, "workers: 1, 0 of 3 slots busy") {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("%q", body)
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if resp, body := w.request(http.MethodGet, "/readyz?verbose", nil, nil); resp.StatusCode != http.StatusServiceUnavailable || body != "server: shutting down\nnot ready\n" {
		t.Errorf("%d %q", resp.StatusCode, body)
	}
}
