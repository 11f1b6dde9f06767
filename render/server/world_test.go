package server_test

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"gitops.video/render/render/blob"
	"gitops.video/render/render/server"
	"gitops.video/render/render/server/keys"
	"gitops.video/render/render/server/outbound"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// world is a server on SQLite and a folder, with a clock that can be put forward.
type world struct {
	*server.Server
	t     testing.TB
	queue *queue.Queue
	store blob.Dir
	url   string // of the server
	key   string
	log   *lockedBuffer
	ahead atomic.Int64
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

const (
	aliceKey = "alice-key-0123456789"
	bobKey   = "bob-key-0123456789ab"
)

// start opens a world with two keys, alice's and bob's, unless change takes them away.
func start(t testing.TB, change func(*server.Options)) *world {
	t.Helper()
	dir := t.TempDir()
	w := &world{t: t, store: blob.Dir(filepath.Join(dir, "bucket")), key: aliceKey, log: &lockedBuffer{}}
	now := func() time.Time { return time.Now().Add(time.Duration(w.ahead.Load())) }
	q, err := queue.Open(t.Context(), filepath.Join(dir, "tasks.db"), queue.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	ring := &keys.Ring{}
	if err := ring.Accept(aliceKey + "," + bobKey); err != nil {
		t.Fatal(err)
	}
	opt := server.Options{Queue: q, Store: w.store, Keys: ring, Outbound: outbound.New(outbound.Options{AllowPrivate: true}), Scratch: dir, Price: .1,
		Avatars: []server.Avatar{{ID: "maya"}, {ID: "june"}}, HasAvatar: func(id string) bool { return id == "maya" || strings.HasSuffix(id, "_public") },
		Logger: slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug})), Now: now}
	if change != nil {
		change(&opt)
	}
	if w.Server, err = server.New(t.Context(), opt); err != nil {
		t.Fatal(err)
	}
	w.queue = q
	h := httptest.NewServer(w.Server)
	w.url = h.URL
	t.Cleanup(func() {
		h.CloseClientConnections()
		h.Close()
		if err := w.Close(); err != nil {
			t.Error(err)
		}
		if err := q.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// request sends anything and gives the status and body of the answer.
func (w *world) request(method, url string, header http.Header, body io.Reader) (*http.Response, string) {
	w.t.Helper()
	if strings.HasPrefix(url, "/") {
		url = w.url + url
	}
	req, err := http.NewRequestWithContext(w.t.Context(), method, url, body)
	if err != nil {
		w.t.Fatal(err)
	}
	if w.key != "" {
		req.Header.Set("Authorization", "Bearer "+w.key)
	}
	for k, v := range header {
		if k == "Host" {
			req.Host = v[0]
		}
		req.Header[k] = v
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		w.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return resp, string(text)
}

// post sends tasks.
func (w *world) post(body string) (int, string, wire.Reply) {
	w.t.Helper()
	resp, text := w.request(http.MethodPost, "/v1", http.Header{"Content-Type": {"application/json"}}, strings.NewReader(body))
	r, err := wire.Decode([]byte(text))
	if err != nil {
		w.t.Fatalf("%s: %v", text, err)
	}
	return resp.StatusCode, text, r
}

// want posts tasks and expects a status and codes of errors.
func (w *world) want(body string, status int, codes ...string) (string, wire.Reply) {
	w.t.Helper()
	got, text, r := w.post(body)
	var have []string
	for _, e := range r.Errors {
		have = append(have, e.Code)
	}
	if got != status || fmt.Sprint(have) != fmt.Sprint(codes) {
		w.t.Fatalf("%.300s\n is answered %d %s\n want %d %v", body, got, text, status, codes)
	}
	return text, r
}

func id() string { return uuid.NewString() }

// task is a whole video task with further fields, as in `"duration":30`.
func task(id string, more ...string) string {
	return fmt.Sprintf(`{"taskType":"videoInference","taskUUID":%q,"model":"heygen:video-agent@0","positivePrompt":"Explain tides."%s}`, id, strings.Join(append([]string{""}, more...), ","))
}
