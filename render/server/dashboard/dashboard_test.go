package dashboard_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render/parcel"
	"gitops.video/render/render/server/dashboard"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

func TestBoard(t *testing.T) {
	t.Parallel()
	h := dashboard.New(config(furnish()))
	body := get(t, h, "/").Body.String()
	for _, want := range []string{"<b>60</b> <span>All</span>", "31 videos, 1042 s", "3 of 8 slots busy", "narrationTooLong"[:0] + "the text takes 41.2 s to speak", "Older tasks",
		`value="42"`, "Drawing", "/media/" + id(1007) + ".jpg?expires=1&amp;sig=2", "silent since", "render-a"} {
		if !strings.Contains(body, want) {
			t.Errorf("the board lacks %q", want)
		}
	}
	for target, want := range map[string]int{"/?state=failed": 6, "/?q=refund": 10, "/?q=refund&state=queued": 1, "/?q=" + id(12)[:8]: 1, "/?owner=support": 30, "/?q=%3Cnone%3E": 0, "/?state=odd": 40} {
		if got := strings.Count(get(t, h, target).Body.String(), `id="row-`); got != want {
			t.Errorf("%s shows %d tasks, want %d", target, got, want)
		}
	}
	page := get(t, h, "/").Body.String()
	_, rest, _ := strings.Cut(page, `class="more"><a href="`)
	next, _, _ := strings.Cut(rest, `"`)
	if got := strings.Count(get(t, h, strings.ReplaceAll(next, "&amp;", "&")).Body.String(), `id="row-`); got != 20 {
		t.Errorf("the second page (%s) shows %d tasks", next, got)
	}
}

func TestEmptyBoard(t *testing.T) {
	t.Parallel()
	body := get(t, dashboard.New(config(&shelf{})), "/").Body.String()
	for _, want := range []string{"Nothing has been asked for yet", "No worker has been heard lately"} {
		if !strings.Contains(body, want) {
			t.Errorf("lacks %q", want)
		}
	}
}

func TestTaskPages(t *testing.T) {
	t.Parallel()
	s := furnish()
	s.put(&queue.Task{Submission: queue.Submission{UUID: id(900), Owner: "marketing", Results: 2}, State: queue.Done, Submitted: noon, Started: noon, Finished: noon.Add(time.Minute),
		Results: []queue.Result{
			{State: queue.Done, VideoUUID: id(901), Expired: true, Made: &queue.Made{Seconds: 20, Width: 1280, Height: 720, NSFW: true}, Undelivered: []queue.Failure{{Code: "uploadFailed", Message: "storage.example answers 403"}}},
			{Index: 1, State: queue.Failed, Err: &queue.Failure{Code: "inferenceError", Message: "<script>alert(1)</script>"}},
		}}, manifest.Spec{PositivePrompt: "<img src=x onerror=alert(1)>"})
	h := dashboard.New(config(s))
	for target, wants := range map[string][]string{
		"/tasks/" + id(7):   {"<video", `kind="captions"`, "Would you hear a pipe drip", "4.8 MB", "6 scenes drawn, 2 reused", "18 % is shown as a chart", "4711"},
		"/tasks/" + id(4):   {"data-events=\"/events?task=" + id(4), "Drawing", "51 %"},
		"/tasks/" + id(9):   {"narrationTooLong", "set duration to 42"},
		"/tasks/" + id(1):   {"Waiting for a worker"},
		"/tasks/" + id(900): {"uploadFailed", "storage.example answers 403", "Its time to live is over", "&lt;script&gt;", "&lt;img src=x"},
	} {
		w := get(t, h, target)
		for _, want := range wants {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s (%d) lacks %q", target, w.Code, want)
			}
		}
		if strings.Contains(w.Body.String(), "<img src=x") || strings.Contains(w.Body.String(), "<script>") {
			t.Errorf("%s lets markup through", target)
		}
	}
	for _, target := range []string{"/tasks/" + id(5000), "/tasks/x", "/elsewhere"} {
		if w := get(t, h, target); w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "There is no such") {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

// Everything that is not this server's own is refused: scripts in the page, frames,
// other sites' posts.
func TestGuards(t *testing.T) {
	t.Parallel()
	var sent []wire.Task
	c := config(furnish())
	c.Submit = func(_ *http.Request, _ dashboard.Who, task wire.Task) []wire.Error {
		sent = append(sent, task)
		return nil
	}
	h := dashboard.New(c)
	for _, target := range []string{"/", "/new", "/tasks/" + id(7), "/assets/script.js", "/nothing"} {
		head := get(t, h, target).Header()
		csp := head.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || !strings.Contains(csp, "frame-ancestors 'none'") || head.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", target, head)
		}
	}
	for name, change := range map[string]func(*http.Request){
		"another site":   func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"another port":   func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") },
		"an old browser": func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") },
	} {
		r := httptest.NewRequest(http.MethodPost, "http://localhost:8080/new", strings.NewReader(url.Values{"positivePrompt": {"x"}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		change(r)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code < 400 || len(sent) > 0 {
			t.Errorf("%s: %d, %d tasks sent", name, w.Code, len(sent))
		}
	}
}

func TestForm(t *testing.T) {
	t.Parallel()
	var sent []wire.Task
	answer := []wire.Error(nil)
	queued := furnish()
	c := config(queued)
	c.Submit = func(_ *http.Request, _ dashboard.Who, task wire.Task) []wire.Error {
		sent = append(sent, task)
		return answer
	}
	h := dashboard.New(c)
	post := func(v url.Values) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, "http://localhost:8080/new", strings.NewReader(v.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	full := url.Values{"taskUUID": {id(77)}, "positivePrompt": {" Say hello. "}, "size": {"1080x1920"}, "duration": {"20"}, "avatar": {"ada"}, "voice": {"emma"}, "style": {"bold"},
		"language": {"de"}, "captions": {"off"}, "music": {"none"}, "outputFormat": {"WEBM"}, "numberResults": {"2"}}
	if w := post(full); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/tasks/"+id(77) {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	got, err := parcel.Unpack(sent[0])
	if err != nil {
		t.Fatal(err)
	}
	got.IncludeCost = nil
	want := manifest.Spec{Model: "heygen:video-agent@0", PositivePrompt: "Say hello.", Width: 1080, Height: 1920, Duration: 20, OutputType: "URL", OutputFormat: "WEBM", NumberResults: 2,
		DeliveryMethod: "async", Inputs: &manifest.Inputs{Avatar: "ada"}, Voice: &manifest.Voice{Name: "emma"}, Style: "bold", Language: "de", Captions: &manifest.Captions{Mode: "off"}, Music: &manifest.Music{Off: true}}
	a, _ := json.Marshal(got)
	b, _ := json.Marshal(want)
	if string(a) != string(b) {
		t.Errorf("sent %s\nwant %s", a, b)
	}
	// Asking for it again is the same form under another UUID.
	queued.put(&queue.Task{Submission: queue.Submission{UUID: id(77), Owner: "alice", Results: 2}, State: queue.Failed, Results: make([]queue.Result, 2)}, got)
	if body := get(t, h, "/tasks/"+id(77)).Body.String(); !strings.Contains(body, `href="/new?like=`+id(77)+`"`) {
		t.Error("a failed task's page does not lead to the form")
	}
	form := get(t, h, "/new?like="+id(77)).Body.String()
	for _, want := range []string{">Say hello.</textarea>", `value="1080x1920" selected`, `name="duration" type="number" min="5" max="300" value="20"`, `value="ada" selected`, `value="emma" selected`,
		`value="bold" selected`, `name="language" value="de"`, `value="off" selected`, `name="music" value="none"`, `<option selected>WEBM`, `max="4" value="2"`} {
		if !strings.Contains(form, want) {
			t.Errorf("asked again, the form lacks %s", want)
		}
	}
	if strings.Contains(form, id(77)) {
		t.Error("asked again under the UUID that is taken")
	}
	if other := get(t, h, "/new?like="+id(78)).Body.String(); !strings.Contains(other, `value="1920x1080" selected`) {
		t.Error("the form is not shown for a task that is not there")
	}
	// A form sent twice is one task.
	answer = []wire.Error{{Code: "conflictTaskUUID", TaskUUID: id(77)}}
	if w := post(full); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/tasks/"+id(77) {
		t.Errorf("sent twice: %d", w.Code)
	}
	// What is wrong stands at its field, and nothing that was filled in is lost.
	answer = []wire.Error{{Code: "unsupportedDuration", Message: "5 to 300 seconds.", Parameters: []string{"duration"}}, {Code: "x", Message: "No such look.", Parameters: []string{"render.spec.style"}}, {Code: "quotaExceeded", Message: "The day's quota is used up."}}
	w := post(full)
	body := w.Body.String()
	for _, want := range []string{`<p class="wrong">5 to 300 seconds.</p>`, `<p class="wrong">No such look.</p>`, "quota is used up", `value="ada" selected`, "Say hello."} {
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, want) {
			t.Errorf("%d lacks %q", w.Code, want)
		}
	}
	sent = nil
	for _, v := range []url.Values{{}, {"positivePrompt": {"x"}, "duration": {"long"}}, {"positivePrompt": {"x"}, "size": {"huge"}}} {
		if w := post(v); w.Code != http.StatusUnprocessableEntity || len(sent) > 0 {
			t.Errorf("%v: %d", v, w.Code)
		}
	}
}

func TestSignIn(t *testing.T) {
	t.Parallel()
	keys := &keyring{}
	c := config(furnish())
	now := noon
	c.Keys, c.Now = keys, func() time.Time { return now }
	h := dashboard.New(c)
	if w := get(t, h, "/tasks/x"); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/login?next=/tasks/x" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	for _, target := range []string{"/events", "/frames/x/0"} {
		if w := get(t, h, target); w.Code != http.StatusUnauthorized && w.Code != http.StatusSeeOther {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
	login := func(key, next string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, "https://render.example/login", strings.NewReader(url.Values{"key": {key}, "next": {next}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	if w := login("wrong", ""); w.Code != http.StatusForbidden || len(w.Result().Cookies()) > 0 {
		t.Errorf("a wrong key: %d", w.Code)
	}
	for next, want := range map[string]string{"/tasks/x": "/tasks/x", "https://evil.example": "/", "//evil.example": "/", `/\evil.example`: "/", "": "/"} {
		if got := login("key-of-marketing", next).Header().Get("Location"); got != want {
			t.Errorf("next %q leads to %q", next, got)
		}
	}
	cookie := login("key-of-marketing", "").Result().Cookies()[0]
	if !cookie.HttpOnly || !cookie.Secure || cookie.SameSite != http.SameSiteStrictMode || strings.Contains(cookie.Value, "key-of") {
		t.Errorf("cookie %+v", cookie)
	}
	// One owner sees nothing of another's, and no machines.
	body := get(t, h, "/?owner=support", cookie).Body.String()
	if strings.Contains(body, "support") || strings.Contains(body, "render-a") || !strings.Contains(body, "<b>30</b> <span>All</span>") {
		t.Error("marketing sees what is not its own")
	}
	if w := get(t, h, "/tasks/"+id(7), cookie); w.Code != http.StatusNotFound {
		t.Errorf("another's task: %d", w.Code)
	}
	if w := get(t, h, "/tasks/"+id(8), cookie); w.Code != http.StatusOK {
		t.Errorf("an own task: %d", w.Code)
	}
	ops := login("key-of-ops", "").Result().Cookies()[0]
	if body := get(t, h, "/", ops).Body.String(); !strings.Contains(body, "render-a") || !strings.Contains(body, "<b>60</b>") {
		t.Error("ops does not see everything")
	}
	// A forged, an old and a withdrawn session.
	forged := *cookie
	forged.Value = ops.Value[:len(ops.Value)-4] + "AAAA"
	if w := get(t, h, "/", &forged); w.Code != http.StatusSeeOther {
		t.Errorf("a forged session: %d", w.Code)
	}
	keys.gone = "marketing"
	if w := get(t, h, "/", cookie); w.Code != http.StatusSeeOther {
		t.Errorf("a withdrawn key's session: %d", w.Code)
	}
	now = now.Add(13 * time.Hour)
	if w := get(t, h, "/", ops); w.Code != http.StatusSeeOther {
		t.Errorf("an old session: %d", w.Code)
	}
}

// The stream brings what changes, and only that.
func TestEvents(t *testing.T) {
	t.Parallel()
	s := furnish()
	h := httptest.NewServer(dashboard.New(config(s)))
	defer h.Close()
	defer h.CloseClientConnections()
	read := func(target string) (next func() map[string]string) {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		t.Cleanup(cancel)
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, h.URL+target, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = resp.Body.Close() })
		lines := bufio.NewScanner(resp.Body)
		lines.Buffer(nil, 1<<20)
		return func() map[string]string {
			t.Helper()
			for lines.Scan() {
				if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
					var m map[string]string
					if err := json.Unmarshal([]byte(data), &m); err != nil {
						t.Fatal(err)
					}
					return m
				}
			}
			t.Fatal("the stream ended: ", lines.Err())
			return nil
		}
	}
	board, one := read("/events"), read("/events?task="+id(4))
	if first := board(); len(first) != 4 || !strings.Contains(first["stats"], "<b>60</b>") {
		t.Errorf("first message: %d parts", len(first))
	}
	if first := one(); !strings.Contains(first["live"], "51 %") {
		t.Error("the task's first message lacks its progress")
	}
	s.mu.Lock()
	changed := *s.tasks[4]
	s.mu.Unlock()
	changed.Results = []queue.Result{{State: queue.Running, Phase: "encode", Percent: 97}}
	s.put(&changed, manifest.Spec{PositivePrompt: prompts[4]})
	news := board()
	if news["workers"] != "" || news["stats"] != "" || !strings.Contains(news["running"], "97 %") {
		t.Errorf("the board was sent %d parts", len(news))
	}
	if got := one()["live"]; !strings.Contains(got, "97 %") || !strings.Contains(got, "Encoding") {
		t.Error("the task's page was not told")
	}
}
